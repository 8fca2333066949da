// In: a record. Out: what hangs on what (leverage, preconditions, packages, exchange) and who depends on whom.
import { sentenceKey } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { entryLine, modalityMark } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import {
  joinRuns,
  type Kind,
  type Line,
  type Page,
  plain,
  quoted,
  type Run,
  strong,
  weak,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { joined, reportedOver } from './lines/reported.ts'
import { toldByRuns } from './lines/told-by.ts'
import { concentrationLine } from './words/concentration-line.ts'
import { dayWords, isUnknown } from './words/day-words.ts'
import { inItsWords, isThin, leavesOut } from './words/in-its-words.ts'
import { listWords, namesOf } from './words/party-words.ts'
import { oneLine, unquoted } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

/** The page of leverage and dependency. */
export function leveragePage(reader: RecordReader): Page {
  return pageOf(reader, 'leverage', 'What hangs on what', [
    {
      id: 'linkages',
      title: 'What hangs on what',
      lines: byImportance(reader.ofKind('linkage'), reader).map((entry) => linkageLine(entry, reader)),
      empty: 'Nothing that was read ties one matter to another.',
    },
    {
      id: 'dependencies',
      title: 'Who depends on whom',
      lines: byImportance(reader.ofKind('dependency'), reader).map((entry) => {
        const measured = concentrationLine(entry)
        return { ...dependencyLine(entry), ...(measured && { lines: [measured] }) }
      }),
      empty: 'Nothing that was read tells of a dependency.',
    },
  ])
}

const BETWEEN: Readonly<Record<Kind<'linkage'>['body']['relation'], string>> = {
  leverage: 'over',
  precondition: 'hangs on',
  package: 'together with',
  exchange: 'for',
  retaliation: 'in answer to',
  sequence: 'then',
  pressure: 'to press for',
}

/** What a relation is called where the word for it says little by itself. */
const CALLED: Partial<Record<Kind<'linkage'>['body']['relation'], string>> = { precondition: 'condition' }

/** A condition told with its own "unless", "until" or "once" needs no word before it. */
const between = (relation: Kind<'linkage'>['body']['relation'], to: string) =>
  /^(?:unless|until|till|if|once|after|when|should|provided|providing|assuming|(?:as|so) long|on|failing|in the absence)\b/i.test(
    to,
  )
    ? ', '
    : ` ${BETWEEN[relation]} `

/** "leverage: “rare earths” over “chips” · used by CN against US · as told by Lund". */
export function linkageLine(entry: Kind<'linkage'>, reader: RecordReader): Line {
  const { body } = entry
  const facts = [
    body.user.length > 0 ? `by ${namesOf(body.user)}` : '',
    body.target.length > 0 ? `against ${namesOf(body.target)}` : '',
  ].filter(Boolean)
  const said =
    pointsBack(body) || leavesOut(tieWords(body), entry.evidence[0]!.quote)
      ? [inItsWords(entry, body.to ?? body.from)]
      : tieRuns(body)
  return entryLine(entry, [
    strong(CALLED[body.relation] ?? body.relation),
    plain(': '),
    ...said,
    plain(facts.length > 0 ? ` · ${facts.join(' ')}` : ''),
    ...toldByRuns(reader, entry.evidence, body.user),
    plain(joined(reportedOver(entry, reader))),
  ])
}

/** "His members will block it", "the paper puts that forward": of whom or what only the sentence says. */
const pointsBack = ({ relation, user, from, to = '' }: Kind<'linkage'>['body']): boolean =>
  [from, to].some((words) => ENDS_POINTING.test(words)) ||
  (user.length === 0 && BEGINS_POINTING.test(from)) ||
  // "Unless the toll is dropped" is a clause of its own, however few its words.
  (to !== '' && (isThin(from) || (between(relation, to) !== ', ' && isThin(to))))

const BEGINS_POINTING = /^\W*(?:it|its|they|their|he|she|his|her|this|that|these|those)\b/i
const ENDS_POINTING = /\b(?:it|them|that|this|these|those|so|him)(?: (?:forward|up|down|out|off))?\W*$/i

const tieWords = ({ from, to = '', goal = '', user }: Kind<'linkage'>['body']): string =>
  `${namesOf(user)} ${from} ${to} ${goal}`

const tieRuns = (body: Kind<'linkage'>['body']): Run[] => [
  quoted(unquoted(oneLine(body.from))),
  ...(body.to ? [plain(between(body.relation, body.to)), quoted(unquoted(oneLine(body.to)))] : []),
  ...(body.goal
    ? [plain(/^to\b/.test(body.goal) ? ' · ' : ' · so that: '), quoted(unquoted(oneLine(body.goal)))]
    : []),
]

/** Levers named in one line before the rest are counted. */
const LEVERS_SHOWN = 5

/** One party's levers over another in one line: "leverage of China: “rare earths”, “export controls” (possible)". */
function leversLine(entries: readonly Kind<'linkage'>[]): Line {
  const [first] = entries
  const levers = new Map<string, Run[]>()
  for (const { body, modality, polarity } of entries) {
    const words = unquoted(oneLine(body.from))
    const mark = polarity === 'denied' ? 'denied' : modalityMark(modality)
    const key = `${polarity === 'denied'} ${words.toLowerCase()}`
    const known = levers.get(key)
    // What one report tells as fact needs no reserve of another.
    if (known && (known.length === 1 || mark)) continue
    levers.set(key, [quoted(words), ...(mark ? [weak(` (${mark})`)] : [])])
  }
  const shown = [...levers.values()]
  const more = shown.length - LEVERS_SHOWN
  const { user = [], target = [] } = first?.body ?? {}
  const lines = entries.map((entry) => entryLine(entry, []))
  return {
    runs: [
      strong(user.length > 0 ? `leverage of ${namesOf(user)}` : 'leverage'),
      plain(target.length > 0 ? ` over ${namesOf(target)}: ` : ': '),
      ...joinRuns(shown.slice(0, LEVERS_SHOWN), ', '),
      plain(more > 0 ? ` and ${more} more` : ''),
    ].filter(({ text }) => text !== ''),
    marks: marksOfAll(lines),
    evidence: [...new Set(lines.flatMap(({ evidence }) => evidence))],
    lines: [],
  }
}

// One lever in dispute puts the line in dispute; told by one origin is said where each is. What is marked at a lever is not
// said of all.
const marksOfAll = (lines: readonly Line[]) => [
  ...(lines.some(({ marks }) => marks.includes('disputed')) ? (['disputed'] as const) : []),
  ...(lines.every(({ marks }) => marks.includes('single-sourced')) ? (['single-sourced'] as const) : []),
]

/** Conditions of one measure that a short page tells. */
const OF_ONE = 2

/** Of the conditions told of one measure, over and over, the first. */
function fewOfOne(reader: RecordReader, linkages: readonly Kind<'linkage'>[]): Kind<'linkage'>[] {
  const measureIn = new Map<string, string>()
  for (const { id, evidence } of reader.ofKind('measure'))
    for (const one of evidence) measureIn.set(sentenceKey(one), id)
  const told = new Map<string, number>()
  return linkages.filter(({ body, evidence }) => {
    const measure = measureIn.get(sentenceKey(evidence[0]!))
    if (body.relation !== 'precondition' || measure === undefined) return true
    const times = (told.get(measure) ?? 0) + 1
    told.set(measure, times)
    return times <= OF_ONE
  })
}

/**
 * What hangs on what, short: the levers of one party over another in one line, all else a line each, in falling
 * importance.
 */
export function linkageLines(
  reader: RecordReader,
  linkages: readonly Kind<'linkage'>[] = reader.ofKind('linkage'),
): Line[] {
  const groups = new Map<string, Kind<'linkage'>[]>()
  for (const entry of fewOfOne(reader, byImportance(linkages, reader))) {
    const { relation, user, target, to, goal } = entry.body
    const alone = relation !== 'leverage' || to !== undefined || goal !== undefined
    const key = alone
      ? entry.id
      : JSON.stringify([user, target].map((refs) => refs.map(({ id }) => id).sort()))
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].map((group) => {
    const [only, second] = group
    return only && !second ? linkageLine(only, reader) : leversLine(group)
  })
}

/** "US depends on CN for rare earths: about 70 % · affects …". */
export function dependencyLine(entry: Kind<'dependency'>): Line {
  const { body } = entry
  const facts = [
    body.share ? valueWords(body.share) : '',
    isUnknown(body.asOf) ? '' : `as of ${dayWords(body.asOf)}`,
    body.affects.length > 0 ? `affects ${listWords(body.affects.map(oneLine))}` : '',
  ].filter(Boolean)
  const who = namesOf(body.dependent)
  // Of nobody in particular, the thing itself is what hangs on it.
  return entryLine(entry, [
    strong(who === '' ? oneLine(body.what) : who),
    plain(` on ${oneLine(body.on.name)}${who === '' ? '' : ` for ${oneLine(body.what)}`}`),
    plain(facts.length > 0 ? `: ${facts.join(' · ')}` : ''),
  ])
}
