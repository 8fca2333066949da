// In: what was typed. Out: a dossier made or changed, and one line that says what was done.
import { resolve } from 'node:path'
import { addReports, isUnread, rereadAll, staleIn } from '../../dossier/add.ts'
import { correctionsIn } from '../../dossier/corrections/correction.ts'
import { type Author, initDossier, readingOptionsOf } from '../../dossier/dossier.ts'
import { removeReports } from '../../dossier/remove.ts'
import { undoChange } from '../../dossier/undo.ts'
import { readPaths } from '../../intake/read-paths.ts'
import type { Report } from '../../model/index.ts'
import { meansLoss, problem } from '../../problem.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readingThreads } from '../../reading/read-on-threads.ts'
import { makeSqliteStore } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import { countWords } from '../../views/words/value-words.ts'
import type { Exit } from './command.ts'
import { engineOptionsOf } from './lists.ts'
import { dossierFile, dossierOf, missing, noPaths, tellAll } from './open.ts'
import { inDossier, openDossier, readerFor } from './open-dossier.ts'
import type { Typed } from './options.ts'
import { progressOn } from './progress.ts'
import type { World } from './world.ts'

/** `parley init NAME` */
export async function runInit(typed: Typed, world: World): Promise<Exit> {
  const name = typed.positionals[0] ?? typed.dossier
  if (name === undefined) throw missing(typed, 'name')
  const path = dossierFile(name)
  const options = await engineOptionsOf(typed, world)
  // A pack that is not right is told before anything is made.
  loadEngine(options)
  const store = makeSqliteStore(path)
  // Another folder may be the working one next time.
  initDossier(
    { store, now: () => new Date().toISOString() },
    { ...options, packs: typed.packs.map((pack) => resolve(pack)) },
  )
  store.close()
  world.out(`${path}: made.\n`)
  return 0
}

/** `parley add PATH|URL…` */
export async function runAdd(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  if (rest.length === 0) throw noPaths(typed, world)
  const dossier = openDossier(path)
  const progress = progressOn(world)
  try {
    const one = readerFor(dossier.store)
    let isOpen = false
    const threads = readingThreads(readingOptionsOf(dossier.store), {
      onProgress: (done, of) => (isOpen ? progress.report('reading', done, of) : undefined),
    })
    const found = await readPaths(rest, {
      onProgress: (done, of) => progress.report('opening', done, of),
      onReport: (report) => (isUnread(dossier, report, one.version) ? threads.take(report) : undefined),
    })
    isOpen = true
    if (found.reports.length === 0 && found.notices.length > 0)
      throw problem('no-reports', { paths: rest, notices: found.notices })
    for (const report of staleIn(dossier, one.version)) threads.take(report)
    const readings = await threads.readings()
    const reader = { ...one, read: (report: Report) => readings.get(report.id) ?? one.read(report) }
    const lifted = checksIn(dossier.store)
    const added = addReports(dossier, found, reader, {
      ...authorOf(typed, world),
      onProgress: (done, of) => progress.report('reading', done, of),
    })
    progress.end()
    world.out(
      `${path}: ${countWords(added.added, 'report')} added${added.alreadyThere ? `, ${added.alreadyThere} there already` : ''}` +
        `${added.readAgain ? `, ${added.readAgain} read again` : ''}` +
        `${added.change === undefined ? '' : `; ${countWords(added.changed, 'entry')} new or changed, of ${added.entries} (change ${added.change})`}.\n`,
    )
    const now = checksIn(dossier.store)
    for (const [id, by] of lifted)
      if (now.get(id) !== by)
        world.out(`${id}: the check by ${by} is lifted, what it rests on has changed.\n`)
    return tellAll(
      found.notices,
      world,
      found.notices.some((item) => meansLoss(item.code)),
    )
  } finally {
    progress.end()
    dossier.store.close()
  }
}

/** Entries whose check holds, with who checked them. */
function checksIn(store: Store): ReadonlyMap<string, string> {
  if (!correctionsIn(store).some((one) => one.kind === 'checked')) return new Map()
  const entries = store.reader()?.entries({ aside: true }) ?? []
  return new Map(
    entries.flatMap((entry) =>
      (entry.checked ?? []).filter((one) => one.holds).map((one) => [entry.id, one.by] as const),
    ),
  )
}

/** `parley remove PATH|ID…` */
export async function runRemove(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  if (rest.length === 0) throw missing(typed, 'report')
  const { removed, change } = await inDossier(path, (dossier) =>
    removeReports(dossier, rest, authorOf(typed, world)),
  )
  world.out(
    `${path}: ${countWords(removed, 'report')} removed (change ${change}). To take it back: parley undo ${change}\n`,
  )
  return 0
}

/** `parley undo [NUMBER]` */
export async function runUndo(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  const [number] = rest
  if (number !== undefined && !/^\d{1,9}$/.test(number))
    throw problem('option-value', {
      option: 'The change',
      found: number,
      expected: 'its number in "parley log"',
    })
  const n = number === undefined ? undefined : Number(number)
  const undone = await inDossier(path, (dossier) => undoChange(dossier, n, authorOf(typed, world)))
  world.out(`${path}: undid ${undone.n} (${undone.kind}: ${undone.words}).\n`)
  return 0
}

/** `parley reread` */
export async function runReread(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path } = dossierOf(typed, world)
  const { readAgain } = await inDossier(path, (dossier) =>
    rereadAll(dossier, readerFor(dossier.store), authorOf(typed, world)),
  )
  world.out(
    readAgain === 0
      ? `${path}: read by this version already.\n`
      : `${path}: ${countWords(readAgain, 'report')} read again.\n`,
  )
  return 0
}

/** Who does it: `--by`, else PARLEY_BY; and why. */
function authorOf(typed: Typed, world: World): Author {
  const by = typed.by ?? world.environment.PARLEY_BY
  return {
    ...(by === undefined || by === '' ? {} : { by }),
    ...(typed.reason === undefined ? {} : { reason: typed.reason }),
  }
}

/** The same of a change that must say who makes it. Throws `argument-missing`. */
export function signedBy(typed: Typed, world: World): Author & { readonly by: string } {
  const { by, ...rest } = authorOf(typed, world)
  if (by === undefined) throw missing(typed, '--by')
  return { by, ...rest }
}
