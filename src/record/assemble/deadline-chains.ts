// In: tellings of deadlines of one matter. Out: chains of dates: one deadline as it was set, moved and moved again.
import { addDays, isExact } from '../../model/index.ts'
import { byKeys } from '../group.ts'
import {
  byDue,
  daysHadIn,
  daysOf,
  daysWithin,
  dueOf,
  fallsAs,
  goesOn,
  isMove,
  isReal,
  longNames,
  type Told,
  targetsOf,
  topicIds,
  wasOf,
  wordKeys,
} from './deadline-tellings.ts'
import { matterIn, tellingWords } from './due-matters.ts'

/** Days between two dates of one matter within which no telling of a move is needed to take them for one deadline. */
const CLOSE = 45

/**
 * One matter may have two deadlines that have nothing to do with each other: dates far apart are one chain only where a
 * move from the one or to the other is told. Tellings without a day go with the last.
 */
export function chainsOf(group: readonly Told[]): Told[][] {
  const dated = group.filter((one) => dueOf(one)?.earliest).sort(byDue)
  if (dated.length === 0) return [[...group]]
  const counted = group.some((one) => (one.part.moves ?? one.part.n ?? 0) > 0 && topicIds(one).length > 0)
  const chains: Told[][] = []
  let last: string | undefined
  for (const one of dated) {
    const { earliest, latest } = dueOf(one)!
    const from = daysHadIn(one).at(-1)?.earliest
    const chain = chains.at(-1)
    const linked =
      last !== undefined &&
      chain !== undefined &&
      (earliest! <= last ||
        (isMove(one) && mayMove(chain, last, one)) ||
        (goesOn(one) && stoodWhenTold(last, one)) ||
        counted ||
        (from !== undefined && from <= last) ||
        (earliest! <= addDays(last, CLOSE) && mayFollow(chain, one)))
    if (linked) chain.push(one)
    else chains.push([one])
    if (last === undefined || latest! > last) last = latest
  }
  chains[chains.length - 1]!.push(...group.filter((one) => !dueOf(one)?.earliest))
  return chains
}

/** Whether a day was at hand when a telling appeared. */
export function stoodWhenTold(day: string, { placed }: Told): boolean {
  const out = placed.published.latest
  return out !== undefined && addDays(out, -LATE) <= day && day <= addDays(out, EARLY)
}

/** Whether a move may be of a chain: from a day of it where it tells from which, else from one at hand when it was told; or of a thing of that name. */
function mayMove(chain: readonly Told[], last: string, one: Told): boolean {
  if (chain.some((other) => isNamedIn(one, other) || isNamedIn(other, one))) return true
  const was = wasOf(one)
  if (isExact(was)) return chain.some((other) => daysOf(other).includes(was.earliest))
  return (
    one.placed.published.latest === undefined ||
    was !== undefined ||
    stoodWhenTold(last, one) ||
    topicIds(one).length > 0
  )
}

/** "A pay rule" in "agreeing a pay rule". */
const isNamedIn = (short: Told, long: Told): boolean => {
  const words = tellingWords(long.part.what.text)
  const own = tellingWords(short.part.what.text)
  return own.length > 1 && own.every((word) => words.includes(word))
}

/** Days between reports from which the later one may know of a later day; before, two days contradict each other. */
const NEWER = 3

/** Tellings of a chain that a further one is compared with. */
const COMPARED = 64

/** Whether a day without a move may be what became of a chain: told by a later report, or beside its days by the same one. */
function mayFollow(chain: readonly Told[], one: Told): boolean {
  const { reading, published } = one.placed
  const out = published.latest
  // "Peru will hand in its plan by 3 May, and Norway decides by 9 May": two duties of two.
  const owing = one.part.obligor.map(({ id }) => id)
  const theirs = chain.flatMap(({ part }) => part.obligor.map(({ id }) => id))
  if (owing.length > 0 && theirs.length > 0 && !owing.some((id) => theirs.includes(id))) return false
  return chain.slice(-COMPARED).some(({ placed }) => {
    if (placed.reading.report.id === reading.report.id) return true
    const before = placed.published.latest
    return before === undefined || out === undefined || addDays(before, NEWER) <= out
  })
}

