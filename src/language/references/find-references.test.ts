import { describe, expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import { readText } from '../read.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`, `${home}/packs/trade`])

/** "words → id" of the references in a text. */
function referencesIn(text: string): string[] {
  const doc = readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)
  return doc.references.map(({ start, end, id }) => `${text.slice(start, end)} → ${id}`)
}

const strait =
  'Peruvian and Chilean negotiators returned to Lima on Monday. Talks between Peru and Chile on the strait had stalled in May. '

it.each([
  [
    'the two the text is about, whoever mediates or is named since',
    `${strait}Bolivia and Ecuador sent ships of relief. Brazilian mediators went from room to room. Oil fell. The two sides will meet again.`,
    'The two sides → group:CL+PE',
  ],
  [
    'those whose delegations came',
    'Delegations from Chad and the Houthis sat down in Cairo with Egyptian hosts, a paper of the Egyptian state said, the sides being far apart.',
    'the sides → group:TD+org:houthis',
  ],
  [
    'leaders hold such an office',
    'President Ana Ruiz met Prime Minister Bo Falk in Oslo. Envoy Eva Lang and Ambassador Kari Berg waited. The two leaders dined.',
    'The two leaders → group:person:ana-ruiz+person:bo-falk',
  ],
  [
    'a deal with somebody',
    'Peru struck a pact with Chile on Sunday in Oslo. Norway was glad. The deal averts a war between the two nations.',
    'the two nations → group:CL+PE',
  ],
])('sides: %s', (_, text, wanted) => expect(referencesIn(text)).toContain(wanted))

it.each([
  ['of a river', `${strait}Farmers on both sides of the river waited.`],
  ['of one state', `${strait}The local parties were briefed.`],
  ['others', `${strait}The two Nordic countries were glad.`],
  [
    'two firms in a list',
    'Workers at Marlin and Ferro walked out. Marlin and Ferro cut shifts. Marlin and Ferro will sue. Both sides met.',
  ],
  ['of legislators', `${strait}Members of Congress from both parties wrote.`],
])('no sides are guessed: %s', (_, text) =>
  expect(referencesIn(text).filter((one) => /(?:sides|parties|countries) → group/i.test(one))).toEqual([]),
)

const cod = 'Peru and Norway talk of cod. Peruvian boats left. Norway set a duty. Peru wants it gone. '

it.each([
  [
    'of the other state beside the United States',
    'The United States set a duty on cod. Peru is the biggest seller to the United States. Peru will wait. Peru hopes. U.S. buyers complained, the government said.',
    'the government → PE',
  ],
  ['where', `${cod}In Lima, where the government met, boats left.`, 'the government → PE'],
  ['whose senate', `${cod}Chile's senate voted in support of the government's offer.`, 'the government → CL'],
  [
    'the administration is the American one',
    'The United States sued. China kept its curbs, prompting the administration to add some.',
    'the administration → US',
  ],
  [
    'the company is no union',
    'Marlin Motors shut a plant. The Teamsters were angry. The firm had broken its word, workers said.',
    'The firm → org:marlin-motors',
  ],
  [
    'of a state named with who says it',
    'President Ana Ruiz of Peru met President Bo Falk of Chile. Ruiz left. A Peruvian official said the president was glad.',
    'the president → person:ana-ruiz',
  ],
])('whose office or firm: %s', (_, text, wanted) => expect(referencesIn(text)).toContain(wanted))

it.each([
  ['Ann Berg wrote that Bo Falk had refused and that the Liberal leader was weak.', /leader → person/],
  [
    'Economy Minister Bo Falk left Oslo. The minister for one small neighbour said it was early.',
    /minister → person/,
  ],
  [
    'The port employs 900 people, most of them not members. Marlin Motors owns it. Three envoys, Bo Falk among them, left.',
    /them → org/,
  ],
  [
    'Bo Falk waited. Received by King Harald at the palace, he asked for time.',
    /he → person:(?:king-)?harald/,
  ],
  ['The Lima Post said so. A paper seen by this newspaper sets the fee.', /this newspaper/],
])('nobody else is taken for him: %s', (text, wrong) =>
  expect(referencesIn(text).join('; ')).not.toMatch(wrong),
)

it('one of two that stand side by side is not guessed', () => {
  expect(referencesIn('Eva Lang and Ann Berg met in Bern. She left early.')).not.toContain(
    'She → person:ann-berg',
  )
  expect(referencesIn('Chile and Peru met. Both of the ports closed.').join()).not.toContain('Both')
})

