// In: a parsed draft with names. Out: which two states or bodies deal with each other in a sentence, and in the text as a whole.
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { NameWords } from '../names/words.ts'

/** Two that are told of together: how much speaks for it, the names that say so, whether a sentence has them deal. */
export interface Dealing {
  readonly ids: readonly [string, string]
  readonly names: readonly [number, number]
  readonly sent: number
  readonly weight: number
  /** True where the two names stand side by side. */
  readonly joined: boolean
}

/** A name with the side that it stands for. */
interface Told {
  readonly side: string
  readonly index: number
  readonly name: Name
}

const BETWEEN_WEIGHT = 3
const JOINED_WEIGHT = 2
const WITH_WEIGHT = 2
const BESIDE_WEIGHT = 1
const SIDE_BY_SIDE = 0.5
/** A sentence that names three sides says a little of each two; one that names more says nothing. */
const OF_THREE = 0.3
/** What the first sentences, the headline among them, count for more. */
const OPENING = 4
const OPENING_WEIGHT = 1.5

const MEDIATES = /^(?:mediat\w*|broker\w*|observer|facilitat\w*|host)$/
const DEALS =
  /^(?:talk|deal|negotiation|negotiate|agreement|agree|accord|pact|truce|ceasefire|contract|dispute|war|meet|meeting|round|consultation|discussion|treaty|settlement|contact|bargain|dialogue|summit|framework|arrangement)$/
const PEOPLE =
  /^(?:negotiator|official|team|delegation|minister|leader|president|representative|government|envoy|diplomat|side|counterpart|chief|head)s?$/

/** Who deals with whom in a text, and how often each side is named. */
export interface Dealings {
  readonly told: readonly Dealing[]
  readonly times: ReadonlyMap<string, number>
}

/** All that two sides are told to do with each other, from the first sentence to the last. */
export function dealingsIn(draft: Draft, words: NameWords): Dealings {
  const bySentence = new Map<number, Told[]>()
  const times = new Map<string, number>()
  for (const [index, name] of draft.names.entries()) {
    const side = mediates(draft, name) ? '' : sideOf(name, words)
    if (side === '') continue
    times.set(side, (times.get(side) ?? 0) + (isOfThing(draft, name) ? HALF : 1))
    const sent = draft.tokens.sent[name.first]!
    const told = bySentence.get(sent)
    if (told) told.push({ side, index, name })
    else bySentence.set(sent, [{ side, index, name }])
  }
  const told = [...bySentence].flatMap(([sent, ones]) => [
    ...explicitIn(draft, sent, ones),
    ...besideIn(draft, sent, ones),
  ])
  return { told, times }
}

/**
 * The two sides the text is about: those told of together by far the most, else those named by far the most; undefined
 * where two pairs are near each other, and where somebody else is named more than either.
 */
export function mainDealing({ told, times }: Dealings, may: (id: string) => boolean): Dealing | undefined {
  const sums = new Map<string, { sum: number; first: Dealing }>()
  for (const dealing of told) {
    if (!dealing.ids.every(may) || isOfParty(dealing)) continue
    const weight = dealing.weight * (dealing.sent < OPENING ? OPENING_WEIGHT : 1)
    const key = dealing.ids.join('+')
    const known = sums.get(key)
    if (known) known.sum += weight
    else sums.set(key, { sum: weight, first: dealing })
  }
  const ranked = [...times].filter(([id]) => may(id)).sort(([, a], [, b]) => b - a)
  const [first, second, third] = ranked
  const [best, next] = [...sums.values()].sort((a, b) => b.sum - a.sum)
  if (!best || !first || !second) return undefined
  const all = ranked.reduce((sum, [, n]) => sum + n, 0)
  const timesOf = (id: string) => times.get(id) ?? 0
  // What nothing has deal with each other are two sides only where the text is about them and hardly anybody else.
  const isTold = ({ ids: [a, b] }: Dealing) =>
    told.some((one) => isExplicit(one) && one.ids[0] === a && one.ids[1] === b) ||
    (Math.min(timesOf(a), timesOf(b)) >= all * SHARE && timesOf(a) + timesOf(b) >= all * BOTH_SHARE)
  if (best.sum >= FAR_AHEAD * (next?.sum ?? 0) && best.first.ids.includes(first[0])) {
    const isMain = best.first.ids.every((id) => timesOf(id) * SELDOM >= second[1])
    return isMain && isTold(best.first) ? best.first : undefined
  }
  if (second[1] < LEADS * (third?.[1] ?? 0)) return undefined
  const both = sums.get([first[0], second[0]].sort().join('+'))?.first
  return both && !isMixed(both.ids) && isTold(both) ? both : undefined
}
/** A party deals with parties. */
const isOfParty = ({ ids: [a, b] }: Dealing): boolean => a.endsWith('-party') !== b.endsWith('-party')
/** A state and a body. */
const isMixed = ([a, b]: readonly [string, string]): boolean => a.includes(':') !== b.includes(':')

