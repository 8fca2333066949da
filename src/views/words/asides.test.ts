import { describe, expect, it } from 'vitest'
import { withoutAsides } from './asides.ts'
import { excerpt } from './excerpt.ts'
import { cutAt } from './safe-text.ts'

describe('what stands beside the subject of a long sentence', () => {
  it.each([
    [
      'The dockers, who load ore in Callao and in two smaller ports of the south, voted to strike on Monday.',
      'The dockers … voted to strike on Monday.',
    ],
    [
      'Members of the seamen’s guild, who man ferries, tugs and the pilot boats, rejected the contract.',
      'Members of the seamen’s guild … rejected the contract.',
    ],
    [
      'Norway asked Ana Paz, a former judge who led two commissions of inquiry, to chair the talks.',
      'Norway asked Ana Paz … to chair the talks.',
    ],
    ['The levy (which falls on copper, zinc and silver alike) ends in May.', 'The levy … ends in May.'],
  ])('is left out of %s', (sentence, short) => {
    expect(withoutAsides(sentence, 40)).toBe(short)
  })

  it.each([
    'On 3 May, the day before the vote in both chambers of Lima, the bureau said nothing.',
    'The fair, which had been set for May and was, as announced in April, moved to June, took place.',
    'Paz met the miners, the owners of the smelters in the north, and Norway offered a plan.',
    'The dockers, and their allies in the two smaller ports of the south, voted to strike.',
  ])('stays where another subject or verb may stand in it: %s', (sentence) => {
    expect(withoutAsides(sentence, 40)).toBe(sentence)
  })

  it('stays in a sentence that is short enough, and where words that matter stand in it', () => {
    const sentence = 'The dockers, who load 40 tons of ore in Callao each day, voted to strike.'
    expect(withoutAsides(sentence, 100)).toBe(sentence)
    expect(excerpt(sentence, '40', 70)).toContain('40 tons')
  })
})

describe('a cut sentence', () => {
  it('ends on no clause whose verb is gone', () => {
    expect(
      cutAt('Peru said it would raise the levy in June, and that if Chile did so first it would wait', 58),
    ).toBe('Peru said it would raise the levy in June …')
    expect(
      cutAt('Peru gave the owners two weeks and said that, failing an offer by then, it would act', 50),
    ).not.toMatch(/(?:failing|that|by) …$/)
  })
})
