// In: a meeting and what is told around it. Out: its days, what became of it, and who sat there.

import type { ClaimDay, Delegation, Ref, RoundPart } from '../../model/index.ts'
import { nearby } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { doersAfter, meetersOf, peopleOf, seated, sidesOf } from './meeters.ts'
import {
  dayOfLeaving,
  isBehindStop,
  isCounting,
  isOfOtherClause,
  isSince,
  leavers,
  movedFrom,
  movedTo,
  nearbyDays,
  ofItsVerb,
  whenDay,
} from './round-days.ts'
import { isCalledOff } from './round-holding.ts'
import { movedIt } from './round-it.ts'
import type { Journey } from './round-journeys.ts'
import { isPutOff, movedPlace } from './round-moves.ts'
import { isUndone, movedByDays, type Plan } from './round-plans.ts'

/** What is told around a meeting: the words of its event, its place, the one told before, the journey made for it, what it was to be. */
export interface Setting {
  readonly event: readonly number[]
  readonly place: Ref | undefined
  readonly before: RoundPart | undefined
  readonly journey: Journey | undefined
  readonly plan: Plan | undefined
}

/** When a meeting is told to be, and what became of its day. */
export interface Timing {
  readonly days: readonly ClaimDay[]
  /** True where a day hangs on its own words. */
  readonly dated: boolean
  /** Moved to other days, or to another place. */
  readonly moved: boolean
  readonly isElsewhere: boolean
  readonly putOff: boolean
  readonly undone: boolean
  readonly calledOff: boolean
  /** Whether its people are told to part on a day. */
  readonly isLeft: boolean
  /** The pronoun by which it is told as moved. */
  readonly it: number | undefined
}

/** "A fifth round, after talks on 30 May": the day of the meeting that came before. */
function isAfterOther({ doc, rows }: Scene, { start }: ClaimDay, trigger: number): boolean {
  const { tokens } = doc
  const time = nearby(doc.times, trigger).find((one) => one.start === start)
  if (!time) return false
  let noun = -1
  for (let at = time.first - 1; at > time.first - 9 && tokens.sent[at] === tokens.sent[time.first]; at--) {
    if (noun >= 0 && /^(?:after|following)$/.test(tokens.lower[at]!)) return true
    if (at === trigger || tokens.form[at] === ',' || /^(?:VB|MD|W)/.test(tokens.tag[at]!)) return false
    // "After the two days of talks": what stands before the meeting's own words ends them.
    if (noun >= 0 && !/^(?:DT|JJ|NN|CD|PRP\$|POS)/.test(tokens.tag[at]!)) return false
    if (rows('round-nouns').has(tokens.lemma[at]!)) noun = at
  }
  return false
}

export function timingOf(
  scene: Scene,
  trigger: number,
  { ordinal, agenda }: { readonly ordinal: number | undefined; readonly agenda: RoundPart['agenda'] },
  { event, journey, plan }: Setting,
): Timing {
  const { doc } = scene
  // "The fifth round since May": from when they are counted.
  const isOwn = (day: ClaimDay) => ordinal === undefined || !isSince(doc, day)
  const attached = ofItsVerb(
    scene,
    trigger,
    scene
      .days(event)
      .filter((day) => (day.type === 'DATE' || day.type === 'TIME') && !isCounting(doc, day, trigger))
      .filter(isOwn)
      .filter((day) => !isBehindStop(doc, day, trigger) && !isAfterOther(scene, day, trigger))
      .filter((day) => day.role !== 'to' || !isOfOtherClause(scene, day, trigger)),
  )
  // "Talks on transit after January": the month is in what they are about.
  const beside = nearbyDays(scene, trigger)
    .filter((day) => isOwn(day) && !isAfterOther(scene, day, trigger))
    .filter(
      ({ role, start }) => role === 'on' || agenda.every((one) => start < one.start || one.end <= start),
    )
  const it = movedIt(scene, trigger)
  const moved =
    withOldDay(movedTo(scene, trigger), it, plan) ??
    movedByDays(scene, trigger, plan) ??
    (plan?.now && [plan.now, ...(plan.nowTo ? [plan.nowTo] : []), plan.was])
  const undone = plan?.fate === undefined && isUndone(scene, trigger)
  const isElsewhere = movedPlace(scene, trigger) !== undefined
  const putOff = moved === undefined && (plan?.putOff || isPutOff(scene, trigger))
  const calledOff =
    moved === undefined &&
    !isElsewhere &&
    (putOff || plan?.fate === 'off' || undone || isCalledOff(scene, trigger))
  const left = dayOfLeaving(scene, trigger)
  const told =
    [
      plan?.isDue ? plan.stands! : [],
      whenDay(scene, trigger),
      attached,
      beside,
      plan?.stands ?? [],
      journey?.days ?? [],
      left,
    ].find((some) => some.length > 0) ?? []
  const days =
    calledOff && plan
      ? [plan.was]
      : (moved?.toSorted((a, b) => a.start - b.start) ?? movedFrom(scene, trigger, told))
  return {
    days,
    dated: attached.length > 0,
    moved: moved !== undefined,
    isElsewhere,
    putOff,
    undone,
    calledOff,
    isLeft: left.length > 0,
    it,
  }
}

/** Who sits at a meeting. */
export interface Attendance {
  /** Those whom its own words seat there. */
  readonly own: readonly Delegation[]
  readonly people: readonly Delegation[]
  readonly sides: readonly Ref[]
  /** How many meet: sides, or people where they are more. */
  readonly met: number
}

export function attendanceOf(
  scene: Scene,
  trigger: number,
  { isLeft }: Pick<Timing, 'isLeft'>,
  { event, journey, before }: Setting,
): Attendance {
  const { grammar, fillers } = scene
  const own = peopleOf(scene, event, journey ? grammar.subjects(journey.verb) : doersAfter(scene, trigger))
  const meeters = scene.grammar.isVerb(trigger) ? meetersOf(scene, trigger) : []
  // "The two men spoke": they sit there though their names stand elsewhere.
  const meant = meeters.filter(({ id }) => id.startsWith('person:'))
  const unnamed =
    before?.delegations ?? seated(scene, meant.length > 1 ? meant.map((person) => ({ person })) : [])
  const here = unique([
    ...meeters.flatMap((ref) => fillers.sideOf(ref) ?? []),
    ...sidesOf(scene, trigger),
    // "The envoys of Peru and Chile parted after two days of talks".
    ...(isLeft ? leavers(scene, trigger).flatMap((ref) => fillers.sideOf(ref) ?? []) : []),
  ])
  // "Both sides": others than those who met before are told of by themselves.
  const areOthers = here.length > 1 && here.some(({ id }) => !unnamed.some(({ party }) => party?.id === id))
  const people = own.length > 0 ? own : areOthers ? [] : unnamed
  const sides = unique([...here, ...people.flatMap((one) => (one.party ? [one.party] : []))])
  const met = Math.max(sides.length, people.flatMap((one) => one.members).length)
  return { own, people, sides, met }
}

/** "It was put back to 3 June": from the day that the words before gave it. */
const withOldDay = (
  days: ClaimDay[] | undefined,
  it: number | undefined,
  plan: Plan | undefined,
): ClaimDay[] | undefined => (it === undefined || !plan || days?.length !== 1 ? days : [...days, plan.was])
