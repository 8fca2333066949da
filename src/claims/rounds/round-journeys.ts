// In: a scene and a word that tells of a meeting. Out: the journey made for it: where to, when and by whom.
import type { ClaimDay, Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'

/** Somebody goes to, or is in, a place; `verb` is the word that says so. */
export interface Journey {
  readonly verb: number
  readonly place?: Ref
  readonly days: readonly ClaimDay[]
  /** True where it is still to come: "is due in Lima", "will be in Lima". */
  readonly due?: true
}

const GOING: ReadonlySet<string> = new Set('travel fly go come arrive be visit head return'.split(' '))
/** Tokens from the going to what it is for. */
const REACH = 14

/** "Travelled to Lima on 5 May for talks with", "was in Lima on 5 May, where she met": the journey before the word of the meeting. */
export function journeyFor(scene: Scene, trigger: number): Journey | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, form, sent } = doc.tokens
  const link = grammar.isVerb(trigger)
    ? grammar
        .dependents(trigger, 'advmod', 'mark')
        .find((word) => lower[word] === 'where' || lower[word] === 'to')
    : grammar.dependents(trigger, 'case').find((word) => lower[word] === 'for')
  if (link === undefined) return grammar.isVerb(trigger) ? undefined : joinedTo(scene, trigger)
  let place: Ref | undefined
  for (let at = link - 1; at >= 0 && at > link - REACH && sent[at] === sent[link]; at--) {
    if (form[at] === ',' && !(at === link - 1 && grammar.isVerb(trigger)) && !isInDate(scene, at))
      return undefined
    const name = fillers.nameAt(at)
    if (name?.type === 'place') place ??= { id: name.id, name: name.canonical }
    if (!/^VB/.test(doc.tokens.tag[at]!)) continue
    if (!GOING.has(lemma[at]!) || place === undefined) return undefined
    const days = nearby(doc.times, at, REACH + 1).filter(
      ({ first, type, last, value }) =>
        type === 'DATE' && first > at && last <= link && !value?.endsWith('_REF'),
    )
    if (lower[link] === 'to' && lemma[at] === 'be') return undefined
    const verb = lemma[at] === 'be' && doc.tokens.head[at]! > at ? doc.tokens.head[at]! : at
    const isToBe = lemma[at] === 'be' && /^(?:will|to)$/.test(lower[at - 1] ?? '')
    const due = isToBe || lower.slice(at, link).includes('due') ? { due: true as const } : {}
    return { verb, place, ...due, days: days.map((time) => claimDay(doc, time, 'on')) }
  }
  return undefined
}

const isInDate = ({ doc }: Scene, comma: number): boolean =>
  nearby(doc.times, comma, 8).some(({ first, last }) => first <= comma + 1 && comma <= last)

/** "Flew to Ankara on Tuesday and held talks with Aydin": the going that the holding is joined to. */
function joinedTo({ doc, grammar, fillers }: Scene, trigger: number): Journey | undefined {
  const { head, dep, lemma } = doc.tokens
  const over = head[trigger]!
  const holds = over >= 0 && dep[trigger] === 'nmod' ? head[over]! : over
  if (holds < 0 || !grammar.isVerb(holds) || dep[holds] !== 'conj') return undefined
  const verb = head[holds]!
  if (verb < 0 || !GOING.has(lemma[verb]!) || lemma[verb] === 'be') return undefined
  const place = [...grammar.obliques(verb, 'to'), ...grammar.objects(verb)]
    .map((token) => fillers.nameAt(token))
    .find((name) => name?.type === 'place')
  if (!place) return undefined
  const days = nearby(doc.times, verb, REACH + 1).filter(
    ({ first, type, last, value }) =>
      type === 'DATE' && first > verb && last <= holds && !value?.endsWith('_REF'),
  )
  return {
    verb,
    place: { id: place.id, name: place.canonical },
    days: days.map((time) => claimDay(doc, time, 'on')),
  }
}
