// In: a scene, the terms found by their verbs, and how a term is made. Out: those told clause by clause behind an accord: what stands, is due, allowed or left out.
import type { Phrase, Ref } from '../../model/index.ts'
import { APPROVALS } from '../agreements/approvals.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { COMMENTS, isThing, isToBe, subjectOfToBe } from './term-clauses.ts'
import { BACK } from './term-runs.ts'
import { isAgreement, isGeneral } from './term-texts.ts'

/** A clause with a subject of its own that is no part of another. */
interface Clause {
  /** Its verb, or what it says that the subject is. */
  readonly head: number
  readonly subject: number
}

/** The accord whose terms are told, and what the last of them was said of. */
interface Run {
  readonly under: Phrase
  readonly sentence: number
  readonly isTerm: boolean
  readonly sides: readonly Ref[]
  readonly thing?: Phrase
}

export interface ToldTerms {
  /** Terms by the sentence they stand in, as found by their verbs. */
  readonly known: ReadonlyMap<number, readonly Found[]>
  /** The accord that a sentence makes, or whose terms it fronts ("under it, …"). */
  made(sentence: number): { under: Phrase; sides: readonly Ref[] } | undefined
  fronted(sentence: number): Phrase | undefined
  /** The accord that a clause itself stands under: "…, according to the agreement". */
  under(verb: number): Phrase | undefined
  /** Whether a sentence names the text or the accord again. */
  names(sentence: number): boolean
  term(verb: number, by: readonly Ref[], under: Phrase, thing?: Phrase): Found[]
}

/**
 * "The levy is suspended from 1 May. It will return on 1 August unless … The separate fee falls from 9 percent to 4.
 * Squid is excluded.": sentence by sentence behind an accord or "under it", until one tells no term.
 */
export function findToldTerms(scene: Scene, told: ToldTerms): Found[] {
  const found: Found[] = []
  let run: Run | undefined
  for (let sentence = 0; sentence < scene.doc.sents.length; sentence++) {
    const known = told.known.get(sentence) ?? []
    const front = told.fronted(sentence)
    if (run && sentence - run.sentence > FAR) run = undefined
    const own: Found[] = []
    let thing: Phrase | undefined
    // "Under the law, duties must …": of another text.
    const isOther =
      front === undefined && scene.doc.tokens.lower[scene.doc.sents[sentence]!.first] === 'under'
    for (const clause of isOther ? [] : clausesOf(scene, sentence)) {
      if (known.some(({ trigger }) => isOf(scene, trigger, clause.head))) continue
      const named = front ?? told.under(clause.head)
      const isNear = run !== undefined && sentence - run.sentence <= BACK
      const isTerm = named
        ? isLaidDown(scene, clause)
        : run !== undefined && (isNear ? goesOn(scene, clause, run) : resumes(scene, clause, run))
      const under = named ?? run?.under
      if (!isTerm || !under || isPromised(scene, clause.head)) continue
      const isIt = scene.doc.tokens.lower[clause.subject] === 'it'
      if (isIt && run?.thing === undefined) continue
      const made = told.term(clause.head, doersOf(scene, clause), under, isIt ? run?.thing : undefined)
      if (made.length > 0 && !isIt) thing = thingOf(scene, clause)
      own.push(...made)
    }
    found.push(...own)
    const made = told.made(sentence)
    const last = own.at(-1) ?? known.at(-1)
    const sides = made?.sides ?? run?.sides ?? []
    if (last) run = { under: underOf(last), sentence, isTerm: true, sides, ...keptThing(thing ?? run?.thing) }
    else if (made) run = { under: made.under, sentence, isTerm: false, sides }
    else if (run && (told.names(sentence) || tellsPromise(scene, sentence))) run = { ...run, sentence }
  }
  return found
}

const keptThing = (thing: Phrase | undefined) => (thing === undefined ? {} : { thing })

const underOf = ({ body }: Found): Phrase => (body as { about: { under: Phrase } }).about.under

