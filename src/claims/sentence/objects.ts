// In: the branches, relative clauses and subjects of a report. Out: what it is done to: the object of a verb, or the subject of a passive.

import { sharesObject } from '../../language/trees/mend-joined-relatives.ts'
import { BEEN, type Branches } from './branches.ts'
import { GIVING } from './grammar-words.ts'
import { RELATIVES, type Relatives } from './relatives.ts'
import type { Subjects } from './subjects.ts'

export function objectsOf(
  { doc, dependents, isPassive }: Branches,
  { antecedent }: Relatives,
  { ownSubjects }: Pick<Subjects, 'ownSubjects'>,
): (verb: number) => number[] {
  const { head, dep, lower, lemma, tag, form } = doc.tokens

  const ofPassive = (verb: number): number[] => {
    const told = dependents(verb, 'nsubj:pass')
    const passive = (told.length > 0 || !BEEN.has(lower[verb - 1] ?? '') ? told : ownSubjects(verb)).map(
      (token) => antecedent(token, verb),
    )
    // "Peru was offered a lease": what is given, not to whom.
    const given = passive.length > 0 && GIVING.has(lemma[verb]!) ? dependents(verb, 'obj') : []
    if (given.length > 0) return given
    if (passive.length > 0) return passive
    const taken = takenFrom(verb)
    if (taken >= 0) return [taken]
    if (dep[verb] === 'acl') return [head[verb]!]
    if (dep[verb] !== 'conj' && dep[verb] !== 'xcomp') return []
    const above = head[verb]!
    const shared = dependents(above, 'nsubj:pass')
    // "The sale is due to be completed in March".
    return shared.length > 0 || dep[verb] !== 'xcomp' || tag[above] !== 'JJ'
      ? shared
      : dependents(above, 'nsubj').map((token) => antecedent(token, above))
  }

  /** "The contract, whose term had been moved, is extended", "the fee, meant to start in May, is put off": the noun that the parser gave to the clause said of it; −1 where none. */
  const takenFrom = (verb: number): number => {
    for (const clause of dependents(verb, 'advcl')) {
      const [noun, other] = dependents(clause, 'nsubj')
      if (clause > verb || noun === undefined || form[noun + 1] !== ',') continue
      const next = noun + 2
      if (other === undefined ? next === clause : (tag[next] ?? '').startsWith('W')) return noun
    }
    return -1
  }

  /** "Which Norway accepted and Peru rejected": what the relative clause is about that the verb is joined to. */
  const sharedWith = (verb: number): number[] => {
    const clause = head[verb]!
    if (!dep[clause]!.startsWith('acl') || !sharesObject(doc, verb)) return []
    return dependents(clause, 'obj')
      .filter((token) => /^(?:which|that|whom)$/.test(lower[token]!))
      .map((token) => antecedent(token, clause))
  }

  const ofActive = (verb: number): number[] => {
    const direct = dependents(verb, 'obj').map((token) => antecedent(token, verb))
    // "Offered the farmers a freeze": the parser hangs the second on the first.
    if (direct.length > 0 && GIVING.has(lemma[verb]!))
      return [...direct.flatMap((token) => dependents(token, 'obj')), ...direct]
    if (direct.length === 0 && dep[verb] === 'conj') return sharedWith(verb)
    if (direct.length > 0 || dep[verb] !== 'acl:relcl') return direct
    // "The duties it imposed": an object relative without a pronoun.
    const [subject] = dependents(verb, 'nsubj')
    return subject !== undefined && !RELATIVES.has(lower[subject]!) ? [head[verb]!] : []
  }

  return (verb) => (isPassive(verb) ? ofPassive(verb) : ofActive(verb))
}
