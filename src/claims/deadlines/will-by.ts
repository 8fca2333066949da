// In: a scene, a verb. Out: what somebody will do by a day: "will hand over its data by 3 May", "on condition that Peru signs by Friday".
import type { ClaimDay, Ref } from '../../model/index.ts'
import { canAct } from '../acts/actors.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { daysOf, dueAt, dutyOf, withSubject } from './due-parts.ts'
import { dutyOf as wholeDuty } from './duties.ts'
import { subjectsOf } from './found-deadline.ts'
import { prepositionOf } from './moved-days.ts'
import { dayBehind } from './told-plainly.ts'

/** Verbs of what comes about by itself: foretold, no duty. */
export const COMES_ABOUT: ReadonlySet<string> = new Set(
  'rise fall grow reach climb drop decline exceed shrink cost lose face see become remain need have know feel expect hope'.split(
    ' ',
  ),
)

/** "Peru will hand over its data by 3 May", "a panel will check the lists by Friday": what somebody is to do, with its last day. */
export function willBy(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc } = scene
  const { lower, lemma, tag } = doc.tokens
  const done = tag[verb] === 'VBN' && grammar.isPassive(verb) ? grammar.objects(verb)[0] : undefined
  if ((tag[verb] !== 'VB' && done === undefined) || COMES_ABOUT.has(lemma[verb]!)) return undefined
  const aux = grammar.dependents(verb, 'aux').map((one) => lower[one]!)
  // "Said the lists would be exchanged by 3 May", "said it would appeal by then".
  const isSaid = done !== undefined && scene.attributions(verb)[0]?.form === 'indirect'
  const isOwn = aux.includes('would') && (isSaid || saysItDoes(scene, verb))
  if (!isOwn && !aux.some((word) => /^(?:will|shall|'ll)$/.test(word))) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity === 'denied' || (modality !== 'planned' && !(isOwn && modality === 'expected')))
    return undefined
  if (done !== undefined) return willBeDone(scene, verb, done)
  const [subject] = grammar.subjects(verb)
  if (subject === undefined || (!isOwn && grammar.dependents(verb, 'obj').length === 0)) return undefined
  const by = subjectsOf(scene, verb)
  const does =
    by.length > 0 ||
    ['actor-nouns', 'organisation-nouns'].some((list) => scene.lexicon.list(list).has(lemma[subject]!))
  const days = isOwn ? limitBehind(scene, verb) : does ? daysOf(scene, [verb], 'by', 'before') : []
  const duty = isOwn ? wholeDuty(scene, verb) : dutyOf(scene, verb)
  // "Quispe said it would": it is Quispe.
  const owes = isOwn && by.length === 0 ? speakersOf(scene, verb) : by
  return days.length > 0
    ? dueAt(verb, 'deadline/will-by@1', isOwn ? duty : withSubject(scene, duty, by), owes, days)
    : undefined
}

/** "The crews will be withdrawn by 3 May": due of a thing, whoever is to do it. */
function willBeDone(scene: Scene, verb: number, thing: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  if (thing > verb || !/^NN/.test(doc.tokens.tag[thing]!)) return undefined
  const days = daysOf(scene, [verb], 'by', 'before')
  const what = fillers.phraseOf(grammar.phrase(thing, 'short').first, verb, verb)
  return days.length > 0 ? dueAt(verb, 'deadline/will-by@1', what, subjectsOf(scene, verb), days) : undefined
}

/** "Quispe said it would appeal by 3 May": who says so is who will. */
function saysItDoes(scene: Scene, verb: number): boolean {
  const { attributions, doc, grammar, fillers } = scene
  const { lower, dep, head, lemma } = doc.tokens
  const [said] = attributions(verb)
  if (said && (said.form !== 'indirect' || said.nonSpeech)) return false
  if (!said && !(dep[verb] === 'ccomp' && /^(?:say|announce|add)$/.test(lemma[head[verb]!] ?? '')))
    return false
  return grammar.subjects(verb).some(
    (token) =>
      fillers.parties(token).some(({ id }) => said?.speakers.includes(id)) ||
      /^(?:it|he|she|they)$/.test(lower[token]!) ||
      // "The army said its troops would leave by Sunday".
      (canAct(scene, token) &&
        grammar.dependents(token, 'nmod:poss').some((of) => /^(?:its|their)$/.test(lower[of]!))),
  )
}

const speakersOf = ({ attributions, fillers }: Scene, verb: number): Ref[] =>
  (attributions(verb)[0]?.speakers ?? []).map((id) => ({ id, name: fillers.name(id) }))

/** "On condition that Peru decides on it by 3 May": what must be done by its day for the rest to hold. */
export function conditionBy(scene: Scene, verb: number): Found | undefined {
  const { grammar, doc } = scene
  const { lower } = doc.tokens
  const isCondition = grammar
    .dependents(verb, 'mark')
    .some(
      (mark) =>
        lower[mark] === 'provided' ||
        (lower[mark] === 'that' && /^(?:condition|provided|providing|proviso)$/.test(lower[mark - 1] ?? '')),
    )
  if (!isCondition || grammar.subjects(verb).length === 0) return undefined
  const days = limitBehind(scene, verb)
  if (days.length === 0 || scene.epistemics(verb).polarity === 'denied') return undefined
  const by = subjectsOf(scene, verb)
  return dueAt(verb, 'deadline/condition-by@1', withSubject(scene, wholeDuty(scene, verb), by), by, days)
}

/** The last day told with a verb, also where the parser hangs it on what stands between. */
function limitBehind(scene: Scene, verb: number): ClaimDay[] {
  const own = daysOf(scene, [verb], 'by', 'before')
  const time = own.length > 0 ? undefined : dayBehind(scene, verb, 14)
  return time && /^(?:by|before)$/.test(prepositionOf(scene, time))
    ? [coming(claimDay(scene.doc, time, 'due'))]
    : own
}
