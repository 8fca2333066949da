// In: what a sentence tells of a measure, by its parts. Out: the find that says so.

import type { Row } from '../../language/lexicon.ts'
import {
  type ClaimDay,
  isActual,
  type MeasureEffect,
  type MeasureStatus,
  type MeasureType,
  type Modality,
  type Phrase,
  type Ref,
  type Value,
} from '../../model/index.ts'
import { SIGNING } from '../sentence/instruments.ts'
import type { Mood } from '../sentence/moods.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { CALLED_OFF, isRefused } from './called-off.ts'

export interface MeasureTold {
  readonly trigger: number
  readonly foundBy: string
  readonly type: MeasureType
  /** The row of `measure-verbs`; none where the measure is only said to be there. */
  readonly row?: Row | undefined
  /** What a bill says is planned, however it is told. */
  readonly isProposed?: boolean
  /** What an accord says is to come. */
  readonly isAgreed?: boolean
  readonly by: readonly Ref[]
  readonly on: readonly Ref[]
  readonly goods: readonly Phrase[]
  readonly rate?: Value | undefined
  readonly name: Phrase
  readonly days: readonly ClaimDay[]
  readonly roles?: Found['roles']
  /** How it is told, where the words around the trigger do not say it. */
  readonly mood?: Mood
  /** The act's root where it is not that of its type. */
  readonly plover?: string | undefined
}

/** The claim; undefined parts are left out. Its status is that of what is told as done, planned or spoken of. */
export function measureClaim(scene: Scene, told: MeasureTold): Found {
  const { type, trigger, by, on, name } = told
  const ended = told.mood ? undefined : endedIn(scene, trigger, told.row)
  const row = ended ?? liftedFor(scene, told) ?? told.row
  // "Tightened its quotas": of room there is less.
  const way = scene.rows('measure-nouns').get(name.head)?.way
  const isLess = row?.lemma === 'tighten' && (type === 'quota' || way === 'room')
  const effect = (isLess ? 'lower' : (row?.effect ?? 'stand')) as MeasureEffect
  const direction = directionOf(type, way, row, name, told.goods)
  const spoken =
    told.mood ??
    wasToCome(
      scene,
      trigger,
      scene.epistemics(wouldBe(scene, trigger) ?? signedIn(scene, trigger) ?? trigger),
    )
  const meant =
    ended === CALLED_OFF
      ? { polarity: 'affirmed' as const, modality: 'held' as const }
      : ended
        ? { ...spoken, polarity: 'affirmed' as const }
        : spoken
  const coming = told.mood ? meant : ahead(scene, trigger, meant, effect)
  const isPresent = /^VB[PZ]$/.test(scene.doc.tokens.tag[trigger]!)
  const isChange = isPresent && /^(?:lower|raise)$/.test(effect)
  // "The duty begins on 3 May", "falls to 5 % on 3 May": what does so by itself on a day to come.
  const isStart =
    isPresent &&
    (BEGINS.test(row?.lemma ?? '') || (isChange && (row?.uses ?? '').split('|').includes('subject')))
  // "Lapses on 3 May": what ends by itself on a day to come.
  const isEnd =
    isPresent &&
    /^(?:expire|lapse)$/.test(row?.lemma ?? '') &&
    told.days.some(({ role }) => role !== 'announced')
  const set = isEnd && coming.modality === 'held' ? { ...coming, modality: 'planned' as const } : coming
  const own = standingThreat(scene, trigger, planned(scheduled(set, told.days, isChange, isStart), row))
  // "Suspended it for as long as they comply": done, whatever it hangs on.
  const isDone =
    own.modality === 'conditional' &&
    scene.doc.tokens.tag[trigger] === 'VBD' &&
    /^as long\b/.test(own.condition?.text ?? '')
  const isStill =
    effect === 'stand' && !told.mood && STILL.has(row?.lemma ?? '') && own.polarity === 'affirmed'
  const isAsDone = (told.isProposed || told.isAgreed) && isActual(own.modality)
  const epistemics = isAsDone
    ? { ...own, modality: 'planned' as const }
    : isStill && /^(?:planned|expected)$/.test(own.modality)
      ? { ...own, modality: 'ongoing' as const }
      : isDone
        ? { ...own, modality: 'held' as const }
        : own
  const standing =
    told.isProposed || isThreatened(scene, trigger)
      ? 'proposed'
      : (type === 'probe' && OPENS.has(row?.lemma ?? '')) ||
          ((type === 'licence' || way === 'relief') && GIVEN.has(row?.lemma ?? ''))
        ? 'in force'
        : ((row?.status ?? 'in force') as MeasureStatus)
  return {
    kind: effect === 'stand' ? 'state' : 'act',
    trigger,
    foundBy: told.foundBy,
    epistemics,
    body: {
      type: `${type}: ${effect}`,
      ...(told.plover && effect !== 'stand' ? { plover: told.plover } : {}),
      ...(effect === 'stand' ? {} : { actor: by, recipient: on, object: name }),
      about: {
        thread: 'measure',
        type,
        by: unique(by.map((ref) => scene.fillers.sideOf(ref) ?? ref)),
        on: unique(on.map((ref) => scene.fillers.sideOf(ref) ?? ref)),
        goods: told.goods,
        ...(told.rate ? { rate: told.rate } : {}),
        effect,
        status:
          epistemics.polarity === 'denied' ? deniedStatus(effect) : statusOf(standing, epistemics.modality),
        // "Has not lifted the ban": it stands, and goes no way.
        ...(direction && epistemics.polarity === 'affirmed' ? { direction } : {}),
        ...authorityOf(scene, trigger),
        name,
      },
    } as Found['body'],
    days: daysOf(told, ended === CALLED_OFF, isAsDone === true),
    ...(told.roles ? { roles: told.roles } : {}),
  }
}

