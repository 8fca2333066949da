// In: a scenario as written, the regimes of a record. Out: the scenario as steps and facts of the engine, each assumption marked.
import { addDays, type Day, exactly } from '../../model/index.ts'
import { problem } from '../../problem.ts'
import {
  type Due,
  type Effect,
  extendBy,
  type LayerId,
  type Op,
  type Scenario,
  type Step,
} from '../regime/index.ts'
import type { Happening, Layer } from '../told/layer.ts'
import { type Regimes, withFacts } from '../told/regimes.ts'
import type { AssumedStep, ScenarioFile } from './scenario-file.ts'

/** A scenario of a record: what it assumes in words, layers of its own beside those read. */
export interface ResolvedScenario {
  readonly scenario: Scenario
  readonly assumes: readonly string[]
  readonly layers: ReadonlyMap<LayerId, Layer>
}

/** Nothing is done. */
export const letLapse = (regimes: Regimes): ResolvedScenario => ({
  scenario: withFacts(regimes, { id: 'lapse', adds: [], facts: {} }),
  assumes: [],
  layers: regimes.layers,
})

/** `terms` are those that are open, `more` steps beside those of the file. Throws `scenario-not-understood` where words name no term, event or evidence, or a step more than one layer. */
export function resolveScenario(
  file: ScenarioFile,
  regimes: Regimes,
  terms: readonly Due[],
  path: string,
  more: readonly AssumedStep[] = [],
): ResolvedScenario {
  const { known } = regimes
  const name = file.name ?? path
  const by = file.by ?? path
  const wrong = (words: string): never => {
    throw problem('scenario-not-understood', { path, wrong: words })
  }
  const adds: Step[] = []
  const assumes: string[] = []
  const layers = new Map(regimes.layers)
  const facts: Record<string, boolean> = {}

  for (const { event, happens } of file.facts) {
    const found = [...regimes.happenings.values()].filter((one) => hasWords(`${one.words} ${one.id}`, event))
    if (found.length === 0)
      wrong(
        `facts: no condition read has the words "${event}"; there are: ${listed(happeningWords(regimes))}`,
      )
    for (const one of found) {
      facts[one.id] = happens
      assumes.push(`${one.words}: ${happens ? 'comes about' : 'does not come about'}`)
    }
  }
  for (const id of file.without) {
    const found = regimes.steps.filter((step) =>
      regimes.told.get(step.id)?.evidence.some((one) => one.startsWith(id)),
    )
    if (found.length === 0) wrong(`without: no step rests on the evidence "${id}"`)
    for (const step of found) {
      assumes.push(`what ${id} tells of ${layerName(regimes, step)} is left out`)
      adds.push(
        assumed(
          `without ${step.id}`,
          step,
          { op: 'annul', target: step.id, decided: exactly(known) },
          known,
          by,
          'left out',
        ),
      )
    }
  }
  const open = terms.filter(({ status }) => status === 'due')
  for (const { term, days, because } of file.extend) {
    const found = open.filter(
      (due) => term === undefined || hasWords(wordsOf(regimes.layers.get(due.layer)), term),
    )
    if (found.length === 0)
      wrong(
        term === undefined
          ? 'extend: no term is open'
          : `extend: no open term has the words "${term}"; there are: ${listed(open.map((due) => regimes.layers.get(due.layer)?.name ?? due.layer))}`,
      )
    for (const due of found) {
      const step = regimes.steps.find(({ id }) => id === due.step)!
      adds.push(...extendBy(step, due.due, days, { known, by }).adds)
      assumes.push(
        `${layerName(regimes, step)}: the term of ${due.due.latest} is extended by ${days} days, until ${addDays(due.due.latest, days)}${because ? ` (${because})` : ''}`,
      )
    }
  }
  const wanted = file.announced === true ? [''] : file.announced === false ? [] : file.announced
  for (const words of wanted) {
    const found = regimes.steps.filter(
      (step) =>
        step.status === 'announced' &&
        !('from' in step.does && step.does.from.latest <= known) &&
        'layer' in step.does &&
        hasWords(wordsOf(regimes.layers.get(step.does.layer)), words),
    )
    if (found.length === 0)
      wrong(
        words === '' ? 'announced: nothing is announced' : `announced: nothing is announced on "${words}"`,
      )
    for (const step of found) {
      adds.push({ ...step, status: 'hypothetical' })
      assumes.push(
        `${layerName(regimes, step)}: what is announced comes about${'from' in step.does ? ` on ${step.does.from.latest}` : ''}`,
      )
    }
  }
  for (const [at, one] of [...file.steps, ...more].entries()) {
    const layer = layerOf(one, regimes, wrong)
    layers.set(layer.id, layer)
    const does = opOf(one, layer.id)
    const measure =
      regimes.steps.find((step) => 'layer' in step.does && step.does.layer === layer.id)?.measure ?? layer.id
    adds.push(
      assumed(
        `${path} ${at + 1}`,
        { issuer: layer.by[0]?.id ?? '?', measure },
        does,
        known,
        by,
        one.because ?? `assumed in ${path}`,
      ),
    )
    assumes.push(
      `${layer.name}: ${wordsFor(one)} from ${one.from}${one.until ? ` until ${one.until}` : ''}${one.because ? ` (${one.because})` : ''}`,
    )
  }
  return { scenario: withFacts(regimes, { id: name, adds, facts }), assumes, layers }
}

