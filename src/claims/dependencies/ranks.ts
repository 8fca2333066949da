// In: a scene. Out: dependencies told by rank: the world's largest producer, a country's main supplier, a monopoly.
import type { DependencyBody, Ref } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { foundDependency, saleOf } from './found-dependency.ts'
import { ownersOf } from './portions.ts'
import { whatOf } from './sources.ts'

const SUPPLIERS: ReadonlySet<string> = new Set(
  'producer supplier exporter source refiner processor miner maker manufacturer provider grower seller'.split(
    ' ',
  ),
)
/** Who comes first in taking something: what others sell hangs on them. */
const TAKERS: ReadonlySet<string> = new Set('market buyer customer destination importer purchaser'.split(' '))
const FIRST: ReadonlySet<string> = new Set(
  'largest biggest main top leading dominant sole only chief foremost principal primary'.split(' '),
)
/** Words before a rank that make it none of the first: "second-largest", "one of the". */
const LESSER: ReadonlySet<string> = new Set('second third fourth fifth 2nd 3rd 4th 5th among'.split(' '))
const HOLDS: ReadonlySet<string> = new Set(
  'monopoly dominance stranglehold chokehold grip near-monopoly'.split(' '),
)

/** What somebody has who leads. */
const ROLES: ReadonlySet<string> = new Set(['role', 'position', 'share', 'player'])
const TELLING: ReadonlySet<string> = new Set([...SUPPLIERS, ...TAKERS, ...HOLDS, ...ROLES, 'dominate'])

/** Of whom the words say that they come first in making or selling something, or hold all of it. */
export function findRanks(scene: Scene): Found[] {
  const { tokens } = scene.doc
  const found: Found[] = []
  for (const at of scene.where('lemma', TELLING)) {
    const lemma = tokens.lemma[at]!
    const one =
      SUPPLIERS.has(lemma) || TAKERS.has(lemma)
        ? firstAt(scene, at)
        : HOLDS.has(lemma) || isLeadingRole(scene, at)
          ? holdAt(scene, at)
          : lemma === 'dominate' && scene.grammar.isVerb(at)
            ? dominanceAt(scene, at)
            : undefined
    if (one) found.push(one)
  }
  return found
}

/**
 * "Peru is Norway's largest supplier of fishmeal", "the largest supplier of fishmeal to Norway", "Peru, the world's top
 * fishmeal producer,"; and of who takes it: "Norway is Peru's biggest market for fishmeal", "the top buyer of Peruvian cod".
 */
function firstAt(scene: Scene, at: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const { first } = grammar.phrase(at, 'short')
  const rank = grammar.dependents(at, 'amod').find((child) => FIRST.has(tokens.lower[child]!))
  if (rank === undefined) return undefined
  for (let before = Math.max(0, first - 3); before < at; before++)
    if (LESSER.has(tokens.lower[before]!)) return undefined
  if (tokens.lower[first - 1] === 'of' && tokens.lower[first - 2] === 'one') return undefined
  const owner = grammar.dependents(at, 'nmod:poss')
  const isWorld =
    tokens.lower[rank - 1] === 'global' || owner.some((token) => tokens.lower[token] === 'world')
  const isTaker = TAKERS.has(tokens.lemma[at]!)
  const good =
    [...grammar.obliques(at, 'of'), ...grammar.obliques(at, 'for')].find((token) => token > at) ??
    grammar.dependents(at, 'compound').at(-1)
  if (good === undefined) return undefined
  const to = isTaker ? [] : [at, good].flatMap((token) => grammar.obliques(token, 'to'))
  const sides = [...owner, ...to].flatMap((token) => fillers.parties(token))
  const dependent = [...sides, ...(isTaker ? ownersOf(scene, good) : [])].map(
    (ref) => fillers.sideOf(ref) ?? ref,
  )
  // That somebody buys most of a good in the world tells of no party that hangs on it.
  if (dependent.length === 0 && (isTaker || !isWorld)) return undefined
  const found = told(scene, at, holderOf(scene, at), dependent, good)
  if (!found || !isTaker) return found
  const body = found.body as DependencyBody
  return { ...found, body: { ...body, what: saleOf(body.what) } }
}

