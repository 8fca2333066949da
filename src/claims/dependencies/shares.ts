// In: a scene. Out: shares of supply that one country or company holds, one claim a share.

import type { Quantity } from '../../language/doc.ts'
import type { Row } from '../../language/lexicon.ts'
import type { DependencyBody, Phrase, Ref } from '../../model/index.ts'
import { claimDay, timesOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { thingAt } from './ends.ts'
import { foundDependency, percentOf, saleOf } from './found-dependency.ts'
import {
  headWithin,
  isShare,
  isUnnamedPart,
  isWorlds,
  ownersOf,
  sellersOf,
  thingOf,
  usersOf,
} from './portions.ts'
import { isGoods, whatOf } from './sources.ts'

/** A percentage of something that a verb of `share-verbs` (account, control, produce …) gives to a party. */
export function findShares(scene: Scene): Found[] {
  const verbs = scene.rows('share-verbs')
  const found: Found[] = []
  let lastVerb = -1
  for (const quantity of scene.doc.quantities) {
    if (!isShare(scene, quantity) || quantity.by) continue
    const own = ownShareAt(scene, quantity)
    if (own) found.push(own)
    if (own || quantity.change) continue
    const holder = holderOf(scene, quantity, verbs)
    if (!holder || !(isNear(scene, holder.verb, quantity) || holder.verb === lastVerb)) continue
    const one = dependencyAt(scene, quantity, holder, found[found.length - 1])
    if (!one) continue
    found.push(one)
    lastVerb = holder.verb
  }
  return found
}

/** Words that may stand between a verb and the share it gives: "account for well over half". */
const REACH = 7

/** Nothing but words of size between a verb and its share: no other verb, mark or "and". */
function isNear({ doc: { tokens } }: Scene, verb: number, { first }: Quantity): boolean {
  if (first - verb > REACH) return false
  for (let at = verb + 1; at < first; at++) if (/^(?:VB|CC|[,:(]|NNP?S?$)/.test(tokens.tag[at]!)) return false
  return true
}

function dependencyAt(
  scene: Scene,
  quantity: Quantity,
  told: Holder,
  before: Found | undefined,
): Found | undefined {
  const { doc, fillers, grammar } = scene
  const { tokens } = doc
  const named = tokenOfWhat(scene, quantity)
  const what = named < 0 ? named : thingOf(scene, named)
  // "Buys magnets, 90 % of them from Peru": where they come from says it.
  if (named !== what && tokens.form[quantity.first - 1] === ',') return undefined
  if (what < 0 || !/^(?:NN|VBG|WP)/.test(tokens.tag[what]!) || isNobodysSupply(scene, what)) return undefined
  const holder = continued(scene, told, before)
  const { first, last } =
    tokens.tag[what] === 'WP'
      ? grammar.phrase(sellingOf(scene, what), 'clause')
      : named === what
        ? spanOfWhat(scene, quantity, what)
        : grammar.phrase(what, 'short')
  const end = named === what ? Math.min(last, nextQuantity(scene, quantity, last)) : last
  const from = tokens.tag[what] === 'WP' ? what : named === what ? Math.max(first, quantity.last) : first
  const phrase = fillers.phraseOf(from, Math.max(end, what), what)
  const dependent = dependentOf(scene, phrase, what, holder)
  // That somebody takes a part of what nobody is told to sell says of no one that they hang on it.
  const isTaken = isBuyer(scene, holder)
  if (!dependent || (isTaken && (dependent.length === 0 || !isGoods(scene, what)))) return undefined
  // Of nobody's in particular: a state's part of what the world has, or of goods.
  const isOfGoods = /^[A-Z]{2,3}$/.test(holder.party.id) && isGoods(scene, what)
  if (dependent.length === 0 && !isWorlds(scene, what) && !isOfGoods) return undefined
  if (holder.party.id.startsWith('person:')) return undefined
  const days = timesOf(doc, grammar, [holder.verb])
    .filter((time) => time.type === 'DATE')
    .map((time) => claimDay(doc, time, 'asOf'))
  return {
    kind: 'dependency',
    trigger: quantity.first,
    foundBy: 'dependency/share@1',
    epistemics: scene.epistemics(holder.verb),
    body: {
      dependent,
      on: holder.party,
      what: isTaken ? saleOf(phrase) : phrase,
      share: percentOf(quantity),
      affects: [],
    },
    days,
    roles: {
      share: { start: quantity.start, end: quantity.end },
      what: { start: phrase.start, end: phrase.end },
    },
  }
}

/** "Peru's share of Norway's fishmeal imports rose to 43 %", "Peru has a 43 % share of": a share with its own noun. */
function ownShareAt(scene: Scene, quantity: Quantity): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const head = headWithin(scene, quantity)
  const verb = tokens.dep[head] === 'root' || grammar.isVerb(head) ? head : grammar.governor(head)
  const noun = [quantity.last, quantity.last + 1, ...(verb < 0 ? [] : grammar.subjects(verb))].find(
    (at) => tokens.lemma[at] === 'share' && tokens.sent[at] === tokens.sent[head],
  )
  if (noun === undefined || /^(?:from|by)$/.test(grammar.caseOf(head))) return undefined
  const whole = ['of', 'in'].flatMap((word) => grammar.obliques(noun, word)).find((at) => at > noun)
  if (whole === undefined || !fillers.isMatter(whole) || isNobodysSupply(scene, whole)) return undefined
  const having = tokens.dep[noun] === 'obj' ? grammar.subjects(tokens.head[noun]!) : []
  const [party, ...others] = unique(
    [...grammar.dependents(noun, 'nmod:poss'), ...having].flatMap((at) => fillers.parties(at)),
  ).map((ref) => fillers.sideOf(ref) ?? ref)
  if (!party || others.length > 0 || party.id.startsWith('person:')) return undefined
  // A firm's share of a market tells how it does, not who hangs on it.
  if (party.id.startsWith('org:') && tokens.lemma[whole] === 'market') return undefined
  const dependent = [...ownersOf(scene, whole), ...usersOf(scene, whole)].filter(({ id }) => id !== party.id)
  if (dependent.length === 0 && !isWorlds(scene, whole)) return undefined
  return foundDependency(scene, {
    trigger: quantity.first,
    foundBy: 'dependency/share@1',
    dependent,
    on: party,
    what: whatOf(scene, whole),
    share: quantity,
  })
}

const PEOPLE: ReadonlySet<string> = new Set(
  'population people household student voter resident citizen worker family child man woman member seat vote company firm share stock minority majority electorate emission case death job debt deficit coverage'.split(
    ' ',
  ),
)

/** People, votes and companies are no supply that anybody depends on. */
const isNobodysSupply = ({ fillers, doc: { tokens } }: Scene, what: number): boolean =>
  PEOPLE.has(tokens.lemma[what]!) ||
  tokens.tag[what] === 'NNPS' ||
  /^(?:place|government|person|organisation)$/.test(fillers.nameAt(what)?.type ?? '')

/** The verb of "what Peru sells". */
const sellingOf = ({ doc, grammar }: Scene, what: number): number =>
  grammar.dependents(what, 'acl')[0] ?? doc.tokens.head[what]!

/**
 * Whose it is that the holder has a share of: "buys half of Peru's cod", "of its cod", "of what Peru sells"; nobody where
 * that is the world's. Undefined where it is the holder's own, or "its" is nobody's.
 */
function dependentOf(scene: Scene, { start, end }: Phrase, what: number, holder: Holder): Ref[] | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const sides = (found: readonly number[]): Ref[] =>
    unique(found.flatMap((token) => fillers.parties(token)).map((ref) => fillers.sideOf(ref) ?? ref))
  // "Its trade with Peru" is not Peru's.
  const none = new Set([holder.party, ...sides(grammar.obliques(what, 'with'))].map(({ id }) => id))
  const others = (refs: readonly Ref[]) => refs.filter(({ id }) => !none.has(id))
  if (tokens.tag[what] === 'WP') {
    const doers = grammar.subjects(sellingOf(scene, what))
    const named = sides(doers)
    const sellers = others(named.length > 0 ? named : unique(doers.flatMap((at) => ownersOf(scene, at))))
    return sellers.length > 0 ? sellers : undefined
  }
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.start[at]! < start || tokens.end[at]! > end) continue
    const owner = tokens.tag[at] === 'PRP$' || /^(nmod:poss|amod|compound)$/.test(tokens.dep[at]!)
    if (!owner || tokens.lower[at] === 'world') continue
    const told = others(sides([at]))
    if (told.length > 0) return told
    if (tokens.tag[at] !== 'PRP$') {
      if (sides([at]).length > 0) return undefined
      continue
    }
    // "Peru sells to Norway, which buys half of its cod": of who the sentence is about.
    const clause = tokens.dep[holder.verb]!.startsWith('acl') ? grammar.governor(holder.verb) : -1
    const main = clause < 0 ? [] : others(sides(grammar.subjects(clause)))
    return main.length > 0 ? main : undefined
  }
  const users = others(unique([...sides(sellersOf(scene, what)), ...usersOf(scene, what)]))
  return users.length === 0 && isUnnamedPart(scene, what) ? undefined : users
}

