// In: short reports of our own. Out: what the first page makes of them, section by section.
import { expect, it } from 'vitest'
import { reportFromFields } from '../../intake/from-json.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { buildRecord } from '../../record/build.ts'
import { readerOf } from '../../record/in-memory.ts'
import { linkageLines } from '../leverage.ts'
import { type Line, textOf } from '../lines/line.ts'
import { briefPage } from './brief.ts'

const engine = loadEngine({})

type Told = Readonly<Record<string, string>>

/** The record of reports by their days. */
async function readerFor(told: Told) {
  const readings = []
  const texts = new Map<string, string>()
  for (const [date, text] of Object.entries(told)) {
    const fields = { outlet: 'Harbour Post', title: 'News', text, ...(/^\d/.test(date) ? { date } : {}) }
    const { reports } = await reportFromFields(fields, date)
    for (const report of reports) texts.set(report.id, report.text)
    readings.push(...reports.map((report) => readReport(report, engine)))
  }
  return readerOf(buildRecord(readings), texts)
}

async function sectionOf(told: Told, section: string): Promise<readonly Line[]> {
  const page = briefPage(await readerFor(told), { all: false })
  return page.sections.find(({ id }) => id === section)?.lines ?? []
}

/** Lines of a section of the page of reports by their days; parts of a line behind it. */
async function lines(told: Told, section: string): Promise<string[]> {
  const all = (line: Line): string[] => [textOf(line), ...line.lines.flatMap(all)]
  return (await sectionOf(told, section)).flatMap(all)
}

it('what nobody is named for and somebody denies is told in one line', async () => {
  const text = 'The Norwegian fisheries ministry denied that it had offered Iceland a larger cod quota.'
  expect(await lines({ '2031-05-19': text }, 'disputes')).toEqual([
    expect.stringMatching(/^said and denied · denied by .*ministry: “The .+” — Harbour Post$/),
  ])
})

it('a rate that stands since the day for which it was planned is told once', async () => {
  const told = {
    '2031-05-19': 'Norway will impose a tariff of 15% on Icelandic salmon from June 1.',
    '2031-06-20': 'Norway has imposed a tariff of 15% on Icelandic salmon since June 1.',
  }
  expect(await lines(told, 'in-force')).toEqual([expect.stringMatching(/15 %, since 1 Jun 2031/)])
  expect(await lines(told, 'disputes')).toEqual([])
})

it('a name that says too little is told by its sentence', async () => {
  const told = { '2031-05-19': 'Old bills go to a mediator, who is to be named by June 15.' }
  expect(await lines(told, 'next')).toEqual([
    expect.stringContaining('“Old bills go to a mediator, who is to be named by June 15.”'),
  ])
})

it('a stand without words of its own is told by its sentence', async () => {
  const text =
    "Norway's government wants the dispute over four reefs, among them Aland and Skerry, brought before the court in Hamburg."
  const found = (await lines({ '2031-05-19': text }, 'positions')).join('\n')
  expect(found).toContain("“Norway's government wants the dispute over four reefs")
})

it('what can be checked is told before what is only well said', async () => {
  const quips = [
    'a door is a door',
    'nobody eats principles',
    'the sea has no memory',
    'winter knows no treaties',
  ]
  const text = `Iceland and Norway met in Bergen on Friday. ${quips
    .map((words) => `"We say it again and again, ${words}," Norwegian minister Terje Aas said.`)
    .join(' ')} Aas said the herring fleet would lose 900 jobs by March.`
  const [first] = await lines({ '2031-05-19': text }, 'statements')
  expect(first).toContain('900 jobs')
})

it('a deed in too few words is told by its sentence', async () => {
  const text =
    'Norway and Iceland met in Bergen on Friday. Iceland had offered a smaller mesh; Norway rejected it on May 16.'
  const told = { '2031-05-19': text }
  const found = [...(await lines(told, 'acts')), ...(await lines(told, 'positions'))].join('\n')
  expect(found).toContain('smaller mesh')
})

