// In: a record. Out: the state of play on one page.
import type { Dispute, Entry, Evidence } from '../model/index.ts'
import { sortOfAct } from '../record/act-weight.ts'
import type { EntryQuery, RecordReader } from '../record/reader.ts'
import { contentWords, overlap } from '../record/words.ts'
import { actLine } from './acts.ts'
import { aheadLines, type Due, dueItems, isTelling, nothingAhead, unreportedLines } from './agenda.ts'
import { agreementLine, orderedAgreements } from './agreements.ts'
import { commitmentLine } from './commitments.ts'
import { prefaceOf } from './coverage.ts'
import { isUnknown } from './day-words.ts'
import { disputeLine, disputesSection, orderedDisputes, sidesOf } from './disputes.ts'
import { figureLine } from './figures.ts'
import { byImportance, importanceOf } from './importance.ts'
import { dependencyLine, linkageLines } from './leverage.ts'
import { type Kind, type Line, type Page, plain, type Section, strong } from './line.ts'
import { measureLine, measuresByStanding } from './measures.ts'
import { notKnownLines } from './not-known.ts'
import { orNothing } from './page.ts'
import { type Candidate, fitSections } from './page-budget.ts'
import {
  boardLine,
  type IssueBoard,
  issueBoards,
  positionsGrid,
  positionsSection,
  withoutAsides,
} from './positions.ts'
import { oneLine } from './safe-text.ts'
import { statementLine, tellingFirst } from './statements.ts'
import { mainRound, orderedRounds, roundLine } from './talks.ts'

/** Printed lines of a brief of few reports, and of any. */
export const BRIEF_LINES = { few: 100, any: 150, fewReports: 6 } as const

/** Positions shown under one issue. */
const POSITIONS_PER_ISSUE = 5
/** Steps shown under one measure. */
const STEPS_PER_MEASURE = 5

/**
 * The page an analyst reads first: at most 100 printed lines for up to six reports, 150 for any number. Sections stand
 * in the order of what must be acted on; lines in a section by day where days decide, else by {@link importanceOf}.
 */
export function briefPage(reader: RecordReader, options: { readonly all: boolean }): Page {
  const preface = prefaceOf(reader)
  const short = options.all ? { reader, left: () => 0 } : shortReader(reader)
  const candidates = candidatesOf(short.reader, short.left, options.all)
  const limit = reader.counts().reports <= BRIEF_LINES.fewReports ? BRIEF_LINES.few : BRIEF_LINES.any
  const name = oneLine(reader.negotiation.name)
  return {
    view: 'brief',
    title: name === '' ? 'State of play' : `${name}: state of play`,
    preface,
    sections: orNothing(
      reader,
      options.all
        ? candidates.map((candidate) => candidate.section)
        : fitSections(candidates, limit, preface.length + 2),
    ),
  }
}

/** Entries of a kind, and disputes, that a brief is chosen from: many times what it has room for. */
const SHORTLIST = 120

type Listed = Entry['kind'] | 'dispute'

/** The record with no more of each kind than a brief is chosen from, and how many of a kind it leaves out. */
function shortReader(reader: RecordReader): {
  readonly reader: RecordReader
  readonly left: (kind: Listed) => number
} {
  const left = new Map<Listed, number>()
  const lists = new Map<Entry['kind'], readonly Entry[]>()
  const ofKind = <K extends Entry['kind']>(kind: K): readonly Kind<K>[] => {
    let list = lists.get(kind)
    if (!list) {
      const { first, of } = reader.shortlist(kind, SHORTLIST)
      left.set(kind, of - first.length)
      list = first
      lists.set(kind, first)
    }
    return list as readonly Kind<K>[]
  }
  const entries = (query: EntryQuery = {}) =>
    query.kinds && !query.words && !query.aside
      ? query.kinds.flatMap((kind) => ofKind(kind))
      : reader.entries(query)
  const firstDisputes = (most: number) => {
    const { first, of } = reader.firstDisputes(Math.min(most, SHORTLIST))
    left.set('dispute', of - first.length)
    return { first, of }
  }
  return {
    reader: { ...reader, ofKind, entries, firstDisputes },
    left: (kind) => left.get(kind) ?? 0,
  }
}

