// In: a scene, a verb. Out: a denial that says itself what is not so: "denied that …", "denied accusations from Chile that …".
import { UNNAMED } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { innermostTeller, tellerAt } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { accuserBefore, GUILT } from './charges.ts'
import {
  CLAIMS,
  DENIES,
  denialOf,
  type FoundDenial,
  isDenying,
  lemmaOf,
  particleEnd,
  REJECTS,
  subjectOf,
} from './denial-words.ts'
import { sentenceBefore } from './told-before.ts'

/** Nouns of what somebody told, behind a verb that denies or rejects them. */
export const TOLD =
  /^(?:reports?|rumou?rs?|arguments?|charges?|accounts?|speculation|ideas?|notions?|stor(?:y|ies))$/
/** Tokens between the verb and the noun, and between the noun and what was told. */
const REACH = { noun: 6, content: 9 } as const
/** Words with which what is denied ends, behind a comma or without one. */
const BEHIND_COMMA =
  /^(?:which|who|whose|where|despite|although|though|since|because|as|while|but|and|or|saying|insisting|adding|calling|describing|arguing|telling|noting)$/
const ENDS = /^(?:[.;:!?\u2014]|--|but|despite|although|though|whereas|while)$/
const SAID = /^(?:said|says|told|added|wrote)$/
/** Tokens of who said it and the verb, at most. */
const SPEAKER = 9
/** Least words of what is denied that can be told from others; fewer where a noun says that it was told. */
const FEWEST = { any: 3, clause: 2, told: 2 } as const

/** A denial with its content at a verb; who told it, if the words or another sentence of the report say so. */
export function namedContent(scene: Scene, verb: number): FoundDenial | undefined {
  const { doc } = scene
  const { tag, sent } = doc.tokens
  const particle = particleEnd(scene, verb)
  const pushes = particle !== undefined
  if (!pushes && (!/^VB[DZPG]|^VBN/.test(tag[verb]!) || !REJECTS.test(lemmaOf(scene, verb)))) return undefined
  if (!isDenying(scene, verb)) return undefined
  const { last } = doc.sents[sent[verb]!]!
  const noun = toldNoun(scene, particle ?? verb, last)
  const from =
    noun === undefined ? (pushes ? undefined : clauseFrom(scene, verb)) : contentFrom(scene, noun, last)
  if (from === undefined) return undefined
  const to = contentEnd(scene, from, last)
  // "Dismissed the idea that they could work together": a view, no account.
  const isView =
    noun !== undefined &&
    /^(?:idea|notion)s?$/.test(doc.tokens.lower[noun]!) &&
    range(from, to).some((at) => tag[at] === 'MD')
  if (isView) return undefined
  const words = keysOf(scene, from, to)
  if (words.length < fewestOf(scene, verb, noun, from)) return undefined
  const by = subjectOf(scene, verb)
  if (by === '') return undefined
  const here = sent[verb]!
  const named = (noun === undefined ? '' : whoseNoun(scene, verb, noun, from)) || asToldBy(scene, to, last)
  if (named === by) return undefined
  const teller = named === '' ? UNNAMED : named
  const bare = denialOf(scene, { verb, by, told: here, teller, from, to, isExact: true })
  // In "Peru's claim that it …" either may be meant.
  const isEither =
    named !== '' && noun !== undefined && !/^(?:accus|alleg|report)/.test(doc.tokens.lower[noun]!)
  const denial = isEither ? bare : withSubject(scene, bare, from)
  const elsewhere = named === '' ? toldElsewhere(scene, here, words, by) : undefined
  const behind = named === '' && !elsewhere ? tellerBehind(scene, here, by) : ''
  if (behind !== '') return { ...denial, teller: behind }
  if (!elsewhere) return denial
  const { start, end } = doc.sents[elsewhere.sent]!
  return { ...denial, told: { start, end }, teller: elsewhere.teller }
}

