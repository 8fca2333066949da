// In: a draft with tokens and times. Out: its quantities in order of the text.
import type { Quantity } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { type Atoms, atomsOf, glued, numberAt, wordAt } from '../times/atoms.ts'
import { nameAt } from '../times/named.ts'
import { UNITS } from '../times/words.ts'
import { boundOf } from './bounds.ts'
import { changeOf, directionOf } from './change.ts'
import { countedNoun, isFunctionWord } from './counted.ts'
import { CURRENCY_FIRST, readCurrencyAfter, readCurrencyBefore } from './currencies.ts'
import { readMeasure, readPer } from './measures.ts'
import { NUMBER_WORDS, type Numeral, readNumeral } from './numerals.ts'

/** A quantity over the atoms `[first, next)` before bound and change are looked for. */
interface Amount {
  readonly first: number
  readonly next: number
  readonly value: number
  readonly high?: number
  readonly unit: string
  readonly scale: number
  /** True for "thousands of": more than the value. */
  readonly more?: true
  /** Token of the counted noun, where the unit is one. */
  readonly noun?: number
}

/** Words that make the number behind them a name: "Section 301", "No. 5", "page 12". */
const LABELS: ReadonlySet<string> = new Set(
  (
    'section article chapter page pages exit room flight title grade phase route highway figure table item rule act annex ' +
    'schedule part paragraph clause number no no. nos # tier channel line version volume vol class boeing airbus order ' +
    'resolution proclamation heading headings subheading executive street apartment box zip tel phone fax group g'
  ).split(' '),
)

/** Runs of three or more numbers with hyphens or slashes between are numbers of something, not amounts. */
function isCode(a: Atoms, i: number): boolean {
  let parts = 1
  if (wordAt(a, i + 1) === '.' && glued(a, i + 1) && glued(a, i + 2) && !Number.isNaN(numberAt(a, i + 2)))
    return true
  for (
    let j = i + 1;
    j < i + 8 && glued(a, j) && (wordAt(a, j) === '-' || wordAt(a, j) === '/' || wordAt(a, j) === '.');
    j += 2
  ) {
    if (Number.isNaN(numberAt(a, j + 1)) || !glued(a, j + 1)) break
    parts++
  }
  if (parts === 2 && wordAt(a, i + 1) === '-' && a.word[i]!.length === 3 && a.word[i + 2]!.length === 4)
    return true
  return parts > 2 || isScore(a, i)
}

/** "6-4", "50-50": a score or odds, falling or even, with no unit. */
function isScore(a: Atoms, i: number): boolean {
  if (wordAt(a, i + 1) !== '-' || !glued(a, i + 1) || !glued(a, i + 2)) return false
  const [left, right] = [numberAt(a, i), numberAt(a, i + 2)]
  return left >= right && left < 200 && !/^(%|percent|per)$/.test(wordAt(a, i + 3))
}

/** True where the digits at `i` hang on letters before them ("scp-173", "F16", "COVID-19", "single - b - 1"). */
function hangsOnLetters(a: Atoms, i: number): boolean {
  // "one-on-one"
  if (Number.isNaN(numberAt(a, i)))
    return wordAt(a, i - 1) === '-' && glued(a, i) && glued(a, i - 1) && /[a-z]$/.test(wordAt(a, i - 2))
  if (wordAt(a, i - 1) === '-' && /^[a-z]$/.test(wordAt(a, i - 2)) && wordAt(a, i - 3) === '-') return true
  // "f - 16", "mig - 29"
  if (
    wordAt(a, i - 1) === '-' &&
    !glued(a, i) &&
    /^[a-z]{1,3}$/.test(wordAt(a, i - 2)) &&
    !isFunctionWord(wordAt(a, i - 2))
  ) {
    return true
  }
  if (!glued(a, i)) return false
  if (wordAt(a, i - 1) === '.' && /^\d+$/.test(wordAt(a, i - 2))) return true
  const before = wordAt(a, i - 1)
  if (before === '-') return glued(a, i - 1) && /[a-z0-9]$/.test(wordAt(a, i - 2))
  return /^[a-zµμ]+$/.test(before)
}

