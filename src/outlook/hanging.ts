// In: a record and an entry. Out: everything in the record that hangs on it: linkages, conditions, terms, deadlines, measures.
import type { Entry, EntryOf } from '../model/index.ts'
import { nameFinder } from '../record/names/named.ts'
import type { RecordReader } from '../record/reader.ts'

/** A linkage with one end at the entry; `other` is what its other end resolves to. */
export interface Tie {
  readonly linkage: EntryOf<'linkage'>
  readonly other?: Entry
}

/** Something told only under a condition that names the entry. */
export interface Conditional {
  readonly entry: Entry
  readonly condition: string
  /** Evidence that gives the condition. */
  readonly evidence: readonly string[]
}

/** What hangs on an entry, by how it does. */
export interface Hanging {
  readonly ties: readonly Tie[]
  /** Linkages one of whose ends is a matter the entry is about, without naming it. */
  readonly matters: readonly EntryOf<'linkage'>[]
  readonly conditional: readonly Conditional[]
  /** Promises made under it, where it is an agreement. */
  readonly terms: readonly EntryOf<'commitment'>[]
  /** Deadlines that ask it, or that it follows on. */
  readonly deadlines: readonly EntryOf<'deadline'>[]
  /** Measures named for it, or one of whose steps waits on it. */
  readonly measures: readonly EntryOf<'measure'>[]
}

/**
 * What hangs on an entry. A tie is a linkage one of whose ends the record resolved to it; conditions, what a deadline
 * asks or lets follow, and the names of measures are resolved here by the same rule. Matters aside are among it.
 */
export function hangingOn(reader: RecordReader, entry: Entry): Hanging {
  const all = reader.entries({ aside: true })
  const { named, about } = nameFinder(all)
  const names = (words: string | undefined, by: Entry) =>
    words !== undefined && by.id !== entry.id && named(words, by.evidence)?.id === entry.id
  const linkages = all.filter((one): one is EntryOf<'linkage'> => one.kind === 'linkage')
  const ties = linkages.flatMap((linkage): Tie[] => {
    const { fromEntry, toEntry } = linkage.body
    if (fromEntry !== entry.id && toEntry !== entry.id) return []
    const otherId = fromEntry === entry.id ? toEntry : fromEntry
    const other = otherId === undefined ? undefined : reader.entry(otherId)
    return [{ linkage, ...(other ? { other } : {}) }]
  })
  const touches = (words: string | undefined) =>
    words !== undefined && about(words).some((one) => one.id === entry.id)
  const conditional = all.flatMap((one): Conditional[] => {
    const told = one.evidence.filter((item) => names(item.condition, one))
    const [first] = told
    return first?.condition === undefined
      ? []
      : [{ entry: one, condition: first.condition, evidence: told.map(({ id }) => id) }]
  })
  const termIds = new Set(entry.kind === 'agreement' ? entry.body.terms : [])
  return {
    ties,
    matters: linkages.filter(
      (one) =>
        !ties.some(({ linkage }) => linkage === one) && (touches(one.body.from) || touches(one.body.to)),
    ),
    conditional,
    terms: all.filter(
      (one): one is EntryOf<'commitment'> => one.kind === 'commitment' && termIds.has(one.id),
    ),
    deadlines: all.filter(
      (one): one is EntryOf<'deadline'> =>
        one.kind === 'deadline' && (names(one.body.what, one) || names(one.body.onLapse, one)),
    ),
    measures: all.filter(
      (one): one is EntryOf<'measure'> =>
        one.kind === 'measure' &&
        (names(one.body.name, one) || one.body.steps.some((step) => names(step.condition, one))),
    ),
  }
}
