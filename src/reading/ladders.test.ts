// In: sentences of our own. Out: the steps of a schedule of rates, each with its day.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { ActBody } from '../model/index.ts'
import { resolveClaim } from '../record/placing/resolve.ts'

const published = { earliest: '2031-05-31', latest: '2031-05-31' }

function steps(text: string): string[] {
  return readClaims(text)
    .filter(({ evidence }) => evidence.foundBy === 'measure/ladder@1')
    .map((claim) => {
      const { about } = claim.body as ActBody
      if (about?.thread !== 'measure') return ''
      const [day] = resolveClaim(claim, published).days
      return `${about.by[0]?.id} ${about.effect} ${about.rate?.value} ${day?.days.earliest} ${claim.evidence.modality}`
    })
    .sort()
}

test.each<[string, string, string[]]>([
  [
    'a schedule in the sentence after the measure',
    'Norway will impose a 5% tariff on imports from Peru on June 10. The plan foresees 10% on July 1, 15% on August 1 and 20% on September 1.',
    ['NO raise 10 2031-07-01 planned', 'NO raise 15 2031-08-01 planned', 'NO raise 20 2031-09-01 planned'],
  ],
  [
    'one rate with a day is no schedule',
    'Norway will impose a 5% tariff on imports from Peru. It will be 10% on July 1.',
    [],
  ],
  ['rates of nobody’s measure', 'Shares rose 10% on July 1 and 15% on August 1.', []],
])('%s', (_name, text, expected) => {
  expect(steps(text)).toEqual(expected)
})
