// In: a scene, a verb. Out: a term or start that it moves (or leaves without an end), what runs until a day or was to come on one.

import type { TimeExpression } from '../../language/doc.ts'
import { ORDINALS } from '../../language/quantities/numerals.ts'
import type { ClaimDay, Modality, Phrase, Polarity } from '../../model/index.ts'
import { movedIt } from '../rounds/round-it.ts'
import { claimDay, coming } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { isDated, isDueDay, isOneClause } from './due-times.ts'
import { expiryAt } from './expiry.ts'
import { deadlinePart, isOff } from './found-deadline.ts'
import { fateOf } from './instrument-fate.ts'
import { COMES, isOldPlan, isToCome, lengthAfter, movedDays, prepositionOf, wasDue } from './moved-days.ts'

const REAL: ReadonlySet<Modality> = new Set(['held', 'ongoing', 'background', 'planned'])
/** Who agrees or votes to move a term has moved it. */
const DECIDES: ReadonlySet<string> = new Set('agree decide vote opt choose approve'.split(' '))

/** Who offers or asks to move a term has not moved it. */
const ONLY_OFFERS: ReadonlySet<string> = new Set(
  'offer propose ask seek want hope suggest request try urge press refuse decline wish consider discuss weigh mull ready willing prepared open able'.split(
    ' ',
  ),
)
const ASKS: ReadonlySet<string> = new Set('request plea bid proposal plan call'.split(' '))
const GRANTS: ReadonlySet<string> = new Set('accept grant approve endorse back agree'.split(' '))

/** "Accepted a request to extend the truce": how the accepting is told, wherever the parser hung what was asked for. */
function grantedBy(scene: Scene, verb: number): { polarity: Polarity; modality: Modality } | undefined {
  const { doc, grammar } = scene
  const { head, dep, lemma } = doc.tokens
  const above = head[verb]!
  if (above < 0 || !/^(?:acl|advcl)$/.test(dep[verb]!)) return undefined
  const over = ASKS.has(lemma[above]!) ? grammar.governor(above) : above
  if (
    over < 0 ||
    !GRANTS.has(lemma[over]!) ||
    !grammar.objects(over).some((token) => ASKS.has(lemma[token]!))
  )
    return undefined
  const own = scene.epistemics(over)
  return own.polarity === 'affirmed' && own.modality === 'held' ? own : undefined
}

/** Polarity and modality of a move; undefined where it is only asked for, denied or possible. */
export function movedAs(scene: Scene, verb: number): { polarity: Polarity; modality: Modality } | undefined {
  const { doc, grammar } = scene
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity === 'denied') return undefined
  const head = doc.tokens.head[verb]!
  const isMeant =
    /^(?:xcomp|advcl|ccomp|obj)$/.test(doc.tokens.dep[verb]!) && doc.tokens.form[verb - 1] !== ','
  if (head >= 0 && isMeant && ONLY_OFFERS.has(doc.tokens.lemma[head]!)) return undefined
  const granted = grantedBy(scene, verb)
  if (granted) return granted
  if (
    head >= 0 &&
    /^(?:xcomp|advcl|ccomp)$/.test(doc.tokens.dep[verb]!) &&
    DECIDES.has(doc.tokens.lemma[head]!)
  ) {
    const own = scene.epistemics(head)
    if (own.polarity === 'affirmed' && own.modality === 'held') return own
  }
  // "…, moving the deadline to May": done with the verb beside it.
  if (doc.tokens.tag[verb] === 'VBG' && /^(?:advcl|acl|parataxis)$/.test(doc.tokens.dep[verb]!)) {
    const beside = head >= 0 && !isMarked(scene, verb) ? scene.epistemics(head) : undefined
    if (beside?.polarity === 'affirmed' && REAL.has(beside.modality)) return beside
  }
  // "The truce would be extended to May": said to come, by whoever knows.
  const willBe =
    modality === 'expected' &&
    grammar.dependents(verb, 'aux').some((aux) => /^(?:will|would)$/.test(doc.tokens.lower[aux]!))
  return REAL.has(modality) || willBe ? { polarity, modality } : undefined
}

