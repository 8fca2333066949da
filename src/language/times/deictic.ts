// In: atoms. Out: times told from where we stand: "yesterday", "last month", "the past two years", "that week", "now".
import type { Anchor, RelativeTime, TimeType, TimeUnit } from '../doc.ts'
import { readWhole } from '../quantities/numerals.ts'
import { type Atoms, wordAt } from './atoms.ts'
import { readMonth, readWeekday } from './calendar.ts'
import { durationValue, readUnit, shiftBy } from './durations.ts'
import type { Found, TimeRule } from './found.ts'
import { DAY_PARTS, isPlural, SEASONS, UNITS, VAGUE } from './words.ts'

const SINGLE: ReadonlyMap<string, { type: TimeType; relative: RelativeTime }> = new Map([
  ['today', { type: 'DATE', relative: { kind: 'shift', unit: 'day', count: 0, grain: 'day' } }],
  ['yesterday', { type: 'DATE', relative: { kind: 'shift', unit: 'day', count: -1, grain: 'day' } }],
  ['tomorrow', { type: 'DATE', relative: { kind: 'shift', unit: 'day', count: 1, grain: 'day' } }],
  ['tonight', { type: 'TIME', relative: { kind: 'clock', days: 0, clock: 'TNI' } }],
  ['overnight', { type: 'TIME', relative: { kind: 'clock', days: 0, clock: 'TNI' } }],
] as const)

const single: TimeRule = (c, i) => {
  const meaning = SINGLE.get(wordAt(c.atoms, i))
  return meaning && { first: i, next: i + 1, ...meaning, anchor: 'published' }
}

/** How a word before a unit moves it: units added, and what it counts from. */
const MOVES: ReadonlyMap<string, readonly [number, Anchor]> = new Map<string, readonly [number, Anchor]>([
  ['last', [-1, 'published']],
  ['past', [-1, 'published']],
  ['next', [1, 'published']],
  ['coming', [1, 'published']],
  ['upcoming', [1, 'published']],
  ['this', [0, 'published']],
  ['current', [0, 'published']],
  ['latest', [0, 'published']],
  ['previous', [-1, 'previous']],
  ['preceding', [-1, 'previous']],
  ['prior', [-1, 'previous']],
  ['following', [1, 'previous']],
  ['ensuing', [1, 'previous']],
  ['that', [0, 'previous']],
  ['same', [0, 'previous']],
])

const FILLERS: ReadonlySet<string> = new Set([
  'very',
  'fiscal',
  'calendar',
  'full',
  'entire',
  'whole',
  'same',
  'past',
  'coming',
  'current',
  'trading',
  'business',
  'academic',
  'school',
])

/** A determiner before "last", "next" …: "the", "this past", "that same", "its". */
function pastDeterminer(a: Atoms, i: number): number {
  const word = wordAt(a, i)
  return word === 'the' || word === 'these' || word === 'those' ? i + 1 : i
}

/** "last", "this past", "that very same": the strongest move, and where it ends. */
function readMove(
  a: Atoms,
  i: number,
): { next: number; word: string; count: number; anchor: Anchor } | undefined {
  const word = wordAt(a, i)
  const move = MOVES.get(word)
  if (!move) return undefined
  let j = i + 1
  let chosen: readonly [string, number, Anchor] = [word, move[0], move[1]]
  for (let n = 0; n < 2 && FILLERS.has(wordAt(a, j)); n++, j++) {
    const second = MOVES.get(wordAt(a, j))
    if (second && word === 'this') chosen = [wordAt(a, j), second[0], second[1]]
  }
  return { next: j, word: chosen[0], count: chosen[1], anchor: chosen[2] }
}

const AMOUNT_MOVES: ReadonlySet<string> = new Set([
  'last',
  'past',
  'next',
  'coming',
  'previous',
  'preceding',
  'following',
  'recent',
  'first',
  'latest',
  'prior',
  'final',
  'ensuing',
  'intervening',
])

/** "the past two years", "the next few weeks", "recent days", "the first nine months". */
const movedAmount: TimeRule = (c, i) => {
  const a = c.atoms
  let j = pastDeterminer(a, i)
  if (wordAt(a, j) === 'this') j++
  const word = wordAt(a, j)
  if (!AMOUNT_MOVES.has(word)) return undefined
  let at = j + 1
  let count: number | undefined
  let vague = false
  let approximate = false
  const numeral = readWhole(a, at)
  if (numeral) {
    count = numeral.value
    at = wordAt(a, numeral.next) === '-' ? numeral.next + 1 : numeral.next
    if (wordAt(a, at) === 'or' || wordAt(a, at) === 'to') {
      const second = readWhole(a, at + 1)
      if (second && readUnit(a, second.next)) at = second.next
    }
  } else if (wordAt(a, at) === 'couple') {
    count = 2
    approximate = true
    at += wordAt(a, at + 1) === 'of' ? 2 : 1
  } else if (wordAt(a, at) === 'few' || wordAt(a, at) === 'several' || wordAt(a, at) === 'many') {
    vague = true
    at++
  }
  while (FILLERS.has(wordAt(a, at)) && at < j + 6) at++
  const unit = readUnit(a, at)
  if (!unit) return undefined
  if (count === undefined && !vague && !unit.plural) return undefined
  if (count === undefined && word === 'first') return undefined
  const value = durationValue(count, unit.unit)
  const direction =
    word === 'next' || word === 'coming' || word === 'following' || word === 'ensuing' ? 1 : -1
  const next = unit.next
  if (
    count === undefined &&
    (word === 'recent' || word === 'past') &&
    !vague &&
    unit.unit !== 'day' &&
    word === 'past'
  ) {
    return { first: i, next, type: 'DATE', value: 'PAST_REF' }
  }
  const base: Found = { first: i, next, type: 'DURATION', value, ...(approximate && { mod: 'APPROX' }) }
  if (count === undefined || word === 'first' || word === 'final' || word === 'intervening') return base
  const anchor: Anchor =
    word === 'previous' || word === 'preceding' || word === 'following' ? 'previous' : 'published'
  return { ...base, relative: { kind: 'extent', unit: unit.unit, count, direction }, anchor }
}

