// In: TimeBank, AQUAINT and WikiWars. Out: strict, relaxed and value F1 of time expressions.
import type { Doc } from '#parley/language/doc.ts'
import type { Day } from '#parley/model/day.ts'
import type { Counts } from '../counts.ts'
import { f1, noCounts, precision, recall } from '../counts.ts'
import { type TimeDocument, timeBankAndAquaint, wikiWars } from '../gold/time-documents.ts'
import type { Layers } from '../layers.ts'
import { pairOverlapping } from '../overlap.ts'
import type { RowPlan } from '../task.ts'
import { scorerOf } from '../task.ts'

interface FoundTime {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
}

type Resolve = (doc: Doc, anchors: { published?: Day }) => readonly { readonly value?: string }[]

/** The system's times of a document, resolved against its day of writing where `published` is given. */
function readTimes(text: string, published: Day | undefined, layers: Layers): FoundTime[] {
  const doc = layers.read(text, 'findTimes')
  const resolve = layers.find('resolveTimes') as Resolve
  const resolved = resolve(doc, published === undefined ? {} : { published })
  return doc.times.map(({ start, end, type }, i) => ({ start, end, type, value: resolved[i]?.value ?? '' }))
}

interface TimeCounts {
  readonly strict: Counts
  readonly relaxed: Counts
  readonly value: Counts
  readonly type: Counts
}

function count(
  items: readonly TimeDocument[],
  answers: readonly (readonly FoundTime[])[],
  sameValue: (gold: string, found: string) => boolean,
): TimeCounts {
  const counts = { strict: noCounts(), relaxed: noCounts(), value: noCounts(), type: noCounts() }
  items.forEach((item, i) => {
    const found = answers[i]!
    const pairs = pairOverlapping(item.times, found, (g, f) => sameValue(g.value, f.value))
    item.times.forEach((gold, g) => {
      const match = found[pairs[g]!]
      if (match === undefined) return
      counts.relaxed.right++
      if (match.start === gold.start && match.end === gold.end) counts.strict.right++
      if (sameValue(gold.value, match.value)) counts.value.right++
      if (gold.type === match.type) counts.type.right++
    })
    for (const each of Object.values(counts)) {
      each.gold += item.times.length
      each.found += found.length
    }
  })
  return counts
}

function listErrors(
  item: TimeDocument,
  found: readonly FoundTime[],
  sameValue: (gold: string, found: string) => boolean,
): string[] {
  const pairs = pairOverlapping(item.times, found, (g, f) => sameValue(g.value, f.value))
  const words = ({ start, end }: { start: number; end: number }) =>
    JSON.stringify(item.text.slice(start, end))
  const around = ({ start, end }: { start: number; end: number }) =>
    JSON.stringify(
      `${item.text.slice(Math.max(0, start - 60), start)}[[${item.text.slice(start, end)}]]${item.text.slice(end, end + 40)}`,
    )
  const lines: string[] = []
  item.times.forEach((gold, g) => {
    const match = found[pairs[g]!]
    if (match === undefined) lines.push(`MISSED ${gold.type} ${gold.value} ${around(gold)}`)
    else if (!sameValue(gold.value, match.value))
      lines.push(`VALUE gold ${gold.value} found ${match.value || '(none)'} ${around(gold)}`)
    else if (match.start !== gold.start || match.end !== gold.end)
      lines.push(`EXTENT gold ${words(gold)} found ${words(match)} ${around(gold)}`)
  })
  const used = new Set(pairs)
  found.forEach((f, j) => {
    if (!used.has(j)) lines.push(`EXTRA ${f.type} ${f.value} ${around(f)}`)
  })
  return lines.map((line) => `${item.name} (${item.written}) ${line}`)
}

const perfect = (item: TimeDocument): FoundTime[] =>
  item.times.map(({ start, end, value, type }) => ({ start, end, value, type }))

const missing = (layers: Layers) => layers.lacks('startDraft', 'findTimes', 'resolveTimes')

const exactly = (gold: string, found: string) => gold === found

const ROWS = {
  strict: 'times, TimeBank + AQUAINT, strict F1',
  relaxed: 'times, TimeBank + AQUAINT, relaxed F1',
  value: 'times, TimeBank + AQUAINT, value F1',
  type: '— type F1',
  precision: '— relaxed precision',
  recall: '— relaxed recall',
} as const

