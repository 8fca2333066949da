// In: a scene, a noun of `measure-nouns`. Out: which type of measure it names.
import type { Row } from '../../language/lexicon.ts'
import { isStateId, type MeasureType } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import type { Scene } from '../sentence/scene.ts'
import { isStrikeMoney } from '../sentence/strike-money.ts'
import { originOf } from './hit.ts'
import { licensed } from './licensed.ts'

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

/** "A cap of 1.50 euros a litre": what money measures is a price. */
const isOfPrice = ({ doc, grammar, fillers }: Scene, noun: number): boolean =>
  /^(?:cap|ceiling)$/.test(doc.tokens.lemma[noun]!) &&
  grammar.obliques(noun, 'of').some((token) => /^[A-Z]{3} per /.test(fillers.quantityAt(token)?.unit ?? ''))

/** On the surface: "a ban on onion exports", "a licence to export cod", however what stands behind is parsed. */
function saidBehind(scene: Scene, noun: number): number[] {
  const { lower, tag, sent } = scene.doc.tokens
  const word = lower[noun + 1] ?? ''
  if (sent[noun + 2] !== sent[noun] || !/^(?:on|for|to|of)$/.test(word)) return []
  if (word === 'to') return tag[noun + 2] === 'VB' ? [noun + 2] : []
  const thing = nominalFrom(scene, noun + 2)
  return thing === undefined ? [] : [thing]
}

/** The type of a measure noun; a compound before it may say more ("export licence", "import ban"). */
export function typeOf(scene: Scene, noun: number, row: Row): MeasureType | undefined {
  if (!isSaidOf(scene, noun) || isStrikeMoney(scene.doc, noun)) return undefined
  const wanted = row.needs
  if (!wanted) return row.type as MeasureType
  if (isOfPrice(scene, noun)) return 'other'
  const before = [
    ...scene.grammar.dependents(noun, 'compound', 'amod', 'nmod', 'nmod:poss', 'nummod'),
    ...saidBehind(scene, noun),
    ...licensed(scene, noun),
  ].map((token) => scene.doc.tokens.lemma[token]!)
  for (const alternative of wanted.split('|')) {
    const [word, type] = alternative.split('=')
    if (before.includes(word!)) return (type ?? row.type) as MeasureType
  }
  return row.type ? (row.type as MeasureType) : undefined
}

/** The type of the measure named last before a token, in its sentence or the one before. */
export function lastNamed(scene: Scene, token: number): MeasureType | undefined {
  const nouns = scene.rows('measure-nouns')
  const { tokens, sents } = scene.doc
  const sentence = tokens.sent[token]!
  const from = sents[Math.max(0, sentence - 1)]!.first
  for (let at = token - 1; at >= from; at--) {
    const row = nouns.get(tokens.lemma[at]!)
    const type = row && typeOf(scene, at, row)
    if (type) return type
  }
  return undefined
}

/** Words before "rate" that leave it the rate of whatever measure was told of. */
const OF_ANY: ReadonlySet<string> = new Set(
  'additional applied baseline combined current final flat full general high low new old overall preliminary reciprocal same special total'.split(
    ' ',
  ),
)

/** "Raised the rate to 39 %": the rate of the measure named last; that of interest, growth and the like is none. */
export function rateTold(scene: Scene, noun: number): MeasureType | undefined {
  const { doc, grammar, fillers, rows } = scene
  const { lemma } = doc.tokens
  if (lemma[noun] !== 'rate') return undefined
  const before = grammar.dependents(noun, 'compound', 'amod', 'nmod:poss').filter((token) => token < noun)
  const said = before.filter((token) => !fillers.quantityAt(token) && fillers.partyNamed(token).length === 0)
  const named = said.map((token) => rows('measure-nouns').get(lemma[token]!)?.type).find((type) => type)
  if (named) return named as MeasureType
  if (
    said.some((token) => !OF_ANY.has(lemma[token]!)) ||
    grammar.obliques(noun, 'of').some((token) => !fillers.quantityAt(token))
  )
    return undefined
  const last = lastNamed(scene, noun)
  // "The rate on Peruvian cod": of what hits goods by where they come from, a duty.
  if (last !== 'tax' && last !== 'tariff' && isOnGoods(scene, noun)) return 'tariff'
  return last && RATELESS.test(last) ? undefined : last
}

/** Measures that stand at no rate. */
const RATELESS = /^(?:ban|blockade|export control|import ban|licence|probe|sanction|strike)$/

const isOnGoods = (scene: Scene, noun: number): boolean =>
  scene.grammar
    .obliques(noun, 'on')
    .some(
      (token) =>
        /^NNS?$/.test(scene.doc.tokens.tag[token]!) &&
        originOf(scene, token).some((ref) => isStateId((scene.fillers.sideOf(ref) ?? ref).id)) &&
        (scene.fillers.nameAt(token)?.type === 'good' || GOODS.test(scene.doc.tokens.lemma[token]!)),
    )

/** Words of any goods. */
const GOODS = /^(?:auto|automobile|car|export|goods?|import|item|product|shipment|truck|vehicle)$/