/** Whether a word like "while" or "by" stands over a verb; that of a day before it ("on Monday moving …") is none. */
const isMarked = ({ grammar, fillers }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'mark').some((mark) => !fillers.timeAt(mark + 1))

/**
 * "Postponed its tariffs from 1 to 15 May", "agreed to extend the truce until June", "delayed the strike a second time, to
 * 3 May": what begins or ends is moved to a day that is told. Talks that are moved are rounds, not deadlines.
 */
export function movedTerm(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const row = verbRow(scene, verb, scene.rows('deadline-verbs'))
  if (row?.move !== 'extended' && row?.move !== 'brought forward') return undefined
  const lengthens = LENGTHENS.has(doc.tokens.lemma[verb]!)
  const told = [
    ...movedBy(scene, verb),
    ...grammar.obliques(verb, 'on'),
    ...(MOVES_ITSELF.has(doc.tokens.lemma[verb]!) && grammar.objects(verb).length === 0
      ? whatMoves(scene, verb)
      : []),
  ].find((token) => isTerm(scene, token, lengthens))
  if (told === undefined) return undefined
  const thing = ranOutBefore(scene, told) ?? told
  const as = movedAs(scene, verb)
  if (!as || fateOf(scene, verb) === 'proposed') return undefined
  const { due, was, on } = movedDays(scene, verb, thing)
  const open = due.length === 0 ? toNoDay(scene, verb) : undefined
  const isToldNext = due.length === 0 && open === undefined && toldNext(scene, verb)
  const noDay = lengthens || open === 'deadline/prolonged-by@1' ? open : undefined
  const longer =
    noDay === 'deadline/prolonged-by@1'
      ? lengthAfter(scene, verb, Math.min(verb + NO_END_REACH, doc.sents[doc.tokens.sent[verb]!]!.last))
      : undefined
  if (due.length === 0 && !noDay && !isToldNext) return undefined
  const by = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
  const n = timesTold(scene, verb)
  return {
    kind: 'act',
    trigger: verb,
    foundBy: (lengthens && noDay) || (lengthens ? 'deadline/moved-term@1' : 'deadline/moved-start@1'),
    epistemics: as,
    body: {
      type: `deadline: ${row.move}`,
      actor: by,
      recipient: [],
      about: deadlinePart(termOf(scene, verb, thing), {
        move: row.move as 'extended',
        movedBy: by,
        ...(n === undefined ? {} : { n, moves: n }),
        ...(longer ? { longer } : {}),
      }),
    },
    days: [...due, ...was, ...on],
  }
}

/** "Postponed the levy. It will now start on 3 May", "may go on buying until 3 May after the waiver was extended again": the day is told beside it. */
function toldNext(scene: Scene, verb: number): boolean {
  const { doc } = scene
  const { lower, sent } = doc.tokens
  const own = doc.sents[sent[verb]!]!
  const next = doc.sents[sent[verb]! + 1]
  const isNow = next !== undefined && lower.slice(next.first, next.last).includes('now')
  const isAgain =
    timesTold(scene, verb) !== undefined ||
    /\b(?:again|once more)\b/.test(lower.slice(verb, own.last).join(' '))
  const last = isNow ? next.last : own.last
  return (
    (isNow || isAgain) &&
    nearby(doc.times, verb, 40).some(
      (time) => time.first >= own.first && time.first < last && isDueDay(doc, time),
    )
  )
}

/** "Indefinitely", "until further notice", "without a new end date": longer, to no day. */
const OPEN_ENDED =
  /^(?:indefinitely|until further notice|with(?:out| no)(?: an?| any)?(?: new)? (?:end|expiry|closing)(?: |-)?date)\b/
/** "By another 60 days": longer by a length, to a day that is not told. */
const BY_LENGTH =
  /^(?:by|for) (?:only |just )?(?:(?:another|a further|an additional|an extra|at least|a) )?[\w-]+ (?:more )?(?:day|week|month|year)s?\b/
/** Tokens after the verb within which it is told that there is no end. */
const NO_END_REACH = 10

