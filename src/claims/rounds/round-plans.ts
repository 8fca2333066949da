// In: a scene and a noun of a meeting. Out: the day it had been planned for and what became of that plan, read behind it on the surface.
import type { TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, Ref } from '../../model/index.ts'
import { prepositionOf } from '../deadlines/moved-days.ts'
import { claimDay, nearest } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { standingFor } from './meeters.ts'
import { doneTo, phrasal } from './round-verbs.ts'

/** What a meeting was to be: its old day, and where words say so that it was moved (to `now`) or did not come about. */
export interface Plan {
  readonly was: ClaimDay
  readonly fate?: 'moved' | 'off'
  readonly now?: ClaimDay
  /** The last day where it is to be on several. */
  readonly nowTo?: ClaimDay
  /** True where it took place on the day it was moved to. */
  readonly held?: true
  /** True where it was put off, not given up. */
  readonly putOff?: true
  readonly place?: Ref
  /** The days of a plan that stands, told in the present: "planned for 24 and 25 July". */
  readonly stands?: readonly ClaimDay[]
  /** True where the words on the meeting say it ("for talks due to open on Monday"), whatever the verb over them tells. */
  readonly isDue?: true
}

/** What became of a plan, as far as the words say so. */
type Fate = Pick<Plan, 'fate' | 'now' | 'nowTo' | 'held' | 'place' | 'putOff'>

/** Words that give a meeting a day to come. */
export const PLANNED: ReadonlySet<string> = new Set(
  'plan schedule set slate due expect mean fix pencil foresee arrange book convene convoke organise organize'.split(
    ' ',
  ),
)
/** Verbs of plans that are given up, with their particles. */
export const GIVEN_UP: ReadonlySet<string> = new Set([
  'cancel',
  'scrap',
  'call off',
  'shelve',
  'drop',
  'abandon',
])
/** Tokens from the noun within which its plan and what became of it stand. */
const REACH = 40
/** Tokens from the word of planning to its day. */
const NEAR = 9
/** What may stand between the day and what became of it: the clause goes on about the same meeting. */
const LINKS: ReadonlySet<string> = new Set(
  ', that which but and has have had been be was were is to also then now again later did will would instead rather eventually'.split(
    ' ',
  ),
)

/**
 * "Talks that had been due on May 3 were pushed back to May 5", "the session, which should have been held on 5 April, did
 * not take place". Parsers lose the main verb behind such a clause, so the words themselves are followed. Undefined where
 * no planned day stands there.
 */
export function planOf(scene: Scene, noun: number): Plan | undefined {
  const { doc, rows } = scene
  const { tokens, sents } = doc
  const last = Math.min(sents[tokens.sent[noun]!]!.last, noun + REACH)
  for (let at = noun + 1; at < last; at++) {
    const isOther = at > noun + 1 && rows('round-nouns').has(tokens.lemma[at]!) && !isOfIt(scene, at, noun)
    if (tokens.form[at] === ';' || isOther) return undefined
    // "The session ended on a note that was to be …": behind its own verb nothing is said of its plan.
    if (at > noun + 1 && isOwnVerb(scene, noun, at)) return undefined
    if (!isPlanned(scene, at)) continue
    const time = nearby(doc.times, at).find(
      ({ first, type, value }) =>
        first > at && first < at + NEAR && (type === 'DATE' || type === 'TIME') && !value?.endsWith('_REF'),
    )
    if (!time || time.first >= last || hasVerb(scene, at + 1, time.first)) continue
    // "Planned to end on Tuesday": the day of its end.
    if (tokens.lemma.slice(at, time.first).some((word) => ENDING.has(word))) continue
    const was = nearest(claimDay(doc, time, 'originalDue'))
    const behind = fateOf(scene, was, pastDay(scene, joinedTo(scene, time) ?? time), last)
    // "Expected this week, it began on Thursday" is as planned.
    const isSame =
      behind.held && time.relative?.kind !== 'month' && !/^\d{4}-\d\d-\d\d/.test(time.value ?? '')
    const fate: Fate = behind.fate ? (isSame ? {} : behind) : fateBefore(scene, noun)
    const place = fate.place ?? placeIn(scene, at + 1, Math.min(last, time.last + 4))
    const isDue = isReduced(scene, noun, at)
    const stands = fate.fate === undefined && (isDue || isNow(scene, at)) ? onEach(scene, time) : []
    return {
      was,
      ...fate,
      ...(place ? { place } : {}),
      ...(stands.length > 0 ? { stands } : {}),
      ...(isDue && stands.length > 0 ? { isDue } : {}),
    }
  }
  return undefined
}

