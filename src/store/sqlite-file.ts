// In: the path of a dossier. Out: the database open and of this version, or a problem that says what is wrong with the file.
import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { Problem, problem, systemWords } from '../problem.ts'
import { APPLICATION_ID, MIGRATIONS, type Migration } from './schema.ts'

export interface FileOptions {
  /**
   * Reports from which, and up to which, the record is kept so that it can grow; other sizes are built anew. From `kept` on one
   * as of an earlier day is kept.
   */
  readonly grows?: { readonly from: number; readonly to: number; readonly kept: number }
  /**
   * Whether it will be written; default true. A file that is only read needs no right to write, and all that is read of
   * it is one state, whatever others write meanwhile.
   */
  readonly write?: boolean
  /** Milliseconds to wait for another process that writes; 10,000 where not given. */
  readonly waitMs?: number
  /** The steps of the layout; those of this version where not given. */
  readonly migrations?: readonly Migration[]
}

const DEFAULT_WAIT_MS = 10_000

/** Makes a new dossier file. Throws `dossier-exists` where something stands there, `file-not-written` where nothing can. */
export function makeFile(path: string, options: FileOptions = {}): DatabaseSync {
  checkPlace(path)
  try {
    const database = connect(path, options)
    // Others see an empty file or a whole dossier.
    inTransaction(database, () => {
      database.exec(`pragma application_id = ${APPLICATION_ID}`)
      migrate(database, options.migrations ?? MIGRATIONS)
    })
    return database
  } catch (error) {
    throw fileProblem(error, path)
  }
}

/** Throws `dossier-exists` where something stands at the path, `file-not-written` where its folder is not there. */
export function checkPlace(path: string): void {
  if (existsSync(path)) throw problem('dossier-exists', { path })
  if (!existsSync(dirname(path))) throw problem('file-not-written', { path, why: 'its folder is not there' })
}

/** Opens a dossier file and brings it to this version. Throws what is wrong with it as a problem. */
export function openFile(path: string, options: FileOptions = {}): DatabaseSync {
  checkHeader(path)
  const { write = true, migrations = MIGRATIONS } = options
  try {
    let database = connect(path, options)
    checkIdentity(database, path, migrations.length)
    if (pragma(database, 'user_version') < migrations.length) {
      if (!write) {
        database.close()
        openFile(path, { ...options, write: true }).close()
        database = connect(path, options)
      } else
        inTransaction(database, () => {
          checkIdentity(database, path, migrations.length)
          migrate(database, migrations)
        })
    }
    if (!write) database.exec('begin')
    return database
  } catch (error) {
    throw fileProblem(error, path)
  }
}

/** Runs work in one write transaction; undone where it throws. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('begin immediate')
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    // Some errors have ended the transaction already.
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

/** What SQLite says, as a problem of the file; other errors as they are. */
export function fileProblem(error: unknown, path: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { errcode } = error as Error & { errcode?: number }
  if (errcode === undefined) return error
  const why = error.message
  switch (errcode & 0xff) {
    case 5:
    case 6:
      return problem('dossier-locked', { path })
    case 8:
      return problem('dossier-read-only', { path })
    case 13:
      return problem('disk-full', { path })
    case 11:
    case 26:
      return problem('dossier-damaged', { path, why })
    case 10:
    case 14:
      return problem('file-not-read', { path, why })
    default:
      return error
  }
}

function connect(path: string, options: FileOptions): DatabaseSync {
  const { DatabaseSync: Database } = quietSqlite()
  const { write = true, waitMs = DEFAULT_WAIT_MS } = options
  const open = (location: string | URL, readOnly: boolean) =>
    new Database(location, { readOnly, timeout: waitMs, enableForeignKeyConstraints: false })
  if (write) {
    const database = open(path, false)
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    return database
  }
  try {
    // A connection that may write takes the files beside the dossier away when it closes; one that may not leaves them.
    const database = open(path, !canWrite(path))
    database.exec('pragma query_only = on')
    pragma(database, 'user_version')
    return database
  } catch (error) {
    const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff
    // Where not even the files beside it may be made, and none is there, nobody writes: it can be read as it stands.
    if ((code !== 8 && code !== 14) || existsSync(`${path}-wal`)) throw error
    const address = pathToFileURL(path)
    address.searchParams.set('immutable', '1')
    return open(address, true)
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

const migrate = (database: DatabaseSync, migrations: readonly Migration[]) => {
  for (const step of migrations.slice(pragma(database, 'user_version'))) step(database)
  database.exec(`pragma user_version = ${migrations.length}`)
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0])
}

function checkIdentity(database: DatabaseSync, path: string, known: number): void {
  if (pragma(database, 'application_id') !== APPLICATION_ID)
    throw problem('not-a-dossier', { path, why: 'it is a SQLite file of another program' })
  const found = pragma(database, 'user_version')
  if (found > known) throw problem('dossier-newer', { path, found, known })
}

const MAGIC = 'SQLite format 3\0'

/** Tells a missing file, and one that is no database, before SQLite would make or refuse one. */
function checkHeader(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw problem('dossier-missing', { path })
    throw problem('file-not-read', { path, why: systemWords(error) })
  }
  try {
    if (fstatSync(file).isDirectory()) throw problem('not-a-dossier', { path, why: 'it is a folder' })
    const head = Buffer.alloc(MAGIC.length)
    const length = readSync(file, head, 0, MAGIC.length, 0)
    if (length === 0) throw problem('not-a-dossier', { path, why: 'it is empty' })
    if (head.toString('latin1') !== MAGIC)
      throw problem('not-a-dossier', { path, why: 'it is no SQLite file' })
  } finally {
    closeSync(file)
  }
}

/** `node:sqlite`, without the warning of older versions of Node that it is experimental. */
function quietSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
