// In: the words files (TSV) of the packs and a user's glossary. Out: the Lexicon, lists, tables and terms by their first word.
import type { NameType } from './doc.ts'

/** One words file of a pack: `name` is the file's name without ".tsv" ("speech-verbs"), `text` what is in it. */
export interface WordFile {
  readonly path: string
  readonly name: string
  readonly text: string
}

/** A row of a table by column name; a missing cell is "". */
export type Row = Readonly<Record<string, string>>

/** A name or fixed term that some row gives, under one of its spellings. */
export interface Term {
  /** The spelling to match, one space between words, ASCII quotes. */
  readonly words: string
  readonly type: NameType
  readonly id: string
  readonly canonical: string
  /** The government or organisation it speaks for, "" where none. */
  readonly of: string
  /** How it is matched: "exact" letters, or "any" case (common nouns). */
  readonly match: 'exact' | 'any'
  /** "name", "capital", "adjective" (demonym), "people" (plural demonym), "abbreviation", "alias". */
  readonly form: string
}

/** What a user adds: a name with its other spellings. */
export interface GlossaryEntry {
  readonly name: string
  readonly type: NameType
  readonly id?: string
  readonly of?: string
  readonly aliases?: readonly string[]
}

/**
 * The packs' words. `list` is the first column of every file of that name, over all packs, as written there (lemmas in
 * lower case); an unknown name gives an empty set. `table` gives the rows. `terms` finds names by their first word.
 */
export interface Lexicon {
  readonly list: (name: string) => ReadonlySet<string>
  readonly table: (name: string) => readonly Row[]
  /** First word in lower case (up to a space, hyphen or apostrophe) → terms, longest first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>
  readonly glossary: readonly GlossaryEntry[]
}

/** Compiles the packs. Later files of one name add to earlier ones; the glossary wins over the packs. */
export function makeLexicon(files: readonly WordFile[], glossary: readonly GlossaryEntry[] = []): Lexicon {
  const byName = new Map<string, WordFile[]>()
  for (const file of files) {
    const same = byName.get(file.name)
    if (same) same.push(file)
    else byName.set(file.name, [file])
  }
  const tables = new Map<string, readonly Row[]>()
  const lists = new Map<string, ReadonlySet<string>>()
  const table = (name: string): readonly Row[] => {
    let rows = tables.get(name)
    if (!rows) {
      rows = (byName.get(name) ?? []).flatMap((file) => rowsOf(file.text))
      tables.set(name, rows)
    }
    return rows
  }
  const list = (name: string): ReadonlySet<string> => {
    let words = lists.get(name)
    if (!words) {
      words = new Set((byName.get(name) ?? []).flatMap((file) => firstCells(file.text)))
      lists.set(name, words)
    }
    return words
  }
  const terms = new Map<string, Term[]>()
  for (const entry of glossary) for (const term of glossaryTerms(entry)) addTerm(terms, term)
  for (const name of byName.keys()) {
    if (name === 'states')
      for (const row of table(name)) for (const term of stateTerms(row)) addTerm(terms, term)
    else if (name.startsWith('names-'))
      for (const row of table(name)) for (const term of rowTerms(row)) addTerm(terms, term)
  }
  for (const group of terms.values()) group.sort((a, b) => b.words.length - a.words.length)
  return { list, table, terms, glossary }
}

/** The lower-cased start of a term or token up to its first space, hyphen or apostrophe: the key of `Lexicon.terms`. */
export function firstWord(words: string): string {
  let end = 0
  while (end < words.length && !isBreak(words.charCodeAt(end))) end++
  return words.slice(0, end === 0 ? 1 : end).toLowerCase()
}

const isBreak = (code: number) =>
  code === 0x20 || code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x0a || code === 0xa0

/** An id's tail from a name: "Office of Trade" → "office-of-trade"; letters of any script are kept. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

export const linesOf = (text: string): string[] =>
  text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))

/** The names of a file's columns, told in its first line. */
export const columnsOf = (text: string): string[] =>
  linesOf(text.slice(0, text.indexOf('\n') + 1 || undefined))[0]!.split('\t')

function rowsOf(text: string): Row[] {
  const [header = '', ...rest] = linesOf(text)
  const columns = header.split('\t')
  const rows: Row[] = []
  for (const line of rest) {
    if (line === '') continue
    const cells = line.split('\t')
    const row: Record<string, string> = {}
    for (let n = 0; n < columns.length; n++) row[columns[n]!] = cells[n] ?? ''
    rows.push(row)
  }
  return rows
}

function firstCells(text: string): string[] {
  const cells: string[] = []
  for (const line of linesOf(text).slice(1)) {
    const tab = line.indexOf('\t')
    const cell = tab < 0 ? line : line.slice(0, tab)
    if (cell !== '') cells.push(cell)
  }
  return cells
}

function addTerm(terms: Map<string, Term[]>, term: Term): void {
  const key = firstWord(term.words)
  const group = terms.get(key)
  if (!group) terms.set(key, [term])
  else if (!group.some((other) => other.words === term.words)) group.push(term)
}

/** The spellings of a cell "a|b|c". */
export const spellings = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])

function stateTerms(row: Row): Term[] {
  const id = row.id ?? ''
  const canonical = row.name ?? ''
  const make = (words: string, form: string, type: NameType = 'place', of = ''): Term => ({
    words,
    type,
    id: form === 'capital' ? `place:${slugOf(words)}` : id,
    canonical: form === 'capital' ? words : canonical,
    of: of || id,
    match: 'exact',
    form,
  })
  return [
    make(canonical, 'name'),
    ...spellings(row.aliases).map((words) => make(words, 'name')),
    ...spellings(row.capital).map((words) => make(words, 'capital')),
    ...spellings(row.adjective).map((words) => make(words, 'adjective')),
    ...spellings(row.people).map((words) => make(words, 'people')),
  ]
}

function rowTerms(row: Row): Term[] {
  const canonical = row.name ?? ''
  const type = (row.type || 'organisation') as NameType
  const id = row.id || `${prefixes[type]}:${slugOf(canonical)}`
  const match: Term['match'] = row.match === 'any' ? 'any' : 'exact'
  const make = (words: string, form: string): Term => ({
    words,
    type,
    id,
    canonical,
    of: row.of ?? '',
    match,
    form,
  })
  return [
    make(canonical, 'name'),
    ...spellings(row.aliases).map((words) => make(words, 'alias')),
    ...spellings(row.abbreviations).map((words) => make(words, 'abbreviation')),
  ]
}

function glossaryTerms(entry: GlossaryEntry): Term[] {
  const id = entry.id ?? `${prefixes[entry.type]}:${slugOf(entry.name)}`
  return [entry.name, ...(entry.aliases ?? [])].map((words) => ({
    words,
    type: entry.type,
    id,
    canonical: entry.name,
    of: entry.of ?? '',
    match: 'exact',
    form: 'glossary',
  }))
}

/** The first part of an id, by type. */
export const prefixes: Readonly<Record<NameType, string>> = {
  person: 'person',
  office: 'office',
  organisation: 'org',
  government: 'org',
  place: 'place',
  outlet: 'outlet',
  product: 'product',
  law: 'law',
  event: 'event',
  good: 'good',
}
