// In: a parsed draft. Out: relative clauses with the objects and subjects that word order gives them.
import type { Draft } from '../draft.ts'
import { headOf, NOUNS, reachOf, subjectOf, VERB } from './tree-steps.ts'

const OBJECTS = /^(?:it|them|him|her)$/

/** "A diplomat who has seen it said": behind the verb of a relative clause "it" is its object, no second subject of "said". */
export function mendRelativeObjects({ tokens, sents }: Draft): void {
  const { head, dep, pos, sent, lower, count } = tokens
  for (let at = 2; at < count; at++) {
    if (!OBJECTS.test(lower[at]!) || dep[at] !== 'nsubj') continue
    const verb = at - 1
    const noun = head[verb]!
    const above = head[at]!
    if (pos[verb] !== VERB || dep[verb] !== 'acl:relcl' || above !== at + 1) continue
    const isHead = noun >= 0 && dep[noun] === 'root' && head[above] === verb && dep[above] === 'ccomp'
    if (noun < 0 || !(isHead || (head[noun] === above && dep[noun] === 'nsubj'))) continue
    const { first, last } = reachOf(sents[sent[at]!]!, verb)
    let hasObject = false
    for (let one = first; one < last; one++) if (head[one] === verb && dep[one] === 'obj') hasObject = true
    if (hasObject) continue
    head[at] = verb
    dep[at] = 'obj'
    if (!isHead) continue
    head[above] = -1
    dep[above] = 'root'
    for (let one = above + 1; one < last; one++) if (head[one] === noun) head[one] = above
    head[noun] = above
    dep[noun] = 'nsubj'
  }
}

/** "The ban, which by law must end in May": what stands behind a preposition is no subject, so "which" is. */
export function mendRelativeSubjects({ tokens }: Draft): void {
  const { head, dep, tag, lower, count } = tokens
  for (let relative = 1; relative + 3 < count; relative++) {
    const preposition = relative + 1
    if (!/^(?:which|who|that)$/.test(lower[relative]!) || tag[preposition] !== 'IN') continue
    const verb = head[relative]!
    const isCase = dep[preposition] === 'case'
    const noun = isCase ? head[preposition]! : preposition + 1
    if (!/^(?:obj|nsubj)$/.test(dep[relative]!)) continue
    if (!isCase && head[preposition] !== verb) continue
    if (noun < preposition || noun > verb || head[noun] !== verb || !dep[noun]!.startsWith('nsubj')) continue
    if (dep[relative] === 'obj') dep[relative] = dep[noun]!
    dep[noun] = 'obl'
    head[preposition] = noun
    dep[preposition] = 'case'
    hangOnNoun(tokens, relative, verb)
  }
}

/** "Norway, which on Friday closed its ports, will …": a clause hung on the verb behind it is said of the noun before its comma. */
function hangOnNoun({ head, dep, pos, form }: Draft['tokens'], relative: number, verb: number): void {
  const noun = relative - 2
  if (form[relative - 1] !== ',' || dep[verb] !== 'advcl' || head[verb]! < verb || !NOUNS.has(pos[noun]!))
    return
  const over = head[noun]!
  const isPart = over >= 0 && over < relative && /^(?:flat|compound|nmod|appos)/.test(dep[noun]!)
  head[verb] = isPart && dep[noun] !== 'nmod' ? over : noun
  dep[verb] = 'acl:relcl'
}

/** "Of the port, whose chairman, Ole Berg, has left": the name in commas is the chairman's, who does what the verb behind it says. */
export function mendWhose(draft: Draft): void {
  const { tokens, sents, names } = draft
  const { head, dep, pos, tag, sent, lower } = tokens
  for (const name of names) {
    const noun = name.first - 2
    const finite = name.last + 1
    if (noun < 1 || lower[noun + 1] !== ',' || lower[name.last] !== ',' || sent[finite] !== sent[noun])
      continue
    if (name.type !== 'person' || !/^(?:VB[DPZ]|MD)$/.test(tag[finite]!)) continue
    const { first } = reachOf(sents[sent[noun]!]!, noun)
    let whose = noun - 1
    while (whose > first && !(lower[whose] === 'whose' && head[whose] === noun)) whose--
    const over = head[noun]!
    if (lower[whose] !== 'whose' || over < 0) continue
    const own = headOf(draft, name)
    if (head[own] !== noun) {
      head[own] = noun
      dep[own] = 'appos'
    }
    const verb = dep[finite]!.startsWith('aux') ? head[finite]! : finite
    if (dep[noun] !== 'appos' || over >= whose || verb < finite || pos[verb] !== VERB) continue
    if (subjectOf(tokens, first - 1, verb) >= 0 || !/^(?:parataxis|conj|advcl|acl)/.test(dep[verb]!)) continue
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[verb] = over
    dep[verb] = 'acl:relcl'
  }
}

/** "A step the ministry called “theft”": no comma parts the two nouns, so the second does what the verb behind it says. */
export function mendBareRelatives({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let verb = 3; verb < count; verb++) {
    const doer = verb - 1
    if (
      tag[verb] !== 'VBN' ||
      dep[verb] !== 'acl' ||
      head[verb] !== doer ||
      !/^(?:appos|obj)$/.test(dep[doer]!)
    )
      continue
    const noun = head[doer]!
    if (noun < 0 || noun > doer || !NOUNS.has(pos[noun]!)) continue
    const begins = noun + 1
    if (!/^(?:the|a|an|its|their|his|her)$/.test(lower[begins]!) || !isWithin(tokens.head, begins, doer))
      continue
    const { last } = reachOf(sents[sent[verb]!]!, verb)
    tag[verb] = 'VBD'
    head[verb] = noun
    dep[verb] = 'acl:relcl'
    pos[verb] = VERB
    head[doer] = verb
    dep[doer] = 'nsubj'
    for (let at = verb + 1; at < last; at++) if (head[at] === doer) head[at] = verb
  }
}

/** Whether all tokens from one up to a noun hang on it. */
function isWithin(head: ArrayLike<number>, from: number, noun: number): boolean {
  for (let at = from; at < noun; at++) {
    let up = at
    for (let steps = 0; up >= from && up !== noun && steps < 8; steps++) up = head[up]!
    if (up !== noun) return false
  }
  return true
}
