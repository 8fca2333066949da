// In: folders of weights and packs on disk. Out: the engine that reads reports.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeClaimEngine } from '../claims/engine.ts'
import type { GlossaryEntry } from '../language/lexicon.ts'
import { shortHash } from '../model/index.ts'
import { loadCards } from './card-files.ts'
import { loadLexicon } from './lexicon-files.ts'
import { loadModels } from './load.ts'
import type { Engine } from './read-report.ts'

/** The folder that holds `packs/` and `models/`: two above this file, from `src` and from `dist` alike. */
export const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface EngineOptions {
  /** Folders of packs beside packs/core and packs/trade. */
  readonly packs?: readonly string[]
  readonly glossary?: readonly GlossaryEntry[]
}

/** Loads weights, words and cards once; takes a tenth of a second or so. Throws where a pack is broken. */
export function loadEngine(options: EngineOptions = {}): Engine {
  const dirs = [join(home, 'packs', 'core'), join(home, 'packs', 'trade'), ...(options.packs ?? [])]
  const lexicon = loadLexicon(dirs, options.glossary)
  const claims = makeClaimEngine(loadCards(dirs), lexicon)
  return { models: loadModels(), claims, version: versionOf(dirs, options.glossary ?? []) }
}

/** The words alone, without weights and rules. */
export const lexiconFor = ({ packs = [], glossary = [] }: EngineOptions = {}) =>
  loadLexicon([join(home, 'packs', 'core'), join(home, 'packs', 'trade'), ...packs], glossary)

/** The version of the engine that these options load, without loading it. */
export const versionFor = ({ packs = [], glossary = [] }: EngineOptions = {}): string =>
  versionOf([join(home, 'packs', 'core'), join(home, 'packs', 'trade'), ...packs], glossary)

/** The folders whose code says what is read from a report and how a record is made of it. */
const CODE = ['language', 'claims', 'reading', 'record']

/** A hash of this code, the packs' files, the weights' cards and the glossary: two records of one version were made alike. */
function versionOf(dirs: readonly string[], glossary: readonly GlossaryEntry[]): string {
  const texts: string[] = [JSON.stringify(glossary)]
  const add = (folder: string, endings: readonly string[]) => {
    for (const name of readdirSync(folder, { recursive: true }).map(String).sort())
      if (endings.some((ending) => name.endsWith(ending)) && !name.includes('.test.'))
        texts.push(name, readFileSync(join(folder, name), 'utf8'))
  }
  for (const dir of dirs) add(dir, ['.tsv', '.yaml'])
  add(join(home, 'models', 'en'), ['.md'])
  for (const folder of CODE) add(join(dirname(fileURLToPath(import.meta.url)), '..', folder), ['.ts', '.js'])
  return `1-${shortHash(texts.join('\n'))}`
}
