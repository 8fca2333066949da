// In: a scene, a measure and what is done to it. Out: who imposes it.

import { type Doc, UPOS } from '../../language/doc.ts'
import { isStateId, type Ref } from '../../model/index.ts'
import { isLabour } from '../acts/happening-nouns.ts'
import { signersOf } from '../sentence/instruments.ts'
import { unique } from '../sentence/refs.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'
import { agentOn, bearersOf, doersHit, originOf, partiesHit } from './hit.ts'
import { PART_OF } from './part-of.ts'
import { isNamedTarget, isPayer } from './payers.ts'

/**
 * Whose measure it is. A strike is of those who stop work: neither of the firm it is named after ("the Quispe Lines
 * strike") nor of the firm that ends it.
 */
export function imposers(scene: Scene, noun: number, doing: Doing | undefined): Ref[] {
  const found = ownersOrDoers(scene, noun, doing)
  if (!STRIKES.has(scene.doc.tokens.lemma[noun]!)) return found
  const isBegun = doing?.asObject === true && doing.row.effect === 'set'
  const owned = scene.grammar
    .dependents(noun, 'compound', 'amod', 'nmod:poss')
    .flatMap((token) => scene.fillers.partyNamed(token).map(({ id }) => id))
  return found.filter(({ id, name }) => isLabour(scene.lexicon, name) || (isBegun && !owned.includes(id)))
}

const STRIKES: ReadonlySet<string> = new Set(['strike', 'stoppage', 'walkout', 'walk-out', 'slowdown'])

/** The measure's owner or "by" phrase, else who does what is done to it. */
function ownersOrDoers(scene: Scene, noun: number, doing: Doing | undefined): Ref[] {
  const { grammar, fillers } = scene
  // "Peru asked Chile to lift its ban": it is Chile's.
  const pronoun = grammar.dependents(noun, 'nmod:poss').some((token) => scene.doc.tokens.pos[token] === PRON)
  const asked = pronoun && doing?.asObject ? askedParties(scene, doing.token) : []
  if (asked.length > 0) return asked
  const blamed = doing?.asObject ? blamedAbove(scene, doing.token) : []
  if (blamed.length > 0) return blamed
  const owner = [noun, ...sharing(scene, noun), ...wholesOf(scene, noun)]
    .flatMap((at) => grammar.dependents(at, 'nmod:poss', 'amod', 'compound'))
    .filter((token) => !isTarget(scene, noun, token) && !isNamedTarget(scene, token))
    .filter((token) => !isPayer(scene, noun, token, doing))
    .filter((token) => !isCharged(scene, token, doing))
    .flatMap((token) => fillers.partyNamed(token))
  if (owner.length === 0 && scene.doc.tokens.lemma[noun] === 'exemption')
    owner.push(...whoseDuty(scene, noun))
  const hit = doersHit(scene, noun)
  const agents = grammar
    .obliques(noun, 'by')
    .filter((token) => !hit.includes(token))
    .flatMap((token) => fillers.parties(token))
  const doer = othersDeed(scene, noun, doing, owner)
  if (doer) return doer
  if (doing?.row.lemma === 'review' && !isOwnReview(scene, doing.token, owner)) return []
  const own = pronoun ? boundTo(scene, noun, doing) : []
  if (own.length > 0) return own
  if (owner.length > 0 || agents.length > 0) return unique([...owner, ...agents])
  const on = ['on', 'against'].flatMap((word) =>
    [noun, ...(doing ? [doing.token] : [])].flatMap((head) => grammar.obliques(head, word)),
  )
  const passive = on.flatMap((token) => agentOn(scene, token)).filter((token) => !hit.includes(token))
  if (passive.length > 0) return unique(passive.flatMap((token) => fillers.partyNamed(token)))
  if (doing?.row.subject === 'target') {
    const bearers = bearersOf(scene, doing.token)
    const entered = enteredBy(scene, bearers, [noun, ...on, ...ratesOf(scene, noun), doing.token])
    return entered.length > 0 ? entered : tellingThem(scene, doing.token, bearers)
  }
  if (doing && !doing.asObject) return statesAround(scene, doing.token)
  if (!doing) return []
  const { tokens } = scene.doc
  // A relative clause has a verb, whatever it was tagged ("duties that Peru places").
  const isHeld = doing.token === noun && grammar.dependents(noun, 'cop').length > 0
  const verbal = isHeld || grammar.isVerb(doing.token) || tokens.dep[doing.token]!.startsWith('acl')
  const doers = verbal
    ? doersOf(scene, doing.token)
    : [
        ...grammar.dependents(doing.token, 'nmod:poss', 'amod', 'compound'),
        ...grammar.obliques(doing.token, 'by'),
      ].filter((token) => token !== noun && tokens.dep[token] !== undefined)
  const named = unique(
    doers
      .filter((token) => !isWhere(scene, token))
      .flatMap((token) => signersOf(scene, token))
      .flatMap((token) =>
        verbal ? [...fillers.parties(token), ...groupOf(scene, token)] : fillers.partyNamed(token),
      ),
  )
  const saying = verbal ? sayingTheyDo(scene, doing.token, doers) : []
  if (saying.length > 0) return saying
  // "The duties we imposed": an official speaks of his state.
  if (named.length > 0 && doers.every((token) => /^(?:we|us)$/.test(tokens.lower[token]!)))
    return unique(named.map((ref) => fillers.sideOf(ref) ?? ref))
  return named.length > 0 || !doers.some((token) => tokens.pos[token] === PRON)
    ? named
    : speakers(scene, doing.token)
}

