// In: a draft with tags (and trees where there are any). Out: its quotations: who said what, as spans; speakers come later.
import type { Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { attributionsByAdjective } from './adjectives.ts'
import { withTellers } from './following.ts'
import type { Found } from './found.ts'
import { attributionsByColon } from './headlines.ts'
import { joinSpeech } from './join.ts'
import { nestingOf } from './nesting.ts'
import { attributionsByNoun } from './nouns.ts'
import { attributionsByPhrase } from './phrases.ts'
import { rangeOf, type Scene, sceneOf } from './scene.ts'
import { attributionsByVerb } from './verbs.ts'

/**
 * Fills `draft.quotations`, in order of the cue (or of the content where there is no cue). Sources are spans only;
 * `findSpeakers` says later who they are. After Pareti 2012 (PARC) and Newell et al. 2018 (PolNeAR).
 */
export function findQuotations(draft: Draft, lexicon: Lexicon): void {
  const scene = sceneOf(draft, lexicon)
  const found = joinSpeech(
    scene,
    withTellers(
      scene,
      dropCovered([
        ...attributionsByVerb(scene),
        ...attributionsByAdjective(scene),
        ...attributionsByNoun(scene),
        ...attributionsByPhrase(scene),
        ...attributionsByColon(scene),
      ]),
    ),
  )
  found.sort((a, b) => anchor(a) - anchor(b))
  const outer = nestingOf(found, scene.tokens.count)
  draft.quotations = found.map((each, n) => ({
    ...quotationOf(scene, within(each, found[outer[n]!])),
    inside: outer[n]!,
  }))
}

/** What is told inside other words ends where those end: "After he said he would refuse to pay, they left". */
function within(each: Found, outer: Found | undefined): Found {
  const cue = each.cue[0]
  const around = outer?.content.find(({ first, last }) => cue && first <= cue.first && cue.last <= last)
  if (!around) return each
  const content = each.content.map(({ first, last }) => ({
    first,
    last: first < around.last ? Math.min(last, around.last) : last,
  }))
  return { ...each, content }
}

/** Of attributions with cues in one another the one with the longest cue stays ("declined to comment on" for "comment on"). */
function dropCovered(found: readonly Found[]): Found[] {
  const width = ({ cue }: Found) => cue[0]!.last - cue[0]!.first
  const kept: Found[] = []
  const taken = new Set<number>()
  for (const each of [...found].sort((a, b) => width(b) - width(a))) {
    const { first, last } = each.cue[0]!
    let free = true
    for (let i = first; i < last; i++) if (taken.has(i)) free = false
    if (!free) continue
    for (let i = first; i < last; i++) taken.add(i)
    kept.push(each)
  }
  return kept
}

const anchor = (found: Found): number => found.cue[0]?.first ?? found.content[0]?.first ?? 0

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
