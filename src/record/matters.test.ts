// In: entries of a hand-made record. Out: that nouns which recur are matters, and words of the talks themselves are not.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { Entry } from '../model/index.ts'
import { mattersIn } from './matters.ts'

const [first] = harbourRecord().ofKind('position')
const wants = (...issues: string[]): Entry[] =>
  issues.map((issue, at) => ({
    ...first!,
    id: `p${at}`,
    body: { ...first!.body, issue },
    evidence: [{ ...first!.evidence[0]!, id: `e${at}`, report: `r${at}` }],
  }))
const found = (...issues: string[]) => [...mattersIn(wants(...issues)).keys()]

test.each<[string[], string[]]>([
  [['the transit fee', 'a lower transit fee'], ['matter:transit-fee']],
  [['publish its landings every month', 'a register of landings'], ['matter:landing']],
  [['the demand', 'the demand'], []],
  [['the health care', 'a crew care', 'medical care'], []],
  [['the bill', 'the bill'], []],
  [['the port bill', 'a port bill'], ['matter:port-bill']],
  [['a new contract', 'the contract'], []],
  [['the transit fee', 'a reservoir'], []],
  [['to leave Norway', 'to leave Norway'], []],
])('%j gives %j', (issues, matters) => expect(found(...issues)).toEqual(matters))

test('what stands in one report only, of one kind, does not recur', () => {
  const same = wants('the transit fee', 'the transit fee').map((entry) => ({
    ...entry,
    evidence: [{ ...entry.evidence[0]!, report: 'r0' }],
  })) as Entry[]
  expect([...mattersIn(same).keys()]).toEqual([])
})
