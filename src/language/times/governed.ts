// In: a parsed draft. Out: days without a date sent the way of the verb they hang on, which the nearest verb on the surface need not be.
import type { RelativeTime, TimeExpression } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { headOf, VERB } from '../trees/tree-steps.ts'
import type { Direction } from './found.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const MODALS = words("will shall wo 'll would should could might may must can ca 'd")
const BE = words("is are am 's 're be being")
const WAS = words('was were been')
const HAVE = words("have has 've 'd having")
/** What these speak of lies ahead of them: "due on Friday", "expected on Friday". */
const PLANNED = words(
  'due expect schedule slate plan set set-down pencil foresee book arrange suppose earmark',
)
/** Verbs whose infinitive is still to be done: "agreed to meet on Friday"; of others it is what was done, or what for. */
const AIMS = words(
  'plan prepare hope expect set intend go agree decide vow pledge promise want threaten propose offer aim ask urge call ' +
    'order tell invite schedule need due likely ready prepared mean undertake commit wait resolve choose opt vote',
)
/** Told in the present of the past: "says Friday that", "announces Friday that". */
const SAYS = words(
  'say tell add note write report announce claim insist argue warn confirm declare reveal admit deny urge vow tweet accuse',
)
/** Relations that say the way themselves. */
const SAID = words('since after')
const LIMITS = words('by until before')
/** Steps from a day to the verb over it. */
const FAR = 12

/**
 * "The two sides are to meet on Monday", "the union, which speaks for pilots, on Monday rejected …", "had been due to open on
 * Wednesday": past deeds lie behind, what is to come ahead; what was to come is on the nearest day of its name. Days
 * whose verb the tree does not show stay as the words around them sent them.
 */
export function governTimes(draft: Draft): void {
  let day: TimeExpression | undefined
  let before: TimeExpression | undefined
  draft.times = draft.times.map((told) => {
    const time = hourOfDay(draft, told, day) ?? fromNow(draft, told) ?? told
    if (time.type === 'DATE' || (time.type === 'TIME' && time.relative?.kind !== 'clock')) day = time
    const said = before
    before = governed(draft, time)
    return said && countsFromSaid(draft, before, said) ? { ...before, anchor: 'previous' } : before
  })
}

/** A weekday or month sent the way of the verb it hangs on. */
function governed(draft: Draft, time: TimeExpression): TimeExpression {
  const { relative } = time
  if (!relative || (relative.kind !== 'weekday' && relative.kind !== 'month') || relative.said) return time
  // "Friday's declaration": the deed's day, whatever is said of it.
  if (draft.tokens.tag[time.last] === 'POS') return time
  if (time.anchor === 'previous' || SAID.has(time.relation ?? '')) return time
  const way = wayOf(draft, time, relative)
  return way === undefined || way === relative.direction
    ? time
    : { ...time, relative: { ...relative, direction: way } }
}

/**
 * "Said last Wednesday its members would walk out on Saturday", "announced on Friday that it was to open on Monday": a weekday
 * told with a past modal inside what was said on a weekday, which is the time before it, counts from that.
 */
function countsFromSaid(draft: Draft, time: TimeExpression, said: TimeExpression): boolean {
  const { first, relative, anchor } = time
  const { tokens } = draft
  const { sent, tag, lemma, head } = tokens
  if (relative?.kind !== 'weekday' || relative.said || relative.direction < 0 || anchor === 'previous')
    return false
  if (sent[said.first] !== sent[first]) return false
  if (said.relative?.kind !== 'weekday' || said.relative.direction >= 0 || relative.day === said.relative.day)
    return false
  const telling = verbBefore(draft, said) ?? verbOver(draft, headOf(draft, said))
  if (telling < 0 || tag[telling] !== 'VBD' || !SAYS.has(lemma[telling]!)) return false
  let at = verbOver(draft, headOf(draft, time))
  let isThen = false
  for (let steps = 0; at >= 0 && at !== telling && steps < FAR; steps++) {
    isThen ||= auxOf(draft, at).some(
      (word) => word === 'would' || word === 'should' || word === 'was' || word === 'were',
    )
    at = head[at]!
  }
  return isThen && at === telling
}

/** Sentences within which an hour without a day is of the day told before it. */
const SAME_DAY = 2

