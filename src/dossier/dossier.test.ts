import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  add,
  dossierIn,
  reader,
  STORES,
  STORY,
  readerOf as tellerOf,
  told,
} from '../../test/fixtures/dossiers.ts'
import { duty, talks } from '../../test/fixtures/readings.ts'
import { manyTold } from '../../test/prove/many-told.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { memoryStore } from '../store/in-memory.ts'
import type { Store } from '../store/store.ts'
import { recordJson } from '../views/record-json.ts'
import { addReports, rereadAll } from './add.ts'
import { buildFrom, changeAt } from './build.ts'
import { checkDossier } from './check.ts'
import { checkEntry, correctEntry } from './correct.ts'
import type { Dossier } from './dossier.ts'
import { removeReports } from './remove.ts'
import { exportLines, importLines } from './transfer.ts'
import { undoChange } from './undo.ts'

const [a, b, c, d] = STORY as [(typeof STORY)[0], (typeof STORY)[0], (typeof STORY)[0], (typeof STORY)[0]]
const AUTHOR = { by: 'A. Reader', reason: 'misread' }

const bytes = (store: Store) => JSON.stringify(recordJson(store.reader()!))
const fromFiles = (reports: readonly (typeof STORY)[0][], asOf?: string) =>
  JSON.stringify(
    recordJson(
      readerOf(
        buildRecord(
          reports.map((one) => one.reading),
          asOf ? { asOf } : {},
        ),
        new Map(),
      ),
    ),
  )
const entries = (store: Store) => store.reader()!.entries({ aside: true })
const only = (store: Store, kind: string) => entries(store).find((entry) => entry.kind === kind)!

