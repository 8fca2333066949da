// In: a scene, a token. Out: a denial whose words point back to what the report told: "a claim Chile rejected", "Chile denied that".
import { UNNAMED } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { isUnnamed, namesOfSpeakers, tellerAt } from '../statements/teller.ts'
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
import { leaning } from './leaning.ts'
import { verdictOf } from './said-wrong.ts'
import { chargeBefore, type Stretch, sentenceBefore, tellerOrHearsay } from './told-before.ts'

/** Nouns of which only what is denied, not what is rejected, is said not to be so. */
const CHARGES = /^(?:(?:charge|account|report)s?|something)$/
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
  besideIt(scene, at) ?? beforeIt(scene, at) ?? leaning(scene, at)

/** "…, a claim Chile rejected", "…, an accusation denied by Chile", "…, which Chile denies". */
function besideIt(scene: Scene, at: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, sent } = doc.tokens
  const isCharge = CHARGES.test(lower[at]!)
  const isNoun = (isCharge || CLAIMS.test(lower[at]!)) && [at - 1, at - 2].some((one) => lower[one] === ',')
  if (!isNoun && !(lower[at] === 'which' && lower[at - 1] === ',')) return undefined
  const denies = isNoun && !isCharge ? REJECTS : DENIES
  const comma = lower[at - 1] === ',' ? at - 1 : at - 2
  const { first, last } = doc.sents[sent[at]!]!
  if (comma - first < 3) return undefined
  let from = at + 1
  if (isNoun && /^(?:that|which)$/.test(lower[from] ?? '')) from++
  for (let verb = from; verb < Math.min(last, at + REACH); verb++) {
    if (/^[,;:."]$/.test(lower[verb]!)) return undefined
    if (!denies.test(lemmaOf(scene, verb)) && verdictOf(scene, verb) === undefined) continue
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
  if (!pointsAfter(scene, verb)) return undefined
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
  const noun = range(verb + 1, Math.min(doc.sents[here]!.last, verb + 4)).find((token) =>
    /^NN/.test(tag[token]!),
  )
  const sentence = noun === undefined ? sentenceBefore(scene, here, 1) : chargeBefore(scene, noun, by)
  if (!sentence) return undefined
  const told = { first: lastClause(scene, sentence), last: sentence.last }
  const teller = tellerOrHearsay(scene, told)
  if (teller === by || teller === '') return undefined
  return denialOf(scene, { verb, by, told: sent[told.first]!, teller, from: told.first, to: told.last })
}

/** Least words of what a semicolon sets apart. */
const APART = 4

/** Where the last part of a sentence of several parts begins: what is pointed back to is told last. */
function lastClause(scene: Scene, { first, last }: Stretch): number {
  const { doc } = scene
  const { form, lower, start, end } = doc.tokens
  const isTold = (from: number) => {
    const teller = tellerIn(scene, from, last)
    return teller !== '' && doc.text.slice(start[from], end[last - 1]).includes(teller)
  }
  const split = range(first + APART, last - APART).findLast(
    (at) => form[at] === ';' || (ASIDE.test(lower[at]!) && form[at - 1] === ',' && isTold(at + 1)),
  )
  return split === undefined ? first : split + 1
}

/** Before what another tells beside it. */
const ASIDE = /^(?:although|though|while|whereas|but)$/

/** Whether nothing but a word that points back stands behind a verb that denies: "denied that", "rejected the claim". */
function pointsAfter(scene: Scene, verb: number): boolean {
  const { lower, tag } = scene.doc.tokens
  const next = verb + 1
  if (
    DENIES.test(lemmaOf(scene, verb)) &&
    POINTS.test(lower[next] ?? '') &&
    (ENDS.test(lower[next + 1] ?? '.') || tag[next + 1] === 'RB')
  )
    return true
  const noun = range(next, next + 3).find(
    (token) => CLAIMS.test(lower[token] ?? '') || lower[token] === 'charges',
  )
  return (
    noun !== undefined &&
    /^(?:the|that|this|these|those|such|his|her|their|its)$/.test(lower[next]!) &&
    ENDS.test(lower[noun + 1] ?? '.')
  )
}

/** The name that begins between two tokens, else the words before a verb or a stop. */
function nameFrom({ doc, fillers }: Scene, from: number, to: number): string {
  const { lower, tag } = doc.tokens
  const words = range(from, to)
  const stop = words.find(
    (token) => BETWEEN.test(lower[token]!) || /^(?:[,.;:]|IN|VB.|RB)$/.test(tag[token]!),
  )
  const end = stop ?? to
  const name = range(from, Math.min(to, from + 4))
    .map((token) => fillers.nameAt(token))
    .find((one) => one !== undefined)
  // "A Norwegian diplomat" is not Norway.
  const isOneOfThem =
    end > from && isUnnamed(doc.text.slice(doc.tokens.start[from]!, doc.tokens.end[end - 1]!))
  if (name && !(isOneOfThem && name.type !== 'person')) return name.canonical
  if (end === from + 1 && tag[from] === 'PRP')
    return fillers
      .parties(from)
      .map(({ name }) => name)
      .join(' and ')
  return end > from && end - from < 7 ? doc.text.slice(doc.tokens.start[from]!, doc.tokens.end[end - 1]!) : ''
}
