// In: sentences of our own. Out: which meetings they tell of: where, when, who, held or to come, what they ended with.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { RoundPart, StateBody } from '../model/index.ts'

function rounds(text: string) {
  return readClaims(text).flatMap((claim) => {
    const { about } = claim.body as Partial<StateBody>
    return about?.thread === 'round'
      ? [{ about, claim, days: claim.days.map(({ start, end }) => text.slice(start, end)) }]
      : []
  })
}

const sides = (part: RoundPart) => part.delegations.map((one) => one.party?.id).join(' ')

test.each<[string, string]>([
  ['a news conference', 'The minister spoke at a news conference in Bergen on Wednesday.'],
  ['a round of something else', 'A third round of layoffs could come on Friday.'],
  ['somebody who talks', 'Mayor Anna Holm talks about the port during a dinner in Bergen on 4 May.'],
  ['what is put out for comments', 'The ministry will open a consultation on kelp fees on 9 November.'],
  ['a meeting turned down', 'Norway rejected a meeting with Peru in Geneva on Monday.'],
])('no meeting: %s', (_, text) => {
  expect(rounds(text)).toEqual([])
})

test.each([
  ['no party refuses it', 'The meeting of the envoys in Bergen on May 4 was cancelled.', 'called off'],
  ['told as over', 'Both sides were silent after talks in Bergen.', 'held'],
])('in passing: %s', (_, text, phase) => {
  expect(rounds(text).map(({ about }) => `${about.phase} ${about.passing}`)).toEqual([`${phase} true`])
})

test('who stays away calls nothing off', () => {
  expect(
    rounds('Norway will not take part in talks in Bergen on May 4.').filter(({ about }) => about.passing),
  ).toEqual([])
})

test('a day told of what came after the talks is not theirs', () => {
  const [round] = rounds('Norway signed the pact on Friday after three days of talks with Peru in Lima.')
  expect(round?.days ?? []).toEqual([])
})

test('who does something else meanwhile does not meet', () => {
  const [round] = rounds(
    'Anna Holm, the Norwegian minister, resigned during talks between Peru and Chile in Lima on Monday.',
  )
  expect(round && sides(round.about)).toBe('PE CL')
})

test.each([
  ['She rested as Chilean, Norwegian and Peruvian negotiators met in Geneva on Monday.', 'CL NO PE'],
  ['In Chile, Norwegian and Peruvian negotiators met on Monday.', 'NO PE'],
])('a list of states: %s', (text, told) => {
  const [round] = rounds(text)
  expect(round && sides(round.about).split(' ').sort().join(' ')).toBe(told)
})

test('earlier sessions are of the sides just told', () => {
  const found = rounds(
    'Officials from Norway and Peru will meet in Lima on Friday. It is their third meeting after earlier sessions in Oslo and Bergen.',
  )
  expect(found.map(({ about }) => `${about.place?.name}: ${sides(about)}`).sort()).toEqual([
    'Bergen: NO PE',
    'Lima: NO PE',
    'Oslo: NO PE',
  ])
  expect(found.filter(({ about }) => about.place?.name !== 'Lima').flatMap(({ days }) => days)).toEqual([])
})

test('talks that lie ahead are not told as held', () => {
  const [round] = rounds(
    'She flew to Lima on Monday ahead of her summit with Norwegian Prime Minister Anna Holm.',
  )
  expect(round?.claim.evidence.modality ?? 'planned').toBe('planned')
})

test.each<[string, string | undefined]>([
  [
    'The talks between Norway and Peru in Geneva ended on Monday without an agreement.',
    'without an agreement',
  ],
  [
    'A meeting of Norwegian and Chilean ministers in Geneva on 3 March produced a framework on cod quotas.',
    'produced a framework on cod quotas',
  ],
  [
    'Norway and Chile agreed in Geneva in July to extend a fishing truce, which cut fees.',
    'to extend a fishing truce',
  ],
  ['The talks between Norway and Peru ended in Geneva on Monday.', undefined],
  ['The talks between Norway and Peru in Geneva on Monday could end without an agreement.', undefined],
])('outcome: %s', (text, outcome) => {
  const [round] = rounds(text)
  expect(round?.about.place?.name).toBe('Geneva')
  expect(round?.about.outcome?.text).toBe(outcome)
})

test('a town of the packs is told with its state', () => {
  expect(rounds('Norway and Peru held talks in Santiago on Monday.')[0]?.about.within).toBe('CL')
  expect(rounds('Norway and Peru held talks in Chile on Monday.')[0]?.about.within).toBeUndefined()
})

