// In: the mentions so far and a place in the text. Out: the entities that stand out there, the strongest first.
import type { Mention, Role } from './mention.ts'

/** How much a role stands out (Lappin & Leass 1994, in their units). */
const WEIGHT: Readonly<Record<Role, number>> = {
  subject: 80,
  object: 50,
  oblique: 40,
  possessor: 30,
  modifier: 10,
  unknown: 45,
}
const RECENT = 100
const PARALLEL = 35
/** What a mention outside the quotation marks is worth to a word inside them. */
const OUTSIDE = 0.8
/** Sentences back that still count. */
const WINDOW = 6
/** Mentions back that still count, whatever the sentences. */
const MOST = 160

export interface Place {
  readonly token: number
  readonly sent: number
  readonly role: Role
  readonly quote: number
}

export interface Candidate {
  readonly mention: Mention
  readonly score: number
}

/**
 * Entities by salience at a place: each sentence's strongest mention counts with half the weight of the sentence
 * after it; a mention in other quotation marks counts half. `fits` says which mentions may be meant at all, `habit`
 * (0 to 1) how much being named often counts beside standing out once.
 */
export function candidatesAt(
  mentions: readonly Mention[],
  place: Place,
  fits: (mention: Mention) => boolean,
  bonus: (mention: Mention) => number,
  habit = 0.3,
): Candidate[] {
  const best = new Map<string, { mention: Mention; bySentence: Map<number, number> }>()
  const oldest = Math.max(0, mentions.length - MOST)
  for (let i = mentions.length - 1; i >= oldest; i--) {
    const mention = mentions[i]!
    const distance = place.sent - mention.sent
    if (distance > WINDOW) break
    if (mention.first >= place.token || !fits(mention)) continue
    let score = RECENT + WEIGHT[mention.role]
    if (mention.role === place.role) score += PARALLEL
    score += bonus(mention)
    if (mention.quote !== place.quote) score *= mention.quote >= 0 ? 0.5 : OUTSIDE
    score /= 2 ** distance
    const key = mention.id === '' ? `@${mention.first}` : mention.id
    const entity = best.get(key)
    if (!entity) best.set(key, { mention, bySentence: new Map([[mention.sent, score]]) })
    else entity.bySentence.set(mention.sent, Math.max(score, entity.bySentence.get(mention.sent) ?? 0))
  }
  const candidates = [...best.values()].map(({ mention, bySentence }) => {
    let score = 0
    const parts = [...bySentence.values()].sort((a, b) => b - a)
    score = parts.reduce((sum, part, k) => sum + part * habit ** k, 0)
    return { mention, score }
  })
  return candidates.sort((a, b) => b.score - a.score || b.mention.first - a.mention.first)
}