/** "Struck at a hotel in Bergen, which imposes a duty": no place imposes one but a state. */
const isWhere = ({ grammar, fillers }: Scene, token: number): boolean =>
  fillers.nameAt(token)?.type === 'place' &&
  /^(?:in|at|near)$/.test(grammar.caseOf(token)) &&
  fillers.partyNamed(token).every((ref) => !isStateId((fillers.sideOf(ref) ?? ref).id))

/** "Its first set of duties": the word that takes them together, which is its. */
function wholesOf({ doc, grammar }: Scene, noun: number): number[] {
  const { dep, head, lower } = doc.tokens
  const over = head[noun]!
  const isPart =
    over >= 0 && dep[noun] === 'nmod' && grammar.caseOf(noun) === 'of' && PART_OF.has(lower[over]!)
  return isPart ? [over] : []
}

/** "Norway found that Danish mussels were dumped and set a duty": who finds it sets it, not the mussels. */
export function doersOf({ doc, grammar, fillers, rows }: Scene, verb: number): number[] {
  const { dep, head, lemma, tag } = doc.tokens
  const doers = grammar.subjects(verb)
  let first = verb
  while (dep[first] === 'conj' && head[first]! >= 0) first = head[first]!
  const over = head[first]!
  const isThing = (token: number): boolean =>
    /^NNS?$/.test(tag[token]!) &&
    !/^(?:person|organisation|government|office)$/.test(fillers.nameAt(token)?.type ?? '') &&
    ACTORS.every((list) => !rows(list).has(lemma[token]!))
  if (doers.length === 0) {
    const before = nameBefore({ doc, fillers }, verb)
    if (before !== undefined) return [before]
  }
  const isTold = over >= 0 && (dep[first] === 'ccomp' || isThat(doc, grammar.dependents(first, 'mark')))
  return first !== verb && isTold && doers.every(isThing) ? grammar.subjects(over) : doers
}

/**
 * "EU anti-dumping and anti-subsidy duties": the word that shares with the measure what stands before it; "the EU's border levy": the one
 * that may hold its owner.
 */
const sharing = ({ doc: { tokens }, grammar }: Scene, noun: number): number[] => {
  const owned = grammar
    .dependents(noun, 'compound')
    .filter((at) => grammar.dependents(at, 'nmod:poss').length > 0)
  if (owned.length > 0) return owned
  const first = tokens.head[noun]!
  const isShared =
    tokens.dep[noun] === 'conj' &&
    first >= 0 &&
    first < noun &&
    tokens.lower[first + 1] === 'and' &&
    [first, noun].every((at) => grammar.dependents(at, 'det', 'nmod:poss').length === 0)
  return isShared && /^anti-/.test(tokens.lower[first]!) ? [first] : []
}

/** "Last Friday Trade Minister Ada Lind announced", "from Oslo, which had stopped": the name right before, however it hangs. */
function nameBefore({ doc, fillers }: Pick<Scene, 'doc' | 'fillers'>, verb: number): number | undefined {
  const { lower, sent, tag } = doc.tokens
  if (!/^VB[DZ]$/.test(tag[verb]!)) return undefined
  const name = fillers.nameAt(verb - 1)
  const isDoer =
    /^(?:person|government|organisation)$/.test(name?.type ?? '') && sent[verb - 1] === sent[verb]
  return isDoer && !/^(?:in|of|for|to|with|by|from|on|at|,)$/.test(lower[name!.first - 1] ?? '')
    ? verb - 1
    : undefined
}

const ACTORS = ['actor-nouns', 'speaker-nouns', 'officer-nouns', 'role-nouns']
const isThat = ({ tokens }: Doc, marks: readonly number[]): boolean =>
  marks.some((mark) => tokens.lower[mark] === 'that')

/** "Exemptions from its export ban": whose ban it is, he exempts. */
const whoseDuty = ({ grammar, fillers }: Scene, noun: number): Ref[] =>
  grammar
    .obliques(noun, 'from')
    .flatMap((token) => grammar.dependents(token, 'nmod:poss'))
    .flatMap((token) => fillers.parties(token))

