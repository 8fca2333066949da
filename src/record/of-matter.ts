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

/** Keys are ids of what a report names, and "w:" words of its title and of what it claims; each has a number. */
interface Keys {
  readonly names: readonly string[]
  readonly of: (name: string) => number
  /** Of the words of a text that may tell what it is about. */
  readonly in: (text: string) => readonly number[]
}

function newKeys(): Keys {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const words = new Map<string, number>()
  const keyOf = (name: string): number => {
    let number = numbers.get(name)
    if (number === undefined) {
      number = names.push(name) - 1
      numbers.set(name, number)
    }
    return number
  }
  const keyOfWord = (word: string): number => {
    let number = words.get(word)
    if (number === undefined) {
      number = word.length > 2 && !/^\d/.test(word) ? keyOf(`w:${word}`) : NO_NUMBER
      words.set(word, number)
    }
    return number
  }
  return {
    names,
    of: keyOf,
    in: (text) =>
      wordsOf(text)
        .map(keyOfWord)
        .filter((key) => key !== NO_NUMBER),
  }
}

const NO_NUMBER = -1

/** What is looked at of one report. */
interface Keyed {
  readonly id: string
  /** How often it has each key. */
  readonly counts: ReadonlyMap<number, number>
  /** Sentences with each key, and those of them that negotiate. */
  readonly sentences: ReadonlyMap<number, { readonly all: number; readonly negotiating: number }>
  readonly read: number
  readonly negotiating: number
}

function keyed(reading: Reading, keys: Keys): Keyed {
  const counts = new Map<number, number>()
  const add = (key: number, times: number) => counts.set(key, (counts.get(key) ?? 0) + times)
  const names = reading.mentions.filter(({ id }) => !NO_KEY.test(id))
  for (const { id, count } of names) add(keys.of(id), count)
  const quotes = new Map<string, boolean>()
  for (const claim of reading.claims) {
    const { quote } = claim.evidence
    quotes.set(quote, quotes.get(quote) === true || negotiates(claim))
  }
  const sentences = new Map<number, { all: number; negotiating: number }>()
  for (const [quote, talks] of quotes) {
    const own = new Set(keys.in(quote))
    for (const key of own) add(key, 1)
    for (const { id, name } of names) if (quote.includes(name)) own.add(keys.of(id))
    for (const key of own) {
      const known = sentences.get(key)
      if (!known) sentences.set(key, { all: 1, negotiating: talks ? 1 : 0 })
      else {
        known.all++
        if (talks) known.negotiating++
      }
    }
  }
  // What a headline names is what the report is about.
  for (const key of new Set(keys.in(reading.report.title ?? ''))) add(key, 2)
  return {
    id: reading.report.id,
    counts,
    sentences,
    read: quotes.size,
    negotiating: [...quotes.values()].filter((talks) => talks).length,
  }
}

/**
 * The reports of the matter. It begins with the key ("quota", a bill's word, a state) whose sentences negotiate more than
 * those of all reports, and whose reports have more in common than chance would give them; then come, by weights of
 * relevance (Robertson and Spärck Jones 1976), the reports that share most with these. Undefined where all are of the
 * matter: few reports, a story alone, no such matter, or one that most of them tell of. Official documents are no news:
 * whoever put them beside reports meant them, so they are of it always. Linear in names and words.
 */
