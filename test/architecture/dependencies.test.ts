// In: package.json and its page. Out: proof that each dependency has one exact version, and a line that says why it is there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
const listed = [...page.matchAll(/^\| `([^`]+)` \| (\S+) \| .{10,} \|$/gm)].map(([, name, version]) => [
  name,
  version,
])

it('every dependency is listed with its exact version and its reason, and no other', () => {
  const used = Object.entries({ ...dependencies, ...devDependencies })
  expect(listed.toSorted()).toEqual(used.toSorted())
  for (const [, version] of used) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})
