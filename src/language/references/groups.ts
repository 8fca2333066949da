// In: "the two sides", "both countries", "the pair". Out: the parties that are meant together.
import { firstWhere } from '../../model/range.ts'
import type { Reference } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { NUMBERS } from '../names/named-groups.ts'
import { type Dealing, isExplicit, mainDealing } from './dealings.ts'
import { type Mention, mentionOf } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

const SIDES = new Set([
  'side',
  'party',
  'country',
  'nation',
  'government',
  'capital',
  'economy',
  'power',
  'neighbour',
  'neighbor',
  'ally',
  'rival',
  'delegation',
  'superpower',
  'team',
  'camp',
])
const PERSONS = new Set([
  'leader',
  'president',
  'minister',
  'man',
  'woman',
  'official',
  'negotiator',
  'diplomat',
  'envoy',
  'chief',
  'secretary',
  'lawmaker',
  'senator',
])
export function groupReference(reading: Reading, phrase: NounPhrase): Reference | undefined {
  const { draft } = reading
  const { lower, start, end } = draft.tokens
  let first = phrase.first
  let size = 0
  for (let i = phrase.first; i < phrase.head; i++)
    size = (lower[i] === 'both' ? 2 : NUMBERS.get(lower[i]!)) ?? size
  if (size === 0 && (lower[first - 1] === 'both' || lower[first] === 'both')) size = 2
  if (lower[first - 1] === 'both') first--
  const definite =
    phrase.determiner === 'the' ||
    phrase.determiner === 'both' ||
    phrase.determiner === 'these' ||
    lower[first] === 'both'
  let members: Mention[] = []
  if (phrase.lemma === 'pair' || phrase.lemma === 'duo') {
    if (phrase.determiner !== 'the' || lower[phrase.last] === 'of') return undefined
    members = lastPersons(reading, phrase, 2)
  } else if (!phrase.plural || !definite) return undefined
  // "Lawmakers of both parties", "the two parties that have ruled": others than those who talk.
  else if (phrase.lemma === 'party' && (isOfPeople(reading, first) || lower[phrase.last] === 'that'))
    return undefined
  // "Both sides of the river", "the local parties": others than those who talk.
  else if (size < 3 && (lower[phrase.last] === 'of' || isOfOthers(reading, phrase))) return undefined
  else if (SIDES.has(phrase.lemma)) {
    if (size === 0 && phrase.lemma !== 'side' && phrase.lemma !== 'party') return undefined
    if (phrase.head - phrase.first > 3) return undefined
    members = phrase.lemma === 'party' ? parties(reading, phrase, size) : lastSides(reading, phrase, size)
  } else if (PERSONS.has(phrase.lemma) && size > 1) members = lastPersons(reading, phrase, size)
  else return undefined
  if (members.length < 2) return undefined
  const ids = members.map((member) => member.id).sort()
  const before = members.reduce((a, b) => (a.first < b.first ? a : b))
  const after = members.reduce((a, b) => (a.first > b.first ? a : b))
  return {
    start: start[first]!,
    end: end[phrase.head]!,
    first,
    last: phrase.last,
    id: `group:${ids.join('+')}`,
    name: -1,
    antecedent: { start: start[before.first]!, end: end[after.last - 1]! },
    kind: 'group',
  }
}

/** "Both will sign", "Neither has replied": the word alone before its verb. */
export function isBothAlone({ tokens }: Draft, at: number): boolean {
  const { lower, tag } = tokens
  return /^(?:both|neither)$/.test(lower[at]!) && /^(?:MD|VB[DPZ])$/.test(tag[at + 1] ?? '')
}

