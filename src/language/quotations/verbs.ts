// In: a scene. Out: attributions whose cue is a verb.
import { skipTimes } from './circumstances.ts'
import { contentFrom, contentRightOf, REACH, type RightContent, sentenceEnd } from './content.ts'
import { goesOnItself, isRemark } from './content-end.ts'
import type { CueWord } from './cues.ts'
import type { Found } from './found.ts'
import { phraseStartingAt } from './noun-phrase.ts'
import { attributionByPassive } from './passives.ts'
import type { Phrase, Scene } from './scene.ts'
import { besideOf, invertedOf, ownSubject, sourceOf } from './subject.ts'
import { type VerbGroup, verbGroupOf } from './verb-group.ts'

/** Participles that are prepositions. */
const PREPOSITIONAL = new Set([
  'regarding',
  'concerning',
  'considering',
  'including',
  'excluding',
  'following',
])

export function attributionsByVerb(scene: Scene): Found[] {
  const { tokens } = scene
  const found: Found[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (scene.pos(i) !== 'VERB' || PREPOSITIONAL.has(tokens.lower[i]!)) continue
    if (tokens.lower[i - 1] === '-' && tokens.end[i - 1] === tokens.start[i]) continue
    const cue = cueAt(scene, i)
    if (!cue || isAsked(scene, i) || isNounBehindTold(scene, i)) continue
    const group = verbGroupOf(scene, i, cue)
    const attribution = byGroup(scene, group, cue)
    if (attribution) found.push(attribution)
  }
  return found
}

/** "Asked whether it would sign, Peru said …": who is asked asks nothing. */
const isAsked = (scene: Scene, verb: number): boolean =>
  scene.sentence(verb).first === verb && /^(?:asked|told|pressed|questioned)$/.test(scene.tokens.lower[verb]!)

/** "Told member states it would wait": those who are told, taken for a verb. */
const isNounBehindTold = ({ tokens: { tag, dep, lemma, head } }: Scene, at: number): boolean =>
  tag[at] === 'VBZ' && /^i?obj$/.test(dep[at]!) && lemma[head[at]!] === 'tell'

/** The longest cue whose particles follow the verb. */
function cueAt(scene: Scene, head: number): CueWord | undefined {
  const { lower, lemma } = scene.tokens
  const group = scene.cues.verbs.get(lemma[head]!)
  return group?.find((cue) => cue.particles.every((word, n) => lower[head + 1 + n] === word))
}

function byGroup(scene: Scene, group: VerbGroup, cue: CueWord): Found | undefined {
  const make = (source: Phrase | undefined, content: readonly Phrase[], cueLast: number): Found => ({
    source: source ? [source] : [],
    cue: [{ first: group.first, last: withCircumstance(scene, group, cueLast, content) }],
    content,
    cueLemma: cue.lemma,
    head: group.head,
    nonSpeech: !cue.speech,
  })
  // "…, and Norway was informed of it": the subject of a passive is told.
  const left = group.passive ? undefined : contentLeftOf(scene, group, cue)
  if (left) return make(left.source, left.content, group.last)
  if (group.passive || cue.frames.has('seeming')) return attributionByPassive(scene, group, cue)
  const right = contentRightOf(scene, group, cue)
  if (!right) return byRelative(scene, group, cue)
  const source = sourceOf(scene, group)
  if (!source || !mayAttribute(scene, group, source, right.kind)) return undefined
  if (isSubjectOf(scene, source, right)) return undefined
  return make(source, [withinClause(scene, group, source, right.content)], right.cueLast)
}

/** "What he said next shows …", "what she told them surprised all": what was said is itself the subject of what follows. */
function isSubjectOf({ tokens }: Scene, source: Phrase, { content }: RightContent): boolean {
  const { lower, tag } = tokens
  if (lower[source.first - 1] !== 'what') return false
  let at = content.first
  while (at < content.last && (/^(?:RB|IN)/.test(tag[at]!) || lower[at] === 'next')) at++
  return at > content.first && /^(?:VB[DZ]|NNS)$/.test(tag[at] ?? '')
}

/** "a plan which Lee also supports": the pronoun alone is the content. */
function byRelative(scene: Scene, group: VerbGroup, cue: CueWord): Found | undefined {
  const { lower } = scene.tokens
  if (group.form !== 'finite' || !(cue.frames.has('object') || cue.frames.has('clause'))) return undefined
  const source = besideOf(scene, group)
  const before = source ? source.first - 1 : -1
  if (!source || before < scene.sentence(group.head).first) return undefined
  if (source.last - source.first === 1 && WRITER.has(lower[source.first]!)) return undefined
  const content = /^(?:which|that|whom|what)$/.test(lower[before]!)
    ? { first: before, last: source.first }
    : describedBy(scene, group, source)
  if (!content) return undefined
  return {
    source: [source],
    cue: [{ first: group.first, last: group.last }],
    content: [content],
    cueLemma: cue.lemma,
    head: group.head,
    nonSpeech: !cue.speech,
  }
}

