// In: a quotation and its cue. Out: whether it says what its speaker takes a thing for: "called the offer an insult", "dismissed it as late".
import type { Quotation } from '../../language/doc.ts'
import { type Scene, tokensIn } from '../sentence/scene.ts'

/** Verbs that say of a thing what it is, with a second noun or an adjective. */
const CALLING: ReadonlySet<string> = new Set([
  'call',
  'label',
  'brand',
  'deem',
  'declare',
  'pronounce',
  'term',
])
/** Verbs that say it with "as". */
const TAKING: ReadonlySet<string> = new Set(
  (
    'blast brand cast characterise characterize condemn criticise criticize decry denounce deride describe dismiss frame hail ' +
    'lambast lambaste mock portray praise present reject ridicule slam tout'
  ).split(' '),
)
const FINITE = /^VB[DZP]$/

/**
 * "Called the offer an insult", "deemed it too low", "dismissed the talks as a show", "was hailed by Peru as a start": a thing,
 * and what somebody says it is. A name that it is given ("called the lake Norda") says nothing of it.
 */
export function isJudged(scene: Scene, quotation: Quotation, cue: number): boolean {
  const { grammar, doc } = scene
  const { tag, lower, dep } = doc.tokens
  const { cueLemma, content } = quotation
  if (cue < 0 || !(CALLING.has(cueLemma) || TAKING.has(cueLemma)) || !isTold(scene, cue)) return false
  const inside = new Set(content.flatMap((range) => tokensIn(scene, range)))
  const words = doc.text.slice(content[0]!.start, content[0]!.end)
  if (/^(?:what|which|that|who|whom)\b/i.test(words)) return false
  // "Criticised Peru as it gained ground": when.
  const isAs = (token: number) =>
    grammar.dependents(token, 'nsubj', 'nsubj:pass').length === 0 &&
    grammar.dependents(token, 'case', 'mark', 'advmod').some((one) => lower[one] === 'as')
  const things = grammar.objects(cue)
  // "As it deems necessary": of what, stands elsewhere.
  if (things.length === 0 || !things.some((one) => inside.has(one))) return false
  const said = grammar.children(cue).filter((one) => inside.has(one) && !things.includes(one))
  if (TAKING.has(cueLemma))
    return [...said, ...things.flatMap((one) => grammar.dependents(one, 'nmod', 'advcl', 'acl'))].some(isAs)
  const isQuality = (token: number) =>
    /^JJ/.test(tag[token]!) || grammar.dependents(token, 'det').some((word) => /^an?$/.test(lower[word]!))
  const named = [...said.filter((one) => dep[one] === 'xcomp'), ...things.slice(1)]
  return (
    CALLING.has(cueLemma) && named.flatMap((one) => [one, ...grammar.dependents(one, 'conj')]).some(isQuality)
  )
}

/** A finite verb, or one that has been done, of no clause about a noun. */
const isTold = ({ grammar, doc: { tokens } }: Scene, cue: number): boolean =>
  !/^(?:amod|acl|compound)/.test(tokens.dep[cue]!) &&
  (FINITE.test(tokens.tag[cue]!) ||
    grammar
      .dependents(cue, 'aux', 'aux:pass')
      .some((aux) => /^(?:has|have|had|was|were|is|are)$/.test(tokens.lower[aux]!)))
