// In: sentences of our own. Out: the statements they tell: who and what; and what is talked of but not said.
import { describe, expect, test } from 'vitest'
import { findClaims } from '../claims/engine.ts'
import { loadEngine } from './engine.ts'
import { readSentence } from './read-sentence.ts'

const engine = loadEngine()

/** "speaker: content" for each statement of a text. */
const saidIn = (text: string): string[] =>
  findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ kind, body }) => {
    if (kind !== 'statement') return []
    const { speaker, unnamed, content } = body as {
      speaker: { name: string }[]
      unnamed?: string
      content: string
    }
    return [`${unnamed ?? speaker.map(({ name }) => name).join('+')}: ${content}`]
  })

describe('who says it without a name, or by a pronoun', () => {
  test.each([
    [
      'The joint communique said the two sides would meet again.',
      'The joint communique: the two sides would meet again',
    ],
    ['The decree adds that small boats are exempt.', 'The decree: that small boats are exempt'],
    [
      'For a former Peruvian negotiator of the pact the lesson was bleak. "We lost," he said.',
      'a former Peruvian negotiator: "We lost,"',
    ],
    [
      'According to the Financial Times, Peru would be allowed to go on fishing at a low level.',
      'Financial Times: Peru would be allowed to go on fishing at a low level',
    ],
    ['Rice millers in Lima said a duty would hurt them.', 'Rice millers in Lima: a duty would hurt them'],
    ['Harbour rights advocates said the plan was late.', 'Harbour rights advocates: the plan was late'],
    ["The owner's legal team said the deal had failed.", "The owner's legal team: the deal had failed"],
    ['The pact was opposed by minister Rudi Holm, who said it was too short.', 'Rudi Holm: it was too short'],
    [
      "Kari Lund, Norway's envoy to Peru, who warned on Monday that the pact was dead, flew home.",
      'Kari Lund: that the pact was dead',
    ],
    [
      '"It is high," said Per Holm, a former aide to minister Kari Lund, who added: "It will fall."',
      'Per Holm: "It will fall."',
    ],
    ['Norfleet would say only that talks were going on.', 'Norfleet: that talks were going on'],
    [
      'Diplomats say Peru, the main buyer of cod, is reluctant to sign.',
      'Diplomats: Peru, the main buyer of cod, is reluctant to sign',
    ],
    [
      'The goal, according to the official, is to ensure that the port stays open.',
      'the official: The goal … is to ensure that the port stays open',
    ],
    ['Norway called the offer an insult.', 'Norway: the offer an insult'],
    ['Minister Per Holm called the plan late and thin.', 'Per Holm: the plan late and thin'],
    ['Norwegian officials dismissed the report as wrong.', 'Norway: the report as wrong'],
    [
      'The plan was described by Norwegian minister Per Holm as a good start.',
      'Per Holm: The plan … as a good start',
    ],
    [
      "The union's spokesperson repeated that its demands were fair.",
      "The union's spokesperson: that its demands were fair",
    ],
    [
      'Peru said in a note that, while work went on, agreement had been reached on ports.',
      'Peru: that, while work went on, agreement had been reached on ports',
    ],
    [
      'Minister Per Holm put it this way: "If it comes it will help."',
      'Per Holm: "If it comes it will help."',
    ],
    ['Per Holm\'s retort before boarding: "Zero cod means a deal."', 'Per Holm: "Zero cod means a deal."'],
    ['The minister\'s own formula is loose: "No cod for Peru."', 'The minister: "No cod for Peru."'],
  ])('%s', (text, wanted) => expect(saidIn(text)).toContain(wanted))

  test.each([
    'Norway called the lake Norda.',
    'Norway called Peru on Monday.',
    'Norway will buy what it deems necessary.',
    'Minister Per Holm criticised Peru as it gained ground.',
    'The line was long: boats waited.',
    'A leaflet that was sent to skippers declared the quota “late and thin”.',
    'The posters said the fleet was coming.',
    'Two letters say otherwise.',
    'Others said the deal was weak.',
    'Media reports said the pact was dead.',
    'Norfleet would say that the pact was near if asked.',
    'A letter by the owners arrived on Monday.',
  ])('nobody says anything: %s', (text) => expect(saidIn(text)).toEqual([]))
})

