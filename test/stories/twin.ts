// In: the record of a story, the record of its twin, what was changed. Out: every place where they differ in anything else.

import { isDay } from '#parley/model/day.ts'
import type { Entry, Evidence, RecordJson } from '#parley/model/entry.ts'
import { MONTHS, movedEnds, rewriterOf, type Swap } from './rewrite.ts'

type Plain =
  | null
  | boolean
  | number
  | string
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain }

/** What a record says, without ids and offsets: evidence by its words, disputes by what they are about. */
export interface Shape {
  readonly reports: Plain
  readonly parties: Plain
  readonly entries: readonly {
    readonly kind: string
    readonly quotes: readonly string[]
    readonly says: Plain
  }[]
  readonly disputes: readonly Plain[]
}

/** Ids, offsets and sizes that change with every text; wording that Parley makes itself. */
const DROPPED = new Set([
  'id',
  'start',
  'end',
  'because',
  'mergedBy',
  'textLength',
  'sha256',
  'copies',
  'derivedFrom',
  'notices',
  'url',
])

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function stripped(value: unknown, quoteOf: (id: string) => string): Plain {
  if (Array.isArray(value)) return value.map((one: unknown) => stripped(one, quoteOf))
  if (typeof value === 'string') return quoteOf(value)
  if (typeof value !== 'object' || value === null) return value as Plain
  const out: Record<string, Plain> = {}
  for (const [key, one] of Object.entries(value)) if (!DROPPED.has(key)) out[key] = stripped(one, quoteOf)
  return out
}

