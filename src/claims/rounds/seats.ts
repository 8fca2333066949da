// In: a scene, the meetings it tells of. Out: who sits there for whom, told in sentences of their own.
import type { Delegation, Ref, RoundPart } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { COMPANY } from './meeters.ts'
import { partOf } from './rounds-before.ts'

type Member = Delegation['members'][number]

/** Somebody who sits there, and for whom where that is told. */
interface Seat {
  readonly token: number
  readonly party?: Ref | undefined
  readonly head?: boolean
  /** Sits there whether or not this report tells for whom. */
  readonly sure?: boolean
}

const TEAMS: ReadonlySet<string> = new Set(['delegation', 'team', 'side'])
const LEADING: ReadonlySet<string> = new Set(['lead', 'head', 'chair', 'co-chair', 'cochair'])
const SITTING: ReadonlySet<string> = new Set(['negotiate', 'sit'])
const HOLDING: ReadonlySet<string> = new Set(['include', 'comprise', 'consist'])
/** Sentences behind a meeting within which those who sit there may be told. */
const NEAR = 8

/**
 * "Libya's team is headed by Salem Bashir and includes Omar Zidan", "she was accompanied by Ana Soto", "Peru was represented
 * by Ana Quispe", "Peru sent its deputy minister, Ana Quispe": of the meeting told last before.
 */
export function findSeats(scene: Scene, rounds: readonly Found[]): Found[] {
  const { doc } = scene
  const found: Found[] = []
  const sides = new Map<string, Ref>()
  for (const [at, sentence] of doc.sents.entries()) {
    const told = rounds.findLast((one) => scene.sentenceOf(one.trigger) <= at && isMeeting(one))
    if (!told || at - scene.sentenceOf(told.trigger) > NEAR) continue
    const isHere = scene.sentenceOf(told.trigger) === at
    const known = isHere ? new Set(partOf(told).delegations.flatMap(idsOf)) : NOBODY
    const seats = seatsIn(scene, isHere ? told.trigger + 1 : sentence.first, sentence.last, sides).filter(
      ({ token }) => !known.has(scene.fillers.nameAt(token)?.id ?? ''),
    )
    const delegations = delegationsOf(scene, seats)
    for (const { party, members } of delegations)
      for (const { person } of members) if (party) sides.set(person.id, party)
    const [first] = seats
    if (first && delegations.length > 0) found.push(seatedAt(scene, told, first.token, delegations))
  }
  return found
}

const NOBODY: ReadonlySet<string> = new Set()
const idsOf = ({ party, members }: Delegation): string[] =>
  party ? members.map(({ person }) => person.id) : []

/** One that was or will be held, and that its place, number or day tells from others. */
function isMeeting(one: Found): boolean {
  const { form, place, ordinal, phase } = partOf(one)
  // Nobody leads a delegation to a telephone.
  const isHere = one.epistemics?.modality !== 'background' && phase !== 'called off' && form !== 'call'
  return isHere && (place !== undefined || ordinal !== undefined || (one.days ?? []).length > 0)
}

function seatedAt(scene: Scene, told: Found, token: number, delegations: Delegation[]): Found {
  const { form, place, within, ordinal, phase }: RoundPart = partOf(told)
  const { start, end } = scene.doc.tokens
  const sides = delegations.flatMap(({ party }) => party ?? [])
  return {
    ...told,
    trigger: token,
    foundBy: 'round/seats@1',
    body: {
      ...told.body,
      actor: sides.slice(0, 1),
      recipient: sides.slice(1),
      about: {
        thread: 'round',
        form,
        ...(place ? { place } : {}),
        ...(within ? { within } : {}),
        // Its number is told where it was counted, not where its people are.
        ...(ordinal === undefined || place ? {} : { ordinal }),
        delegations,
        agenda: [],
        phase,
      },
    } as Found['body'],
    // A day tells the meeting from others where neither its place nor its number does.
    days: place || ordinal !== undefined ? [] : (told.days ?? []),
    roles: { round: { start: start[token]!, end: end[token]! } },
  }
}

/** People by their sides; those whose side this report does not tell only where they surely sit there. */
function delegationsOf({ fillers }: Scene, seats: readonly Seat[]): Delegation[] {
  const members = new Map<string, { readonly party?: Ref; readonly members: Member[] }>()
  for (const { token, party, head, sure } of seats) {
    const person = fillers.nameAt(token)
    if (person?.type !== 'person') continue
    const ref = { id: person.id, name: person.canonical }
    const side = party ?? fillers.sideOf(ref)
    if (!side && !sure) continue
    const delegation = members.get(side?.id ?? '') ?? { ...(side ? { party: side } : {}), members: [] }
    members.set(side?.id ?? '', delegation)
    if (delegation.members.some((one) => one.person.id === ref.id)) continue
    const office = person.title ? { office: person.title } : {}
    delegation.members.push({ person: ref, ...office, ...(head ? { head: true } : {}) })
  }
  return [...members.values()]
}

