// In: positions of one party. Out: that a word and its finer form are one, and other amounts are not.
import { expect, it } from 'vitest'
import { NO, reading } from '../../../test/fixtures/readings.ts'
import { buildRecord } from '../build.ts'

const issues = (stance: string, ...told: readonly (readonly [issue: string, content: string])[]) =>
  buildRecord(
    told.map(([issue, content], at) => {
      const phrase = (text: string) => ({
        text,
        start: 0,
        end: text.length,
        head: text.split(' ').at(-1)!,
        ids: [],
      })
      const body = {
        party: NO,
        issue: phrase(issue),
        stance,
        content: phrase(content),
        toldBy: 'self',
        teller: [],
      }
      return reading(`r${at}`, { published: `2031-05-1${at}` }, [
        { kind: 'position', quote: `Norway: ${content}.`, body },
      ])
    }),
  )
    .record.entries.flatMap((entry) => (entry.kind === 'position' ? [entry.body.issue] : []))
    .sort()

it.each([
  [
    ['fishing rights', 'not give up fishing rights'],
    ['rights', 'never bargain over rights'],
    ['fishing rights'],
  ],
  [
    ['fishing rights', 'not give up fishing rights'],
    ['salmon', 'never touch salmon'],
    ['fishing rights', 'salmon'],
  ],
  [
    ['rights of way', 'keep rights of way'],
    ['rights', 'never bargain over rights'],
    ['rights', 'rights of way'],
  ],
] as const)('red lines over %j and %j are %j', (a, b, found) => {
  expect(issues('red-line', a, b)).toEqual(found)
})

it('a raise of six and one of eight percent are two demands', () => {
  expect(
    issues(
      'demand',
      ['wages', 'a raise of 6 percent for dock crews'],
      ['pay', 'a raise of 8 percent for dock crews'],
    ),
  ).toHaveLength(2)
})

it('two sentences of one report are two statements where only a phrase recurs, a headline and its sentence are one', () => {
  const told = (...contents: readonly string[]) =>
    buildRecord([
      reading(
        'r',
        { published: '2031-05-10' },
        contents.map((content) => ({
          kind: 'statement' as const,
          quote: `Norway said ${content}.`,
          body: { speaker: [NO], of: [NO], cue: 'say', content, form: 'indirect', addressee: [] },
        })),
      ),
    ]).record.entries.filter(({ kind }) => kind === 'statement').length
  const phrase = 'the stable and open growth of fish trade with Peru'
  expect(
    told(`the goal remains ${phrase}`, `a fair treatment of all crews in port is needed for ${phrase}`),
  ).toBe(2)
  expect(told('truce on cod reached', 'a truce on cod was reached with Peru late on Friday')).toBe(1)
})
