// In: sentences, entries and words. Out: the full-text indexes of a dossier's file filled and asked.
import type { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../model/index.ts'
import { searchable } from '../record/in-memory.ts'
import { unpack } from './packed.ts'
import type { SearchHow } from './store.ts'

/** Puts sentences into the index of words, one by one. */
export function sentenceIndexer(database: DatabaseSync): (n: number | bigint, words: string) => void {
  const put = database.prepare('insert into sentence_words (rowid, words) values (?, ?)')
  return (n, words) => void put.run(n, words)
}

/** Puts entries into the index of trigrams, each in place of what stood there. */
export function entryIndexer(database: DatabaseSync): (n: number | bigint, entry: Entry) => void {
  const put = database.prepare('insert or replace into entry_trigrams (rowid, words) values (?, ?)')
  return (n, entry) => void put.run(n, searchable(entry))
}

/** Fills both indexes of a file that had none. */
export function fillSearch(database: DatabaseSync): void {
  const indexSentence = sentenceIndexer(database)
  const indexEntry = entryIndexer(database)
  const texts = new Map<number, string>()
  const sentences = database.prepare(
    'select s.n, s.start_at as start, s.end_at as "end", s.text, t.packed from sentences s join texts t on t.n = s.text order by s.n',
  )
  for (const row of sentences.iterate() as Iterable<unknown>) {
    const { n, start, end, text, packed } = row as SentenceRow
    if (!texts.has(text)) {
      texts.clear()
      texts.set(text, unpack(packed))
    }
    indexSentence(n, texts.get(text)!.slice(start, end))
  }
  for (const row of database.prepare('select n, packed from entries order by n').iterate()) {
    const { n, packed } = row as unknown as EntryRow
    indexEntry(n, JSON.parse(unpack(packed)) as Entry)
  }
}

interface SentenceRow {
  readonly n: number
  readonly start: number
  readonly end: number
  readonly text: number
  readonly packed: Uint8Array
}

type EntryRow = Pick<SentenceRow, 'n' | 'packed'>

/** The question that finds every row holding all these words as stretches of letters; undefined where they are too short. */
export function trigramsOf(words: readonly string[]): string | undefined {
  const found = new Set<string>()
  for (const word of words) {
    const letters = [...word]
    for (let at = 0; at + 3 <= letters.length; at++) found.add(quoted(letters.slice(at, at + 3).join('')))
  }
  return found.size === 0 ? undefined : [...found].join(' AND ')
}

/** The question that finds sentences with all these words, or with one that begins with any of them. */
export const wordsQuery = (words: readonly string[], how: SearchHow): string =>
  how === 'all words' ? words.map(quoted).join(' AND ') : words.map((word) => `${quoted(word)}*`).join(' OR ')

// A NUL would end the question early.
const quoted = (word: string) => `"${word.replaceAll('"', '""').replaceAll('\0', '')}"`
