// In: a record. Out: the whole of it as plain JSON, always the same bytes for the same record.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RecordJson } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'

/** A saved record: the record itself, the days it is for, and the hash of all the rest. */
export interface SavedRecord extends RecordJson {
  /** The `--as-of` that was asked for; absent where all reports were. */
  readonly asOf?: string
  readonly knownOn?: string
  readonly on?: string
  readonly sha256: string
}

/** The record as it is saved; `asOf` where it was made of a part of the reports. */
export function recordJson(reader: RecordReader, asOf?: string): SavedRecord {
  const record = {
    reports: [...reader.reports()],
    origins: [...reader.origins()],
    parties: [...reader.parties()],
    issues: [...reader.issues()],
    entries: [...reader.entries({ aside: true })],
    disputes: [...reader.disputes()],
    notices: [...reader.notices()],
    negotiation: reader.negotiation,
    readingVersion: reader.readingVersion,
    ...(asOf === undefined ? {} : { asOf }),
    ...(reader.knownOn === undefined ? {} : { knownOn: reader.knownOn }),
    ...(reader.on === undefined ? {} : { on: reader.on }),
  }
  return { ...record, sha256: hashOf(record) }
}

/** SHA-256 over the JSON of a record without its own hash, keys as they stand. */
export function hashOf(record: object): string {
  const { sha256: _, ...rest } = record as { sha256?: unknown }
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(rest))))
}