test('who sits across from whom meets him, in the state whose ministry it is', () => {
  const [round] = rounds(
    "Norwegian Trade Minister Anna Holm sat across from Peruvian envoy Rodrigo Quispe at Spain's foreign ministry.",
  )
  expect(sides(round!.about)).toBe('NO PE')
  expect(round!.about.place?.id).toBe('ES')
  expect(rounds('Norway and Peru sat in the front row.')).toEqual([])
})

test.each([
  ['Norway had requested a meeting with Peru in Lima on May 3.', 'possible'],
  ['Chile offered talks with Peru in Lima next month.', 'possible'],
  ['Norway ignored a call for talks with Peru in Lima in May.', 'possible'],
  ['Norway asked its envoy a question during the talks with Peru in Lima on May 3.', 'held'],
  ['Norway held the talks with Peru in Lima on May 3 that it had wanted.', 'held'],
])('asked for is not held: %s', (text, modality) => {
  expect(rounds(text).map(({ claim }) => claim.evidence.modality)).toEqual([modality])
})

test.each([
  [
    'Norway will meet Peru in Lima on Tuesday, the first talks between them since envoys were recalled in June.',
    ['meeting Tuesday'],
  ],
  ['On Tuesday, the first round since June between Norway and Peru opened in Lima.', ['round Tuesday']],
])('a word on the meeting just told is no other meeting: %s', (text, told) => {
  expect(rounds(text).map(({ about, days }) => `${about.form} ${days[0]}`)).toEqual(told)
})

test.each([
  ['The fifth round of talks, originally set for May 3, will now start in Lima on May 9.', 'originalDue on'],
  [
    'The fifth round, which had been due to open on May 3, will now start in Lima on May 9.',
    'originalDue on',
  ],
  ['The fifth round, which was planned for May 3 in Lima, will now be held by video.', 'on'],
  ['The fifth round, set to begin in Lima on May 3, will last a week.', 'on'],
])('the day of the old plan: %s', (text, roles) => {
  expect(rounds(text).map(({ claim }) => claim.days.map(({ role }) => role).join(' '))).toEqual([roles])
})

test('talks may be the first word of a sentence', () => {
  const [round] = rounds('Talks between Norway and Peru collapsed on Friday.')
  expect(round && `${round.about.phase} ${sides(round.about)}`).toBe('collapsed NO PE')
})

test.each<[string, string]>([
  [
    'Norway and Peru met in Lima on May 3. Talks broke off on May 9, when the envoys left.',
    'broken off NO PE May 9',
  ],
  [
    'Norway and Peru met in Lima on May 3. Chile and Peru met in Bergen on May 4. Talks broke off on May 9.',
    'broken off  May 9',
  ],
  ['Negotiators for the miners and the owners met on Thursday, joined by a mediator.', 'held  Thursday'],
  [
    'Norwegian Foreign Minister Anna Holm spoke to Peruvian Foreign Minister Ana Quispe by phone on Friday.',
    'held NO PE Friday',
  ],
])('who nobody names: %s', (text, last) => {
  const round = rounds(text).at(-1)
  expect(round && `${round.about.phase} ${sides(round.about)} ${round.days[0]}`).toBe(last)
})

test.each([
  ['A fourth cycle of talks between Peru and Chile will open in Lima on August 14.', 'PE CL', 'planned'],
  ['The third day of talks between Peru and Norway ended in Lima on Friday.', 'PE NO', 'ends'],
  ['Peruvian and Chilean officials held a second day of talks on Thursday.', 'PE CL', 'held'],
  ['Norway signed a pact on Monday and is in talks with Peru and Chile on transit.', 'PE CL', 'in session'],
])('a span full of talks, and talks that go on: %s', (text, who, phase) => {
  const [round] = rounds(text)
  expect(round && sides(round.about)).toBe(who)
  expect(round?.about.phase).toBe(phase)
})

test.each([
  ['Norway and Peru held the first talks between them in Lima in fourteen months.', undefined],
  ['Norway and Peru held the first round of talks in Lima.', 1],
])('the first after a time without is first of no row: %s', (text, ordinal) => {
  expect(rounds(text)[0]?.about.ordinal).toBe(ordinal)
})

test.each([
  ['the meeting alone', 'Berg greets Lund before talks in Bergen, May 4, 2031.', 'round'],
  ['nothing of what it shows', 'The flags of Norway and Peru are seen above the quay.', ''],
  ['what a film of it tells as done', 'Norway closed its ports to trawlers on Monday.', 'measure'],
])('a picture tells %s', (_, text, threads) => {
  const told = readClaims(text, 'caption').map(({ body }) => (body as Partial<StateBody>).about?.thread)
  expect(told.join(' ')).toBe(threads)
})