/** "The round of their talks": what the meeting is full of. */
const isOfIt = ({ doc, grammar }: Scene, inner: number, noun: number): boolean =>
  doc.tokens.head[inner] === noun && grammar.caseOf(inner) === 'of'

/** The finite verb of which the noun is the subject, in the past and no plan: what is said of it as done. */
const isOwnVerb = ({ doc }: Scene, noun: number, at: number): boolean =>
  doc.tokens.tag[at] === 'VBD' &&
  doc.tokens.head[noun] === at &&
  doc.tokens.dep[noun] === 'nsubj' &&
  !PLANNED.has(doc.tokens.lemma[at]!)

/** "Is planned for", "are due on": told of now. */
const isNow = ({ doc }: Scene, at: number): boolean =>
  /^(?:is|are)$/.test(doc.tokens.lower[at - 1]!) ||
  (/^(?:is|are)$/.test(doc.tokens.lower[at - 2] ?? '') && doc.tokens.tag[at - 1] === 'RB')

/** "Arrived on Saturday for talks due to begin on Monday": the plan stands right behind its noun, no subject of a verb. */
function isReduced({ doc, grammar }: Scene, noun: number, at: number): boolean {
  const { lower, dep } = doc.tokens
  const isNearby =
    at - noun < 8 && !doc.tokens.tag.slice(noun + 1, at).some((tag) => /^(?:VB|MD|,)/.test(tag))
  const standing = standingFor({ doc, grammar }, noun)
  return isNearby && /^(?:to|for)$/.test(lower[at + 1] ?? '') && /^(?:obl|nmod|obj)/.test(dep[standing]!)
}

/** The planned day, and the last one where two are joined: "for 24 and 25 July", "for 24-26 July". */
function onEach({ doc }: Pick<Scene, 'doc'>, time: TimeExpression): ClaimDay[] {
  const next = joinedTo({ doc }, time)
  return [claimDay(doc, time, 'on'), ...(next ? [claimDay(doc, next, 'to')] : [])].map(nearest)
}

/** The last of two days that are joined: "24 and 25 July", "24-26 July". */
function joinedTo({ doc }: Pick<Scene, 'doc'>, time: TimeExpression): TimeExpression | undefined {
  const next = nearby(doc.times, time.last, 3).find(({ first }) => first === time.last + 1)
  return next !== undefined && /^(?:and|to|-|–)$/.test(doc.tokens.lower[time.last]!) ? next : undefined
}

/** Words by which clauses tell of a meeting that somebody had been about to go to: "had been due to meet". */
const TO_MEET =
  /\b(?:had (?:originally |initially |also )?been|was|were) (?:originally |initially |also )?(?:(?:due|set|scheduled|expected|supposed|meant|planned|slated) )?to(?: have)?$/

/**
 * The same of a verb of meeting: "they had been due to meet in Lima on 4 September, but the trip was called off", "leaders who
 * were to meet in Oslo on 29 June will instead convene in Lima on 14 July".
 */
export function planOfVerb(scene: Scene, verb: number): Plan | undefined {
  const { doc } = scene
  const { tokens, sents } = doc
  const { first, last: end } = sents[tokens.sent[verb]!]!
  if (!TO_MEET.test(tokens.lower.slice(Math.max(first, verb - 8), verb).join(' '))) return undefined
  const last = Math.min(end, verb + REACH)
  const time = nearby(doc.times, verb).find(
    (one) => one.first > verb && one.first < verb + NEAR + 3 && isDay(one),
  )
  if (!time || time.first >= last || hasVerb(scene, verb + 1, time.first)) return undefined
  const old = placeIn(scene, verb + 1, Math.min(last, time.last + 4))
  const was = nearest(claimDay(doc, time, 'originalDue'))
  const fate = fateOf(scene, was, time.last, last)
  const given = fate.fate ? fate : givenUp(scene, time.last, last)
  const place = fate.place ?? old
  return { was, ...given, ...(place ? { place } : {}) }
}

/** "…, but the trip was called off": what is given up behind a plan is the plan. */
function givenUp({ doc }: Scene, from: number, last: number): Fate {
  const { lower, lemma, tag } = doc.tokens
  for (let at = from + 1; at < Math.min(last, from + 16); at++) {
    if (tag[at] !== 'VBN' || !/^(?:was|were|been|be)$/.test(lower[at - 1]!)) continue
    const verb = lower[at + 1] === 'off' ? `${lemma[at]!} off` : lemma[at]!
    return GIVEN_UP.has(verb) || verb === 'put off' || verb === 'postpone' ? { fate: 'off' } : {}
  }
  return {}
}

