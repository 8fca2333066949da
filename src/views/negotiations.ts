// In: a record. Out: in what state each whole negotiation is by what was told last: broken off, suspended, resumed; and the turns before.
import { isActual } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { entryLine, partLine } from './lines/entry-line.ts'
import { type Kind, type Line, plain, type Run, strong } from './lines/line.ts'
import { talkedSince } from './talked-since.ts'
import { dayKey, dayWords, isUnknown, type SomeDay } from './words/day-words.ts'
import { inItsWords } from './words/in-its-words.ts'
import { namesOf } from './words/party-words.ts'
import { oneLine } from './words/safe-text.ts'

type Round = Kind<'round'>
type Turn = NonNullable<Round['body']['turns']>[number]

export const isNegotiation = ({ body }: Round): boolean => body.form === 'negotiation'

/** Turns by which talks go on. */
const GOING: ReadonlySet<string> = new Set(['resumed', 'rejoined'])

/** The turn by which it stands: the last that came about, none that an older sentence only names in passing where there is another. */
export function lastTurn({ body: { turns = [] } }: Round): Turn | undefined {
  const done = turns.filter(({ modality }) => isActual(modality))
  return done.findLast(({ modality }) => modality !== 'background') ?? done.at(-1) ?? turns.at(-1)
}

/** When it came about, or its first report was out. */
export const dayOfTurn = ({ on, told }: Turn): SomeDay => on ?? told ?? {}

/** Whether it tells more than the meetings do: that talks were stopped, or go on by no meeting that is told. */
export function tellsState(reader: RecordReader, round: Round): boolean {
  const { turns = [] } = round.body
  // What an older sentence names in passing says nothing of today.
  const news = turns.filter(({ modality }) => isActual(modality) && modality !== 'background')
  if (news.length === 0) return false
  if (news.some(({ turn }) => !GOING.has(turn))) return true
  const met = new Set(
    reader
      .ofKind('round')
      .filter((one) => !isNegotiation(one))
      .flatMap(({ evidence }) => evidence.map(({ report }) => report)),
  )
  return round.evidence.some(({ report }) => !met.has(report))
}

/** "Broken off by Peru, 3 May 2031", "to be resumed", "suspended, reported 3 May 2031". */
export function turnWords({ turn, by, on, told, modality }: Turn): string {
  const what = isActual(modality) ? turn : (TO_BE[turn] ?? `to be ${turn}`)
  const who = by.length > 0 && turn !== 'stalled' ? ` by ${namesOf(by)}` : ''
  const when = isUnknown(on)
    ? isUnknown(told) || modality === 'background'
      ? ''
      : `, reported ${dayWords(told)}`
    : `, ${dayWords(on)}`
  return `${what}${who}${when}`
}
const TO_BE: Readonly<Record<string, string>> = { collapsed: 'to collapse', stalled: 'to stall' }

/** Those who negotiate; where fewer than two are told, those of the whole matter. */
function sidesOf({ negotiation }: RecordReader, { body }: Round): string[] {
  const sides = body.delegations.flatMap(({ party }) => party?.id ?? [])
  return sides.length > 1 ? sides : negotiation.parties.map(({ id }) => id)
}

/** Who negotiates; where fewer than two are told, those of the whole matter where they are two and it may be theirs. */
function nameOf({ negotiation }: RecordReader, { body }: Round): string {
  const sides = body.delegations.flatMap(({ party }) => party?.id ?? [])
  const all = negotiation.parties
  const areTheirs =
    all.length === 2 &&
    !all.some(({ id }) => id.startsWith('person:')) &&
    sides.length < 2 &&
    sides.every((id) => all.some((one) => one.id === id))
  return areTheirs ? `Negotiations between ${namesOf(all)}` : oneLine(body.name)
}

/** How it stands, in the words that tell it, and below it the turns before and after. */
export function negotiationLine(reader: RecordReader, round: Round, withParts = true): Line {
  const { turns = [] } = round.body
  const last = lastTurn(round)
  const since = last ? talkedSince(reader, sidesOf(reader, round), dayOfTurn(last)) : ''
  const words = [last ? turnWords(last) : round.body.status, since].filter(Boolean).join(' · ')
  const runs: Run[] = [strong(nameOf(reader, round)), plain(`: ${words}`)]
  if (last) runs.push(plain(' · '), sentenceOf(round, last))
  const lines = withParts
    ? turns
        .filter((turn) => turn !== last)
        .map((turn) =>
          partLine(
            reader,
            round,
            turn.evidence,
            [plain(`${turnWords(turn)} · `), sentenceOf(round, turn)],
            isActual(turn.modality) ? 'held' : turn.modality,
          ),
        )
    : []
  return entryLine(round, runs, { lines, without: ['planned', 'expected'] })
}

/** The sentence that tells a turn. */
const sentenceOf = (round: Round, { evidence, on }: Turn): Run =>
  inItsWords(
    { ...round, evidence: round.evidence.filter(({ id }) => evidence.includes(id)) },
    oneLine(round.body.name),
    on,
  )

/** Each turn with its day, for a timeline. */
export const datedTurns = (round: Round): { readonly day: SomeDay; readonly what: string }[] =>
  (round.body.turns ?? [])
    .filter(({ on, modality }) => !isUnknown(on) && isActual(modality))
    .map((turn) => ({ day: turn.on!, what: `· ${turnWords({ ...turn, on: undefined, told: undefined })}` }))

/** Those that stand longest without a word last: by the day of the last turn, the newest first. */
export const byLastTurn = (a: Round, b: Round): number => (keyOf(a) > keyOf(b) ? -1 : 1)
const keyOf = (round: Round): string => {
  const last = lastTurn(round)
  return `${last ? dayKey(dayOfTurn(last)) : ''} ${round.id}`
}
