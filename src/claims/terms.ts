// In: a scene. Out: what an agreement lays down: whom it makes do what, who is to watch over it, and terms that it puts on nobody.
import type { Phrase, Ref } from '../model/index.ts'
import { type Found, type Scene, tokenAt } from './scene.ts'
import { CHANGES, isEffect, isInMarks, isNaming, LAYS_DOWN, owes, subjectsOf } from './term-clauses.ts'
import {
  BACK,
  goesOn,
  isInPhase,
  isPhase,
  meantBy,
  namedIn,
  PHASES_BACK,
  runsOn,
  type ToldLast,
} from './term-runs.ts'

/** Verbs of an agreement that lay a duty on somebody: "It commits Norway to dredge the river". */
const BINDS: ReadonlySet<string> = new Set(['commit', 'oblige', 'obligate', 'require', 'bind'])
/** Verbs of watching over an agreement: "The United Nations will monitor it". */
const WATCHES: ReadonlySet<string> = new Set(['monitor', 'verify', 'oversee', 'supervise', 'police'])
const TERMS: ReadonlySet<string> = new Set(['term', 'terms', 'provision', 'condition'])
/**
 * One commitment for each verb that tells what is owed or laid down; its `under` names the agreement in the report's
 * words. A term that is put on nobody by name has no `by`, and its words tell who or what it is about.
 */
export function findTerms(scene: Scene): Found[] {
  const { doc, grammar } = scene
  const { lemma } = doc.tokens
  const found: Found[] = []
  let told: ToldLast | undefined
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!grammar.isVerb(verb)) continue
    const sentence = scene.sentenceOf(verb)
    const under = fronted(scene, verb) ?? (told && isInPhase(scene, verb, told) ? told.under : undefined)
    const before = found.length
    if (under)
      for (const one of joined(scene, verb))
        found.push(...termAt(scene, one, subjectsOf(scene, one), under, 'term/under@2'))
    else if (WATCHES.has(lemma[verb]!)) found.push(...watchAt(scene, verb))
    if (found.length === before && BINDS.has(lemma[verb]!)) found.push(...boundAt(scene, verb))
    if (found.length === before) found.push(...laidDownAt(scene, verb))
    if (found.length === before && told && (goesOn(scene, verb, told) || runsOn(scene, verb, told)))
      found.push(...termAt(scene, verb, meantBy(scene, verb, told), told.under, 'term/goes-on@1'))
    // What a phase lays down goes on in the next sentence, also where its own clause was not read.
    if (
      told &&
      sentence > told.sentence &&
      sentence - told.sentence <= PHASES_BACK &&
      isPhase(scene, sentence)
    )
      told = { ...told, sentence, isTerm: true }
    const text = found.length === before ? textAt(scene, verb) : undefined
    if (text)
      for (const clause of grammar.dependents(verb, 'ccomp').filter((one) => isMeant(scene, one)))
        found.push(...termAt(scene, clause, subjectsOf(scene, clause), text, 'term/text@1'))
    const last = found.at(-1)
    const made = found.length > before && last ? underOf(last) : (text ?? madeAt(scene, verb))
    if (made) {
      const isTerm = found.length > before || text !== undefined
      const by = found.length > before && last ? (last.body as { actor: readonly Ref[] }).actor : []
      told = {
        under: made,
        sentence,
        isTerm,
        by,
        sides: isTerm ? (told?.sides ?? []) : namedIn(scene, sentence),
      }
    }
  }
  return found
}

/** "In a joint statement, both say that …", "in the accord, …": the text that the words stand in. */
function textAt(scene: Scene, verb: number): Phrase | undefined {
  const { grammar, doc } = scene
  const text = grammar.obliques(verb, 'in').find((noun) => {
    const isJoint = grammar
      .dependents(noun, 'amod', 'compound')
      .some((one) => doc.tokens.lower[one] === 'joint')
    return noun < verb && (isAgreement(scene, noun) || (isJoint && doc.tokens.lemma[noun] === 'statement'))
  })
  return text === undefined ? undefined : nameAt(scene, text)
}

/** "That their firms intend to invest", "that it will open": what is meant to be done. */
const isMeant = (scene: Scene, verb: number): boolean =>
  owes(scene, verb) || /^(?:intend|plan|commit|undertake|pledge)$/.test(scene.doc.tokens.lemma[verb]!)

