// In: a scene. Out: what would be done on a condition: "Peru would open its ports if Norway cut the fee", "should the fee rise, the cap is off".

import type { LinkageBody, Phrase, Ref } from '../../model/index.ts'
import { isForecast } from '../sentence/forecasts.ts'
import { readableEnd, readableLever } from '../sentence/readable-end.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt, tokensIn } from '../sentence/scene.ts'
import { isDenied } from '../statements/tellers.ts'
import { isSomebody } from './tie-words.ts'

/** Words that open a condition which somebody sets. */
const OPENING =
  /^(?:only )?(?:if|unless|should|provided|providing|assuming|(?:as|so) long as|on (?:the )?condition|failing|in the absence)\b/i
/** Characters that hold such words. */
const OPENED = 14
const OF_DOERS: ReadonlySet<string> = new Set(['will', 'would', "'ll", "'d", 'shall', 'could', 'can'])
/** Verbs by which one offers or threatens what an infinitive tells. */
const LEADING: ReadonlySet<string> = new Set(
  'agree offer promise pledge threaten vow propose prepare ready commit want'.split(' '),
)
/** Verbs by which a thing that somebody keeps up or lets fall is told as such. */
const FALLING: ReadonlySet<string> = new Set(
  'rise double triple fall drop end lapse expire stand hold stay remain apply start begin open close come go enter resume return revert take'.split(
    ' ',
  ),
)
/** Tokens a clause may span. */
const LONGEST = 60

/** Conditional ties, but for those whose condition `told` has already. */
export function findConditionalTies(scene: Scene, told: readonly Found[]): Found[] {
  const { doc } = scene
  const known = new Set(told.flatMap((one) => endsOf(scene, one)))
  const found: Found[] = []
  const seen = new Set<number>()
  for (const { token, condition } of doc.stances.values()) {
    if (!condition || seen.has(condition.start)) continue
    if (!OPENING.test(doc.text.slice(condition.start, condition.start + OPENED))) continue
    const deed = topOf(scene, token)
    if (deed === undefined || isDenied(scene, deed)) continue
    seen.add(condition.start)
    if (tokensIn(scene, condition).some((at) => known.has(at))) continue
    const tie = tieAt(scene, deed, condition)
    if (tie) found.push(tie)
  }
  return found
}

/** First tokens of the ends of ties that are told. */
function endsOf(scene: Scene, { kind, body }: Found): number[] {
  if (kind !== 'linkage') return []
  const { to } = body as LinkageBody
  return to ? [tokenAt(scene, to.start)] : []
}

/** The verb of the clause a condition is of: past its nouns and what it leads to. */
function topOf({ doc, grammar }: Scene, token: number): number | undefined {
  const isPredicate = grammar.isVerb(token) || grammar.dependents(token, 'cop').length > 0
  if (!isPredicate || /^(?:xcomp|aux|cop|amod|compound)/.test(doc.tokens.dep[token]!)) {
    const over = doc.tokens.head[token]!
    const leads = over >= 0 && doc.tokens.dep[token] === 'xcomp' && LEADING.has(doc.tokens.lemma[over]!)
    return leads ? token : undefined
  }
  return token
}

function tieAt(scene: Scene, deed: number, range: { start: number; end: number }): Found | undefined {
  const { doc, grammar, fillers } = scene
  const inside = tokensIn(scene, range)
  const [cue] = inside
  if (cue === undefined || inside.includes(deed) || isAsked(scene, deed)) return undefined
  const hasClause =
    /^(?:provid|assum|on$|failing|in$)/.test(doc.tokens.lower[cue]!) ||
    inside.some((at) => /^(?:nsubj|expl)/.test(doc.tokens.dep[at]!))
  if (!hasClause || isUnreal(scene, deed, inside) || isForecast(scene, deed)) return undefined
  if (inside.some((at) => isIdleClause(scene, deed, at))) return undefined
  const user = doersOf(scene, deed)
  if (!isDecided(scene, deed, user) || isOfOther(scene, deed, user)) return undefined
  if (isOwnDeed(scene, inside, user) || isSupposed(scene, deed, cue)) return undefined
  // "Would close for good if": who or what would, the words do not say.
  if (user.length === 0 && grammar.dependents(deed, 'nsubj', 'nsubj:pass').length === 0) return undefined
  const from = readableLever(scene, deedWords(scene, deed, inside), user.length > 0)
  const to = readableEnd(scene, fillers.phraseOf(cue, inside.at(-1)!, cue))
  if (!from || !to) return undefined
  return {
    kind: 'linkage',
    trigger: deed,
    foundBy: 'tie/conditional@1',
    epistemics: { ...scene.epistemics(deed), polarity: 'affirmed' },
    body: { relation: 'precondition', from, to, user, target: [] },
    days: scene.days([deed]).filter((day) => !(from.start <= day.start && day.start < from.end)),
    roles: { from, to },
  }

  /** Who would do it; "it", "they" and "we" for whom they stand. */
  function doersOf(_: Scene, verb: number): Ref[] {
    if (grammar.isPassive(verb)) return []
    const doers = grammar.subjects(verb).filter((at) => isSomebody(scene, at))
    return unique(
      doers.flatMap((at) => (fillers.parties(at).length > 0 ? fillers.parties(at) : fillers.groups(at))),
    )
  }
}

