// In: a line. Out: what stands after its words in any printed format: marks, origins, evidence ids.

import type { Line } from '../lines/line.ts'
import { originWords } from '../words/origin-words.ts'

/** Evidence ids printed at the end of a line; the others are counted. */
const SHOWN_IDS = 3

/** Marks and origins in words; a single origin is said once, by its mark. */
export function tailWords(line: Line): string[] {
  const alone = line.marks.includes('single-sourced')
  return [...line.marks, ...(line.origins && !alone ? [originWords(line.origins)] : [])]
}

/** "[e1 e2 e3 +4]", "" where a line has no evidence of its own. */
export function evidenceWords(line: Line): string {
  if (line.evidence.length === 0) return ''
  const ids = [...new Set(line.evidence)]
  const more = ids.length > SHOWN_IDS ? ` +${ids.length - SHOWN_IDS}` : ''
  return `[${ids.slice(0, SHOWN_IDS).join(' ')}${more}]`
}

/** "and 37 more: `parley measures --all`". */
export const moreWords = (more: { readonly count: number; readonly command: string }) =>
  `and ${more.count} more: \`${more.command}\``
