// In: text of a report, never trusted. Out: the same on one line, unable to steer a terminal or turn the writing direction.

// C0 and C1 controls (terminal escapes), zero-width and directional characters (Unicode TR 36).
const STEERING =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const SPACES = /[\s\u0085]+/g
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text on one line: every run of white space one space, steering characters left out, halves of pairs replaced. */
export function oneLine(text: string): string {
  return withoutSteering(text.replace(SPACES, ' ')).trim()
}

/** The text with steering characters left out, white space kept. */
export function withoutSteering(text: string): string {
  return text.replace(STEERING, '').replace(LONE_SURROGATES, '\ufffd')
}

/** The text cut to at most `length` characters where a clause ends, else before a phrase, else at a word; the cut shown as "…". */
export function cutAt(text: string, length: number): string {
  if (text.length <= length) return text
  const least = Math.floor(length * 0.6)
  const places = [CLAUSE_END, PHRASE_START, WORD_END].map((end) => lastIn(text, end, least, length - 1))
  const end = places.find((at) => at > 0) ?? length - 1
  return `${withoutLoose(text.slice(0, end), length * KEPT).replace(/[\s,;:.–—-]+$/, '')} …`
}

/** What was cut without the beginning of a clause whose verb is gone: "…, and that if Chile", "… unless and"; `least` characters stay. */
function withoutLoose(words: string, least: number): string {
  const short = words.replace(LOOSE_WORDS, '').replace(LOOSE_CLAUSE, '').replace(LOOSE_WORDS, '')
  return short.length < least ? words : short
}

/** Share of the length that stays, in which the words that matter stand. */
const KEPT = 0.7
const LOOSE_WORDS =
  /(?:[\s,;]+(?:and|or|but|that|which|who|whose|where|when|while|unless|if|then|than|to|of|with|by|for|from|until|failing|the|an?|as|although|though|because))+[\s,;:]*$/
/** The words behind the last comma, which is near the cut. */
const LOOSE_CLAUSE =
  /[,;] (?:and |but )?(?:that )?(?:if|when|whenever|unless|until|which|who|whose|where|while|although|though|because|should|after|before|in which|for which|a \p{Ll}+ which|an \p{Ll}+ which) [^,;“”"‘’]{0,70}$/u

/** "Salem, 3 May, …" and "1,500" end no clause. */
const CLAUSE_END = /[,;:–—](?= (?!\d))/g
/** No cut falls within "2 p.m. on", "3 million", "Port Said": what begins a phrase begins after it. */
const PHRASE_START =
  / (?=(?:and|or|but|who|which|that|while|when|where|after|before|because|unless|until|if|as|in|on|at|by|to|for|from|with|under|over) )/g
const WORD_END = / /g

/** Where the last match begins from `least` to `most`; -1 where none does. */
function lastIn(text: string, pattern: RegExp, least: number, most: number): number {
  let last = -1
  for (const { index } of text.slice(0, most + 12).matchAll(pattern))
    if (index >= least && index <= most) last = index
  return last
}

/** The text cut to about `length` characters so that what stands at `at` is in it; cuts are shown as "…". */
export function cutAround(text: string, at: number, length: number): string {
  if (text.length <= length || at < length * 0.7) return cutAt(text, length)
  const wanted = Math.max(0, Math.min(at - Math.round(length * 0.5), text.length - length))
  const clause = text.slice(wanted, at).search(/[,;:–—] (?!\d)/)
  const start = clause < 0 ? text.indexOf(' ', wanted) : wanted + clause + 1
  return `… ${cutAt(text.slice(start + 1), length)}`
}

/** A name as it stands in a list: without the article it had in its sentence and quotation marks left over at its ends. */
export const withoutArticle = (name: string): string =>
  unquoted(name).replace(
    /^(?:an?|the|this|these|that|those|(?:its|their|his|her|our)(?: own)?)\s+(?=\S)/i,
    '',
  )

/** What was said, without the "that" it hung on and without quotation marks around it. */
export const saidWords = (content: string): string =>
  unquoted(oneLine(content).replace(/^that,?\s+(?=\S)/i, ''))

/** "BERGEN, May 3 (Meridian) — Norway …": a sentence without the place, day and agency that head a report. */
export const withoutDateline = (text: string): string => text.replace(DATELINE, '')

const DATELINE =
  /^\p{Lu}[\p{Lu}\s.'’/-]{2,40}(?:(?:,[^—–()]{1,30}|(?=\s?\())(?:\([^()]{2,40}\))?\s?(?:—|–|--?)\s+|\s(?:—|–|--)\s+(?=["“]?\p{Lu}))/u

/** Whether a page's own words are run into a sentence: a card behind a name that ends on "MORE", a heading before its article. */
export const isSpoiled = (sentence: string): boolean =>
  /\bMORE\b|<\/?\w+[ >]|^(?:\p{Lu}[\p{L}.'’-]+ ){1,6}(?:A|An|The) \p{Ll}/u.test(sentence)

const OUTER_QUOTES = /^["“”«»„\s]+|["“”«»„\s]+$/g

/** The words without double quotation marks around them, for printing in our own. */
export function unquoted(text: string): string {
  const inner = text.replace(OUTER_QUOTES, '')
  return inner === '' ? text.trim() : inner
}

/** A sentence that is one quotation without the marks around it; marks of a quotation inside it stay. */
export function unquotedWhole(sentence: string): string {
  const inner = unquoted(sentence)
  return /["“”«»„]/.test(inner) ? sentence : inner
}

/** Words for printing between double quotation marks: theirs become single ones, one left open or never opened is mended. */
export function nested(text: string): string {
  let depth = 0
  const inner = text.replace(/["“”«»„]/g, (mark, at: number) => {
    // A straight mark opens behind a space and closes behind a word.
    const opens = mark === '"' ? /^[\s([{—–-]?$/.test(text.slice(0, at).slice(-1)) : /[“«„]/.test(mark)
    if (!opens && depth === 0) return ''
    depth += opens ? 1 : -1
    return opens ? '‘' : '’'
  })
  return inner + '’'.repeat(depth)
}
