// In: a scene. Out: what the report says of deadlines: for what, due when, who must, how often moved, what follows.

import type { TimeExpression } from '../language/doc.ts'
import type { Row } from '../language/lexicon.ts'
import type { ClaimDay, DeadlinePart, Modality, Phrase, Ref } from '../model/index.ts'
import { claimDay, timesOf } from './attached-days.ts'
import { unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'

/**
 * Claims from nouns of `deadline-nouns` (deadline, cut-off …) with a day or a move, and from verbs of `expiry-verbs`
 * (expire, lapse, run out) whose subject is an agreement or measure.
 */
export function findDeadlines(scene: Scene): Found[] {
  const nouns = scene.rows('deadline-nouns')
  const expiry = scene.rows('expiry-verbs')
  const moves = scene.rows('deadline-verbs')
  const found: Found[] = []
  const { tokens } = scene.doc
  for (let token = 0; token < tokens.count; token++) {
    const lemma = tokens.lemma[token]!
    if (scene.grammar.isVerb(token)) {
      if (expiry.has(lemma) || (lemma === 'run' && tokens.lower[token + 1] === 'out'))
        push(found, expiryAt(scene, token))
      push(found, dutyAt(scene, token))
    } else if (nouns.has(lemma)) push(found, deadlineAt(scene, token))
    else if (moves.get(lemma)?.move === 'extended') push(found, countedMove(scene, token, found))
  }
  return found
}

const push = (found: Found[], one: Found | undefined) => {
  if (one) found.push(one)
}

function deadlineAt(scene: Scene, noun: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = carrier(scene, noun)
  const after = movedAfter(scene, noun)
  const moving = after ? { token: after.token, move: 'extended' as const, by: [] } : moveOf(scene, noun, verb)
  const close = appositeDate(scene, noun)
  const before = doc.times.filter((time) => standsBefore(scene, time, noun))
  const times = close
    ? [close]
    : before.length > 0
      ? before
      : timesOf(doc, grammar, [noun, ...(verb >= 0 ? [verb] : []), ...fallingOn(scene, noun)])
  const days = times.flatMap((time): ClaimDay[] => {
    // "A midnight deadline" of a night told elsewhere: an hour alone is no day.
    if (time.type === 'DURATION' || !isDated(time) || time.relative?.kind === 'clock') return []
    const inside =
      standsBefore(scene, time, noun) ||
      (time.first >= grammar.phrase(noun, 'short').first &&
        time.last - 1 <= grammar.phrase(noun, 'short').last)
    const directly =
      time === close || inside || ['on', 'of', 'for', 'by', 'to', 'until', ''].includes(time.relation ?? '')
    if (!directly) return []
    const due = time === close || inside || moving?.move !== 'extended' || time.relation === 'until'
    return [due ? ahead(scene, noun, claimDay(doc, time, 'due')) : claimDay(doc, time, 'on')]
  })
  const owes = whatOf(scene, noun, close)
  const moves = after?.moves ?? countOf(scene, noun, verb)
  if (days.length === 0 && !moving && moves === undefined) return undefined
  if (!owes.what && days.length === 0) return undefined
  const lapse = lapseOf(scene, noun, owes.infinitive)
  return {
    kind: moving ? 'act' : 'state',
    trigger: noun,
    foundBy: 'deadline/noun@1',
    ...(after
      ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const }
      : moving && verb >= 0
        ? { epistemics: scene.epistemics(moving.token) }
        : isGiven(scene, noun)
          ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const }
          : {}),
    body: {
      type: moving ? `deadline: ${moving.move}` : 'deadline: stands',
      ...(moving ? { actor: moving.by, recipient: [] } : {}),
      about: {
        thread: 'deadline',
        what: owes.what ?? fillers.phrase(noun, 'short'),
        obligor: owes.obligor,
        setBy: fillers.partyNamed(grammar.dependents(noun, 'nmod:poss')[0] ?? -1),
        ...(moves === undefined ? {} : { moves }),
        ...(moving ? { move: moving.move } : {}),
        movedBy: moving?.by ?? [],
        ...(lapse ? { onLapse: lapse } : {}),
      },
    } as Found['body'],
    days,
    roles: { deadline: { start: tokens.start[noun]!, end: tokens.end[noun]! } },
  }
}

/** "The June 9 deadline": it stands, whatever may happen before, after or to it. */
const isGiven = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some((token) => doc.tokens.lower[token] === 'the' || doc.tokens.dep[token] === 'nmod:poss')

