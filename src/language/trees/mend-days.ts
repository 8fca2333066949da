// In: a parsed draft. Out: days told without a preposition ("met Monday", "unveiled a plan Friday") as when the verb's deed was done.
import type { Draft } from '../draft.ts'
import { headOf, NOUNS, reachOf, subjectOf, VERB } from './tree-steps.ts'

/** Relations by which the parser takes a bare day for somebody, for something, or for what a thing is called. */
const THINGS = /^(?:obj|iobj|nsubj|appos|flat|nmod|xcomp|dep)$/
/** Verbs that do something to a day. */
const OF_DAYS: ReadonlySet<string> = new Set(
  'spend take choose pick mark name propose mean celebrate declare fix be become'.split(' '),
)
const DAY = /^\d{4}-\d\d-\d\d/

/**
 * "Peru extended the ban to 30 June, the ministry said": a day right before the comma behind which somebody says so is
 * when what he says happens, not when he says it.
 */
export function mendDaysBeforeSaying(draft: Draft): void {
  const { tokens, times, sents } = draft
  const { head, dep, pos, tag, form, sent } = tokens
  for (const { first, last } of times) {
    const s = sent[first]!
    if (form[last] !== ',' || sent[last] !== s) continue
    const day = headOf(draft, { first, last })
    const says = head[day]!
    if (says <= last || pos[says] !== VERB || !dep[day]!.startsWith('obl')) continue
    if (subjectOf(tokens, last, says) < 0) continue
    const reach = reachOf(sents[s]!, says)
    let content = dep[says] === 'parataxis' ? head[says]! : -1
    for (let at = reach.first; at < first && content < 0; at++)
      if (head[at] === says && dep[at] === 'ccomp') content = at
    if (content < 0 || content >= first || sent[content] !== s) continue
    let verb = content
    for (let at = content + 1; at < first; at++)
      if (pos[at] === VERB && /^VB[DPZ]?$/.test(tag[at]!)) verb = at
    if (pos[verb] === VERB) head[day] = verb
  }
}

/**
 * "The Senate voted late Friday to …", "cleared a hurdle Thursday": a day without a preposition behind a verb is neither
 * its object nor its subject, and behind its object no other name of that. Behind a subject ("his visit Friday to Lima
 * will …") it stays the noun's own.
 */
export function mendBareDays(draft: Draft): void {
  const { tokens, times } = draft
  const { head, dep, pos, tag, lemma, lower } = tokens
  for (const { first, last, type, value, relative } of times) {
    if (type !== 'DATE' && type !== 'TIME') continue
    if (!(relative ? /^(?:weekday|month|shift|clock)$/.test(relative.kind) : DAY.test(value ?? ''))) continue
    const day = headOf(draft, { first, last })
    const above = head[day]!
    // "Said Monday his party would leave": of two subjects the day is none.
    if (
      dep[day] === 'nsubj' &&
      above >= last &&
      pos[first - 1] === VERB &&
      subjectOf(tokens, day, above) > 0
    ) {
      head[day] = first - 1
      dep[day] = 'obl:unmarked'
      continue
    }
    if (
      above >= last &&
      opensSentence(draft, first, last) &&
      /^(?:compound|amod|nmod|nummod|flat)/.test(dep[day]!)
    ) {
      const verb = verbOver(draft, above)
      if (verb < 0) continue
      for (let at = first; at < last - 1; at++)
        if (head[at]! < first || head[at]! >= last) head[at] = last - 1
      head[last - 1] = verb
      dep[last - 1] = 'obl:unmarked'
      continue
    }
    if (above < 0 || above >= first || !THINGS.test(dep[day]!) || tag[last] === 'POS') continue
    // "On Monday", "the Friday deadline", "this Monday's": told by a preposition or as part of a name.
    const before = lower[first - 1]!
    if (/^(?:IN|TO|DT|PRP\$|HYPH|CC|POS|,|\(|``)$/.test(tag[first - 1] ?? '') && before !== 'that') continue
    if (pos[above] === VERB) {
      if (OF_DAYS.has(lemma[above]!) && dep[day] !== 'nsubj') continue
      dep[day] = 'obl:unmarked'
      continue
    }
    if (!NOUNS.has(pos[above]!)) continue
    let noun = above
    for (let steps = 0; steps < 20 && head[noun]! >= 0 && pos[noun] !== VERB && head[noun]! < noun; steps++)
      noun = head[noun]!
    if (pos[noun] === VERB && noun < above) {
      head[day] = noun
      dep[day] = 'obl:unmarked'
    } else if (dep[day] !== 'nmod') dep[day] = 'nmod:unmarked'
  }
}

/** "Last Friday Trade Minister Ruiz announced": a day at the start of a sentence, by its word or right before a title. */
function opensSentence({ tokens, sents }: Draft, first: number, last: number): boolean {
  const { lower, tag, sent } = tokens
  if (first !== sents[sent[first]!]!.first) return false
  return (
    /^(?:last|next|this|late|early)$/.test(lower[first]!) || (tag[last] === 'NNP' && tag[last + 1] === 'NNP')
  )
}

/** The verb that a noun is the subject of; -1 where it is none. */
function verbOver({ tokens }: Draft, noun: number): number {
  const { head, dep, pos } = tokens
  let at = noun
  for (let steps = 0; steps < 20 && head[at]! >= 0; steps++) {
    if (pos[head[at]!] === VERB) return dep[at]!.startsWith('nsubj') ? head[at]! : -1
    at = head[at]!
  }
  return -1
}
