// In: a record. Out: its events, deadlines and disagreements as stories/score.mjs takes them.

import { addDays, daysBetween } from '#parley/model/day.ts'
import type { Entry, EntryOf, RecordJson } from '#parley/model/entry.ts'
import type { Days, Value } from '#parley/model/value.ts'
import { type Happening, happeningsOf } from '#parley/record/happenings/happenings.ts'

export interface StoryEvent {
  readonly date: string
  readonly type: string
  readonly text: string
  readonly numbers?: Readonly<Record<string, unknown>>
  readonly articles: readonly string[]
}

export interface StoryDisagreement {
  readonly kind: string
  readonly claims: readonly { readonly id: string; readonly value: string }[]
}

export interface StoryAnswer {
  readonly events: readonly StoryEvent[]
  readonly deadlines: readonly {
    readonly name: string
    readonly due: readonly string[]
    readonly articles: readonly string[]
  }[]
  readonly disagreements: readonly StoryDisagreement[]
}

const all = (entry: Entry) => entry.evidence.map(({ id }) => id)

/** The one day of a range: the middle of up to a week, undefined where wider or open. */
export function dayOf(days: Days | undefined): string | undefined {
  const { earliest, latest } = days ?? {}
  if (earliest === undefined || latest === undefined) return undefined
  const wide = daysBetween(earliest, latest)
  return wide > 6 ? undefined : addDays(earliest, Math.floor(wide / 2))
}

const MEASURE: Readonly<Record<string, string>> = {
  set: 'tariff imposed',
  raise: 'tariff raised',
  expand: 'tariff raised',
  resume: 'tariff imposed',
  extend: 'extension',
  threaten: 'announcement',
  suspend: 'announcement',
  lower: 'announcement',
  end: 'announcement',
  exempt: 'announcement',
  stand: 'tariff imposed',
  'strike down': 'court ruling',
  postpone: 'announcement',
}

/** Words of an act's code that decide its group in the scorer; the rest are announcements and statements. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/vote|ratif|elect|approve|adopt|\bpass\b/i, 'vote'],
  [/rul(ed|ing)|\brule\b|court|struck/i, 'court ruling'],
  [/resign|dismiss|sack|oust|replace|step down/i, 'resignation'],
  [/appoint|nominat|swear/i, 'appointment'],
  [/arrest|detain/i, 'arrest'],
  [/extend|extension|prolong|postpone|delay|renew/i, 'extension'],
  [/talks|round|meet|consult|convene|negotiate/i, 'talks round'],
  [/agree|sign|truce|deal|framework/i, 'agreement'],
  [/sanction|tariff|ban\b|impose|control|^coerce(?: COERCE)?$/i, 'tariff imposed'],
]
/** Verbs of opening, ending and attending, which tell of talks where these are what they are said of. */
const HELD =
  /^event: (?:open|begin|start|resume|end|close|conclude|break|collapse|hold|attend|join|continue|gather|sit)$/
const TALKS = /\b(?:talks|negotiations?|negotiators|meeting|summit|session)\b/i
const ACCORD = /\b(?:pact|accord|deal|agreement|treaty|contract|dispute|fight|row)\b/i
const BY_COUNT =
  /\b(?:back|endors|approv|adopt|support)\w* .*\b(?:by|with) (?:[\d.]+ ?(?:%|percent|per cent|votes)|\d+[-–]\d+)/i
/** What a plain act of force or of breaking off curbs, where it is a measure. */
const CURBS =
  /\b(?:aid|trade|imports?|exports?|shipments?|borders?|crossings?|ports?|flights?|visas?|sales|credit|travel|bans?|curbs?|limits?|sanctions?|restrictions?|controls?|curfew|broadcasts?)\b/i
const OFFICE =
  /\b(?:office|over|sworn in|cabinet|ministers?|premier|president|chief|head|governor|chair|chairman|leader)\b/i
const COURT = /\b(?:court|judges?|tribunal)\b/i

