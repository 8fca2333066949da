// In: acts as told. Out: one entry an event: tellings of one type, doer and day, in whatever words, are one.

import {
  addDays,
  type ClaimOf,
  type Day,
  type Days,
  daysBetween,
  isActual,
  type Ref,
} from '../../model/index.ts'
import { type EntryDraft, mostTold, narrowestOf } from '../draft.ts'
import { stretchesOf } from '../fate/told-on.ts'
import { byBlock } from '../group.ts'
import { once } from '../once.ts'
import { dayOfRole, type Told } from '../placing/placed.ts'
import { contentWords, likeness, overlap } from '../words.ts'

type ToldAct = Told<ClaimOf<'act'>>

/** Days between two tellings of one event: a report's "Monday" may be the next one's "late Sunday". */
const APART = 1
/** Days before its report within which an event told without a day lies. */
const LATELY = 2
/** What is voted on or fought over, told in a word that any other may share. */
const GENERIC: ReadonlySet<string> = new Set(
  'bill legislation measure law act plan version package proposal offer resolution vote demand deal agreement talk pact one it'.split(
    ' ',
  ),
)
/** Things of which a negotiation has one at a time, whatever they are called. */
const SINGLE: ReadonlySet<string> = new Set(['shutdown', 'strike', 'ceasefire'])

interface Group {
  readonly told: ToldAct[]
}

const familyOf = (type: string): string => (type.includes(':') ? type.slice(0, type.indexOf(':')) : type)
/** What has no kind but its verb: "event: reopen". */
const isEvent = (type: string): boolean => type.startsWith('event:')
const ids = (refs: readonly Ref[]) =>
  refs
    .map((ref) => ref.id)
    .sort()
    .join('+')

/** The event's own day, where told within a few days. */
function dayOf(told: ToldAct): Days | undefined {
  const days = dayOfRole(told, 'on', 'from')
  return days?.earliest && days.latest && daysBetween(days.earliest, days.latest) <= 6 ? days : undefined
}

const isReal = ({ claim }: ToldAct) => isActual(claim.evidence.modality)
const wordsOf = once((told: ToldAct): readonly string[] =>
  contentWords(told.claim.body.object?.text ?? '').filter((word) => !GENERIC.has(word) && !/^\d/.test(word)),
)

/** What stands between the sentences of a quote. */
const BETWEEN = ' … '

/** The count of a vote, its numbers as written with a dash between: "221-204", "2,980-871", "71-29 %", "88 %". */
function countOf(told: ToldAct): string | undefined {
  const { roles, quote, spans } = told.claim.evidence
  const { count } = roles
  if (!count) return undefined
  // Where several sentences tell it, the quote holds them with a mark of three between.
  let before = 0
  for (const { start, end } of spans) {
    if (start <= count.start && count.end <= end) {
      before -= start
      break
    }
    before += end - start + BETWEEN.length
  }
  const words = quote.slice(count.start + before, count.end + before)
  const numbers = words.match(/\d+(?:[.,]\d+)*/g)?.join('-')
  return numbers && /%|per ?cent/i.test(words) ? `${numbers} %` : numbers
}

function isOne(a: ToldAct, b: ToldAct, isDated: boolean): boolean {
  const [first, second] = [a.claim.body.type, b.claim.body.type]
  // What one did on one day, told by another verb in much the same words: "checked into", "entered".
  const retold = isEvent(first) && isEvent(second) && sharesDoer(a, b) && sentencesAlike(a, b)
  if (first !== second && first !== familyOf(first) && second !== familyOf(second) && !retold) return false
  if (a.claim.evidence.polarity !== b.claim.evidence.polarity) return false
  if (!meets(a, b) && !sentencesAlike(a, b)) return false
  const counts = [countOf(a), countOf(b)]
  if (counts[0] && counts[1]) return counts[0] === counts[1]
  if (SINGLE.has(familyOf(first))) return sameThing(a, b)
  // One verb of one doer on one day is one thing that happened.
  if (retold || (isEvent(first) && isDated && sharesDoer(a, b))) return true
  if (numbersDiffer(a, b)) return false
  const words = [wordsOf(a), wordsOf(b)] as const
  const isOpen = words[0].length === 0 || words[1].length === 0
  if (isOpen ? isDated : overlap(words[0], words[1]) >= (isDated ? 0.34 : 0.5)) return true
  return !DECIDED.has(familyOf(first)) && sentencesAlike(a, b)
}

/** What is done beside a full stop of work: "the overtime ban" is no "strike". */
const IN_PART = /\b(?:overtime|go-slow|slowdown|slow-down|work-to-rule)\b/i
const thingOf = ({ claim: { body } }: ToldAct): string =>
  [body.object?.text, body.words?.text].join(' ').trim()
const sameThing = (a: ToldAct, b: ToldAct): boolean => {
  const [left, right] = [thingOf(a), thingOf(b)]
  return left === '' || right === '' || IN_PART.test(left) === IN_PART.test(right)
}

