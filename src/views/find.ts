// In: a record and words or a question. Out: the entries that answer it with their sentences, or "no report says".
import { type Entry, type EntryOf, sentenceKey } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { dueItems } from './agenda.ts'
import { modalityMark } from './lines/entry-line.ts'
import { entrySummary } from './lines/entry-summary.ts'
import { type SentenceSource, sentencesFound } from './lines/found-sentences.ts'
import { byImportance } from './lines/importance.ts'
import { bareLine, type Line, type Page, plain, quoted, type Run, strong, textOf } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { ratesOf, stepWords } from './measures.ts'
import { type Asked, indexOfWord, type Question, readQuestion, stemsIn } from './question.ts'
import { dayOfRound } from './talks.ts'
import { movesWords } from './words/agenda-words.ts'
import { dayWords, isUnknown, type SomeDay } from './words/day-words.ts'
import { shortName } from './words/origin-words.ts'
import { listWords, namesOf } from './words/party-words.ts'
import { cutAt, oneLine, unquoted } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

/** What `findPage` looks in beside the record. */
export interface FindOptions {
  /** Matters aside too, and more sentences. */
  readonly all: boolean
  /** The sentences of the reports, asked where no entry answers. */
  readonly sentences?: SentenceSource
}

/** The page that answers a question. Where no entry does, the sentences of the reports that hold its words are shown. */
export function findPage(reader: RecordReader, text: string, { all, sentences }: FindOptions): Page {
  const question = readQuestion(reader, text)
  const found = byImportance(matching(reader, question, all), reader)
  const answers = found.filter((entry) => hasAnswer(reader, question, entry))
  const told = found.flatMap((entry) => entry.evidence)
  const more =
    answers.length > 0 || sentences === undefined
      ? undefined
      : sentencesFound(reader, question, sentences, { all, told })
  const title = `“${cutAt(oneLine(text), 80)}”`
  const page = pageOf(reader, 'find', title, [
    {
      id: 'answers',
      title:
        answers.length > 0 || found.length === 0
          ? 'Found'
          : `Nothing read into claims says ${ASKED_WORDS[question.asked]}; told is`,
      lines: (answers.length > 0 ? answers : found).map((entry) => answerLine(reader, question, entry)),
      empty: 'Nothing read into claims says so.',
    },
    // That there is no other sentence is worth a section only where nothing else stands on the page.
    ...(more && (more.lines.length > 0 || found.length === 0) ? [more] : []),
  ])
  return { ...page, title }
}

const ASKED_WORDS: Readonly<Record<Asked, string>> = {
  who: 'who',
  when: 'when',
  'how much': 'how much',
  'how often': 'how often',
  'in force': 'that it is in force',
  where: 'where',
  anything: 'so',
}

/** Entries of the asked kinds that name every party and hold every word. A question of no words, kind or party finds nothing. */
function matching(reader: RecordReader, question: Question, aside: boolean): Entry[] {
  const { kinds, parties, words, asked } = question
  if (parties.length === 0 && words.length === 0 && kinds.length === 0 && !question.ahead) return []
  const coming = question.ahead ? comingIds(reader) : undefined
  const told = reader
    .entries({ ...(kinds.length > 0 ? { kinds } : {}), aside })
    .filter((entry) => asked !== 'in force' || standsNow(entry))
    .filter((entry) => coming === undefined || coming.has(entry.id))
  // A sentence tells of more than one thing: what an entry itself says comes before what stands beside it.
  const itself = told.filter((entry) => holds(question, bodyText(entry)))
  return itself.length > 0
    ? itself
    : told.filter((entry) => holds(question, bodyText(entry) + quoteText(entry)))
}

/** What the agenda holds to be ahead. */
const comingIds = (reader: RecordReader): ReadonlySet<string> =>
  new Set(
    dueItems(reader)
      .filter((item) => item.state === 'ahead')
      .map((item) => item.entry.id),
  )

function holds({ words, parties }: Question, text: string): boolean {
  const stems = stemsIn(text)
  return (
    words.every((word) => stems.has(word)) &&
    parties.every((party) => text.includes(`${party.id} `) || indexOfWord(text, party.name) !== -1)
  )
}

const standsNow = (entry: Entry) =>
  (entry.kind === 'measure' && entry.body.status === 'in force') ||
  (entry.kind === 'agreement' && /^(?:in force|extended)$/.test(entry.body.stage))

/** What an entry says in words. */
function bodyText(entry: Entry): string {
  const parts: string[] = [entry.kind, ' ']
  const walk = (value: unknown): void => {
    if (typeof value === 'string') parts.push(value, ' ')
    else if (typeof value === 'number') parts.push(String(value), ' ')
    else if (Array.isArray(value)) for (const item of value) walk(item)
    else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) walk(item)
  }
  walk(entry.body)
  return parts.join('')
}

const quoteText = (entry: Entry) => entry.evidence.map((item) => item.quote).join(' ')

/** True where the entry gives what is asked for. */
function hasAnswer(reader: RecordReader, question: Question, entry: Entry): boolean {
  const { asked, stances } = question
  if (stances && !(entry.kind === 'position' && stances.includes(entry.body.stance))) return false
  return asked === 'anything' || asked === 'in force' || directAnswer(reader, question, entry) !== ''
}

