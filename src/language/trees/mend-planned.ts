// In: a parsed draft. Out: what was set for a day, apart from the verb behind that: "the strike set for 1 May was called off".
import type { Draft } from '../draft.ts'
import { AUX, NOUNS, reachOf, VERB } from './tree-steps.ts'

const PLANNED: ReadonlySet<string> = new Set(
  'announced called due expected fixed foreseen listed meant pencilled planned scheduled set slated'.split(
    ' ',
  ),
)
/** Auxiliaries of what became of it. */
const BECAME: ReadonlySet<string> = new Set('was were is are has have had will would'.split(' '))

/**
 * A noun with a word of planning and a day behind "for" ("the strike set for 1 May", "the round due on Friday"), and right
 * behind the day an auxiliary: the verb of that is said of the noun, the day hangs on the plan.
 */
export function mendPlanned(draft: Draft): void {
  const { tokens, times } = draft
  const { head, dep, pos, sent, lower } = tokens
  for (const { first, last, type } of times) {
    const plan = first - 2
    const noun = first - 3
    if (type !== 'DATE' || noun < 0 || sent[noun] !== sent[last]) continue
    if (!/^(?:for|on)$/.test(lower[first - 1]!) || !PLANNED.has(lower[plan]!) || !NOUNS.has(pos[noun]!))
      continue
    if (!BECAME.has(lower[last]!)) continue
    const verb = verbBehind(draft, last)
    if (verb < 0) continue
    const isSaid = head[noun] === verb && head[plan] === noun
    if (!isSaid && !mendVerb(draft, { noun, plan, verb, last })) continue
    head[first - 1] = first
    dep[first - 1] = 'case'
    head[first] = plan
    dep[first] = 'obl'
    for (let at = first + 1; at < last; at++)
      if (head[at]! < first || head[at]! >= last) {
        head[at] = first
        dep[at] = 'nmod:unmarked'
      }
  }
}

/** Makes the verb behind the day the head of what the noun or its plan headed; false where that hangs inside the day. */
function mendVerb(
  { tokens, sents }: Draft,
  { noun, plan, verb, last }: { noun: number; plan: number; verb: number; last: number },
): boolean {
  const { head, dep, tag, pos, sent, lower } = tokens
  const reach = reachOf(sents[sent[noun]!]!, noun)
  // The one of the three over which the rest of the sentence stands.
  const top = [noun, plan, verb].find((one) => ![noun, plan, verb].includes(head[one]!))
  if (top === undefined || (head[top]! > plan && head[top]! < last)) return false
  const [above, relation] = [head[top]!, dep[top]!]
  for (let at = reach.first; at < reach.last; at++)
    if (at > last && at !== verb && (head[at] === noun || head[at] === plan)) head[at] = verb
  const isPassive = tag[verb] === 'VBN' && !/^(?:has|have|had)$/.test(lower[verb - 1]!)
  head[verb] = above
  dep[verb] = relation === 'obj' && above >= 0 && pos[above] === VERB ? 'ccomp' : relation
  head[noun] = verb
  dep[noun] = isPassive ? 'nsubj:pass' : 'nsubj'
  head[plan] = noun
  dep[plan] = 'acl'
  if (lower[plan] !== 'due') {
    tag[plan] = 'VBN'
    pos[plan] = VERB
  }
  for (let at = last; at < verb; at++) if (pos[at] === AUX) head[at] = verb
  // What stood before the noun under the plan or its verb is the noun's.
  for (let at = reach.first; at < noun; at++)
    if (head[at] === plan || (head[at] === verb && /^(?:det|amod|compound|nmod:poss)$/.test(dep[at]!)))
      head[at] = noun
  return true
}

/** The verb that auxiliaries from a token on belong to; −1 where another word stands between. */
function verbBehind({ tokens }: Draft, from: number): number {
  const { pos, tag, sent } = tokens
  for (let at = from; at < from + 5 && sent[at] === sent[from]; at++) {
    if (pos[at] === VERB) return /^VB[NDG]?$/.test(tag[at]!) ? at : -1
    if (pos[at] !== AUX && !/^RB/.test(tag[at]!)) return -1
  }
  return -1
}
