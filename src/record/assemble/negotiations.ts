// In: what reports tell of the turns of whole negotiations. Out: one entry for those of the same sides: broken off, suspended, taken up again.
import {
  type Days,
  daysBetween,
  isActual,
  type Modality,
  type Ref,
  type RoundBody,
  type TalkTurn,
} from '../../model/index.ts'
import type { EntryDraft } from '../draft.ts'
import { addTo } from '../group.ts'
import { dayOfRole, modalityOn } from '../placing/placed.ts'
import { sidesOf, type Told } from './round-tellings.ts'

type Turn = NonNullable<RoundBody['turns']>[number]

/** Days between two tellings of one turn. */
const GAP = 3

export const isOfNegotiation = ({ part }: Told): boolean => part.form === 'negotiation'

/** One entry for each two or more sides; what names one side, or none, is of those that its report, else all reports, tell of. */
export function assembleNegotiations(all: readonly Told[]): EntryDraft<'round'>[] {
  const groups = new Map<string, Told[]>()
  // Those of the most sides first, so that what names fewer finds them.
  for (const count of [2, 1, 0]) {
    const known = [...groups].map(([key, told]) => ({ key, reports: new Set(told.map(reportOf)) }))
    for (const one of all) {
      const sides = [...new Set(sidesOf(one))].sort()
      if (Math.min(sides.length, 2) !== count) continue
      const fitting =
        count === 2 ? [] : known.filter(({ key }) => sides.every((side) => key.split('+').includes(side)))
      const here = fitting.filter(({ reports }) => reports.has(reportOf(one)))
      const [home, more] = here.length > 0 ? here : fitting
      addTo(groups, home && !more ? home.key : sides.join('+'), one)
    }
  }
  return [...groups].map(([key, told]) => negotiationOf(key, told))
}

const reportOf = ({ placed }: Told): string => placed.reading.report.id

function negotiationOf(key: string, told: readonly Told[]): EntryDraft<'round'> {
  const parties = new Map<string, Ref>()
  for (const { part } of told)
    for (const { party } of part.delegations) if (party) parties.set(party.id, party)
  const sides = [...parties.keys()].sort().map((id) => parties.get(id)!)
  const turns = turnsOf(told)
  const status = statusOf(turns)
  const days = turns.flatMap(({ on }) => on ?? [])
  const body: RoundBody = {
    form: 'negotiation',
    name: nameOf(sides),
    ordinals: [],
    inSession: [],
    delegations: sides.map((party) => ({ party, members: [] })),
    agenda: [],
    turns,
    status,
  }
  return {
    kind: 'round',
    body,
    told,
    valid: days.length > 0 ? { from: days[0]! } : {},
    key: `negotiation|${key}`,
    mergedBy: 'What became of the negotiations of the same sides',
  }
}

const nameOf = (sides: readonly Ref[]): string => {
  const names = sides.map(({ name }) => name)
  if (names.length === 0) return 'Negotiations'
  if (names.length === 1) return `Negotiations of ${names[0]}`
  return `Negotiations between ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

type Draft = Turn & { readonly at: string }

/** Tellings of one turn, of days that lie together or of which one is not told, are one; in order of day, else of telling. */
function turnsOf(told: readonly Told[]): Turn[] {
  const drafts: Draft[] = []
  const ordered = [...told].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(outOn(a), outOn(b)) ||
      startOf(a) - startOf(b) ||
      compare(a.evidence, b.evidence),
  )
  for (const one of ordered) {
    const on = dayOfRole(one, 'on', 'from', 'announced')
    const modality = modalityOn(one, on)
    const home = drafts.find((draft) => isOneTurn(draft, one, on, modality))
    const by = one.part.by ?? []
    if (home) {
      home.evidence.push(one.evidence)
      if (home.by.length === 0) home.by.push(...by)
      continue
    }
    const out = one.placed.published
    drafts.push({
      turn: one.part.phase as TalkTurn,
      by: [...by],
      ...(on?.earliest ? { on } : {}),
      ...(out.latest ? { told: out } : {}),
      modality,
      evidence: [one.evidence],
      at: on?.latest ?? (modality === 'background' ? '' : (out.latest ?? '')),
    })
  }
  return drafts
    .map((draft, index) => ({ draft, index }))
    .sort((a, b) => compare(a.draft.at, b.draft.at) || a.index - b.index)
    .map(({ draft: { at: _at, ...turn } }) => turn)
}

/** What is told with its day first, then what is news. */
const rank = (one: Told): number =>
  dayOfRole(one, 'on', 'from', 'announced')?.earliest
    ? 0
    : one.claim.evidence.modality === 'background'
      ? 2
      : 1
const outOn = ({ placed }: Told): string => placed.published.latest ?? ''
const startOf = ({ claim }: Told): number => claim.evidence.spans[0]?.start ?? 0
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Turns by which talks are no longer going on may be told by one word or another. */
const STOPPED: ReadonlySet<string> = new Set([
  'broken off',
  'ended',
  'called off',
  'suspended',
  'collapsed',
  'left',
])
const GOING: ReadonlySet<string> = new Set(['resumed', 'rejoined'])

function isOneTurn(draft: Draft, one: Told, on: Days | undefined, modality: Modality): boolean {
  const { phase } = one.part
  const isSame =
    draft.turn === phase ||
    [STOPPED, GOING].some((words) => words.has(draft.turn) && words.has(phase) && isOneDay(draft.on, on))
  if (!isSame || isActual(draft.modality) !== isActual(modality)) return false
  if (draft.on?.earliest && on?.earliest)
    return Math.abs(daysBetween(draft.on.earliest, on.earliest)) <= GAP || isWithin(draft.on, on)
  const [day, out] = [draft.on?.latest ?? draft.told?.latest, outOn(one)]
  // News of it without its day, or told of later as something past.
  return day === undefined || out === '' || (daysBetween(day, out) >= 0 && daysBetween(day, out) <= LATER)
}

/** Days after a turn within which a report tells of it without its day. */
const LATER = 60

const isOneDay = (a: Days | undefined, b: Days | undefined): boolean =>
  a?.earliest !== undefined && a.earliest === b?.earliest && a.latest === b.latest

const isWithin = (a: Days, b: Days): boolean =>
  a.earliest! <= (b.latest ?? b.earliest!) && b.earliest! <= (a.latest ?? a.earliest!)

/** How it stands by the last turn that was told as taken; what only stood in passing before says least. */
function statusOf(turns: readonly Turn[]): RoundBody['status'] {
  const done = turns.filter(({ modality }) => isActual(modality))
  return (done.findLast(({ modality }) => modality !== 'background') ?? done.at(-1))?.turn ?? 'planned'
}
