// In: invented sentences. Out: which numbers two tellers of one report give one thing, who tells each, and what explains them.
import { expect, test } from 'vitest'
import { loadEngine } from '#parley/reading/engine.ts'
import { readSentence } from '#parley/reading/read-sentence.ts'
import { sceneOf } from '../sentence/scene.ts'
import { findReckonings } from './reckonings.ts'

const engine = loadEngine({ packs: [] })

const toldIn = (text: string) =>
  findReckonings(sceneOf(readSentence(text, engine), 'r', engine.claims.lexicon)).map(
    ({ value, label, by, why = '' }) => `${value?.value} | ${label} | ${by} | ${why}`,
  )

test.each<[text: string, told: readonly string[]]>([
  [
    'Up to 12,000 bus drivers walked out on Monday, their union said. The operator said 8,400 of its staff had taken part.',
    ['12000 | bus drivers who walked | their union | ', '8400 | bus drivers who walked | The operator | '],
  ],
  [
    "The refinery said deliveries averaged 150,000 barrels a day in March. The province's energy ministry gave 172,000 and blamed a broken meter.",
    ['150000 | deliveries | The refinery | ', "172000 | deliveries | The province's energy ministry | "],
  ],
  [
    "A convoy was attacked outside Torva on Friday, with the loss of 12 soldiers by the army's count. The rebels say that four were killed.",
    ['12 | soldiers | the army | ', '4 | soldiers | The rebels | '],
  ],
  [
    "At present, 48 are in place, according to Ann Lund, their head; Norway's foreign ministry says 52.",
    ['48 | how many are in place | Ann Lund | ', "52 | how many are in place | Norway's foreign ministry | "],
  ],
  [
    'The strike cost the port $900 million, Adams said; analyst Dora Finch puts it nearer to $1.2 billion.',
    [
      '900000000 | strike · cost · the port | Adams | ',
      '1200000000 | strike · cost · the port | Dora Finch | ',
    ],
  ],
  // Of two times, in their own words; what may come of it is no other's count.
  [
    "Norway had a surplus of about $41 billion in the fiscal year to March. Peru's statistics, which run by calendar year, put the 2024 deficit at $45.8 billion.",
    [
      '41000000000 | surplus |  | the fiscal year to March / 2024',
      '45800000000 | surplus | Peru | the fiscal year to March / 2024',
    ],
  ],
  [
    'The institute warns that cod sales could shrink by 70%, to $18.6bn. The ministry had August sales at $6.9bn.',
    [],
  ],
  [
    "Among the dead are Ann Lund, at least six, by some accounts nine, clerks, and Bo Falk. Peru's envoy put the toll at 78 killed.",
    [],
  ],
  ['The bank says 40,000 jobs could go. The Growers speak of 15,000 in citrus alone.', []],
  ['Their number is to rise to eighty. 57 are in place, says Ann Lund, their head.', []],
  [
    'The service put the number of visits cancelled at 9,400. The union said 5,600 of its members had stayed out.',
    [],
  ],
  [
    'Salt exports to Peru were up 14 percent in June, the growers say. The customs office has the rise at 9 percent.',
    ['14 | Salt exports to Peru | the growers | ', '9 | Salt exports to Peru | The customs office | '],
  ],
  [
    "The dredging will take eleven weeks by the contractor's reckoning and nineteen by the council's.",
    [
      '11 | how much the dredging will take | the contractor | ',
      '19 | how much the dredging will take | the council | ',
    ],
  ],
  [
    'Repairs are another matter. Lima puts them at $31 million. A survey for the harbour trust, out this week, says $44 million and warns of more.',
    ['31000000 | Repairs | Peru | ', '44000000 | Repairs | A survey for the harbour trust | '],
  ],
  [
    "About 3,400 crates had been unloaded, Soto said. The dockers' tally differs. A foreman said that 2,900 crates had come ashore and 500 were still on the barges.",
    ['3400 | crates unloaded | Soto | ', '2900 | crates unloaded | A foreman | '],
  ],
  [
    'Lorries have been stuck since May. The ministry puts their number at 940; the hauliers say it is 1,150.',
    ['940 | Lorries | The ministry | ', '1150 | Lorries | the hauliers | '],
  ],
  [
    'Soto said 46 pits had been sealed. An engineer had said the day before that it was 39.',
    ['46 | pits sealed | Soto | ', '39 | pits sealed | An engineer | '],
  ],
  ['Soto said 40 barges had left. The growers have 90 barges of their own.', []],
  ['The guild said 640 men had walked out. The yards said 120 of them had come back.', []],
  ['Soto counted 14 boats in the morning. Lund said she saw 20 at dusk.', []],
  ['That sum counts older fees of 25 percent; officials who speak of 30 percent leave them out.', []],
  [
    "Lima put the loss at $43 million a year. The port authority's own estimate is $28 million; the higher figure counts fuel.",
    ['43000000 | loss | Lima | counts fuel', '28000000 | loss | The port authority | counts fuel'],
  ],
  [
    'The 90-page plan costs $43 million a year, Lima said. The port authority estimates it at 28.',
    [
      '43000000 | what the 90-page plan costs | Lima | ',
      '28000000 | what the 90-page plan costs | The port authority | ',
    ],
  ],
  [
    'In all 900 sailors would be laid off, according to the union; a list kept by the ministry speaks of 640, which does not include pilots.',
    [
      '900 | sailors | the union | does not include pilots',
      '640 | sailors | a list | does not include pilots',
    ],
  ],
  [
    'The strike has cost the port $12 million, its operator said. The town council speaks of twice that.',
    [
      '12000000 | what the strike cost the port | its operator | ',
      '24000000 | what the strike cost the port | The town council | ',
    ],
  ],
  [
    'The levy would bring in 90 million crowns a year according to Norway, while the auditors, who looked at an older version, came to 140 million.',
    [
      '90000000 | levy would bring in … | Norway | an older version',
      '140000000 | levy would bring in … | the auditors | an older version',
    ],
  ],
  [
    'About 1,200 houses were flooded, according to the governor, fewer than the 2,000 the opposition speaks of.',
    ['1200 | houses | the governor | ', '2000 | houses | the opposition | '],
  ],
  [
    "The bank forecasts growth of 2.1% this year. The ministry's own forecast is 2.8%.",
    ['2.1 | growth | The bank | ', '2.8 | growth | The ministry | '],
  ],
  [
    'Peru bought salmon worth $2.1 billion, according to Norway; the $2.6 billion often quoted includes trout.',
    [
      '2100000000 | salmon · bought | Norway | includes trout',
      '2600000000 | salmon · bought | others | includes trout',
    ],
  ],
  [
    'Some 12,000 people marched through Lund, police said. The organisers said 20,000 had come.',
    [
      '12000 | people who marched through Lund | police | ',
      '20000 | people who marched through Lund | The organisers | ',
    ],
  ],
  [
    'The airline cancelled 90 flights, it said. The airport said 140 had been cancelled.',
    [
      '90 | flights that the airline cancelled | it | ',
      '140 | flights that the airline cancelled | The airport | ',
    ],
  ],
  [
    'The minister said the deal gives nurses a rise of 8 percent. The union said it comes to 9.5 percent.',
    ['8 | rise that the deal gives | The minister | ', '9.5 | rise that the deal gives | The union | '],
  ],
  [
    'The strike costs the port 3 million pounds a day, the operator said. Importers put the cost at 8 million pounds a day.',
    [
      '3000000 | what the strike costs the port | the operator | ',
      '8000000 | what the strike costs the port | Importers | ',
    ],
  ],
  [
    'The union said 63 branches had closed by Monday evening. The bank counted 48, and said most would reopen.',
    ['63 | branches that closed | The union | ', '48 | branches that closed | The bank | '],
  ],
  [
    'A regional officer gave the dead as 80, while the office of the mayor spoke of more than 14.',
    ['80 | dead | A regional officer | ', '14 | dead | the office of the mayor | '],
  ],
  [
    'Its chair, Ana Lund, said that 17 of 29 clauses had been closed. The secretariat gave the number as 12.',
    ['17 | clauses closed | Its chair | ', '12 | clauses closed | The secretariat | '],
  ],
  [
    'Norway put the value of the list at $12 billion. A Peruvian official said that it came to “around 19”.',
    [
      '12000000000 | value of the list | Norway | ',
      '19000000000 | value of the list | A Peruvian official | ',
    ],
  ],
  [
    'Some 1,200 growers, by the organisers’ count, drove to the square; the police said about 500 people took part.',
    [
      '1200 | growers who drove to the square | the organisers | ',
      '500 | growers who drove to the square | the police | ',
    ],
  ],
  [
    'The union says this was 22 percent of exports; the Trade Ministry says fifteen.',
    ['22 | exports | The union | ', '15 | exports | Trade Ministry | '],
  ],
  [
    'It will be a trial, limited to 30 buses, Lund said. The port agency gave the limit as 45.',
    ['30 | buses | Lund | ', '45 | buses | The port agency | '],
  ],
  [
    'The Gazette counted 97 days of strike. The union counts 95, to the signature.',
    ['97 | strike | Gazette | ', '95 | strike | The union | '],
  ],
  // A part of them, another place, who walked out later by the same count, a time.
  ['The minister said 40 ships had been inspected. Six were turned back, the coast guard said.', []],
  ['The union says 300 drivers walked out at noon. By evening the union counted 420.', []],
  ['The company said the plant has 40 ovens. In Peru the figure was 60.', []],
  ['The mayor named three ways out, not two.', []],
  ['Norway moved to 600,000 tonnes. Peru came down to 620,000 tonnes, the minister said.', []],
  ['The plant employs 1,400 people, the owner said. The mayor said 200 were sick.', []],
  [
    'The council named 60 towns. Peruvian officials said that only 44 had been told.',
    [
      '60 | towns that the council named | The council | ',
      '44 | towns that the council named | Peruvian officials | ',
    ],
  ],
  [
    'The ministry put the cost at $90 million; Ada Lind of Fjord Securities reckons 130 million.',
    ['90000000 | cost | The ministry | ', '130000000 | cost | Ada Lind | '],
  ],
  ['Rest is paid at 60 percent of the rate. That is less than the 75 the line had put forward.', []],
  ['The fund will resist any cut above 30 percent, its adviser said. Lima has talked of 50.', []],
  // Of a day and of all days, of one and of all together, of one teller by two names, of what is put at so much.
  [
    'Each day of the walkout could cost the port 50 million crowns, a think tank said; an official put the total for the five days at 240 million crowns.',
    [],
  ],
  ['The toll costs the mill $3 million a week, its owner said. The union puts the total at $9 million.', []],
  [
    'Norsk put the damage at 1.4 billion crowns. The seven shipyards of Peru together speak of 2.6 billion.',
    [],
  ],
  ['Ann Lund spoke of 73 trawlers. This week Lund put the number at 130.', []],
  [
    'Lima said it had sold 40 barges at $8.6 billion. The Norwegian request, when filed in May, had been put at $20 billion.',
    [],
  ],
  [
    'The strike cost the port $4 million a day, the union said. The harbour office puts it at $6 million.',
    [
      '4000000 | strike · cost · the port | the union | ',
      '6000000 | strike · cost · the port | The harbour office | ',
    ],
  ],
  [
    'A Lumen poll found 34 per cent in favour of the walkout and 52 per cent opposed; a survey by Orbis, in which the question was worded differently, gave 26 per cent in support.',
    [
      '34 | how much in favour of the walkout | A Lumen poll | the question was worded differently',
      '26 | how much in favour of the walkout | a survey by Orbis | the question was worded differently',
    ],
  ],
  // Bids of a bargaining, two things, two times, one teller, a country's own count.
  ['The union asked for 9 percent. The employers spoke of 3 percent.', []],
  ['Norway demanded 1.9 million tonnes; Peru spoke of 1.4 million tonnes.', []],
  ['Exports fell to $3 billion. The company makes pipes worth $2 billion.', []],
  [
    'Cement that does not comply will be charged 5% instead of 20%. A Norwegian official put at about 45% the share of imports that would still face the duties.',
    [],
  ],
  [
    'The bank made an offer that values the stock at $6.1 billion and, once debt is counted, comes to $7.4 billion.',
    [],
  ],
  ['State radio said that 400 lorries would enter. Customs speaks of 640 lorries on Friday.', []],
  [
    'Ana Lund said the fund would be worth $350 billion; the bank said $150 billion of it would go to ports.',
    [],
  ],
  [
    'The day ended as thousands of growers brought the port to a standstill; police put their number at 7,300, whereas the organisers spoke of 10,000.',
    ['7300 | growers | police | ', '10000 | growers | the organisers | '],
  ],
  [
    'Norway shared its plan to raise spending on ships, committed to spend $25 billion on purchases by 2030 and shared its plan to provide support for the bases amounting to $33 billion.',
    [],
  ],
  ['The ministry put the cost at $40 million in 2029; the bank put it at $52 million in 2030.', []],
  ['The ministry put the cost at $40 million; it made it $52 million a week later.', []],
  ['Norway reported 400 cases of the disease. Peru reported 300.', []],
  ['Hundreds of thousands of tents have come, says Norway. The mayor counts 50,000.', []],
  [
    'The company put the layoffs at 700; Dockers’ Local 44 says that once casuals are counted it will be 960.',
    ['700 | layoffs | The company | ', '960 | layoffs | Dockers’ Local 44 | '],
  ],
  [
    'Norfish puts that debt, for cod going back to 2019, at $2.3 billion. Peru acknowledges $1.7 billion, and says no more.',
    ['2300000000 | that debt | Norfish | ', '1700000000 | that debt | Peru | '],
  ],
  [
    'The 61-kilometre road (the mayor’s papers say 58) is to carry trucks.',
    ['61 | road |  | ', '58 | road | the mayor’s papers | '],
  ],
  [
    'The port moved 3.4 million crates in May. The harbour ministry disputes the May number. It puts traffic at 3.1 million crates.',
    [
      '3400000 | crates that the port moved |  | ',
      '3100000 | crates that the port moved | The harbour ministry | ',
    ],
  ],
  [
    'The company said 71 per cent of ferries had been cancelled. The unions put the share of cancelled sailings at 90 per cent.',
    ['71 | ferries cancelled | The company | ', '90 | ferries cancelled | The unions | '],
  ],
  [
    'The police said 1,400. The Shepherds’ Union, which organised the march, claimed more than 5,000.',
    ['1400 | number | The police | ', "5000 | number | Shepherds' Union | "],
  ],
  [
    'The army released 310 people from the camps. State radio gave that number as 330.',
    [
      '310 | people from the camps that the army released |  | ',
      '330 | people from the camps that the army released | State radio | ',
    ],
  ],
  [
    'A person who saw the offer put the lowest at 41,500 crowns, while the daily Fjordbladet wrote of “just under 43,000”.',
    ['41500 | lowest | A person | ', '43000 | lowest | Fjordbladet | '],
  ],
  [
    'The ministry put the cost of the road at $40 million. The mayor put the cost of the bridge at $12 million.',
    [],
  ],
  [
    'Some 240 of the yard’s 900 welders are laid off, Ana Lund said; the company gave the figure as 180.',
    ['240 | welders laid off | Ana Lund | ', '180 | welders laid off | the company | '],
  ],
  [
    'Reuters cited people who put the gap at fewer than 40 of some 1,900 ballots. Two stewards said they had been told 22 votes out of 1,870.',
    ['40 | gap | people | ', '22 | gap | Two stewards | '],
  ],
  [
    'The bank puts the share of electric vans at 9%; the ministry, which counts vans built abroad under any badge, speaks of 14%.',
    [
      '9 | electric vans | The bank | counts vans built abroad under any badge',
      '14 | electric vans | the ministry | counts vans built abroad under any badge',
    ],
  ],
  [
    'The strike has cost the port $1.8 billion, according to the bank. Its cost has been put at $2.3 billion by the chamber of commerce.',
    [
      '1800000000 | what the strike cost the port | the bank | ',
      '2300000000 | what the strike cost the port | the chamber of commerce | ',
    ],
  ],
  ['The mill makes 310 tonnes a day, its owner said. The mine (Lund has three) makes 40.', []],
])('%s', (text, told) => {
  expect(toldIn(text)).toEqual(told)
})
