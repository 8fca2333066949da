// In: this process. Out: the command line run in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTextFile } from './read-text-file.ts'
import { runCommandLine } from './run-command.ts'
import type { World } from './world.ts'

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

function version(): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return version
}

const world: World = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  width: process.stdout.columns ?? 100,
  environment: process.env,
  get version() {
    return version()
  },
  pathExists: existsSync,
  readFile: readTextFile,
  openRecord: async (question, progress) => (await import('./open-record.ts')).openRecord(question, progress),
  openReports: async (question, progress) =>
    (await import('./open-record.ts')).openReports(question, progress),
  dossiersHere: () =>
    readdirSync('.')
      .filter((name) => name.endsWith('.parley'))
      .sort(),
}

// A reader that goes away early ("parley brief … | head") is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), world)
