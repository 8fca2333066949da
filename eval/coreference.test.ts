// In: small partitions worked out by hand. Out: the coreference measures agree with the published examples.
import { describe, expect, test } from 'vitest'
import { addTopic, bestAssignment, type Clusters, f1Of, noCoreference } from './coreference.ts'

const score = (gold: Clusters, found: Clusters) => {
  const counts = noCoreference()
  addTopic(counts, gold, found)
  const ratio = (hit: number, all: number) => Math.round((hit / all) * 1000) / 1000
  const of = ({ recallHit, recallAll, precisionHit, precisionAll }: (typeof counts)['muc']) => [
    ratio(recallHit, recallAll),
    ratio(precisionHit, precisionAll),
  ]
  return { muc: of(counts.muc), b3: of(counts.b3), ceaf: of(counts.ceaf), f1: f1Of(counts.muc) }
}

describe('coreference measures', () => {
  // Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions", the worked example.
  test('key {a b c} {d e f g} against response {a b} {c d} {f g h i}', () => {
    const { muc, b3, ceaf } = score(
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f', 'g'],
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
        ['f', 'g', 'h', 'i'],
      ],
    )
    expect(muc).toEqual([0.4, 0.4])
    expect(b3).toEqual([0.417, 0.5])
    expect(ceaf).toEqual([0.65, 0.433])
  })
  test('the gold against itself is 1, all apart gives no links', () => {
    const gold = [['a', 'b'], ['c']]
    expect(score(gold, gold)).toEqual({ muc: [1, 1], b3: [1, 1], ceaf: [1, 1], f1: 1 })
    expect(score(gold, [['a'], ['b'], ['c']]).muc[0]).toBe(0)
  })
  test('an assignment takes the best sum, not the best cell first', () => {
    expect(
      bestAssignment([
        [0.9, 0.8],
        [0.8, 0.1],
      ]),
    ).toBeCloseTo(1.6)
    expect(bestAssignment([[0.5], [0.7], [0.2]])).toBeCloseTo(0.7)
    expect(bestAssignment([])).toBe(0)
  })
})
