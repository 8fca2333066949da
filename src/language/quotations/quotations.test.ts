import { describe, expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import type { Doc } from '../doc.ts'
import { readText } from '../read.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`, `${home}/packs/trade`])

const read = (text: string): Doc =>
  readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)

interface Told {
  readonly source: string
  readonly cue: string
  readonly content: string
}

function told(text: string): Told[] {
  const words = (ranges: readonly { start: number; end: number }[]) =>
    ranges.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return read(text)
    .quotations.filter(({ inside }) => inside < 0)
    .map(({ source, cue, content }) => ({ source: words(source), cue: words(cue), content: words(content) }))
}

describe('who said what', () => {
  const cases: readonly [name: string, text: string, found: Told][] = [
    [
      'a clause after "that"',
      'The minister said that talks would resume in May.',
      { source: 'The minister', cue: 'said', content: 'that talks would resume in May' },
    ],
    [
      'of a paper that cites somebody, the paper',
      'The Oslo daily Dagen, citing an unnamed customs official, spoke on Monday of a duty of 12 percent.',
      { source: 'The Oslo daily Dagen', cue: 'spoke on Monday of', content: 'a duty of 12 percent' },
    ],
    [
      'somebody of those named before, by name behind the verb',
      'The fishermen won a raise. Their court case goes on, said their lawyer, Ann Lee.',
      { source: 'their lawyer, Ann Lee', cue: 'said', content: 'Their court case goes on' },
    ],
    [
      'what came out the same day',
      'A palace statement released the same day spoke of a lower rate.',
      { source: 'A palace statement', cue: 'spoke of', content: 'a lower rate' },
    ],
    [
      'up to the clause that the cue hangs on',
      'Shortly after the ministry announced the pact, Norway left the talks.',
      { source: 'the ministry', cue: 'announced', content: 'the pact' },
    ],
    [
      'who is blamed for saying it',
      'She torched envoy Jon Berg for saying he wants a pause.',
      { source: 'envoy Jon Berg', cue: 'saying', content: 'he wants a pause' },
    ],
    [
      'a clause without "that"',
      'Anna Berg said talks would resume in May.',
      { source: 'Anna Berg', cue: 'said', content: 'talks would resume in May' },
    ],
    [
      'auxiliaries and adverbs belong to the cue',
      'Anna Berg has repeatedly said that talks would resume.',
      { source: 'Anna Berg', cue: 'has repeatedly said', content: 'that talks would resume' },
    ],
    [
      'a direct quotation before the cue',
      '"We are ready to sign," Anna Berg said.',
      { source: 'Anna Berg', cue: 'said', content: '"We are ready to sign,"' },
    ],
    [
      'inverted order with an apposition',
      '"We are ready to sign," said Anna Berg, the trade minister.',
      { source: 'Anna Berg, the trade minister', cue: 'said', content: '"We are ready to sign,"' },
    ],
    [
      'a split quotation',
      '"We are ready," Anna Berg said, "but the text is not."',
      { source: 'Anna Berg', cue: 'said', content: '"We are ready," … "but the text is not."' },
    ],
    [
      'a quotation that goes on in the next sentence',
      '"We are ready," Anna Berg said. "The text is not yet finished."',
      { source: 'Anna Berg', cue: 'said', content: '"We are ready," … "The text is not yet finished."' },
    ],
    [
      'a colon belongs to the cue',
      'Anna Berg added: "The text is not yet finished."',
      { source: 'Anna Berg', cue: 'added:', content: '"The text is not yet finished."' },
    ],
    [
      'an addressee is left out',
      'Anna Berg told reporters that the text was finished.',
      { source: 'Anna Berg', cue: 'told', content: 'that the text was finished' },
    ],
    [
      'two speakers',
      'Anna Berg and Nils Holm said the text was finished.',
      { source: 'Anna Berg and Nils Holm', cue: 'said', content: 'the text was finished' },
    ],
    [
      '"according to" at the end',
      'The text is finished, according to the ministry.',
      { source: 'the ministry', cue: 'according to', content: 'The text is finished' },
    ],
    [
      '"according to" at the start',
      'According to the ministry, the text is finished.',
      { source: 'the ministry', cue: 'According to', content: 'the text is finished' },
    ],
    [
      'words set apart in the middle',
      'The text, she said, was not finished.',
      { source: 'she', cue: 'said', content: 'The text … was not finished' },
    ],
    [
      'an object',
      'Anna Berg criticized the new tariffs on steel.',
      { source: 'Anna Berg', cue: 'criticized', content: 'the new tariffs on steel' },
    ],
    [
      'a noun that tells',
      "Anna Berg's warning that talks could fail was ignored.",
      { source: "Anna Berg's", cue: 'warning', content: 'that talks could fail' },
    ],
    [
      'a report that speaks',
      'The report found that prices had doubled.',
      { source: 'The report', cue: 'found', content: 'that prices had doubled' },
    ],
    [
      'a subject with a relative clause',
      'Anna Berg, who led the talks in 2019, said the text was finished.',
      { source: 'Anna Berg, who led the talks in 2019,', cue: 'said', content: 'the text was finished' },
    ],
    [
      'a circumstance between commas',
      'Anna Berg, meanwhile, said the text was finished.',
      { source: 'Anna Berg', cue: 'said', content: 'the text was finished' },
    ],
    [
      '"as … reported"',
      'As Reuters reported, the text was finished.',
      { source: 'Reuters', cue: 'reported', content: 'the text was finished' },
    ],
    [
      'a passive without a source',
      'The talks are expected to resume in May.',
      { source: '', cue: 'are expected', content: 'The talks … to resume in May' },
    ],
  ]
  it.each(cases)('%s', (_name, text, found) => {
    expect(told(text)[0]).toEqual(found)
  })

  it('ends content where the next one begins', () => {
    const found = told('Anna Berg said the text was finished, while Nils Holm insisted that it was not.')
    expect(found.map(({ content }) => content)).toEqual(['the text was finished', 'that it was not'])
  })

  it('gives a participle the teller before it', () => {
    const found = told('Anna Berg said that Norway was ready, adding that Sweden was not.')
    expect(found.map(({ source }) => source)).toEqual(['Anna Berg', 'Anna Berg'])
  })

  it.each([
    ['the writer himself', 'I think the talks will fail.'],
    ['a condition', 'If she says the text is finished, they will sign.'],
    ['no one speaks', 'The text has four pages and a map.'],
  ])('finds none: %s', (_name, text) => {
    expect(told(text)).toEqual([])
  })

  it('marks what is no speech', () => {
    const [hope, said] = ['Anna Berg hopes that talks resume.', 'Anna Berg said that talks resumed.'].map(
      (text) => read(text).quotations[0]!.nonSpeech,
    )
    expect([hope, said]).toEqual([true, false])
  })

  it('says whether the words are quoted', () => {
    const form = (text: string) => read(text).quotations[0]!.form
    expect(form('"We are ready to sign," Anna Berg said.')).toBe('direct')
    expect(form('Anna Berg said the text was finished.')).toBe('indirect')
    expect(form('Anna Berg said the text was "nearly finished" by Friday.')).toBe('mixed')
  })

  it('nests second-hand speech', () => {
    const { quotations } = read('Reuters reported that the ministry said the text was finished.')
    expect(quotations.map(({ cueLemma, inside }) => [cueLemma, inside])).toEqual([
      ['report', -1],
      ['say', 0],
    ])
  })
})

