// In: entries. Out: votes of one day, chamber and matter that reports count differently: 98 to 61, or 96 to 63.

import { type Dispute, type Entry, type EntryOf, UNEXPLAINED } from '../../model/index.ts'
import { byEachKey } from '../group.ts'
import { contentWords, overlap } from '../words.ts'

type Act = EntryOf<'act'>

/** Votes by which two counts of one vote may be apart; more is another vote. */
const APART = 10

const countOf = ({ body }: Act): readonly [number, number] | undefined => {
  const [yes, no] = (body.count ?? '').split('-').map(Number)
  return yes && no ? [yes, no] : undefined
}

/** Votes are held against each other only where they share one of these keys: a day and a chamber. */
export function voteKeys(entry: Act): string[] {
  const { earliest, latest } = entry.body.on ?? {}
  if (entry.aside || countOf(entry) === undefined || earliest === undefined || earliest !== latest) return []
  return entry.body.actor.map(({ id }) => `vote|${earliest}|${id}`)
}

/** Two votes told with counts that cannot both be of the one vote. */
export function voteDisputes(entries: readonly Entry[]): Omit<Dispute, 'id'>[] {
  const votes = byEachKey(
    entries.filter((entry) => entry.kind === 'act'),
    voteKeys,
  )
  return [...votes.values()].flatMap((block) =>
    block.flatMap((a, at) =>
      block
        .slice(at + 1)
        .filter((b) => isOneVote(a, b))
        .map((b) => disputeOf([a, b])),
    ),
  )
}

/** Whether two votes that share a key are one, counted otherwise. */
export function isOneVote(a: Act, b: Act): boolean {
  const [mine, theirs] = [countOf(a)!, countOf(b)!]
  if (a.body.count === b.body.count || a.body.type !== b.body.type) return false
  if (Math.abs(mine[0] - theirs[0]) > APART || Math.abs(mine[1] - theirs[1]) > APART) return false
  if (a.evidence.some(({ report }) => b.evidence.some((one) => one.report === report))) return false
  return overlap(contentWords(a.body.object ?? ''), contentWords(b.body.object ?? '')) >= 0.5
}

const disputeOf = (votes: readonly Act[]): Omit<Dispute, 'id'> => ({
  class: 'conflict',
  type: 'count',
  about: `how many voted for and against: ${votes[0]!.body.object ?? votes[0]!.body.type}`,
  entries: votes.map(({ id }) => id).sort(),
  readings: votes.map(({ body, evidence }) => ({
    value: body.count!,
    evidence: evidence.map(({ id }) => id),
  })),
  explanation: { text: UNEXPLAINED, restsOn: [] },
})
