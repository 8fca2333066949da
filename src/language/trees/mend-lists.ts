// In: a parsed draft with names. Out: names told in one list joined as one, where the parser hangs some of them astray.
import type { Name, NameType } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { headOf } from './tree-steps.ts'

/** What may stand in one list: states, towns and bodies, or persons. */
const KINDS: Readonly<Partial<Record<NameType, string>>> = {
  place: 'side',
  government: 'side',
  organisation: 'side',
  person: 'person',
}

/** Fewer names than these are no list that a parser fails at. */
const FEWEST = 3

/**
 * "Norway, the European Union and Iceland agreed": three names or more of one kind with nothing between them but commas, an
 * "and" before the last and articles are one list: the first takes the place that one of them has in the sentence, a
 * subject before all, and the others are joined to it. "In Oslo, Peru, Chile and Norway agreed" is none.
 */
export function mendLists(draft: Draft): void {
  const { lower, sent } = draft.tokens
  const { names, sents } = draft
  for (let i = 0; i < names.length; i++) {
    const list = listFrom(draft, i)
    if (list.length < FEWEST) continue
    i += list.length - 1
    const { first } = list[0]!
    const opening = sents[sent[first]!]!.first
    // A town that opens the sentence stands apart.
    if (opening === first - 1 && /^(in|at|near)$/.test(lower[opening]!)) continue
    join(draft, list)
  }
}

/** The names of a list that begins with this one; too few where it has no "and" before its last. */
function listFrom({ tokens, names }: Draft, start: number): readonly Name[] {
  const { lower, sent } = tokens
  const list = [names[start]!]
  const [first] = list
  const kind = KINDS[first!.type]
  if (!kind) return []
  for (let i = start + 1; i < names.length; i++) {
    const [left, right] = [names[i - 1]!, names[i]!]
    if (KINDS[right.type] !== kind || sent[right.first] !== sent[left.first]) return []
    const between = lower.slice(left.last, right.first)
    if (between.at(-1) === 'the') between.pop()
    const words = between.join(' ')
    if (!/^(,|and|, and)$/.test(words)) return []
    list.push(right)
    if (words !== ',') return list
  }
  return []
}

/** Makes the first the head of all. */
function join(draft: Draft, list: readonly Name[]): void {
  const { head, dep, lower } = draft.tokens
  const heads = list.map((name) => headOf(draft, name))
  const { first } = list[0]!
  const { last } = list.at(-1)!
  const [top] = heads as [number]
  const outside = heads.filter((at) => head[at]! < first || head[at]! >= last)
  const above = outside.find((at) => dep[at]!.startsWith('nsubj')) ?? outside[0]
  if (above === undefined || isUnder(head, head[above]!, heads)) return
  const [over, relation] = [head[above]!, dep[above]!]
  head[top] = over
  dep[top] = relation
  for (const own of heads.slice(1)) {
    head[own] = top
    dep[own] = 'conj'
  }
  list.slice(1).forEach((name, i) => {
    for (let at = list[i]!.last; at < name.first; at++) {
      head[at] = heads[i + 1]!
      dep[at] = lower[at] === 'the' ? 'det' : lower[at] === 'and' ? 'cc' : 'punct'
    }
  })
}

/** Whether a word hangs on one of these, however far above it. */
function isUnder(head: ArrayLike<number>, word: number, tops: readonly number[]): boolean {
  let at = word
  for (let steps = 0; at >= 0 && steps < 400; steps++) {
    if (tops.includes(at)) return true
    at = head[at]!
  }
  return false
}