/** "smelting works for those metals": one more noun joined by a preposition belongs to what is measured. */
function throughNext(scene: Scene, last: number): number {
  const { tokens } = scene.doc
  if (!/^(for|of|from)$/.test(tokens.lower[last + 1] ?? '') || tokens.sent[last + 1] !== tokens.sent[last])
    return last
  let end = last
  for (let at = last + 2; at < tokens.count && tokens.sent[at] === tokens.sent[last]; at++) {
    if (
      isBreak(scene, at) ||
      scene.fillers.quantityAt(at) ||
      !/^(NN|JJ|DT|VBG|HYPH|POS)/.test(tokens.tag[at]!)
    )
      break
    if (tokens.tag[at]!.startsWith('NN')) end = at
  }
  return end
}

const isBreak = (scene: Scene, token: number): boolean =>
  scene.fillers.timeAt(token) !== undefined || /^[,;:]$/.test(scene.doc.tokens.form[token]!)

/** From the word after "of" where that follows the number at once ("of smelting works for metals"), else the phrase. */
function spanOfWhat(scene: Scene, quantity: Quantity, what: number): { first: number; last: number } {
  const phrase = scene.grammar.phrase(what, 'short')
  const direct = scene.doc.tokens.lower[quantity.last] === 'of'
  if (!direct) return phrase
  let last = what
  while (last < phrase.last && !isBreak(scene, last + 1)) last++
  last = throughNext(scene, last)
  // A phrase cut before a day ends on its noun, not on the preposition of the day.
  while (last > what && /^(IN|DT|TO)$/.test(scene.doc.tokens.tag[last]!)) last--
  return { first: quantity.last + 1, last }
}

