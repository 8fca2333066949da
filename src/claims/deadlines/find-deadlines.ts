// In: a scene. Out: what the report says of deadlines: for what, due when, who must, how often moved, what follows.

import type { TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, Phrase } from '../../model/index.ts'
import { planOf } from '../rounds/round-plans.ts'
import { claimDay, timesOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { arrangedAt } from './arranged.ts'
import { findCountedTerms } from './counted-terms.ts'
import { withCourses } from './courses.ts'
import { wellNamed } from './deadline-names.ts'
import { findDueDays } from './due-days.ts'
import { dueOn } from './due-on.ts'
import { ahead, appositeDate, countedFrom, fallingOn, isDated, standsBefore } from './due-times.ts'
import { dutyAt, whatOf } from './duties.ts'
import { expiryAt } from './expiry.ts'
import { extensionAt } from './extensions.ts'
import { moved } from './found-deadline.ts'
import { givenTime } from './given-time.ts'
import { lapseOf } from './lapse.ts'
import { defaultOn, goesOnUntil, liftedUntil } from './lifted-until.ts'
import { lengthAfter, movedDays } from './moved-days.ts'
import { lastsUntil, movedAs, movedTerm, talksUntil } from './moved-terms.ts'
import { countedMove, countOf, movedAfter, moveOf } from './moves.ts'
import { findRetimed } from './retimed.ts'
import { stoppageAhead } from './stoppages.ts'
import {
  cannotAfter,
  deadlineIs,
  endsOn,
  isCutOff,
  limitOn,
  movedAcross,
  movedBehind,
  movedPlainly,
  passedOn,
  setAs,
} from './told-plainly.ts'

/**
 * Claims from nouns of `deadline-nouns` (deadline, cut-off …) with a day or a move, and from verbs of `expiry-verbs`
 * (expire, lapse, run out) whose subject is an agreement or measure.
 */
export function findDeadlines(scene: Scene): Found[] {
  const nouns = scene.rows('deadline-nouns')
  const expiry = scene.rows('expiry-verbs')
  const moves = scene.rows('deadline-verbs')
  const found: Found[] = []
  const { tokens } = scene.doc
  for (let token = 0; token < tokens.count; token++) {
    const lemma = tokens.lemma[token]!
    const isTimed = scene.tellsTime(token)
    if (isTimed) push(found, dueOn(scene, token) ?? stoppageAhead(scene, token))
    if (scene.grammar.isVerb(token)) {
      const expires = expiry.has(lemma) || (lemma === 'run' && tokens.lower[token + 1] === 'out')
      if (isTimed) push(found, (expires ? expiryAt(scene, token) : undefined) ?? endsOn(scene, token))
      if (isTimed)
        push(
          found,
          limitOn(scene, token) ??
            goesOnUntil(scene, token) ??
            cannotAfter(scene, token) ??
            liftedUntil(scene, token) ??
            defaultOn(scene, token),
        )
      push(found, dutyAt(scene, token) ?? arrangedAt(scene, token))
      push(
        found,
        movedTerm(scene, token) ??
          givenTime(scene, token) ??
          lastsUntil(scene, token) ??
          talksUntil(scene, token),
      )
    } else if (tokens.lower[token - 1] === 'to') push(found, arrangedAt(scene, token))
    else if (nouns.has(lemma) || lemma === 'date' || isCutOff(scene, token))
      push(
        found,
        deadlineIs(scene, token) ??
          setAs(scene, token) ??
          passedOn(scene, token) ??
          movedPlainly(scene, token) ??
          movedAcross(scene, token) ??
          (lemma === 'date' || lemma === 'cut' ? movedBehind(scene, token) : deadlineAt(scene, token)),
      )
    else if (moves.get(lemma)?.move === 'extended')
      push(found, extensionAt(scene, token) ?? countedMove(scene, token, found))
  }
  return withCourses(
    scene,
    withRetimed(scene, [...found, ...findDueDays(scene), ...findCountedTerms(scene)]),
  ).map((one) => wellNamed(scene, one))
}

/** With what was moved from a day to another; neither day is told again as that of something that stands. */
function withRetimed(scene: Scene, found: readonly Found[]): Found[] {
  const retimed = findRetimed(scene)
  const told = new Set(retimed.flatMap(({ days = [] }) => days.map(({ start }) => start)))
  const others =
    told.size === 0 ? found : found.filter(({ days = [] }) => !days.some(({ start }) => told.has(start)))
  return [...others, ...retimed]
}

const push = (found: Found[], one: Found | undefined) => {
  if (one) found.push(one)
}

function deadlineAt(scene: Scene, noun: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = carrier(scene, noun)
  const plan = planOf(scene, noun)
  if (plan?.fate === 'moved' && plan.now) {
    const { what, obligor } = whatOf(scene, noun)
    const days = [{ ...plan.now, role: 'due' as const }, plan.was]
    const at = { trigger: noun, foundBy: 'deadline/plan-moved@1', days }
    return moved(at, 'extended', what ?? upToNoun(scene, noun), { obligor })
  }
  const after = movedAfter(scene, noun)
  const move = after ? undefined : moveOf(scene, noun, verb)
  // "Failed to meet the deadline": it has gone by.
  const isMissed = move?.move === ('met' as string) && scene.epistemics(move.token).polarity === 'denied'
  const told = isMissed ? { ...move!, move: 'lapsed' as 'extended' } : move
  const isMove = told?.move === 'extended' || told?.move === 'brought forward'
  // A move that is only asked for leaves the deadline where it is.
  const asked = isMove && !movedAs(scene, told.token)
  const moving = after ? { token: after.token, move: 'extended' as const, by: [] } : asked ? undefined : told
  const close = appositeDate(scene, noun)
  const days =
    isMove && told
      ? daysOfMove(scene, noun, told.token, asked, close)
      : daysOfStanding(scene, noun, verb, close, moving)
  const owes = whatOf(scene, noun, close)
  const moves = after?.moves ?? countOf(scene, noun, verb)
  if (days.length === 0 && !moving && moves === undefined) return undefined
  // "The deadlines of this autumn": of what, and when each, is not told.
  const isNamed = owes.what !== undefined && owes.what.end !== doc.tokens.end[noun]
  if (
    !isNamed &&
    (doc.tokens.tag[noun] === 'NNS' || (days.length === 0 && !owes.what && moves === undefined))
  )
    return undefined
  const longer =
    moving?.move === 'extended' && days.every(({ role }) => role !== 'due')
      ? lengthAfter(scene, Math.max(noun, moving.token), doc.sents[tokens.sent[noun]!]!.last)
      : undefined
  const lapse = lapseOf(scene, noun, owes.infinitive) ?? toAvoid(scene, owes.infinitive)
  return {
    kind: moving ? 'act' : 'state',
    trigger: noun,
    foundBy: 'deadline/noun@1',
    ...(after || isMissed
      ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const }
      : moving && verb >= 0
        ? { epistemics: scene.epistemics(moving.token) }
        : isGiven(scene, noun)
          ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const }
          : {}),
    body: {
      type: moving ? `deadline: ${moving.move}` : 'deadline: stands',
      ...(moving ? { actor: moving.by, recipient: [] } : {}),
      about: {
        thread: 'deadline',
        what: owes.what ?? dueBy(scene, noun) ?? upToNoun(scene, noun),
        obligor: owes.obligor,
        setBy: fillers.partyNamed(grammar.dependents(noun, 'nmod:poss')[0] ?? -1),
        ...(moves === undefined ? {} : { moves }),
        ...(moving ? { move: moving.move } : isNew(scene, noun) ? { move: 'extended' as const } : {}),
        movedBy: moving?.by ?? [],
        ...(longer ? { longer } : {}),
        ...(lapse ? { onLapse: lapse } : {}),
      },
    } as Found['body'],
    days,
    roles: { deadline: { start: tokens.start[noun]!, end: tokens.end[noun]! } },
  }
}

