// In: a scene, a deadline or a verb. Out: what must be done by a day, and by whom.

import type { TimeExpression } from '../../language/doc.ts'
import type { Phrase, Ref } from '../../model/index.ts'
import { claimDay, timesOf } from '../sentence/attached-days.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { ahead, isDated, isToDo } from './due-times.ts'
import { moved } from './found-deadline.ts'
import { orElse } from './lapse.ts'
import { later } from './moved-days.ts'

/** What must be done by it: an infinitive ("deadline for X to sell"), a "for" phrase or a compound ("tax deadline"). */
export function whatOf(
  scene: Scene,
  noun: number,
  close?: TimeExpression,
): { what?: Phrase; obligor: Ref[]; infinitive: number } {
  const { grammar, fillers, doc } = scene
  const owed = owedBy(scene, noun)
  if (owed) return owed
  for (const clause of grammar.dependents(noun, 'acl', 'advcl', 'xcomp')) {
    if (!grammar.isInfinitive(clause)) continue
    const subject = [...grammar.dependents(clause, 'nsubj'), ...grammar.obliques(noun, 'for')]
    return {
      what: dutyOf(scene, clause),
      obligor: unique(subject.flatMap((token) => fillers.parties(token))),
      infinitive: clause,
    }
  }
  // "A deadline to meet", "deadline for choosing a port": right behind the noun, wherever the parser hung it.
  const next = doc.tokens.lower[noun + 1]
  // "Use the deadline to": what for somebody takes it, not what it is for.
  const isUsed = /^(?:use|exploit|seize)$/.test(doc.tokens.lemma[grammar.governor(noun)] ?? '')
  if (isUsed) return { obligor: [], infinitive: -1 }
  if ((next === 'to' && doc.tokens.tag[noun + 2] === 'VB') || (next === 'for' && isGerund(scene, noun + 2)))
    return { what: dutyOf(scene, noun + 2), obligor: [], infinitive: noun + 2 }
  const set = grammar.dependents(noun, 'acl').flatMap((token) => grammar.obliques(token, 'for'))
  const forPhrase = grammar.obliques(noun, 'for')[0] ?? behindFor(scene, noun) ?? set[0]
  const forDoer = forPhrase !== undefined && isDoer(scene, forPhrase)
  if (forPhrase !== undefined && !fillers.timeAt(forPhrase)) {
    const infinitive = grammar.dependents(forPhrase, 'acl').find((token) => grammar.isInfinitive(token))
    const clause = infinitive ?? dutyAfter(scene, noun)
    if (clause >= 0)
      return { what: dutyOf(scene, clause), obligor: fillers.parties(forPhrase), infinitive: clause }
    const obligor = fillers.parties(forPhrase)
    if (forDoer) return { obligor, infinitive: clause }
    return { what: fillers.phrase(forPhrase, 'short'), obligor, infinitive: clause }
  }
  for (const token of grammar.dependents(noun, 'compound', 'amod', 'nmod:poss')) {
    // "The council's deadline" is set by it, not of it.
    if (fillers.timeAt(token) || (doc.tokens.dep[token] === 'nmod:poss' && isDoer(scene, token))) continue
    // "The previously agreed May 3 deadline": how or when it was set, not what for.
    if (/^(?:VB|RB)/.test(doc.tokens.tag[token]!) || hasTime(scene, token, noun)) continue
    return { what: fillers.phraseOf(token, noun, noun), obligor: [], infinitive: -1 }
  }
  if (close) {
    const clause = dutyAfter(scene, noun)
    if (clause >= 0) return { what: dutyOf(scene, clause), obligor: [], infinitive: clause }
    // What the date belongs to: the words before it, back to the verb or stop.
    const { tokens, sents } = doc
    const last = tokens.tag[close.first - 1] === 'IN' ? close.first - 2 : close.first - 1
    let first = last
    const from = sents[tokens.sent[noun]!]!.first
    while (first - 1 >= from && !grammar.isVerb(first - 1) && !/^[,;:.]$/.test(tokens.form[first - 1]!))
      first--
    if (first <= last) return { what: fillers.phraseOf(first, last, last), obligor: [], infinitive: -1 }
  }
  return { obligor: [], infinitive: -1 }
}

/** "The date by which exporters must file their lists": who owes what, in the clause's own words. */
function owedBy(
  scene: Scene,
  noun: number,
): { what: Phrase; obligor: Ref[]; infinitive: number } | undefined {
  const { grammar, fillers, doc } = scene
  const { lower, tag, sent } = doc.tokens
  if (lower[noun + 1] !== 'by' || lower[noun + 2] !== 'which') return undefined
  let verb = noun + 3
  while (verb < noun + 14 && sent[verb] === sent[noun] && !(tag[verb] === 'VB' && grammar.isVerb(verb)))
    verb++
  if (tag[verb] !== 'VB' || sent[verb] !== sent[noun]) return undefined
  const duty = dutyOf(scene, verb)
  const obligor = grammar.subjects(verb).flatMap((token) => fillers.parties(token))
  return {
    what: fillers.phraseOf(noun + 3, tokenAt(scene, duty.end - 1), verb),
    obligor: unique(obligor),
    infinitive: verb,
  }
}

