// In: the attributions of single sentences. Out: the same with quotations that go on in later sentences and paragraphs joined to them.
import { firstWhere } from '../../model/range.ts'
import type { Name } from '../doc.ts'
import type { Found } from './found.ts'
import { phraseEndingAt } from './noun-phrase.ts'
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

/**
 * "Ann Lee shook her head. “…”", "A Chilean envoy gave another account. “…”": who acts, and says nothing yet, in the sentence
 * right before speaks.
 */
function actorBefore(
  scene: Scene,
  found: readonly Found[],
  stretch: Phrase,
): Omit<Found, 'content'> | undefined {
  const { tokens, draft } = scene
  const sent = scene.sentence(stretch.first)
  const before = draft.sents[tokens.sent[stretch.first]! - 1]
  // "“We wait” became their song".
  if (stretch.last < sent.last && !/^[.,]$/.test(tokens.lower[stretch.last]!)) return undefined
  if (stretch.first !== sent.first || before?.paragraph !== sent.paragraph) return undefined
  for (let at = before.first; at < before.last; at++) if (scene.inside[at]! >= 0) return undefined
  let subject = before.first
  while (subject < before.last && !actsIn(scene, subject)) subject++
  if (subject === before.last) return undefined
  const head = tokens.head[subject]!
  // "Offered another account": a thing, no words.
  const isThing = ({ content }: Found) =>
    content.every(
      ({ first, last }) =>
        first > head &&
        scene.pos(first) !== 'PRON' &&
        !tokens.tag.slice(first, last).some((tag) => /^(?:MD|VB)/.test(tag)),
    )
  const isTold = (one: Found) =>
    (!one.nonSpeech && one.head >= head && !isThing(one)) ||
    one.content.some(({ first, last }) => first <= head && head < last)
  for (
    let at = near(found, stretch.first);
    at >= 0 && found[at]!.cue[0]!.first >= before.first - AROUND;
    at--
  )
    if (isTold(found[at]!)) return undefined
  const person = personsIn(draft, before).find(({ first, last }) => first <= subject && subject < last)
  const source = person ?? someone(scene, subject)
  if (!source) return undefined
  return {
    source: [{ first: source.first, last: source.last }],
    cue: [{ first: head, last: head + 1 }],
    cueLemma: 'say',
    head,
    nonSpeech: false,
  }
}

/** Whether a token is the subject of its sentence. */
const actsIn = ({ tokens: { dep, head } }: Scene, at: number): boolean =>
  dep[at]!.startsWith('nsubj') && dep[head[at]!] === 'root'

/** "A senior Chilean envoy": somebody without a name who speaks. */
function someone(scene: Scene, subject: number): Phrase | undefined {
  const { lower, lemma } = scene.tokens
  const phrase = phraseEndingAt(scene, subject + 1)
  return phrase &&
    /^(?:an?|another|one)$/.test(lower[phrase.first]!) &&
    scene.cues.speakers.has(lemma[subject]!)
    ? phrase
    : undefined
}

/** Index of the last attribution whose cue begins before a token. */
const near = (found: readonly Found[], token: number): number =>
  firstWhere(found.length, (at) => found[at]!.cue[0]!.first >= token) - 1