/** The quarter a business report is about. */
const LAST_QUARTER: RelativeTime = { kind: 'season', season: 'Q', direction: -1 }

/** Value of a moved unit; "last decade" −10 years to the decade. */
/** Of what is told as past on a weekday the weekend before it, on a weekend that one. */
const LAST_WEEKEND: RelativeTime = { kind: 'shift', unit: 'day', count: -5, grain: 'week', part: 'WE' }

function movedUnit(unit: TimeUnit, count: number): RelativeTime {
  if (unit === 'weekend') return { kind: 'shift', unit: 'week', count, grain: 'week', part: 'WE' }
  if (unit === 'decade' || unit === 'century') return { kind: 'shift', unit, count, grain: unit }
  return shiftBy(count, unit)
}

/** "last month", "this week", "next year", "the following day", "that same year", "the current fiscal year". */
const movedUnitRule: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the'
  const j = the ? i + 1 : i
  const move = readMove(a, j)
  if (!move) return undefined
  const k = move.next
  const word = wordAt(a, k)
  const unit = UNITS.get(word)
  // "the next day", "the next year": told from the time before.
  const anchor: Anchor = the && (move.word === 'next' || move.word === 'same') ? 'previous' : move.anchor
  if (unit && !isPlural(word) && unit !== 'second' && unit !== 'minute') {
    if (move.word === 'that' && wordAt(a, i - 1) === 'so') return undefined
    if (
      move.word === 'past' &&
      (unit === 'year' ||
        unit === 'decade' ||
        unit === 'century' ||
        unit === 'day' ||
        unit === 'week' ||
        unit === 'month' ||
        unit === 'hour')
    ) {
      const direction = -1
      return {
        first: i,
        next: k + 1,
        type: 'DURATION',
        value: durationValue(1, unit),
        relative: { kind: 'extent', unit, count: 1, direction },
        anchor: 'published',
      }
    }
    // "the last week of August": as long as that, not the week before ours.
    if (wordAt(a, k + 1) === 'of' && move.count < 0 && unit !== 'quarter') {
      return { first: i, next: k + 1, type: 'DURATION', value: durationValue(1, unit) }
    }
    if (unit === 'hour') {
      return { first: i, next: k + 1, type: 'DURATION', value: 'PT1H' }
    }
    if (unit === 'quarter' && (move.word === 'latest' || move.word === 'this')) {
      return { first: i, next: k + 1, type: 'DATE', relative: LAST_QUARTER, anchor }
    }
    const isPastWeekend = unit === 'weekend' && move.word === 'this' && c.direction(i) < 0
    const relative = isPastWeekend ? LAST_WEEKEND : movedUnit(unit, move.count)
    return { first: i, next: k + 1, type: 'DATE', relative, anchor }
  }
  if (word === 'period' && move.word === 'latest') {
    return { first: i, next: k + 1, type: 'DATE', relative: { kind: 'like', years: 0 }, anchor }
  }
  const season = SEASONS.get(word)
  if (season && !(word === 'fall' && c.tag(k).startsWith('VB'))) {
    const direction = move.count < 0 ? -1 : move.count > 0 ? 1 : 0
    return {
      first: i,
      next: k + 1,
      type: 'DATE',
      relative: { kind: 'season', season, direction, said: true },
      anchor,
    }
  }
  const part = DAY_PARTS.get(word)
  if (part && move.word !== 'current' && move.word !== 'latest') {
    const days = move.word === 'last' && word !== 'night' ? -1 : move.count
    return {
      first: i,
      next: k + 1,
      type: 'TIME',
      relative: { kind: 'clock', days, clock: `T${part}` },
      anchor,
    }
  }
  // "Open past Friday", "funded past 11 December": beyond that day; the one gone by is "this past Friday".
  const isBeyond = !the && wordAt(a, i) === 'past'
  const weekday = readWeekday(a, k)
  if (weekday && isBeyond) return undefined
  if (weekday) {
    const moved = move.count < 0 ? -1 : 1
    const relative: RelativeTime =
      move.count === 0
        ? {
            kind: 'weekday',
            day: weekday.day,
            direction: move.word === 'this' && c.direction(k) >= 0 ? 1 : -1,
          }
        : { kind: 'weekday', day: weekday.day, direction: moved, said: true }
    return { first: i, next: weekday.next, type: 'DATE', relative, anchor }
  }
  const month = readMonth(a, k)
  if (month) {
    const date = a.number[month.next] ?? Number.NaN
    const dated = date >= 1 && date <= 31 && wordAt(a, month.next).length <= 2
    if (dated && isBeyond) return undefined
    const relative: RelativeTime = {
      kind: 'month',
      month: month.month,
      ...(dated && { date }),
      direction: move.count < 0 ? -1 : move.count > 0 ? 1 : 0,
      said: true,
    }
    return { first: i, next: dated ? month.next + 1 : month.next, type: 'DATE', relative, anchor }
  }
  return undefined
}

