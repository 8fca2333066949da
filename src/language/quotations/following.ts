// In: attributions. Out: the same, where a participle after told words has the source of those words.
import type { Found } from './found.ts'
import type { Phrase, Scene } from './scene.ts'

/**
 * In "Lee said the text was done, adding that it was long" the one who adds is Lee, whatever the nearest noun is: a
 * participle right after the comma that ends what was told takes its teller; "according to" names its own.
 */
export function withTellers(scene: Scene, found: readonly Found[]): Found[] {
  const { tag, lower } = scene.tokens
  const tellers = new Map<number, readonly Phrase[]>()
  const inOrder = [...found].sort((a, b) => (a.cue[0]?.first ?? 0) - (b.cue[0]?.first ?? 0))
  return inOrder.map((each) => {
    const first = each.cue[0]?.first ?? -1
    const follows =
      first > 1 && tag[each.head] === 'VBG' && lower[first - 1] === ',' && each.cueLemma !== 'according to'
    const teller = follows ? tellers.get(first - 1) : undefined
    const source = teller && scene.sentence(teller[0]!.first) === scene.sentence(first) ? teller : each.source
    const last = each.content.at(-1)?.last
    // Who wants or seeks something tells nothing that goes on.
    if (last !== undefined && source.length > 0 && source[0]!.first < last && !each.nonSpeech)
      tellers.set(last, source)
    // "…, which Lee denied, arguing that": what was told stands before.
    if (last !== undefined && source.length > 0 && last <= first) tellers.set(each.cue.at(-1)!.last, source)
    return source === each.source ? each : { ...each, source }
  })
}
