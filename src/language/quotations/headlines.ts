// In: a scene. Out: attributions of headlines: "Minister: talks will go on", "Poll: most want a deal".
import { sentenceEnd } from './content.ts'
import type { Found } from './found.ts'
import type { Scene } from './scene.ts'

/** A headline's colon after a name or a noun that speaks is a cue. */
export function attributionsByColon(scene: Scene): Found[] {
  const { draft, tokens } = scene
  const found: Found[] = []
  for (const sent of draft.sents) {
    if (sent.role !== 'headline' && sent.paragraph > 0) break
    const limit = sentenceEnd(scene, sent.first)
    let colon = sent.first
    while (colon < limit && tokens.lower[colon] !== ':') colon++
    if (colon >= limit - 2 || colon === sent.first || colon - sent.first > 7) continue
    let nominal = true
    for (let i = sent.first; i < colon; i++) {
      if (!/^(?:PROPN|NOUN|ADJ|DET|ADP|PUNCT|NUM|PART|CCONJ)$/.test(scene.pos(i)) || tokens.lower[i] === ',')
        nominal = false
    }
    if (!nominal || !speaks(scene, sent.first, colon)) continue
    found.push({
      source: [{ first: sent.first, last: colon }],
      cue: [{ first: colon, last: colon + 1 }],
      content: [{ first: colon + 1, last: limit }],
      cueLemma: ':',
      head: colon,
      nonSpeech: false,
    })
  }
  return found
}

const speaks = (scene: Scene, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) {
    if (scene.pos(i) === 'PROPN') return true
    if (
      /^(?:poll|report|study|survey|minister|official|aide|source|campaign|spokesman|spokeswoman|expert|analyst)s?$/.test(
        scene.tokens.lower[i]!,
      )
    )
      return true
  }
  return false
}
