// In: a parsed sentence. Out: the same with quotation marks and brackets hung where Universal Dependencies wants them.
import type { Reader } from '../reader/reader.ts'
import { type Configuration, FIRST } from '../reader/transitions.ts'

const CLOSES: Readonly<Record<string, string>> = { '-RRB-': '-LRB-', "''": '``' }

/**
 * Both marks of a pair depend on the word between them whose own head is outside. The transitions decide each mark
 * alone and miss one in five closing marks; the pair decides both.
 */
export function attachPairs(reader: Reader, state: Configuration): void {
  const { head, label, tag, nodes } = state
  const open: { readonly node: number; readonly kind: string }[] = []
  for (let node = FIRST; node < nodes; node++) {
    const kind = reader.penn[tag[node]! - 1] ?? ''
    if (kind === '-LRB-' || kind === '``') open.push({ node, kind })
    const opener = CLOSES[kind]
    if (!opener) continue
    let at = open.length - 1
    while (at >= 0 && open[at]!.kind !== opener) at--
    if (at < 0) continue
    const start = open[at]!.node
    open.length = at
    const inner = innerHead(head, label, reader.punct, start, node)
    if (inner && isBareMark(reader, state, start) && isBareMark(reader, state, node)) {
      head[start] = inner
      head[node] = inner
    }
  }
}

/** Punctuation on which nothing hangs, so that it can be moved without making a circle. */
const isBareMark = (reader: Reader, { label, lefts, rights }: Configuration, node: number): boolean =>
  label[node] === reader.punct && lefts[node] === 0 && rights[node] === 0

function innerHead(head: Int32Array, label: Int32Array, punct: number, start: number, end: number): number {
  for (let node = start + 1; node < end; node++) {
    if (label[node] !== punct && (head[node]! < start || head[node]! > end)) return node
  }
  return 0
}
