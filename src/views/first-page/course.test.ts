// In: reports of our own. Out: which sentences a course of events tells.
import { expect, test } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { readerOf } from '../../record/in-memory.ts'
import { textOf } from '../lines/line.ts'
import { courseOf } from './course.ts'

const courseIn = async (told: Readonly<Record<string, string>>): Promise<string> => {
  const reader = readerOf(await builtFrom(told), new Map())
  return courseOf(reader, [])
    .map(({ line }) => textOf(line))
    .join('\n')
}

test('what is told beside what is to come is no event of its day', async () => {
  const told = await courseIn({
    '2031-10-28':
      'Peru will suspend for one year the copper export measures announced on October 9, and will study further steps.',
  })
  expect(told).not.toContain('9 Oct')
})

test('what was announced on a day is told with it', async () => {
  const told = await courseIn({ '2031-10-28': 'Peru announced the copper rules on October 9.' })
  expect(told).toContain('9 Oct 2031')
})

test('the news of a report is told though it is only set for a day that is over', async () => {
  const told = await courseIn({
    '2031-10-28':
      'Peru and Chile end their copper strike\n\nA new truce between Peru and Chile over copper is set to begin on Sunday. Peru sold 40 boats last year.',
    '2031-12-05': 'Peru banned tin on Friday.',
  })
  expect(told).toContain('A new truce between Peru and Chile')
})

test('a plan told deep in a report, or as what may be, is no news of it', async () => {
  const told = await courseIn({
    '2031-10-28':
      'Peru bans tin exports\n\nPeru banned exports of tin on Tuesday. Chile would end its levy on copper on Sunday, ministers said.',
  })
  expect(told).toContain('Peru banned exports of tin')
  expect(told).not.toContain('Chile would end')
})

test.each([
  ['In Lima, President Diego Paz cut the 50 days he gave Chile on 14 October to twelve.', '14 Oct'],
  ['The copper terms announced on 9 October have been rejected by every mine, Chile said.', '9 Oct'],
  ['Peru, which banned tin exports on 9 October, is ready for talks on copper, Chile said.', '9 Oct'],
  ['Peru wanted a lower levy in the law passed by Chile’s senate on 9 October.', '9 Oct'],
  ['New spending of 4 million in the law approved on 9 October will widen the deficit of Peru.', '9 Oct'],
  ['The premier has planned a vote on a new law, unveiled on 9 October, and has his work cut out.', '9 Oct'],
  ['Peru stopped buying copper after Chile banned tin exports on 9 October.', '9 Oct'],
])('the day of a clause is not that of its sentence: %s', async (text, day) => {
  expect(await courseIn({ '2031-10-28': text })).not.toContain(`${day} 2031: `)
})

test.each([
  'Peru, which mines copper, banned tin exports on 9 October.',
  'The minister, Diego Paz, banned tin exports on 9 October.',
  'The law was passed by the senate of Peru on 9 October.',
  'Peru banned tin exports on 9 October after talks that had lasted a week.',
  'The miners who dig copper voted on 9 October to strike.',
])('the day of a sentence is told with it: %s', async (text) => {
  expect(await courseIn({ '2031-10-28': text })).toContain('9 Oct 2031: ')
})

test.each([
  'Diego Paz, one of the ministers who joined the miners’ walkout on Friday, offered a new wage plan on 9 October.',
  'The minister, Diego Paz, whose party had left the talks on Monday, signed the copper accord on 9 October.',
])('of the days of a sentence that of its own clause is told: %s', async (text) => {
  expect(await courseIn({ '2031-10-11': text })).toContain('9 Oct 2031: ')
})

test('an old day told beside the news is none of its sentence', async () => {
  const told = await courseIn({
    '2031-10-28': 'Peru closed its ports on 2 May and opened them again to all trawlers.',
  })
  expect(told).not.toContain('28 Oct 2031: ')
})

test('what a report looks back on more than a year later is no event of the course', async () => {
  const told = await courseIn({
    '2031-10-28': 'Peru banned tin exports on Monday. In 2023 Chile occupied two villages of Peru.',
  })
  expect(told).toContain('banned tin')
  expect(told).not.toContain('two villages')
})

test('what begins within what somebody says is his', async () => {
  const told = await courseIn({
    '2031-10-28':
      '“It is time to act,” Diego Paz said. “Chile has stopped all ships. Peru closed the port of Ilo on Monday,” he said.',
  })
  expect(told).not.toContain('closed the port')
})

test.each([
  'One way out of the row would be a swap in which Peru opened the port of Ilo to Chile.',
  'In the meantime, Peru and Chile could create a panel which closed two mines before.',
  'Even if the senate approves the law, the mines that Peru closed stay shut.',
  'During the 2028 campaign, Chile closed two ports of Peru.',
])('what only may be, or was in another year, is no event of the course: %s', async (text) =>
  expect(await courseIn({ '2031-10-28': `Peru banned tin exports. ${text}` })).not.toContain(text),
)

test.each([
  'The senate of Peru rejected a law that would close the port of Ilo.',
  'Last week Peru closed the port of Ilo, which could cost Chile 4 million.',
  'The law that would close the port of Ilo was rejected by the senate of Peru 50 to 49.',
])('what was done is one, whatever may come of it: %s', async (text) =>
  expect(await courseIn({ '2031-10-28': text })).toContain(text),
)

test('what a report tells first is told, though its headline names something else', async () => {
  const lede =
    'Norway and Iceland on Friday signed an accord on cod that opens 40 harbours to trawlers of both sides from May.'
  const told = await courseIn({
    '2031-10-28': `${lede} The fishermen of Bergen blocked the quay. Fishermen in Bergen rejected the plan of the fishermen of Oslo.`,
  })
  expect(told).toContain('opens 40 harbours')
})

test('a first sentence that points to what is not told is no news of its own', async () => {
  const told = await courseIn({
    '2031-10-28':
      'This came after the two of them had signed what both of them had been asking for since May.',
  })
  expect(told).toBe('')
})
