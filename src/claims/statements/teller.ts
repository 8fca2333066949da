// In: a scene, a token. Out: who tells the words that stand there.
import type { Doc, Quotation } from '../../language/doc.ts'
import type { Range } from '../../model/index.ts'
import { firstWhere } from '../../model/range.ts'
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
  const [source] = told.source
  const own = source ? doc.text.slice(source.start, source.end) : ''
  const before = source && (ONE.test(own) ? firstTold(doc, source) : roleBefore(doc, source))
  const words = before ? doc.text.slice(before.start, before.end) : own
  if (told.speakers.length > 0 && told.speakers.every((id) => !/^(?:phrase|event):/.test(id)))
    return isUnnamed(words) && !told.speakers.some((id) => isNamedIn(words, id, fillers.name(id)))
      ? words.split(/,|\s\(| (?:who|which) /)[0]!
      : told.speakers.map((id) => fillers.name(id)).join(' and ')
  if (/^(?:who|which|that)$/i.test(words)) return whomOf(scene, source!.start)
  return (source && issuerOf(scene, source)) || words
}

/** The words that "he" or "the official" in place of a source stands for, where they name nobody; whole, where they spoke before. */
export function meantBy({ doc }: Scene, source: Range): Range | undefined {
  const meant = doc.references.find(
    ({ start, end, kind, id }) =>
      (kind === 'pronoun' || (kind === 'role' && id.startsWith('phrase:'))) &&
      start === source.start &&
      end === source.end,
  )?.antecedent
  if (!meant && ONE.test(doc.text.slice(source.start, source.end))) return firstTold(doc, source)
  if (!meant) return roleBefore(doc, source)
  const spoke = doc.quotations.find((one) => one.source[0]?.start === meant.start)
  return spoke?.source[0] ?? meant
}

/** "The official": somebody who, without a name, may speak for a state. */
const ONE = /^the (?:\p{L}+ )?(?:official|diplomat|negotiator|envoy|delegate|aide|advis[eo]r)$/iu

/** "A senior Chilean official said … the official said": where he was told of before, a few quotations back at most. */
function firstTold({ text, quotations }: Doc, { start, end }: Range): Range | undefined {
  const noun = text.slice(start, end).split(' ').at(-1)!.toLowerCase()
  const here = firstWhere(quotations.length, (at) => (quotations[at]!.cue[0]?.start ?? 0) >= start)
  const near = quotations
    .slice(Math.max(0, here - QUOTATIONS_NEAR), here)
    .flatMap(({ source }) => source.slice(0, 1))
  return near.findLast((one) => {
    const words = text.slice(one.start, one.end)
    return one.start < start && isUnnamed(words) && words.toLowerCase().includes(` ${noun}`)
  })
}
const QUOTATIONS_NEAR = 8

/** "A Chilean diplomat was tired … he said": who, without a name, is of the state for which "he" was taken. */
function roleBefore({ references, text }: Doc, { start, end }: Range): Range | undefined {
  if (!/^s?he$/i.test(text.slice(start, end))) return undefined
  const he = references.find((one) => one.start === start && one.kind === 'pronoun')
  if (!he || /^(?:person|phrase):/.test(he.id)) return undefined
  const role = references.findLast((one) => one.kind === 'role' && one.id === he.id && one.end <= start)
  return role && { start: role.start, end: role.end }
}

/** "A senior Norwegian official", "two aides": who is described and not named is no state and no office; a spokesman speaks for his. */
export const isUnnamed = (words: string): boolean =>
  /^(?:an?|one|another|two|three|four|five|several|some) \p{L}/iu.test(words) &&
  !/\bspokes\p{L}+/iu.test(words)

/** "The ministry issued a statement saying": who did; "" where the source is no paper that somebody puts out. */
function issuerOf(scene: Scene, { start, end }: Range): string {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const paper = tokenAt(scene, start) + 1
  if (tokens.end[paper] !== end || !PAPERS.test(tokens.lower[paper]!)) return ''
  const verb = grammar.governor(paper)
  if (verb < 0 || !ISSUES.test(tokens.lemma[verb]!)) return ''
  const [issuer] = grammar.subjects(verb)
  if (issuer === undefined || issuer > verb) return ''
  return fillers.nameAt(issuer)?.canonical ?? fillers.phrase(issuer, 'short').text
}

const PAPERS = /^(?:statement|note|notice|letter|communiqu[eé]|text|summary)$/
const ISSUES = /^(?:issue|publish|release|put|send|circulate|read)$/

/** "A Harbour Post story": of the outlet; "another line, Norfish": named behind a comma. */
const isNamedIn = (words: string, id: string, name: string): boolean =>
  id.startsWith('outlet:') || (words.includes(', ') && words.slice(words.indexOf(', ')).includes(name))

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