/** The agreement that is reached or signed here: what it foresees may follow. */
function madeAt(scene: Scene, verb: number): Phrase | undefined {
  const row = scene.rows('agreement-verbs').get(scene.doc.tokens.lemma[verb]!)
  const isMade = /^(?:agreed|signed)$/.test(row?.stage ?? '') || scene.doc.tokens.lemma[verb] === 'agree'
  if (!isMade || scene.epistemics(verb).modality !== 'held') return undefined
  const { grammar, doc } = scene
  const on =
    doc.tokens.lemma[verb] === 'agree' ? ['on', 'to'].flatMap((word) => grammar.obliques(verb, word)) : []
  // "The outlines of a deal": the deal.
  const made = [...grammar.objects(verb), ...on, ...on.flatMap((noun) => grammar.obliques(noun, 'of'))].find(
    (object) => isAgreement(scene, object),
  )
  return made === undefined ? undefined : nameAt(scene, made)
}

const underOf = ({ body }: Found): Phrase => (body as { about: { under: Phrase } }).about.under

/** "The accord would swap the notes for a bond", "it permits ports to …": the agreement itself says it. */
function laidDownAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  // "What it calls unfair fees" calls for nothing.
  const isLed =
    !/^(?:call|provide)$/.test(lemma[verb]!) ||
    lower[verb + 1] === 'for' ||
    grammar.obliques(verb, 'for').length > 0
  const laid = LAYS_DOWN.has(lemma[verb]!) && isLed
  if (!laid && !CHANGES.has(lemma[verb]!)) return []
  const [subject] = grammar.dependents(verb, 'nsubj')
  if (subject === undefined || subject > verb || grammar.isPassive(verb)) return []
  if (grammar.objects(verb).some((object) => WIDE.has(lemma[object]!)) || isEffect(scene, verb)) return []
  const modals = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const isAhead = modals.some((word) => word === 'would' || word === 'will')
  const isNow = /^VB[ZP]$/.test(tag[verb]!) || modals.some((word) => /^do(?:es)?$/.test(word))
  if (!isAhead && !(laid && isNow)) return []
  if (!laid && isInMarks(scene, verb)) return []
  const under = isAgreement(scene, subject)
    ? isDefinite(scene, subject)
      ? nameAt(scene, subject)
      : undefined
    : lower[subject] === 'it' && laid && fillers.parties(subject).length === 0
      ? lastAgreement(scene, subject)
      : undefined
  return under ? termAt(scene, verb, [], under, 'term/laid-down@1', true) : []
}

/** "Covers a wide range of issues": which, the words do not say. */
const WIDE: ReadonlySet<string> = new Set(
  'range array variety series host number lot raft issue topic area'.split(' '),
)

