import { describe, expect, it } from 'vitest'
import type { Claim, ClaimDay, Reading, ToldDate } from '../../model/index.ts'
import { place } from './place.ts'

const weekday = (day: number, direction: -1 | 0 | 1): Partial<ClaimDay> => ({
  relative: { kind: 'weekday', day, direction },
  anchor: 'published',
})
const week = (count: number): Partial<ClaimDay> => ({
  relative: { kind: 'shift', unit: 'week', count, grain: 'week' },
  anchor: 'published',
})

/** A report that tells of talks in one harbour on one day. */
function reading(
  id: string,
  day: Partial<ClaimDay>,
  modality: 'held' | 'planned',
  published?: string,
): Reading {
  const claim: Claim = {
    id: `c:${id}`,
    kind: 'act',
    body: {
      type: 'talks: round',
      actor: [],
      recipient: [],
      about: {
        thread: 'round',
        form: 'round',
        place: { id: 'place:bergen', name: 'Bergen' },
        delegations: [],
        agenda: [],
        phase: modality === 'held' ? 'held' : 'planned',
      },
    },
    days: [{ role: 'on', start: 0, end: 4, type: 'DATE', ...day }],
    evidence: {
      report: id,
      spans: [{ start: 0, end: 20 }],
      roles: {},
      quote: 'They met in Bergen.',
      according: [],
      foundBy: 'test@1',
      polarity: 'affirmed',
      modality,
    },
  }
  return {
    report: {
      id,
      path: `${id}.txt`,
      authors: [],
      genre: 'news',
      genreBy: 'test',
      language: 'en',
      parts: [],
      published: published ? { earliest: published, latest: published, how: 'metadata' } : { how: 'none' },
      source: { mediaType: 'text/plain', sha256: '', extractor: 'test' },
      derivedFrom: [],
    },
    fingerprint: { outside: [], inside: [] },
    credits: [],
    mentions: [],
    claims: [claim],
    dates: [
      {
        // Far into the report: no date that it opens with.
        day: { ...claim.days[0]!, start: 2000, end: 2004 },
        quote: claim.evidence.quote,
        ...(modality === 'planned' ? { ahead: true as const } : {}),
      },
    ],
    sentences: { read: 1, withClaim: 1 },
    notices: [],
    readingVersion: 'test',
  }
}

const dated = reading('a', { value: '2031-05-14' }, 'planned', '2031-05-12') // a Wednesday