/** "Denied that any decision had been taken": on what, the sentence before says, where there is one. */
function fewestOf(scene: Scene, verb: number, noun: number | undefined, from: number): number {
  const { lower, sent } = scene.doc.tokens
  const isLeaning = /^(?:any|such)$/.test(lower[from]!) || lower[from + 1] === 'such'
  if (isLeaning) return sentenceBefore(scene, sent[verb]!, 1) ? 1 : FEWEST.any
  return noun === undefined ? FEWEST.clause : FEWEST.told
}

/** "A report by the Post that the port was sold was denied by the ministry". */
export function deniedBy(scene: Scene, verb: number): FoundDenial | undefined {
  const { grammar, doc } = scene
  const { lower, tag, sent } = doc.tokens
  if (lower[verb + 1] !== 'by' || !/^VB[DN]$/.test(tag[verb]!) || !REJECTS.test(lemmaOf(scene, verb)))
    return undefined
  const by = grammar.obliques(verb, 'by')[0] ?? nominalFrom(scene, verb + 2)
  if (lower[verb - 2] === 'it') return by === undefined ? undefined : itWasDenied(scene, verb, by)
  const [be = verb - 1] = grammar.dependents(verb, 'aux:pass')
  // The parser may take a noun of the clause between for what is denied.
  const noun = range(doc.sents[sent[verb]!]!.first, be).findLast(
    (at) =>
      (CLAIMS.test(lower[at]!) || TOLD.test(lower[at]!)) &&
      /^(?:that|which|by|in|on|put|passed|spread|circulating)$/.test(lower[at + 1]!),
  )
  if (noun === undefined || by === undefined || !/^(?:is|are|was|were|been|be)$/.test(lower[be]!))
    return undefined
  const from = contentFrom(scene, noun, be)
  if (from === undefined || keysOf(scene, from, be).length < FEWEST.told) return undefined
  const who = partiesAt(scene, by)
  const named = whoseNoun(scene, noun - 3, noun, from)
  if (who === '' || who === named) return undefined
  const teller = named === '' ? UNNAMED : named
  return denialOf(scene, { verb, by: who, told: sent[verb]!, teller, from, to: be, isExact: true })
}

/** "It was denied by her office that a cap had been discussed, as the Post reported". */
function itWasDenied(scene: Scene, verb: number, by: number): FoundDenial | undefined {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[verb]!]!
  const that = range(by + 1, Math.min(last, by + REACH.content)).find((at) => tokens.lower[at] === 'that')
  const who = partiesAt(scene, by)
  if (that === undefined || who === '') return undefined
  const to = contentEnd(scene, that + 1, last)
  if (keysOf(scene, that + 1, to).length < FEWEST.clause) return undefined
  const teller = asToldBy(scene, to, last) || UNNAMED
  const told = tokens.sent[verb]!
  return denialOf(scene, { verb, by: who, told, teller, from: that + 1, to, isExact: true })
}

/** "Being involved" as "was involved", "having met" as "had met". */
const finite = (what: string): string => what.replace(/^being\b/, 'was').replace(/^having\b/, 'had')

const PRONOUNS = /^(?:it|they|he|she|i|we)$/

