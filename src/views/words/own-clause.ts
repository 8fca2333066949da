// In: a sentence and words of it. Out: the clause of the sentence that those words stand in, where another clause beside it tells something else.

/** Words behind a comma that open the clause of the words. */
const JOINING = 'while|whereas|but|although|though|as (?!well\\b|part\\b|of\\b|an?\\b|it\\b|long\\b|soon\\b)'
/** Behind these another clause tells something else; a reason or a reservation behind the words belongs to them. */
const ADDING = 'while|whereas|which|who|whose|where|drawing|prompting|sparking|leaving|raising|triggering'
const BEGINS = new RegExp(`(?:; |, (?:${JOINING}) ?| (?:while|whereas) (?!\\p{L}+ing\\b))`, 'giu')
const ENDS = new RegExp(`(?:; |, (?:${ADDING})\\b| (?:while|whereas) )`, 'giu')
/** "While one side waits, the other …": a clause that opens the sentence and is beside the matter. */
const OPENS = /^(?:While|Whereas|Although|Though|Despite|Amid|Even (?:as|amid|though)) [^,;]*, /u
/** What a stand hangs on is part of it. */
const HANGS = /\b(?:if|unless|until|once|only|provided|except|without|otherwise)\b/iu
/** Characters of a sentence that is given whole. */
const SHORT = 120
/** Words of a clause at least. */
const FEWEST = 4

/** The clause that the words stand in; the sentence itself where it is short, has no other clause or hangs together. */
export function ownClause(sentence: string, words: string): string {
  const at = words === '' ? -1 : sentence.indexOf(words)
  if (at < 0 || sentence.length <= SHORT || sentence.includes(words, at + 1)) return sentence
  const end = at + words.length
  const opened = OPENS.exec(sentence)?.[0].length ?? 0
  const begins = [...sentence.slice(0, at).matchAll(BEGINS)].map((found) => found.index + found[0].length)
  const first = Math.max(opened <= at ? opened : 0, ...begins, 0)
  const behind = [...sentence.slice(end).matchAll(ENDS)].map(({ index }) => end + index)
  const last = behind.find((to) => to >= end) ?? sentence.length
  const clause = sentence.slice(first, last)
  const left = `${sentence.slice(0, first)} ${sentence.slice(last)}`
  return !HANGS.test(left) && isWhole(clause, words) ? clause : sentence
}

/** Whether a clause says who does it, and no quotation mark or bracket in it lacks its other half. */
const isWhole = (clause: string, words: string): boolean =>
  clause.split(' ').length >= Math.max(FEWEST, words.split(' ').length + 1) &&
  count(clause, /["]/g) % 2 === 0 &&
  count(clause, /[“«]/g) === count(clause, /[”»]/g) &&
  count(clause, /[([]/g) === count(clause, /[)\]]/g)

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0
