// In: a scene, a verb of giving or getting. Out: time that is given until a day, or more time: a term set or made longer.

import { ORDINALS } from '../../language/quantities/numerals.ts'
import type { Ref } from '../../model/index.ts'
import { claimDay, coming, gone } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isDueDay, isOneClause, isToDo } from './due-times.ts'
import { dutyOf } from './duties.ts'
import { deadlinePart, moved } from './found-deadline.ts'
import { orElse } from './lapse.ts'
import { laterBy, lengthOf, prepositionOf } from './moved-days.ts'
import { movedAs } from './moved-terms.ts'

export const GIVES: ReadonlySet<string> = new Set(
  'give grant allow offer award win gain get obtain receive secure'.split(' '),
)
/** Verbs whose subject is given the time. */
const GETS: ReadonlySet<string> = new Set('win gain get obtain receive secure'.split(' '))
const MORE: ReadonlySet<string> = new Set('more another further extra additional'.split(' '))
const GIVEN: ReadonlySet<string> = new Set('extension reprieve delay postponement deferral'.split(' '))
/** Tokens from the verb of giving to its day. */
const REACH = 16

/**
 * "Gave the firm until 3 May to sell", "gave themselves another two weeks, until 14 May, to agree", "was granted a third
 * extension, to June": time given until a day. More time, or an extension, is a move.
 */
export function givenTime(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens, sents } = doc
  const { lower, lemma } = tokens
  // "Offered to raise the cap for six weeks": no time is given.
  if (!GIVES.has(lemma[verb]!) || lower[verb + 1] === 'to') return undefined
  const { last } = sents[tokens.sent[verb]!]!
  const end = Math.min(last, verb + REACH)
  const time = nearby(doc.times, verb).find(
    (one) =>
      one.first > verb &&
      one.first < end &&
      isDueDay(doc, one) &&
      /^(?:until|till|to)$/.test(prepositionOf(scene, one)),
  )
  if (!time || !isOneClause(scene, verb, time.first)) return givenMore(scene, verb, end)
  const span = nearby(doc.times, verb).find(
    (one) => one.type === 'DURATION' && one.first > verb && one.last <= time.first,
  )
  let more: number | undefined
  for (let at = verb + 1; at < time.first; at++)
    if (GIVEN.has(lemma[at]!) || MORE.has(lower[at]!)) more ??= at
  const until = /^(?:until|till)$/.test(prepositionOf(scene, time))
  if (!span && more === undefined && !until) return undefined
  const as = movedAs(scene, verb)
  if (!as) return undefined
  const to = infinitiveAfter(scene, time.last, last)
  if (to < 0 && more === undefined && !span) return undefined
  const subjects = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
  const given = GETS.has(lemma[verb]!) ? subjects : givenTo(scene, verb, time.first, subjects)
  const by = GETS.has(lemma[verb]!) ? [] : subjects
  const n = more === undefined ? undefined : ordinalBefore(scene, more)
  const what =
    to < 0
      ? fillers.phraseOf(span?.first ?? more!, (span?.last ?? more! + 1) - 1, span?.first ?? more!)
      : dutyOf(scene, to)
  const move = more === undefined ? ('set' as const) : ('extended' as const)
  // "Another 75 days, until 9 June": so long after the day before.
  const { plusDays } = (more !== undefined && span && lengthOf(span)) || {}
  const due = coming(claimDay(doc, time, 'due'))
  const was = plusDays === undefined ? [] : [laterBy(due, { plusDays: -plusDays }, 'originalDue')]
  const lapse = to < 0 ? undefined : orElse(scene, to)
  const hadGiven = grammar.dependents(verb, 'aux').some((aux) => lower[aux] === 'had')
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'deadline/given-time@1',
    epistemics: as,
    body: {
      type: `deadline: ${move}`,
      actor: by,
      recipient: [],
      about: deadlinePart(what, {
        obligor: [...given],
        move,
        setBy: move === 'set' ? by : [],
        ...(lapse ? { onLapse: lapse } : {}),
        movedBy: move === 'set' ? [] : by,
        ...(n === undefined ? {} : { n, moves: n }),
      }),
    },
    // "Had given them until Friday": which may be over.
    days: hadGiven ? [gone(claimDay(doc, time, 'due'))] : [due, ...was],
  }
}

const LENGTH = /^P(?:T)?(\d+)([HDW])$/

