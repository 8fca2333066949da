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
