// In: a record. Out: its regimes: steps on layers as reports tell them, totals, what conditions hang on, and the sentence of each.
import type { Day } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { EventId, LayerId, Scenario, Step, StepId } from '../regime/index.ts'
import { deadlineSteps } from './deadline-steps.ts'
import { settledEvents } from './events.ts'
import { instrumentsOf } from './instruments.ts'
import type { Happening, Layer, Told, ToldTotal } from './layer.ts'
import { measureSteps } from './measure-steps.ts'

export interface Regimes {
  readonly known: Day
  readonly steps: readonly Step[]
  readonly layers: ReadonlyMap<LayerId, Layer>
  readonly told: ReadonlyMap<StepId, Told>
  readonly totals: readonly ToldTotal[]
  readonly happenings: ReadonlyMap<EventId, Happening>
  /** What reports tell as settled, as facts of every scenario. */
  readonly facts: Scenario['facts']
  /** Evidence that says again what a step already says. */
  readonly again: ReadonlySet<string>
}

/**
 * Steps of the measures and deadlines of a record. Only what is told as done is enacted; what is planned, expected or
 * conditional is announced, what is supposed or only possible is hypothetical: neither changes anything unless a
 * scenario adds it. Days that no report gives are not filled in. Empty where no report could be dated.
 */
export function regimesOf(reader: RecordReader): Regimes {
  const known = reader.knownOn ?? '0001-01-01'
  const instruments = instrumentsOf(reader)
  const measures = measureSteps(reader, instruments)
  const parts = [measures, deadlineSteps(reader, instruments, measures)]
  const steps: Step[] = []
  const told = new Map<StepId, Told>()
  for (const part of parts) {
    for (const one of part.steps) {
      steps.push(one.step)
      told.set(one.step.id, one.told)
    }
  }
  const happenings = settledEvents(
    reader,
    parts.flatMap((part) => part.happenings ?? []),
    parts.flatMap((part) => part.steps),
  )
  const facts: Record<EventId, boolean> = {}
  for (const { id, settled } of happenings.values()) if (settled !== undefined) facts[id] = settled.truth
  return {
    known,
    steps,
    told,
    layers: new Map(parts.flatMap((part) => part.layers).map((layer) => [layer.id, layer])),
    totals: parts.flatMap((part) => part.totals ?? []),
    happenings,
    facts,
    again: new Set(parts.flatMap((part) => part.again ?? [])),
  }
}

/** The scenario with what reports settle as facts, and with more facts and steps of its own. */
export const withFacts = (regimes: Regimes, scenario: Scenario): Scenario => ({
  ...scenario,
  facts: { ...regimes.facts, ...scenario.facts },
})
