// In: a scene and a length of time. Out: what must be done within it, due so long after the day the sentence tells: "was given 14 days on Monday to pay".
import type { TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { isOfKind } from '../acts/happening-nouns.ts'
import { outerHead } from '../sentence/attached-days.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { dueAt, withSubject } from './due-parts.ts'
import { isOneClause, isToDo } from './due-times.ts'
import { dutyOf } from './duties.ts'
import { subjectsOf } from './found-deadline.ts'
import { laterBy } from './moved-days.ts'

const GIVES: ReadonlySet<string> = new Set('give grant allow'.split(' '))
/** Verbs of giving notice of a stoppage. */
const NOTIFIES: ReadonlySet<string> = new Set('give serve issue file lodge submit hand deliver'.split(' '))
/** Verbs by which somebody is to do it. */
const BINDS: ReadonlySet<string> = new Set(
  'order tell direct require instruct oblige command agree pledge promise vow commit undertake'.split(' '),
)
/** Words of more time, which is a move, or of no certain one. */
const LOOSE: ReadonlySet<string> = new Set(
  'more another further extra additional up least most about around some several few next last past first'.split(
    ' ',
  ),
)
const LENGTH = /^P(?:T(?=\d+H))?(\d+)([HDWM])$/
/** Tokens from a verb of giving to the length. */
const REACH = 8
/** Steps up to the verb whose day counts. */
const HIGHEST = 4

/** Lengths of time that somebody has. */
export const findCountedTerms = (scene: Scene): Found[] =>
  scene.doc.times.flatMap((span) => {
    if (span.type !== 'DURATION' || !LENGTH.test(span.value ?? '') || span.from || isLoose(scene, span))
      return []
    return noticeOf(scene, span) ?? givenIn(scene, span) ?? hasLeft(scene, span) ?? within(scene, span) ?? []
  })

const isLoose = ({ doc }: Scene, { first, last }: TimeExpression): boolean =>
  doc.tokens.lower.slice(Math.max(0, first - 2), last + 1).some((word) => LOOSE.has(word))

/** "Gave the army 48 hours to leave", "was given 14 days to pay". */
function givenIn(scene: Scene, span: TimeExpression): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, sent } = doc.tokens
  const duty = toDoAt(scene, span.last)
  let verb = span.first - 1
  while (verb > span.first - REACH && verb > 0 && sent[verb] === sent[span.first] && !GIVES.has(lemma[verb]!))
    verb--
  if (duty < 0 || !GIVES.has(lemma[verb]!) || sent[verb] !== sent[span.first] || !grammar.isVerb(verb))
    return undefined
  if (!isOneClause(scene, verb, span.first) || !isTold(scene, verb)) return undefined
  const taken = grammar.isPassive(verb)
    ? grammar.dependents(verb, 'nsubj:pass', 'nsubj')
    : grammar.dependents(verb, 'iobj', 'obj').filter((one) => one < span.first)
  return termFrom(scene, verb, span, {
    what: dutyOf(scene, duty),
    by: unique(taken.flatMap((one) => fillers.parties(one))),
  })
}

/** "The firm has 30 days to appeal". */
function hasLeft(scene: Scene, span: TimeExpression): Found | undefined {
  const { lemma, tag } = scene.doc.tokens
  const verb = lemma[span.first - 1] === 'have' ? span.first - 1 : span.first - 2
  const duty = toDoAt(scene, span.last)
  if (duty < 0 || lemma[verb] !== 'have' || !/^VB[ZPD]$/.test(tag[verb]!) || !isTold(scene, verb))
    return undefined
  return termFrom(scene, verb, span, { what: dutyOf(scene, duty), by: subjectsOf(scene, verb) })
}

/** "Must publish it within 30 days", "ordered the firm on Monday to pay within 14 days". */
function within(scene: Scene, span: TimeExpression): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, head, tag } = doc.tokens
  if (lower[span.first - 1] !== 'within') return undefined
  let verb = outerHead(doc, span)
  for (let steps = 0; verb >= 0 && !grammar.isVerb(verb) && steps < HIGHEST; steps++) verb = head[verb]!
  if (verb < 0 || verb > span.first || scene.epistemics(verb).polarity === 'denied') return undefined
  const must = grammar.dependents(verb, 'aux').some((aux) => /^(?:must|shall)$/.test(lower[aux]!))
  const above = binderOver(scene, verb)
  const bound = grammar.isInfinitive(verb) && above >= 0 && isTold(scene, above)
  if ((!must && !bound) || !/^VBN?$/.test(tag[verb]!)) return undefined
  const by = bound
    ? unique(
        [...grammar.dependents(above, 'obj', 'iobj', 'nsubj:pass'), ...grammar.subjects(verb)].flatMap(
          (one) => fillers.parties(one),
        ),
      )
    : subjectsOf(scene, verb)
  const [thing] = grammar.isPassive(verb) ? grammar.objects(verb) : []
  const what: Phrase =
    thing === undefined
      ? dutyOf(scene, verb)
      : fillers.phraseOf(grammar.phrase(thing, 'short').first, verb, verb)
  return termFrom(scene, verb, span, { what: bound ? what : withSubject(scene, what, by), by })
}