it.each([
  ['Chile signed. The pact would force the country to buy Chilean grain.', /country → CL/],
  ['Chile urged Peru to press the country to open its ports.', /country → (?:CL|PE)/],
  ['The Centre for Car Research met. The levy could force the carmaker to leave Chile.', /carmaker → org/],
  ['Ann Berg wrote to Eva Lang. She said Lang was late.', /She → person:eva-lang/],
  ['The Fish Council and Peru met. The Peruvian duty hurts, the organisation said.', /organisation → PE/],
])('who stands beside it is not meant: %s', (text, wrong) => {
  expect(referencesIn(text).join('; ')).not.toMatch(wrong)
})

it.each([
  [
    'Northgate Mining said it was in talks to bring a partner into the sale, after talks with a group led by Ferro and shipping group Aldane ran out. The company reiterated that it would wait.',
    'The company → org:northgate-mining',
  ],
  [
    'The Cod League had found it weak. Where does the Fish Council stand? Its officers voted against.',
    'Its → org:fish-council',
  ],
  [
    'The prime minister of Norway, Kari Berg, met the president of Peru, Ana Ruiz. The prime minister said she was glad.',
    'The prime minister → person:kari-berg',
  ],
])('who acts or holds the office is meant: %s', (text, wanted) =>
  expect(referencesIn(text)).toContain(wanted),
)

it('whose government it is nobody says where his state is not told', () =>
  expect(
    referencesIn(
      'Norway would not trade it. President Ruiz confirmed that his government had asked a firm. The government denied a pact.',
    ).join(),
  ).not.toContain('The government'))

it('a chief executive and shareholders are those of a firm', () => {
  const text =
    "The Harbour Screenwriters Union struck on Friday. The union wants more. Nord Airways said that the union's offer showed little. Its chief executive, Bo Falk, left."
  expect(referencesIn(text)).toContain('Its → org:nord-airways')
})

it('who is told of by one noun again and again stays meant until another acts', () => {
  const text =
    'Nord Airways offered 4 percent. The airline said it was its last offer. Delta Airways’s pilots watched. The airline froze hiring.'
  expect(referencesIn(text).filter((one) => /^The airline/.test(one))).toEqual([
    'The airline → org:nord-airways',
    'The airline → org:nord-airways',
  ])
  expect(referencesIn('The Harbour Screenwriters met. The union said it would strike.')).toContain(
    'The union → org:harbour-screenwriters',
  )
})

it.each([
  [
    'Chile, Peru and Kenya, which stay away, met in Bern. They said they would wait.',
    'They → group:CL+KE+PE',
  ],
  ['Chile and Peru left on Monday. In a note they said the levy was wrong.', 'they → group:CL+PE'],
])('they are all that were joined: %s', (text, wanted) => expect(referencesIn(text)).toContain(wanted))

it.each([
  'The European Union raised its duty. The union Solidar, which represents 900 dockers, met the minister.',
  'The European Union raised its duty. The union, which represents 900 dockers, met the minister.',
])('a union of workers is no union of states: %s', (text) =>
  expect(referencesIn(text)).not.toContain('The union → EU'),
)

it('what one is sued over is the other one’s', () => {
  expect(referencesIn('Norway sued Chile over its levy.')).toContain('its → CL')
  expect(referencesIn('Norway sued Chile to save its levy.')).toContain('its → NO')
})

it('in a clause about somebody the object is another', () => {
  const found = referencesIn(
    'Premier Lu Qiang, who received her with President Antonio Costas, said that the two sides agreed. He called on Chile to pay.',
  )
  expect(found.join()).not.toContain('her → person:lu-qiang')
  expect(found).toContain('He → person:lu-qiang')
})

it('both sides whose matters the sentence names', () => {
  const before = 'Peru and Kenya met in May. Peru and Chile met in June. Norway and Peru signed in July.'
  expect(
    referencesIn(`${before} Both sides must settle issues such as Peru's quota and Chilean duties.`),
  ).toContain('Both sides → group:CL+PE')
})

it('what is denied, where it was printed and a union of states are no one meant', () => {
  expect(referencesIn('Chile accused Peru. Norway denies it.').join()).not.toMatch(/it → (?:CL|PE)/)
  expect(
    referencesIn('The European Union met. The administration said it was still talking to the mills.').join(),
  ).not.toContain('EU')
})

