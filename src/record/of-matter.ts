// In: readings. Out: which reports tell of the matter that is negotiated most, where the others are other news.
import type { Claim, Reading } from '../model/index.ts'
import { addTo } from './group.ts'
import { wordsOf } from './words.ts'

/** Fewer reports than these are no news service: whoever put them together meant them all. */
const FEWEST_REPORTS = 20
/** Fewer reports than these tell of no matter that could be told from chance. */
const FEWEST_OF_MATTER = 4
/** A matter of more than this share of all reports is what they are about: none is other news. */
const WHOLE = 0.5
/** Names that more than half of all reports have: other news share their country and little more, one story many. */
const SHARED_NAMES = 4
/** Times that a report must have a key to be about it. */
const ABOUT = 3
/** Sentences with a key that count of one report. */
const MOST_SENTENCES = 5
/** Standard deviations by which a key's sentences negotiate more than those of all reports. */
const SURE = 2
/** The keys that negotiate most, which are looked at whole. */
const MOST_KEYS = 300
/** Least strength of the key that a matter begins with: no key of made-up or real other news without talks has it. */
const STRONG = 3
/** Times of looking again for what the reports found so far have in common; with more, the matter drifts. */
const PASSES = 2
/** The share of what a usual report of the matter has in common with the others that makes a report one of them. */
const ALIKE = 0.55

/** Roots of acts that bargain (PLOVER). */
const BARGAINS: ReadonlySet<string> = new Set(
  'AGREE CONSULT REQUEST REJECT THREATEN SUPPORT YIELD RETREAT COOPERATE'.split(' '),
)

/** Whether a claim tells of negotiating: of talks, agreements, measures, due days, votes, stands, leverage. */
function negotiates({ kind, body }: Claim): boolean {
  if (kind === 'position' || kind === 'linkage') return true
  if (kind !== 'act' && kind !== 'state') return false
  if (body.about !== undefined) return true
  return kind === 'act' && (BARGAINS.has(body.plover ?? '') || /^(?:vote|veto|sign)/.test(body.type))
}

const NO_KEY = /^(outlet|office|phrase):/

/** What is looked at of one report: plain JSON. Keys are ids of what it names, and "w:" words of its title and claims. */
export interface Keyed {
  readonly id: string
  /** An official document is no news: whoever put it beside reports meant it. */
  readonly official: boolean
  /** How often it has each key. */
  readonly counts: readonly (readonly [key: string, times: number])[]
  /** Sentences with each key, and those of them that negotiate. */
  readonly sentences: readonly (readonly [key: string, all: number, negotiating: number])[]
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

const keysIn = (text: string): string[] =>
  wordsOf(text)
    .map(keyOfWord)
    .filter((key) => key !== '')

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
  const sentences = new Map<string, [key: string, all: number, negotiating: number]>()
  for (const [quote, talks] of quotes) {
    const own = new Set(keysIn(quote))
    for (const key of own) add(key, 1)
    for (const { id, name } of names) if (quote.includes(name)) own.add(id)
    for (const key of own) {
      const known = sentences.get(key)
      if (!known) sentences.set(key, [key, 1, talks ? 1 : 0])
      else {
        known[1]++
        if (talks) known[2]++
      }
    }
  }
  // What a headline names is what the report is about.
  for (const key of new Set(keysIn(reading.report.title ?? ''))) add(key, 2)
  return {
    id: reading.report.id,
    official: reading.report.genre === 'official',
    counts: [...counts],
    sentences: [...sentences.values()],
    read: quotes.size,
    negotiating: [...quotes.values()].filter((talks) => talks).length,
  }
}

/** By what a report is told to be of the matter: weights of keys, how many reports have each, and the least score. */
export interface Matter {
  readonly reports: number
  readonly weights: ReadonlyMap<string, number>
  readonly counts: ReadonlyMap<string, number>
  readonly least: number
}

/** Reports by which the matter is found: of more, those with the first ids, which are as good as drawn by lot. */
export const MATTER_SAMPLE = 500

