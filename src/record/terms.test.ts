// In: agreements, commitments and acts. Out: which terms belong to which agreement, what each side says of it, what was kept.
import { expect, test } from 'vitest'
import type { Entry } from '../model/index.ts'
import { linkTerms } from './terms.ts'

const ref = (id: string) => ({ id, name: id })
const told = (id: string, start: number, according: string[] = [], quote = 'q') => ({
  id,
  report: 'r',
  spans: [{ start, end: start + 50 }],
  quote,
  according,
  modality: 'held',
})

const entry = (kind: string, id: string, body: object, evidence: object[], day: string): Entry =>
  ({
    id,
    kind,
    body,
    evidence,
    polarity: 'affirmed',
    modality: 'held',
    known: { earliest: day, latest: day },
  }) as unknown as Entry

const deal = (start: number, stage = 'agreed', according: string[] = []) =>
  entry(
    'agreement',
    'agreement:1',
    {
      name: 'a port deal',
      stage,
      between: [ref('NO'), ref('PE')],
      terms: [],
      accounts: [],
      approvals: [],
      leftOpen: [],
      stages: [],
    },
    [told('e:deal', start, according)],
    '2031-03-01',
  )
const promise = (by: string, start: number, under?: string) =>
  entry(
    'commitment',
    'commitment:1',
    { by: [ref(by)], to: [], what: 'to reopen its ports', status: 'open', ...(under ? { under } : {}) },
    [told('e:promise', start)],
    '2031-03-01',
  )
const act = (actor: string, object: string, quote: string, on: string) =>
  entry(
    'act',
    'act:1',
    { type: 'x', actor: [ref(actor)], recipient: [], object, on: { earliest: on, latest: on } },
    [told('e:act', 0, [], quote)],
    on,
  )

const linked = (entries: Entry[], sides: [string, string][] = []) => {
  const all = linkTerms(entries, new Map(sides))
  const agreement = all.find((one) => one.kind === 'agreement')?.body as {
    terms: string[]
    accounts: { by: { id: string } }[]
  }
  const commitment = all.find((one) => one.kind === 'commitment')?.body as
    | { under?: string; status: string }
    | undefined
  return { terms: agreement?.terms, accounts: agreement?.accounts.map(({ by }) => by.id), ...commitment }
}

test.each<[string, Entry[], string[]]>([
  ['a promise of a side right after the deal', [deal(0), promise('NO', 60)], ['commitment:1']],
  ['a promise before the deal is told', [deal(300), promise('NO', 60)], []],
  ['a promise far behind it', [deal(0), promise('NO', 5000)], []],
  ['a promise far behind that names it', [deal(0), promise('NO', 5000, 'the port deal')], ['commitment:1']],
  ['a promise of somebody else', [deal(0), promise('SE', 60)], []],
  ['a deal that is only proposed', [deal(0, 'proposed'), promise('NO', 60)], []],
])('%s', (_name, entries, terms) => {
  expect(linked(entries).terms).toEqual(terms)
})

test.each([
  ['the promised act, later', act('NO', 'its ports', 'Norway reopened its ports.', '2031-04-01'), 'met'],
  [
    'the same act before the promise',
    act('NO', 'its ports', 'Norway reopened its ports.', '2031-02-01'),
    'open',
  ],
  [
    'another deed on the same thing',
    act('NO', 'its ports', 'Norway closed its ports.', '2031-04-01'),
    'open',
  ],
  ['the same deed by another', act('PE', 'its ports', 'Peru reopened its ports.', '2031-04-01'), 'open'],
])('%s', (_name, one, status) => {
  expect(linked([deal(0), promise('NO', 60), one]).status).toBe(status)
})

test("a side's own words are its account, a stranger's are none", () => {
  expect(linked([deal(0, 'agreed', ['person:lind'])], [['person:lind', 'NO']]).accounts).toEqual(['NO'])
  expect(linked([deal(0, 'agreed', ['person:moss'])], [['person:moss', 'SE']]).accounts).toEqual([])
})
