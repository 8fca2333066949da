// In: a symbolic day of a claim, the days its report may have appeared on. Out: the days it may mean, as a range.
import {
  addDays,
  addMonths,
  type Claim,
  type ClaimDay,
  type Day,
  type DayRole,
  type Days,
  daysBetween,
  resolveTime,
} from '../../model/index.ts'

/** A claim's day, resolved. `days` is one unknown day, both ends included; `words` as written. */
export interface ResolvedDay {
  readonly role: DayRole
  readonly days: Days
  readonly start: number
  readonly end: number
  readonly relation?: string
  /** Length in days where the expression is a duration. */
  readonly duration?: number
  /** Whether the expression itself names the year and needs no anchor. */
  readonly absolute: boolean
  /** True where it is the day after the report, told as past. */
  readonly nextMorning?: true
}

/** The widest span of publication days that is still used to resolve a relative day. */
const WIDEST_ANCHOR = 40

/**
 * The days an expression may mean where its report appeared between two days: resolved at both ends and between, and
 * the union taken. Undefined where it cannot be told, as "Monday" in a report that cannot be placed.
 */
export function resolveDay(day: ClaimDay, published: Days): ResolvedDay | undefined {
  const base = {
    role: day.role,
    start: day.start,
    end: day.end,
    ...(day.relation === undefined ? {} : { relation: day.relation }),
  }
  const { earliest, latest } = published
  const plain = dueIn(day, rangeOf(day, undefined))
  // "Left on the 24th", behind a day to come, is of the month before the report.
  const isOpen = day.relative?.kind === 'date' && earliest !== undefined
  if (plain && !isOpen) return { ...base, days: plain, absolute: true }
  if (earliest === undefined || latest === undefined) return undefined
  if (daysBetween(earliest, latest) > WIDEST_ANCHOR) return undefined
  let from: Day | undefined
  let to: Day | undefined
  let isNext = false
  for (let anchor = earliest; anchor <= latest; anchor = addDays(anchor, 1)) {
    const plainly = nearestOld(day, anchor) ?? dueIn(day, rangeOf(day, anchor))
    const range = earliest === latest ? plainly && nextMorning(day, plainly, anchor) : plainly
    if (!range) return undefined
    isNext ||= range !== plainly
    if (from === undefined || range.earliest! < from) from = range.earliest!
    if (to === undefined || range.latest! > to) to = range.latest!
  }
  return from === undefined || to === undefined
    ? undefined
    : {
        ...base,
        days: { earliest: from, latest: to },
        absolute: false,
        ...(isNext ? { nextMorning: true as const } : {}),
      }
}

/**
 * A weekday that tense alone puts six days back is as often the day after the report, which was begun the evening before
 * or dated where it was still yesterday: with an hour of the day ("passed early Friday") it is that day, without one
 * it is not known.
 */
function nextMorning(
  { relative, anchor: from, plusDays }: ClaimDay,
  range: { earliest: Day; latest: Day },
  published: Day,
): { earliest: Day; latest: Day } | undefined {
  if (relative?.kind !== 'weekday' || relative.direction !== -1 || relative.said || from === 'previous')
    return range
  // "Left on Sunday after three days of talks": the first of them is counted back from the Sunday.
  if (plusDays) return range
  if (range.earliest !== addDays(published, -6)) return range
  const day = addDays(published, 1)
  return relative.part === undefined ? undefined : { earliest: day, latest: day }
}

/** "The session set for Friday was called off": the Friday nearest to the report, whatever the tense. */
function nearestOld(day: ClaimDay, published: Day): { earliest: Day; latest: Day } | undefined {
  const { role, relative, anchor, previous, plusDays } = day
  if (role !== 'originalDue' || relative?.kind !== 'weekday' || relative.said || anchor === 'previous')
    return undefined
  if (previous || plusDays) return undefined
  const [behind, ahead] = ([-1, 1] as const).map((direction) =>
    rangeOf({ ...day, relative: { ...relative, direction } }, published),
  )
  if (!behind || !ahead) return undefined
  return daysBetween(behind.earliest, published) <= 3 ? behind : ahead
}

