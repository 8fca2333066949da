// In: the measures of one report. Out: the same, where "the tariffs" is on whom and by whom the one tariff of the report is.
import type { Quantity } from '../../language/doc.ts'
import type { MeasurePart, Phrase, Ref } from '../../model/index.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'

const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those', 'this', 'that', 'such'])

/** "The tariffs", "those duties": a measure told of before. */
export const pointsBack = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'det').some((word) => DEFINITE.has(doc.tokens.lower[word]!))

/** What a report says of all its measures of one type that name whom they hit. */
interface Kind {
  /** Sentence of the first. */
  readonly sentence: number
  /** The words they were told in, small. */
  readonly words: Set<string>
  /** Per cent they were told at. */
  readonly rates: Set<number>
  readonly on: readonly Ref[]
  by: readonly Ref[]
  /** What the first that names goods hits; [] where another hits other goods. */
  goods: readonly Phrase[]
  /** The goods told in each sentence, in the order told. */
  readonly told: { readonly sentence: number; readonly goods: readonly Phrase[] }[]
  /** All hit the same, and none is by another than the rest. */
  one: boolean
}

/**
 * A definite measure that names nobody it hits is the one told before in its report, where all those of its type hit
 * the same and none is by another. What is neither by nor on anybody then is left out.
 */
export function pointedBack(scene: Scene, found: readonly Found[]): Found[] {
  const kinds = kindsOf(scene, found)
  return found
    .map((one) => {
      const part = partOf(one)
      const kind = kinds.get(part.type)
      if (one.foundBy === GIVEN) return byThoseOn(one, found)
      // "Phones are exempt from the tariff": of the one told of, on other goods.
      if (part.effect === 'exempt' && part.on.length + part.by.length === 0 && kind?.one)
        return {
          ...one,
          body: { ...one.body, about: { ...part, by: kind.by, on: kind.on } } as Found['body'],
        }
      if (part.on.length > 0 || part.goods.length > 0) return one
      if (!kind?.one) return onTopic(scene, one)
      // "The Peruvian duties" are on Peru where all duties told of are.
      if (part.by.length === 0 && hasDoer(scene, one))
        return { ...one, body: { ...one.body, about: { ...part, on: [] } } as Found['body'] }
      const atRate =
        part.rate === undefined ||
        kind.rates.size === 0 ||
        [part.rate.value, part.rate.high].some((value) => value !== undefined && kind.rates.has(value))
      const named =
        atRate && kind.by.length > 0 && isNamedAfter(scene, one) && keyOf(part.by) === keyOf(kind.on)
      // "The duty of 50 % stays": where duties were told at other rates only, it is none of them.
      if (part.effect === 'stand' && !atRate) return onTopic(scene, one)
      const isOwn = named || part.by.length === 0 || kind.by.length === 0 || keyOf(part.by) === keyOf(kind.by)
      // "The duties that Peru has levied since May", before they are told in full: the same imposer says which.
      const isAhead = kind.sentence >= scene.sentenceOf(one.trigger) && keyOf(part.by) !== keyOf(kind.by)
      if (!isOwn || isAhead || !isDefinite(scene, one) || isOfLaw(scene, one)) return one
      if (!named && !isToldIn(scene, one, kind)) return one
      return {
        ...one,
        alsoSentences: [kind.sentence],
        body: {
          ...one.body,
          ...(named ? { actor: kind.by, recipient: kind.on } : {}),
          about: {
            ...part,
            on: kind.on,
            goods:
              kind.goods.length > 0 ? kind.goods : toldShortlyBefore(kind, scene.sentenceOf(one.trigger)),
            by: named || part.by.length === 0 ? kind.by : part.by,
          },
        } as Found['body'],
      }
    })
    .filter((one) => !isAnyRate(partOf(one)) && !isOnItself(partOf(one)))
    .filter(
      (one) =>
        partOf(one).by.length > 0 ||
        partOf(one).on.length > 0 ||
        isGiven(partOf(one)) ||
        isDated(scene, one) ||
        // "Since 27 August the full 50 % applies": said of the duty named last, whatever others are told.
        ((!kinds.has(partOf(one).type) || one.foundBy === 'measure/applied-rate@1') && isAtRate(scene, one)),
    )
}

const GIVEN = 'measure/given-rate@1'

