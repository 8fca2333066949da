// In: a scene, an amount of money. Out: what it is the amount of where that is told before it: "a fine of $2 million", "cut the subsidy to $40 million", "the strike costs $5 million a day".
import { type Quantity, UPOS } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import { isMoney } from '../amounts.ts'
import type { Scene } from '../scene.ts'
import { leadOf } from './amount.ts'

/** What an amount is of, with the verb and whose it is. */
export interface AmountOf {
  readonly parts: readonly Phrase[]
  readonly verb: number
  readonly owners: readonly number[]
  readonly change?: 'up' | 'down'
  /** A line that is drawn, whatever rises or falls around it. */
  readonly isLine?: true
}

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
/** Verbs that bring what is their object to another value. */
const BRINGS: ReadonlySet<string> = new Set(
  'raise lower cut increase reduce trim widen narrow bring push lift drop scale slash boost expand shrink'.split(
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
  const isBy = scene.doc.tokens.lower[leadOf(scene, quantity.first)] === 'by'
  if (!isMoney(quantity.unit))
    return isBy && quantity.unit === '%' ? broughtTo(scene, quantity, measures) : undefined
  // Duties "of $2 billion" are the measure's.
  if (!isBy && measures.has(lemma[quantity.first - 2] ?? '')) return undefined
  return nounOf(scene, quantity) ?? broughtTo(scene, quantity, new Map()) ?? costOf(scene, quantity)
}

/** "A trade surplus of $8 billion with Peru". */
function nounOf(scene: Scene, { first, last }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, pos } = doc.tokens
  const noun = first - 2
  if (noun < 0 || lower[first - 1] !== 'of' || pos[noun] !== NOUN || HOLDERS.has(lemma[noun]!))
    return undefined
  if (fillers.timeAt(noun) || fillers.quantityAt(noun)) return undefined
  const verb = grammar.governor(noun)
  if (verb < 0) return undefined
  const isObject = grammar.isVerb(verb) && grammar.objects(verb).includes(noun)
  let from = noun
  while (from > 1 && !fillers.timeAt(from - 1)) {
    // "A one-off payment": whatever a hyphen joins.
    if (doc.tokens.tag[from - 1] === 'HYPH') from -= 2
    else if (MODIFIER.test(doc.tokens.tag[from - 1]!)) from--
    else break
  }
  const name = /^(?:with|in|on|for|from)$/.test(lower[last] ?? '') ? fillers.nameAt(last + 1) : undefined
  // One noun alone ("a bill of $5 million") says too little.
  if (name === undefined && from === noun) return undefined
  return {
    parts: [
      fillers.phraseOf(from, noun, noun),
      ...(name ? [fillers.phraseOf(name.first, name.last - 1, name.last - 1)] : []),
    ],
    verb,
    owners: [...(isObject ? grammar.subjects(verb) : []), noun],
  }
}

const DET = /^(?:an?|the|its|their|his|her)$/
const withoutArticle = ({ doc }: Pick<Scene, 'doc'>, first: number): number =>
  /^(?:an?|the)$/.test(doc.tokens.lower[first]!) ? first + 1 : first

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
function broughtTo(
  scene: Scene,
  { first }: Quantity,
  not: ReadonlyMap<string, unknown>,
): AmountOf | undefined {
  const { grammar, fillers, doc } = scene
  const lead = leadOf(scene, first)
  if (doc.tokens.lower[first - 1] !== 'to' && doc.tokens.lower[lead] !== 'by') return undefined
  const verb = verbBefore(scene, first - 1, (lemma) => BRINGS.has(lemma))
  if (verb === undefined) return undefined
  const subjects = grammar.subjects(verb)
  const thing = grammar.objects(verb)[0]
  if (thing === undefined || thing >= first || doc.tokens.pos[thing] !== NOUN || fillers.quantityAt(thing))
    return undefined
  if (not.has(doc.tokens.lemma[thing]!)) return undefined
  const from = withoutArticle(scene, Math.min(grammar.phrase(thing, 'short').first, thing))
  return {
    parts: [
      fillers.phraseOf(
        from,
        grammar.isPassive(verb) ? thing : Math.max(thing, Math.min(lead, first - 1) - 1),
        thing,
      ),
    ],
    verb,
    owners: grammar.isPassive(verb) ? [thing] : [...subjects, thing],
  }
}

/** "The strike costs the port $5 million a day": what costs, and whom. "Cost" is often taken for a noun. */
function costOf({ doc, grammar, fillers }: Scene, { first }: Quantity): AmountOf | undefined {
  const { lower, pos, sent } = doc.tokens
  let at = first - 1
  while (at > 0 && at > first - REACH && sent[at] === sent[first] && !/^costs?$/.test(lower[at]!)) {
    if (!BETWEEN.has(pos[at]!) && !/^(?:of|estimated)$/.test(lower[at]!)) return undefined
    at--
  }
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
  const past = lower[first - 1] === 'estimated' ? first - 2 : first
  const whom = past - 1 > at ? [fillers.phraseOf(at + 1, past - 1, past - 1)] : []
  return {
    parts: [
      fillers.phraseOf(withoutArticle({ doc }, from), subject, subject),
      fillers.phraseOf(at, at, at),
      ...whom,
    ],
    verb: at,
    owners: [subject],
  }
}
