// In: a record and a deadline. Out: the act or agreement told around its day that says what came of it.
import { addDays, type Entry, type EntryOf } from '../model/index.ts'
import { matterIn, tellingWords } from './assemble/due-matters.ts'
import type { RecordReader } from './reader.ts'

/** Acts that settle what was due: a law signed, a vote, a ruling, work that stops or goes on. */
const SETTLES =
  /^(?:sign: law|reject: veto|vote(?:$|: (?:pass|reject|off))|rule|shutdown: |strike: |ceasefire: )/
const DONE: ReadonlySet<string> = new Set(['held', 'ongoing', 'background'])

/** Days before and after a due day within which what came of it is done. */
const BEFORE = 3
const AFTER = 4

interface Settling {
  readonly entry: Entry
  /** First and last day on which it may have been done. */
  readonly from: string
  readonly to: string
  readonly matter: string
  readonly words: ReadonlySet<string>
}

const known = new WeakMap<RecordReader, readonly Settling[]>()

/**
 * What a report tells to have been done about a deadline within three days before and four after its last due day: of
 * the same matter, or with a word of what falls due. Undefined where none is told, or where the day is not known.
 */
export function cameOf(reader: RecordReader, { body }: EntryOf<'deadline'>): Entry | undefined {
  const { earliest, latest } = body.due
  if (earliest === undefined || latest === undefined || addDays(earliest, 31) < latest) return undefined
  const [first, last] = [addDays(earliest, -BEFORE), addDays(latest, AFTER)]
  const matter = matterIn(body.what)
  const words = tellingWords(body.what)
  return settlingIn(reader).find(
    (one) =>
      one.from >= first &&
      one.to <= last &&
      ((matter !== '' && one.matter === matter) || words.some((word) => one.words.has(word))),
  )?.entry
}

function settlingIn(reader: RecordReader): readonly Settling[] {
  let all = known.get(reader)
  if (!all) {
    all = [
      ...reader.ofKind('act').flatMap((entry) => actOf(reader, entry)),
      ...reader.ofKind('agreement').flatMap(stagesOf),
    ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.entry.id < b.entry.id ? -1 : 1))
    known.set(reader, all)
  }
  return all
}

function actOf(reader: RecordReader, entry: EntryOf<'act'>): Settling[] {
  const { body, evidence, modality, polarity } = entry
  if (polarity !== 'affirmed' || !DONE.has(modality) || !SETTLES.test(body.type)) return []
  // Without a day of its own it was news when it was first told.
  const told = body.on?.earliest === undefined ? reader.report(evidence[0]!.report)?.published : body.on
  if (told?.earliest === undefined || told.latest === undefined) return []
  const text = `${body.type.split(':')[0]} ${body.object ?? ''}`
  const words = new Set(tellingWords(`${text} ${evidence[0]!.quote}`))
  return [{ entry, from: told.earliest, to: told.latest, matter: matterIn(text), words }]
}

const stagesOf = (entry: EntryOf<'agreement'>): Settling[] =>
  entry.body.stages.flatMap(({ stage, on, modality }) =>
    DONE.has(modality) && stage !== 'proposed' && on?.earliest !== undefined && on.latest !== undefined
      ? [
          {
            entry,
            from: on.earliest,
            to: on.latest,
            matter: 'deal',
            words: new Set(tellingWords([entry.body.name, ...entry.body.about].join(' '))),
          },
        ]
      : [],
  )
