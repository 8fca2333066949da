// In: entries assembled anew, and as they stood. Out: they and those that bear on them, tied: terms, ends of linkages, history.
import type { Days, Entry, EntryOf } from '../../model/index.ts'
import { bareEntries } from '../../record/build.ts'
import { withHistory } from '../../record/history.ts'
import { namingWords, withEnds, wordsOfName } from '../../record/names/named.ts'
import { linkTerms } from '../../record/terms.ts'
import { answersOf, asksOf } from '../../record/ties.ts'
import { entryOf } from '../record-rows.ts'
import { tellingsCalled } from './blocks.ts'
import { LINK, link, linked, type Sql, unlink } from './tables.ts'

type Known = ReadonlyMap<string, Days>

/** Entries as they are kept, by their rows. */
export function keptEntries(sql: Sql, rows: Iterable<number>): Map<number, Entry> {
  const found = new Map<number, Entry>()
  for (const n of rows) {
    const row = sql('select aside, packed from entries where n = ?').get(n)
    if (row) found.set(n, entryOf(row as unknown as Parameters<typeof entryOf>[0]))
  }
  return found
}

/** Puts the links to an entry in place of those to what it was; either may be none. */
export function relink(
  sql: Sql,
  n: number,
  was: Entry | undefined,
  is: Entry | undefined,
  known: Known,
): void {
  for (const [kind, keysOf] of [
    [LINK.asks, asksOf],
    [LINK.answers, answersOf],
  ] as const) {
    const before = new Set(was && keysOf(was, known))
    const now = new Set(is && keysOf(is, known))
    for (const key of before) if (!now.has(key)) unlink(sql, kind, key, n)
    for (const key of now) if (!before.has(key)) link(sql, kind, key, n)
  }
}

interface Tied {
  /** The entries assembled anew, tied. */
  readonly after: readonly Entry[]
  /** Others that are tied otherwise by them. */
  readonly others: readonly { readonly n: number; readonly was: Entry; readonly is: Entry }[]
}

const isKind =
  (...kinds: readonly Entry['kind'][]) =>
  ({ kind }: Entry): boolean =>
    kinds.includes(kind)

/** Ties entries that came in place of others, which no links lead to any more. */
export function tieAnew(
  sql: Sql,
  before: readonly Entry[],
  bare: readonly Entry[],
  known: Known,
  sides: ReadonlyMap<string, string>,
): Tied {
  const kept = new Map<number, Entry>()
  const around = (kind: number, keys: Iterable<string>, isOne: (entry: Entry) => boolean): number[] => {
    const rows = new Set([...new Set(keys)].flatMap((key) => linked(sql, kind, key)))
    for (const [n, entry] of keptEntries(
      sql,
      [...rows].filter((n) => !kept.has(n)),
    ))
      kept.set(n, entry)
    return [...rows].filter((n) => isOne(kept.get(n)!))
  }
  const asking = (entries: readonly Entry[], isOne: (entry: Entry) => boolean) =>
    around(
      LINK.asks,
      entries.flatMap((entry) => answersOf(entry, known)).filter((key) => !isHeld(key)),
      isOne,
    )
  const answering = (entries: readonly Entry[], isOne: (entry: Entry) => boolean) =>
    around(
      LINK.answers,
      entries.flatMap((entry) => asksOf(entry, known)),
      isOne,
    )
  const entriesOf = (rows: Iterable<number>): Entry[] => [...new Set(rows)].map((n) => kept.get(n)!)
  const delta = [...before, ...bare]
  const of = (...kinds: readonly Entry['kind'][]) => delta.filter(isKind(...kinds))

  // Promises look for agreements and acts; an agreement's terms are the promises that chose it.
  const promises = asking(of('agreement', 'act'), isKind('commitment'))
  const deals = answering([...of('commitment'), ...entriesOf(promises)], isKind('agreement'))
  const rivals = asking([...of('agreement'), ...entriesOf(deals)], isKind('commitment'))
  const chosen = [...of('commitment'), ...entriesOf([...promises, ...rivals])]
  const looked = answering(chosen, isKind('agreement', 'act'))
  const bound = linkTerms(
    [
      ...bare.filter(isKind('agreement', 'commitment', 'act')),
      ...promisesAsTold(sql, entriesOf([...promises, ...rivals])),
      ...entriesOf([...deals, ...looked]),
    ],
    sides,
  )

  const names = delta.flatMap((entry) => {
    const words = wordsOfName(entry)
    return words ? [{ entry, words }] : []
  })
  const linkages = asking(
    names.map(({ entry }) => entry),
    (entry) => entry.kind === 'linkage' && names.some(({ words }) => mayEnd(entry, words)),
  )
  const named = answering(
    [...bare.filter(isKind('linkage')), ...entriesOf(linkages)],
    ({ kind }) => kind !== 'linkage' && kind !== 'figure',
  )
  const boundBy = new Map(bound.map((entry) => [entry.id, entry]))
  const tied = bare.map((entry) => boundBy.get(entry.id) ?? entry)
  const ended = withEnds([...tied, ...entriesOf(linkages).map(withoutEnds), ...entriesOf(named)])

  const older = asking(of('figure'), isKind('figure'))
  const is = new Map(ended.map((entry) => [entry.id, entry]))
  const figures = entriesOf(older).map((entry): Entry => ({ ...entry, history: [] }))
  const whole = new Map(
    withHistory([...tied.map(({ id }) => is.get(id)!), ...figures], known).map((entry) => [entry.id, entry]),
  )
  const fresh = new Set(bare.map(({ id }) => id))
  const others = new Map<number, Entry>()
  for (const n of [...promises, ...deals]) others.set(n, boundBy.get(kept.get(n)!.id)!)
  for (const n of linkages) others.set(n, is.get(kept.get(n)!.id)!)
  for (const n of older) others.set(n, whole.get(kept.get(n)!.id)!)
  return {
    after: bare.map(({ id }) => whole.get(id)!),
    others: [...others].flatMap(([n, one]) => {
      const was = kept.get(n)!
      return fresh.has(was.id) || JSON.stringify(was) === JSON.stringify(one) ? [] : [{ n, was, is: one }]
    }),
  }
}

/** Whether the words of an end of a linkage hold all of a name, or the name all of them. */
function mayEnd({ body: { from, to = '' } }: EntryOf<'linkage'>, name: readonly string[]): boolean {
  return [from, to].some((text) => {
    const words = namingWords(text)
    return name.every((word) => words.includes(word)) || words.every((word) => name.includes(word))
  })
}

function withoutEnds(entry: Entry): Entry {
  if (entry.kind !== 'linkage') return entry
  const { fromEntry: _from, toEntry: _to, ...body } = entry.body
  return { ...entry, body }
}

const isHeld = (key: string): boolean => !/^(?:within|holds|deals?|deal of|done|older)(?:\||$)/.test(key)

/** Promises as their tellings have them, before they are tied. */
function promisesAsTold(sql: Sql, promises: readonly Entry[]): Entry[] {
  return promises.flatMap((entry) => {
    const told = tellingsCalled(
      sql,
      entry.evidence.map(({ id }) => id),
    )
    const [again] = bareEntries(told.told, told.originBy)
    return again ? [{ ...entry, body: again.body } as Entry] : []
  })
}
