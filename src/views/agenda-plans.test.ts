// In: reports of our own. Out: what is told as next: plans, and no mere readiness.

import { expect, it } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'
import { reportFromFields } from '../intake/from-json.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { dueItems } from './agenda.ts'
import { isTelling } from './agenda-telling.ts'
import { textOf } from './lines/line.ts'

const engine = loadEngine({})

async function dueOf(text: string): Promise<string[]> {
  const fields = { outlet: 'Harbour Post', title: 'News', date: '2031-05-19', text }
  const { reports } = await reportFromFields(fields, 'news')
  const reader = readerOf(buildRecord(reports.map((report) => readReport(report, engine))), new Map())
  return dueItems(reader).flatMap(({ entry, day }) => `${entry.kind} ${day.earliest}`)
}

it.each([
  ['“Norway is prepared to conclude a treaty on herring tomorrow,” the minister said.', []],
  ['“Norway is ready to leave the herring pact tomorrow,” the minister said.', []],
  ['Norway will conclude a treaty on herring with Iceland on Tuesday.', ['act 2031-05-20']],
])('%s', async (text, due) => expect(await dueOf(text)).toEqual(due))

async function tellingOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  const reader = readerOf(await builtFrom(reports), new Map())
  return dueItems(reader)
    .filter((item) => isTelling(reader, item))
    .map(({ entry, day, state }) => `${entry.kind} ${day.earliest} ${state}`)
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'a move that somebody has heard of is no day to come',
    {
      '2031-05-19': 'The deadline for Norway to publish its cod quotas was extended to June 3.',
      '2031-05-21':
        'Senator Dana Holt said she had been told by officials that the deadline for Norway to publish its cod quotas would slide again, to August 9.',
    },
    [],
  ],
  [
    'a plan given up by its day and one of its words',
    {
      '2031-05-19': 'Parliament will vote on the herring treaty on June 3.',
      '2031-05-21': 'The parliament put off the vote on the treaty, which had been planned for June 3.',
    },
    [],
  ],
  [
    'a plan beside another that is given up',
    {
      '2031-05-19': 'Parliament will vote on the herring treaty on June 3.',
      '2031-05-21': 'The kelp fair planned for June 4 was cancelled.',
    },
    ['act 2031-06-03 ahead'],
  ],
  [
    'a plan moved in other words by a later report',
    {
      '2031-05-19': 'A tax on dried kelp exports is to be introduced on June 3, the cabinet said.',
      '2031-05-26': 'The kelp tax has been postponed to 1 April 2032, the cabinet decided on Friday.',
    },
    ['deadline 2032-04-01 ahead'],
  ],
  [
    'due, put off, and out before its day',
    {
      '2031-07-09':
        'The rule on the kelp levy, which was due on May 1 and had been put off to July 15, was published on July 1.',
    },
    [],
  ],
  [
    'due in a month that is over, put off, and out before its day',
    {
      '2031-09-12':
        'The labelling decree, due in May and then put off to 30 September, came out on 4 September.',
    },
    [],
  ],
  [
    'what opened is not over on the day it is to end',
    {
      '2031-05-19': 'The review of the kelp levy, which opened on May 3, is to be completed by June 20.',
    },
    ['deadline 2031-06-20 ahead'],
  ],
  [
    'extended in the sentence that tells its end',
    { '2031-05-19': 'Licence 12, due to lapse on Friday, was extended on Monday until 31 July.' },
    ['deadline 2031-07-31 ahead'],
  ],
  [
    'what a later report speaks of in one word is not called unknown',
    {
      '2031-05-19': 'Publication of the charter was put off on Monday until the end of May.',
      '2031-06-20': 'Norway praised the charter for its 219 articles.',
    },
    ['deadline 2031-05-31 told since'],
  ],
  [
    'a bound that came due between two reports, with what follows',
    {
      '2031-05-19': 'The deadline for Norway to publish its cod quotas was extended to June 3.',
      '2031-06-20': 'Norway sells herring.',
    },
    ['deadline 2031-06-03 unreported'],
  ],
  [
    'the same long ago',
    {
      '2031-05-19': 'The deadline for Norway to publish its cod quotas was extended to June 3.',
      '2031-08-20': 'Norway sells herring.',
    },
    [],
  ],
  [
    'what one was to do by a day that nobody set, moved or threatened with',
    {
      '2031-05-19': 'Norway must publish its cod quotas by June 3.',
      '2031-06-20': 'Norway sells herring.',
    },
    [],
  ],
  [
    'a plan that a report tells after its day',
    {
      '2031-06-20':
        'The miners met on June 9, after expert talks with Norway were pushed back from June 3 to June 5.',
    },
    [],
  ],
  ...[
    'Norway published its cod quotas on Friday.',
    'The cod quotas that Norway was to have published in June came out on Friday, the ministry said.',
    'Norway withdrew its cod quotas on Monday.',
  ].map((text): [string, Record<string, string>, string[]] => [
    `what is due until a later report tells otherwise: ${text}`,
    { '2031-05-10': 'Norway has until June 30 to publish its cod quotas.', '2031-05-26': text },
    [],
  ]),
  ...[
    'Norway has not published its cod quotas, the ministry said on Friday.',
    'Norway defended its cod quotas on Friday.',
    'Norway rejected a plea by Iceland on Friday.',
  ].map((text): [string, Record<string, string>, string[]] => [
    `and not by: ${text}`,
    { '2031-05-10': 'Norway has until June 30 to publish its cod quotas.', '2031-05-26': text },
    ['deadline 2031-06-30 ahead'],
  ]),
  [
    'a move that was only offered, once the first day is over',
    {
      '2031-05-10': 'It would move the expiry of the herring pact from June 1 to December 1.',
      '2031-06-20': 'Norway sells herring.',
    },
    [],
  ],
  ['a bare noun of nobody', { '2031-05-19': 'The cabinet postponed the submission to June 3.' }, []],
])('on a first page: %s', async (_, reports, telling) => expect(await tellingOf(reports)).toEqual(telling))

it('what has ended does not end once more', async () => {
  const reports = {
    '2031-05-10': "Norway's ban on Peruvian fishmeal is to be lifted on June 5.",
    '2031-05-26': 'Norway lifted its ban on Peruvian fishmeal on Monday.',
  }
  expect(dueItems(readerOf(await builtFrom(reports), new Map()))).toEqual([])
})

it('what was extended ends on its later day only', async () => {
  const due = await dueOf(
    'Peru granted Norway exemptions from its cod duty until March 31, 2032. Peru extended the exemptions to June 30, 2032.',
  )
  expect(due.some((line) => line.includes('2032-06-30'))).toBe(true)
  expect(due.some((line) => line.includes('2032-03-31'))).toBe(false)
})

it('what is suspended until a day does not end on it: its suspension does', async () => {
  const reports = {
    '2031-05-23': 'Norway will suspend its 25 percent duty on Chilean pork until 31 December.',
  }
  const lines = dueItems(readerOf(await builtFrom(reports), new Map())).map(({ line }) => textOf(line))
  expect(lines).toEqual([expect.stringMatching(/^until 31 Dec 2031: suspension of .*duty.* ends$/)])
})
