// In: a question and paths as typed. Out: the answer, printed.
import { problem } from '../../problem.ts'
import { findPage } from '../../views/find.ts'
import type { Exit } from './command.ts'
import { missing, openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import type { World } from './world.ts'

/** Prints what answers a question. */
export async function findAnswer(typed: Typed, world: World): Promise<Exit> {
  const [question, ...paths] = typed.positionals
  if (question === undefined || question.trim() === '') throw missing(typed, 'question')
  // Whoever names the reports first is told so, before the question is sought among the files.
  if (paths.length > 0 && world.pathExists(question) && !paths.some(world.pathExists))
    throw problem('question-first', { question: paths.join(' '), path: question })
  const opened = await openTyped(typed, paths, world)
  await printPage(
    findPage(opened.reader, question, { all: typed.all, sentences: opened.sentences }),
    opened,
    typed,
    world,
  )
  return tellNotices(opened, world)
}
