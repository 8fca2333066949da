// In: paths, addresses or ids, and a dossier. Out: the dossier without the reports they name, in one transaction.
import type { Notice } from '../model/index.ts'
import { problem } from '../problem.ts'
import type { Written } from '../store/store.ts'
import { writeRecord } from './build.ts'
import { type Author, type Dossier, logChange } from './dossier.ts'
import { everyHeld } from './held-reports.ts'

export interface Removed extends Written {
  readonly removed: number
  readonly change: number
}

/** Shortest beginning of a report's id that names it. */
const SHORTEST_ID = 6

/**
 * Takes reports out of the record, and the notices on their paths. Their texts and readings stay in the file, so that
 * undo and `--recorded-by` have them. Throws `report-not-found` for the first name that names none.
 */
export function removeReports(dossier: Dossier, names: readonly string[], author: Author = {}): Removed {
  const { store } = dossier
  return store.transact(() => {
    const held = everyHeld(store)
    const notices = store
      .items('notice')
      .map(({ id, body }) => ({ item: id, path: (JSON.parse(body) as Notice).path ?? '' }))
    const gone = new Set<string>()
    const paths = new Set<string>()
    let removed = 0
    for (const name of names) {
      let found = false
      for (const { item, head } of held) {
        if (!isNamed(name, head)) continue
        found = true
        if (!gone.has(item)) removed++
        gone.add(item)
        paths.add(head.path)
      }
      for (const one of notices)
        if (isUnder(one.path, name)) {
          found = true
          gone.add(one.item)
        }
      if (!found) throw problem('report-not-found', { found: name, path: store.where })
    }
    // What was said of a report's path goes with it.
    for (const one of notices) if (paths.has(one.path)) gone.add(one.item)
    const words = `${removed} ${removed === 1 ? 'report' : 'reports'}: ${names.slice(0, 3).join(' ')}${names.length > 3 ? ' …' : ''}`
    const change = logChange(dossier, 'remove', words, author)
    for (const item of gone) store.end(item, change)
    return { removed, change, ...writeRecord(store) }
  })
}

const isNamed = (name: string, { id, path, url }: { id: string; path: string; url?: string | undefined }) =>
  id === name || (name.length >= SHORTEST_ID && id.startsWith(name)) || url === name || isUnder(path, name)

/** The path itself, a line of it ("a.jsonl#3"), or something in the folder it names. */
function isUnder(path: string, name: string): boolean {
  const folder = name.replace(/\/+$/, '')
  return path === name || path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${name}#`)
}