/** Days of a month into which its middle falls. */
const MIDDLE = [10, 20] as const

/** Roles of last days. */
const UNTIL: ReadonlySet<DayRole> = new Set(['due', 'originalDue', 'to'])

/** What is due "by the end of May" or lasts until then ends on its last day, what is due "by mid-May" about its middle. */
function dueIn(day: ClaimDay, range: { earliest: Day; latest: Day } | undefined) {
  if (!range || !UNTIL.has(day.role)) return range
  if (day.mod === 'END') return { earliest: range.latest, latest: range.latest }
  const month = range.earliest.slice(0, 8)
  const isMonth = range.earliest.endsWith('-01') && addMonths(range.earliest, 1) === addDays(range.latest, 1)
  return day.mod === 'MID' && isMonth
    ? { earliest: `${month}${MIDDLE[0]}`, latest: `${month}${MIDDLE[1]}` }
    : range
}

/** Days after which a date without a year that is said to be due is no longer one gone by. */
const LONG_AGO = 90

/** "Is funded through 30 September", told in March: the nearest of that date went by long ago, so it is the one to come. */
function dueDate(day: ClaimDay, published: Day | undefined): ReturnType<typeof rangeOf> {
  const { role, relative } = day
  if (role !== 'due' || relative?.kind !== 'month' || relative.direction !== 0 || relative.said || !published)
    return undefined
  const near = meantBy(day, published)
  if (!near || addDays(near.latest, LONG_AGO) >= published) return near
  return meantBy({ ...day, relative: { ...relative, direction: 1 } }, published)
}

/** The range an expression means from one publication day; both ends included. */
export const rangeOf = (
  day: ClaimDay,
  published: Day | undefined,
): { earliest: Day; latest: Day } | undefined => dueDate(day, published) ?? meantBy(day, published)

function meantBy(day: ClaimDay, published: Day | undefined): { earliest: Day; latest: Day } | undefined {
  if (day.type === 'DURATION' || day.type === 'SET') return undefined
  const previous = day.previous && rangeOf(day.previous as ClaimDay, published)
  const resolved = resolveTime(
    day as never,
    {
      ...(published === undefined ? {} : { published }),
      ...(previous ? { previous: { from: previous.earliest, to: addDays(previous.latest, 1) } } : {}),
    } as never,
  )
  if (!resolved.from || !resolved.to) return undefined
  const latest = addDays(resolved.to, -1)
  if (latest < resolved.from) return undefined
  const { plusDays = 0, plusMonths = 0 } = day
  const on = (one: Day) => addDays(addMonths(one, plusMonths), plusDays)
  return { earliest: on(resolved.from), latest: on(latest) }
}

/** A claim with its days resolved against its report's place in time. */
export interface PlacedClaim {
  readonly claim: Claim
  readonly days: readonly ResolvedDay[]
}

export function resolveClaim(claim: Claim, published: Days): PlacedClaim {
  const isDone = DONE.has(claim.evidence.modality)
  const isComing = TO_COME.test(claim.evidence.quote)
  const { foundBy, quote } = claim.evidence
  const isOver = !isComing && /^deadline\/due-on@/.test(foundBy) && TOLD_PAST.test(quote)
  const resolve = (day: ClaimDay) => {
    const near = nearestYear(day)
    if (isOver && day.role === 'due') {
      // "Due in May and then put off, it came out in September": the May that is over.
      const was = resolveDay({ ...near, role: 'originalDue' }, published)
      return was && { ...was, role: day.role }
    }
    // "Put off until March": from then on, which is ahead.
    const isPast = isDone && PAST.has(day.role) && !(day.role === 'from' && day.relation === 'until')
    if (near === day || isPast) return resolveDay(near, published)
    const ahead = resolveDay(day, published)
    return isComing || day.role === 'asOf' || !isFar(ahead, published) ? ahead : resolveDay(near, published)
  }
  const days = doneBefore(
    claim,
    claim.days.flatMap((day) => resolve(day) ?? []),
    published,
  )
  const old = inOrder(days.filter(({ role }) => role === 'originalDue'))
  const was = isDone ? old[0]?.days.earliest : undefined
  if (was === undefined) return { claim, days }
  // "Postponed from 7 to 21 October", told in November: to the day that follows the other.
  const after = (day: ClaimDay) => {
    const near = day.role === 'due' || day.role === 'on' ? resolveDay(nearestYear(day), published) : undefined
    return near?.days.earliest !== undefined && near.days.earliest > was ? near : resolve(day)
  }
  const now = claim.days.filter(({ role }) => role !== 'originalDue')
  return { claim, days: [...now.flatMap((day) => after(day) ?? []), ...old] }
}

