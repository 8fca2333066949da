// In: words of a clause. Out: the same without what a speaker adds behind them.
import type { Phrase } from '../model/index.ts'
import type { Scene } from './scene.ts'
import { tokenAt } from './statements.ts'

/** Words told, without a speaker's aside behind a comma: "to reopen the fishery, suggesting that …". */
export function withoutAside(scene: Scene, said: Phrase | undefined): Phrase | undefined {
  if (!said) return undefined
  const { tokens } = scene.doc
  const first = tokenAt(scene, said.start)
  const spoken = scene.rows('speech-verbs')
  for (let at = first + 1; at + 1 < tokens.count && tokens.end[at + 1]! <= said.end; at++)
    if (
      tokens.form[at] === ',' &&
      tokens.tag[at + 1] === 'VBG' &&
      /\bclause\b/.test(spoken.get(tokens.lemma[at + 1]!)?.frames ?? '')
    )
      return { ...scene.fillers.phraseOf(first, at - 1, first), head: said.head }
  return said
}
