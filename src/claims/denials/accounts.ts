// In: a scene, a sentence. Out: two accounts of one thing that its words say differ: "What they agreed depends on whom one asks. …", "That is not how Lima tells it. …".
import type { Quotation } from '../../language/doc.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { namesOfSpeakers } from '../statements/teller.ts'
import { nameOrPhrase, versionOf } from './charges.ts'
import { DENIES, denialOf, type FoundDenial } from './denial-words.ts'

/** Words that say that what follows is told in two ways; the first group is what. */
const AHEAD: readonly RegExp[] = [
  /^(.{4,150}?),? depend(?:s|ed) on (?:whom?|which side) (?:one |you |is )?ask(?:s|ed)?\b/i,
  /^(.{4,150}?),? is a (?:matter|question) of whom? (?:one|you) asks?\b/i,
  /^(.{4,150}?)(?<!\bwhat(?:ever)?) (?:is|are|was|were|remains?|remained) (?:(?!not |never |hardly )\p{L}+ )?(?:disputed|contested|in dispute)(?!,? (?:in court|by|and)\b)/iu,
  /^(whether .{4,100}? (?:agreed|promised|offered|accepted|settled|meant|so|true)) (?:is|was) another (?:question|matter)\b/i,
  /\b(?:accounts|versions|recollections|reports|readings|sides|delegations|ministers|parties|governments|negotiators|they)(?: of ([^.;:,]{3,60}?))? (?:\p{L}+ly |still |also )?(?:differ|differed|diverged?|part|disagreed?|conflict|clash)\b(?:[\p{L} ]{0,20}? (?:about|on|over|as to) ([^.;:]{4,150}))?/iu,
  /\bdescribed (?:a )?(?:\p{L}+ )?different (\p{L}+)\b/iu,
  /\b(?:do|does|did) not (?:tell|describe|see|read|recall|remember|put|explain) (?:it|this|that|them|things|the \p{L}+) (?:in )?(?:quite )?(?:the same way|the same words|alike)\b/iu,
  /\b(?:tell|told|give|gave|offer|offered) (?:two |very |quite |rather )*(?:different|conflicting|contradictory|rival) (?:accounts|versions|stories)(?: of ([^.;:,]{3,60}))?/iu,
  /^there (?:is|was) (?:also )?an? (?:\p{L}+ )?(?:row|quarrel|disagreement|dispute),? (?:too,? )?(?:about|over) ([^.;:]{4,150})/iu,
]
/** Words that say that what was told before is told otherwise, by who is named or follows. */
const BACK: readonly RegExp[] = [
  /^(?:but |yet )?(?:that|this) (?:is|was) not (?:quite )?(?:how|what|the way) /i,
  /^(?:but |yet )?([^,.;:]{3,60})(?:, [^,.;:]{3,80},)? (?:says?|said|tells?|told|sees?|saw|remembers?|remembered|recalls?|recalled|puts?|describes?|described|reads?|explains?|explained)(?: (?:it|this|that|them))? (?:otherwise|differently|(?:quite )?the (?:contrary|opposite|reverse))\b/iu,
  /^(?:but |yet )?(?:the )?([^,.;:]{3,50}?)['\u2019]s? (?:own )?(?:version|account|story|explanation) (?:is|was) (?:that|different|another)\b/i,
  /^(?:but |yet )?([^.;:]{3,90}?) (?:gave|gives|offer(?:s|ed)|tells?|told|ha[sd](?! its)) (?:another|a (?:very |rather )?different|a second|a third|a more \p{L}+|a \p{L}+er|its own|his own|her own) (?:account|version|story|reason|explanation)\b(?! to\b)/iu,
  /^(?:but )?not so,? (?:said|says|replied|according to) ([^,.;:]{3,60})/i,
  /^(?:but )?(?:that|this|it) (?:drew|brought|earned|prompted) an? (?:\p{L}+ )?(?:correction|denial|rebuke|retort|contradiction)\b/iu,
]
/** Whose account a sentence gives is who was named before it. */
const THEIRS =
  /\b(?:in|by|on) (?:his|her|their|its) (?:own )?(?:account|version|telling|reading)\b|\b(?:they|he|she) (?:said|says?|added|insist(?:s|ed)?)\b/i
/** Sentences ahead or back within which the accounts stand. */
const REACH = 4
const BEHIND = 3

/** A stretch of one sentence that somebody tells: tokens `[first, last)`. */
interface Account {
  readonly first: number
  readonly last: number
  readonly teller: string
}

/** The second account, as what is told otherwise than the first; undefined where a sentence announces none. */
export function differingAccounts(scene: Scene, sentence: number): FoundDenial | undefined {
  const { doc } = scene
  const { start, end } = doc.sents[sentence]!
  const text = doc.text.slice(start, end)
  const ahead = AHEAD.map((one) => one.exec(text)).find((one) => one !== null)
  if (ahead) {
    const [one, ...others] = accountsFrom(scene, sentence, ahead.index + ahead[0].length)
    const next = others.find(({ teller }) => teller !== one!.teller)
    const { sent } = doc.tokens
    // The second follows the first at once.
    const other = next && sent[next.first]! <= sent[one!.last - 1]! + 1 ? next : undefined
    return one && other ? otherwise(scene, one, other, topicOf(ahead[1] ?? ahead[2])) : undefined
  }
  const back = BACK.map((one) => one.exec(text)).find((one) => one !== null)
  if (!back) return reasoned(scene, sentence) ?? countered(scene, sentence)
  const one = accountBefore(scene, sentence)
  if (!one) return undefined
  // "In Lima it is read differently: officials there say": not who reads, but where.
  const who = /\b(?:is|are|was|were|been|being)$/i.test(back[1] ?? '') ? undefined : back[1]?.split(',')[0]
  const other =
    accountsFrom(scene, sentence, back.index + back[0].length).find(
      ({ first, teller }) => teller !== one.teller && scene.doc.tokens.sent[first]! <= sentence + 1,
    ) ?? (who ? { ...doc.sents[sentence]!, teller: who } : undefined)
  // "The ministry gave another account: …", "the bank's version is that …" have it behind; "… In their account" behind the stop.
  const behind = doc.sents[sentence + 1]
  const isTheirs = behind !== undefined && THEIRS.test(doc.text.slice(behind.start, behind.end))
  const rest = text.slice(back.index + back[0].length)
  const isHere =
    back[0].endsWith(' that') || rest.startsWith(':') || /^, (?:saying|telling|citing)\b/.test(rest)
  const at = isHere ? doc.sents[sentence]! : isTheirs ? behind : undefined
  const own = who && at ? { ...at, teller: namedIn(scene, sentence, who) } : other
  return own && !isAddress(scene, own) ? otherwise(scene, one, own) : undefined
}

/** "“You have failed us.”": whoever is spoken to is reproached; nothing is told of what was told before. */
const isAddress = ({ doc }: Scene, { first, last }: Account): boolean =>
  /[:,] [\u201c"]You(?:'|\u2019|\s)(?!can\b|see\b|know\b)/u.test(
    doc.text.slice(doc.tokens.start[first]!, doc.tokens.end[last - 1]!),
  )

/** "It was put off, the port said; a clerk gave a plainer reason: …": both in one sentence. */
function reasoned(scene: Scene, sentence: number): FoundDenial | undefined {
  const { doc } = scene
  const { first, last } = doc.sents[sentence]!
  const { lower, start, end } = doc.tokens
  const split = range(first + FEWEST, last - FEWEST).find((at) => /^(?:;|but|while|though)$/.test(lower[at]!))
  if (split === undefined) return undefined
  const tail = doc.text.slice(start[split + 1]!, end[last - 1]!)
  const [, who] = BACK.map((one) => one.exec(tail)).find((one) => one !== null) ?? []
  const one = partsOf(scene, first, split).at(-1) ?? { first, last: split, teller: '' }
  const teller = who?.split(',')[0]
  return teller && teller !== one.teller
    ? otherwise(scene, one, { first: split + 1, last, teller: namedIn(scene, sentence, teller) })
    : undefined
}

/** "Lima said the port had asked. Oslo said it was the bank that had": an answer to what another told right before, in its sentence or the one before. */
function countered(scene: Scene, sentence: number): FoundDenial | undefined {
  const { first, last } = scene.doc.sents[sentence]!
  const parts = partsOf(scene, first, last)
  for (const [at, own] of parts.entries()) {
    const told = parts[at - 1] ?? accountBefore(scene, sentence)
    const isOther = told !== undefined && told.teller !== '' && told.teller !== own.teller
    if (isOther && (namesAnother(scene, told, own) || playsDown(scene, told, own)))
      return otherwise(scene, told, own)
  }
  return undefined
}

/** "General Holm": the person by name, where the words are little more. */
const namedIn = ({ doc }: Scene, sentence: number, words: string): string =>
  doc.names.find(
    ({ type, first, last }) =>
      type === 'person' &&
      doc.tokens.sent[first] === sentence &&
      words.split(' ').length <= last - first + 1 &&
      words.endsWith(doc.text.slice(doc.tokens.start[first]!, doc.tokens.end[last - 1]!)),
  )?.canonical ?? words

/** Whether a sentence says no more than that what was told before is told otherwise. */
export const pointsBack = ({ doc }: Scene, start: number): boolean => {
  const sentence = doc.sents.find((one) => one.start === start)
  if (!sentence) return false
  const text = doc.text.slice(start, sentence.end)
  const back = BACK.map((one) => one.exec(text)).find((one) => one !== null)
  return back !== undefined && !text.slice(back[0].length).startsWith(':')
}

/** What is told in two ways, in few words. */
const topicOf = (topic: string | undefined): string | undefined =>
  topic?.replace(/\s+/g, ' ').replace(/^(?:But|And|So|Yet) /, '')

function otherwise(scene: Scene, one: Account, other: Account, topic?: string): FoundDenial {
  const { doc } = scene
  const { start, end, sent } = doc.tokens
  const { what, ...found } = denialOf(scene, {
    verb: other.first,
    by: other.teller,
    told: sent[one.first]!,
    teller: one.teller,
    from: one.first,
    to: one.last,
  })
  const words = doc.text.slice(start[other.first]!, end[other.last - 1]!).replace(/\s+/g, ' ')
  return { ...found, what: topic ?? what, otherwise: words, isAnswer: true }
}

/** Parts of a sentence from a place on, and of those right behind it, that somebody tells. */
function accountsFrom(scene: Scene, sentence: number, from: number): Account[] {
  const { doc } = scene
  const { sents, tokens } = doc
  const { role, start, last } = sents[sentence]!
  const rest = range(sents[sentence]!.first, last).find((at) => tokens.start[at]! >= start + from)
  const found = rest === undefined ? [] : partsOf(scene, rest, last)
  for (let at = sentence + 1; at <= sentence + REACH && at < sents.length; at++) {
    if (sents[at]!.role !== role) break
    found.push(...partsOf(scene, sents[at]!.first, sents[at]!.last))
  }
  return found
}

/** The sentence before, as somebody tells it or in the report's own voice. */
function accountBefore(scene: Scene, sentence: number): Account | undefined {
  const { sents, tokens } = scene.doc
  const { role } = sents[sentence]!
  const [earlier, before] = [sents[sentence - 2], sents[sentence - 1]]
  if (!before || before.role !== role) return undefined
  const told = partsOf(scene, before.first, before.last).at(-1)
  if (!told) return { first: before.first, last: before.last, teller: '' }
  // "A round is planned, the wire reported.": news told beside it.
  if (isOutlet(scene, told.teller)) return undefined
  // "We will not. That was made clear," he said.: what "that" is stands before.
  const isPointer = (at: number) => /^(?:that|this|it)$/.test(tokens.lower[at] ?? '')
  const stop = range(told.first, told.last).findLast((at) => /^\p{L}/u.test(tokens.lower[at]!)) ?? told.first
  const isThat = isPointer(told.first) || (isPointer(stop) && tokens.tag[stop - 1] === 'IN')
  return isThat && earlier?.role === role ? { ...earlier, teller: told.teller } : told
}

const isOutlet = ({ doc }: Scene, teller: string): boolean =>
  doc.names.some(({ canonical, id }) => canonical === teller && id.startsWith('outlet:'))

const SPLITS = /^(?:;|while|whereas)$/
/** Least tokens of what somebody tells; of its first so many the words told or their teller stand. */
const FEWEST = 4
const BEGIN = 10

/** The parts of `[from, to)` that semicolons and "while" set apart, those that somebody tells. */
function partsOf(scene: Scene, from: number, to: number): Account[] {
  const { lower } = scene.doc.tokens
  const ends = [...range(from, to).filter((at) => SPLITS.test(lower[at]!)), to]
  return ends.flatMap((last, at): Account[] => {
    const first = at === 0 ? from : ends[at - 1]! + 1
    const teller =
      last - first < FEWEST
        ? ''
        : versionOf(scene, first, last) || speakerIn(scene, first, last) || reckonerIn(scene, first, last)
    return teller === '' ? [] : [{ first, last, teller }]
  })
}

const ASKS = /^(?:ask|request|want|seek|initiative|wish|demand)$/
const AGREES =
  /^(?:agree|accept|promise|undertake|pledge|commit|offer|concede|endorse|approve|back|grant|sign|settle|decide)$/
const PLAYS_DOWN = /^(?:only|merely|simply|just)$/
/** Tokens of "it was Oslo, she said, that had asked". */
const CLEFT = 12

/** "It was Oslo, she said, that had asked": another doer of a deed that was told before. */
function namesAnother({ doc }: Scene, told: Account, own: Account): boolean {
  const { lower, lemma, tag } = doc.tokens
  const has = (word: string, at: number) => lemma[at] === word || (ASKS.test(word) && ASKS.test(lemma[at]!))
  return range(own.first, own.last).some((it) => {
    if (lower[it] !== 'it' || lemma[it + 1] !== 'be' || !/^(?:DT|NNPS?)$/.test(tag[it + 2] ?? ''))
      return false
    const who = range(it + 3, Math.min(own.last, it + CLEFT)).find((at) => /^(?:who|that)$/.test(lower[at]!))
    const deeds = who === undefined ? [] : range(who + 1, Math.min(own.last, who + 6))
    return deeds.some(
      (at) =>
        /^VB/.test(tag[at]!) &&
        !LIGHT.test(lemma[at]!) &&
        range(told.first, told.last).some((one) => has(lemma[at]!, one)),
    )
  })
}

const LIGHT = /^(?:be|have|do|say|tell|make|take|get|go|come)$/

/** "It had only taken note", "agreed merely to look at it", "accepted no more than a visit": less than what was told to be agreed. */
function playsDown({ doc }: Scene, told: Account, own: Account): boolean {
  const { lower, lemma, tag } = doc.tokens
  if (!range(told.first, told.last).some((at) => AGREES.test(lemma[at]!) && /^VB/.test(tag[at]!)))
    return false
  if (range(own.first, own.last).some((at) => DENIES.test(lemma[at]!))) return false
  return range(own.first + 1, own.last - 1).some((at) => {
    // "Taken note of a wish, nothing else".
    if (lower[at] === 'nothing' && /^(?:else|more)$/.test(lower[at + 1]!) && /^[,;-]$/.test(lower[at - 1]!))
      return true
    const isNoMore =
      /^(?:no|nothing)$/.test(lower[at]!) && lower[at + 1] === 'more' && lower[at + 2] === 'than'
    if (!isNoMore && !PLAYS_DOWN.test(lower[at]!)) return false
    const near = range(Math.max(own.first, at - 3), at)
    // "If she agrees and only Peru is missing": of another clause.
    const before = near.slice(near.findLastIndex((one) => tag[one] === 'CC' || lower[one] === ',') + 1)
    // "Would say only that it was fair": no account at all.
    if (before.some((one) => tag[one] === 'MD')) return false
    const isBehind = before.some((one) => AGREES.test(lemma[one]!) || /^(?:tell|say)$/.test(lemma[one]!))
    const isDone = before.some((one) => lower[one] === 'had' || lower[one] === 'has' || lower[one] === 'did')
    return isBehind || (isDone && /^VB[ND]$/.test(tag[at + 1] ?? '')) || (isDone && isNoMore)
  })
}

/** Verbs of those who tell a thing, and of those who have an account of it. */
const SAYS =
  /^(?:say|claim|tell|report|allege|suggest|insist|argue|maintain|assert|contend|announce|note|add|write|warn|believe|conclude|accuse|confirm|state|declare|according to|speak|reply|answer|explain|describe|recall|acknowledge)$/
const RECKONS = /^(?:count|find|speak|read|call|describe|reckon|cite)$/

/** Who tells the words between two tokens; who wants or praises something tells nothing. */
function speakerIn(scene: Scene, first: number, last: number): string {
  const { tokens, text } = scene.doc
  const begins = tokens.end[Math.min(first + BEGIN, last) - 1]!
  const isMain = ({ cueLemma, source: [who], content }: Quotation) =>
    SAYS.test(cueLemma) &&
    [who, ...content].some((one) => one !== undefined && one.start < begins) &&
    !/^(?:which|who)$/.test(who ? text.slice(who.start, who.end) : '')
  for (let at = first; at < last; at++) {
    const name = namesOfSpeakers(scene, scene.attributions(at).findLast(isMain))
    if (/^(?:he|she|they|it|i|we)$/i.test(name)) return speakerBefore(scene, first)
    if (name !== '') return name
  }
  return ''
}

/** Whom a pronoun stands for that nothing resolves: who spoke by name in the sentences before. */
function speakerBefore(scene: Scene, token: number): string {
  const { sents, tokens } = scene.doc
  for (let at = tokens.sent[token]! - 1; at >= Math.max(0, tokens.sent[token]! - BEHIND); at--)
    for (let one = sents[at]!.first; one < sents[at]!.last; one++) {
      const name = namesOfSpeakers(scene, scene.attributions(one).at(-1))
      if (name !== '' && !/^\p{Ll}+$/u.test(name)) return name
    }
  return ''
}

/** "Norway counts the days from": who has an account; "" where nobody has. */
function reckonerIn(scene: Scene, first: number, last: number): string {
  const { grammar, doc } = scene
  const verb = range(first, last).find((at) => grammar.isVerb(at) && RECKONS.test(doc.tokens.lemma[at]!))
  const [subject] = verb === undefined ? [] : grammar.subjects(verb)
  return subject === undefined || subject < first || subject >= last ? '' : nameOrPhrase(scene, subject)
}
