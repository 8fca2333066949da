// In: a quantity's tokens. Out: the word it says something of.
import { firstWhere } from '../../model/range.ts'
import type { Draft } from '../draft.ts'
import type { Amount } from './amount.ts'
import { directionOf } from './change.ts'
import { countedNoun } from './counted.ts'

/** The noun a quantity says something of: behind it ("30 % duties", "10 % of imports"), before "of" or "at", or the subject. */
export function attachedTo(draft: Draft, amount: Amount, first: number, last: number): number | undefined {
  const { tokens } = draft
  if (amount.noun !== undefined) return amount.noun
  const sent = tokens.sent[first]
  if (tokens.sent[last] === sent) {
    // "$5 billion in energy", "24 points of that rate"
    const inside = tokens.lower[last] === 'in' ? countedNoun(draft, last + 1) : undefined
    const noun = inside && !inside.proper ? inside : countedNoun(draft, last)
    if (noun) return noun.token
  }
  const before = tokens.lower[first - 1]
  if (before === 'at' && STANDING.has(tokens.lower[first - 2] ?? '')) return subjectBefore(draft, first - 2)
  if ((before === 'of' || before === 'at') && tokens.sent[first - 2] === sent && isNoun(draft, first - 2))
    return first - 2
  for (let t = first - 1; t >= 0 && t >= first - 6 && tokens.sent[t] === sent; t--) {
    const word = tokens.lower[t]!
    if (directionOf(word) || STANDING.has(word)) return subjectBefore(draft, t)
    if ((tokens.tag[t] ?? '').startsWith('VB')) return undefined
  }
  return undefined
}

const STANDING: ReadonlySet<string> = new Set(
  'stand stands stood remain remains remained sit sits sat start starts is are was were be totaled totalled reached hit hits averaged'.split(
    ' ',
  ),
)

const isNoun = (draft: Draft, t: number): boolean => {
  const tag = draft.tokens.tag[t] ?? ''
  return tag === '' ? /^[a-zà-ÿ]{3,}$/.test(draft.tokens.lower[t] ?? '') : tag.startsWith('NN')
}

/** The nearest noun before a verb that is no word of a time, twelve tokens back at most. */
export function subjectBefore(draft: Draft, verb: number): number | undefined {
  const sent = draft.tokens.sent[verb]
  for (let t = verb - 1; t >= 0 && t >= verb - 12 && draft.tokens.sent[t] === sent; t--) {
    if (isNoun(draft, t) && !isTime(draft, t)) return t
  }
  return undefined
}

/** True for a token of a time expression. */
function isTime(draft: Draft, token: number): boolean {
  const next = firstWhere(draft.times.length, (at) => draft.times[at]!.last > token)
  return (draft.times[next]?.first ?? token + 1) <= token
}
