// In: a read report, an event's tokens. Out: the times that belong to the event, as days of a claim with their roles.
import type { Doc, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, DayRole } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'
import { nearby, placeFrom } from './nearby.ts'

const RELATION_ROLES: Readonly<Record<string, DayRole>> = {
  until: 'to',
  'at least until': 'to',
  through: 'to',
  from: 'from',
  since: 'from',
  after: 'from',
  by: 'due',
  before: 'due',
}

/** A time as a claim keeps it. */
export function claimDay(doc: Doc, time: TimeExpression, role: DayRole): ClaimDay {
  const { start, end, mod, relation } = time
  const before = time.anchor === 'previous' ? previousDate(doc, time) : undefined
  return {
    role,
    start,
    end,
    ...symbolic(time),
    ...(before ? { previous: symbolic(before) } : {}),
    ...(mod === undefined ? {} : { mod }),
    ...(relation === undefined ? {} : { relation }),
  }
}

function symbolic({ type, value, relative, anchor }: TimeExpression) {
  return {
    type,
    ...(value === undefined ? {} : { value }),
    ...(relative === undefined ? {} : { relative: { ...relative } }),
    ...(anchor === undefined ? {} : { anchor }),
  }
}

/** Sentences back to which "the next day" and "a week earlier" count from a day. */
const NEAR = 3
/** "Until 31 March. On the same day …": nothing happened on the last day of a stretch. */
const ENDS: ReadonlySet<string> = new Set(['until', 'at least until', 'through', 'by'])

/** The date told before this time, which it counts from: of days and weeks a day told not far before. */
function previousDate(doc: Doc, time: TimeExpression): TimeExpression | undefined {
  const { relative, first } = time
  const isOfDays =
    relative?.kind === 'clock' ||
    (relative?.kind === 'shift' && (relative.unit === 'day' || relative.unit === 'week'))
  const { sent } = doc.tokens
  for (let at = placeFrom(doc.times, first) - 1; at >= 0; at--) {
    const other = doc.times[at]!
    // "In the morning … and in the afternoon": both of the day before them.
    if (other.type === 'TIME' && other.anchor === 'previous' && other.relative?.kind === 'clock') continue
    if (other.type !== 'DATE' && other.type !== 'TIME') continue
    if (!isOfDays) return other
    if (sent[first]! - sent[other.first]! > NEAR) return undefined
    // "Not handed in by the 24th, and a day later": of the sentence itself, the last day of a stretch counts too.
    const isHere = sent[first] === sent[other.first]
    if (isDay(other) && (isHere || !ENDS.has(other.relation ?? ''))) return other
  }
  return undefined
}

/** "On Monday", "3 May", "yesterday"; no month, no week. */
const isDay = ({ value, relative }: TimeExpression): boolean =>
  relative
    ? /^(?:weekday|date|clock)$/.test(relative.kind) ||
      (relative.kind === 'month' && relative.date !== undefined) ||
      (relative.kind === 'shift' && relative.grain === 'day')
    : /^\d{4}-\d\d-\d\d/.test(value ?? '')

/** The role a time's preposition gives it; "on" where it gives none. */
export const roleOf = (time: TimeExpression): DayRole => RELATION_ROLES[time.relation ?? ''] ?? 'on'

/** The token of a time that hangs on a word outside it. */
export function outerHead(doc: Doc, time: TimeExpression): number {
  for (let at = time.first; at < time.last; at++) {
    const head = doc.tokens.head[at]!
    if (head < time.first || head >= time.last) return at
  }
  return time.first
}

/**
 * Times attached to an event: climbing from the time, the event's tokens are met before any other verb.
 * In an unparsed sentence every time near it is taken.
 */
