// In: a scene and a noun. Out: the day ahead on which a stoppage is to begin: "gave notice of a strike from 12 June".
import { isOfKind } from '../acts/happening-nouns.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isOff, standing, subjectsOf } from './found-deadline.ts'
import { prepositionOf } from './moved-days.ts'
import { dayBehind } from './told-plainly.ts'

/** Verbs by which a stoppage is announced. */
const CALLS: ReadonlySet<string> = new Set(
  'call announce declare schedule plan organise organize threaten'.split(' '),
)
/** Verbs by which notice of one is given. */
const GIVES: ReadonlySet<string> = new Set('give serve issue file lodge submit hand deliver'.split(' '))
/** Words behind a stoppage within which its day stands. */
const REACH = 12

/** The first day of a stoppage that is called or notified; a bare weekday behind "on" may be the day of the call. */
export function stoppageAhead(scene: Scene, noun: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { tag, lemma } = doc.tokens
  if (!tag[noun]!.startsWith('NN') || !isOfKind(scene, noun, 'STOPPAGE') || isOff(scene, noun))
    return undefined
  const verb = grammar.governor(noun)
  if (verb < 0) return undefined
  const isGiven =
    GIVES.has(lemma[verb]!) && grammar.objects(verb).some((one) => lemma[one] === 'notice' && one <= noun)
  const isCalled =
    CALLS.has(lemma[verb]!) && [...grammar.objects(verb), ...grammar.dependents(verb, 'xcomp')].includes(noun)
  // "A strike has been called for 3 May": its day stands behind the verb.
  const last = isCalled && grammar.isPassive(verb) && noun < verb ? verb : noun
  const { polarity, modality } = scene.epistemics(verb)
  if ((!isGiven && !isCalled) || polarity === 'denied' || modality === 'hypothetical') return undefined
  const time = dayBehind(scene, last, REACH)
  const said = time && prepositionOf(scene, time)
  if (!time || said === undefined || !/^(?:from|on|for|)$/.test(said)) return undefined
  if (said !== 'from' && said !== 'for' && time.relative?.kind === 'weekday') return undefined
  const { first } = grammar.phrase(noun, 'short')
  // "Four days of strikes"
  const [of] = grammar.obliques(noun, 'of').filter((one) => isOfKind(scene, one, 'STOPPAGE'))
  return standing(
    { trigger: noun, foundBy: 'deadline/walks-out@1', days: [coming(claimDay(doc, time, 'due'))] },
    fillers.phraseOf(first, of ?? noun, noun),
    { obligor: subjectsOf(scene, verb) },
  )
}