/** Whether a verb is the clause's or one joined to it. */
function isOf({ doc, grammar }: Scene, verb: number, head: number): boolean {
  let at = verb
  for (let steps = 0; at >= 0 && steps < 8; steps++) {
    if (at === head) return true
    if (doc.tokens.dep[at] === 'conj' && grammar.dependents(at, 'nsubj', 'nsubj:pass').length > 0)
      return false
    if (!/^(?:conj|xcomp|ccomp|advcl|acl)/.test(doc.tokens.dep[at]!)) return false
    at = doc.tokens.head[at]!
  }
  return false
}

/** The clauses of a sentence that stand by themselves; a parser hangs one behind a long opening as "advcl" without a mark. */
function clausesOf(scene: Scene, sentence: number): Clause[] {
  const { doc, grammar } = scene
  const { first, last } = doc.sents[sentence]!
  const clauses: Clause[] = []
  for (let head = first; head < last; head++) {
    const [subject] = grammar.dependents(head, 'nsubj', 'nsubj:pass', 'nsubj:outer')
    if (subject === undefined || subject >= head || !standsAlone(scene, head)) continue
    // "Half of it once the mills run": when, in a tree that joins it on.
    if (!WHEN.has(doc.tokens.lower[grammar.phrase(subject, 'short').first - 1] ?? ''))
      clauses.push({ head, subject })
  }
  return clauses
}

const WHEN: ReadonlySet<string> = new Set('once when until till while if unless after because'.split(' '))

