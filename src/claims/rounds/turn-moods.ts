// In: a scene and a word that tells what became of talks. Out: how sure that is; nothing where it is only wished, feared or denied.
import type { Mood } from '../sentence/moods.ts'
import type { Scene } from '../sentence/scene.ts'

/** Verbs and nouns above an infinitive by which it is arranged: "agreed to resume talks", "a plan to reopen talks". */
const ARRANGED: ReadonlySet<string> = new Set(
  'agree agreement decide decision plan set due schedule pledge promise vow commit intend expect prepare'.split(
    ' ',
  ),
)
/** Verbs above an infinitive that tell it as done. */
const DONE: ReadonlySet<string> = new Set(['manage', 'proceed', 'force'])
const TOLD: ReadonlySet<string> = new Set(['held', 'ongoing', 'background', 'planned', 'expected'])

/** Undefined where nobody tells that it came about or is to: "urged them to resume talks", "would collapse", "has not broken off". */
export function moodOfTurn(
  scene: Scene,
  { verb, turn }: { readonly verb: number; readonly turn: string },
): Mood | undefined {
  const { grammar, doc } = scene
  const { dep, tag, lower } = doc.tokens
  // "Stalled talks": they had stalled before.
  if (dep[verb] === 'amod') return { polarity: 'affirmed', modality: 'background' }
  const mood = scene.epistemics(verb)
  if (mood.polarity === 'denied' || !TOLD.has(mood.modality)) return undefined
  if (!grammar.isVerb(verb)) return isSupposed(scene, verb) ? undefined : mood
  if (isInOtherMood(scene, verb)) return undefined
  const marks = grammar.dependents(verb, 'mark').map((mark) => lower[mark]!)
  const first = firstJoined(scene, verb)
  if (grammar.isInfinitive(first)) return arranged(scene, first)
  const isBare = tag[first] === 'VB' && !hasAuxiliary(scene, first)
  if (isBare && grammar.dependents(first, 'nsubj').length === 0) return undefined
  // "Would derail the talks", "when talks break down": what may stop them is told of talks that go on.
  const isAhead = mood.modality === 'planned' || mood.modality === 'expected'
  const isWill = grammar.dependents(verb, 'aux').some((aux) => /^(?:will|'ll|shall)$/.test(lower[aux]!))
  if (isAhead && !isWill && !/^(?:resumed|rejoined)$/.test(turn)) return undefined
  // "Before resuming talks", "by breaking off talks"; "after suspending the talks" is done.
  if (tag[verb] === 'VBG' && !hasAuxiliary(scene, verb)) {
    const before = marks[0] ?? (/^IN$/.test(tag[verb - 1] ?? '') ? lower[verb - 1] : undefined)
    if (before !== undefined && !/^(?:after|since)$/.test(before)) return undefined
    if (/^(?:nsubj|csubj|obj|nmod|obl|xcomp|ccomp|amod|compound|acl)/.test(dep[verb]!)) return undefined
  }
  // "Talks resume next week": the present of a day to come, and of a headline.
  if (marks.some((mark) => /^(?:if|unless|until|whether|once|before)$/.test(mark))) return undefined
  return mood.modality === 'ongoing' ? { ...mood, modality: 'held' } : mood
}

/** "To cut the fee and return to the table": the first of the verbs it is joined to, where it is bare. */
function firstJoined({ doc, grammar }: Scene, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 4; steps++) {
    const isBare = doc.tokens.tag[at] === 'VB' && doc.tokens.dep[at] === 'conj' && !grammar.isInfinitive(at)
    if (!isBare || grammar.dependents(at, 'aux').length > 0) return at
    at = doc.tokens.head[at]!
  }
  return at
}

const hasAuxiliary = ({ grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux', 'aux:pass').length > 0

/** "Were to resume", "agreed to resume", "moved to suspend"; an end, wish or threat ("to resume talks, he flew to") is none. */
function arranged(scene: Scene, verb: number): Mood | undefined {
  const { doc, grammar } = scene
  const { head, dep, lemma, lower, tag } = doc.tokens
  const mood = scene.epistemics(verb)
  const above = head[verb]!
  const planned: Mood = { ...mood, modality: 'planned' }
  const mark = grammar.dependents(verb, 'mark')[0]!
  if (/^(?:is|are|was|were)$/.test(lower[mark - 1] ?? '')) return planned
  if (above < 0 || !/^(?:xcomp|ccomp|acl|advcl)/.test(dep[verb]!)) return undefined
  if (scene.epistemics(above).polarity === 'denied') return undefined
  if (ARRANGED.has(lemma[above]!)) {
    const isTold = !grammar.isVerb(above) || TOLD.has(scene.epistemics(above).modality)
    const isOwn = dep[verb] !== 'advcl' || /^(?:agree|decide|vow|pledge|promise)$/.test(lemma[above]!)
    return isTold && isOwn ? planned : undefined
  }
  if (dep[verb] === 'xcomp' && DONE.has(lemma[above]!) && tag[above] === 'VBD') return mood
  return undefined
}

/** "May", "could", "should", "would": only thought of; "did not", "never". */
const isInOtherMood = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar
    .dependents(verb, 'aux')
    .some((aux) => /^(?:may|might|could|should|must|can|ought)$/.test(doc.tokens.lower[aux]!))

/** "Fears of a collapse of the talks". */
const isSupposed = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'amod')
    .some((word) => /^(?:possible|potential|likely|feared|any|further)$/.test(doc.tokens.lower[word]!))
