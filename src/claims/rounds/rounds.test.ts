// In: sentences of our own. Out: which of them tell of a meeting, of whom, and whether it has been.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { RoundPart } from '../../model/index.ts'

const rounds = (text: string) =>
  readClaims(text).flatMap((claim) => {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    return about?.thread === 'round' && about.form !== 'negotiation' ? [{ claim, part: about }] : []
  })
const peopleIn = ({ delegations }: RoundPart) =>
  delegations.flatMap(({ members }) => members.map(({ person }) => person.name)).sort()

test.each([
  ['Boats were sent over Chile to gather intelligence on rebel camps after Peru approved their use.'],
  ['All this talk about walls and fences in Europe will backfire.'],
  ['Her call for all nations to stop fishing in Oslo was heard.'],
  ['The prime minister chaired a cabinet meeting in Oslo on Monday.'],
  ['The fisheries committee will hold a meeting in Lima on Monday.'],
  ['A two-day conference on fish farming was held in Bergen last week.'],
  ['Guards fired multiple rounds in Lima on Monday.'],
  ['The newspaper spoke with Jon Lund by phone on Sunday.'],
  ['Aides of the minister have been holding daily meetings this week in Oslo.'],
  [
    'On Sunday the Norwegian minister Jon Lund and the Peruvian envoy Ana Silva attended a peace conference in Oslo.',
  ],
  ['Teachers weigh summer sessions and an early start in the fall.'],
  ['The minister spoke at a town hall meeting on Thursday in Bergen.'],
  ['An account of the talks was released in Lima on Monday.'],
  ['The harbour ministry will open a consultation on scrap on May 9.'],
  ['The mediator has offered to convene the parties over the weekend.'],
  ['Staff for Senators Lars Holm and Ada Berg met on Wednesday.'],
  ['Aides to Jon Lund and Ana Silva met on Wednesday in Oslo.'],
])('no meeting: %s', (text) => {
  expect(rounds(text)).toEqual([])
})

test('of the days of several places each has its own', () => {
  const text =
    'Earlier sessions were held in Lima (November 2022), Oslo (June 2023) and Nairobi (November 2023).'
  const told = rounds(text).map(
    ({ claim, part }) => `${part.place?.name}: ${claim.days.map(({ start, end }) => text.slice(start, end))}`,
  )
  expect(told.sort()).toEqual(['Lima: November 2022', 'Nairobi: November 2023', 'Oslo: June 2023'])
})

test('the day of the talks after which a meeting is held is not its own', () => {
  const days = (text: string) =>
    rounds(text).map(
      ({ claim, part }) =>
        `${part.ordinal ?? part.form}: ${claim.days.map(({ start, end }) => text.slice(start, end))}`,
    )
  expect(days('The fourth round, after talks on May 20, is set for June 10.')).toEqual(['4: June 10'])
  expect(
    days('Norway and Peru held a fifth round on June 1 in Lima, following a call on May 12.').sort(),
  ).toEqual(['5: June 1', 'call: May 12'])
  expect(days('The third round of talks on May 12 in Lima ended without a result.')).toEqual(['3: May 12'])
})

test('meetings recalled with their days are not where the one told last was', () => {
  const told = rounds(
    'Jon Lund of Norway and Ana Silva of Peru met in Oslo on Monday. They recalled the meetings held by the joint mechanism in Tarnby (26 August 2022), Brunby (25 November 2022), Skarby (9 March 2023) and Holby (14 June 2023), and the meeting of ministers.',
  )
  expect(told.filter(({ part }) => part.place?.name === 'Oslo')).toHaveLength(1)
})

test('a discussion by telephone is a call', () => {
  const told = rounds(
    "Norway's president, Ada Lund, and Peru's, Rosa Vega, held a long discussion by telephone on Monday.",
  )
  expect(told.map(({ part }) => part.form)).toEqual(['call'])
})