/** The days that a thing had, the latest first: each lies before the one that followed it, of the year before where no year is said. */
function inOrder(old: readonly ResolvedDay[]): ResolvedDay[] {
  const all: ResolvedDay[] = []
  for (const one of old) {
    const next = all.at(-1)?.days.earliest
    const { earliest, latest } = one.days
    const isLater = !one.absolute && next && earliest && latest && earliest > next
    const back = isLater ? { earliest: addMonths(earliest, -12), latest: addMonths(latest, -12) } : one.days
    all.push({ ...one, days: back })
  }
  return all
}

/** Days back to which a weekday is that of the deed where the day ahead cannot be. */
const JUST_DONE = 3

/**
 * "Voted to close the port on Monday", told on Tuesday: no deed is done after its report; the day is that of what it is to do,
 * or, of a weekday, that just gone by.
 */
function doneBefore(
  { kind, body, evidence, days: told }: Claim,
  days: readonly ResolvedDay[],
  published: Days,
): readonly ResolvedDay[] {
  const out = published.latest
  const isDeed = kind === 'act' && !('about' in body && body.about) && DONE.has(evidence.modality)
  if (!isDeed || out === undefined) return days
  return days.flatMap((day) => {
    const { role, absolute, nextMorning: isNext } = day
    const { earliest, latest } = day.days
    const isAhead =
      role === 'on' && !absolute && !isNext && earliest !== undefined && earliest === latest && earliest > out
    if (!isAhead || earliest > addDays(out, 6)) return [day]
    const behind = addDays(earliest, -7)
    const isWeekday = told.some(
      ({ start, relative }) => start === day.start && relative?.kind === 'weekday' && !relative.said,
    )
    const isOnly = isWeekday && days.every((other) => other === day || other.role !== 'on')
    return isOnly && addDays(behind, JUST_DONE) >= out
      ? [{ ...day, days: { earliest: behind, latest: behind } }]
      : []
  })
}

/** Words of a sentence that tells of something to come. */
const TO_COME =
  /\b(?:will|shall|(?:is|are) (?:also |now |still )?(?:to|due|set|expected|scheduled|planned|meant)|until|till|through|(?:expire|end|lapse|start|begin|fall|take|open|close|run|come|return|meet|vote|goe)s)\b|['’]ll\b/i
const TOLD_PAST = /\b(?:was|were|had|did|came|went)\b/
/** Days after which a month and day told without a year are as likely those that are over. */
export const NEXT = 270

const isFar = (day: ResolvedDay | undefined, { latest }: Days): boolean =>
  day?.days.latest !== undefined && latest !== undefined && day.days.latest > addDays(latest, NEXT)

const DONE: ReadonlySet<string> = new Set(['held', 'background'])
/** Roles of days that lie behind what is told as done. */
const PAST: ReadonlySet<DayRole> = new Set(['on', 'from', 'originalDue', 'announced', 'asOf'])

/** "After talks on 9 February that failed", told in a present tense: what is done has the year nearest to its report, not the next. */
const nearestYear = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'month' &&
  day.relative.direction === 1 &&
  !day.relative.said &&
  day.anchor === 'published'
    ? { ...day, relative: { ...day.relative, direction: 0 } }
    : day
