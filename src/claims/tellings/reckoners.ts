// In: a scene, a number. Out: who has a number of their own for what was told before: "the bank comes to 57 %", "its own estimate is $3 million", "the usual $4 billion".
import { UPOS } from '../../language/doc.ts'
import { leadOf } from '../figures/amount.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { speakerBy } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { type Amount, isOfOwn } from './amounts-told.ts'
import { COSTS, GIVES, MOVES, markBefore, SUMS, verbOver } from './verb-over.ts'
import { NUMBERS, whoseCount } from './whose-count.ts'

/** A number that somebody has of their own. */
export interface Reckoner {
  /** Whose number it is, in words; undefined where an attribution says it. */
  readonly by?: string
  /** Head of who it is; undefined where nobody is named. */
  readonly who?: number
  /** How surely its words alone point to a number told before: by a word that stands for it, by a verb of reckoning, by having no noun, by none; or that it is another's is said before it. */
  readonly points: 'back' | 'verb' | 'alone' | 'no' | 'mark'
  /** Set where "it", "them" or "their number" stands for what it is of. */
  readonly isIt?: true
  /** The noun it is given for, where one is named: "put the cost at". */
  readonly thing?: number
  /** First token of its clause. */
  readonly from: number
}

/** Whose a number is that the text calls the usual one. */
const OTHERS = 'others'
/** Adjectives that say of a number that others have another. */
const WHOSE =
  /^(?:own|official|independent|unofficial|earlier|previous|first|original|latest|higher|lower|third|second|different|rival|internal|usual|common|true|real|actual)$/
