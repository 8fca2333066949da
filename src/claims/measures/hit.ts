// In: a scene, a measure and what is done to it. Out: whom it hits, and which goods.

import { UPOS } from '../../language/doc.ts'
import { isMoney, isStateId, type Phrase, type Ref } from '../../model/index.ts'
import { isWeight, nominalFrom, thingBehind } from '../sentence/amounts.ts'
import { nearby } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { aimedAt } from './aimed.ts'
import type { Doing } from './doing.ts'
import { goodsPhrase } from './goods.ts'
import { licensed } from './licensed.ts'
import { listedGoods } from './listed-goods.ts'
import { PART_OF } from './part-of.ts'
import { isNamedTarget, isPayer, ownersAbove, SELLERS, soldBy } from './payers.ts'
import { rateBehind } from './rates.ts'

export interface Hit {
  readonly on: Ref[]
  readonly goods: Phrase[]
  /** The nominals behind "on", "against" … */
  readonly tokens: number[]
}

/** What is told of by "on", "against", "of" and the like on the measure, its rate or its verb, and by words before the measure. */
export function hitBy(scene: Scene, noun: number, doing: Doing | undefined, by: readonly Ref[]): Hit {
  const { grammar, fillers } = scene
  const tokens = hitNominals(scene, noun, doing)
  const goods: Phrase[] = []
  const on: Ref[] = []
  const isOwn = isOneOf(scene, by)
  const second = secondRate(scene, noun, tokens[0] ?? Number.POSITIVE_INFINITY)
  for (const token of tokens
    .flatMap((one) => grammar.conjuncts(one))
    .flatMap((one) => beforeAround(scene, noun, one))
    .flatMap((one) => weighedAt(scene, one))) {
    if (token > second) continue
    if (isRate(scene, token) || isMeasure(scene, token)) continue
    const named = [partiesHit(scene, token), originOf(scene, token)]
      .map((refs) => refs.filter((ref) => !isOwn(ref)))
      .find((refs) => refs.length > 0)
    on.push(...(named ?? ownersAbove(scene, token, isOwn)))
    // "Spared phones from the duty on Peruvian goods": the goods are those that are spared.
    if (isThing(scene, token) && !(doing?.hitsObject && doing.row.effect === 'exempt'))
      goods.push(goodsPhrase(scene, token))
  }
  // "Controls on exports of cod to Peru", "extended sanctions to two firms": hung on the verb.
  const applied =
    doing?.row.lemma === 'apply' ? grammar.obliques(noun, 'to').flatMap((one) => grammar.conjuncts(one)) : []
  for (const token of doing?.asObject ? [...grammar.obliques(doing.token, 'to'), ...applied] : []) {
    const unit = fillers.quantityAt(token)?.unit ?? ''
    if (fillers.timeAt(token) || unit === '%' || isWeight(unit) || token < noun) continue
    if (tokens.some((one) => OUTWARD.has(scene.doc.tokens.lemma[one]!)))
      on.push(...fillers.partyNamed(token).filter((ref) => !isOwn(ref)))
    // "Extended its duty to cod", "applies only the old duty to cod".
    else if (/^(?:extend|expand)$/.test(doing!.row.effect ?? '') || doing!.row.lemma === 'apply') {
      on.push(...[...partiesHit(scene, token), ...originOf(scene, token)].filter((ref) => !isOwn(ref)))
      if (isThing(scene, token)) goods.push(goodsPhrase(scene, token))
    }
  }
  if (goods.length > 0) goods.push(...listedGoods(scene, goods, isMeasure, isRate))
  // "Removed the duty from cod".
  for (const token of doing?.asObject && doing.row.effect === 'end' ? freed(scene, noun, doing.token) : []) {
    on.push(...[...partiesHit(scene, token), ...originOf(scene, token)].filter((ref) => !isOwn(ref)))
    if (isThing(scene, token)) goods.push(goodsPhrase(scene, token))
  }
  // "Slapped Peru with duties", "hit 13 firms from Peru with a ban"
  if (doing?.hitsObject)
    for (const token of grammar
      .objects(doing.token)
      .concat(grammar.obliques(doing.token, 'from').filter((one) => one < noun))
      // "Under the heading for gold exempted from the duty".
      .filter((one) => grammar.caseOf(one) !== 'under')
      .flatMap((one) => grammar.conjuncts(one))) {
      const parties = partiesHit(scene, token).filter((ref) => !isOwn(ref))
      on.push(...(parties.length > 0 ? parties : originOf(scene, token).filter((ref) => !isOwn(ref))))
      const isNamed = fillers.nameAt(token) !== undefined || doing.row.effect === 'exempt'
      if (isNamed && isThing(scene, token)) goods.push(apartFrom(scene, goodsPhrase(scene, token), noun))
    }
  on.push(...doersHit(scene, noun).flatMap((token) => [...fillers.parties(token), ...originOf(scene, token)]))
  // "Charges Peru a duty on cod": who is charged.
  for (const token of doing?.asObject ? grammar.dependents(doing.token, 'iobj') : []) {
    on.push(...[...partiesHit(scene, token), ...originOf(scene, token)].filter((ref) => !isOwn(ref)))
    if (isThing(scene, token)) goods.push(goodsPhrase(scene, token))
  }
  const allowed = letBy(scene, noun)
  goods.push(...allowed.goods)
  on.push(...allowed.on.filter((ref) => !isOwn(ref)))
  // "Cod will be charged a duty of 5 %".
  for (const token of doing?.asObject && doing.row.lemma === 'charge' && grammar.isPassive(doing.token)
    ? grammar.dependents(doing.token, 'nsubj:pass').filter((one) => one !== noun)
    : []) {
    on.push(...[...partiesHit(scene, token), ...originOf(scene, token)].filter((ref) => !isOwn(ref)))
    if (isThing(scene, token)) goods.push(goodsPhrase(scene, token))
  }
  const borne = bearing(scene, doing)
  on.push(...borne.on.filter((ref) => !isOwn(ref)))
  goods.push(...borne.goods)
  // "a steel tariff", "semiconductor export controls", "the Peru tariffs"
  for (const token of grammar
    .dependents(noun, 'compound', 'amod', 'nmod:poss')
    .flatMap((one) => grammar.conjuncts(one))) {
    if (isNamedTarget(scene, token)) on.push(...fillers.partyNamed(token))
    if (isPayer(scene, noun, token, doing)) on.push(...fillers.parties(token).filter((ref) => !isOwn(ref)))
    const name = fillers.nameAt(token)
    const isReason = scene.doc.tokens.lower[token] === 'fentanyl'
    if (!isReason && (name?.type === 'good' || name?.type === 'product'))
      goods.push(fillers.phraseOf(token, token, token))
  }
  if (goods.length === 0 && on.length === 0 && doing?.asObject)
    goods.push(...frontedGoods(scene, doing.token))
  const once = goods.filter((one, at) => goods.findIndex(({ start }) => start === one.start) === at)
  return { on: unique(on), goods: once, tokens }
}

