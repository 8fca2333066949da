// In: a question that no entry answers, and the sentences of the reports. Out: those that hold its words, as a section.
import type { Evidence, Ref } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { publishedWords } from '../first-page/coverage.ts'
import { beginningsOf, indexOfWord, type Question, stemsIn } from '../question.ts'
import { shortName } from '../words/origin-words.ts'
import { cutAt, oneLine, unquoted } from '../words/safe-text.ts'
import { bareLine, type Line, plain, quoted, type Section, weak } from './line.ts'

/** Where a sentence stands: half-open, UTF-16 code units of the report's text. */
export interface SentenceAt {
  readonly report: string
  readonly start: number
  readonly end: number
}

/** Gives the sentences with a word that begins with one of these (lower case); it may give others too. */
export type SentenceSource = (beginnings: readonly string[]) => Iterable<SentenceAt>

/** Sentences shown, and shown where all are asked for. */
const MOST = 5
const MOST_OF_ALL = 50

/**
 * The sentences that hold most of what is asked: of the question's words and parties together more than half by weight,
 * where the rarer among the sentences weighs more (inverse document frequency; Spärck Jones 1972). The weightiest come
 * first, then the order of days and of the text. `told` are sentences that stand on the page already.
 */
export function sentencesFound(
  reader: RecordReader,
  question: Question,
  source: SentenceSource,
  { all, told }: { readonly all: boolean; readonly told: readonly Evidence[] },
): Section {
  const tests = testsOf(reader, question)
  const beginnings = [
    ...question.looseWords.flatMap(beginningsOf),
    ...question.parties.flatMap((party) => namesOfParty(reader, party).flatMap(firstWord)),
  ]
  const among = tests.length === 0 ? [] : [...source(beginnings)].flatMap((at) => heldIn(reader, tests, at))
  // What no sentence holds is the rarest of all.
  const weights = tests.map((_, n) =>
    Math.log(1 + among.length / Math.max(0.5, among.filter(({ held }) => held.has(n)).length)),
  )
  const weight = (held: Iterable<number>) => [...held].reduce((sum, n) => sum + (weights[n] ?? 0), 0)
  const whole = weight(weights.keys())
  const shown = new Set(told.map(({ report, quote }) => `${report} ${oneLine(quote)}`))
  const best = among
    .map((one) => ({ ...one, weighs: weight(one.held) }))
    .filter(({ weighs, at, text }) => 2 * weighs > whole && !shown.has(`${at.report} ${oneLine(text)}`))
    .sort((a, b) => b.weighs - a.weighs || byPlace(reader, a.at, b.at))
    .slice(0, all ? MOST_OF_ALL : MOST)
  const every = best.every(({ held }) => held.size === tests.length)
  return {
    id: 'sentences',
    title: `${shown.size > 0 ? 'Other sentences' : 'Sentences'} of the reports that hold ${every ? 'its words' : 'most of its words'}`,
    lines: best.map(({ at, text }) => sentenceLine(reader, at, text)),
    empty: 'No sentence that was read does.',
  }
}

type Test = (stems: ReadonlySet<string>, text: string) => boolean

/** What a sentence may hold: each word, each party by any of its names. */
function testsOf(reader: RecordReader, { looseWords, parties }: Question): Test[] {
  return [
    ...looseWords.map(
      (word): Test =>
        (stems) =>
          stems.has(word),
    ),
    ...parties.map(({ id, name }): Test => {
      const names = namesOfParty(reader, { id, name })
      return (_, text) => names.some((one) => indexOfWord(text, one) !== -1)
    }),
  ]
}

const namesOfParty = (reader: RecordReader, { id, name }: Ref): string[] => [
  ...new Set([name, ...(reader.party(id)?.names ?? [])]),
]

const firstWord = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/u) ?? []

function heldIn(reader: RecordReader, tests: readonly Test[], at: SentenceAt) {
  const text = reader.report(at.report) && reader.text(at.report)?.slice(at.start, at.end)
  if (text === undefined) return []
  const stems = stemsIn(text)
  const held = new Set(tests.flatMap((test, n) => (test(stems, text) ? [n] : [])))
  return held.size === 0 ? [] : [{ at, text, held }]
}

function byPlace(reader: RecordReader, a: SentenceAt, b: SentenceAt): number {
  const key = ({ report }: SentenceAt) => `${reader.report(report)?.published.earliest ?? ''} ${report}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.start - b.start
}

function sentenceLine(reader: RecordReader, { report }: SentenceAt, text: string): Line {
  const found = reader.report(report)
  const name = shortName(found, report)
  const path = oneLine(found?.path ?? '')
  return bareLine([
    quoted(cutAt(unquoted(oneLine(text)), 320)),
    plain(` — ${name}${found ? `, ${publishedWords(found)}` : ''}`),
    weak(path === name || path === '' ? '' : ` · ${path}`),
  ])
}