const QUOTED = /^(?:quoted|cited|given|mentioned|used|reported|named|repeated)$/
const OFTEN = /^(?:often|widely|usually|commonly|generally|frequently|sometimes|also|still)$/
const CLAIMS = /^(?:claim|speak|cite|count|quote|allege|put|estimate|say)$/
const NOUN = UPOS.indexOf('NOUN')
const PRON = UPOS.indexOf('PRON')
const PROPN = UPOS.indexOf('PROPN')
const BREAK = /^(?:;|:|\(|--|\u2014|\u2013|while|whereas|but|although|though|however|and)$/
/** Numbers as large as this are no ages, hours or places in a row. */
export const LARGE = 100
/** Who has this number; undefined where it is not told as somebody's reckoning. */
export const reckonerOf = (scene: Scene, amount: Amount): Reckoner | undefined =>
  byMark(scene, amount) ??
  byCount(scene, amount) ??
  byWords(scene, amount) ??
  byIts(scene, amount) ??
  byVerb(scene, amount) ??
  byNoun(scene, amount) ??
  byArticle(scene, amount) ??
  byNot(scene, amount)

/** "31 percent by Lima's count and 26 by Oslo's", "9,000 according to the port, 7,000 according to the police": whose number it is right behind it. */
function byWords({ doc, fillers }: Scene, { first, last }: Amount): Reckoner | undefined {
  const { lemma, lower, sent, tag } = doc.tokens
  const end = doc.sents[sent[first]!]!.last
  const isAccording = lower[last] === 'according' && lower[last + 1] === 'to'
  if (!isAccording && lower[last] !== 'by') return undefined
  const from = isAccording ? last + 2 : last + 1
  const stop = range(from, Math.min(end, from + 8)).find((at) => /^(?:[,.;:()]|POS|IN|CC)$/.test(tag[at]!))
  if (stop === undefined || stop === from) return undefined
  const isCount =
    tag[stop] === 'POS' &&
    (NUMBERS.has(lemma[stop + 1] ?? '') || /^(?:[.,;:]|IN|CC)$/.test(tag[stop + 1] ?? '.'))
  if (isAccording ? tag[stop] === 'POS' : !isCount) return undefined
  const by = fillers.nameAt(stop - 1)?.canonical ?? fillers.phraseOf(from, stop - 1, stop - 1).text
  return { by, points: 'alone', from: first }
}

const DIFFERS =
  /\b(?:another|a different|a second) (?:figure|number|count|estimate|total|sum|tally)\b|\b(?:figures?|counts?|numbers?|estimates?|totals?|sums?|tally|tallies) (?:differs?|are different|is different)\b|\bcounts? (?:them )?differently\b|\b(?:figures?|numbers?|counts?) (?:is|are|was|were) (?:being )?(?:read|given|put) differently\b/

/** "Their count differs. An officer said that 600 boats …": a sentence, or the one before, says that this number is another's. */
function byMark(scene: Scene, { first, kind }: Amount): Reckoner | undefined {
  const { doc } = scene
  const here = doc.tokens.sent[first]!
  if (kind === 'span' || kind === 'times' || scene.attributions(first).length === 0) return undefined
  const before = doc.sents[here - 1]
  const from = (before ?? doc.sents[here]!).start
  return DIFFERS.test(doc.text.slice(from, doc.tokens.start[first]))
    ? { points: 'mark', from: clauseStart(scene, first) }
    : undefined
}

/** Verbs of those who are counted, which say no more than that they are so many. */
const THERE: ReadonlySet<string> = new Set(
  'come attend join gather march demonstrate participate strike'.split(' '),
)
const PRESENT = /^(?:out|there|present|involved|affected|place|force|custody|hospital|hiding)$/

/** "The union said 4,500 were out": a number without a noun, told by somebody, of what was counted before, or of whom the same verb tells. */
function byCount(scene: Scene, amount: Amount): Reckoner | undefined {
  const { first, last, kind, value } = amount
  const { doc, grammar } = scene
  const { dep, head, lemma, lower } = doc.tokens
  const isOwn = isOfOwn(scene, amount)
  const arePeople =
    kind === 'count' &&
    /^(?:people|person)$/.test(value.unit) &&
    /^(?:people|persons)$/.test(lower[last - 1]!)
  if (arePeople || isOwn) {
    const verb = grammar.governor(isOwn ? first : last - 1)
    const isThere =
      verb >= 0 &&
      (THERE.has(lemma[verb]!) ||
        (lemma[verb] === 'take' && lower[verb + 1] === 'part') ||
        (/^(?:stay|walk|come)$/.test(lemma[verb]!) && lower[verb + 1] === 'out'))
    if (isThere && scene.attributions(first).length > 0)
      return { from: clauseStart(scene, first), points: 'back' }
  }
  if (kind !== 'bare' || last !== first + 1 || !/^nsubj/.test(dep[first]!)) return undefined
  const over = head[first]!
  if (scene.attributions(first).length === 0) return undefined
  const from = clauseStart(scene, first)
  // "Officials said that only 31 had been notified".
  if (/^(?:only|just|merely)$/.test(lower[first - 1] ?? '')) return { from, points: 'alone' }
  if (lemma[nextVerb(scene, first) ?? first] === 'be' && PRESENT.test(lower[over]!))
    return { from, points: 'back' }
  if (!grammar.isVerb(over) || over !== nextVerb(scene, first) || MOVES.test(lower[over + 1]!))
    return undefined
  return THERE.has(lemma[over]!) ? { from, points: 'back' } : { from, points: 'no', thing: over }
}

/** "By the reckoning of the minister it is 29 billion". */
function byIts(scene: Scene, { first }: Amount): Reckoner | undefined {
  const { lower, lemma } = scene.doc.tokens
  const lead = leadOf(scene, first)
  if (lemma[lead] !== 'be' || !/^(?:it|this|that|they)$/.test(lower[lead - 1] ?? '')) return undefined
  const by = whoseCount(scene, first)
  return by === undefined ? undefined : { by, points: 'back', from: clauseStart(scene, lead) }
}

/** The first verb behind a token that is no auxiliary. */
function nextVerb({ doc: { tokens } }: Scene, token: number): number | undefined {
  let at = token + 1
  const isNext = () => tokens.sent[at + 1] === tokens.sent[token]
  while (/^(?:aux|advmod)/.test(tokens.dep[at] ?? '') && isNext()) at++
  return tokens.sent[at] === tokens.sent[token] ? at : undefined
}

/** "Puts the loss at", "speaks of", "comes to", "made it", "gave the number as", "forecasts". */
function byVerb(scene: Scene, amount: Amount): Reckoner | undefined {
  const { first } = amount
  const { doc } = scene
  const { lemma, lower, pos, tag } = doc.tokens
  const lead = markBefore(scene, first)
  const over = verbOver(scene, lead)
  const verb = over?.verb
  // "Put at 62 percent the share of imports that …": what it is given for stands behind it.
  const isBehind =
    verb === lead - 1 && lower[lead] === 'at' && /^(?:the|its|their)$/.test(lower[amount.last] ?? '')
  const thing = over?.thing ?? (isBehind ? nominalFrom(scene, amount.last) : undefined)
  if (verb === undefined || scene.epistemics(verb).polarity === 'denied') return undefined
  const from = clauseStart(scene, verb)
  // "The union says wages will cost $6 million": who says it.
  const isSaid = scene.attributions(first).length > 0
  if (COSTS.has(lemma[verb]!)) return isSaid ? { from, points: 'no', thing: verb } : undefined
  // "The request had been put at $20 billion": what is counted, not who counts, unless "by the port" says it.
  const isPassive = lemma[verb] !== 'tell' && scene.grammar.dependents(verb, 'aux:pass').length > 0
  if (isPassive) return byAgent(scene, verb, amount)
  const who = subjectOf(scene, verb, from)
  const isDirect = GIVES.has(lemma[verb]!) && verb === lead
  // "Patrols say they have seen 51": who says it.
  const isTheirs = who !== undefined && /^(?:they|he|she|it|we)$/.test(lower[who]!)
  // "He has heard of 300", "they had been told 31 votes".
  const isHearsay = /^(?:hear|tell)$/.test(lemma[verb]!)
  if (isHearsay) return isSaid && isTheirs ? { from, points: 'verb' } : undefined
  if (isSaid && isTheirs && isDirect && tag[verb] === 'VBN' && isWithoutNoun(scene, amount))
    return { from, points: 'alone' }
  // "The union says it comes to 9 percent": who says it.
  if (isSaid && who !== undefined && SUMS.test(lemma[verb]!) && /^(?:it|this|that)$/.test(lower[who]!))
    return { from, points: 'verb' }
  const isSpeaker = who !== undefined && SPEAKS.test(lemma[verb]!) && pos[who] === NOUN
  if (who === undefined || !(isSpeaker || isSource(scene, who))) return undefined
  const isIt = thing !== undefined && /^(?:it|them|that|this)$/.test(lower[thing]!)
  const isNumber = thing !== undefined && NUMBERS.has(lemma[thing]!)
  // "The number of lorries": what is counted.
  const of = isNumber
    ? scene.grammar
        .dependents(thing, 'nmod')
        .find((at) => (at < lead || isBehind) && tag[at] !== 'PRP$' && !scene.fillers.timeAt(at))
    : thing
  // "Peru counts six": a country may tell of its own, not where it says a number.
  const isOwn = isState(scene, who) && !/^(?:say|give|acknowledge|recogni[sz]e)$/.test(lemma[verb]!)
  // "Averaged 200,000 barrels. The ministry gave 220,000": no sum that was paid.
  const isGiven = lemma[verb] === 'give' && amount.kind === 'bare' && amount.value.value >= LARGE
  const isAlone =
    isDirect && (isGiven || ACCOUNTS.test(lemma[verb]!)) && isWithoutNoun(scene, amount) && !isOwn
  return {
    by: inWords(scene, who, verb),
    who,
    from,
    points:
      isIt || (isNumber && of === undefined && !isLimited(scene, thing)) || isAside(scene, amount, from)
        ? 'back'
        : isAlone || (isNumber && of === undefined && lower[lead] === 'as' && lower[thing - 1] === 'the')
          ? 'alone'
          : isDirect || thing !== undefined
            ? 'no'
            : 'verb',
    ...(of === undefined || isIt ? {} : { thing: of }),
    ...(isIt || (isNumber && of === undefined && /^(?:its|their)$/.test(lower[thing - 1]!))
      ? { isIt: true as const }
      : {}),
  }
}

/** "Its cost has been put at $2 billion by the chamber": who puts it so, of what the clause is about. */
function byAgent(scene: Scene, verb: number, { last }: Amount): Reckoner | undefined {
  const { doc, grammar, fillers } = scene
  const who = grammar.obliques(verb, 'by').find((at) => isSource(scene, at))
  const thing = grammar.dependents(verb, 'nsubj:pass')[0]
  if (who === undefined || who < last || thing === undefined) return undefined
  const isIt = /^(?:it|they|that|this)$/.test(doc.tokens.lower[thing]!)
  const by = fillers.nameAt(who)?.canonical ?? fillers.phrase(who, 'short').text
  const from = clauseStart(scene, verb)
  return isIt ? { by, who, from, points: 'back', isIt } : { by, who, from, points: 'no', thing }
}

/** "(Lima's papers say 58)": all that stands in parentheses. */
const isAside = ({ doc: { tokens } }: Scene, { last }: Amount, from: number): boolean =>
  tokens.lower[last] === ')' && range(from - 1, last).some((at) => tokens.lower[at] === '(')

/** "The number still open": of what only its own words say. */
const isLimited = ({ doc: { tokens } }: Scene, noun: number): boolean =>
  /^(?:RB|JJ|VBN)$/.test(tokens.tag[noun + 1] ?? '') &&
  !/^(?:instead|rather|only|today)$/.test(tokens.lower[noun + 1]!)

/** Verbs of which whoever does it has a number. */
const SPEAKS = /^(?:say|claim|count|estimate|reckon|calculate|speak|write|find|put|list|record|report)$/

/** Verbs of who has a number for what others told of, not for what is its own. */
const ACCOUNTS =
  /^(?:say|show|count|reckon|estimate|make|claim|cite|calculate|confirm|verify|find|acknowledge|recogni[sz]e)$/

/** "The bank counted 48, and …": a number behind which no noun stands. */
const isWithoutNoun = ({ doc }: Scene, { first, last, kind }: Amount): boolean =>
  kind === 'bare' || doc.tokens.tag[first + 1] === 'HYPH'
    ? /^(?:[.,;:!?)]|''|-RRB-|CC|IN|VBN|VBD)$/.test(doc.tokens.tag[last] ?? '.')
    : /^(?:%|money)$/.test(kind) && /^(?:[.,;:)]|and|but)$/.test(doc.tokens.lower[last] ?? '.')

