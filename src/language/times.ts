// In: a draft. Out: its time expressions, and their days once an anchor is known.

export { daysOf, type ResolvedTime, resolveTime, type TimeAnchors } from '../model/index.ts'
export { findTimes } from './times/find.ts'
export { resolveTimes } from './times/resolve.ts'
