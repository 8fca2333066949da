// In: the branches of a report. Out: the words around a head: its conjuncts, its phrase, what a verb says of its subject.

import { UPOS } from '../../language/doc.ts'
import { isRelation } from '../../language/trees/tree.ts'
import type { Branches } from './branches.ts'

const PROPN = UPOS.indexOf('PROPN')
const PUNCT = UPOS.indexOf('PUNCT')

/** Relations that start another clause; a short phrase leaves them out. */
const CLAUSES: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'advcl',
  'advcl:relcl',
  'appos',
  'parataxis',
  'ccomp',
  'cop',
  'nsubj',
  'aux',
  'mark',
  'discourse',
])
/** What follows a verb without being said of its subject. */
const BESIDE_PREDICATE: ReadonlySet<string> = new Set([
  'advcl',
  'advcl:relcl',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'discourse',
  'dep',
])
/** Words that join a phrase to what came before and are none of it. */
const LEADING: ReadonlySet<string> = new Set([
  'then',
  'also',
  'and',
  'or',
  'but',
  'as',
  'well',
  'including',
  'plus',
  'such',
  'nor',
])

export type Extent = 'whole' | 'short' | 'clause'
/** First and last token, both included. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

export interface Phrases {
  /** The head with all its conjuncts. */
  conjuncts(token: number): number[]
  /** The phrase around a head; `short` leaves clauses and conjuncts out. */
  phrase(token: number, how?: Extent): Stretch
  /** What a verb says of its subject: with its auxiliaries, without further clauses. */
  predicate(verb: number): Stretch
}

/** Words up to which a phrase goes down its tree. */
const DEEPEST = 40

export function phrasesOf({ doc, children, dependents, isVerb }: Branches): Phrases {
  const { head, dep, lower, tag, pos, form } = doc.tokens

  /** "Peru-Chile talks": the first of a hyphened pair hangs on the second. */
  const isPaired = (child: number, token: number): boolean =>
    dep[child] === 'compound' &&
    token - child === 2 &&
    tag[child + 1] === 'HYPH' &&
    pos[token] === PROPN &&
    lower[token] !== 'general'

  const conjuncts = (token: number): number[] => {
    const all = [token]
    // "Hafen-Linie and Nord": what is joined may hang on the end of a name of several words.
    const ends = children(token).filter((child) => dep[child] === 'flat')
    for (const child of [...children(token), ...ends.flatMap((end) => children(end))])
      if ((dep[child] === 'conj' && !isLeftOut(child)) || isPaired(child, token))
        all.push(...conjuncts(child))
    return all
  }

  /** "Backed by Norway but not by Peru", "Norway and not Peru": who is joined only to be left out. */
  const isLeftOut = (child: number): boolean =>
    /^NN/.test(tag[child]!) &&
    children(child).some((word) => lower[word] === 'not' && /^(?:but|and|,)$/.test(lower[word - 1] ?? ''))

  const isOpening = (at: number): boolean => pos[at] === PUNCT && !/^[("'$]$/.test(form[at]!)

  /** The mark that opens “We are against the levy”: of the clause, not of the noun that it says something with. */
  const isBeforeSubject = (mark: number, top: number): boolean =>
    dependents(top, 'nsubj').some((one) => mark < one && one < top)

  /** Whether a word that hangs right on the head of a phrase is none of it. */
  const isBesideHead = (child: number, top: number, how: Extent): boolean => {
    const relation = dep[child]!
    // A comma in front would take in the preposition behind it: ", with port access".
    if (relation === 'case' || (child < top && isOpening(child))) return true
    if (how === 'short' && child < top && pos[child] === PUNCT && isBeforeSubject(child, top)) return true
    if ((relation === 'cc' || relation === 'mark') && how !== 'clause') return true
    if (how === 'short' && isRelation(relation, 'conj')) return true
    // "The strike that was to begin today has been …": what the parser hangs there of the verb behind.
    return child > top && isRelation(relation, 'aux') && !isVerb(top)
  }

  const phrase = (token: number, how: Extent = 'short'): Stretch => {
    let first = token
    let last = token
    const visit = (at: number, depth: number) => {
      if (at < first) first = at
      if (at > last) last = at
      if (depth > DEEPEST) return
      for (const child of children(at)) {
        if (at === token && isBesideHead(child, token, how)) continue
        if (how === 'short' && CLAUSES.has(dep[child]!)) continue
        if (how === 'whole' || dep[child] !== 'parataxis') visit(child, depth + 1)
      }
    }
    visit(token, 0)
    while (last > token && pos[last] === PUNCT && !/^[)"'%]$/.test(form[last]!)) last--
    // "The truce now in force": when, of what is cut off.
    while (how === 'short' && last > token && /^(?:now|currently|still)$/.test(lower[last]!)) last--
    while (first < token && (LEADING.has(lower[first]!) || isOpening(first))) first++
    return { first, last }
  }

  const predicate = (verb: number): Stretch => {
    let first = verb
    let last = verb
    for (const child of children(verb)) {
      if (child < verb && /^(aux|advmod|cop)/.test(dep[child]!)) first = Math.min(first, child)
      const marks = dependents(child, 'mark').filter((mark) => mark < child)
      const isGerund = tag[child] === 'VBG' && marks.length > 0
      // "called on Peru to sign": what is asked, whatever the parser hangs it on.
      const isInfinitive = tag[child] === 'VB' && marks.some((mark) => lower[mark] === 'to')
      if (child < verb || (BESIDE_PREDICATE.has(dep[child]!) && !isGerund && !isInfinitive)) continue
      last = Math.max(last, phrase(child, 'clause').last)
    }
    // What stands between an auxiliary and its verb is the subject of a question or a thing fronted.
    for (let at = first; at < verb; at++)
      if (!(head[at]! > at && head[at]! <= verb) || dep[at]!.startsWith('nsubj')) first = at + 1
    return { first, last }
  }

  return { conjuncts, phrase, predicate }
}
