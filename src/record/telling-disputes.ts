// In: tellings of placed reports, entries. Out: where clauses of two reports give one thing numbers that shut each other out.
import { type Days, type Dispute, daysBetween, type Entry, type Telling, type Value } from '../model/index.ts'
import { addTo, byEachKey, byKeys } from './group.ts'
import { kinOf } from './measured.ts'
import type { PlacedReading } from './placed.ts'
import { resolveDay } from './resolve.ts'
import { mayBeOne } from './same-value.ts'
import { type EvidenceOfSentence, evidenceOfSentences } from './sentence-evidence.ts'
import { showValue } from './show-value.ts'
import { type Period, stretchesOf } from './told-on.ts'

type Found = Omit<Dispute, 'id'>

/** A telling of a report placed in time. */
interface Told {
  readonly key: string
  readonly report: string
  readonly telling: Telling
  readonly value: Value
  readonly counted: ReadonlySet<string>
  /** All its words, like words as one. */
  readonly bag: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly out: Days
  /** The day or days that its clause names. */
  readonly on?: Days
  readonly wish?: string
}

/** Values further apart are hardly of one thing: where no name or day ties them, and where one does. */
const APART = { loose: 1.8, tied: 5 } as const
/** Reports out within so many days may tell one state of a thing. */
const TOGETHER = 2
/** Months of a longer time that are looked at, the first ones. */
const MOST = 60
/** Days between reports that name the same day. */
const SAME_DAY = 30

const LIGHT: ReadonlySet<string> = new Set(
  'be have do say tell make get take go come give reach part total amount number new more about last first other year month day week time people person thing level value rate figure worth percent'.split(
    ' ',
  ),
)
const ASKS: ReadonlySet<string> = new Set('demand seek ask want request call insist require'.split(' '))
const OFFERS: ReadonlySet<string> = new Set('offer propose proposal bid'.split(' '))
const KIN = new Map(
  [
    'talk negotiation',
    'last run',
    'agreement accord deal pact contract treaty',
    'raise increase hike',
    'cut eliminate axe',
    'agree reach strike',
  ].flatMap((group) => {
    const words = group.split(' ')
    return words.map((word): [string, string] => [word, words[0]!])
  }),
)
const kin = (word: string): string =>
  ASKS.has(word) ? 'ask' : OFFERS.has(word) ? 'offer' : (KIN.get(word) ?? kinOf(word))

const isName = (key: string): boolean => /[:\p{Lu}]/u.test(key)

/** Units of time as days, so that two weeks and ten days can be held against each other. */
const IN_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 }

function kindOf({ unit }: Value): string {
  if (unit === '%' || /^[A-Z]{3}/.test(unit)) return unit
  return unit in IN_DAYS ? 'day' : 'count'
}

function toldIn({ reading, published }: PlacedReading): Told[] {
  return (reading.tellings ?? []).flatMap((telling, at): Told[] => {
    if (telling.polarity === 'denied') return []
    const counted = new Set(telling.counted.map(kin).filter((word) => !isName(word)))
    const rest = [...telling.words, ...telling.counted, telling.deed].map(kin)
    const bag = new Set(rest.filter((word) => word !== '' && !LIGHT.has(word)))
    const days = telling.days.flatMap((day) => resolveDay(day, published)?.days ?? [])
    const [on] = days
    const wish = rest.find((word) => word === 'ask' || word === 'offer')
    const scale = IN_DAYS[telling.value.unit] ?? 1
    return [
      {
        key: `${reading.report.id}|${at}`,
        report: reading.report.id,
        telling,
        value: { ...telling.value, value: telling.value.value * scale, unit: '' },
        counted,
        bag,
        names: new Set([...bag].filter(isName)),
        out: published,
        ...(on ? { on } : {}),
        ...(wish ? { wish } : {}),
      },
    ]
  })
}

/**
 * Numbers of one thing that are told otherwise. `entries` lend the evidence of their sentences; two sentences that stand
 * in a dispute `already` make no other.
 */
export function tellingDisputes(
  placed: readonly PlacedReading[],
  entries: readonly Entry[],
  already: readonly Found[] = [],
): Found[] {
  const told = placed.flatMap(toldIn).sort(byNumber)
  const pairs = pairsIn(told)
  if (pairs.length === 0) return []
  const evidence = evidenceOfSentences(entries)
  const isTold = toldAlready(already, entries)
  const left = pairs.filter((pair) => !isTold(...pair))
  const groups = byKeys(left, (pair) => pair.map(({ key }) => key))
  return groups.flatMap((group) => disputeOf([...new Set(group.flat())], evidence) ?? [])
}

