// In: one telling of a meeting. Out: its days, sides and how it stands, as clusters and entries ask for them.
import { addDays, type Days, isActual, type RoundPart } from '../../model/index.ts'
import { dayOfRole, modalityOn, type ToldPart } from '../placing/placed.ts'

export type Told = ToldPart<RoundPart>

export const familyOf = (told: Told) => (told.part.form === 'meeting' ? 'round' : told.part.form)
/** The day it was on or is to be; what is to be by a day has no first one, what was asked for lies ahead of its report. */
export function dayOf(told: Told): Days | undefined {
  const off = isOff(told) ? dayOfRole(told, 'originalDue') : undefined
  if (off) return off
  const on = dayOfRole(told, 'on', 'from')
  if (!on) {
    const by = dayOfRole(told, 'due')
    return told.claim.evidence.modality === 'held' ? by : by && { latest: by.latest }
  }
  const out = told.placed.published.latest
  const past = out !== undefined && on.latest !== undefined && on.latest <= out
  return told.claim.evidence.modality === 'possible' && past ? undefined : on
}
/** The day it had been planned for before it was moved. */
export const oldDayOf = (told: Told): Days | undefined =>
  isOff(told) ? undefined : dayOfRole(told, 'originalDue')
export const isNear = (days: Days | undefined): days is { earliest: string; latest: string } =>
  days?.earliest !== undefined && days.latest !== undefined && addDays(days.earliest, 16) >= days.latest

export const isOff = ({ part }: Told): boolean => part.phase === 'called off'
/** What is told with its first and last day tells more than its end. */
export const isEnd = (one: Told): boolean =>
  (one.part.phase === 'ends' || one.part.phase === 'collapsed') && dayOfRole(one, 'to') === undefined

/** Days a round may last; a later end is that of something else. */
const LASTS = 16

/** "From 3 to 7 May": its last day. */
export function lastDayOf(told: Told): string | undefined {
  const last = dayOfRole(told, 'to')?.latest
  const first = dayOf(told)?.earliest
  if (!last || !first || last < first || last > addDays(first, LASTS)) return undefined
  return last
}

/** Days after its opening within which "the talks ended" may be told of a round. */
const MAY_LAST = 12

/** Its days: from the first to the last that is told; of an end from those on which it may have opened. */
export function spanOf(one: Told): Days | undefined {
  const days = dayOf(one)
  if (!isNear(days)) return days
  return isEnd(one)
    ? { earliest: addDays(days.earliest, -MAY_LAST), latest: days.latest }
    : { earliest: days.earliest, latest: lastDayOf(one) ?? days.latest }
}

export const isAhead = (one: Told): boolean => !isActual(modalityOn(one, dayOf(one)))

export const within = (inner: Days | undefined, outer: Days) =>
  inner?.earliest !== undefined &&
  outer.latest !== undefined &&
  inner.earliest <= outer.latest &&
  inner.latest! >= outer.earliest!

export const sidesOf = (told: Told) =>
  told.part.delegations.flatMap((one) => (one.party ? [one.party.id] : []))
