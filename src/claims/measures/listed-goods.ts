// In: a scene, the goods that a measure hits. Out: those named after them, as far as the list goes.
import { UPOS } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import { nearby } from '../sentence/nearby.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'

const ADP = UPOS.indexOf('ADP')
/** Words that may stand between goods in a list. */
const IN_LIST: ReadonlySet<string> = new Set([
  'including',
  'as',
  'well',
  'such',
  'of',
  'from',
  'like',
  'among',
  'them',
  'notably',
])
const NOMINAL: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'ADJ', 'DET', 'CCONJ', 'NUM', 'ADV'] as const).map((tag) => UPOS.indexOf(tag)),
)

/** Whether a token names a measure, or how high one is. */
type Told = (scene: Scene, token: number) => boolean

/** "… on farm goods, including barley, as well as wine": goods named after those hit, as far as the list goes. */
export function listedGoods(scene: Scene, goods: readonly Phrase[], isMeasure: Told, isRate: Told): Phrase[] {
  const { tokens } = scene.doc
  const from = Math.max(...goods.map((phrase) => phrase.end))
  const first = tokenAt(scene, from)
  const found: Phrase[] = []
  if (first < 0) return found
  const inList = (at: number): boolean =>
    /^(?:,|--|—|–)$/.test(tokens.form[at]!) ||
    IN_LIST.has(tokens.lower[at]!) ||
    NOMINAL.has(tokens.pos[at]!) ||
    (tokens.pos[at] === ADP && /^(?:and|or)$/.test(tokens.lower[at - 1]!))
  let at = first
  for (const name of nearby(scene.doc.names, first)) {
    if (name.start < from || (name.type !== 'good' && name.type !== 'product')) continue
    if (name.first - first > 24 || tokens.sent[name.first] !== tokens.sent[first]) break
    while (at < name.first && inList(at) && !isMeasure(scene, at) && !isRate(scene, at)) at++
    if (at < name.first || isMeasure(scene, name.last)) break
    found.push(scene.fillers.phraseOf(name.first, name.last - 1, name.last - 1))
    at = name.last
  }
  return found
}