describe('what is said', () => {
  test.each([
    ['Norway said the ports would reopen.', 'Norway: the ports would reopen'],
    ['Norway urged Peru to reopen its ports.', 'Norway: Peru to reopen its ports'],
    ["Anna Berg's critics said the quota was too low.", "Anna Berg's critics: the quota was too low"],
    ['A Berg aide said the quota was low.', 'A Berg aide: the quota was low'],
    ['Norway called the quota "unfair".', 'Norway: the quota "unfair"'],
    [
      'Norway said it would close its ports, a move that may anger dockers.',
      'Norway: it would close its ports',
    ],
    ['Norway said it had offered a pause, an offer Peru called an insult.', 'Norway: it had offered a pause'],
    ['Norway said Peru had paid, which Peruvian officials did not confirm.', 'Norway: Peru had paid'],
    [
      'Norway has agreed to wait, a minister said, a gesture meant to calm Peru.',
      'a minister: Norway has agreed to wait',
    ],
    [
      'Norway said talks had failed, a view shared by Peru, and left.',
      'Norway: talks had failed, a view shared by Peru, and left',
    ],
    [
      'Norway threatened to close its ports, two officials said on Monday.',
      'two officials: Norway threatened to close its ports',
    ],
    [
      'Chile came down to 40 tonnes, one of the envoys said.',
      'one of the envoys: Chile came down to 40 tonnes',
    ],
    [
      '“I will not dress it up at all. Every government says so and smiles,” Anna Berg said.',
      'Anna Berg: “I will not dress it up at all. Every government says so and smiles,”',
    ],
    ['A senior civil servant said the plant had shut.', 'A senior civil servant: the plant had shut'],
    [
      'The palace denied having received any promise. "There was no such date," it said in a statement.',
      'The palace: "There was no such date,"',
    ],
    ['Norway warned Peru that the quota would go.', 'Norway: that the quota would go'],
    ['Norway called the quota "a crime" and tensions rose in Bergen.', 'Norway: the quota "a crime"'],
    ['Norway has said it is late and demanded that Peru pay.', 'Norway: it is late'],
    ['Norway told reporters the state had paid.', 'Norway: the state had paid'],
    ['Norway said in a statement it had paid.', 'Norway: it had paid'],
    [
      'Norway said in the absence of a deal it would leave.',
      'Norway: in the absence of a deal it would leave',
    ],
    [
      'Norway said the envoy - who arrives on Monday - would sign.',
      'Norway: the envoy - who arrives on Monday - would sign',
    ],
    [
      'Anna Berg left the hall, telling reporters it was late, according to two people who saw it.',
      'two people: Anna Berg left the hall, telling reporters it was late',
    ],
    ['Anna Berg said the bank is watching and indicated it could act.', 'Anna Berg: it could act'],
    [
      'Twenty envoys, including Anna Berg, chair of the board, wrote to Peru, but stressed that talks go on.',
      'Twenty envoys: that talks go on',
    ],
    ['Anna Berg predicted Peru would seek a deal, calling it "vital".', 'Anna Berg: it "vital"'],
    ['"We wait no longer," Anna Berg said outside the hall.', 'Anna Berg: "We wait no longer,"'],
    ['Anna Berg told envoys she had spoken to Peru.', 'Anna Berg: she had spoken to Peru'],
    ['A Labour Party senator said the quota was low.', 'A Labour Party senator: the quota was low'],
    ['Norway said talks would go on, while Peru closed its ports.', 'Norway: talks would go on'],
    [
      'After Anna Berg said her state would refuse to pay, Peru closed its ports.',
      'Anna Berg: her state would refuse to pay',
    ],
    [
      'The quota is fair, said the envoy, Per Sandnes, a friend of the fleet.',
      'Per Sandnes: The quota is fair',
    ],
  ])('%s', (text, said) => expect(saidIn(text)).toContain(said))
})

