// In: sentences of our own and the committed weights. Out: whether a word's vector is the same however many were met before it.
import { expect, it } from 'vitest'
import { loadModels } from '../../reading/load.ts'
import { encode, type Scratch } from './encoder.ts'
import { wordColumns } from './vocabulary.ts'

const { reader, vocabulary } = loadModels()
const { encoder } = reader
const scratch: Scratch = encoder.scratch

function vectorsOf(forms: readonly string[]): number[] {
  const lower = forms.map((form) => form.toLowerCase())
  encode(encoder, wordColumns(vocabulary, forms, lower), 0, forms.length)
  const { numbers } = encoder.space
  return [...numbers.subarray(scratch.output, scratch.output + forms.length * 2 * encoder.shape.hidden)]
}

it('gives the same vectors for words met before, beside new ones and after all were forgotten', () => {
  const forms = 'The pilots and the crews of Lima fear the strike , the envoy said .'.split(' ')
  const first = vectorsOf(forms)
  expect(vectorsOf(forms)).toEqual(first)
  const others = (from: number) => Array.from({ length: 300 }, (_, at) => `word${from + at}`)
  let most = 0
  for (let from = 0; from < 6000; from += 300) {
    vectorsOf(others(from))
    most = Math.max(most, scratch.rows.size)
  }
  expect(scratch.rows.size).toBeLessThan(most)
  expect(scratch.rows.has('Lima')).toBe(false)
  vectorsOf(['Lima', 'said', 'nothing'])
  expect(vectorsOf(forms)).toEqual(first)
})
