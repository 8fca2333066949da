// In: a scene and a meeting told with the day of its old plan alone. Out: the same with the day on which it was held instead.
import type { ClaimDay, RoundPart } from '../../model/index.ts'
import { claimDay, roleOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { withOldDays } from '../sentence/old-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'

/** Words between the day of the plan and the other. */
const REACH = 10
/** Verbs by which a meeting comes about, beside those of its phases: "got under way", "came", "happened". */
const COMES: ReadonlySet<string> = new Set(['get', 'come', 'happen', 'go', 'occur'])

/** "The round, meant for 21 September, was held on the 28th"; "talks that ought to have opened on 1 May but got under way on the 8th". */
export function heldInstead(scene: Scene, claim: Found): Found {
  const { days = [], body } = claim
  const { about } = body as { about: RoundPart }
  const told = withOldDays(scene.doc, days)
  const old = told.findLast(({ role }) => role === 'originalDue')
  if (!old || about.phase === 'called off' || told.some(({ role }) => role !== 'originalDue')) return claim
  const came = dayBehind(scene, old)
  if (!came) return claim
  return {
    ...claim,
    kind: 'act',
    epistemics: { polarity: 'affirmed', modality: 'held' },
    body: { ...body, about: { ...about, phase: came.phase, moved: true } } as Found['body'],
    days: [...told, came.day],
  }
}

/** "They took place on the 9th instead.": the next sentence is about the same meeting. */
function isOfIt({ doc: { sents, tokens } }: Pick<Scene, 'doc'>, plan: number, time: number): boolean {
  const next = sents[tokens.sent[plan]! + 1]
  return tokens.sent[time] === tokens.sent[plan]! + 1 && /^(?:it|they)$/.test(tokens.lower[next!.first]!)
}

/** The day behind that of the plan, with a verb in the past between them that tells that the meeting came about. */
function dayBehind(
  { doc, rows }: Scene,
  old: ClaimDay,
): { day: ClaimDay; phase: 'opens' | 'held' } | undefined {
  const { tokens, times } = doc
  const plan = times.find(({ start }) => start === old.start)
  const time =
    plan &&
    nearby(times, plan.last).find(
      ({ first, type, relation }) =>
        first > plan.last && first <= plan.last + REACH && type === 'DATE' && (relation ?? 'on') === 'on',
    )
  const isIt = plan !== undefined && time !== undefined && isOfIt({ doc }, plan.first, time.first)
  if (!plan || !time || !(tokens.sent[plan.first] === tokens.sent[time.first] || isIt)) return undefined
  for (let at = plan.last; at < time.first; at++) {
    const isPast = tokens.tag[at] === 'VBD' || (tokens.tag[at] === 'VBN' && tokens.lemma[at - 1] === 'be')
    if (!isPast || tokens.lemma[at] === 'be') continue
    const phase = rows('round-phases').get(tokens.lemma[at]!)?.phase
    const isHeld = phase === 'held' || COMES.has(tokens.lemma[at]!)
    if (!isHeld && phase !== 'opens') return undefined
    return { day: claimDay(doc, time, roleOf(time)), phase: isHeld ? 'held' : 'opens' }
  }
  return undefined
}
