// In: what further reports name. Out: who is one with whom, parties and sides, decided again where they touch; the reports read otherwise by it.
import type { Party, Reading, Ref } from '../../model/index.ts'
import {
  aliasesOfWord,
  isDecidedBy,
  isHead,
  isPartyType,
  type NameFact,
  type Names,
  partyFrom,
  placeIn,
  reportAt,
  type Seat,
  seatFor,
  sideAtTop,
  sideFirstTold,
  sideName,
  sideToldOf,
  titlesIn,
  topOf,
  wordsOfName,
} from '../../record/names/names.ts'
import { aimsIn, inferredSide } from '../../record/names/people.ts'
import { keyed, putKey, putSeatKeys, seatIn, seatsAnew } from './seats.ts'
import { LINK, linked, NotGrown, type Sql } from './tables.ts'

/** Who takes part in what is negotiated: decides how sides are found. */
export interface Between {
  /** Whether states negotiate; else the sides of persons are bodies, by their titles. */
  readonly states: boolean
  readonly parties: readonly Ref[]
}

/** Who is who over all reports of a dossier. */
export interface Who {
  /** The id kept for an id. */
  kept(id: string): string
  /** What stands in claims for a kept id where states negotiate, and where none do. */
  side(id: string): Seat | undefined
  seat(id: string): Seat | undefined
  /** Whose side a kept id is told to be on; itself where none is told. */
  toldSide(id: string): string
  /** Whose side it is on, told or found. */
  sideOf(id: string): string
}

/** Puts what a report names, as it was read, into the tables. */
export function putMentions(sql: Sql, { report, mentions, claims }: Reading): void {
  for (const [at, { id, type, name, title, of, count }] of mentions.entries()) {
    sql('insert into mentions (id, report, at, type, title) values (?, ?, ?, ?, ?)').run(
      id,
      report.id,
      at,
      type,
      title || null,
    )
    const place = placeIn(report.id, at)
    sql(
      `insert into name_facts (id, type, name, title, of, mentions, times, first, last) values (?, ?, ?, ?, ?, 1, ?, ?, ?)
       on conflict do update set mentions = mentions + 1, times = times + excluded.times,
         first = min(first, excluded.first), last = max(last, excluded.last)`,
    ).run(id, type, name, title ?? '', of ?? '', count, place, place)
    for (const word of wordsOfName({ type, id, name })) putKey(sql, `w ${word}`, id)
  }
  for (const [by, at] of aimsIn({ claims }))
    sql('insert or ignore into aims (by, at) values (?, ?)').run(by, at)
}

interface WhoRow {
  readonly kept: string
  readonly party: number
  readonly of: string | null
  readonly side: string | null
  readonly side_name: string | null
  readonly inferred: number
  readonly member: number
  readonly seat: string | null
  readonly seat_name: string | null
  readonly sits: number
}

const rowOf = (sql: Sql, id: string): WhoRow | undefined =>
  sql(
    'select kept, party, of, side, side_name, inferred, member, seat, seat_name, sits from who where id = ?',
  ).get(id) as unknown as WhoRow | undefined

export const putWho = (sql: Sql, id: string, kept: string): void =>
  void sql(
    'insert into who (id, kept, party, inferred, member, sits) values (?, ?, 0, 0, 0, 0) on conflict do update set kept = excluded.kept',
  ).run(id, kept)

/** Whom somebody stands for, and whether no report tells it. */
interface Whose {
  readonly side: Seat | undefined
  readonly inferred: boolean
  readonly seat: Seat | undefined
}

export const putSides = (
  sql: Sql,
  id: string,
  party: Party | undefined,
  { side, inferred, seat }: Whose,
): void =>
  void sql(
    'update who set party = ?, of = ?, side = ?, side_name = ?, inferred = ?, member = ?, seat = ?, seat_name = ?, sits = ? where id = ?',
  ).run(
    party ? 1 : 0,
    party?.of ?? null,
    side?.id ?? null,
    side?.name ?? null,
    inferred ? 1 : 0,
    side?.member ? 1 : 0,
    seat?.id ?? null,
    seat?.name ?? null,
    seat?.member ? 1 : 0,
    id,
  )

