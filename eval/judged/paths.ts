// In: a read report and a drawn case. Out: the tokens that the grammar's paths lead to from a claim's trigger.
import { findClaims } from '#parley/claims/engine.ts'
import { grammarOf } from '#parley/claims/sentence/grammar.ts'
import { compilePath, follow } from '#parley/claims/sentence/paths.ts'
import type { Doc } from '#parley/language/doc.ts'
import type { Engine } from '#parley/reading/read-report.ts'

/** A trigger and the role asked for: "doer", "undergoer", or a preposition, which stands at `joint` (else −1). */
export interface PathCase {
  readonly article: string
  /** Offsets in the report's text. */
  readonly trigger: number
  readonly role: string
  readonly joint: number
}

export const PREPOSITIONS: ReadonlySet<string> = new Set([
  'on',
  'with',
  'to',
  'from',
  'against',
  'between',
  'over',
  'for',
  'about',
  'into',
])

const KINDS = new Set(['act', 'measure', 'position'])

/** Tokens that set off an act, a measure or a position, each once. */
export function triggersIn(doc: Doc, report: string, engine: unknown): number[] {
  const starts = new Set<number>()
  for (const claim of findClaims(doc, report, (engine as Engine).claims)) {
    const trigger = claim.evidence.roles.trigger
    if (trigger && KINDS.has(claim.kind)) starts.add(trigger.start)
  }
  const tokens: number[] = []
  for (let i = 0; i < doc.tokens.count; i++) if (starts.has(doc.tokens.start[i]!)) tokens.push(i)
  return tokens
}

/** Where the paths of cards and rules may find a nominal behind a preposition. */
const beyond = (preposition: string): string[] => [
  preposition,
  `object.${preposition}`,
  `undergoer.${preposition}`,
  `verb.${preposition}`,
]

/** The tokens found for a case, conjuncts left out; [] where the trigger is no token of the doc. */
export function pathsIn(doc: Doc, one: PathCase): number[] {
  const { tokens } = doc
  const trigger = tokens.start.subarray(0, tokens.count).indexOf(one.trigger)
  if (trigger < 0) return []
  const grammar = grammarOf(doc)
  const go = (path: string) => follow(grammar, compilePath(path).steps, trigger)
  if (one.joint < 0) return go(one.role)
  for (const path of beyond(one.role)) {
    const found = go(path).filter((token) => tokens.start[token]! > one.joint)
    if (found.length > 0) return found.slice(0, 1)
  }
  return []
}
