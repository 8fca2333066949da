// In: short orders of our own. Out: the duties, suspensions and delays that they make, with their days.
import { describe, expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { ActBody, Claim } from '../model/index.ts'
import { resolveClaim } from '../record/placing/resolve.ts'

const published = { earliest: '2031-03-02', latest: '2031-03-02' }
const LEAD =
  'By the authority vested in me as President by the Constitution and the laws of Peru, I hereby order:\n\n'

interface Row {
  readonly by: string
  readonly on: string
  readonly rate: number | undefined
  readonly effect: string
  readonly days: readonly string[]
}

function claimsOf(text: string): Claim[] {
  return readClaims(text).filter((claim) => claim.evidence.foundBy.startsWith('order/'))
}

const daysOf = (claim: Claim) =>
  resolveClaim(claim, published).days.map(({ role, days }) => `${role} ${days.earliest}`)

const rows = (text: string): Row[] =>
  claimsOf(text).flatMap((claim) => {
    const { about } = claim.body as ActBody
    return about?.thread === 'measure'
      ? [
          {
            by: about.by.map(({ id }) => id).join('+'),
            on: about.on.map(({ id }) => id).join('+'),
            rate: about.rate?.value,
            effect: about.effect,
            days: daysOf(claim),
          },
        ]
      : []
  })

describe('duties', () => {
  test.each<[string, string, Row[]]>([
    [
      'a rate, and since when in the next sentence',
      'Section 1. All articles that are products of Norway shall be subject to an additional 15 percent ad valorem rate of duty. Such rate of duty shall apply with respect to goods entered on or after 12:01 a.m. on March 9, 2031, except that goods loaded before March 4, 2031, shall not be subject to such duty.',
      [{ by: 'PE', on: 'NO', rate: 15, effect: 'set', days: ['from 2031-03-09'] }],
    ],
    [
      'a rate struck and another inserted, told to hold since the lead of the section',
      'Section 1. Increase. In recognition of the fact that Norway has retaliated, the schedule shall be modified as follows. Effective with respect to goods entered on or after March 11, 2031:\n\n(a) heading 9901.02.03 of the schedule shall be amended by deleting “15%” each place that it appears and by inserting “35%” in lieu thereof.',
      [{ by: 'PE', on: 'NO', rate: 35, effect: 'raise', days: ['from 2031-03-11'] }],
    ],
    [
      'an amendment without a day has only the day of issue',
      'Section 1. Because Norway has not acted, section 2(a) of Executive Order 901 is hereby amended by striking the words “15 percent” and inserting in lieu thereof the words “10 percent”.',
      [{ by: 'PE', on: 'NO', rate: 10, effect: 'lower', days: ['announced 2031-03-02'] }],
    ],
    [
      'an amendment that names nobody is not guessed at',
      'Section 1. Subdivision (w) of note 2 to the schedule shall be amended by deleting “15 percent”, and by inserting “10 percent” in lieu thereof.',
      [],
    ],
    [
      'what shall not be subject to a duty is none',
      'Section 1. All articles that are products of Norway shall not be subject to an additional 15 percent ad valorem rate of duty.',
      [],
    ],
  ])('%s', (_name, text, expected) => {
    expect(rows(LEAD + text)).toEqual(expected)
  })
})

describe('suspensions', () => {
  test('a share of a rate, for a length that starts on a day', () => {
    const text =
      'The Parties agree on the following. Norway will modify the additional ad valorem rate of duty on articles of Peru, by suspending 15 percentage points of that rate for an initial period of 60 days, starting on March 10, 2031, while retaining the remaining rate of 20 percent on those articles.'
    expect(rows(text)).toEqual([
      { by: 'NO', on: 'PE', rate: 20, effect: 'suspend', days: ['from 2031-03-10', 'to 2031-05-09'] },
    ])
  })

  test('a suspension that goes on until a day', () => {
    const text =
      'Norway will maintain the suspension of the higher tariffs on imports from Peru until June 3, 2031.'
    expect(rows(text)).toEqual([
      { by: 'NO', on: 'PE', rate: undefined, effect: 'extend', days: ['to 2031-06-03'] },
    ])
  })
})

describe('delays', () => {
  test.each([
    [
      'so many days from today',
      'I am instructing the Attorney General not to take any action to enforce the Harbour Act for a period of 30 days from today.',
      ['on 2031-03-02', 'due 2031-04-01'],
    ],
    [
      'so many days from the date of the order',
      'I hereby order the Attorney General not to take any action to enforce the Harbour Act for 30 days from the date of this order.',
      ['on 2031-03-02', 'due 2031-04-01'],
    ],
    [
      'moved on until a day',
      'The enforcement delay specified in section 2 of Executive Order 901 of January 5, 2031, is further extended until May 4, 2031.',
      ['on 2031-03-02', 'due 2031-05-04'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(claimsOf(LEAD + text).map(daysOf)).toEqual([expected])
  })

  test('the same words outside an order make none', () => {
    expect(claimsOf('The enforcement delay is further extended until May 4, 2031.')).toEqual([])
  })
})
