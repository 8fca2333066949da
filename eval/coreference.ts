// In: two partitions of mentions. Out: MUC, B³, CEAF-e and their mean, as the CoNLL-2012 scorer counts.

export type Clusters = readonly (readonly string[])[]

/** Numerators and denominators of recall and precision, so that topics can be summed. */
export interface CoreferenceCounts {
  readonly muc: Sums
  readonly b3: Sums
  readonly ceaf: Sums
}

export interface Sums {
  recallHit: number
  recallAll: number
  precisionHit: number
  precisionAll: number
}

const noSums = (): Sums => ({ recallHit: 0, recallAll: 0, precisionHit: 0, precisionAll: 0 })

export const noCoreference = (): CoreferenceCounts => ({ muc: noSums(), b3: noSums(), ceaf: noSums() })

const clusterOf = (clusters: Clusters): Map<string, number> =>
  new Map(clusters.flatMap((mentions, i) => mentions.map((mention) => [mention, i] as const)))

/** Links of `from` that survive in `to`: Vilain et al. 1995. */
function links(from: Clusters, to: ReadonlyMap<string, number>): { hit: number; all: number } {
  let hit = 0
  let all = 0
  for (const mentions of from) {
    const parts = new Set<number>()
    let alone = 0
    for (const mention of mentions) {
      const part = to.get(mention)
      if (part === undefined) alone++
      else parts.add(part)
    }
    hit += mentions.length - parts.size - alone
    all += mentions.length - 1
  }
  return { hit, all }
}

/** Sum over mentions of the share of their cluster that `to` keeps with them: Bagga & Baldwin 1998. */
function kept(from: Clusters, to: ReadonlyMap<string, number>): { hit: number; all: number } {
  let hit = 0
  let all = 0
  for (const mentions of from) {
    const sizes = new Map<number, number>()
    for (const mention of mentions) {
      const part = to.get(mention)
      if (part !== undefined) sizes.set(part, (sizes.get(part) ?? 0) + 1)
    }
    for (const size of sizes.values()) hit += (size * size) / mentions.length
    all += mentions.length
  }
  return { hit, all }
}

/** Best one-to-one sum of a matrix of likenesses (Kuhn 1955, with potentials); rows and columns may differ in number. */
export function bestAssignment(likeness: readonly (readonly number[])[]): number {
  const rows = likeness.length
  const columns = likeness[0]?.length ?? 0
  if (rows === 0 || columns === 0) return 0
  if (rows > columns)
    return bestAssignment(Array.from({ length: columns }, (_, c) => likeness.map((row) => row[c]!)))
  const u = new Float64Array(rows + 1)
  const v = new Float64Array(columns + 1)
  const match = new Int32Array(columns + 1)
  const way = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    match[0] = row
    let column = 0
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(columns + 1)
    do {
      used[column] = 1
      const current = match[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let c = 1; c <= columns; c++) {
        if (used[c]) continue
        const cost = -likeness[current - 1]![c - 1]! - u[current]! - v[c]!
        if (cost < least[c]!) {
          least[c] = cost
          way[c] = column
        }
        if (least[c]! < delta) {
          delta = least[c]!
          next = c
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (used[c]) {
          u[match[c]!] = u[match[c]!]! + delta
          v[c] = v[c]! - delta
        } else least[c] = least[c]! - delta
      }
      column = next
    } while (match[column] !== 0)
    do {
      const before = way[column]!
      match[column] = match[before]!
      column = before
    } while (column !== 0)
  }
  let sum = 0
  for (let c = 1; c <= columns; c++) if (match[c]! > 0) sum += likeness[match[c]! - 1]![c - 1]!
  return sum
}

/** Adds one topic: gold and found clusters over the same names of mentions. */
export function addTopic(counts: CoreferenceCounts, gold: Clusters, found: Clusters): void {
  const inGold = clusterOf(gold)
  const inFound = clusterOf(found)
  const add = (sums: Sums, recall: { hit: number; all: number }, precision: { hit: number; all: number }) => {
    sums.recallHit += recall.hit
    sums.recallAll += recall.all
    sums.precisionHit += precision.hit
    sums.precisionAll += precision.all
  }
  add(counts.muc, links(gold, inFound), links(found, inGold))
  add(counts.b3, kept(gold, inFound), kept(found, inGold))
  const likeness = gold.map((mentions) => {
    const row = new Array<number>(found.length).fill(0)
    for (const mention of mentions) {
      const at = inFound.get(mention)
      if (at !== undefined) row[at]! += 1
    }
    return row.map((both, c) => (both === 0 ? 0 : (2 * both) / (mentions.length + found[c]!.length)))
  })
  const hit = bestAssignment(likeness)
  add(counts.ceaf, { hit, all: gold.length }, { hit, all: found.length })
}

/** F1 of one measure. */
export function f1Of({ recallHit, recallAll, precisionHit, precisionAll }: Sums): number {
  const recall = recallAll === 0 ? 0 : recallHit / recallAll
  const precision = precisionAll === 0 ? 0 : precisionHit / precisionAll
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
}

/** Mean of the three F1. */
export const conllF1 = ({ muc, b3, ceaf }: CoreferenceCounts): number =>
  (f1Of(muc) + f1Of(b3) + f1Of(ceaf)) / 3
