// In: a scene, a verb of running out. Out: the term that ends on a day, and what follows.
import type { Phrase } from '../../model/index.ts'
import { kindsOf } from '../acts/happening-nouns.ts'
import { claimDay, timesOf } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { afterTerm } from './lapse.ts'
import { isOldPlan, wasDue } from './moved-days.ts'

/** "The truce expires in November": a term that ends on a day. */
export function expiryAt(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const [subject] = grammar.subjects(verb)
  if (subject === undefined) return undefined
  const terms = scene.rows('term-nouns')
  const measures = scene.rows('measure-nouns')
  const lemma = doc.tokens.lemma[subject]!
  if ((!terms.has(lemma) && !measures.has(lemma)) || isOfOffice(scene, subject)) return undefined
  // "The treaty ended the war": something else is over.
  if (grammar.objects(verb).length > 0) return undefined
  // "The strike ended on Monday": done, and told by its act.
  const isDone = /^(?:held|background)$/.test(scene.epistemics(verb).modality)
  if (isDone && kindsOf(scene, subject).some((kind) => kind === 'STOPPAGE' || kind === 'lockout'))
    return undefined
  // "By the old rules it would have ended on Friday": it does not.
  if (scene.epistemics(verb).modality === 'hypothetical') return undefined
  const days = timesOf(doc, grammar, [verb])
    .filter((time) => time.type === 'DATE' || time.type === 'TIME')
    .map((time) => (isOldPlan(scene, verb) ? wasDue(claimDay(doc, time, 'due')) : claimDay(doc, time, 'due')))
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
        what: pointedBack(scene, subject) ?? namedBefore(scene, subject) ?? fillers.phrase(subject, 'short'),
        obligor: [],
        setBy: [],
        movedBy: [],
        // "Will now expire on 3 May": it had another day.
        ...(doc.tokens.lower[verb - 1] === 'now' ? { move: 'extended' as const } : {}),
        ...(after ? { onLapse: after.phrase } : {}),
      },
    },
    days,
  }
}

/** "His term ends", "the mayor's second term as chair": nobody is to do anything by then. */
const isOfOffice = ({ doc, grammar, fillers }: Scene, term: number): boolean =>
  doc.tokens.lemma[term] === 'term' &&
  grammar
    .dependents(term, 'nmod:poss')
    .some((of) => /^(?:his|her|my)$/.test(doc.tokens.lower[of]!) || fillers.persons(of).length > 0)

/** Tokens back to where "that deal" has its name. */
const BACK = 60

/** "A fisheries deal helped, but that deal expires": the same noun before, where it has words of its own. */
export function namedBefore({ doc, grammar, fillers }: Scene, noun: number): Phrase | undefined {
  const { lower, lemma, tag } = doc.tokens
  const points = grammar
    .dependents(noun, 'det')
    .some((det) => /^(?:this|these|that|those)$/.test(lower[det]!))
  if (!points || grammar.dependents(noun, 'compound', 'amod', 'nmod').length > 0) return undefined
  for (let at = noun - 1; at >= Math.max(0, noun - BACK); at--)
    if (
      lemma[at] === lemma[noun] &&
      /^NN/.test(tag[at]!) &&
      grammar.dependents(at, 'compound', 'amod', 'nmod').length > 0
    )
      return fillers.phraseOf(grammar.phrase(at, 'short').first, at, at)
  return undefined
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