describe('speakers', () => {
  const cases: readonly [name: string, text: string, speakers: readonly string[], via: readonly string[]][] =
    [
      ['a name', 'Anna Berg said the text was finished.', ['person:anna-berg'], []],
      [
        'two names',
        'Anna Berg and Nils Holm said the text was finished.',
        ['person:anna-berg', 'person:nils-holm'],
        [],
      ],
      [
        'a name after the office',
        "Norway's trade minister, Anna Berg, said the text was finished.",
        ['person:anna-berg'],
        [],
      ],
      ['a state', 'Norway said the text was finished.', ['NO'], []],
      [
        'an outlet told',
        'Anna Berg told Reuters that the text was finished.',
        ['person:anna-berg'],
        ['outlet:reuters'],
      ],
      [
        'an outlet whose report is denied',
        'Norway denied a Reuters report that the text was finished.',
        ['NO'],
        [],
      ],
      [
        "a body's spokesman",
        'The bank’s spokesman said the text was short. Harbour Bank met.',
        ['org:harbour-bank'],
        [],
      ],
      ["a state's account", 'The Norwegian account said the text was finished.', ['NO'], []],
      ['no one known', 'Officials said the text was finished.', [], []],
      ['those who speak for a state', 'Norwegian negotiators said the text was finished.', ['NO'], []],
      ['people of a state', 'Norwegian companies said the text was finished.', [], []],
      [
        "a person's people",
        "Anna Berg's critics said the text was finished.",
        ['phrase:anna-berg-s-critics'],
        [],
      ],
      ["a person's aide", 'A Berg aide said the text was short.', ['phrase:a-berg-aide'], []],
      ['a day between', 'Anna Berg last week said the text was finished.', ['person:anna-berg'], []],
      [
        "a person's claim",
        "Anna Berg's claim that the text was finished was met with silence.",
        ['person:anna-berg'],
        [],
      ],
      [
        'a spokesman by name',
        "Anna Berg's spokesman, Carl Lind, said the text was short.",
        ['person:carl-lind'],
        [],
      ],
      ['people in a state', 'Farmers in Norway said the text was finished.', [], []],
      ['officials in a state', 'Two officials in Norway said the text was finished.', [], []],
      ['people at a bank', 'Analysts at Lindberg Bank said the text was finished.', [], []],
      ['its chairman', 'The chairman of Harbour Bank said so: "It fell."', ['org:harbour-bank'], []],
      [
        'a member of a party behind a comma',
        'The member for the port, Nationals MP Dora Lind, said the text was finished.',
        ['person:dora-lind'],
        [],
      ],
      [
        'a role with its name',
        'The chair, Ambassador Carl Lind of Norway, said the text was finished.',
        ['person:carl-lind'],
        [],
      ],
    ]
  it.each(cases)('%s', (_name, text, speakers, via) => {
    const [first] = read(text).quotations
    expect({ speakers: first!.speakers, via: first!.via }).toEqual({ speakers, via })
  })

  it.each([
    'Labour strategists',
    'Members of the Dockers’ Union',
    'Supporters of Ana Berg and moderate Democrats',
    'Former Harbour Bank executives',
    'Ten percent of Labour voters',
    'Officials and Democrats close to the port',
    'The Ohio Democrat',
  ])('%s speak for nobody else', (who) => {
    expect(read(`${who} said the text was finished.`).quotations[0]!.speakers).toEqual([])
  })

  it.each([
    ['Reuters reported that Peru had paid, but Chile said it knew nothing.', 'CL', []],
    ['The mill has shut, according to Reuters, and Peru has warned that it may stay so.', 'PE', []],
    ['Chile told Reuters that it would pay and said the date was set.', 'CL', ['outlet:reuters']],
  ])('an outlet is credited with its own clause: %s', (text, who, via) => {
    expect(read(text).quotations.findLast(({ speakers }) => speakers[0] === who)!.via).toEqual(via)
  })

  it.each([
    [
      'Carl Lind met those whom Ann Berg had called thieves. “It was a good talk,” he said.',
      'person:carl-lind',
    ],
    [
      'Harbour Bank refused to say why. Captain Carl Lind heard it from a docker. “It is so,” he told me.',
      'person:carl-lind',
    ],
    [
      'Whether Berg will stay is doubtful, Carl Lind said. “He needs the money more than the pose.”',
      'person:carl-lind',
    ],
    [
      '“We are done,” Lind said. His deputy, Ann Berg, disagreed. “We have begun,” she said.',
      'person:ann-berg',
    ],
    ['Lind, 52, a docker from Oslo, joined the strike. “I never wanted this,” he says.', 'person:lind'],
    ['Lind, the union’s leader, was angry. “It is a trap,” she said.', 'person:lind'],
    ['A statement by Carl Lind said the port was shut.', 'person:carl-lind'],
    ['Two envoys told another story. Norway and Peru refused to sign, they said.', 'phrase:two-envoys'],
  ])('who said the last: %s', (text, who) => {
    expect(read(text).quotations.findLast(({ cueLemma }) => /say|tell/.test(cueLemma))!.speakers).toEqual([
      who,
    ])
  })

  it('only the noun is what an object clause tells of', () => {
    const text = 'The May deadline went by without the "further steps" an embassy official had threatened.'
    const [{ start, end } = { start: 0, end: 0 }] = read(text).quotations[0]!.content
    expect(text.slice(start, end)).toBe('the "further steps"')
  })

  it.each([
    [
      'Carl Berg wrote to President Peter Lind. "We trust President Peter Lind," he said.',
      ['person:carl-berg'],
    ],
    ['Peter Lind announced the fee. "We respect Peter Lind," he said.', []],
    ['A report on Carl Berg said he had lied.', []],
  ])('who is told of does not say it: %s', (text, speakers) => {
    expect(read(text).quotations.at(-1)!.speakers).toEqual(speakers)
  })

  it.each([
    [
      'Anna Berg, the Peru envoy who next year will take charge of the Fish Board, said Chile would pay.',
      ['person:anna-berg'],
    ],
    ['A lawyer who was free to talk to Anna Berg said the text was short.', []],
  ])('who is told of in a clause about the speaker does not speak: %s', (text, speakers) => {
    expect(read(text).quotations.findLast(({ cueLemma }) => cueLemma === 'say')!.speakers).toEqual(speakers)
  })

  it('a clause that hangs on the cue is when it was said', () => {
    const { quotations } = read('When Anna Berg asked of the fees, which rose, Carl Lind said he would pay.')
    expect(quotations.at(-1)!.content[0]!.start).toBeGreaterThan(50)
  })

  it('what a colon opens is not of who spoke a sentence before', () => {
    const { quotations } = read(
      'Anna Berg told the crews they should wait. The port chief sneered: "They have waited for a year and a half by now."',
    )
    expect(quotations.find(({ speakers }) => speakers.includes('person:anna-berg'))!.content).toHaveLength(1)
  })

  it('what somebody said next is the subject of what follows', () => {
    const { quotations } = read('But what Anna Berg said next perhaps shows how poor the harvest was.')
    expect(quotations.map(({ cueLemma }) => cueLemma)).not.toContain('say')
  })

  it('the pronoun stands for who spoke before', () => {
    const { quotations } = read(
      'Anna Berg said the text was finished. "We will sign it on Friday," she said.',
    )
    expect(quotations.map(({ speakers }) => speakers)).toEqual([['person:anna-berg'], ['person:anna-berg']])
  })

  it('a person who acts only in what is told does not end a turn', () => {
    const { quotations } = read(
      '"The text is finished," said Carl Berg, a lawyer who said Peter Lind has the right to sign it. "It is short," he said.',
    )
    expect(quotations.at(-1)!.speakers).toEqual(['person:carl-berg'])
  })

  it.each([
    [
      'a participle after a comma is of who spoke',
      'Anna Berg said Peru and Chile would pay once the text was signed, calling it a "fair" deal.',
      'person:anna-berg',
    ],
    [
      'after a clause before, of the main subject',
      'After Anna Berg announced the deal, Peru refused to sign, claiming it was "short" of cod.',
      'PE',
    ],
    [
      'when it was is not who',
      'An hour after meeting Peter Lind, Anna Berg announced that the text was "short".',
      'person:anna-berg',
    ],
  ])('%s', (_name, text, speaker) => {
    expect(read(text).quotations.find(({ form }) => form === 'mixed')!.speakers).toEqual([speaker])
  })

  it('what one says besides is no part of what is told with "had" or "would"', () => {
    for (const said of ['had been given until May and denied', 'would lose 40 boats and added']) {
      const { quotations } = read(`Anna Berg said Peru ${said} that a fine was being prepared.`)
      expect(quotations.at(-1)!.speakers).toEqual(['person:anna-berg'])
    }
  })

  it('who adds is who told, not whom he told of', () => {
    const { quotations } = read('Carl Berg said the quota was that of Peter Lind. "It is fair," he said.')
    expect(quotations.at(-1)!.speakers).toEqual(['person:carl-berg'])
  })

  it.each([
    [
      'a house, not the president whose it is',
      'The White House of President Ama Mensah said that both could "come together".',
      ['org:white-house'],
    ],
    [
      'somebody without a name who came up since',
      'Anna Berg said the text was finished. A trader at the port was less sure. "It may fail," he said.',
      ['phrase:trader'],
    ],
    [
      'no office that the last speaker was not said to have',
      'Carl Berg said his crew would work. In Oslo, the press secretary said it was "time to talk".',
      [],
    ],
  ])('%s', (_name, text, speakers) => {
    expect(read(text).quotations.findLast(({ form }) => form !== 'indirect')!.speakers).toEqual(speakers)
  })

  it('the outlet that reports a speech is on its way', () => {
    const { quotations } = read('Reuters reported that the ministry said the text was finished.')
    expect(quotations[1]!.via).toEqual(['outlet:reuters'])
  })
})

