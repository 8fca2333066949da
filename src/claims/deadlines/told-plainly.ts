// In: a scene, a noun for a deadline or date, a verb. Out: due days told by plain words beside it, however the sentence is parsed.
import type { TimeExpression } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import { claimDay, coming, gone } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isDueDay, standsBefore } from './due-times.ts'
import { whatOf } from './duties.ts'
import { namedBefore } from './expiry.ts'
import { moved, standing, subjectsOf } from './found-deadline.ts'
import { comingBy, isToCome, isUndone, movedDays, prepositionOf, stood } from './moved-days.ts'

/** The first due day behind a token, at most `reach` tokens on, with no finite verb and no comma between. */
export function dayBehind(scene: Scene, token: number, reach: number): TimeExpression | undefined {
  const { tag, sent, form } = scene.doc.tokens
  const time = nearby(scene.doc.times, token, reach).find(
    (one) => one.first > token && sent[one.first] === sent[token] && isDueDay(scene.doc, one),
  )
  for (let at = token + 1; time && at < time.first; at++)
    if (/^(?:VB[DZP]|MD)$/.test(tag[at]!) || /^[,;:]$/.test(form[at]!)) return undefined
  return time
}

const DAYS_OF: ReadonlySet<string> = new Set(['date', 'deadline', 'cutoff', 'cut-off'])
const IS = /^(?:is|was|remains|falls|fell)$/

/** "The new deadline for a framework is 24 March": the noun's own day behind its verb; a new one was moved. */
export function deadlineIs(scene: Scene, noun: number): Found | undefined {
  const { doc, fillers, grammar } = scene
  const { lower, lemma, sent, tag } = doc.tokens
  if (!DAYS_OF.has(lemma[noun]!)) return undefined
  let verb = noun + 1
  while (verb < noun + 9 && sent[verb] === sent[noun] && /^(?:IN|DT|JJ|NN|TO|VB$|PRP\$)/.test(tag[verb]!))
    verb++
  const will = lower[verb] === 'will' && lower[verb + 1] === 'be' ? 1 : 0
  if (will === 0 && !IS.test(lower[verb] ?? '')) return undefined
  verb += will
  const time = dayBehind(scene, verb, 4)
  if (!time || time.first > verb + 2) return undefined
  const before = grammar.dependents(noun, 'amod').map((token) => lower[token]!)
  const isNew = before.includes('new')
  // "The election date is 3 May": a date alone is due where it is a new or a last one.
  if (lemma[noun] === 'date' && !before.some((word) => /^(?:new|due|final|target|closing)$/.test(word)))
    return undefined
  const owes = whatOf(scene, noun)
  const at = {
    trigger: noun,
    foundBy: 'deadline/is-on@1',
    days: [comingBy(scene, verb, claimDay(doc, time, 'due'))],
  }
  const what = owes.what ?? fillers.phrase(noun, 'short')
  return isNew
    ? moved(at, 'extended', what, { obligor: owes.obligor })
    : standing(at, what, { obligor: owes.obligor })
}

const MORE: ReadonlySet<string> = new Set(['more', 'another', 'further', 'extra', 'additional'])

/** "Set 3 May as the date for a deal", "fixing Friday as a deadline": the day before "as". */
export function setAs(scene: Scene, noun: number): Found | undefined {
  const { doc, fillers } = scene
  const { lower, lemma } = doc.tokens
  if (!DAYS_OF.has(lemma[noun]!)) return undefined
  let as = noun - 1
  while (as > noun - 5 && /^(?:a|an|the|its|their|new|target|final|last|firm)$/.test(lower[as]!)) as--
  if (lower[as] !== 'as') return undefined
  const time = nearby(doc.times, as, 8).find((one) => one.last === as && isDueDay(doc, one))
  if (!time || !/^(?:set|fix|name|choose|give|agree)$/.test(lemma[time.first - 1] ?? '')) return undefined
  const owes = whatOf(scene, noun)
  // "Gave themselves two more months, setting 3 May as the date": a later date than there was.
  const isLater =
    lower.slice(as + 1, noun).includes('new') ||
    nearby(doc.times, as, 24).some(
      ({ type, first, last }) =>
        type === 'DURATION' &&
        last < time.first &&
        [first - 1, first, first + 1].some((at) => MORE.has(lower[at] ?? '')),
    )
  return moved(
    { trigger: noun, foundBy: 'deadline/set-as@1', days: [coming(claimDay(doc, time, 'due'))] },
    isLater ? 'extended' : 'set',
    owes.what ?? fillers.phrase(noun, 'short'),
    { obligor: owes.obligor },
  )
}

