// In: a sentence of a report, or words of one. Out: what in them only the words before explain.
import { stem } from '../words.ts'
import { hasDay } from './substance.ts'

/** What words leave open: the noun they point with ("that figure", "the request"), "" where they point without one. */
export interface Open {
  readonly noun: string
  /** Whether the noun stands for a whole sentence ("that idea"), which need not have it. */
  readonly isOfSentence?: boolean
  /** Whether the sentence, where it is long, may say by itself what it tells of. */
  readonly isOwn?: boolean
  /** Whether somebody is meant: "he", "her office". */
  readonly isOfPerson?: boolean
}

/** Nouns that stand for what was told before: "the request", "that account", "the decree", "the port". */
const SHELLS: ReadonlySet<string> = new Set(
  (
    'accord account accusation allegation amendment announcement answer application argument arithmetic arrangement article ' +
    'assertion attack ballot ban bill breach bridge campaign case ceiling centre ceremony change channel charge city claim ' +
    'clause closure comment commitment complaint compromise concession condition conference contract corridor cost cut date ' +
    'decision declaration decree delay demand denial deposit development difference discrepancy dispatch document draft duty ' +
    'election estimate examination exchange exemption expansion explanation facility factory fee figure finding firm footage ' +
    'formula fund gap gathering harbour hearing idea incident increase injunction inquiry inspection investigation law invitation ' +
    'issue legislation letter levy licence limit link list loss matter memorandum message method mill mine mission motion ' +
    'move note notice number offer operation option order outcome package paper papers pardon penalty period permit petition ' +
    'pipeline plan plant pledge point poll port position postponement practice price probe problem procedure programme ' +
    'program project promise proposal protest province purchase purpose question quota raid rate readout reading reasoning ' +
    'recommendation referendum refinery regulation release remark removal reply report request requirement reserve resolution ' +
    'response result review rise row rule ruling scheme sentence session shipment shutdown signing statement step story ' +
    'subsidy suggestion surcharge survey suspension swap terminal test testimony text threat total transfer trial tribunal ' +
    'understanding undertaking upgrade variant verdict version vessel visit vote waiver walkout warning withdrawal wording'
  ).split(' '),
)

/** After "this" and "such" no noun that is pointed with. */
const NO_NOUN: ReadonlySet<string> = new Set(
  (
    'week month year morning afternoon evening night day summer autumn winter spring time weekend season quarter decade way kind ' +
    'sort thing person people man woman official side as is was were are will would has had have did does can could may might should must means meant and or but in on at by ' +
    'to of for who which that not also only too much many few point much long far include includes included follow followed apply come first second third fourth rest remainder latter former'
  ).split(' '),
)

/** Begins with what only the words before explain: "It runs for 200 days", "Such a note was sent", "One said". */
const BEGINS = new RegExp(
  `^\\W*(?:(?:but|and|yet|still|so|then|further|moreover) ,?)?(?:(?:${[
    'it|they|this|these|those|its|their|his|her|he|she|neither|none|each|such|there(?=,)|then(?=,)',
    'both(?! (?:sides|parties|countries|governments|teams|delegations|men|women|of|the)\\b)',
    '(?:if|unless|once|when|until|should) (?:it|they|this|that|these|those|both|neither)',
    'one (?:said|says|had|was)|(?:an|the )?other (?:said|says)|some said',
    '(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d+|some|several|many|most|the) (?:others?|more)(?= \\p{Ll})',
    'an?other (?:one|two|three|four|five|six|\\d\\S*) |(?:a|the) (?:second|third|fourth|rest|remainder|first stage|latter|former)(?= (?:is|was|will|would|has|had|said|says|are|were)\\b)',
    'part (?:is|was|will|would|of (?:it|them)\\b)|in (?:return|exchange)(?=,| \\p{Ll}+ \\p{Ll}+ )',
    '(?:since|by|until|below|above|beyond|besides|despite|under|without|after|before) (?:then|that|this|it|them)(?= …|[,. ])',
    'that (?:is|was|would|will|has|had|does|did|may|could|came|means|meant|left|leaves|makes|made)',
    '(?:nor|so) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)',
  ].join('|')})\\b|the (?:latter|former)\\b)`,
  'iu',
)

