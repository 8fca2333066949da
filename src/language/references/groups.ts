// In: "the two sides", "both countries", "the pair". Out: the parties that are meant together.
import { firstWhere } from '../../model/range.ts'
import type { Reference } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { NUMBERS } from '../names/named-groups.ts'
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
    members = lastPersons(reading, phrase.first, 2)
  } else if (!phrase.plural || !definite) return undefined
  // "Lawmakers of both parties", "the two parties that have ruled": others than those who talk.
  else if (phrase.lemma === 'party' && (isOfPeople(reading, first) || lower[phrase.last] === 'that'))
    return undefined
  else if (SIDES.has(phrase.lemma)) {
    if (size === 0 && phrase.lemma !== 'side' && phrase.lemma !== 'party') return undefined
    if (phrase.head - phrase.first > 3) return undefined
    members = phrase.lemma === 'party' ? parties(reading, phrase, size) : lastSides(reading, phrase, size)
  } else if (PERSONS.has(phrase.lemma) && size > 1) members = lastPersons(reading, phrase.first, size)
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

const isOfPeople = ({ draft }: Reading, first: number): boolean => {
  const { lower, lemma } = draft.tokens
  return /^(?:of|from|in)$/.test(lower[first - 1] ?? '') && POLITICIANS.has(lemma[first - 2] ?? '')
}
const POLITICIANS: ReadonlySet<string> = new Set(
  'lawmaker senator president member congressman politician legislator leader representative critic voter'.split(
    ' ',
  ),
)

/** Political parties where the text names some; else the sides. */
function parties(reading: Reading, phrase: NounPhrase, size: number): Mention[] {
  const political = [...reading.sides.values()].filter(({ mention }) => /\bparty\b/.test(mention.called))
  if (political.length === 0) return lastSides(reading, phrase, size)
  return political.length === size ? political.map(({ mention }) => mention) : []
}

/** The latest sentence that names as many persons as are meant. */
function lastPersons(reading: Reading, token: number, size: number): Mention[] {
  return lastTogether(reading, token, size, (mention) =>
    mention.kind === 'person' && mention.name >= 0 ? mention.id : '',
  )
}

/**
 * The sides of the talks that are meant: the states joined by "and" last, those of one sentence nearby that deal with
 * each other, else the states (else bodies) the document names most, where no third is named as often.
 */
function lastSides(reading: Reading, phrase: NounPhrase, told: number): Mention[] {
  const token = phrase.first
  const size = told === 0 ? 2 : told
  const aside = outsiders(reading, phrase)
  const side = (mention: Mention): string => {
    const id = stateOf(reading, mention)
    return aside.has(id) ? '' : id
  }
  const acts = (mention: Mention) =>
    mention.name >= 0 && reading.draft.names[mention.name]!.type === 'government' ? side(mention) : ''
  const joined = lastJoined(
    reading,
    phrase,
    size,
    (mention) => side(mention) || bodyOf(reading, mention, aside),
  )
  const together = lastTogether(reading, token, size, acts)
  const deal =
    together.some(({ role }) => role === 'subject') && together.some(({ role }) => role !== 'subject')
  const near = together.length > 0 && reading.draft.tokens.sent[token]! - together[0]!.sent < 2
  // Two told of together by chance, a while before, give way to those whom the text is about.
  if (!near && joined.length < size) {
    const often = mostNamed(reading, phrase, size, aside)
    if (often.length === size) return often
  }
  const nearer = deal && near && joined.every((mention) => side(mention) !== '')
  const found =
    ahead(reading, phrase, size) ??
    (together.length === size && (joined.length < size || nearer) ? together : joined)
  const meant = found.map((mention) => ({ ...mention, id: side(mention) || mention.id }))
  // Without a number, "the parties" are no two that stand beside others told of as much.
  if (meant.length === size && (told > 0 || areMostNamed(reading, meant, aside)))
    return areSeldomNamed(reading, meant, aside) ? mostNamed(reading, phrase, size, aside) : meant
  return mostNamed(reading, phrase, size, aside)
}