/** "The pact", "this deal", "Peru's accord"; "a deal would …" is any. */
const isDefinite = ({ grammar, doc }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some(
      (word) => !/^(?:an?|any|no|every|each|some|such|what|which|my|our|your)$/.test(doc.tokens.lower[word]!),
    )

/** The agreement of "under the accord", "under its terms", "under the terms of the accord", "a pact under which" on a verb. */
function fronted(scene: Scene, verb: number): Phrase | undefined {
  const { grammar, doc } = scene
  // "Under the deal, reached in Lima, Norway will …": the parser hangs the deal on the participle.
  const reached = grammar
    .dependents(verb, 'advcl')
    .filter((one) => one < verb && doc.tokens.tag[one] === 'VBN' && doc.tokens.form[one - 1] === ',')
  for (const noun of [verb, ...reached].flatMap((one) => grammar.obliques(one, 'under'))) {
    if (isAgreement(scene, noun)) return nameAt(scene, noun)
    if (doc.tokens.lower[noun] === 'which') return agreementBefore(scene, noun)
    if (!TERMS.has(doc.tokens.lemma[noun]!)) continue
    const of = grammar.obliques(noun, 'of').find((one) => isAgreement(scene, one))
    return of === undefined ? lastAgreement(scene, noun) : nameAt(scene, of)
  }
  return undefined
}

/** "A pact on pay, under which …": the agreement that the clause is said of. */
function agreementBefore(scene: Scene, which: number): Phrase | undefined {
  const { sents } = scene.doc
  const { first } = sents[scene.sentenceOf(which)]!
  for (let at = which - 1; at >= first && which - at <= REACH_BEFORE; at--)
    if (isAgreement(scene, at)) return nameAt(scene, at)
  return undefined
}

/** The words that name an agreement, up to what else is said of it: "the accord, reached in Lima on Friday". */
function nameAt({ grammar, fillers, doc }: Scene, noun: number): Phrase {
  const { first, last } = grammar.phrase(noun, 'short')
  let end = noun
  for (let at = noun + 1; at <= last && !/^[,;:—–(]$/.test(doc.tokens.form[at]!); at++)
    if (!fillers.timeAt(at)) end = at
    else break
  if (doc.tokens.tag[end] === 'IN' && end > noun) end--
  return fillers.phraseOf(first, end, noun)
}

/** Words between an agreement and "under which" at most. */
const REACH_BEFORE = 10

/** The verb and those joined to it that have no subject of their own or a modal of their own: all that is owed. */
function joined(scene: Scene, verb: number): number[] {
  const { grammar } = scene
  return grammar
    .conjuncts(verb)
    .filter((one) => one === verb || (grammar.isVerb(one) && one > verb))
    .filter((one) => owes(scene, one) || (one !== verb && owes(scene, verb) && isBare(scene, one)))
}

const isBare = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^VBP?$/.test(doc.tokens.tag[verb]!) && grammar.dependents(verb, 'nsubj').length === 0

/** "The United Nations will monitor the truce", "will monitor it with 60 observers". */
function watchAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc } = scene
  if (!owes(scene, verb)) return []
  for (const object of grammar.objects(verb)) {
    const under = isAgreement(scene, object)
      ? nameAt(scene, object)
      : doc.tokens.lower[object] === 'it'
        ? lastAgreement(scene, object)
        : undefined
    if (under) return termAt(scene, verb, subjectsOf(scene, verb), under, 'term/watch@1')
  }
  return []
}

/** "It commits Norway to dredge the river." */
function boundAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc, fillers } = scene
  const [subject] = grammar.subjects(verb)
  const [to] = grammar
    .dependents(verb, 'xcomp', 'advcl', 'ccomp')
    .filter((one) => grammar.dependents(one, 'mark').some((mark) => doc.tokens.lower[mark] === 'to'))
  if (subject === undefined || to === undefined || grammar.isPassive(verb)) return []
  const under =
    isAgreement(scene, subject) || isText(scene, subject)
      ? nameAt(scene, subject)
      : doc.tokens.lower[subject] === 'it'
        ? lastAgreement(scene, subject)
        : undefined
  const by = grammar.dependents(verb, 'obj').flatMap((token) => fillers.parties(token))
  if (!under || scene.epistemics(verb).polarity === 'denied') return []
  // "Require the country to buy Peruvian wheat": a country that is not named is not the one it buys from.
  const named = grammar.dependents(verb, 'obj').some((token) => fillers.nameAt(token))
  if (!named && by.some(({ id }) => fillers.phrase(to, 'short').ids.includes(id))) return []
  return grammar.conjuncts(to).flatMap((one) => termAt(scene, one, by, under, 'term/bound@1'))
}

/** A text that binds whoever it names: "the annex commits Norway to". */
const isText = ({ doc, grammar }: Scene, token: number): boolean =>
  TEXTS.has(doc.tokens.lemma[token]!) && grammar.dependents(token, 'det', 'nmod:poss').length > 0

const TEXTS: ReadonlySet<string> = new Set(
  'annex article charter clause communique declaration document letter provision resolution roadmap text'.split(
    ' ',
  ),
)

/**
 * A term as a commitment. `own`: the agreement is the subject, and what is laid down is all that is said of it. A term put
 * on nobody that has a name is told with its subject; a person's own words ("they", "those") name nobody, so there is none.
 */
