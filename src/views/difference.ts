// In: a record as it was known and as it is. Out: what is new, moved, newly disputed, settled, withdrawn, fallen due.
import type { Dispute, Entry } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { dueItems } from './agenda.ts'
import { disputeLine } from './disputes.ts'
import { entrySummary } from './lines/entry-summary.ts'
import { bareLine, type Line, type Page, plain, quoted, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { type Movement, movementsOf, type PhraseMovement, phraseMovementsOf } from './movements.ts'
import { dayWords, oneDay, type SomeDay } from './words/day-words.ts'
import { fieldValue, fieldWords, thingWords } from './words/field-words.ts'
import { oneLine } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

/** One field of an entry that reads otherwise now, in words. */
export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly now: string
}

export interface Difference {
  readonly fresh: readonly Entry[]
  readonly moved: readonly {
    readonly before: Entry
    readonly now: Entry
    readonly changes: readonly FieldChange[]
  }[]
  readonly movements: readonly Movement[]
  readonly phrases: readonly PhraseMovement[]
  readonly disputed: readonly Dispute[]
  readonly settled: readonly Dispute[]
  readonly withdrawn: readonly { readonly before: Entry; readonly now?: Entry }[]
  readonly fellDue: readonly Line[]
}

/** Compares two records of one story, matters aside left out. An entry is the same by its id or by a sentence in common. */
export function differenceOf(before: RecordReader, now: RecordReader): Difference {
  const pairs = paired(before, now)
  const known = new Set([...pairs.values()].map((entry) => entry.id))
  const both = [...before.entries()].flatMap((old) => {
    const after = pairs.get(old.id)
    return after ? [{ before: old, now: after }] : []
  })
  const denied = both.filter((pair) => pair.before.polarity === 'affirmed' && pair.now.polarity === 'denied')
  const keysBefore = new Set(before.disputes().map((one) => disputeKey(one, pairs)))
  const keysNow = new Set(now.disputes().map((one) => disputeKey(one)))
  return {
    fresh: now.entries().filter((entry) => !known.has(entry.id)),
    moved: nearestOf(both.filter((pair) => !denied.includes(pair)))
      .map((pair) => ({ ...pair, changes: changesOf(pair.before.body, pair.now.body) }))
      .filter((pair) => pair.changes.length > 0),
    movements: movementsOf(before, now),
    phrases: phraseMovementsOf(before, now),
    disputed: now.disputes().filter((one) => !keysBefore.has(disputeKey(one))),
    settled: before
      .disputes()
      .filter((one) => one.entries.some((id) => pairs.has(id)) && !keysNow.has(disputeKey(one, pairs))),
    withdrawn: [
      ...denied,
      ...before
        .entries()
        .filter((entry) => !pairs.has(entry.id))
        .map((entry) => ({ before: entry })),
    ],
    fellDue: dueItems(now)
      .filter(({ state, day }) => state === 'unreported' && (day.latest ?? '') > (before.on ?? ''))
      .map(({ line }) => line),
  }
}

/** From an entry's id before to the entry it is now. */
function paired(before: RecordReader, now: RecordReader): ReadonlyMap<string, Entry> {
  const all = now.entries({ aside: true })
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  const byEvidence = new Map(all.flatMap((entry) => entry.evidence.map((one) => [one.id, entry] as const)))
  const pairs = new Map<string, Entry>()
  for (const old of before.entries({ aside: true })) {
    const same =
      byId.get(old.id) ??
      old.evidence
        .map((one) => byEvidence.get(one.id))
        .find((entry) => entry !== undefined && entry.kind === old.kind)
    if (same) pairs.set(old.id, same)
  }
  return pairs
}

/** Of several entries that became one, the one that has most of its evidence. */
function nearestOf<P extends { readonly before: Entry; readonly now: Entry }>(pairs: readonly P[]): P[] {
  const nearest = new Map<string, P>()
  for (const pair of pairs) {
    const known = nearest.get(pair.now.id)
    if (known === undefined || pair.before.evidence.length > known.before.evidence.length)
      nearest.set(pair.now.id, pair)
  }
  return [...nearest.values()]
}

const disputeKey = (dispute: Dispute, pairs?: ReadonlyMap<string, Entry>): string =>
  `${dispute.type} ${dispute.entries
    .map((id) => pairs?.get(id)?.id ?? id)
    .sort()
    .join(' ')}`

// What says who tells it, not what is told.
const NOT_TOLD: ReadonlySet<string> = new Set(['evidence', 'counts', 'start', 'end', 'accounts'])

function changesOf(before: unknown, now: unknown): FieldChange[] {
  const [old, fresh] = [leavesOf(before), leavesOf(now)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field): FieldChange[] => {
    const [was, is] = [old.get(field), fresh.get(field)]
    const path = field.split('\n')[0]!
    const words = fieldWords(path)
    if (was === is || words === undefined) return []
    const shown = (value: string | undefined) => (value === undefined ? 'not told' : fieldValue(path, value))
    return [{ field: words, before: shown(was), now: shown(is) }]
  })
}

