// In: a scene. Out: the figures a report gives: what they measure, their value and bound, whose, as of when.

import type { Quantity } from '../../language/doc.ts'
import {
  type ClaimOf,
  type DependencyBody,
  type FigureBody,
  isMoney,
  type Modality,
  type Phrase,
  type Value,
} from '../../model/index.ts'
import { findShares } from '../dependencies/shares.ts'
import { isWeight, thingBehind } from '../sentence/amounts.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { toValue } from '../sentence/fillers.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { headOf, isAmount, isPaired, isShared, leadOf } from './amount.ts'
import { amountBefore } from './amount-before.ts'
import { amountBeside } from './amount-beside.ts'
import type { AmountOf } from './amount-of.ts'
import type { Measured } from './around-amount.ts'
import { asOf } from './as-of.ts'
import { inUnits, thingsBy } from './in-units.ts'
import { labelText } from './label-text.ts'
import { joined } from './labels.ts'
import { measuredBy } from './measured-by.ts'
import { findOutOf } from './out-of.ts'
import { equals, isPutAt, offered, ownFigure, putAt, reckoned } from './put-at.ts'
import { cameTo } from './size-of-change.ts'
import { clauseText, toldInClause } from './told-in-clause.ts'
import { findTolls } from './tolls.ts'
import { valueBefore } from './value-before.ts'

/** Claims from quantities with a unit that a noun or a verb says the measure of. */
export function findFigures(scene: Scene): Found[] {
  const measures = scene.rows('measure-nouns')
  const shares = findShares(scene).filter(
    (one) =>
      // "40 percent of Peru's": of Peru's what, stands elsewhere.
      /(?:^|\s)\p{Ll}/u.test((one.body as DependencyBody).what.text) &&
      !/^(?:what|which|whom)\b|[$€£\d]/i.test((one.body as DependencyBody).what.text),
  )
  const shared = new Set(shares.flatMap((one) => one.roles?.share?.start ?? []))
  const wholes = findOutOf(scene)
  const isInWhole = ({ start, end }: Quantity) =>
    wholes.some(({ roles }) => roles!.value!.start <= start && end <= roles!.value!.end)
  const found: Found[] = [...shares.map(shareFigure), ...wholes]
  const own: Found[] = []
  const recent: Found[] = []
  for (const one of scene.doc.quantities) {
    if (shared.has(one.start) || isInWhole(one) || isOfTwo(scene, one)) continue
    const quantity = inUnits(scene, one)
    if (!isAmount(scene, quantity) && !isPutAt(scene, quantity)) continue
    const figure = figureAt(scene, quantity, measures, recent)
    if (figure) own.push(figure)
    const latest = figure ?? toldAgain(scene, quantity, own)
    if (latest) recent.push(latest)
  }
  const told = new Set([...found, ...own].map(({ roles }) => roles?.value?.start))
  found.push(...own, ...findTolls(scene).filter(({ roles }) => !told.has(roles?.value?.start)))
  const times = new Map<string, number>()
  for (const one of found) times.set(sameKey(scene, one), (times.get(sameKey(scene, one)) ?? 0) + 1)
  return found.filter((one) => times.get(sameKey(scene, one))! < 3)
}

/** "51 % to 49 %": the two sides of a vote, no number of what it is said of. */
function isOfTwo({ doc }: Scene, { first, last, unit, value }: Quantity): boolean {
  const { lower } = doc.tokens
  const other = doc.quantities.find(
    (one) =>
      (one.first === last + 1 && lower[last] === 'to') ||
      (one.last === first - 1 && lower[first - 1] === 'to'),
  )
  // "Rose from 40 % to 60": before and after.
  const isMove = other !== undefined && lower[Math.min(first, other.first) - 1] === 'from'
  return unit === '%' && other?.unit === '%' && !isMove && Math.abs(value + other.value - 100) <= 2
}

/** Three or more values of one measure in one sentence are told apart by words no rule here reads. */
function sameKey({ doc }: Scene, { trigger, body }: Found): string {
  const { measures, value } = body as FigureBody
  return `${doc.tokens.sent[trigger]}|${measures.text}|${value.unit}`
}

