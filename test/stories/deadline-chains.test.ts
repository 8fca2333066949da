// In: invented reports that set a deadline and move it. Out: proof that its days are one chain in whatever words they are told, and other deadlines stay apart.

import { describe, expect, it } from 'vitest'
import { builtFrom } from '../fixtures/built-from.ts'

/** The chains of due days told by reports of these days, each as "2031-05-03 > 2031-05-10". */
async function chainsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries
    .flatMap((entry) => (entry.kind === 'deadline' ? [entry.body.chain] : []))
    .map((chain) => chain.map(({ latest }) => latest).join(' > '))
    .sort()
}

describe('the days of one deadline are one chain', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'a deadline pushed back twice, beside the end of the contract',
      {
        '2031-11-29':
          'Norgaz and Belavia failed to agree on a price on Friday and agreed to keep talking until December 10. The current contract runs out on December 31.',
        '2031-12-11':
          'Norgaz has pushed back the deadline for a gas deal with Belavia for a second time, to December 20. The deadline was first moved from November 28 to December 10.',
      },
      ['2031-11-28 > 2031-12-10 > 2031-12-20', '2031-12-31'],
    ],
    [
      'more time given, and a further step that is due apart',
      {
        '2030-03-05': 'The two governments have until March 15 to agree on a mackerel quota for this year.',
        '2030-03-14':
          'Iceland and Norway have extended the deadline for a mackerel deal to March 31. The deadline had been due to expire on Friday.',
        '2030-04-01':
          'Norway and Iceland on Sunday gave themselves another two weeks, until April 14, to reach a deal on mackerel.',
        '2030-04-13':
          'Norway and Iceland reached agreement late on Friday, two days before the deadline. The agreement must be ratified by both parliaments by June 1.',
      },
      ['2030-03-15 > 2030-03-31 > 2030-04-14', '2030-06-01'],
    ],
    [
      'a strike put off and put off again',
      {
        '2032-05-05':
          'Nurses have postponed a strike that was due to start on Thursday to May 13, their union said.',
        '2032-05-12':
          'The National Nurses Union delayed its strike for the second time on Tuesday, saying it would now start on May 20.',
      },
      ['2032-05-06 > 2032-05-13 > 2032-05-20'],
    ],
    [
      'a truce that would have ended that night',
      {
        '2029-07-02':
          'Norway and the Kara Liberation Front agreed on Monday to extend their ceasefire by 30 days, hours before it was to expire at midnight.',
        '2029-08-01':
          'Norway and the Kara Liberation Front on Wednesday prolonged the truce for a second time, to September 15.',
      },
      ['2029-07-02 > 2029-08-01 > 2029-09-15'],
    ],
    [
      'the money, the borrowing and the cuts of one government, each with its own days',
      {
        '2031-09-12':
          'The government of Norway runs out of money on October 1 unless the Assembly passes a budget, minister Ola Lind said. The borrowing limit will be reached on October 17, the Treasury said.',
        '2031-09-30':
          'The Assembly passed a stopgap bill on Tuesday that funds the government through December 15. The Treasury will run out of money to pay its bills on October 17.',
        '2031-10-16':
          'The Assembly voted on Thursday to extend the borrowing authority of the Treasury through February 7.',
        '2031-12-14': 'The Assembly extended funding for the government until January 31 on Sunday.',
        '2031-12-20': 'Automatic spending cuts are due to take effect on January 2.',
        '2032-01-01': 'Under the deal the automatic spending cuts are put off until March 1.',
      },
      ['2031-10-01 > 2031-12-15 > 2032-01-31', '2031-10-17 > 2032-02-07', '2032-01-02 > 2032-03-01'],
    ],
    [
      'a review that is due, and put off in the same words',
      {
        '2031-06-01': 'A review of the pay scale is due by June 30, the mediator said.',
        '2031-06-28': 'The review of the pay scale has been delayed to July 15, the mediator said.',
      },
      ['2031-06-30 > 2031-07-15'],
    ],
    [
      'an ultimatum extended by a week',
      {
        '2031-06-02':
          "The Dockers' Federation on Monday gave Westhaven Terminals until Friday to withdraw its plan.",
        '2031-06-07':
          "The Dockers' Federation has extended its ultimatum to Westhaven Terminals by a week, to June 13.",
      },
      ['2031-06-06 > 2031-06-13'],
    ],
    [
      'a start put off, "by the end of" a month, and its very words apart',
      {
        '2032-06-29':
          'The government of Chile on Tuesday delayed a new visa rule for seasonal workers until the end of September. The rule had been scheduled to come into force on July 1.',
      },
      ['2032-07-01 > 2032-09-30'],
    ],
    [
      'a stopgap that carries money past the night it runs out',
      {
        '2031-09-30':
          'The Senate on Tuesday passed a stopgap bill that funds the government until November 18, hours before a midnight deadline.',
        '2031-11-17':
          'Parliament passed a second stopgap bill on Monday, extending government funding until December 16.',
      },
      ['2031-09-30 > 2031-11-18 > 2031-12-16'],
    ],
    [
      'a deal to be found, a stop to be avoided and money that ends on one day, and what was due the day before it ran out',
      {
        '2031-09-20':
          'Ministers have until September 30 to work out an agreement. Government funding will expire on September 30.',
        '2031-09-24': 'The September 30 deadline to avoid a shutdown is near.',
        '2031-10-03': 'The shutdown began on October 1, when government funding ran out.',
      },
      ['2031-09-30'],
    ],
    [
      'a programme by its long name, told of one day in other words',
      {
        '2031-02-03':
          'The council has until March 5 to replace the Open Harbour Loans Scheme. Leaders want a new one.',
        '2031-02-10':
          'The deadline for the harbour talks is March 5, when the Open Harbour Loans Scheme is to be closed.',
      },
      ['2031-03-05'],
    ],
  ])('%s', async (_, reports, chains) => {
    expect(await chainsOf(reports)).toEqual(chains)
  })
})

describe('what is no move', () => {
  it.each<[string, string, string[]]>([
    [
      'more time that is only asked for',
      'Chile asked the court on Wednesday to extend the 1 September deadline for river data to 1 December.',
      ['2031-09-01'],
    ],
    [
      'talks put off are talks',
      'Norway and Chile postponed their talks from 3 September to 10 September.',
      [],
    ],
    ['a prison term made longer', 'The court extended the detention of two sailors.', []],
    ['a meal set to begin', 'A senior delegation was set to begin high level talks on Monday in Oslo.', []],
  ])('%s', async (_, text, chains) => {
    expect(await chainsOf({ '2031-08-20': text })).toEqual(chains)
  })
})
