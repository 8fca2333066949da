// In: a scene, the measures of its sentences. Out: those that a pronoun takes up: "put a duty on cod and doubled it to 50 %".

import type { Row } from '../../language/lexicon.ts'
import type { MeasurePart } from '../../model/index.ts'
import { toValue } from '../sentence/fillers.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { daysOf } from './days.ts'
import { doersOf } from './imposers.ts'
import { measureClaim } from './measure-claim.ts'
import { PART_OF } from './part-of.ts'
import { isRateOf } from './rates.ts'
import { isReckoned } from './reckoned.ts'

/** Words for what was told just before. */
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'them', 'they', 'both', 'which'])
/** "Lapses on 3 May unless the senate extends it": what would keep it, and nothing that anybody proposes. */
function isException({ doc }: Scene, verb: number): boolean {
  const { lower, sent } = doc.tokens
  for (let at = verb - 1; at >= 0 && at > verb - 8 && sent[at] === sent[verb] && lower[at] !== ','; at--)
    if (lower[at] === 'unless') return true
  return false
}

/** What is done to a measure that stands. */
const CHANGES: ReadonlySet<string> = new Set([
  'raise',
  'lower',
  'postpone',
  'suspend',
  'end',
  'extend',
  'resume',
  'expand',
])

/**
 * "It" or "them" as what a verb of `measure-verbs` changes is the measure that the verb it is joined to, or the main verb
 * of the sentence before, did something to. What is only raised or lowered must say how far.
 */
export function takenUp(scene: Scene, found: readonly Found[]): Found[] {
  const { tokens } = scene.doc
  const byTrigger = new Map(found.map((one) => [one.trigger, one]))
  return Array.from({ length: tokens.count }, (_, token) => token).flatMap((token) => {
    if (!PRONOUNS.has(tokens.lower[token]!)) return []
    const part = partOver(scene, token)
    const held = part ?? token
    if (!/^(?:obj|nsubj:pass|nsubj)$/.test(tokens.dep[held]!)) return []
    const more = withJoined(scene, tokens.head[held]!).flatMap((verb) => {
      const row = rowOf(scene, held, verb)
      return row ? changedBy(scene, { token, part, row }, verb, byTrigger) : []
    })
    for (const one of more) byTrigger.set(one.trigger, one)
    return more
  })
}

/** "Most of them": the word that takes some of what the pronoun stands for. */
function partOver({ doc, grammar }: Scene, token: number): number | undefined {
  const { dep, head, lower } = doc.tokens
  const over = head[token]!
  const isPart =
    over >= 0 && dep[token] === 'nmod' && grammar.caseOf(token) === 'of' && PART_OF.has(lower[over]!)
  return isPart ? over : undefined
}

/** What a verb does to its object, or what it says of its subject: "it lapses". */
function rowOf(scene: Scene, held: number, verb: number): Row | undefined {
  const row = verb < 0 ? undefined : verbRow(scene, verb, scene.rows('measure-verbs'))
  if (!row || scene.doc.tokens.dep[held] !== 'nsubj') return row
  return row.uses === 'subject' && OF_ITSELF.test(row.lemma ?? '') ? row : undefined
}

/** What measures and the like do by themselves. */
const OF_ITSELF = /^(?:expire|lapse|rise|fall|go up|go down|come down|drop to)$/

/** A verb with those joined to it that share its subject and say nothing else of whom or what: "raised in May and lowered in June". */
function withJoined({ grammar }: Scene, verb: number): number[] {
  if (verb < 0) return []
  const isBare = (one: number): boolean =>
    grammar.isVerb(one) && grammar.dependents(one, 'nsubj', 'nsubj:pass', 'obj').length === 0
  return grammar.isPassive(verb) ? [verb, ...grammar.dependents(verb, 'conj').filter(isBare)] : [verb]
}

