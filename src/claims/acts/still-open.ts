// In: a scene and the head of a clause. Out: what two sides have not settled, told as that: "remain at odds over the fee", "the main sticking point is the quota".
import { type Found, isQuestion, type Scene } from '../sentence/scene.ts'
import { actorsAt, refsAt } from './actors.ts'

const MAIN: ReadonlySet<string> = new Set(['root', 'conj', 'parataxis'])
const HELD = { polarity: 'affirmed', modality: 'held' } as const
/** Verbs of two that do not agree, told with on what. */
const DIFFERS: ReadonlySet<string> = new Set(['disagree', 'differ'])
const STAYS: ReadonlySet<string> = new Set(['remain', 'stay'])
const UNSETTLED: ReadonlySet<string> = new Set(
  'unresolved unsettled undecided outstanding deadlocked divided'.split(' '),
)
const WATCHERS: ReadonlySet<string> = new Set(
  'account analyst economist estimate expert historian observer poll report scholar scientist study'.split(
    ' ',
  ),
)
/** Words that a sentence about talks has at least, to say of what. */
const FEWEST = 5

/**
 * "The quota remains a sticking point", "the sides are still far apart on wages", "Norway and Peru disagree on the fee": told by
 * the report itself, of a thing or sides that it names, in a sentence (not one of `telling`) that tells nothing else.
 */
export function stillOpenAt(scene: Scene, verb: number, telling: ReadonlySet<number>): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { sent, dep, tag, lower } = doc.tokens
  if (telling.has(sent[verb]!) || !MAIN.has(dep[verb]!) || !isOpen(scene, verb)) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity === 'denied' || !/^(?:held|ongoing)$/.test(modality)) return undefined
  if (scene.attributions(verb).length > 0 || isQuestion(doc, verb)) return undefined
  if (
    grammar
      .dependents(verb, 'mark', 'advmod')
      .some((word) => /^(?:if|when|unless|once|whether|how|why)$/.test(lower[word]!))
  )
    return undefined
  const subjects = grammar.dependents(verb, 'nsubj')
  if (subjects.length === 0 || subjects.some((one) => /^(?:PRP|DT|W|EX)/.test(tag[one]!))) return undefined
  // "Was a sticking point": it may be none by now. What those who watch disagree on is no matter between sides.
  if (grammar.dependents(verb, 'cop').some((cop) => /^(?:was|were|been)$/.test(lower[cop]!))) return undefined
  if (subjects.some((one) => WATCHERS.has(doc.tokens.lemma[one]!))) return undefined
  const { first, last } = grammar.phrase(verb, 'clause')
  if (last - first < FEWEST) return undefined
  const between = [...subjects, ...predicates(scene, verb)].flatMap((one) => grammar.obliques(one, 'between'))
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/still-open@1',
    epistemics: HELD,
    body: {
      type: 'event: stay open',
      actor: refsAt(
        scene,
        [...subjects, ...between].flatMap((one) => actorsAt(scene, one)),
      ),
      recipient: [],
      words: fillers.phraseOf(first, last, verb),
    },
    days: [],
  }
}

/** What is said of the subject: the noun or adjective of "is", what "remains" has behind it. */
const predicates = ({ grammar, doc }: Scene, verb: number): number[] =>
  STAYS.has(doc.tokens.lemma[verb]!) ? grammar.dependents(verb, 'xcomp', 'obj', 'obl', 'advmod') : [verb]

function isOpen(scene: Scene, verb: number): boolean {
  const { doc, grammar } = scene
  const { lemma, lower } = doc.tokens
  if (DIFFERS.has(lemma[verb]!))
    return (
      grammar.isVerb(verb) &&
      /^(?:on|over|about)$/.test(lower[verb + 1]!) &&
      grammar
        .dependents(verb, 'aux')
        .every((aux) => !/^(?:may|might|could|would|will|can)$/.test(lower[aux]!))
    )
  const isStay = STAYS.has(lemma[verb]!)
  if (!isStay && grammar.dependents(verb, 'cop').length === 0) return false
  if (predicates(scene, verb).some((one) => isUnsettled(scene, one))) return true
  // "The main sticking point is the quota".
  return grammar.dependents(verb, 'nsubj').some((one) => isPoint(scene, one))
}

/** "Sticking point", "stumbling block", "bone of contention". */
const isPoint = ({ doc: { tokens } }: Scene, noun: number): boolean =>
  (tokens.lemma[noun] === 'point' && tokens.lower[noun - 1] === 'sticking') ||
  (tokens.lemma[noun] === 'block' && tokens.lower[noun - 1] === 'stumbling') ||
  (tokens.lemma[noun] === 'bone' && tokens.lower[noun + 2] === 'contention')

/** "Unresolved", "at odds", "far apart", "in dispute". */
function isUnsettled(scene: Scene, token: number): boolean {
  const { lower } = scene.doc.tokens
  const before = lower[token - 1]
  return (
    UNSETTLED.has(lower[token]!) ||
    isPoint(scene, token) ||
    (lower[token] === 'odds' && before === 'at') ||
    (lower[token] === 'dispute' && before === 'in') ||
    (lower[token] === 'apart' &&
      /^(?:far|wide|miles|well|still)$/.test(before ?? '') &&
      /^(?:on|over)$/.test(lower[token + 1] ?? ''))
  )
}
