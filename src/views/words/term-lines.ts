// In: a term of the record. Out: the lines that tell what falls due, how it was moved, what holds before and after.
import { type DayRange, type Evidence, sentenceKey } from '../../model/index.ts'
import type { Extension } from '../../outlook/regime/index.ts'
import type { Regimes } from '../../outlook/told/regimes.ts'
import { type Source, sourceOf, type Term, wrongSum } from '../../outlook/told/terms.ts'
import type { RecordReader } from '../../record/reader.ts'
import { marksOf, partLine } from '../lines/entry-line.ts'
import { bareLine, type Line, plain, quoted, type Run, strong, weak } from '../lines/line.ts'
import { deadlineRuns } from './agenda-words.ts'
import { dayWords, fromNow, weekdayAndDay } from './day-words.ts'
import { effectWords } from './effect-words.ts'
import { originsBehind } from './origin-words.ts'
import { arrowOf, listWords } from './party-words.ts'
import { cutAt, oneLine, withoutArticle } from './safe-text.ts'

/** A term with its parts: what holds now, what then, each move, what others tell of the day, what would change it. */
export function termLine(reader: RecordReader, regimes: Regimes, term: Term): Line {
  const { due, deadline, began } = term
  const now = fromNow(due.due, reader.on)
  const runs = [
    strong(dayWords(due.due, weekdayAndDay)),
    weak(now === '' ? '' : ` (${now})`),
    plain(': '),
    ...nameRuns(term),
  ]
  const sources = [
    began,
    ...term.alsoTold,
    ...(deadline ? [{ entry: deadline, evidence: deadline.evidence.map(({ id }) => id) }] : []),
  ]
  const moves = due.history.flatMap(({ step }) => sourceOf(reader, regimes, step) ?? [])
  const evidence = evidenceIn([...moves.toReversed(), ...sources])
  return {
    runs: runs.filter(({ text }) => text !== ''),
    marks: deadline ? marksOf(deadline) : [],
    evidence: evidence.map(({ id }) => id),
    origins: originsBehind(evidence, reader),
    entry: deadline?.id ?? began.entry.id,
    lines: [
      ...standing(reader, regimes, term),
      ...history(reader, regimes, term),
      ...told(reader, term),
      ...ways(reader, term),
    ],
  }
}

function nameRuns({ deadline, layer, due }: Term): Run[] {
  if (deadline) return deadlineRuns(deadline)
  const arrow = arrowOf(layer.by, layer.on)
  const verb = due.history.length > 0 ? `ends, ${timesWords(due.history.length)}` : 'ends'
  const goods =
    layer.goods.length > 0 && layer.goods.join().length < 60
      ? ` on ${listWords(layer.goods.map(oneLine))}`
      : ''
  return [
    strong(withoutArticle(oneLine(layer.name))),
    weak(arrow === '' ? '' : ` (${arrow})`),
    plain(`${goods}: the term ${verb}`),
    weak(layer.title && layer.title !== layer.name ? ` · ${cutAt(oneLine(layer.title), 90)}` : ''),
  ]
}

const timesWords = (count: number) =>
  count === 1 ? 'moved once by acts read' : `moved ${count} times by acts read`

function standing(reader: RecordReader, regimes: Regimes, { before, after, deadline, due }: Term): Line[] {
  const line = (words: string, step: string | undefined, effect: string): Line => {
    const source = step === undefined ? undefined : sourceOf(reader, regimes, step)
    const runs = [
      plain(words),
      deadline && effect !== NOTHING ? quoted(effect) : strong(effect),
      ...correctedRuns(regimes, step),
    ]
    return source ? partLine(reader, source.entry, source.evidence, runs) : bareLine(runs)
  }
  if (deadline && after?.effect === undefined) return []
  const over = due.status !== 'due'
  return [
    ...(deadline
      ? []
      : [line(over ? 'in force until then: ' : 'in force now: ', before?.by, effectWords(before?.effect))]),
    line(
      over ? 'by its terms since then: ' : 'then, if nothing is done: ',
      after?.by,
      effectWords(after?.effect),
    ),
  ]
}

