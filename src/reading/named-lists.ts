// In: a user's file (TSV with a head, or a YAML list). Out: its rows; a glossary of names, or the issues the user names.
import { parse } from 'yaml'
import { type GlossaryEntry, prefixes } from '../language/lexicon.ts'
import type { NamedIssue } from '../model/index.ts'
import { problem } from '../problem.ts'

interface Row {
  /** "line 3" or "entry 2". */
  readonly where: string
  readonly cells: ReadonlyMap<string, readonly string[]>
}

/**
 * A glossary: columns `name` and `type`, and where wanted `id`, `side` (the id of the party it speaks for) and
 * `aliases` (with "|" between them; in YAML a list). Throws `list-not-understood`.
 */
export function readGlossary(text: string, path: string): GlossaryEntry[] {
  const types = Object.keys(prefixes)
  const seen = new Map<string, string>()
  return rowsIn(text, path, ['name', 'type', 'id', 'side', 'aliases', 'source']).map(({ where, cells }) => {
    const name = one(cells, 'name')
    const type = one(cells, 'type')
    if (name === undefined) throw wrong(path, where, 'it has no name')
    if (type === undefined || !types.includes(type))
      throw wrong(path, where, `"${type ?? ''}" is no type; types are ${types.join(', ')}`)
    const [id, side, aliases] = [one(cells, 'id'), one(cells, 'side'), cells.get('aliases') ?? []]
    for (const spelling of new Set([name, ...aliases])) {
      const before = seen.get(spelling)
      if (before !== undefined) throw wrong(path, where, `"${spelling}" stands in ${before} already`)
      seen.set(spelling, where)
    }
    return {
      name,
      type: type as GlossaryEntry['type'],
      ...(id === undefined ? {} : { id }),
      ...(side === undefined ? {} : { of: side }),
      ...(aliases.length > 0 ? { aliases } : {}),
    }
  })
}

/** Issues a user names: columns `name` and `words` (with "|" between them; in YAML a list). Throws `list-not-understood`. */
export function readIssues(text: string, path: string): NamedIssue[] {
  return rowsIn(text, path, ['name', 'words', 'source']).map(({ where, cells }) => {
    const name = one(cells, 'name')
    if (name === undefined) throw wrong(path, where, 'it has no name')
    return { name, words: [...(cells.get('words') ?? [])] }
  })
}

const one = (cells: Row['cells'], column: string): string | undefined => cells.get(column)?.[0]
const wrong = (path: string, where: string, why: string) =>
  problem('list-not-understood', { path, where, why })

const MANY: ReadonlySet<string> = new Set(['aliases', 'words'])
const cut = (column: string, text: string): string[] =>
  (MANY.has(column) ? text.split('|') : [text]).map((part) => part.trim()).filter((part) => part !== '')

function rowsIn(text: string, path: string, columns: readonly string[]): Row[] {
  const rows = /\.ya?ml$/i.test(path) ? yamlRows(text, path) : tsvRows(text, path)
  for (const { where, cells } of rows)
    for (const column of cells.keys())
      if (!columns.includes(column))
        throw wrong(path, where, `"${column}" is no column; columns are ${columns.join(', ')}`)
  if (rows.length === 0) throw wrong(path, 'the file', 'it has no entries')
  return rows
}

function tsvRows(text: string, path: string): Row[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const used = lines
    .map((line, at) => ({ line, where: `line ${at + 1}` }))
    .filter(({ line }) => /^[^#\s]|^\t/.test(line))
  const [head, ...rest] = used
  const columns = head?.line.split('\t').map((cell) => cell.trim()) ?? []
  return rest.map(({ line, where }) => {
    const cells = line.split('\t')
    if (cells.length > columns.length)
      throw wrong(path, where, `it has ${cells.length} cells where the head has ${columns.length}`)
    return { where, cells: cellsOf(columns.map((column, at) => [column, cut(column, cells[at] ?? '')])) }
  })
}

function yamlRows(text: string, path: string): Row[] {
  let list: unknown
  try {
    list = parse(text)
  } catch (thrown) {
    const [, why = String(thrown), line] = /^(.*?)(?: at line (\d+)|$)/.exec((thrown as Error).message) ?? []
    throw wrong(path, line === undefined ? 'the file' : `line ${line}`, why)
  }
  if (!Array.isArray(list)) throw wrong(path, 'the file', 'it is no list')
  return list.map((item: unknown, at) => {
    const where = `entry ${at + 1}`
    if (!item || typeof item !== 'object' || Array.isArray(item)) throw wrong(path, where, 'it has no fields')
    const fields = Object.entries(item).map(([column, value]): [string, string[]] => {
      const values: unknown[] = Array.isArray(value) ? value : [value]
      if (values.some((each) => typeof each !== 'string' && typeof each !== 'number'))
        throw wrong(path, where, `"${column}" is neither words nor a list of words`)
      return [column, values.flatMap((each) => cut(Array.isArray(value) ? '' : column, String(each)))]
    })
    return { where, cells: cellsOf(fields) }
  })
}

const cellsOf = (fields: readonly (readonly [string, readonly string[]])[]): Row['cells'] =>
  new Map(fields.filter(([, values]) => values.length > 0))
