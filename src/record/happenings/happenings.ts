// In: entries and reports. Out: what happened on which day, each once, in whatever words it is told, the weightiest first.

import {
  addDays,
  type Day,
  type Days,
  daysBetween,
  type Entry,
  isActual,
  type PlacedReport,
} from '../../model/index.ts'
import { type ActSort, sortOfAct } from '../weights/act-weight.ts'
import { type Point, pointsOf, type Sort } from './points.ts'
import { type Sentence, type Sentences, sentencesOf, sharedWords } from './sentences.ts'

/** A point of an entry with all that tells it. */
export interface Happening extends Point {
  readonly day: Day
  /** Sentences that tell it: its own, the most central first, then those of other entries that give the day in like words. */
  readonly told: readonly Sentence[]
  /** Entries that tell the same in another kind or other words, with why they are taken for the same. */
  readonly also: readonly { readonly entry: string; readonly because: string }[]
  /** How many independent origins tell it, each counted by how surely and centrally its best sentence does. */
  readonly weight: number
}

/**
 * How much a telling of a sort counts: what was done, held or set before what was said of it, an agreement whole; found on
 * the work stories and on three of Timeline17 (where single values may vary by a fifth without a difference).
 */
const WEIGHT: Readonly<Record<Exclude<Sort, 'act'>, number>> = {
  agreement: 1,
  measure: 0.65,
  deadline: 0.65,
  position: 0.65,
  move: 0.54,
  statement: 0.5,
  commitment: 0.5,
  meeting: 0.5,
}
const ACT_WEIGHT: Readonly<Record<ActSort, number>> = { decided: 1, done: 0.62, said: 0.4, unlisted: 0.4 }

const sureness = ({ sort, what }: Point): number =>
  sort === 'act' ? ACT_WEIGHT[sortOfAct(what)] : WEIGHT[sort]

/** What is left of a telling where no report gives the day, where it gives only the week, where it lies ahead. */
const DAY_NOT_TOLD = 0.2
const WEEK_ONLY = 0.45
const AHEAD = 0.3
/** A further happening of one day counts for this share of the one before, so that one busy day does not fill the page. */
const FURTHER = 0.78

/** Likeness from which a sentence that gives the day tells the same. */
const TELLS = 0.37
/** Likeness from which two points of one sort are one; from which words about a deed of that day are of the deed. */
const SAME = 0.35
const OF_DEED = 0.5
/** Sentences of a happening that others are compared with. */
const ASKED = 3
const MOST_ASKED = 12
/** Happenings that a further one is compared with. */
const MOST_HOMES = 64

const middle = ({ earliest, latest }: Days): Day =>
  addDays(earliest!, Math.floor(daysBetween(earliest!, latest!) / 2))

const isNear = ({ earliest, latest }: Days, day: Day): boolean =>
  earliest !== undefined && latest !== undefined && addDays(earliest, -1) <= day && day <= addDays(latest, 1)

interface Told {
  readonly entries: readonly Entry[]
  readonly reports: readonly PlacedReport[]
  /** The sentences of these entries, where they are known already. */
  readonly sentences?: Sentences
}

/** A deadline is there once it is set, however far off its day. */
const isDone = ({ modality, sort }: Point) => isActual(modality) || sort === 'deadline'

/**
 * What happened, each once, the weightiest first. A happening is a dated point of an entry with every sentence that gives
 * its day in like words, of whatever kind its claims are. Weight is the sum, over independent origins, of the best
 * sentence of each: how reliable its sort is × whether it gives the very day × how central it is to its report.
 * Denied entries and those outside the negotiation are left out. Order of entries and reports does not matter.
 */
export function happeningsOf({
  entries,
  reports,
  sentences = sentencesOf(entries, reports),
}: Told): Happening[] {
  const known = new Map(reports.map((report) => [report.id, report.published as Days]))
  const weighed = entries
    .filter(({ polarity, aside }) => polarity === 'affirmed' && !aside)
    .flatMap((entry) => pointsOf(entry, known))
    .map((point) => weigh(point, sentences))
    .filter(({ told }) => told.length > 0)
    .sort(byWeight)
  return inTurn(eachOnce(weighed, sentences))
}

const byWeight = (a: Happening, b: Happening) =>
  b.weight - a.weight ||
  b.evidence.length - a.evidence.length ||
  (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0)

function weigh(point: Point, sentences: Sentences): Happening {
  const day = middle(point.days)
  const own = ownSentences(point, day, sentences)
  const reports = new Set(own.map(({ report }) => report))
  const isExact = point.days.earliest === point.days.latest
  const sure = sureness(point) * (isDone(point) ? 1 : AHEAD)
  const ofDay = (point.isTold ? 1 : DAY_NOT_TOLD) * (isExact ? 1 : WEEK_ONLY)
  const best = new Map<string, number>()
  const count = ({ origin, centrality }: Sentence, share: number) =>
    best.set(origin, Math.max(best.get(origin) ?? 0, centrality * sure * share))
  for (const one of own) count(one, ofDay)
  const asked = own.slice(0, ASKED)
  const told = [...own]
  for (const one of sentences.likely(day, asked)) {
    if (reports.has(one.report)) continue
    if (!asked.some((mine) => sentences.likeness(mine, one) >= TELLS)) continue
    reports.add(one.report)
    told.push(one)
    count(one, 1)
  }
  const weight = [...best.values()].reduce((sum, one) => sum + one, 0)
  return { ...point, day, told, also: [], weight }
}