const NOTHING = effectWords(undefined)

function history(reader: RecordReader, regimes: Regimes, { began, due, deadline, layer }: Term): Line[] {
  const first = due.history[0]?.from ?? due.due
  const start = regimes.steps.find(({ id }) => id === due.step)
  const set = start?.announced ?? (start && { earliest: start.known, latest: start.known })
  const lines = [
    partLine(reader, began.entry, began.evidence, [
      plain(
        `${dayWords(set)}: ${deadline && layer.entries.length > 1 ? 'put off' : 'told to run'} until ${dayWords(first)}`,
      ),
      ...sumRuns(began, start && 'from' in start.does ? start.does.from : undefined, first),
    ]),
    ...due.history.flatMap((one) => {
      const source = sourceOf(reader, regimes, one.step)
      return source
        ? [
            partLine(reader, source.entry, source.evidence, [
              plain(moveWords(one)),
              ...sumRuns(source, one.from, one.to),
              ...correctedRuns(regimes, one.step),
            ]),
          ]
        : []
    }),
  ]
  const tells = due.history.length > 0 || lines.some(({ runs }) => runs.length > 1)
  return tells ? lines : []
}

/** " · told as 60 days, which end on 2 Jun 2031": where a length and an end do not make one sum. */
function sumRuns(source: Source, from: DayRange | undefined, to: DayRange | undefined): Run[] {
  const wrong = wrongSum(source, from, to)
  if (wrong === undefined) return []
  const end = dayWords({ earliest: wrong.check.sum, latest: wrong.check.sum })
  return [strong(` · told as ${wrong.days} days, which end on ${end}`)]
}

/** " · corrected by A. Reader". */
function correctedRuns(regimes: Regimes, step: string | undefined): Run[] {
  const by = step === undefined ? undefined : regimes.told.get(step)?.correctedBy
  return by === undefined ? [] : [weak(` · corrected by ${oneLine(by)}`)]
}

/** "4 Apr 2025, one day before: from 5 Apr 2025 to 19 Jun 2025". */
function moveWords({ on, from, to, margin }: Extension): string {
  const when =
    margin === undefined
      ? ''
      : margin === 0
        ? ', on the day'
        : `, ${daysWords(Math.abs(margin))} ${margin > 0 ? 'before' : 'after'}`
  return `${dayWords(on)}${when}: moved${from ? ` from ${dayWords(from)}` : ''} to ${dayWords(to)}`
}

const daysWords = (count: number) => (count === 1 ? 'one day' : `${count} days`)

function told(reader: RecordReader, { alsoTold }: Term): Line[] {
  const seen = new Set<string>()
  return alsoTold.flatMap(({ entry, evidence }) =>
    evidenceIn([{ entry, evidence }]).flatMap((one) => {
      const key = sentenceKey(one)
      if (seen.has(key)) return []
      seen.add(key)
      return [
        partLine(
          reader,
          entry,
          [one.id],
          [plain('told of that day: '), quoted(cutAt(oneLine(one.quote), 200))],
          one.modality,
        ),
      ]
    }),
  )
}

function ways(reader: RecordReader, { hangsOn, approvals }: Term): Line[] {
  const change = hangsOn.flatMap((one) => {
    const entry = reader.entry(one.entry)
    return entry
      ? [
          partLine(reader, entry, one.evidence, [
            plain('would change it: '),
            quoted(cutAt(oneLine(one.words), 160)),
          ]),
        ]
      : []
  })
  return [
    ...change,
    ...approvals.map(({ who, what, entry, evidence }) =>
      partLine(reader, entry, evidence, [
        plain(`must approve ${oneLine(what)}, not told as done: `),
        strong(oneLine(who.name)),
      ]),
    ),
  ]
}

const evidenceIn = (sources: readonly Source[]): Evidence[] => [
  ...new Map(
    sources.flatMap(({ entry, evidence }) =>
      entry.evidence.filter(({ id }) => evidence.includes(id)).map((one) => [one.id, one] as const),
    ),
  ).values(),
]
