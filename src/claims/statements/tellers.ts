// In: a word of a read report. Out: the attributions whose speakers tell what it tells, innermost first.
import type { Doc, Quotation } from '../../language/doc.ts'
import { DENYING, type Repudiated, repudiatedIn } from '../../language/epistemics/repudiated.ts'
import { firstWhere } from '../../model/range.ts'
import { firstFrom } from '../sentence/nearby.ts'
import { type Scene, tokensIn } from '../sentence/scene.ts'
import { isUnsaid } from '../sentence/unsaid.ts'

/**
 * Who holds, wants or judges something tells nothing of it: "backed the plan after …", "praised lawmakers who had left";
 * nor does who agrees or promises tell what is agreed.
 */
export function tellersOf(scene: Scene, trigger: number): Quotation[] {
  const not = deniedAt(scene, trigger)
  const from = not ? scene.doc.tokens.start[not.first]! : 0
  // "Denied a report, citing an aide, that …": of what is denied only who is told of in it is a teller.
  return scene.attributions(trigger).filter((one) => (one.cue[0]?.start ?? from) >= from && tells(scene, one))
}

/** Verbs of what is talked of, or not: "discuss the statement that followed a meeting". */
const TOPICAL: ReadonlySet<string> = new Set(
  (
    'discuss debate review address answer avoid dodge evade sidestep ponder contemplate query quiz reconsider rethink ' +
    'ignore scrutinise scrutinize weigh hear study mull'
  ).split(' '),
)

/** Whether a word stands in what somebody says is not so: "denied a report that …", "rumours that … were dismissed". */
export const isDenied = (scene: Scene, token: number): boolean =>
  deniedAt(scene, token) !== undefined ||
  scene.attributions(token).some(({ cueLemma, form }) => form !== 'direct' && DENYING.has(cueLemma))

const denied = new WeakMap<Doc, readonly Repudiated[]>()

/** The stretch around a token that somebody says is not so. */
function deniedAt({ doc }: Scene, token: number): Repudiated | undefined {
  let ranges = denied.get(doc)
  if (!ranges) {
    ranges = repudiatedIn(doc).sort((a, b) => a.first - b.first)
    denied.set(doc, ranges)
  }
  const at = firstWhere(ranges.length, (one) => ranges[one]!.first > token) - 1
  const range = ranges[at]
  return range && token < range.last ? range : undefined
}

function tells(scene: Scene, one: Quotation): boolean {
  // Who denies it does not tell it, nor does the court that heard it.
  if (one.cueLemma === 'hear' || (one.form !== 'direct' && DENYING.has(one.cueLemma))) return false
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
  const { dep, head } = scene.doc.tokens
  const words = quotation.content.flatMap((range) => tokensIn(scene, range))
  const cue = quotation.cue.flatMap((range) => tokensIn(scene, range))
  const inside = new Set(words)
  const tops = words.filter((at) => !inside.has(head[at]!) && dep[at] !== 'punct')
  return (
    tops.some((at) => cue.includes(head[at]!) && /^i?obj/.test(dep[at]!)) &&
    !tops.some((at) => /^(?:ccomp|xcomp|parataxis|root|acl)/.test(dep[at]!))
  )
}
