// In: a scene. Out: votes told with their count ("voted 31-12 to adopt", "passed, 31 to 12, a bill"), however the parser hung the numbers.

import type { ClaimDay } from '../../model/index.ts'
import { claimDay, roleOf } from '../attached-days.ts'
import { nearby } from '../nearby.ts'
import type { Found, Scene } from '../scene.ts'
import { canAct, refsAt } from './actors.ts'
import { ploverAsTold } from './plover-root.ts'

/** Verbs told with a count: what the vote did. */
const VOTES: Readonly<Record<string, readonly [type: string, plover: string]>> = {
  vote: ['vote', 'SUPPORT'],
  pass: ['vote: pass', 'SUPPORT'],
  approve: ['vote: pass', 'SUPPORT'],
  adopt: ['vote: pass', 'SUPPORT'],
  clear: ['vote: pass', 'SUPPORT'],
  back: ['vote: pass', 'SUPPORT'],
  endorse: ['vote: pass', 'SUPPORT'],
  confirm: ['vote: pass', 'SUPPORT'],
  ratify: ['vote: ratify', 'SUPPORT'],
  reject: ['vote: reject', 'REJECT'],
  defeat: ['vote: reject', 'REJECT'],
  block: ['vote: reject', 'REJECT'],
  table: ['vote: reject', 'REJECT'],
}
const TURNED: ReadonlySet<string> = new Set(['reject', 'defeat', 'block', 'kill', 'strip', 'against', 'down'])
const NUMBER = /^\d{1,3}(?:,\d{3})*$/
const COUNT = /^\d{1,3}[-–]\d{1,3}$/
const DASH: ReadonlySet<string> = new Set(['-', '–', 'to'])
/** Tokens behind its verb in which a count is looked for. */
const REACH = 30

/** Every vote verb with a count behind it in its clause; one act each. */
export function findVotes(scene: Scene): Found[] {
  const { tokens, sents } = scene.doc
  const found: Found[] = []
  for (let verb = 0; verb < tokens.count; verb++) {
    const what = VOTES[tokens.lemma[verb]!]
    if (!what || !scene.grammar.isVerb(verb)) continue
    const end = Math.min(sents[scene.sentenceOf(verb)]!.last, verb + REACH)
    const count = countIn(scene, verb, end)
    if (!count) continue
    const one = voteAt(scene, verb, what, count)
    if (one) found.push(one)
  }
  return found
}

/** First and last token of the count; none where another vote verb stands before it. */
function countIn(scene: Scene, verb: number, end: number): { first: number; last: number } | undefined {
  const { form, lemma, lower } = scene.doc.tokens
  for (let at = verb + 1; at < end; at++) {
    if (
      VOTES[lemma[at]!] &&
      lower[at] !== 'vote' &&
      scene.grammar.isVerb(at) &&
      scene.grammar.subjects(at).length > 0
    )
      return undefined
    if (COUNT.test(form[at]!)) return { first: at, last: at }
    const shares = sharesAt(scene, verb, at, end)
    if (shares) return shares
    if (
      NUMBER.test(form[at]!) &&
      DASH.has(lower[at + 1] ?? '') &&
      NUMBER.test(form[at + 2] ?? '') &&
      at + 2 < end &&
      !scene.fillers.timeAt(at)
    )
      return { first: at, last: at + 2 }
    // "by 98 votes to 61"
    if (
      NUMBER.test(form[at]!) &&
      lemma[at + 1] === 'vote' &&
      lower[at + 2] === 'to' &&
      NUMBER.test(form[at + 3] ?? '') &&
      at + 3 < end
    )
      return { first: at, last: at + 3 }
  }
  return undefined
}

/** "by 71 percent to 29 percent" anywhere, "voted by 88 percent" and "voted 88 percent" beside the verb. */
function sharesAt(
  { doc, fillers }: Scene,
  verb: number,
  at: number,
  end: number,
): { first: number; last: number } | undefined {
  const { lower } = doc.tokens
  const shareFrom = (token: number) => {
    const quantity = token < end ? fillers.quantityAt(token) : undefined
    return quantity?.first === token && quantity.unit === '%' && !quantity.change ? quantity : undefined
  }
  const one = shareFrom(at)
  if (!one) return undefined
  const other = DASH.has(lower[one.last] ?? '') ? shareFrom(one.last + 1) : undefined
  if (other) return { first: at, last: other.last - 1 }
  const before = lower[at - 1] === 'by' ? at - 2 : at - 1
  return before === verb ? { first: at, last: one.last - 1 } : undefined
}