/** The rule by which a term that goes on to no day told is found; undefined where nothing tells so. */
function toNoDay({ doc }: Scene, verb: number): string | undefined {
  const { lower, sent, count } = doc.tokens
  const end = Math.min(count, verb + NO_END_REACH)
  for (let at = verb + 1; at < end && sent[at] === sent[verb] && !/^[,;]$/.test(lower[at]!); at++) {
    const words = lower.slice(at, at + 6).join(' ')
    if (OPEN_ENDED.test(words)) return 'deadline/prolonged-open@1'
    if (BY_LENGTH.test(words)) return 'deadline/prolonged-by@1'
  }
  return undefined
}

/** Verbs that move an end; the others move a start. */
const LENGTHENS: ReadonlySet<string> = new Set(['extend', 'prolong', 'lengthen', 'stretch', 'renew'])

/** Verbs of a date that goes to another by itself: "the opening slips to May". */
const MOVES_ITSELF: ReadonlySet<string> = new Set(['slip', 'move', 'shift', 'postpone'])

/** "The date slips from May 3 to May 9", "was moved in May, then shifted again, to June": the subject, or that of the verb before. */
function whatMoves({ doc, grammar }: Scene, verb: number): number[] {
  const own = grammar.subjects(verb)
  const head = doc.tokens.head[verb]!
  const isBeside = head >= 0 && head < verb && /^(?:parataxis|conj)$/.test(doc.tokens.dep[verb]!)
  return own.length > 0 || !isBeside ? own : [...grammar.subjects(head), ...grammar.objects(head)]
}

/** What a verb moves; "the states on Tuesday extended supply cuts until May" may be parsed as cuts that are extended. */
function movedBy({ doc, grammar }: Scene, verb: number): number[] {
  const { dep, tag, head } = doc.tokens
  const own = grammar.objects(verb)
  // "Was due to lapse on 3 May but was extended until 9 May": of what the verb before is told.
  if (own.length === 0 && dep[verb] === 'conj' && grammar.isPassive(verb) && head[verb]! >= 0) {
    const before = head[verb]!
    return [...grammar.subjects(before), ...(grammar.isPassive(before) ? grammar.objects(before) : [])]
  }
  const isVerb = dep[verb] === 'amod' && tag[verb] === 'VBN' && /^NNPS?$|^CD$|^RB$/.test(tag[verb - 1] ?? '')
  return isVerb ? [head[verb]!] : own
}

/** The words of what is moved, without those before a verb that is parsed as one of them. */
function termOf(scene: Scene, verb: number, thing: number): Phrase {
  const { doc, fillers } = scene
  return doc.tokens.dep[verb] === 'amod'
    ? fillers.phraseOf(verb + 1, thing, thing)
    : fillers.phrase(saidOf(scene, thing), 'short')
}

/** "The hearing was to have opened on 5 May. It has been put back": what the sentence before is about. */
function saidOf({ doc, grammar, fillers }: Scene, thing: number): number {
  const { lower, sent, tag, dep } = doc.tokens
  const here = doc.sents[sent[thing]!]!
  const before = doc.sents[sent[thing]! - 1]
  if (lower[thing] !== 'it' || thing - here.first > 1 || !before) return thing
  for (let verb = before.first; verb < before.last; verb++) {
    if (dep[verb] !== 'root') continue
    const [subject, other] = grammar
      .children(verb)
      .filter((token) => /^nsubj/.test(dep[token]!) && /^NN/.test(tag[token]!))
    return subject !== undefined && other === undefined && fillers.isMatter(subject) ? subject : thing
  }
  return thing
}

/** "The licence was to lapse on 3 May but Norway extended it": of "it", what is said to run out before it in the sentence. */
function ranOutBefore(scene: Scene, it: number): number | undefined {
  const { doc, grammar, fillers } = scene
  const { lower, sent, tag, lemma } = doc.tokens
  if (!/^(?:it|them)$/.test(lower[it]!)) return undefined
  const things = new Set<number>()
  for (let verb = doc.sents[sent[it]!]!.first; verb < it; verb++)
    if (grammar.isVerb(verb) && COMES.has(lemma[verb]!) && !/^VB[DN]$/.test(tag[verb]!))
      for (const one of grammar.subjects(verb))
        if (/^NN/.test(tag[one]!) && one < it && fillers.isMatter(one)) things.add(one)
  return things.size === 1 ? [...things][0] : undefined
}

