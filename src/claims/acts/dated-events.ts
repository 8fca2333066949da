// In: a scene and the verbs that other finders told. Out: what else happened on a day that its sentence gives, in the report's own verb.
import { UPOS } from '../../language/doc.ts'
import type { ActBody, ClaimDay } from '../../model/index.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { actWords } from './act-words.ts'
import { daysOfDeed } from './deed-days.ts'
import {
  carries,
  clauseAt,
  datedSentences,
  eventAt,
  isDoers,
  isOfThing,
  isOnlySaid,
  tellingSentences,
  tellsAlone,
  tellsDays,
  toldDays,
} from './event-words.ts'
import { notDoneAt } from './not-done.ts'
import { stillOpenAt } from './still-open.ts'

const VERB = UPOS.indexOf('VERB')

/** Where a clause stands in which something is told to have happened, or to be ahead. */
const CLAUSES = /^(?:root|conj|ccomp|(?:acl|advcl)(?::relcl)?|parataxis|dep)$/
/** "Before the talks began", "if it fails", "unless", "whether": not told as having happened. */
const UNSURE: ReadonlySet<string> = new Set('if unless whether before until lest though'.split(' '))
const TOLD: ReadonlySet<string> = new Set(['held', 'planned', 'background', 'ongoing'])
/** Auxiliaries of what is over. */
const DONE = /^(?:was|were|has|have|had|been)$/

/**
 * What no row of words names ("the crossing reopened on Monday", "Lund, who was shot on May 3", "fighting broke out late on
 * Friday"): a finite verb of something that happens (`lasting-verbs` are none), with a day of its own or as the news of a
 * first sentence; what has lasted since a day, and what did not happen on one. `found` is what was told, `acts` the words
 * that tell acts: a verb that carries one of these is told with it, unless the day is not.
 */
export function findDatedEvents(scene: Scene, found: readonly Found[], acts: ReadonlySet<number>): Found[] {
  const { tokens } = scene.doc
  const taken = new Set(found.filter(tellsEvent).map(({ trigger }) => trigger))
  const told = toldDays(found.filter(tellsDays))
  const telling = tellingSentences(scene, found)
  const dated = datedSentences(scene)
  const events: Found[] = []
  for (let verb = 0; verb < tokens.count; verb++) {
    if (tokens.dep[verb] === 'aux' || taken.has(verb)) continue
    const one =
      eventOf(scene, verb, { told, acts, telling }) ??
      (dated.has(tokens.sent[verb]!) ? standingAt(scene, verb, told) : undefined) ??
      notDoneAt(scene, verb, telling) ??
      stillOpenAt(scene, verb, telling)
    if (one) events.push(one)
  }
  return events
}

/** A tie or a number tells no event. */
const tellsEvent = ({ kind }: Found): boolean => kind !== 'figure' && kind !== 'linkage'

/** Days told, words that tell acts, and sentences that tell anything. */
interface Told {
  readonly told: ReadonlySet<number>
  readonly acts: ReadonlySet<number>
  readonly telling: ReadonlySet<number>
}

function eventOf(scene: Scene, verb: number, { told, acts, telling }: Told): Found | undefined {
  if (scene.doc.tokens.pos[verb] !== VERB || !isEvent(scene, verb)) return undefined
  // "Is sending envoys to Friday's meeting": under way, on no day of its own.
  const own = isUnderWay(scene, verb) ? [] : daysAt(scene, verb)
  const isCarrier = carries(scene, verb, acts)
  const days = isCarrier ? own.filter(({ start }) => !told.has(start) && !isDoers(scene, verb, start)) : own
  const isNews = () =>
    (isDone(scene, verb) && isLead(scene, verb)) ||
    (isToldPlainly(scene, verb) && tellsAlone(scene, verb, telling))
  if (days.length === 0 && (isCarrier || !isNews() || isNothing(scene, verb))) return undefined
  const epistemics = toldAs(scene, verb)
  if (!TOLD.has(epistemics.modality)) return undefined
  const at = { days, foundBy: 'act/dated@1', epistemics }
  return epistemics.polarity === 'affirmed' ? eventAt(scene, verb, at) : undoneAt(scene, verb, at)
}

