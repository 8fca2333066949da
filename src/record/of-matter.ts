// In: readings. Out: which reports tell of the matter that is negotiated most, where the others are other news.
import { type Claim, type Reading, toNumber } from '../model/index.ts'
import { addTo } from './group.ts'
import { wordsOf } from './words.ts'

/** Fewer reports than these are no news service: whoever put them together meant them all. */
const FEWEST_REPORTS = 20
/** Fewer reports than these tell of no matter that could be told from chance. */
const FEWEST_OF_MATTER = 4
/** A matter of more than this share of all reports is what they are about: none is other news. */
const WHOLE = 0.5
/** Names and words that more than half of all reports have: other news share their country, its bodies and few words, one story many. */
const SHARED_NAMES = 4
const SHARED_WORDS = 12
/** Times that a report must have a key to be about it. */
const ABOUT = 3
/** The same of a report of which no more sentences than these are read into claims. */
const ABOUT_SHORT = 2
const SHORT = 8
/** A matter of a smaller share of all reports is not what they were put together for. */
const LEAST_SHARE = 0.04
/** Keys whose reports are looked at whole: those whose reports alone are worth most. */
const MOST_SEEDS = 16
/** Times what any two reports have in common that two of a matter have at least. */
const CHANCE = 2
/** Powers by which the number of reports, how much more than others they negotiate, and how much closer in time they are, count. */
const BY_SIZE = 2
const BY_TALKS = 1.5
const BY_TIME = 0.2
/** Times of looking again for what the reports found so far have in common; with more, the matter drifts. */
const PASSES = 3
/** Shares of what a usual report of the matter has in common with the others that make a report one of them: each is tried. */
const ALIKE = [0.55, 0.65, 0.75]
/** Days around the middle half of a matter's reports that are of its time, beside {@link REACHES} times the days of that half. */
const REACH = 60
const REACHES = 1.5
/** What more than this share of the other reports have too (parties, chambers, votes) tells of no matter. */
const COMMON = 0.1
/** Words that a matter is told by. */
const TELLING_WORDS = 6
/** What a report of another time counts of what it has in common with a matter. */
const AWAY = 0.5
/** Days of the middle half of reports below which closer ones are no closer. */
const CLOSE = 30

/**
 * Whether a claim tells of negotiating: of talks, agreements, measures, due days, promises, votes, threats. Who demands,
 * rejects or reproaches something is told as often in a scandal or a campaign.
 */
function negotiates({ kind, body }: Claim): boolean {
  if (kind !== 'act' && kind !== 'state') return false
  if (body.about !== undefined) return true
  return (
    kind === 'act' &&
    (/^(?:AGREE|THREATEN)$/.test(body.plover ?? '') || /^(?:vote|veto|sign)/.test(body.type))
  )
}

const NO_KEY = /^(outlet|office|phrase):/

/** What is looked at of one report: plain JSON. Keys are ids of what it names, and "w:" words of its title and claims. */
export interface Keyed {
  readonly id: string
  /** An official document is no news: whoever put it beside reports meant it. */
  readonly official: boolean
  /** The day it appeared, at the latest, as the number of a day. */
  readonly day?: number
  /** The keys it has, each once, and how often it has each of them. */
  readonly keys: readonly string[]
  readonly times: readonly number[]
  /** Sentences read into claims, and those of them that negotiate. */
  readonly read: number
  readonly negotiating: number
}

const keys = new Map<string, string>()

/** The key of a word; empty where it may tell nothing of what a text is about. */
function keyOfWord(word: string): string {
  let key = keys.get(word)
  if (key === undefined) {
    key = word.length > 2 && !/^\d/.test(word) ? `w:${word}` : ''
    if (keys.size > 200_000) keys.clear()
    keys.set(word, key)
  }
  return key
}

/** The keys of a text's words, each once. */
function keysIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of wordsOf(text)) {
    const key = keyOfWord(word)
    if (key !== '') found.add(key)
  }
  return found
}