/** "These reductions expire": what "these" points back to, the measure named last in the sentence before, with its own words. */
function pointedBack(scene: Scene, subject: number): Phrase | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens, sents } = doc
  if (
    !grammar
      .dependents(subject, 'det')
      .some((det) => /^(this|these|that|those|the)$/.test(tokens.lower[det]!))
  )
    return undefined
  if (grammar.dependents(subject, 'compound', 'amod', 'nmod').length > 0) return undefined
  const sentence = tokens.sent[subject]!
  if (sentence === 0) return undefined
  const nouns = scene.rows('measure-nouns')
  const before = sents[sentence - 1]!
  const named: Phrase[] = []
  for (let at = before.first; at < before.last; at++)
    if (nouns.get(tokens.lemma[at]!)?.type && !grammar.isVerb(at)) named.push(fillers.phrase(at, 'short'))
  const [longest] = named.sort((a, b) => b.text.length - a.text.length || a.start - b.start)
  if (!longest) return undefined
  const own = fillers.phrase(subject, 'short')
  return { ...own, text: `${own.text} (${longest.text})`, ids: [...new Set([...own.ids, ...longest.ids])] }
}

/** The verb the noun is subject or object of. */
function carrier(scene: Scene, noun: number): number {
  const { tokens } = scene.doc
  const head = tokens.head[noun]!
  return head >= 0 && scene.grammar.isVerb(head) && /^(nsubj|obj)/.test(tokens.dep[noun]!) ? head : -1
}

/** What the words do to the deadline: a verb over it, a participle on it, or an event noun ("extension of the deadline"). */
function moveOf(scene: Scene, noun: number, verb: number) {
  const { grammar, fillers, doc } = scene
  const verbs = scene.rows('deadline-verbs')
  const { tokens } = doc
  const participles = grammar.dependents(noun, 'acl')
  for (const token of [verb, ...participles, tokens.head[noun]!]) {
    if (token < 0) continue
    const row = verbs.get(tokens.lemma[token]!) ?? putOff(scene, token, verbs)
    if (!row?.move) continue
    const asObject =
      tokens.dep[noun] === 'obj' ||
      tokens.dep[noun] === 'nsubj:pass' ||
      participles.includes(token) ||
      tokens.dep[noun]!.startsWith('nmod')
    if (row.uses === 'object' && !asObject) continue
    const by = asObject ? unique(grammar.subjects(token).flatMap((one) => fillers.parties(one))) : []
    return { token, move: row.move as 'extended', by }
  }
  return undefined
}

/** "Put off", "pushed back": a plain verb that moves a date by its particle. */
function putOff(scene: Scene, token: number, verbs: ReadonlyMap<string, Row>): Row | undefined {
  const { tokens } = scene.doc
  if (tokens.lemma[token] !== 'put' && tokens.lemma[token] !== 'hold') return undefined
  return tokens.lower[token + 1] === 'off' || tokens.lower[token + 1] === 'back'
    ? verbs.get('postpone')
    : undefined
}

const TIMES_WORDS: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}

/** "postponed three times", "the fourth extension": how often it was moved, as told. */
function countOf(scene: Scene, noun: number, verb: number): number | undefined {
  const { grammar, doc } = scene
  const { tokens } = doc
  const verbs = scene.rows('deadline-verbs')
  for (const token of [verb, noun, ...grammar.dependents(noun, 'acl')]) {
    if (token < 0) continue
    if (token !== noun && !(verbs.get(tokens.lemma[token]!) ?? putOff(scene, token, verbs))?.move) continue
    for (const child of grammar.children(token)) {
      const lower = tokens.lower[child]!
      if (lower === 'once' || lower === 'twice' || lower === 'thrice') return TIMES_WORDS[lower]
      if (lower !== 'times' && lower !== 'time') continue
      for (const count of grammar.dependents(child, 'nummod', 'amod')) {
        const word = tokens.lower[count]!
        const number =
          TIMES_WORDS[word] ?? ORDINALS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined)
        if (number !== undefined) return number
      }
    }
  }
  return undefined
}

/** "by January 2031 — a deadline often moved": the date that the noun stands in apposition to. */
function appositeDate(scene: Scene, noun: number): TimeExpression | undefined {
  const { doc, grammar } = scene
  const { first } = grammar.phrase(noun, 'short')
  return doc.times.find(
    (time) =>
      time.type === 'DATE' &&
      time.last <= first &&
      first - time.last <= 1 &&
      time.last > 0 &&
      /^(,|-|--|—|–)$/.test(doc.tokens.form[time.last]!),
  )
}

