// In: the five Madrid reports and expected.json. Out: how much of what a perfect reader gets is right and cited in the record.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { RecordJson } from '#parley/model/entry.ts'
import { share } from '../counts.ts'
import { dataFolder, repository } from '../data.ts'
import { failureOf } from '../madrid/checks.ts'
import {
  type ExpectedReport,
  type ExpectedSentence,
  expected,
  type Fact,
  type Fields,
  type Want,
} from '../madrid/expected.ts'
import { cites, rangeOf, says, standsOn } from '../madrid/match.ts'
import { type Found, type Seen, seenIn } from '../madrid/seen.ts'
import { scorerOf } from '../task.ts'

interface Answer {
  readonly rows: readonly Seen[]
  /** Undefined where there is no record, as in a made-up answer. */
  readonly record?: RecordJson
}

const RIGHT = 'Madrid, facts right and cited'
const MUST = '— of those that carry the brief'
const KIND = '— of the right kind on the sentence'
const MORE = '— with everything a complete reading adds'
const NEVER = '— claims that must not be made'
const ALONE = '— sentences with nothing to say left alone'
const PLACED = '— reports placed on days that can be'
const HOLDS = '— what must hold of the five read together'

const command = join(repository, 'src/serve/cli/main.ts')
let record: RecordJson | undefined