/** "Will not take effect on Monday": the day is that of the plan; "struck a deal on Monday, cutting the duty": that of the deal. */
function daysOf(
  { days, isAgreed }: MeasureTold,
  isCalledOff: boolean,
  isAsDone: boolean,
): readonly ClaimDay[] {
  if (isCalledOff) return days.filter(({ role }) => role === 'announced')
  // "Waived on 3 May until July, and in June until October": since the first, until the last.
  const ends = days.filter(({ role }) => role === 'to')
  if (ends.length > 1)
    return days.filter(
      (day, at) =>
        day === ends.at(-1) || (day.role !== 'to' && days.findIndex(({ role }) => role === day.role) === at),
    )
  return isAgreed && isAsDone
    ? days.map((day) =>
        day.role === 'on' && day.relation !== 'since' ? { ...day, role: 'announced' as const } : day,
      )
    : days
}

/** "Unless Peru lifts its ban", "before the duty is cut": a deed on which another hangs; linkages tell it. */
export function isSupposed({ doc, grammar, epistemics }: Scene, trigger: number): boolean {
  const { dep, head, lower } = doc.tokens
  let token = trigger
  while (dep[token] === 'conj' && grammar.dependents(token, 'mark').length === 0 && head[token]! >= 0)
    token = head[token]!
  if (isWhether({ doc, grammar }, token)) return true
  if (!/^advcl/.test(dep[token]!)) return false
  const marks = grammar.dependents(token, 'mark').map((mark) => lower[mark]!)
  // "Will stay until the ban is lifted", "would not sign before it was": no more done than what waits for it.
  const waits = head[token]! >= 0 && !isActual(epistemics(head[token]!).modality)
  return epistemics(token).modality === 'hypothetical'
    ? marks.some((mark) => /^(?:before|if|provided|unless|until)$/.test(mark))
    : waits && marks.some((mark) => /^(?:until|unless)$/.test(mark))
}

