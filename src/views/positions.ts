// In: a record. Out: what each party wants on each issue, and who told it.
import type { RecordReader } from '../record/reader.ts'
import { openIn } from '../record/weights/open-words.ts'
import { entryLine } from './lines/entry-line.ts'
import { byImportance, importanceOf } from './lines/importance.ts'
import {
  type Grid,
  type Kind,
  type Line,
  type Page,
  plain,
  quoted,
  type Section,
  strong,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { reportedOver } from './lines/reported.ts'
import { whoWords } from './statements.ts'
import { dayKey, dayWords, isUnknown } from './words/day-words.ts'
import { hangsOn, inItsClause, isThin, leavesOut, WHOLE } from './words/in-its-words.ts'
import { boardNames, HOW_MUCH, OTHER_MATTERS } from './words/issue-names.ts'
import { namesOf } from './words/party-words.ts'
import { cutAt, oneLine, saidWords, withoutArticle } from './words/safe-text.ts'

type Position = Kind<'position'>

/** One issue with its positions, parties in the order of the negotiation, then of importance. */
export interface IssueBoard {
  readonly name: string
  readonly positions: readonly Position[]
}

/** The page of all positions. */
export function positionsPage(reader: RecordReader): Page {
  const boards = issueBoards(reader)
  return pageOf(reader, 'positions', 'Issues and positions', [
    {
      ...positionsSection(boardLines(reader, boards)),
      grid: positionsGrid(reader, boards),
    },
  ])
}

/** The section of positions with given lines. */
export const positionsSection = (lines: readonly Line[]): Section => ({
  id: 'positions',
  title: 'Issues and positions',
  lines,
  empty: 'Nothing that was read tells what a party wants.',
})

/**
 * Issues in order: those on which more parties take positions first, then those on which one that negotiates does, then
 * those that more reports tell of, then by the weight of their positions; what has no name of its own last.
 */
export function issueBoards(reader: RecordReader): IssueBoard[] {
  const groups = new Map<string, Position[]>()
  const told = byImportance(reader.ofKind('position'), reader).map((one) => withFullName(reader, one))
  const names = boardNames(
    reader,
    told.map(({ body }) => body.issue),
  )
  for (const position of told) {
    const name = names.get(position.body.issue)!
    const group = groups.get(name)
    if (group) group.push(position)
    else groups.set(name, [position])
  }
  const weights = new Map<IssueBoard, readonly number[]>()
  for (const [name, positions] of groups) {
    const board = { name, positions: byParty(reader, positions) }
    weights.set(board, [
      name === OTHER_MATTERS ? 0 : 1,
      new Set(positions.map((item) => item.body.party.id)).size,
      positions.some((item) => isOfSide(reader, item)) ? 1 : 0,
      new Set(positions.flatMap((item) => item.evidence.map(({ report }) => report))).size,
      positions.reduce((sum, position) => sum + importanceOf(position, reader), 0),
    ])
  }
  return [...weights]
    .sort(
      ([a, ours], [b, theirs]) =>
        ours.map((one, at) => theirs[at]! - one).find((difference) => difference !== 0) ||
        (a.name < b.name ? -1 : 1),
    )
    .map(([board]) => board)
}

/** A party is called the same on all boards, however its sentence calls it. */
function withFullName(reader: RecordReader, position: Position): Position {
  const { party } = position.body
  const name = reader.party(party.id)?.name ?? party.name
  return name === party.name
    ? position
    : { ...position, body: { ...position.body, party: { ...party, name } } }
}

/** Whether one of the sides of the negotiation takes the position. */
const isOfSide = (reader: RecordReader, { body }: Position): boolean =>
  reader.negotiation.parties.some(({ id }) => id === body.party.id)

/** Boards a page shows at most that are an aside: one position, of one that does not negotiate. */
const ASIDES = 4

/** Boards without the asides that come after the first few. */
export function withoutAsides(reader: RecordReader, boards: readonly IssueBoard[]): IssueBoard[] {
  let asides = 0
  return boards.filter(({ positions }) => {
    const [only] = positions
    if (!only || positions.length > 1 || isOfSide(reader, only)) return true
    asides++
    return asides <= ASIDES
  })
}

function byParty(reader: RecordReader, positions: readonly Position[]): Position[] {
  const order = reader.negotiation.parties.map((party) => party.id)
  const rank = (position: Position) => {
    const index = order.indexOf(position.body.party.id)
    return index === -1 ? order.length : index
  }
  const key = (position: Position) => `${position.body.party.name} ${dayKey(position.body.on)} ${position.id}`
  return [...positions].sort((a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1))
}

/** The positions on all boards, each a line of its own behind the name of its issue. */
export function boardLines(reader: RecordReader, boards: readonly IssueBoard[]): Line[] {
  const told = new Set<string>()
  return boards.flatMap((board) => linesOf(reader, board, told))
}

const linesOf = (reader: RecordReader, { name, positions }: IssueBoard, told: Set<string>): Line[] =>
  positions.map((position) => {
    const line = positionLine(reader, position, true, name, told)
    // A stand alone on its issue needs no name that says nothing beside its sentence, or that its words say.
    const words = contentWords(position, name)
    const isTold = words !== '' || line.runs.some(({ as }) => as === 'quote')
    const isAlone = positions.length === 1 && (isThin(name) || words.includes(name))
    const named = isTold && (saysNothing(name) || isAlone)
    return named ? line : { ...line, runs: [strong(name), plain(' — '), ...line.runs] }
  })

const TOLD_BY: Readonly<Record<Position['body']['toldBy'], string>> = {
  self: 'told by itself',
  opponent: 'as the other side tells it',
  outlet: 'as the report tells it',
  third: 'as a third party tells it',
}

/** Boards of what has no name: of other matters, of numbers. */
const saysNothing = (name: string): boolean => name === OTHER_MATTERS || name === HOW_MUCH

const QUOTES = /[“”"‘’]/g

/** A position's own words, "" where they are no more than the name of the issue it stands under. */
function contentWords({ body }: Position, issue = oneLine(body.issue)): string {
  const content = saidWords(body.content)
  const bare = withoutArticle(content.replace(QUOTES, ''))
  // "The bill" under "the Senate tax bill" adds nothing.
  return ` ${withoutArticle(issue.replace(QUOTES, ''))}`.endsWith(` ${bare}`) ? '' : content
}

/** "US, red line: “…” · told by itself". `told` holds the sentences that lines before it give whole: each is given once. */
export function positionLine(
  reader: RecordReader,
  position: Position,
  withParty = true,
  issue?: string,
  told = new Set<string>(),
): Line {
  const { body, evidence } = position
  const content = contentWords(position, issue)
  // "12 percent" does not say of what, "the penalty lifted" hardly.
  const isBare = BARE_AMOUNT.test(content) || (content !== '' && isThin(content, FEWEST_WORDS))
  // A stand without words on "the dispute" or "peace" says nothing, nor does it that somebody supports a firm.
  const isNamed =
    !isThin(issue ?? body.issue) && (content !== '' || !/^(?:support|oppose)$/.test(body.stance))
  const sentence = evidence[0]?.quote ?? ''
  const shown = `${body.party.name} ${issue ?? body.issue} ${content} ${dayWords(body.on)}`
  const isWhole =
    (!told.has(sentence) && (isBare || (leavesOut(shown, sentence) && !saysAll(content, sentence)))) ||
    (content === '' && !isNamed)
  const inWords = isWhole ? inItsClause(position, oneLine(body.content) || body.issue) : undefined
  if (inWords?.isWhole) told.add(sentence)
  const teller = body.teller.length > 0 && body.toldBy !== 'self' ? `as told by ${namesOf(body.teller)}` : ''
  const isOwn = body.teller.some(({ id }) => id === body.party.id)
  const spokenBy = body.toldBy === 'self' && !isOwn ? namesOf(body.teller) : ''
  const self = spokenBy !== '' && spokenBy !== oneLine(body.party.name) ? `told by ${spokenBy}` : ''
  const facts = [
    teller ||
      self ||
      unnamedTeller(reader, position) ||
      TOLD_BY[body.toldBy === 'self' && body.teller.length === 0 ? 'outlet' : body.toldBy],
    isUnknown(body.on) ? reportedOver(position, reader) : dayWords(body.on),
  ].filter(Boolean)
  return entryLine(position, [
    strong(withParty ? oneLine(body.party.name) : ''),
    plain(
      `${withParty ? ' · ' : ''}${stanceWords(body.stance)}${content === '' && isNamed && !isWhole ? '' : ': '}`,
    ),
    inWords?.run ?? quoted(cutAt(content.replace(/[,;:]$/, ''), WHOLE)),
    plain(` · ${facts.join(' · ')}`),
  ])
}

/** Who tells a stand and has no name: "as told by an adviser to its delegation". */
function unnamedTeller(reader: RecordReader, { body, evidence }: Position): string {
  const who = body.toldBy === 'third' && body.teller.length === 0 ? evidence[0]?.according.at(-1) : undefined
  return who === undefined || who.startsWith('outlet:') ? '' : `as told by ${whoWords(reader, who)}`
}

/**
 * "A cut of the levy on all imported herring": what is wanted is told by itself, whatever else its sentence tells, unless it points
 * back, begins with no word of its own or hangs on more than it says.
 */
const saysAll = (content: string, sentence: string): boolean =>
  !isThin(content, ENOUGH) &&
  openIn(content) === undefined &&
  !POINTING.test(content) &&
  !GOES_ON.test(behind(content, sentence)) &&
  !isOfAnother(content, sentence) &&
  hangsOn(sentence) <= hangsOn(content)

/** "Asked Peru ‹to lift it›": the words say what is wanted, not of whom; "wants ‹to lift it›", "is ready ‹to lift it›" do. */
const isOfAnother = (content: string, sentence: string): boolean =>
  content.startsWith('to ') && !WANTS.test(oneLine(sentence).split(content)[0]!)
const WANTS =
  /\b(?:\p{Ll}+(?:ed|ing)|wants?|seeks?|sought|vows?|offers?|refuses?|demands?|plans?|pledges?|willing|ready|open|bid|effort|push|call|campaign|demand|offer|promise|threat|vow) $/u

/** The words of a sentence behind some of them; "" where they do not stand in it as they are. */
const behind = (content: string, sentence: string): string => oneLine(sentence).split(content)[1] ?? ''

/** "The Nets Plan (NP) ‹payments›": the words break off before a noun. */
const GOES_ON =
  /^ (?!(?:after|although|and|as|at|because|before|but|by|during|for|from|in|on|or|over|said|say|says|since|that|through|to|under|when|where|which|while|who|with|is|was|are|were|has|have|had|will|would)\b)\p{L}/u

/** Words of a stand that need no sentence. */
const ENOUGH = 4
const POINTING = /\b(?:it|its|they|them|their|he|she|his|her|him|this|that|these|those|such|so)\b/i

/** Words from which a stand says what is wanted. */
const FEWEST_WORDS = 3

/** A number with its unit and nothing that it measures. */
const BARE_AMOUNT = /^\P{L}*\d\P{L}*(?:percent|per cent|million|billion|bn|m|trillion)?(?: \p{L}+)?$/u

const stanceWords = (stance: Position['body']['stance']) => stance.replace('-', ' ')

/** Issues in rows, parties in columns: for formats that draw tables. Parties beyond four stand in the last column. */
export function positionsGrid(reader: RecordReader, boards: readonly IssueBoard[]): Grid {
  const names: string[] = []
  for (const party of reader.negotiation.parties) names.push(oneLine(party.name))
  for (const board of boards)
    for (const { body } of board.positions)
      if (!names.includes(oneLine(body.party.name))) names.push(oneLine(body.party.name))
  const present = names.filter((name) =>
    boards.some((board) => board.positions.some((item) => oneLine(item.body.party.name) === name)),
  )
  const columns = present.length <= 3 ? present : present.slice(0, 2)
  const others = present.length > columns.length
  const cellFor = (board: IssueBoard, name: string) =>
    board.positions
      .filter((item) => oneLine(item.body.party.name) === name)
      .map((item) => positionLine(reader, item, false, board.name))
  return {
    columns: [...columns, ...(others ? ['others'] : [])],
    rows: boards.map((board) => ({
      name: board.name,
      cells: [
        ...columns.map((name) => cellFor(board, name)),
        ...(others
          ? [
              board.positions
                .filter((item) => !columns.includes(oneLine(item.body.party.name)))
                .map((item) => positionLine(reader, item, true, board.name)),
            ]
          : []),
      ],
    })),
  }
}
