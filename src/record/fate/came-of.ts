// In: a record and a deadline. Out: the act, agreement, measure, talks or later term that say what came of it.
import {
  addDays,
  type Day,
  type Entry,
  type EntryOf,
  type Evidence,
  isActual,
  MADE_STAGES,
} from '../../model/index.ts'
import { isVague, matterIn, tellingWords } from '../assemble/due-matters.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import type { RecordReader } from '../reader.ts'

/** Acts that settle what was due: a law signed, a vote, a ruling, work that stops or goes on. */
const SETTLES =
  /^(?:sign: law|reject: veto|vote(?:$|: (?:pass|reject|off))|rule|shutdown: |strike: (?!notice|call$|mandate)|ceasefire: )/

/** Days before and after a due day within which what came of it is done. */
const BEFORE = 3
const AFTER = 4
/** Days before its own on which a stoppage may be called off. */
const OFF_BEFORE = 7
/** Days before a deadline for a deal on which one may be made. */
const DEAL_BEFORE = 30
const OFF = /^strike: (?:call off|suspend|postpone|avert)$/

/** A text that is finished by a day is signed soon after it. */
const TEXT = /\b(?:text|wording|draft)\b/i
/** What is no matter of its own: a deadline of the talks themselves. */
const OF_TALKS: ReadonlySet<string> = new Set(['deal', 'tariff'])
/** What a measure does on the day on which talks about it have failed or borne fruit. */
const CHANGES: ReadonlySet<string> = new Set([
  'set',
  'raise',
  'lower',
  'expand',
  'resume',
  'suspend',
  'end',
  'stand',
])

interface Settling {
  readonly entry: Entry
  /** First and last day on which it may have been done. */
  readonly from: string
  readonly to: string
  readonly matter: string
  readonly words: ReadonlySet<string>
  /** It settles what the talks had time for, whatever its words. */
  readonly ofTalks?: boolean
}

/**
 * What a report tells to have been done about a deadline within three days before (a stoppage called off:
 * seven) and four after its last due day: of the same matter, or with a word of what falls due. What the talks had until a day for is settled by their end, and by a
 * measure that changes on that day or the next; a term that ended, by a later one of the same thing. Undefined where none
 * is told, or where the day is not known.
 */
export function cameOf(reader: RecordReader, deadline: EntryOf<'deadline'>): Entry | undefined {
  const { what, due } = deadline.body
  const { earliest, latest } = due
  if (earliest === undefined || latest === undefined || addDays(earliest, 31) < latest) return undefined
  const [first, last] = [addDays(earliest, -BEFORE), addDays(latest, AFTER)]
  const matter = matterIn(what) || (TEXT.test(what) ? 'deal' : '')
  const words = tellingWords(what)
  const ofTalks = OF_TALKS.has(matter) || isVague(what)
  const settling = settlingIn(reader).find(
    (one) =>
      one.from >= addDays(earliest, -daysBefore(one, deadline, matter, words)) &&
      one.to <= last &&
      (one.ofTalks
        ? ofTalks &&
          one.from >= earliest &&
          one.to <= addDays(latest, one.entry.kind === 'measure' ? 1 : AFTER)
        : (matter !== '' && one.matter === matter) || sharesWords(one, words)),
  )
  return settling?.entry ?? laterTerm(reader, deadline) ?? doneThen(reader, deadline, first, last)
}

/** Whether what is due is any deal at all, and one was made. */
export const isDealMade = (reader: RecordReader, deadline: EntryOf<'deadline'>): boolean =>
  isAnyDeal(matterIn(deadline.body.what), tellingWords(deadline.body.what)) &&
  cameOf(reader, deadline)?.kind === 'agreement'

const isAnyDeal = (matter: string, words: readonly string[]): boolean =>
  matter === 'deal' && words.length === 0

/** Days before a due day on which what is done may be what was due: "a deal by 13 November" is any made in the weeks before. */
function daysBefore(
  one: Settling,
  { known }: EntryOf<'deadline'>,
  matter: string,
  words: readonly string[],
): number {
  if (isCallingOff(one)) return OFF_BEFORE
  // What was agreed before anybody told of the deadline is not what it is for.
  if (known.earliest === undefined || one.from < addDays(known.earliest, -BEFORE)) return BEFORE
  return isAnyDeal(matter, words) && one.entry.kind === 'agreement' && MADE_STAGES.has(one.entry.body.stage)
    ? DEAL_BEFORE
    : BEFORE
}