/** Who is who by the tables as they stand. What was looked up once is not looked up again. */
export function whoIn(sql: Sql): Who {
  const rows = new Map<string, WhoRow | undefined>()
  const row = (id: string): WhoRow | undefined => {
    if (!rows.has(id)) rows.set(id, rowOf(sql, id))
    return rows.get(id)
  }
  const side = (id: string): Seat | undefined => {
    const found = row(id)
    if (!found?.side) return undefined
    return { id: found.side, name: found.side_name ?? found.side, ...(found.member ? { member: true } : {}) }
  }
  const seat = (id: string): Seat | undefined => {
    const found = row(id)
    if (!found?.seat) return undefined
    return { id: found.seat, name: found.seat_name ?? found.seat, ...(found.sits ? { member: true } : {}) }
  }
  const toldSide = (id: string) => sideAtTop(id, (one) => row(one)?.of ?? undefined)
  return {
    kept: (id) => row(id)?.kept ?? id,
    side,
    seat,
    toldSide,
    sideOf: (id) =>
      sideAtTop(id, (one) => {
        const found = row(one)
        return found?.party ? (found.of ?? found.side ?? found.seat ?? undefined) : undefined
      }),
  }
}

function namesOf(sql: Sql): Names {
  const facts = new Map<string, NameFact[]>()
  return {
    facts: (id) => {
      const known = facts.get(id)
      if (known) return known
      const rows = sql(
        'select type, name, title, of, mentions, times, first, last from name_facts where id = ?',
      ).all(id) as unknown as (NameFact & { title: string; of: string })[]
      const found = rows.map(
        ({ title, of, ...rest }): NameFact => ({
          ...rest,
          ...(title === '' ? {} : { title }),
          ...(of === '' ? {} : { of }),
        }),
      )
      facts.set(id, found)
      return found
    },
    withWord: (word) => keyed(sql, `w ${word}`),
    together: (id, others) =>
      others.some(
        (other) =>
          sql(
            'select 1 from mentions a where a.id = ? and exists (select 1 from mentions b where b.id = ? and b.report = a.report) limit 1',
          ).get(other, id) !== undefined,
      ),
  }
}

export interface WhoChanged {
  readonly who: Who
  /** Parties that further reports name, as they are now told. */
  readonly parties: readonly Party[]
  /** Ids that were parties and are called by others now. */
  readonly gone: readonly string[]
  /** Reports, beside those that came, in which somebody stands for another than before. */
  readonly reports: readonly string[]
}

/** Decides again who is who where further reports, whose mentions are in the tables, have a say. */
export function changeWho(sql: Sql, come: readonly Reading[], between: Between): WhoChanged {
  const read = namesOf(sql)
  const moved = changeAliases(sql, come, read)
  const names: Names = { ...read, facts: factsOfOne(sql, read) }
  const kept = (id: string) => rowOf(sql, id)?.kept ?? id
  const here = new Set(come.map(({ report }) => report.id))
  const facts = new Map<string, readonly NameFact[]>()
  const parties = new Map<string, Party>()
  /** Ids of those who stand for another than before; of those who are called otherwise where states negotiate, and where none do. */
  const other = new Set(moved.map(({ id }) => id))
  const calledInSides = new Set<string>()
  const calledInSeats = new Set<string>()
  const decide = (id: string): void => {
    if (facts.has(id)) return
    if (facts.size > MOST_NAMED) throw new NotGrown('who many are')
    if (!rowOf(sql, id)) putWho(sql, id, id)
    const own = names.facts(id)
    const party = partyIn(sql, id, own, names)
    facts.set(id, own)
    if (party) parties.set(id, party)
    const first = sideFirstTold(id, own)?.first
    if (rowOf(sql, id)!.of !== (party?.of ?? null) || (first !== undefined && here.has(reportAt(first))))
      for (const one of membersOf(sql, groupOf(sql, id))) decide(kept(one))
  }
  const passed = new Set<string>()
  /** What is told of others through somebody changes with him. */
  const through = (id: string): void => {
    if (passed.has(id)) return
    passed.add(id)
    for (const one of groupOf(sql, id)) other.add(one)
    for (const one of membersOf(sql, groupOf(sql, id))) through(kept(one))
  }
  for (const { mentions } of come) for (const { id } of mentions) decide(kept(id))
  for (const { id, before, after } of moved)
    for (const one of [before, after, ...membersOf(sql, [id]).map(kept)]) decide(one)
  for (const party of parties.values()) {
    for (const id of seatsAnew(sql, party)) decide(kept(id))
    putSeatKeys(sql, party)
  }
  // Whom an act is aimed at may stand at the end once more.
  for (const [id, own] of facts) {
    const before = rowOf(sql, id)!
    const party = parties.get(id)
    const { side, inferred } = sideIn(sql, id, own, names, between)
    const seat = seatIn(sql, party, parties)
    putSides(sql, id, party, { side, inferred, seat })
    const isOther = [party?.of, side?.id, seat?.id].some(
      (one, at) => (one ?? null) !== [before.of, before.side, before.seat][at],
    )
    if (isOther) {
      through(id)
      if (between.states)
        for (const by of aimingAt(sql, groupOf(sql, id)).map(kept)) {
          facts.delete(by)
          decide(by)
        }
    } else {
      const group = groupOf(sql, id)
      if (isCalled(before.side_name, before.member, side)) for (const one of group) calledInSides.add(one)
      if (isCalled(before.seat_name, before.sits, seat)) for (const one of group) calledInSeats.add(one)
    }
    for (const one of renameSide(sql, id, sideName(id, own)))
      for (const called of groupOf(sql, one)) calledInSides.add(called)
    for (const one of renameSeat(sql, id, party?.name ?? id))
      for (const called of groupOf(sql, one)) calledInSeats.add(called)
  }
  const reports = new Set<string>()
  for (const [ids, isTold] of [
    [other, () => true],
    [calledInSides, ({ own }) => between.states && own === 1],
    [calledInSeats, ({ own }) => !between.states || own === 0],
  ] as readonly (readonly [Set<string>, (one: Naming) => boolean])[])
    for (const id of ids)
      for (const one of reportsNaming(sql, id))
        if (!here.has(one.report) && isTold(one)) reports.add(one.report)
  const gone = [...facts.keys()].filter((id) => !parties.has(id))
  return { who: whoIn(sql), parties: [...parties.values()], gone, reports: [...reports] }
}

