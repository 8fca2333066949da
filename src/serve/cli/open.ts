// In: what was typed. Out: the record it means, with progress shown while it is made.
import { problem } from '../../problem.ts'
import type { Typed } from './options.ts'
import { progressOn } from './progress.ts'
import type { Opened, RecordQuestion, World } from './world.ts'

/** The record that options and paths ask for. `paths` are the positionals that name reports. */
export async function openTyped(typed: Typed, paths: readonly string[], world: World): Promise<Opened> {
  const progress = progressOn(world)
  try {
    return await world.openRecord(questionOf(typed, paths), progress.report)
  } finally {
    progress.end()
  }
}

/** What was typed as a question for a record; throws `no-paths` where no report is named. */
export function questionOf(typed: Typed, paths: readonly string[]): RecordQuestion {
  if (paths.length === 0) throw problem('no-paths')
  return {
    paths,
    packs: typed.packs,
    ...(typed.asOf === undefined ? {} : { asOf: typed.asOf }),
    ...(typed.on === undefined ? {} : { on: typed.on }),
  }
}

/** Notices of what could not be read or was read in part, on the error stream, and the exit code they mean. */
export function tellNotices({ reader, loss }: Opened, world: World): 0 | 1 {
  const notices = reader.notices()
  for (const item of notices.slice(0, 20)) world.err(`parley: ${item.message} [${item.code}]\n`)
  if (notices.length > 20) world.err(`parley: and ${notices.length - 20} more notices: parley sources\n`)
  return loss ? 1 : 0
}
