// In: a read report. Out: grammatical functions over its parses: children, subjects, objects, obliques, phrases.

import { type Doc, UPOS } from '../../language/doc.ts'
import {
  COUNTED_BY,
  GIVING,
  JUDGING,
  OBJECT_CONTROL,
  PLANS,
  SAYING,
  SUBJECT_CONTROL,
  TELLING,
} from './grammar-words.ts'
import { INSTRUMENTS, SIGNING } from './instruments.ts'
import { nearby } from './nearby.ts'

const VERB = UPOS.indexOf('VERB')
const AUX = UPOS.indexOf('AUX')
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
const PUNCT = UPOS.indexOf('PUNCT')

/** Relations that start another clause; a short phrase leaves them out. */
const CLAUSES: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'advcl',
  'advcl:relcl',
  'appos',
  'parataxis',
  'ccomp',
  'cop',
  'nsubj',
  'aux',
  'mark',
  'discourse',
])
/** What follows a verb without being said of its subject. */
const BESIDE_PREDICATE: ReadonlySet<string> = new Set([
  'advcl',
  'advcl:relcl',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'discourse',
  'dep',
])
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose'])
/** Words that join a phrase to what came before and are none of it. */
const LEADING: ReadonlySet<string> = new Set([
  'then',
  'also',
  'and',
  'or',
  'but',
  'as',
  'well',
  'including',
  'plus',
  'such',
  'nor',
])
/** Right before a participle they make it passive, wherever the parser hangs them. */
const BEEN: ReadonlySet<string> = new Set(['been', 'being'])

/** Clause functions of one report; token arguments and results are indices into `doc.tokens`. */
export interface Grammar {
  readonly doc: Doc
  children(token: number): readonly number[]
  /** Children with one of these relations; a bare relation also means its subtypes ("obl" takes "obl:agent"). */
  dependents(token: number, ...relations: string[]): number[]
  isVerb(token: number): boolean
  isPassive(verb: number): boolean
  /** Who or what does it: by-agent of a passive, shared over conjunction, control, relative and participle clauses. */
  subjects(token: number): number[]
  /** What it is done to: object, or subject of a passive. */
  objects(token: number): number[]
  /** Nominals joined by this preposition to the word, its object or its light verb. */
  obliques(token: number, preposition: string): number[]
  /** Verbs of relative clauses on a noun, also where the parser hung the clause elsewhere ("…, which stand at"). */
  relativeVerbs(noun: number): number[]
  /** The preposition a nominal stands behind, "" where none. */
  caseOf(token: number): string
  /** The head with all its conjuncts. */
  conjuncts(token: number): number[]
  /** First and last token (both included) of the phrase around a head; `short` leaves clauses and conjuncts out. */
  phrase(token: number, how?: 'whole' | 'short' | 'clause'): { first: number; last: number }
  /** First and last token (both included) of what a verb says of its subject: with its auxiliaries, without further clauses. */
  predicate(verb: number): { first: number; last: number }
  /** The noun of a plan right before an infinitive that the parser hung elsewhere; −1 where there is none. */
  planOf(verb: number): number
  /** The clause verb or predicate that a token hangs under. */
  governor(token: number): number
}

const COLON = 58

