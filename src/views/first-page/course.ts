// In: a record. Out: the course of events: the sentences that tell most of what happened, each once, with its day.
import {
  type Days,
  daysBetween,
  type Entry,
  type Evidence,
  isActual,
  type PlacedReport,
} from '../../model/index.ts'
import { type Happening, happeningsOf } from '../../record/happenings/happenings.ts'
import { sentencesOf } from '../../record/happenings/sentences.ts'
import type { RecordReader } from '../../record/reader.ts'
import { sortOfAct } from '../../record/weights/act-weight.ts'
import { openIn } from '../../record/weights/open-words.ts'
import { daysIn, isHeadline, numbersIn, substanceOf } from '../../record/weights/substance.ts'
import { dueItems } from '../agenda.ts'
import { marksOf, partLine } from '../lines/entry-line.ts'
import { type Kind, type Line, plain, strong } from '../lines/line.ts'
import { firstOut, joined, reportedWords } from '../lines/reported.ts'
import { dayKey, dayWords, isUnknown, type SomeDay } from '../words/day-words.ts'
import { isInClause } from '../words/in-clause.ts'
import { sentenceRun } from '../words/in-its-words.ts'
import { isDeed } from './first-acts.ts'
import { type Lead, leadsOf } from './leads.ts'
import { ledesOf } from './ledes.ts'
import { sentenceDays } from './sentence-days.ts'

/** A line with the day it stands at in the course of events. */
export interface Dated {
  readonly day: SomeDay
  readonly line: Line
}

/** Kinds of entries that tell of events; what was only said or wanted stands in sections of its own. */
const EVENTS = ['round', 'measure', 'agreement', 'act', 'commitment', 'deadline'] as const

/** What is told as news without a day weighs so much more here than in a timeline, which is of days. */
const NEWS = 2.5

/**
 * Events, the weightiest first, each sentence once: what was done, held, set, agreed or moved, and the news of each report.
 * Of `acts` those that were done follow of which no day is known.
 */
export function courseOf(reader: RecordReader, acts: readonly Kind<'act'>[]): Dated[] {
  const { on } = reader
  const entries = reader.entries({ kinds: EVENTS })
  const reports = reportsOf(reader, entries)
  const sentences = sentencesOf(entries, reports)
  // What falls due stands where that is told.
  const due = new Set(dueItems(reader).map(({ entry }) => entry.id))
  const notDue = entries.filter(({ id }) => !due.has(id))
  const leads = new Map<string, Lead>(leadsOf(notDue, sentences))
  for (const lede of ledesOf(notDue, (id) => reader.report(id)))
    if ((leads.get(lede.quote)?.weight ?? 0) < lede.weight) leads.set(lede.quote, lede)
  const happenings = happeningsOf({ entries, reports, sentences })
  const happened = happenings
    .filter((one) => isActual(one.modality) && one.sort !== 'deadline' && !isAhead(one.days, on))
    .filter((one) => !one.isTold || !isForetold(reader, one))
    .filter(({ entry }) => entry.kind !== 'act' || isDeed(entry))
    .filter((one) => one.isTold || !isTurnOfPhrase(one))
    .filter((one) => !isBeside(one))
    .map((one) => ({
      one,
      weight: one.weight * (one.isTold ? 1 : NEWS) * worthOf(one.told[0]!.quote),
    }))
    .flatMap(({ one, weight }) => {
      const quote = quoteOf(one)
      if (quote === undefined) return []
      const isBy = isOfClause(one, quote)
      const own = { entry: one.entry, quote, day: isBy ? {} : dayOf(one) }
      return [{ ...own, weight: Math.max(isBy ? weight * OF_CLAUSE : weight, leads.get(quote)?.weight ?? 0) }]
    })
  const dated = new Set(happenings.map(({ entry }) => entry.id))
  const undated = acts
    .filter((act) => !dated.has(act.id) && isActual(act.modality) && act.polarity === 'affirmed')
    .filter((act) => isUnknown(act.known) || isOfWeight(act))
    .map((entry) => ({ entry, quote: entry.evidence[0]!.quote, day: {} }))
  const hasDay = new Set(happened.map(({ quote }) => quote))
  const news = [...leads.values()]
    .filter(({ quote }) => !hasDay.has(quote))
    .map((lead) => ({ ...lead, day: {} }))
  const weighed = [...happened, ...news].sort((a, b) => b.weight - a.weight)
  const ownDay = sentenceDays(reader.entries())
  const told = new Set<string>()
  return [...weighed, ...undated].flatMap(({ entry, quote, day }) => {
    const evidence = entry.evidence.filter((one) => one.quote === quote)
    if (evidence.length === 0 || evidence.every(isHeadline) || isOnesOwn(quote) || told.has(quote)) return []
    told.add(quote)
    const known = firstOut(reader, evidence) ?? entry.known
    if (isUnknown(day) && (isLongAgo(evidence, known) || isSupposed(quote))) return []
    const own = isUnknown(day) ? (newsDay(ownDay(evidence[0]!), known) ?? day) : day
    return [{ day: isUnknown(own) ? endOf(known) : own, line: eventLine(reader, entry, evidence, own) }]
  })
}