/** A state leaves a body, no person an office; what a court orders is its ruling. */
function typeOfAct({ body, evidence }: EntryOf<'act'>, what: string): string {
  const actors = body.actor.map(({ name }) => name).join(' ')
  if (COURT.test(actors) && /^(?:request|event: (?:order|block|find|reject|uphold|halt))/.test(what))
    return 'court ruling'
  if (what === 'yield: resign' && body.actor.every(({ id }) => /^[A-Z]{2,3}$/.test(id))) return 'announcement'
  // A call to nobody is words: "called for unity".
  if (/^consult(?:: call)?$/.test(what)) return 'statement'
  if (HELD.test(what) && TALKS.test(`${body.object ?? ''} ${evidence[0]?.quote.slice(0, 80) ?? ''}`))
    return 'talks round'
  const object = body.object ?? ''
  if (/^event: (?:extend|prolong|renew)$/.test(what)) return 'extension'
  if (/\b(?:truce|ceasefire|cease-fire)\b/i.test(object)) return 'truce'
  if (
    /^(?:event: (?:reach|sign|adopt|conclude|clinch|strike|settle|initial|make|seal)|vote: pass)$/.test(
      what,
    ) &&
    !body.count &&
    ACCORD.test(object)
  )
    return 'agreement'
  if (what === 'event: hold' && /\b(?:election|referendum|vote|ballot)/i.test(object)) return 'vote'
  if (/^(?:event|support)/.test(what) && BY_COUNT.test(evidence[0]?.quote ?? '')) return 'vote'
  if (/^(?:coerce|sanction)$/.test(what) && !CURBS.test(`${object} ${body.words ?? ''}`))
    return 'announcement'
  if (
    /^event: (?:take|name|swear|install|replace|succeed)$/.test(what) &&
    OFFICE.test(`${object} ${body.words ?? ''}`)
  )
    return 'appointment'
  if (what === 'event: step' || /\bstep(?:ped|s|ping)? down\b/.test(body.words ?? '')) return 'resignation'
  const code = `${what} ${body.plover ?? ''}`
  return ACTS.find(([words]) => words.test(code))?.[1] ?? 'announcement'
}

function typeOf({ entry, sort, what, step }: Happening): string {
  switch (sort) {
    case 'meeting':
      return 'talks round'
    case 'measure':
      // What is to come is announced.
      return entry.kind === 'measure' &&
        /^(?:planned|expected|conditional)$/.test(entry.body.steps[step ?? -1]?.modality ?? '')
        ? 'announcement'
        : (MEASURE[what] ?? 'announcement')
    case 'deadline':
      return 'deadline'
    case 'move':
      return 'extension'
    case 'agreement':
      return what === 'ratified'
        ? 'vote'
        : entry.kind === 'agreement' && entry.body.form === 'truce'
          ? 'truce'
          : 'agreement'
    case 'act':
      return entry.kind === 'act' ? typeOfAct(entry, what) : 'announcement'
    // What sides agreed to do is told as what each promised.
    case 'commitment':
      return entry.evidence.some(({ quote }) => /\bagree(?:d|s)?\b/i.test(quote))
        ? 'agreement'
        : 'announcement'
    case 'statement':
      return entry.kind === 'statement' && what === 'rule' && COURT.test(JSON.stringify(entry.body.speaker))
        ? 'court ruling'
        : 'statement'
    default:
      return 'announcement'
  }
}

function titleOf({ entry, sort }: Happening): string {
  switch (entry.kind) {
    case 'deadline':
      return sort === 'move' ? entry.body.name : entry.body.what || entry.body.name
    case 'round':
    case 'measure':
    case 'agreement':
      return entry.body.name
    case 'act':
      return entry.body.object ?? ''
    case 'commitment':
      return entry.body.what
    case 'position':
    case 'statement':
      return entry.body.content
    default:
      return ''
  }
}

/** Figures and the rates of a measure, by the sentences that tell of it. */
function valuesBySentence({ entries }: RecordJson): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>()
  const add = (value: Value | undefined, evidence: Entry['evidence']) => {
    if (value === undefined) return
    for (const { report, quote } of evidence) {
      const key = `${report}|${quote}`
      found.set(key, [...(found.get(key) ?? []), value])
    }
  }
  for (const entry of entries) {
    if (entry.kind === 'figure') {
      add(entry.body.value, entry.evidence)
      add(entry.body.from, entry.evidence)
    }
    if (entry.kind === 'measure') for (const { rate } of entry.body.steps) add(rate, entry.evidence)
  }
  return found
}

