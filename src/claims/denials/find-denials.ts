// In: a scene. Out: its denials: who says of what the report tells, or of what others say, that it is not so.
import type { Found, Scene } from '../sentence/scene.ts'
import { differingAccounts, pointsBack } from './accounts.ts'
import { answers } from './answers.ts'
import { chargeDenied } from './charges.ts'
import { DENIES, type FoundDenial, lemmaOf } from './denial-words.ts'
import { calledFalse, deniedBy, namedContent } from './named-content.ts'
import { pointingBack } from './pointing-back.ts'
import { foundUntrue, saidWrong } from './said-wrong.ts'

/** All denials of one report, then accounts that it says differ. Pure. */
export function findDenials(scene: Scene): FoundDenial[] {
  const { doc } = scene
  const all = saidNotSo(scene).filter(({ told }) => !pointsBack(scene, told.start))
  // What another maintains behind a denial is what it denies, not what stood before it.
  const isMaintained = (one: FoundDenial) =>
    all.some(
      (other) => other.start === one.start && other.told.start > one.start && one.told.start <= one.start,
    )
  const denials = all.filter((one) => !isMaintained(one))
  const isFound = (one: FoundDenial) =>
    denials.some(({ start, told }) => start === one.start && told.start === one.told.start)
  const accounts = doc.sents.flatMap((_, sent) => differingAccounts(scene, sent) ?? [])
  return [...denials, ...accounts.filter((one) => !isFound(one) && !isOne(one) && !isOfOneSide(scene, one))]
}

/** Where words say that something is not so, in order, each sentence's first. */
function saidNotSo(scene: Scene): FoundDenial[] {
  const { doc } = scene
  return doc.sents.flatMap(({ first, last }) => {
    for (let at = first; at < last; at++) {
      const back = pointingBack(scene, at)
      const answer = answers(scene, at)
      const found =
        back ??
        chargeDenied(scene, at) ??
        namedContent(scene, at) ??
        deniedBy(scene, at) ??
        calledFalse(scene, at) ??
        saidWrong(scene, at) ??
        foundUntrue(scene, at) ??
        answer
      const isAnswer = found !== undefined && (found === back || found === answer)
      const isBetweenTwo =
        found &&
        found.by !== 'I' &&
        !NOBODY.test(found.by) &&
        !isNobody(scene, found.teller) &&
        !isOne(found) &&
        doc.tokens.lower[found.verb - 2] !== 'without' &&
        doc.tokens.lower[found.verb - 3] !== 'without'
      if (!isBetweenTwo || isOfOneSide(scene, found) || !hasDeed(scene, found)) continue
      if (WILL.test(found.what) && !DENIES.test(lemmaOf(scene, found.verb))) continue
      if (!isAnswer) return [found]
      if (!OUGHT.test(found.what)) return [{ ...found, isAnswer }]
    }
    return []
  })
}

/** "Buyers are entitled to know": what ought to be is no account of what is. */
const OUGHT = /\b(?:should|must|ought|entitled|deserves?)\b/i

/** "She expected to meet him", "he would close it": what its teller means to do, which "no such order was given" leaves open. */
const WILL =
  /^(?:he|she|we|i)\s+(?:would|will|(?:expect|hope|intend|want|plan)(?:s|ed|d)?|aims?|aimed|meant)\b/i

/** "Nobody in the trade expects it": no teller whom another could answer. */
const NOBODY = /^(?:nobody|no one|no-one|none|neither|few|which|that|what|who)\b/i

/** "Caution has its reasons: …", "readers called about a report that …": a bare noun that names no one who speaks. */
function isNobody({ doc, rows }: Scene, teller: string): boolean {
  const { tag, lemma, form } = doc.tokens
  if (NOBODY.test(teller)) return true
  const at = form.indexOf(teller)
  if (at < 0 || !/^NNS?$/.test(tag[at]!) || doc.names.some((name) => name.first <= at && at < name.last))
    return false
  return !['actor-nouns', 'speaker-nouns', 'officer-nouns'].some((list) => rows(list).has(lemma[at]!))
}

/** Who speaks for a side denies nothing that it told itself. */
function isOfOneSide({ doc }: Scene, { by, teller }: FoundDenial): boolean {
  const of = doc.names.find(({ canonical }) => canonical === by)?.of
  return of !== undefined && doc.names.some(({ id, canonical }) => canonical === teller && id === of)
}

/** "Two officials": a name of somebody is nothing that could be so or not. */
function hasDeed({ doc: { tokens, text } }: Scene, { told, what }: FoundDenial): boolean {
  const at = text.indexOf(what, told.start)
  if (at < 0 || at >= told.end || what.split(' ').length > FEW) return true
  const first = tokens.start.findIndex((start) => start >= at)
  for (let one = first; one < tokens.count && tokens.start[one]! < at + what.length; one++)
    if (/^(?:VB|MD)/.test(tokens.tag[one]!)) return true
  return false
}

/** Words that a name of somebody may have. */
const FEW = 4

/** "A government official" and "the official": who denies is no other side of it. */
function isOne({ by, teller }: FoundDenial): boolean {
  const words = (who: string) =>
    who
      .toLowerCase()
      .replace(/^(?:the|an?) /, '')
      .split(' ')
  const [one, other] = [words(by), words(teller)].sort((a, b) => a.length - b.length) as [string[], string[]]
  return one.at(-1) === other.at(-1) && one.every((word) => other.includes(word))
}

/** What a denial says, as a statement of who denies; for sentences that make no other claim. */
export const denialStatement = ({ verb, by, what, otherwise }: FoundDenial): Found => ({
  kind: 'statement',
  trigger: verb,
  foundBy: otherwise === undefined ? 'statement/denied@1' : 'statement/answered@1',
  epistemics: { polarity: 'affirmed', modality: 'held' },
  body: {
    speaker: [],
    of: [],
    unnamed: by,
    ...(otherwise === undefined ? { cue: 'deny', content: what } : { cue: 'say', content: otherwise }),
    form: 'indirect',
    addressee: [],
  },
})

/** What is denied, as a statement of who told it, at a token of its sentence; for sentences that make no claim. */
export const toldStatement = ({ teller, what }: FoundDenial, trigger: number): Found => ({
  kind: 'statement',
  trigger,
  foundBy: 'statement/answered@1',
  epistemics: { polarity: 'affirmed', modality: 'held' },
  body: { speaker: [], of: [], unnamed: teller, cue: 'say', content: what, form: 'indirect', addressee: [] },
})
