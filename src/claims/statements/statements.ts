// In: a scene. Out: the statements of the report: who said what, from its quotations.

import type { Name, Quotation, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, Range, Ref } from '../../model/index.ts'
import { claimDay, gone, timesOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt, tokensIn } from '../sentence/scene.ts'
import { canSpeak } from './can-speak.ts'
import { isJudged } from './judged.ts'
import { hasVerb, isMarked, isOfRelative, isWholeClause, saysSomething } from './said-words.ts'
import { isUnnamed, meantBy } from './teller.ts'
import { isBehindPreposition, isNamedOnly } from './tellers.ts'

/**
 * A statement needs somebody who can speak and words that are spoken: a thing that "underscores" or a thought is none.
 * An outlet that reports is no speaker; it stands in the according-to chain of the claims inside. What it reports would come, of
 * which nothing else is read, is told as its account ({@link withoutAccounts}).
 */
export function findStatements(scene: Scene): Found[] {
  const found: Found[] = []
  const promising = scene.rows('commitment-verbs')
  for (const given of scene.doc.quotations) {
    // A phrase that names nobody is shown in its own words.
    const quotation = { ...given, speakers: given.speakers.filter((id) => !id.startsWith('phrase:')) }
    if (quotation.nonSpeech || quotation.content.length === 0) continue
    // What is agreed or promised is a commitment, told by its own claim.
    if (quotation.form === 'indirect' && promising.has(quotation.cueLemma)) continue
    if (isRelayed(scene, given) || isBehindPreposition(scene, quotation)) continue
    if (isAllOfUnnamed(scene, given) || isSomebodyTalkedOf(scene, quotation)) continue
    // "Neither side said when …": nothing was said.
    if ((quotation.form === 'indirect' || !isMarked(scene, quotation)) && nobodySaid(scene, quotation))
      continue
    if (!isJudged(scene, quotation, cueOf(scene, quotation)) && !saysIt(scene, quotation)) continue
    const isAccount = isAccountOfPlan(scene, quotation)
    if (
      quotation.speakers.length > 0 &&
      !isAccount &&
      quotation.speakers.every((id) => /^(outlet|event|good|product|law|place):/.test(id))
    )
      continue
    if (quotation.speakers.length === 0 && !canSpeak(scene, quotation)) continue
    const trigger = cueOf(scene, quotation)
    if (trigger < 0 || !isUttered(scene, quotation, trigger)) continue
    const speaker: Ref[] = quotation.speakers.map((id) => ({ id, name: scene.fillers.name(id) }))
    const inWords = unnamedSource(scene, quotation)
    const isNobody = speaker.length === 0
    // "A senior Norwegian official": Norway's, but not Norway.
    const isBody = speaker.every(
      ({ id, name }) => !id.startsWith('person:') && !inWords?.includes(`, ${name}`),
    )
    const unnamed = isNobody || (isBody && isUnnamed(inWords ?? '')) ? inWords : undefined
    if (speaker.length === 0 && unnamed === undefined) continue
    const isPerson = speaker.some(({ id }) => id.startsWith('person:'))
    const of = unique(speaker.flatMap((ref) => scene.fillers.sideOf(ref) ?? []))
    const content = joined(
      quotation.content.map((range) => scene.doc.text.slice(range.start, range.end).replace(/ {2,}/g, ' ')),
    )
    found.push({
      kind: 'statement',
      trigger,
      foundBy: isAccount ? ACCOUNT : `quotation/${quotation.form}@1`,
      body: {
        speaker,
        // "Torm, a Danish carrier," is itself; "a Danish envoy" without a name is told by those words.
        of: of.length > 0 || !isPerson ? of : sidesInSource(scene, quotation).slice(0, 1),
        ...(unnamed === undefined ? {} : { unnamed }),
        cue: quotation.cueLemma,
        content: content.replace(/\s+/g, ' '),
        form: quotation.form,
        addressee: [],
      },
      via: [...tellersAround(scene, quotation), ...quotation.via],
      days: saidDays(scene, quotation, trigger),
      roles: Object.fromEntries([
        ...quotation.source.slice(0, 1).map((range) => ['speaker', pair(range)]),
        ...quotation.cue.slice(0, 1).map((range) => ['cue', pair(range)]),
        ...quotation.content.map((range, n) => [n === 0 ? 'content' : `content${n + 1}`, pair(range)]),
      ]),
      alsoSentences: sentencesOf(scene, quotation),
    })
  }
  return found
}

