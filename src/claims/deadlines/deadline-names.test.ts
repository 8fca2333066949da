// In: sentences of our own. Out: what their deadlines are called.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

const called = (text: string) =>
  readClaims(text).flatMap(({ kind, body }) => {
    const about = kind === 'act' || kind === 'state' ? body.about : undefined
    return about?.thread === 'deadline' ? [about.what.text] : []
  })

test.each([
  [
    'Annual talks on salmon quotas will begin in October and are to be concluded by December 10.',
    'salmon quotas',
  ],
  [
    'The window for joining a second batch of leases closes on June 30.',
    'for joining a second batch of leases',
  ],
  ['The costs were left to a working group, which is to report by December 15.', 'a working group to report'],
  ['The miners, whose ten-year contract expired on March 31, went on working.', 'ten-year contract'],
  [
    'Nobody will touch the quotas before the review of the river treaty, which must begin by July 1.',
    'the review of the river treaty to begin',
  ],
  ['That could allow for a pact to be signed before June 3.', 'a pact to be signed'],
  ['The strike, which had been set for May 3, has been postponed to May 9.', 'The strike'],
])('%s', (text, name) => expect(called(text).join(' | ')).toContain(name))

test('a name ends before a bracket', () => {
  expect(
    called('The port owners set a deadline of May 3 for a deal on leases [and cranes].').join(),
  ).not.toContain('[')
})

test('a pronoun stands for what the sentence before is about', () => {
  const text =
    'The audit was to have opened on May 5. It has been put back to May 12 at the request of the mine.'
  expect(called(text)).toContain('The audit')
})

test.each([
  'Checks on fruit, which have been suspended until January 31, will now never be introduced.',
  'The inquiry, which by the old rules would have ended on June 17, was closed early.',
])('nothing is due: %s', (text) => expect(called(text)).toEqual([]))

test.each([
  ['The probe, which Chile opened on January 5, was extended by three months.', 'January'],
  ['The strike, which had been set for May 3, was moved to May 9, the union said.', 'May 9'],
])('a day of something else is no due day: %s', (text, words) => {
  const due = readClaims(text).flatMap(({ body, days }) =>
    'about' in body && body.about?.thread === 'deadline'
      ? days.filter(({ role }) => role === 'due').map(({ start, end }) => text.slice(start, end))
      : [],
  )
  expect(due.join(' ')).toContain(words === 'January' ? '' : words)
  expect(due.join(' ')).not.toContain('January')
})

test('a deadline is moved to the day that stands before it', () => {
  expect(called('The powers have extended until October 31 the deadline they had given Peru.')).toContain(
    'the deadline',
  )
  expect(called('The council moved from May 5 to May 19 the date by which firms must register.')).toContain(
    'firms must register',
  )
  expect(called('The council has met from May 5 to May 19, the date of the vote.')).toEqual([])
})

test('what is in force or in place is called by its noun', () => {
  expect(called('Unless something is agreed, the truce now in force expires on November 10.')).toEqual([
    'the truce',
  ])
  expect(called('The ceasefire currently in place lapses on November 10.')).toEqual(['The ceasefire'])
})
