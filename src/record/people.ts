// In: readings. Out: who is one: person ids over reports, and the parties of the record with their names and titles.
import type { Claim, Delegation, Member, Party, Reading, Ref, ThreadPart } from '../model/index.ts'

/** Ids that stand for one person or party: from an id to the one kept. */
export type Aliases = ReadonlyMap<string, string>

const lastWord = (id: string) => id.slice(id.lastIndexOf('-') + 1)

/** Bodies whose short name begins the names of others that they are not. */
const ORDINARY: ReadonlySet<string> = new Set(['org:senate', 'org:house', 'org:congress', 'org:parliament'])

/**
 * Persons named only by surname in one report ("person:smith") join the one fully named person of that surname in the
 * others, where there is exactly one with the same side or one at all; two candidates leave them apart. A lone word that
 * no person bears but one body's name begins with is that body ("Norsk" for Norsk Terminals). What one report takes for
 * a body is the one person of that surname that others name in full, unless some report names both.
 */
export function resolvePeople(readings: readonly Reading[]): Aliases {
  const full = new Map<string, { id: string; of?: string; count: number }[]>()
  const heads = new Map<string, Set<string>>()
  const titled = new Set<string>()
  const lone = new Set<string>()
  const short = new Map<string, string | undefined>()
  for (const reading of readings)
    for (const mention of reading.mentions) {
      const tail = mention.id.slice(mention.id.indexOf(':') + 1)
      if (mention.type === 'organisation' && tail.includes('-')) {
        const first = tail.slice(0, tail.indexOf('-'))
        heads.set(first, (heads.get(first) ?? new Set()).add(mention.id))
      }
      if (mention.type === 'organisation' && !tail.includes('-')) lone.add(mention.id)
      if (mention.type !== 'person') continue
      if (mention.title) titled.add(mention.id)
      if (!tail.includes('-')) {
        if (!short.has(mention.id) || mention.of) short.set(mention.id, mention.of)
        continue
      }
      // A name of many words is two names glued, or a picture's credit.
      if (tail.split('-').length > 5) continue
      for (const key of new Set([tail.slice(0, tail.indexOf('-')), lastWord(tail)])) {
        const list = full.get(key) ?? []
        const known = list.find((one) => one.id === mention.id)
        if (known) known.count += mention.count
        else list.push({ id: mention.id, count: mention.count, ...(mention.of ? { of: mention.of } : {}) })
        full.set(key, list)
      }
    }
  const aliases = new Map<string, string>()
  for (const [id, of] of short) {
    const surname = id.slice(id.indexOf(':') + 1)
    const candidates = (full.get(surname) ?? []).filter(
      (one) => of === undefined || one.of === undefined || one.of === of,
    )
    const [most, next] = [...candidates].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    // Named twenty times as often as the next, the one is meant.
    if (most && (!next || most.count >= 20 * next.count)) aliases.set(id, most.id)
    else if (!full.has(surname) && !titled.has(id)) lone.add(id)
  }
  const beside = namedTogether(readings, lone, full)
  for (const id of lone) {
    const word = id.slice(id.indexOf(':') + 1)
    const bodies = heads.get(word)
    const [person, another] = (full.get(word) ?? []).filter((one) => lastWord(one.id) === word)
    if (bodies?.size === 1 && !ORDINARY.has(id)) aliases.set(id, [...bodies][0]!)
    else if (person && !another && !bodies && !beside.has(id)) aliases.set(id, person.id)
  }
  return aliases
}

/** Lone bodies that some report names beside the person of the same surname: two, not one. */
function namedTogether(
  readings: readonly Reading[],
  lone: ReadonlySet<string>,
  full: ReadonlyMap<string, readonly { id: string }[]>,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { mentions } of readings) {
    const here = new Set(mentions.map(({ id }) => id))
    for (const { id } of mentions)
      if (lone.has(id) && full.get(id.slice(id.indexOf(':') + 1))?.some((one) => here.has(one.id)))
        found.add(id)
  }
  return found
}

/**
 * The same value with every id in it replaced by the one kept. Plain JSON in, plain JSON out; what has none of these
 * ids in it is not copied.
 */
