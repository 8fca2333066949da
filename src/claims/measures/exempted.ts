// In: a scene and the measures found by their nouns. Out: what is left out of the measure told shortly before: "medicines are excluded".
import type { MeasurePart } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { goodsPhrase } from './goods.ts'
import { measureClaim } from './measure-claim.ts'

/** What is said of goods that a measure does not hit. */
const OUT: ReadonlySet<string> = new Set(['exempt', 'exclude', 'excluded', 'exempted', 'spare', 'unaffected'])
/** "Outside the net", "outside its scope". */
const NETS: ReadonlySet<string> = new Set(['net', 'scope', 'regime', 'levy', 'tariff', 'duty'])
/** Sentences behind a measure within which what is left out is left out of it. */
const SHORTLY = 4
const FAR = 15
const IN_FORCE = /^(?:is|are|has|have|will|would|remain|remains)$/
const WAS = /^(?:was|were)$/
const MAIN = /^(?:root|conj|parataxis)$/
/** Nouns of any goods: which, the words behind them say. */
const ANY: ReadonlySet<string> = new Set([
  'article',
  'good',
  'goods',
  'import',
  'item',
  'product',
  'shipment',
])
/** Measures that hit goods. */
const ON_GOODS = /^(?:tariff|ban|quota|export control|sanction|licence|tax)$/

const partOf = (found: Found): MeasurePart => (found.body as { about: MeasurePart }).about

/**
 * "Phones and medicines are exempt.", "goods already taxed are excluded", "energy has been outside the net": goods, by their
 * words, and the one measure that the sentence itself, or one right before, tells in full.
 */
export function exempted(scene: Scene, found: readonly Found[]): Found[] {
  const { doc } = scene
  const told = found.filter((one) => hits(partOf(one)))
  if (told.length === 0) return []
  const here = new Set(
    found.filter((one) => partOf(one).effect === 'exempt').map((one) => scene.sentenceOf(one.trigger)),
  )
  return doc.sents.flatMap((_, sentence) => {
    if (here.has(sentence)) return []
    const before = told.filter((one) => scene.sentenceOf(one.trigger) <= sentence)
    const last = before.reduce<Found | undefined>(
      (latest, one) => (!latest || one.trigger > latest.trigger ? one : latest),
      undefined,
    )
    if (!last) return []
    // Where all that was told is by and on the same, nothing else is meant.
    const reach = before.every((one) => keyOf(partOf(one)) === keyOf(partOf(last))) ? FAR : SHORTLY
    if (sentence - scene.sentenceOf(last.trigger) > reach) return []
    return outIn(scene, sentence, last)
  })
}

const keyOf = ({ type, by, on }: MeasurePart): string =>
  [type, ...by.map(({ id }) => id).sort(), '|', ...on.map(({ id }) => id).sort()].join(' ')

/** A measure with who is hit or hits, that is no exemption and no end. */
const hits = ({ type, effect, by, on }: MeasurePart): boolean =>
  ON_GOODS.test(type) &&
  by.length + on.length > 0 &&
  /^(?:set|raise|stand|extend|expand|resume|lower)$/.test(effect)

function outIn(scene: Scene, sentence: number, measure: Found): Found[] {
  const { doc, grammar } = scene
  const { first, last } = doc.sents[sentence]!
  const { lemma, dep } = doc.tokens
  if (doc.tokens.form[last - 1] === '?') return []
  for (let head = first; head < last; head++) {
    const isOut = OUT.has(lemma[head]!) || isOutside(scene, head)
    if (!isOut || !MAIN.test(dep[head]!) || !isNow(scene, head)) continue
    const { polarity, modality } = scene.epistemics(head)
    if (polarity === 'denied' || !/^(?:held|ongoing|planned|expected|background|conditional)$/.test(modality))
      continue
    const subjects =
      grammar.isVerb(head) && grammar.isPassive(head) ? grammar.objects(head) : grammar.subjects(head)
    const goods = subjects
      .flatMap((token) => grammar.conjuncts(token))
      .filter((token) => isGoods(scene, token))
    if (goods.length === 0) continue
    return [outOf(scene, head, goods, measure)]
  }
  return []
}

/** "Outside the net": the noun, behind its preposition. */
const isOutside = ({ doc, grammar }: Scene, head: number): boolean =>
  NETS.has(doc.tokens.lemma[head]!) && grammar.caseOf(head) === 'outside'

/** In the present or to come; an active "exempts" says by what. */
const isNow = ({ doc, grammar }: Scene, head: number): boolean => {
  const { lower, tag } = doc.tokens
  if (grammar.isVerb(head) && !grammar.isPassive(head) && tag[head] !== 'JJ') return false
  // "Phones were exempted on 3 May": done; "were exempt" till then.
  const isDone = tag[head] === 'VBN' && lower[head]!.endsWith('ed')
  return grammar
    .dependents(head, 'aux', 'aux:pass', 'cop')
    .some((one) => IN_FORCE.test(lower[one]!) || (isDone && WAS.test(lower[one]!)))
}

/** The goods; of any goods with what says which: "goods loaded before 1 May". */
function goodsAt(scene: Scene, token: number) {
  if (!isAny(scene, token)) return goodsPhrase(scene, token)
  const { first, last } = scene.grammar.phrase(token, 'whole')
  return scene.fillers.phraseOf(first, last, token)
}

const isModified = ({ first, last }: { first: number; last: number }): boolean => last > first

const isAny = ({ doc }: Scene, token: number): boolean => ANY.has(doc.tokens.lemma[token]!)

/** A common noun of no side, body or person. */
const isGoods = ({ doc, fillers, rows, grammar }: Scene, token: number): boolean =>
  /^NNS?$/.test(doc.tokens.tag[token]!) &&
  (!ANY.has(doc.tokens.lemma[token]!) || isModified(grammar.phrase(token, 'whole'))) &&
  fillers.parties(token).length === 0 &&
  fillers.persons(token).length === 0 &&
  !['speaker-nouns', 'actor-nouns', 'private-nouns', 'measure-nouns'].some((list) =>
    rows(list).has(doc.tokens.lemma[token]!),
  ) &&
  !grammar.dependents(token, 'det').some((one) => /^(?:no|none)$/.test(doc.tokens.lower[one]!))

function outOf(scene: Scene, head: number, goods: readonly number[], measure: Found): Found {
  const { type, by, on, name } = partOf(measure)
  const phrases = goods.map((token, at) => {
    const whole = goodsAt(scene, token)
    // "Phones and screens": each by its own words.
    const next = goods[at + 1]
    const isWide = next !== undefined && scene.doc.tokens.start[next]! < whole.end
    return isWide ? scene.fillers.phraseOf(scene.grammar.phrase(token, 'short').first, token, token) : whole
  })
  const one = measureClaim(scene, {
    trigger: head,
    foundBy: 'measure/exempted@1',
    type,
    row: { lemma: 'exempt from', effect: 'exempt', status: 'in force', direction: 'eases' },
    by,
    on,
    goods: phrases,
    name,
    days: scene.grammar.isVerb(head)
      ? scene.days([head]).filter(({ role }) => /^(?:on|from)$/.test(role))
      : [],
  })
  const told = scene.sentenceOf(measure.trigger)
  return told === scene.sentenceOf(head) ? one : { ...one, alsoSentences: [told] }
}
