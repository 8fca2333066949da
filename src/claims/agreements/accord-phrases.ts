// In: a scene and a verb. Out: set phrases by which an agreement is made ("put their names to"), and what is told of one behind it ("a deal reached in Lima late on Friday").
import type { ClaimDay } from '../../model/index.ts'
import { nearbyDays } from '../rounds/round-days.ts'
import type { Scene } from '../sentence/scene.ts'

/** "Came to an agreement", "put their names to a treaty", "shook hands on the outline of a deal": the agreement, and the stage it is brought to. */
export function idiomAt(
  { doc, grammar, rows }: Scene,
  verb: number,
): { readonly noun: number; readonly stage: string } | undefined {
  const row = rows('agreement-phrases').get(doc.tokens.lemma[verb]!)
  if (!row) return undefined
  const objects = grammar.objects(verb)
  const wanted = row.object?.split(' ').filter(Boolean) ?? []
  if (wanted.length > 0 && !objects.some((token) => wanted.includes(doc.tokens.lemma[token]!)))
    return undefined
  const isKnown = (token: number) => rows('agreement-nouns').has(doc.tokens.lemma[token]!)
  const behind = [verb, ...objects].flatMap((over) => grammar.obliques(over, row.word!))
  const noun = behind.find(isKnown)
  if (noun !== undefined) return { noun, stage: row.stage! }
  // "The outline of a deal": the rest is still to come.
  const [outlined] = behind.flatMap((token) => grammar.obliques(token, 'of').filter(isKnown))
  return outlined === undefined ? undefined : { noun: outlined, stage: 'in principle' }
}

/** Verbs that say of an agreement, behind it, that there is one. */
const REACHED: ReadonlySet<string> = new Set('announce clinch conclude initial reach seal strike'.split(' '))

/** "A deal reached in Lima", "an understanding announced by Oman": one agreement, right before the participle. */
export const isSaidOf = ({ doc }: Scene, verb: number, noun: number | undefined): boolean => {
  const { lemma, tag } = doc.tokens
  return (
    noun !== undefined &&
    REACHED.has(lemma[verb]!) &&
    tag[verb] === 'VBN' &&
    tag[noun] === 'NN' &&
    noun < verb &&
    verb - noun < 4
  )
}

/** "Reached in Lima late on Wednesday": the day that a parser hangs on the verb of the sentence. */
export const placedDays = (scene: Scene, verb: number): ClaimDay[] => {
  const { tokens } = scene.doc
  return nearbyDays(scene, verb).filter(({ role, start, type }) => {
    if (role !== 'on' || type === 'DURATION') return false
    for (let at = verb + 1; at < verb + WITHIN && tokens.start[at]! < start; at++)
      if (tokens.form[at] === ',' || /^W/.test(tokens.tag[at]!)) return false
    return start - tokens.end[verb]! < FAR
  })
}

const WITHIN = 12
/** Letters between a participle and its day at most. */
const FAR = 60

/** "Struck in Lima". */
export const isPlaced = ({ grammar, fillers }: Scene, verb: number): boolean =>
  ['in', 'at'].some((word) => grammar.obliques(verb, word).some((one) => fillers.place(one) !== undefined))

/** "At dawn on Tuesday they had a deal", "said they had an agreement in principle": there was one from then on. */
export function hadOne(scene: Scene, verb: number): { readonly stage: string } | undefined {
  const { doc, grammar, epistemics } = scene
  const { tag, lower, lemma, start } = doc.tokens
  if (lemma[verb] !== 'have' || !/^VB[DP]$/.test(tag[verb]!)) return undefined
  const nouns = grammar.objects(verb)
  const words = nouns.flatMap((noun) => grammar.dependents(noun, 'det', 'amod').map((word) => lower[word]!))
  const mood = epistemics(verb)
  if (!words.some((word) => /^an?$/.test(word)) || mood.polarity === 'denied' || mood.condition)
    return undefined
  const isInPrinciple = nouns.some((noun) => lower[noun + 1] === 'in' && lower[noun + 2] === 'principle')
  if (isInPrinciple) return { stage: 'in principle' }
  if (words.some((word) => /^(?:tentative|preliminary|provisional)$/.test(word))) return { stage: 'agreed' }
  const isDated = scene
    .days([verb])
    .some(({ role, type, end }) => role === 'on' && type !== 'DURATION' && end < start[verb]!)
  return tag[verb] === 'VBD' && isDated ? { stage: 'agreed' } : undefined
}

/** "Reached a better understanding of each other's needs": somebody sees more clearly, and nothing is agreed. */
export const isInsight = ({ doc: { tokens } }: Pick<Scene, 'doc'>, noun: number): boolean =>
  tokens.lemma[noun] === 'understanding' &&
  /^(?:better|broader|clearer|closer|deeper|fuller|greater|growing|improved)$/.test(
    tokens.lower[noun - 1] ?? '',
  )
