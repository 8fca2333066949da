// In: README.md. Out: it shows what the demo prints; `node scripts/write-readme.ts` writes it anew.
import { expect, it } from 'vitest'
import { demoForReadme, shownInReadme } from '../../scripts/write-readme.ts'

it('shows what the demo prints', { timeout: 60_000 }, () => {
  expect(shownInReadme()).toContain('## In force')
  expect(shownInReadme()).toBe(demoForReadme())
})
