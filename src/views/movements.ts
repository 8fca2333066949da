// In: a record as it was known and as it is. Out: positions and set phrases that appeared, hardened, softened or are no longer heard.
import type { Day, EntryOf, StanceKind } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { type SetPhrase, setPhrases } from './set-phrases.ts'
import { dayKey } from './words/day-words.ts'
import { issueName } from './words/issue-names.ts'

type Position = EntryOf<'position'>

/** What became of a party's own position on an issue. `before` is absent where it appeared, `now` where it fell silent. */
export type Movement =
  | { readonly way: 'appeared'; readonly now: Position }
  | { readonly way: 'hardened' | 'softened'; readonly before: Position; readonly now: Position }
  | { readonly way: 'not heard since'; readonly before: Position }

export interface PhraseMovement {
  readonly way: 'appeared' | 'not heard since'
  readonly phrase: SetPhrase
}

const HARDNESS: readonly StanceKind[] = ['concession', 'offer', 'open', 'demand', 'precondition', 'red-line']
/** Reports in which a party must have spoken since, for its silence on a matter to tell something. */
const SPOKEN = 2

/** Movement is said only between two dated words of one party, in its own voice, on one issue. */
export function movementsOf(before: RecordReader, now: RecordReader): Movement[] {
  const last = lastWords(before)
  const current = lastWords(now)
  const since = before.knownOn
  const spoken = reportsSince(now, since)
  const moved = [...current].flatMap(([key, position]): Movement[] => {
    const old = last.get(key)
    if (!old)
      return last.size > 0 && isSince(now, position, since) ? [{ way: 'appeared', now: position }] : []
    if (saidOn(old)! >= saidOn(position)!) return []
    const step = HARDNESS.indexOf(position.body.stance) - HARDNESS.indexOf(old.body.stance)
    return step === 0 ? [] : [{ before: old, now: position, way: step > 0 ? 'hardened' : 'softened' }]
  })
  const silent = [...last].flatMap(([key, old]): Movement[] => {
    const position = current.get(key)
    const party = old.body.party.id
    const told = new Set(old.evidence.map(({ report }) => report)).size
    if (!position || position.id !== old.id || told < 2 || (spoken.get(party)?.size ?? 0) < SPOKEN) return []
    return position.evidence.some(({ report }) => isLater(now, report, since))
      ? []
      : [{ way: 'not heard since', before: old }]
  })
  return [...moved, ...silent]
}

/** Set phrases first heard since, and those of parties that spoke since without them. */
export function phraseMovementsOf(before: RecordReader, now: RecordReader): PhraseMovement[] {
  const since = before.knownOn
  if (since === undefined) return []
  const spoken = reportsSince(now, since)
  return setPhrases(now).flatMap((phrase): PhraseMovement[] => {
    if (phrase.uses[0]!.on > since) return [{ way: 'appeared', phrase }]
    const last = phrase.uses.at(-1)!
    return last.on <= since && (spoken.get(phrase.party.id)?.size ?? 0) >= SPOKEN
      ? [{ way: 'not heard since', phrase }]
      : []
  })
}

const isLater = (reader: RecordReader, report: string, since: Day | undefined): boolean => {
  const latest = reader.report(report)?.published.latest
  return since !== undefined && latest !== undefined && latest > since
}

const isSince = (reader: RecordReader, { evidence }: Position, since: Day | undefined): boolean =>
  since !== undefined && evidence.every(({ report }) => isLater(reader, report, since))

/** Reports since a day in which each party says something or takes a stand itself. */
function reportsSince(
  reader: RecordReader,
  since: Day | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reports = new Map<string, Set<string>>()
  const add = (party: string, report: string) => {
    if (!isLater(reader, report, since)) return
    const known = reports.get(party)
    if (known) known.add(report)
    else reports.set(party, new Set([report]))
  }
  for (const { body, evidence } of reader.ofKind('statement'))
    for (const { report } of evidence)
      for (const { id } of body.of.length > 0 ? body.of : body.speaker) add(id, report)
  for (const { body, evidence } of reader.ofKind('position'))
    if (body.toldBy === 'self') for (const { report } of evidence) add(body.party.id, report)
  return reports
}

/** The day a position was taken, else the day by which the first report of it was out. */
const saidOn = ({ body, known }: Position): string | undefined =>
  body.on?.earliest
    ? dayKey(body.on)
    : known.latest && dayKey({ earliest: known.latest, latest: known.latest })

/** The latest dated word of each party in its own voice on each issue. */
function lastWords(reader: RecordReader): Map<string, Position> {
  const last = new Map<string, Position>()
  for (const entry of reader.ofKind('position')) {
    const { body } = entry
    if (body.toldBy !== 'self' || !HARDNESS.includes(body.stance)) continue
    if (saidOn(entry) === undefined) continue
    const key = `${body.party.id} ${issueName(reader, body.issue)}`
    const known = last.get(key)
    if (!known || saidOn(known)! < saidOn(entry)!) last.set(key, entry)
  }
  return last
}
