// In: placed readings. Out: the same with a claim for each telling in dispute whose sentence none has.
import { type Claim, shortHash } from '../../model/index.ts'
import { byEachKey } from '../group.ts'
import type { PlacedReading } from '../placing/placed.ts'
import { tellingPairs } from './telling-disputes.ts'
import type { ToldPair, ToldValue } from './tellings.ts'

/** What is in dispute must have evidence, also where nothing else in its sentence was worth a claim. */
export function withDisputedClaims(
  placed: readonly PlacedReading[],
  pairs: readonly ToldPair[] = tellingPairs(placed),
): readonly PlacedReading[] {
  const told = byEachKey(pairs.flat(), ({ report }) => [report])
  return placed.map((one) => withClaimsOf(one, told.get(one.reading.report.id) ?? []))
}

/** The same for one report and its tellings in dispute, in any order, also each more than once. */
export function withClaimsOf(placed: PlacedReading, told: readonly ToldValue[]): PlacedReading {
  const each = new Map(told.map((one) => [one.key, one]))
  const more = [...each.values()]
    .filter(({ telling }) => telling.quote !== undefined)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((one) => claimOf(one) ?? [])
  if (more.length === 0) return placed
  const { reading } = placed
  return { ...placed, reading: { ...reading, claims: [...reading.claims, ...more] } }
}

/** A number is a figure; of a deed or a place there is what its teller says. */
function claimOf({ report, telling, key }: ToldValue): Claim | undefined {
  const { start, end, label, value, quote = '', by, change, polarity, modality } = telling
  const common = {
    id: shortHash(`${key}|${start}|${label}`),
    evidence: {
      report,
      spans: [{ start, end }],
      roles: {},
      quote,
      according: by === '' ? [] : [by],
      foundBy: 'telling/disputed@1',
      polarity,
      modality,
    },
  }
  if (value !== undefined)
    return {
      ...common,
      kind: 'figure',
      body: {
        measures: { text: label, start, end, head: label, ids: [] },
        value,
        scope: [],
        of: [],
        ...(change ? { change } : {}),
      },
      days: telling.days.map((day) => ({ ...day, role: 'asOf' })),
    }
  if (by === '') return undefined
  return {
    ...common,
    kind: 'statement',
    body: { speaker: [], of: [], unnamed: by, cue: 'say', content: quote, form: 'indirect', addressee: [] },
    days: [],
  }
}
