// In: a text. Out: the posts printed whole in it, from their first word to their signature.
import type { Range } from '../model/index.ts'

/** Most UTF-16 units of a post; what stands further before the signature is the report's own. */
const LONGEST = 300
/** A paragraph shorter than this before its signature is only the end of the post. */
const SHORTEST = 20

/** "— Anna Berg (@annaberg) May 3, 2021": who posted it, the handle, the day. */
const SIGNATURE =
  /[-–—] ?[^\n()@—–]{1,60} ?\(@\w{1,30}\)(?:,? (?:on )?(?:\p{L}{3,12}\.? \d{1,2},? \d{4}|\d{1,2} (?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}))?/gu

/**
 * Posts of a network as pages print them: the words, a dash, the name and its handle. They are the poster's words as
 * much as if they stood in quotation marks. Ascending, without overlap.
 */
export function findPosts(text: string): Range[] {
  const posts: Range[] = []
  let previous = 0
  for (const match of text.matchAll(SIGNATURE)) {
    const end = match.index + match[0].length
    const paragraph = text.lastIndexOf('\n', match.index) + 1
    const own = match.index - paragraph >= SHORTEST ? paragraph : 0
    posts.push({ start: Math.max(previous, own, match.index - LONGEST), end })
    previous = end
  }
  return posts
}
