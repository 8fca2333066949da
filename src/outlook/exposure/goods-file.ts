// In: the text of a CSV file of goods. Out: its lines, and the rows that could not be read, with their line numbers.
import { parse } from 'csv-parse/browser/esm/sync'
import { isDay } from '../../model/index.ts'
import { problem } from '../../problem.ts'
import type { ImportLine } from '../regime/index.ts'
import { minorOf } from './money.ts'

/** Goods of a user. `origin` and `into` are ids or names of parties; `into` absent: not told. */
export interface GoodsLine extends ImportLine {
  /** Line of the file, from 1. */
  readonly row: number
  readonly goods: string
  readonly materials: readonly string[]
  readonly supplier: string
  readonly into: string
}

export interface BadRow {
  readonly row: number
  readonly why: string
}

const NEEDED = ['code', 'origin', 'value', 'currency'] as const

/** Throws `goods-not-understood` where the file has no header or is no CSV; a bad row stops no other. `entryOn` is for rows without a day. */
export function readGoods(
  text: string,
  path: string,
  entryOn: string,
): { readonly lines: readonly GoodsLine[]; readonly bad: readonly BadRow[] } {
  const rows = rowsOf(text, path)
  const lines: GoodsLine[] = []
  const bad: BadRow[] = []
  const seen = new Set<string>()
  for (const { record, info } of rows) {
    const row = info.lines
    const made = info.error ? 'not as many cells as the header has' : lineOf(record, row, entryOn)
    if (typeof made === 'string') bad.push({ row, why: made })
    else if (seen.has(made.id)) bad.push({ row, why: `the id "${made.id}" stands twice` })
    else {
      seen.add(made.id)
      lines.push(made)
    }
  }
  return { lines, bad }
}

interface Row {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number; readonly error?: unknown }
}

function rowsOf(text: string, path: string): Row[] {
  const wrong = (words: string) => problem('goods-not-understood', { path, wrong: words })
  let rows: Row[]
  try {
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase().replace(/[ -]/g, '_')),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      comment: '#',
      comment_no_infix: true,
    }) as unknown as Row[]
  } catch (thrown) {
    throw wrong(thrown instanceof Error ? thrown.message : String(thrown))
  }
  const columns = new Set(rows.flatMap(({ record }) => Object.keys(record)))
  const missing = NEEDED.filter((name) => !columns.has(name))
  if (rows.length === 0) throw wrong('no row below the header')
  if (missing.length > 0)
    throw wrong(`no column ${missing.join(', ')}; there are: ${[...columns].join(', ')}`)
  return rows
}

function lineOf(record: Readonly<Record<string, string>>, row: number, entryOn: string): GoodsLine | string {
  const cell = (name: string) => record[name] ?? ''
  const currency = cell('currency').toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) return `the currency "${cell('currency')}" is no code of three letters`
  const valueMinor = minorOf(cell('value'), currency)
  if (valueMinor === undefined) return `the value "${cell('value')}" is no amount of ${currency}`
  if (!/^\d[\d.]{1,12}$/.test(cell('code'))) return `the code "${cell('code')}" is no tariff code`
  if (cell('origin') === '') return 'no origin'
  const entry = cell('entry') || entryOn
  if (!isDay(entry)) return `the entry day "${entry}" does not exist; write it as YYYY-MM-DD`
  const metal = cell('metal_share')
  const share = metal === '' ? undefined : percentOf(metal)
  if (metal !== '' && (share === undefined || share > 10_000))
    return `the metal share "${metal}" is no percentage`
  const other = otherDuties(cell('other_duties'))
  if (typeof other === 'string') return other
  const quantity = cell('quantity')
  if (quantity !== '' && (!/^\d+$/.test(quantity) || cell('unit') === ''))
    return `the quantity "${quantity}" is no whole number of a unit`
  return {
    id: cell('id') || `line ${row}`,
    row,
    code: cell('code'),
    goods: cell('goods'),
    origin: cell('origin'),
    into: cell('into'),
    supplier: cell('supplier'),
    materials: cell('materials')
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean),
    valueMinor,
    currency,
    entryOn: entry,
    ...(share !== undefined && { metalShareBps: share }),
    ...(other.length > 0 && { other }),
    ...(quantity !== '' && { quantities: { [cell('unit')]: Number(quantity) } }),
  }
}

/** "2.5 %" → 250 basis points; undefined where it is none, or finer than a basis point. */
function percentOf(text: string): number | undefined {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** "ordinary 2.5 %; safeguard 10 %". */
function otherDuties(text: string): { layer: string; bps: number }[] | string {
  const found: { layer: string; bps: number }[] = []
  for (const one of text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [, layer, rate] = /^(.*\S)\s+([\d.]+\s*%?)$/.exec(one) ?? []
    const bps = rate === undefined ? undefined : percentOf(rate)
    if (layer === undefined || bps === undefined)
      return `the other duty "${one}" is no name with a rate in percent`
    found.push({ layer, bps })
  }
  return found
}
