// In: a scene. Out: what an agreement lays down: whom it makes do what, who is to watch over it, and terms that it puts on nobody.
import type { Phrase, Ref } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { ASKS, CHANGES, isEffect, isInMarks, isThing, LAYS_DOWN, owes, subjectsOf } from './term-clauses.ts'
import {
  goesOn,
  isInPhase,
  isPhase,
  meantBy,
  namedIn,
  PHASES_BACK,
  runsOn,
  type ToldLast,
} from './term-runs.ts'
import {
  fronted,
  frontedIn,
  isAgreement,
  isDefinite,
  isOneSided,
  isText,
  lastAgreement,
  madeAt,
  madeIn,
  nameAt,
  namesText,
  ofAgreement,
  TERMS,
  toldUnder,
} from './term-texts.ts'
import { termAt } from './term-words.ts'
import { findToldTerms } from './told-terms.ts'

/** Verbs of an agreement that lay a duty on somebody: "It commits Norway to dredge the river". */
const BINDS: ReadonlySet<string> = new Set(['commit', 'oblige', 'obligate', 'require', 'bind'])

/** Verbs of watching over an agreement: "The United Nations will monitor it". */
const WATCHES: ReadonlySet<string> = new Set(['monitor', 'verify', 'oversee', 'supervise', 'police'])

/**
 * One commitment for each verb that tells what is owed or laid down; its `under` names the agreement in the report's
 * words. A term that is put on nobody by name has no `by`, and its words tell who or what it is about.
 */
export function findTerms(scene: Scene): Found[] {
  const byVerb = findTermsByVerb(scene)
  const known = Map.groupBy(byVerb, ({ trigger }) => scene.sentenceOf(trigger))
  const told = findToldTerms(scene, {
    known,
    made: (sentence) => madeIn(scene, sentence),
    fronted: (sentence) => frontedIn(scene, sentence),
    under: (verb) => fronted(scene, verb) ?? toldUnder(scene, verb),
    names: (sentence) => namesText(scene, sentence),
    term: (verb, by, under, thing) =>
      termAt(scene, verb, by, under, 'term/told@1', { isMayOwed: true, isWhole: true, thing }),
  })
  return [...byVerb, ...told]
}

