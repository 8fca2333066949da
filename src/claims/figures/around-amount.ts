// In: a scene, a quantity. Out: what stands around it: what is counted, its verb and the verb's subject, what it is told to be of.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { isConversion, leadOf } from './amount.ts'
import { CHANGES, countedNoun, listed } from './counted.ts'
import { doneBy, furtherAt } from './labels.ts'

/** Counted nouns that measure nothing by being counted. */
export const IDLE: ReadonlySet<string> = new Set(
  'photo photograph picture caption video spot side country thing party way official time part point item round leader president minister page section step reason question one other nation government economy state talk meeting report word team source negotiator house chapter article law goal seat vote percent cent degree kind type edition season game match place issue majority minority plurality'.split(
    ' ',
  ),
)

/** What a per cent of these says is a rate that a measure sets, or nothing by itself. */
const RATES: ReadonlySet<string> = new Set(
  'tax charge rate level penalty fee levy toll chance probability interest cut hike'.split(' '),
)

/** Verbs that only join a figure to its subject: the subject is what is measured. */
export const LINKS: ReadonlySet<string> = new Set(
  'be stand reach total amount account represent hit exceed average run remain come equal rise fall increase decrease grow drop decline climb surge jump plunge soar shrink become make collapse tumble sink slide slip dip slump rebound recover leap swell narrow widen contract ease slow quicken accelerate top surpass dwindle balloon'.split(
    ' ',
  ),
)

/** Verbs of a price: "is quoted at $9 a pound". */
const QUOTED: ReadonlySet<string> = new Set('quote assess price bid trade settle fix'.split(' '))

/** "Copper was quoted at $9 a pound", "went to $9", "went through $9": what has the price. */
function isPriced(scene: Scene, { first, unit }: Quantity, verb: number): boolean {
  const { lemma, lower } = scene.doc.tokens
  const lead = lower[leadOf(scene, first)] ?? ''
  if (!isMoney(unit)) return false
  return (
    (QUOTED.has(lemma[verb]!) && lead === 'at') ||
    (lemma[verb] === 'go' && /^(?:to|through|above|below)$/.test(lead))
  )
}

/** Verbs that tell nothing of what is measured, beside a noun that does. */
export const LIGHT: ReadonlySet<string> = new Set(
  'have get see run give use show take face need require hold say put'.split(' '),
)

const OF_WHAT = ['of', 'for', 'in', 'from', 'with', 'between', 'to', 'among'] as const

/** What a figure measures, as the words that say so: a counted noun, or the subject or deed of its verb. */
export interface Measured {
  readonly parts: readonly Phrase[]
  readonly how: 'counted' | 'predicate' | 'amount' | 'clause'
  readonly verb: number
  /** Tokens whose parties the figure is of. */
  readonly owners: readonly number[]
  readonly change?: 'up' | 'down'
  /** "A sale raised $9 million": the verb tells no change of it. */
  readonly isLine?: true
  /** "The industry's 31,000 jobs": that they are there is taken for known, whatever is to become of them. */
  readonly given?: true
}

/** What stands around an amount. */
export interface Around {
  readonly scene: Scene
  readonly quantity: Quantity
  readonly at: number
  /** The noun that it counts. */
  readonly counted: number | undefined
  readonly verb: number
  readonly subject: number | undefined
  /** Nominals behind it that say of what it is. */
  readonly of: readonly number[]
  /** Whether its verb only joins it to the subject. */
  readonly links: boolean
  /** Whether it is what the verb is done to, and then by whom. */
  readonly object: boolean
  readonly owners: readonly number[]
}

