// In: a scene. Out: its acts in PLOVER's categories: who does what to whom, planned or refused, in response to what.
import { UPOS } from '../../language/doc.ts'
import type { ClaimDay, Phrase } from '../../model/index.ts'
import { upToTold } from '../sentence/asides.ts'
import { type Found, isQuestion, type Scene } from '../sentence/scene.ts'
import { isBareVerb } from '../terms/commitments.ts'
import { actWords } from './act-words.ts'
import { isDoneTo, isNamed, isOfNamed, refsAt } from './actors.ts'
import { isBetweenSides } from './between-sides.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { nounOf } from './carried.ts'
import { daysOfDeed } from './deed-days.ts'
import { isLasting } from './lasting.ts'
import { COOPERATIVE, HOSTILE, ploverAsTold } from './plover-root.ts'

/** Roots that need somebody they are done to; of the others an object is enough. */
const NEED_RECIPIENT: ReadonlySet<string> = new Set([
  'CONSULT',
  'AID',
  'COOPERATE',
  'ASSAULT',
  'REQUEST',
  'THREATEN',
])
/** Roots told of parties only: people who travel, ask or agree are no side. */
const NEED_NAME: ReadonlySet<string> = new Set(['CONSULT', 'REQUEST', 'SUPPORT', 'AID', 'COOPERATE', 'AGREE'])
/** Roots of what two may do with each other. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'COOPERATE', 'AGREE'])
/** What several do side by side, not with each other. */
const VISITS: ReadonlySet<string> = new Set([
  'attend',
  'visit',
  'arrive',
  'travel',
  'fly',
  'tour',
  'brief',
  'host',
])
/** What needs neither object nor recipient. */
const ALONE: ReadonlySet<string> = new Set(['yield: resign'])
const PRON = UPOS.indexOf('PRON')

/** One act for each word that tells one and is told in its own right; none without somebody who acts and a named side. */
export function findActs(scene: Scene): Found[] {
  const candidates = candidatesOf(scene)
  const at = new Map(candidates.map((one) => [one.trigger, one]))
  const inner = new Set(candidates.flatMap((one) => contentOf(scene, one)))
  return [
    ...candidates.filter((one) => !inner.has(one.trigger)).flatMap((one) => actOf(scene, one, at) ?? []),
    ...obligations(scene),
  ]
}

/** Verbs that are what is agreed, refused, demanded or alleged, and told by that. */
function contentOf(scene: Scene, { clause, trigger, objects }: Candidate): number[] {
  const { grammar, doc } = scene
  const held = [
    ...(clause < 0 ? [] : [clause]),
    ...grammar
      .dependents(trigger, 'advcl', 'acl')
      .filter((token) =>
        grammar.dependents(token, 'mark', 'case').some((mark) => OF.has(doc.tokens.lower[mark]!)),
      ),
    ...objects.flatMap((token) =>
      grammar.dependents(token, 'acl').filter((one) => doc.tokens.dep[one] === 'acl'),
    ),
  ]
  return held.flatMap((token) => [token, ...below(scene, token)])
}

const OF: ReadonlySet<string> = new Set(['of', 'for', 'from', 'against', 'to', 'into', 'by'])

const below = (scene: Scene, token: number, depth = 0): number[] =>
  depth > 4
    ? []
    : scene.grammar
        .dependents(token, 'xcomp', 'ccomp', 'conj')
        .flatMap((one) => [one, ...below(scene, one, depth + 1)])

