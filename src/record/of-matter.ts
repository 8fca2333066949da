// In: readings. Out: which reports tell of the matter that is negotiated most, where the others are other news.
import type { Reading } from '../model/index.ts'
import { addTo } from './group.ts'
import { type KeyNumbers, keyedOf, keyNumbers, type Numbered, numbered } from './keyed.ts'
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

/** By what a report is told to be of the matter: weights of keys, how many reports have each, its time, and the least score. */
export interface Matter {
  readonly reports: number
  /** Of keys by their numbers, in the order in which they are summed. */
  readonly weights: ReadonlyMap<number, number>
  /** Of keys that more than one report has. */
  readonly counts: ReadonlyMap<number, number>
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
  readonly keyed: readonly Numbered[]
  /** What the numbers of keys stand for. */
  readonly names: readonly string[]
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
  const numbers = keyNumbers()
  const keyed = readings
    .map((reading) => numbered(keyedOf(reading), numbers))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const news = keyed.filter((one) => !one.official).slice(0, MATTER_SAMPLE)
  return { keyed, names: numbers.names, matter: matterOf(news, numbers) }
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
export function sharesIn(
  matter: Matter,
): (one: Numbered) => { readonly own: boolean; readonly whole: boolean } {
  const scoreOf = scoresIn(matter)
  return (one) => {
    const score = one.official ? Number.POSITIVE_INFINITY : scoreOf(one)
    return { own: score >= matter.least, whole: score >= matter.whole }
  }
}

/** The matter of some news, sorted by id, or of the first of many: so one report more seldom changes anything. */
export function matterOf(
  news: readonly Numbered[],
  { nameOf }: Pick<KeyNumbers, 'nameOf'>,
): Matter | undefined {
  if (news.length < FEWEST_REPORTS) return undefined
  const archive = archiveOf(news, nameOf)
  const { reports, all } = archive
  const shared = [...all.keys()].filter((key) => all[key]! > WHOLE * reports.length).map(archive.nameOf)
  const words = shared.filter((key) => key.startsWith('w:')).length
  if (shared.length - words >= SHARED_NAMES && words >= SHARED_WORDS) return undefined
  const { own, matter } = worthiest(archive)
  return own.length < FEWEST_OF_MATTER || own.length > WHOLE * reports.length ? undefined : matter?.()
}

/** A report with its keys as numbers from 0 of the archive's own, how often it has each, and how much that counts. */
interface Drawn {
  /** Its place in the archive. */
  readonly at: number
  readonly day?: number
  readonly keys: Int32Array
  readonly counts: readonly number[]
  readonly times: Float64Array
  readonly read: number
  readonly negotiating: number
}

interface Archive {
  readonly reports: readonly Drawn[]
  /** What each number stands for, here and elsewhere. */
  nameOf(key: number): string
  readonly numbers: Int32Array
  /** Reports with each key, by its number. */
  readonly all: Uint32Array
  /** How rare each key is. */
  readonly rarity: Float64Array
  /** All that a report has by rarity, as {@link scoresIn} takes it, whatever the matter. */
  readonly lengths: Float64Array
  /** Who has each key, and how much that counts: those of key n from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Uint32Array
  readonly holders: Uint32Array
  readonly held: Float64Array
}

function archiveOf(news: readonly Numbered[], nameOf: KeyNumbers['nameOf']): Archive {
  const known = new Int32Array(1 + news.reduce((most, { keys }) => keys.reduce(larger, most), 0)).fill(-1)
  const numbers: number[] = []
  const reports = news.map(
    ({ keys, times, ...rest }, at): Drawn => ({
      ...rest,
      at,
      keys: renumbered(keys, known, numbers),
      counts: times,
      times: logsOf(times),
    }),
  )
  const all = new Uint32Array(numbers.length)
  for (const { keys } of reports) for (let n = 0; n < keys.length; n++) all[keys[n]!]!++
  const rarity = Float64Array.from(all, (count) => Math.log(reports.length / count))
  const starts = new Uint32Array(numbers.length + 1)
  for (let key = 0; key < numbers.length; key++) starts[key + 1] = starts[key]! + all[key]!
  const next = starts.slice()
  const holders = new Uint32Array(starts[numbers.length]!)
  const held = new Float64Array(holders.length)
  for (const { at, keys, times } of reports)
    for (let n = 0; n < keys.length; n++) {
      const place = next[keys[n]!]!++
      holders[place] = at
      held[place] = times[n]!
    }
  return {
    reports,
    nameOf: (key) => nameOf(numbers[key]!),
    numbers: Int32Array.from(numbers),
    all,
    rarity,
    lengths: Float64Array.from(reports, ({ keys, times }) => {
      let whole = 1
      for (let n = 0; n < keys.length; n++) whole += times[n]! * rarity[keys[n]!]!
      return Math.sqrt(whole)
    }),
    starts,
    holders,
    held,
  }
}

/** Keys by numbers from 0, which `known` has by the numbers given and `numbers` the other way round. */
function renumbered(keys: Int32Array, known: Int32Array, numbers: number[]): Int32Array {
  const found = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!
    if (known[key]! < 0) known[key] = numbers.push(key) - 1
    found[at] = known[key]!
  }
  return found
}

/** How much it counts to have a key so often, up to 63 times. */
const OFTEN = Float64Array.from({ length: 64 }, (_, times) => Math.log2(1 + times))
const logOf = (times: number): number => OFTEN[times] ?? Math.log2(1 + times)

/** How much it counts to have keys so often. */
function logsOf(times: readonly number[]): Float64Array {
  const logs = new Float64Array(times.length)
  for (let at = 0; at < times.length; at++) logs[at] = logOf(times[at]!)
  return logs
}

const larger = (a: number, b: number): number => (a > b ? a : b)

/** The words of a report by weight, as a direction (length 1). */
interface Direction {
  readonly keys: Int32Array
  readonly weights: Float64Array
}

/**
 * Each report's direction: how often it has a key, times how rare the key is (Salton and Buckley 1988), squared, so that
 * what is alike in all news of one country's politics joins less than the words of one bill.
 */
function directionsOf({ reports, all, rarity }: Archive): readonly Direction[] {
  const most = WHOLE * reports.length
  return reports.map((report) => {
    const keys = new Int32Array(report.keys.length)
    const weights = new Float64Array(report.keys.length)
    let own = 0
    let squares = 0
    for (let at = 0; at < report.keys.length; at++) {
      const key = report.keys[at]!
      // What one report or half of all have joins none.
      if (all[key]! < 2 || all[key]! > most) continue
      const weight = report.times[at]! * rarity[key]! * rarity[key]!
      keys[own] = key
      weights[own++] = weight
      squares += weight * weight
    }
    const length = Math.sqrt(squares) || 1
    for (let at = 0; at < own; at++) weights[at] = weights[at]! / length
    return { keys: keys.subarray(0, own), weights: weights.subarray(0, own) }
  })
}

/**
 * What some reports are worth as a matter: the more of them, the more any two of them have in common (mean cosine, beyond
 * chance), and the more than others they negotiate.
 */
function worthIn(archive: Archive): (some: readonly Drawn[]) => number {
  const directions = directionsOf(archive)
  const sums = new Float64Array(archive.all.length)
  const inCommon = (some: readonly Drawn[]): number => {
    let squares = 0
    for (const report of some) {
      const { keys, weights } = directions[report.at]!
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at]!
        const before = sums[key]!
        const weight = weights[at]!
        sums[key] = before + weight
        squares += weight * (before + before + weight)
      }
    }
    for (const report of some) for (const key of directions[report.at]!.keys) sums[key] = 0
    return Math.max(0, squares - some.length) / (some.length * (some.length - 1))
  }
  const talksIn = (some: readonly Drawn[]): number =>
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
  const { reports, nameOf } = archive
  const worth = worthIn(archive)
  const like = byWhich(likeIn(archive))
  const worthOf = byWhich((own) => (own.length > WHOLE * reports.length ? 0 : worth(own)))
  const about = new Map<number, Drawn[]>()
  for (const report of reports)
    report.counts.forEach((count, at) => {
      if (count >= (report.read <= SHORT ? ABOUT_SHORT : ABOUT)) addTo(about, report.keys[at]!, report)
    })
  const seeds = [...about]
    .map(([key, own]) => ({ key, own, worth: worthOf(own) }))
    .filter((seed) => seed.worth > 0)
    .sort((a, b) => b.worth - a.worth || (nameOf(a.key) < nameOf(b.key) ? -1 : 1))
    .slice(0, MOST_SEEDS)
  let best: { readonly found: Alike; readonly worth: number } | undefined
  for (const { own } of seeds)
    for (const share of ALIKE) {
      let found: Alike = { own, matter: undefined }
      for (let pass = 0; pass < PASSES && found.own.length >= FEWEST_OF_MATTER; pass++)
        found = like(found.own)(share)
      const one = { found, worth: worthOf(found.own) }
      if (one.worth > (best?.worth ?? 0)) best = one
    }
  return best?.found ?? { own: [], matter: undefined }
}