/** What has no day of its own to be moved from. */
const NO_TERM: ReadonlySet<string> = new Set(
  'fight showdown battle clash confrontation bill crisis pain drama'.split(' '),
)

/** What can be moved in time: no person, party, time, money or talks (they may last longer), and no deadline by its name, told elsewhere. */
function isTerm(scene: Scene, token: number, lengthens: boolean): boolean {
  const { fillers, doc } = scene
  const lemma = doc.tokens.lemma[token]!
  if (scene.rows('deadline-nouns').has(lemma)) return false
  if (scene.rows('round-nouns').has(lemma)) return lengthens
  if (!lengthens && movedIt(scene, token) !== undefined) return false
  // "Pushing a bill that …", "delays the fight": no day of its own.
  if (NO_TERM.has(lemma)) return false
  if (doc.tokens.pos[token] === undefined || fillers.timeAt(token) || fillers.persons(token).length > 0)
    return false
  return fillers.isMatter(token) || lemma === 'it' || lemma === 'they'
}

/** "for a second time", "for the third time". */
function timesTold({ doc }: Scene, verb: number): number | undefined {
  const { lower, sent } = doc.tokens
  for (let at = verb + 1; at < doc.tokens.count && sent[at] === sent[verb]; at++) {
    const n = ORDINALS.get(lower[at]!)
    if (n !== undefined && n > 1 && lower[at + 1] === 'time' && /^(?:a|the|for)$/.test(lower[at - 1]!))
      return n
  }
  return undefined
}

const LASTS: ReadonlySet<string> = new Set('run last hold continue remain stay be stand apply'.split(' '))

/** "The truce will now run until 1 August", "the contract is valid until May": a term with its end. */
export function lastsUntil(scene: Scene, verb: number): Found | undefined {
  const { doc, grammar, fillers } = scene
  if (!LASTS.has(doc.tokens.lemma[verb]!)) return undefined
  // "The contract ran to 2023": a year behind is no end to come.
  const time = untilAfter(scene, verb, 6, doc.tokens.tag[verb] !== 'VBD')
  if (!time) return undefined
  const [subject] = grammar.subjects(verb)
  if (subject === undefined || subject > verb) return undefined
  const lemma = doc.tokens.lemma[subject]!
  const isPronoun = lemma === 'it' || doc.tokens.lower[subject] === 'which'
  if (!isPronoun && !scene.rows('term-nouns').has(lemma)) return undefined
  const isInForce = /^(?:force|effect)$/.test(doc.tokens.lower[verb + 2] ?? '')
  if (isPronoun && !/^(?:run|last)$/.test(doc.tokens.lemma[verb]!) && !isInForce) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  if (polarity === 'denied' || !REAL.has(modality)) return undefined
  // "The truce lasted until 3 May": over.
  if (doc.tokens.tag[verb] === 'VBD' && doc.tokens.dep[verb] === 'root') return undefined
  const what = fillers.phrase(saidOf(scene, subject), 'short')
  const told = standing(scene, verb, 'deadline/lasts-until@1', what, time)
  if (doc.tokens.lower[verb - 1] !== 'now') return told
  // "It now runs to 8 May": later than it had.
  const body = {
    type: 'deadline: extended',
    about: deadlinePart(what, { move: 'extended' }),
  }
  return {
    ...told,
    kind: 'act',
    epistemics: { polarity, modality: 'held' },
    body: { ...body, actor: [], recipient: [] },
  }
}

/** The day behind a verb until which something is to last; a bare year where that may be its end. */
function untilAfter(scene: Scene, verb: number, reach: number, orYear = false): TimeExpression | undefined {
  return nearby(scene.doc.times, verb).find(
    (one) =>
      one.first > verb &&
      one.first <= verb + reach &&
      one.type === 'DATE' &&
      (isDated(scene.doc, one) || (orYear && /^\d{4}$/.test(one.value ?? ''))) &&
      (scene.doc.tokens.lemma[verb] === 'run'
        ? /^(?:until|till|through|to)$/
        : /^(?:until|till|through)$/
      ).test(prepositionOf(scene, one)) &&
      one.relation !== 'at least until' &&
      isOneClause(scene, verb, one.first),
  )
}

