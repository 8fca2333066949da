// In: what was typed. Out: a dossier checked, copied, written as lines, made of lines, searched, or its log printed.
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { checkDossier } from '../../dossier/check.ts'
import { readingOptionsOf } from '../../dossier/dossier.ts'
import { exportLines, importLines } from '../../dossier/transfer.ts'
import { problem, systemWords } from '../../problem.ts'
import { versionFor } from '../../reading/engine.ts'
import { makeSqliteStore, openSqliteStore } from '../../store/sqlite.ts'
import { publishedWords } from '../../views/first-page/coverage.ts'
import { shortName } from '../../views/words/origin-words.ts'
import { cutAt, oneLine } from '../../views/words/safe-text.ts'
import { countWords } from '../../views/words/value-words.ts'
import type { Exit } from './command.ts'
import { dossierFile, dossierOf, missing } from './open.ts'
import type { Typed } from './options.ts'
import type { World } from './world.ts'

const readOnly = (path: string) => openSqliteStore(path, { write: false })

/** `parley check` */
export async function runCheck(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path } = dossierOf(typed, world)
  // The search indexes are checked by writing nothing into them, which SQLite counts as writing.
  const store = openSqliteStore(path)
  try {
    const { reports, entries, troubles } = checkDossier(store)
    for (const trouble of troubles.slice(0, 20)) world.out(`${trouble}\n`)
    const [first] = troubles
    if (first !== undefined) throw problem('check-failed', { path, count: troubles.length, first })
    const version = store.setting('readingVersion')
    const stale = version !== undefined && version !== versionFor(readingOptionsOf(store))
    world.out(
      `${path} is sound: ${countWords(reports, 'report')}, ${countWords(entries, 'entry')}; the record is what building it from nothing gives.\n` +
        (stale ? 'It was read by another version of Parley; to read it again: parley reread\n' : ''),
    )
    return 0
  } finally {
    store.close()
  }
}

/** `parley log` */
export async function runLog(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path } = dossierOf(typed, world)
  const store = readOnly(path)
  try {
    const changes = store.changes()
    if (typed.format === 'json') world.out(`${JSON.stringify(changes, null, 2)}\n`)
    else
      for (const { n, at, kind, words, by, reason } of changes)
        world.out(
          oneLine(`${n}  ${at}  ${kind}  ${words}${by ? ` — ${by}` : ''}${reason ? `: ${reason}` : ''}`) +
            '\n',
        )
    return 0
  } finally {
    store.close()
  }
}

/** `parley backup FILE` */
export async function runBackup(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, to } = withFile(typed, world)
  const store = openSqliteStore(path)
  try {
    store.backup(to)
    world.out(`${to}: written.\n`)
    return 0
  } finally {
    store.close()
  }
}

/** `parley export FILE`; "-" is the standard output. */
export async function runExport(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, to } = withFile(typed, world)
  if (to !== '-' && existsSync(to)) throw problem('dossier-exists', { path: to })
  const store = readOnly(path)
  try {
    if (to === '-') {
      for (const line of exportLines(store)) world.out(`${line}\n`)
      return 0
    }
    writeLines(to, exportLines(store))
    world.out(`${to}: written.\n`)
    return 0
  } finally {
    store.close()
  }
}

/** `parley import FILE NAME` */
export async function runImport(typed: Typed, world: World): Promise<Exit> {
  const [from, name = typed.dossier] = typed.positionals
  if (from === undefined || name === undefined)
    throw missing(typed, from === undefined ? 'file' : 'name for the dossier')
  const path = dossierFile(name)
  if (existsSync(path)) throw problem('dossier-exists', { path })
  // Nothing stands at the name before the dossier is whole.
  const part = `${path}.part`
  for (const file of [part, `${part}-wal`, `${part}-shm`]) rmSync(file, { force: true })
  try {
    const lines = linesOf(from)
    const store = makeSqliteStore(part)
    try {
      importLines(store, lines, from)
    } finally {
      store.close()
    }
    renameSync(part, path)
  } finally {
    for (const file of [part, `${part}-wal`, `${part}-shm`]) rmSync(file, { force: true })
  }
  world.out(`${path}: made.\n`)
  return 0
}

/** `parley search WORDS` */
export async function runSearch(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  const words = rest.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) throw missing(typed, 'word')
  const store = readOnly(path)
  try {
    const hits = store.searchSentences(words, typed.all ? 100_000 : 20)
    const reader = store.reader()
    if (typed.format === 'json')
      world.out(
        `${JSON.stringify(
          hits.map((hit) => ({ ...hit, sentence: store.text(hit.report)?.slice(hit.start, hit.end) })),
          null,
          2,
        )}\n`,
      )
    else if (hits.length === 0) world.out('No sentence holds all of these words.\n')
    else
      for (const { report, start, end } of hits) {
        const sentence = cutAt(oneLine(store.text(report)?.slice(start, end) ?? ''), 300)
        const found = reader?.report(report)
        const when = found ? `, ${publishedWords(found)}` : ''
        world.out(
          `- “${sentence}” — ${shortName(found, report)}${when} · ${oneLine(found?.path ?? report)}\n`,
        )
      }
    return 0
  } finally {
    store.close()
  }
}

function withFile(typed: Typed, world: World): { dossier: string; to: string } {
  const [first, second] = typed.positionals
  if (first === undefined) throw missing(typed, 'file')
  // The first file that ends in .parley is the dossier only where another follows, and none is named otherwise.
  if (typed.dossier === undefined && second !== undefined) return { dossier: first, to: second }
  return { dossier: dossierOf({ ...typed, positionals: [] }, world).dossier, to: first }
}

function writeLines(path: string, lines: Iterable<string>): void {
  const part = `${path}.part`
  try {
    const file = openSync(part, 'w')
    try {
      for (const line of lines) writeSync(file, `${line}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw code === 'ENOSPC'
      ? problem('disk-full', { path })
      : problem('file-not-written', { path, why: systemWords(error) })
  }
}

/** The lines of a file, one by one, however large it is. */
function* linesOf(path: string): Generator<string> {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    throw problem('file-not-read', { path, why: systemWords(error) })
  }
  try {
    const decoder = new StringDecoder('utf8')
    const bytes = Buffer.alloc(1 << 20)
    let rest = ''
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, read))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(file)
  }
}
