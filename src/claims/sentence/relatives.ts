// In: the branches of a report. Out: whom relative pronouns mean, and the verbs said of a noun by them.

import { UPOS } from '../../language/doc.ts'
import { isRelation } from '../../language/trees/tree.ts'
import type { Branches } from './branches.ts'
import { nearby } from './nearby.ts'

const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
export const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose'])

export interface Relatives {
  /** For a relative pronoun, the noun it stands for; any other token itself. */
  antecedent(token: number, verb: number): number
  /** Verbs of relative clauses on a noun, also where the parser hung the clause elsewhere ("…, which stand at"). */
  relativeVerbs(noun: number): number[]
}

export function relativesOf({ doc, dependents }: Branches): Relatives {
  const { tokens } = doc
  const { head, dep, lower, pos, sent } = tokens

  /** On the surface: the noun right before a relative pronoun, past a comma and a day ("an order on Friday that"). */
  const nounBefore = (pronoun: number): number => {
    let at = tokens.form[pronoun - 1] === ',' ? pronoun - 2 : pronoun - 1
    const day = nearby(doc.times, at, 6).find(({ first, last }) => first <= at && at < last)
    if (day) at = day.first - 1
    while (day && /^(?:IN|RB)$/.test(tokens.tag[at] ?? '')) at--
    return at >= 0 && (pos[at] === NOUN || pos[at] === PROPN) && sent[at] === sent[pronoun] ? at : -1
  }

  const isNamed = (token: number, types: RegExp): boolean =>
    nearby(doc.names, token, 8).some(
      ({ type, first, last }) => types.test(type) && first <= token && token < last,
    )

  /** "Rebels in the House who objected": the people before a body that they are in; −1 where there are none. */
  const peopleBefore = (noun: number): number => {
    const [preposition] = dependents(noun, 'case')
    if (preposition === undefined || !/^(?:in|of|at|from)$/.test(lower[preposition]!)) return -1
    const at = preposition - 1
    const areMany =
      /^NNP?S$/.test(tokens.tag[at] ?? '') || (/s$/.test(lower[at] ?? '') && isNamed(at, /^organisation$/))
    return areMany && isNamed(noun, /^(?:organisation|government|place)$/) ? at : -1
  }

  const antecedent = (token: number, verb: number): number => {
    if (!RELATIVES.has(lower[token]!)) return token
    let clause = verb
    while (clause >= 0 && dep[clause] === 'conj') clause = head[clause]!
    const before = nounBefore(token)
    if (clause < 0 || !dep[clause]!.startsWith('acl')) return before < 0 ? token : before
    const noun = head[clause]!
    const people = lower[token] === 'who' ? peopleBefore(noun) : -1
    if (people >= 0) return people
    // "Dahl, counsel for the Institute, which is suing": no person is "which", nor is "what replaces the pact, which must end".
    const isOther = isNamed(noun, /^person$/) || tokens.tag[noun] === 'WP'
    return lower[token] === 'which' && before > noun && isOther ? before : noun
  }

  /** Verbs of clauses on a noun that the parser hung elsewhere. */
  const astray = new Map<number, number[]>()
  for (let token = 1; token < tokens.count; token++) {
    if ((lower[token] !== 'which' && lower[token] !== 'who') || !isRelation(dep[token]!, 'nsubj')) continue
    const verb = head[token]!
    const noun = nounBefore(token)
    if (noun < 0 || verb < 0 || dep[verb]!.startsWith('acl')) continue
    astray.set(noun, [...(astray.get(noun) ?? []), verb])
  }
  const relativeVerbs = (noun: number): number[] => [...dependents(noun, 'acl'), ...(astray.get(noun) ?? [])]

  return { antecedent, relativeVerbs }
}