/** Asked once of each list of reports: several keys, and several passes, lead to the same; all stand in one order. */
function byWhich<T>(work: (own: readonly Drawn[]) => T): (own: readonly Drawn[]) => T {
  const known = new Map<string, T>()
  return (own) => {
    const which = own.map(({ at }) => at).join()
    const found = known.get(which) ?? work(own)
    known.set(which, found)
    return found
  }
}

interface Alike {
  readonly own: readonly Drawn[]
  readonly matter: (() => Matter) | undefined
}

/** When the reports of a matter appeared: the first and last day that are of its time, and the days of its middle half. */
interface Time {
  readonly from: number
  readonly to: number
  readonly middle: number
}

/** Undefined where too few of the reports have a day. */
function timeOf(reports: readonly Drawn[]): Time | undefined {
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

/** Finds the reports that share with some at least a part of what the middle one of them shares with the others. */
function likeIn(archive: Archive): (own: readonly Drawn[]) => (share: number) => Alike {
  const { reports, numbers, all, lengths, starts, holders, held } = archive
  const many = reports.length
  const within = new Uint32Array(all.length)
  return (own) => {
    const few = own.length
    const time = timeOf(own)
    const met: number[] = []
    for (const { keys } of own)
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at]!
        if (all[key]! > 1 && within[key]!++ === 0) met.push(key)
      }
    const telling: number[] = []
    const had: number[] = []
    const weights: number[] = []
    const shared = new Float64Array(many)
    for (const key of met) {
      const r = within[key]!
      const n = all[key]!
      within[key] = 0
      if (r * 5 < few || r < 2 || n - r > COMMON * (many - few)) continue
      const weight = Math.log(((r + 0.5) * (many - n - few + r + 0.5)) / ((n - r + 0.5) * (few - r + 0.5)))
      if (weight <= 0) continue
      telling.push(key)
      weights.push(weight)
      had.push(r)
      for (let at = starts[key]!; at < starts[key + 1]!; at++) shared[holders[at]!]! += held[at]! * weight
    }
    const scores = new Float64Array(many)
    for (let at = 0; at < many; at++)
      scores[at] = (inTime(reports[at]!.day, time) * shared[at]!) / lengths[at]!
    const middle = own.map(({ at }) => scores[at]!).sort((a, b) => a - b)[few >> 1]!
    if (middle <= 0) return () => ({ own: [], matter: undefined })
    return (share) => {
      const least = share * middle
      return {
        own: reports.filter(({ at }) => scores[at]! >= least),
        matter: () => ({
          reports: many,
          weights: new Map(telling.map((key, at) => [numbers[key]!, weights[at]!])),
          counts: countsIn(archive),
          ...(time ? { time } : {}),
          least,
          whole: middle,
          words: tellingWords(
            telling.map((key, at) => ({
              name: archive.nameOf(key),
              worth: weights[at]! * Math.sqrt(had[at]! / few),
            })),
          ),
        }),
      }
    }
  }
}

