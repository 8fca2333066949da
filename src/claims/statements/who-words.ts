// In: a nominal. Out: whom it means, in words.
import type { Scene } from '../sentence/scene.ts'
import { isUnnamed } from './teller.ts'

/** What many bodies are called: their name says too little without what stands before it. */
const GENERIC =
  /^(?:Embassy|Ministry|Council|Office|Committee|Commission|Government|Party|Assembly|Parliament|Union|Bank|Court|Agency|Authority)$/

/** A day that the parser hung on who did a thing then. */
const LATE = / (?:on|late|early) (?:\p{Lu}\p{L}+day)\b.*$/u

/** Whom a nominal names: by name with its conjuncts, by reference, else its words. */
export function partiesAt({ doc, grammar, fillers }: Scene, token: number): string {
  const all = grammar.conjuncts(token)
  const names = all.flatMap((one) => fillers.nameAt(one)?.canonical ?? [])
  const isNamed = names.length > 0 && names.length === all.length
  if (isNamed && !names.some((name) => GENERIC.test(name))) return [...new Set(names)].join(' and ')
  // A name that was not found as one is no reference to another.
  const parties = isNamed || /^NNP/.test(doc.tokens.tag[token]!) ? [] : fillers.parties(token)
  const words = fillers.phrase(token, 'short').text.replace(LATE, '')
  // "A senior Norwegian official" is not Norway.
  if (isUnnamed(words) && !parties.some(({ id }) => /^(?:outlet|person):/.test(id)))
    return words.split(/,| (?:who|which) /)[0]!
  return parties.length > 0 ? parties.map(({ name }) => name).join(' and ') : words
}
