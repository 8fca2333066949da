// In: sentences of our own. Out: measures told by a verb and what it stops, closes or shuts out: by whom, on whom, which, how it stands.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const deeds = (text: string): string[] =>
  readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    const names = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    return about?.thread === 'measure' && evidence.foundBy.startsWith('measure/deed')
      ? [`${names(about.by)} > ${names(about.on)} | ${about.name.text} | ${about.effect} ${about.status}`]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  // Supply, aid and passage stopped; what is stopped names the measure.
  [
    'Kenya stopped the supply of electricity to Uganda on Monday.',
    ['KE > UG | halt to the supply of electricity | set in force'],
  ],
  [
    'Norway cut off gas supplies to Chile on 1 January.',
    ['NO > CL | halt to gas supplies to Chile | set in force'],
  ],
  [
    'Deportation flights, suspended by Peru in June, were resumed on 1 July.',
    ['PE >  | halt to deportation flights | end ended', 'PE >  | halt to deportation flights | set in force'],
  ],
  [
    'Imports of poultry, suspended by Peru last month, will resume on 20 May.',
    [
      'PE >  | halt to imports of poultry | set in force',
      'PE >  | halt to imports of poultry | end announced',
    ],
  ],
  ['Norway said on Friday its exports of fish to Peru had resumed.', []],
  ['The Greens want Norway to stop the purchase of Peruvian jets.', []],
  ['Norway paused aid to Peru on 1 September.', ['NO > PE | halt to aid | set in force']],
  [
    'Norway will suspend its cooperation with Peru in May.',
    ['NO > PE | halt to its cooperation with Peru | set announced'],
  ],
  ['Norway resumed aid to Peru on Monday.', ['NO > PE | halt to aid to Peru | end ended']],
  // Places closed to others.
  [
    'Chile closed its ports to Peruvian ships on Thursday.',
    ['CL > PE | closure of its ports to Peruvian ships | set in force'],
  ],
  [
    "Chile's airports were closed to Peruvian airlines.",
    ["CL > PE | closure of Chile's airports | set in force"],
  ],
  ['Chile reopened its border with Peru on Friday.', ['CL > PE | closure of its border | end ended']],
  // Somebody shut out of something.
  [
    'Norway cut seven Peruvian banks off from the payments system on March 2.',
    ['NO > PE | exclusion of seven Peruvian banks from the payments system | set in force'],
  ],
  [
    'Seven Peruvian banks were cut off from the payments system.',
    [' > PE | exclusion of Seven Peruvian banks from the payments system | set in force'],
  ],
  [
    'Norway has shut out Peruvian firms for contracts above 45 million kroner since July 6.',
    ['NO > PE | exclusion of Peruvian firms from contracts | set in force'],
  ],
  // Nobody's doing, talks, and what was not done.
  ['Floods stopped the delivery of maize to Uganda.', []],
  ['Gas deliveries to Peru were halted after a blast.', []],
  ['Norway was excluded from the talks.', []],
  ['Norway did not cut off gas supplies to Chile.', []],
  ['Norway closed the meeting with a warning to Peru.', []],
])('%s', (text, found) => {
  expect(deeds(text)).toEqual(found)
})
