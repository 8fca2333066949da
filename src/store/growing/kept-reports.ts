// In: a dossier's file. Out: the reports that its record grows from, as they are kept: read, placed, with their copies.
import type { PlacedReport, Reading } from '../../model/index.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { unpack } from '../packed.ts'
import { unpackReading } from '../packed-reading.ts'
import type { GrownReport } from './reports.ts'
import { NotGrown, type Sql } from './tables.ts'

export const reportOf = (sql: Sql, n: number): Pick<GrownReport, 'n' | 'report' | 'item'> =>
  sql('select n, report, item from grown_reports where n = ?').get(n) as unknown as GrownReport

export const copiesOf = (sql: Sql, report: string): readonly string[] => {
  const row = sql("select body from record_parts where part = 'reports' and id = ?").get(report) as
    | { body: string }
    | undefined
  return row ? (JSON.parse(row.body) as PlacedReport).copies : []
}

/** A report's reading as it is kept; of the report itself only the id. */
export function readingOf(sql: Sql, n: number, version: string): Reading {
  const { item, report } = reportOf(sql, n)
  const row = sql('select packed from readings where item = ? and version = ?').get(item, version) as
    | { packed: Uint8Array }
    | undefined
  const kept = row && unpackReading(row.packed)
  if (!kept || 'broke' in kept) throw new NotGrown(`a reading that is not kept of ${report}`)
  return { report: { id: report } as Reading['report'], ...kept }
}

/** A report's reading as it is kept, placed where it stands in the record. */
export function placedAs(
  sql: Sql,
  { report, item }: Pick<GrownReport, 'report' | 'item'>,
  version: string,
): PlacedReading {
  const head = sql('select packed from items where id = ?').get(item) as { packed: Uint8Array } | undefined
  const kept = sql('select packed from readings where item = ? and version = ?').get(item, version) as
    | { packed: Uint8Array }
    | undefined
  const row = sql("select body from record_parts where part = 'reports' and id = ?").get(report) as
    | { body: string }
    | undefined
  if (!head || !kept || !row) throw new NotGrown('a reading that is not kept')
  const reading = unpackReading(kept.packed)
  if ('broke' in reading) throw new NotGrown('a reading that broke')
  const { earliest, latest, how, because } = (JSON.parse(row.body) as PlacedReport).published
  return {
    reading: { report: JSON.parse(unpack(head.packed)) as Reading['report'], ...reading },
    published: { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) },
    how,
    ...(because ? { because } : {}),
  }
}
