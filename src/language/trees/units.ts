// In: a parsed draft with names. Out: the same with every name of several words as one unit of the tree.
import { type Name, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'

const CLAUSAL: ReadonlySet<string> = new Set(['VERB', 'AUX', 'PRON', 'SCONJ', 'CCONJ'])

/**
 * Hangs the words of a name that have heads outside it ("FTSE" and "100" in "FTSE 100 index") on one of them, so that
 * nothing outside reaches into the name but by its head: a person's first word, else the last word of a modifier, with
 * `flat` for persons and what follows the head, `compound` for what comes before. Names over a clause are left.
 */
export function joinNames(draft: Draft): void {
  for (const name of draft.names) if (name.last - name.first > 1) joinName(draft, name)
}

function joinName({ tokens }: Draft, { first, last, type }: Name): void {
  const { head, dep, pos } = tokens
  const inside = (token: number): boolean => token >= first && token < last
  const tops: number[] = []
  for (let i = first; i < last; i++) {
    if (inside(head[i]!) || dep[i] === 'punct') continue
    if (CLAUSAL.has(UPOS[pos[i]!]!)) return
    tops.push(i)
  }
  if (tops.length < 2) return
  const before = type === 'person' || head[tops.at(-1)!]! < last ? tops : tops.toReversed()
  const main = before.find((top) => !comesBack(head, head[top]!, inside))
  if (main === undefined) return
  for (const top of tops) {
    if (top === main) continue
    head[top] = main
    dep[top] = type === 'person' || top > main ? 'flat' : 'compound'
  }
}

/** Whether the way up from `token` leads into the name again. */
function comesBack(head: Int32Array, token: number, inside: (token: number) => boolean): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 400; at = head[at]!, steps++) if (inside(at)) return true
  return false
}
