// In: a scene, a quantity. Out: what it measures: a counted noun, or the subject or deed of its verb.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import { isWeight, nominalFrom } from '../sentence/amounts.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { isCompared, isConversion, isPartOf, isRanked, leadOf } from './amount.ts'
import { opinionAt } from './amount-beside.ts'
import {
  CHANGES,
  countedBefore,
  countedNoun,
  directionOf,
  heldBy,
  isAnyones,
  isEach,
  isHeadCount,
  isKnown,
  isLoose,
  isRestrictedOn,
  listed,
  MEASURING,
  ownerOf,
  restrictedBy,
  wholeOf,
} from './counted.ts'
import {
  bare,
  clean,
  deedAt,
  doneBy,
  furtherAt,
  isPartOnly,
  isSubject,
  joined,
  participleOn,
  predicateAt,
  thingAt,
} from './labels.ts'

/** Counted nouns that measure nothing by being counted. */
export const IDLE: ReadonlySet<string> = new Set(
  'photo photograph picture caption video spot side country thing party way official time part point item round leader president minister page section step reason question one other nation government economy state talk meeting report word team source negotiator house chapter article law goal seat vote percent cent degree kind type edition season game match place issue majority minority plurality'.split(
    ' ',
  ),
)

/** What a per cent of these says is a rate that a measure sets, or nothing by itself. */
const RATES: ReadonlySet<string> = new Set(
  'tax charge rate level penalty fee levy toll chance probability interest cut hike'.split(' '),
)

/** Verbs that only join a figure to its subject: the subject is what is measured. */
const LINKS: ReadonlySet<string> = new Set(
  'be stand reach total amount account represent hit exceed average run remain come equal rise fall increase decrease grow drop decline climb surge jump plunge soar shrink become make collapse tumble sink slide slip dip slump rebound recover leap swell narrow widen contract ease slow quicken accelerate top surpass dwindle balloon'.split(
    ' ',
  ),
)

/** Verbs of a price: "is quoted at $9 a pound". */
const QUOTED: ReadonlySet<string> = new Set('quote assess price bid trade settle fix'.split(' '))

/** "Copper was quoted at $9 a pound", "went to $9", "went through $9": what has the price. */
function isPriced(scene: Scene, { first, unit }: Quantity, verb: number): boolean {
  const { lemma, lower } = scene.doc.tokens
  const lead = lower[leadOf(scene, first)] ?? ''
  if (!isMoney(unit)) return false
  return (
    (QUOTED.has(lemma[verb]!) && lead === 'at') ||
    (lemma[verb] === 'go' && /^(?:to|through|above|below)$/.test(lead))
  )
}

/** Verbs of what somebody would have. */
const WISHING = /^(?:ask|want|seek|demand|offer|propose|request)$/

/** Verbs that tell nothing of what is measured, beside a noun that does. */
const LIGHT: ReadonlySet<string> = new Set(
  'have get see run give use show take face need require hold say put'.split(' '),
)

/** Verbs whose amount "for" something is its price. */
const PRICED: ReadonlySet<string> = new Set(
  'ask bid buy charge cost earn get make pay receive sell take'.split(' '),
)

const OF_WHAT = ['of', 'for', 'in', 'from', 'with', 'between', 'to', 'among'] as const

/** What a figure measures, as the words that say so: a counted noun, or the subject or deed of its verb. */
export interface Measured {
  readonly parts: readonly Phrase[]
  readonly how: 'counted' | 'predicate' | 'amount' | 'clause'
  readonly verb: number
  /** Tokens whose parties the figure is of. */
  readonly owners: readonly number[]
  readonly change?: 'up' | 'down'
  /** "A sale raised $9 million": the verb tells no change of it. */
  readonly isLine?: true
  /** "The industry's 31,000 jobs": that they are there is taken for known, whatever is to become of them. */
  readonly given?: true
}