/**
 * The reports of the matter. It begins with the key ("quota", a bill's word, a state) whose sentences negotiate more than
 * those of all reports, and whose reports have more in common than chance would give them; then come, by weights of
 * relevance (Robertson and Spärck Jones 1976), the reports that share most with these. Undefined where all are of the
 * matter: few reports, a story alone, no such matter, or one that most of them tell of. Official documents are no news:
 * whoever put them beside reports meant them, so they are of it always. Linear in names and words.
 */
export function reportsOfMatter(readings: readonly Reading[]): ReadonlySet<string> | undefined {
  const reports = readings.map(keyedOf).sort((a, b) => (a.id < b.id ? -1 : 1))
  const matter = matterOf(reports.filter((one) => !one.official).slice(0, MATTER_SAMPLE))
  return matter && new Set(reports.filter((one) => isOfMatter(one, matter)).map(({ id }) => id))
}

/** Whether a report is of the matter. */
export const isOfMatter = (one: Keyed, matter: Matter): boolean =>
  one.official || scoreOf(one, matter) >= matter.least

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
    ({ counts, sentences, ...one }): Numbered => ({
      ...one,
      counts: new Map(counts.map(([key, times]) => [numberOf(key), times])),
      sentences: new Map(sentences.map(([key, all, negotiating]) => [numberOf(key), { all, negotiating }])),
    }),
  )
  const all = reportsWith(reports, names)
  const shared = names.filter(
    (key, number) => !key.startsWith('w:') && all.counts[number]! > WHOLE * reports.length,
  )
  if (shared.length >= SHARED_NAMES) return undefined
  const archive: Archive = { reports, keys: names, all: all.counts }
  let found: Alike = { own: seedOf(archive), matter: undefined }
  for (let pass = 0; pass < PASSES && found.own.length >= FEWEST_OF_MATTER; pass++)
    found = alike(found.own, archive)
  const { own, matter } = found
  return own.length < FEWEST_OF_MATTER || own.length > WHOLE * reports.length ? undefined : matter
}

/** A report with its keys as numbers. */
interface Numbered {
  readonly id: string
  readonly counts: ReadonlyMap<number, number>
  readonly sentences: ReadonlyMap<number, { readonly all: number; readonly negotiating: number }>
  readonly read: number
  readonly negotiating: number
}

interface Archive {
  readonly reports: readonly Numbered[]
  /** What each number stands for. */
  readonly keys: readonly string[]
  /** Reports with each key, by its number. */
  readonly all: Uint32Array
}

/** How many of these reports have each key, and the keys they have in the order met. */
function reportsWith(
  reports: readonly Numbered[],
  keys: readonly string[],
  counts: Uint32Array = new Uint32Array(keys.length),
): { readonly counts: Uint32Array; readonly met: readonly number[] } {
  const met: number[] = []
  for (const { counts: own } of reports) for (const key of own.keys()) if (counts[key]!++ === 0) met.push(key)
  return { counts, met }
}

interface Candidate {
  readonly key: number
  readonly about: readonly Numbered[]
  /** Standard deviations by which its sentences negotiate more than all. */
  readonly z: number
}

/** The reports about the strongest key. */
function seedOf(archive: Archive): readonly Numbered[] {
  const { all, keys } = archive
  let best: { readonly one: Candidate; readonly strength: number } | undefined
  const scratch = new Uint32Array(keys.length)
  for (const one of candidatesOf(archive)) {
    // A word that many use in passing is the matter of none.
    const topical = Math.sqrt(one.about.length / all[one.key]!)
    const strength = one.z * topical * Math.sqrt(inCommon(one.about, archive, scratch))
    const isFirst = best && keys[one.key]! < keys[best.one.key]!
    if (!best || strength > best.strength || (strength === best.strength && isFirst)) best = { one, strength }
  }
  return best && best.strength >= STRONG ? best.one.about : []
}

