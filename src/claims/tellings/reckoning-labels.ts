// In: a scene, a number. Out: what it is a number of, in the words of its report.
import type { FigureBody } from '../../model/index.ts'
import { leadOf } from '../figures/amount.ts'
import { findFigures } from '../figures/find-figures.ts'
import { thingAt } from '../figures/labels.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { range } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import type { Amount } from './amounts-told.ts'
import { labelOfNumber } from './numbers.ts'
import type { Reckoner } from './reckoners.ts'

/** What the first number is of: what it was given for, its figure's label, its noun, else the words of its clause. */
export function labelOf(scene: Scene, amount: Amount, reckoner: Reckoner | undefined): string | undefined {
  if (reckoner?.thing !== undefined && !scene.grammar.isVerb(reckoner.thing))
    return thingAt(scene, reckoner.thing).text.replace(/ (?:at|as|of|to) (?:\p{L}+ ){0,3}[\d$€£].*$/u, '')
  // "Cost is another matter. The council puts it at": what "it" is.
  if (reckoner?.isIt) {
    const many = crowdBefore(scene, reckoner.from)
    if (many !== undefined) return many
    const subject = subjectBefore(scene, amount)
    if (subject !== undefined) return thingAt(scene, subject).text
  }
  // "240 of the yard's 900 welders": of whom there are so many.
  if (
    amount.kind === 'count' &&
    scene.doc.tokens.lower[amount.last] === 'of' &&
    amount.last === amount.first + 1
  )
    return partLabel(scene, amount)
  const isSo = amount.kind === '%' ? subjectOfBe(scene, amount) : undefined
  if (isSo !== undefined) return isSo
  const quantity = scene.fillers.quantityAt(amount.first)
  if (quantity === undefined || amount.kind === 'bare')
    return nounBefore(scene, amount) ?? clauseWords(scene, amount)
  // "The 61-kilometre road".
  if (amount.kind === 'span' && /^NN/.test(scene.doc.tokens.tag[amount.last] ?? ''))
    return thingAt(scene, amount.last).text.replace(/^(?:the )?[\d.,]+[- ]\p{L}+ /iu, '')
  const figures = findFigures(scene)
  const lead = leadOf(scene, amount.first)
  const { lower } = scene.doc.tokens
  // "1.2 million tonnes of pork, worth $2 billion": of what was told right before.
  const isWorth = lower[lead] === 'worth'
  const figure =
    figures.find(({ roles }) => roles?.value?.start === quantity.start) ??
    (isWorth ? figures.findLast((one) => isBefore(scene, one, amount)) : undefined)
  // "The duty stands, and exports": the last of two clauses.
  const label = (figure?.body as FigureBody | undefined)?.measures.text
    .replace(/,? according to .*$/, '')
    .replace(/^.*, and /, '')
  const isTeller = /^what .* sa(?:ys?|id)$/.test(label ?? '')
  if (label !== undefined && !isTeller && !isNameOnly(scene, label)) return label
  // "Two million tons of copper".
  const of = range(amount.first, amount.last + 1).find((at) => lower[at] === 'of')
  const thing = of === undefined ? undefined : nominalFrom(scene, of + 1)
  if (thing !== undefined)
    return thingAt(scene, thing).text.replace(/^(?:\p{L}+|\d+) of (?:(?:the|its|their|all) )?\d[\d,]* /u, '')
  const counted = amount.kind === 'count' ? labelOfNumber(scene, quantity) : undefined
  const told = counted === undefined || isNameOnly(scene, counted) ? undefined : counted
  // "Would dilute half of it, over two hundred kilos": by the verb.
  return (
    told ??
    nounOf(scene, amount) ??
    clauseWords(scene, amount) ??
    deedOf(scene, amount) ??
    (isTeller ? amount.value.unit : label)
  )
}

/** "Thousands of growers marched; the police put their number at": whom the sentence tells of right before. */
function crowdBefore({ doc }: Scene, from: number): string | undefined {
  const { form, lower, sent, tag } = doc.tokens
  const { first } = doc.sents[sent[from]!]!
  const of = range(first, from).findLast(
    (at) => /^(?:thousands|hundreds|dozens|scores)$/.test(lower[at]!) && lower[at + 1] === 'of',
  )
  return of !== undefined && tag[of + 2] === 'NNS' ? form[of + 2] : undefined
}

/** "Its wage offer, 17 % in May, is now 21 %": the noun that is so much. */
function subjectOfBe(scene: Scene, { first, last }: Amount): string | undefined {
  const { dep, head, lemma, tag } = scene.doc.tokens
  let be = leadOf(scene, first)
  while (tag[be] === 'RB') be--
  if (lemma[be] !== 'be') return undefined
  const subject = range(Math.max(0, be - 14), be).find(
    (at) => dep[at] === 'nsubj' && /^NN/.test(tag[at]!) && head[at]! >= first && head[at]! < last,
  )
  return subject === undefined ? undefined : thingAt(scene, subject).text
}

