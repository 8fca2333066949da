import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asProblem, meansLoss, NOTICES, notice, PROBLEMS, Problem, printProblem, problem } from './problem.ts'

describe('a problem', () => {
  it('says what is wrong with the value found, what was expected and what to do', () => {
    const found = problem('day-not-understood', { option: '--as-of', found: '2025-02-30' })
    expect(found).toMatchObject({ code: 'day-not-understood', exit: 2 })
    expect(printProblem(found)).toBe(
      [
        'parley: --as-of "2025-02-30" is no day that exists.',
        '  Expected a day as YYYY-MM-DD, for example 2024-03-05.',
        '  Correct the day and run the command again.',
        '  [day-not-understood]',
      ].join('\n'),
    )
    expect(found.message).toContain('is no day that exists. Expected a day')
  })

  it('takes any thrown value: itself, an error, a string', () => {
    const own = problem('no-paths')
    expect(asProblem(own, 'reading')).toBe(own)
    expect(asProblem(new TypeError('x is not a function'), 'reading a.txt')).toMatchObject({
      code: 'internal',
      exit: 1,
    })
    expect(printProblem(asProblem('odd', 'reading a.txt'))).toContain('while reading a.txt: odd')
  })

  it('cuts values that are too long to read', () => {
    expect(
      problem('command-unknown', { found: 'x'.repeat(5000), available: ['brief'] }).message.length,
    ).toBeLessThan(300)
  })

  it('is an error with its own name', () => {
    expect(problem('no-paths')).toBeInstanceOf(Problem)
    expect(problem('no-paths').name).toBe('Problem')
  })
})

describe('a notice', () => {
  it('names its file and its code', () => {
    expect(notice('empty-file', { path: 'a.txt' })).toEqual({
      code: 'empty-file',
      path: 'a.txt',
      message: 'a.txt: empty, nothing to read. Expected a text.',
    })
  })

  it('says whether something was left unread', () => {
    expect([meansLoss('empty-file'), meansLoss('same-report'), meansLoss('of-some-layer')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('the page of problems', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/problems.md'), 'utf8')
  const documented = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1])
  it('has every code once and no other', () => {
    expect(documented.toSorted()).toEqual([...Object.keys(PROBLEMS), ...Object.keys(NOTICES)].toSorted())
  })
})