export function timesOf(doc: Doc, grammar: Grammar, event: readonly number[]): TimeExpression[] {
  const [trigger] = event
  if (trigger === undefined) return []
  const sentence = doc.tokens.sent[trigger]!
  const here = nearby(doc.times, trigger).filter(({ first }) => doc.tokens.sent[first] === sentence)
  if (here.length === 0) return []
  const own = new Set(event)
  for (const token of event) {
    // A verb in the infinitive shares the times of the verb that governs it and the reverse.
    const head = doc.tokens.head[token]!
    if (head >= 0 && doc.tokens.dep[token] === 'xcomp') own.add(head)
    for (const child of grammar.dependents(token, 'xcomp')) own.add(child)
  }
  const when = dayOfWhen(doc, grammar, trigger)
  const attached = here.filter((time) => {
    if (time.value?.endsWith('_REF')) return false
    // "Late-night talks", "early-morning raids": how late in a day, no day.
    if (/^(?:early|late)$/.test(doc.tokens.lower[time.first]!) && doc.tokens.form[time.first + 1] === '-')
      return false
    if (time.relation === 'since' && isComparedWith(doc, time)) return false
    if (when !== undefined) return time === when
    if (isOfEventBefore(doc, grammar, time) || isOfSaying(doc, time, own)) return false
    if (isFronted(doc, grammar, time, event) || isRightBehind(doc, time, own)) return true
    if (isRightBehindObject(doc, grammar, time, trigger)) return true
    let at = outerHead(doc, time)
    // "The start of this year's summit": what starts is the summit, no year.
    if (
      doc.tokens.tag[time.last] === 'POS' &&
      doc.tokens.lower.slice(time.first, time.last).some((word) => OPENS.test(word))
    )
      return false
    // "Before this year's summit": the year is the summit's.
    if (doc.tokens.tag[time.last] === 'POS' && !own.has(doc.tokens.head[time.last - 1]!)) return false
    // "Before the midnight deadline": the hour is the deadline's.
    const noun = doc.tokens.head[time.last - 1]!
    const isPartOf =
      noun >= time.last &&
      noun < time.last + 3 &&
      /^(?:compound|nummod|amod|nmod:unmarked)$/.test(doc.tokens.dep[time.last - 1]!)
    // "Norway's 2018 deal": a year is the thing's own, whatever is done to it now.
    const isYear = /^\d{4}$/.test(time.value ?? '')
    // "Since the Jan. 6 test": the day is the test's, whatever has been done since.
    const isAfterIt = isPartOf && /^(?:since|before|until|despite)\b/.test(grammar.caseOf(noun))
    // "With a 3 May deadline looming, they met": no day of theirs.
    if (isPartOf && !own.has(noun) && DEADLINES.has(doc.tokens.lemma[noun]!)) return false
    if (isPartOf && !own.has(noun) && (isYear || isAfterIt || !own.has(doc.tokens.head[noun]!))) return false
    for (let steps = 0; at >= 0 && steps < 40; steps++) {
      if (own.has(at)) return true
      if (grammar.isVerb(at) && steps > 0 && doc.tokens.dep[at] !== 'aux' && !isOfDeed(doc, grammar, at, own))
        return false
      at = doc.tokens.head[at]!
    }
    return false
  })
  return attached.filter((time) => !isClockOf(doc, time, attached) && !isOfLaterVerb(doc, time, attached))
}

/** "On 16 August, when envoys met by video": the day right before "when" is that of its clause. */
function dayOfWhen({ tokens, times }: Doc, grammar: Grammar, verb: number): TimeExpression | undefined {
  if (!grammar.isVerb(verb)) return undefined
  const [word] = grammar.dependents(verb, 'advmod', 'mark').filter((at) => tokens.lower[at] === 'when')
  if (word === undefined || tokens.sent[word] !== tokens.sent[verb]) return undefined
  const end = tokens.form[word - 1] === ',' ? word - 1 : word
  return nearby(times, word, 8).find(
    ({ last, type, value }) =>
      last === end && (type === 'DATE' || type === 'TIME') && !value?.endsWith('_REF'),
  )
}

/** "Barred the crews from landing on Monday", "won by striking on Monday": what is kept from being done, or how it is done. */
const WITHIN: ReadonlySet<string> = new Set(['from', 'by', 'without'])
const isOfDeed = ({ tokens }: Doc, grammar: Grammar, verb: number, own: ReadonlySet<number>): boolean =>
  tokens.tag[verb] === 'VBG' &&
  own.has(tokens.head[verb]!) &&
  /^VB[DN]$/.test(tokens.tag[tokens.head[verb]!]!) &&
  grammar.dependents(verb, 'mark', 'case').some((mark) => WITHIN.has(tokens.lower[mark]!))

/**
 * The verb whose day a deed without one shares: "on Monday the court struck down the ban and ordered …" (the day stands
 * before both), "rejected the bill on Friday, beginning a shutdown", "cleared a hurdle on Friday, as members voted to …";
 * −1 where there is none.
 */
export function deedBeside({ tokens }: Doc, grammar: Grammar, verb: number): number {
  const { head, dep, tag } = tokens
  const above = head[verb] ?? -1
  if (above < 0 || tag[above] !== 'VBD' || !grammar.isVerb(verb)) return -1
  const marks = grammar.dependents(verb, 'mark', 'case').map((mark) => tokens.lower[mark]!)
  if (dep[verb] === 'conj')
    return tag[verb] === 'VBD' && grammar.subjects(verb).every((one) => one < above) ? above : -1
  if (dep[verb] !== 'advcl') return -1
  const isParticiple =
    tag[verb] === 'VBG' && marks.length === 0 && grammar.dependents(verb, 'aux').length === 0
  const isAsWell = tag[verb] === 'VBD' && marks.length === 1 && marks[0] === 'as'
  return verb > above && (isParticiple || isAsWell) ? above : -1
}

/** Parts of a time, or of what a time in the possessive belongs to. */
const OPENS = /^(?:start|end|beginning|middle|close)$/
/** So many words before "since" a superlative or "first" makes its time a comparison. */
const COMPARED = 8

/** "The first walkout since 1977", "the lowest price since May": with what it is compared, not when it was. */
function isComparedWith({ tokens }: Doc, { first }: TimeExpression): boolean {
  for (let at = first - 1; at >= Math.max(0, first - COMPARED); at--) {
    if (tokens.sent[at] !== tokens.sent[first] || /^(?:VB[DPZ]|MD)$/.test(tokens.tag[at]!)) return false
    if (/^(?:JJS|RBS)$/.test(tokens.tag[at]!) || /^(?:first|only)$/.test(tokens.lower[at]!)) return true
  }
  return false
}

