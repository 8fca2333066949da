// In: a scene, what is done to a measure. Out: whether a paper does it: a bill or an offer that only puts it forward, an accord by which it is to come.
import { verbRow } from '../sentence/phrasal.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'

/** A measure of a bill or an offer, which nobody has imposed yet. */
export const isPutForward = (scene: Scene, doing: Doing | undefined): boolean =>
  saysBy(scene, doing, BILLS_OF) || isUnder(scene, doing, OFFERS) || isPartOf(scene, doing, OFFERS)

/** A measure of an accord: what it says is to come. */
export const isAgreedUpon = (scene: Scene, doing: Doing | undefined): boolean =>
  saysBy(scene, doing, ACCORDS) ||
  isToComeUnder(scene, doing) ||
  isDoneByAccord(scene, doing) ||
  isOfMadeAccord(scene, doing)

/** "Struck a deal with Peru, imposing a duty of 8 %": what the accord brings about. */
function isDoneByAccord(scene: Scene, doing: Doing | undefined): boolean {
  const { doc, grammar } = scene
  const { dep, head, lemma, tag } = doc.tokens
  if (!doing || tag[doing.token] !== 'VBG' || !/^(?:advcl|xcomp)$/.test(dep[doing.token]!)) return false
  const verb = head[doing.token]!
  if (verb < 0 || verb > doing.token || !isMade(scene, verb)) return false
  return [...grammar.objects(verb), ...grammar.dependents(verb, 'nsubj:pass')].some((one) =>
    ACCORDS.has(lemma[one]!),
  )
}

/** "The deal struck on Sunday at a hotel in Bergen, which imposes a duty": of the accord, not of the place. */
function isOfMadeAccord(scene: Scene, doing: Doing | undefined): boolean {
  const { lemma, lower, sent, tag } = scene.doc.tokens
  if (!doing || !/^VB[PZ]$/.test(tag[doing.token]!) || lower[doing.token - 1] !== 'which') return false
  for (let at = doing.token - 2; at > doing.token - REACH && sent[at] === sent[doing.token]; at--)
    if (ACCORDS.has(lemma[at]!)) return tag[at + 1] === 'VBN' && isMade(scene, at + 1)
  return false
}

/** Tokens before a relative clause within which the accord it is said of was made. */
const REACH = 24

const isMade = (scene: Scene, verb: number): boolean =>
  /^(?:agreed|signed)$/.test(verbRow(scene, verb, scene.rows('agreement-verbs'))?.stage ?? '')

/** "The bill lifts the duties", "a deal which lowers them", "a plan that saves by raising them": what a paper does, told in the present. */
function saysBy(scene: Scene, doing: Doing | undefined, papers: ReadonlySet<string>): boolean {
  if (!doing?.asObject) return false
  const { grammar, doc } = scene
  const { dep, head, lemma, lower, tag } = doc.tokens
  const isWay =
    tag[doing.token] === 'VBG' && grammar.dependents(doing.token, 'mark').some((one) => lower[one] === 'by')
  const verb = isWay ? head[doing.token]! : doing.token
  if (verb < 0 || !/^VB[PZ]?$/.test(tag[verb]!)) return false
  const ofClause = isWay && dep[verb]!.startsWith('acl') ? [head[verb]!] : []
  return [...grammar.subjects(verb), ...ofClause].some((token) => papers.has(lemma[token]!))
}

/** What asks for a measure, and what says that it will be: neither does it by itself. */
const BILLS_OF: ReadonlySet<string> = new Set('bill budget draft offer proposal legislation plan'.split(' '))
const ACCORDS: ReadonlySet<string> = new Set(
  'accord agreement compromise deal framework pact statement text treaty'.split(' '),
)

/** "Under the agreement the duty falls to 5 %": what an accord says in the present is to come. */
const isToComeUnder = (scene: Scene, doing: Doing | undefined): boolean =>
  doing !== undefined &&
  /^VB[PZ]$/.test(scene.doc.tokens.tag[doing.token]!) &&
  doing.row.effect !== 'stand' &&
  isUnder(scene, doing, ACCORDS)

/** Under what a measure is only put forward. */
const OFFERS: ReadonlySet<string> = new Set(
  'bill blueprint draft idea offer option plan proposal request scenario'.split(' '),
)

/** "Under the offer the duty would be cut to 5 %": what an offer would do is done by nobody yet. */
function isUnder({ doc, grammar }: Scene, doing: Doing | undefined, papers: ReadonlySet<string>): boolean {
  if (!doing) return false
  return ['under', 'in'].some((word) =>
    grammar
      .obliques(doing.token, word)
      .some(
        (token) =>
          papers.has(doc.tokens.lemma[token]!) ||
          grammar
            .dependents(token, 'compound', 'amod')
            .some((at) => /^(?:draft|proposed|possible)$/.test(doc.tokens.lower[at]!)),
      ),
  )
}

/** "The offer includes a cut in the duty", "a proposal that contains a ban": put forward with the paper it stands in. */
function isPartOf({ doc, grammar }: Scene, doing: Doing | undefined, papers: ReadonlySet<string>): boolean {
  if (!doing || grammar.isVerb(doing.token) || doc.tokens.dep[doing.token] !== 'obj') return false
  const over = doc.tokens.head[doing.token]!
  return (
    HOLDING.has(doc.tokens.lemma[over]!) &&
    grammar.subjects(over).some((token) => papers.has(doc.tokens.lemma[token]!))
  )
}

const HOLDING: ReadonlySet<string> = new Set('include contain foresee envisage feature comprise'.split(' '))
