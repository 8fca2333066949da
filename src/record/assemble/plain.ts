// In: statements, positions, figures, linkages, dependencies as told. Out: one entry for each that several tell.
import type { Claim, ClaimOf, Days, Phrase, Ref, Value } from '../../model/index.ts'
import { mayBeOne } from '../disputes/same-value.ts'
import { type EntryDraft, narrowestOf } from '../draft.ts'
import { byBlock, byLikeness } from '../group.ts'
import { dayOfRole, type Told } from '../placing/placed.ts'
import { likeness, overlap, wordsOf } from '../words.ts'

type Of<K extends Claim['kind']> = Told<ClaimOf<K>>

const ids = (refs: readonly Ref[]) =>
  refs
    .map((ref) => ref.id)
    .sort()
    .join('+')
const texts = (phrases: readonly Phrase[]) => [...new Set(phrases.map((phrase) => phrase.text))]
/** Words alike enough to be one thing said twice. */
const alike = (a: string, b: string, share: number): boolean => {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (Math.min(left.length, right.length) < 3) return likeness(left, right) >= 0.99
  return overlap(left, right) >= share && likeness(left, right) >= share / 2
}
const days = (told: readonly Told[], ...roles: string[]): Days | undefined =>
  narrowestOf(told.map((one) => dayOfRole(one, ...roles)))
const at = (on: Days | undefined) => (on ? { from: on, to: on } : {})

/**
 * How tellings of a kind become one: within a block, where they are alike. Two that are alike share three of ten words of
 * one of their texts at least (Jaccard), so that what may be one with a telling is found by its words.
 */
export interface Joining<K extends Claim['kind']> {
  readonly blockOf: (one: Of<K>) => string
  readonly textsOf: (one: Of<K>) => readonly string[]
  /** Keys of which two share one that are alike in some words only; those alike in all may share none. */
  readonly amountsOf?: (one: Of<K>) => readonly string[]
  readonly alike: (first: Of<K>, one: Of<K>) => boolean
}

/** Least share of all words of two texts that two tellings that are one have in common. */
export const LEAST_LIKENESS = 0.3

const wordsIn =
  <K extends Claim['kind']>({ textsOf }: Joining<K>) =>
  (one: Of<K>): readonly string[] =>
    textsOf(one).flatMap((text) => wordsOf(text))

/** Like words; two sentences of one report only where one holds all of the other, as a headline's: what recurs in the next is a phrase. */
function saysTheSame({ claim: a }: Of<'statement'>, { claim: b }: Of<'statement'>): boolean {
  if (!alike(a.body.content, b.body.content, 0.6)) return false
  const isBeside = a.evidence.report === b.evidence.report && a.evidence.quote !== b.evidence.quote
  return !isBeside || overlap(wordsOf(a.body.content), wordsOf(b.body.content)) >= 0.95
}

export const STATEMENTS: Joining<'statement'> = {
  blockOf: ({ claim: { body } }) => ids(body.speaker) || `?${body.unnamed}`,
  textsOf: ({ claim: { body } }) => [body.content],
  alike: saysTheSame,
}

export function assembleStatements(told: readonly Of<'statement'>[]): EntryDraft<'statement'>[] {
  return byBlock(told, STATEMENTS.blockOf).flatMap((block) =>
    byLikeness(block, wordsIn(STATEMENTS), STATEMENTS.alike, 0.6).map((group) => {
      const best = [...group].sort((a, b) => rank(b) - rank(a))[0]!
      const { speaker, of, unnamed, cue, content, form, addressee } = best.claim.body
      const on = days(group, 'said')
      return {
        kind: 'statement' as const,
        told: group,
        body: {
          speaker,
          of,
          ...(unnamed === undefined ? {} : { unnamed }),
          cue,
          content,
          form,
          addressee,
          ...(on ? { on } : {}),
        },
        valid: at(on),
        key: `statement|${ids(speaker) || unnamed}|${wordsOf(content).join(' ')}`,
        mergedBy: 'same speaker, like words',
      }
    }),
  )
}

const rank = (one: Of<'statement'>) =>
  (one.claim.body.form === 'direct' ? 2 : one.claim.body.form === 'mixed' ? 1 : 0) * 1000 +
  Math.min(900, one.claim.body.content.length)

export const POSITIONS: Joining<'position'> = {
  blockOf: ({ claim: { body } }) => `${body.party.id}|${body.stance}`,
  textsOf: ({ claim: { body } }) => [body.content.text, body.issue.text],
  alike: ({ claim: { body: a } }, { claim: { body: b } }) =>
    !otherNumbers(a.content.text, b.content.text) &&
    (isFiner(a.issue.text, b.issue.text) ||
      (a.content.head === b.content.head && isWhole(a.issue.text, b.issue.text)) ||
      alike(a.content.text, b.content.text, 0.6) ||
      ((sharesId(a.issue, b.issue) || a.content.head === b.content.head) &&
        alike(a.issue.text, b.issue.text, 0.6))),
}

