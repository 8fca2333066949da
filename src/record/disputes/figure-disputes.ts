// In: figures of the record. Out: where reports give one thing values that shut each other out, with what would explain it.
import { type Dispute, type EntryOf, UNEXPLAINED } from '../../model/index.ts'
import { hasGrown, type KnownBy, ofOneTime, timeKeys } from '../fate/told-on.ts'
import { byEachKey, byKeys } from '../group.ts'
import {
  countApart,
  isBid,
  measuredWords,
  measureOne,
  oppositeKey,
  tellOpposites,
  unitKind,
} from './measured.ts'
import { mayBeOne } from './same-value.ts'
import { showValue } from './show-value.ts'

type Figure = EntryOf<'figure'>
type Found = Omit<Dispute, 'id'>

/** Values further apart than this are hardly told of one thing. */
const APART = 1.8

type Pair = readonly [Figure, Figure]

/** Two values of one measure, from two reports, neither within the other's bound, of one time. */
export function figureDisputes(figures: readonly Figure[], known: KnownBy): Found[] {
  const told = figures.filter(isHeldAgainst).sort(byValue)
  const pairs = pairsIn(
    byEachKey(told, (figure) => wordKeys(figure, known)).values(),
    (a, b) => b.body.value.value <= a.body.value.value * APART,
    (a, b) => disagree(a, b, known),
  )
  const disagreeing = new Set(pairs.map(pairKey))
  const opposite = pairsIn(
    byEachKey(told, (figure) => oppositeKeys(figure, known)).values(),
    () => true,
    (a, b) => areOpposite(a, b, known) && !disagreeing.has(pairKey([a, b])),
  )
  const reasonOf = reasonsAmong(figures, pairs)
  const reasons = pairs.map(([a, b]) => reasonOf(a, b))
  const apart = pairs.filter((pair, at) => reasons[at] === undefined && !hasGrown(...pair, known))
  const byWords = pairs.filter((_, at) => reasons[at] === COUNTS_OTHERS)
  return [
    ...opposite.map((pair) => disputeOf(pair, undefined, 'direction')),
    ...components(apart).map((group) => disputeOf(group, undefined)),
    ...components(byWords).map((group) => disputeOf(group, byTheirWords(group))),
    ...pairs.flatMap((pair, at) => {
      const reason = reasons[at]
      return reason && reason !== COUNTS_OTHERS ? [disputeOf(pair, reason)] : []
    }),
  ]
}

/** Figures are held against each other only where they share one of these keys. */
export const figureKeys = (figure: Figure, known: KnownBy): string[] =>
  isHeldAgainst(figure) ? [...wordKeys(figure, known), ...oppositeKeys(figure, known)] : []

/** Whether two figures that share a key shut each other out, unless something explains them. */
export const areApart = (a: Figure, b: Figure, known: KnownBy): boolean =>
  isHeldAgainst(a) && isHeldAgainst(b) && (disagree(a, b, known) || areOpposite(a, b, known))

const areOpposite = (a: Figure, b: Figure, known: KnownBy): boolean =>
  tellOpposites(a, b) && ofOneTime(a, b, known) && !sharesReport(a, b)

const isHeldAgainst = ({ aside, polarity }: Figure): boolean => !aside && polarity !== 'denied'

const pairKey = ([a, b]: Pair): string => `${a.id}|${b.id}`

const wordKeys = (figure: Figure, known: KnownBy): string[] => {
  const { value, change = '' } = figure.body
  const times = timeKeys(figure, known)
  return [...measuredWords(figure)].flatMap((word) =>
    times.map((time) => `${unitKind(value)}|${change}|${word}|${time}`),
  )
}

const oppositeKeys = (figure: Figure, known: KnownBy): string[] =>
  figure.body.of.length === 0
    ? []
    : timeKeys(figure, known).map((time) => `opposite|${oppositeKey(figure)}|${time}`)

