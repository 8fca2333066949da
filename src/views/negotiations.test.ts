// In: reports of our own. Out: in what state the page of talks tells a whole negotiation to be, and the turns before.
import { expect, test } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'
import { readerOf } from '../record/in-memory.ts'
import { textOf } from './lines/line.ts'
import { talksPage } from './talks.ts'
import { datedLines } from './timeline.ts'

const linesOf = async (reports: Record<string, string>) => {
  const reader = readerOf(await builtFrom(reports), new Map())
  const [section] = talksPage(reader).sections
  const found = section!.lines.filter((line) => textOf(line).includes('Negotiations'))
  return { reader, lines: found.map(textOf), below: found.flatMap((line) => line.lines.map(textOf)) }
}

test('a negotiation stands by its last turn, with those before below', async () => {
  const { lines, below, reader } = await linesOf({
    '2031-05-06': 'Norway broke off negotiations with Iceland over cod on Monday.',
    '2031-05-20': 'Norway and Iceland resumed negotiations on Friday after two weeks of silence.',
    '2031-06-10': 'Iceland suspended the negotiations with Norway on Monday.',
  })
  expect(lines).toEqual([
    expect.stringMatching(
      /^Negotiations between Iceland and Norway: suspended by Iceland, (?:Mon )?9 Jun 2031 · “Iceland suspended/,
    ),
  ])
  expect(below).toEqual([
    expect.stringMatching(/^broken off by Norway, (?:Mon )?5 May 2031 · “Norway broke off/),
    expect.stringMatching(/^resumed by .*16 May 2031/),
  ])
  const dated = datedLines(reader, false).map(({ line }) => textOf(line))
  expect(dated.filter((line) => line.includes('suspended by Iceland'))).toHaveLength(1)
})

test('what names no side is of the only ones that negotiate, and a plan changes no state', async () => {
  const { lines, below } = await linesOf({
    '2031-05-06': 'Norway broke off negotiations with Iceland over cod on Monday.',
    '2031-05-13': 'The two ministers agreed that the talks would resume before the summer.',
  })
  expect(lines).toEqual([expect.stringContaining('broken off by Norway')])
  expect(below).toEqual([expect.stringContaining('to be resumed, reported')])
})

test('two words for one day are one turn', async () => {
  const { lines, below } = await linesOf({
    '2031-05-06': 'Norway broke off negotiations with Iceland over cod on Monday.',
    '2031-05-07': 'Norway cut off its talks with Iceland on Monday, a blow to the fleet.',
  })
  expect(lines).toHaveLength(1)
  expect(below).toEqual([])
})

test('a meeting of the same sides behind the last turn is told with it', async () => {
  const { lines } = await linesOf({
    '2031-05-06': 'Norway broke off negotiations with Iceland over cod on Monday.',
    '2031-05-20': 'Norwegian and Icelandic ministers met in Lima on Sunday.',
  })
  expect(lines).toEqual([
    expect.stringMatching(
      /broken off by Norway, 5 May 2031 · since then met (?:Sun )?18 May 2031 in Lima · “/,
    ),
  ])
})
