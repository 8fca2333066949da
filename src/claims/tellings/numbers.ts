// In: a scene. Out: its numbers, each with what it counts, the verb and the other words of its clause.
import type { Quantity } from '../../language/doc.ts'
import { isMoney, type Telling } from '../../model/index.ts'
import { headOf, isConversion, isNumberOf, isShared } from '../figures/amount.ts'
import { bare } from '../figures/labels.ts'
import { toValue } from '../sentence/fillers.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { clauseOf, isNoun, tellingOf } from './clause-words.ts'

/** Units of a time that has passed, an age or a place in a row: nobody's account of how many. */
const NOT_HELD = /^(?:(?:milli)?second|minute|hour|old|time|century|decade)s?(?: |$)/
/** Every number with a unit in the body of a report, in order. Pure. */
export function findNumbers(scene: Scene): Telling[] {
  const { doc } = scene
  return doc.quantities.flatMap((quantity) => {
    if (quantity.unit === '' || NOT_HELD.test(quantity.unit)) return []
    if (
      saysOther(scene, quantity) ||
      isOfPair(scene, quantity) ||
      isOfTime(scene, quantity) ||
      isConversion(scene, quantity) ||
      isShared(scene, quantity.first)
    )
      return []
    return tellingAt(scene, quantity) ?? []
  })
}

const OTHER = /^(?:other|another|more|further|additional|extra|remaining)$/

/** "Three other orders", "200 more troops": beside those that somebody else tells of; "one of the largest" counts nothing. */
const saysOther = ({ doc }: Scene, { first, last }: Quantity): boolean =>
  doc.tokens.lower[first] === 'one' ||
  doc.tokens.lower.slice(first + 1, last + 1).some((word) => OTHER.test(word)) ||
  /^(?:another|further|additional|extra)$/.test(doc.tokens.lower[first - 1] ?? '')

/** "69 - 23 percent", "51 to 48 votes": two sides of one vote, no number of its own. */
const isOfPair = ({ doc: { tokens } }: Scene, { first }: Quantity): boolean =>
  /^(?:-|\u2013|to)$/.test(tokens.lower[first - 1] ?? '') && /^\d+$/.test(tokens.lower[first - 2] ?? '')

/** "Three days ago", "the last 30 days": a time, no length. */
const isOfTime = ({ doc, fillers }: Scene, { first }: Quantity): boolean => {
  const time = fillers.timeAt(first)
  return time !== undefined && (time.type === 'DATE' || doc.tokens.form[time.last - 1] === 'old')
}

function tellingAt(scene: Scene, quantity: Quantity): Telling | undefined {
  const at = headOf(scene, quantity)
  const clause = clauseOf(scene, at)
  const nouns = countedBy(scene, quantity, at, clause)
  const told = nouns.length === 0 ? undefined : tellingOf(scene, at, clause, nouns, quantity)
  const not = deniedBeside(scene, quantity)
  const change = changeOf(scene, quantity, clause)
  return (
    told && {
      ...told,
      slot: 'number',
      value: toValue(quantity),
      ...(change ? { change } : {}),
      ...(not === undefined ? {} : { not }),
      label: labelOf(scene, quantity, nouns[0]!, clause),
    }
  )
}

/** What a number counts, in words; undefined where no noun says it. */
export function labelOfNumber(scene: Scene, quantity: Quantity): string | undefined {
  const at = headOf(scene, quantity)
  const [noun] = countedBy(scene, quantity, at, clauseOf(scene, at))
  return noun === undefined ? undefined : labelOf(scene, quantity, noun, noun)
}

const RISES = /^(?:rise|grow|increase|climb|raise|expand|boost|jump|widen)$/
const FALLS = /^(?:fall|drop|cut|decline|shrink|reduce|lower|decrease|slash|narrow)$/

/** Which way it changes by so much: "rise by at least 5 points"; undefined where the number is a level. */
function changeOf(
  { doc }: Scene,
  { first, by, change }: Quantity,
  clause: number,
): 'up' | 'down' | undefined {
  const { lower, lemma } = doc.tokens
  let at = first - 1
  while (
    at > first - 4 &&
    /^(?:at|least|most|about|some|around|nearly|almost|up|to|more|than|over)$/.test(lower[at] ?? '')
  )
    at--
  if (by || lower[at] === 'by') return change ?? wayOf(lemma[clause]!)
  return undefined
}

