// In: a scene, an amount. Out: what it is the amount of where that stands around it: "add $2 billion to the debt", "income above $40,000", "households earning less than $50,000", "the 60 votes needed to pass it".
import type { Quantity } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { placeFrom, range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { leadOf } from './amount.ts'
import { verbBefore } from './amount-before.ts'
import type { AmountOf } from './amount-of.ts'
import { doneBy, joined, predicateAt, thingAt } from './labels.ts'

/** What is so much by the words on both sides of it; undefined where none of these tells it. */
export const amountBeside = (scene: Scene, quantity: Quantity): AmountOf | undefined =>
  isMoney(quantity.unit)
    ? (movedTo(scene, quantity) ??
      thresholdOf(scene, quantity) ??
      owedTo(scene, quantity) ??
      transferOf(scene, quantity))
    : quantity.unit === '%'
      ? inPoll(scene, quantity)
      : (votesNeeded(scene, quantity) ?? asMany(scene, quantity))

/** "97 shells hit the port, while another 99 were intercepted": as many more of what was counted before. */
function asMany(scene: Scene, { first, last }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { dep, lower, head } = doc.tokens
  const before = doc.quantities[placeFrom(doc.quantities, first) - 1]
  if (lower[first - 1] !== 'another' || last > first + 1 || !before) return undefined
  if (!/^(?:nsubj|obj)/.test(dep[first]!) || !grammar.isVerb(head[first]!)) return undefined
  const verb = head[first]!
  const things = fillers.phraseOf(before.last - 1, before.last - 1, before.last - 1)
  const does = verb > first ? [predicateAt(scene, verb)] : doneBy(scene, verb, grammar.subjects(verb)[0])
  return { parts: [things, ...does], verb, owners: [] }
}

/** "About $2 billion owed to Peru": what is said of it right behind. */
function owedTo(scene: Scene, { last }: Quantity): AmountOf | undefined {
  const { doc, grammar } = scene
  if (
    doc.tokens.tag[last] !== 'VBN' ||
    !/^(?:owed|owing|pledged|promised|earmarked|set|approved)$/.test(doc.tokens.lower[last]!)
  )
    return undefined
  const verb = grammar.governor(last - 1)
  const said = predicateAt(scene, last)
  return verb < 0 || !/\s/.test(said.text) ? undefined : { parts: [said], verb: last, owners: [] }
}

/** Verbs by which money goes from one to another, or is promised to. */
const TRANSFERS: ReadonlySet<string> = new Set(
  'give pledge promise owe invest pay lend contribute commit disburse earmark allocate donate provide grant offer put save refund fine award repay forfeit'.split(
    ' ',
  ),
)

/** "Promised the fleet 1.2 billion crowns", "invest $50 billion in Peru": the deed with who gets it. */
function transferOf(scene: Scene, { first, last: end }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower } = doc.tokens
  const verb = grammar.governor(first)
  if (verb < 0 || verb >= first || first - verb > 24 || !grammar.isVerb(verb) || !TRANSFERS.has(lemma[verb]!))
    return undefined
  if (grammar.isPassive(verb)) return undefined
  // "Pay 2 billion crowns ($190 million) into a fund".
  const close = lower[end] === '(' ? lower.indexOf(')', end) : -1
  const last = close > 0 && close < end + 8 ? close + 1 : end
  let to = leadOf(scene, first)
  while (
    to > verb &&
    /^(?:an?|the|their|its|his|her|my|flat|total|combined|further|additional|another|extra|of)$/.test(
      lower[to]!,
    )
  )
    to--
  // "Give $20 million to Lima, $30 million to Oslo": the deed without the one before.
  const isListed =
    doc.tokens.dep[first] === 'conj' && fillers.quantityAt(doc.tokens.head[first]!) !== undefined
  if (isListed) to = verb
  if (to < verb || first - to > 8 + (isListed ? 16 : 0)) return undefined
  if (lower.slice(verb + 1, to + 1).some((word) => /^(?:[,;:()]|that|to|for)$/.test(word))) return undefined
  const [subject] = grammar.subjects(verb)
  // "Put the cost at": told of as so much.
  if (lemma[verb] === 'put' && lower[to] === 'at') return undefined
  // "Paid $15 million for the ship": a price.
  if (/^(?:pay|put)$/.test(lemma[verb]!) && lower[last] === 'for') return undefined
  // "Pledged $2 billion in aid": the aid is what it is.
  if (lower[last] === 'in' && !fillers.nameAt(last + 1)) return undefined
  // "Promised $2 million over three years for the fund".
  const over = /^(?:over|within|since|by)$/.test(lower[last] ?? '') ? fillers.timeAt(last + 1) : undefined
  const from = over?.last ?? last
  const behind = /^(?:in|into|to|for|on|towards?|under)$/.test(lower[from] ?? '')
    ? endOf(scene, from + 1)
    : from
  // Who has no name is told: "what the link would save consumers".
  const who =
    subject !== undefined &&
    subject < verb &&
    fillers.parties(subject).length === 0 &&
    isNoun(scene, subject) &&
    !isPeople(scene, subject)
      ? [thingAt(scene, subject, subject)]
      : []
  const parts = [
    ...who,
    fillers.phraseOf(verb, Math.max(to, verb), verb),
    ...(behind > from ? [fillers.phraseOf(from, behind - 1, behind - 1)] : []),
  ]
  return parts.length > 1 || to > verb
    ? { parts, verb, owners: subject === undefined ? [] : [subject] }
    : undefined
}