/** What `parley record` prints of the five reports; one run for all. */
function recordOfAll(): RecordJson {
  if (record !== undefined) return record
  for (const { file, sha256 } of expected.reports) {
    const found = createHash('sha256')
      .update(readFileSync(join(dataFolder, 'madrid', file)))
      .digest('hex')
    if (found !== sha256) throw new Error(`madrid/${file} is not the text that expected.json was written for`)
  }
  const run = spawnSync(
    process.execPath,
    [command, 'record', join(dataFolder, 'madrid'), '--format', 'json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  if (run.stdout === '') throw new Error(`parley record gave nothing: ${run.stderr.slice(0, 500)}`)
  record = JSON.parse(run.stdout) as RecordJson
  return record
}

const fileOf = (report: string): string | undefined => {
  const path = recordOfAll().reports.find((r) => r.id === report)?.path
  return expected.reports.find((r) => path !== undefined && basename(path) === r.file)?.id
}

/** True where the days found hold every sure day and none that cannot be. */
function isPlaced({ file, published }: ExpectedReport, { reports }: RecordJson): boolean {
  const found = reports.find(({ path }) => basename(path) === file)?.published
  const { earliest = '', latest = '9' } = found ?? {}
  const [first, last] = published.surely
  return earliest >= published.earliest && earliest <= first && latest >= last && latest <= published.latest
}

const factsOf = (sentence: ExpectedSentence): readonly Fact[] =>
  sentence.facts === 'nothing' ? [] : sentence.facts
const asked = (fact: Fact) => fact.level !== 'may'

const ofKind = (fact: Fact, sentence: ExpectedSentence, report: string, rows: readonly Seen[]): Seen[] =>
  rows.filter((row) => fact.kind.includes(row.kind) && cites(row, report, sentence.start, sentence.end))

function foundAs(want: string | number | boolean): Found {
  if (typeof want === 'number') return { number: want }
  const text = String(want)
  return rangeOf(text) ?? (expected.parties[text] ? { ref: text, names: [] } : { text })
}

/** The row that a perfect reader would give for a fact. */
function perfectRow(report: ExpectedReport, sentence: ExpectedSentence, fact: Fact): Seen {
  const fields: Record<string, Found[]> = {}
  const put = (field: string, want: Want): void => {
    if (want === null || want === '') return
    if (Array.isArray(want)) {
      for (const one of want as readonly Want[]) put(field, one)
    } else if (typeof want === 'object' && 'any' in want) {
      put(field, (want.any as readonly Want[])[0] ?? null)
    } else if (typeof want === 'object') {
      for (const [party, people] of Object.entries(want as Record<string, readonly string[]>)) {
        for (const person of people) put(`members:${party}`, person)
      }
    } else {
      ;(fields[field] ??= []).push(foundAs(want))
    }
  }
  const all: Fields = { ...fact.is, ...fact.more }
  for (const [field, want] of Object.entries(all)) put(field, want)
  if (typeof all.member === 'string') fields[`office:${all.member}`] = [{ text: String(all.office) }]
  return {
    entry: fact.id,
    kind: fact.kind[0]!,
    report: report.id,
    spans: [{ start: sentence.start, end: sentence.end }],
    fields,
  }
}

export const madrid = scorerOf<ExpectedReport, Answer>({
  name: 'madrid',
  data: 'madrid/',
  definition:
    'eval/madrid/README.md: a fact is right and cited where an entry of a fitting kind with all its values has an evidence on the sentence (at least 30 % of the evidence’s words inside it). The five reports are work.',
  rows: [
    { name: RIGHT, floor: 0.45 },
    { name: MUST },
    { name: KIND },
    { name: MORE },
    { name: NEVER, floor: 0, atMost: true, bounded: false },
    { name: ALONE, bounded: false },
    { name: PLACED, bounded: false },
    { name: HOLDS, bounded: false },
  ],
  items: (side) => (side === 'work' ? [...expected.reports] : []),
  perfect: (report) => ({
    rows: report.sentences.flatMap((sentence) =>
      factsOf(sentence)
        .filter(asked)
        .map((fact) => perfectRow(report, sentence, fact)),
    ),
  }),
  nothing: () => ({ rows: [] }),
  missing: () => (existsSync(command) ? undefined : 'parley record'),
  answer: (report) => {
    const record = recordOfAll()
    return { rows: seenIn(record, fileOf).filter((row) => row.report === report.id), record }
  },
  measure: (items, answers) => {
    let right = 0
    let facts = 0
    let rightMust = 0
    let must = 0
    let kind = 0
    let more = 0
    let broken = 0
    let nevers = 0
    let alone = 0
    let nothing = 0
    items.forEach((report, i) => {
      const { rows } = answers[i]!
      for (const sentence of report.sentences) {
        const here = rows.filter((row) => standsOn(row, report.id, sentence.start, sentence.end, 0.5))
        for (const never of sentence.never ?? []) {
          nevers++
          if (here.some((row) => never.kind.includes(row.kind) && says(row, never.is))) broken++
        }
        if (sentence.facts === 'nothing') {
          nothing++
          if (here.length === 0) alone++
        }
        for (const fact of factsOf(sentence).filter(asked)) {
          const candidates = ofKind(fact, sentence, report.id, rows)
          const good = candidates.filter((row) => says(row, fact.is))
          facts++
          if (candidates.length > 0) kind++
          if (good.length > 0) right++
          if (good.some((row) => says(row, fact.more ?? {}))) more++
          if (fact.level === 'must') {
            must++
            if (good.length > 0) rightMust++
          }
        }
      }
    })
    const whole = answers.find((answer) => answer.record !== undefined)?.record
    const all = answers.flatMap((answer) => answer.rows)
    const held =
      whole === undefined
        ? 0
        : expected.record.filter((check) => failureOf(check, whole, all) === undefined).length
    return {
      [RIGHT]: share(right, facts),
      [MUST]: share(rightMust, must),
      [KIND]: share(kind, facts),
      [MORE]: share(more, facts),
      [NEVER]: share(broken, nevers),
      [ALONE]: share(alone, nothing),
      [PLACED]: share(
        items.filter((report) => whole !== undefined && isPlaced(report, whole)).length,
        items.length,
      ),
      [HOLDS]: share(held, expected.record.length),
    }
  },
  errors: (report, { rows }) =>
    report.sentences.flatMap((sentence) => [
      ...factsOf(sentence)
        .filter(asked)
        .flatMap((fact) => {
          const candidates = ofKind(fact, sentence, report.id, rows)
          if (candidates.some((row) => says(row, fact.is))) return []
          const nearest = candidates
            .map((row) => Object.keys(fact.is).filter((field) => !says(row, { [field]: fact.is[field]! })))
            .sort((a, b) => a.length - b.length)[0]
          const why =
            nearest === undefined ? 'none of its kind here' : `wrong or missing: ${nearest.join(', ')}`
          return [`${fact.id} ${fact.level} ${fact.kind.join('|')} ${JSON.stringify(fact.is)}: ${why}`]
        }),
      ...(sentence.never ?? []).flatMap((never) =>
        rows
          .filter((row) => standsOn(row, report.id, sentence.start, sentence.end, 0.5))
          .filter((row) => never.kind.includes(row.kind) && says(row, never.is))
          .map((row) => `${report.id}:${sentence.n} never ${row.kind} ${row.entry}: ${never.why}`),
      ),
    ]),
  details: (_, answers) => {
    const whole = answers.find((answer) => answer.record !== undefined)?.record
    if (whole === undefined) return []
    const all = answers.flatMap((answer) => answer.rows)
    return expected.record.flatMap((check) => {
      const failure = failureOf(check, whole, all)
      return failure === undefined ? [] : [`record ${check.id}: ${failure}`]
    })
  },
})
