// In: a record. Out: what the reports leave open: ends and outcomes, terms, laws without a name, lines on one origin.
import type { Entry } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { actRuns } from './acts.ts'
import { dueItems } from './agenda.ts'
import { endsByItself } from './agenda-words.ts'
import { orderedAgreements } from './agreements.ts'
import { isPast, isUnknown } from './day-words.ts'
import { byImportance } from './importance.ts'
import { bareLine, type Kind, type Line, plain, type Run, strong } from './line.ts'
import { measureName, measuresByStanding } from './measures.ts'
import { originNames, shortName } from './origin-words.ts'
import { listWords, namesOf } from './party-words.ts'
import { cutAt, oneLine, withoutArticle } from './safe-text.ts'
import { mainRound, orderedRounds, roundName } from './talks.ts'

/** Of each kind of gap so many come first, so that none crowds out the others. */
const FIRST_OF_EACH = 2

/** Lines on what is not known: the first of each kind of gap, then all others. */
export function notKnownLines(reader: RecordReader): Line[] {
  const kinds: readonly (readonly Line[])[] = [
    reader
      .ofKind('act')
      .filter(isWithheld)
      .map((entry) => about(entry, actRuns(entry))),
    orderedAgreements(reader).flatMap((entry) => withoutTerms(entry)),
    withoutEnd(reader),
    deadlineGaps(reader),
    measuresByStanding(reader).inForce.flatMap((entry) => measureGaps(reader, entry)),
    onOneOrigin(reader),
    undatedReports(reader),
  ]
  return [
    ...kinds.flatMap((lines) => lines.slice(0, FIRST_OF_EACH)),
    ...kinds.flatMap((lines) => lines.slice(FIRST_OF_EACH)),
  ]
}

const about = (entry: Entry, runs: readonly Run[]): Line =>
  bareLine(runs, { evidence: entry.evidence.map((item) => item.id), entry: entry.id, origins: entry.origins })

/** Something told to exist and kept back. */
const isWithheld = (entry: Kind<'act'>) =>
  entry.body.type.startsWith('withh') && entry.polarity === 'affirmed'

function withoutTerms(entry: Kind<'agreement'>): Line[] {
  const { body } = entry
  const open = body.leftOpen.map((words) => cutAt(oneLine(words), 100))
  if (entry.polarity === 'denied' || body.stage === 'proposed') return []
  // "A quota of 900 tonnes" is its own term.
  const isTerm = body.about.some((words) => words === body.name)
  if (body.terms.length > 0 || body.accounts.length > 0 || isTerm)
    return open.length > 0
      ? [about(entry, [strong(withoutArticle(oneLine(body.name))), plain(`: left open: ${open.join('; ')}`)])]
      : []
  const more = open.length > 0 ? `; left open: ${open.join('; ')}` : ''
  return [
    about(entry, [
      strong(withoutArticle(oneLine(body.name))),
      plain(` is said to exist; none of its terms was read${more}`),
    ]),
  ]
}

// The round that matters most has its own line; the others share one.
function withoutEnd(reader: RecordReader): Line[] {
  if (reader.on === undefined) return []
  const open = orderedRounds(reader).filter((entry) => gapsOf(entry).length > 0)
  const main = mainRound(open, reader)
  const others = open.filter((entry) => entry !== main)
  return [
    ...(main
      ? [about(main, [...roundName(main), plain(`: no report gives ${gapsOf(main).join(' or ')}`)])]
      : []),
    ...(others.length > 0
      ? [
          bareLine(
            [
              plain('Nor the end of '),
              plain(
                listWords(
                  others.map((entry) =>
                    roundName(entry)
                      .map((run) => run.text)
                      .join(''),
                  ),
                ),
              ),
            ],
            { evidence: others.flatMap((entry) => entry.evidence.slice(0, 1).map((item) => item.id)) },
          ),
        ]
      : []),
  ]
}

function gapsOf({ body }: Kind<'round'>): string[] {
  const begun = body.status === 'held' || body.status === 'in session'
  // A meeting, a summit or a call is over in a day or two: nobody asks when.
  if (!begun || body.form !== 'round' || isUnknown(body.opens ?? body.inSession[0])) return []
  return isUnknown(body.ends) ? ['when it ended'] : []
}

