// In: a scene. Out: what the report says of rounds of talks, meetings, calls, summits: where, when, the how-manieth, who sat there.

import type { ClaimDay, Delegation, Ref, RoundForm, RoundPart } from '../../model/index.ts'
import { nearest } from '../sentence/attached-days.ts'
import type { Mood } from '../sentence/moods.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { hostOf, hostOfOthers, withoutHost } from './hosts.ts'
import { findJourneysGivenUp } from './journeys-given-up.ts'
import { byPhone, byVideo, heldByGroup, isGroupMeeting, isJointBody, subjectsOf } from './meeters.ts'
import { isAmongThemselves, isAnySession, isOccasion, isOwnMeeting } from './own-meetings.ts'
import { agendaOf, isOffTheTable } from './round-agenda.ts'
import { eachDay, overDays, spanOver, tillEnd, toTheirEnd } from './round-days.ts'
import { eventTokens } from './round-event.ts'
import {
  atTable,
  epistemicsOf,
  isBehind,
  isNotThere,
  isRefused,
  isToBeHeld,
  moreToCome,
  opensAgain,
  phaseOf,
  placeSentFrom,
} from './round-holding.ts'
import { heldInstead } from './round-instead.ts'
import { movedIt } from './round-it.ts'
import { journeyFor } from './round-journeys.ts'
import { isPlannedAnew, isSlipping, movedPlace } from './round-moves.ts'
import { ordinalOf } from './round-number.ts'
import { outcomeOf } from './round-outcome.ts'
import { daysAt, placesOf, stateOf } from './round-places.ts'
import { isToBe, type Plan, planOf, planOfVerb } from './round-plans.ts'
import { attendanceOf, type Setting, type Timing, timingOf } from './round-told.ts'
import { triggersIn } from './round-triggers.ts'
import { phrasal } from './round-verbs.ts'
import { inPlaceOf, isUnplaced, onlyPair, partOf, pointsBack, toldBefore } from './rounds-before.ts'
import { findSeats } from './seats.ts'
import { type FoundTurn, findTalkTurns } from './talk-turns.ts'

/**
 * Claims from nouns of `round-nouns` (lemma, form, weight) and verbs of `round-verbs` (lemma, form, phase, needs).
 * A meeting counts when the sentence gives two of: place, day, number in a row, two sides.
 */
export function findRounds(scene: Scene): Found[] {
  const found: Found[] = []
  const turns = findTalkTurns(scene)
  const turned = new Set(turns.filter(isNoMeeting).map(({ noun }) => noun))
  for (const sentence of scene.doc.sents) {
    // One meeting a sentence and form, but for those with days of their own: the trigger that carries most.
    const best = new Map<string, Made[]>()
    for (const { token, form } of triggersIn(scene, sentence)) {
      if (turned.has(token)) continue
      for (const made of roundsAt(
        scene,
        token,
        form,
        toldBefore(scene, token, [...found, ...[...best.values()].flat().map((one) => one.claim)]),
      )) {
        const place = partOf(made.claim).place?.id ?? ''
        const key = `${form === 'meeting' ? 'round' : form}|${place}`
        const known = best.get(key) ?? []
        const same = known.findIndex((one) => isSameTelling(one, made))
        if (same < 0) best.set(key, [...known, made])
        else if (made.weight > known[same]!.weight) best.set(key, known.with(same, made))
      }
    }
    for (const { claim } of [...best.values()].flat()) {
      const placed = inPlaceOf(scene, claim, found)
      if (!isUnplaced(placed)) found.push(...eachDay(scene, placed))
    }
  }
  return [
    ...found,
    ...findSeats(scene, found),
    ...findJourneysGivenUp(scene),
    ...turns
      .filter((turn) => !isArranged(turn, found))
      .map(({ found: turn }) => ofThePair(scene, turn, found)),
  ]
}

/** "Talks broke off on Friday", nobody named: of the two sides whose meetings are told before it. */
function ofThePair(scene: Scene, turn: Found, found: readonly Found[]): Found {
  const part = partOf(turn)
  if (part.delegations.length > 0) return turn
  const here = scene.sentenceOf(turn.trigger)
  const pair = onlyPair(found.filter(({ trigger }) => scene.sentenceOf(trigger) < here))
  if (!pair) return turn
  return {
    ...turn,
    body: { ...turn.body, about: { ...part, delegations: pair.delegations } } as Found['body'],
  }
}

