// In: a scene, a clause. Out: what every telling has: its sentence, its clause's verb and words, who tells it, when.
import { UPOS } from '../../language/doc.ts'
import type { Telling } from '../../model/index.ts'
import { claimDay, roleOf, timesOf } from '../sentence/attached-days.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt } from '../statements/teller.ts'

const CONTENT: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'VERB', 'ADJ'] as const).map((tag) => UPOS.indexOf(tag)),
)
/** Relations under which another clause begins. */
const OTHER_CLAUSE = /^(?:advcl|acl:relcl|parataxis|ccomp|csubj|appos|discourse|dep$)/
/** The most words of a clause that are kept; what is longer is a list or misread. */
const MOST_WORDS = 40

/** Tokens that hold what is told itself: `[first, last)`. */
export interface Held {
  readonly first: number
  readonly last: number
}

/** The parts of a telling that rest on its clause; undefined where the clause has too many words. */
export function tellingOf(
  scene: Scene,
  at: number,
  clause: number,
  nouns: readonly number[],
  held: Held,
): Omit<Telling, 'slot' | 'label'> | undefined {
  const { doc, grammar } = scene
  const { tokens } = doc
  const counted = [...new Set(nouns.flatMap((noun) => [noun, ...modifiersOf(scene, noun)]))]
  const own = wordsUnder(scene, clause, held)
  const subjects = grammar.isVerb(clause) ? grammar.subjects(clause) : []
  const beside = subjects
    .filter((token) => !own.includes(token))
    .flatMap((token) => wordsUnder(scene, token, held))
  const isTold = within(scene, at)
  const all = [...own, ...beside].filter(
    (token) => token !== clause && !counted.includes(token) && isTold(token),
  )
  if (all.length > MOST_WORDS) return undefined
  const { start, end } = doc.sents[tokens.sent[at]!]!
  const { polarity, modality } = scene.epistemics(clause)
  return {
    start,
    end,
    by: tellerAt(scene, at),
    counted: keysOf(scene, counted),
    deed: grammar.isVerb(clause) ? tokens.lemma[clause]! : '',
    words: keysOf(scene, all),
    polarity,
    modality,
    days: timesOf(doc, grammar, [clause, at])
      .filter(({ type }) => type === 'DATE')
      .map((time) => claimDay(doc, time, roleOf(time))),
  }
}

/** Whether a token stands in the words told by the same speaker as another: who tells them is none of what is told. */
function within(scene: Scene, at: number): (token: number) => boolean {
  const { tokens } = scene.doc
  const told = scene.attributions(at).at(-1)?.content
  return (token) =>
    told === undefined ||
    told.some(({ start, end }) => start <= tokens.start[token]! && tokens.end[token]! <= end)
}

/** The verb, or the noun with a copula, of the clause that a token stands in. */
export function clauseOf({ doc, grammar }: Scene, token: number): number {
  const { head, dep } = doc.tokens
  let at = token
  for (let steps = 0; steps < 40; steps++) {
    const isParticiple = dep[at] === 'acl' || dep[at] === 'amod'
    if (grammar.isVerb(at) && dep[at] !== 'aux' && dep[at] !== 'cop' && !isParticiple) return at
    if (grammar.dependents(at, 'cop').length > 0 || head[at]! < 0) return at
    at = head[at]!
  }
  return at
}

/** Whether a token is a noun or a name. */
export const isNoun = ({ doc }: Scene, token: number): boolean => {
  const pos = doc.tokens.pos[token]
  return pos === NOUN || pos === PROPN
}
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')

/** "Container ships", "foreign troops": what stands before a noun and limits it. */
const modifiersOf = (scene: Scene, noun: number): number[] =>
  scene.grammar
    .dependents(noun, 'amod', 'compound')
    .filter((token) => token < noun && scene.fillers.quantityAt(token) === undefined)

/** Content tokens under a head without further clauses, times and the value itself. */
function wordsUnder({ doc, grammar, fillers }: Scene, top: number, { first, last }: Held): number[] {
  const { tokens } = doc
  const found: number[] = []
  const visit = (at: number, depth: number) => {
    if (at < first || at >= last) {
      if (CONTENT.has(tokens.pos[at]!) && !fillers.timeAt(at)) found.push(at)
      else if (tokens.pos[at] === PRON) found.push(at)
    }
    if (depth > 20) return
    for (const child of grammar.children(at)) {
      const relation = tokens.dep[child]!
      if (OTHER_CLAUSE.test(relation) || (relation === 'conj' && grammar.isVerb(child))) continue
      visit(child, depth + 1)
    }
  }
  visit(top, 0)
  return found.sort((a, b) => a - b)
}
const PRON = UPOS.indexOf('PRON')

/** Names by their ids, pronouns by whom they stand for, other words by their lemma; each once. */
export function keysOf({ doc, fillers }: Scene, tokens: readonly number[]): string[] {
  const keys = tokens.flatMap((token) => {
    const name = fillers.nameAt(token)
    if (name) return [name.id]
    if (doc.tokens.pos[token] === PRON) return fillers.parties(token).map(({ id }) => id)
    return [doc.tokens.lemma[token]!.toLowerCase()]
  })
  return [...new Set(keys)]
}
