// In: the tellings of meetings, gathered by place and day. Out: those that a plan, its move and what was held after all make one meeting.
import { addDays, type Days, daysBetween } from '../../model/index.ts'
import {
  dayOf,
  familyOf,
  isAhead,
  isEnd,
  isNear,
  oldDayOf,
  sidesOf,
  spanOf,
  type Told,
  within,
} from './round-tellings.ts'

/** Days between the day a round was planned for and that on which the round of its number was held after all. */
const PUT_OFF = 90

/** Joins what was planned, moved and held: rounds of one number, and a move with the plan before it and the meeting after it. */
export function joinChains(clusters: readonly Told[][]): Told[][] {
  return joinNumbered(joinMoved(clusters))
}

/** Of two rounds of one number and the same sides, told some weeks apart, one was only planned: they are one. */
function joinNumbered(clusters: readonly Told[][]): Told[][] {
  const heads = new Map<string, Told[][]>()
  const gone = new Set<Told[]>()
  const byDay = (cluster: readonly Told[]) => firstDayOf(cluster)?.earliest ?? '9'
  for (const cluster of [...clusters].sort((a, b) => (byDay(a) < byDay(b) ? -1 : 1))) {
    const number = numberOf(cluster)
    if (number === undefined) continue
    const key = `${familyOf(cluster[0]!)}|${number}`
    const known = heads.get(key) ?? []
    const home = known.find((one) => mayBeNumbered(one, cluster))
    if (home) {
      home.push(...cluster)
      gone.add(cluster)
    } else heads.set(key, [...known, cluster])
  }
  return clusters.filter((cluster) => !gone.has(cluster))
}

function mayBeNumbered(one: readonly Told[], other: readonly Told[]): boolean {
  if (!shareSides(one, other)) return false
  const [mine, theirs] = [firstDayOf(one), firstDayOf(other)]
  if (!mine?.earliest || !theirs?.earliest)
    return mine?.earliest ? mayTellOf(one, other) : theirs?.earliest ? mayTellOf(other, one) : false
  const apart = Math.abs(daysBetween(mine.earliest, theirs.earliest))
  if (apart > PUT_OFF) return false
  return one.every(isOpen) || other.every(isOpen) || within(mine, theirs)
}

/** Whether tellings without a day may be of the round of their number: told soon after it was due, of no other place. */
function mayTellOf(dated: readonly Told[], undated: readonly Told[]): boolean {
  const due = firstDayOf(dated)!.earliest!
  const places = standing(dated).told
  return undated.every(({ placed: { published } }, at) => {
    const since = published.latest === undefined ? -1 : daysBetween(due, published.latest)
    return since >= 0 && since <= PUT_OFF && !places.some((one) => isElsewhere(one, undated[at]!))
  })
}

/** A telling of a plan, or that nothing came of it. */
export const isOpen = (one: Told): boolean => isAhead(one) || one.part.phase === 'called off'

/** The number in a row that its tellings give; the first told where they differ. */
const numberOf = (cluster: readonly Told[]): number | undefined =>
  cluster.find(({ part }) => part.ordinal !== undefined)?.part.ordinal

const firstDayOf = (cluster: readonly Told[]): Days | undefined =>
  cluster
    .flatMap((one) => dayOf(one) ?? [])
    .filter(({ earliest }) => earliest !== undefined)
    .sort((a, b) => (a.earliest! < b.earliest! ? -1 : 1))[0]

/** No side is told of one of them, or one side at least of both. */
function shareSides(one: readonly Told[], other: readonly Told[]): boolean {
  const mine = one.flatMap(sidesOf)
  const theirs = new Set(other.flatMap(sidesOf))
  return mine.length === 0 || theirs.size === 0 || mine.some((side) => theirs.has(side))
}

