import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { STORES, STORY } from '../../test/fixtures/dossiers.ts'
import { manyTold } from '../../test/prove/many-told.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { briefPage } from '../views/first-page/brief.ts'
import { recordJson } from '../views/record-json.ts'
import { itemOf } from './item.ts'
import type { Store } from './store.ts'

const report = itemOf('report', { id: 'r', path: 'r.txt' })
const other = itemOf('report', { id: 's', path: 's.txt' })
const note = itemOf('notice', { code: 'x', message: 'y' })
const built = buildRecord(STORY.map((one) => one.reading))
const texts = new Map(STORY.map((one) => [one.report.id, one.report.text]))

describe.each(STORES)('a store %s', (_, make) => {
  let store: Store
  let close: () => void
  beforeEach(() => {
    ;({ store, close } = make())
  })
  afterEach(() => close())

  const change = (at = '2031-05-01T00:00:00.000Z') => store.addChange({ at, kind: 'add', words: 'w' })

  it('says what was there, from which change to which', () => {
    store.transact(() => {
      for (const item of [other, report, note]) store.putItem(item)
      store.begin(report.id, change())
      store.begin(other.id, change())
      expect(store.begin(report.id, change())).toBe(false)
      expect(store.end(report.id, change())).toBe(true)
      expect(store.end(report.id, change())).toBe(false)
      store.begin(report.id, change())
    })
    const ids = (at?: number) =>
      store
        .items('report', at)
        .map((item) => item.id)
        .toSorted()
    expect(ids()).toEqual([report.id, other.id].toSorted())
    expect([0, 1, 2, 3, 4, 6].map((at) => ids(at).length)).toEqual([0, 1, 2, 2, 1, 2])
    expect(store.items('notice')).toEqual([])
    expect(store.presences().filter((one) => one.item === report.id)).toEqual([
      { item: report.id, since: 1, until: 4 },
      { item: report.id, since: 6 },
    ])
  })

  it('keeps all of a transaction or nothing', () => {
    expect(() =>
      store.transact(() => {
        store.putItem(report)
        store.begin(report.id, change())
        store.set('a', 'b')
        store.putText('r', 'Text.', [])
        store.putRecord(built)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect([
      store.changes(),
      store.items('report'),
      store.setting('a'),
      store.text('r'),
      store.reader(),
    ]).toEqual([[], [], undefined, undefined, undefined])
  })

  it.each([
    ['plain', 'Two sides met.\n'],
    ['with every kind of letter', 'Ærlig — naïve “café” 你好 \u{1f30d} \0 \ufffd'],
    ['with half a letter', 'broken \ud83d here'],
    ['that is empty', ''],
  ])('gives back a text %s as it was', (_name, text) => {
    store.transact(() => store.putText('r', text, []))
    expect(store.text('r')).toBe(text)
    store.transact(() => store.putText('r', 'another', []))
    expect(store.text('r')).toBe(text)
  })

  it('keeps readings by version, and forgets those of others', () => {
    const reading = { ...STORY[0]!.reading, report: undefined as never }
    store.transact(() => {
      store.putItem(report)
      store.putReading(report.id, 'one', reading)
      store.putReading(report.id, 'two', { broke: 'why' })
    })
    expect(store.reading(report.id, 'one')).toMatchObject({ claims: reading.claims })
    expect(store.reading(report.id, 'two')).toEqual({ broke: 'why' })
    store.transact(() => store.keepReadingsOf('two'))
    expect(store.readingKeys()).toEqual([{ item: report.id, version: 'two' }])
    expect(['one', 'two'].map((version) => store.hasReading(report.id, version))).toEqual([false, true])
  })

  it('gives back the record it was given, byte for byte, in every query', () => {
    store.transact(() => store.putRecord(built))
    const [kept, given] = [store.reader()!, readerOf(built, texts)]
    expect(JSON.stringify(recordJson(kept))).toBe(JSON.stringify(recordJson(given)))
    for (const query of [
      {},
      { aside: true },
      { kinds: ['measure'] as const },
      { kinds: ['round', 'deadline'] as const, aside: true },
      { words: ['bergen'], aside: true },
      { words: ['erge', 'they'], aside: true },
      { words: ['is'], aside: true },
      { words: ['no such'], aside: true },
    ])
      expect(kept.entries(query).map((entry) => entry.id)).toEqual(
        given.entries(query).map((entry) => entry.id),
      )
    expect(kept.entries({ words: ['bergen'], aside: true }).length).toBeGreaterThan(0)
    expect(kept.ofKind('measure')).toEqual(given.ofKind('measure'))
    const [first] = built.record.entries
    expect(kept.entry(first!.id)).toEqual(first)
    expect(kept.entry('no')).toBeUndefined()
    expect(kept.report(STORY[0]!.report.id)).toEqual(given.report(STORY[0]!.report.id))
    expect(store.reader('2031-06-30')?.on).toBe('2031-06-30')
  })

  it('writes only what changed', () => {
    const less = buildRecord(STORY.slice(0, 3).map((one) => one.reading))
    const first = store.transact(() => store.putRecord(less))
    expect(first).toEqual({ entries: first.entries, changed: first.entries, gone: 0 })
    const second = store.transact(() => store.putRecord(built))
    expect(second.changed).toBeGreaterThan(0)
    expect(second.changed).toBeLessThan(second.entries)
    expect(store.transact(() => store.putRecord(built))).toEqual({
      entries: second.entries,
      changed: 0,
      gone: 0,
    })
    store.transact(() => store.putRecord(less))
    expect(JSON.stringify(recordJson(store.reader()!))).toBe(
      JSON.stringify(recordJson(readerOf(less, texts))),
    )
  })

  it('finds sentences that hold all words, in reports of the record', () => {
    const [a, b] = STORY
    store.transact(() => {
      store.putRecord(buildRecord([a!.reading]))
      for (const one of [a!, b!])
        store.putText(one.report.id, one.report.text, [
          { start: 0, end: one.report.text.indexOf('\n') },
          { start: one.report.text.indexOf('\n') + 1, end: one.report.text.length },
        ])
    })
    const found = (...words: string[]) =>
      store.searchSentences(words, 10).map((hit) => [hit.report, hit.start])
    expect(found('bergen')).toEqual([[a!.report.id, 0]])
    expect(found('Bergen', 'met')).toEqual([[a!.report.id, 0]])
    expect(found('Bergen', 'duty')).toEqual([])
    expect(found('"', 'OR')).toEqual([])
    const begun = store.searchSentences(['berg', 'zzz', '"'], 10, 'any beginning')
    expect(begun.map((hit) => [hit.report, hit.start])).toEqual([[a!.report.id, 0]])
  })

  it('has no troubles', () => {
    store.transact(() => store.putRecord(built))
    expect(store.troubles()).toEqual([])
  })

  it('reads from its tables what reading the whole record gives', () => {
    const issues = [
      { name: 'Quay', words: ['berth', 'fish duty'] },
      { name: 'Landings', words: ['berth'] },
    ]
    const many = buildRecord(
      manyTold(60).map((one) => one.reading),
      { scope: { issues } },
    )
    expect(many.record.issues.length).toBeGreaterThan(1)
    store.transact(() => store.putRecord(many))
    const [kept, whole] = [store.reader('2031-02-03')!, readerOf(many, new Map(), '2031-02-03')]
    for (const kind of ['round', 'measure', 'deadline', 'statement', 'act'] as const)
      for (const most of [1, 5, 100]) {
        expect(kept.shortlist(kind, most)).toEqual(whole.shortlist(kind, most))
        for (const entry of kept.shortlist(kind, most).first)
          expect(kept.weight(entry)).toBe(whole.weight(entry))
      }
    expect(kept.counts()).toEqual(whole.counts())
    expect(kept.firstDisputes(3)).toEqual(whole.firstDisputes(3))
    for (const origin of whole.origins()) expect(kept.origin(origin.id)).toEqual(origin)
    for (const party of whole.parties()) {
      expect(kept.party(party.id)).toEqual(party)
      expect(party.names.every((name) => kept.isPartyName(name))).toBe(true)
    }
    expect(kept.isPartyName('Nobody')).toBe(false)
    for (const { id, name, names } of many.record.issues)
      for (const words of [id, ...names, `what they want of ${name.toUpperCase()}s, now`, 'nothing of it']) {
        expect(kept.issueCalled(words)).toEqual(whole.issueCalled(words))
        expect(kept.issueIn(words)).toEqual(whole.issueIn(words))
      }
    expect(kept.issueIn('longer berths, please')?.name).toBe('Quay')
    expect(briefPage(kept, { all: false })).toEqual(briefPage(whole, { all: false }))
  })
})
