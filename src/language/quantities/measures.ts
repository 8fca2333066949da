// In: atoms and a number. Out: the unit of measure behind it, and "per" what.
import { isMoney } from '../../model/money.ts'
import { type Atoms, glued, numberAt, wordAt } from '../times/atoms.ts'
import { isFunctionWord, singular } from './counted.ts'
import { type Numeral, readNumeral } from './numerals.ts'
import { GLUED_ONLY, isShortUnit, UNIT_TREE } from './units.ts'

interface Measure {
  readonly next: number
  readonly unit: string
}

/** The longest unit that begins at `i`. */
function readUnitWords(a: Atoms, i: number): Measure | undefined {
  let branch: typeof UNIT_TREE = UNIT_TREE
  let best: Measure | undefined
  for (let j = i; ; j++) {
    // "25-basis-point", "light-years"
    if (j > i && wordAt(a, j) === '-' && !branch.next.has('-')) continue
    const next: typeof UNIT_TREE | undefined = branch.next.get(wordAt(a, j))
    if (!next) break
    branch = next
    // "m2" but not "m 2"; "degrees f" but not "degrees f ..." as a word.
    if (j > i && /^\d/.test(wordAt(a, j)) && !glued(a, j)) break
    if (branch.unit !== undefined) best = { next: j + 1, unit: branch.unit }
  }
  return best
}

/** The unit behind a number, past a hyphen, a parenthesis, "of a". */
export function readMeasure(a: Atoms, numeral: Numeral): Measure | undefined {
  const { next } = numeral
  const open = wordAt(a, next) === '(' || wordAt(a, next) === '{' || wordAt(a, next) === '['
  const dash = wordAt(a, next) === '-'
  let at = open || dash ? next + 1 : next
  if (numeral.fraction && (wordAt(a, at) === 'a' || wordAt(a, at) === 'an')) at++
  if (numeral.fraction && wordAt(a, at) === 'of' && (wordAt(a, at + 1) === 'a' || wordAt(a, at + 1) === 'an'))
    at += 2
  const mark = readFeetAndInches(a, next)
  if (mark) return mark
  const unit = readUnitWords(a, at)
  if (!unit) return undefined
  const word = wordAt(a, at)
  if (unit.next === at + 1) {
    if (isShortUnit(word) && word !== '%' && numeral.words) return undefined
    // "2 in the shade", "1 in 20" are no inches.
    if (
      word === 'in' &&
      ((!glued(a, at) &&
        /^[a-z\d]/.test(wordAt(a, unit.next)) &&
        !/^(more|long|high|wide|tall|deep)$/.test(wordAt(a, unit.next))) ||
        // "a 1-in-100-year flood"
        (dash && wordAt(a, unit.next) === '-'))
    ) {
      return undefined
    }
    // "a 500 MW plant", "20 C outside", "a 5 m pole"; "5G" is no weight.
    const isSign =
      (a.capital[at] === 1 && (word.length === 2 || isCapitalSign(a, at, numeral))) ||
      (/^(an?|the|x|×)$/.test(wordAt(a, at - 2)) && !numeral.words)
    if (GLUED_ONLY.has(word) && !open && !isSign && !glued(a, at) && !isEnd(a, unit.next)) return undefined
    if (word === 'g' && a.capital[at] === 1) return undefined
    // "36 F-16 jets": the name of a make.
    if (/^[cfwv]$/.test(word) && wordAt(a, unit.next) === '-') return undefined
    if (word === 'p' && ((!glued(a, at) && !isClauseEnd(a, unit.next)) || SCAN_LINES.has(wordAt(a, at - 1))))
      return undefined
    if (word === 'c' && a.capital[at] === 0 && glued(a, at) && !isOfHeat(a, at))
      return { ...unit, unit: 'cent' }
    // "747s" are several, not seconds.
    if (word === 's' && glued(a, at)) return undefined
    if (word === 'm' && glued(a, unit.next) && /^[a-z0-9]/.test(wordAt(a, unit.next))) return undefined
  }
  if (open) return /^[)}\]]$/.test(wordAt(a, unit.next)) ? { ...unit, next: unit.next + 1 } : undefined
  return unit
}

/** The sign of "20 C outside" or "60 W bulbs", not of "2 F Block". */
const isCapitalSign = (a: Atoms, at: number, numeral: Numeral): boolean =>
  /^[cfwv]$/.test(wordAt(a, at)) && !numeral.words && a.capital[at + 1] !== 1

/** The marks of 6'2" and 6' 2", each right behind its digits; a closing quote is none. */
function readFeetAndInches(a: Atoms, i: number): Measure | undefined {
  const isInches = (at: number) =>
    glued(a, at) && (wordAt(a, at) === '"' || (wordAt(a, at) === "'" && wordAt(a, at + 1) === "'"))
  const isFeet = (at: number) => glued(a, at) && wordAt(a, at) === "'"
  const isTall = (at: number) => glued(a, at) && numberAt(a, at) < 12 && !/^['"]$/.test(wordAt(a, at + 1))
  if (isFeet(i) && (isTall(i + 1) || (!Number.isNaN(numberAt(a, i + 1)) && isInches(i + 2))))
    return { next: i + 1, unit: 'foot' }
  if (isFeet(i) && /^(?:tall|long|high|wide|deep)$/.test(wordAt(a, i + 1)))
    return { next: i + 1, unit: 'foot' }
  if (isInches(i) && wordAt(a, i) === '"' && !glued(a, i + 1) && !isQuoteOpen(a, i))
    return { next: i + 1, unit: 'inch' }
  const behind = !Number.isNaN(numberAt(a, i - 3)) && isFeet(i - 2)
  if (behind && isTall(i - 1) && !isInches(i)) return { next: i, unit: 'inch' }
  return behind && isInches(i) ? { next: wordAt(a, i) === '"' ? i + 1 : i + 2, unit: 'inch' } : undefined
}

/** True where a straight quotation mark stands among the forty atoms before `i`. */
function isQuoteOpen(a: Atoms, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 40); k--) if (wordAt(a, k) === '"') return true
  return false
}

