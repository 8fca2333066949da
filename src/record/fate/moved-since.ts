// In: a record and a plan with its day. Out: whether what tells of it, or a report that was out later, tells that it was moved or is done.
import { type Day, type Evidence, isActual, sentenceKey } from '../../model/index.ts'
import { tellingWords } from '../assemble/due-matters.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import { outBy, type RecordReader } from '../reader.ts'

/** What is planned for a day, in the words of its name and by the evidence that tells it. */
export interface Plan {
  readonly what: string
  readonly on: Day
  readonly evidence: readonly Evidence[]
}

/** A thing that was moved or done: its name, and the day it was moved from and to. */
interface Turn {
  readonly name: string
  readonly words: readonly string[]
  readonly was?: Day
  readonly to?: Day
  readonly one: Evidence
  /** It has only begun. */
  readonly begun?: boolean
}

/**
 * Whether a plan is over: its very day is the one that a thing of its sentence or its words was moved from; a report out after all
 * that tell it moves to another day what it names ("the timber tax has been put off to 1 April"); or what it names is told as done.
 */
export function isMovedSince(reader: RecordReader, { what, on, evidence }: Plan): boolean {
  const { moves, deeds, offs } = turnsIn(reader)
  const outOn = evidence.map((one) => outBy(reader, one.report)).sort()
  const last = outOn.at(-1)
  if (last === undefined || outOn[0] === '') return false
  const sentences = new Set(evidence.map(sentenceKey))
  const isStart = evidence.every(({ foundBy }) => STARTS.test(foundBy))
  const own = new Set(tellingWords(what))
  const told = new Set(evidence.flatMap(({ quote }) => tellingWords(quote)))
  const about = <T>(turns: ReadonlyMap<string, readonly T[]>): T[] => [
    ...new Set([...told].flatMap((word) => turns.get(word) ?? [])),
  ]
  return (
    about(offs).some(({ name, words, was, one }) => {
      const out = outBy(reader, one.report)
      if (was !== undefined) return was === on && out >= last
      const named = words.filter((word) => name.toLowerCase().includes(word))
      return out > last && named.length >= FEWEST && named.every((word) => told.has(word))
    }) ||
    about(moves).some(({ words, was, to, one }) => {
      if (to === on) return false
      if (was === on && sentences.has(sentenceKey(one))) return true
      const out = outBy(reader, one.report)
      if (was === on) return out >= last && words.some((word) => own.has(word))
      return out > last && words.length >= FEWEST && words.every((word) => told.has(word))
    }) ||
    (own.size >= FEWEST &&
      about(deeds).some(
        ({ name, words, one, begun }) =>
          outBy(reader, one.report) >= last &&
          (!begun || isStart) &&
          [...own].every((word) => words.includes(word)) &&
          whichOf(name) === whichOf(what),
      ))
  )
}

/** Words that two names must have in common. */
const FEWEST = 2

/** "The second share", "the rest": which of several. */
const WHICH = /\b(?:first|second|third|fourth|fifth|last|next|rest|remaining|other|another|further|new)\b/gi
const whichOf = (name: string): string => (name.toLowerCase().match(WHICH) ?? []).sort().join(' ')

/** Deeds after which nothing more is due; of those that begin a thing, nothing but its start. */
const DONE =
  /^(?:sign: |event: (?:publish|sign|adopt|pass|release|deliver|complete|issue|conclude|finish|close)$)/
const BEGUN = /^event: (?:open|begin|start|launch|take|come|enter|appear|switch)$/
const STARTS = /^(?:deadline\/(?:starts|moved-start|was-to-come|means-to-start)|act\/ahead)@/

/** Acts by which a plan is given up, has no day any more or did not come about. */
const OFF =
  /^(?:strike: call off|vote: off|event: (?:cancel|scrap|shelve|postpone|call off|put off|put back|push back|hold off|abandon|drop|suspend|delay|defer|reschedule|not .*))$/
/** Words of days and of planning, which are no matter. */
const CALENDAR: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec plan planned schedule scheduled cancel cancelled call called will place take off put'.split(
    ' ',
  ),
)

/** Moves and deeds by the words of what was moved or done; a page asks many times. */
const turnsIn = once((reader: RecordReader) => {
  const moves = reader.ofKind('deadline').flatMap(({ body, evidence }) =>
    evidence.flatMap((one): Turn[] => {
      const isMove = body.moves.some((move) => move.evidence.includes(one.id))
      if (!isMove || one.polarity !== 'affirmed' || !TOLD.has(one.modality)) return []
      const words = [...new Set(tellingWords(body.what))]
      return [
        {
          name: body.what,
          words,
          one,
          ...dayAs('was', one, 'originalDue'),
          ...dayAs('to', one, 'due', 'to'),
        },
      ]
    }),
  )
  const deeds = reader.ofKind('act').flatMap(({ body, evidence, modality, polarity }): Turn[] => {
    const { object: name, type } = body
    const begun = BEGUN.test(type)
    if (polarity !== 'affirmed' || !isActual(modality) || name === undefined) return []
    if (!begun && !DONE.test(type)) return []
    return [{ name, words: [...new Set(tellingWords(name))], one: evidence[0]!, begun }]
  })
  const offs = reader.ofKind('act').flatMap(({ body, evidence, modality, polarity }): Turn[] => {
    const { object: name, type } = body
    if (polarity !== 'affirmed' || !isActual(modality) || name === undefined || !OFF.test(type)) return []
    return evidence.flatMap((one) => {
      const was = dayAs('was', one, 'originalDue')
      // "Has not confirmed the date": nothing is given up.
      if (type.startsWith('event: not') && was.was === undefined) return []
      return {
        name,
        words: [...new Set(tellingWords(one.quote))].filter((word) => !CALENDAR.has(word)),
        one,
        ...was,
      }
    })
  })
  const byWord = ({ words }: Turn) => words
  return { moves: byEachKey(moves, byWord), deeds: byEachKey(deeds, byWord), offs: byEachKey(offs, byWord) }
})

const TOLD: ReadonlySet<string> = new Set(['held', 'ongoing', 'planned', 'background'])

/** The exact day of a role, under a name. */
function dayAs<K extends string>(name: K, { days }: Evidence, ...roles: string[]): { [key in K]?: Day } {
  const day = days.find(({ role, earliest, latest }) => roles.includes(role) && earliest === latest)
  return (day?.earliest === undefined ? {} : { [name]: day.earliest }) as { [key in K]?: Day }
}
