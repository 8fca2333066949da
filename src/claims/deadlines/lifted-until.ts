// In: a scene, a verb. Out: until when a limit is raised or set aside ("agreed to raise the debt limit until 28 February"), and the day on which a debtor could default.
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { standing, subjectsOf } from './found-deadline.ts'
import { fateOf } from './instrument-fate.ts'
import { coming, prepositionOf } from './moved-days.ts'
import { movedAs } from './moved-terms.ts'
import { dayBehind } from './told-plainly.ts'

/** What is lifted for a time. */
const LIFTS: ReadonlySet<string> = new Set(
  'raise lift suspend waive relax ease increase freeze pause'.split(' '),
)
/** What bounds somebody for a time: after it the old bound holds again. */
const BOUNDS: ReadonlySet<string> = new Set(
  'limit ceiling cap levy toll fee duty tariff quota sanction embargo ban rule payment repayment tax'.split(
    ' ',
  ),
)
/** Tokens from what is lifted to the day. */
const REACH = 6

/** "Agreed to suspend the borrowing cap through 15 March": a decided term, not one that a bill would give. */
export function liftedUntil(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma } = doc.tokens
  if (!LIFTS.has(lemma[verb]!)) return undefined
  const bound = grammar.objects(verb).find((token) => BOUNDS.has(lemma[token]!))
  if (bound === undefined) return undefined
  const time = dayBehind(scene, Math.max(verb, bound), REACH)
  if (!time || !/^(?:until|till|through)$/.test(prepositionOf(scene, time))) return undefined
  const as = movedAs(scene, verb)
  if (!as || fateOf(scene, verb) === 'proposed') return undefined
  return standing(
    { trigger: verb, foundBy: 'deadline/lifted-until@1', days: [coming(claimDay(doc, time, 'due'))] },
    fillers.phrase(bound, 'short'),
  )
}

/** "Would default on its bonds on 17 April": whose debt falls due unpaid, and when. */
export function defaultOn(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  if (lemma[verb] !== 'default' || !/^VB$/.test(tag[verb]!)) return undefined
  if (!grammar.dependents(verb, 'aux').some((aux) => /^(?:will|would|could|may|might)$/.test(lower[aux]!)))
    return undefined
  const time = dayBehind(scene, verb, REACH)
  const { polarity } = scene.epistemics(verb)
  if (!time || polarity === 'denied' || !/^(?:on|by|in|)$/.test(prepositionOf(scene, time))) return undefined
  // "Default on its bonds".
  let last = time.first - 1
  while (last > verb && !/^NN/.test(tag[last]!)) last--
  return standing(
    { trigger: verb, foundBy: 'deadline/default-on@1', days: [coming(claimDay(doc, time, 'due'))] },
    fillers.phraseOf(verb, last, verb),
    { obligor: subjectsOf(scene, verb) },
  )
}
