// In: a page. Out: it as it is printed: where most lines rest on one origin, that is said once and no more at each.
import { type Line, type Page, plain, type Section } from '../lines/line.ts'

const ALONE = 'single-sourced'
/** Share of lines from which a mark that nearly every line bears tells none from another. */
const MOST = 0.5

/** The first page for printing; its data keep the mark, and other views print it at each line. */
export function quietened(page: Page): Page {
  const last = page.preface.at(-1)
  if (page.view !== 'brief' || last === undefined) return page
  const lines = page.sections.flatMap(({ lines }) => lines.flatMap(withParts)).filter((line) => line.origins)
  const alone = lines.filter(({ marks }) => marks.includes(ALONE)).length
  if (alone <= lines.length * MOST) return page
  const said: Line = { ...last, runs: [...last.runs, plain(SAID)] }
  return { ...page, preface: [...page.preface.slice(0, -1), said], sections: page.sections.map(ofSection) }
}

const SAID = ' A line that counts no origins rests on one.'

const withParts = (line: Line): Line[] => [line, ...line.lines.flatMap(withParts)]

const ofSection = (section: Section): Section => ({ ...section, lines: section.lines.map(unmarked) })

function unmarked(line: Line): Line {
  const lines = line.lines.map(unmarked)
  if (!line.marks.includes(ALONE)) return { ...line, lines }
  const { origins: _, ...rest } = line
  return { ...rest, marks: line.marks.filter((mark) => mark !== ALONE), lines }
}
