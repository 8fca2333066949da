// In: the words of one end of a tie. Out: the same with what they lead to and without what they break off with; nothing where they say nothing by themselves.
import type { Phrase } from '../../model/index.ts'
import { type Scene, tokenAt } from './scene.ts'

/** Nouns that name nothing by themselves. */
const EMPTY: ReadonlySet<string> = new Set(
  'thing way lot bit sort kind case something anything nothing everything'.split(' '),
)
/** Verbs that say nothing without their object. */
const LIGHT: ReadonlySet<string> = new Set(
  'be do have say tell go come get happen stay remain take make keep let seem appear'.split(' '),
)
/** With what no phrase ends. */
const HANGING = /^(?:DT|IN|CC|TO|PRP\$|WDT|WRB|MD|,|:)$/
/** The most tokens that are added to a noun. */
const LONGEST = 25

/** What something hangs on: a phrase that can be read alone, with what its noun leads to. */
export function readableEnd(scene: Scene, said: Phrase | undefined): Phrase | undefined {
  if (!said) return undefined
  const whole = trimmed(scene, withVerb(scene, extended(scene, said)))
  return whole && says(scene, whole, false) ? whole : undefined
}

/** What hangs: the verb behind it is the tie. `isKnown`: who does it is told beside it. */
export function readableLever(scene: Scene, said: Phrase | undefined, isKnown: boolean): Phrase | undefined {
  if (!said) return undefined
  const whole = trimmed(scene, extended(scene, said))
  return whole && says(scene, whole, isKnown) && !isVague(scene, whole) ? whole : undefined
}

/** "Strikingly different actions": which, the words do not say. */
function isVague(scene: Scene, said: Phrase): boolean {
  const { tokens } = scene.doc
  const nouns = tokensOf(scene, said).filter((at) => /^NN/.test(tokens.tag[at]!))
  const verbs = tokensOf(scene, said).filter((at) => /^VB/.test(tokens.tag[at]!))
  return (
    verbs.length === 0 && nouns.every((at) => /^(?:action|move|step|thing|decision)$/.test(tokens.lemma[at]!))
  )
}

/** Whether a noun is in it, or, of somebody known, a verb that says something. */
function says(scene: Scene, said: Phrase, isKnown: boolean): boolean {
  const { tokens } = scene.doc
  const all = tokensOf(scene, said)
  const [first] = all as [number]
  // "That did not make it into the law": of what, stands before it.
  if (/^(?:WDT|WP)$/.test(tokens.tag[first]!)) return false
  const isPointing = /^(?:it|they|he|she|this|that|these|those|i|we|you)$/.test(tokens.lower[first]!)
  if (isPointing && !isKnown && !/^(?:NN|JJ)/.test(tokens.tag[first + 1] ?? '')) return false
  const isNoun = (at: number) => /^NN|^\$$/.test(tokens.tag[at]!) && !EMPTY.has(tokens.lemma[at]!)
  const isDeed = (at: number) => /^VB/.test(tokens.tag[at]!) && !LIGHT.has(tokens.lemma[at]!)
  const isPhrasal = (at: number) => isDeed(at) && scene.grammar.dependents(at, 'compound:prt').length > 0
  return all.some(isNoun) || all.some(isKnown ? isDeed : isPhrasal)
}

/** With the noun behind an adjective it breaks off at, and the other half of "both". */
function extended(scene: Scene, said: Phrase): Phrase {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const all = tokensOf(scene, said)
  const [first, last] = [all[0]!, all.at(-1)!]
  const end = doc.sents[tokens.sent[last]!]!.last
  let to = last
  if (/^(?:JJ|VBN|VBG|POS)/.test(tokens.tag[to]!))
    while (to + 1 < end && /^NN/.test(tokens.tag[to + 1]!)) to++
  const noun = to
  if (tokens.lower[first] === 'both' && tokens.lower[to + 1] === 'and')
    to = Math.max(to, ...grammar.conjuncts(noun).map((at) => grammar.phrase(at, 'short').last))
  return to === last ? said : fillers.phraseOf(first, to, noun)
}

