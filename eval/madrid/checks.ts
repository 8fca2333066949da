// In: the record of the five reports. Out: which of the things that must hold of it do not, with a word why.
import type { Dispute, RecordJson } from '#parley/model/entry.ts'
import { expected, type RecordCheck, sentenceOf } from './expected.ts'
import { holds, says, standsOn } from './match.ts'
import type { Seen } from './seen.ts'

/** Undefined where the check holds. */
export function failureOf(check: RecordCheck, record: RecordJson, rows: readonly Seen[]): string | undefined {
  const ofKind = (row: Seen) => check.kind === undefined || [check.kind].flat().includes(row.kind)
  const fits = rows.filter((row) => ofKind(row) && says(row, check.is ?? {}))
  const on = (name: string, list: readonly Seen[]) => {
    const { report, sentence } = sentenceOf(name)
    return list.filter((row) => standsOn(row, report.id, sentence.start, sentence.end))
  }
  const entriesOn = (name: string, list: readonly Seen[]) => new Set(on(name, list).map((row) => row.entry))
  const disputesOver = (entries: ReadonlySet<string>): Dispute[] =>
    record.disputes.filter((dispute) => dispute.entries.some((id) => entries.has(id)))

  switch (check.check) {
    case 'entry': {
      const entries = new Set(fits.map((row) => row.entry))
      if (entries.size === 0) return 'no entry says this'
      if (check.count !== undefined && entries.size !== check.count)
        return `${entries.size} entries, expected ${check.count}`
      const missing = (check.reports ?? []).filter(
        (id) => !rows.some((row) => entries.has(row.entry) && row.report === id),
      )
      return missing.length > 0 ? `not told by ${missing.join(', ')}` : undefined
    }
    case 'apart': {
      const found = check.sentences!.map((name) => entriesOn(name, check.is ? fits : rows.filter(ofKind)))
      if (found.some((set) => set.size === 0))
        return `nothing on ${check.sentences!.filter((_, i) => found[i]!.size === 0).join(', ')}`
      const shared = found.some((a, i) => found.some((b, j) => j > i && [...a].some((id) => b.has(id))))
      if (!shared) return undefined
      if (check.orDispute && disputesOver(found[0]!).length > 0) return undefined
      return 'one entry for what should be kept apart'
    }
    case 'dispute': {
      const sets = check.sentences!.map((name) => entriesOn(name, rows))
      const found = record.disputes.filter(
        (dispute) =>
          (check.class === undefined || dispute.class === check.class) &&
          (check.type === undefined || holds('type', check.type, { type: [{ text: dispute.type }] })) &&
          sets.some((set) => dispute.entries.some((id) => set.has(id))) &&
          check.values!.every((value) =>
            dispute.readings.some((reading) =>
              new RegExp(`(^|[^\\d])${value}([^\\d]|$)`).test(reading.value),
            ),
          ),
      )
      return found.length > 0 ? undefined : 'no such dispute'
    }
    case 'no dispute between': {
      const [a, b] = check.sentences!.map((name) => entriesOn(name, rows))
      const bad = record.disputes.find(
        (dispute) =>
          dispute.type === check.type &&
          dispute.entries.some((id) => a!.has(id)) &&
          dispute.entries.some((id) => b!.has(id)),
      )
      return bad === undefined ? undefined : `dispute ${bad.id}: ${bad.about}`
    }
    case 'in no dispute': {
      const entries = entriesOn(check.sentence!, fits)
      if (entries.size === 0) return 'no entry says this'
      const bad = disputesOver(entries)[0]
      return bad === undefined ? undefined : `dispute ${bad.id}: ${bad.about}`
    }
    case 'only here': {
      const here = on(check.sentence!, fits)
      return here.length > 0 ? undefined : 'not shown with its report'
    }
    case 'no evidence in': {
      for (const report of expected.reports) {
        for (const sentence of report.sentences) {
          if (!check.roles!.includes(sentence.role)) continue
          const bad = rows.find((row) => standsOn(row, report.id, sentence.start, sentence.end))
          if (bad !== undefined) return `${bad.kind} ${bad.entry} on ${report.id}:${sentence.n}`
        }
      }
      return undefined
    }
    case 'no entry':
      return fits.length === 0 ? undefined : `${fits[0]!.kind} ${fits[0]!.entry} of report ${fits[0]!.report}`
    case 'no day after': {
      const late = /"(2\d{3}-\d{2}-\d{2})"/g
      for (const match of JSON.stringify(record.entries).matchAll(late)) {
        if (match[1]! > check.day!) return `day ${match[1]}`
      }
      return undefined
    }
  }
}
