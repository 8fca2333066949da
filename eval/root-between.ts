// In: a read report and two stretches of a sentence. Out: the PLOVER root of what the first does to the second.

import { type Candidate, candidatesOf } from '#parley/claims/acts/candidates.ts'
import { obligations, toldAs } from '#parley/claims/acts/find-acts.ts'
import { ploverAsTold } from '#parley/claims/acts/plover-root.ts'
import { sceneOf } from '#parley/claims/sentence/scene.ts'
import type { Doc } from '#parley/language/doc.ts'
import type { Lexicon } from '#parley/language/lexicon.ts'
import type { Range } from '#parley/model/index.ts'

/**
 * The root of the act between a source and a target that are already known, so that neither has to be a party that
 * Parley would name by itself; undefined where no word tells of an act. Of several the one wins whose actor and
 * recipient (or object) they are, then the one nearest to both in the parse.
 */
export function rootBetween(doc: Doc, lexicon: Lexicon, source: Range, target: Range): string | undefined {
  const scene = sceneOf(doc, '', lexicon)
  const { tokens } = scene.doc
  const within = (range: Range, token: number) =>
    tokens.start[token]! < range.end && range.start < tokens.end[token]!
  const covers = (range: Range, token: number, how: 'short' | 'clause') => {
    const { start, end } = scene.fillers.phrase(token, how)
    return start < range.end && range.start < end
  }
  const chain = (range: Range): number[] => {
    const heads: number[] = []
    for (let at = 0; at < tokens.count; at++) {
      if (!within(range, at)) continue
      const head = tokens.head[at]!
      if (head < 0 || !within(range, head)) {
        let up = head < 0 ? at : head
        for (let steps = 0; up >= 0 && steps < 60; steps++) {
          heads.push(up)
          up = tokens.head[up]!
        }
        return heads
      }
    }
    return heads
  }
  const told = obligations(scene).find(({ roles = {} }) => {
    const stands = (role: string, range: Range) =>
      Object.entries(roles).some(
        ([name, span]) => name.startsWith(role) && span.start < range.end && range.start < span.end,
      )
    return stands('actor', source) && stands('recipient', target)
  })
  if (told) return 'REQUEST'
  const fromSource = chain(source)
  const fromTarget = chain(target)
  const score = (one: Candidate): number => {
    if (within(source, one.trigger) && !scene.grammar.isVerb(one.trigger)) return -9
    // What something is done for is not what is done.
    let points = toldAs(scene, one.trigger) ? 0 : -2
    if (one.actors.some((token) => within(source, token))) points += 4
    else if (scene.grammar.subjects(one.trigger).some((token) => covers(source, token, 'short'))) points += 3
    if (one.recipients.some((token) => within(target, token))) points += 3
    else if (one.objects.some((token) => covers(target, token, 'short'))) points += 2.5
    else if (one.clause >= 0 && covers(target, one.clause, 'clause')) points += 1.5
    const up = fromSource.indexOf(one.trigger)
    const down = fromTarget.indexOf(one.trigger)
    if (up >= 0) points += 1 / (1 + up)
    if (down >= 0) points += 1 / (1 + down)
    return points
  }
  let best: Candidate | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const one of candidatesOf(scene)) {
    const points = score(one)
    if (points > most) {
      best = one
      most = points
    }
  }
  if (!best) return undefined
  const { polarity, modality } = toldAs(scene, best.trigger) ?? scene.epistemics(best.trigger)
  return ploverAsTold(best.plover, polarity, modality)
}