describe('what is only talked of', () => {
  test.each([
    'Norway announced a quota on cod.',
    'Norway responded to the quota.',
    'Norway responded to the quota by closing ports and has sued Peru.',
    'How Norway responds to the quota will shape its fleet.',
    'The pier is something that Norway has always maintained was late.',
    'These are things Norway had already said it would do.',
    'The pier that Norway is referring to is the one in Peru.',
    'Norway has not explained how it will pay.',
    'Norway proposed what Peru refused.',
    'Norway has not said whether it will recall its envoy.',
    'Norway offers Peru a pause if the ports reopen.',
    'Norway blamed the quota for the loss of jobs.',
    'Norway refused to reopen its ports.',
    'Norway may say the quota is too low.',
    'Norway must show Peru that the quota is fair.',
    'Norway spends little on its fleet, suggesting that it needs none.',
    'Anna Berg declined to speak to reporters.',
    'Norway and Peru will press Chile on port fees, signaling that Norway wants more.',
    'The fact that both governments keep on talking suggests that neither wants a price war.',
    'Norway has shown a willingness to talk.',
    'Finding a buyer for the fleet is hard.',
  ])('%s', (text) => expect(saidIn(text)).toEqual([]))
})

test('a participle beside what is only threatened is said all the same', () => {
  const text = 'Norway has threatened to leave the pact, saying the quota is too low.'
  const said = findClaims(readSentence(text, engine), 'r', engine.claims).find(
    ({ body }) => (body as { cue?: string }).cue === 'say',
  )
  expect(said?.evidence.modality).toBe('held')
})

test('what is said under a condition is said', () => {
  const text = 'Norway said it would reopen the ports if Peru pays.'
  const [said] = findClaims(readSentence(text, engine), 'r', engine.claims).filter(
    ({ kind }) => kind === 'statement',
  )
  expect(said?.evidence.modality).toBe('held')
})

test('a day before who speaks is no part of him', () => {
  expect(
    saidIn('The minister said Tuesday the central bank is watching and indicated it could cut rates.').join(
      ' ',
    ),
  ).not.toContain('Tuesday the central bank')
})

test('a title in marks is not what is said', () => {
  const said = saidIn(
    "Holm, who also spoke on Radio Nord's “Meet the Fleet,” said Norway could take various steps.",
  )
  expect(said.some((one) => one.includes('Meet the Fleet'))).toBe(false)
})

test('a word in marks within what is said leaves it said', () => {
  expect(
    saidIn('Eva Lund of the dockers said crews would "absolutely" be out again unless Norway paid.'),
  ).toEqual(['Eva Lund: crews would "absolutely" be out again unless Norway paid'])
})

test('what somebody denies having said was not said', () => {
  expect(saidIn('Norway denied that it had threatened to close the ports.')).toEqual([
    'Norway: that it had threatened to close the ports',
  ])
})

test('a second verb of saying has the same speaker', () => {
  expect(
    saidIn('Opposition leader Jorge Salas called the levy a mistake and said the ports should reopen.'),
  ).toContain('Jorge Salas: the ports should reopen')
})

test('who is informed, and whose crew does something else, did not say what stands before', () => {
  expect(
    saidIn('Norway says that it has agreed to 60 days, and that Peru and Chile were all informed of it.'),
  ).toEqual(['Norway: that it has agreed to 60 days, and that Peru and Chile were all informed of it'])
  expect(
    saidIn('"The ferry sails," said Eva Lund, whose crew in May promised more trips to the islands.').map(
      (one) => one.split(':')[0],
    ),
  ).not.toContain('whose crew in May')
})

test('what is told of somebody without a name is no part of who says it', () => {
  expect(saidIn('A diplomat, who asked not to be named, said Norway would wait.')).toEqual([
    'A diplomat: Norway would wait',
  ])
})

test('a "none" within the words leaves them said', () => {
  const [said] = findClaims(
    readSentence('“No port has been offered, and none will be,” said Ada Lind.', engine),
    'r',
    engine.claims,
  ).filter(({ kind }) => kind === 'statement')
  expect(said?.evidence.polarity).toBe('affirmed')
})
