// In: a scene. Out: what is told to become of a whole negotiation: broken off, suspended, stalled, taken up again; by whom, when.

import type { Row } from '../../language/lexicon.ts'
import type { ClaimDay, Ref, RoundPart, TalkTurn } from '../../model/index.ts'
import { canAct } from '../acts/actors.ts'
import { daysOfDeed } from '../acts/deed-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { particleOf } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { sidesOf, standingFor } from './meeters.ts'
import { nearbyDays } from './round-days.ts'
import { ordinalOf } from './round-number.ts'
import { placesOf } from './round-places.ts'
import { PLANNED } from './round-plans.ts'
import { isNegotiation, isTable, negotiationAt } from './talk-nouns.ts'
import { moodOfTurn } from './turn-moods.ts'

/** A turn told of a negotiation: the word that tells it, the noun of the talks, those who brought it about. */
interface Turn {
  readonly turn: TalkTurn
  readonly verb: number
  readonly noun: number
  /** Whether somebody did it, or the talks went so by themselves. */
  readonly isDone: boolean
  readonly doers: readonly number[]
}

/** A claim of such a turn, and the noun of the talks. */
export interface FoundTurn {
  readonly noun: number
  readonly found: Found
}

/** Verbs of `talk-phases`, states of `talk-states` and nouns of `talk-turns`, said of a noun of negotiating. */
export function findTalkTurns(scene: Scene): FoundTurn[] {
  const { doc, where, rows } = scene
  const found = new Map<string, FoundTurn>()
  const keep = (turn: Turn) => {
    const claim = claimOf(scene, turn)
    const key = `${doc.tokens.sent[turn.verb]}|${turn.noun}|${turn.turn}`
    if (claim && !found.has(key)) found.set(key, { noun: turn.noun, found: claim })
  }
  for (const verb of where('lemma', verbWords(rows('talk-phases'))))
    if (scene.grammar.isVerb(verb)) for (const turn of turnsOfVerb(scene, verb)) keep(turn)
  for (const token of where('lemma', rows('talk-states')))
    for (const turn of turnsOfState(scene, token)) keep(turn)
  for (const token of where('lemma', rows('talk-turns')))
    for (const turn of turnsOfNoun(scene, token)) keep(turn)
  return [...found.values()]
}

const words = new WeakMap<ReadonlyMap<string, Row>, ReadonlySet<string>>()
/** The verbs with which the rows begin. */
function verbWords(rows: ReadonlyMap<string, Row>): ReadonlySet<string> {
  const known = words.get(rows) ?? new Set([...rows.keys()].map((key) => key.split(' ', 1)[0]!))
  words.set(rows, known)
  return known
}

/** "Broke off the talks", "the talks broke down", "walked out of the talks". */
function turnsOfVerb(scene: Scene, verb: number): Turn[] {
  const { grammar, doc } = scene
  const rows = scene.rows('talk-phases')
  const { lemma, lower } = doc.tokens
  const particle = particleOf(scene, verb)
  const whole = `${lemma[verb]} ${particle ?? lower[verb + 1]}`
  // "Collapsed over tolls" tells over what.
  const isBare = particle === undefined || particle === 'over' || isBehindWord(rows, lemma[verb]!)
  const row = rows.get(whole) ?? (isBare ? rows.get(lemma[verb]!) : undefined)
  if (!row) return []
  const isCopula = lemma[verb] === 'be' && doc.tokens.head[verb]! >= 0
  const doers = isCopula ? grammar.dependents(doc.tokens.head[verb]!, 'nsubj') : grammar.subjects(verb)
  const turns: Turn[] = []
  if (row.done)
    for (const thing of grammar.objects(verb)) {
      const noun = thingMeant(scene, verb, thing)
      if (noun >= 0 && !doers.includes(thing) && !isStay(scene, verb, doers))
        turns.push({ turn: row.done as TalkTurn, verb, noun, isDone: true, doers })
    }
  const isAlone = grammar.objects(verb).every((thing) => lower[thing - 1] === 'over' && thing > verb)
  if (row.own && !grammar.isPassive(verb) && isAlone)
    for (const thing of doers) {
      const noun = negotiationAt(scene, thing)
      if (noun >= 0) turns.push({ turn: row.own as TalkTurn, verb, noun, isDone: false, doers: [] })
    }
  const behind = row.behind ? behindOf(scene, verb, row.behind) : undefined
  return behind ? [...turns, { ...behind, verb, isDone: true, doers }] : turns
}

