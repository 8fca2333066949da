// In: a record and a plan. Out: whether the measure that it is part of has been called off or ended since it was last told.
import { type Day, type EntryOf, type Evidence, isActual, sentenceKey } from '../../model/index.ts'
import { tellingWords } from '../assemble/due-matters.ts'
import { addTo } from '../group.ts'
import { once } from '../once.ts'
import type { RecordReader } from '../reader.ts'

type Measure = EntryOf<'measure'>

/** A measure that came to nothing, with when that was first and last told. */
interface Over {
  /** Who imposed it, by id. */
  readonly by: readonly string[]
  readonly sentences: ReadonlySet<string>
  readonly first: Day
  readonly last: Day
}

const OVER: ReadonlySet<Measure['body']['status']> = new Set(['called off', 'ended', 'struck down'])
const STOPS: ReadonlySet<string> = new Set(['end', 'strike down'])

/**
 * "The tariffs will start on Monday", told before a report that they are called off: by the sentence it shares with the measure, or
 * by the word for it ("tariffs"), where it is nobody else's and no report tells of another such measure to come since. `by`
 * are the ids of those whose plan it is.
 */
export function isCalledOffSince(
  reader: RecordReader,
  evidence: readonly Evidence[],
  by: readonly string[],
): boolean {
  const { over, standing } = measuresIn(reader)
  const last = lastOut(reader, evidence)
  if (last === '') return false
  const isAfter = (one: Over) => one.last > last || (one.last === last && one.first < last)
  const sides = new Set(by.map((id) => reader.party(id)?.of || id))
  const mayBeIts = (one: Over) =>
    sides.size === 0 || one.by.length === 0 || one.by.some((id) => sides.has(id))
  const words = new Set(evidence.flatMap(({ quote }) => tellingWords(quote)))
  const sentences = evidence.map(sentenceKey)
  return [...over].some(
    ([word, ones]) =>
      ones.some((one) => isAfter(one) && sentences.every((sentence) => one.sentences.has(sentence))) ||
      (words.has(word) &&
        ones.some((one) => isAfter(one) && mayBeIts(one) && (standing.get(word) ?? '') < one.last)),
  )
}

/** By the last word of their names: measures that are over, and when the last of those to come was told. */
const measuresIn = once((reader: RecordReader) => {
  const over = new Map<string, Over[]>()
  const standing = new Map<string, Day>()
  for (const measure of reader.ofKind('measure')) {
    const word = tellingWords(measure.body.name.split(/ (?:on|of|from|against|to) /)[0]!).at(-1)
    if (word === undefined || measure.polarity === 'denied') continue
    if (OVER.has(measure.body.status)) {
      const outs = stopsOf(measure)
        .map(({ report }) => reader.report(report)?.published.latest ?? '')
        .filter((out) => out !== '')
        .sort()
      if (outs.length === 0) continue
      const sentences = new Set(measure.evidence.map(sentenceKey))
      const by = measure.body.by.map(({ id }) => reader.party(id)?.of || id)
      addTo(over, word, { by, sentences, first: outs[0]!, last: outs.at(-1)! })
    } else {
      const out = lastOut(reader, measure.evidence)
      if (out > (standing.get(word) ?? '')) standing.set(word, out)
    }
  }
  return { over, standing }
})

/** What tells that a measure was ended or called off. */
const stopsOf = ({ body: { steps }, evidence }: Measure): Evidence[] => {
  const ids = new Set(
    steps
      .filter(({ effect, status, modality }) => (STOPS.has(effect) || OVER.has(status)) && isActual(modality))
      .flatMap((step) => step.evidence),
  )
  return evidence.filter(({ id }) => ids.has(id))
}

const lastOut = (reader: RecordReader, evidence: readonly Evidence[]): Day =>
  evidence
    .map(({ report }) => reader.report(report)?.published.latest ?? '')
    .sort()
    .at(-1) ?? ''
