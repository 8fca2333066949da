// In: src/, the rule cards of the packs, the five Madrid reports where present. Out: proof that no rule was cut to fit them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Stock phrases of web pages are in every list of furniture; only what the reports tell is theirs. */
const expected = JSON.parse(readFileSync(join(root, 'eval/madrid/expected.json'), 'utf8')) as {
  reports: { file: string; sentences: { role: string; start: number; end: number }[] }[]
}
const data = process.env.PARLEY_DATA ?? join(root, '../shared/data')
const reports = join(data, 'madrid')

/** Code and cards; the packs' `words/` are general lists and may hold anything. */
function ours(): { path: string; text: string }[] {
  const files = (folder: string) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(folder, name),
        )
      : []
  return [...files('src'), ...files('packs')]
    .filter(
      (path) =>
        /\.(ts|ya?ml|json|md)$/.test(path) && !/\.test\.ts$/.test(path) && !/[\\/]words[\\/]/.test(path),
    )
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []

function runsOf(text: string, length: number): Set<string> {
  const words = wordsOf(text)
  const runs = new Set<string>()
  for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(' '))
  return runs
}

const NAMES =
  /\b(Bessent|Greer|Lifeng|Chenggang|Reinsch|Trump|Jinping|Xi|TikTok|ByteDance|Mossi|Madrid|WebProNews|Oracle|Walmart)\b/
const NUMBERS =
  /\b(2025-09-1[4-7]|2025-11-10|(September|Sept\.?) 1[47]|November 10|(61|92|55) ?(%|percent|per cent)|150 million)/

describe('no rule fits the Madrid reports alone', () => {
  it.each([
    ['name', NAMES],
    ['number', NUMBERS],
  ])('no %s of them stands in src/ or a card', (_, pattern) => {
    const found = ours().flatMap(({ path, text }) => {
      const match = pattern.exec(text)
      return match === null ? [] : [`${path}: ${match[0]}`]
    })
    expect(found).toEqual([])
  })

  it.skipIf(!existsSync(reports))('no phrase of them stands in src/ or a card', () => {
    const theirs = new Set<string>()
    for (const { file, sentences } of expected.reports) {
      const text = readFileSync(join(reports, file), 'utf8')
      for (const { role, start, end } of sentences) {
        if (role === 'furniture') continue
        for (const run of runsOf(text.slice(start, end), 5)) theirs.add(run)
      }
    }
    const found = ours().flatMap(({ path, text }) => {
      const shared = [...runsOf(text, 5)].filter((run) => theirs.has(run))
      return shared.map((run) => `${path}: ${run}`)
    })
    expect(theirs.size).toBeGreaterThan(2000)
    expect(found).toEqual([])
  })
})
