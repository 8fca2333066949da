// In: a record and a promise. Out: the entry by which a later report tells that it was kept.
import {
  addDays,
  type Entry,
  type EntryOf,
  type Evidence,
  isActual,
  type Ref,
  sentenceKey,
} from '../../model/index.ts'
import { tellingWords } from '../assemble/due-matters.ts'
import { WEEK } from '../counts.ts'
import { IRREGULAR } from '../disputes/denial-disputes.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import type { RecordReader } from '../reader.ts'

/** Words by which a sentence tells of what is not done, or not yet, or only spoken of. */
const NOT_DONE =
  /\b(?:not|n[\u2019']t|never|no|yet|fail\w*|miss(?:ed|es)|refus\w+|den(?:y|ies|ied)|will|would|should|must|may|might|could|if|unless|until|whether|promis\w+|pledg\w+|part|half|some|only)\b/iu
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i
/** Share of the promise's words that the sentence has. */
const SHARE = 0.6

/** What is to be done: the verb, all its words, by whom, and where that is told. */
interface Plan {
  readonly verb: string | undefined
  readonly what: string
  readonly by: readonly Ref[]
  readonly evidence: readonly Evidence[]
}

interface Told {
  readonly entry: Entry
  readonly one: Evidence
}

/**
 * What a report that came out after the promise tells as done by who made it: its verb in the past and most of its words
 * ("to pay 3 million into the fund": "Peru paid 3 million into the fund"). Undefined where none does.
 */
export const keptBy = (
  reader: RecordReader,
  { body: { what, by }, evidence }: EntryOf<'commitment'>,
): Entry | undefined => doneSince(reader, { verb: /^to (\p{Ll}+)\b/u.exec(what)?.[1], what, by, evidence })

/** The same of anything that somebody is to do: "has until 15 June to answer the complaint", "answered the complaint on Friday". */
export function doneSince(reader: RecordReader, { verb, what, by, evidence }: Plan): Entry | undefined {
  if (verb === undefined || by.length === 0) return undefined
  const words = [...new Set(wordsOf(what))].filter((word) => word !== verb)
  if (words.length === 0) return undefined
  const last =
    evidence
      .map(({ report }) => outOf(reader, report))
      .sort()
      .at(-1) ?? ''
  const shared = new Map<Told, number>()
  for (const word of words)
    for (const told of toldByWord(reader).get(word) ?? []) shared.set(told, (shared.get(told) ?? 0) + 1)
  for (const [{ entry, one }, count] of shared)
    if (
      count >= SHARE * words.length &&
      outOf(reader, one.report) > last &&
      !NOT_DONE.test(one.quote) &&
      isDone(one.quote, verb) &&
      by.some(({ name }) => one.quote.includes(name))
    )
      return entry
  return undefined
}

/** "Paid on Friday, three days ahead of its deadline": whether a deadline is only told of as one that was kept. */
export const isKeptInWords = ({ evidence }: EntryOf<'deadline'>): boolean =>
  evidence.length > 0 &&
  evidence.every(
    ({ quote, polarity }) =>
      polarity === 'affirmed' &&
      KEPT.test(quote) &&
      !NOT_DONE.test(quote) &&
      /\p{L}{2,}(?:ed|id)\b/u.test(quote),
  )

const KEPT =
  /\b(?:(?:ahead of|days? before|in time for|within) (?:its|the|their)(?: own)? deadline|met (?:its|the|their) deadline)\b/i

/** Whether every sentence of a promise plans something, in whatever entry, for days that are all over: what came of it is told elsewhere or nowhere. */
export function isDayOver(reader: RecordReader, { evidence }: { evidence: readonly Evidence[] }): boolean {
  const { on } = reader
  const last = lastPlanned(reader)
  return on !== undefined && evidence.every((one) => (last.get(sentenceKey(one)) ?? '9') < on)
}

/** "Will be opened on 3 May", "have until midnight": whether words tell what lay ahead, and their sentences plan it only for days that are over. */
export const isOfDayPast = (reader: RecordReader, evidence: readonly Evidence[], words: string): boolean =>
  AHEAD.test(words) && isDayOver(reader, { evidence })

const AHEAD =
  /\b(?:will|would|shall|going to|(?:is|are|was|were|has|have|had) (?:to|until)|due|plan(?:s|ned)?|intend(?:s|ed)?|expect(?:s|ed)?|hop(?:es|ed)|set to)\b|['\u2019](?:ll|d) /iu

/**
 * Whether what was promised is told of a time that is over: no report of the last week tells it, and no sentence of it plans anything
 * for a day ahead. Nobody can say that it is still planned.
 */
export function isOfThen(reader: RecordReader, { body, evidence }: EntryOf<'commitment'>): boolean {
  const { on } = reader
  const last = lastPlanned(reader)
  return (
    on !== undefined &&
    (body.due?.latest ?? '') < on &&
    evidence.every(
      (one) =>
        addDays(reader.report(one.report)?.published?.latest ?? on, WEEK) < on &&
        (last.get(sentenceKey(one)) ?? '') < on,
    )
  )
}

/** The last day for which a sentence plans something. */
const lastPlanned = once((reader: RecordReader): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const entries = [
    ...reader.ofKind('act'),
    ...reader.ofKind('deadline'),
    ...reader.ofKind('measure'),
    ...reader.ofKind('round'),
  ]
  for (const { kind, evidence } of entries)
    for (const one of evidence) {
      if (kind !== 'deadline' && isActual(one.modality)) continue
      for (const { role, latest } of one.days) {
        const key = sentenceKey(one)
        if (latest && PLANS.has(role) && latest > (found.get(key) ?? '')) found.set(key, latest)
      }
    }
  return found
})

const PLANS: ReadonlySet<string> = new Set(['due', 'on', 'from', 'to'])

const wordsOf = (text: string): string[] => tellingWords(text).filter((word) => !MONTH.test(word))

const outOf = (reader: RecordReader, report: string): string =>
  reader.report(report)?.published?.earliest ?? ''

/** The verb in the past, and not behind "to". */
const isDone = (quote: string, verb: string): boolean =>
  quote
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(
      (word) =>
        IRREGULAR.get(word) === verb || (word.endsWith('ed') && word.startsWith(verb.replace(/[ey]$/, ''))),
    )

/** Sentences told as so, by their words. */
const toldByWord = once((reader: RecordReader) => {
  const entries = [...reader.ofKind('act'), ...reader.ofKind('statement'), ...reader.ofKind('figure')]
  const told = entries.flatMap((entry) => entry.evidence.map((one): Told => ({ entry, one })))
  return byEachKey(
    told.filter(({ one }) => one.polarity === 'affirmed' && one.modality === 'held'),
    ({ one }) => wordsOf(one.quote),
  )
})
