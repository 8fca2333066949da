// In: the lemma of a verb. Out: what a vote told by it did.

/** Verbs told with a count: what the vote did. */
export const VOTES: ReadonlyMap<string, readonly [type: string, plover: string]> = new Map([
  ['vote', ['vote', 'SUPPORT']],
  ['pass', ['vote: pass', 'SUPPORT']],
  ['approve', ['vote: pass', 'SUPPORT']],
  ['adopt', ['vote: pass', 'SUPPORT']],
  ['clear', ['vote: pass', 'SUPPORT']],
  ['back', ['vote: pass', 'SUPPORT']],
  ['endorse', ['vote: pass', 'SUPPORT']],
  ['confirm', ['vote: pass', 'SUPPORT']],
  ['ratify', ['vote: ratify', 'SUPPORT']],
  ['reject', ['vote: reject', 'REJECT']],
  ['defeat', ['vote: reject', 'REJECT']],
  ['block', ['vote: reject', 'REJECT']],
  ['table', ['vote: reject', 'REJECT']],
  ['fail', ['vote: reject', 'REJECT']],
])
/** What one may vote to do without a count told beside the verb itself: "voted to accept the offer". */
const VOTED_TO: ReadonlyMap<string, string> = new Map([
  ...['accept', 'allow', 'authorise', 'authorize', 'support'].map((verb) => [verb, 'vote: pass'] as const),
  ...['oppose', 'spurn', 'decline'].map((verb) => [verb, 'vote: reject'] as const),
])

/** What a vote to do this is: "voted to reject"; undefined where it says no more than that there was one. */
export const voteTo = (lemma: string): string | undefined => VOTES.get(lemma)?.[0] ?? VOTED_TO.get(lemma)

/** Votes told by a noun. */
export const BALLOTS: ReadonlySet<string> = new Set(['vote', 'ballot', 'referendum'])

/** What is voted on, where it stands as who passes or fails: "the bill passed the chamber 98 to 61". */
export const BILLS: ReadonlySet<string> = new Set(
  'accord act agreement amendment bill budget contract deal law legislation measure merger motion nomination offer package pact plan proposal resolution settlement takeover treaty'.split(
    ' ',
  ),
)