describe('an undated report is placed by what others say of the same event', () => {
  const cases: [string, Partial<ClaimDay>, 'held' | 'planned', string | undefined, string | undefined][] = [
    ['last week: the calendar week after', week(-1), 'held', '2031-05-19', '2031-05-25'],
    ['next week: the calendar week before', week(1), 'planned', '2031-05-05', '2031-05-11'],
    [
      'a day stated in full as ahead places nothing',
      { value: '2031-05-14' },
      'planned',
      undefined,
      undefined,
    ],
  ]
  for (const [name, day, modality, earliest, latest] of cases)
    it(name, () => {
      const placed = place([reading('b', day, modality), dated]).find((one) => one.reading.report.id === 'b')!
      expect(placed.published.earliest).toBe(earliest)
      if (latest)
        expect(placed.published.latest! >= latest && placed.published.latest! <= '2031-05-26').toBe(true)
      expect(placed.how).toBe(earliest ? 'other reports' : 'none')
    })

  it('a past weekday is that week, from the day itself on', () => {
    const placed = place([reading('b', weekday(3, -1), 'held'), dated]).find(
      (one) => one.reading.report.id === 'b',
    )!
    expect(placed.published.earliest! >= '2031-05-14').toBe(true)
    expect(placed.published.latest! <= '2031-05-22').toBe(true)
  })

  it('a dated one by what it tells as done a day later, not by where a date was moved to', () => {
    const one = reading('b', { value: '2031-05-15' }, 'held', '2031-05-14')
    expect(place([one])[0]?.published.latest).toBe('2031-05-15')
    const [claim] = one.claims
    const about = { thread: 'deadline', what: 'the bids', move: 'extended' }
    const moved = { ...one, claims: [{ ...claim, body: { ...claim!.body, about } }] } as unknown as Reading
    expect(place([moved])[0]?.published.latest).toBe('2031-05-14')
  })

  it('else by what it tells as past: at the earliest on that day', () => {
    const [placed] = place([reading('b', { value: '2031-05-14' }, 'held')])
    expect(placed).toMatchObject({
      published: { earliest: '2031-05-14', latest: '2031-05-28' },
      how: 'its own dates',
    })
  })

  it('a date told without a year has that of the others', () => {
    const day: Partial<ClaimDay> = {
      relative: { kind: 'month', month: 5, date: 9, direction: -1 },
      anchor: 'published',
    }
    const placed = place([reading('b', day, 'held'), dated])
    expect(placed.find((one) => one.reading.report.id === 'b')!.published.earliest).toBe('2031-05-09')
    expect(place([reading('b', day, 'held')])[0]!.how).toBe('none')
  })

  it('of a day that may be read two ways the one near the others is taken', () => {
    const either = reading('b', week(-1), 'held')
    const published = {
      stated: '03/05/2031',
      earliest: '2031-03-05',
      latest: '2031-05-03',
      how: 'page',
    } as const
    const placed = place([{ ...either, report: { ...either.report, published } }, dated])
    expect(placed.find((one) => one.reading.report.id === 'b')!.published.latest).toBe('2031-05-03')
  })

  it('the order of readings changes nothing', () => {
    const readings = [reading('b', week(-1), 'held'), dated, reading('c', weekday(3, -1), 'held')]
    expect(JSON.stringify(place(readings))).toBe(JSON.stringify(place([...readings].reverse())))
  })

  const stating = (
    one: Reading,
    stated: string,
    earliest: string,
    latest: string,
    outlet?: string,
  ): Reading => ({
    ...one,
    report: {
      ...one.report,
      ...(outlet ? { outlet } : {}),
      published: { stated, earliest, latest, how: 'page' },
    },
  })
  const placedAs = (id: string, readings: readonly Reading[]) =>
    place(readings).find((one) => one.reading.report.id === id)!.published

  it('of a day that may be read two ways the one right after the dates it tells is taken', () => {
    const told = {
      relative: { kind: 'month', month: 3, date: 2, direction: -1 },
      anchor: 'published',
    } as const
    const either = stating(reading('b', told, 'held'), '05/03/2031', '2031-03-05', '2031-05-03')
    expect(placedAs('b', [either])).toEqual({ earliest: '2031-03-05', latest: '2031-03-05' })
  })

  it('of a day that may be read two ways the one in the order of its outlet is taken', () => {
    const either = stating(
      reading('b', week(-1), 'held'),
      '05/03/2033',
      '2033-03-05',
      '2033-05-03',
      'Quay Post',
    )
    const other = (stated: string) =>
      stating(reading('c', week(-1), 'held'), stated, '2031-02-25', '2031-02-25', 'Quay Post')
    expect(placedAs('b', [either, other('25/02/2031')]).latest).toBe('2033-03-05')
    expect(placedAs('b', [either, other('02/25/2031')]).latest).toBe('2033-05-03')
    expect(placedAs('b', [either])).toEqual({ earliest: '2033-03-05', latest: '2033-05-03' })
  })

  const text = Array.from({ length: 40 }, (_, at) => at * 1000)
  const printing = (one: Reading): Reading => ({ ...one, fingerprint: { outside: text, inside: [] } })

  it('what prints the text of a dated report was out with it, or on the day after', () => {
    const copy = printing(reading('b', weekday(3, -1), 'held'))
    const source = reading('a', { value: '2031-05-14' }, 'held', '2031-05-15')
    expect(placedAs('b', [copy, printing(source)])).toEqual({ earliest: '2031-05-15', latest: '2031-05-16' })
    expect(placedAs('b', [copy, source])).toEqual({ earliest: '2031-05-14', latest: '2031-05-20' })
  })

  it('what prints a text and tells of later days was out after them', () => {
    const copy = printing(reading('b', { value: '2031-05-23' }, 'held'))
    expect(placedAs('b', [copy, printing(dated)]).earliest).toBe('2031-05-23')
  })

  it('a date that it counts from its own day tells the day', () => {
    const date = { role: 'on', start: 0, end: 4, type: 'DATE', value: '2031-05-18' } as const
    const counting = (count: number, unit: 'day' | 'month'): Reading => ({
      ...reading('b', {}, 'held'),
      dates: [{ day: date, quote: 'A month ago, on 18 May, they met.', ago: { count, unit } }],
    })
    expect(placedAs('b', [counting(0, 'day')])).toEqual({ earliest: '2031-05-18', latest: '2031-05-18' })
    expect(placedAs('b', [counting(-1, 'month')])).toEqual({ earliest: '2031-06-14', latest: '2031-06-22' })
  })

  it('a date told as past lies in the year before where that of the others would be yet to come', () => {
    const told = {
      relative: { kind: 'month', month: 9, date: 1, direction: -1 },
      anchor: 'published',
    } as const
    expect(place([reading('b', told, 'held'), dated])[0]!.how).not.toBe('its own dates')
    expect(placedAs('b', [reading('b', told, 'held'), dated])).toEqual({})
  })

  it('the date that a report opens with is that of its news', () => {
    const { dates, ...rest } = reading('b', { value: '2031-05-20' }, 'held')
    const opening = { ...rest, dates: dates!.map((one) => ({ ...one, day: { ...one.day, start: 40 } })) }
    expect(placedAs('b', [opening]).latest).toBe('2031-05-30')
    expect(placedAs('b', [{ ...rest, dates }]).latest).toBe('2031-06-03')
  })

  it('a date told as past that comes after all that is planned is none of what was done', () => {
    const on = (value: string, modality: 'held' | 'planned') => reading('b', { value }, modality).dates![0]!
    const report = (...dates: ToldDate[]): Reading => ({ ...reading('b', {}, 'held'), dates })
    const named = on('2031-06-20', 'held')
    const first = on('2031-05-28', 'planned')
    const second = on('2031-06-04', 'planned')
    expect(placedAs('b', [report(named, first, second)])).toEqual({
      earliest: '2031-05-14',
      latest: '2031-05-28',
    })
    expect(placedAs('b', [report(named, first)]).earliest).toBe('2031-06-20')
    expect(placedAs('b', [report(on('2031-05-20', 'held'), named, first, second)])).toEqual({
      earliest: '2031-05-20',
      latest: '2031-05-28',
    })
  })
})
