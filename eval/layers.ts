// In: the source files that exist. Out: one way to ask the reading, the record and their parts, and what is not there yet.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Doc } from '#parley/language/doc.ts'
import type { Part } from '#parley/model/index.ts'
import { repository } from './data.ts'

type Loose = (...given: unknown[]) => unknown

/** The language layer's stages in their order; each is a function of this name with these arguments. */
export const STAGES = [
  ['startDraft', []],
  ['tag', ['models']],
  ['findNames', ['lexicon']],
  ['findTimes', []],
  ['findQuantities', []],
  ['parse', ['models']],
  ['findQuotations', ['lexicon']],
  ['findReferences', ['lexicon']],
  ['findSpeakers', ['lexicon']],
  ['findStances', ['lexicon']],
  ['takeFingerprint', ['lexicon']],
] as const

export interface Layers {
  /** Undefined where every function named is there, else the names of those that are not. */
  readonly lacks: (...functions: string[]) => string | undefined
  /** The reading of a plain text; `published` is not known to it. */
  readonly read: (text: string, upTo?: string) => Doc
  /** A function of `src/` by its name, undefined where no file gives it. */
  readonly find: (name: string) => Loose | undefined
  readonly models: unknown
  readonly lexicon: unknown
  /** Weights, words and cards as `readReport` takes them. */
  readonly engine: unknown
}

const FOLDERS = ['language', 'reading', 'claims', 'record', 'outlook', 'views', 'intake']

function sourceFiles(): string[] {
  const files: string[] = []
  for (const folder of FOLDERS) {
    const root = join(repository, 'src', folder)
    if (!existsSync(root)) continue
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) files.push(join(root, name))
    }
  }
  return files.sort()
}

/** The functions of `names` that some file exports, by name. A file that does not load counts as not there, with why. */
async function loadFunctions(names: readonly string[]): Promise<Map<string, Loose>> {
  const found = new Map<string, Loose>()
  for (const file of sourceFiles()) {
    const source = readFileSync(file, 'utf8')
    const here = names.filter((name) =>
      new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, 'm').test(source),
    )
    if (here.length === 0) continue
    try {
      const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
      for (const name of here) found.set(name, module[name] as Loose)
    } catch (error) {
      console.error(
        `${file} does not load: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      )
    }
  }
  return found
}

const wholeBody = (text: string): Part[] => [{ start: 0, end: text.length, role: 'body', n: 0 }]

/** Finds what is there. `more` are functions beside the stages that the scorers ask for by name. */
export async function loadLayers(more: readonly string[] = []): Promise<Layers> {
  const functions = await loadFunctions([
    ...STAGES.map(([name]) => name),
    ...[
      'readText',
      'loadModels',
      'loadLexicon',
      'resolveTimes',
      'parseForms',
      'tagForms',
      'loadEngine',
      'reportFromFields',
      'readReport',
      'readDoc',
      'readingOf',
      'findClaims',
      'buildRecord',
      'readPaths',
    ],
    ...more,
  ])
  const packs = ['packs/core', 'packs/trade']
    .map((pack) => join(repository, pack))
    .filter((pack) => existsSync(join(pack, 'words')))
  const load = async (name: string, ...args: unknown[]): Promise<unknown> => {
    try {
      return await functions.get(name)?.(...args)
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
      return undefined
    }
  }
  const models = await load('loadModels')
  const lexicon = await load('loadLexicon', packs)
  const engine = await load('loadEngine')
  // readText is the configuration that counts, once it runs every stage that there is.
  const pipeline = readFileSync(join(repository, 'src/language/read.ts'), 'utf8')
  const whole = STAGES.every(([name]) => !functions.has(name) || pipeline.includes(name))
  const readText = whole ? functions.get('readText') : undefined
  const given = { models, lexicon }
  const cache = new Map<string, Doc>()
  const read = (text: string, upTo?: string): Doc => {
    if (readText !== undefined) {
      const known = cache.get(text)
      if (known !== undefined) return known
      const doc = readText(text, wholeBody(text), 'en', models, lexicon) as Doc
      if (cache.size > 64) cache.clear()
      cache.set(text, doc)
      return doc
    }
    const draft = functions.get('startDraft')!(text, wholeBody(text), 'en')
    if (upTo === 'startDraft') return draft as Doc
    for (const [name, needs] of STAGES.slice(1)) {
      const ready = needs.every((need) => given[need] !== undefined)
      if (ready) functions.get(name)?.(draft, ...needs.map((need) => given[need]))
      if (name === upTo) break
    }
    return draft as Doc
  }
  return {
    models,
    lexicon,
    engine,
    read,
    find: (name) => functions.get(name),
    lacks: (...names) => {
      const absent = new Set(names.filter((name) => !functions.has(name)))
      if (names.includes('readText') && !pipeline.includes('parse(')) absent.add('readText')
      if (names.includes('loadEngine') && engine === undefined) absent.add('engine')
      for (const [name, needs] of STAGES) {
        for (const need of names.includes(name) ? needs : []) if (given[need] === undefined) absent.add(need)
      }
      return absent.size > 0 ? [...absent].join(', ') : undefined
    },
  }
}