export function assemblePositions(told: readonly Of<'position'>[]): EntryDraft<'position'>[] {
  return byBlock(told, POSITIONS.blockOf).flatMap((block) =>
    byLikeness(block, wordsIn(POSITIONS), POSITIONS.alike).map((group) => {
      const first = [...group].sort(
        (a, b) => Number(isNamedOnly(a)) - Number(isNamedOnly(b)) || (a.evidence < b.evidence ? -1 : 1),
      )[0]!
      const best =
        group.find((one) => isFiner(first.claim.body.issue.text, one.claim.body.issue.text, true)) ?? first
      const { party, issue, stance, content } = best.claim.body
      const order = ['self', 'opponent', 'third', 'outlet'] as const
      const toldBy = order.find((voice) => group.some((one) => one.claim.body.toldBy === voice))!
      const teller = group.find((one) => one.claim.body.toldBy === toldBy)!.claim.body.teller
      const on = days(group, 'on', 'said')
      return {
        kind: 'position' as const,
        told: group,
        body: {
          party,
          issue: issue.text,
          stance,
          content: content.text,
          toldBy,
          teller,
          ...(on ? { on } : {}),
        },
        valid: at(on),
        key: `position|${party.id}|${stance}|${wordsOf(content.text).join(' ')}`,
        mergedBy: 'same party and stance, like words',
      }
    }),
  )
}

/** "Its demand for a quota": a stand only named, of which another may tell more. */
const isNamedOnly = ({ claim: { body } }: Of<'position'>): boolean =>
  /^(?:demand|offer|proposal|request|call|bid|refusal|objection|opposition)$/.test(body.content.head)

/** "Security" and "national security": one word, and the same with another before it; `second`: the second is the longer. */
function isFiner(a: string, b: string, second = false): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const [short, long] = second || left.length <= right.length ? [left, right] : [right, left]
  return short.length === 1 && long.length === 2 && short[0] === long[1]
}

/** "Coastal fleets" and "small coastal fleets", of the same verb: all words of one in the other. */
function isWhole(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  return (
    Math.min(left.length, right.length) > 1 &&
    left.at(-1) === right.at(-1) &&
    overlap(left, right) === 1 &&
    likeness(left, right) >= 0.6
  )
}

/** Both say how much, and no number is in both. */
function otherNumbers(a: string, b: string): boolean {
  const numbers = (text: string): string[] => text.match(/\d[\d,.]*/g) ?? []
  const [left, right] = [numbers(a), numbers(b)]
  return left.length > 0 && right.length > 0 && !left.some((one) => right.includes(one))
}

const sharesId = (a: Phrase, b: Phrase) => a.ids.some((id) => b.ids.includes(id))

/** Whether two rates are told as one: "about 40 %" and "40 %"; "up to 40 %" and "15 %" are not. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.unit !== b.unit || a.outOf !== b.outOf) return false
  if (a.value === b.value && a.high === b.high) return true
  const loose = a.bound === '≈' || b.bound === '≈'
  return loose && Math.abs(a.value - b.value) <= APART * Math.max(Math.abs(a.value), Math.abs(b.value))
}

/** Share of the larger of two values by which one told as "about" may lie off the other. */
const APART = 0.02
/** The logarithm of how far two such values may lie apart, and a little more. */
const STEP = 1.05 * APART

/** Two steps of size on either side of a value: two that are told as one share one. */
function sizesOf({ value }: Value): string[] {
  if (value === 0) return ['0']
  const step = Math.floor(Math.log(Math.abs(value)) / STEP)
  return [step, step + 1].map((one) => `${value < 0 ? '-' : ''}${one}`)
}

/** "133,000" beside 132,887: no bound, and one is the other rounded. */
const isRounded = (a: Value, b: Value): boolean =>
  a.bound === '=' && b.bound === '=' && a.outOf === b.outOf && mayBeOne(a, b)

/** The figure told with most digits, no bound before a bound; ties by order. */
function exactest(group: readonly Of<'figure'>[]): Of<'figure'> {
  const digits = ({ claim }: Of<'figure'>) =>
    (claim.body.value.bound === '=' ? 100 : 0) + String(claim.body.value.value).replace(/0+$/, '').length
  return group.reduce((best, one) => (digits(one) > digits(best) ? one : best))
}