function actOf(scene: Scene, one: Candidate, at: ReadonlyMap<number, Candidate>): Found | undefined {
  const { fillers } = scene
  const { trigger } = one
  const epistemics = toldAs(scene, trigger)
  if (!epistemics) return undefined
  if (epistemics.modality === 'hypothetical' || isQuestion(scene.doc, trigger)) return undefined
  if (epistemics.modality === 'held' && isLasting(scene, one)) return undefined
  // "Did not object to the plan", "never threatened to leave": blame or threat not made is no act, words denied are a statement.
  if (/^(?:ACCUSE|THREATEN)$/.test(one.plover) && epistemics.polarity === 'denied') return undefined
  if (scene.doc.tokens.lemma[trigger] === 'deny' && one.clause >= 0 && one.objects.length === 0)
    return undefined
  // "As Norway threatened to do", "the pact that Norway threatened to quit": told by the words above.
  const { clause: under } = one
  if (
    under >= 0 &&
    (scene.doc.tokens.lemma[under] === 'do' || one.objects.some((token) => isAbove(scene, token, trigger)))
  )
    return undefined
  // "The best deal we ever made": what a noun is, no news of who speaks.
  const we = one.actors.every((token) => /^(?:i|we)$/.test(scene.doc.tokens.lower[token]!))
  if (we && scene.doc.tokens.dep[trigger] === 'acl:relcl') return undefined
  if (one.actors.length === 0 || !isBetweenSides(scene, one, at)) return undefined
  const plover = ploverAsTold(one.plover, epistemics.polarity, epistemics.modality)
  const objects = one.objects.map((token) => objectAt(scene, token))
  const ends = one.ends.map((token) => fillers.phrase(token, 'short'))
  const told = one.clause >= 0 ? one.clause : (one.objects[0] ?? trigger)
  const within = (phrase: Phrase, inside: number) => upToTold(scene, upToTold(scene, phrase, trigger), inside)
  const clause = one.clause < 0 ? undefined : within(fillers.phrase(one.clause, 'clause'), one.clause)
  const object = objects[0] ?? clause
  const actor = refsAt(scene, one.actors).filter(({ id }) => !id.startsWith('outlet:'))
  if (actor.length === 0 || isVowOfNothing(scene, one, at)) return undefined
  const doneTo = one.recipients.filter((token) => isDoneTo(scene, one, token))
  const towards = refsAt(scene, doneTo)
  const recipient = towards.filter((ref) => !actor.some((own) => own.id === ref.id))
  // "Norway's envoys accused Norway": misread, or no act between sides.
  if (/^(?:ACCUSE|ASSAULT)$/.test(one.plover) && towards.length > 0 && recipient.length === 0)
    return undefined
  const about = one.recipients.filter((token) => !doneTo.includes(token) && !one.objects.includes(token))
  // Two that talk or work with each other need no third.
  const together = actor.length > 1 && MUTUAL.has(one.plover) && !VISITS.has(scene.doc.tokens.lemma[trigger]!)
  if (one.recipients.length === 0 && object === undefined && !together && !ALONE.has(one.type))
    return undefined
  const others = [...objects, ...ends]
    .flatMap(({ ids }) => ids)
    .filter((id) => !actor.some((own) => own.id === id))
  const nobody = one.recipients.length === 0 && !together && others.length === 0
  // "Threatened to quit": what with is enough.
  if (NEED_RECIPIENT.has(one.plover) && nobody && !(one.plover === 'THREATEN' && clause)) return undefined
  const named = [...actor, ...recipient].some(isNamed) || one.actors.some((at) => isOfNamed(scene, at))
  if (!named && others.length === 0) return undefined
  if (NEED_NAME.has(one.plover) && !actor.some(isNamed) && !one.actors.some((at) => isOfNamed(scene, at)))
    return undefined
  const inResponseTo =
    answered(scene, trigger) ?? answeredAct(scene, one, at) ?? answeredCharge(scene, one, at)
  const place = ['in', 'at']
    .flatMap((word) => scene.grammar.obliques(trigger, word))
    .filter((token) => !one.recipients.includes(token))
    .flatMap((token) => fillers.place(token) ?? [])[0]
  return {
    kind: 'act',
    trigger,
    epistemics,
    foundBy: `act/${scene.grammar.isVerb(trigger) ? 'verb' : 'noun'}@1`,
    body: {
      type: one.type,
      plover,
      actor,
      recipient,
      ...(object ? { object } : {}),
      ...(scene.grammar.isVerb(trigger) ? { words: within(predicateOf(scene, trigger), told) } : {}),
      ...(place ? { place } : {}),
      ...(inResponseTo ? { inResponseTo } : {}),
    },
    days: daysOfDeed(scene, trigger, [trigger, ...one.objects]).filter((day) => !isYearOfThing(day)),
    roles: {
      ...spans(scene, 'actor', [...one.actors, ...spoken(scene, one)]),
      ...spans(scene, 'recipient', doneTo),
      ...phrases('object', [
        ...objects,
        ...ends,
        ...about.map((token) => fillers.phrase(token, 'short')),
        ...(clause ? [clause] : []),
      ]),
    },
  }
}

/**
 * "Which he agreed to attend": what is promised stands elsewhere, and its words say nothing. A vow is what it vows: of what
 * no list knows as friendly ("vowed to stand up to Peru") only the commitment is told.
 */
