// In: a scene and what its finders told. Out: what is to happen on a day ahead that nothing else tells, in the report's own words.
import type { ClaimDay, Modality } from '../../model/index.ts'
import { isGivenUp } from '../deadlines/found-deadline.ts'
import { coming } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { canAct } from './actors.ts'
import {
  carries,
  clauseAt,
  datedSentences,
  eventAt,
  isDoers,
  isOfThing,
  isOnlySaid,
  isOwnWord,
  tellingSentences,
  tellsAlone,
  tellsDays,
  toldDays,
} from './event-words.ts'

/**
 * "Ministers are to take up the text on 24 September", "the hearing is expected on 20 May", "trains will stop from Monday
 * unless …": the verb of a clause that lies ahead, with a day of its own that no other claim of the sentence has. `found` is
 * what was told, `acts` the words that tell acts.
 */
export function findDaysAhead(scene: Scene, found: readonly Found[], acts: ReadonlySet<number>): Found[] {
  const { doc, grammar } = scene
  const told = toldDays(found.filter(tellsDays))
  const taken = new Set(found.filter(tellsDays).map(({ trigger }) => trigger))
  const telling = tellingSentences(scene, found)
  const ahead: Found[] = []
  const dated = datedSentences(scene)
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    const sentence = doc.tokens.sent[verb]!
    if (!dated.has(sentence) && telling.has(sentence)) continue
    if (doc.tokens.dep[verb] === 'aux' || taken.has(verb)) continue
    if (!grammar.isVerb(verb) && grammar.dependents(verb, 'cop').length === 0) continue
    const epistemics = aheadAs(scene, verb)
    if (!epistemics) continue
    const days = daysAt(scene, verb, epistemics).filter(({ start }) => !told.has(start))
    const isAlone = days.length === 0 && isOwed(scene, verb) && tellsAlone(scene, verb, telling)
    if ((days.length === 0 && !isAlone) || carries(scene, verb, acts)) continue
    const at = { days, foundBy: 'act/ahead@1', epistemics }
    const one = (grammar.isVerb(verb) ? eventAt(scene, verb, at) : undefined) ?? clauseAt(scene, verb, at)
    if (!one) continue
    ahead.push(one)
    for (const { start } of days) told.add(start)
  }
  return ahead
}

const AHEAD: ReadonlySet<Modality> = new Set(['planned', 'expected', 'conditional'])
const STANDING: ReadonlySet<Modality> = new Set(['held', 'ongoing'])
/** Where a clause stands that tells what is to come; what stands behind "if" is only supposed. */
const CLAUSES = /^(?:root|conj|[xc]comp|parataxis|acl(?::relcl)?)$/

/** How a clause that lies ahead is told; undefined for others. */
function aheadAs(scene: Scene, verb: number): Found['epistemics'] | undefined {
  const { dep, tag } = scene.doc.tokens
  if (!CLAUSES.test(dep[verb]!) || tag[verb] === 'VBD' || isOver(scene, verb) || isOwnWord(scene, verb))
    return undefined
  const own = scene.epistemics(carrierOf(scene, verb))
  if (own.polarity === 'denied') return undefined
  // "Scrapped plans to open a depot in May".
  if (dep[verb]!.startsWith('acl') && isGivenUp(scene, scene.doc.tokens.head[verb]!)) return undefined
  if (AHEAD.has(own.modality)) return own
  // "May enter at 9 percent from 1 May": allowed from then on.
  if (own.modality === 'possible' && isAllowedFrom(scene, verb)) return own
  if (isArranged(scene, verb) || isToBe(scene, verb) || isNextEvent(scene, verb))
    return { ...own, modality: 'planned' }
  if (own.modality === 'hypothetical')
    return should(scene, verb) ? { ...own, modality: 'expected' } : undefined
  return STANDING.has(own.modality) && isNow(scene, verb) ? { ...own, modality: 'planned' } : undefined
}

/** "The two are to meet", "to be heard on 17 May". */
const isToBe = (scene: Scene, verb: number): boolean => {
  const { lower } = scene.doc.tokens
  const cops = scene.grammar.isVerb(verb) ? [] : scene.grammar.dependents(verb, 'cop')
  const wordsTo = (end: number) => lower.slice(Math.max(0, end - 4), end).join(' ')
  // "Lund is to be in Lima on Thursday", "is due in Lima".
  const isThere = cops.some((cop) => /\b(?:is|are)(?: \w+ly)? to be$/.test(wordsTo(cop + 1)))
  const isDue = cops.some(
    (cop) => /^(?:is|are|'s|'re)$/.test(lower[cop]!) && lower[cop + 1] === 'due' && lower[cop + 2] !== 'to',
  )
  return isThere || isDue || /\b(?:(?:is|are|'s|'re)(?: \w+ly)? to(?: be)?|to be)$/.test(wordsTo(verb))
}

/** "Is expected to vote", "are due to meet". */
const EXPECTED =
  /\b(?:is|are|'s|'re)(?: \w+ly)? (?:expected|due|set|scheduled|slated|poised|planning) to(?: be)?$/
const isAwaited = ({ doc }: Scene, verb: number): boolean =>
  EXPECTED.test(doc.tokens.lower.slice(Math.max(0, verb - 6), verb).join(' '))

const isAllowedFrom = (scene: Scene, verb: number): boolean =>
  scene.grammar.dependents(verb, 'aux').some((aux) => scene.doc.tokens.lower[aux] === 'may') &&
  scene.days([verb]).some(({ role }) => role === 'from')

/** "A hotline is to be set up", told without a day. */
const isOwed = (scene: Scene, verb: number): boolean =>
  scene.doc.tokens.tag[verb] !== 'VBG' &&
  ((scene.doc.tokens.dep[verb] === 'root' &&
    scene.epistemics(verb).modality === 'planned' &&
    isToBe(scene, verb)) ||
    (/^(?:root|xcomp)$/.test(scene.doc.tokens.dep[verb]!) && isAwaited(scene, verb)))

