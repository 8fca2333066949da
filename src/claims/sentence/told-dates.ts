// In: a read report. Out: the dates of the calendar that it tells as behind it or ahead, and those that it counts from its own day.
import type { Doc, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, ToldDate } from '../../model/index.ts'
import { claimDay, outerHead } from './attached-days.ts'
import { type Grammar, grammarOf } from './grammar.ts'

/** "15 April", "15 April 2031", "at 9 in the morning on 15 April". */
const isDate = ({ type, value, relative }: TimeExpression): boolean =>
  (type === 'DATE' || type === 'TIME') &&
  (value === undefined
    ? relative?.kind === 'month' && relative.date !== undefined
    : /^\d{4}-\d\d-\d\d$/.test(value))

/** "On the 21st", "two days later": a day told by the date before it. */
const countsFromDate = ({ type, relative, anchor }: TimeExpression): boolean =>
  type === 'DATE' &&
  (relative?.kind === 'date' ||
    (relative?.kind === 'shift' && relative.unit === 'day' && anchor === 'previous'))

/** What stands between "today" or "a month ago" and the date that it is. */
const SAME = /^(?:,? (?:on )?(?:the )?| \((?:on )?)$/i

/**
 * Dates told as past ("told reporters on 10 May", "was opened on 3 June"; no "was due on 30 June") or as to come ("will vote on 9
 * June", "runs out on 30 April"), dates that a count from them leads to what was done ("four days after the cut-off of 31 July"),
 * and dates with a count from the day of the report ("today, 7 August"; "a month ago, on 18 March"; "9 May, now two weeks off").
 */
export function toldDates(doc: Doc): ToldDate[] {
  const found: ToldDate[] = []
  const grammar = grammarOf(doc)
  let previous: ClaimDay | undefined
  for (const [at, time] of doc.times.entries()) {
    const isCounted = countsFromDate(time)
    if (!isDate(time) && !(isCounted && previous)) continue
    const day = claimDay(doc, time, 'on')
    const own = isCounted ? { ...day, anchor: 'previous' as const, previous } : day
    if (!isCounted) previous = own
    const before = doc.times[at - 1]
    const from = (before && countsTo(doc, before, time)) ?? countedDown(doc, at)
    const plusDays = from ? undefined : countedAfter(doc, at)
    const when = from || plusDays !== undefined ? 'behind' : toldAs(doc, grammar, time)
    if (!when || (isCounted && when === 'ahead')) continue
    const sentence = doc.sents[doc.tokens.sent[time.first]!]!
    found.push({
      day: { ...own, ...(plusDays === undefined ? {} : { plusDays }) },
      quote: doc.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)),
      ...(when === 'ahead' ? { ahead: true as const } : {}),
      ...(from ? { ago: from } : {}),
    })
  }
  return found
}

const SPAN = /^P(\d+)([DW])$/

/** Words that may stand between "days after" and the date of what it counts from. */
const COUNTED_OVER = 14

/** "Published on Friday, three days after the missed deadline of 4 June", "two days before that of 9 June": how many days from the date what was done lies. */
function countedAfter(doc: Doc, at: number): number | undefined {
  const { times, tokens } = doc
  const { lower, head, tag } = tokens
  const date = times[at]!
  const from = Math.max(0, at - 2)
  const place = times
    .slice(from, at)
    .findIndex(({ type, last }) => type === 'DURATION' && /^(?:after|before)$/.test(lower[last] ?? ''))
  const span = place < 0 ? undefined : times[from + place]
  const [, count, unit] = SPAN.exec(span?.value ?? '') ?? []
  if (!span || !count || date.first - span.last > COUNTED_OVER) return undefined
  for (let one = span.last; one < date.first; one++) if (/^(?:VB[DPZ]|MD)$/.test(tag[one]!)) return undefined
  // "On Friday, three days after": the Friday hangs on the verb.
  const before = times[from + place - 1]
  let verb = outerHead(doc, before && before.last === span.first - 1 ? before : span)
  while (verb >= 0 && !/^VB/.test(tag[verb]!)) verb = head[verb] ?? -1
  if (!isDone(doc, verb) || !/^VB[DN]$/.test(tag[verb]!)) return undefined
  return Number(count) * (unit === 'W' ? 7 : 1) * (lower[span.last] === 'before' ? -1 : 1)
}

