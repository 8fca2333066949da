// In: parties and entries. Out: the negotiation the record is about, and which entries lie aside.
import type { Claim, Entry, Party, Reading, RecordJson, Ref, ThreadPart } from '../model/index.ts'

type Negotiation = RecordJson['negotiation']

/** Whose side each id is on: governments and states are their own. */
export function sidesFrom(parties: readonly Party[]): ReadonlyMap<string, string> {
  const sides = new Map<string, string>()
  for (const party of parties) sides.set(party.id, party.of ?? party.id)
  return sides
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
const isState = (id: string): boolean => /^[A-Z]{2,3}$/.test(id)

/** Who takes part: those at the table, not where it stands; whoever a measure or a promise names. */
const takingPart = (part: ThreadPart): Ref[] =>
  refsIn(part.thread === 'round' ? part.delegations : part.thread === 'agreement' ? part.between : part)

/** How much a claim tells of who negotiates: who sits together most, then who agrees, then who acts or takes a stand. */
function weigh(readings: readonly Reading[], sideOf: (id: string) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const reading of readings) {
    // A meeting and what was agreed at it, told in one sentence, weigh as the meeting.
    const meetings = new Set(
      reading.claims.flatMap((claim) => (threadOf(claim) === 'round' ? sentenceOf(claim) : [])),
    )
    for (const claim of reading.claims) {
      const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
      if (about?.thread === 'agreement' && sentenceOf(claim).some((at) => meetings.has(at))) continue
      const refs = about
        ? takingPart(about)
        : claim.kind === 'act'
          ? [...claim.body.actor, ...claim.body.recipient]
          : claim.kind === 'position'
            ? [claim.body.party]
            : []
      const weight = about?.thread === 'round' ? 3 : about?.thread === 'agreement' ? 2 : 1
      for (const side of new Set(refs.map((ref) => sideOf(ref.id))))
        if (!NO_SIDE.test(side)) counts.set(side, (counts.get(side) ?? 0) + weight)
    }
  }
  return counts
}

const threadOf = (claim: Claim): string | undefined =>
  claim.kind === 'act' || claim.kind === 'state' ? claim.body.about?.thread : undefined
const sentenceOf = ({ evidence }: Claim): number[] => evidence.spans.slice(0, 1).map(({ start }) => start)

const byCount = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))

/** One more for each report that names a side, two where it names it half as often as any. */
function addNamed(
  readings: readonly Reading[],
  sideOf: (id: string) => string,
  counts: Map<string, number>,
): Map<string, number> {
  for (const { mentions } of readings) {
    const named = new Map<string, number>()
    for (const { id, of, count } of mentions) {
      const side = sideOf(of ?? id)
      if (!NO_SIDE.test(side)) named.set(side, (named.get(side) ?? 0) + count)
    }
    const most = Math.max(...named.values())
    for (const [side, count] of named) counts.set(side, (counts.get(side) ?? 0) + (count * 2 >= most ? 2 : 1))
  }
  return counts
}

/** A second state told less often than this share of the first is spoken of, not with. */
const SECOND_STATE = 0.2

/** Whether several states negotiate; where not, the sides are parties, chambers, unions, companies, persons. */
export function areStates(readings: readonly Reading[], parties: readonly Party[]): boolean {
  const sides = sidesFrom(parties)
  const [first, second] = byCount(weigh(readings, (id) => sides.get(id) ?? id)).filter(([id]) => isState(id))
  return first !== undefined && second !== undefined && second[1] >= SECOND_STATE * first[1]
}

const MOST_SIDES = 6

/** Who sat at a table or agreed with one of these. */
function whoMeets(
  readings: readonly Reading[],
  sideOf: (id: string) => string,
  firsts: ReadonlySet<string>,
): ReadonlySet<string> {
  const met = new Set<string>()
  for (const { claims } of readings)
    for (const claim of claims) {
      const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
      if (about?.thread !== 'round' && about?.thread !== 'agreement') continue
      const own = new Set(takingPart(about).map((ref) => sideOf(ref.id)))
      if ([...own].some((id) => firsts.has(id))) for (const id of own) met.add(id)
    }
  return met
}

/** Sides of a negotiation within one state: whoever most meets, agrees, demands, offers, votes; at most six. */
function proposeWithin(readings: readonly Reading[], sides: ReadonlyMap<string, Ref>): string[] {
  const ranked = byCount(weigh(readings, (id) => sides.get(id)?.id ?? id)).filter(([id]) => !isState(id))
  const most = ranked[0]?.[1] ?? 0
  return ranked.filter(([, count], at) => at < 2 || (at < MOST_SIDES && count * 4 >= most)).map(([id]) => id)
}

