// In: a record and a measure. Out: the status that later reports tell it has, in other words than those of its own steps.
import { type Day, type EntryOf, isActual, type MeasureStatus, type MeasureStep } from '../../model/index.ts'
import { matterIn, tellingWords } from '../assemble/due-matters.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import { outBy, type RecordReader } from '../reader.ts'

type Measure = EntryOf<'measure'>

/**
 * What a measure has become: suspended, where a report out after the plan to suspend it speaks of the end of its suspension or of
 * taking it up again; ended or suspended, where that is told of the strike that it is, or its contracts are told as ratified.
 * Undefined where nothing tells of it.
 */
export function statusSince(reader: RecordReader, measure: Measure): MeasureStatus | undefined {
  if (measure.polarity === 'denied') return undefined
  return measure.body.type === 'strike' ? strikeSince(reader, measure) : heldOffSince(reader, measure)
}

function heldOffSince(reader: RecordReader, measure: Measure): MeasureStatus | undefined {
  const { steps, status, name, goods } = measure.body
  if (status !== 'in force' && status !== 'announced') return undefined
  const plan = steps.find(
    (step) => step.effect === 'suspend' && PLANNED.has(step.modality) && !step.condition,
  )
  const told = plan && outOf(reader, measure, plan)
  if (!told) return undefined
  const isTakenUp = steps.some(
    (step) => step.effect === 'resume' && !isActual(step.modality) && outOf(reader, measure, step) > told,
  )
  const { pauses } = sinceIn(reader)
  const words = tellingWords(`${name} ${goods.join(' ')}`)
  return isTakenUp || words.some((word) => (pauses.get(word) ?? []).some(({ out }) => out > told))
    ? 'suspended'
    : undefined
}

const PLANNED: ReadonlySet<string> = new Set(['planned', 'expected'])

/** The end of the only strike of the record, or of one by the same people. */
function strikeSince(reader: RecordReader, { body, evidence }: Measure): MeasureStatus | undefined {
  const { strikers, ends } = sinceIn(reader)
  const last =
    evidence
      .map(({ report }) => outBy(reader, report))
      .sort()
      .at(-1) ?? ''
  const by = body.by.map(({ id }) => id)
  return last === ''
    ? undefined
    : ends.find(
        ({ out, who }) =>
          out > last && (who.length === 0 ? strikers.size <= 1 : who.some((id) => by.includes(id))),
      )?.status
}

const ENDS: Readonly<Record<string, MeasureStatus>> = {
  'strike: end': 'ended',
  'strike: call off': 'called off',
  'strike: suspend': 'suspended',
}

/** Ends of suspensions by the words of their name, who strikes, and ends of strikes; a page asks many times. */
const sinceIn = once((reader: RecordReader) => {
  const pauses = reader.ofKind('deadline').flatMap(({ body, evidence, polarity }) => {
    const out =
      evidence
        .map(({ report }) => outBy(reader, report))
        .sort()
        .at(-1) ?? ''
    return polarity === 'affirmed' && matterIn(body.what) === 'pause' && HAS_PAUSE.test(body.what)
      ? [{ out, words: tellingWords(body.what) }]
      : []
  })
  const ends = reader.ofKind('act').flatMap(({ body, evidence, modality, polarity }) => {
    const status = ENDS[body.type]
    const out = evidence.map(({ report }) => outBy(reader, report)).sort()[0] ?? ''
    // "Called off a strike at the Linna works": some other strike.
    const isTold =
      polarity === 'affirmed' && isActual(modality) && !/^(?:an?|another) /i.test(body.object ?? '')
    const who = body.actor.flatMap(({ id }) => (id.startsWith('phrase:') ? [] : [id]))
    return status && isTold ? [{ status, out, who }] : []
  })
  // Work is taken up, at the latest, under a contract that those who struck have ratified.
  const contracts = reader.ofKind('agreement').flatMap(({ body, evidence, polarity }) => {
    const ratified = body.stages.find(({ stage, modality }) => stage === 'ratified' && isActual(modality))
    const out = evidence
      .filter(({ id }) => ratified?.evidence.includes(id))
      .map(({ report }) => outBy(reader, report))
      .sort()[0]
    return polarity === 'affirmed' && body.form === 'contract' && out !== undefined
      ? [{ status: 'ended' as const, out, who: body.between.map(({ id }) => id) }]
      : []
  })
  const strikes = reader.ofKind('measure').filter(({ body }) => body.type === 'strike' && body.by.length > 0)
  return {
    pauses: byEachKey(pauses, ({ words }) => words),
    strikers: new Set(strikes.map(({ body }) => body.by.map(({ id }) => id).join('+'))),
    ends: [...ends, ...contracts],
  }
})

const HAS_PAUSE = /\b(?:suspension|pause|freeze|waiver|moratorium|standstill)\b/i

/** The last day on which a step was told. */
const outOf = (reader: RecordReader, { evidence }: Measure, step: MeasureStep): Day =>
  evidence
    .filter(({ id }) => step.evidence.includes(id))
    .map(({ report }) => outBy(reader, report))
    .sort()
    .at(-1) ?? ''
