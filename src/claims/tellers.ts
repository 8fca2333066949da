// In: a word of a read report. Out: the attributions whose speakers tell what it tells, innermost first.
import type { Quotation } from '../language/doc.ts'
import { firstFrom } from './nearby.ts'
import { type Scene, tokensIn } from './scene.ts'
import { isUnsaid } from './unsaid.ts'

/**
 * Who holds, wants or judges something tells nothing of it: "backed the plan after …", "praised lawmakers who had left";
 * nor does who agrees or promises tell what is agreed.
 */
export const tellersOf = (scene: Scene, trigger: number): Quotation[] =>
  scene.attributions(trigger).filter((one) => tells(scene, one))

/** Verbs of what is talked of, or not: "discuss the statement that followed a meeting". */
const TOPICAL: ReadonlySet<string> = new Set(
  (
    'discuss debate review address answer avoid dodge evade sidestep ponder contemplate query quiz reconsider rethink ' +
    'ignore scrutinise scrutinize weigh hear study mull'
  ).split(' '),
)

function tells(scene: Scene, one: Quotation): boolean {
  if (one.form === 'indirect' && scene.rows('commitment-verbs').has(one.cueLemma)) return false
  if (one.nonSpeech) return isClause(scene, one) && !isUnsaid(scene, one)
  if (one.form === 'direct') return true
  if (TOPICAL.has(one.cueLemma) || isUnsaid(scene, one)) return false
  const row = scene.rows('speech-verbs').get(one.cueLemma)
  if (row?.kind !== 'thought' && isNamedOnly(scene, one)) return false
  return !isBehindPreposition(scene, one)
}

/** "Believes that …", "confident they will …": a clause is thought, a thing only liked or wanted. */
function isClause({ doc }: Scene, { content, cue }: Quotation): boolean {
  const { tokens } = doc
  const [said] = content
  if (!said) return false
  const inside = (at: number) => said.start <= tokens.start[at]! && tokens.start[at]! < said.end
  const isCue = (at: number) =>
    cue.some(({ start, end }) => start <= tokens.start[at]! && tokens.start[at]! < end)
  if (/^that\b/i.test(doc.text.slice(said.start, said.end))) return true
  for (let at = firstFrom(tokens, said.start); at < tokens.count && inside(at); at++)
    if (tokens.dep[at] === 'ccomp' && tokens.head[at]! >= 0 && isCue(tokens.head[at]!)) return true
  return false
}

/** "Responded to duties by …", "talk on the trail …": what stands behind such a preposition of a cue is its topic. */
export function isBehindPreposition({ doc }: Scene, { form, cue, cueLemma }: Quotation): boolean {
  const last = cue.at(-1)
  if (form !== 'indirect' || !last || cueLemma.includes(' ')) return false
  const words = doc.text.slice(last.start, last.end).split(/\s+/)
  return words.length > 1 && /^(?:to|on|with|into|over)$/.test(words.at(-1)!)
}

/** "offered Peru a pause", "blamed the pact": the content is what something is done to, no clause. */
export function isNamedOnly(scene: Scene, quotation: Quotation): boolean {
  const { dep, head, parsed, sent } = { ...scene.doc.tokens, parsed: scene.doc.parsed }
  const words = quotation.content.flatMap((range) => tokensIn(scene, range))
  const cue = quotation.cue.flatMap((range) => tokensIn(scene, range))
  const inside = new Set(words)
  const tops = words.filter((at) => !inside.has(head[at]!) && dep[at] !== 'punct')
  if (tops.length === 0 || tops.some((at) => parsed[sent[at]!] !== 1)) return false
  return (
    tops.some((at) => cue.includes(head[at]!) && /^i?obj/.test(dep[at]!)) &&
    !tops.some((at) => /^(?:ccomp|xcomp|parataxis|root|acl)/.test(dep[at]!))
  )
}
