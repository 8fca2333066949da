// In: a hand-made record. Out: that what hangs on an entry is found, and what only sounds like it is not.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { Entry } from '../model/index.ts'
import { withEnds } from '../record/names/named.ts'
import { hangingOn } from './hanging.ts'

const entries = (more: readonly Entry[] = []) =>
  withEnds([...harbourRecord().entries({ aside: true }), ...more])
const of = (id: string, all: readonly Entry[] = entries()) => {
  const reader = harbourRecord('2031-05-15', all)
  return hangingOn(reader, reader.entry(id)!)
}

test('a linkage is tied to the entry that its end names', () => {
  expect(of('timber').ties.map(({ linkage }) => linkage.id)).toEqual(['lever'])
  expect(entries().find(({ id }) => id === 'lever')?.body).toMatchObject({ fromEntry: 'timber' })
})

test('a word that names several measures is tied to none of them', () => {
  const lever = harbourRecord().entry('lever') as Extract<Entry, { kind: 'linkage' }>
  const vague = { ...lever, id: 'vague', body: { ...lever.body, from: 'the duty' } }
  expect(withEnds([...entries(), vague]).find(({ id }) => id === 'vague')?.body).not.toHaveProperty(
    'fromEntry',
  )
  const all = entries([vague])
  expect(of('fish', all).ties).toEqual([])
  expect(of('fish', all).matters.map(({ id }) => id)).toEqual(['vague'])
})

test('what is told on condition of a thing hangs on it, and a condition of another does not', () => {
  const quay = harbourRecord().entry('quay') as Extract<Entry, { kind: 'commitment' }>
  const when = (id: string, condition: string): Entry => ({
    ...quay,
    id,
    body: { ...quay.body, what: 'lower port dues' },
    evidence: [{ ...quay.evidence[0]!, id: `e-${id}`, condition }],
  })
  const all = entries([
    when('a', 'if the timber duty falls away'),
    when('b', 'if the timber duty'),
    when('c', 'if it rains'),
  ])
  expect(of('timber', all).conditional.map(({ entry }) => entry.id)).toEqual(['a', 'b'])
})

test("an agreement's promises hang on it", () => {
  const framework = harbourRecord().entry('framework') as Extract<Entry, { kind: 'agreement' }>
  const all = entries().map((one) =>
    one.id === 'framework' ? { ...framework, body: { ...framework.body, terms: ['quay'] } } : one,
  )
  expect(of('framework', all).terms.map(({ id }) => id)).toEqual(['quay'])
  expect(of('fish', all).terms).toEqual([])
})
