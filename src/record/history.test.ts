import { describe, expect, it } from 'vitest'
import { deadline, duty, NO, reading, type Sentence } from '../../test/fixtures/readings.ts'
import type { Entry } from '../model/index.ts'
import { buildRecord } from './build.ts'

const history = (kind: Entry['kind'], ...reports: readonly (readonly [published: string, one: Sentence])[]) =>
  buildRecord(reports.map(([published, one], at) => reading(`r${at}`, { published }, [one])))
    .record.entries.filter((entry) => entry.kind === kind)
    .map((entry) => entry.history.map(({ value, known }) => `${value}, known ${known.latest}`))

const hulls = (value: number, year: string): Sentence => ({
  kind: 'figure',
  quote: `Norway had ${value} fishing boats in ${year}.`,
  days: [{ role: 'asOf', value: year }],
  body: {
    measures: { text: 'fishing boats', start: 0, end: 13, head: 'boat', ids: [] },
    value: { value, unit: 'boat', bound: '=' },
    scope: [],
    of: [NO],
  },
})

/** A figure told without a time of its own. */
const told = (measures: string, unit: string, value: number): Sentence => ({
  kind: 'figure',
  quote: `Norway told of ${value} ${measures}.`,
  days: [],
  body: {
    measures: { text: measures, start: 0, end: 5, head: unit, ids: [] },
    value: { value, unit, bound: '=' },
    scope: [],
    of: [NO],
  },
})

describe('the history of an entry', () => {
  it('has an older count that is no longer told, but no toll of more: that is another event', () => {
    const both = (measures: string, unit: string) =>
      history('figure', ['2031-01-10', told(measures, unit, 65)], ['2031-02-03', told(measures, unit, 12)])
        .flat()
        .map((one) => one.split(',')[0])
    expect(both('fishing boats idle', 'boat')).toEqual(['65 boat (told 2031-01-10)'])
    expect(both('soldiers killed', 'soldier')).toEqual([])
  })

  it('has the phases of a measure told before the one it reached', () => {
    expect(
      history('measure', ['2031-05-12', duty(30, { modality: 'planned' }, 'set')], ['2031-05-20', duty(30)]),
    ).toEqual([['announced, known 2031-05-12']])
  })

  it('has no phase that is told later, of the past', () => {
    expect(
      history('measure', ['2031-05-12', duty(30)], ['2031-05-20', duty(30, { modality: 'planned' }, 'set')]),
    ).toEqual([[]])
  })

  it('has a figure as of an earlier year, and no dispute', () => {
    const { record } = buildRecord([
      reading('a', { published: '2031-05-12' }, [hulls(2400, '2029')]),
      reading('b', { published: '2031-05-13' }, [hulls(2650, '2030')]),
    ])
    expect(record.disputes).toEqual([])
    expect(record.entries.flatMap((entry) => entry.history.map(({ value }) => value))).toEqual([
      '2400 boat (2029-01-01 to 2029-12-31)',
    ])
  })

  it('has a count that a later report gives otherwise; of what names other things, none', () => {
    const counted = (value: number, where: string): Sentence => {
      const { days: _, ...rest } = hulls(value, '')
      return { ...rest, quote: `Norway counted ${value} fishing boats off ${where}.` }
    }
    const two = (where: string) =>
      history('figure', ['2031-05-12', counted(240, 'Bergen')], ['2031-05-20', counted(280, where)])
    expect(two('Bergen').flat()).toEqual(['240 boat (told 2031-05-12), known 2031-05-12'])
    expect(two('Bergen and Lima').flat()).toHaveLength(1)
  })

  it('is empty where nothing changed', () => {
    expect(history('deadline', ['2031-05-12', deadline('2031-06-01', 3)])).toEqual([[]])
  })
})