/** "Halted the talks, then resumed them": the negotiation that the verb it is joined to is done to. */
function thingMeant(scene: Scene, verb: number, thing: number): number {
  const { doc, grammar } = scene
  const { lower, dep, head } = doc.tokens
  if (!/^(?:them|it)$/.test(lower[thing]!) || dep[verb] !== 'conj') return negotiationAt(scene, thing)
  return grammar.objects(head[verb]!).find((one) => isNegotiation(scene, one)) ?? -1
}

/** "Lund left the talks at noon": one of those who sit there goes out, his side may stay. */
const isStay = ({ doc, fillers }: Scene, verb: number, doers: readonly number[]): boolean =>
  doc.tokens.lemma[verb] === 'leave' &&
  !doers.some((token) => fillers.parties(token).some(({ id }) => !id.startsWith('person:')))

const isBehindWord = (rows: ReadonlyMap<string, Row>, lemma: string): boolean =>
  Boolean(rows.get(lemma)?.behind)

/** Words up to which what one walks out of is named. */
const NEAR = 9

/** "Walked out of the talks", "went back to the negotiating table": by the words right behind the verb. */
function behindOf(scene: Scene, verb: number, behind: string): Pick<Turn, 'turn' | 'noun'> | undefined {
  const { lower, sent, tag } = scene.doc.tokens
  for (const choice of behind.split(' | ')) {
    const [words, turn] = choice.split(':') as [string, TalkTurn]
    const parts = words.split(' ')
    const starts =
      lower[verb + 1] === 'back' || scene.doc.tokens.lemma[verb] !== 'be' ? [verb + 1, verb + 2] : []
    const from = starts.find((at) => parts.every((word, n) => lower[at + n] === word))
    if (from === undefined) continue
    for (let at = from + parts.length; at < verb + NEAR && sent[at] === sent[verb]; at++) {
      if (isTable(scene, at)) return { turn, noun: at }
      const isLast = !/^(?:NN|VBG)/.test(tag[at + 1] ?? '')
      const noun = isLast ? negotiationAt(scene, at) : -1
      if (noun >= 0) return { turn, noun }
      // Another thing, but for what the talks are a part of: "out of a round of talks" is one meeting.
      if (/^(?:VB[DPZ]|MD|IN|TO|W.*|[,.:])$/.test(tag[at]!) || (isLast && /^NNS?$/.test(tag[at]!))) break
    }
  }
  return undefined
}

/** Verbs that link a negotiation to the state it is or comes in. */
const COMES: ReadonlySet<string> = new Set(
  'be become come get grind hit reach remain stay sit stand run fall go lie'.split(' '),
)
/** Verbs by which somebody brings it to one. */
const BRINGS: ReadonlySet<string> = new Set(
  'bring declare put place pronounce leave throw plunge send'.split(' '),
)
/** Nouns of a state that need the words before them: "at an end", "on hold", "to a halt". */
const BEHIND: Readonly<Record<string, RegExp>> = {
  hold: /^(?:on|onto)$/,
  ice: /^on$/,
  end: /^(?:at|to)$/,
  nothing: /^to$/,
  naught: /^to$/,
  halt: /^(?:to|at)$/,
  limbo: /^in(?:to)?$/,
  nowhere: /^/,
}