function findTermsByVerb(scene: Scene): Found[] {
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
    // "Under the union's proposal, …": of another text.
    const isOther = doc.tokens.lower[doc.sents[sentence]!.first] === 'under'
    if (
      found.length === before &&
      told &&
      !isOther &&
      (goesOn(scene, verb, told) || runsOn(scene, verb, told))
    )
      found.push(
        ...termAt(scene, verb, meantBy(scene, verb, told), told.under, 'term/goes-on@1', { isWhole: true }),
      )
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

const underOf = ({ body }: Found): Phrase => (body as { about: { under: Phrase } }).about.under

/** "The accord would swap the notes for a bond", "it permits ports to …": the agreement itself says it. */
function laidDownAt(scene: Scene, verb: number): Found[] {
  const { grammar, doc, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  const asks = ASKS.has(lemma[verb]!)
  const lays = asks || LAYS_DOWN.has(lemma[verb]!) || lemma[verb] === 'have'
  if (!lays && !CHANGES.has(lemma[verb]!)) return []
  // "What it calls unfair fees" calls for nothing.
  const isLed =
    !/^(?:call|provide)$/.test(lemma[verb]!) ||
    lower[verb + 1] === 'for' ||
    grammar.obliques(verb, 'for').length > 0 ||
    (asks && lower[verb + 1] === 'on' && grammar.dependents(verb, 'advcl', 'xcomp').length > 0)
  const isOut = lemma[verb] === 'set' && lower[verb + 1] === 'out'
  const opens =
    CHANGES.has(lemma[verb]!) &&
    isAgreement(scene, subjectOf(scene, verb)) &&
    grammar.objects(verb).some((object) => isThing(scene, object))
  if (isOut) return []
  const laid = opens || (lays && isLed)
  if (!laid && !CHANGES.has(lemma[verb]!)) return []
  const [own] = grammar.dependents(verb, 'nsubj')
  // "The deal, which calls for a buffer zone": the deal.
  const isWhich = own !== undefined && /^(?:that|which)$/.test(lower[own]!)
  const subject = isWhich && lemma[verb] !== 'replace' ? grammar.subjects(verb)[0] : own
  if (subject === undefined || subject > verb || grammar.isPassive(verb)) return []
  // "It binds them to nothing".
  const isNothing = [...grammar.objects(verb), ...grammar.obliques(verb, 'to')].some(
    (one) => lower[one] === 'nothing',
  )
  if (isNothing || isEffect(scene, verb)) return []
  if (grammar.objects(verb).some((object) => WIDE.has(lemma[object]!)) || isArgued(scene, verb)) return []
  const modals = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const isAhead = modals.some((word) => word === 'would' || word === 'will')
  const isOfText = TERMS.has(lemma[subject]!) || isText(scene, subject)
  if (isOfText && isOneSided(scene, subject)) return []
  // "The pact does not lift the duty": what it leaves as it was.
  if (CHANGES.has(lemma[verb]!) && modals.some((word) => /^do(?:es)?$/.test(word))) return []
  // "The text has both sides withdrawing their boats".
  const has =
    lemma[verb] === 'have' &&
    grammar.objects(verb).some((one) => grammar.dependents(one, 'acl').some((done) => tag[done] === 'VBG'))
  const isNow =
    /^VB[ZP]$/.test(tag[verb]!) ||
    (isOfText && modals.length === 0 && tag[verb] === 'VB') ||
    modals.some((word) => /^do(?:es)?$/.test(word)) ||
    (asks && tag[verb] === 'VBD')
  // "The letter urged Norway": one who asks, and no text that binds.
  const isAsked = asks && (lemma[verb] !== 'call' || lower[verb + 1] === 'on')
  if (isAsked && (!isOfText || VOICED.has(lemma[subject]!))) return []
  // "The committee's resolution urged Norway": what the committee wants, which positions tell.
  if (isAsked && (fillers.parties(subject).length > 0 || fillers.groups(subject).length > 0)) return []
  if (lemma[verb] === 'have' ? !(has && isNow) : !isAhead && !((laid || isOfText) && isNow)) return []
  if (!laid && isInMarks(scene, verb)) return []
  const under = isAgreement(scene, subject)
    ? isDefinite(scene, subject)
      ? nameAt(scene, subject)
      : undefined
    : isOfText && isDefinite(scene, subject)
      ? (ofAgreement(scene, subject) ??
        (OF_ITSELF.has(lemma[subject]!) ? undefined : lastAgreement(scene, subject)) ??
        (PARTS.has(lemma[subject]!) ? undefined : nameAt(scene, subject)))
      : lower[subject] === 'it' && laid && !LASTS.test(lemma[verb]!) && fillers.parties(subject).length === 0
        ? lastAgreement(scene, subject)
        : undefined
  return under ? termAt(scene, verb, [], under, 'term/laid-down@1', { own: true }) : []
}

const subjectOf = ({ grammar }: Scene, verb: number): number => grammar.dependents(verb, 'nsubj')[0] ?? verb

/** Texts that stand for themselves, whatever agreement was told before. */
const OF_ITSELF: ReadonlySet<string> = new Set(['charter', 'proposal', 'resolution'])

/** Parts of a text: of which, must be told, or it is one of a law. */
const PARTS: ReadonlySet<string> = new Set(['article', 'clause', 'provision', 'recommendation'])

/** "Lund argued that the pact would cut fees": what somebody makes of it. */
const isArgued = ({ doc, attributions }: Scene, verb: number): boolean =>
  attributions(verb).some(({ cueLemma }) =>
    /^(?:admit|argue|believe|claim|complain|concede|contend|estimate|fear|hope|insist|predict|think|warn)$/.test(
      cueLemma,
    ),
  ) || doc.tokens.lower[verb - 1] === 'likely'

/** Texts in which somebody says what he wants. */
const VOICED: ReadonlySet<string> = new Set([
  'article',
  'draft',
  'letter',
  'proposal',
  'recommendation',
  'summary',
])

/** "It runs for 200 days": of what was told last, which a measure is as often as an accord. */
const LASTS = /^(?:last|run)$/

/** "Covers a wide range of issues": which, the words do not say. */
const WIDE: ReadonlySet<string> = new Set(
  'range array variety series host number lot raft issue topic area'.split(' '),
)

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
  const [to] = grammar.dependents(verb, 'xcomp', 'advcl', 'ccomp').filter((one) => grammar.isInfinitive(one))
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
