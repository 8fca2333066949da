// In: an act. Out: how much it matters beside other acts: what was decided, done, only said, or told by a verb no list names.
import { type Days, daysBetween, type EntryOf } from '../../model/index.ts'
import { isHeadline, substanceOf } from './substance.ts'

export type ActSort = 'decided' | 'done' | 'said' | 'unlisted'

/** What binds those who act: votes, laws, vetoes and rulings, shutdowns and strikes, who goes and who comes. */
const DECIDED =
  /^(?:vote|shutdown|strike|ceasefire|rule|sign: law|reject: veto|propose: bill|dismiss|appoint|yield: resign)\b/
/** PLOVER's roots of verbal acts. */
const SAID = /^(?:accuse|request|reject|threaten|support|announce|agree)\b/

export function sortOfAct(type: string): ActSort {
  if (DECIDED.test(type)) return 'decided'
  return SAID.test(type) ? 'said' : type.startsWith('event:') ? 'unlisted' : 'done'
}

const WEIGHT: Readonly<Record<ActSort, number>> = { decided: 2, done: 1, said: 0.5, unlisted: 0.8 }
/**
 * What is left of one without its day (a month is none), of one that nobody is told to have done, of one retold long after
 * its day, of one that is ahead or did not happen, of one that only a headline tells.
 */
const NO_DAY = 0.6
const NOBODY = 0.7
const RETOLD = 0.3
const NOT_DONE = 0.5
const IN_A_HEADLINE = 0.5
/** Days of what still has a day, and days after which what is told is no news. */
const A_WEEK = 7
const NEWS_DAYS = 31
const HAPPENED: ReadonlySet<string> = new Set(['held', 'ongoing'])
/** A factor: 1 for a deed of somebody on a day, told without number, day or condition. */
export function weightOfAct({ body, evidence, known, modality, polarity }: EntryOf<'act'>): number {
  const { words = '', object = '' } = body
  return (
    WEIGHT[sortOfAct(body.type)] *
    ofDay(body.on, known) *
    (body.actor.length === 0 && (sortOfAct(body.type) !== 'decided' || !body.on) ? NOBODY : 1) *
    (HAPPENED.has(modality) && polarity === 'affirmed' ? 1 : NOT_DONE) *
    substanceOf(`${words} ${object}`) *
    (evidence.every(isHeadline) ? IN_A_HEADLINE : 1)
  )
}

function ofDay({ earliest, latest }: Days = {}, known: Days): number {
  if (earliest === undefined || latest === undefined) return NO_DAY
  if (known.earliest !== undefined && daysBetween(latest, known.earliest) > NEWS_DAYS) return RETOLD
  return daysBetween(earliest, latest) > A_WEEK ? NO_DAY : 1
}
