// In: "the government" of a text. Out: whose it is, by who tells of it or by the governments told of before.
import type { Reference } from '../doc.ts'
import type { Mention } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

/** Mentions back in which a body or office is looked for. */
export const LATEST = 400
/** Sentences within which somebody without a name is told of again by the noun alone. */
export const CALLED_WITHIN = 5

/**
 * The state of whose government, by these words, the text told before, where it told of none as often; else the one whose
 * ministers and officials it names.
 */
export function onlyGovernment({ governments, ministers }: Reading, bound: string): Mention | undefined {
  for (const told of [governments, ministers]) {
    const [first, second] = [...told].filter(([id]) => id !== bound).sort(([, a], [, b]) => b.n - a.n)
    if (first) return first[1].n > (second?.[1].n ?? 0) ? first[1].mention : undefined
  }
  return undefined
}

/** "She said the government was ready": the government of whom it is told by. */
export function governmentOfTeller(
  { mentions, draft, nameWords }: Reading,
  phrase: NounPhrase,
): Reference | undefined {
  const { sent, start, end } = draft.tokens
  const teller = mentions
    .slice(-LATEST)
    .findLast(
      ({ first, kind, role }) =>
        first < phrase.first && sent[first] === sent[phrase.head] && kind === 'person' && role === 'subject',
    )
  const state = draft.names[teller?.name ?? -1]?.of
  if (!teller || state === undefined || !nameWords.states.has(state)) return undefined
  return {
    start: start[phrase.first]!,
    end: end[phrase.head]!,
    first: phrase.first,
    last: phrase.last,
    id: state,
    name: -1,
    antecedent: { start: start[teller.first]!, end: end[teller.last - 1]! },
    kind: 'role',
  }
}

/** "Ruiz said that his government had asked a firm. The government denied": his, of which state the text does not say. */
export function isOfNobodyKnown({ mentions, draft }: Reading, { head, lemma }: NounPhrase): boolean {
  const { sent, tag } = draft.tokens
  const last = mentions
    .slice(-LATEST)
    .findLast(({ called, kind, role }) => called === lemma || (kind === 'state' && role !== 'modifier'))
  return (
    last !== undefined &&
    last.called === lemma &&
    last.name < 0 &&
    tag[last.first] === 'PRP$' &&
    sent[head]! - last.sent < CALLED_WITHIN
  )
}