describe.each(STORES)('a dossier %s', (_, make) => {
  let dossier: Dossier
  let store: Store
  let close: () => void
  beforeEach(() => {
    const made = make()
    ;({ store, close } = made)
    dossier = dossierIn(store)
  })
  afterEach(() => close())

  it('gives the record of its reports, whatever the order and however often they are added', () => {
    add(dossier, [c, a])
    add(dossier, [d])
    add(dossier, [b, a])
    expect(bytes(store)).toBe(fromFiles(STORY))
  })

  it('does nothing, not even in the log, where nothing is new', () => {
    add(dossier, STORY)
    const before = store.changes().length
    expect(add(dossier, STORY)).toMatchObject({ added: 0, alreadyThere: 4, changed: 0 })
    expect(store.changes().length).toBe(before)
  })

  it('as of a day is the record of the reports known by then', () => {
    add(dossier, STORY)
    const then = buildFrom(store, { asOf: '2031-05-15' })
    expect(JSON.stringify(recordJson(readerOf(then, new Map())))).toBe(fromFiles(STORY, '2031-05-15'))
    expect(JSON.stringify(then.record)).toBe(JSON.stringify(buildRecord([a.reading, b.reading]).record))
  })

  it('as of a day is built from the reports known by then alone, placed and corrected as over all', () => {
    // Of a report without a day the others tell where it stands, also those that came later.
    const lately = {
      relative: { kind: 'shift', unit: 'week', count: -1, grain: 'week' },
      anchor: 'published',
    } as const
    const undated = told('undated.txt', { outlet: 'The Tide' }, [talks('Lima', { days: [lately] })])
    const all = [...STORY, ...manyTold(30), undated]
    const broken = told('broken.txt', {}, [])
    const reports = [...all, broken].map(({ report }) => report)
    addReports(dossier, { reports, notices: [] }, tellerOf(all))
    expect(
      store
        .reader()!
        .reports()
        .filter(({ published }) => published.how === 'other reports'),
    ).toHaveLength(1)
    correctEntry(dossier, only(store, 'deadline').id, 'date', ['due', '2031-07-01'], AUTHOR)
    correctEntry(dossier, only(store, 'measure').id, 'reject', [], AUTHOR)
    const days = new Set(
      store
        .reader()!
        .reports()
        .flatMap(({ published }) => published.latest ?? []),
    )
    expect(days.size).toBeGreaterThan(3)
    for (const asOf of [...days, '2031-01-01', '2040-01-01'])
      expect(buildFrom(store, { asOf })).toEqual(buildFrom(store, { asOf, at: store.changes().length }))
  })

  it('is as before where a report is added and removed', () => {
    add(dossier, [a, b])
    const before = bytes(store)
    add(dossier, [c])
    expect(bytes(store)).not.toBe(before)
    removeReports(dossier, [c.report.path])
    expect(bytes(store)).toBe(before)
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['a path', ['a.txt'], ['news/b.txt', 'news/c.txt', 'd.txt']],
    ['a folder', ['news/'], ['a.txt', 'd.txt']],
    ['an id', [d.report.id], ['a.txt', 'news/b.txt', 'news/c.txt']],
    ['two names of one', ['a.txt', a.report.id], ['news/b.txt', 'news/c.txt', 'd.txt']],
  ])('removes by %s', (_name, names, left) => {
    add(dossier, STORY)
    removeReports(dossier, names)
    expect(
      store
        .reader()!
        .reports()
        .map((report) => report.path)
        .toSorted(),
    ).toEqual([...left].toSorted())
  })

  it('removes nothing where one name names nothing', () => {
    add(dossier, STORY)
    const before = bytes(store)
    expect(() => removeReports(dossier, ['a.txt', 'nowhere.txt'])).toThrow('no report "nowhere.txt"')
    expect(bytes(store)).toBe(before)
  })

  it('counts a report under two paths once and says so, as reading the files does', () => {
    add(dossier, [{ ...a, report: { ...a.report, path: 'z.txt' } }])
    add(dossier, [a])
    const [report] = store.reader()!.reports()
    expect(report?.path).toBe('a.txt')
    expect(store.reader()!.notices()).toMatchObject([{ code: 'same-report', path: 'z.txt' }])
    removeReports(dossier, ['z.txt'])
    expect(bytes(store)).toBe(fromFiles([a]))
  })

  it('takes the newer where a report comes again with another day', () => {
    add(dossier, [a])
    const { head } = { head: { ...a.report, published: { how: 'none' as const } } }
    add(dossier, [{ report: head, reading: a.reading }])
    expect(store.reader()!.reports()).toMatchObject([{ published: { how: 'none' } }])
  })

  it('keeps notices met on the way, until their path is removed', () => {
    const notice = { code: 'empty-file', message: 'e.txt: empty', path: 'e.txt' }
    add(dossier, [a], [notice])
    expect(store.reader()!.notices()).toEqual([notice])
    removeReports(dossier, ['e.txt'])
    expect(store.reader()!.notices()).toEqual([])
  })

  it('keeps the other reports where reading one broke', () => {
    const odd = told('odd.txt', {}, [duty(10)])
    addReports(dossier, { reports: [a.report, odd.report], notices: [] }, reader)
    expect(store.reader()!.reports().length).toBe(1)
    expect(store.reader()!.notices()).toMatchObject([{ code: 'report-broke-reading', path: 'odd.txt' }])
  })

  it('stands as it stood at any time of its own clock', () => {
    add(dossier, [a])
    const first = bytes(store)
    add(dossier, [b])
    const second = bytes(store)
    removeReports(dossier, ['a.txt'])
    const at = (time: string) =>
      JSON.stringify(recordJson(readerOf(buildFrom(store, { at: changeAt(store, time) }), new Map())))
    expect(at('2031-05-01T01:30:00.000Z')).toBe(first)
    expect(at('2031-05-01T02:00:00.000Z')).toBe(second)
    expect(at('2031-05-09T00:00:00.000Z')).toBe(bytes(store))
  })

  it('has a log whose clock never runs back', () => {
    add({ store, now: () => '2020-01-01T00:00:00.000Z' }, [a])
    expect(store.changes().map((change) => change.at)).toEqual([
      '2031-05-01T00:00:00.000Z',
      '2031-05-01T00:00:00.000Z',
    ])
  })

  it('undo restores the bytes of every kind of change; undoing that makes the change again', () => {
    add(dossier, [a, b])
    const id = only(store, 'deadline').id
    const steps: (() => unknown)[] = [
      () => add(dossier, [c]),
      () => removeReports(dossier, ['a.txt']),
      () => correctEntry(dossier, id, 'date', ['due', '2031-07-01'], AUTHOR),
      () => correctEntry(dossier, only(store, 'measure').id, 'reject', [], AUTHOR),
      () => checkEntry(dossier, id, undefined, AUTHOR),
    ]
    const states = [bytes(store)]
    for (const step of steps) {
      step()
      states.push(bytes(store))
    }
    expect(new Set(states).size).toBe(states.length)
    for (const [at] of steps.entries()) {
      undoChange(dossier, undefined)
      expect(bytes(store)).toBe(states.at(-2 - at))
    }
    const last = store.changes().length
    undoChange(dossier, last)
    expect(bytes(store)).toBe(states[1])
    undoChange(dossier, last + 1)
    expect(bytes(store)).toBe(states[0])
  })

  it.each<[number, RegExp]>([
    [1, /"init" can not be taken back/],
    [99, /no such number/],
    [2, /undone already/],
  ])('refuses to undo %s', (n, why) => {
    add(dossier, [a])
    undoChange(dossier, 2)
    expect(() => undoChange(dossier, n)).toThrow(why)
  })

  it('gives the same lines after export and import, and the same record', () => {
    add(dossier, STORY)
    removeReports(dossier, ['d.txt'])
    correctEntry(dossier, only(store, 'deadline').id, 'note', ['of the fleet'], AUTHOR)
    undoChange(dossier, 3)
    const lines = [...exportLines(store)]
    const again = memoryStore()
    importLines(again, lines, 'x.jsonl')
    expect([...exportLines(again)]).toEqual(lines)
    expect(bytes(again)).toBe(bytes(store))
    expect(checkDossier(again).troubles).toEqual([])
  })

  it('is sound by its own check', () => {
    add(dossier, STORY)
    expect(checkDossier(store)).toMatchObject({ reports: 4, troubles: [] })
  })

  it('survives being read again', () => {
    add(dossier, STORY)
    const { id } = only(store, 'deadline')
    correctEntry(dossier, id, 'date', ['due', '2031-07-01'], AUTHOR)
    removeReports(dossier, ['d.txt'])
    // Other rules: claims of other ids and one report read for nothing.
    const renamed = STORY.map((one) => ({
      ...one,
      reading: {
        ...one.reading,
        claims: one.reading.claims.map((claim) => ({ ...claim, id: `${claim.id}x` })),
      },
    }))
    expect(rereadAll(dossier, tellerOf(renamed, 'next')).readAgain).toBe(4)
    const after = only(store, 'deadline')
    expect(after.kind === 'deadline' && after.body.due).toEqual({
      earliest: '2031-07-01',
      latest: '2031-07-01',
    })
    expect(after.corrections).toMatchObject([{ by: 'A. Reader', machine: { earliest: '2031-06-01' } }])
    expect(store.reader()!.readingVersion).toBe('next')
    // What was removed comes back read by the same rules.
    undoChange(dossier, undefined)
    expect(store.reader()!.reports().length).toBe(4)
  })
})

describe('any run of changes', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), report: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant('remove' as const), report: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant('undo' as const), report: fc.constant(0) }),
  )

  it('leaves the record that building from nothing gives of the reports that are there', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const dossier = dossierIn(memoryStore())
        // What is there after each change, so that undo is known to go back.
        const states: Set<number>[] = [new Set()]
        let there = new Set<number>()
        let undoable: Set<number>[] = []
        for (const { kind, report } of changes) {
          if (kind === 'add' && !there.has(report)) {
            undoable = [...undoable, there]
            there = new Set([...there, report])
            add(dossier, [STORY[report]!])
          } else if (kind === 'remove' && there.has(report)) {
            undoable = [...undoable, there]
            there = new Set([...there].filter((one) => one !== report))
            removeReports(dossier, [STORY[report]!.report.path])
          } else if (kind === 'undo' && undoable.length > 0) {
            there = undoable.at(-1)!
            undoable = undoable.slice(0, -1)
            undoChange(dossier, undefined)
          }
          states.push(there)
        }
        if (dossier.store.reader())
          expect(bytes(dossier.store)).toBe(fromFiles([...there].map((one) => STORY[one]!)))
      }),
      { numRuns: 60 },
    )
  })
})
