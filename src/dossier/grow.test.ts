// In: reports added one by one, in any order. Out: the record that building from nothing gives, though only blocks were made anew.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dossierIn, folder, KARI, readerOf, type Told, told } from '../../test/fixtures/dossiers.ts'
import { deadline, duty, NO, PE, type Sentence, said, talks } from '../../test/fixtures/readings.ts'
import { reportFromText } from '../intake/from-text.ts'
import type { Mention, Reading, Ref, Telling } from '../model/index.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { readerOf as recordReader } from '../record/in-memory.ts'
import { makeSqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { recordJson } from '../views/record-json.ts'
import { addReports } from './add.ts'
import { buildFrom } from './build.ts'
import { checkDossier } from './check.ts'
import { removeReports } from './remove.ts'
import { undoChange } from './undo.ts'

const kept = (store: Store) => JSON.stringify(recordJson(store.reader()!))
const anew = (store: Store) => JSON.stringify(recordJson(recordReader(buildFrom(store), new Map())))

/** A store that counts how often its record grew. */
function counting(store: Store): { readonly store: Store; readonly grown: () => number } {
  let count = 0
  return {
    store: {
      ...store,
      growRecord: (come) => {
        const written = store.growRecord(come)
        if (written) count++
        return written
      },
    },
    grown: () => count,
  }
}

/** Adds reports in this order, and looks after each whether the record is as built from nothing. */
function addOneByOne(
  reports: readonly Told[],
  first: number,
  look: (store: Store) => void = () => {},
): number {
  const here = folder()
  const file = makeSqliteStore(here.path('x.parley'), { grows: { from: 0, to: 10_000, kept: 0 } })
  try {
    const { store, grown } = counting(file)
    const dossier = dossierIn(store)
    const reader = readerOf(reports)
    const add = (some: readonly Told[]) =>
      addReports(dossier, { reports: some.map(({ report }) => report), notices: [] }, reader)
    add(reports.slice(0, first))
    for (const one of reports.slice(first)) {
      add([one])
      expect(kept(store)).toBe(anew(store))
      look(store)
    }
    expect(checkDossier(file).troubles).toEqual([])
    return grown()
  } finally {
    file.close()
    here.close()
  }
}

const WHO: readonly Mention[] = [
  { id: 'NO', name: 'Norway', type: 'government', count: 2 },
  { id: 'PE', name: 'Peru', type: 'government', count: 2 },
  { id: 'person:kari-holm', name: 'Kari Holm', type: 'person', of: 'NO', title: 'minister', count: 1 },
  { id: 'person:holm', name: 'Holm', type: 'person', count: 1 },
  { id: 'person:ines-quispe', name: 'Inés Quispe', type: 'person', of: 'PE', count: 1 },
  { id: 'good:herring', name: 'herring', type: 'good', count: 1 },
]
const HOLM: Ref = { id: 'person:holm', name: 'Holm' }
const TONNES = { value: 0, unit: 'tonne', bound: '=' }
const phrase = (text: string) => ({
  text,
  start: 0,
  end: text.length,
  head: text.split(' ').at(-1)!,
  ids: [],
})
const words = (what: string): Sentence => ({
  kind: 'position',
  quote: `Norway wants ${what}.`,
  body: {
    party: NO,
    issue: phrase(what),
    stance: 'demand',
    content: phrase(what),
    toldBy: 'self',
    teller: [],
  },
})
const landed = (value: number, days: readonly { value: string }[] = []): Sentence => ({
  kind: 'figure',
  quote: `Peru landed ${value} tonnes of herring.`,
  body: { measures: phrase('herring landed'), value: { ...TONNES, value }, scope: [], of: [PE] },
  days: days.map((day) => ({ ...day, role: 'asOf' as const })),
})
const tie: Sentence = {
  kind: 'linkage',
  quote: 'Norway ties the quota to the access.',
  body: {
    relation: 'leverage',
    from: phrase('the herring quota'),
    to: phrase('access to ports'),
    user: [NO],
    target: [PE],
  },
}
const act = (type: string, object: string): Sentence => ({
  kind: 'act',
  quote: `Norway ${type} ${object}.`,
  body: { type, actor: [NO], recipient: [PE], object: phrase(object) },
})

const denied = (what: string): Sentence => ({
  ...said(KARI, what),
  body: { ...(said(KARI, what).body as object), cue: 'deny' },
})

/** Sentences of all sorts, some of them alike, some held against each other. */
const SENTENCES = fc.oneof(
  fc.integer({ min: 20, max: 24 }).map((rate) => duty(rate)),
  fc
    .constantFrom('2031-06-01', '2031-06-20', undefined)
    .chain((day) => fc.integer({ min: 1, max: 3 }).map((moves) => deadline(day, moves))),
  fc
    .tuple(fc.constantFrom('Bergen', 'Lima'), fc.constantFrom('2031-05-14', '2031-05-16', '2031-09-02'))
    .map(([place, value]) => talks(place, { days: [{ value }] })),
  fc
    .tuple(
      fc.constantFrom(KARI, HOLM),
      fc.constantFrom('We will land less herring.', 'The fleet stays out.', 'We will not land less herring.'),
    )
    .map(([who, content]) => said(who, content)),
  fc.constantFrom('a herring quota', 'less herring', 'access to ports').map(words),
  fc.integer({ min: 40, max: 43 }).map((value) => landed(value)),
  fc.constantFrom('2029-05-01', '2030-05-01').map((value) => landed(51, [{ value }])),
  fc.constant(tie),
  fc.constantFrom('it had opened access to all ports', 'that the fleet stays out').map(denied),
  fc
    .constantFrom('the herring quota', 'access to all ports', 'the fleet')
    .map((object) => act('open', object)),
)

const asTold = (one: Told): Told => one

/** A report whose last sentence denies its first. */
function denying(one: Told): Told {
  const [first, last] = [one.reading.claims[0]!, one.reading.claims.at(-1)!]
  const denial = {
    start: last.evidence.spans[0]!.start,
    told: { start: first.evidence.spans[0]!.start },
    teller: 'Peru',
    by: 'Norway',
    what: first.evidence.quote,
  } as NonNullable<Reading['denials']>[number]
  return { ...one, reading: { ...one.reading, denials: [denial] } }
}

type Counted = { readonly value: number; readonly by: string; readonly on: number; readonly deed: string }

/** A report that counts prisoners besides: in the sentence of a claim, or in one of its own (`on` of no claim). */
function counts(one: Told, counted: readonly Counted[]): Told {
  const { claims } = one.reading
  const tellings = counted.map(({ value, by, on, deed }, at): Telling => {
    const span = claims[on]?.evidence.spans[0]
    const { start, end } = span ?? { start: 5000 + 100 * at, end: 5060 + 100 * at }
    return {
      start,
      end,
      ...(span ? {} : { quote: `Peru ${deed}s ${value} prisoners of the fleet.` }),
      slot: 'number',
      value: { value, unit: '', bound: '=' },
      label: `prisoners · ${deed}`,
      by,
      counted: ['prisoner'],
      deed,
      words: ['PE', 'fleet', 'harbour'],
      polarity: 'affirmed',
      modality: 'held',
      days: [],
    }
  })
  return { ...one, reading: { ...one.reading, tellings } }
}

const COUNTED = fc.record({
  value: fc.constantFrom(40, 44, 50, 20_000, 22_000, 26_000),
  by: fc.constantFrom('', '', 'the army', 'a court'),
  on: fc.integer({ min: 0, max: 4 }),
  deed: fc.constantFrom('free', 'hold'),
})

const REPORTS = fc.array(
  fc.record({
    day: fc.option(fc.integer({ min: 1, max: 28 }), { freq: 8 }),
    outlet: fc.constantFrom('The Quay', 'Harbour Post', 'Lakeside'),
    outside: fc.integer({ min: 0, max: 30 }),
    who: fc.subarray([...WHO]),
    told: fc.array(SENTENCES, { minLength: 1, maxLength: 5 }),
    denies: fc.boolean(),
    counted: fc.array(COUNTED, { maxLength: 2 }),
  }),
  { minLength: 4, maxLength: 9 },
)

describe('a record that grows', () => {
  it('is what building from nothing gives, whatever comes', { timeout: 120_000 }, () => {
    let grown = 0
    fc.assert(
      fc.property(REPORTS, fc.integer({ min: 1, max: 3 }), (reports, first) => {
        const all = reports.map(({ day, outlet, outside, who, told: sentences, denies, counted }, at) =>
          (denies ? denying : asTold)(
            counts(
              told(
                `reports/${at}.txt`,
                {
                  ...(day === null ? {} : { published: `2031-05-${String(day).padStart(2, '0')}` }),
                  outlet: `${outlet} ${at}`,
                  outside: Array.from({ length: 20 }, (_, n) => outside * 15 + n),
                  mentions: who,
                },
                sentences,
              ),
              counted,
            ),
          ),
        )
        grown += addOneByOne(all, first)
      }),
      { numRuns: 40 },
    )
    expect(grown).toBeGreaterThan(20)
  })

  it('grows by and beside a report without a day that counts from none', () => {
    const met = (at: number, published?: string, days: Sentence['days'] = [{ value: '2031-05-02' }]): Told =>
      told(`reports/${at}.txt`, { ...(published ? { published } : {}), outlet: `The Quay ${at}` }, [
        talks('Lima', { days }),
      ])
    const all = [met(0, '2031-05-03'), met(1), met(2, '2031-05-04'), met(3, '2031-05-05')]
    expect(addOneByOne(all, 1)).toBe(3)
    const counting = met(4, undefined, [{ relative: { kind: 'weekday', day: 5, direction: -1 } }])
    expect(addOneByOne([...all, counting], 4)).toBe(0)
    expect(addOneByOne([all[0]!, counting, all[2]!], 2)).toBe(0)
  })

  it('gives an entry the id that it was told apart from once that is free', () => {
    const on = (day: string, at: number, object: string): Told =>
      told(`reports/${at}.txt`, { published: `2031-05-${day}`, outlet: `The Quay ${at}` }, [
        act('open', object),
      ])
    const all = [
      on('11', 0, 'the herring quota'),
      on('01', 2, 'the herring quota'),
      on('11', 4, 'access to all ports'),
    ]
    expect(addOneByOne(all, 1)).toBeGreaterThan(0)
    expect(addOneByOne(all, 2)).toBeGreaterThan(0)
  })

  it('is so for reports as they are read, in another order too', { timeout: 120_000 }, async () => {
    const engine = loadEngine()
    const texts = [
      'BERGEN, 3 May 2031 (Quay News) — Norway and Peru will meet in Lima on 12 May, Norwegian minister Kari Holm said. Peru wants a herring quota of 40,000 tonnes.',
      'LIMA, 12 May 2031 (Quay News) — Peru and Norway opened talks in Lima on Monday. Holm said Norway would not open its ports before a deal.',
      'OSLO, 14 May 2031 (Fjord Wire) — Norway imposed a 20 percent duty on Peruvian fishmeal on Wednesday. Peru said it would answer with a duty of its own.',
      'LIMA, 15 May 2031 (Harbour Post) — Peru denied that it had agreed to a herring quota. The talks in Lima ended on Tuesday without a deal.',
      'OSLO, 20 May 2031 (Fjord Wire) — Kari Holm said the duty on Peruvian fishmeal would rise to 30 percent on 1 June unless Peru opens its waters.',
      'BERGEN, 22 May 2031 (Quay News) — Exports of Peruvian fishmeal to Norway fell to 12,000 tonnes last year, Peruvian officials said.',
      'LIMA, 28 May 2031 (Harbour Post) — Norway and Peru reached an agreement in principle on herring on Wednesday; Peru promised to open two ports by 1 July.',
    ]
    const all: Told[] = []
    for (const [at, text] of texts.entries())
      for (const report of (await reportFromText({ text, path: `news/${at}.txt` })).reports)
        all.push({ report, reading: readReport(report, engine) })
    const grown = [all, all.toReversed(), [...all.slice(3), ...all.slice(0, 3)]].map((order) =>
      addOneByOne(order, 2),
    )
    expect(Math.max(...grown)).toBeGreaterThan(0)
  })

  it('is so where only some of the reports are of what is negotiated, and which ones changes', {
    timeout: 120_000,
  }, () => {
    const named = (id: string): Mention => ({ id, name: id, type: 'organisation', count: 3 })
    const talksOn = (at: number): Told =>
      told(
        `talks${at}.txt`,
        {
          published: `2031-05-${10 + (at % 15)}`,
          outlet: `Quay ${at}`,
          mentions: [...WHO, named(`org:port${at % 4}`)],
        },
        [talks('Lima'), words(`a herring quota of ${at} boats`), duty(20 + (at % 3)), landed(40 + at)],
      )
    const weather = (at: number): Told =>
      told(
        `rain${at}.txt`,
        {
          published: `2031-05-${10 + (at % 15)}`,
          outlet: `Gazette ${at}`,
          mentions: [named(`org:town${at % 13}`), ...(at % 9 === 0 ? WHO.slice(0, 2) : [])],
        },
        [
          { ...landed(at), quote: `Rain of ${at} millimetres fell on street ${at % 7}.` },
          {
            ...said(KARI, `The fair drew ${at} guests.`),
            quote: `The fair drew ${at} guests to square ${at % 5}.`,
          },
        ],
      )
    const news = Array.from({ length: 36 }, (_, at) => (at % 3 === 0 ? talksOn(at) : weather(at)))
    expect(addOneByOne(news, 24)).toBeGreaterThan(3)
  })

  it('grows where who is who, who sits where and what a side is called is told otherwise', {
    timeout: 120_000,
  }, () => {
    const named: readonly Mention[] = [
      { id: 'org:fishers-union', name: 'Fishers Union', type: 'organisation', of: 'NO', count: 1 },
      { id: 'org:fishers-union', name: 'Fishers Union of the North', type: 'organisation', count: 1 },
      { id: 'org:union', name: 'Union', type: 'organisation', count: 1 },
      { id: 'org:fu', name: 'FU', type: 'organisation', of: 'org:harbour-board', count: 1 },
      { id: 'org:harbour-board', name: 'Harbour Board', type: 'organisation', of: 'PE', count: 1 },
      { id: 'org:harbour-board', name: 'HB', type: 'organisation', of: 'NO', count: 1 },
      { id: 'org:senate', name: 'Senate', type: 'organisation', count: 1 },
      { id: 'person:kari-holm', name: 'Kari Holm', type: 'person', of: 'org:fu', count: 1 },
      { id: 'person:holm', name: 'Holm', type: 'person', title: 'senate leader', count: 1 },
      { id: 'person:ola-berg', name: 'Ola Berg', type: 'person', title: 'fishers union leader', count: 1 },
      { id: 'person:berg', name: 'Berg', type: 'person', of: 'org:union', count: 1 },
      { id: 'NO', name: 'Norway', type: 'government', count: 1 },
      { id: 'NO', name: 'Kingdom of Norway', type: 'government', count: 1 },
      { id: 'PE', name: 'Peru', type: 'place', count: 1 },
    ]
    const OLA: Ref = { id: 'person:ola-berg', name: 'Ola Berg' }
    const UNION: Ref = { id: 'org:fishers-union', name: 'Fishers Union' }
    const wants = (party: Ref): Sentence => {
      const one = words('a herring quota')
      return { ...one, body: { ...(one.body as object), party } }
    }
    const some = fc.array(
      fc.record({
        who: fc.subarray([...named], { minLength: 1 }),
        told: fc.subarray(
          [
            wants(KARI),
            wants(HOLM),
            wants(OLA),
            wants(UNION),
            said(OLA, 'The fleet stays out.'),
            talks('Lima'),
          ],
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { minLength: 5, maxLength: 9 },
    )
    let grown = 0
    let added = 0
    fc.assert(
      fc.property(some, (reports) => {
        const all = reports.map(({ who, told: sentences }, at) =>
          told(
            `${at}.txt`,
            { published: `2031-05-${10 + at}`, outlet: `Quay ${at}`, mentions: who },
            sentences,
          ),
        )
        grown += addOneByOne(all, 2)
        added += all.length - 2
      }),
      { numRuns: 25 },
    )
    expect(grown).toBeGreaterThan(added / 2)
  })

  it('grows where states negotiate no more, and where they do again, by the matter that prevails', {
    timeout: 120_000,
  }, () => {
    const named = (id: string): Mention => ({ id, name: id, type: 'organisation', count: 3 })
    const UNION: Ref = { id: 'org:dock-union', name: 'Dock Union' }
    const BOARD: Ref = { id: 'org:port-board', name: 'Port Board' }
    const head: Mention = { ...WHO[2]!, title: 'prime minister' }
    const chief: Mention = {
      id: 'person:ola-berg',
      name: 'Ola Berg',
      type: 'person',
      title: 'dock union leader',
      count: 2,
    }
    const on = (at: number, matter: string, mentions: readonly Mention[], sentences: readonly Sentence[]) =>
      told(
        `${matter}${at}.txt`,
        { published: `2031-05-${10 + (at % 15)}`, outlet: `${matter} ${at}`, mentions },
        sentences,
      )
    const fish = (at: number) =>
      on(
        at,
        'fish',
        [...WHO, head, named('org:fleet'), named('org:quota-office')],
        [
          talks('Lima'),
          words(`a herring quota of ${at} boats`),
          duty(20 + (at % 3)),
          said(KARI, `The fleet stays out for ${at} days.`),
        ],
      )
    const between = (by: Ref, to: Ref, type: string, object: string): Sentence => {
      const one = act(type, object)
      return { ...one, body: { ...(one.body as object), actor: [by], recipient: [to] } }
    }
    const dock = (at: number) =>
      on(
        at,
        'dock',
        [chief, head, { ...named(UNION.id), name: UNION.name }, { ...named(BOARD.id), name: BOARD.name }],
        [
          between(UNION, BOARD, 'vote', `a dock strike of ${at} days`),
          between(BOARD, UNION, 'veto', `the dock wage of ${at} crowns`),
          said({ id: chief.id, name: chief.name }, `The dock strike lasts ${at} days.`),
          said(KARI, `The dock board may go to court for ${at} days.`),
        ],
      )
    const weather = (at: number) =>
      on(
        at,
        'rain',
        [named(`org:town${at % 13}`)],
        [{ ...landed(at), quote: `Rain of ${at} millimetres fell on street ${at % 7}.` }],
      )
    const first = Array.from({ length: 30 }, (_, at) => (at % 5 === 0 ? fish(at) : weather(at)))
    const more = [
      ...Array.from({ length: 8 }, (_, at) => dock(40 + at)),
      fish(60),
      fish(61),
      fish(62),
      fish(63),
    ]
    const sides: boolean[] = []
    const look = (store: Store) =>
      sides.push(store.reader()!.negotiation.parties.some(({ id }) => id === 'NO'))
    expect(addOneByOne([...first, ...more], first.length, look)).toBe(more.length)
    expect(sides[0]).toBe(true)
    expect(sides).toContain(false)
    expect(sides.at(-1)).toBe(true)
  })

  it('grows where a report copies others, and where one more makes two groups one', () => {
    const printed = (path: string, from: number, day: number): Told =>
      told(
        path,
        {
          published: `2031-05-${day}`,
          outlet: `Quay ${path}`,
          mentions: WHO.slice(0, 2),
          outside: Array.from({ length: 24 }, (_, n) => from + n),
        },
        [words('a herring quota'), landed(day)],
      )
    const all = [
      printed('d.txt', 0, 10),
      printed('e.txt', 200, 11),
      printed('c.txt', 0, 12),
      printed('f.txt', 24, 13),
      printed('b.txt', 24, 14),
      printed('a.txt', 12, 15),
    ]
    const copied: number[][] = []
    const look = (store: Store) =>
      copied.push(
        store
          .reader()!
          .reports()
          .toSorted((a, b) => (a.path < b.path ? -1 : 1))
          .map(({ copies }) => copies.length),
      )
    expect(addOneByOne(all, 2, look)).toBe(4)
    expect(copied.at(-2)).toEqual([1, 1, 1, 0, 1])
    expect(copied.at(-1)).toEqual([4, 4, 4, 4, 0, 4])
  })

  it('grows where a number is told otherwise, and where one more ties two such things together', () => {
    const on = (day: number, outlet: string, counted: Omit<Counted, 'deed'>): Told =>
      counts(
        told(`${outlet}${day}.txt`, { published: `2031-05-${day}`, outlet, mentions: WHO.slice(0, 2) }, [
          words(`${day} boats`),
        ]),
        [{ ...counted, deed: 'free' }],
      )
    // What later reports tell less of is told otherwise; the last ties those of the 10th to those of the 14th.
    const all = [
      on(10, 'Quay', { value: 60, by: 'the army', on: 9 }),
      on(10, 'Lakeside', { value: 56, by: 'a court', on: 9 }),
      on(14, 'Quay', { value: 30, by: 'the army', on: 9 }),
      on(14, 'Lakeside', { value: 26, by: '', on: 0 }),
      on(12, 'Quay', { value: 45, by: 'the fleet', on: 9 }),
    ]
    const kept: number[][] = []
    const look = (store: Store) =>
      kept.push(
        store
          .reader()!
          .disputes()
          .map(({ readings }) => readings.length),
      )
    expect(addOneByOne(all, 2, look)).toBe(3)
    expect(kept).toEqual([[2], [2, 2], [3, 4]])
  })

  it('grows beside a report without a day, which another may place otherwise', () => {
    const at = (published: string, fish: number): Told =>
      told(`${published}.txt`, { published, outlet: `Quay ${fish}`, mentions: WHO.slice(0, 2) }, [
        landed(fish),
      ])
    const relative = { kind: 'month', month: 5, date: 12 } as NonNullable<
      NonNullable<Sentence['days']>[number]['relative']
    >
    const undated = told('undated.txt', { outlet: 'Lakeside', mentions: WHO.slice(0, 2) }, [
      { ...act('open', 'the herring quota'), days: [{ relative }] },
    ])
    // The third day is new and leaves the year as it is; by the fourth it may be that of two years.
    const days = ['2031-05-20', '2031-05-20', '2031-05-22', '2030-05-20'].map((day, n) => at(day, 60 + 9 * n))
    const all = days.map((one, n) => ({ ...one, report: { ...one.report, path: `${n}.txt` } }))
    expect(addOneByOne([undated, ...all], 2)).toBe(2)
  })

  it('grows on after a removal and its undoing', () => {
    const here = folder()
    const file = makeSqliteStore(here.path('x.parley'), { grows: { from: 0, to: 10_000, kept: 0 } })
    const { store, grown } = counting(file)
    const dossier = dossierIn(store)
    const all = [14, 16, 18, 20].map((day) =>
      told(`${day}.txt`, { published: `2031-05-${day}`, outlet: `Quay ${day}`, mentions: WHO.slice(0, 3) }, [
        talks('Lima', { days: [{ value: '2031-05-14' }] }),
        said(KARI, `The fleet stays out for ${day} days.`),
      ]),
    )
    const reader = readerOf(all)
    const add = (at: number) => addReports(dossier, { reports: [all[at]!.report], notices: [] }, reader)
    for (const at of [0, 1, 2]) add(at)
    removeReports(dossier, ['16.txt'])
    add(3)
    expect(kept(store)).toBe(anew(store))
    undoChange(dossier, 5)
    expect(kept(store)).toBe(anew(store))
    expect(grown()).toBeGreaterThan(0)
    file.close()
    here.close()
  })
})
