// In: a read report and its grammar. Out: what stands at a token: parties, phrases, values, times.

import { type Doc, type Name, type Quantity, type TimeExpression, UPOS } from '../../language/doc.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import { nameWordsOf } from '../../language/names/words.ts'
import type { Phrase, Ref, Value } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'
import { firstFrom } from './nearby.ts'
import { rowsOf } from './table-rows.ts'

/** Looks up names, references, quantities and times by token. */
export interface Fillers {
  nameAt(token: number): Name | undefined
  quantityAt(token: number): Quantity | undefined
  timeAt(token: number): TimeExpression | undefined
  /** The quantity at a token or, failing that, the first in its short phrase. */
  quantityIn(token: number): Quantity | undefined
  lemma(token: number): string
  /** Whether the token heads something that can be at issue: no party, no pronoun, no empty noun. */
  isMatter(token: number): boolean
  /** Parties a nominal stands for: itself and its conjuncts, by name, reference, "we", or a modifier that names one. */
  parties(token: number): Ref[]
  /** Some members of a body: what they do the body does not. */
  isPartOfBody(token: number): boolean
  /** The party that this very token names; [] where it names none. */
  partyNamed(token: number): Ref[]
  /** Many or bodies that bargain without a name ("the union", "small islands", "it"), and those joined to it, by their words. */
  groups(token: number): Ref[]
  persons(token: number): Ref[]
  place(token: number): Ref | undefined
  phrase(token: number, how?: 'whole' | 'short' | 'clause'): Phrase
  phraseOf(first: number, last: number, head: number): Phrase
  /** The person's, office's or organisation's side; the party itself where it is a government. */
  sideOf(ref: Ref): Ref | undefined
  name(id: string): string
}

const FUNCTION: ReadonlySet<number> = new Set(
  (['PRON', 'DET', 'PUNCT', 'SCONJ', 'ADP', 'PART', 'CCONJ', 'ADV'] as const).map((tag) => UPOS.indexOf(tag)),
)
/** Nouns that name nothing by themselves. */
const VAGUE: ReadonlySet<string> = new Set([
  'move',
  'thing',
  'one',
  'way',
  'part',
  'lot',
  'something',
  'anything',
  'nothing',
  'everything',
  'kind',
  'sort',
  'fact',
  'ally',
  'official',
  'counterpart',
  'partner',
  'lawmaker',
  'reporter',
  'side',
  'people',
  'person',
  'time',
  'question',
])
const MEMBERS: ReadonlySet<string> = new Set(['member', 'lawmaker', 'deputy', 'delegate'])
const SOME: ReadonlySet<string> = new Set('some several few many most no none half one'.split(' '))
/** Words for some of many. */
const PORTIONS: ReadonlySet<string> = new Set(
  'number group handful couple minority majority lot dozen band faction bunch trio score bloc wing'.split(
    ' ',
  ),
)
/** States that act together under one of them. */
const LED: ReadonlySet<string> = new Set(
  'group coalition alliance bloc country state nation government'.split(' '),
)
/** Who sits for a party, or votes for it: several of them are not all of it. */
const SEATED: ReadonlySet<string> = new Set(
  'senator lawmaker legislator congressman representative deputy member voter supporter'.split(' '),
)
const OF_SOME: ReadonlySet<string> = new Set(
  'a an some several few many most no any every each other another more certain individual such those these both'.split(
    ' ',
  ),
)
/** "African", "Chinese", "Irish": adjectives that are written with a capital. */
const OF_PLACES = /^\p{Lu}\p{Ll}+(?:an|ese|ish|ch|ss|ic)$/u
/** The last word, as of one. */
const headOf = (words: string): string => words.slice(words.lastIndexOf(' ') + 1).replace(/s$/, '')
/** People one has who are not one's own. */
export const OPPOSITE: ReadonlySet<string> = new Set(
  'ally critic opponent rival partner neighbour neighbor counterpart enemy foe predecessor successor'.split(
    ' ',
  ),
)
const OWN_VOICE: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'i', 'my', 'me', 'ourselves'])
const PARTY_TYPES: ReadonlySet<string> = new Set([
  'person',
  'office',
  'organisation',
  'government',
  'place',
  'outlet',
])

