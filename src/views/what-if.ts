// In: a record, two scenarios. Out: the page of where they differ over time, with what each assumes.
import { addDays, type Day, toNumber } from '../model/index.ts'
import type { Effect, Regime } from '../outlook/regime/index.ts'
import { regimeOf, spanOn } from '../outlook/regime/index.ts'
import { type Comparison, compareScenarios, type PairOfSums } from '../outlook/scenario/compare.ts'
import type { SumPiece } from '../outlook/scenario/duty-sums.ts'
import { letLapse, type ResolvedScenario } from '../outlook/scenario/resolve-scenario.ts'
import type { Layer } from '../outlook/told/layer.ts'
import type { Regimes } from '../outlook/told/regimes.ts'
import type { RecordReader } from '../record/reader.ts'
import {
  bareLine,
  type Line,
  type Page,
  plain,
  type StepChart,
  strong,
  type Table,
  weak,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { dayWords } from './words/day-words.ts'
import { effectWords } from './words/effect-words.ts'
import { arrowOf } from './words/party-words.ts'
import { cutAt, oneLine, withoutArticle } from './words/safe-text.ts'
import { totalLines } from './words/total-lines.ts'
import { numberWords } from './words/value-words.ts'

/** The page of two scenarios; `until` is the last day looked at. */
export function whatIfPage(
  reader: RecordReader,
  regimes: Regimes,
  a: ResolvedScenario,
  b: ResolvedScenario,
  until?: Day,
): Page {
  const compared = compareScenarios(regimes, a, b, until)
  const names = { a: a.scenario.id, b: b.scenario.id }
  const totals = compared.sums.flatMap(({ pair }) =>
    totalLines(reader, regimes, pair, letLapse(regimes).scenario),
  )
  const charts = [
    ...compared.sums.map((sums) => sumChart(sums, names, compared)),
    ...statusCharts(regimes, compared, a, b),
  ]
  return pageOf(reader, 'what-if', `What if: ${names.a} against ${names.b}`, [
    {
      id: 'assumed',
      title: 'Assumed, in no report',
      lines: [...assumedLines(a), ...assumedLines(b)],
      empty: 'Nothing: what was read, by its terms.',
    },
    {
      id: 'differences',
      title: 'Where they differ',
      lines: notAddedLines(compared),
      ...(compared.differences.length === 0 && { empty: 'Nowhere: on no day that was looked at.' }),
      table: differenceTable(regimes, compared, names, a, b),
    },
    ...(compared.sums.length > 0
      ? [
          {
            id: 'sums',
            title: 'Duties read, by sides',
            lines: compared.sums.flatMap((sums) => sumLines(sums, names)),
          },
        ]
      : []),
    ...(totals.length > 0
      ? [{ id: 'totals', title: 'Totals told, against the layers read', lines: totals }]
      : []),
    ...(charts.length > 0 ? [{ id: 'charts', title: 'Over time', lines: [], charts }] : []),
  ])
}

/** "extend 90 days: the term … (assumed)". */
export const assumedLines = ({ scenario, assumes }: ResolvedScenario): Line[] =>
  assumes.map((words) => bareLine([strong(oneLine(scenario.id)), plain(`: ${oneLine(words)}`)]))

/** "Executive Order 77 (PE → NO)". */
export function layerWords(layer: Layer | undefined, id: string): string {
  if (layer === undefined) return oneLine(id)
  const arrow = arrowOf(layer.by, layer.on)
  return `${cutAt(withoutArticle(oneLine(layer.name)), 70)}${arrow === '' ? '' : ` (${arrow})`}`
}

/** Evidence of the step that holds on a layer on a day. */
function evidenceOn(regimes: Regimes, regime: Regime, layer: string, day: Day): readonly string[] {
  const line = regime.layers.get(layer)
  const top = line && spanOn(line, toNumber(day))?.top
  if (top === undefined) return []
  return [top.step, ...top.extendedBy].flatMap((id) => regimes.told.get(id)?.evidence ?? [])
}

const until = (to: Day, end: Day) =>
  to >= end
    ? `${dayWords({ earliest: to, latest: to })} and on`
    : dayWords({ earliest: addDays(to, -1), latest: addDays(to, -1) })

function differenceTable(
  regimes: Regimes,
  { differences, layers, to: end }: Comparison,
  names: { readonly a: string; readonly b: string },
  a: ResolvedScenario,
  b: ResolvedScenario,
): Table {
  const regimeA = regimeOf(regimes.steps, { known: regimes.known, scenario: a.scenario })
  const regimeB = regimeOf(regimes.steps, { known: regimes.known, scenario: b.scenario })
  const sure = (words: string, certainty: string) =>
    certainty === 'certain' ? words : `${words} (${certainty})`
  return {
    columns: ['layer', 'from', 'through', names.a, names.b],
    numbers: [],
    rows: differences.map(({ layer, from, to, certainty, ...effect }) => ({
      cells: [
        layerWords(layers.get(layer), layer),
        dayWords({ earliest: from, latest: from }),
        until(to, end),
        sure(effectWords(effect.a), certainty.a),
        sure(effectWords(effect.b), certainty.b),
      ],
      evidence: [...evidenceOn(regimes, regimeA, layer, from), ...evidenceOn(regimes, regimeB, layer, from)],
    })),
  }
}

/** Duties that differ and stand in no sum: on some goods alone, or a total that reports tell, which is made of others. */
function notAddedLines({ differences, layers, sums }: Comparison): Line[] {
  const added = new Set(sums.flatMap((one) => one.layers.map(({ id }) => id)))
  const duties = differences.filter((one) => isDuty(one.a) || isDuty(one.b))
  return [...new Set(duties.map(({ layer }) => layer))]
    .filter((id) => !added.has(id))
    .map((id) => {
      const layer = layers.get(id)
      const why =
        layer && layer.goods.length > 0 ? 'holds on some goods alone' : 'is a rate as reports tell it'
      return bareLine([plain(`${layerWords(layer, id)} ${why}: added to no sum.`)])
    })
}

const isDuty = (effect: Effect | undefined) => effect?.kind === 'adValorem'

/** "10 % (Order 7) + 20 % (Order 9)". */
const partsWords = ({ parts }: SumPiece, layers: readonly Layer[]) =>
  parts
    .map(
      ({ layer, bps }) =>
        `${numberWords(bps / 100)} % ${layers.find(({ id }) => id === layer)?.name ?? layer}`,
    )
    .join(' + ')

function sumLines(
  { pair, layers, a, b }: PairOfSums,
  names: { readonly a: string; readonly b: string },
): Line[] {
  const line = (name: string, pieces: readonly SumPiece[]) =>
    bareLine(
      [strong(arrowOf([pair.by], [pair.on])), plain(`, ${oneLine(name)}`), weak(' · duties read, at least')],
      {
        lines: pieces.map((piece) =>
          bareLine([
            plain(`from ${dayWords({ earliest: piece.from, latest: piece.from })}: `),
            strong(`at least ${numberWords(piece.bps / 100)} %`),
            plain(piece.parts.length > 0 ? ` = ${partsWords(piece, layers)}` : ''),
            weak(piece.certainty === 'certain' ? '' : ` · ${piece.certainty}`),
          ]),
        ),
      },
    )
  return [line(names.a, a), line(names.b, b)]
}

function sumChart(
  { pair, a, b }: PairOfSums,
  names: { readonly a: string; readonly b: string },
  { from, to }: Comparison,
): StepChart {
  const series = (name: string, pieces: readonly SumPiece[]) => ({
    name,
    pieces: pieces.map((piece) => ({
      from: piece.from,
      to: piece.to,
      value: piece.bps / 100,
      words: `${numberWords(piece.bps / 100)} %`,
    })),
  })
  return {
    title: `${arrowOf([pair.by], [pair.on])}: duties read, in percent`,
    from,
    to,
    series: [series(names.a, a), series(names.b, b)],
  }
}

/** Letters of what holds beside a bar; the table above has all of it. */
const CHART_WORDS = 44

type Piece = StepChart['series'][number]['pieces'][number]

/** Stretches that say the same, one after another, as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.words === piece.words && last.to === piece.from) all[all.length - 1] = { ...last, to: piece.to }
    else all.push(piece)
  }
  return all
}

/** What holds on layers that differ and are no duties: a bar where something holds. */
function statusCharts(
  regimes: Regimes,
  compared: Comparison,
  a: ResolvedScenario,
  b: ResolvedScenario,
): StepChart[] {
  const { from, to, differences, layers } = compared
  const ids = [
    ...new Set(differences.filter((one) => !isDuty(one.a) && !isDuty(one.b)).map(({ layer }) => layer)),
  ]
  const [first, last] = [toNumber(from), toNumber(to)]
  return ids.map((id) => ({
    title: layerWords(layers.get(id), id),
    from,
    to,
    series: [a, b].map(({ scenario }) => {
      const line = regimeOf(regimes.steps, { known: regimes.known, scenario }).layers.get(id)
      const spans = (line?.spans ?? []).filter((span) => span.to > first && span.from < last)
      const pieces = spans.map(({ from: start, to: end, top }) => ({
        from: start < first ? from : addDays(from, start - first),
        to: end > last ? to : addDays(from, end - first),
        ...(top?.effect && { value: 1 }),
        words: cutAt(effectWords(top?.effect), CHART_WORDS),
      }))
      return { name: scenario.id, pieces: joined(pieces) }
    }),
  }))
}
