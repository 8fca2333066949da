// In: a scene and a word that tells of a meeting. Out: how it holds: held, to come, only asked for, turned down, called off, told in passing.
import type { Ref, RelativeTime, RoundForm, RoundPart } from '../../model/index.ts'
import { timesOf } from '../sentence/attached-days.ts'
import type { Scene } from '../sentence/scene.ts'
import { holdsMeetings, standingFor } from './meeters.ts'
import { spanOver } from './round-days.ts'
import { GIVEN_UP, PLANNED } from './round-plans.ts'
import { doneTo, phrasal, verbOfWhich } from './round-verbs.ts'

/** Verbs whose object, or what stands behind their preposition, is only wished for. */
const WISHING: Readonly<Record<string, readonly string[]>> = {
  ask: ['for'],
  call: ['for'],
  press: ['for'],
  push: ['for'],
  appeal: ['for'],
  hope: ['for'],
  apply: ['for'],
  seek: [],
  request: [],
  demand: [],
  want: [],
  propose: [],
  suggest: [],
  offer: [],
}
/** The same as nouns: "a request for talks". */
const WISHES: ReadonlySet<string> = new Set(
  'request call appeal demand proposal invitation plea offer bid hope'.split(' '),
)

/** "Had asked for a meeting", "offered talks", "her call for a summit": none is told of as agreed. */
function isWished({ doc, grammar }: Scene, trigger: number): boolean {
  const { head, dep, lemma } = doc.tokens
  const over = head[trigger]!
  if (over < 0) return false
  const word = grammar.caseOf(trigger)
  if (!grammar.isVerb(over))
    return WISHES.has(lemma[over]!) && /^(nmod|obl)/.test(dep[trigger]!) && (word === 'for' || word === 'of')
  const behind = WISHING[lemma[over]!]
  if (!behind) return false
  return behind.length === 0 ? /^(obj|nsubj:pass)/.test(dep[trigger]!) : behind.includes(word)
}

/** "…, the first talks between them since June": a word on the meeting just told, and no number in a row. */
export function isComment(scene: Scene, trigger: number): boolean {
  const { doc, grammar } = scene
  const { dep, head, form, lower, sent } = doc.tokens
  const [first] = grammar.dependents(trigger, 'amod').filter((word) => lower[word] === 'first')
  if (first === undefined || (/^nsubj/.test(dep[trigger]!) && holdsMeetings(scene, head[trigger]!)))
    return false
  const { last } = doc.sents[sent[trigger]!]!
  if (form[first - 2] !== ',') return false
  for (let at = trigger + 1; at < last && form[at] !== ','; at++) if (lower[at] === 'since') return true
  return false
}

const TAKES_PLACE: ReadonlySet<string> = new Set(['take', 'hold', 'happen', 'proceed', 'occur', 'go'])

/** "The meeting was called off", "will not take place": nobody's refusal, there is none. */
export function isCalledOff(scene: Scene, trigger: number): boolean {
  if (isCancellation(scene, trigger)) return true
  const verb = doneTo(scene, trigger)
  // "Have not met since June 11, when the union called off talks": as the verb itself tells it.
  const mood = verb < 0 ? undefined : (scene.doc.stances.get(verb) ?? scene.epistemics(verb))
  if (mood && GIVEN_UP.has(phrasal(scene, verb)))
    return mood.modality === 'held' && mood.polarity === 'affirmed'
  const { head, dep, lemma, lower } = scene.doc.tokens
  const over = head[trigger]!
  if (over < 0 || !/^nsubj/.test(dep[trigger]!) || !TAKES_PLACE.has(lemma[over]!)) return false
  if (lemma[over] === 'take' && lower[over + 1] !== 'place') return false
  if (lemma[over] === 'go' && lower[over + 1] !== 'ahead') return false
  // "Almost did not take place": it did.
  if (lower.slice(Math.max(0, over - 4), over).some((word) => word === 'almost' || word === 'nearly'))
    return false
  return scene.epistemics(over).polarity === 'denied'
}

