// In: a scene. Out: what was to be on one day and will now be on another, told as one move: "was due on 3 May. It will now come on 9 May".
import type { TimeExpression } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import { canAct } from '../acts/actors.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import { placeFrom } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isDueDay } from './due-times.ts'
import { moved } from './found-deadline.ts'
import { prepositionOf, stood } from './moved-days.ts'

/** Every such move; talks are rounds, and are moved there. */
export function findRetimed(scene: Scene): Found[] {
  return scene.doc.times.flatMap((old) => retimedFrom(scene, old) ?? [])
}

/** Tokens from the words of an old plan to its day, and from there to the new one. */
const TO_DAY = 16
const TO_NEW = 40

function retimedFrom(scene: Scene, old: TimeExpression): Found | undefined {
  const { doc, fillers, grammar } = scene
  const { sent, tag, lemma } = doc.tokens
  if (!isDueDay(doc, old)) return undefined
  const plan = oldPlanBefore(scene, old.first)
  const time = plan < 0 ? undefined : newDay(scene, old)
  const thing = time ? thingBefore(scene, plan) : -1
  if (!time || thing < 0 || !tag[thing]!.startsWith('NN')) return undefined
  if (scene.rows('round-nouns').has(lemma[thing]!)) return undefined
  const days = [coming(claimDay(doc, time, 'due')), stood(claimDay(doc, old, 'originalDue'))]
  const { first } = grammar.phrase(thing, 'short')
  const obligor = canAct(scene, thing) ? fillers.parties(thing) : []
  const name = fillers.phraseOf(first, endOfName(scene, thing, plan), thing)
  const deed = canAct(scene, thing) ? deedOf(scene, plan, old) : undefined
  const whole = deed && obligor.length === 0 ? { ...deed, text: `${name.text} to ${deed.text}` } : deed
  const found = moved({ trigger: thing, foundBy: 'deadline/retimed@1', days }, 'extended', whole ?? name, {
    obligor,
    movedBy: [],
  })
  const next = sent[time.first]!
  return next === sent[thing] ? found : { ...found, alsoSentences: [next] }
}

/** Words by which a plan is one of then. */
const OLD_PLAN =
  /^(?:(?:was|were) (?:to|due|meant|expected|supposed|scheduled|set|slated|planned|promised|intended)|had been (?:due|meant|expected|supposed|scheduled|set|slated|planned|promised|intended)|(?:first|originally|once) (?:due|meant|expected|scheduled|set|planned|promised))\b/

/** The first token of the words of an old plan whose day begins at `day`; −1 where none stands. */
export function oldPlanBefore({ doc }: Scene, day: number): number {
  const { lower, sent } = doc.tokens
  for (let at = day - 2; at >= 0 && at > day - TO_DAY && sent[at] === sent[day]; at--)
    if (OLD_PLAN.test(`${lower[at]} ${lower[at + 1]} ${lower[at + 2] ?? ''}`)) return at
  return -1
}

/** The noun that an old plan is of, right before it but for a comma and "which". */
function thingBefore({ doc }: Scene, plan: number): number {
  const { tag, head, dep, lower, sent } = doc.tokens
  let at = plan - 1
  while (at > 0 && /^(?:,|which|that|who|-|—|–)$/.test(lower[at]!)) at--
  for (let steps = 0; steps < 4 && /^(?:nmod|compound|appos|obl|acl)/.test(dep[at] ?? ''); steps++) {
    const above = head[at]!
    if (above < 0 || above >= at || sent[above] !== sent[plan] || !/^(?:NN|VB[ND])/.test(tag[above]!)) break
    at = above
  }
  return at
}

/** The last token of a name that ends before the words of a plan. */
function endOfName({ doc, grammar }: Scene, thing: number, plan: number): number {
  let last = Math.min(grammar.phrase(thing, 'short').last, plan - 1)
  while (last > thing && /^(?:,|which|that|who|-|—|–)$/.test(doc.tokens.lower[last]!)) last--
  return last
}

/** What somebody was to do: "travel to Bern" of "was to travel to Bern on 3 May". */
function deedOf({ doc, fillers }: Scene, plan: number, old: TimeExpression): Phrase | undefined {
  const { lower, tag } = doc.tokens
  let verb = plan + 1
  while (verb < plan + 4 && !(lower[verb - 1] === 'to' && tag[verb] === 'VB')) verb++
  const last = tag[old.first - 1] === 'IN' ? old.first - 2 : old.first - 1
  return lower[verb - 1] === 'to' && lower[verb] !== 'have' && verb <= last
    ? fillers.phraseOf(verb, last, verb)
    : undefined
}

/** A sentence that goes on about what was told last. */
const GOES_ON = /^(?:it|they|this|that|these|those|he|she|and|but)$/

/** The day that something now has: behind "will now", "is now to", "instead", in the sentence of its old one or the next. */
function newDay(scene: Scene, old: TimeExpression): TimeExpression | undefined {
  const { doc } = scene
  const { lower, sent } = doc.tokens
  const { times, sents } = doc
  const own = sent[old.first]!
  const next = sents[own + 1]
  const end = next && GOES_ON.test(lower[next.first]!) ? next.last : sents[own]!.last
  for (let at = placeFrom(times, old.last); at < times.length; at++) {
    const time = times[at]!
    if (time.first >= end || time.first - old.last > TO_NEW) return undefined
    if (!isDueDay(doc, time) || /^(?:since|after|before)$/.test(prepositionOf(scene, time))) continue
    const begin = sent[time.first] === own ? old.last : next!.first
    const between = lower.slice(begin, time.first).join(' ')
    const isInstead = lower.slice(time.last, time.last + 2).includes('instead')
    if (IS_NOT.test(between)) return undefined
    if (NOW.test(between) || (isInstead && WILL.test(between))) return time
  }
  return undefined
}

const WILL = /\b(?:will|would|is|are)\b/
const NOW =
  /\b(?:(?:will|would|is|are|has|have) now|now (?:to|due|has|have|expected|planned|set)|instead)\b(?: (?!and\b)[^ ]+){0,6}$/
const IS_NOT = /\b(?:not|n't|never)\b/
