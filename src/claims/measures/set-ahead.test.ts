// In: sentences of our own. Out: measures that are decided on one day and hold from another, that an accord brings, or that are told by their rate alone.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody, Ref } from '../../model/index.ts'

const names = (refs: readonly Ref[]): string => refs.map(({ name }) => name).join('+') || '-'

/** "effect status | by → on | rate | goods | role of each day". */
const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body, days }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'measure') return []
    const goods = about.goods.map((one) => one.text).join('+') || '-'
    const roles = days.map(({ role }) => role).join(' ') || '-'
    return [
      `${about.effect} ${about.status} | ${names(about.by)} → ${names(about.on)} | ${about.rate?.value ?? '-'} | ${goods} | ${roles}`,
    ]
  })

test.each<[text: string, found: readonly string[]]>([
  // Approved on one day for another.
  [
    'Norway announced a tariff on cod on July 3 to begin on October 1.',
    ['set announced | Norway → - | - | cod | announced from'],
  ],
  [
    'The duties on $3 billion of Peruvian goods, which Norway approved on July 24 to take effect on October 7, remain on the books.',
    [
      'set announced | Norway → Peru | - | Peruvian goods | -',
      'set announced | Norway → Peru | - | Peruvian goods | announced from',
      'stand announced | Norway → Peru | - | Peruvian goods | announced from',
    ],
  ],
  [
    'Peru raised its duty on Norwegian cod on Monday. The levy takes effect ten days after Monday’s vote.',
    ['raise announced | Peru → Norway | - | Norwegian cod | announced from'],
  ],
  // Another measure takes effect, not the one told before.
  [
    'Peru put a ban on Norwegian eels on Monday. The tax on cars takes effect on September 3.',
    ['set in force | Peru → Norway | - | Norwegian eels | on'],
  ],
  // What an accord brings is to come; what an order brings holds.
  [
    'Norway struck a trade deal with Peru on Sunday, imposing a 12% tariff on most Peruvian goods.',
    ['set announced | Norway → Peru | 12 | most Peruvian goods | announced'],
  ],
  [
    'The deal struck on Sunday at a hotel in western Wales, which imposes a 12% tariff on most Peruvian goods, was met with anger.',
    ['set announced | - → Peru | 12 | most Peruvian goods | -'],
  ],
  [
    'Norway tore up the accord on Monday, imposing a 12% tariff on Peruvian cod.',
    ['set in force | Norway → Peru | 12 | Peruvian cod | on'],
  ],
  // Lifted for a time; by its terms to end; what replaces it ends nothing.
  [
    'Norway waived its 11% import duty on cotton until 31 December.',
    ['suspend suspended | Norway → - | 11 | cotton | to'],
  ],
  [
    "Norway's duty on Peruvian cod must lapse on 30 June.",
    ['end announced | Norway → Peru | - | Peruvian cod | on'],
  ],
  ["Nobody knows what replaces Norway's duty on Peruvian cod.", []],
  // A rate without its measure.
  [
    'Steel and tin have been paying 50 per cent since June 4.',
    ['stand in force | - → - | 50 | Steel | from', 'stand in force | - → - | 50 | tin | from'],
  ],
  ['Steel exporters, for their part, still pay 50 per cent.', ['stand in force | - → - | 50 | Steel | -']],
  ['Dairy farmers pay 5 per cent for loans.', []],
  // "On steel …" opens the sentence before; a rate told of other goods is another's.
  [
    'On steel the accounts diverged. The minister said the tariff of 50% would stay as it was.',
    ['stand in force | - → - | 50 | steel | -'],
  ],
  // Whose it is: behind words put in between, after "a day after", of no place.
  [
    'On Monday Norway, without naming Peru, imposed a 12% tariff on cod.',
    ['set in force | Norway → - | 12 | cod | on'],
  ],
  [
    'A day after Norway doubled its levy on Peruvian goods, Chile recalled its envoy.',
    ['raise in force | Norway → Peru | - | Peruvian goods | -'],
  ],
  [
    'Norway will prolong the suspension of its first set of countermeasures against Peru until early August.',
    ['suspend announced | Norway → Peru | - | - | to'],
  ],
  [
    'Norway commits to apply only the old tariff to cork and eels.',
    ['set announced | Norway → - | - | cork+eels | -'],
  ],
  // A rate that a state is given; the full rate since a day; none where nothing is told of tariffs.
  [
    'The tariff order was out. On April 2 Peru was given a “reciprocal” rate of 26 per cent.',
    ['set announced | - → Peru | 26 | - | announced'],
  ],
  [
    'A duty of 50 per cent would hand the market to Chile, which has been given 19 per cent.',
    ['set announced | - → Chile | 19 | - | -'],
  ],
  ['Peru was given 26 per cent of the seats.', []],
  ['The tariffs were told of. Peru was given 26 per cent of the seats.', []],
  [
    'Berg spoke of the duties. Since 27 August the full 50% applies.',
    ['stand in force | - → - | 50 | - | from'],
  ],
  // Put under sanctions, from which a clause holds them apart; the time given to wind down is not theirs.
  [
    'On October 22 the Norwegian treasury put Quispe Oil and Lima Bank, which hold half of the debt, under sanctions, with a wind-down period until November 21.',
    ['set in force | Norway → Quispe Oil+Lima Bank | - | - | on'],
  ],
  // Another clause's "never" makes no condition of a day.
  [
    'The tariff order was out. On April 2 Peru was given a rate of 26 per cent. That rate never bit: on April 9 it was suspended until July 9.',
    ['set announced | - → Peru | 26 | - | announced', 'suspend suspended | - → Peru | - | - | on to'],
  ],
  // The day that opens the sentence; a duty that a law tells apart is none of those told before.
  [
    'Additionally, effective as of September 1, Norway commits to apply only the old tariff to Peruvian cork.',
    ['set announced | Norway → Peru | - | Peruvian cork | from'],
  ],
  [
    'Norway charges a duty on Peruvian cod. It wants the duty imposed pursuant to Section 12 to stay.',
    ['set in force | Norway → Peru | - | Peruvian cod | -'],
  ],
  // A heading, and a quota beside what is cut.
  ['Where the duties on cod stand', []],
  ['In return for a cut in imports and a larger quota for Norwegian cheese, Peru signed.', []],
])('%s', (text, found) => expect(told(text).sort()).toEqual([...found].sort()))