const isState = ({ fillers }: Scene, who: number): boolean =>
  /^(?:place|government)$/.test(fillers.nameAt(who)?.type ?? '')

/** "The port's own estimate is", "the amount was nearer", "the official count stands at". */
function byNoun(scene: Scene, amount: Amount): Reckoner | undefined {
  const { first } = amount
  const { doc, grammar } = scene
  const { lemma, lower, sent, tag } = doc.tokens
  let at = leadOf(scene, first)
  while (/^(?:nearer|closer|to|at|rather|only|just|more|like|much)$/.test(lower[at]!) && first - at < 6) at--
  if (!(lemma[at] === 'be' || (lemma[at] === 'stand' && grammar.isVerb(at)))) return undefined
  let noun = at - 1
  while (/^(?:MD|RB|VB.?)$/.test(tag[noun] ?? '') && at - noun < 4) noun--
  // "It was closer to 10.8, another said".
  const isNear = at < leadOf(scene, first)
  const isIt = lower[noun] === 'it' && scene.attributions(first).length > 0
  if (isIt && isNear) return { points: 'back', from: clauseStart(scene, noun) }
  if (isIt && amount.kind === 'bare' && isWithoutNoun(scene, amount))
    return { points: 'alone', from: clauseStart(scene, noun) }
  // "The estimate for March is", "the figure on Tuesday was".
  const time = scene.fillers.timeAt(noun)
  if (time) noun = tag[time.first] === 'IN' ? time.first - 1 : time.first - 2
  if (noun < 0 || sent[noun] !== sent[first] || !NUMBERS.has(lemma[noun]!)) return undefined
  let start = noun
  while (
    start > 0 &&
    sent[start - 1] === sent[noun] &&
    !(start < noun && /^(?:DT|PRP\$)$/.test(tag[start]!)) &&
    /^(?:JJ|NN|DT|PRP\$|POS|RB|CC)/.test(tag[start - 1]!)
  )
    start--
  const words = range(start, noun)
  const owner =
    words.findLast((one) => tag[one + 1] === 'POS') ??
    words.findLast((one) => one < noun && /^NN/.test(tag[one]!) && isSource(scene, one))
  const isOwn = words.some((one) => WHOSE.test(lower[one]!))
  const isPlain = /^(?:the|that|this)$/.test(lower[start]!) && start === noun - 1
  const teller = scene.attributions(first).at(-1)
  if (owner === undefined && !isOwn && !(isPlain && teller)) return undefined
  const from = clauseStart(scene, noun)
  // "In the north the figure was": of another place.
  if (owner === undefined && tag[from] === 'IN' && lower[from] !== 'by') return undefined
  return {
    ...(owner === undefined ? {} : { who: owner, by: ownerIn(scene, from, owner) }),
    points: 'back',
    from,
  }
}

