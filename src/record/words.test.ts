import { expect, test } from 'vitest'
import { contentWords, eachWord } from './words.ts'

const wordsOf = (text: string): [string, number][] => {
  const found: [string, number][] = []
  eachWord(text, (word, at) => void found.push([word, at]))
  return found
}

test.each<[string, [string, number][]]>([
  ['', []],
  [' – ', []],
  [
    'Cod, herring',
    [
      ['Cod', 0],
      ['herring', 5],
    ],
  ],
  [
    'the port’s 2nd quay',
    [
      ['the', 0],
      ['port', 4],
      ['s', 9],
      ['2nd', 11],
      ['quay', 15],
    ],
  ],
  [
    'Ærø–Åland',
    [
      ['Ærø', 0],
      ['Åland', 4],
    ],
  ],
  [
    '𝒜b c',
    [
      ['𝒜b', 0],
      ['c', 4],
    ],
  ],
  ['🐟fish🐟', [['fish', 2]]],
])('words of "%s" with their places', (text, words) => expect(wordsOf(text)).toEqual(words))

test('are those that a pattern of letters and digits finds', () => {
  const text = 'On 3 May Réunion’s fleet – 12,5 % more than in 2019 – sailed; "ＡＢ" stayed.'
  expect(wordsOf(text)).toEqual(
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => [word, index]),
  )
})

test.each<[string, string[]]>([
  ['The 2.5 tariffs of 3.14.15', ['2.5', 'tariff', '3.14', '15']],
  ['a.5b and v.2 end.', ['a.5', 'v.2', 'end']],
  ['policies, us and the grass', ['policy', 'us', 'grass']],
  ['٣.٤ and 12.', ['٣.٤', '12']],
  ['', []],
])('content words of "%s"', (text, words) => expect(contentWords(text)).toEqual(words))