/** A count as one, and each of its numbers: "88-81", 88, 81. */
const votesOf = (count: string): (string | number)[] => [
  count,
  ...count.replaceAll(',', '').split('-').map(Number.parseFloat),
]

/** Counts of votes and days on which something begins, ends or is due, by the sentence that tells them. */
function countsAndDays({ entries }: RecordJson): ReadonlyMap<string, readonly (string | number)[]> {
  const found = new Map<string, (string | number)[]>()
  for (const entry of entries) {
    const votes = entry.kind === 'act' && entry.body.count ? votesOf(entry.body.count) : []
    // A measure's days are told wherever it is told of.
    const steps =
      entry.kind === 'measure'
        ? entry.body.steps.flatMap(({ from }) =>
            from && from.earliest === from.latest ? (from.earliest ?? []) : [],
          )
        : []
    for (const { report, quote, days } of entry.evidence) {
      const key = `${report}|${quote}`
      const ends = days.flatMap((day) =>
        day.role !== 'on' && day.role !== 'said' && day.earliest === day.latest ? (day.earliest ?? []) : [],
      )
      const all = [...votes, ...ends, ...steps]
      if (all.length > 0) found.set(key, [...(found.get(key) ?? []), ...all])
    }
  }
  return found
}

/** A meeting's number in its row, the counts of the votes taken for the same, and the values, votes and days in the sentences that tell it. */
function numbersOf(
  { entry, told, also }: Happening,
  values: ReadonlyMap<string, readonly Value[]>,
  others: ReadonlyMap<string, readonly (string | number)[]>,
  byId: ReadonlyMap<string, Entry>,
): Record<string, unknown> {
  const joined = also.flatMap((one) => {
    const act = byId.get(one.entry)
    return act?.kind === 'act' && act.body.count ? votesOf(act.body.count) : []
  })
  const own = told.flatMap(({ report, quote }) => values.get(`${report}|${quote}`) ?? [])
  const more = told.flatMap(({ report, quote }) => others.get(`${report}|${quote}`) ?? [])
  return {
    ...(entry.kind === 'round' && entry.body.ordinal !== undefined ? { round: entry.body.ordinal } : {}),
    ...(entry.kind === 'act' && entry.body.count ? { votes: votesOf(entry.body.count) } : {}),
    values: own.flatMap(({ value, high, outOf }) =>
      [value, high, outOf].flatMap((one) => (one === undefined ? [] : [one, ...inScale(one)])),
    ),
    more: [...new Set([...more, ...joined])],
  }
}

/** A large number as reports write it: 600 (billion). */
const inScale = (value: number): number[] => {
  const scale = [1e12, 1e9, 1e6].find((one) => value >= one)
  return scale === undefined ? [] : [value / scale]
}

/** The weightiest happenings of the record, in its order. `limit` is N. */
export function eventsOf(
  record: RecordJson,
  articleOf: (report: string) => string,
  limit: number,
): StoryEvent[] {
  const values = valuesBySentence(record)
  const others = countsAndDays(record)
  const byId = new Map(record.entries.map((entry) => [entry.id, entry]))
  return happeningsOf(record)
    .slice(0, limit)
    .map((happening) => ({
      date: happening.day,
      type: typeOf(happening),
      text: `${titleOf(happening)} ${happening.told[0]?.quote ?? ''}`.trim(),
      numbers: numbersOf(happening, values, others, byId),
      articles: [...new Set(happening.told.map(({ report }) => articleOf(report)))],
    }))
}

export function deadlinesOf(
  record: RecordJson,
  articleOf: (report: string) => string,
): StoryAnswer['deadlines'] {
  return record.entries.flatMap((entry) => {
    if (entry.kind !== 'deadline') return []
    const days = (entry.body.chain.length > 0 ? entry.body.chain : [entry.body.due]).map(dayOf)
    const due = days.filter((day, i) => day !== undefined && day !== days[i - 1]) as string[]
    if (due.length === 0) return []
    const articles = [...new Set(entry.evidence.map(({ report }) => articleOf(report)))]
    return [{ name: entry.body.name, due, articles }]
  })
}

