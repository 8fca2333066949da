// In: a scene. Out: its tellings: each value with what it counts, the verb and the other words of its clause.
import { type Quantity, UPOS } from '../language/doc.ts'
import type { Telling } from '../model/index.ts'
import { claimDay, roleOf, timesOf } from './attached-days.ts'
import { headOf, isConversion, isNumberOf, isShared } from './figures/amount.ts'
import { bare } from './figures/labels.ts'
import { toValue } from './fillers.ts'
import { type Scene, tokenAt } from './scene.ts'
import { tellerAt } from './teller.ts'

/** Units of a time that has passed, an age or a place in a row: nobody's account of how many. */
const NOT_HELD = /^(?:(?:milli)?second|minute|hour|old|time|century|decade)s?(?: |$)/
const CONTENT: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'VERB', 'ADJ'] as const).map((tag) => UPOS.indexOf(tag)),
)
/** Relations under which another clause begins. */
const OTHER_CLAUSE = /^(?:advcl|acl:relcl|parataxis|ccomp|csubj|appos|discourse|dep$)/
/** The most words of a clause that are kept; what is longer is a list or misread. */
const MOST_WORDS = 40

/** Every number with a unit in the body of a report, in order. Pure. */
export function findTellings(scene: Scene): Telling[] {
  const { doc } = scene
  return doc.quantities.flatMap((quantity) => {
    const sent = doc.tokens.sent[quantity.first]!
    if (doc.parsed[sent] === 0 || quantity.unit === '' || NOT_HELD.test(quantity.unit)) return []
    if (isOfTime(scene, quantity) || isConversion(scene, quantity) || isShared(scene, quantity.first))
      return []
    return tellingAt(scene, quantity) ?? []
  })
}

/** "Three days ago", "the last 30 days": a time, no length. */
const isOfTime = ({ doc, fillers }: Scene, { first }: Quantity): boolean => {
  const time = fillers.timeAt(first)
  return time !== undefined && (time.type === 'DATE' || doc.tokens.form[time.last - 1] === 'old')
}

function tellingAt(scene: Scene, quantity: Quantity): Telling | undefined {
  const { doc, grammar } = scene
  const { tokens } = doc
  const at = headOf(scene, quantity)
  const clause = clauseOf(scene, at)
  const nouns = countedBy(scene, quantity, at, clause)
  if (nouns.length === 0) return undefined
  const counted = [...new Set(nouns.flatMap((noun) => [noun, ...modifiersOf(scene, noun)]))]
  const own = wordsUnder(scene, clause, quantity)
  const subjects = grammar.isVerb(clause) ? grammar.subjects(clause) : []
  const beside = subjects
    .filter((token) => !own.includes(token))
    .flatMap((token) => wordsUnder(scene, token, quantity))
  const inWords = within(scene, at)
  const all = [...own, ...beside].filter(
    (token) => token !== clause && !counted.includes(token) && inWords(token),
  )
  if (all.length > MOST_WORDS) return undefined
  const { start, end } = doc.sents[tokens.sent[at]!]!
  const { polarity, modality } = scene.epistemics(clause)
  return {
    start,
    end,
    value: toValue(quantity),
    ...(quantity.by && quantity.change ? { change: quantity.change } : {}),
    label: labelOf(scene, quantity, nouns[0]!, clause),
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

const LIGHT: ReadonlySet<string> = new Set([
  'be',
  'have',
  'say',
  'tell',
  'add',
  'do',
  'take',
  'make',
  'give',
  'get',
])

/** "Prisoners · exchanged": the noun without its number, and the verb. */
function labelOf(scene: Scene, { first, last }: Quantity, noun: number, clause: number): string {
  const { tokens } = scene.doc
  const whole = scene.grammar.phrase(noun, 'short')
  const isInside = whole.first <= first && last - 1 <= noun
  const { text } = isInside
    ? scene.fillers.phraseOf(Math.min(last, noun), bareEnd(scene, noun), noun)
    : bare(scene, noun)
  const isVerb = scene.grammar.isVerb(clause) && !LIGHT.has(tokens.lemma[clause]!)
  return isVerb ? `${text} · ${tokens.form[clause]}` : text
}

const bareEnd = (scene: Scene, noun: number): number => tokenAt(scene, bare(scene, noun).end - 1)

/** Whether a token stands in the words told by the same speaker as another: who tells them is none of what is told. */
function within(scene: Scene, at: number): (token: number) => boolean {
  const { tokens } = scene.doc
  const told = scene.attributions(at)[0]?.content
  return (token) =>
    told === undefined ||
    told.some(({ start, end }) => start <= tokens.start[token]! && tokens.end[token]! <= end)
}

/** The verb, or the noun with a copula, of the clause that a token stands in. */
function clauseOf({ doc, grammar }: Scene, token: number): number {
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

const isNoun = ({ doc }: Scene, token: number): boolean => {
  const pos = doc.tokens.pos[token]
  return pos === NOUN || pos === PROPN
}
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')

/** The nouns that a value is of: counted by it, behind its "of", before its "of", or else what the clause is about. */
function countedBy(scene: Scene, quantity: Quantity, at: number, clause: number): number[] {
  const { doc, grammar } = scene
  const { tokens } = doc
  const inside = (token: number) => token >= quantity.first && token < quantity.last
  const found: number[] = []
  // "31 people": the noun is the value's own last word.
  const last = quantity.last - 1
  if (tokens.lemma[last] === quantity.unit && isNoun(scene, last) && !MEASURING.test(quantity.unit))
    found.push(last)
  const over = tokens.head[at]!
  if (over >= 0 && !inside(over) && isNoun(scene, over)) {
    if (isNumberOf(scene, at) || grammar.caseOf(at) === 'of') found.push(over)
  }
  if (tokens.lower[quantity.last] === 'of' || tokens.lower[quantity.last] === 'in')
    found.push(
      ...grammar
        .dependents(at, 'nmod', 'obl')
        .filter((token) => token > at && isNoun(scene, token))
        .slice(0, 1),
    )
  if (found.length > 0 && !found.every(inside)) return found.filter((token) => isNoun(scene, token))
  if (found.length > 0) return found
  return [
    ...grammar.dependents(clause, 'nsubj'),
    ...(grammar.isVerb(clause) ? grammar.objects(clause) : []),
  ].filter((token) => !inside(token) && isNoun(scene, token))
}

/** Units that measure a thing rather than are it. */
const MEASURING =
  /^(?:%|percentage point|[A-Z]{3}\b.*|day|week|month|quarter|year|tonne|ton|kilogram|kilometre|kilometer|mile|metre|meter|hectare|acre|barrel|litre|liter|cubic .*|gallon|watt|megawatt|gigawatt|degree)s?(?: |$)/

/** "Container ships", "foreign troops": what stands before a noun and limits it. */
const modifiersOf = (scene: Scene, noun: number): number[] =>
  scene.grammar
    .dependents(noun, 'amod', 'compound')
    .filter((token) => token < noun && scene.fillers.quantityAt(token) === undefined)

/** Content tokens under a head without further clauses, times and the value itself. */
function wordsUnder({ doc, grammar, fillers }: Scene, top: number, { first, last }: Quantity): number[] {
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
function keysOf({ doc, fillers }: Scene, tokens: readonly number[]): string[] {
  const keys = tokens.flatMap((token) => {
    const name = fillers.nameAt(token)
    if (name) return [name.id]
    if (doc.tokens.pos[token] === PRON) return fillers.parties(token).map(({ id }) => id)
    return [doc.tokens.lemma[token]!.toLowerCase()]
  })
  return [...new Set(keys)]
}
