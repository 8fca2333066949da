// In: a scene. Out: the figures a report gives: what they measure, their value and bound, whose, as of when.
import type { Quantity } from '../language/doc.ts'
import type { DependencyBody, Phrase, Ref } from '../model/index.ts'
import { claimDay, timesOf } from './attached-days.ts'
import { findDependencies } from './dependencies.ts'
import { toValue, unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'

/** Units that say how long or how old, not how much. */
const TIME_UNITS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'year-old',
  'time',
  'old',
])
/** Counted nouns that measure nothing by being counted. */
const IDLE: ReadonlySet<string> = new Set([
  'side',
  'country',
  'thing',
  'party',
  'way',
  'person',
  'official',
  'time',
  'part',
  'point',
  'item',
  'round',
  'leader',
  'president',
  'minister',
  'page',
  'section',
  'step',
  'reason',
  'question',
  'man',
  'woman',
  'one',
  'other',
  'nation',
  'government',
  'economy',
  'state',
  'talk',
  'meeting',
  'report',
  'word',
  'team',
  'source',
  'member',
  'negotiator',
  'house',
])

/** Claims from quantities with a unit, held by a verb of `figure-verbs` or counting a noun that a clause speaks of. */
export function findFigures(scene: Scene): Found[] {
  const verbs = scene.rows('figure-verbs')
  const measures = scene.rows('measure-nouns')
  const shares = findDependencies(scene)
  const told = new Set(shares.flatMap((one) => one.roles?.share?.start ?? []))
  const found: Found[] = shares.map(shareFigure)
  for (const quantity of scene.doc.quantities) {
    if (quantity.unit === '' || TIME_UNITS.has(quantity.unit) || told.has(quantity.start)) continue
    const one = figureAt(scene, quantity, verbs, measures)
    if (one) found.push(one)
  }
  return found
}

/** The figure of a share that a party holds. */
function shareFigure(share: Found): Found {
  const { on, what, share: value } = share.body as DependencyBody
  return {
    ...share,
    kind: 'figure',
    foundBy: 'figure/share@1',
    body: { measures: what, value: value!, scope: [], of: [on] },
  }
}

function figureAt(
  scene: Scene,
  quantity: Quantity,
  verbs: ReadonlyMap<string, unknown>,
  measures: ReadonlyMap<string, unknown>,
): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const at = headOf(scene, quantity)
  const sentence = tokens.sent[at]!
  if (doc.parsed[sentence] === 0) return undefined
  // A rate of a tariff is the measure's, not a figure.
  const noun = isNumberOf(scene, at) ? tokens.head[at]! : at
  if (noun >= 0 && measures.has(tokens.lemma[noun]!)) return undefined
  const verb = grammar.governor(at)
  if (verb < 0) return undefined
  const subject = grammar.subjects(verb).find((token) => fillers.isMatter(token) || fillers.nameAt(token))
  if (subject !== undefined && measures.has(tokens.lemma[subject]!) && quantity.unit === '%') return undefined
  const counts = noun !== at && !grammar.isVerb(noun)
  const lemma = tokens.lemma[noun]!
  if (counts && IDLE.has(lemma)) return undefined
  const plain = quantity.unit !== '%' && !/^[A-Z]{3}$/.test(quantity.unit) && quantity.value < 20
  if (plain) return undefined
  const held = verbs.has(tokens.lemma[verb]!) || grammar.dependents(verb, 'cop').length > 0
  if (!held && !counts) return undefined
  const parts: Phrase[] = []
  if (subject !== undefined && subject !== noun && held) parts.push(fillers.phrase(subject, 'short'))
  if (counts) parts.push(withoutQuantity(scene, noun, quantity))
  for (const preposition of ['of', 'for', 'in'])
    for (const token of grammar.obliques(at, preposition))
      if (!fillers.timeAt(token)) parts.push(fillers.phrase(token, 'short'))
  const kept = parts.filter((phrase) => phrase.text.length > 1)
  if (kept.length === 0) return undefined
  const of: Ref[] = unique([
    ...(subject === undefined ? [] : fillers.parties(subject)),
    ...(counts ? fillers.parties(noun) : []),
  ])
  const start = Math.min(...kept.map((phrase) => phrase.start))
  const end = Math.max(...kept.map((phrase) => phrase.end))
  const days = timesOf(doc, grammar, [verb, at, noun])
    .filter((time) => time.type === 'DATE')
    .map((time) => claimDay(doc, time, 'asOf'))
  return {
    kind: 'figure',
    trigger: at,
    foundBy: counts ? 'figure/counted@1' : 'figure/predicate@1',
    epistemics: scene.epistemics(verb),
    body: {
      measures: {
        text: kept.map((phrase) => phrase.text).join(' · '),
        start,
        end,
        head: kept[0]!.head,
        ids: [...new Set(kept.flatMap((phrase) => phrase.ids))],
      },
      value: toValue(quantity),
      scope: kept.slice(1),
      of,
      ...(quantity.change ? { change: quantity.change } : {}),
    },
    days,
    roles: { value: { start: quantity.start, end: quantity.end }, measures: { start, end } },
  }
}

/** The token of a quantity that hangs on a word outside it. */
function headOf(scene: Scene, quantity: Quantity): number {
  for (let at = quantity.first; at < quantity.last; at++) {
    const head = scene.doc.tokens.head[at]!
    if (head < quantity.first || head >= quantity.last) return at
  }
  return quantity.first
}

const isNumberOf = (scene: Scene, at: number): boolean =>
  /^(nummod|amod|compound|nmod:poss)/.test(scene.doc.tokens.dep[at]!) && scene.doc.tokens.head[at]! >= 0

/** The counted noun's phrase with the number cut off its front where it stands there. */
function withoutQuantity(scene: Scene, noun: number, quantity: Quantity): Phrase {
  const { first, last } = scene.grammar.phrase(noun, 'short')
  const from = quantity.last > first && quantity.last <= noun ? quantity.last : first
  return scene.fillers.phraseOf(Math.min(from, noun), last, noun)
}