/** "They met the envoy in the morning": of the day that was told of just before, not of the report's own. */
function hourOfDay(
  { tokens }: Draft,
  time: TimeExpression,
  day: TimeExpression | undefined,
): TimeExpression | undefined {
  const { relative, first } = time
  if (relative?.kind !== 'clock' || relative.days !== 0 || !day || time.anchor !== 'published')
    return undefined
  const isOpen =
    tokens.lower[first] === 'the' || /^[\d]|^(?:noon|midnight|midday|dawn|dusk)$/.test(tokens.lower[first]!)
  if (!isOpen || tokens.sent[first]! - tokens.sent[day.first]! > SAME_DAY) return undefined
  const { relative: its } = day
  const isPast =
    (its?.kind === 'weekday' && its.direction < 1) ||
    (its?.kind === 'shift' && its.grain === 'day' && its.count <= 0)
  return isPast ? { ...time, anchor: 'previous' } : undefined
}

/** "Takes effect in ten days": a day, counted from the report; of a fortnight or three weeks the week. */
function fromNow(draft: Draft, time: TimeExpression): TimeExpression | undefined {
  const { tokens } = draft
  const { first, last, type, value, from } = time
  const [, number, unit] = /^P(\d{1,2})([DWM])$/.exec(value ?? '') ?? []
  if (
    type !== 'DURATION' ||
    from ||
    !number ||
    tokens.lower[first - 1] !== 'in' ||
    tokens.lower[last] === 'of'
  )
    return undefined
  const verb = verbOver(draft, headOf(draft, time))
  if (verb < 0 || flowOf(draft, verb, 0) !== 1) return undefined
  const grain = unit === 'D' ? 'day' : unit === 'W' ? 'week' : 'month'
  const { value: _length, ...rest } = time
  return {
    ...rest,
    type: 'DATE',
    relative: { kind: 'shift', unit: grain, count: Number(number), grain },
    anchor: 'published',
  }
}

function wayOf(draft: Draft, time: TimeExpression, relative: RelativeTime): Direction | undefined {
  const verb = verbBefore(draft, time) ?? verbOver(draft, headOf(draft, time))
  if (verb < 0) return undefined
  const way = flowOf(draft, verb, 0)
  // "They had until Friday": a last day that somebody had may have gone by; any other limit lies ahead.
  if (LIMITS.has(time.relation ?? ''))
    return way !== undefined && way < 1 && draft.tokens.lemma[verb] === 'have' ? 0 : undefined
  // "The talks, due to open on Friday, were cancelled": a day told so shortly is the coming one.
  if (way === 0 && relative.kind === 'weekday' && isPlanBehind(draft, verb)) return undefined
  // A month and date told in the present may be of either side.
  return relative.kind === 'month' && way === 1 && isPlainPresent(draft, verb) ? undefined : way
}

/**
 * "Said on Friday a summit would …", "whoever hoped that it would end was disappointed on Friday": a day right behind a verb of
 * saying, or what was done, is its own, wherever a parser hangs it.
 */
function verbBefore({ tokens }: Draft, { first }: TimeExpression): number | undefined {
  const { lower, tag, lemma } = tokens
  const at = lower[first - 1] === 'on' ? first - 2 : first - 1
  if (at < 1) return undefined
  if (tag[at] === 'VBD' && SAYS.has(lemma[at]!)) return at
  const wasDone = /^(?:VBN|JJ)$/.test(tag[at]!) && WAS.has(lower[at - 1]!) && !PLANNED.has(lemma[at]!)
  if (wasDone) return at - 1
  // "The deal struck on Sunday in Bergen, which imposes a duty": a participle right behind its noun.
  const isDone = tag[at] === 'VBN' || (tag[at] === 'VBD' && at === first - 2)
  const isBare = isDone && /^NNP?S?$/.test(tag[at - 1] ?? '') && !PLANNED.has(lemma[at]!)
  return isBare ? at : undefined
}

/** The verb, or the word made a clause by a form of "be", over a token; −1 where none is near. */
function verbOver(draft: Draft, from: number): number {
  const { head, pos, sent } = draft.tokens
  let at = head[from]!
  for (let steps = 0; at >= 0 && steps < FAR && sent[at] === sent[from]; steps++) {
    if (pos[at] === VERB || auxOf(draft, at).length > 0) return at
    at = head[at]!
  }
  return -1
}

