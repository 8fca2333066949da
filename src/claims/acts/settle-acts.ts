// In: all finds of a report. Out: the same without plain acts that a more specific one tells, each act with its PLOVER root.

import type { Name } from '../../language/doc.ts'
import type { ActBody, Modality, Polarity, Ref, ThreadPart } from '../../model/index.ts'
import { firstWhere } from '../../model/range.ts'
import { standingFor } from '../rounds/meeters.ts'
import { leaving } from '../rounds/round-days.ts'
import { phrasal } from '../rounds/round-verbs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { ploverAsTold, ploverOfThread } from './plover-root.ts'

/**
 * One event of a sentence is said once: a plain act beside one that moves a thread (the meeting a round, "impose" a
 * measure) goes into that one, which takes over the places of who and whom.
 */
export function settleActs(scene: Scene, found: readonly Found[]): Found[] {
  const plain = found.filter(isPlain)
  const happenings = new Map(plain.filter((one) => !isByWords(one)).map((one) => [one.trigger, one]))
  const byWords = new Map(plain.filter(isByWords).map((one) => [one.trigger, one]))
  const threats = new Set(plain.filter((one) => bodyOf(one).plover === 'THREATEN').map((one) => one.trigger))
  // A vow of harm is a threat, no commitment.
  const others = found.filter(
    (one) => !isPlain(one) && !(bodyOf(one).about?.thread === 'commitment' && threats.has(one.trigger)),
  )
  const threads = others.filter((one) => bodyOf(one).about).sort((a, b) => a.trigger - b.trigger)
  const told = new Map<Found, Found>()
  const settled: Found[] = []
  for (const one of plain) {
    if (isByWords(one) && isToldAbove(scene, one, happenings)) continue
    // A vote on a deal is an act of its chamber beside what becomes of the deal.
    const specific = isVote(one) ? [] : besideOf(scene, threads, one)
    for (const thread of specific) if (told.get(thread)?.trigger !== thread.trigger) told.set(thread, one)
    if (specific.length === 0) settled.push(isByWords(one) ? one : withSides(one, byWords.get(one.trigger)))
  }
  const names = namesBySentence(scene)
  return [...others.map((one) => withRoot(scene, one, told.get(one), names)), ...settled]
}

/** Told by the same verb as what happens to a thing, or by the noun that verb carries: "tendered his resignation". */
const isToldAbove = (scene: Scene, one: Found, happenings: ReadonlyMap<number, Found>): boolean => {
  const above = happenings.get(scene.doc.tokens.head[one.trigger]!)
  return happenings.has(one.trigger) || (above !== undefined && bodyOf(above).type === bodyOf(one).type)
}

/** What happens to a thing, with root, recipient and words of the act that its verb tells besides. */
function withSides(one: Found, act: Found | undefined): Found {
  if (!act) return one
  const { plover, actor = [], recipient = [], words } = bodyOf(act)
  const own = bodyOf(one)
  return {
    ...one,
    body: {
      ...one.body,
      ...(own.plover === undefined && plover !== undefined ? { plover } : {}),
      ...(own.actor?.length ? {} : { actor }),
      ...(own.recipient?.length ? {} : { recipient }),
      ...(own.words === undefined && words !== undefined ? { words } : {}),
    } as Found['body'],
    roles: { ...act.roles, ...one.roles },
  }
}

/** Tokens on either side of an act within which its sentence may tell the same of a thread. */
const BESIDE = 200

/** Those of the threads' acts, in order of their words, that tell what a plain act of their sentence tells. */
function besideOf(scene: Scene, threads: readonly Found[], one: Found): Found[] {
  const first = firstWhere(threads.length, (at) => threads[at]!.trigger >= one.trigger - BESIDE)
  const found: Found[] = []
  for (let at = first; at < threads.length && threads[at]!.trigger <= one.trigger + BESIDE; at++) {
    const thread = threads[at]!
    const same = scene.sentenceOf(thread.trigger) === scene.sentenceOf(one.trigger)
    if (same && tellsSame(scene, one, thread)) found.push(thread)
  }
  return found
}

const bodyOf = (one: Found): Partial<ActBody> => one.body as Partial<ActBody>
/** Whether only the lists of verbs and nouns tell it: what happens to a thing by the same verb says more. */
export const isByWords = (one: Found): boolean => /^act\/(verb|noun)@/.test(one.foundBy)
/** Told in the report's own verb: its doers are whatever stands before that. */
const isOwnWords = (one: Found): boolean => one.foundBy.startsWith('act/dated')
const isVote = (one: Found): boolean => bodyOf(one).type?.startsWith('vote') === true
const isPlain = (one: Found): boolean => one.kind === 'act' && one.foundBy.startsWith('act/')

