// In: a scene, a measure and what is done to it. Out: its days: told, in force since, until.
import type { ClaimDay, Ref } from '../../model/index.ts'
import { claimDay, coming, nearest, outerHead, roleOf, timesOf } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { type Doing, isStep } from './doing.ts'

/** Deeds of telling: their day is that of the telling, not of the measure. */
const TELLS: ReadonlySet<string> = new Set(
  'announce unveil propose announcement approve pass decree mandate authorize authorise'.split(' '),
)

/** The days of the deed, and the one since when the measure is to apply ("tariffs on fish, starting 3 May"). */
export function daysOf(
  scene: Scene,
  noun: number,
  doing: Doing | undefined,
  hit: readonly number[],
  by: readonly Ref[],
): ClaimDay[] {
  // "Opened a review of its duty in May": the review's day.
  if (doing?.row.lemma === 'review') return []
  const ahead = doing !== undefined && AHEAD.test((doing.mood ?? scene.epistemics(doing.token)).modality)
  const dated = datedBack(scene, doing)
  const begins = dated ?? beginsUnder(scene, doing) ?? startAfter(scene, noun) ?? startBefore(scene, noun)
  const start =
    begins && !dated && (ahead || doing?.row.status === 'announced' || doing?.row.status === 'proposed')
      ? coming(begins)
      : begins
  // "Will end the levy, in force since 3 May", "cut the duty they have paid since May": that is when it began.
  const ends = doing !== undefined && (ENDS.test(doing.row.effect ?? '') || isStep(doing))
  const days = scene
    .days([...(doing?.tokens ?? []), ...prolonging(scene, doing), noun, ...hit])
    .concat(heldSince(scene, noun), heldBehind(scene, doing), doneWith(scene, doing))
    .filter((day) => !isOfMatter(scene, noun, doing, day) && !isOfRespite(scene, day))
    .filter((day) => !isBehindSemicolon(scene, doing, day))
    .filter(({ start }, at, all) => all.findIndex((day) => day.start === start) === at)
    .filter((day) => day.start !== start?.start && !(ends && day.relation === 'since'))
    // "The duty set last year would be lifted": a day that is past is not that of what lies ahead.
    .filter((day) => !ahead || day.relation === 'for' || day.relative?.direction !== -1)
    .map((day) => (ahead && day.role !== 'announced' ? ofPlan(coming(day)) : day))
    .map((day) =>
      day.role === 'on' && doing && TELLS.has(doing.row.lemma ?? '')
        ? // "Announced for 20 January" is from then on.
          day.relation === 'for'
          ? { ...nearest(day), role: 'from' as const }
          : { ...day, role: 'announced' as const }
        : day,
    )
    // "The pause in the levy lapses on 1 May": from then on it is charged.
    .map((day) =>
      doing?.row.effect === 'resume' && doing.row.lemma === 'take effect' && day.role === 'to'
        ? { ...day, role: 'from' as const }
        : day,
    )
    // An extension ends ahead; one whose own day is told may be over.
    .map((day, _, all) => {
      const isPutOff = doing?.row.effect === 'postpone'
      if (isExtendedTo(scene, doing, day))
        return { ...(all.length > 1 ? nearest(day) : ending(day)), role: isPutOff ? 'from' : 'to' } as const
      return isPutOff && day.role === 'on' ? { ...day, role: 'announced' as const } : day
    })
  const told = days.some(({ role }) => role === 'announced') ? undefined : toldOn(scene, doing, by)
  return [...(start ? [...days.filter(({ role }) => role !== 'from'), start] : days), ...(told ? [told] : [])]
}

/** "Approved on 3 May to kick in on 1 June": the day of an infinitive of beginning under the deed. */
function beginsUnder(scene: Scene, doing: Doing | undefined): ClaimDay | undefined {
  const { doc, grammar } = scene
  const { lemma, lower } = doc.tokens
  if (!doing || !grammar.isVerb(doing.token)) return undefined
  for (const at of grammar.dependents(doing.token, 'advcl', 'xcomp')) {
    const words = [lemma[at], lower[at + 1], lower[at + 2]].join(' ')
    if (!grammar.isInfinitive(at) || !BEGINS.test(words)) continue
    const day = scene.days([at]).find(({ role }) => role === 'on' || role === 'from')
    if (day) return { ...coming(day), role: 'from' }
  }
  return undefined
}

