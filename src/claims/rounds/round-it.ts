// In: a scene and a word. Out: the noun of the meeting that "it" stands for where it is told as moved.

import type { Scene } from '../sentence/scene.ts'
import { doneTo, phrasal } from './round-verbs.ts'

/**
 * "The meeting should have been held in May. It was put back to June": the meeting that the words or the sentence before
 * are about; undefined where they are about something else.
 */
export function movedIt(scene: Scene, token: number): number | undefined {
  const { doc, rows } = scene
  const { lower, sent } = doc.tokens
  if (lower[token] !== 'it') return undefined
  const verb = doneTo(scene, token)
  if (verb < token || !rows('deadline-verbs').get(phrasal(scene, verb))?.move) return undefined
  const here = doc.sents[sent[token]!]!
  return subjectIn(scene, here.first, token) ?? subjectIn(scene, before(scene, token), here.first)
}

const before = ({ doc }: Scene, token: number): number => {
  const at = doc.tokens.sent[token]! - 1
  return at < 0 ? doc.sents[0]!.first : doc.sents[at]!.first
}

/** The first subject in a run of words, where it is one meeting. */
function subjectIn({ doc, rows }: Scene, first: number, end: number): number | undefined {
  const { dep, lemma, tag } = doc.tokens
  for (let at = first; at < end; at++)
    if (/^nsubj/.test(dep[at]!) && tag[at]!.startsWith('NN'))
      return tag[at] === 'NN' && rows('round-nouns').has(lemma[at]!) ? at : undefined
  return undefined
}
