// In: a record. Out: where reports disagree, both sides with their sentences, and what explains it.
import { type Dispute, type Entry, UNEXPLAINED, UNNAMED, UNSETTLED } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { contentWords } from '../record/words.ts'
import { changedSection } from './changed.ts'
import { beforeRuns } from './lines/before-it.ts'
import { evidenceOf } from './lines/evidence-index.ts'
import {
  bareLine,
  type Line,
  type Page,
  plain,
  quoted,
  type Section,
  type Sides,
  strong,
  textOf,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { excerpt } from './words/excerpt.ts'
import { isThin, WHOLE } from './words/in-its-words.ts'
import { originsBehind, shortName } from './words/origin-words.ts'
import { oneLine } from './words/safe-text.ts'

const CLASS_WORDS: Readonly<Record<Dispute['class'], string>> = {
  conflict: ' · cannot both hold',
  contested: '',
  explained: ' · both may hold',
}

/** What is in dispute, in plain words; no more than its sort where the sentence below says it whole, or its name says nothing. */
function aboutWords(reader: RecordReader, { about, class: of, type, readings }: Dispute): string {
  const words = oneLine(about)
  if (of === 'contested') {
    const [, sort = '', what = ''] = CONTESTED.exec(words) ?? []
    if (sort === '') return words
    const first = evidenceOf(reader, readings[0]?.evidence[0] ?? '')?.evidence.quote ?? ''
    const isOne = new Set(readings.flatMap(({ evidence }) => evidence)).size < 2
    return `${SORTS[sort]}${(isOne || what.length > SHORT) && holds(first, what) ? '' : `: ${what}`}`
  }
  if (type !== 'value' || /^how (?:much|many)\b/.test(words)) return words
  return `numbers that differ${words.includes(' · ') || isThin(words, 1) ? '' : `: ${words}`}`
}

const CONTESTED = /^(whether it is so|told in two ways): (.+)$/
const SORTS: Readonly<Record<string, string>> = {
  'whether it is so': 'said and denied',
  'told in two ways': 'two accounts',
}
/** Heads that say nothing without their first reading. */
const BARE: ReadonlySet<string> = new Set(Object.values(SORTS))
/** Characters of a clause that says in a head what it is about, though the sentence below has it too. */
const SHORT = 70
/** Share of the words of a clause that its sentence has. */
const HELD = 0.75
const holds = (sentence: string, clause: string): boolean => {
  const told = new Set(contentWords(sentence))
  const words = contentWords(clause)
  return words.filter((word) => told.has(word)).length >= HELD * words.length
}

/** "60 %: rate" under "rate" is "60 %"; a teller is called without what else is said of him. */
const readingWords = (value: string, about: string): string =>
  oneLine(value)
    .replace(`: ${about}`, '')
    .replace(
      /\b(by) (An?|The|One|Two|Three|Several|Some) /,
      (_, by, article) => `${by} ${article.toLowerCase()} `,
    )
    .replace(/, (?:which|who|whose)\b[^)]*/, '')
    .replace(/,\s*$/, '')

/** The page of all disputes. */
export function disputesPage(reader: RecordReader): Page {
  const disputes = orderedDisputes(reader)
  const changed = changedSection(reader)
  const shown = new Set<string>()
  return pageOf(reader, 'disputes', 'Disputes', [
    {
      ...disputesSection(disputes.map((dispute) => disputeLine(reader, dispute, 400, shown))),
      sides: disputes.map((dispute) => sidesOf(reader, dispute)),
    },
    ...(changed ? [changed] : []),
  ])
}

/** The section of disputes with given lines. */
export const disputesSection = (lines: readonly Line[]): Section => ({
  id: 'disputes',
  title: 'Disputes',
  lines,
  empty: 'No two reports were found to disagree.',
})

/** Conflicts first, then what is contested, then what is explained. */
export const orderedDisputes = (reader: RecordReader): readonly Dispute[] =>
  reader.firstDisputes(Number.MAX_SAFE_INTEGER).first

/**
 * The dispute with a line for each sentence that tells a side of it, or several, and one for the explanation, unless that only says
 * that nothing settles it: who tells and who denies stands above it. `shown` holds the sentences that the page has already
 * printed: one of them is not printed again, only whose it is.
 */