/** Who is said to be it: the subject beside "is", or the name it stands beside. */
function holderOf(scene: Scene, at: number): Ref | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = tokens.head[at]!
  const beside = [
    ...(grammar.dependents(at, 'cop').length > 0 ? grammar.subjects(at) : []),
    ...(isBecome(scene, at, verb) ? grammar.subjects(verb) : []),
    ...(tokens.dep[at] === 'appos' ? [tokens.head[at]!] : []),
    ...grammar.dependents(at, 'appos'),
  ]
  const [first, ...others] = beside.flatMap((token) => fillers.parties(token))
  return first && others.length === 0 ? (fillers.sideOf(first) ?? first) : undefined
}

/** "Remains its sole supplier", "has overtaken Chile as its main supplier". */
const isBecome = ({ grammar, doc: { tokens } }: Scene, at: number, verb: number): boolean =>
  verb >= 0 &&
  ((/^(?:obj|xcomp)$/.test(tokens.dep[at]!) && /^(?:remain|become|stay)$/.test(tokens.lemma[verb]!)) ||
    (grammar.caseOf(at) === 'as' &&
      /^(?:overtake|replace|emerge|surpass|pass|oust|displace|eclipse)$/.test(tokens.lemma[verb]!)))

/** "Its dominant role in", "the leading position in". */
function isLeadingRole({ grammar, doc: { tokens } }: Scene, at: number): boolean {
  if (!ROLES.has(tokens.lemma[at]!)) return false
  return grammar.dependents(at, 'amod').some((child) => tokens.lower[child] === 'dominant')
}

/** "Peru has a near monopoly on fishmeal", "Peru's dominance of fishmeal", "its dominant role in fishmeal". */
function holdAt(scene: Scene, at: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = tokens.dep[at] === 'obj' ? tokens.head[at]! : -1
  const isHad = verb >= 0 && /^(?:have|hold|enjoy|keep|retain|maintain)$/.test(tokens.lemma[verb]!)
  const owners = [...grammar.dependents(at, 'nmod:poss', 'amod'), ...(isHad ? grammar.subjects(verb) : [])]
  const [on] = owners.flatMap((token) => fillers.parties(token))
  const good = ['on', 'over', 'of', 'in']
    .flatMap((word) => grammar.obliques(at, word))
    .find((token) => token > at)
  if (on === undefined || good === undefined) return undefined
  return told(scene, at, fillers.sideOf(on) ?? on, [], good, !isHad)
}

/** What is dominated in a fight, a debate or the news is no supply. */
const NO_SUPPLY =
  /^(?:battlefield|war|fight(?:ing)?|sky|air|sea|politics|election|vote|debate|news|agenda|conversation|headline|party|house|senate|council|talks?|meeting|game|league|campaign|region|country|world|area)$/

/** "Peru dominates the world's fishmeal trade". */
function dominanceAt(scene: Scene, at: number): Found | undefined {
  const { grammar, fillers } = scene
  const [on, ...others] = grammar.subjects(at).flatMap((token) => fillers.parties(token))
  const [good] = grammar.objects(at)
  if (on === undefined || others.length > 0 || good === undefined) return undefined
  if (NO_SUPPLY.test(scene.doc.tokens.lemma[good]!)) return undefined
  return told(scene, at, fillers.sideOf(on) ?? on, [], good)
}

/** None for a person, for what is a party or no more than a pronoun. */
function told(
  scene: Scene,
  trigger: number,
  on: Ref | undefined,
  dependent: readonly Ref[],
  good: number,
  granted = false,
): Found | undefined {
  if (on === undefined || on.id.startsWith('person:') || !scene.fillers.isMatter(good)) return undefined
  if (scene.fillers.partyNamed(good).length > 0) return undefined
  return foundDependency(scene, {
    trigger,
    foundBy: 'dependency/rank@1',
    dependent: dependent.filter(({ id }) => id !== on.id),
    on,
    what: whatOf(scene, good),
    granted,
  })
}
