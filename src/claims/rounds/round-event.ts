// In: a scene and a word that tells of a meeting. Out: the words of the event it stands in, on which its days and place hang.

import type { Scene } from '../sentence/scene.ts'
import { holdsMeetings, standingFor } from './meeters.ts'
import { isStage } from './round-holding.ts'
import { verbOfWhich } from './round-verbs.ts'

/** The trigger, the verbs it hangs on or that hang on it, up to the root of its clause. */
export function eventTokens(scene: Scene, trigger: number): number[] {
  const { grammar, doc } = scene
  const tokens = [trigger]
  let at = trigger
  for (let steps = 0; steps < 4; steps++) {
    const relation = doc.tokens.dep[at]!
    const head = doc.tokens.head[at]!
    if (head < 0) break
    if (!/^(nsubj|obj|obl|nmod|xcomp|conj|appos)/.test(relation) || isApart(scene, at)) break
    if (relation.startsWith('nmod') && isToldOf(scene, at, head)) break
    // "Met in Oslo on Monday and will meet again", "signed a pact on Monday and is in talks": two things.
    if (relation === 'conj' && (grammar.isVerb(at) || grammar.dependents(at, 'cop', 'nsubj').length > 0))
      break
    tokens.push(head)
    at = head
    if (grammar.isVerb(at)) break
  }
  // "the third round of talks in Bergen": where the talks are, the round is.
  for (const child of grammar.obliques(trigger, 'of'))
    if (scene.rows('round-nouns').has(doc.tokens.lemma[child]!)) tokens.push(child)
  // "The session, which runs from", "talks in Bergen, which began on".
  const which = grammar.isVerb(trigger) ? -1 : verbOfWhich(scene, trigger)
  if (which >= 0 && !tokens.includes(which)) tokens.push(which)
  if (!grammar.isVerb(trigger))
    for (const verb of grammar.relativeVerbs(trigger))
      if (OPEN.has(scene.rows('round-phases').get(doc.tokens.lemma[verb]!)?.phase ?? '')) tokens.push(verb)
  const held = heldBehind(scene, trigger)
  if (held >= 0) tokens.push(held)
  for (const token of [...tokens]) {
    // "Talks broke up on Sunday; they resume on Tuesday": a clause of its own tells of another day.
    const beside = grammar
      .dependents(token, 'parataxis')
      .filter((one) => grammar.subjects(one).length === 0 && !isBehindOther(scene, token, one))
    tokens.push(...grammar.dependents(token, 'xcomp', 'acl', 'appos'), ...beside)
    // "…, having begun on Monday" is parsed as a clause of either kind.
    for (const child of grammar.dependents(token, 'advcl'))
      if (grammar.dependents(child, 'aux').some((aux) => doc.tokens.lower[aux] === 'having'))
        tokens.push(child)
  }
  return [...new Set(tokens)]
}

/** "The first talks since Peru left the pact, concluded in Lima": somebody does something else in between. */
function isBehindOther({ grammar }: Scene, token: number, verb: number): boolean {
  for (let at = token + 1; at < verb; at++)
    if (grammar.isVerb(at) && grammar.subjects(at).length + grammar.objects(at).length > 0) return true
  return false
}

/** "At the second round of talks, held in Oslo on 3 March": the participle that a parser hangs on the verb; −1 where none is. */
function heldBehind({ doc, grammar }: Scene, trigger: number): number {
  const { form, lower, tag, sent } = doc.tokens
  if (grammar.isVerb(trigger)) return -1
  for (let at = trigger + 1; at < trigger + 9 && sent[at] === sent[trigger] && !grammar.isVerb(at); at++)
    if (form[at] === ',') return lower[at + 1] === 'held' && tag[at + 1] === 'VBN' ? at + 1 : -1
  return -1
}

const OPEN: ReadonlySet<string> = new Set(['opens', 'held', 'in session'])

const BESIDE: ReadonlySet<string> = new Set([
  'before',
  'after',
  'ahead',
  'following',
  'since',
  'until',
  'by',
  'despite',
  'without',
  'pending',
  'prior',
])
const AROUND: ReadonlySet<string> = new Set(['aftermath', 'wake', 'eve', 'run-up', 'runup', 'lead-up'])

/** "An account of the call was released on Friday", "a decision after talks": what is done to the noun over it is not done to the meeting. */
function isToldOf({ doc, grammar, rows, fillers }: Scene, token: number, over: number): boolean {
  const { lemma, dep } = doc.tokens
  if (grammar.isVerb(over) || dep[token] === 'nmod:poss') return false
  const isOfMeeting =
    rows('round-nouns').has(lemma[over]!) ||
    standingFor({ doc, grammar }, token) === over ||
    isStage(lemma[over]!)
  return !isOfMeeting && fillers.timeAt(over) === undefined && fillers.nameAt(over) === undefined
}

/** What the words above a meeting tell is of another time or thing: "after talks", "the eve of talks", "left the talks". */
function isApart(scene: Scene, token: number): boolean {
  const { doc, grammar } = scene
  const head = doc.tokens.head[token]!
  if (/^(obl|nmod)/.test(doc.tokens.dep[token]!)) {
    const [word = ''] = grammar.caseOf(token).split(' ')
    const [mark] = grammar.dependents(token, 'case')
    const before = mark === undefined ? '' : doc.tokens.lower[mark - 1]
    return BESIDE.has(word) || word === 'with' || before === 'ahead' || AROUND.has(doc.tokens.lemma[head]!)
  }
  return doc.tokens.dep[token] === 'obj' && grammar.isVerb(head) && !holdsMeetings(scene, head)
}
