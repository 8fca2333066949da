// In: entries of hand. Out: which of them lie aside of a negotiation of two states.
import { expect, test } from 'vitest'
import { isAside } from './negotiation.ts'

const NO = { id: 'NO', name: 'Norway' }
const PE = { id: 'PE', name: 'Peru' }
const UN = { id: 'UN', name: 'United Nations' }
const CL = { id: 'CL', name: 'Chile' }
const negotiation = { name: 'Norway–Peru', parties: [NO, PE] }

const measure = (by: { id: string; name: string }, on: { id: string; name: string }) =>
  ({ kind: 'measure', body: { by: [by], on: [on] }, evidence: [] }) as unknown as Parameters<
    typeof isAside
  >[0]

test.each([
  ['of one side on the other', NO, PE, false],
  ['of all states on a side', UN, PE, false],
  ['of all states on a stranger', UN, CL, true],
  ['of a stranger on a side', CL, PE, true],
])('a measure %s', (_, by, on, aside) => {
  expect(isAside(measure(by, on), negotiation as Parameters<typeof isAside>[1], new Map())).toBe(aside)
})