/** "A duty of 8 % in Peru": the rate, on which the words behind it may hang. */
const ratesOf = ({ grammar, fillers }: Scene, noun: number): number[] =>
  grammar.obliques(noun, 'of').filter((token) => fillers.quantityAt(token) !== undefined)

/** "Cod shipped to Peru is subject to a duty", "faces duties in Peru": where goods enter, they are charged. */
function enteredBy({ grammar, fillers }: Scene, bearers: readonly number[], heads: readonly number[]): Ref[] {
  const into = ['into', 'to'].flatMap((word) => bearers.flatMap((token) => grammar.obliques(token, word)))
  const inside = ['in', 'from'].flatMap((word) => heads.flatMap((head) => grammar.obliques(head, word)))
  return unique([...into, ...inside].flatMap((token) => fillers.partyNamed(token)))
}

/** "In Kenya a duty on cod will go up": where it does, that state has it. */
const statesAround = ({ grammar, fillers }: Scene, verb: number): Ref[] =>
  unique(
    grammar
      .obliques(verb, 'in')
      .flatMap((token) => fillers.partyNamed(token))
      .filter((ref) => fillers.sideOf(ref) !== undefined || /^[A-Z]{2}$/.test(ref.id)),
  )

/** "NATO allies": the group whose members they are. */
function groupOf({ doc, grammar, fillers }: Scene, noun: number): Ref[] {
  if (!/^(?:ally|member|partner|nation|country)$/.test(doc.tokens.lemma[noun]!)) return []
  return grammar
    .dependents(noun, 'compound')
    .flatMap((token) => fillers.partyNamed(token))
    .filter(({ id }) => id.startsWith('org:'))
}

/** "Charges Peru massive duties": who stands right behind the verb pays them. */
const isCharged = ({ doc }: Scene, token: number, doing: Doing | undefined): boolean =>
  doing?.row.lemma === 'charge' &&
  (token === doing.token + 1 || (token === doing.token + 2 && doc.tokens.lower[token - 1] === 'the'))

/** "Norway would impose the Peruvian duties": who imposes what bears another's name imposes it on him. */
function othersDeed(
  scene: Scene,
  noun: number,
  doing: Doing | undefined,
  owner: readonly Ref[],
): Ref[] | undefined {
  const { doc, grammar, fillers } = scene
  if (!doing?.asObject || doing.row.effect !== 'set' || owner.length === 0 || !grammar.isVerb(doing.token))
    return undefined
  if (
    grammar.dependents(noun, 'nmod:poss').length > 0 ||
    !/^VBP?$|^VB[DGNZ]$/.test(doc.tokens.tag[doing.token]!)
  )
    return undefined
  const by = grammar.isPassive(doing.token) ? [] : doersAbove(scene, doing.token)
  const sides = new Set(owner.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))
  const same = by.some((ref) => sides.has(ref.id) || sides.has(fillers.sideOf(ref)?.id ?? ref.id))
  return same || by.length === 0 ? undefined : by
}

/** "Norway opens a review of the Peruvian duties": those it has on what is Peru's. */
function isOwnReview(scene: Scene, review: number, owner: readonly Ref[]): boolean {
  const verb = scene.grammar.isVerb(review) ? review : scene.grammar.governor(review)
  const sides = owner.map((ref) => scene.fillers.sideOf(ref)?.id ?? ref.id)
  const by = verb < 0 ? [] : doersAbove(scene, verb)
  return by.length === 0 || by.some((ref) => sides.includes(scene.fillers.sideOf(ref)?.id ?? ref.id))
}

/** Who does it, or what it is done by: "Norway drafted an order that would declare an emergency to impose". */
function doersAbove({ doc, grammar, fillers }: Scene, verb: number): Ref[] {
  let at = verb
  for (let steps = 0; at >= 0 && steps < 5; steps++) {
    const by = unique(grammar.subjects(at).flatMap((token) => fillers.parties(token)))
    if (by.length > 0) return by
    if (/^(?:root|ccomp|parataxis)$/.test(doc.tokens.dep[at]!)) return []
    at = doc.tokens.head[at]!
  }
  return []
}

/** "Quispe believes Holm would back off from his threat": his own, of the subject of the clause it stands in. */
function boundTo({ doc, grammar, fillers }: Scene, noun: number, doing: Doing | undefined): Ref[] {
  const { lower } = doc.tokens
  const held = doing && !grammar.isVerb(doing.token) ? doing.token : noun
  const owned = [held, noun].flatMap((at) => grammar.dependents(at, 'nmod:poss'))
  if (!owned.some((at) => lower[at] === 'his' || lower[at] === 'her')) return []
  const verb = grammar.governor(held)
  return verb < 0 ? [] : unique(grammar.subjects(verb).flatMap((token) => fillers.persons(token)))
}