/** The last noun of the run after "of": "70 % of the world's cod". */
function tokenOfWhat(scene: Scene, quantity: Quantity): number {
  const { tokens } = scene.doc
  if (tokens.lower[quantity.last] === 'of') {
    const sentence = tokens.sent[quantity.first]!
    let noun = -1
    for (let at = quantity.last + 1; at < tokens.count && tokens.sent[at] === sentence; at++) {
      const tag = tokens.tag[at]!
      // "Half of its cod exports last year".
      if (scene.fillers.timeAt(at)) break
      if (tag === 'WP' && noun < 0) return at
      if (tag.startsWith('NN') || tag === 'VBG' || tag.startsWith('PRP')) noun = at
      // "The world's refined copper".
      else if (!/^(JJ|RB|DT|POS|HYPH|CD)/.test(tag) && !(tag === 'VBN' && tokens.dep[at] === 'amod')) break
    }
    if (noun >= 0) return noun
  }
  for (let at = quantity.first; at < quantity.last; at++) {
    const [of] = scene.grammar.obliques(at, 'of')
    if (of !== undefined) return of
  }
  return -1
}

interface Holder {
  readonly party: Ref
  readonly verb: number
  /** Token that stands for the party. */
  readonly token: number
}

/** "Buys half of Peru's cod": the market, not the source. */
const isBuyer = (scene: Scene, { verb }: Holder): boolean =>
  scene.rows('share-verbs').get(scene.doc.tokens.lemma[verb]!)?.side === 'buyer'

/** "Peru mines a third. The country also refines a half": shares told on, without a new name, are of the holder just named. */
function continued(scene: Scene, holder: Holder, last: Found | undefined): Holder {
  if (!last || scene.fillers.nameAt(holder.token)) return holder
  const since = scene.sentenceOf(holder.verb) - scene.sentenceOf(last.trigger)
  return since >= 0 && since <= 1 ? { ...holder, party: (last.body as DependencyBody).on } : holder
}

