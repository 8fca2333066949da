// In: where an entry says something. Out: words for it that a reader knows, none for what only keeps the record.
import { expect, test } from 'vitest'
import { fieldValue, fieldWords, thingWords } from './field-words.ts'

test('names of fields become words', () => {
  expect(fieldWords('toldBy')).toBe('told by')
  expect(fieldWords('onLapse')).toBe('if it lapses')
  expect(fieldWords('inspectionCount')).toBe('inspection count')
  expect(fieldWords('days opens')).toBe('days, opens')
})

test('what only keeps the record has none', () => {
  expect(fieldWords('fromEntry')).toBeUndefined()
  expect(fieldWords('members namedBy')).toBeUndefined()
})

test('a teller is said as one', () => {
  expect(fieldValue('toldBy', 'third')).toBe('a third party')
  expect(fieldValue('status', 'third')).toBe('third')
})

test('a thing of a list is named by who and what it is', () => {
  expect(
    thingWords([
      ['party', 'Peru'],
      ['members person', 'Ana Reis'],
      ['members office', 'Foreign Minister'],
      ['members namedBy', '2'],
    ]),
  ).toBe('Peru, Ana Reis, Foreign Minister')
})
