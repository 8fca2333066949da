// In: a scene, a token. Out: an answer that what was just told is not so: "the union says it had", "Peru does not share that view", "the mayor called the figure false".
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt, tellerInWords } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { tellerIn } from './charges.ts'
import { DENIES, denialOf, type FoundDenial, isDenying, lemmaOf, subjectOf } from './denial-words.ts'
import { isUntrue } from './said-wrong.ts'
import { chargeBefore, sentenceBefore, toldBefore } from './told-before.ts'

const AUXILIARY = /^(?:had|has|have|did|does|do|was|were|is|are|will|would|can|could)$/
const NOT = /^(?:not|n't|n’t|never|no|nobody|nothing|none)$/
const PRONOUN = /^(?:it|they|he|she|we|its|this|that|there)$/
const PERSONS = /^(?:it|they|he|she|we)$/
const SAYS = /^(?:say|insist|maintain|claim|reply|answer|counter|contend|argue|assert|respond|retort|tell)$/
/** What somebody gave of a matter, which another may not share or call wrong. */
const ACCOUNT =
  /^(?:account|version|view|assessment|opinion|reading|interpretation|figure|number|estimate|count|claim|charge|report|assertion|accusation|allegation|suggestion|description|sum)s?$/
const NUMBER = /^(?:figure|number|estimate|count|sum)s?$/
const POINTER = /^(?:that|this|the|these|those|his|her|their|its|such)$/

/** What is only refused, not said to be otherwise. */
const WISHES = /^(?:offer|propose|demand|ask|want|urge)$/
/** Least words of what is answered. */
const FEWEST = 4

/** An answer at a token; its sentence's first part or the sentence before tells what it answers. */
export function answers(scene: Scene, at: number): FoundDenial | undefined {
  const kept = maintained(scene, at)
  if (kept) return kept
  const found =
    elliptic(scene, at) ??
    notShared(scene, at) ??
    calledWrong(scene, at) ??
    notSo(scene, at) ??
    plainlyWrong(scene, at) ??
    mistaken(scene, at)
  if (!found) return undefined
  const { verb, by, isNumber, isVerdict } = found
  const told = isVerdict ? fuller(scene, found.told) : found.told
  const teller = tellerOf(scene, told)
  if (by === '' || teller === '' || teller === by) return undefined
  const { tokens } = scene.doc
  const words = range(told.first, told.last)
  // "Lund denied it. “That's false,” she said.": the denial is not what is false.
  if (words.some((one) => DENIES.test(tokens.lemma[one]!) && scene.grammar.isVerb(one))) return undefined
  if (!isVerdict && words.some((one) => WISHES.test(tokens.lemma[one]!) && /^VB/.test(tokens.tag[one]!)))
    return undefined
  if (saysLittle(scene, told)) return undefined
  if (isNumber && !words.some((one) => tokens.tag[one] === 'CD')) return undefined
  const denial = denialOf(scene, {
    verb,
    by,
    told: tokens.sent[told.first]!,
    teller,
    from: told.first,
    to: told.last,
  })
  return denial.what.split(' ').length < FEWEST || /\b(?:that|this|it|so)$/.test(denial.what)
    ? undefined
    : denial
}

const saysLittle = ({ doc: { tokens } }: Scene, { first, last }: Answer['told']): boolean =>
  range(first, last).filter((one) => /^(?:NN|VB|JJ|CD)/.test(tokens.tag[one]!)).length < FEWEST

/** "We go back in May. I told her so.": what the same speaker said before, where the last sentence says little. */
function fuller(scene: Scene, told: Answer['told']): Answer['told'] {
  const before = sentenceBefore(scene, scene.doc.tokens.sent[told.first]!, 1)
  const teller = tellerOf(scene, told)
  return before && teller !== '' && saysLittle(scene, told) && tellerOf(scene, before) === teller
    ? before
    : told
}

/** Who tells it: in words where "the airline" may mean another, else by name. */
function tellerOf(scene: Scene, { first, last }: Answer['told']): string {
  const named = tellerIn(scene, first, last)
  const told = range(first, last).find((one) => scene.attributions(one).length > 0)
  const words = told === undefined ? '' : tellerInWords(scene, told)
  return /^the \p{Ll}/iu.test(words) ? words : named
}

interface Answer {
  readonly verb: number
  readonly by: string
  /** Tokens of what it answers: `[first, last)`. */
  readonly told: { readonly first: number; readonly last: number }
  readonly isNumber?: boolean
  /** Set where an account is said not to be so, whatever it tells of. */
  readonly isVerdict?: boolean
}

/** "The port said the crews had not replied; the union says they had.": the same auxiliary, the other way. */
function elliptic(scene: Scene, at: number): Answer | undefined {
  const { lower, lemma, sent, count } = scene.doc.tokens
  if (!AUXILIARY.test(lower[at]!) || !PRONOUN.test(lower[at - 1] ?? '')) return undefined
  const isNot = NOT.test(lower[at + 1] ?? '')
  const next = isNot ? at + 2 : at + 1
  if (next < count && sent[next] === sent[at] && !isStop(scene, next)) return undefined
  const cue = lower[at - 2] === 'that' ? at - 3 : at - 2
  if (!SAYS.test(lemma[cue] ?? '') || sent[cue] !== sent[at]) return undefined
  const told = toldBefore(scene, cue)
  if (!told) return undefined
  const words = range(told.first, told.last)
  const same = words.findLast((one) => lower[one] === lower[at])
  const has = words.some((one) => NOT.test(lower[one]!))
  if (has === isNot || (same === undefined && !/^(?:did|does|do)$/.test(lower[at]!))) return undefined
  // "Norway said it would go on. Peru said it would not.": what each will do itself.
  const isOwnWill = /^(?:will|would|can|could)$/.test(lower[at]!) && PERSONS.test(lower[at - 1]!)
  if (isOwnWill && words.some((one) => one < (same ?? at) && PERSONS.test(lower[one]!))) return undefined
  return { ...answerAt(scene, cue, subjectOf(scene, cue), false)!, verb: cue, told }
}

/** "Peru denied that any ship had been sold. The union maintained that one had": what is denied is told behind the denial. */
function maintained(scene: Scene, at: number): FoundDenial | undefined {
  const { lower, lemma, sent, count } = scene.doc.tokens
  if (!AUXILIARY.test(lower[at]!) || !/^(?:one|some|it|they|there|he|she)$/.test(lower[at - 1] ?? ''))
    return undefined
  const isEnd = at + 1 >= count || sent[at + 1] !== sent[at] || isStop(scene, at + 1)
  const cue = lower[at - 2] === 'that' ? at - 3 : at - 2
  if (!isEnd || !SAYS.test(lemma[cue] ?? '') || sent[cue] !== sent[at]) return undefined
  const told = toldBefore(scene, cue)
  const verb = told && range(told.first, told.last).find((one) => isDenial(scene, one))
  if (verb === undefined || !range(verb, told!.last).some((one) => lower[one] === lower[at])) return undefined
  const [by, teller] = [subjectOf(scene, verb), tellerAt(scene, at) || subjectOf(scene, cue)]
  if (by === '' || teller === '' || by === teller) return undefined
  return denialOf(scene, { verb, by, told: sent[at]!, teller, from: verb + 1, to: told!.last, isExact: true })
}

const isDenial = (scene: Scene, at: number): boolean =>
  DENIES.test(lemmaOf(scene, at)) && /^VB[DZP]/.test(scene.doc.tokens.tag[at]!) && isDenying(scene, at)

const isStop = ({ doc: { tokens } }: Scene, at: number): boolean =>
  /^[,.;:!?]$/.test(tokens.lower[at]!) || tokens.tag[at] === "''"

/** "Officials do not share that view", "a third official disputed that account", "he knew no such thing", "not a figure we recognise". */
function notShared(scene: Scene, at: number): Answer | undefined {
  const { lower, lemma } = scene.doc.tokens
  const isPointed = POINTER.test(lower[at + 1] ?? '') && ACCOUNT.test(lower[at + 2] ?? '')
  if (isPointed) {
    const isNumber = NUMBER.test(lower[at + 2]!)
    const isUnshared =
      /^(?:share|recognise|recognize|accept)$/.test(lemma[at]!) && NOT.test(lower[at - 1] ?? '')
    // Who rejects a figure may only refuse it.
    const isDisputed =
      /^(?:dispute|contest|question|challenge|deny|contradict)$/.test(lemma[at]!) ||
      (lemma[at] === 'reject' && !isNumber)
    if (isUnshared || (isDisputed && !NOT.test(lower[at - 1] ?? '') && lower[at - 1] !== 'to')) {
      const answer = answerAt(scene, at, subjectOf(scene, at), isNumber)
      // An account is said not to be so, whatever it tells of.
      const isVerdict = /^(?:account|version|report|claim|assertion|description)$/.test(lower[at + 2]!)
      return answer && takenUp(scene, at + 2, { ...answer, isVerdict })
    }
  }
  // "Said that this went too far".
  const isTooFar = lower[at] === 'far' && lower[at - 1] === 'too' && lemma[at - 2] === 'go'
  if (isTooFar) return answerAt(scene, at, tellerAt(scene, at), false)
  const isNoSuch = lower[at] === 'no' && lower[at + 1] === 'such' && lower[at + 2] === 'thing'
  const isNothing =
    lower[at] === 'nothing' && /^of the (?:sort|kind)$/.test(lower.slice(at + 1, at + 4).join(' '))
  if (isNoSuch || isNothing) {
    // "The text says nothing of the kind": a paper is silent, and denies nothing.
    const isPaper = scene.grammar
      .subjects(at - 1)
      .some((one) => scene.rows('agreement-papers').has(lemma[one]!))
    if (isNothing && isPaper) return undefined
    // "Wants no such thing", "has no such thing": who says what it would have, not what is.
    if (/^(?:want|have|need|seek|like|favour|favor)$/.test(lemma[at - 1] ?? '')) return undefined
    const knows = scene.grammar.isVerb(at - 1) ? subjectOf(scene, at - 1) : ''
    return answerAt(scene, at, tellerAt(scene, at) || knows, false)
  }
  const isOurs = /^recogni[sz]e$/.test(lemma[at]!) && /^(?:we|they|it|he|she|i)$/.test(lower[at - 1] ?? '')
  if (isOurs && range(Math.max(0, at - 5), at).some((one) => lower[one] === 'not'))
    return answerAt(scene, at, tellerAt(scene, at), true)
  return undefined
}

/** What is answered as an accusation where it was made, which may be further back. */
function takenUp(scene: Scene, noun: number, answer: Answer): Answer | undefined {
  const { sent } = scene.doc.tokens
  const told = sent[answer.told.first] === sent[noun] ? answer.told : chargeBefore(scene, noun, answer.by)
  return told && { ...answer, told }
}

/** "Calls the claim completely baseless", "called that a lie", "dismissed the figure as inflated". */
function calledWrong(scene: Scene, at: number): Answer | undefined {
  const { lower, lemma, sent } = scene.doc.tokens
  if (!/^(?:call|dismiss|describe|brand|reject)$/.test(lemma[at]!) || !scene.grammar.isVerb(at))
    return undefined
  if (NOT.test(lower[at - 1] ?? '')) return undefined
  const isAccount = POINTER.test(lower[at + 1] ?? '') && ACCOUNT.test(lower[at + 2] ?? '')
  if (!isAccount && !/^(?:it|that|this)$/.test(lower[at + 1] ?? '')) return undefined
  const behind = isAccount ? at + 3 : at + 2
  const wrong = range(behind, behind + 5).find((one) => isUntrue(scene, one))
  if (wrong === undefined || sent[wrong] !== sent[at]) return undefined
  if (range(behind, wrong).some((one) => /^[,;:.]$/.test(lower[one]!))) return undefined
  return answerAt(scene, at, subjectOf(scene, at), isAccount && NUMBER.test(lower[at + 2]!))
}

/** "Said this was not so", "that was not the case", "said the union's account of it was incorrect". */
function notSo(scene: Scene, at: number): Answer | undefined {
  const { grammar, doc } = scene
  const { lower } = doc.tokens
  const be = grammar.dependents(at, 'cop').at(-1) ?? at - 1
  if (!/^(?:is|are|was|were|'s)$/.test(lower[be] ?? '')) return undefined
  const isNot = range(be + 1, at).some((one) => NOT.test(lower[one]!))
  if (!(isNot ? /^(?:so|true|case|correct|accurate)$/.test(lower[at]!) : isUntrue(scene, at)))
    return undefined
  const [subject = be - 1] = grammar.dependents(at, 'nsubj')
  const isPointing = /^(?:this|that|it|these)$/.test(lower[subject]!)
  const isAccount =
    ACCOUNT.test(lower[subject]!) &&
    range(Math.max(0, subject - 4), subject).some(
      (one) => /^(?:POS|DT|PRP\$)$/.test(doc.tokens.tag[one]!) && !/^an?$/.test(lower[one]!),
    )
  // "Reports that it left are false" says itself what is.
  if (!(isPointing || isAccount) || range(subject + 1, be).some((one) => lower[one] === 'that'))
    return undefined
  const by = tellerAt(scene, at)
  const answer = by === '' ? undefined : answerAt(scene, at, by, false)
  return answer && isAccount ? takenUp(scene, subject, { ...answer, isVerdict: true }) : answer
}

const VERDICT =
  /^(?:wrong|not true|rubbish|nothing of the (?:kind|sort)|far from it|(?:it|they|he|she|this|that) (?:is|are|was|were|does|do|did|has|have|had|will|would) ?(?:not|n['’]t))$/

/** "Nonsense, said the union", "Not true, Lund replied": a verdict with which a sentence begins. */
function plainlyWrong(scene: Scene, at: number): Answer | undefined {
  const { lower, lemma, sent, tag } = scene.doc.tokens
  const { first, last } = scene.doc.sents[sent[at]!]!
  const begin = tag[first] === '``' ? first + 1 : first
  if (at !== begin) return undefined
  const comma = range(at + 1, Math.min(last, at + 6)).find((one) => /^[,.]$/.test(lower[one]!))
  const opener = comma === undefined ? '' : lower.slice(at, comma).join(' ')
  if (!(VERDICT.test(opener) || (comma === at + 1 && isUntrue(scene, at)))) return undefined
  const verb = range(comma! + 1, Math.min(last, comma! + 9)).find((one) => SAYS.test(lemma[one]!))
  if (verb === undefined) return undefined
  const behind = range(verb + 1, Math.min(last, verb + 5)).find((one) => /^NN/.test(tag[one]!))
  const subject = scene.grammar.dependents(verb, 'nsubj').find((one) => one > at) ?? behind
  return subject === undefined ? undefined : answerAt(scene, at, partiesAt(scene, subject), false)
}

/** "Said Mr Lund was mistaken", after Lund told a thing: he is, in what he told. */
function mistaken(scene: Scene, at: number): Answer | undefined {
  const { doc, grammar, fillers } = scene
  const { lower } = doc.tokens
  if (
    !/^(?:mistaken|wrong|misinformed)$/.test(lower[at]!) ||
    !/^(?:is|was|were|are)$/.test(lower[at - 1] ?? '')
  )
    return undefined
  const [subject = -1] = grammar.dependents(at, 'nsubj')
  const name = subject < 0 ? undefined : fillers.nameAt(subject)
  const by = tellerAt(scene, at)
  const isPerson = subject >= 0 && PERSONS.test(lower[subject]!)
  if (!(name || isPerson) || by === '' || by === name?.canonical) return undefined
  if (!name) return answerAt(scene, at, by, false)
  const told = [1, 2, 3]
    .map((back) => sentenceBefore(scene, doc.tokens.sent[at]!, back))
    .find(
      (one) => one && range(one.first, one.last).some((token) => tellerAt(scene, token) === name.canonical),
    )
  return told && { verb: at, by, told, isVerdict: true }
}

function answerAt(scene: Scene, verb: number, by: string, isNumber: boolean): Answer | undefined {
  const told = toldBefore(scene, verb)
  if (!told) return undefined
  const { tokens } = scene.doc
  // Behind "; " the parser may take the subject of what was told before.
  const isHere = tokens.sent[told.first] === tokens.sent[verb]
  const own = isHere ? range(told.last + 1, verb).findLast((at) => /^NN/.test(tokens.tag[at]!)) : undefined
  return { verb, by: own === undefined ? by : partiesAt(scene, own), told, isNumber }
}
