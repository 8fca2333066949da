// In: readings. Out: which reports tell of the matter that is negotiated most, where the others are other news.
import type { Claim, Reading } from '../model/index.ts'
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

/** What is looked at of one report. Keys are ids of what it names and "w:" words of its title and of what it claims. */
interface Keyed {
  readonly id: string
  /** How often it has each key. */
  readonly counts: ReadonlyMap<string, number>
  /** Sentences with each key, and those of them that negotiate. */
  readonly sentences: ReadonlyMap<string, { readonly all: number; readonly negotiating: number }>
  readonly read: number
  readonly negotiating: number
}

function keyed(reading: Reading): Keyed {
  const counts = new Map<string, number>()
  const add = (key: string, times: number) => counts.set(key, (counts.get(key) ?? 0) + times)
  const names = reading.mentions.filter(({ id }) => !NO_KEY.test(id))
  for (const { id, count } of names) add(id, count)
  const quotes = new Map<string, boolean>()
  for (const claim of reading.claims) {
    const { quote } = claim.evidence
    quotes.set(quote, quotes.get(quote) === true || negotiates(claim))
  }
  const sentences = new Map<string, { all: number; negotiating: number }>()
  for (const [quote, talks] of quotes) {
    const words = new Set(wordKeys(quote))
    for (const word of words) add(word, 1)
    for (const { id, name } of names) if (quote.includes(name)) words.add(id)
    for (const key of words) {
      const own = sentences.get(key) ?? { all: 0, negotiating: 0 }
      own.all++
      if (talks) own.negotiating++
      sentences.set(key, own)
    }
  }
  // What a headline names is what the report is about.
  for (const word of new Set(wordKeys(reading.report.title ?? ''))) add(word, 2)
  return {
    id: reading.report.id,
    counts,
    sentences,
    read: quotes.size,
    negotiating: [...quotes.values()].filter((talks) => talks).length,
  }
}

const wordKeys = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length > 2 && !/^\d/.test(word))
    .map((word) => `w:${word}`)

/**
 * The reports of the matter. It begins with the key ("quota", a bill's word, a state) whose sentences negotiate more than
 * those of all reports, and whose reports have more in common than chance would give them; then come, by weights of
 * relevance (Robertson and Spärck Jones 1976), the reports that share most with these. Undefined where all are of the
 * matter: few reports, a story alone, no such matter, or one that most of them tell of. Linear in names and words.
 */
export function reportsOfMatter(readings: readonly Reading[]): ReadonlySet<string> | undefined {
  if (readings.length < FEWEST_REPORTS) return undefined
  const reports = readings.map(keyed).sort((a, b) => (a.id < b.id ? -1 : 1))
  const all = countKeys(reports)
  const shared = [...all].filter(([key, count]) => !key.startsWith('w:') && count > WHOLE * reports.length)
  if (shared.length >= SHARED_NAMES) return undefined
  let own = seedOf(reports, all)
  for (let pass = 0; pass < PASSES && own.length >= FEWEST_OF_MATTER; pass++) own = alike(own, reports, all)
  if (own.length < FEWEST_OF_MATTER || own.length > WHOLE * reports.length) return undefined
  return new Set(own.map(({ id }) => id))
}

function countKeys(reports: readonly Keyed[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { counts: own } of reports)
    for (const key of own.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

interface Candidate {
  readonly key: string
  readonly about: readonly Keyed[]
  /** Standard deviations by which its sentences negotiate more than all. */
  readonly z: number
}

/** The reports about the strongest key. */
function seedOf(reports: readonly Keyed[], all: ReadonlyMap<string, number>): readonly Keyed[] {
  let best: { readonly one: Candidate; readonly strength: number } | undefined
  for (const one of candidatesOf(reports)) {
    // A word that many use in passing is the matter of none.
    const topical = Math.sqrt(one.about.length / all.get(one.key)!)
    const strength = one.z * topical * Math.sqrt(inCommon(one.about, all, reports.length))
    if (!best || strength > best.strength || (strength === best.strength && one.key < best.one.key))
      best = { one, strength }
  }
  return best && best.strength >= STRONG ? best.one.about : []
}

/** Keys that several reports are about and that stand in negotiating sentences beyond chance, the surest first. */
function candidatesOf(reports: readonly Keyed[]): Candidate[] {
  const read = reports.reduce((sum, one) => sum + one.read, 0)
  const share = reports.reduce((sum, one) => sum + one.negotiating, 0) / Math.max(read, 1)
  const about = new Map<string, Keyed[]>()
  const sums = new Map<string, { beyond: number; counted: number }>()
  for (const report of reports) {
    for (const [key, count] of report.counts) {
      if (count < ABOUT) continue
      const list = about.get(key)
      if (list) list.push(report)
      else about.set(key, [report])
    }
    for (const [key, { all, negotiating }] of report.sentences) {
      const sum = sums.get(key) ?? { beyond: 0, counted: 0 }
      const counted = Math.min(all, MOST_SENTENCES)
      sum.beyond += (negotiating / all - share) * counted
      sum.counted += counted
      sums.set(key, sum)
    }
  }
  return [...about]
    .flatMap(([key, list]): Candidate[] => {
      const sum = sums.get(key)
      if (!sum || list.length < FEWEST_OF_MATTER) return []
      const z = sum.beyond / Math.sqrt(sum.counted * share * (1 - share) + 1)
      return z < SURE ? [] : [{ key, about: list, z }]
    })
    .sort((a, b) => b.z - a.z || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_KEYS)
}

/** Least share of some reports with a key that they have in common, a standard deviation taken off for chance. */
const COMMON = 0.3

/** How much reports have in common beyond what as many others have: over the keys they share, share × log of its lift. */
function inCommon(some: readonly Keyed[], all: ReadonlyMap<string, number>, many: number): number {
  let sum = 0
  for (const [key, count] of countKeys(some)) {
    const share = (count - Math.sqrt(count)) / some.length
    const lift = Math.log((share * many) / all.get(key)!)
    if (share >= COMMON && lift > 1) sum += share * lift
  }
  return sum
}

/** Reports that share with these at least a part of what the middle one of them shares with the others. */
function alike(
  own: readonly Keyed[],
  reports: readonly Keyed[],
  all: ReadonlyMap<string, number>,
): readonly Keyed[] {
  const [few, many] = [own.length, reports.length]
  const weights = new Map<string, number>()
  for (const [key, r] of countKeys(own)) {
    const n = all.get(key)!
    const weight = Math.log(((r + 0.5) * (many - n - few + r + 0.5)) / ((n - r + 0.5) * (few - r + 0.5)))
    if (r * 5 >= few && r > 1 && weight > 0) weights.set(key, weight)
  }
  const scores = new Map(
    reports.map((report) => {
      let [shared, whole] = [0, 1]
      for (const [key, count] of report.counts) {
        const times = Math.log2(1 + count)
        shared += times * (weights.get(key) ?? 0)
        whole += times * Math.log(many / all.get(key)!)
      }
      // A long report names some of everything.
      return [report, shared / Math.sqrt(whole)] as const
    }),
  )
  const middle = own.map((one) => scores.get(one)!).sort((a, b) => a - b)[own.length >> 1]!
  return middle > 0 ? reports.filter((one) => scores.get(one)! >= ALIKE * middle) : []
}