/** The figure of a share that a party holds. */
function shareFigure(share: Found): Found {
  const { dependent, on, what, share: value } = share.body as DependencyBody
  return {
    ...share,
    kind: 'figure',
    foundBy: 'figure/share@1',
    // "Sells Peru 75 percent of its exports": the seller's exports, those to the other.
    body: {
      measures: { ...what, text: `${what.text} · ${on.name}` },
      value: value!,
      scope: [],
      of: [...dependent],
    },
  }
}

const asAmount = (amount: AmountOf | undefined): Measured | undefined =>
  amount && { ...amount, how: 'amount' }

/** What one side asks for is told with what the other offers of it: whose each is. */
const ofOther = (
  { fillers }: Scene,
  { measures, scope }: FigureBody,
  deed: readonly Phrase[],
  owners: readonly number[],
): Pick<FigureBody, 'of' | 'measures' | 'scope'> => ({
  of: unique(owners.flatMap((token) => fillers.parties(token))),
  measures: {
    ...measures,
    // "The raise that the union wants", offered by the owners: the raise.
    text: [
      measures.text.split(' · ')[0]!.replace(/ (?:that|who|which) .*$/, ''),
      ...deed.map(({ text }) => text),
    ].join(' · '),
  },
  scope: [...scope, ...deed],
})

/** "Its grain exports": the pronoun that a label begins with. */
const ownersNamed = (scene: Scene, parts: readonly Phrase[]): number[] =>
  parts
    .map(({ start }) => tokenAt(scene, start))
    .filter((token) => token >= 0 && scene.doc.tokens.tag[token] === 'PRP$')

/** Sentences before a number that points back within which the one it points to stands. */
const BACK = 2

/** "The $4 billion which the ministry uses": a figure of the report told again, of which the next may be another reckoning. */
function toldAgain(
  { doc }: Scene,
  { first, unit, value }: Quantity,
  own: readonly Found[],
): Found | undefined {
  if (doc.tokens.lower[first - 1] !== 'the') return undefined
  const before = (own as readonly Found<ClaimOf<'figure'>>[]).findLast(
    ({ body }) => body.value.value === value && body.value.unit === unit,
  )
  return before && { ...before, trigger: first }
}

/**
 * The latest figure before a token, where a number of this unit may point back to it; a bare number never to one that
 * stands behind an amount of money ("worth $40 million. The port puts it at 28").
 */
function earlier(
  { doc }: Scene,
  { first, unit }: Quantity,
  found: readonly Found[],
): Found<ClaimOf<'figure'>> | undefined {
  const { sent } = doc.tokens
  const near = (found as readonly Found<ClaimOf<'figure'>>[]).filter(
    ({ trigger }) => trigger < first && sent[first]! - sent[trigger]! <= BACK,
  )
  if (unit !== '') return near.findLast(({ body }) => body.value.unit === unit)
  const told = doc.quantities.findLast((one) => one.last <= first && one.unit !== '')
  if (told && (isMoney(told.unit.split(' per ')[0]!) || told.unit === '%')) return undefined
  return near.findLast(({ body }) => !isMoney(body.value.unit) && body.value.unit !== '%')
}

