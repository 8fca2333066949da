// In: a record and an issue as an entry names it. Out: the name that readers see.

import { saysLittle } from '../../record/matters.ts'
import type { RecordReader } from '../../record/reader.ts'
import { contentWords } from '../../record/words.ts'
import { oneLine, withoutArticle } from './safe-text.ts'

/** Words that are the talk itself; "the demand" alone names no matter. */
const OF_TALK =
  /^(?:(?:an?|the|this|that|these|those|its|their|any)\s+)*(?:asks?|demands?|concessions?|decisions?|offers?|proposals?|requests?|hosts?|moves?|steps?|positions?|statements?|questions?|matters?|issues?|it|this|that|them)$/i
/** Words of an issue's name at most; what is longer is a sentence and no name. */
const LONGEST = 14
/** The board of what has no name of its own. */
export const OTHER_MATTERS = 'other matters'
/** The board of what only an amount names. */
export const HOW_MUCH = 'how much'

/** The name of an issue given by id, by one of its names, or in words. */
export function issueName(reader: RecordReader, issue: string): string {
  return oneLine(reader.issueCalled(issue)?.name ?? issue)
}

/**
 * The names under which boards gather stands, by issue: of the issue itself, else of the user's issue or the recurring
 * matter whose name the words hold, else its own words without article, joined with what is called the same but for words
 * before it ("the revised Senate bill" and "the Senate bill"). Wider than the issue, so no movement is told by it.
 */
export function boardNames(reader: RecordReader, issues: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const own = new Map<string, string[]>()
  for (const issue of issues) {
    if (names.has(issue)) continue
    const name = boardName(reader, issue)
    names.set(issue, name)
    const key = keyOf(name)
    if (name === oneLine(issue) && key !== '') own.set(key, [...(own.get(key) ?? []), issue])
  }
  for (const [key, told] of own) {
    const wider = endingsOf(key).find((ending) => own.has(ending)) ?? key
    const [name] = [...own.get(wider)!].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    for (const issue of told) names.set(issue, withoutCount(oneLine(name!).replace(/[“”"]/g, '')))
  }
  return names
}

/** "Any such quota", "the quota": a quota. */
const withoutCount = (name: string): string =>
  withoutArticle(withoutArticle(name).replace(/^(?:(?:any|some|such|all|every|both|no)\s+)+(?=\S)/i, ''))

/** An issue's own board name, before it is joined with others. */
export function boardName(reader: RecordReader, issue: string): string {
  const name = issueName(reader, issue)
  if (name !== oneLine(issue)) return name
  if (AMOUNT.test(name)) return HOW_MUCH
  const wider = reader.issueIn(issue)
  if (wider) return oneLine(wider.name)
  return OF_TALK.test(name) || name.split(' ').length > LONGEST ? OTHER_MATTERS : name
}

/** "5 percent", "$25 billion": how much, and not of what. */
const AMOUNT =
  /^(?:(?:an?|the|additional|another|about|at least|up to|more than)\s+)*[$€£]?[\d.,]+\s*(?:percent|per cent|%|[mb]illion|trillion|thousand|dollars|euros|\s)*$/i

/** The words by which two issues are one: lower-cased, one for many, without those that say little of which. */
const keyOf = (name: string): string =>
  contentWords(name.replace(/['’]s\b/g, ''))
    .filter((word) => !WEAK.has(word))
    .join(' ')

const WEAK: ReadonlySet<string> = new Set(
  'revised original initial latest current proposed final last own so-called same such further additional full complete entire'.split(
    ' ',
  ),
)

/** Shorter names that a name ends on ("an end to the port ban": "port ban", "ban"), the longest first. */
function endingsOf(key: string): string[] {
  const words = key.split(' ')
  const endings = words.slice(1).map((_, at) => words.slice(at + 1).join(' '))
  return endings.filter((ending) => ending.includes(' ') || !saysLittle(ending))
}
