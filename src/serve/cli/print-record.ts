// In: paths as typed. Out: the whole record as JSON, printed.
import { recordJson } from '../../views/record-json.ts'
import type { Exit } from './command.ts'
import { openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import type { World } from './world.ts'

/** Prints the whole record (docs/schema/record.schema.json). */
export async function printRecord(typed: Typed, world: World): Promise<Exit> {
  const opened = await openTyped(typed, typed.positionals, world)
  world.out(`${JSON.stringify(recordJson(opened.reader, typed.asOf), null, 2)}\n`)
  return tellNotices(opened, world)
}