function figureAt(
  scene: Scene,
  quantity: Quantity,
  measures: ReadonlyMap<string, unknown>,
  found: readonly Found[],
): Found | undefined {
  const { doc, fillers } = scene
  const at = headOf(scene, quantity)
  if (isShared(scene, at)) return undefined
  if (isPaired(scene, quantity)) return undefined
  if (isBeside(scene, quantity)) return undefined
  const before =
    putAt(scene, quantity, at, measures) ??
    equals(scene, quantity, at, measures) ??
    offered(scene, quantity, at) ??
    reckoned(scene, quantity, at) ??
    ownFigure(scene, quantity) ??
    amountBefore(scene, quantity, measures) ??
    amountBeside(scene, quantity)
  if (quantity.unit === '' && !before?.isBack && !isAge(scene, quantity)) return undefined
  const measured: Measured | undefined = before
    ? { ...before, how: 'amount' }
    : (measuredBy(scene, quantity, at, measures) ??
      asAmount(cameTo(scene, quantity)) ??
      toldInClause(scene, quantity, at, measures))
  if (!measured) return undefined
  const { how, verb, owners } = measured
  const meant = before?.isBack ? earlier(scene, quantity, found) : undefined
  if (before?.isBack && !meant) return undefined
  const reach = reachOf(scene, quantity, measures)
  const thing = reach.length > 0 ? thingBehind(scene, quantity.first) : quantity.first
  const parts = [
    ...(thing === quantity.first ? measured.parts : [joined(scene, thing)]),
    ...reach,
    ...everyOf(scene, quantity),
  ]
  // "Rose to 6,000": what was reached is no rise of 6,000.
  const change =
    measured.isLine ||
    (how === 'clause' && quantity.unit !== '%') ||
    (!before && isLifted(scene, quantity, verb))
      ? undefined
      : (measured.change ?? (quantity.by ? quantity.change : changeOfList(scene, quantity, at, found)))
  // "64-bit": half a word; "$2 billion in total": of what?
  if (!meant && /^(?:-|(?:the )?(?:total|rest|figure|number|amount)\b(?! of))/i.test(parts[0]!.text))
    return undefined
  const start = Math.min(...parts.map((phrase) => phrase.start))
  const end = Math.max(...parts.map((phrase) => phrase.end))
  const days = asOf(scene, quantity, verb, at).map((time) => claimDay(doc, time, 'asOf'))
  const value = valueReached(scene, quantity)
  const from = change === undefined ? valueBefore(scene, quantity) : undefined
  const label = [
    how === 'clause'
      ? clauseText(quantity, parts)
      : labelText(
          scene,
          quantity,
          parts.filter((phrase) => !reach.includes(phrase)),
        ),
    ...reach.map((phrase) => `under ${phrase.text}`),
  ].join(' ')
  const told = measured.given
    ? GIVEN
    : epistemicsOf(scene, isOfVotes(scene, quantity) ? overInfinitives(scene, verb) : verb, at)
  const tellers = before?.by === undefined ? [] : tellerIds(scene, before.by)
  if (meant)
    return {
      ...meant,
      trigger: at,
      foundBy: 'figure/back@1',
      epistemics:
        before?.by === undefined || moodOver(scene, verb, at) ? epistemicsOf(scene, verb, at) : GIVEN,
      body: {
        ...meant.body,
        ...(before?.by !== undefined && owners[0] === before.by
          ? ofOther(scene, meant.body, measured.parts, owners)
          : {}),
        value: { ...value, unit: meant.body.value.unit },
      },
      days: days.length > 0 ? days : (meant.days ?? []),
      via: tellers,
      roles: { value: { start: quantity.start, end: quantity.end } },
    }
  return {
    kind: 'figure',
    trigger: at,
    via: tellers,
    foundBy: `figure/${how}@2`,
    // "Half of the growers who have no contract": so many have none.
    epistemics: NONE.test(label) ? { ...told, polarity: 'affirmed' } : told,
    body: {
      measures: {
        text: label,
        start,
        end,
        head: parts[0]!.head,
        ids: [...new Set(parts.flatMap((phrase) => phrase.ids))],
      },
      value,
      scope: parts.slice(1),
      of: unique([...ownersNamed(scene, parts), ...owners].flatMap((token) => fillers.parties(token))),
      ...(change ? { change } : {}),
      ...(from ? { from } : {}),
    },
    days,
    roles: { value: { start: quantity.start, end: quantity.end }, measures: { start, end } },
  }
}

/** What its own words say that those counted have not. */
const NONE = /\b(?:who|which|that) (?:\p{L}+ ){1,2}(?:no|not|never)\b/u

/** "Raised $9 million", "lifted 240,000 barrels": so much was had or taken up, not more than before. */
const isLifted = ({ doc: { tokens } }: Scene, { by, unit, first }: Quantity, verb: number): boolean =>
  by === true &&
  unit !== '%' &&
  /^(?:raise|lift|extend|ease|advance)$/.test(tokens.lemma[verb]!) &&
  !tokens.lower.slice(verb + 1, first).includes('by')

/** "Rose by $3 for the poor and $9 for the rich": the next of a list is the same change. */
function changeOfList(
  { doc }: Scene,
  { unit }: Quantity,
  at: number,
  found: readonly Found[],
): FigureBody['change'] {
  const { dep, head } = doc.tokens
  if (dep[at] !== 'conj') return undefined
  const before = (found as readonly Found<ClaimOf<'figure'>>[]).findLast(
    ({ trigger }) => trigger === head[at],
  )
  return before?.body.value.unit === unit ? before.body.change : undefined
}