/** "It is not true that a deal was struck," she said: what is false by who says so. */
export function calledFalse(scene: Scene, at: number): FoundDenial | undefined {
  const { tokens, sents } = scene.doc
  const isNot = tokens.lower[at] === 'true' && /^(?:not|n't)$/.test(tokens.lower[at - 1] ?? '')
  if (!(isNot || /^(?:false|untrue)$/.test(tokens.lower[at]!)) || tokens.lower[at + 1] !== 'that')
    return undefined
  const by = tellerAt(scene, at)
  const { last } = sents[tokens.sent[at]!]!
  const from = at + 2
  const to = contentEnd(scene, from, last)
  if (by === '' || keysOf(scene, from, to).length < FEWEST.told) return undefined
  const told = tokens.sent[at]!
  return denialOf(scene, { verb: at, by, told, teller: UNNAMED, from, to, isExact: true })
}

/** "It carried out the attack", "its boats", "making the offer": with who is meant instead of the pronoun, or before the participle. */
function withSubject({ doc }: Scene, denial: FoundDenial, from: number): FoundDenial {
  const { tokens } = doc
  if (tokens.tag[from] === 'VBG') return { ...denial, what: `${denial.by} ${finite(denial.what)}` }
  const isOwner = tokens.tag[from] === 'PRP$'
  if (!isOwner && !PRONOUNS.test(tokens.lower[from]!)) return denial
  // "The ministry denied that he had left": no ministry.
  const isPerson = /^(?:he|she|his|her)$/.test(tokens.lower[from]!)
  const isBody = doc.names.some(({ canonical, type }) => canonical === denial.by && type !== 'person')
  if (isPerson && isBody) return denial
  // "Officials denied that it had been tied to the sale": no officials.
  if (/^its?$/.test(tokens.lower[from]!) && !isBody) return denial
  return {
    ...denial,
    what: denial.what.replace(/^\p{L}+/u, () => (isOwner ? `${denial.by}\u2019s` : denial.by)),
  }
}

/** "Ukrainian assertions", "a report": what somebody told, before any verb. */
function toldNoun({ doc: { tokens } }: Scene, verb: number, last: number): number | undefined {
  // "Dismissed as “a fairy tale” a claim that": what it is called stands between.
  const open = tokens.lower[verb + 1] === 'as' ? verb + 2 : -1
  const close =
    tokens.tag[open] === '``'
      ? range(open + 1, Math.min(last, open + 9)).find((at) => tokens.tag[at] === "''")
      : undefined
  const from = close ?? verb
  for (let at = from + 1; at < Math.min(last, from + 1 + REACH.noun); at++) {
    if (CLAIMS.test(tokens.lower[at]!) || TOLD.test(tokens.lower[at]!)) return at
    if (/^(?:VB.|WDT|[,.;:])$/.test(tokens.tag[at]!) || tokens.lower[at] === 'that') return undefined
  }
  return undefined
}

/** Behind the noun: "that …", "which said …", "which quoted an aide as saying …", with who told it before that; "reports it had left". */
export function contentFrom(scene: Scene, noun: number, last: number): number | undefined {
  const { tokens } = scene.doc
  if (/^(?:PRP|DT|NNP)/.test(tokens.tag[noun + 1] ?? '') && isClause(scene, noun + 1, last)) return noun + 1
  let end = Math.min(last, noun + 1 + REACH.content)
  for (let at = noun + 1; at < end; at++) {
    const word = tokens.lower[at]!
    if (/^(?:that|which)$/.test(word)) {
      const saying = tokens.lower[at - 1] === ',' ? quotedFrom(scene, at, last) : undefined
      if (saying !== undefined) return saying
      const says = /^(?:say|claim|allege|suggest|assert)$/.test(tokens.lemma[at + 1] ?? '') ? at + 2 : at + 1
      if (word === 'which' && says === at + 1) return undefined
      return tokens.lower[says] === 'that' ? says + 1 : says
    }
    // "A report in the Post, citing an aide, that …": what stands between commas.
    if (word === ',' && tokens.lower[at + 1] === 'which') continue
    const close = word === ',' ? insertEnd(scene, at, last) : undefined
    if (close !== undefined) [at, end] = [close, close + 3]
    else if (
      /^(?:[,.;:]|VB.|MD)$/.test(tokens.tag[at]!) &&
      !(at === noun + 1 && /^(?:put|passed|spread|aired|carried|published|circulating)$/.test(word))
    )
      return undefined
  }
  return undefined
}

/** The comma that ends "…, citing two diplomats, …" or "…, passed around at the gates, …". */
function insertEnd({ doc: { tokens } }: Scene, comma: number, last: number): number | undefined {
  if (!/^(?:citing|quoting)$/.test(tokens.lower[comma + 1] ?? '') && tokens.tag[comma + 1] !== 'VBN')
    return undefined
  return range(comma + 2, Math.min(last, comma + 2 + REACH.content)).find((at) => tokens.lower[at] === ',')
}

/** "…, which on Friday quoted a lawyer as saying that he had left": the words behind "as saying". */
function quotedFrom({ doc: { tokens } }: Scene, which: number, last: number): number | undefined {
  const as = range(which + 1, Math.min(last, which + 2 + REACH.content)).find(
    (at) => tokens.lower[at] === 'as' && tokens.lower[at + 1] === 'saying',
  )
  return as === undefined ? undefined : tokens.lower[as + 2] === 'that' ? as + 3 : as + 2
}

/** "Denied (on Monday) that …", "denies it carried out …", "denied making …"; a noun alone is refused, not denied. */
function clauseFrom(scene: Scene, verb: number): number | undefined {
  const { tokens, sents } = scene.doc
  if (!DENIES.test(lemmaOf(scene, verb))) return undefined
  const { last } = sents[tokens.sent[verb]!]!
  const next = tokens.lower[verb + 1] === 'ever' ? verb + 2 : verb + 1
  if (tokens.tag[next] === 'VBG' && !GUILT.test(tokens.lower[next]!)) return next
  const that = range(verb + 1, Math.min(last, verb + 5)).find(
    (at) => tokens.lower[at] === 'that' && tokens.tag[at] !== 'DT',
  )
  if (that !== undefined && range(that + 2, last).some((at) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokens.tag[at]!)))
    return that + 1
  if (lemmaOf(scene, verb) !== 'deny') return undefined
  // "Denied Syrian forces were behind it": a finite verb of its own before anything ends.
  return tokens.tag[next] !== 'IN' && isClause(scene, next, Math.min(last, next + 8)) ? next : undefined
}

