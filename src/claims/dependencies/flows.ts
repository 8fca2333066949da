// In: a scene. Out: dependencies told of a flow between two parties that is said to be vital to one.
import type { Ref } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { foundDependency } from './found-dependency.ts'
import { whatOf } from './sources.ts'

const FLOWS: ReadonlySet<string> = new Set('flow export shipment supply delivery sale'.split(' '))
const VITAL: ReadonlySet<string> = new Set(
  'crucial critical vital essential indispensable key lifeline'.split(' '),
)
/** So many words behind a flow its worth may be told. */
const NEAR = 6

/** "The flow of fishmeal from Peru to Norway, a vital supply for", "Peru's fishmeal exports to Norway, vital for". */
export function findFlows(scene: Scene): Found[] {
  const found: Found[] = []
  for (const at of scene.where('lemma', FLOWS)) {
    const one = scene.grammar.isVerb(at) ? undefined : flowAt(scene, at)
    if (one) found.push(one)
  }
  return found
}

function flowAt(scene: Scene, at: number): Found | undefined {
  const { grammar, fillers } = scene
  const verb = grammar.governor(at)
  const near = (word: string) =>
    [at, ...grammar.obliques(at, 'of'), verb]
      .filter((token) => token >= 0)
      .flatMap((token) => grammar.obliques(token, word))
      .find((token) => token > at)
  const to = near('to')
  if (to === undefined || !isVital(scene, to)) return undefined
  const from = near('from')
  const makers =
    from === undefined
      ? [...grammar.dependents(at, 'nmod:poss'), ...(verb < 0 ? [] : grammar.subjects(verb))]
      : [from]
  const on = oneSide(scene, makers)
  const dependent = oneSide(scene, [to])
  const good = grammar.obliques(at, 'of')[0] ?? grammar.dependents(at, 'compound').at(-1)
  if (!on || !dependent || good === undefined || on.id === dependent.id) return undefined
  if (!fillers.isMatter(good)) return undefined
  return foundDependency(scene, {
    trigger: at,
    foundBy: 'dependency/flow@1',
    granted: true,
    dependent: [dependent],
    on,
    what: whatOf(scene, good),
  })
}

/** Said to be vital within a few words behind a comma or a dash: ", crucial for", "— a vital supply line for". */
function isVital({ doc: { tokens } }: Scene, to: number): boolean {
  const sentence = tokens.sent[to]
  let mark = to + 1
  if (!/^(?:,|—|–|--)$/.test(tokens.form[mark] ?? '')) return false
  for (; mark < tokens.count && mark <= to + NEAR && tokens.sent[mark] === sentence; mark++)
    if (VITAL.has(tokens.lower[mark]!)) return true
  return false
}

function oneSide({ fillers }: Scene, tokens: readonly number[]): Ref | undefined {
  const [first, ...others] = tokens.flatMap((token) => fillers.parties(token))
  return first && others.length === 0 ? (fillers.sideOf(first) ?? first) : undefined
}
