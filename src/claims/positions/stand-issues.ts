// In: the word a stand is on, as a card found it. Out: the noun that can be negotiated there, and words that say which one.
import type { Phrase } from '../../model/index.ts'
import { isDistinct, whichOne } from '../sentence/matter-names.ts'
import type { Scene } from '../sentence/scene.ts'

/** Clauses followed down to what they are about. */
const DEEPEST = 5

/**
 * What a stand is on: the noun that the words are about, past verbs that only pass on ("to help rein in the fleet": the
 * fleet) and nouns that only frame ("the idea of a quota": a quota), named so that it says which. Undefined where the
 * words are about nothing that talks could be on: "to act", "to see my daughter", "an incredible achievement".
 */
export function issueAt(scene: Scene, at: number): Phrase | undefined {
  const matter = matterOf(scene, at, 0)
  if (matter === undefined) return undefined
  return gerundName(scene, at, matter) ?? whichOne(scene, matter)
}

/** "Lifting the caps" is opposed, not the caps: a gerund is named with its verb, where that is short. */
function gerundName({ grammar, doc, fillers }: Scene, at: number, matter: number): Phrase | undefined {
  if (doc.tokens.tag[at] !== 'VBG' || !grammar.objects(at).includes(matter)) return undefined
  const whole = grammar.phrase(at, 'clause').last
  const last = whole - at < LONGEST_GERUND ? whole : grammar.phrase(matter, 'short').last
  return matter > at && last - at < LONGEST_GERUND ? fillers.phraseOf(at, last, matter) : undefined
}

/** Words of a gerund and what it is done to, at most. */
const LONGEST_GERUND = 9

/** Head of the noun that a noun or clause is about. */
function matterOf(scene: Scene, at: number, depth: number): number | undefined {
  if (depth > DEEPEST) return undefined
  const { grammar, doc, rows } = scene
  // "Its demand is a lower fee", "its condition is that the fee is cut": the fee.
  const isStand = (noun: number) =>
    rows('stance-nouns').has(doc.tokens.lemma[noun]!) || doc.tokens.lemma[noun] === 'condition'
  // "Is against the levy": the levy.
  const isAgainst = grammar.dependents(at, 'case', 'mark').some((one) => doc.tokens.lower[one] === 'against')
  if (isAgainst && grammar.dependents(at, 'cop').length > 0)
    return grammar.isVerb(at) ? ofClause(scene, at, depth) : ofNoun(scene, at, depth)
  const subjects = grammar.dependents(at, 'nsubj')
  // "That the fee is separate": the fee.
  if (grammar.dependents(at, 'cop').length > 0 && subjects.some(isStand) && !grammar.isVerb(at))
    return ofNoun(scene, at, depth)
  if (grammar.dependents(at, 'cop').length > 0 && !grammar.dependents(at, 'nsubj:outer').some(isStand))
    return (
      first(subjects, (one) => ofNoun(scene, one, depth)) ??
      // "Wants Norway to be bound to publish its data": the data.
      first(grammar.dependents(at, 'xcomp', 'advcl'), (one) => matterOf(scene, one, depth + 1))
    )
  return grammar.isVerb(at) ? ofClause(scene, at, depth) : ofNoun(scene, at, depth)
}

function first(tokens: readonly number[], found: (token: number) => number | undefined): number | undefined {
  for (const token of tokens) {
    const one = found(token)
    if (one !== undefined) return one
  }
  return undefined
}

/** Verbs by which others are to do what is meant: "help rein in", "let ships pass", "make sure that". */
const PASSING: ReadonlySet<string> = new Set(
  'help let get allow permit force make ensure persuade convince urge ask press require enable try continue begin start agree seek want need commit work move ensure guarantee see have order instruct tell'.split(
    ' ',
  ),
)

