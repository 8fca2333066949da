// In: a scene, a token. Out: who tells the words that stand there.
import type { Scene } from './scene.ts'

/** Who tells the words at a token: the outermost speaker's name, else its words; "" for the report's own voice. */
export function tellerAt({ doc, fillers, attributions }: Scene, token: number): string {
  const told = attributions(token).at(-1)
  if (!told) return ''
  if (told.speakers.length > 0 && told.speakers.every((id) => !/^(?:phrase|event):/.test(id)))
    return told.speakers.map((id) => fillers.name(id)).join(' and ')
  const [source] = told.source
  return source ? doc.text.slice(source.start, source.end) : ''
}
