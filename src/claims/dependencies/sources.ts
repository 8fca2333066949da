// In: a scene. Out: dependencies told by where a portion of something comes from.
import type { Phrase, Ref } from '../../model/index.ts'
import type { Found, Scene } from '../scene.ts'
import { foundDependency } from './found-dependency.ts'
import { ownersOf, type Portion, portionsOf } from './portions.ts'

/** Verbs of having something from somebody: whose object is the portion. */
const HAVING: ReadonlySet<string> = new Set(
  'get import buy source obtain purchase receive draw procure take ship'.split(' '),
)
/** Verbs of coming from somebody: whose subject is the portion. */
const COMING: ReadonlySet<string> = new Set('come originate stem arrive flow'.split(' '))

/** "Norway gets 43 % of its fishmeal from Peru", "most of Norway's fishmeal comes from Peru" or "is imported from Peru". */
export function findSources(scene: Scene): Found[] {
  const verbs = scene.lexicon.list('share-verbs')
  return portionsOf(scene)
    .filter(({ what }) => isGoods(scene, what))
    .flatMap((portion) => sourceOf(scene, portion) ?? heldBy(scene, portion, verbs) ?? [])
}

/** No people: "most of the delegates came from Peru". */
const isGoods = ({ fillers, lexicon, doc }: Scene, what: number): boolean =>
  fillers.isMatter(what) &&
  !['actor-nouns', 'role-nouns'].some((list) => lexicon.list(list).has(doc.tokens.lemma[what]!))

/** "Peru controls most of the world's fishmeal": a portion without a number; one with a number is a share. */
function heldBy(scene: Scene, { head, what, share }: Portion, verbs: ReadonlySet<string>): Found | undefined {
  const { grammar, fillers, doc } = scene
  const verb = doc.tokens.head[head]!
  if (share || doc.tokens.dep[head] !== 'obj' || !verbs.has(doc.tokens.lemma[verb]!)) return undefined
  const on = stateOf(
    scene,
    grammar.subjects(verb).flatMap((token) => fillers.parties(token)),
  )
  const owners = ownersOf(scene, what)
  if (on === undefined || owners.some(({ id }) => id === on.id)) return undefined
  const isWorld = grammar.dependents(what, 'nmod:poss').some((token) => doc.tokens.lower[token] === 'world')
  if (owners.length === 0 && !isWorld) return undefined
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/source@1',
    dependent: owners,
    on,
    what: whatOf(scene, what),
  })
}

function sourceOf(scene: Scene, { head, what, share }: Portion): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = tokens.head[head]!
  if (verb < 0 || !grammar.isVerb(verb)) return undefined
  const lemma = tokens.lemma[verb]!
  const isObject = tokens.dep[head] === 'obj' && HAVING.has(lemma)
  const isSubject =
    tokens.dep[head]!.startsWith('nsubj') &&
    (COMING.has(lemma) || (grammar.isPassive(verb) && HAVING.has(lemma)))
  if (!isObject && !isSubject) return undefined
  // The parser hangs "from Peru" on any of them.
  const from = [verb, head, what].flatMap((token) => grammar.obliques(token, 'from')).find((at) => at > what)
  const on = from === undefined ? undefined : stateOf(scene, fillers.parties(from))
  if (on === undefined) return undefined
  const takers = isObject
    ? grammar.subjects(verb).flatMap((token) => fillers.parties(token))
    : ownersOf(scene, what)
  const dependent = takers.map((ref) => fillers.sideOf(ref) ?? ref).filter(({ id }) => id !== on.id)
  if (isObject && dependent.length === 0) return undefined
  return foundDependency(scene, {
    trigger: verb,
    foundBy: 'dependency/source@1',
    dependent,
    on,
    what: whatOf(scene, what),
    ...(share && { share }),
  })
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
