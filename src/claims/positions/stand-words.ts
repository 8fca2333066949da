// In: a stand and the words found for it. Out: names of deeds, demands and offers that say which, and the words wanted, whole and without who tells them.
import type { Phrase } from '../../model/index.ts'
import { matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { kindOf } from './stand-issues.ts'

/** "Opposes Peru's effort to raise the quota" is against raising it: a deed that is judged is named with what it is to do, where that is short. */
export function deedName(scene: Scene, match: Match, noun: number): Phrase | undefined {
  const { grammar, doc, fillers } = scene
  const { lower, tag } = doc.tokens
  const isJudged = /^(?:oppose|support)$/.test(matchedOf(match).set('stance') ?? '')
  if (!isJudged || !/^(?:deed|frame)$/.test(kindOf(scene, noun) ?? '')) return undefined
  if (lower[noun + 1] !== 'to' || tag[noun + 2] !== 'VB') return undefined
  const [object] = grammar.objects(noun + 2)
  if (object === undefined) return undefined
  const { last } = grammar.phrase(object, 'short')
  return last - noun < LONGEST_DEED
    ? fillers.phraseOf(grammar.phrase(noun, 'short').first, last, noun)
    : undefined
}

/** "Accepted Peru's demand for a longer lease": a demand or an offer is named with what stands behind it. */
export function askedName(scene: Scene, noun: number): Phrase | undefined {
  const { grammar, doc, fillers } = scene
  const { lower, dep, head } = doc.tokens
  if (!scene.rows('stance-nouns').has(doc.tokens.lemma[noun]!) || !/^(?:for|of)$/.test(lower[noun + 1] ?? ''))
    return undefined
  const behind = [
    ...grammar.obliques(noun, lower[noun + 1]!),
    ...grammar.obliques(head[noun]!, lower[noun + 1]!),
  ]
  const [what] = behind.filter((one) => one > noun && !fillers.timeAt(one))
  if (what === undefined || dep[noun] !== 'obj') return undefined
  const { last } = grammar.phrase(what, 'short')
  return last - noun < LONGEST_DEED
    ? fillers.phraseOf(grammar.phrase(noun, 'short').first, last, noun)
    : undefined
}

/** Verbs that alone say nothing of a matter. */
const EMPTY: ReadonlySet<string> = new Set(
  'act do make take give get keep go come try continue start begin move put bring leave let help work want draw budge engage participate respond reply say admit confirm answer accept reject consider change'.split(
    ' ',
  ),
)

/**
 * "Refused to disarm", "is ready to sign", "threatened to bomb Peru": what one will or will not do has no thing that could
 * be talked about, and is the matter itself, where its verb says which and only parties stand behind it.
 */
export function bareDeed(scene: Scene, match: Match): Phrase | undefined {
  const { grammar, doc, fillers, rows } = scene
  const { lemma, tag, dep, head } = doc.tokens
  const [verb] = match.roles.get('content')?.tokens ?? []
  if (verb === undefined || tag[verb] !== 'VB' || dep[verb] !== 'xcomp' || head[verb] !== match.trigger)
    return undefined
  if (!WILLING.has(lemma[match.trigger]!) || EMPTY.has(lemma[verb]!) || doc.tokens.lower[verb - 1] !== 'to')
    return undefined
  // "Something that it is willing to reconsider": its thing stands before.
  const isOnDoer = grammar
    .dependents(match.trigger, 'nsubj')
    .some((one) => /^(?:who|which|that)$/.test(doc.tokens.lower[one]!))
  if (dep[match.trigger]!.startsWith('acl') && !isOnDoer) return undefined
  if (rows('idle-verbs').has(lemma[verb]!) || rows('unwilled-verbs').has(lemma[verb]!)) return undefined
  if (grammar.dependents(verb, 'ccomp', 'xcomp', 'conj', 'aux:pass').length > 0) return undefined
  const objects = grammar.objects(verb)
  if (objects.some((one) => tag[one]!.startsWith('PRP') || fillers.partyNamed(one).length === 0))
    return undefined
  const beside = [verb + 1].filter((at) =>
    /^(?:aside|away|back|down|off|out)$/.test(doc.tokens.lower[at] ?? ''),
  )
  return fillers.phraseOf(verb - 1, Math.max(verb, ...beside, ...objects), verb)
}

/** Words of being willing or not, behind which stands a deed of one's own. */
const WILLING: ReadonlySet<string> = new Set(
  'refuse threaten offer ready willing prepared unwilling reluctant prepare decline'.split(' '),
)

/** Words of a deed and what it is done to, at most. */
const LONGEST_DEED = 9

/** "A fee that works, Holm said": the words up to those that tell whose they are. */
export function withoutTelling(scene: Scene, trigger: number, said: Phrase | undefined): Phrase | undefined {
  if (!said) return undefined
  const from = scene
    .attributions(trigger)
    .flatMap(({ cue, source }) => [...cue, ...source])
    .map(({ start }) => start)
    .filter((start) => start > said.start && start < said.end)
  const first = tokenAt(scene, said.start)
  let last = tokenAt(scene, Math.min(...from, said.end)) - 1
  if (from.length === 0 || !/^[,;:–—"”’-]$|^''$/.test(scene.doc.tokens.form[last]!)) return said
  while (last > first && /^[,;:–—-]$/.test(scene.doc.tokens.form[last]!)) last--
  // "That finding a way is essential": a "that" alone says nothing.
  const isSaid = scene.doc.tokens.tag.slice(first, last + 1).some((tag) => /^(?:NN|VB|JJ)/.test(tag))
  return isSaid ? { ...scene.fillers.phraseOf(first, last, first), head: said.head } : said
}

/** "Requested a site be opened": what is wanted begins with what it is wanted of, where that stands right before. */
export function withIssue(scene: Scene, issue: Phrase, said: Phrase | undefined): Phrase | undefined {
  if (said && issue.start <= said.start && said.end < issue.end) return issue
  if (!said || said.start < issue.end || said.start > issue.end + 1) return said
  return scene.fillers.phraseOf(
    tokenAt(scene, issue.start),
    tokenAt(scene, said.end - 1),
    tokenAt(scene, issue.start),
  )
}
