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
import { byKeys } from '../group.ts'
import type { ToldPart } from '../placed.ts'
import { contentWords } from '../words.ts'

type Told = ToldPart<DeadlinePart>

/** Words that every deadline shares and that tie none together. */
const COMMON: ReadonlySet<string> = new Set([
  'deadline',
  'enforcement',
  'date',
  'week',
  'day',
  'month',
  'looming',
  'new',
  'deal',
  'talk',
  'agreement',
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  ...'january february march april may june july august september october november december'.split(' '),
  ...'jan feb mar apr jun jul aug sep sept oct nov dec midnight noon weekend self-imposed hour just'.split(
    ' ',
  ),
])

const dueOf = (told: Told): Days | undefined =>
  told.days.find((day) => day.role === 'due' || day.role === 'to')?.days
const isNear = (days: Days | undefined): days is { earliest: string; latest: string } =>
  days?.earliest !== undefined && days.latest !== undefined && addDays(days.earliest, 40) >= days.latest

/** Words for the term itself, not for what falls due. */
const TERM: ReadonlySet<string> = new Set([
  'delay',
  'extension',
  'period',
  'suspension',
  'pause',
  'term',
  'grace',
])

/** Words of the matter that tell one deadline from another; none in "the Sunday deadline". */
const matterOf = (told: Told): string[] =>
  contentWords(told.part.what.text).filter((word) => !COMMON.has(word) && !/^\d/.test(word))

/**
 * Tellings that share a party, product or good in what is due, or a head word and a due day, are one deadline; one
 * that names no matter ("the Sunday deadline") is the one that others tell of that very day.
 */
export function assembleDeadlines(told: readonly Told[]): EntryDraft<'deadline'>[] {
  const vague = (one: Told) =>
    topicIds(one).every((id) => id.startsWith('law:')) && matterOf(one).every((word) => TERM.has(word))
  const named = byKeys(
    told.filter((one) => !vague(one)),
    (one) => {
      const ids = topicIds(one)
      if (ids.length > 0) return ids.map((id) => `id|${id}`)
      const due = dueOf(one)
      return matterOf(one)
        .slice(-1)
        .flatMap((word) => [`word|${word}|${due?.earliest?.slice(0, 7) ?? ''}`])
    },
  ).flatMap(chainsOf)
  const groups = named.filter((group) => group.some((one) => dueOf(one)))
  const alone: Told[] = []
  for (const one of told.filter(vague)) {
    const day = exactDue(one)
    // Without a day it is the one deadline its own report tells of.
    const sameReport = (each: Told) => each.placed.reading.report.id === one.placed.reading.report.id
    const homes = groups.filter((group) =>
      group.some((each) => (day === undefined ? !dueOf(one) && sameReport(each) : exactDue(each) === day)),
    )
    const home =
      day === undefined && homes.length > 1 ? undefined : [...homes].sort((x, y) => y.length - x.length)[0]
    if (home) home.push(one)
    else if (dueOf(one)) alone.push(one)
  }
  return [...groups, ...byKeys(alone, (one) => [`due|${dueOf(one)!.earliest}|${dueOf(one)!.latest}`])].map(
    entryOf,
  )
}

const exactDue = (told: Told): string | undefined => {
  const due = dueOf(told)
  return due?.earliest === due?.latest ? due?.earliest : undefined
}

/** Days between two dates of one matter within which no telling of a move is needed to take them for one deadline. */
const CLOSE = 45

/**
 * One matter may have two deadlines that have nothing to do with each other: dates far apart are one chain only where
 * a move is told. Tellings without a day go with the last.
 */
function chainsOf(group: readonly Told[]): Told[][] {
  const moved = group.some(
    ({ part }) =>
      (part.moves ?? 0) > 0 || part.n !== undefined || (part.move !== undefined && part.move !== 'set'),
  )
  if (moved) return [[...group]]
  const dated = group
    .filter((one) => dueOf(one)?.earliest)
    .sort((a, b) => (dueOf(a)!.earliest! < dueOf(b)!.earliest! ? -1 : 1))
  const chains: Told[][] = []
  let last: string | undefined
  for (const one of dated) {
    const { earliest, latest } = dueOf(one)!
    const near = last !== undefined && earliest! <= addDays(last, CLOSE)
    if (near) chains[chains.length - 1]!.push(one)
    else chains.push([one])
    if (last === undefined || latest! > last) last = latest
  }
  if (chains.length === 0) return [[...group]]
  chains[chains.length - 1]!.push(...group.filter((one) => !dueOf(one)?.earliest))
  return chains
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
  const due = chain[chain.length - 1] ?? {}
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
    .filter((one) => one.part.move !== undefined && one.part.move !== 'set')
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
  const owed = group.filter((one) => one.part.obligor.length > 0)
  const what = longest((owed.length > 0 ? owed : group).map((one) => one.part.what.text))
  const outcome = group.find(
    (one) =>
      (one.part.move === 'lapsed' || one.part.move === 'met') && one.claim.evidence.modality === 'held',
  )?.part.move
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
    ...(outcome === 'lapsed' || outcome === 'met' ? { outcome } : {}),
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

/** Due days, oldest first, each once; a day that contains a narrower one told elsewhere gives way to it. */
function chainOf(group: readonly Told[]): Days[] {
  const days = group.flatMap((one) => dueOf(one) ?? [])
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

const longest = (texts: readonly string[]) =>
  [...texts].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? ''