export function measuredBy(
  scene: Scene,
  quantity: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): Measured | undefined {
  const { grammar, fillers } = scene
  const { tokens } = scene.doc
  if (isRanked(scene, quantity) || isPartOf(scene, quantity) || isCompared(scene, quantity)) return undefined
  const counted = countedNoun(scene, quantity, at)
  // "A 15 percent write-off": half a word.
  if (counted !== undefined && tokens.tag[counted + 1] === 'HYPH') return undefined
  // A rate of a tariff is the measure's, not a figure.
  if (counted !== undefined && measures.has(tokens.lemma[counted]!)) return undefined
  // "A 37 % cut in the debt" is the size of a change; "a 1 % cut" alone may be one of a rate.
  const isCut =
    counted !== undefined &&
    CHANGES.has(tokens.lemma[counted]!) &&
    OF_WHAT.some((word) => grammar.obliques(counted, word).length > 0)
  // "A 100 % effort", "defeat half of it": no measure of anything.
  if (counted !== undefined && quantity.unit === '%' && quantity.value === 100) return undefined
  // "40 % over ten years".
  if (counted !== undefined && fillers.timeAt(counted)) return undefined
  if (
    counted !== undefined &&
    (IDLE.has(tokens.lemma[counted]!) ||
      (quantity.unit === '%' && !isCut && RATES.has(tokens.lemma[counted]!)))
  )
    return undefined
  const verb = grammar.governor(at)
  if (verb < 0 || isConversion(scene, quantity)) return undefined
  // "Receipts fell short by $2 million": what they lack is another amount.
  if (tokens.lemma[verb] === 'fall' && tokens.lower[verb + 1] === 'short') return undefined
  const beside = subjectBeside(scene, verb)
  const isPrice = isPriced(scene, quantity, verb)
  const told = isPrice && grammar.isPassive(verb) ? grammar.objects(verb) : grammar.subjects(verb)
  const subject = (beside === undefined ? told : [beside]).find(
    (token) => nounAt(scene, token) && tokens.dep[token] !== 'csubj',
  )
  const rate = (token: number | undefined) =>
    token !== undefined &&
    quantity.unit === '%' &&
    (measures.has(tokens.lemma[token]!) || RATES.has(tokens.lemma[token]!))
  const over = (token: number | undefined) => {
    let first = token
    while (first !== undefined && tokens.dep[first] === 'conj') first = tokens.head[first]!
    return first !== undefined && /^(?:nmod|obl)/.test(tokens.dep[first]!) && tokens.head[first]! >= 0
      ? tokens.head[first]
      : undefined
  }
  // "Duties on milk, which can run as high as 300 %", "a tariff of 5 or even 10 %".
  const isChanged = REACHES.test(tokens.lemma[verb]!) && tokens.lower[leadOf(scene, quantity.first)] === 'to'
  if (
    (!grammar.isPassive(verb) && !isChanged && (rate(over(subject)) || rate(subject))) ||
    rate(over(at)) ||
    OF_WHAT.some((one) => grammar.obliques(at, one).some((token) => rate(token)))
  )
    return undefined
  const head = counted ?? at
  const changed = counted !== undefined && CHANGES.has(tokens.lemma[counted]!) ? [at, counted] : [at]
  const of = [...new Set(changed.flatMap((one) => OF_WHAT.flatMap((word) => grammar.obliques(one, word))))]
    .filter(
      (token) =>
        token !== counted &&
        !fillers.timeAt(token) &&
        (fillers.quantityAt(token) ?? quantity).first === quantity.first &&
        token > at,
    )
    .sort((a, b) => a - b)
  // "Could hit $7 million of steel exports": how much of what is hit.
  const ofThing = isMoney(quantity.unit) && tokens.lower[quantity.last] === 'of'
  const links = grammar.isVerb(verb)
    ? isPrice ||
      (LINKS.has(tokens.lemma[verb]!) &&
        (!grammar.isPassive(verb) || NEVER_DONE.test(tokens.lemma[verb]!)) &&
        !(ofThing && tokens.lemma[verb] === 'hit') &&
        !(isMoney(quantity.unit) && tokens.lemma[verb] === 'make'))
    : grammar.dependents(verb, 'cop').length > 0
  const phrases = (list: readonly number[]) => list.map((token) => joined(scene, token))
  if (counted !== undefined && CHANGES.has(tokens.lemma[counted]!)) {
    const what = of.filter((token) => !/^(?:from|to)$/.test(grammar.caseOf(token)))
    const before = what.length > 0 ? undefined : countedBefore(scene, quantity)
    const thing = before ?? (what.length > 0 ? undefined : subject)
    // "The union demands a 9 percent rise": who asks for it is not what rises.
    const isWho = thing !== undefined && (fillers.partyNamed(thing).length > 0 || isPeople(scene, thing))
    if (isWho && before === undefined) return undefined
    const done = before === undefined ? -1 : grammar.governor(before)
    const deed = before !== undefined && done >= 0 && isDoneTo(scene, before, done) ? deedAt(scene, done) : []
    const parts = clean(scene, quantity, thing === undefined ? phrases(what) : [bare(scene, thing), ...deed])
    const idle = parts.length === 1 && before !== undefined && isHeadCount(scene, before, parts[0]!)
    if (parts.length === 0 || idle) return undefined
    const owners = thing === undefined ? what : [thing]
    // "Asked for a 37 % cut in the debt": a wish is whose it is.
    const wisher = WISHING.test(tokens.lemma[verb] ?? '') ? grammar.subjects(verb) : []
    const wish = wisher.length > 0 ? deedAt(scene, verb) : []
    return {
      parts: [...parts, ...wish],
      how: 'counted',
      verb,
      owners: [...wisher, ...owners],
      ...directionOf(scene, counted),
    }
  }
  // "Bought $2 billion worth of ham": the amount is what is bought.
  const object = [head, at, listed(scene, head), listed(scene, at)].some((token) =>
    isObject(scene, token, verb),
  )
  const owners = object && subject !== undefined ? [subject] : []
  const shown = !links || (counted !== undefined && tokens.lemma[verb] === 'represent')
  const deed =
    shown && object && !LIGHT.has(tokens.lemma[verb]!)
      ? [...doneBy(scene, verb, subject), ...furtherAt(scene, verb, quantity)]
      : []
  if (counted !== undefined) {
    const holder = heldBy(scene, counted)
    const holds = holder !== undefined && isObject(scene, holder, verb) && !LIGHT.has(tokens.lemma[verb]!)
    // "99,000 people arrested in April": what is said of them right there, not what they are compared with.
    const [own] = grammar
      .dependents(counted, 'acl')
      .filter((token) => /^VB[NG]$/.test(tokens.tag[token]!) && token === counted + 1)
    const does = own === undefined ? saidOf(scene, counted, verb) : [predicateAt(scene, own)]
    const owned = ownerOf(scene, counted)
    const restricted = restrictedBy(scene, counted)
    if (restricted === undefined || does.some((phrase) => isRestrictedOn(scene, phrase))) return undefined
    const over = holder === undefined ? wholeOf(scene, counted) : []
    const each = owners.filter((token) => isEach(scene, token)).map((token) => joined(scene, token))
    const parts = clean(scene, quantity, [
      bare(scene, counted),
      ...over,
      ...each,
      ...owned,
      ...restricted,
      ...does,
      ...(owned.length > 0 || (does.length > 0 && !isDoing(scene, own))
        ? []
        : holds
          ? deedAt(scene, verb)
          : deed),
    ])
    if (isMoney(quantity.unit) && parts.length === 1 && isAnyones(scene, counted, parts[0]!, owners))
      return undefined
    // "Bars of 100 ounces": how much one is.
    if (parts.length === 1 && MEASURING.test(parts[0]?.text ?? '')) return undefined
    // "26 people", "350 migrants": a bare head count that nothing is said of.
    if (parts.length === 0 || (parts.length === 1 && isHeadCount(scene, counted, parts[0]!))) return undefined
    if (parts.length === 1 && isLoose(scene, quantity, counted, parts[0]!)) return undefined
    const turned =
      holder !== undefined && CHANGES.has(tokens.lemma[holder]!) ? directionOf(scene, holder) : {}
    const doer = holds && subject !== undefined ? [subject] : owners
    return {
      parts,
      how: 'counted',
      verb: own ?? verb,
      ...(isKnown(scene, counted) || (over.length > 0 && isKnown(scene, tokens.head[counted]!))
        ? { given: true }
        : {}),
      owners: doer.some((token) => fillers.parties(token).length > 0) ? doer : [counted, ...doer],
      ...turned,
    }
  }
  if (quantity.unit === '%' && isAdverb(scene, quantity)) {
    const what =
      subject === undefined || quantity.value === 100 || isPeople(scene, subject)
        ? []
        : [joined(scene, subject)]
    if (what.length === 0 || fillers.parties(subject!).length > 0) return undefined
    return { parts: [...what, stateAt(scene, quantity.last)], how: 'predicate', verb, owners: [subject!] }
  }
  if (links && !grammar.dependents(verb, 'nsubj').includes(at)) {
    if (subject === undefined || fillers.persons(subject).length > 0) return undefined
    if (isPartOnly(scene, subject) || (quantity.unit === '%' && isPeople(scene, subject))) return undefined
    if (of.length === 0 && fillers.partyNamed(subject).length > 0) return undefined
    const named = joined(scene, subject)
    const isLong = tokens.dep[verb] === 'acl' && named.end > tokens.start[verb]!
    const thing = isLong ? thingAt(scene, subject, verb - 1) : named
    const parts = clean(scene, quantity, [thing, ...phrases(of)])
    return parts.length === 0 ? undefined : { parts, how: 'predicate', verb, owners: [subject] }
  }
  const share = quantity.unit === '%'
  if (share && tokens.lower[quantity.last] !== 'of') return undefined
  // "refines 90 percent of them": of what, no rule here knows.
  // "Contains $15 billion for food, $2 billion for ports": what it is for, where it is no price.
  const isFor =
    isMoney(quantity.unit) &&
    object &&
    tokens.lower[quantity.last] === 'for' &&
    !PRICED.has(tokens.lemma[verb]!)
  const direct = of.filter((token) => (isFor ? /^(?:of|in|for)$/ : /^(?:of|in)$/).test(grammar.caseOf(token)))
  const what = (direct.length > 0 ? direct : behind(scene, quantity, isFor)).filter(
    (token) => tokens.pos[token] !== PRON,
  )
  // "The pipeline carried 8 billion cubic metres": what carries it, and that it does.
  // "The strike fund holds 11 million euros", "the treasury borrowed 5 billion": what does it with the money.
  const isSum = isMoney(quantity.unit) && isMoneyDone(scene, verb, subject)
  if (what.length === 0 && object && (isWeight(quantity.unit) || isSum)) {
    const thing = subject === undefined || fillers.parties(subject).length > 0 ? [] : phrases([subject])
    const parts = clean(scene, quantity, [
      ...thing,
      ...(thing.length > 0 ? deedAt(scene, verb) : deed),
      ...spentOn(scene, quantity),
    ])
    return parts.length === 0
      ? undefined
      : { parts, how: 'predicate', verb, owners, ...(isSum ? { isLine: true } : {}) }
  }
  if (what.length === 0 || (!object && !share && !isMoney(quantity.unit))) return undefined
  // "Half of the wheat must be milled here", "half of the jobs tied to trade": a share of a thing says nothing without what is said of it.
  // "Attacked half of the people": a way of speaking.
  if (share && object && tokens.lower[quantity.first] === 'half') return undefined
  const isTold = share && TELLS.test(tokens.lemma[verb]!)
  const predicate = share ? saidOfShare(scene, head, verb, what) : []
  const tied = share ? what.flatMap((token) => participleOn(scene, token)) : []
  const parts = clean(scene, quantity, [
    ...phrases(what),
    ...owners.filter((token) => isEach(scene, token)).map((token) => joined(scene, token)),
    ...tied,
    ...(predicate.length > 0 ? predicate : object && !isTold ? deed : []),
  ])
  // "40 percent of the parts made in Peru to be made by hand": what is said of the share stands behind.
  // "40 percent of the cars (and 45 percent of the trucks) must be made by hand": what is said stands too far off.
  const isBare =
    predicate.some(({ text }) => !text.includes(' ')) && grammar.dependents(verb, 'obl').length > 0
  const isSaidOn = isBare || (share && predicate.length === 0 && parts.some(({ end }) => isToBe(scene, end)))
  return parts.length === 0 || isSaidOn || (share && parts.length === 1 && tied.length === 0)
    ? undefined
    : { parts, how: 'predicate', verb, owners }
}

