// In: readings made by hand. Out: that what is told as done on a day after its report appeared is planned.
import { expect, test } from 'vitest'
import { NO, PE, reading, talks } from '../../../test/fixtures/readings.ts'
import { buildRecord } from '../build.ts'

const words = (text: string) => ({ text, start: 0, end: text.length, head: text, ids: [] })
const inForce = (value: string) => ({
  kind: 'act' as const,
  quote: `The truce takes effect on ${value}.`,
  days: [{ value }],
  body: {
    type: 'agreement',
    actor: [],
    recipient: [],
    about: {
      thread: 'agreement',
      name: words('the truce'),
      between: [NO, PE],
      form: 'truce',
      stage: 'in force',
      about: [],
      approvals: [],
      leftOpen: [],
      accountBy: [],
    },
  },
})

const told = (published: string) => {
  const { record } = buildRecord([
    reading('a', { published }, [
      talks('Bergen', { days: [{ value: '2031-05-14' }] }),
      inForce('2031-05-20'),
    ]),
  ])
  return record.entries.flatMap((entry) =>
    entry.kind === 'round'
      ? [entry.body.status]
      : entry.kind === 'agreement'
        ? [entry.body.stage, entry.body.stages[0]?.modality]
        : [],
  )
}

test('a meeting and a truce told before their day are planned', () => {
  expect(told('2031-05-02').sort()).toEqual(['planned', 'planned', 'proposed'])
})

test('told on their day or later they are held and in force', () => {
  expect(told('2031-05-21').sort()).toEqual(['held', 'held', 'in force'])
})