const MONTHS = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** ISO days are also written as English does, and "30 %" as "30%", so that the scorer's words can meet them. */
const spelledOut = (value: string): string =>
  value
    .replaceAll(' %', '%')
    .replace(
      /(\d{4})-(\d{2})-(\d{2})/g,
      (iso, year: string, month: string, date: string) =>
        `${iso} ${MONTHS[Number(month) - 1]} ${Number(date)}, ${year}`,
    )

/** Disputes first, then values that changed over time by belief, then moved deadlines; `limit` is N. */
export function disagreementsOf(
  record: RecordJson,
  articleOf: (report: string) => string,
  limit: number,
): StoryDisagreement[] {
  const reportOf = new Map(
    record.entries.flatMap((entry) => entry.evidence.map(({ id, report }) => [id, report] as const)),
  )
  const claims = (readings: readonly { value: string; evidence: readonly string[] }[]) =>
    readings.flatMap(({ value, evidence }) =>
      evidence.flatMap((id) => {
        const report = reportOf.get(id)
        return report === undefined ? [] : [{ id: articleOf(report), value: spelledOut(value) }]
      }),
    )
  const disputes = record.disputes.map((dispute) => ({
    kind: kindOf(dispute),
    claims: claims(dispute.readings),
  }))
  const changes = record.entries
    .filter(({ kind, history, aside }) => kind !== 'deadline' && history.length > 0 && !aside)
    .sort((a, b) => b.belief - a.belief || (a.id < b.id ? -1 : 1))
    .map((entry) => ({
      kind: 'change-over-time',
      claims: claims([...entry.history, nowOf(entry)]),
    }))
  const moved = record.entries.flatMap((entry) => {
    if (entry.kind !== 'deadline' || entry.aside) return []
    const ends = new Set(entry.body.moves.flatMap((move) => endsOf(entry, move)))
    return ends.size > 1 ? [{ kind: 'change-over-time', claims: claimsOfDue(entry, ends, articleOf) }] : []
  })
  return [...disputes, ...changes, ...moved].filter((each) => each.claims.length > 1).slice(0, limit)
}

/** The day a move led to and the one before it: as told with it, else the last of the chain, unless only a night lies between. */
function endsOf(
  { body: { chain }, evidence }: EntryOf<'deadline'>,
  move: EntryOf<'deadline'>['body']['moves'][number],
): string[] {
  const to = dayOf(move.to)
  if (to === undefined) return []
  const told = evidence
    .filter(({ id }) => move.evidence.includes(id))
    .flatMap(({ days }) =>
      days.filter(({ role }) => role === 'originalDue').flatMap((day) => dayOf(day) ?? []),
    )
  const before = chain.flatMap((day) => dayOf(day) ?? []).filter((day) => daysBetween(day, to) > 1)
  const from = told[0] ?? before.at(-1)
  return from === undefined ? [] : [from, to]
}

const claimsOfDue = (
  { evidence }: EntryOf<'deadline'>,
  ends: ReadonlySet<string>,
  articleOf: (report: string) => string,
): StoryDisagreement['claims'] =>
  evidence.flatMap(({ report, days }) =>
    days.flatMap((day) => {
      const due = day.role === 'due' || day.role === 'originalDue' ? dayOf(day) : undefined
      return due !== undefined && ends.has(due) ? [{ id: articleOf(report), value: spelledOut(due) }] : []
    }),
  )

/** The value that an entry's history led to, with what tells it. */
function nowOf(entry: Entry): { readonly value: string; readonly evidence: readonly string[] } {
  if (entry.kind === 'measure')
    return {
      value: entry.body.status,
      evidence: entry.body.steps
        .filter(({ status }) => status === entry.body.status)
        .flatMap(({ evidence }) => evidence),
    }
  const value =
    entry.kind === 'figure'
      ? String(entry.body.value.value)
      : entry.kind === 'round'
        ? [entry.body.opens, entry.body.ends].flatMap((day) => dayOf(day) ?? []).join(' to ')
        : entry.kind
  return { value, evidence: all(entry) }
}

function kindOf({ class: kind, type }: RecordJson['disputes'][number]): string {
  if (kind !== 'explained') return 'conflict'
  return type === 'definition' || type === 'scope' || type === 'value' || type === 'count'
    ? 'different-definition'
    : 'change-over-time'
}
