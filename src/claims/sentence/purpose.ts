// In: a scene, a token. Out: where the words right behind it end that say what a thing is for: "to avert a strike", "on sharing the catch".
import type { Scene } from './scene.ts'

/** Words of a purpose at most. */
const LONGEST = 12

/** The last token of an infinitive or gerund right behind a token, up to a stop, a day or a clause; the token itself where none stands there. */
export function withPurpose({ doc, fillers }: Scene, token: number): number {
  const { lower, tag, form, sent, head } = doc.tokens
  const next = token + 1
  const isPurpose =
    (lower[next] === 'to' && tag[next + 1] === 'VB' && lower[next + 1] !== 'be') ||
    (/^(?:on|for|over)$/.test(lower[next] ?? '') && tag[next + 1] === 'VBG')
  if (!isPurpose || sent[next] !== sent[token]) return token
  let last = next + 1
  while (last - next < LONGEST && sent[last + 1] === sent[token]) {
    const at = last + 1
    if (/^[^\p{L}\p{N}'’$]/u.test(form[at]!) && tag[at] !== 'HYPH') break
    if (/^(?:VB[DZP]|MD|W.*)$/.test(tag[at]!) || fillers.timeAt(at)) break
    last = at
  }
  // "And remove China's": what is cut off in the middle is left out whole.
  const isOpen = (at: number) =>
    /^(?:IN|CC|DT|TO|PRP\$|POS)$/.test(tag[at]!) ||
    head[at]! > at ||
    (tag[at] === 'VB' && tag[at - 1] === 'CC')
  while (last > next + 1 && isOpen(last)) last--
  return last
}
