// In: a scene, a token. Out: a denial whose words point back to what the report told: "a claim Chile rejected", "Chile denied that".
import { UNNAMED } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { isUnnamed, namesOfSpeakers, tellerAt } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { accuserBefore, tellerIn } from './charges.ts'
import {
  CLAIMS,
  DENIES,
  denialOf,
  type FoundDenial,
  lemmaOf,
  particleEnd,
  REJECTS,
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
  besideIt(scene, at) ?? beforeIt(scene, at) ?? numberRejected(scene, at) ?? leaning(scene, at)

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
    if (/^[,;:."]$/.test(lower[verb]!) || lower[verb] === 'that') return undefined
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
  const isDenial = REJECTS.test(lemmaOf(scene, verb)) || particleEnd(scene, verb) !== undefined
  if (!/^VB[DZPG]/.test(tag[verb]!) || !(isDenial || contestsFigure(scene, verb))) return undefined
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
      return denialOf(scene, { verb, by, told: here, teller, from: lastTold(scene, first, split), to: split })
  }
  const noun = range(verb + 1, Math.min(doc.sents[here]!.last, verb + 4)).find((token) =>
    /^NN/.test(tag[token]!),
  )
  const sentence = noun === undefined ? sentenceBefore(scene, here, 1) : chargeBefore(scene, noun, by)
  if (!sentence) return undefined
  const told = { first: lastClause(scene, sentence), last: sentence.last }
  const teller = tellerOrHearsay(scene, told) || (contestsFigure(scene, verb) ? finderOf(scene, told) : '')
  if (teller === by || teller === '') return undefined
  return denialOf(scene, { verb, by, told: sent[told.first]!, teller, from: told.first, to: told.last })
}

/** "…, according to the ministry, which says that several bore scars": where what is told last begins. */
function lastTold({ doc: { tokens } }: Scene, first: number, last: number): number {
  const says = range(first + 1, last - 3).findLast(
    (at) =>
      /^(?:say|claim|allege|maintain)$/.test(tokens.lemma[at]!) &&
      /^(?:which|who)$/.test(tokens.lower[at - 1]!) &&
      tokens.lower[at + 1] === 'that',
  )
  return says === undefined ? first : says + 2
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
  if (contestsFigure(scene, verb)) return true
  const particle = particleEnd(scene, verb)
  const next = (particle ?? verb) + 1
  if (
    (particle !== undefined || DENIES.test(lemmaOf(scene, verb))) &&
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

const CONTESTS = /^(?:dispute|contest|question|challenge)$/
/** What a number rests on. */
const FIGURES =
  /^(?:figure|number|estimate|sum|total|count|tally|method|methodology|calculation|arithmetic|comparison|reckoning)s?$/

/** "The union disputes its method", "the studios contest that comparison", "the port disputes both": of the number told right before. */
function contestsFigure({ doc: { tokens, quantities, sents } }: Scene, verb: number): boolean {
  const { lemma, lower, sent } = tokens
  if (
    !CONTESTS.test(lemma[verb]!) ||
    !/^(?:the|that|this|these|those|its|their|both)$/.test(lower[verb + 1] ?? '')
  )
    return false
  const before = sents[sent[verb]! - 1]
  const isOfNumber =
    before !== undefined && quantities.some(({ first }) => first >= before.first && first < before.last)
  if (!isOfNumber) return false
  if (lower[verb + 1] === 'both') return ENDS.test(lower[verb + 2] ?? '.')
  return FIGURES.test(lower[verb + 2] ?? '') && ENDS.test(lower[verb + 3] ?? '.')
}

const FINDS = /^(?:put|find|estimate|reckon|calculate|conclude|show|count)$/

/** "An audit by Lund found that", "the consultancy put the loss at": who has a number, where nobody says it. */
function finderOf(scene: Scene, { first, last }: Stretch): string {
  const { lemma } = scene.doc.tokens
  const verb = range(first, last).find((at) => FINDS.test(lemma[at]!) && scene.grammar.isVerb(at))
  const [subject] = verb === undefined ? [] : scene.grammar.subjects(verb)
  return subject === undefined || subject > verb! ? '' : partiesAt(scene, subject)
}

/** "The number was rejected as “fantasy” by the union": the number told right before, by whoever rejects it. */
function numberRejected(scene: Scene, verb: number): FoundDenial | undefined {
  const { doc, grammar } = scene
  const { lower, sent, tag } = doc.tokens
  if (tag[verb] !== 'VBN' || !REJECTS.test(lemmaOf(scene, verb))) return undefined
  const { first, last } = doc.sents[sent[verb]!]!
  const isNumber = FIGURES.test(lower[first + 1] ?? '') && /^(?:the|that|this)$/.test(lower[first]!)
  const by = range(verb + 1, Math.min(last, verb + REACH)).find((at) => lower[at] === 'by')
  if (!isNumber || by === undefined || grammar.dependents(verb, 'aux:pass').length === 0) return undefined
  const isVerdict = lower[verb + 1] === 'as' || DENIES.test(lemmaOf(scene, verb))
  const noun = nominalFrom(scene, by + 1)
  const told = sentenceBefore(scene, sent[verb]!, 1)
  if (!isVerdict || !told) return undefined
  // "By District 12 president Ann Lund", "by its president, Ann Lund".
  const person = range(by + 1, Math.min(last, by + REACH))
    .map((at) => scene.fillers.nameAt(at))
    .find((name) => name?.type === 'person')
  const who = person?.canonical ?? (noun === undefined ? '' : partiesAt(scene, noun))
  const teller = tellerOrHearsay(scene, told) || finderOf(scene, told)
  if (who === '' || teller === '' || teller === who) return undefined
  return denialOf(scene, { verb, by: who, told: sent[told.first]!, teller, from: told.first, to: told.last })
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
