// In: a scene and the verbs that other finders told. Out: what else happened on a day that its sentence gives, in the report's own verb.
import { UPOS } from '../../language/doc.ts'
import type { ClaimDay, Phrase } from '../../model/index.ts'
import { particleOf } from '../sentence/phrasal.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { actWords } from './act-words.ts'
import { actorsAt, canAct, refsAt } from './actors.ts'

const VERB = UPOS.indexOf('VERB')
const PRON = UPOS.indexOf('PRON')

/** Where a clause stands in which something is told to have happened, or to be ahead. */
const CLAUSES = /^(?:root|conj|ccomp|(?:acl|advcl)(?::relcl)?|parataxis|dep)$/
/** "Before the talks began", "if it fails", "unless", "whether": not told as having happened. */
const UNSURE: ReadonlySet<string> = new Set('if unless whether before until lest though'.split(' '))
const TOLD: ReadonlySet<string> = new Set(['held', 'planned', 'background'])
/** Auxiliaries of what is over. */
const DONE = /^(?:was|were|has|have|had|been)$/
const CARRIES: ReadonlySet<string> = new Set(['xcomp', 'ccomp'])

/**
 * What no row of words names ("the crossing reopened on Monday", "Lund, who was shot on May 3", "fighting broke out late on
 * Friday"): a finite verb of something that happens (`lasting-verbs` are none), with a day of its own or as the news of a
 * first sentence. `taken` are
 * words told already, `told` those of acts: a verb that carries one of these is told with it.
 */
export function findDatedEvents(
  scene: Scene,
  taken: ReadonlySet<number>,
  told: ReadonlySet<number>,
): Found[] {
  const { tokens } = scene.doc
  const found: Found[] = []
  for (let verb = 0; verb < tokens.count; verb++) {
    if (tokens.pos[verb] !== VERB || taken.has(verb) || !isEvent(scene, verb)) continue
    const days = daysAt(scene, verb)
    if ((days.length === 0 && (!isLead(scene, verb) || isNothing(scene, verb))) || carries(scene, verb, told))
      continue
    const { polarity, modality } = toldAs(scene, verb)
    if (polarity !== 'affirmed' || !TOLD.has(modality)) continue
    const one = eventAt(scene, verb, { days, foundBy: 'act/dated@1', epistemics: toldAs(scene, verb) })
    if (one) found.push(one)
  }
  return found
}

