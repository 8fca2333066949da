// In: units, values, names, ranges and rows of our own. Out: the scorers' folding, pairing and standing do what they say.
import { describe, expect, test } from 'vitest'
import { standing } from './board.ts'
import { countClasses, countKeys, f1, macroF1, noCounts } from './counts.ts'
import { coreOf } from './name-core.ts'
import { pairOverlapping } from './overlap.ts'
import { valueForm } from './scorers/quantities.ts'
import { relationsRight } from './scorers/quotations.ts'
import { documentName, sideOf } from './split.ts'
import { dayOf } from './story-answer.ts'
import { unitForm } from './unit-form.ts'

test.each([
  ['USD', 'dollar'],
  ['dollars', 'dollar'],
  ['%', 'percentage'],
  ['meters', 'metre'],
  ['CAD/share', 'canadian dollar per share'],
  ['year', 'year of age'],
  ['contract', 'large contract'],
  ['tonne', 'metric ton'],
  ['', '-'],
])('the units "%s" and "%s" are one', (a, b) => {
  expect(unitForm(a)).toBe(unitForm(b))
})

test('different units stay two', () => {
  expect(unitForm('percentage point')).not.toBe(unitForm('%'))
  expect(unitForm('USD')).not.toBe(unitForm('CAD'))
})

test.each([
  ['5.0', '5'],
  ['75-300', '75-300'],
  ['4.0-5.60', '4-5.6'],
  ['-5', '-5'],
])('the value %s is written %s', (value, form) => {
  expect(valueForm(value)).toBe(form)
})

test.each([
  ['the Bank of Peru', false, 'Bank of Peru'],
  ["Chile's", false, 'Chile'],
  ['Foreign Minister Ana Rey', true, 'Ana Rey'],
  ['President', true, 'President'],
])('the core of "%s" (person: %s) is "%s"', (text, person, core) => {
  const { start, end } = coreOf(text, { start: 0, end: text.length }, person)
  expect(text.slice(start, end)).toBe(core)
})

test('exact ranges are paired before overlapping ones, each once', () => {
  const gold = [
    { start: 0, end: 10 },
    { start: 5, end: 10 },
  ]
  expect(pairOverlapping(gold, [{ start: 5, end: 10 }])).toEqual([-1, 0])
  expect(pairOverlapping(gold, [])).toEqual([-1, -1])
})

describe('counts', () => {
  test('a thing found twice is right once', () => {
    const counts = noCounts()
    countKeys(counts, ['a', 'b'], ['a', 'a', 'c'])
    expect(counts).toEqual({ right: 1, found: 3, gold: 2 })
    expect(f1(counts).value).toBeCloseTo(0.4)
  })
  test('macro F1 is the mean over the classes of the gold', () => {
    const classes = countClasses([
      ['x', 'x'],
      ['x', 'y'],
      ['y', 'y'],
      ['z', undefined],
    ])
    expect(macroF1(classes).value).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3)
  })
})

describe('whole attributions', () => {
  const text = 'Ana said that talks will end soon.'
  const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  const gold = [{ source: at('Ana'), cue: at('said'), content: at('that talks will end soon') }]
  test.each([
    ['the same', gold, 1],
    ['content of four words in five', [{ ...gold[0]!, content: at('talks will end soon') }], 1],
    ['content of one word in five', [{ ...gold[0]!, content: at('soon') }], 0],
    ['another cue', [{ ...gold[0]!, cue: at('will') }], 0],
    ['no source', [{ ...gold[0]!, source: [] }], 0],
  ])('%s', (_, found, right) => {
    expect(relationsRight(text, gold, found)).toBe(right)
  })
})

test('a row stands by its check part, where less is better the other way round', () => {
  const measure = (value: number) => ({ value, n: 5 })
  expect(standing({ name: 'a', floor: 0.5, target: 0.8, work: measure(0.9), check: measure(0.6) })).toBe(
    'floor',
  )
  expect(standing({ name: 'a', floor: 0.5, target: 0.8, check: measure(0.4) })).toBe('below')
  expect(standing({ name: 'a', floor: 0.1, target: 0.02, atMost: true, check: measure(0.01) })).toBe('target')
  expect(standing({ name: 'a', floor: 0.1, atMost: true, check: { value: 0, n: 0 } })).toBe('')
})

test('a document is split by its name without folders and endings', () => {
  expect(documentName('key/01_Own.key.apf.xml')).toBe('01_Own')
  expect(documentName('APW1.0261.tml')).toBe('APW1.0261')
  expect(sideOf('a/b.tml')).toBe(sideOf('b'))
})

test.each([
  [{ earliest: '2001-02-03', latest: '2001-02-03' }, '2001-02-03'],
  [{ earliest: '2001-02-01', latest: '2001-02-03' }, '2001-02-02'],
  [{ earliest: '2001-02-01', latest: '2001-02-28' }, undefined],
  [{ earliest: '2001-02-01' }, undefined],
])('the day of %j is %s', (days, day) => {
  expect(dayOf(days)).toBe(day)
})
