// In: sentences that point back, and a report. Out: the sentence before.
import { expect, test } from 'vitest'
import type { Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { Open } from '../../record/weights/open-words.ts'
import { afterRuns, beforeRuns } from './before-it.ts'

const TEXT = 'Iceland set a quota for herring on Friday. Mr. Aas objects. It runs for 90 days.'
const QUOTE = 'It runs for 90 days.'
const reader = (text?: string) => ({ text: () => text }) as unknown as RecordReader
const evidence = (quote: string, start: number) =>
  ({ report: 'r', quote, spans: [{ start, end: start + 5 }] }) as unknown as Evidence
const words = (text: string | undefined, quote = QUOTE, start = TEXT.indexOf(QUOTE) + 3, open?: Open) =>
  beforeRuns(reader(text), evidence(quote, start), open)
    .map((run) => run.text)
    .join('')

test('the sentence before is told; a title with a full stop ends none', () => {
  expect(words(TEXT)).toBe(' · before it: Mr. Aas objects.')
  const short = TEXT.replace(' Mr. Aas objects.', '')
  expect(words(short, QUOTE, short.indexOf(QUOTE) + 3)).toContain('set a quota')
  const led = TEXT.replace('Mr. Aas objects.', 'It did not come at once.')
  expect(words(led, QUOTE, led.indexOf(QUOTE) + 3)).toBe(
    ' · before it: Iceland set a quota for herring on Friday. It did not come at once.',
  )
  const headed = `Quota for herring\n${QUOTE}`
  expect(words(headed, QUOTE, headed.indexOf(QUOTE) + 3)).toBe('')
})

test('a quotation that is cut keeps whose it is', () => {
  const said = `Ingrid Solheim, who advises the fishing fleets of three northern counties, told reporters: “${'We have seen this before, '.repeat(8)}and a quota helps nobody.”`
  const told = words(`${said} The quota runs for 90 days.`, 'The quota runs for 90 days.', said.length + 3, {
    noun: 'quota',
  })
  expect(told).toContain('before it: Ingrid Solheim, who')
})

test('whom "she" means is told only by a sentence that names somebody', () => {
  const open = { noun: '', isOfPerson: true }
  const quote = 'She wants a larger quota.'
  const after = (before: string) => words(`${before} ${quote}`, quote, before.length + 3, open)
  expect(after('Ingrid Solheim, the fisheries minister, met the fleet.')).toContain('Ingrid Solheim')
  expect(after('The port took 400 boats last year.')).toBe('')
})

test('the words of somebody explain only what shares a word with them', () => {
  const quote = 'It runs for 90 days.'
  const after = (before: string) => {
    const text = `Iceland agreed to a ban. ${before} ${quote}`
    return words(text, quote, text.length - 8)
  }
  expect(after('“We wanted 90 days,” Berg said.')).toContain('We wanted')
  expect(after('“We shall see,” Berg said.')).toBe('')
})

test('a sentence of another paragraph explains one that begins by pointing, or where each sentence is a paragraph', () => {
  const after = (text: string, quote: string, noun = '') =>
    words(`${text}\n${quote}`, quote, text.length + 3, { noun })
  const two = 'Norway sent boats. Iceland set a quota for herring.'
  expect(after(two, 'It runs for 90 days.')).toContain('set a quota')
  expect(after(two, 'The decree was signed in Bergen.', 'decree')).toBe('')
  expect(after('Iceland set a quota for herring.', 'The decree was signed in Bergen.', 'decree')).toContain(
    'set a quota',
  )
})

test('what begins with an empty "it" explains', () => {
  const before = 'It must be pointed out that the levy on nets is unlawful.'
  expect(words(`${before} ${QUOTE}`, QUOTE, before.length + 4)).toContain('the levy on nets')
})

test('a long sentence of its own matter is explained only by one that shares a word', () => {
  const quote =
    'A spokesman of the fleet denied that any skipper from Bergen had been asked to sell his boat at once.'
  const open = { noun: '', isOfSentence: true, isOwn: true }
  const after = (before: string) => words(`${before} ${quote}`, quote, before.length + 3, open)
  expect(after('Skippers heard of offers.')).toContain('of offers')
  expect(after('Herring prices rose in May.')).toBe('')
})

test('nothing is told where the page has the sentence before', () => {
  const text = TEXT.replace(' Mr. Aas objects.', '')
  const told = (near: string) =>
    beforeRuns(reader(text), evidence(QUOTE, text.indexOf(QUOTE) + 3), { noun: '', isOfSentence: true }, near)
  expect(told('Iceland set a quota for cod.')).toHaveLength(2)
  expect(told('Jon Vik: “Iceland set a quota for herring on Friday.”')).toEqual([])
})

test('what a numbered paragraph is of is told', () => {
  const of = (head: string) => {
    const text = `4. Nets. Nets are dear.\n${head}The two sides will review the arrangement in May.`
    const quote = 'The two sides will review the arrangement in May.'
    return words(text, quote, text.length - 9, { noun: 'arrangement' })
  }
  expect(of('5. Herring quotas. ')).toBe(' · before it: 5. Herring quotas.')
  expect(of('')).toBe('')
})

test('nothing is told where no text is at hand or nothing stands before', () => {
  expect(words(undefined)).toBe('')
  expect(words(QUOTE, QUOTE, 3)).toBe('')
})

test('the sentence behind one that announces it is told, in its paragraph', () => {
  const quote = 'Oslo offered another account.'
  const after = (rest: string) =>
    afterRuns(reader(`${quote}${rest}`), evidence(quote, 3))
      .map(({ text }) => text)
      .join('')
  const long = 'No quota was set at the meeting of ministers in Bergen, it said.'
  expect(after(` ${long} Nine boats sailed in May.`)).toBe(` · after it: ${long}`)
  expect(after(' “We left.” Nine boats sailed in May.')).toContain('‘We left.’ Nine boats')
  expect(after('\nNo quota was set.')).toBe('')
})
