// In: an agreement as told. Out: how far its line says that it has come.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { AgreementBody, Entry } from '../model/index.ts'
import { agreementLine } from './agreements.ts'
import { textOf } from './lines/line.ts'

const base = harbourRecord()
const framework = base.entry('framework') as Extract<Entry, { kind: 'agreement' }>
const lineOf = (body: Partial<AgreementBody>, more: Partial<Entry> = {}): string => {
  const entry = { ...framework, ...more, body: { ...framework.body, ...body } } as typeof framework
  return textOf(agreementLine(harbourRecord('2031-05-15', [entry]), entry))
}
const planned = (stage: 'left' | 'signed') => [{ stage, modality: 'planned' as const, evidence: [] }]

test('what is denied is not agreed', () => {
  expect(lineOf({ stage: 'agreed' }, { polarity: 'denied' })).toContain('not agreed')
})

test('what can be left is no proposal, what is to be signed is one', () => {
  expect(lineOf({ stage: 'proposed', stages: planned('left') })).toContain('planned: left')
  expect(lineOf({ stage: 'proposed', stages: planned('left') })).not.toContain('proposed')
  expect(lineOf({ stage: 'proposed', stages: planned('signed') })).toContain('proposed')
})

test('what was to be signed on a day that is over is planned no more', () => {
  const of = (day: string) => {
    const stages = [
      {
        stage: 'signed' as const,
        modality: 'planned' as const,
        evidence: [],
        on: { earliest: day, latest: day },
      },
    ]
    return lineOf({ stage: 'proposed', stages })
  }
  expect(of('2031-05-02')).toContain('was to be signed 2 May 2031')
  expect(of('2031-06-02')).toContain('planned: signed 2 Jun 2031')
})

test('who has ratified it binds nobody else', () => {
  const approvals = [
    { who: { id: 'x:crews', name: 'crews' }, done: true },
    { who: { id: 'x:board', name: 'the board' }, done: false },
  ]
  const body = { stage: 'ratified', approvals } as unknown as Partial<AgreementBody>
  expect(lineOf(body)).toContain('ratified by crews')
})
