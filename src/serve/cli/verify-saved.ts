// In: a saved record and paths as typed. Out: whether it holds against the reports, printed with every place where not.
import { problem } from '../../problem.ts'
import { recordJson, type SavedRecord } from '../../views/record-json.ts'
import { differences, type Mismatch, parseRecord, verifyRecord } from '../../views/verify.ts'
import { countWords } from '../../views/words/value-words.ts'
import type { Exit } from './command.ts'
import { missing, questionOf } from './open.ts'
import type { Typed } from './options.ts'
import { progressOn } from './progress.ts'
import type { RecordQuestion, World } from './world.ts'

/** Mismatches printed one by one. */
const SHOWN = 20

/** Checks a saved record; where it was made by this version of the reading, makes it again and compares all of it. */
export async function verifySaved(typed: Typed, world: World): Promise<Exit> {
  const [path, ...paths] = typed.positionals
  if (path === undefined) throw missing(typed, 'saved record')
  const question = questionOf(typed, paths, world)
  const parsed = parseRecord(await world.readFile(path))
  if ('why' in parsed) throw problem('record-not-understood', { path, why: parsed.why })
  const progress = progressOn(world)
  const { reports, engine } = await world.openReports(question, progress.report)
  const record = parsed.record as SavedRecord
  const found = verifyRecord(record, reports)
  const alike = record.readingVersion === engine.version
  // Where a report or the record itself was altered, all else differs too and would only hide the place.
  const again = alike && found.mismatches.length === 0 ? await madeAgain(record, question, world) : []
  progress.end()
  const mismatches = [...found.mismatches, ...again]
  for (const item of mismatches.slice(0, SHOWN)) world.out(`${item.where}: ${item.what}\n`)
  if (mismatches.length > SHOWN) world.out(`and ${mismatches.length - SHOWN} more\n`)
  const first = mismatches[0]
  if (first)
    throw problem('record-does-not-hold', {
      path,
      count: mismatches.length,
      first: `${first.where}: ${first.what}`,
    })
  world.out(
    `${path} holds: ${countWords(found.reports, 'report')}, ${countWords(found.spans, 'span')} and ${countWords(found.evidence, 'quote')} checked` +
      `${alike ? '; made again from the reports, it is the same' : '; made by another version of the reading, so its claims were not made again'}.\n`,
  )
  return 0
}

// The saved record knows its days, so the same question can be asked again.
async function madeAgain(
  record: SavedRecord,
  asked: RecordQuestion,
  world: World,
): Promise<readonly Mismatch[]> {
  const question = {
    ...asked,
    ...(record.asOf === undefined ? {} : { asOf: record.asOf }),
    ...(record.on === undefined ? {} : { on: record.on }),
  }
  const { reader } = await world.openRecord(question, () => {})
  return differences(comparable(record), comparable(recordJson(reader, record.asOf)))
}

// Paths and the notices on them are as they were given; hashes are checked on their own.
function comparable({ notices: _, sha256: __, reports, ...rest }: SavedRecord): object {
  return { ...rest, reports: reports.map(({ path: ___, ...report }) => report) }
}
