// In: sentences of our own. Out: measures planned or threatened that were given up before they began, and such as were not.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure' && about.effect === 'end'
      ? [`${about.by.map(({ name }) => name).join('+') || '-'}: ${about.status}`]
      : []
  })

test.each([
  ['Norway has shelved its plan to impose a 10 percent tariff on Peruvian copper.', 'Norway: called off'],
  ['Norway dropped plans for tariffs on Peruvian copper on Friday.', 'Norway: called off'],
  ['Norway backed down from its threat to impose tariffs on Peruvian copper.', 'Norway: called off'],
  ['Norway decided against tariffs on Peruvian copper.', 'Norway: called off'],
  ['Norway stepped back from imposing sanctions on Peru.', 'Norway: called off'],
  ['Norway will not go ahead with its tariffs on Peruvian copper.', 'Norway: called off'],
  ['The accord averted a threatened ban on Peruvian fish.', '-: called off'],
  ['A last-minute accord spared Peru the 25 percent tariff that Norway had threatened.', '-: called off'],
  ['The finance minister said the tariffs on Peru are off the table.', '-: called off'],
  [
    'The tariffs on Peruvian copper will not take effect on Monday after all, the ministry said.',
    '-: called off',
  ],
  ['Norway said it would not impose a tariff on copper from Peru.', 'Norway: called off'],
])('%s', (text, found) => {
  expect(told(text)).toEqual([found])
})

test.each([
  'Peru hopes to avert Norway’s tariff on copper.',
  'Talks aimed at averting a tariff on Peruvian copper resumed on Monday.',
  'Norway will not impose a tariff on copper from Peru if the two sides sign by Friday.',
  'Norway will not raise its tariff on copper from Peru.',
  'A senator said: “I don’t think Norway is going to impose these tariffs on Peru.”',
  'Norway did not rule out a tariff on copper from Peru.',
  'Norway will not immediately impose a tariff on copper from Peru.',
])('%s: nothing is called off', (text) => {
  expect(told(text).filter((one) => one.includes('called off'))).toEqual([])
})

test('what was in force and is dropped has ended', () => {
  expect(told('Norway dropped the tariff on Peruvian copper that it imposed in May.')).toEqual([
    'Norway: ended',
  ])
})