/** Before a noun of people who speak no more for whom they served. */
const PAST_OFFICE: ReadonlySet<string> = new Set(['former', 'ex', 'retired', 'onetime', 'ousted'])

/** "Former Norwegian diplomats": not Norway. */
export const isOfThePast = (grammar: Grammar, token: number): boolean =>
  grammar.dependents(token, 'amod').some((word) => PAST_OFFICE.has(grammar.doc.tokens.lower[word]!))

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

export function fillersOf(doc: Doc, grammar: Grammar, lexicon: Lexicon): Fillers {
  const { tokens } = doc
  const names = new Map<number, Name>()
  for (const name of doc.names) for (let at = name.first; at < name.last; at++) names.set(at, name)
  const references = new Map<number, string>()
  for (const reference of doc.references)
    for (let at = reference.first; at < reference.last; at++) references.set(at, reference.id)
  const quantities = new Map<number, Quantity>()
  for (const quantity of doc.quantities)
    for (let at = quantity.first; at < quantity.last; at++) quantities.set(at, quantity)
  const times = new Map<number, TimeExpression>()
  for (const time of doc.times) for (let at = time.first; at < time.last; at++) times.set(at, time)
  const canonical = new Map<string, string>()
  const side = new Map<string, string>()
  const types = new Map<string, string>()
  for (const name of doc.names) {
    if (!canonical.has(name.id)) canonical.set(name.id, name.canonical)
    if (name.of && !side.has(name.id)) side.set(name.id, name.of)
    if (!types.has(name.id)) types.set(name.id, name.type)
  }
  const { states, bodies } = nameWordsOf(lexicon)
  const sides = rowsOf(lexicon, 'side-nouns')
  const nameOf = (id: string) => canonical.get(id) ?? states.get(id) ?? bodies.get(id)?.name ?? id
  const refOf = (id: string): Ref => ({ id, name: nameOf(id) })

  /** A state told as a place ("in Peru") still names the party; a town does not. */
  const partyOfName = (name: Name): Ref | undefined => {
    if (!PARTY_TYPES.has(name.type)) return undefined
    if (name.id.startsWith('place:')) return undefined
    if (name.type === 'office' && name.of) return { id: name.of, name: nameOf(name.of) }
    return { id: name.id, name: name.canonical }
  }

  let voices: (readonly string[])[] | undefined
  /** Who speaks the innermost words that hold a token; each token of words told is looked at once a level. */
  const speakersAround = (token: number): Ref[] => {
    voices ??= voicesOf(doc)
    return (voices[token] ?? []).filter(isParty).map(refOf)
  }

  const named = (token: number): Ref[] => {
    const name = names.get(token)
    const ref = name && partyOfName(name)
    if (ref) return [ref]
    const reference = references.get(token)
    if (reference) return idsOf(reference).filter(isParty).map(refOf)
    return OWN_VOICE.has(tokens.lower[token]!) ? speakersAround(token) : []
  }

  /** "Four of the council's 15 members", "100 Republicans", "some members of it": not what the whole does. */
  const isPartOfBody = (token: number): boolean => {
    const ofParty = isMembersOfParty(token)
    if (isOfMembers(token)) return true
    if (ofParty && SOME.has(tokens.lower[token - 1] ?? '')) return true
    if (!ofParty && !MEMBERS.has(tokens.lemma[token]!)) return false
    const head = tokens.head[token]!
    if (
      grammar.caseOf(token) === 'of' &&
      head >= 0 &&
      (tokens.tag[head] === 'CD' || SOME.has(tokens.lower[head]!))
    )
      return true
    const before = grammar.dependents(token, 'nummod', 'det', 'amod', 'nmod:poss')
    const isWhole = before.some(
      (at) => tokens.dep[at] === 'nmod:poss' || /^(?:the|all|its)$/.test(tokens.lower[at]!),
    )
    return (
      !isWhole &&
      before.some(
        (at) =>
          tokens.tag[at] === 'CD' ||
          SOME.has(tokens.lower[at]!) ||
          (ofParty && /^JJ/.test(tokens.tag[at]!) && tokens.dep[at] === 'amod'),
      )
    )
  }

  /** "A number of Republicans", "Republican senators": some of a party's people. */
  const isOfMembers = (token: number): boolean =>
    (PORTIONS.has(tokens.lemma[token]!) && grammar.obliques(token, 'of').some(isMembersOfParty)) ||
    (SEATED.has(tokens.lemma[token]!) &&
      tokens.tag[token] === 'NNS' &&
      grammar.dependents(token, 'det').length === 0 &&
      grammar
        .dependents(token, 'compound', 'amod')
        .some((child) => / party$/i.test(names.get(child)?.canonical ?? ''))) ||
    // "Several EU countries", "two NATO states".
    (/^(?:country|state|government|capital)$/.test(tokens.lemma[token]!) &&
      grammar
        .dependents(token, 'nummod', 'det', 'amod')
        .some((at) => tokens.tag[at] === 'CD' || SOME.has(tokens.lower[at]!)) &&
      grammar.dependents(token, 'compound').some((at) => names.has(at)))

  /** "Democrats" for their party: several are not all where a number or an adjective limits them. */
  const isMembersOfParty = (token: number): boolean => {
    const name = names.get(token)
    return (
      name?.type === 'organisation' &&
      name.last === name.first + 1 &&
      /s$/.test(tokens.lower[token]!) &&
      / party$/i.test(name.canonical)
    )
  }

  const one = (token: number): Ref[] => {
    if (isPartOfBody(token)) return []
    const isPast = !names.has(token) && isOfThePast(grammar, token)
    if (names.has(token) || (references.has(token) && !isPast) || OWN_VOICE.has(tokens.lower[token]!))
      return named(token)
    // "the parent company, Nordfleet": the name beside a common noun is who it is.
    const beside = grammar.dependents(token, 'appos').flatMap(named)
    if (beside.length > 0) return beside
    if (isPast) return references.get(token)?.startsWith('person:') ? named(token) : []
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
      isPrivate ? [] : named(at).filter((ref) => actsFor(lexicon, tokens.lemma[token]!, ref))
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
      // "officials from Peru and the Norwegian mainland": the noun beside a name carries its own adjective, who was in office none.
      if (preposition !== '')
        for (const one of grammar.conjuncts(child).filter((each) => !isOfThePast(grammar, each)))
          for (const adjective of grammar.dependents(one, 'amod', 'compound'))
            found.push(...namedHere(adjective))
    }
    return found
  }

  /** "Some unions", "a company", "three states": which ones, or how many of them, is not told. */
  const isWhole = (token: number): boolean =>
    grammar
      .dependents(token, 'det', 'amod', 'nummod')
      .every((word) => !OF_SOME.has(tokens.lower[word]!) && tokens.tag[word] !== 'CD')

  /** The words of a reference ("phrase:port-union") as the report wrote them first. */
  const spelt = new Map<string, string>()
  const writtenAs = (id: string, words: string): string => {
    const known = spelt.get(id)
    if (known !== undefined) return known
    const letters = words.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    const found = new RegExp(`\\b${letters.join('[^\\p{L}\\p{N}]+')}\\b`, 'iu').exec(doc.text)
    const written = found ? found[0].replace(/\s+/g, ' ') : words
    spelt.set(id, written)
    return written
  }

  /** "A group of 40 states led by Peru", "ninety countries, led by Peru": who leads them says which. */
  const ledGroup = (token: number): Ref | undefined => {
    if (!/^NNS?$/.test(tokens.tag[token]!) || !LED.has(tokens.lemma[token]!)) return undefined
    const led = [token, ...grammar.obliques(token, 'of')]
      .flatMap((noun) => grammar.dependents(noun, 'acl'))
      .find((verb) => verb > token && tokens.lower[verb] === 'led' && tokens.lower[verb + 1] === 'by')
    if (led === undefined) return undefined
    const first = Math.min(token, ...grammar.dependents(token, 'amod', 'compound', 'nummod'))
    const text = phraseOf(first, grammar.phrase(led, 'clause').last, token).text
    const name = text.replace(/^\p{Lu}(?=\p{Ll}+\b[^-])/u, (letter) => letter.toLowerCase())
    return { id: `phrase:${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`, name }
  }

  /** Who a nominal without a name is, by its words; of a pronoun, those it stands for. */
  const group = (token: number): Ref[] => {
    const reference = references.get(token)
    if (reference?.startsWith('phrase:') && tokens.tag[token]!.startsWith('PRP')) {
      const words = reference.slice('phrase:'.length).replaceAll('-', ' ')
      const kind = sides.get(headOf(words))?.kind
      const isWholly = kind === 'body' || (kind === 'many' && words.endsWith('s'))
      if (!isWholly || OF_SOME.has(words.split(' ')[0]!)) return []
      return [{ id: reference, name: writtenAs(reference, words) }]
    }
    const led = ledGroup(token)
    if (led) return [led]
    // "Its members": the body itself.
    if (tokens.lemma[token] === 'member')
      return tokens.tag[token] === 'NNS' ? grammar.dependents(token, 'nmod:poss').flatMap(group) : []
    if (!/^NNS?$/.test(tokens.tag[token]!) || !sides.has(tokens.lemma[token]!) || !isWhole(token)) return []
    // "Government wants": a headline leaves the article out, a text that does names a kind.
    const determined = grammar.dependents(token, 'det', 'nmod:poss').length > 0
    const isOne = tokens.tag[token] === 'NN'
    if (isOne && (!determined || sides.get(tokens.lemma[token]!)?.kind === 'many')) return []
    const first = Math.min(
      token,
      ...grammar.dependents(token, 'amod', 'compound').filter((one) => one < token),
    )
    const written = phraseOf(first, token, token).text
    // A sentence begins with a capital, a name is one.
    const isName = /^NNP/.test(tokens.tag[first]!) || names.has(first) || OF_PLACES.test(tokens.form[first]!)
    const text = isName
      ? written
      : written.replace(/^\p{Lu}(?=\p{Ll}+\b[^-])/u, (letter) => letter.toLowerCase())
    return [{ id: `phrase:${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`, name: text }]
  }

  /** "With Norway, Peru": states listed by a comma alone. */
  const listed = (token: number): number[] =>
    names.get(token)?.type === 'government'
      ? grammar
          .dependents(token, 'nmod', 'appos', 'list')
          .filter((other) => tokens.form[other - 1] === ',' && names.get(other)?.type === 'government')
      : []

  const parties = (token: number): Ref[] =>
    unique(grammar.conjuncts(token).flatMap((at) => [at, ...listed(at)].flatMap(one)))

  // "the “toughest sanctions": a mark that opens is closed right behind, or left out.
  const inMarks = (first: number, last: number): readonly [number, number] => {
    let open = -1
    for (let at = first; at <= last; at++) {
      const form = tokens.form[at]!
      if (form === '“' || (form === '"' && open < 0)) open = at
      else if (form === '”' || form === '"') open = -1
    }
    if (open < 0) return [first, last]
    if (/^[”"]$/.test(tokens.form[last + 1] ?? '')) return [first, last + 1]
    return open === first && last > first ? [first + 1, last] : [first, last]
  }

  const phraseOf = (from: number, to: number, head: number): Phrase => {
    const [first, last] = inMarks(from, to)
    const start = tokens.start[first]!
    const end = tokens.end[last]!
    const ids: string[] = []
    for (let at = first; at <= last; at++) {
      const id = names.get(at)?.id ?? references.get(at)
      if (id) for (const one of idsOf(id)) if (!one.startsWith('event:') && !ids.includes(one)) ids.push(one)
    }
    return {
      text: doc.text.slice(start, end).replace(/\s+/g, ' '),
      start,
      end,
      head: tokens.lemma[head]!,
      ids,
    }
  }

  return {
    nameAt: (token) => names.get(token),
    quantityAt: (token) => quantities.get(token),
    timeAt: (token) => times.get(token),
    quantityIn: (token) => {
      const here = quantities.get(token)
      if (here) return here
      const { first, last } = grammar.phrase(token, 'short')
      for (let at = first; at <= last; at++) {
        const found = quantities.get(at)
        if (found) return found
      }
      return undefined
    },
    lemma: (token) => tokens.lemma[token]!,
    isMatter: (token) => {
      const quantity = quantities.get(token)
      if (quantity && (quantity.unit === '' || quantity.unit === '%' || /^[A-Z]{3}$/.test(quantity.unit)))
        return false
      if (FUNCTION.has(tokens.pos[token]!) || times.get(token)?.type === 'DATE') return false
      const name = names.get(token)
      if (name && PARTY_TYPES.has(name.type)) return false
      return !VAGUE.has(tokens.lemma[token]!)
    },
    parties,
    isPartOfBody,
    partyNamed: named,
    groups: (token) => unique(grammar.conjuncts(token).flatMap(group)),
    persons: (token) => {
      const found: Ref[] = []
      for (const at of grammar.conjuncts(token)) {
        const name = names.get(at)
        if (name?.type === 'person') found.push({ id: name.id, name: name.canonical })
        else {
          const reference = references.get(at)
          if (reference)
            for (const id of idsOf(reference)) if (types.get(id) === 'person') found.push(refOf(id))
        }
      }
      return unique(found)
    },
    place: (token) => {
      const name = names.get(token)
      return name && (name.type === 'place' || name.type === 'government')
        ? { id: name.id, name: name.canonical }
        : undefined
    },
    phrase: (token, how = 'short') => {
      const { first, last } = grammar.phrase(token, how)
      return phraseOf(first, last, token)
    },
    phraseOf,
    sideOf: (ref) => {
      const of = side.get(ref.id)
      if (of) return refOf(of)
      const type = types.get(ref.id)
      return type === 'government' || type === 'place' ? ref : undefined
    },
    name: nameOf,
  }
}

/** The speakers of the innermost words told, by token. */
function voicesOf({ tokens, quotations }: Doc): (readonly string[])[] {
  const voices: (readonly string[])[] = []
  const told = quotations
    .flatMap(({ content, speakers }) => content.map(({ start, end }) => ({ start, end, speakers })))
    .reverse()
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const { start, end, speakers } of told)
    for (let at = firstFrom(tokens, start); at < tokens.count; at++) {
      if (tokens.start[at]! >= end) break
      voices[at] = speakers
    }
  return voices
}

/** Whether an id can act: no event, place, good, product, law or outlet-less thing. */
const isParty = (id: string): boolean => !/^(event|place|good|product|law|phrase):/.test(id)

/** "group:a+b" stands for both. */
export const idsOf = (id: string): string[] => (id.startsWith('group:') ? id.slice(6).split('+') : [id])

export function unique(refs: readonly Ref[]): Ref[] {
  const seen = new Set<string>()
  return refs.filter((ref) => !seen.has(ref.id) && seen.add(ref.id))
}

export function toValue(quantity: Quantity): Value {
  return {
    value: quantity.value,
    ...(quantity.high === undefined ? {} : { high: quantity.high }),
    unit: quantity.unit,
    bound: quantity.bound,
  }
}