/** "The deadline to avoid a walkout": what follows without. */
function toAvoid({ grammar, doc, fillers }: Scene, infinitive: number): Phrase | undefined {
  if (!/^(?:avoid|avert|prevent|forestall)$/.test(doc.tokens.lemma[infinitive] ?? '')) return undefined
  const [object] = grammar.objects(infinitive)
  return object === undefined ? undefined : fillers.phrase(object, 'short')
}

/** "To reach a deal by a June 3 deadline": what is done by it. */
function dueBy(scene: Scene, noun: number): Phrase | undefined {
  const { grammar } = scene
  const verb = grammar.governor(noun)
  if (grammar.caseOf(noun) !== 'by' || verb < 0 || !grammar.isVerb(verb) || verb > noun) return undefined
  if (grammar.isPassive(verb) || grammar.dependents(verb, 'obj').length === 0) return undefined
  let by = noun - 1
  while (by > verb + 1 && scene.doc.tokens.lower[by] !== 'by') by--
  return by > verb + 1 ? scene.fillers.phraseOf(verb, by - 1, verb) : undefined
}

/** The words of a noun that names nothing else, without what is said of it. */
function upToNoun({ grammar, fillers }: Scene, noun: number): Phrase {
  return fillers.phraseOf(Math.min(grammar.phrase(noun, 'short').first, noun), noun, noun)
}

