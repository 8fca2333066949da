// In: atoms and a position. Out: the number written there in digits or words, and where it ends.
import { type Atoms, glued, numberAt, wordAt } from '../times/atoms.ts'
import { directionOf } from './change.ts'
import { CURRENCY_CODES, CURRENCY_WORDS, UNIT_TREE } from './units.ts'

export interface Numeral {
  readonly next: number
  readonly value: number
  /** Written without digits. */
  readonly words: boolean
  /** A fraction of one ("half", "two-thirds", "¾"), so that no unit need follow directly. */
  readonly fraction: boolean
  /** The scale word it ends with ("million" 1e6), 1 without; "10 to 15 million" lends it to the first number. */
  readonly scale: number
}

const SMALL: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
)
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const)
    .concat([['fourty', 40]]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mio', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
])
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['sixteenth', 16],
  ['hundredth', 100],
])
const SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])
/** "first" … "twentieth", "thirtieth", each with its number. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, index) => [word, index + 1] as const)
    .concat([['thirtieth', 30]]),
)

/** How many make a whole: "fifths" gives 5. */
export const partOf = (word: string): number | undefined =>
  PARTS.get(word) ?? (word.endsWith('s') ? PARTS.get(word.slice(0, -1)) : undefined)

/** True for words that begin a number in words. */
export const isNumberWord = (word: string): boolean => SMALL.has(word) || TENS.has(word)

/** The number that one word is: "1,200", "twelve"; undefined for any other. */
export const numberOfWord = (word: string): number | undefined =>
  /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(word)
    ? Number(word.replaceAll(',', ''))
    : (SMALL.get(word) ?? TENS.get(word))

/** Words that may begin an ordinal. */
export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys()]

/** Words and signs that may begin a number, digits apart. */
export const NUMBER_WORDS: readonly string[] = [
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SIGNS.keys(),
  ...SCALES.keys(),
  'hundred',
  'dozen',
  'half',
  'a',
  'quarter',
]

/** 1–99 in words ("ninety-five", "seven"). */
function readSmall(a: Atoms, i: number): { next: number; value: number } | undefined {
  const word = wordAt(a, i)
  const small = SMALL.get(word)
  if (small !== undefined) return { next: i + 1, value: small }
  const tens = TENS.get(word)
  if (tens === undefined) return undefined
  const j = wordAt(a, i + 1) === '-' ? i + 2 : i + 1
  const unit = SMALL.get(wordAt(a, j))
  return unit !== undefined && unit > 0 && unit < 10
    ? { next: j + 1, value: tens + unit }
    : { next: i + 1, value: tens }
}

/** "a couple of" before a scale word. */
function readCouple(a: Atoms, i: number): { next: number; value: number } | undefined {
  if (wordAt(a, i) !== 'a' || wordAt(a, i + 1) !== 'couple') return undefined
  const next = wordAt(a, i + 2) === 'of' ? i + 3 : i + 2
  return wordAt(a, next) === 'hundred' || SCALES.has(wordAt(a, next)) ? { next, value: 2 } : undefined
}

const pastDash = (a: Atoms, i: number): number => (wordAt(a, i) === '-' ? i + 1 : i)

/** 1–999 in words: "seven", "two hundred and five", "a hundred", "twelve hundred". */
function readGroup(a: Atoms, i: number): { next: number; value: number } | undefined {
  const couple = readCouple(a, i)
  const small = couple ?? readSmall(a, i)
  const at = small ? pastDash(a, small.next) : wordAt(a, i) === 'a' ? i + 1 : i
  if (wordAt(a, at) !== 'hundred') return small
  const rest = readSmall(a, wordAt(a, at + 1) === 'and' ? at + 2 : at + 1)
  const value = (small ? small.value : 1) * 100
  return rest ? { next: rest.next, value: value + rest.value } : { next: at + 1, value }
}

/** "thousand dollars" without an article. */
const isBareScale = (a: Atoms, i: number): boolean =>
  SCALES.has(wordAt(a, i)) &&
  /^(dollars|euros|pounds|people|times)$/.test(wordAt(a, i + 1)) &&
  !/^(-|multi)$/.test(wordAt(a, i - 1))

