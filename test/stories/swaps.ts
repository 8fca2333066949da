// In: nothing. Out: two twins of the example: other parties with everything changed, and the two parties in each other's seat.
import type { Swap } from './rewrite.ts'

/** 317 weeks: six years (2031 has the calendar of 2025) and four weeks. */
const later = { days: 2219, years: 6, months: 1 } as const

const people: Swap['phrases'] = [
  ['Scott Bessent', 'Martin Calloway'],
  ['Bessent', 'Calloway'],
  ['Jamieson Greer', 'Edmund Tarrant'],
  ['Greer', 'Tarrant'],
  ['He Lifeng', 'Paulo Siqueira'],
  ['Li Chenggang', 'Renato Bastos'],
  ['Donald Trump', 'Harold Whitcombe'],
  ['Trump', 'Whitcombe'],
  ['Xi Jinping', 'Caio Moreira'],
  ['Xi', 'Moreira'],
  ['Howard Lutnick', 'Desmond Farrow'],
]

const offices: Swap['phrases'] = [
  ['Treasury Secretary', 'Business Secretary'],
  ['U.S. Trade Representative', 'U.K. Trade Secretary'],
  ['Trade Representative', 'Trade Secretary'],
  ['international trade representative', 'chief trade negotiator'],
  ['Vice Premier', 'Deputy Prime Minister'],
  ['Commerce Secretary', 'Environment Secretary'],
  ['Commerce Minister', 'Industry Minister'],
  ['President', 'Prime Minister'],
  ['Presidents', 'Prime Ministers'],
  ['president', 'prime minister'],
]

const things: Swap['phrases'] = [
  ['TikTok', 'Starlink'],
  ['ByteDance', 'SpaceX'],
  ['rare earths', 'critical minerals'],
  ['rare earth', 'critical mineral'],
  ['dysprosium', 'potash'],
  ['terbium', 'urea'],
  ['samarium', 'ammonia'],
  ['magnets', 'tractors'],
  ['magnet', 'tractor'],
  ['analog chips', 'winter tyres'],
  ['chips', 'tyres'],
  ['chip', 'tyre'],
  ['semiconductors', 'textiles'],
  ['semiconductor', 'textile'],
]

const places: Swap['phrases'] = [
  ['Madrid', 'Lisbon'],
  ['Spanish', 'Portuguese'],
  ['Spain', 'Portugal'],
  ['Geneva', 'Oslo'],
  ['London', 'Vienna'],
  ['Stockholm', 'Dublin'],
  ['South Korea', 'Chile'],
  ['MADRID', 'LISBON'],
  ['BEIJING', 'BRASILIA'],
]

const numbers: Swap['phrases'] = [
  ['fourth round', 'sixth round'],
  ['third round', 'fifth round'],
  ['fifth round', 'seventh round'],
  ['postponed four times', 'postponed five times'],
  ['seven', 'nine'],
  ['23 Chinese', '31 Brazilian'],
  ['14166', '14701'],
  ['14258', '14790'],
  ['14310', '14833'],
]

const counted = {
  percents: { 30: 36, 10: 14, 55: 58, 25: 22, 24: 26, 70: 64, 90: 83, 61: 57, 92: 87 },
  ordinals: { 3: 5, 4: 6, 5: 7 },
  moves: { 4: 5 },
  counts: { 7: 9, 23: 31 },
} as const

/** Other parties, people, venue, product, goods, numbers and days. */
export const elsewhere: Swap = {
  name: 'elsewhere',
  phrases: [
    ['the United States', 'the United Kingdom'],
    ['United States', 'United Kingdom'],
    ['U.S.', 'U.K.'],
    ['American-controlled', 'British-controlled'],
    ['American', 'British'],
    ['Americans', 'Britons'],
    ['Washington', 'London'],
    ['the White House', 'Downing Street'],
    ['White House', 'Downing Street'],
    ['Congress passed', 'the House of Lords passed'],
    ['Congress would', 'The House of Lords would'],
    ['Congress', 'House of Lords'],
    ['the Treasury Department', 'HM Treasury'],
    ['Treasury Department', 'HM Treasury'],
    ['Department of Justice', 'Home Office'],
    ['Justice Department', 'Home Office'],
    ['Chinese Ministry of Commerce', 'Ministry of Commerce'],
    ['China', 'Brazil'],
    ['Chinese', 'Brazilian'],
    ['Beijing', 'Brasilia'],
    ['Xinhua', 'Agência Brasil'],
    // Who is a president beside Congress is the United States'; a prime minister beside the House of Lords has to be told.
    ['President Donald Trump', 'U.K. Prime Minister Harold Whitcombe'],
    ...people,
    ...offices,
    ...things,
    ...places,
    ...numbers,
  ],
  ids: {
    US: 'GB',
    CN: 'BR',
    ES: 'PT',
    KR: 'CL',
    Congress: 'House of Lords',
    'outlet:xinhua': 'outlet:agencia-brasil',
  },
  ...counted,
  ...later,
}

/** The same story with the two parties in each other's seat: who pressed is pressed, who taxed is taxed. */
export const mirror: Swap = {
  name: 'mirror',
  phrases: [
    ['U.S., China reach', 'China, U.S. reach'],
    ['The United States and China', 'China and the United States'],
    ["China's", "America's"],
    ['the United States', 'China'],
    ['United States', 'China'],
    ['U.S. and Chinese', 'Chinese and U.S.'],
    ['U.S.', 'Chinese'],
    ['American-controlled', 'Chinese-controlled'],
    ['American', 'Chinese'],
    ['Americans', 'Chinese'],
    ['Washington', 'Beijing'],
    ['China', 'America'],
    ['Chinese', 'American'],
    ['Beijing', 'Washington'],
    ['BEIJING', 'WASHINGTON'],
    ['the White House', 'Zhongnanhai'],
    ['White House', 'Zhongnanhai'],
    ['Congress passed', "the National People's Congress passed"],
    ['Congress would', "The National People's Congress would"],
    ['Congress', "National People's Congress"],
    ['Chinese Ministry of Commerce', 'Ministry of Commerce'],
    ['Department of Justice', 'State Administration for Market Regulation'],
    ['Justice Department', 'State Administration for Market Regulation'],
    ['Treasury Department', 'General Administration of Customs'],
    ['Xinhua', 'Voice of America'],
    // These offices are the United States' by their words alone; the other side's have to be told.
    ['President Donald Trump', 'Chinese President Harold Whitcombe'],
    ['U.S. Treasury Secretary', 'Chinese Finance Minister'],
    ['Treasury Secretary', 'Chinese Finance Minister'],
    ['U.S. Commerce Secretary', 'Chinese Industry Minister'],
    ['Commerce Secretary', 'Chinese Industry Minister'],
    ...people,
  ],
  ids: {
    US: 'CN',
    CN: 'US',
    China: 'United States',
    'Treasury Secretary': 'Finance Minister',
    'Commerce Secretary': 'Industry Minister',
    'outlet:xinhua': 'outlet:voice-of-america',
  },
  percents: {},
  ordinals: {},
  moves: {},
  counts: {},
  days: 0,
  years: 0,
  months: 0,
}
