// In: what persons are titled, what bodies are called. Out: the seats of persons, looked up by key; the persons whose seats may be others now.
import type { Party, Ref } from '../../model/index.ts'
import {
  bodyOf,
  type Seat,
  seatFor,
  seatOf,
  startsOfName,
  startsOfTitles,
  titlesOf,
} from '../../record/names/names.ts'
import { NotGrown, type Sql } from './tables.ts'

export const putKey = (sql: Sql, key: string, id: string): void =>
  void sql('insert or ignore into name_keys (key, id) values (?, ?)').run(key, id)

export const keyed = (sql: Sql, key: string): string[] =>
  (sql('select id from name_keys where key = ? order by id').all(key) as { id: string }[]).map(({ id }) => id)

/** Keys by which persons find their seats, and bodies are found. */
export function putSeatKeys(sql: Sql, party: Party): void {
  for (const start of startsOfTitles(party)) putKey(sql, `t ${start}`, party.id)
  if (party.kind !== 'organisation') return
  putKey(sql, `o ${party.id}`, party.id)
  for (const name of party.names.map((one) => one.toLowerCase())) {
    putKey(sql, `b ${name}`, party.id)
    for (const start of startsOfName(name)) putKey(sql, `g ${start}`, name)
  }
}

/** The seat of a party: the body that it is told to be of, else the one that its titles name. */
export function seatIn(
  sql: Sql,
  party: Party | undefined,
  parties: ReadonlyMap<string, Party>,
): Seat | undefined {
  if (!party) return undefined
  const body = bodyOf(party)
  if (body !== undefined)
    return seatFor({ id: body, name: (parties.get(body) ?? partyKept(sql, body)).name }, titlesOf(party))
  const called = (name: string): Ref | undefined => {
    const [id] = keyed(sql, `b ${name}`)
    return id === undefined ? undefined : { id, name: (parties.get(id) ?? partyKept(sql, id)).name }
  }
  const ref = seatOf(party, { called, goingOn: (start) => keyed(sql, `g ${start}`) })
  return ref && seatFor(ref, titlesOf(party))
}

function partyKept(sql: Sql, id: string): Party {
  const row = sql("select body from record_parts where part = 'parties' and id = ?").get(id) as
    | { body: string }
    | undefined
  if (!row) throw new NotGrown('what a body is called')
  return JSON.parse(row.body) as Party
}

/** Persons whose titles go as a body is called now, which was called otherwise. */
export function seatsAnew(sql: Sql, party: Party): string[] {
  if (party.kind !== 'organisation') {
    if (keyed(sql, `o ${party.id}`).length > 0) throw new NotGrown('a body that is none')
    return []
  }
  return party.names
    .map((one) => one.toLowerCase())
    .filter((name) => !keyed(sql, `b ${name}`).includes(party.id))
    .flatMap((name) => [name, ...startsOfName(name)])
    .flatMap((start) => keyed(sql, `t ${start}`))
}