/** "the truce Lee defended": what a relative clause without pronoun describes, by the tree. */
function describedBy(scene: Scene, group: VerbGroup, source: Phrase): Phrase | undefined {
  const { dep, head } = scene.tokens
  if (dep[group.head] !== 'acl:relcl') return undefined
  const noun = head[group.head]!
  let first = scene.tree.left[noun]!
  if (dep[first] === 'case') first++
  return noun >= 0 && noun < source.first && source.first - noun < 4
    ? { first, last: source.first }
    : undefined
}

const SUBORDINATORS = /^(?:as|while|though|although|when|after|since|because|where|even|before)$/

/** In "As she said talks were near, markets rose" the content ends with its clause, at the comma. */
function withinClause(scene: Scene, group: VerbGroup, source: Phrase, content: Phrase): Phrase {
  const { lower, tag } = scene.tokens
  const relative =
    (source.last - source.first === 1 && /^(?:who|which|that)$/.test(lower[source.first]!)) ||
    (/^WDT|^WP$/.test(tag[source.first - 1] ?? '') && source.last <= group.first)
  if (
    !isFronted(scene, source.last <= group.first ? source.first : group.first) &&
    !isFronted(scene, group.first) &&
    !relative
  )
    return content
  for (let i = content.first + 1; i < content.last; i++) {
    if (lower[i] !== ',' || scene.inside[i]! >= 0) continue
    const verb = relative ? i + 2 : content.last
    for (let k = i + 1; k < verb && k < content.last; k++)
      if (/^(?:VB[DZP]|MD)$/.test(tag[k]!)) return { first: content.first, last: i }
  }
  return content
}

