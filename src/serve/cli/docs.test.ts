// In: docs/cli.md and the table of commands. Out: that the page names every command, option and problem-ending there is.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS } from './commands.ts'
import { OPTIONS } from './options.ts'

const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8')

test.each(COMMANDS.map((command) => command.name))('docs/cli.md tells of %s', (name) => {
  expect(page).toMatch(new RegExp(`\\| \`${name}[ \`]`))
})

test.each(Object.values(OPTIONS).map((option) => option.name))('docs/cli.md tells of --%s', (name) => {
  expect(page).toContain(`--${name}`)
})

test('examples in help name commands that are there', () => {
  for (const command of COMMANDS)
    for (const example of command.examples) expect(example).toMatch(new RegExp(`parley ${command.name}\\b`))
})
