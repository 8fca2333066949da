// In: placed readings. Out: their tellings with days resolved and like words as one; how surely two tell of one thing.
import {
  comparedUnit,
  type Days,
  daysBetween,
  isMoney,
  type Reading,
  type Telling,
  type Value,
} from '../../model/index.ts'
import { type Period, stretchesOf } from '../fate/told-on.ts'
import type { PlacedReading } from '../placing/placed.ts'
import { resolveDay } from '../placing/resolve.ts'
import { kinOf } from './measured.ts'

/** A telling of a report placed in time. */
export interface ToldValue {
  readonly key: string
  readonly report: string
  readonly telling: Telling
  /** Only values of one kind are held against each other: "%", points, a currency, days, a count, a rank, who, where. */
  readonly kind: string
  /** A number or rank; lengths of time in days. */
  readonly value: Value
  readonly counted: ReadonlySet<string>
  /** All its words, like words as one. */
  readonly bag: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Whom its report names most: what it is about. */
  readonly about: ReadonlySet<string>
  readonly out: Days
  /** The day or days that its clause names. */
  readonly on?: Days
  /** Set where it is what somebody asks for or offers. */
  readonly wish?: string
}

/** Reports out within so many days may tell one state of a thing. */
const TOGETHER = 2
/** Days between reports that name the same day. */
const SAME_DAY = 30
/** Words that say nothing of what is told. */
export const LIGHT: ReadonlySet<string> = new Set(
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
    'cut shed eliminate axe',
    'killed kill die slay',
    'injured injure wound',
    'agree reach strike',
    'truce ceasefire cease-fire armistice',
  ].flatMap((group) => {
    const words = group.split(' ')
    return words.map((word): [string, string] => [word, words[0]!])
  }),
)
/** The word that stands for all of its like. */
export const kin = (word: string): string =>
  ASKS.has(word) ? 'ask' : OFFERS.has(word) ? 'offer' : (KIN.get(word) ?? kinOf(word))

/** Whether a key is the id of a name; a good is what is told of, not who. */
export const isName = (key: string): boolean => isNamed(key) && !key.startsWith('good:')
const isNamed = (key: string): boolean => /[:\p{Lu}]/u.test(key)

/** Units of time as days, so that two weeks and ten days can be held against each other. */
const IN_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 }

/** Two tellings of one thing. */
export type ToldPair = readonly [ToldValue, ToldValue]

const NONE: Value = { value: 0, unit: '', bound: '=' }

/** The unit of a number, as far as it parts one kind from another. */
function kindOf({ unit }: Value): string {
  if (unit === '%' || unit === 'percentage point' || isMoney(unit)) return comparedUnit(unit)
  return unit in IN_DAYS ? 'day' : 'count'
}

/** Words that stand for a side: what is told of it, the other words say. */
const SIDES: ReadonlySet<string> = new Set(['country', 'government', 'nation', 'side'])

/** No sides of a matter. */
const NO_SIDE = /^(?:outlet|office|phrase|good|place):/

/** Whom a report names at least a third as often as any other, people as those they are of. */
function namedMost({ mentions }: Pick<Reading, 'mentions'>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { id, of, count } of mentions) {
    const side = of ?? id
    if (!NO_SIDE.test(side)) counts.set(side, (counts.get(side) ?? 0) + count)
  }
  const most = Math.max(0, ...counts.values())
  return new Set([...counts].flatMap(([side, count]) => (count * 3 >= most ? [side] : [])))
}

/** The tellings of one report, those denied left out. */
export function toldIn({ reading, published }: PlacedReading): ToldValue[] {
  const about = namedMost(reading)
  return (reading.tellings ?? []).flatMap((telling, at): ToldValue[] => {
    if (telling.polarity === 'denied') return []
    const counted = new Set(
      telling.counted.map(kin).filter((word) => !isName(word) && !SIDES.has(word) && word !== 'point'),
    )
    const rest = [...telling.words, ...telling.counted, telling.deed].map(kin)
    const bag = new Set(rest.filter((word) => word !== '' && !LIGHT.has(word)))
    const days = telling.days.flatMap((day) => resolveDay(day, published)?.days ?? [])
    const [on] = days
    const wish = rest.find((word) => word === 'ask' || word === 'offer')
    const { value = NONE } = telling
    return [
      {
        key: `${reading.report.id}|${at}`,
        report: reading.report.id,
        telling,
        kind: telling.slot === 'number' ? kindOf(value) : telling.slot,
        value: { ...value, value: value.value * (IN_DAYS[value.unit] ?? 1), unit: '' },
        counted,
        bag,
        names: new Set([...bag].filter(telling.slot === 'number' ? isName : isNamed)),
        about,
        out: published,
        ...(on ? { on } : {}),
        ...(wish ? { wish } : {}),
      },
    ]
  })
}

const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected', 'possible', 'conditional', 'hypothetical'])
/** Whether it is still to come. */
export const isAhead = ({ telling }: ToldValue): boolean => AHEAD.has(telling.modality)

/** Months of a longer time that are looked at, the first ones. */
const MOST = 60

/**
 * Keys of which two tellings share one where they may be of one time: their report, when it was out, the days they name.
 * `reach`: days between reports within which two are of one time.
 */
export function timeKeys({ report, on, out }: ToldValue, reach: number = SAME_DAY): string[] {
  const { earliest, latest } = out
  const told = earliest && latest ? stretchesOf({ earliest, latest }, reach) : []
  const named = on?.earliest && on.latest ? stretchesOf(on as Period, SAME_DAY).slice(0, MOST) : []
  return [report, ...told.map((one) => `out ${one}`), ...named.map((one) => `on ${one}`)]
}

/** Whether the days that two name overlap; else whether their reports were out together. */
export function ofOneTime(a: ToldValue, b: ToldValue): boolean {
  const between = apart(a.out, b.out)
  if (a.on?.earliest !== undefined && b.on?.earliest !== undefined)
    return a.on.earliest <= b.on.latest! && b.on.earliest <= a.on.latest! && (between ?? 0) <= SAME_DAY
  return between !== undefined && between <= TOGETHER
}

/** Days between two ranges; 0 where they meet, undefined where one is open. */
export function apart(a: Days, b: Days): number | undefined {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return undefined
  return Math.max(0, daysBetween(a.latest, b.earliest), daysBetween(b.latest, a.earliest))
}

/** Whether each names somebody whom the other does not. */
export function namesApart(a: ToldValue, b: ToldValue): boolean {
  const own = (one: ToldValue, other: ToldValue) => [...one.names].some((name) => !other.names.has(name))
  return own(a, b) && own(b, a)
}

/** Whether both name the very same days. */
export const onOneDay = (a: ToldValue, b: ToldValue): boolean =>
  a.on?.earliest !== undefined && a.on.earliest === b.on?.earliest && a.on.latest === b.on.latest
