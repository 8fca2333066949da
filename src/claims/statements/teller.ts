// In: a scene, a token. Out: who tells the words that stand there.
import type { Quotation } from '../../language/doc.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'

/** Who tells the words at a token: the outermost speaker's name, else its words; "" for the report's own voice. */
export const tellerAt = (scene: Scene, token: number): string =>
  namesOfSpeakers(scene, scene.attributions(token).at(-1))

/** Verbs that tell a thing as so. */
const TELLS =
  /^(?:say|claim|tell|report|allege|suggest|insist|argue|maintain|assert|contend|announce|note|add|write|tweet|warn|believe|conclude|accuse|blame|charge|confirm|state|declare|according)/

/** Who tells the words at a token themselves, in the words of the text; a pronoun by whom it stands for. */
export function tellerInWords(scene: Scene, token: number): string {
  const [source] =
    scene.attributions(token).find((one) => TELLS.test(one.cueLemma) && !isTalkedOf(scene, one))?.source ?? []
  const words = source ? scene.doc.text.slice(source.start, source.end).split(/,|\s\(/)[0]! : ''
  const isPlain = words === '' || /^(?:he|she|it|they|who|which|that|we|i)$/i.test(words)
  return isPlain ? innermostTeller(scene, token) || tellerAt(scene, token) : words
}

/** "“Every government says so,” Lund said": nobody in particular, in another's mouth. */
const isTalkedOf = ({ doc }: Scene, { inside, speakers }: Quotation): boolean =>
  doc.quotations[inside]?.form === 'direct' && speakers.every((id) => id.startsWith('phrase:'))

/** Who tells the words at a token themselves, not who tells that they were told. */
export const innermostTeller = (scene: Scene, token: number): string =>
  namesOfSpeakers(
    scene,
    scene.attributions(token).find(({ cueLemma }) => TELLS.test(cueLemma)),
  )

/** The speakers of an attribution by name, else its source's words; "" without one. */
export function namesOfSpeakers(scene: Scene, told: Quotation | undefined): string {
  const { doc, fillers } = scene
  if (!told) return ''
  if (told.speakers.length > 0 && told.speakers.every((id) => !/^(?:phrase|event):/.test(id)))
    return told.speakers.map((id) => fillers.name(id)).join(' and ')
  const [source] = told.source
  const words = source ? doc.text.slice(source.start, source.end) : ''
  return /^(?:who|which|that)$/i.test(words) ? whomOf(scene, source!.start) : words
}

/** Who speaks by a verb of saying, by name or in words; "" where a pronoun does, or nobody. */
export function speakerBy(scene: Scene, verb: number): string {
  const at = scene.doc.tokens.start[verb]!
  const told = scene.doc.quotations.find(({ cue }) => cue.some(({ start, end }) => start <= at && at < end))
  const [words = ''] = namesOfSpeakers(scene, told).split(',')
  return /^(?:it|they|he|she|we|i|who|which|that|its|their|his|her)\b/i.test(words) ? '' : words
}

/** "An official, who spoke on condition of anonymity": whom a relative pronoun stands for. */
function whomOf(scene: Scene, start: number): string {
  const { doc, fillers } = scene
  const { head, dep } = doc.tokens
  const verb = head[tokenAt(scene, start)] ?? -1
  if (verb < 0 || dep[verb] !== 'acl:relcl') return ''
  return fillers.nameAt(head[verb]!)?.canonical ?? fillers.phrase(head[verb]!, 'short').text.split(',')[0]!
}
