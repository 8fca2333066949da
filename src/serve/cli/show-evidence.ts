// In: an id and paths as typed. Out: the sentences behind it in their context, printed.
import { problem } from '../../problem.ts'
import { evidencePage, findEvidence } from '../../views/evidence.ts'
import type { Exit } from './command.ts'
import { missing, openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import type { World } from './world.ts'

/** Prints evidence by its id, or all of an entry's or a dispute's. */
export async function showEvidence(typed: Typed, world: World): Promise<Exit> {
  const [typedId, ...paths] = typed.positionals
  if (typedId === undefined) throw missing(typed, 'id')
  const opened = await openTyped(typed, paths, world)
  const id = typedId.replace(/^\[|\]$/g, '')
  const found = findEvidence(opened.reader, id)
  if ('near' in found) throw problem('entry-not-found', { found: id, near: found.near })
  await printPage(evidencePage(opened.reader, found.evidence), opened, typed, world)
  return tellNotices(opened, world)
}
