import { describe, expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import type { Name } from '../doc.ts'
import { startDraft } from '../draft.ts'
import type { GlossaryEntry } from '../lexicon.ts'
import { tag } from '../reader/tagger.ts'
import { findNames } from './find-names.ts'

const packs = [`${home}/packs/core`, `${home}/packs/trade`]
const models = loadModels()
const lexicon = loadLexicon(packs)

function namesIn(text: string, glossary: readonly GlossaryEntry[] = []): readonly Name[] {
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  tag(draft, models)
  findNames(draft, glossary.length > 0 ? loadLexicon(packs, glossary) : lexicon, models)
  return draft.names
}

/** "words type id @side" of the names whose words are asked for. */
function told(text: string, words: string): string[] {
  return namesIn(text)
    .filter((name) => text.slice(name.start, name.end) === words)
    .map((name) => `${name.type} ${name.id}${name.of === undefined ? '' : ` @${name.of}`}`)
}

describe('names of several words end where they end', () => {
  it.each([
    ['Ann Lee Ann Marie LeeSenate passes bill MORE said the deal would fail.', 'Ann Lee', 'person'],
    ['The Ann Arbor-based institute said so.', 'Ann Arbor', 'place'],
    [
      'The institute in Ann Arbor said so. Its owner likes the Ann Arbor-based institute.',
      'Ann Arbor',
      'place',
    ],
    ['Ann Lee said so. The Lima-based institute of Ann Lee agreed.', 'Ann Lee', 'person'],
    ['Prime Minister Theresa May met him in May.', 'Theresa May', 'person'],
    ['Mayor of Gdansk Aleksandra Dulska met the union.', 'Aleksandra Dulska', 'person'],
    ['The Ministry of Water and Sanitation signed.', 'Ministry of Water and Sanitation', 'government'],
    ['The Ministry of Labour and Social Affairs met.', 'Ministry of Labour and Social Affairs', 'government'],
    ['The Ministry of Water and Peru signed.', 'Ministry of Water', 'government'],
    ['She was an aide in the Senate, House and White House.', 'White House', 'government'],
    ['Talks of House and White House aides went on.', 'House', 'organisation'],
    [
      'He leads the Uganda Fish Processors and Exporters Association now.',
      'Uganda Fish Processors and Exporters Association',
      'organisation',
    ],
    ['Stocks in Lake Turkana fell.', 'Lake Turkana', 'place'],
    ['Lindqvist and Kagame met in Doha. Peter Lindqvist left.', 'Kagame', 'person'],
  ])('%s', (text, words, type) => expect(told(text, words).map((one) => one.split(' ')[0])).toContain(type))
})

describe('persons behind offices of their own make', () => {
  it.each([
    [
      'Georgian Energy Minister Nino Lomidze met Turkmen Deputy Prime Minister Batyr Amanov.',
      'Nino Lomidze',
      'person person:nino-lomidze @GE',
    ],
    [
      'Georgian Energy Minister Nino Lomidze met Turkmen Deputy Prime Minister Batyr Amanov.',
      'Batyr Amanov',
      'person person:batyr-amanov @TM',
    ],
    [
      'The talks were led by Deputy Energy Minister Timur Abilqassymov.',
      'Timur Abilqassymov',
      'person person:timur-abilqassymov',
    ],
    [
      'Minister of Energy Ludmila Petranova resigned.',
      'Ludmila Petranova',
      'person person:ludmila-petranova',
    ],
    ['The Minister for Trade and Industry Ana Silva resigned.', 'Ana Silva', 'person person:ana-silva'],
  ])('%s', (text, words, found) => expect(told(text, words)).toEqual([found]))
  it.each([
    ['Washington threatened Peru.', 'Washington', 'government US'],
    ['Brussels also accused Peru.', 'Brussels', 'government EU'],
  ])('a capital that acts is a government: %s', (text, words, found) =>
    expect(told(text, words).map((one) => one.replace(/ @.*/, ''))).toEqual([found]),
  )
  it('initials tell persons of one name apart', () => {
    const text = 'Former President George H.W. Bush died. President George W. Bush spoke.'
    expect(told(text, 'George H.W. Bush')).toEqual(['person person:george-h-w-bush'])
    expect(told(text, 'George W. Bush')).toEqual(['person person:george-w-bush'])
  })
  it('"Said" before who said it is no given name', () => {
    expect(told('Said Quispe: “We are done.”', 'Said Quispe')).toEqual([])
    expect(told('The minister, Said Hassan, left.', 'Said Hassan')).toHaveLength(1)
  })
  it('a department is no person', () => {
    expect(told('The talks were led by Deputy Energy Minister Timur Abilqassymov.', 'Energy')).toEqual([])
  })
})

describe('states act or are places', () => {
  const cases: readonly [name: string, text: string, words: string, found: string][] = [
    ['a state that acts', 'Norway imposed a levy on Friday.', 'Norway', 'government NO @NO'],
    ['a state where something is', 'The envoys met in Norway.', 'Norway', 'place NO @NO'],
    ['a capital that acts', 'Oslo rejected the offer.', 'Oslo', 'government NO @NO'],
    ['a capital joined to another that acts', 'Oslo and Lima held talks.', 'Oslo', 'government NO @NO'],
    ['a capital in a list that acts', 'Oslo, Lima and Jakarta agreed.', 'Oslo', 'government NO @NO'],
    [
      'a capital joined to where something is',
      'Envoys in Lima and Oslo agreed.',
      'Oslo',
      'place place:oslo @NO',
    ],
    ['a capital behind where it acts', 'In Lima, Oslo agreed.', 'Oslo', 'government NO @NO'],
    ['a capital where something is', 'They gathered in Oslo.', 'Oslo', 'place place:oslo @NO'],
    ['a capital before a gathering', 'The Oslo talks went on.', 'Oslo', 'place place:oslo @NO'],
    ['a capital that is spoken to', 'The envoy urged Jakarta to wait.', 'Jakarta', 'government ID @ID'],
    ['a capital that owns', "Jakarta's offer was refused.", 'Jakarta', 'government ID @ID'],
    ['an adjective before officials', 'Peruvian officials walked out.', 'Peruvian', 'government PE @PE'],
    [
      'one of two adjectives before officials',
      'Peruvian and Chilean envoys met.',
      'Peruvian',
      'government PE @PE',
    ],
    ['an adjective before goods', 'Peruvian copper is cheap.', 'Peruvian', 'place PE @PE'],
    ['a seat', 'The Kremlin was silent.', 'Kremlin', 'government org:kremlin @RU'],
    ['the first of a pair', 'Peru-Chile talks resumed.', 'Peru', 'government PE @PE'],
    ['the second of a pair', 'U.S.-Spain ties are close.', 'Spain', 'government ES @ES'],
    ['a dateline', 'OSLO — The envoys met.', 'OSLO', 'place place:oslo @NO'],
  ]
  it.each(cases)('%s', (_name, text, words, found) => {
    expect(told(text, words)[0]).toBe(found)
  })
})

describe('persons, their titles and sides', () => {
  const cases: readonly [name: string, text: string, words: string, found: string][] = [
    [
      'a title before the name',
      'Kenyan Trade Minister Rebecca Wanjiku left early.',
      'Rebecca Wanjiku',
      'person person:rebecca-wanjiku @KE',
    ],
    [
      'an apposition',
      "Arvid Lindqvist, Sweden's chief negotiator, said no.",
      'Arvid Lindqvist',
      'person person:arvid-lindqvist @SE',
    ],
    [
      'an office before a comma',
      'The foreign minister of Ghana, Ama Mensah, agreed.',
      'Ama Mensah',
      'person person:ama-mensah @GH',
    ],
    [
      'who speaks for a company',
      'Boeing spokesman Peter Holm declined to comment.',
      'Peter Holm',
      'person person:peter-holm @org:boeing',
    ],
    [
      'an office that tells its state',
      'Taoiseach Niamh Byrne spoke first.',
      'Niamh Byrne',
      'person person:niamh-byrne @IE',
    ],
    [
      'one side for two',
      'Chinese Vice Premier Gao Wenbin and Finance Minister Lu Jianhua arrived.',
      'Lu Jianhua',
      'person person:lu-jianhua @CN',
    ],
    [
      'two across from each other',
      'US Trade Representative Ann Ruiz and Vice Premier Lu Jianhua ended two days of talks.',
      'Lu Jianhua',
      'person person:lu-jianhua',
    ],
    [
      'an office of several',
      'A meeting of Prime Ministers Okello and Brandt is planned.',
      'Okello',
      'person person:okello',
    ],
    [
      'who shares an office with a person',
      'A call of Presidents Bluff and Xu is planned.',
      'Bluff',
      'person person:bluff',
    ],
    ['who speaks with a person', 'Bluff and Xu spoke on Friday.', 'Bluff', 'person person:bluff'],
    [
      "another's office is not his",
      'In a call with Owen Marsh, Chilean President Rosa Ibarra agreed.',
      'Owen Marsh',
      'person person:owen-marsh',
    ],
    [
      'a minister is not of the land of a secretary beside him',
      'Deputy U.S. Trade Representative Ann Cole and Vice Minister of Industry and Trade Bo Tran spoke.',
      'Bo Tran',
      'person person:bo-tran',
    ],
    [
      'what an office is for is not whose it is',
      'The minister for U.S. trade, Daniel Lemaire, will host it.',
      'Daniel Lemaire',
      'person person:daniel-lemaire',
    ],
    [
      'the government he speaks for in its capital',
      'In Warsaw, Deputy Foreign Minister Marek Zielak said the guests were welcome.',
      'Marek Zielak',
      'person person:marek-zielak @PL',
    ],
    [
      'the government whose will he tells',
      'Ada Moor, the fisheries minister, told members on Friday that Norway would not pay.',
      'Ada Moor',
      'person person:ada-moor @NO',
    ],
    [
      "what another's government will do makes him none of it",
      'Deputy Prime Minister Bo Lapin said that Norway would hold back its ships.',
      'Bo Lapin',
      'person person:bo-lapin',
    ],
    [
      'a secretary of state for something is of no known land',
      'The Secretary of State for Health and Social Care, Ada Moor, called the nurses on Friday.',
      'Ada Moor',
      'person person:ada-moor',
    ],
    [
      'a secretary of state is',
      'The Secretary of State, Ada Moor, called the nurses on Friday.',
      'Ada Moor',
      'person person:ada-moor @US',
    ],
    [
      'a treasury secretary is no treasury',
      'Treasury Secretary Ann Cole left.',
      'Ann Cole',
      'person person:ann-cole @US',
    ],
  ]
  it.each(cases)('%s', (_name, text, words, found) => {
    expect(told(text, words)).toEqual([found])
  })

  it('what an office is for is no body', () => {
    const text = 'The Secretary of State for Health and Social Care left.'
    expect(told(text, 'State for Health and Social Care')).toEqual([])
  })

  it('no paper with a number is an officer', () => {
    const found = namesIn('General Licence 12 lapsed.').map(({ type }) => type)
    expect(found).not.toContain('person')
  })

  it('keeps the title beside the name', () => {
    const [name] = namesIn('Vice Premier Gao Wenbin spoke.').filter(({ type }) => type === 'person')
    expect(name).toMatchObject({ canonical: 'Gao Wenbin', title: 'Vice Premier' })
  })
})

describe('one id over the document', () => {
  const ids = (text: string, type: string) =>
    namesIn(text)
      .filter((name) => name.type === type)
      .map(({ id }) => id)

  it('knows the surname alone', () => {
    expect(ids('Envoy Marta Kowalska arrived. Later Kowalska left.', 'person')).toEqual([
      'person:marta-kowalska',
      'person:marta-kowalska',
    ])
  })
  it('knows two surnames together', () => {
    expect(ids('President Luis Marín Soto came. Marín Soto then left.', 'person')).toEqual([
      'person:luis-marin-soto',
      'person:luis-marin-soto',
    ])
  })
  it('tells the surname He from the pronoun', () => {
    const text = 'Vice Premier He Yufeng came. Talks with He went on. He agreed.'
    expect(
      namesIn(text)
        .filter(({ type }) => type === 'person')
        .map(({ start }) => start),
    ).toEqual([13, 40])
  })
  it('spreads the side over all mentions', () => {
    const text = 'Marta Kowalska said no. Kowalska, the Polish trade envoy, left.'
    expect(
      namesIn(text)
        .filter(({ type }) => type === 'person')
        .map(({ of }) => of),
    ).toEqual(['PL', 'PL'])
  })
  it('reads an abbreviation as the text explains it', () => {
    const text = 'The Fair Harvest Board (FHB) met. FHB rules apply.'
    expect(new Set(ids(text, 'organisation'))).toEqual(new Set(['org:fair-harvest-board']))
  })
  it('gives a ministry one id however it is called', () => {
    const text = "Peru's Ministry of Fisheries agreed. The Fisheries Ministry of Peru signed."
    expect(new Set(ids(text, 'government').filter((id) => id.includes('fisheries')))).toEqual(
      new Set(['org:pe-ministry-of-fisheries']),
    )
  })
})

describe('other names', () => {
  const cases: readonly [name: string, text: string, words: string, found: string][] = [
    ['one of an age', 'Fenn, 47, held a placard.', 'Fenn', 'person person:fenn'],
    ['a town with a number', 'Oslo, 88, the oldest tug, sank.', 'Oslo', 'place place:oslo @NO'],
    ['an agency', 'Reuters reported it.', 'Reuters', 'outlet outlet:reuters'],
    [
      'an order',
      'Executive Order 14999 is in force.',
      'Executive Order 14999',
      'law law:executive-order-14999',
    ],
    [
      'an act',
      'They passed the Clean Harbours Act on Monday.',
      'Clean Harbours Act',
      'law law:clean-harbours-act',
    ],
    [
      'a bill',
      'The ministry will not proceed with the Northern Ports Bill.',
      'Northern Ports Bill',
      'law law:northern-ports-bill',
    ],
    [
      'an act that shields somebody from something',
      'No officer shall enforce the Shielding Danes from Foreign Floods Act against a farm.',
      'Shielding Danes from Foreign Floods Act',
      'law law:shielding-danes-from-foreign-floods-act',
    ],
    [
      'an agency in a dateline',
      'LISBON, Oct. 13, 2031 (Fjordwire) - The envoys met.',
      'Fjordwire',
      'outlet outlet:fjordwire',
    ],
    ['a section', 'Duties under Section 301 stay.', 'Section 301', 'law law:section-301'],
    ['a summit', 'They will meet at the ASEAN summit.', 'ASEAN summit', 'event event:asean-summit'],
    ['a good in small letters', 'Exports of soybeans fell.', 'soybeans', 'good good:soybeans'],
    [
      'an administration',
      'The Marsh administration waits.',
      'Marsh administration',
      'government org:marsh-administration @US',
    ],
    [
      'a type number is a product',
      'They ordered the Boeing 797 again.',
      'Boeing 797',
      'product product:boeing-797 @org:boeing',
    ],
  ]
  it.each(cases)('%s', (_name, text, words, found) => {
    expect(told(text, words)).toEqual([found])
  })

  it('lets the glossary win over the packs', () => {
    const text = 'Norway and the Fjord Group met.'
    const found = namesIn(text, [{ name: 'Fjord Group', type: 'government', of: 'NO', aliases: ['FG'] }])
    expect(found.at(-1)).toMatchObject({
      type: 'government',
      id: 'org:fjord-group',
      foundBy: 'glossary',
      of: 'NO',
    })
  })
  it('takes no verb for a good', () => {
    expect(told('The world watches the talks.', 'watches')).toEqual([])
  })
  it('finds nothing in nothing', () => {
    expect(namesIn('')).toEqual([])
  })
})

describe('bodies by their initials and names that begin like a magazine', () => {
  const text =
    "The Atlantic Dockers' Federation rejected the offer. ADF President Carla Benitez told The Atlantic so. The ADF will meet on Monday."

  it('a body of three words is meant by its initials', () => {
    expect(told(text, 'ADF')).toEqual([
      'organisation org:atlantic-dockers-federation',
      'organisation org:atlantic-dockers-federation',
    ])
  })

  it('a magazine is one only where no name goes on', () => {
    expect(told(text, "Atlantic Dockers' Federation")).toEqual([
      'organisation org:atlantic-dockers-federation',
    ])
    expect(told(text, 'The Atlantic')).toEqual(['outlet outlet:the-atlantic'])
  })

  it('initials of two bodies mean neither', () => {
    const two = `${text} The Atlantic Drivers' Federation joined.`
    expect(told(two, 'ADF')).toEqual(['organisation org:adf', 'organisation org:adf'])
  })
})

describe('a counterpart is of the state named before the word', () => {
  it.each([
    [
      'Dutch minister Saskia Smit and her Japanese counterpart, Kenji Mori, will meet Chinese officials.',
      'Kenji Mori',
      'person person:kenji-mori @JP',
    ],
    [
      'Peruvian minister Ana Rojas spoke. Kenji Mori, her Japanese counterpart, called it insufficient.',
      'Kenji Mori',
      'person person:kenji-mori @JP',
    ],
    [
      "Norway's fisheries minister, General Ada Lind, and her Peruvian counterpart, Jorge Salas, signed.",
      'Ada Lind',
      'person person:ada-lind @NO',
    ],
    [
      'President Lund, his Peruvian counterpart Ana Rojas and Dutch minister Saskia Smit signed it in Lima.',
      'Lund',
      'person person:lund',
    ],
    [
      'President Lund, his Peruvian counterpart Ana Rojas and Dutch minister Saskia Smit signed it in Lima.',
      'Ana Rojas',
      'person person:ana-rojas @PE',
    ],
    [
      'Dutch minister Saskia Smit received her Japanese colleague, Kenji Mori.',
      'Kenji Mori',
      'person person:kenji-mori @JP',
    ],
    [
      'Dutch minister Saskia Smit and her Japanese opposite number, Kenji Mori, spoke.',
      'Kenji Mori',
      'person person:kenji-mori @JP',
    ],
    ["Smit met Japan's trade minister, Kenji Mori, in Delft.", 'Kenji Mori', 'person person:kenji-mori @JP'],
    [
      'The Marsh administration waits. Farmers met with Marsh and Vice President Holt on Friday.',
      'Holt',
      'person person:holt @US',
    ],
    [
      'EU Trade Commissioner Saskia Smit and Commerce Minister Kenji Mori spoke.',
      'Kenji Mori',
      'person person:kenji-mori',
    ],
    // Who goes on to meet somebody is not of his side.
    ["Kenji Mori, will meet China's commerce minister.", 'Kenji Mori', 'person person:kenji-mori'],
  ])('%s', (text, words, found) => expect(told(text, words)).toEqual([found]))
})

describe('a surname alone', () => {
  it.each([
    ['President Lind spoke. First lady Maria Lind clapped.', 'Lind', 'person:lind'],
    ['Mr. Lind spoke beside his daughter, Eva Lind.', 'Lind', 'person:lind'],
    ['Eva Lind spoke. Lind then left.', 'Lind', 'person:eva-lind'],
  ])('is nobody told as kin: %s', (text, words, id) => expect(told(text, words).join()).toContain(id))

  it('of two bearers is the one just named, else the one named first', () => {
    const text =
      'Prime Minister Jens Lind spoke. He is the son of former Prime Minister Eva Lind. Lind never led. Talks began. Fees rose. Ports shut. Ada Berg left. Lind invited Peru.'
    const ids = namesIn(text)
      .filter(({ start, end }) => text.slice(start, end) === 'Lind')
      .map(({ id }) => id)
    expect(ids).toEqual(['person:eva-lind', 'person:jens-lind'])
  })
})
