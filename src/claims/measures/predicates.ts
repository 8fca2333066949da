// In: a scene, a noun that names a measure. Out: what is said of it without a verb of doing: "is on hold", "is over", "the court ruled that it was illegal".
import { isActual } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'
import { PART_OF } from './part-of.ts'

const HELD: ReadonlySet<string> = new Set(['on hold', 'on ice', 'in abeyance', 'in limbo'])
const OVER: ReadonlySet<string> = new Set(['over', 'dead', 'history'])
const UNMOVED: ReadonlySet<string> = new Set(['unchanged', 'unaffected', 'untouched', 'intact'])
const UNLAWFUL: ReadonlySet<string> = new Set([
  'illegal',
  'unlawful',
  'unconstitutional',
  'invalid',
  'void',
  'null',
])
const RULES: ReadonlySet<string> = new Set(['rule', 'find', 'hold', 'declare', 'decide', 'conclude', 'deem'])
const JUDGES: ReadonlySet<string> = new Set([
  'court',
  'circuit',
  'judge',
  'tribunal',
  'panel',
  'justice',
  'chamber',
  'bench',
])
/** "Exceed the president's authority", "violate the statute": what no measure may do. */
const OVERSTEPS: ReadonlySet<string> = new Set(['breach', 'exceed', 'overstep', 'violate'])
const BOUNDS: ReadonlySet<string> = new Set([
  'act',
  'authority',
  'bound',
  'constitution',
  'law',
  'mandate',
  'power',
  'rule',
  'statute',
  'treaty',
])

const LEAVES = /^(?:leave|keep)$/
/** The row by which a measure is told to be on hold, over, struck down or as it was; undefined where its predicate says nothing of that. */
export function predicateOf(scene: Scene, noun: number): Doing | undefined {
  const { doc, grammar } = scene
  const { lower, head, dep } = doc.tokens
  const verbs = scene.rows('measure-verbs')
  const ruled = struckDown(scene, noun)
  const down = verbs.get('strike down')
  if (ruled !== undefined && down) return { token: ruled, tokens: [ruled], row: down, asObject: false }
  const over = head[noun]!
  const as = (lemma: string, token: number): Doing | undefined => {
    const row = verbs.get(lemma)
    return row && { token, tokens: [token], row, asObject: false }
  }
  if (over < 0) return undefined
  const { polarity, modality } = scene.epistemics(over)
  // "Left its duties unchanged"; "the duties are not affected".
  if (dep[noun] === 'obj' && LEAVES.test(doc.tokens.lemma[over]!) && isActual(modality))
    return [over + 1, ...grammar.dependents(over, 'xcomp', 'advcl')].some((at) => UNMOVED.has(lower[at]!)) ||
      grammar.dependents(noun, 'amod').some((at) => at > noun && UNMOVED.has(lower[at]!))
      ? as('keep', over)
      : undefined
  if (!/^nsubj/.test(dep[noun]!) || polarity === 'denied') return undefined
  if (UNMOVED.has(lower[over]!) && isActual(modality)) return as('remain', over)
  if (dep[noun] !== 'nsubj') return undefined
  const isPredicate = grammar.dependents(over, 'cop').length > 0
  if (HELD.has(`${lower[over - 1]} ${lower[over]}`) && isActual(modality)) return as('suspend', over)
  return isPredicate && OVER.has(lower[over]!) && isActual(modality) ? as('end', over) : undefined
}

/** The ruling by which a measure is unlawful: "declared the duties illegal", "were ruled illegal by a court", "ruled that most of them exceed its powers". */
function struckDown(scene: Scene, noun: number): number | undefined {
  const { doc, grammar } = scene
  const { lower, head, dep, lemma } = doc.tokens
  const some = head[noun]!
  const isSome =
    some >= 0 && dep[noun] === 'nmod' && grammar.caseOf(noun) === 'of' && PART_OF.has(lower[some]!)
  const thing = isSome ? some : noun
  const over = head[thing]!
  if (over < 0) return undefined
  const isUnlawful = (at: number): boolean => UNLAWFUL.has(lower[at]!)
  const setter = dep[thing] === 'obj' ? overruled(scene, over) : undefined
  if (setter !== undefined) return setter
  if (/^(?:obj|nsubj:pass)$/.test(dep[thing]!))
    return isRuling(scene, over) && grammar.dependents(over, 'xcomp').some(isUnlawful) ? over : undefined
  if (dep[thing] !== 'nsubj' || !/^(?:ccomp|advcl)$/.test(dep[over]!)) return undefined
  const isOut =
    (grammar.dependents(over, 'cop').length > 0 && isUnlawful(over)) ||
    (OVERSTEPS.has(lemma[over]!) && grammar.objects(over).some((at) => BOUNDS.has(lemma[at]!)))
  const isDenied = grammar.dependents(over, 'advmod').some((at) => /^(?:not|n't|never)$/.test(lower[at]!))
  return isOut && !isDenied && isThatClause(scene, over) && isRuling(scene, head[over]!)
    ? head[over]!
    : undefined
}

/** "Ruled that he could not impose them", "that he exceeded his powers in imposing them": the ruling over the deed that it forbids. */
function overruled(scene: Scene, verb: number): number | undefined {
  const { doc, grammar } = scene
  const { lower, head, lemma, tag } = doc.tokens
  if (scene.rows('measure-verbs').get(lemma[verb]!)?.effect !== 'set') return undefined
  const isBy =
    tag[verb] === 'VBG' && grammar.dependents(verb, 'mark').some((at) => /^(?:by|in|when)$/.test(lower[at]!))
  const clause = isBy ? head[verb]! : verb
  if (clause < 0 || head[clause]! < 0) return undefined
  const isBarred =
    grammar.dependents(clause, 'advmod').some((at) => /^(?:not|n't|never)$/.test(lower[at]!)) &&
    grammar.dependents(clause, 'aux').some((at) => /^(?:can|could|may)$/.test(lower[at]!))
  const isOver = OVERSTEPS.has(lemma[clause]!) && grammar.objects(clause).some((at) => BOUNDS.has(lemma[at]!))
  const isOut = isBy ? isOver : isBarred
  return isOut && isThatClause(scene, clause) && isRuling(scene, head[clause]!) ? head[clause]! : undefined
}

/** A clause of content, also where the parser hangs it as one of time or reason. */
const isThatClause = ({ doc, grammar }: Scene, verb: number): boolean =>
  doc.tokens.dep[verb] === 'ccomp' ||
  grammar.dependents(verb, 'mark').some((mark) => doc.tokens.lower[mark] === 'that')

/** A verb of judging, done by a court. */
function isRuling({ doc, grammar, epistemics }: Scene, verb: number): boolean {
  const { lemma } = doc.tokens
  // "Was ruled unlawful by a court": hung on the verb or on the verdict.
  const verdicts = [verb, ...grammar.dependents(verb, 'xcomp')]
  const judges = grammar.isPassive(verb)
    ? verdicts.flatMap((at) => grammar.obliques(at, 'by'))
    : grammar.subjects(verb)
  if (!RULES.has(lemma[verb] ?? '') || !judges.some((at) => isJudge({ doc }, at))) return false
  const { polarity, modality } = epistemics(verb)
  return polarity === 'affirmed' && isActual(modality)
}

const isJudge = ({ doc }: Pick<Scene, 'doc'>, token: number): boolean =>
  JUDGES.has(doc.tokens.lower[token]!.replace(/s$/, '')) || doc.tokens.form[token] === 'WTO'
