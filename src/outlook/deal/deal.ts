// In: a deal as picked, a record. Out: what it takes, what it crosses, what it leaves open, and the scenario after it.
import type { Entry, EntryOf, Ref } from '../../model/index.ts'
import { problem } from '../../problem.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { Due } from '../regime/index.ts'
import { hasWords, type ResolvedScenario, resolveScenario } from '../scenario/resolve-scenario.ts'
import { ScenarioFile } from '../scenario/scenario-file.ts'
import { meansDeal } from '../told/events.ts'
import type { Regimes } from '../told/regimes.ts'
import type { DealFile } from './deal-file.ts'

export type Position = EntryOf<'position'>

/** A red line or refusal and the taken terms that may cross it, by the words they share. A person must say whether they do. */
export interface Crossing {
  readonly line: Position
  readonly by: readonly { readonly term: Position; readonly words: readonly string[] }[]
}

/** What must come first, or who must say yes. */
export interface OpenMatter {
  readonly entry: Entry
  readonly evidence: readonly string[]
  readonly words: string
  readonly who?: Ref
  readonly met: boolean
}

export interface Deal {
  readonly name: string
  readonly taken: readonly Position[]
  readonly crosses: readonly Crossing[]
  /** Red lines and refusals that no word of the terms touches. */
  readonly untouched: readonly Position[]
  readonly preconditions: readonly OpenMatter[]
  readonly approvals: readonly OpenMatter[]
  /** Asks that the deal does not take. */
  readonly notTaken: readonly Position[]
  readonly after: ResolvedScenario
}

const ASKS: ReadonlySet<string> = new Set(['demand', 'offer', 'concession', 'open', 'support'])
const REFUSES: ReadonlySet<string> = new Set(['red-line', 'oppose'])

/** What the sides ask and offer, what they refuse, what they want first: the terms there are to pick from. */
export function termsToPick(reader: RecordReader): {
  readonly asks: Position[]
  readonly refusals: Position[]
  readonly first: Position[]
} {
  const all = reader.ofKind('position').filter(({ polarity }) => polarity !== 'denied')
  const of = (stances: ReadonlySet<string>) => all.filter(({ body }) => stances.has(body.stance))
  return { asks: of(ASKS), refusals: of(REFUSES), first: of(new Set(['precondition'])) }
}

/** Throws `scenario-not-understood` where a term is not there, or means more than one position. */
export function dealOf(
  reader: RecordReader,
  regimes: Regimes,
  terms: readonly Due[],
  file: DealFile,
  path: string,
): Deal {
  const { asks, refusals, first } = termsToPick(reader)
  const taken = file.terms.map(({ take }) => pick([...asks, ...refusals, ...first], take, path))
  const isMet: IsMet = (entry, words) =>
    file.met.some((one) => entry.id.startsWith(one) || hasWords(words, one))
  const crossings = refusals
    .filter((line) => !taken.includes(line))
    .map((line): Crossing => ({ line, by: taken.flatMap((term) => crossing(term, line)) }))
  const deals = [...regimes.happenings.values()].filter(
    ({ id, settled }) => id.startsWith('deal: ') && settled === undefined,
  )
  const after = resolveScenario(
    ScenarioFile.parse({
      name: file.name ?? path,
      by: file.by ?? path,
      extend: file.extend,
      facts: deals.length > 0 ? [{ event: 'deal:', happens: true }] : [],
    }),
    regimes,
    terms,
    path,
    file.terms.flatMap(({ does }) => does),
  )
  const asked = first.map((entry) => ({
    entry,
    evidence: idsOf(entry),
    words: entry.body.content,
    who: entry.body.party,
    met: taken.includes(entry) || isMet(entry, textOf(entry)),
  }))
  return {
    name: after.scenario.id,
    taken,
    crosses: crossings.filter(({ by }) => by.length > 0),
    untouched: crossings.filter(({ by }) => by.length === 0).map(({ line }) => line),
    preconditions: [...asked, ...conditionsTold(reader, regimes, isMet)],
    approvals: approvalsTold(reader, isMet),
    notTaken: asks.filter((one) => !taken.includes(one)),
    after,
  }
}

