// In: a scene, an amount of money. Out: what it is the amount of where that is told before it: "a fine of $2 million", "cut the subsidy to $40 million", "the strike costs $5 million a day".

import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import type { Scene } from '../sentence/scene.ts'
import { leadOf } from './amount.ts'
import type { AmountOf } from './amount-of.ts'
import { FUNDS } from './counted.ts'
import { deedAt, furtherAt, thingAt, withoutArticle } from './labels.ts'
import { movedBy, sizeOfChange } from './size-of-change.ts'

const NOUN = UPOS.indexOf('NOUN')
const BETWEEN: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'ADJ', 'DET', 'PRON'] as const).map((pos) => UPOS.indexOf(pos)),
)
const NAMING: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'ADJ'] as const).map((pos) => UPOS.indexOf(pos)),
)
/** Nouns that hold an amount and do not say of what. */
const HOLDERS: ReadonlySet<string> = new Set(
  'total sum amount number worth tune basis hundred thousand million billion trillion dozen ten increase rise jump surge growth gain drop decline decrease fall reduction minimum maximum average top front'.split(
    ' ',
  ),
)
/** Tags of what stands before a noun and says which. */
const MODIFIER = /^(?:JJ|NN|VBG)/
/** Nouns that say of a per cent what it is. */
const VALUES: ReadonlySet<string> = new Set(
  'growth inflation unemployment turnout stake share deficit surplus yield return margin discount adjustment target support majority'.split(
    ' ',
  ),
)
/** Verbs that bring what is their object to another value. */
const BRINGS: ReadonlySet<string> = new Set(
  'raise lower cut increase reduce trim widen narrow bring push lift drop scale slash boost expand shrink double triple halve hike restore set fix'.split(
    ' ',
  ),
)
/** Tokens before an amount within which its verb is looked for. */
const REACH = 10

/** The noun that is so much: right before "of", as object of a verb that brings it "to" so much, or what costs it. */
export function amountBefore(
  scene: Scene,
  quantity: Quantity,
  measures: ReadonlyMap<string, unknown>,
): AmountOf | undefined {
  const { lemma } = scene.doc.tokens
  const lead = leadOf(scene, quantity.first)
  const isBy = scene.doc.tokens.lower[lead] === 'by'
  const isShare = quantity.unit === '%'
  const isPrice = / per /.test(quantity.unit)
  if (quantity.unit === '') return broughtTo(scene, quantity)
  if (!isMoney(quantity.unit) && !isShare && !isPrice) return worthOf(scene, quantity)
  // Duties "of $2 billion" are the measure's; what they are worth is theirs.
  if (!isBy && lemma[lead] !== 'worth' && measures.has(lemma[lead - 1] ?? '')) return undefined
  return (
    sizeOfChange(scene, quantity) ??
    movedBy(scene, quantity) ??
    nounOf(scene, quantity) ??
    broughtTo(scene, quantity) ??
    worthOf(scene, quantity) ??
    costOf(scene, quantity) ??
    saidBeside(scene, quantity)
  )
}

/** "The first instalment, 120 million pounds, was paid": the noun that the amount stands beside, between commas. */
function saidBeside(scene: Scene, { first, last, unit }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, pos, form } = doc.tokens
  const comma = leadOf(scene, first)
  const noun = comma - 1
  if (!isMoney(unit) || noun < 0 || form[comma] !== ',' || form[last] !== ',' || pos[noun] !== NOUN)
    return undefined
  if (lower[last + 1] === 'and' || fillers.timeAt(noun) || fillers.quantityAt(noun)) return undefined
  const own = thingAt(scene, noun, noun)
  // "The fund, $2 million, …": which one, its words must say.
  return /\s/.test(own.text)
    ? { parts: [own], verb: Math.max(grammar.governor(noun), 0), owners: [noun] }
    : undefined
}