/** What a later report tells as done about that day in at least half the words of what fell due: "repairs began on 4 November". */
function doneThen(
  reader: RecordReader,
  { body, evidence }: EntryOf<'deadline'>,
  first: Day,
  last: Day,
): Entry | undefined {
  const due = new Set(tellingWords(body.what))
  const plans = new Set(evidence.map(({ report }) => report))
  const byDay = doneByDay(reader)
  for (let day = first; due.size > 0 && day <= last; day = addDays(day, 1))
    for (const { one, entry } of byDay.get(day) ?? []) {
      const isLater =
        !plans.has(one.report) &&
        (reader.report(one.report)?.published?.latest ?? '') >= (body.due.latest ?? '')
      const words = new Set(tellingWords(one.quote))
      if (isLater && [...due].filter((word) => words.has(word)).length * 2 >= due.size) return entry
    }
  return undefined
}

/** Deeds by which a plan comes to nothing. */
const CALLS_OFF =
  /\b(?:call(?:ed|s|ing)? off|withdr[ae]wn?|cancel+(?:ed|s)|scrapped|dropped|shelved|abandoned|averted)\b/

/**
 * Whether a strike, a blockade or whatever else was due is told to have been called off by an act that a report tells which came out
 * after all that tell it as due, in a word of its name or of its matter.
 */
export function isCalledOff(reader: RecordReader, { body, evidence }: EntryOf<'deadline'>): boolean {
  const calledOff = calledOffBy(reader)
  const outOn = evidence.map(({ report }) => reader.report(report)?.published?.latest ?? '9')
  return keysOf(body.what).some((key) => {
    const out = calledOff.get(key)
    return out !== undefined && outOn.every((one) => one < out)
  })
}

/** Words of a text and the matter it is of. */
function keysOf(text: string): string[] {
  const matter = matterIn(text)
  return matter === '' ? tellingWords(text) : [...tellingWords(text), `of ${matter}`]
}

/** The last day on which an act was told that calls something off, by the words and the matter of what it calls off. */
const calledOffBy = once((reader: RecordReader): ReadonlyMap<string, Day> => {
  const latest = new Map<string, Day>()
  for (const { body, evidence, modality, polarity } of reader.ofKind('act')) {
    if (polarity !== 'affirmed' || !isActual(modality)) continue
    const text = `${body.object ?? ''} ${body.words ?? ''}`.trim()
    for (const one of evidence) {
      const out = reader.report(one.report)?.published?.latest
      if (out === undefined || one.modality === 'background' || !CALLS_OFF.test(one.quote)) continue
      for (const key of keysOf(text === '' ? one.quote : text))
        if ((latest.get(key) ?? '') < out) latest.set(key, out)
    }
  }
  return latest
})

const isCallingOff = ({ entry }: Settling): boolean => entry.kind === 'act' && OFF.test(entry.body.type)

/** An act with a word of what falls due; a measure, told in many words, with two. */
function sharesWords({ entry, words }: Settling, due: readonly string[]): boolean {
  const shared = new Set(due.filter((word) => words.has(word))).size
  return shared > 0 && shared >= (entry.kind === 'measure' ? Math.min(SHARED_WORDS, due.length) : 1)
}

/** Rules that find what runs until a day. */
const RUNS = /^deadline\/(?:expiry|ends-on|lasts-until|prolonged-|moved-term|given-more|runs-until)/
const SHARED_WORDS = 2

/** A term of the same thing that ends later, told by a later report: the first one went on. */
function laterTerm(reader: RecordReader, deadline: EntryOf<'deadline'>): Entry | undefined {
  if (!deadline.evidence.some(({ foundBy }) => RUNS.test(foundBy))) return undefined
  const until = deadline.body.due.latest!
  const words = new Set(tellingWords(deadline.body.what))
  const matter = matterIn(deadline.body.what)
  return reader
    .ofKind('deadline')
    .find(
      (other) =>
        other.id !== deadline.id &&
        (other.body.due.earliest ?? '') > until &&
        matterIn(other.body.what) === matter &&
        tellingWords(other.body.what).filter((word) => words.has(word)).length >= SHARED_WORDS &&
        other.evidence.some(
          ({ foundBy, polarity, report }) =>
            polarity === 'affirmed' &&
            RUNS.test(foundBy) &&
            (reader.report(report)?.published?.latest ?? '') > until,
        ),
    )
}

const settlingIn = once((reader: RecordReader): readonly Settling[] =>
  [
    ...reader.ofKind('act').flatMap((entry) => actOf(reader, entry)),
    ...reader.ofKind('agreement').flatMap(stagesOf),
    ...reader.ofKind('measure').flatMap((entry) => changesOf(reader, entry)),
    ...reader.ofKind('round').flatMap(endOf),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.entry.id < b.entry.id ? -1 : 1)),
)

