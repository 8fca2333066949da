// In: a dossier's database. Out: a RecordReader that fetches what is asked for, when it is asked for.
import type { DatabaseSync } from 'node:sqlite'
import type { Day, Entry, EntryKind, EntryOf, PlacedReport, RecordJson } from '../model/index.ts'
import { searchable } from '../record/in-memory.ts'
import { nameIn } from '../record/names/issue-names.ts'
import type { EntryQuery, RecordReader } from '../record/reader.ts'
import { undatedWeight } from '../record/weights/weight.ts'
import { unpack } from './packed.ts'
import { type About, entryOf as entryIn, type PartName } from './record-rows.ts'
import { DISPUTES_IN_ORDER, type Rank, ranker, shortlistRows } from './sqlite-ranks.ts'
import { trigramsOf } from './sqlite-search.ts'
import type { Way } from './sqlite-writer.ts'

type Row = Record<string, never>

/**
 * Reads the record kept in the file; undefined where none was written. What was fetched once is not fetched again. Words are
 * looked for in all entries where they were written `quickly`.
 */
export function sqliteReader(
  database: DatabaseSync,
  on: Day | undefined,
  way: Way = 'for good',
): RecordReader | undefined {
  const aboutRow = database.prepare("select body from record_parts where part = 'about'").get() as
    | Row
    | undefined
  if (!aboutRow) return undefined
  const about = JSON.parse(aboutRow.body!) as About
  const parts = new Map<PartName, readonly unknown[]>()
  const part = <T>(name: PartName): readonly T[] => {
    let known = parts.get(name)
    if (!known) {
      const rows = database
        .prepare('select body from record_parts where part = ? order by place, id')
        .all(name) as Row[]
      known = rows.map((row) => JSON.parse(row.body!) as unknown)
      parts.set(name, known)
    }
    return known as readonly T[]
  }
  const entries = new Map<string, Entry>()
  const entryOf = (row: Row): Entry => {
    let entry = entries.get(row.id!)
    if (!entry) {
      entry = entryIn({ aside: row.aside!, packed: row.packed! })
      entries.set(row.id!, entry)
    }
    return entry
  }
  const lists = new Map<string, readonly Entry[]>()
  const list = (key: string, sql: string, ...values: string[]): readonly Entry[] => {
    let known = lists.get(key)
    if (!known) {
      known = (database.prepare(sql).all(...values) as Row[]).map(entryOf)
      lists.set(key, known)
    }
    return known
  }
  const ofKind = (kind: EntryKind, aside: boolean) =>
    list(
      `${kind} ${aside}`,
      `select id, aside, packed from entries where kind = ? ${aside ? '' : 'and aside = 0'} order by id`,
      kind,
    )
  const all = (aside: boolean) =>
    list(
      `all ${aside}`,
      `select id, aside, packed from entries ${aside ? '' : 'where aside = 0'} order by id`,
    )
  const withWords = (words: readonly string[]): readonly Entry[] => {
    const question = way === 'quickly' ? undefined : trigramsOf(words)
    const found =
      question === undefined
        ? all(true)
        : list(
            `words ${question}`,
            'select id, aside, packed from entries where n in (select rowid from entry_trigrams where entry_trigrams match ?) order by id',
            question,
          )
    return found.filter((entry) => {
      const text = searchable(entry)
      return words.every((word) => text.includes(word))
    })
  }
  const weights = new Map<string, number>()
  const weigh = (id: string, { weight, dated }: Rank): number => {
    const whole = weight + (dated === 1 ? 0 : undatedWeight(about.knownOn))
    weights.set(id, whole)
    return whole
  }
  const partById = database.prepare('select body from record_parts where part = ? and id = ?')
  const single = new Map<string, unknown>()
  const one = <T>(name: PartName, id: string): T | undefined => {
    const key = `${name} ${id}`
    if (!single.has(key)) {
      const row = partById.get(name, id) as Row | undefined
      single.set(key, row && (JSON.parse(row.body!) as unknown))
    }
    return single.get(key) as T | undefined
  }
  const originByName = database.prepare(
    "select p.body from names n join record_parts p on p.part = n.part and p.id = n.id where n.part = 'origins' and n.name = ? order by n.id limit 1",
  )
  const issueByName = database.prepare(
    "select p.id from names n join record_parts p on p.part = 'issues' and p.id = n.id where n.part = 'issues' and n.name = ? order by p.place, p.id limit 1",
  )
  const issue = (id: string | undefined) =>
    id === undefined ? undefined : one<RecordJson['issues'][number]>('issues', id)
  let matterIn: ((words: string) => string | undefined) | undefined
  const findMatters = () => {
    const rows = database
      .prepare(
        "select n.name, p.id from names n join record_parts p on p.part = 'issues' and p.id = n.id where n.part = 'matters' order by p.place, p.id",
      )
      .all() as { name: string; id: string }[]
    const placeIn = nameIn(rows.map(({ name }) => name))
    return (words: string) => rows[placeIn(words) ?? -1]?.id
  }
  const partyByName = database.prepare("select 1 from names where part = 'parties' and name = ? limit 1")
  const report = (id: string) => one<PlacedReport>('reports', id)
  const textOf = database.prepare('select packed from texts where report = ?')
  const texts = new Map<string, string | undefined>()
  const entryById = database.prepare('select id, aside, packed from entries where id = ?')
  const entryByEvidence = database.prepare(
    'select e.id, e.aside, e.packed from evidence v join entries e on e.n = v.entry where v.id = ? order by e.id limit 1',
  )
  const rankIn = ranker(about.negotiation, (id) => report(id)?.published.latest)
  return {
    knownOn: about.knownOn,
    on: on ?? about.knownOn,
    negotiation: about.negotiation,
    readingVersion: about.readingVersion,
    leftOut: about.leftOut,
    entries: (query: EntryQuery = {}) => {
      const aside = query.aside === true
      const { kinds, words } = query
      if (words && words.length > 0)
        return withWords(words).filter(
          (entry) => (aside || !entry.aside) && (!kinds || kinds.includes(entry.kind)),
        )
      if (!kinds) return all(aside)
      if (kinds.length === 1) return ofKind(kinds[0]!, aside)
      return kinds.flatMap((kind) => ofKind(kind, aside)).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    ofKind: <K extends EntryKind>(kind: K) => ofKind(kind, false) as readonly EntryOf<K>[],
    shortlist: <K extends EntryKind>(kind: K, most: number) => {
      const { rows, of } = shortlistRows(database, kind, most, on ?? about.knownOn)
      const first = (rows as (Row & Rank)[])
        .map((row) => {
          weigh(row.id!, row)
          return entryOf(row)
        })
        .sort((a, b) => (a.id < b.id ? -1 : 1))
      return { first: first as unknown as EntryOf<K>[], of }
    },
    weight: (entry) => weights.get(entry.id) ?? weigh(entry.id, rankIn(entry)),
    entry: (id) => {
      const row = entryById.get(id) as Row | undefined
      return row && entryOf(row)
    },
    restingOn: (evidence) => {
      const row = entryByEvidence.get(evidence) as Row | undefined
      return row && entryOf(row)
    },
    reports: () => part<PlacedReport>('reports'),
    report,
    text: (report) => {
      if (!texts.has(report)) {
        const row = textOf.get(report) as Row | undefined
        texts.set(report, row && unpack(row.packed!))
      }
      return texts.get(report)
    },
    counts: () => about.counts,
    origin: (idOrName) => {
      const byId = one<RecordJson['origins'][number]>('origins', idOrName)
      if (byId) return byId
      const row = originByName.get(idOrName) as Row | undefined
      return row && (JSON.parse(row.body!) as RecordJson['origins'][number])
    },
    party: (id) => one<RecordJson['parties'][number]>('parties', id),
    isPartyName: (name) => partyByName.get(name) !== undefined,
    firstDisputes: (most) => {
      const rows = database
        .prepare(
          `select body from record_parts where part = 'disputes' order by ${DISPUTES_IN_ORDER} limit ?`,
        )
        .all(most) as Row[]
      const { of } = database
        .prepare(`select count(*) as "of" from record_parts where part = 'disputes'`)
        .get() as { of: number }
      return { first: rows.map((row) => JSON.parse(row.body!) as RecordJson['disputes'][number]), of }
    },
    origins: () => part<RecordJson['origins'][number]>('origins'),
    parties: () => part<RecordJson['parties'][number]>('parties'),
    issues: () => part<RecordJson['issues'][number]>('issues'),
    issueCalled: (idOrName) => issue(idOrName) ?? issue((issueByName.get(idOrName) as Row | undefined)?.id),
    issueIn: (words) => issue((matterIn ??= findMatters())(words)),
    disputes: () => part<RecordJson['disputes'][number]>('disputes'),
    notices: () => [...part<RecordJson['notices'][number]>('notices')],
  }
}
