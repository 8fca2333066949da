// In: a scene, nouns and verbs. Out: the words a figure is labelled with.
import { type Quantity, UPOS } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import { nearby } from '../nearby.ts'
import type { Scene } from '../scene.ts'

/** The participle clause on a noun: "tied to trade". */
export const participleOn = ({ doc, grammar, fillers }: Scene, noun: number): Phrase[] =>
  grammar
    .dependents(noun, 'acl')
    .filter((token) => doc.tokens.tag[token] === 'VBN')
    .map((token) => fillers.phrase(token, 'short'))

export const isSubject = ({ grammar }: Scene, token: number, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.dependents(verb, 'nsubj').includes(token)

/** A verb with the first thing said behind it: "be milled by hand", "depended on imports". */
export function predicateAt({ doc, grammar, fillers }: Scene, verb: number): Phrase {
  const behind = grammar
    .dependents(verb, 'obj', 'obl', 'xcomp')
    .find((token) => token > verb && fillers.timeAt(token) === undefined)
  const last = behind === undefined ? verb : grammar.phrase(behind, 'short').last
  return fillers.phraseOf(verb, Math.min(last, doc.tokens.count - 1), verb)
}

/** The words of a deed, with the verbs it is joined to by "or": "stopped or turned back". */
export function deedAt({ doc, grammar, fillers }: Scene, verb: number): Phrase[] {
  const { dep, head, lower } = doc.tokens
  const before = dep[verb] === 'conj' && grammar.isVerb(head[verb]!) && verb - head[verb]! < 4
  const own = fillers.phraseOf(before && head[verb]! < verb ? head[verb]! : verb, verb, verb)
  const more = grammar.dependents(verb, 'conj').flatMap((joined) => {
    const or = grammar.dependents(joined, 'cc').find((token) => lower[token] === 'or')
    return or !== undefined && grammar.isVerb(joined) && joined - or < 4
      ? [fillers.phraseOf(or, joined, joined)]
      : []
  })
  return [own, ...more]
}

/** Phrases with words of their own: what holds the number itself says nothing of it. */
export const clean = ({ doc }: Scene, { first }: Quantity, parts: readonly Phrase[]): Phrase[] =>
  parts.filter(
    ({ text, start, end }, at) =>
      /\p{L}{2}/u.test(text) &&
      !(start <= doc.tokens.start[first]! && doc.tokens.start[first]! < end) &&
      !parts.some((other, n) => n < at && other.start <= start && end <= other.end),
  )

/** The counted noun's phrase from behind its last number: "more than 6,000 young men at sea" gives "young men at sea". */
export function bare({ doc, grammar, fillers }: Scene, noun: number): Phrase {
  const { first, last } = grammar.phrase(noun, 'short')
  let from = first
  for (let at = first; at < noun; at++)
    if (
      fillers.quantityAt(at) !== undefined &&
      /\p{N}|^(?:hundred|thousand|million|billion|trillion|dollars?|bn|m|tn|%|per|cent|percent)$/iu.test(
        doc.tokens.form[at]!,
      )
    )
      from = at + 1
  return fillers.phraseOf(Math.min(from, noun), joinedEnd({ doc, grammar, fillers }, noun, last), noun)
}

type Words = Pick<Scene, 'doc' | 'grammar' | 'fillers'>

/** A noun's phrase with the nouns joined to it and what it is with. */
export function joined(scene: Words, noun: number): Phrase {
  const { first, last } = scene.grammar.phrase(noun, 'short')
  return scene.fillers.phraseOf(first, joinedEnd(scene, noun, last), noun)
}

/** Where a counted noun ends: "cars and trucks", "trade surplus in goods and services with Peru"; another figure is none of it. */
function joinedEnd({ doc, grammar, fillers }: Words, noun: number, last: number): number {
  const { tokens } = doc
  const next = nearby(doc.quantities, noun).find(({ first }) => first > noun && first <= last)
  let end = next ? next.first - 1 : last
  while (end > noun && !/^(?:NN|JJ|CD|VB)/.test(tokens.tag[end]!)) end--
  const comma = Array.from({ length: Math.max(0, end - noun) }, (_, n) => noun + 1 + n).find(
    (at) => tokens.form[at] === ',',
  )
  // What stands behind a comma is said of it, unless it is the next of a list.
  if (comma !== undefined && !grammar.dependents(noun, 'conj').some((other) => other > comma && other <= end))
    end = comma - 1
  if (next) return end
  for (const other of grammar.dependents(noun, 'conj')) {
    const own = grammar.phrase(other, 'short')
    const isVerbish =
      fillers.quantityAt(own.last + 1) !== undefined || fillers.quantityAt(own.last + 2) !== undefined
    const near = tokens.pos[other] === NOUN && own.first - end <= 2 && other > end && !isVerbish
    const counted = Array.from({ length: own.last - own.first + 1 }, (_, n) => own.first + n).some(
      (at) => fillers.quantityAt(at) !== undefined || grammar.isVerb(at),
    )
    if (near && !counted) end = own.last
  }
  return tokens.lower[end + 1] === 'with' && fillers.nameAt(end + 2)?.first === end + 2
    ? fillers.nameAt(end + 2)!.last - 1
    : end
}

const NOUN = UPOS.indexOf('NOUN')
