// In: a token where a phrase may end. Out: the office that ends there ("deputy foreign minister").
import type { Draft } from '../draft.ts'
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

/** The longest office that begins at token `first`, or undefined. */
export function officeAt(draft: Draft, first: number, words: NameWords): OfficePhrase | undefined {
  const { lower, sent } = draft.tokens
  const longest = words.officeStarts.get(lower[first]!)
  if (longest === undefined) return undefined
  const end = draft.sents[sent[first]!]!.last
  for (let length = Math.min(longest, end - first); length > 0; length--) {
    const office = officeOf(phrase(draft, first, first + length), words)
    if (office) return { first, last: first + length, office }
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
