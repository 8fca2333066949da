// In: a draft with names, quotations and references. Out: who speaks in each quotation, and through which outlets it came.

import { firstWhere, type Range, rangesOverlap } from '../../model/range.ts'
import { findCredits } from '../credits.ts'
import type { Name, Quotation, Reference } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { type Lexicon, slugOf } from '../lexicon.ts'
import { nameWordsOf } from '../names/words.ts'
import { genderOf } from '../references/mention.ts'
import { agreeWithSpeakers } from './agree.ts'
import { isCounted, isFormer, speaksFor, type Voices, voicesOf } from './speaks-for.ts'
import { personsToldOf } from './told-of.ts'
import { viaOf } from './via.ts'
import { anchorOf, beginOf, isAnswer, isPeople, isWhere, paragraphAt, sentenceAt, within } from './where.ts'
import { whoseClause, whoseVoice } from './whose-clause.ts'

/**
 * Fills `speakers` and `via` of the quotations. A speaker is the name in the source, else what a reference there stands
 * for, else (for "he", "she", "they" without one) who spoke last. `via` are outlets, the nearest first: the one of the
 * sentence's credit ("told Reuters"), then those in whose reports the quotation stands.
 */
export function findSpeakers(draft: Draft, lexicon: Lexicon): void {
  const genders = gendersOf(draft, lexicon)
  const credits = findCredits(draft).filter((credit) => !credit.whole)
  const voices = voicesOf(lexicon)
  const done: Quotation[] = []
  for (const quotation of draft.quotations) {
    const speakers = speakersOf(draft, quotation, done, genders, voices)
    done.push({ ...quotation, speakers, via: [] })
  }
  draft.quotations = done.map((quotation) => ({ ...quotation, via: viaOf(draft, quotation, done, credits) }))
  agreeWithSpeakers(draft)
}

/** The gender of each person, by any mention that tells it. */
function gendersOf({ names }: Draft, lexicon: Lexicon): Map<string, string> {
  const genders = new Map<string, string>()
  for (const { id, type, canonical, title } of names) {
    if (type !== 'person' || (genders.get(id) ?? 'u') !== 'u') continue
    genders.set(id, genderOf(canonical, title, nameWordsOf(lexicon)))
  }
  return genders
}

function speakersOf(
  draft: Draft,
  quotation: Quotation,
  before: readonly Quotation[],
  genders: ReadonlyMap<string, string>,
  voices: Voices,
): string[] {
  const source = quotation.source[0]
  if (!source) return []
  const core = coreOf(draft, source)
  const names = within(draft.names, core)
  const people = leading(
    draft,
    names.filter((name) => name.type === 'person' && !isOthers(draft, name, core)),
    core,
  )
  if (people.length > 0) return people.map(({ id }) => id)
  const beyond = namedBeyond(draft, source, core)
  if (beyond && isApposed(draft, core, beyond, names) && !isOfAnother(draft, core, voices)) return [beyond.id]
  // "One of them said": nobody that is named.
  if (SOME_OF.test(draft.text.slice(source.start, source.end))) return []
  const references = within(draft.references, core)
  const word = draft.text.slice(source.start, source.end).toLowerCase()
  const toldOf = personsToldOf(draft, quotation)
  if (word === 'who') return whoseClause(draft, source)
  if (word.startsWith('whose ')) return whoseVoice(draft, source)
  // "Lee's office said she had accepted it": what is told of her goes on nobody's speech.
  const told = quotation.inside >= 0 && quotation.form === 'indirect' ? references[0] : undefined
  if (told?.kind === 'pronoun' && /^s?he$/.test(word)) return idsOf(told)
  if (word === 'he' || word === 'she') {
    const other = word === 'he' ? 'f' : 'm'
    const speaker =
      speakerBefore(draft, quotation, before, other, genders, references[0], voices, toldOf) ??
      (quotation.form === 'direct' ? whoToldOf(draft, references[0], before, other, genders) : undefined)
    const [meant] = references
    const voice = speaker ? voiceBefore(draft, quotation, before) : undefined
    if (voice) return idsOf(voice)
    if (speaker && meant && isNamedSince(draft, meant.id, speaker, quotation, before)) return [meant.id]
    if (speaker && !toldOf.has(speaker)) return [speaker]
    const actor = actorBefore(draft, quotation, before, other, genders, toldOf)
    if (actor) return [actor.id]
  }
  // "Its spokesman": who speaks for whom it is.
  const voice = references.find(
    ({ kind, start, end }) => kind === 'role' && start === core.start && end === core.end,
  )
  const counted = isCounted(draft, core)
  if (voice && names.length === 0) return counted ? [] : idsOf(voice)
  if (voice && !voice.id.startsWith('person:') && isFormer(draft, core)) return []
  const owner =
    names.find((name) => name.type === 'person' && isOthers(draft, name, core)) ??
    references.find((each) => isOthers(draft, each, core))
  if (owner) return ownedBy(draft, owner, core, voices)
  const reference = references.find((each) => each.start === core.start) ?? references.at(-1)
  const bodies = names.filter(
    (name) =>
      !/^(?:person|good|event|law|product)$/.test(name.type) &&
      !isPeople(draft, name) &&
      !isWhere(draft, name, core, voices.representing),
  )
  if (reference && (bodies.length === 0 || reference.kind !== 'event')) {
    const covered = bodies.some((name) => name.start === reference.start && name.end === reference.end)
    if (!covered) return counted && reference.kind === 'role' ? [] : idsOf(reference)
  }
  if (bodies.length > 0) {
    const ids = speakingBodies(draft, bodies, voices)
    return speaksFor(draft, core, bodies, ids, voices) ? ids : []
  }
  return lastSpeaker(draft, source, quotation, before, voices).filter((id) => !toldOf.has(id))
}