/** "Phones from the duty": the goods before the preposition of the measure. */
function apartFrom({ doc, grammar, fillers }: Scene, goods: Phrase, noun: number): Phrase {
  if (goods.end <= doc.tokens.start[noun]!) return goods
  const thing = doc.tokens.head[noun]!
  return fillers.phraseOf(grammar.phrase(thing, 'short').first, thing, thing)
}

/** "A licence to export sonar to Peru": what it lets do, and whither. */
function letBy(scene: Scene, noun: number): Omit<Hit, 'tokens'> {
  const { grammar, fillers } = scene
  const verbs = licensed(scene, noun)
  const goods = verbs.flatMap((verb) =>
    grammar
      .objects(verb)
      .filter((token) => token > verb && isThing(scene, token))
      .map((token) => goodsPhrase(scene, token)),
  )
  const whither = verbs
    .flatMap((verb) => [verb, ...grammar.objects(verb)])
    .flatMap((token) => grammar.obliques(token, 'to'))
  return { on: whither.flatMap((token) => fillers.partyNamed(token)), goods }
}

/** "Peru faces duties", "cod from Peru is subject to a duty": who or what bears them is hit. */
function bearing(scene: Scene, doing: Doing | undefined): Omit<Hit, 'tokens'> {
  const { fillers } = scene
  const on: Ref[] = []
  const goods: Phrase[] = []
  for (const token of doing?.row.subject === 'target' ? bearersOf(scene, doing.token) : []) {
    // "The duties are paid by importers": who brings the goods in pays his own state's.
    if (/^(?:pay|bear|absorb)/.test(doing?.row.lemma ?? '') && isBuyer(scene, token)) continue
    // "Cod whose duty exceeds 15 % pays that duty": of the rate nothing is told.
    if (fillers.quantityAt(token)?.unit === '%') continue
    const sold = soldBy(scene, token)
    const parties = partiesHit(scene, token)
    on.push(...(parties.length > 0 ? parties : [token, ...sold].flatMap((one) => originOf(scene, one))))
    if (isThing(scene, token)) goods.push(goodsPhrase(scene, token))
    goods.push(...sold.map((one) => fillers.phrase(one, 'short')))
  }
  return { on, goods }
}

