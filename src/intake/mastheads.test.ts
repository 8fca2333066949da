import { expect, it } from 'vitest'
import { mastheadOf } from './mastheads.ts'

it.each([
  ['THE VALLEY GAZETTE', 'The Valley Gazette'],
  ['Harbour Post', 'Harbour Post'],
  ['Tradewinds Daily', 'Tradewinds Daily'],
  ['World News', undefined],
  ['Latest Review', undefined],
  ['Press Release', undefined],
  ['Ministers Press On', undefined],
  ['Ministers press for an accord', undefined],
  ['The Times They Met In Oslo Again', undefined],
  ['Journal', undefined],
])('the line %s is the masthead of %s', (line, outlet) => {
  expect(mastheadOf(line)).toBe(outlet)
})
