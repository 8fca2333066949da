// In: what reports tell of deadlines, and of measures and agreements that run until a day. Out: one entry a deadline: its chain of dates.
import {
  addDays,
  type Days,
  type DeadlineBody,
  type DeadlinePart,
  type Phrase,
  type Ref,
} from '../../model/index.ts'
import { type EntryDraft, mostTold } from '../draft.ts'
import { byBlock, byKeys } from '../group.ts'
import type { ToldPart } from '../placed.ts'
import { contentWords } from '../words.ts'
import { isVague, matterIn, tellingWords } from './due-matters.ts'

type Told = ToldPart<DeadlinePart>

const dueOf = (told: Told): Days | undefined =>
  told.days.find((day) => day.role === 'due' || day.role === 'to')?.days
/** The day it had until a move told here. */
const wasOf = (told: Told): Days | undefined => told.days.find((day) => day.role === 'originalDue')?.days
const isNear = (days: Days | undefined): days is { earliest: string; latest: string } =>
  days?.earliest !== undefined && days.latest !== undefined && addDays(days.earliest, 40) >= days.latest
const isExact = (days: Days | undefined): days is { earliest: string; latest: string } =>
  days?.earliest !== undefined && days.earliest === days.latest

/** Told as so, or as going to be so: no wish; a day may stand under an "if", a move may not. */
const isReal = (told: Told): boolean => {
  const { polarity, modality } = told.claim.evidence
  if (polarity !== 'affirmed') return false
  return !/^(?:hypothetical|possible)$/.test(modality) && !(modality === 'conditional' && isMove(told))
}
const isMove = ({ part }: Told): boolean => part.move === 'extended' || part.move === 'brought forward'

/**
 * Tellings are of one deadline where what falls due is one matter, or they share a party, product or good in it, or a head
 * word and a due day, and their days are linked by a move or lie close. One that names no matter ("the Sunday deadline",
 * "it") is the one that others tell of that very day, else the one its own report tells of.
 */