const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'this',
  'that',
])

/** "the day before", "the day after", "the week before": told from the time before. */
const theUnitBefore: TimeRule = (c, i) => {
  const a = c.atoms
  if (wordAt(a, i) !== 'the') return undefined
  const unit = UNITS.get(wordAt(a, i + 1))
  const word = wordAt(a, i + 2)
  if (!unit || isPlural(wordAt(a, i + 1)) || (word !== 'before' && word !== 'after' && word !== 'earlier'))
    return undefined
  const before = word !== 'after'
  const next = wordAt(a, i + 3)
  if (next === 'yesterday' || next === 'tomorrow') {
    const count = before ? -2 : 2
    return { first: i, next: i + 4, type: 'DATE', relative: shiftBy(count, 'day'), anchor: 'published' }
  }
  // "the day before the vote": counted from the event.
  if (!/^[.,;:)]?$/.test(next) && next !== 'and') {
    if (word === 'earlier' || !DETERMINERS.has(next)) return undefined
    return {
      first: i,
      next: i + 2,
      type: 'DATE',
      relative: movedUnit(unit, before ? -1 : 1),
      anchor: 'event',
    }
  }
  return {
    first: i,
    next: i + 3,
    type: 'DATE',
    relative: movedUnit(unit, before ? -1 : 1),
    anchor: 'previous',
  }
}

/** "the weekend", "the quarter", "the year", "the month", "the week": the one we are in. */
const theUnit: TimeRule = (c, i) => {
  const a = c.atoms
  if (wordAt(a, i) !== 'the') return undefined
  const filler = FILLERS.has(wordAt(a, i + 1)) && wordAt(a, i + 1) !== 'same' ? 1 : 0
  const unit = UNITS.get(wordAt(a, i + 1 + filler))
  if (unit === 'weekend') {
    const relative = c.direction(i) <= 0 ? LAST_WEEKEND : movedUnit(unit, 0)
    return { first: i, next: i + 2, type: 'DATE', relative, anchor: 'published' }
  }
  if (isPlural(wordAt(a, i + 1 + filler))) return undefined
  if (unit === 'year' || unit === 'quarter' || unit === 'month' || unit === 'week') {
    const behind = wordAt(a, i + 2 + filler)
    if (behind === 'of' || behind === '-') return undefined
    if (unit === 'quarter') {
      return { first: i, next: i + 2 + filler, type: 'DATE', relative: LAST_QUARTER, anchor: 'previous' }
    }
    if (unit === 'year' && (behind === 'ended' || behind === 'ending')) {
      return { first: i, next: i + 2 + filler, type: 'DURATION', value: 'P1Y' }
    }
    const relative = shiftBy(0, unit)
    return { first: i, next: i + 2 + filler, type: 'DATE', relative, anchor: 'published' }
  }
  return undefined
}

interface Branch {
  value?: string
  readonly next: Map<string, Branch>
}
const VAGUE_TREE: Branch = { next: new Map() }
for (const [phrase, value] of VAGUE) {
  let branch = VAGUE_TREE
  for (const word of phrase.split(' ')) {
    let next = branch.next.get(word)
    if (!next) branch.next.set(word, (next = { next: new Map() }))
    branch = next
  }
  branch.value = value
}

/** "now", "currently", "recent", "the future": no day, only past, present or future. */
export const vagueTime: TimeRule = (c, i) => {
  let branch: Branch | undefined = VAGUE_TREE
  let found: Found | undefined
  for (let j = i; (branch = branch.next.get(wordAt(c.atoms, j))); j++) {
    if (branch.value) found = { first: i, next: j + 1, type: 'DATE', value: branch.value }
  }
  if (!found) return undefined
  const word = wordAt(c.atoms, i)
  const behind = wordAt(c.atoms, found.next)
  if (word === 'now' && behind === 'that') return undefined
  if (word === 'soon' && c.direction(i) < 0) return undefined
  if (word === 'soon' && (behind === 'after' || wordAt(c.atoms, i - 1) === 'as')) return undefined
  if (word === 'the' && wordAt(c.atoms, i + 1) === 'time') return undefined
  return found
}

export const deicticRules: readonly TimeRule[] = [single, movedAmount, movedUnitRule, theUnitBefore, theUnit]
