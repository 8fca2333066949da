// In: a draft with names. Out: what the finders of references share, and who stands at a token.
import type { Reference } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { NameWords } from '../names/words.ts'
import type { Dealings } from './dealings.ts'
import type { Mention } from './mention.ts'
import type { RoleWords } from './role-words.ts'

/** What the finders of references share while they go through a document once, from left to right. */
export interface Reading {
  readonly draft: Draft
  readonly nameWords: NameWords
  readonly roleWords: RoleWords
  readonly mentions: Mention[]
  readonly references: Reference[]
  /** For each token the index in `draft.quotations` of the direct quotation it stands in, or −1. */
  readonly quote: Int32Array
  /** For each token the index of the quotation whose source it is part of, or −1. */
  readonly sourceOf: Int32Array
  /** For each token the index of its name in `draft.names`, or −1. */
  readonly nameAt: Int32Array
  /** 1 for each token that stands in the content of some quotation, told indirectly too. */
  readonly told: Uint8Array
  /** For each token its subject, −1 where it has none. */
  readonly subject: Int32Array
  /** Ids of the names and pronouns in the source of a quotation, by its index. */
  readonly speakers: Map<number, Set<string>>
  /** How often each state, or body that is no state's, was named so far, with its first mention. */
  readonly sides: Map<string, { n: number; readonly mention: Mention }>
  /** How often "X's government" was told of so far, by the id of X. */
  readonly governments: Map<string, { n: number; readonly mention: Mention }>
  /** How often a minister or ministry of a state was told of so far, by the state's id. */
  readonly ministers: Map<string, { n: number; readonly mention: Mention }>
  /** Gender of persons, where title, given name or a pronoun told it. */
  readonly genders: Map<string, 'm' | 'f'>
  /** Titles and roles said of a person, lower-cased, by id. */
  readonly titles: Map<string, Set<string>>
  /** Noun → the id of the body or firm that it stood for last ("the company"). */
  readonly meant: Map<string, string>
  /** What bodies are by the noun right before their name ("the union Verdi"), by id. */
  readonly nouns: Map<string, Set<string>>
  /** Which two states or bodies the sentences of the text have deal with each other. */
  readonly dealings: Dealings
}

/** True where the token belongs to a person's name. */
export function personAt(reading: Reading, token: number): boolean {
  const index = token < 0 || token >= reading.nameAt.length ? -1 : reading.nameAt[token]!
  return index >= 0 && reading.draft.names[index]!.type === 'person'
}

/** The token before the comma that a phrase at `first` stands behind, an age passed ("Ann Lee, 52, a lawyer"); −1 where none does. */
export function beforeComma({ draft }: Reading, first: number): number {
  const { form } = draft.tokens
  if (form[first - 1] !== ',') return -1
  return /^\d{2}$/.test(form[first - 2] ?? '') && form[first - 3] === ',' ? first - 4 : first - 2
}
