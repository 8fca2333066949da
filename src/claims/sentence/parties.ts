// In: what stands at the tokens of a report. Out: the parties a nominal stands for: by name, reference, "we", or a modifier that names one.

import type { Name } from '../../language/doc.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import { PAST_OFFICE } from '../../language/references/voices.ts'
import type { Ref } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'
import type { Marked } from './marked.ts'
import { PORTIONS } from './members.ts'
import { idsOf, unique } from './refs.ts'

/** People one has who are not one's own. */
export const OPPOSITE: ReadonlySet<string> = new Set(
  'ally critic opponent rival partner neighbour neighbor counterpart enemy foe predecessor successor'.split(
    ' ',
  ),
)
const OWN_VOICE: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'i', 'my', 'me', 'ourselves'])
export const PARTY_TYPES: ReadonlySet<string> = new Set([
  'person',
  'office',
  'organisation',
  'government',
  'place',
  'outlet',
])

/** "Former Norwegian diplomats": not Norway. */
export const isOfThePast = (grammar: Grammar, token: number): boolean =>
  grammar.dependents(token, 'amod').some((word) => PAST_OFFICE.test(grammar.doc.tokens.lower[word]!))

/**
 * "Norwegian soldiers" act for Norway, "Norwegian farmers" for themselves; "Lee's government" for Lee, "Lee's allies"
 * and "a Lee aide" do not. A thing ("Lee's offer") is that of its owner.
 */
export function actsFor(lexicon: Lexicon, lemma: string, { id }: Ref): boolean {
  // "Norwegian unions" are not Norway; "the Harbour union" is the body of that name.
  const isBody = id.startsWith('org:') && lexicon.list('organisation-nouns').has(lemma)
  if (lexicon.list('private-nouns').has(lemma) && !isBody) return false
  if (!id.startsWith('person:')) return true
  return lexicon.list('representing-nouns').has(lemma) || !lexicon.list('actor-nouns').has(lemma)
}

/** Whether an id can act: no event, place, good, product, law or outlet-less thing. */
const isParty = (id: string): boolean => !/^(event|place|good|product|law|phrase):/.test(id)

export interface Parties {
  /** Parties a nominal stands for: itself and its conjuncts, by name, reference, "we", or a modifier that names one. */
  parties(token: number): Ref[]
  /** The party that this very token names; [] where it names none. */
  partyNamed(token: number): Ref[]
}

export function partiesIn(
  grammar: Grammar,
  marked: Marked,
  lexicon: Lexicon,
  isPartOfBody: (token: number) => boolean,
): Parties {
  const { tokens } = grammar.doc
  const { names, references, nameOf, refOf, speakersAround } = marked

  /** A state told as a place ("in Peru") still names the party; a town does not. */
  const partyOfName = (name: Name): Ref | undefined => {
    if (!PARTY_TYPES.has(name.type)) return undefined
    if (name.id.startsWith('place:')) return undefined
    if (name.type === 'office' && name.of) return { id: name.of, name: nameOf(name.of) }
    return { id: name.id, name: name.canonical }
  }

  const partyNamed = (token: number): Ref[] => {
    const name = names.get(token)
    const ref = name && partyOfName(name)
    if (ref) return [ref]
    const reference = references.get(token)
    if (reference) return idsOf(reference).filter(isParty).map(refOf)
    return OWN_VOICE.has(tokens.lower[token]!) ? speakersAround(token).filter(isParty).map(refOf) : []
  }

  /** Those that a nominal without its conjuncts stands for. */
  const partiesAt = (token: number): Ref[] => {
    if (isPartOfBody(token)) return []
    const isPast = !names.has(token) && isOfThePast(grammar, token)
    if (names.has(token) || (references.has(token) && !isPast) || OWN_VOICE.has(tokens.lower[token]!))
      return partyNamed(token)
    // "the parent company, Nordfleet": the name beside a common noun is who it is.
    const beside = grammar.dependents(token, 'appos').flatMap(partyNamed)
    if (beside.length > 0) return beside
    if (isPast) return references.get(token)?.startsWith('person:') ? partyNamed(token) : []
    return partiesBefore(token)
  }

  /** "Norwegian soldiers", "the government of Peru", "Lumen's Dutch management": those that a noun's modifiers name. */
  const partiesBefore = (token: number): Ref[] => {
    const found: Ref[] = []
    // "Lumen's Dutch management": whose it is says for whom it acts, the adjective only where it sits.
    const isOwned = grammar
      .dependents(token, 'nmod:poss')
      .some(
        (at) =>
          /^NNPS?$/.test(tokens.tag[at]!) &&
          names.get(at)?.type !== 'government' &&
          names.get(at)?.type !== 'place',
      )
    // "Norwegian business leaders": not Norway.
    const isPrivate = grammar
      .dependents(token, 'compound')
      .some((word) => lexicon.list('private-nouns').has(tokens.lower[word]!))
    const namedHere = (at: number) =>
      isPrivate ? [] : partyNamed(at).filter((ref) => actsFor(lexicon, tokens.lemma[token]!, ref))
    for (const child of grammar.dependents(token, 'nmod:poss', 'compound', 'amod', 'nmod', 'obl')) {
      const preposition = grammar.caseOf(child)
      // "Its Peruvian counterpart", "Norway's rivals": somebody else than whose they are.
      if (OPPOSITE.has(tokens.lemma[token]!) && (tokens.dep[child] === 'nmod:poss' || preposition === 'of'))
        continue
      if (preposition !== '' && preposition !== 'of' && preposition !== 'from' && preposition !== "'s")
        continue
      if (isOwned && tokens.dep[child] === 'amod') continue
      // "A bloc of Senate moderates": some of it.
      if (preposition === 'of' && PORTIONS.has(tokens.lemma[token]!) && tokens.tag[child] === 'NNS') continue
      for (const one of grammar.conjuncts(child)) found.push(...namedHere(one))
      // "Norway's food inspectorate": whose it is, hung on the noun before it.
      if (tokens.dep[child] === 'compound' && tokens.tag[child] === 'NN' && !names.has(child))
        for (const owner of grammar.dependents(child, 'nmod:poss')) found.push(...namedHere(owner))
      // "officials from Peru and the Norwegian mainland": the noun beside a name carries its own adjective, who was in office none.
      if (preposition !== '')
        for (const one of grammar.conjuncts(child).filter((each) => !isOfThePast(grammar, each)))
          for (const adjective of grammar.dependents(one, 'amod', 'compound'))
            found.push(...namedHere(adjective))
    }
    return found
  }

  /** "With Norway, Peru": states listed by a comma alone. */
  const listed = (token: number): number[] =>
    names.get(token)?.type === 'government'
      ? grammar
          .dependents(token, 'nmod', 'appos', 'list')
          .filter((other) => tokens.form[other - 1] === ',' && names.get(other)?.type === 'government')
      : []

  const parties = (token: number): Ref[] =>
    unique(grammar.conjuncts(token).flatMap((at) => [at, ...listed(at)].flatMap(partiesAt)))

  return { parties, partyNamed }
}