function isEvent(scene: Scene, verb: number): boolean {
  const { grammar, rows } = scene
  const { tag, lemma, dep, lower, head } = scene.doc.tokens
  const name = lemma[verb]!
  if (rows('lasting-verbs').has(name) || isOnlySaid(scene, verb)) return false
  const isReduced = dep[verb] === 'acl' && tag[verb] === 'VBN' && isSaidOfNoun(scene, verb)
  if (!isReduced && !CLAUSES.test(dep[verb]!)) return false
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const isAhead = auxiliaries.includes('will') || isScheduled(scene, verb)
  if (!isReduced && !isAhead && !isPast(scene, verb, auxiliaries)) return false
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

/** Verbs of saying that do what they say. */
const DEEDS: ReadonlySet<string> = new Set('agree decide order refuse offer decline resolve'.split(' '))

/** Words alone are a statement; "approved the takeover", "addressed parliament" are deeds. */
export function isOnlySaid({ grammar, rows, doc }: Scene, verb: number): boolean {
  const lemma = doc.tokens.lemma[verb]!
  if (!rows('speech-verbs').has(lemma) || DEEDS.has(lemma)) return false
  return grammar.objects(verb).length === 0 || grammar.dependents(verb, 'ccomp', 'xcomp').length > 0
}

/** "We will strike on Monday": who that is stands outside the quotation marks. */
export const isOwnWord = (scene: Scene, verb: number): boolean =>
  scene.attributions(verb)[0]?.form === 'direct' &&
  scene.grammar.subjects(verb).some((token) => scene.doc.tokens.tag[token] === 'PRP')

/** Where the days of what was told stand in the text. */
export const toldDays = (found: readonly Found[]): Set<number> =>
  new Set(found.flatMap(({ days = [] }) => days.map(({ start }) => start)))

/** Sentences of a report, its heading among them, that tell its news. */
const LEAD = 2

/** "Rebels have begun to leave the port": what has been done in the first sentence is the news, of the report's own day. */
const isLead = ({ doc, grammar }: Scene, verb: number): boolean =>
  doc.tokens.sent[verb]! < LEAD &&
  doc.tokens.dep[verb] === 'root' &&
  doc.tokens.tag[verb] === 'VBN' &&
  grammar.dependents(verb, 'aux').some((aux) => /^ha(?:s|ve)$/.test(doc.tokens.lower[aux]!))

/** A participle without an auxiliary that has a subject is a past tense. */
const isPast = ({ doc, grammar }: Scene, verb: number, auxiliaries: readonly string[]): boolean =>
  doc.tokens.tag[verb] === 'VBD' ||
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
  scene.days([verb]).filter(({ type, value, relative, role, mod, relation, start }) => {
    // "Called a meeting for Monday": the day of what is called.
    if (relation === 'for' || isMeant(scene, start) || isOfThing(scene, verb, start)) return false
    if (type === 'DURATION' || type === 'SET' || mod !== undefined || (role !== 'on' && role !== 'from'))
      return false
    if (value !== undefined) return /^\d{4}-\d\d-\d\d/.test(value)
    if (!relative) return false
    if (relative.kind === 'shift') return relative.grain === 'day' || relative.grain === 'hour'
    if (relative.kind === 'month') return relative.date !== undefined
    return relative.kind === 'weekday' || relative.kind === 'date' || relative.kind === 'clock'
  })

/** Verbs whose thing happens by them, so that its day is theirs: "held a Friday meeting". */
const HOLDING: ReadonlySet<string> = new Set(
  'hold have take stage convene open begin start end close attend host give deliver conduct cast'.split(' '),
)

/** "Cheered his Friday morning threat": the day in front of a thing is the thing's. */
export function isOfThing({ grammar, doc }: Scene, verb: number, start: number): boolean {
  const { tokens } = doc
  if (HOLDING.has(tokens.lemma[verb]!)) return false
  return grammar
    .objects(verb)
    .some(
      (thing) =>
        thing > verb &&
        start >= tokens.start[grammar.phrase(thing, 'short').first]! &&
        start < tokens.start[thing]!,
    )
}

/** "To Tuesday", "until Friday": a day that something is put to. */
function isMeant(scene: Scene, start: number): boolean {
  const at = tokenAt(scene, start)
  return /^(?:for|to|until|till)$/.test(scene.doc.tokens.lower[at - 1] ?? '')
}

/** Whether it tells what another claim tells: "held talks", "reached a deal", "failed to meet the deadline". */
export function carries({ grammar }: Scene, verb: number, told: ReadonlySet<number>): boolean {
  const held = grammar.dependents(verb, ...CARRIES)
  const things = [verb, ...held].flatMap((one) => grammar.objects(one))
  return [...things, ...grammar.subjects(verb), ...held].some((one) => told.has(one))
}

/** What a thing takes that happens or begins. */
const BEGINS: ReadonlySet<string> = new Set(['place', 'effect'])

/** The act that a verb tells with its doer, its thing and its words; undefined where these say nothing. */
export function eventAt(
  scene: Scene,
  verb: number,
  {
    days,
    foundBy,
    epistemics,
  }: Pick<Found, 'foundBy' | 'epistemics'> & { readonly days: readonly ClaimDay[] },
): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { lower, lemma } = doc.tokens
  const subjects = grammar.subjects(verb)
  // "The vote takes place on Friday", "the ban took effect": it is the vote that happens, the ban that begins.
  const carried =
    lemma[verb] === 'take' ? grammar.objects(verb).find((token) => BEGINS.has(lemma[token]!)) : undefined
  const happens = carried !== undefined
  const particle = particleOf(scene, verb)
  const objects = happens ? [] : grammar.objects(verb)
  const thing = objects[0] ?? subjects[0]
  if (thing === undefined) return undefined
  // "Peru's list arrived on Monday": the list did, not Peru.
  const acts = (token: number) => !objects.includes(token) && (objects.length > 0 || canAct(scene, token))
  const actor = refsAt(
    scene,
    subjects.filter(acts).flatMap((token) => actorsAt(scene, token)),
  )
  // "It rained on Monday": of nothing told.
  if (lower[thing] === 'it' && actor.length === 0 && subjects[0] === thing) return undefined
  const object: Phrase | undefined =
    objects[0] === undefined && actor.length > 0 ? undefined : fillers.phrase(thing, 'short')
  if (actor.length > 0 && isCutShort(scene, verb)) return undefined
  const words = wordsFrom(scene, verb, actor.length > 0)
  if (!words) return undefined
  return {
    kind: 'act',
    trigger: verb,
    foundBy,
    ...(epistemics ? { epistemics } : {}),
    body: {
      type: `event: ${
        carried === undefined
          ? `${lemma[verb]}${particle ? ` ${particle}` : ''}`
          : lemma[carried] === 'place'
            ? lemma[thing]
            : `take ${lemma[carried]}`
      }`,
      actor: carried === undefined ? actor : [],
      recipient: [],
      ...(object ? { object } : {}),
      words,
    },
    days,
    roles: object ? { object: { start: object.start, end: object.end } } : {},
  }
}

