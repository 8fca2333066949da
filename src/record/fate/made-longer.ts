// In: a record and an end that is told of something. Out: whether it is told elsewhere to have been put off to a later day.
import { type Days, type Entry, type EntryOf, type Evidence, sentenceKey } from '../../model/index.ts'
import { tellingWords } from '../assemble/due-matters.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import { outBy, type RecordReader } from '../reader.ts'

/** A later end: of what, by whom, until when, and where it is told. */
interface Longer {
  readonly words: ReadonlySet<string>
  readonly by: readonly string[]
  readonly until: string
  readonly evidence: readonly Evidence[]
}

const PUTS_OFF = /^(?:extend|expand|resume)$/
const TOLD: ReadonlySet<string> = new Set(['held', 'ongoing', 'planned', 'expected', 'background'])

/**
 * Whether an end told of a thing of this name was put off: the sentence that tells it tells a later one too ("which was to lapse in
 * March, was prolonged to June"), or a report that came out no earlier tells a later end of a thing of the same name by the same side.
 * @param by ids of those whose thing it is; empty where none is told
 */
export function isMadeLonger(
  reader: RecordReader,
  { entry, name, by, end }: { entry: Entry; name: string; by: readonly string[]; end: Days },
): boolean {
  const last = end.latest ?? end.earliest
  if (last === undefined) return false
  const words = tellingWords(name)
  const told = entry.evidence.filter(({ days }) => days.some(({ latest }) => latest === last))
  const outOn =
    told
      .map(({ report }) => outBy(reader, report))
      .sort()
      .at(-1) ?? ''
  const sentences = new Set(told.map(sentenceKey))
  const byWord = longerIn(reader)
  return [...new Set(words.flatMap((word) => byWord.get(word) ?? []))].some(
    (one) =>
      one.until > last &&
      one.evidence.some(
        (tells) =>
          sentences.has(sentenceKey(tells)) ||
          (outBy(reader, tells.report) >= outOn && outOn !== '' && isOne(one, words, by)),
      ),
  )
}

/** "It would move the end to April": a move that was only offered, once the day that it was to move is over. */
export const isOnlyOffered = (
  { on }: RecordReader,
  { moves, originalDue }: EntryOf<'deadline'>['body'],
): boolean =>
  on !== undefined &&
  originalDue?.latest !== undefined &&
  originalDue.latest < on &&
  moves.length > 0 &&
  moves.every(({ modality }) => !TOLD.has(modality) || modality === 'expected')

/** The shorter of two names within the longer, and no other side's. */
const isOne = (one: Longer, words: readonly string[], by: readonly string[]): boolean => {
  const shared = new Set(words.filter((word) => one.words.has(word))).size
  const isOfOne = by.length === 0 || one.by.length === 0 || by.some((id) => one.by.includes(id))
  return isOfOne && shared === Math.min(new Set(words).size, one.words.size)
}

/** Later ends by the words of what ends; a page asks many times. */
const longerIn = once((reader: RecordReader) =>
  byEachKey([...measuresIn(reader), ...deadlinesIn(reader)], ({ words }) => [...words]),
)

const measuresIn = (reader: RecordReader): Longer[] =>
  reader.ofKind('measure').flatMap(({ body, evidence, polarity }) =>
    body.steps.flatMap(({ effect, modality, to, evidence: ids }) =>
      polarity === 'affirmed' && PUTS_OFF.test(effect) && TOLD.has(modality) && to?.earliest !== undefined
        ? [
            {
              words: new Set(tellingWords(`${body.name} ${body.goods.join(' ')}`)),
              by: body.by.map(({ id }) => id),
              until: to.earliest,
              evidence: evidence.filter(({ id }) => ids.includes(id)),
            },
          ]
        : [],
    ),
  )

const deadlinesIn = (reader: RecordReader): Longer[] =>
  reader.ofKind('deadline').flatMap(({ body, evidence, polarity }) =>
    body.moves.flatMap(({ to, modality }) =>
      polarity === 'affirmed' && TOLD.has(modality) && to?.earliest !== undefined
        ? [
            {
              words: new Set(tellingWords(body.what)),
              by: body.obligor.map(({ id }) => id),
              until: to.earliest,
              evidence: evidence.filter(({ days }) => days.some(({ earliest }) => earliest === to.earliest)),
            },
          ]
        : [],
    ),
  )
