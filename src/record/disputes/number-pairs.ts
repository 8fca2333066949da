// In: tellings. Out: pairs of numbers that clauses of two reports, or two speakers of one, give one thing.
import { byEachKey } from '../group.ts'
import { mayBeOne } from './same-value.ts'
import {
  apart,
  isAhead,
  isName,
  kin,
  LIGHT,
  namesApart,
  ofOneTime,
  onOneDay,
  type ToldPair,
  type ToldValue,
  timeKeys,
} from './tellings.ts'

/** Values further apart are hardly of one thing: where no name or day ties them, and where one does. */
const APART = { loose: 1.8, tied: 5 } as const

/** What may only be is nobody's account. */
const TOLD: ReadonlySet<string> = new Set(['held', 'ongoing', 'background', 'planned', 'expected'])

/** Pairs that shut each other out, the lower first; where a report is given, those that it tells one of, and maybe others. */
export function numberPairs(all: readonly ToldValue[], by?: string): ToldPair[] {
  const told = all
    .filter((one) => isNumber(one) && (TOLD.has(one.telling.modality) || isGroupSize(one)))
    .sort(byNumber)
  const blocks = byEachKey(told, numberKeys)
  const ofReport = byEachKey(told, (one) => [one.report])
  const pairs = new Map<string, ToldPair>()
  for (const block of blocks.values())
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [low, high] = [block[i]!, block[j]!]
        if (high.value.value > low.value.value * APART.tied) break
        if (by !== undefined && low.report !== by && high.report !== by) continue
        if (inPointsAndPercent(low, high) || (disagree(low, high) && !tellsBoth(low, high, ofReport)))
          pairs.set(`${low.key} ${high.key}`, [low, high])
      }
  return [...pairs.values(), ...rivalPairs(all)].sort((a, b) => byNumber(a[0], b[0]) || byNumber(a[1], b[1]))
}

const isNumber = ({ telling }: ToldValue): boolean => telling.slot === 'number' && telling.rival === undefined

/** What tellers of one report give one thing by its own words, two by two. */
const rivalPairs = (all: readonly ToldValue[]): ToldPair[] =>
  [
    ...byEachKey(all, ({ report, telling }) =>
      telling.rival === undefined ? [] : [`${report}|${telling.rival}`],
    ).values(),
  ].flatMap((group) => group.slice(1).map((one): ToldPair => [group[0]!, one]))

const byNumber = (a: ToldValue, b: ToldValue): number =>
  a.value.value - b.value.value || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Two numbers are held against each other only where they share one of these keys: a word and a time. */
export const numberKeys = (one: ToldValue): string[] =>
  isNumber(one)
    ? [
        ...stepKeys(one),
        ...keysOf(one).flatMap((word) => timeKeys(one).map((time) => `${one.kind}|${word}|${time}`)),
        ...(isGroupSize(one)
          ? [...one.counted].flatMap((word) => timeKeys(one, STANDING).map((time) => `group|${word}|${time}`))
          : []),
      ]
    : []

/** "Rises by 5 points", "goes up by 5 percent": a step told in either, whenever; none of anything else. */
function stepKeys({ telling: { value, change }, counted }: ToldValue): string[] {
  if (value === undefined || change === undefined || !/^(?:%|percentage point)$/.test(value.unit)) return []
  return [...counted].map((word) => `step|${change}|${value.value}|${word}`)
}

/** Whether one tells a step in points that the other tells in percent: of a rate of 10, 5 percent are half a point. */
function inPointsAndPercent(a: ToldValue, b: ToldValue): boolean {
  if (a.telling.value?.unit === b.telling.value?.unit || namesApart(a, b)) return false
  const keys = stepKeys(b)
  const deeds = [a, b].map(({ telling }) => kin(telling.deed))
  const areOneDeed = deeds[0] === deeds[1] || deeds.every((deed) => RISE_OR_FALL.test(deed))
  return areOneDeed && (apart(a.out, b.out) ?? 0) <= STANDING && stepKeys(a).some((key) => keys.includes(key))
}

const RISE_OR_FALL = /^(?:rise|raise|grow|climb|go|fall|drop|cut|decline|lower|reduce)$/

/** Days between reports that may tell the size of one group, which changes slowly. */
const STANDING = 180
/** How far apart two sizes of one group are at most. */
const GROUP_APART = 1.4

