// In: what reports name. Out: per id what all tell of it; who is one, which party it is and whose side it is on, each looked up by key.
import { isPoliticalParty, type Mention, type Party, type Reading, type Ref } from '../../model/index.ts'
import { sameFullName } from './full-names.ts'

/** Ids that stand for one person or party: from an id to the one kept. */
export type Aliases = ReadonlyMap<string, string>

/** All mentions of one id that have type, name, title and side in common. */
export interface NameFact {
  readonly type: string
  readonly name: string
  readonly title?: string
  readonly of?: string
  /** Reports' mentions, and the times their texts have it. */
  readonly mentions: number
  readonly times: number
  /** Place of the first and of the last of them, in order of reports; see {@link placeIn}. */
  readonly first: string
  readonly last: string
}

/** What is asked of the names of all reports. */
export interface Names {
  facts(id: string): readonly NameFact[]
  /** Ids of persons and bodies that begin or end with a word, or are nothing else. */
  withWord(word: string): Iterable<string>
  /** Whether some report names the one beside any of the others. */
  together(id: string, others: readonly string[]): boolean
}

/** A mention's place: after all of reports whose ids come before. */
export const placeIn = (report: string, at: number): string => `${report}#${String(at).padStart(5, '0')}`

/** The report of a place. */
export const reportAt = (place: string): string => place.slice(0, place.lastIndexOf('#'))

/** Words under which a person or body may be looked for by another name: its id's first and its last, and its abbreviation. */
export function wordsOfName({ type, id, name }: Pick<Mention, 'type' | 'id' | 'name'>): string[] {
  const short = isAbbreviation(name) ? [name.toLowerCase()] : []
  if (type !== 'person' && type !== 'organisation') return short
  const tail = tailOf(id)
  const first = tail.indexOf('-')
  return [...new Set([...(first < 0 ? [tail] : [tail.slice(0, first), lastWord(tail)]), ...short])]
}

const isAbbreviation = (name: string): boolean => /^\p{Lu}[\p{Lu}\d]+$/u.test(name)

const tailOf = (id: string): string => id.slice(id.indexOf(':') + 1)
const lastWord = (id: string): string => id.slice(id.lastIndexOf('-') + 1)

/** The names of some readings, and the reports that have each. */
export interface NamesRead extends Names {
  readonly words: readonly string[]
  readonly ids: readonly string[]
  reports(id: string): ReadonlySet<string>
  titles(id: string): ReadonlyMap<string, ReadonlySet<string>>
}

/** A fact while its mentions are still being counted. */
type Gathered = { -readonly [field in keyof NameFact]: NameFact[field] }

/** Puts together what readings name; they stand in the order of their reports' ids. */
export function namesIn(readings: readonly Reading[]): NamesRead {
  const byId = new Map<string, Map<string, Gathered>>()
  const byWord = new Map<string, Set<string>>()
  const reports = new Map<string, Set<string>>()
  const titles = new Map<string, Map<string, Set<string>>>()
  for (const { report, mentions } of readings)
    for (const [at, { id, type, name, title, of, count }] of mentions.entries()) {
      let own = byId.get(id)
      if (!own) {
        own = new Map()
        byId.set(id, own)
        reports.set(id, new Set())
      }
      const key = `${type}\n${name}\n${title ?? ''}\n${of ?? ''}`
      const known = own.get(key)
      const place = placeIn(report.id, at)
      if (known) {
        known.mentions++
        known.times += count
        known.last = place
      } else {
        const rest = { ...(title ? { title } : {}), ...(of ? { of } : {}) }
        own.set(key, { type, name, ...rest, mentions: 1, times: count, first: place, last: place })
        for (const word of wordsOfName({ type, id, name })) addToSet(byWord, word, id)
      }
      if (!isPartyType(type)) continue
      reports.get(id)!.add(report.id)
      if (!title) continue
      const held = titles.get(id) ?? new Map<string, Set<string>>()
      addToSet(held, title, report.id)
      titles.set(id, held)
    }
  return {
    words: [...byWord.keys()],
    ids: [...byId.keys()],
    facts: (id) => [...(byId.get(id)?.values() ?? [])],
    withWord: (word) => byWord.get(word) ?? [],
    together: (id, others) =>
      others.some((other) => [...(reports.get(other) ?? [])].some((one) => reports.get(id)?.has(one))),
    reports: (id) => reports.get(id) ?? new Set(),
    titles: (id) => titles.get(id) ?? new Map(),
  }
}