/** Deeds that are somebody's: "a ban on visits by Norwegian officials" is not theirs. */
const DEEDS: ReadonlySet<string> = new Set(
  'acquisition borrowing entry fishing flight investment landing ownership participation purchase sale transit travel trip use visit'.split(
    ' ',
  ),
)

/** Who does what a measure forbids, behind "by". */
export const doersHit = ({ doc, grammar }: Scene, noun: number): number[] =>
  HITTING.flatMap((word) => grammar.obliques(noun, word))
    .filter((deed) => DEEDS.has(doc.tokens.lemma[deed]!))
    .flatMap((deed) => [noun, deed].flatMap((head) => grammar.obliques(head, 'by').filter((by) => by > deed)))

/** What a measure is taken from, behind it. */
const freed = ({ grammar, fillers }: Scene, noun: number, verb: number): number[] =>
  [noun, verb]
    .flatMap((head) => grammar.obliques(head, 'from'))
    .filter((token) => token > noun && !fillers.timeAt(token) && !fillers.quantityAt(token))
    .flatMap((token) => grammar.conjuncts(token))

/** "For frozen shrimp, Peru imposes a duty of 5 %", "on cod, …": goods that open the sentence. */
function frontedGoods(scene: Scene, verb: number): Phrase[] {
  const { doc, grammar, fillers } = scene
  const { first } = doc.sents[doc.tokens.sent[verb]!]!
  const [token] = ['for', 'on'].flatMap((word) => grammar.obliques(verb, word))
  if (token === undefined || token > verb || !/^(?:for|on)$/.test(doc.tokens.lower[first]!)) return []
  const { first: start, last } = grammar.phrase(token, 'short')
  const type = fillers.nameAt(token)?.type
  const isFront = start <= first + 1 && doc.tokens.form[last + 1] === ','
  return isFront && (type === 'good' || type === 'product') ? [goodsPhrase(scene, token)] : []
}

/** What can be taxed or banned: neither a state nor people. */
function isThing({ doc, fillers }: Scene, token: number): boolean {
  const name = fillers.nameAt(token)
  if (name && name.type !== 'good' && name.type !== 'product') return false
  return (
    !STATES.has(doc.tokens.lemma[token]!) &&
    !PEOPLE.has(doc.tokens.lemma[token]!) &&
    doc.tokens.pos[token] !== PRON &&
    !/^VB[DPZN]?$/.test(doc.tokens.tag[token]!)
  )
}

/** Who or what bears a measure: the subject of "faces", what "subject to" is said of. */
export function bearersOf({ doc, grammar }: Scene, token: number): number[] {
  if (grammar.isVerb(token)) {
    // "Has been exempt", taken for a participle.
    const isAdjective = doc.tokens.lower[token] === 'exempt'
    const bearers = isAdjective ? grammar.dependents(token, 'nsubj', 'nsubj:pass') : grammar.subjects(token)
    return bearers.flatMap((one) => grammar.conjuncts(one))
  }
  const told = grammar.dependents(token, 'nsubj')
  const over = doc.tokens.head[token]!
  const holder =
    told.length === 0 && /^(?:amod|acl|appos)/.test(doc.tokens.dep[token]!) && over >= 0 ? [over] : told
  return holder.flatMap((one) => grammar.conjuncts(one))
}

/** "On steel amid anxiety in Peru": the steel, whatever the parser made of what stands around. */
function beforeAround({ doc, fillers }: Scene, noun: number, token: number): number[] {
  const { lower } = doc.tokens
  for (let at = noun + 1; at < token; at++)
    if (AROUND.has(lower[at]!)) return fillers.nameAt(at - 1) ? [at - 1] : []
  return [token]
}

