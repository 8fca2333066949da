import { describe, expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import { startDraft } from '../draft.ts'
import { tag } from '../reader/tagger.ts'
import { findNames } from './find-names.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`])

/** "words id @side" of every name. */
function namesIn(text: string): string[] {
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  tag(draft, models)
  findNames(draft, lexicon, models)
  return draft.names.map(
    ({ start, end, id, of }) => `${text.slice(start, end)} ${id}${of === undefined ? '' : ` @${of}`}`,
  )
}

it.each([
  [
    'Peru promised to pay. The United States would drop its case. The Energy Ministry said nothing.',
    'Energy Ministry org:ministry-of-energy',
  ],
  ['The senior European delegates met the Iranians.', 'Iranians IR @IR'],
  ['Many feared that the Israel Hamas war would go on.', 'Hamas org:hamas'],
])('none is taken for another: %s', (text, wanted) => expect(namesIn(text)).toContain(wanted))

it('what is European is of the union only where the text speaks of the union', () => {
  const left = 'The senior European delegates left for Oslo.'
  expect(namesIn(left).join()).not.toContain('European EU')
  expect(namesIn(`The European Union met. ${left}`)).toContain('European EU @EU')
})

it.each([
  [
    'Prime Minister Ana Lind of Norway and the Secretary General of NATO, Jon Hale, met in Lima.',
    'Jon Hale person:jon-hale @org:north-atlantic-treaty-organization',
  ],
  [
    'Foreign Minister Ana Lind of Norway and the head of the European Commission, Tom Werk, met in Lima.',
    'Tom Werk person:tom-werk @org:european-commission',
  ],
  [
    'The minister for trade and the environment of Norway, Siv Dahl, met the press.',
    'Siv Dahl person:siv-dahl @NO',
  ],
  ['Norway’s prime minister and party leader, Siv Dahl, met the press.', 'Siv Dahl person:siv-dahl @NO'],
])('behind several offices the last is his: %s', (text, wanted) => expect(namesIn(text)).toContain(wanted))

it('a president without a state is of none beside the president of another state', () => {
  const law = 'President Marek Toll has yet to sign the law. The White House said nothing.'
  expect(namesIn(law)).toContain('Marek Toll person:marek-toll @US')
  expect(namesIn(`${law} The Peruvian president’s office was silent.`)).toContain(
    'Marek Toll person:marek-toll',
  )
  expect(namesIn(`${law} Peruvian President Ana Rivas was silent.`)).toContain(
    'Marek Toll person:marek-toll @US',
  )
})

it.each([
  ['Finnish U.N. Ambassador Aino Korpi was less sure.', 'Aino Korpi person:aino-korpi @FI'],
  ['Chile’s WTO envoy Rosa Vega was less sure.', 'Rosa Vega person:rosa-vega @CL'],
  ['The Norwegian EU commissioner Kari Holm was less sure.', 'Kari Holm person:kari-holm @EU'],
  ['The U.N.’s Norwegian envoy, Kari Holm, was less sure.', 'Kari Holm person:kari-holm @UN'],
])('who is sent to a body speaks for who sends him: %s', (text, wanted) =>
  expect(namesIn(text)).toContain(wanted),
)

const [red, blue] = ['org:republican-party', 'org:democratic-party']

it.each([
  ['Luis Paz, an analyst in Oslo, was less sure.', 'Luis Paz person:luis-paz'],
  ['Ida Berg, a shop owner in Oslo, was less sure.', 'Ida Berg person:ida-berg'],
  ['Norwegian economist Kari Moe was less sure.', 'Kari Moe person:kari-moe'],
  ['“Nobody trusts crazy Don Hale,” Norway’s minister, Kari Moe, said.', 'Don Hale person:don-hale'],
  ['Norwegian envoy Kari Moe was less sure.', 'Kari Moe person:kari-moe @NO'],
  [
    'Kari Moe, a scholar of Norwegian law at the Fjord Institute, was less sure.',
    'Kari Moe person:kari-moe @org:fjord-institute',
  ],
  [
    'Kari Moe, head of the Norway Program at the Fjord Institute, was less sure.',
    'Kari Moe person:kari-moe @org:fjord-institute',
  ],
  [
    'Mark Bell, director of the advocacy group Norway’s Promise, was less sure.',
    'Mark Bell person:mark-bell',
  ],
  ['“It is late,” says Lynn Dahl of the farm lobby Norway’s Voice.', 'Lynn Dahl person:lynn-dahl'],
  [
    'Lucia Ortega, spokeswoman for Peru’s growers’ association, was less sure.',
    'Lucia Ortega person:lucia-ortega',
  ],
  [
    'Suzanne Dahl, a fellow at the Norwegian think tank Fjell, was less sure.',
    'Suzanne Dahl person:suzanne-dahl',
  ],
  [
    'Tom Hale, an economist at Norway’s Fjord Institute, was less sure.',
    'Tom Hale person:tom-hale @org:fjord-institute',
  ],
  ['Shadow trade secretary Ann Reed said Norway would not sign.', 'Ann Reed person:ann-reed'],
  ['Beside Luis Paz, the president of Norway has kept quiet.', 'Luis Paz person:luis-paz'],
])('who watches speaks for no state: %s', (text, wanted) => expect(namesIn(text)).toContain(wanted))

it('of presidents without a state one is theirs, and who heads a government is of no party', () => {
  const text =
    'The White House waited. President Rolan and President Madi left. President Hale won. Hale spoke.'
  expect(namesIn(text).filter((one) => / @US$/.test(one) && one.includes('person:'))).toEqual([
    'Hale person:hale @US',
    'Hale person:hale @US',
  ])
  expect(
    namesIn('Prime Minister Bo Dirks left. Ann Lee met fellow Democrat Mr. Dirks.').join(),
  ).not.toContain(`dirks @${blue}`)
})

describe("a legislator's party", () => {
  it.each([
    ['Sen. Pat Lorne (R-Pa.) asked for ferries.', [`Pat Lorne person:pat-lorne @${red}`]],
    ['Rep. Dale Whitcomb (D) asked for ferries.', [`Dale Whitcomb person:dale-whitcomb @${blue}`]],
    ['Speaker Anna Holt, R-Wis., told reporters.', [`Anna Holt person:anna-holt @${red}`]],
    ['Jim Orley, an Ohio Republican, refused.', [`Jim Orley person:jim-orley @${red}`]],
    ['Bo Dirks, a Democratic lawmaker from Ohio, refused.', [`Bo Dirks person:bo-dirks @${blue}`]],
    ['Republican Sen. Marta Ruiz refused.', [`Marta Ruiz person:marta-ruiz @${red}`]],
    [
      'Republican Senators John McKay and Jeff Blake refused.',
      [`John McKay person:john-mckay @${red}`, `Jeff Blake person:jeff-blake @${red}`],
    ],
    [
      'Sens. Bo Rand (R-Ky.) and Eva Colm of Ohio refused.',
      [`Bo Rand person:bo-rand @${red}`, 'Eva Colm person:eva-colm @org:senate'],
    ],
    ['Liberal Democrat Vince Able agreed.', ['Vince Able person:vince-able @org:liberal-democrats']],
    ['Angela Kohl (CDU) agreed.', ['Angela Kohl person:angela-kohl @org:christian-democratic-union']],
  ])('%s', (text, expected) => expect(namesIn(text)).toEqual(expect.arrayContaining(expected)))

  it('may be cut off at the end of a text', () => {
    expect(namesIn('They met Ada Lind (R-')).toEqual(['Ada Lind person:ada-lind'])
  })

  it('leaves no name behind in the brackets', () => {
    expect(namesIn('Sen. Pat Lorne (R-Pa.) met Rep. Dale Whitcomb (D-Calif.).')).toHaveLength(2)
  })

  it('is not that of a minister, who acts for his state', () => {
    expect(namesIn('Defense Secretary Chuck Nagel, a Republican, will go.')).toContain(
      'Chuck Nagel person:chuck-nagel @US',
    )
  })

  it('is not told by the office of somebody else', () => {
    expect(namesIn('To beat Dale Whitcomb, the senator declined to speak.')).toEqual([
      'Dale Whitcomb person:dale-whitcomb',
    ])
  })
})

describe('members of a party', () => {
  it('of one chamber are a body of the party', () => {
    expect(namesIn('He met House Republicans there.')).toEqual([
      `House Republicans org:house-republicans @${red}`,
    ])
  })
  it('one of them is nobody by name', () => {
    expect(namesIn('The Virginia Republican said so.').join()).not.toContain('person')
  })
  it('lead it, or only go its way', () => {
    expect(namesIn('On Monday Democratic leaders refused.')).toEqual([`Democratic ${blue} @US`])
    expect(namesIn('A Democratic strategist refused.')).toEqual([])
  })
})

describe('who is for no state', () => {
  it.each([
    ['The new chair, Chilean diplomat Rosa Ibarra, asked for calm.', 'Rosa Ibarra person:rosa-ibarra'],
    ['Rosa Ibarra, the Chilean diplomat chairing the talks, left.', 'Rosa Ibarra person:rosa-ibarra'],
    [
      'The president of the tuna conference, Chilean minister Rosa Ibarra, left.',
      'Rosa Ibarra person:rosa-ibarra',
    ],
  ])('%s', (text, wanted) => expect(namesIn(text)).toContain(wanted))
  it('is not who negotiates, nor a president of a state', () => {
    expect(namesIn('Chilean negotiator Rosa Ibarra met the chair.')).toContain(
      'Rosa Ibarra person:rosa-ibarra @CL',
    )
    expect(namesIn('The president of Chile, Rosa Ibarra, asked for calm.')).toContain(
      'Rosa Ibarra person:rosa-ibarra @CL',
    )
  })
  it('a prime minister and her administration are not taken for those of the United States', () => {
    const names = namesIn(
      'Prime Minister Rosa Ibarra spoke. The Ibarra administration called the White House.',
    )
    expect(names.filter((one) => /Ibarra/.test(one) && one.endsWith('@US'))).toEqual([])
  })
})

describe('whose body of a common name it is', () => {
  it.each([
    ['The Reef Council met. The Council will decide.', 'Council org:reef-council'],
    ['The Reef Council and the Salt Council met. The Council will decide.', 'Council org:council'],
    ['The European Union signed. The Commission objects.', 'Commission org:european-commission @EU'],
    [
      "Oslo's answer came fast. In a notice the trade ministry barred the mills.",
      'trade ministry org:no-ministry-of-trade @NO',
    ],
    ['As Al-Masri newspaper had reported, Kenya left.', 'Al-Masri outlet:al-masri'],
    ["Panama's Supreme Court voided the lease.", 'Supreme Court org:pa-supreme-court @PA'],
    ['The Brazilian Senate will vote in May.', 'Senate org:br-senate @BR'],
    ['Kenya waited. The Senate rejected the bill, and Kenya withdrew it.', 'Senate org:ke-senate @KE'],
    ['Kenya waited. The U.S. Senate rejected the bill.', 'U.S. Senate org:senate @US'],
    ['Washington will appeal to the Supreme Court over Kenya.', 'Supreme Court org:supreme-court @US'],
    ['The Galway Chamber of Commerce objects.', 'Galway Chamber of Commerce org:galway-chamber-of-commerce'],
  ])('%s', (text, name) => expect(namesIn(text)).toContain(name))

  it.each([
    ['Otto Stahl of the Vienna-based Institute for River Trade objects.', '@org:institute-for-river-trade'],
    ['Ellen Brandt of the Asia Toll Forum in Singapore objects.', '@org:asia-toll-forum'],
    ['Lena Moor, a fellow at the London-based Centre for Tolls, objects.', '@org:centre-for-tolls'],
    ["Eva Stahl, the Toll Forum's guest, left. Kenya's Ann Moor objects.", 'Ann Moor person:ann-moor @KE'],
    ['Rodrigo Paz of the consultancy Harbour Partners objects.', '@org:harbour-partners'],
    [
      'Chile will host Peruvian envoys for what its foreign minister, Rolf Adan Vega, called a walk.',
      'Rolf Adan Vega person:rolf-adan-vega @CL',
    ],
    ['They met Vice-Minister of Transport Chen Bo.', 'Chen Bo person:chen-bo'],
  ])('whom a person belongs to: %s', (text, side) => expect(namesIn(text).join('; ')).toContain(side))

  it('an agency is of no state that no text tells', () =>
    expect(namesIn('The Fisheries Administration closed two ports.').join()).not.toContain('@'))

  it('a commerce minister is of no chamber of commerce', () =>
    expect(namesIn('The Peruvian Chamber of Commerce met. Commerce Minister Ana Rojas left.').at(-1)).toBe(
      'Ana Rojas person:ana-rojas',
    ))

  it('a representative is of whoever sent him', () =>
    expect(namesIn('“No,” said Owen Harker, the Leeds representative of the crews.').join()).not.toContain(
      'org:house',
    ))
})

it.each([
  ['In July, Health Canada says, the drug was safe.', 'Health Canada org:health-canada'],
  ['The lines are full, and Transport Scotland said so.', 'Transport Scotland org:transport-scotland'],
  ['In May RSPT England said the pitch would close.', 'RSPT England org:rspt-england'],
])('a body whose name ends on a state is not the state: %s', (text, wanted) =>
  expect(namesIn(text)).toContain(wanted),
)

it.each([
  ['In health, Canada said that it would sign.', 'Canada CA @CA'],
  ['Within NATO Norway will sign.', 'Norway NO @NO'],
])('a state behind another word is the state: %s', (text, wanted) => expect(namesIn(text)).toContain(wanted))
