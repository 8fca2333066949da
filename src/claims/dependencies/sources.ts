// In: a scene. Out: dependencies told by where a portion of something comes from, is made, or goes.
import type { Row } from '../../language/lexicon.ts'
import type { Phrase, Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { hangersAt, partyAt, thingAt } from './ends.ts'
import { foundDependency, passageOf, saleOf } from './found-dependency.ts'
import { isUnnamedPart, isWorlds, ownersOf, type Portion, portionsOf, usersOf } from './portions.ts'

/** "Norway gets 43 % of its fishmeal from Peru", "most of Norway's fishmeal comes from Peru", "90 % is milled in Peru". */
export function findSources(scene: Scene): Found[] {
  const verbs = scene.rows('share-verbs')
  const flows = scene.rows('flow-verbs')
  return portionsOf(scene)
    .filter(({ what }) => isGoods(scene, what))
    .flatMap(
      (portion) =>
        flowOf(scene, portion, flows) ??
        relianceOf(scene, portion) ??
        heldBy(scene, portion, verbs) ??
        originOf(scene, portion) ??
        [],
    )
}

/** "85 % of the fishmeal used on Norwegian farms is Peruvian", "in Norway, 80 % of the lorries are from Peru". */
function originOf(scene: Scene, portion: Portion): Found | undefined {
  const { head, what, share } = portion
  const { grammar, fillers, doc } = scene
  const origin = doc.tokens.head[head]!
  if (origin < head || grammar.dependents(origin, 'cop').length === 0) return undefined
  if (!doc.tokens.dep[head]!.startsWith('nsubj')) return undefined
  const mark = grammar.caseOf(origin)
  const own = mark === '' || HAVING.test(mark) ? fillers.partyNamed(origin) : []
  const [on, ...others] =
    own.length > 0 || mark === '' ? own : HAVING.test(mark) ? ownersOf(scene, origin) : []
  const named = (at: number) => fillers.partyNamed(at)[0] ?? fillers.place(at) ?? []
  const told = [...ownersOf(scene, what), ...usersOf(scene, what), ...whereOf(scene, portion).flatMap(named)]
  // "Of the potash spread on American fields", whatever the parser makes of it.
  const between = Array.from({ length: Math.max(0, Math.min(origin - what, FAR)) }, (_, n) => what + n)
  const dependent = unique(told.length > 0 ? told : between.flatMap((at) => fillers.partyNamed(at))).filter(
    ({ id }) => id !== on?.id,
  )
  if (!on || others.length > 0 || dependent.length === 0) return undefined
  return foundDependency(scene, {
    trigger: origin,
    foundBy: 'dependency/source@1',
    dependent,
    on: fillers.sideOf(on) ?? on,
    what: whatOf(scene, what),
    ...(share && { share }),
  })
}

/** "In Norway, about 80 % of": the place told right before a portion. */
function whereOf({ doc: { tokens }, fillers }: Scene, { head, share }: Portion): number[] {
  let at = (share?.first ?? head) - 1
  while (at > 0 && /^(?:RB|IN|,)$/.test(tokens.tag[at]!) && tokens.lower[at] !== 'in') at--
  const name = fillers.nameAt(at)
  if (!name) return []
  const before = tokens.lower[name.first - 1] === 'the' ? name.first - 2 : name.first - 1
  return tokens.lower[before] === 'in' ? [at] : []
}

/** "80 % of the seats are on Peruvian aircraft", "are with Peru's lines". */
const HAVING = /^(?:from|with|on|of)$/

const NO_GOODS = ['actor-nouns', 'speech-nouns', 'round-nouns', 'chamber-nouns']
const DEEDS: ReadonlySet<string> = new Set(
  'decision progress mistake effort money aid talk work time growth fighting violence pressure people refugee migrant flight visitor tourist call payment fund funding help change loss damage death arrest blame criticism support attention surge case death emission coverage debt'.split(
    ' ',
  ),
)

/** No people, words or doings: "most of the delegates came from Peru", "most decisions are made in Lima". */
export function isGoods(scene: Scene, what: number): boolean {
  const lemma = scene.doc.tokens.lemma[what]!
  return (
    (scene.fillers.isMatter(what) || scene.doc.tokens.tag[what] === 'WP') &&
    !DEEDS.has(lemma) &&
    !NO_GOODS.some((list) => scene.lexicon.list(list).has(lemma)) &&
    /^(?:product|thing|)$/.test(scene.rows('role-nouns').get(lemma)?.kind ?? '')
  )
}

/** "Peru controls most of the world's fishmeal", "takes almost all of its cod": a portion without a number; one with a number is a share. */
function heldBy(scene: Scene, portion: Portion, verbs: ReadonlyMap<string, Row>): Found | undefined {
  const { grammar, doc } = scene
  const { head, what, share } = portion
  const verb = doc.tokens.head[head]!
  const row = verb < 0 ? undefined : verbs.get(doc.tokens.lemma[verb]!)
  if (share || !row || !isObject(scene, portion, verb)) return undefined
  const [subject, ...others] = grammar.subjects(verb)
  const on = subject === undefined || others.length > 0 ? undefined : partyAt(scene, subject)
  const owners = [...ownersOf(scene, what), ...usersOf(scene, what)]
  if (on === undefined || owners.some(({ id }) => id === on.id)) return undefined
  const isBuyer = row.side === 'buyer'
  if (owners.length === 0 && (isBuyer || !isWorlds(scene, what))) return undefined
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/source@1',
    dependent: owners,
    on,
    what: isBuyer ? saleOf(whatOf(scene, what)) : whatOf(scene, what),
  })
}