/** "1080p" are lines of a picture, no pence. */
const SCAN_LINES: ReadonlySet<string> = new Set('720 1080 1440 2160'.split(' '))

/** Whether the words around a small "c" right behind digits speak of temperature; else it is a cent. */
function isOfHeat(a: Atoms, at: number): boolean {
  if (wordAt(a, at - 2) === '-') return true
  for (let i = at + 1; i <= at + 4; i++)
    if (/^(fahrenheit|celsius|kelvin|degrees)$/.test(wordAt(a, i))) return true
  for (let i = at - 2; i >= at - 10; i--)
    if (
      /^(temperature|temperatures|heat|hot|cold|warm|weather|boil|boils|freeze|freezes|oven|degrees)$/.test(
        wordAt(a, i),
      )
    )
      return true
  return false
}

/** True where a phrase ends, so that a lone letter is a unit: "1 m x", "12 ft 2 in more", "5 m by 6 m". */
function isEnd(a: Atoms, i: number): boolean {
  const word = wordAt(a, i)
  return !/^[a-z]{2}/.test(word) || isFunctionWord(word) || /^(long|high|wide|tall|deep|away)$/.test(word)
}

/** True where a clause ends: a comma, a bracket, the last stop; "5 p. m." goes on. */
const isClauseEnd = (a: Atoms, i: number): boolean =>
  /^[,;)]?$/.test(wordAt(a, i)) || (wordAt(a, i) === '.' && wordAt(a, i + 1) === '')

const PER_UNITS: ReadonlySet<string> = new Set(
  (
    'share day week month year hour minute second barrel ton tonne ounce pound gallon person head unit bushel dozen acre ' +
    'mile kilogram gram metre millisecond annum capita household litre piece container truck vehicle passenger ship vessel hectare animal student'
  ).split(' '),
)

/** Past "of jet fuel" where "a year" or "per day" follows within four words, else `i`. */
function pastOf(a: Atoms, i: number): number {
  for (let j = i + 2; j <= i + 4; j++) {
    const word = wordAt(a, j)
    if (word === 'per' || (word === 'a' && /^(day|week|month|year)$/.test(wordAt(a, j + 1)))) return j
    if (!/^[a-z]+$/.test(word)) return i
  }
  return i
}

/** "$3 per 1,000 cubic metres", "5 deaths per 100,000 people": for each so many. */
function perMany(a: Atoms, at: number): Measure | undefined {
  const many = readNumeral(a, at)
  if (!many) return undefined
  const named = readUnitWords(a, many.next)
  if (named) return { next: named.next, unit: `${many.value} ${named.unit}` }
  const word = wordAt(a, many.next)
  return word === 'people' || singular(word) !== word
    ? { next: many.next + 1, unit: `${many.value} ${singular(word)}` }
    : undefined
}

/** "a share", "per year", "-a-share", "/ms", "per annum" behind an amount; a year may stand past "of jet fuel"; `first` is where the amount begins. */
export function readPer(a: Atoms, i: number, unit: string, first: number): Measure | undefined {
  const dash = wordAt(a, i) === '-' ? 1 : 0
  const past = wordAt(a, i) === 'of' ? pastOf(a, i) : i
  if (past > i) return readPer(a, past, unit, first)
  const word = wordAt(a, i + dash)
  const slash = word === '/' && (glued(a, i) || readUnitWords(a, i + 1) !== undefined)
  if (word !== 'a' && word !== 'an' && word !== 'per' && !slash) return undefined
  const at = wordAt(a, i + dash + 1) === '-' ? i + dash + 2 : i + dash + 1
  const noun = singular(wordAt(a, at))
  const named = readUnitWords(a, at)
  if (slash || word === 'per') {
    if (noun === 'annum') return { next: at + 1, unit: 'year' }
    if (unit === '%' && !SPANS.test(noun)) return undefined
    if (PER_UNITS.has(noun)) return { next: at + 1, unit: noun }
    const many = named ?? perMany(a, at)
    return many ?? (isMoney(unit) && isThing(noun) ? { next: at + 1, unit: noun } : undefined)
  }
  const behind = wordAt(a, at + 1)
  if (/^(ago|earlier|later|before)$/.test(behind)) return undefined
  if (PER_UNITS.has(noun)) return { next: at + 1, unit: noun }
  // "Called the $5 billion a gift": no price.
  const known = /^(?:the|this|that|its|his|her|their)$/.test(wordAt(a, first - 1))
  const priced = !known && isMoney(unit) && isThing(noun) && noun === wordAt(a, at)
  return priced && (dash > 0 || !/^[a-z0-9$"]/.test(behind) || isFunctionWord(behind))
    ? { next: at + 1, unit: noun }
    : undefined
}

const SPANS = /^(?:day|week|month|quarter|year)$/

const isThing = (word: string): boolean => /^[a-z]{3,}$/.test(word) && !isFunctionWord(word)
