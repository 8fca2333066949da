// In: a scene and a participle. Out: the agreement it is said of, with its sides and day: "a pact signed here on Friday", "the understanding, reached in a call between the two".

import type { AgreementForm, AgreementStage, ClaimDay, Ref } from '../../model/index.ts'
import { actorsAt, refsAt } from '../acts/actors.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { isPlaced, placedDays } from './accord-phrases.ts'

/** An agreement and the participle that tells what became of it. */
interface SaidOf {
  readonly noun: number
  readonly form: AgreementForm
  readonly stage: AgreementStage
  readonly between: Ref[]
  readonly days: ClaimDay[]
}

/** Words back from a participle within which its agreement stands. */
const REACH = 10
/** What may stand between the two: "the deal on copper and zinc in principle", "the pact just". */
const BETWEEN = /^(?:IN|DT|JJ|CD|NNS?|NNPS?|CC|HYPH|POS|RB|TO|PRP\$)$/
/** Stages that a participle tells of one that was made. */
const MADE: ReadonlySet<string> = new Set(['agreed', 'signed'])

/**
 * The agreement that a participle behind it is said of, whatever the parser hangs the two on; undefined where none is, or
 * where neither its day nor its place nor its sides are told. What it would do ("a deal reached on Friday would raise pay")
 * does not make it less of one.
 */
export function saidOf(scene: Scene, verb: number): SaidOf | undefined {
  const { doc, grammar } = scene
  const { tag, lower } = doc.tokens
  const stage = stageOf(scene, verb)
  if (stage === undefined || !/^VB[ND]$/.test(tag[verb]!)) return undefined
  // "Has signed", "to be signed", "was reached": a verb of its own clause.
  if (grammar.dependents(verb, 'aux', 'aux:pass', 'mark').length > 0) return undefined
  const noun = agreementBefore(scene, verb)
  if (noun === undefined) return undefined
  const words = grammar.dependents(noun, 'det', 'amod', 'nummod').map((one) => lower[one]!)
  if (words.some((word) => NONE.has(word))) return undefined
  const days = placedDays(scene, verb)
  const isHere = lower[verb + 1] === 'here' || isPlaced(scene, verb)
  const between = sidesBehind(scene, noun, verb)
  // "The deal struck a nerve": a past tense, with an object of its own.
  if (tag[verb] === 'VBD' && !/^(?:IN|RB)$/.test(tag[verb + 1]!)) return undefined
  if (days.length === 0 && !isHere && between.length < 2) return undefined
  return { noun, stage, between, days, form: formAt(scene, noun)! }
}

const NONE: ReadonlySet<string> = new Set('no any every each such all another'.split(' '))

function stageOf(scene: Scene, verb: number): AgreementStage | undefined {
  const lemma = scene.doc.tokens.lemma[verb]!
  const stage =
    scene.rows('agreement-participles').get(lemma)?.stage ?? scene.rows('agreement-verbs').get(lemma)?.stage
  return MADE.has(stage ?? '') ? (stage as AgreementStage) : undefined
}

const formAt = ({ rows, doc }: Scene, noun: number): AgreementForm | undefined => {
  const lemma = doc.tokens.lemma[noun]!
  return lemma === 'statement' ? undefined : (rows('agreement-nouns').get(lemma)?.form as AgreementForm)
}

/** One agreement, right before the participle, before a comma or before what it is about or with. */
function agreementBefore(scene: Scene, verb: number): number | undefined {
  const { tag, form, sent } = scene.doc.tokens
  const last = form[verb - 1] === ',' ? verb - 2 : verb - 1
  for (let at = last; at >= 0 && at > last - REACH && sent[at] === sent[verb]; at--) {
    const isOne = /^NNP?$/.test(tag[at]!) && formAt(scene, at) !== undefined
    if (isOne) return at === last || /^(?:IN|RB|TO)$/.test(tag[at + 1]!) ? at : undefined
    if (!BETWEEN.test(tag[at]!)) return undefined
  }
  return undefined
}

/** Words behind a participle within which its sides are told. */
const FAR = 25

/** "Between Norway's minister and Chile's", "by both": the sides that the people named act for. */
export function sidesBehind(scene: Scene, noun: number, verb: number): Ref[] {
  const { grammar, fillers, doc } = scene
  const { sent, lower } = doc.tokens
  for (let at = noun + 1; at < doc.tokens.count && at < verb + FAR && sent[at] === sent[verb]; at++) {
    if (lower[at] !== 'between' && !(lower[at] === 'by' && at > verb)) continue
    const head = doc.tokens.head[at]!
    if (head <= at || grammar.caseOf(head) !== lower[at]) continue
    const people = refsAt(scene, actorsAt(scene, head))
    const sides = unique(people.map((one) => fillers.sideOf(one) ?? one))
    if (sides.length > 1) return sides
  }
  return []
}
