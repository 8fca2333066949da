// In: sentences of our own. Out: what talks are about, and which talks those are.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { StateBody } from '../model/index.ts'

const agendas = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as Partial<StateBody>
    return about?.thread === 'round'
      ? [`${about.place?.name ?? '?'}: ${about.agenda.map((phrase) => phrase.text).join('; ')}`]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    'Norway and Peru met in Oslo on Monday. The talks cover far more than cod, as quotas, port fees and boats are all on the table.',
    ['Oslo: ', 'Oslo: quotas; port fees; boats'],
  ],
  ['Norway and Peru open talks in Oslo on Monday, with port access on the agenda.', ['Oslo: port access']],
  [
    'Envoys of Norway and Peru will meet in Oslo next week to discuss a wide array of issues, including cod quotas and port fees.',
    ['Oslo: cod quotas; port fees'],
  ],
  ['The Oslo talks will focus on cod and delve into port fees.', ['Oslo: cod']],
  [
    'Norway and Peru will meet in Oslo on Monday, after earlier sessions in Lima and Bergen. These negotiations will address the ownership of the fleet.',
    ['Lima: ', 'Bergen: ', 'Oslo: ', 'Oslo: the ownership of the fleet'],
  ],
  [
    'Peru and Chile will meet in Oslo. The port is on the table when Peru and Chile meet, she said.',
    ['Oslo: ', '?: The port'],
  ],
  [
    'Peru and Chile will meet in Oslo. The port was not on the table when Peru and Chile meet, she said.',
    ['Oslo: ', '?: '],
  ],
  ['The talks cover quotas.', []],
])('%s', (text, found) => {
  expect(agendas(text).sort()).toEqual([...found].sort())
})
