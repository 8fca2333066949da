// In: atoms and a number. Out: what it counts, or a bare number where something says that it measures.
import { firstWhere } from '../../model/range.ts'
import type { Draft } from '../draft.ts'
import { type Atoms, glued, numberAt, pastHyphen, wordAt } from '../times/atoms.ts'
import type { Amount } from './amount.ts'
import { boundOf } from './bounds.ts'
import { changeOf, directionOf } from './change.ts'
import { countedNoun, isFunctionWord, singular } from './counted.ts'
import { readCurrencyAfter } from './currencies.ts'
import { followsNoun, isCode, isLabelled, LABELS } from './labels.ts'
import { readMoney } from './money.ts'
import { isNumberWord, type Numeral, numberOfWord, readNumeral } from './numerals.ts'
import { CURRENCY_SIGNS, UNIT_TIMES } from './units.ts'

export const CROWDS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['tens', 10],
  ['dozens', 12],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/** "dozens of homes", "hundreds of thousands of jobs": more than one of the scale. */
export function readCrowd(draft: Draft, a: Atoms, i: number): Amount | undefined {
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

/** "one in five voters", "nine out of ten ports": a share of what is counted. */
export function readShare(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const top = readNumeral(a, i)
  const link = pastHyphen(a, top?.next ?? i)
  const out = wordAt(a, link) === 'out' && wordAt(a, link + 1) === 'of'
  if (!top || top.scale > 1 || !(out || wordAt(a, link) === 'in')) return undefined
  // "Four in every ten".
  const every = !out && /^(?:every|each)$/.test(wordAt(a, link + 1))
  const bottom = readNumeral(a, pastHyphen(a, link + (out || every ? 2 : 1)))
  // "Seven in 10".
  const alike = out || bottom?.words === top.words || bottom?.value === 10
  if (!bottom || bottom.scale > 1 || !alike || !Number.isInteger(bottom.value)) return undefined
  if (!Number.isInteger(top.value) || top.value < 1 || top.value >= bottom.value || bottom.value > 1000)
    return undefined
  const token = a.token[bottom.next]
  if (token === undefined)
    return { first: i, next: bottom.next, value: top.value / bottom.value, unit: '', scale: 1 }
  if (UNIT_TIMES.has(singular(wordAt(a, bottom.next)))) return undefined
  const value = top.value / bottom.value
  const noun = countedNoun(draft, token, nextTime(draft, token))
  // "one in five agreed", "7 in 10 in the north"
  if (!noun || (/^(VB[DPZ]|MD|IN)/.test(draft.tokens.tag[token]!) && wordAt(a, bottom.next) !== 'of'))
    return { first: i, next: bottom.next, value, unit: '', scale: 1 }
  if (!noun.plural || noun.proper) return undefined
  return {
    first: i,
    next: lastAtom(a, noun.token, bottom.next),
    value,
    unit: noun.lemma,
    scale: 1,
    noun: noun.token,
  }
}

/** A counted noun, or a bare number where nothing says it is a name, a year or a date. */
export function readCount(draft: Draft, a: Atoms, i: number, numeral: Numeral): Amount | undefined {
  const { next, value } = numeral
  const behind = wordAt(a, next)
  const fold = (isFold(a, next) && !numeral.words) || behind === 'fold'
  if (
    glued(a, next) &&
    (BARE_STOPS.has(behind) || (/^[a-z]/.test(behind) && !numeral.words && !fold) || behind === '/')
  )
    return undefined
  if (isCode(a, i)) return undefined
  const share = wordAt(a, next - 1) === 'half' && DETERMINERS.has(behind)
  const majority = numeral.fraction && /^(majority|share|stake|vote|interest)$/.test(behind)
  if (numeral.fraction && numeral.words && behind !== 'of' && !share && !majority)
    return isSizeOfChange(draft, a, i, next) || (behind !== '-' && boundOf(a, i, next) !== '=')
      ? { first: i, next, value, unit: '', scale: 1 }
      : undefined
  // "Four-fifths of it", "a third of which", "half from Peru".
  const isPortion = behind === 'of' ? POINTING.has(wordAt(a, next + 1)) : behind === 'from'
  if (numeral.fraction && numeral.words && isPortion) return { first: i, next, value, unit: '', scale: 1 }
  const times = behind === 'times' || fold ? next + 1 : next
  if (times > next)
    return { first: i, next: times, value, unit: behind === 'fold' ? 'times' : '', scale: numeral.scale }
  const hyphen = behind === '-' && ((glued(a, next) && glued(a, next + 1)) || isJoined(a, next + 1))
  const open = OPEN_END.test(`${behind} ${wordAt(a, next + 1)}`) ? next + 2 : next
  const at = (hyphen || share) && open === next ? next + 1 : pastPrice(a, open)
  const token = a.token[at]
  const noun =
    token === undefined || at >= a.count || (isRow(a, at) && !(numeral.words && readMoney(a, at)))
      ? undefined
      : countedNoun(draft, token, nextTime(draft, token))
  const isWord = value === 1 && numeral.words
  if (isWord && isPronoun(a, i, behind)) return undefined
  // "1 egg", but not "the phase 1 trial".
  const isOne = isWord || (value === 1 && noun?.close === true && isFree(draft, a, i, at))
  // "In Kenya 300 people", but "No. 3 of 140 countries".
  const counts = noun?.plural && behind !== 'of' && !LABELS.has(wordAt(a, i - 1))
  if (isLabelled(draft, a, i) && !counts) return undefined
  if (hyphen && wordAt(a, at) === 'fold')
    return { first: i, next: at + 1, value, unit: 'times', scale: numeral.scale }
  if (token !== undefined && hyphen && glued(a, at)) {
    // "one-sided", "four-legged", "three-way", "80-something"
    if (/^(way|something)$/.test(wordAt(a, at)) || isParticiple(draft, a, at)) return undefined
    if (wordAt(a, at) === 'strong') return { first: i, next: at + 1, value, unit: '', scale: numeral.scale }
    // "a 12-member board" counts members.
    if (draft.tokens.tag[token] === 'NN' && wordAt(a, at + 1) !== '-')
      return {
        first: i,
        next: at + 1,
        value,
        unit: draft.tokens.lemma[token]!,
        scale: numeral.scale,
        noun: token,
      }
  }
  const article = wordAt(a, i) === 'a' && !numeral.fraction
  // "two thirds of the Senate's 90 members"
  if (noun?.proper && numeral.fraction && behind === 'of')
    return { first: i, next, value, unit: '', scale: 1 }
  if (noun?.proper && !isWord) return undefined
  if (noun && (noun.plural || isOne || hyphen || numeral.fraction || numeral.scale > 1)) {
    return {
      first: i,
      next:
        noun.close && !hasNumber(a, open, noun.token) ? Math.max(lastAtom(a, noun.token, at), open) : open,
      value,
      unit: noun.lemma,
      scale: numeral.scale,
      noun: noun.token,
    }
  }
  if (isWord || (article && !isSome(draft, a, next))) return undefined
  if (isAttribute(draft, a, i, at, value))
    return { first: i, next: at + 1, value, unit: draft.tokens.lemma[token!]!, scale: 1, noun: token! }
  // "the 486 chip", "a 747 jet": a name of something single.
  if (noun && !noun.plural && (value >= 100 || DETERMINERS.has(wordAt(a, i - 1)))) return undefined
  if (!isBareAmount(draft, a, i, numeral)) return undefined
  return { first: i, next, value, unit: '', scale: numeral.scale }
}

/** "A 3 bedroom flat", "5 star hotels": a small number before two common nouns, the first of which it counts. */
const isAttribute = (draft: Draft, a: Atoms, i: number, noun: number, value: number): boolean => {
  const { tag } = draft.tokens
  const t = a.token[noun] ?? -1
  const counts =
    Number.isInteger(value) &&
    value > 1 &&
    value < 100 &&
    noun === i + 1 &&
    !/^(?:of|[-/])$/.test(wordAt(a, i - 1))
  return (
    counts &&
    tag[t] === 'NN' &&
    /^NNS?$/.test(tag[t + 1] ?? '') &&
    a.capital[noun] !== 1 &&
    !followsNoun(draft, a, i)
  )
}

/** "A hundred or so boats", "a dozen or more", "30-some years". */
const OPEN_END = /^(?:or (?:so|more|fewer)|- (?:some|odd))$/

/** Past the price of "two $20 cards". */
const pastPrice = (a: Atoms, i: number): number =>
  CURRENCY_SIGNS.has(wordAt(a, i)) ? (readMoney(a, i)?.next ?? i) : i

/** True where neither noun nor determiner stands before a number, and no heading is numbered by it. */
const isFree = (draft: Draft, a: Atoms, i: number, noun: number): boolean =>
  !followsNoun(draft, a, i) && !DETERMINERS.has(wordAt(a, i - 1)) && a.capital[noun] !== 1

const POINTING: ReadonlySet<string> = new Set('it them which that this these those'.split(' '))

const isParticiple = ({ tokens }: Draft, a: Atoms, i: number): boolean =>
  wordAt(a, i).endsWith('ed') && tokens.tag[a.token[i]!] !== 'NN'

/** The sign of "3x the price", not of "3x4". */
const isFold = (a: Atoms, i: number): boolean =>
  wordAt(a, i) === 'x' && glued(a, i) && Number.isNaN(numberAt(a, i + 1))

/** "rose by a third", "cut spending by half". */
const isSizeOfChange = (draft: Draft, a: Atoms, i: number, next: number): boolean =>
  wordAt(a, i - 1) === 'by' && changeOf(draft, a.token[i]!, a.token[next - 1]! + 1)?.by === true

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
  const next = firstWhere(draft.times.length, (at) => draft.times[at]!.first >= token)
  return draft.times[next]?.first ?? draft.tokens.count
}

