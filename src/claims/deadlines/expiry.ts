// In: a scene, a verb of running out. Out: the term that ends on a day, and what follows.
import type { Phrase } from '../../model/index.ts'
import { claimDay, timesOf } from '../attached-days.ts'
import type { Found, Scene } from '../scene.ts'
import { afterTerm } from './lapse.ts'

/** "The truce expires in November": a term that ends on a day. */
export function expiryAt(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const [subject] = grammar.subjects(verb)
  if (subject === undefined) return undefined
  const terms = scene.rows('term-nouns')
  const measures = scene.rows('measure-nouns')
  const lemma = doc.tokens.lemma[subject]!
  if (!terms.has(lemma) && !measures.has(lemma)) return undefined
  const days = timesOf(doc, grammar, [verb])
    .filter((time) => time.type === 'DATE' || time.type === 'TIME')
    .map((time) => claimDay(doc, time, 'due'))
  if (days.length === 0) return undefined
  const after = afterTerm(scene, verb)
  return {
    kind: 'state',
    trigger: verb,
    foundBy: 'deadline/expiry@1',
    ...(after && after.sentence !== scene.sentenceOf(verb) ? { alsoSentences: [after.sentence] } : {}),
    body: {
      type: 'deadline: stands',
      about: {
        thread: 'deadline',
        what: pointedBack(scene, subject) ?? fillers.phrase(subject, 'short'),
        obligor: [],
        setBy: [],
        movedBy: [],
        ...(after ? { onLapse: after.phrase } : {}),
      },
    },
    days,
  }
}

/** "These reductions expire": what "these" points back to, the measure named last in the sentence before, with its own words. */
function pointedBack(scene: Scene, subject: number): Phrase | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens, sents } = doc
  if (
    !grammar
      .dependents(subject, 'det')
      .some((det) => /^(this|these|that|those|the)$/.test(tokens.lower[det]!))
  )
    return undefined
  if (grammar.dependents(subject, 'compound', 'amod', 'nmod').length > 0) return undefined
  const sentence = tokens.sent[subject]!
  if (sentence === 0) return undefined
  const nouns = scene.rows('measure-nouns')
  const before = sents[sentence - 1]!
  const named: Phrase[] = []
  for (let at = before.first; at < before.last; at++)
    if (nouns.get(tokens.lemma[at]!)?.type && !grammar.isVerb(at)) named.push(fillers.phrase(at, 'short'))
  const [longest] = named.sort((a, b) => b.text.length - a.text.length || a.start - b.start)
  if (!longest) return undefined
  const own = fillers.phrase(subject, 'short')
  return { ...own, text: `${own.text} (${longest.text})`, ids: [...new Set([...own.ids, ...longest.ids])] }
}