/** The object of a verb, also where "well over" or "in" right behind it misleads the parser. */
function isObject({ grammar, doc: { tokens } }: Scene, { head }: Portion, verb: number): boolean {
  if (tokens.dep[head] === 'obj') return true
  return (
    tokens.dep[head] === 'obl' &&
    head > verb &&
    head - verb <= NEAR &&
    /^(?:over|about|around|in|)$/.test(grammar.caseOf(head)) &&
    grammar.objects(verb).length === 0
  )
}

/** So many words lie between a verb and the portion that is its object. */
const NEAR = 6

/** What goes somewhere is a sale only where it is told as goods sold: aid and troops go abroad too. */
const SOLD: ReadonlySet<string> = new Set('export shipment output production sale crop harvest'.split(' '))

function flowOf(scene: Scene, portion: Portion, flows: ReadonlyMap<string, Row>): Found | undefined {
  const { head, what, share } = portion
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const governor = grammar.governor(head)
  const isGoverned = governor >= 0 && grammar.isVerb(governor) && flows.has(tokens.lemma[governor]!)
  const verb = isGoverned ? governor : flowBehind(scene, portion, flows)
  const flow = verb < 0 ? undefined : flows.get(tokens.lemma[verb]!)
  if (!flow) return undefined
  const relation = isGoverned ? tokens.dep[head]! : 'nsubj'
  // "Up to 60 % of the water comes from Peru": the parser takes "up to" for a preposition.
  const isSubject =
    relation.startsWith('nsubj') ||
    (relation === 'obl' && head < verb && grammar.dependents(verb, 'nsubj').length === 0)
  const beside = what < head && /^(?:conj|appos)/.test(relation)
  const as =
    isObject(scene, portion, verb) || beside
      ? 'object'
      : isSubject && grammar.isPassive(verb)
        ? 'passive'
        : 'subject'
  // "All exports going to Peru are duty-free": which exports, not where they go.
  if (tokens.tag[verb] === 'VBG' && grammar.dependents(verb, 'aux').length === 0) return undefined
  if (!flow.portion!.split(' ').includes(as) || (as === 'subject' && !isSubject)) return undefined
  const there = placeOf(scene, portion, verb, flow.words!.split(' '))
  if (!there) return undefined
  if (/^(?:to|for)$/.test(there.word) && /^(?:go|head|flow|send)$/.test(tokens.lemma[verb]!))
    if (!SOLD.has(tokens.lemma[what]!) && fillers.nameAt(what)?.type !== 'good') return undefined
  const { on, word } = there
  const isSale =
    /^(?:to|for)$/.test(word) || (word === 'in' && /^(?:sell|earn|generate|end)$/.test(tokens.lemma[verb]!))
  const own = [...ownersOf(scene, what), ...usersOf(scene, what)]
  const takers =
    as === 'object'
      ? hangersAt(scene, grammar.subjects(verb))
      : own.length > 0
        ? own
        : hangersAt(
            scene,
            isGoverned || !(isUnnamedPart(scene, what) || what + 1 < verb)
              ? grammar.dependents(what, 'nmod:poss').filter((at) => tokens.lower[at] !== 'world')
              : possessivesIn(scene, what, verb),
          )
  const dependent = unique(takers.map((ref) => fillers.sideOf(ref) ?? ref)).filter(({ id }) => id !== on.id)
  // What is its own, and what an unnamed market or region takes, is nobody's dependence on it; nor what nobody takes from a thing.
  const isWay = PASSAGE.test(word) || (word === 'by' && as === 'subject')
  const isKnown = isSide(on) || (isWay && on.id.startsWith('place:'))
  if (dependent.length === 0 && (takers.length > 0 || as === 'object' || !isKnown)) return undefined
  if (dependent.length === 0 && (isUnnamedPart(scene, what) || !(share || isWorlds(scene, what))))
    return undefined
  const good = whatOf(scene, what)
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/source@1',
    dependent,
    on,
    what: isWay ? passageOf(good) : isSale ? saleOf(good) : good,
    ...(share && { share }),
  })
}

/** "Its", "their" between two tokens: "the diesel needed to run its mines comes". */
const possessivesIn = ({ doc: { tokens } }: Scene, from: number, to: number): number[] =>
  tokens.tag.slice(from, to).flatMap((tag, at) => (tag === 'PRP$' ? [from + at] : []))

/** Words between a portion and its verb. */
const FAR = 9

