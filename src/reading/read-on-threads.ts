// In: many reports. Out: their readings, read on as many threads as the machine has processors. Node only.
import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Reading, Report } from '../model/index.ts'
import type { EngineOptions } from './engine.ts'

/** Reports from which on starting threads is worth it: each loads the weights for itself. */
const WORTH_THREADS = 24
/** Reports a thread has in hand: one that it reads, and one to go on with. */
const IN_HAND = 2
const MOST_THREADS = 8

/** Threads that read what they are given while more is still being taken in. */
export interface ReadingThreads {
  /** Has a report read as soon as a thread is free; one given twice is read once. */
  take(report: Report): void
  /**
   * Waits for all that was given and ends the threads. Readings by the id of the report, the same as `readReport` gives.
   * A report whose reading broke, those of a thread that died, and all where they were too few to start a thread, are
   * not among them.
   */
  readings(): Promise<ReadonlyMap<string, Reading>>
}

/**
 * Where reading takes all processors, compilers beside it only take its time: code is compiled on the thread that runs it,
 * with little care at once, which takes less than running it as it stands, and with all care only what runs very often. Of three
 * hundred reports a third of all time went into compiling.
 */
const SPARING = {
  on: '--efficiency-mode --always-sparkplug',
  off: '--no-efficiency-mode --no-always-sparkplug',
}

/** Threads that start with the `least`th report. */
export function readingThreads(
  options: EngineOptions,
  rest: { readonly least?: number; readonly onProgress?: (done: number, of: number) => void } = {},
): ReadingThreads {
  const { least = WORTH_THREADS, onProgress = () => {} } = rest
  const readings = new Map<string, Reading>()
  const taken = new Set<string>()
  const waiting: Report[] = []
  const threads: Thread[] = []
  let next = 0
  let done = 0
  let isWhole = false
  const supply: Supply = {
    next: () => (next < waiting.length ? waiting[next++] : undefined),
    isOver: () => isWhole && next >= waiting.length,
    done: (id: string, reading: Reading | undefined) => {
      if (reading) readings.set(id, reading)
      onProgress(++done, taken.size)
    },
  }
  return {
    take: (report) => {
      if (taken.has(report.id)) return
      taken.add(report.id)
      waiting.push(report)
      if (threads.length > 0) for (const thread of threads) thread.fill()
      else if (waiting.length >= least) {
        setFlagsFromString(SPARING.on)
        for (let n = Math.min(availableParallelism(), MOST_THREADS); n > 0; n--)
          threads.push(threadOf(options, supply))
      }
    },
    readings: async () => {
      isWhole = true
      await Promise.all(threads.map((thread) => thread.end()))
      if (threads.length > 0) setFlagsFromString(SPARING.off)
      return readings
    },
  }
}

interface Supply {
  readonly next: () => Report | undefined
  /** Whether nothing more will come. */
  readonly isOver: () => boolean
  readonly done: (id: string, reading: Reading | undefined) => void
}

interface Thread {
  /** Gives it reports until its hands are full; ends it where nothing is left to do. */
  readonly fill: () => void
  /** Waits until it has ended. */
  readonly end: () => Promise<void>
}

function threadOf(options: EngineOptions, supply: Supply): Thread {
  // The same name beside this file, from TypeScript and from dist alike.
  const file = new URL(`./reading-worker${import.meta.url.slice(-3)}`, import.meta.url)
  const worker = new Worker(file, { workerData: options })
  // Whoever gives up before asking for the readings leaves nothing that keeps the process.
  worker.unref()
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  let inHand = 0
  let isLive = true
  const fill = () => {
    while (isLive && inHand < IN_HAND) {
      const report = supply.next()
      if (!report) break
      inHand++
      worker.postMessage(report)
    }
    if (isLive && inHand === 0 && supply.isOver()) {
      isLive = false
      void worker.terminate().then(() => resolve())
    }
  }
  worker.on('message', ({ id, reading }: { id: string; reading?: Reading }) => {
    inHand--
    supply.done(id, reading)
    fill()
  })
  worker.on('error', () => {
    isLive = false
    resolve()
  })
  fill()
  return {
    fill,
    end: () => {
      if (isLive) worker.ref()
      fill()
      return ended
    },
  }
}

/** Reads these and no others. */
export function readOnThreads(
  reports: readonly Report[],
  options: EngineOptions,
  onProgress?: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, Reading>> {
  const threads = readingThreads(options, { least: 1, ...(onProgress ? { onProgress } : {}) })
  for (const report of reports) threads.take(report)
  return threads.readings()
}
