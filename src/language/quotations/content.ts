// In: a cue with its frames. Out: where its content begins and ends.
import { isRelation } from '../trees/tree.ts'
import { skipSetting, skipTimes, TIMES } from './circumstances.ts'
import { type ContentKind, contentEnd } from './content-end.ts'
import type { CueWord } from './cues.ts'
import { phraseStartingAt } from './noun-phrase.ts'
import type { Phrase, Scene } from './scene.ts'
import { ownSubject } from './subject.ts'
import type { VerbGroup } from './verb-group.ts'

const QUESTION = new Set('whether if how what why who when where which'.split(' '))
const NOMINATIVE = new Set('i he she they we it there this you that these those'.split(' '))
const ADJUNCTS = new Set(
  'in on at during after via through from by before with to about of for last this late early'.split(' '),
)
const PREPOSITIONS = new Set('to for on about of against with at in over as into by'.split(' '))

/** What a cue takes on its right: the content's tokens and how many words after the cue belong to the cue ("for" of "call for"). */
export interface RightContent {
  readonly content: Phrase
  readonly cueLast: number
  readonly kind: ContentKind
}

/** Tokens that content reaches beyond its cue at most: keeps the reading of endless sentences linear. */
export const REACH = 250

/** Where a sentence ends for what is told from `token` on, its stops and marks left out. */
export function sentenceEnd(scene: Scene, token: number): number {
  const sent = scene.sentence(token)
  let last = Math.min(sent.last, token + REACH)
  const { lower } = scene.tokens
  while (
    last > sent.first &&
    (/^[.?!;:,…]+$/.test(lower[last - 1]!) || (isMark(lower[last - 1]!) && scene.inside[last - 1]! < 0))
  )
    last--
  return last
}

const isMark = (word: string) => word === '"' || word === "''" || word === '``'
const opens = (scene: Scene, token: number) =>
  scene.inside[token]! >= 0 && scene.stretch[scene.inside[token]!]!.first === token

/** The content on the right of a verb group; undefined where there is none that its frames allow. */
export function contentRightOf(scene: Scene, group: VerbGroup, cue: CueWord): RightContent | undefined {
  const { lower } = scene.tokens
  const limit = sentenceEnd(scene, group.head)
  const frames = cue.frames
  const from = skipSetting(scene, skipTimes(scene, group.last, limit), limit)
  if (from >= limit) return undefined
  if (frames.has('clause') || frames.has('question') || frames.has('quote')) {
    const landing = landingOf(scene, group, cue, limit)
    if (landing) return landing
  }
  const word = lower[from]!
  if (frames.has('infinitive') && word === 'to' && isInfinitive(scene, from))
    return spread(scene, group, from, limit, 'infinitive')
  if (frames.has('question') && QUESTION.has(word)) return spread(scene, group, from, limit, 'clause')
  if (frames.has('addressee') || (frames.has('question') && cue.lemma === 'ask')) {
    const addressee = phraseStartingAt(scene, from, limit)
    const clause = addressee && addressedClause(scene, group, addressee, limit, frames)
    if (clause) return clause
  }
  if (frames.has('clause')) {
    const clause = bareClause(scene, group, from, limit, frames.has('addressee'))
    if (clause) return clause
  }
  if (PREPOSITIONS.has(word)) {
    if (frames.has(word) && word !== 'as' && !(word === 'of' && frames.has('object'))) {
      const object = spread(scene, group, from + 1, limit, 'preposition')
      return object && { ...object, cueLast: from + 1 }
    }
    return undefined
  }
  if (
    ['object', 'predicate', 'as', 'infinitive-person', 'gerund'].some((frame) => frames.has(frame)) &&
    beginsPhrase(scene, from)
  ) {
    if (!frames.has('object') && !frames.has('gerund') && !hasSecond(scene, from, limit, frames))
      return undefined
    return spread(scene, group, from, limit, 'object')
  }
  return undefined
}

/** What is told to somebody, after the addressee: "told reporters talks had failed", "asked him whether". */
function addressedClause(
  scene: Scene,
  group: VerbGroup,
  addressee: Phrase,
  limit: number,
  frames: ReadonlySet<string>,
): RightContent | undefined {
  const { lower } = scene.tokens
  const at = skipTimes(scene, addressee.last, limit)
  if (at >= limit) return undefined
  if (frames.has('question') && QUESTION.has(lower[at]!)) return spread(scene, group, at, limit, 'clause')
  return undefined
}

const isInfinitive = (scene: Scene, to: number): boolean =>
  scene.tokens.tag[to + 1] === 'VB' ||
  (scene.pos(to + 1) === 'NOUN' && /^(?:DET|PROPN|PRON|ADP|ADV)$/.test(scene.pos(to + 2))) ||
  (scene.pos(to + 1) === 'ADV' && scene.tokens.tag[to + 2] === 'VB')

