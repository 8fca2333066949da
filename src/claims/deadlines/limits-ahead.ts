// In: a scene and what its finders told. Out: last days that nothing else tells: until when, or by when, something is told to be.
import type { Modality, Phrase, ThreadPart } from '../../model/index.ts'
import { datedSentences, isOnlySaid, isOwnWord, toldDays } from '../acts/event-words.ts'
import { claimDay, coming, timesOf } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { wellNamed } from './deadline-names.ts'
import { dueAt, dutyOf, isDay } from './due-parts.ts'
import { subjectsOf } from './found-deadline.ts'
import { COMES_ABOUT } from './will-by.ts'

/** Words before a last day. */
const LIMITS: ReadonlySet<string> = new Set(['by', 'before', 'until', 'at least until', 'through'])
/** Of these the clause itself tells a time that goes on; by the others something is to be done. */
const LASTS: ReadonlySet<string> = new Set(['until', 'at least until', 'through'])

/**
 * "Sanctions that stay until 28 February", "asked for comments by 6 March", "the first to be completed by the end of May": a
 * limit of a verb that no other claim of the sentence has. Whether its day is ahead shows once the report is placed: what
 * is past by then fell due. `found` is what was told.
 */
export function findLimitsAhead(scene: Scene, found: readonly Found[]): Found[] {
  const { doc, grammar } = scene
  const told = toldDays(found.filter(({ kind }) => kind !== 'statement' && kind !== 'figure'))
  const sentences = datedSentences(scene)
  // A sentence that tells of a deadline has told of its days what they are.
  for (const { trigger } of found.filter(isDeadline)) sentences.delete(scene.sentenceOf(trigger))
  const limits: Found[] = []
  // "Asked to send them by 6 March": to be sent by then.
  for (let verb = doc.tokens.count - 1; verb >= 0; verb--) {
    if (!sentences.has(scene.sentenceOf(verb)) || doc.tokens.dep[verb] === 'aux') continue
    const isClause = grammar.isVerb(verb) || grammar.dependents(verb, 'cop').length > 0
    if (!isClause || !isTold(scene, verb)) continue
    const times = timesOf(doc, grammar, [verb])
    // "Met from 5 to 19 May": how long it took; "before May he sold two": what was done by then.
    if (times.some(({ relation }) => relation === 'from')) continue
    if (doc.tokens.tag[verb] === 'VBD' && times.some((one) => one.relation === 'before' && one.first < verb))
      continue
    const [time] = times.filter(
      (one) =>
        LIMITS.has(one.relation ?? '') &&
        isDay(one) &&
        !told.has(one.start) &&
        isNamed(one) &&
        !isOfVerbBefore(scene, verb, one),
    )
    // "May sail, and not before May": allowed from then on.
    if (time && !LASTS.has(time.relation!) && scene.epistemics(verb).modality === 'possible') continue
    const what = time && thingOf(scene, verb, LASTS.has(time.relation!))
    if (!time || !what) continue
    told.add(time.start)
    const by = LASTS.has(time.relation!) ? [] : subjectsOf(scene, verb)
    limits.push(
      wellNamed(scene, dueAt(verb, 'deadline/limit@1', what, by, [coming(claimDay(doc, time, 'due'))])),
    )
  }
  return limits
}

/** "Permits that end before 5 March can be renewed": the day is that of the verb it follows. */
function isOfVerbBefore({ doc: { tokens } }: Scene, verb: number, { first }: { first: number }): boolean {
  const { lower, tag } = tokens
  const limit = /^(?:by|before|until|through)$/.test(lower[first]!) ? first : first - 1
  return first < verb && LIMITS.has(lower[limit] ?? '') && /^VB[DPZ]$/.test(tag[limit - 1] ?? '')
}

const isDeadline = ({ body }: Found): boolean =>
  (body as { readonly about?: ThreadPart }).about?.thread === 'deadline'

/** A date or a month: a bare weekday behind a past tense is as often over. */
const isNamed = ({
  value,
  relative,
}: {
  readonly value?: string
  readonly relative?: { readonly kind: string }
}) => value !== undefined || relative?.kind === 'month' || relative?.kind === 'date'

/** What only would be, or is expected to, sets no limit yet. */
const TOLD: ReadonlySet<Modality> = new Set(['held', 'ongoing', 'planned'])

const FELT: ReadonlySet<string> = new Set(
  'anger chance concern doubt expectation fear hope mood odds optimism pessimism pressure prospect tension worry'.split(
    ' ',
  ),
)

/** Neither supposed, refused nor a speaker's own words about himself. */
function isTold(scene: Scene, verb: number): boolean {
  if (isOnlySaid(scene, verb)) return false
  const { polarity, modality } = scene.epistemics(verb)
  const { dep, lemma, tag } = scene.doc.tokens
  const auxiliaries = scene.grammar.dependents(verb, 'aux').map((aux) => scene.doc.tokens.lower[aux]!)
  // "Comments may be sent until May": allowed.
  const isTold = TOLD.has(modality) || (modality === 'possible' && auxiliaries.includes('may'))
  if (polarity === 'denied' || !isTold || COMES_ABOUT.has(lemma[verb]!)) return false
  // "Hopes fade for a deal before June": felt, not to be done.
  if (scene.grammar.subjects(verb).some((one) => FELT.has(lemma[one]!))) return false
  const isGiven = scene.grammar.isPassive(verb) && lemma[verb] === 'give'
  if ((dep[verb] === 'acl:relcl' && !isGiven) || tag[verb] === 'VBG') return false
  // "The bill would keep it open until May": not yet; somebody's "would" is a "will".
  if (auxiliaries.includes('would') && scene.attributions(verb)[0]?.form !== 'indirect') return false
  return !isOwnWord(scene, verb)
}

/** What lasts, or what is to be done: the verb's own noun, with the verb where it is to be done. */
function thingOf(scene: Scene, verb: number, lasts: boolean): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const { tag, dep, head } = doc.tokens
  if (!lasts && tag[verb] === 'VB') return dutyOf(scene, verb)
  // "Gave themselves until May": whoever that is; "the chamber, which … was given until May": what the clause is said of.
  const over = dep[verb] === 'acl:relcl' ? [head[verb]!] : []
  const [thing] = [
    ...grammar.dependents(verb, 'iobj'),
    ...grammar.objects(verb),
    ...grammar.subjects(verb),
    ...over,
  ].filter((one) => !/^(?:PRP|W)/.test(tag[one]!) || !ITSELF.test(doc.tokens.lower[one]!))
  if (thing === undefined || tag[thing]!.startsWith('PRP')) return undefined
  return fillers.phrase(thing, 'short')
}

const ITSELF = /^(?:\w+sel(?:f|ves)|which|who|that)$/