/** How far from the day of the report the words right before a date put it. */
function countsTo(doc: Doc, before: TimeExpression, time: TimeExpression): ToldDate['ago'] {
  const { relative, anchor } = before
  if (relative?.kind !== 'shift' || (anchor !== undefined && anchor !== 'published')) return undefined
  const { count, unit } = relative
  if (unit !== 'day' && unit !== 'week' && unit !== 'month') return undefined
  // "Last week, on 3 May" is no count of seven days.
  if (unit !== 'day' && !/\bago$/i.test(doc.text.slice(before.start, before.end))) return undefined
  return SAME.test(doc.text.slice(before.end, time.start)) ? { count, unit } : undefined
}

const COUNTED = /^P(\d+)([DWM])$/
const UNITS = { D: 'day', W: 'week', M: 'month' } as const
const AWAY: ReadonlySet<string> = new Set(['away', 'off'])

/** "The 9 May cut-off, now two weeks off": how far ahead of the report the words right behind a date put it. */
function countedDown({ times, tokens, text }: Doc, at: number): ToldDate['ago'] {
  const date = times[at]!
  const span = times.slice(at + 1, at + 3).find(({ type }) => type === 'DURATION')
  if (!span || tokens.sent[span.first] !== tokens.sent[date.first]) return undefined
  if (!AWAY.has(tokens.lower[span.last] ?? '') && !AWAY.has(tokens.lower[span.last - 1]!)) return undefined
  if (
    !/^[^.;:]{0,40}(?:,| is| are) (?:now |just |only |barely )*(?:about |some )?$/.test(
      text.slice(date.end, span.start),
    )
  )
    return undefined
  const [, count, unit] = COUNTED.exec(span.value ?? '') ?? []
  return count ? { count: Number(count), unit: UNITS[unit as keyof typeof UNITS] } : undefined
}

type When = 'behind' | 'ahead'

/** What is told of a verb or an event as done, surely. */
function isDone(doc: Doc, word: number): boolean {
  const { modality, polarity, certainty } = doc.stances.get(word) ?? {}
  return (
    (modality === 'held' || modality === 'background') && polarity === 'affirmed' && certainty === 'certain'
  )
}

/** Prepositions that put an event, named by its date, behind what is told as done. */
const AFTER_EVENT: ReadonlySet<string> = new Set(['at', 'in', 'after', 'since', 'during', 'following'])
/** Prepositions of what lies ahead of what is told as done: "called for a vote on 9 June". */
const FORWARD: ReadonlySet<string> = new Set(['for', 'by', 'before', 'until', 'to', 'about', 'of', 'against'])
/** "Named 8 October", "14 January is too early": a date of which something is told. */
const NO_TIME = /^(?:obj|iobj|nsubj|root|conj|xcomp|ccomp)/
/** "Cleared the field on 4 May", "were at their desks on 4 May": nouns that a date of their verb may hang on. */
const INSIDE = /^(?:obj|obl|nmod|compound)/
/** Verbs of which nothing is done yet on the day they name. */
const WANTING: ReadonlySet<string> = new Set(
  'want hope expect plan schedule mean intend bill slate list pencil fix book seek name propose suggest promise make set choose prefer change'.split(
    ' ',
  ),
)