function tellsSame(scene: Scene, plain: Found, thread: Found): boolean {
  if (thread.trigger === plain.trigger) return true
  const { about } = bodyOf(thread)
  if (about?.thread === 'round' && isOfMeeting(scene, plain.trigger, thread.trigger)) return true
  const root = about && ploverOfThread(about)
  const epistemics = scene.epistemics(plain.trigger)
  const same =
    root !== undefined &&
    ploverAsTold(root, epistemics.polarity, epistemics.modality) === bodyOf(plain).plover
  if (!same) return false
  const { tokens } = scene.doc
  const at = tokens.start[thread.trigger]!
  const inside = Object.entries(plain.roles ?? {}).some(
    ([name, span]) => name.startsWith('object') && span.start <= at && at < span.end,
  )
  // "Closed its ports after Peru seized two ships": another deed, with a doer of its own.
  const isApart =
    /^advcl/.test(tokens.dep[plain.trigger]!) &&
    scene.grammar.dependents(plain.trigger, 'nsubj', 'nsubj:pass').length > 0
  const isBelow = tokens.head[plain.trigger] === thread.trigger && !isApart
  return inside || tokens.head[thread.trigger] === plain.trigger || isBelow
}

/** "Two days of talks broke up", "ended a round", "parted after talks": what the verb tells is how the meeting went. */
function isOfMeeting(scene: Scene, verb: number, meeting: number): boolean {
  const { dep, head, lemma } = scene.doc.tokens
  const standing = standingFor(scene, meeting)
  const phases = scene.rows('round-phases')
  const isDone = head[standing] === verb && /^(?:nsubj|obj)/.test(dep[standing]!)
  return isDone
    ? [lemma[verb]!, phrasal(scene, verb)].some((one) => phases.has(one))
    : leaving(scene, meeting) === verb
}

type NamesBySentence = ReadonlyMap<number, readonly Name[]>

function namesBySentence({ doc }: Scene): NamesBySentence {
  const names = new Map<number, Name[]>()
  for (const name of doc.names) {
    const sentence = doc.tokens.sent[name.first]!
    const list = names.get(sentence)
    if (list) list.push(name)
    else names.set(sentence, [name])
  }
  return names
}

function withRoot(scene: Scene, one: Found, plain: Found | undefined, names: NamesBySentence): Found {
  const { about, plover } = bodyOf(one)
  if (one.kind !== 'act' || !about) return one
  const { polarity, modality } = one.epistemics ?? scene.epistemics(one.trigger)
  // A measure of no type of its own is what its verb says; what is stopped says it of others ("halted its aid").
  const own = about.thread === 'measure' && about.type === 'other' && plain ? bodyOf(plain).plover : undefined
  const ofThread =
    about.thread === 'measure' ? (plover ?? ploverOfThread(about)) : (ploverOfThread(about) ?? plover)
  const root = own ?? ofThread
  return {
    ...one,
    body: {
      ...one.body,
      ...(root === undefined ? {} : { plover: asTold(about, root, polarity, modality) }),
      ...(plain && !isOwnWords(plain) && !bodyOf(one).actor?.length ? { actor: bodyOf(plain).actor } : {}),
      ...(plain && !bodyOf(one).recipient?.length && isTowards(scene, about, plain)
        ? { recipient: bodyOf(plain).recipient }
        : {}),
      ...(plain && bodyOf(plain).inResponseTo && !bodyOf(one).inResponseTo
        ? { inResponseTo: bodyOf(plain).inResponseTo }
        : {}),
    } as Found['body'],
    roles: {
      ...(plain?.roles ?? placesOf(one, names.get(scene.sentenceOf(one.trigger)) ?? [])),
      ...one.roles,
    },
  }
}

/** What one promises to do for whom one names. */
const GIVES: ReadonlySet<string> = new Set(
  'help assist support aid pay give compensate supply protect defend back grant lend send repay reimburse consult inform'.split(
    ' ',
  ),
)

/**
 * Whether the recipient of a plain act is also that of its thread: of a measure its own target is; "agreed to help
 * Peru" is towards Peru, "agreed to pursue talks with Peru" does not tell to whom it was promised.
 */
function isTowards(scene: Scene, about: ThreadPart, plain: Found): boolean {
  if (about.thread === 'measure') return false
  if (about.thread !== 'commitment') return true
  const span = plain.roles?.recipient
  if (!span) return false
  const { dep, head, lemma } = scene.doc.tokens
  const at = tokenAt(scene, span.start)
  return /^i?obj$/.test(dep[at] ?? '') && (head[at] === plain.trigger || GIVES.has(lemma[head[at]!] ?? ''))
}

/** Where the sides of an act stand in its sentence, by their names. */
function placesOf(one: Found, here: readonly Name[]): Record<string, { start: number; end: number }> {
  const { actor = [], recipient = [] } = bodyOf(one)
  const places = (role: string, refs: readonly Ref[]) =>
    refs.flatMap((ref, n) => {
      const name = here.find(({ id }) => id === ref.id) ?? here.find(({ of }) => of === ref.id)
      return name ? [[n === 0 ? role : `${role}${n + 1}`, { start: name.start, end: name.end }] as const] : []
    })
  return Object.fromEntries([...places('actor', actor), ...places('recipient', recipient)])
}

/** An agreement not reached is refused; else as any act. */
const asTold = (about: ThreadPart, root: string, polarity: Polarity, modality: Modality): string =>
  about.thread === 'agreement' && polarity === 'denied' ? 'REJECT' : ploverAsTold(root, polarity, modality)