function addToSet<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  const known = sets.get(key)
  if (known) known.add(value)
  else sets.set(key, new Set([value]))
}

/** Bodies whose short name begins the names of others that they are not. */
const ORDINARY: ReadonlySet<string> = new Set(['org:senate', 'org:house', 'org:congress', 'org:parliament'])
/** A name of more words is two names glued, or a picture's credit. */
const LONGEST_NAME = 5
/** Named so many times as often as the next, the one is meant. */
const FAR_MORE = 20

/**
 * Who of those whose names end or begin with a word are one. Persons of one full name, whatever initials stand in it, are
 * one ({@link sameFullName}). Persons named only by surname in one report ("person:smith") join the one fully named person
 * of that surname in the others, where there is exactly one with the same side, or the same title, or one at all; two
 * candidates leave them apart. A lone word that no person bears but one body's name begins with is that body ("Norsk" for
 * Norsk Terminals). What one report takes for a body is the one person of that surname that others name in full, unless
 * some report names both. Decides for ids whose last word it is.
 */
export function aliasesOfWord(word: string, names: Names): Aliases {
  const ids = [...names.withWord(word)]
  const persons = (id: string) => names.facts(id).filter(({ type }) => type === 'person')
  const isBody = (id: string) => names.facts(id).some(({ type }) => type === 'organisation')
  const long = ids.filter((id) => tailOf(id) !== word)
  const aliases = sameFullName(
    long.filter((id) => lastWord(id) === word && persons(id).length > 0),
    names,
  )
  const short = ids.filter((id) => tailOf(id) === word)
  if (short.length === 0) return aliases
  const full = fullNames(long, aliases, names)
  const bodies = long.filter((id) => tailOf(id).startsWith(`${word}-`) && isBody(id))
  const lone = new Set(short.filter(isBody))
  for (const id of short) {
    const facts = persons(id)
    if (facts.length === 0) continue
    const of = facts
      .filter((one) => one.of !== undefined)
      .sort(byLast)
      .at(-1)?.of
    const [most, next] = full
      .filter((one) => of === undefined || one.of === undefined || areOneSide(of, one.of, names))
      // A report that names both tells them apart.
      .filter((one) => !names.together(id, one.ids))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    const titled = next
      ? full.filter((one) => facts.some(({ title }) => one.titles.has(rankOf(title) ?? '')))
      : []
    if (most && (!next || most.count >= FAR_MORE * next.count)) aliases.set(id, most.id)
    else if (titled.length === 1) aliases.set(id, titled[0]!.id)
    else if (full.length === 0 && !facts.some(({ title }) => title)) lone.add(id)
  }
  const [person, another] = full.filter((one) => lastWord(one.id) === word)
  // Bodies of which some report explains the word as their abbreviation.
  const explained = long.filter((id) =>
    names.facts(id).some(({ name }) => isAbbreviation(name) && name.toLowerCase() === word),
  )
  for (const id of lone) {
    if (explained.length === 1) aliases.set(id, explained[0]!)
    else if (bodies.length === 1 && !ORDINARY.has(id)) aliases.set(id, bodies[0]!)
    // A body in some reports, and nobody's surname in any.
    else if (full.length === 0 && id.startsWith('person:') && lone.has(`org:${word}`))
      aliases.set(id, `org:${word}`)
    else if (
      person &&
      !another &&
      bodies.length === 0 &&
      !names.together(
        id,
        full.map((one) => one.id),
      )
    )
      aliases.set(id, person.id)
  }
  return aliases
}

/** Whether an id may be called by another because of a word: by its last. */
export const isDecidedBy = (word: string, id: string): boolean => lastWord(tailOf(id)) === word

/** Persons of more than one word, those of one full name as one, with the side first told. */
function fullNames(long: readonly string[], aliases: Aliases, names: Names) {
  const facts = new Map<string, NameFact[]>()
  const ids = new Map<string, string[]>()
  for (const id of long) {
    if (tailOf(id).split('-').length > LONGEST_NAME) continue
    const own = names.facts(id).filter(({ type }) => type === 'person')
    const kept = aliases.get(id) ?? id
    if (own.length === 0) continue
    facts.set(kept, [...(facts.get(kept) ?? []), ...own])
    ids.set(kept, [...(ids.get(kept) ?? []), id])
  }
  return [...facts].map(([id, own]) => ({
    id,
    ids: ids.get(id)!,
    of: [...own].sort(byFirst)[0]!.of,
    count: own.reduce((sum, { times }) => sum + times, 0),
    titles: new Set(own.flatMap(({ title }) => rankOf(title) ?? [])),
  }))
}

