// In: a scene, a noun. Out: what a licence or a permit lets somebody do.
import type { Scene } from '../sentence/scene.ts'

/** The verbs of what a licence is for: "a licence to export", "the licences of three firms to export", also hung on the verb over it. */
export function licensed({ doc, grammar }: Scene, noun: number): number[] {
  const { head, lemma, tag } = doc.tokens
  if (!/^(?:licen[cs]e|permit)$/.test(lemma[noun]!)) return []
  const own = [noun, ...grammar.obliques(noun, 'of')].flatMap((at) => grammar.dependents(at, 'acl'))
  const over = head[noun]!
  const isObject = over >= 0 && grammar.objects(over).includes(noun)
  const hung = isObject && own.length === 0 ? grammar.dependents(over, 'xcomp') : []
  return [...own, ...hung.filter((verb) => verb > noun)].filter((verb) => tag[verb] === 'VB')
}
