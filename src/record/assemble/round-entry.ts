// In: the tellings of one meeting. Out: its entry: name, days, delegations, outcome, status.
import { type Days, isExact, type Ref, type RoundBody } from '../../model/index.ts'
import { type EntryDraft, firstOf, mostTold, narrowestOf } from '../draft.ts'
import { modalityOn } from '../placing/placed.ts'
import { isDated, isMoved, standing as standingOf } from './round-chains.ts'
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
  type Told,
  within,
} from './round-tellings.ts'

const NAMES: Readonly<Record<string, string>> = {
  round: 'Talks',
  meeting: 'Meeting',
  summit: 'Summit',
  call: 'Call',
  briefing: 'Briefing',
}

export function entryOf(cluster: readonly Told[]): EntryDraft<'round'> {
  const form = cluster.some((one) => one.part.form === 'round') ? 'round' : cluster[0]!.part.form
  const { told: standing, from } = standingOf(cluster)
  const place = placeOf(standing) ?? placeOf(cluster)
  const told = (one: Told) => modalityOn(one, dayOf(one))
  const off = cluster.some((one) => isOff(one) && !isMadeGood(cluster, one))
  const held = cluster.filter((one) => !isOff(one) && (told(one) === 'held' || told(one) === 'background'))
  const ongoing = cluster.filter((one) => told(one) === 'ongoing')
  const near = standing.filter((one) => isNear(dayOf(one)) && !one.part.passing && (off || !isOff(one)))
  const opening = near.filter((one) => one.part.phase === 'opens' || one.part.phase === 'planned')
  // "This week's meeting", of which others tell the day.
  const planned = firstDay(opening.map(dayOf))
  const first =
    firstDay((planned ? near.filter((one) => isWithin(dayOf(one)!, planned)) : near).map(dayOf)) ??
    firstDay(standing.map(dayOf)) ??
    cluster.map(dayOf).find((one) => one?.latest)
  const done = near.filter((one) => !isAhead(one))
  const lastOff = cluster
    .filter(isOff)
    .toSorted((a, b) => (outOn(a) < outOn(b) ? -1 : 1))
    .at(-1)
  const inSession = distinctDays(
    done
      .filter((one) => !isOff(one) && one.part.phase !== 'planned' && one.part.phase !== 'ends')
      .map((one) => dayOf(one)!),
  )
  const last =
    firstOf(done.filter(isEnd).map(dayOf)) ??
    lastDay(done) ??
    firstOf(near.filter(isEnd).map(dayOf)) ??
    lastDay(near)
  // A meeting opens no later, and ends no sooner, than it was in session.
  const sat = inSession.filter(isExact)
  const opens = sat.find((one) => isExact(first) && one.earliest < first.earliest) ?? first
  const ends = sat.findLast((one) => isExact(last) && one.latest > last.latest) ?? last
  const isForward = cluster.some(({ claim }) => FORWARD.test(claim.evidence.quote))
  const movedFrom = distinctDays(oldDays(cluster, from)).filter(
    (days) => !opens?.latest || (!within(days, opens) && (isForward || days.earliest! < opens.latest)),
  )
  const ordinals = cluster.flatMap((one) => (one.part.ordinal === undefined ? [] : [one.part.ordinal]))
  const ordinal = mostTold(ordinals, String)
  const collapsed = cluster.some(
    (one) => one.part.phase === 'collapsed' && one.claim.evidence.modality === 'held',
  )
  const status = collapsed
    ? 'collapsed'
    : held.length > 0
      ? 'held'
      : ongoing.length > 0
        ? 'in session'
        : off
          ? 'called off'
          : cluster.every((one) => one.claim.evidence.modality === 'possible')
            ? 'possible'
            : 'planned'
  const endToldBy = held.filter(({ part }) => ENDED.has(part.phase ?? '')).map(({ evidence }) => evidence)
  const delegations = delegationsOf(cluster)
  const outcome = mostTold(
    held.flatMap((one) => (one.part.outcome ? [one.part.outcome.text] : [])),
    (text) => text,
  )
  const body: RoundBody = {
    form,
    name: nameOf(form, place, delegations),
    ...(ordinal === undefined ? {} : { ordinal }),
    ordinals: cluster.flatMap((one) =>
      one.part.ordinal === undefined ? [] : [{ evidence: one.evidence, ordinal: one.part.ordinal }],
    ),
    ...(place ? { place } : {}),
    ...(opens ? { opens } : {}),
    ...(ends ? { ends } : {}),
    ...(movedFrom.length > 0 ? { movedFrom } : {}),
    ...(status === 'called off' && isMoved(lastOff!) ? { putOff: true as const } : {}),
    inSession,
    ...(endToldBy.length > 0 ? { endToldBy } : {}),
    delegations,
    agenda: [...new Set(cluster.flatMap((one) => one.part.agenda.map((phrase) => phrase.text)))].sort(),
    ...(outcome === undefined ? {} : { outcome }),
    status,
  }
  const key = `round|${familyOf(cluster[0]!)}|${place?.id ?? sidesOf(cluster[0]!).sort().join('+')}|${opens?.earliest ?? ''}`
  return {
    kind: 'round',
    body,
    told: cluster,
    valid: { ...(opens ? { from: opens } : {}), ...(ends ? { to: ends } : {}) },
    key,
    mergedBy: place
      ? `${NAMES[form]} in ${place.name}, days that lie together`
      : `${NAMES[form]} of the same sides and time`,
  }
}

