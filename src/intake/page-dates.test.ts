// In: short lines of a page. Out: the day they state as the page's own, or none; the outlet beside it.
import { expect, it } from 'vitest'
import { edgeDateOf, pageDateOf, releaseDateOf } from './page-dates.ts'

it.each([
  ['5 May 2031', '2031-05-05', undefined],
  ['Updated: 5 May 2031, 10:30 GMT', '2031-05-05', undefined],
  ['THE VALLEY GAZETTE | 5 May 2031', '2031-05-05', 'The Valley Gazette'],
  ['May 5, 2031 - Quay News', '2031-05-05', undefined],
  ['By Ada Brandt | Harbour Post | May 5, 2031', '2031-05-05', 'Harbour Post'],
  ['By Ada Brandt, Harbour Post, 5 May 2031', '2031-05-05', 'Harbour Post'],
  ['LIMA, May 5, 2031 (Quayside Wire)', '2031-05-05', 'Quayside Wire'],
  ['Inland Business Daily | Friday, May 5, 2031 | By Ada Brandt', '2031-05-05', 'Inland Business Daily'],
  ['Pacific Herald, Linna — Monday, May 5, 2031', '2031-05-05', 'Pacific Herald'],
  ['Cold & Frozen Weekly | Published: 5 May 2031 | By Ada Brandt', '2031-05-05', 'Cold & Frozen Weekly'],
  ['By Ada Brandt in Port Linna and Bo Falk in Suria | May 5, 2031', '2031-05-05', undefined],
  ['Inland Business Daily › Policy › 5 May 2031 | 4 min read', '2031-05-05', 'Inland Business Daily'],
  ['News release — May 5, 2031, Lima, Peru', '2031-05-05', undefined],
  ['WINE TRADE LETTER — Friday, 16 May 2031 — Issue 41', '2031-05-16', undefined],
  ['The Grain Letter | Vol. 12 No. 3 | 5 May 2031', '2031-05-05', undefined],
  ['Monday, May 5, 2031. With inputs from agencies', '2031-05-05', undefined],
  ['5 May 2031 | From staff and wire reports', '2031-05-05', undefined],
  ['Harbour Post, 5 May 2031, by our correspondents', '2031-05-05', 'Harbour Post'],
  ['By a correspondent in São Linna | 5 May 2031', '2031-05-05', undefined],
  ['Your twice-weekly letter on ships, quays and the Fleet | Monday, May 5, 2031', '2031-05-05', undefined],
  ['Office of the Norland Trade Representative, May 5, 2031', '2031-05-05', undefined],
])('%s', (line, day, masthead) => {
  const found = pageDateOf(line)
  expect([found?.earliest, found?.masthead]).toEqual([day, masthead])
})

it.each([
  'Ministers meet in Linna on 5 May 2031',
  'Norland raises its duty - 5 May 2031',
  'Norland, Suria to meet, 5 May 2031',
  'Harbour Post | 5 May 2031 | The talks of 7 May 2031',
  'The fleet sails on May 5, 2031 (Quayside Wire)',
  'What changes from 5 May 2031 | Harbour Post',
  '5 May 2031. With the fleet in port, agencies wait for word',
  'Talks go on. Sides far apart | 5 May 2031',
  'The duty of 12 per cent | 5 May 2031',
  'Your letter on ships and quays | May 5',
  'Court Rules Norland Timber Ban Illegal Under Treaty, 3 May 2031',
])('%s is no date line', (line) => {
  expect(pageDateOf(line)).toBeUndefined()
})

it.each([
  ['Polymer Digest | 5 May 2031', 'Polymer Digest'],
  ['Diário do Lago, 5 May 2031', 'Diário do Lago'],
  ['By Ada Brandt | May 5, 2031', undefined],
  ['Linna and Suria, May 5, 2031', undefined],
])('beside the date of %s stands the name %s', (line, paper) => {
  expect(pageDateOf(line)?.paper).toBe(paper)
})

it('a release that begins with its number states its day, and goes on as its heading', () => {
  const line = 'No: 214, 18 May 2031, Press release on the talks held in Linna'
  expect(releaseDateOf(line)?.earliest).toBe('2031-05-18')
  expect(releaseDateOf('No. 5, the last draft of 3 May 2031, failed')).toBeUndefined()
})

it.each([
  'A letter for those who ship grain and fish — issue no. 93, Monday 5 May 2031',
  '5 May 2031, by our trade desk with agencies',
  'The Inland Farm Review — Comment and analysis — 5 May 2031',
  'For crews and captains | Issue 47 | 5 May 2031',
  'By staff writers | Monday, May 5, 2031 | 5:04 a.m.',
  'The Harbour Post, Monday 5 May 2031. By our arts staff and agencies',
  'By our energy editor, May 5, 2031',
  'Linna and New Suria, May 5, 2031',
  'Issue dated 5 May 2031',
])('at its edge %s has a date', (line) => {
  expect(edgeDateOf(line)?.earliest).toBe('2031-05-05')
})

it.each([
  'What changes from 5 May 2031 | Harbour Post',
  'Strike to begin Monday, 5 May 2031',
  'Ministers meet in Linna on Monday, 5 May 2031',
  'Harbour Post | 5 May 2031 | The talks of 7 May 2031',
  '5 May 2031, the day the duty took hold.',
  'The fleet sails on May 5, 2031 (Quayside Wire)',
  'For crews and captains | Issue 47 | May 2031',
])('at its edge %s has none', (line) => {
  expect(edgeDateOf(line)).toBeUndefined()
})
