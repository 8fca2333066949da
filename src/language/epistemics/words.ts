// In: the lexicon. Out: the words that change how an event holds, compiled once.
import type { Modality, Stance } from '../doc.ts'
import type { Lexicon, Row } from '../lexicon.ts'

/** What a word does to the event it governs or modifies; `modality` "denied" turns the polarity. */
export interface Effect {
  readonly modality: Modality | 'denied'
  readonly certainty: Stance['certainty']
  readonly complements: ReadonlySet<string>
}

export interface EpistemicWords {
  /** Governing verbs, by lemma; several words joined by a space ("rule out"). */
  readonly verbs: ReadonlyMap<string, Effect>
  readonly nouns: ReadonlyMap<string, Effect>
  readonly adjectives: ReadonlyMap<string, Effect>
  readonly adverbs: ReadonlyMap<string, Effect>
  /** Nouns that name events. */
  readonly events: ReadonlySet<string>
}

const compiled = new WeakMap<Lexicon, EpistemicWords>()

export function epistemicWordsOf(lexicon: Lexicon): EpistemicWords {
  const known = compiled.get(lexicon)
  if (known) return known
  const effects = (name: string) =>
    new Map(lexicon.table(name).map((row) => [row.lemma ?? '', effectOf(row)]))
  const made: EpistemicWords = {
    verbs: effects('epistemic-verbs'),
    nouns: effects('epistemic-nouns'),
    adjectives: effects('epistemic-adjectives'),
    adverbs: effects('epistemic-adverbs'),
    events: new Set([
      ...lexicon.list('event-words'),
      ...lexicon.list('round-nouns'),
      ...lexicon.list('measure-nouns'),
    ]),
  }
  compiled.set(lexicon, made)
  return made
}

const effectOf = (row: Row): Effect => ({
  modality: (row.modality || 'held') as Effect['modality'],
  certainty: (row.certainty || 'certain') as Effect['certainty'],
  complements: new Set((row.complements ?? '').split(' ')),
})