/** By when it was told: of a report that may be of many days the last. */
const endOf = ({ earliest, latest }: SomeDay): SomeDay =>
  earliest === undefined || latest === undefined ? {} : { earliest: latest, latest }

/** "The third round has been fixed for 24 March": told by nobody on its day or after it, it was only to come. */
const isForetold = (reader: RecordReader, { days, entry }: Happening): boolean =>
  entry.evidence.every(({ report }) => {
    const out = reader.report(report)?.published?.latest
    return out !== undefined && days.earliest !== undefined && out < days.earliest
  })

/** How much a sentence says, less where it cannot be understood alone. */
const worthOf = (sentence: string): number => substanceOf(sentence) * (openIn(sentence) ? LEAVES_OPEN : 1)
const LEAVES_OPEN = 0.75
/** What is left of an event that only a clause of its sentence tells. */
const OF_CLAUSE = 0.6

/** "The firm has made a gesture": told in few words, without day and number, by a verb that no list of deeds has. */
const isTurnOfPhrase = ({ entry, told }: Happening): boolean =>
  entry.kind === 'act' &&
  sortOfAct(entry.body.type) === 'unlisted' &&
  told.every(({ quote }) => numbersIn(quote) === 0 && quote.split(' ').length < FEW)
/** "Peru will suspend the curbs announced in May": told beside what is to come, which is what its sentence tells. */
const isBeside = ({ entry, told }: Happening): boolean =>
  entry.kind === 'act' &&
  entry.body.words !== undefined &&
  told.every(({ quote }) => {
    const at = quote.indexOf(entry.body.words!)
    return at > 0 && /\b(?:will|would|shall|is to|are to)\b/.test(quote.slice(0, at))
  })
/** What was decided or done, or told with a number: worth telling without its day. */
const isOfWeight = ({ body, evidence }: Kind<'act'>): boolean =>
  /^(?:decided|done)$/.test(sortOfAct(body.type)) || numbersIn(evidence[0]!.quote) > 0
/** Words of a sentence that says as little as a turn of phrase. */
const FEW = 12