/** What a section is chosen from. */
const LISTED: Readonly<Record<string, readonly Listed[]>> = {
  'in-force': ['measure'],
  talks: ['round'],
  agreements: ['agreement', 'commitment'],
  positions: ['position'],
  disputes: ['dispute'],
  linkages: ['linkage', 'dependency'],
  acts: ['act'],
  statements: ['statement'],
  figures: ['figure'],
}

/** Printed lines each section gets before others get more, and at most; and the view that shows all of it. */
const ROOM: Readonly<
  Record<string, { readonly floor: number; readonly ceiling: number; readonly view: string }>
> = {
  next: { floor: 5, ceiling: 16, view: 'agenda' },
  'fell-due': { floor: 3, ceiling: 10, view: 'agenda' },
  'not-known': { floor: 3, ceiling: 9, view: 'brief' },
  'in-force': { floor: 7, ceiling: 20, view: 'measures' },
  announced: { floor: 2, ceiling: 8, view: 'measures' },
  talks: { floor: 6, ceiling: 16, view: 'talks' },
  agreements: { floor: 3, ceiling: 14, view: 'agreements' },
  positions: { floor: 9, ceiling: 30, view: 'positions' },
  disputes: { floor: 8, ceiling: 24, view: 'disputes' },
  linkages: { floor: 5, ceiling: 12, view: 'leverage' },
  acts: { floor: 3, ceiling: 8, view: 'acts' },
  statements: { floor: 3, ceiling: 14, view: 'statements' },
  figures: { floor: 3, ceiling: 10, view: 'figures' },
}