/** "Exports worth $4 billion", "the levy, worth $7 million over five years": a noun alone with what is done with it. */
function worthOf(scene: Scene, quantity: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, pos } = doc.tokens
  const lead = leadOf(scene, quantity.first)
  if (lower[lead] !== 'worth' || !isMoney(quantity.unit)) return undefined
  const noun = lower[lead - 1] === ',' ? lead - 2 : lead - 1
  if (noun < 0 || pos[noun] !== NOUN || fillers.timeAt(noun) || fillers.quantityAt(noun)) return undefined
  const verb = grammar.governor(noun)
  if (verb < 0) return undefined
  const own = thingAt(scene, noun, noun)
  if (lower[lead - 1] === ',') return { parts: [own], verb, owners: [noun] }
  const isSold = grammar.isPassive(verb) && noun < verb
  const isDone =
    grammar.isVerb(verb) &&
    (isSold || grammar.objects(verb).includes(noun) || grammar.subjects(verb).includes(noun))
  const subjects = isDone && !grammar.isPassive(verb) ? grammar.subjects(verb) : []
  const deed =
    isDone && !/\s/.test(own.text) ? [...deedAt(scene, verb), ...furtherAt(scene, verb, quantity)] : []
  if (!/\s/.test(own.text) && deed.length === 0) return undefined
  return { parts: [own, ...deed], verb, owners: [noun, ...subjects] }
}

/** What is owed says by itself what is so much. */
const OWED: ReadonlySet<string> = new Set(
  'arrears damages compensation ransom restitution reparation backlog'.split(' '),
)

/** "A trade surplus of $8 billion with Peru". */
function nounOf(scene: Scene, { first, last, unit }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, pos } = doc.tokens
  const told = leadOf(scene, first)
  // "Investments of over 350 million crowns".
  const lead = /^(?:over|under|just|up)$/.test(lower[told] ?? '') ? told - 1 : told
  const noun = lead - 1
  if (noun < 0 || lower[lead] !== 'of' || pos[noun] !== NOUN || HOLDERS.has(lemma[noun]!)) return undefined
  // "A tranche of a $5 billion programme": the programme is so much.
  if (/^(?:an?|the|its|their)$/.test(lower[first - 1]!) && pos[last] === NOUN) return undefined
  if (unit === '%' && !VALUES.has(lemma[noun]!)) return undefined
  if (fillers.timeAt(noun) || fillers.quantityAt(noun)) return undefined
  const verb = grammar.governor(noun)
  if (verb < 0) return undefined
  const isObject = grammar.isVerb(verb) && grammar.objects(verb).includes(noun)
  let from = noun
  while (from > 1 && !fillers.timeAt(from - 1)) {
    // "A one-off payment": whatever a hyphen joins.
    if (doc.tokens.tag[from - 1] === 'HYPH') from -= 2
    else if (
      MODIFIER.test(doc.tokens.tag[from - 1]!) &&
      !/^(?:acl|advcl|root|conj)/.test(doc.tokens.dep[from - 1]!)
    )
      from--
    else break
  }
  const name = /^(?:with|in|on|for|from)$/.test(lower[last] ?? '') ? fillers.nameAt(last + 1) : undefined
  // "The application of $85 billion in spending cuts": these are so much.
  const goods =
    lower[last] === 'in' && !name && !FUNDS.has(lemma[noun]!) && !VALUES.has(lemma[noun]!)
      ? nominalFrom(scene, last + 1)
      : undefined
  const holder = isObject || grammar.caseOf(noun) === 'with' ? grammar.subjects(verb) : []
  const isHeld = holder.some((token) => fillers.parties(token).length > 0)
  // One noun alone ("a bill of $5 million") says too little, but for whose it is: "the fund has a shortfall of".
  const isAlone = name === undefined && goods === undefined && from === noun && !isHeld
  const [whose] =
    isAlone && goods === undefined ? holder.filter((token) => pos[token] === NOUN && token < from) : []
  if (isAlone && unit !== '%' && whose === undefined && !OWED.has(lemma[noun]!)) return undefined
  return {
    parts: [
      ...(goods === undefined ? [] : [thingAt(scene, goods)]),
      fillers.phraseOf(from, noun, noun),
      ...(name ? [fillers.phraseOf(name.first, name.last - 1, name.last - 1)] : []),
      ...(whose === undefined ? [] : [thingAt(scene, whose)]),
    ],
    verb,
    owners: [...holder, noun],
  }
}

const DET = /^(?:an?|the|its|their|his|her)$/
/** The verb of these before the amount in its clause. */
export function verbBefore(
  scene: Scene,
  from: number,
  isMeant: (lemma: string) => boolean,
): number | undefined {
  const { lemma, sent, form } = scene.doc.tokens
  for (let at = from - 1; at >= Math.max(0, from - REACH) && sent[at] === sent[from]; at--) {
    if (/^[,;:]$/.test(form[at]!)) return undefined
    if (scene.grammar.isVerb(at)) return isMeant(lemma[at]!) ? at : undefined
  }
  return undefined
}

