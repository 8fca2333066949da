// In: a scene and a word that tells of a meeting. Out: its number in a row.
import { ORDINALS } from '../../language/quantities/numerals.ts'
import type { Scene } from '../sentence/scene.ts'
import { standingFor } from './meeters.ts'

/** "the fourth round", "a third such meeting", "being the fourth round": the number in a row. */
export function ordinalOf(scene: Scene, trigger: number): number | undefined {
  const { grammar, doc } = scene
  const standing = standingFor(scene, trigger)
  const counted = numberSaid(scene, trigger)
  if (counted !== undefined) return counted
  const near = [
    trigger,
    standing,
    ...grammar.dependents(trigger, 'appos', 'acl', 'advcl', 'nmod', 'xcomp', 'obj'),
  ]
  for (const noun of near) {
    const lemma = doc.tokens.lemma[noun]!
    if (noun !== trigger && !scene.rows('round-nouns').has(lemma) && lemma !== 'round' && lemma !== 'cycle')
      continue
    for (const child of [
      ...grammar.dependents(noun, 'amod', 'compound', 'nummod'),
      ...(noun === trigger ? inApposition(scene, noun) : []),
    ]) {
      const lower = doc.tokens.lower[child]!
      const number =
        ORDINALS.get(lower) ?? (/^\d{1,2}(st|nd|rd|th)$/.test(lower) ? Number.parseInt(lower, 10) : undefined)
      // "To host a second May round": the second in May.
      if (scene.fillers.timeAt(child)) continue
      if (number !== undefined && !isCountedIn(scene, noun) && !(number === 1 && isFirstSince(scene, noun)))
        return number
    }
  }
  return undefined
}

/** "Met for the fifth time since May", "the session was the fifth between the two": counted by the verb or what is said of it. */
function numberSaid({ doc, grammar }: Scene, trigger: number): number | undefined {
  const { dep, head, lower, lemma } = doc.tokens
  const number = (token: number) => ORDINALS.get(lower[token]!)
  const over = head[trigger]!
  const said = grammar.isVerb(trigger)
    ? grammar
        .obliques(trigger, 'for')
        .filter((token) => lemma[token] === 'time')
        .flatMap((time) => grammar.dependents(time, 'amod'))
    : over >= 0 && dep[trigger] === 'nsubj' && grammar.dependents(over, 'cop').length > 0
      ? [over]
      : []
  const [found] = said.flatMap((token) => number(token) ?? [])
  return found === 1 ? undefined : found
}

/** "The round, the seventh held face to face", "the talks, their fourth this year": the number between commas. */
const inApposition = ({ doc }: Scene, noun: number): number[] => {
  const { form, lower } = doc.tokens
  return form[noun + 1] === ',' && /^(?:the|their|its|a)$/.test(lower[noun + 2] ?? '') ? [noun + 3] : []
}

/** "The first meeting since May", "her first meeting as president": first after a time without or of her own, not first of a row. */
const isFirstSince = ({ doc, grammar }: Scene, noun: number): boolean =>
  ['since', 'as'].some((word) => grammar.obliques(noun, word).length > 0) ||
  doc.tokens.lower[noun + 1] === 'since'

/** "The first talks in fourteen months", "their second meeting in a week": counted in a stretch, not in a row. */
const isCountedIn = ({ doc, grammar, fillers }: Scene, noun: number): boolean =>
  ['in', 'for'].some((word) =>
    grammar.obliques(noun, word).some((at) => fillers.timeAt(at)?.type === 'DURATION'),
  ) ||
  doc.times.some(
    ({ first, type }) =>
      type === 'DURATION' &&
      first > noun &&
      first - noun < 7 &&
      /^(?:in|for)$/.test(doc.tokens.lower[first - 1]!),
  )
