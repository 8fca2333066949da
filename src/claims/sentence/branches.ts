// In: a read report. Out: the branches of its parses: children, dependents by relation, prepositions, the verb above.

import { type Doc, UPOS } from '../../language/doc.ts'
import { isRelation } from '../../language/trees/tree.ts'

const VERB = UPOS.indexOf('VERB')
const AUX = UPOS.indexOf('AUX')

/** Right before a participle they make it passive, wherever the parser hangs them. */
export const BEEN: ReadonlySet<string> = new Set(['been', 'being'])

/** Single steps in the parses of one report; token arguments and results are indices into `doc.tokens`. */
export interface Branches {
  readonly doc: Doc
  children(token: number): readonly number[]
  /** Children with one of these relations; a bare relation also means its subtypes ("obl" takes "obl:agent"). */
  dependents(token: number, ...relations: string[]): number[]
  isVerb(token: number): boolean
  isPassive(verb: number): boolean
  /** A verb behind "to". */
  isInfinitive(verb: number): boolean
  /** Nominals joined by this preposition to the word, its object or its light verb. */
  obliques(token: number, preposition: string): number[]
  /** The preposition a nominal stands behind, "" where none. */
  caseOf(token: number): string
  /** The clause verb or predicate that a token hangs under. */
  governor(token: number): number
}

/** Tokens up to which the way to the verb above is followed. */
const DEEPEST = 60

export function branchesOf(doc: Doc): Branches {
  const { tokens } = doc
  const { head, dep, lower, tag, pos } = tokens
  const below = childrenOf(doc)
  const children = (token: number): readonly number[] => below[token] ?? NONE
  // Asked more often than anything else: most tokens have none below them, and iterators would take a third of its time.
  const dependents = (token: number, ...relations: string[]): number[] => {
    const found: number[] = []
    const all = below[token]
    if (all === undefined) return found
    for (let at = 0; at < all.length; at++) {
      const relation = dep[all[at]!]!
      let one = 0
      while (one < relations.length && !isRelation(relation, relations[one]!)) one++
      if (one < relations.length) found.push(all[at]!)
    }
    return found
  }
  const isVerb = (token: number) => pos[token] === VERB || pos[token] === AUX

  const passive = new Map<number, boolean>()
  const isPassive = (verb: number): boolean => {
    let is = passive.get(verb)
    if (is === undefined) passive.set(verb, (is = toldPassive(verb)))
    return is
  }
  const toldPassive = (verb: number): boolean =>
    children(verb).some((child) => dep[child] === 'nsubj:pass' || dep[child] === 'aux:pass') ||
    (tag[verb] === 'VBN' && (dep[verb] === 'acl' || BEEN.has(lower[verb - 1] ?? '')))

  const isInfinitive = (verb: number): boolean =>
    dependents(verb, 'mark').some((mark) => lower[mark] === 'to')

  const known = new Map<number, readonly string[]>()
  /** Every preposition of a nominal: a parser may hang two on one noun. */
  const cases = (token: number): readonly string[] => {
    let found = known.get(token)
    if (!found) known.set(token, (found = dependents(token, 'case').map(preposition)))
    return found
  }
  /** With the words it is fixed to: "because of". */
  const preposition = (mark: number): string =>
    [lower[mark]!, ...dependents(mark, 'fixed').map((part) => lower[part]!)].join(' ')
  const caseOf = (token: number): string => cases(token)[0] ?? ''

  const mayBeOblique = (relation: string): boolean =>
    isRelation(relation, 'obl') || isRelation(relation, 'nmod') || relation === 'advcl' || relation === 'acl'
  const obliques = (token: number, preposition: string): number[] =>
    children(token).filter((child) => mayBeOblique(dep[child]!) && cases(child).includes(preposition))

  const governor = (token: number): number => {
    let at = head[token]!
    for (let steps = 0; at >= 0 && steps < DEEPEST; steps++) {
      if (isVerb(at) || dependents(at, 'cop', 'nsubj').length > 0) return at
      at = head[at]!
    }
    return -1
  }

  return { doc, children, dependents, isVerb, isPassive, isInfinitive, obliques, caseOf, governor }
}

const NONE: readonly number[] = []

/** The children of every token, left to right; undefined where there are none. */
function childrenOf({ tokens: { head, count } }: Doc): readonly (number[] | undefined)[] {
  const below: (number[] | undefined)[] = new Array(count)
  for (let token = 0; token < count; token++) {
    const above = head[token]!
    if (above < 0) continue
    const list = below[above]
    if (list) list.push(token)
    else below[above] = [token]
  }
  return below
}
