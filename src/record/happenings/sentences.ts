// In: entries and reports. Out: the sentences that give days, how central each is to its report, and how alike two are.
import {
  addDays,
  type Day,
  type Days,
  daysBetween,
  type Entry,
  type PlacedReport,
} from '../../model/index.ts'
import { addTo, byEachKey } from '../group.ts'
import { once } from '../once.ts'
import { contentWords, wordsOf } from '../words.ts'

/** One sentence of one report, with all days that claims found in it give to what they tell. */
export interface Sentence {
  readonly report: string
  readonly origin: string
  readonly quote: string
  readonly words: readonly string[]
  /** How central it is to its report and to all of them: 0–1. */
  readonly centrality: number
}

export interface Sentences {
  /** The sentence of this evidence. */
  readonly of: (evidence: string) => Sentence | undefined
  /** Sentences that give this day (or a week with it) and share rare words with one of these, at most {@link MOST}. */
  readonly likely: (day: Day, asked: readonly Sentence[]) => readonly Sentence[]
  /** Its rarest words, which lead to sentences like it. */
  readonly leading: (sentence: Sentence) => readonly string[]
  /** Cosine of the words of two sentences, each weighed by how few sentences have it (tf–idf): 0–1. */
  readonly likeness: (a: Sentence, b: Sentence) => number
}

/** Keeps words of few sentences from being told apart by how rare they are. */
const SMOOTH = 3
/** Days within which a day must be known to count as given. */
export const WIDEST = 6
/** Sentences of one day that are compared with one point. */
const MOST = 256
/** Words of a sentence that lead to others like it. */
const LEADING = 6
/** Characters into a report after which a sentence is as central as its end, but for a half of what is lost. */
const LEAD = 600

/** What is left of a sentence of a writer who argues or explains rather than tells what is new. */
const OF_GENRE: Partial<Record<PlacedReport['genre'], number>> = { opinion: 0.5, analysis: 0.7 }