describe('any bytes', () => {
  const bytes: readonly [string, string][] = [
    ['quotation marks alone', '"'.repeat(5_000)],
    ['one cue again and again', 'said '.repeat(3_000)],
    ['brackets', '("said he" '.repeat(2_000)],
    ['nothing', ''],
  ]
  it.each(bytes)('%s: no throw, spans inside the text', (_name, text) => {
    const { quotations } = read(text)
    for (const { source, cue, content } of quotations)
      for (const { start, end } of [...source, ...cue, ...content]) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
  })
})

describe('the report goes on behind what is said', () => {
  const contentsOf = (text: string) =>
    read(text).quotations.map(({ content }) =>
      content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    )

  it.each([
    [
      'The minister of Peru says the plan needs more time, but had harsh words about the fleet.',
      'the plan needs more time',
    ],
    [
      'The minister said Norway would sign, but it needed more time.',
      'Norway would sign, but it needed more time',
    ],
  ])('%s', (text, content) => expect(contentsOf(text)).toEqual([content]))
})

describe('words that nobody is told to say', () => {
  it.each([
    [
      '“We have a seat,” Orlov told reporters. Ida Beck, asked about this later, shook her head. “The word is not in the paper at all.”',
      ['person:ida-beck'],
    ],
    [
      '“They must leave the towns,” said Paul Kabo. Not at all, said Ben Rukun, who signed for the rebels. “We are not leaving, not by a metre.”',
      ['person:ben-rukun'],
    ],
    [
      '“They blinked on wool,” said a Peruvian envoy. A Chilean official offered another account. “They got nothing at all from us.”',
      ['CL'],
    ],
    [
      '“I will wait,” Brandt said. Ida Beck, who left the pact in May, was asked about it on Sunday. “We will see how long.”',
      ['person:ida-beck'],
    ],
    [
      '“We will pay,” said Ivo Brandt on Monday. He spoke in Bergen. “It will take us a year or two.”',
      ['person:ivo-brandt'],
    ],
  ])('%s', (text, speakers) => {
    const last = read(text).quotations.find(({ content }) => content.at(-1)!.end === text.length)
    expect(last!.speakers).toEqual(speakers)
  })

  it.each([
    ['A spokesman called it a breach, which Ada Hox denied, arguing that the pact allows limits.', 'argue'],
    [
      'Chile raised the toll, a step the ministry of Ada Hox dismissed. Ada Hox argued that it was theft.',
      'argue',
    ],
  ])('who argues: %s', (text, cue) =>
    expect(read(text).quotations.find(({ cueLemma }) => cueLemma === cue)!.speakers).toEqual([
      'person:ada-hox',
    ]),
  )

  it.each([
    'A U.S. industry official said producers would fight it.',
    'A Peruvian diplomat who has seen it, one of many, laughed. Oslo police said 900 took part.',
    'A European diplomat familiar with the file said the pact was ready.',
    'China’s commerce ministry met. Denmark was asked, a ministry official in Copenhagen said.',
    'The round was put off, the union said; a diplomat from one port gave another reason, saying that visas were late.',
    'Bo Holm, president of the guild, spoke. Some owners wavered. “Two is a summer,” the owner said.',
  ])('speaks for no side: %s', (text) => expect(read(text).quotations.at(-1)!.speakers).toEqual([]))

  it('who acts without a name in the sentence before', () =>
    expect(
      read(
        'The EU envoy, Denis Chab, said files were sent. A senior Chilean official, asked about them, smiled. “We are friends,” he said.',
      ).quotations.at(-1)!.speakers,
    ).toEqual(['CL']))

  it('an outlet that had reported it does not go on', () =>
    expect(
      read(
        'Minister Budi Sant denied it, as Bisnis Pagi had reported, citing an aide. “There is no list,” he said.',
      ).quotations.at(-1)!.speakers,
    ).toEqual(['person:budi-sant']))

  it('whom the sentence before names, not who spoke last', () =>
    expect(
      read(
        'Haruto Sega called it enough. “It is what we have,” Haruto Sega said. Yuko Kanza has friends there. She repeated that she would not sign.',
      ).quotations.find(({ cueLemma }) => cueLemma === 'repeat')!.speakers,
    ).toEqual(['person:yuko-kanza']))

  it('who looks on after another spoke', () =>
    expect(
      read(
        'Mr Okoro denied it. “We said so in July,” Mr Okoro said. For Grace Obuya of the institute, the date matters less. “Ask me in November,” she said.',
      ).quotations.at(-1)!.speakers,
    ).toEqual(['person:grace-obuya']))

  it.each([
    [
      'Ann Lee said the consulate had told her so. “I want to hear it.”',
      '“I want to hear it.”',
      'person:ann-lee',
    ],
    [
      'A Nordic envoy familiar with it spoke. Ann Lee listened. “No,” the envoy said.',
      '“No,”',
      'phrase:nordic-envoy',
    ],
    [
      'Ann Lee said no. An organiser, not allowed to speak, said the vote was close. Lee, she added, knew it.',
      'knew it',
      'phrase:organiser',
    ],
    [
      'Luis Prado said no. His sister, Ona, waited outside. “Nobody told us,” she said.',
      'Nobody',
      'person:ona',
    ],
    [
      'Mayor Ann Lee said no. Bergen’s Tor Vik wants more. The mayor said that it was late.',
      'it was late',
      'person:tor-vik',
    ],
    [
      'Ann Lee said no. Lundqv told radio that it was dead. Boats, he said, would sail.',
      'would sail',
      'person:lundqv',
    ],
  ])('who goes on: %s', (text, words, speaker) => {
    const spoken = read(text).quotations.findLast(({ content }) =>
      content.some(({ start, end }) => text.slice(start, end).includes(words)),
    )
    expect(spoken?.speakers).toEqual([speaker])
  })

  it('one of several without a name is nobody with one', () =>
    expect(
      read(
        'Minister Ann Lee said no. Two officials were less sure. One said ports would close. “We are out of rope,” the official said.',
      ).quotations.at(-1)!.speakers,
    ).toEqual([]))
})
