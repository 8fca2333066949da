// In: ids of a hand-made record. Out: their sentences in context.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import { evidencePage, findEvidence } from './evidence.ts'
import { marksOf } from './lines/entry-line.ts'
import { contextOf } from './lines/evidence-context.ts'
import { textOf } from './lines/line.ts'

const record = harbourRecord()

test('the sentence is marked, and what stands around it in its paragraph is given', () => {
  const text = 'Head\n\nFirst one here. The second says it. And a third follows.\n\nAnother paragraph.'
  const start = text.indexOf('The second')
  const spans = [{ start, end: start + 'The second says it.'.length }]
  const entry = record.entry('quay')
  if (entry === undefined) throw new Error('no entry')
  const evidence = { ...entry.evidence[0]!, id: 'e-x', quote: 'The second says it.', spans }
  const reader = { ...harbourRecord('2031-05-15', [{ ...entry, evidence: [evidence] }]), text: () => text }
  expect(contextOf(reader, 'e-x')).toMatchObject({
    before: 'First one here.',
    sentence: [{ text: 'The second says it.', marked: true }],
    after: 'And a third follows.',
  })
})

test('a part of a sentence is marked inside it', () => {
  const text = 'Duties stand at 25% for now.'
  const entry = record.entry('fish')!
  const evidence = { ...entry.evidence[0]!, id: 'e-y', quote: text, spans: [{ start: 7, end: 19 }] }
  const reader = { ...harbourRecord('2031-05-15', [{ ...entry, evidence: [evidence] }]), text: () => text }
  expect(contextOf(reader, 'e-y')?.sentence).toEqual([
    { text: 'Duties ', marked: false },
    { text: 'stand at 25%', marked: true },
    { text: ' for now.', marked: false },
  ])
})

test('what lies far between two sentences of one line is told by its ends', () => {
  const between = `It began well. ${'Much was said about nets. '.repeat(40)}It ended late.`
  const text = `The ban holds. ${between} The fee stays.`
  const entry = record.entry('fish')!
  const end = text.length
  const spans = [
    { start: 0, end: 14 },
    { start: text.indexOf('The fee'), end },
  ]
  const evidence = { ...entry.evidence[0]!, id: 'e-z', quote: 'The ban holds. … The fee stays.', spans }
  const reader = { ...harbourRecord('2031-05-15', [{ ...entry, evidence: [evidence] }]), text: () => text }
  const pieces = contextOf(reader, 'e-z')?.sentence ?? []
  expect(pieces.map((piece) => piece.marked)).toEqual([true, false, true])
  expect(pieces[1]?.text).toMatch(/^ It began well\..* … .*It ended late\. $/)
  expect(pieces[1]!.text.length).toBeLessThan(300)
})

test.each([
  ['e-25', ['e-25']],
  ['meridian', ['e-due', 'e-twice', 'e-third']],
  ['d-rate', ['e-25', 'e-40']],
  ['e-trut', { near: [] }],
  ['e-tru', ['e-truce']],
])('%s means %j', (id, found) => {
  const result = findEvidence(record, id)
  if (Array.isArray(found)) expect(result).toEqual({ evidence: found })
  else expect(result).toEqual(found)
})

test('the id may come without what stands before its colon', () => {
  const entry = record.entry('quay')!
  const evidence = [{ ...entry.evidence[0]!, id: 'e:4f9k2m' }]
  const reader = harbourRecord('2031-05-15', [{ ...entry, evidence }])
  expect(findEvidence(reader, '4f9k2m')).toEqual({ evidence: ['e:4f9k2m'] })
})

test('an ambiguous beginning names what it may be', () => {
  const result = findEvidence(record, 'e-t')
  expect('near' in result && result.near.length > 1).toBe(true)
})

test('the page tells report, chain, offsets and rule', () => {
  const lines = evidencePage(record, ['e-40']).sections[0]?.lines.map(textOf).join('\n') ?? ''
  expect(lines).toContain('harbour/wire.txt (r-wire), 13 May 2031')
  expect(lines).toContain('According to: official, by way of Coast Wire')
  expect(lines).toMatch(/Characters \d+–\d+ of the text; found by fixture@1/)
})

test('what people put right, noted and checked stands under the sentence and marks every line of the entry', () => {
  const entry = {
    ...record.entry('quay')!,
    corrections: [
      {
        kind: 'date',
        field: 'due',
        machine: { earliest: '2031-06-01', latest: '2031-06-01' },
        by: 'A. Reader',
        reason: 'the order says so',
      },
      { kind: 'note', text: 'see the annex', by: 'B. Reader' },
    ],
    checked: [{ by: 'C. Reader', holds: false }],
  }
  const reader = harbourRecord('2031-05-15', [entry])
  const lines = evidencePage(reader, [entry.evidence[0]!.id]).sections[0]!.lines
  expect(lines.map(textOf)).toEqual(
    expect.arrayContaining([
      'Put right by A. Reader: date due; the machine read 1 Jun 2031 (the order says so)',
      'Noted by B. Reader: see the annex',
      'Checked by C. Reader; what it rests on changed since',
    ]),
  )
  expect(marksOf(entry)).toEqual(expect.arrayContaining(['corrected', 'noted', 'changed since checked']))
  expect(marksOf({ ...entry, corrections: [], checked: [{ by: 'C. Reader', holds: true }] })).toContain(
    'checked',
  )
  expect(marksOf(record.entry('quay')!).join()).not.toMatch(/corrected|noted|checked/)
})