/** Until when now, until when before, and when it was moved; of a move only asked for the day that stands. */
function daysOfMove(
  scene: Scene,
  noun: number,
  token: number,
  asked: boolean,
  close: TimeExpression | undefined,
): ClaimDay[] {
  const { due, was: before, on } = movedDays(scene, token, noun)
  const was = close ? [claimDay(scene.doc, close, 'originalDue' as const)] : before
  return asked ? was.map((day) => ({ ...day, role: 'due' as const })) : [...due, ...was, ...on]
}

function daysOfStanding(
  scene: Scene,
  noun: number,
  verb: number,
  close: TimeExpression | undefined,
  moving: { readonly token: number; readonly move: string } | undefined,
): ClaimDay[] {
  const { grammar, doc } = scene
  const before = nearby(doc.times, noun).filter((time) => standsBefore(scene, time, noun))
  // "On Thursday, hours before the Friday deadline": a day of its own is nearer than one counted from another.
  const isOwn = (time: TimeExpression) => isDated(doc, time) && time.relative?.kind !== 'clock'
  const named = nearby(doc.times, noun, 4).some((time) => time.first === noun + 2 && isOwn(time))
  const counted = named || before.some(isOwn) ? undefined : countedFrom(scene, noun)
  if (counted) return [counted]
  const times = close
    ? [close]
    : before.length > 0
      ? before
      : timesOf(doc, grammar, [noun, ...(verb >= 0 ? [verb] : []), ...fallingOn(scene, noun)])
  // "Lapsed at midnight on Friday": gone by, no day to come.
  const gone =
    moving !== undefined &&
    (scene.epistemics(moving.token).polarity === 'denied' ||
      /^VB[DN]$/.test(doc.tokens.tag[moving.token]!)) &&
    (moving.move === 'lapsed' || moving.move === 'met') &&
    PAST.test(scene.epistemics(moving.token).modality)
  const falling = times.flatMap((time): ClaimDay[] => {
    // "A midnight deadline" of a night told elsewhere: an hour alone is no day.
    if (time.type === 'DURATION' || !isDated(doc, time) || time.relative?.kind === 'clock') return []
    const { first, last } = grammar.phrase(noun, 'short')
    const inside = standsBefore(scene, time, noun) || (time.first >= first && time.last - 1 <= last)
    const directly =
      time === close || inside || ['on', 'of', 'for', 'by', 'to', 'until', ''].includes(time.relation ?? '')
    if (!directly) return []
    const due = time === close || inside || moving?.move !== 'extended' || time.relation === 'until'
    if (!due) return [claimDay(doc, time, 'on')]
    return [
      gone || hasGone(scene, noun, time)
        ? claimDay(doc, time, 'due')
        : ahead(scene, noun, claimDay(doc, time, 'due')),
    ]
  })
  // One deadline has one day: the first that is told of it.
  return [
    ...falling.filter(({ role }) => role === 'due').slice(0, 1),
    ...falling.filter(({ role }) => role !== 'due'),
  ]
}

const PAST = /^(?:held|background)$/

/** "The deadline for a deal lapsed at midnight on Friday", however it is parsed: a word of running out between the two. */
function hasGone(scene: Scene, noun: number, time: TimeExpression): boolean {
  const { tag, lemma } = scene.doc.tokens
  const verbs = scene.rows('deadline-verbs')
  const expiry = scene.rows('expiry-verbs')
  for (let at = noun + 1; at < time.first; at++)
    if (/^VB[DN]$/.test(tag[at]!) && (expiry.has(lemma[at]!) || verbs.get(lemma[at]!)?.move === 'lapsed'))
      return true
  return false
}

/** "The new deadline of 3 May": there was another. */
const isNew = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'amod').some((word) => /^(?:new|revised|extended)$/.test(doc.tokens.lower[word]!))

/** "The June 9 deadline": it stands, whatever may happen before, after or to it. */
const isGiven = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some((token) => doc.tokens.lower[token] === 'the' || doc.tokens.dep[token] === 'nmod:poss')

/** The verb the noun is subject or object of. */
function carrier(scene: Scene, noun: number): number {
  const { tokens } = scene.doc
  const head = tokens.head[noun]!
  return head >= 0 && scene.grammar.isVerb(head) && /^(nsubj|obj)/.test(tokens.dep[noun]!) ? head : -1
}
