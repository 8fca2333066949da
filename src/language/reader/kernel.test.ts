// In: small matrices and rows. Out: whether the WebAssembly sums and products are those of plain arithmetic.
import { describe, expect, it } from 'vitest'
import { layInStrips, makeWorkspace, reserve } from './kernel.ts'
import { activate, best, makePerceptron } from './perceptron.ts'

/** Small whole numbers, so that every order of summing is exact. */
const whole = (seed: number, i: number): number => (((i + 1) * seed) % 23) - 11

describe('multiply adds the product', () => {
  it.each([
    [1, 1, 16],
    [3, 7, 32],
    [5, 16, 96],
    [5, 16, 96, 'in strips'],
    [11, 9, 48, 'in strips'],
  ])('%d × %d by %d columns', (n, k, m, strips?: string) => {
    const space = makeWorkspace()
    const a = reserve(space, n * k)
    const b = reserve(space, k * m)
    const c = reserve(space, n * m)
    for (let i = 0; i < n * k; i++) space.numbers[a + i] = whole(7, i)
    const matrix = Int16Array.from({ length: k * m }, (_, i) => whole(5, i))
    if (strips) layInStrips(space, b, matrix, m, 1)
    else space.numbers.set(matrix, b)
    space.numbers.fill(1, c, c + n * m)
    space.multiply(a, b, c, n, k, m, strips !== undefined)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 1
        for (let d = 0; d < k; d++) sum += whole(7, i * k + d) * whole(5, d * m + j)
        expect(space.numbers[c + i * m + j]).toBe(sum)
      }
    }
  })
})

describe('a perceptron', () => {
  it('sums the listed rows, cuts at zero and scores the outputs', () => {
    const hidden = 128
    const rows = 9
    const outputs = 5
    const table = Int8Array.from({ length: rows * hidden }, (_, i) => whole(3, i))
    const weights = Int8Array.from({ length: hidden * outputs }, (_, i) => whole(13, i))
    const bias = Int32Array.from([4, -3, 2, 0, 9])
    const net = makePerceptron(makeWorkspace(), hidden, table, weights, bias, 2 * hidden)
    for (let i = 0; i < 2 * hidden; i++) net.dense[i] = whole(17, i)
    const features = [2, 5, 5, 8]
    activate(net, Int32Array.from(features), features.length, Int32Array.from([hidden]), 1)
    const top = best(net, 1, 5)
    const expected = [...bias]
    for (let h = 0; h < hidden; h++) {
      let sum = table[h]! + net.dense[hidden + h]!
      for (const f of features) sum += table[f * hidden + h]!
      for (let o = 0; o < outputs; o++) expected[o]! += Math.max(0, sum) * weights[h * outputs + o]!
    }
    expect([...net.scores].slice(1)).toEqual(expected.slice(1))
    expect(top).toBe(expected.indexOf(Math.max(...expected.slice(1)), 1))
  })
})
