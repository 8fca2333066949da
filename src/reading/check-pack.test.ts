// In: the pack written in docs/packs.md. Out: that it works as it stands there.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findClaims } from '../claims/engine.ts'
import { checkPack } from './check-pack.ts'
import { checkWords } from './check-words.ts'
import { home, loadEngine } from './engine.ts'
import { readWordFiles } from './lexicon-files.ts'
import { readSentence } from './read-sentence.ts'

const page = readFileSync(join(home, 'docs', 'packs.md'), 'utf8')
const block = (kind: string) => new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'parley-pack-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the pack of the page holds its examples and reads what core alone does not', () => {
  for (const name of ['words', 'cards']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'words', 'measure-nouns.tsv'), block('tsv'))
  writeFileSync(join(folder, 'cards', 'river.yaml'), block('yaml'))
  expect(checkPack(folder)).toEqual({ cards: 1, examples: 2, failures: [] })
  const foundBy = (packs: readonly string[], sentence: string) => {
    const engine = loadEngine({ packs })
    return findClaims(readSentence(sentence, engine), 'r', engine.claims).map(
      ({ kind, evidence }) => `${kind} ${evidence.foundBy}`,
    )
  }
  const sentence = 'Ethiopia guaranteed a water release of 30 million tonnes.'
  expect(foundBy([folder], sentence)).toContain('position river/guarantee@1')
  expect(foundBy([], sentence)).not.toContain('position river/guarantee@1')
  expect(foundBy([folder], 'Ethiopia raised the water release on Monday.')).toContain('act measure/raise@1')
})

test('a card that breaks the schema is a failure that names its place', () => {
  writeFileSync(join(folder, 'cards', 'broken.yaml'), '- { id: river/broken, kind: wish }\n')
  const { failures } = checkPack(folder)
  expect(failures.map(({ wrong }) => wrong).join()).toMatch(/broken\.yaml could not be used: 0\.kind/)
})

test('a folder without words and cards is no pack', () => {
  const { failures } = checkPack(tmpdir())
  expect(failures.map(({ wrong }) => wrong).join()).toMatch(/could not be used: neither words/)
})

test.each<[string, string, RegExp]>([
  [
    'measure-nouns',
    'lema\ttype\nrelease\tquota\n',
    /measure-nouns\.tsv could not be used: line 1: no column "lema"/,
  ],
  ['measure-nouns', 'type\tlemma\nquota\trelease\n', /line 1: the first column is "type", not "lemma"/],
  ['measure-nouns', 'lemma\ttype\n\nrelease quota\n', /line 3: 1 cells between tabs, where the head has 2/],
  ['names-rivers', 'id\tname\tkin\n', /no column "kin"/],
  ['own-table', 'any\tcolumns\na\tb\tc\n', /own-table\.tsv could not be used: line 2: 3 cells/],
])('words with wrong columns are told with file and line: %s', (name, text, told) => {
  const pack = mkdtempSync(join(folder, 'pack-'))
  mkdirSync(join(pack, 'words'))
  writeFileSync(join(pack, 'words', `${name}.tsv`), text)
  expect(
    checkPack(pack)
      .failures.map(({ wrong }) => wrong)
      .join(),
  ).toMatch(told)
  expect(() => loadEngine({ packs: [pack] })).toThrow()
})

test.each(readdirSync(join(home, 'packs')))('the words of %s have the columns of their tables', (name) => {
  const packs = ['core', 'trade'].map((shipped) => join(home, 'packs', shipped))
  expect(() => checkWords(readWordFiles([join(home, 'packs', name)]), readWordFiles(packs))).not.toThrow()
})
