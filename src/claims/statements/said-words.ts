// In: a quotation. Out: whether its words say something: a clause, a promise, what is urged; no noun that is only talked of.
import type { Quotation } from '../../language/doc.ts'
import type { Range } from '../../model/index.ts'
import { type Scene, tokenAt, tokensIn } from '../sentence/scene.ts'

/** Words told without a verb ("spoke about flexibility") say nothing that can be checked. */
export function hasVerb(scene: Scene, quotation: Quotation): boolean {
  const { tag } = scene.doc.tokens
  return quotation.content
    .flatMap((range) => tokensIn(scene, range))
    .some((at) => tag[at]!.startsWith('VB') && tag[at] !== 'VBG')
}

/** Words of the content stand between quotation marks of their own. */
export const isMarked = (scene: Scene, quotation: Quotation): boolean =>
  quotation.content.some((range) => /["“”«»„‘]|(?:^|\s)'/.test(scene.doc.text.slice(range.start, range.end)))

/**
 * What is told is a clause, or what is promised or urged ("to reopen", "Peru to reopen"). A noun phrase, "what he
 * wants" or "how it came" is what is talked of, not what is said.
 */
export function saysSomething(scene: Scene, quotation: Quotation): boolean {
  const { tokens } = scene.doc
  const [range] = quotation.content
  const first = range ? tokenAt(scene, range.start) : -1
  if (!range || first < 0) return false
  if (quotation.content.every((one) => !/\s/.test(scene.doc.text.slice(one.start, one.end).trim())))
    return false
  // "Charges 100 per cent": a price.
  if (quotation.cueLemma === 'charge' && /^(?:CD|\$)$/.test(tokens.tag[first]!)) return false
  const frames = scene.rows('speech-verbs').get(quotation.cueLemma)?.frames ?? ''
  // "Have said that for years", "shows himself misguided": what is meant stands elsewhere.
  if (tokens.lower[first] === 'that' && tokens.tag[first + 1] === 'IN' && !hasVerb(scene, quotation))
    return false
  if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(tokens.lower[first]!)) return false
  if (/^(?:that|whether|if|to)$/.test(tokens.lower[first]!)) return true
  if (/^(?:what|whatever|who|which|how|why)$/.test(tokens.lower[first]!))
    return /^(?:ask|wonder|question)$/.test(quotation.cueLemma)
  // "The deal he refers to is the truce": what follows is said by the report.
  if (/^(?:MD|VB[DZP])$/.test(tokens.tag[first]!)) return false
  return quotation.content.some((one) => hasClause(scene, one, frames.includes('infinitive-person')))
}

/** Words that what is said in a clause about a noun may have at most where that noun is all it is about. */
const CLIPPED = 5

/** "Something that Lee says is late", "what it said it would do", "the deal that he said he supports": what is said lacks the noun it is about. */
export function isOfRelative(scene: Scene, quotation: Quotation, cue: number): boolean {
  const { doc } = scene
  const { dep } = doc.tokens
  const [said = '', ...more] = quotation.content.map(({ start, end }) => doc.text.slice(start, end))
  if (more.length > 0) return /^(?:that|which|who|what)$/i.test(said)
  // "The ministry, which said it would appeal": the noun speaks, what it says is whole.
  const speaks = [cue - 1, cue - 2].some((token) =>
    /^(?:who|which|that)$/.test(doc.tokens.lower[token] ?? ''),
  )
  const isRelative = (token: number) =>
    token >= 0 && dep[token]!.startsWith('acl:relcl') && doc.tokens.head[token]! < cue
  const around = [cue, ...quotation.content.flatMap((range) => tokensIn(scene, range))]
  if (said.split(/\s+/).length <= CLIPPED && !speaks && around.some(isRelative)) return true
  return said
    .toLowerCase()
    .split(/\s+/)
    .every((word) => EMPTY.has(word))
}

const EMPTY: ReadonlySet<string> = new Set(
  'that it they he she we i you would will could should can may might must do so not be have did does had has been'.split(
    ' ',
  ),
)

/** "Said idle crews were paid": a clause of its own behind a verb that takes clauses, whose subject the tree hangs on that. */
export function isWholeClause(scene: Scene, { content, cueLemma }: Quotation): boolean {
  const frames = new Set((scene.rows('speech-verbs').get(cueLemma)?.frames ?? '').split(' '))
  const [said, ...more] = content
  if (!frames.has('clause') || (frames.has('object') && cueLemma !== 'say')) return false
  if (
    !said ||
    more.length > 0 ||
    /^(?:it|this|so|much|more)\b/i.test(scene.doc.text.slice(said.start, said.end))
  )
    return false
  return hasClause(scene, said, false)
}

/** Whether a range holds a clause of its own; an infinitive is one where somebody is urged. */
function hasClause(scene: Scene, range: Range, urged: boolean): boolean {
  const { tokens } = scene.doc
  const first = tokenAt(scene, range.start)
  for (let at = first; at >= 0 && at < tokens.count && tokens.start[at]! < range.end; at++) {
    const tag = tokens.tag[at]!
    const finite =
      /^(?:MD|VB[DZP])$/.test(tag) || (tag === 'VBN' && scene.grammar.dependents(at, 'nsubj').length > 0)
    if (finite && !isSubordinate(scene, at, range)) return true
    if (urged && tag === 'TO' && tokens.tag[at + 1] === 'VB') return true
  }
  return false
}

/** Whether a verb stands in a clause that describes a noun or another clause of the range. */
function isSubordinate(scene: Scene, token: number, range: Range): boolean {
  const { head, dep, start } = scene.doc.tokens
  const inside = (at: number) => at >= 0 && start[at]! >= range.start && start[at]! < range.end
  for (let at = token, steps = 0; inside(head[at]!) && steps < 12; at = head[at]!, steps++)
    if (/^(?:acl|advcl)/.test(dep[at]!)) return true
  return false
}
