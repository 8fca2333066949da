// In: a short line of a page. Out: the publication date it states, where the line says nothing else.
import type { DayRange } from '../model/index.ts'
import { bylineOf } from './bylines.ts'
import { writtenDates } from './dates.ts'
import { mastheadOf } from './mastheads.ts'

/** A date line: what it says of itself ("published", "updated", "today" or nothing) and the days it can mean. */
export interface PageDate extends Partial<DayRange> {
  readonly says: 'published' | 'plain' | 'today' | 'updated'
  readonly stated: string
  /** True in the head of the page, false behind the text. */
  readonly inHead?: boolean
  /** The outlet named beside the date. */
  readonly masthead?: string
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
const RULED = /^\s*[|·•–—-]|[|·•–—-]\s*$/
/** Words of a name: "The Evening Ledger", "Bank of Peru". */
const NAME_WORD = /^(?:\p{Lu}|of$|the$|and$|&$)/u

/**
 * "Name of a Paper | 5 May 2031", "By A Writer, Paper, 5 May 2031", "Lima, 5 May 2031 (Name Wire)", "5 May 2031, Lima, Peru": one date at the end
 * or the beginning of a line, kept apart from names by a rule, or from a byline or a place by a comma. Gives the names;
 * undefined where the line says more.
 */
function namesBeside(
  line: string,
  dates: readonly { start: number; end: number }[],
): readonly string[] | undefined {
  const [date] = dates
  if (!date || dates.length > 1) return undefined
  const before = line.slice(0, date.start).replace(KIND, '')
  const signed = SIGNED.exec(line.slice(date.end))
  const after = line.slice(date.end, signed ? date.end + signed.index : undefined)
  const beside = namesOn(before, after)
  return signed && beside ? [...beside, signed[1]!] : beside
}

function namesOn(before: string, after: string): readonly string[] | undefined {
  if (before.trim() === '' && after.trim() === '') return []
  if (before.trim() !== '' && after.trim() !== '') {
    const both = [namesOn(before, ''), namesOn('', after)]
    return both.includes(undefined) ? undefined : both.flatMap((names) => names ?? [])
  }
  const beside = before.trim() === '' ? after : before
  if (!RULED.test(beside)) {
    const bare = beside.replace(/,\s*$|^\s*,/, '')
    const apart = bare !== beside && (bylineOf(beside) !== undefined || isName(bare))
    return apart ? bare.split(',').map((part) => part.trim()) : undefined
  }
  const names = beside.split(/[|·•]|\s[–—-]\s|^[–—-]|[–—-]\s*$/).map((part) => part.trim())
  return names.every((part) => bylineOf(part) !== undefined || isName(part)) ? names : undefined
}

function isName(part: string): boolean {
  const words = part.match(/\S+/g) ?? []
  return words.length <= 4 && words.every((word) => NAME_WORD.test(word))
}

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
  const names = left.length > place ? namesBeside(line, dates) : []
  if (names === undefined) return undefined
  const masthead = names.map((name) => mastheadOf(name)).find((name) => name !== undefined)
  return {
    says: label,
    ...(masthead === undefined ? {} : { masthead }),
    stated: line.slice(0, 120).trim(),
    ...(first.earliest === undefined || first.latest === undefined
      ? {}
      : { earliest: first.earliest, latest: first.latest }),
  }
}
