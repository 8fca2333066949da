// In: a built record and corrections. Out: the record with them beside the machine's values, and a notice for what found no place.
import type { Entry, EntryCorrection, Notice, RecordJson } from '../../model/index.ts'
import { notice } from '../../problem.ts'
import { type BuiltRecord, withDisputes } from '../../record/build.ts'
import { findDisputes } from '../../record/disputes/disputes.ts'
import { type Anchor, type Correction, stateOf } from './correction.ts'
import { mergeEntries, splitEntry } from './merge-split.ts'
import { fieldOf, withField } from './set-field.ts'

/** Corrections that are done after the record is assembled. `reject` and `party` were done before. */
export function correctRecord(
  built: BuiltRecord,
  corrections: readonly Correction[],
): { readonly record: RecordJson; readonly notices: readonly Notice[] } {
  if (corrections.length === 0) return { record: built.record, notices: [] }
  const board = boardOf(built.record.entries)
  const reports = new Set(built.record.reports.map((report) => report.id))
  const notices: Notice[] = []
  for (const correction of corrections) {
    // Of reports that are not known yet, or were removed, nothing is to be put right.
    if (!correction.on.some((anchor) => reports.has(anchor.report))) continue
    const why = applyTo(board, correction)
    if (why !== undefined)
      notices.push(
        notice('correction-without-place', {
          path: correction.entry,
          kind: correction.kind,
          by: correction.by,
          why,
        }),
      )
  }
  const entries = [...board.entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  // What reports disagree on follows from the entries as people put them right.
  const published = new Map(built.record.reports.map((report) => [report.id, report.published]))
  const disputes = findDisputes(
    entries.map((entry): Entry => ({ ...entry, disputes: [] })),
    published,
    built.placed ?? [],
  )
  return { record: { ...built.record, entries: withDisputes(entries, disputes), disputes }, notices }
}

interface Board {
  readonly entries: Map<string, Entry>
  /** The entry that most of the words are in now. */
  readonly find: (anchors: readonly Anchor[]) => Entry | undefined
  readonly move: (entry: Entry) => void
}

function boardOf(list: readonly Entry[]): Board {
  const entries = new Map(list.map((entry) => [entry.id, entry]))
  const holder = new Map<string, string>()
  const byPlace = new Map<string, string>()
  const move = (entry: Entry) => {
    entries.set(entry.id, entry)
    for (const one of entry.evidence) {
      holder.set(one.id, entry.id)
      byPlace.set(
        placeOf({
          kind: entry.kind,
          report: one.report,
          start: one.spans[0]?.start ?? 0,
          end: one.spans[0]?.end ?? 0,
        }),
        entry.id,
      )
    }
  }
  for (const entry of list) move(entry)
  const mostOf = (ids: readonly (string | undefined)[]): Entry | undefined => {
    const counts = new Map<string, number>()
    for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return best && entries.get(best[0])
  }
  return {
    entries,
    move,
    find: (anchors) =>
      mostOf(anchors.map((anchor) => holder.get(anchor.evidence))) ??
      mostOf(anchors.map((anchor) => byPlace.get(placeOf(anchor)))),
  }
}

const placeOf = ({ kind, report, start, end }: Omit<Anchor, 'evidence'>) =>
  `${kind} ${report} ${start} ${end}`

/** Does one correction; the reason where it has no place. */
function applyTo(board: Board, correction: Correction): string | undefined {
  const { kind, on, by, reason, text, field } = correction
  if (kind === 'reject') return undefined
  const entry = board.find(on)
  if (!entry) return 'no entry rests on its words any more'
  const noted: EntryCorrection = {
    kind,
    ...(field === undefined ? {} : { field }),
    ...(text === undefined ? {} : { text }),
    by,
    ...(reason === undefined ? {} : { reason }),
  }
  const note = (one: Entry, correction: EntryCorrection) =>
    board.move({ ...one, corrections: [...(one.corrections ?? []), correction] })
  switch (kind) {
    case 'party':
      note(entry, {
        ...noted,
        field: 'party',
        ...(correction.party ? { machine: correction.party.from } : {}),
      })
      return undefined
    case 'note':
      note(entry, noted)
      return undefined
    case 'value':
    case 'date': {
      const corrected = withField(entry, field ?? '', correction.value)
      if (typeof corrected === 'string') return corrected
      note(corrected, { ...noted, machine: fieldOf(entry.body, field ?? '') })
      return undefined
    }
    case 'merge': {
      const other = board.find(correction.with ?? [])
      if (!other) return 'the other entry is not there any more'
      if (other.id === entry.id) {
        note(entry, noted)
        return undefined
      }
      board.entries.delete(other.id)
      board.move(mergeEntries(entry, other, noted))
      return undefined
    }
    case 'split': {
      const ids = new Set(on.map((anchor) => anchor.evidence))
      const parts = splitEntry(entry, ids, noted)
      if (!parts) return 'its words are all of the entry, or none of it'
      for (const part of parts) board.move(part)
      return undefined
    }
    case 'checked': {
      const holds = correction.state === stateOf(entry)
      board.move({
        ...entry,
        checked: [...(entry.checked ?? []), { by, holds, ...(text === undefined ? {} : { text }) }],
      })
      return undefined
    }
  }
}
