// In: a draft. Out: the scene an attribution is looked for in: tokens, trees, cue words, stretches in quotation marks.
import { type Sentence, type TimeExpression, UPOS, type Upos } from '../doc.ts'
import type { Draft, DraftTokens } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { type Tree, treeOf } from '../trees/tree.ts'
import { type CueWords, cueWordsOf } from './cues.ts'
import { findQuoted, type Quoted } from './marks.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Half-open range of tokens. */
export interface Phrase {
  readonly first: number
  readonly last: number
}

/** All that the finders of attributions look at. */
export interface Scene {
  readonly draft: Draft
  readonly tokens: DraftTokens
  readonly tree: Tree
  readonly cues: CueWords
  /** Stretches in quotation marks that stand in no other, in order. */
  readonly quoted: readonly Quoted[]
  /** Tokens of each stretch in `quoted`, marks included. */
  readonly stretch: readonly Phrase[]
  /** For each token the index in `quoted` it stands in (marks included), or −1. */
  readonly inside: Int32Array
  readonly pos: (token: number) => Upos
  readonly sentence: (token: number) => Sentence
  /** The time expression a token stands in. */
  readonly time: (token: number) => TimeExpression | undefined
}

export function sceneOf(draft: Draft, lexicon: Lexicon): Scene {
  const { tokens, sents } = draft
  const all = findQuoted(draft.text, paragraphsOf(draft))
  const outer = all.map((stretch, index) => ({ stretch, index })).filter(({ stretch }) => stretch.inside < 0)
  const place = new Map(outer.map(({ index }, n) => [index, n]))
  const quoted = outer.map(({ stretch }) => ({
    ...stretch,
    continues: stretch.continues < 0 ? -1 : (place.get(stretch.continues) ?? -1),
  }))
  const inside = new Int32Array(tokens.count).fill(-1)
  const stretch: Phrase[] = []
  let at = 0
  quoted.forEach((range, n) => {
    while (at < tokens.count && tokens.end[at]! <= range.start) at++
    const first = at
    while (at < tokens.count && tokens.start[at]! < range.end) inside[at++] = n
    stretch.push({ first, last: at })
  })
  const times = new Int32Array(tokens.count).fill(-1)
  for (const [n, { first, last }] of draft.times.entries()) times.fill(n, first, last)
  return {
    draft,
    tokens,
    tree: treeOf(draft),
    cues: cueWordsOf(lexicon),
    quoted,
    stretch,
    inside,
    pos: (token) => UPOS[tokens.pos[token] ?? 0]!,
    sentence: (token) => sents[tokens.sent[token]!]!,
    time: (token) => draft.times[times[token] ?? -1],
  }
}

/** The phrase as a range of the text. */
export const rangeOf = ({ tokens }: Pick<Scene, 'tokens'>, { first, last }: Phrase) => ({
  start: tokens.start[first]!,
  end: tokens.end[last - 1]!,
})
