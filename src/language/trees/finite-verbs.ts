// In: a tagged draft with names. Out: sentences whose only verb was taken for a participle or a plural have it as their verb.
import { type Name, type Sentence, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'

const VERB = UPOS.indexOf('VERB')
const NOUN = UPOS.indexOf('NOUN')

const FINITE = /^(VBD|VBP|VBZ|MD)$/
/** What begins an object: an article, a number, a possessive, a noun with or without adjectives. */
const OBJECT = /^(DT|CD|PRP\$|JJ|NN|NNS|NNP|NNPS|\$)$/
/** Of a form that may be a plural noun, what no noun before it could have behind it. */
const PLAIN_OBJECT = /^(DT|CD|PRP\$|\$|TO)$/
const WHEN =
  /^(this|last|next|today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/

const PARTICLES: ReadonlySet<string> = new Set(['off', 'up', 'down', 'out', 'back', 'away'])
/** Words that begin a clause of its own: what stands behind them is no verb of the sentence. */
const SUBORDINATES: ReadonlySet<string> = new Set(
  'if unless because after before when while until as since although though that which who whose where'.split(
    ' ',
  ),
)

/** Types of names that act. */
export const ACTS: ReadonlySet<Name['type']> = new Set([
  'person',
  'organisation',
  'government',
  'place',
  'office',
])

const verbs = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Lemmas that the packs know as verbs. */
function verbsOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = verbs.get(lexicon)
  if (!known) {
    known = new Set(
      ['act-verbs', 'stance-verbs', 'measure-verbs', 'speech-verbs', 'epistemic-verbs'].flatMap((table) =>
        lexicon.table(table).map((row) => (row.lemma ?? row.word ?? '').split(' ')[0]!),
      ),
    )
    verbs.set(lexicon, known)
  }
  return known
}

const speeches = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Lemmas of verbs of speech. */
function speechOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = speeches.get(lexicon)
  if (!known) {
    known = new Set(lexicon.table('speech-verbs').map((row) => row.lemma ?? row.word ?? ''))
    speeches.set(lexicon, known)
  }
  return known
}

/**
 * Before parsing: in a sentence without a finite verb the participle or plural right behind somebody who acts, with an
 * object behind it, is that verb ("The union called off the strike", "FNV demands 7 percent"). A headline in the
 * passive ("Strike called off", "Talks held this week") has no such object.
 */
export function findFiniteVerbs(draft: Draft, lexicon: Lexicon): void {
  const { tokens, sents } = draft
  const { tag, lower } = tokens
  const known = verbsOf(lexicon)
  const actors = actorsOf(lexicon)
  const ends = new Map(draft.names.filter(({ type }) => ACTS.has(type)).map((name) => [name.last, name]))
  const begins = new Set(draft.names.map((name) => name.first))
  const runOut = lexicon.list('expiry-verbs')
  const speech = speechOf(lexicon)
  for (let at = 1; at < tokens.count; at++) {
    irregularPast(draft, at)
    speaksAside(draft, at, speech)
    speaksOn(draft, at, speech)
    opensTelling(draft, at, speech)
    behindArticle(draft, at)
    behindModal(draft, at)
  }
  for (const sentence of sents) {
    const { first, last } = sentence
    for (let at = first + 1; at < last; at++) endsInClause(draft, sentence, at, runOut)
    let end = first
    // Behind a semicolon stands another clause.
    const isNext = (token: number) => SUBORDINATES.has(lower[token]!) || lower[token] === ';'
    while (end < last && !FINITE.test(tag[end]!) && !(end > first && isNext(end))) end++
    if (end < last && FINITE.test(tag[end]!)) continue
    const acts = (at: number) => ends.has(at) || actors.has(lower[at - 1]!)
    for (let at = first + 1; at < end - 1; at++) {
      const day = dayBefore(draft, at)
      const isBehindDay = day > first && acts(day)
      if (!acts(at) && !isBehindDay && !behindAside(draft, at, ends)) continue
      const behind = PARTICLES.has(lower[at + 1]!) ? at + 2 : at + 1
      if (behind >= last || WHEN.test(lower[behind]!)) continue
      const verb =
        verbTag(tag[at]!, tag[behind]!, lower[at]!, known) ??
        (isBehindDay && tag[at] === 'JJ' && OBJECT.test(tag[behind]!)
          ? pastOf(lower[at]!, known)
          : undefined) ??
        (ends.has(at) ? joinedVerb(draft, sentence, at, known, begins) : undefined)
      if (verb === undefined) continue
      tag[at] = verb.tag
      tokens.pos[at] = VERB
      if (verb.lemma) tokens.lemma[at] = verb.lemma
      break
    }
  }
}

