// In: a record. Out: everything that has a day, in order: rounds, measures, deadlines, agreements, acts and statements.
import type { Entry } from '../model/index.ts'
import { happeningsOf } from '../record/happenings/happenings.ts'
import type { RecordReader } from '../record/reader.ts'
import { tellingRuns } from './acts.ts'
import { entryLine, partLine } from './lines/entry-line.ts'
import { type Line, type Page, plain, strong, weak } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { measureName, stepWords } from './measures.ts'
import { datedTurns, isNegotiation } from './negotiations.ts'
import { statementLine } from './statements.ts'
import { roundName } from './talks.ts'
import { deadlineRuns } from './words/agenda-words.ts'
import { dayKey, dayWords, isUnknown, type SomeDay, untilWords } from './words/day-words.ts'
import { inItsWords } from './words/in-its-words.ts'
import { listWords, namesOf } from './words/party-words.ts'
import { oneLine } from './words/safe-text.ts'
import { ordinalWords } from './words/value-words.ts'

/** A line with the day it stands at. */
export interface DatedLine {
  readonly day: SomeDay
  readonly line: Line
}

/** The page of everything with a day; statements and commitments are told with `all`. */
export function timelinePage(reader: RecordReader, options: { readonly all: boolean }): Page {
  const dated = datedLines(reader, options.all)
  const past: Line[] = []
  const ahead: Line[] = []
  for (const { day, line } of dated)
    (reader.on !== undefined && (day.earliest ?? day.latest ?? '') > reader.on ? ahead : past).push(line)
  const undated = undatedLines(reader)
  const main = dated.length > FEW ? mainLines(reader, MAIN) : []
  return pageOf(reader, 'timeline', 'Timeline', [
    ...(main.length > 0 ? [{ id: 'main', title: 'What weighs most', lines: main }] : []),
    {
      id: 'past',
      title: reader.on ? `To ${dayWords({ earliest: reader.on, latest: reader.on })}` : 'By day',
      lines: past,
      empty: 'Nothing has a day.',
    },
    ...(ahead.length > 0 ? [{ id: 'ahead', title: 'Ahead', lines: ahead }] : []),
    ...(undated.length > 0 ? [{ id: 'undated', title: 'Without a day', lines: undated }] : []),
  ])
}

/** Lines of a timeline that need no choice among them, and how many a longer one chooses to stand first. */
const FEW = 40
const MAIN = 12

/** The weightiest of what happened (see {@link happeningsOf}), by day, each with how many reports tell it. */
export function mainLines(reader: RecordReader, most: number): Line[] {
  const byEntry = new Map<string, DatedLine[]>()
  for (const item of datedLines(reader, true)) {
    const id = item.line.entry ?? ''
    byEntry.set(id, [...(byEntry.get(id) ?? []), item])
  }
  return happeningsOf({ entries: reader.entries(), reports: reader.reports() })
    .flatMap(({ entry, days, day, told }) => {
      const item = byEntry.get(entry.id)?.find((one) => dayKey(one.day) === dayKey(days))
      return item ? [{ day, line: item.line, reports: new Set(told.map(({ report }) => report)).size }] : []
    })
    .slice(0, most)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ line, reports }) =>
      reports > 1 ? { ...line, runs: [...line.runs, weak(` · told by ${reports} reports`)] } : line,
    )
}