/** Whether the words that a date hangs on tell it as behind or ahead; undefined where they leave it open. */
function toldAs(doc: Doc, grammar: Grammar, time: TimeExpression): When | undefined {
  const { head, dep, lower, tag } = doc.tokens
  const hanging = outerHead(doc, time)
  if (NO_TIME.test(dep[hanging]!)) return undefined
  const lead = lower[time.first - 1]
  const isOn = lead === 'on' || (time.type === 'TIME' && (lead === 'at' || lead === 'in'))
  let at = head[hanging] ?? -1
  while (at >= 0 && (tag[at] === 'CD' || (at === time.first - 1 && isOn))) at = head[at] ?? -1
  const isOfEvent = lead === 'of' || dep[hanging] === 'compound' || dep[hanging] === 'nmod:unmarked'
  let isOfDone = true
  for (let steps = 0; at >= 0 && !isPredicate(doc, grammar, at); at = head[at] ?? -1) {
    const joined = grammar.caseOf(at)
    // "At the talks of 8 May it was agreed": the date is that of an event.
    const hangs = isOfEvent
      ? AFTER_EVENT.has(joined)
      : isOn && (dep[at] === 'obl:agent' || !FORWARD.has(joined))
    if (++steps > 3 || !hangs || !INSIDE.test(dep[at]!)) return undefined
    isOfDone &&= isDone(doc, at) || !doc.stances.has(at)
  }
  if (at < 0) return undefined
  // "Stopped sending on 12 June", "seemed to end at the talks of 8 May".
  if (dep[at] === 'xcomp' && (isOfEvent || tag[at] === 'VBG')) at = head[at]!
  if (WANTING.has(doc.tokens.lemma[at]!)) return undefined
  const tense = tenseOf(doc, grammar, at)
  if (tense === 'ahead') return isOfEvent ? undefined : tense
  if (!isOfDone && !isOfEvent) return undefined
  // "Remained on course for a signature on 12 June".
  for (let one = at + 1; one < time.first && !isOfEvent; one++)
    if (UNDONE.has(doc.stances.get(one)?.modality ?? '')) return undefined
  const isPlain = time.relation === undefined || time.relation === 'on'
  const isBare = !/^(?:IN|TO)$/.test(tag[time.first - 1] ?? '') && /unmarked|advmod|obl/.test(dep[hanging]!)
  return tense && isPlain && (isOn || isOfEvent || isBare) ? tense : undefined
}

/** How what is not done yet is told. */
const UNDONE: ReadonlySet<string> = new Set(['planned', 'expected', 'possible', 'ongoing', 'conditional'])

const isPredicate = ({ tokens: { tag } }: Doc, grammar: Grammar, at: number): boolean =>
  /^(?:VB|MD)/.test(tag[at]!) || grammar.dependents(at, 'cop').length > 0

const WILL: ReadonlySet<string> = new Set(['will', 'wo', "'ll", 'shall', 'must'])

/** What the tense of a verb, or of the "be" of a noun or adjective, says of its day. */
function tenseOf(doc: Doc, grammar: Grammar, at: number): When | undefined {
  const { tag, lower, lemma, head, dep } = doc.tokens
  const helpers = grammar.dependents(at, 'aux', 'cop')
  const modal = helpers.find((one) => tag[one] === 'MD')
  if (modal !== undefined) return WILL.has(lower[modal]!) ? 'ahead' : undefined
  const own = tag[at]!
  if (own === 'VB') {
    // "Are to vote", "plans to sign": no "were to vote".
    const governor = head[at] ?? -1
    const finite = [...helpers, governor, ...grammar.dependents(governor, 'aux', 'cop')].find((one) =>
      /^VB[PZ]$/.test(tag[one] ?? ''),
    )
    return finite !== undefined && lemma[finite] !== 'do' && lemma[finite] !== 'have' ? 'ahead' : undefined
  }
  const finite = [at, ...helpers].find((one) => /^VB[DPZ]$/.test(tag[one]!))
  // "Wrecked in a storm on 3 June".
  if (finite === undefined)
    return own === 'VBN' && /^(?:acl|root|advcl)/.test(dep[at]!) && isDone(doc, at) ? 'behind' : undefined
  if (tag[finite] === 'VBD') return isDone(doc, doc.stances.has(at) ? at : finite) ? 'behind' : undefined
  const isPerfect = own === 'VBN' && lemma[finite] === 'have'
  return isPerfect ? undefined : 'ahead'
}