/** "Peru was given 19 %": by whoever alone is told in the report to tax Peru. */
function byThoseOn(one: Found, found: readonly Found[]): Found {
  const part = partOf(one)
  if (part.by.length > 0) return one
  const others = found
    .map(partOf)
    .filter(({ type, on, by }) => type === part.type && by.length > 0 && keyOf(on) === keyOf(part.on))
  const [first] = others
  if (!first || others.some(({ by }) => keyOf(by) !== keyOf(first.by))) return one
  return { ...one, body: { ...one.body, actor: first.by, about: { ...part, by: first.by } } as Found['body'] }
}

/** "The ban on raw hides was lifted on Monday", "stays": what becomes of a measure on named goods, and when, says which it is. */
const isDated = (scene: Scene, one: Found): boolean =>
  (partOf(one).goods.length > 0 || isOfKind(scene, one)) &&
  TOLD.test(one.epistemics?.modality ?? 'held') &&
  (partOf(one).effect === 'stand' || (one.days ?? []).some(({ role }) => /^(?:on|from|to|due)$/.test(role)))

/** "The 15 percent duty was still charged on Thursday", "the levies, suspended until May", where no other of its type is told. */
const isAtRate = (scene: Scene, one: Found): boolean =>
  (partOf(one).rate !== undefined || isSuspendedUntil(one)) &&
  TOLD.test(one.epistemics?.modality ?? 'held') &&
  (one.days ?? []).length > 0 &&
  isDefinite(scene, one)

const isSuspendedUntil = (one: Found): boolean =>
  partOf(one).effect === 'suspend' && (one.days ?? []).some(({ role }) => role === 'to')

/** "The import duty": a noun before it says which; "the overtime ban stays", where strikes tell what else is done to one. */
function isOfKind(scene: Scene, one: Found): boolean {
  const { roles } = one
  const { type, effect, rate } = partOf(one)
  // A rate says which it is not; "the 8 % import duty was waived" says it of the one there is.
  if (!roles?.noun || (rate && effect !== 'suspend') || (type === 'strike' && effect !== 'stand'))
    return false
  const kinds = scene.grammar
    .dependents(tokenAt(scene, roles.noun.end - 1), 'compound', 'amod')
    .filter((token) => !scene.fillers.quantityAt(token))
  return kinds.some((token) => /^NN/.test(scene.doc.tokens.tag[token]!) || type === 'strike')
}

/** What is done or is to be done. */
const TOLD = /^(?:held|ongoing|background|planned|expected|conditional)$/

/** "On steel the accounts diverged. One said the tariff of 8 % stays": the goods with which this sentence or the one before opens. */
function onTopic(scene: Scene, one: Found): Found {
  const { doc, grammar, fillers } = scene
  const own = scene.sentenceOf(one.trigger)
  for (const sentence of [own, own - 1]) {
    const first = doc.sents[sentence]?.first
    if (first === undefined || doc.tokens.lower[first] !== 'on') continue
    const thing = doc.tokens.head[first]!
    const goods = grammar.conjuncts(thing).filter((token) => fillers.nameAt(token)?.type === 'good')
    if (goods.length === 0) continue
    const about = { ...partOf(one), goods: goods.map((token) => fillers.phraseOf(token, token, token)) }
    return { ...one, body: { ...one.body, about } as Found['body'] }
  }
  return one
}

/** Sentences within which "the duties" are those last told of. */
const SHORTLY = 3

/** The goods of the measure last told of, where it was told shortly before. */
function toldShortlyBefore({ told }: Kind, sentence: number): readonly Phrase[] {
  const before = told.filter((one) => one.sentence < sentence && one.sentence >= sentence - SHORTLY)
  const last = Math.max(...before.map((one) => one.sentence))
  return before.find((one) => one.sentence === last)?.goods ?? []
}

/** By and on the same state: whose it is was not understood. */
const isOnItself = ({ by, on, type }: MeasurePart): boolean =>
  type !== 'tax' && by.length > 0 && keyOf(by) === keyOf(on)

/** "The rate": of what, nothing says. */
const isAnyRate = ({ name, by, on, goods }: MeasurePart): boolean =>
  by.length + on.length + goods.length === 0 &&
  /^(?:the )?(?:\p{Ll}+ )?rates?$/iu.test(name.text) &&
  !/tax|vat/i.test(name.text)

/** The rate of a tax, or of a duty on goods that are named, says something, whoever sets it. */
const isGiven = ({ type, rate, goods }: MeasurePart): boolean =>
  rate !== undefined && (type === 'tax' || goods.length > 0)

/** "The president could lift it": somebody does it whom no rule here knows. */
const hasDoer = ({ doc, grammar }: Scene, { trigger }: Found): boolean =>
  grammar.isVerb(trigger) &&
  !grammar.isPassive(trigger) &&
  grammar.objects(trigger).length > 0 &&
  grammar.subjects(trigger).some((token) => !/^(?:court|judge|tribunal)$/.test(doc.tokens.lemma[token]!))

