// In: what reports tell of deadlines, and of measures and agreements that run until a day. Out: one entry a deadline: its chain of dates.
import { addDays, isExact } from '../../model/index.ts'
import type { EntryDraft } from '../draft.ts'
import { byBlock, byKeys } from '../group.ts'
import { contentWords } from '../words.ts'
import { chainsOf, LATE, lastOf, movedOn, sharingTopics, stoodWhenTold } from './deadline-chains.ts'
import { entryOf } from './deadline-entry.ts'
import { withLengths } from './deadline-lengths.ts'
import {
  daysOf,
  daysWithin,
  dueOf,
  goesOn,
  isMove,
  isReal,
  startOf,
  type Told,
  targetsOf,
  topicIds,
  wasOf,
  wordKeys,
} from './deadline-tellings.ts'
import { isVague, matterIn, termWords } from './due-matters.ts'

/**
 * Tellings are of one deadline where what falls due is one matter, or they share a party, product or good in it, or a head
 * word and a due day, and their days are linked by a move or lie close. One that names no matter ("the Sunday deadline",
 * "it") is the one that others tell of that very day, else the one its own report tells of.
 */
export function assembleDeadlines(all: readonly Told[]): EntryDraft<'deadline'>[] {
  const vague = (one: Told) =>
    topicIds(one).every((id) => id.startsWith('law:')) && isVague(one.part.what.text)
  const told = withDaysBeside(all)
  const named = told.filter((one) => !vague(one))
  const matterOf = mattersOf(named)
  const chains = byBlock(named, matterOf)
    .flatMap((block) => {
      const matter = matterOf(block[0]!)
      // The sides of a negotiation are at one deal, whomever a sentence names; other matters may be of several.
      return matter === ''
        ? byKeys(block, keysOf)
        : matter === 'deal'
          ? [block]
          : byTarget(block, matter === 'money')
    })
    .flatMap(chainsOf)
  const groups = movedOn(sharingTopics(chains)).filter((group) => group.some((one) => dueOf(one)))
  const alone: Told[] = []
  const joined = new Map<Told[], Told[]>()
  const index = indexOf(groups)
  for (const one of told.filter(vague)) {
    const home = homeOf(one, index)
    if (home) joined.set(home, [...(joined.get(home) ?? []), one])
    else if (isExact(dueOf(one)) && contentWords(one.part.what.text).length > 0) alone.push(one)
  }
  const whole = groups.map((group) => [...group, ...(joined.get(group) ?? [])])
  return [...whole, ...byKeys(alone, daysOf)].map((group) => entryOf(withLengths(group)))
}

/** Characters between a move and the sentence that tells its day. */
const BESIDE = 400

/** "The sale was put off again. The firm now has until 3 May to find a buyer": a move without a day is to the later day told right beside it. */
function withDaysBeside(all: readonly Told[]): Told[] {
  const dated = new Map<string, Told[]>()
  for (const one of all) {
    if (!isExact(dueOf(one)) || !isReal(one)) continue
    if (!goesOn(one) && !/\bnow\b/.test(one.claim.evidence.quote)) continue
    const { id } = one.placed.reading.report
    const list = dated.get(id)
    if (list) list.push(one)
    else dated.set(id, [one])
  }
  return all.map((one) => {
    if (!isMove(one) || dueOf(one) || !isReal(one)) return one
    const near = (dated.get(one.placed.reading.report.id) ?? []).filter(
      (other) =>
        Math.abs(startOf(other) - startOf(one)) < BESIDE &&
        dueOf(other)!.earliest! > (one.placed.published.latest ?? ''),
    )
    const days = new Set(near.flatMap((other) => dueOf(other)!.earliest!))
    const due = near[0]?.days.find(({ role }) => role === 'due' || role === 'to')
    return days.size === 1 && due ? { ...one, days: [...one.days, due] } : one
  })
}

/** The matter of each telling; the money that runs out on the day the borrowing ends is that borrowing. */
function mattersOf(told: readonly Told[]): (one: Told) => string {
  const matterOf = ({ part }: Told) => matterIn(part.what.text)
  const borrowing = new Set(told.filter((one) => matterOf(one) === 'borrowing').flatMap(daysOf))
  return (one) => {
    const matter = matterOf(one)
    return matter === 'money' && daysOf(one).some((day) => borrowing.has(day)) ? 'borrowing' : matter
  }
}

/** Keys of a telling whose words are of no known matter. */
function keysOf(one: Told): string[] {
  const ids = topicIds(one)
  return ids.length > 0 ? ids.map((id) => `id|${id}`) : wordKeys(one)
}

/**
 * Within one matter: those that share whom it is about; one that names nobody is of those with its day, else of the most
 * told. A state's own money is of nobody by name: `apart`, it is joined by its day alone.
 */