const FAR_AHEAD = 1.4
const LEADS = 1.6
/** Who is named so many times less than another is no side before him. */
const SELDOM = 2
/** What each of two must be of all that is named, and both together. */
const SHARE = 0.25
const BOTH_SHARE = 0.6

/** True where a sentence itself has the two deal with each other. */
export const isExplicit = ({ weight }: Dealing): boolean => weight >= JOINED_WEIGHT

/** The state or body that a name speaks for; "" for outlets, things and whom no side is told of. */
function sideOf({ type, id, of, canonical }: Name, { states, bodies }: NameWords): string {
  if (!/^(?:government|organisation|person|place|office)$/.test(type)) return ''
  const body = of ?? (type === 'person' ? '' : id)
  if (type === 'organisation' && of !== 'EU' && OVERSEES.test(canonical)) return ''
  // A party is no side of its state: those of one state deal with each other.
  const known = bodies.get(body)
  const side = (known && !PARTY.test(known.name) && known.of) || body
  if (side.startsWith('org:') && OF_A_STATE.test(side)) return ''
  if (type === 'place' && (id.startsWith('place:') || !states.has(side))) return ''
  if (/^(?:[A-Z]{2}-.*|HK|MO)$/.test(side)) return ''
  return states.has(side) || side.startsWith('org:') || side === 'EU' ? side : ''
}

const PARTY = /\b[Pp]arty$/

/** Bodies that watch over others or judge them, and speak for no state in talks. */
const OVERSEES =
  /\b(?:Board|Court|Service|Commission|Authority|Bureau|Agency|Senate|Congress|House|Reserve|Guard)\b/
/** Bodies that a state has, where nobody says which. */
const OF_A_STATE =
  /\b(?:ministry|affairs|department|congress|senate|house|parliament|court|bureau|office|treasury|committee|agency|bank|board|appropriations|census)\b/

/** "Omani mediators", "mediated by Oman", "Oman, which hosted": none of the sides. */
function mediates({ tokens }: Draft, { first, last }: Name): boolean {
  const { lemma, sent, lower } = tokens
  const here = (at: number) => sent[at] === sent[first] && MEDIATES.test(lemma[at] ?? '')
  if (here(last) || here(last + 1) || here(last + 2)) return true
  const before = lower[first - 1] === 'the' ? first - 2 : first - 1
  return /^(?:by|from|of)$/.test(lower[before] ?? '') && here(before - 1)
}

/** "Russian oil" tells less of Russia than "Russia" does. */
const isOfThing = ({ tokens }: Draft, { first, last }: Name): boolean =>
  tokens.tag[first] === 'JJ' && !PEOPLE.test(tokens.lemma[last] ?? '')
const HALF = 0.5

const pairOf = (a: Told, b: Told): Pick<Dealing, 'ids' | 'names'> =>
  a.side < b.side
    ? { ids: [a.side, b.side], names: [a.index, b.index] }
    : { ids: [b.side, a.side], names: [b.index, a.index] }

/** Sides that one sentence names: two are told of together. */
function besideIn(draft: Draft, sent: number, told: readonly Told[]): Dealing[] {
  const sides = new Map<string, Told>()
  for (const one of told) if (!sides.has(one.side)) sides.set(one.side, one)
  const ones = [...sides.values()].filter(({ name }) => !isOfThing(draft, name))
  if (ones.length < 2 || ones.length > 3) return []
  const weight = ones.length === 2 ? BESIDE_WEIGHT : OF_THREE
  return ones.flatMap((a, i) =>
    ones.slice(i + 1).map((b) => ({ ...pairOf(a, b), sent, weight, joined: false })),
  )
}

