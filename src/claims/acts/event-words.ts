// In: a scene and a verb. Out: the act it tells in the report's own words, and what keeps it from telling one.
import { UPOS } from '../../language/doc.ts'
import type { ClaimDay, Phrase } from '../../model/index.ts'
import { particleOf } from '../sentence/phrasal.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { actorsAt, canAct, refsAt } from './actors.ts'

const PRON = UPOS.indexOf('PRON')
const CARRIES: ReadonlySet<string> = new Set(['xcomp', 'ccomp'])

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
  // "The drivers honked, the teachers waved": a scene.
  if (!particle && scene.rows('scene-verbs').has(lemma[verb]!)) return undefined
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
  if (actor.length === 0 && subjects[0] === thing && lower[thing] === 'it' && !pointsBack(scene, thing, verb))
    return undefined
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
          : lemma[carried] === 'place' && doc.tokens.pos[thing] !== PRON
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

/** "They were restored on 18 March": of what, the sentence before says, with which it is told. */
const pointsBack = ({ doc, rows }: Scene, pronoun: number, verb: number): boolean =>
  !rows('speech-verbs').has(doc.tokens.lemma[verb]!) &&
  /^(?:it|they|this|these|both|that)$/.test(doc.tokens.lower[pronoun]!) &&
  !doc.tokens.tag[pronoun]!.startsWith('W') &&
  doc.tokens.dep[pronoun] !== 'expl' &&
  doc.tokens.sent[pronoun]! >= 2

/** Words between a thing and its verb above which the two are not quoted as one. */
const APART = 12

/**
 * Where words that nobody does begin: with what it happens to ("the probe was opened on Monday"), which stands before its
 * verb or in what is said; undefined where that is a pronoun or not told, so that the words say nothing.
 */
function toldFrom(scene: Scene, verb: number, said: { first: number; last: number }): number | undefined {
  const { grammar, doc } = scene
  const passive = grammar.isPassive(verb) || doc.tokens.dep[verb] === 'acl'
  const [thing] = passive ? grammar.objects(verb) : grammar.subjects(verb)
  if (thing === undefined || (doc.tokens.pos[thing] === PRON && !pointsBack(scene, thing, verb)))
    return undefined
  const { first } = grammar.phrase(thing, 'short')
  if (thing > verb) return thing <= said.last ? said.first : undefined
  return said.first - thing > APART ? (passive ? said.first : undefined) : Math.min(first, said.first)
}

/** A clause in its own words, where who does what is not found: "the next event is the hearing on 13 November". */
export function clauseAt(scene: Scene, head: number, at: Parameters<typeof eventAt>[2]): Found | undefined {
  const { doc, grammar, fillers } = scene
  const words = wordsFrom(scene, head, false) ?? wordsFrom(scene, head, true)
  if (!words || words.text.split(' ').length < FEWEST) return undefined
  const [subject] = grammar.subjects(head)
  const isNamed = subject !== undefined && doc.tokens.pos[subject] !== PRON && !fillers.timeAt(subject)
  const object = isNamed ? fillers.phrase(subject, 'short') : undefined
  return {
    kind: 'act',
    trigger: head,
    foundBy: at.foundBy,
    ...(at.epistemics ? { epistemics: at.epistemics } : {}),
    body: {
      type: `event: ${/^(?:NNP|CD|[^A-Z])/.test(doc.tokens.tag[head]!) ? 'be' : doc.tokens.lemma[head]}`,
      actor: [],
      recipient: [],
      ...(object ? { object } : {}),
      words,
    },
    days: at.days,
    roles: {},
  }
}

/** Words below which a clause says nothing. */
const FEWEST = 5

/** Sentences that name a time; the clauses of others have no day. */
export const datedSentences = (scene: Scene): Set<number> =>
  new Set(scene.doc.times.map(({ first }) => scene.sentenceOf(first)))

/** Where the days of what was told stand in the text. */
export const toldDays = (found: readonly Found[]): Set<number> =>
  new Set(found.flatMap(({ days = [] }) => days.map(({ start }) => start)))

/** Words and figures have no day on which anything falls due. */
export const tellsDays = ({ kind }: Found): boolean =>
  kind !== 'statement' && kind !== 'figure' && kind !== 'linkage'

/** "It expects December to come in low", "the gathering of 18 June will instead be in July": of what is told, no day of the clause. */
export function isDoers(scene: Scene, verb: number, start: number): boolean {
  const { head, dep } = scene.doc.tokens
  let at = tokenAt(scene, start)
  for (let steps = 0; at >= 0 && at !== verb && steps < 20; steps++) {
    if (dep[at]!.startsWith('nsubj')) return true
    at = head[at]!
  }
  return false
}

/** Sentences of which more is told than that something was said. */
export const tellingSentences = ({ doc }: Scene, found: readonly Found[]): Set<number> =>
  new Set(found.filter(({ kind }) => kind !== 'statement').map(({ trigger }) => doc.tokens.sent[trigger]!))

/**
 * "45 people have been taken back", "Norda has signed a letter of intent": a verb without a day that is told where its
 * sentence, one of `telling` or not, tells nothing else: somebody named does something, or it happens to something named or counted.
 */
export function tellsAlone(scene: Scene, verb: number, telling: ReadonlySet<number>): boolean {
  const { doc, grammar, fillers, rows } = scene
  const { sent, lemma, tag } = doc.tokens
  if (telling.has(sent[verb]!) || rows('arranging-verbs').has(lemma[verb]!)) return false
  // "He has changed it": of somebody or something told before.
  if ([...grammar.subjects(verb), ...grammar.objects(verb)].some((one) => tag[one]!.startsWith('PRP')))
    return false
  if (scene.attributions(verb).some(({ form }) => form !== 'indirect')) return false
  const words = wordsFrom(scene, verb, false) ?? wordsFrom(scene, verb, true)
  if (!words || words.text.split(' ').length < FEWEST) return false
  const things = grammar.objects(verb)
  const isSaying = (token: number) =>
    fillers.partyNamed(token).length > 0 ||
    fillers.nameAt(token) !== undefined ||
    fillers.quantityIn(token) !== undefined
  const isDoing = things.length > 0 || grammar.dependents(verb, 'xcomp').some((one) => grammar.isVerb(one))
  if (grammar.isPassive(verb)) return things.some((thing) => holds(scene, thing, isSaying))
  return (
    isDoing &&
    grammar
      .subjects(verb)
      .some((doer) => isSaying(doer) || things.some((thing) => holds(scene, thing, isSaying)))
  )
}

/** Whether a word of the phrase around a noun is of this sort. */
function holds({ grammar }: Scene, noun: number, is: (token: number) => boolean): boolean {
  const { first, last } = grammar.phrase(noun, 'whole')
  for (let at = first; at <= last; at++) if (is(at)) return true
  return false
}
