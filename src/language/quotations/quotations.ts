// In: a draft with tags (and trees where there are any). Out: its quotations: who said what, as spans; speakers come later.
import type { Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Found } from './found.ts'
import { joinSpeech } from './join.ts'
import { attributionsByPhrase } from './phrases.ts'
import { rangeOf, type Scene, sceneOf } from './scene.ts'
import { attributionsByVerb } from './verbs.ts'

/**
 * Fills `draft.quotations`, in order of the cue (or of the content where there is no cue). Sources are spans only;
 * `findSpeakers` says later who they are. After Pareti 2012 (PARC) and Newell et al. 2018 (PolNeAR).
 */
export function findQuotations(draft: Draft, lexicon: Lexicon): void {
  const scene = sceneOf(draft, lexicon)
  const found = joinSpeech(scene, [...attributionsByVerb(scene), ...attributionsByPhrase(scene)])
  const placed = found.map((each) => quotationOf(scene, each))
  placed.sort((a, b) => anchor(a) - anchor(b))
  draft.quotations = placed
}

const anchor = (quotation: Quotation): number => quotation.cue[0]?.start ?? quotation.content[0]?.start ?? 0

function quotationOf(scene: Scene, found: Found): Quotation {
  const ranges = (phrases: Found['content']) => phrases.map((phrase) => rangeOf(scene, phrase))
  return {
    source: ranges(found.source),
    cue: ranges(found.cue),
    content: ranges(found.content),
    form: formOf(scene, found),
    speakers: [],
    via: [],
    cueLemma: found.cueLemma,
    inside: -1,
    nonSpeech: found.nonSpeech,
  }
}

function formOf(scene: Scene, { content }: Found): Quotation['form'] {
  let inside = 0
  let outside = 0
  for (const { first, last } of content) {
    for (let i = first; i < last; i++) {
      if (scene.pos(i) === 'PUNCT') continue
      if (scene.inside[i]! >= 0) inside++
      else outside++
    }
  }
  return inside === 0 ? 'indirect' : outside === 0 ? 'direct' : 'mixed'
}
