// In: a scene. Out: numbers that two tellers of one report give one thing, two by two, with what a sentence says of why they differ.
import type { FigureBody, Telling, Value } from '../../model/index.ts'
import { leadOf } from '../figures/amount.ts'
import { findFigures } from '../figures/find-figures.ts'
import { thingAt } from '../figures/labels.ts'
import type { Found, Scene } from '../scene.ts'
import { tellerInWords } from '../teller.ts'
import { type Amount, amountsTold } from './amounts-told.ts'
import { labelOfNumber } from './numbers.ts'
import { NUMBERS, type Reckoner, reckonerOf } from './reckoners.ts'

/** Sentences before another's number within which the first stands. */
const BACK = 2
/** Values further apart are hardly of one thing: by nothing but their place, and where the second points back or a reason is told. */
const APART = { loose: 5, back: 12 } as const

/** Each number that answers another, after the one it answers; both share `rival`. Pure. */
export function findReckonings(scene: Scene): Telling[] {
  const amounts = amountsTold(scene)
  const { sent } = scene.doc.tokens
  return amounts.flatMap((own, at) => {
    const reckoner = reckonerOf(scene, own)
    if (!reckoner || isWished(scene, own)) return []
    const why = reasonIn(scene, own, reckoner.from)
    for (let back = at - 1; back >= 0 && sent[own.first]! - sent[amounts[back]!.first]! <= BACK; back--) {
      const pair = pairOf(scene, amounts[back]!, inUnitOf(amounts[back]!, own), reckoner, why)
      if (pair) return pair
      if (own.kind === 'bare' && /^(?:money|%)$/.test(amounts[back]!.kind)) break
    }
    return []
  })
}

/** "$40 million …; the owners put it at 28": a bare number below a thousand is of the unit and size of the amount before. */
function inUnitOf({ kind, value: { value, unit } }: Amount, own: Amount): Amount {
  const isOfIt = kind === '%' || (kind === 'money' && value >= 1e6)
  if (own.kind !== 'bare' || !isOfIt || own.value.value >= 1000) return own
  const scale = kind === '%' ? 1 : 1000 ** Math.floor(Math.log10(value) / 3)
  return { ...own, kind, value: { ...own.value, value: own.value.value * scale, unit } }
}

/** Both tellings, where the second answers the first. */
function pairOf(
  scene: Scene,
  first: Amount,
  own: Amount,
  reckoner: Reckoner,
  why: string | undefined,
): Telling[] | undefined {
  const { tokens } = scene.doc
  if (first.last > reckoner.from && first.last > own.first - 2) return undefined
  if (
    !alike(first, own, why, reckoner) ||
    isWished(scene, first) ||
    isPart(scene, first) ||
    datedApart(scene, first, own)
  )
    return undefined
  const before = reckonerOf(scene, first)
  const teller = before?.by ?? tellerInWords(scene, first.first)
  const by = reckoner.by ?? tellerInWords(scene, own.first)
  if (teller !== '' && teller === by) return undefined
  const isSaidApart =
    why !== undefined || (before !== undefined && before.points !== 'no') || contrasts(scene, first, own)
  if (reckoner.points === 'no') {
    const isOfThing = reckoner.thing !== undefined && tells(scene, first, reckoner.thing)
    if (!(isSaidApart || isOfThing) || (teller === '' && why === undefined)) return undefined
    if (reckoner.thing !== undefined && !isOfThing) return undefined
    if (own.kind === 'count' && why === undefined) return undefined
  }
  const label = labelOf(scene, first, before)
  if (label === undefined) return undefined
  const unit = first.value.unit === '' ? own.value.unit : first.value.unit
  const rival = String(tokens.start[first.first]!)
  const common = { label, rival, ...(why === undefined ? {} : { why }) }
  const { value, bound } = own.value
  const told = own.kind === 'times' ? { ...first.value, value: value * first.value.value, bound } : own.value
  const as = (one: Value): Value => (one.unit === '' ? { ...one, unit } : one)
  return [
    { ...tellingOf(scene, first, teller), ...common, value: as(first.value) },
    { ...tellingOf(scene, own, by), ...common, value: as(told) },
  ]
}

const tellingOf = ({ doc }: Scene, { first }: Amount, by: string): Omit<Telling, 'label'> => {
  const { start, end } = doc.sents[doc.tokens.sent[first]!]!
  return {
    start,
    end,
    slot: 'number',
    by,
    counted: [],
    deed: '',
    words: [],
    polarity: 'affirmed',
    modality: 'held',
    days: [],
  }
}

