// In: reports that came or are read otherwise. Out: what is negotiated and which reports tell of it, decided again; the reports of which more or less is of it.
import type { Party } from '../../model/index.ts'
import type { Numbered } from '../../record/keyed.ts'
import { daysNamed, timeOfDays } from '../../record/matter-days.ts'
import { areStates, proposeNegotiation, statesAtHome } from '../../record/negotiation.ts'
import { MATTER_SAMPLE, type Matter, matterOf, type OfMatter, sharesIn } from '../../record/of-matter.ts'
import type { Scoped } from '../../record/scope.ts'
import type { About } from '../record-rows.ts'
import {
  addSums,
  firstNews,
  type GrownReport,
  grownReport,
  grownReports,
  keysKept,
  lastNews,
  matterFrom,
  matterText,
  sideSums,
} from './reports.ts'
import { growing, type Sql, setGrowing } from './tables.ts'
import { type Between, inferAnew } from './who.ts'

/** What entries are filed by. */
export interface Filing extends Between {
  readonly meant: Scoped
  /** Reports of which more or less is of the matter than before; undefined where any may be. */
  readonly reports: ReadonlySet<string> | undefined
  /** Words that tell of the matter now and did not, or the other way round; the reports of which sentences with them are. */
  readonly reworded: { readonly words: readonly string[]; readonly reports: readonly string[] }
  /** Reports in which persons stand for sides now and stood for seats before, or the other way round. */
  readonly turned: ReadonlySet<string>
  /** Who is a side of the negotiation now and was not, or the other way round. */
  readonly sides: readonly string[]
  /** Those who act for another than before, though no report tells it. */
  readonly acting: readonly string[]
}

/** Decides again what is negotiated and which reports tell of it, where some are read anew. */
export function fileAnew(
  sql: Sql,
  about: About,
  {
    changed,
    states,
    parties,
    gone,
  }: { changed: ReadonlySet<string>; states: boolean; parties: readonly Party[]; gone: readonly string[] },
): Filing {
  const { flipped, moved, reworded, found } = changeMatter(sql, changed)
  const sums = sideSums(sql)
  const between = areStates(sums)
  if (between !== states) setGrowing(sql, 'states', between ? '1' : '')
  const proposed = proposeNegotiation(sums, between, (id) =>
    gone.includes(id) ? undefined : partyCalled(sql, parties, id),
  )
  const negotiation = { ...proposed, ...daysIn(sql, found) }
  const { own } = sql('select count(*) as own from grown_reports where own = 1').get() as { own: number }
  const home = [...statesAtHome(sums, own)].sort()
  // In which order they stand changes nothing of what is filed where.
  const isOther = sidesOf(negotiation) !== sidesOf(about.negotiation)
  const now = { states: between, parties: negotiation.parties }
  const isActing = isOther || between !== states
  const acting = isActing && (between || states) ? inferAnew(sql, now) : []
  const isOtherHome = JSON.stringify(home) !== growing(sql, 'home')
  if (isOtherHome) setGrowing(sql, 'home', JSON.stringify(home))
  const matter = found && ofMatterIn(sql, found)
  return {
    meant: { negotiation, sides: [], matters: [], home: new Set(home), ...(matter ? { matter } : {}) },
    reports: isOther || isOtherHome ? undefined : flipped,
    reworded,
    ...now,
    turned: turnedBy(sql, moved, states, between),
    sides: otherIn(idsOf(about.negotiation), idsOf(negotiation)),
    acting,
  }
}

/** Of reports that are of the matter or are so no more: those in which other sides stand. */
function turnedBy(sql: Sql, moved: ReadonlySet<string>, before: boolean, now: boolean): ReadonlySet<string> {
  if (!before && !now) return new Set()
  if (before === now) return moved
  const own = sql('select report from grown_reports where own = 1').all() as { report: string }[]
  const isOwn = new Set(own.map(({ report }) => report))
  // Those that stood in the one and stand in the other.
  const left = [...moved].filter((report) => before && !isOwn.has(report))
  return new Set([...left, ...[...isOwn].filter((report) => now || !moved.has(report))])
}

