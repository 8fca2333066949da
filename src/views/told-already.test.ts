// In: lines of a page and a text. Out: whether a line holds it.
import { expect, test } from 'vitest'
import { isHeldBy } from './told-already.ts'

const held = isHeldBy(['Norway: to close the Bergen fish market to Icelandic trawlers · by 1 Jun 2031'])

test('a text is held by the line that has most of its words, not by one that shares a few', () => {
  expect(held('Norway would close the Bergen fish market to Icelandic trawlers')).toBe(true)
  expect(held('Icelandic trawlers land half of their herring in Bergen every spring')).toBe(false)
})

test('a text of few words is held by none', () => {
  expect(held('the Bergen fish market')).toBe(false)
})
