// In: a page that shows what commands print. Out: it with what they print today and the sentences behind it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Pages with blocks under `<!-- shows: ARGUMENTS | SECTION, SECTION -->`. Titles stand there without their commas. */
export const SHOWING = ['README.md', 'docs/outlook.md']
const SHOWN = /<!-- shows: ([^|\n]+)\|([^\n]+) -->\n```\n[^`]*```/g

/** The page with every block as the commands print it, and the sentence of each id of evidence below. */
export function pageShown(text: string): string {
  return text.replace(SHOWN, (_, command: string, sections: string) => {
    const words = (command.trim().match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''))
    const page = printedBy(words)
    const titles = sections.split(',').map((one) => one.trim())
    const shown = titles.map((title) => sectionOf(page, title)).join('\n\n')
    const reports = words.filter((word) => word.startsWith('examples/') && !/\.(?:csv|ya?ml)$/.test(word))
    const sentences = sentencesIn(shown, reports)
    const head = `<!-- shows: ${command.trim()} | ${titles.join(', ')} -->`
    return [head, '```', shown, ...(sentences === '' ? [] : ['', sentences]), '```'].join('\n')
  })
}

const known = new Map<string, string>()

function printedBy(words: readonly string[]): string {
  const key = words.join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const command = join(root, 'src/serve/cli/main.ts')
  const run = spawnSync(process.execPath, [command, ...words], { cwd: root, encoding: 'utf8' })
  const text = run.stdout.replace(/^```\n/gm, '').replaceAll('`', "'")
  known.set(key, text)
  return text
}

function sectionOf(page: string, title: string): string {
  const lines = page.split('\n')
  const from = lines.findIndex((line) => line.replaceAll(',', '') === `## ${title}`)
  if (from < 0) throw new Error(`no section "${title}" is printed`)
  const next = lines.findIndex((line, at) => at > from && line.startsWith('## '))
  return lines
    .slice(from, next < 0 ? undefined : next)
    .join('\n')
    .trimEnd()
}

interface Printed {
  readonly reports: readonly { readonly id: string; readonly outlet?: string }[]
  readonly entries: readonly {
    readonly evidence: readonly { readonly id: string; readonly report: string; readonly quote: string }[]
  }[]
}

/** "e:… Harbour Post: “…”" for every sentence whose id of evidence stands in some text. */
function sentencesIn(text: string, paths: readonly string[]): string {
  const ids = [...new Set(text.match(/e:[0-9a-z]{6,}/g) ?? [])]
  if (ids.length === 0) return ''
  const record = JSON.parse(printedBy(['record', ...paths])) as Printed
  const all = new Map(record.entries.flatMap(({ evidence }) => evidence.map((one) => [one.id, one] as const)))
  const lines = new Map<string, string[]>()
  for (const id of ids) {
    const one = all.get(id)
    if (one === undefined) continue
    const outlet = record.reports.find((report) => report.id === one.report)?.outlet ?? ''
    const words = `${outlet}: “${one.quote.replace(/\s+/g, ' ')}”`
    lines.set(words, [...(lines.get(words) ?? []), id])
  }
  return [...lines].map(([words, own]) => `${own.join(' ')}  ${words}`).join('\n')
}
