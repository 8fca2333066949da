// In: sentences of our own. Out: which words are told as said, and which are none on their own.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

const said = (text: string) =>
  readClaims(text).flatMap((claim) => (claim.kind === 'statement' ? [claim.body.content] : []))

test.each([
  ['Lund and Silva did not sign the quota treaty that the minister said he supports.', []],
  ['Its bill came to 140 million euros, well above what it had told owners to expect.', []],
  ['Peru said the port was shut.', ['the port was shut']],
  ['Peru and Chile have shown that they can work together.', []],
  ['Both sides had shown that the gap can be closed.', []],
  ['The House is all but guaranteed to pass the bill.', []],
  ['The ministers have been saying that for eight years.', []],
  ['Wine, on which Peru charges 40 per cent, gets left behind.', []],
  ['The city went to court over a pledge by local mills to build in Lima.', []],
  ['Norway would pay, provided Peru lifted the fee and confirmed in writing that gas would flow.', []],
  ['Peru said that in May the port would close.', ['that in May the port would close']],
])('what is said about a noun outside it says nothing alone: %s', (text, wanted) =>
  expect(said(text)).toEqual(wanted),
)

const speakers = (text: string) =>
  readClaims(text).flatMap(({ kind, body }) =>
    kind === 'statement' ? [body.speaker.map(({ name }) => name).join(' and ') || (body.unnamed ?? '')] : [],
  )

test.each([
  [
    'Ole Berg, the trade commissioner, said that he had been assured it would follow.\n\nBoth rules need the approval of the parliament, whose trade committee chairman, Jon Dahl, has not hidden his distaste. "That is a clear imbalance," he said.',
    ['Ole Berg', 'Jon Dahl'],
  ],
  [
    'Ole Berg said it would follow. "It is our right to fish," a ministry spokeswoman answered on Tuesday.',
    ['Ole Berg', 'a ministry spokeswoman'],
  ],
])('who says it, where it is the chairman of a clause before or who answers: %s', (text, wanted) =>
  expect(speakers(text)).toEqual(wanted),
)

test('he who speaks for a diplomat without a name is that diplomat, not his state', () => {
  const unnamed = (text: string) =>
    readClaims(text).flatMap(({ kind, body }) => (kind === 'statement' ? [body.unnamed] : []))
  expect(
    unnamed('A Peruvian diplomat was tired. "It is not what we want, and it may happen," he said.'),
  ).toEqual(['A Peruvian diplomat'])
  expect(unnamed('The Peruvian minister, Ana Silva, was tired. "It is not what we want," she said.')).toEqual(
    [undefined],
  )
})

test.each([
  [
    'A person close to the operator Nord Harbour said the boats would be sold.',
    ['A person close to the operator Nord Harbour'],
  ],
  [
    "Two people familiar with the Council's plan said it would wait.",
    ["Two people familiar with the Council's plan"],
  ],
  [
    "Kenya's minister quoted his Ugandan counterpart, Moses Okello, as saying that the dam would wait.",
    ['Moses Okello'],
  ],
  ['According to the Italian farm minister, Paolo Verri, Spain would leave the fund.', ['Paolo Verri']],
  // Who rejects a report or is asked something says none of it.
  ["Peru's port minister rejected suggestions that the bay was for sale.", []],
  ['Asked whether Peru had offered the bay, the premier said: "Nobody asked us for it."', ['the premier']],
])('the words are of who says them: %s', (text, wanted) => expect(speakers(text)).toEqual(wanted))

test('what another says somebody said is told as his', () => {
  const [inner] = readClaims('Silva said Norway had threatened to withdraw its pilots.').filter(
    (claim) => claim.kind === 'statement' && claim.body.cue === 'threaten',
  )
  expect(inner?.evidence.according).toHaveLength(1)
})

test('who meets a counterpart is not of that one’s state', () => {
  const [claim] = readClaims(
    "Peru's farm minister, Ana Salcedo, met her Chilean counterpart, Diego Farias. Salcedo wants a lower fee.",
  ).filter(({ kind }) => kind === 'position')
  expect(claim?.kind === 'position' && claim.body.party.name).toBe('Ana Salcedo')
  expect(claim?.evidence.according).toEqual([])
})

test('two who announce a thing together are one link of who says so', () => {
  const text = 'In a joint statement, Norway and Peru announced that a tariff on cod will end on May 2.'
  const others = readClaims(text).filter(({ kind }) => kind !== 'statement')
  expect(others.map(({ evidence }) => evidence.according)).toContainEqual(['NO+PE'])
})

test('what was said was said before its report', () => {
  const text = 'President Lund said late Saturday he will formally terminate the North Sea Fishing Agreement.'
  const [said] = readClaims(text).filter(({ kind }) => kind === 'statement')
  expect(said?.days[0]?.relative).toMatchObject({ kind: 'weekday', direction: -1 })
})

const tellersOf = (text: string) => {
  const found = readClaims(text).filter(({ evidence }) => evidence.foundBy.startsWith('measure/'))
  return found.map(({ evidence }) => [evidence.according.length, evidence.modality])
}

test.each([
  ['The envoy said that Norway had imposed a ban on cod.', [[1, 'held']]],
  ['The envoy failed to mention that Norway had imposed a ban on cod.', [[0, 'background']]],
  ['The envoy did not say that Norway had imposed a ban on cod.', [[0, 'possible']]],
  ['Despite warnings by allies that prices would rise, Norway imposed a ban on cod.', [[0, 'held']]],
  [
    'Despite warnings by allies that a war will raise prices worldwide, Silva signed papers imposing a ban on cod and left.',
    [[0, 'held']],
  ],
  ['Contrary to his claim that the pact was dead, Norway imposed a ban on cod.', [[0, 'held']]],
  [
    'Silva may think it will last because Chile fears him, but make no mistake: Norway will ban cod.',
    [[0, 'planned']],
  ],
])('what is left unsaid is told by nobody: %s', (text, wanted) => expect(tellersOf(text)).toEqual(wanted))

test.each([
  ['Berg, quoted by Reuters, said the larger figure was accepted.', []],
  ['“It is too late,” said Ada Lund, the envoy to Chile.', []],
  ['“It is too late,” said Ada Lund, the envoy of Chile.', ['Chile']],
  ['“It is too late,” said Ada Lund, 48, a shop worker from Lillestrom.', []],
  ['Beside Mr. Lund, the president of Chile has kept quiet. “It is too late,” Mr. Lund said.', []],
])('whose side is told: %s', (text, sides) =>
  expect(
    readClaims(text).flatMap(({ kind, body }) =>
      kind === 'statement' ? body.of.map(({ name }) => name) : [],
    ),
  ).toEqual(sides),
)

test('the official is the one told of before, in those words, and no state', () => {
  const found = readClaims(
    'A senior Norwegian official, briefing reporters, said nothing was raised. “Nobody gave notice,” the official said.',
  ).flatMap(({ kind, body }) => (kind === 'statement' ? [body.unnamed] : []))
  expect(found).toEqual(['A senior Norwegian official', 'A senior Norwegian official'])
})
