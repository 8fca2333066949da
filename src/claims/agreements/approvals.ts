// In: a scene. Out: who must still approve, ratify or sign an agreement, and who has.
import type { AgreementForm, ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { canAct, refsAt } from '../acts/actors.ts'
import { type Found, isQuestion, type Scene } from '../sentence/scene.ts'

/** Nouns for what an accord may still await. */
export const APPROVALS: ReadonlySet<string> = new Set([
  'approval',
  'ratification',
  'consent',
  'assent',
  'signature',
  'endorsement',
  'backing',
  'confirmation',
])
const VERBS: ReadonlySet<string> = new Set(['approve', 'ratify', 'sign', 'endorse', 'adopt', 'pass'])
const TELLING: ReadonlySet<string> = new Set([...APPROVALS, ...VERBS, 'vote'])
const NEED: ReadonlySet<string> = new Set(['need', 'require', 'await', 'lack', 'seek', 'face'])
const DUTY: ReadonlySet<string> = new Set(['must', 'need', 'have'])

/**
 * "The deal needs the approval of parliament", "parliament must ratify the treaty", "has yet to be signed by Peru",
 * "members will vote on the offer".
 */
export function findApprovals(scene: Scene): Found[] {
  const { doc, grammar } = scene
  const { tokens } = doc
  const found: Found[] = []
  for (const at of scene.where('lemma', TELLING)) {
    const lemma = tokens.lemma[at]!
    const one =
      APPROVALS.has(lemma) && !grammar.isVerb(at)
        ? neededAt(scene, at)
        : VERBS.has(lemma) && grammar.isVerb(at)
          ? owedAt(scene, at)
          : lemma === 'vote' && grammar.isVerb(at)
            ? votedOnAt(scene, at)
            : undefined
    if (one) found.push(one)
  }
  return found
}

/** "needs", "subject to", "awaiting" + approval "of", "by", "from" somebody. */
function neededAt(scene: Scene, noun: number): Found | undefined {
  const { doc, grammar } = scene
  const { tokens } = doc
  const head = tokens.head[noun]!
  const needed = head >= 0 && NEED.has(tokens.lemma[head]!) && tokens.dep[noun] === 'obj'
  const subject = tokens.lower[noun - 1] === 'to' && tokens.lower[noun - 2] === 'subject'
  if (!needed && !subject) return undefined
  const who = whoAt(scene, [
    ...['of', 'by', 'from', 'in'].flatMap((word) => grammar.obliques(noun, word)),
    ...grammar.dependents(noun, 'nmod:poss', 'amod', 'compound'),
  ])
  // "Would not require parliament's approval".
  if (head >= 0 && grammar.isVerb(head) && isDenied(scene, head)) return undefined
  const things = needed ? grammar.subjects(head) : before(scene, noun)
  const deal = things.find((token) => isAgreement(scene, token))
  if (deal !== undefined) return approval(scene, noun, deal, who, 'approval/needed@1')
  const verb = needed ? head : grammar.governor(noun)
  const [thing] = verb >= 0 ? grammar.subjects(verb) : []
  return thing === undefined ? undefined : pending(scene, verb, thing, who)
}

/** "must approve the deal", "has yet to be ratified by". */
function owedAt(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar } = scene
  const { tokens } = doc
  const must = grammar.dependents(verb, 'aux').some((token) => tokens.lower[token] === 'must')
  const head = tokens.head[verb]!
  const isTo =
    tokens.lower[verb - 1] === 'to' || (tokens.lower[verb - 1] === 'be' && tokens.lower[verb - 2] === 'to')
  const owed = isTo && head >= 0 && DUTY.has(tokens.lemma[head]!) && /^(xcomp|ccomp)/.test(tokens.dep[verb]!)
  const yet = isTo && tokens.lower.slice(Math.max(0, verb - 4), verb).includes('yet')
  if ((!must && !owed && !yet) || (owed && isDenied(scene, head))) return undefined
  const deal = grammar
    .objects(verb)
    .map((token) => meant(scene, token))
    .find((token) => isAgreement(scene, token))
  const passive = grammar.isPassive(verb)
  const doers = passive ? grammar.obliques(verb, 'by') : grammar.subjects(verb)
  const who = whoAt(scene, doers)
  const owner =
    passive && deal === undefined ? grammar.subjects(head).find((token) => isAgreement(scene, token)) : deal
  if (owner !== undefined)
    return isAnyKind(scene, owner) ? undefined : approval(scene, verb, owner, who, 'approval/owed@1')
  const thing = passive ? grammar.objects(verb)[0] : undefined
  return thing === undefined ? undefined : pending(scene, verb, thing, who)
}

/** What is approved that is no agreement. */
const PENDING: ReadonlySet<string> = new Set(
  (
    'acquisition amendment appointment bill budget change decision decree draft extension law legislation loan measure merger motion ' +
    'package plan project proposal reform regulation resolution sale scheme suspension takeover text transaction transfer waiver'
  ).split(' '),
)

