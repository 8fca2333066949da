// In: small word tables. Out: proof that words are found by their whole spelling and nothing else.
import { describe, expect, it, test } from 'vitest'
import { decodeVocabulary, wordId } from './vocabulary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const table = '2\nport\t7\nports\t12\nçay\t3\n0000\t511\nquay\t0\n'

describe('the word table', () => {
  const vocabulary = decodeVocabulary(bytes(table))

  test.each([
    ['port', 1, 7],
    ['ports', 2, 12],
    ['çay', 3, 3],
    ['quay', 5, 0],
    ['por', 0, 0],
    ['portsmouth', 0, 0],
    ['', 0, 0],
    ['port\t7', 0, 0],
    ['Ã§ay', 0, 0],
  ])('%j', (word, id, cluster) => {
    expect(vocabulary.id(word)).toBe(id)
    expect(vocabulary.cluster[id]).toBe(cluster)
  })

  test.each([
    ['1987', 4],
    ['12', 0],
    ['ports', 2],
  ])('a number is known by its length: %s', (word, id) => {
    expect(wordId(vocabulary, word)).toBe(id)
  })

  it('knows how many words the treebanks have', () => {
    expect(vocabulary.known).toBe(2)
  })

  it('may end without a line break', () => {
    expect(decodeVocabulary(bytes(table.trimEnd())).id('quay')).toBe(5)
    expect(decodeVocabulary(bytes('0')).id('quay')).toBe(0)
  })
})
