// In: made-up mentions and claims. Out: that the reports of what is negotiated are told from other news, and a story alone from nothing.
import { expect, test } from 'vitest'
import type { Reading } from '../model/index.ts'
import { isToldOf, matterGrounds, type OfMatter, reportsOfMatter as reportsBy } from './of-matter.ts'

/** A report that names these, with sentences that tell of meetings and others that do not; of a reading only what is looked at. */
const reading = (
  id: string,
  names: readonly string[],
  meetings: readonly string[] = [],
  others: readonly string[] = [],
): Reading =>
  ({
    report: { id, title: '', published: {} },
    mentions: names.map((name) => ({ id: name, name, type: 'organisation', count: 3 })),
    claims: [
      ...meetings.map((quote) => ({
        kind: 'act',
        body: { type: 'meet', about: { thread: 'round' } },
        evidence: { quote },
      })),
      ...others.map((quote) => ({ kind: 'figure', body: {}, evidence: { quote } })),
    ],
  }) as unknown as Reading

const reportsOfMatter = (readings: readonly Reading[]) => reportsBy(matterGrounds(readings))

const many = (count: number, make: (at: number) => Reading) =>
  Array.from({ length: count }, (_, at) => make(at))
const TALKS = [
  'Iceland offered to meet Norway on the mackerel quota.',
  'Norway would discuss the mackerel quota with Iceland again.',
  'Ministers of Norway and Iceland met over mackerel.',
  'The quota for mackerel stays open, Norway told Iceland.',
]
const fisheries = many(12, (at) =>
  reading(`fish${at}`, ['Norway', 'Iceland', 'good:mackerel', `org:port${at % 4}`, 'org:press'], TALKS),
)
const weather = many(120, (at) =>
  reading(
    `other${at}`,
    ['org:press', `org:town${at % 30}`, `person:mayor${at % 40}`],
    at % 9 === 0 ? [`The mayor met the council of town ${at % 30}.`] : [],
    [
      `Rain of ${at} millimetres fell on street${at % 17}.`,
      `The fair drew ${at} guests to square${at % 23}.`,
    ],
  ),
)
const found = (readings: readonly Reading[]) =>
  [...(reportsOfMatter(readings)!.reports as ReadonlySet<string>)].sort()
const ids = (readings: readonly Reading[]) => readings.map(({ report }) => report.id).sort()

test('among other news the reports that negotiate, and those alike, are of the matter', () => {
  const quiet = reading(
    'fish-quiet',
    ['Norway', 'Iceland', 'good:mackerel'],
    [],
    ['Mackerel fed Norway and Iceland.'],
  )
  expect(found([...weather, ...fisheries, quiet])).toEqual(ids([...fisheries, quiet]))
})

test('the order of the reports changes nothing', () => {
  const all = [...weather, ...fisheries]
  expect(found(all)).toEqual(found([...all].reverse()))
})

test('of one country’s news, the bill that its chambers bargain over is told from its other affairs', () => {
  const chambers = ['org:senate', 'org:house', 'person:lund']
  const bill = many(10, (at) =>
    reading(
      `bill${at}`,
      [...chambers, 'org:treasury'],
      [
        'The Senate rejected the ferry subsidy that the House had added to the budget.',
        'President Lund demanded a budget without the ferry subsidy.',
        'The House would vote on the ferry subsidy again.',
      ],
      [`Ferry crews, ${at} of them, watched the budget debate.`],
    ),
  )
  const politics = many(100, (at) =>
    reading(
      `politics${at}`,
      [...chambers.slice(0, 1 + (at % 3)), `person:member${at % 35}`],
      at % 6 === 0 ? [`The Senate met member${at % 35} about affair${at % 19}.`] : [],
      [
        `President Lund gave medal${at % 29} to guest${at % 31}.`,
        `The House counted ${at} visitors at gate${at % 13}.`,
        `A poll of town${at % 37} put the Senate at ${at} points.`,
      ],
    ),
  )
  expect(found([...politics, ...bill])).toEqual(ids(bill))
})

