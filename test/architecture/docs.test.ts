// In: the pages of docs/ and README. Out: that the files, folders and claims they name are there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadEngine } from '../../src/reading/engine.ts'
import { why } from '../../src/reading/why.ts'

const root = join(import.meta.dirname, '../..')
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name)))
const FILES = ['src', 'packs', 'models', 'eval', 'bench', 'test', 'docs', 'examples', 'scripts'].flatMap(
  filesBelow,
)
const isThere = (name: string) => FILES.some((file) => file === name || file.endsWith(`/${name}`))
const PAGES = ['README.md', ...filesBelow('docs').filter((file) => file.endsWith('.md'))]
/** Files of a reader's own, in examples. */
const INVENTED = /^(?:river\/|\w+\.parley|reports\/)/

test.each(PAGES)('%s names only what is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const named = [
    ...text.matchAll(/`([\w./-]+\.(?:ts|md)|(?:src|packs|eval|bench|test|docs|examples)\/[\w./-]+?)\/?`/g),
  ]
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) =>
    link.replace(/^(?:\.\.\/)+/, ''),
  )
  const names = [...named.map(([, name = '']) => name), ...linked].filter((name) => !INVENTED.test(name))
  expect(names.filter((name) => !isThere(name))).toEqual([])
})

test('the sentence of docs/reading.md gives the claims that the page tells', () => {
  const page = readFileSync(join(root, 'docs/reading.md'), 'utf8')
  const [sentence = ''] = /(?<=^> ).*$/m.exec(page) ?? []
  const told = [...page.matchAll(/^\| (\w+)\b.*\| `([\w/-]+@\d+)` \|$/gm)].map(
    ([, kind, rule]) => `${kind} ${rule}`,
  )
  const { claims } = why(sentence, loadEngine())
  expect(claims.map(({ kind, evidence }) => `${kind} ${evidence.foundBy}`).sort()).toEqual(told.sort())
})
