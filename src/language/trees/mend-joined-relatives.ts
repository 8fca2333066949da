// In: a parsed draft. Out: the second of two verbs that share a relative pronoun: "which Norway accepted and Peru rejected".
import type { Doc } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { NOUNS, reachOf, VERB } from './tree-steps.ts'

/** Verbs that say nothing without an object: behind a relative clause they share its pronoun. */
const SHARES: ReadonlySet<string> = new Set(
  'abandon accept adopt approve back block condemn condone criticise criticize denounce deny dismiss disown embrace endorse favor favour ignore oppose praise ratify rebuff reject repudiate rescind resist scorn shun sign spurn support veto welcome'.split(
    ' ',
  ),
)
/** Tokens between a relative clause's verb and the one joined to it, at most. */
const APART = 14

/** Whether a verb needs an object, which it may share with the relative clause it is joined to. */
export const sharesObject = ({ tokens: { lemma, lower } }: Pick<Doc, 'tokens'>, verb: number): boolean =>
  SHARES.has(lemma[verb]!) || (lemma[verb] === 'turn' && lower[verb + 1] === 'down')

/** "…, which Norway accepted on Monday and Peru rejected": a verb that lacks its object, behind "and" and who does it, is joined to the relative clause. */
export function mendJoinedRelatives(draft: Draft): void {
  const { tokens, sents } = draft
  const { head, dep, pos, tag, sent, form, lower, count } = tokens
  for (let verb = 4; verb < count; verb++) {
    if (!/^VB[DZPN]$/.test(tag[verb]!) || !sharesObject(draft, verb)) continue
    const next = lower[verb + 1] === 'down' ? verb + 2 : verb + 1
    if (next < count && sent[next] === sent[verb] && !/^(?:[.,;:”"]|on|in|at|as|a|last)$/.test(lower[next]!))
      continue
    const { first, last } = reachOf(sents[sent[verb]!]!, verb)
    let cc = verb - 1
    while (cc > first && /^(?:DT|JJ|NN|NNS|NNPS?|POS|PRP|PRP\$)$/.test(tag[cc]!)) cc--
    const doer = verb - 1
    if (
      cc === doer ||
      !/^(?:and|but|while)$/.test(lower[cc]!) ||
      !(NOUNS.has(pos[doer]!) || tag[doer] === 'PRP')
    )
      continue
    const clause = clauseBefore(tokens, first, cc)
    if (clause < 0 || hasObject(tokens, verb, last)) continue
    if (form[cc - 1] === ',' && clause < cc - APART) continue
    head[verb] = clause
    dep[verb] = 'conj'
    pos[verb] = VERB
    if (tag[verb] === 'VBN') tag[verb] = 'VBD'
    head[doer] = verb
    dep[doer] = 'nsubj'
    for (let at = cc; at < doer; at++)
      if (head[at] === head[cc] || head[at]! < cc) head[at] = at === cc ? verb : doer
  }
}

/** The verb of the relative clause right before "and", whose pronoun is its object; −1 where there is none, or another verb between. */
function clauseBefore({ head, dep, lower, tag }: Draft['tokens'], first: number, cc: number): number {
  for (let at = cc - 1; at > Math.max(first, cc - APART); at--) {
    if (!/^VB[DZP]$/.test(tag[at]!)) continue
    if (!/^acl/.test(dep[at]!)) return -1
    for (let one = at - 1; one > first; one--)
      if (head[one] === at && dep[one] === 'obj' && /^(?:which|that|whom)$/.test(lower[one]!)) return at
    return -1
  }
  return -1
}

function hasObject({ head, dep }: Draft['tokens'], verb: number, last: number): boolean {
  for (let at = verb + 1; at < last; at++)
    if (head[at] === verb && /^(?:obj|ccomp|xcomp)$/.test(dep[at]!)) return true
  return false
}