/** Two who only came up once ("Chile and Peru voted against") where two others are told of again and again. */
function areSeldomNamed(reading: Reading, members: readonly Mention[], aside: ReadonlySet<string>): boolean {
  const ids = new Set(members.map(({ id }) => id))
  const often = [...reading.sides.values()].filter(
    ({ mention: { id }, n }) =>
      n >= OFTEN && !ids.has(id) && !aside.has(id) && reading.nameWords.states.has(id),
  )
  return often.length >= members.length && members.every(({ id }) => (reading.sides.get(id)?.n ?? 0) < 2)
}
const OFTEN = 3

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

function mostNamed(
  reading: Reading,
  phrase: NounPhrase,
  size: number,
  aside: ReadonlySet<string>,
): Mention[] {
  const all = [...reading.sides.values()].filter(({ mention }) => !aside.has(mention.id))
  const states = all.filter((one) => reading.nameWords.states.has(one.mention.id))
  if (STATES.has(phrase.lemma) && states.length < size) return []
  const byTimes = (ones: typeof all) =>
    [...ones].sort((a, b) => b.n - a.n || a.mention.first - b.mention.first)
  const loud = warring(byTimes(all).slice(0, size), byTimes(states)[1]?.n ?? 0, reading)
  if (loud) return loud
  const ranked = byTimes(states.length >= size ? states : all)
  const members = ranked.slice(0, size).map(({ mention }) => mention)
  const third = ranked[size]
  if (third && third.n === ranked[size - 1]!.n) return []
  // A state beside a body that is never told of with it is no pair.
  const mixed = states.length < size && members.some(({ id }) => reading.nameWords.states.has(id))
  return mixed && !areTogether(reading, members) ? [] : members
}

/** A state and a body named at least twice as often as the next state: a government and its rebels. */
function warring(
  first: readonly { readonly n: number; readonly mention: Mention }[],
  nextState: number,
  { nameWords }: Reading,
): Mention[] | undefined {
  const bodies = first.filter(({ mention }) => !nameWords.states.has(mention.id))
  const isLoud = bodies.length === 1 && bodies[0]!.n > 1 && bodies[0]!.n >= 2 * nextState
  return isLoud && first.length === 2 ? first.map(({ mention }) => mention) : undefined
}

/** Whether no other state is named as often as the least named of these. */
function areMostNamed(reading: Reading, members: readonly Mention[], aside: ReadonlySet<string>): boolean {
  const times = (id: string) => reading.sides.get(id)?.n ?? 0
  const least = Math.min(...members.map(({ id }) => times(id)))
  return ![...reading.sides.values()].some(
    ({ mention: { id }, n }) =>
      n > least &&
      !aside.has(id) &&
      reading.nameWords.states.has(id) &&
      !members.some((member) => member.id === id),
  )
}

/** Whether some sentence, the headline's too, names all members. */
function areTogether(reading: Reading, members: readonly Mention[]): boolean {
  const { draft, mentions } = reading
  const bySentence = new Map<number, Set<string>>()
  for (const mention of mentions.slice(0, MOST)) {
    const name = draft.names[mention.name]
    if (!name) continue
    const ids = bySentence.get(mention.sent) ?? new Set()
    bySentence.set(mention.sent, ids.add(name.of ?? name.id).add(name.id))
  }
  return [...bySentence.values()].some((ids) => members.every(({ id }) => ids.has(id)))
}

const MOST = 300
const BETWEEN = /^(?:mediator|mediate|broker|observer|facilitator|facilitate)$/

/** Who is none of the sides: who mediates or watches, and who does something to them ("Kenya urged both sides"). */
function outsiders(reading: Reading, phrase: NounPhrase): Set<string> {
  const { draft, mentions } = reading
  const { lemma, sent, dep } = draft.tokens
  const done = /^(?:obj|iobj|obl)$/.test(dep[phrase.head]!)
  const found = new Set<string>()
  for (const mention of mentions.slice(-MOST)) {
    const name = draft.names[mention.name]
    if (!name) continue
    const here = (at: number) => sent[at] === mention.sent && BETWEEN.test(lemma[at]!)
    const { first, last } = mention
    const mediates =
      [last, last + 1, last + 2].some(here) ||
      (/^(?:by|from|of)$/.test(lemma[first - 1] ?? '') && [first - 2].some(here)) ||
      (lemma[first - 1] === 'the' && [first - 3].some(here))
    const acts = done && mention.sent === sent[phrase.head] && mention.role === 'subject'
    if (mediates || acts) found.add(name.of ?? name.id).add(name.id)
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