/** "The cancellation of next week's meeting". */
function isCancellation({ doc }: Scene, trigger: number): boolean {
  const { lemma, lower, tag } = doc.tokens
  for (let at = trigger - 1; at > 0 && at > trigger - 8; at--) {
    if (lower[at] === 'of') return /^(?:cancell?ation|scrapping|abandonment)$/.test(lemma[at - 1]!)
    if (/^(?:VB[DPZ]|IN|[.,:])$/.test(tag[at]!)) return false
  }
  return false
}

/** "Will return to the negotiating table". */
export const atTable = ({ doc, grammar, rows }: Scene, verb: number): boolean =>
  grammar.isVerb(verb) &&
  rows('round-verbs').get(doc.tokens.lemma[verb]!)?.needs === 'table' &&
  grammar.obliques(verb, 'to').some((token) => doc.tokens.lemma[token] === 'table')

/** What is done for a meeting that is still to come: "groundwork for a summit". */
const PREPARING: ReadonlySet<string> = new Set(
  'groundwork preparation prepare arrangement plan basis stage way date venue ready gear brace wait'.split(
    ' ',
  ),
)
const COMING: ReadonlySet<string> = new Set(
  'upcoming forthcoming planned scheduled proposed expected'.split(' '),
)
const AS_SOON_AS: ReadonlySet<string> = new Set('when before until once if unless after'.split(' '))

/** "Coming up: a technical meeting in Oslo, 17 March", "Next round: Lima, 22 March": a sentence without a verb that tells what comes. */
const ANNOUNCED = /^(?:ahead|coming up|diary|next|on the calendar|still to come|up next|upcoming)\b/

function isAnnounced({ doc, grammar }: Scene, trigger: number): boolean {
  const { first, last } = doc.sents[doc.tokens.sent[trigger]!]!
  if (!ANNOUNCED.test(doc.tokens.lower.slice(first, first + 3).join(' '))) return false
  for (let at = first; at < last; at++) if (grammar.isVerb(at) && doc.tokens.tag[at] !== 'VBG') return false
  return true
}

/** "Talks are days away", "ahead of the summit", "before a third round", "when they meet": it is still to come. */
function isAhead(scene: Scene, trigger: number): boolean {
  const { doc, grammar } = scene
  const { lower, lemma, tag, head, dep } = doc.tokens
  const over = head[trigger]!
  if (isAnnounced(scene, trigger)) return true
  if (/^VB[PZ]$/.test(tag[trigger]!) && grammar.isVerb(trigger))
    return grammar.dependents(trigger, 'mark', 'advmod').some((mark) => AS_SOON_AS.has(lower[mark]!))
  if (grammar.dependents(trigger, 'amod').some((word) => COMING.has(lower[word]!))) return true
  const done = over < 0 ? [] : [over, ...(grammar.isVerb(over) ? grammar.objects(over) : [])]
  if (grammar.caseOf(trigger) === 'for' && done.some((word) => PREPARING.has(lemma[word]!))) return true
  if (dep[trigger] === 'nsubj' && over >= 0 && (lower[over] === 'away' || lower[over + 1] === 'away'))
    return true
  const [mark] = grammar.dependents(trigger, 'case')
  if (mark === undefined) return false
  const some = grammar.dependents(trigger, 'det').some((det) => /^(an?|another)$/.test(lower[det]!))
  return lower[mark] === 'ahead' || lower[mark - 1] === 'ahead' || (lower[mark] === 'before' && some)
}

const MORE: ReadonlySet<string> = new Set(['further', 'more', 'additional', 'another'])
/** What is done to talks to come, and how sure they are. */
const TO_COME: Readonly<Record<string, 'planned' | 'expected'>> = {
  plan: 'planned',
  schedule: 'planned',
  anticipate: 'expected',
  expect: 'expected',
  foresee: 'expected',
}

/** "Further talks are expected": how sure they are to come; undefined of talks that are not told of so. */
export function moreToCome(scene: Scene, trigger: number): 'planned' | 'expected' | undefined {
  const { doc, grammar } = scene
  const { dep, head, lemma, lower } = doc.tokens
  const verb = head[trigger]!
  const words = grammar.dependents(trigger, 'amod', 'det').map((token) => lower[token]!)
  // "We look forward to continued talks with Peru".
  if (verb >= 0 && lemma[verb] === 'look' && lower[verb + 1] === 'forward')
    return words.some((word) => MORE.has(word) || word === 'continued') ? 'expected' : undefined
  const coming = verb < 0 || !/^nsubj/.test(dep[trigger]!) ? undefined : TO_COME[lemma[verb]!]
  if (!coming || !grammar.isPassive(verb) || scene.epistemics(verb).polarity === 'denied') return undefined
  // "Were expected" may have come to nothing.
  const isNow = grammar.dependents(verb, 'aux:pass').some((aux) => /^(?:are|is|being)$/.test(lower[aux]!))
  return isNow && words.some((word) => MORE.has(word)) ? coming : undefined
}

