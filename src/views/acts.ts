// In: a record. Out: what was done, planned or refused, by whom to whom, by day.
import { isActual } from '../model/index.ts'
import { tellingWords } from '../record/assemble/due-matters.ts'
import type { RecordReader } from '../record/reader.ts'
import { entryLine } from './lines/entry-line.ts'
import { type Kind, type Line, type Page, plain, quoted, type Run, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { joined, reportedOver } from './lines/reported.ts'
import { toldByRuns } from './lines/told-by.ts'
import { dayKey, dayWords, isUnknown } from './words/day-words.ts'
import { inItsWords, isThin, leavesOut } from './words/in-its-words.ts'
import { namesOf } from './words/party-words.ts'
import { cutAt, oneLine, unquoted } from './words/safe-text.ts'

type Act = Kind<'act'>

/** The page of all acts. */
export function actsPage(reader: RecordReader): Page {
  const key = (entry: Act) => `${dayKey(entry.body.on)} ${entry.id}`
  const acts = [...reader.ofKind('act')].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return pageOf(reader, 'acts', 'What was done', [
    {
      id: 'acts',
      title: 'What was done',
      lines: acts.map((entry) => actLine(reader, entry)),
      empty: 'Nothing that was read tells of an act beside the talks, measures and agreements.',
    },
  ])
}

/** "Jul 2025: China → United States · “withheld its quota data” · reject". */
export function actLine(reader: RecordReader, entry: Act): Line {
  return entryLine(entry, [
    plain(!isUnknown(entry.body.on) ? `${dayWords(entry.body.on)}: ` : ''),
    ...tellingRuns(entry),
    ...toldByRuns(reader, entry.evidence, entry.body.actor),
    plain(isUnknown(entry.body.on) ? joined(reportedOver(entry, reader)) : ''),
  ])
}

/** What was done in the words read of it, or its sentence where they say too little or it is still to come. */
export function tellingRuns(entry: Act): Run[] {
  const runs = actRuns(entry)
  const { body, evidence } = entry
  const shown = `${runs.map(({ text }) => text).join('')} ${dayWords(body.on)}`
  if (isActual(entry.modality) && !saysLittle(body) && !leavesOut(shown, evidence[0]!.quote)) return runs
  const sentence = inItsWords(entry, body.words ?? body.object ?? '', body.on)
  // "He signed it": by whom the sentence does not say.
  const isNamed = body.actor.every(({ name }) => sentence.text.includes(name.split(' ').at(-1)!))
  return isNamed || saysLittle(body) ? [sentence] : [strong(namesOf(body.actor)), plain(' · '), sentence]
}

/**
 * Told of nobody named ("it", "the strike: end"), turned round ("was suspended by the court"), of something only pointed at
 * ("ruled on it"), in too few words ("decided on 17 July") or in none.
 */
const saysLittle = ({ actor, recipient, object = '', words = '', type }: Act['body']): boolean =>
  actor.every(({ name }) => PRONOUN.test(name)) ||
  PASSIVE.test(words) ||
  POINTS_BACK.test(words) ||
  (words === ''
    ? !type.startsWith('vote') && (recipient.length === 0 || isThin(object))
    : tellingWords(`${words} ${object}`).length < (type.startsWith('event:') ? OF_AN_EVENT : FEWEST_WORDS))

/** Words of a deed, beside its day, below which its reader asks what was done; more of a verb that no list of deeds has. */
const FEWEST_WORDS = 3
const OF_AN_EVENT = 5
const POINTS_BACK =
  /\b(?:this|that|these|those|both|so|same)[,.]?$|^\W*(?:it|they|he|she)\b|^(?:\w+ ){1,4}(?:it|them)\b|\bthe (?:latter|former)\b/i

const PRONOUN = /^(?:it|they|he|she|we|this|that|these|those|both|all|others?|some)$/i

/** "Fuel prices will be adjusted": what it is done to, by nobody told; "" where that is not told or stands among the words. */
function thingOf({ actor, object = '', type, words = '' }: Act['body']): string {
  const isOfThing = PASSIVE.test(words) || STOPS.test(type)
  const isDoneTo = words === '' || (isOfThing && !words.includes(object))
  return actor.length === 0 && isDoneTo ? cutAt(oneLine(object), 160) : ''
}

/** What does not only happen to a thing but is done by it: "the strike shut two mills". */
const STOPS = /^strike: hit$/
const PASSIVE = /^(?:\w+ ){0,3}(?:be|been|is|are|was|were) \w|^\w+(?:ed|en|wn) (?:on [^,]{3,20} )?by\b|^['’]/

/** What was done, by whom to whom, without its day. */
export function actRuns({ body }: Act): Run[] {
  const actor = namesOf(body.actor)
  const recipient = namesOf(body.recipient)
  const object = body.object ? cutAt(oneLine(body.object), 160) : ''
  const words = body.words ? cutAt(unquoted(oneLine(body.words)), 160) : ''
  const facts = [
    body.count === undefined || `${words} ${object}`.includes(body.count)
      ? ''
      : body.count.replace('-', ' to '),
    body.place ? `in ${oneLine(body.place.name)}` : '',
    body.inResponseTo ? `in answer to “${cutAt(unquoted(oneLine(body.inResponseTo)), 100)}”` : '',
  ].filter(Boolean)
  // What nobody is told to have done is headed by what it was done to, unless the words begin with that.
  const thing = thingOf(body)
  const head = `${actor || thing}${recipient === '' ? '' : ` → ${recipient}`}`
  return [
    ...(head === '' ? [] : [strong(actor || thing), plain(recipient === '' ? ' · ' : ` → ${recipient} · `)]),
    words === ''
      ? plain(`${oneLine(body.type)}${object === '' || object === thing ? '' : `: ${object}`}`)
      : quoted(words),
    plain(facts.length > 0 ? ` · ${facts.join(' · ')}` : ''),
  ]
}
