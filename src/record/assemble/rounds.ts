// In: what reports tell of meetings. Out: one entry a meeting: place, days, number in a row, who sat there as each report names them.
import { addDays, type Days, daysBetween } from '../../model/index.ts'
import { type EntryDraft, firstOf } from '../draft.ts'
import { addTo, byBlock } from '../group.ts'
import { assembleNegotiations, isOfNegotiation } from './negotiations.ts'
import { joinChains, joinMoved, standing } from './round-chains.ts'
import { entryOf } from './round-entry.ts'
import { joinRemains } from './round-remains.ts'
import {
  dayOf,
  familyOf,
  isAhead,
  isEnd,
  isNear,
  isOff,
  lastDayOf,
  oldDayOf,
  sidesOf,
  spanOf,
  type Told,
  within,
} from './round-tellings.ts'

/** Days between two tellings that may still be one meeting. */
const GAP = 3

/** Meetings of one family in one place; days that lie together are one meeting, what has no day joins the one there is. */
export function assembleRounds(told: readonly Told[]): EntryDraft<'round'>[] {
  const meetings = told.filter((one) => !isOfNegotiation(one))
  return [...assembleMeetings(meetings), ...assembleNegotiations(told.filter(isOfNegotiation))]
}

function assembleMeetings(all: readonly Told[]): EntryDraft<'round'>[] {
  const passing = all.filter(({ part }) => part.passing)
  const told = all.filter(({ part }) => !part.passing)
  const placed = told.filter((one) => one.part.place)
  const clusters = joinMoved(
    inTowns(byBlock(placed, (one) => `${familyOf(one)}|${one.part.place!.id}`).flatMap(clustersOf)),
  )
  const leading = new Map<string, Set<Told[]>>()
  const lead = (one: Told, cluster: Told[]) => {
    for (const key of [...dayKeys(one), ...numberKeys(one)]) {
      const known = leading.get(key)
      if (known) known.add(cluster)
      else leading.set(key, new Set([cluster]))
    }
  }
  for (const cluster of clusters) for (const one of cluster) lead(one, cluster)
  const placeless = new Map<string, Told[][]>()
  const unplaced = told.filter(({ part }) => !part.place)
  // Those with a day or a number first, so that what has none finds the meeting that its report is about.
  for (const one of [...unplaced.filter(isKnown), ...unplaced.filter((other) => !isKnown(other))]) {
    const keys = isNear(dayOf(one)) ? dayKeys(one) : numberKeys(one)
    const led = new Set(keys.flatMap((key) => [...(leading.get(key) ?? [])]))
    const homes = [...led].filter((cluster) => belongs(cluster, one))
    const alike = `${familyOf(one)}|${sidesOf(one).sort().join('+')}`
    const home =
      homes.length === 1
        ? homes[0]
        : placeless
            .get(alike)
            ?.find((cluster) => mayBeOne(cluster, one) && isThen(cluster, one) && isCloseTo(cluster, one))
    const cluster = home ?? newsOf(clusters, one) ?? []
    cluster.push(one)
    lead(one, cluster)
    if (cluster.length > 1) continue
    clusters.push(cluster)
    addTo(placeless, alike, cluster)
  }
  const full = joinRemains(joinSummits(joinChains(clusters.filter((cluster) => cluster.length > 0))))
  addPassing(full, passing)
  return full.map(entryOf)
}

/** Whether a day or a number tells it from other meetings. */
const isKnown = (one: Told): boolean => isNear(dayOf(one)) || one.part.ordinal !== undefined

/**
 * The one meeting of the days before a report that it tells of, for talks of which it tells neither day, place nor number
 * ("after two days of talks with Aas"); undefined where it tells of none or of several, or of other sides.
 */