export function keyedOf(reading: Reading): Keyed {
  const counts = new Map<string, number>()
  const add = (key: string, times: number) => counts.set(key, (counts.get(key) ?? 0) + times)
  const names = reading.mentions.filter(({ id }) => !NO_KEY.test(id))
  for (const { id, count } of names) add(id, count)
  const quotes = new Map<string, boolean>()
  for (const claim of reading.claims) {
    const { quote } = claim.evidence
    quotes.set(quote, quotes.get(quote) === true || negotiates(claim))
  }
  for (const quote of quotes.keys()) for (const key of keysIn(quote)) add(key, 1)
  // What a headline names is what the report is about.
  for (const key of keysIn(reading.report.title ?? '')) add(key, 2)
  const { latest } = reading.report.published
  return {
    id: reading.report.id,
    official: reading.report.genre === 'official',
    ...(latest === undefined ? {} : { day: toNumber(latest) }),
    keys: [...counts.keys()],
    times: [...counts.values()],
    read: quotes.size,
    negotiating: [...quotes.values()].filter((talks) => talks).length,
  }
}

/** By what a report is told to be of the matter: weights of keys, how many reports have each, its time, and the least score. */
export interface Matter {
  readonly reports: number
  readonly weights: ReadonlyMap<string, number>
  readonly counts: ReadonlyMap<string, number>
  readonly time?: Time
  readonly least: number
  /** The score from which a report is as much of it as half of them are: all it tells counts. */
  readonly whole: number
  /** The words it is told by: of what a report of a lower score tells, sentences with one of them count. */
  readonly words: readonly string[]
}

/** Reports by which the matter is found: of more, those with the first ids, which are as good as drawn by lot. */
export const MATTER_SAMPLE = 500

/** What is looked at of each report, by id, and the matter found by some of them; undefined where there is none. */
export interface MatterGrounds {
  readonly keyed: readonly Keyed[]
  readonly matter: Matter | undefined
}

/**
 * The reports of the matter: of the reports about one key each, and those alike, the ones that are many, have most in
 * common, appeared close together and negotiate more than the others, as those have that somebody put together. What is
 * alike is told by weights of relevance (Robertson and Spärck Jones 1976), the reports that share most with these; what
 * appeared long before or after them must share more (fences about the middle half, Tukey 1977). Undefined where all are of the
 * matter: few reports, a story alone, no such matter, or one that most of them tell of. Official documents are no news:
 * whoever put them beside reports meant them, so they are of it always. Linear in names and words.
 */
export function matterGrounds(readings: readonly Reading[]): MatterGrounds {
  const keyed = readings.map(keyedOf).sort((a, b) => (a.id < b.id ? -1 : 1))
  return { keyed, matter: matterOf(keyed.filter((one) => !one.official).slice(0, MATTER_SAMPLE)) }
}

/** The reports of the matter; undefined where all are. */
export function reportsOfMatter({ keyed, matter }: MatterGrounds): OfMatter | undefined {
  if (!matter) return undefined
  const found = { reports: new Set<string>(), whole: new Set<string>(), words: new Set(matter.words) }
  const shareOf = sharesIn(matter)
  for (const one of keyed) {
    const { own, whole } = shareOf(one)
    if (own) found.reports.add(one.id)
    if (whole) found.whole.add(one.id)
  }
  return found
}

/** The ids of the reports of a matter, of those all of which is, and the words that the others tell of it by. */
export interface OfMatter {
  readonly reports: Pick<ReadonlySet<string>, 'has'>
  readonly whole: Pick<ReadonlySet<string>, 'has'>
  readonly words: ReadonlySet<string>
}

/** Whether one of these sentences is of the matter: its report is wholly, or is and the sentence has a word of it. */
export const isToldOf = (
  evidence: readonly { readonly report: string; readonly quote: string }[],
  { reports, whole, words }: OfMatter,
): boolean =>
  evidence.some(
    ({ report, quote }) =>
      whole.has(report) || (reports.has(report) && wordsOf(quote).some((word) => words.has(word))),
  )