/** "The ceremony did not take place on Thursday", "did not open on 3 May as planned": what was due and did not come about is told as that. */
function undoneAt(scene: Scene, verb: number, at: Parameters<typeof eventAt>[2]): Found | undefined {
  const { grammar, doc } = scene
  const isSo = at.epistemics?.modality === 'held' && scene.attributions(verb).length === 0
  const isNearly = grammar.dependents(verb, 'advmod').some((word) => NEARLY.has(doc.tokens.lower[word]!))
  const isDid = grammar.dependents(verb, 'aux').some((aux) => DID.test(doc.tokens.lower[aux]!))
  const days = at.days.filter(({ start }) => !isDoers(scene, verb, start))
  if (!isSo || !isDid || isNearly || !wasDue(scene, verb) || days.length === 0) return undefined
  return undone(eventAt(scene, verb, { ...at, days, epistemics: HELD }))
}

/** "Take place", "as threatened": of what had been announced. */
function wasDue({ grammar, doc }: Scene, verb: number): boolean {
  const { lemma, lower, tag, sent } = doc.tokens
  if (grammar.objects(verb).some((thing) => lemma[verb] === 'take' && lemma[thing] === 'place')) return true
  const { last } = doc.sents[sent[verb]!]!
  for (let at = verb + 1; at + 1 < last; at++) if (lower[at] === 'as' && tag[at + 1] === 'VBN') return true
  return false
}

const DID = /^(?:did|was|were)$/
const NEARLY: ReadonlySet<string> = new Set(['almost', 'nearly', 'hardly', 'only'])
const HELD = { polarity: 'affirmed', modality: 'held' } as const

/** Named for what did not happen. */
function undone(one: Found | undefined): Found | undefined {
  if (one?.kind !== 'act') return undefined
  const body = one.body as ActBody
  return { ...one, body: { ...body, type: body.type.replace('event: ', 'event: not ') } }
}

