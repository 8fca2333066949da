// In: tellings of placed reports, entries. Out: where clauses differ in a number, a rank, a doer or a place and in little else.
import {
  comparedUnit,
  type Dispute,
  daysBetween,
  type Entry,
  isMoney,
  UNEXPLAINED,
  type Value,
} from '../../model/index.ts'
import { addTo, byKeys } from '../group.ts'
import type { PlacedReading } from '../placing/placed.ts'
import { contentWords } from '../words.ts'
import { holderKeys, holderPairs } from './holder-pairs.ts'
import { numberKeys, numberPairs, tellOneGroup } from './number-pairs.ts'
import { mayBeOne } from './same-value.ts'
import { type EvidenceOfSentence, evidenceOfSentences } from './sentence-evidence.ts'
import { showValue } from './show-value.ts'
import { isName, kin, LIGHT, ofOneTime, type ToldPair, type ToldValue, toldIn } from './tellings.ts'

type Found = Omit<Dispute, 'id'>

/**
 * What is told otherwise of one thing at one time: these pairs, as disputes. `entries` lend the evidence of their
 * sentences; two sentences that stand in a dispute `already` make no other.
 */
export function tellingDisputes(
  pairs: readonly ToldPair[],
  entries: readonly Entry[],
  already: readonly Found[] = [],
): Found[] {
  if (pairs.length === 0) return []
  const isTold = toldAlready(already, entries)
  const left = pairs.filter((pair) => !isTold(...pair))
  if (left.length === 0) return []
  const evidence = evidenceOfSentences(entries)
  const groups = byKeys<ToldPair>(left, (pair) => pair.map(({ key }) => key))
  return groups.flatMap((group) => disputeOf([...new Set(group.flat())], evidence) ?? [])
}

/** Tellings that disagree, two by two. */
export const tellingPairs = (placed: readonly PlacedReading[]): readonly ToldPair[] =>
  pairsAmong(placed.flatMap(toldIn))

/** The same of tellings, those of each report whole; where a report is given, all that it tells one of, and maybe others. */
export const pairsAmong = (told: readonly ToldValue[], by?: string): readonly ToldPair[] => [
  ...numberPairs(told, by),
  ...holderPairs(told),
]

/** Keys of which two reports share one where something they tell is held against each other. */
export const tellingKeys = (placed: PlacedReading): string[] =>
  toldIn(placed).flatMap((one) => [...numberKeys(one), ...holderKeys(one)])

/** Whether two tellings' sentences stand in one dispute. */
function toldAlready(
  disputes: readonly Found[],
  entries: readonly Entry[],
): (a: ToldValue, b: ToldValue) => boolean {
  const ids = new Set(disputes.flatMap(({ readings }) => readings.flatMap(({ evidence }) => evidence)))
  const sentenceOf = new Map<string, string>()
  for (const { evidence } of entries)
    for (const { id, report, spans } of evidence)
      if (ids.has(id)) sentenceOf.set(id, `${report}|${spans[0]?.start}`)
  const holding = new Map<string, number[]>()
  disputes.forEach(({ readings }, at) => {
    for (const id of readings.flatMap(({ evidence }) => evidence))
      addTo(holding, sentenceOf.get(id) ?? '', at)
  })
  const of = ({ report, telling }: ToldValue) => holding.get(`${report}|${telling.start}`) ?? []
  return (a, b) => of(a).some((at) => of(b).includes(at))
}

/** A reading of the dispute: a value, who tells it and where. */
interface Reading {
  readonly value: string
  readonly by: Set<string>
  readonly evidence: Set<string>
  readonly entries: Set<string>
}