/** Titles that many of one name may have tell nobody from them. */
const COMMON = /^(?:mr|mrs|ms|dr|sir|sens?|reps?|gov|judge|justice)\.?$/
const rankOf = (title: string | undefined): string | undefined => {
  const rank = title?.toLowerCase().replace(/^(?:former|then|ex|u\.s\.|us)[- ]/, '')
  return rank === undefined || COMMON.test(rank) ? undefined : rank
}

/** One side, or the one is of the other: a senator's party and his state. */
const areOneSide = (a: string, b: string, names: Names): boolean =>
  a === b || topOf(a, names) === b || topOf(b, names) === a

/** Most steps from a person over bodies to the state they are of. */
export const MOST_STEPS = 4

/** Whom somebody acts for in the end: a senator's party is of a state. Himself where nobody is told. */
export function sideAtTop(id: string, sideOf: (id: string) => string | undefined): string {
  let top = id
  for (let n = 0; n < MOST_STEPS; n++) {
    const of = sideOf(top)
    if (of === undefined || of === top) break
    top = of
  }
  return top
}

/** The same, by the first that names tell of each. */
export const topOf = (id: string, names: Pick<Names, 'facts'>): string =>
  sideAtTop(id, (one) => sideFirstTold(one, names.facts(one))?.of)

/** The first fact that tells whose side somebody is on. */
export const sideFirstTold = (id: string, facts: readonly NameFact[]): NameFact | undefined =>
  [...facts].sort(byFirst).find(({ of }) => of !== undefined && of !== id)

const byFirst = (a: NameFact, b: NameFact): number => (a.first < b.first ? -1 : 1)
const byLast = (a: NameFact, b: NameFact): number => (a.last < b.last ? -1 : 1)

/** Everybody who is called otherwise in some reports. */
export function resolvePeople(readings: readonly Reading[]): Aliases {
  const names = namesIn(readings)
  return new Map(names.words.flatMap((word) => [...aliasesOfWord(word, names)]))
}

const PARTY_TYPES: ReadonlySet<string> = new Set(['government', 'place', 'organisation', 'person', 'outlet'])
export const isPartyType = (type: string): boolean => PARTY_TYPES.has(type)

/** The party that facts of one id tell of, with all names and titles read; towns and the like are none. */
export function partyFrom(
  id: string,
  facts: readonly NameFact[],
  reports: number,
  titles: Iterable<readonly [title: string, reports: readonly string[]]>,
  top: (side: string) => string,
): Party | undefined {
  const own = facts.filter(({ type }) => isPartyType(type)).sort(byFirst)
  const [first] = own
  if (!first || id.startsWith('place:')) return undefined
  const name = fullestName(own) ?? spelledOut(own) ?? first.name
  const of = nearestSide(id, own, top)
  // A body that some reports took for somebody is the body.
  const { type } = (id.startsWith('org:') && own.find((one) => one.type !== 'person')) || first
  return {
    id,
    name,
    kind: own.some(({ type }) => type === 'government') ? 'government' : (type as Party['kind']),
    names: [...new Set(own.map((one) => one.name))].sort(),
    titles: [...titles]
      .map(([title, who]) => ({ title, reports: [...who].sort() }))
      .sort((a, b) => b.reports.length - a.reports.length || (a.title < b.title ? -1 : 1)),
    reports,
    ...(of === undefined ? {} : { of }),
  }
}

/** The first name that is no abbreviation, else the first. */
const spelledOut = (facts: readonly NameFact[]): string | undefined =>
  (facts.find(({ name }) => !isAbbreviation(name)) ?? facts[0])?.name