export function withAliases<T>(value: T, aliases: Aliases): T {
  if (aliases.size === 0) return value
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return aliases.get(one) ?? one
    if (!one || typeof one !== 'object') return one
    let copy: Record<string, unknown> | undefined
    for (const key in one) {
      if (key === 'text' || key === 'quote' || key === 'content') continue
      const inner = (one as Record<string, unknown>)[key]
      const other = walk(inner)
      if (other === inner) continue
      copy ??= (Array.isArray(one) ? [...one] : { ...one }) as Record<string, unknown>
      copy[key] = other
    }
    return copy ?? one
  }
  return walk(value) as T
}

const PARTY_TYPES: ReadonlySet<string> = new Set(['government', 'place', 'organisation', 'person', 'outlet'])

/** Everybody named, with all names and titles read, most reported first; towns and the like are none. */
export function partiesOf(readings: readonly Reading[], aliases: Aliases): Party[] {
  const parties = new Map<string, { party: Party; titles: Map<string, Set<string>>; reports: Set<string> }>()
  for (const reading of readings)
    for (const mention of reading.mentions) {
      if (!PARTY_TYPES.has(mention.type) || mention.id.startsWith('place:')) continue
      const id = aliases.get(mention.id) ?? mention.id
      let known = parties.get(id)
      if (!known) {
        known = {
          party: { id, name: mention.name, kind: mention.type, names: [], titles: [], reports: 0 },
          titles: new Map(),
          reports: new Set(),
        }
        parties.set(id, known)
      }
      const { party } = known
      known.reports.add(reading.report.id)
      if (!party.names.includes(mention.name)) party.names.push(mention.name)
      if (mention.name.length > party.name.length && mention.type === 'person') party.name = mention.name
      if (mention.type === 'government') party.kind = 'government'
      if (mention.of && mention.of !== id && !party.of) party.of = mention.of
      if (mention.title) {
        const reports = known.titles.get(mention.title) ?? new Set()
        reports.add(reading.report.id)
        known.titles.set(mention.title, reports)
      }
    }
  return [...parties.values()]
    .map(({ party, titles, reports }) => ({
      ...party,
      names: party.names.sort(),
      titles: [...titles]
        .map(([title, who]) => ({ title, reports: [...who].sort() }))
        .sort((a, b) => b.reports.length - a.reports.length || (a.title < b.title ? -1 : 1)),
      reports: reports.size,
    }))
    .sort((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1))
}

/** The body that a person's titles name, where it is told in its own right: a Senate leader's side is the Senate. */
export function seatsFromTitles(parties: readonly Party[]): ReadonlyMap<string, Ref> {
  const bodies = new Map(
    parties
      .filter((party) => party.kind === 'organisation')
      .flatMap((party) => party.names.map((name) => [name.toLowerCase(), party] as const)),
  )
  // What begins like a name that goes on with "of …": the one body of that name, where it is one.
  const longer = new Map<string, Party | undefined>()
  for (const [name, party] of bodies)
    for (let of = name.indexOf(' of '); of >= 0; of = name.indexOf(' of ', of + 1)) {
      const start = name.slice(0, of)
      longer.set(start, longer.has(start) ? undefined : party)
    }
  const seats = new Map<string, Ref>()
  for (const { id, kind, titles } of parties) {
    if (kind !== 'person') continue
    for (const { title } of titles) {
      const words = title.toLowerCase().split(' ')
      for (let last = words.length; last > 0 && !seats.has(id); last--) {
        const start = words.slice(0, last).join(' ')
        const body = bodies.get(start) ?? longer.get(start)
        if (body) seats.set(id, { id: body.id, name: body.name })
      }
    }
  }
  return seats
}

/** What acts for the state it is of. */
const SIDED: ReadonlySet<string> = new Set(['person', 'office', 'organisation', 'government'])

/** The side of each person, office and body over all reports; where reports differ, the one most reports tell. */
export function personSides(readings: readonly Reading[], aliases: Aliases): ReadonlyMap<string, Ref> {
  const told = new Map<string, Map<string, number>>()
  const names = new Map<string, string>()
  for (const reading of readings)
    for (const mention of reading.mentions) {
      if (!names.has(mention.id) || mention.type === 'government') names.set(mention.id, mention.name)
      if (!SIDED.has(mention.type) || !mention.of) continue
      const id = aliases.get(mention.id) ?? mention.id
      const sides = told.get(id) ?? new Map<string, number>()
      sides.set(mention.of, (sides.get(mention.of) ?? 0) + 1)
      told.set(id, sides)
    }
  const sides = new Map<string, Ref>()
  for (const [id, counts] of told) {
    const [side] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    sides.set(id, { id: side, name: names.get(side) ?? side })
  }
  return sides
}

