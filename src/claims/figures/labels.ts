// In: a scene, nouns and verbs. Out: the words a figure is labelled with.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { numberOfWord } from '../../language/quantities/numerals.ts'
import type { Phrase } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { nearby } from '../sentence/nearby.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'

/** The participle clause on a noun: "tied to trade". */
export const participleOn = ({ doc, grammar, fillers }: Scene, noun: number): Phrase[] =>
  grammar
    .dependents(noun, 'acl')
    .filter((token) => doc.tokens.tag[token] === 'VBN')
    .map((token) => fillers.phrase(token, 'short'))

export const isSubject = ({ grammar }: Scene, token: number, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.dependents(verb, 'nsubj').includes(token)

/** "The share has fallen to 62 percent": of what, its words do not say. */
export const isPartOnly = ({ doc, grammar }: Scene, noun: number): boolean =>
  (doc.tokens.lower[noun] !== 'shares' || grammar.dependents(noun, 'nmod', 'compound').length === 0) &&
  /^(?:share|portion|proportion|part|figure|number|total|amount|rest|level|value)$/.test(
    doc.tokens.lemma[noun]!,
  ) &&
  grammar.obliques(noun, 'of').length === 0 &&
  grammar.dependents(noun, 'acl').length === 0

/** A verb with the first thing said behind it: "be milled by hand", "depended on imports", "made in Peru or Chile". */
export function predicateAt(scene: Scene, verb: number): Phrase {
  const { doc, grammar, fillers } = scene
  const behind = grammar
    .dependents(verb, 'obj', 'obl', 'xcomp', 'advmod')
    .find((token) => token > verb && token < verb + 8 && fillers.timeAt(token) === undefined)
  if (behind === undefined) {
    // "Went to developing countries", where the parser hung them elsewhere.
    const noun = /^(?:to|into|through|from|in)$/.test(doc.tokens.lower[verb + 1] ?? '')
      ? nominalFrom(scene, verb + 2)
      : undefined
    return fillers.phraseOf(verb, noun ?? verb, verb)
  }
  const last = Math.max(...grammar.conjuncts(behind).map((one) => grammar.phrase(one, 'short').last))
  const end = joinedEnd(scene, behind, grammar.phrase(behind, 'short').last)
  // "Call it home": the word that completes the verb behind its object.
  const home = grammar.dependents(verb, 'xcomp', 'advmod').find((token) => token === end + 1)
  if (home !== undefined) return fillers.phraseOf(verb, home, verb)
  const as = asWhat(scene, verb, end)
  if (as !== undefined) return fillers.phraseOf(verb, as, verb)
  const isCounted =
    nearby(doc.quantities, end).some(({ first }) => first > end && first <= last) ||
    doc.tokens.tag.slice(end + 1, last + 1).includes('CD')
  const listed =
    !isCounted && last - verb < 14 && grammar.conjuncts(behind).every((one) => !grammar.isVerb(one))
  let to = Math.min(Math.max(listed ? last : end, verb), doc.tokens.count - 1)
  to = listEnd(scene, to)
  return fillers.phraseOf(verb, completed(scene, verb, to), verb)
}

/** "See the ministry as a threat": the end of the words that complete the deed right behind its object. */
function asWhat({ doc, grammar }: Scene, verb: number, end: number): number | undefined {
  if (doc.tokens.lower[end + 1] !== 'as') return undefined
  const what = grammar.obliques(verb, 'as').find((token) => token > end && token < end + 8)
  return what === undefined ? undefined : grammar.phrase(what, 'short').last
}

/** "Made in Peru, Chile or Norway": where names listed behind a name end. */
function listEnd({ doc, fillers }: Words, last: number): number {
  let to = last
  for (let name = fillers.nameAt(to); name; ) {
    let at = name.last
    while (at < name.last + 3 && /^(?:,|and|or|the)$/.test(doc.tokens.lower[at] ?? '')) at++
    name = at > name.last ? fillers.nameAt(at) : undefined
    if (name && (name.type === 'government' || name.type === 'place')) to = name.last - 1
    else break
  }
  return to
}

/** What a deed is done on, for, to or from, behind the amount: "imported 500 tonnes of rice from Peru". */
export function furtherAt(scene: Scene, verb: number, { last }: Quantity): Phrase[] {
  const { doc, grammar, fillers } = scene
  const found = grammar
    .dependents(verb, 'obl')
    .find(
      (token) =>
        token >= last &&
        FURTHER.has(grammar.caseOf(token)) &&
        !fillers.timeAt(token) &&
        !fillers.quantityAt(token),
    )
  if (found === undefined || doc.tokens.pos[found] === PRON) return []
  const [mark] = grammar.dependents(found, 'case')
  // "Destroyed 32 tunnels, some of them a mile in length".
  if (mark !== undefined && doc.tokens.form.slice(last, mark).includes(',')) return []
  const end = joinedEnd(scene, found, grammar.phrase(found, 'short').last)
  if (end === found && /^(?:total|average|rate|value|length|size|sum)$/.test(doc.tokens.lemma[found]!))
    return []
  // Right behind the amount stands what it is an amount of.
  return mark === undefined || mark === last || end - mark > 9 ? [] : [fillers.phraseOf(mark, end, found)]
}

const DEEMS: ReadonlySet<string> = new Set(['deem', 'consider', 'find', 'declare', 'render', 'call'])

const FURTHER: ReadonlySet<string> = new Set(['on', 'for', 'to', 'into', 'from', 'through', 'against', 'in'])

const HEARSAY = /^(?:report|believe|say|think|fear|estimate|understand|know|presume|suspect|expect)$/

/** "Were reported to be wounded": what is reported of them. */
function passedOn({ doc, grammar }: Scene, verb: number): number {
  if (!HEARSAY.test(doc.tokens.lemma[verb]!) || !grammar.isPassive(verb)) return verb
  return grammar.dependents(verb, 'xcomp')[0] ?? verb
}

/** The words of a deed, with the verbs it is joined to by "or": "stopped or turned back". */
export function deedAt(scene: Scene, told: number): Phrase[] {
  const { doc, grammar, fillers } = scene
  const { dep, head, lower } = doc.tokens
  const verb = passedOn(scene, told)
  const before = dep[verb] === 'conj' && grammar.isVerb(head[verb]!) && verb - head[verb]! < 4
  // "Deemed inadmissible": the word that completes the verb.
  const completes = (one: number) =>
    (dep[one + 1] === 'compound:prt' && head[one + 1] === one) ||
    (/^JJ/.test(doc.tokens.tag[one + 1] ?? '') &&
      (DEEMS.has(doc.tokens.lemma[one]!) || head[one + 1] === one))
      ? one + 1
      : one
  const [to] = grammar.isPassive(verb)
    ? grammar.dependents(verb, 'xcomp').filter((token) => token > verb && token < verb + 4)
    : []
  if (to !== undefined && grammar.isVerb(to)) {
    const [object] = grammar.dependents(to, 'obj', 'obl').filter((token) => token > to && token < to + 6)
    return [fillers.phraseOf(verb, object === undefined ? to : Math.max(object, to), verb)]
  }
  const own = fillers.phraseOf(before && head[verb]! < verb ? head[verb]! : verb, completes(verb), verb)
  const more = grammar.dependents(verb, 'conj').flatMap((joined) => {
    const or = grammar.dependents(joined, 'cc').find((token) => lower[token] === 'or')
    return or !== undefined && grammar.isVerb(joined) && joined - or < 4
      ? [fillers.phraseOf(or, completes(joined), joined)]
      : []
  })
  return [own, ...more]
}

/** Phrases with words of their own: what holds the number itself says nothing of it. */
export const clean = ({ doc }: Scene, { first }: Quantity, parts: readonly Phrase[]): Phrase[] =>
  parts.filter(
    ({ text, start, end }, at) =>
      /\p{L}{2}/u.test(text) &&
      !(start <= doc.tokens.start[first]! && doc.tokens.start[first]! < end) &&
      !parts.some((other, n) => n < at && other.start <= start && end <= other.end),
  )

/** The counted noun's phrase from behind its last number: "more than 6,000 young men at sea" gives "young men at sea". */
export function bare({ doc, grammar, fillers }: Scene, noun: number): Phrase {
  const { first, last } = grammar.phrase(noun, 'short')
  let from = first
  for (let at = first; at < noun; at++)
    if (
      fillers.quantityAt(at) !== undefined &&
      (numberOfWord(doc.tokens.lower[at]!) !== undefined ||
        /\p{N}|^(?:or|hundred|thousand|million|billion|trillion|dollars?|bn|m|tn|%|per|cent|percent)$/iu.test(
          doc.tokens.form[at]!,
        ))
    )
      from = at + 1
  // "A hundred or more delegates"
  if (doc.tokens.lower[from - 1] === 'or' && /^(?:so|more|fewer)$/.test(doc.tokens.lower[from]!)) from++
  const end = joinedEnd({ doc, grammar, fillers }, noun, last)
  return fillers.phraseOf(Math.min(from, noun), completed({ doc, grammar, fillers }, noun, end), noun)
}

/** The last token from here back that a label can end on: no "over the next", "for a total of more". */
function trimmed({ doc }: Pick<Scene, 'doc'>, from: number, last: number): number {
  const { tag, head, lower } = doc.tokens
  let end = last
  while (
    end > from &&
    (!/^(?:NN|JJ|CD|VB)/.test(tag[end]!) ||
      /^(?:more|less|fewer|total|most|least)$/.test(lower[end]!) ||
      (/^(?:JJ|CD)/.test(tag[end]!) && head[end]! > end))
  )
    end--
  return end
}

type Words = Pick<Scene, 'doc' | 'grammar' | 'fillers'>

/** Past "a" or "the". */
export const withoutArticle = ({ doc }: Pick<Scene, 'doc'>, first: number): number =>
  /^(?:an?|the)$/.test(doc.tokens.lower[first]!) ? first + 1 : first

/** A noun without its article, with what says which; up to a token where one is given. */
export function thingAt(scene: Words, noun: number, to?: number): Phrase {
  const { doc, grammar, fillers } = scene
  const { tag, end, sent } = doc.tokens
  const { first } = grammar.phrase(noun, 'short')
  let from = Math.min(withoutArticle(scene, first), noun)
  while (from < noun && (fillers.timeAt(from) || /^(?:[.,:]|HYPH|NFP|-[LR]RB-)$/.test(tag[from]!))) from++
  const whole = to === undefined ? joined(scene, noun).end : end[to]!
  let last = noun
  while (sent[last + 1] === sent[noun] && end[last + 1]! <= whole && !fillers.timeAt(last + 1)) last++
  while (last > noun && /^(?:IN|DT|TO|CC|,)$/.test(tag[last]!)) last--
  return fillers.phraseOf(Math.min(withoutArticle(scene, from), noun), last, noun)
}

/** A noun's phrase with the nouns joined to it and what it is with. */
export function joined(scene: Words, noun: number): Phrase {
  const { first, last } = scene.grammar.phrase(noun, 'short')
  const { form, lower } = scene.doc.tokens
  const hyphened = form[first - 1] === '-' ? first - 2 : first
  const end = joinedEnd(scene, noun, last)
  // "Swiss goods exports", where the parser took the last noun for a verb.
  const isCut = lower[end] === 'goods' && /^(?:exports?|imports?|trade)$/.test(lower[end + 1] ?? '')
  return scene.fillers.phraseOf(hyphened, completed(scene, noun, isCut ? end + 1 : end), noun)
}

/** Prepositions behind a label that say which of the things, from where, to whom or with whom. */
const WHICH: ReadonlySet<string> = new Set('of from to into on in at with between among against'.split(' '))
/** Nouns behind them that open words on why or how it is told. */
const ASIDE: ReadonlySet<string> = new Set(
  'response retaliation return exchange effort bid attempt addition case turn fact order total part all least most basis result time place person view light line favor favour act accordance'.split(
    ' ',
  ),
)
const TELLS_VALUE = /^(?:total|amount|number|reach|average|exceed|cost|value|estimate|put|rise|fall)$/
/** Tokens by which a label is at most completed. */
const MORE = 14

/** Where a label ends with the words right behind it that say which: "corn from Peru", "workers who earn 16 euros an hour", "milk sold to Norway". */
function completed({ doc, grammar, fillers }: Words, from: number, label: number): number {
  const { lower, tag, dep, head, lemma, sent, count } = doc.tokens
  let end = label
  while (end + 1 < count && sent[end + 1] === sent[label]) {
    const next = end + 1
    let last = -1
    if (WHICH.has(lower[next]!) && dep[next] === 'case') {
      const noun = head[next]!
      const isAside =
        noun <= next || noun > next + 6 || ASIDE.has(lemma[noun]!) || doc.tokens.pos[noun] === PRON
      if (isAside || fillers.timeAt(noun) || fillers.quantityAt(noun)) break
      last = grammar.phrase(noun, 'short').last
    } else if (/^(?:VB[GN]|WP|WDT)$/.test(tag[next]!)) {
      const verb = /^W/.test(tag[next]!) ? head[next]! : next
      const isOfLabel = dep[verb]?.startsWith('acl') && head[verb]! >= from && head[verb]! <= end
      // "Built by welders earning 22 euros": right behind a noun, whatever the parser hangs it on.
      const isBeside = tag[next] === 'VBG' && dep[next] === 'advcl' && /^NN/.test(tag[end]!)
      // "Imports totalling $352 million": the number itself.
      if (TELLS_VALUE.test(lemma[verb]!) || !(isOfLabel || isBeside) || verb < next) break
      last = grammar.phrase(verb, 'short').last
    }
    if (last < next) break
    // Up to a comma, a day, a bracket or a clause of its own.
    let to = next
    for (let at = next + 1; at <= last && !fillers.timeAt(at); at++) {
      if (
        (tag[at] === 'CD' && tag[at - 1] === 'CC') ||
        /^(?:[,;:()–—]|--|-LRB-|because|due|since|despite|after|before|while|and|but|up|down)$/.test(
          lower[at]!,
        )
      )
        break
      to = at
    }
    while (to > next && !/^(?:NN|JJ|CD|VB|RB)/.test(tag[to]!)) to--
    // "Of federal, state and local spending": on to the noun of them all.
    if (/^JJ/.test(tag[to]!) && head[to]! > to && head[to]! <= last) to = head[to]!
    if (to === next || to > label + MORE) break
    // "16 euros an hour".
    const isEvery =
      /^(?:an?|per)$/.test(lower[to + 1] ?? '') && /^(?:hour|day|week|month|year)$/.test(lower[to + 2] ?? '')
    end = isEvery ? to + 2 : listEnd({ doc, grammar, fillers }, to)
  }
  return end
}

/** Where a counted noun ends: "cars and trucks", "trade surplus in goods and services with Peru"; another figure is none of it. */
function joinedEnd({ doc, grammar, fillers }: Words, noun: number, last: number): number {
  const { tokens } = doc
  const next = nearby(doc.quantities, noun).find(
    ({ first }) => first > noun && first <= last && tokens.lower[first - 1] !== 'the',
  )
  let end = next ? next.first - 1 : last
  let cut = next !== undefined
  for (let at = noun + 1; at <= end; at++)
    if (
      (fillers.timeAt(at) && tokens.head[at]! <= at) ||
      (tokens.tag[at] === 'CD' && tokens.dep[at] === 'conj') ||
      /^(?:\(|-LRB-|because|due|since|despite)$/.test(tokens.lower[at]!)
    ) {
      end = at - 1
      cut = true
    }
  if (cut) end = trimmed({ doc }, noun, end)
  while (end > noun && !/^(?:NN|JJ|CD|VB)/.test(tokens.tag[end]!)) end--
  const comma = Array.from({ length: Math.max(0, end - noun) }, (_, n) => noun + 1 + n).find(
    (at) => tokens.form[at] === ',',
  )
  // What stands behind a comma is said of it, unless it is the next of a list.
  const said = comma !== undefined && /^(?:the|a|an|its|which|who)$/.test(tokens.lower[comma + 1] ?? '')
  if (
    comma !== undefined &&
    (said || !grammar.dependents(noun, 'conj').some((other) => other > comma && other <= end))
  )
    end = comma - 1
  if (cut || said) {
    return trimmed({ doc }, noun, end)
  }
  for (const other of grammar.dependents(noun, 'conj')) {
    const own = grammar.phrase(other, 'short')
    const isVerbish =
      fillers.quantityAt(own.last + 1) !== undefined || fillers.quantityAt(own.last + 2) !== undefined
    const near = tokens.pos[other] === NOUN && own.first - end <= 2 && other > end && !isVerbish
    const counted = Array.from({ length: own.last - own.first + 1 }, (_, n) => own.first + n).some(
      (at) => fillers.quantityAt(at) !== undefined || grammar.isVerb(at),
    )
    if (near && !counted) {
      end = own.last
      for (let at = other + 1; at <= own.last; at++)
        if (fillers.timeAt(at)) {
          end = at - 1
          while (end > other && !/^(?:NN|VB|CD)/.test(tokens.tag[end]!)) end--
          break
        }
    }
  }
  return tokens.lower[end + 1] === 'with' && fillers.nameAt(end + 2)?.first === end + 2
    ? fillers.nameAt(end + 2)!.last - 1
    : end
}

const NOUN = UPOS.indexOf('NOUN')
const PRON = UPOS.indexOf('PRON')

/** The deed on an amount, with who does it where that is no party: "the steel industry employs". */
export function doneBy(scene: Scene, verb: number, subject: number | undefined): Phrase[] {
  const { doc, grammar, fillers } = scene
  const deed = deedAt(scene, verb)
  if (subject === undefined || grammar.isPassive(verb) || fillers.parties(subject).length > 0) return deed
  const { dep, head, lemma } = doc.tokens
  // "Helped evacuate": who helped did it.
  if (dep[verb] === 'xcomp' && head[verb] === verb - 1 && lemma[verb - 1] === 'help')
    return [
      ...doneBy(scene, verb - 1, subject).map(({ start }) =>
        fillers.phraseOf(tokenAt(scene, start), verb, verb),
      ),
      ...deed.slice(1),
    ]
  const { first, last } = grammar.phrase(subject, 'short')
  if (last >= verb || verb - first > 8 || !grammar.dependents(verb, 'nsubj').includes(subject)) return deed
  for (let at = last + 1; at < verb; at++) if (!/^(?:MD|RB|VB[DZPN]?)$/.test(doc.tokens.tag[at]!)) return deed
  return [
    fillers.phraseOf(first, Math.max(verb, helpedEnd(scene, verb), particleEnd(scene, verb)), verb),
    ...deed.slice(1),
  ]
}

/** "Rounded up". */
const particleEnd = ({ doc }: Scene, verb: number): number =>
  doc.tokens.dep[verb + 1] === 'compound:prt' && doc.tokens.head[verb + 1] === verb ? verb + 1 : verb

/** "Helped foil 54 plots": the bare verb that the parser took for an object of its own. */
function helpedEnd({ doc, fillers }: Scene, verb: number): number {
  const next = verb + 1
  const isBare = /^(?:NN|VB|JJ)$/.test(doc.tokens.tag[next]!) && fillers.quantityAt(next) === undefined
  return doc.tokens.lemma[verb] === 'help' && isBare && fillers.quantityAt(next + 1) ? next : verb
}
