// In: words of conditions ("unless a deal is reached"). Out: conditions on events, and what reports tell as settled.
import {
  type Entry,
  type Evidence,
  isActual,
  MADE_STAGES,
  type MeasureBody,
  type MeasureStep,
  sentenceKey,
  shortHash,
} from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { type Condition, type EventId, eventsIn } from '../regime/index.ts'
import { knownBy, rangeOf } from './evidence.ts'
import type { Happening, Part } from './layer.ts'

/** Words for an understanding between the sides: what an agreement told as reached settles. */
const DEAL = /\b(?:deal|agree(?:d|s|ment)?|accord|truce|pact|settle(?:d|ment)?|compromise)\b/i
/** True where words tell of an understanding between the sides. */
export const meansDeal = (words: string): boolean => DEAL.test(words)

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
  const deal = meansDeal(words)
  const avoided = /^(?:unless|until|barring|without)\b/i.test(words) || NEGATED.test(words)
  const happening: Happening = {
    id: deal ? dealOf(entry) : `${entry.id}: ${shortHash(words.toLowerCase())}`,
    words: deal ? 'a deal between the sides' : words,
    entry: entry.id,
    evidence: evidence.map((one) => one.id),
  }
  const event = { event: happening.id }
  return { condition: avoided ? { not: event } : event, happening }
}

const DEAL_ID = 'deal: '
const dealOf = (entry: Entry): EventId => {
  const ids = entry.kind === 'measure' ? [...entry.body.by, ...entry.body.on].map((ref) => ref.id) : []
  return `${DEAL_ID}${[...new Set(ids)].sort().join('–')}`
}

const REACHED = new Set<string>([...MADE_STAGES, 'extended'])

/**
 * Happenings by id. A deal is settled by an agreement of the sides that is told as reached since the plans were, in a
 * sentence that also tells of what was planned: that the one is for the other is then said, not guessed.
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
  const reached = reachedDeals(reader)
  for (const [id, happening] of found) {
    if (!id.startsWith(DEAL_ID)) continue
    const hanging = steps.filter(({ step }) => step.when && eventsIn(step.when).includes(id))
    const since = hanging.map(({ step }) => step.known).sort()[0]
    const entries = new Set(hanging.flatMap(({ told }) => reader.entry(told.entry) ?? []))
    const sentences = new Set([...entries].flatMap((entry) => entry.evidence.map(sentenceKey)))
    const heads = [...entries].flatMap((entry) => (entry.kind === 'measure' ? headsOf(entry.body) : []))
    const deal = reached.find(
      (one) =>
        since !== undefined &&
        one.on.latest >= since &&
        (sentences.has(sentenceKey(one.evidence)) ||
          ([...entries].some((entry) => entry.kind === 'measure' && isBetween(entry.body, one.between)) &&
            heads.some((head) => one.evidence.quote.toLowerCase().includes(head)))),
    )
    if (deal)
      found.set(id, {
        ...happening,
        settled: { truth: true, on: deal.on, entry: deal.entry, evidence: [deal.evidence.id] },
      })
  }
  return found
}

/** The kind of measure and the last word of its name, as a sentence would tell of it. */
const headsOf = ({ type, name }: MeasureBody): string[] =>
  [
    type,
    name
      .toLowerCase()
      .match(/\p{L}+$/u)?.[0]
      .replace(/s$/, '') ?? '',
  ].filter((word) => word.length > 3)

const isBetween = ({ by, on }: MeasureBody, between: readonly string[]) =>
  by.length > 0 && on.length > 0 && [...by, ...on].every(({ id }) => between.includes(id))

function reachedDeals(reader: RecordReader) {
  return reader
    .ofKind('agreement')
    .filter((entry) => entry.polarity !== 'denied')
    .flatMap((entry) =>
      entry.body.stages.flatMap((stage) =>
        entry.evidence
          .filter(
            (one) => stage.evidence.includes(one.id) && REACHED.has(stage.stage) && isActual(one.modality),
          )
          .map((one) => {
            const said = one.days.find((day) => day.role === 'on' || day.role === 'announced')
            const known = knownBy(reader, [one])
            return {
              entry: entry.id,
              between: entry.body.between.map(({ id }) => id),
              on: rangeOf(stage.on) ?? rangeOf(said) ?? { earliest: known, latest: known },
              evidence: one,
            }
          }),
      ),
    )
    .sort((a, b) => (a.on.latest < b.on.latest ? -1 : 1))
}
