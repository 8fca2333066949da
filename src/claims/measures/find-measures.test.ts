// In: sentences of our own. Out: whether a measure is told as planned where only a plan is told of, and not where it is only wished for.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const measures = (text: string): string[] =>
  readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure'
      ? [`${about.effect} ${about.status} | ${evidence.polarity} ${evidence.modality}`]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    "The minister quit after a battle over Peru's plans to impose duties on cod.",
    ['set announced | affirmed planned'],
  ],
  ['Peru imposed duties on Norwegian cod on Monday.', ['set in force | affirmed held']],
  ['Peru blocked a merger after Norway imposed steep duties.', ['set in force | affirmed held']],
  // Somebody is only able to, which is no plan of who says so.
  [
    'Ole Berg said he will table a motion that would give the president the authority to impose duties on cod.',
    [],
  ],
  // A stand, no measure.
  ['Peru wants to keep exemptions for its media and the arts.', []],
])('%s', (text, found) => {
  expect(measures(text)).toEqual(found)
})
