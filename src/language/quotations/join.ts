// In: the attributions of single sentences. Out: the same with quotations that go on in later sentences and paragraphs joined to them.
import { firstWhere } from '../../model/range.ts'
import type { Found } from './found.ts'
import type { Scene } from './scene.ts'

export function joinSpeech(scene: Scene, found: readonly Found[]): Found[] {
  const { tokens, draft } = scene
  const sorted = [...found].sort((a, b) => a.cue[0]!.first - b.cue[0]!.first)
  const covered = new Uint8Array(tokens.count)
  for (const { content } of sorted) for (const { first, last } of content) covered.fill(1, first, last)
  const joined = sorted.map((each) => ({ ...each, content: [...each.content] }))
  const paragraphOf = (token: number) => draft.sents[tokens.sent[token]!]!.paragraph
  scene.stretch.forEach((stretch, n) => {
    if (stretch.last <= stretch.first || covered[stretch.first] || covered[stretch.last - 1]) return
    if (stretch.last - stretch.first < 6 || scene.quoted[n]!.marks === 'single') return
    const sent = scene.sentence(stretch.first)
    const before =
      stretch.first === sent.first ||
      tokens.lower[stretch.first - 1] === ',' ||
      tokens.lower[stretch.first - 1] === ':'
    if (!before) return
    const paragraph = paragraphOf(stretch.first)
    let chosen: (typeof joined)[number] | undefined
    for (let k = near(joined, stretch.first), looked = 0; k >= 0 && looked < 40; k--, looked++) {
      const candidate = joined[k]!
      const place = paragraphOf(candidate.cue[0]!.first)
      if (paragraph - place > 1) break
      if (candidate.nonSpeech || candidate.cue[0]!.first > stretch.first) continue
      // "The mayor objected: “…”": words that a colon opens are of who stands before it.
      if (tokens.lower[stretch.first - 1] === ':' && scene.sentence(candidate.head) !== sent) break
      // "Her promise to …": a noun tells of words, nobody goes on from it.
      if (scene.pos(candidate.head) === 'NOUN') continue
      if (candidate.content.some(({ first }) => scene.inside[first]! >= 0)) {
        chosen = candidate
        break
      }
      if (place === paragraph || !chosen) chosen ??= candidate
    }
    if (!chosen) return
    chosen.content.push(stretch)
    covered.fill(1, stretch.first, stretch.last)
  })
  return joined
}

/** Index of the last attribution whose cue begins before a token. */
const near = (found: readonly Found[], token: number): number =>
  firstWhere(found.length, (at) => found[at]!.cue[0]!.first >= token) - 1