const isDay = ({ type, value }: TimeExpression): boolean =>
  (type === 'DATE' || type === 'TIME') && !value?.endsWith('_REF')

function placeIn({ doc, fillers }: Scene, from: number, to: number): Ref | undefined {
  for (let at = from; at < to; at++)
    if (/^(?:in|at)$/.test(doc.tokens.lower[at]!)) {
      const name = fillers.nameAt(at + 1)
      if (name?.type === 'place') return { id: name.id, name: name.canonical }
    }
  return undefined
}

/** "Scheduled for", "pencilled in for", "should have been held on", "were to have met on". */
function isPlanned({ doc }: Scene, at: number): boolean {
  const { lemma, lower, tag } = doc.tokens
  // "A session set for Monday" is tagged as a set of sessions.
  if (PLANNED.has(lemma[at]!))
    return (
      /^(?:VBN|VBD|JJ)$/.test(tag[at]!) ||
      (lemma[at] === 'set' && /^(?:down )?for\b/.test(`${lower[at + 1]} ${lower[at + 2]}`))
    )
  // "Berg had hoped for on 3 May".
  if (HOPED.has(lemma[at]!)) return lower[at - 1] === 'had' && /^VB[DN]$/.test(tag[at]!)
  if (tag[at] !== 'VBN' && tag[at] !== 'VB') return false
  const before = lower.slice(Math.max(0, at - 5), at).join(' ')
  return /\b(?:should have|ought to have|(?:was|were) (?:\w+ly )?to(?: have)?)(?: been| be)?$/.test(before)
}

/** What one had done about a meeting that was to be. */
const HOPED: ReadonlySet<string> = new Set(['announce', 'hope', 'promise', 'propose', 'seek', 'want'])

/** Words right before a verb that leave what was planned undone: "had been due to", "were to have". */
const UNDONE =
  /\b(?:had (?:\w+ly )?been (?:due|set|scheduled|slated|expected|planned|supposed|meant) to|(?:was|were) (?:\w+ly )?(?:to have|supposed to|meant to)|should have|ought to have)(?: be| been| have)?$/

/** Whether a verb, or the one over a noun of meeting, tells a plan that came to nothing: "who were to have met in Lima". */
export function isUndone({ doc, grammar }: Scene, trigger: number): boolean {
  const verb = grammar.isVerb(trigger) ? trigger : grammar.governor(trigger)
  // "The talks were to have been held on Monday.", unless the next sentence says what became of them.
  const next = doc.sents[doc.tokens.sent[trigger]! + 1]
  const isTold = next !== undefined && /^(?:eventually|instead|it|they)$/.test(doc.tokens.lower[next.first]!)
  const isSubject = doc.tokens.dep[trigger] === 'nsubj:pass' || isAlone({ grammar, doc }, trigger, verb)
  const isHeld = isSubject && HOLDS.has(doc.tokens.lemma[verb]!) && !isTold
  if (verb < 0 || !grammar.isVerb(verb) || (verb > trigger && !isHeld)) return false
  // "The meeting that was to have prepared the round": what was to be done is done to the round.
  if (verb !== trigger && !HOLDS.has(doc.tokens.lemma[verb]!) && !JOINS.has(doc.tokens.lemma[verb]!))
    return false
  return UNDONE.test(doc.tokens.lower.slice(Math.max(0, verb - 6), verb).join(' '))
}

/** "A round was to have opened in Lima", with nothing behind it of what became of it ("but was held on 20 May"). */
const isAlone = ({ grammar, doc }: Pick<Scene, 'grammar' | 'doc'>, noun: number, verb: number): boolean =>
  doc.tokens.dep[noun] === 'nsubj' && verb >= 0 && grammar.dependents(verb, 'conj', 'parataxis').length === 0

/** True where a verb stands there that is no infinitive of the plan itself ("due to take place on"). */
function hasVerb({ doc, grammar }: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (grammar.isVerb(at) && !/^(?:to|be)$/.test(doc.tokens.lower[at - 1]!) && doc.tokens.tag[at] !== 'VBG')
      return true
  return false
}

