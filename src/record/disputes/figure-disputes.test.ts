import { describe, expect, it } from 'vitest'
import { NO, PE, reading, type Sentence } from '../../../test/fixtures/readings.ts'
import type { Dispute, Reading, Ref } from '../../model/index.ts'
import { buildRecord } from '../build.ts'

const figure = (
  quote: string,
  measures: string,
  value: number,
  unit: string,
  more: { bound?: string; of?: Ref[]; asOf?: string; change?: 'up' | 'down' } = {},
): Sentence => ({
  kind: 'figure',
  quote,
  body: {
    measures: { text: measures, start: 0, end: measures.length, head: 'x', ids: [] },
    value: { value, unit, bound: more.bound ?? '=' },
    scope: [],
    of: more.of ?? [],
    ...(more.change ? { change: more.change } : {}),
  },
  ...(more.asOf ? { days: [{ role: 'asOf', value: more.asOf }] } : {}),
})

const imports = (billions: number, more = {}) =>
  figure(`Norway bought for $${billions} billion from Peru.`, 'imports of copper', billions * 1e9, 'USD', {
    of: [NO],
    ...more,
  })

function disputes(...reports: readonly (readonly Sentence[])[]): Dispute[] {
  const readings = reports.map((sentences, at) =>
    reading(`r${at}`, { published: `2031-05-1${at}` }, sentences),
  )
  return buildRecord(readings).record.disputes
}

describe('figures dispute', () => {
  it('where two reports give one measure values that shut each other out', () => {
    const [one, ...rest] = disputes([imports(34.5)], [imports(35.2)])
    expect(rest).toEqual([])
    expect([one?.class, one?.type, one?.readings.length]).toEqual(['conflict', 'value', 2])
    expect(one?.explanation.text).toBe('Not explained by what was read.')
  })

  it('once, with every reading, where three reports differ', () => {
    const found = disputes([imports(34.5)], [imports(35.2)], [imports(31)])
    expect(found.map((one) => one.readings.length)).toEqual([3])
  })

  it.each<[why: string, a: Sentence, b: Sentence]>([
    ['a bound that holds the other', imports(34.5), imports(30, { bound: '>' })],
    ['a rounded value', imports(34.52), imports(34.5)],
    ['two years', imports(34.5, { asOf: '2029' }), imports(35.2, { asOf: '2030' })],
    ['two owners', imports(34.5), imports(35.2, { of: [PE] })],
    ['values too far apart to be one thing', imports(34.5), imports(3.2)],
    [
      'two measures',
      imports(34.5),
      figure('Norway sold for $36 billion.', 'fish exports', 36e9, 'USD', { of: [NO] }),
    ],
    ['an amount and a change', imports(34.5), imports(35.2, { change: 'up' })],
  ])('not over %s', (_, a, b) => {
    expect(disputes([a], [b])).toEqual([])
  })

  it('a rounded value and the exact one are one entry, told exactly', () => {
    const { entries } = buildRecord([
      reading('a', { published: '2031-05-12' }, [imports(34.5)]),
      reading('b', { published: '2031-05-13' }, [imports(34.52)]),
    ]).record
    expect(
      entries.map((one) => one.kind === 'figure' && [one.body.value.value, one.evidence.length]),
    ).toEqual([[34.52e9, 2]])
  })

  it('not within one report', () => {
    expect(disputes([imports(34.5), imports(35.2)], [])).toEqual([])
  })

  const boats = (count: number, sentence = `Norway lost ${count} fishing boats.`) =>
    figure(sentence, 'fishing boats · sunk', count, 'boat', { of: [NO] })
  const told = (day: string, one: Sentence) => reading(`${day} ${one.quote}`, { published: day }, [one])

  it.each<[why: string, ...readings: Reading[]]>([
    ['a count that goes on', told('2031-05-10', boats(20)), told('2031-05-11', boats(26))],
    ['what is counted on other days', told('2031-05-10', boats(26)), told('2031-05-15', boats(20))],
    [
      'what no day tells to be of one time',
      told('2031-05-10', boats(26)),
      reading('undated', {}, [boats(20)]),
    ],
    [
      'some of those whom the other counts',
      told(
        '2031-05-10',
        figure('In Bergen, Norway, 20 children drowned.', 'children · drowned', 20, 'child', { of: [NO] }),
      ),
      told(
        '2031-05-10',
        figure('In Bergen, Norway, 26 people drowned.', 'people · drowned', 26, 'people', { of: [NO] }),
      ),
    ],
    [
      'two verbs that say no more than that both count something else',
      told('2031-05-10', boats(20)),
      told(
        '2031-05-10',
        figure('Norway freed 26 fishing boats.', 'fishing boats · freed', 26, 'boat', { of: [NO] }),
      ),
    ],
  ])('not over %s', (_, ...readings) => {
    expect(buildRecord(readings).record.disputes).toEqual([])
  })

  it('where a count of one day, or a later one, is less', () => {
    for (const day of ['2031-05-10', '2031-05-11'])
      expect(buildRecord([told('2031-05-10', boats(26)), told(day, boats(20))]).record.disputes).toHaveLength(
        1,
      )
  })

  it('where a month named in both sentences stands for the day of a report without one', () => {
    const may = (count: number) => boats(count, `In May Norway lost ${count} fishing boats.`)
    const readings = [told('2031-05-10', may(26)), reading('undated', {}, [may(20)])]
    expect(buildRecord(readings).record.disputes).toHaveLength(1)
  })

  it('are explained where one counts more by its own words', () => {
    const [one] = disputes(
      [figure('The guard made 2,400 arrests in Norway.', 'arrests', 2400, 'arrest')],
      [
        figure(
          'In Norway 2,650 people were stopped or turned back.',
          'people · detained or refused',
          2650,
          'people',
        ),
      ],
    )
    expect([one?.class, one?.type]).toEqual(['explained', 'definition'])
    expect(one?.explanation.restsOn).toHaveLength(2)
  })

  it('are explained by a third figure that is their difference', () => {
    const [one] = disputes(
      [figure('Norway counted 2,400 fishing boats.', 'fishing boats', 2400, 'boat', { of: [NO] })],
      [
        figure('Norway has 2,650 fishing boats.', 'fishing boats', 2650, 'boat', { of: [NO] }),
        figure('Of these 250 lie idle.', 'idle hulls', 250, 'boat', { of: [NO] }),
      ],
    )
    expect(one?.class).toBe('explained')
    expect(one?.explanation.text).toContain('2650 − 2400 = 250')
  })
})
