// In: a text. Out: what a page put into its sentences behind a name: the name said in full, other articles' headlines, "MORE".
import type { Range } from '../model/index.ts'

/** Most UTF-16 units between a name and the end of what was put in behind it. */
const LONGEST = 1200
/** Most units between the name said first and "MORE". */
const REACH = LONGEST + 250
/** Units looked at from "MORE" on. */
const BEHIND = 40

/**
 * A word of a name, up to five capitals, the same word again (others may be run into it), and anything in the same
 * paragraph up to a "MORE" behind which the sentence goes on.
 */
const SPLICE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\p{Lu}[\p{L}’'-]{0,30}\p{Ll})(?=((?: \(?\p{Lu}[\p{L}.’'-]{0,30}\)?){0,5} )\1([^\n]{0,${LONGEST}}?MORE)(?:['’]s?\b|[).,;:!?”]|\s*$|\s+[\p{Ll}([—–-]|\n))`,
  'gmu',
)

/** Names over which a page shows a card: the card's words stand in the text right behind the name. Ascending, without overlap. */
export function findSplices(text: string): Range[] {
  const found: Range[] = []
  let again = -1
  for (const stretch of stretchesWithMore(text))
    for (const match of text.slice(stretch.start, stretch.end).matchAll(SPLICE)) {
      const [word = '', , between = '', rest = ''] = match
      const at = stretch.start + match.index
      const start = at + word.length
      const last = found.at(-1)
      if (last && at < last.end) {
        // "Ada Lee Ada May Lee": of two words said again it is the surname behind which the card stands.
        if (at < again) found[found.length - 1] = { start, end: last.end }
        continue
      }
      again = start + between.length
      const end = again + word.length + rest.length
      found.push({ start, end: text[end] === ' ' ? end + 1 : end })
    }
  return found
}

/** Where "MORE" may end something put in: so far before each, and a few units behind it, joined where they meet. */
function* stretchesWithMore(text: string): Generator<Range> {
  let open: { start: number; end: number } | undefined
  for (let more = text.indexOf('MORE'); more >= 0; more = text.indexOf('MORE', more + 4)) {
    // From a blank on, so that no word is cut.
    const start = more > REACH ? text.indexOf(' ', more - REACH) : 0
    const end = Math.min(text.length, more + BEHIND)
    if (open && start <= open.end) open.end = end
    else {
      if (open) yield open
      open = { start, end }
    }
  }
  if (open) yield open
}

/** The text with blanks in place of what was put in: every offset stays. */
export function withoutSplices(text: string, splices: readonly Range[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of splices) {
    out += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}

/** A stretch of a text without what was put into it. */
export function piecesOf({ start, end }: Range, splices: readonly Range[]): Range[] {
  const pieces: Range[] = []
  let at = start
  for (const one of splices) {
    if (one.end <= start || one.start >= end) continue
    if (one.start > at) pieces.push({ start: at, end: one.start })
    at = one.end
  }
  if (at < end) pieces.push({ start: at, end })
  return pieces
}