/** "It is not clear whether", "It was the union that": points at nothing before. */
const pointsAtNothing = (words: string): boolean => EMPTY_IT.test(words)
const EMPTY_IT =
  /^\W*(?:but |and )?it (?:is|was|remains|remained|seems|seemed|appears|appeared|will be|would be|(?:must|should|can) be|has been|had been|took|takes) (?:(?:\S+ ){0,3}?(?:whether|that)\b|(?:\S+ ){0,2}?(?:un)?(?:clear|known|certain|sure|obvious|decided|said|disclosed|specified|announced|plain) (?:how|when|why|if|where|who|which)\b|(?:not )?(?:the|in|on|at|only|because)(?: \S+){1,6}? (?:who|that|which)\b)/iu

/** Somebody who may be told of in the same sentence as a thing that is pointed at. */
const OF_PERSON = /^\W*(?:but |and )?(?:he|she|his|her)\b/i

/** Whether words begin with what only the words before them explain. */
export const beginsPointing = (words: string): boolean =>
  (BEGINS.test(words) && !pointsAtNothing(words)) || OF_A_NUMBER.test(words)
const OF_A_NUMBER = /^\W*the (?:figure|number|rate|idea|move|step) (?:is|was|will|has|had)\b/i

const DEMONSTRATIVE = /\b(this|that|these|those|such(?: an?)?|the same) (\p{Ll}{3,})/giu
/** A noun with its article alone; what follows it is neither its complement nor a noun that it stands before. */
const BARE =
  /\bthe (?:\d\S* |(?:new|latest|higher|lower|whole|entire|final|planned|proposed|disputed) )?(\p{Ll}{3,})(?=["”’']?(?:[,.;:]|$)| (?:is|was|were|are|has|had|have|will|would|could|should|may|might|did|does|can|and|but|or|nor|because|before|after|until|when|while|at|as|said|says|again|now|then|late|early|last|this|next|every|each|themselves|itself|in force|\p{Ll}{2,}ed|to be|to go|(?:on|in|by|from|for|since|until) (?:an?|\p{Lu}\p{Ll}+|early|late|mid|\d))\b| ["“‘])/gu
const BARE_SUBJECT =
  /^\W*The (\p{Ll}{3,})(?: (?:also|alone|itself|themselves))?(?:,| (?:was|were|is|are|has|had|have|will|would|did|does|can|could|may|might|must|should|now|said|says|stays?|began|ended?s?|came|went|goes|gave|gets?|got|took|runs|ran|holds|held|wants|\p{Ll}{3,}ed)\b)/u
/** Whether a noun stands for what was told before it. */
export const isShell = (noun: string): boolean => SHELLS.has(stem(noun.toLowerCase()))

/** Those of them that stand for a whole sentence, in whatever words it is. */
const OF_SENTENCES: ReadonlySet<string> = new Set(
  (
    'accusation allegation argument arithmetic assertion charge claim complaint difference discrepancy explanation gap idea incident ' +
    'invitation loss matter move number figure outcome reasoning request step suggestion swap'
  ).split(' '),
)

/** Nouns of which there is one, or that a page is about. */
const UNIQUE: ReadonlySet<string> = new Set(
  (
    'government president world country state market week month year day war west economy public sea weather sun army talk ' +
    'negotiation deal agreement accord truce ceasefire tariff side two three first second third rest most same other only'
  ).split(' '),
)

/** Answers to what stands before: "denied it on Sunday", "rejected both"; of "said that the ban" the "that" points at nothing. */
const ANSWERED =
  /^(?:[^,;:]{2,90}?) (?:\p{Ll}+(?:ed|es|s|t)|put|won|sent|met|saw|took|gave|call|confirm|deny|discuss|lift|cancel) (?:(?:it|them|him|this|both|neither|these|those)(?=[,.;]|$| (?:on|in|as|at|back|by|to|and|but|for|a|an|the|twice|until|if|with|from|yesterday|today)\b)|that(?=[,.;]|$| (?:and|but|twice|yesterday|today)\b)|(?<=called )that(?= an? ))/u
/** "The Democrats, Lund's partner, urged him": whom the words before it name. */
const namesWhom = (text: string, lead: string): boolean =>
  /(?:him|her)$/.test(lead) && (text.match(NAMES) ?? []).length > 1