test('a conference call is one call, a summit meeting one summit', () => {
  const [call, ...more] = rounds(
    'Lund mediated in a conference call on Friday between Ana Silva and Jon Moss.',
  )
  expect(more).toEqual([])
  expect(call?.part.form).toBe('call')
  expect(
    rounds('The ministers held a summit meeting in Oslo on Friday.').map(({ part }) => part.form),
  ).toEqual(['summit'])
})

test.each([
  ['The envoy flew to Lima to lay the groundwork for a summit between Ana Silva and Jon Lund.', 'planned'],
  ['The port was not on the table when Peru and Chile meet, she said.', 'planned'],
  ['Ana Silva warned Chile before meeting with Jon Lund in Oslo.', 'held'],
  ['Norwegian and Peruvian officials are gearing up for talks on fishing rights.', 'planned'],
])('what is prepared is to come, what came after is told as held: %s', (text, modality) => {
  expect(rounds(text).map(({ claim }) => claim.evidence.modality)).toEqual([modality])
})

test('talks since a test of 6 January did not begin on it', () => {
  const text = 'Peru and Chile have been negotiating in Oslo since Lima’s Jan. 6 missile test.'
  expect(rounds(text).map(({ claim }) => claim.days)).toEqual([[]])
  expect(rounds('Peru and Chile have been negotiating in Oslo since Jan. 6.')[0]?.claim.days).toHaveLength(1)
})

test('whose roof a meeting is under does not sit there', () => {
  const [meeting] = rounds('The White House meeting on tax reform is on Tuesday.')
  expect(meeting?.part.delegations).toEqual([])
})

test('two surnames and a hyphen are two people', () => {
  const text =
    'President Ana Silva was in Lima. Jon Lund Moe leads Chile. The Silva-Jon Lund Moe summit is expected to take place next month in Oslo.'
  expect(rounds(text).map(({ part }) => peopleIn(part))).toEqual([['Ana Silva', 'Jon Lund Moe']])
})

test('more talks are to come between those who talk, unless nobody talks or they were only expected once', () => {
  const met = 'Norway and Peru met in Lima on Monday.'
  const told = (text: string) => rounds(text).map(({ claim }) => claim.evidence.modality)
  expect(told(`${met} Further talks are expected as both sides weigh the terms.`)).toEqual([
    'held',
    'expected',
  ])
  expect(told(`${met} Further talks were expected.`)).toEqual(['held'])
  expect(told('Further talks are expected.')).toEqual([])
})

test.each<[string, string[]]>([
  ['Envoys of Norway and Peru meet in Oslo on Monday with port fees firmly on the agenda.', ['port fees']],
  ['High on the agenda of the Oslo talks on Monday is the lease.', ['the lease']],
  [
    'The Oslo talks on Monday will also cover a wide array of port issues, including the extension of the lease.',
    ['the extension of the lease'],
  ],
  // What the talks are amid is no matter of theirs.
  [
    "Norway and Peru will meet in Lima next week to discuss the port's future amid safety concerns, a possible strike by May, and broader issues like fees.",
    ["the port's future", 'fees'],
  ],
])('on the table: %s', (text, agenda) => {
  expect(rounds(text).flatMap(({ part }) => part.agenda.map((one) => one.text))).toEqual(agenda)
})

test.each([
  ['Talks will resume on Monday.', 'planned'],
  ['Talks are scheduled for Monday.', 'planned'],
  ['The next round of talks will be held on May 3.', 'planned'],
  ['The wage talks ended on Friday.', 'held'],
  ['The talks took place on Friday.', 'held'],
])('the talks that a report is about need no name: %s', (text, phase) => {
  expect(rounds(text).map(({ part }) => (part.phase === 'planned' ? 'planned' : 'held'))).toEqual([phase])
})

test.each([['The talks cost the port two million euros on Friday.'], ['A meeting was held on Friday.']])(
  'other words with a day tell of no talks: %s',
  (text) => expect(rounds(text)).toEqual([]),
)

