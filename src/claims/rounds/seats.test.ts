// In: sentences of our own. Out: who sits at the meeting told before and for whom, and journeys that are given up.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

const rounds = (text: string) =>
  readClaims(text).flatMap(({ kind, body }) => {
    const about = kind === 'act' || kind === 'state' ? body.about : undefined
    return about?.thread === 'round' && about.form !== 'negotiation' ? [about] : []
  })

const heads = (text: string) =>
  rounds(text).flatMap(({ place, delegations }) =>
    delegations.flatMap(({ party, members }) =>
      members.flatMap(({ person, head }) => (head ? [`${place?.name}: ${party?.name}: ${person.name}`] : [])),
    ),
  )

test.each<[string, string[]]>([
  [
    "Libya and Chad opened a fifth round of talks in Cairo on Saturday. Libya's team is headed by Salem Bashir.",
    ['Cairo: Libya: Salem Bashir'],
  ],
  [
    'Norway and Peru will hold talks on cod in Lima on May 9. Trade minister Ana Quispe will lead the Peruvian delegation.',
    ['Lima: Peru: Ana Quispe'],
  ],
  ['The Peruvian delegation is headed by Ana Quispe.', []],
  ['Norway and Peru held talks in Lima on May 9. Ana Quispe heads the Peruvian fisheries agency.', []],
])('%s', (text, told) => {
  expect(heads(text)).toEqual(told)
})

test.each<[string, string[]]>([
  ['Nikos Petrou has postponed his trip to Ankara because of wildfires.', ['Ankara called off moved']],
  ['Nikos Petrou cancelled his visit to Ankara on Monday.', ['Ankara called off']],
  ['Nikos Petrou may cancel his visit to Ankara.', []],
])('a journey given up: %s', (text, told) => {
  const gone = rounds(text).map(({ place, phase, moved }) =>
    [place?.name, phase, moved ? 'moved' : ''].filter(Boolean).join(' '),
  )
  expect(gone).toEqual(told)
})

test('a name beside an office sits there, and who chairs leads no delegation', () => {
  expect(
    rounds('Ana Quispe met the Norwegian minister Jon Lund in Lima on May 9.').map(({ delegations }) =>
      delegations.flatMap(({ members }) => members.map(({ person }) => person.name)),
    ),
  ).toEqual([['Ana Quispe', 'Jon Lund']])
  expect(
    heads('Talks between Norway and Peru opened in Lima on May 9, chaired by the Swiss diplomat Reto Frei.'),
  ).toEqual([])
})

test('who is to see one of another side somewhere meets him', () => {
  const places = (text: string) => rounds(text).map(({ place }) => place?.name)
  expect(places("Ana Quispe, Peru's minister, is due to see Jon Lund in Oslo on May 9.")).toEqual(['Oslo'])
  expect(places("Ana Quispe, Peru's minister, saw the film in Oslo on May 9.")).toEqual([])
})

test('who spoke with each other is told in passing, who spoke to others is not', () => {
  expect(rounds('Ana Quispe and Jon Lund spoke for an hour on May 9.').map(({ passing }) => passing)).toEqual(
    [true],
  )
  expect(rounds('Ana Quispe and Jon Lund spoke to reporters on May 9.')).toEqual([])
  expect(rounds('Ana Quispe and Jon Lund spoke at a rally in Lima on May 9.')).toEqual([])
})

const TALKS = 'Norway and Peru opened talks in Oslo on Tuesday. '

