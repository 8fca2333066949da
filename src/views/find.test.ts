// In: questions on a hand-made record. Out: that they are answered by entries with sentences, or not at all.
import { describe, expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import { findPage } from './find.ts'
import { textOf } from './lines/line.ts'
import { beginningsOf, readQuestion, stemOf } from './question.ts'

const record = harbourRecord()
const answers = (text: string) => findPage(record, text, { all: false }).sections[0]?.lines ?? []
const entries = (text: string) => answers(text).map((line) => line.entry)

test.each<[string, string, string]>([
  ['When does the fee truce end?', 'truce', ''],
  ['When must Meridian hand over its leases?', 'meridian', '20 May 2031 — '],
  ['Who leads the third round?', 'round3', 'Ada Brandt, Luis Okoro and Mira Sall — '],
  ['How much is the duty on fish?', 'fish', '8 % — '],
  ['What is the duty on fish?', 'fish', '8 % — '],
  ['what share of crane steel', 'share-world', '45 % — '],
  ['where was the first round held', 'round1', 'Linna — '],
  ['quota', 'withheld', ''],
])('"%s" is answered by %s', (question, entry, begins) => {
  expect(entries(question)).toContain(entry)
  const line = answers(question).find((one) => one.entry === entry)
  expect(line && textOf(line).startsWith(begins)).toBe(true)
  expect(line?.lines[0]?.evidence).toHaveLength(1)
})

test('"in force" finds measures that stand', () => {
  expect(entries('which duties are in force?').sort()).toEqual(['fish', 'timber'])
  expect(entries('duty on fish in force')).toEqual(['fish'])
})

test('an end is not answered by a beginning', () => {
  const first = (question: string) => textOf(answers(question)[0]!)
  expect(first('when does the fee truce end')).toMatch(/^(since Feb 2031, )?until 1 Aug 2031 — /)
  const page = findPage(record, 'when do the licence rules for heavy cranes expire', { all: false })
  expect(page.sections[0]?.title).toBe('Nothing read into claims says when; told is')
  expect(first('when did the licence rules for heavy cranes begin')).toMatch(/^since Mar 2031 — /)
})

test('what is next is still to come', () => {
  const coming = entries('what is next')
  expect(coming.length).toBeGreaterThan(0)
  expect(coming).not.toContain('round1')
  expect(entries('when is the next round')).not.toContain('round1')
})

test('"how often" is answered by the moves that are told', () => {
  expect(textOf(answers('how often was the deadline of Meridian moved')[0]!)).toMatch(/^moved .+ — /)
})

test.each([
  ['banned', 'ban'],
  ['planning', 'plan'],
  ['called', 'call'],
  ['missed', 'miss'],
])('%s is found as %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem)
})

test('one sentence is shown once', () => {
  const [line] = answers('timber duty')
  expect(new Set(line?.lines.map(textOf)).size).toBe(line?.lines.length)
})

test.each(['bananas', 'When does the banana truce end?', 'who met in Atlantis', '', '???'])(
  '"%s" has no answer and none is made up',
  (question) => {
    expect(answers(question)).toEqual([])
    expect(findPage(record, question, { all: false }).sections[0]?.empty).toMatch(
      /^Nothing read into claims says so/,
    )
  },
)

test('a day that no report gives is not given', () => {
  const page = findPage(record, 'when was the quota data withheld', { all: false })
  expect(page.sections[0]?.title).toBe('Nothing read into claims says when; told is')
})

describe('where no entry answers', () => {
  const sentences = () =>
    record.reports().flatMap((report) => {
      const text = record.text(report.id) ?? ''
      return [...text.matchAll(/[^.]+\.?/g)].map((match) => ({
        report: report.id,
        start: match.index,
        end: match.index + match[0].length,
      }))
    })
  const asked = (text: string) => findPage(record, text, { all: false, sentences }).sections[1]

  test('sentences that hold the words are shown', () => {
    const section = asked('Sudria quota data for 2031 withheld by post')
    expect(section?.title).toBe('Sentences of the reports that hold most of its words')
    expect(section?.lines.map(textOf)[0]).toMatch(/^“Sudria withheld its quota data for 2031\.” — /)
    expect(findPage(record, 'quota', { all: false, sentences }).sections).toHaveLength(1)
  })

  test('a word that no sentence holds outweighs one that many do', () => {
    expect(asked('bananas for Norland')?.lines).toEqual([])
    expect(asked('bananas')?.empty).toBe('No sentence that was read does.')
    expect(asked('')?.lines).toEqual([])
  })

  test('words of one meaning count as one', () => {
    expect(stemOf('inquiries')).toBe(stemOf('probe'))
    expect(stemOf('met')).toBe(stemOf('meets'))
    for (const word of ['levies', 'duties', 'levy', 'probing', 'sold', 'cars'])
      expect(beginningsOf(stemOf(word)).some((begins) => word.startsWith(begins))).toBe(true)
  })
})

test('a verb that asks for one sort of stand is answered by such stands', () => {
  expect(readQuestion(record, 'what does Norland demand').stances).toContain('red-line')
  expect(readQuestion(record, 'what does Norland offer').stances).toEqual(['offer', 'concession'])
  expect(readQuestion(record, 'what does Norland want').stances).toBeUndefined()
  const titled = (text: string) => findPage(record, text, { all: false }).sections[0]?.title
  expect(titled('what does Sudria demand')).toBe('Found')
  expect(entries('what does Sudria demand').every((id) => record.entry(id!)?.kind === 'position')).toBe(true)
  expect(titled('what does Sudria offer')).toBe('Nothing read into claims says so; told is')
})

test('parties are known by their names, short words in capitals only', () => {
  expect(readQuestion(record, 'what does Norlandic policy want').parties.map((party) => party.id)).toEqual([
    'ND',
  ])
})

test('endings do not matter', () => {
  expect(new Set(['tariffs', 'tariff'].map(stemOf)).size).toBe(1)
  expect(new Set(['expires', 'expired', 'expire', 'expiring'].map(stemOf)).size).toBe(1)
})
