// In: a scene, a verb. Out: a denial of what somebody is accused of: "Chile accused Peru of …; Peru denies wrongdoing".
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { DENIES, denialOf, type FoundDenial, isDenying, lemmaOf, subjectOf } from './denial-words.ts'

/** What who is accused denies, without a word of what it is. */
export const GUILT =
  /^(?:wrongdoing|involvement|responsibility|role|guilt|culpability|complicity|misconduct|collusion|accusations?|allegations?|charges?)$/
const ACCUSES = /^(?:accuse|blame|allege|charge|suspect|fault)$/
const CLAIMS = /^(?:claim|say|report|suggest|assert|contend|argue)$/
/** Tokens behind the verb within which the word stands; sentences before it that may tell the accusation. */
const REACH = 4
const BACK = 3

/** A denial at a verb of what was just laid to who denies it. */
export function chargeDenied(scene: Scene, verb: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, sent, tag } = doc.tokens
  if (!DENIES.test(lemmaOf(scene, verb)) || !/^VB[DZPN]|^NNS$/.test(tag[verb]!) || !isDenying(scene, verb))
    return undefined
  const { first, last } = doc.sents[sent[verb]!]!
  const words = range(verb + 1, Math.min(last, verb + 1 + REACH))
  const stop = words.findIndex((at) => /^(?:[.,;:]|that)$/.test(lower[at]!))
  const guilty =
    guiltyClause(scene, verb) ??
    (stop < 0 ? words : words.slice(0, stop)).find((at) => GUILT.test(lower[at]!))
  if (guilty === undefined) return undefined
  const by = subjectOf(scene, verb)
  if (by === '') return undefined
  const here = sent[verb]!
  const matter = matterBehind(scene, guilty, last)
  const split = range(first, verb).findLast((at) => /^(?:;|but|while|though|-|--|\u2014)$/.test(lower[at]!))
  const around: [sent: number, from: number, to: number][] = [
    ...range(Math.max(0, here - BACK), here).reverse(),
    here + 1,
  ]
    .filter((at) => at < doc.sents.length)
    .map((at) => [at, doc.sents[at]!.first, doc.sents[at]!.last])
  if (split !== undefined && split - first > 3) around.unshift([here, first, split])
  for (const [told, from, to] of around) {
    if (doc.sents[told]!.role !== doc.sents[here]!.role) continue
    const has = range(from, to).map((at) => doc.tokens.lemma[at]!)
    if (matter.filter((word) => has.includes(word)).length * 2 < matter.length) continue
    const charge = chargeIn(scene, from, to, by, told === here)
    if (charge) return denialOf(scene, { verb, by, told, isExact: true, ...charge })
  }
  return undefined
}

/** "Denied that it was responsible", "denied being to blame": the word of guilt behind who denies it. */
function guiltyClause({ doc: { tokens } }: Scene, verb: number): number | undefined {
  const be = range(verb + 1, verb + 4).find((at) =>
    /^(?:was|were|is|are|being|had)$/.test(tokens.lower[at] ?? ''),
  )
  if (
    be === undefined ||
    !range(verb + 1, be).every((at) => /^(?:that|it|he|she|they)$/.test(tokens.lower[at]!))
  )
    return undefined
  const at = tokens.lower[be + 1] === 'to' || tokens.lower[be + 1] === 'been' ? be + 2 : be + 1
  return /^(?:responsible|involved|behind|guilty|blame|complicit)$/.test(tokens.lower[at] ?? '')
    ? at
    : undefined
}

/** "(Denies involvement) in an attack on the port": the nouns of what it is. */
function matterBehind({ doc: { tokens } }: Scene, guilt: number, last: number): string[] {
  if (!/^(?:in|for|of|behind)$/.test(tokens.lower[guilt + 1] ?? '')) return []
  const stop = range(guilt + 2, last).find((at) => /^[,.;:()]$/.test(tokens.lower[at]!)) ?? last
  return range(guilt + 2, stop)
    .filter((at) => /^NN/.test(tokens.tag[at]!))
    .map((at) => tokens.lemma[at]!)
}

