// In: a record. Out: the state of play on one page.

import { type Dispute, type Entry, isActual, MADE_STAGES } from '../../model/index.ts'
import { isDayOver, keptBy } from '../../record/fate/kept.ts'
import { isMadeLonger } from '../../record/fate/made-longer.ts'
import { isMadeSince } from '../../record/fate/settled.ts'
import type { EntryQuery, RecordReader } from '../../record/reader.ts'
import { sortOfAct } from '../../record/weights/act-weight.ts'
import { actLine } from '../acts.ts'
import { aheadLines, dueItems, nothingAhead, unreportedLines } from '../agenda.ts'
import type { Due } from '../agenda-since.ts'
import { isTelling } from '../agenda-telling.ts'
import { agreementLine, orderedAgreements } from '../agreements.ts'
import { commitmentLine } from '../commitments.ts'
import { disputeLine, disputesSection, orderedDisputes, sidesOf } from '../disputes.ts'
import { figureLine } from '../figures.ts'
import { dependencyLine, linkageLines } from '../leverage.ts'
import { byImportance, importanceOf } from '../lines/importance.ts'
import { inContext, withoutExplaining } from '../lines/in-context.ts'
import { type Kind, type Line, type Page, plain, type Section, strong } from '../lines/line.ts'
import { orNothing } from '../lines/page.ts'
import { type Candidate, fitSections, SHORTLIST } from '../lines/page-budget.ts'
import { inOtherWords } from '../lines/told-already.ts'
import { toldOnce } from '../lines/told-once.ts'
import { withUnread } from '../lines/unread.ts'
import { measureLine, measuresByStanding } from '../measures.ts'
import { byLastTurn, isNegotiation, tellsState } from '../negotiations.ts'
import {
  boardLines,
  type IssueBoard,
  issueBoards,
  positionsGrid,
  positionsSection,
  withoutAsides,
} from '../positions.ts'
import { statementLine } from '../statements.ts'
import { mainRound, orderedRounds, roundLine } from '../talks.ts'
import { isPast, isUnknown } from '../words/day-words.ts'
import { oneLine } from '../words/safe-text.ts'
import { byDay, courseOf, type Dated } from './course.ts'
import { prefaceOf } from './coverage.ts'
import { otherActs, tellingActs } from './first-acts.ts'
import { otherFigures, otherStatements } from './first-words.ts'
import { tiesOfNow, toldLately } from './lately.ts'
import { notKnownLines } from './not-known.ts'
import { isTrivial, saysLittle } from './says-little.ts'

/** Printed lines of a brief of few reports, and of any. */
export const BRIEF_LINES = { few: 100, any: 150, fewReports: 6 } as const

/** Positions from which those of the last month fill their section. */
const POSITIONS = 8
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
    sections: withoutExplaining(
      inContext(
        reader,
        orNothing(
          reader,
          options.all
            ? candidates.map((candidate) => candidate.section)
            : withUnread(reader, fitSections(candidates, limit, preface.length + 2, toldOnce(reader))),
        ),
      ),
    ),
  }
}

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
  agreements: { floor: 7, ceiling: 14, view: 'agreements' },
  positions: { floor: 9, ceiling: 30, view: 'positions' },
  disputes: { floor: 8, ceiling: 24, view: 'disputes' },
  linkages: { floor: 5, ceiling: 12, view: 'leverage' },
  acts: { floor: 10, ceiling: 18, view: 'acts' },
  statements: { floor: 3, ceiling: 17, view: 'statements' },
  figures: { floor: 3, ceiling: 9, view: 'figures' },
}

