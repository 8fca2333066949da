// In: a scene, a deadline, a duty or a term. Out: what follows if it lapses, in the words of the report.
import type { Phrase } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/** "or face a ban", "or else": what follows if it lapses, joined to the duty by "or". */
export function lapseOf(scene: Scene, noun: number, infinitive: number): Phrase | undefined {
  const { grammar, fillers, doc } = scene
  for (const token of [infinitive, noun]) {
    if (token < 0) continue
    for (const other of grammar.dependents(token, 'conj'))
      if (grammar.dependents(other, 'cc').some((word) => doc.tokens.lower[word] === 'or'))
        return fillers.phrase(other, 'clause')
  }
  return orElse(scene, noun)
}

/** Tokens behind "or" within which a clause of its own has its modal. */
const MODAL = 9

/** "… or the duties will double", "or else it would strike": a clause of its own behind "or". */
function isClause({ doc: { tokens } }: Scene, first: number, last: number): boolean {
  if (!/^(?:DT|PRP|NN|CD|JJ|RB)/.test(tokens.tag[first]!)) return false
  for (let at = first; at < Math.min(last, first + MODAL); at++) {
    if (/^(?:will|would|shall|'ll|'d)$/.test(tokens.lower[at]!)) return at > first
    if (/^[,;:]$/.test(tokens.form[at]!) || /^(?:VB[DZP]|TO|MD)$/.test(tokens.tag[at]!)) return false
  }
  return false
}

/** The same on the surface: "or" before a bare verb or a clause with a modal after the noun, up to the next comma or stop. */
export function orElse(scene: Scene, noun: number): Phrase | undefined {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[noun]!]!
  for (let at = noun + 1; at < last - 1 && at < noun + 40; at++) {
    if (tokens.lower[at] !== 'or') continue
    const first = tokens.lower[at + 1] === 'else' ? at + 2 : at + 1
    if (tokens.tag[at + 1] !== 'VB' && !isClause(scene, first, last)) continue
    let end = first
    while (end + 1 < last && !/^[,.;:?!)]$/.test(tokens.form[end + 1]!)) end++
    return scene.fillers.phraseOf(first, end, first)
  }
  return undefined
}

/** What follows a term, and the sentence that says so. */
export interface After {
  readonly phrase: Phrase
  readonly sentence: number
}

/**
 * What follows a term that ends: "…, after which Norway will raise its duties", "… and the ports close if it is not
 * renewed", or the next sentence from "After that," or "If it lapses," on.
 */
export function afterTerm(scene: Scene, verb: number): After | undefined {
  const { tokens, sents } = scene.doc
  const sentence = tokens.sent[verb]!
  const { last } = sents[sentence]!
  for (let at = verb + 1; at + 2 < last; at++) {
    const then =
      (tokens.lower[at] === 'after' && tokens.lower[at + 1] === 'which') ||
      (tokens.lower[at] === 'at' &&
        tokens.lower[at + 1] === 'which' &&
        /^(?:point|time)$/.test(tokens.lower[at + 2]!))
    if (then) return told(scene, tokens.lower[at] === 'at' ? at + 3 : at + 2, last)
    if (endsIt(scene, at, last)) return besideIf(scene, verb, at, last)
  }
  const next = sents[sentence + 1]
  if (!next) return undefined
  const { first } = next
  const thatDone = tokens.lower[first] === 'after' && tokens.lower[first + 1] === 'that'
  if (!thatDone && !endsIt(scene, first, next.last)) return undefined
  const comma = commaAfter(scene, first, next.last)
  return comma < 0 ? undefined : told(scene, comma + 1, next.last)
}

const ENDS = /^(?:lapse|expire|end)[sd]?$/
const RENEWED: ReadonlySet<string> = new Set(['extend', 'renew', 'prolong'])

/** "If it lapses", "unless they are renewed", "if the truce is not extended", from a conjunction on. */
function endsIt({ doc }: Scene, at: number, last: number): boolean {
  const { lower, lemma } = doc.tokens
  if (lower[at] !== 'if' && lower[at] !== 'unless') return false
  let negative = lower[at] === 'unless'
  for (let token = at + 1; token < Math.min(last, at + 8); token++) {
    if (lower[token] === ',') return false
    if (lower[token] === 'not' || lower[token] === "n't") negative = !negative
    if (ENDS.test(lower[token]!)) return !negative
    if (RENEWED.has(lemma[token]!)) return negative
  }
  return false
}

/** What stands beside such a condition: the clause after its comma, or the one it closes. */
function besideIf(scene: Scene, verb: number, at: number, last: number): After | undefined {
  const { lower } = scene.doc.tokens
  const comma = commaAfter(scene, at, last)
  if (/^[,;]$/.test(lower[at - 1]!) && comma > 0) return told(scene, comma + 1, last)
  // "… on 10 May, and the ports close if it is not renewed": from the joining word on.
  for (let from = at - 1; from > verb + 1; from--)
    if (/^(?:and|but|;)$/.test(lower[from]!)) return told(scene, from + 1, at)
  return undefined
}

function commaAfter({ doc }: Scene, from: number, last: number): number {
  for (let at = from; at < Math.min(last, from + 14); at++) if (doc.tokens.lower[at] === ',') return at
  return -1
}

/** The words of a clause with a finite verb, up to the next stop. */
function told(scene: Scene, first: number, last: number): After | undefined {
  const { tokens } = scene.doc
  let end = first
  while (end + 1 < last && !/^[.;:?!]$/.test(tokens.form[end + 1]!)) end++
  let verb = first
  while (verb <= end && !/^(?:VB[DZP]|MD)$/.test(tokens.tag[verb]!)) verb++
  return verb > end
    ? undefined
    : { phrase: scene.fillers.phraseOf(first, end, verb), sentence: tokens.sent[first]! }
}
