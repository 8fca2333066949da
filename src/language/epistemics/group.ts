// In: a verb. Out: what its own words say: tense, modals, negation, adverbs.
import { UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { take, type Verdict } from './verdict.ts'
import type { EpistemicWords } from './words.ts'

const POSSIBLE = new Set(['may', 'might', 'could'])
const AUX_LEMMAS = new Set(
  "be have do will would can could may might must shall should ought 'll 'd 've 're 's 'm get wo ca sha".split(
    ' ',
  ),
)

/** The words of a verb group and what they amount to. */
export interface GroupReading {
  /** First token of the group. */
  readonly first: number
  /** "to" right before the group: its time is that of what governs it. */
  readonly infinitive: boolean
  readonly past: boolean
  /** "had agreed": before another past. */
  readonly pluperfect: boolean
  readonly finite: boolean
}

/** Adverbs of what lies ahead; beside a past they tell when it came: "soon welcomed", "eventually agreed". */
const LATER = new Set(['soon', 'eventually', 'tomorrow'])

/** Whether an adverb of what lies ahead stands beside what has happened. */
export const isGone = (adverb: string, tag: string, lower: readonly string[], verb: number): boolean =>
  LATER.has(adverb) &&
  (tag === 'VBD' || (tag === 'VBN' && /^(?:was|were|had|has|have)$/.test(lower[verb - 1] ?? '')))

/** Reads the words before a verb into `verdict` (nearest first) and says what form the verb has. */
export function readGroup(draft: Draft, head: number, words: EpistemicWords, verdict: Verdict): GroupReading {
  const { lower, lemma, tag, pos, sent } = draft.tokens
  const start = draft.sents[sent[head]!]!.first
  let first = head
  let infinitive = false
  let progressive = false
  let pluperfect = false
  let finite = /^VB[DZP]$/.test(tag[head]!)
  let past = tag[head] === 'VBD'
  const isAdverb = (i: number) => UPOS[pos[i]!] === 'ADV' || lower[i] === "n't" || lower[i] === 'not'
  for (let i = head - 1; i >= start && head - i < 9; i--) {
    const word = lower[i]!
    // 'Will "work to open" the port': a mark between a modal and its verb.
    if (/^["“‘`']+$/.test(word) && tag[i - 1] === 'MD') continue
    if (word === 'to') {
      // "Turned to using": a gerund behind a preposition.
      infinitive = tag[head] !== 'VBG'
      first = i
      break
    }
    // "Not only raised the duty but …": it is raised.
    const adverb =
      (word === 'not' || word === "n't") && lower[i + 1] === 'only'
        ? undefined
        : words.adverbs.get(word === "n't" ? 'not' : word)
    if (adverb && isAdverb(i) && !isGone(word, tag[head]!, lower, head))
      take(verdict, adverb.modality, adverb.certainty, i)
    else if (!isAdverb(i)) {
      const auxiliary = UPOS[pos[i]!] === 'AUX' || AUX_LEMMAS.has(lemma[i]!) || AUX_LEMMAS.has(word)
      // "The strike set for 1 May was called off", "the duty announced in May took effect": a month.
      const isMonth =
        word === 'may' &&
        (tag[i] === 'NNP' || /^\d/.test(lower[i - 1] ?? '') || /^\d/.test(lower[i + 1] ?? ''))
      if (!auxiliary || isMonth) break
      finite = finite || !/^(?:be|been|being|having)$/.test(word)
      if (word === 'will' || word === "'ll" || word === 'wo' || word === 'shall')
        take(verdict, 'planned', 'certain', i)
      else if (POSSIBLE.has(word)) take(verdict, 'possible', 'uncertain', i)
      else if (word === 'should' || word === 'ought') take(verdict, 'hypothetical', 'uncertain', i)
      else if (word === 'must') take(verdict, 'expected', 'probable', i)
      else if (word === "'d" && /^VB[ND]$/.test(tag[head]!)) pluperfect = true
      // "Would have ended on Friday": it did not, or would not.
      else if (
        (word === 'would' || word === "'d") &&
        tag[head] === 'VBN' &&
        lower.slice(i + 1, head).includes('have')
      )
        take(verdict, 'hypothetical', 'uncertain', i)
      else if (word === 'would' || word === "'d") take(verdict, 'expected', 'probable', i)
      else if (lemma[i] === 'be' && tag[head] === 'VBG') {
        progressive = true
        past = past || word === 'was' || word === 'were'
      } else if (word === 'had' && /^VB[ND]$/.test(tag[head]!)) pluperfect = true
      else if (word === 'was' || word === 'were' || word === 'did') past = true
    }
    first = i
  }
  if (progressive && verdict.modality === 'held') take(verdict, 'ongoing', 'certain', -1)
  return { first, infinitive, past, pluperfect, finite }
}