/** "A senior official there said", "One, who was in the room, said": one without a name, who may be meant by "he" and "the official" behind. */
function isOneUnnamed(
  draft: Draft,
  { source: [source], nonSpeech, speakers }: Quotation,
  { speaking }: Voices,
): boolean {
  if (!source || nonSpeech) return false
  const core = coreOf(draft, source)
  const words = draft.text.slice(core.start, core.end)
  if (!/^(?:an?|one|another)\b/i.test(words) || speakers.some((id) => id.startsWith('person:'))) return false
  if (/^(?:one|another)$/i.test(words)) return true
  const { lemma, start, count } = draft.tokens
  const from = firstWhere(count, (at) => start[at]! >= core.start)
  for (let at = from; at < count && start[at]! < core.end; at++) if (speaking.has(lemma[at]!)) return true
  return false
}

/** "A Chilean official, asked about it, smiled. “…,” he said.": who, without a name, acts in the sentence right before. */
function voiceBefore(
  draft: Draft,
  quotation: Quotation,
  earlier: readonly Quotation[],
): Reference | undefined {
  const here = sentenceAt(draft, beginOf(quotation))
  const before = draft.sents[here - 1]
  if (!before || before.paragraph !== draft.sents[here]?.paragraph) return undefined
  if (within(draft.names, before).some((name) => name.type === 'person')) return undefined
  const told = earlier.slice(-6).flatMap(({ content }) => content)
  return within(draft.references, before).find(
    (one) =>
      one.kind === 'role' &&
      VOICE.test(draft.text.slice(one.start, one.end)) &&
      isSubject(draft, one) &&
      !told.some((range) => rangesOverlap(range, one)),
  )
}
const VOICE =
  /^(?:an?|one|another)\b.*\b(?:official|diplomat|envoy|negotiator|delegate|spokesman|spokeswoman)$/i

/**
 * "Ann Lee has friends there. “…,” she said", "He met those whom Lee had called thieves. “…,” he said": whom the sentence
 * right before is about, and not who spoke last, unless it goes on with that speaker's words.
 */
