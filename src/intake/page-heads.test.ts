// In: lines above the text of a page. Out: menus, what papers say of themselves, and the paper named.
import { expect, it } from 'vitest'
import { isMenu, isOfItself, paperOnTop } from './page-heads.ts'

it.each([
  'Home | World | Business | Life & Arts',
  'HOME   NEWS   JOBS   PLACE AN AD',
  'Home > World > Inland',
  'LINNA • PORT COUNTY • SURIA',
  'Log in | Vacancies | Our awards | Advertise',
])('%s is a menu', (line) => {
  expect(isMenu(line)).toBe(true)
})

it.each([
  'Norland, Suria to meet over fish | Live',
  'By Ada Brandt | Bo Falk | Cy Dahl',
  'Quay Herald | World | 5 May 2031',
  'Ministers met in Linna | the talks go on | nobody knows why',
  'Port fees rise / crews wait for the court to rule',
])('%s is none', (line) => {
  expect(isMenu(line)).toBe(false)
})

it('knows what a paper says of itself', () => {
  expect(isOfItself('The fortnightly letter on the grain trade. Issue 418')).toBe(true)
  expect(isOfItself('For subscribers only. Not for onward distribution.')).toBe(true)
  expect(isOfItself('Minister sends letter to the board')).toBe(false)
  expect(isOfItself('The minister sent a letter to the board last week.')).toBe(false)
  expect(isOfItself('The brief truce is over')).toBe(false)
})

it.each([
  ['GRAIN TRADE WEEKLY', '', 'Grain Trade Weekly'],
  ['CRUDE TALK — the letter for oil desks', '', 'CRUDE TALK'],
  ['The Quay Ledger | Explained', '', 'The Quay Ledger'],
  ['HULLS & DECKS', 'The fortnightly letter on ships. Issue 12', 'HULLS & DECKS'],
  ['NORLAND DEPARTMENT OF THE TREASURY', '', 'Norland Department of the Treasury'],
  ['Norland lifts its ban', '', undefined],
  ['Union rejects offer — again', '', undefined],
])('on top of a page %s names a paper or not', (line, next, name) => {
  expect(paperOnTop(line, next)).toBe(name)
})
