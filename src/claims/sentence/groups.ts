// In: what stands at the tokens of a report. Out: who bargains without a name ("the union", "small islands", "it"), by their words.

import type { Lexicon } from '../../language/lexicon.ts'
import type { Phrase, Ref } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'
import type { Marked } from './marked.ts'
import { unique } from './refs.ts'
import { rowsOf } from './table-rows.ts'

/** States that act together under one of them. */
const LED: ReadonlySet<string> = new Set(
  'group coalition alliance bloc country state nation government'.split(' '),
)
const OF_SOME: ReadonlySet<string> = new Set(
  'a an some several few many most no any every each other another more certain individual such those these both'.split(
    ' ',
  ),
)
/** "African", "Chinese", "Irish": adjectives that are written with a capital. */
const OF_PLACES = /^\p{Lu}\p{Ll}+(?:an|ese|ish|ch|ss|ic)$/u
/** What a body speaks by: "the council's statement", "a session of the union". */
const VOICES: ReadonlySet<string> = new Set(
  'communique declaration meeting resolution session statement summit'.split(' '),
)
/** The last word, as of one. */
const headOf = (words: string): string => words.slice(words.lastIndexOf(' ') + 1).replace(/s$/, '')
/** What a nominal without a name is called by its words: a sentence begins with a capital, a name is one. */
const uncapitalised = (words: string): string =>
  words.replace(/^\p{Lu}(?=\p{Ll}+\b[^-])/u, (letter) => letter.toLowerCase())
const refOfWords = (name: string): Ref => ({
  id: `phrase:${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`,
  name,
})

/** Many or bodies that bargain without a name, and those joined to it. */
export function groupsIn(
  grammar: Grammar,
  { names, references }: Marked,
  lexicon: Lexicon,
  phraseOf: (first: number, last: number, head: number) => Phrase,
): (token: number) => Ref[] {
  const { doc } = grammar
  const { tokens } = doc
  const sides = rowsOf(lexicon, 'side-nouns')

  /** "Some unions", "a company", "three states": which ones, or how many of them, is not told. */
  const isWhole = (token: number): boolean =>
    grammar
      .dependents(token, 'det', 'amod', 'nummod')
      .every((word) => !OF_SOME.has(tokens.lower[word]!) && tokens.tag[word] !== 'CD')

  /** The words of a reference ("phrase:port-union") as the report wrote them first. */
  const spelt = new Map<string, string>()
  const writtenAs = (id: string, words: string): string => {
    const known = spelt.get(id)
    if (known !== undefined) return known
    const letters = words.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    const found = new RegExp(`\\b${letters.join('[^\\p{L}\\p{N}]+')}\\b`, 'iu').exec(doc.text)
    const written = found ? found[0].replace(/\s+/g, ' ') : words
    spelt.set(id, written)
    return written
  }

  /** "A group of 40 states led by Peru", "ninety countries, led by Peru": who leads them says which. */
  const ledGroup = (token: number): Ref | undefined => {
    if (!/^NNS?$/.test(tokens.tag[token]!) || !LED.has(tokens.lemma[token]!)) return undefined
    const led = [token, ...grammar.obliques(token, 'of')]
      .flatMap((noun) => grammar.dependents(noun, 'acl'))
      .find((verb) => verb > token && tokens.lower[verb] === 'led' && tokens.lower[verb + 1] === 'by')
    if (led === undefined) return undefined
    const first = Math.min(token, ...grammar.dependents(token, 'amod', 'compound', 'nummod'))
    const text = phraseOf(first, grammar.phrase(led, 'clause').last, token).text
    return refOfWords(uncapitalised(text))
  }

  /** "It", "they", of those called so before. */
  const meant = (reference: string): Ref[] => {
    const words = reference.slice('phrase:'.length).replaceAll('-', ' ')
    const kind = sides.get(headOf(words))?.kind
    const isWholly = kind === 'body' || (kind === 'many' && words.endsWith('s'))
    if (!isWholly || OF_SOME.has(words.split(' ')[0]!)) return []
    return [{ id: reference, name: writtenAs(reference, words) }]
  }

  /** Who a nominal without a name is, by its words; of a pronoun, those it stands for. */
  const group = (token: number): Ref[] => {
    const reference = references.get(token)
    if (reference?.startsWith('phrase:') && tokens.tag[token]!.startsWith('PRP')) return meant(reference)
    const led = ledGroup(token)
    if (led) return [led]
    // "Its members": the body itself.
    if (tokens.lemma[token] === 'member')
      return tokens.tag[token] === 'NNS' ? grammar.dependents(token, 'nmod:poss').flatMap(group) : []
    if (VOICES.has(tokens.lemma[token]!) && !names.has(token))
      return [...grammar.dependents(token, 'nmod:poss'), ...grammar.obliques(token, 'of')].flatMap(group)
    if (!/^NNS?$/.test(tokens.tag[token]!) || !sides.has(tokens.lemma[token]!) || !isWhole(token)) return []
    // "Government wants": a headline leaves the article out, a text that does names a kind.
    const determined = grammar.dependents(token, 'det', 'nmod:poss').length > 0
    const isOne = tokens.tag[token] === 'NN'
    if (isOne && (!determined || sides.get(tokens.lemma[token]!)?.kind === 'many')) return []
    const first = Math.min(
      token,
      ...grammar.dependents(token, 'amod', 'compound').filter((one) => one < token),
    )
    const written = phraseOf(first, token, token).text
    const isName = /^NNP/.test(tokens.tag[first]!) || names.has(first) || OF_PLACES.test(tokens.form[first]!)
    return [refOfWords(isName ? written : uncapitalised(written))]
  }

  return (token) => unique(grammar.conjuncts(token).flatMap(group))
}