/** "Between A and B", "A and B met", "A-B talks", "A's talks with B". */
function explicitIn(draft: Draft, sent: number, told: readonly Told[]): Dealing[] {
  const found: Dealing[] = []
  for (let i = 0; i + 1 < told.length; i++) {
    const [a, b] = [told[i]!, told[i + 1]!]
    if (a.side === b.side) continue
    const weight = joinedWeight(draft, a, b, told[i - 1], told[i + 2])
    if (weight > 0) found.push({ ...pairOf(a, b), sent, weight, joined: true })
  }
  for (const b of told) {
    const a = isDealtWith(draft, b.name) ? dealer(draft, told, b) : undefined
    if (a) found.push({ ...pairOf(a, b), sent, weight: WITH_WEIGHT, joined: false })
  }
  return found
}

const isParty = ({ side }: Told): boolean => side.endsWith('-party')

/** How far two names next to each other are told of as a pair: 0 where they are not joined, or are two of a list. */
function joinedWeight({ tokens }: Draft, a: Told, b: Told, before?: Told, after?: Told): number {
  const { lower, tag, dep, lemma } = tokens
  const gap = lower.slice(a.name.last, b.name.first)
  const areStates = !a.side.includes(':') && !b.side.includes(':')
  if (gap.length === 1 && /^[-–/]$/.test(gap[0]!)) return areStates ? BETWEEN_WEIGHT : 0
  // "Ford and Fiat" do not deal with each other as two states that are joined do.
  if (!isJoint(gap, tag.slice(a.name.last, b.name.first), b.name)) return 0
  const isList =
    (before && lower[before.name.last] === ',' && a.name.first - before.name.last < 3) ||
    (after && /^(?:and|,)$/.test(lower[b.name.last] ?? '') && after.name.first - b.name.last < 3)
  if (isList) return 0
  let at = a.name.first - 1
  while (at >= 0 && a.name.first - at < 6 && /^(?:DT|JJ|NNP?S?|POS)$/.test(tag[at]!)) at--
  if (lower[at] === 'between') return BETWEEN_WEIGHT
  if (a.side.includes(':') && b.side.includes(':') && !(isParty(a) && isParty(b))) return 0
  if (tag[a.name.first] === 'JJ') return PEOPLE.test(lemma[b.name.last] ?? '') ? JOINED_WEIGHT : 0
  if (/^(?:of|from|by)$/.test(lower[at] ?? '') && PEOPLE.test(lower[at - 1] ?? '')) return JOINED_WEIGHT
  // "Peru's government and its rebels met": the noun behind the name is the subject.
  for (let n = a.name.first; n < b.name.first; n++) if (dep[n] === 'nsubj') return JOINED_WEIGHT
  return SIDE_BY_SIDE
}

/** "and", "and the", "and Commerce Minister", "'s government and the" between two names, and nothing else. */
function isJoint(gap: readonly string[], tags: readonly string[], { title }: Name): boolean {
  let words = gap[0] === ',' ? gap.slice(1) : gap
  if (/^['’]s?$/.test(words[0] ?? '') && PEOPLE.test(words[1] ?? '')) words = words.slice(2)
  if (words[0] !== 'and') return false
  const rest = words.slice(words[1] === 'the' ? 2 : 1)
  const isPlain = rest.length < 5 && tags.slice(-rest.length).every((tag) => /^(?:JJ|HYPH|VBN)$/.test(tag))
  return rest.length === 0 || isPlain || (title !== undefined && rest.join(' ') === title.toLowerCase())
}

/** "Talks with B", "met the B delegation", "its deal with B's government". */
function isDealtWith({ tokens }: Draft, { first, title }: Name): boolean {
  const { lower, lemma, sent } = tokens
  let at = first - 1 - (title === undefined ? 0 : title.split(' ').length)
  if (lower[at] === 'the') at--
  if (lower[at] !== 'with' && lemma[at] !== 'meet') return false
  for (let n = at; n > at - DEAL_WITHIN && n >= 0 && sent[n] === sent[first]; n--)
    if (DEALS.test(lemma[n]!)) return true
  return false
}
const DEAL_WITHIN = 7

/** Who deals with the side behind "with": the subject before it, else who is named last before it. */
function dealer({ tokens }: Draft, told: readonly Told[], b: Told): Told | undefined {
  const before = told.filter(({ name, side }) => name.last <= b.name.first && side !== b.side)
  const isSubject = ({ name }: Told) => tokens.dep.slice(name.first, name.last).includes('nsubj')
  return before.findLast(isSubject) ?? before.at(-1)
}