/** Behind the nominal that begins at a token: a name, where no noun follows it, or a noun with those before it. */
function endOf(scene: Scene, at: number): number {
  const name = scene.fillers.nameAt(at)
  if (name && !/^(?:NNS?|HYPH)$/.test(scene.doc.tokens.tag[name.last] ?? '')) return name.last
  const noun = nominalFrom(scene, name?.last ?? at) ?? at - 2
  // "The loss-and-damage fund".
  let last = noun
  while (last >= at && scene.doc.tokens.tag[last + 1] === 'HYPH') last += 2
  while (last > noun && /^(?:CC|HYPH)$/.test(scene.doc.tokens.tag[last]!)) last++
  return (last > noun ? (nominalFrom(scene, last) ?? last) : noun) + 1
}

const isNoun = ({ doc: { tokens } }: Scene, at: number): boolean => /^NNS?$/.test(tokens.tag[at]!)

const OPINES =
  /^(?:say|support|oppose|back|favou?r|approve|disapprove|want|think|believe|agree|disagree|prefer|trust|fear|blame|see|view|consider|expect|feel|doubt|hold)$/
/** Tokens of what is thought that are kept. */
const LONGEST = 14

/** "63 percent said the government should go on": what they say or think. */
function inPoll(scene: Scene, { last }: Quantity): AmountOf | undefined {
  const { doc, fillers } = scene
  const { lower } = doc.tokens
  let verb = last
  if (lower[last] === 'of') {
    const named = /^NNPS?$/.test(doc.tokens.tag[last + 1] ?? '') && /s$/.test(lower[last + 1]!)
    const who = named ? last + 1 : nominalFrom(scene, last + 1)
    if (who === undefined || !(named || isPeople(scene, who))) return undefined
    verb = who + 1
  }
  const end = verb - 1
  if (/^(?:who|that)$/.test(lower[verb] ?? '')) verb++
  const opinion = opinionAt(scene, verb) ?? otherOpinionAt(scene, last, verb)
  if (opinion === undefined) return undefined
  const others = end > last ? undefined : askedBefore(scene, last)
  const who = others ?? (end > last ? [fillers.phraseOf(last + 1, end, end)] : [])
  return { parts: [...who, opinion], verb, owners: [] }
}

