// In: names and noun phrases. Out: mentions: who or what they are, how they stand in their sentence.
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { NameWords } from '../names/words.ts'
import { isRelation } from '../trees/tree.ts'

export type MentionKind = 'person' | 'body' | 'state' | 'thing' | 'event'
export type Role = 'subject' | 'object' | 'oblique' | 'possessor' | 'modifier' | 'unknown'

/** Something said of, by a name, a phrase or a pronoun. */
export interface Mention {
  readonly first: number
  readonly last: number
  /** Id of the entity; "" for a phrase that is no name and refers to none. */
  id: string
  /** Index in `Doc.names` or −1. */
  readonly name: number
  readonly kind: MentionKind
  gender: 'm' | 'f' | 'u'
  readonly plural: boolean
  readonly sent: number
  readonly role: Role
  /** Index of the direct quotation it stands in, or −1. */
  readonly quote: number
  /** Words that the entity is called by here: lemma of a phrase's head, lower-cased canonical of a name. */
  readonly called: string
}

/** The token of `[first, last)` whose head lies outside, the last where there is no tree. */
function headOf(draft: Draft, first: number, last: number): number {
  const { head, dep } = draft.tokens
  for (let i = first; i < last; i++) {
    const up = head[i]!
    if (dep[i] !== '' && (up < first || up >= last)) return i
  }
  return last - 1
}

/** Grammatical role of a span; appositions and titles stand as their host does. */
export function roleOf(draft: Draft, first: number, last: number): Role {
  const { head, dep, lower } = draft.tokens
  let at = headOf(draft, first, last)
  for (let step = 0; step < 4; step++) {
    const relation = dep[at]!
    if (isRelation(relation, 'nsubj') || relation === 'root')
      return relation === 'root' ? 'unknown' : 'subject'
    if (isRelation(relation, 'obj') || isRelation(relation, 'iobj')) return 'object'
    if (isRelation(relation, 'obl')) return relation === 'obl:agent' ? 'subject' : 'oblique'
    if (relation === 'nmod:poss') return 'possessor'
    if (relation === 'nmod' || relation === 'compound' || relation === 'amod')
      return lower[last] === "'s" ? 'possessor' : 'modifier'
    if (
      !isRelation(relation, 'appos') &&
      !isRelation(relation, 'conj') &&
      !isRelation(relation, 'flat') &&
      relation !== 'nmod:desc'
    )
      return 'unknown'
    const up = head[at]!
    if (up < 0) return 'unknown'
    at = up
  }
  return 'unknown'
}

/** A name as a body that may be meant, wherever it stands. */
export const mentionOf = (draft: Draft, name: Name, index: number): Mention => ({
  first: name.first,
  last: name.last,
  id: name.id,
  name: index,
  kind: 'body',
  gender: 'u',
  plural: false,
  sent: draft.tokens.sent[name.first]!,
  role: 'unknown',
  quote: -1,
  called: name.canonical.toLowerCase(),
})

/** Gender of a person from title and given name. */
export function genderOf(canonical: string, title: string | undefined, words: NameWords): 'm' | 'f' | 'u' {
  const office = title === undefined ? undefined : words.offices.get(title.toLowerCase())
  if (office && (office.gender === 'm' || office.gender === 'f')) return office.gender
  const parts = canonical.split(/[ ]/)
  if (parts.length < 2) return 'u'
  const first = parts[0]!
  const given =
    words.surnamesFirst.has(first) && !words.gender.has(first)
      ? 'u'
      : (words.gender.get(first) ?? words.gender.get(first.split('-')[0]!) ?? 'u')
  return given
}
