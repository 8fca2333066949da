// In: a draft. Out: for each sentence, whether its capitals tell anything.
import type { Draft } from '../draft.ts'
import type { Casing } from './found.ts'
import { isCapital, isUpper } from './found.ts'

const CONTENT = /^(?:VB|NN|JJ)/
/** Verbs that headlines write small. */
const LIGHT = new Set(['is', 'are', 'be', 'was', 'were', 'has', 'have', 'do', 'does', "'s", 'vs'])

/** "upper": ALL CAPITALS; "title": Nearly Every Long Word Capitalised, as headlines are; else "mixed". */
export function casingOf(draft: Draft): Casing[] {
  const { form, tag } = draft.tokens
  return draft.sents.map((sentence) => {
    let long = 0
    let capital = 0
    let letters = 0
    let upper = 0
    let content = 0
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = form[i]!
      if (word.length < 2 || word.toLowerCase() === word.toUpperCase()) continue
      letters++
      if (isUpper(word)) upper++
      if (!isCapital(word) && CONTENT.test(tag[i]!) && !LIGHT.has(word)) content++
      if (word.length < 4 || i === sentence.first) continue
      long++
      if (isCapital(word)) capital++
    }
    if (letters >= 4 && upper >= letters * 0.8) return 'upper'
    // Running text ends with a stop and has a verb or noun in small letters; a headline of this kind has neither.
    if (content > 0 && /[.!?]/.test(form.slice(sentence.last - 2, sentence.last).join(''))) return 'mixed'
    return long >= 3 && capital >= long * 0.75 && letters - long < capital * 2 ? 'title' : 'mixed'
  })
}