/** Words of what was moved to an earlier day. */
const FORWARD = /\b(?:forward|earlier|sooner|advanced|moved up)\b/i

/** When its report was out. */
const outOn = ({ placed: { published } }: Told): string => published.latest ?? ''

const ENDED: ReadonlySet<string> = new Set(['ends', 'collapsed'])

/** Days it was moved from, as told or as planned before; those that an undated report tells only where no other does. */
function oldDays(cluster: readonly Told[], given: readonly Days[]): Days[] {
  const sure = [...cluster.filter(isDated).flatMap((one) => oldDayOf(one) ?? []), ...given]
  return sure.length > 0 ? sure : cluster.flatMap((one) => oldDayOf(one) ?? [])
}

/** The town that is told, else the state. */
const placeOf = (told: readonly Told[]): Ref | undefined =>
  (told.find((one) => one.part.within) ?? told.find((one) => one.part.place))?.part.place

/** Whether what was called off for a day was planned for another since, or held and told as moved from that day. */
const isMadeGood = (cluster: readonly Told[], off: Told): boolean =>
  cluster.some(
    (one) =>
      !isOff(one) &&
      (within(oldDayOf(one), dayOf(off) ?? {}) ||
        (isAhead(one) &&
          isNear(dayOf(one)) &&
          !within(dayOf(one), dayOf(off) ?? {}) &&
          (one.placed.published.latest ?? '') >= (off.placed.published.latest ?? ''))),
  )

/** By its place; where none is given, by who meets. */
function nameOf(form: string, place: Ref | undefined, delegations: RoundBody['delegations']): string {
  if (place) return `${NAMES[form]} in ${place.name}`
  const people = delegations.flatMap((one) => one.members.map((member) => member.person.name))
  const sides = delegations.flatMap((one) => (one.party ? [one.party.name] : []))
  const who = people.length >= 2 && people.length <= 4 ? people : sides
  return who.length > 1 ? `${NAMES[form]} of ${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : NAMES[form]!
}

/** The earliest day told exactly; where none is, the narrowest. */
function firstDay(days: readonly (Days | undefined)[]): Days | undefined {
  return firstOf(days.filter(isExact)) ?? narrowestOf(days)
}

/** The first of the last days that are told. */
const lastDay = (told: readonly Told[]): Days | undefined =>
  firstOf(
    told.flatMap((one) => {
      const last = lastDayOf(one)
      return last === undefined ? [] : [{ earliest: last, latest: last }]
    }),
  )

const isWithin = (inner: Days, outer: Days) =>
  inner.earliest! >= outer.earliest! && inner.latest! <= outer.latest!

function distinctDays(days: readonly Days[]): Days[] {
  const narrow = days.filter(
    (one) => !days.some((other) => other !== one && isWithin(other, one) && !isWithin(one, other)),
  )
  const seen = new Map(narrow.map((one) => [`${one.earliest}|${one.latest}`, one]))
  return [...seen.keys()].sort().map((key) => seen.get(key)!)
}

function delegationsOf(cluster: readonly Told[]): RoundBody['delegations'] {
  const sides = new Map<
    string,
    {
      party?: Ref
      seats: Map<string, { person: Ref; offices: string[]; head: boolean; reports: Set<string> }>
    }
  >()
  for (const one of cluster)
    for (const delegation of one.part.delegations) {
      const id = delegation.party?.id ?? ''
      let side = sides.get(id)
      if (!side) {
        side = { ...(delegation.party ? { party: delegation.party } : {}), seats: new Map() }
        sides.set(id, side)
      }
      for (const member of delegation.members) {
        const seat = side.seats.get(member.person.id) ?? {
          person: member.person,
          offices: [],
          head: false,
          reports: new Set<string>(),
        }
        if (member.office) seat.offices.push(member.office)
        if (member.head) seat.head = true
        if (member.person.name.length > seat.person.name.length) seat.person = member.person
        seat.reports.add(one.placed.reading.report.id)
        side.seats.set(member.person.id, seat)
      }
    }
  // Whom one report seats without telling for whom sits where another seats him.
  const unsided = sides.get('')
  if (unsided)
    for (const [id, seat] of unsided.seats) {
      const home = [...sides.values()].find((side) => side !== unsided && side.seats.has(id))
      if (!home) continue
      const known = home.seats.get(id)!
      known.offices.push(...seat.offices)
      known.head ||= seat.head
      for (const report of seat.reports) known.reports.add(report)
      if (seat.person.name.length > known.person.name.length) known.person = seat.person
      unsided.seats.delete(id)
    }
  if (unsided?.seats.size === 0) sides.delete('')
  return [...sides.keys()].sort().map((id) => {
    const side = sides.get(id)!
    return {
      ...(side.party ? { party: side.party } : {}),
      members: [...side.seats.values()]
        .map(({ person, offices, head, reports }) => {
          const office = mostTold(offices, (one) => one)
          return { person, ...(office ? { office } : {}), ...(head ? { head } : {}), namedBy: reports.size }
        })
        .sort((a, b) => b.namedBy - a.namedBy || (a.person.id < b.person.id ? -1 : 1)),
    }
  })
}
