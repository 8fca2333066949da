// In: sentences of our own. Out: ballots told by a share, and no survey, share of another kind or word that is only said.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

const votes = (text: string) =>
  readClaims(text).flatMap(({ kind, body }) =>
    kind === 'act' && body.type.startsWith('vote') ? [`${body.type} · ${body.words?.text ?? ''}`] : [],
  )

test.each<[text: string, found: readonly string[]]>([
  [
    'In the ballot, 63 per cent of the members were in favour.',
    ['vote: pass · 63 per cent of the members were in favour'],
  ],
  [
    'Turnout was 81 per cent; 67 per cent of members in Ruvo voted against the deal.',
    ['vote: reject · 67 per cent of members in Ruvo voted against the deal'],
  ],
  ['A poll said 63 percent of voters were in favour of the treaty.', []],
  ['In the ballot, 12 percent of voters backed Holm.', []],
  ['Some 12 percent of members work part time.', []],
  ['Lund did confirm that two of his members were studying the plan.', []],
])('%s', (text, found) => expect(votes(text)).toEqual(found))