function beginsPhrase(scene: Scene, at: number): boolean {
  const pos = scene.pos(at)
  if (opens(scene, at)) return true
  if (/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(pos)) return true
  if (scene.tokens.lower[at] === 'that' && /^(?:NOUN|ADJ)$/.test(scene.pos(at + 1))) return true
  return pos === 'VERB' && scene.tokens.tag[at] === 'VBG'
}

/** True where what follows has the second part that a frame asks for: "him as", "Congress to", "it a lie". */
function hasSecond(scene: Scene, from: number, limit: number, frames: ReadonlySet<string>): boolean {
  const phrase = phraseStartingAt(scene, from, limit)
  if (!phrase) return false
  for (let i = phrase.first; i <= phrase.last && i < limit; i++) {
    const word = scene.tokens.lower[i]!
    if (word === 'as' && frames.has('as')) return true
    if (word === 'to' && frames.has('infinitive-person')) return true
  }
  return frames.has('predicate')
}

/** True where a time expression begins. */
const opensTime = (scene: Scene, token: number): boolean => scene.time(token)?.first === token

/** "that", a colon or an opening quotation mark after an addressee and circumstances. */
function landingOf(scene: Scene, group: VerbGroup, cue: CueWord, limit: number): RightContent | undefined {
  const { lower } = scene.tokens
  const far = Math.min(limit, group.last + 24)
  for (let i = group.last; i < far; i++) {
    const word = lower[i]!
    if (opens(scene, i)) {
      if (i > group.last && !standsAlone(scene, i)) {
        i = scene.stretch[scene.inside[i]!]!.last - 1
        continue
      }
      if (!cue.frames.has('quote') && i > group.last) return undefined
      return quoteFrom(scene, group, i, limit)
    }
    if (word === 'that' && scene.tokens.tag[i] !== 'DT') {
      return cue.frames.has('clause') ? spread(scene, group, i, limit, 'clause') : undefined
    }
    if (
      word === 'that' &&
      i === group.last &&
      cue.frames.has('clause') &&
      i + 1 < limit &&
      lower[i + 1] !== ','
    ) {
      return spread(scene, group, i, limit, 'clause')
    }
    if (word === ':' && i + 1 < limit) {
      return cue.frames.has('quote') ? quoteFrom(scene, group, i + 1, limit) : undefined
    }
    if (word === ',') {
      if (opens(scene, i + 1)) continue
      const close = closingComma(scene, i + 1, far)
      if (close > 0 && (lower[close + 1] === 'that' || opens(scene, close + 1))) {
        i = close
        continue
      }
      return undefined
    }
    const pos = scene.pos(i)
    if (
      i > group.last &&
      (pos === 'VERB' || pos === 'AUX') &&
      scene.tokens.tag[i] !== 'VBG' &&
      scene.tokens.tag[i] !== 'VBN'
    )
      return undefined
    if (
      i === group.last &&
      pos !== 'ADP' &&
      pos !== 'ADV' &&
      pos !== 'PART' &&
      !TIMES.has(word) &&
      !cue.frames.has('addressee') &&
      !opensTime(scene, i)
    ) {
      if (!ADJUNCTS.has(word)) return undefined
    }
    if (i === group.last && word === 'to' && cue.frames.has('infinitive') && scene.pos(i + 1) === 'VERB')
      return undefined
  }
  return undefined
}

/** False for quoted words that belong to the phrase around them ("the 'pearl'", "on NBC's 'Today'", "Lee 'has won'"). */
function standsAlone(scene: Scene, at: number): boolean {
  const { tag, lower } = scene.tokens
  if (
    /^(?:DET|ADP|ADJ|CCONJ|AUX|VERB|PART|SCONJ)$/.test(scene.pos(at - 1)) ||
    /^(?:to|his|her|its|their)$/.test(lower[at - 1]!)
  )
    return false
  return !/^(?:VB[DZP]|MD)$/.test(tag[at + 1] ?? '')
}

function closingComma(scene: Scene, from: number, limit: number): number {
  for (let i = from; i < limit && i - from < 12; i++) if (scene.tokens.lower[i] === ',') return i
  return -1
}

