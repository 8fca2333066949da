// In: reports, one message each. Out: their readings, one message each. Runs on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import type { Report } from '../model/index.ts'
import { type EngineOptions, loadEngine } from './engine.ts'
import { readReport } from './read-report.ts'

const engine = loadEngine(workerData as EngineOptions)

parentPort?.on('message', (report: Report) => {
  try {
    parentPort?.postMessage({ id: report.id, reading: readReport(report, engine) })
  } catch {
    // Who asked reads it once more, and tells what broke.
    parentPort?.postMessage({ id: report.id })
  }
})
