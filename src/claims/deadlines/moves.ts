// In: a scene, a noun for a deadline. Out: what was done to it: set, moved, missed, met, and how often.

import { ORDINALS } from '../../language/quantities/numerals.ts'
import type { DeadlinePart, Modality } from '../../model/index.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'

/** What the words do to the deadline: a verb over it, a participle on it, or an event noun ("extension of the deadline"). */
export function moveOf(scene: Scene, noun: number, verb: number) {
  const { grammar, fillers, doc } = scene
  const verbs = scene.rows('deadline-verbs')
  const { tokens } = doc
  const participles = grammar.dependents(noun, 'acl')
  for (const token of [verb, ...participles, tokens.head[noun]!]) {
    if (token < 0) continue
    const row = verbRow(scene, token, verbs)
    if (!row?.move) continue
    const asObject =
      tokens.dep[noun] === 'obj' ||
      tokens.dep[noun] === 'nsubj:pass' ||
      participles.includes(token) ||
      tokens.dep[noun]!.startsWith('nmod')
    if (row.uses === 'object' && !asObject) continue
    const by = asObject ? unique(grammar.subjects(token).flatMap((one) => fillers.parties(one))) : []
    return { token, move: row.move as 'extended', by }
  }
  return undefined
}

const TIMES_WORDS: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
/** "postponed three times", "the fourth extension": how often it was moved, as told. */
export function countOf(scene: Scene, noun: number, verb: number): number | undefined {
  const { grammar, doc } = scene
  const { tokens } = doc
  const verbs = scene.rows('deadline-verbs')
  for (const token of [verb, noun, ...grammar.dependents(noun, 'acl')]) {
    if (token < 0) continue
    if (token !== noun && !verbRow(scene, token, verbs)?.move) continue
    for (const child of grammar.children(token)) {
      const lower = tokens.lower[child]!
      if (lower === 'once' || lower === 'twice' || lower === 'thrice') return TIMES_WORDS[lower]
      if (lower !== 'times' && lower !== 'time') continue
      for (const count of grammar.dependents(child, 'nummod', 'amod')) {
        const word = tokens.lower[count]!
        const number =
          TIMES_WORDS[word] ?? ORDINALS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined)
        if (number !== undefined) return number
      }
    }
  }
  return undefined
}

/** On the surface: "already moved three times", a participle and its count after the noun. */
export function movedAfter(scene: Scene, noun: number): { token: number; moves: number } | undefined {
  const { tokens, sents } = scene.doc
  const verbs = scene.rows('deadline-verbs')
  const { last } = sents[tokens.sent[noun]!]!
  for (let at = noun + 1; at + 1 < last && at < noun + 10; at++) {
    if (!/^VB[ND]$/.test(tokens.tag[at]!) || verbs.get(tokens.lemma[at]!)?.move !== 'extended') continue
    const next = tokens.lower[at + 1]!
    const number = TIMES_WORDS[next] ?? (/^\d{1,2}$/.test(next) ? Number(next) : undefined)
    if (number === undefined) return undefined
    const counted =
      next === 'once' || next === 'twice' || next === 'thrice' || tokens.lower[at + 2] === 'times'
    return counted ? { token: at, moves: number } : undefined
  }
  return undefined
}

/**
 * "The fourth extension given by the ministry", "a fifth delay is likely": a move with its place in the row, of the
 * deadline told last, up to two sentences before.
 */
export function countedMove(scene: Scene, noun: number, before: readonly Found[]): Found | undefined {
  const { grammar, fillers, doc } = scene
  const n = grammar
    .dependents(noun, 'amod', 'nummod')
    .map((token) => ORDINALS.get(doc.tokens.lower[token]!))
    .find((one) => one !== undefined)
  const last = before[before.length - 1]
  if (n === undefined || !last || scene.sentenceOf(noun) - scene.sentenceOf(last.trigger) > 2)
    return undefined
  const { what, obligor } = (last.body as { about: DeadlinePart }).about
  const own = scene.epistemics(noun)
  const verb = grammar.governor(noun)
  const epistemics = own.modality !== 'held' || verb < 0 ? own : scene.epistemics(verb)
  const coming = comingOf(scene, verb, epistemics.modality)
  const done =
    epistemics.modality === 'held' ||
    epistemics.modality === 'ongoing' ||
    epistemics.modality === 'background'
  const clauses = grammar.dependents(noun, 'acl').filter((clause) => grammar.isPassive(clause))
  const movedBy = unique(
    [...clauses.flatMap((clause) => grammar.obliques(clause, 'by')), ...grammar.obliques(noun, 'by')].flatMap(
      (token) => fillers.parties(token),
    ),
  )
  return {
    kind: 'act',
    trigger: noun,
    foundBy: 'deadline/counted-move@1',
    epistemics: { ...epistemics, modality: coming },
    alsoSentences: [scene.sentenceOf(last.trigger)].filter((one) => one !== scene.sentenceOf(noun)),
    body: {
      type: 'deadline: extended',
      actor: movedBy,
      recipient: [],
      about: {
        thread: 'deadline',
        what,
        obligor,
        setBy: [],
        n,
        ...(done ? { moves: n } : {}),
        move: 'extended',
        movedBy,
      },
    },
    days: [],
  }
}

const COMING: ReadonlySet<string> = new Set([
  'likely',
  'set',
  'poised',
  'due',
  'expected',
  'bound',
  'unlikely',
])

/** "Poised to meet a fifth delay": the infinitive under such a word is expected. */
function comingOf(scene: Scene, verb: number, modality: Modality): Modality {
  if (modality !== 'hypothetical' || verb < 0) return modality
  const head = scene.doc.tokens.head[verb]!
  return head >= 0 && COMING.has(scene.doc.tokens.lower[head]!) ? 'expected' : modality
}