function ofClause(scene: Scene, verb: number, depth: number): number | undefined {
  const { grammar, doc, rows } = scene
  const { lemma, tag } = doc.tokens
  // "There be a limit": the limit.
  if (grammar.dependents(verb, 'expl').length > 0)
    return first(grammar.dependents(verb, 'nsubj'), (one) => ofNoun(scene, one, depth))
  const head = doc.tokens.head[verb]!
  // "Open to talking about shifts" is open on shifts; who only wants to talk wants nothing yet.
  const isTalk = lemma[verb] === 'talk' && head >= 0 && /^JJ/.test(tag[head]!)
  if (rows('idle-verbs').has(lemma[verb]!) && !isTalk) return undefined
  const below = grammar.dependents(verb, 'xcomp', 'ccomp')
  const ends = grammar.dependents(verb, 'advcl').filter((clause) => grammar.isInfinitive(clause))
  const deeper = () => first([...below, ...ends], (clause) => matterOf(scene, clause, depth + 1))
  const subjectsOf = () => grammar.dependents(verb, 'nsubj', 'nsubj:pass')
  const joined = () =>
    first(
      grammar.dependents(verb, 'conj').filter((other) => tag[other] === tag[verb]),
      (other) => matterOf(scene, other, depth + 1),
    )
  const passed = PASSING.has(lemma[verb]!) && [...below, ...ends].length > 0
  return (
    (passed ? deeper() : undefined) ??
    first(grammar.objects(verb), (object) => ofNoun(scene, object, depth)) ??
    (isDue(scene, verb) ? first(subjectsOf(), (one) => ofNoun(scene, one, depth)) : undefined) ??
    first(obliquesOf(scene, verb, BEHIND_VERBS), (one) => ofNoun(scene, one, depth)) ??
    (passed ? undefined : deeper()) ??
    joined() ??
    // "Wants the levy scrapped": a participle that the parser took for a verb of its own.
    first(
      /^VB[DN]$/.test(tag[verb]!) || isDue(scene, verb)
        ? grammar.dependents(verb, 'nsubj', 'nsubj:pass')
        : [],
      (one) => ofNoun(scene, one, depth),
    )
  )
}

/** "The treaty should deal with waste": of the treaty. */
const isDue = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => /^(?:must|should)$/.test(doc.tokens.lower[aux]!))

/** Prepositions behind which stands what a verb is about; "to work with Peru in Oslo" is with whom and where. */
const BEHIND_VERBS: ReadonlySet<string> = new Set(
  'of on over about against around from to for into behind toward towards out_of off'.split(' '),
)
/** Those behind which stands what a noun frames: "interest in ports", "a place in the fund". */
const BEHIND_NOUNS: ReadonlySet<string> = new Set([...BEHIND_VERBS, 'in', 'at', 'with'])

function obliquesOf({ grammar, doc, fillers }: Scene, word: number, cases: ReadonlySet<string>): number[] {
  return grammar
    .dependents(word, 'obl', 'nmod')
    .filter((one) => one > word && doc.tokens.dep[one] !== 'nmod:poss' && !fillers.timeAt(one))
    .filter((one) => {
      const about = grammar.caseOf(one).replaceAll(' ', '_')
      // "Rein in the fleet", "engage in talks".
      return cases.has(about) || (about === 'in' && grammar.dependents(word, 'obj').length === 0)
    })
}

function ofNoun(scene: Scene, at: number, depth: number): number | undefined {
  if (depth > DEEPEST) return undefined
  const { doc, fillers, grammar } = scene
  const { tag, lemma } = doc.tokens
  // "Their rhetoric" is a noun whatever its tag; "a demand of his own" and "whose removal" name nothing.
  const owners = grammar.dependents(at, 'nmod:poss').map((owner) => doc.tokens.lower[owner]!)
  const isOwned = owners.length > 0
  if (owners.includes('whose') || lemma[at] === 'own') return undefined
  const noun = /^JJ/.test(tag[at]!) && !isOwned ? nounBehind(scene, at) : at
  if (noun === undefined || !(/^NN/.test(tag[noun]!) || isOwned || grammar.isVerb(noun))) return undefined
  if (grammar.isVerb(noun)) return ofClause(scene, noun, depth + 1)
  const kind = kindOf(scene, noun)
  const distinct = () => (isDistinct(scene, noun, 'before') ? noun : undefined)
  // "Executive actions on fees" are opposed, not fees; "the idea of a quota" is the quota.
  if (kind === 'deed')
    return distinct() ?? framed(scene, noun, depth) ?? (isHow(scene, noun) ? noun : undefined)
  if (kind === 'frame' || (FRAMING.has(lemma[noun]!) && kind === undefined))
    return framed(scene, noun, depth) ?? distinct()
  if (kind === 'none' || fillers.timeAt(noun) || isOwn(scene, noun)) return undefined
  // "Waiting time" is a matter, "time" is none.
  const isOfTime = lemma[noun] === 'time' && isDistinct(scene, noun, 'before')
  if (!fillers.isMatter(noun) && !isEnded(scene, noun) && !isOfTime) return undefined
  return isWho(scene, noun) || isMeasureOfNone(scene, noun) ? undefined : noun
}

/** "A vote under the rules", "by a majority": how it is to be done says which. */
const isHow = (scene: Scene, noun: number): boolean =>
  ['under', 'by'].some((word) => scene.grammar.obliques(noun, word).some((one) => !scene.fillers.timeAt(one)))