interface Naming {
  readonly report: string
  readonly own: number
}

/** The reports that name somebody, in mentions or in claims. */
export const reportsNaming = (sql: Sql, id: string): Naming[] => [
  ...(sql(
    'select distinct m.report, r.own from mentions m join grown_reports r on r.report = m.report where m.id = ?',
  ).all(id) as unknown as Naming[]),
  ...linked(sql, LINK.beside, id).map(
    (n) => sql('select report, own from grown_reports where n = ?').get(n) as unknown as Naming,
  ),
]

/** More names than these that are decided again are better decided all. */
const MOST_NAMED = 2_000

/** Those who are told to be on the side of one of these, or found to be. */
const membersOf = (sql: Sql, sides: readonly string[]): string[] =>
  sides.flatMap((side) =>
    (
      sql(
        `select id from name_facts where of = ? and of <> '' union select id from who where side = ? and side is not null
         union select id from who where seat = ? and seat is not null`,
      ).all(side, side, side) as { id: string }[]
    ).map(({ id }) => id),
  )

const aimingAt = (sql: Sql, ids: readonly string[]): string[] =>
  ids.flatMap((id) =>
    (sql('select by from aims where at = ?').all(id) as { by: string }[]).map(({ by }) => by),
  )

/** Calls a side otherwise for those on it; gives who that are. One found by elimination is called as it negotiates. */
function renameSide(sql: Sql, side: string, name: string): string[] {
  const rows = sql('select id from who where side = ? and side_name <> ? and inferred = 0').all(
    side,
    name,
  ) as { id: string }[]
  for (const { id } of rows) sql('update who set side_name = ? where id = ?').run(name, id)
  return rows.map(({ id }) => id)
}

function renameSeat(sql: Sql, seat: string, name: string): string[] {
  const rows = sql('select id from who where seat = ? and seat_name <> ?').all(seat, name) as { id: string }[]
  for (const { id } of rows) sql('update who set seat_name = ? where id = ?').run(name, id)
  return rows.map(({ id }) => id)
}

const isCalled = (name: string | null, member: number, now: Seat | undefined): boolean =>
  member !== (now?.member ? 1 : 0) || name !== (now?.name ?? null)

/** Ids that are called by another than before, of the words that the reports name somebody by. */
function changeAliases(sql: Sql, come: readonly Reading[], names: Names) {
  const moved: { id: string; before: string; after: string }[] = []
  const words = new Set<string>()
  for (const { mentions } of come)
    for (const mention of mentions) {
      if (!rowOf(sql, mention.id)) putWho(sql, mention.id, mention.id)
      for (const word of wordsOfName(mention)) words.add(word)
    }
  for (const word of words) {
    const aliases = aliasesOfWord(word, names)
    for (const id of names.withWord(word)) {
      if (!isDecidedBy(word, id)) continue
      const before = rowOf(sql, id)?.kept ?? id
      const after = aliases.get(id) ?? id
      if (before === after) continue
      putWho(sql, id, after)
      moved.push({ id, before, after })
    }
  }
  return moved
}