/** Whether two values may be of one thing: of one unit, not one number, not far apart; money may be told in two currencies. */
function alike(a: Amount, b: Amount, why: string | undefined, { points }: Reckoner): boolean {
  if (a.kind === 'times') return false
  if (b.kind === 'times') return a.kind !== 'bare' && a.value.high === undefined
  const [low, high] = [a.value.value, b.value.value].sort((one, other) => one - other) as [number, number]
  if (low <= 0 || low === high || high > low * APART[points === 'back' ? 'back' : 'loose']) return false
  if (a.kind === 'money' && b.kind === 'money')
    return currency(a.value) === currency(b.value) || why !== undefined
  if (a.kind === 'bare') return b.kind === 'bare' || b.kind === 'count'
  if (b.kind === 'bare') return a.kind === 'count' || isMillions(a, b)
  return a.value.unit === b.value.unit
}

/** "250 million euros a year", and by another's count "480 million". */
const isMillions = (a: Amount, b: Amount): boolean =>
  a.kind === 'money' && a.value.value >= 1e6 && b.value.value >= 1e6

const currency = ({ unit }: Value): string => unit.split(' ')[0]!

/** Words of what somebody asks for, offers or is to be held to. */
const WISHES =
  /^(?:ask|demand|want|seek|sought|offer|propose|proposal|bid|cap|accept|request|settle|agree|pledge|promise|concede|raise|lower|insist|limit|ceiling|target|quota)$/

/** What somebody asks for, offers or is to be held to is nobody's account of what is. */
function isWished({ doc }: Scene, { first }: Amount): boolean {
  const { lemma, lower, sent } = doc.tokens
  for (let at = first - 1; at >= Math.max(0, first - 12) && sent[at] === sent[first]; at--) {
    if (/^[;:]$/.test(lower[at]!)) return false
    if (WISHES.test(lemma[at]!) || (lower[at] === 'live' && lower[at + 1] === 'with')) return true
  }
  return false
}

/** "At least 300 of them", "including $26 million in funds": a part of another number. */
function isPart(scene: Scene, { first, last }: Amount): boolean {
  const { lower, lemma } = scene.doc.tokens
  if (lower[last] === 'of' && /^(?:them|which|whom|these|those)$/.test(lower[last + 1] ?? '')) return true
  const lead = leadOf(scene, first)
  return /^(?:include|exclude|including|excluding|another)$/.test(lemma[lead]!) || lower[lead] === 'including'
}

/** A date right behind each, and not the same. */
function datedApart({ doc, fillers }: Scene, a: Amount, b: Amount): boolean {
  const dateOf = ({ last }: Amount) => {
    for (let at = last; at < last + 4 && !/^[,;:.]$/.test(doc.tokens.lower[at] ?? '.'); at++) {
      const time = fillers.timeAt(at)
      if (time?.type === 'DATE')
        return doc.text.slice(doc.tokens.start[Math.max(last, time.first - 1)]!, time.end).toLowerCase()
    }
    return undefined
  }
  const [one, other] = [dateOf(a), dateOf(b)]
  return one !== undefined && other !== undefined && one !== other && !/\bsame\b/.test(other)
}

const CONTRASTS = /^(?:;|while|whereas|but|though|although|however|contrast|instead|against|hand)$/

/** A word between two numbers, or before the clause of the second, by which they are set against each other. */
function contrasts({ doc }: Scene, a: Amount, b: Amount): boolean {
  const { lower } = doc.tokens
  for (let at = a.last; at < b.first; at++) if (CONTRASTS.test(lower[at]!)) return true
  return false
}

/** Whether what the second is given for is told in the sentence of the first: the same word, or what a loss costs. */
function tells({ doc }: Scene, { first }: Amount, thing: number): boolean {
  const { lemma, sent } = doc.tokens
  const word = lemma[thing]!
  const from = doc.sents[sent[first]!]!
  for (let at = from.first; at < from.last; at++) {
    if (at === thing) continue
    if (lemma[at] === word || ALIKE.some((group) => group.test(word) && group.test(lemma[at]!))) return true
  }
  return false
}

/** Words of one thing: what it costs, and the two sides of a balance. */
const ALIKE = [/^(?:cost|loss|lose|damage|bill|price|expense|harm)$/, /^(?:deficit|surplus|gap|imbalance)$/]

/** Words by which a text says what a number counts and what not, or of when it is. */
const COUNTS =
  /\b(?:(?:does|did|do) not (?:include|count|cover)|excludes?\b|excluding|excluded|leav(?:es?|ing) out|left (?:it |them )?out|omits?\b|omitting|counts (?:only |also )?\p{L}|counting|covers? only|includes?\b|including|included|(?:for|on) (?:a|the) (?:narrower|wider|broader)|adds? to)[^;]*/u