export const times = scorerOf<TimeDocument, readonly FoundTime[]>({
  name: 'times',
  data: 'dates/tbaq',
  definition:
    'TempEval-3 task A (UzZaman et al. 2013): TIMEX3 in TEXT, strict = same characters, relaxed = any overlap one to one, value F1 = overlap and the same value string. The day of writing is given and not scored.',
  rows: [
    { name: ROWS.strict, floor: 0.78, target: 0.84 },
    { name: ROWS.relaxed, floor: 0.9, target: 0.93 },
    { name: ROWS.value, floor: 0.76, target: 0.82 },
    { name: ROWS.type },
    { name: ROWS.precision },
    { name: ROWS.recall },
  ],
  items: (side) => timeBankAndAquaint(side),
  perfect,
  nothing: () => [],
  missing,
  answer: (item, layers) => readTimes(item.text, item.written === '' ? undefined : item.written, layers),
  measure: (items, answers) => {
    const counts = count(items, answers, exactly)
    return {
      [ROWS.strict]: f1(counts.strict),
      [ROWS.relaxed]: f1(counts.relaxed),
      [ROWS.value]: f1(counts.value),
      [ROWS.type]: f1(counts.type),
      [ROWS.precision]: precision(counts.relaxed),
      [ROWS.recall]: recall(counts.relaxed),
    }
  },
  errors: (item, found) => listErrors(item, found, exactly),
  details: (items, answers) => confusions(items, answers),
})

/** The ten commonest confusions of values by shape (digits as 9). */
function confusions(items: readonly TimeDocument[], answers: readonly (readonly FoundTime[])[]): string[] {
  const shape = (value: string) => value.replace(/\d/g, '9') || '(none)'
  const counts = new Map<string, number>()
  items.forEach((item, i) => {
    const found = answers[i]!
    const pairs = pairOverlapping(item.times, found)
    const used = new Set(pairs)
    const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
    item.times.forEach((gold, g) => {
      const match = found[pairs[g]!]
      if (match === undefined) add(`${shape(gold.value)} → not found`)
      else if (match.value !== gold.value) add(`${shape(gold.value)} → ${shape(match.value)}`)
    })
    found.forEach((f, j) => {
      if (!used.has(j)) add(`nothing → ${shape(f.value)}`)
    })
  })
  return [
    'ten commonest confusions of values (digits as 9):',
    ...[...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 10)
      .map(([key, n]) => `${String(n).padStart(5)}  ${key}`),
  ]
}

/**
 * TIMEX2 and TIMEX3 write some values differently; both are brought to one form: unknown digits at the end of a
 * year dropped ("193X" = "193"), seconds ":00" dropped, letters in one case.
 */
function sameWikiValue(gold: string, found: string): boolean {
  const fold = (value: string) =>
    value
      .toUpperCase()
      .replace(/^(\d{2,3})X+$/, '$1')
      .replace(/(T\d{2}:\d{2}):00$/, '$1')
      .replace(/Z$/, '')
  return gold !== '' && fold(gold) === fold(found)
}

const WIKI: readonly RowPlan[] = [
  { name: 'times, WikiWars, value F1', floor: 0.7, target: 0.8 },
  { name: '— WikiWars relaxed F1' },
  { name: '— WikiWars strict F1' },
]

export const wikiwars = scorerOf<TimeDocument, readonly FoundTime[]>({
  name: 'wikiwars',
  data: 'dates/wikiwars',
  definition:
    'WikiWars (Mazur & Dale 2010): TIMEX2 in TEXT, value F1 = overlap one to one and the same value; TIMEX2 forms folded to TIMEX3; times without a value in the key are in no count. The texts tell history: no day of writing is given.',
  rows: WIKI,
  items: (side) => wikiWars(side),
  perfect: (item) => perfect(item).filter(({ value }) => value !== ''),
  nothing: () => [],
  missing,
  answer: (item, layers) => readTimes(item.text, undefined, layers),
  measure: (items, answers) => {
    const scored = items.map((item, i) => leaveOutValueless(item, answers[i]!))
    const counts = count(
      scored.map(({ item }) => item),
      scored.map(({ found }) => found),
      sameWikiValue,
    )
    return {
      [WIKI[0]!.name]: f1(counts.value),
      [WIKI[1]!.name]: f1(counts.relaxed),
      [WIKI[2]!.name]: f1(counts.strict),
    }
  },
  errors: (item, answer) => {
    const { item: scored, found } = leaveOutValueless(item, answer)
    return listErrors(scored, found, sameWikiValue)
  },
})

/** Drops the key's times without value and what was found only where they stand. */
function leaveOutValueless(item: TimeDocument, answer: readonly FoundTime[]) {
  const times = item.times.filter((t) => t.value !== '')
  const without = item.times.filter((t) => t.value === '')
  const hits = (list: readonly { start: number; end: number }[], f: FoundTime) =>
    list.some((t) => t.start < f.end && f.start < t.end)
  return { item: { ...item, times }, found: answer.filter((f) => hits(times, f) || !hits(without, f)) }
}
