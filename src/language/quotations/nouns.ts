// In: a scene. Out: attributions whose cue is a noun: "the ministry's claim that", "his criticism of", "voiced concern over".
import { contentFrom, sentenceEnd } from './content.ts'
import type { CueWord } from './cues.ts'
import type { Found } from './found.ts'
import { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts'
import type { Phrase, Scene } from './scene.ts'
import { sourceOf } from './subject.ts'
import { verbGroupOf } from './verb-group.ts'

/** Verbs that say little beside their noun ("made a claim"). */
const LIGHT = new Set(
  'make have give issue offer express voice deliver raise launch show take hold level lodge release repeat announce share renew reiterate receive draw reach write send publish cite escalate intensify sharpen soften stiffen direct put state leave find keep sign declare continue'.split(
    ' ',
  ),
)
const POSSESSIVE = /^(?:his|her|their|its)$/
const PREPOSITIONS = new Set('of for about on over against to with in at that'.split(' '))
const PLAIN: CueWord = { lemma: '', speech: true, frames: new Set(), particles: [] }

export function attributionsByNoun(scene: Scene): Found[] {
  const found: Found[] = []
  for (let i = 0; i < scene.tokens.count; i++) {
    if (scene.pos(i) !== 'NOUN') continue
    const cue = scene.cues.nouns.get(scene.tokens.lemma[i]!)
    const attribution = cue && byNoun(scene, i, cue)
    if (attribution) found.push(attribution)
  }
  return found
}

function byNoun(scene: Scene, noun: number, cue: CueWord): Found | undefined {
  const { lower } = scene.tokens
  const limit = sentenceEnd(scene, noun)
  const held = holderOf(scene, noun)
  let at = noun + 1
  let source = held?.source
  if (!source && (lower[at] === 'by' || lower[at] === 'from')) {
    const agent = phraseStartingAt(scene, at + 1, limit)
    if (!agent) return undefined
    source = agent
    at = agent.last
  }
  if (!source) return undefined
  const right =
    afterNoun(scene, noun, at, limit, cue) ??
    afterCopula(scene, noun, limit, cue) ??
    afterColon(scene, noun, limit, cue)
  if (!right) return undefined
  return {
    source: [source],
    cue: [{ first: held?.cueFirst ?? noun, last: at === noun + 1 ? right.cueLast : noun + 1 }],
    content: [right.content],
    cueLemma: cue.lemma,
    head: noun,
    nonSpeech: !cue.speech,
  }
}

/** The content after a cue noun and where the cue ends. */
function afterNoun(
  scene: Scene,
  noun: number,
  at: number,
  limit: number,
  cue: CueWord,
): { content: Phrase; cueLast: number } | undefined {
  const { lower } = scene.tokens
  const word = lower[at] ?? ''
  if (at >= limit) return undefined
  if (word === 'that' && cue.frames.has('clause') && scene.pos(at + 1) !== 'AUX') {
    const content = contentFrom(scene, noun, at, limit, 'clause')
    return content && { content, cueLast: noun + 1 }
  }
  if (word === 'to' && cue.frames.has('infinitive') && scene.pos(at + 1) === 'VERB') {
    const content = contentFrom(scene, noun, at, limit, 'infinitive')
    return content && { content, cueLast: noun + 1 }
  }
  if (PREPOSITIONS.has(word) && cue.frames.has(word)) {
    const content = contentFrom(scene, noun, at + 1, beforeVerb(scene, noun, limit), 'preposition')
    return content && { content, cueLast: at + 1 }
  }
  return undefined
}

/** "Peru's call for a cap has annoyed Lima": what is called for ends before what the call did. */
function beforeVerb({ tokens }: Scene, noun: number, limit: number): number {
  const { dep, head, tag } = tokens
  const verb = head[noun]!
  if (!dep[noun]!.startsWith('nsubj') || verb <= noun || verb >= limit || !/^(?:VB|MD)/.test(tag[verb]!))
    return limit
  let first = verb
  while (first - 1 > noun + 1 && head[first - 1] === verb && /^(?:aux|advmod|cop)/.test(dep[first - 1]!))
    first--
  return first
}

/** "Her warning was that …": the copula belongs to the cue. */
function afterCopula(
  scene: Scene,
  noun: number,
  limit: number,
  cue: CueWord,
): { content: Phrase; cueLast: number } | undefined {
  const { lower, lemma } = scene.tokens
  if (lemma[noun + 1] !== 'be' || lower[noun + 2] !== 'that' || !cue.frames.has('clause')) return undefined
  const content = contentFrom(scene, noun, noun + 2, limit, 'clause')
  return content && { content, cueLast: noun + 2 }
}

/** "Her answer before boarding: “…”", "his formula is short: “…”": words in marks behind a colon, the first of the clause. */
function afterColon(
  scene: Scene,
  noun: number,
  limit: number,
  cue: CueWord,
): { content: Phrase; cueLast: number } | undefined {
  const { lower, lemma, tag } = scene.tokens
  if (!cue.frames.has('quote') || scene.inside[noun]! >= 0) return undefined
  for (let at = noun + 1; at + 1 < limit && at - noun < NEAR; at++) {
    if (/^[,;]$/.test(lower[at]!) || (FINITE.test(tag[at]!) && lemma[at] !== 'be')) return undefined
    if (lower[at] !== ':') continue
    const stretch = scene.stretch[scene.inside[at + 1]!]
    return stretch?.first === at + 1 ? { content: stretch, cueLast: noun + 1 } : undefined
  }
  return undefined
}

const FINITE = /^(?:VB[DZP]|MD)$/
/** Tokens within which a colon stands behind its noun. */
const NEAR = 9

/** Whose noun it is: a possessor before it, or the subject of the light verb it is the object of. */
function holderOf(scene: Scene, noun: number): { source: Phrase; cueFirst: number } | undefined {
  const { lower, lemma } = scene.tokens
  const sent = scene.sentence(noun)
  let first = noun
  while (
    first - 1 >= sent.first &&
    noun - first < 6 &&
    /^(?:ADJ|ADV|NOUN|NUM|VERB)$/.test(scene.pos(first - 1)) &&
    !isDeed(scene, first - 1) &&
    !isLight(scene, first - 1)
  )
    first--
  const before = first - 1
  if (before < sent.first) return undefined
  if (POSSESSIVE.test(lower[before]!) && !(before > sent.first && isLight(scene, before - 1)))
    return { source: { first: before, last: before + 1 }, cueFirst: first }
  if (
    (lower[before] === "'s" || lower[before] === "'") &&
    scene.pos(before) !== 'AUX' &&
    before > sent.first
  ) {
    const owner = phraseEndingAt(scene, before)
    return owner && { source: { first: afterPreposition(scene, owner), last: before + 1 }, cueFirst: first }
  }
  let verb = before
  while (verb > sent.first && noun - verb < 8 && /^(?:DET|ADJ|NUM|ADV|PRON)$/.test(scene.pos(verb))) verb--
  if (!isLight(scene, verb)) return undefined
  const group = verbGroupOf(scene, verb, { ...PLAIN, lemma: lemma[verb]! })
  if (group.passive || group.form === 'infinitive') return undefined
  const source = sourceOf(scene, group)
  return source && { source, cueFirst: group.first }
}

/** "(Peru's minister) rejected suggestions", "has dismissed reports": a verb of the clause, not a participle before the noun. */
const isDeed = (scene: Scene, token: number): boolean =>
  scene.pos(token) === 'VERB' &&
  (!/^VB[NG]$/.test(scene.tokens.tag[token]!) || scene.pos(token - 1) === 'AUX')

/** Of "a theory of Lee's view" only "Lee's" holds the view. */
function afterPreposition(scene: Scene, { first, last }: Phrase): number {
  for (let i = last - 1; i >= first; i--) if (scene.pos(i) === 'ADP') return i + 1
  return first
}

const isLight = (scene: Scene, token: number): boolean =>
  (scene.pos(token) === 'VERB' || scene.pos(token) === 'AUX') && LIGHT.has(scene.tokens.lemma[token]!)