/** "Cut to 15 %, retroactive to 1 August", "backdated to May": since when it is said to hold, which may be past. */
function datedBack({ doc }: Scene, doing: Doing | undefined): ClaimDay | undefined {
  const { lower, sent, tag } = doc.tokens
  if (!doing) return undefined
  for (let at = doing.token + 1; at < doing.token + REACH && sent[at] === sent[doing.token]; at++) {
    if (/^(?:VB[DPZ]|MD)$/.test(tag[at]!)) return undefined
    if (!/^(?:backdated|retroactive|retroactively|retrospective|retrospectively)$/.test(lower[at]!)) continue
    const day = nearby(doc.times, at, 6).find((time) => time.first > at && time.type === 'DATE')
    return day && /^(?:to|from|of)$/.test(lower[at + 1] ?? '') && sent[day.first] === sent[at]
      ? claimDay(doc, day, 'from')
      : undefined
  }
  return undefined
}

const BEGINS = /^(?:take (?:effect|force)|(?:come|go|enter) into|kick in|begin|start|apply)\b/

const HOLDS = /^(?:be in|take effect|take force|(?:come|go) into|enter into|kick in)/

/** "The duty in force since May", "takes effect on 3 May": the day right behind, wherever it hangs. */
function heldBehind({ doc }: Scene, doing: Doing | undefined): ClaimDay[] {
  if (!doing || !HOLDS.test(doing.row.lemma ?? '')) return []
  const day = nearby(doc.times, doing.token, 4).find(({ first }) => first > doing.token)
  if (!day || doc.tokens.sent[day.first] !== doc.tokens.sent[doing.token]) return []
  return [claimDay(doc, day, roleOf(day))]
}

/** "Will extend the suspension of its duties until May": the verb over the noun, with whose day it ends. */
function prolonging({ doc, grammar, rows }: Scene, doing: Doing | undefined): number[] {
  if (!doing || grammar.isVerb(doing.token) || doc.tokens.dep[doing.token] !== 'obj') return []
  const verb = doc.tokens.head[doing.token]!
  return rows('measure-verbs').get(doc.tokens.lemma[verb]!)?.effect === 'extend' ? [verb] : []
}

/** "Signed a pact on Monday, suspending the duty": the day of the deed by which it is done. */
function doneWith({ doc, days }: Scene, doing: Doing | undefined): ClaimDay[] {
  const { dep, head, tag, lower } = doc.tokens
  const verb = doing ? head[doing.token]! : -1
  const isBy =
    doing && tag[doing.token] === 'VBG' && dep[doing.token] === 'advcl' && lower[doing.token - 1] === ','
  return isBy && verb >= 0 && /^VB[DN]$/.test(tag[verb]!)
    ? days([verb]).filter(({ role }) => role === 'on')
    : []
}

/** "An inquiry into its dealings since May was ordered": since when it is what is looked into. */
const isOfMatter = ({ doc, rows }: Scene, noun: number, doing: Doing | undefined, day: ClaimDay): boolean =>
  day.relation === 'since' &&
  rows('measure-nouns').get(doc.tokens.lemma[noun]!)?.type === 'probe' &&
  doing !== undefined &&
  day.start !== undefined &&
  doc.tokens.start[noun]! < day.start &&
  (doing.token < noun || day.start < doc.tokens.start[doing.token]!)

/** "Was prolonged to 3 May; that on cod runs to 3 June": the second day is told of another. */
const isBehindSemicolon = ({ doc }: Scene, doing: Doing | undefined, { start }: ClaimDay): boolean =>
  doing !== undefined && doc.text.slice(doc.tokens.end[doing.token]!, Math.max(start, 0)).includes(';')

/** "With a grace period until 3 May": how long that lasts, not the measure. */
function isOfRespite({ doc }: Scene, { role, start }: ClaimDay): boolean {
  const time = role === 'to' ? doc.times.find((one) => one.start === start) : undefined
  const over = time ? doc.tokens.head[outerHead(doc, time)]! : -1
  return (
    over >= 0 && /^(?:delay|exemption|period|phase|reprieve|transition|window)$/.test(doc.tokens.lemma[over]!)
  )
}

/** "The licences that Peru has required since May cover …": since when, told in a clause on the measure. */
const heldSince = (scene: Scene, noun: number): ClaimDay[] =>
  scene.days(scene.grammar.relativeVerbs(noun)).filter(({ relation }) => relation === 'since')

/** "Extended the exemptions to 30 June", "put the duty off to June": they hold until then, or from then on. */
const isExtendedTo = ({ doc }: Scene, doing: Doing | undefined, day: ClaimDay): boolean =>
  /^(?:extend|expand|postpone)$/.test(doing?.row.effect ?? '') &&
  doc.times.some(
    ({ first, start }) =>
      start === day.start && /^(?:to|until|till|through)$/.test(doc.tokens.lower[first - 1] ?? ''),
  )

