// In: words files of a user's packs, and those that are always read. Out: nothing where they fit; else a problem with file and line.
import { columnsOf, linesOf, type WordFile } from '../language/lexicon.ts'
import { problem } from '../problem.ts'

/**
 * Throws `pack-not-understood` where a head names a column that its table does not have, or begins with another than the
 * table does, and where a row has not one cell for each column. A table that no file of `known` has may have any columns.
 */
export function checkWords(files: readonly WordFile[], known: readonly WordFile[]): void {
  for (const { path, name, text } of files) {
    const wrong = (line: number, why: string) =>
      problem('pack-not-understood', { path, why: `line ${line}: ${why}` })
    const columns = columnsOf(text)
    const tables = known
      .filter((other) => tableOf(other.name) === tableOf(name))
      .map((other) => columnsOf(other.text))
    const all = new Set(tables.flat())
    const odd = all.size === 0 ? undefined : columns.find((column) => !all.has(column))
    if (odd !== undefined) throw wrong(1, `no column "${odd}" in this table, but ${[...all].join(', ')}`)
    if (tables[0] && columns[0] !== tables[0][0])
      throw wrong(1, `the first column is "${columns[0]}", not "${tables[0][0]}"`)
    for (const [at, line] of linesOf(text).entries()) {
      const cells = line.split('\t').length
      if (line !== '' && cells !== columns.length)
        throw wrong(at + 1, `${cells} cells between tabs, where the head has ${columns.length} columns`)
    }
  }
}

/** Files of names share their columns. */
const tableOf = (name: string): string => (name.startsWith('names-') ? 'names' : name)
