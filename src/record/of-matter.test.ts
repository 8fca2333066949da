// In: made-up mentions and claims. Out: that the reports of what is negotiated are told from other news, and a story alone from nothing.
import { expect, test } from 'vitest'
import type { Reading } from '../model/index.ts'
import { reportsOfMatter } from './of-matter.ts'

/** A report that names these and tells of so many meetings; of a reading only what is looked at. */
const reading = (id: string, names: readonly string[], meetings = 0): Reading =>
  ({
    report: { id },
    mentions: names.map((name) => ({ id: name, name, type: 'organisation', count: 2 })),
    claims: Array.from({ length: meetings }, () => ({
      kind: 'act',
      body: { about: { thread: 'round' } },
    })),
  }) as unknown as Reading

const many = (count: number, make: (at: number) => Reading) =>
  Array.from({ length: count }, (_, at) => make(at))
const fisheries = many(12, (at) =>
  reading(`fish${at}`, ['NO', 'IS', 'good:mackerel', `org:port${at % 4}`, 'org:press'], 4),
)
const weather = many(120, (at) =>
  reading(`other${at}`, ['org:press', `org:town${at % 30}`, `person:mayor${at % 40}`], at % 9 === 0 ? 1 : 0),
)
const ids = (readings: readonly Reading[]) => readings.map(({ report }) => report.id).sort()

test('among other news the reports that negotiate, and those alike, are of the matter', () => {
  const quiet = reading('fish-quiet', ['NO', 'IS', 'good:mackerel'])
  const found = reportsOfMatter([...weather, ...fisheries, quiet])
  expect([...found!].sort()).toEqual(ids([...fisheries, quiet]))
})

test('the order of the reports changes nothing', () => {
  const all = [...weather, ...fisheries]
  expect([...reportsOfMatter(all)!].sort()).toEqual([...reportsOfMatter([...all].reverse())!].sort())
})

test('of one story, of a handful and of news without talks, none is set apart', () => {
  const story = [
    ...fisheries,
    ...many(12, (at) => reading(`more${at}`, ['NO', 'IS', 'good:mackerel'], at % 3)),
  ]
  expect(reportsOfMatter(story)).toBeUndefined()
  expect(reportsOfMatter([...fisheries.slice(0, 4), ...weather.slice(0, 4)])).toBeUndefined()
  expect(reportsOfMatter(weather)).toBeUndefined()
})