/** "A quota of 500 tonnes for herring": the tonnes measure it, the herring is hit. */
function weighedAt({ fillers, grammar }: Scene, token: number): number[] {
  const quantity = fillers.quantityAt(token)
  if (!quantity || !isWeight(quantity.unit)) return [token]
  return ['of', 'for'].flatMap((word) => grammar.obliques(token, word)).filter((one) => one > token)
}

/** What stands around a deed, never in what it hits. */
const AROUND: ReadonlySet<string> = new Set([
  'amid',
  'despite',
  'pending',
  'following',
  'after',
  'before',
  'until',
  'during',
])
/** "Respond with controls of its own preventing …": whose they are. */
const isItsOwn = ({ doc, grammar }: Scene, token: number): boolean =>
  grammar.caseOf(token) === 'of' &&
  grammar.dependents(token, 'amod').some((at) => doc.tokens.lower[at] === 'own')

const HITTING: readonly string[] = ['on', 'against', 'upon']
/** Prepositions that name what is hit only behind a ban, a probe and the like. */
const AIMED: readonly string[] = ['for', 'into', 'of']

function hitNominals(scene: Scene, noun: number, doing: Doing | undefined): number[] {
  const { grammar, fillers } = scene
  const aimed = scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!)?.of === 'target'
  const values = [...(doing ? grammar.children(doing.token) : []), ...grammar.children(noun)]
  const ofRate = values.filter((token) => isRate(scene, token) || isAmount(scene, token))
  const own = [noun, ...ofRate].some((head) =>
    HITTING.some((word) => grammar.obliques(head, word).length > 0),
  )
  // "A duty on wheat and a levy on fish": the second hits what itself says.
  const apart = own && scene.doc.tokens.dep[noun] === 'conj'
  const heads = [
    noun,
    ...(own ? [] : siblings(scene, noun)),
    ...(doing && !apart ? [doing.token] : []),
    // "Imposed by Peru and other states on Chile": hung on those who impose.
    ...(doing && !apart
      ? grammar.obliques(doing.token, 'by').flatMap((token) => grammar.conjuncts(token))
      : []),
    ...ofRate,
  ]
  // What comes before both noun and verb frames the sentence and is not hit.
  const first = Math.min(noun, doing?.token ?? noun)
  const told = heads.flatMap((head) =>
    [...HITTING, ...AIMED]
      .filter((word) => aimed || HITTING.includes(word) || isOfEvent(word, head, noun))
      .flatMap((word) => grammar.obliques(head, word))
      .filter((token) => !fillers.timeAt(token)),
  )
  const amount = amountAfter(scene, noun)
  const second = secondRate(scene, noun, Math.min(...told.filter((token) => token > noun)))
  const at = told.length === 0 ? aimedAt(scene, noun) : []
  const behind = told.length === 0 && amount.length === 0 ? hitBehind(scene, noun) : []
  return [
    ...new Set([...told.map((token) => thingBehind(scene, token)), ...at, ...amount, ...behind]),
  ].filter(
    (token) =>
      token > first &&
      token !== noun &&
      !fillers.timeAt(token) &&
      token < second &&
      !isRate(scene, token) &&
      !NOT_HIT.has(scene.doc.tokens.lemma[token]!.replace(/s$/, '')) &&
      !isRound(scene, token) &&
      !isItsOwn(scene, token) &&
      !scene.doc.tokens.form.slice(noun + 1, token).includes(';') &&
      !amount.some((one) => one !== token && token > noun && token < one),
  )
}

/** "25 % on steel and 10 % on copper": the rate after the first thing hit, from which on another measure is told. */
function secondRate({ doc }: Scene, noun: number, first: number): number {
  const { last } = doc.sents[doc.tokens.sent[noun]!]!
  const rate = nearby(doc.quantities, first).find(
    (one) => one.unit === '%' && one.first > first && one.first < last,
  )
  return rate?.first ?? Number.POSITIVE_INFINITY
}

/** What stands behind "on" or "into" without being hit: "on grounds of", "on condition", "into force". */
const NOT_HIT: ReadonlySet<string> = new Set(
  (
    'ground basi condition account top part behalf side use purpose time scale agenda table schedule track hold course own ' +
    'force effect place strength book calendar average pretext advice decision request recommendation back heel'
  ).split(' '),
)