/** Undefined where the amount measures nothing: a rate that a measure sets, a way of speaking, half a word. */
export function aroundAmount(
  scene: Scene,
  quantity: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): Around | undefined {
  const { grammar } = scene
  const { tokens } = scene.doc
  const counted = countedNoun(scene, quantity, at)
  if (counted !== undefined && isIdle(scene, quantity, counted, measures)) return undefined
  const verb = grammar.governor(at)
  if (verb < 0 || isConversion(scene, quantity)) return undefined
  // "Receipts fell short by $2 million": what they lack is another amount.
  if (tokens.lemma[verb] === 'fall' && tokens.lower[verb + 1] === 'short') return undefined
  const subject = subjectOf(scene, quantity, verb)
  if (isRate(scene, quantity, { at, verb, subject }, measures)) return undefined
  const head = counted ?? at
  const object = [head, at, listed(scene, head), listed(scene, at)].some((token) =>
    isObject(scene, token, verb),
  )
  return {
    scene,
    quantity,
    at,
    counted,
    verb,
    subject,
    of: ofWhat(scene, quantity, at, counted),
    links: isLink(scene, quantity, verb),
    object,
    owners: object && subject !== undefined ? [subject] : [],
  }
}

/** A counted noun by which nothing is measured. */
function isIdle(
  { doc: { tokens }, grammar, fillers }: Scene,
  { unit, value }: Quantity,
  counted: number,
  measures: ReadonlyMap<string, unknown>,
): boolean {
  const lemma = tokens.lemma[counted]!
  // "A 15 percent write-off": half a word.
  if (tokens.tag[counted + 1] === 'HYPH') return true
  // A rate of a tariff is the measure's, not a figure.
  if (measures.has(lemma)) return true
  // "A 100 % effort", "defeat half of it": no measure of anything; "40 % over ten years".
  if ((unit === '%' && value === 100) || fillers.timeAt(counted)) return true
  // "A 37 % cut in the debt" is the size of a change; "a 1 % cut" alone may be one of a rate.
  const isCut = CHANGES.has(lemma) && OF_WHAT.some((word) => grammar.obliques(counted, word).length > 0)
  return IDLE.has(lemma) || (unit === '%' && !isCut && RATES.has(lemma))
}

/** What the verb of an amount is said of. */
function subjectOf(scene: Scene, quantity: Quantity, verb: number): number | undefined {
  const { grammar, doc } = scene
  const beside = subjectBeside(scene, verb)
  const isSold = isPriced(scene, quantity, verb) && grammar.isPassive(verb)
  const told = isSold ? grammar.objects(verb) : grammar.subjects(verb)
  return (beside === undefined ? told : [beside]).find(
    (token) => nounAt(scene, token) && doc.tokens.dep[token] !== 'csubj',
  )
}

/** "Duties on milk, which can run as high as 300 %", "a tariff of 5 or even 10 %": a rate that a measure or a tax has. */
function isRate(
  scene: Scene,
  quantity: Quantity,
  { at, verb, subject }: Pick<Around, 'at' | 'verb' | 'subject'>,
  measures: ReadonlyMap<string, unknown>,
): boolean {
  const { grammar } = scene
  const { tokens } = scene.doc
  const rate = (token: number | undefined) =>
    token !== undefined &&
    quantity.unit === '%' &&
    (measures.has(tokens.lemma[token]!) || RATES.has(tokens.lemma[token]!))
  const over = (token: number | undefined) => {
    let first = token
    while (first !== undefined && tokens.dep[first] === 'conj') first = tokens.head[first]!
    return first !== undefined && /^(?:nmod|obl)/.test(tokens.dep[first]!) && tokens.head[first]! >= 0
      ? tokens.head[first]
      : undefined
  }
  const isChanged = REACHES.test(tokens.lemma[verb]!) && tokens.lower[leadOf(scene, quantity.first)] === 'to'
  return (
    (!grammar.isPassive(verb) && !isChanged && (rate(over(subject)) || rate(subject))) ||
    rate(over(at)) ||
    OF_WHAT.some((one) => grammar.obliques(at, one).some((token) => rate(token)))
  )
}

