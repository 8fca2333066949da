// In: issues of a record and words of a position. Out: the issue they are on, by the name that readers see.
import { expect, test } from 'vitest'
import { issueFinder } from '#parley/record/names/issue-names.ts'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import { boardName, boardNames, issueName } from './issue-names.ts'

const reader = {
  ...harbourRecord(),
  ...issueFinder([
    { id: 'issue:Docks', name: 'Docks', names: ['Docks', 'berth'], entries: 3 },
    { id: 'matter:landing', name: 'landings', names: ['landings'], entries: 2 },
    { id: 'good:fish', name: 'fish', names: ['fish'], entries: 2 },
  ]),
}

test.each([
  ['longer berths in the north', 'Docks'],
  ['publish its landings every month', 'landings'],
  ['fish', 'fish'],
  ['a duty on fishmeal', 'a duty on fishmeal'],
  ['the demand', 'other matters'],
  ['its offer', 'other matters'],
  ['the demand of the crews', 'the demand of the crews'],
  ['what anybody who ever stood on this quay in winter would have told them for nothing', 'other matters'],
])('"%s" stands under %s', (words, name) => expect(boardName(reader, words)).toBe(name))

test('for telling movement an issue is only what its own words name', () => {
  expect(issueName(reader, 'publish its landings every month')).toBe('publish its landings every month')
  expect(issueName(reader, 'berth')).toBe('Docks')
})

test('what differs but for words before it stands under one name', () => {
  const names = (...issues: string[]) => [...boardNames(reader, issues).values()]
  expect(names('the revised port bill', 'the port bill', 'the Norwegian port bill')).toEqual([
    'port bill',
    'port bill',
    'port bill',
  ])
  expect(names('an end to the ban', 'the ban')).toEqual(['ban', 'ban'])
  // "The bill" alone may be any.
  expect(names('the port bill', 'the bill')).toEqual(['port bill', 'bill'])
  expect(names('$25 billion', '9 percent')).toEqual(['how much', 'how much'])
})
