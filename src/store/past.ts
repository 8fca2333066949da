// In: a dossier's file, a day. Out: its record as of that day, kept in a file of its own beside it, for as long as it stands.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Day, PlacedReport } from '../model/index.ts'
import { type BuiltRecord, knownBy } from '../record/build.ts'
import type { RecordReader } from '../record/reader.ts'
import { unpack } from './packed.ts'
import type { About } from './record-rows.ts'
import { inTransaction, makeFile, openFile } from './sqlite-file.ts'
import { sqliteReader } from './sqlite-reader.ts'
import { writeWhole } from './sqlite-writer.ts'

/** Days kept; who asks for one more loses the one that was made first. */
const MOST_KEPT = 12

const folderOf = (path: string): string => `${path}-past`
const fileOf = (path: string, asOf: Day): string => join(folderOf(path), `${asOf}.record`)

/** The record as of a day that is kept, and what closes its file. */
export interface Past {
  readonly reader: RecordReader
  close(): void
}

/**
 * The record as of a day, where it is kept and still is what building it would give: since then the dossier's record only
 * grew, by reports that were not known by that day.
 */
export function openPast(database: DatabaseSync, path: string, asOf: Day, on?: Day): Past | undefined {
  let file: DatabaseSync
  try {
    file = openFile(fileOf(path, asOf), { write: false })
  } catch {
    return undefined
  }
  const close = () => file.close()
  const made = settingIn(file, 'made')
  const kept = sqliteReader(file, on, 'quickly')
  const leftOut = made && kept && isChange(database, made) ? leftOutSince(database, made, kept) : undefined
  if (leftOut && kept) return { reader: { ...kept, leftOut }, close }
  close()
  return undefined
}

/** Keeps the record as of a day, in place of one that was; where that fails the record is built again the next time. */
export function keepPast(database: DatabaseSync, path: string, asOf: Day, built: BuiltRecord): void {
  const change = database.prepare('select n, at from changes order by n desc limit 1').get()
  const part = `${fileOf(path, asOf)}.${process.pid}`
  try {
    mkdirSync(folderOf(path), { recursive: true })
    const file = makeFile(part)
    try {
      // Nobody sees it before it is whole, so that its pages need not be written twice.
      file.exec('pragma journal_mode = off')
      inTransaction(file, () => {
        writeWhole(file, built, 'quickly')
        file
          .prepare('insert into settings (name, value) values (?, ?)')
          .run('made', JSON.stringify({ ...change }))
      })
    } finally {
      file.close()
    }
    renameSync(part, fileOf(path, asOf))
    forgetFirst(path)
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true })
  }
}

function forgetFirst(path: string): void {
  const files = readdirSync(folderOf(path))
    .filter((name) => name.endsWith('.record'))
    .map((name) => join(folderOf(path), name))
    .map((file) => ({ file, madeAt: statSync(file).mtimeMs }))
    .sort((a, b) => b.madeAt - a.madeAt)
  for (const { file } of files.slice(MOST_KEPT)) rmSync(file, { force: true })
}

/** The change after which a record was made. */
interface Made {
  readonly n: number
  readonly at: string
}

function settingIn(file: DatabaseSync, name: string): Made | undefined {
  const row = file.prepare('select value from settings where name = ?').get(name) as
    | { value: string }
    | undefined
  return row && (JSON.parse(row.value) as Made)
}

/** Whether a change is one of this dossier, after which its record was not built anew. */
function isChange(database: DatabaseSync, { n, at }: Made): boolean {
  const about = database.prepare("select body from record_parts where part = 'about'").get() as
    | { body: string }
    | undefined
  const change = database.prepare('select at from changes where n = ?').get(n) as { at: string } | undefined
  return about !== undefined && change?.at === at && ((JSON.parse(about.body) as About).builtAt ?? 0) <= n
}

/** What is left out of a record now; undefined where a report that came since belongs into it. */
function leftOutSince(
  database: DatabaseSync,
  { n }: Made,
  { leftOut, knownOn }: RecordReader,
): RecordReader['leftOut'] | undefined {
  const items = database
    .prepare(
      "select i.packed from presences p join items i on i.id = p.item where p.since > ? and i.kind = 'report'",
    )
    .all(n) as { packed: Uint8Array }[]
  const placed = database.prepare("select body from record_parts where part = 'reports' and id = ?")
  const came = items.map(({ packed }) => {
    const { id } = JSON.parse(unpack(packed)) as PlacedReport
    return JSON.parse((placed.get(id) as { body: string }).body) as PlacedReport
  })
  const now = knownBy(came, knownOn!)
  if (now.known.length > 0) return undefined
  return {
    later: leftOut.later + now.leftOut.later,
    maybeLater: leftOut.maybeLater + now.leftOut.maybeLater,
  }
}
