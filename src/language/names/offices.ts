// In: a token where a phrase may end. Out: the office that ends there ("deputy foreign minister").
import type { Draft } from '../draft.ts'
import type { Found } from './found.ts'
import type { NameWords, Office } from './words.ts'

export interface OfficePhrase {
  readonly first: number
  readonly last: number
  readonly office: Office
}

/** The longest office that ends before token `last`, or undefined. */
export function officeBefore(draft: Draft, last: number, words: NameWords): OfficePhrase | undefined {
  const first = draft.sents[draft.tokens.sent[last - 1] ?? 0]?.first ?? 0
  for (let length = Math.min(words.officeLength, last - first); length > 0; length--) {
    const office = officeOf(phrase(draft, last - length, last), words)
    if (office) return { first: last - length, last, office }
  }
  return undefined
}

/** Words that stand before an office and make another of it. */
const RANKS: ReadonlySet<string> = new Set(
  'deputy vice acting interim assistant associate senior first junior chief lead'.split(' '),
)
/** Offices that a department stands before or behind. */
const OF_DEPARTMENT =
  /^(?:\p{L}+-)?(?:minister|secretary|commissioner|undersecretary|envoy|spokesman|spokeswoman|spokesperson)s?$/u

/** The longest office that begins at token `first`, or undefined; also one put together ("deputy energy minister", "minister of energy"). */
export function officeAt(draft: Draft, first: number, words: NameWords): OfficePhrase | undefined {
  const known = knownOffice(draft, first, words)
  const made = madeOffice(draft, first, words) ?? known
  return known && made && known.last > made.last ? known : made
}

/** Ranks and departments before an office, or a department behind it. */
function madeOffice(draft: Draft, first: number, words: NameWords): OfficePhrase | undefined {
  const { lower, form, sent } = draft.tokens
  const { last: end } = draft.sents[sent[first]!]!
  const isDepartment = (at: number) =>
    at < end && words.departments.has(form[at]!.charAt(0).toUpperCase() + form[at]!.slice(1))
  let at = first
  while (at < end && at < first + 2 && RANKS.has(lower[at]!) && lower[at + 1] !== '-') at++
  const from = at
  while (at < from + 5 && isDepartment(at))
    at += /^(and|&|,)$/.test(lower[at + 1] ?? '') && isDepartment(at + 2) ? 2 : 1
  if (at >= end) return undefined
  const office = knownOffice(draft, at, words)
  if (!office || (at > from && !OF_DEPARTMENT.test(lower[office.last - 1]!))) return undefined
  let { last } = office
  if (OF_DEPARTMENT.test(lower[last - 1]!) && /^(of|for)$/.test(lower[last] ?? '')) {
    let behind = lower[last + 1] === 'the' ? last + 2 : last + 1
    while (behind < end && isDepartment(behind)) {
      last = ++behind
      if (/^(and|&|,)$/.test(lower[behind] ?? '') && isDepartment(behind + 1)) behind++
    }
  }
  return last - first === office.last - office.first ? undefined : { first, last, office: office.office }
}

function knownOffice(draft: Draft, first: number, words: NameWords): OfficePhrase | undefined {
  const { lower, sent } = draft.tokens
  const longest = words.officeStarts.get(lower[first]!)
  if (longest === undefined) return undefined
  const end = draft.sents[sent[first]!]!.last
  for (let length = Math.min(longest, end - first); length > 0; length--) {
    const office = officeOf(phrase(draft, first, first + length), words)
    if (!office) continue
    const last = first + length
    // "Secretary of State for Trade": one of several, in whichever land.
    const isOneOf = lower[last - 1] === 'state' && lower[last] === 'for'
    return { first, last, office: isOneOf ? { ...office, of: '' } : office }
  }
  return undefined
}

/** "prime ministers" are several of an office of more than one word; "presidents" alone may be anything. */
function officeOf(phrase: string, words: NameWords): Office | undefined {
  const several = phrase.endsWith('s') && phrase.includes(' ')
  return words.offices.get(phrase) ?? (several ? words.offices.get(phrase.slice(0, -1)) : undefined)
}

/** Lower-cased words with one space, none round hyphens. */
function phrase(draft: Draft, first: number, last: number): string {
  const { lower } = draft.tokens
  let words = ''
  for (let i = first; i < last; i++) {
    const word = lower[i]!
    if (i > first && word !== '-' && lower[i - 1] !== '-') words += ' '
    words += word
  }
  return words
}

/** Tokens of the title before a name. */
export function tokensOfTitle({ tokens, sents, text }: Draft, { first: name, title }: Found): number {
  const { start, sent } = tokens
  const begin = sents[sent[name]!]!.first
  let first = name
  while (first > begin && text.slice(start[first]!, start[name]!).trim().length < title.length) first--
  return name - first
}