/** Sections that most stories have nothing for: left out where empty. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'fell-due',
  'in-force',
  'not-known',
  'announced',
  'agreements',
  'linkages',
  'acts',
])

function candidatesOf(reader: RecordReader, left: (kind: Listed) => number, all: boolean): Candidate[] {
  const everyDue = dueItems(reader)
  const due = all ? everyDue : everyDue.filter((item) => isTelling(reader, item))
  const isEmpty = aheadLines(everyDue).length === 0
  const boards = issueBoards(reader)
  const shownBoards = (all ? boards : withoutAsides(reader, boards)).map((board) =>
    trimmedBoard(reader, board),
  )
  const countOf = (some: readonly IssueBoard[]) =>
    some.reduce((sum, { positions }) => sum + positions.length, 0)
  const hiddenPositions = countOf(boards) - countOf(shownBoards)
  const allActs = otherActs(reader, shownBoards)
  const acts = all ? allActs : allActs.filter(tellsMuch)
  const leftOut: Readonly<Record<string, number>> = {
    acts: allActs.length - acts.length,
    'fell-due': unreportedLines(everyDue).length - unreportedLines(due).length,
  }
  const sections: readonly Section[] = [
    {
      id: 'next',
      title: 'Next',
      lines: aheadLines(due),
      empty: isEmpty
        ? nothingAhead(reader)
        : 'Nothing that is told plainly enough: `parley agenda` lists the rest.',
    },
    { id: 'fell-due', title: 'Fell due, outcome not found', lines: unreportedLines(due) },
    {
      id: 'not-known',
      title: 'Not found in what was read',
      lines: notKnownLines(reader),
    },
    ...measureSections(reader),
    {
      id: 'talks',
      title: 'The talks',
      lines: talksLines(reader, everyDue),
      empty: 'Nothing that was read tells of talks beside those ahead.',
    },
    { id: 'agreements', title: 'Agreements and promises', lines: agreementLines(reader) },
    {
      ...positionsSection(shownBoards.map((board) => boardLine(board))),
      grid: positionsGrid(reader, shownBoards),
    },
    disputesOf(reader),
    {
      id: 'linkages',
      title: 'What hangs on what',
      lines: [...linkageLines(reader), ...dependencies(reader)],
    },
    { id: 'acts', title: 'What was done', lines: acts.map((entry) => actLine(reader, entry)) },
    {
      id: 'statements',
      title: 'Statements',
      lines: otherStatements(reader, shownBoards),
      empty: 'Nothing that was read tells what anyone said, beside the positions above.',
    },
    {
      id: 'figures',
      title: 'Figures',
      lines: otherFigures(reader, all).map((entry) => figureLine(reader, entry)),
      empty: 'Nothing that was read gives a figure.',
    },
  ]
  return sections
    .filter((section) => section.lines.length > 0 || !OPTIONAL.has(section.id))
    .map((section) => {
      const beyond = (LISTED[section.id] ?? []).reduce((sum, kind) => sum + left(kind), 0)
      return section.id === 'positions'
        ? {
            ...candidateOf(section),
            facts: (line: Line) => Math.max(1, line.lines.length),
            hidden: hiddenPositions + beyond,
          }
        : {
            ...candidateOf(section),
            hidden: beyond + (leftOut[section.id] ?? 0),
          }
    })
}

function candidateOf(section: Section): Candidate {
  const { floor, ceiling, view } = ROOM[section.id] ?? { floor: 2, ceiling: 8, view: 'brief' }
  return { section: once(section), floor, ceiling, command: `parley ${view} --all` }
}

// Two entries may come to the same words (two reports, two keys): said once, with the evidence of both, as surely as
// the surer of them says it (a mark is a reserve: planned, possible, disputed).
function once(section: Section): Section {
  const byWords = new Map<string, Line>()
  for (const line of section.lines) {
    const words = JSON.stringify([line.runs, line.lines.map((part) => part.runs)])
    const same = byWords.get(words)
    byWords.set(
      words,
      same
        ? {
            ...(line.marks.length < same.marks.length ? line : same),
            evidence: [...new Set([...same.evidence, ...line.evidence])],
          }
        : line,
    )
  }
  return { ...section, lines: [...byWords.values()] }
}

function measureSections(reader: RecordReader): Section[] {
  const { inForce, ahead, over } = measuresByStanding(reader)
  const line = (measure: (typeof inForce)[number]) => measureLine(reader, measure, STEPS_PER_MEASURE)
  return [
    {
      id: 'in-force',
      title: 'In force',
      lines: inForce.map(line),
      empty: 'Nothing that was read tells of a measure in force.',
    },
    { id: 'announced', title: 'Announced, proposed, suspended', lines: [...ahead, ...over].map(line) },
  ]
}

// A round that stands under "next" is told there; here are those that were, the weightiest with its delegations.
function talksLines(reader: RecordReader, due: readonly Due[]): Line[] {
  const told = new Set(due.map((item) => item.entry.id))
  const rounds = orderedRounds(reader).filter((round) => !told.has(round.id))
  const main = mainRound(rounds, reader)
  const lines = rounds.map((round) => ({ round, line: roundLine(reader, round, round === main) }))
  // The round that matters most comes first; the others follow in the order of their days.
  return [...lines.filter((item) => item.round === main), ...lines.filter((item) => item.round !== main)].map(
    (item) => item.line,
  )
}

const agreementLines = (reader: RecordReader): Line[] => [
  ...orderedAgreements(reader).map((entry) => {
    const full = agreementLine(reader, entry)
    return {
      ...full,
      lines: full.lines.filter((line) => line.entry !== entry.id || line.runs.length > 1).slice(0, 4),
    }
  }),
  ...looseCommitments(reader),
]

/** Who hangs on whom; one whose share is given stands as a figure. */
const dependencies = (reader: RecordReader): Line[] =>
  byImportance(reader.ofKind('dependency'), reader)
    .filter(({ body }) => body.share === undefined)
    .map((entry) => {
      const line = dependencyLine(entry)
      return { ...line, runs: [strong('dependency'), plain(': '), ...line.runs] }
    })

/** What was promised under no agreement told of, without a day: what has one stands among what is next or fell due. */
function looseCommitments(reader: RecordReader): Line[] {
  const terms = new Set(reader.ofKind('agreement').flatMap(({ body }) => body.terms))
  return byImportance(reader.ofKind('commitment'), reader)
    .filter((entry) => !terms.has(entry.id) && isUnknown(entry.body.due))
    .map((entry) => commitmentLine(entry, reader))
}