/** The party and the verb before the number, in its sentence: nearest verb first, then the party before that. */
function holderOf(scene: Scene, quantity: Quantity, verbs: ReadonlyMap<string, Row>): Holder | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens, sents } = doc
  const { first } = sents[tokens.sent[quantity.first]!]!
  for (let verb = quantity.first - 1; verb >= first; verb--) {
    const row = verbs.get(stemOf(tokens.lemma[verb]!, tokens.lower[verb]!))
    if (!row || (row.with && tokens.lower[verb + 1] !== row.with)) continue
    const subjects = grammar.subjects(verb)
    for (const token of subjects) {
      const [subject, ...others] = fillers.parties(token)
      // What several hold together none of them holds.
      if (others.length > 0) return undefined
      if (subject) return { party: fillers.sideOf(subject) ?? subject, verb, token }
    }
    // "Peruvian oats make up half of what Norway's mills use".
    const [owner, ...owners] = row.things
      ? subjects.filter((at) => isGoods(scene, at)).flatMap((at) => ownersOf(scene, at))
      : []
    if (owner && owners.length === 0) return { party: owner, verb, token: subjects[0]! }
    // "Oil pays for half of Peru's budget": a thing can hold a part of what is had from things.
    const thing =
      row.things &&
      subjects.length === 1 &&
      WHOLES.has(wholeOf(scene, quantity)) &&
      isSource(scene, subjects[0]!)
        ? thingAt(scene, subjects[0]!)
        : undefined
    if (thing) return { party: thing, verb, token: subjects[0]! }
    // Whose people hold it does not hold it: "Peruvian fishermen own".
    if (subjects.some((token) => /^NNS?$/.test(tokens.tag[token]!))) return undefined
    for (let at = verb - 1; at >= first; at--) {
      const [party] = fillers.partyNamed(at)
      if (party)
        return isJoined(scene, at) ? undefined : { party: fillers.sideOf(party) ?? party, verb, token: at }
    }
    return undefined
  }
  return undefined
}

/** What things bring in or stand for. */
const WHOLES: ReadonlySet<string> = new Set(
  'export import shipment sale revenue income earnings currency budget economy demand supply consumption use electricity power energy gas oil fuel water traffic trade container cargo'.split(
    ' ',
  ),
)
const COSTS: ReadonlySet<string> = new Set(
  'spending expenditure cost loss deficit debt tax duty tariff subsidy sanction price rise increase fall cut decline'.split(
    ' ',
  ),
)
const NO_THINGS = ['actor-nouns', 'private-nouns']

/** No cost, no people, and nothing that "the" alone points back to. */
const isSource = ({ lexicon, grammar, doc: { tokens } }: Scene, at: number): boolean =>
  !COSTS.has(tokens.lemma[at]!) &&
  !NO_THINGS.some((list) => lexicon.list(list).has(tokens.lemma[at]!)) &&
  (tokens.lower[at - 1] !== 'the' || grammar.obliques(at, 'to').length > 0)

const wholeOf = (scene: Scene, quantity: Quantity): string =>
  scene.doc.tokens.lemma[tokenOfWhat(scene, quantity)] ?? ''

/** "Canada, Mexico and the EU": the last of a list. */
function isJoined({ doc: { tokens } }: Scene, token: number): boolean {
  const before = tokens.lower[token - 1] === 'the' ? token - 2 : token - 1
  return /^(?:and|or)$/.test(tokens.lower[before] ?? '')
}

/** "accounts" and "supplies" taken for nouns are still the verb's forms. */
const stemOf = (lemma: string, lower: string) =>
  lemma === lower ? lower.replace(/ies$/, 'y').replace(/s$/, '') : lemma

function nextQuantity(scene: Scene, quantity: Quantity, last: number): number {
  for (const other of nearby(scene.doc.quantities, quantity.last))
    if (other.first > quantity.last && other.first <= last) {
      let at = other.first - 1
      while (
        at > quantity.last &&
        /^(and|about|roughly|some|nearly|almost|,|around|or)$/.test(scene.doc.tokens.lower[at]!)
      )
        at--
      return at
    }
  return last
}
