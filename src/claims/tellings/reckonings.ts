// In: a scene. Out: numbers that two tellers of one report give one thing, two by two, with what a sentence says of why they differ.
import type { Telling, Value } from '../../model/index.ts'
import { thingAt } from '../figures/labels.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { namesOfSpeakers, tellerInWords } from '../statements/teller.ts'
import { type Amount, amountsTold, isOfOwn } from './amounts-told.ts'
import {
  isBaseline,
  isLeftOut,
  isOfAnother,
  isOfDay,
  isPart,
  isPlanned,
  isPledged,
  isRateOf,
  isToCome,
  isWhole,
  isWished,
} from './no-account.ts'
import { askedOtherwise, isOfOtherScope } from './other-scope.ts'
import { otherTimes } from './other-times.ts'
import { LARGE, type Reckoner, reckonerOf } from './reckoners.ts'
import { labelOf, subjectBefore } from './reckoning-labels.ts'
import { NUMBERS, whoseCount } from './whose-count.ts'

/** Sentences before another's number within which the first stands; where the text says itself that it has another. */
const BACK = 2
const MARKED = 6
/** Values further apart are hardly of one thing: by nothing but their place, and where the second points back or a reason is told. */
const APART = { loose: 5, back: 12 } as const

/** Each number that answers another, after the one it answers; both share `rival`. Pure. */
export function findReckonings(scene: Scene): Telling[] {
  const amounts = amountsTold(scene)
  const { dep, sent } = scene.doc.tokens
  return amounts.flatMap((own, at) => {
    const reckoner = reckonerOf(scene, own)
    if (!reckoner || own.kind === 'span' || isWished(scene, own, reckoner) || isPledged(scene, own)) return []
    const why = reasonIn(scene, own, reckoner.from)
    const isMarked = reckoner.points === 'mark'
    const furthest = sent[own.first]! - (isMarked ? MARKED : BACK)
    for (let back = at - 1; back >= 0 && sent[amounts[back]!.first]! >= furthest; back--) {
      // "Their count differs: 600 boats had come, 90 were on their way": the first of its sentence alone.
      if (isMarked && sent[amounts[back]!.first] === sent[own.first]) break
      // "14 of the 52 applications": of so many told, the part.
      if (isWhole(scene, amounts[back]!)) continue
      const told = amounts[back]!
      // "$40 billion …, 131 had arrived": not of the money.
      const isSubject = dep[told.first]!.startsWith('nsubj') && amounts[back - 1]?.kind !== 'count'
      const isOfBefore = told.kind === 'bare' && back > 0 && !isSubject
      const first = isOfBefore ? inUnitOf(amounts[back - 1]!, told) : told
      const pair = pairOf(
        scene,
        first,
        inUnitOf(first, own),
        reckoner,
        why,
        isOfBefore || told.kind !== 'bare' ? amounts[back - 1] : undefined,
      )
      if (pair) return pair
      // A number without a noun answers the nearest of its kind.
      if (own.kind === 'bare' && own.value.value < 1000 && /^(?:money|%|bare)$/.test(amounts[back]!.kind))
        break
    }
    return []
  })
}

/** "$40 million …; the owners put it at 28": a bare number below a thousand is of the unit and size of the amount before. */
function inUnitOf({ kind, value: { value, unit } }: Amount, own: Amount): Amount {
  const isClose = kind === 'money' && isNear(value, own.value.value)
  if (own.kind !== 'bare' || !(kind === '%' || isClose || (kind === 'money' && value >= 1e6))) return own
  // "$40 billion …, the bank can verify 18 billion": of one currency where one is not far from the other.
  if (own.value.value >= 1000)
    return isClose || (kind === 'money' && own.value.value >= 1e6)
      ? { ...own, kind, value: { ...own.value, unit } }
      : own
  const scale = kind === '%' ? 1 : 1000 ** Math.floor(Math.log10(value) / 3)
  return { ...own, kind, value: { ...own.value, value: own.value.value * scale, unit } }
}

const isNear = (a: number, b: number): boolean => Math.max(a, b) <= 2 * Math.min(a, b)