function isNamedSince(
  draft: Draft,
  id: string,
  speaker: string,
  quotation: Quotation,
  earlier: readonly Quotation[],
): boolean {
  if (!id.startsWith('person:') || id === speaker) return false
  const before = draft.sents[sentenceAt(draft, beginOf(quotation)) - 1]
  if (!before) return false
  const recent = earlier.slice(-6)
  const goesOn = ({ speakers, content }: Quotation, at: number) =>
    speakers.includes(speaker) && at < before.start && content.some((range) => rangesOverlap(range, before))
  if (recent.some((one) => goesOn(one, anchorOf(one)))) return false
  const told = recent.flatMap(({ content }) => content)
  const isTold = (one: Range) => told.some((range) => rangesOverlap(range, one))
  const names = within(draft.names, before)
  const acts =
    names.some((name) => name.id === id && isSubject(draft, name) && !isTold(name)) ||
    within(draft.references, before).some(
      (one) => one.id === id && one.kind === 'pronoun' && isSubject(draft, one, true) && !isTold(one),
    )
  return acts && !names.some((name) => name.id === speaker && isSubject(draft, name, true))
}

/** "Lund was more guarded. The two were close, he said": whom the sentence right before is about. */
function actorBefore(
  draft: Draft,
  quotation: Quotation,
  earlier: readonly Quotation[],
  other: string,
  genders: ReadonlyMap<string, string>,
  toldOf: ReadonlySet<string>,
): Name | undefined {
  const begin = Math.min(beginOf(quotation), quotation.source[0]?.start ?? 0)
  const here = sentenceAt(draft, begin)
  const before = draft.sents[here - 1]
  // "And Berg, although he said …": somebody of the sentence itself.
  const isWithin = begin > draft.sents[here]!.start && !isAnswer(draft, begin)
  if (isWithin || before?.paragraph !== draft.sents[here]?.paragraph) return undefined
  const told = earlier.slice(-6).flatMap(({ content }) => content)
  const people = within(draft.names, before!).filter(({ type }) => type === 'person')
  const [actor] = people
  return actor &&
    people.every(({ id }) => id === actor.id) &&
    genders.get(actor.id) !== other &&
    !toldOf.has(actor.id) &&
    isSubject(draft, actor, true) &&
    !told.some((range) => rangesOverlap(range, actor))
    ? actor
    : undefined
}

/** The first name behind the head of a source; of "the member for the port, Labour deputy Ann Lee" the person. */
function namedBeyond(draft: Draft, source: Range, core: Range): Name | undefined {
  const [first, second] = within(draft.names, source).filter(({ start }) => start >= core.end)
  const isTitle =
    second?.type === 'person' && !/[,;]|\band\b/.test(draft.text.slice(first!.end, second.start))
  return isTitle ? second : first
}

/** "The chair, envoy Ann Lee of Chile,", "its owner, pension fund Harbour Trust,": the name that explains who speaks. */
function isApposed(draft: Draft, core: Range, beyond: Name, within_: readonly Name[]): boolean {
  const { type } = beyond
  // A body explains a role ("its owner"), not a name ("Ann Lee, Harbour Trust").
  const body = type === 'organisation' || type === 'government'
  if (type !== 'person' && !(body && within_.length === 0)) return false
  const { start, tag, form, count } = draft.tokens
  const comma = firstWhere(count, (at) => start[at]! >= core.end)
  if (form[comma] !== ',' || (type !== 'person' && beyond.first === comma + 1)) return false
  for (let at = comma + 1; at < beyond.first; at++)
    if (!/^(?:DT|JJ|NNP?|HYPH|POS)$/.test(tag[at]!)) return false
  return beyond.first - comma < 8
}

