// In: the tellings of meetings, chained. Out: those told as put off or called off alone, joined to what others tell of them.
import { addDays, type Days } from '../../model/index.ts'
import { isElsewhere, isMoved, isOpen, mayBeOne } from './round-chains.ts'
import { dayOf, isAhead, isNear, isOff, sidesOf, type Told } from './round-tellings.ts'

/** Days after the day of its plan within which a meeting that was put off is held. */
const HELD_WITHIN = 120

type Clusters = readonly Told[][]

/**
 * "The summit, set for 24 July, was put off" is the one held in October: the first of its kind after that day. "A sixth round was
 * to have opened", without its day, is the one that is told as called off with it.
 */
export function joinRemains(clusters: Clusters): Told[][] {
  const gone = new Set<Told[]>()
  const join = (rest: Told[], home: Told[] | undefined) => {
    if (!home) return
    home.push(...rest)
    gone.add(rest)
  }
  for (const cluster of clusters) if (isPutOffOnly(cluster)) join(cluster, heldAfter(clusters, cluster))
  const off = clusters.filter((cluster) => cluster.every(isOff) && cluster.some((one) => dayOf(one)))
  for (const cluster of clusters)
    if (!gone.has(cluster) && cluster.every((one) => !dayOf(one)) && cluster.some(isOff))
      join(
        cluster,
        only(off.filter((other) => other !== cluster && !gone.has(other) && areAlike(other, cluster))),
      )
  return clusters.filter((cluster) => !gone.has(cluster))
}

const only = (found: readonly Told[][]): Told[] | undefined => (found.length === 1 ? found[0] : undefined)

/** Told as put off and planned for no later day. */
const isPutOffOnly = (cluster: readonly Told[]): boolean =>
  cluster.every(isOpen) &&
  cluster.some((one) => isOff(one) && isMoved(one) && isNear(dayOf(one))) &&
  !cluster.some((one) => isMoved(one) && !isOff(one) && dayOf(one))

/** The first meeting held after the day of what was put off, of which all told agrees. */
function heldAfter(clusters: Clusters, put: readonly Told[]): Told[] | undefined {
  const old = lastOf(put)
  const held = clusters
    .filter((cluster) => cluster !== put && cluster.some((one) => !isOpen(one)) && areAlike(cluster, put))
    .flatMap((cluster) => {
      const first = firstOf(cluster)
      return first !== undefined && first > old && first <= addDays(old, HELD_WITHIN)
        ? [{ cluster, first }]
        : []
    })
    .sort((a, b) => (a.first < b.first ? -1 : 1))
  const [next, second] = held
  return next && next.first !== second?.first ? next.cluster : undefined
}

/** Of one kind, number and place, with sides of both; summits, which are few, need no place. */
function areAlike(one: readonly Told[], other: readonly Told[]): boolean {
  if (!mayBeOne(one, other) || one[0]!.part.form === 'call') return false
  if (one.some((a) => other.some((b) => isElsewhere(a, b)))) return false
  if (!areOfSame(one, other)) return false
  const isSummit = [...one, ...other].every(({ part }) => part.form === 'summit')
  const isInPlace = [one, other].every((cluster) => cluster.some(({ part }) => part.place))
  const areOfSides = [one, other].every((cluster) => new Set(cluster.flatMap(sidesOf)).size > 1)
  return isSummit || isInPlace || areOfSides || [...one, ...other].every(isOff)
}

/** Of two that are told with several sides each, all sides of the one are of the other. */
function areOfSame(one: readonly Told[], other: readonly Told[]): boolean {
  const [mine, theirs] = [one, other].map((cluster) => new Set(cluster.flatMap(sidesOf)))
  if (mine!.size < 2 || theirs!.size < 2) return true
  return mine!.isSubsetOf(theirs!) || theirs!.isSubsetOf(mine!)
}

const exact = (cluster: readonly Told[]): Days[] => cluster.map(dayOf).filter(isNear)
const lastOf = (cluster: readonly Told[]): string =>
  exact(cluster.filter((one) => isOff(one) || isAhead(one))).reduce(
    (last, { latest }) => (latest! > last ? latest! : last),
    '',
  )
const firstOf = (cluster: readonly Told[]): string | undefined =>
  exact(cluster.filter((one) => !isOpen(one)))
    .map(({ earliest }) => earliest!)
    .sort()[0]
