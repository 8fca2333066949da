// In: a scene, a verb. Out: until when a limit is raised or set aside ("agreed to raise the debt limit until 28 February"), what a law lets go on until then, and the day on which a debtor could default.
import type { TimeExpression } from '../../language/doc.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isDueDay } from './due-times.ts'
import { standing, subjectsOf } from './found-deadline.ts'
import { fateOf } from './instrument-fate.ts'
import { prepositionOf } from './moved-days.ts'
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
const REACH = 12

/** "Until 3 May", behind a token, also where words of how often or how long stand before it: "once more, this time through 3 May". */
function untilBehind(scene: Scene, token: number, reach: number): TimeExpression | undefined {
  const { tag, sent, form, lower } = scene.doc.tokens
  const time = nearby(scene.doc.times, token, reach).find(
    (one) =>
      one.first > token &&
      one.first <= token + reach &&
      sent[one.first] === sent[token] &&
      isDueDay(scene.doc, one) &&
      (/^(?:until|till|through)$/.test(prepositionOf(scene, one)) ||
        // "For three months, to 3 May".
        (lower[one.first - 1] === 'to' && form[one.first - 2] === ',')),
  )
  for (let at = token + 1; time && at < time.first; at++)
    if (/^(?:VB[DZPN]|MD)$/.test(tag[at]!) || /^[;:]$/.test(form[at]!)) return undefined
  return time
}

/** "Agreed to suspend the borrowing cap through 15 March": a decided term, not one that a bill would give. */
export function liftedUntil(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma } = doc.tokens
  if (!LIFTS.has(lemma[verb]!)) return undefined
  const bound = grammar.objects(verb).find((token) => BOUNDS.has(lemma[token]!))
  if (bound === undefined) return undefined
  const time = untilBehind(scene, Math.max(verb, bound), REACH)
  if (!time) return undefined
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

/** What a law lets one go on with, and how that is told: "keep the ministries open", "let the state borrow". */
const LETS: ReadonlySet<string> = new Set(['keep', 'let', 'allow', 'permit', 'give', 'grant'])
const OPEN: ReadonlySet<string> = new Set(
  'open running going funded afloat solvent operating borrow borrowing spend spending operate pay'.split(' '),
)
const IN_FORCE: ReadonlySet<string> = new Set('place force effect operation'.split(' '))

/** "Keeps the ministries running through 12 December", "lets the state borrow until 5 February": what goes on until then. */
export function goesOnUntil(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, sent, dep, tag } = doc.tokens
  if (!LETS.has(lemma[verb]!)) return undefined
  const mayKeep = lower[verb - 1] === 'can' || lower[verb - 1] === 'may'
  const goesOn = (at: number) =>
    // "Can keep buying gas".
    (mayKeep && at === verb + 1 && tag[at] === 'VBG') ||
    OPEN.has(lower[at]!) ||
    (lower[at - 1] === 'in' && IN_FORCE.has(lower[at]!))
  let open = verb + 1
  while (open < verb + 10 && sent[open] === sent[verb] && !goesOn(open)) open++
  if (!goesOn(open) || sent[open] !== sent[verb]) return undefined
  const time = untilBehind(scene, open, 10)
  if (!time) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  // "Said that the fund would keep it open until May" is told as a fact, "the bill would" is no law yet.
  const isSupposed =
    dep[verb] !== 'ccomp' && grammar.dependents(verb, 'aux').some((aux) => lower[aux] === 'would')
  const fate = fateOf(scene, verb)
  if (polarity === 'denied' || isSupposed || fate === 'proposed') return undefined
  if (
    fate !== 'law' &&
    dep[verb] !== 'ccomp' &&
    !mayKeep &&
    !movedAs(scene, verb) &&
    !/^(?:held|planned|ongoing|background|expected)$/.test(modality)
  )
    return undefined
  return standing(
    { trigger: verb, foundBy: 'deadline/goes-on-until@1', days: [coming(claimDay(doc, time, 'due'))] },
    fillers.phraseOf(verb, open, verb),
  )
}