const NAMES = /\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu

/** A clause before the verb may hold what is meant. */
const SECOND_CLAUSE =
  / (?:and|but|which|who|that|to|if|when|as|because|while|whether|where|after|before|unless|until) \p{L}/u

/** "Asked for it to be lifted", "agreed that it be told": behind nothing but somebody's name and verbs that go on to it. */
const HANDED_ON =
  /^\W*(?:The \p{Ll}+|(?:(?:The|A) )?\p{Lu}\S*(?: (?:\p{Lu}\S*|of|and|the|for|de|von|al|spokes\p{Ll}+|minister|secretary|leader|negotiator|envoy|official)(?= )){0,8}) (?:also |repeatedly |had |has |have )?(?:\p{Ll}+(?:ed|es|s)|said|put|won|sent|met|took|gave|want|told) (?:(?:to|that|for|about|of|on|with|by|from|over|be|been|being|is|was|has|had|have|will|would|could|should|not|n't|also|repeatedly|twice|again|already|he|she|they|we|him|her|us|let|drop|lift|take|give|keep|see|end|cut|sign|ask|make|raise|accept|reject|discuss|allow|pay|use|support|block|deduct|\p{Ll}{2,}ed|\p{Ll}{3,}ing|\p{Lu}[\p{L}’'-]+) ){0,7}(?:it|them|doing so|do so)(?=[,.;]|$| (?:on|in|as|at|back|by|to|and|but|for|with|from|be|is|was|would|will|had|twice|until|if|once|soon)\b)/u