function byTarget(block: readonly Told[], apart: boolean): Told[][] {
  const groups = byKeys(
    block.filter((one) => targetsOf(one).length > 0),
    targetsOf,
  )
  const loose = block.filter((one) => targetsOf(one).length === 0)
  if (groups.length === 0) return [loose]
  const most = [...groups].sort((a, b) => b.length - a.length)[0]!
  const byDay = new Map<string, Told[]>()
  for (const group of groups) for (const one of group) for (const day of daysOf(one)) byDay.set(day, group)
  const own: Told[] = []
  for (const one of loose) {
    const day = daysOf(one).find((each) => byDay.has(each))
    const home = day !== undefined ? byDay.get(day)! : apart ? own : most
    home.push(one)
  }
  return own.length > 0 ? [...groups, own] : groups
}

/** Days around a report's own within which a deadline it speaks of without naming it lies. */
const SPOKEN_OF = 60

/** Deadlines by their days and by the reports that tell them. */
interface Index {
  readonly byDay: ReadonlyMap<string, readonly Told[][]>
  readonly byReport: ReadonlyMap<string, readonly { readonly group: Told[]; readonly each: Told }[]>
}

function indexOf(groups: readonly Told[][]): Index {
  const byDay = new Map<string, Told[][]>()
  const byReport = new Map<string, { group: Told[]; each: Told }[]>()
  for (const group of groups) {
    for (const each of group) {
      const { id } = each.placed.reading.report
      const list = byReport.get(id)
      if (list) list.push({ group, each })
      else byReport.set(id, [{ group, each }])
    }
    for (const day of new Set(group.flatMap((each) => [...daysOf(each), ...daysWithin(dueOf(each))])))
      byDay.set(day, [...(byDay.get(day) ?? []), group])
  }
  return { byDay, byReport }
}

/** The deadline that a telling without a matter is of. */
function homeOf(one: Told, { byDay, byReport }: Index): Told[] | undefined {
  const sameDay = new Set(daysOf(one).flatMap((day) => byDay.get(day) ?? []))
  if (sameDay.size > 0) return largest([...sameDay])
  const named = sameTerm(one, byDay)
  if (named) return named
  const at = startOf(one)
  const nearest = [...(byReport.get(one.placed.reading.report.id) ?? [])].sort(
    (a, b) =>
      Math.abs(startOf(a.each) - at) - Math.abs(startOf(b.each) - at) ||
      (a.each.evidence < b.each.evidence ? -1 : 1),
  )[0]
  // What has a day of its own is of the deadline told beside it only as a move of it, or as what the move was made before.
  const besideMove = nearest && isMove(nearest.each) && startOf(nearest.each) === at
  const moves = goesOn(one) || dueOf(one) === undefined
  if (nearest && (besideMove || (moves && mayHaveMoved(nearest.group, one)))) return nearest.group
  const out = one.placed.published.latest
  if (!goesOn(one) || out === undefined) return undefined
  const open = new Set<Told[]>()
  for (let day = addDays(out, -SPOKEN_OF); day <= addDays(out, SPOKEN_OF); day = addDays(day, 1))
    for (const group of byDay.get(day) ?? []) if (mayHaveMoved(group, one)) open.add(group)
  return open.size === 1 ? [...open][0] : undefined
}

/** "The grace period was made longer": the one deadline at hand that is called so. */
function sameTerm(one: Told, byDay: Index['byDay']): Told[] | undefined {
  const words = termWords(one.part.what.text)
  const out = one.placed.published.latest
  if (words.length === 0 || !goesOn(one) || out === undefined) return undefined
  const alike = new Set<Told[]>()
  for (let day = addDays(out, -LATE); day <= addDays(out, SPOKEN_OF); day = addDays(day, 1))
    for (const group of byDay.get(day) ?? [])
      if (group.some((each) => words.every((word) => termWords(each.part.what.text).includes(word))))
        alike.add(group)
  return alike.size === 1 ? [...alike][0] : undefined
}

/** Days by which a move may put off what it moves. */
const PUT_OFF = 120

/** Whether a move may be of a deadline: of the same who must act, from one of its days, or to one soon after its last. */
function mayHaveMoved(group: readonly Told[], one: Told): boolean {
  const owing = one.part.obligor.map(({ id }) => id)
  const theirs = group.flatMap(({ part }) => part.obligor.map(({ id }) => id))
  if (owing.length > 0 && !owing.some((id) => theirs.includes(id))) return false
  const was = wasOf(one)
  if (isExact(was)) return group.some((each) => daysOf(each).includes(was.earliest))
  const [due, last] = [dueOf(one)?.earliest, lastOf(group)]
  if (due === undefined || last === undefined) return true
  return last <= due && (due <= addDays(last, PUT_OFF) || stoodWhenTold(last, one))
}

const largest = (groups: readonly Told[][]): Told[] =>
  [...groups].sort((x, y) => y.length - x.length || (x[0]!.evidence < y[0]!.evidence ? -1 : 1))[0]!