/** "The text should be signed in October". */
const should = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => doc.tokens.lower[aux] === 'should')

/** What shows how a clause is told: its verb, or the form of "be" that stands with its noun. */
const carrierOf = ({ grammar }: Scene, head: number): number =>
  grammar.isVerb(head) ? head : (grammar.dependents(head, 'cop')[0] ?? head)

/** Words right before a verb by which its plan is of then: "had been due to deliver", "was to begin", "were freed". */
const OVER =
  /\b(?:was|were|had)(?: \w+ly)?(?: been)?(?: (?:due|set|scheduled|slated|expected|planned|supposed|meant|hoped))?(?: to)?(?: have)?(?: been| be)?$/

const isOver = ({ doc, grammar }: Scene, verb: number): boolean =>
  OVER.test(doc.tokens.lower.slice(Math.max(0, verb - 6), verb).join(' ')) ||
  // "Had threatened to ask for a panel": then.
  (doc.tokens.dep[verb] === 'xcomp' &&
    grammar.dependents(doc.tokens.head[verb]!, 'aux').some((aux) => doc.tokens.lower[aux] === 'had'))

/** "The next meeting is on 13 May", "the vote is on Sunday": said to be of a day. */
const isNextEvent = ({ doc, grammar, fillers }: Scene, head: number): boolean =>
  grammar.dependents(head, 'cop').some((cop) => /^(?:is|are|'s|will)$/.test(doc.tokens.lower[cop]!)) &&
  grammar
    .subjects(head)
    .some(
      (noun) =>
        grammar
          .children(noun)
          .some((child) => /^(?:next|coming|following)$/.test(doc.tokens.lower[child]!)) ||
        (HELD_ON.has(doc.tokens.lemma[noun]!) && fillers.timeAt(head) !== undefined),
    )
/** What is held on one day. */
const HELD_ON: ReadonlySet<string> = new Set(
  'vote ballot election runoff run-off referendum hearing trial ceremony inauguration signing'.split(' '),
)

/** "It gets a quota from 1 January", "the licence runs out on 27 May": the present of a date; where it is over it is left out later. */
const isNow = (scene: Scene, verb: number): boolean =>
  /^VB[ZP]$/.test(scene.doc.tokens.tag[verb]!) &&
  !isOnlySaid(scene, verb) &&
  scene
    .days([verb])
    .some(
      ({ role, relative }) =>
        role === 'from' || relative?.date !== undefined || (relative?.kind === 'shift' && isNear(relative)),
    )

/** "Is scheduled for 20 May", "has been set for Monday": arranged, and not over. */
function isArranged({ doc, grammar, rows }: Scene, verb: number): boolean {
  const { lemma, tag, lower } = doc.tokens
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass')
  return (
    rows('arranging-verbs').has(lemma[verb]!) &&
    tag[verb] === 'VBN' &&
    auxiliaries.length > 0 &&
    auxiliaries.every((aux) => /^(?:is|are|'s|'re|has|have|been|be|will)$/.test(lower[aux]!))
  )
}

/** Its days: one date, a weekday, a coming week, a month; else until when, or for what somebody is to do by when, it is to be. */
function daysAt(scene: Scene, verb: number, { modality }: NonNullable<Found['epistemics']>): ClaimDay[] {
  // "Goods that fall under it, with effect from noon on 1 May": the hour is of another thing.
  const isPresent = /^VB[ZP]$/.test(scene.doc.tokens.tag[verb]!)
  const days = scene.days([verb]).filter(({ type, value, relative, relation, start }) => {
    if ((type !== 'DATE' && (type !== 'TIME' || isPresent)) || relation === 'since') return false
    if (isOfThing(scene, verb, start) || isDoers(scene, verb, start)) return false
    if (value !== undefined) return /^\d{4}-(?:\d\d|W\d\d)/.test(value)
    return relative !== undefined && isNear(relative)
  })
  const own = days.filter(({ role }) => role === 'on' || role === 'from')
  if (own.length > 0) return own.map(coming)
  const isDue = modality === 'planned' || (modality === 'expected' && isOfSomebody(scene, verb))
  // "It would take until May": foretold by nobody.
  const isTold =
    modality !== 'conditional' && (modality !== 'expected' || scene.attributions(verb).length > 0)
  return days
    .filter(({ role }) => (role === 'to' && isTold) || (role === 'due' && isDue))
    .map((day) => coming({ ...day, role: 'on' }))
}

/** "The mediators would send a text by 3 May": those who act say or are said to mean it; what only comes about is foretold. */
function isOfSomebody(scene: Scene, verb: number): boolean {
  const { grammar, rows, doc } = scene
  const tellers = scene.attributions(verb)[0]?.speakers ?? []
  return (
    !rows('lasting-verbs').has(doc.tokens.lemma[verb]!) &&
    grammar.isVerb(verb) &&
    (tellers.length > 0 || scene.attributions(verb).length === 0) &&
    (grammar.isPassive(verb) ||
      (grammar.objects(verb).length > 0 && grammar.subjects(verb).some((one) => canAct(scene, one))))
  )
}

/** A day, a week, a month to come; a weekday that has been is none. */
const isNear = ({ kind, grain, count, direction }: NonNullable<ClaimDay['relative']>): boolean =>
  kind === 'weekday' && Number(direction) < 0
    ? false
    : kind === 'shift'
      ? /^(?:day|week|month)$/.test(String(grain)) && Number(count) > 0
      : KINDS.has(String(kind))

const KINDS: ReadonlySet<string> = new Set(['month', 'weekday', 'date'])
