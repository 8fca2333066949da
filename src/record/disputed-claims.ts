// In: placed readings. Out: the same with a claim for each telling in dispute whose sentence none has.
import { type Claim, shortHash } from '../model/index.ts'
import type { PlacedReading } from './placed.ts'
import { tellingPairs } from './telling-disputes.ts'
import type { ToldPair, ToldValue } from './tellings.ts'

/** What is in dispute must have evidence, also where nothing else in its sentence was worth a claim. */
export function withDisputedClaims(
  placed: readonly PlacedReading[],
  pairs: readonly ToldPair[] = tellingPairs(placed),
): readonly PlacedReading[] {
  const lacking = new Map<string, Claim[]>()
  const seen = new Set<string>()
  for (const told of pairs.flat()) {
    const claim = told.telling.quote === undefined || seen.has(told.key) ? undefined : claimOf(told)
    if (!claim) continue
    seen.add(told.key)
    lacking.set(told.report, [...(lacking.get(told.report) ?? []), claim])
  }
  if (lacking.size === 0) return placed
  return placed.map((one) => {
    const { reading } = one
    const more = lacking.get(reading.report.id)
    return more ? { ...one, reading: { ...reading, claims: [...reading.claims, ...more] } } : one
  })
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