/** "Are deadlocked", "reached an impasse", "were put on hold", "declared the talks dead", "stalled talks". */
function turnsOfState(scene: Scene, token: number): Turn[] {
  const { grammar, doc, rows } = scene
  const { lemma, lower, dep, head } = doc.tokens
  const turn = rows('talk-states').get(lemma[token]!)!.phase as TalkTurn
  // "Never-ending talks", "talks that ended badly" are in no such state.
  if (lower[token] !== lemma[token] && !rows('talk-states').has(lower[token]!)) return []
  if (dep[token] === 'amod') {
    const isSaid = isNegotiation(scene, head[token]!) && head[token]! > token
    return isSaid ? [{ turn, verb: token, noun: head[token]!, isDone: false, doers: [] }] : []
  }
  // "Hit a dead end".
  if (lower[token] === 'end' && lower[token - 1] === 'dead') return turnsInState(scene, token, 'stalled')
  const needs = BEHIND[lower[token]!]
  if (needs && !needs.test(grammar.caseOf(token) || (lower[token - 1] ?? ''))) return []
  return turnsInState(scene, token, turn)
}

/** What links the negotiation to the word of its state: "are", "reached", "were put", "with". */
function turnsInState(scene: Scene, token: number, turn: TalkTurn): Turn[] {
  const { grammar, doc } = scene
  const { lemma, lower, dep, head } = doc.tokens
  // "With talks at a standstill", "with talks deadlocked".
  const beside = dep[token] === 'nmod' ? [head[token]!] : grammar.dependents(token, 'obl')
  const along = beside.find(
    (one) => one < token && isNegotiation(scene, one) && grammar.caseOf(one) === 'with',
  )
  if (along !== undefined) return [{ turn, verb: token, noun: along, isDone: false, doers: [] }]
  const isRoot = grammar.dependents(token, 'cop', 'aux:pass').length > 0
  const verb = isRoot ? token : grammar.governor(token)
  if (verb < 0) return []
  const isBrought = !isRoot && BRINGS.has(lemma[verb]!)
  // "Have ground to a halt" is parsed as having ground.
  const isGround = lemma[verb] === 'have' && lower[verb + 1] === 'ground'
  if (!isRoot && !isBrought && !isGround && !COMES.has(lemma[verb]!)) return []
  const things = isBrought
    ? grammar.objects(verb)
    : isRoot
      ? grammar.dependents(token, 'nsubj', 'nsubj:pass')
      : grammar.subjects(verb)
  return things.flatMap((thing) => {
    const noun = negotiationAt(scene, thing)
    // "After the quarrel put the talks on hold": no other's doing than what its own clause names.
    const isOwn = grammar.isInfinitive(verb) || grammar.dependents(verb, 'nsubj', 'obl:agent').length > 0
    const doers = isBrought && (isOwn || doc.tokens.dep[verb] === 'conj') ? grammar.subjects(verb) : []
    return noun < 0 || noun === token ? [] : [{ turn, verb, noun, isDone: isBrought, doers }]
  })
}

/** Verbs that carry a noun of what becomes of talks: "called a halt to the talks". */
const CARRY: ReadonlySet<string> = new Set(
  'announce call declare order trigger cause force prompt see'.split(' '),
)
/** Words before such a noun that tell of it as something that happened. */
const AFTER: ReadonlySet<string> = new Set([
  'after',
  'following',
  'since',
  'despite',
  'amid',
  'over',
  'because of',
  'due to',
  'with',
])

/** "The collapse of the talks in May left …", "after a breakdown in talks", "announced a pause in the negotiations". */
function turnsOfNoun(scene: Scene, token: number): Turn[] {
  const { grammar, doc, rows } = scene
  const { lemma, dep, head, tag } = doc.tokens
  if (!/^NN/.test(tag[token]!)) return []
  const noun = ['of', 'in', 'to', 'from']
    .flatMap((word) => grammar.obliques(token, word))
    .find((one) => isNegotiation(scene, one))
  if (noun === undefined) return []
  const turn = rows('talk-turns').get(lemma[token]!)!.phase as TalkTurn
  const over = head[token]!
  const isCarried = over >= 0 && dep[token] === 'obj' && CARRY.has(lemma[over]!)
  if (isCarried) return [{ turn, verb: over, noun, isDone: true, doers: grammar.subjects(over) }]
  // "The collapse of the talks left …" is parsed as a noun with a clause now and then.
  const isTold =
    AFTER.has(grammar.caseOf(token)) ||
    (over >= 0 && dep[token] === 'nsubj' && tag[over] === 'VBD' && grammar.isVerb(over)) ||
    grammar.dependents(token, 'acl').some((one) => tag[one] === 'VBD')
  // "Peru's withdrawal from the talks": whose it is.
  const doers = grammar.dependents(token, 'nmod:poss')
  return isTold ? [{ turn, verb: token, noun, isDone: doers.length > 0, doers }] : []
}

