// In: a scene, a noun of `measure-nouns`. Out: which type of measure it names.
import type { Row } from '../../language/lexicon.ts'
import type { MeasureType } from '../../model/index.ts'
import type { Scene } from '../scene.ts'

/** The type of a measure noun; a compound before it may say more ("export licence", "import ban"). */
export function typeOf(scene: Scene, noun: number, row: Row): MeasureType | undefined {
  const wanted = row.needs
  if (!wanted) return row.type as MeasureType
  const before = scene.grammar
    .dependents(noun, 'compound', 'amod', 'nmod', 'nmod:poss')
    .map((token) => scene.doc.tokens.lemma[token]!)
  for (const alternative of wanted.split('|')) {
    const [word, type] = alternative.split('=')
    if (before.includes(word!)) return (type ?? row.type) as MeasureType
  }
  return row.type ? (row.type as MeasureType) : undefined
}
