// In: pairs of invented reports on one matter. Out: proof that what they tell differently is a dispute of the right class, and what both may tell is none.
import { describe, expect, it } from 'vitest'
import { reportFromFields } from '#parley/intake/from-json.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord } from '#parley/record/build.ts'

const engine = loadEngine({ packs: [] })
type Told = readonly [day: string, text: string]

async function recordOf(...told: readonly Told[]) {
  const readings = []
  for (const [at, [date, text]] of told.entries()) {
    const outlet = ['Harbour Post', 'Lakeside Courier'][at]!
    const { reports } = await reportFromFields({ id: `r${at}`, outlet, date, text }, `r${at}`)
    readings.push(...reports.map((report) => readReport(report, engine)))
  }
  return buildRecord(readings).record
}

describe('is told apart', () => {
  it.each<[kind: string, what: string, a: Told, b: Told]>([
    [
      'conflict value',
      'what a thing costs by the day',
      ['2031-05-12', 'The strike costs the port of Bergen $40 million a day, the operator said.'],
      ['2031-05-12', 'The strike costs the port of Bergen $55 million a day, according to the union.'],
    ],
    [
      'conflict value',
      'how many it concerns, where nobody is named',
      [
        '2031-05-12',
        'The shutdown has sent 60,000 civil servants home without pay, the finance ministry said.',
      ],
      ['2031-05-12', 'About 80,000 civil servants were sent home without pay as the shutdown began.'],
    ],
    [
      'conflict value',
      'what one party offers on one day',
      ['2031-05-12', 'The Senate offered $800 billion in new revenue on Monday.'],
      ['2031-05-12', 'The Senate proposed $600 billion in new revenue on Monday.'],
    ],
    [
      'conflict date',
      'the day set for talks',
      [
        '2031-05-05',
        'Norway and Peru will hold the next round of fishing talks in Lima on May 12, ministers said.',
      ],
      [
        '2031-05-05',
        'Norway and Peru will hold the next round of fishing talks in Lima on May 14, officials said.',
      ],
    ],
    [
      'conflict date',
      'the day of a signing',
      ['2031-05-20', 'Norway and Peru signed the fisheries treaty on May 14 in Lima.'],
      ['2031-05-20', 'Norway and Peru signed the fisheries treaty on May 15 in Lima.'],
    ],
    [
      'conflict date',
      'the day by which something is due',
      ['2031-05-15', 'Norway has until June 30 to lift the ban on Peruvian anchovy or face duties.'],
      ['2031-05-15', 'Norway must lift the ban on Peruvian anchovy by July 4 or face duties.'],
    ],
    [
      'conflict count',
      'how many voted',
      ['2031-05-15', 'The Senate passed the budget bill on Thursday by 98 votes to 61.'],
      ['2031-05-15', 'The Senate passed the budget bill on Thursday, 96-63.'],
    ],
    [
      'conflict direction',
      'a surplus or a deficit of one owner',
      ['2031-05-15', 'Norway had a trade surplus of $8 billion with Peru last year.'],
      [
        '2031-05-15',
        'Norway had a trade deficit of $7 billion with Peru last year, Peruvian officials said.',
      ],
    ],
    [
      'conflict direction',
      'a rise or a fall of one thing in one month',
      ['2031-05-15', 'In April, fish exports from Norway to Peru rose by 4 percent, the ministry said.'],
      ['2031-05-15', 'Fish exports from Norway to Peru fell 3 percent in April, according to customs.'],
    ],
    [
      'contested status',
      'a threat that the other side denies',
      [
        '2031-05-15',
        'Norway said on Thursday that Peru had threatened to close its waters to Norwegian trawlers.',
      ],
      [
        '2031-05-16',
        'Peru denied on Friday that it had threatened to close its waters to Norwegian trawlers.',
      ],
    ],
    [
      'contested status',
      'a promise that one of the two denies',
      [
        '2031-05-15',
        'Norway and Peru agreed on Thursday to share the anchovy quota equally, the minister said.',
      ],
      ['2031-05-16', 'Peru denied that it had agreed to share the anchovy quota equally.'],
    ],
    [
      'contested status',
      'a report that a government rejects',
      ['2031-05-15', 'Most of the quota deal had been settled in March, two officials said on Thursday.'],
      [
        '2031-05-16',
        'The Norwegian government on Friday rejected a report that most of the quota deal had been settled months ago.',
      ],
    ],
    [
      'conflict value',
      'how many were killed, told by either side',
      [
        '2031-05-12',
        'Army shelling of a market in the town of Sarn killed 31 people on Sunday, rebel officials said.',
      ],
      ['2031-05-12', 'The defence ministry said nine people were killed in the shelling of Sarn on Sunday.'],
    ],
    [
      'conflict value',
      'how many marched, as the union and the police count',
      ['2031-05-12', 'About 120,000 people marched in Bergen on Sunday against the bill, the union said.'],
      ['2031-05-12', "Some 45,000 people took part in Sunday's march in Bergen, according to police."],
    ],
    [
      'conflict value',
      'how long talks took',
      [
        '2031-05-12',
        'The accord came after five days of talks between Norway and Peru in Lima, officials said.',
      ],
      ['2031-05-12', 'Norway and Peru struck the accord on Sunday after three days of talks in Lima.'],
    ],
    [
      'conflict value',
      'two speakers of one report, told one after the other',
      [
        '2031-05-12',
        'The army shelled a camp near Sarn, residents said, killing at least 11 people. The army said four people were killed.',
      ],
      ['2031-05-12', 'Talks on the truce resume on Thursday, mediators said.'],
    ],
    [
      'contested status',
      'what the one side says was sent and the other says was not',
      [
        '2031-05-12',
        'The minister sent a letter to the Commission last week offering to lift the ban, an official said.',
      ],
      ['2031-05-13', 'A spokesman for the minister said no letter had been sent to the Commission.'],
    ],
    [
      'contested status',
      'what a deal obliges to',
      [
        '2031-05-12',
        'Under the deal, Peru will open its ports to Norwegian trawlers, Norwegian Fisheries Minister Ola Lind said.',
      ],
      [
        '2031-05-12',
        'Peruvian Interior Minister Ana Soto said the deal did not oblige Peru to open its ports to Norwegian trawlers.',
      ],
    ],
    [
      'explained definition',
      'how large a group is, told weeks apart',
      ['2031-05-12', 'The ban of the Norwegian ministry threatens nearly 80,000 foreign fishermen.'],
      [
        '2031-06-20',
        'Left open is the lot of some 65,000 foreign fishermen after the Norwegian ministry announced its ban.',
      ],
    ],
    [
      'contested who',
      'who has the surplus',
      ['2031-05-12', 'The minister said Norway runs a large trade deficit with Peru.'],
      ['2031-06-12', 'Norway has a trade surplus with Peru, the bank said.'],
    ],
    [
      'contested who',
      'who is to blame',
      ['2031-05-12', 'Norway blamed Peru on Sunday for the collapse of the fishing talks.'],
      [
        '2031-05-13',
        'The collapse of the talks came as no surprise. Peru said Norway was to blame for the collapse of the talks.',
      ],
    ],
    [
      'contested who',
      'who broke a truce first',
      ['2031-05-12', 'The rebels broke the ceasefire first, the army said in a statement on Sunday.'],
      ['2031-05-12', 'A rebel spokesman said the army had broken the ceasefire first, with a drone attack.'],
    ],
    [
      'contested who',
      'who asked for a meeting',
      ['2031-05-12', 'The meeting in Vienna was requested by Peru, a Norwegian diplomat said on Sunday.'],
      ['2031-05-12', 'A Peruvian diplomat said Norway had asked for the meeting in Vienna.'],
    ],
    [
      'contested who',
      'a breach that each side lays to the other',
      ['2031-05-12', 'The army accused the rebels of violating the truce near Goma on Sunday.'],
      ['2031-05-12', 'A rebel spokesman said government forces had violated the truce near Goma on Sunday.'],
    ],
    [
      'contested status',
      'an offer that the one received and the other did not make',
      [
        '2031-05-13',
        'The union received a new pay offer from the airline on Monday, its chief negotiator said.',
      ],
      ['2031-05-13', 'The airline said it had not made a new pay offer to the union.'],
    ],
    [
      'contested status',
      'a threat denied in the next sentence, in one word',
      [
        '2031-05-12',
        "Peru's president said Norway had threatened to close its ports. The Norwegian ambassador, Carl Moe, denied it.",
      ],
      ['2031-05-12', 'Talks on cod between Norway and Peru resume on Thursday, mediators said.'],
    ],
    [
      'conflict value',
      'where two sides are to meet',
      ['2031-05-05', "Norway's and Peru's negotiators will meet in Lima on May 20, an envoy said."],
      [
        '2031-05-05',
        "Peru's president said the negotiators of Norway and Peru would meet in Cusco on May 20.",
      ],
    ],
    [
      'conflict count',
      'a place in a row',
      ['2031-05-12', 'Norway is the third largest supplier of salmon to Peru.'],
      ['2031-05-14', 'Norway has become the largest supplier of salmon to Peru.'],
    ],
    [
      'contested status',
      'a claim rejected in its own sentence',
      [
        '2031-05-12',
        'Peru said on Monday that Norway had offered to raise the cod quota to 9,000 tonnes, a claim the fisheries ministry rejected.',
      ],
      ['2031-05-12', 'Talks on cod resume on Thursday, mediators said.'],
    ],
    [
      'contested status',
      'a promise denied in the next sentence',
      [
        '2031-05-12',
        'Norway had promised to share the catch data every day, Peruvian officials said. Norway denied making such a promise.',
      ],
      ['2031-05-12', 'Talks on cod resume on Thursday, mediators said.'],
    ],
    [
      'conflict value',
      'how long an accord runs, between two whom both reports are about',
      [
        '2031-05-15',
        'Norway and Peru signed the anchovy accord in Lima on Thursday. The agreement runs for three years.',
      ],
      [
        '2031-05-16',
        'Peru and Norway signed an accord on anchovy on Thursday. The accord is valid for two years, Peru said.',
      ],
    ],
    [
      'conflict value',
      'what was landed in a year that is over, told lower first',
      ['2031-05-14', 'Norway landed 260,000 tonnes of mackerel last year, the ministry said.'],
      ['2031-05-15', 'Norwegian trawlers landed 283,000 tonnes of mackerel last year, the league said.'],
    ],
    [
      'conflict value',
      'a step in points, and the same number in percent',
      ['2031-05-14', 'The levy on cod would rise by five percentage points each month, the ministry said.'],
      ['2031-05-20', 'Under the plan the levy on cod will go up by 5 percent every month until October.'],
    ],
    [
      'explained date',
      'a day planned otherwise some days later',
      ['2031-05-02', 'Norway and Peru will hold fishing talks in Lima on May 14, ministers said.'],
      ['2031-05-07', 'Norway and Peru will hold fishing talks in Lima on May 15, officials said.'],
    ],
    [
      'contested status',
      'what is told only after it was denied',
      [
        '2031-05-12',
        'The minister denied that Norway had threatened to close its ports to Peruvian trawlers.',
      ],
      ['2031-05-19', 'Norway had threatened to close its ports to Peruvian trawlers, Soto said on Sunday.'],
    ],
    [
      'contested status',
      'a denial in few words, and who says so in the next sentence',
      [
        '2031-05-12',
        'The union denied that it had turned down arbitration. The owner, Ola Lind, said the union had turned down arbitration.',
      ],
      ['2031-05-12', 'Talks on the strike resume on Thursday, mediators said.'],
    ],
    [
      'contested status',
      'a promise told and denied in other words',
      ['2031-05-12', 'Peru agreed to withdraw from Sarn within two weeks, minister Ola Lind said.'],
      ['2031-05-13', 'Ana Soto denied that Peru had promised to pull out of Sarn.'],
    ],
  ])('%s: %s', async (kind, _what, a, b) => {
    const { disputes } = await recordOf(a, b)
    expect(disputes.map((one) => `${one.class} ${one.type}`)).toEqual([kind])
  })
})

