// In: how often. Out: that a dossier whose writer is killed at random moments loses nothing acknowledged, holds nothing twice, and opens clean.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkDossier } from '#parley/dossier/check.ts'
import { GROWING_TABLES } from '#parley/store/growing/tables.ts'
import { makeSqliteStore, openSqliteStore } from '#parley/store/sqlite.ts'
import { add, dossierIn, folder } from '../fixtures/dossiers.ts'
import { randomFrom } from './random.ts'

const WORKER = join(import.meta.dirname, 'dossier-worker.ts')

/** Kills the writer of one dossier so often, each time at another moment; every fourth time while it migrates. */
export async function kill({ times, seed }: { times: number; seed: number }): Promise<string> {
  const here = folder()
  const random = randomFrom(seed)
  const path = here.path('killed.parley')
  const store = makeSqliteStore(path)
  dossierIn(store)
  store.close()
  let known = 1
  let inFlight = 0
  let migrating = 0
  let backups = 0
  try {
    for (let time = 0; time < times; time++) {
      const migrate = time % 4 === 3
      if (migrate) toOldLayout(path)
      // A migration ends within some milliseconds of the first word; other work goes on until the end comes.
      const { told, broke } = await runAndKill(
        path,
        seed + time,
        migrate ? random.below(10) : 40 + random.below(160),
      )
      if (broke) throw new Error(`kill ${time}: the writer ${broke}`)
      const before = Math.max(known, ...told)
      if (migrate && layoutOf(path) === 1) migrating++
      const after = lookAt(path, time, before)
      if (after > before) inFlight++
      known = after
      if (existsSync(`${path}.copy`)) {
        lookAt(`${path}.copy`, time, 1)
        backups++
        rmSync(`${path}.copy`)
      }
    }
    return `${times} kills, ${known} changes kept, ${inFlight} times one was done but not yet told, ${migrating} times the migration was not yet done, ${backups} backups whole; ${syncsOfAnAdd(here.path)}`
  } finally {
    here.close()
  }
}

/** Opens what is left as anyone would, and checks all of it; gives the number of changes. */
function lookAt(path: string, time: number, atLeast: number): number {
  const store = openSqliteStore(path)
  try {
    const changes = store.changes()
    const wrong = [
      ...checkDossier(store).troubles,
      ...(changes.some((change, at) => change.n !== at + 1) ? ['the log has gaps'] : []),
      ...(changes.length < atLeast ? [`change ${atLeast} was told and is lost`] : []),
      ...(changes.length > atLeast + 1 && atLeast > 1 ? ['changes were made twice'] : []),
    ]
    if (wrong.length > 0) throw new Error(`kill ${time}, ${path}: ${wrong.join('; ')}`)
    return changes.length
  } finally {
    store.close()
  }
}

function runAndKill(path: string, seed: number, after: number): Promise<{ told: number[]; broke?: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [WORKER, path, `${seed}`])
    let out = ''
    let error = ''
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', (data) => {
      out += data
      timer ??= setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.stderr.on('data', (data) => {
      error += data
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      const broke =
        /^broke (.*)$/m.exec(out)?.[1] ?? (code === null ? undefined : `ended with ${code}: ${error}`)
      const told = [...out.matchAll(/^did (\d+)$/gm)].map((match) => Number(match[1]))
      resolve({ told, ...(broke === undefined ? {} : { broke }) })
    })
  })
}

function toOldLayout(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(
    `drop table if exists sentence_words; drop table if exists entry_trigrams; drop table if exists ranks;
     drop table if exists due_days; drop table if exists names;
     ${GROWING_TABLES.map((table) => `drop table if exists ${table};`).join(' ')} pragma user_version = 1`,
  )
  database.close()
}

function layoutOf(path: string): number {
  const database = new DatabaseSync(path)
  const row = database.prepare('pragma user_version').get() as { user_version: number }
  database.close()
  return row.user_version
}

/** Syncs to the disk that adding one report takes, by strace where it is there. */
function syncsOfAnAdd(path: (name: string) => string): string {
  const file = path('synced.parley')
  const store = makeSqliteStore(file)
  const dossier = dossierIn(store)
  add(dossier, [])
  store.close()
  const script = (fresh: string, adds: number) => `
    const { openSqliteStore } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/store/sqlite.ts'))})
    const { addReports } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/dossier/add.ts'))})
    const { readerOf } = await import(${JSON.stringify(join(import.meta.dirname, '../fixtures/dossiers.ts'))})
    const { manyTold } = await import(${JSON.stringify(join(import.meta.dirname, 'many-told.ts'))})
    const store = openSqliteStore(${JSON.stringify(fresh)})
    for (const one of manyTold(${adds})) addReports({ store, now: () => new Date().toISOString() }, { reports: [one.report], notices: [] }, readerOf([one]))
    process.kill(process.pid, 'SIGKILL')`
  const count = (adds: number): number | undefined => {
    const fresh = path(`synced-${adds}.parley`)
    copyFileSync(file, fresh)
    const ran = spawnSync(
      'strace',
      [
        '-f',
        '-e',
        'trace=fsync,fdatasync',
        process.execPath,
        '--input-type=module',
        '-e',
        script(fresh, adds),
      ],
      { encoding: 'utf8' },
    )
    return ran.error ? undefined : (ran.stderr.match(/f(?:data)?sync\(\d+/g) ?? []).length
  }
  const [none, one, two] = [count(0), count(1), count(2)]
  return none === undefined || one === undefined || two === undefined
    ? 'syncs of an add not counted (no strace)'
    : `adding a report takes ${one - none} syncs to the disk as the first change after opening, ${two - one} as a later one`
}
