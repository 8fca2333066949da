// In: a quotation told by a "who". Out: the person whose clause it stands in.
import type { Range } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { sentenceAt, within } from './where.ts'

/**
 * "Kari Lund, who said", "Kari Lund, the envoy to Chile, who warned": the person right before the pronoun, or before what
 * explains the name; none where another person stands between.
 */
export function whoseClause(draft: Draft, { start }: Range): string[] {
  const before = within(draft.names, { start: draft.sents[sentenceAt(draft, start)]!.start, end: start })
  const people = before.filter(({ type }) => type === 'person')
  const last = people.at(-1)
  const owner = people.at(-2)
  // "Kari Lund, an aide to Per Holm, who": Lund.
  const person = last && owner && AIDE.test(draft.text.slice(owner.end, last.start)) ? owner : last
  if (!person) return []
  const between = draft.text.slice(person.end, start)
  return BETWEEN.test(between) ? [person.id] : []
}

/** Nothing, a party in brackets, or an apposition between commas. */
const BETWEEN =
  /^(?: \([^()]{1,16}\))?,?(?: (?:an?|the|\p{Lu}[\p{L}.]*['’]s|its|his|her|their|one) [^,;:"“”]{3,70},| \p{L}+ of [^,;:"“”]{3,50},)?\s+$/u

/** "The union, whose leaders said": the body or state right before, for which they speak. */
export function whoseVoice(draft: Draft, source: Range): string[] {
  if (!OWN_PEOPLE.test(draft.text.slice(source.start, source.end))) return []
  const before = [...draft.names, ...draft.references].filter(({ end, start }) => {
    const between = draft.text.slice(end, source.start)
    return start < source.start && /^,?\s$/.test(between)
  })
  return before.flatMap(({ id }) => (/^(?:org:|[A-Z]{2}$)/.test(id) ? [id] : [])).slice(0, 1)
}
const OWN_PEOPLE =
  /^whose (?:\p{L}+ ){0,2}(?:leader|negotiator|official|spokesman|spokeswoman|spokesperson|representative|government|delegation|leadership|president|minister)s?$/u

const AIDE = /^(?: \([^()]{1,16}\))?, [^,;:"“”]{3,60} (?:to|of|for|under)(?: [^,;:"“”]{0,40})?\s$/u