/** What a person is called in full: of names with two words or more the one told most, the first of equals; else the longest. */
function fullestName(facts: readonly NameFact[]): string | undefined {
  const times = new Map<string, number>()
  for (const one of facts)
    if (one.type === 'person') times.set(one.name, (times.get(one.name) ?? 0) + one.times)
  const full = [...times].filter(([name]) => name.includes(' '))
  if (full.length > 0) return full.reduce((most, one) => (one[1] > most[1] ? one : most))[0]
  return [...times.keys()].reduce<string | undefined>(
    (longest, one) => (longest !== undefined && longest.length >= one.length ? longest : one),
    undefined,
  )
}

/** A legislature or a house of one: many sides sit in it. */
export const isChamber = (id: string): boolean =>
  /^org:(?:[a-z]{2}-)?(?:senate|congress|parliament|house|house-of-(?:representatives|commons|lords)|national-assembly|chamber-of-deputies|bundestag|bundesrat|knesset|duma|lok-sabha|rajya-sabha|sejm|diet)$/.test(
    id,
  )

/** A board, court or commission, which rules between those who negotiate. */
export const isArbiter = (id: string): boolean =>
  /^org:(?:.+-)?(?:(?:board|tribunal|court|commission|ombudsman)$|court-of-)/.test(id)

/**
 * The side that facts tell oftenest; a party before the chamber it sits in, and a body before the state it is of where at
 * least half as many tell it.
 */