/** "240 of the yard's 900 welders are laid off": "welders laid off". */
function partLabel({ doc: { tokens } }: Scene, { last }: Amount): string | undefined {
  const { form, lower, tag } = tokens
  const noun = range(last, last + 8).find((at) => tag[at] === 'NNS' && tag[at - 1] === 'CD')
  if (noun === undefined) return undefined
  let verb = noun + 1
  while (/^(?:are|were|have|had|been|be|being)$/.test(lower[verb] ?? '')) verb++
  const done = tag[verb] === 'VBN' ? range(verb, tag[verb + 1] === 'RP' ? verb + 2 : verb + 1) : []
  return [noun, ...done].map((at) => form[at]).join(' ')
}

/** "Iran", "the Chileans": somebody, no measure. */
const isNameOnly = ({ doc }: Scene, label: string): boolean =>
  doc.names.some(
    ({ id, canonical, start, end }) =>
      !id.startsWith('good:') &&
      (canonical === label || doc.text.slice(start, end) === label.replace(/^the /, '')),
  )

/** "A value of $2 billion", "a bonus worth, by one count, $40 million": the noun that an amount is given to. */
function nounOf(scene: Scene, { first }: Amount): string | undefined {
  const { lower, sent, tag } = scene.doc.tokens
  const lead = leadOf(scene, first)
  const worth = range(Math.max(0, first - 8), first).find(
    (at) => lower[at] === 'worth' && sent[at] === sent[first],
  )
  const noun = (lower[lead] === 'of' ? lead : (worth ?? 0)) - 1
  return noun > 0 && /^NN/.test(tag[noun]!) && sent[noun] === sent[first]
    ? thingAt(scene, noun).text
    : undefined
}

/** "How much Peru would dilute": by the verb before an amount, with who does it. */
function deedOf({ doc, grammar, fillers }: Scene, { first }: Amount): string | undefined {
  const { sent } = doc.tokens
  const verb = range(Math.max(0, first - 10), first).findLast(
    (at) => sent[at] === sent[first] && grammar.isVerb(at),
  )
  const [subject] = verb === undefined ? [] : grammar.dependents(verb, 'nsubj')
  if (verb === undefined || subject === undefined || subject > verb || verb - subject > 6) return undefined
  return howMuch(fillers.phraseOf(grammar.phrase(subject, 'short').first, verb, verb).text)
}

const isBefore = ({ doc: { tokens } }: Scene, { trigger }: Found, { first }: Amount): boolean =>
  trigger < first && tokens.sent[trigger] === tokens.sent[first]

/** "The trucks came. The council counted 630": the plural that the sentence before is about. */
function nounBefore(scene: Scene, amount: Amount): string | undefined {
  const subject = subjectBefore(scene, amount)
  return subject !== undefined && scene.doc.tokens.tag[subject] === 'NNS'
    ? thingAt(scene, subject).text
    : undefined
}

/** The noun that the sentence before is about. */
export function subjectBefore({ doc }: Scene, { first }: Amount): number | undefined {
  const { tag, sent, dep } = doc.tokens
  const before = doc.sents[sent[first]! - 1]
  return before === undefined
    ? undefined
    : range(before.first, before.last).find((at) => /^NNS?$/.test(tag[at]!) && dep[at]!.startsWith('nsubj'))
}

const SAYS = /^(?:say|tell|claim|state|speak|put|have|estimate)$/
/** A clause of its own between: the words are no label. */
const WHICH = /^(?:that|which|who|whose)$/
const PARTICLE = /^(?:in|out|up|off|down|over)$/

/** "The economy was losing", "could be affected": the words around a number that no noun says the measure of. */
function clauseWords(scene: Scene, { first, last }: Amount): string | undefined {
  const { doc, fillers, grammar } = scene
  const { lemma, lower, sent, tag, start: starts } = doc.tokens
  const told = scene.attributions(first)[0]?.content
  const isTold = (at: number) =>
    told?.every((one) => one.start <= starts[at]! && starts[at]! < one.end) ?? true
  const isIn = (at: number) => sent[at] === sent[first] && isTold(at) && !/^[,;:.()"“”]$/.test(lower[at]!)
  let from = first - 1
  while (from >= 0 && isIn(from) && first - from < 9) from--
  let start = from + 1
  while (start < first && /^(?:CC|IN|WDT|WP)$/.test(tag[start]!)) start++
  if (
    start < first &&
    /^(?:NN|RB|JJ)$/.test(tag[start]!) &&
    range(start, first).some((at) => WHICH.test(lower[at]!))
  )
    return undefined
  let end = leadOf(scene, first)
  while (end > start && !/^(?:NN|VB|JJ$|RP)/.test(tag[end]!) && !PARTICLE.test(lower[end]!)) end--
  // "The fact sheet says", "by one count": whose number it is, not of what.
  const isTeller = SAYS.test(lemma[end]!) || /^(?:by|according)$/.test(lower[start]!)
  if (end - start >= 1 && isTeller && range(start + 1, end).every((at) => !grammar.isVerb(at)))
    return undefined
  if (end - start >= 1) return howMuch(fillers.phraseOf(start, end, end).text)
  let to = last
  while (to < last + 5 && isIn(to)) to++
  return to - last < 2 ? undefined : howMuch(fillers.phraseOf(last, to - 1, last).text)
}

const howMuch = (words: string): string =>
  `how ${/^(?:are|were|have|had been|remain) /.test(words) ? 'many' : 'much'} ${words.replace(/^(?:Its?|They|Their|His|Her|Our|This|That|The|An?)\b/, (word) => word.toLowerCase())}`