/** The ids that are called by one, itself among them where it is not called by another. */
function groupOf(sql: Sql, kept: string): string[] {
  const others = sql('select id from who where kept = ? and kept <> id').all(kept) as { id: string }[]
  const own = rowOf(sql, kept)?.kept === kept ? [kept] : []
  return [...own, ...others.map(({ id }) => id)]
}

/** What is told of all who are one, each looked up once. */
function factsOfOne(sql: Sql, names: Names): Names['facts'] {
  const known = new Map<string, readonly NameFact[]>()
  return (kept) => {
    const found =
      known.get(kept) ??
      groupOf(sql, kept).flatMap((id) =>
        names
          .facts(id)
          .map((fact) => (fact.of ? { ...fact, of: rowOf(sql, fact.of)?.kept ?? fact.of } : fact)),
      )
    known.set(kept, found)
    return found
  }
}

function partyIn(sql: Sql, id: string, facts: readonly NameFact[], names: Names): Party | undefined {
  if (!facts.some(({ type }) => isPartyType(type))) return undefined
  const titles = new Map<string, Set<string>>()
  const reports = new Set<string>()
  const group = groupOf(sql, id)
  for (const one of group)
    for (const { title, report } of sql(
      'select title, report from mentions where id = ? and title is not null',
    ).all(one) as { title: string; report: string }[])
      titles.set(title, (titles.get(title) ?? new Set()).add(report))
  let count = 0
  if (group.length === 1)
    count = (
      sql(
        `select count(distinct report) as n from mentions where id = ? and type in ('government', 'place', 'organisation', 'person', 'outlet')`,
      ).get(group[0]!) as { n: number }
    ).n
  else {
    for (const one of group)
      for (const { report, type } of sql('select report, type from mentions where id = ?').all(one) as {
        report: string
        type: string
      }[])
        if (isPartyType(type)) reports.add(report)
    count = reports.size
  }
  return partyFrom(
    id,
    facts,
    count,
    [...titles].map(([title, who]) => [title, [...who]] as const),
    (side) => topOf(side, names),
  )
}

function sideIn(
  sql: Sql,
  id: string,
  facts: readonly NameFact[],
  names: Names,
  between: Between,
): Omit<Whose, 'seat'> {
  const told = sideToldOf(facts, (side) => topOf(side, names))
  if (told !== undefined)
    return {
      side: seatFor({ id: told, name: sideName(told, names.facts(told)) }, titlesIn(facts)),
      inferred: false,
    }
  if (!between.states || between.parties.length !== 2 || !isHead(facts))
    return { side: undefined, inferred: false }
  const targets = new Set<string>()
  for (const by of groupOf(sql, id))
    for (const { at } of sql('select at from aims where by = ?').all(by) as { at: string }[]) {
      const one = rowOf(sql, at)?.kept ?? at
      const row = rowOf(sql, one)
      targets.add(row?.side && row.inferred === 0 ? row.side : one)
    }
  const side = inferredSide(between.parties, targets)
  return { side, inferred: side !== undefined }
}

/** Decides again for whom those act of whom no report tells it; gives who act for another than before. */
export function inferAnew(sql: Sql, between: Between): string[] {
  const read = namesOf(sql)
  const names: Names = { ...read, facts: factsOfOne(sql, read) }
  const acting = sql(
    'select distinct w.kept from aims a join who w on w.id = a.by where w.side is null or w.inferred = 1',
  ).all() as { kept: string }[]
  return acting.flatMap(({ kept }) => {
    const before = rowOf(sql, kept)!
    if (before.side !== null && before.inferred === 0) return []
    const { side, inferred } = sideIn(sql, kept, names.facts(kept), names, between)
    if (before.side === (side?.id ?? null) && before.side_name === (side?.name ?? null)) return []
    sql('update who set side = ?, side_name = ?, inferred = ?, member = ? where id = ?').run(
      side?.id ?? null,
      side?.name ?? null,
      inferred ? 1 : 0,
      side?.member ? 1 : 0,
      kept,
    )
    return [kept]
  })
}