/** "Norway announced that it would lift": who says what "it" will do is "it", where nothing else was found. */
function speakers(scene: Scene, token: number): Ref[] {
  const [told] = scene.attributions(token)
  if (!told || told.nonSpeech || told.form === 'direct') return []
  return told.speakers
    .filter((id) => !id.startsWith('event:'))
    .map((id) => ({ id, name: scene.fillers.name(id) }))
}

/** "Berg told Peru its cod would face a duty of 8 %": a state's own officials tell what others will pay. */
function tellingThem(scene: Scene, verb: number, bearers: readonly number[]): Ref[] {
  const { fillers } = scene
  if (!/^(?:planned|expected)$/.test(scene.epistemics(verb).modality)) return []
  const sideOf = (ref: Ref): Ref => fillers.sideOf(ref) ?? ref
  const paying = bearers
    .flatMap((token) => [...partiesHit(scene, token), ...originOf(scene, token)])
    .map((ref) => sideOf(ref).id)
  const [told] = scene.attributions(verb)
  if (!told || told.nonSpeech || paying.length === 0) return []
  const tellers = told.speakers.map((id) => sideOf({ id, name: fillers.name(id) }))
  return tellers.every(({ id }) => isStateId(id) && !paying.includes(id)) ? unique(tellers) : []
}

/** "…, the interior ministry said": the authority that tells what it lays down. */
export const tellersOf = (scene: Scene, token: number): Ref[] =>
  speakers(scene, token).filter(
    (ref) => isStateId(ref.id) || (!ref.id.startsWith('person:') && AUTHORITY.test(ref.name)),
  )

const AUTHORITY =
  /\b(?:agency|authority|authorities|bank|cabinet|commission|council|court|customs|department|government|ministry|office|regulator|treasury)\b/i

/** "Officials of Peru say they decided to impose": those who say it, who are several. */
function sayingTheyDo(scene: Scene, token: number, doers: readonly number[]): Ref[] {
  const { doc } = scene
  const [they] = doers
  if (they === undefined || doc.tokens.lower[they] !== 'they') return []
  const [told] = scene.attributions(token)
  const source = told?.source[0]
  const isFirst = told?.content.some(({ start }) => start === doc.tokens.start[they])
  const isSeveral = source && /^NNP?S$/.test(doc.tokens.tag[tokenAt(scene, source.end - 1)] ?? '')
  return isFirst && isSeveral ? speakers(scene, token) : []
}

const PRON = UPOS.indexOf('PRON')

/** "Acted against Peru over its refusal to lift the ban": whom the grievance is with, not who has it. */
function blamedAbove({ doc, grammar, fillers }: Scene, verb: number): Ref[] {
  const { dep, head, lower, pos } = doc.tokens
  const to = grammar.dependents(verb, 'mark').find((mark) => lower[mark] === 'to')
  const grievance = to === undefined ? -1 : /^acl/.test(dep[verb]!) ? head[verb]! : to - 1
  if (grievance < 0 || !/^(?:over|for|after)$/.test(grammar.caseOf(grievance))) return []
  const whose = grammar.dependents(grievance, 'nmod:poss').find((token) => pos[token] === PRON)
  if (whose === undefined) return []
  for (let at = whose - 2; at > 0 && at > whose - BLAMED; at--) {
    if (!/^(?:against|at|on|with)$/.test(lower[at - 1]!) && dep[at] !== 'obj') continue
    const found = fillers.partyNamed(at)
    if (found.length > 0) return found
  }
  return []
}

/** Tokens before a grievance within which it is told with whom. */
const BLAMED = 8

/** The parties that are asked, told or urged to do what a verb in the infinitive says. */
function askedParties({ doc, grammar, fillers }: Scene, verb: number): Ref[] {
  const over = doc.tokens.head[verb]!
  if (!/^(?:xcomp|advcl)$/.test(doc.tokens.dep[verb]!) || over < 0) return []
  const doers = new Set(grammar.subjects(verb))
  return unique(
    grammar
      .dependents(over, 'obj', 'iobj', 'obl')
      .filter((token) => token < verb && doers.has(token))
      .flatMap((token) => fillers.parties(token)),
  )
}

/** "the app's ban", "its ban": what a ban or probe belongs to is what it hits, unless a government has it. */
function isTarget(scene: Scene, noun: number, owner: number): boolean {
  if (scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!)?.of !== 'target') return false
  return scene.fillers
    .partyNamed(owner)
    .every((ref) => ref.id.startsWith('org:') && scene.fillers.sideOf(ref) === undefined)
}
