// In: what falls due. Out: the same; of two lines that tell one thing of one day the fuller, with the evidence of both.
import { matterIn, tellingWords } from '../record/assemble/due-matters.ts'
import type { Due } from './agenda-since.ts'
import type { Kind } from './lines/line.ts'
import { isUnknown, type SomeDay } from './words/day-words.ts'

/** What is ahead, each thing once: a call told as talks and as something that is done, a measure told of a day and of its week or month. */
export function eachOnce(items: readonly Due[]): Due[] {
  const kept: Due[] = []
  for (const item of items) {
    const at = kept.findIndex((other) => isOneThing(other, item))
    if (at < 0) kept.push(item)
    else kept[at] = together(kept[at]!, item)
  }
  return kept
}

function isOneThing(a: Due, b: Due): boolean {
  if (a.state !== 'ahead' || b.state !== 'ahead' || isUnknown(a.day) || isUnknown(b.day)) return false
  if (a.entry.kind === 'measure' && b.entry.kind === 'measure')
    return (holds(a.day, b.day) || holds(b.day, a.day)) && isOneMeasure(a.entry, b.entry)
  if (a.entry.kind === 'round' && b.entry.kind === 'act') return isOneMeeting(b, a)
  return a.entry.kind === 'act' && b.entry.kind === 'round' && isOneMeeting(a, b)
}

/** Talks told of the very day by two words more, names aside; "talks on tin" and "a vote on tin" are two. */
function isOneMeeting(act: Due, round: Due): boolean {
  const [one, other] = [sentencesOf(act), sentencesOf(round)]
  if (!isSameDay(act.day, round.day) || !/^(?:deal)?$/.test(matterIn(one))) return false
  const small = new Set([one, other].flatMap((text) => tellingWords(text.replace(/\p{Lu}\S*/gu, ''))))
  return inCommon(one, other).filter((word) => small.has(word)).length > 1
}

const sentencesOf = ({ entry, line }: Due): string =>
  entry.evidence.flatMap(({ id, quote }) => (line.evidence.includes(id) ? quote : [])).join(' ')

/** One step of what two words name alike, on goods that are not told to be others. */
function isOneMeasure({ body: a }: Kind<'measure'>, { body: b }: Kind<'measure'>): boolean {
  const areOthers =
    a.goods.length > 0 && b.goods.length > 0 && inCommon(a.goods.join(' '), b.goods.join(' ')).length === 0
  const isStep = a.steps.some(({ effect }) => b.steps.some((other) => other.effect === effect))
  return !areOthers && isStep && inCommon(a.name, b.name).length > 1
}

function inCommon(a: string, b: string): string[] {
  const words = new Set(tellingWords(b))
  return [...new Set(tellingWords(a))].filter((word) => words.has(word))
}

const isSameDay = (a: SomeDay, b: SomeDay): boolean => a.earliest === b.earliest && a.latest === b.latest

const holds = (a: SomeDay, b: SomeDay): boolean =>
  (a.earliest ?? '9') <= (b.earliest ?? '') && (b.latest ?? '9') <= (a.latest ?? '')

/** The one of the closer day; of one day the talks, not what is done there, or what more evidence tells. */
function together(a: Due, b: Due): Due {
  const rank = ({ entry, line }: Due) => (entry.kind === 'act' ? 0 : 100) + line.evidence.length
  const isFuller = isSameDay(a.day, b.day) ? rank(b) > rank(a) : holds(a.day, b.day)
  const [more, less] = isFuller ? [b, a] : [a, b]
  const evidence = [...new Set([...more.line.evidence, ...less.line.evidence])]
  return { ...more, line: { ...more.line, evidence } }
}
