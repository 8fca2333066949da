import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { add, dossierIn, folder, STORY } from '../../test/fixtures/dossiers.ts'
import { recordJson } from '../views/record-json.ts'
import { GROWING_TABLES } from './growing/tables.ts'
import { makeSqliteStore, openSqliteStore } from './sqlite.ts'

let here: ReturnType<typeof folder>
beforeEach(() => {
  here = folder()
})
afterEach(() => here.close())

/** A dossier with the story, closed. */
function made(name = 'x.parley', options = {}): string {
  const path = here.path(name)
  const store = makeSqliteStore(path, options)
  add(dossierIn(store), STORY)
  store.close()
  return path
}

const bytesOf = (path: string) => {
  const store = openSqliteStore(path, { write: false })
  try {
    return JSON.stringify(recordJson(store.reader()!))
  } finally {
    store.close()
  }
}

describe('a file that is no sound dossier gets a problem that says so', () => {
  const cases: [string, string, RegExp, () => string][] = [
    ['is missing', 'dossier-missing', /parley init/, () => here.path('none.parley')],
    [
      'is empty',
      'not-a-dossier',
      /it is empty/,
      () => {
        writeFileSync(here.path('e.parley'), '')
        return here.path('e.parley')
      },
    ],
    [
      'is a text',
      'not-a-dossier',
      /no SQLite file/,
      () => {
        writeFileSync(here.path('t.parley'), 'Two sides met in Bergen.')
        return here.path('t.parley')
      },
    ],
    [
      'is a folder',
      'not-a-dossier|file-not-read',
      /folder|EISDIR/,
      () => {
        mkdirSync(here.path('f.parley'))
        return here.path('f.parley')
      },
    ],
    [
      'is of another program',
      'not-a-dossier',
      /another program/,
      () => {
        const path = here.path('o.parley')
        const database = new DatabaseSync(path)
        database.exec('create table t (a)')
        database.close()
        return path
      },
    ],
    [
      'is from a newer version',
      'dossier-newer',
      /layout 99/,
      () => {
        const path = made()
        const database = new DatabaseSync(path)
        database.exec('pragma user_version = 99')
        database.close()
        return path
      },
    ],
    [
      'was cut off',
      'dossier-damaged',
      /is damaged/,
      () => {
        const path = made()
        truncateSync(path, 40_960)
        return path
      },
    ],
    [
      'was cut off in its first page',
      'dossier-damaged|not-a-dossier',
      /damaged|no dossier/,
      () => {
        const path = made()
        truncateSync(path, 1_000)
        return path
      },
    ],
  ]
  it.each(cases)('%s', (_, code, says, make) => {
    const path = make()
    for (const write of [true, false]) {
      let found: unknown
      try {
        openSqliteStore(path, { write }).close()
      } catch (error) {
        found = error
      }
      expect((found as { code?: string }).code).toMatch(new RegExp(`^(?:${code})$`))
      expect((found as Error).message).toMatch(says)
    }
  })

  it('has a page that was written over', () => {
    const path = made()
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 8_192, 16_384)
    writeFileSync(path, bytes)
    let troubles: readonly string[] | string
    try {
      const store = openSqliteStore(path)
      troubles = store.troubles()
      store.close()
    } catch (error) {
      troubles = (error as { code: string }).code
    }
    expect(troubles).not.toEqual([])
    if (typeof troubles === 'string') expect(troubles).toBe('dossier-damaged')
  })

  it('has a row that was altered', () => {
    const path = made()
    const database = new DatabaseSync(path)
    database.exec("update items set kind = 'notice' where kind = 'report'")
    database.exec("update entries set packed = (select packed from texts limit 1) where kind = 'deadline'")
    database.close()
    const store = openSqliteStore(path)
    const troubles = store.troubles().join('\n')
    expect(troubles).toMatch(/item report:\S+ is not what its hash says/)
    expect(troubles).toMatch(/entry deadline:\S+ is not what its hash says/)
    store.close()
  })
})

it('is never written over', () => {
  const path = made()
  expect(() => makeSqliteStore(path)).toThrow(/is there already/)
})

it('is as before where the disk is full', () => {
  const path = made()
  const before = bytesOf(path)
  const store = openSqliteStore(path)
  const pages = new DatabaseSync(path).prepare('pragma page_count').get() as { page_count: number }
  // SQLite answers a full disk and a full file alike.
  store.limitPages(pages.page_count)
  const dossier = { store, now: () => '2031-06-01T00:00:00.000Z' }
  const long = { ...STORY[0]!, report: { ...STORY[0]!.report, path: `${'x'.repeat(900_000)}.txt` } }
  expect(() => add(dossier, [long])).toThrow(/no room left/)
  store.close()
  expect(bytesOf(path)).toBe(before)
})