test.each<[string, string[]]>([
  [
    'Minister Terje Aas headed the Norwegian side and was joined by Siri Lund.',
    ['Norway: Terje Aas', 'Norway: Siri Lund'],
  ],
  [
    'The Peruvian delegation was led by Ana Quispe. She was accompanied by Juan Rojas, the chief negotiator, and by Eva Soto.',
    ['Peru: Ana Quispe', 'Peru: Juan Rojas', 'Peru: Eva Soto'],
  ],
  ['Norway was represented by Terje Aas and Peru by Ana Quispe.', ['Norway: Terje Aas', 'Peru: Ana Quispe']],
  ['Peru sent its deputy minister, Ana Quispe.', ['Peru: Ana Quispe']],
  ['Peru sent a letter to Ana Quispe.', []],
  ['The Norwegian team included Anna Lund and Jon Vik.', ['Norway: Anna Lund', 'Norway: Jon Vik']],
  ['Terje Aas was joined by his wife.', []],
  ['Siri Lund, the fisheries director, led for Norway.', ['Norway: Siri Lund']],
  ['"We were close," said Ana Quispe, the minister who sat for Peru.', ['Peru: Ana Quispe']],
  [
    'The talks were led by Terje Aas on the one side and by Ana Quispe on the other.',
    ['undefined: Terje Aas', 'undefined: Ana Quispe'],
  ],
])('who sits there: %s', (text, told) => {
  const seats = rounds(`${TALKS}${text}`).flatMap(({ delegations }) =>
    delegations.flatMap(({ party, members }) =>
      members.map(({ person }) => `${party?.name}: ${person.name}`),
    ),
  )
  expect(seats).toEqual(told)
})

test('the number and the day of a round told with commas', () => {
  const [, counted] = rounds(
    'Norway and Peru resumed talks in Oslo. The round, the seventh held this year, opened on Tuesday.',
  )
  expect(counted?.ordinal).toBe(7)
})

test('who does something after talks with another held them', () => {
  const people = (text: string) =>
    rounds(text).flatMap(({ delegations }) =>
      delegations.flatMap(({ members }) => members.map(({ person }) => person.name)),
    )
  expect(
    people(
      "Peru's Vice Premier Ana Quispe will stay in Oslo a day longer after two days of talks with Norwegian minister Terje Aas failed.",
    ).sort(),
  ).toEqual(['Ana Quispe', 'Terje Aas'])
  expect(people('Fish rose after two days of talks with Norwegian minister Terje Aas failed.')).toEqual([])
})

const seats = (text: string) =>
  rounds(text)
    .flatMap(({ delegations }) =>
      delegations.flatMap(({ party, members }) =>
        members.map(({ person }) => `${party?.name ?? '?'}: ${person.name}`),
      ),
    )
    .filter((one, at, all) => all.indexOf(one) === at)
    .sort()

const OPENING = 'Norway and Peru held a fifth round of talks in Lima on May 9.'

test.each<[string, string[]]>([
  [
    'Norwegian minister Terje Aas received her Peruvian colleague, Ana Quispe, in Oslo on May 9.',
    ['Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  [
    "Norwegian minister Terje Aas hosted Peru's president, Ana Quispe, in Oslo on May 9.",
    ['Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  ['Norwegian minister Terje Aas received many letters in Oslo on May 9.', []],
  [
    "Norwegian minister Terje Aas, flanked by Finance Minister Jon Berg, met Peru's president, Ana Quispe, in Oslo on May 9.",
    ['Norway: Jon Berg', 'Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  [
    `${OPENING} They were co-chaired by Terje Aas, Norway's minister, and Ana Quispe of Peru.`,
    ['Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  [
    `${OPENING} Ana Quispe led the Peruvian delegation and Terje Aas the Norwegian one.`,
    ['Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  [
    `${OPENING} The delegations were headed by Terje Aas for Norway and Ana Quispe for Peru.`,
    ['Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  [
    `${OPENING} Norway speaks through Terje Aas, its trade minister, and Peru through Ana Quispe.`,
    ['Norway: Terje Aas', 'Peru: Ana Quispe'],
  ],
  [
    'The summit was preceded on May 9 by the Cod Dialogue, co-chaired by Commissioner Terje Aas and Minister Ana Quispe.',
    [],
  ],
])('who sits for whom: %s', (text, told) => expect(seats(text)).toEqual(told))

test.each<[string, number | undefined]>([
  ['Norwegian and Peruvian envoys met in Lima on May 9 for the fifth time since last May.', 5],
  ['The meeting in Lima on May 9 was the fourth between Norway and Peru since January.', 4],
  ['The meeting in Lima on May 9 was the first between Norway and Peru since January.', undefined],
])('the number counted from a day, which is no day of the meeting: %s', (text, number) => {
  expect(rounds(text).map(({ ordinal }) => ordinal)).toEqual([number])
  expect(readClaims(text).flatMap(({ days }) => days.map(({ role }) => role))).not.toContain('from')
})
