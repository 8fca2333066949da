// In: denials of placed reports, entries. Out: where a report tells a thing and who denies it: "a claim the ministry rejected".
import { type Denial, type Dispute, type Entry, UNNAMED, UNSETTLED } from '../../model/index.ts'
import type { PlacedReading } from '../placing/placed.ts'
import { evidenceOfSentences } from './sentence-evidence.ts'

type Found = Omit<Dispute, 'id'>

/**
 * What one side tells and another denies within one report, both sentences side by side. A denial that is held against
 * another report `already` needs no other side; of accounts that differ in a number `rivals` tell.
 */
export function answeredDisputes(
  placed: readonly PlacedReading[],
  entries: readonly Entry[],
  already: readonly Found[] = [],
  rivals: readonly Found[] = [],
): Found[] {
  const all = placed.flatMap(({ reading }) =>
    (reading.denials ?? []).map((denial) => ({ report: reading.report.id, denial })),
  )
  if (all.length === 0) return []
  const evidence = evidenceOfSentences(entries)
  const answered = new Set(already.flatMap(({ readings }) => readings.flatMap((one) => one.evidence)))
  const inNumbers = new Set(rivals.flatMap(({ readings }) => readings.flatMap((one) => one.evidence)))
  const found = new Map<string, Found>()
  for (const { report, denial } of all) {
    const [first] = evidence(report, denial.told.start)
    const [denied] = evidence(report, denial.start).filter(({ id }) => id !== first?.id)
    // What nobody is named for may stand in no entry of its own.
    const told = first ?? (denial.teller === UNNAMED ? denied : undefined)
    // One sentence may have one entry only, which then tells both.
    const other = denied ?? (denial.start === denial.told.start ? told : undefined)
    if (!told || !other) continue
    const isAlone = denial.start === denial.told.start && denial.teller === UNNAMED
    const isAnswered = (start: number) => evidence(report, start).some(({ id }) => answered.has(id))
    if (isAnswered(denial.start) && (isAlone || isAnswered(denial.told.start))) continue
    const isOfRival = (start: number) => evidence(report, start).some(({ id }) => inNumbers.has(id))
    if (denial.otherwise !== undefined && isOfRival(denial.start) && isOfRival(denial.told.start)) continue
    const readings = [
      { value: denial.teller === '' ? 'told as so' : `told by ${denial.teller}`, evidence: [told.id] },
      {
        value: `${denial.otherwise === undefined ? 'denied' : 'told otherwise'} by ${denial.by}`,
        evidence: [other.id],
      },
    ]
    const ids = [...new Set([told.entry.id, other.entry.id])].sort()
    const key = `${told.id}|${readings.map(({ value }) => value).join('|')}`
    const known = found.get(key)
    found.set(key, {
      class: 'contested',
      type: 'status',
      about:
        known?.about ??
        `${denial.otherwise === undefined ? 'whether it is so' : 'told in two ways'}: ${denial.what}`,
      entries: [...new Set([...(known?.entries ?? []), ...ids])].sort(),
      readings: readings.map(({ value, evidence }, at) => ({
        value,
        evidence: [...new Set([...(known?.readings[at]?.evidence ?? []), ...evidence])].sort(),
      })),
      explanation: { text: reasonOf(denial), restsOn: [] },
    })
  }
  return [...found.values()]
}

/** Each side speaks for itself: nothing read settles it. */
const reasonOf = ({ teller, by, otherwise }: Denial): string => {
  if (otherwise !== undefined)
    return `By the report's own words the accounts of ${teller === '' ? 'others' : teller} and ${by} differ; ${UNSETTLED}`
  if (teller === UNNAMED) return `Who said so is not told; ${by} denies it, and ${UNSETTLED}`
  return teller === ''
    ? `Told in the report's own voice and denied by ${by}; ${UNSETTLED}`
    : `One side's word against the other's: told by ${teller}, denied by ${by}; ${UNSETTLED}`
}
