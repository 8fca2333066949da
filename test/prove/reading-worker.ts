// In: texts, one a message. Out: for each what is wrong with its reading, and the CPU time it took. Runs in a worker thread.
import { parentPort } from 'node:worker_threads'
import { loadEngine } from '#parley/reading/engine.ts'
import { readDoc, readingOf } from '#parley/reading/read-report.ts'
import { brokenClaims, brokenDoc } from './broken-doc.ts'
import { plainReport } from './plain-report.ts'

export interface Asked {
  readonly text: string
  /** Read it a second time and compare. */
  readonly twice: boolean
}

export interface Answered {
  readonly wrong: readonly string[]
  /** CPU milliseconds of this thread for one reading. */
  readonly ms: number
}

const engine = loadEngine()

function read({ text, twice }: Asked): Answered {
  const report = plainReport(text)
  const before = process.threadCpuUsage()
  const doc = readDoc(report, engine)
  const reading = readingOf(report, doc, engine)
  const { user, system } = process.threadCpuUsage(before)
  const wrong = [...brokenDoc(doc), ...brokenClaims(text, reading.claims)]
  if (
    twice &&
    JSON.stringify(readingOf(report, readDoc(report, engine), engine)) !== JSON.stringify(reading)
  ) {
    wrong.push('a second reading differs')
  }
  return { wrong, ms: (user + system) / 1000 }
}

parentPort?.on('message', (asked: Asked) => {
  try {
    parentPort!.postMessage(read(asked))
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    parentPort!.postMessage({ wrong: [stack.split('\n').slice(0, 6).join(' | ')], ms: 0 })
  }
})
parentPort?.postMessage('ready')