/** "An adviser to their leader, Ann Lee,": the name behind explains the leader; of "a spokesman for the ministry, Ann Lee" it is his. */
function isOfAnother({ text, tokens }: Draft, core: Range, { nameWords }: Voices): boolean {
  if (!OF_ANOTHER.test(text.slice(core.start, core.end))) return false
  const last = firstWhere(tokens.count, (at) => tokens.end[at]! >= core.end)
  return nameWords.offices.has(tokens.lemma[last]!.toLowerCase())
}
const OF_ANOTHER =
  /^(?:an?|another) (?!spokes)(?:\S+ ){0,3}(?:to|of|for) (?:the|its|their|his|her|\S+['’]s) /i

const SOME_OF =
  /^(?:one|two|three|some|several|most|many|another) of (?:them|those|these|the (?:\w+ )?\w+s)\b/i

/**
 * The source up to its first comma, relative pronoun or participle: "Ann Lee" of "Ann Lee, who …", "a person" of "a person close to
 * Ann Lee" and "a person travelling with Ann Lee".
 */
function coreOf(draft: Draft, source: Range): Range {
  const text = draft.text.slice(source.start, source.end)
  const cut =
    /,\s|\s(?:who|which|that|whose)\s|\s[-–—(]|\s(?:close|near) to\s|\s(?:familiar|briefed|acquainted) (?:with|on|by)\s|\swith (?:\p{Ll}+ )?knowledge of\s/u.exec(
      text,
    )
  const end = cut && cut.index > 0 ? source.start + cut.index : source.end
  const { tag, lower, start, count } = draft.tokens
  const from = firstWhere(count, (at) => start[at]! > source.start)
  for (let at = from; at < count && start[at]! < end; at++) {
    const isDoing = tag[at] === 'VBG' || (/[a-z]ing$/.test(lower[at]!) && lower[at + 1] === 'with')
    if (isDoing && /^NNS?$/.test(tag[at - 1]!)) return { start: source.start, end: start[at]! - 1 }
  }
  return { start: source.start, end }
}

/** Persons that speak together: those joined by "and" or commas; of "Lee's lawyer, Ann Poe" not the possessor. */
function leading(draft: Draft, people: readonly Name[], source: Range): Name[] {
  const { lower, end } = draft.tokens
  const owns = (name: Name) => /^['’]s?$/.test(lower[name.last] ?? '') && end[name.last]! < source.end
  const speaking = people.filter((name) => !owns(name))
  return speaking.filter((name, n) => {
    if (n === 0)
      return (
        name.start <= source.start ||
        !/^(?:of|for|to|by|on|about|against)$/.test(wordBefore(draft, name)) ||
        WRITTEN.test(draft.text.slice(source.start, name.start))
      )
    const between = draft.text.slice(speaking[n - 1]!.end, name.start)
    return /(?:\band\b|,|&)/.test(between) && between.length < 60
  })
}

/** "A statement by Ann Lee": what somebody speaks in. */
const WRITTEN = /^(?:an?|the|one) (?:\p{Ll}+ )?(?:statement|letter|memo|message|note|post|tweet|email) by /iu

/** The word before a name and its title: "of" in "the White House of President Lee". */
function wordBefore({ tokens }: Draft, { first, title }: Name): string {
  const { lower } = tokens
  let at = first - 1
  const words = new Set((title ?? '').toLowerCase().split(' '))
  while (at >= 0 && words.has(lower[at]!)) at--
  return lower[at] ?? ''
}

/** "Lee's critics", "a Lee aide", "his allies": whom the head noun of a source belongs to or is named after does not speak. */
function isOthers(draft: Draft, { first, last }: Name | Reference, source: Range): boolean {
  const { start, end, head, dep, tag } = draft.tokens
  for (let i = first; i < last; i++) {
    const up = head[i]!
    if (up < last && up >= first) continue
    const inside = up >= last && start[up]! >= source.start && end[up]! <= source.end
    if (!inside) return false
    const noun = { start: start[up]!, end: end[up]! }
    // "Lee last week said": the day hangs between the name and its verb; "Lee's Council of Advisers" has a name of its own.
    if (within(draft.times, noun).length > 0 || within(draft.names, noun).length > 0) return false
    return tag[i] === 'PRP$' || /^(?:nmod:poss|compound|amod)$/.test(dep[i]!)
  }
  return false
}

const GOVERNING = /\b(?:administration|government|cabinet|regime)$/i

/**
 * Who speaks where somebody's people do: the state whose government it is, the body whose spokesman ("the airline's
 * spokesman"), else the phrase itself.
 */
function ownedBy(draft: Draft, owner: Name | Reference, source: Range, voices: Voices): string[] {
  const words = draft.text.slice(source.start, source.end)
  const name = 'canonical' in owner ? owner : draft.names[owner.name]
  if (GOVERNING.test(words) && name?.of !== undefined) return [name.of]
  const isBody = /^(?:org:|[A-Z]{2}$)/.test(owner.id)
  return isBody && speaksFor(draft, source, [], [owner.id], voices) ? [owner.id] : [`phrase:${slugOf(words)}`]
}

/**
 * The body that speaks: of "a spokesman for the ministry" the ministry, of "China's Commerce Ministry" the ministry, of "the Oslo
 * daily Fjordposten" the daily.
 */
function speakingBodies(draft: Draft, bodies: readonly Name[], { roleWords }: Voices): string[] {
  const { lower } = draft.tokens
  const ids: string[] = []
  bodies.forEach((name, n) => {
    const next = bodies[n + 1]
    const owns = lower[name.last] === "'s" || lower[name.last] === "'"
    const behind = roleWords.private.has(lower[name.last] ?? '') ? name.last + 1 : name.last
    const modifies = next?.first === behind
    if ((owns || modifies) && next) return
    const joined = n > 0 && /\b(?:and|or)\b|,/.test(draft.text.slice(bodies[n - 1]!.end, name.start))
    if (ids.length === 0 || joined) ids.push(name.id)
  })
  return ids
}

/** A group's members ("group:US+CN"), else the reference's own id. */
const idsOf = ({ id }: Reference): string[] => (id.startsWith('group:') ? id.slice(6).split('+') : [id])

const SINGULAR =
  /^(?:he|she|the (?:\w+ )?(?:minister|senator|official|president|spokesman|spokeswoman|spokesperson|analyst|economist|lawmaker|congressman|congresswoman|governor|leader|diplomat|negotiator|adviser|executive|professor|lawyer|judge|secretary|envoy|chancellor|premier|ambassador))$/i
const PLURAL = /^(?:they|it|the (?:report|statement|study|paper|document|survey|poll|letter|memo|release))$/i

/**
 * Who spoke last in this paragraph or the one before, where no other person acted since: news hands "he said" on from
 * the speaker before. `other` is the gender that rules one out.
 */
function speakerBefore(
  draft: Draft,
  quotation: Quotation,
  before: readonly Quotation[],
  other: string,
  genders: ReadonlyMap<string, string>,
  reference: Reference | undefined,
  voices: Voices,
  toldOf: ReadonlySet<string>,
): string | undefined {
  const at = anchorOf(quotation)
  const paragraph = paragraphAt(draft, at)
  for (let k = before.length - 1; k >= 0 && k >= before.length - 6; k--) {
    const earlier = before[k]!
    // "The fee Lee had threatened to raise was dead, he said": of whom he tells is not he.
    if (toldOf.has(earlier.speakers[0] ?? '')) continue
    if (earlier.inside < 0 && isOneUnnamed(draft, earlier, voices)) return undefined
    const speaker = earlier.speakers[0]
    // "Lund denied it, as a docker told the radio": told by somebody without a name, Lund spoke all the same.
    const isRetold = before[earlier.inside]?.speakers.some((id) => id.startsWith('person:')) ?? false
    if (earlier.nonSpeech || isRetold || !speaker?.startsWith('person:')) continue
    if (earlier.speakers.length > 1 || genders.get(speaker) === other) continue
    if (paragraph - paragraphAt(draft, anchorOf(earlier)) > 1) return undefined
    if (CONTINUES.test(quotation.cueLemma)) return speaker
    // "An executive was less sure. “…,” he said.": somebody without a name who came up since.
    if (reference && reference.name < 0 && (reference.antecedent?.start ?? 0) > anchorOf(earlier))
      return undefined
    const told = before.slice(k).flatMap(({ content }) => content)
    return actsBetween(draft, earlier, quotation, told, speaker, other, genders) ? undefined : speaker
  }
  return undefined
}

const CONTINUES = /^(?:add|continue|go on|conclude)$/

/** Of a person only told of in another's words the one who told: "Lee said it was Poe's plan. …," he said. */
function whoToldOf(
  draft: Draft,
  reference: Reference | undefined,
  before: readonly Quotation[],
  other: string,
  genders: ReadonlyMap<string, string>,
): string | undefined {
  const meant = reference && draft.names[reference.name]
  if (!meant) return undefined
  const teller = before.findLast(({ content }) => content.some((range) => rangesOverlap(range, meant)))
  const [speaker] = teller?.speakers ?? []
  if (!speaker?.startsWith('person:') || speaker === meant.id || teller!.nonSpeech) return undefined
  return genders.get(speaker) === other ? undefined : speaker
}

/** True where another person who may be meant is the subject between two quotations, outside what is told. */
function actsBetween(
  draft: Draft,
  earlier: Quotation,
  quotation: Quotation,
  told: readonly Range[],
  speaker: string,
  other: string,
  genders: ReadonlyMap<string, string>,
): boolean {
  const words = [...quotation.content, ...told]
  const to = anchorOf(quotation)
  const from = Math.max(...earlier.content.map(({ end }) => end), anchorOf(earlier))
  if (from >= to) return false
  return within(draft.names, { start: from, end: to }).some(
    (name) =>
      name.type === 'person' &&
      name.id !== speaker &&
      genders.get(name.id) !== other &&
      !words.some((range) => rangesOverlap(range, name)) &&
      (isSubject(draft, name) || opensWith(draft, name)),
  )
}

/** "For Ada Lind of the institute, the date matters less.": whose view the sentence tells. */
const opensWith = ({ tokens, sents }: Draft, { first }: Name): boolean =>
  /^(?:for|to)$/.test(tokens.lower[first - 1] ?? '') && sents[tokens.sent[first]!]!.first === first - 1

/** Whether a mention, with its title ("Captain Lee", "his aide, Ann Lee,"), is the subject of a verb, or (`main`) of that of its sentence. */
const isSubject = (
  { tokens: { dep, head } }: Draft,
  { first, last }: Pick<Name, 'first' | 'last'>,
  main = false,
): boolean => {
  for (let i = first; i < last; i++) {
    let at = i
    for (let steps = 0; /^(?:flat|nmod:desc|appos)$/.test(dep[at]!) && head[at]! >= 0 && steps < 3; steps++)
      at = head[at]!
    if (dep[at]!.startsWith('nsubj')) return !main || dep[head[at]!] === 'root'
  }
  return false
}

/** "he said": who spoke last in this paragraph or the two before; a person for "he" and "she". */
function lastSpeaker(
  draft: Draft,
  source: Range,
  quotation: Quotation,
  before: readonly Quotation[],
  voices: Voices,
): string[] {
  const words = draft.text.slice(source.start, source.end)
  const singular = SINGULAR.test(words)
  if (!singular && !PLURAL.test(words)) return []
  const paragraph = paragraphAt(draft, anchorOf(quotation))
  for (let k = before.length - 1; k >= 0 && k >= before.length - 12; k--) {
    const earlier = before[k]!
    // Whom only somebody without a name told to have spoken does not go on.
    const outer = before[earlier.inside]
    if (singular && (isOneUnnamed(draft, earlier, voices) || (outer && isOneUnnamed(draft, outer, voices))))
      return []
    if (earlier.nonSpeech || earlier.speakers.length === 0) continue
    if (paragraph - paragraphAt(draft, anchorOf(earlier)) > 2) return []
    const person = earlier.speakers.length === 1 && earlier.speakers[0]!.startsWith('person:')
    const outlet = earlier.speakers.every((id) => id.startsWith('outlet:'))
    if (singular && person && !mayBeCalled(draft, earlier.speakers[0]!, words)) return []
    if (singular && saysAnew(draft, words, anchorOf(earlier), source.start)) return []
    if (singular ? person : !person && !outlet) return [...earlier.speakers]
  }
  return []
}

/** "Some executives were less sure. … the executive said": one without a name who came up since. */
function saysAnew({ tokens }: Draft, words: string, from: number, to: number): boolean {
  const noun = words.toLowerCase().split(' ').at(-1)!
  for (let at = firstWhere(tokens.count, (i) => tokens.start[i]! >= from); tokens.start[at]! < to; at++)
    if (tokens.lemma[at] === noun && /^NN/.test(tokens.tag[at]!)) return true
  return false
}

/** Whether "he" or "the senator" may be a person: by a title of his. */
function mayBeCalled({ names }: Draft, id: string, words: string): boolean {
  const [noun = '', ...before] = words.toLowerCase().split(' ').reverse()
  if (before.length === 0) return true
  const titles = names.flatMap((name) => (name.id === id && name.title ? [name.title.toLowerCase()] : []))
  return titles.length === 0
    ? before.length === 1
    : titles.some((title) => title.split(/[ -]/).at(-1) === noun)
}