const BARE_STOPS: ReadonlySet<string> = new Set(['th', 'st', 'nd', 'rd', ':'])

/** The atom behind the last one of a token, from `from` on. */
function lastAtom(a: Atoms, token: number, from: number): number {
  let k = from
  while (k < a.count && a.token[k]! <= token) k++
  return k
}

/** True before a number that is no part of a word ("9-mm"): numbers in a row are a table and count nothing. */
function isRow(a: Atoms, at: number): boolean {
  const numeral =
    Number.isNaN(numberAt(a, at)) && !isNumberWord(wordAt(a, at)) ? undefined : readNumeral(a, at)
  const { next = 0 } = numeral ?? {}
  return numeral !== undefined && !(wordAt(a, next) === '-' && (glued(a, next) || isJoined(a, next + 1)))
}

/** "two 5-dollar bills": what stands before the counted noun is an amount of its own. */
function hasNumber(a: Atoms, from: number, token: number): boolean {
  for (let k = from; k < a.count && a.token[k]! <= token; k++)
    if (!Number.isNaN(numberAt(a, k)) || isNumberWord(wordAt(a, k))) return true
  return false
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

/** Words before a bare number that say it measures something ("closed at 37 3/4", "about 500", "minus 5"). */
const LICENSED: ReadonlySet<string> = new Set(
  (
    'at to of whom from by off am is was are were be been says said counts counted claimed claims than against about around nearly almost over under between least most total totals ' +
    'totaled totalled population killed killing wounded wounding injured injuring arrested detained infected displaced measured measuring magnitude registered scored averaged averaging numbered numbering employs employed employing reached hit only some minus negative equals exceed exceeds exceeding up down'
  ).split(' '),
)

/** What is said of people or things that a bare number counts: "12 were held", "a further 12 injured", "two died". */
const STATES =
  /^(?:is|are|was|were|had|have|said|voted|came|survived|dead|died|agreed|abstained|dissented|injured|wounded|hurt|missing|killed|arrested|detained|magnitude)$/

const isYear = (a: Atoms, i: number): boolean => /^(1[5-9]|20)\d\d$/.test(wordAt(a, i))

/** "12 of them", "two more died". */
const isSome = (draft: Draft, a: Atoms, next: number): boolean =>
  wordAt(a, next) === 'of'
    ? /^(them|whom|which|these|those)$/.test(wordAt(a, next + 1))
    : wordAt(a, next) === 'more' && /^(VB|MD)/.test(draft.tokens.tag[a.token[next + 1] ?? -1] ?? '')

/** "Of the 400 polled". */
const isPartOfMany = (draft: Draft, a: Atoms, i: number, next: number): boolean =>
  /^(?:of|among)$/.test(wordAt(a, i - 2)) &&
  /ed$|^(?:dead|held|hurt|missing|shot)$/.test(wordAt(a, next)) &&
  /^(?:VB[DN]|JJ)/.test(draft.tokens.tag[a.token[next]!]!)

/** "Fell 1.4 %, or 6.43, on Friday". */
const isSaidAgain = (a: Atoms, i: number, value: number): boolean =>
  !Number.isInteger(value) && wordAt(a, i - 1) === 'or' && /^(?:%|percent|points?)$/.test(wordAt(a, i - 3))

/** "I'm 73", "she's 40". */
const isSaidOfOne = (a: Atoms, i: number): boolean =>
  /^(?:i ' m|(?:he|she) ' s)$/.test(`${wordAt(a, i - 3)} ${wordAt(a, i - 2)} ${wordAt(a, i - 1)}`)

/** Either number of "3 to 1": odds fall, and come neither from somewhere nor by how much. */
function isOdds(a: Atoms, i: number, { next, scale }: Numeral): boolean {
  const behind = wordAt(a, next) === 'to'
  const [first, second] = behind ? [i, next + 1] : [i - 2, i]
  if (scale > 1 || wordAt(a, second - 1) !== 'to' || isYear(a, first)) return false
  let before = first - 1
  while (/^(by|just|only|some|about|nearly|almost)$/.test(wordAt(a, before))) before--
  if (/^(from|in)$/.test(wordAt(a, before)) || directionOf(wordAt(a, before))) return false
  return (
    (numberOfWord(wordAt(a, first)) ?? numberAt(a, first)) >= (readNumeral(a, second)?.value ?? Number.NaN)
  )
}

/** A number alone counts as an amount unless it looks like a year, a list mark or "the two". */
function isBareAmount(draft: Draft, a: Atoms, i: number, numeral: Numeral): boolean {
  const { value, next } = numeral
  const signed = wordAt(a, i - 1) === '-' && glued(a, i) && !glued(a, i - 1)
  const before = wordAt(a, signed ? i - 2 : i - 1)
  if (value === 0 && numeral.words && !directionOf(before) && before !== 'to' && before !== 'at') return false
  if (!numeral.words && numeral.scale === 1 && next === i + 1 && isYear(a, i)) return false
  const many = isPartOfMany(draft, a, i, next)
  const some = isSome(draft, a, next)
  if (DETERMINERS.has(before) && !many && !some && numeral.scale === 1) return false
  // "met at 3" is an hour, "0 - 4" a score.
  if (before === 'at' && Number.isInteger(value) && value <= 12 && !directionOf(wordAt(a, i - 2)))
    return false
  if (wordAt(a, next) === '-' && !Number.isNaN(numberAt(a, next + 1))) return false
  if (isOdds(a, i, numeral)) return false
  if (
    !LICENSED.has(before) &&
    !many &&
    !isSaidOfOne(a, i) &&
    !isSaidAgain(a, i, value) &&
    !directionOf(before) &&
    boundOf(a, i, next) === '=' &&
    !STATES.test(wordAt(a, next)) &&
    !some &&
    // "3M", "12b" are names more often than millions and billions of nothing.
    (numeral.scale === 1 ||
      (!numeral.words && wordAt(a, next - 1).length < 3 && !/^(k|bn|mn|tn)$/.test(wordAt(a, next - 1))))
  )
    return false
  // Numbers in a row are a table or a code.
  if (!Number.isNaN(numberAt(a, i - 1)) || !Number.isNaN(numberAt(a, next))) return false
  if (
    !Number.isNaN(numberAt(a, i)) &&
    numeral.scale === 1 &&
    !LICENSED.has(before) &&
    followsNoun(draft, a, i)
  )
    return false
  if (before === '(' && wordAt(a, next) === ')') return false
  const t = a.token[i]!
  const sentence = draft.sents[draft.tokens.sent[t]!]
  const behind = wordAt(a, next)
  if (sentence?.first === t && numeral.scale === 1 && (behind === '.' || behind === ')' || behind === ''))
    return false
  return true
}