describe('another process', () => {
  const holder = (path: string, ms: number) =>
    spawn(process.execPath, [
      '-e',
      `const { DatabaseSync } = require('node:sqlite')
       const d = new DatabaseSync(${JSON.stringify(path)}); d.exec('begin immediate')
       console.log('held'); setTimeout(() => { d.exec('commit'); d.close() }, ${ms})`,
    ])

  it('that writes too long is a problem; one that ends in time is waited for; reading never waits', async () => {
    const path = made()
    const child = holder(path, 1_500)
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(bytesOf(path).length).toBeGreaterThan(100)
    const hasty = openSqliteStore(path, { waitMs: 100 })
    expect(() => hasty.transact(() => hasty.set('a', 'b'))).toThrow(/being written by another process/)
    hasty.close()
    const patient = openSqliteStore(path, { waitMs: 20_000 })
    patient.transact(() => patient.set('a', 'b'))
    expect(patient.setting('a')).toBe('b')
    patient.close()
    child.kill()
  })

  it('that changes the record meanwhile is not seen by a reader', () => {
    const path = made()
    const reading = openSqliteStore(path, { write: false })
    const reader = reading.reader()!
    const writing = openSqliteStore(path)
    writing.transact(() => {
      writing.putRecord({
        record: {
          reports: [],
          origins: [],
          parties: [],
          issues: [],
          entries: [],
          disputes: [],
          notices: [],
          negotiation: { name: '', parties: [] },
          readingVersion: 'x',
        },
        knownOn: undefined,
        leftOut: { later: 0, maybeLater: 0 },
      })
    })
    expect(reader.reports().length).toBe(4)
    expect(writing.reader()!.reports().length).toBe(0)
    reading.close()
    writing.close()
  })

  it('and another add at once: nothing is lost and nothing is twice', async () => {
    const path = here.path('two.parley')
    makeSqliteStore(path).close()
    const root = join(import.meta.dirname, '../..')
    const adder = (at: number) =>
      new Promise<number>((resolve) => {
        const child = spawn(process.execPath, [join(root, 'test/fixtures/add-story.ts'), path, `${at}`])
        child.once('close', (code) => resolve(code ?? -1))
      })
    const codes = await Promise.all([0, 1, 2, 3].map(adder))
    expect(codes).toEqual([0, 0, 0, 0])
    const whole = here.path('whole.parley')
    copyFileSync(made('alone.parley'), whole)
    expect(bytesOf(path)).toBe(bytesOf(whole))
    const store = openSqliteStore(path, { write: false })
    expect(store.changes().map((change) => change.n)).toEqual([1, 2, 3, 4])
    store.close()
  })
})

it('is read where nothing may be written, and not written there', () => {
  const path = made()
  const root = join(import.meta.dirname, '../..')
  chmodSync(here.path('.'), 0o555)
  chmodSync(path, 0o444)
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const run = (script: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', ...asNobody })
  const store = JSON.stringify(join(root, 'src/store/sqlite.ts'))
  const opened = (write: boolean) =>
    run(
      `const { openSqliteStore } = await import(${store})
       const s = openSqliteStore(${JSON.stringify(path)}, { write: ${write} })
       try { if (${write}) s.transact(() => s.set('a', 'b')); console.log(s.reader().reports().length) }
       catch (error) { console.log(error.code) }`,
    )
  const [reading, writing] = [opened(false), opened(true)]
  chmodSync(here.path('.'), 0o755)
  expect(reading.stderr).toBe('')
  expect(reading.stdout.trim()).toBe('4')
  expect(`${writing.stdout}${writing.stderr}`).toMatch(/dossier-read-only|may not be written/)
})

it('of an older version is brought to this one, search included, also by who only reads', () => {
  const path = made('new.parley')
  const old = here.path('old.parley')
  copyFileSync(path, old)
  const database = new DatabaseSync(old)
  for (const table of ['sentence_words', 'entry_trigrams', 'ranks', 'due_days', 'names', ...GROWING_TABLES])
    database.exec(`drop table ${table}`)
  database.exec('pragma user_version = 1')
  database.close()
  const store = openSqliteStore(old, { write: false })
  expect(store.searchSentences(['bergen'], 5).length).toBe(2)
  expect(store.reader()!.entries({ words: ['bergen'], aside: true }).length).toBeGreaterThan(0)
  expect(store.reader()!.shortlist('round', 1).first.length).toBeGreaterThan(0)
  store.close()
  const again = openSqliteStore(old)
  expect(again.troubles()).toEqual([])
  again.close()
  expect(bytesOf(old)).toBe(bytesOf(path))
})

it('leaves nothing beside itself when closed, and backups are whole and sound', () => {
  const path = made()
  bytesOf(path)
  expect([`${path}-wal`, `${path}-shm`].map(existsSync)).toEqual([false, false])
  const store = openSqliteStore(path)
  store.backup(here.path('copy.parley'))
  expect(() => store.backup(here.path('copy.parley'))).toThrow(/is there already/)
  store.close()
  expect(bytesOf(here.path('copy.parley'))).toBe(bytesOf(path))
  expect(existsSync(here.path('copy.parley.part'))).toBe(false)
})

it('prints no warning of Node', () => {
  const path = made()
  const script = `const { openSqliteStore } = await import(${JSON.stringify(join(import.meta.dirname, 'sqlite.ts'))}); openSqliteStore(${JSON.stringify(path)}).close(); console.log('ok')`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect([stdout.trim(), stderr]).toEqual(['ok', ''])
})