function standsAlone({ doc, grammar }: Scene, head: number): boolean {
  const { dep, tag, head: over } = doc.tokens
  let at = head
  for (let steps = 0; steps < 6; steps++) {
    // Beside what was done nothing is laid down, but in a clause of its own.
    if (dep[at] === 'root')
      return at === head || tag[at] !== 'VBD' || dep[head] === 'conj' || dep[head] === 'parataxis'
    const isMarked = grammar
      .dependents(at, 'mark', 'advmod')
      .some((word) => dep[word] === 'mark' || tag[word] === 'WRB')
    // "Under the text, signed in Lima, the fee is cut": a parser takes the participle for the clause.
    const above = over[at]!
    const isStray =
      (dep[at] === 'advcl' || dep[at] === 'ccomp') &&
      tag[above] === 'VBN' &&
      grammar.dependents(above, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass').length === 0
    const isBare = (dep[at] === 'advcl' || isStray) && !isMarked
    if (!(dep[at] === 'conj' || dep[at] === 'parataxis' || isBare)) return false
    // "Spending cuts or tax increases": joined to a noun, whatever a tagger makes of it.
    const isOfNoun = /^NN/.test(tag[above]!) && grammar.dependents(above, 'nsubj', 'cop').length === 0
    if (dep[at] === 'conj' && isOfNoun) return false
    at = above
  }
  return false
}

const auxiliariesOf = ({ doc, grammar }: Scene, head: number): string[] =>
  grammar.dependents(head, 'aux', 'aux:pass', 'cop').map((one) => doc.tokens.lower[one]!)

/** Sentences after an accord or its last term within which what can be nothing else goes on telling them. */
const FAR = 8

/** "Swiss firms must show …", "gold stays free of duty", "the refiners, in turn, will report": told of an accord further back. */
function resumes(scene: Scene, clause: Clause, run: Run): boolean {
  const { doc, grammar } = scene
  const { lower, tag } = doc.tokens
  const { head, subject } = clause
  if (!run.isTerm || /^(?:PRP|DT|W|EX)/.test(tag[subject]!) || !goesOn(scene, clause, run)) return false
  const auxiliaries = auxiliariesOf(scene, head)
  const isStay = /^(?:stay|remain)$/.test(doc.tokens.lemma[head]!) && isPresent(scene, head)
  return (
    isStay ||
    auxiliaries.includes('must') ||
    isInTurn(scene, clause) ||
    (isToBe(scene, head) && lower[head - 1] === 'be' && grammar.isPassive(head))
  )
}

/** "In return", "the refiners, in turn, will …", "for its part". */
function isInTurn({ doc }: Scene, { head, subject }: Clause): boolean {
  const { lower, sent } = doc.tokens
  for (let at = Math.max(0, subject - 6); at < head; at++)
    if (
      sent[at] === sent[head] &&
      ((lower[at] === 'in' && /^(?:turn|return|exchange)$/.test(lower[at + 1]!)) ||
        (lower[at] === 'for' && lower[at + 2] === 'part'))
    )
      return true
  return false
}

/** "Undertakes to pay": a promise, told as that. */
const isPromised = (scene: Scene, head: number): boolean =>
  scene.rows('commitment-verbs').has(scene.doc.tokens.lemma[head]!)

function tellsPromise(scene: Scene, sentence: number): boolean {
  const { first, last } = scene.doc.sents[sentence]!
  for (let at = first; at < last; at++) if (scene.grammar.isVerb(at) && isPromised(scene, at)) return true
  return false
}

/** "Under it, crews get 5 percent": what is owed, or any present of a deed. */
const isLaidDown = (scene: Scene, clause: Clause): boolean =>
  isOwed(scene, clause) ||
  stands(scene, clause) ||
  (isPresent(scene, clause.head) &&
    scene.grammar.isVerb(clause.head) &&
    !NO_DEED.test(scene.doc.tokens.lemma[clause.head]!))

const NO_DEED = /^(?:be|say|think|hope|seem|appear|expect|believe|fear|know|see)$/

/** "Is to pay", "must pay", "may not close", "has to", "undertakes to": told as owed or allowed. */
function isOwed(scene: Scene, { head }: Clause): boolean {
  const { doc } = scene
  if (isToBe(scene, head)) return true
  if (auxiliariesOf(scene, head).some((word) => MODALS.has(word))) return true
  return isPresent(scene, head) && UNDERTAKES.has(doc.tokens.lemma[head]!)
}

const MODALS: ReadonlySet<string> = new Set(['will', "'ll", 'shall', 'must', 'would', 'may', 'can'])
const UNDERTAKES: ReadonlySet<string> = new Set(
  'allow cede drop gain get give guarantee keep obtain pay receive recognise recognize renounce retain waive'.split(
    ' ',
  ),
)

/** "The fee falls to 4", "is suspended", "squid is excluded", "the bonus is 900 euros": what stands from now on. */
function stands(scene: Scene, { head, subject }: Clause): boolean {
  const { doc, grammar } = scene
  if (!isPresent(scene, head)) return false
  if (grammar.isVerb(head))
    return grammar.isPassive(head)
      ? !OF_TALK.test(doc.tokens.lemma[head]!)
      : STANDS.has(doc.tokens.lemma[head]!) && !isAhead(scene, head)
  const isAmount =
    scene.fillers.quantityAt(head)?.unit !== undefined || scene.fillers.timeAt(head) !== undefined
  // "Subject to approval by parliament": what it awaits is no term of it.
  const awaits = grammar.obliques(head, 'to').some((one) => APPROVALS.has(doc.tokens.lemma[one]!))
  return (LEFT_OUT.has(doc.tokens.lemma[head]!) && !awaits) || (isAmount && isThing(scene, subject))
}

/** Passives of what is said or thought of a thing. */
const OF_TALK =
  /^(?:believe|call|consider|criticise|criticize|debate|describe|discuss|dispute|estimate|expect|feature|fear|hail|hear|hope|know|mean|need|pitch|plan|praise|put|report|say|see|sell|share|think|threaten|tout|view|want)$/

/** "Remains planned", "stays unclear": nothing that an accord sets. */
const isAhead = ({ doc, grammar }: Scene, head: number): boolean =>
  grammar
    .dependents(head, 'xcomp', 'advcl')
    .some((one) =>
      /^(?:plan|planned|unclear|open|stuck|possible|expect|uncertain|disputed|unresolved)$/.test(
        doc.tokens.lemma[one]!,
      ),
    )

const isShut = ({ doc, grammar }: Scene, head: number): boolean =>
  /^(?:stay|remain)$/.test(doc.tokens.lemma[head]!) &&
  grammar
    .dependents(head, 'xcomp')
    .some((one) =>
      /^(?:ban|bar|barred|close|closed|exempt|free|freeze|frozen|shut|suspend|suspended|unchanged)$/.test(
        doc.tokens.lemma[one]!,
      ),
    )

/** Verbs of a rate, right or text that tell how it stands under an accord. */
const STANDS: ReadonlySet<string> = new Set(
  'apply come continue drop end expire fall go increase lapse last remain return revert rise run start stay take'.split(
    ' ',
  ),
)
const LEFT_OUT: ReadonlySet<string> = new Set(
  'exempt exclude excluded free include included limit limited subject unaffected unchanged barred binding'.split(
    ' ',
  ),
)

/** A finite present, no perfect: "falls", "is paused", "are exempt". */
function isPresent(scene: Scene, head: number): boolean {
  const { doc, grammar } = scene
  const auxiliaries = auxiliariesOf(scene, head)
  if (isToBe(scene, head)) return false
  if (auxiliaries.length === 0) return grammar.isVerb(head) && /^VB[ZP]?$/.test(doc.tokens.tag[head]!)
  return auxiliaries.every((word) => /^(?:is|are|does|do)$/.test(word)) && doc.tokens.tag[head] !== 'VBG'
}

/** Whether a clause behind an accord is one more of its terms. */
function goesOn(scene: Scene, clause: Clause, run: Run): boolean {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const { head, subject } = clause
  if (scene.attributions(head).length > 0) return false
  const isIt = tokens.lower[subject] === 'it'
  if (isAgreement(scene, subject) && isGeneral(scene, subject)) return false
  // "On the day the accord takes effect": what it says of itself without a day is no term.
  if (isAgreement(scene, subject) && scene.days([head]).length === 0 && TAKES.has(tokens.lemma[head]!))
    return false
  if (/^(?:W|EX)/.test(tokens.tag[subject]!) || (/^PRP/.test(tokens.tag[subject]!) && !isIt)) return false
  const lemma = tokens.lemma[head]!
  if (
    BESIDE.has(lemma) ||
    (scene.rows('round-verbs').has(lemma) && !STANDS.has(lemma)) ||
    isOfMeeting(scene, clause)
  )
    return false
  const auxiliaries = auxiliariesOf(scene, head)
  const passive = grammar.isVerb(head) && grammar.isPassive(head)
  const onThing = isThing(scene, subject) || isThing(scene, ofNoun(scene, subject))
  if (isIt) return auxiliaries.includes('will') && STANDS.has(lemma)
  if (stands(scene, clause))
    return passive
      ? onThing || LAID.has(lemma)
      : onThing || !grammar.isVerb(head) || (run.isTerm && isShut(scene, head))
  const parties = fillers.parties(subject)
  const isSide = parties.length > 0 && parties.every(({ id }) => run.sides.some((side) => side.id === id))
  const isGroup = parties.every(({ id }) => id.startsWith('phrase:')) && tokens.tag[subject] === 'NNS'
  const inTurn = isInTurn(scene, clause) && (isSide || isGroup || parties.length > 0)
  if (isPresent(scene, head))
    return (isSide && UNDERTAKES.has(lemma)) || (inTurn && grammar.objects(head).length > 0)
  if (passive && OF_TALK.test(lemma) && !isToBe(scene, head)) return false
  const isToCome = auxiliaries.some((word) => /^(?:will|'ll|would)$/.test(word))
  if (isToCome && COMMENTS.has(lemma)) return false
  const isNo = grammar.dependents(subject, 'det').some((word) => tokens.lower[word] === 'no')
  if (auxiliaries.includes('may') || auxiliaries.includes('can'))
    return (
      run.isTerm &&
      (isNo ||
        FREED.has(lemma) ||
        passive ||
        fillers.quantityIn(subject)?.unit !== undefined ||
        (grammar.objects(head).length > 0 && (isSide || parties.length > 0)))
    )
  if (auxiliaries.includes('must') || auxiliaries.includes('shall')) return run.isTerm || isSide
  if (isToBe(scene, head)) return isSide || passive || onThing || run.isTerm || FOLLOWS.has(lemma)
  if (isToCome)
    return (
      inTurn ||
      (passive && onThing) ||
      (GETS.has(lemma) && isGroup) ||
      (run.isTerm && (isSide || isGroup) && (grammar.objects(head).length > 0 || PAYS.has(lemma)))
    )
  return false
}

const TAKES: ReadonlySet<string> = new Set(['apply', 'come', 'enter', 'take'])
const GETS: ReadonlySet<string> = new Set(['gain', 'get', 'keep', 'receive', 'retain'])
const PAYS: ReadonlySet<string> = new Set(['contribute', 'invest', 'pay', 'put'])
const FREED: ReadonlySet<string> = new Set(
  'cancel continue end enter leave reopen resume return sell ship stay terminate withdraw'.split(' '),
)
const FOLLOWS: ReadonlySet<string> = new Set('begin follow fall open rise start'.split(' '))
/** What is done to a thing by an accord, told of any noun: "squid is excluded". */
const LAID: ReadonlySet<string> = new Set(
  'allow backdate ban bar cap cover exclude exempt forbid freeze include limit lift lower pause permit prohibit reduce scrap suspend waive'.split(
    ' ',
  ),
)
/** What is done about an accord by those who made it, or told of it. */
const BESIDE: ReadonlySet<string> = new Set(
  'approve brief close debate decide discuss invite know meet present publish ratify report review see send sign speak submit tell travel visit vote work'.split(
    ' ',
  ),
)

/** "A summit is to follow", "will hold a vote". */
function isOfMeeting({ rows, doc, grammar }: Scene, { head, subject }: Clause): boolean {
  const isMeeting = (noun: number) =>
    rows('round-nouns').has(doc.tokens.lemma[noun]!) ||
    /^(?:ballot|election|parliament|poll|referendum|vote|voting|analyst|expert|economist)$/.test(
      doc.tokens.lemma[noun]!,
    )
  return [subject, ...grammar.objects(head)].some(isMeeting)
}

/** "Half of the levy": the noun behind "of". */
const ofNoun = ({ grammar }: Scene, noun: number): number => grammar.obliques(noun, 'of')[0] ?? noun

/** Who is to do what the clause says; of a passive nobody by name. */
function doersOf(scene: Scene, { head, subject }: Clause): Ref[] {
  const { grammar, fillers } = scene
  if (!grammar.isVerb(head) || grammar.isPassive(head)) return []
  const at =
    isToBe(scene, head) && grammar.dependents(head, 'nsubj').length === 0
      ? subjectOfToBe(scene, head)
      : subject
  // "Firms building Norwegian yards": not Norway.
  const { lemma } = scene.doc.tokens
  const isItself =
    fillers.partyNamed(at).length > 0 ||
    fillers.groups(at).length > 0 ||
    scene.rows('representing-nouns').has(lemma[at]!)
  return isThing(scene, at) || fillers.quantityAt(at)?.unit !== undefined || !isItself
    ? []
    : fillers.parties(at).filter(({ id }) => !id.startsWith('phrase:'))
}

/** What the clause is said of, for an "it" behind it; none where somebody does it. */
function thingOf(scene: Scene, { subject }: Clause): Phrase | undefined {
  const { first, last } = scene.grammar.phrase(subject, 'short')
  return scene.fillers.parties(subject).length > 0 && !isThing(scene, subject)
    ? undefined
    : scene.fillers.phraseOf(first, last, subject)
}
