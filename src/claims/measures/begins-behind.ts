// In: the measures of a report. Out: the same; what was decided on one day and takes effect on another, told behind it, begins on that: "signed on 3 May; it takes effect on 1 July".
import type { TimeExpression } from '../../language/doc.ts'
import type { MeasurePart } from '../../model/index.ts'
import { isDueDay } from '../deadlines/due-times.ts'
import { prepositionOf } from '../deadlines/moved-days.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'

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
    const begun = names.size === 1 ? beginningBehind(scene, one.trigger) : undefined
    if (!begun) return one
    const { time, isDone } = begun
    const from = { ...claimDay(scene.doc, time, 'from' as const) }
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
): { time: TimeExpression; isDone: boolean } | undefined {
  const { doc, grammar } = scene
  const { lower, lemma, tag, sent, count } = doc.tokens
  const own = sent[trigger]!
  for (let verb = trigger + 1; verb < count && sent[verb]! <= own + 1; verb++) {
    if (!/^VB[DPZ]?$/.test(tag[verb]!)) continue
    if (!INTO.test([lemma[verb], ...lower.slice(verb + 1, verb + 3)].join(' '))) continue
    const subject = grammar.subjects(verb)[0]
    if (subject === undefined || subject <= trigger || !isTheSame(scene, subject, own)) continue
    const time = nearby(doc.times, verb, 8).find(
      (one) =>
        one.first > verb &&
        sent[one.first] === sent[verb] &&
        isDueDay(doc, one) &&
        /^(?:on|from|in|)$/.test(prepositionOf(scene, one)),
    )
    const { polarity, modality } = scene.epistemics(verb)
    if (!time || polarity === 'denied' || !/^(?:held|background|planned|expected|ongoing)$/.test(modality))
      continue
    return { time, isDone: tag[verb] === 'VBD' }
  }
  return undefined
}

/** Whether a subject stands for what was told before: a pronoun, or "the" and a word for a change, at the head of the next sentence. */
function isTheSame({ doc, grammar, sentenceOf }: Scene, subject: number, own: number): boolean {
  const { lower, lemma } = doc.tokens
  const isOwn = sentenceOf(subject) === own
  if (!isOwn && subject - doc.sents[own + 1]!.first > 2) return false
  if (POINTS.test(lower[subject]!)) return true
  return (
    CHANGE.has(lemma[subject]!) &&
    grammar.dependents(subject, 'det').some((word) => /^(?:the|this|these|that)$/.test(lower[word]!))
  )
}
