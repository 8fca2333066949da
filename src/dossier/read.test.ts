// In: a dossier asked as of a day, again after this and that happened. Out: what building gives, built again only where it has to be.
import { existsSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dossierIn, folder, KARI, readerOf, type Told, told } from '../../test/fixtures/dossiers.ts'
import { deadline, duty, said, talks } from '../../test/fixtures/readings.ts'
import { readerOf as recordReader } from '../record/in-memory.ts'
import { makeSqliteStore, openSqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { recordJson } from '../views/record-json.ts'
import { addReports } from './add.ts'
import { buildFrom } from './build.ts'
import { readDossier } from './read.ts'
import { removeReports } from './remove.ts'

const on = (day: string, rate: number): Told =>
  told(`reports/${day}-${rate}.txt`, { published: `2031-05-${day}`, outlet: `The Quay ${rate}` }, [
    duty(rate),
    talks('Bergen', { days: [{ value: '2031-05-14' }] }),
    deadline('2031-06-01', rate),
    said(KARI, 'We will not give up our fleet.'),
  ])
const FIRST = [on('10', 20), on('12', 21), on('20', 22)]
const LATER = on('21', 23)
const EARLIER = on('11', 24)
const AS_OF = '2031-05-15'

/** A dossier of the first three reports in a file, whose record grows and is kept however small it is. */
function kept() {
  const here = folder()
  const path = here.path('x.parley')
  const open = () => openSqliteStore(path, { grows: { from: 0, to: 100, kept: 0 } })
  const reader = readerOf([...FIRST, LATER, EARLIER])
  const make = () => {
    const dossier = dossierIn(makeSqliteStore(path, { grows: { from: 0, to: 100, kept: 0 } }))
    const add = (...reports: readonly Told[]) =>
      addReports(dossier, { reports: reports.map(({ report }) => report), notices: [] }, reader)
    add(...FIRST)
    return { ...dossier, add }
  }
  return { here, path, open, make }
}

const asBuilt = (store: Store) =>
  JSON.stringify(recordJson(recordReader(buildFrom(store, { asOf: AS_OF }), new Map()), AS_OF))
const asRead = (store: Store) => JSON.stringify(recordJson(readDossier(store, { asOf: AS_OF }), AS_OF))
const isKept = (store: Store) => store.past(AS_OF) !== undefined

describe('a record as of an earlier day', () => {
  it('is kept once it was built, and holds while later reports come', () => {
    const { here, open, make } = kept()
    const { store, add } = make()
    expect(isKept(store)).toBe(false)
    expect(asRead(store)).toBe(asBuilt(store))
    expect(isKept(store)).toBe(true)
    add(LATER)
    expect(isKept(store)).toBe(true)
    const reader = readDossier(store, { asOf: AS_OF })
    expect(reader.leftOut).toEqual({ later: 2, maybeLater: 0 })
    expect(reader.knownOn).toBe(AS_OF)
    expect(reader.entries({ words: ['fleet', 'give'] }).map(({ kind }) => kind)).toEqual(['statement'])
    expect(reader.text(FIRST[0]!.report.id)).toBe(FIRST[0]!.report.text)
    expect(asRead(store)).toBe(asBuilt(store))
    store.close()
    const again = open()
    expect(isKept(again)).toBe(true)
    expect(asRead(again)).toBe(asBuilt(again))
    again.close()
    here.close()
  })

  it('is built anew where a report comes that was known by then, or one goes', () => {
    const { here, make } = kept()
    const dossier = make()
    const { store, add } = dossier
    asRead(store)
    add(EARLIER)
    expect(isKept(store)).toBe(false)
    expect(asRead(store)).toBe(asBuilt(store))
    expect(isKept(store)).toBe(true)
    removeReports(dossier, [EARLIER.report.path])
    expect(isKept(store)).toBe(false)
    expect(asRead(store)).toBe(asBuilt(store))
    store.close()
    here.close()
  })

  it('is not that of another dossier at its place, and none where a user means something else', () => {
    const { here, path, make } = kept()
    const { store } = make()
    asRead(store)
    const scoped = readDossier(store, { asOf: AS_OF, scope: { about: ['Peru'] } })
    expect(JSON.stringify(recordJson(scoped, AS_OF))).not.toBe(asBuilt(store))
    store.close()
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    expect(existsSync(`${path}-past`)).toBe(true)
    const other = makeSqliteStore(path, { grows: { from: 0, to: 100, kept: 0 } })
    const dossier = { store: other, now: () => '2032-01-01T00:00:00.000Z' }
    addReports(dossier, { reports: [LATER.report], notices: [] }, readerOf([LATER]))
    expect(isKept(other)).toBe(false)
    other.close()
    here.close()
  })
})
