// In: sentences of our own. Out: what follows when a term runs out, as their deadlines tell it.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { StateBody } from '../model/index.ts'

function lapses(text: string): string[] {
  return readClaims(text).flatMap((claim) => {
    const { about } = claim.body as Partial<StateBody>
    return about?.thread === 'deadline' ? [`${about.what.text}: ${about.onLapse?.text ?? '?'}`] : []
  })
}

test.each<[text: string, found: readonly string[]]>([
  [
    'The truce expires in November, after which Norway plans to raise its duties on Peruvian fish.',
    ['The truce: Norway plans to raise its duties on Peruvian fish'],
  ],
  [
    'The fishing pact expires on 10 May; if it lapses, Norway will close its ports to Peruvian boats.',
    ['The fishing pact: Norway will close its ports to Peruvian boats'],
  ],
  [
    'The truce is set to expire on 10 May, and tariffs will return to 40 percent if it is not renewed.',
    ['The truce: tariffs will return to 40 percent'],
  ],
  [
    'The duties expire on 3 June. After that, Norway would have to pay the old rate.',
    ['The duties: Norway would have to pay the old rate'],
  ],
  // What holds if it goes on is not what follows its end.
  ['The fishing pact expires on 10 May, and prices stay low if it is renewed.', ['The fishing pact: ?']],
  ['The gas contract ends on 3 June. The ministers are to meet in May.', ['The gas contract: ?']],
])('%s', (text, found) => {
  expect(lapses(text)).toEqual(found)
})
