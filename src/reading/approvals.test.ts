// In: sentences of our own. Out: who must still approve an agreement, and what a joint text makes each side undertake.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { StateBody } from '../model/index.ts'

function parts(text: string) {
  return readClaims(text).map((claim) => ({
    foundBy: claim.evidence.foundBy,
    about: (claim.body as Partial<StateBody>).about,
    days: claim.days.map(({ role }) => role),
  }))
}

const approvers = (text: string) =>
  parts(text).flatMap(({ about }) =>
    about?.thread === 'agreement' ? about.approvals.map(({ who, done }) => `${who.id} ${done}`) : [],
  )

test.each<[string, string, string[]]>([
  ['must be given', 'Norway must ratify the treaty before the summer.', ['NO false']],
  ['is needed', 'The deal still needs the approval of Peru.', ['PE false']],
  ['is yet to be given', 'The agreement has yet to be signed by Peru.', ['PE false']],
  [
    'is owed to what was named before',
    'Peru has passed the pact but Norway must also ratify it.',
    ['NO false'],
  ],
  ['is needed for every deal', 'All deals need the approval of Peru.', []],
  ['of another thing', 'Norway must approve the pier before the summer.', []],
])('an approval that %s', (_name, text, expected) => {
  expect(approvers(text)).toEqual(expected)
})

test('each side undertakes what stands under the lead, by its day', () => {
  const text =
    'The Parties agree to take the following actions by May 4, 2031:\n\nNorway will reopen its northern ports to fishing boats.\n\nPeru will lift the ban on salmon.\n\nThe two sides met in Oslo.'
  const found = parts(text).filter(({ foundBy }) => foundBy === 'order/undertaking@1')
  const by = (one: (typeof found)[number]) => (one.about?.thread === 'commitment' ? one.about.by[0]!.id : '')
  found.sort((a, b) => (by(a) < by(b) ? -1 : 1))
  expect(
    found.map(({ about, days }) =>
      about?.thread === 'commitment' ? [about.by.map(({ id }) => id), about.what.head, days] : [],
    ),
  ).toEqual([
    [['NO'], 'reopen', ['due']],
    [['PE'], 'lift', ['due']],
  ])
})

const pending = (text: string) =>
  readClaims(text).flatMap(({ kind, body, evidence }) =>
    kind === 'act' && evidence.foundBy === 'approval/pending@1' ? [body.words?.text] : [],
  )

test.each([
  ['Both regulations need the approval of parliament.', ['Both regulations need the approval of parliament']],
  [
    'The sale is subject to confirmation by the government of Peru.',
    ['The sale is subject to confirmation by the government of Peru'],
  ],
  ['The budget must be approved by the Senate.', ['The budget must be approved by the Senate']],
  [
    'Fisheries proposals of Norway require the consent of Peru.',
    ['Fisheries proposals of Norway require the consent of Peru'],
  ],
  ['A bill needs the approval of the Senate.', []],
  ['Regulations need the approval of parliament.', []],
  ['The sale does not need the approval of Peru.', []],
  ['The plan needed the approval of Peru in 1998.', []],
  ['The boats need the approval of Peru.', []],
  ['Does the plan need the approval of Peru?', []],
])('what else awaits an approval: %s', (text, wanted) => expect(pending(text)).toEqual(wanted))
