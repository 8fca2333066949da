// In: short reports of our own. Out: which promises a later report tells as kept.
import { expect, test } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { readerOf } from '../in-memory.ts'
import { isDayOver, isOfDayPast, isOfThen, keptBy } from './kept.ts'

async function kept(...texts: string[]): Promise<boolean[]> {
  const told = Object.fromEntries(texts.map((text, n) => [`2031-06-0${2 * n + 1}`, text]))
  const reader = readerOf(await builtFrom(told), new Map())
  return reader.ofKind('commitment').map((one) => keptBy(reader, one) !== undefined)
}

const promise = 'Norway promised on Sunday to pay 20 million euros into the harbour fund by 4 June.'

test('a promise is kept where a later report tells its deed of who made it', async () => {
  expect(
    await kept(promise, 'Norway paid 20 million euros into the harbour fund on Tuesday, the mayor said.'),
  ).toEqual([true])
})

test.each([
  'Norway has not paid 20 million euros into the harbour fund, the mayor said.',
  'Norway will pay 20 million euros into the harbour fund on Friday, the mayor said.',
  'Peru paid 20 million euros into the harbour fund on Tuesday, the mayor said.',
  'Norway paid its crews on Tuesday, the mayor said.',
])('and not where it does not: %s', async (text) => expect(await kept(promise, text)).toEqual([false]))

test('a promise whose sentence plans for a day that is over is so', async () => {
  const told = (text: string) => ({ '2031-05-02': text, '2031-06-09': 'Peru sells herring.' })
  const over = async (text: string) => {
    const reader = readerOf(await builtFrom(told(text)), new Map())
    return reader.ofKind('commitment').map((one) => isDayOver(reader, one))
  }
  const under = 'Under the accord, Norway will put back its own cod scheme'
  expect(await over(`${under}, which was to have started on 1 May, to 1 June.`)).toEqual([true])
  expect(await over(`${under}, which was to have started on 1 May, to 1 July.`)).toEqual([false])
  expect(await over(`${under}.`)).toEqual([false])
})

test.each<[string, boolean[]]>([
  ['The herring quay will be opened on 9 May, minister Jon Vik said.', [true]],
  ['Bargaining has until 9 May to end, minister Jon Vik said.', [true]],
  ['The herring quay will be opened on 9 July, minister Jon Vik said.', [false]],
  ['The herring quay was opened on 1 May, minister Jon Vik said.', [false]],
])('what was said to lie ahead, of days that are over: %s', async (text, past) => {
  const told = { '2031-05-02': text, '2031-06-09': 'Peru sells herring.' }
  const reader = readerOf(await builtFrom(told), new Map())
  expect(
    reader.ofKind('statement').map(({ body, evidence }) => isOfDayPast(reader, evidence, body.content)),
  ).toEqual(past)
})

test('what no report of the last week tells, and has no day ahead, is told of then', async () => {
  const of = async (text: string, last: string) => {
    const reader = readerOf(await builtFrom({ '2031-05-02': text, [last]: 'Peru sells herring.' }), new Map())
    return reader.ofKind('commitment').map((one) => isOfThen(reader, one))
  }
  const promise = 'Norway promised to mend its two herring weirs'
  expect(await of(`${promise}.`, '2031-06-09')).toEqual([true])
  expect(await of(`${promise}.`, '2031-05-05')).toEqual([false])
  expect(await of(`${promise} by 1 June.`, '2031-06-09')).toEqual([true])
  expect(await of(`${promise} by 1 July.`, '2031-06-09')).toEqual([false])
})
