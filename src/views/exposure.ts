// In: a record, goods with their bills. Out: the page of what duties cost each line, before and after, and what cannot be decided.

import type { Column, ExposedLine } from '../outlook/exposure/exposure.ts'
import type { BadRow } from '../outlook/exposure/goods-file.ts'
import { moneyWords } from '../outlook/exposure/money.ts'
import type { BillPart, DutyBill } from '../outlook/regime/index.ts'
import type { ResolvedScenario } from '../outlook/scenario/resolve-scenario.ts'
import type { Layer } from '../outlook/told/layer.ts'
import type { Regimes } from '../outlook/told/regimes.ts'
import type { RecordReader } from '../record/reader.ts'
import { bareLine, type Line, type Page, plain, quoted, strong, type Table, weak } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { ratesOf } from './measures.ts'
import { assumedLines, layerWords } from './what-if.ts'
import { dayWords } from './words/day-words.ts'
import { effectWords } from './words/effect-words.ts'
import { arrowOf, listWords } from './words/party-words.ts'
import { cutAt, oneLine } from './words/safe-text.ts'
import { totalRate } from './words/total-lines.ts'
import { numberWords } from './words/value-words.ts'

export interface Exposure {
  readonly path: string
  readonly lines: readonly ExposedLine[]
  readonly bad: readonly BadRow[]
  readonly columns: readonly Column[]
  readonly scenarios: readonly ResolvedScenario[]
}

/** The page of the user's own goods. */
export function exposurePage(reader: RecordReader, regimes: Regimes, exposure: Exposure): Page {
  const { lines, bad, columns, scenarios, path } = exposure
  const page = pageOf(reader, 'exposure', `Duties on ${path}`, [
    ...(scenarios.some(({ assumes }) => assumes.length > 0)
      ? [{ id: 'assumed', title: 'Assumed, in no report', lines: scenarios.flatMap(assumedLines) }]
      : []),
    { id: 'bill', title: 'The bill', lines: [], table: billTable(lines, columns) },
    {
      id: 'layers',
      title: 'By layer',
      lines: lines.flatMap((line) => layerLines(regimes, line, columns)),
      empty: 'No line could be reckoned.',
    },
    {
      id: 'touches',
      title: 'Licences, bans and duties on goods by name that touch a line',
      lines: lines.flatMap((line) => touchLines(reader, regimes, line)),
      empty: 'None of those read, by a word of the goods or materials.',
    },
    ...(lines.some(({ unmatched }) => unmatched.length > 0)
      ? [
          {
            id: 'unmatched',
            title: 'Duties and bans on goods by name that no word of a line matches',
            lines: unmatchedLines(reader, regimes, lines),
          },
        ]
      : []),
    {
      id: 'undecided',
      title: 'What cannot be decided',
      lines: lines.flatMap((line) => undecidedLines(reader, regimes, line, columns)),
      empty: 'Nothing of what was read.',
    },
    ...(bad.length > 0
      ? [
          {
            id: 'bad',
            title: 'Rows that could not be read',
            lines: bad.map(({ row, why }) => bareLine([strong(`line ${row}`), plain(`: ${oneLine(why)}`)])),
          },
        ]
      : []),
  ])
  return {
    ...page,
    preface: [
      ...page.preface,
      bareLine([plain('Duties as reports tell them: every sum is at least what is due. Not legal advice.')]),
    ],
  }
}

const money = (bill: DutyBill) => moneyWords(bill.totalMinor, bill.line.currency)
const percent = (bps: number) => `${numberWords(bps / 100)} %`
// That nothing was read that can be reckoned is not that nothing is due.
const billWords = (bill: DutyBill | undefined) =>
  bill === undefined || bill.trouble !== undefined
    ? '?'
    : bill.parts.length === 0
      ? 'no duty reckoned'
      : `${money(bill)} (${percent(bill.totalBps)})`