describe('is no dispute', () => {
  it.each<[what: string, a: Told, b: Told]>([
    [
      'a bound that holds the other number',
      ['2031-05-12', 'More than 60,000 civil servants were sent home on Monday.'],
      ['2031-05-12', 'Some 62,400 civil servants were sent home on Monday.'],
    ],
    [
      'a part and the whole',
      ['2031-05-12', 'The strike idled 45 container ships on Monday.'],
      ['2031-05-12', 'The strike idled 62 ships on Monday, among them 45 container ships.'],
    ],
    [
      'a count that has grown',
      ['2031-05-12', 'The strike has idled 45 ships.'],
      ['2031-05-16', 'The strike has idled 62 ships.'],
    ],
    [
      'what two parties want',
      ['2031-05-12', 'The Senate offered $800 billion in new revenue on Monday.'],
      ['2031-05-12', 'President Lund demanded $1.2 trillion in new revenue on Monday.'],
    ],
    [
      'numbers of two towns on one day',
      ['2031-05-12', 'Shelling killed 31 people in Sarn on Sunday, officials said.'],
      ['2031-05-12', 'Shelling killed nine people in Telm on Sunday, the ministry said.'],
    ],
    [
      'a toll that has risen by the next day',
      ['2031-05-12', 'Shelling killed nine people in Sarn on Sunday, the ministry said.'],
      ['2031-05-13', 'Shelling killed 14 people in Sarn on Sunday, the ministry said.'],
    ],
    [
      'what is not done yet, and then done',
      ['2031-05-12', 'Norway said Peru had not lifted the ban on cod imports.'],
      ['2031-05-14', 'Peru has lifted the ban on cod imports, Norway said on Wednesday.'],
    ],
    [
      'what is only wished for',
      ['2031-05-12', 'Norway said Peru should open its ports to Norwegian trawlers.'],
      ['2031-05-12', 'Peru said it had not opened its ports to Norwegian trawlers.'],
    ],
    [
      'a supplier and its customer, each ranked by the other',
      ['2031-05-12', 'Norway is the third largest supplier of Peru.'],
      ['2031-05-14', 'Peru is the second largest supplier of Norway.'],
    ],
    [
      'what was signed besides',
      ['2031-05-12', 'President Lund signed two decrees on fishing quotas on Monday.'],
      ['2031-05-12', 'President Lund also signed three other decrees on Monday.'],
    ],
    [
      'an offer that is rejected: nobody says that it was not made',
      ['2031-05-12', 'Norway offered to raise the cod quota to 9,000 tonnes. Peru rejected it.'],
      ['2031-05-12', 'Talks on cod resume on Thursday, mediators said.'],
    ],
    [
      'two meetings',
      ['2031-05-05', 'Norway and Peru will hold talks on salmon in Lima on May 12.'],
      ['2031-05-05', 'Norway and Peru will hold talks on anchovy in Oslo on May 20.'],
    ],
    [
      'the next sitting, told once the first day has passed',
      ['2031-05-11', 'Norway and Peru will open fishing talks in Lima on May 12.'],
      ['2031-05-13', 'Norway and Peru will hold more fishing talks in Lima on May 14.'],
    ],
    [
      'the vote of each chamber',
      ['2031-05-15', 'The Senate approved the budget bill on Thursday by 52 votes to 48.'],
      ['2031-05-15', 'The House approved the budget bill on Thursday by 257 votes to 167.'],
    ],
    [
      'a group that has grown',
      ['2031-05-12', 'The ban of the Norwegian ministry threatens nearly 65,000 foreign fishermen.'],
      [
        '2031-06-20',
        'Left open is the lot of some 80,000 foreign fishermen after the Norwegian ministry announced its ban.',
      ],
    ],
    [
      'steps of two things',
      ['2031-05-14', 'The levy on cod would rise by five percentage points each month, the ministry said.'],
      ['2031-05-14', 'Rents in Bergen will go up by 5 percent every month until October.'],
    ],
    [
      'counts of what neither report calls the one',
      ['2031-05-08', 'Norway and Peru held talks on cod. Some 1,428 lorries waited.'],
      ['2031-05-09', 'Norway and Peru held more talks on cod. About 1,119 lorries waited.'],
    ],
    [
      'a sitting that goes on',
      ['2031-05-08', 'Norway and Peru will hold fishing talks in Lima on May 12.'],
      ['2031-05-11', 'Fishing talks between Norway and Peru in Lima will continue on May 14.'],
    ],
    [
      'how long two accords run, each of other sides',
      ['2031-05-15', 'Norway and Peru signed an accord on anchovy. The agreement runs for three years.'],
      ['2031-05-16', 'Chile and Peru signed an accord on tuna. The accord is valid for two years.'],
    ],
    [
      'blame for two things',
      ['2031-05-12', 'Norway blamed Peru on Sunday for the collapse of the fishing talks.'],
      ['2031-05-13', 'Peru blamed Norway on Monday for the delay of the ferry.'],
    ],
    [
      'a surplus of one side that is the deficit of the other',
      ['2031-05-15', 'Norway had a trade surplus of $8 billion with Peru last year.'],
      ['2031-05-15', 'Peru had a trade deficit of $8 billion with Norway last year.'],
    ],
    [
      'the night between two days of the week',
      ['2031-05-16', 'Norway and Peru signed the fisheries treaty on Wednesday in Lima.'],
      ['2031-05-16', 'Norway and Peru signed the fisheries treaty in Lima on Thursday.'],
    ],
  ])('%s', async (_what, a, b) => {
    expect((await recordOf(a, b)).disputes).toEqual([])
  })

  it('a meeting held on other days than planned: it is history', async () => {
    const { disputes, entries } = await recordOf(
      ['2031-05-05', 'Norway and Peru plan a second round of fishing talks in Lima from May 12 to 14.'],
      ['2031-05-16', 'Norway and Peru held the second round of fishing talks in Lima from May 13 to 15.'],
    )
    expect(disputes).toEqual([])
    expect(
      entries.filter(({ kind }) => kind === 'round').map(({ history }) => history.map(({ value }) => value)),
    ).toEqual([['2031-05-12 to 2031-05-14']])
  })

  it('a wish that one party changes: it is history', async () => {
    const { disputes, entries } = await recordOf(
      ['2031-05-12', 'President Lund demanded $1.6 trillion in new tax revenue over ten years on Monday.'],
      [
        '2031-05-20',
        'President Lund has lowered his demand for new tax revenue to $1.2 trillion, aides said on Tuesday.',
      ],
    )
    expect(disputes).toEqual([])
    expect(entries.flatMap(({ history }) => history.map(({ value }) => value))).toEqual([
      '$1.6tn (told 2031-05-12)',
    ])
  })
})
