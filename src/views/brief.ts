// In: a record. Out: the state of play on one page.
import type { RecordReader } from '../record/reader.ts'
import { actLine } from './acts.ts'
import { aheadLines, type Due, dueItems, nothingAhead, unreportedLines } from './agenda.ts'
import { agreementLine, orderedAgreements } from './agreements.ts'
import { prefaceOf } from './coverage.ts'
import { disputeLine, disputesSection, orderedDisputes, sidesOf } from './disputes.ts'
import { evidenceIndex } from './evidence-index.ts'
import { figureLine } from './figures.ts'
import { byImportance, importanceOf } from './importance.ts'
import { linkageLine } from './leverage.ts'
import type { Line, Page, Section } from './line.ts'
import { measureLine, measuresByStanding } from './measures.ts'
import { notKnownLines } from './not-known.ts'
import { type Candidate, fitSections } from './page-budget.ts'
import { boardLine, type IssueBoard, issueBoards, positionsGrid, positionsSection } from './positions.ts'
import { oneLine } from './safe-text.ts'
import { statementLine } from './statements.ts'
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
  const candidates = candidatesOf(reader)
  const limit = reader.reports().length <= BRIEF_LINES.fewReports ? BRIEF_LINES.few : BRIEF_LINES.any
  const name = oneLine(reader.negotiation.name)
  return {
    view: 'brief',
    title: name === '' ? 'State of play' : `${name}: state of play`,
    preface,
    sections: options.all
      ? candidates.map((candidate) => candidate.section)
      : fitSections(candidates, limit, preface.length + 2),
  }
}

function candidatesOf(reader: RecordReader): Candidate[] {
  const due = dueItems(reader)
  const ahead = aheadLines(due)
  const fellDue = unreportedLines(due)
  const boards = issueBoards(reader)
  const shownBoards = boards.map((board) => trimmedBoard(reader, board))
  return [
    candidate({ id: 'next', title: 'Next', lines: ahead, empty: nothingAhead(reader) }, 'agenda', 8, 16),
    ...(fellDue.length > 0
      ? [
          candidate(
            { id: 'fell-due', title: 'Fell due, outcome not reported', lines: fellDue },
            'agenda',
            4,
            10,
          ),
        ]
      : []),
    candidate(
      {
        id: 'not-known',
        title: 'Not known',
        lines: notKnownLines(reader),
        empty: 'Nothing was found to be said to exist without being given.',
      },
      'brief',
      4,
      9,
    ),
    ...measureCandidates(reader),
    candidate(
      {
        id: 'talks',
        title: 'The talks',
        lines: talksLines(reader, due),
        empty: 'No report tells of talks beside those ahead.',
      },
      'talks',
      9,
      18,
    ),
    ...optional(
      { id: 'agreements', title: 'Agreements', lines: agreementLines(reader) },
      'agreements',
      4,
      12,
    ),
    {
      ...candidate(
        {
          ...positionsSection(
            reader,
            shownBoards.map((board) => boardLine(reader, board)),
          ),
          grid: positionsGrid(reader, shownBoards),
        },
        'positions',
        12,
        30,
      ),
      facts: (line) => line.lines.length,
      hidden: boards.reduce(
        (sum, board, at) => sum + board.positions.length - (shownBoards[at]?.positions.length ?? 0),
        0,
      ),
    },
    disputesCandidate(reader),
    ...optional(
      {
        id: 'linkages',
        title: 'What hangs on what',
        lines: byImportance(reader.ofKind('linkage'), reader).map(linkageLine),
      },
      'leverage',
      2,
      6,
    ),
    ...optional(
      {
        id: 'acts',
        title: 'What was done',
        lines: byImportance(reader.ofKind('act'), reader).map((entry) => actLine(entry)),
      },
      'acts',
      2,
      8,
    ),
    candidate(
      {
        id: 'statements',
        title: 'Statements',
        lines: otherStatements(reader, shownBoards),
        empty: 'No report tells what anyone said, beside the positions above.',
      },
      'statements',
      5,
      14,
    ),
    candidate(
      {
        id: 'figures',
        title: 'Figures',
        lines: byImportance(reader.ofKind('figure'), reader).map((entry) => figureLine(entry)),
        empty: 'No report gives a figure.',
      },
      'figures',
      4,
      10,
    ),
  ]
}