/** The same before a number, up to a comma: "the court, which looked at an older version, came to". */
const BEFORE =
  /\b(?:(?:does|did|do) not (?:include|count|cover)|excludes?\b|excluding|leav(?:es?|ing) out|left out|omits?\b|omitting|counts only|counting only|covers? only|adds? to|includes?\b|including|(?:an? )?(?:older|earlier|outdated|preliminary) (?:version|figure|estimate|count|data|list|draft))[^;,]*/u

/** What the sentence of a number, or the next where it begins with the figure, says of what it counts. */
function reasonIn(scene: Scene, own: Amount, from: number): string | undefined {
  const { doc } = scene
  const { first, last } = own
  const { tokens, text } = doc
  const sentence = doc.sents[tokens.sent[first]!]!
  const behind = text.slice(tokens.end[last - 1]!, sentence.end)
  const [found] = COUNTS.exec(behind) ?? saidBefore(scene, from, own) ?? nextOf({ doc }, first)
  return found?.replace(/\s+/g, ' ').replace(/[\s,.]+$/, '')
}

/** What stands before the number in its clause, with the number where it belongs to it: "left out of the usual $4 billion". */
function saidBefore(
  { doc: { tokens, text } }: Scene,
  from: number,
  { first, last }: Amount,
): string[] | undefined {
  const before = text.slice(tokens.start[from]!, tokens.start[first]!)
  const found = BEFORE.exec(before)
  if (!found) return undefined
  const isUpTo = found.index + found[0].length === before.length
  return [isUpTo ? text.slice(tokens.start[from]! + found.index, tokens.end[last - 1]!) : found[0]]
}

/** "The higher figure counts processing.": the next sentence, where it begins with a word for the number. */
function nextOf({ doc }: Pick<Scene, 'doc'>, first: number): readonly string[] {
  const next = doc.sents[doc.tokens.sent[first]! + 1]
  if (!next) return []
  const isOfNumber = [0, 1, 2, 3].some((n) => NUMBERS.has(doc.tokens.lemma[next.first + n] ?? ''))
  return isOfNumber ? (COUNTS.exec(doc.text.slice(next.start, next.end)) ?? []) : []
}

/** What the first number is of: what it was given for, its figure's label, its noun, else the words of its clause. */
function labelOf(scene: Scene, amount: Amount, reckoner: Reckoner | undefined): string | undefined {
  if (reckoner?.thing !== undefined && !scene.grammar.isVerb(reckoner.thing))
    return thingAt(scene, reckoner.thing).text
  const quantity = scene.fillers.quantityAt(amount.first)
  if (quantity === undefined || amount.kind === 'bare') return nounBefore(scene, amount)
  const figures = findFigures(scene)
  // "1.2 million tonnes of pork, worth $2 billion": of what was told right before.
  const isWorth = scene.doc.tokens.lower[leadOf(scene, amount.first)] === 'worth'
  const figure =
    figures.find(({ roles }) => roles?.value?.start === quantity.start) ??
    (isWorth ? figures.findLast((one) => isBefore(scene, one, amount)) : undefined)
  if (figure) return (figure.body as FigureBody).measures.text
  const told = amount.kind === 'count' ? labelOfNumber(scene, quantity) : undefined
  return told ?? clauseWords(scene, amount)
}
const isBefore = ({ doc: { tokens } }: Scene, { trigger }: Found, { first }: Amount): boolean =>
  trigger < first && tokens.sent[trigger] === tokens.sent[first]

/** "The trucks came. The council counted 630": the plural that the sentence before is about. */
function nounBefore(scene: Scene, { first }: Amount): string | undefined {
  const { doc } = scene
  const { tag, sent, dep } = doc.tokens
  const before = doc.sents[sent[first]! - 1]
  if (!before) return undefined
  for (let at = before.first; at < before.last; at++)
    if (tag[at] === 'NNS' && dep[at]!.startsWith('nsubj')) return thingAt(scene, at).text
  return undefined
}

/** A clause of its own between: the words are no label. */
const WHICH = /^(?:that|which|who|whose)$/
const PARTICLE = /^(?:in|out|up|off|down|over)$/

/** "The economy was losing", "could be affected": the words around a number that no noun says the measure of. */
function clauseWords(scene: Scene, { first, last }: Amount): string | undefined {
  const { doc, fillers } = scene
  const { lower, sent, tag, start: starts } = doc.tokens
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
  if (end - start >= 1) return howMuch(fillers.phraseOf(start, end, end).text)
  let to = last
  while (to < last + 5 && isIn(to)) to++
  return to - last < 2 ? undefined : howMuch(fillers.phraseOf(last, to - 1, last).text)
}

const howMuch = (words: string): string =>
  `how much ${words.replace(/^(?:It|They|This|That|The|An?)\b/, (word) => word.toLowerCase())}`

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