/** "Is 40 % made in Peru", "was 90 % hostile": how far something is what the word right behind says. */
const isAdverb = ({ doc: { tokens } }: Scene, { first, last }: Quantity): boolean => {
  const head = tokens.head[last]!
  return (
    /^(?:VBN|JJ)$/.test(tokens.tag[last] ?? '') &&
    tokens.sent[last] === tokens.sent[first] &&
    !(head > last && /^(?:amod|compound)/.test(tokens.dep[last]!)) &&
    /^(?:is|are|was|were|be|been|'s|'re|,|:|or|and|only|just|about|some|nearly|almost|over|than)$/.test(
      tokens.lower[first - 1] ?? '',
    )
  )
}

/** A participle or adjective with what stands right behind it: "made in Peru", "negative". */
const stateAt = (scene: Scene, at: number): Phrase =>
  scene.grammar.isVerb(at) ? predicateAt(scene, at) : scene.fillers.phraseOf(at, at, at)

/** "The payroll tax would rise to 6 %": a rate told as changed, which a measure tells where it is known whose. */
const REACHES = /^(?:rise|fall|climb|drop|go|return|increase|decrease|jump|decline)$/

/** A deed on money alone that says what it is: not of a person, no price, nothing light, nothing told of in words. */
function isMoneyDone({ doc, fillers, grammar }: Scene, verb: number, subject: number | undefined): boolean {
  const { lemma } = doc.tokens
  return (
    subject !== undefined &&
    MONEY_DEEDS.has(lemma[verb]!) &&
    !grammar.isPassive(verb) &&
    fillers.persons(subject).length === 0
  )
}

