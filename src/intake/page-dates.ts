// In: a short line of a page. Out: the publication date it states, where the line says nothing else.
import type { DayRange } from '../model/index.ts'
import { bylineOf } from './bylines.ts'
import { writtenDates } from './dates.ts'
import { mastheadOf, paperBeside } from './mastheads.ts'

/**
 * A date line: what it says of itself ("published", "updated", "today" or nothing) and the days it can mean; "edge" for a line that
 * says more and has the date at its edge.
 */
export interface PageDate extends Partial<DayRange> {
  readonly says: 'published' | 'plain' | 'today' | 'updated' | 'edge'
  readonly stated: string
  /** True in the head of the page, false behind the text. */
  readonly inHead?: boolean
  /** The outlet named beside the date. */
  readonly masthead?: string
  /** A name beside the date that nothing but its place shows to be the outlet's. */
  readonly paper?: string
}

const PUBLISHED =
  /\b(?:published|posted|first published|publication date|release date|released|date|issued|created|for immediate release)\b/i
const UPDATED = /\b(?:updated?|modified|edited|revised)\b/i
const TODAY = /\btoday\b/i
/** Words a date line may hold besides the date. */
const BESIDES =
  /\b(?:published|posted|first|publication|date|release|released|for|immediate|issued|created|last|updated?|modified|edited|revised|today|on|at|by|in|of|the|is|as|from|mon|tues?|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|a\.?m|p\.?m|et|est|edt|ct|cst|cdt|mt|pt|pst|pdt|gmt|utc|bst|cet|cest|ist|hkt|sgt|jst|kst|local|time|noon|midnight|hours?|hrs?|h|min|mins|minutes?|read|reading|ago)\b/gi