/** What rests on a law without a name; and of what is still to come, all for which nobody tells what follows or who must act. */
function deadlineGaps(reader: RecordReader): Line[] {
  const open = byImportance(reader.ofKind('deadline'), reader).filter(
    ({ body, polarity }) => body.outcome === undefined && polarity !== 'denied',
  )
  const unnamed = open.flatMap((entry) => {
    const { name, authority } = entry.body
    return authority === undefined || namesALaw(reader, authority)
      ? []
      : [
          about(entry, [
            strong(withoutArticle(oneLine(name))),
            plain(`: rests on “${oneLine(authority)}”, a law without a name`),
          ]),
        ]
  })
  const ahead = open.filter(({ body, evidence }) => {
    // A hearing or a vote that is arranged for a day has nobody who must act and nothing that lapses.
    const isArranged = evidence.every(({ foundBy }) => foundBy.startsWith('deadline/arranged@'))
    return !isArranged && !isUnknown(body.due) && !isPast(body.due, reader.on)
  })
  const lists = [
    ['what follows if it lapses', ahead.filter(({ body }) => !body.onLapse)],
    [
      'who must act',
      ahead.filter(({ body, evidence }) => body.obligor.length === 0 && !endsByItself(evidence)),
    ],
  ] as const
  return [
    ...unnamed,
    ...lists.flatMap(([untold, of]) =>
      of.length === 0
        ? []
        : [
            bareLine(
              [
                strong(`No report says ${untold}`),
                plain(
                  `: ${of
                    .slice(0, LISTED)
                    .map(({ body }) => withoutArticle(oneLine(body.name)))
                    .join('; ')}`,
                ),
              ],
              {
                evidence: of
                  .slice(0, LISTED)
                  .flatMap(({ evidence }) => evidence.slice(0, 1).map(({ id }) => id)),
              },
            ),
          ],
    ),
  ]
}

/** Of one gap so many are named. */
const LISTED = 6

function measureGaps(reader: RecordReader, entry: Kind<'measure'>): Line[] {
  const { body } = entry
  const gaps = [
    ...(body.type === 'tariff' && body.steps.every((step) => step.rate === undefined) ? ['its rate'] : []),
    ...(body.authority !== undefined && !namesALaw(reader, body.authority)
      ? [`the name of the law behind it (“${oneLine(body.authority)}”)`]
      : []),
    ...(body.by.length === 0 ? ['who imposes it'] : []),
    ...(body.on.length === 0 && !AT_HOME.has(body.type) ? ['whom it hits'] : []),
  ]
  return gaps.length === 0
    ? []
    : [about(entry, [...measureName(entry), plain(`: no report gives ${gaps.join(' or ')}`)])]
}

/** What a state also does to nobody abroad: a ban on a product, a tax, a cap. */
const AT_HOME: ReadonlySet<string> = new Set(['ban', 'tax', 'other', 'quota', 'strike'])

/** True where the words name a law and not only say that there is one: a number, or a capital that no party's name explains. */
export function namesALaw(reader: RecordReader, authority: string): boolean {
  const words = withoutParties(oneLine(authority), reader)
    .replace(/\b[A-Z](\.[A-Z])+\.?/g, ' ')
    .replace(/^\W*(An?|The|Its?|Their)\b/, ' ')
  return /\d/.test(words) || /\b[A-Z][a-z]/.test(words)
}

/** Words that a party's name may have. */
const LONGEST_NAME = 6

/** Words without the names of parties, the longest first. */
function withoutParties(text: string, reader: RecordReader): string {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu)]
  let left = ''
  let done = 0
  for (let at = 0; at < words.length; at++) {
    const start = words[at]!.index
    for (let last = Math.min(words.length, at + LONGEST_NAME) - 1; last >= at; last--) {
      const end = words[last]!.index + words[last]![0].length
      if (!reader.isPartyName(text.slice(start, end))) continue
      left += `${text.slice(done, start)} `
      done = end
      at = last
      break
    }
  }
  return left + text.slice(done)
}

// What the next days hang on, where only one origin tells it: one line, since each is marked where it stands.
function onOneOrigin(reader: RecordReader): Line[] {
  const deciding = new Map<string, Entry>()
  for (const item of dueItems(reader)) if (item.state === 'ahead') deciding.set(item.entry.id, item.entry)
  for (const entry of measuresByStanding(reader).inForce) deciding.set(entry.id, entry)
  for (const entry of reader.ofKind('agreement')) deciding.set(entry.id, entry)
  const single = [...deciding.values()].filter((entry) => entry.origins.atMost <= 1).slice(0, 6)
  if (single.length === 0) return []
  const words = single.map(
    (entry) => `${deciderName(entry)} (${originNames(entry.evidence, reader).map(oneLine).join(', ')})`,
  )
  return [
    bareLine([strong('On one origin alone'), plain(`: ${words.join('; ')}`)], {
      evidence: single.flatMap((entry) => entry.evidence.slice(0, 1).map((item) => item.id)),
    }),
  ]
}

function deciderName(entry: Entry): string {
  if (entry.kind === 'round')
    return roundName(entry)
      .map((run) => run.text)
      .join('')
  if (entry.kind === 'measure')
    return measureName(entry)
      .map((run) => run.text)
      .join('')
  if (entry.kind === 'commitment') return `${namesOf(entry.body.by)}: ${cutAt(oneLine(entry.body.what), 60)}`
  if (entry.kind === 'act')
    return cutAt(oneLine(entry.body.object ?? entry.body.words ?? entry.body.type), 60)
  return 'name' in entry.body ? withoutArticle(oneLine(entry.body.name)) : entry.kind
}

function undatedReports(reader: RecordReader): Line[] {
  const { undated } = reader.counts()
  if (undated.length === 0) return []
  const names = undated.slice(0, 4).map((id) => shortName(reader.report(id), id))
  const rest = undated.length > names.length ? ` and ${undated.length - names.length} more` : ''
  return [bareLine([strong('When published'), plain(`: ${names.join(', ')}${rest}`)])]
}