function voteAt(
  scene: Scene,
  verb: number,
  [type, plover]: readonly [string, string],
  count: { first: number; last: number },
): Found | undefined {
  const { grammar, fillers, doc } = scene
  const inside = (token: number) => token >= count.first && token <= count.last
  const { polarity, modality } = scene.epistemics(verb)
  if (modality === 'hypothetical' || polarity === 'denied') return undefined
  const subjects = grammar.subjects(verb).filter((token) => canAct(scene, token))
  const before = subjects.length > 0 || grammar.isPassive(verb) ? subjects : nearestBefore(scene, verb)
  const actor = refsAt(scene, before)
  const objects = grammar.objects(verb).filter((token) => !inside(token) && !fillers.timeAt(token))
  const clause = grammar
    .dependents(verb, 'xcomp', 'ccomp', 'advcl')
    .concat(
      grammar.dependents(count.first, 'acl', 'xcomp', 'advcl'),
      grammar.dependents(count.last, 'acl', 'xcomp'),
    )
    .find((token) => token > verb && grammar.isVerb(token) && !isBeside(scene, token))
  const object =
    objects[0] !== undefined
      ? fillers.phrase(objects[0], 'short')
      : clause !== undefined
        ? fillers.phrase(clause, 'clause')
        : undefined
  if (actor.length === 0 && !object) return undefined
  const words = [doc.tokens.lower[verb + 1]!, clause === undefined ? '' : doc.tokens.lemma[clause]!]
  const voted = type === 'vote' && clause !== undefined ? VOTES[doc.tokens.lemma[clause]!]?.[0] : undefined
  const against = type === 'vote' && words.some((word) => TURNED.has(word))
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/vote@1',
    body: {
      type: against ? 'vote: reject' : (voted ?? type),
      plover: ploverAsTold(against ? 'REJECT' : plover, polarity, modality),
      actor,
      recipient: [],
      ...(object ? { object } : {}),
    },
    days: daysOf(scene, verb, count),
    roles: {
      count: { start: doc.tokens.start[count.first]!, end: doc.tokens.end[count.last]! },
      ...(object ? { object: { start: object.start, end: object.end } } : {}),
    },
  }
}

/** "after removing a clause": what went with the vote, not what was voted on. */
const isBeside = ({ grammar, doc }: Scene, token: number): boolean =>
  grammar
    .dependents(token, 'mark', 'case')
    .some((mark) => /^(after|before|while|when|by|as|since)$/.test(doc.tokens.lower[mark]!))

/** The last somebody before the verb in its sentence. */
function nearestBefore(scene: Scene, verb: number): number[] {
  const first = scene.doc.sents[scene.sentenceOf(verb)]!.first
  for (let at = verb - 1; at >= first; at--) if (canAct(scene, at)) return [at]
  return []
}

/** Days attached to verb or count; else the one that stands between them or right beside. */
function daysOf(scene: Scene, verb: number, count: { first: number; last: number }): ClaimDay[] {
  const attached = scene.days([verb, count.first, count.last])
  if (attached.length > 0) return attached
  const beside = nearby(scene.doc.times, verb).find((time) =>
    time.last <= verb + 1 ? time.last >= verb - 1 : time.first <= count.last + 2 && time.first > verb,
  )
  return beside ? [claimDay(scene.doc, beside, roleOf(beside))] : []
}

/** The vote that a verb is the matter of: "voted 31-12 to ratify". */
export function votedOver(scene: Scene, token: number, votes: ReadonlyMap<number, Found>): Found | undefined {
  let up = scene.doc.tokens.head[token]!
  for (let steps = 0; up >= 0 && steps < 3; steps++) {
    const vote = votes.get(up)
    if (vote) return vote
    up = scene.doc.tokens.head[up]!
  }
  return undefined
}