/** "70 % of the exports by value go to": the verb of a portion that the parser gave to none; −1 where none follows it. */
function flowBehind(
  { doc: { tokens } }: Scene,
  { what, share }: Portion,
  flows: ReadonlyMap<string, Row>,
): number {
  const from = Math.max(what, (share?.last ?? 0) - 1) + 1
  for (let at = from; at < tokens.count && at < from + FAR && tokens.sent[at] === tokens.sent[what]; at++) {
    const tag = tokens.tag[at]!
    if (/^(?:[,:.]|W.*|MD|CC)$/.test(tag)) return -1
    const isFlow = flows.get(tokens.lemma[at]!)?.portion?.includes('subject')
    if (isFlow && /^VB[PZD]?$/.test(tag) && tokens.lower[at - 1] !== 'to') return at
    if (/^VB[PZD]$/.test(tag)) return -1
  }
  return -1
}

const PASSAGE = /^(?:through|via)$/
/** A party, no place or thing. */
const isSide = ({ id }: Ref): boolean => !/^(?:phrase|place):/.test(id)

/** Who or what stands behind one of these words; the parser hangs it on the verb, the portion or the thing. */
function placeOf(
  scene: Scene,
  { head, what, share }: Portion,
  verb: number,
  words: readonly string[],
): { on: Ref; word: string } | undefined {
  const { grammar, doc } = scene
  for (const word of words) {
    // "Are cut and packaged in Peru".
    const at = [verb, head, what, ...grammar.dependents(verb, 'conj').flatMap(grammar.conjuncts)]
      .flatMap((token) => grammar.obliques(token, word))
      .map((token) => (doc.tokens.lower[token] === 'which' ? nounBefore(scene, token) : token))
      .find((token) => token > what || (token >= 0 && token < verb && doc.tokens.lower[token + 1] === ','))
    if (at === undefined) continue
    const isBuyer = word === 'in' && doc.tokens.lemma[verb] !== 'end'
    const on =
      partyAt(scene, at) ?? (share && !isBuyer && !/^(?:to|for)$/.test(word) ? thingAt(scene, at) : undefined)
    if (
      on &&
      (word !== 'by' || isSide(on) || isPassage(scene, at)) &&
      (!isBuyer || (share ? !on.id.startsWith('phrase:') : /^[A-Z]{2,3}$/.test(on.id)))
    )
      return { on, word }
  }
  return undefined
}

/** "By the Kribi railway": a way that has a name in it. */
const isPassage = ({ fillers, grammar }: Scene, at: number): boolean =>
  [at, ...grammar.dependents(at, 'compound')].some((token) => fillers.nameAt(token) !== undefined)

/** "Peru, from which it gets": the name before the comma; −1 where none stands there. */
const nounBefore = ({ doc: { tokens } }: Scene, which: number): number =>
  tokens.form[which - 2] === ',' && tokens.tag[which - 3]?.startsWith('NN') ? which - 3 : -1

const RELYING: ReadonlySet<string> = new Set(['depend', 'rely', 'dependent', 'reliant'])

/** "Depends on Peru for a third of its fishmeal", "relies on the river for 60 % of its water". */
function relianceOf(scene: Scene, { what, share }: Portion): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  if (!share) return undefined
  let at = share.first - 1
  while (at > 0 && share.first - at < NEAR && tokens.lower[at] !== 'for') at--
  if (tokens.lower[at] !== 'for') return undefined
  const from = doc.sents[tokens.sent[at]!]!.first
  let verb = at - 1
  while (verb > from && at - verb < 2 * NEAR && !RELYING.has(tokens.lemma[verb]!)) verb--
  if (!RELYING.has(tokens.lemma[verb]!)) return undefined
  const source = [...grammar.obliques(verb, 'on'), ...grammar.obliques(verb, 'upon')].find(
    (token) => token < share.first,
  )
  const on = source === undefined ? undefined : (partyAt(scene, source) ?? thingAt(scene, source))
  const dependent = hangersAt(scene, grammar.subjects(verb)).filter(({ id }) => id !== on?.id)
  if (!on || dependent.length === 0) return undefined
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/reliance@1',
    dependent: dependent.map((ref) => fillers.sideOf(ref) ?? ref),
    on,
    what: whatOf(scene, what),
    share,
  })
}

/** The words of a thing without whose it is and where from. */
export function whatOf({ grammar, fillers, doc: { tokens } }: Scene, head: number): Phrase {
  // "What it makes".
  const [making] = tokens.tag[head] === 'WP' ? grammar.dependents(head, 'acl') : []
  if (making !== undefined) return fillers.phraseOf(head, Math.max(head, making), head)
  let { first } = grammar.phrase(head, 'short')
  for (let at = first; at < head; at++)
    if (/^(?:DT|PRP\$|POS|PDT)$/.test(tokens.tag[at]!) || fillers.partyNamed(at).length > 0) first = at + 1
  let last = head
  for (const of of grammar.obliques(head, 'of')) last = Math.max(last, grammar.phrase(of, 'short').last)
  return fillers.phraseOf(first, last, head)
}
