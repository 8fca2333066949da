// In: a scene, a verb or noun of moving. Out: the days of the move: until when now, until when before, and when it was done.
import type { TimeExpression } from '../../language/doc.ts'
import type { ClaimDay } from '../../model/index.ts'
import { claimDay, coming, timesOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { countedAt, isDueDay } from './due-times.ts'

const TO: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'into'])
/** What may stand between a preposition and the day it governs: "to as late as 3 May", "until at least June". */
const LOOSE: ReadonlySet<string> = new Set(
  'the about around as at late early least mid end of next just midnight noon , end-of a new first second third last week days day half middle beginning start evening morning afternoon sunset sunrise sundown dawn dusk nightfall'.split(
    ' ',
  ),
)

const HOURS: ReadonlySet<string> = new Set(
  'midnight noon sunset sunrise sundown dawn dusk nightfall'.split(' '),
)

/** The preposition of a time on the surface, past words of vagueness; "" where none stands there. */
export function prepositionOf({ doc }: Scene, time: TimeExpression): string {
  const { lower, sent, tag } = doc.tokens
  for (let at = time.first - 1; at >= 0 && at >= time.first - 6 && sent[at] === sent[time.first]; at--) {
    // "Until sunset on Thursday".
    if (lower[at] === 'on' && HOURS.has(lower[at - 1] ?? '')) continue
    if (/^(?:IN|TO)$/.test(tag[at]!) && lower[at] !== 'as' && lower[at] !== 'at' && lower[at] !== 'of')
      return lower[at]!
    if (lower[at] === 'on' || TO.has(lower[at]!)) return lower[at]!
    if (!LOOSE.has(lower[at]!)) return ''
  }
  return ''
}

/** Words before an infinitive that tell what was to come: "due to start", "set to expire". */
const DUE: ReadonlySet<string> = new Set(
  'due set scheduled slated supposed meant expected planned bound was were'.split(' '),
)
/** Verbs of coming into being or to an end. */
export const COMES: ReadonlySet<string> = new Set(
  'start begin commence expire lapse end close run take go come enter kick fall resume strike walk open leave'.split(
    ' ',
  ),
)

/** "Due to start on Thursday", "was to expire at midnight": the infinitive of what was to come, at `to`. */
export function isToCome({ doc }: Scene, to: number): boolean {
  const { lower, lemma, tag } = doc.tokens
  return (
    lower[to] === 'to' && DUE.has(lower[to - 1] ?? '') && tag[to + 1] === 'VB' && COMES.has(lemma[to + 1]!)
  )
}

/** "Had been due to lapse", "was to run out": a plan as it was before something else was told of it. */
export const isOldPlan = ({ doc }: Scene, verb: number): boolean =>
  /\b(?:(?:had been (?:due|set|scheduled|expected|planned)|(?:was|were)(?: due| set| scheduled)?) to|(?:(?:was|were|once|first|originally) to|should) have)$/.test(
    doc.tokens.lower.slice(Math.max(0, verb - 5), verb).join(' '),
  )

/** "Would have lapsed", "would otherwise have run out": what does not come about. */
export const isUndone = ({ doc }: Pick<Scene, 'doc'>, verb: number): boolean =>
  /\bwould (?:otherwise )?have$/.test(doc.tokens.lower.slice(Math.max(0, verb - 3), verb).join(' '))

export interface MovedDays {
  readonly due: readonly ClaimDay[]
  readonly was: readonly ClaimDay[]
  readonly on: readonly ClaimDay[]
}