/** Both tellings, where the second answers the first. */
function pairOf(
  scene: Scene,
  first: Amount,
  own: Amount,
  reckoner: Reckoner,
  why: string | undefined,
  beside: Amount | undefined,
): Telling[] | undefined {
  if (first.last > reckoner.from && first.last > own.first - 2) return undefined
  const before = reckonerOf(scene, first)
  const points = reckoner.points === 'no' && contests(scene, first, own) ? 'back' : reckoner.points
  const isSet = contrasts(scene, first, own)
  const isFar = points === 'back' || why !== undefined || (before !== undefined && isSet)
  if (
    !(isOfOwn(scene, own)
      ? first.kind === 'count' && isWithin(first, own, APART.loose)
      : alike(first, own, why, isFar ? APART.back : APART.loose)) ||
    isToCome(scene, first) ||
    (points !== 'back' && isPlanned(scene, first) && isOfDay(scene, own)) ||
    isBaseline(scene, first) ||
    isOfAnother(scene, first, own) ||
    isWished(scene, first, reckoner) ||
    isPart(scene, first, points) ||
    (isPledged(scene, first) && !isPutSo(scene, first, own, reckoner)) ||
    isRateOf(scene, own, first) ||
    (first.kind === 'span' && reckoner.thing !== undefined) ||
    datedApart(scene, first, own) ||
    isOfOtherScope(scene, first, own) ||
    isLeftOut(scene, own)
  )
    return undefined
  const counter = whoseCount(scene, first.first)
  const teller = before?.by ?? counter ?? (tellerInWords(scene, first.first) || tellerBehind(scene, first))
  const by = reckoner.by ?? speakerOf(scene, own)
  if (areOneTeller(teller, by)) return undefined
  const isOfThing = reckoner.thing !== undefined && tells(scene, first, reckoner.thing)
  // "The police said 1,400. The union, which called the march, claimed 5,000".
  const areBoth =
    points === 'alone' &&
    (before?.points === 'back' || (before?.points === 'alone' && first.value.value >= LARGE))
  const isBareOnly =
    first.kind === 'bare' &&
    !areBoth &&
    counter === undefined &&
    (reckoner.thing ?? before?.thing ?? before?.isIt) === undefined
  // "Three ways, not two": no count that others have.
  if (scene.doc.tokens.lower[own.first - 1] === 'not' && before === undefined) return undefined
  if (points === 'alone' && (teller === '' || isBareOnly)) return undefined
  if (points === 'no') {
    const isSaidApart = why !== undefined || (before !== undefined && before.points !== 'no') || isSet
    const isOfNoun = isOfThing && !scene.grammar.isVerb(reckoner.thing!)
    if (!(isSaidApart || isOfThing) || (teller === '' && !isOfNoun && why === undefined)) return undefined
    if (own.kind === 'count' && why === undefined && !isOfThing) return undefined
  }
  // "Peru counts 31 people. Chile says 34 were freed, a number that includes two who stayed".
  const isSaidOf = why !== undefined && before !== undefined
  if (points !== 'back' && reckoner.thing !== undefined && !isOfThing && !isSaidOf) return undefined
  if (
    before?.thing !== undefined &&
    reckoner.thing !== undefined &&
    areOfTwo(scene, before.thing, reckoner.thing)
  )
    return undefined
  // "Nine lorries came; customs gave the number of lorries as twelve".
  const isNamed = reckoner.thing !== undefined && scene.doc.tokens.lemma[reckoner.thing] === first.value.unit
  const label =
    (points === 'mark' && teller === '' ? labelOf(scene, own, undefined) : undefined) ??
    labelOf(scene, first, before ?? (first.kind === 'bare' || isNamed ? reckoner : undefined)) ??
    (first.kind === 'bare' && beside ? labelOf(scene, beside, undefined) : undefined) ??
    (reckoner.points === 'alone'
      ? first.value.unit || (before?.points === 'alone' ? PLAIN : undefined)
      : undefined)
  if (label === undefined || OF_ACCOUNTS.test(label)) return undefined
  // "The fact sheet says 2.1 million tonnes": of what the sentence before is about.
  const isTeller = label.toLowerCase() === teller.toLowerCase()
  const about = isTeller ? subjectBefore(scene, first) : undefined
  const unit = first.value.unit || own.value.unit || (beside?.value.unit ?? '')
  const rival = String(scene.doc.tokens.start[first.first]!)
  const times = why === undefined ? otherTimes(scene, first, own) : undefined
  // "$60 billion in 2024", "exports of August at $7 billion": of two things.
  if (times !== undefined && own.kind !== 'times' && !isWithin(first, own, APART.loose)) return undefined
  const said = why ?? times ?? askedOtherwise(scene, own)
  const common = {
    label: (about === undefined ? label : thingAt(scene, about).text).replace(WHOSE, ''),
    rival,
    ...(said === undefined ? {} : { why: said }),
  }
  const { value, bound } = own.value
  const told = own.kind === 'times' ? { ...first.value, value: value * first.value.value, bound } : own.value
  const as = (one: Value): Value => (one.unit === '' ? { ...one, unit } : one)
  return [
    { ...tellingOf(scene, first, teller), ...common, value: as(first.value) },
    { ...tellingOf(scene, own, by), ...common, value: as(told) },
  ]
}

