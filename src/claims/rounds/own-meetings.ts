// In: a scene and a noun of a meeting. Out: whether it is no talks: a body's own business, an occasion for many, rounds that are fired.
import type { Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/** "A cabinet meeting", "the session of his committee", "the board met": of a body of `own-bodies`, unless it is a joint one. */
export function isOwnMeeting({ doc, grammar, rows }: Scene, trigger: number, met: number): boolean {
  const { lower, lemma, tag, dep, head } = doc.tokens
  const isJoint = (noun: number) =>
    grammar.dependents(noun, 'amod').some((word) => /^(?:joint|bilateral|mixed)$/.test(lower[word]!))
  const isBody = (noun: number) =>
    rows('own-bodies').has(lemma[noun]!.toLowerCase()) &&
    (lemma[trigger] === 'session' || !(isJoint(noun) || isJoint(trigger)))
  const verb = grammar.isVerb(trigger) ? trigger : dep[trigger] === 'obj' ? head[trigger]! : -1
  const isOther = verb < 0 || grammar.obliques(verb, 'with').length > 0 || met > 1
  const doers = isOther ? [] : grammar.subjects(verb)
  if (doers.length > 0 && doers.every((one) => isBody(one) && tag[one] === 'NN')) return true
  if (grammar.isVerb(trigger)) return false
  return [
    ...grammar.dependents(trigger, 'compound', 'amod', 'nmod:poss'),
    ...grammar.obliques(trigger, 'of'),
  ].some(isBody)
}

/** "Her aides have been holding daily meetings": those of one side alone, where nobody is told across from them. */
export function isAmongThemselves(
  { doc, grammar, fillers }: Scene,
  noun: number,
  sides: readonly Ref[],
): boolean {
  const { head, dep, lemma } = doc.tokens
  const verb = head[noun]!
  if (sides.length > 1 || dep[noun] !== 'obj' || verb < 0 || lemma[verb] !== 'hold') return false
  const across = ['with', 'between'].some((word) =>
    [noun, verb].some((at) => grammar.obliques(at, word).some((one) => !fillers.timeAt(one))),
  )
  // "The Trade Bureau and the Norwegian Office held consultations": bodies named one beside the other.
  const areBodies = (one: number) => {
    const joined = grammar.conjuncts(one)
    return (
      joined.length > 1 &&
      joined.every((body) => doc.tokens.tag[body] === 'NNP' && fillers.nameAt(body)?.type !== 'person')
    )
  }
  // "The two governments held consultations": across from each other.
  const doers = grammar.subjects(verb)
  // Behind an aside "held" is parsed as a clause on who holds them.
  if (doers.length === 0 && dep[verb] === 'acl') doers.push(head[verb]!)
  if (
    doers.some(
      (one) =>
        grammar.dependents(one, 'nummod').length > 0 ||
        /^(?:both|all)$/.test(doc.tokens.lower[one - 1] ?? '') ||
        areBodies(one),
    )
  )
    return false
  return !across && doc.tokens.tag[noun] === 'NNS'
}

/** "The newspaper spoke with Lund by phone": an interview. */
export const isInterview = ({ doc, grammar, fillers }: Scene, verb: number): boolean =>
  grammar.isVerb(verb) &&
  [
    ...grammar.subjects(verb),
    ...grammar.objects(verb),
    ...grammar.obliques(verb, 'with'),
    ...grammar.obliques(verb, 'to'),
  ].some((one) => PRESS.has(doc.tokens.lemma[one]!) || fillers.nameAt(one)?.type === 'outlet')

const PRESS: ReadonlySet<string> = new Set(
  'newspaper paper magazine reporter journalist broadcaster channel television interviewer correspondent'.split(
    ' ',
  ),
)

/** Occasions at which many sit: nobody negotiates there by that alone. */
const OCCASIONS: ReadonlySet<string> = new Set(['conference', 'briefing'])

/** "A conference in Lima next week", "Monday's briefing", "attended a conference": with nobody told to sit across from anybody. */
export function isOccasion({ doc, grammar }: Scene, noun: number, met: number): boolean {
  if (!OCCASIONS.has(doc.tokens.lemma[noun]!)) return false
  const verb = grammar.governor(noun)
  return met < 2 || (verb >= 0 && /^(?:attend|join|visit)$/.test(doc.tokens.lemma[verb]!))
}

/** "A summer session", "a session after the election": of no talks by any word around it. */
export function isAnySession({ doc, grammar, rows }: Scene, noun: number): boolean {
  const { lemma } = doc.tokens
  return (
    lemma[noun] === 'session' &&
    !grammar
      .obliques(noun, 'with')
      .some((one) => /^(?:arbitrator|conciliator|mediator)$/.test(lemma[one]!)) &&
    ![...grammar.dependents(noun, 'compound', 'amod'), ...grammar.obliques(noun, 'of')].some(
      (one) =>
        rows('round-nouns').has(lemma[one]!) || /^(?:negotiating|closed-door)$/.test(doc.tokens.lower[one]!),
    )
  )
}

/** "Contacts with Peru": only where they are held or resumed. */
export const isMereContact = ({ doc, grammar, rows }: Scene, noun: number): boolean =>
  doc.tokens.lower[noun] === 'contacts' &&
  !rows('round-phases').has(doc.tokens.lemma[Math.max(0, grammar.governor(noun))]!)

/** "To fire multiple rounds", "rounds of golf": no number in a row and no talks are in them. */
export const isOtherRound = ({ doc, grammar }: Scene, noun: number): boolean =>
  doc.tokens.lower[noun] === 'rounds' &&
  grammar.obliques(noun, 'of').length === 0 &&
  grammar.dependents(noun, 'compound').length === 0 &&
  !grammar
    .dependents(noun, 'amod')
    .some((word) => /^(?:previous|earlier|further|past|more|new)$/.test(doc.tokens.lower[word]!))