function actOf(reader: RecordReader, entry: EntryOf<'act'>): Settling[] {
  const { body, evidence, modality, polarity } = entry
  if (polarity !== 'affirmed' || !isActual(modality) || !SETTLES.test(body.type)) return []
  // Without a day of its own it was news when it was first told.
  const told = body.on?.earliest === undefined ? reader.report(evidence[0]!.report)?.published : body.on
  if (told?.earliest === undefined || told.latest === undefined) return []
  const text = `${body.type.split(':')[0]} ${body.object ?? ''}`
  const words = new Set(tellingWords(`${text} ${evidence[0]!.quote}`))
  return [{ entry, from: told.earliest, to: told.latest, matter: matterIn(text), words }]
}

const stagesOf = (entry: EntryOf<'agreement'>): Settling[] =>
  entry.body.stages.flatMap(({ stage, on, modality }) =>
    isActual(modality) && stage !== 'proposed' && on?.earliest !== undefined && on.latest !== undefined
      ? [
          {
            entry,
            from: on.earliest,
            to: on.latest,
            matter: 'deal',
            words: new Set(tellingWords([entry.body.name, ...entry.body.about].join(' '))),
          },
        ]
      : [],
  )

/** A measure changed on a day that is told: by its words, and as what came of talks. */
const changesOf = (reader: RecordReader, entry: EntryOf<'measure'>): Settling[] =>
  entry.body.steps.flatMap(({ effect, from, modality, evidence, status }) => {
    if (!isActual(modality) || !CHANGES.has(effect) || status === 'proposed') return []
    const told = entry.evidence.filter(({ id }) => evidence.includes(id))
    const words = new Set(tellingWords([entry.body.name, ...told.map(({ quote }) => quote)].join(' ')))
    // Without a day of its own it was news when it was first told.
    const on = from ?? (effect === 'stand' ? undefined : reader.report(told[0]?.report ?? '')?.published)
    const day = on?.earliest
    if (day === undefined || day !== on?.latest) return []
    const at = { entry, from: day, to: day, matter: '', words }
    return from === undefined ? [at] : [at, { ...at, ofTalks: true }]
  })

/** Talks that were held and ended, or broke down, on a day that is told. */
function endOf(entry: EntryOf<'round'>): Settling[] {
  const { ends, status } = entry.body
  const day = ends?.earliest
  if (!/^(?:held|collapsed)$/.test(status) || day === undefined || ends?.latest === undefined) return []
  return [{ entry, from: day, to: ends.latest, matter: '', words: new Set(), ofTalks: true }]
}

/** Words by which a later report speaks of a meeting of a form. */
const MEETINGS: Readonly<Record<EntryOf<'round'>['body']['form'], RegExp>> = {
  summit: /\bsummit\b/i,
  briefing: /\bbriefing\b/i,
  call: /\b(?:call|phone|telephone|spoke)\b/i,
  meeting: /\b(?:meeting|met|talks|session)\b/i,
  round: /\b(?:round|talks|session|negotiations|met)\b/i,
  negotiation: /\b(?:talks|negotiations)\b/i,
}

/** Whether a later report tells, in whatever entry, of something done at such a meeting on the day planned: "adopted by the summit on 4 March". */
export function tookPlace(reader: RecordReader, { body, evidence }: EntryOf<'round'>): boolean {
  const day = body.opens?.earliest
  if (day === undefined || day !== body.opens?.latest) return false
  const plans = new Set(evidence.map(({ report }) => report))
  return (doneByDay(reader).get(day) ?? []).some(
    ({ one: { report, quote } }) =>
      !plans.has(report) &&
      day <= (reader.report(report)?.published?.latest ?? '') &&
      MEETINGS[body.form].test(quote),
  )
}

interface Done {
  readonly entry: Entry
  readonly one: Evidence
}

/** What is told as done, by each single day told with it. */
const doneByDay = once((reader: RecordReader) => {
  const entries = [...reader.ofKind('act'), ...reader.ofKind('agreement'), ...reader.ofKind('round')]
  const told = entries.flatMap((entry) => entry.evidence.map((one): Done => ({ entry, one })))
  return byEachKey(
    told.filter(({ one }) => one.polarity === 'affirmed' && isActual(one.modality)),
    ({ one: { days } }) =>
      days.flatMap(({ earliest, latest }) =>
        earliest !== undefined && earliest === latest ? [earliest] : [],
      ),
  )
})
