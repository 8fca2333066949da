// In: a lexicon, the name of a words table. Out: its rows by their `lemma`, made once for all reports.
import type { Lexicon, Row } from '../../language/lexicon.ts'

type Tables = (table: string) => ReadonlyMap<string, Row>

const known = new WeakMap<Lexicon, Tables>()

/** The tables of a lexicon: of each the rows by their `lemma`, of two of one lemma the last. Empty where no pack has it. */
export function tablesOf(lexicon: Lexicon): Tables {
  let tables = known.get(lexicon)
  if (!tables) known.set(lexicon, (tables = readTables(lexicon)))
  return tables
}

function readTables(lexicon: Lexicon): Tables {
  const read = new Map<string, ReadonlyMap<string, Row>>()
  return (table) => {
    let rows = read.get(table)
    if (!rows) read.set(table, (rows = new Map(lexicon.table(table).map((row) => [row.lemma ?? '', row]))))
    return rows
  }
}

export const rowsOf = (lexicon: Lexicon, table: string): ReadonlyMap<string, Row> => tablesOf(lexicon)(table)
