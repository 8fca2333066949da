// In: invented reports that plan a round, move it, hold it, ask for one. Out: proof that it is one round with the days and the standing it had.

import { expect, it } from 'vitest'
import { builtFrom } from '../fixtures/built-from.ts'

/** The rounds told by reports of these days, each as "Lima: held 2031-05-03 > 2031-05-07, moved from 2031-05-01". */
async function roundsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries
    .flatMap((entry) => (entry.kind === 'round' ? [entry.body] : []))
    .map(({ place, status, opens, ends, movedFrom = [] }) => {
      const days = [opens, ends].flatMap((one) => (one ? [one.earliest ?? `by ${one.latest}`] : []))
      const moved = movedFrom.map(({ earliest, latest }) => `, moved from ${earliest} to ${latest}`).join('')
      return `${place?.name ?? 'nowhere'}: ${[status, days.join(' > ')].filter(Boolean).join(' ')}${moved}`
    })
    .sort()
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'planned from one day to another, and held until the last of them',
    {
      '2031-03-06': 'Norway and Peru agreed on Thursday to hold a third round in Lima from March 17 to 21.',
      '2031-03-22':
        'The talks between Norway and Peru in Lima ended on Friday without an agreement on anchovies.',
    },
    ['Lima: held 2031-03-17 > 2031-03-21'],
  ],
  [
    'a summit told as a meeting, a month and a town is one; talks of a year before are others',
    {
      '2030-02-08': 'Norway and Peru have been negotiating the text of a treaty on anchovies for days.',
      '2031-05-10': 'The summit between Norway and Peru is expected to take place next month in Lima.',
      '2031-06-02': 'Norway and Peru will hold their summit in Lima on June 12.',
      '2031-07-20': 'Norway met with Peru in Lima in June, and anchovies stayed off the table.',
      '2031-11-09': 'The minister spoke as Norway wrapped up two days of talks with Peru.',
    },
    ['Lima: held 2031-06-12', 'nowhere: held', 'nowhere: in session'],
  ],
  [
    'a round moved to a later day',
    {
      '2031-06-02': 'The sixth round of talks between Norway and Peru is planned for June 16 in Bergen.',
      '2031-06-14':
        'The sixth round between Norway and Peru, which had been planned for Monday, will now open in Bergen on June 30.',
    },
    ['Bergen: planned 2031-06-30, moved from 2031-06-16 to 2031-06-16'],
  ],
  [
    'talks that end within a week of a round that opened are that round',
    {
      '2031-05-05': 'Ministers of Norway and Peru began a seventh round of talks on cod in Lima on Monday.',
      '2031-05-09': 'Talks on cod between Norway and Peru ended on Thursday without an agreement.',
      '2031-07-09': 'Talks on cod between Norway and Peru ended on Tuesday without an agreement.',
    },
    ['Lima: held 2031-05-05 > 2031-05-08', 'nowhere: held 2031-07-08 > 2031-07-08'],
  ],
  [
    'a round told as postponed keeps both its days',
    {
      '2031-06-02': 'The sixth round of talks between Norway and Peru will open in Bergen on June 16.',
      '2031-06-14':
        'The sixth round of talks, which was to open in Bergen on Monday, has been postponed to June 30 because of a storm.',
    },
    ['Bergen: planned 2031-06-30, moved from 2031-06-16 to 2031-06-16'],
  ],
  [
    'a round put off to a month, and held in another town',
    {
      '2031-02-03':
        'Norway and Iceland will hold a third round of talks on mackerel in Bergen on February 19 and 20.',
      '2031-02-17': 'The mackerel talks planned for February 19 and 20 have been postponed to early March.',
      '2031-02-27': 'Norway and Iceland will meet in Reykjavik on March 4.',
      '2031-03-05':
        'The third round of talks between Norway and Iceland ended on Wednesday in Reykjavik. They will meet again in Bergen on March 24.',
    },
    [
      'Bergen: planned 2031-03-24',
      'Reykjavik: held 2031-03-04 > 2031-03-05, moved from 2031-02-19 to 2031-02-19',
    ],
  ],
  [
    'talks put off and moved, with no word of the old day',
    {
      '2031-06-02': 'Uganda and Kenya will hold talks on the dam in Kampala on June 11.',
      '2031-06-09': 'The dam talks have been postponed to June 18 and moved to Nairobi, a mediator said.',
      '2031-06-19': 'Uganda and Kenya held talks on the dam in Nairobi on Wednesday.',
    },
    ['Nairobi: held 2031-06-18, moved from 2031-06-11 to 2031-06-11'],
  ],
  [
    'a summit moved to another town, and told as a meeting',
    {
      '2031-04-02': 'The presidents of Colombia and Peru are due to hold a summit in Lima on April 22.',
      '2031-04-15':
        'The summit has been moved from Lima to Cusco, and will now take place a day later, on April 23.',
      '2031-04-24': 'The presidents of Colombia and Peru met in Cusco on Wednesday.',
    },
    ['Cusco: held 2031-04-23, moved from 2031-04-22 to 2031-04-22'],
  ],
  [
    'put off with no new day, and held after all under its number',
    {
      '2031-04-02': 'Norway and Peru will hold a fourth round of talks on anchovies in Lima on April 19.',
      '2031-04-11': 'The fourth round of talks between Norway and Peru has been put off indefinitely.',
      '2031-05-20': 'Norwegian and Peruvian negotiators opened their fourth round in Lima on Monday.',
    },
    ['Lima: held 2031-05-19, moved from 2031-04-19 to 2031-04-19'],
  ],
  [
    'told as over by its number with no day',
    {
      '2031-04-01':
        'A fifth round of talks between Norway and Peru is to be held in Lima in the week of April 14.',
      '2031-04-10':
        'The fifth round, which had been planned for the week of April 14, will now be held in Lima from April 28 to 30.',
      '2031-05-12':
        'Prices fell when the fifth round of Norway–Peru talks broke up in Lima without a text. The fifth round of talks between Norway and Peru ended in Lima a month after the ruling.',
    },
    ['Lima: held 2031-04-28 > 2031-04-30, moved from 2031-04-14 to 2031-04-20'],
  ],
  [
    'on two days that follow each other',
    { '2031-05-14': 'Norwegian and Peruvian envoys met on Monday and Tuesday in Lima.' },
    ['Lima: held 2031-05-12 > 2031-05-13'],
  ],
  [
    'two rounds of other numbers stay two, though the one was put off',
    {
      '2031-04-02': 'Norway and Peru will hold a fourth round of talks in Lima on April 19.',
      '2031-04-11': 'The fourth round of talks between Norway and Peru has been postponed to May 8.',
      '2031-05-20': 'Norwegian and Peruvian negotiators opened their fifth round in Lima on Monday.',
    },
    ['Lima: held 2031-05-19', 'Lima: planned 2031-05-08, moved from 2031-04-19 to 2031-04-19'],
  ],
  [
    'planned until one day, and held a day longer',
    {
      '2030-11-20':
        'The 15th round between India and Norway will be held in Lima from December 3 to December 9.',
      '2030-12-11':
        'India and Norway closed six chapters in the round that ran from December 3 to 10 in Lima.',
    },
    ['Lima: held 2030-12-03 > 2030-12-10'],
  ],
  [
    'a visit put off, and made after all',
    {
      '2031-07-01':
        'Prime Minister Nikos Petrou of Greece will visit Ankara on July 9 for talks with Turkey.',
      '2031-07-07': 'Petrou has postponed his trip to Ankara because of wildfires.',
      '2031-07-23': 'Petrou flew to Ankara on July 22 and held talks with Turkey.',
    },
    ['Ankara: called off 2031-07-09', 'Ankara: held 2031-07-22'],
  ],
  [
    'another summit called off is not the meeting that is planned',
    {
      '2031-06-02': 'Norway and Peru will hold a round of talks in Bergen on June 16.',
      '2031-06-12': 'A summit of the bloc was called off on Thursday.',
    },
    ['Bergen: planned 2031-06-16'],
  ],
  [
    'a meeting called off',
    {
      '2031-06-02': 'Norway and Peru will meet in Bergen on June 16.',
      '2031-06-12': 'The meeting planned for June 16 in Bergen will not take place.',
    },
    ['Bergen: called off 2031-06-16'],
  ],
  [
    'a planned meeting, told of in passing once it is over',
    {
      '2031-06-02': 'Norway and Peru will meet in Lima on June 4.',
      '2031-06-05': 'LIMA - The envoy of Norway said after the two-hour meeting that cod was off the table.',
      '2031-09-05': 'LIMA - The envoy of Norway said after the meeting that cod was off the table.',
    },
    ['Lima: held 2031-06-04'],
  ],
  [
    'two days joined by "and" are two meetings',
    { '2031-06-14': 'Norway and Peru met in Bergen on May 4 and June 9.' },
    ['Bergen: held 2031-05-04', 'Bergen: held 2031-06-09'],
  ],
  [
    'held on Wednesday, and again on another day',
    { '2031-06-13': 'Norway and Peru met in Bergen on Wednesday and will meet again in Lima on June 28.' },
    ['Bergen: held 2031-06-11', 'Lima: planned 2031-06-28'],
  ],
  [
    'two rounds of one place months apart',
    {
      '2031-06-02': 'Norway and Peru held talks in Bergen on June 1.',
      '2031-06-14': 'Norway and Peru will hold talks in Bergen on September 3.',
    },
    ['Bergen: held 2031-06-01', 'Bergen: planned 2031-09-03'],
  ],
  [
    'talks without a name that broke off and resumed days after: what became of the whole is no meeting',
    {
      '2031-06-14':
        'Negotiations between Norway and Peru broke off on Friday. The talks will resume on Monday.',
      '2031-06-17': 'The talks between Norway and Peru resumed on Monday with a mediator.',
    },
    ['nowhere: held 2031-06-16', 'nowhere: resumed'],
  ],
  [
    'a meeting that was only asked for, by a day',
    { '2031-10-30': 'Peru said it had asked for a meeting with Norway in Lima before December 1.' },
    ['Lima: possible by 2031-12-01'],
  ],
])('%s', async (_, reports, expected) => {
  expect(await roundsOf(reports)).toEqual(expected)
})