/** "A round of applause". */
const isMeasureOfNone = (scene: Scene, noun: number): boolean =>
  scene.grammar.obliques(noun, 'of').some((of) => kindOf(scene, of) === 'none')

/** Empty nouns ("a way to end it") that other finders pass over too. */
const FRAMING: ReadonlySet<string> = new Set(['way', 'part', 'lot', 'kind', 'sort', 'question', 'fact'])

/** What a framing noun frames: "an end to the ban", "the ability to fish cod". */
function framed(scene: Scene, noun: number, depth: number): number | undefined {
  const { grammar, doc } = scene
  // "A solution that keeps ports open", "a way to end it".
  const does = grammar
    .dependents(noun, 'acl:relcl')
    .filter((verb) => grammar.dependents(verb, 'nsubj').some((one) => /^W/.test(doc.tokens.tag[one]!)))
  const clauses = [...grammar.dependents(noun, 'acl'), ...does]
  // "The notion that it lied": an assertion, no matter.
  if (
    clauses.some((clause) =>
      grammar.dependents(clause, 'mark').some((mark) => doc.tokens.lower[mark] === 'that'),
    )
  )
    return undefined
  return (
    first(obliquesOf(scene, noun, BEHIND_NOUNS), (one) => ofNoun(scene, one, depth + 1)) ??
    first(clauses, (clause) => (clause > noun ? matterOf(scene, clause, depth + 1) : undefined))
  )
}

/** "A lower, permanent tax rate" with its head on "lower": the noun that the adjectives lead up to. */
function nounBehind({ doc }: Scene, adjective: number): number | undefined {
  const { tag, form, sent, count } = doc.tokens
  let noun: number | undefined
  for (let at = adjective + 1; at < Math.min(count, adjective + 8); at++) {
    if (sent[at] !== sent[adjective]) break
    if (/^NN/.test(tag[at]!)) noun = at
    else if (noun !== undefined || !(/^(?:JJ|VBN|HYPH|RB)/.test(tag[at]!) || form[at] === ',')) break
  }
  return noun
}

export const kindOf = ({ rows, doc }: Scene, noun: number): string | undefined =>
  rows('matter-nouns').get(doc.tokens.lemma[noun]!)?.kind

/** "My story", "your prayers": nobody negotiates about it. */
const isOwn = ({ grammar, doc }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'nmod:poss').some((owner) => /^(?:my|your)$/.test(doc.tokens.lower[owner]!))

/** "To scrap the CFFP", "extend the VLK": what one ends or prolongs is a programme, though its letters look like a body's. */
function isEnded({ rows, doc, fillers }: Scene, noun: number): boolean {
  const { dep, head, lemma } = doc.tokens
  const verb = /^(?:obj|nsubj:pass)/.test(dep[noun]!) ? head[noun]! : -1
  return verb >= 0 && fillers.nameAt(noun)?.type === 'organisation' && rows('measure-verbs').has(lemma[verb]!)
}

/** Bodies that can be wanted or opposed as such: "a Sami state", "a naval mission". */
const FOUNDED: ReadonlySet<string> = new Set(
  'state government force commission panel court council committee agency mission regime republic nation monitor fund bank authority body office tribunal secretariat centre center'.split(
    ' ',
  ),
)

const LETS_IN: ReadonlySet<string> = new Set(
  'accept allow admit receive host readmit let permit exclude expel bar'.split(' '),
)

/** Whom one backs, asks or blames is nothing to negotiate about; whom one would free, arm or give up is. */
function isWho({ rows, doc, grammar, fillers }: Scene, noun: number): boolean {
  const { lemma, lower, dep, head, tag } = doc.tokens
  // "The challenger Ann Berg".
  const beside = grammar.dependents(noun, 'flat', 'appos', 'compound', 'nmod:desc')
  if (beside.some((one) => one > noun && fillers.nameAt(one)?.type === 'person')) return true
  if (!rows('actor-nouns').has(lemma[noun]!) && !rows('private-nouns').has(lemma[noun]!)) return false
  if (FOUNDED.has(lemma[noun]!) && grammar.dependents(noun, 'det').some((word) => /^an?$/.test(lower[word]!)))
    return false
  const verb = /^(?:obj|nsubj:pass)/.test(dep[noun]!) ? head[noun]! : -1
  // "Will never accept inspectors": who is let in, or not, is a matter.
  if (verb >= 0 && LETS_IN.has(lemma[verb]!) && tag[noun] === 'NNS') return false
  if (verb < 0 || rows('stance-verbs').has(lemma[verb]!)) return true
  return rows('representing-nouns').has(lemma[noun]!) || grammar.dependents(verb, 'xcomp').length > 0
}
