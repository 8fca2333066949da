// In: a verb and a words table. Out: the row that speaks of it, with its particle: "called off" is no "called".
import type { Row } from '../../language/lexicon.ts'
import type { Scene } from './scene.ts'

/** Words that make another verb of the one they stand behind. */
const PARTICLES: ReadonlySet<string> = new Set([
  'off',
  'out',
  'back',
  'up',
  'down',
  'away',
  'aside',
  'over',
  'around',
])
/** After these a word is the start of a measure of room, not a particle: "raised up to 9 %", "cut back to". */
const OPENS: ReadonlySet<string> = new Set(['to', 'of', 'from'])

/** The particle of a verb ("call off", "calling the strike off"); undefined where it has none. */
export function particleOf(
  { doc, grammar }: Pick<Scene, 'doc' | 'grammar'>,
  verb: number,
): string | undefined {
  const { lower, dep, sent } = doc.tokens
  const next = verb + 1
  if (sent[next] === sent[verb] && PARTICLES.has(lower[next]!)) {
    const loose = lower[next] === 'over' || OPENS.has(lower[next + 1] ?? '')
    if (!loose || dep[next] === 'compound:prt') return lower[next]
  }
  const child = grammar
    .dependents(verb, 'compound:prt')
    .find((token) => token > verb && PARTICLES.has(lower[token]!))
  return child === undefined ? undefined : lower[child]
}

const verbs = new WeakMap<ReadonlyMap<string, Row>, ReadonlySet<string>>()

/** The verbs that the rows of a table begin with: most words have none, and need no look around them. */
function verbsOf(rows: ReadonlyMap<string, Row>): ReadonlySet<string> {
  const known = verbs.get(rows)
  if (known) return known
  const found = new Set([...rows.keys()].map((key) => key.split(' ', 1)[0]!))
  verbs.set(rows, found)
  return found
}

/** The row of a verb in a table by lemma; one with a particle has only the row that names it ("call off"). */
export function verbRow(
  scene: Pick<Scene, 'doc' | 'grammar'>,
  verb: number,
  rows: ReadonlyMap<string, Row>,
): Row | undefined {
  const { lemma, lower } = scene.doc.tokens
  if (!verbsOf(rows).has(lemma[verb]!)) return undefined
  const standing = standingOf(scene, verb)
  const placed = standing && rows.get(`${lemma[verb]} ${standing}`)
  if (placed) return placed
  const particle = particleOf(scene, verb)
  if (particle) return rows.get(`${lemma[verb]} ${particle}`)
  return rows.get(`${lemma[verb]} ${lower[verb + 1]}`) ?? rows.get(lemma[verb]!)
}

/** Tokens within which what is put on hold is named. */
const ON_HOLD = 20

/** "Put a ban in place", "come into force", "put on hold": the preposition and noun that tell what comes to hold. */
function standingOf({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, verb: number): string | undefined {
  const { lower, lemma, sent, tag } = doc.tokens
  // "Put its ban on imports of cod on hold", however the last two words hang.
  if (/^(?:place|put)$/.test(lemma[verb]!))
    for (let at = verb + 1; at < verb + ON_HOLD && sent[at] === sent[verb]; at++) {
      if (/^(?:VBD|MD|W.*)$/.test(tag[at]!)) break
      if (/^(?:hold|ice)$/.test(lower[at]!) && lower[at - 1] === 'on') return `on ${lower[at]}`
    }
  for (const word of ['in', 'into', 'on', 'to'])
    for (const token of grammar.obliques(verb, word))
      if (/^(?:place|force|effect|hold|ice|zero)$/.test(lower[token]!) && lower[token - 1] === word)
        return `${word} ${lower[token]}`
  return undefined
}