it('a plan whose day is over and a deed told twice are not told again', async () => {
  const told = {
    '2031-05-02':
      'Norway and Iceland met in Bergen on May 2. The seamen of Skerry will vote on the offer on May 9.',
    '2031-05-19':
      'Norway and Iceland met in Bergen on Friday. Iceland recalled its ambassador from Oslo on May 16 over the quota. Iceland recalled its ambassador from Oslo.',
  }
  const found = await lines(told, 'acts')
  expect(found.join('\n')).not.toContain('will vote')
  expect(found.filter((line) => line.includes('ambassador'))).toHaveLength(1)
})

it('a rate that some report tells is not called unknown', async () => {
  const measure = 'Norway has imposed a salmon levy on Iceland since May 2. '
  const told = {
    '2031-05-19': measure,
    '2031-05-20': 'The 12 percent salmon levy hurts Iceland, minister Jon Vik said.',
  }
  expect((await lines(told, 'not-known')).join('\n')).not.toContain('salmon levy')
})

it('what points back or tells of a border is no deed', async () => {
  const text =
    'Iceland and Norway met in Bergen on Friday. Norway turned that down. Iceland recalled its ambassador from Oslo. The valley lies where Norway and Sweden meet Finland.'
  const found = (await lines({ '2031-05-19': text }, 'acts')).join('\n')
  expect(found).toContain('recalled its ambassador')
  expect(found).not.toMatch(/turned that down|meet Finland/)
})

it('what a tie or a dispute says is no statement beside it', async () => {
  const told = {
    '2031-05-19':
      'Norway will cut deliveries of gas to Denmark from June 6 unless Equa pays the $38 million it has retained, the energy ministry said.',
    '2031-05-22':
      'Norway would cut deliveries of gas to Denmark from June 6 unless Equa paid the $38 million it retained, minister Terje Aas said. "It is not a threat to anybody, it is a clause," Aas said.',
  }
  const found = (await lines(told, 'statements')).join('\n')
  expect(found).toContain('it is a clause')
  expect(found).not.toMatch(/cut deliveries[\s\S]*cut deliveries/)
})

it('an end that was put off is not told beside the later one', async () => {
  const told = {
    '2031-02-14': 'Norway exempted Icelandic trawlers from the port ban until March 31.',
    '2031-03-20': 'Norway extended the exemptions for trawlers from the port ban until June 30.',
  }
  const found = (await lines(told, 'next')).join('\n')
  expect(found).toContain('30 Jun 2031')
  expect(found).not.toContain('31 Mar 2031')
})

it('an end on a condition that is refused is no announcement', async () => {
  const refused = 'Norway would not lift the ban on Icelandic cod unless Iceland withdrew its patrol boats.'
  expect(await lines({ '2031-02-14': refused }, 'announced')).toEqual([])
  const promised = 'Norway will lift the ban on Icelandic cod on June 1.'
  expect((await lines({ '2031-02-14': promised }, 'announced')).join('\n')).toMatch(/ban/)
})

it('each stand on an issue is a line that names it', async () => {
  const text =
    'On the cod quota, Norway demands a cut of 10 percent in the cod quota. Iceland opposes any cut in the cod quota.'
  const found = await lines({ '2031-02-14': text }, 'positions')
  expect(found.length).toBeGreaterThan(1)
  expect(found.every((line) => line.includes(' · '))).toBe(true)
})

it('what was called off since is not ahead, what was not is', async () => {
  const announced =
    'Danish dockers will strike for 48 hours from October 1. The seamen will strike from October 3.'
  const told = { '2031-09-14': announced, '2031-09-30': 'The strike planned by the dockers was called off.' }
  expect((await lines({ '2031-09-14': announced }, 'next')).join('\n')).toMatch(/strike/)
  expect((await lines(told, 'next')).join('\n')).not.toMatch(/dockers will strike/)
  const other = { '2031-09-14': announced, '2031-09-30': 'The mayor called off the harbour concert.' }
  expect((await lines(other, 'next')).join('\n')).toMatch(/dockers will strike/)
})

