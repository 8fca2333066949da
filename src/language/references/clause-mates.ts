// In: a class noun ("the country") or pronoun. Out: who else stands in its clause, and so is somebody else.
import { firstWhere } from '../../model/range.ts'
import type { Draft } from '../draft.ts'
import type { Mention } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

/**
 * "Require the country to buy American grain", "urged Peru to press the country": who is named behind it in its clause, or
 * is to do something to it, is not meant by it.
 */
export function clauseMates(reading: Reading, phrase: NounPhrase): ReadonlySet<string> {
  return new Set([...namedBehind(reading, phrase), ...doersOf(reading, phrase)])
}

/** Whom the rest of the clause names, up to its first comma, where the noun is its subject or object. */
function namedBehind({ draft }: Reading, { head, last }: NounPhrase): string[] {
  const { tokens, names, sents } = draft
  const verb = tokens.head[head]!
  if (verb < 0 || !/^(?:i?obj|nsubj(?::pass)?)$/.test(tokens.dep[head]!)) return []
  const found: string[] = []
  let end = last
  while (end < sents[tokens.sent[head]!]!.last && !/^[,;:"]$/.test(tokens.lower[end]!)) end++
  for (let n = firstWhere(names.length, (at) => names[at]!.first >= last); n < names.length; n++) {
    const { first, id, of } = names[n]!
    if (first >= end) break
    if (isUnder(tokens.head, first, verb)) found.push(id, of ?? id)
  }
  return found
}

/** Who is to do to it what an infinitive says, and who asks for it. */
function doersOf({ draft, mentions, subject }: Reading, { head, first }: NounPhrase): string[] {
  const { tokens } = draft
  const verb = tokens.head[head]!
  const over = verb < 0 ? -1 : tokens.head[verb]!
  if (over < 0 || tokens.dep[head] !== 'obj' || tokens.dep[verb] !== 'xcomp') return []
  const near = mentions.slice(-40).filter((one) => one.last <= first)
  const asked = near.filter(
    (one) => one.role === 'object' && one.first > over && one.sent === tokens.sent[head],
  )
  const doer = subject[over]!
  const asking = near.filter((one) => one.first <= doer && doer < one.last)
  return [...asked, ...asking].map(({ id }) => id)
}

function isUnder(head: Int32Array, token: number, verb: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 10; at = head[at]!, steps++) if (at === verb) return true
  return false
}

/** Who a pronoun cannot mean: one alone by "two of them", whoever does it by "received by the king, he asked". */
export function isNotAmong(
  { tokens, sents }: Draft,
  token: number,
  { plural, first, sent }: Mention,
): boolean {
  const { lower, tag, dep } = tokens
  if (lower[token] === 'them' && !plural && /^(?:among|of|including|between)$/.test(lower[token - 1] ?? ''))
    return true
  const opens = sents[sent]!.first
  if (sent !== tokens.sent[token] || tag[opens] !== 'VBN' || !dep[token]!.startsWith('nsubj')) return false
  const by = lower.indexOf('by', opens)
  return by >= 0 && by < first && first - by < TITLE_WITHIN && !lower.slice(by, first).includes(',')
}
/** Tokens between "by" and the name of who does it, for his title. */
const TITLE_WITHIN = 5

/** "The chief, whose son was killed there": the subject of a relative clause. */
export const isSubjectOfRelative = (
  { tokens: { dep, head, tag } }: Draft,
  { first, last, role }: Mention,
): boolean =>
  role === 'subject' &&
  dep
    .slice(first, last)
    .some(
      (one, at) =>
        one.startsWith('nsubj') && dep[head[first + at]!] === 'acl:relcl' && tag[first + at] !== 'WP',
    )