/** "Peru on Nov. 20 imposed": where the words for the day before a token begin; −1 where none stand there. */
function dayBefore({ tokens }: Draft, at: number): number {
  const { lower, tag } = tokens
  let word = at - 1
  while (word > at - 4 && tag[word] === 'CD') word--
  if (word > 0 && MONTH.test(lower[word]!)) word--
  else if (word === at - 1) return -1
  return word < at - 2 && lower[word] === 'on' ? word : -1
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)$/

/** An adjective that is the past of a known verb, as that verb. */
function pastOf(word: string, known: ReadonlySet<string>): { tag: string; lemma: string } | undefined {
  const stem = word.replace(/ed$/, '')
  if (stem === word) return undefined
  const lemma = [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.slice(0, -1)].find((one) => known.has(one))
  return lemma === undefined ? undefined : { tag: 'VBD', lemma }
}

/** Words that an apposition may have. */
const ASIDE = 12

/** "Gasko, the Russian gas company, halted": behind the second comma, with an article behind the first. */
function behindAside({ tokens }: Draft, at: number, ends: ReadonlyMap<number, Name>): boolean {
  const { lower, tag, sent } = tokens
  if (lower[at - 1] !== ',') return false
  for (let comma = at - 3; comma > at - ASIDE && comma > 0 && sent[comma] === sent[at]; comma--)
    if (lower[comma] === ',') return ends.has(comma) && tag[comma + 1] === 'DT'
  return false
}

/** "Would free 40 crew", "will lower duties": right behind a modal, with an object, an adjective is a verb. */
function behindModal({ tokens }: Draft, at: number): void {
  const { tag, lower, sent, lemma, pos } = tokens
  if (!/^JJR?$/.test(tag[at]!) || tag[at - 1] !== 'MD' || sent[at] !== sent[at + 1]) return
  if (!/^(?:DT|CD|PRP\$|NNS|NNP|NNPS|\$)$/.test(tag[at + 1] ?? '')) return
  tag[at] = 'VB'
  lemma[at] = lower[at]!
  pos[at] = VERB
}

/**
 * "Minister Berg and Ana Rey press Norway": a plain form written small right behind the second of two who act, with a
 * name or a determiner behind it.
 */
function joinedVerb(
  { tokens }: Draft,
  { first }: Sentence,
  at: number,
  known: ReadonlySet<string>,
  begins: ReadonlySet<number>,
): { tag: string; lemma?: string } | undefined {
  const { form, lower, tag } = tokens
  if (form[at] !== lower[at] || !/^(NNP?|JJ|VB)$/.test(tag[at]!) || !known.has(lower[at]!)) return undefined
  if (!PLAIN_OBJECT.test(tag[at + 1]!) && !begins.has(at + 1)) return undefined
  for (let and = at - 2; and > first && and > at - 8; and--) if (lower[and] === 'and') return { tag: 'VBP' }
  return undefined
}

/** ", analysts note,": a plain form of a verb of speech between a plural and a comma, a comma before both. */
function speaksAside({ tokens }: Draft, at: number, speech: ReadonlySet<string>): void {
  const { tag, lower, pos } = tokens
  if (tag[at - 1] !== 'NNS' || lower[at - 2] !== ',' || lower[at + 1] !== ',') return
  if (!/^(NN|JJ|VB)$/.test(tag[at]!) || !speech.has(lower[at]!)) return
  tag[at] = 'VBP'
  pos[at] = VERB
}

/** "A very steep ask": what an article and an adjective stand right before is a noun. */
function behindArticle({ tokens }: Draft, at: number): void {
  const { tag, lower, form, pos } = tokens
  if (tag[at] !== 'VB' || tag[at - 1] !== 'JJ' || form[at] !== lower[at]) return
  const article = tag[at - 2] === 'RB' ? at - 3 : at - 2
  if (!/^an?$/.test(lower[article] ?? '')) return
  tag[at] = 'NN'
  pos[at] = NOUN
}

