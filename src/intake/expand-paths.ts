// In: the paths a user named. Out: the files, addresses and standard input they mean, in order, and notices for what is not there.
import { globSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '../model/index.ts'
import { notice, systemWords } from '../problem.ts'

export type Kind = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'feed'

/** One thing to read: where it is, its kind where its name tells it, and whether it is compressed. */
export interface Place {
  readonly path: string
  readonly from: 'file' | 'address' | 'standard input'
  readonly kind?: Kind
  readonly gzip: boolean
}

const KINDS: Record<string, Kind> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  rss: 'feed',
  atom: 'feed',
  xml: 'feed',
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The kind a file name tells, and whether it is compressed. */
export function kindOfName(name: string): { kind?: Kind; gzip: boolean } {
  const gzip = extensionOf(name) === 'gz'
  const kind = KINDS[extensionOf(gzip ? name.slice(0, -3) : name)]
  return { ...(kind === undefined ? {} : { kind }), gzip }
}

const isAddress = (path: string) => /^https?:\/\//i.test(path)
const looksLikeGlob = (path: string) => /[*?[\]{}]/.test(path)
const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface Found {
  places: Place[]
  notices: Notice[]
}

/** Everything the paths mean. A file named twice is taken once. */
export function expandPaths(paths: readonly string[]): Found {
  const all: Found = { places: [], notices: [] }
  const taken = new Set<string>()
  for (const path of paths) {
    const found = expandOne(path)
    all.notices.push(...found.notices)
    for (const place of found.places) {
      const key = place.from === 'file' ? realPath(place.path) : place.path
      if (!taken.has(key)) all.places.push(place)
      taken.add(key)
    }
  }
  return all
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function expandOne(path: string): Found {
  if (path === '-') return { places: [{ path, from: 'standard input', gzip: false }], notices: [] }
  if (isAddress(path)) return { places: [{ path, from: 'address', gzip: false }], notices: [] }
  let stats: ReturnType<typeof statSync>
  try {
    stats = statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    return { places: [], notices: [notice('path-not-readable', { path, why: systemWords(error) })] }
  }
  if (stats?.isDirectory()) return inFolder(path)
  if (stats) return { places: [{ path, from: 'file', ...kindOfName(path) }], notices: [] }
  if (looksLikeGlob(path)) return matching(path)
  return { places: [], notices: [notice('path-not-found', { path })] }
}

function matching(pattern: string): Found {
  const all: Found = { places: [], notices: [] }
  for (const path of globSync(pattern).sort(ascending)) {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats?.isFile() && !isHidden(path)) all.places.push({ path, from: 'file', ...kindOfName(path) })
  }
  if (all.places.length === 0) all.notices.push(notice('glob-without-match', { path: pattern }))
  return all
}

const isHidden = (path: string) => /(?:^|[\\/])\.[^\\/.]/.test(path)

/** Endings of documents that could hold a report but are not read. */
const DOCUMENTS = new Set(
  'pdf doc docx rtf odt odf pages epub eml msg mht mhtml warc tex ps djvu ppt pptx xls xlsx csv tsv'.split(
    ' ',
  ),
)
/** Files that speak of the folder itself. */
const OF_THE_FOLDER =
  /^(?:readme|license|licence|copying|changelog|contributing|notice|authors)(?:\.(?:md|txt|html))?$/i

/** Every report below a folder; hidden files and node_modules left alone, other files counted. */
function inFolder(folder: string): Found {
  const all: Found = { places: [], notices: [] }
  const documents = new Map<string, number>()
  const others = new Map<string, number>()
  const visited = new Set<string>()
  const visit = (below: string) => {
    const real = realPath(below)
    if (visited.has(real)) return
    visited.add(real)
    for (const entry of entriesOf(below, all.notices)) {
      const path = join(below, entry)
      const stats = statsOf(path)
      const known = kindOfName(entry)
      const ending = extensionOf(entry)
      if (!stats) all.notices.push(notice('path-not-found', { path }))
      else if (stats.isDirectory()) visit(path)
      else if (!stats.isFile()) continue
      else if (OF_THE_FOLDER.test(entry)) count(others, entry)
      else if (known.kind) all.places.push({ path, from: 'file', ...known })
      else if (DOCUMENTS.has(ending)) count(documents, `.${ending}`)
      else count(others, ending ? `.${ending}` : 'without ending')
    }
  }
  visit(folder)
  if (all.places.length === 0) all.notices.push(notice('folder-without-reports', { path: folder }))
  if (documents.size > 0)
    all.notices.push(notice('documents-not-read', { path: folder, kinds: counted(documents) }))
  if (others.size > 0)
    all.notices.push(notice('files-of-other-kinds', { path: folder, kinds: counted(others) }))
  return all
}

/** The names in a folder in order, without hidden ones and packages. */
function entriesOf(folder: string, notices: Notice[]): string[] {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'node_modules')
    return names.sort(ascending)
  } catch (error) {
    notices.push(notice('path-not-readable', { path: folder, why: systemWords(error) }))
    return []
  }
}

const statsOf = (path: string) => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([a], [b]) => ascending(a, b))
    .map(([kind, n]) => `${n} ${kind}`)
    .join(', ')

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
