// In: sentences of our own. Out: their quantities with unit, bound, change and the word they attach to.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { startDraft } from '../draft.ts'
import { findTimes } from '../times/find.ts'
import { findQuantities } from './find.ts'

function read(text: string) {
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  findTimes(draft)
  findQuantities(draft)
  return draft.quantities.map((quantity) => ({
    ...quantity,
    words: text.slice(quantity.start, quantity.end),
    ofWord: quantity.of === undefined ? undefined : draft.tokens.form[quantity.of],
  }))
}

const seen = (text: string) =>
  read(text).map(({ value, high, unit }) => `${value}${high === undefined ? '' : `-${high}`} ${unit}`.trim())

describe('a quantity is found with value and unit', () => {
  test.each([
    ['The fund paid $1.5 billion for 70% of the mine.', ['1500000000 USD', '70 %']],
    ['It cost US$12m, then C$3.2 bn, then HK$40.', ['12000000 USD', '3200000000 CAD', '40 HKD']],
    ['A fee of €800 and a fine of 25,000 yen.', ['800 EUR', '25000 JPY']],
    ['They owe 361 million pounds and 12 pounds sterling.', ['361000000 GBP', '12 GBP']],
    ['It weighs 12 pounds.', ['12 pound-mass']],
    ['It cost 90 North Korean won, 40 Samoan tala, 30 Irish pounds.', ['90 KPW', '40 WST', '30 IEP']],
    ['He paid 50 Ruritanian dollars and $10MM.', ['50 ruritanian USD', '10000000 USD']],
    ['In all 37 Norwegian won a prize.', []],
    ['The rate is 4 per cent, or 4.5 percent.', ['4 %', '4.5 %']],
    ['Up 25 basis points, or a quarter of a percentage point.', ['25 basis point', '0.25 percentage point']],
    ['Two and a half million people and a dozen cats.', ['2500000 people', '12 cat']],
    ['Two-thirds of members voted.', ['0.666666666667 member']],
    ['It runs 2 1/2 miles, then ¾ mile.', ['2.5 mile', '0.75 mile']],
    ['It yields 8 3/4% at 99 5/8.', ['8.75 %', '99.625']],
    ['Output of 1,200 tonnes a year.', ['1200 metric ton per year']],
    ['A dividend of 12 cents a share.', ['12 cent per share']],
    ['A 90-day pause and a 10-gallon jar.', ['90 day', '10 gallon']],
    ['It was 30 degrees Celsius, then minus 5.', ['30 celsius', '-5']],
    ['A 61-year-old man and a boy aged 6.', ['61 year of age', '6 year of age']],
    ['Between 10 and 15 kg, or 20 to 30 million euros.', ['10-15 kilogram', '20000000-30000000 EUR']],
    ['A cut of 5-7%.', ['5-7 %']],
    ['Hundreds of thousands of jobs went.', ['100000 job']],
    ['Three dollars and forty-five cents.', ['3.45 USD']],
    ['The town has 12 000 people and 1 250 300 trees.', ['12000 people', '1250300 tree']],
    ['They gave 3,5 million euros, or 2,75 %.', ['3500000 EUR', '2.75 %']],
    ['Parts 3,5 and 7 million of them.', ['7000000']],
    ['Revenue of $4.5-5.0 billion and a fee of £4-5.', ['4500000000-5000000000 USD', '4-5 GBP']],
    ['One in five voters and nine out of ten ports.', ['0.2 voter', '0.9 port']],
    ['One in five years it floods.', ['5 year']],
    ['A 1-in-100-year flood.', []],
    ['Shares rose 5 / 8, and a fund got 1 / 2 of a share.', ['0.625', '0.5 share']],
    ['It took 1 - 1 / 2 years and $ 2 - 1 / 2 million.', ['1.5 year', '2500000 USD']],
    ['He wrote 1 / 2 on it.', []],
    [
      'A mass of 1.67e-27 kg, a dose of 2 x 10^-3 g, 9.1 × 10−31 kg.',
      ['1.67e-27 kilogram', '0.002 gram', '9.1e-31 kilogram'],
    ],
    ['What is 37 c in f? It was 28.5degC.', ['37 celsius', '28.5 celsius']],
    ['They gave 2 mio. euros and Canadian $ 25 million.', ['2000000 EUR', '25000000 CAD']],
    ['A hundred or so boats and a dozen or more barges.', ['100 boat', '12 barge']],
    ['The tank holds 40 US gallons.', ['40 gallon']],
    ['Between one and two weeks.', ['1-2 week']],
    ['A quake of magnitude 7.1 and a 10 fold rise.', ['7.1', '10 times']],
    ['It grew by more than a third to $6.6 trillion.', ['0.3333333333333333', '6600000000000 USD']],
    ['The gap widened by $600 million to $10.77 billion.', ['600000000 USD', '10770000000 USD']],
    ['Nearly two-thirds left, seven abstained, two died.', ['0.666666666667', '7', '2']],
    ['Some 3.5 m tonnes on the two hundred thirty-fifth day.', ['3500000 metric ton']],
    ['A 6.5 magnitude quake, sales of 219 against 203.', ['6.5', '219', '203']],
    ['It employs 2,300, of whom 400 will go.', ['2300', '400']],
    ['A couple of hundred people.', ['200 people']],
    ['Shares fell 5p, a stamp costs 50c.', ['5 penny', '50 cent']],
    ['The temperature reached 50c, the film is in 1080p.', ['50 celsius']],
    ['Prices were up by a third, exports rose fivefold.', ['0.3333333333333333', '5 times']],
    ['A fivefold plan for a third way.', []],
    ['Rope costs $3 per crate and €4 a basket.', ['3 USD per crate', '4 EUR per basket']],
    ['They called the $5 billion a gift.', ['5000000000 USD']],
    ['A loan at 1.5 percent per month.', ['1.5 % per month']],
    ['Five- to ten-year deals and 2-to-3-year terms.', ['5-10 year', '2-3 year']],
    [
      "CHF 10'000, 1.000.000 crowns, 1.234,56 € and 2,5 kg.",
      ['10000 CHF', '1000000 crown', '1234.56 EUR', '2.5 kilogram'],
    ],
    ['The host is 192.168.10.20.', []],
    ["She turned 18 in May and is 5'10 tall.", ['18 year of age', '5 foot', '10 inch']],
    ['Another 12 were hurt, as many as 900 in all.', ['12', '900']],
    ['He sold 300 head of cattle of 40 species.', ['300 head', '40 species']],
    [
      'Rates of 10, 20 and 30 percent, pipes of 3 x 4 cm.',
      ['10 %', '20 %', '30 %', '3 centimetre', '4 centimetre'],
    ],
    ['Sections 10, 12 and 30 of the act.', []],
    ['A 500 MW plant and a 5 m pole on the 5G network.', ['500 megawatt', '5 metre']],
    ['It pumps 1.3 mb/d.', ['1.3 million barrels per day']],
    ['More than 20+ ports and 40-plus firms.', ['20 port', '40 firm']],
    ['It put the reduced output at 5 to 7 tonnes.', ['5-7 metric ton']],
    ['Prices are 3x higher after a 10-fold rise.', ['3', '10 times']],
    ['Several million people and a tenth of a percent.', ['1000000 people', '0.1 %']],
    ['Three-quarters of a million people walked a mile and a half.', ['750000 people', '1.5 mile']],
    ['Three and three quarter miles at 5 1 / 2 %.', ['3.75 mile', '5.5 %']],
    ['A boy 7 yrs old, a man aged between 20 and 30.', ['7 year of age', '20-30 year of age']],
    ['He is 6\'2" and said "12".', ['6 foot', '2 inch']],
    ['He earns 40 grand, he has ₹1,00,000 but pays half a cent.', ['40000 USD', '100000 INR', '0.5 cent']],
    ['The price is $ 5 - $ 7, or €1,50.', ['5-7 USD', '1.5 EUR']],
    ['Thousand dollars, million-dollar talk.', ['1000 USD']],
    ['It cost $5 20 cents, $ 5.00 $ 6.00 rent, six kuai five.', ['5.2 USD', '5 USD', '6 USD', '6.5 CNY']],
    ['Two $20 cards, a 300 TEUR loan, 40 kr.', ['2 card', '20 USD', '300000 EUR', '40 SEK']],
    ['A 400 kV line, 5 km3 of water, 3 sq in.', ['400 kilovolt', '5 cubic kilometre', '3 square inch']],
    ['The 6-foot-7 guard is 5 feet 4 sisters tall.', ['6 foot', '7 inch', '5 foot', '4 sister']],
    ['Snow fell 4 to 8 inches, shares rose 3 to 45 points.', ['4-8 inch', '3 point', '45 point']],
    ["I'm 40, she's 31 and chapter 's 12.", ['40', '31']],
    ['Seven in 10 voters, one-in-five firms, odds of five to two.', ['0.7 voter', '0.2 firm']],
    ['Some 30-odd barges, 30-some years.', ['30 barge', '30 year']],
    ['3 million', ['3000000']],
    ['A bid of #1.2 billion for 10 %.', ['1200000000 GBP', '10 %']],
    ['It fell 1.4 %, or 6.43, and could rise by 5 % to 10 %.', ['1.4 %', '6.43', '5-10 %']],
    ["A euro and 20 cents, -$40, 3,5 €, a wall 8' high.", ['1.2 EUR', '-40 USD', '3.5 EUR', '8 foot']],
    ['1 in 4', ['0.25']],
    ['They met at 3, lost 0 - 4 and left at 10.', []],
    ['A fever of 37ºC, two yds of cloth.', ['37 celsius', '2 yard']],
    ['She won by 51-48 percent, he by 6-4.', ['51 %', '48 %']],
    ['Stocks rose by 300 to 2,500 but lost the vote 97 to 3.', ['300', '2500']],
    ['Catches went from 145 in 2016 to 208 in 2018, or 4 in 10.', ['145', '208', '0.4']],
    ['Fares rise by two to three per cent.', ['2-3 %']],
    ['Two dollar-clearing banks, three euro-zone states.', ['2 bank', '3 state']],
    [
      'It pays 300 crew and 90 staff $2.10 to $2.25 a share.',
      ['300 crew', '90 staff', '2.1-2.25 USD per share'],
    ],
    ['The dose cut deaths by a fifth.', ['0.2']],
    ['Row 12: 161 23 7 4 ships.', ['4 ship']],
    ['No. 3 of 140 ports; the P5+1 met.', ['140 port']],
    [
      'Three deaths per 1,000 births, five euros per square metre.',
      ['3 death per 1000 birth', '5 EUR per square metre'],
    ],
    ['Women 55 and older, children between the ages of 6 and 12.', ['55 year of age', '6-12 year of age']],
    ['Two dollars and a half, a euro a day, a dollar store.', ['2.5 USD', '1 EUR per day']],
    ['It is 20 C outside under a 60 W bulb in 7 F Street.', ['20 celsius', '60 watt']],
    ['Bob 3 times lost his pen; net zero by then.', ['3']],
    ['It was -15 outside, then - 15 degrees Celsius.', ['-15', '-15 celsius']],
    [
      'The ship holds 8,500 TEU, the pipe 15 bcm.',
      ['8500 twenty-foot equivalent unit', '15 billion cubic metres'],
    ],
  ])('%s', (text, wanted) =>
    expect(seen(text).map((each) => each.replace(/0\.6{6,}7?/, '0.666666666667'))).toEqual(wanted),
  )
})

