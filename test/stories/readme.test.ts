// In: README.md. Out: it shows what the demo prints; `node scripts/write-readme.ts` writes it anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageShown, SHOWING } from '../../scripts/shown-output.ts'
import { demoForReadme, shownInReadme } from '../../scripts/write-readme.ts'

it('shows what the demo prints', { timeout: 60_000 }, () => {
  expect(shownInReadme()).toContain('## In force')
  expect(shownInReadme()).toBe(demoForReadme())
})

it.each(SHOWING)('%s shows what the commands print', { timeout: 120_000 }, (page) => {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8')
  expect(text).toContain('<!-- shows: ')
  expect(text).toBe(pageShown(text))
})