/** Whether the words are a clause that is said, no thing that is only judged, named or talked of. */
function saysIt(scene: Scene, quotation: Quotation): boolean {
  const cue = scene.rows('speech-verbs').get(quotation.cueLemma)
  const { form } = quotation
  if (form === 'indirect') {
    if (cue && cue.kind !== 'speech') return false
    if (!hasVerb(scene, quotation)) return false
    if (isNamedOnly(scene, quotation) && !isWholeClause(scene, quotation)) return false
  }
  if (form !== 'direct' && cue && JUDGING.test(cue.frames ?? '')) return false
  if (isMarked(scene, quotation)) return true
  return saysSomething(scene, quotation) && !isOfRelative(scene, quotation, cueOf(scene, quotation))
}

const ACCOUNT = 'quotation/account@1'

/** "According to the Callao Post, the yard would close": what an outlet knows of a plan. */
function isAccountOfPlan({ doc }: Scene, { speakers, form, content }: Quotation): boolean {
  return (
    form !== 'direct' &&
    speakers.length > 0 &&
    speakers.every((id) => id.startsWith('outlet:')) &&
    content.some(({ start, end }) => /\bwould\b/.test(doc.text.slice(start, end)))
  )
}

/** The accounts of outlets go where anything else is told by their sentence. */
export function withoutAccounts(scene: Scene, found: readonly Found[]): Found[] {
  const others = new Set(
    found.filter(({ foundBy }) => foundBy !== ACCOUNT).map(({ trigger }) => scene.sentenceOf(trigger)),
  )
  return found.filter(({ foundBy, trigger }) => foundBy !== ACCOUNT || !others.has(scene.sentenceOf(trigger)))
}

/** "Lund said Peru had threatened to leave": who tells that another said it. */
function tellersAround({ doc }: Scene, { inside, speakers }: Quotation): string[] {
  const outer = doc.quotations[inside]
  if (!outer || outer.nonSpeech || outer.form === 'direct') return []
  return outer.speakers.filter((id) => !/^(?:phrase|event|place):/.test(id) && !speakers.includes(id))
}

/** Pieces of what was said, the marks that close one and open the next left out: “We wait … and hope.” */
const joined = (pieces: readonly string[]): string =>
  pieces.reduce((said, piece) =>
    /["”]$/.test(said) && /^["“]/.test(piece)
      ? `${said.slice(0, -1).replace(/,$/, '')} … ${piece.slice(1)}`
      : `${said} … ${piece}`,
  )

/** The word that tells of saying, past its auxiliaries ("may say"); where there is none, the first word said. */
function cueOf(scene: Scene, { cue: [cue], cueLemma, content }: Quotation): number {
  const first = tokenAt(scene, (cue ?? content[0])!.start)
  const word = cueLemma.split(' ')[0]
  return (cue && tokensIn(scene, cue).find((at) => scene.doc.tokens.lemma[at] === word)) ?? first
}

/** Frames of verbs that judge or answer something and say nothing of it ("praised the deal", "declined to sign"). */
const JUDGING = /^(?:object|object of|infinitive)$/

/** What a participle leaves to be understood, with whoever's deed it is. */
const IMPLYING: ReadonlySet<string> = new Set(
  'suggest signal indicate imply show underscore underline highlight demonstrate reflect mean raise prove reveal'.split(
    ' ',
  ),
)
/** Those of them that a person does in words. */
const TELLING: ReadonlySet<string> = new Set(['suggest', 'indicate', 'imply'])
/** What papers and figures do, and people only by their deeds ("the two sides had shown that …"). */
const BY_DEEDS: ReadonlySet<string> = new Set(['show', 'demonstrate', 'prove', 'reflect', 'mean'])
const SIDES: ReadonlySet<string> = new Set(['side', 'party', 'country', 'nation', 'government', 'state'])
/** Verbs by which one has a wish or will. */
const HAVING: ReadonlySet<string> = new Set([
  'show',
  'have',
  'demonstrate',
  'display',
  'lack',
  'share',
  'see',
  'find',
])
const UNSAID: ReadonlySet<string> = new Set(['possible', 'expected', 'hypothetical', 'conditional'])

/**
 * Whether something was said at all: not "may say", "is less likely to mention", "Peru spends little, suggesting that …",
 * nor what is told in somebody's own words of what another said.
 */
