// In: tellings. Out: pairs that tell one deed of two doers, one meeting in two towns, one side in two places of a row.
import { byEachKey } from '../group.ts'
import {
  apart,
  isAhead,
  namesApart,
  ofOneTime,
  onOneDay,
  type ToldPair,
  type ToldValue,
  timeKeys,
} from './tellings.ts'

/** Days between reports that rank a thing which moves slowly. */
const SLOW = 180
/** What trade ranks: a supplier may be second and, as a partner, first. */
const TRADERS: ReadonlySet<string> = new Set(
  'supplier source exporter partner market buyer customer importer'.split(' '),
)

export function holderPairs(all: readonly ToldValue[]): ToldPair[] {
  const told = all.filter(({ telling }) => telling.slot !== 'number').sort((a, b) => (a.key < b.key ? -1 : 1))
  const blocks = byEachKey(told, holderKeys)
  const pairs = new Map<string, ToldPair>()
  for (const block of blocks.values())
    block.forEach((a, at) => {
      for (const b of block.slice(at + 1)) if (areOther(a, b)) pairs.set(`${a.key} ${b.key}`, [a, b])
    })
  return [...pairs.values()]
}

/** Two are held against each other only where they share one of these keys. */
export function holderKeys(one: ToldValue): string[] {
  const { kind, telling, names, counted } = one
  if (telling.slot === 'number') return []
  if (kind === 'rank') return timeKeys(one, SLOW).map((time) => `rank|${[...names].sort().join()}|${time}`)
  if (telling.deed === 'surplus')
    return timeKeys(one, SLOW).map((time) => `surplus|${[...names].sort().join()}|${time}`)
  return [...counted].flatMap((word) =>
    timeKeys(one).map((time) => `${kind}|${telling.deed}|${word}|${time}`),
  )
}

function areOther(a: ToldValue, b: ToldValue): boolean {
  if (a.kind === 'rank') return areRankedApart(a, b)
  const [mine, theirs] = [a.telling, b.telling]
  if (mine.deed === 'surplus') return areBalancedApart(a, b)
  if (mine.holders!.some((one) => theirs.holders!.includes(one)) || isAhead(a) !== isAhead(b)) return false
  const shared = [...a.names].filter((name) => b.names.has(name) && !name.startsWith('place:')).length
  if (a.kind === 'where') return a.report !== b.report && onOneDay(a, b) && ofOneTime(a, b) && shared > 0
  if (!ofOneTime(a, b) || namesApart(a, b)) return false
  if (mine.deed === 'blame' && !isForOne(a, b)) return false
  // Two accounts of one deed: "the truce", told by two speakers, or with somebody or some place that both name.
  const isOne =
    onOneDay(a, b) || [mine, theirs].every(({ label }) => /\b(?:the|its|their)\b|\bfirst$/i.test(label))
  return isOne && (mine.by !== theirs.by || [...a.names].some((name) => b.names.has(name)))
}

/** Of two sides each is said to have the surplus with the other, by two reports or two speakers, within half a year. */
function areBalancedApart(a: ToldValue, b: ToldValue): boolean {
  const [mine, theirs] = [a.telling, b.telling]
  const between = apart(a.out, b.out)
  const isApart = a.report === b.report ? mine.by !== theirs.by : between !== undefined && between <= SLOW
  return isApart && mine.deed === theirs.deed && mine.holders![0] !== theirs.holders![0]
}

/** Whether two blame somebody for one thing: most words of the shorter are in the other. */
function isForOne(a: ToldValue, b: ToldValue): boolean {
  const shared = [...a.counted].filter((word) => b.counted.has(word)).length
  return shared * 2 > Math.min(a.counted.size, b.counted.size)
}

/** One side, ranked for one other, in two places. */
function areRankedApart(a: ToldValue, b: ToldValue): boolean {
  if (a.report === b.report || a.names.size < 2 || a.value.value === b.value.value) return false
  const [mine, theirs] = [a.telling.holders ?? [], b.telling.holders ?? []]
  if (!mine.some((one) => theirs.includes(one))) return false
  const between = apart(a.out, b.out)
  if (between === undefined || between > SLOW) return false
  const isTrade = ({ counted }: ToldValue) => [...counted].some((word) => TRADERS.has(word))
  return (
    [...a.counted].some((word) => b.counted.has(word) && word !== 'trading') || (isTrade(a) && isTrade(b))
  )
}