/** "Agreed to keep talking until 3 May": the talks have until then. */
export function talksUntil(scene: Scene, verb: number): Found | undefined {
  const { doc, fillers } = scene
  const { lemma, lower } = doc.tokens
  if (lemma[verb] !== 'talk' && lemma[verb] !== 'negotiate') return undefined
  if (lemma[verb - 1] !== 'keep' && lemma[verb - 1] !== 'continue') return undefined
  const time = untilAfter(scene, verb, 4)
  if (!time) return undefined
  const as = movedAs(scene, verb - 1)
  if (!as || lower[verb - 1] === undefined) return undefined
  return {
    ...standing(scene, verb, 'deadline/talks-until@1', fillers.phraseOf(verb, verb, verb), time),
    epistemics: as,
  }
}

/** "It had been due to expire on Friday", "the law was to take effect on 1 May": what was to come on a day. */
export function wasToCome(scene: Scene, verb: number): Found | undefined {
  const { doc, fillers } = scene
  const { lower, sent, tag } = doc.tokens
  if (!isToCome(scene, verb - 1) || expiryAt(scene, verb)) return undefined
  // What ends is told by its verb.
  if (lower[verb + 1] === 'out' || /^(?:expire|lapse)$/.test(doc.tokens.lemma[verb]!)) return undefined
  const time = nearby(doc.times, verb).find(
    (one) =>
      one.first > verb &&
      one.first <= verb + 6 &&
      sent[one.first] === sent[verb] &&
      isDueDay(doc, one) &&
      /^(?:on|at|from|in|)$/.test(prepositionOf(scene, one)),
  )
  if (!time || !isOneClause(scene, verb, time.first)) return undefined
  // Back over "had been due to" to the noun, pronoun or relative that it is said of.
  let at = verb - 2
  while (at > 0 && sent[at] === sent[verb] && /^(?:VB|MD|RB|JJ|TO)/.test(tag[at]!)) at--
  if (at < 0 || sent[at] !== sent[verb]) return undefined
  if (/^(?:which|that)$/.test(lower[at]!)) at--
  if (lower[at] === ',') at--
  if (at < 0 || sent[at] !== sent[verb] || !/^(?:NNS?|PRP)$/.test(tag[at]!)) return undefined
  const comes = ['term-nouns', 'measure-nouns', 'start-nouns', 'deadline-nouns', 'agreement-nouns'].some(
    (table) => scene.rows(table).has(doc.tokens.lemma[at]!),
  )
  if ((!comes && !/^(?:it|they)$/.test(lower[at]!)) || isOff(scene, at)) return undefined
  const what = tag[at] === 'PRP' ? fillers.phraseOf(at, at, at) : nounPhrase(scene, at)
  const told = standing(scene, verb, 'deadline/was-to-come@1', what, time)
  return isOldPlan(scene, verb) ? { ...told, days: [wasDue(claimDay(doc, time, 'due'))] } : told
}

/** The words of a noun back to its article. */
function nounPhrase(scene: Scene, noun: number): Phrase {
  const { tag, sent } = scene.doc.tokens
  let first = noun
  while (
    noun - first < 6 &&
    sent[first - 1] === sent[noun] &&
    /^(?:NN|JJ|CD|DT|PRP\$|POS|VBN|VBG)/.test(tag[first - 1]!)
  ) {
    first--
    if (/^(?:DT|PRP\$)/.test(tag[first]!)) break
  }
  return scene.fillers.phraseOf(first, noun, noun)
}

function standing(scene: Scene, trigger: number, foundBy: string, what: Phrase, time: TimeExpression): Found {
  const day: ClaimDay = coming(claimDay(scene.doc, time, 'due'))
  return {
    kind: 'state',
    trigger,
    foundBy,
    epistemics: { polarity: 'affirmed', modality: 'planned' },
    body: { type: 'deadline: stands', about: deadlinePart(what) },
    days: [day],
  }
}
