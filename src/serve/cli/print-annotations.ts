// In: paths as typed. Out: one line of JSON a report, printed as each is read.

import { annotationOf } from '../../reading/annotation.ts'
import { readDoc, readingOf } from '../../reading/read-report.ts'
import type { Exit } from './command.ts'
import { questionOf, tellAll } from './open.ts'
import type { Typed } from './options.ts'
import { progressOn } from './progress.ts'
import type { World } from './world.ts'

/** Prints what was found in every report. */
export async function printAnnotations(typed: Typed, world: World): Promise<Exit> {
  const progress = progressOn(world)
  const question = questionOf(typed, typed.positionals, world)
  const { reports, engine, notices, loss } = await world.openReports(question, progress.report)
  for (const [at, report] of reports.entries()) {
    progress.report('reading', at, reports.length)
    const doc = readDoc(report, engine)
    world.out(`${JSON.stringify(annotationOf(report, doc, readingOf(report, doc, engine)))}\n`)
  }
  progress.end()
  return tellAll(notices, world, loss)
}