/** "We gave it", outside quotation marks, or all that begins with or within them: somebody tells what no report tells. */
const isOnesOwn = (quote: string): boolean =>
  /^["“]|^[^“"]*[,.?!]”|^[^“"]*[,.?!]"[^“"]*$|\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me)\b/.test(
    quote.replace(/(?<=\S\s)["“][^"”]*["”]/g, ''),
  )

/** The reports that tell some entries, of many those alone. */
const reportsOf = (reader: RecordReader, entries: readonly Entry[]): PlacedReport[] =>
  [...new Set(entries.flatMap(({ evidence }) => evidence.map(({ report }) => report)))].flatMap(
    (id) => reader.report(id) ?? [],
  )

/** The most central sentence that tells it as done, of those that give the very day where one does; none where all only plan it. */
function quoteOf({ entry, told, day }: Happening): string | undefined {
  const done = entry.evidence.filter(({ modality }) => isActual(modality))
  const ofDay = done.filter(({ days }) =>
    days.some(({ earliest, latest }) => earliest === day && latest === day),
  )
  const central = (evidence: readonly Evidence[]) =>
    told.find((one) => evidence.some(({ quote }) => quote === one.quote))?.quote
  return central(ofDay) ?? central(done)
}

/** The day to print: none where no report gives it, nor for an older day in a sentence that gives another, which is its news. */
function dayOf(happening: Happening): SomeDay {
  const { isTold, sort, days, told, entry } = happening
  if (!isTold || sort === 'commitment') return {}
  const { earliest } = entry.known
  const isNews = earliest === undefined || daysBetween(days.latest!, earliest) <= NEWS_DAYS
  return isNews || daysIn(told[0]!.quote) < 2 || opensSentence(happening) ? days : {}
}

/** "The House on 26 April passed a bill that …": the day stands among the first words of its sentence, before any clause. */
const opensSentence = ({ days, told, entry }: Happening): boolean =>
  entry.evidence.some(
    (one) =>
      one.quote === told[0]!.quote &&
      one.days.some(({ earliest, latest, words }) => {
        const at = earliest === days.earliest && latest === days.latest ? one.quote.indexOf(words) : -1
        const before = one.quote.slice(0, Math.max(0, at))
        return (
          at >= 0 &&
          before.split(' ').length <= FIRST_WORDS &&
          !/[,;:“”"]|\b(?:who|which|that|when|after|before)\b/i.test(before)
        )
      }),
  )
const FIRST_WORDS = 7

/** "In 2008 the army went in", "During the 2008 campaign, …": all days of a sentence lie more than a year before its report, which only looks back. */
const isLongAgo = (evidence: readonly Evidence[], { earliest }: SomeDay): boolean => {
  if (earliest === undefined) return false
  const days = evidence.flatMap((one) => one.days)
  const year = OPENING_YEAR.exec(evidence[0]!.quote)?.[1]
  return (
    (year !== undefined && Number(earliest.slice(0, 4)) - Number(year) > 1) ||
    (days.length > 0 &&
      days.every(({ latest }) => latest !== undefined && daysBetween(latest, earliest) > YEAR))
  )
}
/** A year in the words that open a sentence. */
const OPENING_YEAR = /^(?:Back )?(?:After|Before|During|In|When) [^,;]{0,60}\b((?:19|20)\d\d)\b[^,;]{0,60},/
const YEAR = 366

/** "One way out would be a swap", "Even if the house votes, …": no event, whatever its clauses tell; what somebody said he would do is. */
const isSupposed = (quote: string): boolean => {
  const [, before] = MODAL.exec(quote) ?? []
  return IF.test(quote) || (before !== undefined && !SAYS.test(before))
}
const MODAL = /^((?:[^,;]{1,40}, )?(?:[^\s,;]+ ){1,9}?)(?:could|would|might|may) \p{Ll}/u
const SAYS =
  /\b(?:\p{Ll}+ed|said|says|told|tells|that|who|which|whether|if|when|as|because|after|before|vows?|pledges?|warns?)\b/u
const IF = /^(?:(?:And|But|Yet|So) )?(?:even )?if\b/iu

/** A day in the days before its report was out. */
const newsDay = (day: Days | undefined, { earliest }: SomeDay): Days | undefined =>
  day !== undefined && earliest !== undefined && daysBetween(day.latest!, earliest) <= NEWS_DAYS
    ? day
    : undefined

/** "It cut the 50 days it gave on 14 July": the day is of a clause, and the sentence tells something else. */
function isOfClause({ entry, days }: Happening, quote: string): boolean {
  if (entry.kind === 'round') return false
  const { words, verb } =
    entry.kind === 'act' ? { words: entry.body.words, verb: entry.body.type.split(': ').at(-1) } : {}
  const told = entry.evidence.flatMap((one) =>
    one.quote === quote
      ? one.days.filter(({ earliest, latest }) => earliest === days.earliest && latest === days.latest)
      : [],
  )
  return told.length > 0 && told.every((one) => isInClause({ quote, words, verb, day: one.words }))
}

/** Days after which what is told is no news. */
const NEWS_DAYS = 10

/** Lines in the order of their days; what has none comes last. */
export const byDay = (dated: readonly Dated[]): Dated[] =>
  [...dated].sort((a, b) => (dayKey(a.day) < dayKey(b.day) ? -1 : dayKey(a.day) > dayKey(b.day) ? 1 : 0))

const isAhead = ({ earliest }: SomeDay, on: string | undefined): boolean =>
  earliest !== undefined && on !== undefined && earliest > on

/** "17 Sep 2026: “…” · before it: “…”". */
function eventLine(reader: RecordReader, entry: Entry, evidence: readonly Evidence[], day: SomeDay): Line {
  const [first] = evidence
  const { quote } = first!
  const known = firstOut(reader, evidence) ?? entry.known
  const runs = [
    strong(isUnknown(day) ? '' : dayWords(day)),
    plain(isUnknown(day) ? '' : ': '),
    sentenceRun(quote),
    plain(isUnknown(day) ? joined(reportedWords({ known })) : ''),
  ]
  const line = partLine(
    reader,
    entry,
    evidence.map(({ id }) => id),
    runs,
  )
  // What of its sentence is still to come, the sentence says.
  const marks = marksOf(entry).filter((mark) => !/^(?:single-sourced|planned|expected)$/.test(mark))
  return { ...line, marks: [...marks, ...line.marks] }
}
