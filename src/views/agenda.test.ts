// In: the fish duties, invented. Out: proof that the agenda tells each term once, whole, and the calendar holds it.
import { expect, it } from 'vitest'
import { readFolder } from '../../test/fixtures/read-folder.ts'
import { agendaPage, dueItems } from './agenda.ts'
import { calendarOf } from './format/ics.ts'
import { textOf } from './lines/line.ts'

const read = await readFolder('examples/outlook/fish-2031')
const section = (id: string, asOf: string, until?: string) =>
  agendaPage(read(asOf), { until }).sections.find((one) => one.id === id)?.lines ?? []

it('a term is told once, with what holds before and after, its moves, what others tell and what would change it', () => {
  const [term, ...others] = section('next', '2031-06-22').filter((line) =>
    textOf(line).startsWith('Fri 1 Aug 2031'),
  )
  expect(others).toEqual([])
  expect(textOf(term!)).toContain('Executive Order 905 (PE → NO): the term ends, moved once')
  expect(term!.lines.map(textOf)).toEqual([
    'in force now: 5 %',
    'then, if nothing is done: 35 %',
    '1 Apr 2031: told to run until 2 Jun 2031',
    '1 Jun 2031, one day before: moved from 2 Jun 2031 to 1 Aug 2031',
    'told of that day: “The suspension of the higher duty expires on August 1.”',
    'would change it: “a deal between the sides”',
    'would change it: “unless Norway publishes its catch records”',
    'must approve the accord, not told as done: Norway',
  ])
  for (const line of term!.lines) expect(line.evidence.length).toBeGreaterThan(0)
})

it('what was ordered and came about is not told as unreported', () => {
  expect(section('fell-due', '2031-06-22')).toEqual([])
  expect(dueItems(read('2031-06-22')).filter(({ state }) => state === 'unreported')).toEqual([])
})

it('a term that passed with no act read is unreported, not lapsed', () => {
  const reader = read('2031-06-22', '2031-08-05')
  const lines = agendaPage(reader, {}).sections.find((one) => one.id === 'fell-due')?.lines ?? []
  expect(lines.map(textOf).filter((text) => text.includes('905'))).toHaveLength(1)
  expect(lines.map(textOf).join()).not.toMatch(/laps/)
})

it('looks no further than asked', () => {
  expect(section('next', '2031-06-22', '2031-07-20').map(textOf)).toEqual([expect.stringContaining('Callao')])
})

it('the calendar has a day for each, in lines of at most 75 octets, the same twice', () => {
  const file = calendarOf(read('2031-06-22'))
  expect(file).toBe(calendarOf(read('2031-06-22')))
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  expect(file).toContain('DTSTART;VALUE=DATE:20310801')
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})
