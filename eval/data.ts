// In: PARLEY_DATA or the folder beside the repository. Out: the measuring data on disk, or a plain word that it is absent.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The folder of the measuring data: `PARLEY_DATA`, else `../shared/data` beside the repository. */
export const dataFolder = process.env.PARLEY_DATA ?? join(repository, '../shared/data')

export const hasData = (path = ''): boolean => existsSync(join(dataFolder, path))

/** What to tell someone who has no data. */
export const dataAbsent = `not run: no measuring data at ${dataFolder}. Set PARLEY_DATA to the folder that holds parsing/, dates/, stories/ and the others.`

export const readText = (path: string): string => readFileSync(join(dataFolder, path), 'utf8')

export const readJson = (path: string): unknown => JSON.parse(readText(path))

/** One value a line; empty lines are passed over. */
export function readJsonLines(path: string): unknown[] {
  return readText(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown)
}

/** Names of the files of a folder with this ending, sorted by code unit; [] where the folder is absent. */
export function filesIn(path: string, ending: string): string[] {
  const folder = join(dataFolder, path)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => (a < b ? -1 : 1))
}
