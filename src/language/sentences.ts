// In: a part of a text. Out: its paragraphs, each as the ranges of its sentences.
import type { Range } from '../model/index.ts'
import { isAbbreviation, stopAfter } from './abbreviations.ts'
import { classOf } from './tokens.ts'

const STOPS = new Set([46, 33, 63, 0x2026, 0x3002, 0xff01, 0xff1f])
/** Closing quotes and brackets that still belong to the sentence before. */
const CLOSERS = new Set([34, 39, 41, 93, 125, 0x201d, 0x2019, 0xbb])
const OPENERS = new Set([34, 39, 40, 91, 0x201c, 0x2018, 0xab])

/** Words that begin a sentence far oftener than they go on after "U.S." or "Inc." */
const STARTERS = new Set(
  'the a an it its he she they we i you this that these those his her their our my in on at but and or as if for with by from to after before when while since although though however there here what who how why no not some many most both all one two another each every last next earlier later still yet so then also meanwhile asked according under during despite because'.split(
    ' ',
  ),
)
/** Verbs after a quoted question or exclamation: `"Why?" Smith asked` goes on. */
const SAYING = /^(?:said|says|asked|asks|added|adds|wrote|writes|replied|told|cried|shouted|noted)\b/

/** Paragraph ranges of `text[start, end)`: at blank lines, and at line ends where the text is not hard-wrapped. */
function splitParagraphs(text: string, start: number, end: number): Range[] {
  const wrapped = isHardWrapped(text, start, end)
  const out: Range[] = []
  let from = start
  let at = start
  const cut = (to: number): void => {
    if (to > from) out.push({ start: from, end: to })
  }
  while (at < end) {
    const c = text.charCodeAt(at)
    if (c !== 10 && c !== 13) {
      at++
      continue
    }
    let lines = 0
    let next = at
    while (next < end && classOf(text.charCodeAt(next)) === 4) {
      const d = text.charCodeAt(next)
      if (d === 10 || (d === 13 && text.charCodeAt(next + 1) !== 10)) lines++
      next++
    }
    if (lines > 1 || !wrapped || isListItem(text, next, end)) {
      cut(at)
      from = next
    }
    at = next
  }
  cut(end)
  return out
}

/** "- …", "• …", "1. …", "(a) …" at `at`. */
function isListItem(text: string, at: number, end: number): boolean {
  return /^(?:[-*•▪◦·–—]\s|\(?[0-9a-z]{1,2}[.)]\s)/.test(text.slice(at, Math.min(end, at + 6)))
}

/** True where line ends only fold long lines: most lines are 40–90 long and few of them end with a stop. */
function isHardWrapped(text: string, start: number, end: number): boolean {
  let folded = 0
  let lines = 0
  let from = start
  while (from < end) {
    const to = text.indexOf('\n', from)
    if (to < 0 || to > end) break
    const length = to - from
    const next = text.charCodeAt(to + 1)
    if (length > 0 && next !== 10 && next !== 13 && to + 1 < end) {
      lines++
      if (length >= 40 && length <= 100 && !STOPS.has(text.charCodeAt(to - 1))) folded++
    }
    from = to + 1
  }
  return lines >= 3 && folded > lines * 0.6
}

/** The paragraphs of `text[start, end)` and the sentences of each (trimmed, in order, never empty). Linear time. */
export function splitSentences(text: string, start: number, end: number): Range[][] {
  const out: Range[][] = []
  for (const paragraph of splitParagraphs(text, start, end)) {
    const ranges = sentencesOf(text, paragraph.start, paragraph.end)
    if (ranges.length) out.push(ranges)
  }
  return out
}

function sentencesOf(text: string, start: number, end: number): Range[] {
  const out: Range[] = []
  let from = start
  const cut = (to: number): void => {
    let a = from
    let b = to
    while (a < b && isBlank(text.charCodeAt(a))) a++
    while (b > a && isBlank(text.charCodeAt(b - 1))) b--
    if (b > a) out.push({ start: a, end: b })
    from = to
  }
  let at = start
  while (at < end) {
    const c = text.charCodeAt(at)
    if (!STOPS.has(c)) {
      at++
      if (c === 58) cut(creditStart(text, from, at - 1))
      else if (c === 41 && endsAsFace(text, from, at, end)) cut(at)
      else if (isStopLeftOut(text, at - 1, end)) cut(at - 1)
      continue
    }
    let after = at + 1
    while (after < end && STOPS.has(text.charCodeAt(after))) after++
    const to = boundaryAfter(text, from, at, after, end)
    if (to > 0) {
      cut(to)
      at = to
    } else at = after
  }
  cut(end)
  return out
}

