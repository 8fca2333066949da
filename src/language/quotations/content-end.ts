// In: where the content of a cue begins. Out: where it ends: at a stop, another speaker, what the report adds itself.
import { isRelation } from '../trees/tree.ts'
import { skipTimes } from './circumstances.ts'
import { phraseStartingAt } from './noun-phrase.ts'
import type { Phrase, Scene } from './scene.ts'
import { ownSubject } from './subject.ts'

/** What a cue takes: a clause, words in marks, an infinitive, or a nominal with or without a preposition. */
export type ContentKind = 'clause' | 'quote' | 'infinitive' | 'object' | 'preposition'

/** "… because Norway fears it, but make no mistake: …": the report turns to the reader. */
function turnsToReader({ tokens }: Scene, comma: number, end: number): boolean {
  const { lower, tag } = tokens
  const verb = comma + 2
  if (lower[comma + 1] !== 'but' || !/^VBP?$/.test(tag[verb] ?? '')) return false
  for (let at = verb + 1; at < end && at < verb + 8; at++) if (lower[at] === ':') return true
  return false
}

/** "Says it wants peace, but had harsh words", "that it should grow, but he also stopped short": the report goes on, in the past. */
function turnsBack({ tokens }: Scene, first: number, comma: number): boolean {
  const { lower, tag, sent } = tokens
  if (lower[comma + 1] !== 'but') return false
  let verb = comma + 2
  if (/^(?:he|she|they)$/.test(lower[verb]!)) verb++
  while (tag[verb] === 'RB' && sent[verb] === sent[comma]) verb++
  if (tag[verb] !== 'VBD') return false
  for (let at = first; at < comma; at++) if (tag[at] === 'VBD') return false
  return tag.slice(first, comma).some((one) => /^(?:MD|VBZ|VBP)$/.test(one))
}

/**
 * "After Peru announced the pact, Norway left", "Despite warnings that prices would rise, Norway left": behind the comma
 * the clause goes on that the cue's hangs on.
 */
function goesOnAbove(scene: Scene, cue: number, comma: number, end: number): boolean {
  const { head } = scene.tokens
  const above = mainAbove(scene, cue, comma)
  if (above <= comma || comma + 1 >= end) return false
  let at = comma + 1
  for (let steps = 0; steps < 12 && at !== above; steps++) {
    at = head[at]!
    if (at < 0 || at === cue) return false
  }
  return at === above
}

/** The verb behind a fronted clause or circumstance in which a cue stands; −1 where it stands in none. */
function mainAbove({ tokens }: Scene, cue: number, comma: number): number {
  const { head, dep } = tokens
  let at = cue
  for (let steps = 0; steps < 5 && FRONTED.test(dep[at]!); steps++) {
    at = head[at]!
    if (at < 0 || at > comma) return at
  }
  return -1
}

/** "Despite warnings by allies", "After a report": a noun behind the preposition that opens its sentence. */
function isFrontedNoun(scene: Scene, noun: number): boolean {
  const { first } = scene.sentence(noun)
  if (scene.pos(noun) !== 'NOUN' || scene.pos(first) !== 'ADP' || noun - first > 8) return false
  return !scene.tokens.tag.slice(first, noun).some((tag) => /^(?:VB[DZP]|MD)$/.test(tag))
}

/** What a fronted circumstance hangs by, and what stands inside it. */
const FRONTED = /^(?:advcl|obl|nmod|advmod|acl|case|obj)/