/** Everything a body says by where it says it; a day, a value, a list of names and each thing of a list are one thing each. */
function leavesOf(body: unknown): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>()
  const walk = (one: unknown, path: string): void => {
    const words = wordsOf(one)
    if (words !== undefined) {
      if (words !== '') leaves.set(path, words)
      return
    }
    if (Array.isArray(one)) {
      // By what it says, not by its place: one more step at the head of a list changes no other.
      for (const inner of one) {
        const said = thingWords(
          [...leavesOf(inner)].map(([key, value]) => [key.split('\n')[0]!, value] as const),
        )
        if (said !== '') leaves.set(`${path}\n${said}`, said)
      }
      return
    }
    for (const [key, inner] of Object.entries(one as object))
      if (!NOT_TOLD.has(key)) walk(inner, path === '' ? key : `${path} ${key}`)
  }
  walk(body, '')
  return leaves
}

function wordsOf(one: unknown): string | undefined {
  if (one === null || typeof one !== 'object') return oneLine(String(one))
  if (Array.isArray(one)) {
    if (one.length === 0) return ''
    const names = one.map((inner) => (typeof inner === 'object' ? nameOf(inner) : oneLine(String(inner))))
    return names.every((name) => name !== undefined) ? names.join(', ') : undefined
  }
  if ('earliest' in one || 'latest' in one) return dayWords(one as SomeDay)
  if ('unit' in one && 'value' in one) return valueWords(one as Parameters<typeof valueWords>[0])
  return nameOf(one)
}

const nameOf = (one: unknown): string | undefined => {
  const { id, name } = (one ?? {}) as { id?: unknown; name?: unknown }
  return typeof id === 'string' && typeof name === 'string' ? oneLine(name) : undefined
}

/** Fields shown of one entry that moved. */
const SHOWN_CHANGES = 4

function movementLine(before: RecordReader, now: RecordReader, one: Movement): Line {
  const line = one.way === 'not heard since' ? entrySummary(before, one.before) : entrySummary(now, one.now)
  const words =
    one.way === 'appeared' || one.way === 'not heard since'
      ? one.way
      : `${one.way} from ${one.before.body.stance} to ${one.now.body.stance}`
  return { ...line, runs: [strong(`${words}: `), ...line.runs] }
}

function phraseLine({ way, phrase: { party, words, uses } }: PhraseMovement): Line {
  const when =
    way === 'appeared'
      ? `, first on ${oneDay(uses[0]!.on)}, in ${uses.length} reports`
      : `, last on ${oneDay(uses.at(-1)!.on)}, in ${uses.length} reports till then`
  return bareLine([strong(`${way}: `), plain(`${oneLine(party.name)}, `), quoted(words), plain(when)], {
    evidence: uses.map(({ evidence }) => evidence),
  })
}

/** The page of what changed between two states of a record. */
export function differencePage(before: RecordReader, now: RecordReader): Page {
  const found = differenceOf(before, now)
  const since =
    before.knownOn === undefined
      ? 'the beginning'
      : dayWords({ earliest: before.knownOn, latest: before.knownOn })
  const told = (entries: readonly Entry[]) => entries.map((entry) => entrySummary(now, entry))
  return pageOf(now, 'diff', `Since ${since}`, [
    { id: 'new', title: 'New', lines: told(found.fresh), empty: 'Nothing new was told.' },
    {
      id: 'moved',
      title: 'Moved',
      lines: found.moved.map(({ now: entry, changes }) => ({
        ...entrySummary(now, entry),
        lines: [
          ...changes
            .slice(0, SHOWN_CHANGES)
            .map((one) => bareLine([plain(`${one.field}: ${one.before} → `), strong(one.now)])),
          ...(changes.length > SHOWN_CHANGES
            ? [bareLine([plain(`and ${changes.length - SHOWN_CHANGES} more`)])]
            : []),
        ],
      })),
      empty: 'Nothing known before is told otherwise.',
    },
    {
      id: 'positions',
      title: 'Positions that appeared, hardened, softened or fell silent',
      lines: found.movements.map((one) => movementLine(before, now, one)),
      empty: 'No party moved in its own words.',
    },
    {
      id: 'phrases',
      title: 'Set phrases that appeared or fell silent',
      lines: found.phrases.map(phraseLine),
      empty: 'No party took up or dropped words it keeps to.',
    },
    {
      id: 'disputed',
      title: 'Newly disputed',
      lines: found.disputed.map((one) => disputeLine(now, one)),
      empty: 'No new dispute.',
    },
    {
      id: 'settled',
      title: 'Settled',
      lines: found.settled.map((one) => disputeLine(before, one)),
      empty: 'No dispute was settled.',
    },
    {
      id: 'withdrawn',
      title: 'Withdrawn or denied',
      lines: found.withdrawn.map(({ before: old, now: entry }) =>
        entry ? entrySummary(now, entry) : entrySummary(before, old),
      ),
      empty: 'Nothing was withdrawn.',
    },
    {
      id: 'fell-due',
      title: 'Fell due since, outcome not found',
      lines: found.fellDue,
      empty: 'Nothing.',
    },
  ])
}
