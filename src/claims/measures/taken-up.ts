// In: a scene, the measures of its sentences. Out: those that a pronoun takes up: "put a duty on cod and doubled it to 50 %".
import type { MeasurePart } from '../../model/index.ts'
import { toValue, unique } from '../sentence/fillers.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { daysOf } from './days.ts'
import { doersOf } from './imposers.ts'
import { measureClaim } from './measure-claim.ts'
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
    if (!/^(?:obj|nsubj:pass)$/.test(tokens.dep[token]!)) return []
    return withJoined(scene, tokens.head[token]!).flatMap((verb) => changedBy(scene, token, verb, byTrigger))
  })
}

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
  token: number,
  verb: number,
  byTrigger: ReadonlyMap<number, Found>,
): Found[] {
  const { doc, grammar } = scene
  const { tokens } = doc
  const said = verbRow(scene, verb, scene.rows('measure-verbs'))
  if (!said || !CHANGES.has(said.effect ?? '') || byTrigger.has(verb) || isException(scene, verb)) return []
  const before = measureBefore(scene, verb, byTrigger)
  if (!before || (NEW.has(tokens.lower[token]!) && !isHalt(before))) return []
  // "Stopped deliveries on 3 May, both being restored in June": what goes on again, the halt to it is over.
  const row = isHalt(before) && said.effect === 'resume' ? scene.rows('measure-verbs').get('lift') : said
  if (!row) return []
  const { about } = before.body as { about: MeasurePart }
  const noun = tokenAt(scene, (before.roles?.noun?.end ?? about.name.end) - 1)
  if (!NEW.has(tokens.lower[token]!) && isMany(scene, noun) !== (tokens.lower[token] === 'them')) return []
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
      name: about.name,
      // "On 3 May and training on the 5th, both being restored": days of what came before.
      days: daysOf(scene, noun, doing, [], about.by).filter(
        ({ role, start }) =>
          role !== 'announced' &&
          !before.days?.some((day) => day.start === start) &&
          !(start < tokens.start[token]! && NEW.has(tokens.lower[token]!)),
      ),
      ...(before.roles ? { roles: before.roles } : {}),
    }),
  ]
}

/** Of these only what is stopped is told plainly enough to be taken up. */
const NEW: ReadonlySet<string> = new Set(['they', 'both', 'which'])

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
  const sentence = sent[verb]! - 1
  if (sentence < 0) return undefined
  const { first, last } = doc.sents[sentence]!
  for (let at = first; at < last; at++) if (dep[at] === 'root') return byTrigger.get(at)
  return undefined
}

const isMany = ({ doc }: Scene, noun: number): boolean => /^NNP?S$/.test(doc.tokens.tag[noun]!)