/** "Some 800,000 immigrants": a round number that tells how large a group is, whatever is done to it. */
const isGroupSize = ({ kind, value, counted, telling }: ToldValue): boolean =>
  kind === 'count' &&
  /^[=≈]$/.test(value.bound) &&
  value.value >= 10_000 &&
  value.value % 1000 === 0 &&
  counted.has(kin(telling.value?.unit ?? ''))

/**
 * Whether two tell the size of one group at two times, the later less: a count that goes on would be more. They share
 * what is counted and one word or name besides.
 */
export function tellOneGroup(a: ToldValue, b: ToldValue): boolean {
  if (!isGroupSize(a) || !isGroupSize(b) || a.report === b.report || ofOneTime(a, b) || hasGrown(a, b))
    return false
  const [low, high] = [Math.min(a.value.value, b.value.value), Math.max(a.value.value, b.value.value)]
  const between = apart(a.out, b.out)
  if (between === undefined || between > STANDING || high > low * GROUP_APART) return false
  const shared = [...a.bag].filter((word) => b.bag.has(word))
  return shared.length >= 2 && shared.some((word) => a.counted.has(word) && b.counted.has(word))
}

/** What is counted, and the deed: one of them must be told by both. */
const keysOf = ({ counted, telling }: ToldValue): string[] => {
  const deed = kin(telling.deed)
  return [...counted, ...(deed === '' || LIGHT.has(deed) ? [] : [deed])]
}

/** Whether what one counts is told by the other; where only names are told of ("Peru owes Chile"), the deed must be. */
function counts(a: ToldValue, b: ToldValue): boolean {
  const deed = kin(a.telling.deed)
  if (a.counted.size === 0) return deed !== '' && !LIGHT.has(deed) && deed === kin(b.telling.deed)
  return [...a.counted].some((word) => b.bag.has(word) || b.counted.has(word))
}

/** A level and the size of a change, or a rise and a fall; what is counted is the same by either verb: "cost 900 jobs", "cut 700". */
const changeApart = (a: ToldValue, b: ToldValue): boolean => {
  const [mine, theirs] = [a.telling.change, b.telling.change]
  return mine !== theirs && (a.kind !== 'count' || (mine !== undefined && theirs !== undefined))
}

function disagree(a: ToldValue, b: ToldValue): boolean {
  if (a.wish !== b.wish || changeApart(a, b) || mayBeOne(a.value, b.value)) return false
  if (refutes(a, b) || refutes(b, a)) return true
  if (!counts(a, b) || !counts(b, a)) return false
  if (countOthers(a, b) || saidApart(a, b)) return false
  if (tellOneGroup(a, b)) return !namesApart(a, b)
  if (!TOLD.has(a.telling.modality) || !TOLD.has(b.telling.modality)) return false
  const tie = a.report === b.report ? tieWithin(a, b) : tieOf(a, b)
  if (tie === undefined) return false
  const [low, high] = [Math.min(a.value.value, b.value.value), Math.max(a.value.value, b.value.value)]
  return low > 0 && high <= low * APART[tie]
}

/** "450 prisoners, not 470" against 470 prisoners told of in a time that may be the same. */
const refutes = (a: ToldValue, b: ToldValue): boolean =>
  a.telling.not === b.value.value &&
  a.telling.by !== b.telling.by &&
  [...a.counted].some((word) => b.counted.has(word)) &&
  ofOneTime(a, b)

/** Each counts what the other does not: "executive orders" and "court orders". */
function countOthers(a: ToldValue, b: ToldValue): boolean {
  const own = (one: ToldValue, other: ToldValue) =>
    [...one.counted].some((word) => !other.bag.has(word) && !other.counted.has(word))
  return a.kind === 'count' && own(a, b) && own(b, a)
}

/** "18 % go to Peru" and "60 % are hit by duties": two shares of a thing of which two things are said. */
const saidApart = (a: ToldValue, b: ToldValue): boolean =>
  a.kind === '%' &&
  a.telling.change === undefined &&
  a.counted.size > 0 &&
  a.telling.deed !== '' &&
  b.telling.deed !== '' &&
  kin(a.telling.deed) !== kin(b.telling.deed) &&
  !(LIGHT.has(kin(a.telling.deed)) && LIGHT.has(kin(b.telling.deed)))

