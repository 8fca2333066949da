// In: a scene. Out: dependencies told by where a portion of something comes from, is made, or goes.
import type { Row } from '../../language/lexicon.ts'
import type { Phrase, Ref } from '../../model/index.ts'
import type { Found, Scene } from '../scene.ts'
import { foundDependency, saleOf } from './found-dependency.ts'
import { isUnnamedPart, isWorlds, ownersOf, type Portion, portionsOf, usersOf } from './portions.ts'

/** "Norway gets 43 % of its fishmeal from Peru", "most of Norway's fishmeal comes from Peru", "90 % is milled in Peru". */
export function findSources(scene: Scene): Found[] {
  const verbs = scene.lexicon.list('share-verbs')
  const flows = scene.rows('flow-verbs')
  return portionsOf(scene)
    .filter(({ what }) => isGoods(scene, what))
    .flatMap((portion) => flowOf(scene, portion, flows) ?? heldBy(scene, portion, verbs) ?? [])
}

const NO_GOODS = ['actor-nouns', 'speech-nouns', 'round-nouns', 'chamber-nouns']
const DEEDS: ReadonlySet<string> = new Set(
  'decision progress mistake effort money aid talk work time growth fighting violence pressure people refugee migrant flight visitor tourist call payment fund funding help change loss damage death arrest blame criticism support attention'.split(
    ' ',
  ),
)

/** No people, words or doings: "most of the delegates came from Peru", "most decisions are made in Lima". */
function isGoods(scene: Scene, what: number): boolean {
  const lemma = scene.doc.tokens.lemma[what]!
  return (
    scene.fillers.isMatter(what) &&
    !DEEDS.has(lemma) &&
    !NO_GOODS.some((list) => scene.lexicon.list(list).has(lemma)) &&
    /^(?:product|thing|)$/.test(scene.rows('role-nouns').get(lemma)?.kind ?? '')
  )
}

/** "Peru controls most of the world's fishmeal": a portion without a number; one with a number is a share. */
function heldBy(scene: Scene, { head, what, share }: Portion, verbs: ReadonlySet<string>): Found | undefined {
  const { grammar, fillers, doc } = scene
  const verb = doc.tokens.head[head]!
  if (share || doc.tokens.dep[head] !== 'obj' || !verbs.has(doc.tokens.lemma[verb]!)) return undefined
  const on = stateOf(
    scene,
    grammar.subjects(verb).flatMap((token) => fillers.parties(token)),
  )
  const owners = [...ownersOf(scene, what), ...usersOf(scene, what)]
  if (on === undefined || owners.some(({ id }) => id === on.id)) return undefined
  if (owners.length === 0 && !isWorlds(scene, what)) return undefined
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/source@1',
    dependent: owners,
    on,
    what: whatOf(scene, what),
  })
}

/** What goes somewhere is a sale only where it is told as goods sold: aid and troops go abroad too. */
const SOLD: ReadonlySet<string> = new Set('export shipment output production sale crop harvest'.split(' '))

function flowOf(scene: Scene, portion: Portion, flows: ReadonlyMap<string, Row>): Found | undefined {
  const { head, what, share } = portion
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = grammar.governor(head)
  const flow = verb >= 0 && grammar.isVerb(verb) ? flows.get(tokens.lemma[verb]!) : undefined
  if (!flow) return undefined
  const relation = tokens.dep[head]!
  // "Up to 60 % of the water comes from Peru": the parser takes "up to" for a preposition.
  const isSubject =
    relation.startsWith('nsubj') ||
    (relation === 'obl' && head < verb && grammar.dependents(verb, 'nsubj').length === 0)
  const beside = what < head && /^(?:conj|appos)/.test(relation)
  const as =
    relation === 'obj' || beside ? 'object' : isSubject && grammar.isPassive(verb) ? 'passive' : 'subject'
  // "All exports going to Peru are duty-free": which exports, not where they go.
  if (tokens.tag[verb] === 'VBG' && grammar.dependents(verb, 'aux').length === 0) return undefined
  if (!flow.portion!.split(' ').includes(as) || (as === 'subject' && !isSubject)) return undefined
  const there = placeOf(scene, portion, verb, flow.words!.split(' '))
  if (!there) return undefined
  if (/^(?:to|for)$/.test(there.word) && /^(?:go|head|flow|send)$/.test(tokens.lemma[verb]!))
    if (!SOLD.has(tokens.lemma[what]!) && fillers.nameAt(what)?.type !== 'good') return undefined
  const { on, word } = there
  const isSale =
    /^(?:to|for)$/.test(word) || (word === 'in' && /^(?:sell|earn|generate)$/.test(tokens.lemma[verb]!))
  const takers = as === 'object' ? takersOf(scene, verb) : [...ownersOf(scene, what), ...usersOf(scene, what)]
  const dependent = takers.map((ref) => fillers.sideOf(ref) ?? ref).filter(({ id }) => id !== on.id)
  // What is its own, and what an unnamed mill, market or region takes, is nobody's dependence on it.
  if (dependent.length === 0 && (takers.length > 0 || as === 'object' || isUnnamedPart(scene, what)))
    return undefined
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/source@1',
    dependent,
    on,
    what: isSale ? saleOf(whatOf(scene, what)) : whatOf(scene, what),
    ...(share && { share }),
  })
}

/** The one party or state behind one of these words; the parser hangs it on the verb, the portion or the thing. */
function placeOf(
  scene: Scene,
  { head, what }: Portion,
  verb: number,
  words: readonly string[],
): { on: Ref; word: string } | undefined {
  const { grammar, fillers } = scene
  for (const word of words) {
    const at = [verb, head, what]
      .flatMap((token) => grammar.obliques(token, word))
      .find((token) => token > what)
    const on = at === undefined ? undefined : stateOf(scene, fillers.parties(at))
    if (on && (word !== 'in' || /^[A-Z]{2,3}$/.test(on.id))) return { on, word }
  }
  return undefined
}

/** Who takes or sells it: the subject, or for "Swiss watchmakers" the state they are of. */
function takersOf(scene: Scene, verb: number): Ref[] {
  const subjects = scene.grammar.subjects(verb)
  const parties = subjects.flatMap((token) => scene.fillers.parties(token))
  return parties.length > 0 ? parties : subjects.flatMap((token) => ownersOf(scene, token))
}

const stateOf = ({ fillers }: Scene, [first, ...others]: readonly Ref[]): Ref | undefined =>
  first && others.length === 0 ? (fillers.sideOf(first) ?? first) : undefined

/** The words of a thing without whose it is and where from. */
export function whatOf({ grammar, fillers, doc: { tokens } }: Scene, head: number): Phrase {
  let { first } = grammar.phrase(head, 'short')
  for (let at = first; at < head; at++)
    if (/^(?:DT|PRP\$|POS|PDT)$/.test(tokens.tag[at]!) || fillers.partyNamed(at).length > 0) first = at + 1
  let last = head
  for (const of of grammar.obliques(head, 'of')) last = Math.max(last, grammar.phrase(of, 'short').last)
  return fillers.phraseOf(first, last, head)
}