function isVowOfNothing(scene: Scene, one: Candidate, at: ReadonlyMap<number, Candidate>): boolean {
  const { grammar, doc, rows } = scene
  const { trigger, clause, type, objects } = one
  if (clause >= 0 && rows('commitment-verbs').has(doc.tokens.lemma[trigger]!) && isBareVerb(grammar, clause))
    return true
  if (type !== 'agree: vow') return false
  if (clause >= 0) return !COOPERATIVE.has(at.get(clause)?.plover ?? '')
  const words = actWords(scene.lexicon)
  return (
    grammar.dependents(trigger, 'iobj').length === 0 &&
    !objects.some(
      (token) =>
        COOPERATIVE.has(nounOf(scene, words, token)?.word.plover ?? '') ||
        /^[A-Z]{3}$/.test(scene.fillers.quantityAt(token)?.unit ?? ''),
    )
  )
}

/** An object without whom it is used against, which a parser hangs now on the object, now on the verb. */
function objectAt({ grammar, fillers, doc }: Scene, token: number): Phrase {
  const short = grammar.phrase(token, 'short')
  const name = doc.names.length > 0 ? fillers.nameAt(token) : undefined
  // "Accused Peru of theft": what a name is accused of is none of it.
  const last = name && OF.has(doc.tokens.lower[name.last] ?? '') ? name.last - 1 : short.last
  // "Hand over 15 slots": the particle is the verb's.
  const isParticle = doc.tokens.tag[short.first] === 'RP' || doc.tokens.dep[short.first] === 'compound:prt'
  const first = isParticle && short.first < token ? short.first + 1 : short.first
  let end = token
  while (end < last && doc.tokens.lower[end + 1] !== 'against') end++
  // "The Norway-Peru-Chile Accord": a name that hyphens join is one.
  const { tokens } = doc
  while (
    tokens.tag[end + 1] === 'HYPH' &&
    tokens.start[end + 1] === tokens.end[end] &&
    tokens.sent[end + 2] === tokens.sent[token]
  )
    end += 2
  while (end > last && tokens.tag[end + 1]?.startsWith('NNP') && tokens.sent[end + 1] === tokens.sent[token])
    end++
  return fillers.phraseOf(first, end, token)
}

/** What is said of who acts: from the verb on, or from what governs it where that has the same subject ("is expected to"). */
function predicateOf({ grammar, fillers, doc }: Scene, verb: number): Phrase {
  const { dep, head } = doc.tokens
  let from = verb
  while (dep[from] === 'xcomp' && grammar.dependents(head[from]!, 'obj', 'iobj').length === 0)
    from = head[from]!
  const { first, last } = grammar.predicate(from)
  return fillers.phraseOf(Math.min(first, verb), Math.max(last, verb), verb)
}

/**
 * How an act is told; undefined where it is only what something is for ("efforts to curb", "in order to block"). What is
 * done by doing another ("could calm them by lifting the ban") holds as that does.
 */
export function toldAs(scene: Scene, trigger: number): ReturnType<Scene['epistemics']> | undefined {
  const { grammar, doc } = scene
  const own = scene.epistemics(trigger)
  if (isPurpose(scene, trigger) || isOfRumour(scene, trigger)) return undefined
  if (own.modality !== 'held') return own
  // "It can block the vote": it has not.
  if (grammar.dependents(trigger, 'aux').some((aux) => doc.tokens.lower[aux] === 'can'))
    return { ...own, modality: 'possible' }
  if (!grammar.isVerb(trigger)) {
    const verb = grammar.governor(trigger)
    // "Promised the king his resignation": not yet given.
    if (verb >= 0 && MEANS.has(doc.tokens.lemma[verb]!) && trigger > verb)
      return { ...own, modality: 'planned' }
    const above = verb < 0 || verb === trigger ? own : scene.epistemics(verb)
    return above.modality === 'held' ? own : { ...above, polarity: own.polarity }
  }
  const relation = doc.tokens.dep[trigger]!
  const above = doc.tokens.head[trigger]!
  // "let them meet": nobody has
  if (relation === 'xcomp' && above >= 0 && /^(?:let|get)$/.test(doc.tokens.lemma[above]!)) return undefined
  // "is willing to help": not yet done
  if (relation === 'xcomp' && above >= 0 && scene.rows('stance-adjectives').has(doc.tokens.lemma[above]!))
    return { ...own, modality: 'planned' }
  if (relation !== 'acl' && relation !== 'advcl') return own
  const marks = grammar.dependents(trigger, 'mark', 'case').map((mark) => doc.tokens.lower[mark]!)
  if (marks.includes('to')) return undefined
  const head = doc.tokens.head[trigger]!
  return doc.tokens.tag[trigger] === 'VBG' && head >= 0 && grammar.isVerb(head)
    ? { ...scene.epistemics(head), polarity: own.polarity }
    : own
}