const assumed = (
  id: string,
  { issuer, measure }: { readonly issuer: string; readonly measure: string },
  does: Op,
  known: Day,
  by: string,
  assumption: string,
): Step => ({
  id: `assumed: ${id}`,
  issuer,
  measure,
  does,
  known,
  status: 'hypothetical',
  basis: { assumption, by },
})

/** Every word asked for stands in the text, in any order and case. */
export const hasWords = (text: string, words: string): boolean => {
  const lower = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

/** All words a layer goes by. */
export const wordsOf = (layer: Layer | undefined): string =>
  layer === undefined
    ? ''
    : [
        layer.id,
        layer.name,
        layer.title,
        layer.type,
        ...layer.goods,
        ...[...layer.by, ...layer.on].map(({ name }) => name),
      ].join(' ')

const layerName = (regimes: Regimes, { does, measure }: Step) =>
  regimes.layers.get('layer' in does ? does.layer : measure)?.name ??
  [...regimes.layers.values()].find(({ entries }) => entries.includes(measure))?.name ??
  measure

const happeningWords = (regimes: Regimes) =>
  [...regimes.happenings.values()].map(({ words }: Happening) => words)
const listed = (words: readonly string[]) =>
  words.length === 0 ? 'none' : words.map((one) => `"${one}"`).join(', ')

function layerOf(one: AssumedStep, regimes: Regimes, wrong: (words: string) => never): Layer {
  const all = [...regimes.layers.values()].filter((layer) => hasWords(wordsOf(layer), one.layer))
  const exact = all.filter((layer) => layer.fromInstrument)
  const found = exact.length > 0 ? exact : all
  if (found.length > 1)
    wrong(
      `steps: "${one.layer}" names more than one layer: ${listed(found.map((layer) => layer.id))}; give more words`,
    )
  if (found[0]) return found[0]
  const ref = (id: string | undefined) => (id === undefined ? [] : [{ id, name: id }])
  return {
    id: one.layer,
    name: one.layer,
    type: one.ban ? 'ban' : one.licence ? 'licence' : one.status ? 'other' : 'tariff',
    by: ref(one.by),
    on: ref(one.on),
    goods: [],
    entries: [],
    fromInstrument: false,
  }
}

function effectOf(one: AssumedStep): Effect | undefined {
  if (one.set !== undefined) return { kind: 'adValorem', bps: Math.round(one.set * 100) }
  if (typeof one.suspend === 'number') return { kind: 'adValorem', bps: Math.round(one.suspend * 100) }
  if (one.ban) return { kind: 'prohibition' }
  if (one.licence !== undefined) return { kind: 'licence', what: one.licence }
  return one.status === undefined ? undefined : { kind: 'status', value: one.status }
}

function opOf(one: AssumedStep, layer: LayerId): Op {
  const from = exactly(one.from)
  const to = one.until === undefined ? {} : { to: exactly(one.until) }
  const value = effectOf(one)
  if (one.end) return { op: 'terminate', target: layer, at: from }
  if (one.suspend !== undefined) return { op: 'suspend', layer, ...(value && { value }), from, ...to }
  return { op: 'set', layer, value: value!, from, ...to }
}

function wordsFor(one: AssumedStep): string {
  if (one.set !== undefined) return `${one.set} %`
  if (one.suspend !== undefined) return one.suspend === true ? 'suspended' : `suspended to ${one.suspend} %`
  if (one.end) return 'ended'
  return one.ban ? 'a ban' : (one.licence ?? one.status ?? '')
}
