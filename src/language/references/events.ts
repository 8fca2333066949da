// In: "the talks", "these reductions", "the deadline". Out: where the text told of them before, by the same noun, its like, or a verb.
import type { Reference } from '../doc.ts'
import type { NounPhrase } from './phrases.ts'
import { phraseHeadedBy } from './phrases.ts'
import type { Reading } from './reading.ts'

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such'])
/** Sentences back in which another noun or a verb is still taken for the same event. */
const NEAR = 3
const FAR = 12
/** Tokens back that are looked at, whatever the sentences. */
const MOST = 500

export function eventReference(reading: Reading, phrase: NounPhrase): Reference | undefined {
  const { draft, roleWords } = reading
  const { sent, lemma, tag } = draft.tokens
  const kind = roleWords.event.get(phrase.lemma)
  if (kind === undefined || !DEFINITE.has(phrase.determiner)) return undefined
  // A phrase with its own description tells the event anew.
  if (
    phrase.head - phrase.first > 2 ||
    draft.tokens.lower[phrase.last] === 'of' ||
    draft.tokens.lower[phrase.last] === 'to'
  )
    return undefined
  const here = sent[phrase.head]!
  let like: { first: number; last: number; head: number } | undefined
  for (let i = phrase.first - 1; i >= Math.max(0, phrase.first - MOST); i--) {
    const distance = here - sent[i]!
    if (distance > FAR) break
    if (/^NN/.test(tag[i]!) && lemma[i] === phrase.lemma) {
      const before = phraseHeadedBy(draft, i)
      if (before) return referenceTo(reading, phrase, kind, before)
    }
    if (like || distance > NEAR) continue
    if (/^NN/.test(tag[i]!) && roleWords.event.get(lemma[i]!) === kind && phraseHeadedBy(draft, i))
      like = phraseHeadedBy(draft, i)
    else if (
      /^VB/.test(tag[i]!) &&
      roleWords.eventVerb.get(lemma[i]!) === kind &&
      /^(?:this|these|that|those|such)$/.test(phrase.determiner)
    )
      like = { first: i, last: i + 1, head: i }
  }
  return like ? referenceTo(reading, phrase, kind, like) : undefined
}

function referenceTo(
  reading: Reading,
  phrase: NounPhrase,
  kind: string,
  before: { first: number; last: number; head: number },
): Reference {
  const { start, end } = reading.draft.tokens
  const chain = reading.references.findLast(
    (reference) =>
      reference.kind === 'event' && reference.first < before.last && before.first < reference.last,
  )
  return {
    start: start[phrase.first]!,
    end: end[phrase.head]!,
    first: phrase.first,
    last: phrase.last,
    id: chain?.id ?? `event:${kind}@${before.head}`,
    name: -1,
    antecedent: { start: start[before.first]!, end: end[before.last - 1]! },
    kind: 'event',
  }
}