/** Whether somebody decides what would be done: a party that acts by its will, or who says what becomes of a measure or deal. */
function isDecided(scene: Scene, deed: number, user: readonly Ref[]): boolean {
  const { doc, grammar } = scene
  const { lemma, lower } = doc.tokens
  const aux = grammar.dependents(deed, 'aux').map((at) => lower[at]!)
  const over = doc.tokens.head[deed]!
  const isLed = doc.tokens.dep[deed] === 'xcomp' && over >= 0 && LEADING.has(lemma[over]!)
  const isAhead = isLed || LEADING.has(lemma[deed]!) || aux.some((word) => OF_DOERS.has(word))
  if (aux.some((word) => /^(?:may|might|must|should|did|do)$/.test(word))) return false
  // "Will come under pressure": what others do to it.
  const isUnder = lemma[deed] === 'come' && grammar.obliques(deed, 'under').length > 0
  const isWilled = grammar.isVerb(deed) && !isUnder && !scene.rows('unwilled-verbs').has(lemma[deed]!)
  if (user.length > 0 && isWilled) return isAhead || isOurs(scene, deed)
  const things = [...grammar.subjects(deed), ...grammar.objects(deed)]
  const isSet = things.some(
    (at) =>
      scene.rows('measure-nouns').has(lemma[at]!) ||
      scene.rows('conditioned-nouns').has(lemma[at]!) ||
      /^(?:rule|price|bill|list|text|clause|plant|mill|port|border)$/.test(lemma[at]!),
  )
  if (!isSet || user.length > 0) return false
  const isChange =
    grammar.isPassive(deed) || FALLING.has(lemma[deed]!) || grammar.dependents(deed, 'cop').length > 0
  return isChange && (isAhead || /^VB[PZ]$/.test(doc.tokens.tag[deed]!))
}

/** "If they sign, we sign"; "we are going to". */
function isOurs({ doc, grammar }: Scene, deed: number): boolean {
  const { lemma, lower, tag } = doc.tokens
  const isWe = grammar.subjects(deed).some((at) => lower[at] === 'we')
  const isGoing = lemma[deed] === 'go' && grammar.dependents(deed, 'xcomp').length > 0
  return isGoing || (isWe && tag[deed] === 'VBP' && grammar.dependents(deed, 'aux').length === 0)
}

/** "Norway could do so again should it fail", said by nobody: what a writer thinks it may do, and no term of Norway's. */
const isSupposed = ({ doc, grammar, attributions }: Scene, deed: number, cue: number): boolean =>
  /^(?:if|should|unless)$/.test(doc.tokens.lower[cue]!) &&
  grammar.dependents(deed, 'aux').some((aux) => doc.tokens.lower[aux] === 'could') &&
  attributions(deed).length === 0

/** "It would have closed"; "if he wanted it, he would not sue", in his own words: it is not so. */
function isUnreal(scene: Scene, deed: number, condition: readonly number[]): boolean {
  const { doc, grammar } = scene
  if (grammar.dependents(deed, 'aux').some((aux) => doc.tokens.lower[aux] === 'have')) return true
  const [said] = scene.attributions(deed)
  const isPast = condition.some((at) => doc.tokens.tag[at] === 'VBD')
  return said?.form === 'direct' && isPast
}