/** With the deed that a noun is of, or the verb it is the subject of. */
function withVerb(scene: Scene, said: Phrase): Phrase {
  const { tokens } = scene.doc
  const all = tokensOf(scene, said)
  const noun = all.at(-1)!
  const end = scene.doc.sents[tokens.sent[noun]!]!.last
  const verb = /^NN/.test(tokens.tag[noun]!) ? verbBehind(scene, noun, end) : undefined
  if (verb === undefined) return said
  const to = Math.min(predicateEnd(scene, verb, end), noun + LONGEST)
  return to > noun ? scene.fillers.phraseOf(all[0]!, to, noun) : said
}

/** "A commitment to vote on it", "the border be secured": the verb right behind the noun that belongs to it. */
function verbBehind({ doc: { tokens }, grammar }: Scene, noun: number, end: number): number | undefined {
  const next = noun + 1
  if (next + 1 >= end) return undefined
  if (tokens.lower[next] === 'to' && tokens.tag[next + 1] === 'VB')
    return tokens.head[next + 1] === noun ? next + 1 : undefined
  if (!/^(?:VB|MD)/.test(tokens.tag[next]!)) return undefined
  // "For Norway agreeing to talk".
  const isGerund = tokens.tag[next] === 'VBG' && tokens.tag[noun]!.startsWith('NNP')
  if (isGerund && (tokens.head[next] === noun || tokens.head[noun] === next)) return next
  const over = tokens.head[noun]!
  return over > noun && grammar.dependents(over, 'nsubj').includes(noun) ? over : undefined
}

/** The last token of what a verb says, up to a comma. */
function predicateEnd({ doc: { tokens }, grammar }: Scene, verb: number, end: number): number {
  const { last } = grammar.predicate(verb)
  for (let at = verb; at <= Math.min(last, end - 1); at++)
    if (/^[,;:.]$/.test(tokens.lower[at]!)) return at - 1
  return Math.min(last, end - 1)
}

/** Without what it breaks off with: "on the table in order to keep the". */
function trimmed(scene: Scene, said: Phrase): Phrase | undefined {
  const { tokens } = scene.doc
  const all = tokensOf(scene, said)
  const first = all[0]!
  let last = beforeTeller(scene, all)
  const isBroken = (at: number) =>
    HANGING.test(tokens.tag[at]!) ||
    (tokens.tag[at] === 'VB' && tokens.lower[at - 1] === 'to' && last < all.at(-1)!) ||
    (tokens.lower[at] === 'order' && tokens.lower[at - 1] === 'in')
  // "Turn it down", "if it gives in": a particle ends a phrase, what hangs on it not.
  while (last > first && isBroken(last) && !/^(?:RP|prt|compound:prt)$/.test(tokens.dep[last]!)) last--
  if (last === all.at(-1)) return said
  return last > first || /^NN/.test(tokens.tag[first]!)
    ? scene.fillers.phraseOf(first, last, first)
    : undefined
}

/** The last token before "…, the minister said", where the words run into it. */
function beforeTeller({ doc, attributions }: Scene, all: readonly number[]): number {
  const { start, end } = doc.tokens
  const [first] = all as [number]
  const last = all.at(-1)!
  const [told] = attributions(first)
  if (!told?.content.some((part) => part.start <= start[first]! && start[first]! < part.end)) return last
  const teller = Math.min(...[...told.source, ...told.cue].map((part) => part.start))
  const isLast = told.content.every((part) => part.start < teller)
  return isLast && teller > start[first]! && teller < end[last]!
    ? all.findLast((at) => end[at]! <= teller)!
    : last
}

function tokensOf(scene: Scene, said: Phrase): number[] {
  const first = tokenAt(scene, said.start)
  const last = Math.max(first, tokenAt(scene, said.end - 1))
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}