test('who is meant by "the two men" sits there', () => {
  const [, call] = rounds('Ana Silva met with Jon Lund on Friday. The two men spoke by phone on Sunday.')
  expect(call?.part.form).toBe('call')
  expect(peopleIn(call!.part)).toEqual(['Ana Silva', 'Jon Lund'])
})

test('a joint committee of two sides meets to talk', () => {
  expect(rounds('The joint committee of Norway and Chile met in Lima on Monday.')).toHaveLength(1)
})

test('of a meeting arranged on another day the day is its own', () => {
  const [meeting] = rounds(
    'The Monday session in Oslo, hastily convened by Lund over the weekend, ended early.',
  )
  expect(meeting?.claim.days?.map(({ start, end }) => end - start)).toEqual(['Monday'.length])
})

test('who looks forward to talks with others is a side of them; on which hand is no matter', () => {
  const [talks] = rounds(
    'Chile is looking forward to further talks with Ghana on one hand and with Togo on the other.',
  )
  expect(talks?.part.delegations.map(({ party }) => party?.id)).toContain('CL')
  expect(talks?.part.agenda).toEqual([])
})

test('nobody sits there whose envoy does, and no meeting by its name', () => {
  const [talks] = rounds("The talks in Lima on Monday brought together Ana Silva and President Lund's envoy.")
  expect(talks && peopleIn(talks.part)).toEqual(['Ana Silva'])
  const [next] = rounds('Norway and Peru will hold a round of the Joint Trade Dialogue in Lima on Monday.')
  expect(next?.part.delegations.map(({ party }) => party?.name).sort()).toEqual(['Norway', 'Peru'])
})

test('bodies joined by "and" hold talks with each other, also behind an aside', () => {
  const held =
    'The Trade Office of Norway and the Peruvian Mission, through their representatives, held consultations in Lima on Monday.'
  expect(rounds(held)).toHaveLength(1)
})

test('what a headline is of is no meeting; a day until which something is given is none of talks that end then', () => {
  expect(rounds('Norway cod talks: Peru gives Oslo until the end of May as Lima meeting ends')).toEqual([])
})

test('a count within a stretch of time is no number in a row', () => {
  const [meeting] = rounds('Norway and Peru held their second meeting in a week in Lima on Tuesday.')
  expect(meeting?.part.ordinal).toBeUndefined()
})

test('the day in front of a call is its own, and a cancellation calls it off', () => {
  const [call] = rounds('Her testimony on Thursday is about the July 25 call between Norway and Peru.')
  expect(call?.claim.days).toHaveLength(1)
  const [off] = rounds(
    "It led to the cancellation of next week's planned meeting between Norway and Peru in Lima.",
  )
  expect(off?.part.phase).toBe('called off')
})

test.each([
  ['The joint panel meets in Lima on 7 October.', 'planned', 1],
  ['Leaders hope to sign at a summit in Lima on 24 September.', 'planned', 1],
  ['The threat comes after talks on 9 February in Lima.', 'held', -1],
])(
  'a day to come is that of a plan, one behind is past, whatever the tense: %s',
  (text, modality, direction) => {
    const [round] = rounds(text)
    expect(round?.claim.evidence.modality).toBe(modality)
    expect(round?.claim.days[0]?.relative?.direction).toBe(direction)
  },
)

test('who left after days of talks ended them on that day, and that is told once', () => {
  const text = 'Envoys of Peru and Chile parted on Thursday after two days of talks in Oslo without a text.'
  const [talks] = rounds(text)
  expect(talks?.part.phase).toBe('ends')
  expect(talks?.part.delegations.map(({ party }) => party?.id)).toEqual(['PE', 'CL'])
  expect(talks?.claim.days.map(({ role }) => role)).toEqual(['from', 'to'])
  expect(readClaims(text).filter(({ evidence }) => evidence.foundBy.startsWith('act/'))).toEqual([])
  const ended = readClaims('Norway and Peru ended a first round of talks in Oslo on Tuesday.')
  expect(ended.map(({ evidence }) => evidence.foundBy)).toEqual(['round/round@1'])
})