/** "Soldiers by the army's count", "people that Peru counts": who counted is told beside it. */
const WHOSE =
  / by (?:\S+ ){1,4}(?:count|tally|reckoning|estimate)$| that (?:\S+ ){1,3}(?:counts?|counted|says?|said)$/

/** "At least six, by some accounts nine, clerks": who counts, no thing that is counted. */
const OF_ACCOUNTS = /^how (?:many|much) (?:\w+ ){0,2}(?:accounts?|counts?|estimates?|reckonings?|reports?)$/i

/** "…, their union said;": who is said to tell it at the end of its clause. */
function tellerBehind({ doc, fillers }: Scene, { last }: Amount): string {
  const { lower, tag, sent } = doc.tokens
  const end = doc.sents[sent[last - 1]!]!.last
  const stop = range(last, end).find((at) => /^[.;]$/.test(lower[at]!)) ?? end
  if (!/^(?:said|says)$/.test(lower[stop - 1] ?? '')) return ''
  const comma = range(Math.max(last, stop - 7), stop - 1).findLast((at) => lower[at] === ',')
  const noun = stop - 2
  if (comma === undefined || comma >= noun || !/^NN/.test(tag[noun]!)) return ''
  return fillers.nameAt(noun)?.canonical ?? fillers.phraseOf(comma + 1, noun, noun).text
}

/** Who tells a number; "an officer said there was one text and that it said 90": the officer. */
function speakerOf(scene: Scene, { first }: Amount): string {
  const isPronoun = (who: string) => /^(?:it|they|he|she|we|i)$/i.test(who)
  const by = tellerInWords(scene, first)
  if (!isPronoun(by)) return by.replace(/^\P{L}+$/u, '')
  const all = scene.attributions(first).map((one) => namesOfSpeakers(scene, one))
  return all.find((who) => who !== '' && !isPronoun(who)) ?? ''
}

/** "Ann Lund" and "Lund": one who tells two numbers has two things, or a later number, in mind. */
function areOneTeller(one: string, other: string): boolean {
  const [long, short] = [one, other].map((who) => who.toLowerCase()).sort((a, b) => b.length - a.length)
  return short !== '' && (long === short || (/\p{Lu}/u.test(one + other) && long!.endsWith(` ${short}`)))
}

/** "Disputes the June number", between two of which the second is the answer. */
function contests({ doc: { tokens }, grammar }: Scene, a: Amount, b: Amount): boolean {
  return range(a.last, b.first).some(
    (at) =>
      /^(?:dispute|contest|question|challenge|reject)$/.test(tokens.lemma[at]!) &&
      grammar.isVerb(at) &&
      range(at + 1, at + 5).some((one) => NUMBERS.has(tokens.lemma[one] ?? '')),
  )
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

/** Neither one number nor far apart. */
function isWithin(a: Amount, b: Amount, apart: number): boolean {
  const [low, high] = [a.value.value, b.value.value].sort((one, other) => one - other) as [number, number]
  return low > 0 && low !== high && high <= low * apart
}

/** Whether two values may be of one thing: of one unit, not one number, not far apart; money may be told in two currencies. */
function alike(a: Amount, b: Amount, why: string | undefined, apart: number): boolean {
  if (a.kind === 'times') return false
  if (b.kind === 'times') return a.kind !== 'bare' && a.value.high === undefined
  if (!isWithin(a, b, apart)) return false
  if (a.kind === 'money' && b.kind === 'money')
    return currency(a.value) === currency(b.value) || why !== undefined
  if (a.kind === 'bare') return b.kind === 'bare' || b.kind === 'count'
  if (b.kind === 'bare') return a.kind === 'count' || a.kind === 'span' || isMillions(a, b)
  // "Drew 1,200 growers; the police said 500 people took part".
  if (a.kind === 'count' && b.value.unit === 'people') return true
  return plainUnit(a) === plainUnit(b)
}

/** Tons of either sort, votes and ballots; a rate only where both tell one. */
const plainUnit = ({ value: { unit } }: Amount): string =>
  unit.replace(/^metric /, '').replace(/^ballot$/, 'vote')

/** "250 million euros a year", and by another's count "480 million". */
const isMillions = (a: Amount, b: Amount): boolean =>
  a.kind === 'money' && a.value.value >= 1e6 && b.value.value >= 1e6

const currency = ({ unit }: Value): string => unit.split(' ')[0]!

/** What numbers are of that two give one after the other without a noun. */
const PLAIN = 'number'

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
  return one !== undefined && other !== undefined && one !== other && !/\b(?:same|that)\b/.test(other)
}