/** The days of a move told by `verb` from its own token to the end of its sentence; those inside the moved thing's name are old. */
export function movedDays(scene: Scene, verb: number, thing: number): MovedDays {
  const { doc, grammar } = scene
  const { tokens, sents } = doc
  const { first, last } = sents[tokens.sent[verb]!]!
  const name = grammar.phrase(thing, 'short')
  const due: ClaimDay[] = []
  const was: ClaimDay[] = []
  const on: ClaimDay[] = []
  const stands: ClaimDay[] = []
  const own = new Set(timesOf(doc, grammar, [verb]))
  for (const time of nearby(doc.times, verb)) {
    if (time.first < first || time.first >= last || !isDueDay(doc, time)) continue
    if (time.relation === 'at least until' || isSaidAgain(scene, time)) continue
    const preposition = prepositionOf(scene, time)
    const before = toCome(scene, Math.min(verb, thing), time)
    if (isNow(scene, time) && time.first > thing) {
      // "Moved from June to July, now set at 9 May": the last of all.
      was.unshift(...due.splice(0).map((day) => ({ ...day, role: 'originalDue' as const })))
      due.push(later(claimDay(doc, time, 'due')))
    } else if (before === 'was') was.push(stood(claimDay(doc, time, 'originalDue')))
    else if (before === 'now') due.push(later(claimDay(doc, time, 'due')))
    else if (TO.has(preposition) && preposition !== 'to' && thing < time.first && time.last <= verb)
      stands.push(later(claimDay(doc, time, 'due')))
    else if ((preposition === 'from' || isBeyond(scene, time)) && time.first > Math.min(verb, thing))
      was.push(stood(claimDay(doc, time, 'originalDue')))
    else if (TO.has(preposition) && time.first > Math.min(verb, thing) && !isInfinitive(scene, time))
      due.push(later(claimDay(doc, time, 'due')))
    else if (
      (time.first >= Math.max(name.first, verb < thing ? verb : 0) &&
        time.last - 1 <= name.last &&
        time.first < thing) ||
      // "The deadline, set for Friday, was moved": between the thing and what is done to it.
      (time.first > thing &&
        time.last <= verb &&
        (/^(?:for|on)$/.test(preposition) || tokens.lower[time.first - 1] === 'of'))
    ) {
      // "The deadline, which falls on Friday, has been moved three times": that is where it is now.
      const said = time.first > thing ? lastVerb(scene, thing, time.first) : -1
      // "The inquiry, which Chile opened on 5 May, was extended": what was done on that day is another thing.
      if (said >= 0 && tokens.tag[said] === 'VBD' && !COMES_DUE.has(tokens.lemma[said]!)) continue
      if (said >= 0 && /^VB[ZP]$/.test(tokens.tag[said]!)) stands.push(later(claimDay(doc, time, 'due')))
      else was.push(stood(claimDay(doc, time, 'originalDue')))
    } else if (own.has(time) && (preposition === 'on' || preposition === ''))
      on.push(claimDay(doc, time, 'on'))
  }
  // "The powers, which expire on 4 May, were extended until August".
  const byLength = due.length === 0 && lengthAfter(scene, Math.max(verb, thing), last) !== undefined
  if (due.length === 0 && !byLength) due.push(...stands)
  else was.push(...stands.map((day) => ({ ...day, role: 'originalDue' as const })))
  const counted = was.length === 0 ? untilNow(scene, Math.min(verb, thing), last) : undefined
  if (counted) was.push(counted)
  if (was[0] && isOverNow(scene, thing, verb)) was[0] = lastOfItsName(was[0])
  const longer =
    due.length === 0 && was.length > 0 ? lengthAfter(scene, Math.max(verb, thing), last) : undefined
  if (longer) due.push(laterBy(was[0]!, longer, 'due'))
  const earlier =
    due.length === 1 && was.length === 0 ? lengthBy(scene, Math.max(verb, thing), last) : undefined
  if (earlier) was.push(laterBy(due[0]!, earlier, 'originalDue'))
  return { due: due.slice(0, 1), was: was.slice(0, 1), on: on.slice(0, 1) }
}

/** "The vote had been planned for Sunday but was pushed back": told as over, with what came of it. */
const isOverNow = ({ doc }: Scene, thing: number, verb: number): boolean =>
  doc.tokens.lower.slice(thing, verb).includes('had') &&
  doc.tokens.lower.slice(Math.max(thing, verb - 2), verb).some((word) => word === 'was' || word === 'were')

/** The weekday that lies behind. */
const lastOfItsName = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'weekday'
    ? { ...day, relative: { ...day.relative, direction: -1, said: true } }
    : day

/** "A day later, on 3 May": the date behind the comma says which. */
const isSaidAgain = ({ doc }: Scene, time: TimeExpression): boolean =>
  /^(?:later|earlier)$/.test(doc.tokens.lower[time.last - 1]!) &&
  /^, on$/.test(doc.tokens.lower.slice(time.last, time.last + 2).join(' ')) &&
  nearby(doc.times, time.last, 4).some(({ first }) => first === time.last + 2)

/** "On Monday, hours before it was to expire": the day it had until then. */
function untilNow(scene: Scene, from: number, last: number): ClaimDay | undefined {
  const { lower, lemma } = scene.doc.tokens
  for (let at = from + 1; at < last; at++) {
    if (lower[at] !== 'before' && lower[at] !== 'ahead') continue
    for (let verb = at + 1; verb < Math.min(last, at + 9); verb++)
      if (COMES.has(lemma[verb]!) || lemma[verb] === 'deadline') return countedAt(scene, at, 'originalDue')
  }
  return undefined
}

/** How much longer: days, or months that are counted by the calendar. */
export type Longer = Pick<ClaimDay, 'plusDays' | 'plusMonths'>

const LENGTH = /^P(\d+)([DWMY])$/
const MORE = /\b(?:by|for|another|further|additional|extra|more)\b/

/** "By 30 days", "for another two weeks", "pushed back three days": how much longer; undefined where none is told. */
export function lengthAfter({ doc }: Scene, from: number, last: number): Longer | undefined {
  const { lower } = doc.tokens
  const span = nearby(doc.times, from).find(
    (time) => time.type === 'DURATION' && time.first > from && time.first < last,
  )
  if (!span) return undefined
  const isRightBehind = lower.slice(from + 1, span.first).every((word) => PARTICLES.has(word))
  const isTold =
    isRightBehind || MORE.test(lower.slice(Math.max(from, span.first - 3), span.last + 1).join(' '))
  return isTold ? lengthOf(span) : undefined
}
const PARTICLES: ReadonlySet<string> = new Set(['back', 'off', 'forward'])

