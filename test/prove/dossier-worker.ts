// In: the path of a dossier and a seed. Out: changes made to it without end, each told on standard output once it is done.
import { rmSync, writeSync } from 'node:fs'
import { addReports } from '#parley/dossier/add.ts'
import { correctEntry } from '#parley/dossier/correct.ts'
import { removeReports } from '#parley/dossier/remove.ts'
import { undoChange } from '#parley/dossier/undo.ts'
import { openSqliteStore } from '#parley/store/sqlite.ts'
import { readerOf } from '../fixtures/dossiers.ts'
import { manyTold } from './many-told.ts'
import { randomFrom } from './random.ts'

const [path = '', seed = '1'] = process.argv.slice(2)
const { pick } = randomFrom(Number(seed))
const tell = (words: string) => writeSync(1, `${words}\n`)

tell('opening')
const store = openSqliteStore(path)
const dossier = { store, now: () => new Date().toISOString() }
const all = manyTold(40)
const reader = readerOf(all)
const AUTHOR = { by: 'A. Reader', reason: 'tried' }

const ACTIONS: readonly (() => number | undefined)[] = [
  () =>
    addReports(
      dossier,
      { reports: [pick(all), pick(all), pick(all)].map((one) => one.report), notices: [] },
      reader,
    ).change,
  () => addReports(dossier, { reports: [pick(all).report], notices: [] }, reader).change,
  () => removeReports(dossier, [pick(store.reader()!.reports()).path]).change,
  () =>
    correctEntry(dossier, pick(store.reader()!.entries({ aside: true })).id, 'note', ['seen'], AUTHOR).change,
  () => correctEntry(dossier, pick(store.reader()!.entries({ aside: true })).id, 'reject', [], AUTHOR).change,
  () => {
    undoChange(dossier, undefined)
    return store.changes().length
  },
  () => {
    rmSync(`${path}.copy`, { force: true })
    store.backup(`${path}.copy`)
    return undefined
  },
]

for (;;) {
  try {
    const change = pick(ACTIONS)()
    if (change !== undefined) tell(`did ${change}`)
  } catch (error) {
    // An empty dossier has nothing to remove, correct or undo.
    if (!/of undefined|nothing is left|No reports|Nothing to read/.test(String(error))) {
      tell(`broke ${String(error)}`)
      process.exit(1)
    }
  }
}
