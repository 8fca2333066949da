// In: a draft. Out: where time flows at each token: the tense of the nearest finite verb.
import type { Draft } from '../draft.ts'
import type { Direction } from './found.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const WILL = words("will shall 'll wo would")
/** Words of plan: what they speak of lies ahead. */
const PLANNED = words('due upcoming scheduled slated planned planning')
/** The same where "to" or "for" follows. */
const AIMED = words(
  'plan plans prepare prepares preparing hope hopes hoping hoped expect expects expected expecting set intend intends ' +
    'intended going agree agrees agreed decide decides decided vow vows vowed pledge pledges pledged promise promises ' +
    'promised want wants wanted ready likely prepared ordered threaten threatens threatened threatening offer offers offered',
)
/** Verbs whose present tense is that of timetables: "the talks resume Monday". */
const TIMETABLE = words(
  'begin begins start starts open opens resume resumes expire expires end ends arrive arrives leave leaves depart departs ' +
    'meet meets visit visits return returns vote votes host hosts hold holds travel travels take takes go goes lapse lapses ' +
    'run runs come comes kick kicks reopen reopens reconvene reconvenes gather gathers fly flies speak speaks fall falls',
)
const BE = words("be is are am being to 's 're")
const IS = words('is are')
const WAS = words('was were')
const HAVE = words("have has 've had")
/** Past forms for drafts without tags. */
const COMMON_PAST = words(
  'said was were had did went came took gave made met got told began rose fell sold paid held won lost left led saw became ' +
    'sent spoke broke grew struck',
)

/**
 * −1 past, +1 future, 0 present; undefined for a word that is no finite verb. What is aimed at lies ahead only for times
 * behind the verb: "agreed to meet in July", but "in July they agreed to meet".
 */
function verbDirection(draft: Draft, t: number, behind: boolean): Direction | undefined {
  const { lower, tag } = draft.tokens
  const word = lower[t]!
  const pos = tag[t]!
  if (WILL.has(word)) return 1
  if (PLANNED.has(word)) return 1
  if (behind && AIMED.has(word) && (lower[t + 1] === 'to' || lower[t + 1] === 'for')) return 1
  if (pos === '') {
    return COMMON_PAST.has(word) || (word.length > 4 && word.endsWith('ed')) ? -1 : undefined
  }
  // "The round, which was to open on Monday": before or after the telling.
  if (behind && WAS.has(word) && lower[t + 1] === 'to') return 0
  if (behind && IS.has(word) && lower[t + 1] === 'to') return 1
  if (pos === 'VBD') return -1
  const [before, twoBefore] = [lower[t - 1] ?? '', lower[t - 2] ?? '']
  // "has met"; "the decision, announced Wednesday"
  if (pos === 'VBN') return HAVE.has(before) || !(BE.has(before) || BE.has(twoBefore)) ? -1 : undefined
  if (pos === 'VBZ' || pos === 'VBP') return HAVE.has(word) ? undefined : TIMETABLE.has(word) ? 1 : 0
  return undefined
}

/**
 * The direction at each token: that of the nearest finite verb before it in its sentence, else of the nearest behind it, 0
 * without one. Linear: one sweep each way.
 */
export function directions(draft: Draft): Int8Array {
  const { count, sent } = draft.tokens
  const NONE = 2
  const own = new Int8Array(count)
  for (let t = 0; t < count; t++) own[t] = verbDirection(draft, t, true) ?? NONE
  const out = new Int8Array(count)
  let last = NONE
  for (let t = 0; t < count; t++) {
    if (t > 0 && sent[t] !== sent[t - 1]) last = NONE
    if (own[t] !== NONE) last = own[t]!
    out[t] = last
  }
  for (let t = 0; t < count; t++) own[t] = verbDirection(draft, t, false) ?? NONE
  last = NONE
  for (let t = count - 1; t >= 0; t--) {
    if (t + 1 < count && sent[t] !== sent[t + 1]) last = NONE
    if (own[t] !== NONE) last = own[t]!
    if (out[t] === NONE) out[t] = last === NONE ? 0 : last
  }
  return out
}
