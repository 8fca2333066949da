// In: a scene and a noun of a meeting. Out: the day it had been planned for and what became of that plan, read behind it on the surface.
import type { ClaimDay, Ref } from '../model/index.ts'
import { claimDay } from './attached-days.ts'
import { prepositionOf } from './deadlines/moved-days.ts'
import { firstFrom, nearby } from './nearby.ts'
import type { Scene } from './scene.ts'

/** What a meeting was to be: its old day, and where words say so that it was moved (to `now`) or did not come about. */
export interface Plan {
  readonly was: ClaimDay
  /** Told as the plan that stands: "is planned for". */
  readonly stands?: true
  readonly fate?: 'moved' | 'off'
  readonly now?: ClaimDay
  readonly place?: Ref
}

/** Words that give a meeting a day to come. */
export const PLANNED: ReadonlySet<string> = new Set(
  'plan schedule set slate due expect fix pencil foresee arrange book'.split(' '),
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
  ', that which but and has have had been be was were is to also then now again later did will would'.split(
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
    if (tokens.form[at] === ';' || (at > noun + 1 && rows('round-nouns').has(tokens.lemma[at]!)))
      return undefined
    if (!isPlanned(scene, at)) continue
    const time = nearby(doc.times, at).find(
      ({ first, type, value }) =>
        first > at && first < at + NEAR && (type === 'DATE' || type === 'TIME') && !value?.endsWith('_REF'),
    )
    if (!time || time.first >= last || hasVerb(scene, at + 1, time.first)) continue
    const fate = fateOf(scene, time.last, last)
    const until = fate.now ? firstFrom(tokens, fate.now.start) : Math.min(last, time.last + 4)
    const place =
      (fate.now && placeIn(scene, time.last, until)) ?? placeIn(scene, at + 1, Math.min(last, time.last + 4))
    const stands = fate.fate === undefined && /^(?:is|are|being)$/.test(tokens.lower[at - 1]!)
    return {
      was: nearest(claimDay(doc, time, 'originalDue')),
      ...(stands ? { stands } : {}),
      ...(place ? { place } : {}),
      ...fate,
    }
  }
  return undefined
}

function placeIn({ doc, fillers }: Scene, from: number, to: number): Ref | undefined {
  for (let at = from; at < to; at++)
    if (/^(?:in|at)$/.test(doc.tokens.lower[at]!)) {
      const name = fillers.nameAt(at + 1)
      if (name?.type === 'place') return { id: name.id, name: name.canonical }
    }
  return undefined
}

/** A date without a year is that nearest to the report, whatever the tense. */
export const nearest = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'month' && !day.relative.said
    ? { ...day, relative: { ...day.relative, direction: 0 } }
    : day

/** "Scheduled for", "pencilled in for", "should have been held on", "were to have met on". */
function isPlanned({ doc }: Scene, at: number): boolean {
  const { lemma, lower, tag } = doc.tokens
  // "A session set for May 7", parsed as a set.
  if (PLANNED.has(lemma[at]!)) return /^(?:VBN|VBD|JJ)$/.test(tag[at]!) || lower[at + 1] === 'for'
  if (tag[at] !== 'VBN' && tag[at] !== 'VB') return false
  const before = lower.slice(Math.max(0, at - 4), at).join(' ')
  return /\b(?:should have|(?:was|were) to(?: have)?)(?: be(?:en)?)?$/.test(before)
}

/** Words right before a verb that leave what was planned undone: "had been due to", "were to have". */
const UNDONE =
  /\b(?:had (?:\w+ly )?been (?:due|set|scheduled|slated|expected|planned|supposed|meant) to|(?:was|were) (?:\w+ly )?(?:to have|supposed to|meant to)|should have)(?: be| been| have)?$/

/** Whether a verb, or the one over a noun of meeting, tells a plan that came to nothing: "who were to have met in Lima". */
export function isUndone({ doc, grammar }: Scene, trigger: number): boolean {
  const verb = grammar.isVerb(trigger) ? trigger : grammar.governor(trigger)
  if (verb < 0 || !grammar.isVerb(verb) || verb > trigger) return false
  return UNDONE.test(doc.tokens.lower.slice(Math.max(0, verb - 6), verb).join(' '))
}

/** True where a verb stands there that is no infinitive of the plan itself ("due to take place on"). */
function hasVerb({ doc, grammar }: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (grammar.isVerb(at) && doc.tokens.lower[at - 1] !== 'to' && doc.tokens.tag[at] !== 'VBG') return true
  return false
}

/** What a meeting does on its day. */
const MEETS: ReadonlySet<string> = new Set(
  'hold convene meet take open begin start resume gather go'.split(' '),
)

/** "…, will now be held in Lima on 9 May": the first day behind such a verb. */
function newPlan({ doc }: Scene, verb: number, last: number): Pick<Plan, 'fate' | 'now'> {
  const now = nearby(doc.times, verb).find(
    ({ first, type, value }) =>
      first > verb && first < Math.min(last, verb + NEAR) && type === 'DATE' && !value?.endsWith('_REF'),
  )
  return now ? { fate: 'moved', now: claimDay(doc, now, 'on') } : {}
}

/** What is said of the meeting right behind its old day. */
function fateOf(scene: Scene, from: number, last: number): Pick<Plan, 'fate' | 'now'> {
  const { doc, rows } = scene
  const { lower, lemma, tag } = doc.tokens
  let denied = false
  let will = false
  for (let at = from; at < last; at++) {
    if (lower[at] === 'will') will = true
    if (will && !denied && /^VBN?$/.test(tag[at]!) && MEETS.has(lemma[at]!)) return newPlan(scene, at, last)
    if (lower[at] === 'not' || lower[at] === 'never' || lower[at] === "n't") denied = true
    else if (denied && /^(?:take|happen|occur|go)$/.test(lemma[at]!) && tag[at] === 'VB')
      return { fate: 'off' }
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
          (/^(?:to|until|till)$/.test(prepositionOf(scene, time)) ||
            // "Moved to the first week of July".
            (lower[at + 1] === 'to' && lower[time.first - 1] === 'of')),
      )
      return now ? { fate: 'moved', now: claimDay(doc, now, 'on') } : { fate: 'off' }
    } else if (!LINKS.has(lower[at]!) && !/^(?:RB|,|-RRB-|-LRB-)/.test(tag[at]!)) return {}
  }
  return {}
}