/** Whether a subject and a finite verb follow before a stop. */
function isClause({ doc: { tokens } }: Scene, from: number, last: number): boolean {
  for (let at = from; at < last; at++) {
    const tag = tokens.tag[at]!
    // "Denied Lund the berth she needed": a clause on a noun.
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tag)) return at > from && !(at - 1 > from && tokens.tag[at - 1] === 'PRP')
    if (/^(?:[,.;:]|IN|CC|WDT|WP|TO)$/.test(tag) && !(tag === 'IN' && tokens.lower[at] === 'of')) return false
  }
  return false
}

/** Where what is denied ends: a stop, or a further clause. */
export function contentEnd({ doc: { tokens } }: Scene, from: number, last: number): number {
  let open = 0
  for (let at = from + 1; at < last; at++) {
    if (tokens.tag[at] === '``') open++
    if (tokens.tag[at] === "''" && --open < 0) return at
    const [word, next] = [tokens.lower[at]!, tokens.lower[at + 1] ?? '']
    if (ENDS.test(word)) return at
    // "… as “speculation”": what it is called.
    if (word === 'as' && tokens.tag[at + 1] === '``') return at
    // "…, a ministry official said" ends the sentence and is no part of it.
    if (word === ',' && SAID.test(tokens.lower[last - 2] ?? '') && last - at < SPEAKER) return at
    // "Have discussed, or have been asked to discuss, the closure": what stands between commas ends nothing.
    if (word === ',' && next === 'or') {
      const close = range(at + 2, Math.min(last, at + 9)).find((one) => tokens.lower[one] === ',')
      if (close !== undefined && /^(?:DT|PRP|NN)/.test(tokens.tag[close + 1] ?? '')) {
        at = close
        continue
      }
    }
    const beyond = word === ',' ? clauseBeyond(tokens, at, last) : undefined
    if (beyond !== undefined) {
      at = beyond
      continue
    }
    if (word === ',' && (BEHIND_COMMA.test(next) || tokens.tag[at + 1] === 'VBG')) return at
    if (word === 'and' && /^(?:VBD|VBZ)$/.test(tokens.tag[at + 1] ?? '')) return at
  }
  return last
}

