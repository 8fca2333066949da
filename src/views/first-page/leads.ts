// In: entries that tell of events, and their sentences. Out: the news of each report: its most central sentence.
import { type Entry, isActual } from '../../model/index.ts'
import type { Sentences } from '../../record/happenings/sentences.ts'
import { openIn } from '../../record/weights/open-words.ts'
import { isHeadline, substanceOf } from '../../record/weights/substance.ts'

/** A sentence that tells the news of a report, an entry told by it, and what it weighs beside events with their days. */
export interface Lead {
  readonly entry: Entry
  readonly quote: string
  readonly weight: number
}

/** How central the news of a report is at least (0–1), and how much it weighs beside a deed told with its day. */
const CENTRAL = 0.45
const WEIGHT = 0.65

/**
 * What a report tells first and its headline names is its news, whatever it is and however it went on since: of each report
 * its most central sentence that tells of an event, by its words. Reports that tell only of meetings to come, of what may be, or
 * in words that are not understood alone, have none.
 */
export function leadsOf(entries: readonly Entry[], sentences: Sentences): ReadonlyMap<string, Lead> {
  const meetingsAhead = new Set(entries.filter(isMeeting).flatMap(sentencesAhead))
  const leads = new Map<string, Lead>()
  for (const entry of entries.filter(isNews))
    for (const evidence of entry.evidence) {
      const { id, quote, report, modality } = evidence
      const centrality = sentences.of(id)?.centrality ?? 0
      const weight = WEIGHT * centrality * substanceOf(quote)
      if (centrality < CENTRAL || weight <= (leads.get(report)?.weight ?? 0)) continue
      if (meetingsAhead.has(quote) || (!isActual(modality) && SUPPOSED.test(quote))) continue
      // That they met stands among the talks: with a day or a number it is told for what came of it.
      if (isMeeting(entry) && substanceOf(quote) <= 1) continue
      if (openIn(quote) || isHeadline(evidence)) continue
      leads.set(report, { entry, quote, weight })
    }
  return new Map([...leads.values()].map((lead) => [lead.quote, lead]))
}

/** What was done, and what was set for a day; a promise stands, as it went on, in a section of its own. */
const isNews = ({ kind, modality, polarity, aside }: Entry): boolean =>
  polarity === 'affirmed' &&
  !aside &&
  (isActual(modality) || ((modality === 'planned' || modality === 'expected') && kind !== 'commitment'))

/** Meetings stand, as they went on, among the talks. */
const isMeeting = ({ kind, body }: Entry): boolean =>
  kind === 'round' || ('type' in body && body.type.startsWith('consult'))

/** The sentences that tell an entry as still to come. */
const sentencesAhead = ({ evidence }: Entry): string[] =>
  evidence.flatMap(({ modality, quote }) => (isActual(modality) ? [] : quote))

const SUPPOSED =
  /\b(?:would|could|might|may)\b|\b(?:is|are|was|were) (?:\p{Ll}+ )?(?:expected|likely|unlikely|poised) to\b/u