/** "Put back by three weeks, to 3 May": the day before it, so much earlier; months are told too roughly for that. */
function lengthBy(scene: Scene, from: number, last: number): Longer | undefined {
  const by = scene.doc.tokens.lower.indexOf('by', from)
  const { plusDays } = (by > from && by < last && lengthAfter(scene, by - 1, Math.min(last, by + 5))) || {}
  return plusDays === undefined ? undefined : { plusDays: -plusDays }
}

/** A length of time in days or months. */
export function lengthOf({ value }: TimeExpression): Longer | undefined {
  const [, number, unit] = LENGTH.exec(value ?? '') ?? []
  if (!number) return undefined
  const count = Number(number)
  if (unit === 'D' || unit === 'W') return { plusDays: unit === 'W' ? count * 7 : count }
  return { plusMonths: unit === 'Y' ? count * 12 : count }
}

/** The same day so much later, as another role. */
export const laterBy = (
  day: ClaimDay,
  { plusDays, plusMonths }: Longer,
  role: ClaimDay['role'],
): ClaimDay => ({
  ...day,
  role,
  ...(plusDays === undefined ? {} : { plusDays: (day.plusDays ?? 0) + plusDays }),
  ...(plusMonths === undefined ? {} : { plusMonths: (day.plusMonths ?? 0) + plusMonths }),
})

/** "Beyond 3 May", "beyond its 3 May expiry". */
const isBeyond = ({ doc }: Scene, { first }: TimeExpression): boolean =>
  doc.tokens.lower.slice(Math.max(0, first - 2), first).includes('beyond')

/** "Now 9 May", "now set for 9 May", "now stands at 9 May". */
export const isNow = ({ doc }: Scene, time: TimeExpression): boolean =>
  /\bnow (?:(?:is |has been )?(?:set|fixed|due|scheduled|stands|falls|standing) ?|to \w+ )?(?:at|for|on)?$/.test(
    doc.tokens.lower.slice(Math.max(0, time.first - 5), time.first).join(' '),
  )

/** Verbs of a day on which something falls due. */
const COMES_DUE: ReadonlySet<string> = new Set('be have fall come expire end close lapse run'.split(' '))

/** The last verb before a day, back to a token; −1 where none stands there. */
const lastVerb = ({ doc }: Scene, from: number, to: number): number => {
  for (let at = to - 1; at > from; at--) if (/^VB/.test(doc.tokens.tag[at]!)) return at
  return -1
}

/** "to allow May 13 …": an infinitive's "to" governs no day. */
const isInfinitive = ({ doc }: Scene, time: TimeExpression): boolean => {
  for (let at = time.first - 1; at > time.first - 4 && at >= 0; at--)
    if (doc.tokens.lower[at] === 'to') return doc.tokens.tag[at + 1] === 'VB' && at + 1 < time.first
  return false
}

/** Tokens from the word of coming to its day. */
const REACH = 9

/** "… due to start on D": that was to be; "it would now run until D": that is to be. */
function toCome(scene: Scene, from: number, time: TimeExpression): 'was' | 'now' | undefined {
  const { lower, lemma, sent, tag } = scene.doc.tokens
  for (let at = time.first - 1; at > from && at > time.first - REACH && sent[at] === sent[from]; at--) {
    if (/^[;:]$/.test(lower[at]!)) return undefined
    if (!COMES.has(lemma[at]!)) continue
    if (isToCome(scene, at - 1))
      return TO.has(prepositionOf(scene, time)) && lemma[at] !== 'run' ? undefined : 'was'
    if (isUndone(scene, at)) return 'was'
    for (let word = at - 1; word > at - 4; word--)
      if (/^(?:will|would|shall)$/.test(lower[word]!)) return 'now'
    if (/^(?:VBD|VBN)$/.test(tag[at]!)) return undefined
  }
  return undefined
}

/** What had been due before a move: the day of that name nearest to the report. */
export function stood(day: ClaimDay): ClaimDay {
  const { relative } = day
  return !relative || relative.said || relative.direction === undefined
    ? day
    : { ...day, relative: { ...relative, direction: 0 } }
}

/** "Was due to lapse on 12 August", told in November: the one gone by, unless the next is near. */
export function wasDue(day: ClaimDay): ClaimDay {
  const { relative } = stood(day)
  return relative?.kind === 'month' && !relative.said
    ? { ...day, relative: { ...relative, direction: -1 } }
    : stood(day)
}

/** What something is moved to lies ahead of the report, if not of the move. */
export function later(day: ClaimDay): ClaimDay {
  const { relative } = day
  return relative?.direction === undefined || relative.said
    ? day
    : { ...day, relative: { ...relative, direction: 1 } }
}

/** "Expires on 3 May", "the new date is 3 May": what is told in the present lies ahead. */
export const comingBy = (scene: Scene, verb: number, day: ClaimDay): ClaimDay =>
  isOldPlan(scene, verb)
    ? wasDue(day)
    : /^VB[ZP]$/.test(scene.doc.tokens.tag[verb]!)
      ? later(day)
      : coming(day)
