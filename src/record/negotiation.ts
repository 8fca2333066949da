// In: parties and entries. Out: the negotiation the record is about, and which entries lie aside.
import {
  type Claim,
  type Entry,
  type EntryOf,
  isStateId,
  type Party,
  type Reading,
  type RecordJson,
  type Ref,
  type ThreadPart,
} from '../model/index.ts'
import { isArbiter, isChamber, isHeadTitled, MOST_STEPS, sideAtTop } from './names/names.ts'

type Negotiation = RecordJson['negotiation']

/** Whose side each id is on: governments and states are their own. */
export function sidesFrom(parties: readonly Party[]): ReadonlyMap<string, string> {
  const byId = new Map(parties.map((party) => [party.id, party.of]))
  return new Map(parties.map(({ id }) => [id, sideAtTop(id, (one) => byId.get(one))]))
}

/** Every reference in a body, whatever its shape. */
export function refsIn(value: unknown, found: Ref[] = []): Ref[] {
  if (Array.isArray(value)) for (const one of value) refsIn(one, found)
  else if (value && typeof value === 'object') {
    const { id, name } = value as { id?: unknown; name?: unknown }
    if (typeof id === 'string' && typeof name === 'string') found.push({ id, name })
    else for (const one of Object.values(value)) refsIn(one, found)
  }
  return found
}

/** What is no side: a thing, a place, an office without its holder. */
const NO_SIDE = /^(place|product|good|law|outlet|event|office|phrase):/

/** Who takes part: those at the table, not where it stands; whoever a measure or a promise names. */
const takingPart = (part: ThreadPart): Ref[] =>
  refsIn(part.thread === 'round' ? part.delegations : part.thread === 'agreement' ? part.between : part)

/** How much one report tells of who negotiates: who sits together most, then who agrees, then who acts or takes a stand. */
function weigh({ claims }: Pick<Reading, 'claims'>, sideOf: SideOf): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  // A meeting and what was agreed at it, told in one sentence, weigh as the meeting.
  const meetings = new Set(claims.flatMap((claim) => (threadOf(claim) === 'round' ? sentenceOf(claim) : [])))
  for (const claim of claims) {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    if (about?.thread === 'agreement' && sentenceOf(claim).some((at) => meetings.has(at))) continue
    const refs = about
      ? takingPart(about)
      : claim.kind === 'act'
        ? [...claim.body.actor, ...claim.body.recipient]
        : claim.kind === 'position'
          ? [claim.body.party]
          : []
    const weight = WEIGHTS[about?.thread ?? ''] ?? 1
    for (const side of new Set(refs.map((ref) => sideOf(ref.id))))
      if (!NO_SIDE.test(side)) counts.set(side, (counts.get(side) ?? 0) + weight)
  }
  return counts
}

/** What a meeting and an agreement weigh beside what is done or wanted. */
const WEIGHTS: Readonly<Record<string, number>> = { round: 3, agreement: 2 }

/** A reading without its measures: within one state whoever raises a price negotiates with nobody. */
const seatedIn = ({ claims }: Reading): Pick<Reading, 'claims'> => ({
  claims: claims.filter((claim) => threadOf(claim) !== 'measure'),
})

const threadOf = (claim: Claim): string | undefined =>
  claim.kind === 'act' || claim.kind === 'state' ? claim.body.about?.thread : undefined
const sentenceOf = ({ evidence }: Claim): number[] => evidence.spans.slice(0, 1).map(({ start }) => start)

type SideOf = (id: string) => string

/** How often a report names each side, and the side it names most. */
function namings({ mentions }: Pick<Reading, 'mentions'>, sideOf: SideOf) {
  const counts = new Map<string, number>()
  for (const { id, of, count } of mentions) {
    const side = sideOf(of ?? id)
    if (!NO_SIDE.test(side)) counts.set(side, (counts.get(side) ?? 0) + count)
  }
  return { counts, most: Math.max(...counts.values()) }
}

/** The sides that each claim of a report has meet or agree. */
function meetings({ claims }: Pick<Reading, 'claims'>, sideOf: SideOf): readonly ReadonlySet<string>[] {
  return claims.flatMap((claim) => {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    if (about?.thread !== 'round' && about?.thread !== 'agreement') return []
    return [new Set(takingPart(about).map((ref) => sideOf(ref.id)))]
  })
}

/** How much reports tell of each side: sums, to which each report adds its own. */
export interface SideSums {
  /** Most first, then by id. `weighed`: by what they do; `told`: also by how many reports name them; `home`: by reports that tell much of them; `seated`: by seats. */
  ranked(kind: 'weighed' | 'told' | 'home' | 'seated'): Iterable<readonly [side: string, sum: number]>
  /** Who sat at a table or agreed with one. */
  meets(side: string): ReadonlySet<string>
}

