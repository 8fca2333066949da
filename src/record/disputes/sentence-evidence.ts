// In: entries. Out: for a sentence of a report, the evidence that stands for it, the best first.
import type { Entry } from '../../model/index.ts'
import { addTo } from '../group.ts'

/** Evidence of the entries of the matter whose words begin where a sentence does. */
export type EvidenceOfSentence = (
  report: string,
  start: number,
) => readonly { readonly entry: Entry; readonly id: string }[]

/** Kinds of entries by how much of their sentence they tell. */
const ORDER: readonly Entry['kind'][] = [
  'figure',
  'statement',
  'position',
  'act',
  'measure',
  'agreement',
  'commitment',
  'deadline',
  'round',
  'linkage',
  'dependency',
]

/** Entries aside stand for nothing. */
export function evidenceOfSentences(entries: readonly Entry[]): EvidenceOfSentence {
  const found = new Map<string, { entry: Entry; id: string }[]>()
  for (const entry of entries)
    if (!entry.aside)
      for (const { id, report, spans } of entry.evidence)
        if (spans[0]) addTo(found, `${report}|${spans[0].start}`, { entry, id })
  return (report, start) =>
    (found.get(`${report}|${start}`) ?? []).sort(
      (a, b) => ORDER.indexOf(a.entry.kind) - ORDER.indexOf(b.entry.kind) || (a.id < b.id ? -1 : 1),
    )
}