function isUttered(scene: Scene, quotation: Quotation, cue: number): boolean {
  const { tokens, quotations } = scene.doc
  const { lemma, tag, dep, head } = tokens
  const outer = quotations[quotation.inside]
  if (outer?.form === 'direct' && !/^(?:say|tell)$/.test(quotation.cueLemma)) return false
  if (quotation.cue.length === 0) return true
  // "Norway has shown some willingness to talk": had, not told.
  if (!scene.grammar.isVerb(cue))
    return !(dep[cue] === 'obj' && HAVING.has(lemma[head[cue]!] ?? '')) && !isOnlyNeeded(scene, cue)
  if (isJoinedCondition(scene, cue)) return false
  // "Who spoke on “Meet the Fleet”": where somebody spoke, by its title.
  if (quotation.cueLemma === 'speak' && quotation.content.every((one) => isTitle(scene, one))) return false
  // "Stressed that finding a way is essential": what would be done, not said.
  const isGerund = tag[cue] === 'VBG' && scene.grammar.dependents(cue, 'aux').length === 0
  if (isGerund && /^c(?:subj|comp)$/.test(dep[cue]!)) return false
  const within = (token: number) =>
    token < cue &&
    quotation.content.some((range) => range.start <= tokens.start[token]! && tokens.start[token]! < range.end)
  // "Holm, who spoke on “Meet the Fleet,” said Norway …": a title in marks, and its subject, are not what is said.
  if (quotation.form === 'mixed' && scene.grammar.dependents(cue, 'nsubj').some(within)) return false
  const { modality, condition } = scene.epistemics(cue)
  const own =
    condition && quotation.content.some((range) => range.start < condition.end && condition.start < range.end)
  // "Threatened to leave, saying it was late": the participle was said, whatever it was hung on.
  const beside = tag[cue] === 'VBG' && dep[cue] === 'advcl'
  const isUnsaid = UNSAID.has(modality) && !own && !(beside && modality === 'hypothetical')
  if (quotation.form !== 'direct' && isUnsaid && !isOnlyThat(scene, cue)) return false
  // "That Norway and Peru meet suggests …": it suggests, not they.
  const [source] = quotation.source
  const thing = scene.grammar.dependents(cue, 'nsubj')
  const isOther = (at: number) =>
    !source || tokens.start[at]! < source.start || source.end <= tokens.start[at]!
  if (IMPLYING.has(lemma[cue]!) && thing.length > 0 && thing.every(isOther)) return false
  if (
    BY_DEEDS.has(lemma[cue]!) &&
    thing.some((at) => SIDES.has(lemma[at]!) || scene.fillers.parties(at).length > 0)
  )
    return false
  const implied = beside && IMPLYING.has(lemma[cue]!)
  const over = head[cue]!
  return (
    !implied ||
    /\bclause\b/.test(scene.rows('speech-verbs').get(lemma[over] ?? '')?.frames ?? '') ||
    (TELLING.has(lemma[cue]!) && quotation.speakers.some((id) => id.startsWith('person:')))
  )
}