function candidate(section: Section, view: string, floor: number, ceiling: number): Candidate {
  return { section: once(section), floor, ceiling, command: `parley ${view} --all` }
}

const optional = (section: Section, view: string, floor: number, ceiling: number): Candidate[] =>
  section.lines.length === 0 ? [] : [candidate(section, view, floor, ceiling)]

// Two entries may come to the same words (two reports, two keys): said once, with the evidence of both.
function once(section: Section): Section {
  const byWords = new Map<string, Line>()
  for (const line of section.lines) {
    const words = JSON.stringify([line.runs, line.lines.map((part) => part.runs)])
    const same = byWords.get(words)
    byWords.set(
      words,
      same ? { ...same, evidence: [...new Set([...same.evidence, ...line.evidence])] } : line,
    )
  }
  return { ...section, lines: [...byWords.values()] }
}

function measureCandidates(reader: RecordReader): Candidate[] {
  const { inForce, ahead, over } = measuresByStanding(reader)
  const line = (measure: (typeof inForce)[number]) => {
    const full = measureLine(reader, measure)
    return { ...full, lines: full.lines.slice(-STEPS_PER_MEASURE) }
  }
  return [
    candidate(
      {
        id: 'in-force',
        title: 'In force',
        lines: inForce.map(line),
        empty: 'No report tells of a measure in force.',
      },
      'measures',
      8,
      20,
    ),
    ...optional(
      { id: 'announced', title: 'Announced, proposed, suspended', lines: [...ahead, ...over].map(line) },
      'measures',
      3,
      8,
    ),
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

const agreementLines = (reader: RecordReader): Line[] =>
  orderedAgreements(reader).map((entry) => {
    const full = agreementLine(reader, entry)
    return {
      ...full,
      lines: full.lines.filter((line) => line.entry !== entry.id || line.runs.length > 1).slice(0, 4),
    }
  })

function trimmedBoard(reader: RecordReader, board: IssueBoard): IssueBoard {
  if (board.positions.length <= POSITIONS_PER_ISSUE) return board
  const weighty = [...board.positions].sort(
    (a, b) => importanceOf(b, reader.knownOn) - importanceOf(a, reader.knownOn) || (a.id < b.id ? -1 : 1),
  )
  const firsts = new Map(weighty.toReversed().map((position) => [position.body.party.id, position]))
  const kept = new Set([...firsts.values(), ...weighty].slice(0, POSITIONS_PER_ISSUE))
  return { name: board.name, positions: board.positions.filter((position) => kept.has(position)) }
}

function disputesCandidate(reader: RecordReader): Candidate {
  const disputes = orderedDisputes(reader)
  const section = disputesSection(disputes.map((dispute) => disputeLine(reader, dispute)))
  return candidate(
    { ...section, sides: disputes.map((dispute) => sidesOf(reader, dispute)) },
    'disputes',
    8,
    24,
  )
}

// A statement whose sentence already stands as a position is not told again.
function otherStatements(reader: RecordReader, boards: readonly IssueBoard[]): Line[] {
  const index = evidenceIndex(reader)
  const told = new Set<string>()
  const sentence = (report: string, quote: string) => `${report} ${quote}`
  for (const board of boards)
    for (const position of board.positions)
      for (const item of position.evidence) told.add(sentence(item.report, item.quote))
  return byImportance(reader.ofKind('statement'), reader)
    .filter((entry) => !entry.evidence.every((item) => told.has(sentence(item.report, item.quote))))
    .map((entry) => statementLine(reader, entry))
    .filter((line) => line.evidence.every((id) => index.has(id)))
}