/** The comma behind "…, which has a say, had …", where the verb that its noun is the subject of follows. */
function clauseBeyond(
  { lower, tag }: Scene['doc']['tokens'],
  comma: number,
  last: number,
): number | undefined {
  if (!/^(?:which|who|whose|where)$/.test(lower[comma + 1]!)) return undefined
  const close = range(comma + 3, last).find((at) => lower[at] === ',')
  return close !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(tag[close + 1] ?? '') ? close : undefined
}

/** Whose accusations: "accusations from conservatives", "Ukrainian assertions", "a Harbour Post report". */
export function whoseNoun(scene: Scene, verb: number, noun: number, from: number): string {
  const { tokens } = scene.doc
  const paper = paperIn(scene, verb, noun, from)
  if (paper !== '') return paper
  const by = range(noun + 1, from).find((at) => /^(?:from|by|in)$/.test(tokens.lower[at]!))
  if (by !== undefined) {
    const head = range(by + 1, from).find(
      (at) => /^(?:NN|PRP)/.test(tokens.tag[at]!) && tokens.head[at] !== at + 1,
    )
    if (head !== undefined) return partiesAt(scene, head)
  }
  const before = range(verb + 1, noun)
  const name = before.map((at) => scene.fillers.nameAt(at)).find((one) => one !== undefined)
  if (name) return name.canonical
  const [owner] = scene.grammar.dependents(noun, 'nmod:poss')
  return owner === undefined || owner < verb ? '' : partiesAt(scene, owner)
}

/** "…, as the owners had claimed", "…, as a docker told the radio": who told what is denied. */
function asToldBy(scene: Scene, comma: number, last: number): string {
  const { tokens } = scene.doc
  if (tokens.lower[comma] !== ',' || tokens.lower[comma + 1] !== 'as') return ''
  const told = range(comma + 2, Math.min(last, comma + 2 + REACH.content)).find((at) =>
    /^(?:claim|say|tell|report|allege|suggest|assert)$/.test(tokens.lemma[at]!),
  )
  const [who] = told === undefined ? [] : scene.grammar.subjects(told)
  return who === undefined || who < comma ? '' : partiesAt(scene, who)
}

const PAPERS: ReadonlySet<string> = new Set(
  'newspaper paper daily weekly magazine tabloid broadcaster website channel portal newsletter agency site station blog'.split(
    ' ',
  ),
)
const PRESS: ReadonlySet<string> = new Set(['press', 'media', 'newspaper', 'television', 'radio'])

/** "A report in the newspaper De Maas", "a Peruvian press report": the paper by its name, the press by its words; "" where neither is told. */
function paperIn({ doc: { tokens, text } }: Scene, verb: number, noun: number, from: number): string {
  const isName = (at: number) => at < from && tokens.tag[at]!.startsWith('NNP')
  const paper = range(noun + 1, from).find((at) => PAPERS.has(tokens.lower[at]!) && isName(at + 1))
  if (paper !== undefined) {
    let last = paper + 1
    while (isName(last + 1)) last++
    return text.slice(tokens.start[paper + 1]!, tokens.end[last]!)
  }
  const press = noun - 1
  if (press <= verb || !PRESS.has(tokens.lower[press]!)) return ''
  let first = press
  while (first - 1 > verb && /^(?:JJ|NN)/.test(tokens.tag[first - 1]!)) first--
  return `the ${text.slice(tokens.start[first]!, tokens.end[press]!)}`
}

const ACCOUNTS =
  /^(?:claims?|allegations?|accusations?|assertions?|suggestions?|reports?|offers?|remarks?|statements?)$/
const MADE = /^(?:make|report|carry|publish|air|broadcast|print|level|post)$/

