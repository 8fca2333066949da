// In: an id and paths as typed. Out: a page about the entry it means, printed: its terms, or what hangs on it.
import { problem } from '../../problem.ts'
import type { RecordReader } from '../../record/reader.ts'
import { findById } from '../../views/find-by-id.ts'
import { hangsOnPage } from '../../views/hangs-on.ts'
import type { Page } from '../../views/lines/line.ts'
import { agreementOf, promisePage, termsPage } from '../../views/terms.ts'
import type { Exit } from './command.ts'
import { missing, openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import type { World } from './world.ts'

type Named = 'terms' | 'hangs-on'

/** `parley terms ID PATH…` and `parley hangs-on ID PATH…`. The id may be an entry's or an evidence's, or begin one. */
export async function showEntry(name: Named, typed: Typed, world: World): Promise<Exit> {
  const [typedId, ...paths] = typed.positionals
  if (typedId === undefined) throw missing(typed, 'id')
  const opened = await openTyped(typed, paths, world)
  const page = pageOf(name, opened.reader, typedId.replace(/^\[|\]$/g, ''))
  await printPage(page, opened, typed, world)
  return tellNotices(opened, world)
}

function pageOf(name: Named, reader: RecordReader, id: string): Page {
  const found = findById(reader, id)
  if ('near' in found) throw problem('entry-not-found', { found: id, near: found.near })
  const [entry, ...others] = found.entries
  // A dispute between entries is no one of them.
  if (!entry || others.length > 0)
    throw problem('entry-not-found', { found: id, near: found.entries.map((one) => one.id) })
  if (name === 'hangs-on') return hangsOnPage(reader, entry)
  const agreement = agreementOf(reader, entry.id)
  if (!agreement && entry.kind === 'commitment') return promisePage(reader, entry)
  if (!agreement) {
    const known = reader.entries({ kinds: ['agreement'], aside: true }).map((one) => one.id)
    throw problem('not-an-agreement', { found: id, kind: entry.kind, known })
  }
  return termsPage(reader, agreement)
}
