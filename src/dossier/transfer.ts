// In: a dossier, or the lines of one. Out: the lines, always the same for the same dossier; or the dossier they tell of.
import type { Report } from '../model/index.ts'
import { problem } from '../problem.ts'
import { itemId } from '../store/item.ts'
import type { Change, Item, KeptReading, Presence, Store } from '../store/store.ts'
import { writeRecord } from './build.ts'
import { sentencesOf } from './sentences-of.ts'

/** What the first line says. */
const HEAD = { parley: 'dossier', lines: 1 }

/** Every line of a dossier: what it holds, when, and how it was read. The record is made of that again. */
export function* exportLines(store: Store): Generator<string> {
  const presences = store.presences()
  const items = [...new Set(presences.map((one) => one.item))]
  yield JSON.stringify(HEAD)
  for (const setting of store.settings()) yield JSON.stringify({ setting })
  for (const change of store.changes()) {
    const { n, at, kind, of, by, reason, words } = change
    yield JSON.stringify({ change: { n, at, kind, of, by, reason, words } })
  }
  for (const id of items) {
    const item = store.item(id)
    if (item)
      yield `{"item":{"kind":${JSON.stringify(item.kind)},"id":${JSON.stringify(id)},"body":${item.body}}}`
  }
  for (const report of store.textIds()) yield JSON.stringify({ text: { report, text: store.text(report) } })
  for (const presence of presences) yield JSON.stringify({ presence })
  for (const { item, version } of store.readingKeys())
    yield JSON.stringify({ reading: { item, version, reading: store.reading(item, version) } })
}

interface Line {
  readonly parley?: string
  readonly setting?: readonly [string, string]
  readonly change?: Change
  readonly item?: { readonly kind: Item['kind']; readonly id: string; readonly body: object }
  readonly text?: { readonly report: string; readonly text: string }
  readonly presence?: Presence
  readonly reading?: { readonly item: string; readonly version: string; readonly reading: KeptReading }
}

/**
 * Fills an empty store with exported lines, in one transaction, and makes its record. Throws `export-not-understood`
 * with the line; nothing is kept then.
 */
export function importLines(store: Store, lines: Iterable<string>, path: string): void {
  store.transact(() => {
    const heads = new Map<string, Pick<Report, 'parts'>>()
    let n = 0
    for (const text of lines) {
      n++
      if (text === '') continue
      const why = importLine(store, text, n, heads)
      if (why !== undefined) throw problem('export-not-understood', { path, line: n, why })
    }
    if (n === 0) throw problem('export-not-understood', { path, line: 1, why: 'the file is empty' })
    writeRecord(store)
  })
}

function importLine(
  store: Store,
  text: string,
  n: number,
  heads: Map<string, Pick<Report, 'parts'>>,
): string | undefined {
  let line: Line
  try {
    line = JSON.parse(text) as Line
  } catch {
    return 'it is no JSON'
  }
  if (n === 1) return line.parley === HEAD.parley ? undefined : 'it is no export of a dossier'
  const { setting, change, item, presence, reading } = line
  if (setting) store.set(setting[0], setting[1])
  else if (change) {
    const { n: number, ...rest } = change
    if (store.addChange(rest) !== number) return 'its changes are not in order'
  } else if (item) {
    const body = JSON.stringify(item.body)
    if (itemId(item.kind, body) !== item.id) return `the ${item.kind} is not what its id says`
    store.putItem({ kind: item.kind, id: item.id, body })
    const { id, parts } = item.body as { id?: string; parts?: Report['parts'] }
    if (item.kind === 'report' && id && parts) heads.set(id, { parts })
  } else if (line.text) {
    const head = heads.get(line.text.report)
    if (!head) return 'its report is not named before it'
    store.putText(line.text.report, line.text.text, sentencesOf(head, line.text.text))
  } else if (presence) {
    store.begin(presence.item, presence.since)
    if (presence.until !== undefined) store.end(presence.item, presence.until)
  } else if (reading) store.putReading(reading.item, reading.version, reading.reading)
  else return 'nothing of a dossier is on it'
  return undefined
}