/** What a verb does to the measure that a pronoun stands for; [] where it changes none. */
function changedBy(
  scene: Scene,
  { token, part, row: said }: { token: number; part: number | undefined; row: Row },
  verb: number,
  byTrigger: ReadonlyMap<number, Found>,
): Found[] {
  const { doc, grammar } = scene
  const { tokens } = doc
  if (!CHANGES.has(said.effect ?? '') || byTrigger.has(verb) || isException(scene, verb)) return []
  const before = measureBefore(scene, verb, byTrigger)
  if (!before || (isNew(scene, token, said) && !isHalt(before))) return []
  // "Stopped deliveries on 3 May, both being restored in June": what goes on again, the halt to it is over.
  const row = isHalt(before) && said.effect === 'resume' ? scene.rows('measure-verbs').get('lift') : said
  if (!row) return []
  const { about } = before.body as { about: MeasurePart }
  const noun = tokenAt(scene, (before.roles?.noun?.end ?? about.name.end) - 1)
  const isNewly = isNew(scene, token, said)
  if (!isNewly && isMany(scene, noun) !== /^th/.test(tokens.lower[token]!)) return []
  const rate = [
    ...['to', 'by', 'at', 'from'].flatMap((word) => grammar.obliques(verb, word)),
    ...grammar.dependents(verb, 'obl:unmarked'),
  ]
    .map((one) => scene.fillers.quantityAt(one))
    .find((one) => isRateOf(scene, noun, one))
  if (!rate && /^(?:raise|lower)$/.test(row.effect ?? '') && !isReckoned(scene, verb)) return []
  const doers = unique(doersOf(scene, verb).flatMap((one) => scene.fillers.parties(one)))
  const doing = { token: verb, tokens: [verb], row, asObject: true }
  return [
    measureClaim(scene, {
      trigger: verb,
      foundBy: 'measure/taken-up@1',
      type: about.type,
      row,
      by: doers.length > 0 && !grammar.isPassive(verb) ? doers : about.by,
      on: about.on,
      goods: about.goods,
      rate: rate ? toValue(rate) : undefined,
      name:
        part === undefined
          ? about.name
          : { ...about.name, text: `${tokens.lower[part]} of ${about.name.text}` },
      // "On 3 May and training on the 5th, both being restored": days of what came before.
      days: daysOf(scene, noun, doing, [], about.by).filter(
        ({ role, start }) =>
          role !== 'announced' &&
          !before.days?.some((day) => day.start === start) &&
          !(start < tokens.start[token]! && isNewly),
      ),
      ...(before.roles ? { roles: before.roles } : {}),
    }),
  ]
}

/** Of these only what is stopped is told plainly enough to be taken up, or what is done to nobody but measures. */
const NEW: ReadonlySet<string> = new Set(['they', 'both', 'which'])

const isNew = ({ doc }: Scene, token: number, { lemma, uses }: Row): boolean =>
  NEW.has(doc.tokens.lower[token]!) &&
  !(doc.tokens.lower[token] === 'they' && (uses === 'subject' || ON_MEASURES.has(lemma ?? '')))

/** What is done to duties, bans and the like, and not to people. */
const ON_MEASURES: ReadonlySet<string> = new Set(
  'abolish double halve lift lower raise repeal rescind roll back scrap slash strike down triple waive'.split(
    ' ',
  ),
)

/** "Stopped deliveries", "suspended exports": told by the verb alone. */
const isHalt = ({ foundBy, body }: Found): boolean => {
  const { effect, name } = (body as { about: MeasurePart }).about
  return foundBy === 'measure/deed@1' && effect === 'set' && name.text.startsWith('halt to')
}

/** What the verb before in the same sentence, or the main verb of the one before, did something to. */
function measureBefore(
  { doc, grammar }: Scene,
  verb: number,
  byTrigger: ReadonlyMap<number, Found>,
): Found | undefined {
  const { dep, head, sent } = doc.tokens
  for (let at = verb, steps = 0; dep[at] === 'conj' && head[at]! >= 0 && steps < 4; steps++) {
    at = head[at]!
    const before = grammar.dependents(at, 'conj').filter((one) => one < verb)
    const joined = [...before.reverse(), at].flatMap((one) => byTrigger.get(one) ?? [])[0]
    if (joined) return joined
  }
  // "Opened the inquiry it had shelved, and suspended it": what the same sentence told before.
  for (let at = verb - 1; at >= 0 && sent[at] === sent[verb]; at--) {
    const told = byTrigger.get(at)
    if (told) return told
  }
  for (let sentence = sent[verb]! - 1; sentence >= 0 && sentence >= sent[verb]! - 2; sentence--) {
    const { first, last } = doc.sents[sentence]!
    const root = dep.indexOf('root', first)
    if (root < 0 || root >= last) return undefined
    const told = byTrigger.get(root)
    // "It took effect in May. It lapses in July.": the sentence between speaks of the same.
    const isOfSame = grammar
      .dependents(root, 'nsubj', 'nsubj:pass')
      .some((at) => /^(?:it|they)$/.test(doc.tokens.lower[at]!))
    if (told || !isOfSame) return told
  }
  return undefined
}

const isMany = ({ doc }: Scene, noun: number): boolean => /^NNP?S$/.test(doc.tokens.tag[noun]!)
