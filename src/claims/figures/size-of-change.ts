// In: a scene, a per cent behind "of". Out: what rose or fell by so much: "a drop of 14 % in sales to Peru", "the accord provides for an increase of 8 %".
import { type Quantity, UPOS } from '../../language/doc.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import type { Scene } from '../sentence/scene.ts'
import { leadOf } from './amount.ts'
import type { AmountOf } from './amount-of.ts'
import { doneBy, isPartOnly, thingAt } from './labels.ts'

const UP: ReadonlySet<string> = new Set(
  'increase rise raise jump surge gain climb spike rebound hike recovery expansion upturn'.split(' '),
)
const DOWN: ReadonlySet<string> = new Set(
  'drop decline decrease fall plunge slump reduction slide collapse contraction cut dip downturn'.split(' '),
)
const NOUN = UPOS.indexOf('NOUN')
/** What joins a change to the thing. */
const PREPOSITIONS = /^(?:in|of|to|for)$/

const ROSE =
  /^(?:rose|rises?|risen|grew|grows?|grown|climb(?:s|ed)?|jump(?:s|ed)?|surge[sd]?|soar(?:s|ed)?|rebound(?:s|ed)?|swell(?:s|ed)?)$/
const FELL =
  /^(?:fell|falls?|fallen|drop(?:s|ped)?|declin(?:es?|ed)|collapse[sd]?|slump(?:s|ed)?|plunge[sd]?|tumble[sd]?|sank|shr[aiu]nks?|slid|slipp?(?:s|ed)?|dipp?(?:s|ed)?|contract(?:s|ed)?)$/

/** Forms of the past that are no nouns. */
const PAST = /^(?:shrank|grew|sank|fell|\p{L}{3,}ed)$/u

/** "Sales to Norway collapsed by 9 %", "imports rose 5 %": the words tell it, whatever the parser makes of the verb. */
export function movedBy(scene: Scene, { first, unit }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, head, dep, pos } = doc.tokens
  const lead = leadOf(scene, first)
  const verb = lower[lead] === 'by' ? lead - 1 : lead
  const isUp = ROSE.test(lower[verb] ?? '')
  if (unit !== '%' || !(isUp || FELL.test(lower[verb] ?? ''))) return undefined
  // "Gross domestic product shrank by": a form of the past that the parser took for a noun.
  const misread = PAST.test(lower[verb]!) ? grammar.dependents(verb, 'compound').at(-1) : undefined
  const [subject = dep[verb] === 'acl' ? head[verb] : misread] = grammar.dependents(verb, 'nsubj')
  if (subject === undefined || subject >= verb || pos[subject] !== NOUN || fillers.timeAt(subject))
    return undefined
  // "Imports rose 5 %, those from Peru fell 3 %": another's.
  for (let at = subject; at < verb; at++) if (fillers.quantityAt(at)) return undefined
  const own = thingAt(scene, subject)
  // "Shares fell by 5 %": whose?
  if (own.text === 'shares') return undefined
  const isLong = own.end > doc.tokens.start[verb]!
  return {
    parts: [isLong ? thingAt(scene, subject, verb - 1) : own],
    verb,
    owners: [subject],
    change: isUp ? 'up' : 'down',
  }
}

/** Words of a change that ends at a value, however the parser takes them. */
const COMES =
  /^(?:comes?|came|go(?:es)?|went|gone|returns?|returned|slow(?:s|ed)?|dwindled?|dwindles|balloon(?:s|ed)?|eas(?:es?|ed)|widen(?:s|ed)?|narrow(?:s|ed)?|ticked|edged|swung|sagged|decreased?|increased?)$/

/** "The deficit will climb to C$14 billion", "support slipped to 33 %": what came to so much, whatever the parser makes of the verb. */
export function cameTo(scene: Scene, { first, last, unit }: Quantity): AmountOf | undefined {
  const { doc, fillers } = scene
  const { lower, head, dep, pos, tag, sent } = doc.tokens
  // "To 4 % of output": the share is told of both.
  if (unit === '%' && lower[last] === 'of') return undefined
  let to = leadOf(scene, first)
  if (lower[to] === 'between') to--
  if (lower[to] !== 'to') return undefined
  let verb = to - 1
  while (verb > 0 && /^(?:up|down|back|further|again|sharply|slightly|only)$/.test(lower[verb]!)) verb--
  if (!(ROSE.test(lower[verb]!) || FELL.test(lower[verb]!) || COMES.test(lower[verb]!))) return undefined
  const isVerb = /^VB/.test(tag[verb]!)
  let before = verb - 1
  while (before > 0 && /^(?:MD|RB|VB[PZD]?|VBN)$/.test(tag[before]!)) before--
  // The subject: by the tree, else what a word behind it hangs on, else the noun right before the verb.
  const subject = [
    ...scene.grammar.dependents(verb, 'nsubj'),
    ...(/^(?:acl|nmod)/.test(dep[verb]!) ? [head[verb]!] : []),
    ...(isVerb ? [before] : []),
  ].find((token) => token >= 0 && token < verb && pos[token] === NOUN && sent[token] === sent[verb])
  if (subject === undefined || fillers.timeAt(subject) || fillers.persons(subject).length > 0)
    return undefined
  if (scene.rows('actor-nouns').has(doc.tokens.lemma[subject]!) || isPartOnly(scene, subject))
    return undefined
  for (let at = subject; at < verb; at++) if (fillers.quantityAt(at) || lower[at] === ',') return undefined
  const own = thingAt(scene, subject)
  return {
    parts: [own.end > doc.tokens.start[before + 1]! ? thingAt(scene, subject, before) : own],
    verb,
    owners: [subject],
  }
}

/** The change that is so large, of what stands behind it, before it, or in its clause. */
export function sizeOfChange(scene: Scene, { first, last, unit }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, pos } = doc.tokens
  const lead = leadOf(scene, first)
  const noun = lead - 1
  if (unit !== '%' || lower[lead] !== 'of' || pos[noun] !== NOUN) return undefined
  const isUp = UP.has(lemma[noun]!)
  if (!isUp && !DOWN.has(lemma[noun]!)) return undefined
  const verb = grammar.governor(noun)
  if (verb < 0) return undefined
  const change = isUp ? 'up' : 'down'
  const behind = PREPOSITIONS.test(lower[last] ?? '') ? nominalFrom(scene, last + 1) : undefined
  if (behind !== undefined) return { parts: [thingAt(scene, behind)], verb, owners: [behind], change }
  // "The deal was for an increase of 5 %".
  const isPredicate = grammar.dependents(noun, 'cop').length > 0
  const [subject] = isPredicate ? grammar.dependents(noun, 'nsubj') : grammar.subjects(verb)
  // "A wage increase of 5 %": what stands before the noun says of what.
  const isNamed = grammar.dependents(noun, 'compound', 'nmod:poss').length > 0
  const own = thingAt(scene, noun, noun)
  if (isPredicate && subject !== undefined && pos[subject] === NOUN)
    return { parts: [own, thingAt(scene, subject)], verb, owners: [noun], change }
  const isObject =
    grammar.isVerb(verb) &&
    noun > verb &&
    !/^(?:say|tell|report|add|show|mark|represent|suggest|indicate)$/.test(lemma[verb]!)
  if (subject === undefined || !isObject)
    return isNamed ? { parts: [own], verb, owners: [noun], change } : undefined
  const deed = doneBy(scene, verb, subject)
  const isTold = deed.some(({ text }) => /\s/.test(text)) || fillers.parties(subject).length > 0
  return isTold ? { parts: [own, ...deed], verb, owners: [noun, subject], change } : undefined
}
