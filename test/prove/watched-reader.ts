// In: texts. Out: their readings' faults and times; a reading that runs on or takes all memory is ended and told as a fault.
import { Worker } from 'node:worker_threads'
import type { Answered, Asked } from './reading-worker.ts'

export interface WatchedReader {
  readonly read: (asked: Asked, limitMs: number) => Promise<Answered>
  readonly close: () => Promise<void>
}

/** Far above what a megabyte of prose needs. */
const MEMORY_MB = 2000

const start = (): Promise<Worker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })

/** Reads in a thread of its own, started anew after each end by force. */
export async function watchedReader(): Promise<WatchedReader> {
  let worker: Worker | undefined = await start()
  return {
    async read(asked, limitMs) {
      worker ??= await start()
      const own = worker
      const answer = await new Promise<Answered>((resolve) => {
        const ended = (what: string) => {
          worker = undefined
          void own.terminate()
          resolve({ wrong: [what], ms: limitMs })
        }
        const timer = setTimeout(() => ended(`not read within ${limitMs} ms`), limitMs)
        own.once('message', (answered: Answered) => {
          clearTimeout(timer)
          resolve(answered)
        })
        own.once('error', (error) => {
          clearTimeout(timer)
          ended(error.message)
        })
        own.postMessage(asked)
      })
      own.removeAllListeners('message')
      own.removeAllListeners('error')
      return answer
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}
