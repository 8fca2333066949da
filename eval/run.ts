// In: names of scorers and switches. Out: the scoreboard, work and check side by side; with --write eval/SCORES.md and eval/REPORT.md.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSwitches } from '../scripts/switches.ts'
import { type BoardRow, tableForMarkdown, tableForTerminal } from './board.ts'
import { dataAbsent, hasData, repository } from './data.ts'
import { type Layers, loadLayers } from './layers.ts'
import { isReported, type Reported, writeReport } from './report.ts'
import { scorers } from './scorers/index.ts'
import type { Scorer } from './task.ts'

const HELP = `npm run eval -- [NAME…] [--work] [--all] [--errors N] [--details] [--write] [--list]
Measures Parley on the data of PARLEY_DATA (default ../shared/data beside the repository).
  NAME        only these: ${scorers.map(({ name }) => name).join(' ')}
  --work      only the work part
  --all       the whole of a work part that is otherwise sampled
  --errors N  the first N errors of each, from the work part alone (0: all)
  --details   recall by relation, commonest confusions, from the work part alone
  --write     writes the board to eval/SCORES.md, and eval/REPORT.md: relations, confusions, time of each stage
  --list      which definition each scorer follows`

const { values: given, positionals } = readSwitches(
  {
    allowPositionals: true,
    options: {
      work: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      errors: { type: 'string' },
      details: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  },
  HELP,
)

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim()
    return `${git('rev-parse', '--short', 'HEAD')} of ${git('log', '-1', '--format=%cd', '--date=format:%Y-%m-%d %H:%M')}`
  } catch {
    return 'unknown commit'
  }
}

async function rowsOf(scorer: Scorer, layers: Layers, reported: Reported[]): Promise<BoardRow[]> {
  const absent = !hasData(scorer.data) ? `not run: no ${scorer.data}` : layersMissing(scorer, layers)
  if (absent !== undefined) return scorer.rows.map((row) => ({ ...row, absent }))
  const options = { errors: given.errors !== undefined, all: given.all }
  const work = await scorer.run('work', layers, options)
  const check = given.work ? undefined : await scorer.run('check', layers, options)
  if (given.errors !== undefined) {
    const limit = Number(given.errors) || work.errors.length
    console.log(`\n# ${scorer.name}: ${work.errors.length} errors in the work part`)
    console.log(work.errors.slice(0, limit).join('\n'))
  }
  if (given.details && work.details.length > 0) console.log(`\n# ${scorer.name}\n${work.details.join('\n')}`)
  if (isReported(scorer.name))
    reported.push({ name: scorer.name, work: work.details, check: check?.details ?? [] })
  return scorer.rows.map((row) => ({
    ...row,
    work: work.measures[row.name],
    check: check?.items ? check.measures[row.name] : undefined,
  }))
}

/** A scorer that throws does not take the others with it. */
function failed(scorer: Scorer, error: unknown): BoardRow[] {
  process.exitCode = 1
  console.error(error)
  const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  return scorer.rows.map((row) => ({ ...row, absent: `failed: ${message.slice(0, 60)}` }))
}

function layersMissing(scorer: Scorer, layers: Layers): string | undefined {
  const missing = scorer.missing(layers)
  return missing === undefined ? undefined : `not yet: ${missing}`
}

async function main(): Promise<number> {
  if (given.help) {
    console.log(HELP)
    return 0
  }
  if (given.list) {
    for (const { name, definition } of scorers) console.log(`${name}: ${definition}\n`)
    return 0
  }
  const unknown = positionals.filter((name) => !scorers.some((scorer) => scorer.name === name))
  if (unknown.length > 0) {
    console.error(
      `No scorer is called ${unknown.join(', ')}. There are: ${scorers.map(({ name }) => name).join(', ')}.`,
    )
    return 2
  }
  if (!hasData()) {
    console.log(dataAbsent)
    return 0
  }
  const chosen = positionals.length === 0 ? scorers : scorers.filter(({ name }) => positionals.includes(name))
  const layers = await loadLayers()
  const rows: BoardRow[] = []
  const reported: Reported[] = []
  for (const scorer of chosen) {
    const started = performance.now()
    rows.push(...(await rowsOf(scorer, layers, reported).catch((error: unknown) => failed(scorer, error))))
    if (process.stderr.isTTY)
      console.error(`${scorer.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  console.log(`\nScores at ${commit()}, in percent; gap = work − check; floors hold on check.\n`)
  console.log(tableForTerminal(rows))
  if (given.write) {
    writeScores(rows)
    await writeReport(reported, layers, commit())
  }
  return 0
}

function writeScores(rows: readonly BoardRow[]): void {
  const page = `# Scores

Written by \`npm run eval -- --write\` at ${commit()}. Shares and F1 in percent; gap = work − check; floors hold on check.
Work parts may be read and tuned on; check parts are scored in total only. \`npm run eval -- --list\` says which definition each measure follows.

${tableForMarkdown(rows)}
`
  writeFileSync(join(repository, 'eval/SCORES.md'), page)
}

process.exitCode = (await main()) || process.exitCode || 0