export function disputeLine(
  reader: RecordReader,
  dispute: Dispute,
  length: number = WHOLE,
  shown: Set<string> = new Set(),
): Line {
  const { head, sides, because } = sidesOf(reader, dispute, length)
  const sentenceOf = (line: Line): string => evidenceOf(reader, line.evidence[0] ?? '')?.evidence.quote ?? ''
  const bySentence = new Map<string, { line: Line; sides: Sides['sides'][number][] }>()
  for (const side of sides) {
    const line = side.lines.find((one) => !shown.has(sentenceOf(one))) ?? side.lines[0]
    if (!line) continue
    const same = bySentence.get(sentenceOf(line))
    if (same) same.sides.push(side)
    else bySentence.set(sentenceOf(line), { line, sides: [side] })
  }
  const told = [...bySentence]
  // Numbers of one report follow each other as it gives them.
  if (dispute.type === 'value') told.sort(([, a], [, b]) => asTold(reader, a.line, b.line))
  const readings = told.map(([sentence, { line, sides }]) => {
    const words = shown.has(sentence) ? [plain('in a sentence above'), ...line.runs.slice(1)] : line.runs
    const evidence = evidenceOf(reader, line.evidence[0] ?? '')?.evidence
    const isLeaning =
      dispute.type === 'status' &&
      bySentence.size === 1 &&
      (LEANS.test(oneLine(dispute.about)) || DENIED_IT.test(sentence))
    const before = evidence && isLeaning ? beforeRuns(reader, evidence, LEANING) : []
    shown.add(sentence)
    // Who denies what nobody is named for says by itself that it is told.
    const named = sides.filter(({ value }) => sides.length === 1 || value !== `told by ${UNNAMED}`)
    return {
      ...line,
      runs: [strong(named.map(({ value }) => value).join('; ')), plain(': '), ...words, ...before],
      evidence: sides.flatMap((side) => side.lines.flatMap((one) => one.evidence)),
    }
  })
  if (saysWhy(dispute)) return { ...head, lines: [...readings, because] }
  const [first, ...others] = readings
  const isBare = BARE.has(textOf(head))
  return first && (isBare || others.length === 0)
    ? { ...inOne(head, first), lines: others }
    : { ...head, lines: readings }
}

/** The order of two sentences in their report; 0 where they are of two. */
function asTold(reader: RecordReader, ...lines: readonly [Line, Line]): number {
  const [a, b] = lines.map(({ evidence }) => evidenceOf(reader, evidence[0] ?? '')?.evidence)
  return a && b && a.report === b.report ? (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) : 0
}

/** Words of what is denied that lean on the sentence before: "any such offer", "it was a tactic". */
const LEANS = /: (?:any|anything|it|they|he|she|that|this|there)\b|\b(?:any|such)\b/i

const LEANING = { noun: '', isOfSentence: true, isOwn: true }

const DENIED_IT = /\b(?:den|disput)(?:y|ies|ied|es|ed) (?:it|this|that)\b/i

/** A head with its first reading, or what a single sentence tells of both sides: "**said and denied: …** · denied by …: “…”". */
const inOne = (head: Line, { runs, origins, evidence }: Line): Line => ({
  ...head,
  runs: [...head.runs, plain(' · '), ...runs],
  evidence: [...new Set([...head.evidence, ...evidence])],
  ...(origins && { origins }),
})

/** Whether the explanation says more than the readings above it, which name their tellers. */
const saysWhy = ({ explanation: { text } }: Dispute): boolean =>
  text !== UNEXPLAINED && !text.toLowerCase().endsWith(UNSETTLED)

/** The dispute side by side: every reading with the sentence of each report that has it. */
export function sidesOf(reader: RecordReader, dispute: Dispute, length = 400): Sides {
  const sides = dispute.readings.map((reading) => ({
    value: readingWords(reading.value, oneLine(dispute.about)),
    lines: reading.evidence.flatMap((id) => {
      const found = evidenceOf(reader, id)
      if (!found) return []
      const outlet = shortName(reader.report(found.evidence.report), found.evidence.report)
      return [
        {
          runs: [quoted(excerpt(found.evidence.quote, reading.value, length)), plain(` — ${outlet}`)],
          marks: [],
          evidence: [id],
          origins: originsBehind([found.evidence], reader),
          entry: found.entry.id,
          lines: [],
        } satisfies Line,
      ]
    }),
  }))
  const entry = dispute.entries
    .map((id) => reader.entry(id))
    .find((known): known is Entry => known !== undefined)
  const head = bareLine([strong(aboutWords(reader, dispute)), plain(CLASS_WORDS[dispute.class])], {
    evidence: dispute.readings.flatMap((reading) => reading.evidence),
    ...(entry ? { entry: entry.id } : {}),
  })
  return { head, sides, because: becauseLine(reader, dispute) }
}

function becauseLine(reader: RecordReader, dispute: Dispute): Line {
  const text = oneLine(dispute.explanation.text)
  return bareLine([plain(text === '' ? 'why: not explained' : `why: ${text}`)], {
    evidence: dispute.explanation.restsOn.filter((id) => evidenceOf(reader, id) !== undefined),
  })
}