/** Pairs of one block, by their ids, each once. Blocks stand in the order of values; beyond reach no further one is looked at. */
function pairsIn(
  blocks: Iterable<readonly Figure[]>,
  isInReach: (low: Figure, high: Figure) => boolean,
  isPair: (a: Figure, b: Figure) => boolean,
): Pair[] {
  const found = new Map<string, Pair>()
  for (const block of blocks)
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [low, high] = [block[i]!, block[j]!]
        if (!isInReach(low, high)) break
        const pair: Pair = low.id < high.id ? [low, high] : [high, low]
        const key = pairKey(pair)
        if (!found.has(key) && isPair(...pair)) found.set(key, pair)
      }
  return [...found.keys()].sort().map((key) => found.get(key)!)
}

function disagree(a: Figure, b: Figure, known: KnownBy): boolean {
  const [left, right] = [a.body.value, b.body.value]
  // A share says nothing without all that it is of.
  const exactly = left.unit === '%' && a.body.change === undefined
  if (exactly && !/(?:^|[^\p{L}])\p{Ll}{3,}/u.test(a.body.measures)) return false
  if (!measureOne(a, b, exactly) || !ofOneTime(a, b, known) || countOthers(a, b) || countApart(a, b))
    return false
  // "11 of 23" and "10" may count within two wholes.
  if (left.outOf !== right.outOf) return false
  // "To 42 % from 45 %": the other tells what it was before.
  if (wasBefore(a, right) || wasBefore(b, left)) return false
  if (mayBeOne({ ...left, unit: '' }, { ...right, unit: '' })) return false
  // What is offered is not what is: offers change.
  if ([a, b].some(({ evidence }) => evidence.every(isBid))) return false
  const [low, high] = [Math.min(left.value, right.value), Math.max(left.value, right.value)]
  if (low <= 0 || high > low * APART) return false
  return !sharesReport(a, b)
}

const wasBefore = ({ body: { from } }: Figure, { value }: Figure['body']['value']): boolean =>
  from !== undefined && from.value === value

/** Two numbers in one report are two things to its writer. */
const sharesReport = (a: Figure, b: Figure): boolean =>
  a.evidence.some((one) => b.evidence.some((other) => other.report === one.report))

/** Words by which a figure says itself what it counts and what not. */
const COUNTED = /\b(?:or|including|excluding|without|except|plus)\b/

/** Each is limited by words the other has not, and neither says by what it counts more. */
function countOthers(a: Figure, b: Figure): boolean {
  const [left, right] = [measuredWords(a), measuredWords(b)]
  const apart = [...left].some((word) => !right.has(word)) && [...right].some((word) => !left.has(word))
  return apart && COUNTED.test(a.body.measures) === COUNTED.test(b.body.measures)
}

/** Figures joined by pairs that nothing explains: one dispute. */
const components = (pairs: readonly Pair[]): Figure[][] =>
  byKeys(pairs, (pair) => pair.map(({ id }) => id)).map((group) => [...new Set(group.flat())])

const byValue = (a: Figure, b: Figure) => a.body.value.value - b.body.value.value || (a.id < b.id ? -1 : 1)

function disputeOf(
  group: readonly Figure[],
  reason: Reason | undefined,
  type: Dispute['type'] = 'value',
): Found {
  const sorted = [...group].sort(byValue)
  return {
    class: reason ? 'explained' : 'conflict',
    type: reason ? reason.type : type,
    about: sorted[0]!.body.measures,
    entries: ids(sorted),
    readings: sorted.map((one) => ({
      value:
        unitKind(one.body.value) === 'count'
          ? showCount(one)
          : `${one.body.change ? `${one.body.change} ` : ''}${showValue(one.body.value)}: ${one.body.measures}`,
      evidence: one.evidence.map(({ id }) => id),
    })),
    explanation: {
      text: reason?.text ?? UNEXPLAINED,
      restsOn: reason?.restsOn ?? [],
    },
  }
}

const showCount = ({ body }: Figure): string => showValue({ ...body.value, unit: body.measures })

