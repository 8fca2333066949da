// In: readings placed in time. Out: the same with one id for each person and party, sides settled, and the negotiation they are about.
import type { Party, Reading, RecordJson } from '../model/index.ts'
import { proposeNegotiation } from './negotiation.ts'
import { inferredSides, partiesOf, personSides, resolvePeople, withAliases, withSides } from './people.ts'
import type { PlacedReading } from './placed.ts'

export interface Settled {
  readonly placed: readonly PlacedReading[]
  readonly parties: readonly Party[]
  readonly negotiation: RecordJson['negotiation']
}

/** Who is who over all reports: a name that two reports give differently is one party, a person acts for a side. */
export function settle(placed: readonly PlacedReading[]): Settled {
  const aliases = resolvePeople(placed.map((one) => one.reading))
  const named = placed.map((one) => ({
    ...one,
    reading: {
      ...one.reading,
      claims: withAliases(one.reading.claims, aliases),
      mentions: withAliases(one.reading.mentions, aliases),
    },
  }))
  const readings = named.map((one): Reading => one.reading)
  const parties = partiesOf(readings, aliases)
  const told = personSides(readings, aliases)
  const negotiation = proposeNegotiation(readings, parties)
  const sides = inferredSides(readings, negotiation.parties, told)
  return {
    placed: named.map((one) => ({
      ...one,
      reading: { ...one.reading, claims: one.reading.claims.map((claim) => withSides(claim, sides)) },
    })),
    parties: parties.map((party) => {
      const side = sides.get(party.id)
      return side && !party.of && side.id !== party.id ? { ...party, of: side.id } : party
    }),
    negotiation,
  }
}
