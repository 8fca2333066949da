// In: reports of our own. Out: which plans fell with the measure that they are part of.
import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { dueItems } from '../../views/agenda.ts'
import { readerOf } from '../in-memory.ts'

const PLAN =
  'Norway will impose a tariff of 5 percent on Peruvian glass. Norway will press on with the tariff on 10 July.'

it.each<[string, string, boolean]>([
  ['called off since', 'Norway has called off its tariff on Peruvian glass.', false],
  ['of another side', 'Chile has called off its tariff on Peruvian glass.', true],
  ['of another measure', 'Norway has called off its ban on Peruvian cod.', true],
])('%s', async (_, later, isDue) => {
  const record = await builtFrom({ '2031-07-01': PLAN, '2031-07-06': later })
  const due = dueItems(readerOf(record, new Map()))
  expect(due.some(({ day }) => day.earliest === '2031-07-10')).toBe(isDue)
})