/**
 * "The panel extended the so-called first-bid deadline to 13 April", however that is parsed: a past tense of moving before
 * the noun, nothing finite between, and "to" a day right behind it.
 */
export function movedPlainly(scene: Scene, noun: number): Found | undefined {
  const { doc, fillers, rows } = scene
  const { tag, lemma, sent, head } = doc.tokens
  let verb = noun - 1
  while (verb > noun - 14 && sent[verb] === sent[noun] && !/^VB[DG]$/.test(tag[verb]!)) verb--
  const isMove =
    (tag[verb] === 'VBD' || (tag[verb] === 'VBG' && doc.tokens.form[verb - 1] === ',')) &&
    rows('deadline-verbs').get(lemma[verb]!)?.move === 'extended'
  if (!isMove || sent[verb] !== sent[noun] || head[noun] === verb) return undefined
  const old = dayBehind(scene, noun, REACH)
  const isFrom = old !== undefined && prepositionOf(scene, old) === 'from'
  const time = isFrom ? dayBehind(scene, old.last - 1, 3) : dayBehind(scene, noun, 3)
  if (!time || !/^(?:to|until|till)$/.test(prepositionOf(scene, time))) return undefined
  const by = subjectsOf(scene, verb)
  const days = [
    coming(claimDay(doc, time, 'due')),
    ...(isFrom ? [stood(claimDay(doc, old, 'originalDue'))] : []),
  ]
  return moved(
    { trigger: noun, foundBy: 'deadline/moved-plainly@1', days },
    'extended',
    fillers.phraseOf(noun, isCutOff(scene, noun) ? noun + 2 : noun, noun),
    { movedBy: by },
  )
}

/** "The cut-off", which is three tokens. */
export const isCutOff = ({ doc: { tokens } }: Scene, token: number): boolean =>
  tokens.lower[token] === 'cut' && tokens.form[token + 1] === '-' && tokens.lower[token + 2] === 'off'

/** Tokens from the noun to the day it was moved from: "the cut-off for late applications from 3 May to …". */
const REACH = 8

/** "The date by which farms must register was put back from 3 May to 9 June": a passive of moving behind the noun, however it is parsed. */
export function movedBehind(scene: Scene, noun: number): Found | undefined {
  const { doc, fillers, rows } = scene
  const { tag, lower, lemma, sent } = doc.tokens
  for (let verb = noun + 2; verb < noun + FAR && sent[verb] === sent[noun]; verb++) {
    if (tag[verb] !== 'VBN' || !/^(?:was|were|been|is|are)$/.test(lower[verb - 1]!)) continue
    const particle = /^(?:back|off|forward|up|out)$/.test(lower[verb + 1] ?? '') ? ` ${lower[verb + 1]}` : ''
    const move = rows('deadline-verbs').get(lemma[verb]! + particle)?.move
    if (move !== 'extended' && move !== 'brought forward') return undefined
    const { polarity, modality } = scene.epistemics(verb)
    const { due, was, on } = movedDays(scene, verb, noun)
    if (polarity === 'denied' || !/^(?:held|background)$/.test(modality) || due.length === 0) return undefined
    // Where the tree has the noun under the verb, that tells it.
    if (scene.grammar.objects(verb).length > 0) return undefined
    const owes = whatOf(scene, noun)
    const at = { trigger: noun, foundBy: 'deadline/moved-behind@1', days: [...due, ...was, ...on] }
    const what = owes.what ?? fillers.phraseOf(noun, Math.min(verb - 2, noun + LONGEST), noun)
    return moved(at, move, what, { obligor: owes.obligor, movedBy: [] })
  }
  return undefined
}

