// In: a scene, a token. Out: who tells the words that stand there.
import type { Quotation } from '../language/doc.ts'
import type { Scene } from './scene.ts'

/** Who tells the words at a token: the outermost speaker's name, else its words; "" for the report's own voice. */
export const tellerAt = (scene: Scene, token: number): string =>
  namesOfSpeakers(scene, scene.attributions(token).at(-1))

/** Verbs that tell a thing as so. */
const TELLS =
  /^(?:say|claim|tell|report|allege|suggest|insist|argue|maintain|assert|contend|announce|note|add|write|tweet|warn|believe|conclude|accuse|blame|charge|confirm|state|declare|according)/

/** Who tells the words at a token themselves, not who tells that they were told. */
export const innermostTeller = (scene: Scene, token: number): string =>
  namesOfSpeakers(
    scene,
    scene.attributions(token).find(({ cueLemma }) => TELLS.test(cueLemma)),
  )

/** The speakers of an attribution by name, else its source's words; "" without one. */
export function namesOfSpeakers({ doc, fillers }: Scene, told: Quotation | undefined): string {
  if (!told) return ''
  if (told.speakers.length > 0 && told.speakers.every((id) => !/^(?:phrase|event):/.test(id)))
    return told.speakers.map((id) => fillers.name(id)).join(' and ')
  const [source] = told.source
  return source ? doc.text.slice(source.start, source.end) : ''
}
