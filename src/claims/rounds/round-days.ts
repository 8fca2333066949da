// In: a scene and a word that tells of a meeting. Out: its days: those it was moved from and to, those of each meeting, how long it took.

import type { Doc } from '../../language/doc.ts'
import { ORDINALS } from '../../language/quantities/numerals.ts'
import { addDays, type ClaimDay, type Range, type Ref } from '../../model/index.ts'
import { movedDays } from '../deadlines/moved-days.ts'
import { claimDay, roleOf } from '../sentence/attached-days.ts'
import { firstFrom, nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { doneTo, phrasal } from './round-verbs.ts'

/** "The round has been postponed to 9 May": its new day and those of the old plan; undefined where none is told. */
export function movedTo(scene: Scene, trigger: number): ClaimDay[] | undefined {
  const verb = doneTo(scene, trigger)
  if (verb < 0) return undefined
  const move = scene.rows('deadline-verbs').get(phrasal(scene, verb))?.move
  if (move !== 'extended' && move !== 'brought forward') return undefined
  const { due, was } = movedDays(scene, verb, trigger)
  const [day] = due
  if (!day || due.length > 1) return undefined
  const earlier = was.length > 0 ? 0 : movedBy(scene, verb)
  const before = earlier > 0 ? [{ ...day, plusDays: (day.plusDays ?? 0) - earlier }] : was
  return [{ ...day, role: 'on' }, ...before.map((old) => ({ ...old, role: 'originalDue' as const }))]
}

/** "Put back by a week to 3 May": by how many days; 0 where not told. */
function movedBy({ doc }: Scene, verb: number): number {
  const span = nearby(doc.times, verb, 8).find(
    ({ type, first }) => type === 'DURATION' && first > verb && doc.tokens.lower[first - 1] === 'by',
  )
  const [, number, unit] = /^P(\d+)([DW])$/.exec(span?.value ?? '') ?? []
  return number ? Number(number) * (unit === 'W' ? 7 : 1) : 0
}

const PLANNED: ReadonlySet<string> = new Set(['plan', 'schedule', 'set', 'slate', 'due', 'expect', 'fix'])

const ENDING: ReadonlySet<string> = new Set(['end', 'close', 'finish', 'conclude'])

const BEFORE: ReadonlySet<string> = new Set(['originally', 'initially', 'previously', 'had', 'was', 'were'])

/**
 * "The round, which had been planned for May 3, will now open on May 9": the first is the day of the old plan, where the
 * words say "originally" or the sentence gives another day.
 */
export function movedFrom({ doc }: Scene, trigger: number, days: readonly ClaimDay[]): ClaimDay[] {
  const { tokens } = doc
  const planBefore = (day: ClaimDay): string | undefined => {
    const time = nearby(doc.times, trigger).find(({ start }) => start === day.start)
    for (let at = (time?.first ?? 0) - 1; at > trigger && at >= (time?.first ?? 0) - 4; at--)
      if (PLANNED.has(tokens.lemma[at]!)) {
        const words = tokens.lower.slice(Math.max(trigger, at - 3), at)
        return words.find((word) => BEFORE.has(word))
      }
    return undefined
  }
  const plans = days.map(planBefore)
  const isEnd = (day: ClaimDay, at: number): boolean => {
    const time = nearby(doc.times, trigger).find(({ start }) => start === day.start)
    const words = time ? tokens.lemma.slice(Math.max(trigger, time.first - 3), time.first) : []
    return plans[at] !== undefined && words.some((word) => ENDING.has(word))
  }
  if (days.length > 1 && days.some(isEnd)) return days.filter((day, at) => !isEnd(day, at))
  const isOld = (at: number): boolean => {
    const said = plans[at]
    return said !== undefined && (/ly$/.test(said) || plans.some((other) => other === undefined))
  }
  // "Scheduled for March 2-3": the last of the days is of the same plan.
  const isJoined = (day: ClaimDay, at: number): boolean =>
    at > 0 && isOld(at - 1) && /^\s?(?:-|–|and|to)\s?$/.test(doc.text.slice(days[at - 1]!.end, day.start))
  return days.flatMap((day, at) =>
    isJoined(day, at) ? [] : isOld(at) ? { ...day, role: 'originalDue' as const } : day,
  )
}

/**
 * "The round expected this week began on Thursday": of two days the one of its own verb, where the other hangs on a plan
 * right behind the noun. A year alone is the day of nothing that is told of with a day.
 */
export function ofItsVerb(
  { doc, grammar }: Scene,
  trigger: number,
  days: readonly ClaimDay[],
): readonly ClaimDay[] {
  const { tokens } = doc
  const exact = withoutArranging(
    doc,
    trigger,
    ownOf(doc, trigger, days).filter(({ value }) => !/^\d{4}$/.test(value ?? '')),
  )
  // "Quotas for 2027".
  if (exact.length === 0) return days.filter(({ relation }) => relation === 'on')
  const [first, second] = exact
  if (!first || !second || grammar.isVerb(trigger) || first.role !== 'on' || second.role !== 'on')
    return exact
  const planned = nearby(doc.times, trigger).find(({ start }) => start === first.start)
  const head = tokens.head[trigger] ?? -1
  const isPlan =
    planned !== undefined &&
    head > planned.first &&
    tokens.lemma.slice(trigger, planned.first).some((word) => PLANNED.has(word))
  return isPlan && /^VB[DZP]$/.test(tokens.tag[head]!) ? exact.slice(1) : exact
}

/** "The July 25 call was told of on Thursday": the days in front of the noun are its own. */
function ownOf(
  { times, tokens }: Scene['doc'],
  trigger: number,
  days: readonly ClaimDay[],
): readonly ClaimDay[] {
  const isInFront = ({ start }: ClaimDay): boolean => {
    const time = nearby(times, trigger).find((one) => one.start === start)
    if (!time || time.last > trigger || trigger - time.last > 2) return false
    const [last] = [time.last - 1]
    return tokens.head[last!] === trigger || tokens.head[tokens.head[last!]!] === trigger
  }
  const own = days.filter(isInFront)
  return own.length > 0 && days.length > 1 && days.every(({ role }) => role === 'on') ? own : days
}

/** Verbs by which a meeting is brought about, whatever its own day. */
const ARRANGING: ReadonlySet<string> = new Set(
  'arrange call convene organize organise agree announce propose request'.split(' '),
)

/** "The Wednesday session, hastily convened over the weekend": of several days not that on which it was arranged. */
function withoutArranging(
  { times, tokens }: Scene['doc'],
  trigger: number,
  days: readonly ClaimDay[],
): readonly ClaimDay[] {
  if (days.length < 2) return days
  const isOfIt = ({ start }: ClaimDay): boolean => {
    const time = nearby(times, trigger).find((one) => one.start === start)
    if (!time || time.first <= trigger || tokens.lower[time.first - 1] === 'for') return true
    for (let at = time.first - 1; at > trigger; at--)
      if (/^VB[DN]$/.test(tokens.tag[at]!)) return !ARRANGING.has(tokens.lemma[at]!)
    return true
  }
  const own = days.filter(isOfIt)
  return own.length > 0 ? own : days
}

/**
 * "Talks beginning on Monday", "talks in Bergen, which began on Monday"; not "workers missing a paycheck on Friday" nor "met
 * before a fair, which begins on Monday".
 */
const isOfTalks = ({ doc, grammar, rows }: Scene, trigger: number, verb: number): boolean => {
  const { tag, lower, lemma } = doc.tokens
  const isPhase = rows('round-phases').has(lemma[verb]!)
  if (/^(?:which|that)$/.test(lower[verb - 1] ?? ''))
    return isPhase && !grammar.isVerb(trigger) && !lower.slice(trigger, verb).some((word) => BESIDE.has(word))
  return tag[verb] === 'VBG' && (isPhase || grammar.objects(verb).length === 0)
}

/** Words that set beside a meeting something else that has a day. */
const BESIDE: ReadonlySet<string> = new Set(
  'before after ahead eve during following since until despite amid'.split(' '),
)

/** "The round, the seventh held this year, opened on": its verb behind what is set between commas; the word itself where nothing is. */
function behindAside({ doc, rows }: Scene, noun: number): number {
  const { form, lower, lemma, sent, tag } = doc.tokens
  if (form[noun + 1] !== ',' || !/^(?:the|their|its|a)$/.test(lower[noun + 2] ?? '')) return noun
  let at = noun + 2
  while (sent[at] === sent[noun] && form[at] !== ',') at++
  return /^VB[DN]/.test(tag[at + 1] ?? '') && rows('round-phases').has(lemma[at + 1]!) ? at + 1 : noun
}

/** On the surface: the first day after the trigger, with no other verb between. */
export function nearbyDays(scene: Scene, trigger: number): ClaimDay[] {
  const { doc, grammar } = scene
  for (const time of nearby(doc.times, trigger)) {
    // "Spent seven hours on Tuesday": how long is no day.
    if ((time.type === 'DURATION' && grammar.isVerb(trigger)) || isCounting(doc, time, trigger)) continue
    if (time.first <= trigger || doc.tokens.sent[time.first] !== doc.tokens.sent[trigger]) continue
    for (let at = behindAside(scene, trigger) + 1; at < time.first; at++)
      if (/^[:;]$/.test(doc.tokens.form[at]!) || (grammar.isVerb(at) && !isOfTalks(scene, trigger, at)))
        return []
    // "Talks since the Jan. 6 test": the day of the test.
    const noun = doc.tokens.head[time.last - 1]!
    const isBeside = doc.tokens.form[time.last] !== ','
    if (
      isBeside &&
      noun >= time.last &&
      /^(?:compound|nummod|amod|nmod)/.test(doc.tokens.dep[time.last - 1]!)
    )
      return []
    const isDay = time.type === 'DATE' || time.type === 'TIME'
    const dated = isDay && !/^\d{4}$|_REF$/.test(time.value ?? '')
    if (isDay && !dated) continue
    return dated ? [claimDay(doc, time, roleOf(time))] : []
  }
  return []
}

/** "The round, the seventh since April, opened", "the talks, their fifth this year,": the stretch over which meetings are counted. */
export const isCounting = ({ text, tokens }: Doc, { start, end }: Range, trigger: number): boolean =>
  tokens.form[trigger + 1] === ',' &&
  text[end] === ',' &&
  (isSince({ text }, { start }) || /^(?:this|last) (?:year|season)$/i.test(text.slice(start, end)))

/** "The fifth round since May": from when they are counted. */
export const isSince = ({ text }: Pick<Doc, 'text'>, { start }: Pick<Range, 'start'>): boolean =>
  /\bsince (?:the |last )?$/i.test(text.slice(Math.max(0, start - 11), start))

/** "Since Monday, when the two presidents spoke": the day that the clause is said of. */
export function whenDay({ doc, grammar }: Scene, trigger: number): ClaimDay[] {
  const { lower, form } = doc.tokens
  const [when] = grammar.dependents(trigger, 'advmod', 'mark').filter((word) => lower[word] === 'when')
  if (when === undefined) return []
  const end = form[when - 1] === ',' ? when - 1 : when
  const time = nearby(doc.times, when).find(({ last, type }) => last === end && type === 'DATE')
  return time ? [claimDay(doc, time, 'on')] : []
}

/**
 * A meeting told with two days joined by "and" is two: "met on 20 October and 4 November"; one that lasts where the second
 * is the day after the first.
 */
export function eachDay({ doc }: Scene, told: Found): Found[] {
  const { days = [] } = told
  const [first, second] = days
  if (!first || !second || days.length > 2 || first.role !== 'on' || second.role !== 'on') return [told]
  const joined = /^and( on)?$/.test(doc.text.slice(first.end, second.start).trim())
  if (!joined) return [told]
  if (isDayAfter(first, second)) return [{ ...told, days: [first, { ...second, role: 'to' }] }]
  return [
    { ...told, days: [first] },
    { ...told, days: [second], trigger: firstFrom(doc.tokens, second.start) },
  ]
}

/** "May 10 and 11", "Monday and Tuesday". */
function isDayAfter({ relative, value }: ClaimDay, other: ClaimDay): boolean {
  const next = other.relative
  if (relative?.kind === 'month' && next?.kind === 'month')
    return relative.month === next.month && Number(relative.date) + 1 === next.date
  if (relative?.kind === 'weekday' && next?.kind === 'weekday') return Number(relative.day) + 1 === next.day
  const plain = /^\d{4}-\d\d-\d\d$/
  return plain.test(value ?? '') && plain.test(other.value ?? '') && addDays(value!, 1) === other.value
}

const UNITS: ReadonlySet<string> = new Set(['hour', 'day', 'week', 'month', 'session', 'round'])

/** "Two days of talks": the time that the meeting took, over it; −1 where none is told. */
export function spanOver({ doc, grammar }: Scene, trigger: number): number {
  const over = doc.tokens.head[trigger]!
  if (over < 0 || doc.tokens.dep[trigger] !== 'nmod' || grammar.caseOf(trigger) !== 'of') return -1
  const counted =
    grammar.dependents(over, 'nummod').length > 0 ||
    grammar.dependents(over, 'amod').some((word) => ORDINALS.has(doc.tokens.lower[word]!))
  return counted && UNITS.has(doc.tokens.lemma[over]!) ? over : -1
}

/** "Talks that opened on Monday broke up on Tuesday", "ended two days of talks on Tuesday": from Monday to Tuesday. */
export function toTheirEnd(scene: Scene, trigger: number, days: readonly ClaimDay[]): readonly ClaimDay[] {
  const [first, second] = days
  if (first?.role === 'on' && second?.role === 'on' && days.length === 2) {
    // "Wrapped up on Monday, having begun on Sunday": the end stands first.
    const isTurned = /\b(?:beg[au]n|opened|started)\b/.test(scene.doc.text.slice(first.end, second.start))
    const [opens, ends] = isTurned ? [second, first] : [first, second]
    return [
      { ...opens, role: 'from' },
      { ...ends, role: 'to' },
    ]
  }
  return overDays(scene, trigger, days)
}

/** "Opened on Monday and ended on Wednesday": to the day of the verb of ending that the one of the meeting is joined to. */
export function tillEnd(scene: Scene, trigger: number, days: readonly ClaimDay[]): readonly ClaimDay[] {
  const { grammar, doc, rows } = scene
  const [first] = days
  if (!first || days.length > 1 || first.role !== 'on') return days
  const over = doc.tokens.head[trigger]!
  const verb = grammar.isVerb(trigger) ? trigger : /^nsubj/.test(doc.tokens.dep[trigger]!) ? over : -1
  if (verb < 0) return days
  const phases = rows('round-phases')
  const end = grammar
    .conjuncts(verb)
    .find(
      (one) =>
        one > verb &&
        doc.tokens.tag[one] === 'VBD' &&
        /^(?:ends|collapsed)$/.test(
          (phases.get(phrasal(scene, one)) ?? phases.get(doc.tokens.lemma[one]!))?.phase ?? '',
        ),
    )
  const [last] = end === undefined ? [] : scene.days([end]).filter(({ role }) => role === 'on')
  return last && last.start !== first.start
    ? [
        { ...first, role: 'from' },
        { ...last, role: 'to' },
      ]
    : days
}

/** "After two days of talks on Tuesday": from Monday to Tuesday. */
export function overDays(scene: Scene, trigger: number, days: readonly ClaimDay[]): readonly ClaimDay[] {
  const [last] = days
  if (!last || days.length > 1 || last.role !== 'on') return days
  const count = daysTaken(scene, trigger)
  if (!(count >= 2 && count <= 9)) return days
  return [
    { ...last, role: 'from', plusDays: (last.plusDays ?? 0) - count + 1 },
    { ...last, role: 'to' },
  ]
}

/** "Two days of talks", "a two-day round", "ended after two days": how many days it took; 0 where that is not told. */
function daysTaken({ doc, grammar }: Scene, trigger: number): number {
  const { head, lower } = doc.tokens
  const over = head[trigger]!
  const time = nearby(doc.times, trigger, 16).find(({ type, first, last }) => {
    if (type !== 'DURATION') return false
    const own = head[last - 1]!
    const isOver = last - 1 === over && grammar.caseOf(trigger) === 'of'
    const isBefore = last <= trigger && own === trigger
    return isOver || isBefore || (lower[first - 1] === 'after' && first > trigger && own === over)
  })
  return Number(/^P(\d+)D$/.exec(time?.value ?? '')?.[1] ?? 0)
}

/** "The envoys parted on Thursday after two days of talks": the day on which they left is that of the end. */
export function dayOfLeaving(scene: Scene, trigger: number): ClaimDay[] {
  const verb = leaving(scene, trigger)
  if (verb < 0) return []
  return scene
    .days([verb, ...scene.grammar.objects(verb)])
    .filter(({ role, type }) => role === 'on' && type !== 'DURATION')
}

/** Who left after the talks. */
export const leavers = (scene: Scene, trigger: number): Ref[] => {
  const verb = leaving(scene, trigger)
  return verb < 0 ? [] : scene.grammar.subjects(verb).flatMap((token) => scene.fillers.parties(token))
}

/** The verb of leaving that talks stand behind; −1 where there is none. */
export function leaving(scene: Scene, trigger: number): number {
  const { doc, grammar } = scene
  const span = spanOver(scene, trigger)
  const standing = span < 0 ? trigger : span
  const verb = doc.tokens.head[standing]!
  return grammar.caseOf(standing) === 'after' && LEAVES.has(doc.tokens.lemma[verb] ?? '') ? verb : -1
}

/** Verbs by which those who met go their ways. */
const LEAVES: ReadonlySet<string> = new Set(
  'adjourn break depart disperse emerge leave part return rise separate'.split(' '),
)

/** "Given until Friday as talks end": the day stands before a clause of which the meeting is. */
export function isOfOtherClause({ doc }: Scene, { end }: ClaimDay, trigger: number): boolean {
  const { start, lower, sent } = doc.tokens
  for (let at = trigger; start[at]! >= end && sent[at] === sent[trigger]; at--)
    if (/^(?:as|while|when)$/.test(lower[at]!)) return true
  return false
}

/** "Chile hosts talks; the next session on Saturday": a day behind a semicolon is of what stands there. */
export const isBehindStop = ({ tokens, text }: Doc, { start }: ClaimDay, trigger: number): boolean =>
  start > tokens.end[trigger]! && text.slice(tokens.end[trigger]!, start).includes(';')
