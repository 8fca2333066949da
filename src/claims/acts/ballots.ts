// In: a scene. Out: ballots told by the share for or against: "91 per cent of those who voted backed a strike", "58 per cent were against".
import type { Quantity } from '../../language/doc.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { refsAt } from './actors.ts'
import { ploverAsTold } from './plover-root.ts'

const FOR: ReadonlySet<string> = new Set('accept approve back endorse ratify'.split(' '))
const AGAINST: ReadonlySet<string> = new Set(['reject'])
/** Words around a share that make it one of votes cast, and not of a survey. */
const BALLOT = /^(?:ballots?|balloted|turnout|voters?|voted|votes)$/
/** Of whom a share is one of votes, in a report that tells of a ballot. */
const OF_VOTERS: ReadonlySet<string> = new Set('ballot member vote voter'.split(' '))
const SURVEY = /^(?:poll|polls|survey|surveyed|respondents|pollster|opinion)$/

/**
 * A share as the subject of a verb of backing or rejecting, or of "in favour", "for" or "against": one act, told in the
 * words of its clause, of the members whose share it is. Only where the words around tell of a ballot.
 */
export function ballots(scene: Scene, told: ReadonlySet<number>): Found[] {
  const { doc, grammar, fillers } = scene
  const { head, dep, tag } = doc.tokens
  return doc.quantities.flatMap((share) => {
    if (share.unit !== '%' || told.has(scene.sentenceOf(share.first))) return []
    const subject = outer(scene, share)
    const verb = head[subject]!
    if (verb < 0 || !/^nsubj/.test(dep[subject]!) || !isOfBallot(scene, share, subject)) return []
    const side = sideOf(scene, verb)
    if (side === undefined || !/^VB[DN]$/.test(tag[grammar.isVerb(verb) ? verb : copOf(scene, verb)] ?? ''))
      return []
    const { polarity, modality } = scene.epistemics(verb)
    if (polarity === 'denied' || !/^(?:held|background)$/.test(modality)) return []
    const [about] = grammar.isVerb(verb) ? grammar.objects(verb) : []
    const { last } = grammar.predicate(verb)
    const words = fillers.phraseOf(share.first, Math.max(last, verb), verb)
    return [
      {
        kind: 'act' as const,
        trigger: verb,
        foundBy: 'act/ballot@1',
        body: {
          type: share.value < 50 ? 'vote' : side === 'for' ? 'vote: pass' : 'vote: reject',
          plover: ploverAsTold(side === 'for' ? 'SUPPORT' : 'REJECT', polarity, modality),
          actor: refsAt(scene, votersAt(scene, subject)),
          recipient: [],
          ...(about === undefined ? {} : { object: fillers.phrase(about, 'short') }),
          words,
        } as Found['body'],
        days: scene.days([verb]),
      },
    ]
  })
}

/** Whose votes they are: "of the union's voters", "in the drivers' union". */
const votersAt = (scene: Scene, subject: number): number[] =>
  ['of', 'in']
    .flatMap((word) => [
      ...scene.grammar.obliques(subject, word),
      ...scene.grammar.obliques(scene.doc.tokens.head[subject]!, word),
    ])
    .flatMap((token) => [token, ...scene.grammar.dependents(token, 'nmod:poss', 'compound')])
    .filter(
      (token) => !OF_VOTERS.has(scene.doc.tokens.lemma[token]!) && scene.fillers.parties(token).length > 0,
    )
    .slice(0, 1)

/** The token of a share that hangs outside it. */
function outer({ doc }: Scene, { first, last }: Quantity): number {
  for (let at = first; at < last; at++) {
    const above = doc.tokens.head[at]!
    if (above < first || above >= last) return at
  }
  return last - 1
}

const copOf = ({ grammar }: Scene, predicate: number): number =>
  grammar.dependents(predicate, 'cop')[0] ?? predicate

/** "Backed a strike", "were in favour", "voted against". */
function sideOf({ doc, grammar }: Scene, verb: number): 'for' | 'against' | undefined {
  const { lemma, lower, tag } = doc.tokens
  // "Voted for Holm", "approved of her": of somebody, not of a deal.
  const isOfSomebody = [
    ...grammar.obliques(verb, 'for'),
    ...grammar.obliques(verb, 'of'),
    ...grammar.objects(verb),
  ].some((token) => /^(?:NNPS?|PRP)$/.test(tag[token]!))
  if (isOfSomebody || (lemma[verb] === 'approve' && lower[verb + 1] === 'of')) return undefined
  if (FOR.has(lemma[verb]!)) return 'for'
  if (AGAINST.has(lemma[verb]!)) return 'against'
  const isVoting = lemma[verb] === 'vote'
  if (!isVoting && grammar.dependents(verb, 'cop').length === 0 && lemma[verb] !== 'be') return undefined
  if (lower[verb] === 'against' || (isVoting && grammar.obliques(verb, 'against').length > 0))
    return 'against'
  const near = lower.slice(verb - (isVoting ? 0 : 1), verb + 4).join(' ')
  if (/\b(?:against|no)\b/.test(near)) return 'against'
  return /\bin favou?r\b|^vot\S+ (?:for|yes|to)\b/.test(near) ? 'for' : undefined
}

/** Told as a share of votes by its own words, or of members where its sentence or the one before tells of a ballot; no survey. */
function isOfBallot({ doc, grammar }: Scene, share: Quantity, subject: number): boolean {
  const { tokens, sents } = doc
  const at = tokens.sent[share.first]!
  const here = tokens.lower.slice(sents[at]!.first, sents[at]!.last)
  const around = tokens.lower.slice(sents[Math.max(0, at - 1)]!.first, sents[at]!.last)
  if (around.some((word) => SURVEY.test(word))) return false
  const of = grammar.obliques(subject, 'of')
  const areVoters = of.length === 0 || of.some((token) => OF_VOTERS.has(tokens.lemma[token]!))
  return (
    here.some((word) => BALLOT.test(word)) ||
    (areVoters && around.some((word) => BALLOT.test(word) || word === 'results'))
  )
}