/** Verbs of what is still ahead: a noun behind them tells nothing done. */
const MEANS: ReadonlySet<string> = new Set('promise pledge vow threaten'.split(' '))
const RUMOURS: ReadonlySet<string> = new Set('rumour rumor speculation allegation suggestion'.split(' '))
const DENIES: ReadonlySet<string> = new Set('deny reject dismiss dispute'.split(' '))

/** "A report that Norway had quit was denied", "rumours that it had": nobody says that it did. */
function isOfRumour({ doc }: Scene, trigger: number): boolean {
  const { head, dep, lemma } = doc.tokens
  const noun = head[trigger]!
  if (noun < 0 || !/^(?:acl(?::relcl)?|ccomp)$/.test(dep[trigger]!)) return false
  if (RUMOURS.has(lemma[noun]!)) return true
  return /^(?:report|claim)$/.test(lemma[noun]!) && DENIES.has(lemma[head[noun]!] ?? '')
}

/** What a relative clause describes. */
const isAbove = ({ doc }: Scene, noun: number, verb: number): boolean =>
  doc.tokens.head[verb] === noun && doc.tokens.dep[verb] === 'acl:relcl'

/** "A resolution to cancel the fees", "sent envoys to work with Peru": what something is for; a plan or threat is told. */
function isPurpose({ doc, grammar, rows }: Scene, trigger: number): boolean {
  const { dep, head, lemma } = doc.tokens
  if (!grammar.isVerb(trigger) || !/^(?:acl|advcl)$/.test(dep[trigger]!)) return false
  if (!grammar.isInfinitive(trigger)) return false
  return dep[trigger] === 'advcl' || !rows('epistemic-nouns').has(lemma[head[trigger]!] ?? '')
}

const numbered = (name: string, n: number) => (n === 0 ? name : `${name}${n + 1}`)

const spans = (scene: Scene, name: string, tokens: readonly number[]) =>
  Object.fromEntries(
    [...new Set(tokens.flatMap((token) => [token, ...scene.grammar.dependents(token, 'appos', 'flat')]))].map(
      (token, n) => [
        numbered(name, n),
        { start: scene.doc.tokens.start[token]!, end: scene.doc.tokens.end[token]! },
      ],
    ),
  )

const phrases = (name: string, list: readonly Phrase[]) =>
  Object.fromEntries(list.map(({ start, end }, n) => [numbered(name, n), { start, end }]))

/** "Norway said it will …": the pronoun's name one clause up, as a further place where the actor stands. */
function spoken(scene: Scene, one: Candidate): number[] {
  const { tokens } = scene.doc
  const [actor] = one.actors
  if (actor === undefined || tokens.pos[actor] !== PRON) return []
  const above = scene.grammar.governor(one.trigger)
  if (above < 0) return []
  const own = new Set(refsAt(scene, [actor]).map((ref) => ref.id))
  return scene.grammar
    .subjects(above)
    .filter((token) => token !== actor && refsAt(scene, [token]).some((ref) => own.has(ref.id)))
}

const ANSWERS: ReadonlySet<string> = new Set([
  'response',
  'retaliation',
  'reply',
  'answer',
  'reaction',
  'reprisal',
  'protest',
])

/** "in response to the duties", "after Peru closed its ports": what an act answers, in the report's words. */
function answered(scene: Scene, trigger: number): Phrase | undefined {
  const { grammar, fillers, doc } = scene
  for (const word of ['in', 'as'])
    for (const noun of grammar.obliques(trigger, word))
      if (ANSWERS.has(doc.tokens.lemma[noun]!))
        for (const to of ['to', 'for', 'at', 'against'])
          for (const token of grammar.obliques(noun, to)) return fillers.phrase(token, 'short')
  for (const fixed of ['in response to', 'in retaliation for', 'in reaction to', 'in reply to'])
    for (const token of grammar.obliques(trigger, fixed)) return fillers.phrase(token, 'short')
  for (const token of ['to', 'for'].flatMap((word) => grammar.obliques(trigger, word))) {
    const before = [doc.tokens.lower[token - 2], doc.tokens.lower[token - 3]]
    if (before.some((word) => word !== undefined && ANSWERS.has(word)) && grammar.caseOf(token) === 'in')
      return fillers.phrase(token, 'short')
  }
  return undefined
}

