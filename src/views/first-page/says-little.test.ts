// In: lines of statements, positions and figures. Out: which say little.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import type { EntryOf } from '../../model/index.ts'
import { figureLine } from '../figures.ts'
import { bareLine, plain } from '../lines/line.ts'
import { statementLine } from '../statements.ts'
import { isTrivial, saysLittle } from './says-little.ts'

const base = harbourRecord().entry('say-pay') as EntryOf<'statement'>
const told = (body: Partial<EntryOf<'statement'>['body']>) => ({
  ...base,
  body: { ...base.body, ...body },
  // A sentence that says no more than the statement.
  evidence: base.evidence.map((item) => ({ ...item, quote: body.content ?? item.quote })),
})

test('a remark of somebody of no office says little, one with a number or of a minister does not', () => {
  const reader = harbourRecord()
  const isLittle = (content: string, id: string) => {
    const speaker = [{ id, name: 'Nils Aune' }]
    const entry = told({ form: 'direct', content, of: [], speaker })
    return saysLittle({ ...reader, entry: () => entry }, statementLine(reader, entry))
  }
  const remark = 'The herring do not read the papers'
  expect(isLittle(remark, 'person:nils-aune')).toBe(true)
  expect(isLittle(`${remark} of 9 May`, 'person:nils-aune')).toBe(false)
  expect(isLittle(remark, 'person:ada-brandt')).toBe(false)
})

test('what "his office" says of him leaves open whose it is', () => {
  const reader = harbourRecord()
  const entry = told({
    form: 'indirect',
    content: 'he had been misunderstood in Bergen',
    of: [],
    speaker: [],
    unnamed: 'His office',
  })
  expect(saysLittle({ ...reader, entry: () => entry }, statementLine(reader, entry))).toBe(true)
})

test('of a body that negotiates for nobody only what it denies or counts says much, a headline little', () => {
  const reader = harbourRecord()
  const isLittle = (content: string, quote = `"${content}," the Net Makers of Bergen said.`) => {
    const speaker = [{ id: 'org:net-makers', name: 'Net Makers' }]
    const said = told({ form: 'direct', content, of: [], speaker })
    const start = quote.endsWith('.') ? 400 : 0
    const evidence = said.evidence.map((item) => ({ ...item, quote, spans: [{ start, end: start + 9 }] }))
    const entry = { ...said, evidence }
    return saysLittle({ ...reader, entry: () => entry }, statementLine(reader, entry))
  }
  expect(isLittle('Nets are the soul of Bergen')).toBe(true)
  expect(isLittle('Nobody asked the makers, and no net was sold in Iceland')).toBe(false)
  expect(isLittle('Nets cost 9 kroner in Bergen')).toBe(false)
  expect(isLittle('No net was sold in Iceland', 'No net was sold in Iceland, say makers')).toBe(true)
})

test('few words say little, unless they give a number', () => {
  const reader = harbourRecord()
  const isLittle = (content: string) => {
    const entry = told({ form: 'indirect', content })
    return saysLittle({ ...reader, entry: () => entry }, statementLine(reader, entry))
  }
  expect(isLittle('no vote is needed')).toBe(true)
  expect(isLittle('the vote takes 9 days')).toBe(false)
  expect(isLittle('the port of Bergen will need no vote')).toBe(false)
})

test('a number that somebody tells of himself says little', () => {
  const reader = harbourRecord()
  const [figure] = reader.ofKind('figure')
  const isLittle = (quote: string) => {
    const entry = { ...figure!, evidence: figure!.evidence.map((item) => ({ ...item, quote })) }
    return saysLittle({ ...reader, entry: () => entry }, figureLine(reader, entry))
  }
  expect(isLittle('I have 40 boats at the quay, said Nils Aune of Bergen')).toBe(true)
  expect(isLittle('Norway has 40 boats at the quay in Bergen')).toBe(false)
})

test('who blamed or refused whom, told without number and day, says little beside deeds', () => {
  const reader = harbourRecord()
  const [act] = reader.ofKind('act')
  const isLittle = (quote: string, type: string, modality: 'held' | 'ongoing' = 'held') => {
    const { on: _, ...body } = act!.body
    const evidence = act!.evidence.map((item) => ({ ...item, quote }))
    const entry = { ...act!, modality, evidence, body: { ...body, type } }
    return saysLittle({ ...reader, entry: () => entry }, bareLine([plain(quote)], { entry: entry.id }))
  }
  expect(isLittle('Norway dismissed the worries of the net makers of Bergen', 'reject')).toBe(true)
  expect(isLittle('Norway rejected a levy of 9 kroner on nets from Bergen', 'reject')).toBe(false)
  expect(isLittle('Norway has made its stance on nets from Iceland clear', 'event: make')).toBe(true)
  expect(isLittle('Norway and Iceland are talking about nets in Bergen', 'consult', 'ongoing')).toBe(true)
  expect(isLittle('Norway and Iceland agreed on nets in Bergen', 'support: agree')).toBe(false)
  expect(isLittle('Norway arrested the net makers of Bergen', 'coerce: arrest')).toBe(false)
})

test.each([
  ['Shares in Harbour Cranes fell 3 per cent on Monday.', true],
  ['The Net Makers, who employ 40, declined to comment.', true],
  ['[Photo: Cranes stand idle in Port Anna.', true],
  ['The union lost 40 members when the dock closed.', false],
  ['The dock paid 40 per cent less for oil.', false],
  [
    'The union, which declined to comment on Monday, had told its members a day before that no crane would move until they were paid in full.',
    false,
  ],
])('tells nothing of a negotiation: %s %s', (quote, expected) => {
  const entry = told({ content: quote })
  expect(isTrivial({ ...harbourRecord(), entry: () => entry }, statementLine(harbourRecord(), entry))).toBe(
    expected,
  )
})