const ENDS = /^(?:end|suspend|strike down)$/
const AHEAD = /^(?:planned|expected|conditional)$/

/** "Extended to 30 June": the next one. */
const ending = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'month' && !day.relative.said
    ? { ...day, relative: { ...day.relative, direction: 1 } }
    : day

/** "Threatened last month to close": of what lies ahead, a day that is past is that of the telling. */
export const ofPlan = (day: ClaimDay): ClaimDay =>
  day.role === 'on' && day.relative?.kind === 'shift' && Number(day.relative.count) < 0
    ? { ...day, role: 'announced' }
    : day

/** "Norway said on Monday it would impose duties": who says that he will do it announces it that day. */
function toldOn(scene: Scene, doing: Doing | undefined, by: readonly Ref[]): ClaimDay | undefined {
  const { doc, grammar, fillers } = scene
  if (!doing || !/^(?:planned|expected|conditional|ongoing)$/.test(scene.epistemics(doing.token).modality))
    return undefined
  const [told] = scene.attributions(doing.token)
  const [cue] = told?.cue ?? []
  if (!told || !cue || told.nonSpeech) return undefined
  const sides = new Set(by.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))
  // "The ministry announced that the duty would be widened": whose it is, only that says.
  const isItsOwn =
    by.length === 0 && TELLS.has(told.cueLemma) && told.speakers.some((id) => id.startsWith('org:'))
  const own =
    isItsOwn ||
    told.speakers.some((id) => sides.has(id) || sides.has(fillers.sideOf({ id, name: id })?.id ?? id))
  if (!own) return undefined
  const verb = tokenAt(scene, cue.start)
  const day = timesOf(doc, grammar, [verb]).find(
    (time) =>
      (time.type === 'DATE' || (time.type === 'TIME' && time.relative?.kind !== 'clock')) &&
      (time.relation === undefined || time.relation === 'on') &&
      !told.content.some(({ start, end }) => start <= time.start && time.end <= end),
  )
  return day ? claimDay(doc, day, 'announced') : undefined
}

/** Tokens after a measure within which its start is looked for. */
const REACH = 24
const STARTS: ReadonlySet<string> = new Set(['starting', 'beginning', 'effective', 'commencing'])
/** "To be collected from 7 August": participles of applying, whose day is the measure's first. */
const APPLIED: ReadonlySet<string> = new Set(
  'applied charged collected enforced imposed implemented levied'.split(' '),
)

/** "Effective 3 May, Norway will charge a duty": the day that opens the sentence. */
function startBefore({ doc }: Scene, noun: number): ClaimDay | undefined {
  const { lower, sent } = doc.tokens
  const { first } = doc.sents[sent[noun]!]!
  for (let at = first; at < first + OPENS && at < noun; at++)
    if (lower[at] === 'effective') {
      const day = nearby(doc.times, at, 4).find((time) => time.first > at && time.type === 'DATE')
      return day && sent[day.first] === sent[noun] ? claimDay(doc, day, 'from') : undefined
    }
  return undefined
}

/** Tokens at the head of a sentence within which its start is told. */
const OPENS = 4

/** On the surface: "starting" and the like with a day, after the measure and before another verb. */
function startAfter(scene: Scene, noun: number): ClaimDay | undefined {
  const { doc, grammar } = scene
  const { tokens } = doc
  const nouns = scene.rows('measure-nouns')
  const last = Math.min(doc.sents[tokens.sent[noun]!]!.last, noun + REACH)
  for (let at = noun + 1; at < last; at++) {
    const isApplied = APPLIED.has(tokens.lower[at]!) && tokens.lower[at - 1] === 'be'
    if (STARTS.has(tokens.lower[at]!) || isApplied) {
      const day = nearby(doc.times, at, isApplied ? 10 : 3).find(
        (time) => time.first > at && time.type === 'DATE' && tokens.sent[time.first] === tokens.sent[at],
      )
      return day ? claimDay(doc, day, 'from') : undefined
    }
    if (nouns.has(tokens.lemma[at]!) || /^(?:VB[DZP]|MD|WDT|WP)$/.test(tokens.tag[at]!)) return undefined
    if (grammar.isVerb(at) && tokens.tag[at] === 'VB' && tokens.lower[at] !== 'be') return undefined
  }
  return undefined
}