function billTable(lines: readonly ExposedLine[], columns: readonly Column[]): Table {
  const rows = lines.flatMap(({ line, pair, readings }) =>
    (readings.length === 0 ? [undefined] : readings).map((reading) => ({
      cells: [
        oneLine(line.id) + (reading?.total ? ` if ${totalRate(reading.total)} is the total` : ''),
        pair ? arrowOf([pair.by], [pair.on]) : '?',
        moneyWords(line.valueMinor, line.currency),
        ...columns.map((_, at) => billWords(reading?.bills[at])),
      ],
      evidence: reading?.total?.evidence ?? [],
    })),
  )
  const heads = columns.map(({ name }) => `at least ${name}`)
  return {
    columns: ['line', 'sides', 'value', ...heads],
    rows: [...rows, ...sums(lines, columns)],
    numbers: heads.map((_, at) => at + 3).concat(2),
  }
}

/** Sums by currency, where every line has one bill. */
function sums(lines: readonly ExposedLine[], columns: readonly Column[]): Table['rows'][number][] {
  const billed = lines.filter(({ readings }) => readings.length === 1)
  const currencies = [...new Set(billed.map(({ line }) => line.currency))]
  return currencies.flatMap((currency) => {
    const own = billed.filter(({ line }) => line.currency === currency)
    if (own.length < 2) return []
    const total = (at: number) =>
      own.reduce((sum, { readings }) => sum + (readings[0]?.bills[at]?.totalMinor ?? 0), 0)
    const value = own.reduce((sum, { line }) => sum + line.valueMinor, 0)
    const words = [value, ...columns.map((_, at) => total(at))].map((minor) =>
      Number.isSafeInteger(minor) ? moneyWords(minor, currency) : '?',
    )
    return [{ cells: [`${own.length} lines in ${currency}`, '', ...words], evidence: [] }]
  })
}

function layerLines(regimes: Regimes, exposed: ExposedLine, columns: readonly Column[]): Line[] {
  const { line, pair, readings } = exposed
  return readings.map(({ bills, total }) => {
    const layers = [...new Set(bills.flatMap(({ parts }) => parts.map(({ layer }) => layer)))]
    return bareLine(
      [
        strong(oneLine(line.id)),
        plain(
          `${line.goods ? `, ${cutAt(oneLine(line.goods), 60)}` : ''} ${pair ? arrowOf([pair.by], [pair.on]) : ''}, ${moneyWords(line.valueMinor, line.currency)}`,
        ),
        weak(line.supplier ? ` · from ${oneLine(line.supplier)}` : ''),
        weak(total ? ` · if ${totalRate(total)} is the total` : ''),
        ...(bills.some(({ trouble }) => trouble)
          ? [plain(` · not reckoned: ${bills.find(({ trouble }) => trouble)?.trouble}`)]
          : []),
      ],
      {
        lines: layers.map((layer) => {
          const parts = bills.map((bill) => bill.parts.find((part) => part.layer === layer))
          const cells = parts.map((part) => partWords(part, line.currency))
          const same = cells.every((cell) => cell === cells[0])
          const told = same
            ? `${cells[0]} throughout`
            : cells.map((cell, at) => `${cell} ${columns[at]?.name}`).join(' · ')
          return bareLine([plain(`${layerName(regimes, layer, total !== undefined)}: ${told}`)], {
            evidence: [...new Set(parts.flatMap((part) => evidenceOf(regimes, part, total?.evidence)))],
          })
        }),
      },
    )
  })
}

const partWords = (part: BillPart | undefined, currency: string) =>
  part === undefined
    ? 'nothing'
    : `${part.bps > 0 || part.minor === 0 ? `${percent(part.bps)}, ` : ''}${moneyWords(part.minor, currency)}`

function layerName(regimes: Regimes, layer: string, isTotal: boolean): string {
  const found = regimes.layers.get(layer)
  if (found)
    return `${layerWords(found, layer)}${found.title && found.title !== found.name ? `, ${cutAt(oneLine(found.title), 60)}` : ''}`
  return isTotal && layer.startsWith('told total')
    ? 'told as a total, its layers not known by name'
    : `${oneLine(layer)} (from the file)`
}

/** Sentences of the step a part rests on, and of what extended it. */
function evidenceOf(
  regimes: Regimes,
  part: BillPart | undefined,
  total: readonly string[] = [],
): readonly string[] {
  if (part?.by === undefined) return []
  if (part.by.startsWith('told total')) return total
  const moves = regimes.steps
    .filter(({ does }) => does.op === 'extend' && does.target === part.by)
    .map(({ id }) => id)
  return [part.by, ...moves].flatMap((id) => regimes.told.get(id)?.evidence ?? [])
}

