// In: a scene and what its finders told. Out: what was planned for a day and was given up or put off, with that day: "cancelled the vote planned for 3 May".
import type { TimeExpression } from '../../language/doc.ts'
import type { ActBody, ClaimDay, ThreadPart } from '../../model/index.ts'
import { isDueDay } from '../deadlines/due-times.ts'
import { prepositionOf, stood } from '../deadlines/moved-days.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { particleOf } from '../sentence/phrasal.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { clauseAt, eventAt } from './event-words.ts'

/** Verbs, with their particles, by which a plan is no more or has no day. */
const OFF: ReadonlySet<string> = new Set(
  'cancel scrap shelve postpone call_off put_off put_back push_back hold_off abandon drop suspend delay defer reschedule'.split(
    ' ',
  ),
)
/** Verbs of an event itself, denied: "will not take place on Tuesday". */
const COMES: ReadonlySet<string> = new Set(
  'take go hold happen open reopen begin start resume meet convene vote launch sign close return publish'.split(
    ' ',
  ),
)
/** Words from a plan to its day. */
const REACH = 5
/** Words from a denied verb to the day on which it was to be. */
const BEHIND = 7
const PLANNED: ReadonlySet<string> = new Set(
  'planned scheduled set due slated expected booked fixed called announced billed arranged'.split(' '),
)
const HELD = { polarity: 'affirmed', modality: 'held' } as const

/**
 * Acts of giving up or putting off with the day that the thing had; where no finder tells the verb, the act itself. What has a
 * thread of its own (talks, measures, deadlines) is told there.
 */
export function withCalledOff(scene: Scene, found: readonly Found[]): Found[] {
  const { doc } = scene
  const dated = new Set(doc.times.map(({ first }) => scene.sentenceOf(first)))
  const days = new Map<number, ClaimDay[]>()
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!dated.has(doc.tokens.sent[verb]!) || !scene.grammar.isVerb(verb)) continue
    const own = isCalledOff(scene, verb) ? plannedDays(scene, verb) : deniedDays(scene, verb)
    if (own.length > 0) days.set(verb, own)
  }
  if (days.size === 0) return [...found]
  const told = new Set<number>()
  const result = found.map((one) => {
    const own = days.get(one.trigger)
    if (!own || one.kind === 'figure' || one.kind === 'linkage' || one.kind === 'statement') return one
    told.add(one.trigger)
    if (one.kind !== 'act' || threadOf(one) !== undefined) return one
    const others = (one.days ?? []).filter(({ start }) => own.every((day) => day.start !== start))
    return { ...one, days: [...others, ...own] }
  })
  for (const [verb, own] of days) {
    const act = told.has(verb) || isOfThread(scene, verb, found) ? undefined : actAt(scene, verb, own)
    if (act) result.push(act)
  }
  return result
}

const threadOf = ({ body }: Found) => (body as { readonly about?: ThreadPart }).about?.thread

/** Whether what is given up is told by a thread of its own: talks called off, a deadline moved. */
const isOfThread = (scene: Scene, verb: number, found: readonly Found[]): boolean => {
  const things = new Set([...scene.grammar.objects(verb), ...scene.grammar.subjects(verb)])
  return found.some((one) => threadOf(one) !== undefined && things.has(one.trigger) && one.kind === 'act')
}

function actAt(scene: Scene, verb: number, days: readonly ClaimDay[]): Found | undefined {
  const at = { days, foundBy: 'act/called-off@1', epistemics: HELD }
  const one = eventAt(scene, verb, at) ?? clauseAt(scene, verb, at)
  if (one?.kind !== 'act' || scene.epistemics(verb).polarity === 'affirmed') return one
  const body = one.body as ActBody
  return { ...one, body: { ...body, type: body.type.replace('event: ', 'event: not ') } }
}

/** Done, or said to be done: no question, condition or wish. */
function isCalledOff(scene: Scene, verb: number): boolean {
  const { lemma, lower } = scene.doc.tokens
  const particle =
    particleOf(scene, verb) ?? (/^(?:off|back)$/.test(lower[verb + 1] ?? '') ? lower[verb + 1] : undefined)
  if (!OFF.has(particle ? `${lemma[verb]!}_${particle}` : lemma[verb]!)) return false
  const { polarity, modality } = scene.epistemics(verb)
  return (
    polarity === 'affirmed' &&
    (modality === 'held' || (modality === 'planned' && scene.grammar.isPassive(verb))) &&
    scene.attributions(verb)[0]?.form !== 'direct'
  )
}

/** The day of what is given up, by its words: "Friday's vote", "planned for 3 May", "the march on Friday was cancelled". */
function plannedDays(scene: Scene, verb: number): ClaimDay[] {
  const { grammar, doc } = scene
  const [thing] = grammar.objects(verb)
  if (thing === undefined || !doc.tokens.tag[thing]!.startsWith('NN')) return []
  const { first } = grammar.phrase(thing, 'short')
  const { last } = doc.sents[doc.tokens.sent[verb]!]!
  return nearby(doc.times, verb, 30)
    .filter((time) => {
      if (time.first < first || time.first >= last || !isDueDay(doc, time)) return false
      if (time.last <= thing) return thing - time.last <= 3
      if (thing < time.first && isPlanBefore(scene, time)) return true
      // "The march on Friday was cancelled": between the thing and what is done to it.
      return thing < time.first && time.last <= verb && doc.tokens.lower[time.first - 1] === 'on'
    })
    .slice(0, 1)
    .map((time) => stood(claimDay(doc, time, 'originalDue')))
}

/** "Planned for 3 May", "which had been due on Friday". */
function isPlanBefore({ doc }: Scene, time: TimeExpression): boolean {
  const { lower, sent } = doc.tokens
  if (!/^(?:for|on|in|from)$/.test(lower[time.first - 1] ?? '') && !PLANNED.has(lower[time.first - 1] ?? ''))
    return false
  for (let at = time.first - 1; at > time.first - REACH && sent[at] === sent[time.first]; at--) {
    if (PLANNED.has(lower[at]!)) return true
    if (/^[,;]$/.test(lower[at]!)) return false
  }
  return false
}

/** "The vote will not take place on Tuesday as planned": the day on which it was to be. */
function deniedDays(scene: Scene, verb: number): ClaimDay[] {
  const { grammar, doc } = scene
  const { lemma, lower, sent } = doc.tokens
  if (!COMES.has(lemma[verb]!) || scene.epistemics(verb).polarity !== 'denied') return []
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  if (!auxiliaries.some((aux) => aux === 'will' || aux === 'wo')) return []
  const { last } = doc.sents[sent[verb]!]!
  const isPlanned = lower
    .slice(verb, last)
    .some(
      (word, at) =>
        word === 'as' &&
        /^(?:planned|scheduled|announced|promised|expected)$/.test(lower[verb + at + 1] ?? ''),
    )
  const isWhole = lemma[verb] === 'take' && grammar.objects(verb).some((one) => lemma[one] === 'place')
  if (!isPlanned && !isWhole) return []
  return nearby(doc.times, verb)
    .filter(
      (time) =>
        time.first > verb &&
        time.first - verb <= BEHIND &&
        time.first < last &&
        isDueDay(doc, time) &&
        /^(?:on|)$/.test(prepositionOf(scene, time)),
    )
    .slice(0, 1)
    .map((time) => claimDay(doc, time, 'originalDue'))
}
