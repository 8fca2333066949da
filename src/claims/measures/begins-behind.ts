// In: the measures of a report. Out: the same; what was decided on one day and takes effect on another, told behind it, begins on that: "signed on 3 May; it takes effect on 1 July".
import type { TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, MeasurePart, MeasureType } from '../../model/index.ts'
import { isDueDay } from '../deadlines/due-times.ts'
import { prepositionOf } from '../deadlines/moved-days.ts'
import { claimDay, gone } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { typeOf } from './types.ts'

const partOf = (one: Found): MeasurePart => (one.body as { about: MeasurePart }).about
const CHANGES: ReadonlySet<string> = new Set(['set', 'raise', 'lower', 'expand'])

/** Each measure that alone is told in its sentence, with the day on which it is told to begin behind it. */
export function withBeginnings(scene: Scene, found: readonly Found[]): Found[] {
  const bySentence = new Map<number, Found[]>()
  for (const one of found) {
    const at = scene.sentenceOf(one.trigger)
    bySentence.set(at, [...(bySentence.get(at) ?? []), one])
  }
  return found.map((one) => {
    const { effect } = partOf(one)
    const { polarity, modality } = one.epistemics ?? scene.epistemics(one.trigger)
    const isTold = polarity === 'affirmed' && /^(?:held|background|planned)$/.test(modality)
    if (!isTold || !CHANGES.has(effect) || one.days?.some(({ role }) => role === 'from')) return one
    const names = new Set(
      bySentence.get(scene.sentenceOf(one.trigger))!.map((other) => partOf(other).name.start),
    )
    const begun = names.size === 1 ? beginningBehind(scene, one.trigger, partOf(one).type) : undefined
    if (!begun) return one
    const { from, isDone } = begun
    const days = [
      ...(one.days ?? []).map((day) => (day.role === 'on' ? { ...day, role: 'announced' as const } : day)),
      from,
    ]
    const status = isDone ? partOf(one).status : 'announced'
    return { ...one, days, body: { ...one.body, about: { ...partOf(one), status } } } as Found
  })
}

/** "It", "which", "the increase", "the order": what was told just before. */
const POINTS = /^(?:it|they|which|that|both)$/
const CHANGE: ReadonlySet<string> = new Set(
  'increase rise hike cut reduction change move order decree measure rule law rate decision step'.split(' '),
)
const INTO =
  /^(?:take effect|(?:come|enter|go) into (?:force|effect)|(?:come|enter) in force|start|begin|apply|kick in)\b/

/** The day told behind a measure, in its sentence or the next, on which it begins. */
function beginningBehind(
  scene: Scene,
  trigger: number,
  type: MeasureType,
): { from: ClaimDay; isDone: boolean } | undefined {
  const { doc, grammar } = scene
  const { lower, lemma, tag, sent, count } = doc.tokens
  const own = sent[trigger]!
  for (let verb = trigger + 1; verb < count && sent[verb]! <= own + 1; verb++) {
    if (!/^VB[DPZ]?$/.test(tag[verb]!)) continue
    if (!INTO.test([lemma[verb], ...lower.slice(verb + 1, verb + 3)].join(' '))) continue
    const subject = grammar.subjects(verb)[0]
    if (subject === undefined || subject <= trigger || !isTheSame(scene, subject, own, type)) continue
    const behind = nearby(doc.times, verb, 8).filter(
      (one) => one.first > verb && sent[one.first] === sent[verb],
    )
    const counted = behind.map((one) => countedFrom(scene, one)).find((day) => day)
    const time = behind.find(
      (one) => isDueDay(doc, one) && /^(?:on|from|in|)$/.test(prepositionOf(scene, one)),
    )
    const from = counted ?? (time && claimDay(doc, time, 'from'))
    const { polarity, modality } = scene.epistemics(verb)
    if (!from || polarity === 'denied' || !/^(?:held|background|planned|expected|ongoing)$/.test(modality))
      continue
    return { from, isDone: tag[verb] === 'VBD' }
  }
  return undefined
}

/** "Ten days after Friday's signing": so many days from the day of what was done. */
function countedFrom({ doc }: Scene, span: TimeExpression): ClaimDay | undefined {
  const [, count] = /^P(\d{1,3})D$/.exec(span.value ?? '') ?? []
  if (!count || span.type !== 'DURATION' || doc.tokens.lower[span.last] !== 'after') return undefined
  const day = nearby(doc.times, span.last, 4).find(
    (one) => one.first > span.last && one.type === 'DATE' && isDueDay(doc, one),
  )
  return day && { ...gone(claimDay(doc, day, 'from')), plusDays: Number(count) }
}

/** Whether a subject stands for what was told before: a pronoun, or "the" and a word for a change or a measure, at the head of the next sentence. */
function isTheSame(scene: Scene, subject: number, own: number, type: MeasureType): boolean {
  const { doc, grammar, rows, sentenceOf } = scene
  const { lower, lemma } = doc.tokens
  const isOwn = sentenceOf(subject) === own
  if (!isOwn && subject - doc.sents[own + 1]!.first > 3) return false
  if (POINTS.test(lower[subject]!)) return true
  const row = isOwn ? undefined : rows('measure-nouns').get(lemma[subject]!)
  const isMeasure =
    row !== undefined &&
    typeOf(scene, subject, row) === type &&
    ['on', 'against', 'for'].every((word) => grammar.obliques(subject, word).length === 0)
  return (
    (isMeasure || CHANGE.has(lemma[subject]!)) &&
    grammar.dependents(subject, 'det').some((word) => /^(?:the|this|these|that)$/.test(lower[word]!))
  )
}
