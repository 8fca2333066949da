// In: evidence and counts of origins. Out: how many independent origins stand behind a line, in numbers and words.
import type { Evidence, Origin, PlacedReport } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { OriginCount } from '../lines/line.ts'
import { oneLine } from './safe-text.ts'

/** "2 origins", "1–5 origins", "at most 1 origin". */
export function originWords({ sure, atMost }: OriginCount): string {
  if (sure === atMost) return `${sure} ${sure === 1 ? 'origin' : 'origins'}`
  if (sure === 0) return `at most ${atMost} ${atMost === 1 ? 'origin' : 'origins'}`
  return `${sure}–${atMost} origins`
}

/** Origins behind some of an entry's evidence: those that are known surely, and each unstated one perhaps. */
export function originsBehind(evidence: readonly Evidence[], reader: RecordReader): OriginCount {
  const ids = new Set(evidence.map((item) => item.origin))
  if (ids.size === 0) return { sure: 0, atMost: 0 }
  const sure = [...ids].filter((id) => {
    const kind = reader.origin(id)?.kind
    return kind !== 'unstated' && kind !== 'copied'
  }).length
  return { sure: Math.max(1, sure), atMost: ids.size }
}

/** What an origin is called: where no source is stated, the outlet or file of the report itself. */
export function originName(origin: Origin, reader: RecordReader): string {
  const own = origin.reports.find((id) => origin.name === id || origin.id === `report:${id}`) ?? origin.name
  const report = reader.report(own)
  return report ? shortName(report, own) : plainName(origin.name)
}

/** An id that stands for a name in words: "phrase:two-officials" reads "two officials". */
const plainName = (name: string): string => {
  const bare = /^[a-z]+:(\S+)$/.exec(name)?.[1]
  return bare === undefined ? oneLine(name) : oneLine(bare.replaceAll('-', ' '))
}

/** What a report is called in a line: its outlet, else its file. */
export function shortName(report: PlacedReport | undefined, id: string): string {
  if (!report) return id
  return oneLine(report.outlet ?? report.path.split('/').at(-1) ?? id)
}