/** "Talks will resume in Lima on Monday": a meeting to come, told as such. */
const isArranged = ({ noun, found: { epistemics } }: FoundTurn, found: readonly Found[]): boolean =>
  /^(?:planned|expected)$/.test(epistemics?.modality ?? '') &&
  found.some(({ trigger, days }) => trigger === noun && days?.some(({ role }) => /^(?:on|from)$/.test(role)))

/** "Talks resumed in Lima on Monday" tells of a meeting too; "they broke off the talks on Monday" of none. */
const isNoMeeting = ({ found }: FoundTurn): boolean => !/^(?:resumed|rejoined)$/.test(partOf(found).phase)

/** "Parliament was to vote on Monday, but the session was put off": a chamber's own business. */
const isOfChamber = ({ doc }: Scene, trigger: number): boolean => {
  const { lower, sent } = doc.tokens
  for (let at = trigger; at >= 0 && at > trigger - 40 && sent[at] === sent[trigger]; at--)
    if (CHAMBERS.has(lower[at]!)) return true
  return false
}
const CHAMBERS: ReadonlySet<string> = new Set(
  'cabinet parliament senate assembly court house board legislature congress chamber knesset duma bundestag jury'.split(
    ' ',
  ),
)

interface Made {
  readonly claim: Found
  /** True where a day hangs on its own words. */
  readonly dated: boolean
  readonly weight: number
}

/** "The session runs from 1 March, the first since talks collapsed on 3 May": two days are two meetings. */
function isSameTelling(one: Made, other: Made): boolean {
  // "Met on the 16th, after a session set for the 10th was called off": what was and what was not.
  const isOff = ({ claim }: Made) => partOf(claim).phase === 'called off'
  if (isOff(one) !== isOff(other)) return false
  const [mine, theirs] = [one, other].map(({ claim }) =>
    claim.days?.find(({ role }) => role !== 'originalDue'),
  )
  return !one.dated || !other.dated || mine?.start === theirs?.start
}

/** One telling for each place joined by "and": "sessions in Geneva and London". */
function roundsAt(scene: Scene, trigger: number, form: RoundForm, before: RoundPart | undefined): Made[] {
  const event = eventTokens(scene, trigger)
  const journey = journeyFor(scene, trigger)
  const plan = scene.grammar.isVerb(trigger)
    ? planOfVerb(scene, trigger)
    : planOf(scene, movedIt(scene, trigger) ?? trigger)
  const elsewhereNow = movedPlace(scene, trigger) ?? (plan?.now && plan.place)
  const told = elsewhereNow ? [elsewhereNow] : placesOf(scene, event)
  const elsewhere = journey?.place ?? plan?.place ?? hostOfOthers(scene, trigger)
  const places = told.length > 0 || !elsewhere ? told : [elsewhere]
  return (places.length > 0 ? places : [undefined]).flatMap((place) => {
    const made = roundAt(scene, trigger, form, { event, place, before, journey, plan })
    if (!made) return []
    const { days = [] } = made.claim
    const own = place && places.length > 1 ? daysAt(scene, trigger, place, days) : days
    return { ...made, claim: heldInstead(scene, { ...made.claim, days: own }) }
  })
}

