// In: a token that heads a noun phrase. Out: the phrase from its determiner to its head.
import type { Draft } from '../draft.ts'

export interface NounPhrase {
  readonly first: number
  readonly last: number
  readonly head: number
  /** Lower-cased determiner or possessive pronoun, "'s" after a name, "" where there is none. */
  readonly determiner: string
  readonly lemma: string
  readonly plural: boolean
}

const MODIFIER = /^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|VBN|VBG|HYPH|AFX|RBS)$/

/** "The President", "an executive" as a subject, "a senior official, asked about it": an office written like a name or taken for an adjective. */
const isOffice = (tag: string, dep: string, next = ''): boolean =>
  tag === 'NNP' || (tag === 'JJ' && (dep === 'nsubj' || next === ','))

/** The phrase headed by a noun token, undefined where the token is no head (another noun follows). */
export function phraseHeadedBy(
  draft: Draft,
  head: number,
  offices?: ReadonlyMap<string, unknown>,
): NounPhrase | undefined {
  const { tag, lower, lemma, sent, count, dep } = draft.tokens
  if (
    !/^NNS?$/.test(tag[head]!) &&
    !(isOffice(tag[head]!, dep[head]!, lower[head + 1]) && offices?.has(lower[head]!))
  )
    return undefined
  if (dep[head] === 'compound') return undefined
  const next = head + 1
  if (next < count && sent[next] === sent[head] && /^NN/.test(tag[next]!) && dep[head] !== 'nsubj') {
    if (!/^NNP/.test(tag[next]!) || dep[head] === 'compound') return undefined
  }
  if (next + 1 < count && tag[next] === 'HYPH' && sent[next] === sent[head]) return undefined
  const begin = draft.sents[sent[head]!]!.first
  let first = head
  let determiner = ''
  while (first > begin) {
    const before = tag[first - 1]!
    if (before === 'DT' || before === 'PDT' || before === 'PRP$' || before === 'WP$') {
      determiner = lower[first - 1]!
      first--
      if (before !== 'DT' || first === begin || tag[first - 1] !== 'PDT') break
      first--
      break
    }
    if (before === 'POS') {
      determiner = "'s"
      break
    }
    if (!MODIFIER.test(before)) break
    first--
  }
  // "that talks go on": no determiner of a plural.
  if (tag[head] === 'NNS' && (determiner === 'that' || determiner === 'this') && first < head) {
    first++
    determiner = ''
  }
  return {
    first,
    last: head + 1,
    head,
    determiner,
    lemma: lemma[head]!.toLowerCase(),
    plural: tag[head] === 'NNS',
  }
}