/** Chains that share a topic, or a word of what falls due, and a day; a deal due as the money ends is about that. */
export function sharingTopics(chains: readonly Told[][]): Told[][] {
  const beside = besideMoves(chains.flat())
  return byKeys(chains, (chain) => {
    const days = [...new Set(chain.flatMap((one) => daysWithin(dueOf(one)).concat(daysOf(one))))]
    const topics = new Set(chain.flatMap((one) => [...topicIds(one), ...wordKeys(one)]))
    if ([...mattersOf(chain)].some((matter) => matter === 'money' || matter === 'deal')) topics.add('money')
    return [
      ...[...topics].flatMap((id) => days.map((day) => `${id}|${day}`)),
      ...chain.flatMap((one) => daysOf(one).flatMap((day) => longNames(one).map((name) => `${name}|${day}`))),
      ...chain.flatMap((one) => beside(one) ?? []),
    ]
  }).map((group) => group.flat())
}

/** "Put off its strike, giving the firm until 3 May to improve its offer": one day, told once, of a move and of what it gives. */
function besideMoves(told: readonly Told[]): (one: Told) => string | undefined {
  const keyOf = (one: Told) => {
    const due = one.days.find(({ role }) => role === 'due')
    return isExact(due?.days) ? `${one.placed.reading.report.id}|${due?.start}` : undefined
  }
  const moved = new Set(told.filter(isMove).flatMap((one) => keyOf(one) ?? []))
  return (one) => {
    const key = keyOf(one)
    return key !== undefined && moved.has(key) ? key : undefined
  }
}

/** Days before and after the report of a move within which the day moved from lies. */
export const LATE = 7
const EARLY = 45

/**
 * A move tells that there was a day before. Where its own chain has none, it is the one chain of the same doers, or of
 * nobody named, with a day that stood when the move was reported and none between that and the new one.
 */
export function movedOn(chains: readonly Told[][]): Told[][] {
  const gone = new Set<readonly Told[]>()
  const byDay = new Map<string, Set<Told[]>>()
  const file = (chain: Told[]) => {
    for (const day of chain.flatMap(daysOf)) {
      const all = byDay.get(day)
      if (all) all.add(chain)
      else byDay.set(day, new Set([chain]))
    }
  }
  for (const chain of chains) file(chain)
  const open = chains
    .filter((chain) => {
      const first = firstOf(chain)
      return (
        dueOf(first)?.earliest !== undefined && goesOn(first) && wasOf(first) === undefined && isReal(first)
      )
    })
    .sort((a, b) => byDue(firstOf(a), firstOf(b)))
  for (const chain of open) {
    const first = firstOf(chain)
    const out = first.placed.published.latest
    const due = dueOf(first)!.earliest!
    if (out === undefined) continue
    const standing = new Set<Told[]>()
    for (let day = addDays(out, -LATE); day < due && day <= addDays(out, EARLY); day = addDays(day, 1))
      for (const other of byDay.get(day) ?? [])
        if (other !== chain && !gone.has(other) && !hasDayBetween(other, day, due) && !clash(other, chain))
          standing.add(other)
    const alike = [...standing].filter(
      (other) =>
        shareAny(wordsOf(other), wordsOf(chain)) || isOneThing(other, chain) || areOfOneTill(other, chain),
    )
    // What only goes on, or was moved under a name of its own, is no move of a thing told in other words.
    const unnamed = isMove(first) && wordsOf(chain).size === 0
    const [home, second] = alike.length > 0 ? alike : unnamed ? [...standing] : []
    if (!home || second) continue
    gone.add(chain)
    home.push(...chain)
    file(home)
  }
  joinByOldDay(chains, gone)
  return chains.filter((chain) => !gone.has(chain))
}

const hasDayBetween = (chain: readonly Told[], from: string, to: string): boolean =>
  chain.flatMap(daysOf).some((day) => from < day && day < to)