function sharesDoer(a: ToldAct, b: ToldAct): boolean {
  const [left, right] = [a.claim.body.actor, b.claim.body.actor]
  return left.length > 0 && left.some(({ id }) => right.some((other) => other.id === id))
}

/** Of these there may be two a day, told in nearly the same words. */
const DECIDED: ReadonlySet<string> = new Set(['vote', 'sign', 'veto'])
/** Share of the shorter sentence's words, and of the words of both, from which two sentences tell one deed. */
const SHORTER = 0.3
const BOTH = 0.12
/** Tellings of a group that a further one is compared with. */
const COMPARED = 3

const wordsAround = once((told: ToldAct): readonly string[] => contentWords(told.claim.evidence.quote))

function sentencesAlike(a: ToldAct, b: ToldAct): boolean {
  const [left, right] = [wordsAround(a), wordsAround(b)]
  return overlap(left, right) >= SHORTER && likeness(left, right) >= BOTH
}

/** Both say how many, and no number is in both: "three boats", "five boats". */
function numbersDiffer(a: ToldAct, b: ToldAct): boolean {
  const numbers = ({ claim }: ToldAct): string[] => claim.body.object?.text.match(/\d[\d,.]*/g) ?? []
  const [left, right] = [numbers(a), numbers(b)]
  return left.length > 0 && right.length > 0 && !left.some((one) => right.includes(one))
}

/**
 * Days between two tellings that may be one: either lies within a day of the first of a group, whose own days are seven
 * at most.
 */
const FARTHEST = 9

/**
 * An act is found by its own keys, and looks for others by those it asks: a family of acts (a verb or a doer), a stretch
 * of days, and a doer. One told of nobody looks for all.
 */
export function actKeys(told: ToldAct): { readonly own: string[]; readonly asks: string[] } {
  const day = dayOf(told)?.earliest ?? told.placed.published.latest
  const times = day === undefined ? ['ever'] : stretchesOf({ earliest: day, latest: day }, FARTHEST)
  const { type, actor } = told.claim.body
  // Of all that only happened, what is one has one verb or one doer.
  const kinds = isEvent(type) ? [type, ...actor.map(({ id }) => `event by ${id}`)] : [familyOf(type)]
  const doers = doersOf(told)
  const keys = (whose: readonly string[]) =>
    kinds.flatMap((kind) => times.flatMap((time) => whose.map((doer) => `act|${kind}|${time}|${doer}`)))
  return { own: keys([...doers, ANYONE]), asks: keys(doers[0] === '' ? [ANYONE] : [...doers, '']) }
}

/** Stands for every doer. */
const ANYONE = '*'

/** Whether the one may join the other, or a group that the other is in. */
export const mayBeOneAct = (a: ToldAct, b: ToldAct): boolean =>
  mayBeOfOne(a, b) && (isOne(a, b, true) || isOne(a, b, false))

const fits = ({ told }: Group, one: ToldAct, isDated: boolean): boolean =>
  told.slice(0, COMPARED).some((each) => mayBeOfOne(each, one) && isOne(each, one, isDated))

/** Whether two acts may have one doer: they name one in common, or one of them names nobody. */
function mayBeOfOne(a: ToldAct, b: ToldAct): boolean {
  const [left, right] = [doersOf(a), doersOf(b)]
  return left[0] === '' || right[0] === '' || left.some((key) => right.includes(key))
}

/** Whether the two name somebody it is done to in common, or one names nobody. */
function meets(a: ToldAct, b: ToldAct): boolean {
  const [left, right] = [a.claim.body.recipient, b.claim.body.recipient]
  return left.length === 0 || right.length === 0 || left.some((one) => right.some(({ id }) => id === one.id))
}

const named = (refs: readonly Ref[]) => refs.filter(({ id }) => !id.startsWith('phrase:'))

/** Keys of who does it: ids of those named, and the words of their names; "" where nobody is. */
const doersOf = once((told: ToldAct): readonly string[] => {
  const family = familyOf(told.claim.body.type)
  if (SINGLE.has(family) && family !== 'strike') return ['']
  // "The actress checked in": who is told without a name may be anyone who did it.
  const { type, actor } = told.claim.body
  const open =
    family === 'strike' && actor.every(({ id, name }) => id.startsWith('phrase:') && ANYBODY.test(name))
  const actors = open ? [] : isEvent(type) ? named(actor) : actor
  const keys = actors.flatMap(({ id, name }) => [
    id,
    ...contentWords(name).filter((word) => !TITLES.has(word)),
  ])
  return keys.length === 0 ? [''] : [...new Set(keys)]
})

/** Who strikes, in words that may stand for any of them. */
const ANYBODY = /^(?:the )?(?:\w+ )?(?:unions?|workers|members|staff|employees|crews?|strikers|federation)$/i

const TITLES: ReadonlySet<string> = new Set(
  'president minister prime secretary senator sen rep mr mrs ms dr government union party state united'.split(
    ' ',
  ),
)

/** Blocks of one family of acts; within it day and doer lead to the groups that a telling may join. */
export function assembleActs(told: readonly ToldAct[]): EntryDraft<'act'>[] {
  return byBlock(told, ({ claim }) => familyOf(claim.body.type)).flatMap((block) =>
    groupsOf(block).map(({ told: group }) => entryOf(group)),
  )
}

