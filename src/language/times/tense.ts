// In: a draft. Out: where time flows at a token: the tense of the nearest finite verb.
import type { Draft } from '../draft.ts'
import type { Direction } from './found.ts'

const FUTURE: ReadonlySet<string> = new Set(['will', 'shall', "'ll", 'wo', 'wont', 'would'])
const PAST: ReadonlySet<string> = new Set('was were had did said'.split(' '))
const AHEAD: ReadonlySet<string> = new Set(
  'plan plans planned planning prepares preparing hopes hoping expect expects expected expecting scheduled set due intend intends upcoming going slated'.split(
    ' ',
  ),
)
const BE: ReadonlySet<string> = new Set('be is are am being to'.split(' '))
const COMMON_PAST: ReadonlySet<string> = new Set(
  (
    'said was were had did went came took gave made met got told began rose fell sold paid held won lost left led saw ' +
    'became sent spoke broke grew struck'
  ).split(' '),
)

/** Per token: −1 past, +1 future, 0 no finite verb. Untagged drafts are read by word forms. */
function verbDirection(draft: Draft, t: number): Direction | undefined {
  const { lower, tag } = draft.tokens
  const word = lower[t]!
  const pos = tag[t]!
  if (FUTURE.has(word)) return 1
  if (AHEAD.has(word)) {
    // "is scheduled", "plans to", "due Friday"
    return lower[t + 1] === 'to' || lower[t + 1] === 'for' || word === 'due' || word === 'upcoming'
      ? 1
      : undefined
  }
  if (pos === '') {
    if (COMMON_PAST.has(word) || (word.length > 4 && word.endsWith('ed'))) return -1
    return undefined
  }
  if (PAST.has(word) || pos === 'VBD') return -1
  if (pos === 'VBN' && (lower[t - 1] === 'have' || lower[t - 1] === 'has' || lower[t - 1] === "'ve"))
    return -1
  // "the decision, announced Wednesday"
  if (pos === 'VBN' && !BE.has(lower[t - 1] ?? '') && !BE.has(lower[t - 2] ?? '')) return -1
  if (pos === 'VBZ' || pos === 'VBP') return word === 'has' || word === 'have' ? undefined : 0
  return undefined
}

/**
 * The direction at a token: the nearest finite verb before it in its sentence, else the nearest behind it. A verb after
 * "will" or "to" counts with its auxiliary. Linear: one sweep each way over the tokens.
 */
export function directions(draft: Draft): Int8Array {
  const { tokens } = draft
  const NONE = 2
  const own = new Int8Array(tokens.count).fill(NONE)
  for (let t = 0; t < tokens.count; t++) {
    const d = verbDirection(draft, t)
    if (d !== undefined) own[t] = d
  }
  const out = new Int8Array(tokens.count)
  let last = NONE
  let lastAt = -1
  let sent = -1
  const before = new Int8Array(tokens.count)
  const beforeAt = new Int32Array(tokens.count)
  for (let t = 0; t < tokens.count; t++) {
    if (tokens.sent[t] !== sent) {
      sent = tokens.sent[t]!
      last = NONE
      lastAt = -1
    }
    if (own[t] !== NONE) {
      last = own[t]!
      lastAt = t
    }
    before[t] = last
    beforeAt[t] = lastAt
  }
  sent = -1
  for (let t = tokens.count - 1; t >= 0; t--) {
    if (tokens.sent[t] !== sent) {
      sent = tokens.sent[t]!
      last = NONE
      lastAt = -1
    }
    if (own[t] !== NONE) {
      last = own[t]!
      lastAt = t
    }
    const b = before[t]!
    out[t] = b !== NONE ? b : last !== NONE ? last : 0
  }
  return out
}
