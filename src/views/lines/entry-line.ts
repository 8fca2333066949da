// In: an entry or some of its evidence, and words. Out: the line that tells of it, with its marks, origins and evidence ids.
import type { Entry, Modality } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { originsBehind } from '../words/origin-words.ts'
import { cutAt, oneLine } from '../words/safe-text.ts'
import { type Line, type Mark, type OriginCount, plain, type Run } from './line.ts'

const MODALITY_MARKS: Partial<Record<Modality, Mark>> = {
  planned: 'planned',
  expected: 'expected',
  possible: 'possible',
  conditional: 'conditional',
  hypothetical: 'hypothetical',
}

/** The mark of a modality; what is held, ongoing or retold needs none. */
export const modalityMark = (modality: Modality): Mark | undefined => MODALITY_MARKS[modality]

/** Everything a reader must know before believing the entry. */
export function marksOf(entry: Entry): Mark[] {
  return [
    ...marksFor(entry.disputes.length > 0, entry.polarity === 'denied', entry.modality, entry.origins),
    ...(entry.evidence.length > 0 && entry.evidence.every((item) => item.flag !== undefined)
      ? (['out of time'] as const)
      : []),
    ...peoplesMarks(entry),
  ]
}

/** What people did to the entry: put right, noted, checked; a check holds until what the entry rests on changes. */
function peoplesMarks({ corrections = [], checked = [] }: Entry): Mark[] {
  const marks: Mark[] = []
  if (corrections.some(({ kind }) => kind !== 'note')) marks.push('corrected')
  if (corrections.some(({ kind }) => kind === 'note')) marks.push('noted')
  if (checked.length > 0) marks.push(checked.some(({ holds }) => holds) ? 'checked' : 'changed since checked')
  return marks
}

function marksFor(disputed: boolean, denied: boolean, modality: Modality, origins: OriginCount): Mark[] {
  const mark = modalityMark(modality)
  const marks: Mark[] = []
  if (disputed) marks.push('disputed')
  if (denied) marks.push('denied')
  if (mark) marks.push(mark)
  if (origins.atMost <= 1) marks.push('single-sourced')
  return marks
}

/** Marks of how sure or how near a thing is told to be. */
const MOODS: ReadonlySet<Mark> = new Set<Mark>(['denied', ...Object.values(MODALITY_MARKS)])

/** A line that begins with a report's own words says in them how the thing is told. */
const saysItsMood = ([first]: readonly Run[]): boolean => first?.as === 'quote'

/** The line of an entry. Marks that the words already say may be left out by name. */
export function entryLine(
  entry: Entry,
  runs: readonly Run[],
  rest: { readonly lines?: readonly Line[]; readonly without?: readonly Mark[] } = {},
): Line {
  const shown = withConditions(runs, entry)
  const isSaid = saysItsMood(shown)
  return {
    runs: shown,
    marks: marksOf(entry).filter((mark) => !(rest.without?.includes(mark) || (isSaid && MOODS.has(mark)))),
    evidence: entry.evidence.map((item) => item.id),
    origins: entry.origins,
    entry: entry.id,
    lines: rest.lines ?? [],
  }
}

// A condition is part of what was said: no line may tell the rest without it. What some report tells as fact hangs on
// none, though another ties it to one.
function withConditions(runs: readonly Run[], entry: Entry): Run[] {
  const shown = runs.filter((run) => run.text !== '')
  if (modalityMark(entry.modality) === undefined) return shown
  const condition = entry.evidence.find((item) => item.condition !== undefined)?.condition
  if (condition === undefined) return shown
  const words = cutAt(oneLine(condition), 120)
  const start = words.replace(/ …$/, '').replaceAll('“', '‘')
  if (shown.some((run) => run.text.includes(words) || run.text.replaceAll('“', '‘').includes(start)))
    return shown
  return [...shown, plain(' — condition: '), { text: words, as: 'quote' }]
}

/** The line of a part of an entry that rests on some of its evidence only (a step, a move, one reading). */
export function partLine(
  reader: RecordReader,
  entry: Entry,
  evidenceIds: readonly string[],
  runs: readonly Run[],
  modality: Modality = 'held',
): Line {
  const evidence = entry.evidence.filter((item) => evidenceIds.includes(item.id))
  const origins = originsBehind(evidence, reader)
  return {
    runs: runs.filter((run) => run.text !== ''),
    marks: marksFor(false, false, modality, origins),
    evidence: evidenceIds,
    origins,
    entry: entry.id,
    lines: [],
  }
}