/** "Both regulations need the approval of parliament", "the sale is subject to the consent of Peru": told in its own words. */
function pending(scene: Scene, verb: number, thing: number, who: Ref[]): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  if (
    who.length === 0 ||
    !PENDING.has(lemma[thing]!) ||
    thing > verb ||
    (/^VB[DN]$/.test(tag[verb]!) && !grammar.isPassive(verb))
  )
    return undefined
  if (scene.attributions(verb)[0]?.form === 'direct' || isQuestion(scene.doc, verb) || isDenied(scene, verb))
    return undefined
  const isBare = grammar.dependents(thing, 'nmod', 'compound', 'amod').length === 0
  if (isBare && isAnyKind(scene, thing)) return undefined
  if (grammar.dependents(thing, 'det').some((one) => /^(?:an?|any|no|every|each)$/.test(lower[one]!)))
    return undefined
  const { modality } = scene.epistemics(verb)
  if (/^(?:hypothetical|conditional|possible)$/.test(modality)) return undefined
  const { first, last } = grammar.predicate(verb)
  const begin = grammar.phrase(thing, 'short').first
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'approval/pending@1',
    epistemics: { polarity: 'affirmed', modality: 'planned' },
    body: {
      type: 'event: need approval',
      actor: [],
      recipient: [],
      object: fillers.phrase(thing, 'short'),
      words: fillers.phraseOf(Math.min(begin, first), Math.max(last, verb), verb),
    },
    days: [],
  }
}

const isDenied = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'advmod').some((word) => /^(?:not|n't|never)$/.test(doc.tokens.lower[word]!))

/** "Parliament must ratify new treaties": none in particular. */
const isAnyKind = ({ doc, grammar }: Scene, noun: number): boolean =>
  doc.tokens.tag[noun] === 'NNS' && grammar.dependents(noun, 'det', 'nummod', 'nmod:poss').length === 0

const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected'])

/** "The Senate will vote on the treaty on May 3". */
function votedOnAt(scene: Scene, verb: number): Found | undefined {
  const { grammar } = scene
  const { polarity, modality } = scene.epistemics(verb)
  const deal = ['on', 'over']
    .flatMap((word) => grammar.obliques(verb, word))
    .find((token) => isAgreement(scene, token))
  if (deal === undefined || polarity === 'denied' || !AHEAD.has(modality)) return undefined
  return approval(scene, verb, deal, whoAt(scene, grammar.subjects(verb)), 'approval/vote@1')
}

/** Parties, and bodies told without a name ("parliament", "both chambers"). */
const whoAt = (scene: Scene, tokens: readonly number[]): Ref[] =>
  refsAt(
    scene,
    tokens.filter((token) => scene.fillers.parties(token).length > 0 || canAct(scene, token)),
  )

/** "it": the agreement named last before it in the sentence. */
function meant(scene: Scene, token: number): number {
  if (scene.doc.tokens.lower[token] !== 'it') return token
  return before(scene, token).find((one) => isAgreement(scene, one)) ?? token
}

const ALL: ReadonlySet<string> = new Set(['all', 'every', 'each'])

/** Nominals a "subject to" may be said of: the nearest before it. */
function before(scene: Scene, token: number): number[] {
  const { first } = scene.doc.sents[scene.sentenceOf(token)]!
  return Array.from({ length: token - first }, (_, n) => token - 1 - n)
}

const isAgreement = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) &&
  (scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!) ||
    scene.fillers.nameAt(token)?.type === 'law')

function approval(
  scene: Scene,
  trigger: number,
  deal: number,
  who: Ref[],
  foundBy: string,
): Found | undefined {
  // What holds of every deal is no step of one; of any deal it is where a day is set.
  const { lower } = scene.doc.tokens
  const det = scene.grammar.dependents(deal, 'det').map((token) => lower[token]!)
  const days: ClaimDay[] = scene
    .days([trigger])
    .filter(({ role, type }) => type !== 'DURATION' && (role === 'on' || role === 'due' || role === 'to'))
    // A day told of a duty is the last one for it, not the one on which it will be done.
    .map((day) => (foundBy === 'approval/vote@1' ? day : { ...day, role: 'due' as const }))
  const every = det.some((word) => ALL.has(word)) || (det.includes('any') && days.length === 0)
  if (who.length === 0 || every) return undefined
  const whole = scene.grammar.phrase(deal, 'short')
  const { first } = whole
  // "The pact, which both chambers must ratify": its name ends at the comma.
  let last = deal
  while (last < whole.last && !/^(?:,|[—–;(])$/.test(scene.doc.tokens.form[last + 1]!)) last++
  // "Approve the contract themselves": who does it, none of its name.
  const name: Phrase = scene.fillers.phraseOf(
    first,
    /sel(?:f|ves)$/.test(lower[last]!) ? last - 1 : last,
    deal,
  )
  const form = (scene.rows('agreement-nouns').get(scene.doc.tokens.lemma[deal]!)?.form ??
    'deal') as AgreementForm
  return {
    kind: 'state',
    trigger,
    foundBy,
    // What is still to be done is planned, however it is said.
    epistemics: { polarity: 'affirmed', modality: 'planned' },
    body: {
      type: 'agreement: awaits approval',
      about: {
        thread: 'agreement',
        name,
        between: [],
        form,
        stage: 'ratified',
        about: [],
        approvals: who.map((one) => ({ who: one, done: false })),
        leftOpen: [],
        accountBy: [],
      },
    },
    days,
  }
}
