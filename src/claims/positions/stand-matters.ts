// In: a stand that a card found. Out: whether what it is on is no matter of a negotiation.

import type { Match } from '../rules.ts'
import { isDistinct } from '../sentence/matter-names.ts'
import type { Scene } from '../sentence/scene.ts'

/**
 * A column `not` of `stance-verbs` lists what is no matter of a negotiation: "accepted an invitation"; a column `of` says
 * that one judges only what can be voted, signed or imposed ("condemned the quota", not "the attack"); and whom one
 * threatens is not what with.
 */
export function isNoMatter(scene: Scene, { trigger, row, roles, rule }: Match): boolean {
  const { doc, rows, grammar } = scene
  const [issue] = roles.get('issue')?.tokens ?? []
  if (issue === undefined) return false
  // "Support the cut 71 to 25 percent": how many do, not how much.
  if (scene.fillers.quantityAt(issue)?.unit && !scene.fillers.isMatter(issue))
    return (
      row?.stance === 'support' || row?.stance === 'open' || grammar.dependents(trigger, 'obj').length > 1
    )
  // "Threatens fish trade with a duty": what is threatened with stands behind, and has a card of its own.
  const isWith = rule.card.id === 'core/position-verb' && row?.stance === 'threat' && !grammar.isVerb(issue)
  if (isWith && grammar.obliques(trigger, 'with').some((one) => scene.fillers.isMatter(one))) return true
  // "Rejected it for its silence on fees": why, not what.
  const isReason =
    /^(?:oppose|support|threat|concession)$/.test(row?.stance ?? '') && grammar.caseOf(issue) === 'for'
  if (isReason && grammar.isVerb(trigger) && grammar.dependents(trigger, 'obj').length > 0) return true
  // "The measures being offered by Peru": which, the words do not say.
  const isOffered =
    doc.tokens.tag[trigger] === 'VBN' &&
    doc.tokens.head[trigger] === issue &&
    doc.tokens.dep[trigger]!.startsWith('acl')
  if (isOffered && !isDistinct(scene, issue, 'anywhere')) return true
  const lemma = doc.tokens.lemma[issue]!
  // "Seeks a second term": an office.
  const isInOffice = lemma === 'term' && doc.tokens.tag[issue] === 'NN'
  if (isInOffice && grammar.dependents(issue, 'amod').some((at) => ORDINAL.test(doc.tokens.lower[at]!)))
    return true
  // "To cut emissions" of "would invest money to cut emissions": the offer holds what its own verb says.
  const offers = roles.get('offer')?.tokens ?? []
  if (
    rule.card.id === 'core/offer-holds' &&
    !grammar.dependents(trigger, 'nsubj').some((at) => offers.includes(at))
  )
    return true
  // "His plans are opening bids".
  if (rule.card.id === 'core/demand-is' && rows('stance-nouns').get(lemma)?.stance === 'demand') return true
  if (rule.card.id === 'core/is-against' && isBreach(scene, roles, issue)) return true
  if (row?.of === 'text' && !isTabled(scene, issue)) return true
  // "Makers offer systems": what many offer to anybody is for sale.
  const isGroup = (roles.get('party')?.refs ?? []).every(({ id }) => id.startsWith('phrase:'))
  const isForSale =
    doc.tokens.dep[issue] === 'obj' &&
    doc.tokens.head[issue] === trigger &&
    !isTabled(scene, issue) &&
    !isOfSize(scene, issue)
  if (isGroup && row?.stance === 'offer' && isForSale && rule.card.id !== 'core/position-amount') return true
  // "Norway's demand for oil" is what it burns.
  if (doc.tokens.lemma[trigger] === 'demand' && !grammar.isVerb(trigger) && isGoods(scene, issue)) return true
  if (row?.not?.split(' ').includes(lemma)) return true
  // "Warned against a quota": nothing is threatened.
  if (row?.stance === 'threat' && grammar.caseOf(issue) === 'against') return true
  // Whom one threatens, judges or greets is not what about; who backs the rebels takes their side.
  const judged = row?.stance === 'threat' || (row !== undefined && JUDGING.has(row.lemma!))
  return judged && rows('actor-nouns').has(lemma) && doc.tokens.dep[issue] === 'obj'
}

const TABLED = ['measure-nouns', 'agreement-nouns', 'stance-nouns', 'term-nouns'] as const

export function isTabled({ doc, rows, fillers, grammar }: Scene, noun: number): boolean {
  if (grammar.isVerb(noun)) return true
  const lemma = doc.tokens.lemma[noun]!
  const kind = rows('matter-nouns').get(lemma)?.kind
  const name = fillers.nameAt(noun)?.type
  return (
    (kind !== undefined && kind !== 'none') ||
    name === 'law' ||
    name === 'good' ||
    name === 'product' ||
    TABLED.some((table) => rows(table).has(lemma))
  )
}

/** "A pay rise of 3 percent", "a lump sum of 900 euros": one thing of a size told. */
const isOfSize = ({ doc, fillers, grammar }: Scene, noun: number): boolean =>
  doc.tokens.tag[noun] === 'NN' &&
  grammar.obliques(noun, 'of').some((token) => fillers.quantityAt(token)?.unit)

const isGoods = ({ fillers }: Scene, noun: number): boolean =>
  /^(?:good|product)$/.test(fillers.nameAt(noun)?.type ?? '')

const JUDGING: ReadonlySet<string> = new Set(
  'criticize criticise condemn denounce decry dismiss reject welcome'.split(' '),
)

/** "It would be against the rules", "that is against the law": a deed breaks them, whoever "it" is taken for. */
const isBreach = ({ doc: { tokens }, grammar }: Scene, roles: Match['roles'], issue: number): boolean =>
  NORMS.has(tokens.lemma[issue]!) &&
  grammar.obliques(issue, 'on').length === 0 &&
  (roles.get('party')?.tokens ?? []).every((at) => /^(?:it|that|this)$/.test(tokens.lower[at]!))
const NORMS: ReadonlySet<string> = new Set(
  'code constitution custom ethic instinct interest law nature policy practice principle rule spirit statute tradition value will'.split(
    ' ',
  ),
)

const ORDINAL = /^(?:first|second|third|fourth|full)$/

/** "Called the poor offer fair", "called the draft a step forward": no fault is found with it. */
export function isPraised({ tokens }: Scene['doc'], { roles }: Match): boolean {
  const [issue] = roles.get('issue')?.tokens ?? roles.get('it')?.tokens ?? []
  const [verdict] = roles.get('verdict')?.tokens ?? []
  if (issue === undefined || verdict === undefined) return false
  if (verdict < issue) return true
  return tokens.lemma[verdict] === 'step' && !/^back/.test(tokens.lower[verdict + 1] ?? '')
}