function disputeOf(group: readonly ToldValue[], evidence: EvidenceOfSentence): Found | undefined {
  const readings = new Map<string, Reading>()
  const sorted = [...group].sort((a, b) => a.value.value - b.value.value || (a.key < b.key ? -1 : 1))
  const times = byTimes(sorted)
  for (const told of sorted) {
    const all = evidence(told.report, told.telling.start)
    const best = all.find(({ entry }) => isFigureOf(entry, told)) ?? all[0]
    if (!best) continue
    const value = showTold(times ? ofGroup(told) : told)
    const reading = readings.get(value) ?? { value, by: new Set(), evidence: new Set(), entries: new Set() }
    readings.set(value, reading)
    reading.by.add(told.telling.by)
    reading.evidence.add(best.id)
    reading.entries.add(best.entry.id)
  }
  const all = [...readings.values()]
  if (all.length < 2) return undefined
  const [first] = (times ? sorted.map(ofGroup) : sorted) as [ToldValue]
  const reason =
    times ??
    bySaying(sorted) ??
    byUnits(sorted) ??
    byTheirWords(sorted) ??
    byTellers(all, first.telling.deed === 'blame')
  return {
    class: reason.isExplained
      ? 'explained'
      : first.kind === 'who' && reason.isTold
        ? 'contested'
        : 'conflict',
    type: reason.isExplained
      ? 'definition'
      : first.kind === 'who'
        ? 'who'
        : first.kind === 'rank'
          ? 'count'
          : 'value',
    about: ABOUT[first.kind]?.(first.telling.label) ?? first.telling.label,
    entries: [...new Set(all.flatMap(({ entries }) => [...entries]))].sort(),
    readings: all.map((one) => ({
      value: `${one.value}${tellersIn(one)}`,
      evidence: [...one.evidence].sort(),
    })),
    explanation: { text: reason.text, restsOn: [] },
  }
}

const isFigureOf = (entry: Entry, { telling }: ToldValue): boolean =>
  entry.kind === 'figure' && entry.body.value.value === telling.value?.value

/** How large a group is, whatever a clause says is done with it. */
const ofGroup = (told: ToldValue): ToldValue => ({
  ...told,
  telling: { ...told.telling, label: told.telling.label.split(' · ')[0]! },
})

/** " (told by the army)"; nothing where the report itself tells it. */
function tellersIn({ by }: Reading): string {
  const named = [...by]
    .filter((one) => one !== '')
    .map((one) => one.replace(/^(?:The|An?)(?= )/, (word) => word.toLowerCase()))
  return named.length === 0 ? '' : ` (told by ${named.sort().join(' and ')})`
}

const ABOUT: Readonly<Record<string, (label: string) => string>> = {
  who: (label) => `who ${label}`,
  where: (label) => `where the ${label} is`,
}

function showTold({ kind, telling }: ToldValue): string {
  const { value, label, deed, holder = '' } = telling
  if (value === undefined) return holder
  if (kind === 'rank') return label
  const isOfLabel =
    telling.rival === undefined || contentWords(value.unit).every((word) => label.includes(word))
  const inUnits = showValue({
    ...value,
    unit: value.unit.replace(/(?:ton|point|barrel|kilometre|mile)(?= per |$)/, '$&s'),
  })
  if (kind !== 'count' || !isOfLabel) return `${inUnits}: ${label}`
  if (/^how (?:much|many (?:are|were|have|had|remain))\b/i.test(label)) return inUnits
  const [things = ''] = LIGHT.has(kin(deed)) ? label.split(' · ') : [label]
  return showValue({ ...value, unit: things.replace(OPENS, '') })
}

/** Words before what is counted that its number does not take. */
const OPENS = /^(?:how many )?(?:(?:the|its|their|his|her|our|my) )?/i

interface Reason {
  readonly text: string
  readonly isExplained: boolean
  /** Whether every reading has a teller of its own. */
  readonly isTold: boolean
}

