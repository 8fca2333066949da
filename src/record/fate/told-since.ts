// In: a record, words for what was due on a day. Out: what reports that were out later tell of it, in whatever entry.
import { type Day, type Entry, type Evidence, sentenceKey } from '../../model/index.ts'
import { tellingWords } from '../assemble/due-matters.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import type { RecordReader } from '../reader.ts'

interface Telling {
  readonly entry: Entry
  readonly one: Evidence
  /** The first day on which its report may have been out. */
  readonly out: Day
  readonly words: ReadonlySet<string>
}

/** Words that a later sentence has to share: of a few all, of more two at least and two fifths of them. */
const FEWEST = 2
const SHARE = 0.4

/**
 * The sentence of a report out after `day` that tells most of a thing in its words, the latest of those; undefined where none
 * does. What came of it need not have been read as that: it is told there, and nothing says that it was not found.
 * @param what words for what was due
 * @param own ids of the evidence that tells it as due
 */
export function toldSince(
  reader: RecordReader,
  { what, day, own }: { what: string; day: Day; own: readonly string[] },
): Telling | undefined {
  const words = [...new Set(tellingWords(what))]
  const byWord = tellingsIn(reader)
  const shared = new Map<Telling, number>()
  for (const word of words)
    for (const told of byWord.get(word) ?? [])
      if (told.out > day && !own.includes(told.one.id)) shared.set(told, (shared.get(told) ?? 0) + 1)
  const least = Math.max(Math.min(FEWEST, words.length), Math.ceil(words.length * SHARE))
  let best: Telling | undefined
  let most = 0
  for (const [told, count] of shared) {
    if (count < least || count < most) continue
    if (best && count === most && !isAfter(told, best)) continue
    best = told
    most = count
  }
  return best
}

/** Whether a sentence of a report out after `day`, other than those that tell it as due, has a word of it: what came of it may be told there. */
export function isSpokenOf(
  reader: RecordReader,
  { what, day, evidence }: { what: string; day: Day; evidence: readonly Evidence[] },
): boolean {
  const own = new Set(evidence.map(sentenceKey))
  const byWord = tellingsIn(reader)
  return tellingWords(what).some((word) =>
    (byWord.get(word) ?? []).some(({ one, out }) => out > day && !own.has(sentenceKey(one))),
  )
}

/** Words by which something planned has another day, or none. */
const OTHERWISE =
  /\b(?:slip(?:s|ped)|postponed|put (?:off|back)|pushed (?:back|out)|delayed|moved|rescheduled|called off|cancell?ed|dropped|shelved|suspended|abandoned|scrapped|averted|and then|instead|no longer|will not|did not)\b/
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Words by which it is so whatever day they name: it was given up or refused, came sooner, or was a plan of then. */
const ANYWAY =
  /\b(?:cancell?ed|called off|withdr(?:ew|awn)|rejected|turned down|voted down|dropped|shelved|abandoned|scrapped|averted|fell through|on hold|after all|brought forward|ahead of (?:time|schedule)|(?:days?|weeks?|months?) early|(?:earlier|sooner) than|made permanent|too few|had (?:planned|meant|intended|threatened|been (?:due|set|planned))|(?:was|were|should) (?:to )?have|not (?:\w+ ){1,8}before (?:[A-Z]|next|the end))\b/

/**
 * Whether a report that was out after all that tell a plan says in its words that it is otherwise: with the month it was planned for
 * ("construction, promised for August and then October, will start in March"), or in words that leave it no day ("withdrew the case").
 */
export function isOtherwiseSince(
  reader: RecordReader,
  { what, on, evidence }: { what: string; on: Day; evidence: readonly Evidence[] },
): boolean {
  const words = [...new Set(tellingWords(what))]
  const last =
    evidence
      .map(({ report }) => reader.report(report)?.published?.latest ?? '9')
      .sort()
      .at(-1) ?? '9'
  const month = MONTHS[Number(on.slice(5, 7)) - 1]!
  // "September", "Sept. 3", "Sep. 3".
  const short = month.length > 4 ? `|${month.slice(0, 3)}t?\\.` : ''
  const named = new RegExp(`\\b(?:${month}\\b${short})`)
  const isOther = (quote: string) =>
    (named.test(quote) && OTHERWISE.test(quote)) || (words.length >= FEWEST && ANYWAY.test(quote))
  const [first, ...others] = words.map((word) => tellingsIn(reader).get(word) ?? [])
  return (first ?? []).some(
    (told) => told.out > last && others.every((those) => those.includes(told)) && isOther(told.one.quote),
  )
}

const isAfter = (a: Telling, b: Telling): boolean => (a.out !== b.out ? a.out > b.out : a.one.id < b.one.id)

/** Kinds whose sentences tell what was done or decided. */
const KINDS = ['act', 'measure', 'deadline', 'agreement', 'commitment', 'round', 'statement'] as const

/** What dated reports tell, by the words of each sentence; a page asks many times. */
const tellingsIn = once((reader: RecordReader): ReadonlyMap<string, readonly Telling[]> => {
  const seen = new Set<string>()
  const all = KINDS.flatMap((kind) => reader.ofKind(kind) as readonly Entry[]).flatMap((entry) =>
    entry.evidence.flatMap((one): Telling[] => {
      const out = reader.report(one.report)?.published?.earliest
      const key = sentenceKey(one)
      if (out === undefined || seen.has(key)) return []
      seen.add(key)
      return [{ entry, one, out, words: new Set(tellingWords(one.quote)) }]
    }),
  )
  return byEachKey(all, ({ words }) => [...words])
})
