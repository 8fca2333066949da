// In: a folder of TypeScript. Out: its files and what each imports, told apart: types only, when loaded, when called.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** One import of a file: the specifier as written, the file it means where it is ours, and whether only types cross. */
export interface Import {
  readonly from: string
  readonly specifier: string
  /** The file below the root it resolves to, with "/"; undefined for packages and Node's own modules. */
  readonly to?: string
  readonly typesOnly: boolean
}

const FROM = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]/gm
const CALLED = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
const ASKED = /\bcreateRequire\b|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g

/** The files of a folder that ship: no tests. Paths are relative to the root, with "/". */
export function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .sort()
}

/** Every import of one file's text. */
export function importsIn(text: string, from: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found: Import[] = []
  const add = (specifier: string, typesOnly: boolean) => {
    const to = specifier.startsWith('.') ? relative('/', join('/', dirname(from), specifier)) : undefined
    found.push({ from, specifier, typesOnly, ...(to === undefined ? {} : { to: to.split(sep).join('/') }) })
  }
  for (const match of code.matchAll(FROM)) {
    const named = /^\s*(?:import|export)\s+\{([^}]*)\}/.exec(match[0])?.[1]
    const names = named
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const allTypes =
      names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '))
    add(match[2]!, match[1] !== undefined || allTypes)
  }
  for (const match of code.matchAll(CALLED)) {
    const before = code.slice(Math.max(0, match.index - 40), match.index)
    add(
      match[1]!,
      /(?:[:<|&,(]|=>)\s*$/.test(before) && !/=>\s*$/.test(before) && !/await\s*\($/.test(before),
    )
  }
  for (const match of code.matchAll(ASKED)) add(match[1] ?? 'node:module', false)
  return found
}

/** Every import of every file below the root. */
export function importsBelow(root: string): Import[] {
  return filesBelow(root).flatMap((file) => importsIn(readFileSync(join(root, file), 'utf8'), file))
}

/** A circle of files, or undefined where there is none. */
export function circleIn(imports: readonly Import[]): string[] | undefined {
  const edges = new Map<string, string[]>()
  for (const { from, to } of imports) if (to !== undefined) edges.set(from, [...(edges.get(from) ?? []), to])
  const done = new Set<string>()
  const visit = (file: string, way: string[]): string[] | undefined => {
    const at = way.indexOf(file)
    if (at >= 0) return [...way.slice(at), file]
    if (done.has(file)) return undefined
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...way, file])
      if (circle) return circle
    }
    done.add(file)
    return undefined
  }
  for (const file of edges.keys()) {
    const circle = visit(file, [])
    if (circle) return circle
  }
  return undefined
}

/** Everything a file loads, by itself or through others, without what only carries types. */
export function reachedFrom(
  start: string,
  imports: readonly Import[],
): { file: string; specifier: string }[] {
  const reached: { file: string; specifier: string }[] = []
  const seen = new Set<string>()
  const queue = [start]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const one of imports) {
      if (one.from !== file || one.typesOnly) continue
      if (one.to === undefined) reached.push({ file, specifier: one.specifier })
      else queue.push(one.to)
    }
  }
  return reached
}
