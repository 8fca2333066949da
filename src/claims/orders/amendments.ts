// In: a scene of an instrument. Out: duties it changes by changing words: "by striking '10 percent' and inserting '20 percent'".
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { dutyClaim, dutyName, ratesIn } from './duty-claim.ts'
import { dayOfIssue, type Instrument, isCitation, isStart } from './instrument.ts'

const OUT: ReadonlySet<string> = new Set([
  'striking',
  'deleting',
  'replacing',
  'removing',
  'strike',
  'delete',
  'replace',
])
const IN: ReadonlySet<string> = new Set([
  'inserting',
  'insert',
  'substituting',
  'substitute',
  'adding',
  'with',
])

/**
 * One claim a sentence and pair of rates. Whom it hits is told by the sentence, a tariff code tied to a country, or
 * the section, where that names one country alone; else nothing is claimed.
 */
export function findAmendedDuties(scene: Scene, instrument: Instrument): Found[] {
  const { issuer } = instrument
  if (!issuer) return []
  const { doc } = scene
  const { tokens } = doc
  const found: Found[] = []
  for (const at of scene.where('lower', OUT)) {
    const sentence = tokens.sent[at]!
    const { last } = doc.sents[sentence]!
    const [old] = ratesIn(scene, at + 1, Math.min(last, at + 7))
    if (!old) continue
    let into = old.last
    while (into < Math.min(last, old.last + 14) && !IN.has(tokens.lower[into]!)) into++
    const [rate] = ratesIn(scene, into, Math.min(last, into + 12))
    if (!rate || !IN.has(tokens.lower[into]!)) continue
    const on = hitOf(instrument, sentence)
    if (on.length === 0) continue
    const { days, also } = effectOf(scene, instrument, sentence, at)
    found.push(
      dutyClaim(scene, {
        trigger: at,
        foundBy: 'order/amended@1',
        by: [issuer],
        on,
        rate,
        effect: rate.value > old.value ? 'raise' : 'lower',
        days,
        name: nameOf(scene, instrument, sentence, rate.first),
        modality: 'held',
        also,
      }),
    )
  }
  return found
}

/** Whether a sentence changes a rate by changing words. */
export function amends(scene: Scene, sentence: number): boolean {
  const { tokens, sents } = scene.doc
  const { first, last } = sents[sentence]!
  for (let at = first; at < last; at++)
    if (OUT.has(tokens.lower[at]!) && ratesIn(scene, at + 1, Math.min(last, at + 7)).length > 0) return true
  return false
}

/** Whom a changed rate hits. */
export function hitOf(instrument: Instrument, sentence: number): Ref[] {
  const here = instrument.foreign(sentence, sentence + 1)
  if (here.length > 0) return here
  const byCode = instrument.hitByCode(sentence)
  if (byCode.length > 0) return byCode
  const { first, last } = instrument.section(sentence)
  const around = instrument.foreign(first, last)
  return around.length === 1 ? around : []
}

/** Since when: told before the change or in the section's lead ("Effective … on or after 3 May:"); else only the day of issue. */
function effectOf(
  scene: Scene,
  instrument: Instrument,
  sentence: number,
  at: number,
): { days: ClaimDay[]; also: number[] } {
  const { doc } = scene
  const { first } = instrument.section(sentence)
  for (let one = sentence; one >= first; one--) {
    const { first: from, last } = doc.sents[one]!
    const lead = one === sentence || doc.tokens.form[last - 1] === ':' || isLead(scene, from)
    if (!lead) continue
    const start = doc.times.find(
      (time) =>
        time.first >= from &&
        time.last <= (one === sentence ? at : last) &&
        isStart(scene, time) &&
        !isCitation(scene, time),
    )
    if (start) return { days: [claimDay(doc, start, 'from')], also: [one] }
  }
  return { days: [dayOfIssue(scene, at, 'announced')], also: [] }
}

const isLead = (scene: Scene, token: number) => scene.doc.tokens.lower[token] === 'effective'

function nameOf(scene: Scene, instrument: Instrument, sentence: number, rate: number): Phrase {
  const { sents } = scene.doc
  const { first } = instrument.section(sentence)
  return (
    dutyName(scene, sents[first]!.first, sents[sentence]!.last) ?? scene.fillers.phraseOf(rate, rate, rate)
  )
}