/** Content that begins with quoted words: to the end of the stretch, or of the clause where words follow it. */
function quoteFrom(scene: Scene, group: VerbGroup, at: number, limit: number): RightContent {
  if (!opens(scene, at))
    return (
      spread(scene, group, at, limit, 'clause') ?? {
        content: { first: at, last: limit },
        cueLast: group.last,
        kind: 'clause',
      }
    )
  const stretch = scene.stretch[scene.inside[at]!]!
  if (stretch.last >= limit)
    return { content: { first: at, last: stretch.last }, cueLast: group.last, kind: 'quote' }
  if (
    /[,.?!]/.test(scene.tokens.lower[stretch.last - 2] ?? '') ||
    /^[,;:–—-]/.test(scene.tokens.lower[stretch.last]!)
  )
    return { content: stretch, cueLast: group.last, kind: 'quote' }
  const spreadOut = spread(scene, group, at, limit, 'clause')
  const content = spreadOut && spreadOut.content.last > stretch.last ? spreadOut.content : stretch
  return { content, cueLast: group.last, kind: 'clause' }
}

/** The verb of the clause that a cue takes by the tree, or −1. */
function clauseOf(scene: Scene, group: VerbGroup): number {
  for (const kid of scene.tree.children(group.head))
    if (kid >= group.last && isRelation(scene.tokens.dep[kid]!, 'ccomp')) return kid
  return -1
}

/** "Told reporters the state had paid": of two nouns in front of a clause the second is its subject. */
function pastAddressee(scene: Scene, clause: number, start: number): number {
  const subject = ownSubject(scene, clause)
  const first = subject < 0 ? start : scene.tree.left[subject]!
  if (first <= start || first - start > 8) return start
  for (let at = start; at < first; at++)
    if (!/^(?:DT|JJ|NN|NNS|NNP|NNPS|PRP|PRP\$|CD|CC)$/.test(scene.tokens.tag[at]!)) return start
  return first
}

/** A clause without "that": "he said talks would resume". */
function bareClause(
  scene: Scene,
  group: VerbGroup,
  from: number,
  limit: number,
  addressed: boolean,
): RightContent | undefined {
  const { lower, tag } = scene.tokens
  const start = from
  if (lower[start] === 'to') return undefined
  const clause = clauseOf(scene, group)
  if (clause >= 0 && (scene.tree.left[clause]! <= start || !addressed))
    return spread(scene, group, addressed ? pastAddressee(scene, clause, start) : start, limit, 'clause')
  if (clause >= 0 && addressed)
    return spread(scene, group, Math.max(group.last, scene.tree.left[clause]!), limit, 'clause')
  if (
    NOMINATIVE.has(lower[start]!) &&
    !(lower[start] === 'it' && !/^(?:VB[DZP]|MD)$/.test(tag[start + 1] ?? ''))
  ) {
    for (let i = start + 1; i < Math.min(limit, start + 4); i++)
      if (/^(?:VB[DZP]|MD)$/.test(tag[i] ?? '')) return spread(scene, group, start, limit, 'clause')
  }
  const phrase = beginsPhrase(scene, start) ? phraseStartingAt(scene, start, limit) : undefined
  if (!phrase) return undefined
  let i = pastAside(scene, phrase.last, limit)
  while (i < limit && scene.pos(i) === 'ADV') i++
  return /^(?:VB[DZP]|MD)$/.test(tag[i] ?? '') ? spread(scene, group, start, limit, 'clause') : undefined
}

/** "Said Peru, the main buyer of cod, was …": behind what explains a subject between commas. */
function pastAside({ tokens, inside }: Scene, comma: number, limit: number): number {
  const { lower, tag } = tokens
  const opener = comma + 1
  if (lower[comma] !== ',' || inside[comma]! >= 0) return comma
  if (!/^(?:DT|WP|WDT|NNP|PRP\$|IN)$/.test(tag[opener] ?? '') || /^(?:that|as|while)$/.test(lower[opener]!))
    return comma
  for (let at = opener + 1; at < limit && at - opener < ASIDE; at++) if (lower[at] === ',') return at + 1
  return comma
}

/** Tokens that may stand between a subject and its verb, between commas. */
const ASIDE = 20

/** From `first` to where the content ends. */
function spread(
  scene: Scene,
  group: VerbGroup,
  start: number,
  limit: number,
  kind: RightContent['kind'],
): RightContent | undefined {
  const first = scene.tokens.lower[start] === ',' ? start + 1 : start
  const last = contentEnd(scene, group.head, first, limit, kind)
  return last > first ? { content: { first, last }, cueLast: group.last, kind } : undefined
}

/** From `first` to where the content of a cue headed by `head` ends; undefined where nothing is left. */
export function contentFrom(
  scene: Scene,
  head: number,
  first: number,
  limit: number,
  kind: RightContent['kind'],
): Phrase | undefined {
  const last = contentEnd(scene, head, first, limit, kind)
  return last > first ? { first, last } : undefined
}