/** "Choosing a port", no noun as "filing" is. */
const isGerund = ({ doc, grammar }: Scene, token: number): boolean =>
  doc.tokens.tag[token] === 'VBG' && grammar.isVerb(token) && grammar.dependents(token, 'obj').length > 0

/** "A deadline for the port operator": who has it, not what falls due. */
const isDoer = ({ lexicon, doc }: Scene, token: number): boolean =>
  lexicon.list('actor-nouns').has(doc.tokens.lemma[token]!) ||
  lexicon.list('organisation-nouns').has(doc.tokens.lemma[token]!)

const hasTime = ({ fillers }: Scene, from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) if (fillers.timeAt(at)) return true
  return false
}

/** On the surface: what "for" right behind the noun governs, wherever the parser hung it. */
function behindFor({ doc }: Scene, noun: number): number | undefined {
  const { lower, head, dep } = doc.tokens
  const at = lower[noun + 1] === 'for' && dep[noun + 1] === 'case' ? head[noun + 1]! : -1
  return at > noun ? at : undefined
}

/** On the surface: "deadline for the firm, Nordfleet, to sell": the first infinitive after the noun, before any finite verb. */
function dutyAfter(scene: Scene, noun: number): number {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[noun]!]!
  for (let at = noun + 1; at + 1 < last && at < noun + 14; at++) {
    if (/^(VBZ|VBP|VBD|MD)$/.test(tokens.tag[at]!)) return -1
    if (tokens.lower[at] === 'to' && tokens.tag[at + 1] === 'VB') return at + 1
  }
  return -1
}

/** Tokens of a duty told at most. */
const LONGEST = 16

/** A verb with what it takes: "sell its stake", up to a stop, an "or", or a clause of its own. */
export function dutyOf(scene: Scene, verb: number): Phrase {
  const { tokens, sents } = scene.doc
  const sentence = sents[tokens.sent[verb]!]!
  let last = verb
  let isCut = false
  while (last + 1 < sentence.last) {
    const next = last + 1
    const aside = shortAside(scene, next)
    if (aside > 0) {
      last = aside
      continue
    }
    if (
      /^(?:[,;:.?!()—–]|--)$/.test(tokens.form[next]!) ||
      /^(?:or|if|unless|because)$/.test(tokens.lower[next]!)
    )
      break
    if (tokens.form[next] === '-' && tokens.tag[next] !== 'HYPH') break
    isCut = next - verb > LONGEST || /^(?:VB[ZPD]|MD)$/.test(tokens.tag[next]!)
    if (isCut || (tokens.tag[next] === 'IN' && scene.fillers.timeAt(next + 1))) break
    last = next
  }
  // "Pay the fee the court imposed": what belongs to the clause that was left out goes with it.
  if (isCut)
    for (let at = verb + 1; at <= last; at++)
      if (tokens.head[at]! > last) {
        last = at - 1
        break
      }
  return scene.fillers.phraseOf(verb, last, verb)
}

/** The last token of "(NATO)", a short name told beside a longer one; −1 where none begins. */
function shortAside({ doc }: Scene, at: number): number {
  const { form, sent } = doc.tokens
  if (form[at] !== '(') return -1
  for (let end = at + 2; end < at + 4; end++) if (form[end] === ')' && sent[end] === sent[at]) return end
  return -1
}

/**
 * A duty with a day: "Peru must open its ports by 3 May or lose the quota", "the firm has until Friday to sell". The duty
 * is the deadline's matter, the subject owes it, an "or" gives what follows.
 */