it('what began or was done about its day did not fall due without outcome', async () => {
  const plan =
    'Cable repairs in Norway, which were to start on October 20, were postponed to November 3 because of storms.'
  const told = { '2031-10-18': plan, '2031-11-08': 'Cable repairs began on November 4, the ministry said.' }
  expect(await lines(told, 'fell-due')).toEqual([])
  const untold = { '2031-10-18': plan, '2031-11-08': 'The mayor opened a concert hall in Bergen.' }
  expect((await lines(untold, 'fell-due')).join('\n')).toMatch(/[Cc]able repairs/)
})

it('what was denied does not read as said', async () => {
  const told = {
    '2031-10-18': 'Norway met Iceland in Bergen on Friday. Aas denied that the studios planned to leave.',
  }
  const found = [...(await lines(told, 'statements')), ...(await lines(told, 'disputes'))].join('\n')
  expect(found).toMatch(/den(?:y that|ied by)/)
})

it('an amount that somebody asks for is told with what it is asked for', async () => {
  const text = 'Norway demands 12 percent. Iceland wants 40,000 tonnes of cod for its own fleet.'
  const found = (await lines({ '2031-02-14': text }, 'positions')).join('\n')
  expect(found).toMatch(/40,000 tonnes of cod/)
  expect(found).not.toMatch(/demand: “12 percent”/)
})

it('a speaker who repeats his numbers is told once, and a condition told over and over twice', async () => {
  const told = {
    '2031-05-19':
      'Finance minister Terje Aas of Norway said the 12 percent fee on Danish ferries would cover 40 harbours.',
    '2031-05-20':
      'Norwegian minister Terje Aas said on Tuesday that ferries from Denmark at 40 ports must expect a charge of 12 percent.',
    '2031-05-22':
      'Norway will impose a tariff on Danish butter unless Denmark opens its market. Norway would put the tariff on Danish butter in June, unless the Danes open up. Norway will levy a tariff on Danish butter if Denmark shuts its market to fish.',
  }
  expect((await lines(told, 'statements')).join('\n').match(/40/g)).toHaveLength(1)
  const conditions = linkageLines(await readerFor(told)).map(textOf)
  expect(conditions.filter((line) => line.startsWith('condition'))).toHaveLength(2)
})

it('events stand in the order of their days, in whole sentences, and none that only somebody tells of himself', async () => {
  const found = await lines(
    {
      '2031-05-19':
        'Iceland and Norway met in Bergen on Monday, May 12. Norway recalled its ambassador from Reykjavik on Friday after three trawlers were seized off Skerry Bank. "We dismissed our captain last week," Terje Aas said.',
      '2031-05-26': 'Iceland dismissed its fisheries minister on May 22, two days before the vote.',
    },
    'acts',
  )
  const at = (words: string) => found.findIndex((line) => line.includes(words))
  expect(found[at('recalled')]).toBe(
    '16 May 2031: “Norway recalled its ambassador from Reykjavik on Friday after three trawlers were seized off Skerry Bank.”',
  )
  expect(at('dismissed its fisheries minister')).toBeGreaterThan(at('recalled'))
  expect(at('captain')).toBe(-1)
})

it('what is told in the present of days to come is next', async () => {
  const told = { '2031-05-19': "Norway's fishermen vote from June 2 to 9." }
  expect(await lines(told, 'next')).toEqual([expect.stringContaining('vote from June 2 to 9')])
})

it('what was done is not ahead, whatever day it was given', async () => {
  const told = {
    '2031-09-10':
      'Norway would stop deliveries to Denmark on 15 December, minister Terje Aas told reporters in Oslo. The Danish energy ministry corrected him the same evening.',
  }
  expect((await lines(told, 'next')).join('\n')).not.toContain('corrected him')
})

it('a condition, an offer or a promise of long ago is not told as one of today', async () => {
  const told = {
    '2031-03-02':
      'Norway will not reopen the talks unless Iceland cuts its quota. Iceland promised to publish its catches.',
    '2031-06-20': 'Norway and Iceland held talks on mackerel in Bergen on June 19.',
  }
  const first = { '2031-03-02': told['2031-03-02'] }
  expect(await lines(first, 'linkages')).toHaveLength(1)
  expect(await lines(told, 'linkages')).toEqual([])
  expect((await lines(first, 'agreements')).join()).toContain('publish its catches')
  expect((await lines(told, 'agreements')).join()).not.toContain('publish its catches')
})

