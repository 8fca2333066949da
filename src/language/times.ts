// In: a draft. Out: its time expressions, and their days once an anchor is known.
export { findTimes } from './times/find.ts'
export { type ResolvedTime, resolveTime, resolveTimes, type TimeAnchors } from './times/resolve.ts'
export { type Days, daysOf } from './times/values.ts'