/** The answer in a word or two, "" where the entry does not give it. */
function directAnswer(reader: RecordReader, { asked, edge }: Question, entry: Entry): string {
  if (asked === 'when') return whenOf(reader, entry, edge)
  if (asked === 'who') return whoOf(entry)
  if (asked === 'how much') return howMuchOf(entry)
  if (asked === 'how often') return entry.kind === 'deadline' ? movesWords(entry.body) : ''
  if (asked === 'where' && (entry.kind === 'round' || entry.kind === 'act'))
    return entry.body.place ? oneLine(entry.body.place.name) : ''
  return ''
}

function whenOf(reader: RecordReader, entry: Entry, edge: Question['edge']): string {
  if (entry.kind === 'measure') return measureDays(reader, entry, edge)
  const days = edge === 'end' ? endOf(entry) : dayOf(entry)
  return isUnknown(days) ? '' : dayWords(days)
}

function endOf(entry: Entry): SomeDay | undefined {
  if (entry.kind === 'deadline' || entry.kind === 'commitment') return entry.body.due
  return entry.kind === 'round' ? entry.body.ends : entry.valid.to
}

function dayOf(entry: Entry): SomeDay | undefined {
  switch (entry.kind) {
    case 'deadline':
    case 'commitment':
      return entry.body.due
    case 'round':
      return dayOfRound(entry)
    case 'agreement':
      return entry.body.stages.find((stage) => stage.stage === entry.body.stage && !isUnknown(stage.on))?.on
    case 'act':
    case 'statement':
    case 'position':
      return entry.body.on
    case 'figure':
      return entry.body.asOf
    default:
      return entry.valid.from
  }
}

/** The days of the steps that stand, else of any. */
function measureDays(reader: RecordReader, { body }: EntryOf<'measure'>, edge: Question['edge']): string {
  const dated = body.steps.filter(
    (step) => (edge !== 'end' && !isUnknown(step.from)) || (edge !== 'begin' && !isUnknown(step.to)),
  )
  const standing = dated.filter((step) => modalityMark(step.modality) === undefined)
  const words = (standing.length > 0 ? standing : dated).map((step) => {
    const { from, to, toIsBound = false, modality, effect, status, evidence } = step
    return stepWords(
      { effect, status, modality, evidence, toIsBound, ...(from ? { from } : {}), ...(to ? { to } : {}) },
      reader,
    )
  })
  return [...new Set(words)].join('; ')
}

function whoOf(entry: Entry): string {
  switch (entry.kind) {
    case 'round':
      return listWords([
        ...new Set(
          entry.body.delegations.flatMap((side) => side.members.map((seat) => oneLine(seat.person.name))),
        ),
      ])
    case 'measure':
      return namesOf(entry.body.by)
    case 'deadline':
      return namesOf(entry.body.obligor)
    case 'commitment':
      return namesOf(entry.body.by)
    case 'agreement':
      return namesOf(entry.body.between)
    case 'act':
      return namesOf(entry.body.actor)
    case 'statement':
      return namesOf(entry.body.speaker) || oneLine(entry.body.unnamed ?? '')
    case 'position':
      return oneLine(entry.body.party.name)
    case 'linkage':
      return namesOf(entry.body.user)
    case 'dependency':
      return namesOf(entry.body.dependent)
    case 'figure':
      return namesOf(entry.body.of)
  }
}

function howMuchOf(entry: Entry): string {
  if (entry.kind === 'figure') return valueWords(entry.body.value)
  if (entry.kind === 'dependency') return entry.body.share ? valueWords(entry.body.share) : ''
  if (entry.kind !== 'measure') return ''
  return ratesOf(entry).join('; ')
}

function answerLine(reader: RecordReader, question: Question, entry: Entry): Line {
  const answer = directAnswer(reader, question, entry)
  const summary = entrySummary(reader, entry)
  // A line that begins with its answer needs no other.
  const bare = answer === '' || textOf({ ...summary, lines: [] }).startsWith(answer)
  const runs: Run[] = bare ? [...summary.runs] : [strong(answer), plain(' — '), ...summary.runs]
  return { ...summary, runs, lines: sentenceLines(reader, entry) }
}

/** Sentences shown under an answer, rates of a measure apart, which are all shown. */
const SENTENCES = 3

/** The sentences of an entry, each once with all the evidence that rests on it. */
function sentenceLines(reader: RecordReader, entry: Entry): Line[] {
  const bySentence = new Map<string, { readonly item: Entry['evidence'][number]; readonly ids: string[] }>()
  for (const item of entry.evidence) {
    const key = sentenceKey(item)
    const same = bySentence.get(key)
    if (same) same.ids.push(item.id)
    else bySentence.set(key, { item, ids: [item.id] })
  }
  const rated = new Set(
    entry.kind === 'measure' ? entry.body.steps.flatMap((step) => (step.rate ? step.evidence : [])) : [],
  )
  const all = [...bySentence.values()]
  const first = all.filter(({ ids }) => ids.some((id) => rated.has(id)))
  return [...first, ...all.filter((one) => !first.includes(one))]
    .slice(0, Math.max(SENTENCES, first.length))
    .map(({ item, ids }) =>
      bareLine(
        [
          quoted(cutAt(unquoted(oneLine(item.quote)), 320)),
          plain(` — ${shortName(reader.report(item.report), item.report)}`),
        ],
        { evidence: ids, entry: entry.id },
      ),
    )
}
