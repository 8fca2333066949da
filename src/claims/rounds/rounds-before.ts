// In: a meeting told by words that point back, those told before it in its report. Out: the sides, people and place it takes from them.
import type { RoundForm, RoundPart } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isGroupMeeting, sidesOf } from './meeters.ts'
import { moreToCome, phaseOf } from './round-holding.ts'

/** What a find tells of a round. */
export const partOf = (found: Found): RoundPart => (found.body as { about: RoundPart }).about

/**
 * The meeting that "such a meeting" or "that call" takes its people from, and "earlier sessions" their sides: told just
 * before, of the same form.
 */
export function toldBefore(scene: Scene, trigger: number, found: readonly Found[]): RoundPart | undefined {
  const { tokens } = scene.doc
  const words = scene.grammar
    .dependents(trigger, 'det', 'amod', 'det:predet')
    .map((token) => tokens.lower[token]!)
  const they = scene.grammar.isVerb(trigger)
    ? scene.grammar.subjects(trigger).some((token) => tokens.lower[token] === 'they')
    : false
  const same =
    they ||
    tokens.lower[trigger] === 'it' ||
    words.some((word) => word === 'such' || word === 'that' || word === 'this')
  const others = words.some((word) => EARLIER.has(word))
  const twos = isOfTheTwo(scene, trigger)
  const here = scene.sentenceOf(trigger)
  if (twos) {
    const last = found.findLast((one) => partOf(one).delegations.filter(({ party }) => party).length === 2)
    return last && sidesAlone(partOf(last))
  }
  if (!same && !others)
    return isOfNobody(scene, trigger) || moreToCome(scene, trigger) ? onlyPair(found) : undefined
  const last = found.findLast((one) =>
    others ? partOf(one).delegations.length > 1 : scene.sentenceOf(one.trigger) < here,
  )
  if (!last || here - scene.sentenceOf(last.trigger) > 2) return undefined
  return others ? sidesAlone(partOf(last)) : partOf(last)
}

/** "Talks broke off on Friday", "negotiators met on Monday": nobody is named, so it is of the sides that negotiate here. */
const isOfNobody = (scene: Scene, trigger: number): boolean =>
  scene.grammar.isVerb(trigger)
    ? isGroupMeeting(scene, trigger)
    : sidesOf(scene, trigger).length === 0 && /^(collapsed|ends|opens)$/.test(phaseOf(scene, trigger, 'held'))

/** The two sides of all meetings told so far, where they are the same two. */
export function onlyPair(found: readonly Found[]): RoundPart | undefined {
  const pairs = found.flatMap((one) => {
    const { delegations } = partOf(one)
    const named = delegations.filter(({ party }) => party)
    return named.length > 1
      ? [
          {
            one,
            key: named
              .map(({ party }) => party!.id)
              .sort()
              .join('+'),
            size: named.length,
          },
        ]
      : []
  })
  const [first] = pairs
  return first && pairs.every(({ key }) => key === first.key) ? sidesAlone(partOf(first.one)) : undefined
}

/** "Between the two presidents", nobody named: of the two sides that the report tells meetings of. */
const isOfTheTwo = ({ doc, grammar, fillers }: Scene, trigger: number): boolean =>
  grammar
    .obliques(trigger, 'between')
    .some(
      (noun) =>
        fillers.parties(noun).length === 0 &&
        grammar.dependents(noun, 'nummod').some((number) => doc.tokens.lower[number] === 'two'),
    )

const EARLIER: ReadonlySet<string> = new Set(['prior', 'previous', 'earlier', 'preceding', 'past'])

/** Another meeting of the same sides: who sat there is not told. */
const sidesAlone = (part: RoundPart): RoundPart => ({
  ...part,
  delegations: part.delegations.flatMap(({ party }) => (party ? [{ party, members: [] }] : [])),
})

/** The first told of those whose place most are told of. */
function mostTold(found: readonly Found[]): Found | undefined {
  const times = new Map<string, number>()
  for (const one of found) {
    const id = partOf(one).place?.id
    if (id !== undefined) times.set(id, (times.get(id) ?? 0) + 1)
  }
  const most = Math.max(0, ...times.values())
  return found.find((one) => times.get(partOf(one).place?.id ?? '') === most)
}

/** "Prior sessions in Lima": none that "the talks" of a later sentence are. */
const isEarlier = ({ doc, grammar }: Scene, trigger: number): boolean =>
  grammar.dependents(trigger, 'amod').some((word) => EARLIER.has(doc.tokens.lower[word]!))

/** "The talks cover fish": which talks, only those told before could say. */
export function isUnplaced(claim: Found): boolean {
  const { place, delegations, ordinal, agenda, form } = partOf(claim)
  const told = place !== undefined || ordinal !== undefined || (claim.days?.length ?? 0) > 0
  return agenda.length > 0 && !told && delegations.length < 2 && (form === 'round' || form === 'meeting')
}

const BACK: ReadonlySet<string> = new Set(['this', 'these', 'the', 'it', 'they', 'such'])

/**
 * A meeting told without a place or sides by words that point back ("this marks the fourth", "the talks began") is the
 * one told last, up to three sentences before.
 */