/** The words that tell an event: its clause from the verb on where somebody does it, else from what it happens to on. */
export function wordsFrom(scene: Scene, verb: number, isDone: boolean): Phrase | undefined {
  const { first, last } = scene.grammar.predicate(verb)
  const { tag, sent } = scene.doc.tokens
  const over = Math.max(last, verb)
  // "Reached on 19 August" is not cut within its day, nor before it.
  const isOpen = tag[over] === 'IN' && sent[over + 1] === sent[over] && scene.fillers.timeAt(over + 1)
  const end = isOpen ? over + 1 : over
  const said = {
    first: Math.min(first, verb),
    last: Math.max(end, (scene.fillers.timeAt(end)?.last ?? 0) - 1),
  }
  const from = isDone ? said.first : toldFrom(scene, verb, said)
  return from === undefined ? undefined : scene.fillers.phraseOf(from, said.last, verb)
}

/** Verbs that say nothing without what they are done to: "signed on Friday" is a cut or misread clause. */
const TRANSITIVE: ReadonlySet<string> = new Set(
  'sign put make give take send bring set cut raise lower adopt approve reject announce issue extend impose publish present propose introduce receive order open appoint name file launch grant initiate decree entrust'.split(
    ' ',
  ),
)
const isCutShort = (scene: Scene, verb: number): boolean =>
  TRANSITIVE.has(scene.doc.tokens.lemma[verb]!) &&
  !particleOf(scene, verb) &&
  scene.grammar.objects(verb).length === 0 &&
  scene.grammar.dependents(verb, 'xcomp', 'ccomp').length === 0

/** Words between a thing and its verb above which the two are not quoted as one. */
const APART = 12

/**
 * Where words that nobody does begin: with what it happens to ("the probe was opened on Monday"), which stands before its
 * verb or in what is said; undefined where that is a pronoun or not told, so that the words say nothing.
 */
function toldFrom(
  { grammar, doc }: Scene,
  verb: number,
  said: { first: number; last: number },
): number | undefined {
  const passive = grammar.isPassive(verb) || doc.tokens.dep[verb] === 'acl'
  const [thing] = passive ? grammar.objects(verb) : grammar.subjects(verb)
  if (thing === undefined || doc.tokens.pos[thing] === PRON) return undefined
  const { first } = grammar.phrase(thing, 'short')
  if (thing > verb) return thing <= said.last ? said.first : undefined
  return said.first - thing > APART ? (passive ? said.first : undefined) : Math.min(first, said.first)
}
