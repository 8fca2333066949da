// In: a draft with its names. Out: the places where it credits another outlet or agency.
import type { Credit, Doc, Name, Sentence } from './doc.ts'

type Relation = Credit['relation']

/** Words looked at on either side of an outlet's name. */
const REACH = 14

const REPORTS =
  '(?:report(?:s|ed|ing)?|sa(?:ys|id|y)|wr(?:ites?|ote|iting)|not(?:es|ed|ing)|reveal(?:s|ed)|f(?:inds|ound)|quot(?:es|ed|ing)|cit(?:es|ed|ing)|publish(?:es|ed)|detail(?:s|ed)|broke|describ(?:es|ed)|estimat(?:es|ed)|conclud(?:es|ed)|confirm(?:s|ed)|learn(?:s|ed)|obtain(?:s|ed)|observ(?:es|ed)|call(?:s|ed)|explain(?:s|ed)|highlight(?:s|ed)|announc(?:es|ed)|calculat(?:es|ed)|suggest(?:s|ed)|put it|points? out|pointed out|added|adds|carried|ran)'
const SAYS =
  '(?:sa(?:id|ys|y|ying)|add(?:s|ed|ing)|argu(?:es|ed|ing)|warn(?:s|ed|ing)|explain(?:s|ed|ing)|insist(?:s|ed|ing)|not(?:es|ed|ing)|declared?|announced?|acknowledg(?:ed|ing|es)|claim(?:s|ed|ing)|suggest(?:s|ed|ing)|predict(?:s|ed|ing)|repeat(?:s|ed|ing)|vow(?:s|ed|ing)|call(?:ed|ing)|call|confirm(?:s|ed|ing)|den(?:ied|ies|ying)|wr(?:ote|ites|iting)|sp(?:oke|eaks|eaking|eak)|talk(?:s|ed|ing)?|appear(?:s|ed|ing|ance|ances)?|comment(?:s|ed|ing)?|remark(?:s|ed)?|statements?|interview(?:s|ed)?|asked|joked|told|quipped|admitted|conceded|opined|went|go|going|op-ed|column|essay|e-?mails?|message)'
const PIECE =
  '(?:reports?|story|stories|articles?|investigation|accounts?|pieces?|reviews?|tall(?:y|ies)|dispatch|headlines?|analys[ei]s|reporting|exclusive)'

