// In: hostile text. Out: that it cannot steer a terminal, turn the writing or hide.
import { expect, test } from 'vitest'
import { cutAt, nested, oneLine, unquoted, withoutDateline, withoutSteering } from './safe-text.ts'

test.each([
  ['\u001b[31mred\u001b[0m', '[31mred[0m'],
  ['a\u202eb\u2066c\u200bd', 'abcd'],
  ['one\r\n two\t three\u2028four', 'one two three four'],
  ['half \ud83d pair', 'half \ufffd pair'],
  ['whole \ud83d\ude00 pair', 'whole \ud83d\ude00 pair'],
  ['\u009b2Jx', '2Jx'],
])('%j becomes %j', (text, safe) => {
  expect(oneLine(text)).toBe(safe)
})

test('line ends are kept where the text keeps its lines', () => {
  expect(withoutSteering('a\nb\u0007')).toBe('a\nb')
})

test('a cut falls between words and is shown', () => {
  expect(cutAt('the quick brown fox', 12)).toBe('the quick …')
  expect(cutAt('short', 12)).toBe('short')
})

test('a cut falls at the end of a clause, or before a phrase, and within no number or name', () => {
  const text =
    'The board told crews to return by 2 p.m. on Friday, 9 May, and to hand over 1,500 keys to the Port Said office on Monday'
  expect(cutAt(text, 74)).toBe('The board told crews to return by 2 p.m. on Friday, 9 May …')
  expect(cutAt(text, 100)).toMatch(/hand over 1,500 keys …$/)
})

test('outer quotation marks go, inner ones stay', () => {
  expect(unquoted('“We said ‘no’ twice,”')).toBe('We said ‘no’ twice,')
  expect(unquoted('""')).toBe('""')
})

test('quotation marks inside a quotation are single and paired', () => {
  expect(nested('a deal on “equal terms” with us')).toBe('a deal on ‘equal terms’ with us')
  expect(nested('a deal on “equal terms')).toBe('a deal on ‘equal terms’')
  expect(nested('equal terms” with us')).toBe('equal terms with us')
  expect(nested('called it "fair" and "open')).toBe('called it ‘fair’ and ‘open’')
  expect(nested('"Look at a map," he said, "or ask."')).toBe('‘Look at a map,’ he said, ‘or ask.’')
  expect(nested('map," he said, "or ask."')).toBe('map, he said, ‘or ask.’')
  expect(nested('5 p.m., it’s said')).toBe('5 p.m., it’s said')
})

test('a dateline is no part of a sentence', () => {
  const told = 'Norway will end its ban on herring.'
  for (const head of ['BERGEN, May 3 (Meridian) — ', 'SKERRY BAY (Meridian) -- ', 'OSLO, 3 May — '])
    expect(withoutDateline(`${head}${told}`)).toBe(told)
  for (const whole of ['NATO — an alliance — met.', 'UN boats (nine) stayed.', told])
    expect(withoutDateline(whole)).toBe(whole)
})