/** What one report adds to the sums, by kind and side; `met` by two sides. */
export function sumsOf(
  reading: Reading,
  sideOf: SideOf,
  seatOf?: SideOf,
): Record<string, [string, number][]> {
  const weighed = weigh(reading, sideOf)
  const { counts, most } = namings(reading, sideOf)
  // One for each side that a report names, two where it names it half as often as any.
  const told = new Map(weighed)
  for (const [side, count] of counts) told.set(side, (told.get(side) ?? 0) + (count * 2 >= most ? 2 : 1))
  const met = new Map<string, number>()
  for (const sides of meetings(reading, sideOf))
    for (const one of sides)
      for (const other of sides) met.set(pairOf(one, other), (met.get(pairOf(one, other)) ?? 0) + 1)
  return {
    weighed: [...weighed],
    told: [...told],
    met: [...met],
    home: [...counts].flatMap(([side, count]) =>
      isStateId(side) && count >= MUCH * most ? [[side, 1]] : [],
    ),
    ...(seatOf ? { seated: [...weigh(seatedIn(reading), seatOf)] } : {}),
  }
}

export const pairOf = (one: string, other: string): string => `${one}\t${other}`

/** The sums of some reports. */
export function sumsIn(readings: readonly Reading[], sideOf: SideOf, seatOf?: SideOf): SideSums {
  const sums = new Map<string, Map<string, number>>()
  for (const reading of readings)
    for (const [kind, own] of Object.entries(sumsOf(reading, sideOf, seatOf))) {
      const known = sums.get(kind) ?? new Map<string, number>()
      for (const [side, sum] of own) known.set(side, (known.get(side) ?? 0) + sum)
      sums.set(kind, known)
    }
  return {
    ranked: (kind) => [...(sums.get(kind) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    meets: (side) =>
      new Set(
        [...(sums.get('met')?.keys() ?? [])].flatMap((pair) =>
          pair.startsWith(pairOf(side, '')) ? [pair.slice(side.length + 1)] : [],
        ),
      ),
  }
}

/** A second state told less often than this share of the first is spoken of, not with. */
const SECOND_STATE = 0.2

/** So many states at least sit where many do, and the first two do less than this share of what all do. */
const MANY = 6
const SHARE_OF_TWO = 0.4

/** Where many states negotiate with each other (a conference of a treaty), those of them, most told first; else none. */
function statesOfMany(sums: SideSums): readonly string[] {
  const states = firstOf(sums.ranked('weighed'), LOOKED_AT, ([id]) => isStateId(id) && !BODIES.has(id))
  const sumOf = (some: typeof states) => some.reduce((sum, [, count]) => sum + count, 0)
  const isMany = states.length >= MANY && sumOf(states.slice(0, 2)) < SHARE_OF_TWO * sumOf(states)
  return isMany ? states.map(([id]) => id) : []
}

/** Whether several states negotiate; where not, the sides are parties, chambers, unions, companies, persons. */
export function areStates(sums: SideSums): boolean {
  const [first, second] = firstOf(sums.ranked('weighed'), 2, ([id]) => isStateId(id))
  return first !== undefined && second !== undefined && second[1] >= SECOND_STATE * first[1]
}

function firstOf<T>(all: Iterable<T>, most: number, isOne: (one: T) => boolean): T[] {
  const found: T[] = []
  for (const one of all) {
    if (!isOne(one)) continue
    found.push(one)
    if (found.length === most) break
  }
  return found
}

const MOST_SIDES = 6
/** Sides within one state: few, distinct. */
const MOST_WITHIN = 4
/** So many of those seated most are looked at for sides. */
const LOOKED_AT = 60

type PartyOf = (id: string) => Pick<Party, 'kind' | 'of' | 'name' | 'titles'> | undefined

/** A side within one state, with all who are of it. */
interface Side {
  sum: number
  /** Who it is called by: of the body's own, else who is told most. */
  by: string
}

/**
 * Sides of a negotiation within one state: parties, unions, companies, chambers, and the government, for which its head
 * stands. Whoever most meets, agrees, demands, offers, votes, with their people; at most four. A chamber in which two of
 * them sit, or a board that rules between them, is none, nor somebody of no body beside them.
 */
function proposeWithin(sums: SideSums, partyOf: PartyOf): string[] {
  const sides = new Map<string, Side>()
  for (const [id, sum] of firstOf(sums.ranked('seated'), LOOKED_AT, () => true)) {
    const key = sideWithin(id, partyOf)
    const known = sides.get(key)
    if (known) known.sum += sum
    if (known && isHeadOf(known.by, partyOf) < isHeadOf(id, partyOf)) known.by = id
    if (!known) sides.set(key, { sum, by: key.startsWith(GOVERNMENT) ? id : key })
  }
  const all = [...sides.values()]
    .filter(({ by }) => !isStateId(by))
    .sort((a, b) => b.sum - a.sum || (a.by < b.by ? -1 : 1))
  const bodies = all.filter(({ by }) => !by.startsWith('person:') || isHeadOf(by, partyOf) > 0)
  // One that rules between them is no side, nor are people where only such a one is told.
  const rivals = bodies.filter(({ by }) => !isArbiter(by) && partyOf(by) !== undefined)
  const told = rivals.length > 1 || rivals.length < bodies.length ? rivals : all
  const most = told[0]?.sum ?? 0
  const weighty = told.filter(({ sum }, at) => at < 2 || sum * 4 >= most)
  const seated = weighty.filter(({ by }) => by.startsWith('org:') && !isChamber(by))
  return (seated.length < 2 ? weighty : weighty.filter(({ by }) => !isChamber(by)))
    .slice(0, MOST_WITHIN)
    .map(({ by }) => by)
}

const GOVERNMENT = 'government of '

/** The side that an id is of: the last body before the state, or its government. */
function sideWithin(id: string, partyOf: PartyOf): string {
  let at = id
  for (let n = 0; n < MOST_STEPS; n++) {
    if (isStateId(at)) return GOVERNMENT + at
    const party = partyOf(at)
    if (party?.of === undefined) return at
    if (isStateId(party.of))
      return party.kind === 'government' || isHeadOf(at, partyOf) > 0 ? GOVERNMENT + party.of : at
    at = party.of
  }
  return at
}

/** Who stands for a government: 2 who heads it, 1 a body of it, 0 whoever else. */
function isHeadOf(id: string, partyOf: PartyOf): number {
  const party = isStateId(id) ? undefined : partyOf(id)
  if (party?.kind === 'government') return 1
  return party?.kind === 'person' && party.of !== undefined && isStateId(party.of) && isHeadTitled(party)
    ? 2
    : 0
}

/**
 * Proposes the negotiation: the two sides told most (in meetings, agreements, measures, acts, positions, and by how many
 * reports), and whoever meets or agrees with one of them and is told at least half as often as the second; at most six.
 * Where many states negotiate, the six that do most; where none do, those seated most. `partyOf` looks a party up by its id.
 */
export function proposeNegotiation(sums: SideSums, states: boolean, partyOf: PartyOf): Negotiation {
  const name = (ids: readonly string[]): Negotiation => {
    // Words that no report makes somebody's name are nobody at the table.
    const known = ids.filter((id) => partyOf(id) !== undefined || !id.startsWith('name:'))
    const refs = known.map((id) => ({ id, name: partyOf(id)?.name ?? id }))
    return { name: namesOf(refs), parties: refs }
  }
  if (!states) return name(proposeWithin(sums, partyOf))
  const many = statesOfMany(sums)
  if (many.length > 0) return name(many.slice(0, MOST_SIDES))
  const isSide = ([id]: readonly [string, number]) => {
    const party = NO_SIDE.test(id) || id.startsWith('person:') ? undefined : partyOf(id)
    return party !== undefined && (party.kind === 'government' || party.kind === 'place' || !party.of)
  }
  const ranked = firstOf(sums.ranked('told'), MOST_SIDES, isSide)
  const second = ranked[1]?.[1] ?? 0
  const withFirsts = new Set(ranked.slice(0, 2).flatMap(([id]) => [...sums.meets(id)]))
  return name(
    ranked
      .filter(([id, count], at) => at < 2 || (count * 2 >= second && withFirsts.has(id)))
      .map(([id]) => id),
  )
}

/** The share of how often the second state is told of from which another is no stranger. */
const BESIDES = 0.6
/** The share of the reports that tell much of a state from which it is no stranger to them. */
const AT_HOME = 0.5
/** The share of the namings of the side that a report names most from which it tells much of another. */
const MUCH = 0.4

/**
 * States of which at least half of so many reports tell much, or that are told of nearly as much as the second of those that
 * negotiate, and all of a conference of many: what they do is of the matter, whether they are named as sides or not.
 */
export function statesAtHome(sums: SideSums, reports: number): ReadonlySet<string> {
  const least = Math.max(2, AT_HOME * reports)
  const told = [...sums.ranked('home')].flatMap(([id, count]) => (count >= least ? [id] : []))
  // Who does not sit with them, but is told of nearly as much as the second (who sanctions one for the other's sake).
  const states = areStates(sums) ? firstOf(sums.ranked('told'), MOST_SIDES, ([id]) => isStateId(id)) : []
  const besides = states.flatMap(([id, sum]) => (sum >= BESIDES * (states[1]?.[1] ?? 0) ? [id] : []))
  return new Set([...told, ...besides, ...statesOfMany(sums)])
}

/**
 * Whether an entry concerns others than the negotiation's parties: none of them in it, or one beside strangers only. A
 * stranger's word or deed in a sentence that names a party, or what it does between two it names, is of the matter; so is
 * what it imposes on a party, which bears on what that one can give.
 * `home` are states that are no strangers, though no party.
 */
export function isAside(
  entry: Pick<Entry, 'kind' | 'body' | 'evidence'>,
  negotiation: Negotiation,
  sides: ReadonlyMap<string, string>,
  home: ReadonlySet<string> = new Set(),
): boolean {
  const parties = negotiation.parties.map((party) => party.id)
  if (parties.length < 2) return false
  const wanted = new Set([...parties, ...home])
  if (!parties.some(isStateId)) return isForeign(entry, wanted, sides)
  const own = new Set<string>()
  const others = new Set<string>()
  for (const ref of refsIn(ofNoSide(entry, sides) ? { ...entry.body, of: [] } : entry.body)) {
    if (NO_SIDE.test(ref.id)) continue
    const side = sides.get(ref.id) ?? ref.id
    if (wanted.has(side)) own.add(side)
    else if (isStateId(side)) others.add(side)
  }
  // What all states do to one side ("UN sanctions on Iran") is of its matter.
  if (own.size > 0) for (const body of BODIES) others.delete(body)
  if (others.size === 0) return false
  if (entry.kind === 'measure') {
    const { by, on } = entry.body as EntryOf<'measure'>['body']
    const isOne = (ref: Ref) => wanted.has(sides.get(ref.id) ?? ref.id)
    if (on.some(isOne) && !by.some(isOne)) return false
  }
  const needed = PAIRED.has(entry.kind) ? 2 : 1
  // Who signs, meets or imposes is in the fact itself; beside whom a stranger speaks or acts, only in its sentence.
  if (own.size < needed && SPOKEN.has(entry.kind))
    for (const { id, name } of negotiation.parties)
      if (entry.evidence.some(({ quote }) => quote.includes(name))) own.add(id)
  return own.size < needed
}

/** The word of somebody named who is on no side by all that tell of him: a sentence that calls the chair by his country makes him no stranger. */
function ofNoSide({ kind, body }: Pick<Entry, 'kind' | 'body'>, sides: ReadonlyMap<string, string>): boolean {
  if (kind !== 'statement') return false
  const { speaker } = body as EntryOf<'statement'>['body']
  return speaker.length > 0 && speaker.every(({ id }) => id.startsWith('person:') && sides.get(id) === id)
}

/** Bodies of all states, which have the id of a state. */
const BODIES: ReadonlySet<string> = new Set(['UN'])
const PAIRED: ReadonlySet<string> = new Set(['round', 'measure', 'act', 'agreement'])
const SPOKEN: ReadonlySet<string> = new Set(['act', 'position', 'statement'])

/** Where no states negotiate, only what other states than the sides' own do without any of them lies aside. */
function isForeign(
  entry: Pick<Entry, 'body'>,
  wanted: ReadonlySet<string>,
  sides: ReadonlyMap<string, string>,
): boolean {
  const home = new Set([...wanted].map((id) => sides.get(id) ?? id))
  const refs = refsIn(entry.body).filter((ref) => !NO_SIDE.test(ref.id))
  const own = refs.some((ref) => wanted.has(ref.id) || home.has(sides.get(ref.id) ?? ref.id))
  return !own && refs.some((ref) => isStateId(sides.get(ref.id) ?? ref.id))
}

/**
 * The parties' names by the alphabet, so that who is told of more turns nothing round. A name that is the end of another's
 * ("Northern Front", "Front") is short for it; one person alone negotiates with nobody.
 */
function namesOf(refs: readonly Ref[]): string {
  const names = [...new Set(refs.map((ref) => ref.name))].sort()
  const full = names.filter((name) => !names.some((other) => other.endsWith(` ${name}`)))
  return full.length === 1 && refs.every(({ id }) => id.startsWith('person:')) ? '' : full.join('–')
}
