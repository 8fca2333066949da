// In: a scene and a verb that is denied. Out: what was awaited and has not been done, told as that: "has not confirmed the date".
import { type TimeExpression, UPOS } from '../../language/doc.ts'
import { type Found, isQuestion, type Scene } from '../sentence/scene.ts'
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
 * "Norway has not confirmed the date", "no date was set for a fourth round", "nothing has been agreed about the fees", "has yet
 * to sign", "declined to say whether it would": a verb of what is awaited in talks (`awaited-verbs`), which its sentence,
 * one of `telling` or not, tells alone.
 */
export function notDoneAt(scene: Scene, verb: number, telling: ReadonlySet<number>): Found | undefined {
  const { doc, grammar, fillers, rows } = scene
  const { lemma, sent, tag, lower } = doc.tokens
  const row = rows('awaited-verbs').get(lemma[verb]!)
  if (!row || telling.has(sent[verb]!)) return undefined
  const head = withheldBy(scene, verb) ?? (isSoFar(scene, verb) ? verb : undefined)
  if (head === undefined || !MAIN.has(doc.tokens.dep[head]!)) return undefined
  // "Which she did not deliver", "not set until Monday".
  const around = [verb, head].flatMap((one) => grammar.children(one))
  if (around.some((one) => /^(?:which|who|whom|until)$/.test(lower[one]!))) return undefined
  if (grammar.dependents(verb, 'obl', 'advcl', 'xcomp').some((one) => isUntil(scene, one))) return undefined
  const passive = grammar.isPassive(verb)
  const things = grammar.objects(verb)
  const subjects = passive ? things : grammar.subjects(head)
  const isPointing = (token: number) =>
    /^(?:W|DT$)/.test(tag[token]!) || (!passive && /^(?:any|no)thing$/.test(lower[token]!))
  // "It has not been signed" says of what only before; "Lund has not confirmed it" is told with what stands there.
  const isVoid = (token: number) => isPointing(token) || (passive && tag[token]!.startsWith('PRP'))
  if (
    subjects.length === 0 ||
    subjects.some(isVoid) ||
    things.some((one) => !isIt(scene, one) && isVoid(one))
  )
    return undefined
  const untold = new Set((row.not ?? '').split(' '))
  const only = new Set((row.only ?? '').split(' '))
  if ((row.only ?? '') !== '' && !things.some((token) => only.has(lemma[token]!))) return undefined
  const behind = grammar.obliques(verb, 'to')
  if ([...things, ...behind].some((token) => untold.has(lemma[token]!))) return undefined
  const words = wordsOf(scene, head, subjects)
  if (!words || (OPEN.test(words.text) && !isNamedDoer(scene, subjects))) return undefined
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
    days: scene.days([verb]).filter(({ role, relative }) => role === 'on' && relative?.kind === 'weekday'),
    roles: object ? { object: { start: object.start, end: object.end } } : {},
  }
}

/** "Until Monday", of itself or of what it goes on to. */
const isUntil = ({ grammar }: Scene, token: number): boolean =>
  [token, ...grammar.dependents(token, 'obl')].some((one) => /^(?:until|till)$/.test(grammar.caseOf(one)))

/** "It", "this", "that" in place of what is not confirmed. */
const isIt = ({ doc }: Scene, token: number): boolean =>
  /^(?:it|this|that|them)$/.test(doc.tokens.lower[token]!)

const isNamedDoer = ({ fillers }: Scene, subjects: readonly number[]): boolean =>
  subjects.some((token) => fillers.partyNamed(token).length > 0)

/**
 * The verb by which somebody holds back what the other would tell or do: "has yet to confirm", "declined to say whether", "would
 * not disclose"; undefined where nobody does.
 */
function withheldBy(scene: Scene, verb: number): number | undefined {
  const { doc, grammar } = scene
  const { lemma, lower, dep, head, tag } = doc.tokens
  if (isQuestion(doc, verb)) return undefined
  if (grammar.dependents(verb, 'aux').some((aux) => lower[aux] === 'would')) {
    const { polarity } = scene.epistemics(verb)
    return polarity === 'denied' && TELLING.has(lemma[verb]!) && isUnasked(scene, verb) ? verb : undefined
  }
  const above = head[verb]!
  if (dep[verb] !== 'xcomp' || above < 0 || lower[verb - 1] !== 'to' || !isUnasked(scene, above))
    return undefined
  if (scene.epistemics(above).polarity === 'denied') return undefined
  if (lemma[above] === 'have')
    return lower[verb - 2] === 'yet' && /^VB[ZP]$/.test(tag[above]!) ? above : undefined
  return WITHHOLDING.has(lemma[above]!) && TELLING.has(lemma[verb]!) && /^VB[DN]$/.test(tag[above]!)
    ? above
    : undefined
}

/** Told by the report itself, and not as a condition. */
const isUnasked = (scene: Scene, verb: number): boolean =>
  scene.attributions(verb).length === 0 &&
  scene.grammar
    .dependents(verb, 'mark', 'advmod')
    .every((word) => !/^(?:if|when|unless)$/.test(scene.doc.tokens.lower[word]!))

const WITHHOLDING: ReadonlySet<string> = new Set(['decline', 'refuse'])
const TELLING: ReadonlySet<string> = new Set(
  'say confirm disclose reveal specify announce clarify explain name release publish'.split(' '),
)

/** Denied as a fact of now or of the report's own news, by nobody whose words it stands in. */
function isSoFar(scene: Scene, verb: number): boolean {
  const { doc, grammar } = scene
  const { lower, sent } = doc.tokens
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity !== 'denied' || modality !== 'held' || scene.attributions(verb).length > 0) return false
  if (isQuestion(doc, verb)) return false
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass').map((aux) => lower[aux]!)
  if (!auxiliaries.some((aux) => SO_FAR.has(aux)) || auxiliaries.includes('had')) return false
  // "Did not sign it in 1998": of a day that is told.
  if (
    !/^ha(?:s|ve)$/.test(auxiliaries[0] ?? '') &&
    doc.times.some((one) => sent[one.first] === sent[verb] && !isRecent(one))
  )
    return false
  return !grammar.dependents(verb, 'advmod', 'mark').some((word) => NEARLY.has(lower[word]!))
}

/** Of the days of the report. */
const isRecent = ({ relative }: TimeExpression): boolean => relative?.kind === 'weekday'

/** "Has not said it will": of what, the sentence before says. */
const OPEN = /\b(?:will|would|did|does|has|have|so)$/

/** "No date", "nothing": no thing that anything is told of. */
const NONE = /^(?:no|none|nothing|neither)\b/i

/** From whoever has not done it on, or from what has not been done. */
function wordsOf(scene: Scene, verb: number, subjects: readonly number[]) {
  const { grammar, fillers } = scene
  const [thing] = subjects
  const { first, last } = grammar.predicate(verb)
  // "Neither government has confirmed it": by whom it was not, its words begin.
  const isNone = grammar.phrase(thing!, 'short').first
  if (!grammar.isPassive(verb) && !NONE.test(scene.doc.tokens.lower[isNone]!))
    return wordsFrom(scene, verb, true)
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
