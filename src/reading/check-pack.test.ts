// In: the pack written in docs/packs.md. Out: that it works as it stands there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findClaims } from '../claims/engine.ts'
import { checkPack } from './check-pack.ts'
import { home, loadEngine } from './engine.ts'
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
