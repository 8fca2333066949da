// In: readings. Out: which reports tell of the matter that is negotiated most, where the others are other news.
import type { Claim, Reading } from '../model/index.ts'

/** Fewer reports than these are no news service: whoever put them together meant them all. */
const FEWEST_REPORTS = 20
/** Fewer reports than these tell of no matter that could be told from chance. */
const FEWEST_OF_MATTER = 4
/** A matter of more than this share of all reports is what they are about: none is other news. */
const WHOLE = 0.5
/** Times of looking again for what the reports found so far have in common; with more, the matter drifts. */
const PASSES = 2
/** Standard deviations by which the reports with the first key negotiate more than chance: of thousands of keys tried, none by chance. */
const SURE = 4.5
/** The share of what a usual report of the matter has in common with the others that makes a report one of them. */
const ALIKE = 0.45

/** How much a claim tells of negotiating: meetings and agreements most, then measures, due days and what sides want. */
function weightOf(claim: Claim): number {
  if (claim.kind === 'position') return 1
  if (claim.kind !== 'act' && claim.kind !== 'state') return 0
  const thread = claim.body.about?.thread
  return thread === undefined ? 0 : thread === 'round' || thread === 'agreement' ? 2 : 1
}

/** One report cannot make a matter alone: what it tells counts less the more of it there is. */
const negotiates = ({ claims }: Reading): number =>
  Math.log2(1 + claims.reduce((sum, claim) => sum + weightOf(claim), 0))

const NO_KEY = /^(outlet|office|phrase):/

/** What a report is about, as far as it can be looked up: whom and what it names, each with how often (log). */
function keysOf(reading: Reading): Map<string, number> {
  const keys = new Map<string, number>()
  for (const { id, count } of reading.mentions)
    if (!NO_KEY.test(id)) keys.set(id, (keys.get(id) ?? 0) + count)
  for (const [id, count] of keys) keys.set(id, Math.log2(1 + count))
  return keys
}

/**
 * The reports of the matter: first those that name whom or what the reports that negotiate name more than chance would
 * have it (z of the sum), then, by weights of relevance (Robertson and Spärck Jones 1976), those that share most with
 * them. Undefined where all are: few reports, no such matter, or one that most of them tell of. Linear in the mentions.
 */
export function reportsOfMatter(readings: readonly Reading[]): ReadonlySet<string> | undefined {
  if (readings.length < FEWEST_REPORTS) return undefined
  const ordered = [...readings].sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  const keys = ordered.map(keysOf)
  const all = countKeys(keys)
  let own = seedOf(ordered.map(negotiates), keys, all)
  for (let pass = 0; pass < PASSES && own.length >= FEWEST_OF_MATTER; pass++) own = alike(own, keys, all)
  if (own.length < FEWEST_OF_MATTER || own.length > WHOLE * ordered.length) return undefined
  return new Set(own.map((at) => ordered[at]!.report.id))
}

function countKeys(keys: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const own of keys) for (const key of own.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The reports with the key whose reports negotiate most beyond what as many reports drawn by chance would. */
function seedOf(
  negotiating: readonly number[],
  keys: readonly ReadonlyMap<string, number>[],
  all: ReadonlyMap<string, number>,
): number[] {
  const mean = negotiating.reduce((sum, one) => sum + one, 0) / negotiating.length
  const spread = Math.sqrt(negotiating.reduce((sum, one) => sum + (one - mean) ** 2, 0) / negotiating.length)
  if (spread === 0) return []
  const sums = new Map<string, number>()
  keys.forEach((own, at) => {
    for (const key of own.keys()) sums.set(key, (sums.get(key) ?? 0) + negotiating[at]! - mean)
  })
  let best: { key: string; z: number } | undefined
  for (const [key, sum] of sums) {
    const count = all.get(key)!
    if (count < FEWEST_OF_MATTER) continue
    const z = sum / (spread * Math.sqrt(count))
    if (!best || z > best.z || (z === best.z && key < best.key)) best = { key, z }
  }
  return best && best.z >= SURE ? [...keys.keys()].filter((at) => keys[at]!.has(best.key)) : []
}

/** Reports that share with these at least a part of what the middle one of them shares with the others. */
function alike(
  own: readonly number[],
  keys: readonly ReadonlyMap<string, number>[],
  all: ReadonlyMap<string, number>,
): number[] {
  const within = countKeys(own.map((at) => keys[at]!))
  const [few, many] = [own.length, keys.length]
  const weights = new Map<string, number>()
  for (const [key, r] of within) {
    const n = all.get(key)!
    const weight = Math.log(((r + 0.5) * (many - n - few + r + 0.5)) / ((n - r + 0.5) * (few - r + 0.5)))
    if (r * 5 >= few && weight > 0) weights.set(key, weight)
  }
  const scores = keys.map((of) => {
    let [shared, whole] = [0, 1]
    for (const [key, times] of of) {
      shared += times * (weights.get(key) ?? 0)
      whole += times * Math.log(many / all.get(key)!)
    }
    // A long report names some of everything.
    return shared / Math.sqrt(whole)
  })
  const middle = own.map((at) => scores[at]!).sort((a, b) => a - b)[own.length >> 1]!
  return middle > 0 ? [...keys.keys()].filter((at) => scores[at]! >= ALIKE * middle) : []
}