/** "Has been shut since 3 May", "have held no talks since June 1": what has been so from a day on. */
function standingAt(scene: Scene, head: number, told: ReadonlySet<number>): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { lower, dep } = doc.tokens
  const isPerfect = grammar
    .dependents(head, 'aux', 'cop')
    .some((aux) => /^(?:has|have|had|been|'ve)$/.test(lower[aux]!))
  if (fillers.timeAt(head) || fillers.quantityAt(head)) return undefined
  if (!isPerfect || !STANDING.test(dep[head]!) || scene.attributions(head)[0]?.form === 'direct')
    return undefined
  const days = daysAt(scene, head).filter(
    ({ relation, start }) => relation === 'since' && !told.has(start) && !isDoers(scene, head, start),
  )
  const { modality, polarity } = scene.epistemics(head)
  if (days.length === 0 || !TOLD.has(modality)) return undefined
  const one = clauseAt(scene, head, { days, foundBy: 'act/dated@1', epistemics: HELD })
  return polarity === 'denied' ? undone(one) : one
}

const STANDING = /^(?:root|conj|ccomp|parataxis|acl:relcl)$/

function isEvent(scene: Scene, verb: number): boolean {
  const { grammar, rows } = scene
  const { tag, lemma, dep, lower, head } = scene.doc.tokens
  const name = lemma[verb]!
  if ((rows('lasting-verbs').has(name) && !comesAbout(scene, verb)) || isOnlySaid(scene, verb)) return false
  // "Fixed for Thursday and Friday", "pencilled in the vote on 3 May": when it is to be.
  const isFixed = rows('arranging-verbs').has(name) && (lower[verb + 1] === 'for' || !grammar.isPassive(verb))
  if (isFixed && tag[verb] === 'VBD') return false
  const isReduced = dep[verb] === 'acl' && tag[verb] === 'VBN' && !isFixed && isSaidOfNoun(scene, verb)
  if (!isReduced && !CLAUSES.test(dep[verb]!)) return false
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const isAhead = auxiliaries.includes('will') || isScheduled(scene, verb)
  if (!isReduced && !isAhead && !isUnderWay(scene, verb) && !isPast(scene, verb, auxiliaries)) return false
  const marks = grammar.dependents(verb, 'mark', 'advmod').map((mark) => lower[mark]!)
  if (marks.some((mark) => UNSURE.has(mark))) return false
  // "Asked whether the ferry had left": nobody says it had.
  if (dep[verb] === 'ccomp' && head[verb]! >= 0) {
    const above = lemma[head[verb]!]!
    if (!rows('speech-verbs').has(above) || ASKING.has(above)) return false
  }
  return scene.attributions(verb)[0]?.form !== 'direct'
}

const ASKING: ReadonlySet<string> = new Set(['ask', 'question', 'wonder', 'deny', 'doubt'])

/** "Abandoned its role", "met a target": the rows of acts tell this verb with other objects, or as none. */
function isNothing({ lexicon, grammar, doc }: Scene, verb: number): boolean {
  const { lemma } = doc.tokens
  const objects = grammar.objects(verb).map((token) => lemma[token]!)
  const rows = (actWords(lexicon).verbs.get(lemma[verb]!) ?? []).filter(({ particle }) => particle === '')
  return (
    objects.length > 0 &&
    rows.length > 0 &&
    rows.every(
      ({ does, objects: own }) =>
        own.size > 0 && (does === 'nothing' || !objects.some((one) => own.has(one))),
    )
  )
}

/** "Fell through", "came into force", "declined to sign", "dropped their suit": verbs of what lasts that tell a deed with these words. */
function comesAbout({ rows, grammar, doc }: Scene, verb: number): boolean {
  const { lower, lemma } = doc.tokens
  const unless = rows('lasting-verbs').get(lemma[verb]!)?.unless ?? ''
  if (unless === '') return false
  const words = new Set(unless.split(' '))
  if (
    words.has('CLAUSE') &&
    grammar.dependents(verb, 'xcomp', 'advcl').some((one) => lower[one - 1] === 'to')
  )
    return true
  const isBehind = [verb + 1, ...grammar.dependents(verb, 'compound:prt')].some((at) =>
    words.has(lower[at] ?? ''),
  )
  return isBehind || grammar.objects(verb).some((thing) => words.has(lemma[thing]!))
}

/** Sentences of a report, its heading among them, that tell its news. */
const LEAD = 2

const isLead = ({ doc }: Scene, verb: number): boolean =>
  doc.tokens.sent[verb]! < LEAD && doc.tokens.dep[verb] === 'root'

/**
 * "Rebels have begun to leave the port", "45 people have been taken back": what has been done is news, of the report's own
 * day in its first sentence, and further down where its sentence tells nothing else.
 */
const isDone = ({ doc, grammar }: Scene, verb: number): boolean =>
  MAIN.test(doc.tokens.dep[verb]!) &&
  doc.tokens.tag[verb] === 'VBN' &&
  grammar.dependents(verb, 'aux').some((aux) => /^ha(?:s|ve)$/.test(doc.tokens.lower[aux]!))

/** "Has taken back 45 people", "will write a second draft", "cleared 84 mills": what tells a deed without its day. */
function isToldPlainly(scene: Scene, verb: number): boolean {
  const { doc, grammar, fillers } = scene
  const { tag, lower, dep } = doc.tokens
  if (!MAIN.test(dep[verb]!)) return false
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  if (isDone(scene, verb)) return true
  if (isUnderWay(scene, verb)) return true
  // "Will start next month": told with what lies ahead.
  if (auxiliaries.includes('will')) return scene.days([verb]).length === 0
  const isOver =
    tag[verb] === 'VBD' || (grammar.isPassive(verb) && auxiliaries.every((aux) => DONE.test(aux)))
  return isOver && grammar.objects(verb).some((thing) => fillers.quantityIn(thing) !== undefined)
}

const MAIN = /^(?:root|conj|parataxis)$/

/** "Is drafting a reply", "are preparing a text", "is still being examined": a verb of what takes its time, in progress. */
const isUnderWay = ({ doc, grammar }: Scene, verb: number): boolean =>
  UNDER_WAY.has(doc.tokens.lemma[verb]!) &&
  (doc.tokens.tag[verb] === 'VBG'
    ? grammar.dependents(verb, 'aux').some((aux) => /^(?:is|are|'s|'re)$/.test(doc.tokens.lower[aux]!))
    : grammar.isPassive(verb) && doc.tokens.lower[verb - 1] === 'being')
const UNDER_WAY: ReadonlySet<string> = new Set(
  (
    'assemble build broker circulate consider deploy develop dispatch draft draw evacuate examine expand finalise finalize fund hire ' +
    'investigate mediate mull prepare pursue recruit redraft review revise rewrite send ship study supply weigh withdraw'
  ).split(' '),
)

/** A participle without an auxiliary that has a subject is a past tense. */
const isPast = ({ doc, grammar }: Scene, verb: number, auxiliaries: readonly string[]): boolean =>
  doc.tokens.tag[verb] === 'VBD' ||
  auxiliaries.includes('did') ||
  (doc.tokens.tag[verb] === 'VBN' &&
    auxiliaries.every((aux) => DONE.test(aux)) &&
    (auxiliaries.length > 0 || grammar.dependents(verb, 'nsubj').length > 0))

/** Verbs whose present tense tells a day to come: "delegates meet on 30 March". */
const SCHEDULED: ReadonlySet<string> = new Set(
  'open begin start resume end close meet gather convene vote decide rule fly travel visit arrive return reopen hold take'.split(
    ' ',
  ),
)
const isScheduled = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^VB[ZP]$/.test(doc.tokens.tag[verb]!) &&
  SCHEDULED.has(doc.tokens.lemma[verb]!) &&
  // "Holds up the treaty": shown, not due.
  grammar.dependents(verb, 'compound:prt').length === 0

/** What pictures show, no news: "Farmers seen on Monday". */
const PICTURED: ReadonlySet<string> = new Set('take see picture photograph show shoot film'.split(' '))
const FINITE = /^(?:VB[DZP]|MD)$/

/**
 * "The minister, shot on Monday, …" and, where the parser took a past tense for a participle, "The talks opened on
 * Sunday.": a noun that stands for the whole sentence, with nothing else that is finite.
 */
function isSaidOfNoun({ doc }: Scene, verb: number): boolean {
  const { tokens, sents } = doc
  if (PICTURED.has(tokens.lemma[verb]!)) return false
  if (tokens.dep[tokens.head[verb]!] !== 'root') return true
  const { first, last } = sents[tokens.sent[verb]!]!
  for (let at = first; at < verb; at++) if (FINITE.test(tokens.tag[at]!)) return false
  return (
    (tokens.form[last - 1] === '.' && tokens.tag[tokens.head[verb]!] !== 'NN') ||
    /^(?:the|a|an|this)$/.test(tokens.lower[first]!)
  )
}

/** How it is told: what a present tense tells of a day is planned. */
function toldAs(scene: Scene, verb: number): ReturnType<Scene['epistemics']> {
  const own = scene.epistemics(verb)
  return own.modality === 'held' && isScheduled(scene, verb) ? { ...own, modality: 'planned' } : own
}

/** Its days of one date or weekday; those of months, years and hours alone tell no day. */
const daysAt = (scene: Scene, verb: number): ClaimDay[] =>
  daysOfDeed(scene, verb).filter(({ type, value, relative, role, mod, relation, start }) => {
    // "Called a meeting for Monday": the day of what is called.
    // And "laws enacted after 1 May": some day behind it.
    if (
      relation === 'for' ||
      relation === 'after' ||
      isMeant(scene, verb, start) ||
      isOfThing(scene, verb, start)
    )
      return false
    if (isBehindStop(scene, verb, start)) return false
    if (type === 'DURATION' || type === 'SET' || mod !== undefined || (role !== 'on' && role !== 'from'))
      return false
    if (value !== undefined) return /^\d{4}-\d\d-\d\d/.test(value)
    if (!relative) return false
    if (relative.kind === 'shift') return relative.grain === 'day' || relative.grain === 'hour'
    if (relative.kind === 'month') return relative.date !== undefined
    return relative.kind === 'weekday' || relative.kind === 'date' || relative.kind === 'clock'
  })

/** "Gave 14 percent of it; on 9 January it was 21", "moved the date: not 3 May but 5 May": a day behind a stop is of what stands there. */
function isBehindStop(scene: Scene, verb: number, start: number): boolean {
  const { form } = scene.doc.tokens
  const at = tokenAt(scene, start)
  return form
    .slice(Math.min(at, verb), Math.max(at, verb))
    .some((one) => one === ';' || (one === ':' && at > verb))
}

/** "To Tuesday", "until Friday": a day that something is put to; "postponed from Tuesday": one that it is no longer on. */
function isMeant(scene: Scene, verb: number, start: number): boolean {
  const { lower, lemma } = scene.doc.tokens
  const before = lower[tokenAt(scene, start) - 1] ?? ''
  const isMoved = () =>
    [lemma[verb]!, `${lemma[verb]!} ${lower[verb + 1] ?? ''}`].some((word) =>
      /^(?:extended|brought forward)$/.test(scene.rows('deadline-verbs').get(word)?.move ?? ''),
    )
  return /^(?:for|to|until|till)$/.test(before) || (before === 'from' && isMoved())
}
