// In: a scene and a vote verb. Out: where its count stands ("88-81", "by 98 votes to 61", "71 percent to 29 percent").

import type { Scene } from '../sentence/scene.ts'

/** First and last token. */
export interface Count {
  readonly first: number
  readonly last: number
}

const NUMBER = /^\d{1,3}(?:,\d{3})*$/
const COUNT = /^\d{1,3}(?:[-–]|-to-)\d{1,3}$/
const DASH: ReadonlySet<string> = new Set(['-', '–', 'to'])
const FOR = /^(?:for|favou?r|yes)$/
/** What heads a count told before its verb: "by a vote of 68 to 32, they adopted". */
const HEADS: ReadonlySet<string> = new Set(['vote', 'margin', 'tally', 'count'])

/** The count that begins at a token and ends before `end`; shares in per cent stand beside the verb or in pairs. */
export function countAt(scene: Scene, verb: number, at: number, end: number): Count | undefined {
  const { form, lemma, lower } = scene.doc.tokens
  if (isMeasured(scene, at)) return undefined
  if (COUNT.test(form[at]!)) return { first: at, last: at }
  const shares = sharesAt(scene, verb, at, end)
  if (shares) return shares
  const isNumber = (token: number) => token < end && NUMBER.test(form[token] ?? '')
  // "A vote of 51-48 hours after": no time.
  const isHeaded = lower[at - 1] === 'of' && HEADS.has(lemma[at - 2] ?? '')
  if (!isNumber(at) || (!isHeaded && scene.fillers.timeAt(at))) return undefined
  if (DASH.has(lower[at + 1] ?? '') && isNumber(at + 2)) return { first: at, last: at + 2 }
  // "257-to-167" cut at its dashes
  if (form[at + 1] === '-' && lower[at + 2] === 'to' && isNumber(at + 4)) return { first: at, last: at + 4 }
  const behind = lemma[at + 1] === 'vote' ? at + 2 : at + 1
  // "by 98 votes to 61"
  if (behind === at + 2 && lower[behind] === 'to' && isNumber(behind + 1))
    return { first: at, last: behind + 1 }
  // "320 votes in favour and 305 against"
  const agreed = lower[behind] === 'in' ? behind + 1 : behind
  if (!FOR.test(lower[agreed] ?? '')) return undefined
  const other = [agreed + 1, agreed + 2, agreed + 3].find(isNumber)
  return other !== undefined && lower[other + 1] === 'against' ? { first: at, last: other } : undefined
}

/** "90 to 120 million dollars", "20-30 ships": a range of something, no votes for and against. */
function isMeasured({ fillers }: Scene, at: number): boolean {
  const range = fillers.quantityAt(at)
  return (
    range?.high !== undefined &&
    range.unit !== '%' &&
    range.unit !== '' &&
    !/^(?:vote|seat|majority|margin)$/.test(range.unit)
  )
}

/** The count told before a verb, behind "by a vote of" or before "vote": "on a 51-49 vote, the chamber approved". */
export function countBefore(scene: Scene, verb: number, from: number): Count | undefined {
  const { lemma, lower } = scene.doc.tokens
  for (let at = from; at < verb; at++) {
    const count = countAt(scene, verb, at, verb)
    if (!count) continue
    const isHeaded =
      [1, 2, 3, 4].some((step) => lemma[count.last + step] === 'vote') ||
      (lower[count.first - 1] === 'of' && HEADS.has(lemma[count.first - 2] ?? ''))
    return isHeaded ? count : undefined
  }
  return undefined
}

/** "by 71 percent to 29 percent" anywhere, "voted by 88 percent" and "voted 88 percent" beside the verb. */
function sharesAt({ doc, fillers }: Scene, verb: number, at: number, end: number): Count | undefined {
  const { lower } = doc.tokens
  const shareFrom = (token: number) => {
    const quantity = token < end ? fillers.quantityAt(token) : undefined
    return quantity?.first === token && quantity.unit === '%' && !quantity.change ? quantity : undefined
  }
  const one = shareFrom(at)
  if (!one) return undefined
  const other = DASH.has(lower[one.last] ?? '') ? shareFrom(one.last + 1) : undefined
  if (other) return { first: at, last: other.last - 1 }
  const before = lower[at - 1] === 'by' ? at - 2 : at - 1
  return before === verb ? { first: at, last: one.last - 1 } : undefined
}

/** "The vote was 227-203", "the final tally: 230 to 189": the count that a sentence tells of a vote told before it. */
export function tallyOf(scene: Scene, sentence: number): Count | undefined {
  const { doc } = scene
  const { lemma, lower } = doc.tokens
  const { first, last } = doc.sents[sentence]!
  for (let at = first; at < Math.min(first + 4, last); at++) {
    if (!HEADS.has(lemma[at]!)) continue
    return /^(?:was|is|stood|came|:)$/.test(lower[at + 1] ?? '')
      ? [at + 2, at + 3].flatMap((token) => countAt(scene, at, token, last) ?? [])[0]
      : undefined
  }
  return undefined
}