/** Tokens from the noun to its verb, and those of its name. */
const FAR = 16
const LONGEST = 8

/** Words between a day and the deadline that is moved to it. */
const OPENING: ReadonlySet<string> = new Set('the its their his her a an own final original'.split(' '))

/** "They extended until 31 October the deadline they had given Peru": the day stands before what is moved, which parsers hang on it. */
export function movedAcross(scene: Scene, noun: number): Found | undefined {
  const { doc, fillers, rows } = scene
  const { tag, lower, lemma, sent } = doc.tokens
  let before = noun
  while (before > noun - 4 && OPENING.has(lower[before - 1]!)) before--
  const time = nearby(doc.times, before, 8).find((one) => one.last === before && isDueDay(doc, one))
  if (before === noun || !time || !/^(?:to|until|till)$/.test(prepositionOf(scene, time))) return undefined
  let verb = time.first - 1
  while (verb > time.first - 9 && sent[verb] === sent[noun] && !/^VB[DN]$/.test(tag[verb]!)) verb--
  const row = rows('deadline-verbs').get(lemma[verb] ?? '')
  if (sent[verb] !== sent[noun] || (row?.move !== 'extended' && row?.move !== 'brought forward'))
    return undefined
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity === 'denied' || !/^(?:held|background)$/.test(modality)) return undefined
  const old = nearby(doc.times, verb, 6).find(
    (one) => one.first > verb && one.last < time.first && prepositionOf(scene, one) === 'from',
  )
  const owes = whatOf(scene, noun)
  const days = [
    coming(claimDay(doc, time, 'due')),
    ...(old ? [claimDay(doc, old, 'originalDue' as const)] : []),
  ]
  const movedBy = subjectsOf(scene, verb)
  return moved(
    { trigger: noun, foundBy: 'deadline/moved-across@1', days },
    row.move as 'extended',
    owes.what ?? fillers.phraseOf(before, noun, noun),
    { movedBy, obligor: owes.obligor },
  )
}

const PASSED: ReadonlySet<string> = new Set(['pass', 'expire', 'lapse', 'elapse'])
const LETS =
  /(?:^|\s)(?<!\b(?:to|will|would|not|may|might|could|should|must) )(?:let|allowed)(?: (?:its|the|their|his|her|a|own|that|this))+$/

/** "A deadline for troops to leave the port passed on Monday", "Peru let its deadline lapse on Monday", however that is parsed: gone by, on a day that is told. */
export function passedOn(scene: Scene, noun: number): Found | undefined {
  const { doc, fillers } = scene
  const { tag, lower, sent } = doc.tokens
  const own = dayOfName(scene, noun)
  const before = own && own.last <= noun ? own.first : noun
  const isLet = LETS.test(lower.slice(Math.max(0, before - 5), before).join(' '))
  let verb = noun + 1
  while (
    verb < noun + 16 &&
    sent[verb] === sent[noun] &&
    !(isPassing(scene, verb) && (isLet || /^VB[DN]$/.test(tag[verb]!)))
  ) {
    if (/^(?:VB[DZP]|MD|WDT|WP)$/.test(tag[verb]!)) return undefined
    verb++
  }
  if (!isPassing(scene, verb) || sent[verb] !== sent[noun]) return undefined
  const time = dayBehind(scene, verb, 6) ?? own
  if (!time) return undefined
  const owes = whatOf(scene, noun)
  const day = claimDay(doc, time, 'due')
  return moved(
    { trigger: noun, foundBy: 'deadline/passed-on@1', days: [isLet || time === own ? gone(day) : day] },
    'lapsed',
    isLet ? fillers.phraseOf(noun, verb - 1, noun) : (owes.what ?? fillers.phrase(noun, 'short')),
    { obligor: owes.obligor },
  )
}