/** "52 percent of voters opposed the plan, while 20 percent approved", "… compared with 30 percent who oppose it": of what the share before was asked. */
function otherOpinionAt({ doc, grammar, fillers }: Scene, last: number, verb: number): Phrase | undefined {
  const { lemma, sent, tag } = doc.tokens
  if (!grammar.isVerb(verb) || !OPINES.test(lemma[verb]!)) return undefined
  const place = placeFrom(doc.quantities, last)
  const isAsked = doc.quantities
    .slice(Math.max(0, place - 3), place)
    .some((one) => one.unit === '%' && one.last < last && sent[one.first] === sent[last])
  return isAsked ? fillers.phraseOf(verb, tag[verb + 1] === 'PRP' ? verb + 1 : verb, verb) : undefined
}

/** People who earn, vote or are asked. */
export const isPeople = ({ doc, rows }: Scene, noun: number): boolean =>
  PEOPLE.has(doc.tokens.lemma[noun]!) || rows('actor-nouns').has(doc.tokens.lemma[noun]!)

/** "48 percent of voters think …; another 48 percent …": who was asked, told with the share before. */
function askedBefore(scene: Scene, at: number): Phrase[] | undefined {
  const { doc, fillers } = scene
  const { lower, sent } = doc.tokens
  const place = placeFrom(doc.quantities, at)
  for (const { unit, last } of doc.quantities.slice(Math.max(0, place - 3), place).reverse()) {
    if (unit !== '%' || lower[last] !== 'of' || sent[at]! - sent[last]! > 1) continue
    const who = nominalFrom(scene, last + 1)
    return who !== undefined && isPeople(scene, who) ? [fillers.phraseOf(last + 1, who, who)] : undefined
  }
  return undefined
}

/** "Said the government should go on": what somebody asked says, wants or fears; undefined for another verb, or where no words say what. */
export function opinionAt({ doc, grammar, fillers }: Scene, verb: number): Phrase | undefined {
  const { lemma, lower, sent, form, tag } = doc.tokens
  if (!grammar.isVerb(verb) || !OPINES.test(lemma[verb]!)) return undefined
  let to = verb
  while (
    to + 1 < verb + LONGEST &&
    sent[to + 1] === sent[verb] &&
    !/^[,;:.)\u2014]$/.test(form[to + 1]!) &&
    !(lower[to + 1] === 'and' && fillers.quantityAt(to + 2))
  )
    to++
  // "Oppose it": what, these words do not say.
  const names = (at: number) => /^(?:NN|CD)/.test(tag[at]!)
  const isTold = to > verb && !fillers.quantityAt(to) && range(verb + 1, to + 1).some(names)
  return isTold ? fillers.phraseOf(verb, to, verb) : undefined
}

const ADDS: ReadonlySet<string> = new Set(['add', 'contribute'])
const TAKES: ReadonlySet<string> = new Set([
  'cut',
  'slash',
  'trim',
  'shave',
  'strip',
  'take',
  'wipe',
  'knock',
])

/** A noun with what stands before it, and nothing behind. */
const upTo = ({ grammar, fillers }: Scene, noun: number): Phrase =>
  fillers.phraseOf(Math.min(noun, grammar.phrase(noun, 'short').first), noun, noun)

/** "The bill would add $2 billion to the debt", "cut $500 million from the ports": what grows or shrinks by it. */
function movedTo(scene: Scene, { first, last }: Quantity): AmountOf | undefined {
  const { doc, grammar } = scene
  const { lower, lemma } = doc.tokens
  const word = lower[last] ?? ''
  if (!/^(?:to|from|off)$/.test(word)) return undefined
  const wanted = word === 'to' ? ADDS : TAKES
  const verb = verbBefore(scene, first, (one) => wanted.has(one))
  const named = scene.fillers.nameAt(last + 1)
  const thing = verb === undefined ? undefined : named ? named.last - 1 : nominalFrom(scene, last + 1)
  if (verb === undefined || thing === undefined || scene.fillers.timeAt(thing)) return undefined
  const subjects = grammar.subjects(verb)
  return {
    parts: [
      lower[thing + 1] === 'of' ? joined(scene, thing) : upTo(scene, thing),
      ...doneBy(scene, verb, subjects[0]).filter(({ start }) => start < doc.tokens.start[first]!),
    ],
    verb,
    owners: subjects,
    change: ADDS.has(lemma[verb]!) ? 'up' : 'down',
  }
}