describe('dates, ordinals and names are no quantities', () => {
  test.each([
    'On May 5, 2021 the second round began.',
    'In 1999 and again in March 2004.',
    'Section 301, Article 5 and No. 7.',
    'A one-on-one with no one else.',
    'Under 9903.01.63 and 555-123-4567.',
    'The A320 and the COVID-19 rules.',
  ])('%s', (text) => expect(seen(text)).toEqual([]))
})

describe('words around a quantity bound it', () => {
  test.each([
    ['about 30%', '≈'],
    ['nearly 30%', '≈'],
    ['up to 30%', '≤'],
    ['as much as 30%', '≤'],
    ['at least 30%', '≥'],
    ['30% or more', '≥'],
    ['more than 30%', '>'],
    ['in excess of 30%', '>'],
    ['less than 30%', '<'],
    ['a 30% share', '='],
    ['Talks lasted over ten years.', '>'],
    ['The levy raises plenty over ten years.', '='],
  ])('%s', (text, bound) => expect(read(text)[0]?.bound).toBe(bound))
})

describe('a change keeps its direction and whether the value is its size', () => {
  test.each([
    [
      'Duties rose by 5 points to 30%.',
      [
        ['up', true],
        ['up', false],
      ],
    ],
    [
      'The levy was cut from 40% to 15%.',
      [
        ['down', false],
        ['down', false],
      ],
    ],
    ['A 5% increase was agreed.', [['up', true]]],
    ['Exports were halved.', [['down', undefined]]],
    // A verb of its own behind what is counted.
    ['Lima sent 1,200 guards to increase safety.', [[undefined, undefined]]],
    ['Duties stand at 30%.', [[undefined, undefined]]],
    ['Cod makes up some 30% of sales.', [[undefined, undefined]]],
    [
      'Oslo cut its 30% duty by 5 points.',
      [
        [undefined, undefined],
        ['down', true],
      ],
    ],
  ])('%s', (text, wanted) => expect(read(text).map(({ change, by }) => [change, by])).toEqual(wanted))
})