/** True where the word before is a name or label of which the number is a part ("Windows 95", "exit 436"). */
function isLabelled(draft: Draft, a: Atoms, i: number): boolean {
  const before = wordAt(a, i - 1)
  if (LABELS.has(before)) return true
  if (before === '.' && /^(no|nos|c|sec|art)$/.test(wordAt(a, i - 2))) return true
  if (!/^[a-z]/.test(before) || a.capital[i - 1] !== 1 || Number.isNaN(numberAt(a, i))) return false
  const t = a.token[i - 1]!
  const first = draft.sents[draft.tokens.sent[t]!]?.first === t
  const tag = draft.tokens.tag[t]!
  return !first && (tag === '' || tag.startsWith('NNP'))
}

/** Sign and place of a negative number: a hyphen glued to the digits with nothing before it. */
function isNegative(a: Atoms, i: number): boolean {
  if (wordAt(a, i - 1) !== '-' || !glued(a, i) || Number.isNaN(numberAt(a, i))) return false
  return !glued(a, i - 1) && Number.isNaN(numberAt(a, i - 2))
}

const ENDS_COMPOUND: ReadonlySet<string> = new Set(['', '.', ',', ';', ')', '?', '!'])

/** "three dollars and forty-five cents", "15 dollars 50", "one kuai five mao": what is behind the whole units. */
function readHundredths(a: Atoms, i: number): { next: number; value: number } | undefined {
  const and = wordAt(a, i) === 'and' ? i + 1 : i
  const numeral = readNumeral(a, and)
  if (!numeral || !Number.isInteger(numeral.value) || numeral.value >= 100 || numeral.value < 1)
    return undefined
  const word = wordAt(a, numeral.next)
  const part = SUBUNITS.get(word)
  if (part !== undefined) {
    const more = part === 0.1 ? readHundredths(a, numeral.next + 1) : undefined
    return { next: more?.next ?? numeral.next + 1, value: numeral.value * part + (more?.value ?? 0) }
  }
  if (!ENDS_COMPOUND.has(word) || (!numeral.words && wordAt(a, and).length !== 2)) return undefined
  return { next: numeral.next, value: numeral.value / 100 }
}

const SUBUNITS: ReadonlyMap<string, number> = new Map([
  ['cent', 0.01],
  ['cents', 0.01],
  ['penny', 0.01],
  ['pence', 0.01],
  ['paise', 0.01],
  ['kopecks', 0.01],
  ['centavos', 0.01],
  ['fen', 0.01],
  ['mao', 0.1],
  ['jiao', 0.1],
])

const WHOLE_MONEY: ReadonlySet<string> = new Set('USD EUR GBP CAD AUD NZD HKD SGD CNY INR RUB MXN'.split(' '))

/** Money: a currency before or behind the number. */
function readMoney(a: Atoms, i: number): Amount | undefined {
  const before = readCurrencyBefore(a, i)
  const numeral = readNumeral(a, before ? before.next : i)
  if (!numeral) return undefined
  if (before) {
    const scaled = before.factor ?? 1
    const behind = readCurrencyAfter(a, numeral.next)
    const next = behind && (behind.unit === before.unit || wordAt(a, i) === '$') ? behind.next : numeral.next
    const unit = behind && before.unit === 'USD' && next > numeral.next ? behind.unit : before.unit
    const small = next === numeral.next && wordAt(a, next) === 'and' ? readHundredths(a, next) : undefined
    const whole = times(numeral.value, scaled)
    if (small && WHOLE_MONEY.has(unit) && Number.isInteger(whole)) {
      return { first: i, next: small.next, value: whole + small.value, unit, scale: 1 }
    }
    return { first: i, next, value: whole, unit, scale: numeral.scale }
  }
  const behind = readCurrencyAfter(a, numeral.next)
  if (!behind) return undefined
  if (behind.needsNumber && numeral.words && numeral.value === 1) return undefined
  const small =
    WHOLE_MONEY.has(behind.unit) && Number.isInteger(numeral.value)
      ? readHundredths(a, behind.next)
      : undefined
  return {
    first: i,
    next: small ? small.next : behind.next,
    value: Number((times(numeral.value, behind.factor ?? 1) + (small ? small.value : 0)).toPrecision(12)),
    unit: behind.unit,
    scale: numeral.scale,
  }
}

