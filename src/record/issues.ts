// In: entries, readings, issues the user names. Out: the issues on the table, with how many entries are on each.
import type { Entry, Issue, NamedIssue, Reading } from '../model/index.ts'
import { mattersIn } from './matters.ts'
import { eachWord } from './words.ts'

/** How often goods and products are called each name, by id. */
export type GoodNames = ReadonlyMap<string, ReadonlyMap<string, number>>

export const isGood = (type: string): boolean => type === 'good' || type === 'product'

export function goodsIn(readings: readonly Reading[]): GoodNames {
  const names = new Map<string, Map<string, number>>()
  for (const reading of readings)
    for (const mention of reading.mentions) {
      if (!isGood(mention.type)) continue
      const own = names.get(mention.id) ?? new Map()
      own.set(mention.name, (own.get(mention.name) ?? 0) + mention.count)
      names.set(mention.id, own)
    }
  return names
}

/**
 * Issues: those the user names, in the order given; then what is found, most told first: goods, products and kinds of
 * measure that facts turn on, and the matters that what is wanted, agreed, tied and tabled is about.
 */
export function issuesOf(
  entries: readonly Entry[],
  goods: GoodNames,
  named: readonly NamedIssue[] = [],
): Issue[] {
  const names = new Map([...goods, ...mattersIn(entries)])
  const topicsOf = topicsBy(names)
  const counts = new Map<string, number>()
  for (const entry of entries)
    for (const topic of topicsOf(entry)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const found = [...counts]
    .flatMap(([topic, count]) => issueFrom(topic, names, count) ?? [])
    .sort((a, b) => b.entries - a.entries || (a.id < b.id ? -1 : 1))
  return [...namedIssues(named, entries), ...found]
}

/** Finds what an entry is on: the kind of a measure, and whatever its sentences name; nothing where it is aside. */
export function topicsBy(names: GoodNames): (entry: Entry) => ReadonlySet<string> {
  const namedIn = namesByFirstWord(names)
  return (entry) => {
    const topics = new Set<string>()
    if (entry.aside) return topics
    if (entry.kind === 'measure') topics.add(`type:${entry.body.type}`)
    for (const one of entry.evidence) for (const id of namedIn(one.quote)) topics.add(id)
    return topics
  }
}

/** The issue that a topic of so many entries is; undefined where one entry alone is on it. */
export function issueFrom(topic: string, names: GoodNames, entries: number): Issue | undefined {
  if (entries < 2) return undefined
  const own = [...(names.get(topic)?.entries() ?? [[topic.slice(topic.indexOf(':') + 1), 1] as const])]
  return {
    id: topic,
    name: own.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0],
    names: own.map(([name]) => name).sort(),
    entries,
  }
}

const WORD = /[\p{L}\p{N}]+/u
/** No name goes on after it: the letter that makes many of one, then the end of the word. */
const NAME_ENDS = /^s?(?![\p{L}\p{N}])/u

/** Finds what a text names, one or many of it, as whole words; each word of the text is looked up once. */
function namesByFirstWord(
  names: ReadonlyMap<string, ReadonlyMap<string, number>>,
): (text: string) => ReadonlySet<string> {
  const byFirst = new Map<string, { id: string; name: string }[]>()
  for (const [id, own] of names)
    for (const written of own.keys()) {
      const name = written.toLowerCase()
      const first = name.match(WORD)?.[0]
      if (first === undefined || !name.startsWith(first)) continue
      const known = byFirst.get(first)
      if (known) known.push({ id, name })
      else byFirst.set(first, [{ id, name }])
    }
  const found = new Map<string, ReadonlySet<string>>()
  return (text) => {
    const known = found.get(text)
    if (known) return known
    const lower = text.toLowerCase()
    const ids = new Set<string>()
    const look = (first: string, at: number) => {
      const begun = byFirst.get(first)
      if (!begun) return
      for (const { id, name } of begun)
        if (lower.startsWith(name, at) && NAME_ENDS.test(lower.slice(at + name.length, at + name.length + 3)))
          ids.add(id)
    }
    eachWord(lower, (word, at) => {
      look(word, at)
      if (word.endsWith('s')) look(word.slice(0, -1), at)
    })
    found.set(text, ids)
    return ids
  }
}

/** Issues of the user: an entry is on one where its sentence has one of the words. */
function namedIssues(named: readonly NamedIssue[], entries: readonly Entry[]): Issue[] {
  if (named.length === 0) return []
  const spellings = new Map(
    named.map(({ name, words }) => [
      `issue:${name}`,
      new Map([name, ...words].map((one) => [one, 1] as const)),
    ]),
  )
  const namedIn = namesByFirstWord(spellings)
  const counts = new Map<string, number>()
  for (const entry of entries)
    if (!entry.aside)
      for (const id of new Set(entry.evidence.flatMap(({ quote }) => [...namedIn(quote)])))
        counts.set(id, (counts.get(id) ?? 0) + 1)
  return named.map(({ name, words }) => ({
    id: `issue:${name}`,
    name,
    names: [...new Set([name, ...words])].sort(),
    entries: counts.get(`issue:${name}`) ?? 0,
  }))
}