/** The two that were joined last, in the sentence or the one before, with nobody else joined since. */
export function bothReference({ draft, mentions }: Reading, at: number): Reference | undefined {
  const { start, end, sent } = draft.tokens
  const pair = mentions
    .slice(-MOST)
    .findLast((mention) => mention.plural && mention.id.startsWith('group:') && mention.last <= at)
  if (pair?.id.split('+').length !== 2 || sent[at]! - pair.sent > 1) return undefined
  return {
    start: start[at]!,
    end: end[at]!,
    first: at,
    last: at + 1,
    id: pair.id,
    name: -1,
    antecedent: { start: start[pair.first]!, end: end[pair.last - 1]! },
    kind: 'group',
  }
}

/** Whether a word before the noun says which ones are meant: "the Nordic countries", "the main parties". */
function isOfOthers({ draft, nameAt }: Reading, { first, head }: NounPhrase): boolean {
  const { tag, lower } = draft.tokens
  for (let at = first; at < head; at++)
    if (/^(?:JJ|NNP?S?|VBG|PDT)$/.test(tag[at]!) && !NO_OTHERS.test(lower[at]!) && !NUMBERS.has(lower[at]!))
      return true
  return nameAt[head - 1]! >= 0
}
const NO_OTHERS =
  /^(?:both|same|warring|rival|opposing|negotiating|contracting|bargaining|neighbou?ring|feuding|conflicting|quarrell?ing|respective|largest|biggest|allied|hostile|old|longtime|close|trading|great|nuclear|asian|european|african|nuclear-armed|fractious)$/

const isOfPeople = ({ draft }: Reading, first: number): boolean => {
  const { lower, lemma } = draft.tokens
  return (
    /^(?:of|from|in)$/.test(lower[first - 1] ?? '') && POLITICIANS.has((lemma[first - 2] ?? '').toLowerCase())
  )
}
const POLITICIANS: ReadonlySet<string> = new Set(
  'congress parliament senate house legislature lawmaker senator president member congressman politician legislator leader representative critic voter'.split(
    ' ',
  ),
)

/** Political parties where the text names some; else the sides. */
function parties(reading: Reading, phrase: NounPhrase, size: number): Mention[] {
  const political = [...reading.sides.values()].filter(({ mention }) => /\bparty\b/.test(mention.called))
  if (political.length === 0) {
    const isOfOneState = [...reading.dealings.times.keys()].some((id) => id.endsWith('-party'))
    return isOfOneState ? [] : lastSides(reading, phrase, size)
  }
  return political.length === size ? political.map(({ mention }) => mention) : []
}

/**
 * The latest sentence that names as many persons as are meant and may be called so; where one is told of here already, the
 * sentence before at most.
 */
function lastPersons(reading: Reading, phrase: NounPhrase, size: number): Mention[] {
  const { draft, mentions } = reading
  const { first, head, lemma } = phrase
  const here = draft.tokens.sent[head]!
  const holds = HOLDERS.get(lemma)
  const found = lastTogether(reading, first, size, (mention) =>
    mention.kind === 'person' && mention.name >= 0 && (!holds || mayHold(reading, mention, holds, here))
      ? mention.id
      : '',
  )
  const isHere = mentions
    .slice(-MOST)
    .some(({ sent, kind, name }) => sent === here && kind === 'person' && name >= 0)
  if (!holds && found.some(({ sent }) => isHere && here - sent > 1)) return []
  const sides = found.map(({ name }) => draft.names[name]?.of)
  // "The two leaders" of one state are none.
  return holds && sides[0] !== undefined && sides.every((side) => side === sides[0]) ? [] : found
}

/** Offices of which one is held by who is called so in the plural. */
const HOLDERS: ReadonlyMap<string, RegExp> = new Map([
  ['leader', /\b(?:president|prime minister|premier|chancellor|leader|king|taoiseach|speaker)$/],
  ['president', /\bpresident(?:-elect)?$/],
  ['minister', /\b(?:minister|secretary)$/],
  ['secretary', /\bsecretary$/],
  ['envoy', /\b(?:envoy|ambassador|representative)$/],
  ['senator', /\b(?:senator|sen\.)$/],
])