const wayOf = (verb: string): 'up' | 'down' | undefined =>
  RISES.test(verb) ? 'up' : FALLS.test(verb) ? 'down' : undefined

/** Words behind a number within which another is said not to hold. */
const BESIDE = 5

/** "450 crew, not 470", "not 470 but 450 crew": the number that it is not. */
function deniedBeside(scene: Scene, { first, last }: Quantity): number | undefined {
  const { lower, sent } = scene.doc.tokens
  for (let at = last; at < last + BESIDE && sent[at] === sent[first]; at++)
    if (lower[at] === 'not') return lower[at - 1] === ',' ? plainNumber(scene, at + 1) : undefined
  return lower[first - 1] === 'but' && lower[first - 3] === 'not' ? plainNumber(scene, first - 2) : undefined
}

/** A number in digits that stands alone. */
function plainNumber({ doc }: Scene, at: number): number | undefined {
  const form = doc.tokens.form[at] ?? ''
  return /^\d{1,3}(?:,\d{3})*$|^\d+(?:\.\d+)?$/.test(form) ? Number(form.replaceAll(',', '')) : undefined
}

const LIGHT: ReadonlySet<string> = new Set([
  'be',
  'have',
  'say',
  'tell',
  'add',
  'do',
  'take',
  'make',
  'give',
  'get',
])

/** "Prisoners · exchanged": the noun without its number, and the verb. */
function labelOf(scene: Scene, { first, last }: Quantity, noun: number, clause: number): string {
  const { tokens } = scene.doc
  const whole = scene.grammar.phrase(noun, 'short')
  const isInside = whole.first <= first && last - 1 <= noun
  const { text } = isInside
    ? scene.fillers.phraseOf(Math.min(last, noun), bareEnd(scene, noun), noun)
    : bare(scene, noun)
  const isVerb = scene.grammar.isVerb(clause) && !LIGHT.has(tokens.lemma[clause]!)
  return isVerb ? `${text} · ${tokens.form[clause]}` : text
}

const bareEnd = (scene: Scene, noun: number): number => tokenAt(scene, bare(scene, noun).end - 1)

/** The nouns that a value is of: counted by it, behind its "of", before its "of", or else what the clause is about. */
function countedBy(scene: Scene, quantity: Quantity, at: number, clause: number): number[] {
  const { doc, grammar } = scene
  const { tokens } = doc
  const inside = (token: number) => token >= quantity.first && token < quantity.last
  const found: number[] = []
  // "31 people": the noun is the value's own last word.
  const last = quantity.last - 1
  if (tokens.lemma[last] === quantity.unit && isNoun(scene, last) && !MEASURING.test(quantity.unit))
    found.push(last)
  const over = tokens.head[at]!
  if (over >= 0 && !inside(over) && isNoun(scene, over)) {
    if (isNumberOf(scene, at) || grammar.caseOf(at) === 'of') found.push(over)
  }
  const behind = tokens.lower[quantity.last]
  if (behind === 'of' || (behind === 'in' && isMoney(quantity.unit)))
    found.push(
      ...grammar
        .dependents(at, 'nmod', 'obl')
        .filter((token) => token > at && isNoun(scene, token))
        .slice(0, 1),
    )
  if (found.length > 0 && !found.every(inside)) return found.filter((token) => isNoun(scene, token))
  if (found.length > 0) return found
  const isVerb = grammar.isVerb(clause)
  const objects = isVerb ? grammar.objects(clause) : []
  // "The bank puts the cost at 8 million": what it reckons, not who.
  const subjects = RECKONS.has(tokens.lemma[clause]!)
    ? []
    : isVerb
      ? grammar.subjects(clause)
      : grammar.dependents(clause, 'nsubj')
  return [...subjects, ...objects].filter((token) => !inside(token) && isNoun(scene, token))
}

/** Verbs of who has a number for a thing. */
const RECKONS: ReadonlySet<string> = new Set(
  'put estimate value assess peg reckon calculate gauge place'.split(' '),
)

/** Units that measure a thing rather than are it. */
const MEASURING =
  /^(?:%|percentage point|[A-Z]{3}\b.*|dollar|day|week|month|quarter|year|tonne|ton|kilogram|kilometre|kilometer|mile|metre|meter|hectare|acre|barrel|litre|liter|cubic .*|gallon|watt|megawatt|gigawatt|degree)s?(?: |$)/
