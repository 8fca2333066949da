// In: a scene of an instrument. Out: delays it orders: "not to take any action to enforce the Act for 75 days", "the delay is extended until D".
import type { Name, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, DeadlinePart, Phrase, Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { dayOfIssue, daysIn, type Instrument } from './instrument.ts'

const ORDER: ReadonlySet<string> = new Set(['order', 'instruct', 'direct', 'command'])
const EXTEND: ReadonlySet<string> = new Set(['extend', 'prolong', 'continue', 'postpone', 'defer'])

/** Terms that an instrument sets by holding its own officers back, and terms that it moves. */
export function findRestraints(scene: Scene, instrument: Instrument): Found[] {
  const { issuer } = instrument
  if (!issuer) return []
  const { tokens } = scene.doc
  const found: Found[] = []
  for (let at = 0; at < tokens.count; at++) {
    const lemma = tokens.lemma[at]!
    const one = ORDER.has(lemma)
      ? restraintAt(scene, instrument, issuer, at)
      : EXTEND.has(lemma) && tokens.tag[at] === 'VBN'
        ? extensionAt(scene, issuer, at)
        : undefined
    if (one) found.push(one)
  }
  return found
}

/** "I hereby order the minister not to … enforce the Act for 75 days from the date of this order". */
function restraintAt(scene: Scene, instrument: Instrument, issuer: Ref, at: number): Found | undefined {
  const { doc } = scene
  const { tokens } = doc
  const { last } = doc.sents[tokens.sent[at]!]!
  const not = seek(scene, at + 1, Math.min(last, at + 8), 'not')
  if (not < 0 || tokens.lower[not + 1] !== 'to') return undefined
  const enforce = Array.from({ length: last - not }, (_, n) => not + n).find(
    (token) => tokens.lemma[token] === 'enforce' || tokens.lemma[token] === 'apply',
  )
  if (enforce === undefined) return undefined
  const time = doc.times.find(
    (one) => one.first > enforce && one.last <= last && dueOf(scene, one, enforce) !== undefined,
  )
  const due = time && dueOf(scene, time, enforce)
  if (!due) return undefined
  let end = enforce + 1
  while (end < Math.min(last, time.first) && !/^(for|until|through|,|;|:)$/.test(tokens.lower[end]!)) end++
  const object = scene.fillers.phraseOf(enforce, end - 1, enforce)
  const word = tokens.lower[end - 1]!
  const meant = tokens.lower[enforce + 1] === 'the' ? matterIds(instrument.defined(word)) : []
  return termClaim(at, 'order/restraint@1', 'set', issuer, withIds(object, meant), [
    dayOfIssue(scene, at, 'on'),
    due,
  ])
}

/** The last day a time gives a term: a day, or so many days from today or from the date of the order. */
function dueOf(scene: Scene, time: TimeExpression, token: number): ClaimDay | undefined {
  const { doc } = scene
  if (time.type === 'DATE' || time.type === 'TIME') {
    const ahead = time.relation === 'until' || time.relation === 'through' || time.relative?.kind === 'shift'
    return ahead ? claimDay(doc, time, 'due') : undefined
  }
  const length = daysIn(time)
  if (length === undefined || !time.from) return undefined
  const counted = Array.from(
    { length: time.from.last - time.from.first },
    (_, n) => doc.tokens.lower[time.from!.first + n]!,
  )
  const own = counted.some((word) =>
    /^(today|hereof|order|proclamation|memorandum|statement|decree|announcement)$/.test(word),
  )
  if (own) return dayOfIssue(scene, token, 'due', length)
  const named = doc.times.find(
    (one) => one.first >= time.from!.first && one.last <= time.from!.last && one.type === 'DATE',
  )
  return named ? { ...claimDay(doc, named, 'due'), plusDays: length } : undefined
}

/** "The delay specified in … is further extended until D". */
function extensionAt(scene: Scene, issuer: Ref, at: number): Found | undefined {
  const { doc } = scene
  const { tokens } = doc
  const sentence = tokens.sent[at]!
  const { first, last } = doc.sents[sentence]!
  const time = doc.times.find(
    (one) =>
      one.first > at &&
      one.first <= at + 4 &&
      one.last <= last &&
      (one.type === 'DATE' || one.type === 'TIME') &&
      (one.relation === 'until' || one.relation === 'through'),
  )
  const be = Array.from({ length: 3 }, (_, n) => at - 1 - n).find((token) => tokens.lemma[token] === 'be')
  if (!time || be === undefined || be <= first) return undefined
  // The subject starts after a mark of enumeration or the section's title.
  let from = first
  for (let token = first; token < be; token++)
    if (/^(the|this|that)$/.test(tokens.lower[token]!)) {
      from = token
      break
    }
  let head = from + 1
  while (
    head < be - 1 &&
    !/^[(,]$/.test(tokens.form[head]!) &&
    !/^(specified|set|described|provided|imposed|of|in|as|under)$/.test(tokens.lower[head]!)
  )
    head++
  const names = doc.names.filter((name) => name.first >= from && name.last <= be)
  const what = withIds(scene.fillers.phraseOf(from, head - 1, head - 1), matterIds(names))
  return termClaim(at, 'order/term-extended@1', 'extended', issuer, what, [
    dayOfIssue(scene, at, 'on'),
    claimDay(doc, time, 'due'),
  ])
}

function termClaim(
  trigger: number,
  foundBy: string,
  move: 'set' | 'extended',
  issuer: Ref,
  what: Phrase,
  days: readonly ClaimDay[],
): Found {
  const about: DeadlinePart = {
    thread: 'deadline',
    what,
    obligor: [],
    setBy: move === 'set' ? [issuer] : [],
    move,
    movedBy: move === 'extended' ? [issuer] : [],
  }
  return {
    kind: 'act',
    trigger,
    foundBy,
    epistemics: { polarity: 'affirmed', modality: 'held' },
    body: { type: `deadline: ${move}`, actor: [issuer], recipient: [], object: what, about },
    days,
  }
}

/** What an act is about: products, firms and laws named with it, no government and none of its offices. */
const matterIds = (names: readonly Name[]): string[] => [
  ...new Set(
    names
      .filter(
        (name) =>
          /^(product|organisation|law|good)$/.test(name.type) && !(name.of && name.type === 'organisation'),
      )
      .map((name) => name.id),
  ),
]

const withIds = (phrase: Phrase, ids: readonly string[]): Phrase => ({
  ...phrase,
  ids: [...new Set([...phrase.ids, ...ids])],
})

function seek(scene: Scene, first: number, last: number, word: string): number {
  for (let at = first; at < last; at++) if (scene.doc.tokens.lower[at] === word) return at
  return -1
}
