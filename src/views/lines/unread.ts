// In: the sections of a page. Out: the same; sentences that gave no claim stand behind the line whose sentence they go on from.
import type { Evidence, Span } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { beginsPointing } from '../../record/weights/open-words.ts'
import { contentWords } from '../../record/words.ts'
import { cutAt, isSpoiled, oneLine } from '../words/safe-text.ts'
import { AFTER_IT } from './before-it.ts'
import { evidenceOf } from './evidence-index.ts'
import { type Line, plain, quoted, type Section, textOf } from './line.ts'

/** Sentences told behind a line at most, and characters of each. */
const MOST = 2
const LENGTH = 240

/**
 * What no claim tells often only completes what the sentence before it tells ("Iran has not confirmed."). Such a sentence
 * stands behind the first line of the page that rests on the one before it in its paragraph, as it is in the report; each
 * once.
 */
export function withUnread(reader: RecordReader, sections: readonly Section[]): readonly Section[] {
  const told = new Set<string>()
  const lineWith = (line: Line): Line => {
    const lines = line.lines.map(lineWith)
    const found = line.evidence[0] === undefined ? undefined : evidenceOf(reader, line.evidence[0])
    const after = found ? unreadAfter(reader, found.evidence).filter((one) => !told.has(one)) : []
    const [next] = after
    const words = found && next && (isShown(line, found.evidence) || goesOnFrom(line, next)) ? after : []
    for (const one of words) told.add(one)
    if (words.length === 0) return { ...line, lines }
    return { ...line, lines, runs: [...line.runs, plain(AFTER_IT), quoted(words.join(' '))] }
  }
  return sections.map((section) => ({ ...section, lines: section.lines.map(lineWith) }))
}

/** Share of the words of a sentence that a line tells, from which another may go on from it. */
const TOLD = 0.5

/** Whether a line tells most of a sentence, so that its reader knows what the next goes on from. */
function isShown(line: Line, { quote }: Evidence): boolean {
  const shown = new Set(contentWords(textOf(line)))
  const words = contentWords(quote)
  return words.filter((word) => shown.has(word)).length >= TOLD * Math.min(words.length, MOST_WORDS)
}
/** Words that a line shows of a sentence at most. */
const MOST_WORDS = 24

/** Whether a sentence goes on from a line that does not tell the one before it: it points back ("It gives"), or shares words. */
function goesOnFrom(line: Line, sentence: string): boolean {
  const shown = new Set(contentWords(textOf(line)))
  return beginsPointing(sentence) || contentWords(sentence).filter((word) => shown.has(word)).length > 1
}

/** The unread sentences that follow a piece of evidence in its paragraph, before any other that was read. */
function unreadAfter(reader: RecordReader, { report, spans }: Evidence): string[] {
  const unread = reader.report(report)?.sentences.unread ?? []
  const text = unread.length > 0 ? reader.text(report) : undefined
  const sentences: string[] = []
  if (text === undefined) return sentences
  let end = Math.max(...spans.map((span) => span.end))
  for (const next of followers(unread, end)) {
    if (sentences.length === MOST || !IN_A_PARAGRAPH.test(text.slice(end, next.start))) break
    const words = oneLine(text.slice(next.start, next.end))
    if (!goesOn(words)) break
    sentences.push(cutAt(words, LENGTH))
    end = next.end
  }
  return sentences
}

/** Whether words are a sentence that can be told: no rest of one, no heading or link run into it, its clause not cut off. */
const goesOn = (words: string): boolean =>
  /^["“‘'([]?[\p{Lu}\p{N}$€£]/u.test(words) &&
  !isSpoiled(words) &&
  !(words.length > LENGTH && LEADS.test(words))

/** What hangs on the clause behind it. */
const LEADS =
  /^(?:While|Although|Though|As|After|Before|When|Whenever|If|Once|Since|Because|Even|Unless|Despite)\b/

const followers = (unread: readonly Span[], end: number): readonly Span[] =>
  unread.filter(({ start }) => start >= end)

/** What may stand between two sentences of one paragraph. */
const IN_A_PARAGRAPH = /^["”’')\]]*[^\S\n]*$/