/** Who lays something to a side in a stretch of text, and the words of it; undefined where nobody does. */
function chargeIn(scene: Scene, from: number, to: number, accused: string, isBeside: boolean) {
  const { tokens, text } = scene.doc
  const { grammar } = scene
  const verb = range(from, to).find((at) => ACCUSES.test(tokens.lemma[at]!) && grammar.isVerb(at))
  if (verb === undefined) return undefined
  const isNamed =
    text
      .slice(tokens.end[verb], tokens.end[to - 1])
      .toLowerCase()
      .includes(bare(accused)) ||
    range(verb + 1, to).some((at) => namesAt(scene, at).includes(accused)) ||
    (isBeside && grammar.objects(verb).some((at) => tokens.tag[at] === 'PRP'))
  const teller = doerOf(scene, verb)
  if (!isNamed || bare(teller) === bare(accused)) return undefined
  const [subject] = grammar.subjects(verb)
  let noun = tokens.dep[verb] === 'acl' ? tokens.head[verb]! : subject
  // "An attack on the port blamed on Chile": the attack is, not the port.
  while (noun !== undefined && tokens.dep[noun]!.startsWith('nmod') && tokens.head[noun]! >= from)
    noun = tokens.head[noun]!
  const start = noun === undefined ? from : grammar.phrase(noun, 'short').first
  return { teller, from: start < verb ? start : from, to }
}

const bare = (who: string): string => who.toLowerCase().replace(/^(?:the|an?) /, '')

const namesAt = ({ fillers }: Scene, token: number): string[] => [
  fillers.nameAt(token)?.canonical ?? '',
  ...fillers.parties(token).map(({ name }) => name),
]

/** Who a stretch of text says tells or claims something; "" where nobody does. */
export function tellerIn(scene: Scene, from: number, to: number): string {
  const { tokens } = scene.doc
  const version = versionOf(scene, from, to) || giverOf(scene, from, to)
  if (version !== '') return version
  const told = range(from, to)
    .map((at) => tellerAt(scene, at))
    .find((one) => one !== '')
  if (told !== undefined) return told
  const verb = range(from, to).find(
    (at) => scene.grammar.isVerb(at) && (ACCUSES.test(tokens.lemma[at]!) || CLAIMS.test(tokens.lemma[at]!)),
  )
  return verb === undefined ? '' : doerOf(scene, verb)
}

/** Who accuses somebody by a verb before these words; "" where nobody does. */
export function accuserBefore(scene: Scene, words: readonly number[]): string {
  const { tokens } = scene.doc
  const [first = 0] = words
  const { first: from } = scene.doc.sents[tokens.sent[first]!]!
  const verb = range(from, words.at(-1) ?? from).find(
    (at) => ACCUSES.test(tokens.lemma[at]!) && scene.grammar.isVerb(at),
  )
  return verb === undefined ? '' : doerOf(scene, verb)
}

/** The subject, or who stands behind the "by" of a passive. */
function doerOf(scene: Scene, verb: number): string {
  const { grammar, doc } = scene
  const [agent] = grammar.obliques(verb, 'by')
  if (doc.tokens.tag[verb] === 'VBN' && agent !== undefined) return partiesAt(scene, agent)
  const [subject] = grammar.subjects(verb)
  return subject === undefined ? '' : partiesAt(scene, subject)
}

const VERSION = /^(?:version|account|telling|reading|readout|text|note|summary|statement|view)$/

/** "In Lund's version", "Lima's published account has": whose account a stretch of text is; "" where nobody's. */
export function versionOf(scene: Scene, first: number, last: number): string {
  const { tag, lemma } = scene.doc.tokens
  const owner = range(first, Math.min(last, first + 8)).find(
    (at) => tag[at] === 'POS' && range(at + 1, at + 4).some((one) => VERSION.test(lemma[one] ?? '')),
  )
  return owner === undefined ? '' : nameOrPhrase(scene, owner - 1)
}

const REASON = /^(?:reason|explanation|account|version|story|picture|view|answer)$/

/** "An aide gave another reason: …": who gives what stands behind the colon; "" where nobody does. */
function giverOf(scene: Scene, first: number, last: number): string {
  const { lower, lemma } = scene.doc.tokens
  const colon = range(first, last).find((at) => lower[at] === ':')
  if (colon === undefined || !REASON.test(lemma[colon - 1]!)) return ''
  const verb = range(Math.max(first, colon - 6), colon).find((at) => /^(?:give|offer|have)$/.test(lemma[at]!))
  const [subject] = verb === undefined ? [] : scene.grammar.subjects(verb)
  return subject === undefined ? '' : nameOrPhrase(scene, subject)
}

/** The name at a noun, else its words. */
export const nameOrPhrase = ({ doc, fillers }: Scene, at: number): string =>
  fillers.nameAt(at)?.canonical ?? (/^NN/.test(doc.tokens.tag[at]!) ? fillers.phrase(at, 'short').text : '')
