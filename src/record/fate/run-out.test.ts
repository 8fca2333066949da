// In: reports of our own. Out: which measures are told as over by their own words, and what later reports speak of.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { readerOf } from '../in-memory.ts'
import { ranOut } from './run-out.ts'
import { isOtherwiseSince, toldSince } from './told-since.ts'

const BAN = 'Norway has imposed a ban on exports of herring oil.'
const END = 'Norway will end its ban on exports of herring oil on June 10.'

it.each<[string, Record<string, string>, string[]]>([
  ['in force, no end told', { '2031-05-02': BAN, '2031-08-01': 'Peru sells cod.' }, ['-']],
  [
    'to be lifted on a day that has passed',
    { '2031-05-02': BAN, '2031-05-19': END, '2031-08-01': 'Peru sells cod.' },
    ['2031-06-10'],
  ],
  ['to be lifted on a day still to come', { '2031-05-02': BAN, '2031-05-19': END }, ['-']],
  [
    'told as in force after that day',
    {
      '2031-05-02': BAN,
      '2031-05-19': END,
      '2031-08-01': 'The Norwegian ban on exports of herring oil remains in force.',
    },
    ['-'],
  ],
])('%s', async (_, reports, ends) => {
  const reader = readerOf(await builtFrom(reports), new Map())
  expect(reader.ofKind('measure').map((one) => ranOut(reader, one)?.latest ?? '-')).toEqual(ends)
})

it.each([
  ['The building of the fish ladder is on course for October, the mayor said.', false],
  ['The building of the fish ladder will not start in October, the mayor said.', true],
  ['The repair of the fish market will not start in October, the mayor said.', false],
  ['The mayor shelved the building of the fish ladder.', true],
  ['The building of the fish ladder began on Monday, four months early.', true],
  ['The building of the fish ladder will not begin before next spring, the mayor said.', true],
  ['The building of the fish ladder was praised by the mayor.', false],
])('planned for October, and told since: %s', async (text, otherwise) => {
  const reader = readerOf(
    await builtFrom({
      '2031-05-10': 'The building of the fish ladder is to start on October 2.',
      '2031-06-10': text,
    }),
    new Map(),
  )
  const plan = {
    what: 'building of the fish ladder',
    on: '2031-10-02',
    evidence: reader
      .ofKind('deadline')
      .flatMap(({ evidence }) => evidence)
      .slice(0, 1),
  }
  expect(plan.evidence).toHaveLength(1)
  expect(isOtherwiseSince(reader, plan)).toBe(otherwise)
})

it.each([
  ['the herring oil levy', '2031-05-10', true],
  ['the salmon net levy', '2031-05-10', false],
  ['the herring oil levy', '2031-06-20', false],
])('spoken of since: %s, due on %s', async (what, day, told) => {
  const reader = readerOf(
    await builtFrom({ '2031-06-10': 'Peru and Norway signed an accord that ends the levy on herring oil.' }),
    new Map(),
  )
  expect(toldSince(reader, { what, day, own: [] }) !== undefined).toBe(told)
})