/** "From 25 to 35 crowns": what it is brought to. */
function valueReached({ doc }: Scene, quantity: Quantity): Value {
  const value = toValue(quantity)
  if (value.high === undefined || doc.tokens.lower[quantity.first - 1] !== 'from') return value
  const { high, ...rest } = value
  return { ...rest, value: high }
}

/** Who gives a number, by id where they are named, else in their own words. */
function tellerIds({ fillers, doc }: Scene, token: number): string[] {
  if (fillers.timeAt(token) || /^(?:which|that|who|one|those)$/.test(doc.tokens.lower[token]!)) return []
  const persons = fillers.persons(token)
  const named = persons.length > 0 ? persons : fillers.parties(token)
  return named.length > 0
    ? named.map(({ id }) => id)
    : [
        fillers
          .phrase(token, 'short')
          .text.split(/,| of (?=\d)/)[0]!
          .replace(/^(?:The|An?) (?=\p{Ll})/u, (one) => one.toLowerCase()),
      ]
}

/** "The retirement age would rise to 67": a number that has no unit. */
const isAge = (scene: Scene, quantity: Quantity): boolean =>
  scene.doc.tokens.lower[leadOf(scene, quantity.first)] === 'to' &&
  thingsBy(scene, quantity).some((one) => scene.doc.tokens.lemma[one] === 'age')

/** "Against some 2,000 at the other port", "down from 75 % a year before": what a value is only held against. */
const isBeside = (scene: Scene, { first, last, high }: Quantity): boolean => {
  const { lower } = scene.doc.tokens
  const before = leadOf(scene, first)
  const isTheOld = lower[before] === 'the' && /^(?:up|down)$/.test(lower[before - 2] ?? '')
  const lead = isTheOld ? before - 1 : before
  return (
    /^(?:against|versus|vs|than)$/.test(lower[lead] ?? '') ||
    (lower[lead] === 'with' && /^compar/.test(lower[lead - 1] ?? '') && !isWho(lower[last])) ||
    (lower[lead] === 'from' && high === undefined)
  )
}

/** "Compared with 30 percent who oppose it": told of others, at the same time. */
const isWho = (word: string | undefined): boolean => word === 'who'

const GIVEN = { polarity: 'affirmed', modality: 'held' } as const

/** "$2 billion in goods every day": how often, told behind the amount. */
function everyOf({ doc, fillers }: Scene, { last }: Quantity): Phrase[] {
  const { lower, sent } = doc.tokens
  for (let at = last; at < last + 12 && sent[at] === sent[last]; at++) {
    if (/^(?:VB[DZP]?|MD)$/.test(doc.tokens.tag[at]!)) return []
    if (/^(?:[,;]|and|but)$/.test(lower[at]!) && at > last + 4) return []
    if (
      /^(?:every|each|per)$/.test(lower[at]!) &&
      /^(?:day|week|month|quarter|year)$/.test(lower[at + 1] ?? '')
    )
      return [fillers.phraseOf(at, at + 1, at + 1)]
  }
  return []
}

/** "Duties on $2 billion of goods", "duties of 5 % on $2 billion of goods": the goods that a measure reaches are so much. */
function reachOf(
  { doc, fillers }: Scene,
  { first, unit }: Quantity,
  measures: ReadonlyMap<string, unknown>,
): Phrase[] {
  const { lower, lemma, tag } = doc.tokens
  if (!isMoney(unit) && !isWeight(unit)) return []
  const on = [first - 1, first - 2, first - 3, first - 4].find(
    (at) => at > 0 && /^(?:on|covering|hitting|affecting|targeting)$/.test(lower[at]!),
  )
  if (on === undefined) return []
  let at = on - 1
  while (at > 0 && (fillers.quantityAt(at)?.unit === '%' || /^(?:of|up|to|about)$/.test(lower[at]!))) at--
  if (!measures.has(lemma[at]!)) return []
  let from = at
  while (/^(?:JJ|NN)/.test(tag[from - 1] ?? '') && !fillers.quantityAt(from - 1)) from--
  return [fillers.phraseOf(from, at, at)]
}