/** "several million", "a few thousand": more than one of the scale, how many is not said. */
export const isSeveral = (a: Atoms, i: number): boolean =>
  /^(several|few|many)$/.test(wordAt(a, i - 1)) && (wordAt(a, i) === 'hundred' || SCALES.has(wordAt(a, i)))

/** Whole numbers in words, scales falling: "two hundred and five thousand and one", "a million". */
function readWords(a: Atoms, i: number): { next: number; value: number; scale: number } | undefined {
  let total = 0
  let scale = 1
  let ceiling = Number.POSITIVE_INFINITY
  let at = i
  let next = i
  while (ceiling > 1) {
    const group = readGroup(a, at)
    const article = at === i && wordAt(a, at) === 'a'
    const several = at === i && (isSeveral(a, at) || isBareScale(a, at))
    if (!group && !article && !several) break
    const behind = group ? pastDash(a, group.next) : article ? at + 1 : at
    const factor = SCALES.get(wordAt(a, behind))
    if (factor === undefined) {
      if (!group) break
      return { next: group.next, value: total + group.value, scale }
    }
    if (factor >= ceiling) break
    total += (group ? group.value : 1) * factor
    scale = ceiling === Number.POSITIVE_INFINITY ? factor : 1
    ceiling = factor
    next = behind + 1
    at = wordAt(a, next) === 'and' ? next + 1 : next
    if (at > next && wordAt(a, at) === 'a') break
  }
  return next > i ? { next, value: total, scale } : undefined
}

/** "2/3", "1 1/2", "1-1/2", "½", "3½" behind or instead of digits. */
function readDigits(a: Atoms, i: number): Numeral | undefined {
  const sign = SIGNS.get(wordAt(a, i))
  if (sign !== undefined) return { next: i + 1, value: sign, words: false, fraction: true, scale: 1 }
  const value = numberAt(a, i)
  if (Number.isNaN(value)) return undefined
  const plain = (next: number, v: number, fraction: boolean): Numeral => ({
    next,
    value: v,
    words: false,
    fraction,
    scale: 1,
  })
  const grouped = readGroups(a, i)
  if (grouped) return plain(grouped.next, grouped.value, false)
  const comma = readDecimalComma(a, i)
  if (comma) return plain(comma.next, comma.value, false)
  const power = readPower(a, i + 1)
  if (power) return plain(power.next, Number((value * power.value).toPrecision(12)), false)
  const behind = SIGNS.get(wordAt(a, i + 1))
  if (behind !== undefined) return plain(i + 2, value + behind, false)
  const own = readFraction(a, i)
  if (own) return plain(own.next, own.value, true)
  // "1-1/2", and "1 - 1 / 2" with a space around each sign.
  const j = wordAt(a, i + 1) === '-' && glued(a, i + 1) === glued(a, i + 2) ? i + 2 : i + 1
  const more = Number.isInteger(value) ? readFraction(a, j) : undefined
  if (more && more.value < 1) return plain(more.next, value + more.value, false)
  return plain(i + 1, value, false)
}

/** "12 000", "1 250 000", "10'000": groups of three digits behind single spaces, as the SI writes them, or apostrophes; no row of numbers. */
function readGroups(a: Atoms, i: number): { next: number; value: number } | undefined {
  if (!/^[1-9]\d{0,2}$/.test(wordAt(a, i))) return undefined
  let next = i + 1
  let value = numberAt(a, i)
  for (;;) {
    // "10'000", as the Swiss write.
    const at = wordAt(a, next) === "'" && glued(a, next) && glued(a, next + 1) ? next + 1 : next
    if (!/^\d{3}$/.test(wordAt(a, at)) || a.start[at]! - a.end[at - 1]! !== (at > next ? 0 : 1)) break
    value = value * 1000 + numberAt(a, at)
    next = at + 1
  }
  return next > i + 1 && Number.isNaN(numberAt(a, next)) ? { next, value } : undefined
}

