// In: a scene, a noun of `measure-nouns`. Out: which type of measure it names.
import type { Row } from '../../language/lexicon.ts'
import type { MeasureType } from '../../model/index.ts'
import type { Scene } from '../scene.ts'

/**
 * Nouns that name a measure only with more said of it: "a duty on cod", no "duty to act"; "a carbon tax", no "tax plan" and
 * not taxes at large.
 */
function isSaidOf(scene: Scene, noun: number): boolean {
  const { doc, grammar, fillers } = scene
  const { lower, dep } = doc.tokens
  const on = () => grammar.obliques(noun, 'on').length > 0
  const rated = () => grammar.children(noun).some((token) => fillers.quantityAt(token) !== undefined)
  if (lower[noun] === 'duty' && !on() && !rated())
    return !(
      lower[noun + 1] === 'to' ||
      lower[noun - 1] === 'on' ||
      grammar.dependents(noun, 'amod').some((token) => OWED.has(lower[token]!))
    )
  if (doc.tokens.lemma[noun] !== 'tax') return true
  const kind = grammar
    .dependents(noun, 'compound', 'amod')
    .some((token) => !/^JJ[RS]$/.test(doc.tokens.tag[token]!) && !HOW_MUCH.has(doc.tokens.lemma[token]!))
  return (dep[noun] !== 'compound' && kind) || on() || rated()
}

/** What one owes, no charge. */
const OWED: ReadonlySet<string> = new Set(
  'active civic constitutional legal moral official public sacred solemn sworn'.split(' '),
)

/** What says nothing of which tax it is. */
const HOW_MUCH: ReadonlySet<string> = new Set(
  'additional big current existing extra heavy high large low massive more new other small such total'.split(
    ' ',
  ),
)

/** The type of a measure noun; a compound before it may say more ("export licence", "import ban"). */
export function typeOf(scene: Scene, noun: number, row: Row): MeasureType | undefined {
  if (!isSaidOf(scene, noun)) return undefined
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