export function grammarOf(doc: Doc): Grammar {
  const { tokens } = doc
  const empty: readonly number[] = []
  const below: (number[] | undefined)[] = new Array(tokens.count)
  for (let token = 0; token < tokens.count; token++) {
    const head = tokens.head[token]!
    if (head < 0) continue
    const list = below[head]
    if (list) list.push(token)
    else below[head] = [token]
  }
  const children = (token: number): readonly number[] => below[token] ?? empty
  const relationOf = (token: number) => tokens.dep[token]!
  const fits = (relation: string, wanted: string) =>
    relation === wanted || (relation.charCodeAt(wanted.length) === COLON && relation.startsWith(wanted))
  // Asked more often than anything else: most tokens have none below them, and iterators would take a third of its time.
  const dependents = (token: number, ...relations: string[]): number[] => {
    const found: number[] = []
    const all = below[token]
    if (all === undefined) return found
    for (let at = 0; at < all.length; at++) {
      const relation = tokens.dep[all[at]!]!
      let one = 0
      while (one < relations.length && !fits(relation, relations[one]!)) one++
      if (one < relations.length) found.push(all[at]!)
    }
    return found
  }
  const isVerb = (token: number) => tokens.pos[token] === VERB || tokens.pos[token] === AUX

  const passive = new Map<number, boolean>()
  const isPassive = (verb: number): boolean => {
    let is = passive.get(verb)
    if (is === undefined) passive.set(verb, (is = toldPassive(verb)))
    return is
  }
  const toldPassive = (verb: number): boolean =>
    children(verb).some((child) => relationOf(child) === 'nsubj:pass' || relationOf(child) === 'aux:pass') ||
    (tokens.tag[verb] === 'VBN' && (relationOf(verb) === 'acl' || BEEN.has(tokens.lower[verb - 1] ?? '')))

  const caseOf = (token: number): string => cases(token)[0] ?? ''

  const obliques = (token: number, preposition: string): number[] => {
    const found: number[] = []
    for (const child of children(token)) {
      const relation = relationOf(child)
      if (
        (fits(relation, 'obl') || fits(relation, 'nmod') || relation === 'advcl' || relation === 'acl') &&
        cases(child).includes(preposition)
      )
        found.push(child)
    }
    return found
  }

  /** On the surface: the noun right before a relative pronoun, past a comma and a day ("an order on Friday that"). */
  const nounBefore = (pronoun: number): number => {
    let at = tokens.form[pronoun - 1] === ',' ? pronoun - 2 : pronoun - 1
    const day = nearby(doc.times, at, 6).find(({ first, last }) => first <= at && at < last)
    if (day) at = day.first - 1
    while (day && /^(?:IN|RB)$/.test(tokens.tag[at] ?? '')) at--
    return at >= 0 &&
      (tokens.pos[at] === NOUN || tokens.pos[at] === PROPN) &&
      tokens.sent[at] === tokens.sent[pronoun]
      ? at
      : -1
  }

  const isPersonal = (token: number): boolean =>
    nearby(doc.names, token, 8).some(
      ({ type, first, last }) => type === 'person' && first <= token && token < last,
    )

  const known = new Map<number, readonly string[]>()
  /** Every preposition of a nominal: a parser may hang two on one noun. */
  const cases = (token: number): readonly string[] => {
    let found = known.get(token)
    if (!found) known.set(token, (found = dependents(token, 'case').map(preposition)))
    return found
  }

  /** With the words it is fixed to: "because of". */
  const preposition = (mark: number): string =>
    [tokens.lower[mark]!, ...dependents(mark, 'fixed').map((part) => tokens.lower[part]!)].join(' ')

  /** For a relative pronoun, the noun it stands for. */
  const antecedent = (token: number, verb: number): number => {
    if (!RELATIVES.has(tokens.lower[token]!)) return token
    let clause = verb
    while (clause >= 0 && relationOf(clause) === 'conj') clause = tokens.head[clause]!
    const before = nounBefore(token)
    if (clause >= 0 && relationOf(clause).startsWith('acl')) {
      const noun = tokens.head[clause]!
      // "Dahl, counsel for the Institute, which is suing": no person is "which".
      return tokens.lower[token] === 'which' && before > noun && isPersonal(noun) ? before : noun
    }
    return before < 0 ? token : before
  }

  const astray = new Map<number, number[]>()
  for (let token = 1; token < tokens.count; token++) {
    const lower = tokens.lower[token]!
    if ((lower !== 'which' && lower !== 'who') || !fits(relationOf(token), 'nsubj')) continue
    const verb = tokens.head[token]!
    const noun = nounBefore(token)
    if (noun < 0 || verb < 0 || relationOf(verb).startsWith('acl')) continue
    astray.set(noun, [...(astray.get(noun) ?? []), verb])
  }
  const relativeVerbs = (noun: number): number[] => [...dependents(noun, 'acl'), ...(astray.get(noun) ?? [])]

  /** A verb has one subject; of two the one next to it. */
  const ownSubjects = (verb: number): number[] => {
    const all = dependents(verb, 'nsubj', 'csubj')
    const before = all.filter((token) => token < verb && relationOf(token) === 'nsubj')
    // "Told reporters the state had paid", "if they won't, Holm will sign"; what "and" joins is one subject.
    const split = before.length > 1 && !tokens.lower.slice(before[0], before.at(-1)).includes('and')
    return split ? before.slice(-1) : all.map(heldThing)
  }

  /** "The truce now in force expires", with "force" as what does: the truce. */
  const heldThing = (token: number): number => {
    if (!/^(?:effect|force|place)$/.test(tokens.lower[token]!) || tokens.lower[token - 1] !== 'in')
      return token
    const noun = tokens.tag[token - 2] === 'RB' ? token - 3 : token - 2
    return /^NN/.test(tokens.tag[noun] ?? '') && tokens.sent[noun] === tokens.sent[token] ? noun : token
  }

  /** "The contract, whose term had been moved, is extended", "the fee, meant to start in May, is put off": the noun that the parser gave to the clause said of it; −1 where none. */
  const takenFrom = (verb: number): number => {
    for (const clause of dependents(verb, 'advcl')) {
      const [noun, other] = dependents(clause, 'nsubj')
      if (clause > verb || noun === undefined || tokens.form[noun + 1] !== ',') continue
      const next = noun + 2
      if (other === undefined ? next === clause : (tokens.tag[next] ?? '').startsWith('W')) return noun
    }
    return -1
  }

  const own = (verb: number): number[] =>
    isPassive(verb)
      ? [...obliques(verb, 'by'), ...dependents(verb, 'obl:agent'), ...giversOf(verb)].filter(
          (one, at, all) => all.indexOf(one) === at && !COUNTED_BY.has(tokens.lemma[one]!),
        )
      : ownSubjects(verb).map((token) => antecedent(token, verb))

  /** "Peru was offered a lease by Norway": the giver, hung on what is given. */
  const giversOf = (verb: number): number[] =>
    GIVING.has(tokens.lemma[verb]!) ? dependents(verb, 'obj').flatMap((thing) => obliques(thing, 'by')) : []

  const subjects = (token: number): number[] => subjectsFrom(token, 0)
  const subjectsFrom = (verb: number, depth: number): number[] => {
    const direct = own(verb)
    if (direct.length > 0 || depth > 6) return direct
    const relation = relationOf(verb)
    const head = tokens.head[verb]!
    if (head < 0) return []
    if (isPassive(verb) && relation !== 'conj') return []
    if (relation === 'acl') {
      if (tokens.tag[verb] === 'VBN') return []
      // "a plan to tax imports", "its decision to leave": who has the plan acts.
      const mark = dependents(verb, 'mark')[0]
      if (mark !== undefined && tokens.lower[mark] === 'to' && tokens.tag[verb] !== 'VBG')
        // "Norway to cut its duty", a headline.
        return tokens.pos[head] === PROPN && head === mark - 1 ? [head] : possessors(head, depth)
      // "turned from rules to using quotas": a gerund behind a preposition is its clause's, not the noun's it hangs on.
      if (mark !== undefined && tokens.tag[verb] === 'VBG') {
        const over = governor(head)
        return over < 0 ? [] : subjectsFrom(over, depth + 1)
      }
      // "Signed an order closing the port": whoever signs it closes it.
      const signing =
        tokens.tag[verb] === 'VBG' && INSTRUMENTS.has(tokens.lemma[head]!) ? tokens.head[head]! : -1
      if (signing >= 0 && relationOf(head) === 'obj' && SIGNING.has(tokens.lemma[signing]!))
        return subjectsFrom(signing, depth + 1)
      return [head]
    }
    // "Criticised Peru for closing its ports", "accused it of stalling": whoever is judged did it.
    if (relation === 'advcl' && tokens.tag[verb] === 'VBG' && JUDGING.has(tokens.lemma[head]!)) {
      const mark = dependents(verb, 'mark')[0]
      const judged = dependents(head, 'obj').filter((token) => token < verb)
      if (mark !== undefined && /^(?:for|of)$/.test(tokens.lower[mark]!) && judged.length > 0) return judged
    }
    if (relation === 'acl:relcl') return dependents(verb, 'nsubj', 'nsubj:pass').length > 0 ? [] : [head]
    if (relation === 'xcomp' || relation === 'advcl' || relation === 'conj' || relation === 'ccomp') {
      const planner = plannerOf(verb)
      if (planner.length > 0) return planner
      if (relation === 'ccomp' && dependents(verb, 'mark').every((mark) => tokens.lower[mark] !== 'to'))
        return []
      if (relation === 'xcomp') {
        const controlled = dependents(head, 'obj', 'iobj', 'nsubj:pass')
        if (controlled.length > 0 && !SUBJECT_CONTROL.has(tokens.lemma[head]!)) return controlled
      }
      if (relation === 'advcl' && OBJECT_CONTROL.has(tokens.lemma[head]!) && isInfinitive(verb)) {
        const controlled = [
          ...dependents(head, 'obj', 'nsubj:pass'),
          ...obliques(head, 'on'),
          ...obliques(head, 'to'),
          ...obliques(head, 'with'),
        ]
        if (controlled.length > 0) return controlled.slice(0, 1)
      }
      // "Gave Peru the right to fish": who is given it.
      const given = isInfinitive(verb) ? dependents(head, 'iobj').filter((one) => one < verb) : []
      if (
        relation === 'advcl' &&
        given.length > 0 &&
        dependents(head, 'obj').some((one) => one > given[0]! && one < verb)
      )
        return given
      // "Accused Peru of taxing cod", "kept crews from fishing": who is accused or kept from it.
      if (tokens.tag[verb] === 'VBG') {
        const mark = dependents(verb, 'mark').find((one) => /^(?:of|from)$/.test(tokens.lower[one]!))
        const whom =
          mark === undefined ? [] : dependents(head, 'obj', 'nsubj:pass').filter((one) => one < verb)
        if (whom.length > 0) return whom
      }
      // "Norway plays with fire by taxing fish, a minister said": the clause before what is only put in is the main one's.
      const main = tokens.head[head]!
      if (relation === 'advcl' && relationOf(head) === 'parataxis' && main < verb && verb < head)
        return subjectsFrom(main, depth + 1)
      // "Dockers took the deal, their union said, ending the strike": what the told words bring about is theirs.
      if (relation === 'advcl' && tokens.tag[verb] === 'VBG' && !SAYING.has(tokens.lemma[verb]!)) {
        const told = toldBefore(head)
        if (told >= 0) return subjectsFrom(told, depth + 1)
      }
      if (isPassive(head) && !isPassive(verb)) {
        const passive = dependents(head, 'nsubj:pass')
        if (passive.length > 0) return passive
      }
      if (relation !== 'conj') return subjectsFrom(head, depth + 1)
      // "Peru is a friend and an ally"; a noun beside a verb has no part in its subject.
      if (!isVerb(head)) return dependents(head, 'cop').length > 0 ? dependents(head, 'nsubj') : []
      return isVerb(verb) || dependents(verb, 'cop').length > 0 ? subjectsFrom(head, depth + 1) : []
    }
    return []
  }
  /** The verb of the words told before their "Peru said"; −1 where none stand there. */
  const toldBefore = (verb: number): number => {
    if (!TELLING.has(tokens.lemma[verb]!)) return -1
    const told = relationOf(verb) === 'parataxis' ? tokens.head[verb]! : (dependents(verb, 'ccomp')[0] ?? -1)
    return told < verb ? told : -1
  }
  /** "Seen as part of the Norwegian strategy to use cod": who has the plan, wherever the parser hung its infinitive. */
  const plannerOf = (verb: number): number[] => {
    const plan = planOf(verb)
    if (plan < 0) return []
    return dependents(plan, 'nmod:poss', 'compound', 'amod').filter((token) => tokens.pos[token] === PROPN)
  }
  const planOf = (verb: number): number => {
    if (relationOf(verb) !== 'advcl' && relationOf(verb) !== 'xcomp') return -1
    const mark = dependents(verb, 'mark').find((one) => tokens.lower[one] === 'to')
    if (mark === undefined || mark === 0 || !PLANS.has(tokens.lemma[mark - 1]!)) return -1
    const plan = mark - 1
    return relationOf(plan) === 'obj' || fits(relationOf(plan), 'nsubj') ? -1 : plan
  }
  const isInfinitive = (verb: number): boolean =>
    dependents(verb, 'mark').some((mark) => tokens.lower[mark] === 'to')
  const possessors = (noun: number, depth: number): number[] => {
    const owner = dependents(noun, 'nmod:poss')
    if (owner.length > 0) return owner
    const before = dependents(noun, 'compound').filter((token) => tokens.pos[token] === PROPN)
    if (before.length > 0) return before
    // "The decision of Peru to tax imports".
    const of = [...obliques(noun, 'of'), ...obliques(noun, 'by')].filter(
      (token) => tokens.pos[token] === PROPN || PLANS.has(tokens.lemma[noun]!),
    )
    if (of.length > 0) return of
    if (relationOf(noun) !== 'obj') return []
    // "Give Peru the right to fish": who is given it; "told reporters a vote to …": nobody here.
    const given = dependents(tokens.head[noun]!, 'iobj')
    if (given.length > 0) return given
    return TELLING.has(tokens.lemma[tokens.head[noun]!]!) ? [] : subjectsFrom(tokens.head[noun]!, depth + 1)
  }

  const objects = (verb: number): number[] => {
    if (isPassive(verb)) {
      const told = dependents(verb, 'nsubj:pass')
      const passive = (
        told.length > 0 || !BEEN.has(tokens.lower[verb - 1] ?? '') ? told : ownSubjects(verb)
      ).map((token) => antecedent(token, verb))
      // "Peru was offered a lease": what is given, not to whom.
      const given = passive.length > 0 && GIVING.has(tokens.lemma[verb]!) ? dependents(verb, 'obj') : []
      if (given.length > 0) return given
      if (passive.length > 0) return passive
      const taken = takenFrom(verb)
      if (taken >= 0) return [taken]
      if (relationOf(verb) === 'acl') return [tokens.head[verb]!]
      if (relationOf(verb) === 'conj' || relationOf(verb) === 'xcomp')
        return dependents(tokens.head[verb]!, 'nsubj:pass')
      return []
    }
    const direct = dependents(verb, 'obj').map((token) => antecedent(token, verb))
    // "Offered the farmers a freeze": the parser hangs the second on the first.
    if (direct.length > 0 && GIVING.has(tokens.lemma[verb]!))
      return [...direct.flatMap((token) => dependents(token, 'obj')), ...direct]
    if (direct.length > 0) return direct
    // "the duties it imposed": an object relative without a pronoun
    if (relationOf(verb) === 'acl:relcl' && dependents(verb, 'nsubj').length > 0) {
      const subject = dependents(verb, 'nsubj')[0]!
      if (!RELATIVES.has(tokens.lower[subject]!)) return [tokens.head[verb]!]
    }
    return []
  }

  /** "Peru-Chile talks": the first of a hyphened pair hangs on the second. */
  const isPaired = (child: number, token: number): boolean =>
    relationOf(child) === 'compound' &&
    token - child === 2 &&
    tokens.tag[child + 1] === 'HYPH' &&
    tokens.pos[token] === PROPN &&
    tokens.lower[token] !== 'general'

  const conjuncts = (token: number): number[] => {
    const all = [token]
    // "Hafen-Linie and Nord": what is joined may hang on the end of a name of several words.
    const ends = children(token).filter((child) => relationOf(child) === 'flat')
    for (const child of [...children(token), ...ends.flatMap((end) => children(end))])
      if (relationOf(child) === 'conj' || isPaired(child, token)) all.push(...conjuncts(child))
    return all
  }

  const isOpening = (at: number): boolean => tokens.pos[at] === PUNCT && !/^[("'$]$/.test(tokens.form[at]!)

  const phrase = (token: number, how: 'whole' | 'short' | 'clause' = 'short') => {
    let first = token
    let last = token
    const visit = (at: number, depth: number) => {
      if (at < first) first = at
      if (at > last) last = at
      if (depth > 40) return
      for (const child of children(at)) {
        const relation = relationOf(child)
        // A comma in front would take in the preposition behind it: ", with port access".
        if (at === token && (relation === 'case' || (child < token && isOpening(child)))) continue
        if (at === token && (relation === 'cc' || relation === 'mark') && how !== 'clause') continue
        if (how === 'short' && (CLAUSES.has(relation) || (at === token && fits(relation, 'conj')))) continue
        if (how !== 'whole' && relation === 'parataxis') continue
        // "The strike that was to begin today has been …": what the parser hangs there of the verb behind.
        if (at === token && child > token && fits(relation, 'aux') && !isVerb(token)) continue
        visit(child, depth + 1)
      }
    }
    visit(token, 0)
    while (last > token && tokens.pos[last] === PUNCT && !/^[)"'%]$/.test(tokens.form[last]!)) last--
    // "The truce now in force": when, of what is cut off.
    while (how === 'short' && last > token && /^(?:now|currently|still)$/.test(tokens.lower[last]!)) last--
    while (first < token && (LEADING.has(tokens.lower[first]!) || isOpening(first))) first++
    return { first, last }
  }

  const predicate = (verb: number) => {
    let first = verb
    let last = verb
    for (const child of children(verb)) {
      if (child < verb && /^(aux|advmod|cop)/.test(relationOf(child))) first = Math.min(first, child)
      const marks = dependents(child, 'mark').filter((mark) => mark < child)
      const isGerund = tokens.tag[child] === 'VBG' && marks.length > 0
      // "called on Peru to sign": what is asked, whatever the parser hangs it on.
      const isInfinitive = tokens.tag[child] === 'VB' && marks.some((mark) => tokens.lower[mark] === 'to')
      if (child < verb || (BESIDE_PREDICATE.has(relationOf(child)) && !isGerund && !isInfinitive)) continue
      last = Math.max(last, phrase(child, 'clause').last)
    }
    // What stands between an auxiliary and its verb is the subject of a question or a thing fronted.
    for (let at = first; at < verb; at++)
      if (!(tokens.head[at]! > at && tokens.head[at]! <= verb) || relationOf(at).startsWith('nsubj'))
        first = at + 1
    return { first, last }
  }

  const governor = (token: number): number => {
    let at = tokens.head[token]!
    for (let steps = 0; at >= 0 && steps < 60; steps++) {
      if (isVerb(at) || dependents(at, 'cop', 'nsubj').length > 0) return at
      at = tokens.head[at]!
    }
    return -1
  }

  return {
    doc,
    relativeVerbs,
    children,
    dependents,
    isVerb,
    isPassive,
    subjects,
    objects,
    obliques,
    caseOf,
    conjuncts,
    phrase,
    predicate,
    planOf,
    governor,
  }
}