/** The auxiliaries and copulas of a word, lower-cased, in order. */
function auxOf({ tokens, sents }: Draft, at: number): string[] {
  const { head, dep, lower, sent } = tokens
  const found: string[] = []
  for (let one = Math.max(sents[sent[at]!]!.first, at - FAR); one < at; one++)
    if (head[one] === at && /^(?:aux|cop)/.test(dep[one]!)) found.push(lower[one]!)
  return found
}

const isInfinitive = ({ tokens }: Draft, verb: number): boolean => {
  const { lower, head, tag } = tokens
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at--)
    if (lower[at] === 'to' && tag[at] === 'TO' && head[at] === verb) return true
  return false
}

/** "The offer, due to lapse", "set to end": an infinitive under a word of plan that stands behind its noun. */
const isPlanBehind = (draft: Draft, verb: number): boolean => {
  const { head, dep, lemma } = draft.tokens
  const above = head[verb]!
  return (
    isInfinitive(draft, verb) &&
    above >= 0 &&
    PLANNED.has(lemma[above]!) &&
    /^(?:amod|acl)$/.test(dep[above]!)
  )
}

const isPlainPresent = (draft: Draft, verb: number): boolean =>
  /^VB[ZP]$/.test(draft.tokens.tag[verb]!) && auxOf(draft, verb).length === 0

/** Which way of the telling a verb's deed lies: −1 done, 1 to come, 0 was to come; undefined where its form does not say. */
function flowOf(draft: Draft, verb: number, depth: number): Direction | undefined {
  const { tokens } = draft
  const { tag, lemma, head, dep } = tokens
  const aux = auxOf(draft, verb)
  const has = (some: ReadonlySet<string>) => aux.some((word) => some.has(word))
  const above = head[verb]!
  const over = () => (above >= 0 && depth < 4 ? flowOver(draft, above, depth + 1) : undefined)
  if (isInfinitive(draft, verb)) {
    // "Is to meet", "was to meet".
    if (has(WAS)) return 0
    if (aux.some((word) => word === 'is' || word === 'are' || word === "'s" || word === "'re")) return 1
    if (above < 0) return 1
    // "The truce to be signed on Friday" lies ahead; "the first to sign on Friday" did.
    if (!/^(?:VB|JJ)/.test(tag[above]!)) return aux.includes('be') ? 1 : undefined
    const isSet = PLANNED.has(lemma[above]!) && (tag[above] === 'JJ' || tag[above] === 'VBN')
    if (AIMS.has(lemma[above]!) && !isSet) return 1
    const way = over()
    return isSet && way === -1 ? 0 : way
  }
  if (has(MODALS)) {
    if (aux.some((word) => HAVE.has(word))) return 0
    // "Could not be reached on Friday".
    return aux.some((word) => word === 'could' || word === 'might') ? undefined : 1
  }
  const planned = PLANNED.has(lemma[verb]!) && tag[verb] !== 'VBG'
  if (aux.includes('had') && planned) return 0
  if (has(HAVE) || aux.includes('had')) return planned ? 0 : -1
  if (has(WAS)) return planned ? 0 : -1
  if (has(BE)) return 1
  if (aux.some((word) => word === 'do' || word === 'does')) return 1
  if (aux.includes('did')) return -1
  if (tag[verb] === 'VBD') return planned ? 0 : -1
  if (tag[verb] === 'VBZ' || tag[verb] === 'VBP') return SAYS.has(lemma[verb]!) ? -1 : 1
  if (tag[verb] === 'VBN' || (planned && tag[verb] === 'JJ')) {
    if (!planned) return -1
    const way = over()
    return way === undefined ? undefined : way < 0 ? 0 : way
  }
  if (tag[verb] === 'VBG') return over()
  if (tag[verb] === 'VB' && /^(?:conj|xcomp|ccomp)/.test(dep[verb]!)) return over()
  return undefined
}

/** The flow of the first clause at or over a word. */
function flowOver(draft: Draft, from: number, depth: number): Direction | undefined {
  const { pos } = draft.tokens
  const verb = pos[from] === VERB || auxOf(draft, from).length > 0 ? from : verbOver(draft, from)
  return verb < 0 ? undefined : flowOf(draft, verb, depth)
}
