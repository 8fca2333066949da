// In: short texts of our own. Out: whether they fall into the right sentences and tokens.
import { describe, expect, it } from 'vitest'
import { startDraft } from './draft.ts'

const draftOf = (text: string) => startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
const sentencesOf = (text: string): string[] =>
  draftOf(text).sents.map((sent) => text.slice(sent.start, sent.end))

describe('sentences end', () => {
  const cases: [string, string[]][] = [
    ['Mr. Oda met Gen. Ruiz. They spoke.', ['Mr. Oda met Gen. Ruiz.', 'They spoke.']],
    [
      'Sens. Oda and Ruiz met Reps. Holm and Lee. They spoke.',
      ['Sens. Oda and Ruiz met Reps. Holm and Lee.', 'They spoke.'],
    ],
    ['It has three lens. They are old.', ['It has three lens.', 'They are old.']],
    ['The U.S. Treasury paid. It was late.', ['The U.S. Treasury paid.', 'It was late.']],
    ['They moved to the U.S. The next day it rained.', ['They moved to the U.S.', 'The next day it rained.']],
    ['He left at 9 a.m. on Monday.', ['He left at 9 a.m. on Monday.']],
    ['“We wait.” They left.', ['“We wait.”', 'They left.']],
    ['"Why now?" Oda asked. No one knew.', ['"Why now?" Oda asked.', 'No one knew.']],
    ['It fell by 3.5 percent.Next week it rose.', ['It fell by 3.5 percent.', 'Next week it rose.']],
    [
      'OSLO, Sept. 4 (Agency) — Talks began. They failed.',
      ['OSLO, Sept. 4 (Agency) — Talks began.', 'They failed.'],
    ],
    ['Ports reopen\n\nShips sailed again.', ['Ports reopen', 'Ships sailed again.']],
    ['1. Cut duties.\n2. Buy grain.', ['1. Cut duties.', '2. Buy grain.']],
    ['See No. 5 of the list. It is short.', ['See No. 5 of the list.', 'It is short.']],
    ['The answer was no. Then they left.', ['The answer was no.', 'Then they left.']],
    [
      'Write to Ann.Lee@example.org or www.Example.org today.',
      ['Write to Ann.Lee@example.org or www.Example.org today.'],
    ],
    ['She holds a Ph.D. in law. He does not.', ['She holds a Ph.D. in law.', 'He does not.']],
    ['She wrote on X. Only later did she sail.', ['She wrote on X.', 'Only later did she sail.']],
    ['It was sold on J. Holm’s word.', ['It was sold on J. Holm’s word.']],
    ["Oslo won't. Lima will.", ["Oslo won't.", 'Lima will.']],
    ["The gain is Peru's. It is small.", ["The gain is Peru's.", 'It is small.']],
    ['Boats at the quay Photo: Ann Lee', ['Boats at the quay', 'Photo: Ann Lee']],
    ['The photo: boats at a quay.', ['The photo: boats at a quay.']],
    ['Cranes on the pier The harbour has been shut.', ['Cranes on the pier', 'The harbour has been shut.']],
    ['Dues at the ferry port They’ve doubled.', ['Dues at the ferry port', 'They’ve doubled.']],
    ['Readers of The Lima Post and We Build left.', ['Readers of The Lima Post and We Build left.']],
    ['The fees were small. oda saw them.', ['The fees were small.', 'oda saw them.']],
    [
      'The state rep. from Oruro and the govt. of the day met.',
      ['The state rep. from Oruro and the govt. of the day met.'],
    ],
    ['Oda Corp. and Holm Inc. they run, paid.', ['Oda Corp. and Holm Inc. they run, paid.']],
    ['It is ships vs. the port.', ['It is ships vs. the port.']],
    ['Fees rose. 8 The port was shut.', ['Fees rose. 8', 'The port was shut.']],
    ['Fees rose. 8 Peruvian ports were shut.', ['Fees rose.', '8 Peruvian ports were shut.']],
    ['A deal, right? :) It took years.', ['A deal, right? :)', 'It took years.']],
    ['The list is long. https://example.org/list', ['The list is long.', 'https://example.org/list']],
    ['Prices fell. eBay closed.', ['Prices fell.', 'eBay closed.']],
    ['Prices rose. . . and fell.', ['Prices rose. . . and fell.']],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('not at the line ends of a hard-wrapped text', () => {
    const text =
      'The delegations met for the third time in as many weeks and\nsaid that they would meet again before the end of the month,\nthough neither side would say where, or what it would bring to\nthe table when it came.\n\nThe ministry had no comment.'
    expect(sentencesOf(text)).toHaveLength(2)
  })
})

describe('tokens are kept apart', () => {
  const cases: [string, string][] = [
    ["They don't, can't and won't", "They do n't , ca n't and wo n't"],
    ['the U.S.-Chile deal', 'the U.S. - Chile deal'],
    ['a pre-war, non-EU, 15-year plan', 'a pre-war , non-EU , 15 - year plan'],
    ['Chile’s ministers’ plan', "Chile 's ministers ' plan"],
    ['US$1,200.50 or €5bn, up 3.5%', 'US$ 1,200.50 or € 5 bn , up 3.5 %'],
    ['AT&T’s 50km line — built in the ’90s…', "AT&T 's 50 km line -- built in the '90s ..."],
    ['Chileâ€™s plan &amp; ours', "Chile 's plan & ours"],
    ['He cannot say “no”.', 'He can not say " no " .'],
    ['from 2010–2014', 'from 2010 - 2014'],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(draftOf(text).tokens.form.join(' ')).toBe(expected)
  })
})

describe('whatever the bytes', () => {
  const odd = [
    '',
    ' ',
    '\u0000',
    '.'.repeat(999),
    '"('.repeat(500),
    '\ud800',
    'â€',
    '&#99999;',
    'a\n'.repeat(300),
    "'s",
    "n't",
  ]
  it.each(odd)('every token is a range of the text, in order: %j', (text) => {
    const { tokens, sents } = draftOf(text)
    let last = 0
    for (let i = 0; i < tokens.count; i++) {
      expect(tokens.start[i]).toBeGreaterThanOrEqual(last)
      expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!)
      last = tokens.end[i]!
    }
    expect(last).toBeLessThanOrEqual(text.length)
    for (const sent of sents) expect(sent.last).toBeGreaterThan(sent.first)
  })

  it('time grows with length, not with its square', () => {
    for (const piece of ['"', '(', '7', 'x', '. ', 'a.', "'", '-', '\n', '.)', '[1] ', 'A.', '&amp;', 'â']) {
      const text = piece.repeat(200_000 / piece.length)
      const start = performance.now()
      draftOf(text)
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(2500)
    }
  })
})
