// In: entries that changed, reports that came. Out: the issues that they are on, or name otherwise, counted and written.
import type { Entry, Issue } from '../../model/index.ts'
import { type GoodNames, goodsIn, isGood, issueFrom, topicsBy } from '../../record/issues.ts'
import { mattersAmong, type PhraseTold, phrasesIn } from '../../record/matters.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { entryOf } from '../record-rows.ts'
import { trigramsOf } from '../sqlite-search.ts'
import type { Sql } from './tables.ts'

export function putPhrases(sql: Sql, entry: Entry): void {
  for (const { key, words, places } of phrasesIn(entry))
    sql('insert or replace into phrases (entry, key, words, places) values (?, ?, ?, ?)').run(
      entry.id,
      key,
      words.join('\n'),
      places.join('\n'),
    )
}

/** Counts the topics of entries into the table. */
function countTopics(sql: Sql, topics: Iterable<string>, sign: 1 | -1): void {
  for (const topic of topics)
    sql(
      'insert into topics (topic, entries) values (?, ?) on conflict do update set entries = entries + excluded.entries',
    ).run(topic, sign)
}

/** What goods and matters are called, by the tables as they stand. */
export const namesNow = (sql: Sql): GoodNames => namesOf(goodsNow(sql), phrasesNow(sql))

const namesOf = (goods: GoodNames, phrases: readonly PhraseTold[]): GoodNames =>
  new Map([...goods, ...mattersAmong(phrases)])

function goodsNow(sql: Sql): GoodNames {
  const goods = new Map<string, Map<string, number>>()
  const facts = sql(
    "select id, name, sum(times) as times from name_facts where type in ('good', 'product') group by id, name",
  ).all() as { id: string; name: string; times: number }[]
  for (const { id, name, times } of facts) {
    const own = goods.get(id) ?? new Map<string, number>()
    own.set(name, times)
    goods.set(id, own)
  }
  return goods
}

function phrasesNow(sql: Sql): PhraseTold[] {
  const rows = sql('select entry, key, words, places from phrases').all() as {
    entry: string
    key: string
    words: string
    places: string
  }[]
  return rows.map(({ entry, key, words, places }) => ({
    entry,
    key,
    words: words.split('\n'),
    places: places.split('\n'),
  }))
}

/** What goods were called before reports came. */
function withoutGoods(now: GoodNames, fresh: readonly PlacedReading[]): GoodNames {
  const before = new Map(now)
  for (const [id, names] of goodsIn(fresh.map(({ reading }) => reading))) {
    const left = [...(now.get(id) ?? [])].flatMap(([name, times]) => {
      const rest = times - (names.get(name) ?? 0)
      return rest > 0 ? [[name, rest] as const] : []
    })
    if (left.length > 0) before.set(id, new Map(left))
    else before.delete(id)
  }
  return before
}

/** Writes the issues whose entries or names are others now. */
export function writeIssues(
  sql: Sql,
  fresh: readonly PlacedReading[],
  blocks: { readonly before: readonly Entry[]; readonly after: readonly Entry[] },
  write: { readonly put: (issue: Issue) => void; readonly drop: (id: string) => void },
): void {
  const goods = fresh.some(({ reading }) => reading.mentions.some(({ type }) => isGood(type)))
  if (!goods && ![...blocks.before, ...blocks.after].some(({ aside }) => !aside)) return
  const [goodNames, phrases] = [goodsNow(sql), phrasesNow(sql)]
  const before = namesOf(withoutGoods(goodNames, fresh), phrases)
  for (const { id } of blocks.before) sql('delete from phrases where entry = ?').run(id)
  for (const entry of blocks.after) putPhrases(sql, entry)
  const anew = new Set([...blocks.before, ...blocks.after].map(({ id }) => id))
  const now = namesOf(goodNames, [
    ...phrases.filter(({ entry }) => !anew.has(entry)),
    ...blocks.after.flatMap(phrasesIn),
  ])
  const [topicsBefore, topicsNow] = [topicsBy(before), topicsBy(now)]
  const changed = new Set<string>()
  const count = (topics: Iterable<string>, sign: 1 | -1) => {
    const all = [...topics]
    countTopics(sql, all, sign)
    for (const topic of all) changed.add(topic)
  }
  for (const entry of blocks.before) count(topicsBefore(entry), -1)
  for (const entry of blocks.after) count(topicsNow(entry), 1)
  // What is called by a name only now, or no more, is looked for among all that were told before.
  const looked = new Set(blocks.after.map(({ id }) => id))
  const others = new Map<string, Entry>()
  for (const id of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(id), now.get(id)]
    if (sameNames(was, is)) continue
    changed.add(id)
    const lower = (names: ReadonlyMap<string, number> | undefined) =>
      new Set([...(names?.keys() ?? [])].map((name) => name.toLowerCase()))
    const [old, own] = [lower(was), lower(is)]
    for (const name of new Set([...old, ...own]))
      if (old.has(name) !== own.has(name))
        for (const entry of entriesWith(sql, name)) if (!looked.has(entry.id)) others.set(entry.id, entry)
  }
  for (const entry of others.values()) {
    const [was, is] = [topicsBefore(entry), topicsNow(entry)]
    count(
      [...was].filter((topic) => !is.has(topic)),
      -1,
    )
    count(
      [...is].filter((topic) => !was.has(topic)),
      1,
    )
  }
  for (const topic of changed) {
    const row = sql('select entries from topics where topic = ?').get(topic) as
      | { entries: number }
      | undefined
    const issue = issueFrom(topic, now, row?.entries ?? 0)
    if (issue) write.put(issue)
    else write.drop(topic)
  }
}

const sameNames = (
  a: ReadonlyMap<string, number> | undefined,
  b: ReadonlyMap<string, number> | undefined,
): boolean => a?.size === b?.size && [...(a ?? [])].every(([name, count]) => b?.get(name) === count)

/** Entries that are not aside and have these letters. */
function entriesWith(sql: Sql, name: string): Entry[] {
  const question = trigramsOf(name.split(/\s+/))
  const rows =
    question === undefined
      ? sql('select aside, packed from entries where aside = 0').all()
      : sql(
          'select e.aside, e.packed from entry_trigrams t join entries e on e.n = t.rowid where entry_trigrams match ? and e.aside = 0',
        ).all(question)
  return (rows as unknown as Parameters<typeof entryOf>[0][]).map(entryOf)
}