/** What stands before an outlet's name (articles and the like taken off), for one sentence's credit. */
const BEFORE: readonly (readonly [Relation, RegExp])[] = [
  [
    'said to',
    /\b(?:told|tells?|telling|spoken to|speaking to|spoke to|speaks to|speaking with|spoke with)(?: \S+ (?:at|from|of|with|,))?$/,
  ],
  [
    'said to',
    /\b(?:interviews?|interviewed|conversation|appearances?|session|exchange|sit - down|discussion)(?: \S+){0,4} (?:with|on|to|for|by|in|from)$/,
  ],
  ['said to', new RegExp(`\\b${SAYS}(?: [^.;:]\\S*){0,6} (?:on|to|in|for|during|via|with)$`)],
  [
    'said to',
    /^(?:(?:but|and|also|earlier|later|appearing|speaking|asked|interviewed) )?(?:on|in|by|with|to)$/,
  ],
  [
    'reported by',
    /\b(?:according to|per|citing|cited by|quoted by|reported by|reported in|reported on|published by|published in|published on|obtained by|revealed by|disclosed by|via|broken by|leaked to|seen by|reviewed by|viewed by|quoting|confirmed by|compiled by|provided to|given to|released to|conducted by|confirmed to|detailed by|detailed in|noted by|credited to)$/,
  ],
  [
    'reported by',
    new RegExp(
      `\\b(?:${PIECE}|polls?|surveys?|sources|data|figures|documents?|transcripts?|footage|video)(?: \\S+){0,3} (?:by|in|from|on|at|of|for|to|with)$`,
    ),
  ],
  ['reported by', /\b(?:according to|per|citing|as) (?:\S+ ){1,3}(?:by|in|from|on|at|of|to)$/],
]
const AFTER: readonly (readonly [Relation, RegExp])[] = [
  ['said to', /^(?:'s? )?(?:\S+ ){0,4}interviews?\b/],
  [
    'reported by',
    new RegExp(
      `^(?:'s? (?:\\S+ ){1,4})?(?:, (?:which|citing|quoting) )?(?:, )?(?:(?:first|also|previously|has|had|have|earlier|later|separately|recently|reportedly|then|online|news|magazine|newspaper) )*${REPORTS}\\b`,
    ),
  ],
  ['reported by', new RegExp(`^(?:'s? )?(?:\\S+ ){0,3}${PIECE}\\b`)],
]
const CONTRIBUTED =
  /\b(?:contribut(?:ed|es|ing) (?:\S+ )?to (?:this|the|his|her) (?:\S+ ){0,2}(?:report|story|article|piece)|(?:additional |with )reporting by|(?:with|used) (?:material|files|information) (?:from|by))/
const COPY =
  /\b(?:(?:first|originally) (?:published|appeared|posted|ran)|republished|re - published|copyright|all rights reserved|this (?:article|story|post|report) (?:was )?(?:first |originally )?(?:published|appeared|appears|ran))\b|[©]/
/** Articles, marks and plain adjectives between a cue and the name. */
const FILL =
  /(?: (?:the|a|an|"|''|'|and|both|our|its|rival|local|state|run|-|owned|controlled|new|recent|earlier|broadcaster|newspaper|network|channel|website|site|agency|agencies|news|wire|service|magazine|program|programme|show|monday|tuesday|wednesday|thursday|friday|saturday|sunday|outlet|outlets|media|cable|u\.s\.|german|french|[a-z]+(?:ish|ese|ian|ean|ican)|journalists?|reporters?|sister|publication|station|radio|tv|television))+$/

/**
 * Credits in order of the text, one for an outlet in a sentence: the sentence says that the outlet reported it, that it
 * was said to the outlet, or (`whole`) that the report comes from or with the help of it.
 */
export function findCredits(doc: Pick<Doc, 'tokens' | 'sents' | 'names' | 'text'>): Credit[] {
  const credits: Credit[] = []
  const outlets = doc.names.filter((name) => name.type === 'outlet')
  const seen = new Set<string>()
  let previous: Name | undefined
  for (const name of outlets) {
    const index = doc.tokens.sent[name.first]
    if (index === undefined) continue
    const sent = doc.sents[index]!
    const key = `${index} ${name.id}`
    if (seen.has(key) || IMAGE.test(words(doc, Math.max(0, name.first - 4), name.first, []))) continue
    if (isShowOf(doc, previous, name)) continue
    previous = name
    const found = creditOf(doc, name, sent, outlets)
    if (!found) continue
    seen.add(key)
    credits.push({ start: name.start, end: name.end, outlet: name.id, ...found })
  }
  return credits
}

/** Credits of pictures say nothing of the text. */
const IMAGE = /\b(?:image|images|photo|photos|photograph|picture|video|getty|caption|media)\b/

/** "NBC's "Meet the Press"": the programme of the outlet named right before it. */
function isShowOf(doc: Pick<Doc, 'tokens'>, before: Name | undefined, name: Name): boolean {
  if (!before || name.first - before.last > 4 || name.first <= before.last) return false
  for (let i = before.last; i < name.first; i++)
    if (!/^(?:'s?|"|''|program|programme|show)$/.test(doc.tokens.lower[i]!)) return false
  return true
}

type Found = Pick<Credit, 'relation' | 'whole'>

function creditOf(
  doc: Pick<Doc, 'tokens' | 'sents' | 'text'>,
  name: Name,
  sent: Sentence,
  outlets: readonly Name[],
): Found | undefined {
  const { tokens } = doc
  const before = words(doc, Math.max(sent.first, name.first - REACH), name.first, outlets)
  const after = words(doc, name.last, Math.min(sent.last, name.last + REACH), outlets)
  const line = `${before} OUTLET ${after}`
  const lead = withoutFill(before)
  if (CONTRIBUTED.test(line)) return { relation: 'contributed', whole: true }
  if (COPY.test(line)) return { relation: 'copy', whole: true }
  if (isDateline(tokens.form, name, sent)) return { relation: 'dateline', whole: true }
  if (isByline(doc, name, sent)) return { relation: 'byline', whole: true }
  for (const [relation, pattern] of BEFORE)
    if (pattern.test(lead) && !(relation === 'said to' && appearsSilent(lead, before, after)))
      return { relation, whole: false }
  for (const [relation, pattern] of AFTER) if (pattern.test(after)) return { relation, whole: false }
  return undefined
}

const APPEARS = /\bappear(?:s|ed|ing)?\b/
const SAID =
  /\b(?:sa(?:id|ys|y|ying)|told|warn(?:s|ed|ing)|argu(?:es|ed|ing)|add(?:s|ed|ing)|declar(?:es|ed)|claim(?:s|ed)|insist(?:s|ed)|vow(?:s|ed)|repeat(?:s|ed)|announc(?:es|ed)|urg(?:es|ed|ing)|implor(?:es|ed)|den(?:ies|ied))\b/
const QUOTED = /["“]|''/

/** Who is only told to appear there, or not to, has not said anything. */
const appearsSilent = (lead: string, before: string, after: string): boolean =>
  APPEARS.test(lead) && !SAID.test(before) && !QUOTED.test(before) && !SAID.test(after)

/** Lower-case words with one space between; every outlet's name is one word OUTLET. */
function words(doc: Pick<Doc, 'tokens'>, first: number, last: number, outlets: readonly Name[]): string {
  const parts: string[] = []
  let at = 0
  for (let i = first; i < last; i++) {
    while (at < outlets.length && outlets[at]!.last <= i) at++
    const outlet = outlets[at]
    if (outlet && outlet.first <= i) {
      if (parts.at(-1) !== 'OUTLET') parts.push('OUTLET')
    } else parts.push(doc.tokens.lower[i]!)
  }
  return parts.join(' ')
}

/** Takes articles, marks and other outlets of one list off the end, so that the cue stands last. */
function withoutFill(before: string): string {
  let lead = ` ${before}`
  for (let turn = 0; turn < 4; turn++) {
    const shorter = lead.replace(FILL, '').replace(/ OUTLET(?: 's?)?(?: ,)?$/, '')
    if (shorter === lead) break
    lead = shorter
  }
  return lead.trim()
}

/** "LONDON (Reuters) - …": a name in round brackets near the sentence's start, then a dash. */
function isDateline(form: readonly string[], name: Name, sent: Sentence): boolean {
  if (name.first - sent.first > 12) return false
  const bracketed = form[name.first - 1] === '(' && form[name.last] === ')'
  const dash = form[name.last + (bracketed ? 1 : 0)] ?? ''
  if (bracketed && /^[-–—]+$/.test(dash)) return true
  return bracketed && name.last + 1 >= sent.last
}

/** "By Ann Lee, Associated Press", "Source: Reuters", or the name alone on its line. */
function isByline(doc: Pick<Doc, 'tokens' | 'sents'>, name: Name, sent: Sentence): boolean {
  const { lower, form } = doc.tokens
  const length = sent.last - sent.first
  if (length > 16) return false
  if (name.last - name.first >= length - 1 && !/^[.?!]$/.test(form[sent.last - 1]!)) return true
  const begins = lower[sent.first]!
  if (begins !== 'by' && begins !== 'source' && begins !== 'from') return false
  for (let i = sent.first + 1; i < name.first; i++)
    if (/^\p{Ll}/u.test(form[i]!) && lower[i] !== 'and' && lower[i] !== 'of') return false
  return sent.last - name.last <= 3
}