/** The shape of a record; `belief` is rounded to a thousandth. */
export function shapeOf(record: RecordJson): Shape {
  const paths = new Map(record.reports.map((report) => [report.id, fileName(report.path)]))
  const origins = new Map(record.origins.map((origin) => [origin.id, paths.get(origin.name) ?? origin.name]))
  const words = new Map<string, string>()
  const quoteIn = (evidence: Evidence) => `${paths.get(evidence.report) ?? ''}: ${evidence.quote}`
  for (const entry of record.entries)
    for (const evidence of entry.evidence) words.set(evidence.id, quoteIn(evidence))
  for (const entry of record.entries) words.set(entry.id, entry.kind)
  const readable = (text: string) => words.get(text) ?? paths.get(text) ?? origins.get(text) ?? text
  const entryShape = (entry: Entry) => ({
    kind: entry.kind,
    quotes: entry.evidence.map(quoteIn).sort(),
    says: {
      body: stripped(entry.body, readable),
      polarity: entry.polarity,
      modality: entry.modality,
      evidence: entry.evidence.map((evidence) =>
        stripped({ ...evidence, spans: evidence.spans.length, quote: quoteIn(evidence) }, readable),
      ),
      origins: { ...entry.origins },
      voices: { ...entry.voices },
      belief: Math.round(entry.belief * 1000),
      disputes: entry.disputes.length,
      valid: stripped(entry.valid, readable),
      known: stripped(entry.known, readable),
      history: stripped(entry.history, readable),
      aside: entry.aside,
    },
  })
  return {
    reports: record.reports
      .map((report) => ({
        path: fileName(report.path),
        outlet: report.outlet,
        title: report.title,
        genre: report.genre,
        published: stripped({ ...report.published, because: undefined }, readable),
        // Where sentences stand moves with the lengths of the names.
        sentences: { ...report.sentences, unread: report.sentences.unread?.length ?? 0 },
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    parties: record.parties.map(({ name, of, titles, reports }) => ({
      name,
      of,
      titles: titles.map(({ title, reports: inReports }) => ({ title, reports: inReports.map(readable) })),
      reports,
    })),
    entries: record.entries.map(entryShape),
    disputes: record.disputes.map((dispute) =>
      stripped(
        { class: dispute.class, type: dispute.type, about: dispute.about, readings: dispute.readings },
        readable,
      ),
    ),
  }
}

/**
 * True where `there` is `here` after the swap: words rewritten, days moved, numbers exchanged, the rest the same.
 * Lists may come in another order, since names sort differently.
 */
export function sameAfter(swap: Swap): Same {
  const rewrite = rewriterOf(swap)
  const lower = rewriterOf({
    ...swap,
    phrases: swap.phrases.map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]),
  })
  const slugs = rewriterOf({ ...swap, phrases: swap.phrases.map(([from, to]) => [slug(from), slug(to)]) })
  /** "org:cn-ministry-of-commerce": the state of a body stands in its id. */
  const ofState = (text: string) =>
    text.replace(
      /^([a-z]+:)([a-z]{2})(?=-)/,
      (_, sort: string, code: string) => sort + (swap.ids[code.toUpperCase()] ?? code).toLowerCase(),
    )
  const id = (text: string) =>
    swap.ids[text] ??
    (/^[a-z]+:/.test(text) ? ofState(text).replace(/(?<=:).*/, (name) => slugs(name)) : undefined)
  const month = (text: string) =>
    MONTHS.includes(text) ? MONTHS[(MONTHS.indexOf(text) + swap.months) % 12] : undefined
  const tableFor = (key: string, unit: string): Readonly<Record<number, number>> => {
    if (key === 'ordinal') return swap.ordinals
    if (key === 'movesTold' || key === 'moves' || key === 'n') return swap.moves
    if (unit === '%' || unit === 'percentage point') return swap.percents
    return unit === '' || unit === 'day' ? {} : swap.counts
  }

  /** Wording of Parley's own, with whole names where a report has short ones: "number 3", "tariff by China on …". */
  const named = Object.entries(swap.ids).filter(([from]) => from.length > 2 && !from.includes(':'))
  const names = rewriterOf({
    ...swap,
    phrases: [...named, ...swap.phrases.filter(([from]) => swap.ids[from] === undefined)],
  })
  const inWords = (text: string) =>
    names(text)
      .replace(/^(number )(\d+)$/, (_, word: string, n: string) => word + (swap.ordinals[Number(n)] ?? n))
      .replace(
        /^(moved )(\d+)(?= times$)/,
        (_, word: string, n: string) => word + (swap.moves[Number(n)] ?? n),
      )

  const same: Same = (here, there, key = '', unit = '') => {
    if (typeof here === 'string') {
      if (typeof there !== 'string') return false
      if (isDay(here)) return movedEnds(here, swap).includes(there)
      if (swap.moves[Number(here)] !== undefined) return there === String(swap.moves[Number(here)])
      const days = here.match(ISO)
      if (days !== null) {
        const others = there.match(ISO) ?? []
        return (
          days.length === others.length &&
          days.every((day, i) => movedEnds(day, swap).includes(others[i]!)) &&
          same(here.replaceAll(ISO, '#'), there.replaceAll(ISO, '#'))
        )
      }
      return (
        (month(here) ?? rewrite(here)) === there ||
        id(here) === there ||
        inWords(here) === there ||
        (key === 'name' && membersOf(inWords(here)) === membersOf(there)) ||
        lower(here.toLowerCase()) === there.toLowerCase()
      )
    }
    if (typeof here === 'number') return there === (tableFor(key, unit)[here] ?? here)
    if (Array.isArray(here)) {
      if (!Array.isArray(there)) return false
      // "American goods" and "U.S. goods" are one where both words are rewritten to the same.
      const isWords = here.every((one) => typeof one === 'string') && here.length > there.length
      const left = isWords
        ? here.flatMap((one) => there.find((other) => same(one, other, key, unit)) ?? [])
        : [...(there as readonly Plain[])]
      const isAll = there.every((other) => left.includes(other))
      if (left.length !== here.length || !isAll) return false
      return (here as readonly Plain[]).every((one) => {
        const at = left.findIndex((other) => same(one, other, key, unit))
        if (at >= 0) left.splice(at, 1)
        return at >= 0
      })
    }
    if (typeof here === 'object' && here !== null) {
      if (typeof there !== 'object' || there === null || Array.isArray(there)) return false
      const [a, b] = [here as Record<string, Plain>, there as Record<string, Plain>]
      const own = typeof a.unit === 'string' ? a.unit : ''
      return keysOf(a, b).every((name) => same(a[name], b[name], name, own))
    }
    return here === there
  }
  return same
}

/** Compares two values; `key` and `unit` say what a bare number is. */
type Same = (here: Plain, there: Plain, key?: string, unit?: string) => boolean

const keysOf = (a: Record<string, Plain>, b: Record<string, Plain>) => [
  ...new Set([...Object.keys(a), ...Object.keys(b)]),
]

/** "Call of X and Y" with its members in one order: which stands first hangs on how they are spelled. */
const membersOf = (name: string) => {
  const [what, who] = name.split(/ of (.*)/, 2)
  return `${what} of ${who
    ?.split(/, | and /)
    .sort()
    .join()}`
}

const ISO = /\d{4}-\d{2}-\d{2}/g

/** A name as it stands in an id. */
const slug = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** What differs, one line each; empty where the twin's record is the story's with exactly the swap made. */
export function differences(story: Shape, twin: Shape, swap: Swap): string[] {
  const same = sameAfter(swap)
  const out: string[] = []
  const list = (name: string, here: readonly Plain[], there: readonly Plain[]) => {
    const left = [...there]
    for (const one of here) {
      const at = left.findIndex((other) => same(one, other))
      if (at >= 0) left.splice(at, 1)
      else out.push(`${name} not in the twin: ${brief(one)}`)
    }
    for (const one of left) out.push(`${name} only in the twin: ${brief(one)}`)
  }
  list('report', story.reports as readonly Plain[], twin.reports as readonly Plain[])
  list('party', story.parties as readonly Plain[], twin.parties as readonly Plain[])
  list('dispute', story.disputes, twin.disputes)

  const left = [...twin.entries]
  const unmatched: Shape['entries'][number][] = []
  for (const entry of story.entries) {
    const at = left.findIndex(
      (other) =>
        other.kind === entry.kind && same(entry.quotes, other.quotes) && same(entry.says, other.says),
    )
    if (at >= 0) left.splice(at, 1)
    else unmatched.push(entry)
  }
  for (const entry of unmatched) {
    const at = left.findIndex((other) => other.kind === entry.kind && same(entry.quotes, other.quotes))
    if (at < 0) out.push(`${entry.kind} not in the twin: ${brief(entry.quotes)}`)
    else {
      const [other] = left.splice(at, 1)
      out.push(`${entry.kind} differs in ${where(entry.says, other!.says, same)}: ${brief(entry.quotes)}`)
    }
  }
  for (const entry of left) out.push(`${entry.kind} only in the twin: ${brief(entry.quotes)}`)
  return out
}

const brief = (value: Plain) => JSON.stringify(value).slice(0, 240)

/** The deepest single place that differs, "body.rate.value: 30 became 31"; of lists the first without its like. */
function where(here: Plain, there: Plain, same: Same, key = '', unit = ''): string {
  if (Array.isArray(here) && Array.isArray(there)) {
    const left = [...(there as readonly Plain[])]
    const alone = (here as readonly Plain[]).filter((one) => {
      const at = left.findIndex((other) => same(one, other, key, unit))
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    return where(alone[0] ?? null, left[0] ?? null, same, key, unit)
  }
  if (typeof here === 'object' && here !== null && typeof there === 'object' && there !== null) {
    const [a, b] = [here as Record<string, Plain>, there as Record<string, Plain>]
    const own = typeof a.unit === 'string' ? a.unit : unit
    const name = keysOf(a, b).find((one) => !same(a[one], b[one], one, own))
    if (name !== undefined) {
      const deeper = where(a[name], b[name], same, name, own)
      return deeper.startsWith(': ') ? name + deeper : `${name}.${deeper}`
    }
  }
  return `: ${brief(here ?? null)} became ${brief(there ?? null)}`
}
