// In: a true claim, others of its article, a seed. Out: the claim made false in one field.
import type { Claim } from '#parley/model/claim.ts'
import type { Ref } from '#parley/model/index.ts'
import type { Seeded } from './seeded.ts'
import type { ToldClaim } from './story-claims.ts'

export const FALSEHOODS = ['direction', 'speaker', 'epistemics', 'date', 'value', 'stance'] as const
export type Falsehood = (typeof FALSEHOODS)[number]

const OPPOSITE: Readonly<Record<string, string>> = {
  concession: 'red-line',
  offer: 'oppose',
  open: 'oppose',
  support: 'oppose',
  process: 'threat',
  demand: 'concession',
  precondition: 'concession',
  'red-line': 'concession',
  oppose: 'support',
  threat: 'concession',
}

/** The falsehood told of a claim, or undefined where it has not what would be changed. */
export function planted(
  told: ToldClaim,
  how: Falsehood,
  others: readonly ToldClaim[],
  random: Seeded,
): ToldClaim | undefined {
  const { claim, evidence } = told
  const withBody = (body: object): ToldClaim => ({ ...told, claim: { ...claim, body } as Claim })
  switch (how) {
    case 'direction': {
      if (
        claim.kind !== 'act' ||
        claim.body.about ||
        !claim.body.actor.length ||
        !claim.body.recipient.length
      )
        return undefined
      return withBody({ ...claim.body, actor: claim.body.recipient, recipient: claim.body.actor })
    }
    case 'speaker': {
      if (claim.kind !== 'statement' || claim.body.speaker.length === 0) return undefined
      const mine = claim.body.speaker[0]!
      const speakers = others.flatMap((other): readonly Ref[] =>
        other.claim.kind === 'statement' ? other.claim.body.speaker : [],
      )
      const another = random.shuffled(
        speakers.filter(({ id, name }) => id !== mine.id && name !== mine.name),
      )[0]
      return another && withBody({ ...claim.body, speaker: [another] })
    }
    case 'epistemics': {
      if (claim.kind !== 'act' || !['held', 'planned'].includes(evidence.modality)) return undefined
      return random.whole(2) === 0
        ? {
            ...told,
            evidence: { ...evidence, polarity: evidence.polarity === 'denied' ? 'affirmed' : 'denied' },
          }
        : { ...told, evidence: { ...evidence, modality: evidence.modality === 'held' ? 'planned' : 'held' } }
    }
    case 'date': {
      const [day, ...rest] = evidence.days
      if (!day?.earliest || day.earliest !== day.latest || !day.words) return undefined
      const by = (random.whole(2) === 0 ? -1 : 1) * (4 + random.whole(20))
      const moved = new Date(Date.parse(day.earliest) + by * 86_400_000).toISOString().slice(0, 10)
      return {
        ...told,
        evidence: { ...evidence, days: [{ ...day, earliest: moved, latest: moved }, ...rest] },
      }
    }
    case 'value': {
      if (claim.kind !== 'figure') return undefined
      const factor = [0.1, 0.5, 2, 10, 3][random.whole(5)]!
      return withBody({
        ...claim.body,
        value: { ...claim.body.value, value: claim.body.value.value * factor },
      })
    }
    case 'stance': {
      const stance = claim.kind === 'position' ? OPPOSITE[claim.body.stance] : undefined
      return stance === undefined ? undefined : withBody({ ...claim.body, stance })
    }
  }
}
