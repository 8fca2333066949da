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

describe('what is done number by number', () => {
  const width = 16
  const rows = 5
  const fraction = (i: number): number => Math.fround(Math.sin(i * 12.9898) * 3.7)

  it('squashes and runs through gates as plain arithmetic does', () => {
    const space = makeWorkspace()
    const gates = reserve(space, rows * 4 * width)
    const states = reserve(space, rows * 2 * width)
    const none = reserve(space, width)
    const plain = Float32Array.from({ length: rows * 4 * width }, (_, i) => fraction(i))
    space.numbers.set(plain, gates)
    space.squash(4 * gates, 4 * (gates + plain.length), 4 * width)
    plain.forEach((u, i) => {
      const squashed = u / (1 + Math.abs(u))
      plain[i] = (i / width) % 2 < 1 ? 0.5 + (0.5 * u) / (1 + Math.abs(u)) : squashed
    })
    expect([...space.numbers.subarray(gates, gates + plain.length)]).toEqual([...plain])
    const row = 4 * width
    const last = gates + (rows - 1) * row
    space.runThrough(4 * last, -4 * row, 4 * states, 4 * 2 * width, 4 * none, rows, 4 * width)
    const state = new Float32Array(width)
    for (let i = 0; i < rows; i++) {
      for (let h = 0; h < width; h++) {
        const at = (rows - 1 - i) * row + h
        state[h] = state[h]! + plain[at]! * (plain[at + width]! - state[h]!)
      }
      const out = states + i * 2 * width
      expect([...space.numbers.subarray(out, out + width)]).toEqual([...state])
    }
  })

  it('adds and rounds as plain arithmetic does', () => {
    const space = makeWorkspace()
    const a = reserve(space, 4 * width)
    const b = reserve(space, 4 * width)
    const sum = reserve(space, 4 * width)
    const out = reserve(space, 4 * width)
    for (let i = 0; i < 4 * width; i++) {
      space.numbers[a + i] = fraction(i)
      space.numbers[b + i] = i % 7 === 0 ? 0.5 - fraction(i) : 1000 * fraction(3 * i)
    }
    space.add(4 * a, 4 * b, 4 * sum, 4 * (sum + 4 * width))
    space.round(4 * sum, 4 * out, 4 * out + 2 * 4 * width, 1.25)
    const wholes = new Int16Array(space.memory.buffer, 4 * out, 4 * width)
    for (let i = 0; i < 4 * width; i++) {
      expect(space.numbers[sum + i]).toBe(Math.fround(space.numbers[a + i]! + space.numbers[b + i]!))
      expect(wholes[i]).toBe(Math.floor(space.numbers[sum + i]! * 1.25 + 0.5))
    }
  })
})