export function reportsOfMatter(readings: readonly Reading[]): ReadonlySet<string> | undefined {
  const [official, news] = [readings.filter(isOfficial), readings.filter((one) => !isOfficial(one))]
  if (news.length < FEWEST_REPORTS) return undefined
  const keys = newKeys()
  const reports = news.map((reading) => keyed(reading, keys)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const all = reportsWith(reports, keys)
  const shared = keys.names.filter(
    (key, number) => !key.startsWith('w:') && all.counts[number]! > WHOLE * reports.length,
  )
  if (shared.length >= SHARED_NAMES) return undefined
  const archive: Archive = { reports, keys, all: all.counts }
  let own = seedOf(archive)
  for (let pass = 0; pass < PASSES && own.length >= FEWEST_OF_MATTER; pass++) own = alike(own, archive)
  if (own.length < FEWEST_OF_MATTER || own.length > WHOLE * reports.length) return undefined
  return new Set([...own.map(({ id }) => id), ...official.map(({ report }) => report.id)])
}

const isOfficial = ({ report }: Reading): boolean => report.genre === 'official'

interface Archive {
  readonly reports: readonly Keyed[]
  readonly keys: Keys
  /** Reports with each key, by its number. */
  readonly all: Uint32Array
}

/** How many of these reports have each key, and the keys they have in the order met. */
function reportsWith(
  reports: readonly Keyed[],
  keys: Keys,
  counts: Uint32Array = new Uint32Array(keys.names.length),
): { readonly counts: Uint32Array; readonly met: readonly number[] } {
  const met: number[] = []
  for (const { counts: own } of reports) for (const key of own.keys()) if (counts[key]!++ === 0) met.push(key)
  return { counts, met }
}

interface Candidate {
  readonly key: number
  readonly about: readonly Keyed[]
  /** Standard deviations by which its sentences negotiate more than all. */
  readonly z: number
}

/** The reports about the strongest key. */
function seedOf(archive: Archive): readonly Keyed[] {
  const { all, keys } = archive
  let best: { readonly one: Candidate; readonly strength: number } | undefined
  const scratch = new Uint32Array(keys.names.length)
  for (const one of candidatesOf(archive)) {
    // A word that many use in passing is the matter of none.
    const topical = Math.sqrt(one.about.length / all[one.key]!)
    const strength = one.z * topical * Math.sqrt(inCommon(one.about, archive, scratch))
    const isFirst = best && keys.names[one.key]! < keys.names[best.one.key]!
    if (!best || strength > best.strength || (strength === best.strength && isFirst)) best = { one, strength }
  }
  return best && best.strength >= STRONG ? best.one.about : []
}

/** Keys that several reports are about and that stand in negotiating sentences beyond chance, the surest first. */
function candidatesOf({ reports, keys }: Archive): Candidate[] {
  const read = reports.reduce((sum, one) => sum + one.read, 0)
  const share = reports.reduce((sum, one) => sum + one.negotiating, 0) / Math.max(read, 1)
  const about = new Map<number, Keyed[]>()
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
    .sort((a, b) => b.z - a.z || (keys.names[a.key]! < keys.names[b.key]! ? -1 : 1))
    .slice(0, MOST_KEYS)
}

/** Least share of some reports with a key that they have in common, a standard deviation taken off for chance. */
const COMMON = 0.3

/**
 * How much reports have in common beyond what as many others have: over the keys they share, share × log of its lift.
 * `scratch` is all 0, and is again afterwards.
 */
function inCommon(some: readonly Keyed[], { reports, keys, all }: Archive, scratch: Uint32Array): number {
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

/** Reports that share with these at least a part of what the middle one of them shares with the others. */
function alike(own: readonly Keyed[], { reports, keys, all }: Archive): readonly Keyed[] {
  const [few, many] = [own.length, reports.length]
  const weights = new Float64Array(keys.names.length)
  const within = reportsWith(own, keys)
  for (const key of within.met) {
    const [r, n] = [within.counts[key]!, all[key]!]
    const weight = Math.log(((r + 0.5) * (many - n - few + r + 0.5)) / ((n - r + 0.5) * (few - r + 0.5)))
    if (r * 5 >= few && r > 1 && weight > 0) weights[key] = weight
  }
  const rarity = Float64Array.from(all, (count) => Math.log(many / count))
  const scores = new Map(
    reports.map((report) => {
      let [shared, whole] = [0, 1]
      for (const [key, count] of report.counts) {
        const times = Math.log2(1 + count)
        shared += times * weights[key]!
        whole += times * rarity[key]!
      }
      // A long report names some of everything.
      return [report, shared / Math.sqrt(whole)] as const
    }),
  )
  const middle = own.map((one) => scores.get(one)!).sort((a, b) => a - b)[own.length >> 1]!
  return middle > 0 ? reports.filter((one) => scores.get(one)! >= ALIKE * middle) : []
}