/** "The Ministry of the Sea's": a name, or the words of the clause up to the owner. */
function ownerIn({ doc, fillers }: Scene, from: number, owner: number): string {
  const isNamed = /^(?:the|an?)$/.test(doc.tokens.lower[from]!) && /^NNP/.test(doc.tokens.tag[from + 1] ?? '')
  const start = isNamed && from < owner ? from + 1 : from
  return fillers.nameAt(owner)?.canonical ?? fillers.phraseOf(start, owner, owner).text
}

/** A name, whom a pronoun stands for, else the words: "the port's complaint" is not the port. */
function inWords(scene: Scene, who: number, before: number): string {
  const { doc, fillers, grammar } = scene
  // "The League, whose members put the loss at".
  if (grammar.dependents(who, 'nmod:poss').some((at) => doc.tokens.lower[at] === 'whose')) {
    const verb = doc.tokens.head[who]!
    const of = verb < 0 ? -1 : doc.tokens.head[verb]!
    if (of >= 0) return fillers.nameAt(of)?.canonical ?? fillers.phrase(of, 'short').text
  }
  // "Ann Lee of the growers' league, who put it at": she.
  const noun = /^who$/.test(doc.tokens.lower[who]!) ? doc.tokens.head[before]! : -1
  const named =
    noun >= 0 && grammar.caseOf(noun) === 'of' ? fillers.nameAt(doc.tokens.head[noun]!) : undefined
  if (named) return named.canonical
  const text = fillers.parties(who).length > 0 ? undefined : textBefore(scene, who)
  if (text !== undefined) return fillers.phrase(text, 'short').text
  const name = fillers.nameAt(who)
  // "The Lima daily El Faro spoke of": the daily.
  const spoken = name?.type === 'place' ? speakerBy(scene, before) : ''
  if (spoken !== '') return spoken
  const isName = /\p{Lu}/u.test(name?.canonical ?? '') || doc.tokens.pos[who] === PRON
  const { first, last } = scene.grammar.phrase(who, 'short')
  return isName
    ? partiesAt(scene, who)
    : fillers.phraseOf(first, Math.min(last, before - 1), who).text.split(',')[0]!
}

