// In: a doc. Out: what is wrong with its tables, in words; [] where every span and index is inside.
import type { Doc } from '#parley/language/doc.ts'
import type { Claim } from '#parley/model/claim.ts'
import type { Range } from '#parley/model/range.ts'

/** Every rule that holds of any doc of any text. */
export function brokenDoc(doc: Doc): string[] {
  const wrong: string[] = []
  const { text, tokens, sents } = doc
  const say = (what: string) => {
    if (wrong.length < 5) wrong.push(what)
  }
  const range = (what: string, { start, end }: Range) => {
    if (!(start >= 0 && start < end && end <= text.length)) say(`${what} ${start}–${end} of ${text.length}`)
  }
  const inTokens = (what: string, first: number, last: number) => {
    if (!(first >= 0 && first < last && last <= tokens.count))
      say(`${what} tokens ${first}–${last} of ${tokens.count}`)
  }
  let before = 0
  for (const sent of sents) {
    range('sentence', sent)
    inTokens('sentence', sent.first, sent.last)
    if (sent.start < before) say(`sentence at ${sent.start} before ${before}`)
    before = sent.end
  }
  for (let t = 0; t < tokens.count; t++) {
    range('token', { start: tokens.start[t]!, end: tokens.end[t]! })
    if (t > 0 && tokens.start[t]! < tokens.end[t - 1]!) say(`token ${t} starts inside the one before`)
    const head = tokens.head[t]!
    if (head < -1 || head >= tokens.count) say(`head ${head} of token ${t}`)
    else if (head >= 0 && tokens.sent[head] !== tokens.sent[t]) say(`token ${t} hangs on another sentence`)
  }
  for (const what of ['names', 'times', 'quantities', 'references'] as const) {
    for (const each of doc[what]) {
      range(what, each)
      inTokens(what, each.first, each.last)
    }
  }
  for (const { source, cue, content } of doc.quotations) {
    for (const each of [...source, ...cue, ...content]) range('quotation', each)
  }
  for (const token of doc.stances.keys())
    if (token < 0 || token >= tokens.count) say(`stance of token ${token}`)
  for (const credit of doc.fingerprint.credits) range('credit', credit)
  if (cycle(doc) >= 0) say(`token ${cycle(doc)} hangs on itself`)
  return wrong
}

/** A token whose chain of heads never ends, or −1. */
function cycle({ tokens }: Doc): number {
  const state = new Uint8Array(tokens.count)
  for (let t = 0; t < tokens.count; t++) {
    const path: number[] = []
    let at = t
    while (at >= 0 && state[at] === 0) {
      state[at] = 1
      path.push(at)
      at = tokens.head[at]!
    }
    if (at >= 0 && state[at] === 1) return at
    for (const each of path) state[each] = 2
  }
  return -1
}

/** What is wrong with claims: their spans and quotes must be the words of the text. */
export function brokenClaims(text: string, claims: readonly Claim[]): string[] {
  const wrong: string[] = []
  for (const { id, evidence } of claims) {
    const words = evidence.spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
    if (words !== evidence.quote) wrong.push(`${id}: the quote is not what its spans hold`)
    for (const [role, { start, end }] of Object.entries(evidence.roles)) {
      if (!(start >= 0 && start < end && end <= text.length))
        wrong.push(`${id}: role ${role} ${start}–${end} of ${text.length}`)
    }
  }
  return wrong.slice(0, 5)
}
