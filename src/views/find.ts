// In: a record and words or a question. Out: the entries that answer it with their sentences, or "no report says".
import type { Entry, EntryKind, EntryOf, Ref } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { dueItems } from './agenda.ts'
import { movesWords } from './agenda-words.ts'
import { dayWords, isUnknown, type SomeDay } from './day-words.ts'
import { modalityMark } from './entry-line.ts'
import { entrySummary } from './entry-summary.ts'
import { byImportance } from './importance.ts'
import { bareLine, type Line, type Page, plain, quoted, type Run, strong } from './line.ts'
import { stepWords } from './measures.ts'
import { shortName } from './origin-words.ts'
import { pageOf } from './page.ts'
import { listWords, namesOf } from './party-words.ts'
import { cutAt, oneLine, unquoted } from './safe-text.ts'
import { dayOfRound } from './talks.ts'
import { valueWords } from './value-words.ts'

/** What a question asks for beside the entries themselves. */
export type Asked = 'who' | 'when' | 'how much' | 'how often' | 'in force' | 'where' | 'anything'

/** A question taken apart: what it asks for, in which kinds, about whom, and the words left. */
export interface Question {
  readonly asked: Asked
  /** "When does it end": only ends answer. */
  readonly edge?: 'end' | 'begin'
  /** "The next round": only what is still to come answers. */
  readonly ahead?: true
  readonly kinds: readonly EntryKind[]
  readonly parties: readonly Ref[]
  readonly words: readonly string[]
}

const STOP = new Set(
  (
    'a an the of on in at to for from by with and or is are was were be been has have had do does did will would can ' +
    'could may might shall should that this these those there it its their his her what which who whom whose when where ' +
    'why how much many as about any some all not no if than then now currently still yet up out into over under between ' +
    'against say says said tell told report reports reported please me us we i you rate level amount day date time'
  ).split(' '),
)

// General words for kinds of facts; what a story's own words are is left to matching.
const KIND_WORDS: Readonly<Record<string, readonly EntryKind[]>> = {
  deadline: ['deadline', 'commitment'],
  due: ['deadline', 'commitment'],
  expire: ['deadline', 'measure', 'agreement'],
  lapse: ['deadline', 'agreement'],
  measure: ['measure'],
  round: ['round'],
  meeting: ['round'],
  meet: ['round'],
  talk: ['round'],
  summit: ['round'],
  call: ['round'],
  statement: ['statement'],
  position: ['position'],
  stance: ['position'],
  demand: ['position'],
  want: ['position'],
  figure: ['figure', 'dependency'],
  agreement: ['agreement', 'commitment'],
  promise: ['commitment'],
  commit: ['commitment'],
  owe: ['commitment'],
}

// Words that name a kind and are looked for in the text as well.
const KEPT_KIND_WORDS = new Set(['call', 'summit', 'expire', 'lapse', 'meet', 'meeting'])

/** Takes a question apart. Parties are the longest names of the record found in it. */
export function readQuestion(reader: RecordReader, text: string): Question {
  const asked = askedBy(text.toLowerCase())
  const { parties, rest } = takeParties(reader, oneLine(text))
  const tokens = wordsIn(rest)
  const kinds = new Set<EntryKind>()
  const words: string[] = []
  for (const token of tokens) {
    const stem = stemOf(token)
    if (AHEAD.has(token)) continue
    const named = KIND_WORDS[stem] ?? KIND_WORDS[token]
    if (named) for (const kind of named) kinds.add(kind)
    if ((!named || KEPT_KIND_WORDS.has(stem)) && !STOP.has(token) && !isFrame(asked, token)) words.push(stem)
  }
  if (asked === 'in force') {
    kinds.clear()
    kinds.add('measure')
    kinds.add('agreement')
  }
  // "said what" asks for statements only where nothing else is named.
  if (kinds.size === 0 && /\b(say|said|says|quoted?)\b/.test(text.toLowerCase())) kinds.add('statement')
  const edge = asked === 'when' ? edgeOf(tokens) : undefined
  return {
    asked,
    kinds: [...kinds],
    parties,
    words,
    ...(edge === undefined ? {} : { edge }),
    ...(tokens.some((token) => AHEAD.has(token)) ? { ahead: true } : {}),
  }
}

// Words that only carry a question: "when does it end", "is it in force".
const FRAMES: Partial<Record<Asked, ReadonlySet<string>>> = {
  'in force': new Set(['force', 'effect']),
  when: new Set(
    'end ends ended begin begins begun began start starts started open opens opened expire expires expired lapse lapses lapsed due fall falls happen happens happened take takes run runs last lasts until hold holds held'.split(
      ' ',
    ),
  ),
  who: new Set(['lead', 'leads', 'led', 'attend', 'attends', 'attended', 'take', 'part']),
  'how much': new Set(['share', 'shares', 'percent', 'percentage', 'proportion', 'high', 'large', 'big']),
  'how often': new Set(
    'often times move moves moved extend extends extended extension extensions postpone postponed delay delays delayed prolong prolonged push pushed'.split(
      ' ',
    ),
  ),
  where: new Set(['held', 'take', 'place', 'takes', 'took']),
}

const AHEAD: ReadonlySet<string> = new Set(['next', 'upcoming', 'coming'])
const ENDS = new Set('end ends ended expire expires expired until lapse lapses lapsed last lasts'.split(' '))
const BEGINS = new Set('begin begins begun began start starts started open opens opened'.split(' '))