/** A meeting of the form with all that is told of it; undefined where it is none, or nothing tells it from others. */
function roundAt(scene: Scene, trigger: number, form: RoundForm, setting: Setting): Made | undefined {
  const { grammar, doc } = scene
  const { place, before, plan } = setting
  const ordinal = ordinalOf(scene, trigger)
  const agenda = agendaOf(scene, trigger)
  const timing = timingOf(scene, trigger, { ordinal, agenda }, setting)
  const { days, dated, moved, isElsewhere, calledOff, it } = timing
  const attendance = attendanceOf(scene, trigger, timing, setting)
  const { own, met } = attendance
  if (isOwnMeeting(scene, trigger, met) || isOccasion(scene, trigger, met)) return undefined
  // "A fifth session ended": one in a row that somebody ends is of talks.
  const isOneOfMany = ordinal !== undefined && isStaged(scene, trigger)
  if (met < 2 && !place && !before && !plan && !calledOff && !isOneOfMany && isAnySession(scene, trigger))
    return undefined
  const told: Told = { form, ordinal, agenda, timing, met }
  const weight = weightOf(scene, trigger, told, setting)
  const leaders = form === 'call' || form === 'summit'
  const between = grammar.obliques(trigger, 'between').length > 0
  const named = own.flatMap((one) => one.members).length >= 2 && between
  // A call or summit of which only the day or the place is told may be anybody's.
  const isSpoken = form === 'call' && grammar.isVerb(trigger) && !byPhone(scene, trigger)
  const isVideo = days.length > 0 && byVideo(scene, trigger)
  const slight = weight < 2 && !named && !isVideo && !(leaders && met >= 2)
  // "To join the second call", "a call that expired": nobody is told to speak in it.
  if (form === 'call' && met === 0 && !isGroupMeeting(scene, trigger) && !plan) return undefined
  const where = place ?? (slight && !calledOff ? placeSentFrom(scene) : undefined)
  if (slight && !calledOff && (leaders || !where || !isBehind(scene, trigger))) return undefined
  const sides = withoutHost(
    unique([...withdrawnFrom(scene, trigger, calledOff), ...attendance.sides]),
    hostOf(scene, trigger),
  )
  const delegations = delegationsAt(scene, attendance.people, sides)
  // "The cabinet held a meeting", people of one side alone: a body of its own, no talks.
  const [only] = delegations.length === 1 ? delegations : []
  const alone = only?.party !== undefined && only.members.length >= 2
  if (form === 'meeting' && alone && agenda.length === 0) return undefined
  if (form === 'meeting' && !heldByGroup(scene, trigger) && isAmongThemselves(scene, trigger, sides))
    return undefined
  const epistemics = moodOfRound(scene, trigger, timing, setting, slight)
  // "They did not announce a fifth round", "she turned the meeting down": none is told of.
  if (
    !moved &&
    !isElsewhere &&
    !calledOff &&
    (epistemics.polarity === 'denied' || isNotThere(scene, trigger) || isRefused(scene, trigger))
  )
    return undefined
  const over = epistemics.modality === 'held' || epistemics.modality === 'background'
  // "The meeting should have taken place last week": what became of it, other words tell.
  const isPlan = plan !== undefined || isToBe(scene, Math.max(0, doc.tokens.head[trigger]!))
  if (isPlan && !grammar.isVerb(trigger) && !moved && !calledOff && epistemics.modality === 'hypothetical')
    return undefined
  const phase = calledOff
    ? 'called off'
    : over && timing.isLeft
      ? 'ends'
      : plan?.held && moved
        ? 'held'
        : phaseOf(scene, trigger, epistemics.modality)
  const outcome = over ? outcomeOf(scene, trigger) : undefined
  return {
    weight,
    dated,
    claim: {
      kind: epistemics.modality === 'ongoing' ? 'state' : 'act',
      trigger,
      foundBy: `round/${form}@1`,
      epistemics,
      body: {
        type: `talks: ${form}`,
        ...(epistemics.modality === 'ongoing'
          ? {}
          : { plover: 'CONSULT', ...whoMeetsWhom(scene, trigger, sides) }),
        about: {
          thread: 'round',
          form,
          ...(where ? { place: where, ...stateOf(scene, where) } : {}),
          ...(ordinal === undefined ? {} : { ordinal }),
          delegations: isOfJointBody(scene, trigger) ? [] : delegations,
          agenda: isOffTheTable(scene, trigger) ? [] : agenda,
          phase,
          ...((calledOff && !plan) || slight || isSpoken || isSlipping(scene, trigger)
            ? { passing: true }
            : {}),
          ...(moved || isElsewhere || timing.putOff || (phase === 'planned' && isPlannedAnew(scene, trigger))
            ? { moved: true }
            : {}),
          ...(outcome ? { outcome } : {}),
        },
      } as Found['body'],
      days: slight ? [] : daysToTell(scene, trigger, timing, epistemics, phase),
      roles: { round: { start: doc.tokens.start[trigger]!, end: doc.tokens.end[trigger]! } },
      ...(it === undefined ? {} : { alsoSentences: [doc.tokens.sent[it]!] }),
    },
  }
}

/** "Soto meets the Norwegian minister": he meets that side, though whom he is for is not told; else the first side meets the others. */
function whoMeetsWhom({ grammar, fillers }: Scene, trigger: number, sides: readonly Ref[]) {
  const doers = grammar.isVerb(trigger) && sides.length === 1 ? grammar.subjects(trigger) : []
  const people = unique(doers.flatMap((token) => fillers.parties(token)))
  const isUnknown = people.length > 0 && people.every((ref) => fillers.sideOf(ref) === undefined)
  return isUnknown
    ? { actor: people, recipient: [...sides] }
    : { actor: sides.slice(0, 1), recipient: sides.slice(1) }
}

/** What is told of a meeting itself. */
interface Told {
  readonly form: RoundForm
  readonly ordinal: number | undefined
  readonly agenda: RoundPart['agenda']
  readonly timing: Timing
  readonly met: number
}

