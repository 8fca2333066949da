import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byLikeness } from './group.ts'
import { overlap } from './words.ts'

const words = fc.array(fc.constantFrom('cod', 'quota', 'boat', 'net', 'haul', 'port'), { maxLength: 5 })

/** The rule in its plainest form: every group is asked. */
function plainly(items: readonly string[][], like: (first: string[], item: string[]) => boolean) {
  const groups: string[][][] = []
  for (const item of items) {
    const home = groups.find((group) => like(group[0]!, item))
    if (home) home.push(item)
    else groups.push([item])
  }
  return groups
}

it.each([0, 0.4, 0.6, 1])('groups as comparing all with all does, at a share of %d', (share) => {
  const like = (a: string[], b: string[]) => overlap(a, b) >= share && overlap(a, b) > 0
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (items) => {
      const expected = plainly(items, like)
      expect(byLikeness(items, (item) => item, like, share)).toEqual(expected)
      expect(byLikeness(items, (item) => item, like)).toEqual(expected)
    }),
  )
})

it('asks nothing of items that share no key', () => {
  let asked = 0
  const items = Array.from({ length: 500 }, (_, at) => [`word ${at}`])
  byLikeness(
    items,
    (item) => item,
    () => {
      asked++
      return true
    },
  )
  expect(asked).toBe(0)
})
