import { expect, test } from 'vitest'
import { NO, PE, reading, type Sentence } from '../../test/fixtures/readings.ts'
import type { Reading, Ref, StanceKind } from '../model/index.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { differenceOf, differencePage } from './difference.ts'
import { textOf } from './lines/line.ts'

const stand = (party: Ref, stance: StanceKind, content = 'the fishing quota'): Sentence => ({
  kind: 'position',
  quote: `${party.name} takes a ${stance} on ${content}.`,
  body: {
    party,
    issue: { text: 'the fishing quota', start: 0, end: 17, head: 'quota', ids: [] },
    stance,
    content: { text: content, start: 0, end: content.length, head: 'quota', ids: [] },
    toldBy: 'self',
    teller: [],
  },
})

const says = (party: Ref, words: string): Sentence => ({
  kind: 'statement',
  quote: `${party.name} said: ${words}`,
  body: { speaker: [party], of: [], cue: 'say', content: words, form: 'mixed', addressee: [] },
})

let id = 0
const report = (published: string, ...sentences: Sentence[]): Reading =>
  reading(`r${id++}`, { published }, sentences)

const since = (day: string, ...readings: Reading[]) => {
  const reader = (asOf?: string) => readerOf(buildRecord(readings, asOf ? { asOf } : {}), new Map())
  return { found: differenceOf(reader(day), reader()), page: differencePage(reader(day), reader()) }
}
const MAY = '2031-05-15'

test.each<[string, StanceKind, StanceKind, string[]]>([
  ['harder', 'offer', 'demand', ['hardened']],
  ['softer', 'red-line', 'offer', ['softened']],
  ['the same', 'demand', 'demand', []],
])('a stand told later that is %s', (_, first, then, ways) => {
  const { found } = since(
    MAY,
    report('2031-05-10', stand(NO, first)),
    report('2031-05-20', stand(NO, then, 'the fishing quota off Bergen')),
  )
  expect(found.movements.map(({ way }) => way)).toEqual(ways)
})

test('a first stand on an issue appears; one of a record that knew nothing before does not', () => {
  const later = report('2031-05-20', stand(PE, 'demand'))
  const { found } = since(MAY, report('2031-05-10', stand(NO, 'offer')), later)
  expect(found.movements.map(({ way }) => way)).toEqual(['appeared'])
  expect(since('2031-01-01', later).found.movements).toEqual([])
})

test('a stand told twice that the party leaves out of what it says since falls silent', () => {
  const told = [report('2031-05-10', stand(NO, 'demand')), report('2031-05-11', stand(NO, 'demand'))]
  const spoken = (day: string, words: string) => report(day, says(NO, words))
  const silent = since(
    MAY,
    ...told,
    spoken('2031-05-20', 'the weather is fine'),
    spoken('2031-05-21', 'ships sail'),
  )
  expect(silent.found.movements.map(({ way }) => way)).toEqual(['not heard since'])
  expect(since(MAY, ...told, spoken('2031-05-20', 'the weather is fine')).found.movements).toEqual([])
})

test('words in quotation marks that a party says in two reports are a set phrase', () => {
  const phrase = (day: string) =>
    report(day, says(NO, `the sea needs “shared and fair stewardship” by ${day}`))
  const { found, page } = since(
    MAY,
    report('2031-05-10', says(NO, 'no')),
    phrase('2031-05-20'),
    phrase('2031-05-22'),
  )
  expect(found.phrases.map(({ way, phrase }) => [way, phrase.words])).toEqual([
    ['appeared', 'shared and fair stewardship'],
  ])
  expect(page.sections.find((section) => section.id === 'phrases')?.lines.map(textOf)).toEqual([
    'appeared: Norway, “shared and fair stewardship”, first on 20 May 2031, in 2 reports',
  ])
  expect(since(MAY, phrase('2031-05-20')).found.phrases).toEqual([])
})

test('a set phrase falls silent where its party speaks on without it', () => {
  const old = ['2031-05-08', '2031-05-10'].map((day) =>
    report(day, says(NO, `a “fair share of the catch” on ${day}`)),
  )
  const since20 = [report('2031-05-20', says(NO, 'ships sail')), report('2031-05-21', says(NO, 'nets dry'))]
  expect(since(MAY, ...old, ...since20).found.phrases.map(({ way }) => way)).toEqual(['not heard since'])
  expect(since(MAY, ...old, since20[0]!).found.phrases).toEqual([])
})