/** Words in marks that begin with capitals. */
const isTitle = ({ doc }: Scene, { start, end }: Range): boolean =>
  doc.text
    .slice(start, end)
    .split(/\s+/)
    .every((word) => /^["“‘']?(?:\p{Lu}|(?:an?|and|for|in|of|on|the|to|with)$)/u.test(word))

/** "Would only say that …", "would say only that …": that much was said. */
const isOnlyThat = ({ doc: { tokens }, grammar }: Scene, cue: number): boolean =>
  grammar.dependents(cue, 'aux').some((aux) => tokens.lower[aux] === 'would') &&
  (tokens.lower[cue - 1] === 'only' || tokens.lower[cue + 1] === 'only')

/** "Unless it was tied to a commitment by the mills": one that is talked of, not made. */
const isOnlyNeeded = ({ doc: { tokens }, grammar }: Scene, noun: number): boolean =>
  /^(?:obl|nmod)/.test(tokens.dep[noun]!) &&
  grammar.dependents(noun, 'det').some((word) => /^(?:an?|any|some)$/.test(tokens.lower[word]!))

/** "Provided Peru lifted the fee and confirmed that …": what is joined to a condition is one. */
function isJoinedCondition({ doc: { tokens }, grammar }: Scene, cue: number): boolean {
  const { dep, head, lower } = tokens
  const lead = dep[cue] === 'conj' ? head[cue]! : -1
  if (lead < 0) return false
  const marks = [...grammar.dependents(lead, 'mark'), head[lead]!]
  return marks.some((word) => /^(?:if|unless|provided)$/.test(lower[word] ?? ''))
}

const RELAYING: ReadonlySet<string> = new Set(['report', 'according to', 'quote', 'cite', 'carry', 'per'])

/** "As reported by state media, a spokesperson said …": the outer attribution only passes the inner one on. */
function isRelayed(scene: Scene, outer: Quotation): boolean {
  // "According to the minister, Peru has agreed to …": his telling, not its word.
  const isOwn = outer.cueLemma === 'according to' && outer.speakers.some((id) => !id.startsWith('outlet:'))
  if (!RELAYING.has(outer.cueLemma) || isOwn) return false
  const at = scene.doc.quotations.indexOf(outer)
  const length = outer.content.reduce((sum, range) => sum + range.end - range.start, 0)
  return scene.doc.quotations.some(
    (inner) =>
      inner.inside === at &&
      inner.speakers.length > 0 &&
      inner.content.reduce((sum, range) => sum + range.end - range.start, 0) >= 0.6 * length,
  )
}

/** "Two people said Peru had warned Chile": told once, as what the two say; Peru's word it is only by them. */
function isAllOfUnnamed(scene: Scene, { form, inside, content, cue }: Quotation): boolean {
  const outer = scene.doc.quotations[inside]
  if (!outer || form === 'direct' || outer.form !== 'indirect' || outer.nonSpeech) return false
  if (outer.speakers.some((id) => !id.startsWith('phrase:')) || !canSpeak(scene, outer)) return false
  const begin = outer.content[0]?.start ?? 0
  const own = Math.min(...[...content, ...cue].map(({ start }) => start))
  const end = Math.max(...content.map((range) => range.end))
  return end >= (outer.content.at(-1)?.end ?? 0) && own - begin < FEW
}

/** "“Every government says so,” Lund said": somebody without a name whom only the speaker has say it. */
const isSomebodyTalkedOf = ({ doc }: Scene, { inside, speakers, form }: Quotation): boolean => {
  const outer = doc.quotations[inside]?.form
  return speakers.length === 0 && (outer === 'direct' || (outer === 'mixed' && form === 'direct'))
}

/** Characters that may stand before a cue in what is told whole. */
const FEW = 60

function nobodySaid(scene: Scene, quotation: Quotation): boolean {
  const cue = quotation.cue.flatMap((range) => tokensIn(scene, range))
  if (cue.some((at) => scene.doc.stances.get(at)?.polarity === 'denied')) return true
  if (SILENT.has(quotation.cueLemma) && tellsOfSpeech(scene, quotation)) return true
  const [source] = quotation.source
  return (
    source !== undefined &&
    /^(neither|no|nobody|none)\b/i.test(scene.doc.text.slice(source.start, source.end))
  )
}

const SILENT: ReadonlySet<string> = new Set(['decline', 'refuse'])

/** "declined to speak to reporters": what is refused is speech itself. */
function tellsOfSpeech(scene: Scene, quotation: Quotation): boolean {
  const { tokens } = scene.doc
  const words = quotation.content.flatMap((range) => tokensIn(scene, range))
  const verb = words.find((at) => tokens.tag[at]!.startsWith('VB'))
  return (
    verb !== undefined &&
    tokens.lower[verb - 1] === 'to' &&
    (scene.rows('speech-verbs').has(tokens.lemma[verb]!) || tokens.lemma[verb] === 'answer')
  )
}

const pair = (range: { start: number; end: number }) => ({ start: range.start, end: range.end })

function unnamedSource(scene: Scene, quotation: Quotation): string | undefined {
  const [source] = quotation.source
  if (!source) return undefined
  const { start: from, end } = meantBy(scene, source) ?? source
  // "said Tuesday the bank is …": the day is no part of who speaks.
  const day = scene.doc.times.find((time) => time.start <= from && from < time.end && time.end < end)
  // "Last week's report": the day is part of the words.
  const isOwn = day !== undefined && /^['’]s/.test(scene.doc.text.slice(day.end, day.end + 2))
  const start = day && !isOwn ? day.end + 1 : from
  // "A diplomat, who asked not to be named,": what is told of him does not say who he is.
  const words = scene.doc.text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/,? (?:who|whom|whose|which)\b.*$/, '')
    .replace(/, (?:not|\p{Ll}+(?:ed|ing)) .*$/u, '')
    .replace(/(?:['’]s?| [-–—]+|,)$/, '')
  return /\p{L}{3}/u.test(words) ? words : undefined
}

/** Whom the words of the source name: "Peru's envoy", not whom a clause in it tells of ("the envoy, who met Norway's"). */
function sidesInSource(scene: Scene, quotation: Quotation): Ref[] {
  return unique(
    quotation.source.flatMap((range) => {
      const clause = scene.doc.text
        .slice(range.start, range.end)
        .search(
          /\b(?:who|whom|whose|which|(?:close|near) to|familiar with|briefed (?:on|by)|with knowledge of)\b/,
        )
      const end = clause < 0 ? range.end : range.start + clause
      return nearby(scene.doc.names, tokenAt(scene, range.start))
        .filter((name) => name.start >= range.start && name.end <= end && !isBeside(scene, name))
        .flatMap((name) => scene.fillers.sideOf({ id: name.id, name: name.canonical }) ?? [])
        .filter(({ id }) => !id?.startsWith('place:'))
    }),
  )
}

/**
 * "Ann Lee, quoted by Nordavis,", "in Oslo", "the envoy to Chile": where, to whom and by whom is not whose, nor is "a Chile scholar"
 * Chile's, nor "a former Chilean envoy", nor "a scholar of Chilean law".
 */
function isBeside(scene: Scene, { first, last }: Name): boolean {
  const { tokens } = scene.doc
  if (['private-nouns', 'forecaster-nouns'].some((table) => scene.rows(table).has(tokens.lemma[last] ?? '')))
    return true
  const at = tokens.lower[first - 1] === 'the' ? first - 2 : first - 1
  if (/^(?:former|ex|retired)$/.test(tokens.lower[at] ?? '')) return true
  if (tokens.lower[at] === 'of' && tokens.tag[first] === 'JJ') return true
  // "The Centre for New Chilean Studies": part of a longer name.
  if (tokens.tag[first - 1] === 'NNP' && tokens.tag[last] === 'NNP') return true
  return /^(?:in|by|to|near|outside|inside|with|against|on|over|about)$/.test(tokens.lower[at] ?? '')
}

/** Days said beside the cue and outside the content: "said on Monday". */
function saidDays(scene: Scene, quotation: Quotation, cue: number): ClaimDay[] {
  if (quotation.cue.length === 0) return []
  const attached = new Set(
    timesOf(scene.doc, scene.grammar, [cue]).filter((time) => hangsOn(scene, time, cue)),
  )
  return nearby(scene.doc.times, cue)
    .filter((time) => attached.has(time) || standsBetween(scene, time, cue, quotation))
    .filter((time) => !quotation.content.some((range) => range.start <= time.start && time.end <= range.end))
    .filter((time) => time.type === 'DATE' || time.type === 'TIME')
    .map((time) => claimDay(scene.doc, time, 'said'))
    .map((day) => (isPast(scene, cue) ? gone(day) : day))
}

/** "Said", "has said": before the report, so that its weekday is the last of the name. */
const isPast = ({ doc }: Scene, cue: number): boolean => /^VB[DN]$/.test(doc.tokens.tag[cue]!)

/** "Said Sunday it would close": right behind the cue and before what is said, whatever the parser hangs it on. */
function standsBetween(scene: Scene, time: TimeExpression, cue: number, { content }: Quotation): boolean {
  const { tag } = scene.doc.tokens
  const [first] = content
  if (!first || time.first <= cue || time.first > cue + 3 || time.end > first.start) return false
  for (let at = cue + 1; at < time.first; at++) if (!/^(?:IN|RB|JJ)$/.test(tag[at]!)) return false
  return true
}

/** The time stands right under the cue ("said on Monday"), not under another of its words. */
function hangsOn(scene: Scene, time: TimeExpression, cue: number): boolean {
  const { head } = scene.doc.tokens
  for (let at = time.first; at < time.last; at++) if (head[at] === cue) return true
  return false
}

function sentencesOf(scene: Scene, quotation: Quotation): number[] {
  const numbers: number[] = []
  for (const [number, sentence] of scene.doc.sents.entries())
    for (const range of [...quotation.content, ...quotation.cue, ...quotation.source])
      if (range.start < sentence.end && sentence.start < range.end && !numbers.includes(number))
        numbers.push(number)
  return numbers
}
