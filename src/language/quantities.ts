// In: a draft with times. Out: its quantities.
export { findQuantities } from './quantities/find.ts'