/** "The extension of duties": what stands behind "of" on an event noun. */
const isOfEvent = (word: string, head: number, noun: number): boolean => word === 'of' && head !== noun

/** On the surface: "duties on another $3 billion of goods from Peru", however the amount is parsed. */
function amountAfter(scene: Scene, noun: number): number[] {
  const { lower } = scene.doc.tokens
  const on = rateBehind(scene, noun)?.last ?? noun + 1
  if (lower[on] !== 'on' && lower[on] !== 'against') return []
  for (const at of [on + 1, on + 2, on + 3]) {
    const thing = thingBehind(scene, at)
    if (thing !== at) return [thing]
  }
  return []
}

/** On the surface: "duties of between 8 % and 9 % on Norwegian cod", however the rates between are parsed. */
function hitBehind(scene: Scene, noun: number): number[] {
  const { lower } = scene.doc.tokens
  const rates = nearby(scene.doc.quantities, noun, 8).filter(
    ({ first, unit }) => first > noun && unit === '%',
  )
  const on = (rates.length > 0 ? [noun + 1, ...rates.map(({ last }) => last)] : [noun + 1]).find(
    (at) => lower[at] === 'on' || lower[at] === 'against',
  )
  const thing = on === undefined ? undefined : nominalFrom(scene, on + 1)
  return thing === undefined ? [] : [thing]
}

const isAmount = ({ fillers }: Scene, token: number): boolean =>
  isMoney(fillers.quantityAt(token)?.unit ?? '')
const isRate = ({ fillers }: Scene, token: number): boolean => fillers.quantityAt(token)?.unit === '%'
/** "Duties", "its first set of duties". */
const isMeasure = (scene: Scene, token: number): boolean => {
  const { lemma, lower } = scene.doc.tokens
  const nouns = scene.rows('measure-nouns')
  const whole = PART_OF.has(lower[token]!) ? scene.grammar.obliques(token, 'of') : []
  return [token, ...whole].some((one) => nouns.has(lemma[one]!))
}

/** The parties of a nominal, and of what it is from, of, by or "including". */
export function partiesHit(scene: Scene, token: number): Ref[] {
  const { doc, grammar, fillers } = scene
  const behind = (head: number, ...words: string[]) =>
    words.flatMap((word) => grammar.obliques(head, word)).flatMap((one) => fillers.parties(one))
  // "Goods coming from Peru": the participle right behind a noun is its own, however it is parsed.
  const clausesOn = (noun: number): number[] =>
    /^VB[GN]$/.test(doc.tokens.tag[noun + 1] ?? '') ? [noun + 1] : grammar.dependents(noun, 'acl')
  return [
    ...(isOfThem(scene, token) ? [] : fillers.parties(token)),
    ...behind(token, 'from', 'of', ...(agentOn(scene, token).length > 0 ? [] : ['by'])),
    // "Exports of cod to Peru"; "Chilean exports to Peru" are Chile's.
    ...(OUTWARD.has(doc.tokens.lemma[token]!) && originOf(scene, token).length === 0
      ? behind(token, 'to')
      : []),
    ...rightBehind(scene, token),
    ...clausesOn(token)
      .filter((clause) => TIED.has(doc.tokens.lemma[clause]!))
      .flatMap((clause) => ['to', 'with'].flatMap((word) => grammar.obliques(clause, word)))
      .flatMap((one) => fillers.parties(one)),
    ...clausesOn(token)
      .flatMap((clause) =>
        ['from', ...(MADE.has(doc.tokens.lemma[clause]!) ? ['in'] : [])].flatMap((word) =>
          grammar.obliques(clause, word),
        ),
      )
      .flatMap((one) => grammar.conjuncts(one))
      .flatMap((one) => (fillers.nameAt(one) ? fillers.partyNamed(one) : [])),
    ...(STATES.has(doc.tokens.lemma[token]!) ? behind(token, 'including', 'such as', 'like') : []),
  ]
}

/**
 * "Peru was hit with a duty on its cotton by Norway": who does what is told in the passive, hung on what is hit; "duties on
 * Peru's cotton by Norway": the state whose duties they are.
 */