/** What a page calls itself before its date ("News release — "). */
const KIND = /^(?:(?:news|press|media) (?:release|statement)|statement|note to \p{L}+)\s*[—–|:-]\s*/iu
/** An agency in brackets behind place and date. */
const SIGNED = /\s*\((\p{Lu}[\p{L}.&' -]{1,30})\)$/u
/** "(English edition)" behind a name. */
const IN_BRACKETS = /\([^()]{1,40}\)/g
/** "Published:" before the date. */
const LABEL =
  /\b(?:first published|published|posted|updated|last updated|date|issued|released)(?: on| at)?\s*:?\s*$/i
/** Weekdays, times and reading times, which stand beside any date. */
const DAY_WORDS =
  /\b(?:(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?|\d{1,2} ?[ap]\.?m\.?|\d{1,2} min(?:ute)?s?(?: read)?)(?![\p{L}\d])/giu
/** Whom a report is made from, beside its date: "With inputs from agencies", "By our correspondents", "From staff and wire reports". */
const MADE_FROM =
  /^(?:with|by|from|compiled|agencies|wire)\b[\p{L} ,&/-]{0,50}\b(?:agency|agencies|wires?|reports|services|staff|correspondents?|reporters?|bureaus?|desks?)(?: in \p{L}[\p{L} .'-]{1,40})?$|^agencies$/iu
/** What is left of "updated 16:40 GMT". */
const UPDATED_AT = /^(?:(?:last )?updated|published|posted)(?: at| on)?$/i

/** Words of a name: "The Evening Ledger", "Bank of Peru". */
const NAME_WORD = /^(?:\p{Lu}|(?:of|the|and|&|de|del|di|do|da|dos|la|le|el|du|des|van|von|der|den|für|y|e)$)/u

/** What parts the pieces of a date line. */
const RULES = /[|·•›]|\s[–—-]\s|^\s*[–—-]|[–—-]\s*$/

/**
 * "Name of a Paper | Monday, 5 May 2031 | By A Writer", "Paper, Town — 5 May 2031", "Lima, 5 May 2031 (Name Wire)": one date, and beside
 * it, apart by rules or commas, only names and bylines. Gives them; undefined where the line says more.
 */
function namesBeside(
  line: string,
  dates: readonly { start: number; end: number }[],
): readonly string[] | undefined {
  const [date] = dates
  if (!date || dates.length > 1) return undefined
  const signed = SIGNED.exec(line.slice(date.end))
  const before = line.slice(0, date.start).replace(KIND, '')
  const after = line.slice(date.end, signed ? date.end + signed.index : undefined)
  const names: string[] = signed ? [signed[1]!] : []
  for (const [beside, stop] of [
    [before, /[,|·•›–—-]\s*$/],
    [after, /^\s*[,.|·•›–—-]/],
  ] as const) {
    const told = beside.replace(IN_BRACKETS, ' ').replace(DAY_WORDS, ' ').replace(LABEL, ' ').trim()
    if (told !== '' && !stop.test(beside.replace(DAY_WORDS, '').replace(LABEL, ''))) return undefined
    for (const piece of told.split(RULES).map((part) => part.replace(/^[\s,.]+|[\s,]+$/g, ''))) {
      if (MADE_FROM.test(piece.replace(/\.$/, '')) || UPDATED_AT.test(piece)) continue
      const parts = piece.split(',').map((part) => part.trim())
      if (piece !== '' && bylineOf(piece) === undefined && !parts.every(isName)) return undefined
      names.push(...parts)
    }
  }
  return names
}

/** What parts a page's name, what it says of itself and its date. */
const BARS = /[|·•]/
/** Words of what a page says of itself. */
const LONGEST_MOTTO = 12

/** "Your weekly briefing on fish and ships | Monday, 5 May 2031": a date alone between bars, beside words without a number or full stop. */
function standsBetweenBars(line: string, dates: readonly { start: number; end: number }[]): boolean {
  const [date] = dates
  if (!date || dates.length > 1 || !/\d{4}/.test(line.slice(date.start, date.end))) return false
  const [left, right] = [line.slice(0, date.start).split(BARS), line.slice(date.end).split(BARS)]
  const own = `${left.pop()} ${right.shift()}`.replace(DAY_WORDS, ' ').replace(LABEL, ' ')
  const besides = [...left, ...right].filter((piece) => piece.trim() !== '')
  return (
    !/[\p{L}\d]/u.test(own) &&
    besides.length > 0 &&
    besides.every(
      (piece) => !/\d|[.!?;]\s|[.;]$/.test(piece) && piece.split(/\s+/).length <= LONGEST_MOTTO + 2,
    )
  )
}

/** "Issue 41", "Vol. 12 No. 3". */
const NUMBERED = /^(?:(?:issue|volume|vol|number|no|nr|edition)[.:]? ?\d{1,5} ?)+$/i
/** What offices are called; their names are longer than others'. */
const OFFICE =
  /\b(?:Office|Ministry|Department|Commission|Council|Secretariat|Embassy|Mission|Delegation|Agency|Bureau|Bank|Court|Board|Authority|Union|Federation|Association|Chamber|Institute|Committee|Representative)(?= of\b| for\b|$)/
/** Words of a name, and of an office's. */
const LONGEST = 4
const LONGEST_OFFICE = 9

function isName(part: string): boolean {
  if (NUMBERED.test(part)) return true
  const words = part.match(/\S+/g) ?? []
  const most = OFFICE.test(part) ? LONGEST_OFFICE : LONGEST
  return words.length <= most && words.every((word) => NAME_WORD.test(word))
}

/** "No: 214, 5 May 2031, Press release on …": a release that begins with its number and its date. */
const RELEASE =
  /^(?:(?:press|news|media) (?:release|statement),? )?(?:no|nr|ref)[.:]? ?[\d/-]{1,12} ?[,|–—-] ?/i

/** The date of such a release, whose line goes on as its heading. */
export function releaseDateOf(block: string): PageDate | undefined {
  const line = block.slice(0, 80).replace(/\s+/g, ' ')
  const start = RELEASE.exec(line)?.[0].length
  const date = start === undefined ? undefined : writtenDates(line).find((one) => one.start === start)
  if (date?.earliest === undefined || date.latest === undefined) return undefined
  const { earliest, latest } = date
  return { says: 'published', stated: line.slice(0, date.end), earliest, latest }
}

/** The name beside the date that may be the outlet's by its place alone ("Polymer Week | 5 May 2031"). */
const paperOf = (names: readonly string[]): string | undefined =>
  names
    .map((name) => (bylineOf(name) === undefined ? paperBeside(name) : undefined))
    .find((name) => name !== undefined)

/** The date a line states as the page's own, or undefined where the line says more than that. */
export function pageDateOf(block: string): PageDate | undefined {
  if (block.length > 160) return undefined
  const line = block.replace(/\s+/g, ' ')
  const dates = writtenDates(line)
  const first = dates.find((date) => date.earliest !== undefined) ?? dates[0]
  if (!first) return undefined
  const besides = dates.reduceRight(
    (rest, date) => `${rest.slice(0, date.start)} ${rest.slice(date.end)}`,
    line,
  )
  const label = PUBLISHED.test(besides)
    ? 'published'
    : UPDATED.test(besides)
      ? 'updated'
      : TODAY.test(besides)
        ? 'today'
        : 'plain'
  const left = besides.replace(BESIDES, ' ').match(/\p{L}{2,}/gu) ?? []
  const place = label === 'plain' ? 0 : 3
  const beside = namesBeside(line, dates) ?? (left.length > place ? undefined : [])
  if (beside === undefined && !standsBetweenBars(line, dates)) return undefined
  const names = beside ?? []
  const masthead = names.map((name) => mastheadOf(name)).find((name) => name !== undefined)
  const paper = paperOf(names)
  return {
    says: label,
    ...(masthead === undefined ? {} : { masthead }),
    ...(paper === undefined ? {} : { paper }),
    stated: line.slice(0, 120).trim(),
    ...(first.earliest === undefined || first.latest === undefined
      ? {}
      : { earliest: first.earliest, latest: first.latest }),
  }
}

/** What sets a date off from the rest of its line. */
const SET_OFF_BEFORE = /[,|·•›(–—-]\s*$|[.:]\s+$|^(?:the )?(?:issue|edition)(?: dated| of)?\s*$/i
const SET_OFF_BEHIND = /^\s*[,|·•›)–—-]|^\.?\s+by\b/i
/** A word that makes the date part of what the line tells: "from 5 May 2031". */
const LEADS_TO_DATE = /\b(?:on|by|from|until|till|since|before|after|for|of|to|in|through)[\s,]*$/i

/**
 * The date at the edge of a line that says more besides ("Issue no. 93, Sunday 5 May 2031", "5 May 2031, by our trade desk with
 * agencies"): whole, the only one, set off from the rest. Of the head of a page a sign where nothing else gives its day.
 */
export function edgeDateOf(block: string): PageDate | undefined {
  if (block.length > 160) return undefined
  const line = block.replace(/\s+/g, ' ').trim()
  const [date, ...others] = writtenDates(line)
  if (!date || others.length > 0 || date.earliest === undefined || date.earliest !== date.latest)
    return undefined
  const before = line.slice(0, date.start).replace(DAY_WORDS_LAST, '').replace(LABEL, '')
  const behind = line.slice(date.end)
  const isFirst = !/[\p{L}\d]/u.test(before) && SET_OFF_BEHIND.test(behind) && !ENDS_SENTENCE.test(behind)
  const isLast =
    SET_OFF_BEFORE.test(before) &&
    !LEADS_TO_DATE.test(before) &&
    (SET_OFF_BEHIND.test(behind) || !/[\p{L}\d]/u.test(behind.replace(DAY_WORDS, '')))
  if (!isFirst && !isLast) return undefined
  return { says: 'edge', stated: line.slice(0, 120), earliest: date.earliest, latest: date.latest }
}

/** A weekday or an hour right before a date. */
const DAY_WORDS_LAST = new RegExp(`(?:${DAY_WORDS.source})[,\\s]*$`, 'iu')
const ENDS_SENTENCE = /[.!?]["'”’)]*$/