const INCOMES: ReadonlySet<string> = new Set(
  'asset earnings estate gain income pay profit revenue salary wage'.split(' '),
)
const BEYOND = /^(?:above|over|below|under|exceeding|topping|of|to)$/
const EARNS = /^(?:earn|make|bring)$/
const PEOPLE: ReadonlySet<string> = new Set(
  'adult american respondent business citizen company couple earner family farmer firm household individual man parent people person taxpayer woman worker'.split(
    ' ',
  ),
)

/** "Voters with incomes over": from who has them. */
const heldFrom = ({ doc, grammar }: Scene, from: number): number =>
  doc.tokens.lower[from - 1] === 'with' && /^NN/.test(doc.tokens.tag[from - 2] ?? '')
    ? Math.min(from - 2, grammar.phrase(from - 2, 'short').first)
    : from

/** "Rates on income above $400,000", "households earning less than $250,000": the line that is drawn, and for what. */
function thresholdOf(scene: Scene, { first, bound }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, tag } = doc.tokens
  const lead = leadOf(scene, first)
  const verb = grammar.governor(first)
  if (verb < 0) return undefined
  if (bound !== '=' && INCOMES.has(lemma[lead - 1] ?? '') && BEYOND.test(lower[lead]!)) {
    const [subject] = grammar.subjects(verb)
    const from = grammar.phrase(lead - 1, 'short').first
    const over = subject !== undefined && subject < from ? [joined(scene, subject)] : []
    return {
      parts: [...over, fillers.phraseOf(heldFrom(scene, Math.min(from, lead - 1)), lead - 1, lead - 1)],
      verb,
      owners: [],
      isLine: true,
    }
  }
  // "Couples making up to $150,000", "adults who earn less than $75,000"
  const earns = EARNS.test(lemma[lead] ?? '') ? lead : -1
  if (earns < 0) return undefined
  const who = /^(?:who|that)$/.test(lower[earns - 1] ?? '') ? earns - 2 : earns - 1
  const isPeople =
    PEOPLE.has(lemma[who] ?? '') || /^(?:servant|employee|official|pensioner)$/.test(lemma[who] ?? '')
  if (!isPeople || !/^(?:VBG|VBP?)$/.test(tag[earns]!)) return undefined
  const near = grammar.phrase(who, 'short').first
  const held =
    /^(?:for|on|to|of)$/.test(lower[near - 1] ?? '') && /^NN/.test(tag[near - 2] ?? '') ? near - 2 : near
  let from = held === near ? near : Math.min(held, grammar.phrase(held, 'short').first)
  while (from < held && fillers.quantityAt(from)) from++
  return { parts: [fillers.phraseOf(from, earns, who)], verb, owners: [], isLine: true }
}

/** "The 217 votes needed to pass the act", "the bill would need 60 votes". */
function votesNeeded(scene: Scene, { last, unit }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma } = doc.tokens
  const votes = last - 1
  if (unit !== 'vote' || lemma[votes] !== 'vote') return undefined
  const verb = grammar.governor(votes)
  if (verb < 0) return undefined
  if (/^(?:need|require)$/.test(lemma[last] ?? '')) {
    const clause = grammar.dependents(last, 'xcomp', 'advcl')[0]
    const end = clause === undefined ? last : grammar.phrase(clause, 'clause').last
    return { parts: [fillers.phraseOf(votes, end - votes > 10 ? last : end, votes)], verb, owners: [] }
  }
  if (!/^(?:need|require)$/.test(lemma[verb]!) || !grammar.objects(verb).includes(votes)) return undefined
  const [subject] = grammar.subjects(verb)
  return {
    parts: [fillers.phraseOf(votes, votes, votes), ...doneBy(scene, verb, subject)],
    verb,
    owners: subject === undefined ? [] : [subject],
  }
}
