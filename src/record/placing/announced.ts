// In: what one report tells, days resolved. Out: the same; what was announced on a day, and has none of its own, has that one.
import type { Told } from './placed.ts'

/** Cues that make public what has just been done: what they announce is as new as they are. */
const ANNOUNCES: ReadonlySet<string> = new Set([
  'announce',
  'declare',
  'unveil',
  'reveal',
  'confirm',
  'proclaim',
])

const placeOf = (told: Told): number => told.claim.evidence.spans[0]?.start ?? -1

/** "She announced on Friday that a deal had been reached": the deal gets Friday as the day it was announced. */
export function withAnnounced(told: readonly Told[]): Told[] {
  const days = new Map<number, Told['days'][number]>()
  for (const one of told) {
    if (one.claim.kind !== 'statement' || !ANNOUNCES.has(one.claim.body.cue)) continue
    const said = one.days.find((day) => day.role === 'said' || day.role === 'on')
    if (said) days.set(placeOf(one), said)
  }
  if (days.size === 0) return [...told]
  return told.map((one) => {
    const day = days.get(placeOf(one))
    if (!day || one.claim.kind === 'statement') return one
    if (one.days.some(({ role }) => role === 'on' || role === 'from')) return one
    return { ...one, days: [...one.days, { ...day, role: 'announced' as const }] }
  })
}