function countsIn({ all, numbers }: Archive): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let key = 0; key < all.length; key++) if (all[key]! > 1) counts.set(numbers[key]!, all[key]!)
  return counts
}

/** The words among some keys that tell most. */
const tellingWords = (keys: readonly { readonly name: string; readonly worth: number }[]): string[] =>
  keys
    .filter(({ name }) => name.startsWith('w:'))
    .map(({ name, worth }) => ({ word: name.slice(2), worth }))
    .sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
    .slice(0, TELLING_WORDS)
    .map(({ word }) => word)

/** What a report has of the matter's keys, against all it has: a long report names some of everything. */
function scoresIn({ reports, counts, weights, time }: Matter): (one: Numbered) => number {
  const size = 1 + [...counts.keys()].reduce(larger, 0)
  // What none of the reports looked at has is as rare as what one has.
  const rarest = Math.log(reports)
  const rarity = new Float64Array(size).fill(rarest)
  for (const [key, count] of counts) rarity[key] = Math.log(reports / count)
  const places = new Int32Array(size).fill(-1)
  const weighed = [...weights.values()]
  for (const [place, key] of [...weights.keys()].entries()) places[key] = place
  // Summed in the order of the weights, as where they were found: so no report is of the matter here and not there.
  const has = new Float64Array(weighed.length)
  return ({ keys, times, day }) => {
    let all = 1
    has.fill(0)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!
      const much = logOf(times[at]!)
      all += much * (key < size ? rarity[key]! : rarest)
      const place = key < size ? places[key]! : -1
      if (place >= 0) has[place] = much
    }
    let shared = 0
    for (let place = 0; place < has.length; place++) shared += has[place]! * weighed[place]!
    return (inTime(day, time) * shared) / Math.sqrt(all)
  }
}
