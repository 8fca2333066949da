// In: what one report tells of a deadline. Out: its days, its matter, and whether it tells a move of it.
import { addDays, type Days, type DeadlinePart, isExact } from '../../model/index.ts'
import type { ToldPart } from '../placing/placed.ts'
import { tellingWords } from './due-matters.ts'

export type Told = ToldPart<DeadlinePart>

export const dueOf = (told: Told): Days | undefined =>
  told.days.find((day) => day.role === 'due' || day.role === 'to')?.days
/** The days it had until a move told here, the last of them first. */
export const daysHadIn = (told: Told): Days[] =>
  told.days.flatMap(({ role, days }) => (role === 'originalDue' ? [days] : []))
/** The day it had until a move told here. */
export const wasOf = (told: Told): Days | undefined => daysHadIn(told)[0]
export const isNear = (days: Days | undefined): days is { earliest: string; latest: string } =>
  days?.earliest !== undefined && days.latest !== undefined && addDays(days.earliest, 40) >= days.latest

/** Told as so, or as going to be so: no wish; a day may stand under an "if" or be awaited, a move may not. */
export const isReal = (told: Told): boolean => {
  const { polarity, modality } = told.claim.evidence
  if (polarity !== 'affirmed') return false
  return !(
    isMove(told) ? /^(?:hypothetical|possible|conditional|expected)$/ : /^(?:hypothetical|possible)$/
  ).test(modality)
}
export const isMove = ({ part }: Told): boolean => part.move === 'extended' || part.move === 'brought forward'

/** What goes on until a day, by a law, a grant or a deal: told as another day of it comes, that one is moved. */
const GOES_ON = /^deadline\/(?:goes-on-until|lifted-until|lasts-until|talks-until|runs-until)@/

export const goesOn = (told: Told): boolean => isMove(told) || GOES_ON.test(told.claim.evidence.foundBy)

export const fallsAs = ({ claim }: Told): string => (STARTS.test(claim.evidence.foundBy) ? 'start' : 'due')

export const wordKeys = (one: Told): string[] =>
  tellingWords(one.part.what.text).map((word) => `${fallsAs(one)}|${word}`)

/** What begins on a day and what must be done by one are two, whatever words they share. */
const STARTS = /^deadline\/(?:starts|moved-start|was-to-come|means-to-start|walks-out)@/

/** Whom or what it is about; of two that name different ones each is its own. */
export function targetsOf({ part }: Told): string[] {
  const ids = part.what.ids.filter((id) => !/^(?:person|phrase|event|group):/.test(id))
  return ids.length > 0 ? ids : [...part.what.text.matchAll(LONG_NAME)].map(([name]) => name)
}

/** The exact days of a telling: until when now and until when before. */
export const daysOf = (one: Told): string[] =>
  [dueOf(one), ...daysHadIn(one)].flatMap((days) => (isExact(days) ? [days.earliest] : []))

/** Names of three words and more: of a law, a programme, a scheme. Two tellings of one day that both have it are of one. */
const LONG_NAME =
  /\b\p{Lu}[\p{L}’'-]+(?: (?:of|for|and|on|the|to) \p{Lu}[\p{L}’'-]+| \p{Lu}[\p{L}’'-]+){2,6}/gu

export const longNames = ({ claim }: Told): string[] =>
  [...claim.evidence.quote.matchAll(LONG_NAME)].map(([name]) => name)

/** Every day of a month told, or of less. */
export function daysWithin(days: Days | undefined): string[] {
  const all: string[] = []
  if (isNear(days)) for (let day = days.earliest; day <= days.latest; day = addDays(day, 1)) all.push(day)
  return all
}

/** By due day; of one day what is moved to it first, so that it links those told of that day. */
export const byDue = (a: Told, b: Told): number => {
  const [first, second] = [dueOf(a)!.earliest!, dueOf(b)!.earliest!]
  return first < second
    ? -1
    : first > second
      ? 1
      : Number(isMove(b)) - Number(isMove(a)) || (a.evidence < b.evidence ? -1 : 1)
}

export const topicIds = (told: Told) => [
  ...new Set(
    [...told.part.what.ids, ...told.part.obligor.map((ref) => ref.id)].filter((id) =>
      /^(product|org|good|law):/.test(id),
    ),
  ),
]

export const startOf = ({ claim }: Told): number => claim.evidence.spans[0]?.start ?? 0