const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(12))

/** A number with a unit of measure, a counted noun, or nothing. */
function readPlain(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const crowd = readCrowd(draft, a, i)
  if (crowd) return crowd
  const numeral = readNumeral(a, i)
  if (!numeral) return undefined
  const base = { first: i, value: numeral.value, scale: numeral.scale }
  const age = readAge(draft, a, i, numeral)
  if (age) return { ...base, ...age }
  const measure = readMeasure(a, numeral)
  if (measure) return { ...base, next: measure.next, unit: measure.unit }
  return readCount(draft, a, i, numeral)
}

const CROWDS: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/** "dozens of homes", "hundreds of thousands of jobs": more than one of the scale. */
function readCrowd(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const first = CROWDS.get(wordAt(a, i))
  if (first === undefined || wordAt(a, i + 1) !== 'of') return undefined
  const second = wordAt(a, i + 3) === 'of' ? CROWDS.get(wordAt(a, i + 2)) : undefined
  const next = second === undefined ? i + 1 : i + 3
  const value = first * (second ?? 1)
  const money = readCurrencyAfter(a, next + 1)
  if (money) return { first: i, next: money.next, value, unit: money.unit, scale: 1, more: true }
  const noun = countedNoun(draft, a.token[next]!, nextTime(draft, a.token[next]!))
  if (!noun || (wordAt(a, i) === 'tens' && second === undefined)) return undefined
  return { first: i, next, value, unit: noun.lemma, scale: 1, noun: noun.token, more: true }
}

/** "Anna Smith, 58, the mayor": an age between commas behind a name. */
function isAppositiveAge(draft: Draft, a: Atoms, i: number, numeral: Numeral): boolean {
  if (wordAt(a, i - 1) !== ',' || wordAt(a, numeral.next) !== ',' || numeral.next !== i + 1) return false
  if (!Number.isInteger(numeral.value) || numeral.value < 10 || numeral.value > 110) return false
  const tag = draft.tokens.tag[a.token[i - 2] ?? -1]
  return tag === 'NNP' || (tag === '' && a.capital[i - 2] === 1)
}

const AGE_WORDS: ReadonlySet<string> = new Set(['old', 'olds', 'older', 'younger'])

/** "five years old", "three months of age", "a 61-year-old", "aged 87", "87 yo". */
function readAge(
  draft: Draft,
  a: Atoms,
  i: number,
  numeral: Numeral,
): { next: number; unit: string } | undefined {
  const j = wordAt(a, numeral.next) === '-' ? numeral.next + 1 : numeral.next
  const word = wordAt(a, j)
  if (word === 'y' && wordAt(a, j + 1) === '.' && wordAt(a, j + 2) === 'o')
    return { next: j + 3, unit: 'year of age' }
  if (word === 'yo' || (word === 'y' && wordAt(a, j + 1) === '/' && wordAt(a, j + 2) === 'o')) {
    return { next: word === 'yo' ? j + 1 : j + 3, unit: 'year of age' }
  }
  const unit = UNITS.get(word)
  if (unit) {
    const k = wordAt(a, j + 1) === '-' ? j + 2 : j + 1
    if (AGE_WORDS.has(wordAt(a, k))) return { next: k + 1, unit: `${unit} of age` }
    if (wordAt(a, k) === 'of' && wordAt(a, k + 1) === 'age') return { next: k + 2, unit: `${unit} of age` }
    return undefined
  }
  const before = wordAt(a, i - 1)
  if (isAppositiveAge(draft, a, i, numeral)) return { next: numeral.next, unit: 'year of age' }
  const ofAge = before === 'of' && (wordAt(a, i - 2) === 'age' || wordAt(a, i - 2) === 'ages')
  if (ofAge || before === 'aged' || before === 'ages' || (before === 'age' && !/^(of|group)$/.test(word))) {
    return numeral.value > 0 && numeral.value < 130 ? { next: numeral.next, unit: 'year of age' } : undefined
  }
  return undefined
}