/** Who is given such an office; right after the names, who is given none at all. */
function mayHold({ titles }: Reading, { id, sent }: Mention, office: RegExp, here: number): boolean {
  const given = [...(titles.get(id) ?? [])].filter((title) => !/^(?:m[rs]s?|dr|sir)\.?$/.test(title))
  if (given.length === 0) return here - sent < 2
  return given.some((title) => office.test(title) && !/\b(?:vice|deputy) /.test(title))
}

/** The sides that are meant: two that deal with each other, those whose matters the sentence names, as many as were joined last. */
function lastSides(reading: Reading, phrase: NounPhrase, told: number): Mention[] {
  const size = told === 0 ? 2 : told
  const aside = urging(reading, phrase)
  const named = ahead(reading, phrase, size)
  if (size === 2) return dealingOf(reading, phrase, aside, named)
  if (named) return named
  const side = (mention: Mention) => {
    const id = stateOf(reading, mention)
    return aside.has(id) ? '' : id || bodyOf(reading, mention, aside)
  }
  return lastJoined(reading, phrase, size, side).map((mention) => ({ ...mention, id: side(mention) }))
}

/**
 * The two that this sentence, else the one before, has deal with each other; else those whom the text is about, else
 * whose matters the sentence goes on to name.
 */
function dealingOf(
  reading: Reading,
  phrase: NounPhrase,
  aside: ReadonlySet<string>,
  named: Mention[] | undefined,
): Mention[] {
  const { draft, nameWords, dealings } = reading
  const here = draft.tokens.sent[phrase.head]!
  const may = (id: string) =>
    !aside.has(id) && (!STATES.has(phrase.lemma) || nameWords.states.has(id) || id === 'EU')
  const isBefore = ({ names }: Dealing) => names.every((n) => draft.names[n]!.last <= phrase.first)
  // "Duties on Peru and Chile, which both countries want gone": those told of right before.
  const isTold = (one: Dealing) =>
    isExplicit(one) || (one.joined && one.sent === here && STATES.has(phrase.lemma))
  const near = (sent: number) =>
    dealings.told.filter((one) => one.sent === sent && isTold(one) && one.ids.every(may) && isBefore(one))
  const local = onlyOne(near(here)) ?? (named ? undefined : onlyOne(near(here - 1)))
  const dealing = local ?? mainDealing(dealings, may)
  return dealing
    ? dealing.names.map((n, i) => ({ ...mentionOf(draft, draft.names[n]!, n), id: dealing.ids[i]! }))
    : (named ?? [])
}

/** The dealing of some that are all of the same two. */
const onlyOne = (ones: readonly Dealing[]): Dealing | undefined =>
  ones.every(({ ids }) => ids.join() === ones[0]?.ids.join()) ? ones[0] : undefined