/** Behind a day and the date set beside it: "the next day, 9 May,". */
function pastDay({ doc }: Scene, { last }: TimeExpression): number {
  const date = nearby(doc.times, last, 3).find(
    ({ first }) => first === last + 1 && doc.tokens.form[last] === ',',
  )
  return date?.last ?? last
}

/** What is said of the meeting right behind its old day. */
function fateOf(scene: Scene, was: ClaimDay, from: number, last: number): Fate {
  const { doc, rows } = scene
  const { lower, lemma, tag } = doc.tokens
  let denied = false
  let will = false
  for (let at = from; at < last; at++) {
    if (lower[at] === 'will' || lower[at] === 'would' || lower[at] === 'to') will = true
    // "Will now open in Lima on 9 May", "will be held on 4 March".
    const comes = /^VB[N]?$/.test(tag[at]!) && HOLDS.has(lemma[at]!) && (will || lower[at - 1] === 'be')
    if (comes && !denied) return heldOn(scene, at, last, false)
    if (lower[at] === 'not' || lower[at] === 'never' || lower[at] === "n't") {
      denied = true
      // "Talks that were to open by 8 May did not."
      if (lower[at - 1] === 'did' && /^[.,;]$/.test(doc.tokens.form[at + 1] ?? '.')) return { fate: 'off' }
    } else if (denied && will && tag[at] === 'VBN' && HOLDS.has(lemma[at]!) && lower[at + 1] === 'before')
      return { fate: 'off', putOff: true }
    else if (denied && /^(?:take|happen|occur|go)$/.test(lemma[at]!) && tag[at] === 'VB')
      return { fate: 'off' }
    else if (!denied && tag[at] === 'VBD' && comesAbout(scene, at)) return heldOn(scene, at, last, true)
    else if (tag[at] === 'VBD' && FALLS.test(`${lemma[at]!} ${lower[at + 1] ?? ''}`)) return { fate: 'off' }
    else if (isOfPlace(scene, at)) continue
    else if (tag[at] === 'VBN' || (tag[at] === 'VBD' && LINKS.has(lower[at - 1]!) && lower[at] !== 'was')) {
      if (LINKS.has(lower[at]!)) continue
      const verb = /^(?:off|back|forward|up|out)$/.test(lower[at + 1] ?? '')
        ? `${lemma[at]!} ${lower[at + 1]!}`
        : lemma[at]!
      if (denied) return {}
      if (GIVEN_UP.has(verb)) return { fate: 'off' }
      const move = rows('deadline-verbs').get(verb)?.move
      if (move !== 'extended' && move !== 'brought forward') return {}
      const now = nearby(doc.times, at).find(
        (time) =>
          time.first > at &&
          time.first < Math.min(last, at + NEAR) &&
          time.type === 'DATE' &&
          /^(?:to|until|till)$/.test(prepositionOf(scene, time)),
      )
      const next = now && joinedTo(scene, now)
      if (now)
        return {
          fate: 'moved',
          now: claimDay(doc, now, 'on'),
          ...(next ? { nowTo: claimDay(doc, next, 'to') } : {}),
        }
      const by = /^(?:off|back|forward)$/.test(lower[at + 1] ?? '') ? at + 2 : at + 1
      const days = lengthAt(scene, by) * (move === 'extended' ? 1 : -1)
      return days === 0
        ? { fate: 'off', putOff: true }
        : { fate: 'moved', now: { ...was, role: 'on', plusDays: (was.plusDays ?? 0) + days } }
    } else if (!LINKS.has(lower[at]!) && !/^(?:RB|,|-RRB-|-LRB-)/.test(tag[at]!)) return {}
  }
  return {}
}

/** "Put back a day", "postponed by a week", "put off for eight days": by how many days; 0 where none is told right there. */
function lengthAt({ doc }: Scene, at: number): number {
  const from = /^(?:by|for)$/.test(doc.tokens.lower[at] ?? '') ? at + 1 : at
  const span = nearby(doc.times, from, 3).find(({ type, first }) => type === 'DURATION' && first === from)
  const [, count, unit] = /^P(\d+)([DW])$/.exec(span?.value ?? '') ?? []
  return count ? Number(count) * (unit === 'W' ? 7 : 1) : 0
}

/** "Fell through", "came to nothing". */
const FALLS = /^(?:fall (?:through|apart)|come to)$/

