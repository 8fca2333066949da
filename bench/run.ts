// In: switches. Out: speed by stage, start, memory and size; with --write bench/RESULTS.md.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dataFolder, hasData, repository } from '../eval/data.ts'
import { loadLayers } from '../eval/layers.ts'
import { type Article, reportsOf } from '../eval/record-of.ts'
import { readSwitches } from '../scripts/switches.ts'
import { dossierLines } from './dossier.ts'
import { median } from './median.ts'
import { measureStages, type StageTimes } from './stage-times.ts'

const HELP = `npm run bench -- [--reports N] [--rounds N] [--dossier N] [--write] | --large N [--write]
Measures speed on throughput/ of PARLEY_DATA (default ../shared/data beside the repository).
  --reports N  how many articles, spread evenly over the set (default 60)
  --rounds N   rounds after one to warm up; medians are taken (default 5)
  --dossier N  reports in the dossier that is measured (default 300)
  --large N    measures a dossier of so many reports and nothing else; 30000 wants 16 GB and an hour:
               NODE_OPTIONS=--max-old-space-size=14000. Beyond the 3,000 articles they come again under other
               names, ids and dates, and are no copies of each other (bench/archive.ts)
  --write      writes bench/RESULTS.md; what was measured of a large dossier has its own part there`

const { values: given } = readSwitches(
  {
    options: {
      reports: { type: 'string', default: '60' },
      rounds: { type: 'string', default: '5' },
      dossier: { type: 'string', default: '300' },
      large: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  },
  HELP,
)

interface Line {
  readonly name: string
  readonly value: string
  readonly floor?: string
  readonly target?: string
}

/** Every n-th article, so that all years and outlets are there. */
function sample(count: number): Article[] {
  const lines = gunzipSync(readFileSync(join(dataFolder, 'throughput/articles.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const step = Math.max(1, Math.floor(lines.length / count))
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map((line) => JSON.parse(line) as Article)
}

/** As `scripts/ready.cjs` starts every command: compiled sources are kept. */
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(repository, 'node_modules/.cache/compiled'),
}

/** Median wall milliseconds of a command, by `runs` runs. */
function wallOf(runs: number, ...command: string[]): number {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      cwd: repository,
      env,
    })
    if (status === null || status > 1) throw new Error(`${command.join(' ')}: ${stderr.slice(0, 400)}`)
    times.push(performance.now() - start)
  }
  return median(times)
}

function startLines(): Line[] {
  const lines: Line[] = [{ name: 'bare Node, start to end', value: `${wallOf(5, '-e', '0').toFixed(0)} ms` }]
  const first = Array.from({ length: 7 }, () => {
    const said = execFileSync(process.execPath, [join(repository, 'bench/first-sentence.ts')], {
      encoding: 'utf8',
      env,
    })
    return JSON.parse(said) as { wall: number; cpu: number }
  })
  lines.push(
    {
      name: 'start of the language layer from TypeScript source: weights and words loaded, first sentence read',
      value: `${median(first.map(({ wall }) => wall)).toFixed(0)} ms`,
      floor: '≤ 250 ms',
      target: '≤ 100 ms',
    },
    {
      name: 'the same by CPU time of all threads',
      value: `${median(first.map(({ cpu }) => cpu)).toFixed(0)} ms`,
    },
  )
  const cli = join(repository, 'src/serve/cli/main.ts')
  const madrid = hasData('madrid') ? join(dataFolder, 'madrid') : join(repository, 'examples/madrid-2025')
  if (existsSync(cli) && existsSync(madrid)) {
    const what = hasData('madrid') ? 'the five Madrid reports' : 'the example'
    lines.push({
      name: `cold start to finished brief of ${what}`,
      value: `${wallOf(5, cli, 'brief', madrid).toFixed(0)} ms`,
    })
  }
  return lines
}

function weightLines(): Line[] {
  const folder = join(repository, 'models/en')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => !name.endsWith('.md'))
  const bytes = files.map((name) => statSync(join(folder, name)).size)
  const total = bytes.reduce((sum, size) => sum + size, 0)
  const parts = files.map((name, i) => `${name} ${(bytes[i]! / 1e6).toFixed(1)}`).join(', ')
  return [
    {
      name: `weights as committed (${parts})`,
      value: `${(total / 1e6).toFixed(1)} MB`,
      floor: '≤ 18 MB',
      target: '≤ 8 MB',
    },
  ]
}

const TOKENS_A_REPORT = 1130

