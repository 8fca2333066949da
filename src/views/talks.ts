// In: a record. Out: the rounds, meetings and calls in order, with their days, delegations, agenda and outcome.
import { addDays, type Day, isActual, type Ref } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { tableWords } from './first-page/on-the-table.ts'
import { entryLine } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import {
  bareLine,
  type Kind,
  type Line,
  type Mark,
  type Page,
  plain,
  type Run,
  strong,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { byLastTurn, dayOfTurn, isNegotiation, lastTurn, negotiationLine } from './negotiations.ts'
import { dayKey, dayWords, fromNow, isUnknown, isWide, type SomeDay } from './words/day-words.ts'
import { explained } from './words/in-its-words.ts'
import { namesOf } from './words/party-words.ts'
import { oneLine } from './words/safe-text.ts'
import { ordinalWords } from './words/value-words.ts'

type Round = Kind<'round'>

/** The page of all rounds. */
export function talksPage(reader: RecordReader): Page {
  const rounds = orderedRounds(reader)
  const lines = [
    ...rounds.filter(isNegotiation).sort(byLastTurn),
    ...rounds.filter((round) => !isNegotiation(round)),
  ].map((round) => roundLine(reader, round))
  return pageOf(reader, 'talks', 'The talks', [
    { id: 'talks', title: 'The talks', lines, empty: 'Nothing that was read tells of talks.' },
  ])
}

/** The day a round is placed by. */
export function dayOfRound(round: Round) {
  const turn = isNegotiation(round) ? lastTurn(round) : undefined
  if (turn) return dayOfTurn(turn)
  return round.body.opens ?? round.body.inSession[0] ?? round.body.ends ?? round.valid.from
}

/** Rounds by day; those whose day no report gives come last, in the order of their number where they have one. */
export function orderedRounds(reader: RecordReader): Round[] {
  const key = (round: Round) =>
    `${dayKey(dayOfRound(round))} ${String(round.body.ordinal ?? 999).padStart(3, '0')} ${round.id}`
  return [...reader.ofKind('round')].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The round that most is told of: by seats named, then by importance. */
export function mainRound(rounds: readonly Round[], reader: RecordReader): Round | undefined {
  const seats = (round: Round) => round.body.delegations.reduce((sum, side) => sum + side.members.length, 0)
  return byImportance(rounds, reader).toSorted((a, b) => seats(b) - seats(a))[0]
}

/** What a round is called: "4th round, Geneva", with the words of the reports where they have no number. */
export function roundName({ body }: Round): Run[] {
  const place = body.place ? oneLine(body.place.name) : ''
  if (body.ordinal !== undefined) {
    const form = body.form === 'round' ? 'round' : body.form
    return [strong(`${ordinalWords(body.ordinal)} ${form}${place === '' ? '' : `, ${place}`}`)]
  }
  const name = oneLine(body.name)
  return [strong(name), plain(place === '' || name.includes(place) ? '' : `, ${place}`)]
}

const SAID_BY_STATUS: Readonly<Record<string, readonly Mark[]>> = {
  planned: ['planned', 'expected'],
  possible: ['possible'],
}

/** The line of a round with its delegations, agenda and outcome below. */
export function roundLine(reader: RecordReader, round: Round, withParts = true): Line {
  const { body } = round
  if (isNegotiation(round)) return negotiationLine(reader, round, withParts)
  // "Planned" would promise more than a report that only thinks it possible.
  const onlyPossible = round.modality === 'possible' && body.status === 'planned'
  const facts = [
    sidesWords(reader, round),
    roundDays(round, reader),
    onlyPossible ? '' : statusWords(body, reader.on),
  ]
  const lines = withParts ? roundParts(reader, round) : []
  const words = lines.length > 0 ? [] : occasionRuns(round)
  return entryLine(round, [...roundName(round), plain(`: ${facts.filter(Boolean).join(' · ')}`), ...words], {
    lines,
    without: SAID_BY_STATUS[body.status] ?? [],
  })
}

/** Days after which a meeting last told as in session is over, though no report tells its end. */
const SITS = 7

/** What was in session long ago was held. */
function statusOf({ status, opens, inSession }: Round['body'], on: Day | undefined): Round['body']['status'] {
  const last = (inSession.at(-1) ?? opens)?.latest
  const isOver = status === 'in session' && on !== undefined && last !== undefined && addDays(last, SITS) < on
  return isOver ? 'held' : status
}

/** What is put off is not called off. */
const statusWords = (body: Round['body'], on: Day | undefined): string =>
  body.putOff ? 'put off' : statusOf(body, on)

/** The sentence of a meeting whose name gives neither its number nor who met about what; of one that was held none that only plans it. */
export function occasionRuns(round: Round): Run[] {
  const { ordinal, delegations, name, opens, status } = round.body
  if (ordinal !== undefined || delegations.filter(({ party }) => party).length > 1) return []
  const evidence = round.evidence.filter(({ modality }) => status !== 'held' || isActual(modality))
  return evidence.length === 0 ? [] : explained({ ...round, evidence }, oneLine(name), opens)
}

/** Who meets, where neither the name says it nor the negotiation: "Norway and Peru" in talks that are also Chile's. */
function sidesWords({ negotiation }: RecordReader, { body }: Round): string {
  const sides = body.delegations.flatMap(({ party }) => (party ? [party] : []))
  const all = negotiation.parties.map(({ id }) => id)
  const asAlways = sides.length === all.length && sides.every(({ id }) => all.includes(id))
  const named = body.ordinal === undefined && body.place === undefined
  return sides.length < 2 || asAlways || named ? '' : namesOf(sides)
}

/** "opens Sun 14 Sep 2025 · in session 15 Sep 2025 · end not given", "3 Jun 2025", "set for 4 Sep 2025". */
function roundDays(round: Round, reader: RecordReader): string {
  const body = { ...round.body, status: statusOf(round.body, reader.on) }
  const opens = isUnknown(body.opens) ? '' : `${isWide(body.opens) ? 'in' : 'opens'} ${dayWords(body.opens)}`
  const isToldWhole = (days: SomeDay) =>
    dayKey(days) === dayKey(body.opens) ||
    (!isUnknown(body.opens) && !isUnknown(body.ends) && !isWide(body.opens))
  const session = narrowest([...body.inSession, ...(body.opens ? [body.opens] : [])])
    .filter((days) => !isToldWhole(days))
    .map((days) => dayWords(days))
  const during = session.length > 0 ? `in session ${[...new Set(session)].join('; ')}` : ''
  const ends = isUnknown(body.ends) ? '' : `ends ${dayWords(body.ends)}`
  const from = movedWords(round).slice(2)
  const isOneDay = body.ends && dayKey(body.opens) === dayKey(body.ends) && during === ''
  // Of one day alone it is told on which it was, or is to be.
  const isShort = ends === '' && during === '' && (body.status !== 'planned' || body.form !== 'round')
  if ((isOneDay || isShort) && !isUnknown(body.opens) && !isWide(body.opens)) {
    const ahead =
      body.status === 'planned' || body.status === 'possible' ? fromNow(body.opens, reader.on) : ''
    const words = dayWords(body.opens)
    const day =
      body.status === 'called off' ? `set for ${words}` : body.status === 'in session' ? opens : words
    const open = body.status === 'in session' ? 'end not given' : ''
    return [day, from, ahead, open].filter(Boolean).join(' · ')
  }
  const known = [opens, during, ends, from].filter(Boolean)
  if (known.length === 0) return isUnknown(round.valid.from) ? 'day not given' : dayWords(round.valid.from)
  const now = body.status === 'planned' || body.status === 'possible' ? fromNow(body.opens, reader.on) : ''
  const over =
    body.form === 'round' &&
    (body.status === 'held' || body.status === 'in session') &&
    !isWide(body.opens ?? body.inSession[0])
  return [...known, ...(now ? [now] : []), ...(over && ends === '' ? ['end not given'] : [])].join(' · ')
}

/** ", moved from 3 May"; empty where no report tells of a move. */
export function movedWords({ body }: Round): string {
  const from = (body.movedFrom ?? []).map((days) => dayWords(days))
  return from.length > 0 ? `, moved from ${from.join(' and ')}` : ''
}

/** Days without those that only say less than another: "13 or 14 May" beside "14 May". */
function narrowest(days: readonly SomeDay[]): SomeDay[] {
  const known = days.filter((one) => !isUnknown(one))
  return known.filter(
    (one) =>
      !known.some(
        (other) =>
          dayKey(other) !== dayKey(one) &&
          (one.earliest ?? '') <= (other.earliest ?? '') &&
          (other.latest ?? '9') <= (one.latest ?? '9'),
      ),
  )
}

/**
 * Whose the one is of whom no report tells a side: of two that negotiate the one that nobody else sits for, where they meet
 * at no place of a third or it is told to be there.
 */
function sideLeft(reader: RecordReader, { body }: Round): Ref | undefined {
  const sides = reader.negotiation.parties
  const unknown = body.delegations.filter(({ party }) => !party).flatMap(({ members }) => members)
  if (sides.length !== 2 || unknown.length !== 1) return undefined
  const isOf = (side: Ref, id: string) => id === side.id || reader.party(id)?.of === side.id
  const isThere = (side: Ref, seated: boolean) =>
    body.delegations.some(
      ({ party, members }) => party && (members.length > 0 || !seated) && isOf(side, party.id),
    )
  const [left, ...others] = sides.filter((side) => !isThere(side, true))
  if (!left || others.length > 0) return undefined
  const isNeutral = body.place !== undefined && !sides.some(({ id }) => id === body.place!.id)
  return isNeutral && !isThere(left, false) ? undefined : left
}

function roundParts(reader: RecordReader, round: Round): Line[] {
  const { body } = round
  const seated = body.delegations.filter((delegation) => delegation.members.length > 0)
  const sides = seated.map((delegation) => {
    const seats = delegation.members.map((seat) => {
      const office = seat.office ? oneLine(seat.office) : ''
      const notes = [office, seat.head ? 'leads' : '']
      return `${oneLine(seat.person.name)} (${notes.filter(Boolean).join('; ')})`.replace(' ()', '')
    })
    const left = delegation.party ? undefined : sideLeft(reader, round)
    const side = delegation.party ?? left
    const how = left ? ' (by elimination)' : ''
    return bareLine([
      strong(side ? oneLine(side.name) : 'side not given'),
      plain(`${how}: ${seats.join(', ')}`),
    ])
  })
  const agenda = tableWords(body.agenda)
  return [
    ...sides,
    ...(agenda.length > 0 ? [bareLine([strong('on the table'), plain(`: ${agenda.join('; ')}`)])] : []),
    ...(body.outcome ? [bareLine([strong('outcome'), plain(`: ${oneLine(body.outcome)}`)])] : []),
  ].map((line) => ({ ...line, evidence: round.evidence.map((item) => item.id), entry: round.id }))
}