it('the administration is that of the United States, not of whose government was told of', () => {
  const told =
    'The United States warned Peru. The government of Peru met. Peru’s government wept. The administration froze the funds.'
  expect(referencesIn(told)).toContain('The administration → US')
})

it('the two countries are those the text is about, not two that came up a while before', () => {
  const told =
    'The ministers of Peru and Chile met in Arica. Peru wants a port. Chile refuses. Analysts doubt it. Norway said that Kenya was late. The mills wait. The boards of the two countries will meet in May.'
  expect(referencesIn(told)).toContain('the two countries → group:CL+PE')
})

it('a noun of another kind is not the body named', () => {
  expect(
    referencesIn('The International Monetary Fund met. Gas income goes to the sovereign wealth fund.').join(),
  ).not.toContain('wealth')
})

it('who speaks behind a comma does not explain the name before it', () => {
  expect(
    referencesIn('Crews walked out at Nordbahn Cargo, the union said. The union wants nine percent.').join(),
  ).not.toContain('org:')
})

it('a board is no airline, and one only told of by another does not speak on', () => {
  expect(
    referencesIn('The Harbour Relations Board ruled on Friday. The airline said it would fly again.').join(),
  ).not.toContain('org:')
  expect(
    referencesIn(
      'On Friday the prime minister called the truce a stopgap and said that both President Berg and President-elect Lund had backed Norway. He said boats in the strait would stay.',
    ),
  ).toContain('He → phrase:prime-minister')
})