/** Verbs that call a meeting off as well as a negotiation: only of one that is told as between some, and has no day of its own. */
const isOfMeeting = (
  scene: Scene,
  { turn, noun }: Turn,
  by: readonly Ref[],
  sides: readonly Ref[],
): boolean =>
  turn === 'called off' &&
  (unique([...by, ...sides]).length < 2 ||
    isPlainTalk(scene, noun) ||
    scene.doc.tokens.lemma.slice(noun + 1, noun + NEAR).some((word) => PLANNED.has(word)) ||
    scene.grammar.children(noun).some((one) => scene.fillers.timeAt(one) !== undefined))

/** "Talks", without a word of what kind: any meeting. */
const isPlainTalk = ({ doc, grammar }: Scene, noun: number): boolean =>
  doc.tokens.lemma[noun] === 'talk' && grammar.dependents(noun, 'compound', 'amod').length === 0

/** "Ended two days of talks", "talks broke down in Lima on Monday": what is over is one meeting. */
const isOneSession = (scene: Scene, { turn, verb, noun, isDone }: Turn): boolean => {
  const { lemma } = scene.doc.tokens
  const over = standingFor(scene, noun)
  if (over !== noun && !/^(?:week|month|year)$/.test(lemma[over]!)) return true
  const isOver = turn === 'ended' || (turn === 'collapsed' && !isDone)
  return isOver && placesOf(scene, [verb, noun]).length > 0
}

const NO_DOER: ReadonlySet<string> = new Set(
  'mediator facilitator host broker diplomat official observer'.split(' '),
)

/** Who brought it about: by name, else by the words for many; "she" in what somebody says, and "hereby", is who says it. */
function doersOf(scene: Scene, { doers, verb, isDone }: Turn): Ref[] {
  const { doc, fillers, grammar } = scene
  const { lemma, lower } = doc.tokens
  const isSomebody = (token: number) =>
    doc.tokens.tag[token] === 'PRP' || canAct(scene, token) || fillers.groups(token).length > 0
  const able = doers.filter((token) => !NO_DOER.has(lemma[token]!) && isSomebody(token))
  const named = unique(able.flatMap((token) => fillers.parties(token))).filter(
    ({ id }) => !id.startsWith('outlet:'),
  )
  if (named.length > 0) return named
  const isSaid =
    able.some((token) => /^(?:he|she|it|i|we)$/.test(lower[token]!)) ||
    (isDone && able.length === 0 && isHereby(scene, verb))
  const [told] = isSaid ? scene.attributions(verb) : []
  if (told) return told.speakers.map((id) => ({ id, name: fillers.name(id) }))
  return unique(able.flatMap((token) => fillers.groups(token))).filter(
    () => !able.some((token) => grammar.isVerb(token)),
  )
}

/** "We are suspending the talks": done by saying so. */
const isByUs = ({ doc, grammar }: Scene, verb: number): boolean =>
  doc.tokens.tag[verb] === 'VBG' &&
  grammar.dependents(verb, 'nsubj').some((token) => /^(?:i|we)$/.test(doc.tokens.lower[token]!))

const isHereby = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'advmod').some((word) => doc.tokens.lower[word] === 'hereby')

/** "The talks on cod with Iceland", "between Nordbank and Ostbank": those named behind the talks, however they hang. */
function partnersBehind({ doc, fillers, grammar }: Scene, noun: number): Ref[] {
  const { lower, sent, tag } = doc.tokens
  for (
    let at = noun + 1;
    at < noun + NEAR && sent[at] === sent[noun] && !/^(?:VB[DPZ]|MD|[,.:])/.test(tag[at]!);
    at++
  ) {
    if (lower[at] !== 'with' && lower[at] !== 'between') continue
    for (let one = at + 1; one < at + 5 && !/^(?:VB|IN|[,.:])/.test(tag[one]!); one++) {
      const found = fillers.partyNamed(one)
      if (found.length > 0)
        return lower[at] === 'with'
          ? found
          : unique([...found, ...grammar.conjuncts(one).flatMap((other) => fillers.partyNamed(other))])
    }
    return []
  }
  return []
}

