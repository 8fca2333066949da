import { expect, it } from 'vitest'
import { mastheadOf } from './mastheads.ts'

it.each([
  ['THE VALLEY GAZETTE', 'The Valley Gazette'],
  ['Harbour Post', 'Harbour Post'],
  ['Tradewinds Daily', 'Tradewinds Daily'],
  ['PORT OF CALLAHAN TRIBUNE', 'Port of Callahan Tribune'],
  ['Lakeside Business Daily', 'Lakeside Business Daily'],
  ['Gulf Wire Service', 'Gulf Wire Service'],
  ['Meridian News', undefined],
  ['World News', undefined],
  ['Business News', undefined],
  ['Good News', undefined],
  ['Latest Review', undefined],
  ['Press Release', undefined],
  ['Ministers Press On', undefined],
  ['Ministers press for an accord', undefined],
  ['The Times They Met In Oslo Again', undefined],
  ['Journal', undefined],
])('the line %s is the masthead of %s', (line, outlet) => {
  expect(mastheadOf(line)).toBe(outlet)
})

it.each([
  ['Meridian News', 'Meridian News'],
  ['World News', undefined],
  ['Business News', undefined],
])('on top of a page the line %s is the masthead of %s', (line, outlet) => {
  expect(mastheadOf(line, true)).toBe(outlet)
})