/**
 * A move from the very day another chain ends on goes on with it, in whatever words each is told, where the doers are the
 * same or both were due on an earlier day too.
 */
function joinByOldDay(chains: readonly Told[][], gone: Set<readonly Told[]>): void {
  const byLast = new Map<string, Told[][]>()
  for (const chain of chains) {
    const last = lastOf(chain)
    if (last !== undefined && !gone.has(chain)) byLast.set(last, [...(byLast.get(last) ?? []), chain])
  }
  for (const chain of chains) {
    const was = gone.has(chain) ? undefined : movedFromIn(chain)
    if (was === undefined) continue
    const earlier = new Set(chain.flatMap(daysOf).filter((day) => day < was))
    const before = (byLast.get(was) ?? []).filter(
      (other) =>
        other !== chain &&
        !gone.has(other) &&
        !clash(other, chain) &&
        (shareAny(doersOf(other), doersOf(chain)) || other.flatMap(daysOf).some((day) => earlier.has(day))),
    )
    if (before.length !== 1) continue
    gone.add(chain)
    before[0]!.push(...chain)
    const last = lastOf(chain)
    if (last !== undefined) byLast.set(last, [...(byLast.get(last) ?? []), before[0]!])
  }
}

/** The exact day that the last move of a chain was from. */
function movedFromIn(chain: readonly Told[]): string | undefined {
  const days = chain.flatMap((one) => {
    const was = wasOf(one)
    return isMove(one) && isReal(one) && isExact(was) ? [was.earliest] : []
  })
  return days.sort().at(-1)
}

/** Its last exact day. */
export const lastOf = (chain: readonly Told[]): string | undefined => chain.flatMap(daysOf).sort().at(-1)

/** The telling of its first day. */
const firstOf = (chain: readonly Told[]): Told =>
  chain.filter((one) => dueOf(one)?.earliest).sort(byDue)[0] ?? chain[0]!

const wordsOf = (chain: readonly Told[]) => new Set(chain.flatMap(wordKeys))
const mattersOf = (chain: readonly Told[]) =>
  new Set(chain.map((one) => matterIn(one.part.what.text)).filter((one) => one !== ''))
const kindsOf = (chain: readonly Told[]) => new Set(chain.map(fallsAs))
const doersOf = (chain: readonly Told[]) =>
  new Set(chain.flatMap(({ part }) => [...part.obligor, ...part.movedBy, ...part.setBy].map(({ id }) => id)))

/** "A review of the pay scale" is due, and "the review of the pay scale" was put off: what is told in the very same words. */
const isOneThing = (a: readonly Told[], b: readonly Told[]): boolean => {
  const words = (chain: readonly Told[]) =>
    chain.map(({ part }) => [...new Set(tellingWords(part.what.text))].sort().join(' '))
  const own = new Set(words(a).filter((one) => one.includes(' ')))
  return words(b).some((one) => own.has(one))
}

/** A state that runs out of cash is one that may borrow no more. */
const areOfOneTill = (a: readonly Told[], b: readonly Told[]): boolean =>
  [a, b].every((chain) => {
    const matters = [...mattersOf(chain)]
    return matters.length > 0 && matters.every((one) => one === 'money' || one === 'borrowing')
  })

const shareAny = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one))
/** Whether two chains name other matters, or other doers, or are of a start and of a duty. */
const clash = (a: readonly Told[], b: readonly Told[]): boolean => {
  const differ = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
    left.size > 0 && right.size > 0 && !shareAny(left, right)
  const [left, right] = [mattersOf(a), mattersOf(b)]
  if (differ(left, right) && !areOfOneTill(a, b)) return true
  // One office's money is not the state's.
  const named = (chain: readonly Told[]) => chain.some((one) => targetsOf(one).length > 0)
  if (left.has('money') && right.has('money') && named(a) !== named(b)) return true
  if (differ(doersOf(a), doersOf(b)) && !shareAny(wordsOf(a), wordsOf(b))) return true
  return (left.size === 0 || right.size === 0) && differ(kindsOf(a), kindsOf(b)) && !isOneThing(a, b)
}
