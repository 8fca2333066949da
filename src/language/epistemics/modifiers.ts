// In: an event. Out: what stands beside it: "planned", "possible", "no", "without".
import { UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Tree } from '../tree.ts'
import { take, type Verdict } from './verdict.ts'
import type { EpistemicWords } from './words.ts'

const NONE = new Set(['no', 'neither', 'nor', 'without', 'zero'])
const THROUGH = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV', 'PART', 'VERB', 'PUNCT', 'PRON'])

/** Reads the words before a noun (adjectives, "no", "without") and the adverbs that hang on an event into `verdict`. */
export function readModifiers(
  draft: Draft,
  tree: Tree,
  event: number,
  words: EpistemicWords,
  verdict: Verdict,
): void {
  const { lower, pos, sent } = draft.tokens
  const start = draft.sents[sent[event]!]!.first
  const kind = UPOS[pos[event]!]
  if (kind === 'NOUN' || kind === 'PROPN') {
    for (let i = event - 1; i >= start && event - i < 6; i--) {
      const word = lower[i]!
      const adjective = words.adjectives.get(word)
      if (adjective?.complements.has('noun') && (adjective.modality !== 'background' || i + 1 === event))
        take(verdict, adjective.modality, adjective.certainty, i)
      if (NONE.has(word)) take(verdict, 'denied', 'certain', i)
      if (!THROUGH.has(UPOS[pos[i]!]!) || word === ',' || UPOS[pos[i]!] === 'DET') break
    }
    return
  }
  for (const kid of tree.children(event)) {
    const effect = UPOS[pos[kid]!] === 'ADV' ? words.adverbs.get(lower[kid]!) : undefined
    if (effect && !verdict.cues.includes(kid)) take(verdict, effect.modality, effect.certainty, kid)
  }
}
