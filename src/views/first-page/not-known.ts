// In: a record. Out: what was looked for and not found: what is left open, rates, what follows, laws without a name, days of publication.
import type { Entry } from '../../model/index.ts'
import { matterIn, tellingWords } from '../../record/assemble/due-matters.ts'
import { isStartOvertaken } from '../../record/fate/overtaken.ts'
import type { RecordReader } from '../../record/reader.ts'
import { actRuns } from '../acts.ts'
import { orderedAgreements } from '../agreements.ts'
import { byImportance } from '../lines/importance.ts'
import { bareLine, type Kind, type Line, plain, type Run, strong } from '../lines/line.ts'
import { measureName, measuresByStanding } from '../measures.ts'
import { isPast, isUnknown } from '../words/day-words.ts'
import { shortName } from '../words/origin-words.ts'
import { cutAt, oneLine, withoutArticle } from '../words/safe-text.ts'

/** Of each kind of gap so many come first, so that none crowds out the others. */
const FIRST_OF_EACH = 2

/** Of one gap so many are named. */
const LISTED = 6

/**
 * Lines on what was not found: the first of each kind of gap, then all others. That nothing was read of it does not say
 * that no report tells it.
 */
export function notKnownLines(reader: RecordReader): Line[] {
  const kinds: readonly (readonly Line[])[] = [
    reader
      .ofKind('act')
      .filter(isWithheld)
      .map((entry) => about(entry, actRuns(entry))),
    termGaps(reader),
    [...unnamedLaws(reader), ...deadlineGaps(reader)],
    measureGaps(reader),
    undatedReports(reader),
  ]
  return [
    ...kinds.flatMap((lines) => lines.slice(0, FIRST_OF_EACH)),
    ...kinds.flatMap((lines) => lines.slice(FIRST_OF_EACH)),
  ]
}

/** "**Its rate**: steel tariff (PE → NO); …": one gap with all it was found in. */
function gapLine(gap: string, entries: readonly Entry[], nameOf: (entry: Entry) => string): Line[] {
  const some = entries.slice(0, LISTED)
  const more = entries.length > some.length ? `; and ${entries.length - some.length} more` : ''
  return some.length === 0
    ? []
    : [
        bareLine([strong(gap), plain(`: ${some.map(nameOf).join('; ')}${more}`)], {
          evidence: some.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ id }) => id)),
        }),
      ]
}

const about = (entry: Entry, runs: readonly Run[]): Line =>
  bareLine(runs, { evidence: entry.evidence.map((item) => item.id), entry: entry.id, origins: entry.origins })

/** Something told to exist and kept back. */
const isWithheld = (entry: Kind<'act'>) =>
  entry.body.type.startsWith('withh') && entry.polarity === 'affirmed'

/** What an agreement is told to leave open. That its terms are not among what was read would say little: reports tell them in many ways. */
const termGaps = (reader: RecordReader): Line[] =>
  orderedAgreements(reader)
    .filter(
      ({ body, polarity }) => polarity !== 'denied' && body.stage !== 'proposed' && body.leftOpen.length > 0,
    )
    .map((entry) =>
      about(entry, [
        strong(withoutArticle(oneLine(entry.body.name))),
        plain(`: left open: ${entry.body.leftOpen.map((words) => cutAt(oneLine(words), 100)).join('; ')}`),
      ]),
    )

const openDeadlines = (reader: RecordReader) =>
  byImportance(reader.ofKind('deadline'), reader).filter(
    (entry) =>
      entry.body.outcome === undefined && entry.polarity !== 'denied' && !isStartOvertaken(reader, entry),
  )

/** What rests on a law that is told of without its name. */
const unnamedLaws = (reader: RecordReader): Line[] =>
  openDeadlines(reader).flatMap((entry) => {
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

/** Of a truce, pact or pause that several tell to run out: what follows. Of what is but to be done or begun by a day nobody asks. */
function deadlineGaps(reader: RecordReader): Line[] {
  const ahead = openDeadlines(reader).filter(
    ({ body, evidence }) =>
      !isUnknown(body.due) &&
      !isPast(body.due, reader.on) &&
      LAPSING.has(matterIn(body.what)) &&
      evidence.some(({ foundBy }) => ENDS.test(foundBy)),
  )
  const withoutLapse = ahead.filter(({ body, origins }) => !body.onLapse && origins.sure > 1)
  return gapLine('What follows if it lapses', withoutLapse, titleOf)
}

/** Matters whose end changes what holds. */
const LAPSING: ReadonlySet<string> = new Set(['pause', 'truce', 'deal', 'money', 'tariff'])
/** Rules that find what runs until a day. */
const ENDS = /^deadline\/(?:expiry|ends-on|lasts-until|prolonged-|moved-term|given-more|goes-on-until)/

function measureGaps(reader: RecordReader): Line[] {
  const { inForce } = measuresByStanding(reader)
  const unnamed = inForce.flatMap((entry) => {
    const { authority } = entry.body
    return authority === undefined || namesALaw(reader, authority) ? [] : [{ entry, authority }]
  })
  return [
    ...gapLine(
      'Its rate',
      inForce.filter(
        (entry) =>
          entry.body.type === 'tariff' &&
          entry.body.steps.every(({ rate }) => rate === undefined) &&
          !isRateTold(reader, entry),
      ),
      titleOf,
    ),
    ...unnamed.map(({ entry, authority }) =>
      about(entry, [
        ...measureName(entry),
        plain(`: rests on “${oneLine(authority)}”, a law without a name`),
      ]),
    ),
  ]
}

const SHARE = /\d(?:\.\d+)?[\s-]?(?:%|per\s?cent\b)/
/** Words that every tariff has. */
const OF_TARIFFS: ReadonlySet<string> = new Set([
  'tariff',
  'duty',
  'levy',
  'rate',
  'surcharge',
  'tax',
  'surtax',
])

/** Whether a sentence with a share in percent tells of a tariff in the words of this one: its rate may be there, though not read as that. */
function isRateTold(reader: RecordReader, entry: Kind<'measure'>): boolean {
  const { name, goods } = entry.body
  const words = tellingWords(`${name} ${goods.join(' ')}`).filter((word) => !OF_TARIFFS.has(word))
  const told = [...reader.ofKind('measure'), ...reader.ofKind('figure'), ...reader.ofKind('statement')]
  return told.some(({ evidence }) =>
    evidence.some(({ quote }) => {
      if (!SHARE.test(quote)) return false
      const theirs = new Set(tellingWords(quote))
      return words.length > 0
        ? words.some((word) => theirs.has(word))
        : [...OF_TARIFFS].some((word) => theirs.has(word))
    }),
  )
}

/** True where the words name a law and not only say that there is one: a number, or a capital that no party's name explains. */
function namesALaw(reader: RecordReader, authority: string): boolean {
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

/** What an entry is called. */
function titleOf(entry: Entry): string {
  if (entry.kind === 'measure')
    return measureName(entry)
      .map((run) => run.text)
      .join('')
  return 'name' in entry.body ? withoutArticle(oneLine(entry.body.name)) : entry.kind
}

function undatedReports(reader: RecordReader): Line[] {
  const { undated } = reader.counts()
  if (undated.length === 0) return []
  const names = undated.slice(0, 4).map((id) => shortName(reader.report(id), id))
  const rest = undated.length > names.length ? ` and ${undated.length - names.length} more` : ''
  return [bareLine([strong('When published'), plain(`: ${names.join(', ')}${rest}`)])]
}
