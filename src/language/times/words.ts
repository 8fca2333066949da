// In: nothing. Out: the closed classes of English time words.
import type { TimeUnit } from '../doc.ts'

type Table<T> = ReadonlyMap<string, T>

/** Months 1–12; `SHORT` forms may carry a full stop. */
export const MONTHS: Table<number> = new Map(
  [
    'january jan',
    'february feb febuary',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Month words that are also other words: they count only as capitalised words beside a number, year or preposition. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'august',
  'jun',
  'jan',
  'dec',
  'sep',
])

/** Weekdays 1 Monday … 7 Sunday. */
export const WEEKDAYS: Table<number> = new Map(
  [
    'monday mon',
    'tuesday tue tues',
    'wednesday wed weds',
    'thursday thu thur thurs',
    'friday fri',
    'saturday',
    'sunday',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

export const ABBREVIATED_WEEKDAYS: ReadonlySet<string> = new Set([
  'mon',
  'tue',
  'tues',
  'wed',
  'weds',
  'thu',
  'thur',
  'thurs',
  'fri',
])

export const UNITS: Table<TimeUnit> = new Map(
  (
    [
      'second',
      'minute',
      'hour',
      'day',
      'week',
      'weekend',
      'month',
      'quarter',
      'year',
      'decade',
      'century',
    ] as const
  ).flatMap((unit) => [
    [unit, unit] as const,
    [unit === 'century' ? 'centuries' : `${unit}s`, unit] as const,
  ]),
)

export const SHORT_UNITS: Table<TimeUnit> = new Map<string, TimeUnit>([
  ['hrs', 'hour'],
  ['hr', 'hour'],
  ['mins', 'minute'],
  ['min', 'minute'],
  ['secs', 'second'],
  ['sec', 'second'],
  ['yrs', 'year'],
  ['yr', 'year'],
])

export const isPlural = (word: string): boolean => word.endsWith('s')

export const SEASONS: Table<string> = new Map([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['fall', 'FA'],
  ['autumn', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
])

export const DAY_PARTS: Table<string> = new Map([
  ['dawn', 'MO'],
  ['daybreak', 'MO'],
  ['sunrise', 'MO'],
  ['morning', 'MO'],
  ['midday', 'MI'],
  ['noon', '12:00'],
  ['noontime', '12:00'],
  ['lunchtime', 'MI'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['night', 'NI'],
  ['midnight', '24:00'],
  ['daytime', 'DT'],
])

/** Feasts with a fixed date: month, date. */
export const FIXED_FEASTS: Table<readonly [number, number]> = new Map<string, readonly [number, number]>([
  ["new year's day", [1, 1]],
  ["new year's eve", [12, 31]],
  ['new year', [1, 1]],
  ['epiphany', [1, 6]],
  ["valentine's day", [2, 14]],
  ["st. patrick's day", [3, 17]],
  ["april fools' day", [4, 1]],
  ["april fool's day", [4, 1]],
  ['may day', [5, 1]],
  ['juneteenth', [6, 19]],
  ['independence day', [7, 4]],
  ['bastille day', [7, 14]],
  ["all saints' day", [11, 1]],
  ['armistice day', [11, 11]],
  ['veterans day', [11, 11]],
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['christmas', [12, 25]],
  ['boxing day', [12, 26]],
  ['halloween', [10, 31]],
])

/** Feasts on the n-th weekday of a month: month, weekday, n (negative: from the end). */
export const MOVING_FEASTS: Table<readonly [number, number, number]> = new Map<
  string,
  readonly [number, number, number]
>([
  ['thanksgiving day', [11, 4, 4]],
  ['thanksgiving', [11, 4, 4]],
  ['labor day', [9, 1, 1]],
  ['memorial day', [5, 1, -1]],
  ['martin luther king day', [1, 1, 3]],
  ["presidents' day", [2, 1, 3]],
  ['columbus day', [10, 1, 2]],
])

/** All feasts by name. */
export const FEAST_NAMES: readonly string[] = [...FIXED_FEASTS.keys(), ...MOVING_FEASTS.keys()]

/** Time zones written behind a clock time. */
export const ZONES: ReadonlySet<string> = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'et',
  'cst',
  'cdt',
  'ct',
  'mst',
  'mdt',
  'pst',
  'pdt',
  'pt',
  'bst',
  'cet',
  'cest',
])

/** Words for past, present and future without a day. */
export const VAGUE: readonly (readonly [string, string])[] = [
  ['now', 'PRESENT_REF'],
  ['right now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['at present', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['these days', 'PRESENT_REF'],
  ['the present', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['more recently', 'PAST_REF'],
  ['most recently', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['the past', 'PAST_REF'],
  ['the recent past', 'PAST_REF'],
  ['the time', 'PAST_REF'],
  ['soon', 'FUTURE_REF'],
  ['as soon as possible', 'FUTURE_REF'],
  ['the future', 'FUTURE_REF'],
  ['a later date', 'FUTURE_REF'],
  ['the near future', 'FUTURE_REF'],
  ['the foreseeable future', 'FUTURE_REF'],
  ['near future', 'FUTURE_REF'],
  ['the near term', 'FUTURE_REF'],
  ['the coming months', 'FUTURE_REF'],
]

export const VAGUE_NAMES: readonly string[] = VAGUE.map(([name]) => name)
