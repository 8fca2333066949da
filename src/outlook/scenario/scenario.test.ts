// In: the fish duties, invented, and scenarios of them. Out: proof that what is assumed is marked, and only it differs.
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../test/fixtures/read-folder.ts'
import { regimesOf } from '../told/regimes.ts'
import { termsOf } from '../told/terms.ts'
import { compareScenarios } from './compare.ts'
import { letLapse, resolveScenario } from './resolve-scenario.ts'
import { readScenario } from './scenario-file.ts'

const reader = (await readFolder('examples/outlook/fish-2031'))('2031-06-22')
const regimes = regimesOf(reader)
const terms = termsOf(reader, regimes).terms.map(({ due }) => due)
const scenario = (text: string) => resolveScenario(readScenario(text, 'x.yaml'), regimes, terms, 'x.yaml')
const against = (text: string, until?: string) =>
  compareScenarios(regimes, letLapse(regimes), scenario(text), until)

const brief = (text: string) =>
  against(text).differences.map(({ layer, from, to, a, b }) => [
    layer.split(':')[0],
    from,
    to,
    a?.kind === 'adValorem' ? a.bps / 100 : a?.kind,
    b?.kind === 'adValorem' ? b.bps / 100 : b?.kind,
  ])

describe('what is assumed', () => {
  it('nothing differs from to lapse', () => {
    expect(brief('name: nothing')).toEqual([])
  })
  it('a term extended holds as long as told, once for all that tell of it', () => {
    expect(brief('extend: [{ term: 905, days: 90 }]')).toEqual([
      ['Balancing the Trade in Goods', '2031-08-01', '2031-10-30', 35, 5],
    ])
  })
  it('sums keep their layers by name', () => {
    const [sums] = against('extend: [{ term: 905, days: 90 }]').sums
    expect(sums?.a.map(({ from, bps, parts }) => [from, bps, parts.length])).toEqual([
      ['2031-06-22', 1500, 2],
      ['2031-08-01', 4500, 2],
    ])
    expect(sums?.b.at(-1)).toMatchObject({ from: '2031-10-30', bps: 4500 })
  })
  it('an added step, a new layer and an ended one', () => {
    expect(
      brief(`steps:
  - { layer: 901, set: 12 %, from: 2031-07-01 }
  - { layer: quay fee, set: 2, from: 2031-07-01, until: 2031-07-11, by: PE, on: NO }
  - { layer: salmon, end: true, from: 2031-07-05 }`).map(([layer, from, , a, b]) => [
        layer?.toString().slice(0, 8),
        from,
        a,
        b,
      ]),
    ).toEqual([
      ['Imposing', '2031-07-01', 10, 12],
      ['quay fee', '2031-07-01', undefined, 2],
      ['measure', '2031-07-05', 'prohibition', undefined],
    ])
  })
  it('what is announced comes about unless the deal it hangs on does', () => {
    const plan = (rest: string) =>
      against(`announced: true\n${rest}`).differences.filter(
        ({ b }) => b?.kind === 'adValorem' && b.bps === 5000,
      )
    expect(plan('')).toMatchObject([{ from: '2031-09-01', certainty: { b: 'conditional' } }])
    expect(plan('facts: [{ event: a deal, happens: false }]')).toMatchObject([
      { certainty: { b: 'certain' } },
    ])
    expect(plan('facts: [{ event: a deal, happens: true }]')).toEqual([])
  })
  it('evidence held to be read wrongly is left out from the beginning', () => {
    const step = regimes.steps.find(({ does }) => does.op === 'extend')!
    const [id] = regimes.told.get(step.id)!.evidence
    expect(brief(`without: ["${id}"]`)).toEqual([
      ['Balancing the Trade in Goods', '2031-06-22', '2031-08-01', 5, 35],
    ])
  })
  it('every assumption is marked as one, by name', () => {
    const { scenario: made, assumes } = scenario(
      'by: the desk\nextend: [{ days: 30 }]\nsteps: [{ layer: 901, set: 1, from: 2031-07-01 }]',
    )
    expect(assumes).toHaveLength(made.adds.length)
    for (const { basis, status } of made.adds) {
      expect(basis).toMatchObject({ by: 'the desk' })
      expect(status).toBe('hypothetical')
    }
  })
})

it.each([
  ['extend: [{ term: whales, days: 3 }]', /no open term has the words "whales"/],
  ['facts: [{ event: eclipse, happens: true }]', /no condition read has the words/],
  ['steps: [{ layer: 9, set: 1, from: 2031-07-01 }]', /more than one layer/],
  ['steps: [{ layer: 901, set: 1, from: 2031-02-30 }]', /no day that exists/],
  ['steps: [{ layer: 901, set: 1, ban: true, from: 2031-07-01 }]', /exactly one of/],
  ['without: [e:none]', /no step rests/],
  ['steps: [', /line 1/],
  ['surprise: 1', /surprise|Unrecognized/],
])('%s says what is wrong', (text, wrong) => {
  expect(() => scenario(text)).toThrow(wrong)
})