/** Where a credit line begins whose colon is at `colon` ("… at the quay Photo: Ann Lee"); `from` where there is none. */
function creditStart(text: string, from: number, colon: number): number {
  const match = CREDIT.exec(text.slice(Math.max(from, colon - 20), colon))
  return match ? colon - match[1]!.length : from
}

const CREDIT = /[^:;,]\s((?:Image|Photo|Picture|Photograph)s?(?: [Cc]redit)?)$/

/** ":)" or ";-)" before a capital ends a sentence as a stop does. */
function endsAsFace(text: string, from: number, after: number, end: number): boolean {
  return (
    /\s[:;]-?\)$/.test(text.slice(Math.max(from, after - 4), after)) &&
    /^\s\p{Lu}/u.test(text.slice(after, Math.min(end, after + 3)))
  )
}

/** "… for the year The port said": a small word, then one that begins sentences and a small word, with no stop between. */
function isStopLeftOut(text: string, at: number, end: number): boolean {
  const c = text.charCodeAt(at)
  return (
    (c === 84 || c === 73 || c === 87) &&
    text.charCodeAt(at - 1) === 32 &&
    isLowerCode(text.charCodeAt(at - 2)) &&
    isLowerCode(text.charCodeAt(at - 3)) &&
    UNSTOPPED.test(text.slice(at, Math.min(end, at + 32)))
  )
}

const UNSTOPPED = /^(?:The|This|These|They|There|It|We)(?:['’](?:s|re|ve|ll|d))? [a-z]+(?:[ ,.]|$)/

const isBlank = (c: number): boolean => classOf(c) === 4 || c === 1

/** The end of the sentence whose stops are `text[dot, after)`, or 0 where it goes on. */
function boundaryAfter(text: string, from: number, dot: number, after: number, end: number): number {
  let close = after
  let quoted = false
  while (close < end && (CLOSERS.has(text.charCodeAt(close)) || text.charCodeAt(close) === 1)) {
    const c = text.charCodeAt(close)
    quoted ||= c !== 41 && c !== 93 && c !== 125 && c !== 1
    close++
  }
  if (close >= end) return end
  let next = close
  while (next < end && isBlank(text.charCodeAt(next))) next++
  if (next >= end) return end
  const spaced = next > close
  const c = text.charCodeAt(next)
  const word = wordAt(text, next, end)
  if (!spaced) return isLostSpace(text, from, dot, close, c, word) ? close : 0
  if (STOPS.has(c)) return 0
  if (isLowerStart(c, word)) return isSmallStart(text, from, dot, close, c) ? close : 0
  if (after - dot === 1 && text.charCodeAt(dot) === 46 && close === after) {
    const before = wordBefore(text, from, dot)
    const stop = stopAfter(before)
    if (stop === 'title' || (stop !== 'none' && isDashCode(c))) return 0
    if (before === 'no' && isUpperCode(c)) return close
    if (stop === 'number' && classOf(c) === 2) return 0
    if (before === 'etc') return close
    if (stop === 'initial' || stop === 'open') {
      const isStart = STARTERS.has(word.toLowerCase()) || ON_X.test(text.slice(Math.max(from, dot - 6), dot))
      return isStart && isUpperCode(c) ? close : 0
    }
    if (isListMark(text, from, dot)) return 0
  } else if (text.charCodeAt(dot) !== 46) {
    if (quoted && (SAYING.test(secondWord(text, next, end)) || isDashCode(c))) return 0
    if (c === 40 && text.charCodeAt(dot) !== 0x2026) return 0
  }
  // The name under a quotation ("… so it is. — Ada Smith") stays with it.
  if (c === 0x2014 && isUpperCode(text.charCodeAt(next + 2))) return 0
  return footnoteEnd(text, close, end)
}

/** "She wrote on X. Last week …": where it was written, no initial. */
const ON_X = /\b(?:on|via) X$/

/** After "1.", "2.1.", "a." or "Figure 3." at the start of a sentence the item follows. */
function isListMark(text: string, from: number, dot: number): boolean {
  let a = from
  while (a < dot && isBlank(text.charCodeAt(a))) a++
  return dot - a <= 12 && LIST_MARK.test(text.slice(a, dot))
}

const LIST_MARK =
  /^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}|[a-zA-Z]|[ivx]{1,4}|(?:Figure|Table|Fig|Step|Part|Day)\.? [0-9]{1,3})$/

