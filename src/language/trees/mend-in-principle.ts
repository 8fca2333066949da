// In: a parsed draft. Out: its trees with "in-principle" before a noun as what tells of which kind it is, and what is agreed behind "in principle" on its verb.
import type { Draft } from '../draft.ts'
import { VERB } from './tree-steps.ts'

/** "Have reached in-principle agreements": parsers take the first of the three words for a preposition. */
export function mendInPrinciple({ tokens }: Draft): void {
  const { tag, lower, head, dep } = tokens
  for (let at = 0; at + 3 < tokens.count; at++) {
    if (lower[at] !== 'in' || lower[at + 1] !== '-' || lower[at + 2] !== 'principle') continue
    const noun = at + 3
    if (!/^NN/.test(tag[noun]!)) continue
    tag[at] = 'JJ'
    dep[at] = 'amod'
    head[at] = noun
    const verb = head[noun]!
    if (dep[noun] === 'obl' && verb >= 0 && verb < at && /^VB/.test(tag[verb]!)) dep[noun] = 'obj'
  }
}

const AGREEING: ReadonlySet<string> = new Set(['agree', 'consent', 'commit'])

/** "Agreed in principle to hand over the port": what is agreed hangs on the verb, not on "principle". */
export function mendBehindPrinciple({ tokens }: Draft): void {
  const { tag, lower, lemma, head, dep, pos, count } = tokens
  for (let to = 3; to + 1 < count; to++) {
    if (lower[to] !== 'to' || lower[to - 1] !== 'principle' || lower[to - 2] !== 'in') continue
    const agree = to - 3
    const deed = to + 1
    if (!AGREEING.has(lemma[agree]!) || pos[agree] !== VERB) continue
    const isDeed =
      tag[deed] === 'VB' || (tag[deed] === 'NN' && /^(?:over|back|up|down|out|off)$/.test(lower[deed + 1]!))
    if (!isDeed) {
      const noun = head[to]!
      if (noun > to && head[noun] === to - 1) {
        head[noun] = agree
        dep[noun] = 'obl'
      }
      continue
    }
    tag[deed] = 'VB'
    pos[deed] = VERB
    head[deed] = agree
    dep[deed] = 'xcomp'
    head[to] = deed
    dep[to] = 'mark'
    tag[to] = 'TO'
    mendObject(tokens, agree, deed)
  }
}

/** "Hand over the port": what the parser took for a phrase behind a preposition. */
function mendObject(
  { head, dep, lower, pos, sent, count }: Draft['tokens'],
  agree: number,
  deed: number,
): void {
  const particle = deed + 1
  if (!/^(?:over|back|up|down|out|off)$/.test(lower[particle]!) || dep[particle] !== 'case') return
  const noun = head[particle]!
  if (noun <= particle || noun >= count || sent[noun] !== sent[deed] || pos[noun] === VERB) return
  if (head[noun] !== agree && head[noun] !== deed) return
  head[particle] = deed
  dep[particle] = 'compound:prt'
  head[noun] = deed
  dep[noun] = 'obj'
}