/** "Both sides tried to settle issues such as Peru's quota and Chilean duties": those whose matters the sentence goes on to name. */
function ahead({ draft, nameWords }: Reading, phrase: NounPhrase, size: number): Mention[] | undefined {
  const { lower, tag, sent } = draft.tokens
  const found = new Map<string, Mention>()
  for (
    let n = firstWhere(draft.names.length, (at) => draft.names[at]!.first >= phrase.last);
    n < draft.names.length && sent[draft.names[n]!.first] === sent[phrase.head];
    n++
  ) {
    const name = draft.names[n]!
    const state = name.of ?? name.id
    if (name.type === 'person' || !nameWords.states.has(state)) continue
    const isOwner = /^['’]s?$/.test(lower[name.last] ?? '') || /^(?:NN|JJ)/.test(tag[name.last] ?? '')
    if (!isOwner) return undefined
    if (!found.has(state)) found.set(state, { ...mentionOf(draft, name, n), id: state })
  }
  return found.size === size ? [...found.values()] : undefined
}

/** The state that a mention names, as itself or by a place of it; "" where it is none. */
function stateOf({ draft, nameWords }: Reading, mention: Mention): string {
  if (mention.name < 0) return ''
  const { type, id, of } = draft.names[mention.name]!
  if (type !== 'government' && (type !== 'place' || id.startsWith('place:'))) return ''
  const state = of ?? id
  return nameWords.states.has(state) ? state : ''
}

/** The body that a mention names: a movement, a union, an alliance; "" for an outlet and for who stands aside. */
function bodyOf({ draft }: Reading, { name, id }: Mention, aside: ReadonlySet<string>): string {
  const named = draft.names[name]
  return named?.type === 'organisation' && !aside.has(id) ? named.id : ''
}

/** What only a state or its government can be. */
const STATES = new Set(['country', 'nation', 'government', 'capital', 'economy', 'superpower'])

const MOST = 300

/** Who does something to both sides, and so is none of them: "Kenya urged both sides". */
function urging(reading: Reading, phrase: NounPhrase): Set<string> {
  const { draft, mentions } = reading
  const { sent, dep, lower } = draft.tokens
  const found = new Set<string>()
  if (!/^(?:obj|iobj|obl)$/.test(dep[phrase.head]!) || lower[phrase.first - 1] === 'between') return found
  for (const mention of mentions.slice(-MOST)) {
    const name = draft.names[mention.name]
    if (name && mention.sent === sent[phrase.head] && mention.role === 'subject')
      found.add(name.of ?? name.id).add(name.id)
  }
  return found
}

/** Words before two names that say the two belong together. */
const DEALING: ReadonlySet<string> = new Set(['between', 'by', 'with', 'both'])

/** Whether a joined pair does something together; what comes "from Chile and Bolivia" is no talk of theirs. */
function actTogether({ tokens }: Draft, { first, role }: Mention): boolean {
  const at = tokens.lower[first - 1] === 'the' ? first - 2 : first - 1
  // "The ministers of Chile and Bolivia".
  if (tokens.lower[at] === 'of' && PERSONS.has(tokens.lemma[at - 1] ?? '')) return true
  return (
    role === 'subject' ||
    role === 'possessor' ||
    tokens.tag[first] === 'JJ' ||
    DEALING.has(tokens.lower[at] ?? '')
  )
}

/** The mentions last joined by "and" that are as many sides as are meant. */
function lastJoined(
  reading: Reading,
  phrase: NounPhrase,
  size: number,
  side: (mention: Mention) => string,
): Mention[] {
  const { draft, mentions } = reading
  const { lemma, sent } = draft.tokens
  const recent = mentions.slice(-MOST)
  for (const group of [...recent].reverse()) {
    if (!group.plural || !group.id.startsWith('group:') || group.last > phrase.first) continue
    // "Duties on Peru and Chile, which both countries want gone": those told of right before.
    const here = group.sent === sent[phrase.first] && STATES.has(lemma[phrase.head]!)
    if (!here && !actTogether(draft, group)) continue
    const members = new Map<string, Mention>()
    for (const mention of recent) {
      if (mention.first < group.first || mention.last > group.last || mention === group) continue
      const id = side(mention)
      if (id !== '' && draft.names[mention.name]) members.set(id, mention)
    }
    if (members.size === size) return [...members.values()]
  }
  return []
}

function lastTogether(
  reading: Reading,
  token: number,
  size: number,
  key: (mention: Mention) => string,
): Mention[] {
  const { mentions } = reading
  let sentence = Number.POSITIVE_INFINITY
  let found = new Map<string, Mention>()
  for (let i = mentions.length - 1; i >= Math.max(0, mentions.length - 300); i--) {
    const mention = mentions[i]!
    if (mention.first >= token) continue
    if (mention.sent !== sentence) {
      if (found.size === size) break
      if (sentence - mention.sent > 8 && sentence !== Number.POSITIVE_INFINITY) break
      sentence = mention.sent
      found = new Map()
    }
    const id = key(mention)
    if (id !== '' && !found.has(id)) found.set(id, mention)
  }
  return found.size === size ? [...found.values()] : []
}
