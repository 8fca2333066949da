// In: a scene and a verb of agreeing. Out: the sides that agree, also those without a name.

import type { Ref } from '../../model/index.ts'
import { actorsAt, refsAt } from '../acts/actors.ts'
import { joinedBehind } from '../sentence/joined-sides.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'

/** Both sides of what is agreed; [] where there are not two. */
export function sidesAt(scene: Scene, verb: number, noun?: number): Ref[] {
  const { grammar } = scene
  const partners = [verb, noun ?? verb].flatMap((one) => grammar.obliques(one, 'with'))
  const doers = [...grammar.subjects(verb), ...partners.filter((one) => !scene.fillers.timeAt(one))]
  const [first] = doers
  const before = first === undefined ? undefined : joinedBefore(scene, first)
  if (before !== undefined) doers.unshift(before)
  const behind = first === undefined || doers.length > 1 ? undefined : joinedBehind(scene, first, verb)
  if (behind !== undefined) doers.push(behind)
  const sides = withoutPeople(
    scene,
    unique(refsAt(scene, [...new Set(doers.flatMap((token) => actorsAt(scene, token)))])),
  )
  if (sides.length > 1) return sides
  // "Reached a deal with studios": whoever they are, the other side.
  const others = noun === undefined ? [] : grammar.obliques(noun, 'with').filter((one) => isMany(scene, one))
  if (sides.length === 1 && others.length > 0) return unique([...sides, ...refsAt(scene, others)])
  const joined = unique(
    refsAt(
      scene,
      doers.flatMap((token) => joinedGroups(scene, token)),
    ),
  )
  if (joined.length > 1) return joined
  return first !== undefined && isSeveral(scene, first) ? sides : []
}

/** "The president of Norway, Kari Berg, and her colleague from Peru": of two sides or more, who speaks for one is none beside it. */
function withoutPeople({ fillers }: Scene, sides: readonly Ref[]): Ref[] {
  const whole = (ref: Ref) => (ref.id.startsWith('person:') ? fillers.sideOf(ref) : undefined) ?? ref
  const bodies = unique(sides.map(whole))
  return bodies.length > 1 ? bodies : [...sides]
}

/** "A deal between the port and the dockers": the last word of a name that would end at the first of two. */
export function withBothSides({ doc }: Scene, first: number, end: number): number {
  const { lower, tag, sent } = doc.tokens
  const between = lower.slice(first, end + 1).lastIndexOf('between')
  if (between < 0 || lower[end + 1] !== 'and' || lower.slice(first + between, end + 1).includes('and'))
    return end
  let last = end + 1
  while (sent[last + 1] === sent[end] && /^(?:DT|JJ|NN|NNS|NNPS?|POS|PRP\$|HYPH)$/.test(tag[last + 1]!))
    last++
  return /^NN/.test(tag[last]!) ? last : end
}

const isMany = ({ doc, fillers }: Scene, token: number): boolean =>
  doc.tokens.tag[token] === 'NNS' && fillers.timeAt(token) === undefined

/** "The five parties", "both governments": several sides in one word, with how many. */
export function isSeveral({ doc, grammar, fillers, rows }: Scene, noun: number): boolean {
  const { lower, tag } = doc.tokens
  const isSide = SIDES.has(doc.tokens.lemma[noun]!) || rows('side-nouns').has(doc.tokens.lemma[noun]!)
  if (tag[noun] !== 'NNS' || !isSide) return false
  const isCounted = (one: number) =>
    /^(?:both|all)$/.test(lower[one]!) || (fillers.quantityAt(one)?.value ?? 0) > 1 || COUNTS.has(lower[one]!)
  // "Six coffee producers": a parser hangs the count on the noun between.
  const { first } = grammar.phrase(noun, 'short')
  for (let at = Math.min(first, noun); at < noun; at++) if (isCounted(at)) return true
  return false
}

const SIDES: ReadonlySet<string> = new Set(
  'army camp company firm member minister partner party president side team'.split(' '),
)
const COUNTS: ReadonlySet<string> = new Set(
  'two three four five six seven eight nine ten eleven twelve'.split(' '),
)

/** "Dockers and shippers": who acts together with somebody is somebody, by whatever plural. */
function joinedGroups(scene: Scene, token: number): number[] {
  const all = scene.grammar.conjuncts(token)
  const somebody = new Set(actorsAt(scene, token))
  const isGroup = (one: number) => somebody.has(one) || scene.doc.tokens.tag[one] === 'NNS'
  return somebody.size > 0 && all.every(isGroup) ? all : []
}

/** "After the crews and the owners reached a deal", parsed as "after the crews": who stands before the "and". */
function joinedBefore({ doc, grammar }: Scene, subject: number): number | undefined {
  const { lower, tag, dep } = doc.tokens
  const and = grammar.phrase(subject, 'short').first - 1
  const isOther = lower[and] === 'and' && /^NN/.test(tag[and - 1] ?? '') && /^obl/.test(dep[and - 1]!)
  return isOther && /^(after|before|since|until)$/.test(grammar.caseOf(and - 1)) ? and - 1 : undefined
}
