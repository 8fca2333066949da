// In: sentences of our own. Out: what falls due by their words, and what a bill that is no law yet does not move.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const namesOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body }) =>
    (kind === 'act' || kind === 'state') && body.about?.thread === 'deadline' ? [body.about.what.text] : [],
  )

test.each([
  [
    'without a clause joined to it: Lawmakers have until May 8 to work out a quota after a three-week delay was granted by the court.',
    ['work out a quota'],
  ],
  [
    'with words joined by hyphens: Peru has until May 8 to replace the colonial-era fishing code.',
    ['replace the colonial-era fishing code'],
  ],
  [
    'not what a date makes possible: The pact ends on April 30, a day chosen so that a strike could begin on May Day.',
    ['The pact'],
  ],
  ['what may start: The duties could start on July 1.', ['The duties']],
  [
    'what "which" stands for: They back the harbour survey, which is set to expire on May 31.',
    ['the harbour survey'],
  ],
  [
    'what "that" points back to: A milk quota accord brought some calm, but when that accord expires May 3, most will not renew it.',
    ['A milk quota accord'],
  ],
  [
    'what is done by it: Norway and Peru want to settle the port row by a May 3 deadline.',
    ['settle the port row'],
  ],
  [
    'where the deadline is made use of: They want to use the May 3 deadline to press the mayor.',
    ['the May 3 deadline'],
  ],
  [
    'the day before "when" it ends: One of the first tests is May 8, when ferry funding will expire.',
    ['ferry funding'],
  ],
  [
    'the day before "before" it ends: They want a vote on Friday, shortly before ferry funding expires.',
    ['ferry funding'],
  ],
  ['the day at the head: On October 1, the city runs out of cash.', ['the city runs out of cash']],
  [
    'the day of the verb it follows, not of the next: Miners with permits that end before May 3 can apply for new ones.',
    [],
  ],
  ['what is only felt: Hopes fade for a herring deal before June.', []],
  ['no end of an office: Her second term as mayor ends in January 2032.', []],
  ['made law: The parliament passed a bill to fund the clinics until May 8.', ['fund the clinics']],
  ['only wished: The union backs a bill that would have funded the clinics until May 8.', []],
  ['by one chamber, with another to come: The House passed a bill that funds the clinics through May 8.', []],
  ['what holds if nobody acts: They are free of charge if a firm does not raise its fares by May 3.', []],
])('%s', (sentence, wanted) => expect(namesOf(sentence.replace(/^[^:]+: /, ''))).toEqual(wanted))
