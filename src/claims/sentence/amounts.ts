// In: a scene, a token. Out: what an amount is an amount of: "$3 billion worth of goods", "$9 billion in exports".

import { type Doc, UPOS } from '../../language/doc.ts'
import { isMoney } from '../../model/index.ts'
import type { Scene } from './scene.ts'

const NOUN = UPOS.indexOf('NOUN')

/** Whether a unit is one of weight or room. */
export const isWeight = (unit: string): boolean =>
  /(?:^|\s)(?:ton|tonne|kilogram|gram|litre|gallon|barrel|bushel|metre|foot|watt|watt hour|[kmgt]\w+watt(?: hour)?)(?: per (?:day|week|month|quarter|year))?$/.test(
    unit,
  )

/** The head of the nominal that begins at a token, by tags alone. */
export function nominalFrom({ doc, fillers }: Scene, first: number): number | undefined {
  const { pos, sent, count } = doc.tokens
  for (let at = first; at < Math.min(count, first + 5) && sent[at] === sent[first]; at++)
    if (pos[at] === NOUN && pos[at + 1] !== NOUN) return fillers.timeAt(at) ? undefined : headOver(doc, at)
  return undefined
}

/** "Steel and aluminium imports": the noun that the first of a joined pair belongs to. */
function headOver({ tokens }: Doc, noun: number): number {
  let at = noun
  for (let steps = 0; steps < 3; steps++) {
    const head = tokens.head[at]!
    if (head <= at || head > at + 6 || !/^(?:compound|amod|conj|nmod)/.test(tokens.dep[at]!)) return at
    if (tokens.pos[head] !== NOUN) return at
    at = head
  }
  return at
}

/** For a token of an amount of money, the head of what it is an amount of; the token itself where it is none. */
export function thingBehind(scene: Scene, token: number): number {
  const { lower } = scene.doc.tokens
  const quantity = scene.fillers.quantityAt(token)
  if (!quantity || !isMoney(quantity.unit)) return token
  let at = quantity.last
  // "$200bn (£154bn) of goods": the same amount told again.
  if (lower[at] === '(') for (let to = at + 1; to < at + 6; to++) if (lower[to] === ')') at = to + 1
  if (lower[at] === 'worth') at++
  return /^(?:of|in)$/.test(lower[at] ?? '') ? (nominalFrom(scene, at + 1) ?? token) : token
}