/** Keys that several reports are about and that stand in negotiating sentences beyond chance, the surest first. */
function candidatesOf({ reports, keys }: Archive): Candidate[] {
  const read = reports.reduce((sum, one) => sum + one.read, 0)
  const share = reports.reduce((sum, one) => sum + one.negotiating, 0) / Math.max(read, 1)
  const about = new Map<number, Numbered[]>()
  const sums = new Map<number, { beyond: number; counted: number }>()
  for (const report of reports) {
    for (const [key, count] of report.counts) {
      if (count < ABOUT) continue
      addTo(about, key, report)
    }
    for (const [key, { all, negotiating }] of report.sentences) {
      const counted = Math.min(all, MOST_SENTENCES)
      const beyond = (negotiating / all - share) * counted
      const sum = sums.get(key)
      if (!sum) sums.set(key, { beyond, counted })
      else {
        sum.beyond += beyond
        sum.counted += counted
      }
    }
  }
  return [...about]
    .flatMap(([key, list]): Candidate[] => {
      const sum = sums.get(key)
      if (!sum || list.length < FEWEST_OF_MATTER) return []
      const z = sum.beyond / Math.sqrt(sum.counted * share * (1 - share) + 1)
      return z < SURE ? [] : [{ key, about: list, z }]
    })
    .sort((a, b) => b.z - a.z || (keys[a.key]! < keys[b.key]! ? -1 : 1))
    .slice(0, MOST_KEYS)
}

/** Least share of some reports with a key that they have in common, a standard deviation taken off for chance. */
const COMMON = 0.3

/**
 * How much reports have in common beyond what as many others have: over the keys they share, share × log of its lift.
 * `scratch` is all 0, and is again afterwards.
 */
function inCommon(some: readonly Numbered[], { reports, keys, all }: Archive, scratch: Uint32Array): number {
  let sum = 0
  for (const key of reportsWith(some, keys, scratch).met) {
    const count = scratch[key]!
    scratch[key] = 0
    const share = (count - Math.sqrt(count)) / some.length
    if (share < COMMON) continue
    const lift = Math.log((share * reports.length) / all[key]!)
    if (lift > 1) sum += share * lift
  }
  return sum
}

interface Alike {
  readonly own: readonly Numbered[]
  readonly matter: Matter | undefined
}

/** Reports that share with these at least a part of what the middle one of them shares with the others. */
function alike(own: readonly Numbered[], { reports, keys, all }: Archive): Alike {
  const [few, many] = [own.length, reports.length]
  const weights = new Float64Array(keys.length)
  const weighed = new Map<string, number>()
  const within = reportsWith(own, keys)
  for (const key of within.met) {
    const [r, n] = [within.counts[key]!, all[key]!]
    const weight = Math.log(((r + 0.5) * (many - n - few + r + 0.5)) / ((n - r + 0.5) * (few - r + 0.5)))
    if (r * 5 < few || r < 2 || weight <= 0) continue
    weights[key] = weight
    weighed.set(keys[key]!, weight)
  }
  const rarity = Float64Array.from(all, (count) => Math.log(many / count))
  const scores = new Map(
    reports.map((report) => [
      report,
      scoreBy(
        report.counts,
        (key) => weights[key]!,
        (key) => rarity[key]!,
      ),
    ]),
  )
  const middle = own.map((one) => scores.get(one)!).sort((a, b) => a - b)[own.length >> 1]!
  if (middle <= 0) return { own: [], matter: undefined }
  const least = ALIKE * middle
  return {
    own: reports.filter((one) => scores.get(one)! >= least),
    matter: {
      reports: many,
      weights: weighed,
      counts: new Map(keys.map((key, number) => [key, all[number]!])),
      least,
    },
  }
}

/** What a report has of the matter's keys, against all it has: a long report names some of everything. */
function scoreBy<K>(
  counts: Iterable<readonly [K, number]>,
  weightOf: (key: K) => number,
  rarityOf: (key: K) => number,
): number {
  let [shared, whole] = [0, 1]
  for (const [key, count] of counts) {
    const times = Math.log2(1 + count)
    shared += times * weightOf(key)
    whole += times * rarityOf(key)
  }
  return shared / Math.sqrt(whole)
}

const scoreOf = ({ counts }: Keyed, matter: Matter): number =>
  scoreBy(
    counts,
    (key) => matter.weights.get(key) ?? 0,
    // What none of the sample has is as rare as what one has.
    (key) => Math.log(matter.reports / (matter.counts.get(key) ?? 1)),
  )
