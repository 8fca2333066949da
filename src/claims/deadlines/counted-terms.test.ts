// In: sentences of our own. Out: what must be done within a length of time, and so long after which day it is due.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const termsIn = (sentence: string): string[] => {
  const doc = readSentence(sentence, engine)
  return findClaims(doc, 'r', engine.claims).flatMap(({ kind, body, days, evidence }) =>
    kind === 'state' &&
    /^deadline\/(?:within|walks-out)@/.test(evidence.foundBy) &&
    body.about?.thread === 'deadline'
      ? days.map(
          ({ start, end, plusDays, plusMonths, relative }) =>
            `${body.about && 'what' in body.about ? body.about.what?.text : ''} · ${doc.text.slice(start, end)} + ${
              plusDays ??
              (plusMonths === undefined ? `${relative?.count} ${relative?.grain}` : `${plusMonths} months`)
            }`,
        )
      : [],
  )
}

test.each([
  ['On Tuesday the mayor gave the crews 48 hours to return to work.', ['return to work · Tuesday + 2']],
  [
    'The court ruled on Friday that the ministry must publish the list within 30 days.',
    ['the ministry must publish the list · Friday + 30'],
  ],
  ['The union issued a 72-hour strike notice on Sunday.', ['strike · Sunday + 3']],
  ["The union on Monday gave the port 72 hours' notice of a strike.", ['strike · Monday + 3']],
  ['Peru has three weeks to respond to the complaint.', ['respond to the complaint · three weeks + 3 week']],
  ['The firm has 30 days to appeal.', ['appeal · 30 days + 30 week']],
  ['from a report told later: The mayor gave the crews 48 hours to return to work.', []],
  ['past: Peru had three weeks to respond to the complaint.', []],
  ['only allowed: Peru may have three weeks to respond.', []],
  ['time that passes: The talks have 30 days to run.', []],
  ['from another event: The judges must rule within 30 days of the hearing.', []],
])('%s', (sentence, terms) => expect(termsIn(sentence.replace(/^[a-z ]+: /, ''))).toEqual(terms))
