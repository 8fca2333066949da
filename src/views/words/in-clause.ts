// In: a sentence, the words of an act in it, its day. Out: whether a clause that hangs on another word tells it, and not the sentence.

/** What a sentence tells of a day: the words and the verb of an act where there are any, and the words of the day. */
export interface InSentence {
  readonly quote: string
  readonly words?: string | undefined
  readonly verb?: string | undefined
  readonly day: string
}

/** "After an envoy ‹left›", "the men who ‹were freed›", ", when the house ‹sat›". */
const OPENED =
  /\b(?:who|whom|which|where|when|after|before|since|until|while|because|although|though|once|as)(?: [^,;:“”]{0,48})?$/iu
/** "Chile stopped after Peru banned tin on ‹Monday›". */
const BEHIND = /\b(?:after|before|because|although|though|when|where) \p{L}\S* \p{L}[^,;:“”]{0,48}$/u
/** "Peru will suspend the curbs announced on ‹Monday›". */
const BESIDE = /\b(?:will|would|shall|is to|are to)\b[^,;:“”]{0,160}\p{Ll}ed (?:(?:on|in|last) )?$/u
/** "Cut the 50 days he ‹gave on Monday›": a clause hangs on a noun by nothing but its subject. */
const BARE =
  /(?:^|, )(?!(?:On|In|At|During|After|Before|By|For|The|An?) )[^,]*\p{L} (?:the|an?|its|their|his|her)(?: [\p{L}\d]+){1,3}(?<!ed|said|says|told|that|if|as|and|but) (?:he|she|it|they)$/u
/** "Under ‹an accord signed on Monday›", "two of ‹the men held since May›": no sentence begins behind these. */
const HUNG =
  /\b(?:of|in|by|for|with|without|under|to|from|against|at|about|over|into|between|the|a|an|its|their|his|her)$/iu
/** "In a ‹statement published on Monday›, the minister said": as good as the day of what he said. */
const TOLD_IN = /(?:^|, )in an?$/i
/** "‹The terms set out on Monday› have been …": the verb of the sentence is still to come. */
const TO_COME = /^ (?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does)\b/
/** "A plan, ‹adopted by the house on Monday›, …". */
const PARTICIPLE = /^\p{Ll}+(?:ed|en|wn|ade|old|eld|ent|ght|ut) (?:by|on|in|at|last|late|early) /u
/** "The truce, which took effect on ‹Monday›, was …". */
const RELATIVE = /, (?:which|who|whose|where)\b[^,;]*$/u
/** "The law ‹passed by the house on Monday›": a participle with who did it, and no "was" before it. */
const DONE_BY =
  /(?<!\b(?:was|were|been|be|being|is|are|get|got|not|also|later|first|since) )\b\p{Ll}+(?:ed|en|wn|ade|old|eld|ent|ght) by (?:the |an? |its |their )?\p{L}[\p{L}’' ]{1,40}? (?:on |in |last |late |early )*$/u
/** "A new law, ‹unveiled on Monday›", "the law ‹approved on Monday› will …". */
const BESIDE_NOUN = /, \p{Ll}+(?:ed|wn|ade|eld) (?:on |in |last |late |early )*$/u
const BEFORE_VERB = /\p{L} \p{Ll}+(?:ed|wn|ade|eld) (?:on |in |last |late |early )*$/u
const HELPING = '(?:(?:was|were|is|are|has|have|had|been|being|not|also|only|first|later) )*'
const NO_VERB = /^(?:the|this|that|these|those|they|their|he|his|she|her|it|its|all|an?) /

/** Whether a relative or adverbial clause, or words that hang on a noun, tell of the day, while the sentence tells something else. */
export function isInClause({ quote, words = '', verb = '', day }: InSentence): boolean {
  const at = words === '' ? -1 : quote.indexOf(words)
  const isAct = at >= 0 && words.includes(day)
  const untilDay = quote.slice(0, isAct ? at + words.indexOf(day) : quote.search(wholeWords(day)))
  if (RELATIVE.test(untilDay) || DONE_BY.test(untilDay)) return true
  if (!isAct) {
    const isNouns = BEFORE_VERB.test(untilDay) && TO_COME.test(quote.slice(untilDay.length + day.length))
    return isNouns || [BEHIND, BESIDE, BESIDE_NOUN].some((one) => one.test(untilDay))
  }
  const before = quote.slice(0, at).trimEnd()
  return (
    OPENED.test(before) ||
    BARE.test(before) ||
    (HUNG.test(before) && !TOLD_IN.test(before)) ||
    (/^[^,]*,$/.test(before) && PARTICIPLE.test(words)) ||
    (/\bthat$/.test(before) && !NO_VERB.test(words) && beginsWith(words, verb)) ||
    words
      .split(/\b(?:who|whom|which|that) /u)
      .slice(1)
      .some((rest) => beginsWith(rest, verb)) ||
    TO_COME.test(quote.slice(at + words.length))
  )
}

/** "1 July" and not that of "11 July" or "1 July 2031". */
const wholeWords = (day: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${day.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\d)`, 'u')

/** Whether words may begin with a form of a verb, whose first letter nearly all its forms share: "were captured", "ran" of "run". */
const beginsWith = (words: string, verb: string): boolean =>
  verb !== '' && words.replace(new RegExp(`^${HELPING}`), '').startsWith(verb[0]!)
