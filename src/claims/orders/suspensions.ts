// In: a scene. Out: duties suspended for a time: "by suspending 24 percentage points for 90 days, starting on D, while retaining 10 percent".

import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { range } from '../sentence/nearby.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { amends, hitOf } from './amendments.ts'
import { daysOf } from './duties.ts'
import { dutyClaim, dutyName, ratesIn } from './duty-claim.ts'
import { codesIn, daysIn, governments, type Instrument, isCitation, isStart } from './instrument.ts'

const SUSPEND: ReadonlySet<string> = new Set(['suspend', 'pause'])
const TELLING: ReadonlySet<string> = new Set([...SUSPEND, 'suspension'])
const KEEP: ReadonlySet<string> = new Set(['retain', 'retention', 'keep', 'maintain', 'leave'])
const CONTINUE: ReadonlySet<string> = new Set(['maintain', 'continue', 'extend', 'prolong', 'renew'])

/** Suspensions of a share of a rate, suspensions that go on until a day, and parts of a schedule suspended for a period. */
export function findSuspensions(scene: Scene, instrument: Instrument | undefined): Found[] {
  const found: Found[] = []
  for (const at of scene.where('lemma', TELLING)) {
    const one = SUSPEND.has(scene.doc.tokens.lemma[at]!)
      ? (ofPoints(scene, instrument, at) ?? (instrument && ofSchedule(scene, instrument, at)))
      : goingOn(scene, instrument, at)
    if (one) found.push(one)
  }
  return found
}

/** "suspending 24 percentage points of that rate for 90 days, while retaining the remaining rate of 10 percent". */
function ofPoints(scene: Scene, instrument: Instrument | undefined, at: number): Found | undefined {
  const { doc } = scene
  const sentence = doc.tokens.sent[at]!
  const { first, last } = doc.sents[sentence]!
  const points = doc.quantities.find(
    (one) => one.unit === 'percentage point' && one.first > at && one.first <= at + 2,
  )
  if (!points) return undefined
  const subject = subjectOf(scene, first, at)
  const by = subject.length > 0 ? subject : instrument?.issuer ? [instrument.issuer] : []
  const on = governments(scene, first, at).filter((ref) => !by.some((one) => one.id === ref.id))
  if (by.length === 0 || on.length === 0) return undefined
  const name = dutyName(scene, first, last)
  if (!name) return undefined
  const kept = range(at, last).find((token) => KEEP.has(doc.tokens.lemma[token]!))
  const days = termIn(scene, at, Math.min(last, kept ?? last))
  const before =
    days.length === 0 || days[0]!.role !== 'from' ? earlierStart(scene, instrument, sentence, at) : undefined
  return dutyClaim(scene, {
    trigger: at,
    foundBy: 'order/points-suspended@1',
    by,
    on,
    rate: kept === undefined ? undefined : ratesIn(scene, kept, last)[0],
    effect: 'suspend',
    days: before ? before.days : days,
    name,
    modality: subject.length > 0 ? 'planned' : 'held',
    also: before ? before.also : [],
  })
}

/** "will maintain the suspension of heightened tariffs on Peruvian imports until D". */
function goingOn(scene: Scene, instrument: Instrument | undefined, at: number): Found | undefined {
  const { doc } = scene
  const { tokens } = doc
  const sentence = tokens.sent[at]!
  const { first, last } = doc.sents[sentence]!
  const verb = range(Math.max(first, at - 3), at).find((token) => CONTINUE.has(tokens.lemma[token]!))
  if (verb === undefined) return undefined
  const end = doc.times.find(
    (time) =>
      time.first > at && time.last <= last && (time.relation === 'until' || time.relation === 'through'),
  )
  if (!end || (end.type !== 'DATE' && end.type !== 'TIME')) return undefined
  const named = subjectOf(scene, first, verb)
  const by = instrument?.issuer ? [instrument.issuer] : named
  const others = (refs: readonly Ref[]) => refs.filter((ref) => !by.some((one) => one.id === ref.id))
  const here = others(governments(scene, at, last))
  const around = instrument?.foreign(sentence - 1, sentence + 1) ?? []
  const on = here.length > 0 ? here : around.length === 1 ? around : []
  const name = dutyName(scene, at, instrument?.issuer ? last : end.first)
  if (by.length === 0 || on.length === 0 || !(name || instrument?.issuer)) return undefined
  return dutyClaim(scene, {
    trigger: at,
    foundBy: 'order/suspension-goes-on@1',
    by,
    on,
    effect: 'extend',
    days: [claimDay(doc, end, 'to')],
    name: name ?? scene.fillers.phraseOf(at, at, at),
    modality: instrument?.issuer ? 'held' : 'planned',
    also: here.length > 0 ? [] : [sentence - 1],
  })
}

