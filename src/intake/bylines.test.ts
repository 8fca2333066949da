import { expect, it } from 'vitest'
import { bylineOf } from './bylines.ts'

it.each([
  ['Written by Ana Moreau', ['Ana Moreau']],
  ['By ANA MOREAU and Jo Lund, Harbour Times', ['Ana Moreau', 'Jo Lund']],
  ['By Ana Moreau, Jo Lund and Kari de la Holm', ['Ana Moreau', 'Jo Lund', 'Kari de la Holm']],
  ['By Ana Moreau | March 11, 2024', ['Ana Moreau']],
  ["By Siân O'Neill, BBC correspondent", ["Siân O'Neill"]],
  ['Author: Ana Moreau', ['Ana Moreau']],
])('%s names %j', (line, names) => {
  expect(bylineOf(line)).toEqual(names)
})

it.each([
  'By Friday the ministers had left.',
  'By the president of the council',
  'By contrast, the Union gave way on inspections.',
  'Opinion: The Accord Nobody Wants',
  'Analysis: Who Wins at Sea',
])('%s is no byline', (line) => {
  expect(bylineOf(line)).toBeUndefined()
})
