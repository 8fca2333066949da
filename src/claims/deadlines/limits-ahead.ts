// In: a scene and what its finders told. Out: last days that nothing else tells: until when, or by when, something is told to be.
import type { Phrase } from '../../model/index.ts'
import { isOnlySaid } from '../acts/dated-events.ts'
import { claimDay, timesOf } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { wellNamed } from './deadline-names.ts'
import { coming, dueAt, dutyOf, isDay } from './due-parts.ts'
import { subjectsOf } from './found-deadline.ts'

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
  const told = new Set(
    found
      .filter(({ kind }) => kind !== 'statement' && kind !== 'figure')
      .flatMap(({ days = [] }) => days.map(({ start }) => start)),
  )
  const limits: Found[] = []
  // "Asked to send them by 6 March": to be sent by then.
  for (let verb = doc.tokens.count - 1; verb >= 0; verb--) {
    const isClause = grammar.isVerb(verb) || grammar.dependents(verb, 'cop').length > 0
    if (!isClause || doc.tokens.dep[verb] === 'aux' || !isTold(scene, verb)) continue
    const [time] = timesOf(doc, grammar, [verb]).filter(
      (one) => LIMITS.has(one.relation ?? '') && isDay(one) && !told.has(one.start) && isNamed(one),
    )
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

/** A date or a month: a bare weekday behind a past tense is as often over. */
const isNamed = ({
  value,
  relative,
}: {
  readonly value?: string
  readonly relative?: { readonly kind: string }
}) => value !== undefined || relative?.kind === 'month' || relative?.kind === 'date'

/** Neither supposed, refused nor a speaker's own words about himself. */
function isTold(scene: Scene, verb: number): boolean {
  if (isOnlySaid(scene, verb)) return false
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity === 'denied' || modality === 'hypothetical' || modality === 'possible') return false
  return !(
    scene.attributions(verb)[0]?.form === 'direct' &&
    scene.grammar.subjects(verb).some((token) => scene.doc.tokens.tag[token] === 'PRP')
  )
}

/** What lasts, or what is to be done: the verb's own noun, with the verb where it is to be done. */
function thingOf(scene: Scene, verb: number, lasts: boolean): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const [object] = grammar.dependents(verb, 'iobj').concat(grammar.objects(verb))
  const [subject] = grammar.subjects(verb)
  if (!lasts && doc.tokens.tag[verb] === 'VB') return dutyOf(scene, verb)
  const thing = object ?? subject
  if (thing === undefined || doc.tokens.tag[thing]!.startsWith('PRP')) return undefined
  return fillers.phrase(thing, 'short')
}