const idsOf = ({ parties }: About['negotiation']): string[] => parties.map(({ id }) => id)

const sidesOf = ({ parties }: About['negotiation']): string =>
  parties
    .map(({ id, name }) => `${id}|${name}`)
    .sort()
    .join()

/**
 * Decides again which reports are of the matter, where some came or are read otherwise; gives those of which more or less
 * is by now, those that came among them, and those that are of it now and were not, or the other way round.
 */
function changeMatter(sql: Sql, changed: ReadonlySet<string>) {
  const text = growing(sql, 'matter') ?? ''
  const known = matterFrom(text)
  const drawn = drawnFor(sql, changed)
  const again = drawn && matterOf([...drawn.values()], keysKept(sql))
  const textNow = drawn ? matterText(again) : text
  const matter = textNow === text ? known : again
  const flipped = new Set<string>()
  const moved = new Set<string>()
  const shareOf = matter && sharesIn(matter)
  const share = (one: GrownReport) => {
    const { n, report, own, whole } = one
    const now = shareOf?.(drawn?.get(report) ?? one.keyed) ?? { own: true, whole: true }
    if (now.own !== own) {
      moved.add(report)
      addSums(sql, one.sums, now.own ? 1 : -1)
    }
    if (now.own !== own || now.whole !== whole) {
      flipped.add(report)
      sql('update grown_reports set own = ?, whole = ? where n = ?').run(
        now.own ? 1 : 0,
        now.whole ? 1 : 0,
        n,
      )
    }
    // What a report tells beside other things is of the matter by its words.
    if (words.length > 0 && now.own && !now.whole) sharing.push(report)
  }
  const words = otherIn(known?.words ?? [], matter?.words ?? [])
  const sharing: string[] = []
  if (matter === known) for (const report of changed) share(grownReport(sql, report)!)
  else {
    setGrowing(sql, 'matter', textNow)
    for (const one of grownReports(sql)) share(one)
  }
  return { flipped, moved, reworded: { words, reports: sharing }, found: matter }
}

/** The first and the last day on which a report appeared all of which is of the matter, at its time. */
function daysIn(sql: Sql, matter: Matter | undefined) {
  const { from, to } = timeOfDays(matter)
  const days = sql(
    'select min(day) as first, max(day) as last from grown_reports where whole = 1 and day between ? and ?',
  ).get(from, to) as { first: number | null; last: number | null }
  return daysNamed(days.first, days.last)
}

/** What is in one list alone. */
const otherIn = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((one) => !b.includes(one)),
  ...b.filter((one) => !a.includes(one)),
]

/** What is looked at of the reports by which the matter is found; undefined where none of these is one. */
function drawnFor(sql: Sql, changed: ReadonlySet<string>): ReadonlyMap<string, Numbered> | undefined {
  const last = lastNews(sql, MATTER_SAMPLE)
  if (last !== undefined && [...changed].every((report) => report > last)) return undefined
  const drawn = firstNews(sql, MATTER_SAMPLE)
  return new Map(drawn.map(({ report, keyed }) => [report, keyed]))
}

/** What is of a matter, by what is kept of each report. */
function ofMatterIn(sql: Sql, matter: Matter): OfMatter {
  const shares = new Map<string, Pick<GrownReport, 'own' | 'whole'>>()
  const shareOf = (id: string) => {
    const share = shares.get(id) ?? grownReport(sql, id)!
    shares.set(id, share)
    return share
  }
  return {
    reports: { has: (id) => shareOf(id).own },
    whole: { has: (id) => shareOf(id).whole },
    words: new Set(matter.words),
  }
}

export function partyCalled(sql: Sql, parties: readonly Party[], id: string): Party | undefined {
  const found = parties.find((party) => party.id === id)
  if (found) return found
  const row = sql(
    "select p.body, w.of from record_parts p join who w on w.id = p.id where p.part = 'parties' and p.id = ?",
  ).get(id) as { body: string; of: string | null } | undefined
  if (!row) return undefined
  const { of: _, ...party } = JSON.parse(row.body) as Party
  return { ...party, ...(row.of === null ? {} : { of: row.of }) }
}