const NOT_ONE_BEFORE: ReadonlySet<string> = new Set('no any every each this the another some at'.split(' '))
const NOT_ONE_BEHIND: ReadonlySet<string> = new Set(
  "another thing way hand 's ' can could should may might is was".split(' '),
)

/** "no one", "one another", "one's", "at one point": no count. */
const isPronoun = (a: Atoms, i: number, behind: string): boolean =>
  NOT_ONE_BEFORE.has(wordAt(a, i - 1)) || NOT_ONE_BEHIND.has(behind)

/** True for a singular noun behind a hyphen with spaces: "12 - step", not "rose to 5 - analysts said". */
const isJoined = (a: Atoms, i: number): boolean =>
  /^[a-z]{3,}$/.test(wordAt(a, i)) && !isFunctionWord(wordAt(a, i)) && !/[^s]s$/.test(wordAt(a, i))

/** First token of the time expression next behind a token, eight tokens ahead at most. */
function nextTime(draft: Draft, token: number): number {
  let low = 0
  let high = draft.times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (draft.times[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return draft.times[low]?.first ?? draft.tokens.count
}

const BARE_STOPS: ReadonlySet<string> = new Set(['th', 'st', 'nd', 'rd', ':'])

/** A counted noun, or a bare number where nothing says it is a name, a year or a date. */
function readCount(draft: Draft, a: Atoms, i: number, numeral: Numeral): Amount | undefined {
  const { next, value } = numeral
  const behind = wordAt(a, next)
  if (
    glued(a, next) &&
    (BARE_STOPS.has(behind) || (/^[a-z]/.test(behind) && !numeral.words) || behind === '/')
  )
    return undefined
  if (isCode(a, i)) return undefined
  if (numeral.fraction && numeral.words && behind !== 'of') return undefined
  const times = behind === 'times' ? next + 1 : next
  if (times > next) return { first: i, next: times, value, unit: '', scale: numeral.scale }
  const hyphen = behind === '-' && ((glued(a, next) && glued(a, next + 1)) || isJoined(a, next + 1))
  const at = hyphen ? next + 1 : next
  const token = a.token[at]
  const noun =
    token === undefined || at >= a.count ? undefined : countedNoun(draft, token, nextTime(draft, token))
  const isOne = value === 1 && numeral.words
  if (isOne && isPronoun(a, i, behind)) return undefined
  if (isLabelled(draft, a, i) && !(noun?.plural && !LABELS.has(wordAt(a, i - 1)))) return undefined
  const article = wordAt(a, i) === 'a' && !numeral.fraction
  if (noun?.proper && !isOne) return undefined
  if (noun && (noun.plural || isOne || hyphen || numeral.scale > 1)) {
    return {
      first: i,
      next: noun.close ? Math.max(lastAtom(a, noun.token, at), next) : next,
      value,
      unit: noun.lemma,
      scale: numeral.scale,
      noun: noun.token,
    }
  }
  if (isOne || article) return undefined
  // "the 486 chip", "a 747 jet": a name of something single.
  if (noun && !noun.plural && (value >= 100 || DETERMINERS.has(wordAt(a, i - 1)))) return undefined
  if (!isBareAmount(draft, a, i, numeral)) return undefined
  return { first: i, next, value, unit: '', scale: numeral.scale }
}

/** The atom behind the last one of a token, from `from` on. */
function lastAtom(a: Atoms, token: number, from: number): number {
  let k = from
  while (k < a.count && a.token[k]! <= token) k++
  return k
}

const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'these',
  'those',
  'his',
  'her',
  'their',
  'its',
  'both',
  'all',
])