/** How surely two clauses tell of one thing at one time; undefined where they may not. */
function tieOf(a: ToldValue, b: ToldValue): keyof typeof APART | undefined {
  if (namesApart(a, b) || !ofOneTime(a, b) || hasGrown(a, b)) return undefined
  const shared = [...a.bag].filter((word) => b.bag.has(word))
  const fewer = Math.min(a.bag.size, b.bag.size)
  if (shared.length < 2 || shared.length * 2 < fewer) return isOfMatter(a, b) ? 'loose' : undefined
  const names = shared.filter(isName)
  const sameDay = onOneDay(a, b)
  if (isAhead(a) !== isAhead(b) && !sameDay) return undefined
  // Where nobody is named by both, the same deed on the same things must be told.
  if (names.length === 0 && shared.length < 3 && !sameDay) return isOfMatter(a, b) ? 'loose' : undefined
  return names.length > 0 || sameDay ? 'tied' : 'loose'
}

/** Verbs that say of a thing no more than that it has so much. */
const HAS: ReadonlySet<string> = new Set(
  'agree set fix stand run last put total comprise include remain hold call provide'.split(' '),
)

/** Words before what was told of before. */
const THE = /^(?:the|its|their|his|her|this|that|these|those)\b/i

/**
 * Whether reports about the same two sides tell of the one thing that both name alike and one calls "the": "the accord runs three
 * years", "the agreement is valid for two". Both say the same of it, or one no more than how much it is.
 */
function isOfMatter(a: ToldValue, b: ToldValue): boolean {
  if (![a, b].some(({ telling }) => THE.test(telling.label))) return false
  if ([...a.about].filter((side) => b.about.has(side)).length < 2) return false
  const own = [...a.counted].filter((word) => !LIGHT.has(word))
  const others = [...b.counted].filter((word) => !LIGHT.has(word))
  if (own.length === 0 || own.length !== others.length || !own.every((word) => b.counted.has(word)))
    return false
  const [mine, theirs] = [kin(a.telling.deed), kin(b.telling.deed)]
  const saysLittle = (deed: string) => deed === '' || LIGHT.has(deed) || HAS.has(deed)
  return mine === theirs || saysLittle(mine) || saysLittle(theirs)
}

/** Sentences of one report that stand so near may tell of one thing. */
const NEAR = 400

/** Two speakers of one report on one thing, told one right after the other: "11 died, residents said. The army said four died." */
function tieWithin(a: ToldValue, b: ToldValue): keyof typeof APART | undefined {
  const [mine, theirs] = [a.telling, b.telling]
  if (mine.by === '' || theirs.by === '' || mine.by === theirs.by || mine.start === theirs.start)
    return undefined
  if (Math.abs(mine.start - theirs.start) > NEAR || kin(mine.deed) !== kin(theirs.deed)) return undefined
  const [fewer, more] = a.counted.size < b.counted.size ? [a, b] : [b, a]
  if ([...fewer.counted].some((word) => !more.counted.has(word))) return undefined
  // A share of something narrower is another share.
  if (
    a.kind === '%' &&
    [...fewer.bag, ...more.bag].some((word) => !(fewer.bag.has(word) && more.bag.has(word)))
  )
    return undefined
  if (namesApart(a, b) || isAhead(a) !== isAhead(b)) return undefined
  return LIGHT.has(kin(mine.deed)) ? undefined : 'tied'
}

/** What is known of better and better, though the day it befell is over. */
const HARM = /^(?:killed|injured|die|arrest|miss|displace|rescue|recover|find)$/

/** Of a count that goes on, the later report tells more; not of what was over when both told of it. */
function hasGrown(a: ToldValue, b: ToldValue): boolean {
  if (a.kind !== 'count') return false
  const isOver = ({ on, out }: ToldValue) =>
    on?.latest !== undefined && out.earliest !== undefined && on.latest < out.earliest
  const harm = [...a.bag].some((word) => HARM.test(word))
  if (!harm && isOver(a) && isOver(b) && onOneDay(a, b)) return false
  const [low, high] = a.value.value < b.value.value ? [a, b] : [b, a]
  return low.out.latest !== undefined && high.out.earliest !== undefined && low.out.latest < high.out.earliest
}

/** To a teller of both numbers they are two things. */
function tellsBoth(a: ToldValue, b: ToldValue, ofReport: ReadonlyMap<string, readonly ToldValue[]>): boolean {
  if (a.report === b.report) return false
  const has = (one: ToldValue, other: ToldValue) =>
    ofReport.get(one.report)!.some(
      (beside) =>
        (beside.telling.by === '' || beside.telling.by === one.telling.by) &&
        beside.kind === other.kind &&
        // "More than 100" of something else holds any number.
        (/^[=≈]$/.test(beside.value.bound) || [...beside.counted].some((word) => other.counted.has(word))) &&
        mayBeOne(beside.value, other.value),
    )
  return has(a, b) || has(b, a)
}
