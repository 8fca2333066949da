// In: what was typed. Out: the record it means, with progress shown while it is made.
import type { Notice } from '../../model/index.ts'
import { type Problem, problem } from '../../problem.ts'
import type { Typed } from './options.ts'
import { progressOn } from './progress.ts'
import type { Opened, RecordQuestion, World } from './world.ts'

/** The record that options and paths ask for. `paths` are the positionals that name reports. */
export async function openTyped(typed: Typed, paths: readonly string[], world: World): Promise<Opened> {
  const progress = progressOn(world)
  try {
    return await world.openRecord(questionOf(typed, paths, world), progress.report)
  } finally {
    progress.end()
  }
}

/**
 * What was typed as a question for a record: of the reports named, or of the dossier named by `--dossier`, by a path
 * that ends in .parley or, where nothing is named, by being the only one here. Throws `no-paths`,
 * `dossier-and-paths`, `dossier-alone`.
 */
export function questionOf(typed: Typed, paths: readonly string[], world: World): RecordQuestion {
  const { dossier, reports } = dossierAmong(typed, paths)
  if (dossier !== undefined && reports.length > 0)
    throw problem('dossier-and-paths', { dossier, paths: reports })
  const here = dossier === undefined && reports.length === 0 ? onlyDossierHere(world) : dossier
  if (reports.length === 0 && here === undefined) throw noPaths(typed, world)
  if (here === undefined && typed.recordedBy !== undefined)
    throw problem('dossier-alone', { option: '--recorded-by' })
  return {
    paths: reports,
    packs: typed.packs,
    ...(here === undefined ? {} : { dossier: here }),
    ...(typed.glossary === undefined ? {} : { glossary: typed.glossary }),
    ...(typed.about === undefined ? {} : { about: typed.about }),
    ...(typed.issues === undefined ? {} : { issues: typed.issues }),
    ...(typed.asOf === undefined ? {} : { asOf: typed.asOf }),
    ...(typed.on === undefined ? {} : { on: typed.on }),
    ...(typed.recordedBy === undefined ? {} : { recordedBy: typed.recordedBy }),
  }
}

/** What a command must be given and was not, with an example of it. */
export const missing = ({ command, example }: Typed, what: string): Problem =>
  problem('argument-missing', { command, missing: what, example })

/** No reports were named, and no dossier could be meant. */
export const noPaths = ({ command, example }: Typed, world: World): Problem =>
  problem('no-paths', { command, example, dossiers: world.dossiersHere() })

/** The dossier that a command works on, and what else was named. Throws `dossier-not-named`. */
export function dossierOf(typed: Typed, world: World): { readonly dossier: string; readonly rest: string[] } {
  const { dossier, reports } = dossierAmong(typed, typed.positionals)
  const found = dossier ?? onlyDossierHere(world)
  if (found === undefined) throw problem('dossier-not-named', { here: world.dossiersHere() })
  return { dossier: found, rest: reports }
}

/** The file that a dossier's name means: "talks" is talks.parley. */
export const dossierFile = (name: string): string => (name.endsWith('.parley') ? name : `${name}.parley`)

function dossierAmong(typed: Typed, paths: readonly string[]) {
  if (typed.dossier !== undefined) return { dossier: dossierFile(typed.dossier), reports: [...paths] }
  const at = paths.findIndex((path) => path.endsWith('.parley') && !/^https?:/.test(path))
  return { dossier: paths[at], reports: paths.filter((_, other) => other !== at) }
}

function onlyDossierHere(world: World): string | undefined {
  const here = world.dossiersHere()
  return here.length === 1 ? here[0] : undefined
}

/** Notices of what could not be read or was read in part, on the error stream, and the exit code they mean. */
export const tellNotices = ({ notices, loss }: Opened, world: World): 0 | 1 => tellAll(notices, world, loss)

/** These notices on the error stream, and the exit code. */
export function tellAll(notices: readonly Notice[], world: World, loss: boolean): 0 | 1 {
  for (const item of notices.slice(0, 20)) world.err(`parley: ${item.message} [${item.code}]\n`)
  if (notices.length > 20) world.err(`parley: and ${notices.length - 20} more notices: parley sources\n`)
  return loss ? 1 : 0
}