/** True where a noun stands right before a number, which makes it part of a name ("highway 35", "windows 95"). */
function followsNoun(draft: Draft, a: Atoms, i: number): boolean {
  const word = wordAt(a, i - 1)
  if (word === 'top' || word === 'big') return true
  if (!/^[a-z]{3,}$/.test(word) || directionOf(word) || word === 'minus' || word === 'negative') return false
  const tag = draft.tokens.tag[a.token[i - 1]!]!
  if (tag !== '') return tag.startsWith('NN')
  return !isFunctionWord(word) && !/(ed|ly|ing)$/.test(word)
}

/** Words before a bare number that say it measures something ("closed at 37 3/4", "about 500", "minus 5"). */
const LICENSED: ReadonlySet<string> = new Set(
  (
    'at to of from by off is was are were than about around nearly almost over under between least most total totals ' +
    'reached hit only some minus negative equals exceed exceeds exceeding up down'
  ).split(' '),
)

/** A number alone counts as an amount unless it looks like a year, a list mark or "the two". */
function isBareAmount(draft: Draft, a: Atoms, i: number, numeral: Numeral): boolean {
  const { value, next } = numeral
  const word = wordAt(a, i)
  const before = wordAt(a, i - 1)
  if (
    !numeral.words &&
    numeral.scale === 1 &&
    word.length === 4 &&
    next === i + 1 &&
    value >= 1500 &&
    value < 2100
  )
    return false
  if (DETERMINERS.has(before)) return false
  if (
    !LICENSED.has(before) &&
    !directionOf(before) &&
    !/^(is|are|was|were)$/.test(wordAt(a, next)) &&
    numeral.scale === 1
  )
    return false
  // Numbers in a row are a table or a code.
  if (!Number.isNaN(numberAt(a, i - 1)) || !Number.isNaN(numberAt(a, next))) return false
  if (!Number.isNaN(numberAt(a, i)) && numeral.scale === 1 && followsNoun(draft, a, i)) return false
  if (before === '(' && wordAt(a, next) === ')') return false
  const t = a.token[i]!
  const sentence = draft.sents[draft.tokens.sent[t]!]
  const behind = wordAt(a, next)
  if (sentence?.first === t && (behind === '.' || behind === ')' || behind === '')) return false
  return true
}

/** What begins at `i`: money, a measure, a count. */
function readAmount(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const money = readMoney(a, i)
  const amount =
    money && !hangsOnLetters(a, i) ? money : hangsOnLetters(a, i) ? undefined : readPlain(draft, a, i)
  if (!amount) return undefined
  const per = readPer(a, amount.next, amount.unit)
  return per ? { ...amount, next: per.next, unit: `${amount.unit} per ${per.unit}` } : amount
}

/**
 * "10 to 15 %", "between 5 and 10", "75-300 mm", "3 or 4 days": both ends in one quantity. In "rose from 10 to 20 percent"
 * they stay two, the first with the unit and scale of the second.
 */
function readRange(draft: Draft, a: Atoms, low: Amount): Amount | undefined {
  // The first end has its unit ("5 % to 10 %") or leaves it to the second ("5 to 10 %").
  const bare = readNumeral(a, low.first)
  for (const at of bare && bare.next !== low.next ? [low.next, bare.next] : [low.next]) {
    const link = wordAt(a, at)
    const isLink = link === 'to' || link === 'or' || link === '-' || link === '--' || link === 'and'
    if (!isLink || (link === 'and' && wordAt(a, low.first - 1) !== 'between')) continue
    const high = readMoney(a, at + 1) ?? readPlain(draft, a, at + 1)
    if (!high) continue
    const lent = low.scale === 1 && high.scale >= 1000 && low.value < 1000 ? high.scale : 1
    const value = times(low.value, lent)
    const same = low.unit === high.unit || low.unit === '' || at === bare?.next
    if (!same || value >= high.value) continue
    const unit = high.unit === '' ? low.unit : high.unit
    const moves =
      link === 'to' && changeOf(draft, a.token[low.first]!, a.token[low.next - 1]! + 1) !== undefined
    if (!moves) return { ...high, first: low.first, value, high: high.value, unit }
    return low.unit === '' && high.unit !== '' ? { ...low, value, unit } : undefined
  }
  return undefined
}