function newsOf(clusters: readonly Told[][], one: Told): Told[] | undefined {
  const out = one.placed.published.latest
  if (out === undefined || isKnown(one) || isAhead(one) || isOff(one) || sidesOf(one).length < 2)
    return undefined
  const isNews = (other: Told): boolean => {
    const days = dayOf(other)
    if (other.placed !== one.placed || !isNear(days) || isAhead(other) || isOff(other)) return false
    const ago = daysBetween(days!.latest!, out)
    return ago >= 0 && ago <= GAP
  }
  const fitting = clusters.filter(
    (cluster) =>
      cluster.some(isNews) && familyOf(cluster[0]!) === familyOf(one) && agreesOnSides(cluster, one),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/** No side is told of the meeting, or all that this telling names are. */
function agreesOnSides(cluster: readonly Told[], one: Told): boolean {
  const sides = cluster.flatMap(sidesOf)
  return sides.length === 0 || sidesOf(one).every((side) => sides.includes(side))
}

/** Days within which talks of which no day is told are those told of around that time. */
const AROUND = 60

/** When it was, or, where no day is told, when it was told of; undefined where neither is known. */
const timeOf = (one: Told): string | undefined => dayOf(one)?.earliest ?? one.placed.published.latest

/** Whether a meeting of which no day is told was told of about when these were, or were told of. */
function isCloseTo(cluster: readonly Told[], one: Told): boolean {
  const mine = timeOf(one)
  return (
    mine === undefined ||
    cluster.some((other) => {
      const theirs = timeOf(other)
      return theirs === undefined || Math.abs(daysBetween(mine, theirs)) <= AROUND
    })
  )
}

/** A meeting of two sides, or in the place and on the day of a summit, is that summit, where there is one of that time and the places do not differ. */
function joinSummits(clusters: readonly Told[][]): Told[][] {
  const summits = new Map<string, Told[][]>()
  for (const cluster of clusters)
    if (cluster[0]!.part.form === 'summit')
      for (const key of summitKeys(cluster)) addTo(summits, key, cluster)
  if (summits.size === 0) return [...clusters]
  const joined = new Set<Told[]>()
  // Those whose day is told best are joined first, so that what is told vaguely meets all of it.
  const byDay = (cluster: readonly Told[]) => (cluster.some((one) => isNear(dayOf(one))) ? 0 : 1)
  for (const cluster of [...clusters].sort((a, b) => byDay(a) - byDay(b))) {
    if (joined.has(cluster) || !/^(?:meeting|summit)$/.test(cluster[0]!.part.form)) continue
    const led = new Set(summitKeys(cluster).flatMap((key) => summits.get(key) ?? []))
    const [home, second] = [...led].filter(
      (summit) => summit !== cluster && !joined.has(summit) && mayBeSummit(summit, cluster),
    )
    if (!home || second) continue
    home.push(...cluster)
    joined.add(cluster)
  }
  return clusters.filter((cluster) => !joined.has(cluster))
}

/** The two sides that meet, where two are told, and each place with each exact day. */
function summitKeys(cluster: readonly Told[]): string[] {
  const sides = [...new Set(cluster.flatMap(sidesOf))].sort()
  const days = cluster.map(dayOf).filter((one) => one && one.earliest === one.latest)
  const places = new Set(cluster.flatMap(({ part }) => part.place?.id ?? []))
  return [
    ...(sides.length === 2 ? [sides.join('+')] : []),
    ...[...places].flatMap((place) => days.map((one) => `${place}|${one!.earliest}`)),
  ]
}

function mayBeSummit(summit: readonly Told[], cluster: readonly Told[]): boolean {
  const placesOf = (some: readonly Told[]) => some.flatMap(({ part }) => (part.place ? [part.place.id] : []))
  const [here, there] = [placesOf(summit), placesOf(cluster)]
  if (here.length > 0 && there.length > 0 && !here.some((place) => there.includes(place))) return false
  return cluster.every(
    (one) =>
      isCloseTo(summit, one) &&
      standing(summit).told.every((other) => {
        const [mine, theirs] = [dayOf(one), dayOf(other)]
        return !mine?.earliest || !theirs?.earliest || within(mine, theirs)
      }),
  )
}

/** Days before a report that tells of a meeting in passing within which that one was to be. */
const JUST_BEFORE = 10

/** What is told in passing says how the nearest meeting in its place went; where there is none, it says nothing. */
function addPassing(clusters: readonly Told[][], passing: readonly Told[]): void {
  if (passing.length === 0) return
  const inPlace = new Map<string, Told[][]>()
  for (const cluster of clusters) {
    const places = new Set(cluster.flatMap(({ part }) => [part.place?.id ?? '', part.within ?? '']))
    for (const place of places) addTo(inPlace, place, cluster)
  }
  for (const one of passing) {
    const { published } = one.placed
    if (!published.earliest || !published.latest) continue
    // What is called off without a place is the one meeting that lies ahead.
    const near = (
      isOff(one) && !one.part.place ? clusters : (inPlace.get(one.part.place?.id ?? '') ?? [])
    ).filter((cluster) => mayTellOf(cluster, one) && isOfForm(cluster, one))
    const home = numbered(clusters, one) ?? (near.length === 1 ? near[0] : newsOf(clusters, one))
    home?.push(one)
  }
}

/** The one meeting of that form and number, for one of which only its number is told. */
function numbered(clusters: readonly Told[][], one: Told): Told[] | undefined {
  const { ordinal, place } = one.part
  if (ordinal === undefined || place) return undefined
  const fitting = clusters.filter((cluster) =>
    cluster.some((other) => other.part.ordinal === ordinal && familyOf(other) === familyOf(one)),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Each day on which it may have been, or had been planned for; of an end also those on which it may have opened. */
function dayKeys(one: Told): string[] {
  const keys: string[] = []
  for (const days of [spanOf(one), oldDayOf(one)])
    if (isNear(days))
      for (let day = days.earliest; day <= days.latest; day = addDays(day, 1))
        keys.push(`${familyOf(one)}|${day}`)
  return keys
}

const numberKeys = (one: Told): string[] =>
  one.part.ordinal === undefined ? [] : [`${familyOf(one)}|number ${one.part.ordinal}`]

/** "In Chile" and "in Santiago": a meeting placed in a state is the one in a town of it, where days and sides fit one. */
function inTowns(clusters: readonly Told[][]): Told[][] {
  const towns = new Map<string, Told[][]>()
  for (const cluster of clusters) {
    const { within } = cluster[0]!.part
    if (within !== undefined) addTo(towns, within, cluster)
  }
  return clusters.filter((cluster) => {
    const { place } = cluster[0]!.part
    const fitting = (towns.get(place?.id ?? '') ?? []).filter((town) => mayBeTown(town, cluster))
    if (fitting.length !== 1) return true
    fitting[0]!.push(...cluster)
    return false
  })
}

/** Of one family, of the same sides on days that lie together; where sides are told of one alone, its days must say that it is. */
function mayBeTown(town: readonly Told[], state: readonly Told[]): boolean {
  if (familyOf(town[0]!) !== familyOf(state[0]!)) return false
  const theirs = town.flatMap(sidesOf)
  const sides = state.flatMap(sidesOf)
  const isOfSides = sides.length > 0 && theirs.length > 0
  if (isOfSides && !sides.every((side) => theirs.includes(side))) return false
  const days = state.flatMap((one) => dayOf(one) ?? [])
  if (!isOfSides && !days.some(isNear)) return false
  return days.every((day) => town.some((one) => dayOf(one) && within(dayOf(one)!, day)))
}

function clustersOf(block: readonly Told[]): Told[][] {
  const dated = block
    .filter((one) => isNear(dayOf(one)))
    .sort((a, b) => (dayOf(a)!.earliest! < dayOf(b)!.earliest! ? -1 : 1))
  const runs: Told[][] = []
  let until = ''
  for (const one of dated) {
    const { earliest, latest } = dayOf(one) as { earliest: string; latest: string }
    const last = runs[runs.length - 1]
    const end = lastDayOf(one) ?? latest
    if (last && earliest <= addDays(until, GAP) && mayBeOne(last, one)) {
      last.push(one)
      if (end > until && (end !== latest || addDays(earliest, GAP) >= latest)) until = end
    } else {
      runs.push([one])
      until = end
    }
  }
  const clusters = runs
  const undated = block.filter((one) => !isNear(dayOf(one)))
  if (clusters.length === 0) return undated.length > 0 ? [undated] : []
  for (const one of undated) {
    const days = dayOf(one)
    const fitting = (
      days?.earliest
        ? clusters.filter((cluster) => cluster.some((other) => within(dayOf(other), days)))
        : clusters
    ).filter((cluster) => mayBeWithoutDay(cluster, one) && (isAhead(one) || hasBegun(cluster, one)))
    const home = fitting.length > 1 ? nearest(fitting, one) : fitting[0]
    if (home) home.push(one)
    else clusters.push([one])
  }
  return clusters
}

/** Whether one told without its day may be of these, by a date that is no day and by its number. */
const mayBeWithoutDay = (cluster: readonly Told[], one: Told): boolean =>
  isOnDate(cluster, one) && (one.part.ordinal === undefined || isOfRow(cluster, one))

/** Days after a meeting within which "the fourth round", told without its day, may be one that others number otherwise. */
const LATELY = 16

/** Of that number, or lately held: reports may count otherwise. */
function isOfRow(cluster: readonly Told[], one: Told): boolean {
  const out = one.placed.published.latest
  const last = lastOf(cluster)
  if (out === undefined || last === undefined || daysBetween(last, out) <= LATELY) return true
  return cluster.some(({ part }) => part.ordinal === one.part.ordinal)
}

const lastOf = (cluster: readonly Told[]): string | undefined =>
  cluster
    .flatMap((one) => dayOf(one)?.latest ?? [])
    .sort()
    .at(-1)

/**
 * A date that could not be resolved is still not any day: "22 June" in a report that nothing places is that of the meeting
 * on such a date; of several dates nothing is said.
 */
function isOnDate(cluster: readonly Told[], one: Told): boolean {
  if (dayOf(one)) return true
  const dates = one.claim.days.flatMap(({ relative }) =>
    relative?.kind === 'month' && relative.date !== undefined
      ? [`-${String(relative.month).padStart(2, '0')}-${String(relative.date).padStart(2, '0')}`]
      : [],
  )
  const [date, more] = dates
  if (date === undefined) return true
  return more === undefined && cluster.some((other) => dayOf(other)?.earliest?.endsWith(date))
}

/** Whether what is told in passing may be of these: they were to meet just before it, or, called off, have not met. */
function mayTellOf(cluster: readonly Told[], one: Told): boolean {
  const out = one.placed.published
  const days = cluster.flatMap((other) => dayOf(other) ?? [])
  if (isOff(one)) {
    const off = dayOf(one)
    return (
      cluster.every(isAhead) && days.some((day) => (off ? within(off, day) : day.latest! >= out.earliest!))
    )
  }
  return days.some(
    ({ earliest, latest }) =>
      earliest! <= out.latest! && latest !== undefined && addDays(latest, JUST_BEFORE) >= out.earliest!,
  )
}

/** Days ahead of a report that tells of a meeting as called off, with no word of where, within which that one was to be. */
const SOON = 14

/**
 * What is called off without a place is a meeting of that form soon to come; who only "spoke" may have spoken by telephone
 * on that day, at no other meeting.
 */
function isOfForm(cluster: readonly Told[], one: Told): boolean {
  const first = cluster[0]!
  if (isOff(one) && !one.part.place) {
    const out = one.placed.published.latest
    const days = cluster.map(dayOf).filter(isNear)
    const isSoon = out !== undefined && days.some(({ earliest }) => earliest <= addDays(out, SOON))
    return familyOf(first) === familyOf(one) && isOfNumber(first, one) && isSoon
  }
  if (one.part.form !== 'call') return true
  const day = dayOf(one)
  return familyOf(first) === 'call' && (!day || cluster.some((other) => within(dayOf(other), day)))
}

/** Whether these may have met by the day a report that tells of it as done appeared. */
function hasBegun(cluster: readonly Told[], { placed: { published } }: Told): boolean {
  const first = firstOf(cluster.map(dayOf))?.earliest
  return first === undefined || published.latest === undefined || first <= published.latest
}

/** The cluster whose first day lies nearest to the day the report appeared. */
function nearest(clusters: readonly Told[][], one: Told): Told[] {
  const out = one.placed.published.latest ?? one.placed.published.earliest
  if (!out) return clusters[clusters.length - 1]!
  const distance = (cluster: readonly Told[]) => {
    const first = firstOf(cluster.map(dayOf))?.earliest ?? out
    return Math.abs(Date.parse(first) - Date.parse(out))
  }
  return clusters.reduce((best, cluster) => (distance(cluster) < distance(best) ? cluster : best))
}

/**
 * What was called off was not held, and what had ended opens anew: told so, they are two meetings; so are two called off that
 * had been set for two days.
 */
const mayBeOne = (cluster: readonly Told[], one: Told): boolean =>
  (isOff(one)
    ? cluster.every((other) => (isOff(other) ? !areOfTwoDays(other, one) : isAhead(other)))
    : isAhead(one) ||
      !cluster.some((other) => isOff(other) && !(other.part.moved && isOfNumber(other, one)))) &&
  cluster.every((other) => !opensAfter(one, other) && !opensAfter(other, one))

/** Set for two days, and of no side told of both. */
function areOfTwoDays(one: Told, other: Told): boolean {
  const [mine, theirs] = [dayOf(one), dayOf(other)]
  if (!isNear(mine) || !isNear(theirs) || within(mine, theirs)) return false
  const sides = sidesOf(one)
  return !sidesOf(other).some((side) => sides.includes(side))
}

const isOfNumber = ({ part: one }: Told, { part: other }: Told): boolean =>
  one.ordinal === undefined || other.ordinal === undefined || one.ordinal === other.ordinal

/** Whether one opens on a day after the other had ended. */
function opensAfter(one: Told, other: Told): boolean {
  const [opens, ended] = [dayOf(one)?.earliest, dayOf(other)?.latest]
  return (
    one.part.phase === 'opens' && isEnd(other) && opens !== undefined && ended !== undefined && opens > ended
  )
}

function belongs(cluster: readonly Told[], one: Told): boolean {
  if (!mayBeOne(cluster, one)) return false
  const days = dayOf(one)
  if (!isNear(days)) return hasNumberOf(cluster, one, days)
  return cluster.some((other) => {
    if (familyOf(other) !== familyOf(one)) return false
    const otherDays = dayOf(other)
    const moved = isAhead(one) && oldDayOf(other)
    const near =
      isNear(otherDays) &&
      (within(isEnd(other) ? otherDays : spanOf(other), days) ||
        (isEnd(one) && opensBefore(other, one)) ||
        endsWith(other, one))
    if (!near && !(moved && within(moved, days))) return false
    const mine = sidesOf(one)
    const theirs = sidesOf(other)
    return mine.length === 0 || theirs.length === 0 || mine.some((side) => theirs.includes(side))
  })
}

/** "The talks ended on Thursday": those that opened, or were to open, in the days before. */
const opensBefore = (other: Told, end: Told): boolean =>
  !isEnd(other) && within(dayOf(other), spanOf(end)!) && dayOf(other)!.latest! <= dayOf(end)!.latest!

/** Its last day, where one is told: of an end the day itself. */
const endOf = (one: Told): string | undefined => (isEnd(one) ? dayOf(one)?.latest : lastDayOf(one))

/** Two tellings of one end: it was to last until the 10th and ran over into the 11th. */
function endsWith(other: Told, one: Told): boolean {
  const [mine, theirs] = [endOf(one), endOf(other)]
  return mine !== undefined && theirs !== undefined && Math.abs(daysBetween(mine, theirs)) <= GAP
}

/** "The fourth round", told without place and day, is the one that others call the fourth. */
function hasNumberOf(cluster: readonly Told[], one: Told, days: Days | undefined): boolean {
  const mine = sidesOf(one)
  return (
    one.part.ordinal !== undefined &&
    cluster.some((other) => {
      const theirs = sidesOf(other)
      return (
        other.part.ordinal === one.part.ordinal &&
        familyOf(other) === familyOf(one) &&
        (mine.length === 0 || theirs.length === 0 || mine.some((side) => theirs.includes(side)))
      )
    }) &&
    (!days?.earliest || cluster.every((other) => !dayOf(other)?.earliest || within(dayOf(other), days)))
  )
}

/** Whether a meeting without a place may be of the time of this one. */
function isThen(cluster: readonly Told[], one: Told): boolean {
  const mine = dayOf(one)
  const theirs = cluster.flatMap((other) => dayOf(other) ?? []).filter(({ earliest }) => earliest)
  return !mine?.earliest || theirs.length === 0 || theirs.some((days) => within(mine, days))
}
