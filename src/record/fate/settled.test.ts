// In: reports of our own. Out: which agreements that were only to come are told as made since.
import { expect, test } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { readerOf } from '../in-memory.ts'
import { isMadeSince } from './settled.ts'

async function openIn(...texts: string[]): Promise<string[]> {
  const told = Object.fromEntries(texts.map((text, n) => [`2031-0${n + 5}-12`, text]))
  const reader = readerOf(await builtFrom(told), new Map())
  return reader
    .ofKind('agreement')
    .filter((one) => one.body.stage === 'proposed' && !isMadeSince(reader, one))
    .map(({ body }) => body.name)
}

const plan = 'Norway and Peru are to sign the agreement in Bergen on May 30.'

test('what was to be signed is no more so once the same sides are told to have signed', async () => {
  expect(await openIn(plan)).toHaveLength(1)
  expect(await openIn(plan, 'Norway and Peru signed a herring pact in Lima on June 9.')).toEqual([])
  expect(await openIn(plan, 'Norway and Chile signed a herring pact in Lima on June 9.')).toHaveLength(1)
})

test('a contract is known by two words of its name', async () => {
  const ferries = 'Norway is expected to sign a contract for 40 Orsa ferries at a ceremony on May 30.'
  expect(await openIn(ferries)).toHaveLength(1)
  expect(await openIn(ferries, 'Norway signed its contract for Orsa ferries on June 9.')).toEqual([])
})
