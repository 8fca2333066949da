// In: a page and what was typed. Out: the page written in the format asked for.
import { jsonOf } from '../../views/format/json.ts'
import { markdownOf } from '../../views/format/markdown.ts'
import { terminalOf } from '../../views/format/terminal.ts'
import type { Page } from '../../views/lines/line.ts'
import { capSections } from '../../views/lines/page-budget.ts'
import type { Typed } from './options.ts'
import type { Opened, World } from './world.ts'

/** Lines of a section that a view prints unless all are asked for. The brief has its own measure. */
const LINES_PER_SECTION = 60

/** Writes a page. On a terminal Markdown is laid out for reading there, in colour unless that is unwanted. */
export async function printPage(page: Page, opened: Opened, typed: Typed, world: World): Promise<void> {
  const { reader } = opened
  if (typed.format === 'json') {
    world.out(jsonOf(page, reader))
    return
  }
  if (typed.format === 'html') {
    const { htmlOf } = await import('../../views/format/html.ts')
    world.out(htmlOf(page, reader))
    return
  }
  const shown =
    typed.all || page.view === 'brief'
      ? page
      : { ...page, sections: capSections(page.sections, LINES_PER_SECTION, `parley ${page.view} --all`) }
  if (!world.outIsTerminal) world.out(markdownOf(shown))
  else world.out(terminalOf(shown, { width: world.width, colour: wantsColour(typed, world) }))
}

/** Colour on a terminal, unless --no-color, NO_COLOR (no-color.org) or a terminal that has none. */
function wantsColour(typed: Typed, world: World): boolean {
  const { NO_COLOR, TERM } = world.environment
  return typed.colour && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb'
}
