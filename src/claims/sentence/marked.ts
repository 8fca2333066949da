// In: a read report. Out: its names, references, amounts and times by token, and what its names are called and of, by id.

import type { Doc, Name, Quantity, TimeExpression } from '../../language/doc.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import { nameWordsOf } from '../../language/names/words.ts'
import type { Ref } from '../../model/index.ts'
import { firstFrom } from './nearby.ts'

/** What stands at the tokens of a report. */
export interface Marked {
  readonly names: ReadonlyMap<number, Name>
  /** Ids that pronouns, roles and groups stand for. */
  readonly references: ReadonlyMap<number, string>
  readonly quantities: ReadonlyMap<number, Quantity>
  readonly times: ReadonlyMap<number, TimeExpression>
  /** The government or organisation that a named one speaks for. */
  readonly side: ReadonlyMap<string, string>
  readonly types: ReadonlyMap<string, string>
  nameOf(id: string): string
  refOf(id: string): Ref
  /** Who speaks the innermost words that hold a token. */
  speakersAround(token: number): readonly string[]
}

export function markedIn(doc: Doc, lexicon: Lexicon): Marked {
  const canonical = new Map<string, string>()
  const side = new Map<string, string>()
  const types = new Map<string, string>()
  for (const name of doc.names) {
    if (!canonical.has(name.id)) canonical.set(name.id, name.canonical)
    if (name.of && !side.has(name.id)) side.set(name.id, name.of)
    if (!types.has(name.id)) types.set(name.id, name.type)
  }
  const { states, bodies } = nameWordsOf(lexicon)
  const nameOf = (id: string) => canonical.get(id) ?? states.get(id) ?? bodies.get(id)?.name ?? id
  let voices: (readonly string[])[] | undefined
  return {
    names: byToken(doc.names, (name) => name),
    references: byToken(doc.references, ({ id }) => id),
    quantities: byToken(doc.quantities, (quantity) => quantity),
    times: byToken(doc.times, (time) => time),
    side,
    types,
    nameOf,
    refOf: (id) => ({ id, name: nameOf(id) }),
    speakersAround: (token) => {
      voices ??= voicesOf(doc)
      return voices[token] ?? []
    },
  }
}

/** What each of these is, by every token it holds. */
function byToken<Span extends { readonly first: number; readonly last: number }, Value>(
  spans: readonly Span[],
  told: (span: Span) => Value,
): Map<number, Value> {
  const found = new Map<number, Value>()
  for (const span of spans) for (let at = span.first; at < span.last; at++) found.set(at, told(span))
  return found
}

/** The speakers of the innermost words told, by token; each token of words told is looked at once a level. */
function voicesOf({ tokens, quotations }: Doc): (readonly string[])[] {
  const voices: (readonly string[])[] = []
  const told = quotations
    .flatMap(({ content, speakers }) => content.map(({ start, end }) => ({ start, end, speakers })))
    .reverse()
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const { start, end, speakers } of told)
    for (let at = firstFrom(tokens, start); at < tokens.count; at++) {
      if (tokens.start[at]! >= end) break
      voices[at] = speakers
    }
  return voices
}