/** Nominals behind an amount, or behind the change that it is the size of, that say of what. */
function ofWhat(scene: Scene, quantity: Quantity, at: number, counted: number | undefined): number[] {
  const { grammar, fillers, doc } = scene
  const isChange = counted !== undefined && CHANGES.has(doc.tokens.lemma[counted]!)
  const heads = isChange ? [at, counted] : [at]
  return [...new Set(heads.flatMap((one) => OF_WHAT.flatMap((word) => grammar.obliques(one, word))))]
    .filter(
      (token) =>
        token !== counted &&
        !fillers.timeAt(token) &&
        (fillers.quantityAt(token) ?? quantity).first === quantity.first &&
        token > at,
    )
    .sort((a, b) => a - b)
}

/** Whether a verb only joins an amount to its subject: "stands at", "is". */
function isLink(scene: Scene, quantity: Quantity, verb: number): boolean {
  const { grammar } = scene
  const { lemma, lower } = scene.doc.tokens
  if (!grammar.isVerb(verb)) return grammar.dependents(verb, 'cop').length > 0
  // "Could hit $7 million of steel exports": how much of what is hit.
  const isHit = isMoney(quantity.unit) && lower[quantity.last] === 'of' && lemma[verb] === 'hit'
  return (
    isPriced(scene, quantity, verb) ||
    (LINKS.has(lemma[verb]!) &&
      (!grammar.isPassive(verb) || NEVER_DONE.test(lemma[verb]!)) &&
      !isHit &&
      !(isMoney(quantity.unit) && lemma[verb] === 'make'))
  )
}

/** What is done to the amount, by whom where that is no party: "bought $2 billion worth of ham". */
export function deedOn({ scene, quantity, verb, subject, object, links, counted }: Around): Phrase[] {
  const { lemma } = scene.doc.tokens
  const shown = !links || (counted !== undefined && lemma[verb] === 'represent')
  return shown && object && !LIGHT.has(lemma[verb]!)
    ? [...doneBy(scene, verb, subject), ...furtherAt(scene, verb, quantity)]
    : []
}

/** "The payroll tax would rise to 6 %": a rate told as changed, which a measure tells where it is known whose. */
const REACHES = /^(?:rise|fall|climb|drop|go|return|increase|decrease|jump|decline)$/

const NEVER_DONE = /^(?:amount|come|rise|fall|climb|remain|stand|decline|drop)$/

/** "Reached 5 %, and inflation hit 2 %": the noun right before a verb that the parser took for a time of it. */
function subjectBeside({ doc, grammar, fillers }: Scene, verb: number): number | undefined {
  const { dep, head, pos, lemma, tag } = doc.tokens
  // "The loss amounted to 5 %", taken for a loss that something amounted.
  if (dep[verb] === 'acl' && tag[verb] === 'VBN' && NEVER_DONE.test(lemma[verb]!)) return head[verb]!
  const at = verb - 1
  const isBare = head[at] === verb && dep[at] === 'obl:unmarked' && pos[at] === NOUN
  return isBare && !fillers.timeAt(at) && grammar.dependents(verb, 'nsubj').length === 0 ? at : undefined
}

const NOUN = UPOS.indexOf('NOUN')

const nounAt = ({ doc, fillers }: Scene, token: number): boolean =>
  !fillers.timeAt(token) &&
  (doc.tokens.pos[token] === NOUN || fillers.isMatter(token) || fillers.nameAt(token) !== undefined)

export const isObject = ({ grammar }: Scene, token: number, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.objects(verb).includes(token)

/** Who does something is not what a per cent measures. */
export const isPeople = ({ doc, rows }: Scene, noun: number): boolean =>
  rows('actor-nouns').has(doc.tokens.lemma[noun]!) ||
  rows('speaker-nouns').has(doc.tokens.lemma[noun]!) ||
  /(?:maker|producer|trader|seller|buyer)$/.test(doc.tokens.lemma[noun]!)