/** Whether the analyst takes a matter as met. */
type IsMet = (entry: Entry, words: string) => boolean

/** What is told to come first, and what plans of measures hang on, but for the deal itself. */
function conditionsTold(reader: RecordReader, regimes: Regimes, isMet: IsMet): OpenMatter[] {
  const ties = reader
    .ofKind('linkage')
    .filter(
      ({ body, polarity }) =>
        body.relation === 'precondition' && polarity !== 'denied' && !meansDeal(body.to ?? ''),
    )
  // A measure's condition that a tie tells as well is told once.
  const isTied = (words: string) => ties.some(({ body }) => body.to?.includes(words))
  const tied = ties.map((entry): OpenMatter => {
    const { from, to = '', user } = entry.body
    const words = /^(?:unless|until|if)\b/i.test(to) ? `${from} ${to}` : `${from} hangs on ${to}`
    const [who] = user
    return { entry, evidence: idsOf(entry), words, ...(who && { who }), met: isMet(entry, words) }
  })
  const hanging = [...regimes.happenings.values()].flatMap(({ id, words, ...one }): OpenMatter[] => {
    if (one.settled !== undefined || meansDeal(words) || meansDeal(id) || isTied(words)) return []
    const entry = reader.entry(one.entry)
    if (entry?.kind !== 'measure') return []
    const [who] = entry.body.by
    return [{ entry, evidence: one.evidence, words, ...(who && { who }), met: isMet(entry, words) }]
  })
  return [...tied, ...hanging]
}

/** Who is told to have to say yes to an agreement. */
const approvalsTold = (reader: RecordReader, isMet: IsMet): OpenMatter[] =>
  reader
    .ofKind('agreement')
    .filter(({ polarity }) => polarity !== 'denied')
    .flatMap((entry) =>
      entry.body.approvals.map(({ who, done }) => ({
        entry,
        evidence: idsOf(entry),
        words: entry.body.name,
        who,
        met: done || isMet(entry, `${who.name} ${entry.body.name}`),
      })),
    )

const idsOf = ({ evidence }: Entry) => evidence.map(({ id }) => id)

const textOf = ({ id, body }: Position) =>
  [id, body.party.name, body.party.id, body.stance, body.issue, body.content].join(' ')

function pick(all: readonly Position[], take: string, path: string): Position {
  const byId = all.filter(
    ({ id, evidence }) => id === take || id === `position:${take}` || evidence.some((one) => one.id === take),
  )
  const found = byId.length > 0 ? byId : all.filter((one) => hasWords(textOf(one), take))
  const [only, ...others] = found
  const listed = (list: readonly Position[]) =>
    list
      .slice(0, 6)
      .map(({ id, body }) => `${id} (${body.party.name}, ${body.stance}: ${body.content})`)
      .join('; ')
  if (only === undefined)
    throw problem('scenario-not-understood', {
      path,
      wrong: `terms: no side is told to ask, offer or refuse "${take}"`,
    })
  if (others.length > 0)
    throw problem('scenario-not-understood', { path, wrong: `terms: "${take}" may mean ${listed(found)}` })
  return only
}

/** A term of another party that speaks of the same: by the content words they share. */
function crossing(term: Position, line: Position): Crossing['by'] {
  if (term.body.party.id === line.body.party.id && !REFUSES.has(term.body.stance)) return []
  const own = wordsOf(line)
  const words = [...wordsOf(term)].filter((word) => own.has(word))
  return words.length === 0 ? [] : [{ term, words }]
}

const COMMON = new Set(
  'the a an any all its their his her our with without from into over under before after until not never no will would shall must may can could accept reject agree allow continue keep that this which what who and but for than more'.split(
    ' ',
  ),
)
const stem = (word: string) => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')

function wordsOf({ body }: Position): Set<string> {
  const parties = new Set([...`${body.party.name}`.toLowerCase().split(/\P{L}+/u)].map(stem))
  const words = `${body.issue} ${body.content}`.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return new Set(
    words
      .filter((word) => !COMMON.has(word))
      .map(stem)
      .filter((word) => !parties.has(word)),
  )
}
