// In: a sentence that is too long for a line. Out: the same without what stands beside its subject or its object, so that its verb and what follows fit.

/** What is left out shows as this. */
const GAP = ' … '

/** A verb in a form that a subject can have, behind at most an adverb; a participle with who did it is none. */
const FINITE =
  /^(?:\p{Ll}+ly |also |then |later |first |now |not )?(?:\p{Ll}+ed(?! (?:by|in|on|at|from|for)\b)|said|says|told|tells|was|were|is|are|has|have|had|will|would|can|could|may|might|must|shall|should|did|does|put|met|left|took|got|gave|gives?|came|went|began|held|made|won|lost|led|sent|struck|fell|rose|cut|saw|found|brought|broke|chose|wrote|spoke|withdrew|drew|sought|thought|kept|let|stood|sat|ran|paid|sold|bought|built|shut|became|grew|threw|rang|swore|forbade|overrode|undertook|says|wants?)\b/u
/** A verb among the words before a comma: they are more than a subject. */
const HAS_VERB =
  / (?:said|says|told|was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does|put|met|left|took|gave|came|went|began|held|made|won|led|sent|struck|fell|rose|saw|\p{Ll}{2,}ed) /u
/** "On 13 May, the day before …, the bureau said": no subject opens the sentence. */
const OPENS_WITHOUT =
  /^(?:about|according|across|after|against|although|amid|among|as|asked|at|because|before|but|by|despite|during|even|following|for|from|having|if|in|instead|like|on|once|over|since|through|to|unless|under|until|when|where|while|with|within|without|\p{L}+ing)\b/iu
/** "Since Trump, having …": a clause that goes on behind the comma. */
const BEGUN = / (?:since|after|before|when|while|because|until|that|as) (.+)$/u
/** Words with which something beside the subject begins: no name, no further subject, and no verb. */
const BESIDE =
  /^(?!(?:and|or|but|nor|as well as|not|it|he|she|they|we|that|if|when|because|while|after|before)\b)\p{Ll}/u
/** With which it begins where it stands beside something else than the subject. */
const RELATIVE = /^(?:who|which|whose|whom|where|an?|the|its|his|her|their)\b/
/** "…, and Tom, her deputy, said": another subject stands in it. */
const JOINS = /, (?:and|or) /
/** "…, which was set for May and was, as announced, moved": a verb of what stands beside it is told behind another comma. */
const LEFT_OPEN = /\b(?:was|were|is|are|be|been|has|have|had), /
/** Words of a subject, and characters of what is worth leaving out. */
const SUBJECT_WORDS = 24
const LEAST = 30

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The sentence without as much of that as it takes to have at most `length` characters; `isKept` names places that must stay.
 * "The dockers, who load ore in Callao and …, voted to strike" becomes "The dockers … voted to strike".
 */
export function withoutAsides(
  sentence: string,
  length: number,
  isKept: (span: Span) => boolean = () => false,
): string {
  const spans: Span[] = []
  const leftTo = () =>
    sentence.length - spans.reduce((sum, { start, end }) => sum + end - start - GAP.length, 0)
  const found = [...bracketsIn(sentence), ...besideSubject(sentence), ...besideOthers(sentence)]
  for (const span of found) {
    if (leftTo() <= length) break
    if (!isKept(span) && !spans.some(({ start, end }) => start < span.end && span.start < end))
      spans.push(span)
  }
  return spans
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end }) => `${text.slice(0, start).trimEnd()}${GAP}${text.slice(end).trimStart()}`,
      sentence,
    )
}

/** "(a port that …)", " — a port that … — ". */
const bracketsIn = (sentence: string): Span[] =>
  [...sentence.matchAll(/ (?:\([^()“”"]{24,200}\)|[—–] [^—–“”"]{24,200} [—–])(?= )/g)].map(
    ({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }),
  )

/** What stands between a subject that opens the sentence and its verb. */
function besideSubject(sentence: string): Span[] {
  const start = sentence.indexOf(', ')
  const subject = sentence.slice(0, start)
  if (start < 0 || subject.split(' ').length > SUBJECT_WORDS) return []
  if (OPENS_WITHOUT.test(subject) || HAS_VERB.test(`${subject} `)) return []
  return spanFrom(sentence, start, (words) => BESIDE.test(words) && !FINITE.test(words), FINITE)
}

/** What is told of somebody or something behind the verb, before the sentence goes on with a verb. */
const besideOthers = (sentence: string): Span[] =>
  [...sentence.matchAll(/, (?=who|which|whose|whom|where|an?|the|its|his|her|their)/g)].flatMap(({ index }) =>
    spanFrom(sentence, index, (words) => RELATIVE.test(words), /^to \p{Ll}/u),
  )

/** From the comma at a place to the next that such words follow. */
function spanFrom(
  sentence: string,
  start: number,
  opens: (words: string) => boolean,
  goesOn: RegExp,
): Span[] {
  if (!opens(sentence.slice(start + 2))) return []
  for (let at = sentence.indexOf(', ', start + 2); at >= 0; at = sentence.indexOf(', ', at + 2)) {
    const aside = sentence.slice(start, at)
    if (JOINS.test(aside) || LEFT_OPEN.test(aside) || /[;:“”"]/.test(aside)) return []
    if (aside.split(', ').some(isBegun)) return []
    if (goesOn.test(sentence.slice(at + 2))) return aside.length >= LEAST ? [{ start, end: at + 1 }] : []
  }
  return []
}

/** Whether a clause begins in words that have no verb for it. */
const isBegun = (words: string): boolean => {
  const [, clause] = BEGUN.exec(words) ?? []
  return clause !== undefined && !HAS_VERB.test(` ${clause} `)
}