/** The token before which the content of a cue headed by `head` ends. */
export function contentEnd(
  scene: Scene,
  head: number,
  first: number,
  limit: number,
  kind: ContentKind,
): number {
  const { tokens } = scene
  const { lower } = tokens
  let end = limit
  const quote = scene.inside[head]!
  if (quote >= 0 && scene.inside[first] === quote)
    end = Math.min(end, withoutMark(scene, scene.stretch[quote]!))
  end = Math.min(end, subjectEnd(scene, head, first))
  const phrasal = kind === 'object' || kind === 'preposition'
  const bare = phrasal || kind === 'infinitive'
  const fronted = kind === 'clause' && isFrontedNoun(scene, head)
  let depth = 0
  let dashes = 0
  for (let i = first; i < end; i++) {
    const word = lower[i]!
    if (scene.inside[i]! >= 0 && scene.inside[i] !== quote) continue
    if (word === '(') depth++
    if (word === ')' && --depth < 0) return i
    if (i === first) continue
    // "Said that, while work went on, …": what stands between the commas is said too.
    if (word === ',' && i === first + 1 && lower[first] === 'that') {
      while (i + 1 < end && lower[i + 1] !== ',') i++
      i++
      continue
    }
    // "Despite warnings that prices would rise, Norway signed …".
    if (fronted && word === ',' && beginsClause(scene, i + 1, end)) return i
    if (word === ';' || (word === ',' && goesOnAbove(scene, head, i, end))) return i
    // A pair of dashes stands around an aside; one alone ends what is said.
    if (isDash(scene, i)) {
      if (dashes % 2 === 0 && !hasDash(scene, i + 1, end)) return i
      dashes++
    }
    if (word === ',' && (endsAtComma(scene, i, phrasal) || isRemark(scene, i, end) || isTold(scene, i, end)))
      return i
    if (word === ',' && kind === 'clause' && (turnsBack(scene, first, i) || turnsToReader(scene, i, end)))
      return i
    // "Backed the plan and that it would …": what is said besides, by who tells both.
    const marked = scene.inside[first]! >= 0 && scene.inside[first] !== quote
    if (
      (bare || marked) &&
      (word === 'and' || word === 'but') &&
      lower[i + 1] === 'that' &&
      tokens.tag[i + 1] === 'IN'
    )
      return lower[i - 1] === ',' ? i - 1 : i
    // "Called it a crime and tensions rose".
    if (phrasal && word === 'and' && scene.inside[i]! < 0 && beginsClause(scene, i + 1, end)) return i
    // "Has threatened to leave since winning".
    if (kind === 'infinitive' && word === 'since' && tokens.tag[i + 1] === 'VBG') return i
    // 'called it a "win," a reporter wrote'
    const closed = bare && scene.inside[i]! < 0 && scene.inside[i - 1]! >= 0 && lower[i - 2] === ','
    if (closed && (phrasal || isTold(scene, i - 1, end))) return i
    if (opensSpeech(scene, head, i, end, bare)) return i
    if (
      phrasal &&
      (/^(?:while|although|though|until)$/.test(word) || (word === 'as' && scene.pos(i + 1) === 'PRON'))
    )
      return i
    if (phrasal && (isTime(scene, i) || (word === 'on' && isTime(scene, i + 1)))) return i
  }
  while (end > first && lower[end - 1] === ',') end--
  const last = scene.inside[end - 1]!
  if (end === limit && last >= 0 && last !== quote && scene.stretch[last]!.last > end)
    return scene.stretch[last]!.last
  return end
}

/** A cue inside the subject of another verb: its content ends with that subject. */
function subjectEnd(scene: Scene, head: number, first: number): number {
  const { dep, head: heads } = scene.tokens
  let at = head
  for (let step = 0; step < 6; step++) {
    const up = heads[at]!
    if (up < 0) break
    const right = scene.tree.right[at]!
    if (isRelation(dep[at]!, 'nsubj') && right > first + 1 && up >= right) return right
    at = up
  }
  return scene.tokens.count
}

/** Nouns by which a report sums up and judges what it has just told. */
const SUMMING = new Set(
  'accusation admission allegation approach argument assertion assessment attempt bid blow breakthrough change charge claim comment compromise concession condition deadline decision demand development effort fact figure gesture goal idea increase issue level message move number offer outcome plan pledge position possibility practice promise proposal prospect reaction reference remark reminder request response result reversal scenario setback shift sign signal something stance statement step strategy tactic target threat ultimatum view vow warning'.split(
    ' ',
  ),
)

/**
 * ", a move that may split the union", ", an offer the union refused", ", which Lee denied": from here on the report speaks,
 * or may: what is left out was not put into anybody's mouth.
 */
export function isRemark(scene: Scene, comma: number, end: number): boolean {
  const { lower, tag } = scene.tokens
  let at = comma + 1
  if (lower[at] === 'which') return isAnswered(scene, at + 1, end)
  if (lower[at] !== 'something') {
    if (!/^(?:a|an|the)$/.test(lower[at] ?? '')) return false
    at++
    while (at < end && at - comma < 5 && /^(?:JJ|VBN|RB|HYPH)$/.test(tag[at]!)) at++
    if (!SUMMING.has(lower[at] ?? '') || tag[at] !== 'NN') return false
  }
  const next = at + 1
  if (next >= end) return lower[at] !== 'something'
  return (
    /^(?:that|which|who|designed|aimed|meant|intended|seen|likely|expected|certain|sure|toward|towards)$/.test(
      lower[next]!,
    ) || isAnswered(scene, next, end)
  )
}

/** ", and Chile is thinking of its pork": a clause of its own, not set back into the past as what was said is: the report's, or nobody can say. */
export function goesOnItself(scene: Scene, comma: number, end: number): boolean {
  const { lower, tag } = scene.tokens
  const at = comma + 2
  if (!/^(?:and|but)$/.test(lower[comma + 1] ?? '') || at >= end || scene.pos(at) === 'PRON') return false
  const subject = phraseStartingAt(scene, at, Math.min(end, at + 10))
  const verb = subject?.last ?? end
  return verb < end && /^VB[ZP]$/.test(tag[verb]!)
}

