import { expect, test } from 'vitest'
import { findSplices, piecesOf, withoutSplices } from './splices.ts'

const readable = (text: string) => {
  const whole = { start: 0, end: text.length }
  return piecesOf(whole, findSplices(text)).map(({ start, end }) => text.slice(start, end))
}

test('What a page shows over a name and the headlines behind it are no words of the sentence.', () => {
  expect(
    readable(
      'Governor Ada Whitlow Ada May WhitlowFerry strike enters third week Harbour vote delayed MORE (R-Maine) met crews.',
    ),
  ).toEqual(['Governor Ada Whitlow', '(R-Maine) met crews.'])
  expect(
    readable('Talks with Joe Brandt Joseph (Joe) Lee Brandt Ports reopen: report MORE’s office collapsed.'),
  ).toEqual(['Talks with Joe Brandt', '’s office collapsed.'])
  expect(readable('Aides said Dale Kern Dale Roy KernMORE believed the quota would lapse.')).toEqual([
    'Aides said Dale Kern',
    'believed the quota would lapse.',
  ])
})

test('A name said twice, or the word in capitals, is left as it stands.', () => {
  for (const text of [
    'Brandt wants MORE quota, and Kern told Kern voters so.',
    'Whitlow met Whitlow. The crews want MORE pay.',
    'READ MORE: The Politics of the Ferry Fix',
    'New York, New York: the port needs more cranes.',
    'Brandt Says Brandt Wants MORE Cranes',
  ])
    expect(findSplices(text)).toEqual([])
})

test('Blanks keep every place in the text.', () => {
  const text = 'Ada Whitlow Ada May WhitlowFerry strike MORE spoke.'
  const without = withoutSplices(text, findSplices(text))
  expect(without.length).toBe(text.length)
  expect(without.indexOf('spoke')).toBe(text.indexOf('spoke'))
})
