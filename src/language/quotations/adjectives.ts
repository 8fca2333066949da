// In: a scene. Out: attributions whose cue is "be" and an adjective: "is confident that", "were opposed to".
import { contentFrom, sentenceEnd } from './content.ts'
import type { Found } from './found.ts'
import type { Scene } from './scene.ts'
import { sourceOf } from './subject.ts'
import { verbGroupOf } from './verb-group.ts'

const COPULAS = new Set([
  'be',
  'feel',
  'seem',
  'remain',
  'become',
  'appear',
  'grow',
  'sound',
  "'s",
  "'re",
  "'m",
])
const QUESTION = new Set(['whether', 'if', 'how', 'what', 'why', 'who'])

export function attributionsByAdjective(scene: Scene): Found[] {
  const { tokens } = scene
  const found: Found[] = []
  for (let i = 1; i < tokens.count; i++) {
    const pos = scene.pos(i)
    if (pos !== 'ADJ' && pos !== 'VERB') continue
    const cue = scene.cues.adjectives.get(tokens.lower[i]!)
    if (!cue) continue
    const sent = scene.sentence(i)
    let verb = i - 1
    while (verb > sent.first && i - verb < 5 && (scene.pos(verb) === 'ADV' || scene.pos(verb) === 'PART'))
      verb--
    if (!COPULAS.has(tokens.lemma[verb]!)) continue
    const limit = sentenceEnd(scene, i)
    const next = tokens.lower[i + 1] ?? ''
    if (i + 1 >= limit) continue
    const clause =
      cue.frames.has('clause') && (next === 'that' || scene.pos(i + 1) === 'PRON' || QUESTION.has(next))
    const infinitive = cue.frames.has('infinitive') && next === 'to' && scene.pos(i + 2) !== 'NOUN'
    const preposition = cue.frames.has(next) && scene.pos(i + 1) !== 'VERB'
    if (!clause && !infinitive && !preposition) continue
    const copula = verbGroupOf(scene, verb, { ...cue, particles: [] })
    const source = sourceOf(scene, { ...copula, head: i })
    if (!source || copula.form === 'infinitive') continue
    const start = preposition ? i + 2 : i + 1
    const content = contentFrom(
      scene,
      i,
      start,
      limit,
      preposition ? 'preposition' : infinitive ? 'infinitive' : 'clause',
    )
    if (!content) continue
    found.push({
      source: [source],
      cue: [{ first: copula.first, last: start > i + 1 ? i + 2 : i + 1 }],
      content: [content],
      cueLemma: cue.lemma,
      head: i,
      nonSpeech: true,
    })
  }
  return found
}