function nearestSide(id: string, facts: readonly NameFact[], top: (side: string) => string) {
  const told = new Map<string, number>()
  for (const { of, mentions } of facts)
    if (of !== undefined && of !== id) told.set(of, (told.get(of) ?? 0) + mentions)
  const sides = [...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [first] = sides
  if (!first) return undefined
  const within = sides.filter(([side, n]) => side !== first[0] && top(side) === first[0] && n * 2 >= first[1])
  const all = within.length > 0 ? within : isChamber(first[0]) ? sides : [first]
  return (all.find(([side]) => side.startsWith('org:') && !isChamber(side)) ?? all[0]!)[0]
}

/** Everybody named, most reported first. */
export const partiesOf = (names: NamesRead): Party[] =>
  names.ids
    .flatMap(
      (id) =>
        partyFrom(
          id,
          names.facts(id),
          names.reports(id).size,
          [...names.titles(id)].map(([title, who]) => [title, [...who]] as const),
          (side) => topOf(side, names),
        ) ?? [],
    )
    .sort((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1))

/** What acts for the state it is of. */
const SIDED: ReadonlySet<string> = new Set(['person', 'office', 'organisation', 'government'])
/** Bodies of a state by their names; a company, league or union there acts for itself. */
const PUBLIC =
  /\b(?:ministry|department|office|agency|authority|administration|services?|bureau|commission|(?:european|federal|state|security|privy) council|court|army|navy|(?:armed|air|defen[cs]e|border) forces?|guard|police|customs|command|central bank|reserve|treasury|representative|cabinet|secretariat|government|embassy|delegation)\b/i
const actsForState = ({ type, of = '', name }: NameFact): boolean =>
  SIDED.has(type) && (type !== 'organisation' || !/^[A-Z]{2,3}$/.test(of) || PUBLIC.test(name))

/** The side that facts of a person, office or body tell; where reports differ, see {@link nearestSide}. */
export const sideToldOf = (facts: readonly NameFact[], top: (side: string) => string): string | undefined =>
  nearestSide('', facts.filter(actsForState), top)

/** What a side is called: as government last, else as it is named first. */
export function sideName(id: string, facts: readonly NameFact[]): string {
  const government = facts
    .filter(({ type }) => type === 'government')
    .sort(byLast)
    .at(-1)
  return government?.name ?? spelledOut([...facts].sort(byFirst)) ?? id
}

/** Whom somebody stands for. */
export interface Seat extends Ref {
  /** He sits in the body and does not speak for it: a senator beside his party's leader. */
  readonly member?: true
}

const SITS =
  /^(?:(?:junior|senior) )?(?:sens?\.?|reps?\.?|senators?|representatives?|congress(?:wo)?man|mp|mep|lawmaker|(?:\w+ )?member|council(?:lor|man|woman))$/i
const LEADS = /\b(?:leader|speaker|whip|president|premier|minister|secretary|spokes(?:man|woman|person))\b/i

/** Bodies that decide by many votes: what one member wants is not yet what they want. */
const BY_VOTES = /\b(?:congress|parliament|senate|house of|assembly|caucus)\b|^house$/i

/** The seat of somebody with these titles. */
export function seatFor({ id, name }: Ref, titles: readonly string[]): Seat {
  const sits =
    isPoliticalParty({ id, name }) || BY_VOTES.test(name) || titles.some((title) => SITS.test(title))
  const isMember = sits && !titles.some((title) => LEADS.test(title))
  return { id, name, ...(isMember ? { member: true } : {}) }
}

export const titlesIn = (facts: readonly NameFact[]): string[] => facts.flatMap(({ title }) => title ?? [])
export const titlesOf = ({ titles }: Pick<Party, 'titles'>): string[] => titles.map(({ title }) => title)

/** The side of each person, office and body over all reports. */
export function personSides(names: NamesRead): ReadonlyMap<string, Seat> {
  const sides = new Map<string, Seat>()
  const called = new Map<string, string>()
  for (const id of names.ids) {
    const facts = names.facts(id)
    const side = sideToldOf(facts, (one) => topOf(one, names))
    if (side === undefined) continue
    if (!called.has(side)) called.set(side, sideName(side, names.facts(side)))
    sides.set(id, seatFor({ id: side, name: called.get(side)! }, titlesIn(facts)))
  }
  return sides
}

/** Where a person's titles are looked for: "senate majority leader", "senate majority", "senate". */
export function startsOfTitles({ kind, titles }: Party): string[] {
  if (kind !== 'person') return []
  return titles.flatMap(({ title }) => {
    const words = title.toLowerCase().split(' ')
    return words.map((_, at) => words.slice(0, words.length - at).join(' '))
  })
}

/** What begins like a name that goes on with "of …". */
export function startsOfName(name: string): string[] {
  const starts: string[] = []
  for (let of = name.indexOf(' of '); of >= 0; of = name.indexOf(' of ', of + 1))
    starts.push(name.slice(0, of))
  return starts
}

/** Bodies by what they are called, lower-cased. */
export interface Bodies {
  /** The first by id of those called so. */
  called(name: string): Ref | undefined
  /** Names that go on with "of …" behind these words, each once; two or more are as good as none. */
  goingOn(start: string): readonly string[]
}

/** The body that a person's titles name, where it is told in its own right: a Senate leader's side is the Senate. */
export function seatOf(party: Party, bodies: Bodies): Ref | undefined {
  for (const start of startsOfTitles(party)) {
    const going = bodies.goingOn(start)
    const body = bodies.called(start) ?? (going.length === 1 ? bodies.called(going[0]!) : undefined)
    if (body) return body
  }
  return undefined
}

/** Whom each person stands for where one state negotiates with itself: the body he is told to be of, else the one his titles name. */
export function seatsWithin(parties: readonly Party[]): ReadonlyMap<string, Seat> {
  const bodies = new Map<string, Ref>()
  const going = new Map<string, Set<string>>()
  for (const { kind, names, id, name } of parties) {
    if (kind !== 'organisation') continue
    for (const called of names.map((one) => one.toLowerCase())) {
      const known = bodies.get(called)
      if (!known || id < known.id) bodies.set(called, { id, name })
      for (const start of startsOfName(called)) addToSet(going, start, called)
    }
  }
  const found: Bodies = {
    called: (name) => bodies.get(name),
    goingOn: (start) => [...(going.get(start) ?? [])],
  }
  const byId = new Map(parties.map((party) => [party.id, party]))
  return new Map(
    parties.flatMap((party) => {
      const body = bodyOf(party)
      const seat =
        body === undefined ? seatOf(party, found) : { id: body, name: byId.get(body)?.name ?? body }
      return seat ? [[party.id, seatFor(seat, titlesOf(party))] as const] : []
    }),
  )
}

/** The body, no state, that a person is told to be of. */
export const bodyOf = ({ kind, of }: Party): string | undefined =>
  kind === 'person' && of?.startsWith('org:') ? of : undefined

/** Titles of those who head a state or government. */
const HEADS =
  /\b(president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|supreme leader)\b/i

/** Whether a person is told to head a state or government, and not as somebody's deputy only. */
export const isHeadTitled = ({ titles }: Pick<Party, 'titles'>): boolean =>
  titles.some(({ title }) => HEADS.test(title) && !/\b(?:vice|deputy)\b/i.test(title))

export const isHead = (facts: readonly NameFact[]): boolean =>
  facts.some(({ type, title }) => type === 'person' && HEADS.test(title ?? ''))