/** "heading 1234.56.78 is hereby suspended for a period of 90 days beginning on D", "shall continue to be suspended until D". */
function ofSchedule(scene: Scene, instrument: Instrument, at: number): Found | undefined {
  const { doc } = scene
  const { tokens } = doc
  if (!instrument.issuer || tokens.tag[at] !== 'VBN') return undefined
  const sentence = tokens.sent[at]!
  const { first, last } = doc.sents[sentence]!
  const goesOn = range(first, at).some((token) => CONTINUE.has(tokens.lemma[token]!))
  const days = termIn(scene, at, last)
  if (days.length === 0) return undefined
  const byCode = instrument.hitByCode(sentence)
  const on = byCode.length > 0 ? byCode : amendedBefore(scene, instrument, sentence)
  const name = dutyNameAround(scene, instrument, sentence)
  if (on.length === 0 || !name) return undefined
  return dutyClaim(scene, {
    trigger: at,
    foundBy: 'order/schedule-suspended@1',
    by: [instrument.issuer],
    on,
    effect: goesOn ? 'extend' : 'suspend',
    days,
    name,
    modality: 'held',
  })
}

/** A code that the same section amends hits whom the amendment hits. */
function amendedBefore(scene: Scene, instrument: Instrument, sentence: number): Ref[] {
  const codes = codesIn(scene, sentence)
  const { first } = instrument.section(sentence)
  for (let one = first; one < sentence; one++)
    if (codesIn(scene, one).some((code) => codes.includes(code)) && amends(scene, one))
      return hitOf(instrument, one)
  return []
}

function dutyNameAround(scene: Scene, instrument: Instrument, sentence: number): Phrase | undefined {
  const { first } = instrument.section(sentence)
  return dutyName(scene, scene.doc.sents[first]!.first, scene.doc.sents[sentence]!.last)
}

/** "Peru will (…) suspend": the governments at the head of the sentence, before "will" or "shall". */
function subjectOf(scene: Scene, first: number, at: number): Ref[] {
  const { tokens } = scene.doc
  const modal = range(first, Math.min(at, first + 12)).find((token) =>
    /^(will|shall)$/.test(tokens.lower[token]!),
  )
  return modal === undefined ? [] : unique(governments(scene, first, modal))
}

/** From when to when, as told in tokens `[first, last)`: "for 90 days, starting on D", "until D". */
function termIn(scene: Scene, first: number, last: number): ClaimDay[] {
  const { doc } = scene
  const times = doc.times.filter(
    (time) => time.first >= first && time.last <= last && !isCitation(scene, time),
  )
  const start = times.find((time) => isStart(scene, time))
  const end = times.find((time) => time.relation === 'until' || time.relation === 'through')
  const counted = times.find((time) => daysIn(time) !== undefined)
  const length = counted && daysIn(counted)
  return [
    ...(start ? [claimDay(doc, start, 'from')] : []),
    // Told twice, as a length and as a day: the length is kept for checking the sum.
    ...(counted && end ? [claimDay(doc, counted, 'on')] : []),
    ...(start && !end && length !== undefined ? [{ ...claimDay(doc, start, 'to'), plusDays: length }] : []),
    ...(end ? [claimDay(doc, end, 'to')] : []),
  ]
}

/** Where only the length is told: the start of the rate that the sentence before sets. */
function earlierStart(scene: Scene, instrument: Instrument | undefined, sentence: number, at: number) {
  const { doc } = scene
  const { last } = doc.sents[sentence]!
  const length = doc.times
    .filter((time) => time.first > at && time.last <= last)
    .map(daysIn)
    .find((days) => days !== undefined)
  if (!instrument?.issuer || length === undefined || sentence === 0) return undefined
  const start = daysOf(scene, sentence - 1).days.find((day) => day.role === 'from')
  return start
    ? { days: [start, { ...start, role: 'to' as const, plusDays: length }], also: [sentence - 1] }
    : undefined
}