/** Tells whether a report is of a matter, and whether all that it tells is. */
export function sharesIn(matter: Matter): (one: Keyed) => { readonly own: boolean; readonly whole: boolean } {
  const scoreOf = scoresIn(matter)
  return (one) => {
    const score = one.official ? Number.POSITIVE_INFINITY : scoreOf(one)
    return { own: score >= matter.least, whole: score >= matter.whole }
  }
}

/** The matter of some news, sorted by id, or of the first of many: so one report more seldom changes anything. */
export function matterOf(news: readonly Keyed[]): Matter | undefined {
  if (news.length < FEWEST_REPORTS) return undefined
  const names: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    let number = numbers.get(key)
    if (number === undefined) {
      number = names.push(key) - 1
      numbers.set(key, number)
    }
    return number
  }
  const reports = news.map(
    (one): Numbered => ({
      ...one,
      keys: Int32Array.from(one.keys, numberOf),
      counts: one.times,
      times: Float64Array.from(one.times, (times) => Math.log2(1 + times)),
    }),
  )
  const all = reportsWith(reports, names)
  const shared = names.filter((_, number) => all.counts[number]! > WHOLE * reports.length)
  const words = shared.filter((key) => key.startsWith('w:')).length
  if (shared.length - words >= SHARED_NAMES && words >= SHARED_WORDS) return undefined
  const rarity = Float64Array.from(all.counts, (count) => Math.log(reports.length / count))
  const lengths = lengthsOf(reports, rarity)
  const archive: Archive = { reports, keys: names, all: all.counts, rarity, lengths }
  const { own, matter } = worthiest(archive)
  return own.length < FEWEST_OF_MATTER || own.length > WHOLE * reports.length ? undefined : matter?.()
}

/** A report with its keys as numbers, how often it has each, and how much that counts. */
interface Numbered {
  readonly id: string
  readonly day?: number
  readonly keys: Int32Array
  readonly counts: readonly number[]
  readonly times: Float64Array
  readonly read: number
  readonly negotiating: number
}

interface Archive {
  readonly reports: readonly Numbered[]
  /** What each number stands for. */
  readonly keys: readonly string[]
  /** Reports with each key, by its number. */
  readonly all: Uint32Array
  /** How rare each key is. */
  readonly rarity: Float64Array
  /** All that a report has by rarity, as {@link scoreBy} takes it, whatever the matter. */
  readonly lengths: ReadonlyMap<Numbered, number>
}

const lengthsOf = (reports: readonly Numbered[], rarity: Float64Array): ReadonlyMap<Numbered, number> =>
  new Map(
    reports.map((report) => {
      const { keys, times } = report
      let whole = 1
      for (let at = 0; at < keys.length; at++) whole += times[at]! * rarity[keys[at]!]!
      return [report, Math.sqrt(whole)] as const
    }),
  )

/** How many of these reports have each key, and the keys they have in the order met. */
function reportsWith(
  reports: readonly Numbered[],
  keys: readonly string[],
  counts: Uint32Array = new Uint32Array(keys.length),
): { readonly counts: Uint32Array; readonly met: readonly number[] } {
  const met: number[] = []
  for (const { keys: own } of reports)
    for (let at = 0; at < own.length; at++) if (counts[own[at]!]!++ === 0) met.push(own[at]!)
  return { counts, met }
}

/** The words of a report by weight, as a direction (length 1). */
interface Direction {
  readonly keys: Int32Array
  readonly weights: Float64Array
}

/**
 * Each report's direction: how often it has a key, times how rare the key is (Salton and Buckley 1988), squared, so that
 * what is alike in all news of one country's politics joins less than the words of one bill.
 */