/** "The claim was made by the owners", "a senator made the allegation", in the sentences behind a denial: who told it. */
function tellerBehind(scene: Scene, here: number, by: string): string {
  const { doc, grammar } = scene
  const { tokens, sents } = doc
  for (const at of [here + 1, here + 2].filter((one) => sents[one]?.role === sents[here]!.role)) {
    const { first, last } = sents[at]!
    for (const verb of range(first, last).filter(
      (one) => MADE.test(tokens.lemma[one]!) && grammar.isVerb(one),
    )) {
      const [noun] = grammar.objects(verb)
      const isPointed =
        noun !== undefined &&
        ACCOUNTS.test(tokens.lower[noun]!) &&
        grammar.dependents(noun, 'det').some((det) => /^(?:the|that|this|these)$/.test(tokens.lower[det]!))
      if (!isPointed) continue
      const [who] = grammar.isPassive(verb)
        ? ['by', 'in', 'on'].flatMap((word) => grammar.obliques(verb, word))
        : grammar.subjects(verb)
      const teller = paperIn(scene, verb, verb + 1, last) || (who === undefined ? '' : partiesAt(scene, who))
      if (teller !== '' && teller !== by) return teller
    }
  }
  return ''
}

const LIGHT: ReadonlySet<string> = new Set('be have do make take get say ever'.split(' '))

/** What a stretch of text tells: names by id, pronouns by whom they stand for, other words by their first letters. */
function keysOf({ doc, fillers }: Scene, from: number, to: number): string[] {
  const { tokens } = doc
  const keys = range(from, to).flatMap((at) => {
    const name = fillers.nameAt(at)
    if (name) return [name.of ?? name.id]
    if (/^PRP/.test(tokens.tag[at]!)) return fillers.parties(at).map(({ id }) => id)
    const isWord = /^(?:NN|VB|JJ|CD)/.test(tokens.tag[at]!) && !LIGHT.has(tokens.lemma[at]!)
    return isWord ? [tokens.lemma[at]!.slice(0, 6)] : []
  })
  return [...new Set(keys)]
}

/** Least share of what is denied that a sentence which tells it has; sentences looked at on either side. */
const SHARE = 2 / 3
const AROUND = 40

/** The nearest sentence of the report that tells as so what is denied, and who tells it. */
function toldElsewhere(
  scene: Scene,
  here: number,
  words: readonly string[],
  by: string,
): { readonly sent: number; readonly teller: string } | undefined {
  const { sents, tokens } = scene.doc
  const near = range(Math.max(0, here - AROUND), Math.min(sents.length, here + AROUND))
    .filter((at) => at !== here && sents[at]!.role === sents[here]!.role)
    .sort((a, b) => Math.abs(a - here) - Math.abs(b - here))
  for (const at of near) {
    const { first, last } = sents[at]!
    if (range(first, last).some((token) => NOT_SO.test(tokens.lemma[token]!))) continue
    const shared = range(first, last).filter((token) =>
      keysOf(scene, token, token + 1).some((key) => words.includes(key)),
    )
    const keys = [...new Set(shared.flatMap((token) => keysOf(scene, token, token + 1)))]
    // Two words alone say too little, unless one is a name.
    const fewest = keys.some((key) => /[:\p{Lu}]/u.test(key)) ? 2 : 3
    if (keys.length < fewest || keys.length < SHARE * words.length) continue
    const teller = tellerOf(scene, shared)
    if (teller !== '' && teller !== by) return { sent: at, teller }
  }
  return undefined
}

const NOT_SO = /^(?:not|n't|never|no|if|whether|deny|denial|reject|\?)$/

/** Who tells most of these words, or accuses somebody by them. */
function tellerOf(scene: Scene, tokens: readonly number[]): string {
  const tellers = tokens.map((token) => innermostTeller(scene, token))
  const most = tellers.find((one) => one !== '' && tellers.filter((other) => other === one).length >= 2)
  return most ?? accuserBefore(scene, tokens)
}