function speedLines(times: StageTimes, reports: number): Line[] {
  const perReport = (ms: number) => (TOKENS_A_REPORT * 1000) / ((times.tokens / ms) * 1000)
  const claims = times.stages.find(({ stage }) => stage === 'findClaims')
  const rate = (ms: number) => `${(1000 / perReport(ms)).toFixed(1)} reports a second`
  return [
    {
      name: `whole language layer, one core, by wall clock (${reports} reports, ${Math.round(times.tokens / reports)} tokens each; counted as ${TOKENS_A_REPORT})`,
      value: rate(times.layerWallMs),
      floor: '≥ 15',
      target: '≥ 40',
    },
    { name: 'the same by CPU time of all threads', value: rate(times.layerCpuMs) },
    ...(claims === undefined
      ? []
      : [
          {
            name: 'claims against the language layer, CPU time',
            value: (claims.ms / times.layerMs).toFixed(2),
            floor: '≤ 0.33',
            target: '≤ 0.20',
          },
          {
            name: 'claims made',
            value: `${((1000 * times.claims) / times.tokens).toFixed(1)} a thousand tokens`,
          },
        ]),
    {
      name: 'most memory used (maximum resident set, this run)',
      value: `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    },
  ]
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function tables(times: StageTimes | undefined, lines: readonly Line[]): string {
  const measures = [
    row(['measure', 'value', 'floor', 'target']),
    row(['---', '--:', '--:', '--:']),
    ...lines.map(({ name, value, floor = '', target = '' }) => row([name, value, floor, target])),
  ]
  if (times === undefined) return measures.join('\n')
  const stages = [
    row(['stage', 'CPU ms for 1,000 tokens', 'share of the layer', 'times the reference work']),
    row(['---', '--:', '--:', '--:']),
    ...times.stages.map(({ stage, ms, ratio }) =>
      row([
        stage,
        ((1000 * ms) / times.tokens).toFixed(3),
        stage === 'findClaims' || stage === 'buildRecord'
          ? ''
          : `${((100 * ms) / times.layerMs).toFixed(0)} %`,
        ratio.toFixed(2),
      ]),
    ),
  ]
  return `${measures.join('\n')}\n\n${stages.join('\n')}\n\nReference work (bench/reference.ts): ${times.referenceMs.toFixed(0)} ms.`
}

function commit(): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%h of %cd', '--date=format:%Y-%m-%d %H:%M'], {
      cwd: repository,
      encoding: 'utf8',
    }).trim()
  } catch {
    return 'unknown commit'
  }
}

const RESULTS = join(repository, 'bench/RESULTS.md')
const LARGE = '\n## Large dossiers\n'

/** What was measured of large dossiers, one part for each size. */
const largeParts = (): string[] =>
  existsSync(RESULTS)
    ? (
        readFileSync(RESULTS, 'utf8')
          .split(LARGE)[1]
          ?.split(/^(?=### )/m) ?? []
      ).slice(1)
    : []

const sizeOf = (part: string): number => Number(/\d+/.exec(part)?.[0])

const machineNow = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'} with a load of ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}`

function writeResults(page: string, large: readonly string[]): void {
  const parts = large.length === 0 ? '' : `${LARGE}\n${large.map((part) => part.trim()).join('\n\n')}\n`
  writeFileSync(RESULTS, `${page.trim()}\n${parts}`)
}

/** Measures a dossier of so many reports alone; in place of what was measured of one of that size before. */
async function measureLarge(count: number): Promise<void> {
  const head = `### ${count} reports`
  const lines = await dossierLines(count)
  const part = `${head}\n\nWritten by \`npm run bench -- --large ${count} --write\` at ${commit()} on ${machineNow()}; CPU is of all threads.\n\n${tables(undefined, lines)}`
  console.log(part)
  if (!given.write) return
  const page = readFileSync(RESULTS, 'utf8').split(LARGE)[0]!
  const others = largeParts().filter((one) => !one.startsWith(`${head}\n`))
  writeResults(
    page,
    [...others, part].sort((a, b) => sizeOf(a) - sizeOf(b)),
  )
}

async function main(): Promise<void> {
  if (given.help) {
    console.log(HELP)
    return
  }
  if (given.large !== undefined) {
    await measureLarge(Number(given.large))
    return
  }
  const layers = await loadLayers()
  const missing = layers.lacks('readText', 'reportFromFields', 'loadEngine')
  const lines: Line[] = []
  let times: StageTimes | undefined
  if (!hasData('throughput')) {
    console.log(
      `not run: no throughput/ in ${dataFolder}. Set PARLEY_DATA to the folder that holds it; the rest is measured.`,
    )
  } else if (missing !== undefined) console.log(`not yet: ${missing}`)
  else {
    const reports = [...(await reportsOf(sample(Number(given.reports)), layers)).values()]
    times = measureStages(reports, layers, Number(given.rounds))
    lines.push(...speedLines(times, reports.length))
  }
  if (missing === undefined && hasData('throughput'))
    lines.push(...(await dossierLines(Number(given.dossier))))
  if (missing === undefined) lines.push(...startLines())
  lines.push(...weightLines())
  const machine = machineNow()
  const page = tables(times, lines)
  console.log(`Speed at ${commit()} on ${machine}; medians of ${given.rounds} rounds.\n\n${page}`)
  if (given.write) {
    writeResults(
      `# Speed and size\n\nWritten by \`npm run bench -- --write\` at ${commit()} on ${machine}. Medians of ${given.rounds} rounds after one to warm up; reference work is run between the rounds, and stages are also given as multiples of it, so that busy or other machines can be compared.\n\n${page}\n`,
      largeParts(),
    )
  }
}

await main()