/** "Offered two.", "a text without one": of what, is left out. */
const LEFT_OUT =
  /\b(?!(?:of|no|any|every|each|this|that|the|only|or|and|to|by|for|from|number|phase|stage|day|part|article|chapter|point|hundred|since|until|till|past|before|after|is|was|were|are|be)\b)\p{Ll}{3,} (?:one|two|three|four|five|both|neither|each|none|some|another)(?=["”’']?(?:[.,;]|$)| twice\b)/u
/** What a verb or a noun needs beside it, and here has not: "refused on Monday.", "no date has been set", "among them". */
const ELLIPSES: readonly RegExp[] = [
  /\b(?:refused|declined|objected|complied|consented|disagreed|(?:did not|didn['’]t|do not|don['’]t) (?:object|agree|comply)|(?:have|has|had) to comply|agreed(?= on \p{Lu}\p{Ll}+day\.))(?=[.,;]|$| (?:on|from|by) (?:\p{Lu}|\d)| at once\b| again\b)/u,
  /\b(?:denie[sd]|denied|deny) (?:that \S+ had |having |\S+ had )\S+ (?:\S+ )?anything\b/u,
  /\bamong them(?=[.,;]|$)|\bin return(?=[.;]|$)|\bif (?:it comes to that|so|not)\b/u,
  /\bno (?:\p{Ll}+ )?(?:date|decision|vote|deadline|agreement|deal|day|time|place) (?:has|had|was|were)(?: yet)? (?:been )?(?:set|taken|made|fixed|called|reached|named)(?= yet\b|[.,;]|$)/u,
  // "Wanted $14.20.", "gave 221,000 and blamed".
  /\b(?:wanted|offered|gave|puts? it at|sought|proposed|demanded|reckons|counted|claimed) (?:about |some |only |nearly )?[$€£]?\d[\d.,]*(?: (?:million|billion|trillion|percent|per cent|mn|bn)|%|mn?|bn)?(?=[.;]|$| and \p{Ll}+ed\b| on \p{Lu})/u,
  // "Is to vote by 3 May": on what.
  /\b(?:to|will|would) (?:vote|rule|decide|answer|report back) (?:by|in|on) (?:\p{Lu}\p{Ll}+|\d|early|late)/u,
  /\bfound (?:\d+|\p{Ll}+) (?:per ?cent|%) (?:for|against|in favou?r)\b/u,
]
/** Something of which the number that is left out may be. */
const OF_SEVERAL = /\b(?:an?|two|some|several|and) \p{L}/u
/** Nouns of a deed, which say little without whose or of what: "asked for signature by July", "Findings are expected". */
const OF_A_DEED =
  'approval|attendance|cancellation|closure|compensation|compliance|delivery|deliveries|details|extension|findings|implementation|negotiations|' +
  'payments?|permission|postponement|ratification|refunds?|release|removal|renewal|repeal|results|resumption|scheduling|shipments|signature|' +
  'suspension|talks|turnout|volumes|voting|withdrawal|witnesses'
const DEED_FIRST = new RegExp(
  `^\\W*(?:${OF_A_DEED}) (?:is|are|was|were|has|have|had|will|would|may|resumes?d?|begins?|began|starts?|started|ended|rose|fell|could|should|came|continued?)\\b`,
  'iu',
)
const DEED_ALONE = new RegExp(
  `\\b(?:for|of|that|hear|heard|on|to) (?:an? |no |any )?(?:${OF_A_DEED})(?=[.,;]|$| (?:by|on|before|until|in|was|were|at) (?:\\d|\\p{Lu}|once|the))`,
  'u',
)
const THERE = /\bthere(?=["”’']?(?:[.,;]|$))|^\p{Lu}\p{Ll}+ there \p{Ll}/u
/** "Rose from the table in Geneva": a place that "there" may mean. */
const OF_A_PLACE = / (?:in|at|from|to|of|near) (?:the )?\p{Lu}/u
const THEN =
  /\b(?:by|until|since|before|after) then\b|\b(?:do|does|did|done|doing) (?:so|that|it) ?(?=[,.;]|$|again|by)/iu

/** A short sentence of nobody named: "Some 95 have been moved"; its first word is no name. */
const OF_NOBODY =
  /^\W*(?:An?|Some|About|Nearly|Almost|More|Most|Less|Fewer|No|Another|Only|Just|Over|Around|Roughly|At|In|On|By|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Hundreds|Thousands|\d\S*|\p{Lu}\p{Ll}+ (?:was|were) (?:\d|about|some|up|down)) /u
/** Words of a sentence without a name from which it is not asked where and of whom it tells. */
const MANY = 12

/** "But the boats came", "Instead a quota was set": a short sentence that turns against the one before. */
const TURNS = /^\W*(?:But|Nor|Yet|However|Instead|Even so|Though it)\b/u

/** "An envoy offered another account.", "was asked about it on Sunday": what is announced, only the words behind tell. */
export const announces = (words: string): boolean => ANNOUNCES.test(words.replace(/\s+/g, ' ').trim())
const ANNOUNCES =
  /\b(?:another|a different) (?:account|version|explanation|reading|reason|story)\.$|\b(?:otherwise|differently|simple arithmetic)\.$|\b(?:was|were) (?:blunt|specific|brief|plain|asked about \S+(?: (?:on|in|at) \S+)?)\.$|\boffered an? (?:\p{Ll}+ )?(?:warning|explanation|reason|reply|answer)\b(?!:| that\b| of\b)|\b(?:two|three|four|several) (?:reasons|conditions|demands|points)\.$/u

/** What words leave open to one who reads them alone; undefined where nothing does. A page asks of one sentence many times. */
export function openIn(words: string): Open | undefined {
  if (KNOWN.has(words)) return KNOWN.get(words)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  const open = leftOpen(words.replace(/\s+/g, ' ').trim())
  KNOWN.set(words, open)
  return open
}
const KNOWN = new Map<string, Open | undefined>()
const MOST_KNOWN = 4096

function leftOpen(text: string): Open | undefined {
  const isOfPerson = OF_PERSON.test(text)
  if (beginsPointing(text) && !isOfPerson) return { noun: nounAfter(text), isOfSentence: true }
  const pointed = pointedNoun(text)
  if (pointed !== undefined) return pointed
  if (TURNS.test(text) && text.split(' ').length < LONG) return { noun: '', isOfSentence: true }
  if (isOfPerson) return { noun: '', isOfPerson }
  const lead = ANSWERED.exec(withoutAsides(text))?.[0]
  if (lead !== undefined && !SECOND_CLAUSE.test(lead) && !namesWhom(text, lead)) return { noun: '' }
  if (HANDED_ON.test(withoutAsides(text)) || DEED_FIRST.test(text)) return { noun: '' }
  const isLeft = (pattern: RegExp, most: number, unless?: RegExp): boolean => {
    const at = text.search(pattern)
    return at >= 0 && text.slice(0, at).split(' ').length < most && !unless?.test(text.slice(0, at))
  }
  if (isLeft(LEFT_OUT, LONG, OF_SEVERAL) || ELLIPSES.some((one) => isLeft(one, LONG))) return { noun: '' }
  const parts = text.split(' ')
  if (parts.length < LONG && DEED_ALONE.test(text)) return { noun: '' }
  const there = text.search(THERE)
  if (there >= 0 && !OF_A_PLACE.test(text.slice(0, there))) return { noun: '' }
  const then = text.search(THEN)
  if (then >= 0 && !hasDay(text.slice(0, then)) && text.slice(0, then).split(' ').length < MANY)
    return { noun: '' }
  const subject = BARE_SUBJECT.exec(text)?.[1]
  if (subject !== undefined && !UNIQUE.has(stem(subject))) return { noun: subject }
  return parts.length < MANY && OF_NOBODY.test(text) && !parts.some(isName) ? { noun: '' } : undefined
}

/** "That figure", "such a note": the noun; "" for "it" and "that was". */
function nounAfter(text: string): string {
  const [, , noun = ''] =
    /^\W*(?:but |and )?(this|that|these|those|such(?: an?)?|the) (\p{Ll}{3,})/iu.exec(text) ?? []
  return NO_NOUN.has(noun) ? '' : noun
}

const LONG = 18

/** The first noun pointed with, of which the words before it say nothing. */
function pointedNoun(text: string): Open | undefined {
  for (const { index, 1: word = '', 2: noun = '' } of text.matchAll(DEMONSTRATIVE)) {
    const isAnyNoun = /^(?:this|these|such|the same)/i.test(word) || / of $/.test(text.slice(0, index))
    if (NO_NOUN.has(noun) || !(isAnyNoun || isShell(noun))) continue
    if (!saysBefore(text, index, noun)) return { noun, isOfSentence: isShell(noun) }
  }
  // A long sentence says enough beside "the bill" that stands late in it.
  const isLong = text.split(' ').length > LONG
  for (const { index, 1: noun = '' } of text.matchAll(BARE)) {
    if (isLong && index > EARLY) return undefined
    if (isShell(noun) && !OF_TELLERS.test(text.slice(0, index)) && !saysBefore(text, index, noun))
      return { noun, isOfSentence: OF_SENTENCES.has(stem(noun.toLowerCase())), isOwn: isLong }
  }
  return undefined
}
/** Characters at the beginning of a long sentence. */
const EARLY = 60

/** "People familiar with the matter" say no more of it anywhere. */
const OF_TELLERS =
  /\b(?:familiar with|briefed on|close to|knowledge of|direct knowledge of|told of|asked about) $/i

/** Whether the words before a place have the noun, or one of its root ("proposed … the proposal"); of a number any number. */
const saysBefore = (text: string, at: number, noun: string): boolean =>
  holdsRoot(text.slice(0, at), noun) || (/^(?:number|figure)$/.test(noun) && /\d/.test(text.slice(0, at)))

/** Whether words have a noun, or a word of its root. */
export function holdsRoot(text: string, noun: string): boolean {
  const root = stem(noun.toLowerCase())
  const begin = root.length > ROOT ? root.slice(0, ROOT) : root
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => stem(word) === root || (root.length > ROOT && word.startsWith(begin)))
}
/** Letters that words of one root share. */
const ROOT = 5

/** A sentence without what stands between commas beside a name, and without a phrase of time before it. */
const withoutAsides = (text: string): string =>
  text
    .replace(/^(?:After|Before|When|While|Since|On|In|At|By|Asked|Later)\b[^,]{2,80}, /, '')
    .replace(/, [^,]{2,60}, (?=\p{Ll})/u, ' ')

/** A capital within the sentence, or a name's genitive at its start. */
const isName = (word: string, at: number): boolean =>
  /^[^\p{L}]*\p{Lu}/u.test(word) && !hasDay(word) && !/^\W*I\b/.test(word) && (at > 0 || /['’]s$/.test(word))