/** What the text says itself of why two numbers of one report differ, or what their values show. */
function bySaying(told: readonly ToldValue[]): Reason | undefined {
  if (told.some(({ telling }) => telling.rival === undefined)) return undefined
  const why = told.find(({ telling }) => telling.why !== undefined)?.telling.why
  const explained = { isExplained: true, isTold: false }
  if (why !== undefined)
    return { ...explained, text: `By the report's own words they are not reckoned alike: “${why}”.` }
  const currencies = new Set(
    told.flatMap(({ telling: { value } }) =>
      value && isMoney(value.unit) ? comparedUnit(value.unit).split(' ')[0]! : [],
    ),
  )
  if (currencies.size > 1) return { ...explained, text: 'They are in different currencies.' }
  const [least, most] = [told[0]!.telling.value!, told.at(-1)!.telling.value!]
  if (told.length === 2 && holds(least, most))
    return { ...explained, text: 'One lies within what the other allows.' }
  const [low, high] = [told[0]!, told.at(-1)!].map(
    ({ telling }) => ({ ...telling.value!, bound: '=', unit: '' }) as const,
  )
  return mayBeOne(low!, high!) ? { ...explained, text: 'One may be the other, rounded.' } : undefined
}

/** "31" and "fewer than 60": whether a bound leaves room for the other number. */
const holds = (low: Value, high: Value): boolean =>
  (/^[<≤]$/.test(high.bound) && /^[=≈<≤]$/.test(low.bound)) ||
  (/^[>≥]$/.test(low.bound) && /^[=≈>≥]$/.test(high.bound))

/** A step in points and the same number in percent. */
function byUnits(told: readonly ToldValue[]): Reason | undefined {
  const units = new Set(told.map(({ telling }) => telling.value?.unit))
  return units.has('%') && units.has('percentage point')
    ? {
        text: 'One counts in percentage points and the other in percent of what there was; loosely told, both may mean points.',
        isExplained: false,
        isTold: false,
      }
    : undefined
}

/** Nouns with limits that the other has not: "container ships" and "ships"; or ranks of two things. */
function byTheirWords(told: readonly ToldValue[]): Reason | undefined {
  const plain = ({ counted }: ToldValue) =>
    [...counted]
      .filter((word) => !isName(word) && !LIGHT.has(word) && !MONTH.test(word))
      .sort()
      .join()
  const [{ kind }] = told as [ToldValue]
  if (kind !== 'rank' && kind !== 'count') return undefined
  if (new Set(told.map(plain)).size < 2) return undefined
  const labels = [...new Set(told.map(({ telling }) => `“${telling.label}”`))]
  if (labels.length < 2) return undefined
  return {
    text: `By their own words they ${kind === 'rank' ? 'rank' : 'count'} different things: ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}.`,
    isExplained: true,
    isTold: false,
  }
}

/** "June shipments" and "shipments in June" are one thing. */
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

/** Sizes of one group told at two times, all of them. */
function byTimes(told: readonly ToldValue[]): Reason | undefined {
  const pairs = told.flatMap((one, at) =>
    told
      .slice(at + 1)
      .flatMap((other) => (one.value.value === other.value.value ? [] : [[one, other] as const])),
  )
  if (!pairs.some(([one, other]) => tellOneGroup(one, other) || tellOneGroup(other, one))) return undefined
  if (pairs.some(([one, other]) => ofOneTime(one, other) && !mayBeOne(one.value, other.value)))
    return undefined
  const days = told.flatMap(({ out }) => [out.earliest, out.latest]).filter((day) => day !== undefined)
  const span = daysBetween(days.toSorted()[0]!, days.toSorted().at(-1)!)
  return {
    text: `Told up to ${span} days apart; no report says whether it changed in between.`,
    isExplained: true,
    isTold: false,
  }
}

/** Each speaks for itself: whose number or account each is; `mayTwice`: who blames one side may blame its members too. */
function byTellers(readings: readonly Reading[], mayTwice: boolean): Reason {
  const told = readings.map(({ value, by }) => ({ value, by: [...by].filter((one) => one !== '') }))
  const all = told.flatMap(({ by }) => by)
  const tellers = new Set(all).size
  const isTold = told.every(({ by }) => by.length > 0) && (mayTwice ? tellers > 1 : tellers === all.length)
  const short = (value: string) => value.split(/: | · /)[0]!
  const text = isTold
    ? `Each account is its teller's own: ${told.map(({ value, by }) => `${short(value)} as told by ${by.join(' and ')}`).join('; ')}. Nothing that was read settles it.`
    : UNEXPLAINED
  return { text, isExplained: false, isTold }
}
