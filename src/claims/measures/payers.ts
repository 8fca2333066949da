// In: a scene, a measure or the goods it is on. Out: who bears it by whose they are: "Norway cut Peru's tariff", "its copper", "copper exporters".

import { isStateId, type Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'
import { PART_OF } from './part-of.ts'

/** "The Peru tariffs": a state's own name before the noun is what they hit; "Peruvian" or "U.S." imposes them. */
export function isNamedTarget(scene: Scene, token: number): boolean {
  const name = scene.fillers.nameAt(token)
  if (!name || scene.doc.tokens.dep[token] !== 'compound') return false
  if (name.type !== 'government' && name.type !== 'place') return false
  return scene.doc.text.slice(name.start, name.end) === name.canonical && !NO_ADJECTIVE.test(name.canonical)
}

/** Names that stand before a measure as an adjective would: those of a union have none. */
const NO_ADJECTIVE = /\b(?:Emirates|Kingdom|States|Union)$/

/** What others do to a measure that is named after who pays it. */
const OTHERS = /^(?:end|extend|lower|postpone|raise|resume|suspend)$/
/** Verbs by which somebody comes to have what others give. */
const OBTAINS: ReadonlySet<string> = new Set(
  'achieve gain get negotiate obtain request secure seek win'.split(' '),
)

/**
 * "Norway cut Peru's tariff", "Peru won a cut in its tariff": who stands in the genitive of a duty pays it where another
 * state changes it, or he gets it changed.
 */
export function isPayer(scene: Scene, noun: number, owner: number, doing: Doing | undefined): boolean {
  const { doc, grammar, fillers } = scene
  const { lemma } = doc.tokens
  if (doc.tokens.dep[owner] !== 'nmod:poss' || !DUTIES.has(lemma[noun]!)) return false
  const sideOf = (ref: Ref): string => fillers.sideOf(ref)?.id ?? ref.id
  const owners = fillers.parties(owner).map(sideOf)
  if (owners.length === 0 || !owners.every((id) => isStateId(id))) return false
  if (isGivenRate(scene, noun, doing)) return true
  if (!doing?.asObject || !OTHERS.test(doing.row.effect ?? '')) return false
  if (!grammar.isVerb(doing.token)) {
    const verb = grammar.governor(doing.token)
    return verb >= 0 && OBTAINS.has(lemma[verb]!)
  }
  const doers = grammar.isPassive(doing.token)
    ? grammar.obliques(doing.token, 'by')
    : grammar.subjects(doing.token)
  const states = doers
    .flatMap((token) => fillers.parties(token))
    .map(sideOf)
    .filter((id) => isStateId(id))
  return states.length > 0 && states.every((id) => !owners.includes(id))
}

/** "Peru's rate was cut to 15 %", "falls to 15 %": nobody but who pays it is told; that on others' goods is its own. */
function isGivenRate({ doc, grammar }: Scene, noun: number, doing: Doing | undefined): boolean {
  if (doc.tokens.lemma[noun] !== 'rate' || !doing || !/^(?:lower|raise)$/.test(doing.row.effect ?? ''))
    return false
  const isNobodys = !doing.asObject || (grammar.isVerb(doing.token) && grammar.isPassive(doing.token))
  return (
    isNobodys &&
    ['on', 'by'].every((word) =>
      [noun, doing.token].every((at) =>
        grammar
          .obliques(at, word)
          .every((one) => doc.times.some(({ first, last }) => first <= one && one < last)),
      ),
    )
  )
}

/** Measures of others that one pays or uses. */
const DUTIES: ReadonlySet<string> = new Set(['duty', 'levy', 'quota', 'rate', 'surcharge', 'tariff'])

/** "Peru hopes that the tariff on its copper will be lifted": the state of the clause over it whose goods they are, not whose tariff. */
export function ownersAbove(scene: Scene, token: number, isOwn: (ref: Ref) => boolean): Ref[] {
  const { doc, grammar, fillers } = scene
  const { dep, head } = doc.tokens
  if (!areTheirs(scene, token)) return []
  for (let at = token, steps = 0; at >= 0 && steps < 8; at = head[at]!, steps++) {
    const states = unique(grammar.subjects(at).flatMap((one) => fillers.parties(one))).filter(
      (ref) => isStateId((fillers.sideOf(ref) ?? ref).id) && !isOwn(ref),
    )
    if (states.length > 0) return states
    if (dep[at] === 'root') break
  }
  return []
}

/** "Its copper", "most of its exports"; on what it imports its own duties are. */
function areTheirs({ doc, grammar }: Scene, goods: number): boolean {
  const { lower, lemma } = doc.tokens
  const things = PART_OF.has(lower[goods]!) ? [goods, ...grammar.obliques(goods, 'of')] : [goods]
  return things.some(
    (one) =>
      !/^(?:import|purchase)$/.test(lemma[one]!) &&
      grammar.dependents(one, 'nmod:poss').some((at) => lower[at] === 'its'),
  )
}

/** What somebody would have others do. */
const WISHES: ReadonlySet<string> = new Set(
  'aim attempt bid campaign effort fight hope lobby press push seek struggle try want wish'.split(' '),
)

/** "Peru hopes to bring down the tariff on its copper": others would have to, which positions tell. */
export function isForOthers(scene: Scene, noun: number, { token }: Doing): boolean {
  const { doc, grammar } = scene
  const over = doc.tokens.head[token]!
  if (over < 0 || !/^(?:xcomp|acl|advcl|nmod|obl)$/.test(doc.tokens.dep[token]!)) return false
  if (!WISHES.has(doc.tokens.lemma[over]!) || grammar.dependents(noun, 'nmod:poss').length > 0) return false
  return [noun, ...grammar.relativeVerbs(noun)]
    .flatMap((head) => grammar.obliques(head, 'on'))
    .some((goods) => areTheirs(scene, goods))
}

/** Those who make or sell goods. */
export const SELLERS: ReadonlySet<string> = new Set(
  'exporter farmer fisherman grower maker manufacturer miner producer rancher seller shipper smelter supplier'.split(
    ' ',
  ),
)
/** "Exporters of Peruvian avocados", "avocado growers": the goods of those who bear a duty. */
export const soldBy = ({ doc, grammar, fillers }: Scene, seller: number): number[] =>
  SELLERS.has(doc.tokens.lemma[seller]!)
    ? [...grammar.obliques(seller, 'of'), ...grammar.dependents(seller, 'compound')].filter((one) =>
        isGoods(doc.tokens.tag[one]!, fillers.nameAt(one)?.type),
      )
    : []

/** A common noun or the name of goods. */
const isGoods = (tag: string, type: string | undefined): boolean =>
  type === undefined ? /^NNS?$/.test(tag) : /^(?:good|product)$/.test(type)
