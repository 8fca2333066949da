// In: a scene. Out: the programmes that a report names ("the Safe Harbour (SAHA) program", "SAHA, a program that"), by the tokens that stand for them.

import type { MeasurePart } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'

const PROGRAMME: ReadonlySet<string> = new Set(['program', 'programme', 'scheme'])
const SHORT = /^\p{Lu}{3,6}$/u
const CAPITAL = /^\p{Lu}\p{Ll}/u
/** Small words within a name: "Deferred Action for Childhood Arrivals". */
const WITHIN: ReadonlySet<string> = new Set(['for', 'of', 'and', 'the', "'s", '’s'])

/** A programme as a report names it at one place, tokens `first` to `last`, both included. */
export interface Programme {
  readonly first: number
  readonly last: number
  /** One for all ways it is named: its short name, else the first letters of its words. */
  readonly key: string
}

/** Named programmes by the token of the name that hangs on a word outside it. */
export function programmesOf(scene: Scene): ReadonlyMap<number, Programme> {
  const { tokens } = scene.doc
  const found: Programme[] = []
  for (const at of scene.where('lower', PROGRAMME)) {
    if (at === 0 || scene.grammar.isVerb(at)) continue
    const one = namedAt(scene, at)
    if (one) found.push(one)
  }
  const shorts = new Set(found.map(({ key }) => key))
  const inside = new Set(found.flatMap(({ first, last }) => range(first, last)))
  if (shorts.size > 0)
    for (let at = 0; at < tokens.count; at++)
      if (shorts.has(tokens.form[at]!) && !inside.has(at))
        found.push({ first: at, last: at, key: tokens.form[at]! })
  return new Map(found.map((one) => [hangingIn(scene, one), one]))
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step)

/** The first token of a name whose head is not of the name: the parser may cut a long one in two. */
function hangingIn({ doc }: Scene, { first, last }: Programme): number {
  const { head } = doc.tokens
  return range(first, last).find((at) => head[at]! < first || head[at]! > last) ?? last
}

/** "The SAHA program", "Safe Harbour (SAHA) program", "SAHA, a program", "the Safe Harbour for Ships program". */
function namedAt(scene: Scene, at: number): Programme | undefined {
  const { form } = scene.doc.tokens
  const isShort = (token: number) => SHORT.test(form[token] ?? '')
  if (form[at - 1] === ')' && isShort(at - 2) && form[at - 3] === '(')
    return { first: capitalsBefore(scene, at - 3).first, last: at, key: form[at - 2]! }
  if (isShort(at - 1)) return { first: at - 1, last: at, key: form[at - 1]! }
  const explained = apposed(scene, at)
  if (isShort(explained)) return { first: explained, last: explained, key: form[explained]! }
  const { first, initials } = capitalsBefore(scene, at)
  const key = initials + (CAPITAL.test(form[at]!) ? form[at]![0] : '')
  const isOpening = scene.doc.sents[scene.sentenceOf(at)]!.first === first
  return key.length < (isOpening ? 4 : 3) ? undefined : { first, last: at, key }
}

/** "SAHA, a harbour program": the name that is explained right before. */
function apposed({ doc }: Scene, at: number): number {
  const { form, lower, sent } = doc.tokens
  for (let first = at - 1; first > at - 6 && first > 0 && sent[first] === sent[at]; first--)
    if (/^(?:an?|the)$/.test(lower[first]!)) return form[first - 1] === ',' ? first - 2 : -1
  return -1
}

/** The words in capitals right before a token, with the small ones between them, and their first letters. */
function capitalsBefore({ doc }: Scene, at: number): { first: number; initials: string } {
  const { form, lower, sent } = doc.tokens
  let first = at
  let initials = ''
  for (let token = at - 1; token >= 0 && sent[token] === sent[at] && at - token < 9; token--) {
    if (CAPITAL.test(form[token]!)) {
      initials = form[token]![0] + initials
      first = token
    } else if (!WITHIN.has(lower[token]!)) break
  }
  return { first, initials }
}

/** What is done to a programme as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['end', 'extend', 'lower', 'postpone', 'resume', 'set', 'suspend'])
const REAL: ReadonlySet<string> = new Set(['held', 'ongoing', 'planned', 'expected', 'background'])

/** The measure of a programme: told of one who does something to it as a whole, with no side that it hits and no direction. */
export function asProgramme(scene: Scene, { first, last, key }: Programme, found: Found): Found[] {
  const { about, ...body } = found.body as { about: MeasurePart }
  const { modality } = found.epistemics ?? scene.epistemics(found.trigger)
  const { grammar, fillers } = scene
  // Who does it, not a name within the programme's own.
  const doers = grammar.isVerb(found.trigger) ? grammar.subjects(found.trigger) : []
  const by = unique(doers.filter((at) => at < first || at > last).flatMap((at) => fillers.parties(at)))
  if (by.length === 0 || by.some(({ id }) => id.startsWith('phrase:'))) return []
  if (!WHOLE.has(about.effect) || !REAL.has(modality)) return []
  if (about.effect === 'set' && about.status !== 'in force') return []
  // "Wound down": it is to end, bit by bit.
  const effect = about.effect === 'lower' ? 'end' : about.effect
  const { direction: _direction, ...rest } = about
  const status = about.effect === 'lower' && about.status === 'in force' ? 'ended' : about.status
  const name = fillers.phraseOf(first, last, last)
  return [
    {
      ...found,
      foundBy: `measure/programme-${effect}@1`,
      body: {
        ...body,
        type: `other: ${effect}`,
        actor: by,
        recipient: [],
        object: name,
        about: {
          ...rest,
          by: unique(by.map((ref) => fillers.sideOf(ref) ?? ref)),
          effect,
          status,
          name,
          on: [],
          goods: [{ ...name, head: key }],
        },
      },
    } as Found,
  ]
}