/** "halved", "doubled": a change by a factor without a number. */
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['halve', 0.5],
  ['halved', 0.5],
  ['halves', 0.5],
  ['halving', 0.5],
  ['doubled', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['tripling', 3],
  ['quadrupled', 4],
])

/** A quantity with its range; a bare number counts where it begins a range whatever stands before it. */
function readWhole(draft: Draft, a: Atoms, taken: Uint8Array, i: number): Amount | undefined {
  const single = readAmount(draft, a, i)
  const first = single ?? readBareEnd(a, i)
  if (!first || crosses(taken, first)) return undefined
  const range = readRange(draft, a, first)
  return range && !crosses(taken, range) ? range : single
}

/** The first number of "20 to 30 million". */
function readBareEnd(a: Atoms, i: number): Amount | undefined {
  const numeral = hangsOnLetters(a, i) || isCode(a, i) ? undefined : readNumeral(a, i)
  if (!numeral || numeral.fraction || !/^(to|or|-)$/.test(wordAt(a, numeral.next))) return undefined
  return { first: i, next: numeral.next, value: numeral.value, unit: '', scale: numeral.scale }
}

/** Atoms that may begin a quantity, digits apart. */
const FIRST: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS,
  ...CURRENCY_FIRST,
  ...CROWDS.keys(),
  ...FACTORS.keys(),
])

/**
 * Fills `draft.quantities` (after {@link findTimes}): amounts of money, measures, percentages, ages, durations, counts;
 * never dates, hours or ordinals. Units are CQE's names (Almasian, Kostić and Gertz 2023) but ISO 4217 for money, "%" for
 * percent, a lemma for what is counted, "" for a bare number. Linear in the tokens.
 */
export function findQuantities(draft: Draft): void {
  const a = atomsOf(draft)
  const found: Quantity[] = []
  const taken = timeMask(draft, a)
  let i = 0
  while (i < a.count) {
    const word = a.word[i]!
    if (taken[i] === 1 || (Number.isNaN(a.number[i]!) && !FIRST.has(word))) {
      i++
      continue
    }
    const relative = relativeChange(draft, a, i)
    if (relative) {
      found.push(relative)
      i++
      continue
    }
    const amount = isNamed(draft, a, i) ? undefined : readWhole(draft, a, taken, i)
    if (!amount) {
      i++
      continue
    }
    found.push(quantity(draft, a, amount))
    i = amount.next
  }
  draft.quantities = found
}

/** 1 for atoms of dates and hours; durations, "a year" behind an amount and the length in "three years ago" stay free. */
function timeMask(draft: Draft, a: Atoms): Uint8Array {
  const mask = new Uint8Array(a.count)
  let i = 0
  for (const time of draft.times) {
    while (i < a.count && a.start[i]! < time.start) i++
    const free = time.type === 'DURATION' || time.type === 'SET' || isLength(a, i)
    for (; i < a.count && a.end[i]! <= time.end; i++) if (!free) mask[i] = 1
  }
  return mask
}

/** True where a number of days, months … begins at `i`. */
function isLength(a: Atoms, i: number): boolean {
  const numeral = readNumeral(a, i)
  return numeral !== undefined && UNITS.has(wordAt(a, numeral.next))
}

const crosses = (taken: Uint8Array, amount: Amount): boolean => {
  for (let i = amount.first; i < amount.next && i < amount.first + 4; i++) if (taken[i] === 1) return true
  return false
}

/** True inside a name of a thing: "Group of Seven", "Section 301", "Model 3". */
function isNamed(draft: Draft, a: Atoms, i: number): boolean {
  const name = nameAt(draft.names, a.start[i]!)
  return (
    name !== undefined && (name.start < a.start[i]! || name.last - name.first > 1) && name.type !== 'good'
  )
}

function relativeChange(draft: Draft, a: Atoms, i: number): Quantity | undefined {
  const value = FACTORS.get(wordAt(a, i))
  if (value === undefined) return undefined
  const tag = draft.tokens.tag[a.token[i]!]!
  if (tag !== '' && !tag.startsWith('VB')) return undefined
  const t = a.token[i]!
  const subject = subjectBefore(draft, t)
  return {
    start: a.start[i]!,
    end: a.end[i]!,
    first: t,
    last: t + 1,
    value,
    unit: 'times',
    bound: boundOf(a, i, i + 1),
    change: value < 1 ? 'down' : 'up',
    ...(subject !== undefined && { of: subject }),
  }
}

