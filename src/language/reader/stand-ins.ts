// In: a draft with names. Out: the same draft seen with common names in the place of its own, for tagger and parser.
import type { Name, NameType, Sentence } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'

/**
 * What stands in for a name: words the treebanks know well, so that a sentence is parsed alike whoever it is about.
 * First words of longer names, then the last.
 */
const STAND_INS: Readonly<Partial<Record<NameType, readonly [string, string]>>> = {
  person: ['John', 'Smith'],
  place: ['New', 'London'],
  government: ['New', 'France'],
  organisation: ['Goldman', 'Microsoft'],
  outlet: ['Associated', 'Reuters'],
  product: ['Google', 'Google'],
}
const ADJECTIVE = 'French'
const ABBREVIATION = 'U.S.'
/** Words that hold a longer name together and stay: "Bank of England", "Ministry of Commerce". */
const COMMON =
  /^(of|the|for|and|in|on|de|la|al|&|[Mm]inistry|[Dd]epartment|[Oo]ffice|[Bb]ank|United|States|Kingdom)$/

const adjectives = new WeakMap<Lexicon, ReadonlySet<string>>()

function adjectivesOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = adjectives.get(lexicon)
  if (!known) {
    const found = new Set<string>()
    for (const group of lexicon.terms.values())
      for (const term of group) if (term.form === 'adjective') found.add(term.words)
    known = found
    adjectives.set(lexicon, known)
  }
  return known
}

/** A view of the draft whose `form` and `lower` hold stand-ins; what is written to its other columns is the draft's. */
export function withStandIns(draft: Draft, lexicon: Lexicon): Draft {
  const { tokens } = draft
  const form = [...tokens.form]
  const lower = [...tokens.lower]
  const known = adjectivesOf(lexicon)
  for (const name of draft.names) {
    const words = STAND_INS[name.type]
    if (!words) continue
    for (let at = name.first; at < name.last; at++) {
      const stand = standIn(tokens.form[at]!, name, at === name.last - 1, words, known)
      if (stand === undefined) continue
      form[at] = stand
      lower[at] = stand.toLowerCase()
    }
  }
  return { ...draft, tokens: { ...tokens, form, lower } }
}

/** Whether some word of the sentence is stood in for. */
export function hasStandIn(draft: Draft, seen: Draft, { first, last }: Sentence): boolean {
  for (let at = first; at < last; at++) if (draft.tokens.form[at] !== seen.tokens.form[at]) return true
  return false
}

function standIn(
  word: string,
  name: Name,
  last: boolean,
  [inner, final]: readonly [string, string],
  known: ReadonlySet<string>,
): string | undefined {
  if (!/^\p{Lu}/u.test(word) || COMMON.test(word)) return undefined
  if (known.has(word)) return ADJECTIVE
  if (name.type !== 'person' && /^(\p{Lu}\.){2,}$|^\p{Lu}{2,5}$/u.test(word)) return ABBREVIATION
  const alone = name.last - name.first === 1
  // The words of a longer body ("World Trade Organization") say by themselves what they are.
  if (!alone && name.type !== 'person') return undefined
  return last ? final : inner
}

/** Gives the words that were stood in for their own lemmas back. */
export function restoreLemmas(draft: Draft, seen: Draft): void {
  const { tokens } = draft
  for (let at = 0; at < tokens.count; at++)
    if (tokens.form[at] !== seen.tokens.form[at])
      tokens.lemma[at] = tokens.tag[at]!.startsWith('NNP') ? tokens.form[at]! : tokens.lower[at]!
}