/** "3,5 million", "2,75 %": a comma for the point, where a scale or percent behind leaves no other reading. */
function readDecimalComma(a: Atoms, i: number): { next: number; value: number } | undefined {
  const isPair = wordAt(a, i + 1) === ',' && glued(a, i + 1) && glued(a, i + 2)
  if (!isPair || !/^\d{1,2}$/.test(wordAt(a, i + 2))) return undefined
  const behind = wordAt(a, i + 3)
  const priced = /^[$€£¥]$/.test(wordAt(a, i - 1))
  const isOne =
    SCALES.has(behind) ||
    SHORT_SCALES.has(behind) ||
    /^(%|percent|per|celsius|°|[kcm]?m|k?g|kw|mw|tons?|tonnes?|kilos?|kilomet(?:er|re)s?|lit(?:er|re)s?|hectares?|euros?)$/.test(
      behind,
    ) ||
    /^[$€£¥]$/.test(behind) ||
    (priced && /^\d\d$/.test(wordAt(a, i + 2)))
  return isOne
    ? { next: i + 3, value: Number(`${wordAt(a, i).replaceAll('.', '')}.${wordAt(a, i + 2)}`) }
    : undefined
}

/** "x 10^6", "× 10−3", "e5", "e-27": the power of ten behind digits; "10^6" alone is one times that. */
function readPower(a: Atoms, i: number): { next: number; value: number } | undefined {
  const word = wordAt(a, i)
  if (word === '^' && numberAt(a, i - 1) === 10) {
    const bare = readExponent(a, i + 1)
    return bare && { next: bare.next, value: bare.value / 10 }
  }
  if (word === 'e' && glued(a, i)) return readExponent(a, i + 1)
  if (!/^[x×*]$/.test(word) || numberAt(a, i + 1) !== 10) return undefined
  if (wordAt(a, i + 2) === '^') return readExponent(a, i + 3)
  return wordAt(a, i + 2) === '-' ? readExponent(a, i + 2) : undefined
}

/** Ten to the whole number glued on at `i`, which may be negative. */
function readExponent(a: Atoms, i: number): { next: number; value: number } | undefined {
  const sign = wordAt(a, i) === '-' && glued(a, i + 1) ? 1 : 0
  const exponent = glued(a, i) ? numberAt(a, i + sign) : Number.NaN
  if (!Number.isInteger(exponent) || exponent >= 40) return undefined
  return { next: i + sign + 1, value: 10 ** (sign ? -exponent : exponent) }
}

/** Divisors people write; "9/11" is a day. */
const FRACTIONS: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 32, 64, 100])

/** "3/4": small whole digits, a slash, a small divisor. */
function readFraction(a: Atoms, i: number): { next: number; value: number } | undefined {
  if (wordAt(a, i + 1) !== '/' || glued(a, i + 1) !== glued(a, i + 2)) return undefined
  // "5 1 / 2 %", "rose 5 / 8", "1 / 2 of it", but "1 / 2" by itself may count pages.
  const whole = wordAt(a, i - 1) === '-' ? i - 2 : i - 1
  const isPart =
    !Number.isNaN(numberAt(a, whole)) ||
    directionOf(wordAt(a, i - 1)) ||
    /^(%|percent|of)$/.test(wordAt(a, i + 3))
  if (!glued(a, i + 1) && !isPart) return undefined
  const top = numberAt(a, i)
  const bottom = numberAt(a, i + 2)
  if (!(Number.isInteger(top) && FRACTIONS.has(bottom) && top < bottom)) {
    return undefined
  }
  // "9/11/2001" is a date.
  return wordAt(a, i + 3) === '/' ? undefined : { next: i + 3, value: top / bottom }
}

/**
 * The number at atom `i`: digits with fraction and scale ("1.5 million", "2-1/2", "$" not included), words ("ninety
 * five", "a dozen", "two and a half million", "half a dozen", "two-thirds"). Undefined where none begins there.
 * Ordinals are read by {@link readOrdinal}. Looks at no more than some twenty atoms.
 */
