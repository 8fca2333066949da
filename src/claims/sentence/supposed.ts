// In: a scene, a verb of a relative clause. Out: whether what it belongs to is only supposed.
import type { Scene } from './scene.ts'

/** "A deal in which Peru vows to open its ports" that there would have to be: supposed with it. */
export function isSupposed(scene: Scene, trigger: number): boolean {
  const { dep, head } = scene.doc.tokens
  if (dep[trigger] !== 'acl:relcl' && dep[trigger] !== 'acl') return false
  const over = scene.grammar.governor(head[trigger]!)
  return over >= 0 && /^(?:hypothetical|possible)$/.test(scene.epistemics(over).modality)
}