/** All dated happenings in order. */
export function datedLines(reader: RecordReader, all: boolean): DatedLine[] {
  const lines = reader.entries().flatMap((entry) => linesOf(reader, entry, all))
  const key = (item: DatedLine) =>
    `${dayKey(item.day)} ${item.line.entry ?? ''} ${item.line.evidence[0] ?? ''}`
  return lines
    .filter((item) => !isUnknown(item.day))
    .map((item) => ({
      ...item,
      line: { ...item.line, runs: [strong(dayWords(item.day)), plain('  '), ...item.line.runs] },
    }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function linesOf(reader: RecordReader, entry: Entry, all: boolean): DatedLine[] {
  switch (entry.kind) {
    case 'round':
      return roundDays(entry)
    case 'measure':
      return entry.body.steps.flatMap((step) => {
        const part = (day: SomeDay | undefined, words: string) =>
          isUnknown(day)
            ? []
            : [
                {
                  day: day as SomeDay,
                  line: partLine(
                    reader,
                    entry,
                    step.evidence,
                    [...measureName(entry), plain(` · ${words}`)],
                    step.modality,
                  ),
                },
              ]
        const bare = stepWords(
          { ...step, from: undefined, to: undefined, announced: undefined },
          reader,
          true,
        )
        return [
          ...part(step.announced, `announced${bare === '' ? '' : `: ${bare}`}`),
          ...part(step.from, bare === '' ? 'begins' : bare),
          ...part(step.to, `${untilWords(step.to ?? {}, step.toIsBound)}${step.rate ? `: ${bare}` : ''}`),
        ]
      })
    case 'deadline':
      return [
        ...entry.body.chain
          .filter((days) => dayKey(days) !== dayKey(entry.body.due))
          .map((day) => ({
            day,
            line: entryLine(entry, [strong('was due'), plain(`: ${oneLine(entry.body.what)}`)]),
          })),
        { day: entry.body.due, line: entryLine(entry, [strong('due'), plain(': '), ...deadlineRuns(entry)]) },
        ...entry.body.moves
          .filter((move) => !isUnknown(move.on))
          .map((move) => ({
            day: move.on as SomeDay,
            line: partLine(
              reader,
              entry,
              move.evidence,
              [
                plain(
                  `${oneLine(entry.body.name)}: ${move.n === undefined ? 'moved' : `${ordinalWords(move.n)} move`}` +
                    `${isUnknown(move.to) ? '' : ` to ${dayWords(move.to)}`}${move.by.length > 0 ? ` by ${namesOf(move.by)}` : ''}`,
                ),
              ],
              move.modality,
            ),
          })),
      ]
    case 'agreement':
      return entry.body.stages
        .filter((stage) => !isUnknown(stage.on))
        .map((stage) => ({
          day: stage.on as SomeDay,
          line: partLine(
            reader,
            entry,
            stage.evidence,
            [
              strong(oneLine(entry.body.name)),
              plain(` · ${stage.stage} · ${namesOf(entry.body.between)}`),
              // Between whom no report tells: its sentence says which it is.
              ...(entry.body.between.length === 0 ? [inItsWords(entry, entry.body.name, stage.on)] : []),
            ],
            stage.modality,
          ),
        }))
    case 'act':
      return [{ day: entry.body.on ?? {}, line: entryLine(entry, tellingRuns(entry)) }]
    case 'statement':
      return all ? [{ day: entry.body.on ?? {}, line: statementLine(reader, entry) }] : []
    case 'commitment':
      return all
        ? [
            {
              day: entry.body.due ?? {},
              line: entryLine(entry, [plain(`${namesOf(entry.body.by)} owes: ${oneLine(entry.body.what)}`)]),
            },
          ]
        : []
    default:
      return []
  }
}

function roundDays(entry: Extract<Entry, { kind: 'round' }>): DatedLine[] {
  const { body } = entry
  const at = (day: SomeDay | undefined, what: string): DatedLine[] =>
    isUnknown(day)
      ? []
      : [{ day: day as SomeDay, line: entryLine(entry, [...roundName(entry), plain(` ${what}`)]) }]
  if (isNegotiation(entry)) return datedTurns(entry).flatMap(({ day, what }) => at(day, what))
  // Of what did not come about its day is that of a plan.
  if (NOT_HELD.has(body.status))
    return at(isUnknown(body.opens) ? entry.valid.from : body.opens, `· ${body.status}`)
  const told = [
    ...at(body.opens, 'opens'),
    ...body.inSession
      .filter((days) => dayKey(days) !== dayKey(body.opens))
      .flatMap((days) => at(days, 'in session')),
    ...at(body.ends, 'ends'),
  ]
  return told.length > 0 ? told : at(entry.valid.from, `· ${body.status}`)
}

const NOT_HELD: ReadonlySet<string> = new Set(['put off', 'called off'])

function undatedLines(reader: RecordReader): Line[] {
  const rounds = reader
    .ofKind('round')
    .filter((entry) => roundDays(entry).length === 0)
    .map((entry) => entryLine(entry, [...roundName(entry), plain(` · ${entry.body.status}`)]))
  const acts = reader.ofKind('act').filter((entry) => isUnknown(entry.body.on))
  const kinds = [
    ...(acts.length > 0 ? [`${acts.length} acts (\`parley acts\`)`] : []),
    ...undatedMeasures(reader),
  ]
  return [
    ...rounds,
    ...(kinds.length > 0
      ? [{ runs: [plain(`and ${listWords(kinds)}`)], marks: [], evidence: [], lines: [] }]
      : []),
  ]
}

function undatedMeasures(reader: RecordReader): string[] {
  const count = reader
    .ofKind('measure')
    .filter((entry) =>
      entry.body.steps.every(
        (step) => isUnknown(step.from) && isUnknown(step.to) && isUnknown(step.announced),
      ),
    ).length
  return count > 0 ? [`${count} measures (\`parley measures\`)`] : []
}