test.each([
  'A three-day round of talks between Norway and Peru ended in Oslo on Wednesday.',
  'Envoys of Norway and Peru broke off three days of talks in Oslo on Wednesday.',
  'The ministers of Norway and Peru ended their meeting in Oslo on Wednesday after three days.',
  'Talks between Norway and Peru that opened in Oslo on Monday wrapped up on Wednesday.',
])('what ended after some days lasted from its first to its last: %s', (text) => {
  const [talks] = rounds(text)
  expect(talks?.claim.days.map(({ role }) => role)).toEqual(['from', 'to'])
})

test('a union and a firm sit there for themselves, an outlet or surname for nobody', () => {
  const parties = (text: string) => rounds(text)[0]?.part.delegations.map(({ party }) => party?.name)
  expect(parties('Talks between the SIPU and Port Company broke down in Callao on 3 March.')).toEqual([
    'SIPU',
    'Port Company',
  ])
  expect(parties('The OECD meeting in Oslo ended on Monday.')).toEqual([])
})

test.each([
  ['A fifth session ended on Wednesday without a result.', 'ends'],
  ['A third session broke up on Wednesday without a text.', 'ends'],
  ['The dockers and the port company sat down for six hours on Tuesday in Ghent.', 'held'],
])('%s', (text, phase) => expect(rounds(text).map(({ part }) => part.phase)).toEqual([phase]))

test('where a session will not be is no session', () => {
  expect(rounds('The April session will not be in Geneva.')).toEqual([])
})

test.each([
  ['Talks resume this afternoon in Lima.', 'planned', []],
  ['Ministers from Norway and Peru meet again in Oslo tomorrow.', 'planned', ['Norway', 'Peru']],
  ['The Panama talks between Norway and Peru opened on May 3.', 'opens', ['Norway', 'Peru']],
] as const)('told of: %s', (text, phase, sides) => {
  const [round] = rounds(text)
  expect(round?.part.phase).toBe(phase)
  expect(round?.part.delegations.flatMap(({ party }) => party?.name ?? [])).toEqual(sides)
})

test.each([
  [
    'The talks in Geneva on 3 March ended without a Norwegian in the hall.',
    'without a Norwegian in the hall',
  ],
  ['The meeting in Geneva on 3 March ended neither in a deal nor in a date.', 'neither in a deal'],
  ['The meeting in Geneva on 3 March brought the sides no nearer.', undefined],
])('outcome: %s', (text, outcome) => {
  expect(rounds(text)[0]?.part.outcome?.text).toBe(outcome)
})

test('an end told before its beginning', () => {
  const [talks] = readClaims(
    'Norway and Peru wrapped up talks on cod in Oslo on Monday, having begun on Saturday, May 3.',
  ).filter(
    ({ kind, body }) => kind === 'act' && (body as { about?: { thread: string } }).about?.thread === 'round',
  )
  expect(talks?.days.map(({ role }) => role).sort()).toEqual(['from', 'to'])
  expect(talks?.days.find(({ role }) => role === 'to')?.relative?.kind).toBe('weekday')
})

test.each<[string, string[]]>([
  ['Norway and Peru agreed in Bergen in July to extend the truce.', ['Bergen']],
  ['Norway and Peru agreed a truce in Bergen on Monday.', ['Bergen']],
  ['Norway and Peru agreed on Thursday on a first project, a gas terminal in Bergen.', []],
  ['Norway and Peru agreed to build a gas terminal in Bergen.', []],
])('where it was agreed: %s', (text, told) => {
  const places = readClaims(text).flatMap(({ body }) => {
    const { about } = body as { about?: RoundPart }
    return about?.thread === 'round' ? (about.place?.name ?? []) : []
  })
  expect(places).toEqual(told)
})

const meetings = (text: string) => rounds(text).filter(({ part }) => part.place !== undefined)