function trimmedBoard(reader: RecordReader, whole: IssueBoard): IssueBoard {
  // A stand without words says nothing beside one of the same party that has them.
  const worded = new Set(whole.positions.flatMap(({ body }) => (body.content ? [body.party.id] : [])))
  const board = {
    name: whole.name,
    positions: whole.positions.filter(({ body }) => body.content || !worded.has(body.party.id)),
  }
  if (board.positions.length <= POSITIONS_PER_ISSUE) return board
  const weighty = [...board.positions].sort(
    (a, b) => importanceOf(b, reader) - importanceOf(a, reader) || (a.id < b.id ? -1 : 1),
  )
  const firsts = new Map(weighty.toReversed().map((position) => [position.body.party.id, position]))
  const kept = new Set([...firsts.values(), ...weighty].slice(0, POSITIONS_PER_ISSUE))
  return { name: board.name, positions: board.positions.filter((position) => kept.has(position)) }
}

/** What two reports tell in like words as denied is told once. */
function disputesOf(reader: RecordReader): Section {
  const disputes = shownDisputes(reader)
  const shown = new Set<string>()
  const section = disputesSection(disputes.map((dispute) => disputeLine(reader, dispute, undefined, shown)))
  return { ...section, sides: disputes.map((dispute) => sidesOf(reader, dispute)) }
}

/** Share of common words from which two disputes are about one thing. */
const LIKE = 0.9

function shownDisputes(reader: RecordReader): Dispute[] {
  const told: string[][] = []
  return orderedDisputes(reader)
    .slice(0, SHORTLIST)
    .filter(({ about, class: of }) => {
      if (of !== 'contested') return true
      const words = contentWords(about)
      return told.every((one) => overlap(one, words) < LIKE) && told.push(words)
    })
}

const sentencesOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => entry.evidence.map(sentenceKey)))

const sentenceKey = (item: Evidence) => `${item.report} ${item.quote}`

const isToldBy = (sentences: ReadonlySet<string>) => (entry: Entry) =>
  entry.evidence.every((item) => sentences.has(sentenceKey(item)))

type Act = Kind<'act'>

// An act whose sentence already stands as a round, measure, deadline, agreement or promise is not told again.
// What was done stands before what is to come, which a position of its sentence tells too; what only may be stands on the page of
// all acts.
function otherActs(reader: RecordReader, boards: readonly IssueBoard[]): Act[] {
  const told = isToldBy(
    sentencesOf(reader.entries({ kinds: ['round', 'measure', 'deadline', 'agreement', 'commitment'] })),
  )
  const acts = byImportance(reader.ofKind('act'), reader).filter(
    (entry) => !told(entry) || isHappening(entry),
  )
  const stood = isToldBy(sentencesOf(boards.flatMap((board) => board.positions)))
  const disputed = new Set(reader.firstDisputes(SHORTLIST).first.flatMap(({ entries }) => entries))
  // "Refused arbitration", "denied a report": only said, and told as a stand or a dispute above.
  const isAbove = (entry: Act) =>
    sortOfAct(entry.body.type) === 'said' && (stood(entry) || disputed.has(entry.id))
  const done = acts.filter((entry) => DONE.has(entry.modality) && !isAbove(entry))
  const due = new Set(dueItems(reader).map(({ entry }) => entry.id))
  const ahead = acts.filter((entry) => AHEAD.has(entry.modality) && !stood(entry) && !due.has(entry.id))
  return withoutEchoes([...done, ...ahead])
}

/** Of acts told in like words, or by one sentence, the first. */
function withoutEchoes(acts: readonly Act[]): Act[] {
  const told: string[][] = []
  return acts.filter(({ body, evidence }) => {
    const words = contentWords(body.actor.length > 0 && body.words ? body.words : (evidence[0]?.quote ?? ''))
    return told.every((one) => overlap(one, words) < ECHOES) && told.push(words)
  })
}

/** An act of a kind that coders of events know, by somebody; any other verb only where reports of two origins tell it. */
const tellsMuch = (act: Act): boolean =>
  act.body.type.startsWith('event:')
    ? act.origins.sure > 1 && act.body.actor.length > 0
    : !isSayingNothing(act)

