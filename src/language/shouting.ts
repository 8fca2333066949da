// In: a draft without tags. Out: the same with words written in capitals for their sound ("ALL TALKS ARE OVER") as they are commonly written.
import type { Draft } from './draft.ts'
import { firstWord, type Lexicon } from './lexicon.ts'

/** Small words that no list of names and short forms has: where one stands in capitals, all around it does for its sound. */
const SMALL: ReadonlySet<string> = new Set(
  (
    'a all an and are as at be been but by for from has have i if in is it its must never no not of on or our shall so that ' +
    'the their there they this to until was we were will with you your'
  ).split(' '),
)
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december)$/
/** Words that must be written in capitals one behind another. */
const FEWEST = 4

const isShouted = (form: string): boolean =>
  form === form.toUpperCase() && form !== form.toLowerCase() && /^[\p{Lu}'’-]+$/u.test(form)

/** What stands behind the places that a report was sent from. */
const DASH = /^(?:[-–—|(/]|--|-LRB-)/

/** Changes `form` alone: text, offsets and `lower` stay. A headline in capitals and the places a report was sent from are left as they are. */
export function calmShouting(draft: Draft, lexicon: Lexicon): void {
  const { tokens, sents } = draft
  let written: ReadonlySet<string> | undefined
  for (const { first, last, role } of sents) {
    for (let from = first; from < last; from++) {
      if (!isShouted(tokens.form[from]!)) continue
      const to = endOfRun(draft, from, last)
      const isOpening = from === first && (role === 'headline' || DASH.test(tokens.form[to] ?? ''))
      if (!isOpening && isForItsSound(draft, from, to)) {
        written ??= capitalisedIn(draft)
        calm(draft, lexicon, written, from, to)
      }
      from = to
    }
  }
}

/** Behind the last word of a run of capitals, over commas and figures between. */
function endOfRun({ tokens }: Draft, from: number, last: number): number {
  let to = from + 1
  for (let at = from + 1; at < last; at++) {
    if (isShouted(tokens.form[at]!)) to = at + 1
    else if (/\p{Ll}/u.test(tokens.form[at]!)) break
  }
  return to
}

function isForItsSound({ tokens }: Draft, from: number, to: number): boolean {
  let words = 0
  let small = 0
  for (let at = from; at < to; at++) {
    if (!isShouted(tokens.form[at]!)) continue
    words++
    if (SMALL.has(tokens.lower[at]!)) small++
  }
  return words >= FEWEST && small > 0
}

/** Words that the text writes with one capital within its sentences. */
function capitalisedIn({ tokens, sents }: Draft): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { first, last } of sents)
    for (let at = first + 1; at < last; at++)
      if (/^\p{Lu}\p{Ll}/u.test(tokens.form[at]!)) found.add(tokens.form[at]!)
  return found
}

function calm(draft: Draft, lexicon: Lexicon, written: ReadonlySet<string>, from: number, to: number): void {
  const { form, lower } = draft.tokens
  for (let at = from; at < to; at++) {
    const name = nameAt(draft, lexicon, at, to)
    if (name) {
      name.forEach((word, n) => {
        form[at + n] = word
      })
      at += name.length - 1
      continue
    }
    const title = form[at]!.slice(0, 1) + lower[at]!.slice(1)
    const isFirst = at === from && (at === 0 || /^["“‘'`]+$/.test(form[at - 1]!))
    const isName = !SMALL.has(lower[at]!) && (written.has(title) || CALENDAR.test(lower[at]!))
    form[at] = isFirst || isName ? title : lower[at]!
  }
}

/** The words of a name of the packs that stands there; a short form that is also a word needs "the" before it. */
function nameAt({ tokens }: Draft, lexicon: Lexicon, at: number, to: number): string[] | undefined {
  const { lower } = tokens
  for (const { words } of lexicon.terms.get(firstWord(lower[at]!)) ?? []) {
    const parts = words.split(' ')
    if (at + parts.length > to || !parts.every((part, n) => lower[at + n] === part.toLowerCase())) continue
    const isWord = parts.length === 1 && (SMALL.has(lower[at]!) || lower[at] === 'us' || lower[at] === 'who')
    if (!isWord || lower[at - 1] === 'the') return parts
  }
  return undefined
}
