// In: a scene and a word. Out: what is arranged for a day: "is to be signed on 8 May", "is scheduled for Friday".
import type { TimeExpression } from '../../language/doc.ts'
import { BALLOTS } from '../acts/vote-verbs.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { ahead } from './due-times.ts'
import { dutyOf } from './duties.ts'
import { standing, type ToldAt } from './found-deadline.ts'
import { prepositionOf } from './moved-days.ts'
import { dayBehind } from './told-plainly.ts'

/** Words from a verb on within which its day stands. */
const REACH = 12
/** What begins, ends or meets is told by its own thread: a measure, a term, a round. */
const OWN_THREAD: ReadonlySet<string> = new Set(
  'take begin start resume meet open reopen close expire end last enter come go run be have remain stay reach hold'.split(
    ' ',
  ),
)
/** "The aim is to sign by 3 May": wished, not arranged. */
const WISHED: ReadonlySet<string> = new Set(
  'aim goal plan purpose idea task job point intention objective hope challenge question option way step priority'.split(
    ' ',
  ),
)
/** "Is scheduled for". */
const SET: ReadonlySet<string> = new Set(['scheduled', 'slated', 'set', 'due', 'planned'])

/** What is arranged for a day, told by the verb that will be done; undefined where it is a round, a measure or only wished for. */
export function arrangedAt(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, tag } = doc.tokens
  if (SET.has(lower[verb]!) && lower[verb + 1] === 'for') return setFor(scene, verb)
  const told = auxiliaryOf(scene, verb)
  if (told && /^(?:start|begin)$/.test(lemma[verb]!)) return startsOn(scene, verb, told.first)
  if (told === undefined || OWN_THREAD.has(lemma[verb]!) || scene.rows('measure-verbs').has(lemma[verb]!))
    return undefined
  const { passive, first } = told
  const time = dayBehind(scene, verb, REACH)
  const limit = time?.relation === 'by' || time?.relation === 'before'
  // "Is to be continued beyond 7 May": nothing is due then.
  if (time && /^(?:beyond|after|from|since)$/.test(prepositionOf(scene, time))) return undefined
  // Its last day ("is to report by 3 May") is found where a verb with a doer is.
  if (!time || (limit && grammar.isVerb(verb) && grammar.subjects(verb).length > 0)) return undefined
  const subject = subjectBefore(scene, first)
  if (subject < 0 || WISHED.has(lemma[subject]!)) return undefined
  const parties = fillers.parties(subject)
  const doer = parties.length > 0 || scene.lexicon.list('actor-nouns').has(lemma[subject]!)
  if (passive ? !/^NN/.test(tag[subject]!) || scene.rows('round-nouns').has(lemma[subject]!) : !doer)
    return undefined
  const mood = scene.epistemics(verb)
  if (mood.polarity === 'denied' || mood.modality === 'conditional') return undefined
  return standing(
    arranged(scene, verb, time),
    passive ? fillers.phraseOf(grammar.phrase(subject, 'short').first, verb, verb) : dutyOf(scene, verb),
    { obligor: passive ? [] : parties },
  )
}

/** "The pause in fishing is to start on 8 May": what begins that has no thread of its own, as rounds and measures have. */
function startsOn(scene: Scene, verb: number, first: number): Found | undefined {
  const { doc, grammar, fillers, rows } = scene
  const { lemma, tag } = doc.tokens
  const time = dayBehind(scene, verb, 4)
  const before = subjectBefore(scene, first)
  const subject = grammar.subjects(verb).find((token) => token < first && /^NN/.test(tag[token]!)) ?? before
  if (!time || !/^(?:on|in|)$/.test(prepositionOf(scene, time)) || subject < 0) return undefined
  if (rows('round-nouns').has(lemma[subject]!) || rows('measure-nouns').has(lemma[subject]!)) return undefined
  if (fillers.parties(subject).length > 0 || scene.epistemics(verb).polarity === 'denied') return undefined
  const { first: start, last } = grammar.phrase(subject, 'short')
  return standing(
    arranged(scene, verb, time),
    fillers.phraseOf(start, Math.max(subject, Math.min(last, first - 1)), subject),
  )
}

/** "Is to", "are to be" right before a verb; its first token. */
function auxiliaryOf({ doc }: Scene, verb: number): { passive: boolean; first: number } | undefined {
  const { lower, tag } = doc.tokens
  const passive = lower[verb - 1] === 'be' && tag[verb] === 'VBN'
  const at = passive ? verb - 2 : verb - 1
  const isTo = lower[at] === 'to' && /^(?:is|are)$/.test(lower[at - 1] ?? '')
  return isTo ? { passive, first: at - 1 } : undefined
}

/** The head of the noun right before a verb's first auxiliary; −1 where none stands there. */
function subjectBefore({ doc }: Scene, first: number): number {
  const { tag, sent } = doc.tokens
  const at = first - 1
  return at >= 0 && sent[at] === sent[first] && /^NN/.test(tag[at]!) ? at : -1
}

/** "A hearing is scheduled for 7 May". */
function setFor(scene: Scene, verb: number): Found | undefined {
  const { doc, fillers, grammar } = scene
  const { lower, lemma } = doc.tokens
  if (!/^(?:is|are|be)$/.test(lower[verb - 1] ?? '')) return undefined
  const subject = grammar.objects(verb)[0] ?? subjectBefore(scene, verb - 1)
  const time = dayBehind(scene, verb, 3)
  const meets = subject >= 0 && scene.rows('round-nouns').has(lemma[subject]!)
  // A vote is told by its act.
  const isVote = subject >= 0 && BALLOTS.has(lemma[subject]!)
  if (subject < 0 || !time || meets || isVote || fillers.parties(subject).length > 0) return undefined
  const { first, last } = grammar.phrase(subject, 'short')
  return standing(arranged(scene, verb, time), fillers.phraseOf(first, Math.min(last, verb - 2), subject))
}

const arranged = (scene: Scene, verb: number, time: TimeExpression): ToldAt => ({
  trigger: verb,
  foundBy: 'deadline/arranged@1',
  days: [ahead(scene, verb, claimDay(scene.doc, time, 'due'))],
})
