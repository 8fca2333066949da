// In: a scene and a pronoun, or "the demand", that a stand is taken on ("rejected it"). Out: what the words before it name, where they name one thing.
import type { Phrase } from '../../model/index.ts'
import { whichOne } from '../sentence/matter-names.ts'
import { type Scene, tokensIn } from '../sentence/scene.ts'
import { withItsRest } from './offer-words.ts'
import { issueAt, kindOf } from './stand-issues.ts'

/** What a pronoun means, the sentence that names it, and the verb by which it is asked or offered. */
export interface Before {
  readonly phrase: Phrase
  readonly sentence: number
  readonly verb?: number
}

/** Sentences back through pronouns that mean the same. */
const FARTHEST = 3

/**
 * "Peru demanded a larger share. Norway rejected it": what is asked or offered in the clause or the sentence before, or
 * the one text, accord or measure that its verb has as subject or object. Undefined where there is none, or several.
 */
export function matterBefore(scene: Scene, pronoun: number, steps = 0): Before | undefined {
  const { tokens, sents } = scene.doc
  if (!/^(?:PRP|DT)$/.test(tokens.tag[pronoun]!) && !isBareDemand(scene, pronoun)) return undefined
  const sentence = scene.sentenceOf(pronoun)
  const here = inStretch(scene, pronoun, sents[sentence]!.first, verbOver(scene, pronoun))
  if (here !== undefined) return here === 'several' ? undefined : here
  if (sentence === 0) return undefined
  const { first, last } = sents[sentence - 1]!
  const before = inStretch(scene, pronoun, first, last)
  if (before !== undefined) return before === 'several' ? undefined : before
  const same = steps < FARTHEST ? pronounIn(scene, pronoun, first, last) : undefined
  return same === undefined ? undefined : matterBefore(scene, same, steps + 1)
}

/** The verb a pronoun hangs on, no farther than the pronoun. */
const verbOver = ({ doc: { tokens } }: Scene, pronoun: number): number =>
  Math.min(pronoun, Math.max(tokens.head[pronoun]!, 0))

/** One thing named between two tokens; "several" where more than one may be meant. */
function inStretch(
  scene: Scene,
  pronoun: number,
  first: number,
  last: number,
): Before | 'several' | undefined {
  const asked: Before[] = []
  const named: Before[] = []
  for (let at = first; at < last; at++) {
    const put = askedAt(scene, at)
    if (put) asked.push(put)
    else if (isText(scene, at)) named.push({ phrase: whichOne(scene, at), sentence: scene.sentenceOf(at) })
  }
  const isPlural = PLURAL.has(scene.doc.tokens.lower[pronoun]!)
  const fits = ({ phrase }: Before) => isPlural === isMany(scene, phrase)
  // "Peru rejected that": no thing, but what is asked.
  const isOfThing = /^(?:it|them|they)$/.test(scene.doc.tokens.lower[pronoun]!)
  const found =
    asked.length > 0 ? asked.filter((one) => !isPlural || fits(one)) : isOfThing ? named.filter(fits) : []
  const texts = new Set(found.map(({ phrase }) => phrase.text.toLowerCase()))
  return texts.size > 1 ? 'several' : found[0]
}

const PLURAL: ReadonlySet<string> = new Set(['them', 'they', 'these', 'those'])

/** "Rejected the demand", "called that request unfair": what is asked stands before, where nothing behind the noun says it. */
export const isBareDemand = ({ doc: { tokens }, grammar }: Scene, noun: number): boolean =>
  /^(?:demand|request)$/.test(tokens.lemma[noun]!) &&
  /^(?:obj|nsubj:pass)$/.test(tokens.dep[noun]!) &&
  grammar.dependents(noun, 'nmod', 'acl', 'compound', 'amod').length === 0 &&
  /^(?:the|that|this|its|their)$/.test(tokens.lower[noun - 1]!) &&
  !/^(?:for|that|to|on|over)$/.test(tokens.lower[noun + 1] ?? '')

/** Whether a phrase is headed by a plural. */
const isMany = (scene: Scene, phrase: Phrase): boolean => {
  const { lemma, tag } = scene.doc.tokens
  const head = tokensIn(scene, phrase).find((at) => lemma[at] === phrase.head)
  return head !== undefined && tag[head] === 'NNS'
}

/** "Demanded a larger share", "proposed that ships pay by weight": what a verb of asking or offering has as its object. */
function askedAt(scene: Scene, at: number): Before | undefined {
  const { grammar, rows, doc } = scene
  const { lemma, tag } = doc.tokens
  const row = rows('stance-verbs').get(lemma[at]!)
  if (!row || !grammar.isVerb(at) || !/^(?:demand|offer)$/.test(row.stance ?? '') || row.clause)
    return undefined
  const things = [...grammar.objects(at), ...grammar.obliques(at, 'for')].filter((one) =>
    /^NN/.test(tag[one]!),
  )
  const clauses = grammar.dependents(at, 'ccomp', 'xcomp')
  for (const one of [...things, ...clauses]) {
    const phrase = scene.fillers.quantityAt(one)?.unit ? scene.fillers.phrase(one) : issueAt(scene, one)
    if (phrase) return { phrase: withItsRest(scene, phrase, true), sentence: scene.sentenceOf(at), verb: at }
  }
  return undefined
}

const TABLES = ['agreement-nouns', 'measure-nouns', 'term-nouns'] as const

/** A text, an offer, an accord or a measure that is the subject or object of its clause, which nobody only tells of. */
function isText(scene: Scene, noun: number): boolean {
  const { dep, lemma, tag, head } = scene.doc.tokens
  if (!/^NNS?$/.test(tag[noun]!) || !/^(?:obj|nsubj|nsubj:pass)$/.test(dep[noun]!)) return false
  const verb = head[noun]!
  if (verb >= 0 && /^(?:ccomp|acl)/.test(dep[verb]!)) return false
  return (
    kindOf(scene, noun) === 'text' ||
    scene.rows('stance-nouns').get(lemma[noun]!)?.stance === 'offer' ||
    TABLES.some((table) => scene.rows(table).has(lemma[noun]!))
  )
}

/** A pronoun of the same number that somebody judges in a sentence: "Norway called it unfair. Chile rejected it, too." */
function pronounIn(
  { doc: { tokens }, rows }: Scene,
  pronoun: number,
  first: number,
  last: number,
): number | undefined {
  const isPlural = PLURAL.has(tokens.lower[pronoun]!)
  for (let at = first; at < last; at++)
    if (
      /^(?:it|that|this|them|these|those)$/.test(tokens.lower[at]!) &&
      /^(?:PRP|DT)$/.test(tokens.tag[at]!) &&
      PLURAL.has(tokens.lower[at]!) === isPlural &&
      tokens.dep[at] === 'obj' &&
      tokens.head[at]! >= 0 &&
      (rows('stance-verbs').has(tokens.lemma[tokens.head[at]!]!) || tokens.lemma[tokens.head[at]!] === 'call')
    )
      return at
  return undefined
}