test.each<[string, number]>([
  [
    "Norway and Peru met in Lima, ahead of the king's visit to Chile, which begins in Santiago on Tuesday.",
    0,
  ],
  ['Norway and Peru held talks in Bergen before a fair, which opens on Thursday.', 0],
  ['Ana Silva met Jon Lund in Quito on the eve of her tour, which takes her from tomorrow to Brazil.', 0],
  ['Norway and Peru held talks in Oslo during a strike that started on Friday.', 0],
  ['Norway and Peru held talks in Bergen, which began on Monday.', 1],
  ['The talks between Norway and Peru in Lima, which opened on Sunday, went well.', 1],
])('what a clause tells is the day of the talks or of what they stand beside: %s', (text, days) => {
  expect(meetings(text).map(({ claim }) => claim.days.length)).toEqual([days])
})

test.each<[string, string[]]>([
  [
    'Norway and Peru met in Lima on Sunday. The round had originally been scheduled for May 3 in Quito but was put off.',
    ['Lima held on', 'Lima held on originalDue'],
  ],
  [
    'Norway and Peru are to meet in Lima on May 9. The round had been scheduled for May 3 in Quito but was put off.',
    ['Lima planned on', 'Quito called off originalDue'],
  ],
  [
    'Norway and Peru met in Lima on Sunday. The next round had been scheduled for May 30 in Quito but was put off.',
    ['Lima held on', 'Quito called off originalDue'],
  ],
])('an older plan of what was held: %s', (text, told) => {
  const words = meetings(text).map(
    ({ claim, part }) => `${part.place?.name} ${part.phase} ${claim.days.map(({ role }) => role).join(' ')}`,
  )
  expect(words).toEqual(told)
})

test('what was concluded somewhere behind what somebody else did is no place of the talks', () => {
  const text =
    'The talks are the first between the two since Peru withdrew, in May 2028, from the agreement concluded in Lima in 2025, under which quotas had been limited.'
  expect(meetings(text)).toEqual([])
})

test.each<[string, string[]]>([
  ['Chile hosted talks between Norway and Peru on Monday.', ['Chile: Norway+Peru']],
  ['Chile will host a second round of talks between Norway and Peru on May 3.', ['Chile: Norway+Peru']],
  ['Chile hosted on Saturday indirect talks between Norway and Peru.', ['Chile: Norway+Peru']],
  ['Talks between Norway and Peru, hosted by Chile, opened on Monday.', ['Chile: Norway+Peru']],
  ['Chile hosted a meeting with Norway and Peru in Lima on Monday.', ['Lima: Norway+Peru']],
  ['Talks between Norway and Peru opened on Monday.', ['undefined: Norway+Peru']],
])('who hosts two others sits on no side: %s', (text, told) => {
  const words = rounds(text).map(
    ({ part }) =>
      `${part.place?.name}: ${part.delegations.flatMap(({ party }) => party?.name ?? []).join('+')}`,
  )
  expect(words).toEqual(told)
})

test('a day behind a semicolon is of what stands there', () => {
  const [talks] = rounds('Chile hosts talks between Norway and Peru; another session next Saturday')
  expect(talks?.claim.days).toEqual([])
})

test.each([
  // Whom he is for, nothing tells: neither the other side nor one of it meets it.
  ['On Wednesday, Soto meets Norwegian Foreign Minister Ada Lind.', ['Soto'], ['NO']],
  ['The Peruvian envoy Ana Soto met the Norwegian minister Ada Lind in Oslo on Monday.', ['PE'], ['NO']],
])('who meets whom: %s', (text, actor, recipient) => {
  const [told] = rounds(text)
  const body = told?.claim.body as { actor: { id: string; name: string }[]; recipient: { id: string }[] }
  expect(body.actor.map(({ id, name }) => (id.startsWith('person:') ? name : id))).toEqual(actor)
  expect(body.recipient.map(({ id }) => id)).toEqual(recipient)
})