/** "The usual $4 billion", "the 2 billion often quoted", "fewer than the 2,000 (that) Lima speaks of". */
function byArticle(scene: Scene, { first, last }: Amount): Reckoner | undefined {
  const { lower, lemma, sent } = scene.doc.tokens
  const { fillers, grammar } = scene
  const isUsual = /^(?:usual|common|often-quoted|oft-quoted|familiar|official)$/.test(lower[first - 1] ?? '')
  const article = isUsual ? first - 2 : first - 1
  if (lower[article] !== 'the') return undefined
  const from = clauseStart(scene, article)
  if (isUsual) return { by: OTHERS, points: 'back', from }
  const isOften = OFTEN.test(lower[last] ?? '')
  if (isOften && QUOTED.test(lower[last + 1] ?? '')) return { by: OTHERS, points: 'back', from }
  // "Well above the 190 given by customs".
  if (QUOTED.test(lower[last] ?? '') && lower[last + 1] === 'by') {
    const who = nominalFrom(scene, last + 2)
    return who === undefined ? undefined : { by: inWords(scene, who, who + 1), who, points: 'back', from }
  }
  if (
    !/^(?:than|not|against|as|above|below)$/.test(lower[article - 1] ?? '') &&
    lower[article - 2] !== 'instead'
  )
    return undefined
  const verb = range(last, last + 7).find(
    (at) => sent[at] === sent[first] && CLAIMS.test(lemma[at]!) && grammar.isVerb(at),
  )
  if (verb === undefined || range(last, verb).some((at) => /^[,;:.]$/.test(lower[at]!))) return undefined
  const who = range(last - 1, verb).findLast((at) => fillers.nameAt(at) !== undefined || isSource(scene, at))
  if (who === undefined) return undefined
  const claimant = fillers.nameAt(who)?.canonical ?? fillers.phraseOf(last, who, who).text
  return who < last && !fillers.nameAt(who) ? undefined : { by: claimant, who, points: 'back', from }
}

/** "Counted 71 towns, not 77": what others have told. */
function byNot(scene: Scene, { first, last, kind }: Amount): Reckoner | undefined {
  const { lower, tag } = scene.doc.tokens
  const not = lower[first - 1] === 'the' ? first - 2 : first - 1
  const isEnd = not < first - 1 || /^(?:[.,;:!?)]|''|IN)$/.test(tag[last] ?? '.')
  return kind === 'bare' && lower[not] === 'not' && lower[not - 1] === ',' && isEnd
    ? { by: OTHERS, points: 'back', from: not }
    : undefined
}

