// In: placed readings. Out: the same with a figure for each number or rank in dispute whose sentence no claim has.
import { type Claim, shortHash } from '../model/index.ts'
import type { PlacedReading } from './placed.ts'
import { tellingPairs } from './telling-disputes.ts'
import type { ToldValue } from './tellings.ts'

/** What is in dispute must have evidence, also where nothing else in its sentence was worth a claim. */
export function withDisputedClaims(placed: readonly PlacedReading[]): readonly PlacedReading[] {
  const lacking = new Map<string, Claim[]>()
  const seen = new Set<string>()
  for (const told of tellingPairs(placed).flat()) {
    if (told.telling.quote === undefined || told.telling.value === undefined || seen.has(told.key)) continue
    seen.add(told.key)
    lacking.set(told.report, [...(lacking.get(told.report) ?? []), figureOf(told)])
  }
  if (lacking.size === 0) return placed
  return placed.map((one) => {
    const { reading } = one
    const more = lacking.get(reading.report.id)
    return more ? { ...one, reading: { ...reading, claims: [...reading.claims, ...more] } } : one
  })
}

function figureOf({ report, telling, key }: ToldValue): Claim {
  const { start, end, label, value, quote = '', by, change } = telling
  return {
    id: shortHash(`${key}|${start}|${label}`),
    kind: 'figure',
    body: {
      measures: { text: label, start, end, head: label, ids: [] },
      value: value!,
      scope: [],
      of: [],
      ...(change ? { change } : {}),
    },
    days: telling.days.map((day) => ({ ...day, role: 'asOf' })),
    evidence: {
      report,
      spans: [{ start, end }],
      roles: {},
      quote,
      according: by === '' ? [] : [by],
      foundBy: 'figure/disputed@1',
      polarity: telling.polarity,
      modality: telling.modality,
    },
  }
}