/** Keys of which two reports share one where something they tell is held against each other. */
export const tellingKeys = (placed: PlacedReading): string[] => toldIn(placed).flatMap(heldAgainst)

/** Whether any of these reports tell numbers of one thing otherwise. */
export const tellOtherwise = (placed: readonly PlacedReading[]): boolean =>
  pairsIn(placed.flatMap(toldIn).sort(byNumber)).length > 0

const byNumber = (a: Told, b: Told): number =>
  a.value.value - b.value.value || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Pairs of tellings that disagree, each once, in the order of their values. */
function pairsIn(told: readonly Told[]): (readonly [Told, Told])[] {
  const blocks = byEachKey(told, heldAgainst)
  const ofReport = byEachKey(told, (one) => [one.report])
  const pairs = new Map<string, readonly [Told, Told]>()
  for (const block of blocks.values())
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [low, high] = [block[i]!, block[j]!]
        if (high.value.value > low.value.value * APART.tied) break
        if (disagree(low, high) && !tellsBoth(low, high, ofReport))
          pairs.set(`${low.key} ${high.key}`, [low, high])
      }
  return [...pairs.values()].sort((a, b) => byNumber(a[0], b[0]) || byNumber(a[1], b[1]))
}

/** Tellings are held against each other only where they share one of these keys: a word, and a report, month or day told. */
function heldAgainst(one: Told): string[] {
  const { earliest, latest } = one.out
  const out = earliest && latest ? stretchesOf({ earliest, latest }, SAME_DAY) : []
  const on = one.on?.earliest && one.on.latest ? stretchesOf(one.on as Period, SAME_DAY).slice(0, MOST) : []
  const times = [one.report, ...out.map((month) => `out ${month}`), ...on.map((month) => `on ${month}`)]
  const kind = kindOf(one.telling.value)
  return keysOf(one).flatMap((word) => times.map((time) => `${kind}|${word}|${time}`))
}

/** What is counted, and the deed: one of them must be told by both. */
const keysOf = ({ counted, telling }: Told): string[] => {
  const deed = kin(telling.deed)
  return [...counted, ...(deed === '' || LIGHT.has(deed) ? [] : [deed])]
}

function disagree(a: Told, b: Told): boolean {
  if (a.wish !== b.wish || a.telling.change !== b.telling.change || mayBeOne(a.value, b.value)) return false
  if (![...a.counted].some((word) => b.bag.has(word) || b.counted.has(word))) return false
  if (![...b.counted].some((word) => a.bag.has(word) || a.counted.has(word))) return false
  const tie = a.report === b.report ? tieWithin(a, b) : tieOf(a, b)
  if (tie === undefined) return false
  const [low, high] = [Math.min(a.value.value, b.value.value), Math.max(a.value.value, b.value.value)]
  return low > 0 && high <= low * APART[tie]
}

/** How surely two clauses tell of one thing at one time; undefined where they may not. */
function tieOf(a: Told, b: Told): keyof typeof APART | undefined {
  const shared = [...a.bag].filter((word) => b.bag.has(word))
  const fewer = Math.min(a.bag.size, b.bag.size)
  if (shared.length < 2 || shared.length * 2 < fewer) return undefined
  const names = shared.filter(isName)
  const [mine, theirs] = [a, b].map((one, at) =>
    [...one.names].filter((name) => ![b, a][at]!.names.has(name)),
  )
  if (mine!.length > 0 && theirs!.length > 0) return undefined
  if (!ofOneTime(a, b) || hasGrown(a, b)) return undefined
  const sameDay =
    a.on?.earliest !== undefined && a.on.earliest === b.on?.earliest && a.on.latest === b.on.latest
  if (isAhead(a) !== isAhead(b) && !sameDay) return undefined
  // Where nobody is named by both, the same deed on the same things must be told.
  if (names.length === 0 && shared.length < 3 && !sameDay) return undefined
  return names.length > 0 || sameDay ? 'tied' : 'loose'
}

/** Sentences of one report that stand so near may tell of one thing. */
const NEAR = 400