/** "Spent $2 million on ports": what for, right behind the amount. */
function spentOn({ doc, grammar, fillers }: Scene, { last }: Quantity): Phrase[] {
  if (!/^(?:on|for|off|from)$/.test(doc.tokens.lower[last] ?? '') || doc.tokens.dep[last] !== 'case')
    return []
  const noun = doc.tokens.head[last]!
  const isPlain = noun > last && noun < last + 6 && doc.tokens.pos[noun] === NOUN
  if (!isPlain || fillers.timeAt(noun) || fillers.quantityAt(noun)) return []
  return [fillers.phraseOf(last, grammar.phrase(noun, 'short').last, noun)]
}

const MONEY_DEEDS: ReadonlySet<string> = new Set(
  'make hold borrow raise yield generate spend save lose collect contain owe disburse release withhold absorb'.split(
    ' ',
  ),
)

const NEVER_DONE = /^(?:amount|come|rise|fall|climb|remain|stand|decline|drop)$/

/** "Reached 5 %, and inflation hit 2 %": the noun right before a verb that the parser took for a time of it. */
function subjectBeside({ doc, grammar, fillers }: Scene, verb: number): number | undefined {
  const { dep, head, pos, lemma, tag } = doc.tokens
  // "The loss amounted to 5 %", taken for a loss that something amounted.
  if (dep[verb] === 'acl' && tag[verb] === 'VBN' && NEVER_DONE.test(lemma[verb]!)) return head[verb]!
  const at = verb - 1
  const isBare = head[at] === verb && dep[at] === 'obl:unmarked' && pos[at] === NOUN
  return isBare && !fillers.timeAt(at) && grammar.dependents(verb, 'nsubj').length === 0 ? at : undefined
}

