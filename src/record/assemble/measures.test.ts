// In: reports of our own, told one after the other. Out: one measure with what became of it, not one for each report.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'

async function measuresOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries.flatMap((entry) =>
    entry.kind === 'measure'
      ? `${entry.body.type} ${entry.body.status}: ${entry.body.steps
          .map(({ effect, rate, to }) =>
            [effect, rate?.value, to && `to ${to.latest}`].filter(Boolean).join(' '),
          )
          .join(', ')}`
      : [],
  )
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'what a pronoun takes up is the same measure, and later',
    {
      '2031-05-15':
        'Norway found that Peruvian hazelnuts had been dumped, set a duty of 6 percent and suspended it for as long as prices hold.',
    },
    ['tariff suspended: set 6, suspend'],
  ],
  [
    'a lower duty that takes effect on the day told before is the one that was to be cut',
    {
      '2031-05-15': 'Norway said it would cut its duty on Peruvian lemons and limes to 8 percent on June 1.',
      '2031-06-03': 'The lower citrus duty took effect on June 1.',
    },
    ['tariff in force: lower, lower 8'],
  ],
  [
    'new duties that will not come are none of those in force',
    {
      '2031-05-15': 'Norway has charged a duty of 20 percent since April 3.',
      '2031-06-03': 'Norway will not impose new duties before August.',
    },
    ['tariff called off: end', 'tariff in force: set 20'],
  ],
  [
    'what is not cut stands',
    {
      '2031-05-15': "Norway's 25 percent tariff on Peruvian hazelnuts took effect on Thursday.",
      '2031-06-20': 'Norway has not cut the tariff.',
    },
    ['tariff in force: set 25, stand'],
  ],
  [
    'set and suspended in one breath',
    {
      '2031-05-15':
        'Norway set a 6 percent duty on Peruvian cod and at once suspended it for as long as exporters respect a minimum price.',
    },
    ['tariff suspended: set 6, suspend'],
  ],
  [
    '"the tariff" is the only one its imposer has',
    {
      '2031-05-15': "Norway's 25 percent tariff on Peruvian hazelnuts took effect on Thursday.",
      '2031-06-20': 'Norway cut the tariff to 10 percent on Friday.',
    },
    ['tariff in force: set 25, lower 10'],
  ],
  [
    'what was called off before it began was never in force, and "the tariffs" are the ones of their report',
    {
      '2031-05-15':
        'Norway will impose a 10 percent tariff on Peruvian hazelnuts on 2 June. Norway also has tariffs on Chilean copper.',
      '2031-05-20':
        'Norway will impose the tariff on Peruvian hazelnuts on 2 June, the minister said. The tariffs would be raised to 15 percent in July, Norway said.',
      '2031-05-30': 'Norway called off the planned tariff on Peruvian hazelnuts on Friday.',
    },
    ['tariff called off: end, set 10, raise 15', 'tariff in force: stand'],
  ],
  [
    'of two, "the tariff" is neither; at a rate that one of them has it is that one',
    {
      '2031-05-15':
        'Norway imposed a 25 percent tariff on Peruvian hazelnuts. Norway imposed an 8 percent tariff on Chilean copper.',
      '2031-06-20': 'Norway suspended the 8 percent tariff on Friday.',
    },
    ['tariff in force: set 25', 'tariff suspended: set 8, suspend 8'],
  ],
  [
    'a ban told without its goods is that of the same side in its report',
    {
      '2031-05-15':
        'Norway banned exports on May 1. Norway extended its ban on herring oil exports on Wednesday.',
    },
    ['export control in force: set, extend'],
  ],
  [
    'of another side it is another',
    {
      '2031-05-15':
        'Norway banned exports on May 1. Peru extended its ban on herring oil exports on Wednesday.',
    },
    ['export control in force: extend', 'export control in force: set'],
  ],
  [
    'a duty of another kind is another',
    {
      '2031-05-15': 'Norway imposed a 25 percent tariff on Peruvian hazelnuts.',
      '2031-06-20': 'Norway suspended the countervailing tariff on Friday.',
    },
    ['tariff in force: set 25', 'tariff suspended: suspend'],
  ],
  [
    'tariffs on nobody and nothing named are one at one rate only',
    {
      '2031-05-15': 'Norway imposed a 34 percent tariff. Norway set a 10 percent tariff.',
      '2031-06-20': 'Norway imposed the 10 percent tariff, the ministry said.',
    },
    ['tariff in force: set 10', 'tariff in force: set 34'],
  ],
  [
    'a rate said of the tax told before it',
    {
      '2031-05-05':
        'Norway raised its import tax on electric cars to 25 percent on Monday. The rate will rise to 35 percent in July 2032.',
    },
    ['tariff in force: raise 25, raise 35'],
  ],
  [
    'a ban on exports, and the ban',
    {
      '2031-01-05':
        "Peru's ban on onion exports, in place since December 8, will stay until March 31, the government said.",
      '2031-03-24': 'Peru extended its ban on onion exports until further notice on Monday.',
      '2031-05-04': 'Peru lifted the ban on onion exports on Sunday.',
    },
    ['export control ended: stand to 2031-03-31, extend, end'],
  ],
  [
    'an exemption and its extension: the end lies ahead of the report',
    {
      '2031-02-02':
        'Peru exempted medical gloves from its 10 percent import duty until March 31, the ministry said.',
      '2031-03-27':
        'Peru prolonged the exemption for medical gloves to September 30, Finance Secretary Lina Ocampo said on Thursday.',
    },
    ['other in force: exempt 10 to 2031-03-31, extend to 2031-09-30'],
  ],
  [
    'a price that is capped, and the price cap',
    {
      '2031-02-16': 'Norway capped the price of flour at 30 kroner on Monday.',
      '2031-09-01': "Norway's price cap on flour expired on Sunday.",
    },
    ['other ended: set 30, end'],
  ],
  [
    'told on nobody, the one measure on such goods, under its name or by them',
    {
      '2031-05-15':
        'Norway imposed a 25 percent tariff on Peruvian hazelnuts. Norway opened an anti-dumping inquiry into Peruvian onions on Thursday.',
      '2031-06-20':
        'The hazelnut tariff was lifted on Friday. The onion inquiry is suspended until September 30.',
    },
    ['probe suspended: set, suspend to 2031-09-30', 'tariff ended: set 25, end'],
  ],
  [
    'a headline and its report tell of one inquiry',
    {
      '2031-05-15':
        'Norway opens probe into Peruvian hazelnuts\n\nNorway opened an investigation on Monday, a day after talks had failed.',
    },
    ['probe in force: set, set'],
  ],
  [
    'lifted for one of its goods, it stands for the other',
    {
      '2031-05-15': 'Norway banned imports of Peruvian onions and hazelnuts on May 12.',
      '2031-06-20': 'The onion ban was lifted on Friday.',
    },
    ['ban ended: end', 'import ban in force: set'],
  ],
  [
    'of two on such goods, neither; at another rate, another',
    {
      '2031-05-15':
        'Norway imposed a 25 percent tariff on Peruvian hazelnuts. Chile imposed an 8 percent tariff on Peruvian hazelnuts. Norway imposed a 9 percent tariff on Peruvian wine.',
      '2031-06-20':
        'The hazelnut tariff was lifted on Friday. The 30 percent wine tariff was lifted on Friday.',
    },
    [
      'tariff ended: end',
      'tariff ended: end 30',
      'tariff in force: set 25',
      'tariff in force: set 8',
      'tariff in force: set 9',
    ],
  ],
])('%s', async (_, reports, found) => expect((await measuresOf(reports)).sort()).toEqual(found))
