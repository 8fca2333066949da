// In: a scene, a noun of moving. Out: the move it tells: "a 30-day extension of the truce", "an extension to 3 May was agreed".
import type { TimeExpression } from '../../language/doc.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isDueDay } from './due-times.ts'
import { moved, subjectsOf } from './found-deadline.ts'
import { GIVES } from './given-time.ts'
import { laterBy, lengthOf, prepositionOf, stood } from './moved-days.ts'
import { movedAs } from './moved-terms.ts'

/** Verbs by which an extension comes about. */
const COMES_BY: ReadonlySet<string> = new Set(
  'accept agree allow announce approve award confirm declare endorse get give grant obtain order receive secure sign take win'.split(
    ' ',
  ),
)
/** Tokens from the noun to its day or length, to what it is of, and to the day that had stood. */
const NEAR = 3
const FAR = 14

/** Until when, or by how much longer; of what; from which day, where the sentence tells that it had another. */
export function extensionAt(scene: Scene, noun: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, sent } = doc.tokens
  if (scene.rows('deadline-verbs').get(lemma[noun]!)?.uses !== 'noun') return undefined
  const around = nearby(doc.times, noun).filter(({ first }) => sent[first] === sent[noun])
  const to = around.find((time) => isDueDay(doc, time) && isUntil(scene, noun, time))
  const span = around.find((time) => time.type === 'DURATION' && isLengthOf(scene, noun, time))
  const longer = span && lengthOf(span)
  const verb = grammar.governor(noun)
  if ((!to && !longer) || verb < 0 || !COMES_BY.has(lemma[verb]!)) return undefined
  // Time that is given until a day is told by its verb.
  if (to && GIVES.has(lemma[verb]!)) return undefined
  const as = movedAs(scene, verb)
  if (!as || as.polarity === 'denied') return undefined
  const told = [to, span].flatMap((time) => (time && isBehind(time, noun) ? [time.last - 1] : []))
  const of = thingOf(scene, Math.max(noun, ...told))
  // "Found that the 25-year extension had been given": of what, and long ago.
  const wasDone = grammar.dependents(verb, 'aux').some((aux) => doc.tokens.lower[aux] === 'had')
  if (of === undefined && !to && wasDone) return undefined
  const old = of === undefined ? undefined : around.find((time) => time !== to && isOld(scene, of, time))
  const was = old && stood(claimDay(doc, old, 'originalDue'))
  const due = to ? coming(claimDay(doc, to, 'due')) : was && longer && laterBy(was, longer, 'due')
  const what =
    of === undefined
      ? fillers.phraseOf(noun, noun, noun)
      : fillers.phraseOf(grammar.phrase(of, 'short').first, of, of)
  const days = [due, was].flatMap((day) => day ?? [])
  const found = moved({ trigger: noun, foundBy: 'deadline/extension@1', days }, 'extended', what, {
    movedBy: subjectsOf(scene, verb),
    ...(due || !longer ? {} : { longer }),
  })
  return { ...found, epistemics: as }
}

const isBehind = ({ first }: TimeExpression, noun: number): boolean => first > noun && first - noun <= NEAR

/** "An extension to 3 May", "of the truce until 3 May". */
function isUntil(scene: Scene, noun: number, time: TimeExpression): boolean {
  const preposition = prepositionOf(scene, time)
  if (isBehind(time, noun)) return /^(?:to|until|till|through)$/.test(preposition)
  const between = scene.doc.tokens.tag.slice(noun + 1, Math.max(noun + 1, time.first))
  return (
    time.first > noun &&
    time.first - noun <= FAR &&
    /^(?:until|till)$/.test(preposition) &&
    !between.some((tag) => /^(?:VB[DZP]|MD|,)$/.test(tag))
  )
}

/** "A 30-day extension", "an extension of six weeks", "by two months". */
const isLengthOf = ({ doc }: Scene, noun: number, time: TimeExpression): boolean =>
  time.last === noun || (isBehind(time, noun) && /^(?:of|by|for)$/.test(doc.tokens.lower[time.first - 1]!))

/** "… of the truce", "… to the deadline", "… for the contract": the noun that is made longer. */
function thingOf({ doc, fillers }: Scene, from: number): number | undefined {
  const { lower, tag, sent } = doc.tokens
  let isDone = false
  for (let at = from + 1; at < from + FAR && sent[at] === sent[from]; at++) {
    // "Was given in secret": how it was given.
    if (/^VB/.test(tag[at]!)) isDone = true
    if (isDone && lower[at] !== 'of') continue
    if (!/^(?:of|to|for|in)$/.test(lower[at]!)) continue
    let noun = at + 1
    while (
      sent[noun] === sent[from] &&
      /^(?:DT|JJ|PRP\$|NN|VBN|CD|HYPH)/.test(tag[noun]!) &&
      /^(?:DT|JJ|PRP\$|NN|VBN|CD|HYPH)/.test(tag[noun + 1] ?? '')
    )
      noun++
    return /^NN/.test(tag[noun] ?? '') && fillers.timeAt(noun) === undefined && fillers.isMatter(noun)
      ? noun
      : undefined
  }
  return undefined
}

/** "… which had been 3 May", "… due to run out on Sunday": the day the thing had. */
function isOld(scene: Scene, thing: number, time: TimeExpression): boolean {
  if (time.first <= thing || time.first - thing > FAR || !isDueDay(scene.doc, time)) return false
  const words = scene.doc.tokens.lower.slice(thing + 1, time.first).join(' ')
  if (words === 'of') return true
  return /\b(?:which|that|due|set|expir\w+|ends?|ending|laps\w+|runs?|running)\b/.test(words)
}
