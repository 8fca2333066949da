// In: a match of a card of agreements. Out: what it tells of one: its name, sides, form, stage and subject.

import {
  type AgreementForm,
  type AgreementStage,
  isActual,
  type Phrase,
  type Ref,
} from '../../model/index.ts'
import { actorsAt, unnamedAt } from '../acts/actors.ts'
import { balanced, matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { joinedBehind } from '../sentence/joined-sides.ts'
import { firstFrom } from '../sentence/nearby.ts'
import { withPurpose } from '../sentence/purpose.ts'
import { unique } from '../sentence/refs.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { isSupposed } from '../sentence/supposed.ts'
import { isInsight } from './accord-phrases.ts'
import { withBothSides } from './accord-sides.ts'
import { isWantedDone } from './accords.ts'

/** The part of an agreement, or undefined where the words name none in particular, or nobody it is with. */
export function agreementPart(scene: Scene, match: Match) {
  const { refs, phrase, phrases, set } = matchedOf(match)
  const head = match.roles.get('name')?.tokens[0] ?? match.trigger
  if (isAnyAtAll(scene, match.trigger, head) || isWished(scene, match.trigger)) return undefined
  if (isWantedDone(scene, match.trigger)) return undefined
  // "A plea to freeze the pact was turned down": the plea.
  const before = scene.grammar.phrase(head, 'short').first - 1
  const isAsked = scene.doc.tokens.tag[before] === 'VB' && scene.doc.tokens.lower[before - 1] === 'to'
  if (match.rule.card.id === 'core/agreement-voted-down' && isAsked && before > 0 && match.trigger > head)
    return undefined
  if (isOnesStatement(scene, head) || isInsight(scene, head)) return undefined
  if (isWhoDoes(scene, match.trigger)) return undefined
  if (set('stage') === 'in force' && isOnThatDay(scene, match.trigger)) return undefined
  const told = phrase('name') ?? scene.fillers.phrase(match.trigger, 'short')
  const name = nameOf(scene, told, head)
  const stage = set('stage') as AgreementStage
  const between = withoutSigners(
    scene,
    match,
    withUnnamed(scene, match, withHyphened(scene, name, unique(refs('between')))),
  )
  // "Would never seek an agreement", "is not rejecting a deal": there is none.
  if (/^(?:proposed|rejected)$/.test(stage) && scene.epistemics(match.trigger).polarity === 'denied')
    return undefined
  // "Norway, Peru and Chile reached agreements": each its own, with somebody else.
  const isOneEach = scene.doc.tokens.tag[head] === 'NNS' && scene.grammar.dependents(head, 'det').length === 0
  if (isOneEach && between.length > 2) return undefined
  const about = match.roles.get('about')
  const topics = (about?.phrases ?? []).filter((_, at) => isTopic(scene, head, about!.tokens[at]!))
  // "Since he has struck a deal": with whom, on what?
  // "Must approve the deal": it awaits approval, which is told apart.
  const { modality } = scene.epistemics(match.trigger)
  if (stage === 'ratified' && /^(?:expected|hypothetical)$/.test(modality)) return undefined
  // "A window in which a treaty can be signed": it may come to that.
  const can = scene.grammar
    .dependents(match.trigger, 'aux')
    .some((aux) => scene.doc.tokens.lower[aux] === 'can')
  if (can && isActual(scene.epistemics(match.trigger).modality) && /^(?:signed|agreed|ratified)$/.test(stage))
    return undefined
  // "Attempts to cut a deal with the ministry", "might back a plan proposing one": with one side named, there is none.
  const isMade = isActual(modality)
  // "Are negotiating a pact": the talks go on.
  if (stage === 'agreed' && modality === 'ongoing') return undefined
  if (stage === 'agreed' && !isMade && between.length < 2) return undefined
  if (between.length < 2 && isSupposed(scene, match.trigger)) return undefined
  // "Efforts to reach an agreement": of whom and on what, the words do not say.
  if (between.length === 0 && topics.length === 0 && !isMade && /^an? \S+$/i.test(name.text)) return undefined
  const lone = topics.length === 0 || between.every(({ id }) => id.startsWith('person:'))
  if (stage === 'agreed' && match.roles.has('between') && lone && isOneSided(match, between)) return undefined
  if (stage === 'adopted' && between.length < 2 && !isAdoptedJointly(between)) return undefined
  // Who alone passes or rejects a deal decides on it, and need be no side of it.
  const isDecided = stage === 'rejected' || stage === 'ratified'
  const deciders = isDecided ? between.filter((ref) => !isSide(scene, ref)) : []
  const sides = between.filter((ref) => !deciders.includes(ref))
  const approvals = refs('approver').map((who) => ({ who, done: set('approved') === 'yes' }))
  return {
    thread: 'agreement' as const,
    name,
    // "Norway was seeking a deal", "Peru will end it": who alone seeks or ends one is no side of it by that.
    between: sides.length === 1 && UNBOUND.test(stage) ? [] : sides,
    form: formOf(name.text, set('form')),
    stage:
      stage === 'agreed' && (isInPrinciple(scene, name, head) || isAgreedSo(scene, match.trigger))
        ? ('in principle' as const)
        : stage,
    about: topics,
    approvals:
      stage === 'ratified' ? [...approvals, ...deciders.map((who) => ({ who, done: true }))] : approvals,
    leftOpen: phrases('leftOpen'),
    accountBy: [],
  }
}

/** "The Joint Committee adopted the accord": a body of both sides; a chamber or a state alone adopts for itself. */
const isAdoptedJointly = (between: readonly Ref[]): boolean =>
  between.some(({ name }) => /\bjoint\b/i.test(name))

/** Stages at which nobody is bound. */
const UNBOUND = /^(?:proposed|rejected|lapsed)$/

/** "On the day the accord takes effect", "until the pact enters into force": when it will, the words do not say. */
function isOnThatDay({ doc, grammar, epistemics }: Scene, trigger: number): boolean {
  const { dep, head, tag, lower } = doc.tokens
  const over = head[trigger]!
  const isTold = isActual(epistemics(trigger).modality)
  if (!/^(?:advcl|acl|ccomp)/.test(dep[trigger]!) || over < 0 || !isTold) return false
  const [subject = trigger] = grammar.dependents(trigger, 'nsubj')
  const { first } = grammar.phrase(subject, 'short')
  const before = lower[first - 1] ?? ''
  if (/^(?:before|if|until|unless)$/.test(before)) return true
  if (!/^(?:after|date|day|moment|once|soon|when|as)$/.test(before)) return false
  const verb = grammar.isVerb(over) ? over : grammar.governor(over)
  return /^VB[PZ]$/.test(tag[trigger]!) || (verb >= 0 && !isActual(epistemics(verb).modality))
}

/** "It is firms rather than the ministry that sign the contracts": who does so, not that it was done. */
function isWhoDoes({ doc, grammar }: Scene, trigger: number): boolean {
  const { dep, head, tag, lower } = doc.tokens
  const over = head[trigger]!
  const isClause = over >= 0 && dep[trigger] === 'acl:relcl' && /^VB[PZ]$/.test(tag[trigger]!)
  if (!isClause) return false
  const cleft = grammar.dependents(over, 'cop').length > 0 ? over : head[over]!
  return cleft >= 0 && grammar.dependents(cleft, 'nsubj', 'expl').some((one) => lower[one] === 'it')
}

/** "Signed a statement", "rejected her statement": one's own, unless it is a joint one. */
const isOnesStatement = ({ doc, grammar }: Scene, head: number): boolean =>
  doc.tokens.lemma[head] === 'statement' &&
  !grammar.dependents(head, 'amod', 'compound').some((word) => doc.tokens.lower[word] === 'joint')

/** "An agreement in principle on cod": reached, with the text still to come. */
const isInPrinciple = ({ doc }: Scene, name: Phrase, head: number): boolean =>
  /\bin[ -]principle\b/i.test(name.text) ||
  (doc.tokens.lower[head + 1] === 'in' && doc.tokens.lower[head + 2] === 'principle')

/** "Agreed in principle on Monday to the pact". */
const isAgreedSo = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.obliques(verb, 'in').some((noun) => doc.tokens.lower[noun] === 'principle')

/** A state, or a body that stands for none of its own: no person, chamber or party of one. */
const isSide = ({ fillers }: Scene, ref: Ref): boolean =>
  !ref.id.startsWith('person:') && (/^[A-Z]{2,3}$/.test(ref.id) || fillers.sideOf(ref) === undefined)

/**
 * "The president signed a pact between Norway and Peru": who signs for a side is none; of "her president signed a pact
 * with Norway and Peru" it is his side that does.
 */
function withoutSigners(scene: Scene, match: Match, sides: Ref[]): Ref[] {
  const others = sides.filter(({ id }) => !id.startsWith('person:'))
  if (others.length < 2) return sides
  const isWith = (match.roles.get('between')?.tokens ?? []).some(
    (one) => scene.grammar.caseOf(one) === 'with',
  )
  const signed =
    isWith && matchedOf(match).set('stage') === 'signed' ? sides.filter((one) => !others.includes(one)) : []
  return unique([...signed.flatMap((one) => scene.fillers.sideOf(one) ?? []), ...others])
}

/** "The Norway-Peru pact": all that hyphens join to a side. */
function withHyphened({ doc, fillers }: Scene, name: Phrase, sides: Ref[]): Ref[] {
  const { tokens } = doc
  const first = firstFrom(tokens, name.start)
  const joined: Ref[] = []
  for (let at = first; at < tokens.count && tokens.end[at]! <= name.end; at++)
    if (tokens.tag[at + 1] === 'HYPH' || tokens.tag[at - 1] === 'HYPH') joined.push(...fillers.partyNamed(at))
  return joined.some((one) => sides.some(({ id }) => id === one.id)) ? unique([...sides, ...joined]) : sides
}

/** "The port employers and the Havens union reached a deal": one of two sides has no name, and stands by its words. */
function withUnnamed(scene: Scene, { rule, trigger }: Match, sides: Ref[]): Ref[] {
  const { grammar, fillers } = scene
  if (rule.card.id !== 'core/agreement-reached' || sides.length !== 1) return sides
  const [first] = grammar.subjects(trigger)
  const doers = first === undefined ? [] : actorsAt(scene, first)
  // Only the last of a list is told by its own words; one before it also by those joined to it.
  const isNameless = (at: number) =>
    fillers.partyNamed(at).length === 0 &&
    fillers.parties(at).every(({ id }) => id === sides[0]!.id) &&
    grammar
      .dependents(at, 'compound', 'nmod:poss', 'appos')
      .every((one) => fillers.partyNamed(one).length === 0)
  const behind = doers.length === 1 ? joinedBehind(scene, first!, trigger) : undefined
  if (behind !== undefined) return [...sides, unnamedAt(scene, behind)]
  const nameless = doers.filter(isNameless)
  if (doers.length !== 2 || nameless.length !== 1) return sides
  const other = unnamedAt(scene, nameless[0]!)
  return nameless[0] === doers[0] ? [other, ...sides] : [...sides, other]
}

/** One party alone that reaches, makes or announces something; who agrees to what is there does so by himself. */
const isOneSided = ({ roles, rule }: Match, between: readonly Ref[]): boolean =>
  rule.card.id === 'core/agreement-reached' &&
  between.length < 2 &&
  (roles.get('recipient')?.refs.length ?? 0) === 0

/** "We'll only agree to a deal that works", "trying to get Peru to agree to one": a condition or a wish, no agreement. */
function isWished({ doc, grammar }: Scene, trigger: number): boolean {
  const { lower, lemma, head, tag } = doc.tokens
  const over = head[trigger]!
  const isOnly = grammar.dependents(trigger, 'advmod').some((word) => lower[word] === 'only')
  const brought = over >= 0 && BRINGING.has(lemma[over]!) && grammar.dependents(over, 'obj').length > 0
  // "They got Peru to sign a deal": it did.
  return isOnly || (brought && !(tag[over] === 'VBD' && /^(?:get|persuade|convince)$/.test(lemma[over]!)))
}

/** Verbs by which one brings another to do something. */
const BRINGING: ReadonlySet<string> = new Set(
  'get persuade convince push press urge force pressure want ask lead'.split(' '),
)

/** "The worst deal ever made", "every deal we cut", "trade deals are negotiated by": a kind of agreement, not one that was made. */
function isAnyAtAll({ doc, grammar }: Scene, trigger: number, head: number): boolean {
  const { lower, tag, lemma } = doc.tokens
  const { first, last } = grammar.phrase(head, 'short')
  const ranked = (at: number) => /^(?:JJS|RBS)$/.test(tag[at]!)
  for (let at = first; at < head; at++) if (ranked(at) || ANY.has(lower[at]!)) return true
  for (let at = Math.max(0, trigger - 2); at <= Math.max(trigger, last); at++)
    if (lower[at] === 'ever') return true
  const bare = first === head || !grammar.dependents(head, 'det', 'nummod', 'nmod:poss').length
  const present = grammar
    .dependents(trigger, 'aux:pass')
    .some((aux) => lemma[aux] === 'be' && /^VB[PZ]$/.test(tag[aux]!))
  return bare && tag[head] === 'NNS' && present && grammar.dependents(trigger, 'aux').length < 2
}

const ANY: ReadonlySet<string> = new Set(['any', 'every', 'each', 'no', 'such', 'all'])

/** The name up to a day, a clause said of it or a dash: "a deal here on Friday", "the pact, in which Peru promised to". */
function nameOf(scene: Scene, told: Phrase, head: number): Phrase {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  let first = tokenAt(scene, told.start)
  const { last } = grammar.phrase(head, 'short')
  if (first < 0 || first > head) return told
  // "With most of them against the treaty, the vast pact": from the last comma before it.
  if (tokens.tag[first] === 'IN')
    for (let at = head - 1; at > first; at--) if (tokens.form[at] === ',') first = at + 1
  while (first < head && (/^(?:W|IN)/.test(tokens.tag[first]!) || fillers.timeAt(first))) first++
  let end = head
  for (let at = head + 1; at <= last && tokens.end[at]! <= told.end; at++) {
    if (
      (/^(?:W.*|VB[DZP]|MD|:)$/.test(tokens.tag[at]!) && !isHyphen(scene, at)) ||
      (/^[—–;(]$|^--$/.test(tokens.form[at]!) && !isHyphen(scene, at))
    )
      break
    // "A new six-year contract": how long it runs says which.
    const day = fillers.timeAt(at)
    if (
      tokens.tag[at] === 'RB' ||
      (day && !(day.type === 'DURATION' && /^NNS?$/.test(tokens.tag[day.last] ?? '')))
    )
      break
    if (tokens.form[at] === ',' && !isListComma(scene, at)) break
    // "A pact in Lima": where it was signed.
    if (/^(?:in|at)$/.test(tokens.lower[at]!) && fillers.place(at + 1)) break
    end = at
  }
  // "Agreement with them": with whom, the name does not say.
  if (end > head && tokens.tag[end] === 'PRP') end--
  while (end > head && /^(?:IN|CC|DT|TO|,|``|'')$/.test(tokens.tag[end]!)) end--
  // "A controversial deal": what the writer thinks of it is no name.
  const judged = tokens.tag[first] === 'DT' ? first + 1 : first
  if (judged < head && JUDGED.has(tokens.lower[judged]!)) first = judged + 1
  end = end === head && head - first < 2 ? withPurpose(scene, head) : withBothSides(scene, head, end)
  return balanced(scene, first, end, head)
}

/** "Norway—Peru": a dash with no space on either side joins. */
const isHyphen = ({ doc: { tokens } }: Scene, at: number): boolean =>
  tokens.end[at - 1] === tokens.start[at] && tokens.end[at] === tokens.start[at + 1]

const JUDGED: ReadonlySet<string> = new Set(
  'controversial elusive fragile historic landmark precarious shaky so-called surprise last-minute tenuous uneasy'.split(
    ' ',
  ),
)

/** "The U.S., Mexico and Canada", "a new, wider pact": a comma inside a list of names or adjectives. */
const isListComma = ({ doc: { tokens } }: Scene, at: number): boolean =>
  /^JJ|^VBN/.test(tokens.tag[at + 1]!) ||
  (/^NNP/.test(tokens.tag[at - 1]!) && /^NNP|^CC/.test(tokens.tag[at + 1]!))

/** What an agreement can be about: no day, no adjective ("a new deal on Monday"), no piece of its own proper name. */
function isTopic({ doc, fillers }: Scene, head: number, token: number): boolean {
  const { tag, form } = doc.tokens
  if (fillers.timeAt(token) !== undefined || !/^(?:NN|VBG)/.test(tag[token]!)) return false
  if (NO_TOPIC.has(doc.tokens.lemma[token]!)) return false
  if (token > head) return true
  return (
    !/^NNP/.test(tag[head]!) &&
    !/^NNP/.test(tag[token]!) &&
    !/^(?:HYPH|:)$/.test(tag[token - 1]!) &&
    !/-/.test(form[token]!)
  )
}

/** Nouns behind "on" or before an agreement that say nothing of what it is about: "on a promise", "side agreement". */
const NO_TOPIC: ReadonlySet<string> = new Set(
  'promise pledge side pilot interim draft model stopgap compromise landmark umbrella package framework heels heel wake behalf board track condition basis sideline margin eve part way'.split(
    ' ',
  ),
)

/** The form an agreement's name tells, whatever its head noun: "framework agreement", "trade truce". */
function formOf(name: string, otherwise: string | undefined): AgreementForm {
  const lower = name.toLowerCase()
  if (lower.includes('framework')) return 'framework'
  if (lower.includes('truce') || lower.includes('ceasefire') || lower.includes('cease-fire')) return 'truce'
  return (otherwise ?? 'deal') as AgreementForm
}