/** A meeting told as moved is the one that was planned before, and the one held later on its new day. */
export function joinMoved(clusters: readonly Told[][]): Told[][] {
  const moved = clusters.filter((cluster) => cluster.some(isMoved))
  if (moved.length === 0) return [...clusters]
  const gone = new Set<Told[]>()
  for (const cluster of moved) {
    if (gone.has(cluster)) continue
    const others = (test: (other: readonly Told[]) => boolean) =>
      clusters.filter(
        (other) => other !== cluster && !gone.has(other) && mayBeOne(cluster, other) && test(other),
      )
    const before = others((other) => isPlanBefore(other, cluster))
    const isHeld = cluster.some((one) => !isOpen(one) && nearSpan(one))
    const after = isHeld ? [] : others((other) => isHeldAfter(other, cluster))
    for (const found of [before.length === 1 ? before[0] : undefined, firstOf(after)])
      if (found && !gone.has(found)) {
        cluster.push(...found)
        gone.add(found)
      }
  }
  return clusters.filter((cluster) => !gone.has(cluster))
}

/** The one of which the day is first. */
const firstOf = (clusters: readonly Told[][]): Told[] | undefined =>
  clusters.toSorted((a, b) =>
    (firstDayOf(a)?.earliest ?? '9') < (firstDayOf(b)?.earliest ?? '9') ? -1 : 1,
  )[0]

export const isMoved = (one: Told): boolean => one.part.moved === true || oldDayOf(one) !== undefined

export function mayBeOne(one: readonly Told[], other: readonly Told[]): boolean {
  const [mine, theirs] = [numberOf(one), numberOf(other)]
  if (mine !== undefined && theirs !== undefined && mine !== theirs) return false
  return familyOf(one[0]!) === familyOf(other[0]!) && shareSides(one, other)
}

/** Days before a report tells of a move on which the meeting may have been due. */
const JUST_PAST = 3

/** Only planned, for the old day where one is told, else for a day still ahead when the move was told. */
function isPlanBefore(plan: readonly Told[], moved: readonly Told[]): boolean {
  // Told as moved from those days by another report too.
  const givenUp = moved.flatMap((one) =>
    one.part.phase === 'called off' && isMoved(one) ? (dayOf(one) ?? []) : [],
  )
  if (plan.some((one) => givenUp.some((days) => within(oldDayOf(one), days)))) return true
  if (!plan.every(isAhead)) return false
  return moved.some((move) => {
    if (!isMoved(move)) return false
    const out = move.placed.published.latest
    const old = oldDayOf(move) ?? (move.part.phase === 'called off' ? dayOf(move) : undefined)
    return plan.some((one) => {
      const days = nearSpan(one)
      if (!days) return false
      const areDated = isDated(move) && isDated(one)
      if (areDated && !isNotAfter(one, move)) return false
      if (old) return within(days, old)
      return areDated && !plan.some(isMoved) && days.earliest! >= addDays(out!, -JUST_PAST)
    })
  })
}

/** Told later, on the day that the meeting was moved to, in the place named with it. */
function isHeldAfter(held: readonly Told[], moved: readonly Told[]): boolean {
  return moved.some((move) => {
    const to = isMoved(move) && move.part.phase !== 'called off' ? dayOf(move) : undefined
    if (!to?.earliest || !to.latest) return false
    const dated = held.filter((one) => nearSpan(one))
    return (
      dated.length > 0 &&
      dated.every((one) => {
        const [told, out] = [one.placed.published.latest, move.placed.published.earliest]
        return within(nearSpan(one), to) && !isElsewhere(move, one) && (!told || !out || told >= out)
      })
    )
  })
}

/** In two places, of which the one is no town of the other. */
export function isElsewhere({ part: one }: Told, { part: other }: Told): boolean {
  if (!one.place || !other.place || one.place.id === other.place.id) return false
  return other.within !== one.place.id && one.within !== other.place.id
}

const nearSpan = (one: Told): Days | undefined => (isNear(dayOf(one)) ? spanOf(one) : undefined)