const SAYS = /^(?:say|think|believe|agree)$/
const TELLS = /^(?:find|show|suggest|report|indicate|reveal|estimate|say|claim)$/

/** What is said of a share that is its subject: "go to Peru", "is in Peruvian hands". */
function saidOfShare(scene: Scene, head: number, verb: number, what: readonly number[]): Phrase[] {
  const { grammar, fillers } = scene
  // "The numbers suggest 88 % of the drivers were new", parsed as suggesting drivers.
  if (TELLS.test(scene.doc.tokens.lemma[verb]!) && grammar.isVerb(verb)) {
    const said = what[0] === undefined ? -1 : Math.max(what[0], grammar.phrase(what[0], 'short').last) + 1
    if (/^VB[DPZ]$/.test(scene.doc.tokens.tag[said] ?? '')) return [predicateAt(scene, said)]
  }
  if (isSubject(scene, head, verb)) {
    const opinion = opinionAt(scene, verb)
    return opinion ? [opinion] : SAYS.test(scene.doc.tokens.lemma[verb]!) ? [] : [predicateAt(scene, verb)]
  }
  const [link] = grammar.dependents(verb, 'cop')
  if (link === undefined || !grammar.dependents(verb, 'nsubj').includes(head)) return []
  let last = Math.max(grammar.phrase(verb, 'short').last, verb)
  for (let at = last; at > verb; at--)
    if (/^(?:[,;:(]|-LRB-|compared|while|but)$/.test(scene.doc.tokens.lower[at]!)) last = at - 1
  return [fillers.phraseOf(link, last, verb)]
}

/** The counted noun or what measures it is the object: "imported 500 tonnes of rice". */
const isDoneTo = (scene: Scene, noun: number, verb: number): boolean =>
  isObject(scene, noun, verb) ||
  (/^nmod/.test(scene.doc.tokens.dep[noun]!) && isObject(scene, scene.doc.tokens.head[noun]!, verb))

/** "People crossing the border": a participle that says which, beside which the deed still says what of them. */
const isDoing = ({ doc }: Scene, own: number | undefined): boolean =>
  own !== undefined && doc.tokens.tag[own] === 'VBG'

/** Who does something is not what a per cent measures. */
const isPeople = ({ doc, rows }: Scene, noun: number): boolean =>
  rows('actor-nouns').has(doc.tokens.lemma[noun]!) ||
  rows('speaker-nouns').has(doc.tokens.lemma[noun]!) ||
  /(?:maker|producer|trader|seller|buyer)$/.test(doc.tokens.lemma[noun]!)

/** The nominal right behind an amount, by its words: "$9 billion in goods from Peru". */
function behind(scene: Scene, quantity: Quantity, isFor: boolean): number[] {
  if (!(isFor || /^(?:in|of)$/.test(scene.doc.tokens.lower[quantity.last] ?? ''))) return []
  const found = nominalFrom(scene, quantity.last + 1)
  return found === undefined ? [] : [found]
}

/** What a counted noun does, or a relative clause says of it: "six million jobs depend on trade", "families that depend on dairy". */
function saidOf(scene: Scene, counted: number, verb: number): Phrase[] {
  const { doc, grammar } = scene
  const plain = (token: number) =>
    grammar.isVerb(token) && !LINKS.has(doc.tokens.lemma[token]!) && !LIGHT.has(doc.tokens.lemma[token]!)
  const active = isSubject(scene, counted, verb) && !grammar.isPassive(verb) && plain(verb)
  const clause = grammar
    .dependents(counted, 'acl')
    .find(
      (token) =>
        doc.tokens.dep[token] === 'acl:relcl' && plain(token) && grammar.subjects(token).includes(counted),
    )
  const said = active ? verb : clause
  return said === undefined ? [] : [predicateAt(scene, said)]
}

const NOUN = UPOS.indexOf('NOUN')
const PRON = UPOS.indexOf('PRON')

const nounAt = ({ doc, fillers }: Scene, token: number): boolean =>
  !fillers.timeAt(token) &&
  (doc.tokens.pos[token] === NOUN || fillers.isMatter(token) || fillers.nameAt(token) !== undefined)

const isToBe = (scene: Scene, end: number): boolean => {
  const at = tokenAt(scene, end)
  return at >= 0 && scene.doc.tokens.lower[at] === 'to' && scene.doc.tokens.lower[at + 1] === 'be'
}

const isObject = ({ grammar }: Scene, token: number, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.objects(verb).includes(token)