/** "Ask whether", "a quota it may use if", "if you look", "if he wins": nobody sets a condition. */
function isIdleClause({ doc }: Scene, deed: number, at: number): boolean {
  const { dep, head, lemma, lower } = doc.tokens
  if (/^acl/.test(dep[deed]!)) return true
  if (dep[at] === 'ccomp' && head[at] === deed) return true
  if (dep[at]!.startsWith('nsubj')) return /^(?:you|i)$/.test(lower[at]!)
  return /^(?:win|elect|re-elect|reelect)$/.test(lemma[at]!)
}

/** "If Peru gives in, it will lose its fleet": what follows of what one does oneself is no condition; "if it gets its port back" is. */
function isOwnDeed(
  { doc, grammar, fillers }: Scene,
  condition: readonly number[],
  user: readonly Ref[],
): boolean {
  const verb = condition.find((at) => grammar.isVerb(at) && grammar.dependents(at, 'nsubj').length > 0)
  if (verb === undefined || /^(?:get|have|obtain|receive|win)$/.test(doc.tokens.lemma[verb]!)) return false
  const doers = grammar
    .dependents(verb, 'nsubj')
    .flatMap((at) => (fillers.parties(at).length > 0 ? fillers.parties(at) : fillers.groups(at)))
  return doers.length > 0 && doers.every(({ id }) => user.some((ref) => ref.id === id))
}

/** What one party says another would do is not that one's term. */
function isOfOther(scene: Scene, deed: number, user: readonly Ref[]): boolean {
  const sides = (refs: readonly Ref[]) =>
    refs.flatMap((ref) => [ref.id, scene.fillers.sideOf(ref)?.id ?? ref.id])
  const own = sides(user)
  const tellers = scene
    .attributions(deed)
    .flatMap(({ speakers }) => speakers)
    .filter((id) => !/^(?:phrase|outlet|event):/.test(id))
  const told = sides(tellers.map((id) => ({ id, name: scene.fillers.name(id) })))
  const isParty = tellers.some((id) => scene.fillers.sideOf({ id, name: scene.fillers.name(id) }))
  return own.length > 0 && isParty && !own.some((id) => told.includes(id))
}

const isAsked = ({ doc }: Scene, deed: number): boolean => {
  const { last } = doc.sents[doc.tokens.sent[deed]!]!
  return doc.tokens.form.slice(Math.max(0, last - 2), last).includes('?')
}

/** What would be done, in its words: from its subject on, without the condition and who says so. */
function deedWords(scene: Scene, deed: number, condition: readonly number[]): Phrase {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const subjects = grammar.dependents(deed, 'nsubj', 'nsubj:pass').filter((at) => at < deed)
  let first = Math.min(
    grammar.predicate(deed).first,
    ...subjects.map((at) => grammar.phrase(at, 'short').first),
  )
  const all = [deed, ...grammar.dependents(deed, 'conj').filter((at) => grammar.isVerb(at))]
  let last = Math.max(...all.map((at) => Math.max(at, grammar.predicate(at).last)))
  last = Math.min(last, deed + LONGEST)
  const cue = condition[0]!
  if (cue > deed && cue <= last) last = cue - 1
  if (cue < deed && first <= condition.at(-1)!) first = condition.at(-1)! + 1
  // "The loan would end, the bank said": no more than what is said, or what stands before who says it.
  const [said] = scene.attributions(deed)
  const isSaid = (at: number) =>
    !said || said.content.some((part) => part.start <= tokens.start[at]! && tokens.end[at]! <= part.end)
  const isTeller = (at: number) =>
    said !== undefined &&
    [...said.cue, ...said.source].some(
      (part) => part.start <= tokens.start[at]! && tokens.end[at]! <= part.end,
    )
  for (let at = deed + 1; at <= last; at++)
    if (isTeller(at) || (isSaid(deed) && !isSaid(at) && !/^["“”]$/.test(tokens.form[at]!))) last = at - 1
  for (let at = deed - 1; at >= first; at--) if (isTeller(at)) first = at + 1
  const isLoose = (at: number) =>
    /^[,;:.–—"“”-]$/.test(tokens.form[at]!) || tokens.dep[at] === 'mark' || tokens.lower[at] === 'only'
  while (last > deed && isLoose(last)) last--
  while (first < deed && isLoose(first)) first++
  return fillers.phraseOf(first, last, deed)
}
