// In: a scene, its deadlines. Out: the same; days through which one sentence moves one thing are one chain: "from 3 to 9 May and then to 2 June".
import type { TimeExpression } from '../../language/doc.ts'
import type { DeadlinePart } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { isDueDay, standsBefore } from './due-times.ts'
import { moved } from './found-deadline.ts'
import { COMES, isNow, later, prepositionOf, stood } from './moved-days.ts'
import { movedAs } from './moved-terms.ts'
import { oldPlanBefore } from './retimed.ts'

/** Fewest days of a chain: what is moved once is told by its verb. */
const FEWEST = 3

/** One deadline of all the days that a thing had, for the moves between them. */
export function withCourses(scene: Scene, found: readonly Found[]): Found[] {
  const { tokens } = scene.doc
  let all = [...found]
  for (const run of coursesIn(scene)) {
    const starts = new Set(run.map(({ first }) => tokens.start[first]!))
    const own = all.filter(
      ({ trigger, days = [] }) =>
        tokens.sent[trigger] === tokens.sent[run[0]!.first] &&
        (days.some(({ start }) => starts.has(start)) || days.length === 0),
    )
    const told = own.find((one) => partOf(one).move === 'extended' && !isPronoun(scene, one)) ?? own[0]
    if (told && !isAsked(scene, run) && !isOver(scene, run))
      all = [...all.filter((one) => !own.includes(one)), courseOf(scene, told, own, run)]
  }
  return all
}

/** "Wants it moved from 3 to 9 May and then to 2 June". */
function isAsked(scene: Scene, run: readonly TimeExpression[]): boolean {
  const [first, last] = [run[0]!.first - REACH, run.at(-1)!.first]
  const { sent } = scene.doc.tokens
  const moving: number[] = []
  for (let at = Math.max(0, first); at < last; at++)
    if (sent[at] === sent[last] && scene.grammar.isVerb(at) && isMoving(scene, at)) moving.push(at)
  return moving.length > 0 && !moving.some((verb) => movedAs(scene, verb))
}

/** "Put off to 3 May, came out on 1 May": the day it came about stands behind the last that it had. */
function isOver({ doc }: Scene, run: readonly TimeExpression[]): boolean {
  const { tag, form, sent } = doc.tokens
  const { last } = run.at(-1)!
  if (form[last] !== ',' || tag[last + 1] !== 'VBD') return false
  return nearby(doc.times, last, REACH).some(({ first }) => first > last && sent[first] === sent[last])
}

const isPronoun = (scene: Scene, one: Found): boolean =>
  scene.doc.tokens.tag[tokenAt(scene, partOf(one).what.start)]!.startsWith('PRP')

const partOf = (one: Found): DeadlinePart => (one.body as { about: DeadlinePart }).about

/** The last day is the one it has now; those before it, the latest first, are the ones it had. */
function courseOf({ doc }: Scene, told: Found, own: readonly Found[], run: readonly TimeExpression[]): Found {
  const [now, ...before] = [...run].reverse()
  const { what, obligor, movedBy, setBy, moves, onLapse } = partOf(told)
  const days = [
    later(claimDay(doc, now!, 'due')),
    ...before.map((time) => stood(claimDay(doc, time, 'originalDue'))),
  ]
  const counted = moves ?? own.map((one) => partOf(one).moves).find((one) => one !== undefined)
  const course = moved({ trigger: told.trigger, foundBy: 'deadline/course@1', days }, 'extended', what, {
    obligor,
    movedBy,
    setBy,
    ...(counted === undefined ? {} : { moves: counted }),
    ...(onLapse ? { onLapse } : {}),
  })
  return partOf(told).move === 'extended' ? { ...course, epistemics: told.epistemics! } : course
}

/** Rows of days, each the one to which what had the day before was moved. */
function coursesIn(scene: Scene): TimeExpression[][] {
  const { doc } = scene
  const { sent } = doc.tokens
  const runs: TimeExpression[][] = []
  let run: TimeExpression[] = []
  const close = () => {
    if (run.length >= FEWEST || (run.length === 2 && isAgain(scene, run))) runs.push(run)
    run = []
  }
  for (const time of doc.times) {
    if (!isDueDay(doc, time)) continue
    const last = run.at(-1)
    if (last && sent[last.first] !== sent[time.first]) close()
    else if (last && isNext(scene, run, time)) {
      // "From 3 to 9 May, from 9 May to 2 June": the day it was moved to before.
      if (wordsAt(scene, last) !== wordsAt(scene, time)) run.push(time)
      continue
    } else if (last && /^(?:on|in|)$/.test(prepositionOf(scene, time)) && !isNow(scene, time)) continue
    else close()
    if (isFirst(scene, time)) run = [time]
  }
  close()
  return runs
}

const ONTO = /^(?:to|until|till|through|into)$/
/** Tokens before a first day within which a move or an old plan is told. */
const REACH = 14

