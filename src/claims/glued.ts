// In: a read report. Out: tokens of headlines that a page glued into a sentence behind a name ("Ann HolmTen things to know MORE said").
import type { Doc } from '../language/doc.ts'

/** Two words run together: "HolmTen". */
const GLUED = /^(\p{Lu}[\p{Ll}'’-]+)(\p{Lu}[\p{L}'’-]*)$/u
/** Words before a glued one in which its first half stands as a word of its own. */
const BEFORE = 8
/** Tokens within which the list ends with "MORE"; else it runs to the end of its sentence. */
const REACH = 160

/** Ranges of tokens `[first, last)` in order of the text. */
export function gluedHeadlines({ tokens, sents }: Doc): { first: number; last: number }[] {
  const { count, form, sent } = tokens
  const found: { first: number; last: number }[] = []
  for (let at = 1; at < count; at++) {
    const [, name] = GLUED.exec(form[at]!) ?? []
    if (name === undefined || !isNamedBefore(form, at, name)) continue
    let last = at + 1
    while (last < count && last - at < REACH && form[last] !== 'MORE') last++
    if (form[last] !== 'MORE') last = sents[sent[at]!]!.last
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