/**
 * A claim in which whoever imposes, owes, agrees or takes a stand is the side, not the person: a president's duty is
 * his country's. Who does, speaks or sits there stays the person; a delegation told without its side gets it.
 */
export function withSides(claim: Claim, sides: ReadonlyMap<string, Ref>): Claim {
  const side = (refs: readonly Ref[]): Ref[] => {
    const all = new Map(refs.map((ref) => sides.get(ref.id) ?? ref).map((ref) => [ref.id, ref]))
    return [...all.values()]
  }
  switch (claim.kind) {
    case 'position':
      return { ...claim, body: { ...claim.body, party: sides.get(claim.body.party.id) ?? claim.body.party } }
    case 'statement': {
      // Whom a speaker speaks for where his own report does not say it; all of them or none.
      const of = claim.body.speaker.map((ref) => sides.get(ref.id))
      if (claim.body.of.length > 0 || of.length === 0 || of.includes(undefined)) return claim
      return { ...claim, body: { ...claim.body, of: side(claim.body.speaker) } }
    }
    case 'linkage':
      return {
        ...claim,
        body: { ...claim.body, user: side(claim.body.user), target: side(claim.body.target) },
      }
    case 'act':
    case 'state': {
      const { about } = claim.body
      if (!about) return claim
      return { ...claim, body: { ...claim.body, about: partWithSides(about, side, sides) } } as Claim
    }
    default:
      return claim
  }
}

function partWithSides(
  part: ThreadPart,
  side: (refs: readonly Ref[]) => Ref[],
  sides: ReadonlyMap<string, Ref>,
): ThreadPart {
  switch (part.thread) {
    case 'measure':
      return { ...part, by: side(part.by), on: side(part.on) }
    case 'agreement':
      return { ...part, between: side(part.between) }
    case 'commitment':
      return { ...part, by: side(part.by), to: side(part.to) }
    case 'deadline':
      return { ...part, setBy: side(part.setBy), movedBy: side(part.movedBy) }
    case 'round':
      return {
        ...part,
        delegations: part.delegations.flatMap((one) => (one.party ? [one] : split(one.members, sides))),
      }
  }
}

/** Members told without a side, each put with their own. */
function split(members: readonly Member[], sides: ReadonlyMap<string, Ref>): Delegation[] {
  const delegations = new Map<string, Delegation>()
  for (const member of members) {
    const party = sides.get(member.person.id)
    const known = delegations.get(party?.id ?? '')
    if (known) known.members.push(member)
    else delegations.set(party?.id ?? '', { ...(party ? { party } : {}), members: [member] })
  }
  return [...delegations.values()]
}

/** Titles of those who head a state or government. */
const HEADS =
  /\b(president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|supreme leader)\b/i

/**
 * Sides that no report tells, by elimination: of two negotiating sides, a head of state whose duties, bans and
 * extensions are only ever aimed at the one acts for the other.
 */
export function inferredSides(
  readings: readonly Reading[],
  between: readonly Ref[],
  told: ReadonlyMap<string, Ref>,
): ReadonlyMap<string, Ref> {
  const [a, b] = between
  if (between.length !== 2 || !a || !b) return told
  const heads = new Set(
    readings.flatMap((reading) =>
      reading.mentions
        .filter((mention) => mention.type === 'person' && HEADS.test(mention.title ?? ''))
        .map((mention) => mention.id),
    ),
  )
  const aimed = new Map<string, Set<string>>()
  for (const reading of readings)
    for (const claim of reading.claims) {
      if (claim.kind !== 'act' || !claim.body.about) continue
      const { about } = claim.body
      const at = about.thread === 'measure' ? about.on : claim.body.recipient
      const by = [...claim.body.actor, ...(about.thread === 'measure' ? about.by : [])]
      for (const { id } of by) {
        if (!heads.has(id) || told.has(id)) continue
        const known = aimed.get(id) ?? new Set<string>()
        for (const ref of at) known.add((told.get(ref.id) ?? ref).id)
        aimed.set(id, known)
      }
    }
  const all = new Map(told)
  for (const [id, targets] of aimed) {
    if (targets.has(a.id) && !targets.has(b.id)) all.set(id, b)
    if (targets.has(b.id) && !targets.has(a.id)) all.set(id, a)
  }
  return all
}