/** Words met in sentences of any matter: of saying and of days. */
const COMMON: ReadonlySet<string> = new Set(
  'said say saying told tell according reporter news today yesterday tomorrow week month year day last next early late earlier later morning evening night mr mrs ms monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)

/** Content words that may tell what a sentence is about, each once. */
const tellingWords = (text: string): string[] => [
  ...new Set(
    wordsOf(text)
      .filter((word) => !COMMON.has(word))
      .map(root),
  ),
]

/** A word without the ending of a tense: "approved", "approving" and "approve" are one. */
const root = (word: string): string => (word.length > 5 ? word.replace(/(?:ing|ed|es|e)$/, '') : word)

/** Words that two sentences have in common, as the first writes them, at most eight. */
export const sharedWords = (a: Sentence, b: Sentence): string[] =>
  [...new Set(contentWords(a.quote))].filter((word) => b.words.includes(root(word))).slice(0, 8)

/** Due days and ends are not when a thing happens. */
const isOfEvent = ({ role }: { readonly role: string }) => role !== 'due' && role !== 'to'

/** A word of sentences, with how many of them and of their reports have it. */
interface Word {
  readonly text: string
  sentences: number
  reports: number
  /** The report that was counted last. */
  last: string
  rarity: number
}

interface Draft extends Sentence {
  readonly at: number
  readonly terms: readonly Word[]
  centrality: number
  days: readonly Days[]
}

export function sentencesOf(entries: readonly Entry[], reports: readonly PlacedReport[]): Sentences {
  const drafts = new Map<string, Draft>()
  const byEvidence = new Map<string, Draft>()
  const words = new Map<string, Word>()
  const wordOf = (text: string): Word => {
    let word = words.get(text)
    if (!word) {
      word = { text, sentences: 0, reports: 0, last: '', rarity: 0 }
      words.set(text, word)
    }
    return word
  }
  for (const { evidence } of entries)
    for (const { id, report, quote, origin, days, spans } of evidence) {
      const key = `${report}|${quote}`
      const own = days.filter(isOfEvent)
      let draft = drafts.get(key)
      if (draft) draft.days = [...draft.days, ...own]
      else {
        const words = tellingWords(quote)
        const at = spans[0]?.start ?? 0
        draft = { report, origin, quote, words, terms: words.map(wordOf), centrality: 1, at, days: own }
        drafts.set(key, draft)
      }
      byEvidence.set(id, draft)
    }
  // Those of one report stand together.
  const all = [...drafts.keys()].sort().map((key) => drafts.get(key)!)
  for (const { terms, report } of all)
    for (const word of terms) {
      word.sentences++
      if (word.last !== report) word.reports++
      word.last = report
    }
  for (const word of words.values()) word.rarity = Math.log(SMOOTH + all.length / word.sentences) ** 2
  const central = centralityOf(new Map(reports.map((report) => [report.id, report])))
  for (const one of all) one.centrality = central(one)
  const byDay = new Map<Day, Draft[]>()
  for (const one of all) for (const day of daysWithin(one.days)) addTo(byDay, day, one)
  const byWordOf = new Map<Day, ReadonlyMap<string, readonly Draft[]>>()
  const onDay = (day: Day): ReadonlyMap<string, readonly Draft[]> => {
    let found = byWordOf.get(day)
    if (!found) {
      found = byEachKey(byDay.get(day) ?? [], (one) => one.words)
      byWordOf.set(day, found)
    }
    return found
  }
  const measured = once((one: Sentence) => measure((one as Draft).terms))
  return {
    of: (evidence) => byEvidence.get(evidence),
    likely: (day, asked) => {
      const found = new Set<Sentence>()
      const byWord = onDay(day)
      for (const word of new Set(asked.flatMap((one) => measured(one).leading)))
        for (const one of byWord.get(word) ?? []) {
          if (found.size >= MOST) return [...found]
          found.add(one)
        }
      return [...found]
    },
    leading: (one) => measured(one).leading,
    likeness: (a, b) => {
      const [left, right] = [measured(a), measured(b)]
      let shared = 0
      for (const word of left.words) if (right.words.has(word)) shared += word.rarity
      return shared === 0 ? 0 : shared / (left.length * right.length)
    },
  }
}

interface Measured {
  readonly words: ReadonlySet<Word>
  readonly length: number
  readonly leading: readonly string[]
}

const measure = (words: readonly Word[]): Measured => ({
  words: new Set(words),
  length: Math.sqrt(words.reduce((sum, { rarity }) => sum + rarity, 0)),
  leading: [...words]
    .sort((a, b) => b.rarity - a.rarity || (a.text < b.text ? -1 : 1))
    .slice(0, LEADING)
    .map(({ text }) => text),
})

/** Every day of ranges of at most a week, each once. */
function daysWithin(ranges: readonly Days[]): Set<Day> {
  const days = new Set<Day>()
  for (const { earliest, latest } of ranges)
    if (earliest !== undefined && latest !== undefined && daysBetween(earliest, latest) <= WIDEST)
      for (let day = earliest; day <= latest; day = addDays(day, 1)) days.add(day)
  return days
}

/**
 * News tells first what matters (the inverted pyramid), its headline names it, and what many reports speak of is what
 * the story is about (Radev's centroid, 2004): each loses at most about half where it does not hold.
 */
function centralityOf(reports: ReadonlyMap<string, PlacedReport>): (sentence: Draft) => number {
  const titles = new Map(
    [...reports.values()].map(({ id, title }) => [id, new Set(tellingWords(title ?? ''))]),
  )
  return ({ report, words, terms, at }) => {
    const { parts, genre } = reports.get(report) ?? {}
    const start = parts?.find(({ role }) => role === 'body')?.start ?? 0
    const lead = LEAD / (LEAD + Math.max(0, at - start))
    const title = titles.get(report) ?? new Set()
    const shared = words.filter((word) => title.has(word)).length / Math.max(3, title.size)
    const shares = terms.map((word) => word.reports / reports.size).sort((a, b) => b - a)
    const matter = shares.slice(0, 5).reduce((sum, one) => sum + one, 0) / 5
    return (
      (OF_GENRE[genre ?? 'unknown'] ?? 1) *
      half(lead) *
      part(0.6, Math.min(1, 2 * shared)) *
      part(0.4, Math.min(1, 2 * matter))
    )
  }
}

/** What is left where `share` of it is given and the rest is free. */
const part = (free: number, share: number): number => free + (1 - free) * share
const half = (share: number): number => part(0.5, share)
