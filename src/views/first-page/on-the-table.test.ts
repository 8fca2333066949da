// In: matters of our own as several reports name them. Out: that one thing is said once.
import { expect, test } from 'vitest'
import { tableWords } from './on-the-table.ts'

test.each<[string[], string[]]>([
  [
    ["the port's future", 'the lease of the port', 'the status of the port', 'catch limits'],
    ['port (lease)', 'catch limits'],
  ],
  [['the fate of the bridge', "the bridge's status"], ['bridge']],
  [
    ['the ownership of the mine', 'the mine', 'wages'],
    ['mine (ownership)', 'wages'],
  ],
  // What is told once keeps its own words, and two things stay two.
  [["the harbour's future"], ["harbour's future"]],
  [
    ['exports of grain', 'exports of steel'],
    ['exports of grain', 'exports of steel'],
  ],
  [['tariffs', 'Tariffs'], ['tariffs']],
])('%j', (agenda, told) => expect(tableWords(agenda)).toEqual(told))
