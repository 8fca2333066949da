// In: a scene, a noun that names a measure. Out: what is said of it without a verb of doing: "is on hold", "is over", "the court ruled that it was illegal".
import { isActual } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'

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
  'judge',
  'tribunal',
  'panel',
  'justice',
  'chamber',
  'bench',
])

const LEAVES = /^(?:leave|keep)$/
/** The row by which a measure is told to be on hold, over, struck down or as it was; undefined where its predicate says nothing of that. */
export function predicateOf(scene: Scene, noun: number): Doing | undefined {
  const { doc, grammar } = scene
  const { lower, head, dep } = doc.tokens
  const verbs = scene.rows('measure-verbs')
  const over = head[noun]!
  const as = (lemma: string, token: number): Doing | undefined => {
    const row = verbs.get(lemma)
    return row && { token, tokens: [token], row, asObject: false }
  }
  if (over < 0) return undefined
  // "Declared the duties illegal".
  if (dep[noun] === 'obj' && isRuling(scene, over))
    return grammar.dependents(over, 'xcomp').some((at) => UNLAWFUL.has(lower[at]!))
      ? as('strike down', over)
      : undefined
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
  if (isPredicate && OVER.has(lower[over]!) && isActual(modality)) return as('end', over)
  const ruling = head[over]!
  return isPredicate && UNLAWFUL.has(lower[over]!) && dep[over] === 'ccomp' && isRuling(scene, ruling)
    ? as('strike down', ruling)
    : undefined
}

/** A verb of judging, done by a court. */
function isRuling({ doc, grammar, epistemics }: Scene, verb: number): boolean {
  const { lemma, lower } = doc.tokens
  if (!RULES.has(lemma[verb] ?? '') || !grammar.subjects(verb).some((at) => JUDGES.has(lower[at]!)))
    return false
  const { polarity, modality } = epistemics(verb)
  return polarity === 'affirmed' && isActual(modality)
}
