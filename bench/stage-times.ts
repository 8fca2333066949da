// In: texts and the layers. Out: the CPU time of the language layer as it is run, of its stages, of claims and record, and of the reference work, by round.

import type { Doc } from '#parley/language/doc.ts'
import type { Claim, Reading } from '#parley/model/claim.ts'
import type { Report } from '#parley/model/report.ts'
import { type Layers, STAGES } from '../eval/layers.ts'
import { median } from './median.ts'
import { referenceWork } from './reference.ts'

export interface StageTime {
  readonly stage: string
  /** Median milliseconds for all texts: CPU of the thread, which a busy machine does not stretch. */
  readonly ms: number
  /** Median of the ratios to the reference work of the same round. */
  readonly ratio: number
}

export interface StageTimes {
  readonly stages: readonly StageTime[]
  readonly referenceMs: number
  readonly tokens: number
  readonly sentences: number
  readonly claims: number
  /** CPU milliseconds (user and system, all threads) of the language layer for all texts, by the median round. */
  readonly layerCpuMs: number
  /** The same by wall clock, and by CPU of its thread. */
  readonly layerWallMs: number
  readonly layerMs: number
}

type Timed = Map<string, number>

function timed<T>(times: Timed, name: string, work: () => T): T {
  const before = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(before)
  times.set(name, (times.get(name) ?? 0) + (user + system) / 1000)
  return result
}

/** The layer as it is run, and stage by stage, over all reports, `rounds` times, the reference work between the rounds; the first round only warms up. */
export function measureStages(reports: readonly Report[], layers: Layers, rounds: number): StageTimes {
  const given = { models: layers.models, lexicon: layers.lexicon }
  const stages = STAGES.flatMap(([name, needs]) => {
    const run = layers.find(name)
    return run === undefined || name === 'startDraft' ? [] : [{ name, run, needs }]
  })
  const start = layers.find('startDraft')!
  const engine = layers.engine as { claims: unknown }
  const readDoc = layers.find('readDoc') as (report: Report, engine: unknown) => Doc
  const findClaims = layers.find('findClaims') as
    | ((doc: Doc, id: string, engine: unknown) => Claim[])
    | undefined
  const readingOf = layers.find('readingOf') as
    | ((report: Report, doc: Doc, engine: unknown) => Reading)
    | undefined
  const buildRecord = layers.find('buildRecord')
  const all: { times: Timed; reference: number; cpu: number; wall: number }[] = []
  let counts = { tokens: 0, sentences: 0, claims: 0 }
  for (let round = 0; round <= rounds; round++) {
    const times: Timed = new Map()
    const reference: Timed = new Map()
    timed(reference, 'reference', referenceWork)
    // Each stage once, by itself; the layer beside them tags and parses over stand-ins, and mends what it tagged and parsed.
    for (const report of reports) {
      const draft = timed(times, 'startDraft', () => start(report.text, report.parts, 'en')) as Doc
      for (const { name, run, needs } of stages)
        timed(times, name, () => run(draft, ...needs.map((need) => given[need])))
    }
    const before = process.cpuUsage()
    const from = performance.now()
    const docs = reports.map((report) => timed(times, 'readText', () => readDoc(report, layers.engine)))
    const used = process.cpuUsage(before)
    const wall = performance.now() - from
    if (findClaims !== undefined && engine !== undefined) {
      counts = { tokens: 0, sentences: 0, claims: 0 }
      reports.forEach((report, i) => {
        counts.claims += timed(times, 'findClaims', () =>
          findClaims(docs[i]!, report.id, engine.claims),
        ).length
      })
    }
    if (readingOf !== undefined && buildRecord !== undefined && engine !== undefined) {
      const readings = reports.map((report, i) => readingOf(report, docs[i]!, engine))
      timed(times, 'buildRecord', () => buildRecord(readings))
    }
    for (const { tokens, sents } of docs) {
      counts.tokens += tokens.count
      counts.sentences += sents.length
    }
    if (round > 0)
      all.push({
        times,
        reference: reference.get('reference')!,
        cpu: (used.user + used.system) / 1000,
        wall,
      })
  }
  const names = [...all[0]!.times.keys()]
  return {
    stages: names.map((stage) => ({
      stage,
      ms: median(all.map(({ times }) => times.get(stage)!)),
      ratio: median(all.map(({ times, reference }) => times.get(stage)! / reference)),
    })),
    referenceMs: median(all.map(({ reference }) => reference)),
    layerCpuMs: median(all.map(({ cpu }) => cpu)),
    layerWallMs: median(all.map(({ wall }) => wall)),
    layerMs: median(all.map(({ times }) => times.get('readText')!)),
    ...counts,
  }
}
