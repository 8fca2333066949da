// In: a scene, a quantity, a noun. Out: whether the noun is what the number counts, whose it is, what it is part of, and whether it says enough alone.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import { isWeight, nominalFrom } from '../sentence/amounts.ts'
import { placeFrom } from '../sentence/nearby.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { headOf, isAmount, isNumberOf } from './amount.ts'
import { thingAt } from './labels.ts'

const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
const PRON = UPOS.indexOf('PRON')

export const MEASURING = /^(?:ounces|pounds|acres|hectares|barrels|litres|liters|grams|degrees|points|cents)$/

/** Nouns that say a value went up or down; the thing itself stands behind "in" or "of", or is the subject. */
export const CHANGES: ReadonlySet<string> = new Set(
  'increase rise jump surge growth gain climb spike drop decline decrease fall plunge slump reduction loss cut'.split(
    ' ',
  ),
)

/** What money is set aside or told for: its sum says something of it, whoever gives it. */
export const FUNDS: ReadonlySet<string> = new Set(
  'act aid bailout bill budget credit cut debt deal deduction deficit fund funding grant gap hole legislation loan package plan program programme relief revenue shortfall spending stimulus surplus threshold'.split(
    ' ',
  ),
)

/** "The industry's 31,000 jobs": whose they are, where no party's. */
export function ownerOf({ grammar, fillers, doc }: Scene, noun: number): Phrase[] {
  const [owner] = grammar.dependents(noun, 'nmod:poss').filter((token) => token < noun)
  if (owner === undefined || doc.tokens.pos[owner] === PRON || fillers.parties(owner).length > 0) return []
  const { first, last } = grammar.phrase(owner, 'short')
  const end = Math.max(last, owner)
  return [fillers.phraseOf(first, doc.tokens.tag[end + 1] === 'POS' ? end + 1 : end, owner)]
}

/** "The 220,000 families", "its 50 ports". */
export const isKnown = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some(
      (token) => token < noun && (doc.tokens.lower[token] === 'the' || doc.tokens.dep[token] === 'nmod:poss'),
    )

/** "Migrants who are minors or came in families": which of them are counted; undefined where that takes too many words. */
export function restrictedBy({ doc, grammar, fillers }: Scene, noun: number): Phrase[] | undefined {
  const clause = grammar
    .dependents(noun, 'acl')
    .find((token) => doc.tokens.dep[token] === 'acl:relcl' && grammar.dependents(token, 'cop').length > 0)
  if (clause === undefined) return []
  const { first, last } = grammar.phrase(clause, 'clause')
  if (doc.tokens.form[first - 1] === ',') return []
  return last - first > 12 ? undefined : [fillers.phraseOf(first, last, clause)]
}

/** "Migrants crossing the border who are minors": which of them goes on beyond the words taken. */
export function isRestrictedOn(scene: Scene, { end }: Phrase): boolean {
  const at = tokenAt(scene, end)
  return at >= 0 && /^(?:who|that)$/.test(scene.doc.tokens.lower[at]!)
}

/** Money of a thing that nobody is said to buy, owe or have: "$2 billion worth of steel". */
export const isAnyones = (
  { doc, fillers }: Scene,
  noun: number,
  phrase: Phrase,
  owners: readonly number[],
): boolean =>
  phrase.ids.length === 0 &&
  !(FUNDS.has(doc.tokens.lemma[noun]!) && /\s/.test(phrase.text)) &&
  !/\s(?:of|with|in|from|for|between)\s/.test(phrase.text) &&
  [noun, ...owners].every((token) => fillers.parties(token).length === 0)

const WHOLES: ReadonlySet<string> = new Set(
  'quota limit cap ceiling target minimum maximum backlog fleet workforce stock reserve order'.split(' '),
)

/** What is done to what is counted, as a noun. */
const DONE =
  /(?:tion|sion|ment)$|^(?:arrest|release|purchase|sale|delivery|removal|transfer|seizure|killing|death|import|export|return|rescue|layoff)$/

/** "A quota of 2.6 million cars", "the detention of 1,000 migrants": the noun that what is counted makes up, or that is done to it. */
export function wholeOf({ doc, grammar, fillers }: Scene, counted: number): Phrase[] {
  const over = doc.tokens.head[counted]!
  if (over < 0 || over > counted) return []
  // "Benefits for 2 million people".
  if (grammar.caseOf(counted) === 'for' && PEOPLE.has(doc.tokens.lemma[counted]!) && isThing(doc, over))
    return fillers.quantityAt(over) ? [] : [thingAt({ doc, grammar, fillers }, over, over)]
  if (grammar.caseOf(counted) !== 'of') return []
  const lemma = doc.tokens.lemma[over]!
  if (!WHOLES.has(lemma) && (!DONE.test(lemma) || HOLDERS.has(lemma) || CHANGES.has(lemma))) return []
  return fillers.quantityAt(over) ? [] : [fillers.phraseOf(over, over, over)]
}

const isThing = ({ tokens }: Scene['doc'], token: number): boolean => tokens.pos[token] === NOUN

export const isEach = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'det').some((token) => /^(?:each|every)$/.test(doc.tokens.lower[token]!))

export const directionOf = ({ doc }: Scene, noun: number): { change: 'up' | 'down' } => ({
  change: FALLS.test(doc.tokens.lemma[noun]!) ? 'down' : 'up',
})