/** Sections left out where empty: that nothing was read of them does not say that nothing was told. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'fell-due',
  'in-force',
  'not-known',
  'announced',
  'talks',
  'agreements',
  'positions',
  'linkages',
  'acts',
  'statements',
  'figures',
])

function candidatesOf(reader: RecordReader, left: (kind: Listed) => number, all: boolean): Candidate[] {
  const everyDue = dueItems(reader)
  const due = all ? everyDue : everyDue.filter((item) => isTelling(reader, item))
  const isEmpty = aheadLines(everyDue).length === 0
  const boards = issueBoards(reader)
  const shownBoards = (all ? boards : withoutAsides(reader, boardsOfNow(reader, boards))).map((board) =>
    trimmedBoard(reader, board),
  )
  const ties = all ? reader.ofKind('linkage') : tiesOfNow(reader)
  const countOf = (some: readonly IssueBoard[]) =>
    some.reduce((sum, { positions }) => sum + positions.length, 0)
  const acts = otherActs(reader, shownBoards)
  const course = all ? [] : courseOf(reader, tellingActs(acts, reader))
  const leftOut: Record<string, number> = {
    acts: all ? 0 : Math.max(0, acts.length - course.length),
    'fell-due': unreportedLines(everyDue).length - unreportedLines(due).length,
    linkages: reader.ofKind('linkage').length - ties.length,
    positions: countOf(boards) - countOf(shownBoards),
  }
  const statements = otherStatements(reader, shownBoards, all)
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
    ...(all ? [] : [{ id: 'acts', title: 'Course of events', lines: course.map(({ line }) => line) }]),
    ...measureSections(reader, all),
    {
      id: 'talks',
      title: 'The talks',
      lines: talksLines(reader, everyDue, all),
      empty: 'Nothing that was read tells of talks beside those ahead.',
    },
    { id: 'agreements', title: 'Agreements and promises', lines: agreementLines(reader, all) },
    {
      ...positionsSection(boardLines(reader, shownBoards)),
      grid: positionsGrid(reader, shownBoards),
    },
    disputesOf(reader, all),
    {
      id: 'linkages',
      title: 'What hangs on what',
      lines: [...linkageLines(reader, ties), ...dependencies(reader)],
    },
    ...(all
      ? [{ id: 'acts', title: 'What was done', lines: acts.map((entry) => actLine(reader, entry)) }]
      : []),
    {
      id: 'statements',
      title: 'Statements',
      lines: statements.map((entry) => statementLine(reader, entry)),
      empty: 'Nothing that was read tells what anyone said, beside the positions above.',
    },
    {
      id: 'figures',
      title: 'Figures',
      lines: otherFigures(reader, shownBoards, statements, all).map((entry) =>
        figureLine(reader, entry, all),
      ),
      empty: 'Nothing that was read gives a figure.',
    },
  ]
  return sections
    .map((section) => {
      if (all || ONCE[section.id] === undefined) return section
      const lines = section.lines.filter((line) => !isTrivial(reader, line))
      leftOut[section.id] = (leftOut[section.id] ?? 0) + section.lines.length - lines.length
      return { ...section, lines }
    })
    .filter((section) => section.lines.length > 0 || !OPTIONAL.has(section.id))
    .map((section) => {
      const beyond = (LISTED[section.id] ?? []).reduce((sum, kind) => sum + left(kind), 0)
      return {
        ...candidateOf(section),
        hidden: beyond + (leftOut[section.id] ?? 0),
        ...repeating(reader, section.id),
        ...(section.id === 'acts' && !all ? { arrange: inOrder(course) } : {}),
      }
    })
}

/** Sections that tell what others have not, and when their lines are chosen. */
const ONCE: Readonly<Record<string, number>> = {
  positions: 1,
  acts: 2,
  linkages: 2,
  statements: 2,
  figures: 2,
}

/** Which lines of a section only repeat what others tell, or leave open what they tell; of agreements what was promised under none. */
function repeating(reader: RecordReader, section: string): Partial<Candidate> {
  const turn = ONCE[section]
  if (turn !== undefined)
    return { turn, repeats: (line) => !isDecision(reader, line), unclear: (line) => saysLittle(reader, line) }
  if (section !== 'agreements') return {}
  return { repeats: ({ entry }) => entry !== undefined && reader.entry(entry)?.kind === 'commitment' }
}

/** A vote or a signing under its day is told in the course of events, whoever is for it in its sentence. */
function isDecision(reader: RecordReader, { entry, runs }: Line): boolean {
  const told = entry === undefined ? undefined : reader.entry(entry)
  return told?.kind === 'act' && runs[0]?.as === 'strong' && sortOfAct(told.body.type) === 'decided'
}