const CONTRASTS = /^(?:;|while|whereas|but|though|although|however|contrast|instead|against|hand)$/

/** A word between two numbers, or before the clause of the second, by which they are set against each other. */
function contrasts({ doc }: Scene, a: Amount, b: Amount): boolean {
  const { lower } = doc.tokens
  for (let at = a.last; at < b.first; at++) if (CONTRASTS.test(lower[at]!)) return true
  return false
}

/** "The cost of the road" and "the cost of the bridge". */
function areOfTwo({ doc, grammar }: Scene, a: number, b: number): boolean {
  const of = (noun: number) => grammar.obliques(noun, 'of').map((at) => doc.tokens.lemma[at]!)
  const [mine, theirs] = [of(a), of(b)]
  return mine.length > 0 && theirs.length > 0 && !mine.some((word) => theirs.includes(word))
}

/** "The $2 billion that Peru had demanded, when an agency put the figure at $3 billion": of what was demanded. */
const isPutSo = (
  { doc: { tokens } }: Scene,
  first: Amount,
  own: Amount,
  { points, thing }: Reckoner,
): boolean => points === 'back' && thing === undefined && tokens.sent[first.first] === tokens.sent[own.first]

/** Whether what the second is given for is told in the sentence of the first: the same word, or what a loss costs. */
function tells({ doc, grammar }: Scene, { first }: Amount, thing: number): boolean {
  const { lemma, lower, sent, tag } = doc.tokens
  const word = lemma[thing]!
  // "The share of cancelled sailings", where the first says that ferries were cancelled.
  const [done] = grammar.dependents(thing, 'amod').filter((at) => tag[at] === 'VBN')
  const from = doc.sents[sent[first]!]!
  for (let at = from.first; at < from.last; at++) {
    if (at === thing) continue
    if (done !== undefined && lemma[at] === lemma[done] && tag[at] === 'VBN') return true
    if (
      lemma[at] === word ||
      ALIKE.some((group) => group.test(word) && [lemma, lower].some((of) => group.test(of[at]!)))
    )
      return true
  }
  return false
}

/** Words of one thing: what it costs, and the two sides of a balance. */
const ALIKE = [
  /^(?:drop|fall|decline|decrease|slump|down|shrink)$/,
  /^(?:rise|increase|growth|grow|jump|climb|up)$/,
  /^(?:cost|loss|lose|damage|bill|price|expense|harm)$/,
  /^(?:deficit|surplus|gap|imbalance)$/,
  /^(?:effect|impact|lower|reduce|shave|knock|boost|dent|lift)$/,
  /^(?:gap|margin|majority|lead|ahead|vote|ballot)$/,
  /^(?:kill|die|dead|death|loss|toll|casualty|fatality)$/,
  /^(?:close|finish|complete|conclude|settle)$/,
  /^(?:production|output|produce|pump|make)$/,
  /^(?:export|shipment|ship|sale|sell)$/,
  /^(?:import|purchase|buy)$/,
  /^(?:arrival|arrive|come|enter|land)$/,
]

/** Words by which a text says what a number counts and what not, or of when it is. */
const COUNTS =
  /\b(?:(?:does|did|do) not (?:include|count|cover)|excludes?\b|excluding|excluded|leav(?:es?|ing) out|left (?:it |them )?out|omits?\b|omitting|counts (?:only |also )?\p{L}|counting|covers? only|includes?\b|including|included|(?:had|have|were|was|are|is) not (?:yet )?(?:been )?(?:counted|included)|(?:for|on) (?:a|the) (?:narrower|wider|broader)|adds? to)[^;]*/u
/** The same before a number, up to a comma: "the court, which looked at an older version, came to". */
const BEFORE =
  /\b(?:(?:does|did|do) not (?:include|count|cover)|excludes?\b|excluding|leav(?:es?|ing) out|left out|omits?\b|omitting|counts (?!about|some|at|just)\p{L}|counting only|(?:does|do|did) not compound|on which only (?:the )?\p{L}+|covers? only|adds? to|includes?\b|including|(?:an? )?(?:older|earlier|outdated|preliminary) (?:version|figure|estimate|count|data|list|draft))[^;,]*/u

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
