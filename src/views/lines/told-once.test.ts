// In: lines of a page chosen one after another. Out: which of them tell what the page has told.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import { bareLine, plain, quoted, strong, textOf } from './line.ts'
import { toldOnce } from './told-once.ts'

const reader = harbourRecord()
const [entry] = reader.ofKind('statement')
const [evidence] = entry!.evidence
const line = bareLine([strong('Brandt: '), quoted(evidence!.quote)], { evidence: [evidence!.id] })

test('a sentence that a line before holds is told, another is not', () => {
  const page = toldOnce(reader)
  page.tell(bareLine([plain('The dock reopens on Monday after nine weeks.')]))
  expect(page.isTold(line)).toBe(false)
  page.tell(bareLine([quoted(evidence!.quote)]))
  expect(page.isTold(line)).toBe(true)
})

test('a line loses a sentence that only explains it and was told, and keeps what it says itself', () => {
  const page = toldOnce(reader)
  const told = 'Nine cranes stand idle in Port Anna since the vote.'
  const named = (name: string, rate = ' at 9 %') =>
    bareLine([strong(name), plain(`: in force${rate}`), plain(' · '), quoted(told)])
  const strike = named('crane drivers’ strike')
  expect(textOf(page.tell(strike))).toContain(told)
  expect(textOf(page.tell(strike))).toBe('crane drivers’ strike: in force at 9 %')
  // What its name alone leaves open stands twice.
  expect(textOf(page.tell(named('strike')))).toContain(told)
  expect(textOf(page.tell(named('crane drivers’ strike', '')))).toContain(told)
  expect(page.tell(bareLine([strong('Brandt'), plain(': '), quoted(told)])).runs).toHaveLength(3)
})
