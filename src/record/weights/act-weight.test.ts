// In: acts as the record holds them. Out: which stand before which.
import { expect, test } from 'vitest'
import type { EntryOf } from '../../model/index.ts'
import { weightOfAct } from './act-weight.ts'

const day = { earliest: '2031-05-15', latest: '2031-05-15' }
const act = (type: string, more: object = {}, body: object = {}): number =>
  weightOfAct({
    kind: 'act',
    body: { type, actor: [{ id: 'NO', name: 'Norway' }], recipient: [], on: day, ...body },
    evidence: [{ quote: 'Norway seized two trawlers.', spans: [{ start: 0, end: 80 }] }],
    known: day,
    modality: 'held',
    polarity: 'affirmed',
    ...more,
  } as unknown as EntryOf<'act'>)

test('a vote stands before a deed, a deed before words and before what no list names', () => {
  expect(act('vote: pass')).toBeGreaterThan(act('coerce: seize'))
  expect(act('coerce: seize')).toBeGreaterThan(act('accuse: criticise'))
  expect(act('coerce: seize')).toBeGreaterThan(act('event: cheer'))
})

test('what has no day, was done by nobody told or stands in a headline weighs less', () => {
  const whole = act('coerce: seize')
  expect(act('coerce: seize', {}, { on: undefined })).toBeLessThan(whole)
  expect(act('coerce: seize', {}, { actor: [] })).toBeLessThan(whole)
  const headline = [{ quote: 'Norway seizes trawlers', spans: [{ start: 0, end: 22 }] }]
  expect(act('coerce: seize', { evidence: headline })).toBeLessThan(whole)
  expect(act('coerce: seize', { modality: 'planned' })).toBeLessThan(whole)
})

test('what is told with a number or a condition weighs more', () => {
  const told = (words: string) => act('coerce: seize', {}, { words })
  expect(told('seized 14 trawlers off the Skerry bank')).toBeGreaterThan(
    told('seized trawlers off the Skerry bank'),
  )
  expect(told('will hold the trawlers until Iceland pays')).toBeGreaterThan(
    told('will hold the trawlers for good in port'),
  )
})

test('a vote of last year retold stands behind the news', () => {
  const retold = { on: { earliest: '2030-03-01', latest: '2030-03-01' } }
  expect(act('vote: pass', {}, retold)).toBeLessThan(act('coerce: seize'))
})
