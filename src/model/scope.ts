// In: nothing. Out: what a user says of which negotiation is meant, beside what the record proposes.

/** An issue that the user names, with other words for it in reports. */
export interface NamedIssue {
  readonly name: string
  readonly words: readonly string[]
}

/**
 * Which negotiation is meant: `about` are names or ids of parties, and words of the matter; with two parties or more
 * they are its sides, narrower or wider than those proposed. All fields hold together.
 */
export interface Scope {
  readonly name?: string
  readonly about?: readonly string[]
  readonly issues?: readonly NamedIssue[]
}
