// In: a store and a clock. Out: a dossier: what every command on it needs.
import type { Reading, Report } from '../model/index.ts'
import type { EngineOptions } from '../reading/engine.ts'
import type { Change, ChangeKind, Store } from '../store/store.ts'

/** What reads reports: the engine, or in tests something plainer. `version` names everything that a reading depends on. */
export interface ReportReader {
  readonly version: string
  read(report: Report): Reading
}

/** A dossier at hand. `now` gives the store's clock as an ISO instant in UTC. */
export interface Dossier {
  readonly store: Store
  readonly now: () => string
}

/** Who does something, and why; both are kept in the log. */
export interface Author {
  readonly by?: string
  readonly reason?: string
}

/** Writes one line of the log and gives its number. The log's clock never runs back. Inside a transaction. */
export function logChange(
  { store, now }: Dossier,
  kind: ChangeKind,
  words: string,
  author: Author & Pick<Change, 'of'> = {},
): number {
  const last = store.lastChange()?.at ?? ''
  const at = now()
  return store.addChange({ at: at < last ? last : at, kind, words, ...author })
}

/** Begins a dossier in an empty store. `packs` are folders of words and rules, `glossary` names that its reports are read with. */
export function initDossier(dossier: Dossier, options: EngineOptions = {}): void {
  const { store } = dossier
  store.transact(() => {
    store.set('packs', JSON.stringify(options.packs ?? []))
    if (options.glossary) store.set('glossary', JSON.stringify(options.glossary))
    logChange(dossier, 'init', 'dossier made')
  })
}

/** What the dossier's reports are read with, beside the words and rules that come with Parley. */
export const readingOptionsOf = (store: Store): EngineOptions => ({
  packs: JSON.parse(store.setting('packs') ?? '[]') as string[],
  glossary: JSON.parse(store.setting('glossary') ?? '[]') as NonNullable<EngineOptions['glossary']>,
})
