// In: two days as typed. Out: what changed in the record between them, printed.
import { differencePage } from '../../views/difference.ts'
import type { Exit } from './command.ts'
import { missing, openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import type { World } from './world.ts'

/** `parley diff --since DAY`: compares what was known then with what is known now, or by `--as-of`. */
export async function showDifference(typed: Typed, world: World): Promise<Exit> {
  if (typed.since === undefined) throw missing(typed, '--since')
  const { on: _, ...rest } = typed
  const before = await openTyped({ ...rest, asOf: typed.since, on: typed.since }, typed.positionals, world)
  const opened = await openTyped(typed, typed.positionals, world)
  await printPage(differencePage(before.reader, opened.reader), opened, typed, world)
  return tellNotices(opened, world)
}
