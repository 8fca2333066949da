// In: a record and the boards of its positions. Out: the acts a first page tells, the weightiest first.
import { type Entry, isActual } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { sortOfAct, weightOfAct } from '../../record/weights/act-weight.ts'
import { contentWords } from '../../record/words.ts'
import { dueItems } from '../agenda.ts'
import { byImportance } from '../lines/importance.ts'
import type { Kind } from '../lines/line.ts'
import { SHORTLIST } from '../lines/page-budget.ts'
import { inOtherWords, isToldBy, sentencesOf } from '../lines/told-already.ts'
import type { IssueBoard } from '../positions.ts'
import { isPast, isUnknown } from '../words/day-words.ts'

type Act = Kind<'act'>

/**
 * Acts beside those whose sentence stands as a round, measure, deadline, agreement or promise. What was done stands before what is
 * to come, which a position of its sentence tells too; what only may be stands on the page of all acts.
 */
export function otherActs(reader: RecordReader, boards: readonly IssueBoard[]): Act[] {
  const told = isToldBy(
    sentencesOf(reader.entries({ kinds: ['round', 'measure', 'deadline', 'agreement', 'commitment'] })),
  )
  const acts = byImportance(reader.ofKind('act'), reader).filter(
    (entry) => !told(entry) || (isHappening(entry) && isActual(entry.modality)),
  )
  const stood = isToldBy(sentencesOf(boards.flatMap((board) => board.positions)))
  const disputed = new Set(reader.firstDisputes(SHORTLIST).first.flatMap(({ entries }) => entries))
  // "Refused arbitration", "denied a report": only said, and told as a stand or a dispute above.
  const isAbove = (entry: Act) =>
    sortOfAct(entry.body.type) === 'said' && (stood(entry) || disputed.has(entry.id))
  const done = acts.filter((entry) => isActual(entry.modality) && !isAbove(entry))
  const due = new Set(dueItems(reader).map(({ entry }) => entry.id))
  // What was only planned for a day that is over was done or was not: its line would say neither.
  const ahead = acts.filter(
    (entry) =>
      AHEAD.has(entry.modality) && !stood(entry) && !due.has(entry.id) && !isPast(entry.body.on, reader.on),
  )
  return [...done, ...ahead]
}

/** Share of common words from which two tellings are of one act. */
const ECHO = 0.8

/** Acts that say who did what, those that matter most first; of those told in like words, or by one sentence, the first. */
export const tellingActs = (acts: readonly Act[], reader: RecordReader): Act[] =>
  inOtherWords(
    eachOnce(
      acts
        .filter((act) => tellsMuch(act) && !isOldPlan(act, reader))
        .map((act) => ({ act, weight: weightOfAct(act) }))
        .sort((a, b) => b.weight - a.weight)
        .map(({ act }) => act),
    ),
    ({ body, evidence }) => (body.actor.length > 0 && body.words) || (evidence[0]?.quote ?? ''),
    ECHO,
  )

/** Acts without those all of whose words stand in the sentence of one before. */
function eachOnce(acts: readonly Act[]): Act[] {
  const told: ReadonlySet<string>[] = []
  return acts.filter(({ body, evidence }) => {
    const words = contentWords(body.words ?? '')
    const isTold = words.length > 2 && told.some((sentence) => words.every((word) => sentence.has(word)))
    told.push(new Set(contentWords(evidence[0]?.quote ?? '')))
    return !isTold
  })
}

/** A plan whose day is over came about, or not, in other words. */
const isOldPlan = ({ modality, body }: Act, { on }: RecordReader): boolean =>
  AHEAD.has(modality) && isPast(body.on, on)

/** An act by somebody of a kind that coders of events know; any other verb only where it has its day or two origins. */
const tellsMuch = (act: Act): boolean =>
  !isSayingNothing(act) &&
  (!act.body.type.startsWith('event:') ||
    (act.body.actor.length > 0 && (act.origins.sure > 1 || !isUnknown(act.body.on))))

/** Whether an act says who did what, and nothing that only stands or was planned. */
export const isDeed = (act: Act): boolean => !isSayingNothing(act)

/** "Was abandoned", "turned that down", "meet Laos": not who, or not what, or nothing that happened. */
const isSayingNothing = ({ body, evidence }: Act): boolean => {
  const { actor, recipient, object = '', words } = body
  if (recipient.length > 0 || wordsOfDeed(object) > 0) return isStanding(body, evidence)
  return actor.length === 0 || (words !== undefined && wordsOfDeed(words) < 2) || isStanding(body, evidence)
}

/** Words of a deed without those that only point back and the small ones of its verb. */
const wordsOfDeed = (words: string): number =>
  words.split(' ').filter((word) => word !== '' && !POINTING.test(word.replace(/\W+$/, ''))).length

const POINTING =
  /^(?:that|this|it|them|these|those|so|him|her|down|up|out|off|over|was|were|been|be|is|are|had|has|have|would|will|did|not)$/i

/** "The borders meet Laos", "it calls the village another name": the present tells no deed, but in a headline. */
const isStanding = ({ type, words = '' }: Act['body'], evidence: Act['evidence']): boolean => {
  const [first = ''] = words.split(' ')
  const verb = type.split(': ').at(-1) ?? ''
  const isPresent = first === verb ? !SAME_IN_THE_PAST.test(verb) : SAYS_NOW.test(first)
  return isPresent && evidence.every(({ spans }) => (spans[0]?.start ?? 0) > HEADLINE)
}

const SAME_IN_THE_PAST = /^(?:put|set|cut|hit|let|quit|shut|spread|split|cast|bid|cost)$/
/** A verb in the present of the third person. */
const SAYS_NOW = /^(?!was|has|does|is)[a-z]+[^s]s$/
/** Characters from its start in which a report has its headline. */
const HEADLINE = 200

/** A strike or an attack is told beside the deal of its sentence: it is another thing that happened. */
const isHappening = ({ evidence }: Entry): boolean =>
  evidence.every(({ foundBy }) => foundBy.startsWith('act/happening@'))

const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected'])