export function inPlaceOf(scene: Scene, told: Found, before: readonly Found[]): Found {
  const held = heldAfterAll(scene, told, before)
  if (held) return held
  const claim = inRowOf(scene, told, before)
  const part = partOf(claim)
  const here = scene.sentenceOf(claim.trigger)
  const earlier = before.filter(
    (one) => scene.sentenceOf(one.trigger) < here && !isEarlier(scene, one.trigger),
  )
  // What "the talks" are about is said of those the report tells most of, not of those told in passing.
  const last = part.agenda.length > 0 && (claim.days ?? []).length === 0 ? mostTold(earlier) : earlier.at(-1)
  if (part.place || !last || !pointsBack(scene, claim.trigger)) return claim
  const known = partOf(last)
  const near = here - scene.sentenceOf(last.trigger) <= 3 || part.agenda.length > 0
  const plain = (form: RoundForm) => form === 'round' || form === 'meeting'
  const isAnother =
    part.ordinal !== undefined && known.ordinal !== undefined && part.ordinal !== known.ordinal
  if (
    !near ||
    isAnother ||
    isSeveral(scene, claim) ||
    !plain(known.form) ||
    !plain(part.form) ||
    !known.place
  )
    return claim
  return {
    ...claim,
    body: {
      ...claim.body,
      about: { ...part, place: known.place, ...(known.within ? { within: known.within } : {}) },
    } as Found['body'],
  }
}

/** "They recalled the meetings of May and June": several, of which the one told last is none. */
function isSeveral({ doc: { tokens } }: Scene, { trigger, days = [] }: Found): boolean {
  const isMany = tokens.tag[trigger] === 'NNS' && tokens.lower[trigger] !== 'talks'
  return days.filter(({ role }) => role === 'on').length > (isMany ? 1 : 2)
}

const HELD: ReadonlySet<string> = new Set(['held', 'opens', 'in session', 'ends'])

/**
 * "They met in Lima on Sunday. The round had been set for 3 May in Quito but was put off": an older plan of the meeting told
 * last as held, which was not called off.
 */
function heldAfterAll(scene: Scene, claim: Found, before: readonly Found[]): Found | undefined {
  const { lower } = scene.doc.tokens
  const part = partOf(claim)
  const last = before.findLast((one) => !isEarlier(scene, one.trigger))
  if (part.phase !== 'called off' || part.ordinal !== undefined || !last) return undefined
  const known = partOf(last)
  const isPlain = [known, part].every(({ form }) => form === 'round' || form === 'meeting')
  const words = scene.grammar.dependents(claim.trigger, 'det', 'amod', 'compound', 'nmod')
  const isIt = words.length === 1 && /^(?:the|this|that)$/.test(lower[words[0]!]!)
  const plan = scene.doc.tokens.head[claim.trigger]!
  if (!isPlain || !isIt || plan < 0 || !HELD.has(known.phase ?? '')) return undefined
  if (!scene.grammar.dependents(plan, 'aux').some((word) => lower[word] === 'had')) return undefined
  const was = (claim.days ?? []).filter(({ role }) => role === 'originalDue')
  const days = (last.days ?? []).filter(({ role }) => role !== 'originalDue')
  if (was.length === 0) return undefined
  return {
    ...claim,
    days: [...days, ...was],
    body: { ...claim.body, about: { ...sidesAlone(known), moved: true } } as Found['body'],
    alsoSentences: [scene.sentenceOf(last.trigger)],
  }
}

/** "The round is now to open on 3 December": the number of the round that the sentence before told of by the same noun. */
function inRowOf(scene: Scene, claim: Found, before: readonly Found[]): Found {
  const { lower, lemma } = scene.doc.tokens
  const part = partOf(claim)
  const last = before.at(-1)
  if (part.ordinal !== undefined || !last || partOf(last).ordinal === undefined) return claim
  const apart = scene.sentenceOf(claim.trigger) - scene.sentenceOf(last.trigger)
  const words = scene.grammar.dependents(claim.trigger, 'det', 'amod', 'compound')
  const isIt = words.length === 1 && /^(?:the|this|that)$/.test(lower[words[0]!]!)
  const isSame = lemma[claim.trigger] === lemma[last.trigger]
  if (!isIt || !isSame || apart < 1 || apart > 2 || scene.grammar.isVerb(claim.trigger)) return claim
  return {
    ...claim,
    body: { ...claim.body, about: { ...part, ordinal: partOf(last).ordinal } } as Found['body'],
  }
}

export function pointsBack(scene: Scene, trigger: number): boolean {
  const { grammar, doc } = scene
  const verb = grammar.governor(trigger)
  // "Uses the fish as a chip in talks on trade": what the verb's doers are called says nothing of the talks.
  const isPart = /^(?:nsubj|obj|root|conj|xcomp)/.test(doc.tokens.dep[trigger]!)
  const words = [trigger, ...(verb < 0 || !isPart ? [] : grammar.subjects(verb))].flatMap((token) => [
    doc.tokens.lower[token]!,
    ...grammar.dependents(token, 'det').map((det) => doc.tokens.lower[det]!),
  ])
  return words.some((word) => BACK.has(word))
}