/** A day or a month can be due; "this year" or "now" cannot. */
function isDated(time: TimeExpression): boolean {
  if (time.value !== undefined) return /^\d{4}-(\d{2}|W)/.test(time.value)
  const relative = time.relative
  if (!relative) return false
  return relative.kind !== 'shift' || !/^(year|decade|century|quarter)$/.test(relative.grain)
}

/** "The week's looming tax deadline", "Friday's deadline": a time right before the noun, with nothing but its modifiers between. */
function standsBefore(scene: Scene, time: TimeExpression, noun: number): boolean {
  const { tokens } = scene.doc
  if (time.last > noun || noun - time.last > 5 || tokens.sent[time.first] !== tokens.sent[noun]) return false
  for (let at = time.last; at < noun; at++)
    if (!/^(POS|NN|JJ|VBG|VBN|HYPH)/.test(tokens.tag[at]!)) return false
  return true
}

const GONE: ReadonlySet<string> = new Set([
  'last',
  'past',
  'missed',
  'expired',
  'earlier',
  'previous',
  'original',
  'initial',
])

/** A deadline lies ahead unless words say it is gone: "the Wednesday deadline" is the coming Wednesday. */
function ahead(scene: Scene, noun: number, day: ClaimDay): ClaimDay {
  const { relative } = day
  if (!relative || relative.direction === undefined || relative.direction === 1) return day
  const gone = scene.grammar.children(noun).some((child) => GONE.has(scene.doc.tokens.lower[child]!))
  if (gone) return day
  return { ...day, relative: { ...relative, direction: relative.kind === 'weekday' ? 1 : 0 } }
}

/** On the surface: "already moved three times", a participle and its count after the noun. */
function movedAfter(scene: Scene, noun: number): { token: number; moves: number } | undefined {
  const { tokens, sents } = scene.doc
  const verbs = scene.rows('deadline-verbs')
  const { last } = sents[tokens.sent[noun]!]!
  for (let at = noun + 1; at + 1 < last && at < noun + 10; at++) {
    if (!/^VB[ND]$/.test(tokens.tag[at]!) || verbs.get(tokens.lemma[at]!)?.move !== 'extended') continue
    const next = tokens.lower[at + 1]!
    const number = TIMES_WORDS[next] ?? (/^\d{1,2}$/.test(next) ? Number(next) : undefined)
    if (number === undefined) return undefined
    const counted =
      next === 'once' || next === 'twice' || next === 'thrice' || tokens.lower[at + 2] === 'times'
    return counted ? { token: at, moves: number } : undefined
  }
  return undefined
}

/** What must be done by it: an infinitive ("deadline for X to sell"), a "for" phrase or a compound ("tax deadline"). */
function whatOf(
  scene: Scene,
  noun: number,
  close?: TimeExpression,
): { what?: Phrase; obligor: Ref[]; infinitive: number } {
  const { grammar, fillers, doc } = scene
  for (const clause of grammar.dependents(noun, 'acl', 'advcl', 'xcomp')) {
    if (!grammar.dependents(clause, 'mark').some((mark) => doc.tokens.lower[mark] === 'to')) continue
    const subject = [...grammar.dependents(clause, 'nsubj'), ...grammar.obliques(noun, 'for')]
    return {
      what: dutyOf(scene, clause),
      obligor: unique(subject.flatMap((token) => fillers.parties(token))),
      infinitive: clause,
    }
  }
  const forPhrase = grammar.obliques(noun, 'for')[0]
  if (forPhrase !== undefined && !fillers.timeAt(forPhrase)) {
    const infinitive = grammar
      .dependents(forPhrase, 'acl')
      .find((token) => grammar.dependents(token, 'mark').some((mark) => doc.tokens.lower[mark] === 'to'))
    const clause = infinitive ?? dutyAfter(scene, noun)
    if (clause >= 0)
      return { what: dutyOf(scene, clause), obligor: fillers.parties(forPhrase), infinitive: clause }
    return {
      what: fillers.phrase(forPhrase, 'short'),
      obligor: fillers.parties(forPhrase),
      infinitive: clause,
    }
  }
  for (const token of grammar.dependents(noun, 'compound', 'amod', 'nmod:poss')) {
    if (fillers.timeAt(token)) continue
    return { what: fillers.phraseOf(token, noun, noun), obligor: [], infinitive: -1 }
  }
  if (close) {
    // What the date belongs to: the words before it, back to the verb or stop.
    const { tokens, sents } = doc
    const last = tokens.tag[close.first - 1] === 'IN' ? close.first - 2 : close.first - 1
    let first = last
    const from = sents[tokens.sent[noun]!]!.first
    while (first - 1 >= from && !grammar.isVerb(first - 1) && !/^[,;:.]$/.test(tokens.form[first - 1]!))
      first--
    if (first <= last) return { what: fillers.phraseOf(first, last, last), obligor: [], infinitive: -1 }
  }
  return { obligor: [], infinitive: -1 }
}