type Reasons = (a: Figure, b: Figure) => Reason | typeof COUNTS_OTHERS | undefined

/** What would explain a pair, looked up among the figures of its reports and the pairs told in its sentences. */
function reasonsAmong(all: readonly Figure[], pairs: readonly Pair[]): Reasons {
  const byReport = byEachKey(all, ({ evidence }) => evidence.map(({ report }) => report))
  const byQuote = byEachKey(pairs, (pair) =>
    pair.flatMap(({ body, evidence }) =>
      body.change === undefined ? evidence.map(({ quote }) => quote) : [],
    ),
  )
  return (a, b) => {
    const [low, high] = [a, b].sort(byValue) as [Figure, Figure]
    const beside = [...low.evidence, ...high.evidence].flatMap(({ report }) => byReport.get(report) ?? [])
    const told = low.evidence.flatMap(({ quote }) => byQuote.get(quote) ?? [])
    return sum(low, high, beside) ?? bases(low, high, told) ?? period(low, high) ?? wider(low, high)
  }
}

interface Reason {
  readonly type: Dispute['type']
  readonly text: string
  readonly restsOn: string[]
}

const ids = (figures: readonly Figure[]): string[] => figures.map(({ id }) => id)

/** A third figure of their reports is what the higher one has more; of several the first by id. */
function sum(low: Figure, high: Figure, beside: readonly Figure[]): Reason | undefined {
  const gap = high.body.value.value - low.body.value.value
  const [part] = beside
    .filter(
      (one) =>
        one !== low &&
        one !== high &&
        unitKind(one.body.value) !== '%' &&
        one.body.value.unit === low.body.value.unit &&
        Math.abs(one.body.value.value - gap) <= 1e-6 * high.body.value.value,
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return part
    ? {
        type: 'definition',
        text: `Both may hold if one counts more: ${high.body.value.value} − ${low.body.value.value} = ${part.body.value.value}, told as “${part.body.measures}”.`,
        restsOn: ids([part]),
      }
    : undefined
}

/** Two changes told beside two amounts that differ themselves. */
function bases(low: Figure, high: Figure, pairs: readonly Pair[]): Reason | undefined {
  if (low.body.change === undefined) return undefined
  const beside = (change: Figure, amount: Figure) =>
    amount.body.change === undefined &&
    amount.evidence.some((one) => change.evidence.some(({ quote }) => quote === one.quote))
  for (const pair of pairs)
    for (const [first, second] of [pair, [pair[1], pair[0]] as const])
      if (beside(low, first) && beside(high, second))
        return {
          type: 'definition',
          text: `The changes are told of different amounts: ${showValue(low.body.value)} beside ${showValue(first.body.value)}, ${showValue(high.body.value)} beside ${showValue(second.body.value)}.`,
          restsOn: ids([first, second]),
        }
  return undefined
}

/** One is of a longer time than the other. */
function period(low: Figure, high: Figure): Reason | undefined {
  const [a, b] = [low.body.asOf, high.body.asOf]
  if (!a?.earliest || !b?.earliest || (a.earliest === b.earliest && a.latest === b.latest)) return undefined
  return {
    type: 'scope',
    text: `They are of different times: ${a.earliest} to ${a.latest}, and ${b.earliest} to ${b.latest}.`,
    restsOn: ids([low, high]),
  }
}

/** One counts this or that, the other only this. */
const COUNTS_OTHERS = 'counts others'
const wider = (low: Figure, high: Figure): typeof COUNTS_OTHERS | undefined =>
  COUNTED.test(low.body.measures) === COUNTED.test(high.body.measures) ? undefined : COUNTS_OTHERS

function byTheirWords(group: readonly Figure[]): Reason {
  const words = [...new Set([...group].sort(byValue).map(({ body }) => `“${body.measures}”`))]
  return {
    type: 'definition',
    text: `By their own words they count different things: ${words.slice(0, -1).join(', ')} and ${words.at(-1)}.`,
    restsOn: ids([...group].sort(byValue)),
  }
}
