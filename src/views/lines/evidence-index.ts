// In: a record. Out: its evidence by id, with the entry each stands for.
import type { Entry, Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'

export interface EvidenceOf {
  readonly entry: Entry
  readonly evidence: Evidence
}

/** An evidence by its id, with the entry it stands for. */
export function evidenceOf(reader: RecordReader, id: string): EvidenceOf | undefined {
  if (!reader.restingOn) return evidenceIndex(reader).get(id)
  const entry = reader.restingOn(id)
  const evidence = entry?.evidence.find((one) => one.id === id)
  return entry && evidence && { entry, evidence }
}

const kept = new WeakMap<RecordReader, ReadonlyMap<string, EvidenceOf>>()

/** Every evidence of the record by its id, matters aside included. Built once a reader. */
export function evidenceIndex(reader: RecordReader): ReadonlyMap<string, EvidenceOf> {
  const known = kept.get(reader)
  if (known) return known
  const index = new Map<string, EvidenceOf>()
  for (const entry of reader.entries({ aside: true }))
    for (const evidence of entry.evidence)
      if (!index.has(evidence.id)) index.set(evidence.id, { entry, evidence })
  kept.set(reader, index)
  return index
}
