// In: a record and the boards of its positions. Out: the statements and figures a first page tells beside its other lines.
import { isActual, sentenceKey } from '../../model/index.ts'
import { isOfDayPast } from '../../record/fate/kept.ts'
import type { RecordReader } from '../../record/reader.ts'
import { weightOfFigure } from '../../record/weights/figure-weight.ts'
import { isHeadline } from '../../record/weights/substance.ts'
import { numberOf } from '../figures.ts'
import { byImportance } from '../lines/importance.ts'
import type { Kind } from '../lines/line.ts'
import { inOtherWords, isToldBy, sentencesOf } from '../lines/told-already.ts'
import type { IssueBoard } from '../positions.ts'
import { tellingFirst } from '../statements.ts'
import { tiesOfNow, toldLately } from './lately.ts'

/** Disputes and statements that a page has room for. */
const DISPUTES = 8
const STATEMENTS = 8
/** Share of common words from which two tellings are one. */
const ECHO = 0.8

const disputedIn = (reader: RecordReader): ReadonlySet<string> =>
  new Set(reader.firstDisputes(DISPUTES).first.flatMap(({ entries }) => entries))

/** Statements whose sentence stands as no position, and on a short page as no dispute and no tie, each said once. */
export function otherStatements(
  reader: RecordReader,
  boards: readonly IssueBoard[],
  all: boolean,
): Kind<'statement'>[] {
  const ties = all ? [] : tiesOfNow(reader)
  const told = isToldBy(sentencesOf([...boards.flatMap((board) => board.positions), ...ties]))
  const disputed = all ? new Set<string>() : disputedIn(reader)
  const others = byImportance(reader.ofKind('statement'), reader).filter(
    (entry) =>
      !told(entry) &&
      !disputed.has(entry.id) &&
      (all || !isOfDayPast(reader, entry.evidence, entry.body.content)),
  )
  const now = all ? others : toldLately(reader, others, STATEMENTS)
  const tied = ties.map(({ body }) => `${body.from} ${body.to ?? ''}`)
  const first = tellingFirst(
    reader,
    all ? others : inOtherWords(now, ({ body }) => body.content, ECHO, tied),
    boards.map(({ name }) => name),
  )
  return all ? first : withNews(first)
}

/** Statements that say more than others of the same speaker before them: a number that he has not told, or words without any. */
function withNews(statements: readonly Kind<'statement'>[]): Kind<'statement'>[] {
  const told = new Map<string, Set<string>>()
  return statements.filter(({ body }) => {
    const speaker = body.speaker.map(({ id }) => id).join('+') || (body.unnamed ?? '')
    const known = told.get(speaker) ?? new Set()
    told.set(speaker, known)
    const numbers = body.content.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []
    const isNews = numbers.length === 0 || numbers.some((number) => !known.has(number))
    for (const number of numbers) known.add(number)
    return isNews
  })
}

/** Figures; on a short page none in dispute or told by a sentence above, and of several in one sentence the weightiest. */
export function otherFigures(
  reader: RecordReader,
  boards: readonly IssueBoard[],
  statements: readonly Kind<'statement'>[],
  all: boolean,
): Kind<'figure'>[] {
  const figures = byImportance(reader.ofKind('figure'), reader)
  if (all) return figures
  const disputed = disputedIn(reader)
  const told = new Map<string, string>()
  for (const { body, evidence } of [
    ...boards.flatMap(({ positions }) => positions),
    ...statements.slice(0, STATEMENTS),
  ])
    for (const one of evidence)
      told.set(sentenceKey(one), `${told.get(sentenceKey(one)) ?? ''} ${body.content ?? ''}`)
  const sentences = new Set<string>()
  return telling(ofNow(reader, figures)).filter(({ id, body, evidence }) => {
    const key = sentenceKey(evidence[0]!)
    if (
      evidence.every(isHeadline) ||
      isOfDayPast(reader, evidence, evidence[0]!.quote) ||
      disputed.has(id) ||
      told.get(key)?.includes(numberOf(body.value)) ||
      sentences.has(key)
    )
      return false
    return sentences.add(key)
  })
}

/** Without numbers that were offered, foreseen or made to hang on something more than a month ago. */
function ofNow(reader: RecordReader, figures: readonly Kind<'figure'>[]): Kind<'figure'>[] {
  const lately = new Set(toldLately(reader, figures))
  return figures.filter((figure) => lately.has(figure) || isActual(figure.modality))
}

/** Shares and figures of a day or beside another first; equals in the order given. */
const telling = (figures: readonly Kind<'figure'>[]): Kind<'figure'>[] =>
  figures
    .map((entry) => ({ entry, says: weightOfFigure(entry) }))
    .sort((a, b) => b.says - a.says)
    .map(({ entry }) => entry)