function directionsOf({ reports, all, rarity }: Archive): ReadonlyMap<Numbered, Direction> {
  return new Map(
    reports.map((report) => {
      const keys = new Int32Array(report.keys.length)
      const weights = new Float64Array(report.keys.length)
      let own = 0
      report.keys.forEach((key, at) => {
        // What one report or half of all have joins none.
        if (all[key]! < 2 || all[key]! > WHOLE * reports.length) return
        keys[own] = key
        weights[own++] = report.times[at]! * rarity[key]! ** 2
      })
      const length = Math.hypot(...weights.subarray(0, own)) || 1
      return [
        report,
        { keys: keys.subarray(0, own), weights: weights.subarray(0, own).map((weight) => weight / length) },
      ] as const
    }),
  )
}

/**
 * What some reports are worth as a matter: the more of them, the more any two of them have in common (mean cosine, beyond
 * chance), and the more than others they negotiate.
 */
function worthIn(archive: Archive): (some: readonly Numbered[]) => number {
  const directions = directionsOf(archive)
  const sums = new Float64Array(archive.keys.length)
  const inCommon = (some: readonly Numbered[]): number => {
    let squares = 0
    for (const report of some) {
      const { keys, weights } = directions.get(report)!
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at]!
        const before = sums[key]!
        sums[key] = before + weights[at]!
        squares += sums[key]! ** 2 - before ** 2
      }
    }
    for (const report of some) for (const key of directions.get(report)!.keys) sums[key] = 0
    return Math.max(0, squares - some.length) / (some.length * (some.length - 1))
  }
  const talksIn = (some: readonly Numbered[]): number =>
    some.reduce((sum, one) => sum + one.negotiating, 0) /
    Math.max(
      1,
      some.reduce((sum, one) => sum + one.read, 0),
    )
  const chance = inCommon(archive.reports)
  const share = talksIn(archive.reports)
  const time = timeOf(archive.reports)
  const closer = (own: Time | undefined): number =>
    time && own ? Math.max(1, (time.middle + CLOSE) / (own.middle + CLOSE)) : 1
  return (some) => {
    const least = Math.max(FEWEST_OF_MATTER, LEAST_SHARE * archive.reports.length)
    if (some.length < least || share === 0) return 0
    const beyond = Math.max(0, inCommon(some) - CHANCE * chance)
    return (
      some.length ** BY_SIZE * beyond * (talksIn(some) / share) ** BY_TALKS * closer(timeOf(some)) ** BY_TIME
    )
  }
}

/** Of the reports about one key, and those alike, the ones that are worth most; none where no key has some. */
function worthiest(archive: Archive): Alike {
  const { reports, keys } = archive
  const worth = worthIn(archive)
  const about = new Map<number, Numbered[]>()
  for (const report of reports)
    report.counts.forEach((count, at) => {
      if (count >= (report.read <= SHORT ? ABOUT_SHORT : ABOUT)) addTo(about, report.keys[at]!, report)
    })
  const seeds = [...about]
    .map(([key, own]) => ({
      key: keys[key]!,
      own,
      worth: own.length > WHOLE * reports.length ? 0 : worth(own),
    }))
    .filter((seed) => seed.worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_SEEDS)
  // Several keys, and several passes, lead to the same reports; all lists of them stand in the order of `reports`.
  const known = new Map<string, (share: number) => Alike>()
  const alikeTo = (own: readonly Numbered[], share: number): Alike => {
    const which = own.map(({ id }) => id).join()
    const found = known.get(which) ?? likeTo(own, archive)
    known.set(which, found)
    return found(share)
  }
  let best: { readonly found: Alike; readonly worth: number } | undefined
  for (const { own } of seeds)
    for (const share of ALIKE) {
      let found: Alike = { own, matter: undefined }
      for (let pass = 0; pass < PASSES && found.own.length >= FEWEST_OF_MATTER; pass++)
        found = alikeTo(found.own, share)
      const one = { found, worth: found.own.length > WHOLE * reports.length ? 0 : worth(found.own) }
      if (one.worth > (best?.worth ?? 0)) best = one
    }
  return best?.found ?? { own: [], matter: undefined }
}

interface Alike {
  readonly own: readonly Numbered[]
  readonly matter: (() => Matter) | undefined
}