/** The sentences that tell a point, those first that give its day, the most central before others. */
function ownSentences(point: Point, day: Day, sentences: Sentences): Sentence[] {
  const ids = new Set(point.evidence)
  const own = point.entry.evidence.filter(({ id }) => ids.has(id))
  const onDay = own.filter(({ days }) => days.some((one) => isNear(one, day)))
  const found = (onDay.length > 0 ? onDay : own).flatMap(({ id }) => sentences.of(id) ?? [])
  return [...new Set(found)].sort((a, b) => b.centrality - a.centrality)
}

/** The weightiest stands for all that tell the same of its day, and gains their entries and reports, not their weight. */
function eachOnce(weighed: readonly Happening[], sentences: Sentences): Happening[] {
  const chosen: Merging[] = []
  const byWord = new Map<string, Merging[]>()
  const likely = ({ day, told }: Happening): Merging[] => {
    const found = new Set<Merging>()
    const days = [-1, 0, 1].map((shift) => addDays(day, shift))
    for (const word of sentences.leading(told[0]!))
      for (const near of days)
        for (const other of byWord.get(`${near}|${word}`) ?? []) {
          if (found.size >= MOST_HOMES) return [...found]
          found.add(other)
        }
    return [...found]
  }
  for (const one of weighed) {
    const home = likely(one).find((other) => isSame(other, one, sentences))
    if (home) join(home, one)
    else {
      const first: Merging = { ...one, told: [...one.told], also: [] }
      chosen.push(first)
      for (const word of new Set(first.told.slice(0, MOST_ASKED).flatMap(({ words }) => words))) {
        const list = byWord.get(`${one.day}|${word}`)
        if (list) list.push(first)
        else byWord.set(`${one.day}|${word}`, [first])
      }
    }
  }
  return chosen
}

type Merging = Omit<Happening, 'told' | 'also'> & {
  told: Sentence[]
  also: { entry: string; because: string }[]
}

const isDecided = ({ sort, what }: Point): boolean =>
  sort === 'agreement' || (sort === 'act' && sortOfAct(what) === 'decided')

/** What is told with it; where a statement and the vote or accord it is about are one, it is that, however much weighs what was said. */
function join(home: Merging, one: Happening): void {
  if (home.sort === 'statement' && isDecided(one) && isActual(one.modality)) {
    const { entry } = home
    const { told: _told, also: _also, weight: _weight, ...deed } = one
    Object.assign(home, deed)
    home.told = [...new Set([...one.told, ...home.told])]
    home.also.push({ entry: entry.id, because: 'same day, words about it' })
    return
  }
  const known = new Set(home.told)
  home.told.push(...one.told.filter((each) => !known.has(each)))
  if (one.entry.id === home.entry.id || home.also.some(({ entry }) => entry === one.entry.id)) return
  const shared = sharedWords(home.told[0]!, one.told[0]!).join(', ')
  home.also.push({
    entry: one.entry.id,
    because: `${one.day === home.day ? 'same day' : 'days beside each other'}, like words${shared === '' ? '' : `: ${shared}`}`,
  })
}

const WORDS: ReadonlySet<Sort> = new Set(['statement', 'position', 'commitment'])
const isLoose = ({ sort }: Point) => WORDS.has(sort) || sort === 'act'

/** What may be one: words with words, an act with the thread that others make of such acts. */
function groupOf({ sort, what }: Point): string {
  if (WORDS.has(sort)) return 'words'
  if (sort !== 'act') return sort
  return /^agree$|^support: (?:agree|ratify|sign)/.test(what)
    ? 'agreement'
    : /^consult/.test(what)
      ? 'meeting'
      : 'act'
}

/** How alike the words of two must be to be one; undefined where two deeds of different sorts stay two. */
function likenessAsked(a: Point & { day: Day }, b: Point & { day: Day }): number | undefined {
  // Steps of one entry on days of their own were told apart when it was put together.
  if (a.entry.id === b.entry.id && a.day !== b.day) return undefined
  if (areTwoDecided(a, b)) return undefined
  const isOne = groupOf(a) === groupOf(b)
  if (isOne && a.sort === b.sort && !isLoose(a) && a.what === b.what && isOneDay(a, b) && sameParties(a, b))
    return SAME / 2
  if (isOne) return SAME
  return isLoose(b) && a.day === b.day ? OF_DEED : undefined
}

/** "Signed it into law, a day after the House passed it": a law signed is no vote, however alike they are told. */
const areTwoDecided = (a: Point, b: Point): boolean =>
  [a, b].every(({ sort, what }) => sort === 'act' && sortOfAct(what) === 'decided') &&
  a.what.split(':')[0] !== b.what.split(':')[0]

const isOneDay = (a: Point, b: Point): boolean =>
  a.days.earliest === b.days.earliest && a.days.latest === b.days.latest && a.isTold && b.isTold

const sameParties = (a: Point, b: Point): boolean =>
  a.parties.length > 1 &&
  b.parties.length === a.parties.length &&
  a.parties.every((id) => b.parties.includes(id))

function isSame(a: Merging, b: Happening, sentences: Sentences): boolean {
  const share = likenessAsked(a, b)
  if (share === undefined) return false
  const own = a.told.slice(0, MOST_ASKED)
  return b.told.slice(0, ASKED).every((one) => own.some((other) => sentences.likeness(other, one) >= share))
}

function inTurn(list: readonly Happening[]): Happening[] {
  const counts = new Map<string, number>()
  return list
    .map((one, place) => {
      const before = counts.get(one.day) ?? 0
      counts.set(one.day, before + 1)
      return { one, place, rank: one.weight * FURTHER ** before }
    })
    .sort((a, b) => b.rank - a.rank || a.place - b.place)
    .map(({ one }) => one)
}
