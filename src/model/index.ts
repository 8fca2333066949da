// In: the files beside this one. Out: the nouns of Parley under one name.
export * from './claim.ts'
export * from './day.ts'
export * from './entry.ts'
export * from './id.ts'
export * from './notice.ts'
export * from './report.ts'
export * from './span.ts'
export * from './value.ts'
