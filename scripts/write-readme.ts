// In: README.md and the demo's output. Out: README.md with what the demo prints today, cut to what fits there; other blocks too.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageShown, SHOWING } from './shown-output.ts'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')

/** The longest line shown, in characters; the rest of a line is "…". */
const WIDTH = 170
/** The first section that is left out. */
const REST = '## Agreements and promises'
const BLOCK = /(```\n)(# [\s\S]*?)(\n```)/

/** What the demo prints up to `REST`, as the README shows it. */
export function demoForReadme(): string {
  const command = join(root, 'src/serve/cli/main.ts')
  const run = spawnSync(process.execPath, [command, 'brief', 'examples/madrid-2025'], {
    cwd: root,
    encoding: 'utf8',
  })
  const lines = run.stdout.split('\n')
  const shown = lines.slice(0, lines.indexOf(REST))
  const cut = shown.map((line) => (line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 2).trimEnd()} …`))
  return `${cut.join('\n').trimEnd()}\n\n… and what is agreed, where each side stands, disputes, leverage, statements, figures, sources`
}

/** What the README shows at present. */
export const shownInReadme = (): string => BLOCK.exec(readFileSync(readme, 'utf8'))?.[2] ?? ''

if (import.meta.main) {
  for (const page of SHOWING) {
    const path = join(root, page)
    writeFileSync(path, pageShown(readFileSync(path, 'utf8')))
  }
  const text = readFileSync(readme, 'utf8')
  writeFileSync(
    readme,
    text.replace(BLOCK, (_, open: string, __, close: string) => open + demoForReadme() + close),
  )
}
