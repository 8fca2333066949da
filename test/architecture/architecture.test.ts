// In: the source. Out: proof that its arrows point one way, in no circle, and that the pure part needs no Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { circleIn, filesBelow, importsBelow, importsIn, reachedFrom } from './imports.ts'
import { trespass } from './order.ts'

const source = join(import.meta.dirname, '../../src')
const imports = importsBelow(source)
const isNode = (specifier: string) => specifier.startsWith('node:')

describe('the folders of src', () => {
  it('import only from folders before them', () => {
    const wrong = imports
      .filter((one) => one.to !== undefined)
      .map((one) => ({ ...one, why: trespass(one.from, one.to!) }))
      .filter((one) => one.why !== undefined)
      .map((one) => `${one.from} → ${one.to}: ${one.why}`)
    expect(wrong).toEqual([])
  })

  it('hold no circle of files', () => {
    expect(circleIn(imports)).toBeUndefined()
  })

  it('import each other by relative paths that end in .ts', () => {
    const wrong = imports
      .filter(
        (one) => one.specifier.startsWith('#') || (one.to !== undefined && !/\.(ts|json)$/.test(one.to)),
      )
      .map((one) => `${one.from} → ${one.specifier}`)
    expect(wrong).toEqual([])
  })

  it('name Node by "node:" only', () => {
    const bare =
      /^(?:fs|path|os|url|crypto|zlib|http|https|stream|buffer|util|events|module|process|worker_threads)(?:\/|$)/
    expect(
      imports.filter((one) => bare.test(one.specifier)).map((one) => `${one.from} → ${one.specifier}`),
    ).toEqual([])
  })
})

describe('the pure part', () => {
  it('reaches no module of Node from src/index.ts', () => {
    const reached = reachedFrom('index.ts', imports).filter((one) => isNode(one.specifier))
    expect(reached.map((one) => `${one.file} → ${one.specifier}`)).toEqual([])
  })

  it('has no module of Node in model, language, claims and outlook', () => {
    const wrong = imports.filter(
      (one) =>
        isNode(one.specifier) && !one.typesOnly && /^(?:model|language|claims|outlook)\//.test(one.from),
    )
    expect(wrong.map((one) => `${one.from} → ${one.specifier}`)).toEqual([])
  })
})

it('the language layer reads its first sentence without the schemas of claims', () => {
  const reached = reachedFrom('language/read.ts', imports).filter((one) => one.specifier === 'zod')
  expect(reached.map((one) => `${one.file} → ${one.specifier}`)).toEqual([])
})

it('only what keeps and serves dossiers knows SQLite', () => {
  const wrong = filesBelow(source).filter(
    (file) =>
      !/^(?:store|dossier|serve)\//.test(file) &&
      readFileSync(join(source, file), 'utf8').includes('node:sqlite'),
  )
  expect(wrong).toEqual([])
})

describe('the walker itself', () => {
  it.each([
    ["import { a } from './a.ts'", './a.ts', false],
    ["import type { A } from './a.ts'", './a.ts', true],
    ["import { type A, type B } from './a.ts'", './a.ts', true],
    ["import { type A, b } from './a.ts'", './a.ts', false],
    ["import './a.ts'", './a.ts', false],
    ["export * from './a.ts'", './a.ts', false],
    ["import {\n  a,\n  b,\n} from './a.ts'", './a.ts', false],
    ["const { a } = await import('./a.ts')", './a.ts', false],
    ["let a: import('./a.ts').A", './a.ts', true],
  ])('reads %s', (text, specifier, typesOnly) => {
    expect(importsIn(text, 'x/y.ts')).toMatchObject([{ specifier, typesOnly }])
  })

  it('does not take comments for imports', () => {
    expect(importsIn("// import './a.ts'\n/* import './b.ts' */", 'x.ts')).toEqual([])
  })

  it('sees an arrow against the order, a circle, and a module of Node behind two files', () => {
    expect(trespass('model/day.ts', 'views/first-page/brief.ts')).toBe('model comes before views')
    expect(trespass('record/build.ts', 'language/doc.ts')).toBe('record does not see language')
    expect(trespass('record/build.ts', 'model/day.ts')).toBeUndefined()
    const a = importsIn("import './b.ts'", 'a.ts')
    const b = importsIn("import './a.ts'\nimport 'node:fs'", 'b.ts')
    expect(circleIn([...a, ...b])).toEqual(['a.ts', 'b.ts', 'a.ts'])
    expect(reachedFrom('a.ts', [...a, ...b])).toEqual([{ file: 'b.ts', specifier: 'node:fs' }])
  })
})