/**
 * Proposes the negotiation: the two sides told most (in meetings, agreements, measures, acts, positions, and by how many
 * reports), and whoever meets or agrees with one of them and is told at least half as often as the second; at most six. `within` are the sides of persons
 * where no states negotiate.
 */
export function proposeNegotiation(
  readings: readonly Reading[],
  parties: readonly Party[],
  within?: ReadonlyMap<string, Ref>,
): Negotiation {
  const sides = sidesFrom(parties)
  const names = new Map(parties.map((party) => [party.id, party.name]))
  const name = (ids: readonly string[]): Negotiation => {
    const refs = ids.map((id) => ({ id, name: names.get(id) ?? id }))
    return { name: namesOf(refs), parties: refs }
  }
  if (within) return name(proposeWithin(readings, within))
  const governments = new Set(
    parties
      .filter((party) => party.kind === 'government' || party.kind === 'place' || !party.of)
      .map((party) => party.id),
  )
  const sideOf = (id: string) => sides.get(id) ?? id
  const isSide = (id: string) => governments.has(id) && !NO_SIDE.test(id) && !id.startsWith('person:')
  const ranked = byCount(addNamed(readings, sideOf, weigh(readings, sideOf))).filter(([id]) => isSide(id))
  const second = ranked[1]?.[1] ?? 0
  const firsts = ranked.slice(0, 2).map(([id]) => id)
  const withFirsts = whoMeets(readings, sideOf, new Set(firsts))
  const chosen = ranked
    .filter(([id, count], at) => at < 2 || (at < MOST_SIDES && count * 2 >= second && withFirsts.has(id)))
    .map(([id]) => id)
  return name(chosen)
}

/** The share of the reports that tell much of a state from which it is no stranger to them. */
const AT_HOME = 0.5
/** The share of the namings of the side that a report names most from which it tells much of another. */
const MUCH = 0.4

/** States of which at least half of the reports tell much: what they do is of the matter, whether they negotiate or not. */
export function statesAtHome(readings: readonly Reading[], parties: readonly Party[]): ReadonlySet<string> {
  const sides = sidesFrom(parties)
  const counts = new Map<string, number>()
  for (const { mentions } of readings) {
    const named = new Map<string, number>()
    for (const { id, of, count } of mentions) {
      const side = sides.get(of ?? id) ?? of ?? id
      if (!NO_SIDE.test(side)) named.set(side, (named.get(side) ?? 0) + count)
    }
    const most = Math.max(...named.values())
    for (const [side, count] of named)
      if (isState(side) && count >= MUCH * most) counts.set(side, (counts.get(side) ?? 0) + 1)
  }
  const least = Math.max(2, AT_HOME * readings.length)
  return new Set([...counts].filter(([, count]) => count >= least).map(([id]) => id))
}

/**
 * Whether an entry concerns others than the negotiation's parties: none of them in it, or one beside strangers only. A
 * stranger's word or deed in a sentence that names a party, or what it does between two it names, is of the matter.
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
  if (!parties.some(isState)) return isForeign(entry, wanted, sides)
  const own = new Set<string>()
  const others = new Set<string>()
  for (const ref of refsIn(entry.body)) {
    if (NO_SIDE.test(ref.id)) continue
    const side = sides.get(ref.id) ?? ref.id
    if (wanted.has(side)) own.add(side)
    else if (isState(side)) others.add(side)
  }
  // What all states do to one side ("UN sanctions on Iran") is of its matter.
  if (own.size > 0) for (const body of BODIES) others.delete(body)
  if (others.size === 0) return false
  const needed = PAIRED.has(entry.kind) ? 2 : 1
  // Who signs, meets or imposes is in the fact itself; beside whom a stranger speaks or acts, only in its sentence.
  if (own.size < needed && SPOKEN.has(entry.kind))
    for (const { id, name } of negotiation.parties)
      if (entry.evidence.some(({ quote }) => quote.includes(name))) own.add(id)
  return own.size < needed
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
  return !own && refs.some((ref) => isState(sides.get(ref.id) ?? ref.id))
}

/** The parties' names by the alphabet, so that who is told of more turns nothing round. */
const namesOf = (refs: readonly Ref[]): string =>
  refs
    .map((ref) => ref.name)
    .sort()
    .join('–')
