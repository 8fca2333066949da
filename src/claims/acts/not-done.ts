// In: a scene and a verb that is denied. Out: what was awaited and has not been done, told as that: "has not confirmed the date".
import { UPOS } from '../../language/doc.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { actorsAt, refsAt } from './actors.ts'
import { wordsFrom } from './event-words.ts'

const PRON = UPOS.indexOf('PRON')
const MAIN: ReadonlySet<string> = new Set(['root', 'conj', 'parataxis'])
/** "Has not", "did not", "was not": so far, and as the report's own news; "had not" is of a day before. */
const SO_FAR: ReadonlySet<string> = new Set(["'s", "'ve", ...'has have did was were is are being'.split(' ')])
const NEARLY: ReadonlySet<string> = new Set(
  'almost nearly hardly only merely just simply always immediately actually'.split(' '),
)
/** Words below which what nobody is told to have left undone says nothing without the sentence before. */
const FEWEST = 7
const HELD = { polarity: 'affirmed', modality: 'held' } as const

/**
 * "Norway has not confirmed the date", "no date was set for a fourth round", "nothing has been agreed about the fees": a
 * verb of what is awaited in talks (`awaited-verbs`), which its sentence, one of `telling` or not, tells alone.
 */
export function notDoneAt(scene: Scene, verb: number, telling: ReadonlySet<number>): Found | undefined {
  const { doc, grammar, fillers, rows } = scene
  const { lemma, dep, sent, tag, lower } = doc.tokens
  const row = rows('awaited-verbs').get(lemma[verb]!)
  if (!row || !MAIN.has(dep[verb]!) || telling.has(sent[verb]!) || !isSoFar(scene, verb)) return undefined
  const passive = grammar.isPassive(verb)
  const things = grammar.objects(verb)
  const subjects = passive ? things : grammar.subjects(verb)
  const isPointing = (token: number) =>
    /^(?:PRP|W|DT$)/.test(tag[token]!) || (!passive && /^(?:any|no)thing$/.test(lower[token]!))
  if (subjects.length === 0 || [...subjects, ...things].some(isPointing)) return undefined
  const untold = new Set((row.not ?? '').split(' '))
  const behind = grammar.obliques(verb, 'to')
  if ([...things, ...behind].some((token) => untold.has(lemma[token]!))) return undefined
  const words = wordsOf(scene, verb, subjects)
  if (!words || OPEN.test(words.text)) return undefined
  const actor = passive
    ? []
    : refsAt(
        scene,
        subjects.flatMap((token) => actorsAt(scene, token)),
      )
  const isTold = passive ? words.text.split(' ').length >= FEWEST : actor.length > 0 && tellsWhat(scene, verb)
  if (!isTold) return undefined
  const [thing] = things
  const isThing = thing !== undefined && doc.tokens.pos[thing] !== PRON && !NONE.test(words.text)
  const object = isThing ? fillers.phrase(thing, 'whole') : undefined
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/not-done@1',
    epistemics: HELD,
    body: {
      type: `event: not ${lemma[verb]}`,
      actor,
      recipient: [],
      ...(object ? { object } : {}),
      words,
    },
    days: [],
    roles: object ? { object: { start: object.start, end: object.end } } : {},
  }
}

/** Denied as a fact of now or of the report's own news, by nobody whose words it stands in. */
function isSoFar(scene: Scene, verb: number): boolean {
  const { doc, grammar } = scene
  const { lower, sent } = doc.tokens
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity !== 'denied' || modality !== 'held' || scene.attributions(verb).length > 0) return false
  if (doc.tokens.form[doc.sents[sent[verb]!]!.last - 1] === '?') return false
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass').map((aux) => lower[aux]!)
  if (!auxiliaries.some((aux) => SO_FAR.has(aux)) || auxiliaries.includes('had')) return false
  // "Did not sign it in 1998": of a day that is told.
  if (!/^ha(?:s|ve)$/.test(auxiliaries[0] ?? '') && doc.times.some(({ first }) => sent[first] === sent[verb]))
    return false
  return !grammar.dependents(verb, 'advmod', 'mark').some((word) => NEARLY.has(lower[word]!))
}

/** "Has not said it will": of what, the sentence before says. */
const OPEN = /\b(?:will|would|did|does|has|have|so)$/

/** "No date", "nothing": no thing that anything is told of. */
const NONE = /^(?:no|none|nothing|neither)\b/i

/** From whoever has not done it on, or from what has not been done. */
function wordsOf(scene: Scene, verb: number, subjects: readonly number[]) {
  const { grammar, fillers } = scene
  if (!grammar.isPassive(verb)) return wordsFrom(scene, verb, true)
  const [thing] = subjects
  const { first, last } = grammar.predicate(verb)
  return thing! > verb
    ? undefined
    : fillers.phraseOf(Math.min(grammar.phrase(thing!, 'whole').first, first), Math.max(last, verb), verb)
}

/** Done to something, or asked by a clause of its own: "has not said which goods it would hit"; "has not retaliated". */
function tellsWhat({ grammar, rows, doc }: Scene, verb: number): boolean {
  if (grammar.objects(verb).length > 0 || grammar.dependents(verb, 'ccomp', 'xcomp').length > 0) return true
  if (rows('awaited-verbs').get(doc.tokens.lemma[verb]!)?.alone === 'yes') return true
  return grammar.dependents(verb, 'obl').length > 0
}