export function assembleDeadlines(told: readonly Told[]): EntryDraft<'deadline'>[] {
  const vague = (one: Told) =>
    topicIds(one).every((id) => id.startsWith('law:')) && isVague(one.part.what.text)
  const named = told.filter((one) => !vague(one))
  const chains = byBlock(named, (one) => matterIn(one.part.what.text))
    .flatMap((block) => {
      const matter = matterIn(block[0]!.part.what.text)
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
    else if (isExact(dueOf(one))) alone.push(one)
  }
  const whole = groups.map((group) => [...group, ...(joined.get(group) ?? [])])
  return [...whole, ...byKeys(alone, (one) => [`due|${dueOf(one)!.earliest}|${dueOf(one)!.latest}`])].map(
    entryOf,
  )
}

/** Keys of a telling whose words are of no known matter. */
function keysOf(one: Told): string[] {
  const ids = topicIds(one)
  return ids.length > 0 ? ids.map((id) => `id|${id}`) : wordKeys(one)
}

const fallsAs = ({ claim }: Told): string => (STARTS.test(claim.evidence.foundBy) ? 'start' : 'due')

const wordKeys = (one: Told): string[] =>
  tellingWords(one.part.what.text).map((word) => `${fallsAs(one)}|${word}`)

/** What begins on a day and what must be done by one are two, whatever words they share. */
const STARTS = /^deadline\/(?:starts|moved-start|was-to-come|means-to-start|walks-out)@/

/** Whom or what it is about; of two that name different ones each is its own. */
function targetsOf({ part }: Told): string[] {
  const ids = part.what.ids.filter((id) => !/^(?:person|phrase|event|group):/.test(id))
  return ids.length > 0 ? ids : [...part.what.text.matchAll(LONG_NAME)].map(([name]) => name)
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

/** The exact days of a telling: until when now and until when before. */
const daysOf = (one: Told): string[] =>
  [dueOf(one), wasOf(one)].flatMap((days) => (isExact(days) ? [days.earliest] : []))

/** Chains that share a topic, or a word of what falls due, and a day; a deal due as the money ends is about that. */
function sharingTopics(chains: readonly Told[][]): Told[][] {
  return byKeys(chains, (chain) => {
    const days = [...new Set(chain.flatMap((one) => daysWithin(dueOf(one)).concat(daysOf(one))))]
    const topics = new Set(chain.flatMap((one) => [...topicIds(one), ...wordKeys(one)]))
    if ([...mattersOf(chain)].some((matter) => matter === 'money' || matter === 'deal')) topics.add('money')
    return [
      ...[...topics].flatMap((id) => days.map((day) => `${id}|${day}`)),
      ...chain.flatMap((one) => daysOf(one).flatMap((day) => longNames(one).map((name) => `${name}|${day}`))),
    ]
  }).map((group) => group.flat())
}

/** Names of three words and more: of a law, a programme, a scheme. Two tellings of one day that both have it are of one. */
const LONG_NAME =
  /\b\p{Lu}[\p{L}’'-]+(?: (?:of|for|and|on|the|to) \p{Lu}[\p{L}’'-]+| \p{Lu}[\p{L}’'-]+){2,6}/gu

const longNames = ({ claim }: Told): string[] =>
  [...claim.evidence.quote.matchAll(LONG_NAME)].map(([name]) => name)

/** Days before and after the report of a move within which the day moved from lies. */
const LATE = 7
const EARLY = 45

/**
 * A move tells that there was a day before. Where its own chain has none, it is the one chain of the same doers, or of
 * nobody named, whose last day stood when the move was reported.
 */
function movedOn(chains: readonly Told[][]): Told[][] {
  const gone = new Set<readonly Told[]>()
  const byLast = new Map<string, Told[][]>()
  const file = (chain: Told[]) => {
    const last = lastOf(chain)
    if (last !== undefined) byLast.set(last, [...(byLast.get(last) ?? []), chain])
  }
  for (const chain of chains) file(chain)
  const open = chains
    .filter((chain) => {
      const first = firstOf(chain)
      return (
        dueOf(first)?.earliest !== undefined && isMove(first) && wasOf(first) === undefined && isReal(first)
      )
    })
    .sort((a, b) => byDue(firstOf(a), firstOf(b)))
  for (const chain of open) {
    const first = firstOf(chain)
    const out = first.placed.published.latest
    const due = dueOf(first)!.earliest!
    if (out === undefined) continue
    const standing: Told[][] = []
    for (let day = addDays(out, -LATE); day < due && day <= addDays(out, EARLY); day = addDays(day, 1))
      for (const other of byLast.get(day) ?? [])
        if (other !== chain && !gone.has(other) && lastOf(other) === day && !clash(other, chain))
          standing.push(other)
    const alike = standing.filter((other) => shareAny(wordsOf(other), wordsOf(chain)))
    const [home, second] = alike.length > 0 ? alike : standing
    if (!home || second) continue
    gone.add(chain)
    home.push(...chain)
    file(home)
  }
  joinByOldDay(chains, gone)
  return chains.filter((chain) => !gone.has(chain))
}

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
const lastOf = (chain: readonly Told[]): string | undefined => chain.flatMap(daysOf).sort().at(-1)

/** The telling of its first day. */
const firstOf = (chain: readonly Told[]): Told =>
  chain.filter((one) => dueOf(one)?.earliest).sort(byDue)[0] ?? chain[0]!

const wordsOf = (chain: readonly Told[]) => new Set(chain.flatMap(wordKeys))
const mattersOf = (chain: readonly Told[]) =>
  new Set(chain.map((one) => matterIn(one.part.what.text)).filter((one) => one !== ''))
const kindsOf = (chain: readonly Told[]) => new Set(chain.map(fallsAs))
const doersOf = (chain: readonly Told[]) =>
  new Set(chain.flatMap(({ part }) => [...part.obligor, ...part.movedBy, ...part.setBy].map(({ id }) => id)))

const shareAny = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one))
/** Whether two chains name other matters, or other doers, or are of a start and of a duty. */
const clash = (a: readonly Told[], b: readonly Told[]): boolean => {
  const differ = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
    left.size > 0 && right.size > 0 && !shareAny(left, right)
  const [left, right] = [mattersOf(a), mattersOf(b)]
  if (differ(left, right)) return true
  // One office's money is not the state's.
  const named = (chain: readonly Told[]) => chain.some((one) => targetsOf(one).length > 0)
  if (left.has('money') && right.has('money') && named(a) !== named(b)) return true
  if (differ(doersOf(a), doersOf(b)) && !shareAny(wordsOf(a), wordsOf(b))) return true
  return (left.size === 0 || right.size === 0) && differ(kindsOf(a), kindsOf(b))
}

/** Every day of a month told, or of less. */
function daysWithin(days: Days | undefined): string[] {
  const all: string[] = []
  if (isNear(days)) for (let day = days.earliest; day <= days.latest; day = addDays(day, 1)) all.push(day)
  return all
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
  const at = startOf(one)
  const nearest = [...(byReport.get(one.placed.reading.report.id) ?? [])].sort(
    (a, b) =>
      Math.abs(startOf(a.each) - at) - Math.abs(startOf(b.each) - at) ||
      (a.each.evidence < b.each.evidence ? -1 : 1),
  )[0]
  // What has a day of its own is of the deadline told beside it only as a move of it, or as what the move was made before.
  const besideMove = nearest && isMove(nearest.each) && startOf(nearest.each) === at
  const moves = isMove(one) || dueOf(one) === undefined
  if (nearest && (besideMove || (moves && mayHaveMoved(nearest.group, one)))) return nearest.group
  const out = one.placed.published.latest
  if (!isMove(one) || out === undefined) return undefined
  const open = new Set<Told[]>()
  for (let day = addDays(out, -SPOKEN_OF); day <= addDays(out, SPOKEN_OF); day = addDays(day, 1))
    for (const group of byDay.get(day) ?? []) if (mayHaveMoved(group, one)) open.add(group)
  return open.size === 1 ? [...open][0] : undefined
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
  return due === undefined || last === undefined || (last <= due && due <= addDays(last, PUT_OFF))
}

const largest = (groups: readonly Told[][]): Told[] =>
  [...groups].sort((x, y) => y.length - x.length || (x[0]!.evidence < y[0]!.evidence ? -1 : 1))[0]!
const startOf = ({ claim }: Told): number => claim.evidence.spans[0]?.start ?? 0

/** Days between two dates of one matter within which no telling of a move is needed to take them for one deadline. */
const CLOSE = 45

/**
 * One matter may have two deadlines that have nothing to do with each other: dates far apart are one chain only where a
 * move from the one or to the other is told. Tellings without a day go with the last.
 */
function chainsOf(group: readonly Told[]): Told[][] {
  const dated = group.filter((one) => dueOf(one)?.earliest).sort(byDue)
  if (dated.length === 0) return [[...group]]
  const counted = group.some((one) => (one.part.moves ?? one.part.n ?? 0) > 0 && topicIds(one).length > 0)
  const chains: Told[][] = []
  let last: string | undefined
  for (const one of dated) {
    const { earliest, latest } = dueOf(one)!
    const from = wasOf(one)?.earliest
    const chain = chains.at(-1)
    const linked =
      last !== undefined &&
      chain !== undefined &&
      (earliest! <= last ||
        isMove(one) ||
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

/** Days between reports from which the later one may know of a later day; before, two days contradict each other. */
const NEWER = 3

/** Tellings of a chain that a further one is compared with. */
const COMPARED = 64

/** Whether a day without a move may be what became of a chain: told by a later report, or beside its days by the same one. */
function mayFollow(chain: readonly Told[], { placed: { reading, published } }: Told): boolean {
  const out = published.latest
  return chain.slice(-COMPARED).some(({ placed }) => {
    if (placed.reading.report.id === reading.report.id) return true
    const before = placed.published.latest
    return before === undefined || out === undefined || addDays(before, NEWER) <= out
  })
}

/** By due day; of one day what is moved to it first, so that it links those told of that day. */
const byDue = (a: Told, b: Told): number => {
  const [first, second] = [dueOf(a)!.earliest!, dueOf(b)!.earliest!]
  return first < second
    ? -1
    : first > second
      ? 1
      : Number(isMove(b)) - Number(isMove(a)) || (a.evidence < b.evidence ? -1 : 1)
}

const topicIds = (told: Told) => [
  ...new Set(
    [...told.part.what.ids, ...told.part.obligor.map((ref) => ref.id)].filter((id) =>
      /^(product|org|good|law):/.test(id),
    ),
  ),
]

function entryOf(group: readonly Told[]): EntryDraft<'deadline'> {
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
    .flatMap((one) => [wasOf(one), dueOf(one)].flatMap((each) => each ?? []))
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