/** "[17]", "[citation needed]" or a bare "8" before a word that begins sentences belongs to the sentence before. */
function footnoteEnd(text: string, close: number, end: number): number {
  const ahead = text.slice(close, Math.min(end, close + 64))
  const match = /^\s?(?:\[(?:\d{1,3}|[a-z][a-z ]{3,30})\]\s?)+/.exec(ahead)
  if (match) return close + match[0].trimEnd().length
  const bare = /^(\s\d{1,2})\s([A-Z][a-z]+)\s/.exec(ahead)
  return bare && STARTERS.has(bare[2]!.toLowerCase()) ? close + bare[1]!.length : close
}

const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019

const isDashCode = (c: number): boolean => c === 45 || c === 0x2013 || c === 0x2014

const isUpperCode = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde)

/** A lower-case word goes on, but "iPhone", "eBay" or an address may begin. */
function isLowerStart(c: number, word: string): boolean {
  return (
    (isLowerCode(c) && !/^(?:[a-z]+[A-Z]|https?$|www$)/.test(word)) ||
    c === 44 ||
    c === 59 ||
    c === 58 ||
    c === 41
  )
}

/** "… was small. they left": after a full stop behind a whole small word a sentence may begin small. */
function isSmallStart(text: string, from: number, dot: number, close: number, c: number): boolean {
  if (close - dot !== 1 || text.charCodeAt(dot) !== 46 || !isLowerCode(c)) return false
  const before = wordBefore(text, from, dot)
  return SMALL_WORD.test(before) && !isAbbreviation(before)
}

const SMALL_WORD = /^[a-z]{3,}$/

function isLostSpace(
  text: string,
  from: number,
  dot: number,
  close: number,
  c: number,
  word: string,
): boolean {
  if (text.charCodeAt(dot) === 0x2026 || text.charCodeAt(dot + 1) === 46) return false
  const before = text.charCodeAt(dot - 1)
  const lower = (before >= 97 && before <= 122) || before > 0xdf || classOf(before) === 2 || before === 37
  const inner = text.charCodeAt(dot - 2)
  if (!lower || inner === 46 || classOf(inner) === 4) return false
  if (OPENERS.has(c)) return close === dot + 1 ? classOf(text.charCodeAt(dot + 2)) !== 4 : true
  if (!isUpperCode(c)) return false
  if (close > dot + 1) return true
  const second = text.charCodeAt(close + 1)
  if (!isLowerCode(second) && word !== 'A' && word !== 'I' && !ACRONYM.test(text.slice(close, close + 4)))
    return false
  if (stopAfter(wordBefore(text, from, dot)) !== 'none' || isAddress(text, close)) return false
  return !/^(?:com|org|net|gov|edu|io|uk|js|ai)$/i.test(word)
}

const isLowerCode = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 0xdf && c <= 0xff)

const ACRONYM = /^[A-Z]\.[A-Z]\./

/** A stop inside "Ann.Lee@example.org" or "www.Example.org". */
const isAddress = (text: string, at: number): boolean =>
  /^[\w.-]{1,32}(?:@|\.(?:com|org|net|gov|edu)\b)/.test(text.slice(at, at + 48))

function wordBefore(text: string, from: number, dot: number): string {
  let a = dot
  while (a > from && dot - a < 16) {
    const c = text.charCodeAt(a - 1)
    if (!(classOf(c) & 3) && c !== 46) break
    a--
  }
  // "don't", "Peru's": what follows an apostrophe is no word of one letter.
  return a > from && isApostrophe(text.charCodeAt(a - 1)) ? text.slice(a - 1, dot) : text.slice(a, dot)
}

function wordAt(text: string, at: number, end: number): string {
  let a = at
  while (a < end && OPENERS.has(text.charCodeAt(a))) a++
  let b = a
  while (b < end && b - a < 24 && classOf(text.charCodeAt(b)) & 3) b++
  return text.slice(a, b)
}

function secondWord(text: string, at: number, end: number): string {
  const match = /^[\p{L}'’.-]{1,24}\s(?:[\p{Lu}][\p{L}'’.-]{0,24}\s)?([a-z]{2,12})/u.exec(
    text.slice(at, Math.min(end, at + 64)),
  )
  const first = /^[a-z]{2,12}/i.exec(text.slice(at, at + 12))
  return match?.[1] ?? first?.[0] ?? ''
}