/** "The Peruvian duties": a party's name right before the noun. */
function isNamedAfter(scene: Scene, one: Found): boolean {
  const { grammar, fillers } = scene
  const end = one.roles?.noun?.end
  if (end === undefined) return false
  const isBy = (ref: Ref) => partOf(one).by.some(({ id }) => id === (fillers.sideOf(ref) ?? ref).id)
  return grammar
    .dependents(tokenAt(scene, end - 1), 'amod', 'compound')
    .some((token) => fillers.partyNamed(token).some(isBy))
}

/** "The duty imposed pursuant to Section 12", right behind it: the law says which it is. */
function isOfLaw(scene: Scene, { roles }: Found): boolean {
  const { lower, tag } = scene.doc.tokens
  const noun = roles?.noun ? tokenAt(scene, roles.noun.end - 1) : -1
  return noun >= 0 && tag[noun + 1] === 'VBN' && /^(?:pursuant|under)$/.test(lower[noun + 2] ?? '')
}

/** "The countervailing duty" is none of the duties told of before; "the duty", "the new duty", "the 39% duty" may be. */
function isToldIn(scene: Scene, { roles }: Found, { words, rates }: Kind): boolean {
  const { doc, grammar, fillers } = scene
  const noun = tokenAt(scene, (roles?.noun?.end ?? 1) - 1)
  return grammar
    .dependents(noun, 'amod', 'compound')
    .every(
      (token) =>
        isOneOf(rates, fillers.quantityAt(token)) ||
        fillers.partyNamed(token).length > 0 ||
        ANY.has(doc.tokens.lower[token]!) ||
        words.has(doc.tokens.lower[token]!),
    )
}

/** "The 39 % duty" where no other rate was told, or that one. */
const isOneOf = (rates: ReadonlySet<number>, quantity: Quantity | undefined): boolean =>
  quantity !== undefined && (rates.size === 0 || rates.has(quantity.value))

/** Words before a measure that do not say which it is. */
const ANY: ReadonlySet<string> = new Set(
  'additional big current customs existing extra first full harsh heavy high higher huge import increased latest lower massive new old planned present punitive same sanctions second separate so-called steep sweeping threatened tough'.split(
    ' ',
  ),
)

function kindsOf(scene: Scene, found: readonly Found[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>()
  const aimed = new Set(found.filter((one) => partOf(one).on.length > 0).map((one) => partOf(one).type))
  for (const one of found) {
    const { type, on, by, goods } = partOf(one)
    // "Peru was given 19 %" names no measure to point back to.
    if (one.foundBy === GIVEN) continue
    // What hits nobody by name is told of by its imposer and goods.
    if (on.length === 0 && (aimed.has(type) || by.length === 0 || goods.length === 0)) continue
    const known = kinds.get(type)
    const words = partOf(one)
      .name.text.toLowerCase()
      .split(/[^\p{L}\p{N}'’-]+/u)
    if (!known)
      kinds.set(type, {
        sentence: scene.sentenceOf(one.trigger),
        words: new Set(words),
        rates: new Set(),
        on,
        by,
        goods,
        told: [],
        one: true,
      })
    else {
      for (const word of words) known.words.add(word)
      const sameBy = by.length === 0 || known.by.length === 0 || keyOf(by) === keyOf(known.by)
      const sameGoods =
        on.length > 0 || goods.some(({ head }) => known.goods.some((other) => other.head === head))
      if (keyOf(on) !== keyOf(known.on) || !sameBy || !sameGoods) known.one = false
      if (known.by.length === 0) known.by = by
      if (known.goods.length === 0) known.goods = goods
      else if (goods.length > 0 && !goods.some(({ head }) => known.goods.some((one) => one.head === head)))
        known.goods = []
    }
    if (goods.length > 0) kinds.get(type)!.told.push({ sentence: scene.sentenceOf(one.trigger), goods })
    const { rate } = partOf(one)
    if (rate) kinds.get(type)!.rates.add(rate.value)
  }
  return kinds
}

const partOf = (found: Found): MeasurePart => (found.body as { about: MeasurePart }).about
const keyOf = (refs: readonly Ref[]): string =>
  refs
    .map(({ id }) => id)
    .sort()
    .join('+')

function isDefinite(scene: Scene, { roles }: Found): boolean {
  const end = roles?.noun?.end
  return end !== undefined && pointsBack(scene, tokenAt(scene, end - 1))
}
