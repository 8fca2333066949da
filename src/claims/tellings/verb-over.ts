// In: a scene, a number. Out: the verb that it is given by and what for: "puts the cost at", "speaks of", "comes to", "has heard of".
import { UPOS } from '../../language/doc.ts'
import { leadOf } from '../figures/amount.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { NUMBERS } from './whose-count.ts'

/** Verbs of who has a number, with what stands between them and it; "it" and "" stand right before. */
const RECKONS: ReadonlyMap<string, RegExp> = new Map([
  ...'put estimate project value assess peg reckon calculate gauge place arrive'
    .split(' ')
    .map((verb) => [verb, /^at$/] as const),
  ...'speak talk write'.split(' ').map((verb) => [verb, /^of$/] as const),
  ...'come amount'.split(' ').map((verb) => [verb, /^to$/] as const),
  ...'give list state cite report'.split(' ').map((verb) => [verb, /^as$/] as const),
  ['reckon', /^(?:at|with|on)$/],
  ['count', /^as$/],
  ['hear', /^of$/],
  ['have', /^at$/],
  ['make', /^it$/],
])
/** Verbs that a number stands right behind. */
export const GIVES: ReadonlySet<string> = new Set(
  'forecast estimate count tally cite report give list record claim say see show find calculate reckon mention predict project confirm verify acknowledge recognise recognize'.split(
    ' ',
  ),
)
/** Verbs before "a surplus of": what is given so much of is told with them. */
const SHOWS = /^(?:show|report|record|give|find|cite|list|indicate|forecast|project|predict)$/
export const COSTS: ReadonlySet<string> = new Set(['cost', 'lose'])
export const SUMS = /^(?:come|amount)$/
/** "Came down to": a move, no reckoning. */
export const MOVES = /^(?:down|up|back|round|around|over|in|out|off|close|closer)$/
/** Tokens before a number within which its verb stands. */
const REACH = 14

const NOUN = UPOS.indexOf('NOUN')

/** The "at" of "put it at about 5 %", else the word before those that say how exact it is. */
export function markBefore(scene: Scene, first: number): number {
  const { lower, tag } = scene.doc.tokens
  const begin = tag[first - 1] === '``' ? first - 1 : first
  let lead = leadOf(scene, begin)
  // "Just under 43,000".
  if (/^(?:under|over|only)$/.test(lower[lead]!))
    lead = leadOf(scene, lower[lead - 1] === 'just' ? lead - 1 : lead)
  if (tag[lead] === '``') lead = leadOf(scene, lead)
  for (let at = begin - 1; at > lead; at--)
    if (
      (lower[at] === 'at' && !/^(?:least|most)$/.test(lower[at + 1]!)) ||
      (lower[at] === 'as' && !/^(?:much|many|high|low|little|few)$/.test(lower[at + 1]!))
    )
      return at
  return lower[lead] === 'no' ? lead - 1 : lead
}

/** The verb that a number is given by, with what stands between them. */
export function verbOver(
  { doc, grammar }: Scene,
  lead: number,
): { verb: number; thing?: number } | undefined {
  const { dep, lemma, lower, sent, pos, tag } = doc.tokens
  const isThing = (at: number) =>
    pos[at] === NOUN ||
    /^(?:it|them|that|this)$/.test(lower[at]!) ||
    // "Put the lowest at".
    (tag[at] === 'JJS' && lower[at - 1] === 'the' && pos[at + 1] !== NOUN) ||
    (lower[at] === 'dead' && lower[at - 1] === 'the')
  // "A study counts 84", where the verb was taken for a plural.
  const isPlural = tag[lead] === 'NNS' && /^(?:NN.*|,)$/.test(tag[lead - 1] ?? '')
  if (GIVES.has(lemma[lead]!) && (isPlural || grammar.isVerb(lead))) return { verb: lead }
  if (COSTS.has(lemma[lead]!) && grammar.isVerb(lead)) return { verb: lead, thing: lead }
  if (lower[lead] === 'it' && lemma[lead - 1] === 'make') return { verb: lead - 1, thing: lead }
  // "Told 22 votes": who was told so many.
  if (lemma[lead] === 'tell' && lower[lead - 1] === 'been') return { verb: lead }
  const mark = /^(?:nearer|closer)$/.test(lower[lead] ?? '') ? 'at' : (lower[lead] ?? '')
  if (!/^(?:at|of|to|as|with|on)$/.test(mark)) return undefined
  for (let at = lead - 1; at >= Math.max(0, lead - REACH) && sent[at] === sent[lead]; at--) {
    // "Puts the debt, for deliveries since May, at $2 billion".
    const opening = lower[at] === ',' && at === lead - 1 ? openingOf(doc, at) : undefined
    if (opening !== undefined) at = opening - 1
    if (/^[,;:]$/.test(lower[at]!)) return undefined
    // "The number of lorries sent back", "the cost of running it": no verb of its own clause.
    const isNoun =
      (tag[at] === 'VBG' && lower[at - 1] === 'of') ||
      (NUMBERS.has(lemma[at]!) && /^(?:that|this|the|its|their)$/.test(lower[at - 1]!))
    if (
      !grammar.isVerb(at) ||
      isNoun ||
      /^(?:amod|aux)/.test(dep[at]!) ||
      (dep[at] === 'acl' && /^VBN?$/.test(tag[at]!))
    )
      continue
    const isShown = lower[lead] === 'of' && SHOWS.test(lemma[at]!)
    // "Puts it nearer to 900".
    const isNear = mark === 'to' && /^(?:nearer|closer)$/.test(lower[lead - 1]!)
    const isPut = RECKONS.get(lemma[at]!)?.test(isNear ? 'at' : mark) ?? false
    // "The number of drivers who walked out": a clause about what is counted.
    const isAbout = dep[at] === 'acl:relcl' && /^(?:who|which|that)$/.test(lower[relativeOf(doc, at)] ?? '')
    if (!isPut && isAbout && lower[relativeOf(doc, at) - 1] !== ',') continue
    if (!isPut && !isShown) return undefined
    if (MOVES.test(lower[at + 1]!)) return undefined
    let thing: number | undefined
    for (let between = at + 1; between < lead; between++) {
      // "The mill's investment": what is owned.
      if (tag[between] === 'POS') thing = undefined
      else if (isThing(between)) thing ??= between
    }
    const isWord = (at: number) => pos[at] === NOUN && at < lead
    while (thing !== undefined && isWord(thing + 1) && !NUMBERS.has(lemma[thing]!)) thing++
    if (isShown && thing === undefined) return undefined
    return { verb: at, ...(thing === undefined ? {} : { thing }) }
  }
  return undefined
}

/** The first word of a relative clause: the subject or object of its verb that stands for a noun. */
const relativeOf = ({ tokens: { dep, head } }: Scene['doc'], verb: number): number =>
  range(Math.max(0, verb - 6), verb).find((at) => head[at] === verb && /^(?:nsubj|obj)/.test(dep[at]!)) ?? -1

/** The comma that opens what another closes, in one clause. */
function openingOf({ tokens: { lower, sent } }: Scene['doc'], closing: number): number | undefined {
  const words = range(Math.max(0, closing - REACH), closing).filter((at) => sent[at] === sent[closing])
  return words.findLast((at) => lower[at] === ',')
}
