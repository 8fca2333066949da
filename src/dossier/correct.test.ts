import { beforeEach, describe, expect, it } from 'vitest'
import { add, dossierIn, KARI, STORY, told } from '../../test/fixtures/dossiers.ts'
import { said } from '../../test/fixtures/readings.ts'
import type { Entry, EntryKind, EntryOf } from '../model/index.ts'
import { memoryStore } from '../store/in-memory.ts'
import { addReports } from './add.ts'
import { buildFrom } from './build.ts'
import { checkDossier } from './check.ts'
import { checkEntry, correctEntry, setScope } from './correct.ts'
import type { Dossier } from './dossier.ts'
import { undoChange } from './undo.ts'

const AUTHOR = { by: 'A. Reader', reason: 'misread' }
let dossier: Dossier
beforeEach(() => {
  dossier = dossierIn(memoryStore())
  add(dossier, STORY)
})

const all = () => dossier.store.reader()!.entries({ aside: true })
const ofKind = <K extends EntryKind>(kind: K): EntryOf<K>[] =>
  all().filter((entry): entry is EntryOf<K> => entry.kind === kind)
const correct = (id: string, kind: Parameters<typeof correctEntry>[2], ...words: string[]) =>
  correctEntry(dossier, id, kind, words, AUTHOR)
const idsOf = (entry: Entry) => entry.evidence.map((one) => one.id)

describe('a correction', () => {
  it.each<[EntryKind, 'value' | 'date', string[], unknown]>([
    ['deadline', 'date', ['due', '2031-07-01'], { earliest: '2031-07-01', latest: '2031-07-01' }],
    ['deadline', 'date', ['due', '2031-07-01..2031-07-03'], { earliest: '2031-07-01', latest: '2031-07-03' }],
    ['deadline', 'value', ['onLapse', 'the', 'fleet', 'is', 'sold'], 'the fleet is sold'],
    ['round', 'value', ['ordinal', '5'], 5],
    ['measure', 'value', ['status', 'suspended'], 'suspended'],
    ['measure', 'value', ['steps.0.rate', '45 %'], { value: 45, unit: '%', bound: '=' }],
    ['measure', 'value', ['steps.0.rate', '≈45'], { value: 45, unit: '%', bound: '≈' }],
  ])('of a %s: %s %j', (kind, how, words, expected) => {
    const [entry] = ofKind(kind)
    correct(entry!.id, how, ...words)
    const after = ofKind(kind).find((one) => one.id === entry!.id)!
    let value: unknown = after.body
    for (const key of words[0]!.split('.')) value = (value as Record<string, unknown>)[key]
    expect(value).toEqual(expected)
    expect(after.corrections).toMatchObject([{ kind: how, field: words[0], ...AUTHOR }])
    expect(checkDossier(dossier.store).troubles).toEqual([])
  })

  it('of a dossier without reports says that it has none', () => {
    const empty = dossierIn(memoryStore())
    expect(() => correctEntry(empty, 'deadline:x', 'reject', [], AUTHOR)).toThrow(/holds no reports/)
  })

  it('of a day moves the day it holds to as well, where both are one', () => {
    const [entry] = ofKind('deadline')
    correct(entry!.id, 'date', 'due', '2031-07-01')
    expect(ofKind('deadline')[0]!.valid.to).toEqual({ earliest: '2031-07-01', latest: '2031-07-01' })
  })

  it('of a due day is no move: chain and moves have the day put right', () => {
    const [entry] = ofKind('deadline')
    const { chain, due } = entry!.body
    correct(entry!.id, 'date', 'due', '2031-07-01')
    const after = ofKind('deadline')[0]!.body
    expect(after.chain).toHaveLength(chain.length)
    expect(JSON.stringify([after.chain, after.moves])).not.toContain(JSON.stringify(due))
    expect(after.chain.at(-1)).toEqual({ earliest: '2031-07-01', latest: '2031-07-01' })
  })

  it.each<[string, Parameters<typeof correctEntry>[2], string[], RegExp]>([
    ['no field', 'value', ['colour', 'red'], /no field "colour"/],
    ['no day', 'date', ['due', 'soon'], /"soon" is no such value/],
    ['days that run backwards', 'date', ['due', '2031-07-03..2031-07-01'], /is no such value/],
    ['a party nobody names', 'party', ['Norway', 'Atlantis'], /names no "Norway"|no report names/],
    ['a merge with itself', 'merge', ['SELF'], /cannot be the same/],
    ['a split of all', 'split', ['ALL'], /not some of its sentences/],
    ['an empty note', 'note', [], /no text/],
  ])('with %s is refused and changes nothing', (_, kind, words, why) => {
    const [entry] = ofKind('deadline')
    const before = JSON.stringify(all())
    const real = words.flatMap((word) =>
      word === 'SELF' ? [entry!.id] : word === 'ALL' ? idsOf(entry!) : [word],
    )
    expect(() => correct(entry!.id, kind, ...real)).toThrow(why)
    expect(JSON.stringify(all())).toBe(before)
  })

  it('names an entry by an evidence, by the beginning of an id, or in brackets', () => {
    const [entry] = ofKind('deadline')
    for (const id of [idsOf(entry!)[0]!, entry!.id.slice(0, -3), `[${idsOf(entry!)[0]}]`])
      expect(correct(id, 'note', id).entry).toBe(entry!.id)
    expect(() => correct('e:none', 'note', 'x')).toThrow('No entry or evidence')
  })

  it('that rejects an evidence leaves the others; of an entry, none', () => {
    const entry = ofKind('statement').find((one) => one.evidence.length === 2)!
    correct(idsOf(entry)[0]!, 'reject')
    expect(ofKind('statement').map(idsOf)).toEqual([idsOf(entry).slice(1)])
    correct(entry.id, 'reject')
    expect(ofKind('statement')).toEqual([])
  })

  it('of a value that reports disagree on ends the dispute; the others stand', () => {
    const [measure] = ofKind('measure').filter(({ disputes }) => disputes.length > 0)
    const before = dossier.store.reader()!.disputes()
    expect(before.some(({ entries }) => entries.includes(measure!.id))).toBe(true)
    correct(measure!.id, 'value', 'steps.0.rate', '≈55')
    const after = dossier.store.reader()!.disputes()
    expect(after).toEqual(before.filter(({ entries }) => !entries.includes(measure!.id)))
    expect(ofKind('measure').find(({ id }) => id === measure!.id)!.disputes).toEqual([])
  })

  it('merges two entries: one has the evidence of both, and disputes point at it', () => {
    const [one, two] = ofKind('round')
    correct(one!.id, 'merge', two!.id)
    const [after, ...rest] = ofKind('round')
    expect(rest).toEqual([])
    expect(idsOf(after!)).toEqual([...idsOf(one!), ...idsOf(two!)].toSorted())
    expect(after!.voices.reports).toBe(3)
    const known = new Set(all().map((entry) => entry.id))
    for (const dispute of dossier.store.reader()!.disputes())
      for (const id of dispute.entries) expect(known.has(id)).toBe(true)
  })

  it('splits one entry in two, each with origins of its own', () => {
    const entry = ofKind('statement').find((one) => one.evidence.length === 2)!
    correct(entry.id, 'split', idsOf(entry)[1]!)
    const after = ofKind('statement')
    expect(after.map(idsOf).toSorted()).toEqual([[idsOf(entry)[0]], [idsOf(entry)[1]]].toSorted())
    expect(after.map((one) => one.voices.reports)).toEqual([1, 1])
    expect(new Set(after.map((one) => one.id)).size).toBe(2)
  })

  it('puts another party in the place of one', () => {
    const measure = ofKind('measure').find((one) => one.body.by[0]?.id === 'NO')!
    const other = told(
      'e.txt',
      { published: '2031-05-21', mentions: [{ id: 'IS', name: 'Iceland', type: 'government', count: 1 }] },
      [said(KARI, 'Iceland is asked too.')],
    )
    addReports(
      dossier,
      { reports: [other.report], notices: [] },
      { version: 'hand', read: () => other.reading },
    )
    correct(measure.id, 'party', 'Norway', 'Iceland')
    expect(
      ofKind('measure').some((one) => one.body.by.some((ref) => ref.id === 'IS' && ref.name === 'Iceland')),
    ).toBe(true)
  })

  it('the newest holds where two speak of one field', () => {
    const [entry] = ofKind('deadline')
    for (const day of ['2031-07-01', '2031-07-02', '2031-07-01']) correct(entry!.id, 'date', 'due', day)
    expect(ofKind('deadline')[0]!.body.due.earliest).toBe('2031-07-01')
  })

  it('has no place, and says so, where its entry was rejected; in a record of before its report it is silent', () => {
    const [entry] = ofKind('deadline')
    correct(entry!.id, 'note', 'x')
    correct(entry!.id, 'reject')
    expect(dossier.store.reader()!.notices()).toMatchObject([{ code: 'correction-without-place' }])
    expect(buildFrom(dossier.store, { asOf: '2031-05-01' }).record.notices).toEqual([])
  })
})

