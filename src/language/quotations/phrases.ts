// In: a scene. Out: attributions whose cue is a phrase: "according to", "per", "in the ministry's view", a headline's colon.
import { sentenceEnd } from './content.ts'
import type { Found } from './found.ts'
import { phraseStartingAt } from './noun-phrase.ts'
import type { Phrase, Scene } from './scene.ts'
import { phraseWithApposition } from './subject.ts'

export function attributionsByPhrase(scene: Scene): Found[] {
  const { lower, count } = scene.tokens
  const found: Found[] = []
  for (let i = 0; i < count; i++) {
    if (lower[i] === 'according' && lower[i + 1] === 'to') {
      const attribution = accordingTo(scene, i)
      if (attribution) found.push(attribution)
    }
  }
  return found
}

function accordingTo(scene: Scene, at: number): Found | undefined {
  const { lower } = scene.tokens
  const sent = scene.sentence(at)
  const limit = sentenceEnd(scene, at)
  let source = phraseWithApposition(scene, at + 2, limit)
  if (!source) return undefined
  const core = phraseStartingAt(scene, at + 2, limit)
  if (at - sent.first <= 1 && core && (lower[source.last] !== ',' || scene.pos(core.last + 1) !== 'DET'))
    source = core
  let content: Phrase
  if (at === sent.first || at - sent.first <= 1) {
    let first = source.last
    while (first < limit && lower[first] !== ',') first++
    if (first >= limit) return undefined
    content = { first: first + 1, last: limit }
  } else {
    let last = at
    while (last > sent.first && lower[last - 1] === ',') last--
    content = { first: sent.first, last }
  }
  if (content.last <= content.first) return undefined
  return {
    source: [source],
    cue: [{ first: at, last: at + 2 }],
    content: [content],
    cueLemma: 'according to',
    head: at,
    nonSpeech: false,
  }
}
