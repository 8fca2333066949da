// In: a unit as CQE or Parley writes it. Out: one form for both, so that spelling is not scored.

/** ISO 4217 codes by the name CQE gives. */
const CURRENCIES: Readonly<Record<string, string>> = {
  usd: 'dollar',
  'us dollar': 'dollar',
  'united states dollar': 'dollar',
  eur: 'euro',
  gbp: 'pound sterling',
  'british pound': 'pound sterling',
  cny: 'chinese yuan',
  rmb: 'chinese yuan',
  yuan: 'chinese yuan',
  renminbi: 'chinese yuan',
  cad: 'canadian dollar',
  aud: 'australian dollar',
  nzd: 'new zealand dollar',
  hkd: 'hong kong dollar',
  sgd: 'singapore dollar',
  twd: 'taiwan dollar',
  jpy: 'japanese yen',
  yen: 'japanese yen',
  chf: 'swiss franc',
  mxn: 'mexican peso',
  try: 'turkish lira',
  inr: 'rupee',
  'indian rupee': 'rupee',
  lkr: 'sri lankan rupee',
  pkr: 'pakistani rupee',
  krw: 'south korean won',
  won: 'south korean won',
  rub: 'russian rouble',
  ruble: 'russian rouble',
  rouble: 'russian rouble',
  'russian ruble': 'russian rouble',
  brl: 'brazilian real',
  zar: 'south african rand',
  rand: 'south african rand',
  sek: 'swedish krona',
  nok: 'norwegian krone',
  dkk: 'danish krone',
  fim: 'finnish markka',
  markka: 'finnish markka',
  dem: 'mark',
  'deutsche mark': 'mark',
  'german mark': 'mark',
  frf: 'french franc',
  itl: 'italian lira',
  nlg: 'netherlands guilde',
  guilder: 'netherlands guilde',
  'dutch guilder': 'netherlands guilde',
  ars: 'argentine peso',
  clp: 'chilean peso',
  cop: 'colombian peso',
  crc: 'costa rican colón',
  gel: 'georgian lari',
  lak: 'lao kip',
  ils: 'israeli shekel',
  pln: 'polish zloty',
  czk: 'czech koruna',
  huf: 'hungarian forint',
  thb: 'thai baht',
  idr: 'indonesian rupiah',
  myr: 'malaysian ringgit',
  php: 'philippine peso',
  vnd: 'vietnamese dong',
  egp: 'egyptian pound',
  uah: 'ukrainian hryvnia',
  esp: 'peseta',
  ats: 'austrian schilling',
  bef: 'belgian franc',
  grd: 'greek drachma',
  pte: 'portuguese escudo',
  lbp: 'lebanese pound',
  sar: 'saudi riyal',
  aed: 'united arab emirates dirham',
  mad: 'moroccan dirham',
  kwd: 'kuwaiti dinar',
  jod: 'jordanian dinar',
  iqd: 'iraqi dinar',
  rsd: 'serbian dinar',
  irr: 'iranian rial',
  omr: 'omani rial',
  kzt: 'kazakhstani tenge',
  azn: 'azerbaijani manat',
  amd: 'armenian dram',
  mnt: 'mongolian tögrög',
  bdt: 'bangladeshi taka',
  npr: 'nepalese rupee',
  khr: 'cambodian riel',
  mmk: 'burmese kyat',
  ron: 'romanian leu',
  bgn: 'bulgarian lev',
  hrk: 'croatian kuna',
  pyg: 'paraguayan guarani',
  bob: 'bolivian boliviano',
  ves: 'venezuelan bolivar',
  uyu: 'uruguayan peso',
  dop: 'dominican peso',
  gtq: 'guatemalan quetzal',
  hnl: 'honduran lempira',
  ngn: 'nigerian naira',
  ghs: 'ghanaian cedi',
  kes: 'kenyan shilling',
  etb: 'ethiopian birr',
  jmd: 'jamaican dollar',
  btc: 'bitcoin',
  xbt: 'bitcoin',
  eth: 'ethereum',
}

const SAME: Readonly<Record<string, string>> = {
  ...CURRENCIES,
  '-': '',
  count: '',
  percent: '%',
  percentage: '%',
  'per cent': '%',
  '%': '%',
  person: 'people',
  penny: 'penny',
  pence: 'penny',
  pound: 'pound-mass',
  lb: 'pound-mass',
  'metric ton': 'tonne',
  'metric tonne': 'tonne',
  'degree celsius': 'celsius',
  '°c': 'celsius',
  'degree fahrenheit': 'fahrenheit',
  '°f': 'fahrenheit',
  'square mile': 'square mile',
  liter: 'litre',
  meter: 'metre',
  foot: 'foot',
  feet: 'foot',
}

const IRREGULAR: Readonly<Record<string, string>> = {
  feet: 'foot',
  inches: 'inch',
  pence: 'penny',
  men: 'man',
  women: 'woman',
  children: 'child',
  persons: 'person',
}

function singular(word: string): string {
  const known = IRREGULAR[word]
  if (known !== undefined) return known
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

const spelling = (text: string): string =>
  text
    .replace(/(metr|litr)e\b/g, '$1e')
    .replace(/\b(\w*)(met|lit)er\b/g, (_, before: string, stem: string) => `${before}${stem}re`)

/** Known as units of CQE with more than one word; any other phrase is a counted noun and stands for its last word. */
const PHRASES: ReadonlySet<string> = new Set([
  ...Object.values(SAME),
  'percentage point',
  'basis point',
  'cubic metre',
  'square metre',
  'square kilometre',
  'square foot',
  'fluid ounce',
  'troy ounce',
])

function simple(unit: string): string {
  const folded = spelling(unit.trim().split(/\s+/).map(singular).join(' '))
  const known = SAME[folded]
  if (known !== undefined) return known
  if (PHRASES.has(folded)) return folded
  const words = folded.split(' ')
  return SAME[words.at(-1)!] ?? words.at(-1)!
}

/**
 * One form of a unit: case, plural, British spelling, ISO codes and "percent" folded; "year of age" is "year"; parts
 * of "dollar per share" and "USD/share" each; a counted noun phrase stands for its head ("large contract" = "contract").
 */
export function unitForm(unit: string): string {
  const folded = unit.toLowerCase().replace(/ (of age|old)$/, '')
  return folded
    .split(/ per |\//)
    .map(simple)
    .join(' per ')
}
