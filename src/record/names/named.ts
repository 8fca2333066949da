// In: the entries of a record, words of a report. Out: the one entry that those words name, or none.

import type { Entry, EntryOf, Evidence } from '../../model/index.ts'
import { addTo } from '../group.ts'
import { contentWords, likeness } from '../words.ts'

/** What another fact can hang on. What was said or wanted, and numbers, are no ends. */
export type Nameable = EntryOf<'measure' | 'deadline' | 'agreement' | 'commitment' | 'round' | 'act'>

const NAMEABLE: ReadonlySet<string> = new Set<Nameable['kind']>([
  'measure',
  'deadline',
  'agreement',
  'commitment',
  'round',
  'act',
])

/** Finds entries by words of a report. */
export interface NameFinder {
  /** The entry named by words of this evidence; undefined where none is, or several are equally. */
  readonly named: (words: string, evidence?: readonly Evidence[]) => Nameable | undefined
  /** Entries in whose name all these words stand: what they may be about. */
  readonly about: (words: string) => readonly Nameable[]
}

/**
 * Indexes entries by their naming words once; a look-up then costs no more than the entries that have its rarest word,
 * and those whose own rarest word is among its words. Words name an entry where all words of the shorter stand in the
 * longer and two of them, or all there are, are shared; beside it in its own sentence one will do.
 */
export function nameFinder(entries: readonly Entry[]): NameFinder {
  const names = new Map<Nameable, readonly string[]>()
  const byWord = new Map<string, Nameable[]>()
  for (const entry of entries) {
    const words = wordsOfName(entry)
    if (!words || !isNameable(entry)) continue
    names.set(entry, words)
    for (const word of new Set(words)) addTo(byWord, word, entry)
  }
  const rarest = (words: readonly string[]): string | undefined => {
    let found: string | undefined
    for (const word of words)
      if (found === undefined || (byWord.get(word)?.length ?? 0) < (byWord.get(found)?.length ?? 0))
        found = word
    return found
  }
  const byRarest = new Map<string, Nameable[]>()
  for (const [entry, words] of names) {
    const word = rarest(words)
    if (word !== undefined) addTo(byRarest, word, entry)
  }
  const holding = (words: readonly string[]): Nameable[] =>
    (byWord.get(rarest(words) ?? '') ?? []).filter((entry) => {
      const own = names.get(entry)!
      return words.every((word) => own.includes(word))
    })
  return {
    named: (text, evidence = []) => {
      const words = namingWords(text)
      const within = words
        .flatMap((word) => byRarest.get(word) ?? [])
        .filter((entry) => names.get(entry)!.every((word) => words.includes(word)))
      const sentences = new Set(evidence.map(sentenceOf))
      const ranked = [...new Set([...holding(words), ...within])].flatMap((entry) => {
        const own = names.get(entry)!
        const beside = entry.evidence.some((one) => sentences.has(sentenceOf(one)))
        const alike = likeness(words, own)
        const shared = Math.min(new Set(own).size, new Set(words).size)
        return beside || shared > 1 || alike === 1 ? [{ entry, rank: (beside ? 1 : 0) + alike }] : []
      })
      ranked.sort((a, b) => b.rank - a.rank)
      const [first, second] = ranked
      return first && first.rank !== second?.rank ? first.entry : undefined
    },
    about: (text) => holding(namingWords(text)),
  }
}

/** The words by which an entry is found; undefined for what cannot be named. */
export function wordsOfName(entry: Entry): readonly string[] | undefined {
  if (!isNameable(entry)) return undefined
  const words = namingWords(nameOf(entry))
  // An act whose object is one word is not told from others by it.
  return entry.kind === 'act' && words.length < 2 ? undefined : words
}

const WEAK: ReadonlySet<string> = new Set(['own', 'new', 'reached', 'made', 'current'])
export const namingWords = (text: string): string[] => contentWords(text).filter((word) => !WEAK.has(word))

/** Linkages with their ends resolved to entries where their words name one. */
export function withEnds(entries: readonly Entry[]): Entry[] {
  const linkages = entries.some((entry) => entry.kind === 'linkage')
  if (!linkages) return [...entries]
  const { named } = nameFinder(entries)
  return entries.map((entry): Entry => {
    if (entry.kind !== 'linkage') return entry
    const { from, to } = entry.body
    const fromEntry = named(from, entry.evidence)?.id
    const toEntry = to === undefined ? undefined : named(to, entry.evidence)?.id
    return {
      ...entry,
      body: {
        ...entry.body,
        ...(fromEntry === undefined ? {} : { fromEntry }),
        ...(toEntry === undefined || toEntry === fromEntry ? {} : { toEntry }),
      },
    }
  })
}

const isNameable = (entry: Entry): entry is Nameable => NAMEABLE.has(entry.kind)

const sentenceOf = (one: Evidence): string => `${one.report} ${one.spans[0]?.start ?? 0}`

/** The words by which reports would name an entry. */
function nameOf(entry: Nameable): string {
  switch (entry.kind) {
    case 'measure':
      return [entry.body.name, ...entry.body.goods].join(' ')
    case 'deadline':
      return entry.body.what === '' ? entry.body.name : entry.body.what
    case 'agreement':
      return [entry.body.name, ...entry.body.about].join(' ')
    case 'commitment':
      return entry.body.what
    case 'round':
      return entry.body.name
    case 'act':
      return entry.body.object ?? ''
  }
}