/** "Passed", "came and went". */
const isPassing = ({ doc: { tokens } }: Scene, verb: number): boolean =>
  PASSED.has(tokens.lemma[verb] ?? '') ||
  (tokens.lower[verb] === 'came' && tokens.lower[verb + 1] === 'and' && tokens.lower[verb + 2] === 'went')

/** "The Friday deadline", "the deadline of 3 May": the day within its name. */
const dayOfName = (scene: Scene, noun: number): TimeExpression | undefined =>
  nearby(scene.doc.times, noun, 6).find(
    (one) =>
      isDueDay(scene.doc, one) &&
      (standsBefore(scene, one, noun) ||
        (one.first === noun + 2 && scene.doc.tokens.lower[noun + 1] === 'of')),
  )

/** Verbs that say alone that something ends or is owed on a day. */
const ENDS: ReadonlySet<string> = new Set(['expire', 'lapse', 'mature', 'elapse'])

const BODIES: ReadonlySet<string> = new Set(['organisation', 'government', 'person', 'place'])
const isBody = ({ fillers }: Scene, token: number): boolean => BODIES.has(fillers.nameAt(token)?.type ?? '')

/**
 * "The pact expired on 30 June", "a bond matures on 20 July", "the payment falls due on Friday", "the mill ran out of cash
 * on Monday": what ends, with its day, in the past as what has lapsed.
 */
export function endsOn(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, lemma, tag, dep } = doc.tokens
  const isDue = /^(?:fall|come)$/.test(lemma[verb]!) && lower[verb + 1] === 'due'
  const isOut = /^(?:run (?:out|short)|dr(?:y|ies|ied) up)$/.test(
    `${lemma[verb] === 'run' ? 'run' : lower[verb]} ${lower[verb + 1]}`,
  )
  if (!isDue && !isOut && !ENDS.has(lemma[verb]!)) return undefined
  if (dep[verb] === 'amod' || tag[verb] === 'VBG' || isUndone(scene, verb)) return undefined
  // "The pact to share the water expired on 30 June", parsed as water that expired: of the noun that stands alone.
  const root = aloneBefore(scene, verb)
  // "The contract of the Crews Guild expires", with two subjects: no body expires, though one may run out of cash.
  const isOf = isOut && (lower[verb + 2] === 'of' || lower[verb + 1] === 'short')
  const subject = [
    root,
    ...grammar.subjects(verb),
    ...grammar.dependents(verb, 'nsubj'),
    dueBefore(scene, verb),
  ].find((token) => token !== undefined && (isOf || !isBody(scene, token)))
  if (subject === undefined || fillers.persons(subject).length > 0) return undefined
  // "The measure lawmakers approved will expire", parsed as lawmakers that do: they are another verb's.
  const other = doc.tokens.head[subject]!
  if (dep[subject] === 'nsubj' && other > subject && other < verb && dep[verb] === 'advcl') return undefined
  const of = isOut ? (grammar.obliques(verb, 'of')[0] ?? nounBehind(scene, verb + 2)) : undefined
  if (isOut && of === undefined && !fillers.isMatter(subject)) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  const time = dayOfEnd(scene, verb, subject)
  if (!time || polarity === 'denied') return undefined
  const isPast =
    tag[verb] === 'VBD' ||
    // "Were allowed to expire".
    (lower[verb - 2] === 'allowed' && /^(?:was|were|been)$/.test(lower[verb - 3] ?? '')) ||
    root !== undefined ||
    grammar.dependents(verb, 'aux').some((aux) => /^ha[sd]$/.test(lower[aux]!))
  const isGone = isPast && (modality === 'held' || modality === 'background')
  const thing = of ?? subject
  const named = /^W/.test(tag[thing]!) ? whichOf(scene, thing) : thing
  if (named === undefined) return undefined
  // "Runs out of money": the cash alone would not say what happens.
  const what = tag[named]!.startsWith('PRP')
    ? fillers.phraseOf(named, named, named)
    : of !== undefined
      ? fillers.phraseOf(verb - subject === 1 ? grammar.phrase(subject, 'short').first : verb, of, verb)
      : (namedBefore(scene, named) ?? nameOf(scene, named))
  const at = { trigger: verb, foundBy: 'deadline/ends-on@1' }
  const day = claimDay(doc, time, 'due')
  const obligor = of === undefined ? [] : subjectsOf(scene, verb)
  if (isGone) return moved({ ...at, days: [day] }, 'lapsed', what, { obligor })
  // "Will now expire on 3 May": it had another day.
  if (lower[verb - 1] === 'now') return moved({ ...at, days: [coming(day)] }, 'extended', what, { obligor })
  const due = comingBy(scene, verb, day)
  return standing({ ...at, days: [due] }, what, { obligor })
}