/** Who a clause is of: the subject of its verb, else the first noun or name of the clause. */
function subjectOf(scene: Scene, verb: number, from: number): number | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, pos, head, dep } = doc.tokens
  // "Support for the forces of Norway amounting to $33 billion": the support.
  if (doc.tokens.tag[verb] === 'VBG' && SUMS.test(lemma[verb]!)) return undefined
  const own = grammar.dependents(verb, 'nsubj').find((at) => at < verb && at >= from)
  // "An offer that values it at 6 billion and comes to 7", "support amounting to 17 billion": no name before it has that number.
  if (own === undefined && SUMS.test(lemma[verb]!) && /^(?:acl|conj)$/.test(dep[verb]!)) {
    const of = head[verb]!
    return dep[verb] === 'acl' ? of : dep[of] === 'acl:relcl' ? head[of] : grammar.dependents(of, 'nsubj')[0]
  }
  if (own !== undefined && /^(?:who|which|that)$/.test(lower[own]!) && dep[verb] === 'acl:relcl')
    return head[verb]
  // "Values it at 6 billion and, once debt is counted, comes to 7": of what did the other.
  if (own === undefined && SUMS.test(lemma[verb]!)) {
    const and = range(from, verb).findLast((at) => lower[at] === 'and')
    if (and !== undefined && lower[and + 1] === ',') return undefined
  }
  // A noun right before the verb, or the first of the clause: "the navy, which has boats there, put it at".
  if (own !== undefined && (own === verb - 1 || lower[verb - 1] !== ',')) return own
  const name = range(from, Math.min(from + 3, verb)).find((at) => fillers.nameAt(at))
  if (name !== undefined) {
    const last = fillers.nameAt(name)!.last - 1
    // "The UN dashboard": not the UN.
    return dep[last] === 'compound' && pos[last + 1] === NOUN ? last + 1 : last
  }
  const noun = nominalFrom(scene, from)
  return noun !== undefined && noun < verb && (pos[noun] === NOUN || pos[noun] === PROPN) ? noun : own
}

/** Nouns that give numbers besides those who speak. */
const isCounting = ({ lexicon }: Scene, word: string): boolean => lexicon.list('counting-nouns').has(word)

/** Whether a noun or name may have a number of its own. */
function isSource(scene: Scene, token: number): boolean {
  const { lemma, pos, tag } = scene.doc.tokens
  if (scene.fillers.timeAt(token) || scene.fillers.quantityAt(token)) return false
  if (pos[token] === PROPN || /^NNP/.test(tag[token]!) || scene.fillers.nameAt(token)) return true
  const word = lemma[token]!
  if (pos[token] === PRON)
    return scene.fillers.parties(token).length > 0 || textBefore(scene, token) !== undefined
  return speaks(scene, token) || isCounting(scene, word)
}

/** Whether a noun is of those who act and speak. */
const speaks = (scene: Scene, token: number): boolean =>
  ['actor-nouns', 'speaker-nouns', 'officer-nouns'].some((list) =>
    scene.rows(list).has(scene.doc.tokens.lemma[token]!),
  )

/** "The Peruvian text has no such number. It speaks of": what has numbers in the sentence before, its subject. */
function textBefore(scene: Scene, pronoun: number): number | undefined {
  const { doc, grammar } = scene
  const { lower, sent, dep, lemma } = doc.tokens
  const before = doc.sents[sent[pronoun]! - 1]
  if (lower[pronoun] !== 'it' || !before) return undefined
  const subject = range(before.first, before.last).find(
    (at) => dep[at] === 'nsubj' && grammar.isVerb(doc.tokens.head[at]!),
  )
  const isTeller = subject !== undefined && (isCounting(scene, lemma[subject]!) || speaks(scene, subject))
  return isTeller ? subject : undefined
}

/** First token of the clause that a token stands in, by its stops and conjunctions. */
function clauseStart({ doc }: Scene, token: number): number {
  const { lower, sent } = doc.tokens
  let at = token
  while (at > 0 && sent[at - 1] === sent[token] && !(BREAK.test(lower[at - 1]!) && lower[at - 1] !== 'and'))
    at--
  return at
}
