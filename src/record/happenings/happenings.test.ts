// In: entries as reports would give them. Out: proof that what happened is told once, the weightiest first, near things apart.
import { describe, expect, it } from 'vitest'
import type { Entry, PlacedReport } from '../../model/index.ts'
import { happeningsOf } from './happenings.ts'

const report = (id: string, day: string, title = ''): PlacedReport =>
  ({
    id,
    title,
    published: { value: day, earliest: day, latest: day, how: 'metadata' },
    parts: [{ start: 0, end: 4000, role: 'body', n: 0 }],
  }) as unknown as PlacedReport

let count = 0
interface Telling {
  readonly report: string
  readonly quote: string
  readonly day: string
  readonly at?: number
}
function entry(kind: string, body: object, told: readonly Telling[], more: object = {}): Entry {
  count++
  return {
    id: `${kind}:${count}`,
    kind,
    body,
    polarity: 'affirmed',
    modality: 'held',
    aside: false,
    known: { earliest: told[0]!.day, latest: told[0]!.day },
    valid: {},
    evidence: told.map(({ report: from, quote, day, at = 0 }, place) => ({
      id: `e:${count}-${place}`,
      report: from,
      quote,
      origin: `report:${from}`,
      spans: [{ start: at, end: at + quote.length }],
      days: [{ role: 'on', earliest: day, latest: day, words: '' }],
    })),
    ...more,
  } as unknown as Entry
}
const act = (type: string, day: string, told: readonly Telling[]) =>
  entry('act', { type, actor: [], recipient: [], on: { earliest: day, latest: day } }, told)
const statement = (day: string, told: readonly Telling[]) =>
  entry('statement', { cue: 'say', content: '', on: { earliest: day, latest: day } }, told)

const reports = ['a', 'b', 'c', 'd'].map((id) => report(id, '2031-05-04'))
const day = '2031-05-03'
const landed = 'The Norden parliament on Saturday approved the herring accord by 60 votes to 41.'
const passed = 'Saturday saw parliament in Norden approve the accord on herring after a long night.'
const strike = 'Ferry crews at Port Lind walked off their boats on Saturday over unpaid night shifts.'

describe('what happened on a day', () => {
  it('is one where reports tell it in other words and kinds', () => {
    const vote = act('vote: pass', day, [{ report: 'a', quote: landed, day }])
    const said = statement(day, [{ report: 'b', quote: passed, day }])
    const [first, ...others] = happeningsOf({ entries: [vote, said], reports })
    expect(first?.entry.id).toBe(vote.id)
    expect(first?.told.map((one) => one.report).sort()).toEqual(['a', 'b'])
    expect(others.filter(({ entry: { kind } }) => kind === 'act')).toEqual([])
  })

  it('stays two where they tell of two things, however close', () => {
    const vote = act('vote: pass', day, [{ report: 'a', quote: landed, day }])
    const walk = act('protest', day, [{ report: 'b', quote: strike, day }])
    expect(happeningsOf({ entries: [vote, walk], reports })).toHaveLength(2)
  })

  it('stays two where one sentence tells a law signed and the vote on it', () => {
    const vote = act('vote: pass', '2031-05-02', [{ report: 'a', quote: landed, day: '2031-05-02' }])
    const signed = act('sign: law', day, [{ report: 'a', quote: landed, day }])
    expect(happeningsOf({ entries: [vote, signed], reports })).toHaveLength(2)
  })

  it('weighs more with every report that tells it itself, not with two of one origin', () => {
    const told = (from: string): Telling => ({ report: from, quote: landed, day })
    const weight = (list: readonly Telling[]) =>
      happeningsOf({ entries: [act('vote: pass', day, list)], reports })[0]!.weight
    expect(weight([told('a'), told('b')])).toBeGreaterThan(1.4 * weight([told('a')]))
    const twice = act('vote: pass', day, [told('a'), { ...told('a'), at: 900 }])
    expect(happeningsOf({ entries: [twice], reports })[0]!.weight).toBeCloseTo(weight([told('a')]))
  })

  it('weighs less deep down in a report, and where only the week is given', () => {
    const high = act('vote: pass', day, [{ report: 'a', quote: landed, day }])
    const low = act('protest', '2031-04-09', [{ report: 'b', quote: strike, day: '2031-04-09', at: 3500 }])
    const vague = act('protest', '2031-03-09', [{ report: 'c', quote: strike, day: '2031-03-09' }])
    Object.assign(vague.body, { on: { earliest: '2031-03-06', latest: '2031-03-12' } })
    const order = happeningsOf({ entries: [vague, low, high], reports }).map(({ day: on }) => on)
    expect(order).toEqual([day, '2031-04-09', '2031-03-09'])
  })

  it('weighs less where the writer argues or explains', () => {
    const told = act('vote: pass', day, [{ report: 'a', quote: landed, day }])
    const weightIn = (genre: string) =>
      happeningsOf({ entries: [told], reports: [{ ...reports[0]!, genre } as PlacedReport] })[0]!.weight
    expect(weightIn('opinion')).toBeLessThan(weightIn('analysis'))
    expect(weightIn('analysis')).toBeLessThan(weightIn('news'))
  })

  it('does not depend on the order of entries and reports, and leaves out what is denied', () => {
    const entries = [
      act('vote: pass', day, [{ report: 'a', quote: landed, day }]),
      act('protest', day, [{ report: 'b', quote: strike, day }]),
      { ...act('protest', day, [{ report: 'c', quote: strike, day }]), polarity: 'denied' } as Entry,
    ]
    const ids = (list: readonly Entry[], from: readonly PlacedReport[]) =>
      happeningsOf({ entries: list, reports: from }).map(({ entry: { id } }) => id)
    expect(ids([...entries].reverse(), [...reports].reverse())).toEqual(ids(entries, reports))
    expect(ids(entries, reports)).not.toContain(entries[2]!.id)
  })

  it('a meeting opens on its first day and ends on its last, in the words that tell each', () => {
    const opened = 'Envoys of Norden and Sund opened talks on herring in Port Lind on Thursday.'
    const ended = 'Norden and Sund ended three days of talks on herring on Saturday without a text.'
    const days = (on: string) => ({ earliest: on, latest: on })
    const told = [
      { report: 'a', quote: opened, day: '2031-05-01' },
      { report: 'b', quote: ended, day },
    ]
    const body = { opens: days('2031-05-01'), ends: days(day), inSession: [], delegations: [] }
    const meeting = entry('round', body, told)
    Object.assign(meeting.body, { endToldBy: [meeting.evidence[1]!.id] })
    const found = happeningsOf({ entries: [meeting], reports })
    expect(found.map((one) => [one.day, one.told[0]!.quote]).sort()).toEqual([
      ['2031-05-01', opened],
      [day, ended],
    ])
  })
})
