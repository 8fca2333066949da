// In: a parsed draft. Out: its trees with those who say what stands before the verb as its subject: "…, say people with knowledge of the talks".
import type { Draft } from '../draft.ts'

/** Words behind the verb within which the noun for those who say it stands. */
const WITHIN = 5
const TELLERS =
  /^(?:people|persons|officials|sources|diplomats|aides|envoys|experts|executives|insiders|colleagues|.{2,}(?:ers|ors|ists|ians|ants|men|women))$/

/** "Fees will rise in May, say officials in Oslo": parsers take a plural behind the verb for what is said. */
export function mendSpeakersBehind({ tokens, sents }: Draft): void {
  const { dep, head, lemma, tag, lower, sent } = tokens
  for (let verb = 1; verb + 1 < tokens.count; verb++) {
    if (lemma[verb] !== 'say' || !/^VB[DPN]?$/.test(tag[verb]!)) continue
    if (!/^[,"”’]$/.test(lower[verb - 1]!) && tag[verb - 1] !== "''") continue
    const noun = toldBehind(tokens, verb)
    if (noun < 0 || hasSubject(tokens, verb, sents[sent[verb]!]!)) continue
    dep[noun] = 'nsubj'
    head[noun] = verb
    if (tag[verb] !== 'VBD') tag[verb] = lower[verb] === 'said' ? 'VBD' : 'VBP'
  }
}

/** The object of the verb that is a plural of people, with nothing but its own words before it; −1 where none is. */
function toldBehind({ dep, head, tag, lower, sent }: Draft['tokens'], verb: number): number {
  for (let at = verb + 1; at <= verb + WITHIN && sent[at] === sent[verb]; at++) {
    const isTeller = tag[at] === 'NNS' && TELLERS.test(lower[at]!)
    if (isTeller) return head[at] === verb && dep[at] === 'obj' ? at : -1
    if (!/^(?:DT|CD|JJ|NN|NNP|POS|HYPH|RB)$/.test(tag[at]!)) return -1
  }
  return -1
}

const hasSubject = (
  { dep, head }: Draft['tokens'],
  verb: number,
  { first, last }: { readonly first: number; readonly last: number },
): boolean => {
  for (let at = first; at < last; at++) if (head[at] === verb && dep[at]!.startsWith('nsubj')) return true
  return false
}

/** "Where does the FSP stand?": right before the verb of such a question stands its subject. */
export function mendAskedSubjects({ tokens, sents }: Draft): void {
  const { dep, head, tag, form, lower } = tokens
  sents.forEach(({ first, last }) => {
    const verb = last - 2
    if (form[last - 1] !== '?' || tag[verb] !== 'VB' || dep[verb] !== 'root') return
    const noun = verb - 1
    if (noun < first + 2 || !/^(?:do|does|did)$/.test(lower[first + 1]!)) return
    if (dep[noun] !== 'compound' || head[noun] !== verb) return
    dep[noun] = 'nsubj'
    for (let at = first + 2; at < noun; at++) if (head[at] === verb) head[at] = noun
  })
}