/** When the reports of a matter appeared: the first and last day that are of its time, and the days of its middle half. */
interface Time {
  readonly from: number
  readonly to: number
  readonly middle: number
}

/** Undefined where too few of the reports have a day. */
function timeOf(reports: readonly Numbered[]): Time | undefined {
  const days = reports.flatMap(({ day }) => day ?? []).sort((a, b) => a - b)
  if (days.length < FEWEST_OF_MATTER) return undefined
  const first = days[days.length >> 2]!
  const last = days[(days.length * 3) >> 2]!
  const reach = REACH + REACHES * (last - first)
  return { from: first - reach, to: last + reach, middle: last - first }
}

/** What counts of what a report has in common with a matter of that time. */
const inTime = (day: number | undefined, time: Time | undefined): number =>
  day === undefined || time === undefined || (time.from <= day && day <= time.to) ? 1 : AWAY

/** Reports that share with these at least a part of what the middle one of them shares with the others. */
function likeTo(
  own: readonly Numbered[],
  { reports, keys, all, lengths }: Archive,
): (share: number) => Alike {
  const [few, many] = [own.length, reports.length]
  const weights = new Float64Array(keys.length)
  const weighed: number[] = []
  const within = reportsWith(own, keys)
  const time = timeOf(own)
  for (const key of within.met) {
    const [r, n] = [within.counts[key]!, all[key]!]
    if (r * 5 < few || r < 2 || n - r > COMMON * (many - few)) continue
    const weight = Math.log(((r + 0.5) * (many - n - few + r + 0.5)) / ((n - r + 0.5) * (few - r + 0.5)))
    if (weight <= 0) continue
    weights[key] = weight
    weighed.push(key)
  }
  const scores = new Map(
    reports.map((report) => {
      const { keys: own, times } = report
      let shared = 0
      for (let at = 0; at < own.length; at++) shared += times[at]! * weights[own[at]!]!
      return [report, (inTime(report.day, time) * shared) / lengths.get(report)!] as const
    }),
  )
  const middle = own.map((one) => scores.get(one)!).sort((a, b) => a - b)[own.length >> 1]!
  if (middle <= 0) return () => ({ own: [], matter: undefined })
  return (share) => {
    const least = share * middle
    return {
      own: reports.filter((one) => scores.get(one)! >= least),
      matter: () => ({
        reports: many,
        weights: new Map(weighed.map((key) => [keys[key]!, weights[key]!])),
        counts: new Map(keys.map((key, number) => [key, all[number]!])),
        ...(time ? { time } : {}),
        least,
        whole: middle,
        words: tellingWords(weighed, (key) => weights[key]! * Math.sqrt(within.counts[key]! / few), keys),
      }),
    }
  }
}

/** The words among some keys that tell most. */
const tellingWords = (
  weighed: readonly number[],
  worthOf: (key: number) => number,
  keys: readonly string[],
): string[] =>
  weighed
    .filter((key) => keys[key]!.startsWith('w:'))
    .map((key) => ({ word: keys[key]!.slice(2), worth: worthOf(key) }))
    .sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
    .slice(0, TELLING_WORDS)
    .map(({ word }) => word)

/** What a report has of the matter's keys, against all it has: a long report names some of everything. */
function scoresIn({ reports, counts, weights, time }: Matter): (one: Keyed) => number {
  const worths = new Map(
    [...counts].map(([key, count]) => [
      key,
      { rarity: Math.log(reports / count), weight: weights.get(key) ?? 0 },
    ]),
  )
  // What none of the sample has is as rare as what one has.
  const rarest = { rarity: Math.log(reports), weight: 0 }
  return ({ keys, times, day }) => {
    let [shared, all] = [0, 1]
    for (let at = 0; at < keys.length; at++) {
      const { rarity, weight } = worths.get(keys[at]!) ?? rarest
      const often = Math.log2(1 + times[at]!)
      shared += often * weight
      all += often * rarity
    }
    return inTime(day, time) * (shared / Math.sqrt(all))
  }
}