/** `sides` are those of people whom earlier sentences seated. */
function seatsIn(scene: Scene, first: number, last: number, sides: ReadonlyMap<string, Ref>): Seat[] {
  const { tokens } = scene.doc
  const seats: Seat[] = []
  for (let at = first; at < last; at++) {
    if (TEAMS.has(tokens.lemma[at]!)) seats.push(...ofTeam(scene, at))
    else if (tokens.lower[at] === 'one') seats.push(...ofOther(scene, at, seats))
    else if (!scene.grammar.isVerb(at)) continue
    else if (COMPANY.has(tokens.lemma[at]!)) seats.push(...ofCompany(scene, at, seats, sides))
    else if (LEADING.has(tokens.lemma[at]!))
      seats.push(...forEach(scene, at, last), ...ofTalks(scene, at), ...forParty(scene, at))
    else if (SITTING.has(tokens.lemma[at]!)) seats.push(...forParty(scene, at))
    else if (tokens.lemma[at] === 'represent') seats.push(...ofParty(scene, at, 'by'))
    else if (tokens.lemma[at] === 'speak') seats.push(...ofParty(scene, at, 'through'))
    else if (tokens.lemma[at] === 'send') seats.push(...ofParty(scene, at, undefined))
  }
  return seats
}

const peopleAt = ({ grammar, fillers }: Scene, tokens: readonly number[]): number[] =>
  tokens.flatMap((token) => grammar.conjuncts(token)).filter((one) => fillers.nameAt(one)?.type === 'person')

/** "Its deputy minister, Rosa Lagos": the name behind the office. */
const namedAt = (scene: Scene, tokens: readonly number[]): number[] =>
  tokens.flatMap((token) => {
    const own = peopleAt(scene, [token])
    return own.length > 0 ? own : peopleAt(scene, scene.grammar.dependents(token, 'appos'))
  })

/** "The Peruvian side was led by …", "… headed Peru's team", "the team included …". */
function ofTeam(scene: Scene, noun: number): Seat[] {
  const { doc, grammar, fillers } = scene
  const { head, dep, lemma } = doc.tokens
  const [party] = grammar
    .dependents(noun, 'nmod:poss', 'amod', 'compound')
    .flatMap((token) => fillers.parties(token))
    .flatMap((ref) => fillers.sideOf(ref) ?? [])
  if (!party) return []
  const verb = head[noun]!
  const isSubject = /^nsubj/.test(dep[noun]!)
  if (verb >= 0 && grammar.isVerb(verb) && LEADING.has(lemma[verb]!)) {
    const isLed = dep[noun] === 'nsubj:pass'
    const leaders = isLed ? grammar.obliques(verb, 'by') : dep[noun] === 'obj' ? doersOf(scene, verb) : []
    const seats = namedAt(scene, leaders).map((token) => ({ token, party, head: true }))
    if (seats.length > 0) return seats
  }
  if (verb >= 0 && isSubject && HOLDING.has(lemma[verb]!) && !grammar.isPassive(verb))
    return namedAt(scene, [...grammar.dependents(verb, 'obj'), ...grammar.obliques(verb, 'of')]).map(
      (token) => ({ token, party }),
    )
  return []
}

/** Who does it, also where the verb hangs on him or his office: "with Ana Quispe, the minister, leading". */
function doersOf({ grammar, doc }: Scene, verb: number): number[] {
  const { dep, head } = doc.tokens
  const own = grammar.subjects(verb)
  if (own.length > 0 || dep[verb] !== 'acl') return own
  return dep[head[verb]!] === 'appos' ? [head[head[verb]!]!] : [head[verb]!]
}

/** "Ana Quispe led the Peruvian team and Jon Berg the Norwegian one": the second without its verb. */
function ofOther({ fillers }: Scene, one: number, before: readonly Seat[]): Seat[] {
  const [party] = fillers.partyNamed(one - 1).flatMap((ref) => fillers.sideOf(ref) ?? [])
  const led = before.at(-1)
  if (!party || !led?.head || led.party?.id === party.id) return []
  for (let at = one - 2; at > led.token && at > one - TITLE; at--)
    if (fillers.nameAt(at)?.type === 'person') return [{ token: at, party, head: true }]
  return []
}

/** "She was accompanied by Ana Soto", "… and was joined by Juan Rojas": of the side of whom they are with. */
function ofCompany(
  scene: Scene,
  verb: number,
  before: readonly Seat[],
  sides: ReadonlyMap<string, Ref>,
): Seat[] {
  const { grammar, fillers } = scene
  if (!grammar.isPassive(verb)) return []
  const [ref] = grammar.objects(verb).flatMap((token) => fillers.parties(token))
  const led = before.findLast(({ head }) => head)
  const party = (ref && (sides.get(ref.id) ?? fillers.sideOf(ref))) ?? led?.party
  return byWhom(scene, verb).map((token) => ({ token, party }))
}

