// In: a scene and the noun of an accord. Out: the day by which it is missed, and what follows: "failing a deal by 3 May, the fees will double".
import type { Phrase } from '../../model/index.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { dueAt, isDay } from './due-parts.ts'

/** "…, the fees will double": the rest of the sentence behind a comma, where it has a modal. */
function clauseBehind({ doc, fillers }: Scene, comma: number): Phrase | undefined {
  const { form, lower, sent } = doc.tokens
  const { last } = doc.sents[sent[comma]!] ?? { last: 0 }
  if (form[comma] !== ',' || !lower.slice(comma, last).some((word) => /^(?:will|would|shall)$/.test(word)))
    return undefined
  let end = comma + 1
  while (end + 1 < last && !/^[,.;:?!]$/.test(form[end + 1]!)) end++
  return fillers.phraseOf(comma + 1, end, end)
}

/** "No deal by 3 May means …", "without an agreement by Friday, …": an accord missed by its day. */
export function withoutBy(scene: Scene, noun: number): Found | undefined {
  const { grammar, doc, fillers } = scene
  const { tokens } = doc
  if (!scene.rows('agreement-nouns').has(tokens.lemma[noun]!)) return undefined
  const none =
    grammar.dependents(noun, 'det').some((token) => tokens.lower[token] === 'no') ||
    /^(?:without|absent|barring|failing)$/.test(grammar.caseOf(noun)) ||
    // "Failing a deal by 3 May": read as a verb.
    tokens.lower.slice(Math.max(0, noun - 3), noun).includes('failing')
  if (!none) return undefined
  const day = nearby(doc.times, noun, 3).find(
    (time) => time.first > noun && isDay(time) && /^(?:by|before)$/.test(time.relation ?? ''),
  )
  if (!day) return undefined
  const what = fillers.phraseOf(noun, noun, noun)
  const days = [coming(claimDay(doc, day, 'due'))]
  return dueAt(noun, 'deadline/without-by@1', what, [], days, clauseBehind(scene, day.last))
}
