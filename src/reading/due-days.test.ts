// In: sentences of our own. Out: the deadlines they tell without the word, with who owes them and when.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { StateBody } from '../model/index.ts'
import { resolveClaim } from '../record/placing/resolve.ts'

const published = { earliest: '2031-03-03', latest: '2031-03-03' }

function deadlines(text: string): string[] {
  return readClaims(text).flatMap((claim) => {
    const { about } = claim.body as Partial<StateBody>
    if (about?.thread !== 'deadline') return []
    const due = resolveClaim(claim, published).days.find(({ role }) => role === 'due')
    return [`${about.obligor.map(({ id }) => id).join('+')}|${about.what.head}|${due?.days.earliest}`]
  })
}

test.each<[string, string, string[]]>([
  [
    'a condition with a last day',
    'The quota will be cut unless Peru opens its ports by April 3.',
    ['PE|open|2031-04-03'],
  ],
  [
    'a text to be signed by a day',
    'The pause allows the new deal to be signed by April 3.',
    ['|deal|2031-04-03'],
  ],
  ['an authority that runs out', 'Its borrowing authority expires on April 3.', ['|authority|2031-04-03']],
  ['a start that lies ahead', 'The new tariffs take effect on April 3.', ['|tariff|2031-04-03']],
  ['a start that is past is none', 'The new tariffs took effect on February 3.', []],
  ['an end by a day that was reached is none', 'The deal was signed by the minister on February 3.', []],
  ['a strike called off does not start', 'The union has called off a strike due to start on April 3.', []],
  ['what one is to do by a day', 'A panel of Norway is to report by April 3.', ['NO|report|2031-04-03']],
  ['what one will do by a day', 'Norway will publish its lists by April 3.', ['NO|publish|2031-04-03']],
  ['what comes about by a day is none', 'Prices in Norway will exceed the limit by April 3.', []],
  ['a ballot that closes', 'The ballot will close on April 3.', ['|ballot|2031-04-03']],
  ['a ballot that closed is none', 'The ballot closed on February 3.', []],
  ['a stoppage ahead', 'The dockers could strike again from April 20.', ['|strike|2031-04-20']],
  ['a stoppage that was is none', 'The dockers walked out on February 20.', []],
  ['an accord missed by its day', 'No deal by April 3 means new tariffs.', ['|deal|2031-04-03']],
  ['no deal on a past day is no deadline', 'No deal was signed in February.', []],
  ['a condition without a day is none', 'The quota will be cut unless Peru opens its ports.', []],
])('%s', (_name, text, expected) => {
  expect(deadlines(text)).toEqual(expected)
})