describe('a quantity attaches to a word', () => {
  test.each([
    ['a 70% share', 'share'],
    ['a tariff of 30%', 'tariff'],
    ['10% of imports', 'imports'],
    ['Duties stand at 30%.', 'Duties'],
    ['40 ships', 'ships'],
  ])('%s', (text, of) => expect(read(text)[0]?.ofWord).toBe(of))
})

test.each(['9', '9,', '1.', 'one ', 'hundred ', '$', '½', '5-', 'of the ', '%', '\udc00'])(
  'any bytes are read in linear time: %j',
  (piece) => {
    const text = piece.repeat(20_000)
    const before = performance.now()
    const quantities = read(text)
    expect(performance.now() - before).toBeLessThan(5000)
    for (const { start, end } of quantities)
      expect(start >= 0 && end <= text.length && start < end).toBe(true)
  },
)

describe('a number with a hyphen counts the noun behind it', () => {
  const engine = loadEngine()
  test.each([
    ['A 12-member board met on a 40-story tower.', ['12 member', '40 story']],
    ['A three-way deal and a one-sided debate.', []],
    ['The 1,200-strong crew owns two four-legged robots.', ['1200 ', '2 robot']],
    ["Two-thirds of Norland's 650 MPs stayed.", ['0.6666666666666666 ', '650 MP']],
    ['A pact needs a two-thirds majority.', ['0.6666666666666666 majority']],
    ['They found ten 5-euro notes.', ['10 note', '5 EUR']],
    ['Of the 640 surveyed, 212 had a boat.', ['640 ', '212 ']],
    ['We found 1 officer in the phase 1 trial.', ['1 officer']],
    [
      'Some 3 million Danes met 23 Democrats and 12 Senegalese.',
      ['3000000 Danes', '23 Democrats', '12 Senegalese'],
    ],
    ['He owns 20 James Street.', []],
    ['A 4 lane road, a 5 star hotel and two 5 dollar bills.', ['4 lane', '5 star', '2 bill', '5 USD']],
    ['It has 10 % of the 9.6 million outstanding.', ['10 %', '9600000 ']],
    ['The blast killed 12 and wounded 30.', ['12 ', '30 ']],
    ['All 11 of them met a Gang of Eight reform team.', ['11 ', '8 ']],
  ])('%s', (text, wanted) =>
    expect(readSentence(text, engine).quantities.map(({ value, unit }) => `${value} ${unit}`)).toEqual(
      wanted,
    ),
  )
})