/** "Runs short of money": what, however it is parsed. */
const nounBehind = ({ doc: { tokens } }: Scene, of: number): number | undefined =>
  tokens.lower[of] === 'of' && tokens.tag[of + 1]?.startsWith('NN') ? of + 1 : undefined

/** The words of what ends: "the bill funding the ports" where those are parsed as what does, without a word before the phrase. */
function nameOf({ doc, grammar, fillers }: Scene, noun: number): Phrase {
  const { tag } = doc.tokens
  const { first, last } = grammar.phrase(noun, 'short')
  if (tag[first - 1] === 'VBG' && /^NN/.test(tag[first - 2] ?? ''))
    return fillers.phraseOf(grammar.phrase(first - 2, 'short').first, last, noun)
  let end = noun
  while (end < last && !/^(?:VB[DZP]|MD)$/.test(tag[end + 1]!)) end++
  if (end < last) return fillers.phraseOf(first, end, noun)
  let from = first
  while (from < noun && /^(?:RB|IN)$/.test(tag[from]!)) from++
  return from === first ? fillers.phrase(noun, 'short') : fillers.phraseOf(from, last, noun)
}

/** The noun that "which" stands for. */
function whichOf({ doc, grammar }: Scene, which: number): number | undefined {
  const { head, dep, tag } = doc.tokens
  const noun = /^acl/.test(dep[head[which]!] ?? '') ? head[head[which]!]! : -1
  return noun >= 0 && noun < which && tag[noun]!.startsWith('NN') && !grammar.isVerb(noun) ? noun : undefined
}

/** The day something ends: behind its verb, at the head of the sentence, or before "when" or "before" it does. */
function dayOfEnd(scene: Scene, verb: number, subject: number): TimeExpression | undefined {
  const { doc, grammar } = scene
  const { lower, form, tag, sent } = doc.tokens
  const behind = dayBehind(scene, verb, 12)
  // "At midnight that day": which day, the words before may or may not say.
  if (behind && lower.slice(behind.first, behind.last).includes('that')) return undefined
  if (behind) return /^(?:on|at|in|by|)$/.test(prepositionOf(scene, behind)) ? behind : undefined
  const { first } = grammar.phrase(subject, 'short')
  const start = doc.sents[sent[verb]!]!.first
  const days = nearby(doc.times, first).filter(
    (one) => one.last <= first && one.first >= start && isDueDay(doc, one),
  )
  // "On 1 October, the agency runs out of money".
  const led = days.find(
    (one) => one.first <= start + 1 && one.last === (form[first - 1] === ',' ? first - 1 : first),
  )
  if (led) return led
  // "Dec. 8, when funding expires", "on Friday, shortly before funding expires".
  let mark = first - 1
  if (lower[mark] !== 'when' && lower[mark] !== 'before') return undefined
  while (lower[mark] !== 'when' && /^(?:RB|JJ)$/.test(tag[mark - 1] ?? '')) mark--
  const at = form[mark - 1] === ',' ? mark - 1 : mark
  return days.find((one) => one.last === at)
}

