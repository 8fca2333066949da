// In: readings. Out: who is one: person ids over reports, and the parties of the record with their names and titles.
import type { Party, Reading } from '../model/index.ts'

/** Ids that stand for one person or party: from an id to the one kept. */
export type Aliases = ReadonlyMap<string, string>

const lastWord = (id: string) => id.slice(id.lastIndexOf('-') + 1)

/**
 * Persons named only by surname in one report ("person:smith") join the one fully named person of that surname in the
 * others, where there is exactly one with the same side or one at all; two candidates leave them apart.
 */
export function resolvePeople(readings: readonly Reading[]): Aliases {
  const full = new Map<string, { id: string; of?: string }[]>()
  const short = new Map<string, string | undefined>()
  for (const reading of readings)
    for (const mention of reading.mentions) {
      if (mention.type !== 'person') continue
      const tail = mention.id.slice(mention.id.indexOf(':') + 1)
      if (!tail.includes('-')) {
        if (!short.has(mention.id) || mention.of) short.set(mention.id, mention.of)
        continue
      }
      for (const key of new Set([tail.slice(0, tail.indexOf('-')), lastWord(tail)])) {
        const list = full.get(key) ?? []
        if (!list.some((one) => one.id === mention.id))
          list.push({ id: mention.id, ...(mention.of ? { of: mention.of } : {}) })
        full.set(key, list)
      }
    }
  const aliases = new Map<string, string>()
  for (const [id, of] of short) {
    const surname = id.slice(id.indexOf(':') + 1)
    const candidates = (full.get(surname) ?? []).filter(
      (one) => of === undefined || one.of === undefined || one.of === of,
    )
    if (candidates.length === 1) aliases.set(id, candidates[0]!.id)
  }
  return aliases
}

/** The same value with every id in it replaced by the one kept. Plain JSON in, plain JSON out. */
export function withAliases<T>(value: T, aliases: Aliases): T {
  if (aliases.size === 0) return value
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return aliases.get(one) ?? one
    if (Array.isArray(one)) return one.map(walk)
    if (one && typeof one === 'object')
      return Object.fromEntries(
        Object.entries(one).map(([key, inner]) => [
          key,
          key === 'text' || key === 'quote' || key === 'content' ? inner : walk(inner),
        ]),
      )
    return one
  }
  return walk(value) as T
}

const PARTY_TYPES: ReadonlySet<string> = new Set(['government', 'place', 'organisation', 'person', 'outlet'])

/** Everybody named, with all names and titles read, most reported first; towns and the like are none. */
export function partiesOf(readings: readonly Reading[], aliases: Aliases): Party[] {
  const parties = new Map<string, { party: Party; titles: Map<string, Set<string>>; reports: Set<string> }>()
  for (const reading of readings)
    for (const mention of reading.mentions) {
      if (!PARTY_TYPES.has(mention.type) || mention.id.startsWith('place:')) continue
      const id = aliases.get(mention.id) ?? mention.id
      let known = parties.get(id)
      if (!known) {
        known = {
          party: { id, name: mention.name, kind: mention.type, names: [], titles: [], reports: 0 },
          titles: new Map(),
          reports: new Set(),
        }
        parties.set(id, known)
      }
      const { party } = known
      known.reports.add(reading.report.id)
      if (!party.names.includes(mention.name)) party.names.push(mention.name)
      if (mention.name.length > party.name.length && mention.type === 'person') party.name = mention.name
      if (mention.type === 'government') party.kind = 'government'
      if (mention.of && mention.of !== id && !party.of) party.of = mention.of
      if (mention.title) {
        const reports = known.titles.get(mention.title) ?? new Set()
        reports.add(reading.report.id)
        known.titles.set(mention.title, reports)
      }
    }
  return [...parties.values()]
    .map(({ party, titles, reports }) => ({
      ...party,
      names: party.names.sort(),
      titles: [...titles]
        .map(([title, who]) => ({ title, reports: [...who].sort() }))
        .sort((a, b) => b.reports.length - a.reports.length || (a.title < b.title ? -1 : 1)),
      reports: reports.size,
    }))
    .sort((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1))
}
