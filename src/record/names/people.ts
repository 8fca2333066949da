// In: readings, who is one and whose side each is on. Out: their claims told with the ids kept, and with sides in place of persons.
import type { Claim, ClaimOf, Delegation, Member, Reading, Ref, ThreadPart } from '../../model/index.ts'
import { type Aliases, isHead, type NamesRead, type Seat } from './names.ts'

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

/**
 * A claim in which whoever imposes, owes, agrees or takes a stand is the side, not the person: a president's duty is
 * his country's, a party leader's stand his party's, a lawmaker's his own. Who does, speaks or sits there stays the person;
 * a delegation told without its side gets it.
 */
export function withSides(claim: Claim, sides: ReadonlyMap<string, Seat>): Claim {
  const standFor = (ref: Ref): Ref => {
    const seat = sides.get(ref.id)
    return seat && !seat.member ? { id: seat.id, name: seat.name } : ref
  }
  const side = (refs: readonly Ref[]): Ref[] => [
    ...new Map(refs.map(standFor).map((ref) => [ref.id, ref])).values(),
  ]
  switch (claim.kind) {
    case 'position': {
      const { forItself, toldBy, teller } = claim.body
      if (forItself) return claim
      const party = standFor(claim.body.party)
      // "Lund said Norway would not sign": its own word, where another report tells that he is of it.
      const isOwn =
        toldBy === 'third' && teller.length > 0 && teller.every((ref) => standFor(ref).id === party.id)
      return { ...claim, body: { ...claim.body, party, ...(isOwn ? { toldBy: 'self' as const } : {}) } }
    }
    case 'statement': {
      // Whom a speaker speaks for where his own report does not say it; all of them or none.
      const of = claim.body.speaker.map((ref) => sides.get(ref.id))
      if (claim.body.of.length > 0 || of.length === 0 || of.includes(undefined)) return claim
      const told = new Map(of.map((one) => [one!.id, { id: one!.id, name: one!.name }]))
      return { ...claim, body: { ...claim.body, of: [...told.values()] } }
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
  sides: ReadonlyMap<string, Seat>,
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
function split(members: readonly Member[], sides: ReadonlyMap<string, Seat>): Delegation[] {
  const delegations = new Map<string, Delegation>()
  for (const member of members) {
    const seat = sides.get(member.person.id)
    const party = seat && { id: seat.id, name: seat.name }
    const known = delegations.get(party?.id ?? '')
    if (known) known.members.push(member)
    else delegations.set(party?.id ?? '', { ...(party ? { party } : {}), members: [member] })
  }
  return [...delegations.values()]
}

/** Whom the acts and states of one report are aimed at, by who does them. */
export function aimsIn(reading: Pick<Reading, 'claims'>): (readonly [by: string, at: string])[] {
  return reading.claims.flatMap((claim) => {
    if (claim.kind !== 'act' || !claim.body.about) return []
    return aimsOf(claim)
  })
}

function aimsOf({ body }: ClaimOf<'act'>): (readonly [by: string, at: string])[] {
  const { about } = body
  const at = about?.thread === 'measure' ? about.on : body.recipient
  const by = [...body.actor, ...(about?.thread === 'measure' ? about.by : [])]
  return by.flatMap(({ id }) => at.map((ref) => [id, ref.id] as const))
}

/**
 * The side that no report tells, by elimination: of two negotiating sides, a head of state whose duties, bans and
 * extensions are only ever aimed at the one acts for the other.
 */
export function inferredSide(between: readonly Ref[], targets: ReadonlySet<string>): Ref | undefined {
  const [a, b] = between
  if (between.length !== 2 || !a || !b || targets.has(a.id) === targets.has(b.id)) return undefined
  return targets.has(a.id) ? b : a
}

/** The sides told, and those of heads of state that can be inferred. */
export function inferredSides(
  readings: readonly Reading[],
  between: readonly Ref[],
  told: ReadonlyMap<string, Seat>,
  names: NamesRead,
): ReadonlyMap<string, Seat> {
  if (between.length !== 2) return told
  const aimed = new Map<string, Set<string>>()
  for (const [by, at] of readings.flatMap(aimsIn)) {
    if (told.has(by)) continue
    aimed.set(by, (aimed.get(by) ?? new Set()).add(told.get(at)?.id ?? at))
  }
  const all = new Map(told)
  for (const [id, targets] of aimed) {
    const side = isHead(names.facts(id)) ? inferredSide(between, targets) : undefined
    if (side) all.set(id, side)
  }
  return all
}