describe('what pronouns, roles and groups mean', () => {
  const cases: readonly [name: string, text: string, found: string][] = [
    [
      'a pronoun by gender',
      'Trade Minister Peter Holm met Foreign Minister Ann Berg. She refused the offer.',
      'She → person:ann-berg',
    ],
    ['who told it', 'Peter Holm told David Stone that he would sign the text.', 'he → person:peter-holm'],
    ['who speaks on', 'Envoy Peter Holm rejected it. "We will wait," he said.', 'he → person:peter-holm'],
    [
      'a firm by what its name says',
      'Nord Air has 90 jets. Verdi struck at Olbia. The airline said it would fly again.',
      'The airline → org:nord-air',
    ],
    [
      'whose position the sentence before is about',
      "Bolivia's position has swung closest to Chile's on law, and to Peru's on the river. It says that it will not accept a quota.",
      'It → BO',
    ],
    [
      'who speaks between commas',
      "Verdi is a union. Nordbahn offered 2 percent. Verdi's complaint is with the scale. A driver would, it says, lose.",
      'it → org:ver-di',
    ],
    ['a state', 'Norway agreed to talks. The country wants lower levies.', 'The country → NO'],
    [
      'a ministry',
      "Peru's Ministry of Fisheries met on Friday. The ministry refused to comment.",
      'The ministry → org:pe-ministry-of-fisheries',
    ],
    ['both alone', 'Tanzania and Malawi reopened the ferry. Both had closed it.', 'Both → group:MW+TZ'],
    [
      'neither of two persons',
      'Eva Lang and Omar Said met in Bern. Neither spoke to reporters.',
      'Neither → group:person:eva-lang+person:omar-said',
    ],
    [
      'an office before a place and a comma',
      'The mayor of Lyon, Eva Lang, met dockers. The mayor promised a review.',
      'The mayor → person:eva-lang',
    ],
    [
      'an office behind a name',
      'Eva Lang, the EU envoy, flew to Tunis. The envoy met farmers.',
      'The envoy → person:eva-lang',
    ],
    [
      'a body before its name, which only one body of the text can have',
      'Ferries stand still after the union rejected an offer. The Irish Seafarers Brotherhood met on Friday.',
      'the union → org:irish-seafarers-brotherhood',
    ],
    [
      'a body by what explains its name',
      'IG Metall, the largest union at the mill, walked out. On Friday the union sent a letter.',
      'the union → org:ig-metall',
    ],
    [
      'people by whom they speak for',
      'Solidar walked out of the ferry talks. Norwegian officials stated they had no new offer.',
      'they → NO',
    ],
    [
      'a state that tells, by a plural',
      'Refugees crossed the strait. The Norwegian government announced a review of their asylum claims.',
      'their → phrase:refugees',
    ],
    [
      'what votes is a body, no plan',
      'The pay committee meets in May. A first plan was dropped. If it approves, the crews vote in June.',
      'it → phrase:pay-committee',
    ],
    [
      'who ends it himself is not the one before',
      'Carl Berg heads the fleet. Days later the mayor himself ended the strike.',
      'himself → phrase:mayor',
    ],
    [
      'a government by whose ministers the text tells of',
      "Malawi's finance minister met China. China agreed to wait. On Friday the government closed the port.",
      'the government → MW',
    ],
    [
      'the diplomat who acts in the sentence before',
      'Rodrigo Fuentes closed the session. “It goes on,” said the Chilean diplomat.',
      'the Chilean diplomat → person:rodrigo-fuentes',
    ],
    [
      'whose spokesman it is',
      'Norway left early. Its spokesman called the text a joke.',
      'Its spokesman → NO',
    ],
    [
      'whose rival a name is said to be',
      'Norway raised a quota. Iceland, its main rival, did not.',
      'its → NO',
    ],
    [
      'a body by the noun before its name',
      'The union Solidar walked out. The union said talks were dead.',
      'The union → org:solidar',
    ],
    [
      'an office',
      'Ghanaian President Ama Mensah arrived on Monday. The president then left.',
      'The president → person:ama-mensah',
    ],
    [
      'who stands behind a participle that opens the sentence',
      'Peter Holm spoke to David Stone. Angered by a levy he had fought, Holm left.',
      'he → person:peter-holm',
    ],
    [
      'an office, not a lower one',
      'President Ama Mensah met Vice President Kofi Owusu on Monday. The president then left.',
      'The president → person:ama-mensah',
    ],
    [
      'two sides beside a body',
      'Norway and its neighbours met. Norway and Peru had asked. The Energy Agency watched. Norway left. The two sides made progress.',
      'The two sides → group:NO+PE',
    ],
    [
      'a government and its rebels are two sides',
      "Chad's government and the Houthis will meet in Muscat on Sunday, Oman said. The two sides had met in May.",
      'The two sides → group:TD+org:houthis',
    ],
    [
      'the government told of as one before',
      "Chad's government met the Houthis. Peru, which backs the government, was silent.",
      'the government → TD',
    ],
    ['two sides', 'Norway met Peru on Friday. The two sides made progress.', 'The two sides → group:NO+PE'],
    [
      'those who talk, not two joined as where something comes from',
      'Norway and Peru resumed talks. Norway wants fees on fish from Chile and Bolivia. Both sides hope to go on.',
      'Both sides → group:NO+PE',
    ],
    [
      'two joined in the same sentence, whatever is done to them',
      'Norway and Peru resumed talks. Norway set fees on Chile and Bolivia, and both countries were angry.',
      'both countries → group:BO+CL',
    ],
    [
      'two told together, not who mediates',
      'Norway and Peru resumed talks on Sunday with Kenya acting as mediator. Peru refused to sign the draft that Kenya tabled. Both governments thanked Kenya.',
      'Both governments → group:NO+PE',
    ],
    [
      'two of whom a third asks something',
      'Norway met Peru on Monday. Chile said it was ready. Chile urged the two countries to talk.',
      'the two countries → group:NO+PE',
    ],
    [
      'what is said of a body is said by it',
      'Officials of the Energy Agency met in Oslo on Monday. The state company Marlin Gas will halt deliveries in May, it said in a statement.',
      'it → org:marlin-gas',
    ],
    [
      'a pair of persons',
      'Peter Holm and Ann Berg met in Oslo. The two leaders made progress.',
      'The two leaders → group:person:ann-berg+person:peter-holm',
    ],
    [
      'an official told of without a name is the official',
      'RSF spokesman Yasir Omar rejected the plan. A senior Foreign Ministry official in Oslo set a date. "We will wait," the official said.',
      'the official → org:ministry-of-foreign-affairs',
    ],
    [
      'the government of whoever tells of it',
      'China set fees on Norwegian fish. Norwegian Trade Minister Ann Berg said the government was ready to talk.',
      'the government → NO',
    ],
    [
      'a speaker does not call his own side "they"',
      'Norway gave Peru until Friday after Peru asked for time. "They asked for a week," Norwegian envoy Peter Holm said.',
      'They → PE',
    ],
    [
      'it that acts is the body just told of, not who spoke before nor a thing',
      "Northland Rail asked for talks. The Conductors' Union opposed the offer. It rejected arbitration.",
      'It → org:conductors-union',
    ],
    ['an unnamed voice', 'Peruvian officials left the room.', 'Peruvian officials → PE'],
    [
      'two named with their titles',
      'President Ann Berg and Speaker Peter Holm met on Friday. They met again on Sunday.',
      'They → group:person:ann-berg+person:peter-holm',
    ],
    [
      'nobody meets alone',
      'Norway and Peru held talks on Friday. They will meet again on Monday.',
      'They → group:NO+PE',
    ],
    [
      'two that act together',
      'Peter Holm and Ann Berg met on Friday. They signed nothing.',
      'They → group:person:ann-berg+person:peter-holm',
    ],
  ]
  it.each(cases)('%s', (_name, text, found) => {
    expect(referencesIn(text)).toContain(found)
  })

  it('links an event to where it was told', () => {
    const text = 'Norway and Peru opened talks on Monday. The talks will end soon.'
    const doc = readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)
    const event = doc.references.find(({ kind }) => kind === 'event')
    expect(event?.antecedent && text.slice(event.antecedent.start, event.antecedent.end)).toBe('talks')
  })
  it('leaves an empty "it" alone', () => {
    expect(
      referencesIn('Norway waited. It is clear that the talks failed.').filter((one) => /^it/i.test(one)),
    ).toEqual([])
  })
  it('takes no body and place that are never told of together for two sides', () => {
    const text =
      'The Port Authority dismissed forty drivers. The union said workers had come from Moldova. Both sides will meet on Friday.'
    expect(referencesIn(text).filter((one) => /^both/i.test(one))).toEqual([])
  })
  it('takes nobody for two countries where more are named as often', () => {
    const text =
      'Norway wants fees on fish from Chile and from Bolivia. Peru watched. Both countries hope to go on.'
    expect(referencesIn(text).filter((one) => /^both/i.test(one))).toEqual([])
  })
  it('takes no talking sides for the parties of lawmakers', () => {
    const text = 'Norway and Peru met. Lawmakers of both parties warned of fees.'
    expect(referencesIn(text).filter((one) => /^both/i.test(one))).toEqual([])
  })
  it.each([
    'Labour Minister Ann Berg spoke. The prime minister left.',
    'Vice President Ann Berg spoke. The president left.',
    'The European Union spoke. The government in Torshavn left.',
  ])('takes nobody for another office: %s', (text) => {
    expect(referencesIn(text).filter((one) => one.startsWith('The '))).toEqual([])
  })
  it('takes nobody before for who stands behind a participle, known or not', () => {
    const text = 'Peter Holm spoke. Angered by a levy he had fought, Zyx left.'
    expect(referencesIn(text)).not.toContain('he → person:peter-holm')
  })
  it('does not take a man for "she"', () => {
    const far = 'The mills shut. The port shut. Crews went home. The ministry denied it.'
    expect(
      referencesIn(
        `Norway’s trade ministry met. Minister Ada Lind of Peru left. It rained. Snow fell. ${far}`,
      ).join(),
    ).not.toContain('The ministry →')
    expect(referencesIn('The Tram Union met. The union representing cooks left.')).toEqual([])
    expect(referencesIn('Peter Holm spoke. She left.')).not.toContain('She → person:peter-holm')
  })
})

describe('an office told by whose it is', () => {
  const sidesIn = (text: string): string[] =>
    readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon).names.flatMap(
      ({ type, canonical, of }) => (type === 'person' ? [`${canonical} ${of ?? '-'}`] : []),
    )
  it.each([
    ['Nord Airways cut its offer. Its Irish secretary, Eva Lang, left.', 'Eva Lang org:nord-airways'],
    ['The Tram Union met. Ann Berg, the union’s president, left.', 'Ann Berg org:tram-union'],
    ['The Tram Union met. The ferry drivers cheered union president Ann Berg.', 'Ann Berg org:tram-union'],
    ['France refused. Its farm minister, Eva Lang, left.', 'Eva Lang FR'],
    ['Norway’s minister, Eva Lang, left. “No,” said her spokesman, Bo Holm.', 'Bo Holm NO'],
    ['Nord Airways cut its offer. Its former president, Eva Lang, left.', 'Eva Lang -'],
    ['The Tram Union met. Its critic, Eva Lang, left.', 'Eva Lang -'],
  ])('%s', (text, side) => expect(sidesIn(text)).toContain(side))
})
