// In: the tellings of one deadline. Out: its entry: when it falls due, how it was moved, what came of it.

import {
  addDays,
  type Days,
  type DeadlineBody,
  type DeadlinePart,
  type Phrase,
  type Ref,
} from '../../model/index.ts'
import { type EntryDraft, mostTold } from '../draft.ts'
import { contentWords } from '../words.ts'
import { LATE } from './deadline-chains.ts'
import { daysHadIn, daysOf, dueOf, isNear, isReal, type Told, topicIds } from './deadline-tellings.ts'
import { isVague, tellingWords } from './due-matters.ts'

export function entryOf(group: readonly Told[]): EntryDraft<'deadline'> {
  const chain = chainOf(group)
  const due = hasNoEnd(group) ? {} : (chain[chain.length - 1] ?? {})
  const part = (pick: (part: DeadlinePart) => Phrase | undefined) =>
    mostTold(
      group.flatMap((one) => pick(one.part)?.text ?? []),
      (text) => text,
    )
  const refs = (pick: (part: DeadlinePart) => readonly Ref[]) => {
    const all = new Map(group.flatMap((one) => pick(one.part)).map((ref) => [ref.id, ref]))
    return [...all.keys()].sort().map((id) => all.get(id)!)
  }
  const moves = group
    .filter((one) => one.part.move !== undefined && one.part.move !== 'set' && !isOver(one))
    .map((one) => {
      const to = dueOf(one)
      const on = one.days.find((day) => day.role === 'on')?.days
      return {
        ...(one.part.n === undefined ? {} : { n: one.part.n }),
        by: one.part.movedBy,
        ...(on ? { on } : {}),
        ...(to ? { to } : {}),
        modality: one.claim.evidence.modality,
        evidence: [one.evidence],
      }
    })
  const named = group.filter((one) => !isVague(one.part.what.text))
  const telling = named.length > 0 ? named : group
  const ahead = telling.filter((one) => !isOver(one))
  const what = nameOf((ahead.length > 0 ? ahead : telling).map((one) => one.part.what.text))
  const outcome = outcomeOf(group, due)
  const onLapse = part((one) => one.onLapse)
  const authority = part((one) => one.authority)
  const first = chain[0]
  const body: DeadlineBody = {
    name: what,
    what,
    obligor: refs((one) => one.obligor),
    due,
    ...(first && chain.length > 1 ? { originalDue: first } : {}),
    chain,
    setBy: refs((one) => one.setBy),
    moves,
    movesTold: [
      ...new Set(group.flatMap((one) => (one.part.moves === undefined ? [] : [one.part.moves]))),
    ].sort((a, b) => a - b),
    counts: group.flatMap((one) =>
      one.part.moves === undefined ? [] : [{ evidence: one.evidence, moves: one.part.moves }],
    ),
    ...(onLapse ? { onLapse } : {}),
    ...(authority ? { authority } : {}),
    ...(outcome ? { outcome } : {}),
  }
  const keys = [...new Set(group.flatMap(topicIds))].sort()
  return {
    kind: 'deadline',
    body,
    told: group,
    valid: { to: due },
    key: `deadline|${keys.join('+') || contentWords(what).sort().join('+')}`,
    mergedBy: keys.length > 0 ? `deadlines on ${keys.join(', ')}` : 'same matter and month',
  }
}

/**
 * Whether it was last told to go on without a day on which it ends. Told to last longer by a length alone, the day that
 * stood as this was told is over; a later one may be what came of it.
 */
function hasNoEnd(group: readonly Told[]): boolean {
  const out = (one: Told) => one.placed.published.latest ?? ''
  const ends = group.flatMap((one) => (isReal(one) ? (dueOf(one)?.latest ?? []) : []))
  const last = ends.sort().at(-1) ?? ''
  const goesOn = group.filter((one) => {
    const { foundBy } = one.claim.evidence
    const near = foundBy === 'deadline/prolonged-by@1' && out(one) !== '' && last <= addDays(out(one), LATE)
    return isReal(one) && (foundBy === 'deadline/prolonged-open@1' || near)
  })
  const since = goesOn.map(out).sort().at(-1)
  return (
    since !== undefined && group.every((one) => !isReal(one) || dueOf(one) === undefined || out(one) < since)
  )
}