/** On the surface: "deadline for the firm, Nordfleet, to sell": the first infinitive after the noun, before any finite verb. */
function dutyAfter(scene: Scene, noun: number): number {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[noun]!]!
  for (let at = noun + 1; at + 1 < last && at < noun + 14; at++) {
    if (/^(VBZ|VBP|VBD|MD)$/.test(tokens.tag[at]!)) return -1
    if (tokens.lower[at] === 'to' && tokens.tag[at + 1] === 'VB') return at + 1
  }
  return -1
}

/** A verb with what it takes: "sell its stake", up to a stop, an "or", or the next finite verb. */
function dutyOf(scene: Scene, verb: number): Phrase {
  const { tokens, sents } = scene.doc
  const sentence = sents[tokens.sent[verb]!]!
  let last = verb
  while (last + 1 < sentence.last && last - verb < 16) {
    const next = last + 1
    if (/^([,;:.?!()-]|--)$/.test(tokens.form[next]!) || tokens.lower[next] === 'or') break
    if (/^(VBZ|VBP|VBD|MD)$/.test(tokens.tag[next]!)) break
    last = next
  }
  return scene.fillers.phraseOf(verb, last, verb)
}

/** "or face a ban", "or else": what follows if it lapses, joined to the duty by "or". */
function lapseOf(scene: Scene, noun: number, infinitive: number): Phrase | undefined {
  const { grammar, fillers, doc } = scene
  for (const token of [infinitive, noun]) {
    if (token < 0) continue
    for (const other of grammar.dependents(token, 'conj'))
      if (grammar.dependents(other, 'cc').some((word) => doc.tokens.lower[word] === 'or'))
        return fillers.phrase(other, 'clause')
  }
  return orElse(scene, noun)
}

/** The same on the surface: "or" before a bare verb after the noun, up to the next comma or stop. */
function orElse(scene: Scene, noun: number): Phrase | undefined {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[noun]!]!
  for (let at = noun + 1; at < last - 1 && at < noun + 40; at++) {
    if (tokens.lower[at] !== 'or' || tokens.tag[at + 1] !== 'VB') continue
    let end = at + 1
    while (end + 1 < last && !/^[,.;:?!)]$/.test(tokens.form[end + 1]!)) end++
    return scene.fillers.phraseOf(at + 1, end, at + 1)
  }
  return undefined
}

/** Verbs of relative clauses on the deadline or on what it is for: "the deadline for the sale, which falls on Friday". */
const fallingOn = (scene: Scene, noun: number): number[] =>
  [noun, ...scene.grammar.obliques(noun, 'for')].flatMap((token) => scene.grammar.relativeVerbs(token))

const COMING: ReadonlySet<string> = new Set([
  'likely',
  'set',
  'poised',
  'due',
  'expected',
  'bound',
  'unlikely',
])

/** "Poised to meet a fifth delay": the infinitive under such a word is expected. */
function comingOf(scene: Scene, verb: number, modality: Modality): Modality {
  if (modality !== 'hypothetical' || verb < 0) return modality
  const head = scene.doc.tokens.head[verb]!
  return head >= 0 && COMING.has(scene.doc.tokens.lower[head]!) ? 'expected' : modality
}

/**
 * "The fourth extension given by the ministry", "a fifth delay is likely": a move with its place in the row, of the
 * deadline told last, up to two sentences before.
 */
