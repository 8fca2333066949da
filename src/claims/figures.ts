// In: a scene. Out: the figures a report gives: what they measure, their value and bound, whose, as of when.
import { type Doc, type Quantity, type TimeExpression, UPOS } from '../language/doc.ts'
import type { DependencyBody, FigureBody, Phrase } from '../model/index.ts'
import { isMoney, nominalFrom, thingBehind } from './amounts.ts'
import { claimDay, timesOf } from './attached-days.ts'
import { findDependencies } from './dependencies.ts'
import { toValue, unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'

/** Units that say how long, how old, how often or how far, not how much. */
const NO_AMOUNT =
  /^(?:(?:milli)?second|minute|hour|day|week|month|quarter|year|decade|century|time|old|mile|kilometer|kilometre|km|meter|metre|foot|inch|yard|centimeter)s?(?:[- ].*)?$/
/** Counted nouns that measure nothing by being counted. */
const IDLE: ReadonlySet<string> = new Set(
  'photo photograph picture caption video spot side country thing party way official time part point item round leader president minister page section step reason question one other nation government economy state talk meeting report word team source negotiator house chapter article law goal seat vote percent degree kind type edition season game match place issue'.split(
    ' ',
  ),
)
/** What a per cent of these says is a rate that a measure sets, or nothing by itself. */
const RATES: ReadonlySet<string> = new Set(
  'tax charge rate level penalty fee levy toll chance probability interest cut hike'.split(' '),
)
/** Verbs that only join a figure to its subject: the subject is what is measured. */
const LINKS: ReadonlySet<string> = new Set(
  'be stand reach total amount account represent hit exceed average run remain come equal rise fall increase decrease grow drop decline climb surge jump plunge soar shrink become make'.split(
    ' ',
  ),
)
/** Nouns that say a value went up or down; the thing itself stands behind "in" or "of", or is the subject. */
const CHANGES: ReadonlySet<string> = new Set(
  'increase rise jump surge growth gain climb spike drop decline decrease fall plunge slump reduction loss'.split(
    ' ',
  ),
)
/** Verbs that tell nothing of what is measured, beside a noun that does. */
const LIGHT: ReadonlySet<string> = new Set(
  'have get see run give use show take face need require hold say put'.split(' '),
)
/** "hundreds of": no number a reader could hold anyone to. */
const VAGUE = /^(?:dozen|hundred|thousand|million|billion|trillion)s$/
const OF_WHAT = ['of', 'for', 'in', 'from', 'with', 'between', 'to', 'among'] as const

/** Claims from quantities with a unit that a noun or a verb says the measure of. */
export function findFigures(scene: Scene): Found[] {
  const measures = scene.rows('measure-nouns')
  const shares = findDependencies(scene).filter(
    (one) => !/^(?:what|which|whom)\b/i.test((one.body as DependencyBody).what.text),
  )
  const told = new Set(shares.flatMap((one) => one.roles?.share?.start ?? []))
  const found: Found[] = shares.map(shareFigure)
  for (const quantity of scene.doc.quantities) {
    if (told.has(quantity.start) || !isAmount(scene, quantity)) continue
    const one = figureAt(scene, quantity, measures)
    if (one) found.push(one)
  }
  return found.filter((one) => !isOneOfMany(scene, one, found))
}

/** Three or more values of one measure in one sentence are told apart by words no rule here reads. */
function isOneOfMany({ doc }: Scene, one: Found, all: readonly Found[]): boolean {
  const body = one.body as FigureBody
  const sentence = doc.tokens.sent[one.trigger]
  const same = all.filter((other) => {
    const { measures, value } = other.body as FigureBody
    return (
      doc.tokens.sent[other.trigger] === sentence &&
      measures.text === body.measures.text &&
      value.unit === body.value.unit
    )
  })
  return same.length > 2
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

/** Whether a quantity tells how much: no age, length, ordinal, score, and no small count. */
function isAmount({ doc }: Scene, quantity: Quantity): boolean {
  const { unit, first, last, value } = quantity
  if (unit === '' || NO_AMOUNT.test(unit) || / per /.test(unit)) return false
  for (let at = first; at < last; at++) if (VAGUE.test(doc.tokens.lower[at]!)) return false
  return unit === '%' || isMoney(unit) || value >= 20
}

/** "…, respectively": which value is whose is told by order alone. */
function isShared({ doc }: Scene, at: number): boolean {
  const { first, last } = doc.sents[doc.tokens.sent[at]!]!
  for (let token = first; token < last; token++) if (doc.tokens.lower[token] === 'respectively') return true
  return false
}

/** What a figure measures, as the words that say so: a counted noun, or the subject or deed of its verb. */
interface Measured {
  readonly parts: readonly Phrase[]
  readonly how: 'counted' | 'predicate'
  readonly verb: number
  /** Tokens whose parties the figure is of. */
  readonly owners: readonly number[]
  readonly change?: 'up' | 'down'
}

function figureAt(
  scene: Scene,
  quantity: Quantity,
  measures: ReadonlyMap<string, unknown>,
): Found | undefined {
  const { doc, fillers } = scene
  const { tokens } = doc
  const at = headOf(scene, quantity)
  if (doc.parsed[tokens.sent[at]!] === 0 || isShared(scene, at)) return undefined
  const measured = measuredBy(scene, quantity, at, measures)
  if (!measured) return undefined
  const { how, verb, owners } = measured
  const reach = reachOf(scene, quantity, measures)
  const thing = reach.length > 0 ? thingBehind(scene, quantity.first) : quantity.first
  const parts = [
    ...(thing === quantity.first ? measured.parts : [joined(scene, thing)]),
    ...reach,
    ...everyOf(scene, quantity),
  ]
  // "Rose to 6,000": what was reached is no rise of 6,000.
  const change = measured.change ?? (quantity.by ? quantity.change : undefined)
  const start = Math.min(...parts.map((phrase) => phrase.start))
  const end = Math.max(...parts.map((phrase) => phrase.end))
  const days = asOf(scene, quantity, verb, at).map((time) => claimDay(doc, time, 'asOf'))
  return {
    kind: 'figure',
    trigger: at,
    foundBy: `figure/${how}@2`,
    epistemics: epistemicsOf(scene, verb),
    body: {
      measures: {
        text: parts.map((phrase) => phrase.text).join(' · '),
        start,
        end,
        head: parts[0]!.head,
        ids: [...new Set(parts.flatMap((phrase) => phrase.ids))],
      },
      value: toValue(quantity),
      scope: parts.slice(1),
      of: unique(owners.flatMap((token) => fillers.parties(token))),
      ...(change ? { change } : {}),
    },
    days,
    roles: { value: { start: quantity.start, end: quantity.end }, measures: { start, end } },
  }
}

/** "$2 billion in goods every day": how often, told behind the amount. */
function everyOf({ doc, fillers }: Scene, { last }: Quantity): Phrase[] {
  const { lower, sent } = doc.tokens
  for (let at = last; at < last + 12 && sent[at] === sent[last]; at++) {
    if (/^(?:[,;]|and|but)$/.test(lower[at]!) && at > last + 4) return []
    if (
      /^(?:every|each|per)$/.test(lower[at]!) &&
      /^(?:day|week|month|quarter|year)$/.test(lower[at + 1] ?? '')
    )
      return [fillers.phraseOf(at, at + 1, at + 1)]
  }
  return []
}

/** "Duties on $2 billion of goods", "duties of 5 % on $2 billion of goods": the amount is what a measure reaches. */
function reachOf(
  { doc, fillers }: Scene,
  { first, unit }: Quantity,
  measures: ReadonlyMap<string, unknown>,
): Phrase[] {
  const { lower, lemma } = doc.tokens
  if (!isMoney(unit)) return []
  const on = [first - 1, first - 2, first - 3].find((at) => at > 0 && lower[at] === 'on')
  if (on === undefined) return []
  let at = on - 1
  while (at > 0 && (fillers.quantityAt(at)?.unit === '%' || /^(?:of|up|to|about)$/.test(lower[at]!))) at--
  return measures.has(lemma[at]!) ? [fillers.phraseOf(at, at, at)] : []
}

/** "Will spend more, adding 2,000 jobs": a participle that goes with a verb is as that verb is. */
function epistemicsOf(scene: Scene, verb: number): ReturnType<Scene['epistemics']> {
  const { dep, head, tag } = scene.doc.tokens
  const own = withinBound(scene, verb)
  if (tag[verb] !== 'VBG' || dep[verb] !== 'advcl' || head[verb]! < 0 || own.modality !== 'held') return own
  const over = scene.epistemics(head[verb]!)
  return over.polarity === 'affirmed' ? over : own
}

/** "Must not exceed 500 tonnes" sets a bound, and denies no figure. */
function withinBound(scene: Scene, verb: number): ReturnType<Scene['epistemics']> {
  const own = scene.epistemics(verb)
  const bounded = own.polarity === 'denied' && scene.doc.tokens.lemma[verb] === 'exceed'
  return bounded ? { ...own, polarity: 'affirmed' } : own
}

/** When a figure held: the date right behind it, a month or year of its clause, the one of its sentence, else a day. */
function asOf(scene: Scene, quantity: Quantity, verb: number, at: number): TimeExpression[] {
  const { doc, grammar } = scene
  const dates = doc.times.filter((time) => time.type === 'DATE')
  const behind = dates.find((time) => time.first >= quantity.last && time.first <= quantity.last + 1)
  if (behind) return [behind]
  const own = timesOf(doc, grammar, [verb, at]).filter(
    (time) => time.type === 'DATE' && !isOfTelling(scene, time, at),
  )
  if (own.some((time) => isWide(doc, time))) return ofThisValue(doc, quantity, own)
  // "Officials said on Wednesday that arrests rose in May": the day is that of the telling.
  const sentence = doc.tokens.sent[at]
  const wide = dates.filter(
    (time) => doc.tokens.sent[time.first] === sentence && isWide(doc, time) && isBeside(doc, time, quantity),
  )
  return wide.length === 1 ? wide : own
}

/** No finite verb and no bracket between a time and a value. */
function isBeside({ tokens }: Doc, time: TimeExpression, { first, last }: Quantity): boolean {
  for (let at = Math.min(time.last, last); at < Math.max(time.first, first); at++)
    if (/^(?:VB[DZP]|MD|-[LR]RB-)$/.test(tokens.tag[at]!) || /^[()]$/.test(tokens.form[at]!)) return false
  return true
}

/** A day outside the words that are told is that of the telling. */
const isOfTelling = (scene: Scene, { start, end }: TimeExpression, at: number): boolean =>
  scene.attributions(at)[0]?.content.every((range) => end <= range.start || range.end <= start) ?? false

/** Words before a time that something is only compared with: "a third more than in April", "a rise over last month". */
const COMPARES = /^(?:than|over|from|versus|since)$/

/** Of several dates those that stand nearer to this value than to another, and none that it is only compared with. */
function ofThisValue(doc: Doc, quantity: Quantity, times: readonly TimeExpression[]): TimeExpression[] {
  const { tokens, quantities } = doc
  const here = times.filter(
    ({ first }) => ![first - 1, first - 2].some((at) => at >= 0 && COMPARES.test(tokens.lower[at]!)),
  )
  if (here.length < 2) return here
  const sentence = tokens.sent[quantity.first]
  const others = quantities.filter(
    (other) => other !== quantity && other.unit !== '' && tokens.sent[other.first] === sentence,
  )
  const gap = (one: Quantity, time: TimeExpression) =>
    Math.max(time.first - one.last, one.first - time.last, 0)
  return here.filter((time) => others.every((other) => gap(quantity, time) <= gap(other, time)))
}

/** A month, a quarter or a year, not a day. */
const isWide = (doc: Doc, { start, end, value }: TimeExpression): boolean =>
  value !== undefined
    ? /^[\dX]{4}(?:-(?:\d{2}|Q\d))?$/.test(value)
    : /\b(?:year|month|quarter|january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
        doc.text.slice(start, end),
      )

function measuredBy(
  scene: Scene,
  quantity: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): Measured | undefined {
  const { grammar, fillers } = scene
  const { tokens } = scene.doc
  if (isRanked(scene, quantity) || isPartOf(scene, quantity) || isCompared(scene, quantity)) return undefined
  const counted = countedNoun(scene, quantity, at)
  // A rate of a tariff is the measure's, not a figure.
  if (counted !== undefined && measures.has(tokens.lemma[counted]!)) return undefined
  if (
    counted !== undefined &&
    (IDLE.has(tokens.lemma[counted]!) || (quantity.unit === '%' && RATES.has(tokens.lemma[counted]!)))
  )
    return undefined
  const verb = grammar.governor(at)
  if (verb < 0 || isConversion(scene, quantity)) return undefined
  const subject = grammar.subjects(verb).find((token) => nounAt(scene, token))
  const rate = (token: number | undefined) =>
    token !== undefined &&
    quantity.unit === '%' &&
    (measures.has(tokens.lemma[token]!) || RATES.has(tokens.lemma[token]!))
  if (rate(subject) || OF_WHAT.some((one) => grammar.obliques(at, one).some((token) => rate(token))))
    return undefined
  const head = counted ?? at
  const of = [...new Set(OF_WHAT.flatMap((one) => grammar.obliques(at, one)))]
    .filter(
      (token) => token !== counted && !fillers.timeAt(token) && !fillers.quantityAt(token) && token > at,
    )
    .sort((a, b) => a - b)
  const links = grammar.isVerb(verb)
    ? LINKS.has(tokens.lemma[verb]!) && !grammar.isPassive(verb)
    : grammar.dependents(verb, 'cop').length > 0
  const phrases = (list: readonly number[]) => list.map((token) => joined(scene, token))
  if (counted !== undefined && CHANGES.has(tokens.lemma[counted]!)) {
    const what = of.filter((token) => !/^(?:from|to)$/.test(grammar.caseOf(token)))
    const before = what.length > 0 ? undefined : countedBefore(scene, quantity)
    const thing = before ?? (what.length > 0 ? undefined : subject)
    if (thing !== undefined && before === undefined && fillers.partyNamed(thing).length > 0) return undefined
    const done = before === undefined ? -1 : grammar.governor(before)
    const deed = before !== undefined && done >= 0 && isObject(scene, before, done) ? deedAt(scene, done) : []
    const parts = clean(scene, quantity, thing === undefined ? phrases(what) : [bare(scene, thing), ...deed])
    const idle = parts.length === 1 && before !== undefined && isHeadCount(scene, before, parts[0]!)
    if (parts.length === 0 || idle) return undefined
    const owners = thing === undefined ? what : [thing]
    return { parts, how: 'counted', verb, owners, ...directionOf(scene, counted) }
  }
  // "Bought $2 billion worth of ham": the amount is what is bought.
  const object = isObject(scene, head, verb) || isObject(scene, at, verb)
  const owners = object && subject !== undefined ? [subject] : []
  const shown = !links || (counted !== undefined && tokens.lemma[verb] === 'represent')
  const deed = shown && object && !LIGHT.has(tokens.lemma[verb]!) ? deedAt(scene, verb) : []
  if (counted !== undefined) {
    const holder = heldBy(scene, counted)
    const holds = holder !== undefined && isObject(scene, holder, verb) && !LIGHT.has(tokens.lemma[verb]!)
    // "99,000 people arrested in April": what is said of them right there, not what they are compared with.
    const [own] = grammar
      .dependents(counted, 'acl')
      .filter((token) => tokens.tag[token] === 'VBN' && token === counted + 1)
    const does = own === undefined ? saidOf(scene, counted, verb) : [fillers.phraseOf(own, own, own)]
    const over = holder === undefined ? wholeOf(scene, counted) : []
    const each = owners.filter((token) => isEach(scene, token)).map((token) => joined(scene, token))
    const parts = clean(scene, quantity, [
      bare(scene, counted),
      ...over,
      ...each,
      ...(does.length > 0 ? does : holds ? deedAt(scene, verb) : deed),
    ])
    // "26 people", "350 migrants": a bare head count that nothing is said of.
    if (parts.length === 0 || (parts.length === 1 && isHeadCount(scene, counted, parts[0]!))) return undefined
    const changed =
      holder !== undefined && CHANGES.has(tokens.lemma[holder]!) ? directionOf(scene, holder) : {}
    const doer = holds && subject !== undefined ? [subject] : owners
    return {
      parts,
      how: 'counted',
      verb: own ?? verb,
      owners: doer.some((token) => fillers.parties(token).length > 0) ? doer : [counted, ...doer],
      ...changed,
    }
  }
  if (links) {
    if (subject === undefined || fillers.persons(subject).length > 0) return undefined
    if (of.length === 0 && fillers.partyNamed(subject).length > 0) return undefined
    const parts = clean(scene, quantity, phrases([subject, ...of]))
    return parts.length === 0 ? undefined : { parts, how: 'predicate', verb, owners: [subject] }
  }
  const share = quantity.unit === '%'
  if (share && tokens.lower[quantity.last] !== 'of') return undefined
  // "refines 90 percent of them": of what, no rule here knows.
  const direct = of.filter((token) => /^(?:of|in)$/.test(grammar.caseOf(token)))
  const what = (direct.length > 0 ? direct : behind(scene, quantity)).filter(
    (token) => tokens.pos[token] !== PRON,
  )
  // "The pipeline carried 8 billion cubic metres": what carries it, and that it does.
  if (what.length === 0 && object && MEASURING.test(quantity.unit)) {
    const thing = subject === undefined || fillers.parties(subject).length > 0 ? [] : phrases([subject])
    const parts = clean(scene, quantity, [...thing, ...deed])
    return parts.length === 0 ? undefined : { parts, how: 'predicate', verb, owners }
  }
  if (what.length === 0 || (!object && !share && !isMoney(quantity.unit))) return undefined
  // "Half of the wheat must be milled here", "half of the jobs tied to trade": a share of a thing says nothing without what is said of it.
  const predicate = share && isSubject(scene, head, verb) ? [predicateAt(scene, verb)] : []
  const tied = share ? what.flatMap((token) => participleOn(scene, token)) : []
  const parts = clean(scene, quantity, [
    ...phrases(what),
    ...owners.filter((token) => isEach(scene, token)).map((token) => joined(scene, token)),
    ...tied,
    ...(predicate.length > 0 ? predicate : object ? deed : []),
  ])
  return parts.length === 0 || (share && parts.length === 1)
    ? undefined
    : { parts, how: 'predicate', verb, owners }
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

const WHOLES: ReadonlySet<string> = new Set(
  'quota limit cap ceiling target minimum maximum backlog fleet workforce stock reserve order'.split(' '),
)

/** "A quota of 2.6 million cars": the noun that what is counted makes up. */
function wholeOf({ doc, grammar, fillers }: Scene, counted: number): Phrase[] {
  const over = doc.tokens.head[counted]!
  if (over < 0 || over > counted || grammar.caseOf(counted) !== 'of' || !WHOLES.has(doc.tokens.lemma[over]!))
    return []
  return fillers.quantityAt(over) ? [] : [fillers.phraseOf(over, over, over)]
}

const isEach = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'det').some((token) => /^(?:each|every)$/.test(doc.tokens.lower[token]!))

/** "Some of the $25 billion", "75 percent of what Peru sells": how much of it or of what, no noun says. */
const isPartOf = ({ doc }: Scene, { first, last }: Quantity): boolean => {
  const { lower, tag } = doc.tokens
  if (lower[last] === 'of' && /^W/.test(tag[last + 1] ?? '')) return true
  const of = /^(?:the|its|their)$/.test(lower[first - 1] ?? '') ? first - 2 : first - 1
  return lower[of] === 'of' && /^(?:some|most|much|part|many|any)$/.test(lower[of - 1] ?? '')
}

/** "50 percent higher than in Peru", "as a share of output": a relation to something that no rule here reads. */
function isCompared({ doc }: Scene, { first, last, unit }: Quantity): boolean {
  if (unit !== '%') return false
  const { lower, tag, sent } = doc.tokens
  if (/^(?:JJR|RBR)$/.test(tag[last] ?? '')) return true
  const from = doc.sents[sent[first]!]!.first
  for (let at = from; at + 1 < first; at++)
    if (
      /^(?:share|percentage|proportion)$/.test(lower[at]!) &&
      lower[at + 1] === 'of' &&
      lower[at - 2] === 'as'
    )
      return true
  return false
}

/** "The poorest 10 percent of households": a rank, not a share. */
const isRanked = ({ doc }: Scene, { first, unit }: Quantity): boolean =>
  unit === '%' &&
  (doc.tokens.tag[first - 1] === 'JJS' ||
    /^(?:top|bottom|first|last)$/.test(doc.tokens.lower[first - 1] ?? ''))

/** The participle clause on a noun: "tied to trade". */
const participleOn = ({ doc, grammar, fillers }: Scene, noun: number): Phrase[] =>
  grammar
    .dependents(noun, 'acl')
    .filter((token) => doc.tokens.tag[token] === 'VBN')
    .map((token) => fillers.phrase(token, 'short'))

const directionOf = ({ doc }: Scene, noun: number): { change: 'up' | 'down' } => ({
  change: FALLS.test(doc.tokens.lemma[noun]!) ? 'down' : 'up',
})

/** "£9 billion" in "$11 billion (£9 billion)": the same amount told again in another currency. */
function isConversion({ doc, fillers }: Scene, { first, unit }: Quantity): boolean {
  if (!isMoney(unit) || doc.tokens.lower[first - 1] !== '(') return false
  const before = fillers.quantityAt(first - 2)
  return before !== undefined && isMoney(before.unit) && before.unit !== unit
}

const PEOPLE: ReadonlySet<string> = new Set(
  'people person individual man woman child migrant immigrant refugee worker member guest voter american citizen resident customer household family'.split(
    ' ',
  ),
)

/** People counted, in one word: how many they are says nothing of what they do or suffer. */
const isHeadCount = ({ doc }: Scene, noun: number, phrase: Phrase): boolean =>
  PEOPLE.has(doc.tokens.lemma[noun]!) && !/\s/.test(phrase.text)

/** The noun that holds what is counted: "a group of 1,000 migrants", "the loss of 31,000 jobs". */
function heldBy({ doc, grammar }: Scene, counted: number): number | undefined {
  const holder = doc.tokens.head[counted]!
  if (holder < 0 || holder > counted || grammar.caseOf(counted) !== 'of') return undefined
  const lemma = doc.tokens.lemma[holder]!
  return HOLDERS.has(lemma) || CHANGES.has(lemma) ? holder : undefined
}

const HOLDERS: ReadonlySet<string> = new Set(
  'group crowd batch caravan total number set team band'.split(' '),
)

const isSubject = ({ grammar }: Scene, token: number, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.dependents(verb, 'nsubj').includes(token)

/** A verb with the first thing said behind it: "be milled by hand", "depended on imports". */
function predicateAt({ doc, grammar, fillers }: Scene, verb: number): Phrase {
  const behind = grammar
    .dependents(verb, 'obj', 'obl', 'xcomp')
    .find((token) => token > verb && fillers.timeAt(token) === undefined)
  const last = behind === undefined ? verb : grammar.phrase(behind, 'short').last
  return fillers.phraseOf(verb, Math.min(last, doc.tokens.count - 1), verb)
}

const FALLS = /^(?:drop|decline|decrease|fall|plunge|slump|reduction|loss)$/

/** The noun that the figure before this one in its sentence counts: "2,000 arrests, a 5 % rise". */
function countedBefore(scene: Scene, quantity: Quantity): number | undefined {
  const { quantities, tokens } = scene.doc
  const before = quantities[quantities.indexOf(quantity) - 1]
  if (!before || tokens.sent[before.first] !== tokens.sent[quantity.first]) return undefined
  if (before.unit === '' || before.unit === '%' || !isAmount(scene, before)) return undefined
  return countedNoun(scene, before, headOf(scene, before))
}

/** The nominal right behind an amount, by its words: "$9 billion in goods from Peru". */
function behind(scene: Scene, quantity: Quantity): number[] {
  if (!/^(?:in|of)$/.test(scene.doc.tokens.lower[quantity.last] ?? '')) return []
  const found = nominalFrom(scene, quantity.last + 1)
  return found === undefined ? [] : [found]
}

/** The words of a deed, with the verbs it is joined to by "or": "stopped or turned back". */
function deedAt({ doc, grammar, fillers }: Scene, verb: number): Phrase[] {
  const { dep, head, lower } = doc.tokens
  const before = dep[verb] === 'conj' && grammar.isVerb(head[verb]!) && verb - head[verb]! < 4
  const own = fillers.phraseOf(before && head[verb]! < verb ? head[verb]! : verb, verb, verb)
  const more = grammar.dependents(verb, 'conj').flatMap((joined) => {
    const or = grammar.dependents(joined, 'cc').find((token) => lower[token] === 'or')
    return or !== undefined && grammar.isVerb(joined) && joined - or < 4
      ? [fillers.phraseOf(or, joined, joined)]
      : []
  })
  return [own, ...more]
}

/** Units of weight and room. */
const MEASURING = /(?:^|\s)(?:ton|tonne|kilogram|gram|litre|gallon|barrel|bushel|metre|foot)$/

/** The noun a number counts or an amount stands before: "6,000 troops", "a $8 billion surplus", "$9 billion worth of wheat". */
function countedNoun(scene: Scene, quantity: Quantity, at: number): number | undefined {
  const { tokens } = scene.doc
  // "5,000 tonnes of rice": the rice is counted, the tonne only measures it.
  if (MEASURING.test(quantity.unit))
    return tokens.lower[quantity.last] === 'of' ? nominalFrom(scene, quantity.last + 1) : undefined
  if (quantity.unit !== '%' && !isMoney(quantity.unit)) {
    if (tokens.pos[at] === NOUN) return at
    const next = tokens.head[at]!
    return isNumberOf(scene, at) && next > at && tokens.pos[next] === NOUN ? next : undefined
  }
  const noun = isNumberOf(scene, at) ? tokens.head[at]! : at + 1
  if (tokens.lower[quantity.last] === 'worth') return nominalFrom(scene, quantity.last + 2)
  return isNumberOf(scene, at) && noun > at && (tokens.pos[noun] === NOUN || tokens.pos[noun] === PROPN)
    ? noun
    : undefined
}

const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
const PRON = UPOS.indexOf('PRON')

const nounAt = ({ doc, fillers }: Scene, token: number): boolean =>
  !fillers.timeAt(token) &&
  (doc.tokens.pos[token] === NOUN || fillers.isMatter(token) || fillers.nameAt(token) !== undefined)

const isObject = ({ grammar }: Scene, token: number, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.objects(verb).includes(token)

/** Phrases with words of their own: what holds the number itself says nothing of it. */
const clean = ({ doc }: Scene, { first }: Quantity, parts: readonly Phrase[]): Phrase[] =>
  parts.filter(
    ({ text, start, end }, at) =>
      /\p{L}{2}/u.test(text) &&
      !(start <= doc.tokens.start[first]! && doc.tokens.start[first]! < end) &&
      !parts.some((other, n) => n < at && other.start <= start && end <= other.end),
  )

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

/** The counted noun's phrase from behind its last number: "more than 6,000 young men at sea" gives "young men at sea". */
function bare({ doc, grammar, fillers }: Scene, noun: number): Phrase {
  const { first, last } = grammar.phrase(noun, 'short')
  let from = first
  for (let at = first; at < noun; at++)
    if (
      fillers.quantityAt(at) !== undefined &&
      /\p{N}|^(?:hundred|thousand|million|billion|trillion|dollars?|bn|m|tn|%|per|cent|percent)$/iu.test(
        doc.tokens.form[at]!,
      )
    )
      from = at + 1
  return fillers.phraseOf(Math.min(from, noun), joinedEnd({ doc, grammar, fillers }, noun, last), noun)
}

type Words = Pick<Scene, 'doc' | 'grammar' | 'fillers'>

/** A noun's phrase with the nouns joined to it and what it is with. */
function joined(scene: Words, noun: number): Phrase {
  const { first, last } = scene.grammar.phrase(noun, 'short')
  return scene.fillers.phraseOf(first, joinedEnd(scene, noun, last), noun)
}

/** Where a counted noun ends: "cars and trucks", "trade surplus in goods and services with Peru"; another figure is none of it. */
function joinedEnd({ doc, grammar, fillers }: Words, noun: number, last: number): number {
  const { tokens } = doc
  const next = doc.quantities.find(({ first }) => first > noun && first <= last)
  let end = next ? next.first - 1 : last
  while (end > noun && !/^(?:NN|JJ|CD|VB)/.test(tokens.tag[end]!)) end--
  const comma = Array.from({ length: Math.max(0, end - noun) }, (_, n) => noun + 1 + n).find(
    (at) => tokens.form[at] === ',',
  )
  // What stands behind a comma is said of it, unless it is the next of a list.
  if (comma !== undefined && !grammar.dependents(noun, 'conj').some((other) => other > comma && other <= end))
    end = comma - 1
  if (next) return end
  for (const other of grammar.dependents(noun, 'conj')) {
    const own = grammar.phrase(other, 'short')
    const isVerbish =
      fillers.quantityAt(own.last + 1) !== undefined || fillers.quantityAt(own.last + 2) !== undefined
    const near = tokens.pos[other] === NOUN && own.first - end <= 2 && other > end && !isVerbish
    const counted = Array.from({ length: own.last - own.first + 1 }, (_, n) => own.first + n).some(
      (at) => fillers.quantityAt(at) !== undefined || grammar.isVerb(at),
    )
    if (near && !counted) end = own.last
  }
  return tokens.lower[end + 1] === 'with' && fillers.nameAt(end + 2)?.first === end + 2
    ? fillers.nameAt(end + 2)!.last - 1
    : end
}