/** "Lowered his demand for new revenue to $1.2 trillion": what the verb brings there. */
function broughtTo(scene: Scene, { first, high, unit }: Quantity): AmountOf | undefined {
  const { grammar, fillers, doc } = scene
  const { lower, pos, lemma } = doc.tokens
  const lead = leadOf(scene, first)
  const isFrom = lower[lead] === 'from' && high !== undefined
  if (lower[first - 1] !== 'to' && lower[lead] !== 'by' && !isFrom) return undefined
  const own = grammar.governor(first)
  // "Cut spending by": the amount hangs on what is spent.
  const over =
    own >= 0 && doc.tokens.tag[own] === 'VBG' && doc.tokens.dep[own] === 'xcomp' ? doc.tokens.head[own]! : own
  const verb = BRINGS.has(lemma[over] ?? '') ? over : verbBefore(scene, first - 1, (word) => BRINGS.has(word))
  if (verb === undefined || verb > first) return undefined
  const subjects = grammar.subjects(verb)
  const thing = grammar.objects(verb)[0] ?? gerundBehind(scene, verb)
  if (thing === undefined || thing >= first || fillers.quantityAt(thing)) return undefined
  if (pos[thing] !== NOUN && doc.tokens.tag[thing] !== 'VBG') return undefined
  const from = withoutArticle(scene, Math.min(grammar.phrase(thing, 'short').first, thing))
  // "Cut its forecast from 1.2 % to 0.9 %": up to the value before.
  let to = Math.max(thing, Math.min(lead, first - 1) - 1)
  for (let at = thing + 1; at <= to; at++) {
    if (lower[at] === 'from') to = at - 1
    // "Cut its fleet by 30 % and Peru by 12 %": another's.
    if (at < to && fillers.quantityAt(at)?.unit === unit) return undefined
    if (lower[at] === 'from') break
  }
  return {
    parts: [grammar.isPassive(verb) ? thingAt(scene, thing) : fillers.phraseOf(from, to, thing)],
    verb,
    owners: grammar.isPassive(verb) ? [thing] : [...subjects, thing],
  }
}

/** "Cut spending by": what is spent, right behind the verb. */
const gerundBehind = ({ doc, grammar }: Scene, verb: number): number | undefined =>
  grammar
    .dependents(verb, 'xcomp')
    .find((token) => doc.tokens.tag[token] === 'VBG' && grammar.objects(token).length === 0)

/** "The strike costs the port $5 million a day": what costs, and whom. "Cost" is often taken for a noun. */
function costOf(scene: Scene, { first, last, unit }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, pos, sent } = doc.tokens
  const lead = leadOf(scene, first)
  const end = lower[lead] === 'between' ? lead - 1 : lead
  let at = end
  while (at > 0 && at > first - REACH && sent[at] === sent[first] && !/^costs?$/.test(lower[at]!)) {
    if (!BETWEEN.has(pos[at]!) && lower[at] !== 'of') return undefined
    at--
  }
  // "Cost the country 2 % of its output".
  const part = unit === '%' && lower[last] === 'of' ? nominalFrom(scene, last + 1) : undefined
  if (unit === '%' && part === undefined) return undefined
  if (!/^costs?$/.test(lower[at]!) || lower[at + 1] === 'of' || DET.test(lower[first - 1]!)) return undefined
  const subject = grammar.isVerb(at) ? grammar.subjects(at)[0] : at - 1
  if (
    subject === undefined ||
    subject >= at ||
    subject < 0 ||
    !NAMING.has(pos[subject]!) ||
    fillers.timeAt(subject)
  )
    return undefined
  const from = grammar.isVerb(at) ? grammar.phrase(subject, 'short').first : subject
  // "Cost families an average of".
  const to = lower[end] === 'of' && lower[end - 1] === 'average' ? end - 3 : end
  const whom = to > at ? [fillers.phraseOf(at + 1, to, to)] : []
  return {
    parts: [
      fillers.phraseOf(withoutArticle({ doc }, from), subject, subject),
      fillers.phraseOf(at, at, at),
      ...whom,
      ...(part === undefined ? [] : [thingAt(scene, part)]),
    ],
    verb: at,
    owners: [subject],
  }
}
