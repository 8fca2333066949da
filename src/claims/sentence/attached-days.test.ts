// In: sentences with times. Out: the days of what is told; none for a time that something is only compared with.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const actsOf = (text: string) =>
  readClaims(text).flatMap(({ kind, body, days }) =>
    kind === 'act'
      ? [
          `${(body as ActBody).actor.map(({ id }) => id).join('+')} | ${days.map(({ start, end }) => text.slice(start, end)).join('; ')}`,
        ]
      : [],
  )

test.each([
  ['Peru closed its ports in the first walkout since 1977.', 'PE | '],
  ['Peru closed its ports in the longest walkout since May.', 'PE | '],
  ['Peru has closed its ports since May 2031.', 'PE | May 2031'],
  ['Peru closed its ports after late-night talks.', 'PE | '],
  ['Peru closed its ports late on Monday night.', 'PE | Monday night'],
])('%s', (text, act) => {
  expect(actsOf(text)).toContain(act)
})

test('what the words told bring about is not done by who tells them', () => {
  const told = actsOf('Norway approved the contract by 71 percent, Peru said on Friday, ending the blockade.')
  expect(told.filter((act) => act.startsWith('PE'))).toEqual([])
})

test('the year within a thing is no day of what is done to it', () => {
  expect(actsOf("Peru rejected Norway's 2018 deal.")).toContain('PE | ')
})

test.each([
  ['A court barred Peru from closing its ports on Tuesday.', /rule|reject/, 'Tuesday'],
  ['On Monday, the court struck down the ban and ordered Peru to pay.', /rule/, 'Monday'],
  ['The bill cleared a key hurdle on Friday, as members voted 31-12 to start debate.', /^vote$/, 'Friday'],
  ['Norway signed the treaty on Friday after Peru closed its ports.', /^ban/, ''],
  [
    'On Friday night, the funding measure lawmakers approved last year to keep the ports running will expire.',
    /vote/,
    'last year',
  ],
])('%s', (text, type, words) => {
  const days = readClaims(text)
    .filter(({ kind, body }) => kind === 'act' && type.test((body as ActBody).type))
    .map((claim) => claim.days.map(({ start, end }) => text.slice(start, end)).join('; '))
  expect(days.length).toBeGreaterThan(0)
  expect(new Set(days)).toEqual(new Set([words]))
})

test.each([
  ['The ministers met on March 4. The next day Peru withdrew its inspectors.', 'March 4'],
  ['Offers may be filed until March 31. On the same day Peru recalled its envoy.', ''],
  ['Peru won a mandate in February. The same afternoon Norway recalled its envoy.', ''],
  [
    'The two met on Tuesday. All is open. Fees are one thing. Cranes are too. Peru recalled its envoy a day later.',
    '',
  ],
  ['Talks set for March 4 were called off the evening before when Peru recalled its envoy.', 'March 4'],
])('what days and weeks count from is a day told not far before: %s', (text, words) => {
  const previous = readClaims(text).flatMap(({ days }) => days.flatMap(({ previous }) => previous ?? []))
  const dates = new Set(previous.map(({ relative }) => `${relative?.month ?? ''} ${relative?.date ?? ''}`))
  expect([...dates]).toEqual(words === '' ? [] : ['3 4'])
})

test('days listed behind a colon, after all that is told', () => {
  expect(actsOf('Peru has missed every day: May 1, June 15 and July 31.')).toEqual(['PE | '])
})
