// In: the attributions of single sentences. Out: the same with quotations that go on in later sentences and paragraphs joined to them.
import { firstWhere } from '../../model/range.ts'
import type { Name } from '../doc.ts'
import type { Found } from './found.ts'
import type { Phrase, Scene } from './scene.ts'

export function joinSpeech(scene: Scene, found: readonly Found[]): Found[] {
  const { tokens, draft } = scene
  const sorted = [...found].sort((a, b) => a.cue[0]!.first - b.cue[0]!.first)
  const covered = new Uint8Array(tokens.count)
  for (const { content } of sorted) for (const { first, last } of content) covered.fill(1, first, last)
  const acted: Found[] = []
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
    const actor = actorBefore(scene, sorted, stretch)
    if (actor) {
      acted.push({ ...actor, content: [stretch] })
      covered.fill(1, stretch.first, stretch.last)
      return
    }
    const paragraph = paragraphOf(stretch.first)
    let chosen: (typeof joined)[number] | undefined
    /** Whoever speaks, without marks, in the sentence right before. */
    let said: (typeof joined)[number] | undefined
    for (let k = near(joined, stretch.first), looked = 0; k >= 0 && looked < 40; k--, looked++) {
      const candidate = joined[k]!
      const place = paragraphOf(candidate.cue[0]!.first)
      if (paragraph - place > 1) break
      // A paragraph in which somebody speaks goes on with nobody else of the one before.
      const told: Found | undefined = place === paragraph ? undefined : chosen
      if (told && (!speakerIn(scene, told) || isAnother(scene, told, candidate))) break
      if (candidate.nonSpeech || candidate.cue[0]!.first > stretch.first) continue
      // "The mayor objected: “…”": words that a colon opens are of who stands before it.
      if (tokens.lower[stretch.first - 1] === ':' && scene.sentence(candidate.head) !== sent) break
      // "Her promise to …": a noun tells of words, nobody goes on from it.
      if (scene.pos(candidate.head) === 'NOUN') continue
      if (candidate.content.some(({ first }) => scene.inside[first]! >= 0)) {
        chosen = said && isAnother(scene, said, candidate) ? said : candidate
        break
      }
      if (
        !said &&
        speakerIn(scene, candidate) &&
        tokens.sent[candidate.head] === tokens.sent[sent.first]! - 1
      )
        said = candidate
      if (place === paragraph || !chosen) chosen ??= candidate
    }
    if (!chosen) return
    chosen = outermost(scene, joined, chosen)
    // "Not so, said Ann Lee. “…”": nothing but who speaks stands behind the verb.
    if (
      chosen.source.some(({ first, last }) =>
        chosen.content.every((one) => first <= one.first && one.last <= last),
      )
    )
      chosen.content.length = 0
    chosen.content.push(stretch)
    covered.fill(1, stretch.first, stretch.last)
  })
  return [...joined, ...acted]
}

/** "Ann Lee said the ministry had told her … “…”": the words that follow are hers, whoever else is told to have spoken. */
function outermost<T extends Found>({ tokens: { sent } }: Scene, found: readonly T[], inner: T): T {
  const at = near(found, inner.cue[0]!.first + 1)
  const outer = found
    .slice(Math.max(0, at - AROUND), at)
    .find(
      ({ content, nonSpeech, head }) =>
        !nonSpeech &&
        head >= 0 &&
        sent[head] === sent[inner.head] &&
        content.some(({ first, last }) => first <= inner.head && inner.head < last) &&
        !inner.content.some(({ first, last }) => first <= head && head < last),
    )
  return outer ?? inner
}

/** Attributions before one in which another that tells of it stands. */
const AROUND = 6

/** The person named in the source of an attribution. */
const speakerIn = ({ draft }: Scene, { source }: Found): string | undefined =>
  source.flatMap((phrase) => personsIn(draft, phrase))[0]?.id

/** The persons named in a range of tokens. */
function personsIn({ names }: Scene['draft'], { first, last }: Phrase): Name[] {
  const found: Name[] = []
  for (let n = firstWhere(names.length, (at) => names[at]!.first >= first); n < names.length; n++) {
    const name = names[n]!
    if (name.last > last) break
    if (name.type === 'person') found.push(name)
  }
  return found
}

/** "“…,” said Bo Holm. Not so, said Ann Lee. “…”": two persons, told of in two sentences. */
function isAnother(scene: Scene, said: Found, before: Found): boolean {
  const { sent } = scene.tokens
  return sent[said.head] !== sent[before.head] && speakerIn(scene, said) !== speakerIn(scene, before)
}

/** "Ann Lee shook her head. “…”": the person who acts, and says nothing yet, in the sentence right before speaks. */
function actorBefore(
  scene: Scene,
  found: readonly Found[],
  stretch: Phrase,
): Omit<Found, 'content'> | undefined {
  const { tokens, draft } = scene
  const sent = scene.sentence(stretch.first)
  const before = draft.sents[tokens.sent[stretch.first]! - 1]
  if (stretch.first !== sent.first || before?.paragraph !== sent.paragraph || !scene.parsed(before.first))
    return undefined
  const last = found[near(found, stretch.first)]
  if (last && (last.cue[0]!.first >= before.first || last.content.some((one) => one.last > before.first)))
    return undefined
  for (let at = before.first; at < before.last; at++) if (scene.inside[at]! >= 0) return undefined
  const person = personsIn(draft, before).find(({ first, last }) => {
    for (let at = first; at < last; at++)
      if (tokens.dep[at] === 'nsubj' && tokens.dep[tokens.head[at]!] === 'root') return true
    return false
  })
  if (!person) return undefined
  let head = person.first
  while (tokens.dep[head] !== 'root') head = tokens.head[head]!
  return {
    source: [{ first: person.first, last: person.last }],
    cue: [{ first: head, last: head + 1 }],
    cueLemma: 'say',
    head,
    nonSpeech: false,
  }
}

/** Index of the last attribution whose cue begins before a token. */
const near = (found: readonly Found[], token: number): number =>
  firstWhere(found.length, (at) => found[at]!.cue[0]!.first >= token) - 1
