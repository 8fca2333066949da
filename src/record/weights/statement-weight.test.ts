// In: statements. Out: which says more.
import { expect, test } from 'vitest'
import type { EntryOf } from '../../model/index.ts'
import { weightOfStatement } from './statement-weight.ts'

type Body = EntryOf<'statement'>['body']
const says = (content: string, form: Body['form'] = 'indirect', cue = 'say') =>
  weightOfStatement({
    body: { content, form, cue } as Body,
    evidence: [{ quote: `Aas said ${content}.`, spans: [{ start: 90, end: 99 }] }],
  } as unknown as EntryOf<'statement'>)

test('a number, a day and a condition stand before a quip', () => {
  const quip = says('We are not here to count herring', 'direct')
  expect(says('the fleet would land 4,000 tonnes a week')).toBeGreaterThan(quip)
  expect(says('the ports will reopen in March')).toBeGreaterThan(quip)
  expect(says('the ports stay shut unless the levy goes')).toBeGreaterThan(
    says('the ports stay shut as the levy stays'),
  )
})

test('what binds stands before what is only said, a scrap last', () => {
  const words = 'the patrol boats would stay out of the fjord'
  expect(says(words, 'indirect', 'promise')).toBeGreaterThan(says(words))
  expect(says('it will happen')).toBeLessThan(says(words))
})