/** The verb over an infinitive by which somebody is to do it, past nouns between them; −1 where there is none. */
function binderOver({ doc, grammar }: Scene, verb: number): number {
  const { head, lemma } = doc.tokens
  let at = head[verb]!
  for (let steps = 0; at >= 0 && !grammar.isVerb(at) && steps < HIGHEST; steps++) at = head[at]!
  return at >= 0 && at < verb && BINDS.has(lemma[at]!) ? at : -1
}

/** "Issued a 72-hour strike notice on Sunday", "gave the airline 72 hours' notice of a strike". */
function noticeOf(scene: Scene, span: TimeExpression): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, tag } = doc.tokens
  let notice = span.last
  while (notice < span.last + 4 && lower[notice] !== 'notice' && /^(?:POS|NN|JJ|HYPH|'')$/.test(tag[notice]!))
    notice++
  if (lower[notice] !== 'notice') return undefined
  const stoppage = [...grammar.dependents(notice, 'compound'), ...grammar.obliques(notice, 'of')].find(
    (one) => isOfKind(scene, one, 'STOPPAGE'),
  )
  const verb = grammar.governor(notice)
  if (stoppage === undefined || verb < 0 || !NOTIFIES.has(lemma[verb]!) || !isTold(scene, verb))
    return undefined
  const what = fillers.phraseOf(stoppage, stoppage, stoppage)
  const days = daysOf(scene, verb, span)
  return days && dueAt(notice, 'deadline/walks-out@1', what, subjectsOf(scene, verb), [days])
}

/** The verb of "to leave" at a token; −1 where none stands there, or time only passes ("30 days to run"). */
const toDoAt = ({ doc }: Scene, to: number): number =>
  isToDo(doc, to) && !/^(?:run|go|spare|live)$/.test(doc.tokens.lemma[to + 1]!) ? to + 1 : -1

function isTold(scene: Scene, verb: number): boolean {
  const { polarity, modality } = scene.epistemics(verb)
  return polarity === 'affirmed' && (modality === 'held' || modality === 'ongoing')
}

function termFrom(
  scene: Scene,
  verb: number,
  span: TimeExpression,
  { what, by }: { readonly what: Phrase; readonly by: Ref[] },
): Found | undefined {
  const day = daysOf(scene, verb, span)
  return day && dueAt(verb, 'deadline/within@1', what, by, [day])
}

/** So long after the day of a verb or of one over it; weeks or months from a report that tells it in the present. */
function daysOf(scene: Scene, verb: number, span: TimeExpression): ClaimDay | undefined {
  const { head, tag, lower } = scene.doc.tokens
  const [, number, unit] = LENGTH.exec(span.value!)!
  const count = Number(number)
  let at = verb
  for (let steps = 0; at >= 0 && steps < HIGHEST; steps++) {
    const from = scene.grammar.isVerb(at)
      ? scene
          .days([at])
          .find(
            ({ role, type, relative, value, start }) =>
              role === 'on' && type !== 'DURATION' && start !== span.start && isDay({ relative, value }),
          )
      : undefined
    if (from)
      return laterBy(from, unit === 'M' ? { plusMonths: count } : { plusDays: inDays(count, unit!) }, 'due')
    at = head[at]!
  }
  const aux = scene.grammar.dependents(verb, 'aux').map((one) => lower[one]!)
  const isNow = /^VB[ZP]$/.test(tag[verb]!) || aux.some((word) => /^(?:has|have)$/.test(word))
  // "Has 10 days to sign it once it is sent": from something else.
  const { last } = scene.doc.sents[scene.doc.tokens.sent[verb]!]!
  if (lower.slice(span.last, last).some((word) => FROM.has(word))) return undefined
  if (!isNow || unit === 'H' || (unit === 'D' && count < WEEK)) return undefined
  const grain = unit === 'M' ? 'month' : 'week'
  const step = unit === 'M' ? 'month' : unit === 'W' ? 'week' : 'day'
  return {
    role: 'due',
    start: span.start,
    end: span.end,
    type: 'DATE',
    relative: { kind: 'shift', unit: step, count, grain },
    anchor: 'published',
  } as ClaimDay
}

const FROM: ReadonlySet<string> = new Set('from after once when before if unless'.split(' '))
const WEEK = 7
const inDays = (count: number, unit: string): number =>
  unit === 'W' ? count * WEEK : unit === 'H' ? Math.round(count / 24) : count

const isDay = ({ relative, value }: Pick<ClaimDay, 'relative' | 'value'>): boolean =>
  value !== undefined
    ? /^\d{4}-\d\d-\d\d/.test(value)
    : relative !== undefined &&
      (/^(?:weekday|date)$/.test(String(relative.kind)) ||
        (relative.kind === 'month' && relative.date !== undefined) ||
        (relative.kind === 'shift' && relative.grain === 'day'))
