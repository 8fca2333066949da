// In: goods of a user, the regimes of a record, days and scenarios. Out: the duty bill of each line under each, what else touches it, what cannot be decided.
import { type Day, exactly, type Party, type Ref } from '../../model/index.ts'
import { type DutyBill, dutyBill, type LayerPolicy, type Scenario, type Step } from '../regime/index.ts'
import { layersOfPair, type Pair } from '../scenario/duty-sums.ts'
import type { Layer, ToldTotal } from '../told/layer.ts'
import type { Regimes } from '../told/regimes.ts'
import type { GoodsLine } from './goods-file.ts'
import { type PolicyFile, policyOf, policyOfOther } from './policy-file.ts'

/** One way to reckon: the day for all lines, or each line's own, under a scenario. */
export interface Column {
  readonly name: string
  readonly on?: Day
  readonly scenario: Scenario
}

/** A licence, a ban or a duty on goods by name that may touch a line, and by which word. */
export interface Touch {
  readonly layer: Layer
  readonly by: 'good' | 'material'
  readonly word: string
}

/** A line with a bill a column. Where only totals are told, each is a reading of its own: none is added to another. */
export interface ExposedLine {
  readonly line: GoodsLine
  readonly pair?: Pair
  readonly readings: readonly { readonly total?: ToldTotal; readonly bills: readonly DutyBill[] }[]
  readonly touches: readonly Touch[]
  /** Duties and bans on goods by name between the sides, of which no word is one of the line's. */
  readonly unmatched: readonly Layer[]
  /** Duties between the sides of which no report read gives a rate. */
  readonly withoutRate: readonly Layer[]
  /** Why nothing could be reckoned. */
  readonly undecided?: string
}

export function exposureOf(
  regimes: Regimes,
  parties: readonly Party[],
  lines: readonly GoodsLine[],
  columns: readonly Column[],
  policy: PolicyFile,
  into?: string,
): ExposedLine[] {
  const partyOf = partyFinder(parties, regimes)
  const placed = lines.map((line) => {
    const origin = partyOf(line.origin)
    const target = origin && intoOf(line.into || into || '', origin, regimes, partyOf)
    return {
      line,
      origin,
      ...(origin && typeof target === 'object' && { pair: { by: target, on: origin } }),
      target,
    }
  })
  const groups = Map.groupBy(
    placed.filter(({ pair }) => pair !== undefined),
    ({ pair }) => `${pair!.by.id} ${pair!.on.id}`,
  )
  const billed = new Map<GoodsLine, ExposedLine['readings']>()
  for (const group of groups.values()) {
    const pair = group[0]!.pair!
    const own = group.map(({ line }) => ({ ...line, origin: pair.on.id }))
    const layers = layersOfPair(regimes.layers, pair)
    const policies = [
      ...layers.map((layer) => policyOf(layer, [pair.on.id], policy, layers)),
      ...otherPolicies(own, policy, layers),
    ]
    const totals = layers.length > 0 ? [] : standing(regimes, pair)
    const readings = totals.length === 0 ? [undefined] : totals
    for (const total of readings) {
      const told = total && stepOfTotal(total)
      const steps = told ? [...regimes.steps, told.step] : regimes.steps
      const all = told ? [...policies, told.policy] : policies
      const bills = columns.map(({ on, scenario }) =>
        dutyBill(on === undefined ? own : own.map((line) => ({ ...line, entryOn: on })), steps, all, {
          known: regimes.known,
          scenario,
        }),
      )
      for (const [at, { line }] of group.entries()) {
        const reading = { ...(total && { total }), bills: bills.map((column) => column[at]!) }
        billed.set(line, [...(billed.get(line) ?? []), reading])
      }
    }
  }
  const named = namedGoods(regimes)
  const rateless = new Map([...groups].map(([key, [first]]) => [key, ratelessOf(regimes, first!.pair!)]))
  return placed.map(({ line, pair, origin, target }): ExposedLine => {
    const touches = touchesOf(named, line, pair)
    const unmatched = unmatchedOf(named, touches, pair)
    const withoutRate = (pair && rateless.get(`${pair.by.id} ${pair.on.id}`)) ?? []
    if (pair) return { line, pair, readings: billed.get(line) ?? [], touches, unmatched, withoutRate }
    const undecided =
      origin === undefined
        ? `no report read names the origin "${line.origin}"`
        : typeof target === 'string'
          ? target
          : 'no side is told to hit its goods'
    return { line, readings: [], touches, unmatched, withoutRate, undecided }
  })
}

/** A party by id or any of its names. */
function partyFinder(parties: readonly Party[], regimes: Regimes): (words: string) => Ref | undefined {
  const found = new Map<string, Ref>()
  for (const layer of regimes.layers.values())
    for (const ref of [...layer.by, ...layer.on])
      for (const name of [ref.id, ref.name]) found.set(name.toLowerCase(), ref)
  for (const { id, name, names } of parties)
    for (const one of [id, name, ...names])
      if (!found.has(one.toLowerCase())) found.set(one.toLowerCase(), { id, name })
  return (words) => found.get(words.toLowerCase())
}

