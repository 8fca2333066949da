// In: effects on one event, from the nearest word outwards. Out: what they come to together.
import type { Modality, Stance } from '../doc.ts'

/** Polarity, modality and certainty while they are worked out, with the tokens that made them so. */
export interface Verdict {
  denied: boolean
  modality: Modality
  certainty: Stance['certainty']
  cues: number[]
}

/** From what holds to what is farthest from holding. */
const DISTANCE: Readonly<Record<Modality, number>> = {
  held: 0,
  background: 1,
  ongoing: 2,
  planned: 3,
  expected: 4,
  possible: 5,
  conditional: 6,
  hypothetical: 7,
}
const DOUBT: Readonly<Record<Stance['certainty'], number>> = { certain: 0, probable: 1, uncertain: 2 }

export const plainVerdict = (): Verdict => ({
  denied: false,
  modality: 'held',
  certainty: 'certain',
  cues: [],
})

/** Takes an effect in: the farther modality and the greater doubt win, a second denial lifts the first. */
export function take(
  verdict: Verdict,
  modality: Modality | 'denied',
  certainty: Stance['certainty'],
  cue: number,
): void {
  if (modality === 'denied') verdict.denied = !verdict.denied
  else if (DISTANCE[modality] > DISTANCE[verdict.modality]) verdict.modality = modality
  if (DOUBT[certainty] > DOUBT[verdict.certainty]) verdict.certainty = certainty
  if (cue >= 0 && !verdict.cues.includes(cue)) verdict.cues.push(cue)
}