/**
 * Tellings that stand: not plans of a day or place that was given up for what was told later. The days given up come
 * with them, for what was moved.
 */
export function standing(cluster: readonly Told[]): { readonly told: Told[]; readonly from: Days[] } {
  const fixing = fixingOf(cluster)
  const last = fixing.at(-1)
  const fixed = hullOf(fixing.map((one) => fixedSpan(cluster, one)))
  if (!last || !fixed) return { told: [...cluster], from: [] }
  const given = cluster.filter((one) => {
    const days = nearSpan(one)
    const isGivenUp = days !== undefined && (!within(days, fixed) || isElsewhere(one, last))
    const isBefore = isNotAfter(one, last) || !isDated(last)
    return !fixing.includes(one) && isOpen(one) && ((isGivenUp && isBefore) || isMadeGood(one, fixing))
  })
  return {
    told: cluster.filter((one) => !given.includes(one)),
    from: given.flatMap((one) => (isDated(one) && !isOfThatWeek(one, fixed) ? (dayOf(one) ?? []) : [])),
  }
}

/** Told, however late, as put off from a day before that on which it was held. */
const isMadeGood = (off: Told, fixing: readonly Told[]): boolean =>
  off.part.phase === 'called off' &&
  isMoved(off) &&
  isNear(dayOf(off)) &&
  fixing.every((one) => !isAhead(one) && dayOf(off)!.latest! < dayOf(one)!.earliest!)

/** "In the week of 22 June", held on the 23rd: on no other day than planned. */
function isOfThatWeek({ claim: { evidence, days } }: Told, fixed: Days): boolean {
  const { quote, spans } = evidence
  const from = spans[0]?.start ?? 0
  return (
    days.some(
      ({ role, start }) =>
        role === 'on' && /\bweek (?:of|beginning|starting) $/.test(quote.slice(0, Math.max(0, start - from))),
    ) && fixed.earliest !== undefined
  )
}

/** The tellings that fix the days, as they were told: all of a meeting that was held, else the last plan of one that was moved. */
function fixingOf(cluster: readonly Told[]): Told[] {
  const dated = cluster
    .filter((one) => nearSpan(one) && !one.part.passing && one.part.phase !== 'called off')
    .sort((a, b) => ((a.placed.published.latest ?? '') < (b.placed.published.latest ?? '') ? -1 : 1))
  const held = dated.filter((one) => !isAhead(one))
  if (held.length > 0) return held
  const move = dated.findLast(isMoved)
  if (!move) return cluster.some(isMoved) ? dated.slice(-1) : []
  // A plan told after the move is the last; a report that nothing dates comes after none.
  const since = dated.filter((one) => !isNotAfter(one, move) && isDated(move))
  return [since.at(-1) ?? move]
}

/** Its days; of an end told after a move from the day it was moved to. */
function fixedSpan(cluster: readonly Told[], one: Told): Days {
  const span = nearSpan(one)!
  const moved = isEnd(one) && cluster.find((other) => isMoved(other) && isAhead(other) && nearSpan(other))
  const from = moved ? dayOf(moved)!.earliest! : undefined
  return from !== undefined && from <= span.latest! ? { ...span, earliest: from } : span
}

function hullOf(spans: readonly Days[]): Days | undefined {
  const from = spans.map(({ earliest }) => earliest!).sort()[0]
  const to = spans
    .map(({ latest }) => latest!)
    .sort()
    .at(-1)
  return from !== undefined && to !== undefined ? { earliest: from, latest: to } : undefined
}

/** Whether its report appeared on a day that is known. */
export const isDated = ({ placed: { published } }: Told): boolean =>
  published.earliest !== undefined && published.earliest === published.latest

const isNotAfter = (one: Told, other: Told): boolean =>
  (one.placed.published.latest ?? '') <= (other.placed.published.latest ?? '9')