describe('a check', () => {
  it('holds until what the entry rests on changes, and again where that is taken back', () => {
    const fresh = dossierIn(memoryStore())
    dossier = fresh
    add(fresh, STORY.slice(0, 1))
    const [entry] = ofKind('deadline')
    checkEntry(fresh, entry!.id, 'with the order', { by: 'A. Reader' })
    const marks = () => ofKind('deadline').find((one) => one.id === entry!.id)?.checked
    expect(marks()).toEqual([{ by: 'A. Reader', holds: true, text: 'with the order' }])
    add(fresh, STORY.slice(2, 3))
    expect(marks()).toMatchObject([{ holds: true }])
    add(fresh, STORY.slice(1, 2))
    expect(marks()).toMatchObject([{ holds: false }])
  })
})

describe('the scope of a dossier', () => {
  const record = () => JSON.stringify(buildFrom(dossier.store).record)

  it('names and narrows the negotiation, loses no entry, and undo gives back every byte', () => {
    const [before, entries] = [record(), all().length]
    const scope = { name: 'The quay', about: ['no such word'], issues: [{ name: 'Quay', words: ['berth'] }] }
    const { change } = setScope(dossier, scope, AUTHOR)
    const reader = dossier.store.reader()!
    expect(reader.negotiation.name).toBe('The quay')
    expect(reader.issues()[0]).toMatchObject({ id: 'issue:Quay', names: ['Quay', 'berth'] })
    expect([reader.entries().length, all().length, reader.counts().aside]).toEqual([0, entries, entries])
    expect(checkDossier(dossier.store).troubles).toEqual([])
    undoChange(dossier, change)
    expect(record()).toBe(before)
  })

  it('set twice, the last stands; an empty one is what is proposed', () => {
    const before = record()
    setScope(dossier, { name: 'One' }, AUTHOR)
    setScope(dossier, { name: 'Two' }, AUTHOR)
    expect(dossier.store.reader()!.negotiation.name).toBe('Two')
    setScope(dossier, {}, AUTHOR)
    expect(record()).toBe(before)
  })
})