/** Two speakers of one report on one thing, told one right after the other: "11 died, residents said. The army said four died." */
function tieWithin(a: Told, b: Told): keyof typeof APART | undefined {
  const [mine, theirs] = [a.telling, b.telling]
  if (mine.by === '' || theirs.by === '' || mine.by === theirs.by) return undefined
  if (Math.abs(mine.start - theirs.start) > NEAR || kin(mine.deed) !== kin(theirs.deed)) return undefined
  const [fewer, more] = a.counted.size < b.counted.size ? [a, b] : [b, a]
  if ([...fewer.counted].some((word) => !more.counted.has(word))) return undefined
  const names = [a, b].map((one, at) => [...one.names].filter((name) => ![b, a][at]!.names.has(name)))
  if (names.every((own) => own.length > 0) || isAhead(a) !== isAhead(b)) return undefined
  return LIGHT.has(kin(mine.deed)) ? undefined : 'tied'
}

const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected', 'possible', 'conditional', 'hypothetical'])
const isAhead = ({ telling }: Told): boolean => AHEAD.has(telling.modality)

function ofOneTime(a: Told, b: Told): boolean {
  const between = apart(a.out, b.out)
  if (a.on?.earliest !== undefined && b.on?.earliest !== undefined)
    return a.on.earliest <= b.on.latest! && b.on.earliest <= a.on.latest! && (between ?? 0) <= SAME_DAY
  return between !== undefined && between <= TOGETHER
}

/** Days between two ranges; 0 where they meet, undefined where one is open. */
function apart(a: Days, b: Days): number | undefined {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return undefined
  return Math.max(0, daysBetween(a.latest, b.earliest), daysBetween(b.latest, a.earliest))
}

/** Of a count that goes on, the later report tells more. */
function hasGrown(a: Told, b: Told): boolean {
  if (kindOf(a.telling.value) !== 'count') return false
  const [low, high] = a.value.value < b.value.value ? [a, b] : [b, a]
  return low.out.latest !== undefined && high.out.earliest !== undefined && low.out.latest < high.out.earliest
}

/** To a teller of both numbers they are two things. */
function tellsBoth(a: Told, b: Told, ofReport: ReadonlyMap<string, readonly Told[]>): boolean {
  if (a.report === b.report) return false
  const has = (one: Told, other: Told) =>
    ofReport
      .get(one.report)!
      .some(
        (beside) =>
          (beside.telling.by === '' || beside.telling.by === one.telling.by) &&
          kindOf(beside.telling.value) === kindOf(other.telling.value) &&
          mayBeOne(beside.value, other.value),
      )
  return has(a, b) || has(b, a)
}

/** Whether two tellings' sentences stand in one dispute. */
function toldAlready(disputes: readonly Found[], entries: readonly Entry[]): (a: Told, b: Told) => boolean {
  const sentenceOf = new Map<string, string>()
  for (const { evidence } of entries)
    for (const { id, report, spans } of evidence) sentenceOf.set(id, `${report}|${spans[0]?.start}`)
  const holding = new Map<string, number[]>()
  disputes.forEach(({ readings }, at) => {
    for (const id of readings.flatMap(({ evidence }) => evidence))
      addTo(holding, sentenceOf.get(id) ?? '', at)
  })
  const of = ({ report, telling }: Told) => holding.get(`${report}|${telling.start}`) ?? []
  return (a, b) => of(a).some((at) => of(b).includes(at))
}

function disputeOf(group: readonly Told[], evidence: EvidenceOfSentence): Found | undefined {
  const readings = new Map<string, { value: string; evidence: string[]; entries: string[] }>()
  for (const { report, telling } of group) {
    const [best] = evidence(report, telling.start)
    if (!best) continue
    const value = showTold(telling)
    const reading = readings.get(value) ?? { value, evidence: [], entries: [] }
    reading.evidence.push(best.id)
    reading.entries.push(best.entry.id)
    readings.set(value, reading)
  }
  const all = [...readings.values()]
  if (all.length < 2) return undefined
  return {
    class: 'conflict',
    type: 'value',
    about: group[0]!.telling.label,
    entries: [...new Set(all.flatMap(({ entries }) => entries))].sort(),
    readings: all.map(({ value, evidence }) => ({ value, evidence: [...new Set(evidence)].sort() })),
    explanation: { text: 'Not explained by what was read.', restsOn: [] },
  }
}

const showTold = ({ value, label }: Telling): string => {
  const kind = kindOf(value)
  return kind === 'count' ? showValue({ ...value, unit: label }) : `${showValue(value)}: ${label}`
}
