// In: sentences of our own. Out: laws that make a deed due to a thing, by whose law.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'measure') return []
    const by = about.by.map(({ id }) => id).join('+')
    return [
      `${by} | ${about.name.text} | ${about.goods.map((one) => one.text).join('+')} | ${evidence.modality}`,
    ]
  })

test.each<[string, string[]]>([
  [
    'A Norwegian law mandating the sale of the refinery by March 2026 was passed last year.',
    ['NO | A Norwegian law mandating the sale of the refinery | the refinery | held'],
  ],
  [
    'A Peruvian law that requires the closure of coastal mines took effect in May.',
    ['PE | A Peruvian law that requires the closure of coastal mines | coastal mines | held'],
  ],
  // What is asked of all, and laws of nobody named, are none.
  ['A Norwegian law requires firms to disclose their fees.', []],
  ['A law mandating the sale of the refinery was discussed.', []],
  ['Norway said the law required patience.', []],
  // Members of a group that are urged to impose something.
  [
    'Norway urged NATO allies to impose duties on fish from Peru.',
    ['org:north-atlantic-treaty-organization | duties on fish | fish | hypothetical'],
  ],
])('%s', (text, measures) => expect(told(text)).toEqual(measures))
