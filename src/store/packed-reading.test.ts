import { expect, it } from 'vitest'
import { STORY } from '../../test/fixtures/dossiers.ts'
import { pack } from './packed.ts'
import { packReading, unpackReading } from './packed-reading.ts'
import type { KeptReading } from './store.ts'

const { report: _, ...kept } = STORY[0]!.reading
const again = (reading: KeptReading) => JSON.stringify(unpackReading(packReading(reading)))

it('gives the very JSON back, whatever the hashes are', () => {
  for (const [outside, inside] of [
    [[], []],
    [[0, 1, 0xffffffff], []],
    [[7], [3, 0x80000000]],
    [[-1, 0.5, 2 ** 33], [1]],
  ] as const) {
    const reading = { ...kept, fingerprint: { outside: [...outside], inside: [...inside] } }
    expect(again(reading)).toBe(JSON.stringify(reading))
  }
})

it('reads what was kept as JSON alone, and readings that broke', () => {
  expect(unpackReading(pack(JSON.stringify(kept)))).toEqual(kept)
  expect(again({ broke: 'a mistake' })).toBe('{"broke":"a mistake"}')
})

it('throws at bytes that were cut', () => {
  const bytes = packReading({ ...kept, fingerprint: { outside: [1, 2, 3], inside: [] } })
  for (const length of [1, 8, 12, bytes.length - 3])
    expect(() => unpackReading(bytes.subarray(0, length))).toThrow()
})
