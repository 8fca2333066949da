// In: a store. Out: the reports it holds, each once, and the notices that reading the same paths from files would give.
import type { Notice, Report } from '../model/index.ts'
import { notice } from '../problem.ts'
import type { Store } from '../store/store.ts'

/** A report without its text, as it is kept. */
export type ReportHead = Omit<Report, 'text'>

/** A report held, with the item it is kept as. */
export interface HeldReport {
  readonly item: string
  readonly head: ReportHead
}

/** Every report there, also where one stands under several paths; `at` asks for those right after that change. */
export const everyHeld = (store: Store, at?: number): HeldReport[] =>
  store.items('report', at).map(({ id, body }) => ({ item: id, head: JSON.parse(body) as ReportHead }))

/** Reports by id, each under the first of its paths, and a notice for every further path. */
export function heldReports(store: Store, at?: number): { reports: HeldReport[]; notices: Notice[] } {
  const reports: HeldReport[] = []
  const notices = store.items('notice', at).map(({ body }) => JSON.parse(body) as Notice)
  const sorted = everyHeld(store, at).sort(
    (a, b) =>
      ascending(a.head.id, b.head.id) || ascending(a.head.path, b.head.path) || ascending(a.item, b.item),
  )
  for (const one of sorted) {
    const kept = reports.at(-1)
    if (kept?.head.id !== one.head.id) reports.push(one)
    else notices.push(notice('same-report', { path: one.head.path, kept: kept.head.path }))
  }
  return { reports, notices: notices.sort(byPlace) }
}

const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const byPlace = (a: Notice, b: Notice) =>
  ascending(a.path ?? '', b.path ?? '') || ascending(a.code, b.code) || ascending(a.message, b.message)