/** "At one minute past midnight on Thursday": the day is told right behind the clock, which has none of its own. */
const isClockOf = ({ tokens }: Doc, time: TimeExpression, others: readonly TimeExpression[]): boolean =>
  time.type === 'TIME' &&
  time.relative?.kind === 'clock' &&
  roleOf(time) === 'on' &&
  others.some(
    ({ type, first }) => type === 'DATE' && first === time.last + 1 && tokens.lower[time.last] === 'on',
  )

/** "On Friday the budget they passed last year will lapse": told of a deed of another year, a day before it is not its own. */
const isOfLaterVerb = (
  { sents, tokens }: Doc,
  time: TimeExpression,
  others: readonly TimeExpression[],
): boolean =>
  time.relative?.kind === 'weekday' &&
  time.first - sents[tokens.sent[time.first]!]!.first <= 1 &&
  others.some(
    ({ relative, first }) =>
      first > time.last && relative?.kind === 'shift' && relative.grain === 'year' && relative.count < 0,
  )

/** "After the raid of 28 May they left": the day is the raid's. */
function isOfEventBefore(doc: Doc, grammar: Grammar, time: TimeExpression): boolean {
  const { head, lower } = doc.tokens
  const noun = head[outerHead(doc, time)]!
  return (
    noun >= 0 &&
    noun < time.first &&
    lower[time.first - 1] === 'of' &&
    /^(?:after|before|following|since)$/.test(grammar.caseOf(noun))
  )
}

/** "Stopped deliveries on 3 May, both being restored in June": right behind the verb and its object a day is the verb's. */
function isRightBehindObject(
  { tokens }: Doc,
  grammar: Grammar,
  { first, relative, value }: TimeExpression,
  verb: number,
): boolean {
  const isDate =
    relative?.kind === 'month' || relative?.kind === 'weekday' || /^\d{4}-\d\d-\d\d/.test(value ?? '')
  return (
    isDate &&
    tokens.tag[verb] === 'VBD' &&
    tokens.lower[first - 1] === 'on' &&
    grammar
      .dependents(verb, 'obj')
      .some((object) => object > verb && grammar.phrase(object, 'short').last === first - 2)
  )
}

const DEADLINES: ReadonlySet<string> = new Set(['deadline', 'cutoff', 'cut-off', 'ultimatum'])

/** "Said last Wednesday its members would walk out": right behind a verb of saying it is the day of that, not of what is said. */
function isOfSaying({ tokens }: Doc, { first }: TimeExpression, own: ReadonlySet<number>): boolean {
  const verb = tokens.lower[first - 1] === 'on' ? first - 2 : first - 1
  return verb >= 0 && tokens.tag[verb] === 'VBD' && SAYS.has(tokens.lemma[verb]!) && !own.has(verb)
}
const SAYS: ReadonlySet<string> = new Set(['say', 'announce', 'warn', 'claim', 'declare'])

/** "required since May 2031": right behind the event's own verb a time is its own, however the rest is parsed. */
function isRightBehind({ tokens }: Doc, { first }: TimeExpression, own: ReadonlySet<number>): boolean {
  return (
    first >= 2 &&
    tokens.tag[first - 1] === 'IN' &&
    /^VB[DN]$/.test(tokens.tag[first - 2]!) &&
    own.has(first - 2)
  )
}

/**
 * "In May 2031, Peru raised …": a time at the head of a sentence, or behind the colon of its heading ("A NEW DEAL: Today,
 * …"), before a comma, is that of the first verb after it.
 */
function isFronted(doc: Doc, grammar: Grammar, time: TimeExpression, event: readonly number[]): boolean {
  const { tokens, sents } = doc
  const { first } = sents[tokens.sent[time.first]!]!
  const isHead = time.first - first <= 1 || tokens.form[time.first - 1] === ':'
  if (!isHead || tokens.form[time.last] !== ',') return false
  const nearest = Math.min(...event.filter((token) => token > time.last))
  if (!Number.isFinite(nearest)) return false
  for (let at = time.last; at < nearest; at++)
    if (grammar.isVerb(at) && tokens.tag[at] !== 'VBG' && tokens.dep[at] !== 'aux') return false
  return true
}

/** The same day told as lying ahead ("faces duties on Monday", "the Wednesday deadline"), unless its words say it is gone. */
export function coming(day: ClaimDay): ClaimDay {
  const { relative } = day
  if (!relative || relative.said || relative.direction === undefined || relative.direction === 1) return day
  return { ...day, relative: { ...relative, direction: relative.kind === 'weekday' ? 1 : 0 } }
}

/** The same day told as gone by ("said late Saturday", "had given them until Friday"): the last of its name. */
export const gone = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'weekday' && !day.relative.said
    ? { ...day, relative: { ...day.relative, direction: -1 } }
    : day

/** A date without a year as that nearest to the report, whatever the tense: for a day that may have gone by. */
export const nearest = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'month' && !day.relative.said
    ? { ...day, relative: { ...day.relative, direction: 0 } }
    : day