/** True for a clause before the main one: "While she said …,", "Noting that …,". */
function isFronted(scene: Scene, first: number): boolean {
  const { lower, tag } = scene.tokens
  const sent = scene.sentence(first)
  if (first === sent.first) return tag[first] === 'VBG' || tag[first] === 'VBN'
  const before = first - 1
  const leads = (tag[first] === 'VBG' && scene.pos(before) === 'ADP') || SUBORDINATORS.test(lower[before]!)
  return leads && (before === sent.first || /^(?:,|even|but|and|"|—|–|-)$/.test(lower[before - 1]!))
}

const WRITER = new Set(['i', 'we', 'you', 'one', 'let'])

/** False for the writer's own "I think", for conditions ("if he says") and for bare participles ("the expected cuts"). */
function mayAttribute(scene: Scene, group: VerbGroup, source: Phrase, kind: string): boolean {
  const { lower, tag } = scene.tokens
  if (source.last - source.first === 1 && WRITER.has(lower[source.first]!)) return false
  if (/^(?:if|unless|because)$/.test(lower[source.first - 1] ?? '')) return false
  if (group.form === 'infinitive') return kind === 'quote' || lower[group.last] === 'that'
  if (group.form !== 'participle' || tag[group.head] !== 'VBN') return true
  const { dep } = scene.tokens
  if (
    kind === 'object' &&
    /^(?:NOUN|PROPN|PRON)$/.test(scene.pos(group.first - 1)) &&
    /^(?:DET|PROPN|PRON)$/.test(scene.pos(group.last))
  )
    return true
  return /^(?:root|conj|ccomp|parataxis)$/.test(dep[group.head]!) || isWholeSentence(scene, group)
}

/** "The spokesman repeated that …": where the tree takes the verb for a participle, the sentence would have no other. */
function isWholeSentence({ tokens: { dep, head, lower } }: Scene, { head: verb, last }: VerbGroup): boolean {
  return dep[verb] === 'acl' && head[verb] === verb - 1 && dep[verb - 1] === 'root' && lower[last] === 'that'
}

/** Content before the cue: `"…," he said`, `"…," said the minister`, `Talks go on, she said`. */
function contentLeftOf(
  scene: Scene,
  group: VerbGroup,
  cue: CueWord,
): { source: Phrase | undefined; content: readonly Phrase[] } | undefined {
  if (!cue.frames.has('quote') && !cue.frames.has('clause')) return undefined
  const sent = scene.sentence(group.head)
  const limit = sentenceEnd(scene, group.head)
  if (scene.inside[group.head]! >= 0 && scene.inside[group.head] === scene.inside[sent.first])
    return undefined
  const inverted =
    group.first > sent.first && endsContent(scene, group.first, group.head) && mayInvert(scene, group)
  if (inverted && group.form === 'finite') {
    const at = skipTimes(scene, group.last, limit)
    const source = invertedOf(scene, group, at, limit)
    if (source) return { source, content: contentBefore(scene, group.first, source.last, limit) }
  }
  if (group.form !== 'finite') return undefined
  const subject = besideOf(scene, group)
  if (!subject || subject.first <= sent.first) return undefined
  // "…, said Lee, whose crew later promised help": a relative clause tells something else.
  if (/^(?:whose|who)$/.test(scene.tokens.lower[subject.first]!)) return undefined
  const apart = interposed(scene, subject, group, limit) ?? relative(scene, subject, group, limit)
  if (apart) return { source: subject, content: apart }
  if (!endsContent(scene, subject.first, group.head)) return undefined
  // "Without the “steps” an envoy had demanded": only the noun is what was demanded.
  if (describedBy(scene, group, subject) && !/^[,.?!]$/.test(scene.tokens.lower[subject.first - 2]!))
    return undefined
  if (!followsNothing(scene, group, cue, limit)) return undefined
  return { source: subject, content: contentBefore(scene, subject.first, group.last, limit) }
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** A colon before the content, "in a statement", and a bare weekday after a closing cue belong to the cue. */
function withCircumstance(
  scene: Scene,
  group: VerbGroup,
  cueLast: number,
  content: readonly Phrase[],
): number {
  if (cueLast !== group.last) return cueLast
  const { lower } = scene.tokens
  const limit = scene.sentence(group.head).last
  let last = cueLast
  if (lower[last] === 'in' && lower[last + 1] === 'a' && /^statements?$/.test(lower[last + 2] ?? ''))
    last += 3
  else if (content[0]!.first < group.first && WEEKDAY.test(lower[last] ?? '')) last++
  if (lower[last] === ':' && last + 1 < limit) last++
  return last
}

/** A verb comes before its subject after quoted words; after other words only where the tree says so. */
function mayInvert(scene: Scene, group: VerbGroup): boolean {
  const before = group.first - 1
  // "…," Ann Lee, the envoy, told the radio: whom it is told stands behind.
  if (scene.tokens.lemma[group.head] === 'tell' && ownSubject(scene, group.head) < group.last) return false
  if (scene.inside[before]! >= 0 || scene.inside[before - 1]! >= 0) return true
  return ownSubject(scene, group.head) >= group.last || isBetweenCommas(scene, group)
}

/** ", say analysts at the bank,": whatever the parser makes of it. */
function isBetweenCommas(scene: Scene, group: VerbGroup): boolean {
  const { lower, lemma, tag } = scene.tokens
  if (lemma[group.head] !== 'say' || lower[group.first - 1] !== ',' || group.last - group.first > 1)
    return false
  const teller = phraseStartingAt(scene, group.last, scene.sentence(group.head).last)
  return teller !== undefined && lower[teller.last] === ',' && /^(?:NN|PRP$)/.test(tag[teller.last - 1]!)
}

/** "The talks, he said, go on": what stands on both sides of a cue between commas. */
function interposed(scene: Scene, subject: Phrase, group: VerbGroup, limit: number): Phrase[] | undefined {
  const { lower } = scene.tokens
  const sent = scene.sentence(group.head)
  const before = subject.first - 1
  if (lower[before] !== ',' || lower[group.last] !== ',' || group.last + 1 >= limit) return undefined
  if (scene.inside[before - 1]! >= 0 || scene.inside[group.last + 1]! >= 0) return undefined
  if (scene.tokens.tag[group.last + 1] === 'VBG') return undefined
  const said = { first: Math.max(pastColon(scene, sent.first, before), before - REACH), last: before }
  return isReports(scene, group.last, limit) ? [said] : [said, { first: group.last + 1, last: limit }]
}

/** Whether behind a comma the report goes on in its own words. */
const isReports = (scene: Scene, comma: number, end: number): boolean =>
  isRemark(scene, comma, end) || goesOnItself(scene, comma, end)

/** "a plan that critics said would fail": the pronoun and what follows the cue. */
function relative(scene: Scene, subject: Phrase, group: VerbGroup, limit: number): Phrase[] | undefined {
  const before = subject.first - 1
  const { lower, tag } = scene.tokens
  if (!/^(?:which|that|who|what)$/.test(lower[before]!) || !/^(?:VB[DZP]|MD)$/.test(tag[group.last] ?? ''))
    return undefined
  const rest = contentFrom(scene, group.head, group.last, limit, 'clause')
  return rest && [{ first: before, last: before + 1 }, rest]
}

/** True where the tokens before `at` are the end of something said: a closing mark, or a comma after a clause. */
function endsContent(scene: Scene, at: number, cue: number): boolean {
  const { lower } = scene.tokens
  const before = at - 1
  if (scene.inside[before]! >= 0 && scene.stretch[scene.inside[before]!]!.last === at) return true
  if (lower[before] !== ',') return false
  if (scene.inside[before - 1]! >= 0 && scene.stretch[scene.inside[before - 1]!]!.last === before) return true
  const sent = scene.sentence(before)
  if (isLeadIn(scene, sent.first, before) || hangsOnCue(scene, sent.first, before, cue)) return false
  for (let i = Math.max(sent.first, before - REACH); i < before; i++)
    if (scene.inside[i]! < 0 && /^(?:VB[DZP]|MD)$/.test(scene.tokens.tag[i]!)) return true
  return false
}

/** True for a first clause that leads in to the main one: "As talks began," "After meeting Lee,". */
function isLeadIn(scene: Scene, first: number, last: number): boolean {
  const { lower, tag } = scene.tokens
  const opens = scene.pos(first)
  if (
    // "Whether he stays is doubtful, she said": said, not the setting.
    (opens !== 'SCONJ' || lower[first] === 'whether') &&
    opens !== 'ADP' &&
    tag[first] !== 'VBG' &&
    tag[first] !== 'VBN' &&
    !/^(?:as|when|while|if)$/.test(lower[first]!)
  )
    return false
  for (let i = first; i < last && i - first < 40; i++) if (lower[i] === ',') return false
  return true
}

/** "When Lee asked of fees, which rose, Berg pushed back": a first clause that hangs on the cue is when it was said. */
function hangsOnCue(scene: Scene, first: number, last: number, cue: number): boolean {
  const { lower, dep, head } = scene.tokens
  if (!/^(?:when|while|as|after|before|since|because|although|though)$/.test(lower[first]!)) return false
  for (let at = first + 1; at < last; at++) if (head[at] === cue && dep[at]!.startsWith('advcl')) return true
  return false
}

/** True where after the cue there is no content of its own: a stop, circumstances, or the other half of a split quotation. */
function followsNothing(scene: Scene, group: VerbGroup, cue: CueWord, limit: number): boolean {
  const at = skipTimes(scene, group.last, limit)
  if (at >= limit) return true
  const word = scene.tokens.lower[at]!
  if (
    /^(?:,|;|\.|in|on|at|during|to|of|about|after|when|as|by|with|from|for|while|through|before|-|–|—|\))$/.test(
      word,
    )
  ) {
    return true
  }
  return cue.frames.has('addressee') || /^(?:outside|inside|near|amid|under|without|along)$/.test(word)
}

/** What was said before `at`, and after `after` where the quotation goes on in the same sentence. */
function contentBefore(scene: Scene, at: number, after: number, limit: number): Phrase[] {
  const { lower } = scene.tokens
  const sent = scene.sentence(at)
  let last = at
  const closes = scene.inside[last - 1]! >= 0
  if (!closes && lower[last - 1] === ',') last--
  const stretch = scene.inside[last - 1]! >= 0 ? scene.stretch[scene.inside[last - 1]!] : undefined
  let first = Math.max(pastColon(scene, sent.first, last), at - REACH)
  if (stretch && stretch.last === last) {
    first = stretch.first < sent.first ? stretch.first : stretch.first
    if (first > sent.first && !/[,:]/.test(lower[first - 1]!) && !startsClause(scene, sent.first, first))
      first = pastColon(scene, sent.first, first)
  }
  const content: Phrase[] = [{ first, last }]
  let next = after
  while (next < limit && lower[next] !== ',' && next - after < 20) next++
  if (
    next < limit &&
    lower[next] === ',' &&
    scene.inside[next + 1]! >= 0 &&
    scene.stretch[scene.inside[next + 1]!]!.first === next + 1
  ) {
    content.push(scene.stretch[scene.inside[next + 1]!]!)
  } else if (
    next === after &&
    lower[after] === ',' &&
    !stretch &&
    after + 1 < limit &&
    !isReports(scene, after, limit)
  ) {
    content.push({ first: after + 1, last: limit })
  }
  return content
}

/** "Chile denied it: the port was open, an envoy said": what is said begins behind the colon. */
function pastColon({ tokens: { lower }, inside }: Scene, first: number, last: number): number {
  for (let at = last - 1; at > first; at--) if (lower[at] === ':' && inside[at]! < 0) return at + 1
  return first
}

const startsClause = (scene: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (scene.pos(i) === 'VERB') return false
  return to - from > 6
}
