// In: a scene. Out: what makes a report a legal instrument: who issues it, its sections, its defined words, whom its tariff codes hit.

import type { Name, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, DayRole, Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'

/** An order, decree or joint text, whose words do what they say on the day it is out. */
export interface Instrument {
  /** The government in whose name it is issued ("the authority vested in me … by the laws of"); undefined for a joint text. */
  readonly issuer?: Ref
  /** First and last sentence (half-open) of the section that a sentence stands in. */
  section(sentence: number): { first: number; last: number }
  /** Governments named in sentences `[first, last)`, the issuer and those in citations left out. */
  foreign(first: number, last: number): Ref[]
  /** Whom a tariff code hits, where the text says so ("articles the product of Peru … heading 1234.56.78"). */
  hitByCode(sentence: number): Ref[]
  /** Names in the sentence that defines a word: `the Act` in `the Harbour Safety Act (the "Act")`; lower-cased word. */
  defined(word: string): Name[]
}

/** Undefined where the report is no instrument. */
export function instrumentOf(scene: Scene): Instrument | undefined {
  const { doc } = scene
  const issuer = issuerOf(scene)
  const joint = !issuer && isJoint(scene)
  if (!issuer && !joint) return undefined
  const starts = doc.sents.flatMap((_, at) => (startsSection(scene, at) ? [at] : []))
  const section = (sentence: number) => ({
    first: starts.filter((at) => at <= sentence).at(-1) ?? 0,
    last: starts.find((at) => at > sentence) ?? doc.sents.length,
  })
  const foreign = (first: number, last: number) =>
    governments(scene, doc.sents[first]?.first ?? 0, doc.sents[last - 1]?.last ?? 0).filter(
      (ref) => ref.id !== issuer?.id,
    )
  const codes = codesOf(scene, issuer)
  return {
    ...(issuer ? { issuer } : {}),
    section,
    foreign,
    hitByCode: (sentence) => unique(codesIn(scene, sentence).flatMap((code) => codes.get(code) ?? [])),
    defined: definitionsOf(scene),
  }
}

/** "By the authority vested in me as President by … the laws of Peru": whose laws they are. */
function issuerOf(scene: Scene): Ref | undefined {
  const { tokens, names } = scene.doc
  for (let at = 0; at + 3 < tokens.count; at++) {
    if (tokens.lower[at] !== 'authority' || tokens.lower[at + 1] !== 'vested') continue
    const { last } = scene.doc.sents[tokens.sent[at]!]!
    const name = names.find((one) => one.first > at && one.last <= last && one.type === 'government')
    if (name) return { id: name.id, name: name.canonical }
  }
  return undefined
}

/** "The Parties commit to …", "the two sides agree to take": a text in the name of several. */
function isJoint(scene: Scene): boolean {
  const { tokens } = scene.doc
  for (let at = 0; at + 2 < tokens.count; at++)
    if (
      tokens.lower[at] === 'the' &&
      (tokens.form[at + 1] === 'Parties' || tokens.form[at + 1] === 'Participants')
    )
      return true
  return false
}

/** "Section 2.", "Sec. 3.", "Article 4" at the head of a sentence. */
function startsSection(scene: Scene, sentence: number): boolean {
  const { tokens, sents } = scene.doc
  const { first, last } = sents[sentence]!
  if (last - first < 2) return false
  const word = tokens.lower[first]!
  return (
    (word === 'section' || word === 'sec' || word === 'sec.' || word === 'article') &&
    tokens.form[first] !== word &&
    Array.from({ length: 2 }, (_, n) => tokens.form[first + 1 + n] ?? '').some((form) =>
      /^\d{1,3}\.?$/.test(form),
    )
  )
}

/** Those named after it are part of what is named already, or left out of it. */
const APART: ReadonlySet<string> = new Set(['including', 'except', 'excluding'])

/** "except Peru, Norway and Chile": a comma within a row of names. */
const isListed = (scene: Scene, comma: number) =>
  scene.fillers.nameAt(comma - 1) !== undefined && scene.fillers.nameAt(comma + 1) !== undefined

/**
 * Governments named in tokens `[first, last)`. What stands in brackets is a citation or an abbreviation, what comes after
 * "including" is named already, what comes after "except" is not meant: all are passed over.
 */
export function governments(scene: Scene, first: number, last: number): Ref[] {
  const { doc } = scene
  const { tokens } = doc
  const refs: Ref[] = []
  let depth = 0
  let apart = false
  for (let at = first; at < last; at++) {
    const form = tokens.form[at]!
    if (form === '(') depth++
    else if (form === ')') depth = Math.max(0, depth - 1)
    else if (APART.has(tokens.lower[at]!)) apart = true
    else if (/^[;:.]$/.test(form) || (form === ',' && !isListed(scene, at))) apart = false
    if (depth > 0 || apart) continue
    const name = scene.fillers.nameAt(at)
    const isState = name?.type === 'government' || name?.type === 'place'
    if (name?.first === at && isState && !name.id.includes(':'))
      refs.push({ id: name.id, name: name.canonical })
  }
  return unique(refs)
}

/** Tariff codes written in a sentence. */
const CODE = /^\d{4}\.\d{2}(?:\.\d{2}){0,2}$/

export function codesIn(scene: Scene, sentence: number): string[] {
  const { tokens, sents } = scene.doc
  const { first, last } = sents[sentence]!
  const codes: string[] = []
  for (let at = first; at < last; at++) if (CODE.test(tokens.form[at]!)) codes.push(tokens.form[at]!)
  return codes
}

/** "articles the product of Peru, as described in heading 1234.56.78": the country named last before a code, close by. */
function codesOf(scene: Scene, issuer: Ref | undefined): Map<string, Ref[]> {
  const { tokens } = scene.doc
  const found = new Map<string, Ref[]>()
  for (let at = 0; at < tokens.count; at++) {
    if (!CODE.test(tokens.form[at]!) || found.has(tokens.form[at]!)) continue
    const from = Math.max(scene.doc.sents[tokens.sent[at]!]!.first, at - 14)
    for (let before = at - 1; before >= from; before--) {
      if (tokens.lower[before] !== 'product' && tokens.lower[before] !== 'products') continue
      const refs = governments(scene, before, at).filter((ref) => ref.id !== issuer?.id)
      if (refs.length > 0) found.set(tokens.form[at]!, refs)
      break
    }
  }
  return found
}

function definitionsOf(scene: Scene): (word: string) => Name[] {
  const { tokens, sents, names } = scene.doc
  const found = new Map<string, Name[]>()
  for (let at = 0; at + 4 < tokens.count; at++) {
    if (tokens.form[at] !== '(' || tokens.lower[at + 1] !== 'the' || tokens.form[at + 2] !== '"') continue
    const word = tokens.lower[at + 3]!
    if (found.has(word)) continue
    const { first, last } = sents[tokens.sent[at]!]!
    found.set(
      word,
      names.filter((name) => name.first >= first && name.last <= last),
    )
  }
  return (word) => found.get(word) ?? []
}

/** The day the report is out, as a day of a claim told by a word. */
export function dayOfIssue(scene: Scene, token: number, role: DayRole, plusDays?: number): ClaimDay {
  const { tokens } = scene.doc
  return {
    role,
    start: tokens.start[token]!,
    end: tokens.end[token]!,
    type: 'DATE',
    relative: { kind: 'shift', unit: 'day', count: 0, grain: 'day' },
    anchor: 'published',
    ...(plusDays === undefined ? {} : { plusDays }),
  }
}

/** Length in days of "90 days", "two weeks"; undefined for other durations, as months differ. */
export function daysIn(time: TimeExpression): number | undefined {
  const match = /^P(\d{1,4})([DW])$/.exec(time.value ?? '')
  return match ? Number(match[1]) * (match[2] === 'W' ? 7 : 1) : undefined
}

/** Whether a time is the date of a cited text ("Order 12 of 3 May", "dated 3 May") and dates nothing here. */
export function isCitation(scene: Scene, time: TimeExpression): boolean {
  const { tokens } = scene.doc
  if (time.type !== 'DATE' && time.type !== 'TIME') return false
  const before = tokens.lower[time.first - 1]
  if (before === 'dated') return true
  const inQuotes = tokens.form[time.first - 1] === '"'
  return inQuotes || (before === 'of' && (time.relation === undefined || time.relation === 'on'))
}

/** Whether a time says since when something applies: "on or after", "effective", "beginning", "starting on". */
export function isStart(scene: Scene, time: TimeExpression): boolean {
  const { tokens } = scene.doc
  const first = Math.max(scene.doc.sents[tokens.sent[time.first]!]!.first, time.first - 5)
  for (let at = time.first - 1; at >= first; at--) {
    const word = tokens.lower[at]!
    if (word === 'effective' || word === 'beginning' || word === 'starting' || word === 'commencing')
      return true
    if (word === 'after' && tokens.lower[at - 1] === 'or' && tokens.lower[at - 2] === 'on') return true
    if (!/^(on|at|from|,|as|of|with|or|after)$/.test(word)) return false
  }
  return false
}