/** "The truce in the hills is due to expire", however it is parsed: the head of the noun right before "is due to". */
function dueBefore(scene: Scene, verb: number): number | undefined {
  const { tag, lower, dep, head } = scene.doc.tokens
  if (!isToCome(scene, verb - 1)) return undefined
  let at = verb - 3
  while (/^(?:is|are|was|were|had|has|been)$/.test(lower[at] ?? '')) at--
  if (at === verb - 3 || !/^NN/.test(tag[at] ?? '')) return undefined
  while (
    /^(?:nmod|compound|obl)$/.test(dep[at]!) &&
    head[at]! >= 0 &&
    head[at]! < at &&
    /^NN/.test(tag[head[at]!]!)
  )
    at = head[at]!
  return at
}

/** The noun a sentence without a verb of its own is parsed to be, where this participle follows it. */
function aloneBefore({ doc, grammar }: Scene, verb: number): number | undefined {
  const { tag, dep, sent } = doc.tokens
  if (tag[verb] !== 'VBN' || dep[verb] !== 'acl') return undefined
  for (let at = verb - 1; at >= 0 && sent[at] === sent[verb]; at--)
    if (dep[at] === 'root')
      return tag[at]!.startsWith('NN') && grammar.children(at).length > 0 ? at : undefined
  return undefined
}

const LIMITS: ReadonlySet<string> = new Set('limit ceiling cap authority'.split(' '))
const REACHES: ReadonlySet<string> = new Set('reach hit exhaust breach'.split(' '))

/** "The state will hit its borrowing limit on 18 October": until then it may borrow. */
export function limitOn(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, tag } = doc.tokens
  if (!REACHES.has(lemma[verb]!)) return undefined
  const limit = grammar.objects(verb).find((token) => LIMITS.has(lemma[token]!))
  const { polarity, modality } = scene.epistemics(verb)
  if (limit === undefined || polarity === 'denied' || tag[verb] === 'VBG' || wasDone(scene, verb))
    return undefined
  // "The state hits its limit on 3 May".
  const isAhead =
    tag[verb] === 'VBZ' || /^(?:planned|expected|ongoing|conditional|hypothetical)$/.test(modality)
  if (!isAhead) return undefined
  const time = dayBehind(scene, Math.max(verb, limit < verb ? verb : grammar.phrase(limit, 'short').last), 5)
  if (!time || !/^(?:on|by|in|)$/.test(prepositionOf(scene, time))) return undefined
  return standing(
    { trigger: verb, foundBy: 'deadline/limit-on@1', days: [coming(claimDay(doc, time, 'due'))] },
    fillers.phrase(limit, 'short'),
    { obligor: subjectsOf(scene, verb) },
  )
}

/** "Hit its limit on 3 May", "the cap was reached on 3 May", "has been reached": it has come about, and nothing falls due. */
function wasDone({ doc, grammar }: Scene, verb: number): boolean {
  const { tag, lower } = doc.tokens
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass')
  return (
    tag[verb] === 'VBD' ||
    (auxiliaries.some((aux) => /^(?:was|were|had|has|have)$/.test(lower[aux]!)) &&
      !auxiliaries.some((aux) => tag[aux] === 'MD') &&
      lower[verb - 1] !== 'to')
  )
}

/** "The state cannot borrow after 2 August": until then it can. */
export function cannotAfter(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, tag } = doc.tokens
  const isBarred =
    grammar.dependents(verb, 'aux').some((aux) => /^(?:can|could|will)$/.test(lower[aux]!)) &&
    grammar.dependents(verb, 'advmod').some((word) => /^(?:not|n't|no)$/.test(lower[word]!))
  if (tag[verb] !== 'VB' || !isBarred) return undefined
  const time = dayBehind(scene, verb, 8)
  const obligor = subjectsOf(scene, verb)
  if (!time || prepositionOf(scene, time) !== 'after' || grammar.subjects(verb).length === 0) return undefined
  return standing(
    { trigger: verb, foundBy: 'deadline/cannot-after@1', days: [coming(claimDay(doc, time, 'due'))] },
    fillers.phrase(verb, 'clause'),
    { obligor },
  )
}