it('an older pact that a sentence only recalls is no agreement of the page', async () => {
  const told = {
    '2031-05-12':
      'Norway and Peru held talks in Bergen on May 11. The talks are the first between the two countries since the president of Peru withdrew his country, in May 2028, from the agreement concluded in Lima in 2025, under which catches had been limited to 40 tonnes and fees to 300 crowns.',
    '2031-05-13': 'Norway and Peru signed a herring accord on May 12.',
  }
  const agreements = await lines(told, 'agreements')
  expect(agreements.join('\n')).toContain('herring accord')
  expect(agreements.join('\n')).not.toContain('catches had been limited')
})

it('what was only told ahead of its day is no event of that day', async () => {
  const fixed = 'The third round has since been fixed for Bergen on May 24, Norway said.'
  const told = (last: string) => ({ '2031-05-12': fixed, '2031-06-20': last })
  expect((await lines(told('Norway sells herring.'), 'acts')).join()).not.toContain('fixed for Bergen')
})

it('a term of then is told with the day of its report', async () => {
  const accord =
    'Norway and Peru signed a herring accord on May 9. Under the accord, Norway will mend two weirs. Under the accord, Peru will open a port by August 1.'
  const terms = async (last: string) =>
    (await sectionOf({ '2031-05-10': accord, [last]: 'Peru sells herring.' }, 'agreements')).flatMap((line) =>
      line.lines.map(textOf),
    )
  for (const term of await terms('2031-05-12')) expect(term).not.toContain('reported')
  const [weirs, port] = await terms('2031-06-20')
  expect(weirs).toMatch(/two weirs.* · reported 10 May 2031$/)
  expect(port).not.toContain('reported')
})

it('of a measure that stands no step is told that was planned for a time that is over', async () => {
  const told = (last: string) => ({
    '2031-03-02':
      'Norway has imposed a tariff of 15% on Icelandic salmon since February 3. Norway will raise its tariff on Icelandic salmon to 30% on May 4 unless Iceland cuts its quota.',
    [last]: 'Norway and Iceland held talks on mackerel in Bergen.',
  })
  const force = async (last: string) => (await lines(told(last), 'in-force')).join('\n')
  expect(await force('2031-03-12')).toContain('to be raised to 30 %')
  expect(await force('2031-06-20')).toMatch(/tariff.*15 %, since 3 Feb 2031/)
  expect(await force('2031-06-20')).not.toContain('30 %')
})

it('a sentence that gave no claim stands once, behind the line whose sentence it goes on from', async () => {
  const text =
    'Norway and Iceland will hold a third round of talks on mackerel in Bergen on June 12. It is bound to be a long day.'
  const told = (await lines({ '2031-06-02': text }, 'next')).join('\n')
  expect(told.split('after it: “It is bound to be a long day.”')).toHaveLength(2)
  const apart = text.replace('12. ', '12.\n\n')
  expect((await lines({ '2031-06-02': apart }, 'next')).join('\n')).not.toContain('a long day')
})

it.each([
  'Bo Aas A skipper who has led the fleet for a decade, and who is close to it.',
  '– for there being no other day.',
  'While it was bound to be a long day for all who had come to Bergen on the slow boat from the islands, with their crates and their children and their dogs and no bread at all left on board after four nights of storm, nobody had thought to open the hall.',
])(
  'no rest of a sentence, no heading run into one and no clause without its end goes on from it: %s',
  async (next) => {
    const text = `Norway and Iceland will hold a third round of talks on mackerel in Bergen on June 12. ${next}`
    expect((await lines({ '2031-06-02': text }, 'next')).join('\n')).not.toContain('after it')
  },
)

it('what begins with somebody’s words is no event', async () => {
  const told = {
    '2031-05-19':
      'Iceland and Norway met in Bergen on Friday. Iceland recalled its ambassador from Oslo on May 16.',
    x: '"Norway arrested nine skippers from Iceland," says Kari Lund, who sells nets. Norway freed 40 sailors.',
  }
  const found = (await lines(told, 'acts')).join('\n')
  expect(found).toContain('freed 40 sailors')
  expect(found).not.toContain('arrested')
})
