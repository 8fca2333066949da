// In: an event and the times of its sentence. Out: whether it is an older event retold.

import type { Range } from '../../model/range.ts'
import { type TimeExpression, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'

/** Words of a clause on either side in which a time counts for an event. */
const REACH = 12

/**
 * True for a past event set in an earlier year, or months and years back: "in 2020", "last year", "three years ago".
 * `told` is what the event, a verb of saying, tells.
 */
export function isRetold(draft: Draft, event: number, past: boolean, told: readonly Range[] = []): boolean {
  if (!past) return false
  const sent = draft.sents[draft.tokens.sent[event]!]!
  for (const time of timesIn(draft, sent.first, sent.last)) {
    // "Said it had paid in 2020": the year of what is said.
    if (told.some(({ start, end }) => start <= time.start && time.end <= end)) continue
    if (Math.min(Math.abs(time.first - event), Math.abs(time.last - event)) > REACH) continue
    if (!isLongAgo(time) || isAhead(draft, time, event) || isOfThing(draft, time, event)) continue
    if (!isOfOther(draft, time, event)) return true
  }
  return false
}

/** "Who will preside in 2019": a time of a verb that lies ahead is none of a past event. */
function isAhead({ tokens }: Draft, time: TimeExpression, event: number): boolean {
  const { dep, head, lower, tag } = tokens
  let verb = time.last - 1
  for (let steps = 0; steps < 8 && head[verb]! >= 0 && !tag[verb]!.startsWith('VB'); steps++)
    verb = head[verb]!
  if (verb === event || tag[verb] !== 'VB') return false
  for (let at = Math.max(0, verb - 6); at < verb; at++)
    if (
      head[at] === verb &&
      dep[at]!.startsWith('aux') &&
      /^(?:will|shall|'ll|would|may|could)$/.test(lower[at]!)
    )
      return true
  return false
}

const WHEN: ReadonlySet<string> = new Set(
  'in during at before after since by until from over throughout within'.split(' '),
)

/** What is done to a thing made before: "rescinded the 2012 order", "lifted the 2014 sanctions". */
const UNDOES: ReadonlySet<string> = new Set(
  'abandon amend annul cancel defy dismantle ditch end extend lift overturn quit reimpose renegotiate renew reopen repeal replace rescind restore revive revoke scrap suspend tear terminate throw undo uphold violate void withdraw'.split(
    ' ',
  ),
)

/** "The war of 2010", "his 2016 promises": a year that only says which thing is meant; "during the 2016 race" says when. */
function isOfThing(draft: Draft, { first, last }: TimeExpression, event: number): boolean {
  const { dep, head, lower, pos } = draft.tokens
  let top = first
  for (let at = first; at < last; at++) if (head[at]! < first || head[at]! >= last) top = at
  const noun = head[top]!
  if (dep[top] === '' || noun < 0 || noun === event || !/^(?:NOUN|PROPN)$/.test(UPOS[pos[noun]!]!))
    return false
  const saysWhen = (token: number): boolean => {
    for (let at = Math.max(0, token - 7); at < token; at++)
      if (head[at] === token && dep[at] === 'case' && WHEN.has(lower[at]!)) return true
    return false
  }
  if (saysWhen(top) || saysWhen(noun) || lower[last] === "'s") return false
  for (let at = Math.max(0, top - 3); at < top; at++)
    if (head[at] === top && dep[at] === 'case' && lower[at] === 'of') return true
  if (UNDOES.has(draft.tokens.lemma[event]!)) return true
  // "Lost the 2006 race and left": the race is what the event is about.
  for (let at = event, steps = 0; at >= 0 && steps < 5; at = head[at]!, steps++)
    if (at === noun || (head[noun] === at && /^(?:obj|nsubj|obl)/.test(dep[noun]!))) return false
  return true
}

/** "A levy that she fought in 2016": the year of a relative clause is not that of the verb it stands beside. */
function isOfOther({ tokens }: Draft, { last }: TimeExpression, event: number): boolean {
  const { dep, head } = tokens
  let clause = last - 1
  for (let steps = 0; clause >= 0 && steps < 12 && dep[clause] !== 'acl:relcl'; steps++)
    clause = head[clause]!
  if (clause < 0 || dep[clause] !== 'acl:relcl') return false
  for (let at = event, steps = 0; at >= 0 && steps < 12; at = head[at]!, steps++)
    if (at === clause) return false
  return true
}

function* timesIn(draft: Draft, first: number, last: number): Generator<TimeExpression> {
  const { times } = draft
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.first < first) low = middle + 1
    else high = middle
  }
  for (let k = low; k < times.length && times[k]!.first < last; k++) yield times[k]!
}

function isLongAgo(time: TimeExpression): boolean {
  if (time.type !== 'DATE') return false
  const shift = time.relative?.kind === 'shift' ? time.relative : undefined
  if (shift) return shift.count < 0 && /^(?:month|quarter|year|decade|century)$/.test(shift.unit)
  return (
    time.value !== undefined &&
    /^\d{4}$/.test(time.value) &&
    time.relation !== 'by' &&
    time.relation !== 'until'
  )
}