function groupsOf(block: readonly ToldAct[]): Group[] {
  const groups: Group[] = []
  const known = new Map<string, Group[]>()
  const near = (from: Day, to: Day, one: ToldAct): Group[] => {
    const found = new Set<Group>()
    const doers = doersOf(one)
    for (let day = from; day <= to; day = day === '' ? '~' : addDays(day, 1))
      for (const doer of doers[0] === '' ? ['*'] : [...doers, ''])
        for (const group of known.get(`${day}|${doer}`) ?? []) found.add(group)
    return [...found]
  }
  const add = (one: ToldAct, day: Day) => {
    const group: Group = { told: [one] }
    groups.push(group)
    for (const doer of [...doersOf(one), '*']) {
      const key = `${day}|${doer}`
      const there = known.get(key)
      if (there) there.push(group)
      else known.set(key, [group])
    }
  }
  const dated = block
    .filter((one) => dayOf(one))
    .sort((a, b) => named(b.claim.body.actor).length - named(a.claim.body.actor).length)
  for (const one of dated) {
    const { earliest, latest } = dayOf(one) as { earliest: Day; latest: Day }
    const home = near(addDays(earliest, -APART), addDays(latest, APART), one).find((group) =>
      fits(group, one, true),
    )
    if (home) home.told.push(one)
    else add(one, earliest)
  }
  for (const one of block) {
    if (dayOf(one)) continue
    const out = one.placed.published.latest
    const fitting =
      out === undefined ? near('', '', one) : near(addDays(out, -LATELY), addDays(out, LATELY), one)
    const home = fitting.find((group) => isReal(group.told[0]!) === isReal(one) && fits(group, one, false))
    if (home) home.told.push(one)
    else add(one, out ?? '')
  }
  return groups
}

function entryOf(group: readonly ToldAct[]): EntryDraft<'act'> {
  const types = group.map((one) => one.claim.body.type)
  const exact = types.filter((one) => one.includes(':'))
  const type = mostTold(exact.length > 0 ? exact : types, (one) => one)!
  const ofType = group.filter((one) => one.claim.body.type === type)
  const isBy = (one: ToldAct) => one.claim.body.actor.length > 0
  // What was done is told in its own words, not in those of the plan.
  const lead = fullest(ofType.filter((one) => isBy(one) && isReal(one))) ?? ofType.find(isBy) ?? ofType[0]!
  const { plover, actor, words } = lead.claim.body
  const recipients = new Map(group.flatMap((one) => one.claim.body.recipient).map((ref) => [ref.id, ref]))
  const on = narrowestOf(group.map((one) => dayOfRole(one, 'on', 'from')))
  const object = mostTold(
    group.flatMap((one) => one.claim.body.object?.text ?? []),
    (text) => text,
  )
  const inResponseTo = mostTold(
    group.flatMap((one) => one.claim.body.inResponseTo?.text ?? []),
    (text) => text,
  )
  const place = group.find((one) => one.claim.body.place)?.claim.body.place
  const count = mostTold(
    group.flatMap((one) => countOf(one) ?? []),
    (text) => text,
  )
  return {
    kind: 'act',
    told: group,
    body: {
      type,
      ...(plover ? { plover } : {}),
      actor,
      recipient: [...recipients.keys()].sort().map((id) => recipients.get(id)!),
      ...(object ? { object } : {}),
      ...(words ? { words: words.text } : {}),
      ...(count ? { count } : {}),
      ...(place ? { place } : {}),
      ...(inResponseTo ? { inResponseTo } : {}),
      ...(on ? { on } : {}),
    },
    valid: on ? { from: on, to: on } : {},
    key: `act|${type}|${ids(actor)}|${[...recipients.keys()].sort().join('+')}|${on?.earliest ?? ''}|${object ?? ''}`,
    mergedBy: group.length === 1 ? 'told once' : reasonOf(group, on),
  }
}

/** The first telling; of what is told in its own words the one with most of them, before a headline's. */
const fullest = (tellings: readonly ToldAct[]): ToldAct | undefined => {
  const length = ({ claim: { body } }: ToldAct) =>
    /^(?:strike|lockout|rule)/.test(body.type) ? (body.words?.text.length ?? 0) : 0
  return tellings.reduce<ToldAct | undefined>(
    (best, one) => (best === undefined || length(one) > length(best) ? one : best),
    undefined,
  )
}

/** Why these are one, with the words that the first two have in common. */
function reasonOf(group: readonly ToldAct[], on: Days | undefined): string {
  const [first, second] = group as [ToldAct, ToldAct]
  const other = new Set(wordsAround(second))
  const shared = [...new Set(wordsAround(first))].filter((word) => other.has(word)).slice(0, 6)
  const when = on ? `days within ${APART} of ${on.earliest}` : `reports within ${LATELY} days`
  return `same kind of act and doer, ${when}${shared.length > 0 ? `, words in common: ${shared.join(', ')}` : ''}`
}
