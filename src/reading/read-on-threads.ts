// In: many reports. Out: their readings, read on as many threads as the machine has processors. Node only.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Reading, Report } from '../model/index.ts'
import type { EngineOptions } from './engine.ts'

/** Reports from which on starting threads is worth it: each loads the weights for itself. */
export const WORTH_THREADS = 24

/**
 * Readings by the id of the report, the same as `readReport` gives. A report whose reading broke, and those of a thread
 * that died, are not among them.
 */
export async function readOnThreads(
  reports: readonly Report[],
  options: EngineOptions,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>()
  let next = 0
  let done = 0
  const work = () =>
    new Promise<void>((resolve) => {
      // The same name beside this file, from TypeScript and from dist alike.
      const file = new URL(`./reading-worker${import.meta.url.slice(-3)}`, import.meta.url)
      const worker = new Worker(file, { workerData: options })
      const end = () => void worker.terminate().then(() => resolve())
      worker.on('message', ({ id, reading }: { id?: string; reading?: Reading }) => {
        if (id !== undefined) onProgress(++done, reports.length)
        if (id !== undefined && reading) readings.set(id, reading)
        const report = reports[next++]
        if (report) worker.postMessage(report)
        else end()
      })
      worker.on('error', () => resolve())
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 8) }, work))
  return readings
}
