import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { add, dossierIn, folder, STORY } from '../../test/fixtures/dossiers.ts'
import { makeSqliteStore, openSqliteStore } from '../store/sqlite.ts'
import { checkDossier } from './check.ts'
import { removeReports } from './remove.ts'

let here: ReturnType<typeof folder>
beforeEach(() => {
  here = folder()
})
afterEach(() => here.close())

/** What the check of a dossier finds after its file was tampered with. */
function troublesAfter(tamper: string): readonly string[] {
  const path = here.path('x.parley')
  const made = makeSqliteStore(path)
  const dossier = dossierIn(made)
  add(dossier, STORY)
  removeReports(dossier, ['d.txt'])
  made.close()
  const database = new DatabaseSync(path)
  database.exec(tamper)
  database.close()
  const store = openSqliteStore(path)
  try {
    return checkDossier(store).troubles
  } finally {
    store.close()
  }
}

it('finds nothing in a file that nobody tampered with', () => {
  expect(troublesAfter('pragma user_version')).toEqual([])
})

it.each(['delete from ranks', "delete from ranks where kind = 'round'"])(
  'finds that the tables a page is read from do not fit: %s',
  (tamper) => {
    expect(troublesAfter(tamper)).toEqual(['the tables that pages are read from do not fit the record'])
  },
)