export function agentOn(scene: Scene, token: number): number[] {
  const { doc, grammar, fillers } = scene
  const agents = grammar.obliques(token, 'by')
  if (agents.length === 0) return []
  const over = doc.tokens.head[token]!
  const isOfMeasure = over >= 0 && over < token && isMeasure(scene, over)
  if (isOfMeasure && agents.every((by) => fillers.partyNamed(by).some(({ id }) => isStateId(id))))
    return agents
  let verb = token
  for (let steps = 0; steps < 3 && verb >= 0 && !grammar.isVerb(verb); steps++) verb = doc.tokens.head[verb]!
  const isOpen = verb >= 0 && grammar.isPassive(verb) && grammar.obliques(verb, 'by').length === 0
  return isOpen ? agents : []
}

/** On the surface: "9 % on cod from Peru", the origin hung on the rate or the verb. */
function rightBehind(scene: Scene, token: number): Ref[] {
  const { lower, sent } = scene.doc.tokens
  if (lower[token + 1] !== 'from' || sent[token + 1] !== sent[token]) return []
  const named = lower[token + 2] === 'the' ? token + 3 : token + 2
  return sent[named] === sent[token] ? scene.fillers.partyNamed(named) : []
}

const isBuyer = ({ doc }: Scene, token: number): boolean =>
  /^(?:importer|consumer|buyer|shopper|customer|retailer|household|family|taxpayer|business|company|firm|american)$/.test(
    doc.tokens.lemma[token]!,
  )

/** Who is hit rather than what; "on its own" hits nobody. */
const PEOPLE: ReadonlySet<string> = new Set([
  ...'friend foe adversary people person consumer buyer importer own'.split(' '),
  ...SELLERS,
])

const MADE: ReadonlySet<string> = new Set([
  'make',
  'produce',
  'build',
  'assemble',
  'grow',
  'manufacture',
  'base',
])
/** What goes to whom it is for: "exports of cod to Peru". */
const OUTWARD: ReadonlySet<string> = new Set(['export', 'sale', 'shipment', 'supply', 'delivery'])
const TIED: ReadonlySet<string> = new Set(['tie', 'involve', 'link', 'connect', 'associate', 'affiliate'])
const STATES: ReadonlySet<string> = new Set(
  'country nation ally partner neighbour neighbor state economy government member rival bloc side company firm'.split(
    ' ',
  ),
)

/** "Peruvian cod", "Peruvian fish imports": whose goods they are, where the words before them say so. */
export function originOf(scene: Scene, goods: number): Ref[] {
  const { grammar, fillers } = scene
  if (isOfThem(scene, goods)) return []
  return grammar
    .dependents(goods, 'amod', 'compound', 'nmod:poss')
    .flatMap((token) => grammar.conjuncts(token))
    .flatMap((token) => [token, ...grammar.dependents(token, 'amod', 'compound')])
    .flatMap((token) => fillers.partyNamed(token))
}

/** "The ministry said that their bottles would be taxed": a single body is no "they". */
const isOfThem = ({ doc, grammar, fillers }: Scene, goods: number): boolean =>
  grammar.dependents(goods, 'nmod:poss').some((token) => {
    const [one, other] = fillers.parties(token)
    return doc.tokens.lower[token] === 'their' && !other && one?.id.startsWith('org:') === true
  })

/** Whether a party is one of these, or of the same side. */
function isOneOf({ fillers }: Scene, refs: readonly Ref[]): (ref: Ref) => boolean {
  const ids = new Set(refs.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))
  return (ref) => ids.has(ref.id) || ids.has(fillers.sideOf(ref)?.id ?? ref.id)
}

/** Relief from a measure is given to some; it shares nothing with the measure it is told beside. */
const RELIEF: ReadonlySet<string> = new Set(['exemption', 'waiver', 'exception', 'exclusion', 'reprieve'])

/** The nouns joined to this one by "and": what is said of one is said of all. */
function siblings(scene: Scene, noun: number): number[] {
  const { dep, head, lemma } = scene.doc.tokens
  let top = noun
  while (dep[top] === 'conj' && head[top]! >= 0) top = head[top]!
  return scene.grammar
    .conjuncts(top)
    .filter((token) => token !== noun && !RELIEF.has(lemma[token]!) && !RELIEF.has(lemma[noun]!))
}

/** "On the eve of a meeting" hits nobody. */
const isRound = (scene: Scene, token: number): boolean =>
  scene.rows('round-nouns').has(scene.doc.tokens.lemma[token]!) || scene.doc.tokens.lemma[token] === 'eve'

const PRON = UPOS.indexOf('PRON')
