// In: readings placed in time. Out: the same with one id for each person and party, sides settled, and the negotiation they are about.
import type { Party, Reading, RecordJson } from '../model/index.ts'
import { daysOfMatter } from './matter-days.ts'
import {
  type Aliases,
  namesIn,
  partiesOf,
  personSides,
  resolvePeople,
  type Seat,
  seatsWithin,
  sideAtTop,
} from './names/names.ts'
import { inferredSides, withAliases, withSides } from './names/people.ts'
import { areStates, proposeNegotiation, statesAtHome, sumsIn } from './negotiation.ts'
import { type MatterGrounds, matterGrounds, type OfMatter, reportsOfMatter } from './of-matter.ts'
import type { PlacedReading } from './placing/placed.ts'

export interface Settled {
  readonly placed: readonly PlacedReading[]
  /** The same before sides stand in place of persons. */
  readonly named: readonly PlacedReading[]
  readonly parties: readonly Party[]
  readonly negotiation: RecordJson['negotiation']
  /** The reports that tell of it; undefined where all are taken to. */
  readonly matter: OfMatter | undefined
  /** How these were told. */
  readonly grounds: MatterGrounds
  /** Ids of the states that most of these reports tell much of. */
  readonly home: ReadonlySet<string>
  readonly aliases: Aliases
  /** Whether states negotiate. */
  readonly states: boolean
  /** Parties as told, before sides are found for those of whom none is told. */
  readonly told: readonly Party[]
  /** Whom each acts for where states negotiate. */
  readonly sides: ReadonlyMap<string, Seat>
  /** Whom each acts for where no states do: the body that he is of or that his titles name. */
  readonly seats: ReadonlyMap<string, Seat>
  /** Those of whom no report tells it. */
  readonly inferred: ReadonlySet<string>
}

/** Who is who over all reports: a name that two reports give differently is one party, a person acts for a side. */
export function settle(placed: readonly PlacedReading[]): Settled {
  const aliases = resolvePeople(placed.map((one) => one.reading))
  const named = placed.map((one) => ({ ...one, reading: aliased(one.reading, aliases) }))
  const readings = named.map((one): Reading => one.reading)
  const names = namesIn(readings)
  const parties = partiesOf(names)
  const grounds = matterGrounds(readings)
  const matter = reportsOfMatter(grounds)
  const own = matter ? readings.filter(({ report }) => matter.reports.has(report.id)) : readings
  const byId = new Map(parties.map((party) => [party.id, party]))
  const toldSide = (id: string) => sideAtTop(id, (one) => byId.get(one)?.of)
  // A president's duty is his country's where countries negotiate; within one he is a side of his own.
  const seats = seatsWithin(parties)
  const sums = sumsIn(own, toldSide, (id) => seats.get(id)?.id ?? id)
  const states = areStates(sums)
  const proposed = proposeNegotiation(sums, states, (id) => byId.get(id))
  const negotiation = { ...proposed, ...daysOfMatter(grounds) }
  const toldSides = personSides(names)
  const sides = states ? inferredSides(readings, negotiation.parties, toldSides, names) : toldSides
  return {
    placed: named.map((one) => {
      // What other news tell is told alike whatever is negotiated beside them.
      const whose = states && (!matter || matter.reports.has(one.reading.report.id)) ? sides : seats
      return {
        ...one,
        reading: { ...one.reading, claims: one.reading.claims.map((claim) => withSides(claim, whose)) },
      }
    }),
    parties: parties.map((party) => {
      const side = sides.get(party.id) ?? seats.get(party.id)
      return side && !party.of && side.id !== party.id ? { ...party, of: side.id } : party
    }),
    named,
    negotiation,
    matter,
    grounds,
    home: statesAtHome(sums, own.length),
    aliases,
    states,
    told: parties,
    sides,
    seats,
    inferred: new Set([...sides.keys()].filter((id) => !toldSides.has(id))),
  }
}

/** Most reports name nobody by another id than the one kept; whom a claim names is among those mentioned. */
export function aliased(reading: Reading, aliases: Aliases): Reading {
  const { claims, mentions, tellings } = reading
  if (!mentions.some(({ id, of }) => aliases.has(id) || (of !== undefined && aliases.has(of)))) return reading
  return {
    ...reading,
    claims: withAliases(claims, aliases),
    mentions: withAliases(mentions, aliases),
    ...(tellings ? { tellings: withAliases(tellings, aliases) } : {}),
  }
}