export function readNumeral(a: Atoms, i: number): Numeral | undefined {
  const digits = readDigits(a, i)
  if (digits && wordAt(a, digits.next) === 'dozen')
    return { ...digits, next: digits.next + 1, value: digits.value * 12 }
  if (digits) return withScale(a, digits)
  const words = (next: number, value: number, fraction = false, scale = 1): Numeral => ({
    next,
    value,
    words: true,
    fraction,
    scale,
  })
  const article = wordAt(a, i) === 'a' ? 1 : 0
  const first = wordAt(a, i + article)
  if (first === 'dozen') return words(i + article + 1, 12)
  if (first === 'half' || (PARTS.has(first) && (article || isPartOfScale(a, i)))) {
    const part = partOfScale(a, i + article, 1 / PARTS.get(first)!, words)
    // "a third" by itself, but "a tenth of it", "a fifth from Peru", "cut by a fifth".
    const known = /^(half|quarter|third)$/.test(first)
    const behind = wordAt(a, part.next)
    const isSize =
      wordAt(a, i - 1) === 'by' &&
      /^(?:\W?|in|to|from|since|over|this|last|and|but|after|within)$/.test(behind)
    return known || !part.fraction || isSize || /^(?:of|from)$/.test(behind) ? part : undefined
  }
  const whole = readWords(a, i)
  if (!whole) return undefined
  const j = pastDash(a, whole.next)
  // "the two hundred and thirty-fifth day"
  if (TENS.has(wordAt(a, whole.next - 1)) && ORDINALS.get(wordAt(a, j))! < 10) return undefined
  const bottom = partOf(wordAt(a, j))
  if (bottom !== undefined && whole.value > 0 && whole.value < bottom && isPartWord(a, j, whole.value)) {
    return partOfScale(a, j, whole.value / bottom, words)
  }
  if (wordAt(a, whole.next) === 'dozen') return words(whole.next + 1, whole.value * 12)
  const decimals = readPoint(a, whole.next)
  if (decimals) return withScale(a, words(decimals.next, whole.value + decimals.value))
  return withScale(a, words(whole.next, whole.value, false, whole.scale))
}

/** The whole number at `i`: "three" where "three quarters" means nine months, not 0.75. */
export function readWhole(
  a: Atoms,
  i: number,
): { readonly next: number; readonly value: number } | undefined {
  const numeral = readNumeral(a, i)
  return numeral?.fraction ? (numeral.words ? readSmall(a, i) : undefined) : numeral
}

/** "two-thirds", "one third", "three quarter turns"; "two third-party" is none. */
const isPartWord = (a: Atoms, j: number, value: number): boolean =>
  a.word[j]!.endsWith('s') === value > 1 || (value === 3 && a.word[j] === 'quarter')

/** "point one four", "point seventy-five" behind whole words. */
function readPoint(a: Atoms, i: number): { next: number; value: number } | undefined {
  if (wordAt(a, i) !== 'point') return undefined
  let digits = ''
  let next = i + 1
  for (; next < i + 7; next++) {
    const digit = SMALL.get(wordAt(a, next))
    if (digit === undefined || digit > 9) break
    digits += String(digit)
  }
  const group = digits === '' ? readSmall(a, i + 1) : undefined
  if (group) return { next: group.next, value: group.value / 100 }
  return digits === '' ? undefined : { next, value: Number(`0.${digits}`) }
}

/** "of a percent", "of a mile" behind a part. */
const isPartOfOne = (a: Atoms, i: number): boolean =>
  wordAt(a, i) === 'of' && /^(a|an|one)$/.test(wordAt(a, i + 1))

/** "quarter of a billion", "quarter-point" without an article. */
const isPartOfScale = (a: Atoms, i: number): boolean =>
  wordAt(a, i) === 'quarter' &&
  ((isPartOfOne(a, i + 1) && SCALES.has(wordAt(a, i + 3))) ||
    (wordAt(a, i + 1) === '-' && wordAt(a, i + 2) === 'point'))

/** "half a million", "a quarter million", "three-quarters of a million", "half a dozen", or the plain part. */
function partOfScale(
  a: Atoms,
  i: number,
  part: number,
  words: (next: number, value: number, fraction?: boolean) => Numeral,
): Numeral {
  const j = pastDash(a, i + 1)
  const of = wordAt(a, j) === 'of' && wordAt(a, j + 1) === 'a' ? j + 1 : j
  const next = wordAt(a, of) === 'a' || wordAt(a, of) === 'an' ? of + 1 : j
  if (wordAt(a, next) === 'dozen') return words(next + 1, part * 12)
  const scale = SCALES.get(wordAt(a, next))
  return scale === undefined ? words(i + 1, part, true) : words(next + 1, part * scale)
}