function claimOf(scene: Scene, turn: Turn): Found | undefined {
  const { doc, fillers } = scene
  if (ordinalOf(scene, turn.noun) !== undefined || isOneSession(scene, turn)) return undefined
  const epistemics = moodOfTurn(scene, turn)
  if (!epistemics) return undefined
  const by = doersOf(scene, turn)
  const sideOf = (ref: Ref) => fillers.sideOf(ref) ?? (ref.id.startsWith('org:') ? [ref] : [])
  const own = by.flatMap(sideOf)
  const sides = unique([
    ...own,
    ...sidesOf(scene, turn.noun),
    ...partnersBehind(scene, turn.noun).flatMap(sideOf),
  ])
  if (isOfMeeting(scene, turn, by, sides)) return undefined
  const about: RoundPart = {
    thread: 'round',
    form: 'negotiation',
    delegations: [
      ...sides.map((party) => ({ party, members: [] })),
      // Whom he is for other reports may tell.
      ...by
        .filter((ref) => ref.id.startsWith('person:') && !fillers.sideOf(ref))
        .map((person) => ({ members: [{ person }] })),
    ],
    agenda: [],
    // Of all at once, or of nobody by name: the talks go on.
    phase: turn.turn === 'rejoined' && by.length !== 1 ? 'resumed' : turn.turn,
    ...(by.length > 0 ? { by } : {}),
  }
  return {
    kind: 'act',
    trigger: turn.verb,
    foundBy: 'round/turn@1',
    epistemics,
    body: {
      type: 'talks: negotiation',
      actor: by,
      recipient: sides.filter(({ id }) => !own.some((one) => one.id === id)),
      about,
    },
    days: daysOfTurn(scene, turn),
    roles: { round: { start: doc.tokens.start[turn.noun]!, end: doc.tokens.end[turn.noun]! } },
  } as Found
}

/** The days on which it came about: those of its verb, else the one that stands right behind the talks. */
function daysOfTurn(scene: Scene, { verb, noun, isDone }: Turn): readonly ClaimDay[] {
  const { text, times, tokens } = scene.doc
  const isHere = (at: number) => tokens.sent[at] === tokens.sent[verb]
  // "Resumed a week later", where no day is told before, is later than nobody knows what.
  const isHanging = ({ start, end }: ClaimDay) =>
    /\b(?:later|earlier|afterwards?)$/.test(text.slice(start, end)) &&
    !nearby(times, verb).some((one) => one.start < start && one.type === 'DATE' && isHere(one.first))
  const fits = (day: ClaimDay) =>
    (day.type === 'DATE' || day.type === 'TIME') && /^(?:on|from)$/.test(day.role) && !isHanging(day)
  const isVerb = scene.grammar.isVerb(verb)
  const own = daysOfDeed(scene, verb, isDone || !isVerb ? [verb, noun] : [verb]).filter(fits)
  if (own.length > 0) return own.slice(0, 1)
  const said = daysOfSaying(scene, verb)
  if (said.length > 0) return said
  const behind =
    isVerb && scene.doc.tokens.tag[verb] !== 'VBN'
      ? nearbyDays(scene, isDone ? Math.max(noun, verb) : verb)
      : []
  return behind.filter(fits).slice(0, 1)
}

/** "Wrote on Thursday that they were hereby ended": the day of saying it. */
function daysOfSaying(scene: Scene, verb: number): ClaimDay[] {
  const { grammar } = scene
  const [told] = scene.attributions(verb)
  if (!isHereby(scene, verb) && !(told?.form === 'direct' && isByUs(scene, verb))) return []
  const cue = told?.cue[0] ? tokenAt(scene, told.cue[0].start) : -1
  if (cue < 0 || !grammar.isVerb(cue)) return []
  return scene
    .days([cue])
    .filter(({ type }) => type === 'DATE' || type === 'TIME')
    .slice(0, 1)
    .map((day) => ({ ...day, role: 'announced' }))
}
