import { expect, it } from 'vitest'
import { startDraft } from '../../language/draft.ts'
import { whereIn } from './where.ts'

const text = 'The mill sold flour. The crews sold it, and the mill burned.'
const where = whereIn(startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en'))

it('finds the words of a set in the order of the text, whether the set or the report has more words', () => {
  expect(where('lower', new Set(['sold', 'mill', 'harbour']))).toEqual([1, 2, 7, 12])
  const many = new Map(Array.from({ length: 40 }, (_, n) => [`word${n}`, n]))
  expect(where('lower', new Map([...many, ['sold', 0], ['mill', 0]]))).toEqual([1, 2, 7, 12])
  expect(where('lower', new Set())).toEqual([])
})