/** "But warns against limits", "noting progress but warning that": a form of a verb of speech right behind "but" is that verb. */
function speaksOn({ tokens }: Draft, at: number, speech: ReadonlySet<string>): void {
  const { tag, lower, lemma, pos } = tokens
  if (lower[at - 1] !== 'but' || !/^NNS?$/.test(tag[at]!)) return
  const isGerund = /ing$/.test(lower[at]!)
  const stem = lower[at]!.replace(/(?:ing|s)$/, '')
  const base = [stem, `${stem}e`].find((one) => speech.has(one))
  if (base === undefined || !(isGerund || tag[at] === 'NNS')) return
  if (!/^(?:that|against|it|he|she|they|the)$/.test(lower[at + 1] ?? '')) return
  tag[at] = isGerund ? 'VBG' : 'VBZ'
  lemma[at] = base
  pos[at] = VERB
}

/** "Observers caution that the accord is young": a plain form of a verb of speech between a plural that opens a sentence and a clause. */
function opensTelling({ tokens, sents }: Draft, at: number, speech: ReadonlySet<string>): void {
  const { tag, lower, form, pos, sent } = tokens
  const { first } = sents[sent[at]!]!
  if (tag[at] !== 'NN' || tag[at - 1] !== 'NNS' || form[at] !== lower[at] || !speech.has(lower[at]!)) return
  if (lower[at + 1] !== 'that' || /^(?:VB|MD)/.test(tag[at + 2] ?? '')) return
  for (let word = first; word < at - 1; word++) if (!/^(?:DT|JJ|NN)$/.test(tag[word]!)) return
  tag[at] = 'VBP'
  pos[at] = VERB
}

/** Past forms that look like no verb, and what they are of. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'upheld uphold|withheld withhold|overrode override|forbade forbid|oversaw oversee|undertook undertake|foresaw foresee|froze freeze|unfroze unfreeze'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** "The court upheld the law": a past form taken for a noun or a present. */
function irregularPast({ tokens }: Draft, at: number): void {
  const lemma = IRREGULAR.get(tokens.lower[at]!)
  if (lemma === undefined || /^VB[DN]$/.test(tokens.tag[at]!)) return
  tokens.tag[at] = 'VBD'
  tokens.pos[at] = VERB
  tokens.lemma[at] = lemma
}

/** "before the truce expires in May", "until the talks end": a word for running out behind its noun in a clause without a verb. */
function endsInClause(
  { tokens }: Draft,
  { first, last }: Sentence,
  at: number,
  runOut: ReadonlySet<string>,
): void {
  const { tag, lower } = tokens
  const several = tag[at - 1] === 'NNS'
  const lemma = several ? lower[at]! : lower[at]!.replace(/s$/, '')
  if (tag[at] !== (several ? 'NN' : 'NNS') || !/^NNP?S?$/.test(tag[at - 1]!) || !runOut.has(lemma)) return
  const isEnd = (token: number) =>
    token < first || token >= last || lower[token] === ',' || SUBORDINATES.has(lower[token]!)
  let from = at - 1
  while (!isEnd(from) && !FINITE.test(tag[from]!)) from--
  let to = at + 1
  while (!isEnd(to) && !FINITE.test(tag[to]!)) to++
  if (!isEnd(from) || !isEnd(to) || from < first || lower[from] === ',') return
  tag[at] = several ? 'VBP' : 'VBZ'
  tokens.pos[at] = VERB
  tokens.lemma[at] = lemma
}

function verbTag(
  tag: string,
  behind: string,
  word: string,
  known: ReadonlySet<string>,
): { tag: string; lemma?: string } | undefined {
  if (tag === 'VBN') return OBJECT.test(behind) ? { tag: 'VBD' } : undefined
  if (tag !== 'NNS' || !PLAIN_OBJECT.test(behind)) return undefined
  const lemma = [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].find((one) =>
    known.has(one),
  )
  return lemma === undefined ? undefined : { tag: 'VBZ', lemma }
}

const nouns = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Common nouns for somebody who acts: roles, bodies, groups. */
function actorsOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = nouns.get(lexicon)
  if (!known) {
    known = new Set([
      ...lexicon.table('role-nouns').map(({ word = '' }) => word.toLowerCase()),
      ...lexicon.table('organisation-nouns').map(({ word = '' }) => word.toLowerCase()),
      ...lexicon.table('actor-nouns').map(({ lemma = '' }) => lemma),
    ])
    nouns.set(lexicon, known)
  }
  return known
}
