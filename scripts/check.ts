// In: this repository and PARLEY_REQUIRE. Out: every check that the machine can run, the time of each, and one line of counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { MACHINE } from '../test/machine.ts'

const root = join(import.meta.dirname, '..')
const packages = join(root, 'node_modules')

interface Step {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
}

/** What vitest's JSON reporter writes, as far as it is used here. */
interface Results {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly startTime: number
    readonly endTime: number
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

const said = (text: string) => process.stdout.write(`${text}\n`)

/** Runs a script of a package with this Node; true where it ends with 0. */
function run(script: string, args: readonly string[]): boolean {
  const done = spawnSync(process.execPath, [join(packages, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  return done.status === 0
}

function timed(name: string, work: () => boolean): Step {
  const start = performance.now()
  const ok = work()
  const seconds = (performance.now() - start) / 1000
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, seconds }
}

/** The group a test file belongs to: its folder below test/, or "units" beside the code. */
function groupOf(file: string): string {
  const [folder, group] = relative(root, file).split(sep)
  return folder === 'test' && group !== undefined && !group.endsWith('.ts') ? group : 'units'
}

function testSteps(): Step[] {
  const folder = mkdtempSync(join(tmpdir(), 'parley-check-'))
  const file = join(folder, 'results.json')
  const start = performance.now()
  const ok = run('vitest/vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ])
  const seconds = (performance.now() - start) / 1000
  if (!existsSync(file)) return [{ name: 'tests', passed: 0, failed: 1, skipped: 0, seconds }]
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results
  rmSync(folder, { recursive: true })
  const steps = grouped(results)
  const broke = !ok && steps.every((step) => step.failed === 0)
  return broke ? [...steps, { name: 'vitest', passed: 0, failed: 1, skipped: 0, seconds }] : steps
}

function grouped(results: Results): Step[] {
  const steps = new Map<string, Step>()
  for (const { name, status, startTime, endTime, assertionResults } of results.testResults) {
    const group = groupOf(name)
    const before = steps.get(group) ?? { name: group, passed: 0, failed: 0, skipped: 0, seconds: 0 }
    const count = (wanted: string) => assertionResults.filter((one) => one.status === wanted).length
    const passed = count('passed')
    const failed = count('failed')
    // A file that breaks before its first test counts as one failure.
    const broke = status === 'failed' && failed === 0 ? 1 : 0
    steps.set(group, {
      name: group,
      passed: before.passed + passed,
      failed: before.failed + failed + broke,
      skipped: before.skipped + assertionResults.length - passed - failed,
      seconds: before.seconds + Math.max(0, endTime - startTime) / 1000,
    })
  }
  return [...steps.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function checkMachine(): { missing: string[]; steps: Step[] } {
  const wanted = (process.env.PARLEY_REQUIRE ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = wanted.filter((name) => !Object.hasOwn(MACHINE, name))
  if (unknown.length > 0) {
    said(
      `parley: PARLEY_REQUIRE names ${unknown.join(', ')}. It may name: ${Object.keys(MACHINE).join(', ')}.`,
    )
    process.exit(2)
  }
  const absent = Object.entries(MACHINE).filter(([, found]) => found.path === undefined)
  const missing = absent.map(([name, found]) => `${name} (looked for ${found.looked})`)
  const steps = absent
    .filter(([name]) => wanted.includes(name))
    .map(([name]) => ({ name: `required: ${name}`, passed: 0, failed: 1, skipped: 0, seconds: 0 }))
  return { missing, steps }
}

const typescript = existsSync(join(packages, 'typescript/bin/tsc'))
  ? 'typescript/bin/tsc'
  : 'typescript/lib/tsc.js'
const machine = checkMachine()
const steps = [
  timed('format and lint', () =>
    run('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--diagnostic-level=warn', '.']),
  ),
  timed('types', () => run(typescript, ['-p', '.'])),
  ...testSteps(),
  ...machine.steps,
]
const sum = (of: 'passed' | 'failed' | 'skipped' | 'seconds') =>
  steps.reduce((total, step) => total + step[of], 0)

said('')
for (const step of steps) {
  const counts = [
    `${step.passed} passed`,
    `${step.failed} failed`,
    ...(step.skipped ? [`${step.skipped} skipped`] : []),
  ]
  said(`${step.name.padEnd(20)} ${step.seconds.toFixed(1).padStart(6)} s  ${counts.join(', ')}`)
}
if (machine.missing.length > 0) said(`not run: ${machine.missing.join('; ')}`)
if (sum('skipped') > 0 && machine.missing.length === 0)
  said(`not run: ${sum('skipped')} tests that are skipped in the code`)
said(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
