// In: sentences of our own. Out: the figures they give: value, unit, what is measured, whose, which way it moved.
import { describe, expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { FigureBody } from '../model/index.ts'

function figures(text: string): string[] {
  return readClaims(text)
    .filter((claim) => claim.kind === 'figure')
    .map((claim) => {
      const { value, measures, change, of } = claim.body as FigureBody
      const number = `${value.bound === '=' ? '' : value.bound}${value.value}${value.unit === '%' ? '' : ' '}${value.unit}`
      return [number, measures.text, ...(change ? [change] : []), of.map(({ id }) => id).join('+')].join(
        ' | ',
      )
    })
}

describe('figures', () => {
  test.each<[text: string, found: readonly string[]]>([
    [
      'Norway imported $34.5 billion in goods from Peru in 2029.',
      ['34500000000 USD | goods from Peru imported | NO'],
    ],
    // A tonne only measures: what it is of, what carries it or who is bound by it says what is told.
    [
      'The pipeline carried 8 billion cubic meters in 2023.',
      ['8000000000 cubic metre | what the pipeline carried | '],
    ],
    ["Norway's catch must not exceed 577,000 tonnes.", ["≤577000 metric ton | Norway's catch | NO"]],
    // What is counted is told whole: which, from where, done by whom; a share of nothing and money of nobody tell nothing.
    [
      'Norway imported 583,000 tonnes of corn from Peru.',
      ['583000 metric ton | corn from Peru imported | NO'],
    ],
    ['Peru must safeguard the 31,000 jobs of its ports.', ['31000 job | jobs of its ports · safeguard | PE']],
    ['The Norwegian share has fallen to 62 percent.', []],
    ['The duties on milk, which can run as high as 300 percent, remain.', []],
    ['More than 6,000 sailors have been sent into Peru.', ['>6000 sailor | sailors sent into Peru | ']],
    ['Norway has a $9 billion trade deficit with Peru.', ['9000000000 USD | trade deficit with Peru | NO']],
    ['Norway deployed more than 6,000 soldiers last week.', ['>6000 soldier | soldiers deployed | NO']],
    [
      'The coast guard counted 2,400 arrests, a 12% increase from April.',
      ['2400 arrest | arrests that the coast guard counted | ', '12% | arrests counted | up | '],
    ],
    [
      'Norway detained a group of more than 1,200 fishermen.',
      ['>1200 fisherman | fishermen · detained | NO'],
    ],
    ['The storm led to the loss of 3,000 jobs.', ['3000 job | jobs | down | ']],
    ['Sixty percent of the wheat goes to Peru.', ['60% | the wheat that goes to Peru | ']],
    // What is joined to the counted noun is counted with it; another figure is not.
    ['The storm led to the loss of 3,000 boats and nets.', ['3000 boat | boats and nets | down | ']],
    [
      'Ports handled 300,000 tonnes of fish and 20,000 tonnes of timber.',
      ['300000 metric ton | fish that ports handled | ', '20000 metric ton | timber | '],
    ],
    [
      'Peru bought $2 billion worth of Norwegian herring.',
      ['2000000000 USD | Norwegian herring · bought | PE'],
    ],
    [
      'Norway and Peru trade some $2 billion in goods and services every day.',
      ['≈2000000000 USD | goods and services · trade · every day | NO+PE'],
    ],
    [
      'Six million Peruvian jobs depend on trade with Norway.',
      ['6000000 job | Peruvian jobs that depend on trade with Norway | PE'],
    ],
    ['Norway has a quota of 2,600 boats.', ['2600 boat | boats · quota | ']],
    [
      'The storm outdid the 99,000 people rescued at sea in April.',
      ['99000 people | people rescued at sea | '],
    ],
    // An amount that a measure reaches is told with the measure.
    [
      'A second round of duties on $2 billion of Norwegian goods could come.',
      ['2000000000 USD | Norwegian goods under duties | '],
    ],
    [
      'The port employs more than 12,000 people in Lima, with most of them at the docks.',
      ['>12000 people | people in Lima that the port employs | '],
    ],
    // A share says what is said of it.
    ['Some 40 percent of the boats must be built by hand.', ['≈40% | the boats built by hand | ']],
    ['Peruvian exports fell 8 percent in 2029.', ['8% | Peruvian exports | down | PE']],
  ])('%s', (text, found) => {
    expect(figures(text)).toEqual(found)
  })

  test.each([
    ['an age', 'The 24-year-old agreement binds Norway and Peru.'],
    ['a length of time', 'The ministers talked for 40 hours.'],
    ['people of whom nothing more is said', 'Norway blocked the bank accounts of 26 people.'],
    ['a small count', 'Norway sent three ministers.'],
    ['a vague count', 'Norway sent thousands of soldiers.'],
    ['a rate of a duty', 'Norway imposed a 25% tariff on Peruvian copper.'],
    ['a share of what no noun names', 'Norway accounts for 75 percent of what Peru sells abroad.'],
    ['a comparison', 'Fish prices are 50 percent higher than in Peru.'],
    ['part of an amount', 'Some of the $25 billion in remittances would be kept.'],
    ['a rank', 'The poorest 10% of households pay more for fish.'],
    [
      'money sent to somebody, for nothing told',
      'Norway exported $2 million to Chile and $3 million to Peru.',
    ],
    ['a length', 'Norway guards 300 miles of coast.'],
    ['a page', 'The clause stands on page 52 of the draft.'],
    ['an ordinal', 'It was the 31st meeting of the two ministers.'],
    [
      'values told apart by "respectively"',
      'Exports from Norway, Peru and Chile were 40, 50 and 60 percent, respectively.',
    ],
  ])('are none of %s', (_, text) => {
    expect(figures(text)).toEqual([])
  })
})
