// In: dependencies, made by hand. Out: proof that the index is told of what is measured, and tested for imports only.
import { expect, it } from 'vitest'
import { type Kind, textOf } from '../lines/line.ts'
import { concentrationLine } from './concentration-line.ts'

const dependency = (what: string, share: Kind<'dependency'>['body']['share']) =>
  ({
    body: { dependent: [], on: { id: 'NO', name: 'Norway' }, what, share, affects: [] },
    evidence: [{ id: 'e:1' }],
  }) as unknown as Kind<'dependency'>
const words = (what: string, value: number, bound: '=' | '≈' = '=') => {
  const line = concentrationLine(dependency(what, { value, unit: '%', bound }))
  return line && textOf(line)
}

it.each([
  ['cod quotas', 70, '≈', /\(cod quotas\): .* 0\.49–0\.58, from an approximate figure$/],
  ['cod refining', 92, '=', /0\.85$/],
  ['net imports', 61, '=', /0\.37–0\.52 · whether above 0\.4, .* is open$/],
  ['imports of nets', 90, '=', /0\.81–0\.82 · above 0\.4/],
  ['imports of nets', 3, '=', /0\.00–0\.94 · whether above/],
] as const)('%s at %d', (what, value, bound, expected) => {
  expect(words(what, value, bound)).toMatch(expected)
})

it('says nothing without a share in percent, or of one that cannot be', () => {
  expect(concentrationLine(dependency('nets', undefined))).toBeUndefined()
  expect(concentrationLine(dependency('nets', { value: 70, unit: 't', bound: '=' }))).toBeUndefined()
  expect(words('nets', 140)).toBeUndefined()
})
