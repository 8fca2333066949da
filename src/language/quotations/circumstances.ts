// In: the words behind a cue. Out: how far they say when and where it was said ("on Monday", "in a statement").
import type { Scene } from './scene.ts'

/** Words of time and manner right behind a cue. */
export const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently again also previously repeatedly flatly simply once then publicly privately now often afterward afterwards separately'.split(
    ' ',
  ),
)

/** Past the days and adverbs behind a cue. */
export function skipTimes(scene: Scene, from: number, limit: number): number {
  const { lower } = scene.tokens
  let at = from
  while (at < limit && at - from < 8) {
    const word = lower[at]!
    if (
      TIMES.has(word) ||
      (word === 'on' && TIMES.has(lower[at + 1] ?? '')) ||
      (/^(?:last|this|late|early)$/.test(word) && at + 1 < limit && TIMES.has(lower[at + 1]!))
    )
      at++
    else if (
      (word === 'last' || word === 'this') &&
      /^(?:week|month|year|morning|summer|spring|fall|winter)$/.test(lower[at + 1] ?? '')
    )
      at += 2
    else break
    if (
      lower[at] === 'morning' ||
      lower[at] === 'night' ||
      lower[at] === 'afternoon' ||
      lower[at] === 'evening'
    )
      at++
  }
  return at
}

/** What one speaks in and on: "in a statement", "earlier in the day". */
const SETTINGS = new Set(
  'statement interview letter tweet post message speech report email e-mail memo note filing briefing hearing conference call column article broadcast television tv radio twitter facebook podcast address remarks testimony day week month morning evening afternoon meeting text'.split(
    ' ',
  ),
)

/** Past "in a statement" or "on radio" behind a cue, with a comma after it; what else stands there may be part of what is said. */
export function skipSetting(scene: Scene, from: number, limit: number): number {
  const { lower, tag } = scene.tokens
  if (!/^(?:in|on|at|during|via|through)$/.test(lower[from] ?? '')) return from
  let at = from + 1
  while (at < limit && at - from < 8 && /^(?:DT|JJ|NN|NNS|NNP|NNPS|HYPH|PRP\$|VBN|CD)$/.test(tag[at]!)) {
    at++
    if (!SETTINGS.has(lower[at - 1]!) && !scene.time(at - 1)) continue
    if (/^NN/.test(tag[at] ?? '')) continue
    return lower[at] === ',' ? at + 1 : at
  }
  return from
}