function edgeOf(tokens: readonly string[]): Question['edge'] | undefined {
  if (tokens.some((token) => ENDS.has(token))) return 'end'
  return tokens.some((token) => BEGINS.has(token)) ? 'begin' : undefined
}

const isFrame = (asked: Asked, token: string) => FRAMES[asked]?.has(token) === true

function askedBy(text: string): Asked {
  if (/\bin (force|effect)\b/.test(text)) return 'in force'
  if (/\bhow (often|many times)\b/.test(text)) return 'how often'
  if (/\bhow (much|many|high|large|big)\b|\brate\b/.test(text)) return 'how much'
  if (/\b(share|percentage|percent|proportion)\b/.test(text)) return 'how much'
  if (/^\s*what(?:'s|’s| is| are) the (?:\S+ ){0,3}?(?:duty|duties|tariffs?|levy|levies)\b/.test(text))
    return 'how much'
  if (/\bwhen\b|\b(what|which) (day|date)\b|\bhow long\b/.test(text)) return 'when'
  if (/\bwhere\b/.test(text)) return 'where'
  if (/\bwhom?\b|\bwhose\b/.test(text)) return 'who'
  return 'anything'
}

function takeParties(reader: RecordReader, text: string): { parties: Ref[]; rest: string } {
  const names = reader
    .parties()
    .flatMap((party) =>
      [...new Set([party.name, ...party.names])].map((name) => ({ name, id: party.id, shown: party.name })),
    )
    .filter(({ name }) => name.length >= 2)
    .sort((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1))
  const parties: Ref[] = []
  let rest = text
  for (const { name, id, shown } of names) {
    const at = indexOfWord(rest, name)
    if (at === -1) continue
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`
    if (!parties.some((party) => party.id === id)) parties.push({ id, name: shown })
  }
  return { parties, rest }
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

// Short names are written in capitals where they mean a party ("US"), not where they are a word ("us").
function indexOfWord(text: string, name: string): number {
  const exact = name.length <= 3
  const where = exact ? text : text.toLowerCase()
  const what = exact ? name : name.toLowerCase()
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return at
  return -1
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []

// Words that reports use for one thing.
const SAME: Readonly<Record<string, string>> = {
  duty: 'tariff',
  levy: 'tariff',
  licenc: 'licens',
  bar: 'ban',
}

/** A word without its commonest endings, so that "tariffs" finds "tariff" and "expires" finds "expired". */
export function stemOf(word: string): string {
  const stem = withoutEnding(word)
  return SAME[stem] ?? stem
}

function withoutEnding(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  for (const ending of ['ing', 'ed', 'es', 's', 'e'])
    if (word.length > ending.length + 3 && word.endsWith(ending) && !word.endsWith('ss')) {
      const stem = word.slice(0, -ending.length)
      // "banned" and "ban", "dropping" and "drop"
      return /^(?:ed|ing)$/.test(ending) && /([bgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
    }
  return word
}

/** The page that answers a question. */
export function findPage(reader: RecordReader, text: string, options: { readonly all: boolean }): Page {
  const question = readQuestion(reader, text)
  const found = byImportance(matching(reader, question, options.all), reader)
  const answers = found.filter((entry) => hasAnswer(reader, question, entry))
  const lines = (answers.length > 0 ? answers : found).map((entry) => answerLine(reader, question, entry))
  const title = `“${cutAt(oneLine(text), 80)}”`
  const page = pageOf(reader, 'find', title, [
    {
      id: 'answers',
      title:
        answers.length > 0 || found.length === 0
          ? 'Found'
          : `Nothing read into claims says ${ASKED_WORDS[question.asked]}; told is`,
      lines,
      empty: 'Nothing read into claims says so. A sentence left unread may: the first line counts them.',
    },
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
export function matching(reader: RecordReader, question: Question, aside: boolean): Entry[] {
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
  const stems = new Set(wordsIn(text).map(stemOf))
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
  const { asked } = question
  return asked === 'anything' || asked === 'in force' || directAnswer(reader, question, entry) !== ''
}

/** The answer in a word or two, "" where the entry does not give it. */
export function directAnswer(reader: RecordReader, { asked, edge }: Question, entry: Entry): string {
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
  const rates = entry.body.steps.flatMap((step) => {
    const mark = modalityMark(step.modality)
    return step.rate ? [`${valueWords(step.rate)}${mark ? ` (${mark})` : ''}`] : []
  })
  return [...new Set(rates)].join('; ')
}

function answerLine(reader: RecordReader, question: Question, entry: Entry): Line {
  const answer = directAnswer(reader, question, entry)
  const summary = entrySummary(reader, entry)
  const runs: Run[] = answer === '' ? [...summary.runs] : [strong(answer), plain(' — '), ...summary.runs]
  return { ...summary, runs, lines: sentenceLines(reader, entry) }
}

/** Sentences shown under an answer, rates of a measure apart, which are all shown. */
const SENTENCES = 3

/** The sentences of an entry, each once with all the evidence that rests on it. */
function sentenceLines(reader: RecordReader, entry: Entry): Line[] {
  const bySentence = new Map<string, { readonly item: Entry['evidence'][number]; readonly ids: string[] }>()
  for (const item of entry.evidence) {
    const key = `${item.report} ${item.quote}`
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