const CONFLICT: ReadonlySet<string> = new Set([...HOSTILE, 'REJECT', 'THREATEN', 'ACCUSE'])

/** "closed its ports after Peru imposed a duty": a hostile act told as what came after another's. */
function answeredAct(scene: Scene, one: Candidate, at: ReadonlyMap<number, Candidate>): Phrase | undefined {
  if (!CONFLICT.has(one.plover)) return undefined
  const { grammar, doc } = scene
  const own = new Set(refsAt(scene, one.actors).map((ref) => ref.id))
  const after = grammar
    .dependents(one.trigger, 'advcl')
    .flatMap((token) => at.get(token) ?? [])
    .find(
      (other) =>
        HOSTILE.has(other.plover) &&
        [other.trigger, ...other.actors].some((token) =>
          grammar.dependents(token, 'mark', 'case').some((mark) => doc.tokens.lower[mark] === 'after'),
        ) &&
        refsAt(scene, other.actors).some((ref) => !own.has(ref.id)),
    )
  return after && scene.fillers.phrase(after.trigger, 'clause')
}

const CHARGES: ReadonlySet<string> = new Set(['charge', 'accusation', 'allegation'])
const THE: ReadonlySet<string> = new Set(['the', 'this', 'these', 'those'])

/** "denied the charge": it answers the last accusation before it of who denies. */
function answeredCharge(
  scene: Scene,
  one: Candidate,
  at: ReadonlyMap<number, Candidate>,
): Phrase | undefined {
  const { grammar, doc, fillers } = scene
  const charged = one.objects.some(
    (token) =>
      CHARGES.has(doc.tokens.lemma[token]!) &&
      grammar.dependents(token, 'det').some((mark) => THE.has(doc.tokens.lower[mark]!)),
  )
  if (one.plover !== 'REJECT' || !charged) return undefined
  const sides = (tokens: readonly number[]) =>
    refsAt(scene, tokens).flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id])
  const own = new Set(sides(one.actors))
  const charge = [...at.values()].findLast(
    (other) =>
      other.trigger < one.trigger &&
      other.type === 'accuse' &&
      grammar.isVerb(other.trigger) &&
      sides(other.recipients).some((id) => own.has(id)),
  )
  return charge && predicateOf(scene, charge.trigger)
}

const MUST: ReadonlySet<string> = new Set(['must', 'should', 'ought'])

/** "Norway said Peru must reopen its ports": telling another what to do is a demand. */
export function obligations(scene: Scene): Found[] {
  const { grammar, doc, fillers } = scene
  const { tokens } = doc
  const speaking = scene.rows('speech-verbs')
  const found: Found[] = []
  for (const token of scene.where('lower', MUST)) {
    if (tokens.dep[token] !== 'aux') continue
    const verb = tokens.head[token]!
    const above = verb < 0 || tokens.dep[verb] !== 'ccomp' ? -1 : tokens.head[verb]!
    // "Peru should be able to pay" foresees.
    if (tokens.lemma[verb] === 'able') continue
    if (above < 0 || !speaking.has(tokens.lemma[above]!)) continue
    const told = grammar.dependents(verb, 'nsubj', 'nsubj:pass').filter((one) => tokens.pos[one] !== PRON)
    const actors = grammar.subjects(above)
    const actor = actors.flatMap((one) => fillers.parties(one))
    const recipient = told
      .flatMap((one) => fillers.parties(one))
      .filter((ref) => !actor.some((own) => own.id === ref.id))
    if (actor.length === 0 || recipient.length === 0) continue
    const object = fillers.phrase(verb, 'clause')
    found.push({
      kind: 'act',
      trigger: above,
      foundBy: 'act/obligation@1',
      body: { type: 'request: demand', plover: 'REQUEST', actor, recipient, object },
      days: scene.days([above]),
      roles: {
        ...spans(scene, 'actor', actors),
        ...spans(scene, 'recipient', told),
        ...phrases('object', [object]),
      },
    })
  }
  return found
}

/** "Withheld its data for 2025": the year of the data, no day of the deed. */
const isYearOfThing = ({ relation, value }: ClaimDay): boolean =>
  relation === 'for' && /^\d{4}$/.test(value ?? '')