function termAt(
  scene: Scene,
  verb: number,
  by: readonly Ref[],
  under: Phrase,
  foundBy: string,
  own = false,
): Found[] {
  const { grammar, fillers, doc } = scene
  const { polarity, modality, condition } = scene.epistemics(verb)
  const passive = grammar.isPassive(verb)
  if (modality === 'possible' || isNaming(scene, verb)) return []
  const owner = passive ? [] : [...by]
  const [subject] = grammar.dependents(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')
  const isSpoken = subject !== undefined && /^(?:PRP|W|EX|DT)/.test(doc.tokens.tag[subject]!)
  if (owner.length === 0 && !own && (subject === undefined || subject > verb || isSpoken)) return []
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass', 'advmod').filter((one) => one < verb)
  const first =
    owner.length > 0
      ? verb
      : own
        ? Math.min(verb, ...auxiliaries.filter((one) => one > subject! && doc.tokens.lower[one] !== 'also'))
        : withAs(scene, grammar.phrase(subject!, 'short').first)
  const what = fillers.phraseOf(first, Math.max(verb, lastTold(scene, verb)), verb)
  // "The text applies", "the rate would rise": more is said by the next sentence, or nothing.
  if (owner.length === 0 && what.text.split(' ').length < FEWEST_WORDS) return []
  return [
    {
      kind: 'act',
      trigger: verb,
      foundBy,
      // What an agreement lays down is to come, however it is told.
      epistemics: {
        polarity: owner.length > 0 ? polarity : 'affirmed',
        modality: 'planned',
        ...(condition ? { condition } : {}),
      },
      body: {
        type: 'commitment: made',
        plover: 'AGREE',
        actor: owner,
        recipient: [],
        about: { thread: 'commitment', by: owner, to: [], what, status: 'open', under },
      },
      // Whose day it is that the words of such a term name, is told by them alone.
      days:
        owner.length > 0
          ? scene.days([verb]).filter(({ role, type }) => type !== 'DURATION' || role === 'due')
          : [],
    },
  ]
}

/** "As many as 600 trucks": with the word that the parser leaves outside. */
const withAs = ({ doc }: Scene, first: number): number =>
  /^(?:many|much|few|little)$/.test(doc.tokens.lower[first]!) && doc.tokens.lower[first - 1] === 'as'
    ? first - 1
    : first

/** Words of a term that is put on nobody at least. */
const FEWEST_WORDS = 4

/** The last word of a term, within the words of whoever tells it. */
function lastTold(scene: Scene, verb: number): number {
  const { tokens } = scene.doc
  let last = lastOf(scene, verb)
  // What the parser hung elsewhere belongs to it up to the next mark.
  const { last: end } = scene.doc.sents[scene.sentenceOf(verb)]!
  while (last + 1 < end && !/^(?:[,;:.—–()"“”]|''|``|and|but)$/.test(tokens.form[last + 1]!)) last++
  const start = tokens.start[verb]!
  for (const { content } of scene.attributions(verb)) {
    const piece = content.find((range) => range.start <= start && start < range.end)
    if (!piece || piece.end >= tokens.end[last]!) continue
    last = Math.max(verb, tokenAt(scene, piece.end - 1))
  }
  // "…, under which the rate will rise": a term of its own; what stands between commas interrupts one.
  for (let at = verb + 1; at < last; at++)
    if (
      tokens.form[at] === ',' &&
      /^(?:under|which)$/.test(tokens.lower[at + 1]!) &&
      !goesOnBehind(scene, at, last)
    )
      return at - 1
  return last
}

/** "The corridor, which cuts the town in two, by day 22": after the clause between commas the term goes on with its day or place. */
function goesOnBehind({ doc }: Scene, comma: number, last: number): boolean {
  const { form, lower } = doc.tokens
  if (lower[comma + 1] !== 'which') return false
  for (let at = comma + 2; at < last; at++)
    if (form[at] === ',') return /^(?:by|from|in|on|until|within|no|at|after)$/.test(lower[at + 1]!)
  return false
}

/** The last word said of the subject before another verb is joined. */
function lastOf({ grammar, doc }: Scene, verb: number): number {
  let { last } = grammar.predicate(verb)
  while (last > verb && /^[,.;:]$/.test(doc.tokens.form[last]!)) last--
  return last
}

const isAgreement = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) &&
  scene.doc.tokens.lemma[token] !== 'statement' &&
  scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)

/** The agreement told last before a token: what the sentence before is about, else the last one named. */
function lastAgreement(scene: Scene, token: number): Phrase | undefined {
  const { sents, tokens } = scene.doc
  if (isOfOtherText(scene, token)) return undefined
  const { first } = sents[Math.max(0, scene.sentenceOf(token) - BACK)]!
  const before = sents[scene.sentenceOf(token) - 1]
  for (let at = before?.first ?? token; at < (before?.last ?? 0); at++)
    if (tokens.dep[at]!.startsWith('nsubj') && isAgreement(scene, at)) return nameAt(scene, at)
  for (let at = token - 1; at >= first; at--) if (isAgreement(scene, at)) return nameAt(scene, at)
  return undefined
}

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
