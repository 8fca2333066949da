// In: nothing. Out: a store that lives as long as the process: for trying things, and as the plainest form of the contract.
import type { BuiltRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { entryRows } from './record-rows.ts'
import type { Change, Item, KeptReading, Presence, Store } from './store.ts'

interface State {
  settings: Map<string, string>
  changes: Change[]
  items: Map<string, Item>
  presences: Presence[]
  texts: Map<string, { text: string; sentences: readonly { start: number; end: number }[] }>
  readings: Map<string, string>
  record: BuiltRecord | undefined
}

const copyOf = (state: State): State => ({
  settings: new Map(state.settings),
  changes: [...state.changes],
  items: new Map(state.items),
  presences: [...state.presences],
  texts: new Map(state.texts),
  readings: new Map(state.readings),
  record: state.record,
})

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = (item: string, version: string) => `${item}\n${version}`

/** A store in memory. */
export function memoryStore(): Store {
  let state: State = {
    settings: new Map(),
    changes: [],
    items: new Map(),
    presences: [],
    texts: new Map(),
    readings: new Map(),
    record: undefined,
  }
  let open = false
  const writing = () => {
    if (!open) throw new Error('written outside a transaction')
  }
  const isThere = (one: Presence, at?: number) =>
    at === undefined
      ? one.until === undefined
      : one.since <= at && (one.until === undefined || one.until > at)
  return {
    where: 'memory',
    transact: (work) => {
      if (open) throw new Error('a transaction inside a transaction')
      const before = copyOf(state)
      open = true
      try {
        return work()
      } catch (error) {
        state = before
        throw error
      } finally {
        open = false
      }
    },
    snapshot: (work) => work(),
    setting: (name) => state.settings.get(name),
    set: (name, value) => {
      writing()
      state.settings.set(name, value)
    },
    settings: () => [...state.settings].sort((a, b) => byText(a[0], b[0])),
    addChange: (change) => {
      writing()
      const n = state.changes.length + 1
      state.changes.push({ n, ...change })
      return n
    },
    changes: () => state.changes,
    lastChange: () => state.changes.at(-1),
    putItem: (item) => {
      writing()
      state.items.set(item.id, item)
    },
    item: (id) => state.items.get(id),
    items: (kind, at) => {
      const there = new Set(state.presences.filter((one) => isThere(one, at)).map((one) => one.item))
      return [...state.items.values()]
        .filter((item) => item.kind === kind && there.has(item.id))
        .sort((a, b) => byText(a.id, b.id))
    },
    begin: (item, since) => {
      writing()
      if (state.presences.some((one) => one.item === item && one.until === undefined)) return false
      state.presences.push({ item, since })
      return true
    },
    end: (item, until) => {
      writing()
      const at = state.presences.findIndex((one) => one.item === item && one.until === undefined)
      if (at < 0) return false
      state.presences[at] = { ...state.presences[at]!, until }
      return true
    },
    presences: () => [...state.presences].sort((a, b) => byText(a.item, b.item) || a.since - b.since),
    putText: (report, text, sentences) => {
      writing()
      if (!state.texts.has(report)) state.texts.set(report, { text, sentences })
    },
    text: (report) => state.texts.get(report)?.text,
    textIds: () => [...state.texts.keys()].sort(byText),
    putReading: (item, version, reading) => {
      writing()
      state.readings.set(keyOf(item, version), JSON.stringify(reading))
    },
    reading: (item, version) => {
      const found = state.readings.get(keyOf(item, version))
      return found === undefined ? undefined : (JSON.parse(found) as KeptReading)
    },
    hasReading: (item, version) => state.readings.has(keyOf(item, version)),
    readingKeys: () =>
      [...state.readings.keys()].sort(byText).map((key) => {
        const [item = '', version = ''] = key.split('\n')
        return { item, version }
      }),
    keepReadingsOf: (version) => {
      writing()
      for (const key of [...state.readings.keys()])
        if (!key.endsWith(`\n${version}`)) state.readings.delete(key)
    },
    putRecord: (built) => {
      writing()
      const before = new Map(
        state.record ? entryRows(state.record).map((row) => [row.entry.id, row.hash]) : [],
      )
      const rows = entryRows(built)
      const changed = rows.filter((row) => before.get(row.entry.id) !== row.hash).length
      for (const row of rows) before.delete(row.entry.id)
      state.record = structuredClone(built)
      return { entries: rows.length, changed, gone: before.size }
    },
    growRecord: () => undefined,
    hasGrown: () => undefined,
    reader: (on) =>
      state.record &&
      readerOf(state.record, new Map([...state.texts].map(([id, { text }]) => [id, text])), on),
    past: () => undefined,
    keepPast: () => {},
    searchSentences: (words, limit, how = 'all words') => {
      const wanted = words.map((word) => word.toLowerCase())
      const there = new Set(state.record?.record.reports.map((report) => report.id))
      return [...state.texts]
        .filter(([report]) => there.has(report))
        .flatMap(([report, { text, sentences }]) =>
          sentences
            .filter(({ start, end }) => {
              const own = new Set(
                text
                  .slice(start, end)
                  .toLowerCase()
                  .split(/[^\p{L}\p{N}]+/u),
              )
              return how === 'all words'
                ? wanted.every((word) => own.has(word))
                : [...own].some((word) => wanted.some((begins) => word.startsWith(begins)))
            })
            .map(({ start, end }) => ({ report, start, end })),
        )
        .slice(0, limit)
    },
    troubles: () => [],
    close: () => {},
  }
}