test('what appeared years before and shares no more than half with a matter is not of it', () => {
  const on = (latest: string, one: Reading): Reading =>
    ({ ...one, report: { ...one.report, published: { latest } } }) as Reading
  const half = ['Norway', 'good:mackerel', 'org:old1', 'org:old2']
  const older = (latest: string) =>
    many(6, (at) => on(latest, reading(`old${at}`, half, ['Norway and Chile met over the mackerel quota.'])))
  const now = fisheries.map((one, at) => on(`2024-05-${10 + at}`, one))
  const dated = weather.map((one, at) => on(`20${12 + (at % 12)}-03-01`, one))
  const among = (latest: string) => found([...dated, ...now, ...older(latest)])
  expect(among('2024-05-15')).toEqual(ids([...fisheries, ...older('')]))
  expect(among('2014-05-15')).toEqual(ids(fisheries))
})

test('of one story, of a handful and of news without talks, none is set apart', () => {
  const names = ['Norway', 'Iceland', 'good:mackerel', 'org:press']
  const story = [
    ...fisheries,
    ...many(12, (at) => reading(`more${at}`, names, TALKS.slice(0, at % 3), TALKS.slice(3))),
  ]
  expect(reportsOfMatter(story)).toBeUndefined()
  expect(reportsOfMatter([...fisheries.slice(0, 4), ...weather.slice(0, 4)])).toBeUndefined()
  expect(reportsOfMatter(weather)).toBeUndefined()
})

test('of a report that brushes a matter only sentences with its words are of it', () => {
  const matter: OfMatter = {
    reports: new Set(['whole', 'half']),
    whole: new Set(['whole']),
    words: new Set(['mackerel', 'quota']),
  }
  const told = (report: string, quote: string) => isToldOf([{ report, quote }], matter)
  expect(told('whole', 'The minister resigned.')).toBe(true)
  expect(told('half', 'Norway raised its quotas.')).toBe(true)
  expect(told('half', 'The minister resigned.')).toBe(false)
  expect(told('other', 'Norway raised its quotas.')).toBe(false)
})

test('who is in the news of everything joins nothing to a matter', () => {
  const everywhere = ['org:assembly', 'person:premier', 'org:left', 'org:right']
  const talks = many(8, (at) =>
    reading(
      `dam${at}`,
      [...everywhere, 'org:river-board', `org:farm${at}`],
      [
        'The Assembly met the Premier on the dam and the river board.',
        `Left and Right agreed to discuss the dam with farm${at}.`,
      ],
    ),
  )
  const other = many(120, (at) =>
    reading(
      `other${at}`,
      [...(at % 5 < 2 ? everywhere : []), `org:club${at % 40}`],
      at % 5 < 2 ? [`The Assembly met the Premier on matter${at}.`] : [],
      [`Guests of club${at % 40} counted ${at} geese.`],
    ),
  )
  expect(found([...talks, ...other])).toEqual(ids(talks))
})

test('short reports that have each name only twice are of a matter too', () => {
  const short = many(6, (at) => {
    const one = reading(`port${at}`, [], ['The dockers of Kelm met Portline.', `Talks at Kelm, day ${at}.`])
    const names = ['org:dockers', 'org:portline', 'place:kelm']
    return { ...one, mentions: names.map((id) => ({ id, name: id, type: 'organisation', count: 2 })) }
  })
  expect(found([...weather, ...(short as unknown as Reading[])])).toEqual(ids(short as unknown as Reading[]))
})

test('bodies that more than half of all news name make no one story of them', () => {
  const chambers = ['US', 'org:senate', 'org:house', 'person:lund']
  const dam = many(10, (at) =>
    reading(`dam${at}`, [...chambers, 'org:river-board'], ['The Senate met the river board over the dam.']),
  )
  const other = many(100, (at) =>
    reading(
      `other${at}`,
      at % 10 < 6 ? chambers : [`org:club${at % 40}`],
      at % 8 === 0 ? [`The Senate met guest${at}.`] : [],
      [`Guests of club${at % 40} counted ${at} geese.`],
    ),
  )
  expect(found([...dam, ...other])).toEqual(ids(dam))
})
