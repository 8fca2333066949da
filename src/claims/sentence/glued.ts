// In: a read report. Out: tokens of headlines that a page glued behind a name, to the end of the sentence ("Ann HolmTen things to know").
// Those that end with "MORE" are taken out before reading (`language/splices.ts`).
import type { Doc } from '../../language/doc.ts'

/** Two words run together: "HolmTen". */
const GLUED = /^(\p{Lu}[\p{Ll}'’-]+)(\p{Lu}[\p{L}'’-]*)$/u
/** Words before a glued one in which its first half stands as a word of its own. */
const BEFORE = 8

/** Ranges of tokens `[first, last)` in order of the text. */
export function gluedHeadlines({ tokens, sents }: Doc): { first: number; last: number }[] {
  const { count, form, lower, sent } = tokens
  const found: { first: number; last: number }[] = []
  for (let at = 1; at < count; at++) {
    if (form[at] === lower[at]) continue
    const [, name] = GLUED.exec(form[at]!) ?? []
    if (name === undefined || !isNamedBefore(form, at, name)) continue
    const { last } = sents[sent[at]!]!
    found.push({ first: at, last })
    at = last - 1
  }
  return found
}

function isNamedBefore(form: readonly string[], at: number, name: string): boolean {
  for (let before = at - 1; before >= Math.max(0, at - BEFORE); before--)
    if (form[before] === name) return true
  return false
}
