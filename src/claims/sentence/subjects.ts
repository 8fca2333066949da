// In: the branches and relative clauses of a report. Out: who or what does it: the subject of a verb's own, or that of what it hangs on.

import { UPOS } from '../../language/doc.ts'
import { PLANS } from '../../language/trees/plan-nouns.ts'
import { isRelation } from '../../language/trees/tree.ts'
import type { Branches } from './branches.ts'
import {
  COUNTED_BY,
  GIVING,
  JUDGING,
  OBJECT_CONTROL,
  SAYING,
  SUBJECT_CONTROL,
  TELLING,
} from './grammar-words.ts'
import { INSTRUMENTS, SIGNING } from './instruments.ts'
import type { Relatives } from './relatives.ts'

const PROPN = UPOS.indexOf('PROPN')
/** Clauses up to which a subject is looked for. */
const DEEPEST = 6

export interface Subjects {
  /** Who or what does it: by-agent of a passive, shared over conjunction, control, relative and participle clauses. */
  subjects(verb: number): number[]
  /** The subject that the verb has of its own in the parse. */
  ownSubjects(verb: number): number[]
  /** The noun of a plan right before an infinitive that the parser hung elsewhere; −1 where there is none. */
  planOf(verb: number): number
}

export function subjectsOf(branches: Branches, { antecedent }: Relatives): Subjects {
  const { doc, dependents, isVerb, isPassive, isInfinitive, obliques, governor } = branches
  const { head, dep, lower, lemma, tag, pos, sent } = doc.tokens

  /** A verb has one subject; of two the one next to it. */
  const ownSubjects = (verb: number): number[] => {
    const all = dependents(verb, 'nsubj', 'csubj')
    const before = all.filter((token) => token < verb && dep[token] === 'nsubj')
    // "Told reporters the state had paid", "if they won't, Holm will sign"; what "and" joins is one subject.
    const split = before.length > 1 && !lower.slice(before[0], before.at(-1)).includes('and')
    return split ? before.slice(-1) : all.map(heldThing)
  }

  /** "The truce now in force expires", with "force" as what does: the truce. */
  const heldThing = (token: number): number => {
    if (!/^(?:effect|force|place)$/.test(lower[token]!) || lower[token - 1] !== 'in') return token
    const noun = tag[token - 2] === 'RB' ? token - 3 : token - 2
    return /^NN/.test(tag[noun] ?? '') && sent[noun] === sent[token] ? noun : token
  }

  const own = (verb: number): number[] =>
    isPassive(verb)
      ? [...obliques(verb, 'by'), ...dependents(verb, 'obl:agent'), ...giversOf(verb)].filter(
          (one, at, all) => all.indexOf(one) === at && !COUNTED_BY.has(lemma[one]!),
        )
      : ownSubjects(verb).map((token) => antecedent(token, verb))

  /** "Peru was offered a lease by Norway": the giver, hung on what is given. */
  const giversOf = (verb: number): number[] =>
    GIVING.has(lemma[verb]!) ? dependents(verb, 'obj').flatMap((thing) => obliques(thing, 'by')) : []

  const subjects = (verb: number): number[] => subjectsFrom(verb, 0)
  /** Its own; else by the relation in which it hangs on another word. */
  const subjectsFrom = (verb: number, depth: number): number[] => {
    const direct = own(verb)
    if (direct.length > 0 || depth > DEEPEST) return direct
    const relation = dep[verb]!
    const above = head[verb]!
    if (above < 0 || (isPassive(verb) && relation !== 'conj')) return []
    if (relation === 'acl') return ofClauseOnNoun(verb, above, depth)
    const judged = relation === 'advcl' ? judgedFor(verb, above) : []
    if (judged.length > 0) return judged
    if (relation === 'acl:relcl') return dependents(verb, 'nsubj', 'nsubj:pass').length > 0 ? [] : [above]
    return /^(?:xcomp|advcl|conj|ccomp)$/.test(relation) ? ofClauseUnder(verb, above, depth) : []
  }

  /** "A plan to tax imports", "an order closing the port", "farmers growing rice": of what is said of a noun. */
  const ofClauseOnNoun = (verb: number, noun: number, depth: number): number[] => {
    if (tag[verb] === 'VBN') return []
    const mark = dependents(verb, 'mark')[0]
    const isGerund = tag[verb] === 'VBG'
    // "Its decision to leave": who has the plan acts; "Norway to cut its duty" is a headline.
    if (mark !== undefined && lower[mark] === 'to' && !isGerund)
      return pos[noun] === PROPN && noun === mark - 1 ? [noun] : possessors(noun, depth)
    // "Turned from rules to using quotas": a gerund behind a preposition is its clause's, not the noun's it hangs on.
    if (mark !== undefined && isGerund) {
      const over = governor(noun)
      return over < 0 ? [] : subjectsFrom(over, depth + 1)
    }
    // "Signed an order closing the port": whoever signs it closes it.
    const signing = isGerund && INSTRUMENTS.has(lemma[noun]!) && dep[noun] === 'obj' ? head[noun]! : -1
    return signing >= 0 && SIGNING.has(lemma[signing]!) ? subjectsFrom(signing, depth + 1) : [noun]
  }

  /** "Criticised Peru for closing its ports", "accused it of stalling": whoever is judged did it. */
  const judgedFor = (verb: number, over: number): number[] => {
    const mark = dependents(verb, 'mark')[0]
    return tag[verb] === 'VBG' &&
      JUDGING.has(lemma[over]!) &&
      mark !== undefined &&
      /^(?:for|of)$/.test(lower[mark]!)
      ? dependents(over, 'obj').filter((token) => token < verb)
      : []
  }

  /** Of a clause joined to another verb or under it: who is made to do it, else who does what stands above. */
  const ofClauseUnder = (verb: number, above: number, depth: number): number[] => {
    const relation = dep[verb]!
    const planner = plannerOf(verb)
    if (planner.length > 0) return planner
    if (relation === 'ccomp' && !isInfinitive(verb)) return []
    const made = madeTo(verb, above)
    if (made.length > 0) return made
    const main = relation === 'advcl' ? mainOf(verb, above) : -1
    if (main >= 0) return subjectsFrom(main, depth + 1)
    const passive = isPassive(above) && !isPassive(verb) ? dependents(above, 'nsubj:pass') : []
    if (passive.length > 0) return passive
    if (relation !== 'conj') return subjectsFrom(above, depth + 1)
    // "Peru is a friend and an ally"; a noun beside a verb has no part in its subject.
    if (!isVerb(above)) return dependents(above, 'cop').length > 0 ? dependents(above, 'nsubj') : []
    return isVerb(verb) || dependents(verb, 'cop').length > 0 ? subjectsFrom(above, depth + 1) : []
  }

  /** Whom the verb above asks, lets, keeps from or gives the right to do it; [] where it is its own subject's to do. */
  const madeTo = (verb: number, above: number): number[] => {
    const relation = dep[verb]!
    if (relation === 'xcomp' && !SUBJECT_CONTROL.has(lemma[above]!)) {
      const controlled = dependents(above, 'obj', 'iobj', 'nsubj:pass')
      if (controlled.length > 0) return controlled
    }
    if (relation === 'advcl' && isInfinitive(verb)) {
      const [controlled] = OBJECT_CONTROL.has(lemma[above]!)
        ? [
            ...dependents(above, 'obj', 'nsubj:pass'),
            ...['on', 'to', 'with'].flatMap((word) => obliques(above, word)),
          ]
        : []
      if (controlled !== undefined) return [controlled]
      // "Gave Peru the right to fish": who is given it.
      const given = dependents(above, 'iobj').filter((one) => one < verb)
      const isThing = (one: number) => one > given[0]! && one < verb
      if (given.length > 0 && dependents(above, 'obj').some(isThing)) return given
    }
    // "Accused Peru of taxing cod", "kept crews from fishing": who is accused or kept from it.
    const isFrom = (mark: number) => /^(?:of|from)$/.test(lower[mark]!)
    return tag[verb] === 'VBG' && dependents(verb, 'mark').some(isFrom)
      ? dependents(above, 'obj', 'nsubj:pass').filter((one) => one < verb)
      : []
  }

  /** The main verb to which a clause belongs that hangs on words only put in between; −1 where it hangs where it belongs. */
  const mainOf = (verb: number, above: number): number => {
    // "Norway plays with fire by taxing fish, a minister said".
    const main = head[above]!
    if (dep[above] === 'parataxis' && main < verb && verb < above) return main
    // "Dockers took the deal, their union said, ending the strike": what the told words bring about is theirs.
    return tag[verb] === 'VBG' && !SAYING.has(lemma[verb]!) ? toldBefore(above) : -1
  }

  /** The verb of the words told before their "Peru said"; −1 where none stand there. */
  const toldBefore = (verb: number): number => {
    if (!TELLING.has(lemma[verb]!)) return -1
    const told = dep[verb] === 'parataxis' ? head[verb]! : (dependents(verb, 'ccomp')[0] ?? -1)
    return told < verb ? told : -1
  }
  /** "Seen as part of the Norwegian strategy to use cod": who has the plan, wherever the parser hung its infinitive. */
  const plannerOf = (verb: number): number[] => {
    const plan = planOf(verb)
    if (plan < 0) return []
    return dependents(plan, 'nmod:poss', 'compound', 'amod').filter((token) => pos[token] === PROPN)
  }
  const planOf = (verb: number): number => {
    if (dep[verb] !== 'advcl' && dep[verb] !== 'xcomp') return -1
    const mark = dependents(verb, 'mark').find((one) => lower[one] === 'to')
    if (mark === undefined || mark === 0 || !PLANS.has(lemma[mark - 1]!)) return -1
    const plan = mark - 1
    return dep[plan] === 'obj' || isRelation(dep[plan]!, 'nsubj') ? -1 : plan
  }

  /** Who has a plan or a right: its owner, or to whom it is given. */
  const possessors = (noun: number, depth: number): number[] => {
    const owner = dependents(noun, 'nmod:poss')
    if (owner.length > 0) return owner
    const before = dependents(noun, 'compound').filter((token) => pos[token] === PROPN)
    if (before.length > 0) return before
    // "The decision of Peru to tax imports".
    const of = [...obliques(noun, 'of'), ...obliques(noun, 'by')].filter(
      (token) => pos[token] === PROPN || PLANS.has(lemma[noun]!),
    )
    if (of.length > 0) return of
    if (dep[noun] !== 'obj') return []
    // "Give Peru the right to fish": who is given it; "told reporters a vote to …": nobody here.
    const given = dependents(head[noun]!, 'iobj')
    if (given.length > 0) return given
    return TELLING.has(lemma[head[noun]!]!) ? [] : subjectsFrom(head[noun]!, depth + 1)
  }

  return { subjects, ownSubjects, planOf }
}