/** Into which side's customs the goods go: as told; else the only one with a duty on their origin. */
function intoOf(
  words: string,
  origin: Ref,
  regimes: Regimes,
  partyOf: (words: string) => Ref | undefined,
): Ref | string {
  if (words !== '') {
    const side = partyOf(words)
    return side?.id === origin.id
      ? `goods of ${origin.name} into ${origin.name} pass no customs`
      : (side ?? `no report read names "${words}"`)
  }
  const sides = new Map<string, Ref>()
  for (const layer of regimes.layers.values())
    if (layer.type === 'tariff' && layer.by.length === 1 && layer.on.some(({ id }) => id === origin.id))
      sides.set(layer.by[0]!.id, layer.by[0]!)
  const [only, ...others] = [...sides.values()]
  if (only === undefined) return `no duty on goods of ${origin.name} was read`
  return others.length === 0
    ? only
    : `into which country is not told: duties of ${[only, ...others].map(({ name }) => name).join(', ')} were read`
}

/** Rules for duties that come with the goods. */
const otherPolicies = (
  lines: readonly GoodsLine[],
  policy: PolicyFile,
  layers: readonly Layer[],
): LayerPolicy[] =>
  [...new Set(lines.flatMap(({ other }) => (other ?? []).map(({ layer }) => layer)))].flatMap(
    (layer) => policyOfOther(layer, policy, layers) ?? [],
  )

/** Totals told as standing, each rate once. */
function standing({ totals }: Regimes, pair: Pair): ToldTotal[] {
  const found = new Map<string, ToldTotal>()
  for (const total of totals)
    if (total.by === pair.by.id && total.on === pair.on.id && total.status === 'in force')
      found.set(`${total.bound}${total.bps}`, total)
  return [...found.values()].sort((a, b) => a.bps - b.bps)
}

/** A total that stands for layers nobody read. */
function stepOfTotal(total: ToldTotal): { step: Step; policy: LayerPolicy } {
  const layer = `told total ${total.id}`
  return {
    policy: { layer, stacking: 'additive' },
    step: {
      id: layer,
      issuer: total.by,
      measure: total.layer,
      does: { op: 'set', layer, value: { kind: 'adValorem', bps: total.bps }, from: exactly('0001-01-01') },
      known: total.asOf.latest,
      status: 'enacted',
      basis: total.basis,
    },
  }
}

const meets = (layer: Layer, pair: Pair | undefined) => {
  if (pair === undefined) return false
  const has = (refs: readonly Ref[], ref: Ref) => refs.some(({ id }) => id === ref.id)
  const inbound = has(layer.by, pair.by) && (layer.on.length === 0 || has(layer.on, pair.on))
  const outbound = has(layer.by, pair.on) && (layer.on.length === 0 || has(layer.on, pair.by))
  return inbound || outbound
}

const stem = (word: string) => word.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])s$/, '')
const wordsIn = (text: string) => (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stem)
/** Words that only say that goods are goods. */
const ANY = new Set(
  wordsIn(
    'all any goods products imports exports articles items merchandise from the and for other certain new import export',
  ),
)

/** Layers on goods by name, with the words that tell which. */
function namedGoods({ layers }: Regimes): { readonly layer: Layer; readonly words: readonly string[] }[] {
  return [...layers.values()].flatMap((layer) => {
    if (layer.goods.length === 0 || layer.type === 'deadline') return []
    const parties = new Set([...layer.by, ...layer.on].flatMap(({ name }) => wordsIn(name)))
    const words = layer.goods.flatMap(wordsIn).filter((word) => !ANY.has(word) && !parties.has(word))
    return words.length === 0 ? [] : [{ layer, words }]
  })
}

/** Measures on goods by name between the sides, where a word of theirs is one of the line's. */
function touchesOf(named: ReturnType<typeof namedGoods>, line: GoodsLine, pair: Pair | undefined): Touch[] {
  const goods = new Set(wordsIn(line.goods))
  const materials = new Set(line.materials.flatMap(wordsIn))
  return named.flatMap(({ layer, words }): Touch[] => {
    if (!meets(layer, pair)) return []
    const good = words.findLast((word) => goods.has(word))
    const material = words.findLast((word) => materials.has(word))
    if (good !== undefined) return [{ layer, by: 'good', word: good }]
    return material === undefined ? [] : [{ layer, by: 'material', word: material }]
  })
}

/** What hits goods of the pair by name and no word of the line tells whether it is meant. */
const unmatchedOf = (
  named: ReturnType<typeof namedGoods>,
  touches: readonly Touch[],
  pair: Pair | undefined,
): Layer[] =>
  named.flatMap(({ layer }) =>
    pair !== undefined &&
    (layer.type === 'tariff' || layer.type === 'ban' || layer.type === 'import ban') &&
    layer.by.some(({ id }) => id === pair.by.id) &&
    layer.on.some(({ id }) => id === pair.on.id) &&
    !touches.some((touch) => touch.layer === layer)
      ? [layer]
      : [],
  )

/** Duties between the sides at large that change no rate: none was told. */
const ratelessOf = ({ layers, steps }: Regimes, pair: Pair): Layer[] => {
  const rated = new Set(steps.flatMap(({ does }) => ('layer' in does ? [does.layer] : [])))
  return [...layers.values()].filter(
    (layer) =>
      layer.type === 'tariff' &&
      !rated.has(layer.id) &&
      layer.by.some(({ id }) => id === pair.by.id) &&
      layer.on.some(({ id }) => id === pair.on.id),
  )
}