function countedMove(scene: Scene, noun: number, before: readonly Found[]): Found | undefined {
  const { grammar, fillers, doc } = scene
  const n = grammar
    .dependents(noun, 'amod', 'nummod')
    .map((token) => ORDINALS[doc.tokens.lower[token]!])
    .find((one) => one !== undefined)
  const last = before[before.length - 1]
  if (n === undefined || !last || scene.sentenceOf(noun) - scene.sentenceOf(last.trigger) > 2)
    return undefined
  const { what, obligor } = (last.body as { about: DeadlinePart }).about
  const own = scene.epistemics(noun)
  const verb = grammar.governor(noun)
  const epistemics = own.modality !== 'held' || verb < 0 ? own : scene.epistemics(verb)
  const coming = comingOf(scene, verb, epistemics.modality)
  const done =
    epistemics.modality === 'held' ||
    epistemics.modality === 'ongoing' ||
    epistemics.modality === 'background'
  const clauses = grammar.dependents(noun, 'acl').filter((clause) => grammar.isPassive(clause))
  const movedBy = unique(
    [...clauses.flatMap((clause) => grammar.obliques(clause, 'by')), ...grammar.obliques(noun, 'by')].flatMap(
      (token) => fillers.parties(token),
    ),
  )
  return {
    kind: 'act',
    trigger: noun,
    foundBy: 'deadline/counted-move@1',
    epistemics: { ...epistemics, modality: coming },
    alsoSentences: [scene.sentenceOf(last.trigger)].filter((one) => one !== scene.sentenceOf(noun)),
    body: {
      type: 'deadline: extended',
      actor: movedBy,
      recipient: [],
      about: {
        thread: 'deadline',
        what,
        obligor,
        setBy: [],
        n,
        ...(done ? { moves: n } : {}),
        move: 'extended',
        movedBy,
      },
    },
    days: [],
  }
}

/**
 * A duty with a day: "Peru must open its ports by 3 May or lose the quota", "the firm has until Friday to sell". The duty
 * is the deadline's matter, the subject owes it, an "or" gives what follows.
 */
function dutyAt(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const must = grammar
    .dependents(verb, 'aux')
    .some((aux) => tokens.lower[aux] === 'must' || tokens.lower[aux] === 'shall')
  const duty = must ? verb : untilDuty(scene, verb)
  if (duty < 0) return undefined
  const limits = must ? ['by', 'before', 'within'] : ['until', 'by']
  const days = timesOf(doc, grammar, [verb, duty])
    .filter((time) => isDated(time) && limits.includes(time.relation ?? ''))
    .map((time) => ahead(scene, verb, claimDay(doc, time, 'due')))
  const obligor =
    grammar
      .subjects(verb)
      .map((token) => fillers.parties(token))
      .find((refs) => refs.length > 0) ?? []
  if (days.length === 0 || obligor.length === 0) return undefined
  const lapse = orElse(scene, duty)
  return {
    kind: 'state',
    trigger: verb,
    foundBy: must ? 'deadline/must@1' : 'deadline/has-until@1',
    body: {
      type: 'deadline: stands',
      about: {
        thread: 'deadline',
        what: dutyOf(scene, duty),
        obligor,
        setBy: [],
        movedBy: [],
        ...(lapse ? { onLapse: lapse } : {}),
      },
    },
    days,
  }
}

/** "has until Friday to sell": the infinitive under "have". */
function untilDuty(scene: Scene, verb: number): number {
  const { grammar, doc } = scene
  if (doc.tokens.lemma[verb] !== 'have') return -1
  const next = doc.tokens.lower[verb + 1]
  if (next !== 'until' && next !== 'till') return -1
  const { last } = doc.sents[doc.tokens.sent[verb]!]!
  for (let at = verb + 2; at + 1 < last && at < verb + 10; at++)
    if (doc.tokens.lower[at] === 'to' && grammar.isVerb(at + 1)) return at + 1
  return -1
}

/** "The truce expires in November": a term that ends on a day. */
function expiryAt(scene: Scene, verb: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const [subject] = grammar.subjects(verb)
  if (subject === undefined) return undefined
  const terms = scene.rows('term-nouns')
  const measures = scene.rows('measure-nouns')
  const lemma = doc.tokens.lemma[subject]!
  if (!terms.has(lemma) && !measures.has(lemma)) return undefined
  const days = timesOf(doc, grammar, [verb])
    .filter((time) => time.type === 'DATE' || time.type === 'TIME')
    .map((time) => claimDay(doc, time, 'due'))
  if (days.length === 0) return undefined
  return {
    kind: 'state',
    trigger: verb,
    foundBy: 'deadline/expiry@1',
    body: {
      type: 'deadline: stands',
      about: {
        thread: 'deadline',
        what: pointedBack(scene, subject) ?? fillers.phrase(subject, 'short'),
        obligor: [],
        setBy: [],
        movedBy: [],
      },
    },
    days,
  }
}
