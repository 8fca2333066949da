// In: a parsed draft. Out: children, subtrees' extents and paths of its dependency trees, computed once.
import type { Doc } from '../doc.ts'

/** The dependency trees of a draft, ready to be asked. Unparsed sentences have tokens without children. */
export interface Tree {
  /** Dependents of a token, left to right. */
  readonly children: (token: number) => readonly number[]
  /** First token of a token's subtree. */
  readonly left: Int32Array
  /** One past the last token of a token's subtree. */
  readonly right: Int32Array
  /** The first dependent with this relation (subtypes count: "nsubj" finds "nsubj:pass"), or −1. */
  readonly child: (token: number, relation: string) => number
}

const NONE: readonly number[] = []

/** True where `dep` is the relation or one of its subtypes. */
export const isRelation = (dep: string, relation: string): boolean =>
  dep === relation || (dep.startsWith(relation) && dep[relation.length] === ':')

/** Indexes the trees. A head outside the sentence or a circle is taken for a root. Linear but for the depth of trees. */
export function treeOf(doc: Pick<Doc, 'tokens' | 'sents'>): Tree {
  const { tokens } = doc
  const { count, head, dep, sent } = tokens
  const kids = new Map<number, number[]>()
  const left = new Int32Array(count)
  const right = new Int32Array(count)
  const waiting = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    left[i] = i
    right[i] = i + 1
    const up = head[i]!
    if (up < 0 || up >= count || sent[up] !== sent[i]) continue
    waiting[up] = waiting[up]! + 1
    const group = kids.get(up)
    if (group) group.push(i)
    else kids.set(up, [i])
  }
  const ready: number[] = []
  for (let i = 0; i < count; i++) if (waiting[i] === 0) ready.push(i)
  for (let at = 0; at < ready.length; at++) {
    const i = ready[at]!
    const up = head[i]!
    if (up < 0 || up >= count || sent[up] !== sent[i]) continue
    if (left[i]! < left[up]!) left[up] = left[i]!
    if (right[i]! > right[up]!) right[up] = right[i]!
    waiting[up] = waiting[up]! - 1
    if (waiting[up] === 0) ready.push(up)
  }
  const children = (token: number): readonly number[] => kids.get(token) ?? NONE
  const child = (token: number, relation: string): number => {
    for (const kid of children(token)) if (isRelation(dep[kid]!, relation)) return kid
    return -1
  }
  return { children, left, right, child }
}
