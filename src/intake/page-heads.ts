// In: a line above the text of a page. Out: whether it is a menu or what a paper says of itself, and the paper it names.
import { writtenDates } from './dates.ts'
import { mastheadOf, paperBeside } from './mastheads.ts'
import { issuerOf } from './signatures.ts'

/** What parts the sections of a menu; blanks only where several stand together. */
const PARTS = /\s*[|•·›»]\s*|\s+[/>]\s+|\s{2,}|\t/
const LONGEST_SECTION = 3

/** "Home | World | Business", "HOME   NEWS   JOBS", "Politics > Diplomacy": short sections side by side, none with a date. */
export function isMenu(block: string): boolean {
  const line = block.trim()
  if (line.length > 160 || /\n/.test(line) || /[.!?]["'”’)]*$/.test(line)) return false
  const parts = line.split(PARTS)
  const least = / > /.test(line) ? 2 : 3
  return (
    parts.length >= least &&
    parts.every(
      (part) => part !== '' && part.split(/\s+/).length <= LONGEST_SECTION + (least === 2 ? 1 : 0),
    ) &&
    writtenDates(line).length === 0 &&
    !/^by\b/i.test(line)
  )
}

/** Words by which a paper says what it is. */
const KINDS =
  /\b(?:letter|newsletter|bulletin|brief|briefing|digest|weekly|fortnightly|daily|monthly|edition|page|issue|explained|analysis|comment|opinion|for subscribers)\b/i
/** What a paper says of itself below its name: "Your weekly briefing on fish and ships", "For subscribers only. Not for onward distribution." */
const OF_ITSELF =
  /^(?:(?:the|your|a|an|our) (?:[\p{L}-]+ ){0,2}|(?:(?:twice-)?weekly|daily|monthly|fortnightly|specialist|subscriber|morning|evening) (?:[\p{L}-]+ )?)(?:letter|newsletter|bulletin|brief|briefing|digest) (?:on|for|of|about|to)\b[^.!?]{2,90}(?:\. (?:issue|vol|no)\b.{1,20})?$|^for (?:subscribers|members|clients) only\b/iu

/** True for such a line: no headline, and nothing of what is reported. */
export const isOfItself = (line: string): boolean => line.length <= 120 && OF_ITSELF.test(line.trim())

/** A name and, behind a bar or a dash, what it is: "CRUDE DISPATCH — letter for trading desks", "The Quay Ledger | Explained". */
const NAME_AND_KIND = /^(.{3,50}?)(?:\s+[—–-]\s+|\s*\|\s*)(.+)$/u

/**
 * The paper, or the body that issues a release, which a line on top of a page names, with what it says of itself or without. Where the
 * next line is what a paper says of itself, any name is one.
 */
export function paperOnTop(line: string, next = ''): string | undefined {
  const one = line.replace(/\s+/g, ' ').trim()
  const whole = mastheadOf(one.replace(/ \([^()]{1,30}\)$/, ''), true) ?? issuerOf(inTitleCase(one))
  if (whole !== undefined) return whole
  if (isOfItself(next)) return paperBeside(one, true)
  const [, name = '', rest = ''] = NAME_AND_KIND.exec(one) ?? []
  const isSection = one.includes(`${name} | `) && rest.split(' ').length <= LONGEST_SECTION && isName(rest)
  return mastheadOf(name, true) ?? (isName(name) && (isSection || KINDS.test(rest)) ? name : undefined)
}

/** Up to five words, each with a capital but the small ones. */
const isName = (text: string): boolean => {
  const words = text.split(' ')
  return (
    words.length <= 5 && words.every((word) => /^(?:\p{Lu}|(?:of|the|and|de|des|du|la|le)$|&)/u.test(word))
  )
}

const inTitleCase = (line: string): string =>
  /\p{Ll}/u.test(line)
    ? line
    : line
        .replace(/\p{Lu}{3,}/gu, (word) => word[0] + word.slice(1).toLowerCase())
        .replace(/ (?:of|the|and|for)(?= )/gi, (word) => word.toLowerCase())
