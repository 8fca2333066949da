// In: the words tables act-verbs, chamber-verbs, act-nouns and actor-nouns. Out: what a word does: its type, its PLOVER root, what it makes of its object.
import type { Lexicon, Row } from '../../language/lexicon.ts'

/** What an act is: a code of docs/acts.md and the PLOVER root it maps to. */
export interface ActType {
  readonly type: string
  readonly plover: string
}

/** One row of `act-verbs`: "call for", "lay down: arm weapon". */
export interface VerbWord extends ActType {
  /** Words that belong to the verb beside its lemma ("for", "out of"); "" for none. */
  readonly particle: string
  /** Lemmas of which the object (or the noun behind the particle) must be one, and classes in capitals (frames.ts); empty for any. */
  readonly objects: ReadonlySet<string>
  /**
   * "" says what it says, `given` only of something that somebody gets ("returned the painting to Peru"), `whom` only of somebody it is done to or with what it is done for (see between-sides.ts), `object` only where it has one, `person` only of somebody ("called the president", not
   * "called the president a friend"); `carries` what its object names ("hold talks", "announce the
   * suspension of"), `undergoes` the same from somebody ("drew criticism from"); `stops` the reverse of what its object names ("cut aid", "end the siege"); `nothing` is no act
   * ("meet a target").
   */
  readonly does: string
}

/** One row of `act-nouns`. */
export interface NounWord extends ActType {
  /** Whether stopping it is friendly (`hostile` things stopped) or not. */
  readonly sense: string
  /** `stops`: the noun stops what stands behind its "of". */
  readonly does: string
  /** Whether it tells of an act without a verb that carries it ("Peru's withdrawal from the pact"). */
  readonly alone: boolean
}

export interface ActWords {
  /** Rows by the verb's first word, those that ask for most first. */
  readonly verbs: ReadonlyMap<string, readonly VerbWord[]>
  readonly nouns: ReadonlyMap<string, NounWord>
  /** Nouns that can act or be acted on, and (`of`) those that count them. */
  readonly actors: ReadonlyMap<string, string>
}

const known = new WeakMap<Lexicon, ActWords>()

/** The compiled words of a lexicon's packs; compiled once. */
export function actWords(lexicon: Lexicon): ActWords {
  let words = known.get(lexicon)
  if (!words) {
    words = compile(lexicon)
    known.set(lexicon, words)
  }
  return words
}

function compile(lexicon: Lexicon): ActWords {
  const verbs = new Map<string, VerbWord[]>()
  for (const row of [...lexicon.table('chamber-verbs'), ...lexicon.table('act-verbs')]) {
    const [first, ...rest] = (row.lemma ?? '').split(' ') as [string, ...string[]]
    const word = {
      ...typeOf(row),
      particle: rest.join(' '),
      objects: lemmas(row.object),
      does: row.does ?? '',
    }
    const list = verbs.get(first)
    if (list) list.push(word)
    else verbs.set(first, [word])
  }
  for (const list of verbs.values()) list.sort((a, b) => demands(b) - demands(a))
  const nouns = new Map<string, NounWord>()
  for (const row of lexicon.table('act-nouns'))
    nouns.set(row.lemma ?? '', {
      ...typeOf(row),
      sense: row.sense ?? '',
      does: row.does ?? '',
      alone: row.alone === 'yes',
    })
  return {
    verbs,
    nouns,
    actors: new Map(lexicon.table('actor-nouns').map((row) => [row.lemma ?? '', row.kind ?? ''])),
  }
}

const typeOf = (row: Row): ActType => ({ type: row.type ?? '', plover: row.plover ?? '' })

const lemmas = (cell: string | undefined): ReadonlySet<string> =>
  new Set((cell ?? '').split(' ').filter((word) => word !== ''))

/** What a row asks for beyond the verb; a row that only reads its object comes before the plain one. */
const demands = (word: VerbWord): number =>
  (word.objects.size > 0 ? 4 : 0) + (word.particle === '' ? 0 : 2) + (word.does === '' ? 0 : 1)

/** The entry of a lemma, also where a plural was left as it stands ("troops") or a title is written large. */
export function entryOf<T>(entries: ReadonlyMap<string, T>, lemma: string): T | undefined {
  const word = lemma.toLowerCase()
  return entries.get(word) ?? (word.endsWith('s') ? entries.get(word.slice(0, -1)) : undefined)
}