export function dutyAt(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const must = grammar
    .dependents(verb, 'aux')
    .some((aux) =>
      DECIDES.has(tokens.lemma[verb]!)
        ? /^(?:must|shall|will)$/.test(tokens.lower[aux]!)
        : tokens.lower[aux] === 'must' || tokens.lower[aux] === 'shall',
    )
  const bound = must ? verb : untilDuty(scene, verb)
  if (bound < 0) return nowHas(scene, verb)
  const duty = bound < 0 ? bound : meantBy(scene, bound)
  if (duty < 0) return undefined
  const limits = must ? ['by', 'before', 'within'] : ['until', 'by']
  const isLimit = (time: TimeExpression) => limits.includes(time.relation ?? '')
  const days = timesOf(doc, grammar, [verb, duty])
    .filter((time) => isDated(doc, time) && (isLimit(time) || (must && isPaymentOn(scene, verb, time))))
    .map((time) => claimDay(doc, time, 'due'))
    .map((day) => (/^VB[ZP]$/.test(tokens.tag[verb]!) ? later(day) : ahead(scene, verb, day)))
  const obligor =
    grammar
      .subjects(verb)
      .map((token) => fillers.parties(token))
      .find((refs) => refs.length > 0) ?? []
  // "The lists must be handed over by 3 May": due of a thing, whoever is to do it.
  const thing = grammar.isPassive(verb)
    ? grammar.objects(verb).find((token) => /^NN/.test(tokens.tag[token]!))
    : undefined
  // "Both sides must leave by 3 May": who has no name owes it all the same; what an order says officials shall do is its own matter.
  const [doer] = grammar.subjects(verb)
  const isTold =
    doer !== undefined &&
    /^NN/.test(tokens.tag[doer]!) &&
    grammar.dependents(verb, 'aux').some((aux) => tokens.lower[aux] === 'must')
  const decides = !must || isTold || DECIDES.has(tokens.lemma[verb]!)
  // "Now has until Friday": it had less.
  const more = !must && grammar.dependents(verb, 'advmod').some((token) => tokens.lower[token] === 'now')
  if (days.length === 0 || (obligor.length === 0 && thing === undefined && !decides)) return undefined
  const lapse = orElse(scene, duty)
  const own = dutyOf(scene, duty)
  // "The panel must report by 3 May": who has no name is told with it.
  const isNameless = isTold && obligor.length === 0 && doer !== undefined && doer < verb
  const told =
    thing !== undefined
      ? fillers.phraseOf(grammar.phrase(thing, 'short').first, duty, duty)
      : isNameless
        ? fillers.phraseOf(grammar.phrase(doer, 'short').first, tokenAt(scene, own.end - 1), duty)
        : own
  return {
    kind: 'state',
    trigger: verb,
    foundBy: must ? 'deadline/must@1' : 'deadline/has-until@1',
    body: {
      type: 'deadline: stands',
      about: {
        ...(more ? { move: 'extended' as const } : {}),
        thread: 'deadline',
        what: told,
        obligor,
        setBy: [],
        movedBy: [],
        ...(lapse ? { onLapse: lapse } : {}),
      },
    },
    days,
  }
}

/** "Owners now have until 3 May": to do what, another sentence tells. */
function nowHas(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { lower, lemma } = doc.tokens
  if (lemma[verb] !== 'have' || lower[verb - 1] !== 'now' || !/^(?:until|till)$/.test(lower[verb + 1]!))
    return undefined
  const days = timesOf(doc, grammar, [verb])
    .filter((time) => isDated(doc, time) && time.relation === 'until')
    .map((time) => later(claimDay(doc, time, 'due')))
  const obligor = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
  const at = { trigger: verb, foundBy: 'deadline/has-until@1', days }
  return days.length > 0 ? moved(at, 'extended', fillers.phraseOf(verb, verb, verb), { obligor }) : undefined
}

/** "May apply for it, but must do so by 3 May": the verb that "do so" stands for; −1 where none is told. */
function meantBy({ doc, grammar }: Scene, verb: number): number {
  const { lower, lemma, dep, head } = doc.tokens
  if (lemma[verb] !== 'do' || !/^(?:so|it|that|this)$/.test(lower[verb + 1] ?? '')) return verb
  return dep[verb] === 'conj' && grammar.isVerb(head[verb]!) ? head[verb]! : -1
}

/** Verbs of owing, whose day is told without "by": "must repay the loan on 3 May". */
const PAYS: ReadonlySet<string> = new Set('pay repay redeem refund reimburse'.split(' '))
const isPaymentOn = ({ doc }: Scene, verb: number, { relation }: TimeExpression): boolean =>
  PAYS.has(doc.tokens.lemma[verb]!) && (relation === 'on' || relation === undefined)

/** Who "will vote by 3 May" has until then. */
const DECIDES: ReadonlySet<string> = new Set('vote decide rule report respond answer'.split(' '))

/** "has until Friday to sell": the infinitive under "have". */
function untilDuty(scene: Scene, verb: number): number {
  const { grammar, doc } = scene
  if (doc.tokens.lemma[verb] !== 'have') return -1
  const next = doc.tokens.lower[verb + 1]
  if (next !== 'until' && next !== 'till') return -1
  const { last } = doc.sents[doc.tokens.sent[verb]!]!
  for (let at = verb + 2; at + 1 < last && at < verb + 10; at++)
    if (doc.tokens.lower[at] === 'to' && (grammar.isVerb(at + 1) || isToDo(doc, at))) return at + 1
  return -1
}
