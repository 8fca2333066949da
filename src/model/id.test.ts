// In: texts. Out: whether their ids are what they were when records were first kept, and of one length.
import { expect, it } from 'vitest'
import { shortHash } from './id.ts'

it('gives the ids that kept records have', () => {
  expect(['', 'a', 'tariff', 'x73', 'talks in Lima', 'n4'].map(shortHash)).toEqual([
    '0wvjl67o803',
    '262p94epp1d',
    '2a23s7gtr3b',
    '104ccr066fp',
    '16demj0ihs9',
    '0zl2v8bldki',
  ])
})

it('writes all its bits in eleven digits', () => {
  for (let n = 0; n < 2000; n++) {
    const id = shortHash(`report ${n}`)
    expect(Number.parseInt(id, 36).toString(36).padStart(11, '0')).toBe(id)
  }
})
