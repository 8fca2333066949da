// In: made-up rows of words. Out: proof that reading never breaks, and that what it tells lies inside the text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findClaims } from '#parley/claims/engine.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readSentence } from '#parley/reading/read-sentence.ts'

const WORDS =
  `said says told who which whom that to of by from as for with on until unless if after and or not no the a its his their ` +
  `Peru Norway Lima Peruvian minister ministry union talks deal treaty ban tariff tariffs ports cod strike vote court deadline ` +
  `known called dubbed agreed denied rejected signed lifted imposed moved extended postponed held met banned ordered offered ` +
  `is was were has had will would could may been being be 30 percent $5 million half two third 1 May Friday 2026 June ` +
  `according including both sides he she it they them Ann Lee U.S. Mr. Reuters ( ) , ; : . " “ ” ‘ ’ ' — – - ? ! …`
const words = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 16 })
  .map((all) => all.join(' '))

describe('reading', () => {
  const engine = loadEngine()
  it('breaks on no row of words, and points at nothing outside it', () => {
    fc.assert(
      fc.property(words, (text) => {
        for (const { evidence } of findClaims(readSentence(text, engine), 'r', engine.claims))
          for (const { start, end } of evidence.spans) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
      }),
      { numRuns: 800, seed: 20 },
    )
  })
})