/** "Quarrel over whether Peru has promised to stop": whether it did is open. */
function isWhether({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, token: number): boolean {
  const { dep, head, lower } = doc.tokens
  let at = token
  for (let steps = 0; at >= 0 && steps < 4; steps++) {
    const marks = grammar.dependents(at, 'mark').map((mark) => lower[mark])
    if (marks.includes('whether')) return !marks.includes('to')
    if (!/^(?:xcomp|conj)$/.test(dep[at]!)) return false
    at = head[at]!
  }
  return false
}

/** "Lifted its duty until March": it is suspended. */
const liftedFor = ({ rows }: Scene, { row, days }: MeasureTold): Row | undefined =>
  row?.effect === 'end' && row.uses !== 'subject' && days.some(({ role }) => role === 'to')
    ? rows('measure-verbs').get('suspend')
    : undefined

const ENDED: Row = { lemma: 'end', effect: 'end', status: 'ended', direction: 'eases' }

/** What a denial says is over: "is no longer charged" has ended, "will not be imposed" is called off. */
function endedIn(scene: Scene, trigger: number, row: Row | undefined): Row | undefined {
  if (isNoLonger(scene, trigger, row)) return ENDED
  const isBegun = /^(?:set|resume)$/.test(row?.effect ?? '') && row!.status === 'in force'
  return isBegun && scene.grammar.isVerb(trigger) && isRefused(scene, trigger) ? CALLED_OFF : undefined
}

/** "Will no longer be charged", "no longer applies the duty": what is no longer set has ended. */
function isNoLonger({ doc }: Scene, trigger: number, row: Row | undefined): boolean {
  const { lower } = doc.tokens
  if (!/^(?:set|stand)$/.test(row?.effect ?? 'stand')) return false
  for (let at = trigger - 1; at > trigger - 5 && at > 0; at--)
    if (lower[at] === 'longer' && lower[at - 1] === 'no') return true
  return false
}

/** "Cod would enter free, the quota being phased in": no more done than what the main verb tells. */
function wouldBe({ doc, grammar, epistemics }: Scene, trigger: number): number | undefined {
  const { dep, head, lower } = doc.tokens
  const over = head[trigger]!
  const isBeside = over >= 0 && over < trigger && /^(?:advcl|parataxis|conj)/.test(dep[trigger]!)
  const isBeing = grammar.dependents(trigger, 'aux:pass', 'aux').some((aux) => lower[aux] === 'being')
  return isBeside && isBeing && !isActual(epistemics(over).modality) ? over : undefined
}

/** "Which was to be collected on 30 June": planned then; whether it came, the words do not say. */
function wasToCome(
  { doc, grammar }: Scene,
  trigger: number,
  told: ReturnType<Scene['epistemics']>,
): ReturnType<Scene['epistemics']> {
  const { lower } = doc.tokens
  const wasTo = grammar
    .dependents(trigger, 'mark')
    .some((mark) => lower[mark] === 'to' && /^(?:was|were)$/.test(lower[mark - 1] ?? ''))
  return wasTo && isActual(told.modality) ? { ...told, modality: 'planned' } : told
}

/** "Will stay until May": what is to go on is there. */
const STILL: ReadonlySet<string> = new Set(
  'keep maintain remain retain review stay'
    .split(' ')
    .flatMap((verb) => [verb, ...['force', 'effect', 'place'].map((noun) => `${verb} in ${noun}`)]),
)

/** "Will be subject to a duty": an adjective or noun that is to be so; "can be withdrawn": what may be done. */
function ahead(
  { doc, grammar }: Scene,
  trigger: number,
  told: ReturnType<Scene['epistemics']>,
  effect: MeasureEffect,
): ReturnType<Scene['epistemics']> {
  if (!isActual(told.modality)) return told
  const aux = grammar.dependents(trigger, 'aux').map((one) => doc.tokens.lower[one]!)
  if (aux.includes('can') && effect !== 'stand') return { ...told, modality: 'possible' }
  // "By its terms it must lapse on 3 May": it will.
  if (aux.includes('must') && effect === 'end') return { ...told, modality: 'planned' }
  if (grammar.isVerb(trigger)) return told
  if (aux.some((word) => /^(?:will|shall|would|'ll)$/.test(word))) return { ...told, modality: 'expected' }
  return aux.some((word) => /^(?:may|might|could)$/.test(word)) ? { ...told, modality: 'possible' } : told
}

/** Verbs by which an inquiry is under way. */
const OPENS: ReadonlySet<string> = new Set(['initiate', 'launch', 'open'])

/** Instruments that hold once they are signed; a bill or a resolution does not. */
const HOLDS: ReadonlySet<string> = new Set(
  'decree directive edict law legislation memorandum order ordinance proclamation regulation statute'.split(
    ' ',
  ),
)

/** "Signed an order to stop the sale": the verb that made the order hold, which tells how the deed in it stands. */
function signedIn({ doc, grammar }: Scene, trigger: number): number | undefined {
  const { dep, head, lemma } = doc.tokens
  const noun = head[trigger]!
  const isTo = grammar.isInfinitive(trigger)
  if (!isTo || noun < 0 || !/^(?:acl|advcl|xcomp)/.test(dep[trigger]!)) return undefined
  const order = HOLDS.has(lemma[noun]!)
    ? noun
    : grammar.objects(noun).find((one) => HOLDS.has(lemma[one]!) && one < trigger)
  const verb = order === undefined ? undefined : order === noun ? head[noun]! : noun
  if (verb === undefined || verb < 0 || !SIGNING.has(lemma[verb]!)) return undefined
  return grammar.objects(verb).includes(order!) ? verb : undefined
}

const BEGINS = /^(?:begin|commence|return|start|kick in|take effect|take force|(?:come|go) into|enter into)/

/** "Is placing a duty, effective 3 May", "falls to 5 % from 1 May": what is being done from a day on is planned for it. */
const scheduled = (
  told: ReturnType<Scene['epistemics']>,
  days: readonly ClaimDay[],
  isChange: boolean,
  isStart: boolean,
): ReturnType<Scene['epistemics']> =>
  ((told.modality === 'ongoing' || (isChange && told.modality === 'held')) &&
    days.some(({ role, relation }) => role === 'from' && relation !== 'since')) ||
  (isStart &&
    told.modality === 'held' &&
    days.some(({ role, relation }) => role === 'on' && relation !== undefined)) ||
  (told.modality === 'held' && days.some(isNext))
    ? { ...told, modality: 'planned' }
    : told

/** "Takes effect next Monday", "tomorrow". */
const isNext = ({ role, relative, anchor }: ClaimDay): boolean =>
  (role === 'on' || role === 'from') &&
  anchor !== 'previous' &&
  ((relative?.kind === 'weekday' && relative.said === true && relative.direction === 1) ||
    (relative?.kind === 'shift' && Number(relative.count) > 0))

/** "Reports that Chile may answer Peru's threats": that there is a threat stands. */
function standingThreat(
  { doc, grammar }: Scene,
  trigger: number,
  told: ReturnType<Scene['epistemics']>,
): ReturnType<Scene['epistemics']> {
  const isOwned = grammar.dependents(trigger, 'nmod:poss').length > 0
  return doc.tokens.lemma[trigger] === 'threat' &&
    !grammar.isVerb(trigger) &&
    isOwned &&
    told.polarity === 'affirmed'
    ? { polarity: 'affirmed', modality: 'held' }
    : told
}

/** What a verb or noun of planning says is to come, or is only thought of. */
const AHEAD: Readonly<Record<string, Modality>> = {
  plan: 'planned',
  seek: 'planned',
  consider: 'possible',
  mull: 'possible',
  weigh: 'possible',
}

const planned = (
  told: ReturnType<Scene['epistemics']>,
  row: Row | undefined,
): ReturnType<Scene['epistemics']> => {
  const ahead = AHEAD[row?.lemma ?? '']
  return ahead && isActual(told.modality) ? { ...told, modality: ahead } : told
}

/** "Threatened to impose", "its threat to impose", "offered to lift": no more than proposed. */
function isThreatened({ doc, grammar }: Scene, trigger: number): boolean {
  const { dep, head, lemma, tag } = doc.tokens
  let at = trigger
  while (dep[at] === 'conj' && head[at]! >= 0) at = head[at]!
  for (let steps = 0; steps < 3 && /^(?:xcomp|acl|advcl)$/.test(dep[at]!); steps++) {
    // "Threatened to leave after Peru issued a ban": a clause of its own.
    if (/^VB[DPZ]$/.test(tag[at]!)) return false
    at = head[at]!
    if (/^(?:threaten|propose|suggest|offer)$/.test(lemma[at]!)) return true
    if (/^(?:threat|proposal|offer)$/.test(lemma[at]!) && !grammar.isVerb(at)) return true
  }
  return false
}

/** What was not ended, eased or suspended is in force, what was not put off is to come; what was not set is not. */
const deniedStatus = (effect: MeasureEffect): MeasureStatus =>
  /^(?:end|suspend|lower|exempt|strike down|stand)$/.test(effect)
    ? 'in force'
    : effect === 'postpone'
      ? 'announced'
      : 'proposed'

/** What is planned is announced at most, what is only spoken of is proposed. */
function statusOf(told: MeasureStatus, modality: Modality): MeasureStatus {
  if (modality === 'possible' || modality === 'hypothetical') return 'proposed'
  const ahead = modality === 'planned' || modality === 'expected' || modality === 'conditional'
  return ahead && told !== 'proposed' ? 'announced' : told
}

const GIVEN: ReadonlySet<string> = new Set(['grant', 'issue', 'approve', 'authorize', 'authorise', 'pass'])

/**
 * Which way it goes. A quota or cap is room: less of it tightens; an exemption or waiver is relief; a licence granted
 * eases, a licence introduced tightens. Column `way` of `measure-nouns` says which are room and relief.
 */
function directionOf(
  type: MeasureType,
  way: string | undefined,
  row: Row | undefined,
  name: Phrase,
  goods: readonly Phrase[],
): 'tightens' | 'eases' | undefined {
  const told = row?.direction === 'tightens' || row?.direction === 'eases' ? row.direction : undefined
  if (type === 'quota' || way === 'room') {
    if (row?.lemma === 'tighten' || row?.effect === 'lower') return 'tightens'
    if (row?.effect === 'raise' || row?.effect === 'expand') return 'eases'
  }
  if (told && name.head === 'quota' && row?.effect === 'set') return ofQuota(row, name, goods)
  if (told && way === 'relief') return told === 'tightens' ? 'eases' : 'tightens'
  if (type !== 'licence') return told
  // "Proposed the licensing of sales": they are let through; "a licensing of exports was imposed" is told by who lays it.
  const isLetThrough =
    name.head === 'licensing' && row?.status === 'proposed' && /\blicensing of\b/i.test(name.text)
  return isLetThrough || GIVEN.has(row?.lemma ?? '') ? 'eases' : told
}

/** Verbs that lay a quota on somebody; to open one lets in what paid in full before. */
const LAYS: ReadonlySet<string> = new Set(['impose', 'introduce', 'enforce', 'institute', 'slap'])
const LETS_IN: ReadonlySet<string> = new Set(['open', 'give', 'grant', 'offer', 'admit', 'allow', 'create'])

/** "Opened a quota of 500 tonnes" is room; "imposed one on exports" is a bound; of others the words do not say. */
function ofQuota(
  { lemma = '' }: Row,
  { text }: Phrase,
  goods: readonly Phrase[],
): 'tightens' | 'eases' | undefined {
  if (LETS_IN.has(lemma) || /\b(?:duty-free|tariff(?:-rate)?) quota\b/i.test(text)) return 'eases'
  const isBound = [text, ...goods.map((one) => one.text)].some((words) =>
    /\b(?:catch|exports?|imports?)\b/i.test(words),
  )
  return LAYS.has(lemma) || isBound ? 'tightens' : undefined
}

/** "under Section 301", "by executive order": the law or order an act rests on. */
function authorityOf(scene: Scene, trigger: number): { authority?: Phrase } {
  for (const preposition of ['under', 'by', 'through', 'via', 'with'])
    for (const token of scene.grammar.obliques(trigger, preposition)) {
      const name = scene.fillers.nameAt(token)
      if (name?.type === 'law') return { authority: scene.fillers.phrase(token, 'short') }
    }
  return {}
}
