// In: nothing. Out: the pure part of Parley: reading, claims, record. No file, clock or network is reached from here.

export { Card } from './claims/card.ts'
export { makeClaimEngine } from './claims/engine.ts'
export { makeLexicon } from './language/lexicon.ts'
export { decodeModels } from './language/reader/models.ts'
export * from './model/index.ts'
export { type Engine, readDoc, readingOf, readReport } from './reading/read-report.ts'
export { type BuiltRecord, buildRecord, type RecordOptions } from './record/build.ts'
export { readerOf, toJson } from './record/in-memory.ts'
export type { EntryQuery, RecordReader } from './record/reader.ts'
