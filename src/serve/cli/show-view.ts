// In: the name of a view and what was typed. Out: the view's page, printed.

import { problem } from '../../problem.ts'
import { VIEWS, type ViewName } from '../../views/index.ts'
import type { Exit } from './command.ts'
import { openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import type { World } from './world.ts'

/** Prints one of the views. */
export async function showView(name: string, typed: Typed, world: World): Promise<Exit> {
  const view = VIEWS[name as ViewName]
  if (view === undefined) throw problem('command-unknown', { found: name, available: Object.keys(VIEWS) })
  const opened = await openTyped(typed, typed.positionals, world)
  if (typed.format === 'ics') {
    const { calendarOf } = await import('../../views/format/ics.ts')
    world.out(calendarOf(opened.reader, typed.until))
  } else await printPage(view(opened.reader, { all: typed.all, until: typed.until }), opened, typed, world)
  return tellNotices(opened, world)
}