/** "A meeting of experts will be held in Vienna", "is to take place": told by itself as to come. */
export function isToBeHeld({ doc, grammar }: Scene, trigger: number): boolean {
  const { dep, head, lemma, lower } = doc.tokens
  const verb = head[trigger]!
  if (verb < 0 || !/^nsubj/.test(dep[trigger]!)) return false
  const isHeld =
    lemma[verb] === 'hold' ? grammar.isPassive(verb) : lemma[verb] === 'take' && lower[verb + 1] === 'place'
  return isHeld && grammar.dependents(verb, 'aux').some((aux) => /^(?:will|'ll|shall)$/.test(lower[aux]!))
}

const firstMark = ({ doc, grammar }: Scene, token: number): string => {
  const [mark] = grammar.dependents(token, 'mark', 'case')
  return mark === undefined ? '' : doc.tokens.lower[mark]!
}

/** The noun that a word before names is parsed into: "a call between Lund and Silva". */
function ofNames({ doc, fillers }: Scene, noun: number): number {
  const { dep, head } = doc.tokens
  const over = head[noun]!
  return dep[noun] === 'compound' && over > noun && fillers.nameAt(over) ? over : noun
}

const verbOver = (scene: Scene, trigger: number): number => {
  const standing = ofNames(scene, standingFor(scene, trigger))
  const isItself = standing === trigger && scene.doc.stances.has(trigger)
  if (scene.grammar.isVerb(trigger) || isItself) return trigger
  const head = scene.doc.tokens.head[standing]!
  return head >= 0 && /^(nsubj|obj|obl)/.test(scene.doc.tokens.dep[standing]!) && scene.grammar.isVerb(head)
    ? head
    : trigger
}

/** How the meeting holds; a clause on the noun ("the talks, set to begin on Friday, …") weighs more than its verb. */
export function epistemicsOf(scene: Scene, trigger: number) {
  for (const clause of scene.grammar.dependents(trigger, 'acl'))
    for (const verb of [clause, ...scene.grammar.dependents(clause, 'xcomp')]) {
      const own = scene.epistemics(verb)
      if (own.modality === 'planned' || own.modality === 'expected') return own
    }
  // "The talks, which began on Monday, had been planned to end": they did begin.
  const which = scene.grammar.isVerb(trigger) ? -1 : verbOfWhich(scene, trigger)
  if (which >= 0 && scene.doc.tokens.tag[which] === 'VBD') return scene.epistemics(which)
  const coming = moreToCome(scene, trigger)
  if (coming) return { polarity: 'affirmed' as const, modality: coming }
  if (isWished(scene, trigger)) return { polarity: 'affirmed' as const, modality: 'possible' as const }
  if (isAhead(scene, trigger) || meetsThen(scene, trigger))
    return { polarity: 'affirmed' as const, modality: 'planned' as const }
  // "He warned them before meeting the envoy in Oslo": told of as something that came to pass.
  const above = scene.doc.tokens.head[trigger]!
  const isGerund = scene.grammar.isVerb(trigger) && scene.doc.tokens.tag[trigger] === 'VBG'
  if (isGerund && above >= 0 && /^(?:before|after)$/.test(firstMark(scene, trigger)))
    return scene.epistemics(above)
  // "Is in talks with Peru".
  const { grammar, doc } = scene
  const isNow = grammar.dependents(trigger, 'cop').some((cop) => /^VB[ZP]$/.test(doc.tokens.tag[cop]!))
  if (isNow && grammar.caseOf(trigger) === 'in')
    return { polarity: scene.epistemics(trigger).polarity, modality: 'ongoing' as const }
  const told = scene.epistemics(verbOver(scene, trigger))
  // "Is defending the summit in Lima": what goes on is the defending.
  const standing = standingFor(scene, trigger)
  const isOther = doc.tokens.dep[standing] === 'obj' && !isRoundVerb(scene, doc.tokens.head[standing]!)
  const mood = isOther && told.modality === 'ongoing' ? { ...told, modality: 'held' as const } : told
  return isDeniedPlan(scene, trigger) ? { ...mood, polarity: 'denied' as const } : mood
}

/** "They meet again on 15 July", "will be settled on Friday, when they meet": the present with a day ahead. */
function meetsThen({ doc, grammar }: Scene, trigger: number): boolean {
  const { tag, lower, dep, head } = doc.tokens
  if (!/^VB[PZ]$/.test(tag[trigger]!) || grammar.dependents(trigger, 'aux').length > 0) return false
  const own = timesOf(doc, grammar, [trigger])
  if (own.some(({ type, relative }) => type === 'DATE' && relative?.kind !== 'shift' && isNext(relative)))
    return true
  const isWhen = grammar.dependents(trigger, 'advmod').some((word) => lower[word] === 'when')
  const isToBe = grammar.dependents(head[trigger]!, 'aux').some((aux) => lower[aux] === 'will')
  return isWhen && dep[trigger] === 'advcl' && isToBe
}

const isNext = (relative: RelativeTime | undefined): boolean =>
  relative !== undefined && 'direction' in relative && relative.direction === 1

const isRoundVerb = ({ doc, rows }: Scene, verb: number): boolean =>
  rows('round-phases').has(doc.tokens.lemma[verb]!) || rows('round-verbs').has(doc.tokens.lemma[verb]!)

/** "Denied that a call was planned", "no talks are scheduled": what is denied of its plan is denied of the meeting. */
function isDeniedPlan(scene: Scene, trigger: number): boolean {
  const { head, dep, lemma } = scene.doc.tokens
  const over = head[trigger]!
  return (
    over >= 0 &&
    /^(?:obj|nsubj)/.test(dep[trigger]!) &&
    PLANNED.has(lemma[over]!) &&
    scene.epistemics(over).polarity === 'denied'
  )
}

/** What is done to talks by nouns: "the conclusion of talks". */
const PHASE_NOUNS: Readonly<Record<string, RoundPart['phase']>> = {
  conclusion: 'ends',
  end: 'ends',
  close: 'ends',
  completion: 'ends',
  start: 'opens',
  opening: 'opens',
  launch: 'opens',
  beginning: 'opens',
  resumption: 'opens',
  restart: 'opens',
  collapse: 'collapsed',
  breakdown: 'collapsed',
  failure: 'collapsed',
}

/** "The conclusion of talks", "the venue of the talks", "preparations for a summit": a noun whose verb tells of the meeting itself. */
export const isStage = (lemma: string): boolean =>
  lemma in PHASE_NOUNS ||
  PREPARING.has(lemma) ||
  /^(?:rest|part|half|venue|delegation|team|date|agenda)$/.test(lemma)

/** "The talks resumed on Monday", "a round opens on 3 May": talks told to begin are told of for their own sake. */
export const opensAgain = (scene: Scene, trigger: number, form: RoundForm): boolean =>
  form === 'round' &&
  !scene.grammar.isVerb(trigger) &&
  [
    ...(/^nsubj/.test(scene.doc.tokens.dep[standingFor(scene, trigger)]!)
      ? [scene.doc.tokens.head[standingFor(scene, trigger)]!]
      : []),
    ...scene.grammar.relativeVerbs(trigger),
    verbOfWhich(scene, trigger),
  ].some(
    (verb) =>
      verb >= 0 &&
      scene.grammar.isVerb(verb) &&
      scene.rows('round-phases').get(scene.doc.tokens.lemma[verb]!)?.phase === 'opens',
  )

/** "The conclusion of talks", "the conclusion, on 24 June, of talks": the noun before "of" on the surface, past an aside; −1 where none is. */
function nounOver({ doc }: Scene, trigger: number): number {
  const { lower, form, tag } = doc.tokens
  let at = trigger - 1
  while (at > 0 && at > trigger - 6 && /^(?:DT|JJ|NN|CD|VBN|PRP\$)/.test(tag[at]!)) at--
  if (lower[at] !== 'of') return -1
  if (form[at - 1] !== ',') return at - 1
  for (let back = at - 2; back > at - 8 && back > 0; back--) if (form[back] === ',') return back - 1
  return -1
}

/** "Prices rose when they spoke": the verb over the clause tells nothing of the meeting. */
const isClause = ({ doc, grammar }: Scene, trigger: number): boolean =>
  grammar.isVerb(trigger) && /^(?:acl|advcl|ccomp)/.test(doc.tokens.dep[trigger]!)

export function phaseOf(scene: Scene, trigger: number, modality: string) {
  const { lemma } = scene.doc.tokens
  const head = scene.doc.tokens.head[standingFor(scene, trigger)]!
  const verbs = scene.rows('round-phases')
  const byNoun = PHASE_NOUNS[lemma[nounOver(scene, trigger)] ?? '']
  if (byNoun && (modality === 'held' || modality === 'background')) return byNoun
  const which = scene.grammar.isVerb(trigger) ? -1 : verbOfWhich(scene, trigger)
  const row =
    (which >= 0 ? verbs.get(lemma[which]!) : undefined) ??
    verbs.get(scene.doc.tokens.lemma[trigger]!) ??
    (head >= 0 && !isClause(scene, trigger)
      ? (verbs.get(phrasal(scene, head)) ?? verbs.get(scene.doc.tokens.lemma[head]!))
      : undefined)
  if (
    modality === 'planned' ||
    modality === 'expected' ||
    modality === 'possible' ||
    modality === 'conditional' ||
    modality === 'hypothetical'
  )
    return 'planned'
  // "The call failed to clear up the quarrel": it was held.
  const isTried = head >= 0 && lemma[head] === 'fail' && scene.grammar.dependents(head, 'xcomp').length > 0
  if (row?.phase && !isTried) return row.phase
  const own = scene.rows('round-verbs').get(lemma[trigger]!)?.phase
  if (own && modality === 'held') return own as RoundPart['phase']
  return modality === 'ongoing' ? 'in session' : 'held'
}

/** "The session will not be in Lima": where it is not. */
export function isNotThere({ doc, grammar }: Scene, trigger: number): boolean {
  const { dep, head, lower } = doc.tokens
  const place = head[trigger]!
  if (place < 0 || !/^nsubj/.test(dep[trigger]!) || grammar.dependents(place, 'cop').length === 0)
    return false
  return grammar.dependents(place, 'advmod').some((word) => /^(?:not|n't|never)$/.test(lower[word]!))
}

/** Told with a verb of refusing: "rejected a meeting"; or only offered: "offered to convene the sides". */
export function isRefused(scene: Scene, trigger: number): boolean {
  const { head, dep, lemma } = scene.doc.tokens
  const over = head[trigger]!
  if (over >= 0 && dep[trigger] === 'xcomp' && /^(?:offer|volunteer)$/.test(lemma[over]!)) return true
  return (
    over >= 0 &&
    /^(obj|nsubj:pass)/.test(dep[trigger]!) &&
    scene.rows('round-phases').get(lemma[over]!)?.phase === 'refused'
  )
}

/** "Said after the meeting", "following two days of talks": it is over, and told of in passing. */
export function isBehind(scene: Scene, trigger: number): boolean {
  const span = spanOver(scene, trigger)
  const [word = ''] = scene.grammar.caseOf(span < 0 ? trigger : span).split(' ')
  return word === 'after' || word === 'following'
}

/** The place that the report was sent from: the name in capitals that opens a paragraph before a dash or a bar. */
export function placeSentFrom({ doc }: Scene): Ref | undefined {
  const { tokens, sents, names } = doc
  const sent = names
    .slice(0, 12)
    .find(
      ({ type, first, last, start, end }) =>
        (type === 'place' || type === 'government') &&
        sents[tokens.sent[first]!]!.first === first &&
        /^\p{Lu}{2}/u.test(doc.text.slice(start, end)) &&
        tokens.form.slice(last, last + 10).some((form) => /^(--?|–|—|\|)$/.test(form)),
    )
  return sent && { id: sent.id, name: sent.canonical }
}
