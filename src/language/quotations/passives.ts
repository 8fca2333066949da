// In: a scene and a passive verb group with its cue. Out: the attribution: "is expected to win", "was described as a success by X".
import { contentFrom, sentenceEnd } from './content.ts'
import type { CueWord } from './cues.ts'
import type { Found } from './found.ts'
import { phraseStartingAt } from './noun-phrase.ts'
import type { Phrase, Scene } from './scene.ts'
import { sourceOf } from './subject.ts'
import type { VerbGroup } from './verb-group.ts'

/** The subject and what is said of it are the content; the source is the agent, where one is named. */
export function attributionByPassive(scene: Scene, group: VerbGroup, cue: CueWord): Found | undefined {
  const { lower } = scene.tokens
  const limit = sentenceEnd(scene, group.head)
  const subject = sourceOf(scene, group)
  const next = lower[group.last] ?? ''
  if (!subject) return undefined
  if (
    cue.frames.has('question') &&
    /^(?:whether|if|how|what|why|who|that)$/.test(next) &&
    group.last < limit
  ) {
    const told = contentFrom(scene, group.head, group.last, limit, 'clause')
    return (
      told && {
        source: [],
        cue: [{ first: group.first, last: group.last }],
        content: [told],
        cueLemma: cue.lemma,
        head: group.head,
        nonSpeech: !cue.speech,
      }
    )
  }
  const agent = next === 'by' ? phraseStartingAt(scene, group.last + 1, limit) : undefined
  const seems = cue.frames.has('seeming')
  const said = seems || cue.frames.has('clause') || cue.frames.has('as') || cue.frames.has('predicate')
  const fits =
    (next === 'to' && scene.pos(group.last + 1) !== 'NOUN' && said) ||
    (next === 'as' && cue.frames.has('as')) ||
    ((seems || cue.frames.has('predicate')) && /^(?:DET|ADJ|NOUN|PROPN)$/.test(scene.pos(group.last)))
  const make = (source: Phrase | undefined, content: Phrase[]): Found => ({
    source: source ? [source] : [],
    cue: [{ first: group.first, last: next === 'as' ? group.last + 1 : group.last }],
    content,
    cueLemma: cue.lemma,
    head: group.head,
    nonSpeech: !cue.speech,
  })
  if (agent && (cue.frames.has('object') || cue.frames.has('of'))) {
    const as =
      lower[agent.last] === 'as' && agent.last < limit
        ? contentFrom(scene, group.head, agent.last, limit, 'infinitive')
        : undefined
    return make(agent, as ? [subject, as] : [subject])
  }
  if (!fits || group.last >= limit) return undefined
  const rest = contentFrom(
    scene,
    group.head,
    next === 'as' ? group.last + 1 : group.last,
    limit,
    'infinitive',
  )
  return rest && make(undefined, [subject, rest])
}
