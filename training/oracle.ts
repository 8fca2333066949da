// In: a parser's configuration and the gold tree. Out: the transitions that lose the fewest gold arcs.
import { type Configuration, LEFT, RIGHT, ROOT, SHIFT } from '#parley/language/reader/transitions.ts'

/** Bit mask of the transitions that lose the fewest gold arcs (the dynamic oracle of arc-hybrid). */
export function bestTransitions(
  state: Configuration,
  gold: Int32Array,
  kids: readonly number[][],
  open: number,
): number {
  const { stack, depth, next, head } = state
  const s0 = stack[depth - 1]!
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  let ahead = 0
  for (const kid of kids[s0]!) if (kid >= next) ahead++
  const cost = [99, 99, 99]
  if (open & (1 << SHIFT)) {
    const above = gold[next]!
    let lost = above < next && above !== s0 && (above === ROOT || head[above]! < 0) ? 1 : 0
    for (const kid of kids[next]!) if (kid < next && head[kid]! < 0) lost++
    cost[SHIFT] = lost
  }
  if (open & (1 << LEFT)) cost[LEFT] = ahead + (gold[s0] === s1 || gold[s0]! > next ? 1 : 0)
  if (open & (1 << RIGHT)) cost[RIGHT] = ahead + (gold[s0]! >= next ? 1 : 0)
  const least = Math.min(...cost)
  let mask = 0
  for (let m = 0; m < 3; m++) if (cost[m] === least) mask |= 1 << m
  return mask & open
}
