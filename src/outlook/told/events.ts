// In: words of conditions ("unless a deal is reached"). Out: conditions on events, and what reports tell as settled.
import { type Entry, type Evidence, type MeasureStep, shortHash } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { Condition, EventId } from '../regime/index.ts'
import { knownBy, rangeOf } from './evidence.ts'
import type { Happening, Part } from './layer.ts'

/** Words for an understanding between the sides: what an agreement told as reached settles. */
const DEAL = /\b(?:deal|agree(?:d|s|ment)?|accord|truce|pact|settle(?:d|ment)?|compromise)\b/i
const NEGATED =
  /\b(?:no|not|n't|never|without|unable|fails?|failed|cannot|can[’']t|isn[’']t|doesn[’']t)\b|n[’']t\b/i

/** "Unless X" hangs on X not coming about, "if no X" likewise, "if X" on X. Undefined where no condition is told. */
export function conditionOf(
  entry: Entry,
  step: MeasureStep,
  evidence: readonly Evidence[],
): { readonly condition: Condition; readonly happening: Happening } | undefined {
  const words = step.condition?.trim()
  if (!words) return undefined
  const deal = DEAL.test(words)
  const avoided = /^(?:unless|until|barring|without)\b/i.test(words) || NEGATED.test(words)
  const happening: Happening = {
    id: deal ? dealOf(entry) : `${entry.id}: ${shortHash(words.toLowerCase())}`,
    words: deal ? 'a deal between the sides' : words,
    evidence: evidence.map((one) => one.id),
  }
  const event = { event: happening.id }
  return { condition: avoided ? { not: event } : event, happening }
}

const dealOf = (entry: Entry): EventId => {
  const ids = entry.kind === 'measure' ? [...entry.body.by, ...entry.body.on].map((ref) => ref.id) : []
  return `deal: ${[...new Set(ids)].sort().join('–')}`
}

const REACHED = new Set(['agreed', 'signed', 'ratified', 'in force'])
const DONE = new Set(['held', 'ongoing', 'background'])

/**
 * Happenings by id. A deal is settled where a sentence that tells an agreement as reached also tells of the very steps
 * that hang on it: that the one is for the other is then said, not guessed.
 */
export function settledEvents(
  reader: RecordReader,
  happenings: readonly Happening[],
  steps: Part['steps'],
): ReadonlyMap<EventId, Happening> {
  const found = new Map<EventId, Happening>()
  for (const one of happenings) {
    const known = found.get(one.id)
    found.set(
      one.id,
      known ? { ...known, evidence: [...new Set([...known.evidence, ...one.evidence])] } : one,
    )
  }
  const deals = [...found.keys()].filter((id) => id.startsWith('deal: '))
  if (deals.length === 0) return found
  const reached = reachedDeals(reader)
  for (const id of deals) {
    const entries = new Set(
      steps
        .filter(({ step }) => step.when && JSON.stringify(step.when).includes(JSON.stringify(id)))
        .map(({ told }) => told.entry),
    )
    const sentences = new Set(
      [...entries].flatMap((entry) => (reader.entry(entry)?.evidence ?? []).map(sentenceKey)),
    )
    const deal = reached.find((one) => sentences.has(one.sentence))
    const happening = found.get(id)
    if (deal && happening)
      found.set(id, { ...happening, settled: { truth: true, on: deal.on, evidence: deal.evidence } })
  }
  return found
}

const sentenceKey = (one: Evidence) => `${one.report} ${one.quote}`

function reachedDeals(reader: RecordReader) {
  return reader
    .ofKind('agreement')
    .filter((entry) => entry.polarity !== 'denied')
    .flatMap((entry) =>
      entry.body.stages.flatMap((stage) =>
        entry.evidence
          .filter(
            (one) => stage.evidence.includes(one.id) && REACHED.has(stage.stage) && DONE.has(one.modality),
          )
          .map((one) => {
            const said = one.days.find((day) => day.role === 'on' || day.role === 'announced')
            const known = knownBy(reader, [one])
            return {
              sentence: sentenceKey(one),
              on: rangeOf(stage.on) ?? rangeOf(said) ?? { earliest: known, latest: known },
              evidence: [one.id],
            }
          }),
      ),
    )
    .sort((a, b) => (a.on.latest < b.on.latest ? -1 : 1))
}
