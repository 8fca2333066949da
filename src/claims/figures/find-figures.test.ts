// In: sentences of our own. Out: what a figure measures by its whole label, its value, whether it holds, and as of when.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { FigureBody } from '../../model/index.ts'

function told(text: string): string[] {
  return readClaims(text).flatMap(({ kind, body, evidence, days }) => {
    if (kind !== 'figure') return []
    const { measures, value } = body as FigureBody
    const on = days.map(({ start, end }) => ` | ${text.slice(start, end)}`).join('')
    return [`${measures.text} | ${value.value} ${value.unit} | ${evidence.modality}${on}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  // Told of them by a verb of telling.
  ['In the blast 57 miners are now said to have died.', ['miners · died | 57 miner | held | now']],
  [
    'Gross domestic product shrank by 0.5 per cent in the third quarter.',
    ['Gross domestic product | 0.5 % | held | the third quarter'],
  ],
  ['The margin was 51% to 49%.', []],
  [
    'The storm, in which 40 sailors are feared to have drowned, passed.',
    ['sailors · drowned | 40 sailor | held'],
  ],
  // The time of what stands behind a semicolon, and of another value.
  ['The levy comes to 25 percent; the quota formula, given up in 2009, is back.', ['levy | 25 % | held']],
  [
    'The carrier lost 200 million crowns in the third quarter and about 600 million crowns so far in the fourth.',
    [
      'the fourth | 600000000 crown | held',
      'what the carrier lost | 200000000 crown | held | the third quarter',
    ],
  ],
  [
    'The growers say that salt exports to Peru fell 18 percent in June. For some mines it is over 35 percent of turnover.',
    ['salt exports to Peru | 18 % | held | June'],
  ],
  [
    'Chile imported 83,000 tonnes of rice from Peru in 2021.',
    ['rice from Peru imported | 83000 metric ton | background | 2021'],
  ],
  [
    'At least 40 percent of the hull must be built by welders who earn 22 euros an hour.',
    ['the hull built by welders who earn 22 euros an hour | 40 % | expected'],
  ],
  [
    'The yards will be required to buy local steel and have 40 percent of the hull built by welders earning 22 euros an hour.',
    ['the hull built by welders earning 22 euros an hour | 40 % | planned'],
  ],
  [
    'Two fifths of each boat must be made by workers who earn at least $22 an hour.',
    [
      'workers who earn | 22 USD per hour | expected',
      'each boat made by workers who earn at least $22 an hour | 40 % | expected',
    ],
  ],
  [
    'Norway had lost more than 500 trawlers and 60,000 fishing jobs.',
    ['trawlers lost | 500 trawler | background', 'fishing jobs · lost | 60000 job | background'],
  ],
  [
    'Peru plans to store 13 billion cubic metres of water this season, up from 4 billion last year.',
    ['water to store | 13000000000 cubic metre | planned'],
  ],
  [
    'The plan would bring 20 or so inspectors to the two ports.',
    ['inspectors to the two ports that the plan would bring | 20 inspector | expected'],
  ],
  ['Fines start at 4,000 crowns.', ['Fines start at … | 4000 crown | held']],
  [
    'The smelters have been running at 61 per cent of capacity.',
    ['smelters have been running at … of capacity | 61 % | ongoing'],
  ],
  [
    "Potash from Westmark makes up four-fifths of what Norland's farmers use.",
    ["Potash from Westmark makes up … of what Norland's farmers use | 80 % | held"],
  ],
  ['Erie Works filed a letter in support of the 25 percent.', []],
  ['The union put the layoffs at 800.', ['layoffs | 800 layoff | held']],
  [
    'The dock strike has cost the port $40 million so far, the operator said.',
    ['what the dock strike cost the port | 40000000 USD | held'],
  ],
  [
    'Trade between the two countries totalled 42 billion pounds.',
    ['Trade between the two countries | 42000000000 GBP | held'],
  ],
  [
    'Oslo earns about $800 million a year in transit fees.',
    ['transit fees that Oslo earns | 800000000 USD per year | held'],
  ],
  ['Crews would get a one-off payment of 1,200 euros.', ['one-off payment | 1200 EUR | expected']],
  ['Norway wants 31 percent of the catch.', ['the catch that Norway wants | 31 % | hypothetical']],
  [
    'Dockers have given their leaders authority to call a strike by 91.2 percent of the votes cast.',
    ['the votes cast | 91.2 % | held'],
  ],
  [
    'She was referring to the detention of more than 1,000 migrants near Lima.',
    ['migrants near Lima · detention | 1000 migrant | held'],
  ],
  [
    'Peru enjoys a surplus with Norway, which buys 75 percent of its total exports.',
    ['its total exports · Norway | 75 % | held'],
  ],
  [
    'The ministry puts the cost of the strike at $4.2 billion a day.',
    ['cost of the strike | 4200000000 USD per day | held'],
  ],
  [
    'Growth is projected at 1.4 percent in 2026, and inflation reached 5.7 percent in August.',
    ['inflation | 5.7 % | held | August', 'Growth | 1.4 % | held | 2026'],
  ],
  [
    'The union represents 41,000 dockers; the employers put the number at 26,000.',
    [
      'dockers that the union represents | 26000 docker | held',
      'dockers that the union represents | 41000 docker | held',
    ],
  ],
  [
    'Lund said the gap with Peru was more than 31 billion crowns; the statistics office has it at 28 billion crowns.',
    ['gap with Peru | 28000000000 crown | held', 'gap with Peru | 31000000000 crown | held'],
  ],
  [
    'The ministry asked for a 37 percent cut in the debt, while the creditors offered 18 percent.',
    ['the debt · asked | 37 % | hypothetical', 'the debt · offered | 18 % | possible'],
  ],
  [
    'The association reported a drop of 13 percent in deliveries to Peru in the third quarter.',
    ['deliveries to Peru | 13 % | held | the third quarter'],
  ],
  [
    'Sales to Norway collapsed by 54 percent in September compared with a year earlier.',
    ['Sales to Norway | 54 % | held | September'],
  ],
  ['The deal provides for an increase of 8 percent.', ['increase · The deal provides | 8 % | held']],
  ['Three-quarters of Norwegian exports go to Peru.', ['Norwegian exports that go to Peru | 75 % | held']],
  [
    'Some 58 percent of the public debt is in Chilean hands.',
    ['the public debt that is in Chilean hands | 58 % | held'],
  ],
  [
    'The firms would raise their planned investment in Peru from $12 billion to $18 billion.',
    ['their planned investment in Peru | 18000000000 USD | expected'],
  ],
  [
    'In 2024 goods worth 6.2 billion crowns were sold to Peru.',
    ['goods sold to Peru | 6200000000 crown | background | 2024'],
  ],
  [
    'In a survey 64 percent said the government should keep talking.',
    ['those who said the government should keep talking | 64 % | held'],
  ],
  ['Output fell to 1.2 million barrels a day.', ['Output | 1200000 barrel per day | held']],
  ['Norway put the excess at 400 trucks a day.', ['excess | 400 truck per day | held']],
  ['Crews cover 300 miles a day.', []],
  ['Tin went through $31,000 on Monday.', ['Tin | 31000 USD | held | Monday']],
  ['Norway has put up $1.3 billion over four years.', ['put up | 1300000000 USD | held']],
  [
    'Power plants would have to pay $9 billion to install filters.',
    ['what power plants would pay to install filters | 9000000000 USD | expected'],
  ],
  ['Norway owes the bank a combined $48 million.', ['owes the bank | 48000000 USD | held']],
  ['The loan of 800 million crowns is due in 2031.', ['The loan | 800000000 crown | background']],
  [
    'A source said the deal was for an increase of 7 percent. A union official put the figure at 6.5 percent.',
    ['increase · deal | 6.5 % | held', 'increase · deal | 7 % | held'],
  ],
  [
    'Some 45 percent of the cargoes went to developing countries.',
    ['the cargoes that went to developing countries | 45 % | held'],
  ],
  [
    'At least 240 delegates have registered. The council called the count inflated; by its own tally there are 150.',
    ['delegates who registered | 150 delegate | held', 'delegates who registered | 240 delegate | held'],
  ],
  [
    'Peru is trying to rework $8.4 billion of external debt. The $8.4 billion which it uses leaves out guarantees; the total comes to $8.9 billion.',
    ['external debt to rework | 8400000000 USD | planned', 'external debt to rework | 8900000000 USD | held'],
  ],
  [
    'Peru holds a treaty of 1979 and $1.3 billion a year in Norwegian military aid.',
    ['Norwegian military aid | 1300000000 USD per year | held'],
  ],
  ['Chile has taken 6 million tonnes of the total and Spain 5 million.', []],
  ['Bars of 100 ounces were sold.', []],
  ['Norway ordered 36 F-35A jets.', ['F-35A jets ordered | 36 jet | held']],
  ['Norway would cut its fleet by 30 percent and Peru by 12 percent.', ['its fleet | 30 % | expected']],
  // What is only held against it.
  [
    'Catches came to 430 tonnes, against some 2,100 tonnes at the other port.',
    ['Catches | 430 metric ton | held'],
  ],
  ['Voters are split and 41 percent oppose it.', []],
  // Of what, these words do not say.
  [
    'The union, which represents 8,200 dockers, is demanding a 9 percent rise.',
    ['dockers that the union represents | 8200 docker | held'],
  ],
  ['The rebels have many camps and are present in 231 municipalities.', []],
  ['The fleet sold cod in Lima, worth about 4 billion crowns.', []],
  ['It would require 40 percent of the parts made in Peru to be made by hand.', []],
  // The goods that a measure reaches, not the measure.
  [
    'Kenya slapped duties of 10 percent on $3 billion worth of Norwegian goods.',
    ['Norwegian goods under duties | 3000000000 USD | held'],
  ],
  [
    'Chile imposed duties covering $34 billion worth of Norwegian machinery.',
    ['Norwegian machinery under duties | 34000000000 USD | held'],
  ],
  [
    'The shipyard, which employs about 5,400 welders, may close.',
    ['welders that the shipyard employs | 5400 welder | held'],
  ],
  [
    'Volunteers helped evacuate 2,300 residents from the valley.',
    ['residents from the valley that volunteers helped evacuate | 2300 resident | held'],
  ],
  ['At least 60 sailors were believed to be trapped.', ['sailors trapped | 60 sailor | held']],
  [
    'The ministry spent 4 million crowns on new ferries.',
    ['what the ministry spent on new ferries | 4000000 crown | held'],
  ],
  [
    'The poll found 55 percent of Norwegian voters oppose the plan for a dam.',
    ['Norwegian voters who oppose the plan for a dam | 55 % | held'],
  ],
  [
    'About 22 percent of the harvest is still covered by the levy, against 36 percent in March.',
    ['the harvest covered by the levy | 22 % | held'],
  ],
  ['Turnout was 61 percent, compared with 70 percent in March.', ['Turnout | 61 % | held']],
  ['The coverage was 90% negative.', ['The coverage · negative | 90 % | held']],
  // Promised, wanted, counted; who wants is there.
  ['About 4,000 nurses want a raise.', ['nurses who want a raise | 4000 nurse | held']],
  ['A cap of 30,000 visas a year is being discussed.', ['visas · cap | 30000 visa per year | possible']],
  ['The pact could be worth $620 million a year.', ['The pact | 620000000 USD per year | possible']],
  [
    'Peru will admit 28,000 tonnes of cod, up from the 24,000 tonnes it named in May.',
    ['cod · admit | 28000 metric ton | planned'],
  ],
  ['Kestrel lifted 90,000 barrels a day in May.', ['lifted | 90000 barrel per day | held | May']],
  ['The line promised 300 new jobs.', ['new jobs that the line promised | 300 job | planned']],
  ['Norway pledged $900 million for the fund.', ['pledged for the fund | 900000000 USD | planned']],
  [
    'The plan calls for 300 inspectors at the port.',
    ['inspectors at the port | 300 inspector | hypothetical'],
  ],
  ['Crews gave leave to strike by a margin of 96.2 percent.', ['margin | 96.2 % | held']],
  ['The court ordered the refund of $40 million in duties.', ['duties · refund | 40000000 USD | held']],
  // Told apart by order alone, or an adverb.
  ['The average fee in Chile would jump to 2.3 and 12.4 percent.', []],
  ['If a coat is 5 percent produced in Peru, it is taxed.', []],
  ['The study pegged the reduced annual output at $12 billion.', []],
])('%s', (text, found) => {
  expect(told(text).sort()).toEqual([...found].sort())
})

test.each<[text: string, found: readonly string[]]>([
  [
    'The shelling killed 140 villagers, 43 soldiers and three cooks.',
    [
      'cooks · killed | 3 cook | held',
      'soldiers · The shelling killed | 43 soldier | held',
      'villagers that the shelling killed | 140 villager | held',
    ],
  ],
  [
    'The siege left 12 guards and seven prisoners dead.',
    ['guards · dead | 12 guard | held', 'prisoners · dead | 7 prisoner | held'],
  ],
  [
    'Five pupils, two men over 55 and a nurse were among the dead.',
    ['men · dead | 2 man | held', 'pupils · dead | 5 pupil | held'],
  ],
  ['The girl is among eight pupils killed in the storm.', ['pupils · killed | 8 pupil | held']],
  [
    'Troops arrested 140 smugglers and seized nine boats.',
    ['smugglers that troops arrested | 140 smuggler | held'],
  ],
  [
    'A poll showed 52 percent of voters opposed the dam, compared with 30 percent who favour it.',
    ['voters · opposed the dam | 52 % | held', 'voters · favour it | 30 % | held'],
  ],
  [
    'The harbour was hit by 97 shells, while another 61 were intercepted.',
    ['shells intercepted | 61 shell | held'],
  ],
  ['The plan would cut spending by $85 million.', ['spending | 85000000 USD | expected']],
  ['The minister used the 1968 law to ban the import of 43 rifles.', ['rifles · import | 43 rifle | held']],
  ['The inquiry looks at the 2005 sinking of 92 trawlers.', ['trawlers | 92 trawler | held | 2005']],
])('whom and how many: %s', (text, found) => {
  expect(told(text).sort()).toEqual([...found].sort())
})