/** "Originally 3 May", "from 3 May", "had been due on 3 May", "put off to 3 May": where a chain begins. */
function isFirst(scene: Scene, time: TimeExpression): boolean {
  const { lower, sent } = scene.doc.tokens
  const before = lower.slice(Math.max(0, time.first - 6), time.first).join(' ')
  if (FIRST.test(before) || PLANNED.test(before) || oldPlanBefore(scene, time.first) >= 0) return true
  const preposition = prepositionOf(scene, time)
  if (preposition === 'from' || standsBefore(scene, time, nounBehind(scene, time))) return true
  for (let at = time.first - 1; at > time.first - REACH && sent[at] === sent[time.first]; at--)
    if (isMoving(scene, at)) return ONTO.test(preposition) || /^(?:for|of|on|)$/.test(preposition)
  return ONTO.test(preposition)
}

/** "The May 3 deadline". */
function nounBehind(scene: Scene, { last }: TimeExpression): number {
  let at = last
  while (at < last + 3 && !isDeadline(scene, at)) at++
  return isDeadline(scene, at) ? at : -1
}

const PLANNED =
  /\b(?:meant|due|set|scheduled|supposed|expected|planned|slated)(?: at first)?(?: to \w+(?: \w+)?)?(?: (?:for|on|at|by|in))?$/
const FIRST =
  /\b(?:original(?:ly)?|initial(?:ly)?|first|(?:deadline|date)(?= of)|previous(?:ly)?|formerly|had been|set)(?: (?:set|fixed|due|scheduled|planned|deadline|date|expiry))?(?: (?:for|on|at|by|of|was))?$/

/** Whether a thing whose last day was that of a row was moved to another: the words between tell nothing else. */
function isNext(scene: Scene, run: readonly TimeExpression[], time: TimeExpression): boolean {
  const { doc } = scene
  const { lower, sent } = doc.tokens
  const preposition = prepositionOf(scene, time)
  const isStep = ONTO.test(preposition) || preposition === 'from' || isNow(scene, time)
  const inside = nearby(doc.times, time.first, REACH)
  let again = false
  for (let at = time.first - 1; at >= run.at(-1)!.last && sent[at] === sent[time.first]; at--) {
    if (inside.some(({ first, last }) => first <= at && at < last)) continue
    if (AGAIN.has(lower[at]!)) again = true
    if (!isLink(scene, at)) return again && isStep
  }
  if (!isStep && IS_TOLD_FROM.test(wordsAt(scene, time))) return false
  const between = lower.slice(run.at(-1)!.last, time.first)
  return (
    isStep || again || (run.length > 1 && /^(?:, )?(?:and|,)$/.test(between.join(' ')) && !isWeekday(time))
  )
}

/** "Until 3 May and then again until 9 June": two moves, the day before them untold. */
const isAgain = ({ doc }: Scene, [one, next]: readonly TimeExpression[]): boolean =>
  doc.tokens.lower.slice(one!.last, next!.first).some((word) => AGAIN.has(word))

/** "Last week": when it was moved, not to what. */
const IS_TOLD_FROM = /\b(?:last|this|ago|earlier|later|yesterday|today)\b/
const wordsAt = ({ doc }: Scene, { first, last }: TimeExpression): string =>
  doc.tokens.lower.slice(first, last).join(' ')

const isWeekday = ({ relative }: TimeExpression): boolean => relative?.kind === 'weekday'

const AGAIN: ReadonlySet<string> = new Set(
  'then now later finally again subsequently eventually afterwards second third fourth fifth once more'.split(
    ' ',
  ),
)
const LINKS: ReadonlySet<string> = new Set(
  ', ; : ( ) - – — and but it they that which this to until till through into from for at on by of in as a an the last time another additional extra further recently most being been was were is are be has have had before back off out forward up yet only weeks days months week day month first due set scheduled expected just'.split(
    ' ',
  ),
)
const isLink = (scene: Scene, at: number): boolean => {
  const { lower, tag } = scene.doc.tokens
  return (
    LINKS.has(lower[at]!) ||
    AGAIN.has(lower[at]!) ||
    tag[at] === 'CD' ||
    isDeadline(scene, at) ||
    COMES.has(scene.doc.tokens.lemma[at]!) ||
    isMoving(scene, at)
  )
}

const isDeadline = ({ doc, rows }: Scene, at: number): boolean =>
  doc.tokens.lemma[at] === 'date' || rows('deadline-nouns').has(doc.tokens.lemma[at] ?? '')

/** A word of moving. */
const isMoving = (scene: Scene, at: number): boolean => {
  const row =
    verbRow(scene, at, scene.rows('deadline-verbs')) ??
    scene.rows('deadline-verbs').get(scene.doc.tokens.lemma[at]!)
  return row?.move === 'extended'
}
