// In: the Lexicon. Out: what kind of thing a noun can stand for: a body, a company, a country, an event.
import type { Lexicon } from '../lexicon.ts'

export interface RoleWords {
  /** Lemma → "body", "company", "product", "country", "government", "bloc", "outlet", "thing". */
  readonly kind: ReadonlyMap<string, string>
  /** Word of `role-nouns` → other words (small letters) that names of such a body hold: a "union" may be a "guild". */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>
  /** Noun lemma → event class. */
  readonly event: ReadonlyMap<string, string>
  /** Verb lemma → event class. */
  readonly eventVerb: ReadonlyMap<string, string>
  /** Nouns for people and bodies. */
  readonly doers: ReadonlySet<string>
  /** Nouns for those who are of no state's staff ("an industry official"). */
  readonly private: ReadonlySet<string>
  /** Lemmas of verbs of saying and thinking that take a clause. */
  readonly tells: ReadonlySet<string>
}

/** No people: what acts by those in it, and what states are to each other. */
const CRAFT: ReadonlySet<string> = new Set(
  'ally partner neighbour neighbor rival side state country nation republic bloc helicopter drone warplane jet warship gunboat tanker ship vessel convoy outlet newspaper campaign house school hospital'.split(
    ' ',
  ),
)

const compiled = new WeakMap<Lexicon, RoleWords>()

export function roleWordsOf(lexicon: Lexicon): RoleWords {
  const known = compiled.get(lexicon)
  if (known) return known
  const event = new Map<string, string>()
  const eventVerb = new Map<string, string>()
  for (const row of lexicon.table('event-nouns')) {
    for (const noun of (row.nouns ?? '').split('|'))
      if (noun !== '' && !event.has(noun)) event.set(noun, row.class ?? '')
    for (const verb of (row.verbs ?? '').split('|'))
      if (verb !== '' && !eventVerb.has(verb)) eventVerb.set(verb, row.class ?? '')
  }
  const words: RoleWords = {
    kind: new Map(lexicon.table('role-nouns').map((row) => [row.word ?? '', row.kind ?? ''])),
    named: new Map(
      lexicon
        .table('role-nouns')
        .flatMap(({ word = '', named = '' }) => (named === '' ? [] : [[word, new Set(named.split(' '))]])),
    ),
    event,
    eventVerb,
    doers: new Set(
      [...lexicon.list('actor-nouns'), ...lexicon.list('speaker-nouns')].filter((noun) => !CRAFT.has(noun)),
    ),
    private: lexicon.list('private-nouns'),
    tells: new Set(
      lexicon
        .table('speech-verbs')
        .flatMap(({ lemma = '', frames = '' }) => (/\bclause\b/.test(frames) ? [lemma] : [])),
    ),
  }
  compiled.set(lexicon, words)
  return words
}