/** Told as gone by, or as met. */
const isOver = (told: Told): boolean =>
  told.part.move === 'lapsed' || told.part.move === 'met' || hasExpired(told)

/** "The contract expired on March 31", told after that day. */
function hasExpired({ claim, days, placed }: Told): boolean {
  const { foundBy, modality } = claim.evidence
  const due = days.find(({ role }) => role === 'due')?.days.latest
  const out = placed.published.latest
  return (
    foundBy === 'deadline/expiry@1' &&
    modality === 'held' &&
    due !== undefined &&
    out !== undefined &&
    due < out
  )
}

/** Days after a due day on which it may be told to have gone by: "ran out on Monday", the first day without. */
const AFTER = 2

/** What came of its last day; that an earlier one went by says nothing of it. */
function outcomeOf(group: readonly Told[], due: Days): 'lapsed' | 'met' | undefined {
  const over = group.filter((one) => isOver(one) && one.claim.evidence.modality === 'held')
  const last = over.find((one) => {
    const day = dueOf(one)?.latest ?? one.placed.published.latest
    return day === undefined || due.earliest === undefined || addDays(day, 1) >= due.earliest
  })
  if (!last) return undefined
  return last.part.move === 'met' ? 'met' : 'lapsed'
}

/** Due days, oldest first, each once; a day that contains a narrower one told elsewhere gives way to it. */
function chainOf(group: readonly Told[]): Days[] {
  const real = group.filter(isReal)
  const told = real.some((one) => dueOf(one)) ? real : group
  const stood = told.filter((one) => !isOver(one)).flatMap(daysOf)
  // "It ran out on Monday", where it was due the day before: when that was seen, no other day.
  const isSeen = (one: Told) => {
    const day = dueOf(one)?.earliest
    return (
      isOver(one) &&
      day !== undefined &&
      stood.some((each) => each < day && addDays(each, AFTER) >= day) &&
      !stood.includes(day)
    )
  }
  const days = told
    .filter((one) => !isSeen(one))
    .flatMap((one) => [...daysHadIn(one), ...[dueOf(one) ?? []].flat()])
  const near = days.filter((one) => isNear(one))
  const kept = near.filter(
    (one) =>
      !near.some(
        (other) =>
          (other.earliest !== one.earliest || other.latest !== one.latest) &&
          one.earliest! <= other.earliest! &&
          other.latest! <= one.latest!,
      ),
  )
  const distinct = new Map(
    (kept.length > 0 ? kept : days).map((one) => [`${one.earliest}|${one.latest}`, one]),
  )
  return [...distinct.values()].sort((a, b) => (a.latest! < b.latest! ? -1 : 1))
}

/** Longer names are clauses, and say more than what falls due. */
const LONG = 90

/** What most tellings have in common says best what falls due: the words shared with the others, then the longer. */
function nameOf(texts: readonly string[]): string {
  const shared = new Map<string, number>()
  const words = new Map(texts.map((text) => [text, [...new Set(tellingWords(text))]]))
  for (const text of texts) for (const word of words.get(text)!) shared.set(word, (shared.get(word) ?? 0) + 1)
  const worth = (text: string) =>
    words.get(text)!.reduce((sum, word) => sum + shared.get(word)! - 1, 0) -
    (text.length > LONG || /[—–;]/.test(text) ? texts.length : 0)
  return (
    [...words.keys()].sort((a, b) => worth(b) - worth(a) || b.length - a.length || (a < b ? -1 : 1))[0] ?? ''
  )
}
