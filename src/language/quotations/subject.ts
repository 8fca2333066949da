// In: a verb group. Out: the noun phrase that is its subject, by the tree where it has one, else by the words beside it.
import { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts'
import type { Phrase, Scene } from './scene.ts'
import type { VerbGroup } from './verb-group.ts'

/** The subject of a verb group; of the verb before where it shares its subject; undefined where none is near. */
export function sourceOf(scene: Scene, group: VerbGroup): Phrase | undefined {
  const joined = isJoined(scene, group)
  const past = joined ? sayingBefore(scene, group) : undefined
  if (past) return past
  const near = joined ? undefined : besideOf(scene, group)
  if (near && group.form === 'finite') return near
  const blamed = blamedFor(scene, group) ?? quotedAs(scene, group) ?? leftSaying(scene, group)
  if (blamed) return blamed
  const main = mainSubject(scene, group)
  if (main && speaks(scene, main, group) && isNominal(scene, main)) return main
  const shared = joined && ownSubject(scene, group.head) >= 0 ? undefined : sharedSubject(scene, group)
  const found = shared && speaks(scene, shared, group) ? shared : subjectBefore(scene, group)
  return found && isNominal(scene, found) ? found : undefined
}

/** "She scolded the envoy for saying …": who is blamed or praised for it says it. */
function blamedFor(scene: Scene, group: VerbGroup): Phrase | undefined {
  const { tag, lower, head, dep } = scene.tokens
  if (tag[group.head] !== 'VBG' || lower[group.first - 1] !== 'for') return undefined
  const verb = head[group.head]!
  if (verb < 0 || scene.pos(verb) !== 'VERB') return undefined
  for (let at = group.first - 2; at > verb; at--)
    if (head[at] === verb && dep[at] === 'obj') return subjectPhrase(scene, at, group)
  return undefined
}

/** "It left envoys privately complaining that …": those whom something left, sent or kept saying it; of "left the hall saying" who left. */
function leftSaying(scene: Scene, group: VerbGroup): Phrase | undefined {
  const { tag, lemma, head, dep } = scene.tokens
  if (tag[group.head] !== 'VBG') return undefined
  let last = group.first
  while (scene.pos(last - 1) === 'ADV') last--
  const object = last - 1
  const verb = head[object] ?? -1
  if (verb < 0 || dep[object] !== 'obj' || !LEAVES.test(lemma[verb]!)) return undefined
  if (!scene.cues.speakers.has(lemma[object]!)) return undefined
  return subjectPhrase(scene, object, { ...group, first: last })
}
const LEAVES = /^(?:leave|send|keep)$/

/** "Quoted the envoy as saying …", "the envoy was quoted as saying …": who is quoted says it. */
function quotedAs(scene: Scene, group: VerbGroup): Phrase | undefined {
  const { tag, lower, lemma, head, dep } = scene.tokens
  const isSaid =
    tag[group.head] === 'VBG' && lower[group.head - 1] === (group.first < group.head ? 'having' : 'as')
  if (!isSaid) return undefined
  const verb = head[group.head]!
  if (verb < 0 || !/^(?:quote|cite|report)$/.test(lemma[verb]!)) return undefined
  for (let at = group.first - 2; at > verb; at--)
    if (head[at] === verb && dep[at] === 'obj') return subjectPhrase(scene, at, group)
  return undefined
}

/**
 * "Lee said the bank is watching and indicated …", "said Peru had been warned and denied that …": of what is told in the
 * present, with "would" or with "had" the joined past is no part.
 */
function sayingBefore(scene: Scene, group: VerbGroup): Phrase | undefined {
  const { tag, lemma, lower } = scene.tokens
  if (tag[group.head] !== 'VBD' || group.first !== group.head) return undefined
  const sent = scene.sentence(group.head)
  let apart = false
  for (let at = group.first - 2; at > sent.first && group.first - at < 60; at--) {
    if (scene.inside[at]! >= 0) continue
    const isPluperfect = lower[at] === 'had' && /^(?:VBN|RB)$/.test(tag[at + 1]!)
    if (/^(?:VBZ|VBP|MD)$/.test(tag[at]!) || isPluperfect) apart = true
    if (tag[at] !== 'VBD' || isPluperfect) continue
    const kid = ownSubject(scene, at)
    const says = apart && scene.cues.verbs.has(lemma[at]!) && kid >= 0 && lower[at] !== 'had'
    return says ? subjectPhrase(scene, kid, { ...group, first: at, head: at }) : undefined
  }
  return undefined
}

/** "… and announced": the verb shares the subject of the one before, whatever stands right before the conjunction. */
function isJoined(scene: Scene, group: VerbGroup): boolean {
  let before = group.first - 1
  while (before >= 0 && scene.pos(before) === 'ADV') before--
  return scene.pos(before) === 'CCONJ'
}

/** False for what no one can be: a phrase that begins with a preposition or holds a clause of its own. */
function isNominal(scene: Scene, { first, last }: Phrase): boolean {
  const { tag, lower } = scene.tokens
  if ((last - first === 1 && lower[first] === 'there') || lower[first] === ',') return false
  if (/^(?:ADP|SCONJ)$/.test(scene.pos(first)) || /^(?:how|why|when|where)$/.test(lower[first]!)) return false
  let relative = false
  for (let i = first; i < last; i++) {
    if (/^(?:who|which|that|whose|,)$/.test(lower[i]!)) relative = true
    if (!relative && i > first && /^(?:VB[DZP]|MD)$/.test(tag[i]!)) return false
  }
  return true
}

/** True for a phrase on the same side of quotation marks as the cue that is more than a time. */
function speaks(scene: Scene, phrase: Phrase, group: VerbGroup): boolean {
  if (scene.inside[phrase.first]! >= 0 && scene.inside[phrase.first] !== scene.inside[group.head])
    return false
  const time = scene.time(phrase.first)
  return !time || phrase.last > time.last
}

/** The subject that stands right before its verb group. */
export function besideOf(scene: Scene, group: VerbGroup): Phrase | undefined {
  const found = chosen(scene, group)
  if (!found) return undefined
  const phrase = trimmed(scene, found)
  return isNominal(scene, phrase) ? phrase : undefined
}

function chosen(scene: Scene, group: VerbGroup): Phrase | undefined {
  const sent = scene.sentence(group.head)
  const words =
    group.first > sent.first
      ? pastRelative(scene, pastExamples(scene, phraseEndingAt(scene, group.first)))
      : undefined
  const whole = words && pastModifier(scene, words)
  if (whole && whole !== words) return whole
  const kid = ownSubject(scene, group.head)
  if (kid < 0 || kid >= group.first) return words
  const tree = subjectPhrase(scene, kid, group)
  if (!words) return tree
  if (isTime(scene, tree) && !isTime(scene, words)) return words
  if (kid >= words.last) return words
  if (kid < words.first) {
    const object = OBJECT.test(scene.tokens.lower[words.last - 1]!)
    return object || scene.tree.right[kid]! >= words.last ? tree : words
  }
  return { first: wider(scene, tree, words).first, last: words.last }
}

/** "The envoy who will lead the mission said": of what stands in a clause about somebody, the one it is about. */
function pastRelative(scene: Scene, phrase: Phrase | undefined): Phrase | undefined {
  const { lower, tag, lemma } = scene.tokens
  if (!phrase || scene.pos(phrase.first) === 'PRON' || TAKES_CLAUSE.test(lemma[phrase.first - 1] ?? ''))
    return phrase
  const begin = Math.max(scene.sentence(phrase.first).first + 1, phrase.first - 14)
  let verbs = 0
  for (let at = phrase.first - 1; at >= begin && !/^[,;:"]$/.test(lower[at]!); at--) {
    if (/^VB/.test(tag[at]!)) verbs++
    if (lower[at] !== 'who') continue
    const meant = verbs > 0 ? phraseEndingAt(scene, lower[at - 1] === ',' ? at - 1 : at) : undefined
    return meant && !/^(?:ADP|VERB)$/.test(scene.pos(meant.first - 1))
      ? { first: explainedBy(scene, meant), last: phrase.last }
      : phrase
  }
  return phrase
}

/** "An envoy accompanying Ann Lee said", "a letter sent the same day said": of what stands in a participle's phrase, the noun before that. */
function pastModifier(scene: Scene, phrase: Phrase): Phrase {
  const { tag } = scene.tokens
  const participle = phrase.first - 1
  const isPart =
    tag[participle] === 'VBG' || (/^VB[DN]$/.test(tag[participle] ?? '') && isTime(scene, phrase))
  if (!isPart || !/^NNS?$/.test(tag[participle - 1] ?? '')) return phrase
  const meant = phraseEndingAt(scene, participle)
  return meant ? { first: meant.first, last: phrase.last } : phrase
}

const isTime = (scene: Scene, { first, last }: Phrase): boolean => (scene.time(first)?.last ?? -1) >= last

const TAKES_CLAUSE = /^(?:say|claim|argue|think|believe|hope|fear|know|insist|that)$/

/** "Ann Lee, the envoy who …": where the name begins that a phrase explains; else where the phrase begins. */
function explainedBy(scene: Scene, { first }: Phrase): number {
  const { lower, tag } = scene.tokens
  const name =
    lower[first - 1] === ',' && lower[first] === 'the' ? phraseEndingAt(scene, first - 1) : undefined
  if (!name || !tag[name.last - 1]!.startsWith('NNP') || scene.time(name.last - 1)) return first
  return scene.pos(name.first - 1) === 'ADP' ? first : name.first
}

/** "Lawmakers, including Lee, said": who is only named among others is not who speaks. */
function pastExamples(scene: Scene, phrase: Phrase | undefined): Phrase | undefined {
  if (!phrase || scene.tokens.lower[phrase.first - 1] !== 'including') return phrase
  const before = phrase.first - 1
  const group = phraseEndingAt(scene, scene.tokens.lower[before - 1] === ',' ? before - 1 : before)
  return group && { first: group.first, last: phrase.last }
}

/** Without a circumstance between commas ("Lee, meanwhile,") or a day at the end ("Lee on Monday"); with the modifiers the tree gives. */
function trimmed(scene: Scene, { first, last }: Phrase): Phrase {
  const { lower, dep, head } = scene.tokens
  let from = first
  let to = last
  while (
    from < to - 1 &&
    /^(?:of|for|at|in|from|with|on|to|and|or|as|:|,|-|–|—|"|''|but)$/.test(lower[from]!)
  )
    from++
  // "After Pena Nieto said": a name that a tagger made too long.
  if (from === scene.sentence(first).first && from < to - 1 && BEGINS.test(lower[from]!))
    return { first: from + 1, last: to }
  while (
    from > 0 &&
    head[from - 1]! >= from &&
    head[from - 1]! < to &&
    /^(?:det|amod|compound|nummod|nmod:poss)$/.test(dep[from - 1]!)
  )
    from--
  from = afterCircumstance(scene, afterDateline(scene, from, to), to)
  for (let i = from + 1; i < to - 1; i++) {
    if (lower[i] !== ',') continue
    if (isCircumstance(scene, i + 1)) to = i
    break
  }
  const day = scene.time(to - 1)
  if (day && day.last === to && day.first > from + 1 && lower[day.first - 1] === 'on') to = day.first - 1
  return { first: from, last: to }
}

const BEGINS = /^(?:after|before|while|when|since|because|although|though|until|once)$/

/** "OSLO (Reuters) - Anna Berg": what stands before a lone dash is where and by whom, not who. */
function afterDateline(scene: Scene, from: number, to: number): number {
  const { lower, start, end } = scene.tokens
  let dash = -1
  for (let i = from + 1; i < to - 1; i++) {
    if (!/^[-–—]+$/.test(lower[i]!) || (lower[i] === '-' && start[i] === end[i - 1])) continue
    if (dash >= 0) return from
    dash = i
  }
  return dash >= 0 && from - scene.sentence(from).first < 3 ? dash + 1 : from
}

/** "An hour after meeting Berg, Anna Lind": what stands before the comma is when, not who. */
function afterCircumstance(scene: Scene, from: number, to: number): number {
  const { lower, tag } = scene.tokens
  let leads = false
  let comma = -1
  for (let i = from; i < to - 1; i++) {
    if (i - from < 4 && /^(?:after|before|since|while|by)$/.test(lower[i]!) && tag[i + 1] === 'VBG')
      leads = true
    if (lower[i] === ',') comma = i
  }
  return leads && comma > from && comma < to - 1 ? comma + 1 : from
}

const isCircumstance = (scene: Scene, at: number): boolean => {
  const word = scene.tokens.lower[at]!
  if (/^(?:as|of|at|including|along)$/.test(word)) return false
  return /^(?:ADP|ADV|SCONJ)$/.test(scene.pos(at)) || scene.tokens.tag[at] === 'VBG'
}

const OBJECT = /^(?:him|them|me|us|whom)$/

/** Of two phrases with one end the wider, where that begins like a phrase; a list cut short by the tree is made whole. */
function wider(scene: Scene, tree: Phrase, words: Phrase): Phrase {
  if (tree.first <= words.first) return tree
  // "The Herald, citing an envoy, said": what ends at a comma is no subject.
  if (scene.tokens.lower[tree.last] === ',' && tree.last + 1 >= words.last) return words
  for (let i = words.first; i < tree.first; i++) {
    const word = scene.tokens.lower[i]!
    if (word === 'and' || word === "'s" || word === '-' || word === 'close') return words
    if (scene.pos(i) === 'ADP' || word === ',' || word === ':') return tree
  }
  return words
}

/** The subject that the tree gives a verb, or −1. */
export const ownSubject = (scene: Scene, verb: number): number => {
  for (const kid of scene.tree.children(verb)) {
    const dep = scene.tokens.dep[kid]
    if (dep === 'nsubj' || dep === 'nsubj:pass') return kid
  }
  return -1
}

/**
 * "Lee said Peru would pay, calling it a triumph": a participle of saying set off by a comma has the subject of the
 * speech before it, else of the sentence; that of "After Lee said so, Peru paid, calling …" is Peru.
 */
function mainSubject(scene: Scene, group: VerbGroup): Phrase | undefined {
  const { tag, lower, head, dep, lemma } = scene.tokens
  if (tag[group.head] !== 'VBG' || !/^(?:,|while)$/.test(lower[group.first - 1] ?? '')) return undefined
  const sent = scene.sentence(group.head)
  for (let at = group.first - 2; at > sent.first; at--) {
    // "…, the port said; an envoy gave a reason, saying": what stands before is another's.
    if (lower[at] === ';' && scene.inside[at]! < 0) return undefined
    const tells = /^VB[DZP]$/.test(tag[at]!) && scene.cues.verbs.has(lemma[at]!) && scene.pos(at) === 'VERB'
    if (!tells || !/^(?:root|parataxis|conj)$/.test(dep[at]!)) continue
    const kid = ownSubject(scene, at)
    if (kid >= 0) return subjectPhrase(scene, kid, group)
  }
  let at = group.head
  for (let step = 0; step < 12 && head[at]! >= 0; step++) at = head[at]!
  const kid = dep[at] === 'root' && at < group.first ? ownSubject(scene, at) : -1
  return kid >= 0 && kid < at ? subjectPhrase(scene, kid, group) : undefined
}

/** The subject of the verb that this one is joined to or hangs on. */
function sharedSubject(scene: Scene, group: VerbGroup): Phrase | undefined {
  const { dep, head } = scene.tokens
  let at = group.head
  for (let step = 0; step < 6 && at >= 0; step++) {
    const kid = ownSubject(scene, at)
    if (kid >= 0) return subjectPhrase(scene, kid, group)
    const up = head[at]!
    if (up < 0) return undefined
    if (dep[at] === 'acl' && at === group.head && scene.tokens.lower[group.first - 1] === ',')
      return undefined
    if (dep[at] === 'acl' || dep[at] === 'acl:relcl') return subjectPhrase(scene, up, group)
    if (!/^(?:conj|xcomp|advcl|parataxis|ccomp)/.test(dep[at]!)) return undefined
    at = up
  }
  return undefined
}

/** The subject of the nearest finite verb before. */
function subjectBefore(scene: Scene, group: VerbGroup): Phrase | undefined {
  const sent = scene.sentence(group.head)
  for (let i = group.first - 1; i > sent.first && group.first - i < 80; i--) {
    if (scene.inside[i]! >= 0 && scene.inside[i] !== scene.inside[group.head]) continue
    if (!/^(?:VB[DZP]|MD)$/.test(scene.tokens.tag[i]!)) continue
    let first = i
    while (first - 1 > sent.first && (scene.pos(first - 1) === 'AUX' || scene.pos(first - 1) === 'ADV'))
      first--
    const phrase = pastExamples(scene, phraseEndingAt(scene, first))
    if (phrase) return phrase
  }
  return undefined
}

/** A subject with all that hangs on it, no further than the verb group; with the comma that closes an apposition. */
function subjectPhrase(scene: Scene, token: number, group: VerbGroup): Phrase {
  const { tree } = scene
  const { lower } = scene.tokens
  let first = tree.left[token]!
  let last = tree.right[token]!
  if (/^(?:himself|herself|itself|themselves)$/.test(lower[token]!))
    first = phraseEndingAt(scene, token + 1)?.first ?? first
  if (first < group.first && last > group.first) last = group.first
  while (last > token + 1 && lower[last - 1] === ',') last--
  while (first < token && (/^(?:,|and|but|"|:|-|–|—)$/.test(lower[first]!) || scene.pos(first) === 'SCONJ'))
    first++
  if (last <= group.first && lower[last] === ',' && last + 1 === group.first && hasComma(scene, first, last))
    last++
  return { first, last }
}

function hasComma(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (scene.tokens.lower[i] === ',') return true
  return false
}

/** The subject after its verb: `"…," said Ann Lee, the minister`. */
export function invertedOf(scene: Scene, group: VerbGroup, at: number, limit: number): Phrase | undefined {
  const words = phraseWithApposition(scene, at, limit)
  if (!words) return undefined
  const kid = ownSubject(scene, group.head)
  if (kid < at || scene.tree.left[kid] !== at) return words
  let last = Math.min(scene.tree.right[kid]!, limit)
  for (let i = kid + 1; i < last; i++) if (scene.inside[i]! >= 0 && scene.inside[at]! < 0) last = i
  while (last > kid + 1 && /^(?:,|"|''|-|–|—)$/.test(scene.tokens.lower[last - 1]!)) last--
  return last > words.last ? { first: at, last } : words
}

/** "Ann Lee, the minister of trade, who …": a noun phrase with what follows it between commas. */
export function phraseWithApposition(scene: Scene, at: number, limit: number): Phrase | undefined {
  const core = phraseStartingAt(scene, at, limit)
  if (!core) return undefined
  const { lower, tag } = scene.tokens
  // "Its lawyer, Ann Lee": no pronoun alone.
  const isPronoun = scene.pos(at) === 'PRON' && tag[at] !== 'PRP$'
  if (isPronoun || lower[core.last] !== ',') return core
  const next = core.last + 1
  if (next >= limit || scene.inside[next]! >= 0) return core
  if (/^(?:who|whose|which)$/.test(lower[next]!)) {
    let end = next
    while (end < limit && lower[end] !== ',' && scene.inside[end]! < 0) end++
    return { first: core.first, last: end }
  }
  if (!/^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(scene.pos(next)) && lower[next] !== 'one') return core
  const apposition = phraseStartingAt(scene, next, limit)
  if (!apposition) return core
  let end = apposition.last
  if (lower[end] === 'who') while (end < limit && lower[end] !== ',' && scene.inside[end]! < 0) end++
  return { first: core.first, last: end }
}
