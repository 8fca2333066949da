// In: a scene of an instrument. Out: duties it sets: "shall be subject to an additional duty of N percent", with whom they hit and since when.
import type { ClaimDay } from '../../model/index.ts'
import { claimDay } from '../attached-days.ts'
import type { Found, Scene } from '../scene.ts'
import { dutyClaim, dutyName, ratesIn } from './duty-claim.ts'
import { governments, type Instrument, isCitation, isStart } from './instrument.ts'

/** Words between "subject to" and the duty it sets. */
const REACH = 14

/** One claim a sentence that makes goods subject to a rate. */
export function findSetDuties(scene: Scene, instrument: Instrument): Found[] {
  const { issuer } = instrument
  if (!issuer) return []
  const { doc } = scene
  const { tokens } = doc
  const found: Found[] = []
  for (let at = 0; at + 2 < tokens.count; at++) {
    if (tokens.lower[at] !== 'subject' || tokens.lower[at + 1] !== 'to') continue
    const sentence = tokens.sent[at]!
    const { first, last } = doc.sents[sentence]!
    if (tokens.sent[at + 1] !== sentence || !isOrdered(scene, first, at)) continue
    const name = dutyName(scene, at, Math.min(last, at + REACH))
    const [rate] = ratesIn(scene, at, Math.min(last, at + REACH + 4))
    if (!name || !rate) continue
    const on = hitBefore(scene, at).filter((ref) => ref.id !== issuer.id)
    const { days, also } = daysOf(scene, sentence)
    found.push(
      dutyClaim(scene, {
        trigger: at,
        foundBy: 'order/subject-to@1',
        by: [issuer],
        on,
        rate,
        effect: 'set',
        days,
        name,
        modality: 'held',
        also,
      }),
    )
  }
  return found
}

/** "shall (…) be subject to": an order, not a description; "shall not be" is none. */
function isOrdered(scene: Scene, first: number, at: number): boolean {
  const { tokens } = scene.doc
  for (let before = at - 1; before >= Math.max(first, at - 10); before--) {
    if (tokens.lower[before] === 'not') return false
    if (tokens.lower[before] === 'shall') return tokens.lower[before + 1] !== 'not'
  }
  return false
}

/** Whose goods: governments after the last "articles", "products", "imports" or "goods" before the order. */
function hitBefore(scene: Scene, at: number) {
  const { tokens, sents } = scene.doc
  const { first } = sents[tokens.sent[at]!]!
  for (let noun = at - 1; noun >= first; noun--) {
    if (!/^(article|product|import|good|merchandise)s?$/.test(tokens.lower[noun]!)) continue
    const refs = governments(scene, noun, at)
    if (refs.length > 0 || tokens.lower[noun] === 'articles') return refs
  }
  return []
}

/** Since and until when: told in the sentence, or in the next where it goes on of "such rate". */
export function daysOf(scene: Scene, sentence: number): { days: ClaimDay[]; also: number[] } {
  const here = daysIn(scene, sentence)
  if (here.length > 0) return { days: here, also: [] }
  const next = scene.doc.sents[sentence + 1]
  if (!next) return { days: [], also: [] }
  const { tokens } = scene.doc
  const goesOn =
    /^(such|this|these|that|the)$/.test(tokens.lower[next.first]!) &&
    /^(rate|rates|duty|duties|tariff|tariffs)$/.test(tokens.lower[next.first + 1] ?? '')
  const there = goesOn ? daysIn(scene, sentence + 1) : []
  return there.length > 0 ? { days: there, also: [sentence + 1] } : { days: [], also: [] }
}

/** The first start and the first end told in a sentence, before any exception. */
function daysIn(scene: Scene, sentence: number): ClaimDay[] {
  const { doc } = scene
  const { tokens } = doc
  const { first, last } = doc.sents[sentence]!
  const except = Array.from({ length: last - first }, (_, n) => first + n).find(
    (at) => tokens.lower[at] === 'except' && tokens.lower[at + 1] === 'that',
  )
  const times = doc.times.filter(
    (time) =>
      time.first >= first &&
      time.last <= (except ?? last) &&
      (time.type === 'DATE' || time.type === 'TIME') &&
      !isCitation(scene, time),
  )
  const start = times.find((time) => isStart(scene, time) || (time.type === 'TIME' && time.relation === 'on'))
  const end = times.find((time) => time.relation === 'until' || time.relation === 'through')
  return [
    ...(start ? [claimDay(doc, start, 'from')] : []),
    ...(end && end !== start ? [claimDay(doc, end, 'to')] : []),
  ]
}