/** "… the union called an insult": what another person says or does of the words before. */
function isAnswered(scene: Scene, at: number, end: number): boolean {
  const { lower, tag } = scene.tokens
  const subject = phraseStartingAt(scene, at, Math.min(end, at + 12))
  if (!subject || /^(?:i|we|you|it|they)$/.test(lower[subject.last - 1]!)) return false
  let verb = subject.last
  while (verb < end && (scene.pos(verb) === 'AUX' || scene.pos(verb) === 'ADV' || lower[verb] === 'not'))
    verb++
  return verb < end && isCue(scene, verb) && /^VB/.test(tag[verb]!)
}

/** A noun and its finite verb: another clause. */
function beginsClause(scene: Scene, at: number, end: number): boolean {
  const subject = phraseStartingAt(scene, at, Math.min(end, at + 10))
  const verb = subject?.last ?? end
  return verb < end && /^(?:VB[DZ]|MD)$/.test(scene.tokens.tag[verb]!) && scene.pos(verb - 1) !== 'ADP'
}

const TELLS = /^(?:say|tell|report|add|note|announce|confirm)$/

/** ", an official said", ", the two firms said on Monday", ", Lee told reporters": somebody else tells all of it. */
function isTold(scene: Scene, comma: number, end: number): boolean {
  const { lower, lemma, tag } = scene.tokens
  const subject = phraseStartingAt(scene, comma + 1, Math.min(end, comma + 16))
  const verb = subject?.last ?? end
  if (verb >= end || !TELLS.test(lemma[verb]!) || !/^VB[DZP]$/.test(tag[verb]!)) return false
  const to = lemma[verb] === 'tell' ? phraseStartingAt(scene, verb + 1, end)?.last : undefined
  const next = skipTimes(scene, to ?? verb + 1, end)
  return next >= end || /^[,.;]$/.test(lower[next]!)
}

const JOINS = /^(?:and|but|while|though|although|yet|whereas)$/
const HANGS = /^(?:after|as|when|with|before)$/

/** True where at `at` (a comma or conjunction) another attribution begins: "and insisted", "while Lee said", "after she urged". */
function opensSpeech(scene: Scene, head: number, at: number, end: number, phrasal: boolean): boolean {
  const { lower, tag } = scene.tokens
  const word = lower[at]!
  const quoteEnds = scene.inside[at - 1]! >= 0 && lower[at - 2] === ','
  const comma = word === ',' || (quoteEnds && JOINS.test(word))
  let next = word === ',' ? at + 1 : at
  const join = JOINS.test(lower[next] ?? '')
  const hangs = HANGS.test(lower[next] ?? '')
  if (!comma && !join && !(hangs && phrasal)) return false
  if (join || hangs) next++
  while (next < end && scene.pos(next) === 'ADV') next++
  if (next >= end) return false
  if (isCue(scene, next) && /^VB[DZPG]$/.test(tag[next]!) && ownSubject(scene, next) <= head)
    return (
      comma || tag[next] === (tag[head] === 'VBN' ? 'VBD' : tag[head]) || (phrasal && tag[next] !== 'VBG')
    )
  if (!join && !hangs) return false
  if (!comma && !phrasal) return false
  const subject = phraseStartingAt(scene, next, end)
  if (!subject) return false
  let verb = subject.last
  while (verb < end && (scene.pos(verb) === 'ADV' || scene.pos(verb) === 'AUX')) verb++
  return verb < end && isCue(scene, verb) && (/^VB[DZPN]$/.test(tag[verb]!) || lower[next - 1] === 'with')
}

const isCue = (scene: Scene, token: number): boolean =>
  scene.pos(token) === 'VERB' && scene.cues.verbs.has(scene.tokens.lemma[token]!)

const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight'.split(' '),
)

const isTime = (scene: Scene, at: number): boolean =>
  DAYS.has(scene.tokens.lower[at] ?? '') && scene.tokens.lower[at + 1] !== "'s"

/** A dash between spaces, or an em dash. */
const isDash = (scene: Scene, at: number): boolean => {
  const { lower, start, end } = scene.tokens
  const word = lower[at]!
  if (!/^[-–—]+$/.test(word)) return false
  return word !== '-' || start[at]! > end[at - 1]!
}

function hasDash(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to && i - from < 60; i++) if (isDash(scene, i)) return true
  return false
}

/** True where the comma ends the content: a participle that is a cue, or, for an object, what is no list. */
function endsAtComma(scene: Scene, at: number, phrasal: boolean): boolean {
  const { lower } = scene.tokens
  const next = lower[at + 1] ?? ''
  // "…, while Peru waits": what is set against it is the report's.
  if (/^(?:according|while|whereas)$/.test(next)) return true
  return (
    phrasal &&
    /^(?:which|who|as|while|but|saying|even|after|when|because|although|though|where|whose|in|a|the|an|he|she|they|it|like|something|with)$/.test(
      next,
    )
  )
}

function withoutMark(scene: Scene, stretch: Phrase): number {
  let last = stretch.last
  while (last > stretch.first && /^(?:"|''|[.,?!;:'])$/.test(scene.tokens.lower[last - 1]!)) last--
  return last
}