export const FIGURES: Joining<'figure'> = {
  blockOf: ({ claim: { body } }) => `${body.value.unit}|${ids(body.of)}`,
  textsOf: ({ claim: { body } }) => [body.measures.text],
  amountsOf: ({ claim: { body } }) => sizesOf(body.value),
  alike: (a, b) => {
    const like = likeness(wordsOf(a.claim.body.measures.text), wordsOf(b.claim.body.measures.text))
    const one = sameValue(a.claim.body.value, b.claim.body.value)
    if (!one && !(like === 1 && isRounded(a.claim.body.value, b.claim.body.value))) return false
    const left = dayOfRole(a, 'asOf')
    const right = dayOfRole(b, 'asOf')
    if (left?.earliest && right?.earliest && (left.earliest > right.latest! || right.earliest > left.latest!))
      return false
    return like >= LEAST_LIKENESS
  },
}

export function assembleFigures(told: readonly Of<'figure'>[]): EntryDraft<'figure'>[] {
  return byBlock(told, FIGURES.blockOf).flatMap((block) =>
    byLikeness(block, wordsIn(FIGURES), FIGURES.alike).map((group) => {
      const best = exactest(group)
      const { measures, value, scope, of, change } = best.claim.body
      const asOf = days(group, 'asOf')
      const from = group.find(({ claim }) => claim.body.from)?.claim.body.from
      return {
        kind: 'figure' as const,
        told: group,
        body: {
          measures: measures.text,
          value,
          scope: texts(scope),
          of,
          ...(measures.ids.length > 0 ? { named: [...measures.ids] } : {}),
          ...(asOf ? { asOf } : {}),
          ...(change ? { change } : {}),
          ...(from ? { from } : {}),
        },
        valid: at(asOf),
        key: `figure|${value.value}${value.outOf === undefined ? '' : `/${value.outOf}`}|${value.unit}|${ids(of)}|${wordsOf(measures.text).join(' ')}`,
        mergedBy: 'same value, unit, owner and like words',
      }
    }),
  )
}

export const LINKAGES: Joining<'linkage'> = {
  blockOf: ({ claim: { body } }) => `${body.relation}|${ids(body.user)}`,
  textsOf: ({ claim: { body } }) => [body.from.text],
  alike: ({ claim: { body: a } }, { claim: { body: b } }) =>
    alike(a.from.text, b.from.text, 0.7) && alike(a.to?.text ?? '', b.to?.text ?? '', 0.7),
}

export function assembleLinkages(told: readonly Of<'linkage'>[]): EntryDraft<'linkage'>[] {
  return byBlock(told, LINKAGES.blockOf).flatMap((block) =>
    byLikeness(block, wordsIn(LINKAGES), LINKAGES.alike).map((group) => {
      const { relation, from, to, user, target, goal } = group[0]!.claim.body
      const on = days(group, 'on')
      return {
        kind: 'linkage' as const,
        told: group,
        body: {
          relation,
          from: from.text,
          ...(to ? { to: to.text } : {}),
          user,
          target,
          ...(goal ? { goal: goal.text } : {}),
        },
        valid: at(on),
        key: `linkage|${relation}|${ids(user)}|${from.text}|${to?.text ?? ''}`,
        mergedBy: 'same relation, user and ends',
      }
    }),
  )
}

export const DEPENDENCIES: Joining<'dependency'> = {
  blockOf: ({ claim: { body } }) => `${body.on.id}|${ids(body.dependent)}`,
  textsOf: ({ claim: { body } }) => [body.what.text],
  alike: ({ claim: { body: a } }, { claim: { body: b } }) => {
    if (a.share && b.share && !sameValue(a.share, b.share)) return false
    return likeness(wordsOf(a.what.text), wordsOf(b.what.text)) >= 0.5
  },
}

export function assembleDependencies(told: readonly Of<'dependency'>[]): EntryDraft<'dependency'>[] {
  return byBlock(told, DEPENDENCIES.blockOf).flatMap((block) =>
    byLikeness(block, wordsIn(DEPENDENCIES), DEPENDENCIES.alike).map((group) => {
      const { dependent, on, what, share, affects } = (
        group.find(({ claim }) => claim.body.share !== undefined) ?? group[0]!
      ).claim.body
      const asOf = days(group, 'asOf')
      return {
        kind: 'dependency' as const,
        told: group,
        body: {
          dependent,
          on,
          what: what.text,
          ...(share ? { share } : {}),
          ...(asOf ? { asOf } : {}),
          affects: texts(affects),
        },
        valid: at(asOf),
        key: `dependency|${on.id}|${ids(dependent)}|${wordsOf(what.text).join(' ')}|${share?.value ?? ''}`,
        mergedBy: 'same country and good',
      }
    }),
  )
}