/** "It was put back by two weeks": the day it had, and the one so much later. */
export function movedByDays(scene: Scene, trigger: number, plan: Plan | undefined): ClaimDay[] | undefined {
  const verb = doneTo(scene, trigger)
  if (verb < 0 || plan === undefined || plan.now) return undefined
  const move = scene.rows('deadline-verbs').get(phrasal(scene, verb))?.move
  if (move !== 'extended' && move !== 'brought forward') return undefined
  const { lower } = scene.doc.tokens
  const at = /^(?:off|back|forward)$/.test(lower[verb + 1] ?? '') ? verb + 2 : verb + 1
  const days = lengthAt(scene, at) * (move === 'extended' ? 1 : -1)
  return days === 0
    ? undefined
    : [{ ...plan.was, role: 'on', plusDays: (plan.was.plusDays ?? 0) + days }, plan.was]
}

/** "Were to reopen on 1 October", "was originally to have been held on 10 March": a plan, whatever became of it. */
export const isToBe = ({ doc }: Pick<Scene, 'doc'>, verb: number): boolean =>
  /\b(?:was|were) (?:\w+ly )?to(?: be| have| have been)?$/.test(
    doc.tokens.lower.slice(Math.max(0, verb - 6), verb).join(' '),
  )

/** "Took place", "opened", "was held" behind what was planned. */
const comesAbout = ({ doc }: Scene, verb: number): boolean =>
  /^(?:begin|open|start|convene|reconvene)$/.test(doc.tokens.lemma[verb]!) ||
  (doc.tokens.lemma[verb] === 'get' &&
    /^under ?way$/.test(doc.tokens.lower.slice(verb + 1, verb + 3).join(' '))) ||
  (doc.tokens.lemma[verb] === 'take' && doc.tokens.lower[verb + 1] === 'place') ||
  (/^(?:was|were)$/.test(doc.tokens.lower[verb]!) && doc.tokens.lower[verb + 1] === 'held')

/** "… for March 30 in Wellington, would now be held": the place of the plan stands between. */
const isOfPlace = ({ doc, fillers }: Scene, at: number): boolean =>
  fillers.nameAt(at)?.type === 'place' ||
  (/^(?:in|at)$/.test(doc.tokens.lower[at]!) && fillers.nameAt(at + 1)?.type === 'place')

/** "Postponed the round, which was to have opened on Monday": what the verb over the noun does to it. */
function fateBefore(scene: Scene, noun: number): Fate {
  const verb = doneTo(scene, noun)
  if (verb < 0 || verb > noun) return {}
  const { modality, polarity } = scene.epistemics(verb)
  if (modality !== 'held' || polarity !== 'affirmed') return {}
  if (GIVEN_UP.has(phrasal(scene, verb))) return { fate: 'off' }
  return isPuttingOff(scene, verb) ? { fate: 'off', putOff: true } : {}
}

/** Postpone, defer, put off. */
export const isPuttingOff = (scene: Scene, verb: number): boolean =>
  !MOVES.has(scene.doc.tokens.lemma[verb]!) &&
  scene.rows('deadline-verbs').get(phrasal(scene, verb))?.move === 'extended'

/** Verbs that need a place or a day to say what is moved; "extended" talks go on. */
const MOVES: ReadonlySet<string> = new Set(['move', 'shift', 'extend', 'prolong', 'push', 'reschedule'])

const ENDING: ReadonlySet<string> = new Set('end close finish conclude run last wrap until'.split(' '))

/** Verbs by which a meeting comes about. */
const HOLDS: ReadonlySet<string> = new Set(
  'hold convene open begin start meet take gather reconvene resume proceed happen'.split(' '),
)

/** Verbs by which one sits in a meeting. */
const JOINS: ReadonlySet<string> = new Set('attend have host join lead stage'.split(' '))

/** "Will be held in Lima on 4 March": the new day and place behind the verb of holding; nothing where no day stands there. */
function heldOn(scene: Scene, verb: number, last: number, held: boolean): Fate {
  const { doc } = scene
  const now = nearby(doc.times, verb).find(
    (one) => one.first > verb && one.first < Math.min(last, verb + NEAR) && isDay(one),
  )
  if (!now || hasVerb(scene, verb + 1, now.first)) return {}
  const next = joinedTo(scene, now)
  const place = placeIn(scene, verb + 1, Math.min(last, (next ?? now).last + 4))
  return {
    fate: 'moved',
    now: claimDay(doc, now, 'on'),
    ...(next ? { nowTo: claimDay(doc, next, 'to') } : {}),
    ...(held ? { held: true as const } : {}),
    ...(place ? { place } : {}),
  }
}