/** How much tells the meeting from others: its place, days, number, sides, what it is about. */
function weightOf(
  scene: Scene,
  trigger: number,
  { form, ordinal, agenda, timing, met }: Told,
  { place, plan }: Setting,
): number {
  const { days, dated, moved, isElsewhere, calledOff } = timing
  return (
    (agenda.length > 0 ? (pointsBack(scene, trigger) ? 2 : 1) : 0) +
    (place ? 1 : 0) +
    (isElsewhere ? 1 : 0) +
    (days.filter(({ role }) => role === 'on' || role === 'originalDue').length > 1 ? 1 : 0) +
    (days.length > 0 ? 1 : 0) +
    (days.some(({ role }) => role === 'from') && days.some(({ role }) => role === 'to') ? 1 : 0) +
    (ordinal === undefined ? 0 : 1) +
    (met >= 2 ? 1 : 0) +
    (spanOver(scene, trigger) >= 0 ||
    (days.length > 0 && /^(collapsed|ends)$/.test(phaseOf(scene, trigger, 'held')))
      ? 1
      : 0) +
    (moved && days.length > 0 && !isOfChamber(scene, trigger) ? 1 : 0) +
    (days.length > 0 && (opensAgain(scene, trigger, form) || (dated && goesOn(scene, trigger))) ? 1 : 0) +
    (days.length > 0 &&
    (isGroupMeeting(scene, trigger) ||
      atTable(scene, trigger) ||
      (form === 'round' && heldByGroup(scene, trigger)))
      ? 1
      : 0) +
    (plan && (plan.fate !== undefined || calledOff) ? 1 : 0) +
    (moreToCome(scene, trigger) || (place && isToBeHeld(scene, trigger)) ? 1 : 0)
  )
}

/** "Peru called off talks with Norway": they were between the two. */
const withdrawnFrom = (scene: Scene, trigger: number, calledOff: boolean): Ref[] =>
  calledOff && scene.grammar.obliques(trigger, 'with').length > 0 ? cancellers(scene, trigger) : []

/** Who calls off a meeting that is told as with somebody else. */
function cancellers({ grammar, fillers, doc }: Scene, trigger: number): Ref[] {
  const verb = doc.tokens.dep[trigger] === 'obj' ? doc.tokens.head[trigger]! : -1
  if (verb < 0 || grammar.isPassive(verb)) return []
  return grammar
    .subjects(verb)
    .flatMap((token) => fillers.parties(token))
    .flatMap((ref) => fillers.sideOf(ref) ?? (ref.id.startsWith('person:') ? [] : [ref]))
}

/** Those who sit there, by their sides: the head of a union's commission for the union, a joint body beside its two sides for neither. */
function delegationsAt(
  { fillers }: Scene,
  people: readonly Delegation[],
  sides: readonly Ref[],
): Delegation[] {
  const own = sides.filter(({ name }) => sides.length < 3 || !/\bjoint\b/i.test(name))
  const sideOf = (party: Ref) => own.find(({ id }) => id === fillers.sideOf(party)?.id) ?? party
  const seated = people.map((one) => (one.party ? { ...one, party: sideOf(one.party) } : one))
  const others = own.filter(({ id }) => ![...seated, ...people].some(({ party }) => party?.id === id))
  return [...seated, ...others.map((party) => ({ party, members: [] }))]
}

/** "The Joint Border Committee met": the two sit in it. */
const isOfJointBody = (scene: Scene, trigger: number): boolean =>
  scene.grammar.isVerb(trigger) && subjectsOf(scene, trigger).some((one) => isJointBody(scene, one))

const PLANNED: Mood = { polarity: 'affirmed', modality: 'planned' }
const HELD: Mood = { polarity: 'affirmed', modality: 'held' }

/** How sure the meeting is. */
function moodOfRound(
  scene: Scene,
  trigger: number,
  { moved, isElsewhere, calledOff, days }: Timing,
  { plan, journey }: Setting,
  slight: boolean,
): Mood {
  if (moved || isElsewhere) return plan?.held ? HELD : PLANNED
  if (calledOff || slight) return HELD
  if (journey && !plan?.isDue)
    return { ...scene.epistemics(journey.verb), ...(journey.due ? { modality: 'planned' } : {}) }
  if (isStillPlan(scene, trigger, plan, days)) return PLANNED
  return isBehind(scene, trigger) ? epistemicsOf(scene, trigger) : toCome(scene, trigger, days)
}

