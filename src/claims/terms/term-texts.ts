// In: a scene and words that mean an agreement. Out: which one, by the report's own words: the accord made, "under it", "the text".
import type { Phrase, Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { BACK, namedIn } from './term-runs.ts'

export const TERMS: ReadonlySet<string> = new Set(['term', 'terms', 'provision', 'condition'])

/** The agreement that a sentence makes, with those it names. */
export function madeIn(scene: Scene, sentence: number): { under: Phrase; sides: Ref[] } | undefined {
  const { first, last } = scene.doc.sents[sentence]!
  for (let verb = first; verb < last; verb++) {
    const under = scene.grammar.isVerb(verb) ? madeAt(scene, verb) : undefined
    if (under) return { under, sides: namedIn(scene, sentence) }
  }
  return undefined
}

/** "Began to apply", "took effect", "entered into force". */
const isApplied = ({ doc: { tokens } }: Scene, verb: number): boolean =>
  tokens.lemma[verb] === 'apply' ||
  (tokens.lemma[verb] === 'take' && tokens.lower[verb + 1] === 'effect') ||
  (/^(?:enter|come)$/.test(tokens.lemma[verb]!) && /^(?:force|effect)$/.test(tokens.lower[verb + 2] ?? ''))

/** "Signed a declaration of principles", "the founding papers": a text that binds who signs it. */
const isSigned = ({ doc }: Scene, noun: number, verb: number): boolean =>
  /^(?:sign|initial|ink)/.test(doc.tokens.lemma[verb]!) &&
  /^(?:charter|communique|declaration|document|letter|paper|papers|roadmap|text)$/.test(
    doc.tokens.lemma[noun]!,
  )

/** "Under it, Peru pays …", "under the text, …", "under its terms": the agreement that a sentence begins with. */
export function frontedIn(scene: Scene, sentence: number): Phrase | undefined {
  const { doc, grammar } = scene
  const { lower, lemma, tag } = doc.tokens
  const { first, last } = doc.sents[sentence]!
  let at = first
  while (at < last && /^(?:CC|RB|``|"|,)$/.test(tag[at]!)) at++
  if (lower[at] !== 'under') return undefined
  const isThis = /^(?:this|that)$/.test(lower[at + 1]!) && !/^NN/.test(tag[at + 2] ?? '')
  if (lower[at + 1] === 'it' || isThis) return lastAgreement(scene, at)
  for (let noun = at + 2; noun < last && noun <= at + REACH_BEFORE; noun++) {
    if (tag[noun] === ',' || grammar.isVerb(noun)) return undefined
    if (isAgreement(scene, noun))
      return isDefinite(scene, noun) || isConcluded(scene, noun) ? nameAt(scene, noun) : undefined
    if (!TERMS.has(lemma[noun]!) && !isText(scene, noun)) continue
    if (isOneSided(scene, noun)) return undefined
    const of = grammar.obliques(noun, 'of').find((one) => isAgreement(scene, one))
    if (of !== undefined) return nameAt(scene, of)
    return lastAgreement(scene, at) ?? (isText(scene, noun) ? nameAt(scene, noun) : undefined)
  }
  return undefined
}

/** "…, under an agreement initialled in Lima", "according to the shareholders' agreement": said behind a clause. */
export function toldUnder(scene: Scene, verb: number): Phrase | undefined {
  const { lower, tag, form } = scene.doc.tokens
  const { first, last } = scene.doc.sents[scene.sentenceOf(verb)]!
  for (let at = Math.max(first, verb - FAR_OFF); at < Math.min(last, verb + FAR_OFF) - 2; at++) {
    const isUnder = lower[at] === 'under' && at > verb
    const isBy = lower[at] === 'according' && lower[at + 1] === 'to'
    if (!isUnder && !isBy) continue
    for (
      let noun = at + 2;
      noun < last && noun <= at + REACH_BEFORE && !/^(?:,|W.*|IN)$/.test(tag[noun]!);
      noun++
    ) {
      if (/^NN/.test(tag[noun + 1] ?? '') || !/^NN/.test(tag[noun]!)) continue
      const isBehind = isBy || form[at - 1] === ',' || isConcluded(scene, noun)
      if (
        isBehind &&
        (isAgreement(scene, noun) || isTermSheet(scene, noun) || (isUnder && isAcceptedText(scene, noun)))
      )
        return nameAt(scene, noun)
      if (isBy && /^(?:summary|text|draft)$/.test(lower[noun]!)) return lastAgreement(scene, at, FAR_BACK)
    }
  }
  return undefined
}

/** Words between a verb and the accord it stands under, at most. */
const FAR_OFF = 60

/** Sentences back from "according to a summary" in which its agreement is told. */
const FAR_BACK = 4

/** "Both ministers put their names to the text": it is still of the accord. */
export function namesText(scene: Scene, sentence: number): boolean {
  const { first, last } = scene.doc.sents[sentence]!
  for (let at = first; at < last; at++)
    if (
      isText(scene, at) ||
      TERMS.has(scene.doc.tokens.lemma[at]!) ||
      (isAgreement(scene, at) && isDefinite(scene, at))
    )
      return true
  return false
}

/** The agreement that is reached or signed here: what it foresees may follow. */
export function madeAt(scene: Scene, verb: number): Phrase | undefined {
  const row = scene.rows('agreement-verbs').get(scene.doc.tokens.lemma[verb]!)
  const applied = isApplied(scene, verb) ? scene.grammar.subjects(verb) : []
  const isMade =
    applied.length > 0 ||
    /^(?:agreed|signed)$/.test(row?.stage ?? '') ||
    /^(?:agree|come)$/.test(scene.doc.tokens.lemma[verb]!)
  if (!isMade || !/^(?:held|background)$/.test(scene.epistemics(verb).modality)) return undefined
  const { grammar, doc } = scene
  const on =
    doc.tokens.lemma[verb] === 'agree' ? ['on', 'to'].flatMap((word) => grammar.obliques(verb, word)) : []
  // "The outlines of a deal": the deal.
  const come = doc.tokens.lemma[verb] === 'come' ? grammar.obliques(verb, 'to') : []
  const done = grammar.isPassive(verb) ? grammar.dependents(verb, 'nsubj:pass') : []
  // "Under an understanding announced in Lima": the noun that the participle is said of.
  const over =
    /^acl/.test(doc.tokens.dep[verb]!) && doc.tokens.tag[verb] === 'VBN' ? [doc.tokens.head[verb]!] : []
  const made = [
    ...grammar.objects(verb),
    ...on,
    ...on.flatMap((noun) => grammar.obliques(noun, 'of')),
    ...come,
    ...done,
    ...over,
    ...applied,
    ...applied.flatMap((noun) => grammar.obliques(noun, 'of')),
  ].find(
    (object) =>
      (isAgreement(scene, object) && !isGeneral(scene, object)) ||
      isSigned(scene, object, verb) ||
      // "Agreed on a quota of 40,000 tonnes": the quota is the agreement.
      (on.includes(object) && object > verb && scene.rows('measure-nouns').has(doc.tokens.lemma[object]!)),
  )
  return made === undefined ? undefined : nameAt(scene, made)
}

/** "The terms of the accord": the accord. */
export const ofAgreement = (scene: Scene, noun: number): Phrase | undefined =>
  scene.grammar
    .obliques(noun, 'of')
    .filter((one) => isAgreement(scene, one))
    .map((one) => nameAt(scene, one))[0]

/** "The pact", "this deal", "Peru's accord"; "a deal would …" is any. */
export const isDefinite = ({ grammar, doc }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some(
      (word) => !/^(?:an?|any|no|every|each|some|such|what|which|my|our|your)$/.test(doc.tokens.lower[word]!),
    )

/** The agreement of "under the accord", "under its terms", "under the terms of the accord", "a pact under which" on a verb. */
export function fronted(scene: Scene, verb: number): Phrase | undefined {
  const { grammar, doc } = scene
  // "Under the deal, reached in Lima, Norway will …": the parser hangs the deal on the participle.
  const reached = grammar
    .dependents(verb, 'advcl')
    .filter((one) => one < verb && doc.tokens.tag[one] === 'VBN' && doc.tokens.form[one - 1] === ',')
  for (const noun of [verb, ...reached].flatMap((one) => grammar.obliques(one, 'under'))) {
    if (isAgreement(scene, noun) || isTermSheet(scene, noun) || isAcceptedText(scene, noun))
      return isAny(scene, noun) ? undefined : nameAt(scene, noun)
    if (doc.tokens.lower[noun] === 'which') return agreementBefore(scene, noun)
    if (!TERMS.has(doc.tokens.lemma[noun]!)) continue
    const of = grammar.obliques(noun, 'of').find((one) => isAgreement(scene, one))
    return of === undefined ? lastAgreement(scene, noun) : nameAt(scene, of)
  }
  return undefined
}

/** "Under a package accepted by both": a text that was agreed on. */
const isAcceptedText = (scene: Scene, noun: number): boolean =>
  /^(?:arrangement|bargain|package|plan|scheme|text)$/.test(scene.doc.tokens.lemma[noun]!) &&
  isConcluded(scene, noun)

/** "A ceasefire accepted by both", "a contract signed in June": one that there is. */
const isConcluded = ({ doc: { tokens } }: Scene, noun: number): boolean =>
  /^VB[ND]$/.test(tokens.tag[noun + 1] ?? '') &&
  /^(?:accept|agree|announce|approve|conclude|initial|reach|sign|strike|struck)/.test(tokens.lemma[noun + 1]!)

const isTermSheet = ({ doc: { tokens } }: Scene, noun: number): boolean =>
  tokens.lemma[noun] === 'sheet' && tokens.lower[noun - 1] === 'term'

/** "A pact on pay, under which …": the agreement that the clause is said of. */
function agreementBefore(scene: Scene, which: number): Phrase | undefined {
  const { sents } = scene.doc
  const { first } = sents[scene.sentenceOf(which)]!
  for (let at = which - 1; at >= first && which - at <= REACH_BEFORE; at--)
    if (isAgreement(scene, at)) return nameAt(scene, at)
  return undefined
}

/** The words that name an agreement, up to what else is said of it: "the accord, reached in Lima on Friday". */
export function nameAt({ grammar, fillers, doc }: Scene, noun: number): Phrase {
  const { first: start, last } = grammar.phrase(noun, 'short')
  // "What came instead is a protocol": the subject is no part of what it is called.
  const [be = -1] = grammar.dependents(noun, 'cop')
  const first = Math.max(start, be + 1)
  let end = noun
  for (let at = noun + 1; at <= last && !/^[,;:—–(]$/.test(doc.tokens.form[at]!); at++) {
    // "The pact in Lima": where it was signed.
    const isPlace = /^(?:in|at)$/.test(doc.tokens.lower[at]!) && fillers.place(at + 1) !== undefined
    const isLate = /^(?:early|late)$/.test(doc.tokens.lower[at]!)
    if (fillers.timeAt(at) || isParticipleOf(doc, at, noun) || isPlace || isLate) break
    end = at
  }
  if (doc.tokens.tag[end] === 'IN' && end > noun) end--
  return fillers.phraseOf(first, end, noun)
}

/** "The accord signed on Monday": what was done with it is no part of its name. */
const isParticipleOf = ({ tokens }: Scene['doc'], at: number, noun: number): boolean =>
  tokens.tag[at] === 'VBN' && tokens.head[at] === noun && tokens.dep[at]!.startsWith('acl')

/** Words between an agreement and "under which" at most. */
const REACH_BEFORE = 10

/** A text that binds whoever it names: "the annex commits Norway to". */
export const isText = ({ doc, grammar }: Scene, token: number): boolean =>
  TEXTS.has(doc.tokens.lemma[token]!) && grammar.dependents(token, 'det', 'nmod:poss').length > 0

const TEXTS: ReadonlySet<string> = new Set(
  'annex article charter clause communique declaration document draft letter proposal provision recommendation resolution roadmap summary text'.split(
    ' ',
  ),
)

/** "The president's proposal", "its plan": what one of them wants, unless its owner stands between the sides. */
export const isOneSided = ({ doc, grammar }: Scene, noun: number): boolean =>
  /^(?:draft|plan|proposal|recommendation)$/.test(doc.tokens.lemma[noun]!) &&
  grammar.dependents(noun, 'nmod:poss').some((owner) => !BETWEEN.test(doc.tokens.lemma[owner]!))

/** Those who propose what the sides are to take. */
const BETWEEN = /^(?:arbiter|arbitrator|broker|commission|conciliator|envoy|judge|mediator|panel|tribunal)$/

export const isAgreement = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) &&
  scene.doc.tokens.lemma[token] !== 'statement' &&
  scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)

/** The agreement told last before a token: what the sentence before is about, else the last one named. */
export function lastAgreement(scene: Scene, token: number, back = BACK): Phrase | undefined {
  const { sents, tokens } = scene.doc
  if (isOfOtherText(scene, token)) return undefined
  const { first } = sents[Math.max(0, scene.sentenceOf(token) - back)]!
  const before = sents[scene.sentenceOf(token) - 1]
  for (let at = before?.first ?? token; at < (before?.last ?? 0); at++) {
    const isMain = tokens.dep[at]!.startsWith('nsubj') || tokens.dep[at] === 'root'
    if (isMain && isAgreement(scene, at)) return isAny(scene, at) ? undefined : nameAt(scene, at)
    if (tokens.dep[at] === 'obj' && isSigned(scene, at, tokens.head[at]!)) return nameAt(scene, at)
  }
  // "A protocol that nobody is calling a treaty": the protocol.
  const isCalled = (at: number) => tokens.lemma[tokens.head[at]!] === 'call'
  for (let at = token - 1; at >= first; at--)
    if (isAgreement(scene, at) && !isCalled(at) && !isFormer(scene, at))
      return isAny(scene, at) ? undefined : nameAt(scene, at)
  return undefined
}

/** "Trade agreements are negotiated by the executive": such as there are, and none of them. */
export function isGeneral({ doc, grammar }: Scene, noun: number): boolean {
  const { tag } = doc.tokens
  const over = doc.tokens.head[noun]!
  if (tag[noun] !== 'NNS' || !/^nsubj/.test(doc.tokens.dep[noun]!)) return false
  const isNamed = grammar
    .dependents(noun, 'det', 'nmod:poss', 'nummod', 'compound', 'amod')
    .some((word) => !/^(?:NNS?|JJ|VBG)$/.test(tag[word]!))
  const finite = [over, ...grammar.dependents(over, 'aux', 'aux:pass', 'cop')].sort((a, b) => a - b)[0]!
  return !isNamed && /^VB[PZ]$/.test(tag[finite]!) && !/^ha(?:ve|s)$/.test(doc.tokens.lower[finite]!)
}

/** "Any deal", "a deal could be reached", "our potential accord": none that there is. */
function isAny(scene: Scene, noun: number): boolean {
  const { doc, grammar, epistemics } = scene
  if (isGeneral(scene, noun)) return true
  const { lower } = doc.tokens
  const isOpen = grammar
    .dependents(noun, 'det', 'amod')
    .some((word) => /^(?:any|every|no|eventual|final|future|possible|potential|such)$/.test(lower[word]!))
  const isOne = grammar.dependents(noun, 'det').some((word) => /^an?$/.test(lower[word]!))
  const over = grammar.governor(noun)
  const isNear = over >= 0 && (doc.tokens.head[noun] === over || isOpen)
  return (
    isOpen || (isOne && isNear && /^(?:hypothetical|possible|conditional)$/.test(epistemics(over).modality))
  )
}

/** "The old contract would have run out": not the one whose terms are told. */
const isFormer = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'amod')
    .some((word) =>
      /^(?:current|earlier|existing|expired|expiring|former|old|previous)$/.test(doc.tokens.lower[word]!),
    )

/** "She softened the bill so that it requires …": a nearer text that it stands for. */
function isOfOtherText(scene: Scene, token: number): boolean {
  const { tokens, sents } = scene.doc
  const { first } = sents[scene.sentenceOf(token)]!
  for (let at = token - 1; at >= first; at--) {
    if (isAgreement(scene, at)) return false
    if (OTHERS.has(tokens.lemma[at]!) && !scene.grammar.isVerb(at)) return true
  }
  return false
}

const OTHERS: ReadonlySet<string> = new Set(
  'bill law measure legislation order plan proposal rule decree budget'.split(' '),
)
