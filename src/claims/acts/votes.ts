// In: a scene. Out: votes told with their count ("voted 31-12 to adopt", "passed, 31 to 12, a bill"), however the parser hung the numbers.

import type { ClaimDay, Phrase } from '../../model/index.ts'
import { claimDay, roleOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { canAct, refsAt } from './actors.ts'
import { ballots } from './ballots.ts'
import { chambersAt } from './happenings.ts'
import { ploverAsTold } from './plover-root.ts'
import { type Count, countAt, countBefore, tallyOf } from './vote-counts.ts'
import { findVoteNouns } from './vote-nouns.ts'
import { findVoteShares } from './vote-shares.ts'
import { BILLS, VOTES, voteTo } from './vote-verbs.ts'

/** Told right behind a vote they tell another like it. */
const FOLLOWS: ReadonlySet<string> = new Set(['follow'])
const TURNED: ReadonlySet<string> = new Set(['reject', 'defeat', 'block', 'kill', 'strip', 'against', 'down'])
/** Tokens behind its verb in which a count is looked for. */
const REACH = 30

/** Every vote verb with a count behind it in its clause or before it, or in the sentence after it; one act each. */
export function findVotes(scene: Scene): Found[] {
  const { sents } = scene.doc
  const found: Found[] = []
  for (const verb of scene.where('lemma', VOTES)) {
    const what = voteVerb(scene, verb)
    const count = what && countOf(scene, verb)
    const one = count && voteAt(scene, verb, what, count)
    if (one) found.push(one)
  }
  for (const verb of scene.where('lemma', FOLLOWS)) {
    const one = following(scene, verb, found)
    if (one) found.push(one)
  }
  const told = new Set(found.map(({ trigger }) => trigger))
  for (let sentence = 0; sentence < sents.length; sentence++) {
    const one = tallied(scene, sentence, told)
    if (one) found.push(one)
  }
  const sentences = new Set(
    found.flatMap((one) => [scene.sentenceOf(one.trigger), ...(one.alsoSentences ?? [])]),
  )
  const nouns = findVoteNouns(scene, sentences)
  for (const one of nouns) sentences.add(scene.sentenceOf(one.trigger))
  const shares = findVoteShares(scene, sentences)
  return [...found, ...nouns, ...shares, ...ballots(scene, sentences)]
}

/** The count behind the verb, none where another vote verb stands before it; else the one told before both. */
function countOf(scene: Scene, verb: number): Count | undefined {
  const { lemma, lower } = scene.doc.tokens
  const { first, last } = scene.doc.sents[scene.sentenceOf(verb)]!
  const end = Math.min(last, verb + REACH)
  const isOther = (at: number) =>
    VOTES.has(lemma[at]!) &&
    lower[at] !== 'vote' &&
    scene.grammar.isVerb(at) &&
    scene.grammar.subjects(at).length > 0
  for (let at = verb + 1; at < end && !isOther(at); at++) {
    const count = countAt(scene, verb, at, end)
    if (count) return count
  }
  return countBefore(scene, verb, Math.max(first, verb - REACH))
}

/** "…, and the lower house followed hours later, 285-144": the same vote as the one told right before. */
function following(scene: Scene, verb: number, votes: readonly Found[]): Found | undefined {
  const { sent } = scene.doc.tokens
  if (!scene.grammar.isVerb(verb)) return undefined
  const before = votes.findLast(({ trigger }) => trigger < verb && sent[verb]! - sent[trigger]! < 2)
  const count = before && countOf(scene, verb)
  const what = before && voteVerb(scene, before.trigger)
  const one = count && what && voteAt(scene, verb, what, count)
  if (!one || !('actor' in one.body) || one.body.actor.length === 0 || !('actor' in before.body))
    return undefined
  const { object, type } = before.body
  return {
    ...one,
    body: { ...one.body, type, ...(object ? { object } : {}) },
    roles: { count: one.roles!.count! },
  }
}

/** "The chamber passed the bill on Tuesday. The vote was 227-203.": the vote told right before is told with its count. */
function tallied(scene: Scene, sentence: number, told: ReadonlySet<number>): Found | undefined {
  const count = sentence === 0 ? undefined : tallyOf(scene, sentence)
  if (!count) return undefined
  const { sents } = scene.doc
  for (let verb = sents[sentence]!.first - 1; verb >= sents[Math.max(0, sentence - 2)]!.first; verb--) {
    const what = voteVerb(scene, verb)
    if (!what) continue
    const one = told.has(verb) ? undefined : voteAt(scene, verb, what, count)
    return one && { ...one, alsoSentences: [sentence] }
  }
  return undefined
}

const voteVerb = (scene: Scene, token: number): readonly [string, string] | undefined => {
  const what = VOTES.get(scene.doc.tokens.lemma[token]!)
  // "Confirmed that two of his members were ill": said, not voted.
  const isSaid =
    scene.doc.tokens.lemma[token] === 'confirm' && scene.grammar.dependents(token, 'ccomp').length > 0
  return what && scene.grammar.isVerb(token) && !isSaid ? what : undefined
}

function voteAt(
  scene: Scene,
  verb: number,
  [type, plover]: readonly [string, string],
  count: Count,
): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { lemma, lower } = doc.tokens
  const inside = (token: number) => token >= count.first && token <= count.last
  // "Failed to pass the bill, 49-51": voted down.
  const failed = grammar.governor(verb)
  const isFailed = failed >= 0 && lemma[failed] === 'fail' && doc.tokens.dep[verb] === 'xcomp'
  const epistemics = scene.epistemics(isFailed ? failed : verb)
  const { polarity, modality } = epistemics
  if (modality === 'hypothetical' || polarity === 'denied') return undefined
  const all = grammar.subjects(verb)
  const chambers = grammar.isPassive(verb) ? [] : chambersAt(scene, verb)
  // "It passed the senate": whatever passes a chamber is what was voted on.
  const passes = type === 'vote: pass' && chambers.some((token) => grammar.objects(verb).includes(token))
  const bill = grammar.isPassive(verb)
    ? undefined
    : all.find((token) => BILLS.has(lemma[token]!) || (passes && !canAct(scene, token)))
  if (lemma[verb] === 'fail' && bill === undefined) return undefined
  const objects = grammar.objects(verb).filter((token) => !inside(token) && !fillers.timeAt(token))
  const subjects = (bill === undefined ? all : passes ? chambers : objects).filter((token) =>
    canAct(scene, token),
  )
  const isOwn = subjects.length > 0 || bill !== undefined || grammar.isPassive(verb)
  const voters = subjects.length > 0 || bill === undefined ? subjects : chambers
  const actor = refsAt(scene, isOwn ? voters : nearestBefore(scene, verb))
  const clause = grammar
    .dependents(verb, 'xcomp', 'ccomp', 'advcl')
    .concat(
      grammar.dependents(count.first, 'acl', 'xcomp', 'advcl'),
      grammar.dependents(count.last, 'acl', 'xcomp'),
      // "By a 3-to-1 margin to accept it".
      MARGINS.has(lemma[count.last + 1] ?? '')
        ? grammar.dependents(count.last + 1, 'acl', 'xcomp', 'advcl')
        : [],
    )
    .find((token) => token > verb && grammar.isVerb(token) && !isBeside(scene, token))
  // "Voted 98 to 61 for the bill"
  const on = type === 'vote' ? votedOn(scene, verb, count) : []
  const thing =
    bill ??
    objects[0] ??
    on.find((token) => BILLS.has(lemma[token]!)) ??
    (clause === undefined ? billBehind(scene, count) : undefined)
  const object =
    thing !== undefined
      ? upToCount(scene, thing, verb, count)
      : clause !== undefined
        ? behindCount(scene, clause, count)
        : undefined
  if (actor.length === 0 && !object) return undefined
  const words = [lower[verb + 1]!, clause === undefined ? '' : lemma[clause]!]
  const voted = type === 'vote' && clause !== undefined ? voteTo(lemma[clause]!) : undefined
  const side =
    lower[count.last + 1] === 'against' ? 'against' : favourOf(scene, count) === undefined ? '' : 'for'
  const against =
    isFailed || (type === 'vote' && (side === 'against' || words.some((word) => TURNED.has(word))))
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/vote@1',
    ...(isFailed ? { epistemics } : {}),
    body: {
      type: against ? 'vote: reject' : (voted ?? (type === 'vote' && side === 'for' ? 'vote: pass' : type)),
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

/** The "favour" of "98 percent in favour of the merger", right behind a count. */
const favourOf = ({ doc: { tokens } }: Scene, count: Count): number | undefined =>
  tokens.lower[count.last + 1] === 'in' && /^favou?r$/.test(tokens.lower[count.last + 2] ?? '')
    ? count.last + 2
    : undefined

const MARGINS: ReadonlySet<string> = new Set(['margin', 'vote', 'majority'])

/** "Voted 98 to 61 for the bill", "98 percent in favour of the merger". */
function votedOn(scene: Scene, verb: number, count: Count): number[] {
  const { grammar } = scene
  const favour = favourOf(scene, count)
  return [
    ...['for', 'on', 'against'].flatMap((word) => grammar.obliques(verb, word)),
    ...(favour === undefined ? [] : grammar.obliques(favour, 'of')),
  ]
}

/** "Approved, 245-176, a measure": what is voted on right behind the count. */
function billBehind({ doc }: Scene, count: Count): number | undefined {
  const { lemma, tag, sent } = doc.tokens
  for (let at = count.last + 1; at < count.last + 6 && sent[at] === sent[count.last]; at++) {
    if (BILLS.has(lemma[at]!) && tag[at] === 'NN') return at
    if (!/^(?:DT|JJ|NN|VBN|,|-RRB-|CD)$/.test(tag[at]!)) return undefined
  }
  return undefined
}

/** "To table the amendment" of "voted, 54-46, to table the amendment". */
function behindCount({ grammar, fillers, doc }: Scene, clause: number, count: Count): Phrase {
  const { first, last } = grammar.phrase(clause, 'clause')
  const isAround = first <= count.first && clause > count.last
  const to = doc.tokens.lower[clause - 1] === 'to' ? clause - 1 : clause
  return fillers.phraseOf(isAround ? to : first, last, clause)
}

/** What is voted on, without the verb or count behind it: "the bill" of "the bill in a 51-49 vote". */
function upToCount({ doc, grammar, fillers }: Scene, thing: number, verb: number, count: Count): Phrase {
  const { first, last: end } = grammar.phrase(thing, 'short')
  let last = thing < count.first ? Math.min(end, count.first - 1) : end
  if (thing < verb) last = Math.min(last, verb - 1)
  // "The bill, which passed": the clause is told by the vote.
  for (let at = thing + 1; at <= last; at++) if (/^W/.test(doc.tokens.tag[at]!)) last = at - 1
  while (last > thing && /^(?:by|in|on|with|of|an?|the|votes?|,|\()$/.test(doc.tokens.lower[last]!)) last--
  return fillers.phraseOf(first, last, thing)
}

/** "after removing a clause": what went with the vote, not what was voted on. */
const isBeside = ({ grammar, doc }: Scene, token: number): boolean =>
  grammar
    .dependents(token, 'mark', 'case')
    .some((mark) =>
      /^(after|before|while|when|by|as|since|with|because|although|though|despite)$/.test(
        doc.tokens.lower[mark]!,
      ),
    )

/** The last somebody before the verb in its sentence. */
function nearestBefore(scene: Scene, verb: number): number[] {
  const first = scene.doc.sents[scene.sentenceOf(verb)]!.first
  for (let at = verb - 1; at >= first; at--) if (canAct(scene, at)) return [at]
  return []
}

/** Days attached to verb or count; else the one that stands between them or right beside. */
function daysOf(scene: Scene, verb: number, count: Count): ClaimDay[] {
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
