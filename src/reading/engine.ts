// In: folders of weights and packs on disk. Out: the engine that reads reports.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeClaimEngine } from '../claims/engine.ts'
import { type GlossaryEntry, type Lexicon, makeLexicon } from '../language/lexicon.ts'
import { shortHash } from '../model/index.ts'
import { problem } from '../problem.ts'
import { loadCards } from './card-files.ts'
import { checkWords } from './check-words.ts'
import { readWordFiles } from './lexicon-files.ts'
import { loadModels } from './load.ts'
import type { Engine } from './read-report.ts'

/** The folder that holds `packs/` and `models/`: two above this file, from `src` and from `dist` alike. */
export const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface EngineOptions {
  /** Folders of packs beside packs/core and packs/trade. */
  readonly packs?: readonly string[]
  readonly glossary?: readonly GlossaryEntry[]
}

/** Loads weights, words and cards once; takes a tenth of a second or so. Throws `pack-not-understood`. */
export function loadEngine(options: EngineOptions = {}): Engine {
  const dirs = packFolders(options.packs)
  const lexicon = lexiconFor(options)
  const claims = makeClaimEngine(loadCards(dirs), lexicon)
  return { models: loadModels(), claims, version: versionOf(dirs, options.glossary ?? []) }
}

/** The words alone, without weights and rules. Throws `pack-not-understood`. */
export function lexiconFor({ packs = [], glossary = [] }: EngineOptions = {}): Lexicon {
  const shipped = readWordFiles(SHIPPED)
  const own = readWordFiles(ownPacks(packs))
  checkWords(own, shipped)
  return makeLexicon([...shipped, ...own], glossary)
}

/** The version of the engine that these options load, without loading it. */
export const versionFor = ({ packs = [], glossary = [] }: EngineOptions = {}): string =>
  versionOf(packFolders(packs), glossary)

/** The packs that are always read with. */
const SHIPPED: readonly string[] = ['core', 'trade'].map((name) => join(home, 'packs', name))

/** These and those of the user. */
const packFolders = (packs: readonly string[] = []): string[] => [...SHIPPED, ...ownPacks(packs)]

function ownPacks(packs: readonly string[]): readonly string[] {
  const isPack = (dir: string) => existsSync(join(dir, 'words')) || existsSync(join(dir, 'cards'))
  const empty = packs.find((dir) => !isPack(dir))
  if (empty === undefined) return packs
  throw problem('pack-not-understood', {
    path: empty,
    why: existsSync(empty) ? 'neither words/ nor cards/ is in it' : 'there is no such folder',
  })
}

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
