// In: reports of our own. Out: one chain of days where a deadline is moved in later reports in other words.

import { expect, it } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'

async function chainsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries.flatMap((entry) =>
    entry.kind === 'deadline' ? [entry.body.chain.map(({ earliest }) => earliest).join(' > ')] : [],
  )
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'money that runs out, then what a law keeps open, told as it ran out',
    {
      '2031-09-24': 'Funding for the lighthouses runs out on Sept. 30.',
      '2031-09-30': 'The king signed a measure on Tuesday that keeps the lighthouses open through Nov. 14.',
      '2031-11-13': 'The chamber extended funding for the lighthouses until Dec. 19.',
    },
    ['2031-09-30 > 2031-11-14 > 2031-12-19'],
  ],
  [
    'what is kept open long after is of its own',
    {
      '2031-02-24': 'Funding for the lighthouses runs out on March 3.',
      '2031-09-30': 'The king signed a measure on Tuesday that keeps the lighthouses open through Nov. 14.',
    },
    ['2031-03-03', '2031-11-14'],
  ],
  [
    'a new deadline without its matter, more than four months on',
    {
      '2031-07-14': 'Norway and Iceland have until July 20 to reach a herring accord.',
      '2031-07-19': 'The new deadline is Jan. 30, the envoys said.',
    },
    ['2031-07-20 > 2032-01-30'],
  ],
  [
    'a move without a day, the day told in the next sentence',
    {
      '2031-04-01': 'Divers at the port must sell their boat by April 4.',
      '2031-04-03':
        'The court on Thursday extended the deadline for the sale of the boat for a second time. The divers now have until June 19 to part with it.',
    },
    ['2031-04-04 > 2031-06-19'],
  ],
  [
    'a move under a name of its own is of no other thing that stands',
    {
      '2031-11-12':
        'The dockers have threatened to strike from Dec. 23. The kelp tax has been postponed to Jan. 15.',
    },
    ['2031-12-23', '2032-01-15'],
  ],
  [
    'put off twice in one sentence, from a day that is over',
    {
      '2031-10-30':
        'The kelp rule, meant to begin on 1 September, was postponed to 1 November, and this week was put off once more, to 1 February.',
    },
    ['2031-09-01 > 2031-11-01 > 2032-02-01'],
  ],
  [
    'moved three times in one sentence, over the turn of the year',
    {
      '2031-02-10': 'The kelp deadline was put off from Nov. 17 to Jan. 19, and then to March 1.',
    },
    ['2030-11-17 > 2031-01-19 > 2031-03-01'],
  ],
  [
    'let go by',
    { '2031-10-30': 'Norway let its own deadline for a reply lapse on Saturday.' },
    ['2031-10-25'],
  ],
  [
    'cash that runs out, and the cap on debt that is lifted for a time as it does',
    {
      '2031-09-01': 'Norway will run out of cash on Sept. 10, its treasurer said.',
      '2031-09-09': 'Parliament voted on Tuesday to lift the debt ceiling until Nov. 30.',
    },
    ['2031-09-10 > 2031-11-30'],
  ],
  [
    'the term itself, by its word for a term',
    {
      '2031-03-25': 'A grace period on net checks expires on March 31. The cod pact ends on April 2.',
      '2031-03-30': 'Norway extended the grace period to May 29.',
    },
    ['2031-03-31 > 2031-05-29', '2031-04-02'],
  ],
  [
    'moved twice by lengths alone within a week',
    {
      '2031-06-08': 'Divers at the port will walk out on June 12, their union said.',
      '2031-06-11': 'The divers at the port put off their walkout to June 19.',
      '2031-06-18': 'The divers at the port put off their walkout by two weeks.',
    },
    ['2031-06-12 > 2031-06-19 > 2031-07-03'],
  ],
  [
    'a reprieve and the day told beside it alone: no day is counted from that',
    {
      '2031-04-30':
        'The city granted the ferry firm a 30-day reprieve. The firm must leave the pier by May 31.',
    },
    ['2031-05-31'],
  ],
  [
    'a window moved months after a ruling that shares a word with it is another thing',
    {
      '2031-01-06': 'A ruling on the ferry offer is due by January 31.',
      '2031-05-08': 'The ministry said the window for offers would be extended until May 15.',
    },
    ['2031-01-31', '2031-05-15'],
  ],
  [
    'moved on the very day to which it had been moved',
    {
      '2031-05-24': 'The herring truce expires on May 27.',
      '2031-05-27': 'Norway and Iceland extended the herring truce until May 29.',
      '2031-05-29': 'The herring truce was extended by three days.',
    },
    ['2031-05-27 > 2031-05-29 > 2031-06-01'],
  ],
])('%s', async (_, reports, wanted) => expect((await chainsOf(reports)).sort()).toEqual(wanted))