const PEOPLE: ReadonlySet<string> = new Set(
  'people person individual man woman child migrant immigrant refugee worker member guest voter american citizen resident customer household family'.split(
    ' ',
  ),
)

/** People counted, in one word: how many they are says nothing of what they do or suffer. */
export const isHeadCount = ({ doc }: Scene, noun: number, phrase: Phrase): boolean =>
  PEOPLE.has(doc.tokens.lemma[noun]!) && !/\s/.test(phrase.text)

/** One word beside what is told, or before a verb taken for a noun: "present in 231 towns", "3,200 traders cross daily". */
export function isLoose({ doc, grammar }: Scene, { first }: Quantity, noun: number, phrase: Phrase): boolean {
  if (/\s/.test(phrase.text)) return false
  const { dep, head, lower } = doc.tokens
  if (lower.slice(Math.max(0, first - 2), first).includes('worth')) return true
  const over = head[noun]!
  return (
    dep[noun]!.startsWith('obl') ||
    (dep[noun]!.startsWith('nsubj') &&
      over >= 0 &&
      !grammar.isVerb(over) &&
      grammar.dependents(over, 'cop').length === 0)
  )
}

/** The noun that holds what is counted: "a group of 1,000 migrants", "the loss of 31,000 jobs". */
export function heldBy({ doc, grammar }: Scene, counted: number): number | undefined {
  const holder = doc.tokens.head[counted]!
  if (holder < 0 || holder > counted || grammar.caseOf(counted) !== 'of') return undefined
  const lemma = doc.tokens.lemma[holder]!
  return HOLDERS.has(lemma) || CHANGES.has(lemma) ? holder : undefined
}

const HOLDERS: ReadonlySet<string> = new Set(
  'group crowd batch caravan total number set team band'.split(' '),
)

const FALLS = /^(?:cut|drop|decline|decrease|fall|plunge|slump|reduction|loss)$/

/** The noun that the figure before this one in its sentence counts: "2,000 arrests, a 5 % rise". */
export function countedBefore(scene: Scene, quantity: Quantity): number | undefined {
  const { quantities, tokens } = scene.doc
  const before = quantities[placeFrom(quantities, quantity.first) - 1]
  if (!before || tokens.sent[before.first] !== tokens.sent[quantity.first]) return undefined
  if (before.unit === '' || before.unit === '%' || !isAmount(scene, before)) return undefined
  // "Represents 8,000 dockers, is demanding a 9 % rise": of another clause.
  for (let at = before.last; at < quantity.first; at++)
    if (/^(?:VB[DZP]|MD)$/.test(tokens.tag[at]!)) return undefined
  return countedNoun(scene, before, headOf(scene, before))
}

/** The noun a number counts or an amount stands before: "6,000 troops", "a $8 billion surplus", "$9 billion worth of wheat". */
export function countedNoun(scene: Scene, quantity: Quantity, at: number): number | undefined {
  const { tokens } = scene.doc
  // "5,000 tonnes of rice": the rice is counted, the tonne only measures it.
  if (isWeight(quantity.unit)) {
    // "Three tonnes of rice a year": the time stands behind the rice.
    const of =
      tokens.lower[quantity.last] === 'of' ? quantity.last : tokens.lower.indexOf('of', quantity.first)
    return of >= 0 && of <= quantity.last ? nominalFrom(scene, of + 1) : undefined
  }
  if (quantity.unit !== '%' && !isMoney(quantity.unit)) {
    if (tokens.pos[at] === NOUN) return at
    const next = tokens.head[at]!
    return isNumberOf(scene, at) && next > at && tokens.pos[next] === NOUN ? next : undefined
  }
  let noun = isNumberOf(scene, at) ? tokens.head[at]! : at + 1
  // "A 49 percent job approval rating": the last of several nouns, however they are parsed.
  while (
    noun > at &&
    tokens.dep[noun] === 'compound' &&
    tokens.head[noun]! > noun &&
    tokens.head[noun]! < noun + 4
  )
    noun = tokens.head[noun]!
  if (tokens.lower[quantity.last] === 'worth') return nominalFrom(scene, quantity.last + 2)
  if (isNumberOf(scene, at) && noun > at && (tokens.pos[noun] === NOUN || tokens.pos[noun] === PROPN))
    return noun
  return isMoney(quantity.unit) ? fundBehind(scene, quantity) : undefined
}

/** On the surface: "a projected $2 billion harbour package", wherever the parser hung the sum. */
function fundBehind({ doc }: Scene, { last }: Quantity): number | undefined {
  const { tag, lemma } = doc.tokens
  let at = last
  while (at < last + 4 && /^(?:JJ|NNP?S?|HYPH|VBG)$/.test(tag[at]!)) at++
  return at > last && /^NNS?$/.test(tag[at - 1]!) && FUNDS.has(lemma[at - 1]!) ? at - 1 : undefined
}

/** The first of what a noun is listed with: "lost 500 ships and 60,000 jobs". */
export function listed({ doc }: Scene, token: number): number {
  let at = token
  while (doc.tokens.dep[at] === 'conj' && doc.tokens.head[at]! < at && doc.tokens.head[at]! >= 0)
    at = doc.tokens.head[at]!
  return at
}