/** Its days as they are told by the mood and phase: ahead, behind, up to its end. */
function daysToTell(
  scene: Scene,
  trigger: number,
  { days, undone }: Timing,
  { modality }: Mood,
  phase: string,
): readonly ClaimDay[] {
  if (isBehind(scene, trigger)) return overDays(scene, trigger, days.map(behind))
  if (modality === 'planned' || undone)
    return days.map((day) => (day.relative?.direction === 1 ? day : nearest(day)))
  if (phase === 'ends' || phase === 'collapsed') return toTheirEnd(scene, trigger, days)
  return modality === 'held' || modality === 'background'
    ? tillEnd(scene, trigger, days).map((day) => (day.role === 'to' ? behind(day) : day))
    : days
}

/** "After talks on 3 May": a day behind the telling, whatever the tense around it. */
const behind = (day: ClaimDay): ClaimDay =>
  day.relative?.direction === 1 && !day.relative.said && /^(?:month|weekday)$/.test(String(day.relative.kind))
    ? { ...day, relative: { ...day.relative, direction: -1 } }
    : day

/** Days that are to come where the verb is in the present: "talks resume this afternoon". */
const SOON = /^(?:(?:later )?this (?:morning|afternoon|evening)|tonight|later today|tomorrow)\b/i

/** "Meets in Lima on 7 October", "hopes to sign at a summit on 3 May", "resume tonight": a meeting on a day to come is planned. */
function toCome(scene: Scene, trigger: number, days: readonly ClaimDay[]): Mood {
  const { tokens, text } = scene.doc
  const told = epistemicsOf(scene, trigger)
  const verb = scene.grammar.isVerb(trigger) ? trigger : tokens.head[trigger]!
  const isPresent = /^VB[PZ]?$/.test(tokens.tag[verb] ?? '')
  const isAhead = days.every(
    ({ role, relative, start, end }) =>
      role !== 'to' &&
      start > tokens.start[trigger]! &&
      (relative?.direction === 1 || (isPresent && SOON.test(text.slice(start, end)))),
  )
  return isAhead && days.length > 0 && told.modality === 'held' ? { ...told, modality: 'planned' } : told
}

/** "A summit, pencilled in for 23 July, is in doubt": of a meeting of which only the plan's day is told, nothing says that it was held. */
function isStillPlan(
  { doc, grammar, rows }: Scene,
  trigger: number,
  plan: Plan | undefined,
  days: readonly ClaimDay[],
): boolean {
  if (!plan || plan.fate || days.length === 0) return false
  if (plan.isDue) return true
  const over = doc.tokens.head[trigger]!
  if (over >= 0 && isToBe({ doc }, over)) return true
  if (days.some(({ start }) => start !== plan.was.start)) return false
  return (
    over >= 0 &&
    /^nsubj/.test(doc.tokens.dep[trigger]!) &&
    !rows('round-phases').has(doc.tokens.lemma[over]!) &&
    !(grammar.isVerb(over) && doc.tokens.tag[over] === 'VBD')
  )
}

/** Told to open, end or fail as the subject of its verb. */
function isStaged(scene: Scene, trigger: number): boolean {
  const { dep, head, lemma } = scene.doc.tokens
  const verb = head[trigger]!
  if (verb < 0 || !/^nsubj/.test(dep[trigger]!)) return false
  const phases = scene.rows('round-phases')
  const row = phases.get(phrasal(scene, verb)) ?? phases.get(lemma[verb]!)
  return /^(?:opens|ends|collapsed)$/.test(row?.phase ?? '')
}

/** "Talks will resume on Monday", "a round of talks was held on Friday": the talks that a report is about need no name. */
function goesOn({ doc, grammar, rows }: Scene, trigger: number): boolean {
  const { dep, head, lemma } = doc.tokens
  const verb = head[trigger]!
  if (verb < 0 || !/^nsubj/.test(dep[trigger]!)) return false
  // "The Lima round did take place".
  if (happens({ doc }, verb)) return true
  const isTalks = [trigger, ...grammar.obliques(trigger, 'of')].some((token) =>
    /^(?:bargaining|mediation|talks?|negotiations?)$/.test(lemma[token]!),
  )
  if (!isTalks) return false
  const phase = rows('round-phases').get(lemma[verb]!)?.phase ?? ''
  return /^(?:opens|ends|in session)$/.test(phase) || (phase === 'held' && isHeld({ doc, grammar }, verb))
}

/** "Were held", "are scheduled", "took place". */
const isHeld = ({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, verb: number): boolean =>
  grammar.isPassive(verb) || happens({ doc }, verb)

/** "Took place", "went ahead". */
const happens = ({ doc: { tokens } }: Pick<Scene, 'doc'>, verb: number): boolean =>
  /^(?:take place|go ahead)$/.test(`${tokens.lemma[verb]!} ${tokens.lower[verb + 1] ?? ''}`)