/** Those behind a passive's "by", and behind "and by". */
function byWhom(scene: Scene, verb: number): number[] {
  const { tokens, sents } = scene.doc
  const people = namedAt(scene, scene.grammar.obliques(verb, 'by'))
  const { last } = sents[tokens.sent[verb]!]!
  for (let at = verb + 1; at < last; at++)
    if (tokens.lower[at] === 'by' && tokens.lower[at - 1] === 'and')
      people.push(...firstPerson(scene, at + 1, last))
  return [...new Set(people)]
}

/** Tokens between a preposition and the name of whom it is followed by: his state and title. */
const TITLE = 8

function firstPerson({ fillers }: Scene, from: number, last: number): number[] {
  for (let at = from; at < Math.min(last, from + TITLE); at++)
    if (fillers.nameAt(at)?.type === 'person') return [at]
  return []
}

/** "The consultations were led by Aas on the one side and by Lagos on the other": each of his own side. */
function ofTalks(scene: Scene, verb: number): Seat[] {
  const { grammar, doc, rows } = scene
  const isOfTalks =
    grammar.isPassive(verb) &&
    grammar
      .objects(verb)
      .some(
        (token) =>
          rows('round-nouns').has(doc.tokens.lemma[token]!) || /^(?:it|they)$/.test(doc.tokens.lower[token]!),
      )
  if (!isOfTalks) return []
  const leaders = byWhom(scene, verb)
  return leaders.map((token) => ({ token, head: true, sure: leaders.length > 1 }))
}

/** "Peru was represented by Ana Quispe", "Peru speaks through Ana Quispe", "Peru sent its deputy minister, Ana Quispe". */
function ofParty(scene: Scene, verb: number, word: 'by' | 'through' | undefined): Seat[] {
  const { grammar, fillers } = scene
  if (grammar.isPassive(verb) !== (word === 'by')) return []
  const whose = word === 'by' ? grammar.objects(verb) : grammar.subjects(verb)
  const [party] = whose
    .flatMap((token) => fillers.parties(token))
    .flatMap((ref) => (ref.id.startsWith('person:') ? [] : (fillers.sideOf(ref) ?? [])))
  if (!party) return []
  const people = word ? grammar.obliques(verb, word) : grammar.dependents(verb, 'obj')
  return [
    ...namedAt(scene, people).map((token) => ({ token, party })),
    ...(word ? othersBy(scene, verb, word) : []),
  ]
}

/** "Headed by Jon Berg for Norway and Ana Quispe for Peru", "with Jon Berg leading for Norway and Ana Quispe for Peru". */
function forEach({ fillers, doc }: Scene, verb: number, last: number): Seat[] {
  const seats: Seat[] = []
  for (let at = verb + 1; at < last; at++) {
    const name = doc.tokens.lower[at] === 'for' ? fillers.nameAt(at - 1) : undefined
    if (name?.type !== 'person') continue
    const [party] = fillers.partyNamed(at + 1).flatMap((ref) => fillers.sideOf(ref) ?? [])
    if (party) seats.push({ token: at - 1, party, head: true })
  }
  return seats
}

/** "Ana Quispe led for Peru", "said Ana Quispe, the minister who sat for Peru". */
function forParty(scene: Scene, verb: number): Seat[] {
  const { grammar, fillers, doc } = scene
  const [party] = grammar
    .obliques(verb, 'for')
    .flatMap((token) => fillers.parties(token))
    .flatMap((ref) => (ref.id.startsWith('person:') ? [] : (fillers.sideOf(ref) ?? [])))
  if (!party || grammar.isPassive(verb)) return []
  const own = peopleAt(scene, doersOf(scene, verb))
  const head = LEADING.has(doc.tokens.lemma[verb]!)
  const who = own.length > 0 || doc.tokens.lower[verb - 1] !== 'who' ? own : personBefore(scene, verb - 1)
  return who.map((token) => ({ token, party, head }))
}

/** The name told last before "who", past what he is called. */
function personBefore({ fillers, doc }: Scene, who: number): number[] {
  const { tag, sent } = doc.tokens
  for (let at = who - 1; at > who - TITLE * 2 && sent[at] === sent[who] && !/^VB/.test(tag[at]!); at--)
    if (fillers.nameAt(at)?.type === 'person') return [fillers.nameAt(at)!.first]
  return []
}

/** "Norway was represented by Aas and Peru by Quispe": the second without its verb. */
function othersBy(scene: Scene, verb: number, word: string): Seat[] {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[verb]!]!
  const seats: Seat[] = []
  for (let at = verb + 3; at < last; at++) {
    if (tokens.lower[at] !== word || tokens.pos[at - 1] === tokens.pos[verb]) continue
    const [party] = scene.fillers.partyNamed(at - 1).flatMap((ref) => scene.fillers.sideOf(ref) ?? [])
    if (party) seats.push(...firstPerson(scene, at + 1, last).map((token) => ({ token, party })))
  }
  return seats
}
