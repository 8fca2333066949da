// In: a scene. Out: attributions whose cue is a phrase: "according to", "per", "in the ministry's view", a headline's colon.
import { REACH, sentenceEnd } from './content.ts'
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
    } else if (lower[i] === 'as') {
      const attribution = asReported(scene, i)
      if (attribution) found.push(attribution)
    } else if (scene.tokens.form[i] === 'per' && scene.pos(i + 1) === 'PROPN') {
      const attribution = aside(scene, i, i + 1, phraseStartingAt(scene, i + 1, sentenceEnd(scene, i)), 'per')
      if (attribution) found.push(attribution)
    }
  }
  return found
}

/** "As Reuters reported, …", "…, as the ministry put it", "As first reported by Reuters, …". */
function asReported(scene: Scene, at: number): Found | undefined {
  const { lower, lemma, tag } = scene.tokens
  const sent = scene.sentence(at)
  const limit = sentenceEnd(scene, at)
  if (at !== sent.first && lower[at - 1] !== ',' && scene.pos(at - 1) !== 'CCONJ') return undefined
  let verb = at + 1
  while (verb < limit && scene.pos(verb) === 'ADV') verb++
  if (tag[verb] === 'VBN' && lower[verb + 1] === 'by' && REPORT.has(lemma[verb]!)) {
    const source = phraseStartingAt(scene, verb + 2, limit)
    return source && aside(scene, at, verb + 1, source, lemma[verb]!, source.last)
  }
  const source = phraseStartingAt(scene, at + 1, limit)
  if (!source) return undefined
  verb = source.last
  while (verb < limit && (scene.pos(verb) === 'ADV' || scene.pos(verb) === 'AUX')) verb++
  if ((scene.pos(verb) !== 'VERB' && !/s$/.test(lower[verb] ?? '')) || !REPORT.has(lemma[verb]!))
    return undefined
  let last = verb + 1
  if (lemma[verb] === 'put' && lower[last] === 'it') last++
  return aside(scene, source.last, last, source, lemma[verb]!, last)
}

const REPORT = new Set(
  'report say note tell put quote write point_out cite detail explain describe observe see state reveal argue acknowledge suggest mention announce warn'.split(
    ' ',
  ),
)

/** A cue and its source set apart by commas: the content is the rest of the sentence after it, or before it. */
function aside(
  scene: Scene,
  cueFirst: number,
  cueLast: number,
  source: Phrase | undefined,
  lemma: string,
  end = source?.last ?? cueLast,
): Found | undefined {
  if (!source) return undefined
  const { lower } = scene.tokens
  const sent = scene.sentence(cueFirst)
  const limit = sentenceEnd(scene, cueFirst)
  const first = Math.min(cueFirst, source.first)
  const opener = lower[first - 1] === 'as' ? first - 1 : first
  const leads = opener - sent.first <= 2 || scene.pos(opener - 1) === 'CCONJ'
  let content: Phrase
  if (leads) {
    let comma = end
    while (comma < limit && lower[comma] !== ',' && comma - end < 10) comma++
    if (lower[comma] !== ',') return undefined
    content = { first: comma + 1, last: limit }
  } else {
    let last = first
    while (last > sent.first && /^(?:,|as)$/.test(lower[last - 1]!)) last--
    content = { first: Math.max(sent.first, last - REACH), last }
  }
  if (content.last - content.first < 2) return undefined
  return {
    source: [source],
    cue: [{ first: cueFirst, last: cueLast }],
    content: [content],
    cueLemma: lemma,
    head: cueLast - 1,
    nonSpeech: false,
  }
}

/** "According to the minister, Ann Lee, …": of an office and a person's name the name is no content. */
const isHolder = ({ draft, tokens }: Scene, core: Phrase, source: Phrase): boolean =>
  tokens.tag[core.last - 1] === 'NN' &&
  draft.names.some(
    ({ type, first, last }) => type === 'person' && first === core.last + 1 && last === source.last,
  )

/** "The goal, according to the envoy, is to …": the verb of what stands before the source is told by him too. */
function predicateBehind(
  { tokens: { lower, tag } }: Scene,
  { first, last }: Phrase,
  comma: number,
  limit: number,
): Phrase | undefined {
  const isVerbal = (token: string | undefined) => /^(?:VB[DZP]|MD)$/.test(token ?? '')
  if (lower[last] !== ',' || lower[comma] !== ',' || comma + 1 >= limit) return undefined
  if (!isVerbal(tag[comma + 1]) || tag.slice(first, last).some(isVerbal)) return undefined
  return { first: comma + 1, last: limit }
}

function accordingTo(scene: Scene, at: number): Found | undefined {
  const { lower } = scene.tokens
  const sent = scene.sentence(at)
  const limit = sentenceEnd(scene, at)
  let source = phraseWithApposition(scene, at + 2, limit)
  // "According to their rules" names nobody.
  if (!source || (source.last === at + 3 && scene.tokens.tag[at + 2] === 'PRP$')) return undefined
  const core = phraseStartingAt(scene, at + 2, limit)
  if (
    at - sent.first <= 1 &&
    core &&
    (lower[source.last] !== ',' || !(scene.pos(core.last + 1) === 'DET' || isHolder(scene, core, source)))
  )
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
    content = { first: Math.max(sent.first, last - REACH), last }
  }
  if (content.last <= content.first) return undefined
  const behind = predicateBehind(scene, content, source.last, limit)
  return {
    source: [source],
    cue: [{ first: at, last: at + 2 }],
    content: behind ? [content, behind] : [content],
    cueLemma: 'according to',
    head: at,
    nonSpeech: false,
  }
}