/** "Wants 31 percent of the catch", "promised 300 jobs": wanted or promised, not had; a goal told with "calls for" is none yet. */
function moodOver(scene: Scene, verb: number, amount: number): Modality | undefined {
  const { tokens } = scene.doc
  // "Wants access to $6 billion", "seeks a part in a $9 billion deal": told beside what is wanted.
  for (let at = amount, steps = 0; at >= 0 && at !== verb && steps < 8; at = tokens.head[at]!, steps++) {
    if (!/^(?:of|for|at|as|)$/.test(scene.grammar.caseOf(at))) return undefined
    // "Some 300 farmers want": who wants is there.
    if (tokens.head[at] === verb && tokens.dep[at]!.startsWith('nsubj') && !scene.grammar.isPassive(verb))
      return undefined
  }
  const lemma = tokens.lemma[verb]!
  const row = scene
    .rows('amount-moods')
    .get(lemma === 'call' && tokens.lower[verb + 1] === 'for' ? 'ask' : lemma)
  return /^VB/.test(tokens.tag[verb]!) ? (row?.modality as Modality | undefined) : undefined
}

/** "Will spend more, adding 2,000 jobs": a participle that goes with a verb is as that verb is. */
function epistemicsOf(scene: Scene, verb: number, at: number): ReturnType<Scene['epistemics']> {
  const { dep, head, tag } = scene.doc.tokens
  const own = withinBound(scene, verb)
  const { polarity } = own
  const modality = polarity === 'affirmed' ? moodOver(scene, verb, at) : undefined
  if (modality) return { ...own, modality }
  // "Could be worth $9 million".
  const mayBe = scene.grammar
    .dependents(verb, 'aux')
    .some((aux) => /^(?:could|may|might)$/.test(scene.doc.tokens.lower[aux]!))
  if (mayBe && own.modality === 'held') return { ...own, modality: 'possible' }
  // "Are expected to have many arrive", "be required to buy steel and have it milled": as the verb over it.
  const noSubject = scene.grammar.dependents(verb, 'nsubj').length === 0
  const isUnder =
    (tag[verb] === 'VBG' && dep[verb] === 'advcl') ||
    (/^VBP?$/.test(tag[verb]!) && dep[verb] === 'conj' && noSubject) ||
    (dep[verb] === 'ccomp' && scene.doc.tokens.lemma[head[verb]!] === 'have')
  if (own.modality !== 'held') return own
  if (isRequired(scene, verb)) return { ...own, modality: 'expected' }
  if (!isUnder || head[verb]! < 0) return own
  const over = scene.epistemics(head[verb]!)
  return over.polarity === 'affirmed' ? over : own
}

/** "Must be made by workers who earn $16": what those are like of whom something is required. */
function isRequired({ doc, grammar }: Scene, verb: number): boolean {
  const { dep, head, lemma, lower } = doc.tokens
  if (!/^acl/.test(dep[verb]!) || head[verb]! < 0) return false
  const over = grammar.governor(head[verb]!)
  if (over < 0) return false
  const isDue = grammar.dependents(over, 'aux').some((aux) => /^(?:must|shall)$/.test(lower[aux]!))
  return isDue || (dep[over] === 'xcomp' && /^(?:have|require|need)$/.test(lemma[head[over]!] ?? ''))
}

/** "By 91 percent of the votes cast", "by a margin of 91 percent": how many voted so, whatever they voted to do. */
function isOfVotes({ doc: { tokens } }: Scene, { first, last, unit }: Quantity): boolean {
  const { lower, lemma } = tokens
  if (unit !== '%') return false
  const isCast =
    /^(?:by|with)$/.test(lower[first - 1] ?? '') &&
    lower[last] === 'of' &&
    lower.slice(last + 1, last + 4).some((word) => /^(?:votes?|ballots|voters|voting)$/.test(word))
  return isCast || (lower[first - 1] === 'of' && /^(?:margin|majority|turnout)$/.test(lemma[first - 2] ?? ''))
}

/** The verb over an infinitive and those over it: "gave" over "gave leave to call a strike". */
function overInfinitives({ doc, grammar }: Scene, verb: number): number {
  const { head } = doc.tokens
  let at = verb
  while (grammar.isInfinitive(at)) {
    let over = head[at]!
    while (over >= 0 && !grammar.isVerb(over)) over = head[over]!
    if (over < 0) return at
    at = over
  }
  return at
}

/** "Must not exceed 500 tonnes" sets a bound, and denies no figure. */
function withinBound(scene: Scene, verb: number): ReturnType<Scene['epistemics']> {
  const own = scene.epistemics(verb)
  const bounded = own.polarity === 'denied' && scene.doc.tokens.lemma[verb] === 'exceed'
  return bounded ? { ...own, polarity: 'affirmed' } : own
}