/** The lines of a course of events by their days. */
function inOrder(course: readonly Dated[]) {
  const days = new Map(byDay(course).map(({ line }, at) => [line.evidence[0], at]))
  return (lines: readonly Line[]): Line[] =>
    lines.toSorted((a, b) => (days.get(a.evidence[0]) ?? 0) - (days.get(b.evidence[0]) ?? 0))
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

function measureSections(reader: RecordReader, all: boolean): Section[] {
  const { inForce, ahead, over } = measuresByStanding(reader)
  const line = (measure: (typeof inForce)[number]) => measureLine(reader, measure, STEPS_PER_MEASURE)
  return [
    {
      id: 'in-force',
      title: 'In force',
      lines: (all ? inForce : inForce.filter((one) => !isOnlyBorne(one))).map(line),
      empty: 'Nothing that was read tells of a measure in force.',
    },
    {
      id: 'announced',
      title: 'Announced, proposed, suspended',
      lines: [...(all ? ahead : openPlans(reader, ahead)), ...over].map(line),
    },
  ]
}

/** Plans that a report of the last month tells, of one side on another by several origins, or whose day is to come; none only supposed, or prolonged elsewhere. */
function openPlans(reader: RecordReader, ahead: readonly Kind<'measure'>[]): Kind<'measure'>[] {
  const lately = new Set(toldLately(reader, ahead))
  const isComing = ({ body }: Kind<'measure'>) =>
    body.steps.some(({ from }) => !isUnknown(from) && !isPast(from, reader.on))
  const isTold = ({ body, origins }: Kind<'measure'>) =>
    body.by.length > 0 && body.on.length > 0 && origins.atMost > 1
  return ahead.filter(
    (one) => (lately.has(one) || isComing(one) || isTold(one)) && !isSupposed(one) && !isLonger(reader, one),
  )
}

/** "Quispe, which pays a duty of 8 %": what one firm bears, whoever imposes it, is no state's measure to a reader. */
const isOnlyBorne = ({ body }: Kind<'measure'>): boolean =>
  body.by.length === 0 && body.on.length > 0 && body.on.every(({ id }) => !/^[A-Z]{2}$/.test(id))

/** "It would not lift the ban unless …": an end that only may come is no announcement. */
const isSupposed = ({ body }: Kind<'measure'>): boolean =>
  body.steps.length > 0 &&
  body.steps.every(
    ({ effect, modality }) => SUPPOSED.has(modality) && /^(?:end|suspend|lower|exempt)$/.test(effect),
  )

/** What goes on beyond the end told of it here stands elsewhere with its later one. */
const isLonger = (reader: RecordReader, entry: Kind<'measure'>): boolean => {
  const { name, goods, by, steps } = entry.body
  const of = { entry, name: `${name} ${goods.join(' ')}`, by: by.map(({ id }) => id) }
  return steps.some(({ to }) => to !== undefined && isMadeLonger(reader, { ...of, end: to }))
}

const SUPPOSED: ReadonlySet<string> = new Set(['conditional', 'hypothetical', 'possible'])

/** Talks without a day and a number in their row could be any. */
const isPlaced = ({ body }: Kind<'round'>): boolean =>
  body.ordinal !== undefined || ![body.opens, body.ends, ...body.inSession].every(isUnknown)

// A round that stands under "next" is told there; here are those that were, the weightiest with its delegations.
function talksLines(reader: RecordReader, due: readonly Due[], all: boolean): Line[] {
  const told = new Set(due.map((item) => item.entry.id))
  // A plan whose day is over, and that is not told as what fell due, came about under another name.
  const isOver = ({ body }: Kind<'round'>) => body.status === 'planned' && isPast(body.opens, reader.on)
  const talks = orderedRounds(reader)
  const rounds = talks
    .filter((round) => !isNegotiation(round))
    .filter((round) => !told.has(round.id) && (all || (!isOver(round) && isPlaced(round))))
  const states = talks
    .filter((round) => isNegotiation(round) && (all || tellsState(reader, round)))
    .sort(byLastTurn)
    .map((round) => roundLine(reader, round))
  const main = mainRound(rounds, reader)
  const lines = rounds.map((round) => ({ round, line: roundLine(reader, round, round === main) }))
  // How the negotiations stand comes first, then the round that matters most; the others follow in the order of their days.
  const ordered = [
    ...lines.filter((item) => item.round === main),
    ...lines.filter((item) => item.round !== main),
  ]
  return [...states, ...ordered.map((item) => item.line)]
}

function agreementLines(reader: RecordReader, all: boolean): Line[] {
  const agreements = orderedAgreements(reader)
  const promises = looseCommitments(reader)
  // What was only proposed or promised, and is told no more, came about or fell in other words.
  const lately = new Set<Entry>(toldLately<Entry>(reader, [...agreements, ...promises]))
  return [
    ...agreements
      .filter((entry) => all || !isRecalled(entry))
      .filter((entry) => all || (lately.has(entry) && !isMadeSince(reader, entry)) || isReached(entry))
      .map((entry) => {
        const full = agreementLine(reader, entry)
        return {
          ...full,
          lines: full.lines.filter((line) => line.entry !== entry.id || line.runs.length > 1).slice(0, 4),
        }
      }),
    ...promises
      .filter((entry) => all || lately.has(entry) || keptBy(reader, entry) !== undefined)
      .map((entry) => commitmentLine(entry, reader)),
  ]
}

/** "Since Norway left the agreement concluded in Lima in 2021": an older one, only recalled, of no sides, terms or day told. */
const isRecalled = ({ body: { between, stages, terms }, modality }: Kind<'agreement'>): boolean =>
  modality === 'background' &&
  between.length === 0 &&
  terms.length === 0 &&
  stages.every(({ on }) => isUnknown(on))

/** Whether there is an agreement, or was one: more than a proposal or a plan, or what was then not yet signed. */
const isReached = ({ body: { stage, stages }, polarity }: Kind<'agreement'>): boolean =>
  !(polarity === 'denied' && NOT_YET.has(stage)) &&
  stages.some((one) => one.stage !== 'proposed' && isActual(one.modality))

const NOT_YET: ReadonlySet<string> = new Set(['in principle', ...MADE_STAGES])

/** Who hangs on whom; one whose share is given stands as a figure. */
const dependencies = (reader: RecordReader): Line[] =>
  byImportance(reader.ofKind('dependency'), reader)
    .filter(({ body }) => body.share === undefined)
    .map((entry) => {
      const line = dependencyLine(entry)
      return { ...line, runs: [strong('dependency'), plain(': '), ...line.runs] }
    })

/** What was promised under no agreement told of, without a day or kept: what else has one stands among what is next or fell due. */
function looseCommitments(reader: RecordReader): Kind<'commitment'>[] {
  const terms = new Set(reader.ofKind('agreement').flatMap(({ body }) => body.terms))
  return byImportance(reader.ofKind('commitment'), reader)
    .filter((entry) => !terms.has(entry.id) && (isUnknown(entry.body.due) || keptBy(reader, entry)))
    .filter((entry) => keptBy(reader, entry) !== undefined || !isDayOver(reader, entry))
}

/** Boards with the stands of the last month, or the newest ones. */
function boardsOfNow(reader: RecordReader, boards: readonly IssueBoard[]): IssueBoard[] {
  const every = boards.flatMap(({ positions }) => positions)
  const now = new Set(toldLately(reader, every, POSITIONS))
  return boards
    .map(({ name, positions }) => ({ name, positions: positions.filter((one) => now.has(one)) }))
    .filter(({ positions }) => positions.length > 0)
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
function disputesOf(reader: RecordReader, all: boolean): Section {
  const every = orderedDisputes(reader)
  const disputes = all ? every : inOtherWords(every.slice(0, SHORTLIST), keyOf, LIKE)
  const shown = new Set<string>()
  const section = disputesSection(disputes.map((dispute) => disputeLine(reader, dispute, undefined, shown)))
  return { ...section, sides: disputes.map((dispute) => sidesOf(reader, dispute)) }
}

/** Share of common words from which two denials are of one thing. */
const LIKE = 0.9

/** Numbers in dispute are told apart by them, denials by what is denied. */
const keyOf = ({ about, class: of, readings }: Dispute): string =>
  of === 'contested' ? about : `${about} ${readings.map(({ value }) => value).join(' ')}`
