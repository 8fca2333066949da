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

test('what a state does that most reports tell much of is no aside, whoever negotiates', () => {
  const alone = { kind: 'act', body: { actor: [CL], recipient: [] }, evidence: [] } as unknown as Parameters<
    typeof isAside
  >[0]
  const within = {
    name: 'Berg–Holm',
    parties: [
      { id: 'person:berg', name: 'Berg' },
      { id: 'person:holm', name: 'Holm' },
    ],
  }
  const meant = within as Parameters<typeof isAside>[1]
  expect(isAside(alone, meant, new Map())).toBe(true)
  expect(isAside(alone, meant, new Map(), new Set(['CL']))).toBe(false)
})
