// In: a lexicon, the name of a words table. Out: its rows by their `lemma`, made once for all reports.
import type { Lexicon, Row } from '../../language/lexicon.ts'

const known = new WeakMap<Lexicon, Map<string, ReadonlyMap<string, Row>>>()

/** The rows of a words table by their `lemma`; of two of one lemma the last. Empty where no pack has the table. */
export function rowsOf(lexicon: Lexicon, table: string): ReadonlyMap<string, Row> {
  let tables = known.get(lexicon)
  if (!tables) known.set(lexicon, (tables = new Map()))
  let rows = tables.get(table)
  if (!rows) tables.set(table, (rows = new Map(lexicon.table(table).map((row) => [row.lemma ?? '', row]))))
  return rows
}
