// In: command lines in a made-up world. Out: that each prints what it should, where it should, and ends as it should.
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import { toldWorld } from '../../../test/fixtures/told-world.ts'
import { COMMANDS } from './commands.ts'
import { nearest } from './nearest.ts'
import { runCommandLine } from './run-command.ts'

const run = async (line: string | readonly string[], rest: Parameters<typeof toldWorld>[1] = {}) => {
  const told = toldWorld(harbourRecord(), rest)
  const argv = typeof line === 'string' ? line.split(' ').filter(Boolean) : line
  const exit = await runCommandLine(argv, told.world)
  return { exit, ...told.written, questions: told.questions }
}

describe('misuse ends with 2 and says what to do', () => {
  test.each<[string, string, RegExp]>([
    ['breif reports', 'command-unknown', /There is no command "breif"\.\n {2}Did you mean "brief"\?/],
    ['frobnicate reports', 'command-unknown', /Commands: brief, timeline/],
    ['brief', 'no-paths', /parley brief reports\//],
    ['brief reports --as-off 2031-05-01', 'option-unknown', /--as-of/],
    ['brief reports --as_of 2031-05-01', 'option-unknown', /Did you mean "--as-of"\?/],
    ['brief reports --since 2031-05-01', 'option-unknown', /no option of this command; it is one of diff\./],
    ['brief reports --frob', 'option-unknown', /There is no option "--frob"\.\n {2}Options here: --as-of/],
    ['brief reports --as-of 2031-5-1', 'day-not-understood', /"2031-5-1" is not written as a day/],
    ['find reports who met', 'question-first', /Run: parley find "who met" reports/],
    ['brief reports --as-of 2031-02-30', 'day-not-understood', /YYYY-MM-DD/],
    ['brief reports --on yesterday', 'day-not-understood', /2024-03-05/],
    ['brief reports --on', 'option-value', /--on was given no value\.\n {2}Expected a day as YYYY-MM-DD/],
    ['brief reports --about=', 'option-value', /parties or words/],
    ['brief reports --all=3', 'option-value', /--all cannot be "3"\.\n {2}Expected no value/],
    ['brief reports --recorded-by 2031-05-01', 'dossier-alone', /--as-of/],
    ['init talks now', 'argument-unexpected', /does not know what to do with "now"/],
    ['what-if lapse reports', 'argument-missing', /no scenario to compare "lapse" with/],
    ['log talks', 'argument-unexpected', /"talks"/],
    ['backup talks.parley a.parley b.parley', 'argument-unexpected', /"b\.parley"/],
    ['brief reports --format pdf', 'option-value', /md, json, html/],
    ['record reports --format html', 'option-value', /json/],
    ['find', 'argument-missing', /question/],
    ['find truce', 'no-paths', /given no reports\.\n.*\n.*parley find "when/],
    ['evidence e-none reports', 'entry-not-found', /e-none/],
    ['terms', 'argument-missing', /id/],
    ['terms e-frame', 'no-paths', /parley terms/],
    ['terms e-none reports', 'entry-not-found', /e-none/],
    ['terms timber reports', 'not-an-agreement', /Agreements: framework/],
    ['hangs-on e-none reports', 'entry-not-found', /e-none/],
    ['hangs-on e-t reports', 'entry-not-found', /e-truce/],
    ['completion tcsh', 'option-value', /bash, zsh, fish/],
    ['help nonsense', 'command-unknown', /nonsense/],
    ['annotate', 'no-paths', /folders, globs/],
  ])('%s', async (line, code, says) => {
    const { exit, out, err } = await run(line)
    expect(exit).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(`[${code}]`)
    expect(err).toMatch(says)
    expect(err).not.toMatch(/\n\s+at |undefined/)
  })
})

test('a path without a command gets the way in', async () => {
  const { exit, err } = await run('reports')
  expect(exit).toBe(2)
  expect(err).toContain('To read reports: parley brief reports')
})

test.each(['--help brief', '-h brief'])('"%s" is the help of that command', async (line) => {
  expect((await run(line)).out).toBe((await run('help brief')).out)
})

test.each(['', '--help', '-h', 'help'])('"%s" is help, on the output', async (line) => {
  const { exit, out } = await run(line)
  expect(exit).toBe(0)
  for (const command of COMMANDS) expect(out).toContain(`  ${command.name}`)
})

test.each(COMMANDS.map((command) => command.name))(
  'help %s has usage, options and an example',
  async (name) => {
    const { exit, out } = await run(`help ${name}`)
    expect(exit).toBe(0)
    expect(out).toContain(`Usage: parley ${name}`)
    expect(out).toMatch(/Examples?:\n {2}\S/)
    expect((await run(`${name} --help`)).out).toBe(out)
  },
)

test('a piped page is Markdown without colour or progress', async () => {
  const { exit, out, err } = await run('brief reports')
  expect(exit).toBe(0)
  expect(out).toMatch(/^# Norland and Sudria: state of play\n/)
  expect(out).not.toContain('\u001b')
  expect(err).toBe('')
})

test.each<[string, Parameters<typeof toldWorld>[1], boolean]>([
  ['brief reports', { outIsTerminal: true }, true],
  ['brief reports --no-color', { outIsTerminal: true }, false],
  ['brief reports', { outIsTerminal: true, environment: { NO_COLOR: '1' } }, false],
  ['brief reports', { outIsTerminal: true, environment: { TERM: 'dumb' } }, false],
])('colour of "%s" with %j is %s', async (line, rest, coloured) => {
  expect((await run(line, rest)).out.includes('\u001b[')).toBe(coloured)
})

test('why takes --no-color too', async () => {
  const { exit, out } = await run(['why', 'Norway lifted the ban on Peruvian fish.', '--no-color'])
  expect(exit).toBe(0)
  expect(out).toContain('## Claims')
})

test('where several dossiers could be meant, they are named', async () => {
  const { exit, err } = await run('brief', { dossiersHere: () => ['a.parley', 'b.parley'] })
  expect(exit).toBe(2)
  expect(err).toContain('one of the dossiers here: a.parley, b.parley.')
})

test('progress goes to a terminal only, and takes itself away', async () => {
  const { err } = await run('brief reports', { errIsTerminal: true })
  expect(err).toContain('reading 1 of 3')
  expect(err.endsWith('\r\u001b[2K')).toBe(true)
})

test('days, packs and paths reach the record', async () => {
  const { questions } = await run('brief a b --as-of 2031-05-13 --on=2031-05-20 --pack p --pack=q')
  expect(questions).toEqual([{ paths: ['a', 'b'], packs: ['p', 'q'], asOf: '2031-05-13', on: '2031-05-20' }])
})

test('what could not be read ends with 1, after the page', async () => {
  const { exit, out } = await run('brief reports', { loss: true })
  expect(exit).toBe(1)
  expect(out).toContain('# Norland')
})

test('a mistake of ours is said plainly, without a stack', async () => {
  const { exit, err } = await run('brief reports', {
    openRecord: async () => {
      throw new Error('boom')
    },
  })
  expect(exit).toBe(1)
  expect(err).toContain('[internal]')
  expect(err).not.toMatch(/\n\s+at /)
})

test('find, evidence and record print', async () => {
  expect((await run(['find', 'when does the fee truce end', 'reports'])).out).toContain('until 1 Aug 2031')
  expect((await run('evidence [e-truce] reports')).out).toContain('The fee truce between Norland and Sudria')
  expect(JSON.parse((await run('record reports')).out)).toMatchObject({ readingVersion: 'fixture@1' })
})

test.each(['framework', 'e-frame', '[e-frame]', 'frame'])('terms and hangs-on know %s', async (id) => {
  const terms = await run(`terms ${id} reports`)
  expect([terms.exit, terms.err]).toEqual([0, ''])
  expect(terms.out).toContain('None of its terms was read.')
  const hangs = await run(`hangs-on ${id} reports`)
  expect(hangs.out).toContain('uses the timber duty as leverage over docks')
  expect((await run('hangs-on cranes reports')).out).toContain('No report ties anything to it.')
  expect(JSON.parse((await run(`hangs-on ${id} reports --format json`)).out)).toMatchObject({
    view: 'hangs-on',
  })
})

test('every view prints in every format', async () => {
  for (const command of COMMANDS.filter((one) => one.group === 'read'))
    for (const format of command.formats) {
      const { exit, out, err } = await run(`${command.name} reports --format ${format}`)
      expect([command.name, format, exit, err]).toEqual([command.name, format, 0, ''])
      expect(out.length).toBeGreaterThan(100)
    }
})

test('the completion scripts are scripts, and know every command', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { out } = await run(`completion ${shell}`)
    for (const command of COMMANDS) expect(out).toContain(command.name)
  }
  const { out } = await run('completion bash')
  expect(() => execFileSync('bash', ['-n'], { input: out })).not.toThrow()
  const asked = `${out}\nCOMP_WORDS=(parley br); COMP_CWORD=1; _parley; echo "\${COMPREPLY[*]}"`
  expect(execFileSync('bash', { input: asked }).toString().trim()).toBe('brief')
})

test.each([
  ['breif', ['brief']],
  ['mesures', ['measures']],
  ['time', ['timeline']],
  ['xyzzy', []],
])('%s is near %j', (word, near) => {
  expect(
    nearest(
      word,
      COMMANDS.map((command) => command.name),
    ),
  ).toEqual(near)
})