const touchLines = (reader: RecordReader, regimes: Regimes, { line, touches }: ExposedLine): Line[] =>
  touches.map(({ layer, by, word }) =>
    namedLine(reader, regimes, [line.id], layer, `, by the ${by} “${word}”; whether this line is meant`),
  )

/** Each such measure once, with the lines that it may hit. */
function unmatchedLines(reader: RecordReader, regimes: Regimes, lines: readonly ExposedLine[]): Line[] {
  const layers = new Set(lines.flatMap(({ unmatched }) => unmatched))
  return [...layers].map((layer) => {
    const hit = lines.filter(({ unmatched }) => unmatched.includes(layer)).map(({ line }) => line.id)
    return namedLine(reader, regimes, hit, layer, '; whether any of these is meant')
  })
}

/** A measure on goods by name beside the lines of the file that it may be about. */
function namedLine(
  reader: RecordReader,
  regimes: Regimes,
  ids: readonly string[],
  layer: Layer,
  doubt: string,
): Line {
  const evidence = regimes.steps
    .filter((step) => 'layer' in step.does && step.does.layer === layer.id)
    .flatMap((step) => regimes.told.get(step.id)?.evidence ?? [])
  const sets = regimes.steps.findLast((step) => step.does.op === 'set' && step.does.layer === layer.id)
  const rates = layer.entries.flatMap((id) => {
    const entry = reader.entry(id)
    return entry?.kind === 'measure' ? ratesOf(entry) : []
  })
  const effect =
    rates.length > 0 ? listWords(rates) : sets?.does.op === 'set' ? effectWords(sets.does.value) : layer.type
  const arrow = arrowOf(layer.by, layer.on)
  const some = ids.slice(0, LINES_NAMED).map(oneLine)
  const more = ids.length > some.length ? [`${ids.length - some.length} more`] : []
  return bareLine(
    [
      strong(listWords([...some, ...more])),
      plain(
        `: ${effect}${sets?.status === 'announced' ? ', announced' : ''}${arrow ? ` (${arrow})` : ''} on `,
      ),
      quoted(cutAt(listWords(layer.goods.map(oneLine)), 100)),
      plain(`${doubt}, a person must say`),
    ],
    { evidence: [...new Set(evidence)] },
  )
}

/** Lines of the file named beside one measure. */
const LINES_NAMED = 5

function undecidedLines(
  reader: RecordReader,
  regimes: Regimes,
  exposed: ExposedLine,
  columns: readonly Column[],
): Line[] {
  const { line, readings, undecided, withoutRate } = exposed
  const say = (words: string, evidence: readonly string[] = []) =>
    bareLine([strong(oneLine(line.id)), plain(`: ${words}`)], { evidence })
  const doubts = readings.flatMap(({ bills }) =>
    bills.flatMap((bill, at) =>
      bill.undecided.map(({ layer, certainty, alternatives }) =>
        say(
          `${columns[at]?.name}, ${certainty}: ${layerWords(regimes.layers.get(layer), layer)}${alternatives.length > 0 ? `: may also be ${listWords([...new Set(alternatives.map(({ effect }) => effectWords(effect)))])}` : ''}`,
        ),
      ),
    ),
  )
  return [
    ...(undecided ? [say(undecided)] : []),
    ...(readings.length > 1
      ? [say(`${readings.length} totals are told and their layers were not read: each is a bill of its own`)]
      : []),
    ...doubts,
    ...readings.flatMap(({ total, bills }) => {
      const late = bills.filter(({ line: { entryOn } }) => total !== undefined && entryOn > total.asOf.latest)
      return total && late.length > 0
        ? [
            say(
              `${totalRate(total)} is told of ${dayWords(total.asOf)}; that it still holds on the day of entry no report says`,
              total.evidence,
            ),
          ]
        : []
    }),
    ...withoutRate.map((layer: Layer) =>
      say(
        `a duty without a rate: ${layerWords(layer, layer.id)}`,
        layer.entries.flatMap((id) => (reader.entry(id)?.evidence ?? []).map((one) => one.id)).slice(0, 3),
      ),
    ),
  ]
}

/** "on 1 Aug 2031". */
export const columnName = (on: string) => `on ${dayWords({ earliest: on, latest: on })}`