const TEMPERATURES: ReadonlySet<string> = new Set(['celsius', 'fahrenheit', 'degree'])

function quantity(draft: Draft, a: Atoms, amount: Amount): Quantity {
  const minus = wordAt(a, amount.first - 1)
  const below = wordAt(a, amount.next) === 'below' && wordAt(a, amount.next + 1) === 'zero'
  const cold =
    minus === '-' && TEMPERATURES.has(amount.unit) && !/^[a-z0-9]/.test(wordAt(a, amount.first - 2))
  const negative = isNegative(a, amount.first) || minus === 'minus' || minus === 'negative'
  const first = negative ? amount.first - 1 : amount.first
  const start = a.token[first]!
  const last = a.token[amount.next - 1]! + 1
  const change = changeOf(draft, start, last)
  const of = attachedTo(draft, amount, start, last)
  return {
    start: a.start[first]!,
    end: a.end[amount.next - 1]!,
    first: start,
    last,
    value: negative || below || cold ? -amount.value : amount.value,
    ...(amount.high !== undefined && { high: amount.high }),
    unit: amount.unit,
    bound: amount.more ? '>' : boundOf(a, first, amount.next),
    ...change,
    ...(of !== undefined && { of }),
  }
}

const isNoun = (draft: Draft, t: number): boolean => {
  const tag = draft.tokens.tag[t] ?? ''
  return tag === '' ? /^[a-zà-ÿ]{3,}$/.test(draft.tokens.lower[t] ?? '') : tag.startsWith('NN')
}

const STANDING: ReadonlySet<string> = new Set(
  'stand stands stood remain remains remained sit sits sat start starts is are was were be totaled totalled reached hit hits averaged'.split(
    ' ',
  ),
)

/** The noun a quantity says something of: behind it ("30 % duties", "10 % of imports"), before "of" or "at", or the subject. */
function attachedTo(draft: Draft, amount: Amount, first: number, last: number): number | undefined {
  const { tokens } = draft
  if (amount.noun !== undefined) return amount.noun
  const sent = tokens.sent[first]
  if (tokens.sent[last] === sent) {
    // "$5 billion in energy", "24 points of that rate"
    const inside = tokens.lower[last] === 'in' ? countedNoun(draft, last + 1) : undefined
    const noun = inside && !inside.proper ? inside : countedNoun(draft, last)
    if (noun) return noun.token
  }
  const before = tokens.lower[first - 1]
  if (before === 'at' && STANDING.has(tokens.lower[first - 2] ?? '')) return subjectBefore(draft, first - 2)
  if ((before === 'of' || before === 'at') && tokens.sent[first - 2] === sent && isNoun(draft, first - 2))
    return first - 2
  for (let t = first - 1; t >= 0 && t >= first - 6 && tokens.sent[t] === sent; t--) {
    const word = tokens.lower[t]!
    if (directionOf(word) || STANDING.has(word)) return subjectBefore(draft, t)
    if ((tokens.tag[t] ?? '').startsWith('VB')) return undefined
  }
  return undefined
}

/** The nearest noun before a verb that is no word of a time, twelve tokens back at most. */
function subjectBefore(draft: Draft, verb: number): number | undefined {
  const sent = draft.tokens.sent[verb]
  for (let t = verb - 1; t >= 0 && t >= verb - 12 && draft.tokens.sent[t] === sent; t--) {
    if (isNoun(draft, t) && !isTime(draft, t)) return t
  }
  return undefined
}

/** True for a token of a time expression. */
function isTime(draft: Draft, token: number): boolean {
  let low = 0
  let high = draft.times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (draft.times[middle]!.last <= token) low = middle + 1
    else high = middle
  }
  return (draft.times[low]?.first ?? token + 1) <= token
}