/** "Gave both sides another two weeks on Monday": longer by a length of time, to a day where it is told in days from one. */
function givenMore(scene: Scene, verb: number, end: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower } = doc.tokens
  const span = nearby(doc.times, verb).find(
    (one) => one.type === 'DURATION' && one.first > verb && one.first < end,
  )
  if (!span) return moreTime(scene, verb, end)
  if (!isOneClause(scene, verb, span.first)) return undefined
  const words = [span.first - 1, span.first, span.first + 1, span.last]
  if (!words.some((at) => MORE.has(lower[at] ?? ''))) return undefined
  const as = movedAs(scene, verb)
  if (!as || as.modality === 'planned') return undefined
  const on = scene.days([verb]).filter(({ role, type }) => role === 'on' && type !== 'DURATION')
  // "…, setting 3 May as the date": the day is told by its own words.
  const isTold = nearby(doc.times, span.first).some(
    (one) =>
      one.first > span.last && one.type === 'DATE' && doc.tokens.sent[one.first] === doc.tokens.sent[verb],
  )
  if (on.length === 0 && isTold) return undefined
  const [, number, unit] = LENGTH.exec(span.value ?? '') ?? []
  const plusDays = number ? Math.round((Number(number) * HOURS[unit as 'H']) / 24) : 0
  const subjects = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
  const by = GETS.has(doc.tokens.lemma[verb]!) ? [] : subjects
  const to = infinitiveAfter(scene, span.last, doc.sents[doc.tokens.sent[verb]!]!.last)
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'deadline/given-more@1',
    epistemics: as,
    body: {
      type: 'deadline: extended',
      actor: by,
      recipient: [],
      about: deadlinePart(
        to < 0 ? fillers.phraseOf(span.first, span.last - 1, span.first) : dutyOf(scene, to),
        {
          obligor: [...(by === subjects ? givenTo(scene, verb, span.first, subjects) : subjects)],
          move: 'extended',
          movedBy: by,
          ...(on.length === 0 ? { longer: lengthOf(span) } : {}),
        },
      ),
    },
    days: [...on, ...(plusDays > 0 && on[0] ? [{ ...on[0], role: 'due' as const, plusDays }] : [])],
  }
}

/** "Will get more time to bid": longer, to a day told beside it if at all. */
function moreTime(scene: Scene, verb: number, end: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower } = doc.tokens
  const time = lower.indexOf('time', verb)
  if (time < 0 || time >= end || !MORE.has(lower[time - 1]!) || !isOneClause(scene, verb, time))
    return undefined
  const to = infinitiveAfter(scene, time + 1, doc.sents[doc.tokens.sent[verb]!]!.last)
  const as = movedAs(scene, verb)
  if (to < 0 || !as) return undefined
  const subjects = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
  const gets = GETS.has(doc.tokens.lemma[verb]!)
  return {
    ...moved({ trigger: verb, foundBy: 'deadline/more-time@1', days: [] }, 'extended', dutyOf(scene, to), {
      obligor: gets ? subjects : givenTo(scene, verb, time, subjects),
      movedBy: gets ? [] : subjects,
    }),
    epistemics: as,
  }
}

const HOURS = { H: 1, D: 24, W: 168 } as const

/** Who is given the time: the indirect object, or the giver where it is "themselves". */
function givenTo(scene: Scene, verb: number, end: number, subjects: readonly Ref[]): Ref[] {
  const { grammar, fillers, doc } = scene
  for (let at = verb + 1; at < end; at++)
    if (/sel(?:f|ves)$/.test(doc.tokens.lower[at]!)) return [...subjects]
  const taken = grammar.isPassive(verb)
    ? grammar.dependents(verb, 'nsubj:pass')
    : grammar.dependents(verb, 'iobj', 'obj').filter((token) => token < end)
  return unique(taken.flatMap((token) => fillers.parties(token)))
}

/** Words that may stand between two commas there. */
const ASIDE = 8

/** The infinitive right behind a day and its comma: "until 14 May, to reach a deal". */
function infinitiveAfter({ doc }: Scene, from: number, last: number): number {
  const { lower } = doc.tokens
  let at = lower[from] === ',' ? from + 1 : from
  // "Until 14 May, ten days more than before, to reach a deal".
  const next = lower.indexOf(',', at)
  if (at > from && lower[at] !== 'to' && next > at && next - at < ASIDE) at = next + 1
  return at + 1 < last && isToDo(doc, at) ? at + 1 : -1
}

function ordinalBefore({ doc }: Scene, token: number): number | undefined {
  for (let at = token - 1; at >= token - 3; at--) {
    const n = ORDINALS.get(doc.tokens.lower[at] ?? '')
    if (n !== undefined) return n
  }
  return undefined
}
