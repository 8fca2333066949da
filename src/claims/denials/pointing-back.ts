// In: a scene, a token. Out: a denial whose words point back to what the report told: "a claim Chile rejected", "Chile denied that".
import { UNNAMED } from '../../model/index.ts'
import type { Scene } from '../scene.ts'
import { namesOfSpeakers, tellerAt } from '../teller.ts'
import { accuserBefore, tellerIn } from './charges.ts'
import {
  CLAIMS,
  DENIES,
  denialOf,
  type FoundDenial,
  lemmaOf,
  REJECTS,
  range,
  subjectOf,
} from './denial-words.ts'

/** Nouns of which only what is denied, not what is rejected, is said not to be so. */
const CHARGES = /^(?:charge|account|report)s?$/
const POINTS = /^(?:that|this|it|them|so)$/
const ENDS =
  /^(?:[.,;:!?)"'\u2019\u201d]|and|but|on|in|at|saying|as|when|after|yesterday|late|earlier|today)$/
const BETWEEN =
  /^(?:has|have|had|was|were|is|also|again|later|quickly|repeatedly|flatly|strongly|swiftly|immediately|promptly|publicly|consistently|since|both|then|categorically|firmly)$/
/** What stands between what one says and another's answer. */
const SPLITS = /^(?:;|-|--|\u2014|but|while|and|though|although)$/
/** Tokens between the noun or "which" and the verb that denies. */
const REACH = 10

/** A denial at a token, where one points back from there. */
export const pointingBack = (scene: Scene, at: number): FoundDenial | undefined =>
  besideIt(scene, at) ?? beforeIt(scene, at) ?? noSuch(scene, at) ?? contradicting(scene, at)

/** "…, a claim Chile rejected", "…, an accusation denied by Chile", "…, which Chile denies", "…, an accusation made by Peru" of what is denied. */
function besideIt(scene: Scene, at: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, lemma, sent } = doc.tokens
  const isCharge = CHARGES.test(lower[at]!)
  const isNoun = (isCharge || CLAIMS.test(lower[at]!)) && [at - 1, at - 2].some((one) => lower[one] === ',')
  if (!isNoun && !(lower[at] === 'which' && lower[at - 1] === ',')) return undefined
  const denies = isNoun && !isCharge ? REJECTS : DENIES
  const comma = lower[at - 1] === ',' ? at - 1 : at - 2
  const { first, last } = doc.sents[sent[at]!]!
  if (comma - first < 3) return undefined
  let from = at + 1
  if (isNoun && /^(?:that|which)$/.test(lower[from] ?? '')) from++
  if (isNoun && lower[from] === 'made' && lower[from + 1] === 'by') {
    const verb = range(first, comma).find((token) => DENIES.test(lemma[token]!))
    const teller = nameFrom(scene, from + 2, last)
    if (verb === undefined || !teller) return undefined
    return denialOf(scene, {
      verb,
      by: subjectOf(scene, verb),
      told: sent[at]!,
      teller,
      from: verb + 1,
      to: comma,
    })
  }
  for (let verb = from; verb < Math.min(last, at + REACH); verb++) {
    if (/^[,;:."]$/.test(lower[verb]!)) return undefined
    if (!denies.test(lemmaOf(scene, verb))) continue
    const by = lower[verb + 1] === 'by' ? nameFrom(scene, verb + 2, last) : nameFrom(scene, from, verb)
    const teller = chargerOf(scene, first, comma)
    if (!by || by === teller) return undefined
    return denialOf(scene, {
      verb,
      by,
      told: sent[at]!,
      teller,
      ...(isNoun
        ? { from: first, to: comma }
        : (deedBefore(scene, first, comma) ?? { from: first, to: comma })),
    })
  }
  return undefined
}

/** Who tells the words before the comma or accuses by them, not who is said behind it to deny them. */
function chargerOf(scene: Scene, first: number, comma: number): string {
  const told = scene.attributions(comma - 1).filter(({ cueLemma }) => !REJECTS.test(cueLemma))
  return namesOfSpeakers(scene, told.at(-1)) || accuserBefore(scene, range(first, comma))
}

const DEEDS = /(?:ing|tion|sion|ment|attack|murder|strike|raid|theft|breach)$/

/** "…, following the sinking of a boat, which Peru denied": the deed right before "which", told in passing. */
function deedBefore(
  { doc: { tokens }, grammar }: Scene,
  first: number,
  comma: number,
): { readonly from: number; readonly to: number; readonly isExact: true } | undefined {
  for (let at = comma - 1; at > first; at--) {
    if (!/^NN/.test(tokens.tag[at]!) || !DEEDS.test(tokens.lower[at]!)) continue
    const { first: from, last } = grammar.phrase(at, 'short')
    const isBehind =
      grammar.caseOf(at) !== '' || /^(?:following|after|despite)$/.test(tokens.lower[from - 1] ?? '')
    if (last === comma - 1 && isBehind)
      return { from: tokens.tag[from] === 'IN' ? from + 1 : from, to: comma, isExact: true }
  }
  return undefined
}

/** "Chile denied that.", "Chile rejected the accusation", "Chile denied making such a promise": the words before it. */
function beforeIt(scene: Scene, verb: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, tag, sent } = doc.tokens
  if (!/^VB[DZPG]/.test(tag[verb]!) || !REJECTS.test(lemmaOf(scene, verb))) return undefined
  if (/^(?:not|n't|never|to|neither)$/.test(lower[verb - 1] ?? '')) return undefined
  const here = sent[verb]!
  const pointed = pointsAfter(scene, verb)
  if (pointed === undefined) return undefined
  const by = subjectOf(scene, verb)
  if (!by) return undefined
  const { first } = doc.sents[here]!
  // "Asked whether the port had been sold, Lund denied it."
  const comma = range(first, verb).find((token) => lower[token] === ',')
  if (lower[first] === 'asked' && /^(?:whether|if)$/.test(lower[first + 1] ?? ''))
    return comma === undefined || comma < first + 5
      ? undefined
      : denialOf(scene, { verb, by, told: here, teller: UNNAMED, from: first + 2, to: comma, isExact: true })
  // "Morita said Japan had told them; Renner denied that."
  const isSplit = (token: number) =>
    SPLITS.test(lower[token]!) &&
    tag[token] !== 'HYPH' &&
    range(token + 1, verb).some((one) => /^(?:NN|PRP)/.test(tag[one]!))
  for (const split of range(first + 4, verb)
    .filter(isSplit)
    .reverse()) {
    const teller = tellerAt(scene, split - 1) || tellerIn(scene, first, split)
    if (teller !== '' && teller !== by)
      return denialOf(scene, { verb, by, told: here, teller, from: first, to: split })
  }
  if (pointed === HERE) return undefined
  for (let back = 1; back <= (typeof pointed === 'string' ? 2 : 1); back++) {
    const told = here - back
    const sentence = doc.sents[told]
    if (!sentence || sentence.role !== doc.sents[here]!.role || doc.parsed[told] === 0) return undefined
    const from = lastClause(scene, sentence)
    const words = range(from, sentence.last)
    if (typeof pointed === 'string' && !words.some((token) => lower[token]!.startsWith(pointed))) continue
    const teller = tellerIn(scene, from, sentence.last)
    if (teller === by || (teller === '' && typeof pointed !== 'string')) return undefined
    return denialOf(scene, { verb, by, told, teller, from, to: sentence.last })
  }
  return undefined
}

/** Least words of what a semicolon sets apart. */
const APART = 4

/** Where the last part of a sentence of several parts begins: what is pointed back to is told last. */
function lastClause(
  { doc }: Scene,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const split = range(first, last - APART).findLast((at) => doc.tokens.form[at] === ';')
  return split === undefined ? first : split + 1
}

/** Set where only what its own sentence tells before is pointed to. */
const HERE = ''

/** What somebody may be said to have made, given or had. */
const THINGS =
  /^(?:offer|deal|agreement|promise|plan|request|talk|meeting|call|assurance|threat|commitment|understanding|undertaking|proposal|number|figure|pledge|guarantee|concession|condition|clause|idea|arrangement|date|letter|link|visit)s?$/

/** "There had been no such offer", said after others told of one. */
function noSuch(scene: Scene, such: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, sent, tag } = doc.tokens
  if (lower[such] !== 'such' || lower[such - 1] !== 'no' || !/^NN/.test(tag[such + 1] ?? '')) return undefined
  if (!THINGS.test(lower[such + 1]!)) return undefined
  const by = tellerAt(scene, such)
  const here = sent[such]!
  if (by === '') return undefined
  const { first } = doc.sents[here]!
  const split = range(first + 4, such).findLast(
    (token) => SPLITS.test(lower[token]!) && tag[token] !== 'HYPH',
  )
  const from = split === undefined ? doc.sents[here - 1]?.first : first
  const to = split ?? doc.sents[here - 1]?.last
  if (from === undefined || to === undefined || doc.parsed[sent[from]!] === 0) return undefined
  const teller = tellerIn(scene, from, to)
  if (teller === '' || teller === by) return undefined
  // "Her office denied a report. “No such offer was made,” her spokesman said.": one denial.
  if (range(from, to).some((at) => DENIES.test(lemmaOf(scene, at)) && scene.grammar.isVerb(at)))
    return undefined
  const verb = scene.grammar.governor(such + 1)
  return denialOf(scene, { verb: verb < 0 ? such : verb, by, told: sent[from]!, teller, from, to })
}

/** What points back behind a verb that denies: true, or the stem of a word that must stand there. */
function pointsAfter(scene: Scene, verb: number): true | string | undefined {
  const { lower, tag } = scene.doc.tokens
  const next = verb + 1
  const denies = DENIES.test(lemmaOf(scene, verb))
  if (denies && POINTS.test(lower[next] ?? '') && ENDS.test(lower[next + 1] ?? '.')) return true
  const noun = range(next, next + 3).find(
    (token) => CLAIMS.test(lower[token] ?? '') || lower[token] === 'charges',
  )
  if (noun !== undefined && /^(?:the|that|this|these|those|such|his|her|their|its)$/.test(lower[next]!))
    return ENDS.test(lower[noun + 1] ?? '.') ? true : undefined
  if (!denies) return undefined
  if (lower[next] === 'having' && lower[next + 1] === 'been' && /^VB[ND]/.test(tag[next + 2] ?? ''))
    return ENDS.test(lower[next + 3] ?? '.') ? stemOf(lower[next + 2]!) : undefined
  // "Lund said a quota had been put forward; the ministry denied that any number had been named."
  if (lower[next] === 'that' && lower[next + 1] === 'any' && /^NN/.test(tag[next + 2] ?? '')) return HERE
  const such = range(next, next + 4).find((token) => lower[token] === 'such')
  if (such !== undefined) {
    const thing = range(such + 1, such + 5).find((token) => /^NN/.test(tag[token] ?? ''))
    return thing === undefined ? undefined : stemOf(lower[thing]!)
  }
  return undefined
}

/** "…, he said, contradicting Ortega, who said access was covered". */
function contradicting(scene: Scene, verb: number): FoundDenial | undefined {
  const { lower, sent } = scene.doc.tokens
  if (lower[verb] !== 'contradicting' || lower[verb - 1] !== ',') return undefined
  const { first, last } = scene.doc.sents[sent[verb]!]!
  const teller = nameFrom(scene, verb + 1, last)
  const who = range(verb + 2, Math.min(last, verb + REACH)).find((token) => lower[token] === 'who')
  const by = tellerAt(scene, first)
  if (
    !teller ||
    who === undefined ||
    !/^(?:VBD|VBZ|VBP|VBN)$/.test(scene.doc.tokens.tag[who + 1] ?? '') ||
    !by
  )
    return undefined
  return denialOf(scene, { verb, by, told: sent[verb]!, teller, from: who + 2, to: last })
}

/** The name that begins between two tokens, else the words before a verb or a stop. */
function nameFrom({ doc, fillers }: Scene, from: number, to: number): string {
  const { lower, tag } = doc.tokens
  const name = range(from, Math.min(to, from + 4))
    .map((token) => fillers.nameAt(token))
    .find((one) => one !== undefined)
  if (name) return name.canonical
  const words = range(from, to)
  const stop = words.find(
    (token) => BETWEEN.test(lower[token]!) || /^(?:[,.;:]|IN|VB.|RB)$/.test(tag[token]!),
  )
  const end = stop ?? to
  if (end === from + 1 && tag[from] === 'PRP')
    return fillers
      .parties(from)
      .map(({ name }) => name)
      .join(' and ')
  return end > from && end - from < 7 ? doc.text.slice(doc.tokens.start[from]!, doc.tokens.end[end - 1]!) : ''
}

/** "Promised" and "promise", "threatened" and "threat" begin alike. */
const stemOf = (word: string): string => word.slice(0, Math.min(6, Math.max(4, word.length - 3)))