/** "Was abandoned", "turned that down", "meet Laos": not who, or not what, or nothing that happened. */
const isSayingNothing = ({ body, evidence }: Act): boolean => {
  const { actor, recipient, object = '', words } = body
  if (recipient.length > 0 || wordsOfDeed(object) > 0) return isStanding(body, evidence)
  return actor.length === 0 || (words !== undefined && wordsOfDeed(words) < 2) || isStanding(body, evidence)
}

/** Words of a deed without those that only point back and the small ones of its verb. */
const wordsOfDeed = (words: string): number =>
  words.split(' ').filter((word) => word !== '' && !POINTING.test(word.replace(/\W+$/, ''))).length

const POINTING =
  /^(?:that|this|it|them|these|those|so|him|her|down|up|out|off|over|was|were|been|be|is|are|had|has|have|would|will|did|not)$/i

/** "The borders meet Laos", "it calls the village another name": the present tells no deed, but in a headline. */
const isStanding = ({ type, words = '' }: Act['body'], evidence: Act['evidence']): boolean => {
  const [first = ''] = words.split(' ')
  const verb = type.split(': ').at(-1) ?? ''
  const isPresent = first === verb ? !SAME_IN_THE_PAST.test(verb) : SAYS_NOW.test(first)
  return isPresent && evidence.every(({ spans }) => (spans[0]?.start ?? 0) > HEADLINE)
}

const SAME_IN_THE_PAST = /^(?:put|set|cut|hit|let|quit|shut|spread|split|cast|bid|cost)$/
/** A verb in the present of the third person. */
const SAYS_NOW = /^(?!was|has|does|is)[a-z]+[^s]s$/
/** Characters from its start in which a report has its headline. */
const HEADLINE = 200

/** A strike or an attack is told beside the deal of its sentence: it is another thing that happened. */
const isHappening = ({ evidence }: Entry): boolean =>
  evidence.every(({ foundBy }) => foundBy.startsWith('act/happening@'))

const DONE: ReadonlySet<string> = new Set(['held', 'ongoing', 'background'])
const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected'])

/** Share of common words from which two tellings are one, and words that they need to be told by. */
const ECHOES = 0.8
const MANY_WORDS = 6

/** Statements without those that say in like words what hangs on what, or what a weightier one says. */
function eachOnce(statements: readonly Kind<'statement'>[], ties: readonly Kind<'linkage'>[]) {
  const told = ties.map(({ body }) => contentWords(`${body.from} ${body.to ?? ''}`))
  return statements.filter(({ body }) => {
    const words = contentWords(body.content)
    if (words.length < MANY_WORDS) return true
    if (told.some((one) => one.length >= MANY_WORDS && overlap(one, words) >= ECHOES)) return false
    return told.push(words)
  })
}

/** A figure in dispute stands with its rival above; of several in one sentence the weightiest. */
function otherFigures(reader: RecordReader, all: boolean): Kind<'figure'>[] {
  const disputed = new Set(reader.firstDisputes(SHORTLIST).first.flatMap(({ entries }) => entries))
  const figures = byImportance(reader.ofKind('figure'), reader)
  if (all) return figures
  const sentences = new Set<string>()
  return figures.filter(({ id, evidence }) => {
    const key = sentenceKey(evidence[0]!)
    return !disputed.has(id) && !sentences.has(key) && sentences.add(key)
  })
}

// A statement whose sentence already stands as a position, a dispute or a tie is not told again.
function otherStatements(reader: RecordReader, boards: readonly IssueBoard[]): Line[] {
  const ties = reader.ofKind('linkage')
  const told = isToldBy(sentencesOf([...boards.flatMap((board) => board.positions), ...ties]))
  const disputed = new Set(reader.firstDisputes(SHORTLIST).first.flatMap(({ entries }) => entries))
  const others = eachOnce(
    byImportance(reader.ofKind('statement'), reader).filter(
      (entry) => !told(entry) && !disputed.has(entry.id),
    ),
    ties,
  )
  const issues = boards.map(({ name }) => name)
  return tellingFirst(reader, others, issues).map((entry) => statementLine(reader, entry))
}