/** A number with "and a half" and a scale word or sign behind it. */
function withScale(a: Atoms, numeral: Numeral): Numeral {
  let { next, value, scale } = numeral
  const half = numeral.fraction ? undefined : andHalf(a, next)
  if (half) {
    // "one million and a half"
    value += half.value * scale
    next = half.next
  }
  // "two hundred million", "1.5 million": two at most ("a million billion" is no number).
  for (let rounds = 0; rounds < 2; rounds++) {
    const j = pastDash(a, next)
    const word = SCALES.get(wordAt(a, j)) ?? (wordAt(a, j) === 'hundred' ? 100 : undefined)
    const short = word === undefined && !numeral.words ? shortScale(a, next) : undefined
    const factor = word ?? short
    if (factor === undefined) break
    value *= factor
    scale *= factor
    next = (word === undefined ? next : j) + 1
    // "2 mio. euros"
    if (short && wordAt(a, next) === '.' && CURRENCY_WORDS.has(wordAt(a, next + 1))) next++
  }
  // "1 million 200 thousand"
  if (scale >= 1e6 && !numeral.words) {
    const rest = numberAt(a, next)
    const smaller = SCALES.get(wordAt(a, next + 1))
    if (rest < 1000 && smaller !== undefined && smaller < scale) {
      value += rest * smaller
      next += 2
    }
  }
  // 0.1 × 1e9 must not end in …0001.
  return { ...numeral, next, value: scale > 1 ? Number(value.toPrecision(12)) : value, scale }
}

/** "m", "bn", "k" glued to digits; "bn", "mln" also behind a space. */
function shortScale(a: Atoms, i: number): number | undefined {
  const word = wordAt(a, i)
  const factor = SHORT_SCALES.get(word)
  if (factor === undefined || word === 'mm') return undefined
  // "3.5 m tonnes"
  const isOfUnits =
    word === 'm' && /^[a-z]{3,}s$/.test(wordAt(a, i + 1)) && UNIT_TREE.next.has(wordAt(a, i + 1))
  if (word === 'm' && !isOfUnits && !isMillion(a, i)) return undefined
  return glued(a, i) || word.length > 1 || isOfUnits ? factor : undefined
}

const LENGTH_WORDS: ReadonlySet<string> = new Set(
  'tall long high wide deep away x is and of in to by from'.split(' '),
)

/** "m" is a million behind money ("$48m"), before a noun ("48m people") or as a capital ("1.8M"); else metres. */
function isMillion(a: Atoms, i: number): boolean {
  if (glued(a, i + 1) && /^[a-z0-9]/.test(wordAt(a, i + 1))) return false
  if (a.capital[i] === 1 || /^[$€£¥]$/.test(wordAt(a, i - 2)) || CURRENCY_CODES.has(wordAt(a, i - 2)))
    return true
  return /^[a-z]{3,}$/.test(wordAt(a, i + 1)) && !LENGTH_WORDS.has(wordAt(a, i + 1))
}

/** "and a half", "and three quarters", "-and-a-half". */
export function andHalf(a: Atoms, i: number): { next: number; value: number } | undefined {
  const and = pastDash(a, i)
  if (wordAt(a, and) !== 'and') return undefined
  const at = pastDash(a, and + 1)
  const digits = readFraction(a, at)
  if (digits) return digits
  const top = readSmall(a, at)
  const bottom = top && partOf(wordAt(a, pastDash(a, top.next)))
  if (top && bottom !== undefined && top.value < bottom)
    return { next: pastDash(a, top.next) + 1, value: top.value / bottom }
  const article = wordAt(a, at) === 'a' ? pastDash(a, at + 1) : at
  if (wordAt(a, article) === 'half') return { next: article + 1, value: 0.5 }
  return wordAt(a, article) === 'quarter' && article > at ? { next: article + 1, value: 0.25 } : undefined
}

/** "first", "21st", "twenty-first": its value and end. */
export function readOrdinal(a: Atoms, i: number): { next: number; value: number } | undefined {
  const value = numberAt(a, i)
  if (Number.isInteger(value)) {
    const suffix = wordAt(a, i + 1)
    const is = glued(a, i + 1) && (suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th')
    return is ? { next: i + 2, value } : undefined
  }
  const ordinal = ORDINALS.get(wordAt(a, i))
  if (ordinal !== undefined) return { next: i + 1, value: ordinal }
  const tens = TENS.get(wordAt(a, i))
  if (tens === undefined) return undefined
  const j = wordAt(a, i + 1) === '-' ? i + 2 : i + 1
  const unit = ORDINALS.get(wordAt(a, j))
  return unit !== undefined && unit < 10 ? { next: j + 1, value: tens + unit } : undefined
}
